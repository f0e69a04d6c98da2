/*
 * anchor_spelled.c - a few, told in words, are a figure too: "dự hai lớp, có
 * 12 giáo viên". Only before what the form counts, and behind a word that a
 * figure follows: "một lớp" may be any class.
 */
#include "extract/index.h"

#include "text/figure.h"

/* "dự hai lớp", "đã tham gia một lớp"; more than one also behind others. */
static bool is_led(const struct token *before, int number)
{
	static const char *const ONE[] = {"du", "gia"};
	static const char *const MORE[] = {"co",  "dung", "duoc", "gom",
					   "hoc", "la",	  "mo",	  "trong"};

	return token_is_among(before, ONE, sizeof(ONE) / sizeof(*ONE)) ||
	       (number > 1 &&
		token_is_among(before, MORE, sizeof(MORE) / sizeof(*MORE)));
}

static bool is_spelled(const struct anchorer *a, const struct wml_para *p,
		       size_t first, size_t i)
{
	static const char *const BARE[] = {"mot", "hai", "ba",	"bon",	"nam",
					   "sau", "bai", "tam", "chin", "muoi"};
	const struct tokens *tokens = &a->text.tokens;
	const struct token *t = &tokens->at[i];
	int number;

	if (!token_is_among(t, BARE, sizeof(BARE) / sizeof(*BARE)) ||
	    i == first || i + 1 == tokens->n ||
	    !counted_begins(&a->index->counted, t + 1, tokens->n - i - 1))
		return false;
	number = figure_spelled(p->text + t->start, t->size);
	return number > 0 && is_led(t - 1, number);
}

void anchor_spelled_mark(struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	size_t first = a->text.first[para], i;

	for (i = first; i < a->text.tokens.n; i++)
		if (is_spelled(a, p, first, i))
			a->text.tokens.at[i].kind = TOKEN_NUMBER;
}
