/*
 * csv.c - many readings of one form as one table (RFC 4180): a row a file, a
 * column a value of the form, canonical. Repeats are columns with the number
 * of their rows.
 *
 * A spreadsheet takes a cell that begins with = + - @, a tab or a carriage
 * return for a formula. Cells of words that do get an apostrophe in front,
 * which spreadsheets do not show; figures and dates never do.
 */
#include "form/answers.h"
#include "text/norm.h"
#include "util/buf.h"
#include "util/err.h"

#include <string.h>

/* A separator, then the text quoted when it must be. */
static void add_cell(struct buf *out, const char *text, size_t size,
		     bool is_words)
{
	bool is_formula = is_words && size > 0 && strchr("=+-@\t\r", text[0]);
	bool is_quoted = is_formula;
	size_t i;

	for (i = 0; i < size && !is_quoted; i++)
		is_quoted = text[i] == '"' || text[i] == ',' ||
			    text[i] == '\n' || text[i] == '\r';
	if (!is_quoted) {
		buf_add(out, text, size);
		return;
	}
	buf_addc(out, '"');
	if (is_formula)
		buf_addc(out, '\'');
	for (i = 0; i < size; i++) {
		if (text[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, text[i]);
	}
	buf_addc(out, '"');
}

static void next_cell(struct buf *out, const char *text, size_t size,
		      bool is_words)
{
	buf_addc(out, ',');
	add_cell(out, text, size, is_words);
}

static void add_piece(struct buf *out, const char *text, const char *before)
{
	if (!text)
		return;
	if (out->size)
		buf_adds(out, before);
	text_nfc(out, text, strlen(text));
}

/* A value as the words of one cell. */
static void flatten(struct buf *out, const struct answer *answer)
{
	size_t i, k;

	switch (answer->kind) {
	case VALUE_TEXT:
		text_nfc(out, answer->text, answer->size);
		break;
	case VALUE_PARAS:
		for (i = 0; i < answer->n_paras; i++) {
			buf_adds(out, i ? "\n" : "");
			for (k = 0; k < answer->paras[i].n; k++)
				text_nfc(out, answer->paras[i].spans[k].text,
					 answer->paras[i].spans[k].size);
		}
		break;
	case VALUE_DOCREF:
		add_piece(out, answer->docref.number, "");
		add_piece(out, answer->docref.date, "; ");
		add_piece(out, answer->docref.issuer, "; ");
		break;
	case VALUE_FILES:
		for (i = 0; i < answer->n_files; i++)
			add_piece(out, answer->files[i], "; ");
		break;
	case VALUE_ROWS:
		buf_addf(out, "%zu", answer->n_rows);
		break;
	case VALUE_EMPTY:
		break;
	}
}

static bool is_figure(enum field_type type)
{
	return type == FIELD_COUNT || type == FIELD_NUMBER ||
	       type == FIELD_PERCENT || type == FIELD_DATE ||
	       type == FIELD_REPEAT;
}

/* Calls for the total and each level of every column's field. */
static void add_header(struct buf *out, const struct vb_form *form)
{
	size_t i, k;

	buf_adds(out, "file,form,version,unit");
	for (i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		if (field->group)
			continue;
		buf_addf(out, ",%s", field->id);
		for (k = 0; k < form->n_levels; k++)
			if (field_has_level(field, (int)k))
				buf_addf(out, ",%s.%s", field->id,
					 form->levels[k].id);
	}
	buf_adds(out, "\r\n");
}

static void add_value(struct buf *out, struct buf *cell,
		      const struct vb_answers *answers,
		      const struct field *field, const char *level)
{
	const struct answer_group *group = field->is_base ? &answers->base
							  : &answers->top;
	const struct answer *answer = answers_find(group, field->id, level);

	buf_clear(cell);
	if (answer)
		flatten(cell, answer);
	next_cell(out, buf_cstr(cell), cell->size, !is_figure(field->type));
}

static void add_row(struct buf *out, struct buf *cell,
		    const struct vb_reading *reading)
{
	const struct vb_form *form = vb_reading_form(reading);
	const struct vb_answers *answers = vb_reading_answers(reading);
	const char *unit = vb_reading_unit(reading);
	size_t i, k;

	add_cell(out, answers->file, strlen(answers->file), true);
	next_cell(out, form->id, strlen(form->id), true);
	next_cell(out, form->version, strlen(form->version), true);
	next_cell(out, unit, strlen(unit), true);
	for (i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		if (field->group)
			continue;
		add_value(out, cell, answers, field, "");
		for (k = 0; k < form->n_levels; k++)
			if (field_has_level(field, (int)k))
				add_value(out, cell, answers, field,
					  form->levels[k].id);
	}
	buf_adds(out, "\r\n");
}

int vb_export_csv(const struct vb_reading *const *readings, size_t n,
		  struct vb_blob *out, struct vb_error *err)
{
	struct buf text = BUF_INIT, cell = BUF_INIT;
	const struct vb_form *form;
	size_t i;

	if (n == 0)
		return buf_take(&text, out, err);
	for (i = 0; i < n; i++)
		if (!vb_reading_form(readings[i]))
			return err_set(err, VB_NOFORM,
				       "a document without a form has no "
				       "columns");
	form = vb_reading_form(readings[0]);
	add_header(&text, form);
	for (i = 0; i < n; i++) {
		if (strcmp(vb_reading_form(readings[i])->id, form->id) != 0) {
			buf_release(&text);
			buf_release(&cell);
			return err_set(err, VB_FORM,
				       "'%s' and '%s' cannot share a table",
				       form->id,
				       vb_reading_form(readings[i])->id);
		}
		add_row(&text, &cell, readings[i]);
	}
	if (!buf_ok(&cell))
		text.failed = true;
	buf_release(&cell);
	return buf_take(&text, out, err);
}
