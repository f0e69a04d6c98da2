/* units_merge.c - the columns of a unit as answers. */
#include "form/units.h"

#include "text/docref.h"
#include "text/span.h"
#include "util/buf.h"
#include "util/err.h"

#include <string.h>

/* The cell in hand. */
struct cell {
	const struct vb_units *units;
	size_t unit, column;
	struct vb_answers *answers;
	struct answer_group *group;
	const struct field *field;
	const char *id, *level, *text;
	char base[FORM_ID_MAX + 1]; /* of a header "id.level" */
	struct vb_error *err;
};

static int nomem(const struct cell *cell)
{
	return err_set(cell->err, VB_NOMEM, "out of memory");
}

/* A fault of a cell's value is a fault of the list. */
static int cell_error(const struct cell *cell, int rc, const char *text)
{
	err_file(cell->err, cell->units->file);
	err_where(cell->err, "line %d, column %zu",
		  cell->units->lines[cell->unit], cell->column + 1);
	return err_set(cell->err,
		       rc == VB_ANSWERS ? VB_UNITS : (enum vb_code)rc, "%s",
		       text);
}

static int canonical(const struct cell *cell, struct answer *answer)
{
	struct vb_error own = {0};
	int rc = answer_canonical(cell->answers, answer, &own);

	return rc == VB_OK ? rc : cell_error(cell, rc, own.text);
}

static int add_value(const struct cell *cell)
{
	struct answer *answer = answers_add_text(
		cell->answers, cell->group, cell->id, cell->level, cell->text);

	return answer ? canonical(cell, answer) : nomem(cell);
}

/* ---- references -------------------------------------------------------- */

static const char *part(const struct cell *cell, const struct buf *buf)
{
	return buf->size
		       ? arena_strn(&cell->answers->arena, buf->data, buf->size)
		       : NULL;
}

/* The pattern is compiled for the cell: lists with references are rare. */
static int add_docref(const struct cell *cell)
{
	struct buf number = BUF_INIT, date = BUF_INIT, issuer = BUF_INIT;
	struct docref_reader *reader = NULL;
	struct answer *answer;
	enum docref_sure sure;
	int rc = docref_reader_new(&reader, cell->err);

	if (rc != VB_OK)
		return rc;
	sure = docref_read(reader, &number, &date, &issuer, cell->text,
			   strlen(cell->text));
	if (!buf_ok(&number) || !buf_ok(&date) || !buf_ok(&issuer)) {
		rc = nomem(cell);
		goto out;
	}
	if (sure != DOCREF_EXACT) {
		rc = cell_error(cell, VB_UNITS,
				"the cell is not a reference such as "
				"'số 45/KH-THPT ngày 12/9/2022'");
		goto out;
	}
	answer = answers_add(cell->answers, cell->group, cell->id, cell->level);
	if (!answer) {
		rc = nomem(cell);
		goto out;
	}
	answer->kind = VALUE_DOCREF;
	answer->docref.number = part(cell, &number);
	answer->docref.date = part(cell, &date);
	answer->docref.issuer = part(cell, &issuer);
	rc = cell->answers->arena.failed ? nomem(cell)
					 : canonical(cell, answer);
out:
	docref_reader_free(reader);
	buf_release(&number);
	buf_release(&date);
	buf_release(&issuer);
	return rc;
}

/* ---- repeats ----------------------------------------------------------- */

/* The field that a list of plain words fills. */
static const struct field *text_of_repeat(const struct vb_form *form,
					  const struct field *repeat)
{
	size_t i;

	for (i = 0; i < form->n_fields; i++)
		if (form->fields[i]->group == repeat &&
		    form->fields[i]->type == FIELD_TEXT)
			return form->fields[i];
	return NULL;
}

static int add_item(const struct cell *cell, struct answer *repeat,
		    const struct field *field, struct text_span item)
{
	struct answer_group *row;
	struct answer *answer;
	const char *text;

	if (repeat->n_rows >= ANSWERS_ROWS_MAX)
		return cell_error(cell, VB_LIMIT, "too many items in the cell");
	row = answers_add_row(cell->answers, repeat);
	text = arena_strn(&cell->answers->arena, item.at, item.size);
	if (!row || !text)
		return nomem(cell);
	answer = answers_add_text(cell->answers, row, field->id, "", text);
	return answer ? canonical(cell, answer) : nomem(cell);
}

static int add_rows(const struct cell *cell)
{
	const struct field *field = text_of_repeat(cell->answers->form,
						   cell->field);
	struct answer *repeat;
	size_t i, start = 0, size = strlen(cell->text);
	int rc = VB_OK;

	if (!field)
		return cell_error(
			cell, VB_UNITS,
			"the column is a repeat without a text field");
	repeat = answers_add(cell->answers, cell->group, cell->id, "");
	if (!repeat)
		return nomem(cell);
	for (i = 0; i <= size && rc == VB_OK; i++) {
		struct text_span item;

		if (i < size && cell->text[i] != ';')
			continue;
		item = text_trim(cell->text + start, i - start);
		start = i + 1;
		if (item.size)
			rc = add_item(cell, repeat, field, item);
	}
	return rc;
}

/* ---- columns ----------------------------------------------------------- */

/* Takes the header apart, "id" or "id.level". False: not for the answers. */
static bool find_field(struct cell *cell)
{
	const struct vb_form *form = cell->answers->form;
	const char *name = cell->units->columns[cell->column];
	const char *dot;
	int level;

	cell->id = name;
	cell->level = "";
	cell->group = &cell->answers->top;
	/* without a form a template may ask for any column */
	if (!form)
		return true;
	cell->field = form_field(form, name);
	dot = strrchr(name, '.');
	if (!cell->field && dot && (size_t)(dot - name) <= FORM_ID_MAX) {
		memcpy(cell->base, name, (size_t)(dot - name));
		cell->base[dot - name] = '\0';
		cell->field = form_field(form, cell->base);
		cell->id = cell->base;
		cell->level = dot + 1;
		level = form_level(form, cell->level);
		if (cell->field && !field_has_level(cell->field, level))
			return false;
	}
	if (!cell->field || cell->field->group)
		return false;
	if (cell->field->is_base)
		cell->group = &cell->answers->base;
	return true;
}

static int merge_cell(struct cell *cell)
{
	cell->text = cell->units->rows[cell->unit][cell->column];
	if (!cell->text[0] || !find_field(cell) ||
	    answers_find(cell->group, cell->id, cell->level))
		return VB_OK;
	if (cell->field && cell->field->type == FIELD_REPEAT)
		return add_rows(cell);
	if (cell->field && cell->field->type == FIELD_DOCREF)
		return add_docref(cell);
	return add_value(cell);
}

static int set_unit(const struct cell *cell)
{
	struct vb_answers *answers = cell->answers;
	const char *code = vb_units_value(cell->units, cell->unit, "code");

	if (answers->unit[0] && strcmp(answers->unit, code) != 0) {
		err_file(cell->err, answers->file);
		return err_set(cell->err, VB_ANSWERS,
			       "the answers are of unit '%.64s', not '%.64s'",
			       answers->unit, code);
	}
	answers->unit = arena_str(&answers->arena, code);
	if (answers->unit)
		return VB_OK;
	answers->unit = "";
	return nomem(cell);
}

int units_merge(const struct vb_units *units, size_t unit,
		struct vb_answers *answers, struct vb_error *err)
{
	struct cell cell = {
		.units = units,
		.unit = unit,
		.answers = answers,
		.err = err,
	};
	int rc;

	if (unit >= units->n_rows)
		return err_set(err, VB_INTERNAL, "no unit %zu", unit);
	rc = set_unit(&cell);
	for (; cell.column < units->n_columns && rc == VB_OK; cell.column++) {
		cell.field = NULL;
		rc = merge_cell(&cell);
	}
	return rc == VB_OK ? answers_finish(answers, err) : rc;
}
