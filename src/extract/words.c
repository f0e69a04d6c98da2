/*
 * words.c - what a person sees where a value stands: the words of the marks,
 * hidden ones apart, and whether the marks agree about them.
 */
#include "extract/reading.h"

#include "text/norm.h"
#include "text/span.h"
#include "util/err.h"

#include <string.h>

void words_release(struct words *words)
{
	buf_release(&words->text);
	buf_release(&words->hidden);
}

/* The first span that ends behind `start`; a paragraph may hold a hundred
 * thousand, and as many values. */
static size_t find_span(const struct wml_para *para, size_t start)
{
	size_t low = 0, high = para->n_spans;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (para->spans[mid].start + para->spans[mid].size <= start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool words_tracked(const struct wml_para *para, size_t start, size_t end)
{
	size_t i;

	for (i = 0; i < para->n_deleted; i++)
		if (para->deleted[i] >= start && para->deleted[i] <= end)
			return true;
	for (i = find_span(para, start);
	     i < para->n_spans && para->spans[i].start < end; i++)
		if (para->spans[i].style & RUN_INSERTED)
			return true;
	return false;
}

void words_range(struct words *words, const struct wml_para *para, size_t start,
		 size_t end)
{
	size_t i;

	for (i = find_span(para, start);
	     i < para->n_spans && para->spans[i].start < end; i++) {
		const struct wml_span *span = &para->spans[i];
		size_t from = span->start > start ? span->start : start;
		size_t to = span->start + span->size < end
				    ? span->start + span->size
				    : end;

		if (from >= to)
			continue;
		if (span->style & RUN_STRUCK)
			words->is_struck = true;
		if (span->style & (RUN_HIDDEN | RUN_STRUCK))
			buf_add(&words->hidden, para->text + from, to - from);
		else if (words->is_figure && span->style & RUN_RAISED)
			words->is_raised = true;
		else
			buf_add(&words->text, para->text + from, to - from);
	}
	if (words_tracked(para, start, end))
		words->is_tracked = true;
}

/* Words of a range that may span paragraphs, which are parted by newlines. */
static void add_range(struct words *words, const struct wml_story *story,
		      size_t first, size_t start, size_t last, size_t end)
{
	size_t i;

	for (i = first; i <= last; i++) {
		const struct wml_para *para = &story->paras.at[i];

		if (i > first && words->text.size)
			buf_addc(&words->text, '\n');
		words_range(words, para, i == first ? start : 0,
			    i == last ? end : para->size);
	}
}

static void add_mark(struct words *words, const struct wml_story *story,
		     const struct wml_mark *mark)
{
	add_range(words, story, mark->first, mark->start, mark->last,
		  mark->end);
}

static bool is_before(size_t para_a, size_t a, size_t para_b, size_t b)
{
	return para_a != para_b ? para_a < para_b : a < b;
}

/* From where the first of two marks begins to where the later one ends. */
static void add_both(struct words *words, const struct wml_story *story,
		     const struct wml_mark *a, const struct wml_mark *b)
{
	bool starts_a = is_before(a->first, a->start, b->first, b->start);
	bool ends_b = is_before(a->last, a->end, b->last, b->end);

	add_range(words, story, starts_a ? a->first : b->first,
		  starts_a ? a->start : b->start, ends_b ? b->last : a->last,
		  ends_b ? b->end : a->end);
}

bool words_are_placeholder(const struct words *words,
			   const struct wml_mark *control)
{
	return control->is_placeholder &&
	       !(control->has_leader &&
		 !text_is_leader(buf_cstr(&words->text), words->text.size));
}

/*
 * A control and a bookmark stand for one value. Somebody may have typed
 * beside the control but within the bookmark, or the other way: then all of
 * it is what a person sees. An emptied bookmark says nothing (LibreOffice
 * empties those in block controls).
 */
static void add_pair(struct words *words, const struct wml_story *story,
		     const struct wml_mark *control,
		     const struct wml_mark *bookmark)
{
	struct words other = {.is_figure = words->is_figure};

	add_mark(words, story, control);
	add_mark(&other, story, bookmark);
	words->is_placeholder = words_are_placeholder(words, control);
	if (buf_ok(&words->text) && buf_ok(&words->hidden) &&
	    text_trim(buf_cstr(&other.text), other.text.size).size > 0 &&
	    !text_same(buf_cstr(&words->text), words->text.size,
		       buf_cstr(&other.text), other.text.size)) {
		buf_clear(&words->text);
		buf_clear(&words->hidden);
		add_both(words, story, control, bookmark);
		words->is_disagreeing = true;
		words->is_placeholder = false;
	}
	if (!buf_ok(&other.text) || !buf_ok(&other.hidden))
		words->text.failed = true;
	words_release(&other);
}

static bool is_repeated(const char *once, size_t size, const char *text,
			size_t text_size)
{
	size_t i;

	if (size == 0 || text_size < 2 * size || text_size % size != 0)
		return false;
	for (i = 0; i < text_size; i += size)
		if (memcmp(once, text + i, size) != 0)
			return false;
	return true;
}

/*
 * LibreOffice writes a bound control that opens the first cell of a document
 * as two: one with the words, right behind it one with the words twice
 * (measured: 7.4.7). The first of such a pair, NULL when it is none.
 */
static const struct wml_mark *find_echo(const struct wml_story *story,
					const struct view *view)
{
	const struct wml_mark *second = view->control, *first;
	const struct wml_para *para;

	if (!second && view->bookmark && view->bookmark->parent)
		second = &story->marks.at[view->bookmark->parent - 1];
	if (!second || second == story->marks.at || !second->xpath[0])
		return NULL;
	first = second - 1;
	if (first->kind != WML_CONTROL || first->first != second->last ||
	    first->end != second->start ||
	    strcmp(first->xpath, second->xpath) != 0)
		return NULL;
	para = &story->paras.at[first->first];
	if (!is_repeated(para->text + first->start, first->end - first->start,
			 para->text + second->start,
			 second->end - second->start))
		return NULL;
	return first;
}

int words_read(struct words *words, const struct extractor *ex,
	       const struct view *view)
{
	const struct wml_story *story = ex->source->stories.at[view->story].wml;

	const struct wml_mark *echo = find_echo(story, view);

	if (echo) {
		add_mark(words, story, echo);
		words->is_echo = true;
	} else if (view->control && view->bookmark) {
		add_pair(words, story, view->control, view->bookmark);
	} else if (view->control) {
		add_mark(words, story, view->control);
		words->is_placeholder = words_are_placeholder(words,
							      view->control);
	} else if (view->bookmark) {
		add_mark(words, story, view->bookmark);
	} else if (view->last) {
		add_mark(words, story, view->last);
	} else if (view->anchor) {
		add_mark(words, story, view->anchor);
	}
	if (!buf_ok(&words->text) || !buf_ok(&words->hidden))
		return err_set(ex->err, VB_NOMEM, "out of memory");
	return VB_OK;
}
