/*
 * take.c - the walk over what the form asks for: each value is judged and
 * becomes a field, findings and, when it is one, an answer.
 */
#include "extract/reading.h"

#include "form/show.h"
#include "text/norm.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* Sure of what is only in the copy of the answers: it left no trace on the
 * page that could contradict. */
#define SURE_COPY 0.9

static int no_memory(const struct extractor *ex)
{
	return err_set(ex->err, VB_NOMEM, "out of memory");
}

static const char *level_id(const struct extractor *ex, int level)
{
	return level < 0 ? "" : ex->form->levels[level].id;
}

/* The words of a value for vb_read_field: canonical, NFC. */
static const char *value_text(struct extractor *ex, const struct answer *answer)
{
	struct buf *out = &ex->scratch;

	buf_clear(&ex->shown);
	show_value(&ex->shown, answer, NULL, false);
	buf_clear(out);
	text_nfc(out, buf_cstr(&ex->shown), ex->shown.size);
	if (!buf_ok(&ex->shown) || !buf_ok(out))
		return NULL;
	return arena_strn(&ex->reading->arena, buf_cstr(out), out->size);
}

static int add_field(struct extractor *ex, const struct instance *instance,
		     const struct verdict *v, const struct vb_place *place)
{
	struct vb_read_field *field = vec_push(&ex->reading->fields);

	if (!field)
		return no_memory(ex);
	field->id = instance->field->id;
	field->level = level_id(ex, instance->level);
	field->group = instance->group ? instance->group->id : "";
	field->row = (int)instance->row;
	field->raw = v->raw ? v->raw : "";
	field->value = "";
	field->state = v->state;
	field->method = v->method;
	field->confidence = v->confidence;
	field->tracked = v->is_tracked;
	field->place = *place;
	field->place.file = ex->reading->file;
	if (v->state == VB_ANSWERED)
		field->value = value_text(ex, &v->answer);
	return field->value ? VB_OK : no_memory(ex);
}

static int add_answer(struct extractor *ex, struct answer_group *group,
		      const struct instance *instance, const struct verdict *v)
{
	struct answer *answer;
	struct answer value = v->answer;

	if (v->is_kept_out)
		return VB_OK;
	if (v->state != VB_ANSWERED &&
	    !(v->state == VB_BLANK && v->is_unchanged))
		return VB_OK;
	answer = answers_add(ex->reading->answers, group, instance->field->id,
			     level_id(ex, instance->level));
	if (!answer)
		return no_memory(ex);
	value.id = answer->id;
	value.level = answer->level;
	value.field = answer->field;
	value.line = 0;
	*answer = value;
	return VB_OK;
}

/* ---- one value ----------------------------------------------------------- */
/* A line that filling leaves out while there is no answer. */
static bool was_left_out(const struct extractor *ex,
			 const struct instance *instance)
{
	return instance->field->is_line && ex->reading->copy &&
	       (!instance->copy || instance->copy->kind == VALUE_EMPTY);
}

static int take_left_out(struct extractor *ex, const struct instance *instance)
{
	struct verdict v;
	struct vb_place place;
	int code;

	memset(&v, 0, sizeof(v));
	v.state = VB_BLANK;
	v.confidence = SURE_COPY;
	if (instance->copy) {
		v.answer = *instance->copy;
		v.is_unchanged = true;
	}
	reading_nowhere(ex, &place);
	code = add_field(ex, instance, &v, &place);
	return code == VB_OK ? add_answer(ex, &ex->reading->answers->top,
					  instance, &v)
			     : code;
}

static int take_missing(struct extractor *ex, const struct instance *instance,
			bool *is_blank)
{
	struct verdict v;
	struct vb_place place;
	int code;

	*is_blank = true;
	if (was_left_out(ex, instance))
		return take_left_out(ex, instance);
	memset(&v, 0, sizeof(v));
	v.state = VB_MISSING;
	v.method = VB_BY_NOTHING;
	reading_nowhere(ex, &place);
	code = add_field(ex, instance, &v, &place);
	if (code == VB_OK)
		code = reading_finding(
			ex, "field-missing", VB_WARNING, instance, &place,
			"no mark of '%s' is left in the document",
			instance->field->id);
	return code;
}

/* A value that stands in the row before; what is to be said of it was said
 * there. */
static int take_above(struct extractor *ex, const struct instance *instance,
		      struct answer_group *group, bool *is_blank)
{
	struct verdict v;
	struct vb_place place;
	int code;

	/* rows of a repeat are one array: the one before stands before */
	above_judge(&v, ex, instance, group - 1);
	if (!source_place(ex->source, &ex->reading->arena, &place, v.story,
			  v.para, v.offset))
		return no_memory(ex);
	*is_blank = v.state == VB_BLANK;
	code = add_field(ex, instance, &v, &place);
	return code == VB_OK ? add_answer(ex, group, instance, &v) : code;
}

/* Judges one instance, adds its field, findings and answer. */
static int take_instance(struct extractor *ex, const struct instance *instance,
			 struct answer_group *group, bool *is_blank)
{
	struct verdict v;
	struct vb_place place;
	int code;

	if (instance->n == 0)
		return take_missing(ex, instance, is_blank);
	if (instance->row > 1 && above_has(ex, instance))
		return take_above(ex, instance, group, is_blank);
	code = judge_instance(&v, ex, instance);
	if (code != VB_OK)
		return code;
	if (!v.has_place)
		return take_missing(ex, instance, is_blank);
	if (!source_place(ex->source, &ex->reading->arena, &place, v.story,
			  v.para, v.offset))
		return no_memory(ex);
	*is_blank = v.state == VB_BLANK && !v.is_unchanged;
	code = add_field(ex, instance, &v, &place);
	if (code == VB_OK)
		code = judge_report(ex, instance, &v, &place);
	return code == VB_OK ? add_answer(ex, group, instance, &v) : code;
}

/* Where values are taken: the page, or one row of a repeat. */
struct row {
	const struct field *group; /* NULL: the page */
	unsigned number;	   /* in the answers, 0 on the page */
	unsigned final_row;	   /* in the document */
	const struct answer_group *copy, *calculated; /* may be NULL */
	struct answer_group *values;
};

static const struct answer *find_in(const struct answer_group *group,
				    const struct instance *instance,
				    const struct extractor *ex)
{
	return group ? answers_find(group, instance->field->id,
				    level_id(ex, instance->level))
		     : NULL;
}

/* A field outside repeats, or in one row: its total and its levels. */
static int take_field(struct extractor *ex, const struct field *field,
		      const struct row *row, bool *is_blank)
{
	int level, code = VB_OK;

	for (level = -1; level < (int)ex->form->n_levels && code == VB_OK;
	     level++) {
		struct instance instance = {.field = field, .level = level};
		bool blank = true;

		if (level >= 0 && !field_has_level(field, level))
			continue;
		instance.group = row->group;
		instance.row = row->number;
		instance.at = instances_find(ex, &instance.n, field, level,
					     row->final_row);
		instance.copy = find_in(row->copy, &instance, ex);
		instance.calculated = find_in(row->calculated, &instance, ex);
		code = take_instance(ex, &instance, row->values, &blank);
		*is_blank = *is_blank && blank;
	}
	return code;
}

/* ---- base figures -------------------------------------------------------- */
/* They stand on no page: only the copy has them. */
static int take_base(struct extractor *ex, const struct field *field)
{
	int level, code = VB_OK;

	for (level = -1; level < (int)ex->form->n_levels && code == VB_OK;
	     level++) {
		struct instance instance = {.field = field, .level = level};
		struct vb_place place;
		struct verdict v;

		memset(&v, 0, sizeof(v));
		if (ex->reading->copy)
			instance.copy = answers_find(&ex->reading->copy->base,
						     field->id,
						     level_id(ex, level));
		if (!instance.copy)
			continue;
		v.answer = *instance.copy;
		v.state = instance.copy->kind == VALUE_EMPTY ? VB_BLANK
							     : VB_ANSWERED;
		v.is_unchanged = true;
		v.method = VB_BY_BINDING;
		v.confidence = SURE_COPY;
		reading_nowhere(ex, &place);
		place.part = arena_str(&ex->reading->arena,
				       ex->source->report->part);
		if (!place.part)
			return no_memory(ex);
		code = add_field(ex, &instance, &v, &place);
		if (code == VB_OK)
			code = add_answer(ex, &ex->reading->answers->base,
					  &instance, &v);
	}
	return code;
}

/* ---- repeats ------------------------------------------------------------- */
/* For each row of the document, the number it had when it was filled. */
static unsigned *row_numbers(const struct extractor *ex,
			     const struct field *group, unsigned rows)
{
	unsigned *numbers = calloc((size_t)rows + 1, sizeof(*numbers));
	size_t i;

	for (i = 0; numbers && i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->field->group == group)
			numbers[s->final_row] = s->row;
	}
	return numbers;
}

static const struct answer_group *copy_row(const struct answer *copy,
					   unsigned row)
{
	if (!copy || copy->kind != VALUE_ROWS || row == 0 || row > copy->n_rows)
		return NULL;
	return &copy->rows[row - 1];
}

/* A row that is blank on the page is none, unless it was filled so. */
static int take_row(struct extractor *ex, struct answer *repeat,
		    const struct row *place)
{
	struct vb_reading *reading = ex->reading;
	size_t fields = reading->fields.n, findings = reading->findings.n, i;
	struct row row = *place;
	bool is_blank = true;
	int code = VB_OK;

	if (repeat->n_rows >= ANSWERS_ROWS_MAX)
		return err_set(ex->err, VB_LIMIT, "more than %d rows",
			       ANSWERS_ROWS_MAX);
	row.values = answers_add_row(reading->answers, repeat);
	if (!row.values)
		return no_memory(ex);
	row.number = (unsigned)repeat->n_rows;
	for (i = row.group->index; i < ex->form->n_fields && code == VB_OK; i++)
		if (ex->form->fields[i]->group == row.group)
			code = take_field(ex, ex->form->fields[i], &row,
					  &is_blank);
	if (code != VB_OK || !is_blank || (row.copy && row.copy->n == 0))
		return code;
	memset(row.values, 0, sizeof(*row.values));
	repeat->n_rows--;
	reading->fields.n = fields;
	reading->findings.n = findings;
	return VB_OK;
}

/* True when an answer to a repeat has no value in it. */
static bool is_hollow(const struct answer *repeat)
{
	size_t i;

	if (repeat->kind != VALUE_ROWS)
		return true;
	for (i = 0; i < repeat->n_rows; i++)
		if (repeat->rows[i].n > 0)
			return false;
	return true;
}

/* A repeat without any row on the page. */
static int take_no_rows(struct extractor *ex, const struct field *group,
			const struct answer *copy, bool has_marks)
{
	struct instance instance = {.field = group, .level = -1, .copy = copy};
	struct vb_place place;
	struct verdict v;
	bool is_blank;
	int code;

	memset(&v, 0, sizeof(v));
	reading_nowhere(ex, &place);
	/* no row was filled, or the form leaves none when there is no answer */
	if (!has_marks && ex->reading->copy &&
	    (copy ? is_hollow(copy) : group->blank_rows == 0))
		has_marks = true;
	if (!has_marks)
		return take_missing(ex, &instance, &is_blank);
	v.state = VB_BLANK;
	v.method = VB_BY_BOOKMARK;
	v.confidence = SURE_COPY;
	if (copy && is_hollow(copy)) {
		v.answer = *copy;
		v.is_unchanged = true;
	}
	code = add_field(ex, &instance, &v, &place);
	return code == VB_OK ? add_answer(ex, &ex->reading->answers->top,
					  &instance, &v)
			     : code;
}

static const struct answer *find_repeat(const struct vb_answers *answers,
					const struct field *group)
{
	return answers ? answers_find(&answers->top, group->id, "") : NULL;
}

static int take_repeat(struct extractor *ex, const struct field *group)
{
	struct vb_answers *answers = ex->reading->answers;
	const struct answer *copy = find_repeat(ex->reading->copy, group);
	const struct answer *calculated = find_repeat(ex->reading->calculated,
						      group);
	unsigned rows = instances_rows(ex, group), i;
	unsigned *numbers = row_numbers(ex, group, rows);
	struct answer repeat, *added;
	int code = VB_OK;

	if (!numbers)
		return no_memory(ex);
	memset(&repeat, 0, sizeof(repeat));
	for (i = 1; i <= rows && code == VB_OK; i++) {
		struct row row = {.group = group, .final_row = i};

		row.copy = copy_row(copy, numbers[i]);
		row.calculated = copy_row(calculated, numbers[i]);
		code = take_row(ex, &repeat, &row);
	}
	free(numbers);
	if (code != VB_OK)
		return code;
	code = rows_unread(ex, group);
	if (code != VB_OK)
		return code;
	if (repeat.n_rows == 0 ||
	    (copy && is_hollow(&repeat) && is_hollow(copy)))
		return take_no_rows(ex, group, copy, rows > 0);
	added = answers_add(answers, &answers->top, group->id, "");
	if (!added)
		return no_memory(ex);
	added->kind = VALUE_ROWS;
	added->rows = repeat.rows;
	added->n_rows = repeat.n_rows;
	return VB_OK;
}

int take_all(struct extractor *ex)
{
	const struct vb_reading *reading = ex->reading;
	struct row page = {.group = NULL, .values = &reading->answers->top};
	size_t i;
	bool is_blank;
	int code = VB_OK;

	if (reading->copy)
		page.copy = &reading->copy->top;
	if (reading->calculated)
		page.calculated = &reading->calculated->top;
	for (i = 0; i < ex->form->n_fields && code == VB_OK; i++) {
		const struct field *field = ex->form->fields[i];

		is_blank = true;
		if (field->is_base)
			code = take_base(ex, field);
		else if (field->type == FIELD_REPEAT)
			code = take_repeat(ex, field);
		else if (!field->group)
			code = take_field(ex, field, &page, &is_blank);
	}
	return code;
}
