/* cmd_template.c - form -> Word template. */
#include "cli/cmd.h"

enum {
	OUT,
	FORMS
};

static const struct opt opts[] = {
	[OUT] = {"output", 'o', "FILE", "the Word template, '-' for stdout"},
	[FORMS] = OPT_FORMS,
	OPT_END,
};

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	(void)cmd;
	(void)n_args;
	return (int)cmd_make(value[OUT], value[FORMS], args[0],
			     vb_template_make);
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
