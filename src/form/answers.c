/* answers.c - the container of answers: entries, rows, order, look-up. */
#include "form/answers.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* First capacity of a group: most rows of a repeat have two to four fields. */
#define GROUP_FIRST 4

struct vb_answers *answers_new(const struct vb_form *form)
{
	struct vb_answers *answers = calloc(1, sizeof(*answers));

	if (!answers)
		return NULL;
	answers->form = form;
	answers->file = "";
	answers->form_id = form ? form->id : "";
	answers->version = form ? form->version : "";
	answers->unit = "";
	return answers;
}

void vb_answers_free(struct vb_answers *answers)
{
	if (!answers)
		return;
	arena_release(&answers->arena);
	free(answers);
}

const char *vb_answers_form(const struct vb_answers *answers)
{
	return answers->form_id;
}

const char *vb_answers_unit(const struct vb_answers *answers)
{
	return answers->unit;
}

/* The group's array lives in the arena too, so that nothing needs a walk to
 * be freed; the arrays left behind add up to less than the last one. */
static struct answer *group_push(struct arena *arena,
				 struct answer_group *group)
{
	if (group->n == group->cap) {
		size_t cap = group->cap ? group->cap * 2 : GROUP_FIRST;
		struct answer *at = arena_array(arena, cap, sizeof(*at));

		if (!at)
			return NULL;
		if (group->n)
			memcpy(at, group->at, group->n * sizeof(*at));
		group->at = at;
		group->cap = cap;
	}
	group->sorted = NULL;
	return &group->at[group->n++];
}

bool answers_room(struct vb_answers *answers, struct answer_group *group,
		  size_t n)
{
	if (group->cap || n == 0)
		return true;
	group->at = arena_array(&answers->arena, n, sizeof(*group->at));
	if (group->at)
		group->cap = n;
	return group->at != NULL;
}

/* A copy of an id or level, the last one when it is the same. */
static const char *keep_id(struct vb_answers *answers, const char *id)
{
	const char **kept, *p;
	unsigned hash = 0;

	for (p = id; *p; p++)
		hash = hash * 31 + (unsigned char)*p;
	kept = &answers->ids[hash % ANSWERS_IDS];
	if (!*kept || strcmp(*kept, id) != 0)
		*kept = arena_str(&answers->arena, id);
	return *kept;
}

struct answer *answers_add(struct vb_answers *answers,
			   struct answer_group *group, const char *id,
			   const char *level)
{
	const struct vb_form *form = answers->form;
	const struct field *field = form ? form_field(form, id) : NULL;
	int index = form && level[0] ? form_level(form, level) : -1;
	struct answer *answer;

	id = field ? field->id : keep_id(answers, id);
	if (index >= 0)
		level = form->levels[index].id;
	else
		level = level[0] ? keep_id(answers, level) : "";
	if (!id || !level)
		return NULL;
	answer = group_push(&answers->arena, group);
	if (!answer)
		return NULL;
	answer->id = id;
	answer->level = level;
	answer->field = field;
	return answer;
}

struct answer *answers_add_text(struct vb_answers *answers,
				struct answer_group *group, const char *id,
				const char *level, const char *text)
{
	size_t size = strlen(text);
	const char *copy = arena_strn(&answers->arena, text, size);
	struct answer *answer;

	if (!copy)
		return NULL;
	answer = answers_add(answers, group, id, level);
	if (!answer)
		return NULL;
	answer->kind = VALUE_TEXT;
	answer->text = copy;
	answer->size = size;
	return answer;
}

struct answer_group *answers_add_row(struct vb_answers *answers,
				     struct answer *repeat)
{
	size_t n = repeat->n_rows;

	if (n >= ANSWERS_ROWS_MAX)
		return NULL;
	/* full at 0 and at every power of two */
	if ((n & (n - 1)) == 0) {
		struct answer_group *rows;

		rows = arena_array(&answers->arena, n ? n * 2 : 1,
				   sizeof(*rows));
		if (!rows)
			return NULL;
		if (n)
			memcpy(rows, repeat->rows, n * sizeof(*rows));
		repeat->rows = rows;
	}
	repeat->kind = VALUE_ROWS;
	repeat->n_rows++;
	return &repeat->rows[n];
}

static int by_id(const void *a, const void *b)
{
	const struct answer *x = *(struct answer *const *)a;
	const struct answer *y = *(struct answer *const *)b;
	int order = x->id == y->id ? 0 : strcmp(x->id, y->id);

	if (order == 0 && x->level != y->level)
		order = strcmp(x->level, y->level);
	if (order == 0)
		order = (x > y) - (x < y);
	return order;
}

static bool is_same(const struct answer *a, const struct answer *b)
{
	return strcmp(a->id, b->id) == 0 && strcmp(a->level, b->level) == 0;
}

/* An entry with what decides its canonical place; entries that the form does
 * not know come last, as they came. */
struct placed {
	struct answer *answer;
	size_t field;
	int level;
};

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->field != y->field)
		return x->field < y->field ? -1 : 1;
	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	return (x->answer > y->answer) - (x->answer < y->answer);
}

static void place(struct placed *placed, const struct vb_form *form,
		  struct answer *answer)
{
	placed->answer = answer;
	placed->field = answer->field ? answer->field->index : SIZE_MAX;
	placed->level = -1;
	if (answer->level[0]) {
		placed->level = form_level(form, answer->level);
		if (placed->level < 0)
			placed->level = FORM_LEVELS_MAX;
	}
}

/* Puts the entries of a group in the order of the form. */
static bool order_group(struct vb_answers *answers, struct answer_group *group)
{
	struct placed *placed;
	struct answer *at;
	bool is_ordered = true;
	size_t i;

	placed = calloc(group->n, sizeof(*placed));
	if (!placed)
		return false;
	for (i = 0; i < group->n; i++) {
		place(&placed[i], answers->form, &group->at[i]);
		if (i && by_place(&placed[i - 1], &placed[i]) > 0)
			is_ordered = false;
	}
	if (is_ordered) {
		free(placed);
		return true;
	}
	qsort(placed, group->n, sizeof(*placed), by_place);
	at = arena_array(&answers->arena, group->cap, sizeof(*at));
	if (at) {
		for (i = 0; i < group->n; i++)
			at[i] = *placed[i].answer;
		group->at = at;
	}
	free(placed);
	return at != NULL;
}

/* The same entries in the same order; equal names are mostly one string. */
static bool is_like(const struct answer_group *group,
		    const struct answer_group *other)
{
	size_t i;

	if (other->n != group->n || !other->sorted)
		return false;
	for (i = 0; i < group->n; i++)
		if (group->at[i].id != other->at[i].id ||
		    group->at[i].level != other->at[i].level)
			return false;
	return true;
}

static bool sort_entries(struct vb_answers *answers, struct answer_group *group,
			 const struct answer_group *before)
{
	bool is_known = before && is_like(group, before);
	size_t i;

	if (answers->form && group->n > 1 && !is_known &&
	    !order_group(answers, group))
		return false;
	group->sorted = arena_array(&answers->arena, group->n,
				    sizeof(*group->sorted));
	if (!group->sorted)
		return false;
	group->has_twice = is_known && before->has_twice;
	group->is_like_above = is_known;
	if (is_known) {
		for (i = 0; i < group->n; i++)
			group->sorted[i] = group->at +
					   (before->sorted[i] - before->at);
		return true;
	}
	for (i = 0; i < group->n; i++)
		group->sorted[i] = &group->at[i];
	qsort(group->sorted, group->n, sizeof(*group->sorted), by_id);
	for (i = 1; i < group->n; i++)
		if (is_same(group->sorted[i - 1], group->sorted[i]))
			group->has_twice = true;
	return true;
}

/* `before` is the row above, or NULL. */
static bool sort_group(struct vb_answers *answers, struct answer_group *group,
		       const struct answer_group *before, int depth)
{
	size_t i, k;

	if (group->n == 0)
		return true;
	if (!sort_entries(answers, group, before))
		return false;
	for (i = 0; i < group->n; i++) {
		struct answer *answer = &group->at[i];

		if (answer->kind != VALUE_ROWS || depth >= ANSWERS_DEPTH_MAX)
			continue;
		group->has_lists = true;
		for (k = 0; k < answer->n_rows; k++)
			if (!sort_group(answers, &answer->rows[k],
					k ? &answer->rows[k - 1] : NULL,
					depth + 1))
				return false;
	}
	return true;
}

int answers_sort(struct vb_answers *answers, struct vb_error *err)
{
	if (!sort_group(answers, &answers->base, NULL, 0) ||
	    !sort_group(answers, &answers->top, NULL, 0))
		return err_set(err, VB_NOMEM, "out of memory");
	return VB_OK;
}

const struct answer *answers_duplicate(const struct answer_group *group,
				       size_t *from)
{
	size_t i;

	for (i = *from ? *from : 1; group->has_twice && i < group->n; i++)
		if (is_same(group->sorted[i - 1], group->sorted[i])) {
			*from = i + 1;
			return group->sorted[i];
		}
	return NULL;
}

static const struct answer *find_duplicate(const struct answer_group *group,
					   int depth)
{
	size_t from = 0, i, k;
	const struct answer *found = answers_duplicate(group, &from);

	for (i = 0; !found && group->has_lists && i < group->n; i++) {
		const struct answer *answer = &group->at[i];

		if (answer->kind != VALUE_ROWS || depth >= ANSWERS_DEPTH_MAX)
			continue;
		for (k = 0; !found && k < answer->n_rows; k++)
			found = find_duplicate(&answer->rows[k], depth + 1);
	}
	return found;
}

int answers_finish(struct vb_answers *answers, struct vb_error *err)
{
	const struct answer *twice;
	int rc = answers_sort(answers, err);

	if (rc != VB_OK)
		return rc;
	twice = find_duplicate(&answers->base, 0);
	if (!twice)
		twice = find_duplicate(&answers->top, 0);
	if (!twice)
		return VB_OK;
	err_file(err, answers->file);
	if (twice->line)
		err_where(err, "line %d", twice->line);
	return twice->level[0] ? err_set(err, VB_ANSWERS,
					 "'%s' at level '%s' is answered twice",
					 twice->id, twice->level)
			       : err_set(err, VB_ANSWERS,
					 "'%s' is answered twice", twice->id);
}

/* Before answers_finish(): the builder looks things up as it goes. */
static const struct answer *find_unsorted(const struct answer_group *group,
					  const char *id, const char *level)
{
	size_t i;

	for (i = 0; i < group->n; i++)
		if (strcmp(group->at[i].id, id) == 0 &&
		    strcmp(group->at[i].level, level) == 0)
			return &group->at[i];
	return NULL;
}

const struct answer *answers_find(const struct answer_group *group,
				  const char *id, const char *level)
{
	size_t low = 0, high = group->n;

	if (!group->sorted)
		return find_unsorted(group, id, level);
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct answer *answer = group->sorted[mid];
		int order = strcmp(answer->id, id);

		if (order == 0)
			order = strcmp(answer->level, level);
		if (order == 0)
			return answer;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}
