/*
 * anchor_see.c - a range of words becomes a sighting of a value, or a check of
 * one that has marks.
 */
#include "extract/anchor.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	NUMBER_SIZE = 6, /* bytes of "(12) " */
	NUMBER_LETTERS = 3
};

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

size_t anchor_slot(const struct anchorer *a, const struct field *field,
		   int level)
{
	return field->index * (a->ex->form->n_levels + 1) + (size_t)(level + 1);
}

struct sighting *anchor_sighting(const struct anchorer *a,
				 const struct field *field, int level)
{
	size_t i;

	for (i = 0; i < a->ex->sightings.n; i++) {
		struct sighting *s = &a->ex->sightings.at[i];

		if (s->field == field && s->level == level)
			return s;
	}
	return NULL;
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

void anchor_forget(struct anchorer *a, const struct field *field)
{
	struct sighting *old = anchor_sighting(a, field, -1);

	if (!old)
		return;
	*old = a->ex->sightings.at[--a->ex->sightings.n];
	a->is_seen[anchor_slot(a, field, -1)] = false;
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
	/* what ends the report is no answer */
	if (model->field->type == FIELD_LONGTEXT && range->start == 0 &&
	    range->first == range->last &&
	    anchor_is_closing(&a->text, range->first))
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

/* Bytes of a sign at `at` that sets an answer off, or is left of its leader:
 * ": ", "……"; 0 for none. */
size_t anchor_lead_size(const struct wml_para *p, size_t at)
{
	static const char *const SIGNS[] = {"\xc2\xa0", "\xe2\x80\xa6",
					    "\xe2\x80\xa4", "\xe2\x80\xa5"};
	size_t i;

	if (memchr(" \t\n:;,.)", p->text[at], 9))
		return 1;
	for (i = 0; i < sizeof(SIGNS) / sizeof(*SIGNS); i++) {
		size_t size = strlen(SIGNS[i]);

		if (at + size <= p->size &&
		    memcmp(p->text + at, SIGNS[i], size) == 0)
			return size;
	}
	return 0;
}

/* A typed bullet, with the space behind it. */
size_t anchor_bullet_at(const char *text, size_t room)
{
	static const char *const BULLETS[] = {"-",
					      "+",
					      "*",
					      "\xe2\x80\xa2",
					      "\xe2\x80\x90",
					      "\xe2\x80\x91",
					      "\xe2\x80\x93",
					      "\xe2\x80\x94",
					      "\xe2\x88\x92"};
	size_t i;

	for (i = 0; i < sizeof(BULLETS) / sizeof(*BULLETS); i++) {
		size_t size = strlen(BULLETS[i]);

		if (room <= size || memcmp(text, BULLETS[i], size) != 0)
			continue;
		if (text[size] == ' ' || text[size] == '\t')
			return size + 1;
		if (room > size + 1 && memcmp(text + size, "\xc2\xa0", 2) == 0)
			return size + 2;
	}
	return 0;
}

size_t anchor_bullet_size(const struct wml_para *p)
{
	return anchor_bullet_at(p->text, p->size);
}

size_t anchor_first_token(const struct anchor_text *text,
			  const struct wml_mark *range)
{
	size_t i = text->first[range->first];

	while (i < text->first[range->first + 1] &&
	       text->tokens.at[i].start < range->start)
		i++;
	return i;
}

void anchor_trim_head(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t end = mark->last == mark->first ? mark->end : p->size, size;

	if (mark->start == 0 && anchor_bullet_size(p) < end)
		mark->start = anchor_bullet_size(p);
	while (mark->start < end &&
	       (size = anchor_lead_size(p, mark->start)) > 0)
		mark->start += size;
	if (mark->start > end)
		mark->start = end;
}

/* "Trả lời:", "Đáp:" before an answer. */
static void trim_reply(const struct anchorer *a, struct wml_mark *mark)
{
	static const char *const REPLY[] = {"tra", "loi"};
	const struct token *t = a->text.tokens.at;
	size_t end = a->text.first[mark->first + 1];
	size_t i = anchor_first_token(&a->text, mark);

	if (i + 1 >= end)
		return;
	if (token_is_pair(&t[i], REPLY))
		i++;
	else if (!token_is(&t[i], "dap"))
		return;
	if (i + 1 < end && anchor_has_sign(&a->text, mark->first, i, ":") &&
	    (mark->last > mark->first || t[i + 1].start < mark->end))
		mark->start = t[i + 1].start;
}

/* A number that a line begins with, "(2)", "b)", "-", and nothing else. */
static bool is_number_alone(const char *text, size_t size)
{
	struct text_span all = text_trim(text, size);
	size_t i, n = 0;

	for (i = 0; i < all.size; i++) {
		char c = all.at[i];

		if ((c >= '0' && c <= '9') ||
		    ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			n++;
		else if (!strchr("().-+* ", c))
			return false;
	}
	return n < NUMBER_LETTERS && all.size <= NUMBER_SIZE;
}

/* What a line begins with that the next question stands in. */
static void trim_number(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->last];
	size_t from = mark->last == mark->first ? mark->start : 0;
	size_t at = mark->end;

	while (at > from && p->text[at - 1] != '\n' &&
	       mark->end - at <= NUMBER_SIZE)
		at--;
	if (at > from && mark->end < p->size && p->text[at - 1] == '\n' &&
	    is_number_alone(p->text + at, mark->end - at))
		mark->end = at - 1;
}

void anchor_trim_long(const struct anchorer *a, struct wml_mark *mark)
{
	trim_reply(a, mark);
	trim_number(a, mark);
}

/* A sign of a number that the tokens leave out; the dash that a line begins
 * with is its mark. */
void anchor_widen(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];

	if (mark->start > 0 && p->text[mark->start - 1] == '-' &&
	    (mark->start == 1 ? p->cell > 0 && mark->end == p->size
			      : p->text[mark->start - 2] == ' '))
		mark->start--;
}
