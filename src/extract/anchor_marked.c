/*
 * anchor_marked.c - headings without a number, that Word's styles or bold
 * letters mark as such.
 */
#include "extract/anchor.h"

#include "text/letters.h"

#include <string.h>

enum {
	MARKED_WORDS_MAX = 24,
	STOPPED_WORDS_MAX = 12, /* of a bold one that ends with a full stop */
	/* of a page that is all bold, bold letters mark nothing: of its words
	 * at most one in so many */
	BOLD_SHARE = 3
};

/* Words of a span are seen, not only space. */
static bool is_seen(const struct wml_para *p, const struct wml_span *span)
{
	size_t at;

	for (at = 0; at < span->size; at++)
		if (!strchr(" \t\n", p->text[span->start + at]))
			return !(span->style & ANCHOR_UNSEEN);
	return false;
}

/* Behind the bold words that a paragraph begins with; its size when there are
 * no others. */
static size_t bold_end(const struct wml_para *p, bool *has_words)
{
	size_t i;

	*has_words = false;
	for (i = 0; i < p->n_spans; i++) {
		if (!is_seen(p, &p->spans[i]))
			continue;
		if (!(p->spans[i].style & RUN_BOLD))
			return p->spans[i].start;
		*has_words = true;
	}
	return p->size;
}

bool anchor_is_bold(const struct wml_para *p)
{
	bool has_words;

	return bold_end(p, &has_words) == p->size && has_words;
}

size_t anchor_bold_size(const struct wml_para *p)
{
	bool has_words;
	size_t end = bold_end(p, &has_words);

	return has_words && end < p->size ? end : 0;
}

bool anchor_has_bold_heads(const struct anchor_text *text)
{
	const struct wml_para *p = text->wml->paras.at;
	size_t bold = 0, all = 0, i;

	for (i = 0; i < text->wml->paras.n; i++) {
		size_t n = text->first[i + 1] - text->first[i];

		if (p[i].depth > 0 || n == 0)
			continue;
		all += n;
		bold += anchor_is_bold(&p[i]) ? n : 0;
	}
	return bold > 0 && BOLD_SHARE * bold <= all;
}

/* Few words, the first of them with a capital, that no sign ends and no colon
 * parts; fewer before a full stop. */
static bool is_title(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t first = text->first[para], end = text->first[para + 1], i;
	char last = anchor_last_sign(p, 0);

	if (end == first || end - first > MARKED_WORDS_MAX ||
	    strchr(";,", last) ||
	    (last == '.' &&
	     (end - first > STOPPED_WORDS_MAX || !anchor_is_bold(p))) ||
	    text->tokens.at[first].kind != TOKEN_WORD ||
	    letter_is_small_at(p->text, p->size, text->tokens.at[first].start))
		return false;
	for (i = first; i + 1 < end; i++)
		if (anchor_has_sign(text, para, i, ":"))
			return false;
	return true;
}

int anchor_marked_level(const struct anchor_text *text, size_t para,
			bool has_bold)
{
	const struct wml_para *p = &text->wml->paras.at[para];

	if (p->depth > 0 || p->box > 0 || !is_title(text, para))
		return 0;
	if (p->heading)
		return p->heading;
	return has_bold && anchor_is_bold(p) ? ANCHOR_MARKED_MAX : 0;
}
