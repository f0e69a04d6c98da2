/*
 * anchor_short.c - abbreviations: words that people write by their initials,
 * "CĐS" for "chuyển đổi số", and the form's own that they write out.
 */
#include "extract/anchor.h"

#include <string.h>

/* "và" has no letter in an abbreviation. */
static bool is_joint(const struct token *t)
{
	return token_is(t, "va");
}

bool anchor_short_items(const struct item *items, size_t n,
			const struct token *token)
{
	size_t i, k = 0;

	if (token->kind != TOKEN_WORD)
		return false;
	for (i = 0; i < n; i++) {
		const struct item *item = &items[i];

		if (item->kind != ITEM_WORD || item->word.kind != TOKEN_WORD)
			return false;
		if (is_joint(&item->word) && i > 0 && i + 1 < n)
			continue;
		if (k >= token->n || token->bare[k++] != item->word.bare[0])
			return false;
	}
	return k == token->n;
}

/* "GDĐT" and "GD&ĐT": letter for letter. */
static bool joins_tokens(const struct token *whole, const struct token *tokens,
			 size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		if (tokens[i].kind != TOKEN_WORD ||
		    tokens[i].n > whole->n - k ||
		    memcmp(whole->bare + k, tokens[i].bare, tokens[i].n) != 0)
			return false;
		k += tokens[i].n;
	}
	return k == whole->n && k < TOKEN_LETTERS_MAX;
}

bool anchor_short_tokens(const struct item *item, const struct token *tokens,
			 size_t n)
{
	size_t i, k = 0;

	if (item->kind != ITEM_WORD || item->word.kind != TOKEN_WORD)
		return false;
	if (joins_tokens(&item->word, tokens, n))
		return true;
	for (i = 0; i < n; i++) {
		if (tokens[i].kind != TOKEN_WORD)
			return false;
		if (is_joint(&tokens[i]) && i > 0 && i + 1 < n)
			continue;
		if (k >= item->word.n ||
		    item->word.bare[k++] != tokens[i].bare[0])
			return false;
	}
	return k == item->word.n;
}

/* The token is short for some items next to each other, item i one of them. */
static bool has_initial(const struct item *items, size_t n, size_t i,
			const struct token *token)
{
	size_t size, first;

	if (token->n < ANCHOR_SHORT_MIN || token->n > ANCHOR_SHORT_MAX)
		return false;
	for (size = token->n; size <= ANCHOR_SHORT_MAX && size <= n; size++)
		for (first = i + 1 > size ? i + 1 - size : 0;
		     first <= i && first + size <= n; first++)
			if (items[first].word.bare[0] == token->bare[0] &&
			    anchor_short_items(&items[first], size, token))
				return true;
	return false;
}

static uint32_t letter_bit(char c)
{
	return UINT32_C(1) << ((unsigned char)c % 32);
}

/* The letters that what is short for an item may begin with: the first ones of
 * it and of the items before it. */
static uint32_t initials_of(const struct item *items, size_t i)
{
	size_t at = i + 1 > ANCHOR_SHORT_MAX ? i + 1 - ANCHOR_SHORT_MAX : 0;
	uint32_t bits = 0;

	for (; at <= i; at++)
		if (items[at].kind == ITEM_WORD)
			bits |= letter_bit(items[at].word.bare[0]);
	return bits;
}

bool anchor_is_shortened(const struct item *items, size_t n, size_t i,
			 const struct tokens *tokens, size_t from, size_t to)
{
	const struct token *word = &items[i].word;
	uint32_t initials = initials_of(items, i);
	size_t k, size;

	for (k = from; k < to; k++) {
		if (initials & letter_bit(tokens->at[k].bare[0]) &&
		    has_initial(items, n, i, &tokens->at[k]))
			return true;
		if (tokens->at[k].bare[0] != word->bare[0])
			continue;
		for (size = ANCHOR_SHORT_MIN;
		     size <= ANCHOR_SHORT_MAX && k + size <= to; size++)
			if (anchor_short_tokens(&items[i], &tokens->at[k],
						size))
				return true;
	}
	return false;
}
