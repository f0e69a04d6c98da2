/* cmd.c - small things every command does alike; see cmd.h. */
#include "cli/cmd.h"

#include "cli/forms.h"
#include "cli/msg.h"
#include "util/file.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum cmd_exit cmd_exit_read(const struct vb_error *err)
{
	switch (err->code) {
	case VB_OK:
		return CMD_DONE;
	case VB_NOMEM:
	case VB_INTERNAL:
		return CMD_INTERNAL;
	case VB_CANCELLED:
		return CMD_STOPPED;
	case VB_IO:
	case VB_LIMIT:
	case VB_PACKAGE:
	case VB_ENCRYPTED:
	case VB_LEGACY:
	case VB_XML:
	case VB_DOCUMENT:
	case VB_FORM:
	case VB_ANSWERS:
	case VB_UNITS:
	case VB_TEMPLATE:
	case VB_NOFORM:
		break;
	}
	return CMD_INPUT;
}

enum cmd_exit cmd_exit_write(const struct vb_error *err)
{
	return err->code == VB_IO ? CMD_OUTPUT : cmd_exit_read(err);
}

/* Whoever stops the program meanwhile gets the whole file and no half one
 * beside it. */
static int write_whole(const char *path, const struct vb_blob *blob,
		       struct vb_error *err)
{
	sigset_t stops, before;
	int rc;

	sigemptyset(&stops);
	sigaddset(&stops, SIGHUP);
	sigaddset(&stops, SIGINT);
	sigaddset(&stops, SIGTERM);
	/* a pipe may wait for its reader for ever */
	if (strcmp(path, "-") == 0)
		return file_write(path, blob->data, blob->size, err);
	pthread_sigmask(SIG_BLOCK, &stops, &before);
	rc = file_write(path, blob->data, blob->size, err);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return rc;
}

enum cmd_exit cmd_write(const char *path, const struct vb_blob *blob)
{
	struct vb_error err = {0};
	bool is_stdout = strcmp(path, "-") == 0;

	/* bytes of a Word file on a terminal help nobody */
	if (is_stdout && blob->size > 2 && memcmp(blob->data, "PK", 2) == 0 &&
	    isatty(STDOUT_FILENO)) {
		msg_say("%s", msg_tr("will not write a Word file to a "
				     "terminal: use -o FILE",
				     "không ghi tệp Word ra màn hình: "
				     "dùng -o TỆP"));
		return CMD_USAGE;
	}
	if (write_whole(path, blob, &err) == VB_OK)
		return CMD_DONE;
	msg_error_output(&err, path);
	return cmd_exit_write(&err);
}

enum cmd_exit cmd_made(struct vb_blob *blob, const char *dir, const char *arg,
		       int (*make)(const struct vb_form *form,
				   struct vb_blob *blob, struct vb_error *err))
{
	struct vb_error err = {0};
	struct forms forms = {0};
	const struct vb_form *form = NULL;
	enum cmd_exit rc = CMD_DONE;

	if (forms_open(&forms, dir, &err) != VB_OK ||
	    forms_get(&forms, arg, &form, &err) != VB_OK ||
	    make(form, blob, &err) != VB_OK) {
		msg_error(&err, arg);
		rc = cmd_exit_read(&err);
	}
	forms_release(&forms);
	return rc;
}

enum cmd_exit cmd_make(const char *out, const char *dir, const char *arg,
		       int (*make)(const struct vb_form *form,
				   struct vb_blob *blob, struct vb_error *err))
{
	struct vb_blob blob = {0};
	enum cmd_exit rc = cmd_made(&blob, dir, arg, make);

	if (rc == CMD_DONE)
		rc = cmd_write(out ? out : "-", &blob);
	vb_blob_release(&blob);
	return rc;
}

static int gravity(enum cmd_exit exit)
{
	switch (exit) {
	case CMD_DONE:
		return 0;
	case CMD_FINDINGS:
		return 1;
	case CMD_INPUT:
		return 2;
	case CMD_USAGE:
		return 3;
	case CMD_OUTPUT:
		return 4;
	case CMD_STOPPED:
		return 5;
	case CMD_INTERNAL:
		break;
	}
	return 6;
}

enum cmd_exit cmd_worse(enum cmd_exit a, enum cmd_exit b)
{
	return gravity(a) >= gravity(b) ? a : b;
}

bool cmd_number(unsigned *out, const char *text, unsigned min, unsigned max,
		const struct cmd *cmd, const char *option)
{
	char *end = NULL;
	unsigned long n;

	errno = 0;
	n = strtoul(text, &end, 10);
	if (text[0] >= '0' && text[0] <= '9' && !*end && errno == 0 &&
	    n >= min && n <= max) {
		*out = (unsigned)n;
		return true;
	}
	msg_usage(cmd->name,
		  msg_tr("%s takes a number from %u to %u, not '%s'",
			 "%s cần một số từ %u đến %u, không phải '%s'"),
		  option, min, max, text);
	return false;
}

static bool is_same_file(const char *path, const struct stat *out)
{
	struct stat st;

	return path && stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	       st.st_dev == out->st_dev && st.st_ino == out->st_ino;
}

/* Options that name a file or folder to be written. */
static bool is_output(const struct opt *opt)
{
	return opt->letter == 'o' || strcmp(opt->name, "annotate") == 0;
}

static bool overwrites(const struct cmd *cmd, const char *const *value,
		       const char *output, char *const *args, int n_args)
{
	const char *input = NULL;
	struct stat out;
	int i;

	if (!output || stat(output, &out) != 0 || !S_ISREG(out.st_mode))
		return false;
	for (i = 0; i < n_args; i++)
		if (is_same_file(args[i], &out))
			input = args[i];
	for (i = 0; cmd->opts[i].name; i++)
		if (!is_output(&cmd->opts[i]) && is_same_file(value[i], &out))
			input = value[i];
	if (input)
		msg_usage(cmd->name,
			  msg_tr("the output would replace the input '%s'",
				 "kết quả sẽ ghi đè lên tệp vào '%s'"),
			  input);
	return input != NULL;
}

bool cmd_overwrites(const struct cmd *cmd, const char *const *value,
		    char *const *args, int n_args)
{
	int i;

	for (i = 0; cmd->opts[i].name; i++)
		if (is_output(&cmd->opts[i]) &&
		    overwrites(cmd, value, value[i], args, n_args))
			return true;
	return false;
}
