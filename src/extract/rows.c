/*
 * rows.c - rows that people added to the table of a repeat. They carry no
 * mark, so their words are not read; they must not be lost in silence.
 */
#include "extract/reading.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

struct serials {
	VEC(unsigned);
};

static int by_number(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return (x > y) - (x < y);
}

/* True when the form has nothing below the repeat in its table. */
static bool ends_table(const struct vb_form *form, const struct field *group)
{
	const struct node *node = form->root;

	while ((node = node_next(form->root, node)) != NULL)
		if (node->kind == NODE_REPEAT && node->field == group)
			return !node->next && node->parent &&
			       node->parent->kind == NODE_TABLE;
	return false;
}

/* The table rows of the repeat's marks, sorted; and its first mark. */
static int find_marked(struct serials *out, const struct extractor *ex,
		       const struct field *group, const struct sighting **first)
{
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];
		const struct wml_story *wml =
			ex->source->stories.at[s->story].wml;
		const struct wml_para *para = &wml->paras.at[s->mark->first];
		unsigned *serial;

		if (s->field->group != group || para->row_serial == 0)
			continue;
		if (*first && (*first)->story != s->story)
			continue;
		if (!*first || s->mark->first < (*first)->mark->first)
			*first = s;
		serial = vec_push(out);
		if (!serial)
			return err_set(ex->err, VB_NOMEM, "out of memory");
		*serial = para->row_serial;
	}
	if (out->n)
		qsort(out->at, out->n, sizeof(*out->at), by_number);
	return VB_OK;
}

/* True when the form has rows of its own, below the heading, before the
 * repeat in its table: a row there may be one of them. */
static bool follows_rows(const struct vb_form *form, const struct field *group)
{
	const struct node *node = form->root, *before;

	while ((node = node_next(form->root, node)) != NULL)
		if (node->kind == NODE_REPEAT && node->field == group)
			break;
	if (!node || !node->parent || node->parent->kind != NODE_TABLE)
		return true;
	for (before = node->parent->first; before != node;
	     before = before->next)
		if (before->kind != NODE_HEADER &&
		    (before->kind == NODE_ROW || before->kind == NODE_REPEAT))
			return true;
	return false;
}

static int tell(struct extractor *ex, const struct field *group, size_t story,
		size_t index)
{
	const struct instance instance = {.field = group, .level = -1};
	struct arena *arena = &ex->reading->arena;
	const struct wml_para *para =
		&ex->source->stories.at[story].wml->paras.at[index];
	struct vb_place place;
	const char *words = source_shorten(arena, para->text, para->size,
					   READING_QUOTE_MAX, false);

	if (!words || !source_place(ex->source, arena, &place, story, index, 0))
		return err_set(ex->err, VB_NOMEM, "out of memory");
	return reading_finding(ex, "row-unread", VB_WARNING, &instance, &place,
			       "a row without marks is not read: '%s'", words);
}

/*
 * Rows above the first. Those of the heading have a style of their own, which
 * parts them from what people write.
 */
static int tell_above(struct extractor *ex, const struct field *group,
		      const struct sighting *first)
{
	const struct wml_story *wml = ex->source->stories.at[first->story].wml;
	const struct wml_para *at = &wml->paras.at[first->mark->first];
	unsigned told = at->row_serial;
	size_t i = first->mark->first;
	int code = VB_OK;

	if (!at->style[0] || follows_rows(ex->form, group))
		return VB_OK;
	while (i > 0 && code == VB_OK) {
		const struct wml_para *para = &wml->paras.at[--i];

		if (para->depth < at->depth ||
		    (para->depth == at->depth && para->table != at->table))
			break;
		if (para->table != at->table || para->row_serial == told ||
		    strcmp(para->style, at->style) != 0 ||
		    text_is_leader(para->text, para->size))
			continue;
		told = para->row_serial;
		code = tell(ex, group, first->story, i);
	}
	return code;
}

int rows_unread(struct extractor *ex, const struct field *group)
{
	const struct sighting *first = NULL;
	struct serials marked = {NULL, 0, 0};
	const struct wml_story *wml;
	const struct wml_para *at;
	unsigned last = 0, told = 0;
	bool is_open = ends_table(ex->form, group);
	size_t i;
	int code = find_marked(&marked, ex, group, &first);

	if (code != VB_OK || !first)
		goto out;
	wml = ex->source->stories.at[first->story].wml;
	at = &wml->paras.at[first->mark->first];
	last = marked.at[marked.n - 1];
	code = tell_above(ex, group, first);
	for (i = first->mark->first; i < wml->paras.n && code == VB_OK; i++) {
		const struct wml_para *para = &wml->paras.at[i];

		if (para->depth < at->depth ||
		    (para->depth == at->depth && para->table != at->table))
			break;
		if (para->table != at->table || para->row_serial == told ||
		    (para->row_serial > last && !is_open) ||
		    text_is_leader(para->text, para->size) ||
		    bsearch(&para->row_serial, marked.at, marked.n,
			    sizeof(*marked.at), by_number))
			continue;
		told = para->row_serial;
		code = tell(ex, group, first->story, i);
	}
out:
	vec_release(&marked);
	return code;
}
