/*
 * anchor_half.c - a question of two things, each answered behind its own word:
 * the first of the words is of the answer, as the second is.
 *
 *	2. Thuận lợi, khó khăn		2. Thuận lợi: có cáp quang.
 *	...				Khó khăn: máy cũ.
 */
#include "extract/anchor.h"

enum {
	HALF_WORDS_MAX = 4
};

/* The end of words of the block from a token on, up to their colon; the token
 * when they are none. */
static size_t half_end(const struct anchorer *a, const struct block *block,
		       size_t para, size_t from)
{
	size_t end = a->text.first[para + 1], i;

	for (i = from; i < end && i < from + HALF_WORDS_MAX; i++) {
		if (!anchor_asks_word(&a->page, block, &a->text.tokens.at[i]))
			return from;
		if (anchor_has_sign(&a->text, para, i, ":"))
			return i + 1;
	}
	return from;
}

/* A word of from..to is none of the half from..end. */
static bool is_other(const struct anchorer *a, size_t one, size_t one_end,
		     size_t other, size_t other_end)
{
	const struct token *t = a->text.tokens.at;
	size_t i;

	for (; other < other_end; other++) {
		for (i = one; i < one_end; i++)
			if (t[i].hash == t[other].hash)
				break;
		if (i == one_end)
			return true;
	}
	return false;
}

/* Sentences and paragraphs of the answer: one begins with the other half. */
static bool has_other_half(const struct anchorer *a, const struct block *block,
			   const struct wml_mark *mark, size_t from, size_t to)
{
	size_t para = mark->first, i, end;

	for (; para <= mark->last; para++)
		for (i = a->text.first[para]; i < a->text.first[para + 1];
		     i++) {
			if (i < to ||
			    (i > a->text.first[para] &&
			     !anchor_has_sign(&a->text, para, i - 1, ".;")))
				continue;
			end = half_end(a, block, para, i);
			if (end > i && is_other(a, from, to, i, end))
				return true;
		}
	return false;
}

/* The first word of a paragraph, behind the number of a title. */
static size_t first_word(const struct anchorer *a, size_t para)
{
	size_t at = a->text.first[para], end = a->text.first[para + 1];

	while (at < end && a->text.tokens.at[at].kind != TOKEN_WORD)
		at++;
	return at;
}

bool anchor_is_other_half(const struct anchorer *a, const struct block *block,
			  size_t one, size_t other)
{
	size_t from = first_word(a, one), at = first_word(a, other);
	size_t to = half_end(a, block, one, from);
	size_t end = half_end(a, block, other, at);

	return to > from && end > at && is_other(a, from, to, at, end);
}

void anchor_keep_half(const struct anchorer *a, const struct block *block,
		      struct wml_mark *mark)
{
	const struct token *t = a->text.tokens.at;
	size_t from = first_word(a, mark->first);
	size_t to = half_end(a, block, mark->first, from);
	size_t end = a->text.first[mark->first + 1];

	if (to == from || to == end || mark->start <= t[from].start ||
	    mark->start > t[to].start ||
	    !has_other_half(a, block, mark, from, to))
		return;
	mark->start = anchor_is_heading(&a->text, mark->first) ? t[from].start
							       : 0;
}
