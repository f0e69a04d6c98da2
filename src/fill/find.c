/*
 * find.c - which answer a name means in the place that is being filled.
 *
 * With a form a name means one place only. Without one it is looked for from
 * the inside out, as Mustache does; of a dotted name only the first.
 */
#include "fill/render.h"

#include <string.h>

static const struct answer_group *row_of(const struct frame *frame)
{
	return frame->list ? &frame->list->rows[frame->row] : NULL;
}

static const struct answer *find_field(const struct renderer *r,
				       const struct name *name,
				       const struct field *field)
{
	int i;

	if (field->is_base)
		return answers_find(&r->answers->base, name->id, name->level);
	if (!field->group)
		return answers_find(&r->answers->top, name->id, name->level);
	for (i = r->depth; i-- > 0;) {
		const struct frame *frame = &r->frames[i];
		const struct answer_group *row;

		if (!frame->is_loop || frame->section->field != field->group)
			continue;
		row = row_of(frame);
		return row ? answers_find(row, name->id, name->level) : NULL;
	}
	return NULL;
}

/* What an object holds: a group that is there once. Of a list there is no
 * telling which row is meant. */
static const struct answer_group *object(const struct answer *answer)
{
	return answer && answer->kind == VALUE_ROWS && answer->n_rows == 1
		       ? &answer->rows[0]
		       : NULL;
}

/* Follows "b.c.d" in a group; the last name may be a level of the one before
 * it. */
static const struct answer *follow(const struct answer_group *group,
				   const char *first, const char *rest)
{
	char part[FORM_ID_MAX], next[FORM_ID_MAX];
	const struct answer *answer;

	memcpy(part, first, strlen(first) + 1);
	while (group && *rest) {
		size_t size = strcspn(rest, ".");

		memcpy(next, rest, size);
		next[size] = '\0';
		rest += size + (rest[size] == '.');
		answer = *rest ? NULL : answers_find(group, part, next);
		if (answer)
			return answer;
		group = object(answers_find(group, part, ""));
		memcpy(part, next, size + 1);
	}
	return group ? answers_find(group, part, "") : NULL;
}

/* True when the group settles what the name means, be it nothing. */
static bool find_in(const struct answer **out, const struct answer_group *group,
		    const struct name *name)
{
	const struct answer *answer;

	*out = name->rest[0] ? NULL
			     : answers_find(group, name->id, name->level);
	if (*out || !name->level[0])
		return *out != NULL;
	answer = answers_find(group, name->id, "");
	if (answer && object(answer))
		*out = follow(object(answer), name->level, name->rest);
	return answer != NULL;
}

/* What the innermost section that is about something is about. */
static const struct answer *find_this(const struct renderer *r)
{
	int i;

	for (i = r->depth; i-- > 0;) {
		const struct frame *frame = &r->frames[i];

		if (frame->list)
			return answers_find(row_of(frame), ".", "");
		if (frame->value)
			return frame->value;
	}
	return NULL;
}

const struct frame *render_loop(const struct renderer *r)
{
	int i;

	for (i = r->depth; i-- > 0;)
		if (r->frames[i].is_loop)
			return &r->frames[i];
	return NULL;
}

const struct answer *render_find(const struct renderer *r,
				 const struct name *name,
				 const struct field *field)
{
	const struct answer *answer;
	int i;

	if (field)
		return find_field(r, name, field);
	if (name->kind != NAME_FIELD)
		return name->kind == NAME_THIS ? find_this(r) : NULL;
	for (i = r->depth; i-- > 0;)
		if (r->frames[i].list &&
		    find_in(&answer, row_of(&r->frames[i]), name))
			return answer;
	if (!find_in(&answer, &r->answers->top, name))
		find_in(&answer, &r->answers->base, name);
	return answer;
}
