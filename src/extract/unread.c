/*
 * unread.c - paragraphs that people wrote right before or behind an answer,
 * outside of its marks. A control ends with its last paragraph: who goes on
 * behind it writes outside, and so does who begins a second paragraph in the
 * cell of a table. They are not read; they must not be lost in silence.
 *
 * Whether a paragraph without marks is the form's or a person's is told by
 * its style: an editor gives a new paragraph the style of the one it follows,
 * and filling gives the style of long answers to nothing else. Without a
 * style nothing can be said. In a cell of a repeat's row that has no lines
 * the form has one paragraph only, and any other is a person's.
 */
#include "extract/reading.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

struct neighbours {
	struct extractor *ex;
	size_t story;
	const struct wml_story *wml;
	bool *is_marked; /* by paragraph: a value stands there, or it is told */
};

/* ---- which paragraphs have marks ----------------------------------------- */
/* Adds that paragraphs first..last have a mark: sums of `steps` up to a
 * paragraph count its marks. */
static void cover(long *steps, size_t first, size_t last)
{
	steps[first]++;
	steps[last + 1]--;
}

static bool is_pair(const struct sighting *a, const struct sighting *b)
{
	return a->field == b->field && a->level == b->level &&
	       a->final_row == b->final_row && a->story == b->story;
}

static int find_marked(struct neighbours *near)
{
	const struct extractor *ex = near->ex;
	size_t n = near->wml->paras.n, i;
	long *steps = calloc(n + 1, sizeof(*steps)), sum = 0;

	near->is_marked = calloc(n + 1, sizeof(*near->is_marked));
	if (!steps || !near->is_marked) {
		free(steps);
		return err_set(ex->err, VB_NOMEM, "out of memory");
	}
	for (i = 0; i < near->wml->marks.n; i++) {
		const struct wml_mark *mark = &near->wml->marks.at[i];

		if (mark->kind == WML_CONTROL && mark->scope == WML_INLINE)
			cover(steps, mark->first, mark->last);
	}
	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story != near->story)
			continue;
		cover(steps, s->mark->first, s->mark->last);
		/* between the bookmarks of a long answer's ends */
		if (i > 0 && s->is_last && is_pair(s - 1, s) &&
		    s[-1].mark->last < s->mark->first)
			cover(steps, s[-1].mark->last, s->mark->first);
	}
	for (i = 0; i < n; i++)
		near->is_marked[i] = (sum += steps[i]) > 0;
	free(steps);
	return VB_OK;
}

/* ---- the walk ------------------------------------------------------------ */

static bool is_near(const struct wml_para *own, const struct wml_para *para,
		    bool is_cell)
{
	return para->depth == own->depth && para->table == own->table &&
	       para->row_serial == own->row_serial &&
	       para->column == own->column &&
	       (is_cell || strcmp(para->style, own->style) == 0);
}

static int tell(const struct neighbours *near, const struct sighting *s,
		size_t index)
{
	struct extractor *ex = near->ex;
	const struct instance instance = {
		.field = s->field, .level = s->level, .row = s->final_row};
	struct arena *arena = &ex->reading->arena;
	const struct wml_para *para = &near->wml->paras.at[index];
	const char *words = source_shorten(arena, para->text, para->size,
					   READING_QUOTE_MAX, false);
	struct vb_place place;

	if (!words ||
	    !source_place(ex->source, arena, &place, near->story, index, 0))
		return err_set(ex->err, VB_NOMEM, "out of memory");
	return reading_finding(ex, "words-unread", VB_WARNING, &instance,
			       &place,
			       "words beside the answer, without its marks, "
			       "are not read: '%s'",
			       words);
}

/* Walks away from the mark; tells the first paragraph with words, once. */
static int walk(struct neighbours *near, const struct sighting *s, bool is_cell,
		bool is_up)
{
	size_t i = is_up ? s->mark->first : s->mark->last;
	const struct wml_para *own = &near->wml->paras.at[i];
	bool is_told = false;
	int code = VB_OK;

	while (code == VB_OK && (is_up ? i > 0 : i + 1 < near->wml->paras.n)) {
		const struct wml_para *para;

		i = is_up ? i - 1 : i + 1;
		para = &near->wml->paras.at[i];
		if (near->is_marked[i] || !is_near(own, para, is_cell))
			break;
		near->is_marked[i] = true;
		if (is_told || text_is_leader(para->text, para->size))
			continue;
		is_told = true;
		code = tell(near, s, i);
	}
	return code;
}

/* ---- which answers ------------------------------------------------------- */
/* How the paragraphs of a field are known from the form's. */
enum known {
	BY_NOTHING,
	BY_STYLE, /* a long answer in paragraphs of its own */
	BY_CELL	  /* alone in a cell of a repeat's row */
};

static enum known how_known(const struct node *node)
{
	const struct node *up = node->parent;

	while (up && up->kind == NODE_SPAN)
		up = up->parent;
	if (node->field->group && up && up->kind == NODE_CELL)
		return BY_CELL;
	while (up && up->kind != NODE_CELL)
		up = up->parent;
	return node->field->type == FIELD_LONGTEXT && !up ? BY_STYLE
							  : BY_NOTHING;
}

/* By field index. */
static enum known *find_known(const struct vb_form *form)
{
	enum known *known = calloc(form->n_fields + 1, sizeof(*known));
	const struct node *node = form->root;

	while (known && (node = node_next(form->root, node)) != NULL)
		if (node->kind == NODE_FIELD && node->field)
			known[node->field->index] = how_known(node);
	return known;
}

static int look(struct neighbours *near, const enum known *known)
{
	const struct extractor *ex = near->ex;
	int code = find_marked(near);
	size_t i;

	for (i = 0; i < ex->sightings.n && code == VB_OK; i++) {
		const struct sighting *s = &ex->sightings.at[i];
		const struct wml_para *para;
		bool is_cell = known[s->field->index] == BY_CELL;

		if (s->story != near->story ||
		    known[s->field->index] == BY_NOTHING)
			continue;
		para = &near->wml->paras.at[s->mark->first];
		if (is_cell ? para->depth == 0 : !para->style[0])
			continue;
		code = walk(near, s, is_cell, true);
		if (code == VB_OK)
			code = walk(near, s, is_cell, false);
	}
	return code;
}

int unread_tell(struct extractor *ex)
{
	enum known *known = find_known(ex->form);
	int code = known ? VB_OK : err_set(ex->err, VB_NOMEM, "out of memory");
	size_t i;

	for (i = 0; i < ex->source->stories.n && code == VB_OK; i++) {
		struct neighbours near = {
			.ex = ex,
			.story = i,
			.wml = ex->source->stories.at[i].wml,
		};

		code = look(&near, known);
		free(near.is_marked);
	}
	free(known);
	return code;
}
