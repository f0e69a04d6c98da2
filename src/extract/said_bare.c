/*
 * said_bare.c - rates without their sign, in brackets behind their counts:
 * "13/24 (54,2)", or "7 (77,8)" where the page says of such brackets that they
 * hold rates.
 */
#include "extract/said.h"

#include "text/span.h"

#include <string.h>

enum {
	DECIMALS_MAX = 2,
	DIGITS_MAX = 9,	 /* of a number that is reckoned with */
	NOTE_TOKENS = 60 /* of a note, of a head */
};

/* How far a rate may be from its count's share: it is typed rounded. */
#define RATE_ROOM 0.06

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
		if (is_of_rates(&t[i], end - i) &&
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

/* A number, and how many decimals it has; below 0 for none that is reckoned
 * with. "1.250" has none. */
static double value_of(const struct said_line *l, size_t i, size_t *decimals)
{
	const struct token *t = &l->t[i];
	const char *text = l->p->text + t->start;
	size_t k, digits = 0;
	double value = 0;

	*decimals = 0;
	for (k = 0; k < t->size; k++) {
		if (text_is_digit(text[k])) {
			value = value * 10 + (text[k] - '0');
			digits++;
			*decimals += *decimals > 0;
		} else {
			*decimals = 1;
		}
	}
	*decimals -= *decimals > 0;
	if (t->kind != TOKEN_NUMBER || digits > DIGITS_MAX)
		return -1;
	if (*decimals > DECIMALS_MAX)
		*decimals = 0;
	for (k = 0; k < *decimals; k++)
		value /= 10;
	return value;
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
static bool is_share_before(const struct said_line *l, size_t i, double rate,
			    size_t decimals)
{
	size_t none;
	double part, whole, off;

	if (i < 2 ||
	    said_char_at(l, l->t[i - 2].start + l->t[i - 2].size) != '/')
		return false;
	part = value_of(l, i - 2, &none);
	whole = value_of(l, i - 1, &none);
	if (part < 0 || whole <= 0)
		return false;
	off = rate - part / whole * 100;
	if (decimals == 0)
		off /= 10;
	return off < RATE_ROOM && off > -RATE_ROOM;
}

bool said_is_bare_rate(const struct said_line *l, size_t i)
{
	size_t decimals, none;
	double rate, count;

	if (!is_bracketed(l, i))
		return false;
	rate = value_of(l, i, &decimals);
	count = value_of(l, i - 1, &none);
	if (rate < 0 || rate > 100)
		return false;
	if (is_share_before(l, i, rate, decimals))
		return true;
	/* 0 of some is 0 %, and nothing else is */
	return l->a->has_bare_rates &&
	       (decimals > 0 || rate >= 100 || (rate <= 0 && count <= 0));
}
