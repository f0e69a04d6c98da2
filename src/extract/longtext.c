/*
 * longtext.c - long answers: whole paragraphs with their bold, italic and
 * underline.
 *
 * Filling leaves a block control around the paragraphs, a bookmark in the
 * first and one in the last. LibreOffice shrinks the control to the first
 * paragraph and may empty the bookmarks in it, so that a mark that stands in
 * a paragraph means the whole paragraph but for the words of the form.
 */
#include "extract/reading.h"

#include "text/norm.h"
#include "text/span.h"
#include "util/err.h"

#include <string.h>

#define STYLES (STYLE_BOLD | STYLE_ITALIC | STYLE_UNDERLINE)

struct range {
	size_t first, start, last, end;
	bool is_set;
};

static void widen(struct range *range, const struct wml_mark *mark)
{
	if (!mark)
		return;
	if (!range->is_set || mark->first < range->first ||
	    (mark->first == range->first && mark->start < range->start)) {
		range->first = mark->first;
		range->start = mark->start;
	}
	if (!range->is_set || mark->last > range->last ||
	    (mark->last == range->last && mark->end > range->end)) {
		range->last = mark->last;
		range->end = mark->end;
	}
	range->is_set = true;
}

/* The control a bookmark stands in, when it is inside one paragraph. */
static const struct wml_mark *around(const struct wml_story *wml,
				     const struct wml_mark *bookmark)
{
	const struct wml_mark *control;

	if (!bookmark || !bookmark->parent)
		return NULL;
	control = &wml->marks.at[bookmark->parent - 1];
	return control->scope == WML_INLINE ? control : NULL;
}

/* True when text holds nothing but spaces and ASCII punctuation. */
static bool is_punctuation(const char *text, size_t size)
{
	struct text_span rest = text_trim(text, size);
	size_t i;

	for (i = 0; i < rest.size; i++)
		if (!strchr(".,;:)]}!?", rest.at[i]))
			return false;
	return true;
}

/*
 * The words of a view: all paragraphs that its marks reach. Words before the
 * marks in their paragraph are the form's; words behind them are what a
 * person went on writing, unless the form has some there.
 */
static struct range find_range(const struct extractor *ex,
			       const struct instance *instance,
			       const struct view *view)
{
	const struct wml_story *wml = ex->source->stories.at[view->story].wml;
	const struct wml_para *first, *last;
	struct range range = {0, 0, 0, 0, false};

	widen(&range, view->control);
	widen(&range, view->bookmark);
	widen(&range, view->last);
	widen(&range, around(wml, view->bookmark));
	/* a control whose last paragraph was deleted stands before the next
	 * paragraph, which is not its own */
	if (range.first == range.last && range.start == range.end &&
	    view->control && view->control->scope != WML_INLINE)
		return range;
	first = &wml->paras.at[range.first];
	last = &wml->paras.at[range.last];
	if (view->control && view->control->scope != WML_INLINE) {
		range.start = 0;
		range.end = last->size;
		return range;
	}
	if (text_trim(first->text, range.start).size == 0)
		range.start = 0;
	if (!ex->is_inline[instance->field->index] &&
	    !is_punctuation(last->text + range.end, last->size - range.end))
		range.end = last->size;
	return range;
}

/* ---- paragraphs ---------------------------------------------------------- */

struct builder {
	struct arena *arena;
	struct {
		VEC(struct answer_para);
	} paras;
	struct {
		VEC(struct answer_span);
	} spans; /* of the paragraph that is open */
	bool failed;
};

static unsigned style_of(unsigned run)
{
	unsigned style = 0;

	if (run & RUN_BOLD)
		style |= STYLE_BOLD;
	if (run & RUN_ITALIC)
		style |= STYLE_ITALIC;
	if (run & RUN_UNDERLINE)
		style |= STYLE_UNDERLINE;
	return style;
}

static void end_para(struct builder *b)
{
	struct answer_para *para = vec_push(&b->paras);

	if (!para) {
		b->failed = true;
		return;
	}
	if (b->spans.n == 0)
		return;
	para->spans = arena_array(b->arena, b->spans.n, sizeof(*para->spans));
	if (!para->spans) {
		b->failed = true;
		return;
	}
	memcpy(para->spans, b->spans.at, b->spans.n * sizeof(*para->spans));
	para->n = b->spans.n;
	b->spans.n = 0;
}

/* A line break inside a paragraph parts paragraphs: answers have no other. */
static void add_words(struct builder *b, const char *text, size_t size,
		      unsigned style)
{
	size_t from = 0, i;

	for (i = 0; i <= size; i++) {
		struct answer_span *span;

		if (i < size && text[i] != '\n')
			continue;
		if (i > from) {
			span = vec_push(&b->spans);
			if (!span) {
				b->failed = true;
				return;
			}
			span->text = arena_strn(b->arena, text + from,
						i - from);
			span->size = i - from;
			span->style = style;
			if (!span->text)
				b->failed = true;
		}
		if (i < size)
			end_para(b);
		from = i + 1;
	}
}

static void add_para(struct builder *b, struct words *words,
		     const struct wml_para *para, size_t start, size_t end)
{
	size_t i;

	words_range(words, para, start, end);
	for (i = 0; i < para->n_spans; i++) {
		const struct wml_span *span = &para->spans[i];
		size_t a = span->start > start ? span->start : start;
		size_t z = span->start + span->size;

		z = z < end ? z : end;
		if (a < z && !(span->style & (RUN_HIDDEN | RUN_STRUCK)))
			add_words(b, para->text + a, z - a,
				  style_of(span->style));
	}
	end_para(b);
}

/* What is left of the dotted line of the blank, above or below the answer. */
static bool is_leader_para(const struct answer_para *para)
{
	size_t i;

	for (i = 0; i < para->n; i++)
		if (!text_is_leader(para->spans[i].text, para->spans[i].size))
			return false;
	return true;
}

static void drop_leaders(struct answer *page)
{
	while (page->n_paras && is_leader_para(&page->paras[0])) {
		page->paras++;
		page->n_paras--;
	}
	while (page->n_paras && is_leader_para(&page->paras[page->n_paras - 1]))
		page->n_paras--;
	if (page->n_paras == 0)
		page->kind = VALUE_EMPTY;
}

/* ---- styles -------------------------------------------------------------- */
/* Style bits that all words of an answer have. */
static unsigned common(const struct answer *answer)
{
	unsigned style = STYLES;
	size_t i, k;
	bool any = false;

	for (i = 0; i < answer->n_paras; i++) {
		const struct answer_para *para = &answer->paras[i];

		for (k = 0; k < para->n; k++) {
			style &= para->spans[k].style;
			any = true;
		}
	}
	return any ? style : 0;
}

/*
 * A template may set all of a long answer in bold; that is not the answer's.
 * It shows when every word on the page has a style that not every word that
 * was filled has.
 */
static void drop_template_style(struct answer *page, const struct answer *copy)
{
	unsigned style;
	size_t i, k;

	if (!copy || copy->kind != VALUE_PARAS)
		return;
	style = common(page) & ~common(copy);
	for (i = 0; style && i < page->n_paras; i++) {
		struct answer_para *para = &page->paras[i];

		for (k = 0; k < para->n; k++)
			para->spans[k].style &= ~style;
	}
}

/* ---- comparing ----------------------------------------------------------- */
static bool same_para(const struct answer_para *a, const struct answer_para *b)
{
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++)
		if (a->spans[i].style != b->spans[i].style ||
		    !text_same(a->spans[i].text, a->spans[i].size,
			       b->spans[i].text, b->spans[i].size))
			return false;
	return true;
}

static bool same_words(const struct answer_para *a, const struct answer_para *b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	size_t i;
	bool same;

	for (i = 0; i < a->n; i++)
		buf_add(&x, a->spans[i].text, a->spans[i].size);
	for (i = 0; i < b->n; i++)
		buf_add(&y, b->spans[i].text, b->spans[i].size);
	same = buf_ok(&x) && buf_ok(&y) &&
	       text_same(buf_cstr(&x), x.size, buf_cstr(&y), y.size);
	buf_release(&x);
	buf_release(&y);
	return same;
}

/*
 * LibreOffice makes a block control an inline one in its first paragraph, and
 * takes the bold and italic of the words in it away (measured: 7.4.7). Where
 * the words are those that were filled, so is their style.
 */
static void mend_first(struct answer *page, const struct wml_story *wml,
		       const struct view *view, const struct answer *copy)
{
	struct answer_para *first = page->paras;
	const struct wml_mark *control = view->control;

	/* it may be left without any name */
	if (!control)
		control = around(wml, view->bookmark);
	if (!control || control->scope != WML_INLINE || !copy ||
	    copy->kind != VALUE_PARAS || page->kind != VALUE_PARAS ||
	    first->n != 1 || first->spans[0].style)
		return;
	if (same_words(first, &copy->paras[0]))
		*first = copy->paras[0];
}

/* Answers have no tables and no pictures; people paste them. */
static const char *what_is_lost(const struct wml_story *wml,
				const struct range *range)
{
	const char *lost = NULL;
	size_t i;

	for (i = range->first; i <= range->last; i++) {
		if (wml->paras.at[i].has_picture)
			return "a picture in it is not read";
		if (wml->paras.at[i].table != wml->paras.at[range->first].table)
			lost = "a table in it is read as paragraphs";
	}
	return lost;
}

bool longtext_same(const struct answer *page, const struct answer *copy)
{
	size_t i;

	if (page->kind != copy->kind)
		return false;
	if (page->kind == VALUE_EMPTY)
		return true;
	if (page->n_paras != copy->n_paras)
		return false;
	for (i = 0; i < page->n_paras; i++)
		if (!same_para(&page->paras[i], &copy->paras[i]))
			return false;
	return true;
}

static struct range anchor_range(const struct wml_mark *mark)
{
	struct range range = {.is_set = true,
			      .first = mark->first,
			      .start = mark->start,
			      .last = mark->last,
			      .end = mark->end};

	return range;
}

int longtext_read(struct extractor *ex, const struct instance *instance,
		  const struct view *view, struct words *words,
		  struct answer *answer)
{
	const struct wml_story *wml = ex->source->stories.at[view->story].wml;
	struct range range = view->anchor ? anchor_range(view->anchor)
					  : find_range(ex, instance, view);
	struct builder b = {.arena = &ex->reading->answers->arena};
	size_t i;
	int code = VB_OK;

	for (i = range.first; i <= range.last && !b.failed; i++) {
		const struct wml_para *para = &wml->paras.at[i];

		if (i > range.first)
			buf_addc(&words->text, '\n');
		add_para(&b, words, para, i == range.first ? range.start : 0,
			 i == range.last ? range.end : para->size);
	}
	words->is_placeholder = view->control && view->control->is_placeholder;
	words->lost = what_is_lost(wml, &range);
	answer->kind = VALUE_PARAS;
	answer->paras = arena_array(b.arena, b.paras.n + 1,
				    sizeof(*answer->paras));
	if (b.failed || !answer->paras || !buf_ok(&words->text)) {
		err_set(ex->err, VB_NOMEM, "out of memory");
		code = VB_NOMEM;
	}
	if (code == VB_OK && answer->paras && b.paras.n) {
		memcpy(answer->paras, b.paras.at,
		       b.paras.n * sizeof(*answer->paras));
		answer->n_paras = b.paras.n;
	}
	vec_release(&b.paras);
	vec_release(&b.spans);
	if (code == VB_OK) {
		drop_template_style(answer, instance->copy);
		code = answer_canonical(ex->reading->answers, answer, ex->err);
	}
	if (code == VB_OK)
		mend_first(answer, wml, view, instance->copy);
	if (code == VB_OK &&
	    !(instance->copy && longtext_same(answer, instance->copy)))
		drop_leaders(answer);
	return code;
}
