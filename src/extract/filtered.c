/*
 * filtered.c - values that filters of the template showed in other words
 * ("một nghìn", "TRƯỜNG TIỂU HỌC"): what was filled at a place is kept in the
 * report part beside its name, where Word does not write.
 */
#include "extract/reading.h"

#include "text/norm.h"

#include <string.h>

/* Places of one value that are looked through: a page shows a name in three
 * or four, and each place asks. */
#define PLACES_MAX 64

static const char *level_of(const struct extractor *ex,
			    const struct instance *instance)
{
	return instance->level < 0 ? "" : ex->form->levels[instance->level].id;
}

/* What the view's binding stands for, NULL without one. */
static const struct shown *bound(const struct extractor *ex,
				 const struct view *view)
{
	return view->shown ? &ex->source->report->shown.at[view->shown - 1]
			   : NULL;
}

static int compare(const struct shown *f, const char *id, const char *level,
		   unsigned row)
{
	int order = strcmp(f->id, id);

	if (order == 0)
		order = strcmp(f->level, level);
	if (order == 0 && f->row != row)
		order = f->row < row ? -1 : 1;
	return order;
}

/* The first of the value's filtered places; all of them follow in order. */
static size_t first_of(const struct report *report, const char *id,
		       const char *level, unsigned row)
{
	size_t low = 0, high = report->filtered.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare(report->filtered.at[mid], id, level, row) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The next filtered place of the instance's value; `*i` starts at 0. */
static const struct shown *next_of(const struct extractor *ex,
				   const struct instance *instance, size_t *i)
{
	const struct report *report = ex->source->report;
	const char *id = instance->field->id, *level = level_of(ex, instance);
	unsigned row = instance->n ? instance->at[0].row : 0;
	size_t at;

	if (!report || *i >= PLACES_MAX)
		return NULL;
	at = first_of(report, id, level, row) + (*i)++;
	if (at >= report->filtered.n ||
	    compare(report->filtered.at[at], id, level, row) != 0)
		return NULL;
	return report->filtered.at[at];
}

static bool is_filled(const struct shown *f, const char *words)
{
	return f->filled &&
	       text_same(f->filled, strlen(f->filled), words, strlen(words));
}

bool filtered_same(const struct extractor *ex, const struct instance *instance,
		   const struct view *view, const char *words)
{
	const struct shown *f = bound(ex, view);
	size_t i = 0;

	if (f)
		return is_filled(f, words);
	while ((f = next_of(ex, instance, &i)))
		if (is_filled(f, words))
			return true;
	return false;
}

const char *filtered_by(const struct extractor *ex,
			const struct instance *instance,
			const struct view *view)
{
	const struct shown *f = bound(ex, view);
	size_t i = 0;

	if (f)
		return f->filter[0] ? f->filter : NULL;
	/* the tag tells which of the places this is */
	if (view->control && view->by_tag && !strchr(view->control->name, '|'))
		return NULL;
	while ((f = next_of(ex, instance, &i)))
		if (f->filter[0])
			return f->filter;
	return NULL;
}
