/* answers_value.c - one value: its canonical form, equality and truth. */
#include "form/paras.h"

#include "text/date.h"
#include "text/norm.h"
#include "text/number.h"
#include "text/span.h"
#include "text/utf8.h"
#include "util/buf.h"
#include "util/err.h"

#include <stdio.h>
#include <string.h>

/* "'id' at level 'th'" for messages; ids are FORM_ID_MAX at most when they
 * come from a form, longer ones are cut by snprintf. */
struct subject {
	char text[2 * FORM_ID_MAX + 32];
};

static struct subject subject_of(const struct answer *answer)
{
	struct subject s;

	if (answer->level[0])
		snprintf(s.text, sizeof(s.text), "'%.64s' at level '%.64s'",
			 answer->id, answer->level);
	else
		snprintf(s.text, sizeof(s.text), "'%.64s'", answer->id);
	return s;
}

static int nomem(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

/* Looks at the words of one text: length and characters XML 1.0 allows. */
static int check_text(const struct answer *answer, const char *text,
		      size_t size, struct vb_error *err)
{
	size_t bad, pos;
	uint32_t c;

	if (size > ANSWERS_TEXT_MAX)
		return err_set(err, VB_LIMIT, "%s has more than %zu bytes",
			       subject_of(answer).text, ANSWERS_TEXT_MAX);
	bad = utf8_find_forbidden(text, size);
	if (bad >= size)
		return VB_OK;
	pos = bad;
	c = utf8_next(text, size, &pos);
	/* a byte that is no UTF-8 also comes out as the replacement */
	if (c == UTF8_REPLACEMENT)
		return err_set(err, VB_ANSWERS,
			       "byte 0x%02x in %s is not UTF-8",
			       (unsigned)(unsigned char)text[bad],
			       subject_of(answer).text);
	return err_set(err, VB_ANSWERS, "character U+%04X in %s is not allowed",
		       (unsigned)c, subject_of(answer).text);
}

static bool has_newline(const char *text, size_t size)
{
	return size && (memchr(text, '\n', size) || memchr(text, '\r', size));
}

/* Trims and NUL-terminates one line of text; "" becomes NULL. */
static int canonical_line(struct vb_answers *answers,
			  const struct answer *answer, const char **text,
			  size_t *size, struct vb_error *err)
{
	struct text_span span;
	int rc = check_text(answer, *text, *size, err);

	if (rc != VB_OK)
		return rc;
	span = text_trim(*text, *size);
	if (has_newline(span.at, span.size))
		return err_set(err, VB_ANSWERS, "%s holds more than one line",
			       subject_of(answer).text);
	if (span.size == 0) {
		*text = NULL;
		*size = 0;
		return VB_OK;
	}
	if (span.at != *text || span.size != *size) {
		*text = arena_strn(&answers->arena, span.at, span.size);
		if (!*text)
			return nomem(err);
		*size = span.size;
	}
	return VB_OK;
}

static void make_empty(struct answer *answer)
{
	answer->kind = VALUE_EMPTY;
	answer->text = NULL;
	answer->size = 0;
}

/* Takes the canonical text of a buffer; the words as they were when equal. */
static int take_text(struct vb_answers *answers, struct answer *answer,
		     struct buf *buf, struct vb_error *err)
{
	if (!buf_ok(buf))
		return nomem(err);
	if (buf->size == answer->size &&
	    memcmp(buf->data, answer->text, buf->size) == 0)
		return VB_OK;
	answer->text = arena_strn(&answers->arena, buf_cstr(buf), buf->size);
	answer->size = buf->size;
	return answer->text ? VB_OK : nomem(err);
}

/* At most so many bytes of a wrong value are quoted in a message. */
#define QUOTE_MAX 40

static int wrong_value(const struct answer *answer, const char *what,
		       struct vb_error *err)
{
	size_t size = answer->size;

	if (size > QUOTE_MAX) {
		size = QUOTE_MAX;
		while (size && (answer->text[size] & 0xc0) == 0x80)
			size--;
	}
	return err_set(err, VB_ANSWERS, "%s is '%.*s%s', not %s",
		       subject_of(answer).text, (int)size, answer->text,
		       size < answer->size ? "..." : "", what);
}

static int canonical_number(struct vb_answers *answers, struct answer *answer,
			    struct vb_error *err)
{
	bool integer = answer->field->type == FIELD_COUNT;
	struct buf buf = BUF_INIT;
	int rc;

	if (number_canonical(&buf, answer->text, answer->size, integer) == 0)
		rc = take_text(answers, answer, &buf, err);
	else if (!buf_ok(&buf))
		rc = nomem(err);
	else
		rc = wrong_value(answer,
				 integer ? "a whole number" : "a number", err);
	buf_release(&buf);
	return rc;
}

static int canonical_date(struct vb_answers *answers, struct answer *answer,
			  struct vb_error *err)
{
	struct buf buf = BUF_INIT;
	int rc;

	if (date_canonical(&buf, answer->text, answer->size) == 0)
		rc = take_text(answers, answer, &buf, err);
	else if (!buf_ok(&buf))
		rc = nomem(err);
	else
		rc = wrong_value(answer, "a date such as 2023-06-05 or 2023-06",
				 err);
	buf_release(&buf);
	return rc;
}

static int canonical_choice(const struct answer *answer, struct vb_error *err)
{
	const struct field *field = answer->field;
	size_t i;

	for (i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].token, answer->text) == 0)
			return VB_OK;
	return wrong_value(answer, "one of its options", err);
}

static int canonical_text(struct vb_answers *answers, struct answer *answer,
			  struct vb_error *err)
{
	int rc = canonical_line(answers, answer, &answer->text, &answer->size,
				err);

	if (rc == VB_OK && !answer->text)
		make_empty(answer);
	return rc;
}

/* ---- file names -------------------------------------------------------- */

/* A name is shown in a list joined by "; " and opened beside the answers. */
static const char *name_fault(const char *name)
{
	size_t i;

	if (name[0] == '.')
		return "begins with a dot";
	for (i = 0; name[i]; i++) {
		unsigned char c = (unsigned char)name[i];

		if (c == '/' || c == '\\')
			return "names a folder";
		if (c == ';')
			return "holds ';'";
		if (c < 0x20 || c == 0x7f)
			return "holds a control character";
	}
	return NULL;
}

static int canonical_files(struct vb_answers *answers, struct answer *answer,
			   struct vb_error *err)
{
	size_t i;

	if (answer->n_files == 0) {
		make_empty(answer);
		return VB_OK;
	}
	if (answer->field && answer->field->type == FIELD_IMAGE &&
	    answer->n_files > 1)
		return err_set(err, VB_ANSWERS, "%s takes one file",
			       subject_of(answer).text);
	for (i = 0; i < answer->n_files; i++) {
		size_t size = strlen(answer->files[i]);
		const char *fault;
		int rc = canonical_line(answers, answer, &answer->files[i],
					&size, err);

		if (rc != VB_OK)
			return rc;
		if (!answer->files[i])
			return err_set(err, VB_ANSWERS,
				       "a file name of %s is empty",
				       subject_of(answer).text);
		fault = name_fault(answer->files[i]);
		if (fault)
			return err_set(err, VB_ANSWERS,
				       "file name '%.64s' of %s %s",
				       answer->files[i],
				       subject_of(answer).text, fault);
	}
	return VB_OK;
}

/* "a.pdf; b.pdf", as a cell of a CSV holds names. */
static int split_files(struct vb_answers *answers, struct answer *answer,
		       struct vb_error *err)
{
	const char *text = answer->text;
	size_t n = 1, i, start = 0;

	for (i = 0; i < answer->size; i++)
		n += text[i] == ';';
	answer->files = arena_array(&answers->arena, n, sizeof(*answer->files));
	if (!answer->files)
		return nomem(err);
	for (i = 0; i <= answer->size; i++) {
		struct text_span name;

		if (i < answer->size && text[i] != ';')
			continue;
		name = text_trim(text + start, i - start);
		start = i + 1;
		if (name.size == 0)
			continue;
		answer->files[answer->n_files] = arena_strn(&answers->arena,
							    name.at, name.size);
		if (!answer->files[answer->n_files++])
			return nomem(err);
	}
	answer->kind = VALUE_FILES;
	answer->text = NULL;
	answer->size = 0;
	return canonical_files(answers, answer, err);
}

/* ---- references -------------------------------------------------------- */

static int canonical_docref(struct vb_answers *answers, struct answer *answer,
			    struct vb_error *err)
{
	const char **parts[] = {&answer->docref.number, &answer->docref.issuer,
				&answer->docref.date};
	struct answer date;
	size_t i, size;
	int rc;

	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!*parts[i])
			continue;
		size = strlen(*parts[i]);
		rc = canonical_line(answers, answer, parts[i], &size, err);
		if (rc != VB_OK)
			return rc;
	}
	if (!answer->docref.number && !answer->docref.date &&
	    !answer->docref.issuer) {
		make_empty(answer);
		return VB_OK;
	}
	/* without a form a date may be anything */
	if (!answer->docref.date || !answer->field)
		return VB_OK;
	date = *answer;
	date.text = answer->docref.date;
	date.size = strlen(date.text);
	rc = canonical_date(answers, &date, err);
	answer->docref.date = date.text;
	return rc;
}

/* ---- paragraphs -------------------------------------------------------- */

static int canonical_paras(struct vb_answers *answers, struct answer *answer,
			   struct vb_error *err)
{
	size_t i, k;

	for (i = 0; i < answer->n_paras; i++)
		for (k = 0; k < answer->paras[i].n; k++) {
			const struct answer_span *span =
				&answer->paras[i].spans[k];
			int rc = check_text(answer, span->text, span->size,
					    err);

			if (rc != VB_OK)
				return rc;
		}
	if (paras_check_links(answer, err))
		return VB_ANSWERS;
	if (paras_canonical(&answers->arena, answer) < 0)
		return nomem(err);
	if (answer->n_paras == 0)
		make_empty(answer);
	return VB_OK;
}

/* ---- by type ----------------------------------------------------------- */

/* The kind of value each type of field holds. */
static enum value_kind kind_of(enum field_type type)
{
	switch (type) {
	case FIELD_LONGTEXT:
		return VALUE_PARAS;
	case FIELD_DOCREF:
		return VALUE_DOCREF;
	case FIELD_EVIDENCE:
	case FIELD_IMAGE:
		return VALUE_FILES;
	case FIELD_REPEAT:
		return VALUE_ROWS;
	case FIELD_TEXT:
	case FIELD_COUNT:
	case FIELD_NUMBER:
	case FIELD_PERCENT:
	case FIELD_DATE:
	case FIELD_CHOICE:
		break;
	}
	return VALUE_TEXT;
}

static const char *needed(enum value_kind kind)
{
	switch (kind) {
	case VALUE_PARAS:
		return "paragraphs";
	case VALUE_DOCREF:
		return "<number>, <date> or <issuer>";
	case VALUE_FILES:
		return "<file> elements";
	case VALUE_ROWS:
		return "fields";
	case VALUE_EMPTY:
	case VALUE_TEXT:
		break;
	}
	return "text";
}

static int canonical_typed_text(struct vb_answers *answers,
				struct answer *answer, struct vb_error *err)
{
	enum field_type type = answer->field->type;
	int rc = canonical_text(answers, answer, err);

	if (rc != VB_OK || answer->kind == VALUE_EMPTY)
		return rc;
	if (type == FIELD_COUNT || type == FIELD_NUMBER ||
	    type == FIELD_PERCENT)
		return canonical_number(answers, answer, err);
	if (type == FIELD_DATE)
		return canonical_date(answers, answer, err);
	if (type == FIELD_CHOICE)
		return canonical_choice(answer, err);
	return VB_OK;
}

/* Words where the type wants something else. */
static int text_as(struct vb_answers *answers, struct answer *answer,
		   enum value_kind kind, struct vb_error *err)
{
	int rc = check_text(answer, answer->text, answer->size, err);

	if (rc != VB_OK)
		return rc;
	if (text_trim(answer->text, answer->size).size == 0) {
		make_empty(answer);
		return VB_OK;
	}
	if (kind == VALUE_PARAS)
		return paras_split(&answers->arena, answer) < 0 ? nomem(err)
								: VB_OK;
	if (kind == VALUE_FILES)
		return split_files(answers, answer, err);
	return err_set(err, VB_ANSWERS,
		       "%s is of type %s and needs %s, not words",
		       subject_of(answer).text,
		       field_type_name(answer->field->type), needed(kind));
}

static int canonical_value(struct vb_answers *answers, struct answer *answer,
			   struct vb_error *err)
{
	const struct field *field = answer->field;
	enum value_kind kind = field ? kind_of(field->type) : answer->kind;

	if (answer->kind == VALUE_EMPTY)
		return VB_OK;
	if (answer->kind == VALUE_TEXT && kind != VALUE_TEXT)
		return text_as(answers, answer, kind, err);
	if (answer->kind != kind)
		return err_set(err, VB_ANSWERS, "%s is of type %s and needs %s",
			       subject_of(answer).text,
			       field_type_name(field->type), needed(kind));
	switch (kind) {
	case VALUE_TEXT:
		if (field)
			return canonical_typed_text(answers, answer, err);
		return check_text(answer, answer->text, answer->size, err);
	case VALUE_PARAS:
		return canonical_paras(answers, answer, err);
	case VALUE_DOCREF:
		return canonical_docref(answers, answer, err);
	case VALUE_FILES:
		return canonical_files(answers, answer, err);
	case VALUE_ROWS:
	case VALUE_EMPTY:
		break;
	}
	return VB_OK;
}

int answer_canonical(struct vb_answers *answers, struct answer *answer,
		     struct vb_error *err)
{
	int rc = canonical_value(answers, answer, err);

	if (rc != VB_OK) {
		err_file(err, answers->file);
		if (answer->line)
			err_where(err, "line %d", answer->line);
	}
	return rc;
}

/* ---- equality, truth --------------------------------------------------- */

static bool same_text(const char *a, size_t na, const char *b, size_t nb)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool same;

	if (na == nb && (na == 0 || memcmp(a, b, na) == 0))
		return true;
	if (na == 0 || nb == 0)
		return false;
	text_nfc(&x, a, na);
	text_nfc(&y, b, nb);
	same = buf_ok(&x) && buf_ok(&y) && x.size == y.size &&
	       memcmp(x.data, y.data, x.size) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

static bool same_string(const char *a, const char *b)
{
	return same_text(a ? a : "", a ? strlen(a) : 0, b ? b : "",
			 b ? strlen(b) : 0);
}

static bool same_paras(const struct answer *a, const struct answer *b)
{
	size_t i, k;

	if (a->n_paras != b->n_paras)
		return false;
	for (i = 0; i < a->n_paras; i++) {
		const struct answer_para *x = &a->paras[i], *y = &b->paras[i];

		if (x->n != y->n || x->begins_page != y->begins_page)
			return false;
		for (k = 0; k < x->n; k++)
			if (x->spans[k].style != y->spans[k].style ||
			    !span_same_link(&x->spans[k], &y->spans[k]) ||
			    !same_text(x->spans[k].text, x->spans[k].size,
				       y->spans[k].text, y->spans[k].size))
				return false;
	}
	return true;
}

static bool same_files(const struct answer *a, const struct answer *b)
{
	size_t i;

	if (a->n_files != b->n_files)
		return false;
	for (i = 0; i < a->n_files; i++)
		if (!same_string(a->files[i], b->files[i]))
			return false;
	return true;
}

static bool same_rows(const struct answer *a, const struct answer *b)
{
	size_t i, k;

	if (a->n_rows != b->n_rows)
		return false;
	for (i = 0; i < a->n_rows; i++) {
		const struct answer_group *x = &a->rows[i], *y = &b->rows[i];

		if (x->n != y->n)
			return false;
		for (k = 0; k < x->n; k++)
			if (strcmp(x->at[k].id, y->at[k].id) != 0 ||
			    strcmp(x->at[k].level, y->at[k].level) != 0 ||
			    !answer_equal(&x->at[k], &y->at[k]))
				return false;
	}
	return true;
}

bool answer_equal(const struct answer *a, const struct answer *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case VALUE_EMPTY:
		return true;
	case VALUE_TEXT:
		return same_text(a->text, a->size, b->text, b->size);
	case VALUE_PARAS:
		return same_paras(a, b);
	case VALUE_DOCREF:
		return same_string(a->docref.number, b->docref.number) &&
		       same_string(a->docref.date, b->docref.date) &&
		       same_string(a->docref.issuer, b->docref.issuer);
	case VALUE_FILES:
		return same_files(a, b);
	case VALUE_ROWS:
		return same_rows(a, b);
	}
	return false;
}

bool answer_true(const struct answer *answer)
{
	if (!answer)
		return false;
	switch (answer->kind) {
	case VALUE_EMPTY:
		return false;
	case VALUE_TEXT:
		return answer->size > 0 && strcmp(answer->text, "false") != 0;
	case VALUE_PARAS:
		return answer->n_paras > 0;
	case VALUE_DOCREF:
		return answer->docref.number || answer->docref.date ||
		       answer->docref.issuer;
	case VALUE_FILES:
		return answer->n_files > 0;
	case VALUE_ROWS:
		return answer->n_rows > 0;
	}
	return false;
}
