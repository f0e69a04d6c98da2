/*
 * anchor_take_figure.c - the number of a blank among the words it got, and what
 * speaks against it.
 */
#include "extract/index.h"
#include "extract/said.h"

#include <string.h>

enum {
	WHOLE_WORDS_MAX = 4, /* between a part and what it is of */
	RATE_WORDS_MAX = 12  /* between the parts of a rate and it */
};

/* Less sure, a figure's blank without a number says nothing. */
#define SURE_BLANK 0.6
/* One number for two blanks. */
#define SURE_EITHER	0.4
#define SURE_LINE	0.8 /* of a line that is clearly the form's */
#define SURE_OTHER_KIND 0.3
#define SURE_ANOTHERS	0.5

static bool is_visible(const struct wml_para *p, size_t at)
{
	size_t i = 0;

	while (i + 1 < p->n_spans && p->spans[i].start + p->spans[i].size <= at)
		i++;
	return i < p->n_spans && !(p->spans[i].style & ANCHOR_UNSEEN);
}

/* True when more than the form writes stands between a figure and the next
 * word: "186), ......%" is no 186%. */
static bool is_cut_off(const struct anchorer *a, size_t i, size_t to)
{
	const struct token *t = &a->text.tokens.at[to - 1];
	const struct wml_para *p =
		&a->text.wml->paras.at[anchor_para_of(&a->text, to - 1)];
	size_t at = t->start + t->size, end = p->size;

	if (to < a->text.tokens.n &&
	    anchor_para_of(&a->text, to) == anchor_para_of(&a->text, to - 1))
		end = t[1].start;
	if (i + 1 >= a->items.n ||
	    !anchor_is_found(&a->items.at[i + 1], &a->fits[i + 1]))
		return false;
	for (; at < end; at++)
		if (strchr(a->fits[i + 1].from == to ? ";)" : ";()",
			   p->text[at]) &&
		    is_visible(p, at) &&
		    !memchr(a->items.at[i].tail, p->text[at],
			    a->items.at[i].tail_size))
			return true;
	return false;
}

static bool is_figure_blank(const struct anchorer *a, size_t i)
{
	return a->items.at[i].kind == ITEM_BLANK &&
	       beside_matters(a->items.at[i].field);
}

/* In cells of a row, with the words between them lost, of two figures' blanks
 * one got a number: which one is not told. */
static bool is_either(const struct anchorer *a, size_t i, int by)
{
	size_t k = i + (size_t)by;
	const struct fit *fits = a->fits;

	if (a->text.wml->paras.at[a->home].depth == 0)
		return false;
	while (k < a->items.n && a->items.at[k].kind != ITEM_BLANK &&
	       fits[k].from == fits[k].to)
		k += (size_t)by;
	return k < a->items.n && k != i + (size_t)by && is_figure_blank(a, k) &&
	       fits[k].from == fits[k].to && fits[i].from != fits[i].to;
}

/* "1234", "1.234": no rate. */
static bool is_thousands(const struct token *t)
{
	size_t i, digits = 0, behind = 0;

	for (i = 0; i < t->n; i++) {
		if (t->bare[i] == ',')
			return false;
		behind = t->bare[i] == '.' ? 0 : behind + 1;
		digits += t->bare[i] != '.';
	}
	return digits >= 4 && (behind == 3 || behind == digits);
}

/* "12 = ...%": a number without the sign may be that of the empty count before
 * it. */
static bool is_no_rate(const struct anchorer *a, size_t i, size_t token)
{
	const struct token *t = &a->text.tokens.at[token];
	size_t k = i;

	if (a->text.wml->paras.at[a->home].depth ||
	    (token + 1 < a->text.tokens.n && t[1].kind == TOKEN_SIGN &&
	     t[1].start <= t->start + t->size + 2 &&
	     anchor_para_of(&a->text, token) ==
		     anchor_para_of(&a->text, token + 1)))
		return false;
	while (k > 0 && a->items.at[k - 1].kind != ITEM_BLANK)
		k--;
	return k > 0 && is_figure_blank(a, k - 1) &&
	       a->items.at[k - 1].field->type != FIELD_PERCENT &&
	       !anchor_has_number(&a->text, a->fits[k - 1].from,
				  a->fits[k - 1].to);
}

/* The token behind the last word of the line that was found before a blank. */
static size_t behind_words(const struct anchorer *a, size_t i, size_t to)
{
	size_t k, at = a->fits[i].from;

	for (k = i; k > 0; k--)
		if (anchor_is_found(&a->items.at[k - 1], &a->fits[k - 1]))
			return a->fits[k - 1].to < to ? a->fits[k - 1].to : to;
	return at;
}

/* "đạt ......%": the blank is left, what stands below is not its number. */
static size_t sign_before(const struct anchorer *a, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++) {
		if (a->text.tokens.at[i].kind == TOKEN_SIGN)
			return i;
		if (a->text.tokens.at[i].kind == TOKEN_NUMBER)
			break;
	}
	return to;
}

/* A token is the rate of the two counts from one on: "20/25, tăng 5%" is not.
 */
static bool is_rate_of(struct anchorer *a, size_t token, size_t counts)
{
	struct buf rate = BUF_INIT, part = BUF_INIT, whole = BUF_INIT;
	bool is_its = anchor_read_number(&rate, a, token, NUMBER_PERCENT) &&
		      anchor_read_number(&part, a, counts, NUMBER_COUNT) &&
		      anchor_read_number(&whole, a, counts + 1, NUMBER_COUNT) &&
		      number_rate_matches(buf_cstr(&rate), buf_cstr(&part),
					  buf_cstr(&whole));

	a->is_lost |= !buf_ok(&rate) || !buf_ok(&part) || !buf_ok(&whole);
	buf_release(&rate);
	buf_release(&part);
	buf_release(&whole);
	return is_its;
}

/* "tỷ lệ 85,4%", "tỷ lệ đạt 85,4%", "chiếm 85,4%" */
static bool is_told_rate(const struct anchorer *a, size_t from, size_t token)
{
	const struct token *t = a->text.tokens.at;

	if (token > from && token_is(&t[token - 1], "chiem"))
		return true;
	token -= token > from && token_is(&t[token - 1], "dat");
	return token > from + 1 && token_is(&t[token - 2], "ti") &&
	       token_is(&t[token - 1], "le");
}

/* "15.908/18.240 học sinh, đạt 87,21% (MN 79,8%)": the rate behind the parts of
 * it, before brackets, when no other blank has it; SIZE_MAX for none. */
static size_t rate_behind(struct anchorer *a, size_t from, size_t to)
{
	const struct token *t = a->text.tokens.at;
	size_t para = from < to ? anchor_para_of(&a->text, from) : 0, i, k;
	size_t end = a->text.first[para + 1];

	if (to < from + 2 || !anchor_has_sign(&a->text, para, from, "/"))
		return SIZE_MAX;
	if (end > to + RATE_WORDS_MAX)
		end = to + RATE_WORDS_MAX;
	for (i = from; i + 1 < end; i++) {
		if (anchor_has_sign(&a->text, para, i, "(;"))
			return SIZE_MAX;
		if (t[i].kind == TOKEN_NUMBER && t[i + 1].kind == TOKEN_SIGN)
			break;
	}
	for (k = 0; i + 1 < end && k < a->items.n; k++)
		if (a->items.at[k].kind == ITEM_BLANK && i >= to &&
		    a->fits[k].from <= i && i < a->fits[k].to)
			return SIZE_MAX;
	return i + 1 < end && (is_told_rate(a, from, i) ||
			       is_rate_of(a, i, from))
		       ? i
		       : SIZE_MAX;
}

/* "16 + 13 = 29", "16, 13, cộng 29": the sum of them. */
static void take_sum(struct anchorer *a, struct sighting *s, struct fit *fit,
		     size_t *from, size_t *to)
{
	bool is_wrong;
	size_t sum = anchor_sum(a, *from, &is_wrong, &a->is_lost);

	if (sum == SIZE_MAX) {
		sum = anchor_told_sum(a, *from, *to, &a->is_lost);
		fit->is_told |= sum != SIZE_MAX;
	}
	if (sum == SIZE_MAX)
		return;
	*from = sum;
	*to = sum + 1;
	if (is_wrong)
		s->sure *= SURE_EITHER;
}

/* "HK1: 21%, cả năm: 38,7%": the rate of the whole year; SIZE_MAX for none. */
static size_t rate_of_year(const struct anchorer *a, size_t from)
{
	static const char *const YEAR[] = {"ca", "nam"};
	const struct token *t = a->text.tokens.at;
	size_t para = anchor_para_of(&a->text, from), i;
	size_t end = a->text.first[para + 1];

	if (end > from + RATE_WORDS_MAX)
		end = from + RATE_WORDS_MAX;
	for (i = from; i + 3 < end; i++)
		if (token_is_pair(&t[i], YEAR) &&
		    t[i + 2].kind == TOKEN_NUMBER &&
		    t[i + 3].kind == TOKEN_SIGN)
			return i + 2;
	return SIZE_MAX;
}

/* "744 em trên 1.036 em", "744 em trên tổng số 1.036": the part ends before
 * what it is a part of. */
static size_t whole_from(const struct anchorer *a, size_t from, size_t to)
{
	const struct token *t = a->text.tokens.at;
	size_t i;

	for (i = from + 1; i < to && i <= from + WHOLE_WORDS_MAX; i++)
		if (token_is(&t[i], "tren"))
			return anchor_has_number(&a->text, i, to) ? i : to;
	return to;
}

/* The tokens of the blank's number, with what stands between its numbers; none
 * of them when it has none. */
static int narrow(struct anchorer *a, struct sighting *s, struct fit *fit,
		  size_t *from, size_t *to)
{
	const struct token *tokens = a->text.tokens.at;
	size_t named = SIZE_MAX, rate;
	int code = VB_OK;

	if (s->field->type == FIELD_PERCENT)
		*to = sign_before(a, *from, *to);
	if (s->field->levels) {
		code = anchor_levels(a, s, *from, *to, &named);
		if (named != SIZE_MAX)
			*to = named;
	}
	while (*from < *to && tokens[*from].kind != TOKEN_NUMBER)
		(*from)++;
	if (*from < *to && s->field->type == FIELD_PERCENT) {
		rate = rate_behind(a, *from, *to);
		if (rate == SIZE_MAX) {
			rate = rate_of_year(a, *from);
			fit->is_told |= rate != SIZE_MAX;
		}
		*from = rate == SIZE_MAX ? *from : rate;
		*to = rate == SIZE_MAX ? *to : rate + 1;
	}
	if (*from < *to && s->field->type == FIELD_COUNT) {
		*to = whole_from(a, *from, *to);
		take_sum(a, s, fit, from, to);
	}
	while (*to > *from && tokens[*to - 1].kind == TOKEN_WORD)
		(*to)--;
	return code;
}

/* A blank without a number. An answer that is written another way is none. */
static int see_blank(struct anchorer *a, const struct sighting *s, size_t i)
{
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t from = a->fits[i].from;

	if (s->sure < SURE_BLANK)
		return VB_OK;
	mark.alias = mark.xpath = "";
	anchor_range(a, &mark, anchor_blank_para(a, from), from, from);
	mark.end = mark.start;
	return anchor_see(a, s, &mark);
}

/* "22 điểm phát wifi" where schools are counted: what stands right behind the
 * number is of another kind than the blank's unit. */
static bool counts_other(struct anchorer *a, const struct field *field,
			 size_t to)
{
	const struct token *t = a->text.tokens.at;
	size_t end = a->text.first[anchor_para_of(&a->text, to - 1) + 1];
	enum said_class class = SAID_ANY, unit = SAID_ANY;
	struct tokens words = {0};

	if (field->type == FIELD_COUNT && field->unit && to < end)
		class = said_class_of(&t[to], end - to);
	if (class != SAID_ANY) {
		a->is_lost |= !tokens_split(&words, field->unit,
					    strlen(field->unit));
		unit = said_class_of(words.at, words.n);
	}
	vec_release(&words);
	return unit != SAID_ANY && class != unit;
}

/* "đạt trung bình 10% ở cấp trung học": a goal, in the form's own words. */
static bool is_forms_own(struct anchorer *a, size_t token)
{
	size_t para = anchor_para_of(&a->text, token);
	size_t first = a->text.first[para];
	const struct said_form *form;

	if (index_said(&form, a->index, a->err) != VB_OK) {
		a->is_lost = true;
		return false;
	}
	return said_form_writes_all(form, &a->text.tokens.at[first],
				    a->text.first[para + 1] - first,
				    token - first);
}

/* What speaks against tokens from..to as the number of blank i. */
static void doubt(struct anchorer *a, struct sighting *s, size_t i, size_t from,
		  size_t to)
{
	const struct token *tokens = a->text.tokens.at;
	bool is_percent = s->field->type == FIELD_PERCENT;
	bool is_told = a->fits[i].is_told;

	/* "85%" in a count's blank is no count */
	if (!is_percent && to < a->text.tokens.n &&
	    tokens[to].kind == TOKEN_SIGN &&
	    anchor_para_of(&a->text, to) == anchor_para_of(&a->text, to - 1) &&
	    tokens[to].start == tokens[to - 1].start + tokens[to - 1].size)
		s->sure *= SURE_OTHER_KIND;
	if (is_percent && is_thousands(&tokens[from]))
		s->sure *= SURE_OTHER_KIND;
	else if (is_percent && !is_told && is_no_rate(a, i, to - 1))
		s->sure *= SURE_EITHER;
	if (!is_told && anchor_is_anothers(a, behind_words(a, i, from), from))
		s->sure *= SURE_ANOTHERS;
	if (!is_told && anchor_is_behind(a, i))
		s->sure *= SURE_EITHER;
	if (!is_told && (is_either(a, i, -1) || is_either(a, i, 1)))
		s->sure *= SURE_EITHER;
	if (is_cut_off(a, i, to))
		s->sure *= SURE_ANOTHERS;
	if (counts_other(a, s->field, to))
		s->sure *= SURE_OTHER_KIND;
	if (is_percent && s->sure < SURE_LINE && is_forms_own(a, from))
		s->sure *= SURE_EITHER;
}

int anchor_take_figure(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct token *tokens = a->text.tokens.at;
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t from = a->fits[i].from, to = a->fits[i].to;
	int code = narrow(a, s, &a->fits[i], &from, &to);

	if (code != VB_OK)
		return code;
	if (from == to)
		return see_blank(a, s, i);
	doubt(a, s, i, from, to);
	mark.alias = mark.xpath = "";
	mark.first = mark.last = anchor_para_of(&a->text, from);
	mark.start = tokens[from].start;
	while (to > from + 1 && anchor_para_of(&a->text, to - 1) != mark.first)
		to--;
	mark.end = tokens[to - 1].start + tokens[to - 1].size;
	anchor_widen(a, &mark);
	return anchor_see(a, s, &mark);
}
