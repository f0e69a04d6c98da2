/* answers_shape.c - what an element is by its children, and its value. */
#include "form/answers_build.h"

#include "text/span.h"

#include <string.h>

static bool is_named(const struct elem *elem, const char *name)
{
	return elem->name && strcmp(elem->name, name) == 0;
}

/* Text of an element that has nothing but text; "" when it is empty. */
static void elem_text(const struct elem *elem, const char **text, size_t *size)
{
	*text = elem->first ? elem->first->text : "";
	*size = elem->first ? elem->first->size : 0;
}

bool elem_has_children(const struct elem *elem)
{
	const struct elem *e;

	for (e = elem->first; e; e = e->next)
		if (e->name)
			return true;
	return false;
}

static bool elem_has_words(const struct elem *elem)
{
	const struct elem *e;

	for (e = elem->first; e; e = e->next)
		if (!e->name && text_trim(e->text, e->size).size)
			return true;
	return false;
}

/* ---- shapes ------------------------------------------------------------ */

static bool is_style(const struct elem *elem)
{
	return is_named(elem, "b") || is_named(elem, "i") ||
	       is_named(elem, "u") || is_named(elem, "a");
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

static bool is_page(const struct elem *elem)
{
	return is_named(elem, "pagebreak") && !elem->level;
}

static bool is_para(const struct elem *elem)
{
	return (is_named(elem, "p") && !elem->level) || is_page(elem);
}

static bool is_file(const struct elem *elem)
{
	return is_named(elem, "file") && !elem->level &&
	       !elem_has_children(elem);
}

static bool is_plain_part(const struct elem *elem)
{
	return is_docref_part(elem) && !elem->level && !elem_has_children(elem);
}

/* What an element is by its children alone. */
enum shape elem_shape(const struct elem *elem)
{
	bool words = elem_has_words(elem);

	if (!elem_has_children(elem))
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
bool elem_shape_fits(const struct field *field, const struct elem *elem,
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
		       (*shape == SHAPE_TEXT && !elem_has_words(elem));
	case FIELD_EVIDENCE:
	case FIELD_IMAGE:
		return *shape == SHAPE_FILES ||
		       (*shape == SHAPE_TEXT && !elem_has_words(elem));
	case FIELD_REPEAT:
		if (elem_has_words(elem))
			return false;
		if (elem_has_children(elem))
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
	bool split;	  /* at newlines: bare text */
	const char *link; /* of the <a> that is open */
	bool begins_page; /* the next one */
};

/* Closes the paragraph in hand. */
static int end_para(struct paras *paras)
{
	struct answer_para *para = vec_push(paras);
	size_t n = paras->spans.n;

	if (!para)
		return -1;
	para->n = n;
	para->begins_page = paras->begins_page;
	paras->begins_page = false;
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
	span->link = paras->link;
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
	if (is_named(elem, "i"))
		return STYLE_ITALIC;
	return is_named(elem, "u") ? STYLE_UNDERLINE : 0;
}

static int add_inline(struct paras *paras, const struct elem *elem,
		      unsigned style);

static int add_link(struct paras *paras, const struct elem *elem,
		    unsigned style)
{
	int rc;

	if (paras->link || !elem->href || !elem->first)
		return ELEM_LINK;
	paras->link = arena_str(paras->arena, elem->href);
	rc = paras->link ? add_inline(paras, elem, style) : -1;
	paras->link = NULL;
	return rc;
}

/* Recurses at most ANSWERS_XML_DEPTH_MAX deep. */
static int add_inline(struct paras *paras, const struct elem *elem,
		      unsigned style)
{
	const struct elem *e;
	int rc = 0;

	for (e = elem->first; e && rc == 0; e = e->next) {
		if (!e->name)
			rc = add_words(paras, e, style);
		else if (is_named(e, "a") && !e->level)
			rc = add_link(paras, e, style);
		else if (is_style(e) && !e->level)
			rc = add_inline(paras, e, style | style_of(e));
		else
			rc = ELEM_NO_STYLE;
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

static int add_page(struct paras *paras, const struct elem *elem)
{
	if (elem->first || paras->n == 0 || paras->begins_page)
		return ELEM_PAGE;
	paras->begins_page = true;
	return 0;
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
		if (is_page(e)) {
			rc = add_page(paras, e);
			continue;
		}
		rc = add_inline(paras, e, 0);
		if (rc == 0)
			rc = end_para(paras);
	}
	return rc == 0 && paras->begins_page ? ELEM_PAGE : rc;
}

static int take_paras(struct arena *arena, struct answer *answer,
		      const struct elem *elem, enum shape shape)
{
	struct paras paras = {.arena = arena};
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

static int take_files(struct arena *arena, struct answer *answer,
		      const struct elem *elem)
{
	const struct elem *e;
	size_t n = 0, size;
	const char *text;

	for (e = elem->first; e; e = e->next)
		n += e->name != NULL;
	answer->files = arena_array(arena, n, sizeof(*answer->files));
	if (!answer->files)
		return -1;
	for (e = elem->first; e; e = e->next) {
		if (!e->name)
			continue;
		elem_text(e, &text, &size);
		text = arena_strn(arena, text, size);
		if (!text)
			return -1;
		answer->files[answer->n_files++] = text;
	}
	answer->kind = VALUE_FILES;
	return 0;
}

static int take_docref(struct arena *arena, struct answer *answer,
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
			return ELEM_TWICE;
		elem_text(e, &text, &size);
		*part = arena_strn(arena, text, size);
		if (!*part)
			return -1;
	}
	return 0;
}

static int take_text(struct arena *arena, struct answer *answer,
		     const struct elem *elem)
{
	const char *text;
	size_t size;

	elem_text(elem, &text, &size);
	/* layout around words is no part of them */
	if (text_trim(text, size).size == 0)
		return 0;
	if (!answer->field) {
		struct text_span words = text_trim(text, size);

		text = words.at;
		size = words.size;
	}
	answer->kind = VALUE_TEXT;
	answer->text = arena_strn(arena, text, size);
	answer->size = size;
	return answer->text ? 0 : -1;
}

int elem_read(struct arena *arena, struct answer *answer,
	      const struct elem *elem, enum shape shape)
{
	switch (shape) {
	case SHAPE_PARAS:
	case SHAPE_INLINE:
		return take_paras(arena, answer, elem, shape);
	case SHAPE_FILES:
		return take_files(arena, answer, elem);
	case SHAPE_DOCREF:
		return take_docref(arena, answer, elem);
	case SHAPE_TEXT:
		return take_text(arena, answer, elem);
	case SHAPE_ROW:
	case SHAPE_MIXED:
		break;
	}
	return 0;
}
