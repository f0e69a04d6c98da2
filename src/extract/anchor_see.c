/*
 * anchor_see.c - a range of words becomes a sighting of a value, or a check of
 * one that has marks.
 */
#include "extract/anchor.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

size_t anchor_slot(const struct anchorer *a, const struct field *field,
		   int level)
{
	return field->index * (a->ex->form->n_levels + 1) + (size_t)(level + 1);
}

/* Rows are looked for by words when none has a mark; not in a document that
 * was filled with none. */
static bool wants_rows(const struct anchorer *a, const struct field *group)
{
	const struct vb_answers *copy = a->ex->reading->copy;
	const struct answer *rows =
		copy ? answers_find(&copy->top, group->id, "") : NULL;

	if (a->has_marks[anchor_slot(a, group, -1)])
		return false;
	return !copy || (rows && rows->kind == VALUE_ROWS && rows->n_rows > 0);
}

int anchor_see(struct anchorer *a, const struct sighting *model,
	       const struct wml_mark *range)
{
	struct extractor *ex = a->ex;
	struct wml_mark *mark;
	struct sighting *s;
	size_t slot = anchor_slot(a, model->field, model->level);

	if (model->row && !wants_rows(a, model->field->group))
		return VB_OK;
	/* a page that names a field twice is read where it stands first */
	if (!model->row && a->is_seen[slot])
		return VB_OK;
	mark = arena_array(&ex->reading->arena, 1, sizeof(*mark));
	if (mark && !model->row && a->has_marks[slot])
		s = vec_push(&ex->checks);
	else
		s = mark ? vec_push(&ex->sightings) : NULL;
	if (!s)
		return no_memory(a);
	if (!model->row)
		a->is_seen[slot] = true;
	*mark = *range;
	*s = *model;
	s->mark = mark;
	s->is_anchor = true;
	s->final_row = s->row;
	return VB_OK;
}

bool anchor_is_lead(const struct wml_para *p, size_t at)
{
	return memchr(" \t\n:;,.)", p->text[at], 9) != NULL;
}

void anchor_trim_head(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t end = mark->last == mark->first ? mark->end : p->size;

	/* a typed bullet */
	if (mark->start == 0 && end > 1 && strchr("-+*", p->text[0]) &&
	    p->text[1] == ' ')
		mark->start = 2;
	while (mark->start < end && anchor_is_lead(p, mark->start))
		mark->start++;
}

/* A sign of a number that the tokens leave out. */
void anchor_widen(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];

	if (mark->start > 0 && p->text[mark->start - 1] == '-' &&
	    (mark->start == 1 || p->text[mark->start - 2] == ' '))
		mark->start--;
}
