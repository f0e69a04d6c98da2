/*
 * cmd_extract.c - returned documents -> answers, JSON or a table.
 *
 * A document that cannot be read is said and passed over; the exit tells.
 */
#include "cli/cmd.h"
#include "cli/deadlines.h"
#include "cli/forms.h"
#include "cli/convert.h"
#include "cli/msg.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/sendback.h"
#include "cli/walk.h"
#include "cli/whose.h"

#include <string.h>
#include <sys/stat.h>

enum {
	OUT,
	FORM,
	FORMS,
	TO,
	ON,
	ANNOTATE,
	UNITS
};

static const struct opt opts[] = {
	[OUT] = {"output", 'o', "OUT", "file or folder; stdout when absent"},
	[FORM] = OPT_FORM,
	[FORMS] = OPT_FORMS,
	[TO] = {"to", 't', "KIND", "xml (usual), json or csv"},
	[ON] = OPT_ON,
	[ANNOTATE] = {"annotate", 0, "DIR",
		      "copies with Word comments, to send back"},
	[UNITS] = {"units", 'u', "CSV", "the list of units"},
	OPT_END,
};

struct job {
	struct forms forms;
	const struct vb_form *form; /* NULL: each document names its own */
	const char *on;		    /* or NULL */
	struct walk walk;
	struct results results;
	struct sendback back;
	struct whose whose;
	size_t good, found, bad;
	struct convert convert; /* .doc and .rtf among them */
};

static bool read_kind(enum results_kind *kind, const char *word,
		      const struct cmd *cmd)
{
	static const char *const names[] = {"xml", "json", "csv"};
	size_t i;

	*kind = RESULTS_XML;
	if (!word)
		return true;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(word, names[i]) == 0) {
			*kind = (enum results_kind)i;
			return true;
		}
	msg_usage(cmd->name,
		  msg_tr("--to takes xml, json or csv, not '%s'",
			 "--to cần xml, json hoặc csv, không phải '%s'"),
		  word);
	return false;
}

static void say_findings(const struct job *job, const char *path,
			 const struct vb_reading *reading,
			 struct msg_tally *tally)
{
	struct vb_sink sink = msg_sink(tally);
	size_t i;

	for (i = 0; i < vb_reading_findings(reading); i++)
		sink.take(sink.payload, vb_reading_finding(reading, i));
	deadlines_passed(vb_reading_form(reading), path, job->on, &sink);
}

/* Document i; the exit so far in *rc. False when the output fails: no use to
 * go on then. */
static bool extract(struct job *job, size_t i, enum cmd_exit *rc)
{
	const char *path = job->walk.at[i];
	const char *made = convert_path(&job->convert, i);
	struct vb_error err = {0};
	struct vb_reading *reading = NULL;
	struct msg_tally tally = {0};

	if (forms_read(&job->forms, &reading, path, made ? made : path,
		       job->form, &err) != VB_OK) {
		msg_error(&err, path);
		job->bad++;
		*rc = cmd_worse(*rc, cmd_exit_read(&err));
		return true;
	}
	if (whose_take(&job->whose, reading, path, &err) != VB_OK) {
		vb_reading_free(reading);
		msg_error(&err, path);
		*rc = cmd_worse(*rc, cmd_exit_read(&err));
		return false;
	}
	say_findings(job, path, reading, &tally);
	if (results_take(&job->results, reading, path, &err) != VB_OK) {
		vb_reading_free(reading);
		if (err.code == VB_NOFORM) {
			msg_error(&err, path);
			job->bad++;
			*rc = cmd_worse(*rc, cmd_exit_read(&err));
			return true;
		}
		msg_error_output(&err, path);
		*rc = cmd_worse(*rc, cmd_exit_write(&err));
		return false;
	}
	*rc = cmd_worse(*rc, sendback_take(&job->back, path, made ? made : path,
					   reading));
	vb_reading_free(reading);
	if (msg_has_findings(&tally)) {
		job->found++;
		*rc = cmd_worse(*rc, CMD_FINDINGS);
	} else {
		job->good++;
	}
	return true;
}

static enum cmd_exit extract_all(struct job *job)
{
	struct vb_error err = {0};
	struct progress progress;
	enum cmd_exit rc = CMD_DONE;
	size_t i, n = job->walk.n;

	/* without LibreOffice each .doc and .rtf is an error of its own */
	if (convert_all(&job->convert, job->walk.at, n) == CMD_STOPPED)
		return CMD_STOPPED;
	progress_init(&progress);
	for (i = 0; i < n; i++) {
		if (!extract(job, i, &rc))
			return rc;
		progress_step(&progress, i + 1, n);
	}
	progress_end(&progress);
	/* one document that could not be read leaves no empty output */
	if (n == 1 && job->bad == 1)
		return rc;
	if (results_close(&job->results, &err) != VB_OK) {
		msg_error_output(&err, job->results.out);
		rc = cmd_worse(rc, cmd_exit_write(&err));
	}
	if (n > 1)
		msg_say(msg_tr("documents: %zu read, %zu with findings, "
			       "%zu unreadable",
			       "văn bản: %zu đọc được, %zu cần xem lại, "
			       "%zu không đọc được"),
			job->good, job->found, job->bad);
	return rc;
}

static enum cmd_exit collect(struct job *job, char *const *args, int n_args,
			     bool *has_dir)
{
	struct vb_error err = {0};
	int i;

	*has_dir = false;
	for (i = 0; i < n_args; i++) {
		struct stat st;

		*has_dir |= stat(args[i], &st) == 0 && S_ISDIR(st.st_mode);
		if (walk_add(&job->walk, args[i], &err) == VB_OK)
			continue;
		msg_error(&err, args[i]);
		return cmd_exit_read(&err);
	}
	if (job->walk.n)
		return CMD_DONE;
	msg_say("%s", msg_tr("no .docx file there", "không có tệp .docx nào"));
	return CMD_INPUT;
}

static enum cmd_exit open_units(struct job *job, const char *list)
{
	struct vb_error err = {0};

	if (whose_open(&job->whose, list, &err) == VB_OK)
		return CMD_DONE;
	msg_error(&err, list);
	return cmd_exit_read(&err);
}

static enum cmd_exit open_forms(struct job *job, const char *form,
				const char *dir)
{
	struct vb_error err = {0};

	if (forms_open(&job->forms, dir, &err) == VB_OK &&
	    (!form || forms_get(&job->forms, form, &job->form, &err) == VB_OK))
		return CMD_DONE;
	msg_error(&err, form ? form : dir);
	return cmd_exit_read(&err);
}

/* Many answers files need a folder. */
static enum cmd_exit open_results(struct job *job, enum results_kind kind,
				  const char *out, bool many,
				  const struct cmd *cmd)
{
	struct vb_error err = {0};

	if (kind == RESULTS_XML && many && (!out || strcmp(out, "-") == 0)) {
		msg_usage(cmd->name, "%s",
			  msg_tr("answers of several documents need a folder: "
				 "give -o DIR",
				 "trả lời của nhiều văn bản cần một thư mục: "
				 "dùng -o THƯ-MỤC"));
		return CMD_USAGE;
	}
	if (results_open(&job->results, kind, out ? out : "-", many, &err) ==
	    VB_OK)
		return CMD_DONE;
	msg_error_output(&err, out);
	return cmd_exit_write(&err);
}

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct job job = {0};
	enum results_kind kind;
	enum cmd_exit rc;
	bool has_dir = false;

	if (!read_kind(&kind, value[TO], cmd) || !deadlines_day(cmd, value[ON]))
		return CMD_USAGE;
	job.on = value[ON];
	job.results.file.fd = -1;
	rc = open_forms(&job, value[FORM], value[FORMS]);
	if (rc == CMD_DONE)
		rc = open_units(&job, value[UNITS]);
	if (rc == CMD_DONE)
		rc = collect(&job, args, n_args, &has_dir);
	if (rc == CMD_DONE)
		rc = open_results(&job, kind, value[OUT],
				  has_dir || job.walk.n > 1, cmd);
	job.results.is_usual = !value[TO];
	if (rc == CMD_DONE)
		rc = sendback_open(&job.back, value[ANNOTATE]);
	if (rc == CMD_DONE)
		rc = extract_all(&job);
	sendback_release(&job.back);
	results_release(&job.results);
	whose_release(&job.whose);
	convert_release(&job.convert);
	walk_release(&job.walk);
	forms_release(&job.forms);
	return (int)rc;
}

const struct cmd cmd_extract = {
	"extract",
	"FILE|DIR...",
	"read the answers out of returned documents",
	"đọc các câu trả lời từ văn bản gửi về",
	opts,
	1,
	-1,
	run,
};
