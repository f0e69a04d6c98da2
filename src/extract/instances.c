/*
 * instances.c - from sightings to the values the form asks for: which marks
 * belong to one value, and which of them stand together on the page.
 */
#include "extract/reading.h"

/* Order of (field, level, row) against a sighting. */
static int compare(const struct sighting *s, const struct field *field,
		   int level, unsigned row)
{
	if (s->field != field)
		return s->field->index < field->index ? -1 : 1;
	if (s->level != level)
		return s->level < level ? -1 : 1;
	return (s->final_row > row) - (s->final_row < row);
}

const struct sighting *instances_find(const struct extractor *ex, size_t *n,
				      const struct field *field, int level,
				      unsigned row)
{
	size_t low = 0, high = ex->sightings.n, end;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare(&ex->sightings.at[mid], field, level, row) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (end = low; end < ex->sightings.n; end++)
		if (compare(&ex->sightings.at[end], field, level, row) != 0)
			break;
	*n = end - low;
	return *n ? &ex->sightings.at[low] : NULL;
}

unsigned instances_rows(const struct extractor *ex, const struct field *group)
{
	unsigned most = 0;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++)
		if (ex->sightings.at[i].field->group == group &&
		    ex->sightings.at[i].final_row > most)
			most = ex->sightings.at[i].final_row;
	return most;
}

/* Is [*, end) of one mark before the start of another? Marks that only meet
 * stand apart, but one without words belongs to what it touches. */
static bool ends_before(const struct wml_mark *a, const struct wml_mark *b)
{
	bool is_empty = (a->first == a->last && a->start == a->end) ||
			(b->first == b->last && b->start == b->end);

	if (a->last != b->first)
		return a->last < b->first;
	return is_empty ? a->end < b->start : a->end <= b->start;
}

/* Marks of one value stand together when they overlap. */
static bool touches(const struct view *view, const struct sighting *s)
{
	const struct wml_mark *a = view->control ? view->control
						 : view->bookmark;

	return view->story == s->story && !ends_before(a, s->mark) &&
	       !ends_before(s->mark, a);
}

/* True when the view has no mark of that kind yet, and this one fits. */
static bool fits(const struct view *view, const struct sighting *s)
{
	bool is_new = !view->control && !view->bookmark && !view->last;

	if (view->anchor)
		return false;
	if (is_new)
		return true;
	if (s->is_last)
		return !view->last && view->story == s->story;
	if (s->mark->kind == WML_CONTROL && view->control)
		return false;
	/* LibreOffice doubles the start of a bookmark over paragraphs; the
	 * first of the two has no end */
	if (s->mark->kind == WML_BOOKMARK && view->bookmark &&
	    !view->bookmark->is_open)
		return false;
	return (!view->control && !view->bookmark) || touches(view, s);
}

static bool take_anchor(struct view *view, const struct sighting *s)
{
	if (view->anchor || view->control || view->bookmark || view->last)
		return false;
	view->story = s->story;
	view->anchor = s->mark;
	view->method = s->method;
	view->sure = s->sure;
	view->ticked = s->ticked;
	return true;
}

static bool take(struct view *view, const struct sighting *s)
{
	if (s->is_anchor)
		return take_anchor(view, s);
	if (!fits(view, s))
		return false;
	view->story = s->story;
	if (s->is_last) {
		view->last = s->mark;
		return true;
	}
	if (s->shown && (!view->shown || s->mark->kind == WML_CONTROL))
		view->shown = s->shown;
	if (s->mark->kind == WML_CONTROL) {
		view->control = s->mark;
		view->by_tag = s->by_tag;
	} else {
		view->bookmark = s->mark;
	}
	return true;
}

bool instances_view(struct view *view, const struct instance *instance,
		    size_t *i)
{
	static const struct view none;

	*view = none;
	while (*i < instance->n && take(view, &instance->at[*i]))
		(*i)++;
	return view->control || view->bookmark || view->last || view->anchor;
}
