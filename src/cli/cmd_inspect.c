/* cmd_inspect.c - what marks a document carries, and where. */
#include "cli/cmd.h"
#include "cli/forms.h"
#include "cli/msg.h"

#include <string.h>

enum {
	FORM,
	FORMS,
	TO
};

static const struct opt opts[] = {
	[FORM] = OPT_FORM,
	[FORMS] = OPT_FORMS,
	[TO] = {"to", 't', "KIND", "text (usual) or json"},
	OPT_END,
};

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct vb_error err = {0};
	struct forms forms = {0};
	const struct vb_form *form = NULL;
	struct vb_blob blob = {0};
	struct msg_tally tally = {0};
	struct vb_sink sink = msg_sink(&tally);
	bool json = value[TO] && strcmp(value[TO], "json") == 0;
	enum cmd_exit rc;

	(void)n_args;
	if (value[TO] && !json && strcmp(value[TO], "text") != 0) {
		msg_usage(cmd->name,
			  msg_tr("--to takes text or json, not '%s'",
				 "--to cần text hoặc json, không phải '%s'"),
			  value[TO]);
		return CMD_USAGE;
	}
	if (forms_open(&forms, value[FORMS], &err) != VB_OK ||
	    (value[FORM] &&
	     forms_get(&forms, value[FORM], &form, &err) != VB_OK) ||
	    vb_inspect(args[0], form, json, &blob, &sink, &err) != VB_OK) {
		msg_error_once(&err, args[0], &tally);
		rc = cmd_exit_read(&err);
	} else {
		rc = cmd_write("-", &blob);
		if (msg_has_findings(&tally))
			rc = cmd_worse(rc, CMD_FINDINGS);
	}
	vb_blob_release(&blob);
	forms_release(&forms);
	return (int)rc;
}

const struct cmd cmd_inspect = {
	"inspect",
	"FILE",
	"list the marks of a document, with their places",
	"liệt kê các dấu trường trong một văn bản",
	opts,
	1,
	1,
	run,
};
