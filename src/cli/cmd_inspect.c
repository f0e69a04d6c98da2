/*
 * cmd_inspect.c - what marks a document carries, and where; of a template,
 * whether it, its form and the answers to come fit each other.
 */
#include "cli/annotate.h"
#include "cli/cmd.h"
#include "cli/forms.h"
#include "cli/msg.h"
#include "cli/notes.h"
#include "cli/walk.h"
#include "cli/words.h"

#include <stdio.h>
#include <string.h>

enum {
	FORM,
	FORMS,
	TEMPLATE,
	ANNOTATE,
	LINKS,
	REJECT,
	TO,
	UNITS
};

static const struct opt opts[] = {
	[FORM] = OPT_FORM,
	[FORMS] = OPT_FORMS,
	[TEMPLATE] = {"template", 0, "FILE",
		      "the template a document was filled from"},
	[ANNOTATE] = {"annotate", 0, "FILE",
		      "a copy with a Word comment at each finding"},
	[LINKS] = {"links", 'l', NULL, "with --to text: where links lead"},
	[REJECT] = {"reject", 'r', NULL,
		    "with --to text: tracked changes as rejected"},
	[TO] = {"to", 't', "KIND", "marks (usual), json or text"},
	[UNITS] = {"units", 'u', "CSV", "the list of units, to check answers"},
	OPT_END,
};

struct job {
	const char *path;
	const char *template_path, *annotate_path; /* or NULL */
	struct forms forms;
	const struct vb_form *form; /* or NULL */
	struct vb_about about;
	const char *list; /* of units, or NULL */
	struct vb_units *units;
	bool json;
	bool is_stdin; /* can be read once */
	struct walk answers;
	struct msg_tally tally;
	struct notes notes; /* of the document or template */
};

static enum cmd_exit failed(struct job *job, const struct vb_error *err,
			    const char *path)
{
	msg_error_once(err, path, &job->tally);
	return cmd_exit_read(err);
}

static enum cmd_exit annotate(const struct job *job)
{
	const struct annotate what = {job->path, job->annotate_path, false,
				      VB_NOTE, NULL};

	return job->annotate_path ? annotate_write(&what, &job->notes)
				  : CMD_DONE;
}

/* ---- a template ---------------------------------------------------------- */

/* What vb_inspect() has told of a document in its own words. */
static bool is_told(const char *rule)
{
	static const char *const rules[] = {"unknown-tag", "field-without-slot",
					    "level-without-slot"};
	size_t i;

	for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcmp(rule, rules[i]) == 0)
			return true;
	return false;
}

static void take_untold(void *payload, const struct vb_finding *finding)
{
	const struct vb_sink *sink = payload;

	if (!is_told(finding->rule))
		sink->take(sink->payload, finding);
}

/* One file of answers; false when the output fails. */
static bool check_file(struct job *job, struct vb_check *check,
		       const char *path, enum cmd_exit *rc)
{
	struct notes notes = {.failed = false};
	struct notes_tee tee = {msg_sink(&job->tally),
				job->json ? &notes : NULL};
	struct vb_sink sink = notes_sink(&tee);
	struct vb_error err = {0}, none = {0};

	if (vb_check_answers(check, path, &sink, &err) != VB_OK)
		*rc = cmd_worse(*rc, failed(job, &err, path));
	if (job->json && notes_print(&notes, path, &none) != VB_OK)
		*rc = cmd_worse(*rc, failed(job, &none, path));
	notes_clear(&notes);
	return *rc != CMD_INTERNAL;
}

static void print_missing(const struct vb_check *check, size_t of)
{
	const char *field;
	size_t i, count;
	bool has_any = false;

	for (i = 0; vb_check_missing(check, i, &field, &count); i++) {
		if (!count)
			continue;
		if (!has_any)
			printf("field\tmissing\tof\n");
		has_any = true;
		printf("%s\t%zu\t%zu\n", field, count, of);
	}
}

static enum cmd_exit summary(const struct job *job,
			     const struct vb_check *check)
{
	struct vb_check_summary sum;
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc = CMD_DONE;

	vb_check_sum(check, &sum);
	if (!job->json) {
		print_missing(check, sum.valid + sum.findings);
	} else if (vb_check_json(check, &blob, &err) == VB_OK) {
		fwrite(blob.data, 1, blob.size, stdout);
	} else {
		msg_error(&err, job->path);
		rc = cmd_exit_read(&err);
	}
	vb_blob_release(&blob);
	msg_say(msg_tr("template: %zu findings; answers: %zu valid, %zu with "
		       "findings, %zu invalid",
		       "mẫu: %zu chỗ cần xem lại; trả lời: %zu hợp lệ, %zu cần "
		       "xem lại, %zu không hợp lệ"),
		sum.template_findings, sum.valid, sum.findings, sum.invalid);
	return sum.is_template_valid ? rc : cmd_worse(rc, CMD_INPUT);
}

static enum cmd_exit check_template(struct job *job)
{
	struct notes_tee tee = {msg_sink(&job->tally), &job->notes};
	struct vb_sink sink = notes_sink(&tee);
	struct vb_check *check = NULL;
	struct vb_error err = {0};
	enum cmd_exit rc = CMD_DONE;
	size_t i;

	if (job->list && vb_units_read(&job->units, job->list, &err) != VB_OK)
		return failed(job, &err, job->list);
	if (vb_check_open(&check, job->path, job->form, &sink, &err) != VB_OK ||
	    (job->json && notes_print(&job->notes, job->path, &err) != VB_OK)) {
		vb_check_free(check);
		return failed(job, &err, job->path);
	}
	vb_check_units(check, job->units);
	for (i = 0; i < job->answers.n; i++)
		if (!check_file(job, check, job->answers.at[i], &rc))
			break;
	rc = cmd_worse(rc, summary(job, check));
	vb_check_free(check);
	vb_units_free(job->units);
	job->units = NULL;
	return cmd_worse(rc, annotate(job));
}

/* ---- a document ---------------------------------------------------------- */

static int verify(struct job *job, const struct vb_sink *sink,
		  struct vb_error *err)
{
	struct vb_made_of of = {job->template_path,
				job->answers.n ? job->answers.at[0] : NULL};
	struct vb_check *check = NULL;
	struct vb_sink untold = {take_untold, (void *)sink};
	int rc;

	if (job->is_stdin)
		return VB_OK;
	if (job->about.is_filled)
		return vb_verify(job->path, job->form, &of, sink, err);
	if (!job->form)
		return VB_OK;
	rc = vb_check_open(&check, job->path, job->form, &untold, err);
	vb_check_free(check);
	return rc;
}

static enum cmd_exit inspect(struct job *job)
{
	struct notes_tee tee = {msg_sink(&job->tally), &job->notes};
	struct vb_sink sink = notes_sink(&tee);
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	if (vb_inspect(job->path, job->form, job->json, &blob, &sink, &err) !=
		    VB_OK ||
	    verify(job, &sink, &err) != VB_OK)
		rc = failed(job, &err, job->path);
	else
		rc = cmd_worse(cmd_write("-", &blob), annotate(job));
	vb_blob_release(&blob);
	return rc;
}

/* ---- both ---------------------------------------------------------------- */

/* The form that is given, else the one the document names, when that is
 * needed and is to be found. */
static int find_form(struct job *job, const char *form, const char *dir,
		     bool is_needed, struct vb_error *err)
{
	struct vb_error none = {0};
	int rc = forms_open(&job->forms, dir, err);

	if (rc == VB_OK && form)
		return forms_get(&job->forms, form, &job->form, err);
	if (rc != VB_OK || !is_needed || !job->about.form[0])
		return rc;
	rc = forms_find(&job->forms, job->about.form, &job->form, &none);
	if (rc != VB_OK && rc != VB_NOFORM)
		*err = none;
	return rc == VB_NOFORM ? VB_OK : rc;
}

static enum cmd_exit collect(struct job *job, char *const *args, int n_args)
{
	struct vb_error err = {0};
	int i;

	job->answers.suffix = ".xml";
	for (i = 1; i < n_args; i++)
		if (walk_add(&job->answers, args[i], &err) != VB_OK)
			return failed(job, &err, args[i]);
	if (n_args == 1 || job->answers.n)
		return CMD_DONE;
	msg_say("%s", msg_tr("no .xml file there", "không có tệp .xml nào"));
	return CMD_INPUT;
}

static enum cmd_exit work(struct job *job)
{
	if (!job->about.is_filled && (job->answers.n || job->annotate_path))
		return check_template(job);
	if (job->answers.n > 1) {
		msg_usage("inspect", "%s",
			  msg_tr("a filled document has one file of answers",
				 "văn bản đã điền chỉ có một tệp trả lời"));
		return CMD_USAGE;
	}
	return inspect(job);
}

static unsigned flags_of(const char *const *value)
{
	return (value[LINKS] ? VB_TEXT_LINKS : 0u) |
	       (value[REJECT] ? VB_TEXT_REJECTED : 0u);
}

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct vb_error err = {0};
	struct job job = {.path = args[0],
			  .template_path = value[TEMPLATE],
			  .annotate_path = value[ANNOTATE],
			  .list = value[UNITS]};
	enum cmd_exit rc;

	job.is_stdin = strcmp(args[0], "-") == 0;
	job.json = value[TO] && strcmp(value[TO], "json") == 0;
	if (value[TO] && strcmp(value[TO], "text") == 0)
		return (int)words_print(args, n_args, flags_of(value));
	if (value[TO] && !job.json && strcmp(value[TO], "marks") != 0) {
		msg_usage(cmd->name,
			  msg_tr("--to takes marks, json or text, not '%s'",
				 "--to cần marks, json hoặc text, không phải "
				 "'%s'"),
			  value[TO]);
		return CMD_USAGE;
	}
	if (job.is_stdin && (n_args > 1 || value[ANNOTATE])) {
		msg_usage(cmd->name, "%s",
			  msg_tr("this needs a file, not standard input",
				 "việc này cần một tệp, không phải đầu vào "
				 "chuẩn"));
		return CMD_USAGE;
	}
	if ((!job.is_stdin && vb_about(&job.about, args[0], &err) != VB_OK) ||
	    find_form(&job, value[FORM], value[FORMS],
		      n_args > 1 || value[ANNOTATE] || value[TEMPLATE],
		      &err) != VB_OK)
		rc = failed(&job, &err, args[0]);
	else
		rc = collect(&job, args, n_args);
	if (rc == CMD_DONE)
		rc = work(&job);
	if (msg_has_findings(&job.tally))
		rc = cmd_worse(rc, CMD_FINDINGS);
	notes_clear(&job.notes);
	walk_release(&job.answers);
	forms_release(&job.forms);
	return (int)rc;
}

const struct cmd cmd_inspect = {
	"inspect",
	"FILE [ANSWERS|DIR...]",
	"list the marks of a document; check a template and answers",
	"liệt kê các dấu trường; kiểm tra mẫu và dữ liệu trả lời",
	opts,
	1,
	-1,
	run,
};
