/*
 * verify.c - a filled document against the digests it carries (wml/marks.h):
 * is the form still that form, the template that template, and do the values
 * on the page still say what was filled?
 *
 * A digest of the answers is that of their canonical file, so that what is
 * read from an untouched document has it too.
 */
#include "extract/reading.h"

#include "form/xml.h"
#include "util/err.h"
#include "util/file.h"
#include "wml/marks.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	/* Changed values that are told one by one: a person looks at them. */
	VERIFY_CHANGED_MAX = 200,
	/* Files read because a document names them: fill puts in no more. */
	VERIFY_PARTIALS_MAX = 100
};

struct verifier {
	const char *file;
	const struct wml_props *props;
	const struct vb_reading *reading; /* or NULL */
	const struct vb_sink *sink;
	struct vb_error *err;
	size_t n_changed;
};

__attribute__((format(printf, 4, 5))) static void
tell(const struct verifier *v, const char *rule, enum vb_severity severity,
     const char *fmt, ...)
{
	struct vb_finding finding = {
		.rule = rule, .severity = severity, .field = "", .level = ""};
	char message[256];
	va_list ap;

	va_start(ap, fmt);
	err_format(message, sizeof(message), fmt, ap);
	va_end(ap);
	finding.message = message;
	finding.place.file = v->file;
	finding.place.part = finding.place.heading = finding.place.near = "";
	v->sink->take(v->sink->payload, &finding);
}

static bool has(const struct verifier *v, const char *prop)
{
	return wml_props_find(v->props, prop)[0] != '\0';
}

/* True when the document was made with other bytes, and says so. */
static bool differs(const struct verifier *v, const char *prop,
		    const char *digest)
{
	return has(v, prop) &&
	       strcmp(wml_props_find(v->props, prop), digest) != 0;
}

static int digest_answers(char out[DIGEST_SIZE], const struct vb_answers *given,
			  struct vb_error *err)
{
	struct buf buf = BUF_INIT;

	answers_serialize(&buf, given);
	if (buf_ok(&buf))
		digest_bytes(out, buf.data, buf.size);
	else
		err_set(err, VB_NOMEM, "out of memory");
	buf_release(&buf);
	return err && err->code ? (int)err->code : VB_OK;
}

/* ---- what was changed on the page ---------------------------------------- */

struct changed {
	const struct answer *answer;
	int row;
	const char *how;
};

static void tell_value(struct verifier *v, const struct changed *changed)
{
	const struct vb_reading *reading = v->reading;
	const struct answer *answer = changed->answer;
	struct vb_finding finding = {.rule = "value-changed",
				     .severity = VB_NOTE,
				     .field = answer->id,
				     .level = answer->level,
				     .row = changed->row};
	char message[FORM_ID_MAX + 64];
	size_t i;

	if (++v->n_changed > VERIFY_CHANGED_MAX)
		return;
	if (v->n_changed == VERIFY_CHANGED_MAX) {
		tell(v, "more-findings", VB_NOTE,
		     "there are more findings than these");
		return;
	}
	finding.place.part = finding.place.heading = finding.place.near = "";
	for (i = 0; i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *field = vb_reading_field(reading,
								     i);

		if (strcmp(field->id, answer->id) != 0 ||
		    strcmp(field->level, answer->level) != 0 ||
		    field->row != changed->row)
			continue;
		finding.place = field->place;
		break;
	}
	finding.place.file = v->file;
	snprintf(message, sizeof(message), "'%s' %s", answer->id, changed->how);
	finding.message = message;
	v->sink->take(v->sink->payload, &finding);
}

static void compare_group(struct verifier *v, const struct answer_group *filled,
			  const struct answer_group *found, int row)
{
	size_t i, j;

	for (i = 0; i < filled->n; i++) {
		const struct answer *old = &filled->at[i];
		const struct answer *now = answers_find(found, old->id,
							old->level);
		struct changed changed = {old, row, "is not answered any more"};

		if (now && answer_equal(old, now))
			continue;
		if (now)
			changed.how = "is not what was filled";
		if (!now || old->kind != VALUE_ROWS ||
		    now->kind != VALUE_ROWS || old->n_rows != now->n_rows) {
			tell_value(v, &changed);
			continue;
		}
		for (j = 0; j < old->n_rows; j++)
			compare_group(v, &old->rows[j], &now->rows[j],
				      (int)j + 1);
	}
	for (i = 0; i < found->n; i++) {
		const struct answer *now = &found->at[i];
		struct changed changed = {now, row, "was not answered"};

		if (!answers_find(filled, now->id, now->level))
			tell_value(v, &changed);
	}
}

static int verify_page(struct verifier *v)
{
	const struct vb_reading *reading = v->reading;
	char digest[DIGEST_SIZE];
	int rc = digest_answers(digest, reading->answers, v->err);

	if (rc || !differs(v, MARK_PROP_ANSWERS_HASH, digest))
		return rc;
	tell(v, "values-changed", VB_WARNING,
	     "the values on the page are not those that were filled");
	if (reading->copy) {
		compare_group(v, &reading->copy->top, &reading->answers->top,
			      0);
		compare_group(v, &reading->copy->base, &reading->answers->base,
			      0);
	}
	return VB_OK;
}

/* ---- what it was made of ------------------------------------------------- */

static int digest_file(char digest[DIGEST_SIZE], const char *path,
		       struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc = file_read(&blob, path, err);

	if (rc == VB_OK)
		digest_bytes(digest, blob.data, blob.size);
	vb_blob_release(&blob);
	return rc;
}

/* The partials that the document names, beside the template; one that is not
 * there is one that has changed. */
static int add_partials(char digest[DIGEST_SIZE], const struct verifier *v,
			const char *path)
{
	const char *names = wml_props_find(v->props, MARK_PROP_PARTIALS);
	int rc = VB_OK, n = 0;

	while (*names && rc != VB_NOMEM && n++ < VERIFY_PARTIALS_MAX) {
		size_t size = strcspn(names, "|");
		char own[DIGEST_SIZE] = "", name[256], *file = NULL;

		snprintf(name, sizeof(name), "%.*s",
			 size < sizeof(name) ? (int)size : 0, names);
		rc = file_beside(&file, path, name, NULL);
		if (rc == VB_OK)
			rc = digest_file(own, file, NULL);
		free(file);
		mark_digest_add(digest, name, own);
		names += size + (names[size] == '|');
	}
	return rc == VB_NOMEM ? err_set(v->err, VB_NOMEM, "out of memory")
			      : VB_OK;
}

static int verify_template(const struct verifier *v, const char *path)
{
	char digest[DIGEST_SIZE];
	int rc = digest_file(digest, path, v->err);

	if (rc == VB_OK)
		rc = add_partials(digest, v, path);
	if (rc)
		return rc;
	if (differs(v, MARK_PROP_TEMPLATE_HASH, digest))
		tell(v, "template-changed", VB_WARNING,
		     "'%.120s' is not the template it was filled from", path);
	return VB_OK;
}

static int verify_answers(const struct verifier *v, const struct vb_form *form,
			  const char *path)
{
	struct vb_answers *answers = NULL;
	char digest[DIGEST_SIZE];
	int rc = vb_answers_read(&answers, form, path, v->sink, v->err);

	if (rc == VB_OK)
		rc = digest_answers(digest, answers, v->err);
	vb_answers_free(answers);
	if (rc == VB_OK && differs(v, MARK_PROP_ANSWERS_HASH, digest))
		tell(v, "answers-changed", VB_WARNING,
		     "'%.120s' are not the answers it was filled with", path);
	return rc;
}

static int verify(struct verifier *v, const struct vb_form *form,
		  const struct vb_made_of *of)
{
	int rc = VB_OK;

	if (!has(v, MARK_PROP_ANSWERS_HASH)) {
		tell(v, "digest-missing", VB_NOTE,
		     "the document does not say what it was made of");
		return VB_OK;
	}
	if (form && differs(v, MARK_PROP_FORM_HASH, form->digest))
		tell(v, "form-changed", VB_WARNING,
		     "the form has changed since the document was filled");
	if (of && of->template_path)
		rc = verify_template(v, of->template_path);
	if (rc == VB_OK && of && of->answers_path)
		rc = verify_answers(v, form, of->answers_path);
	if (rc == VB_OK && v->reading)
		rc = verify_page(v);
	return rc;
}

int vb_about(struct vb_about *out, const char *path, struct vb_error *err)
{
	struct source *source = NULL;
	struct opc *opc;
	int rc = opc_open(&opc, path, err);

	memset(out, 0, sizeof(*out));
	if (rc == VB_OK)
		rc = source_open(&source, opc, path, err);
	if (rc == VB_OK) {
		const char *id = source_about(source, MARK_PROP_FORM);

		snprintf(out->form, sizeof(out->form), "%s", id);
		out->is_filled = source->report ||
				 source_about(source,
					      MARK_PROP_ANSWERS_HASH)[0];
	} else {
		err_file(err, path);
	}
	source_free(source);
	return rc;
}

int vb_verify(const char *path, const struct vb_form *form,
	      const struct vb_made_of *of, const struct vb_sink *sink,
	      struct vb_error *err)
{
	struct vb_error own = {0};
	struct verifier v = {.file = path, .sink = sink, .err = &own};
	struct vb_reading *reading = NULL;
	struct source *source = NULL;
	struct opc *opc;
	int rc = opc_open(&opc, path, &own);

	if (rc == VB_OK)
		rc = source_open(&source, opc, path, &own);
	if (rc == VB_OK && form)
		rc = vb_read(&reading, path, form, NULL, &own);
	v.reading = reading;
	if (rc == VB_OK) {
		v.props = source->props;
		rc = verify(&v, form, of);
	}
	vb_reading_free(reading);
	source_free(source);
	if (rc != VB_OK) {
		err_file(&own, path);
		if (err && err->code == VB_OK)
			*err = own;
	}
	return rc;
}
