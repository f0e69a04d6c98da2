/* answers_build.c - from the small tree of one field to its answer. */
#include "form/answers_build.h"

#include "text/span.h"
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

static bool is_named(const struct elem *elem, const char *name)
{
	return elem->name && strcmp(elem->name, name) == 0;
}

/* Text of an element that has nothing but text; "" when it is empty. */
static void text_of(const struct elem *elem, const char **text, size_t *size)
{
	*text = elem->first ? elem->first->text : "";
	*size = elem->first ? elem->first->size : 0;
}

static bool has_children(const struct elem *elem)
{
	const struct elem *e;

	for (e = elem->first; e; e = e->next)
		if (e->name)
			return true;
	return false;
}

static bool has_words(const struct elem *elem)
{
	const struct elem *e;

	for (e = elem->first; e; e = e->next)
		if (!e->name && text_trim(e->text, e->size).size)
			return true;
	return false;
}

/* ---- shapes ------------------------------------------------------------ */

enum shape {
	SHAPE_TEXT,
	SHAPE_PARAS,  /* <p> */
	SHAPE_INLINE, /* words with <b> <i> <u> among them */
	SHAPE_DOCREF,
	SHAPE_FILES,
	SHAPE_ROW,
	SHAPE_MIXED /* none of these */
};

static bool is_style(const struct elem *elem)
{
	return is_named(elem, "b") || is_named(elem, "i") ||
	       is_named(elem, "u");
}

static bool is_docref_part(const struct elem *elem)
{
	return is_named(elem, "number") || is_named(elem, "date") ||
	       is_named(elem, "issuer");
}

static bool all_children(const struct elem *elem,
			 bool (*test)(const struct elem *))
{
	const struct elem *e;

	for (e = elem->first; e; e = e->next)
		if (e->name && !test(e))
			return false;
	return true;
}

static bool is_para(const struct elem *elem)
{
	return is_named(elem, "p") && !elem->level;
}

static bool is_file(const struct elem *elem)
{
	return is_named(elem, "file") && !elem->level && !has_children(elem);
}

static bool is_plain_part(const struct elem *elem)
{
	return is_docref_part(elem) && !elem->level && !has_children(elem);
}

/* What an element is by its children alone. */
static enum shape shape_of(const struct elem *elem)
{
	bool words = has_words(elem);

	if (!has_children(elem))
		return SHAPE_TEXT;
	if (words && all_children(elem, is_style))
		return SHAPE_INLINE;
	if (words)
		return SHAPE_MIXED;
	if (all_children(elem, is_para))
		return SHAPE_PARAS;
	if (all_children(elem, is_file))
		return SHAPE_FILES;
	if (all_children(elem, is_plain_part))
		return SHAPE_DOCREF;
	return SHAPE_ROW;
}

/* The shape a type of field asks for; words alone may stand for it. */
static bool shape_fits(const struct field *field, const struct elem *elem,
		       enum shape *shape)
{
	bool is_inline = all_children(elem, is_style);

	switch (field->type) {
	case FIELD_LONGTEXT:
		/* <b> alone looks like a row without the form */
		if (*shape == SHAPE_ROW && is_inline)
			*shape = SHAPE_INLINE;
		return *shape == SHAPE_TEXT || *shape == SHAPE_INLINE ||
		       *shape == SHAPE_PARAS;
	case FIELD_DOCREF:
		return *shape == SHAPE_DOCREF ||
		       (*shape == SHAPE_TEXT && !has_words(elem));
	case FIELD_EVIDENCE:
	case FIELD_IMAGE:
		return *shape == SHAPE_FILES ||
		       (*shape == SHAPE_TEXT && !has_words(elem));
	case FIELD_REPEAT:
		if (has_words(elem))
			return false;
		if (has_children(elem))
			*shape = SHAPE_ROW;
		return true;
	case FIELD_TEXT:
	case FIELD_COUNT:
	case FIELD_NUMBER:
	case FIELD_PERCENT:
	case FIELD_DATE:
	case FIELD_CHOICE:
		break;
	}
	return *shape == SHAPE_TEXT;
}

/* ---- values ------------------------------------------------------------ */

struct paras {
	struct arena *arena;
	VEC(struct answer_para);
	struct {
		VEC(struct answer_span);
	} spans;
	bool split; /* at newlines: bare text */
};

/* Closes the paragraph in hand. */
static int end_para(struct paras *paras)
{
	struct answer_para *para = vec_push(paras);
	size_t n = paras->spans.n;

	if (!para)
		return -1;
	para->n = n;
	if (n) {
		para->spans = arena_array(paras->arena, n,
					  sizeof(*para->spans));
		if (!para->spans)
			return -1;
		memcpy(para->spans, paras->spans.at, n * sizeof(*para->spans));
	}
	paras->spans.n = 0;
	return 0;
}

static int add_span(struct paras *paras, const char *text, size_t size,
		    unsigned style)
{
	struct answer_span *span;

	if (size == 0)
		return 0;
	span = vec_push(&paras->spans);
	if (!span)
		return -1;
	span->text = arena_strn(paras->arena, text, size);
	span->size = size;
	span->style = style;
	return span->text ? 0 : -1;
}

static int add_words(struct paras *paras, const struct elem *elem,
		     unsigned style)
{
	size_t start = 0, i;

	if (!paras->split)
		return add_span(paras, elem->text, elem->size, style);
	for (i = 0; i <= elem->size; i++) {
		if (i < elem->size && elem->text[i] != '\n')
			continue;
		if (add_span(paras, elem->text + start, i - start, style) < 0)
			return -1;
		start = i + 1;
		if (i < elem->size && end_para(paras) < 0)
			return -1;
	}
	return 0;
}

static unsigned style_of(const struct elem *elem)
{
	if (is_named(elem, "b"))
		return STYLE_BOLD;
	return is_named(elem, "i") ? STYLE_ITALIC : STYLE_UNDERLINE;
}

/* Recurses at most ANSWERS_XML_DEPTH_MAX deep. Returns 1 for an element that
 * is no style, -1 out of memory. */
static int add_inline(struct paras *paras, const struct elem *elem,
		      unsigned style)
{
	const struct elem *e;
	int rc = 0;

	for (e = elem->first; e && rc == 0; e = e->next) {
		if (!e->name)
			rc = add_words(paras, e, style);
		else if (is_style(e) && !e->level)
			rc = add_inline(paras, e, style | style_of(e));
		else
			rc = 1;
	}
	return rc;
}

/* Empty lines of bare text are layout, unlike an empty <p>. */
static void drop_empty(struct paras *paras)
{
	size_t i, k, n = 0;

	for (i = 0; i < paras->n; i++) {
		bool words = false;

		for (k = 0; k < paras->at[i].n; k++)
			if (text_trim(paras->at[i].spans[k].text,
				      paras->at[i].spans[k].size)
				    .size)
				words = true;
		if (words)
			paras->at[n++] = paras->at[i];
	}
	paras->n = n;
}

static int collect_paras(struct paras *paras, const struct elem *elem,
			 enum shape shape)
{
	const struct elem *e;
	int rc = 0;

	if (shape == SHAPE_INLINE) {
		paras->split = true;
		rc = add_inline(paras, elem, 0);
		if (rc == 0)
			rc = end_para(paras);
		drop_empty(paras);
		return rc;
	}
	for (e = elem->first; e && rc == 0; e = e->next) {
		if (!e->name)
			continue;
		rc = add_inline(paras, e, 0);
		if (rc == 0)
			rc = end_para(paras);
	}
	return rc;
}

/* Returns 1 for an element that does not belong, -1 out of memory. */
static int take_paras(struct build *build, struct answer *answer,
		      const struct elem *elem, enum shape shape)
{
	struct paras paras = {.arena = &build->answers->arena};
	int rc = collect_paras(&paras, elem, shape);

	if (rc == 0 && paras.n) {
		answer->paras = arena_array(paras.arena, paras.n,
					    sizeof(*answer->paras));
		if (answer->paras)
			memcpy(answer->paras, paras.at,
			       paras.n * sizeof(*answer->paras));
		else
			rc = -1;
		answer->n_paras = paras.n;
	}
	answer->kind = VALUE_PARAS;
	vec_release(&paras.spans);
	vec_release(&paras);
	return rc;
}

static int take_files(struct build *build, struct answer *answer,
		      const struct elem *elem)
{
	const struct elem *e;
	size_t n = 0, size;
	const char *text;

	for (e = elem->first; e; e = e->next)
		n += e->name != NULL;
	answer->files = arena_array(&build->answers->arena, n,
				    sizeof(*answer->files));
	if (!answer->files)
		return -1;
	for (e = elem->first; e; e = e->next) {
		if (!e->name)
			continue;
		text_of(e, &text, &size);
		text = arena_strn(&build->answers->arena, text, size);
		if (!text)
			return -1;
		answer->files[answer->n_files++] = text;
	}
	answer->kind = VALUE_FILES;
	return 0;
}

/* Returns 1 for a part that is there twice. */
static int take_docref(struct build *build, struct answer *answer,
		       const struct elem *elem)
{
	const struct elem *e;
	size_t size;
	const char *text;

	answer->kind = VALUE_DOCREF;
	for (e = elem->first; e; e = e->next) {
		const char **part = &answer->docref.issuer;

		if (!e->name)
			continue;
		if (is_named(e, "number"))
			part = &answer->docref.number;
		else if (is_named(e, "date"))
			part = &answer->docref.date;
		if (*part)
			return 1;
		text_of(e, &text, &size);
		*part = arena_strn(&build->answers->arena, text, size);
		if (!*part)
			return -1;
	}
	return 0;
}

static int take_text(struct build *build, struct answer *answer,
		     const struct elem *elem)
{
	const char *text;
	size_t size;

	text_of(elem, &text, &size);
	/* layout around words is no part of them */
	if (text_trim(text, size).size == 0)
		return 0;
	if (!answer->field) {
		struct text_span words = text_trim(text, size);

		text = words.at;
		size = words.size;
	}
	answer->kind = VALUE_TEXT;
	answer->text = arena_strn(&build->answers->arena, text, size);
	answer->size = size;
	return answer->text ? 0 : -1;
}

static int take_value(struct build *build, struct answer *answer,
		      const struct elem *elem, enum shape shape, int row)
{
	struct vb_error err = {0};
	int rc = 0;

	if (shape == SHAPE_PARAS || shape == SHAPE_INLINE)
		rc = take_paras(build, answer, elem, shape);
	else if (shape == SHAPE_FILES)
		rc = take_files(build, answer, elem);
	else if (shape == SHAPE_DOCREF)
		rc = take_docref(build, answer, elem);
	else if (shape == SHAPE_TEXT)
		rc = take_text(build, answer, elem);
	if (rc < 0)
		return nomem(build);
	if (rc > 0) {
		build_fault(build, "wrong-type", answer->id, answer->level, row,
			    elem->line, "'%.64s' holds %s", answer->id,
			    shape == SHAPE_DOCREF
				    ? "one of <number>, <date>, <issuer> twice"
				    : "an element that is not <b>, <i> or <u>");
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

static int new_repeat(struct build *build, const struct scope *scope,
		      const struct elem *elem, struct answer **repeat)
{
	struct repeats *repeats = scope->repeats;
	size_t *index;

	if (repeats->n >= ANSWERS_REPEATS_MAX)
		return limit(build, elem, "repeats in one group",
			     ANSWERS_REPEATS_MAX);
	index = vec_push(repeats);
	*repeat = index ? answers_add(build->answers, scope->group, elem->name,
				      elem->level ? elem->level : "")
			: NULL;
	if (!*repeat)
		return nomem(build);
	*index = scope->group->n - 1;
	(*repeat)->line = elem->line;
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
	const struct elem *e;
	int rc = VB_OK;

	if (inner.depth > ANSWERS_DEPTH_MAX)
		return limit(build, elem, "groups in each other",
			     ANSWERS_DEPTH_MAX);
	/* an empty element alone is "no rows", beside others an empty row */
	if (!repeat) {
		rc = new_repeat(build, scope, elem, &repeat);
		if (rc != VB_OK || !has_children(elem))
			return rc;
	} else if (repeat->kind == VALUE_EMPTY &&
		   !answers_add_row(build->answers, repeat)) {
		return nomem(build);
	}
	if (repeat->n_rows >= ANSWERS_ROWS_MAX)
		return limit(build, elem, "rows", ANSWERS_ROWS_MAX);
	inner.group = answers_add_row(build->answers, repeat);
	if (!inner.group)
		return nomem(build);
	inner.row = (int)repeat->n_rows;
	for (e = elem->first; e && rc == VB_OK; e = e->next)
		if (e->name)
			rc = take(build, &inner, e);
	vec_release(&repeats);
	return rc;
}

static int take_known(struct build *build, const struct scope *scope,
		      const struct elem *elem)
{
	const struct field *field = field_of(build, scope, elem);
	enum shape shape = shape_of(elem);
	struct answer *answer;

	if (!field)
		return VB_OK;
	if (!shape_fits(field, elem, &shape)) {
		build_fault(build, "wrong-type", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' is a %s and cannot hold %s", elem->name,
			    field_type_name(field->type),
			    has_children(elem) ? "these elements" : "words");
		return VB_OK;
	}
	if (field->type == FIELD_REPEAT)
		return take_row(build, scope, field, elem);
	answer = answers_add(build->answers, scope->group, elem->name,
			     elem->level ? elem->level : "");
	if (!answer)
		return nomem(build);
	answer->line = elem->line;
	return take_value(build, answer, elem, shape, scope->row);
}

static int take_unknown(struct build *build, const struct scope *scope,
			const struct elem *elem)
{
	enum shape shape = shape_of(elem);
	struct answer *answer;

	if (shape == SHAPE_MIXED) {
		build_fault(build, "wrong-type", elem->name, elem->level,
			    scope->row, elem->line,
			    "'%.64s' mixes words and elements", elem->name);
		return VB_OK;
	}
	if (shape == SHAPE_ROW)
		return take_row(build, scope, NULL, elem);
	answer = answers_add(build->answers, scope->group, elem->name,
			     elem->level ? elem->level : "");
	if (!answer)
		return nomem(build);
	answer->line = elem->line;
	return take_value(build, answer, elem, shape, scope->row);
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
	for (i = 0; i < group->n; i++) {
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
