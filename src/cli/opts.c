/* opts.c - see opts.h. */
#include "cli/opts.h"

#include "cli/msg.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum {
	HELP = 1000, /* getopt values of options without a letter */
	FIRST_LONG
};

struct words {
	struct option longs[OPTS_MAX + 2];
	char shorts[3 * OPTS_MAX + 4];
};

static void make_words(struct words *w, const struct opt *opts)
{
	size_t i, s = 0;

	memset(w, 0, sizeof(*w));
	w->shorts[s++] = '-';
	w->shorts[s++] = ':';
	w->shorts[s++] = 'h';
	for (i = 0; opts[i].name; i++) {
		w->longs[i].name = opts[i].name;
		w->longs[i].has_arg = opts[i].arg ? required_argument
						  : no_argument;
		w->longs[i].val = FIRST_LONG + (int)i;
		if (!opts[i].letter)
			continue;
		w->shorts[s++] = opts[i].letter;
		if (opts[i].arg)
			w->shorts[s++] = ':';
	}
	w->longs[i].name = "help";
	w->longs[i].val = HELP;
}

/* The row an answer of getopt_long() means, -1 for none. */
static int row_of(const struct opt *opts, int c)
{
	int i;

	for (i = 0; opts[i].name; i++)
		if (c == FIRST_LONG + i ||
		    (opts[i].letter && c == opts[i].letter))
			return i;
	return -1;
}

static void say_unknown(const struct cmd *cmd, int c, const char *word)
{
	char letter[3] = {'-', (char)optopt, '\0'};
	bool is_long = word && strncmp(word, "--", 2) == 0;
	const char *name = is_long || !optopt ? word : letter;

	if (c == ':')
		msg_usage(cmd->name,
			  msg_tr("option '%s' needs an argument",
				 "tùy chọn '%s' cần một giá trị"),
			  name);
	else
		msg_usage(
			cmd->name,
			msg_tr("unknown option '%s'", "không có tùy chọn '%s'"),
			name);
}

static bool enough(const struct cmd *cmd, char **args, int n)
{
	if (n < cmd->min_args) {
		msg_usage(cmd->name,
			  msg_tr("missing argument: expected %s",
				 "thiếu tham số: cần có %s"),
			  cmd->operands);
		return false;
	}
	if (cmd->max_args >= 0 && n > cmd->max_args) {
		msg_usage(
			cmd->name,
			msg_tr("unexpected argument '%s'", "thừa tham số '%s'"),
			args[cmd->max_args]);
		return false;
	}
	return true;
}

enum opts_result opts_read(const struct cmd *cmd, int argc, char **argv,
			   const char *value[OPTS_MAX], int *n_args)
{
	struct words words;
	int c, n = 0;

	make_words(&words, cmd->opts);
	memset(value, 0, OPTS_MAX * sizeof(*value));
	optind = 1;
	opterr = 0;
	while ((c = getopt_long(argc, argv, words.shorts, words.longs, NULL)) !=
	       -1) {
		int row = row_of(cmd->opts, c);

		if (c == 1)
			argv[1 + n++] = optarg;
		else if (c == HELP || c == 'h')
			return OPTS_HELP;
		else if (row >= 0)
			value[row] = optarg ? optarg : "";
		else {
			say_unknown(cmd, c, argv[optind - 1]);
			return OPTS_BAD;
		}
	}
	while (optind < argc)
		argv[1 + n++] = argv[optind++];
	*n_args = n;
	return enough(cmd, argv + 1, n) ? OPTS_RUN : OPTS_BAD;
}

static void help_row(const struct opt *o)
{
	char left[64];
	char letter[5] = "    ";

	if (o->letter) {
		letter[0] = '-';
		letter[1] = o->letter;
		letter[2] = ',';
	}
	snprintf(left, sizeof(left), "%s--%s%s%s", letter, o->name,
		 o->arg ? " " : "", o->arg ? o->arg : "");
	printf("  %-22s %s\n", left, o->help);
}

void opts_help(const struct cmd *cmd)
{
	static const struct opt help = {"help", 'h', NULL, "this help"};
	const struct opt *o;

	printf("%s: vanban %s [%s] %s\n\n", msg_tr("Usage", "Cách dùng"),
	       cmd->name, msg_tr("OPTIONS", "TÙY CHỌN"), cmd->operands);
	printf("%s\n\n", msg_tr(cmd->help, cmd->help_vi));
	printf("%s:\n", msg_tr("Options", "Tùy chọn"));
	for (o = cmd->opts; o->name; o++)
		help_row(o);
	help_row(&help);
	printf("\n%s\n", msg_tr("See vanban(1) for the whole story.",
				"Xem đầy đủ trong vanban(1)."));
}
