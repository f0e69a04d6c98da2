/* cmd_form.c - outline document -> first draft of a form. */
#include "cli/cmd.h"

#include "cli/msg.h"

enum {
	OUT
};

static const struct opt opts[] = {
	[OUT] = {"output", 'o', "FILE", "the form, '-' for stdout"},
	OPT_END,
};

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct vb_error err = {0};
	struct msg_tally tally = {0};
	struct vb_sink sink = msg_sink(&tally);
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	(void)cmd;
	(void)n_args;
	if (vb_form_draft(args[0], &blob, &sink, &err) != VB_OK) {
		msg_error(&err, args[0]);
		return (int)cmd_exit_read(&err);
	}
	rc = cmd_write(value[OUT] ? value[OUT] : "-", &blob);
	vb_blob_release(&blob);
	if (rc == CMD_DONE && msg_has_findings(&tally))
		rc = CMD_FINDINGS;
	return (int)rc;
}

const struct cmd cmd_form = {
	"form",
	"OUTLINE",
	"draft a form from an outline in Word",
	"tạo bản nháp biểu mẫu từ đề cương Word",
	opts,
	1,
	1,
	run,
};
