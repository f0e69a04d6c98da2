/*
 * cmd_validate.c - answers against their form, or a form file alone, with
 * what it asks of whom until when.
 *
 * Which of the two a file is, its root element tells.
 */
#include "cli/cmd.h"
#include "cli/deadlines.h"
#include "cli/forms.h"
#include "cli/msg.h"
#include "util/file.h"

#include <stdio.h>
#include <string.h>

enum {
	FORM,
	FORMS,
	ON
};

static const struct opt opts[] = {
	[FORM] = OPT_FORM,
	[FORMS] = OPT_FORMS,
	[ON] = OPT_ON,
	OPT_END,
};

/* Past the XML declaration, comments and white space; NULL at the end. */
static const char *root_start(const char *p)
{
	for (;;) {
		const char *end;

		p = strchr(p, '<');
		if (!p || (p[1] != '?' && p[1] != '!'))
			return p;
		end = strstr(p, strncmp(p, "<!--", 4) == 0 ? "-->" : ">");
		if (!end)
			return NULL;
		p = end;
	}
}

/* A form's root is `form` of the form namespace, whatever its prefix. */
static bool is_form(const struct vb_blob *blob)
{
	const char *tag = root_start((const char *)blob->data);
	const char *end = tag ? strchr(tag, '>') : NULL;
	const char *ns = tag ? strstr(tag, "urn:vanban:form:1") : NULL;
	const char *name, *colon;
	size_t n;

	if (!end || !ns || ns > end)
		return false;
	name = tag + 1;
	n = strcspn(name, " \t\r\n>/");
	colon = memchr(name, ':', n);
	if (colon) {
		n -= (size_t)(colon + 1 - name);
		name = colon + 1;
	}
	return n == 4 && memcmp(name, "form", 4) == 0;
}

/* The form answers name, found by reading them without one. */
static int form_of(struct forms *forms, const struct vb_blob *blob,
		   const char *path, const struct vb_form **form,
		   struct vb_error *err)
{
	struct vb_answers *answers = NULL;
	int rc;

	rc = vb_answers_parse(&answers, NULL, blob->data, blob->size, path,
			      NULL, err);
	if (rc == VB_OK)
		rc = forms_find(forms, vb_answers_form(answers), form, err);
	vb_answers_free(answers);
	return rc;
}

/* A table with tabs, as spreadsheets take it. */
static void list_obligations(const struct vb_form *form, const char *path,
			     const char *on, struct vb_sink *sink)
{
	size_t i, n = vb_form_obligations(form);

	if (n > 0)
		printf("id\tdeadline\tactor\taction\trecipient\n");
	for (i = 0; i < n; i++) {
		const struct vb_obligation *one = vb_form_obligation(form, i);

		printf("%s\t%s\t%s\t%s\t%s\n", one->id, one->deadline,
		       one->actor, one->action, one->recipient);
	}
	deadlines_passed(form, path, on, sink);
}

struct request {
	const struct vb_form *form; /* or NULL */
	const char *on;		    /* or NULL */
};

static int check(struct forms *forms, const struct request *request,
		 const char *path, struct msg_tally *tally,
		 struct vb_error *err)
{
	const struct vb_form *form = request->form;
	struct vb_sink sink = msg_sink(tally);
	struct vb_blob blob = {0};
	struct vb_answers *answers = NULL;
	struct vb_form *checked = NULL;
	size_t count = 0;
	int rc;

	rc = file_read(&blob, path, err);
	if (rc == VB_OK && blob.data && is_form(&blob)) {
		rc = vb_form_parse(&checked, blob.data, blob.size, path, err);
		if (rc == VB_OK)
			list_obligations(checked, path, request->on, &sink);
		goto out;
	}
	if (rc == VB_OK && !form)
		rc = form_of(forms, &blob, path, &form, err);
	if (rc == VB_OK)
		rc = vb_answers_parse(&answers, form, blob.data, blob.size,
				      path, &sink, err);
	if (rc == VB_OK)
		rc = vb_answers_check(answers, form, path, &sink, &count, err);
out:
	vb_form_free(checked);
	vb_answers_free(answers);
	vb_blob_release(&blob);
	return rc;
}

static enum cmd_exit check_all(struct forms *forms,
			       const struct request *request,
			       char *const *paths, int n)
{
	enum cmd_exit worst = CMD_DONE;
	int i, valid = 0, found = 0;

	for (i = 0; i < n; i++) {
		struct vb_error err = {0};
		struct msg_tally tally = {0};
		enum cmd_exit rc = CMD_DONE;

		if (check(forms, request, paths[i], &tally, &err) != VB_OK) {
			msg_error_once(&err, paths[i], &tally);
			rc = cmd_exit_read(&err);
		} else if (msg_has_findings(&tally)) {
			rc = CMD_FINDINGS;
			found++;
		} else {
			valid++;
		}
		worst = cmd_worse(worst, rc);
	}
	msg_say(msg_tr("files: %d valid, %d with findings, %d invalid",
		       "tệp: %d hợp lệ, %d cần xem lại, %d không hợp lệ"),
		valid, found, n - valid - found);
	return worst;
}

static int run(const struct cmd *cmd, const char *const *value,
	       char *const *args, int n_args)
{
	struct vb_error err = {0};
	struct forms forms = {0};
	struct request request = {NULL, value[ON]};
	enum cmd_exit rc;

	if (!deadlines_day(cmd, request.on))
		return CMD_USAGE;
	if (forms_open(&forms, value[FORMS], &err) != VB_OK ||
	    (value[FORM] &&
	     forms_get(&forms, value[FORM], &request.form, &err) != VB_OK)) {
		msg_error(&err, value[FORM] ? value[FORM] : value[FORMS]);
		rc = cmd_exit_read(&err);
	} else {
		rc = check_all(&forms, &request, args, n_args);
	}
	forms_release(&forms);
	return (int)rc;
}

const struct cmd cmd_validate = {
	"validate",
	"FILE...",
	"check answers against their form, or a form",
	"kiểm tra dữ liệu trả lời, hoặc biểu mẫu",
	opts,
	1,
	-1,
	run,
};
