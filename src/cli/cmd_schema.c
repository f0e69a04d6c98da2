/* cmd_schema.c - form -> RELAX NG schema of its answers. */
#include "cli/cmd.h"

enum {
	OUT,
	FORMS
};

static const struct opt opts[] = {
	[OUT] = {"output", 'o', "FILE", "the schema, '-' for stdout"},
	[FORMS] = OPT_FORMS,
	OPT_END,
};

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	(void)cmd;
	(void)n_args;
	return (int)cmd_make(value[OUT], value[FORMS], args[0], vb_form_schema);
}

const struct cmd cmd_schema = {
	"schema",
	"FORM",
	"write the RELAX NG schema of a form's answers",
	"ghi lược đồ RELAX NG của dữ liệu trả lời",
	opts,
	1,
	1,
	run,
};
