/*
 * anchor_spelled.c - a few, told in words, are a figure too: "dự hai lớp, có
 * 12 giáo viên", "mức 1: mười hai trường". Only before what is counted, and
 * behind a word or a sign that a figure follows: "một lớp" may be any class.
 * What says a figure again, "07 (bảy)", is left out; "phần trăm" is a sign.
 */
#include "extract/index.h"
#include "extract/said.h"

#include "text/figure.h"

#include <string.h>

enum {
	SPELLED_WORDS_MAX = 3, /* "hai mươi lăm" */
	UNIT_WORDS_MAX = 2,    /* "giáo viên", and no more of a cell */
	RANK_REACH = 4,	       /* "trường ở mức" */
	LIST_REACH = 12,       /* words from one figure of a list to the next */
	DIGITS_MAX = 2,
	WORD_MIN = 2, /* letters of such a word */
	WORD_MAX = 4
};

/* "dự hai lớp", "đã tham gia một lớp", "chỉ một nền tảng"; more than one also
 * behind others, but not the year of "trong năm trung tâm". */
static bool is_led(const struct wml_para *p, const struct token *before,
		   int number)
{
	static const char *const ONE[] = {"con", "du", "gia", "gom", "khai"};
	static const char *const MORE[] = {"co",  "dung", "duoc",  "gom",
					   "hoc", "khai", "la",	   "mo",
					   "o",	  "tai",  "trong", "tuc"};

	/* "trong đó"; "do", "độ" are bare the same */
	if (number > 1 && token_is(before, "do") &&
	    token_spells(before, p->text, "đó"))
		return true;
	if (token_is(before, "chi") && token_spells(before, p->text, "chỉ"))
		return true;
	/* "cả mười bảy trường đã triển khai" */
	if (number > 2 && token_is(before, "ca") &&
	    token_spells(before, p->text, "cả"))
		return true;
	return token_is_among(before, ONE, sizeof(ONE) / sizeof(*ONE)) ||
	       (number > 1 && !(number == 5 && token_is(before, "trong")) &&
		token_is_among(before, MORE, sizeof(MORE) / sizeof(*MORE)));
}

/* A word that a number may begin with. */
static bool may_be_number(const struct token *t)
{
	static const char *const BARE[] = {"mot", "hai", "ba",	"bon",	"nam",
					   "sau", "bai", "tam", "chin", "muoi"};

	return t->kind == TOKEN_WORD && t->n >= WORD_MIN && t->n <= WORD_MAX &&
	       strchr("bchmnst", t->bare[0]) &&
	       strchr("aiou", t->bare[1] == 'h' ? t->bare[2] : t->bare[1]) &&
	       token_is_among(t, BARE, sizeof(BARE) / sizeof(*BARE));
}

/* How many words from token i on are a number, 0 for none; the longest. */
static size_t spelled_words(const struct anchorer *a, const struct wml_para *p,
			    size_t i, int *number)
{
	const struct tokens *tokens = &a->text.tokens;
	const struct token *t = &tokens->at[i];
	size_t n = tokens->n - i;

	/* "chín mươi mốt", "mười lăm", "chín" */
	if (n > SPELLED_WORDS_MAX)
		n = SPELLED_WORDS_MAX;
	if (n > 1 && !token_is(&t[1], "muoi"))
		n = token_is(t, "muoi") ? 2 : 1;
	for (; n > 0; n--) {
		const struct token *last = &t[n - 1];

		*number = figure_spelled(p->text + t->start,
					 last->start + last->size - t->start);
		if (*number > 0)
			return n;
	}
	return 0;
}

static bool is_behind_colon(const struct wml_para *p, const struct token *t)
{
	size_t at = t[-1].start + t[-1].size;

	return memchr(p->text + at, ':', t->start - at) != NULL;
}

/* "ba;", "ba (Zalo; Zoom)" */
static bool is_before_stop(const struct wml_para *p, const struct token *t)
{
	size_t at = t->start + t->size;

	if (at == p->size || strchr(".;,\n", p->text[at]))
		return true;
	return at + 1 < p->size && p->text[at] == ' ' && p->text[at + 1] == '(';
}

/* "Trường Tiểu học chín CSGD" */
static bool is_behind_level(const struct anchorer *a, size_t first, size_t i)
{
	return levels_before(&a->index->levels, &a->text.tokens, first, i) > 0;
}

/* "5 trường TH và một trường THCS", "ba trường (hai trường TH, ...": it goes on
 * with what another figure begins. */
static bool is_in_list(const struct anchorer *a, const struct wml_para *p,
		       size_t first, size_t i)
{
	const struct token *t = &a->text.tokens.at[i];
	size_t at = t[-1].start + t[-1].size, k;

	if (!token_is(&t[-1], "va") &&
	    !memchr(p->text + at, ',', t->start - at) &&
	    !memchr(p->text + at, ';', t->start - at) &&
	    !memchr(p->text + at, '(', t->start - at))
		return false;
	for (k = i; k > first && k + LIST_REACH > i; k--)
		if (a->text.tokens.at[k - 1].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* "Số lớp đã tham gia:" stands above. */
static bool is_below_lead(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = a->text.wml->paras.at;

	return para > 0 && p[para - 1].depth == p[para].depth &&
	       anchor_last_sign(&p[para - 1], 0) == ':';
}

/* "Tổng số hai lớp" */
static bool is_behind_total(const struct token *t, size_t first, size_t i)
{
	static const char *const TOTAL[2] = {"tong", "so"};

	return i > first + 1 && token_is_pair(&t[-2], TOTAL);
}

/* "ba trường ở mức chưa đáp ứng", "một trường đạt mức 3", "một trường đáp ứng
 * tốt" */
static bool is_ranked(const struct token *t, size_t n)
{
	static const char *const MEETS[2] = {"dap", "ung"};
	size_t i;

	for (i = 1; i < n && i < RANK_REACH; i++)
		if (token_is(&t[i], "muc") ||
		    (i + 1 < n && token_is_pair(&t[i], MEETS)))
			return true;
	return false;
}

/* "(...)" behind a token that others follow. */
static bool is_before_bracket(const struct wml_para *p, const struct token *t)
{
	size_t end = t->start + t->size;

	return memchr(p->text + end, '(', t[1].start - end) != NULL;
}

/* "ba", "Một (VNPT E-Learning)", "một CSGD", "ba trường (33,3%)" in a cell; "Ba
 * lớp (...)" */
static bool is_all_of_cell(const struct wml_para *p, const struct token *t,
			   size_t n, size_t left)
{
	size_t i;

	if (left == 0 || is_before_bracket(p, &t[n - 1]))
		return true;
	for (i = 1; i <= UNIT_WORDS_MAX && i < left; i++)
		if (said_class_of(t + n, i) != SAID_ANY &&
		    is_before_bracket(p, &t[n + i - 1]))
			return true;
	return left <= UNIT_WORDS_MAX && said_class_of(t + n, left) != SAID_ANY;
}

/* n words that a paragraph, or a cell, begins with: "Mười bảy trường có mạng
 * wifi", "ba" in a cell, "Một lớp" below "Số lớp đã tham gia:". */
static bool begins_para(const struct anchorer *a, const struct wml_para *p,
			size_t para, int number, const struct token *t,
			size_t n)
{
	size_t left = a->text.tokens.n - a->text.first[para] - n;

	if (p->cell > 0
		    ? is_all_of_cell(p, t, n, left) ||
			      (left <= UNIT_WORDS_MAX &&
			       counted_begins(&a->index->counted, t + n, left))
		    : number > 1 && said_class_of(t + n, left) == SAID_PLACES)
		return true;
	return (number > 1 || is_below_lead(a, para)) &&
	       counted_begins(&a->index->counted, t + n, left);
}

/* "trong đó một trường tiểu học và ba trường THCS" */
static bool is_part_by_level(const struct anchorer *a, const struct wml_para *p,
			     size_t i, size_t n)
{
	const struct token *t = &a->text.tokens.at[i];
	size_t from = i + n, to = from + RANK_REACH;

	if (!token_is(&t[-1], "do") || !token_spells(&t[-1], p->text, "đó"))
		return false;
	if (to > a->text.tokens.n)
		to = a->text.tokens.n;
	return levels_are_named(&a->index->levels, &a->text.tokens, from, to);
}

/* "bảy CSGD (chiếm 18,92%)" */
static bool is_rated(const struct wml_para *p, const struct token *t,
		     size_t left)
{
	const struct token *end = t + left;
	size_t i;

	if (left < 3 || said_class_of(t, left) == SAID_ANY)
		return false;
	for (i = 0; i < UNIT_WORDS_MAX && !is_before_bracket(p, t); i++, t++)
		if (t + 1 == end)
			return false;
	for (i = 1; t + i + 1 < end && i < RANK_REACH; i++)
		if (t[i].kind == TOKEN_NUMBER)
			return is_before_bracket(p, t) &&
			       t[i + 1].kind == TOKEN_SIGN;
	return false;
}

/* As many words are a figure, 0 for none. */
static size_t is_spelled(const struct anchorer *a, const struct wml_para *p,
			 size_t para, size_t i)
{
	const struct tokens *tokens = &a->text.tokens;
	const struct token *t = &tokens->at[i];
	size_t n, left;
	int number;

	n = spelled_words(a, p, i, &number);
	left = tokens->n - i - n;
	if (n == 0)
		return 0;
	if (i == a->text.first[para])
		return begins_para(a, p, para, number, t, n) ? n : 0;
	/* "THCS: tám." */
	if (is_behind_colon(p, t) && is_before_stop(p, &t[n - 1]))
		return n;
	/* "số nhà giáo ... là hai mươi sáu, đạt 100%"; "là năm" is a year */
	if (number > 1 && number != 5 && token_is(t - 1, "la") &&
	    is_before_stop(p, &t[n - 1]))
		return n;
	if (left == 0)
		return 0;
	if (!is_behind_colon(p, t) &&
	    !is_behind_level(a, a->text.first[para], i) &&
	    !is_in_list(a, p, a->text.first[para], i) &&
	    !is_behind_total(t, a->text.first[para], i) &&
	    !is_ranked(t + n, left) && !is_led(p, t - 1, number) &&
	    !is_part_by_level(a, p, i, n) && !is_rated(p, t + n, left))
		return 0;
	return said_class_of(t + n, left) != SAID_ANY ||
			       counted_begins(&a->index->counted, t + n, left)
		       ? n
		       : 0;
}

static int digits_of(const struct token *t)
{
	int number = 0;
	size_t i;

	for (i = 0; i < t->n && i < DIGITS_MAX; i++)
		number = number * 10 + (t->bare[i] - '0');
	return t->kind == TOKEN_NUMBER && t->n <= DIGITS_MAX ? number : 0;
}

/* How many words from token i on say the figure before once more, "07 (bảy)".
 */
static size_t says_again(const struct anchorer *a, const struct wml_para *p,
			 size_t para, size_t i)
{
	const struct token *t = &a->text.tokens.at[i];
	size_t at, end, n;
	int number;

	if (i == a->text.first[para] || t[-1].kind != TOKEN_NUMBER)
		return 0;
	at = t[-1].start + t[-1].size;
	if (!memchr(p->text + at, '(', t->start - at))
		return 0;
	n = spelled_words(a, p, i, &number);
	if (n == 0 || number != digits_of(&t[-1]))
		return 0;
	end = t[n - 1].start + t[n - 1].size;
	return end < p->size && p->text[end] == ')' ? n : 0;
}

/* How many words from token i on the figure behind them says once more, "hai
 * mươi sáu (26)", "hai mươi trường (20)". */
static size_t is_said_again(const struct anchorer *a, const struct wml_para *p,
			    size_t i)
{
	const struct tokens *tokens = &a->text.tokens;
	const struct token *t = &tokens->at[i], *next;
	size_t n, at;
	int number;

	n = spelled_words(a, p, i, &number);
	if (n == 0 || i + n >= tokens->n)
		return 0;
	next = &t[n];
	if (i + n + 1 < tokens->n && said_class_of(next, 1) != SAID_ANY)
		next++;
	at = next[-1].start + next[-1].size;
	return next->kind == TOKEN_NUMBER && number == digits_of(next) &&
			       memchr(p->text + at, '(', next->start - at)
		       ? n
		       : 0;
}

static void leave_out(struct tokens *tokens, size_t i, size_t n)
{
	struct token *t = &tokens->at[i];

	memmove(t, t + n, (tokens->n - i - n) * sizeof(*t));
	tokens->n -= n;
}

/* "75 phần trăm" */
static bool is_percent(const struct tokens *tokens, size_t first, size_t i)
{
	static const char *const SIGN[2] = {"phan", "tram"};

	return i > first && i + 1 < tokens->n &&
	       tokens->at[i - 1].kind == TOKEN_NUMBER &&
	       token_is_pair(&tokens->at[i], SIGN);
}

static void make_sign(struct tokens *tokens, size_t i)
{
	struct token *t = &tokens->at[i];

	t->size = t[1].start + t[1].size - t->start;
	t->kind = TOKEN_SIGN;
	t->hash = token_sign_hash();
	t->n = 1;
	t->bare[0] = '%';
	leave_out(tokens, i + 1, 1);
}

void anchor_spelled_mark(struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	struct tokens *tokens = &a->text.tokens;
	size_t i, n;

	for (i = a->text.first[para]; i < tokens->n; i++) {
		struct token *t = &tokens->at[i];

		if (is_percent(tokens, a->text.first[para], i))
			make_sign(tokens, i);
		if (!may_be_number(t))
			continue;
		n = says_again(a, p, para, i);
		if (n == 0)
			n = is_said_again(a, p, i);
		if (n > 0) {
			leave_out(tokens, i--, n);
			continue;
		}
		n = is_spelled(a, p, para, i);
		if (n == 0)
			continue;
		t->kind = TOKEN_NUMBER;
		t->size = t[n - 1].start + t[n - 1].size - t->start;
		leave_out(tokens, i + 1, n - 1);
	}
}
