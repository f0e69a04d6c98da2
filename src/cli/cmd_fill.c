/* cmd_fill.c - one template, one answers file -> one document. */
#include "cli/cmd.h"
#include "cli/filler.h"
#include "cli/msg.h"

#include <string.h>

enum {
	OUT,
	FORM,
	FORMS,
	PLAIN
};

static const struct opt opts[] = {
	[OUT] = {"output", 'o', "FILE", "the filled document, '-' for stdout"},
	[FORM] = OPT_FORM,
	[FORMS] = OPT_FORMS,
	[PLAIN] = OPT_PLAIN,
	OPT_END,
};

/* Fills with what `filler` has found; findings are said and counted. */
static int fill(const struct filler *filler, const char *path, bool plain,
		struct vb_blob *blob, struct msg_tally *tally,
		struct vb_error *err)
{
	struct vb_sink sink = msg_sink(tally);
	struct vb_fill_options options = {.plain = plain, .file = path};
	struct vb_answers *answers = NULL;
	size_t count = 0;
	int rc;

	rc = vb_answers_read(&answers, filler->form, path, &sink, err);
	if (rc == VB_OK && filler->form)
		rc = vb_answers_check(answers, filler->form, path, &sink,
				      &count, err);
	if (rc == VB_OK)
		rc = vb_fill(filler->tpl, answers, &options, blob, &sink, err);
	vb_answers_free(answers);
	return rc;
}

/* What is wrong with the answers is told too when the template has faults, so
 * that one run tells all. */
static void check_answers(const struct filler *filler, const char *path,
			  struct msg_tally *tally)
{
	struct vb_sink sink = msg_sink(tally);
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	size_t count = 0;
	int rc = vb_answers_read(&answers, filler->form, path, &sink, &err);

	if (rc == VB_OK && filler->form)
		rc = vb_answers_check(answers, filler->form, path, &sink,
				      &count, &err);
	if (rc != VB_OK)
		msg_error_once(&err, path, tally);
	vb_answers_free(answers);
}

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct vb_error err = {0};
	struct filler filler = {0};
	struct vb_blob blob = {0};
	struct msg_tally tally = {0};
	enum cmd_exit rc = CMD_DONE;

	(void)n_args;
	if (!value[OUT]) {
		msg_usage(cmd->name, "%s",
			  msg_tr("where to? give -o FILE",
				 "ghi vào đâu? cần có -o TỆP"));
		return CMD_USAGE;
	}
	if (strcmp(args[0], "-") == 0) {
		msg_usage(cmd->name, "%s",
			  msg_tr("the template cannot come from stdin",
				 "không đọc mẫu từ đầu vào chuẩn"));
		return CMD_USAGE;
	}
	if (filler_open(&filler, args[0], value[FORM], value[FORMS], &tally,
			&err) != VB_OK) {
		msg_error_once(&err, args[0], &tally);
		rc = cmd_exit_read(&err);
		if (err.code == VB_TEMPLATE)
			check_answers(&filler, args[1], &tally);
	} else if (fill(&filler, args[1], value[PLAIN] != NULL, &blob, &tally,
			&err) != VB_OK) {
		msg_error_once(&err, args[1], &tally);
		rc = cmd_exit_read(&err);
	} else {
		rc = cmd_write(value[OUT], &blob);
	}
	if (msg_has_findings(&tally))
		rc = cmd_worse(rc, CMD_FINDINGS);
	vb_blob_release(&blob);
	filler_release(&filler);
	return (int)rc;
}

const struct cmd cmd_fill = {
	"fill",
	"TEMPLATE ANSWERS -o FILE",
	"fill a template from an answers file",
	"điền một mẫu từ một tệp trả lời",
	opts,
	2,
	2,
	run,
};
