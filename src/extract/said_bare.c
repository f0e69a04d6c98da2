/*
 * said_bare.c - rates without their sign, in brackets behind their counts:
 * "13/24 (54,2)", or "7 (77,8)" where the page says of such brackets that they
 * hold rates.
 */
#include "extract/said.h"

#include "text/number.h"
#include "text/span.h"

#include <string.h>

enum {
	DECIMALS_MAX = 2,
	NUMBER_SIZE = 12, /* of a number that is reckoned with */
	NOTE_TOKENS = 60  /* of a note, of a head */
};

/* ---- what the page says -------------------------------------------------- */

static bool is_of_rates(const struct token *t, size_t n)
{
	static const char *const PAIR[] = {"ti", "le"};
	static const char *const WORDS[] = {"tl", "tile"};

	return t->kind == TOKEN_SIGN || token_is_among(t, WORDS, 2) ||
	       (n > 1 && token_is_pair(t, PAIR));
}

/* "số trường, trong ngoặc là tỉ lệ %"; "Số lượng (%)" over a column, but not
 * "Tỷ lệ (%)". */
static bool tells_of_brackets(const struct anchor_text *text, size_t para)
{
	const struct token *t = text->tokens.at;
	size_t first = text->first[para], end = text->first[para + 1], i;
	bool is_amount = false, is_behind = false;

	if (end - first > NOTE_TOKENS)
		return false;
	for (i = first; i < end; i++) {
		is_amount |= token_is(&t[i], "luong") || token_is(&t[i], "sl");
		is_behind |= token_is(&t[i], "ngoac");
		if ((is_amount || is_behind) && is_of_rates(&t[i], end - i) &&
		    (is_behind ||
		     (is_amount && text->wml->paras.at[para].cell &&
		      anchor_has_sign(text, para, i - 1, "("))))
			return true;
	}
	return false;
}

bool said_rates_are_bare(const struct anchorer *a)
{
	size_t i;

	for (i = 0; i < a->text.wml->paras.n; i++)
		if (tells_of_brackets(&a->text, i))
			return true;
	return false;
}

/* ---- a figure ------------------------------------------------------------ */

/* A number of few digits, canonical (text/number.h); false for others. "1.250"
 * has no decimals. */
static bool number_of(const struct said_line *l, size_t i,
		      char out[NUMBER_SIZE])
{
	const struct token *t = &l->t[i];
	const char *text = l->p->text + t->start;
	size_t k, n = 0, point = SIZE_MAX;

	if (t->kind != TOKEN_NUMBER || t->size >= NUMBER_SIZE)
		return false;
	for (k = 0; k < t->size; k++) {
		if (!text_is_digit(text[k]) && t->size - k - 1 <= DECIMALS_MAX)
			point = n;
		if (point == n)
			out[n++] = '.';
		if (text_is_digit(text[k]) &&
		    !(n == 1 && out[0] == '0' && point == SIZE_MAX))
			out[n++] = text[k];
		else if (text_is_digit(text[k]))
			out[0] = text[k];
	}
	out[n] = '\0';
	return true;
}

/* "(77,8)" right behind a number. */
static bool is_bracketed(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i];
	size_t end = t->start + t->size, at;

	if (i == 0 || t->kind != TOKEN_NUMBER || t[-1].kind != TOKEN_NUMBER ||
	    end >= l->p->size || l->p->text[end] != ')' ||
	    l->p->text[t->start - 1] != '(')
		return false;
	for (at = t[-1].start + t[-1].size; at + 1 < t->start; at++)
		if (!strchr(" .\t", l->p->text[at]))
			return false;
	return true;
}

/* "13/24 (54,2)" */
static bool is_share_before(const struct said_line *l, size_t i,
			    const char *rate)
{
	char part[NUMBER_SIZE], whole[NUMBER_SIZE];

	return i > 1 &&
	       said_char_at(l, l->t[i - 2].start + l->t[i - 2].size) == '/' &&
	       number_of(l, i - 2, part) && number_of(l, i - 1, whole) &&
	       number_compare(whole, "0") > 0 &&
	       number_rate_matches(rate, part, whole);
}

bool said_is_bare_rate(const struct said_line *l, size_t i)
{
	char rate[NUMBER_SIZE], count[NUMBER_SIZE];

	if (!is_bracketed(l, i) || !number_of(l, i, rate) ||
	    number_compare(rate, "100") > 0)
		return false;
	if (is_share_before(l, i, rate))
		return true;
	/* 0 of some is 0 %, and nothing else is */
	return l->a->has_bare_rates &&
	       (strchr(rate, '.') || number_compare(rate, "100") == 0 ||
		(number_compare(rate, "0") == 0 && number_of(l, i - 1, count) &&
		 number_compare(count, "0") == 0));
}
