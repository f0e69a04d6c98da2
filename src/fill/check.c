/*
 * check.c - a template, its form and all answers, before anything is filled.
 *
 * No engine compares the three before a run of hundreds (none of those
 * measured), and the fault then shows in the five-hundredth document. What is
 * checked is what filling does: each file is filled and the document thrown
 * away, so that nothing is told that filling would not tell. Answers are
 * taken one at a time and only counted.
 */
#include "fill/render.h"
#include "form/units.h"

#include "fill/compile.h"
#include "text/json.h"
#include "util/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of a field. */
struct count {
	size_t seen, last_group; /* of the file in hand */
	size_t missing;		 /* files that have it not */
};

struct vb_check {
	struct vb_template *tpl; /* NULL when it has faults */
	const struct vb_form *form;
	const char *file;
	struct renderer *renderer;
	struct count *counts; /* by field index; without a form by id */
	size_t n_counts;
	const struct vb_units *units; /* or NULL */
	size_t next_unit;	      /* where the next file's is looked for */
	size_t groups;		      /* seen so far */
	struct arena arena;
	struct vb_check_summary sum;
};

/* Counts on the way to the caller's sink. */
struct counter {
	const struct vb_sink *sink;
	size_t n;
};

static void take(void *payload, const struct vb_finding *finding)
{
	struct counter *counter = payload;

	if (finding->severity != VB_NOTE)
		counter->n++;
	if (counter->sink && counter->sink->take)
		counter->sink->take(counter->sink->payload, finding);
}

/* ---- the template -------------------------------------------------------- */

static bool has_key(const struct vb_template *tpl, const char *id,
		    const char *level)
{
	size_t i;

	for (i = 0; i < tpl->keys.n; i++)
		if (strcmp(tpl->keys.at[i].id, id) == 0 &&
		    strcmp(tpl->keys.at[i].level, level) == 0)
			return true;
	return false;
}

static void tell_level(const struct vb_check *check, const struct field *field,
		       const char *level, const struct vb_sink *sink)
{
	struct vb_finding finding = {.rule = "level-without-slot",
				     .severity = VB_NOTE,
				     .field = field->id,
				     .level = level};
	char message[2 * FORM_ID_MAX + 64];

	snprintf(message, sizeof(message),
		 "the template has no place for '%s' at level '%s'", field->id,
		 level);
	finding.message = message;
	finding.place.file = check->file;
	finding.place.part = finding.place.heading = finding.place.near = "";
	sink->take(sink->payload, &finding);
}

/* Of a field that has a place, the levels that have none. */
static void check_levels(const struct vb_check *check,
			 const struct vb_sink *sink)
{
	const struct vb_form *form = check->form;
	size_t i;
	int level;

	for (i = 0; form && i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		if (!field->levels || !check->tpl->is_placed[field->index])
			continue;
		for (level = 0; level < (int)form->n_levels; level++)
			if (field_has_level(field, level) &&
			    !has_key(check->tpl, field->id,
				     form->levels[level].id))
				tell_level(check, field, form->levels[level].id,
					   sink);
	}
}

static int start(struct vb_check *check, const struct vb_sink *sink,
		 struct vb_error *err)
{
	struct counter counter = {sink, 0};
	const struct vb_sink counting = {take, &counter};
	struct vb_error own = {0};
	int rc = vb_template_open(&check->tpl, check->file, check->form,
				  &counting, &own);

	/* faults have been told, and answers may have some too */
	if (rc != VB_OK && rc != VB_TEMPLATE) {
		if (err && err->code == VB_OK)
			*err = own;
		return rc;
	}
	if (check->tpl)
		check_levels(check, &counting);
	check->sum.template_findings = counter.n;
	check->sum.is_template_valid = check->tpl != NULL;
	check->n_counts = check->form  ? check->form->n_fields
			  : check->tpl ? check->tpl->n_ids
				       : 0;
	check->counts = calloc(check->n_counts + 1, sizeof(*check->counts));
	if (!check->counts)
		return err_set(err, VB_NOMEM, "out of memory");
	return check->tpl ? renderer_new(&check->renderer, check->tpl, err)
			  : VB_OK;
}

int vb_check_open(struct vb_check **out, const char *path,
		  const struct vb_form *form, const struct vb_sink *sink,
		  struct vb_error *err)
{
	struct vb_check *check = calloc(1, sizeof(*check));
	int rc;

	*out = NULL;
	if (!check)
		return err_set(err, VB_NOMEM, "out of memory");
	check->form = form;
	check->file = arena_str(&check->arena, path);
	rc = check->file ? start(check, sink, err)
			 : err_set(err, VB_NOMEM, "out of memory");
	if (rc == VB_OK)
		*out = check;
	else
		vb_check_free(check);
	return rc;
}

void vb_check_free(struct vb_check *check)
{
	if (!check)
		return;
	renderer_free(check->renderer);
	vb_template_free(check->tpl);
	free(check->counts);
	arena_release(&check->arena);
	free(check);
}

/* ---- answers ------------------------------------------------------------- */

/* The place of a name in the counts; n_counts for none. Without a form: in
 * the sorted ids of the template, the first of equal ones. */
static size_t index_of(const struct vb_check *check,
		       const struct answer *answer)
{
	size_t low = 0, high = check->n_counts;
	const char *const *ids = check->tpl ? check->tpl->ids : NULL;

	if (check->form)
		return answer->field ? answer->field->index : high;
	if (!ids)
		return high;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(ids[mid], answer->id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < check->n_counts && strcmp(ids[low], answer->id) == 0
		       ? low
		       : check->n_counts;
}

/* Counts the groups that answer a name, at whatever level. */
static void see(struct vb_check *check, const struct answer_group *group)
{
	size_t serial = ++check->groups, i, j;

	for (i = 0; i < group->n; i++) {
		const struct answer *answer = &group->at[i];
		size_t at = index_of(check, answer);

		if (at < check->n_counts &&
		    check->counts[at].last_group != serial) {
			check->counts[at].last_group = serial;
			check->counts[at].seen++;
		}
		for (j = 0; j < answer->n_rows; j++)
			see(check, &answer->rows[j]);
	}
}

/* A field of a repeat is to be in every row; without rows none is missing. */
static bool is_missing(const struct vb_check *check,
		       const struct vb_answers *answers, size_t i)
{
	size_t seen = check->counts[i].seen;
	const struct answer *repeat;
	const struct field *field;

	if (!check->form) {
		const char **ids = check->tpl->ids;

		return !seen && (i == 0 || strcmp(ids[i - 1], ids[i]) != 0);
	}
	field = check->form->fields[i];
	if (field->calculate)
		return false;
	if (!field->group)
		return !seen;
	repeat = answers_find(&answers->top, field->group->id, "");
	return repeat && seen < repeat->n_rows;
}

static void count_missing(struct vb_check *check,
			  const struct vb_answers *answers)
{
	size_t i;

	for (i = 0; i < check->n_counts; i++)
		check->counts[i].seen = 0;
	see(check, &answers->top);
	see(check, &answers->base);
	for (i = 0; i < check->n_counts; i++)
		check->counts[i].missing += is_missing(check, answers, i);
}

/* What the form says how wide a blank is, the author knows why. */
static void check_width(const struct answer *answer, const char *file,
			const struct vb_sink *sink)
{
	struct vb_finding finding = {.rule = "value-long",
				     .severity = VB_NOTE,
				     .field = answer->id,
				     .level = answer->level};
	const struct field *field = answer->field;
	char message[FORM_ID_MAX + 96];
	size_t i, n = 0;

	if (!field || !field->blank || answer->kind != VALUE_TEXT)
		return;
	for (i = 0; i < answer->size; i++)
		n += ((unsigned char)answer->text[i] & 0xc0) != 0x80;
	if (n <= field->blank)
		return;
	snprintf(message, sizeof(message),
		 "'%s' has %zu characters, its blank is %u wide", answer->id, n,
		 field->blank);
	finding.message = message;
	finding.place.file = file;
	finding.place.part = finding.place.heading = "";
	finding.place.near = field->label ? field->label : "";
	finding.place.line = answer->line;
	sink->take(sink->payload, &finding);
}

static void check_widths(const struct answer_group *group, const char *file,
			 const struct vb_sink *sink)
{
	size_t i, j;

	for (i = 0; i < group->n; i++) {
		check_width(&group->at[i], file, sink);
		for (j = 0; j < group->at[i].n_rows; j++)
			check_widths(&group->at[i].rows[j], file, sink);
	}
}

static int meet(struct vb_check *check, const struct vb_answers *answers,
		const char *path, const struct vb_sink *sink,
		struct vb_error *err)
{
	struct vb_fill_options opt = {.file = path};
	struct vb_blob blob = {0};
	size_t count = 0;
	int rc = VB_OK;

	if (check->form)
		rc = vb_answers_check(answers, check->form, path, sink, &count,
				      err);
	count_missing(check, answers);
	check_widths(&answers->top, path, sink);
	if (rc == VB_OK && check->renderer)
		rc = renderer_fill(check->renderer, answers, &opt, &blob, sink,
				   err);
	vb_blob_release(&blob);
	return rc;
}

void vb_check_units(struct vb_check *check, const struct vb_units *units)
{
	check->units = units;
}

/* True when the file is called after the code. */
static bool is_of(const char *path, const char *code)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;
	size_t n = strlen(code);

	return strncmp(base, code, n) == 0 && strcmp(base + n, ".xml") == 0;
}

/* Files and units mostly come in one order: each is looked for behind the one
 * before. */
static int add_unit(struct vb_check *check, struct vb_answers *answers,
		    const char *path, struct vb_error *err)
{
	size_t n = check->units ? vb_units_count(check->units) : 0, i;
	int rc;

	for (i = 0; i < n; i++) {
		size_t unit = (check->next_unit + i) % n;

		if (!is_of(path, vb_units_value(check->units, unit, "code")))
			continue;
		check->next_unit = unit + 1;
		rc = units_merge(check->units, unit, answers, err);
		return rc == VB_OK ? answers_finish(answers, err) : rc;
	}
	return VB_OK;
}

int vb_check_answers(struct vb_check *check, const char *path,
		     const struct vb_sink *sink, struct vb_error *err)
{
	struct counter counter = {sink, 0};
	const struct vb_sink counting = {take, &counter};
	struct vb_answers *answers = NULL;
	int rc = vb_answers_read(&answers, check->form, path, &counting, err);

	if (rc == VB_OK)
		rc = add_unit(check, answers, path, err);
	if (rc == VB_OK)
		rc = meet(check, answers, path, &counting, err);
	vb_answers_free(answers);
	if (rc != VB_OK)
		check->sum.invalid++;
	else if (counter.n)
		check->sum.findings++;
	else
		check->sum.valid++;
	return rc;
}

/* ---- the summary --------------------------------------------------------- */

void vb_check_sum(const struct vb_check *check, struct vb_check_summary *sum)
{
	*sum = check->sum;
}

bool vb_check_missing(const struct vb_check *check, size_t i,
		      const char **field, size_t *count)
{
	if (i >= check->n_counts)
		return false;
	*field = check->form ? check->form->fields[i]->id : check->tpl->ids[i];
	*count = check->counts[i].missing;
	return true;
}

static json_t *missing_list(const struct vb_check *check)
{
	json_t *list = json_array();
	const char *field;
	size_t i, count;

	for (i = 0; list && vb_check_missing(check, i, &field, &count); i++) {
		json_t *one;

		if (!count)
			continue;
		one = json_pack("{s:s, s:I}", "field", field, "count",
				(json_int_t)count);
		if (json_array_append_new(list, one)) {
			json_decref(list);
			list = NULL;
		}
	}
	return list;
}

int vb_check_json(const struct vb_check *check, struct vb_blob *out,
		  struct vb_error *err)
{
	const struct vb_check_summary *sum = &check->sum;
	json_t *json = json_pack(
		"{s:s, s:o, s:b, s:I, s:{s:I, s:I, s:I, s:I}, s:o}", "template",
		check->file, "form",
		json_words_or_null(check->form ? check->form->id : ""),
		"template_valid", (int)sum->is_template_valid,
		"template_findings", (json_int_t)sum->template_findings,
		"answers", "total",
		(json_int_t)sum->valid + (json_int_t)sum->findings +
			(json_int_t)sum->invalid,
		"valid", (json_int_t)sum->valid, "findings",
		(json_int_t)sum->findings, "invalid", (json_int_t)sum->invalid,
		"missing", missing_list(check));

	return json_line(out, json, err);
}
