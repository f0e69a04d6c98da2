/*
 * judge_check.c - whether the words of the form say that a value stands
 * elsewhere than its mark: a control that was dragged to another line, or two
 * that changed places. What a person sees at the value's own words is it.
 *
 * A mark in its place is believed all the same: one in the cell that the words
 * mean, below a paragraph that somebody put there; and one whose place by words
 * is taken by another value's mark that stands right, as when a row was moved
 * below a head where there is one of its name.
 */
#include "extract/reading.h"

/* Words that are less sure say nothing against a mark. */
#define SURE_CHECK 0.9

/* Where the words say that a value stands, NULL when they do not. */
static const struct sighting *find_check(const struct extractor *ex,
					 const struct field *field, int level)
{
	size_t low = 0, high = ex->checks.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct sighting *s = &ex->checks.at[mid];

		if (s->field->index < field->index ||
		    (s->field == field && s->level < level))
			low = mid + 1;
		else
			high = mid;
	}
	if (low < ex->checks.n && ex->checks.at[low].field == field &&
	    ex->checks.at[low].level == level &&
	    ex->checks.at[low].sure >= SURE_CHECK)
		return &ex->checks.at[low];
	return NULL;
}

static bool is_behind(size_t para_a, size_t a, size_t para_b, size_t b)
{
	return para_a != para_b ? para_a > para_b : a > b;
}

static bool meets(const struct sighting *a, const struct sighting *b)
{
	const struct wml_mark *x = a->mark, *y = b->mark;

	return a->story == b->story &&
	       !is_behind(x->first, x->start, y->last, y->end) &&
	       !is_behind(y->first, y->start, x->last, x->end);
}

/* Another paragraph of the same cell. */
static bool shares_cell(const struct extractor *ex, const struct sighting *a,
			const struct sighting *b)
{
	const struct wml_para *paras;

	if (a->story != b->story || a->mark->first == b->mark->first)
		return false;
	paras = ex->source->stories.at[a->story].wml->paras.at;
	return paras[a->mark->first].cell &&
	       paras[a->mark->first].cell == paras[b->mark->first].cell;
}

/* True when no mark of the value stands where the words say it does. */
static bool is_displaced(const struct extractor *ex, const struct sighting *of)
{
	const struct sighting *check = find_check(ex, of->field, of->level);
	const struct sighting *at;
	size_t n, i;

	at = instances_find(ex, &n, of->field, of->level, of->final_row);
	for (i = 0; check && i < n; i++)
		if (meets(&at[i], check))
			return false;
	return check != NULL;
}

/* The mark of another value at that place. */
static const struct sighting *holder(const struct extractor *ex,
				     const struct sighting *check)
{
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (!s->is_anchor && meets(s, check) &&
		    (s->field != check->field || s->level != check->level))
			return s;
	}
	return NULL;
}

bool judge_elsewhere(struct view *view, const struct extractor *ex,
		     const struct instance *instance)
{
	static const struct view none;
	const struct sighting *check, *other;
	bool is_near = false;
	size_t i;

	if (instance->row)
		return false;
	check = find_check(ex, instance->field, instance->level);
	for (i = 0; check && i < instance->n; i++) {
		if (meets(&instance->at[i], check))
			return false;
		is_near = is_near || shares_cell(ex, &instance->at[i], check);
	}
	if (!check)
		return false;
	other = holder(ex, check);
	if (other ? !is_displaced(ex, other) : is_near)
		return false;
	*view = none;
	view->story = check->story;
	view->anchor = check->mark;
	view->method = check->method;
	view->sure = check->sure;
	view->ticked = check->ticked;
	return true;
}
