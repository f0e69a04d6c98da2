/*
 * main.c - the program: a table of commands and the help over it.
 *
 * Everything that is work is in cmd_NAME.c, everything that is thought is in
 * the library.
 */
#include "cli/cmd.h"
#include "cli/msg.h"
#include "cli/opts.h"
#include "util/file.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct cmd *const commands[] = {
	&cmd_form,    &cmd_template, &cmd_fill,	  &cmd_bulk,
	&cmd_extract, &cmd_inspect,  &cmd_schema, &cmd_validate,
};

enum {
	N_COMMANDS = sizeof(commands) / sizeof(commands[0])
};

static const struct {
	int number;
	const char *en, *vi;
} exits[] = {
#define EXIT_ROW(name, number, en, vi) {number, en, vi},
	CMD_EXITS(EXIT_ROW)
#undef EXIT_ROW
};

static const struct cmd *find(const char *name)
{
	size_t i;

	for (i = 0; i < N_COMMANDS; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	msg_usage(NULL, msg_tr("unknown command '%s'", "không có lệnh '%s'"),
		  name);
	return NULL;
}

static void help(void)
{
	size_t i;

	printf("%s: vanban %s\n\n", msg_tr("Usage", "Cách dùng"),
	       msg_tr("COMMAND [OPTIONS] ...", "LỆNH [TÙY CHỌN] ..."));
	printf("%s\n\n%s:\n",
	       msg_tr("Fill Word templates of official documents from XML "
		      "answers,\nand read returned Word files back.",
		      "Điền mẫu văn bản Word từ dữ liệu XML,\nvà đọc lại "
		      "các tệp Word gửi về."),
	       msg_tr("Commands", "Các lệnh"));
	for (i = 0; i < N_COMMANDS; i++)
		printf("  %-10s %s\n", commands[i]->name,
		       msg_tr(commands[i]->help, commands[i]->help_vi));
	printf("\n%s:\n", msg_tr("Exit status", "Mã thoát"));
	for (i = 0; i < sizeof(exits) / sizeof(exits[0]); i++)
		printf("  %3d  %s\n", exits[i].number,
		       msg_tr(exits[i].en, exits[i].vi));
	printf("\n%s\n", msg_tr("'vanban help COMMAND' tells the options of "
				"a command; see also vanban(1).",
				"'vanban help LỆNH' cho biết các tùy chọn "
				"của lệnh; xem thêm vanban(1)."));
}

static int help_of(int argc, char **argv)
{
	const struct cmd *cmd;

	if (argc < 2) {
		help();
		return CMD_DONE;
	}
	cmd = find(argv[1]);
	if (!cmd)
		return CMD_USAGE;
	opts_help(cmd);
	return CMD_DONE;
}

static int run(int argc, char **argv)
{
	const char *value[OPTS_MAX];
	const struct cmd *cmd = find(argv[0]);
	int n_args = 0;

	if (!cmd)
		return CMD_USAGE;
	switch (opts_read(cmd, argc, argv, value, &n_args)) {
	case OPTS_RUN:
		if (cmd_overwrites(cmd, value, argv + 1, n_args))
			return CMD_USAGE;
		vb_init();
		return cmd->run(cmd, value, argv + 1, n_args);
	case OPTS_HELP:
		opts_help(cmd);
		return CMD_DONE;
	case OPTS_BAD:
		break;
	}
	return CMD_USAGE;
}

static int dispatch(int argc, char **argv)
{
	const char *first = argc > 1 ? argv[1] : NULL;

	if (!first) {
		msg_usage(NULL, "%s", msg_tr("no command", "thiếu lệnh"));
		return CMD_USAGE;
	}
	if (strcmp(first, "--version") == 0 || strcmp(first, "-V") == 0) {
		printf("vanban %s\n", vb_version());
		return CMD_DONE;
	}
	if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0 ||
	    strcmp(first, "help") == 0)
		return help_of(argc - 1, argv + 1);
	if (first[0] == '-') {
		msg_usage(
			NULL,
			msg_tr("unknown option '%s'", "không có tùy chọn '%s'"),
			first);
		return CMD_USAGE;
	}
	return run(argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
	int rc;

	msg_init();
	/* 100,000 findings are not a million writes */
	setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
	/* a reader that goes away is a write error, not a sudden death */
	signal(SIGPIPE, SIG_IGN);
	rc = dispatch(argc, argv);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		msg_say("%s", msg_tr("cannot write to standard output",
				     "không ghi được ra đầu ra chuẩn"));
		rc = CMD_OUTPUT;
	}
	return rc;
}
