/* answers_build.c - from the small tree of one field to its answer. */
#include "form/answers_build.h"

#include "util/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Where an element stands. */
struct scope {
	struct answer_group *group;
	struct repeats *repeats;
	const struct field *repeat; /* of a row, with a form */
	const char *repeat_id;	    /* of a row */
	int row;
	bool is_base;
	int depth;
};

void build_fault(struct build *build, const char *rule, const char *field,
		 const char *level, int row, int line, const char *fmt, ...)
{
	struct vb_finding finding = {0};
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	if (!build->is_faulty) {
		err_set(build->err, VB_ANSWERS, "%s", text);
		err_where(build->err, "line %d", line);
	}
	build->is_faulty = true;
	if (!build->sink || !build->sink->take)
		return;
	finding.rule = rule;
	finding.severity = VB_SEVERE;
	finding.field = field;
	finding.level = level ? level : "";
	finding.row = row;
	finding.message = text;
	finding.place.file = build->answers->file;
	finding.place.part = "";
	finding.place.heading = "";
	finding.place.near = "";
	finding.place.line = line;
	build->sink->take(build->sink->payload, &finding);
}

/* An error of answer_canonical() as a fault; others go up. */
static int tell(struct build *build, const struct elem *elem, int row, int rc,
		const struct vb_error *err)
{
	const char *rule = "wrong-type";

	if (rc == VB_OK)
		return VB_OK;
	if (rc != VB_ANSWERS) {
		err_set(build->err, (enum vb_code)rc, "%s", err->text);
		err_where(build->err, "line %d", elem->line);
		return rc;
	}
	if (strncmp(err->text, "character U+", 12) == 0)
		rule = "control-character";
	build_fault(build, rule, elem->name, elem->level, row, elem->line, "%s",
		    err->text);
	return VB_OK;
}

static int nomem(struct build *build)
{
	return err_set(build->err, VB_NOMEM, "out of memory");
}

static const char *what_is_wrong(enum elem_fault fault)
{
	switch (fault) {
	case ELEM_TWICE:
		return "one of <number>, <date>, <issuer> twice";
	case ELEM_LINK:
		return "a link in a link, or one without words or address";
	case ELEM_PAGE:
		return "a page break that does not stand between paragraphs";
	case ELEM_GOOD:
	case ELEM_NO_STYLE:
		break;
	}
	return "an element that is not <b>, <i>, <u> or <a>";
}

static int take_value(struct build *build, struct answer *answer,
		      const struct elem *elem, enum shape shape, int row)
{
	struct vb_error err = {0};
	int rc = elem_read(&build->answers->arena, answer, elem, shape);

	if (rc < 0)
		return nomem(build);
	if (rc > 0) {
		build_fault(build, "wrong-type", answer->id, answer->level, row,
			    elem->line, "'%.64s' holds %s", answer->id,
			    what_is_wrong((enum elem_fault)rc));
		return VB_OK;
	}
	rc = answer_canonical(build->answers, answer, &err);
	return tell(build, elem, row, rc, &err);
}

/* ---- names and places -------------------------------------------------- */

static bool check_level(struct build *build, const struct scope *scope,
			const struct field *field, const struct elem *elem)
{
	int level;

	if (!elem->level)
		return true;
	level = form_level(build->answers->form, elem->level);
	if (field->levels == 0)
		build_fault(build, "unknown-level", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' is not broken down by level", elem->name);
	else if (level < 0 || !field_has_level(field, level))
		build_fault(build, "unknown-level", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' has no level '%.64s'", elem->name,
			    elem->level);
	else
		return true;
	return false;
}

static bool check_place(struct build *build, const struct scope *scope,
			const struct field *field, const struct elem *elem)
{
	if (field->is_base == scope->is_base && field->group == scope->repeat)
		return true;
	if (field->is_base)
		build_fault(build, "wrong-place", elem->name, elem->level,
			    scope->row, elem->line, "'%.64s' belongs in <base>",
			    elem->name);
	else if (field->group)
		build_fault(build, "wrong-place", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' belongs in a row of '%.64s'", elem->name,
			    field->group->id);
	else
		build_fault(build, "wrong-place", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' belongs to the page, not in <%.64s>",
			    elem->name,
			    scope->is_base ? "base" : scope->repeat_id);
	return false;
}

/* The field of an element; NULL after a fault. */
static const struct field *field_of(struct build *build,
				    const struct scope *scope,
				    const struct elem *elem)
{
	const struct vb_form *form = build->answers->form;
	const struct field *field = form_field(form, elem->name);

	if (!field) {
		build_fault(build, "unknown-field", elem->name, elem->level,
			    scope->row, elem->line,
			    "form '%.64s' has no field '%.64s'", form->id,
			    elem->name);
		return NULL;
	}
	if (!check_place(build, scope, field, elem) ||
	    !check_level(build, scope, field, elem))
		return NULL;
	return field;
}

/* ---- entries ----------------------------------------------------------- */

static int take(struct build *build, const struct scope *scope,
		const struct elem *elem);

/* The repeat of that id already met in a group, or NULL. */
static struct answer *known_repeat(const struct scope *scope,
				   const struct elem *elem)
{
	const struct repeats *repeats = scope->repeats;
	const char *level = elem->level ? elem->level : "";
	size_t i;

	/* the last one first: rows of one repeat stand together */
	for (i = repeats->n; i > 0; i--) {
		struct answer *answer = &scope->group->at[repeats->at[i - 1]];

		if (strcmp(answer->id, elem->name) == 0 &&
		    strcmp(answer->level, level) == 0)
			return answer;
	}
	return NULL;
}

static int limit(struct build *build, const struct elem *elem, const char *what,
		 int max)
{
	err_where(build->err, "line %d", elem->line);
	return err_set(build->err, VB_LIMIT, "more than %d %s", max, what);
}

/* A repeat met for the first time; NULL with the code in *rc. */
static struct answer *new_repeat(struct build *build, const struct scope *scope,
				 const struct elem *elem, int *rc)
{
	struct repeats *repeats = scope->repeats;
	const char *level = elem->level ? elem->level : "";
	struct answer *repeat;
	size_t *index;

	if (repeats->n >= ANSWERS_REPEATS_MAX) {
		*rc = limit(build, elem, "repeats in one group",
			    ANSWERS_REPEATS_MAX);
		return NULL;
	}
	index = vec_push(repeats);
	repeat = index ? answers_add(build->answers, scope->group, elem->name,
				     level)
		       : NULL;
	if (!repeat) {
		*rc = nomem(build);
		return NULL;
	}
	*index = scope->group->n - 1;
	repeat->line = elem->line;
	return repeat;
}

/* The entry an element repeats: without a form the one just before it. */
static struct answer *repeated(const struct build *build,
			       const struct scope *scope,
			       const struct elem *elem)
{
	const struct answer_group *group = scope->group;
	struct answer *last = group->n ? &group->at[group->n - 1] : NULL;

	return last && !build->answers->form &&
			       strcmp(last->id, elem->name) == 0 &&
			       strcmp(last->level,
				      elem->level ? elem->level : "") == 0
		       ? last
		       : NULL;
}

/* Adds a row to a list; NULL with the code in *rc. */
static struct answer_group *add_row(struct build *build, struct answer *list,
				    const struct elem *elem, int *rc)
{
	struct answer_group *row;

	if (list->n_rows >= ANSWERS_ROWS_MAX) {
		*rc = limit(build, elem, "rows", ANSWERS_ROWS_MAX);
		return NULL;
	}
	row = answers_add_row(build->answers, list);
	if (!row)
		*rc = nomem(build);
	return row;
}

/* Makes a value the first item of a list; an empty one has no words. */
static int make_list(struct build *build, const struct scope *scope,
		     struct answer *answer, const struct elem *elem)
{
	struct repeats *repeats = scope->repeats;
	struct answer value = *answer;
	struct answer_group *row;
	struct answer *item;
	size_t *index;
	int rc = VB_OK;

	if (repeats->n >= ANSWERS_REPEATS_MAX)
		return limit(build, elem, "repeats in one group",
			     ANSWERS_REPEATS_MAX);
	index = vec_push(repeats);
	if (!index)
		return nomem(build);
	*index = (size_t)(answer - scope->group->at);
	memset(answer, 0, sizeof(*answer));
	answer->id = value.id;
	answer->level = value.level;
	answer->line = value.line;
	row = add_row(build, answer, elem, &rc);
	if (!row || value.kind == VALUE_EMPTY)
		return rc;
	item = answers_add(build->answers, row, ANSWERS_ITEM, "");
	if (!item)
		return nomem(build);
	value.id = item->id;
	value.level = "";
	*item = value;
	return VB_OK;
}

static int take_row(struct build *build, const struct scope *scope,
		    const struct field *field, const struct elem *elem)
{
	struct repeats repeats = {0};
	struct scope inner = {.repeats = &repeats,
			      .repeat = field,
			      .repeat_id = elem->name,
			      .depth = scope->depth + 1};
	struct answer *repeat = known_repeat(scope, elem);
	struct answer *last = repeat ? NULL : repeated(build, scope, elem);
	const struct elem *e;
	size_t n = 0;
	int rc = VB_OK;

	if (inner.depth > ANSWERS_DEPTH_MAX)
		return limit(build, elem, "groups in each other",
			     ANSWERS_DEPTH_MAX);
	if (last) {
		rc = make_list(build, scope, last, elem);
		if (rc != VB_OK)
			return rc;
		repeat = last;
	}
	/* an empty element alone is "no rows", beside others an empty row */
	if (!repeat) {
		repeat = new_repeat(build, scope, elem, &rc);
		if (!repeat || !elem_has_children(elem))
			return rc;
	} else if (repeat->kind == VALUE_EMPTY &&
		   !answers_add_row(build->answers, repeat)) {
		return nomem(build);
	}
	inner.group = add_row(build, repeat, elem, &rc);
	if (!inner.group)
		return rc;
	inner.row = (int)repeat->n_rows;
	for (e = elem->first; e; e = e->next)
		n += e->name != NULL;
	if (!answers_room(build->answers, inner.group, n))
		return nomem(build);
	for (e = elem->first; e && rc == VB_OK; e = e->next)
		if (e->name)
			rc = take(build, &inner, e);
	vec_release(&repeats);
	return rc;
}

static int take_answer(struct build *build, const struct scope *scope,
		       const struct elem *elem, enum shape shape)
{
	struct answer *answer = answers_add(build->answers, scope->group,
					    elem->name,
					    elem->level ? elem->level : "");

	if (!answer)
		return nomem(build);
	answer->line = elem->line;
	return take_value(build, answer, elem, shape, scope->row);
}

/* One more bare value of a list. */
static int take_item(struct build *build, const struct scope *scope,
		     struct answer *list, const struct elem *elem,
		     enum shape shape)
{
	struct scope inner = {.repeat_id = elem->name,
			      .depth = scope->depth + 1};
	struct elem item = *elem;
	int rc = VB_OK;

	if (list->kind != VALUE_ROWS)
		rc = make_list(build, scope, list, elem);
	if (rc == VB_OK)
		inner.group = add_row(build, list, elem, &rc);
	if (rc != VB_OK || !elem->first)
		return rc;
	inner.row = (int)list->n_rows;
	item.name = ANSWERS_ITEM;
	item.level = NULL;
	rc = take_answer(build, &inner, &item, shape);
	/* nothing but layout: an empty row, as the first item is then */
	if (rc == VB_OK && inner.group->n == 1 &&
	    inner.group->at[0].kind == VALUE_EMPTY)
		inner.group->n = 0;
	return rc;
}

static int take_known(struct build *build, const struct scope *scope,
		      const struct elem *elem)
{
	const struct field *field = field_of(build, scope, elem);
	enum shape shape = elem_shape(elem);

	if (!field)
		return VB_OK;
	if (!elem_shape_fits(field, elem, &shape)) {
		build_fault(build, "wrong-type", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' is of type %s and cannot hold %s",
			    elem->name, field_type_name(field->type),
			    elem_has_children(elem) ? "these elements"
						    : "words");
		return VB_OK;
	}
	if (field->type == FIELD_REPEAT)
		return take_row(build, scope, field, elem);
	return take_answer(build, scope, elem, shape);
}

static int take_unknown(struct build *build, const struct scope *scope,
			const struct elem *elem)
{
	enum shape shape = elem_shape(elem);
	struct answer *list;

	if (shape == SHAPE_MIXED) {
		build_fault(build, "wrong-type", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' mixes words and elements", elem->name);
		return VB_OK;
	}
	if (shape == SHAPE_ROW)
		return take_row(build, scope, NULL, elem);
	list = repeated(build, scope, elem);
	if (list)
		return take_item(build, scope, list, elem, shape);
	return take_answer(build, scope, elem, shape);
}

static int take(struct build *build, const struct scope *scope,
		const struct elem *elem)
{
	if (++build->n_items > ANSWERS_ITEMS_MAX)
		return limit(build, elem, "answers", ANSWERS_ITEMS_MAX);
	if (build->answers->form)
		return take_known(build, scope, elem);
	return take_unknown(build, scope, elem);
}

int build_take(struct build *build, const struct elem *elem, bool is_base)
{
	struct scope scope = {
		.group = is_base ? &build->answers->base : &build->answers->top,
		.repeats = is_base ? &build->base : &build->top,
		.is_base = is_base,
	};

	return take(build, &scope, elem);
}

/* ---- the end ----------------------------------------------------------- */

static void tell_duplicates(struct build *build,
			    const struct answer_group *group, int row,
			    int depth)
{
	const struct answer *twice;
	size_t from = 0, i, k;

	while ((twice = answers_duplicate(group, &from)) != NULL)
		build_fault(build, "duplicate-answer", twice->id, twice->level,
			    row, twice->line,
			    "'%.64s'%s%.64s%s is answered twice", twice->id,
			    twice->level[0] ? " at level '" : "", twice->level,
			    twice->level[0] ? "'" : "");
	for (i = 0; group->has_lists && i < group->n; i++) {
		const struct answer *answer = &group->at[i];

		if (answer->kind != VALUE_ROWS || depth >= ANSWERS_DEPTH_MAX)
			continue;
		for (k = 0; k < answer->n_rows; k++)
			tell_duplicates(build, &answer->rows[k], (int)k + 1,
					depth + 1);
	}
}

int build_finish(struct build *build)
{
	int rc = answers_sort(build->answers, build->err);

	if (rc != VB_OK)
		return rc;
	tell_duplicates(build, &build->answers->base, 0, 0);
	tell_duplicates(build, &build->answers->top, 0, 0);
	return build->is_faulty ? VB_ANSWERS : VB_OK;
}

void build_release(struct build *build)
{
	vec_release(&build->top);
	vec_release(&build->base);
}
