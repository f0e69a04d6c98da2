/*
 * reading.c - document to answers: the public calls, and the walk over what
 * the form asks for. See reading.h for who does what.
 */
#include "extract/reading.h"

#include "form/rules.h"
#include "text/norm.h"
#include "util/err.h"
#include "wml/marks.h"

#include <stdarg.h>
#include <stdio.h>
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

/* ---- findings and fields ----------------------------------------------------
 */

int reading_finding(struct extractor *ex, const char *rule,
		    enum vb_severity severity, const struct instance *instance,
		    const struct vb_place *place, const char *fmt, ...)
{
	static const struct vb_place nowhere = {"", "", "", "", 0, 0, 0, 0, 0};
	struct vb_reading *reading = ex->reading;
	struct vb_finding *finding;
	char message[512];
	va_list ap;

	if (reading->findings.n >= READING_FINDINGS_MAX)
		return VB_OK;
	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	finding = vec_push(&reading->findings);
	if (!finding)
		return no_memory(ex);
	finding->rule = rule;
	finding->severity = severity;
	finding->field = instance ? instance->field->id : "";
	finding->level = instance ? level_id(ex, instance->level) : "";
	finding->row = instance ? (int)instance->row : 0;
	finding->place = place ? *place : nowhere;
	finding->place.file = reading->file;
	finding->message = arena_str(&reading->arena, message);
	return finding->message ? VB_OK : no_memory(ex);
}

/* The words of a value for vb_read_field: canonical, NFC. */
static const char *value_text(struct extractor *ex, const struct answer *answer)
{
	struct buf *out = &ex->scratch;
	size_t i, k;

	buf_clear(out);
	switch (answer->kind) {
	case VALUE_TEXT:
		text_nfc(out, answer->text, answer->size);
		break;
	case VALUE_PARAS:
		for (i = 0; i < answer->n_paras; i++) {
			if (i)
				buf_addc(out, '\n');
			for (k = 0; k < answer->paras[i].n; k++)
				text_nfc(out, answer->paras[i].spans[k].text,
					 answer->paras[i].spans[k].size);
		}
		break;
	case VALUE_DOCREF:
		docref_show(out, answer->docref.number, answer->docref.date,
			    answer->docref.issuer);
		break;
	case VALUE_FILES:
		for (i = 0; i < answer->n_files; i++) {
			buf_adds(out, i ? "; " : "");
			text_nfc(out, answer->files[i],
				 strlen(answer->files[i]));
		}
		break;
	case VALUE_EMPTY:
	case VALUE_ROWS:
		break;
	}
	if (!buf_ok(out))
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

/* ---- one value
 * ------------------------------------------------------------------ */

static void nowhere(const struct extractor *ex, struct vb_place *place)
{
	memset(place, 0, sizeof(*place));
	place->file = ex->reading->file;
	place->part = place->heading = place->near = "";
}

static int take_missing(struct extractor *ex, const struct instance *instance,
			bool *is_blank)
{
	struct verdict v;
	struct vb_place place;
	int code;

	memset(&v, 0, sizeof(v));
	v.state = VB_MISSING;
	v.method = VB_BY_NOTHING;
	nowhere(ex, &place);
	code = add_field(ex, instance, &v, &place);
	if (code == VB_OK)
		code = reading_finding(
			ex, "field-missing", VB_WARNING, instance, &place,
			"no mark of '%s' is left in the document",
			instance->field->id);
	*is_blank = true;
	return code;
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
	code = judge_instance(&v, ex, instance);
	if (code != VB_OK)
		return code;
	if (!source_place(ex->source, &ex->reading->arena, &place, v.story,
			  v.para, v.offset))
		return no_memory(ex);
	*is_blank = v.state == VB_BLANK && !v.is_unchanged;
	code = add_field(ex, instance, &v, &place);
	if (code == VB_OK)
		code = judge_report(ex, instance, &v, &place);
	return code == VB_OK ? add_answer(ex, group, instance, &v) : code;
}

/* A field outside repeats, or in one row: its total and its levels. */
static int take_field(struct extractor *ex, const struct field *field,
		      const struct instance *row, unsigned final_row,
		      const struct answer_group *copy,
		      struct answer_group *group, bool *is_blank)
{
	int level, code = VB_OK;

	for (level = -1; level < (int)ex->form->n_levels && code == VB_OK;
	     level++) {
		struct instance instance = *row;
		bool blank = true;

		if (level >= 0 && !field_has_level(field, level))
			continue;
		instance.field = field;
		instance.level = level;
		instance.at = instances_find(ex, &instance.n, field, level,
					     final_row);
		instance.copy = copy ? answers_find(copy, field->id,
						    level_id(ex, level))
				     : NULL;
		code = take_instance(ex, &instance, group, &blank);
		*is_blank = *is_blank && blank;
	}
	return code;
}

/* ---- base figures
 * -------------------------------------------------------------- */

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
		nowhere(ex, &place);
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

/* ---- repeats
 * ---------------------------------------------------------------------- */

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
static int take_row(struct extractor *ex, const struct field *group,
		    struct answer *repeat, unsigned final_row,
		    const struct answer_group *copy)
{
	struct vb_reading *reading = ex->reading;
	size_t fields = reading->fields.n, findings = reading->findings.n, i;
	struct instance row = {.group = group};
	struct answer_group *values;
	bool is_blank = true;
	int code = VB_OK;

	if (repeat->n_rows >= ANSWERS_ROWS_MAX)
		return err_set(ex->err, VB_LIMIT, "more than %d rows",
			       ANSWERS_ROWS_MAX);
	values = answers_add_row(reading->answers, repeat);
	if (!values)
		return no_memory(ex);
	row.row = (unsigned)repeat->n_rows;
	for (i = group->index; i < ex->form->n_fields && code == VB_OK; i++)
		if (ex->form->fields[i]->group == group)
			code = take_field(ex, ex->form->fields[i], &row,
					  final_row, copy, values, &is_blank);
	if (code != VB_OK || !is_blank || (copy && copy->n == 0))
		return code;
	memset(values, 0, sizeof(*values));
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
	nowhere(ex, &place);
	/* nothing was filled, and the form leaves no row for that */
	if (!has_marks && ex->reading->copy && group->blank_rows == 0 &&
	    (!copy || is_hollow(copy)))
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

static int take_repeat(struct extractor *ex, const struct field *group)
{
	struct vb_answers *answers = ex->reading->answers;
	const struct answer *copy =
		ex->reading->copy
			? answers_find(&ex->reading->copy->top, group->id, "")
			: NULL;
	unsigned rows = instances_rows(ex, group), i;
	unsigned *numbers = row_numbers(ex, group, rows);
	struct answer repeat, *added;
	int code = VB_OK;

	if (!numbers)
		return no_memory(ex);
	memset(&repeat, 0, sizeof(repeat));
	for (i = 1; i <= rows && code == VB_OK; i++)
		code = take_row(ex, group, &repeat, i,
				copy_row(copy, numbers[i]));
	free(numbers);
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

static int take_all(struct extractor *ex)
{
	const struct instance page = {.group = NULL};
	struct vb_answers *answers = ex->reading->answers;
	size_t i;
	bool is_blank;
	int code = VB_OK;

	for (i = 0; i < ex->form->n_fields && code == VB_OK; i++) {
		const struct field *field = ex->form->fields[i];

		is_blank = true;
		if (field->is_base)
			code = take_base(ex, field);
		else if (field->type == FIELD_REPEAT)
			code = take_repeat(ex, field);
		else if (!field->group)
			code = take_field(ex, field, &page, 0,
					  ex->reading->copy
						  ? &ex->reading->copy->top
						  : NULL,
					  &answers->top, &is_blank);
	}
	return code;
}

/* ---- rules
 * -------------------------------------------------------------------------- */

static int compare_field(const struct vb_read_field *field, const char *id,
			 const char *level, int row)
{
	int order = strcmp(field->id, id);

	if (order == 0)
		order = strcmp(field->level, level);
	return order ? order : (field->row > row) - (field->row < row);
}

struct sorted_field {
	const struct vb_read_field *field;
};

static int by_name(const void *a, const void *b)
{
	const struct vb_read_field *y = ((const struct sorted_field *)b)->field;

	return compare_field(((const struct sorted_field *)a)->field, y->id,
			     y->level, y->row);
}

struct rule_sink {
	struct extractor *ex;
	struct sorted_field *sorted;
	int code;
};

/* Gives a rule's finding the place of its field. */
static void take_rule(void *payload, const struct vb_finding *finding)
{
	struct rule_sink *sink = payload;
	struct extractor *ex = sink->ex;
	size_t low = 0, high = ex->reading->fields.n;
	struct instance instance = {.field = NULL};
	struct vb_place place;

	nowhere(ex, &place);
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct vb_read_field *field = sink->sorted[mid].field;
		int order = compare_field(field, finding->field, finding->level,
					  finding->row);

		if (order == 0) {
			place = field->place;
			break;
		}
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	instance.field = form_field(ex->form, finding->field);
	instance.level = finding->level[0]
				 ? form_level(ex->form, finding->level)
				 : -1;
	instance.row = (unsigned)finding->row;
	if (sink->code == VB_OK)
		sink->code = reading_finding(ex, finding->rule,
					     finding->severity,
					     instance.field ? &instance : NULL,
					     &place, "%s", finding->message);
}

static int check_rules(struct extractor *ex)
{
	struct rule_sink own = {ex, NULL, VB_OK};
	struct vb_sink sink = {take_rule, &own};
	struct vb_reading *reading = ex->reading;
	size_t i, n = reading->fields.n, count;
	int code;

	own.sorted = calloc(n + 1, sizeof(*own.sorted));
	if (!own.sorted)
		return no_memory(ex);
	for (i = 0; i < n; i++)
		own.sorted[i].field = &reading->fields.at[i];
	if (n)
		qsort(own.sorted, n, sizeof(*own.sorted), by_name);
	code = vb_answers_check(reading->answers, ex->form, reading->file,
				&sink, &count, ex->err);
	free(own.sorted);
	return code == VB_OK ? own.code : code;
}

/* ---- the whole
 * ------------------------------------------------------------------------ */

/* Long answers that have words of the form behind them in their line. */
static int find_inline(struct extractor *ex)
{
	const struct node *node = ex->form->root;

	ex->is_inline = calloc(ex->form->n_fields + 1, sizeof(*ex->is_inline));
	if (!ex->is_inline)
		return no_memory(ex);
	while ((node = node_next(ex->form->root, node)) != NULL) {
		if (node->kind == NODE_FIELD && node->field && node->next &&
		    node->next->kind <= NODE_HINT)
			ex->is_inline[node->field->index] = true;
	}
	return VB_OK;
}

/* The answers that were filled. When they are broken the page still is not. */
static int read_copy(struct extractor *ex)
{
	const struct source *source = ex->source;
	struct vb_reading *reading = ex->reading;
	const char *part = source->report ? source->report->part : "";
	struct vb_error fault = source->report_error;
	struct vb_place place;
	int code = VB_OK;

	if (source->report && source->report->answers.size > 0)
		code = vb_answers_parse(
			&reading->copy, ex->form, source->report->answers.data,
			source->report->answers.size, part, NULL, &fault);
	if (code == VB_NOMEM || code == VB_LIMIT) {
		if (ex->err)
			*ex->err = fault;
		return code;
	}
	nowhere(ex, &place);
	place.part = arena_str(&reading->arena,
			       source->report ? part : fault.part);
	if (!place.part)
		return no_memory(ex);
	if (fault.code != VB_OK)
		return reading_finding(
			ex, "report-broken", VB_WARNING, NULL, &place,
			"the copy of the answers is broken: %s", fault.text);
	if (!reading->copy)
		return reading_finding(
			ex, "report-missing", VB_NOTE, NULL, &place,
			"the document carries no copy of the answers");
	return VB_OK;
}

static int start_answers(struct extractor *ex)
{
	struct vb_reading *reading = ex->reading;
	const char *id = source_about(ex->source, MARK_PROP_FORM);
	const char *version = source_about(ex->source, MARK_PROP_VERSION);
	struct vb_answers *answers = answers_new(ex->form);

	reading->answers = answers;
	if (!answers)
		return no_memory(ex);
	reading->unit = arena_str(&reading->arena,
				  source_about(ex->source, MARK_PROP_UNIT));
	answers->file = reading->file;
	answers->unit = reading->unit;
	if (!reading->unit)
		return no_memory(ex);
	if (id[0] && strcmp(id, ex->form->id) != 0)
		return reading_finding(ex, "form-differs", VB_WARNING, NULL,
				       NULL,
				       "the document is of form '%.64s', "
				       "read as '%s'",
				       id, ex->form->id);
	if (version[0] && strcmp(version, ex->form->version) != 0)
		return reading_finding(ex, "version-differs", VB_WARNING, NULL,
				       NULL,
				       "the document is of version '%.32s' of "
				       "the form, read as '%s'",
				       version, ex->form->version);
	return VB_OK;
}

static int extract(struct extractor *ex)
{
	struct vb_reading *reading = ex->reading;
	int code;

	if ((code = start_answers(ex)) != VB_OK ||
	    (code = find_inline(ex)) != VB_OK ||
	    (code = read_copy(ex)) != VB_OK)
		return code;
	if (reading->copy) {
		reading->answers->form_id = reading->copy->form_id;
		reading->answers->version = reading->copy->version;
		reading->answers->unit = reading->copy->unit;
	}
	if ((code = marks_find(ex)) != VB_OK || (code = take_all(ex)) != VB_OK)
		return code;
	code = answers_finish(reading->answers, ex->err);
	return code == VB_OK ? check_rules(ex) : code;
}

static int choose_form(const struct vb_form **out, const struct source *source,
		       const struct vb_form *form, struct vb_forms *forms,
		       struct vb_error *err)
{
	const char *id = source_about(source, MARK_PROP_FORM);

	*out = form;
	if (form)
		return VB_OK;
	if (!id[0])
		return err_set(err, VB_NOFORM,
			       "the document does not say which form it is of");
	if (!forms)
		return err_set(err, VB_NOFORM,
			       "the document is of form '%.64s', which is not "
			       "at hand",
			       id);
	return vb_forms_find(forms, id, out, err);
}

static int read_source(struct vb_reading **out, const struct source *source,
		       const struct vb_form *form, struct vb_forms *forms,
		       struct vb_error *err)
{
	struct extractor ex = {.source = source, .err = err};
	struct vb_reading *reading = calloc(1, sizeof(*reading));
	int code;

	if (!reading)
		return err_set(err, VB_NOMEM, "out of memory");
	ex.reading = reading;
	reading->file = arena_str(&reading->arena, source->file);
	if (!reading->file)
		code = err_set(err, VB_NOMEM, "out of memory");
	else
		code = choose_form(&ex.form, source, form, forms, err);
	reading->form = ex.form;
	if (code == VB_OK)
		code = extract(&ex);
	vec_release(&ex.sightings);
	vec_release(&ex.hashes);
	free(ex.is_inline);
	docref_reader_free(ex.docref);
	buf_release(&ex.scratch);
	buf_release(&ex.shown);
	if (code != VB_OK) {
		vb_reading_free(reading);
		return code;
	}
	*out = reading;
	return VB_OK;
}

/* Takes `opc`. */
static int read_package(struct vb_reading **out, struct opc *opc,
			const char *name, const struct vb_form *form,
			struct vb_forms *forms, struct vb_error *err)
{
	struct source *source;
	int code = source_open(&source, opc, name, err);

	if (code == VB_OK)
		code = read_source(out, source, form, forms, err);
	source_free(source);
	err_file(err, name);
	return code;
}

int vb_read(struct vb_reading **out, const char *path,
	    const struct vb_form *form, struct vb_forms *forms,
	    struct vb_error *err)
{
	struct opc *opc;
	int code;

	*out = NULL;
	code = opc_open(&opc, path, err);
	return code == VB_OK ? read_package(out, opc, path, form, forms, err)
			     : code;
}

int vb_read_memory(struct vb_reading **out, const void *data, size_t size,
		   const char *name, const struct vb_form *form,
		   struct vb_forms *forms, struct vb_error *err)
{
	struct opc *opc;
	int code;

	*out = NULL;
	code = opc_open_memory(&opc, data, size, name, err);
	return code == VB_OK ? read_package(out, opc, name ? name : "", form,
					    forms, err)
			     : code;
}

void vb_reading_free(struct vb_reading *reading)
{
	if (!reading)
		return;
	vec_release(&reading->fields);
	vec_release(&reading->findings);
	vb_answers_free(reading->answers);
	vb_answers_free(reading->copy);
	arena_release(&reading->arena);
	free(reading);
}

const struct vb_form *vb_reading_form(const struct vb_reading *reading)
{
	return reading->form;
}

const char *vb_reading_unit(const struct vb_reading *reading)
{
	return reading->unit;
}

const struct vb_answers *vb_reading_answers(const struct vb_reading *reading)
{
	return reading->answers;
}

size_t vb_reading_fields(const struct vb_reading *reading)
{
	return reading->fields.n;
}

const struct vb_read_field *vb_reading_field(const struct vb_reading *reading,
					     size_t i)
{
	return i < reading->fields.n ? &reading->fields.at[i] : NULL;
}

size_t vb_reading_findings(const struct vb_reading *reading)
{
	return reading->findings.n;
}

const struct vb_finding *vb_reading_finding(const struct vb_reading *reading,
					    size_t i)
{
	return i < reading->findings.n ? &reading->findings.at[i] : NULL;
}
