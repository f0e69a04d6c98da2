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

#include "form/link.h"
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

/* The links of a paragraph, in order of their end. */
struct links {
	const struct wml_anchor *at, *end;
};

static struct links links_of(const struct wml_story *wml, size_t para)
{
	size_t low = 0, high = wml->anchors.n;
	struct links links = {NULL, NULL};

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (wml->anchors.at[mid].para < para)
			low = mid + 1;
		else
			high = mid;
	}
	if (wml->anchors.n == 0)
		return links;
	links.at = links.end = wml->anchors.at + low;
	while (low < wml->anchors.n && wml->anchors.at[low].para == para)
		low++;
	links.end = wml->anchors.at + low;
	return links;
}

/* The first link that ends behind an offset, NULL when there is none. Such
 * offsets only grow. */
static const struct wml_anchor *links_at(struct links *links, size_t offset)
{
	for (; links->at < links->end; links->at++)
		if (links->at->kind == WML_LINK && links->at->end > offset)
			return links->at;
	return NULL;
}

struct builder {
	struct arena *arena;
	struct {
		VEC(struct answer_para);
	} paras;
	struct {
		VEC(struct answer_span);
	} spans;		 /* of the paragraph that is open */
	bool begins_page, ended; /* the next one; by a break in its words */
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
	para->begins_page = b->begins_page;
	b->begins_page = false;
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

/* The paragraph that goes on behind it may have no more words. */
static void begin_page(struct builder *b, bool is_line)
{
	if (b->spans.n || is_line)
		end_para(b);
	b->begins_page = b->ended = true;
}

/* A line break inside a paragraph parts paragraphs: answers have no other. */
static void add_words(struct builder *b, const char *text, size_t size,
		      unsigned style, const char *link)
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
			span->link = link;
			if (!span->text)
				b->failed = true;
		}
		if (i < size)
			end_para(b);
		from = i + 1;
	}
}

/* NULL for a link that answers cannot have: it is words. */
static const char *address_of(struct builder *b, const char *target)
{
	size_t size = strlen(target);
	const char *address;

	if (size > LINK_MAX)
		return NULL;
	address = link_ascii(b->arena, target, size);
	if (!address) {
		b->failed = true;
		return NULL;
	}
	return link_fault(address, strlen(address)) ? NULL : address;
}

/* Words of one style, cut where links begin and end. */
static void add_span(struct builder *b, const struct wml_para *para,
		     struct links *links, size_t from, size_t to,
		     unsigned style)
{
	while (from < to) {
		const struct wml_anchor *link = links_at(links, from);
		size_t end = to;

		if (link && link->start > from) {
			end = link->start < to ? link->start : to;
			link = NULL;
		} else if (link) {
			end = link->end < to ? link->end : to;
		}
		add_words(b, para->text + from, end - from, style,
			  link ? address_of(b, link->target) : NULL);
		from = end;
	}
}

static void add_para(struct builder *b, struct words *words,
		     const struct wml_story *wml, size_t index, size_t start,
		     size_t end)
{
	const struct wml_para *para = &wml->paras.at[index];
	struct links links = links_of(wml, index);
	size_t i;

	words_range(words, para, start, end);
	b->begins_page |= para->begins_page;
	b->ended = false;
	for (i = 0; i < para->n_spans; i++) {
		const struct wml_span *span = &para->spans[i];
		size_t a = span->start > start ? span->start : start;
		size_t z = span->start + span->size;

		z = z < end ? z : end;
		if (a >= z || span->style & (RUN_HIDDEN | RUN_STRUCK))
			continue;
		if (span->style & RUN_PAGE) {
			begin_page(b, a > start && para->text[a - 1] == '\n');
			continue;
		}
		b->ended = false;
		add_span(b, para, &links, a, z, style_of(span->style));
	}
	if (!b->ended)
		end_para(b);
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

static bool is_all_link(const struct answer *answer)
{
	size_t i, k;

	for (i = 0; i < answer->n_paras; i++)
		for (k = 0; k < answer->paras[i].n; k++)
			if (!answer->paras[i].spans[k].link)
				return false;
	return true;
}

static void drop_links(struct answer *answer)
{
	size_t i, k;

	for (i = 0; i < answer->n_paras; i++)
		for (k = 0; k < answer->paras[i].n; k++)
			answer->paras[i].spans[k].link = NULL;
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
	if (is_all_link(page) && !is_all_link(copy))
		drop_links(page);
	for (i = 0; style && i < page->n_paras; i++) {
		struct answer_para *para = &page->paras[i];

		for (k = 0; k < para->n; k++)
			para->spans[k].style &= ~style;
	}
}

/* ---- comparing ----------------------------------------------------------- */
static bool same_link(const struct answer_span *a, const struct answer_span *b)
{
	if (!a->link || !b->link)
		return a->link == b->link;
	return link_same(a->link, b->link);
}

static bool same_span(const struct answer_span *a, const struct answer_span *b)
{
	return same_link(a, b) && a->style == b->style &&
	       text_same(a->text, a->size, b->text, b->size);
}

/* A link to a place, of which only the first words are left. */
static bool is_cut(const struct answer_span *page,
		   const struct answer_span *copy)
{
	return page->link && copy->link && strchr(copy->link, '#') &&
	       page->style == copy->style && same_link(page, copy) &&
	       page->size < copy->size;
}

static bool same_para(const struct answer_para *a, const struct answer_para *b)
{
	size_t i;

	if (a->n != b->n || a->begins_page != b->begins_page)
		return false;
	for (i = 0; i < a->n; i++)
		if (!same_span(&a->spans[i], &b->spans[i]))
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

/*
 * LibreOffice ends a link to a place in a page ("#...") where the font of its
 * words changes, at an emoji (measured: 7.4.7). Where the words are those that
 * were filled, so is the link.
 */
static void mend_links(struct answer *page, const struct answer *copy)
{
	size_t i, k;

	if (!copy || copy->kind != VALUE_PARAS || page->kind != VALUE_PARAS ||
	    copy->n_paras != page->n_paras)
		return;
	for (i = 0; i < page->n_paras; i++) {
		struct answer_para *para = &page->paras[i];
		const struct answer_para *filled = &copy->paras[i];

		for (k = 0; k < para->n && k < filled->n; k++)
			if (is_cut(&para->spans[k], &filled->spans[k]) ||
			    !same_span(&para->spans[k], &filled->spans[k]))
				break;
		if (k < para->n && k < filled->n &&
		    is_cut(&para->spans[k], &filled->spans[k]) &&
		    same_words(para, filled))
			*para = *filled;
	}
}

/* LibreOffice takes page breaks out of tables (measured: 7.4.7). */
static void mend_pages(struct answer *page, const struct answer *copy)
{
	size_t i;

	if (!copy || copy->kind != VALUE_PARAS || page->kind != VALUE_PARAS ||
	    copy->n_paras != page->n_paras)
		return;
	for (i = 0; i < page->n_paras; i++)
		page->paras[i].begins_page |= copy->paras[i].begins_page;
}

/* In a table that stands in the answer, where the answer is not in it. */
static bool is_in_table(const struct wml_story *wml, const struct range *range,
			size_t para)
{
	return wml->paras.at[para].table &&
	       wml->paras.at[para].depth > wml->paras.at[range->first].depth;
}

/* Something stands outside of the tables in an answer. */
static bool has_prose(const struct wml_story *wml, const struct range *range)
{
	size_t i, from, to;

	for (i = range->first; i <= range->last; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		from = i == range->first ? range->start : 0;
		to = i == range->last ? range->end : p->size;
		if (!is_in_table(wml, range, i) && from < to &&
		    !text_is_leader(p->text + from, to - from))
			return true;
	}
	return false;
}

/* Answers have no tables and no pictures; people paste them. */
static const char *what_is_lost(const struct wml_story *wml,
				const struct range *range, bool is_prose)
{
	const char *lost = NULL;
	size_t i;

	for (i = range->first; i <= range->last; i++) {
		if (wml->paras.at[i].has_picture)
			return "a picture in it is not read";
		if (wml->paras.at[i].table != wml->paras.at[range->first].table)
			lost = is_prose ? "a table in it is not read"
					: "a table in it is read as paragraphs";
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
	bool is_prose = view->anchor && has_prose(wml, &range);
	size_t i;
	int code = VB_OK;

	for (i = range.first; i <= range.last && !b.failed; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if ((p->is_gone && p->size == 0) ||
		    (is_prose && is_in_table(wml, &range, i)))
			continue;
		if (i > range.first)
			buf_addc(&words->text, '\n');
		add_para(&b, words, wml, i, i == range.first ? range.start : 0,
			 i == range.last ? range.end : p->size);
	}
	words->is_placeholder = view->control &&
				words_are_placeholder(words, view->control);
	words->lost = what_is_lost(wml, &range, is_prose);
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
	if (code == VB_OK)
		mend_links(answer, instance->copy);
	if (code == VB_OK && wml->paras.at[range.first].table)
		mend_pages(answer, instance->copy);
	if (code == VB_OK &&
	    !(instance->copy && longtext_same(answer, instance->copy)))
		longtext_trim(answer, &wml->paras.at[range.first], range.start);
	return code;
}
