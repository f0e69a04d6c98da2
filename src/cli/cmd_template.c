/* cmd_template.c - form -> Word template, and its pages to look at. */
#include "cli/preview.h"

enum {
	OUT,
	FORMS,
	PREVIEW
};

static const struct opt opts[] = {
	[OUT] = {"output", 'o', "FILE", "the Word template, '-' for stdout"},
	[FORMS] = OPT_FORMS,
	[PREVIEW] = {"preview", 'p', "FILE",
		     "its pages as FILE.pdf or FILE.png, by LibreOffice"},
	OPT_END,
};

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	const char *out = value[OUT];
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	(void)n_args;
	if (value[PREVIEW] && !preview_is_name(cmd, value[PREVIEW]))
		return CMD_USAGE;
	/* only looked at: nothing is written to a terminal or a pipe */
	if (!out && !value[PREVIEW])
		out = "-";
	rc = cmd_made(&blob, value[FORMS], args[0], vb_template_make);
	if (rc == CMD_DONE && out)
		rc = cmd_write(out, &blob);
	if (rc == CMD_DONE && value[PREVIEW])
		rc = preview_write(&blob, value[PREVIEW]);
	vb_blob_release(&blob);
	return (int)rc;
}

const struct cmd cmd_template = {
	"template",
	"FORM",
	"make the Word template of a form",
	"tạo mẫu Word từ một biểu mẫu",
	opts,
	1,
	1,
	run,
};
