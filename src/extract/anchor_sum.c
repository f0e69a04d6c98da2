/*
 * anchor_sum.c - sums that are written out: "16 + 13 + 3 = 32 CSGD",
 * "13 (Tiểu học) + 12 (THCS) = 25".
 */
#include "extract/anchor.h"

enum {
	SUM_WORDS_MAX = 60,
	GAP_MAX = 20 /* bytes between two words of a sum */
};

/* A sum as it is read on. */
struct sum {
	struct buf all, one;
	size_t n; /* numbers added */
};

bool anchor_read_number(struct buf *out, const struct anchorer *a, size_t token,
			enum number_kind kind)
{
	const struct token *t = &a->text.tokens.at[token];
	size_t para = anchor_para_of(&a->text, token);

	buf_clear(out);
	return number_read(out, a->text.wml->paras.at[para].text + t->start,
			   t->size, kind) != NUMBER_NOT;
}

static bool add(struct sum *sum)
{
	number_add_to(&sum->all, buf_cstr(&sum->one));
	sum->n++;
	return buf_ok(&sum->all);
}

/* One of the signs stands between a token and the next. */
static bool has_sign(const struct anchorer *a, size_t para, size_t token,
		     const char *signs)
{
	const struct token *t = &a->text.tokens.at[token];
	bool is_last = token + 1 == a->text.first[para + 1];

	return (is_last || t[1].start <= t->start + t->size + GAP_MAX) &&
	       anchor_has_sign(&a->text, para, token, signs);
}

/* The sign right before a number of a sum: '+', '=', 0 for none. */
static char added_by(const struct anchorer *a, size_t para, size_t token)
{
	if (token == a->text.first[para])
		return '\0';
	return has_sign(a, para, token - 1, "=")   ? '='
	       : has_sign(a, para, token - 1, "+") ? '+'
						   : '\0';
}

/* Words between the numbers of a sum stand in brackets. */
static bool is_bracketed(const struct anchorer *a, size_t para, size_t token)
{
	return token > a->text.first[para] &&
	       (has_sign(a, para, token - 1, "(") ||
		has_sign(a, para, token, ")"));
}

static size_t find(const struct anchorer *a, size_t from, struct sum *sum,
		   bool *is_wrong)
{
	size_t para = anchor_para_of(&a->text, from), i;
	size_t end = a->text.first[para + 1];
	const struct token *t = a->text.tokens.at;

	if (end > from + SUM_WORDS_MAX)
		end = from + SUM_WORDS_MAX;
	for (i = from; i < end; i++) {
		char sign = i > from ? added_by(a, para, i) : '+';

		if (t[i].kind != TOKEN_NUMBER) {
			if (!is_bracketed(a, para, i))
				return SIZE_MAX;
			continue;
		}
		if (!sign || !anchor_read_number(&sum->one, a, i, NUMBER_COUNT))
			return SIZE_MAX;
		if (sign == '+') {
			if (!add(sum))
				return SIZE_MAX;
			continue;
		}
		if (sum->n < 2)
			return SIZE_MAX;
		*is_wrong = number_compare(buf_cstr(&sum->one),
					   buf_cstr(&sum->all)) != 0;
		return i;
	}
	return SIZE_MAX;
}

static void release(struct sum *sum, bool *is_lost)
{
	*is_lost |= !buf_ok(&sum->all) || !buf_ok(&sum->one);
	buf_release(&sum->all);
	buf_release(&sum->one);
}

size_t anchor_sum(const struct anchorer *a, size_t from, bool *is_wrong,
		  bool *is_lost)
{
	struct sum sum = {BUF_INIT, BUF_INIT, 0};
	size_t total;

	*is_wrong = false;
	total = find(a, from, &sum, is_wrong);
	release(&sum, is_lost);
	return total;
}

/* "cộng 32", "tổng cộng: 32", "tổng số là 32": words that lead a sum in. */
static bool is_led_in(const struct anchorer *a, size_t from, size_t number)
{
	static const char *const SUMS[] = {"chung", "cong", "tong"};
	static const char *const LINKS[] = {"la", "so", "co"};
	const struct token *t = a->text.tokens.at;
	size_t i = number;

	while (i > from &&
	       token_is_among(&t[i - 1], LINKS, sizeof(LINKS) / sizeof(*LINKS)))
		i--;
	return i > from &&
	       token_is_among(&t[i - 1], SUMS, sizeof(SUMS) / sizeof(*SUMS));
}

size_t anchor_told_sum(const struct anchorer *a, size_t from, size_t to,
		       bool *is_lost)
{
	struct sum sum = {BUF_INIT, BUF_INIT, 0};
	size_t found = SIZE_MAX, i;

	for (i = from; i < to && found == SIZE_MAX; i++) {
		if (a->text.tokens.at[i].kind != TOKEN_NUMBER)
			continue;
		if (!anchor_read_number(&sum.one, a, i, NUMBER_COUNT))
			break;
		if (sum.n > 1 && is_led_in(a, from, i) &&
		    number_compare(buf_cstr(&sum.one), buf_cstr(&sum.all)) == 0)
			found = i;
		else if (!add(&sum))
			break;
	}
	release(&sum, is_lost);
	return found;
}

/* Adds the numbers before a total, from the last one back: true when some of
 * them make it. */
static bool adds_up(const struct anchorer *a, size_t para, size_t number,
		    const struct buf *total, struct sum *sum)
{
	size_t i = number;

	while (i > a->text.first[para] && i + SUM_WORDS_MAX > number) {
		if (a->text.tokens.at[--i].kind != TOKEN_NUMBER) {
			if (!is_bracketed(a, para, i))
				return false;
			continue;
		}
		if (!anchor_read_number(&sum->one, a, i, NUMBER_COUNT) ||
		    !add(sum))
			return false;
		if (sum->n > 1 &&
		    number_compare(buf_cstr(&sum->all), buf_cstr(total)) == 0)
			return true;
		if (added_by(a, para, i) != '+')
			return false;
	}
	return false;
}

bool anchor_is_wrong_sum(const struct anchorer *a, size_t number, bool *is_lost)
{
	struct sum sum = {BUF_INIT, BUF_INIT, 0};
	size_t para = anchor_para_of(&a->text, number);
	struct buf total = BUF_INIT;
	bool is_wrong = false;

	if (added_by(a, para, number) != '=')
		return false;
	if (anchor_read_number(&total, a, number, NUMBER_COUNT))
		is_wrong = !adds_up(a, para, number, &total, &sum) && sum.n > 1;
	*is_lost |= !buf_ok(&total);
	release(&sum, is_lost);
	buf_release(&total);
	return is_wrong;
}
