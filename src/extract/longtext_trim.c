/*
 * longtext_trim.c - what is left of a blank around a long answer: its leader,
 * and what is typed into one that is left out.
 */
#include "extract/reading.h"

#include "text/span.h"

#include <string.h>

/* "/", "-": what is typed into a blank that is left out. */
static bool is_stroke(const char *text, size_t size)
{
	struct text_span rest = text_trim(text, size);
	size_t at = 0, n;

	for (; at < rest.size; at += n) {
		n = text_dash_size(rest.at + at, rest.size - at);
		if (n == 0 && rest.at[at] != '/')
			return false;
		n += n == 0;
	}
	return true;
}

/* What is left of the dotted line of the blank, above or below the answer. */
static bool is_leader_para(const struct answer_para *para)
{
	size_t i;

	for (i = 0; i < para->n; i++)
		if (!text_is_leader(para->spans[i].text, para->spans[i].size) &&
		    !is_stroke(para->spans[i].text, para->spans[i].size))
			return false;
	return true;
}

/* "…Đã nộp đúng hạn…": the leader of the blank is left around the answer. */
static bool is_framed(const struct wml_para *p, size_t at)
{
	if (at + 3 <= p->size && text_is_ellipsis(p->text + at))
		return true;
	while (at > 0 && p->text[at - 1] == ' ')
		at--;
	return at >= 3 && text_is_ellipsis(p->text + at - 3);
}

/* "qua Azota.………": what is left of it behind the last words; two signs and
 * more, for one may be the writer's. */
static void trim_leader(struct answer_span *span, size_t least)
{
	size_t size = text_trim(span->text, span->size).size, n = 0;

	if (text_trim(span->text, span->size).at != span->text)
		return;
	while (size >= 3 && text_is_ellipsis(span->text + size - 3)) {
		size -= 3;
		n++;
	}
	if (n >= least && size > 0)
		span->size = text_trim(span->text, size).size;
}

/* "đúng hạn ;": the form's sign, which stands apart. */
static void trim_sign(struct answer_span *span)
{
	struct text_span rest = text_trim(span->text, span->size);

	if (rest.at == span->text && rest.size > 2 &&
	    memcmp(rest.at + rest.size - 2, " ;", 2) == 0)
		span->size = text_trim(rest.at, rest.size - 2).size;
}

static void trim_head(struct answer_span *span)
{
	struct text_span rest;
	size_t at = 0;

	while (at + 3 < span->size && text_is_ellipsis(span->text + at))
		at += 3;
	rest = text_trim(span->text + at, span->size - at);
	if (at > 0 && rest.size > 0) {
		span->text = rest.at;
		span->size = rest.size;
	}
}

void longtext_trim(struct answer *page, const struct wml_para *first,
		   size_t start)
{
	bool framed = is_framed(first, start);
	struct answer_para *last;

	while (page->n_paras && is_leader_para(&page->paras[0])) {
		page->paras++;
		page->n_paras--;
	}
	while (page->n_paras && is_leader_para(&page->paras[page->n_paras - 1]))
		page->n_paras--;
	if (page->n_paras == 0) {
		page->kind = VALUE_EMPTY;
		return;
	}
	last = &page->paras[page->n_paras - 1];
	trim_leader(&last->spans[last->n - 1], framed ? 1 : 2);
	trim_sign(&last->spans[last->n - 1]);
	if (framed)
		trim_head(&page->paras[0].spans[0]);
}
