/*
 * anchor_answer.c - several questions in one cell, and in the cell beside it
 * answers that name theirs again:
 *
 *	| c) Tập huấn giáo viên      | Số lớp: 08 lớp               |
 *	| - Số lớp, tên lớp          | Tên lớp: Mô đun 9; Tin học 3 |
 *	| - Số người tham gia        | Số người: 81                 |
 */
#include "extract/anchor.h"

#include "util/err.h"

enum {
	ASKED_MAX = 16,
	LEAD_WORDS_MAX = 10
};

/* The share of the words of a lead that its question has. */
#define LIKE_MIN 0.6

/* A blank of the cell, the words before it, and the tokens of its answer. */
struct asked {
	const struct item *item, *words;
	size_t n;
	size_t from, to;
	bool is_led;
};

struct answers {
	struct anchorer *a;
	struct asked at[ASKED_MAX];
	size_t n;
	size_t last; /* whose answer the tokens in hand are, n nobody's */
};

static void add_blanks(struct answers *s, const struct block *block)
{
	const struct item *items = &s->a->page.items.at[block->item];
	size_t i, begin = 0;

	for (i = 0; i < block->n_items; i++) {
		if (items[i].kind == ITEM_WORD)
			continue;
		if (items[i].kind == ITEM_BLANK && s->n < ASKED_MAX)
			s->at[s->n] = (struct asked){.item = &items[i],
						     .words = &items[begin],
						     .n = i - begin};
		s->n += items[i].kind == ITEM_BLANK;
		begin = i + 1;
	}
}

/* The blocks from n on that stand in the same cell; *end behind them. They are
 * as sure as the surest: lines that the form has twice stand below their
 * title. */
static void gather(struct answers *s, size_t n, size_t *end, double *sure)
{
	const struct block *blocks = s->a->page.blocks.at;
	const struct wml_para *p = s->a->text.wml->paras.at;
	size_t i;

	*end = n;
	for (i = n; i < s->a->page.blocks.n; i++) {
		if (!blocks[i].is_placed)
			continue;
		if (p[blocks[i].para].cell != p[blocks[n].para].cell ||
		    blocks[i].kind > BLOCK_LINE)
			return;
		add_blanks(s, &blocks[i]);
		if (blocks[i].margin >= ANCHOR_MARGIN_MIN)
			*sure = s->a->sure;
		*end = i + 1;
	}
}

static bool has_word(const struct asked *asked, const struct token *word)
{
	size_t k;

	for (k = 0; k < asked->n; k++)
		if (asked->words[k].word.hash == word->hash ||
		    anchor_short_items(&asked->words[k], asked->n - k, word))
			return true;
	return false;
}

static double lead_like(const struct answers *s, const struct asked *asked,
			size_t from, size_t to)
{
	const struct token *t = s->a->text.tokens.at;
	size_t i, words = 0, found = 0;

	for (i = from; i < to; i++) {
		if (t[i].kind != TOKEN_WORD)
			continue;
		words++;
		found += has_word(asked, &t[i]);
	}
	return words ? (double)found / (double)words : 0;
}

/* The colon behind the words that an answer, or what follows a semicolon,
 * begins with: the token behind it, 0 for none. */
static size_t lead_end(const struct anchorer *a, size_t para, size_t from)
{
	size_t end = a->text.first[para + 1], i;

	for (i = from; i < end && i < from + LEAD_WORDS_MAX; i++) {
		if (anchor_has_sign(&a->text, para, i, ":"))
			return i + 1;
		if (anchor_has_sign(&a->text, para, i, ".;"))
			return 0;
	}
	return 0;
}

/* The blank that a lead names, which had none before; ASKED_MAX when it names
 * none, or several alike: "Tổng số giáo viên". */
static size_t named_by(const struct answers *s, size_t from, size_t to)
{
	size_t i, best = ASKED_MAX;
	double most = 0;

	for (i = 0; i < s->n; i++) {
		double like = lead_like(s, &s->at[i], from, to);

		if (s->at[i].is_led || like < LIKE_MIN || like < most)
			continue;
		best = like > most ? i : ASKED_MAX;
		most = like;
	}
	return best;
}

static bool is_figure(const struct asked *asked)
{
	return asked->item && beside_matters(asked->item->field);
}

/* Begins the answer of the blank that a lead names; one that names none ends
 * the figure before it. */
static void look_at(struct answers *s, size_t para, size_t from)
{
	size_t lead = lead_end(s->a, para, from), best;

	if (!lead)
		return;
	best = named_by(s, from, lead);
	if (s->last < s->n && (best < s->n || is_figure(&s->at[s->last]))) {
		s->at[s->last].to = from;
		s->last = s->n;
	}
	if (best == ASKED_MAX)
		return;
	s->at[best].from = lead;
	s->at[best].is_led = true;
	s->last = best;
}

/* "08 lớp" before "Tên lớp: ...": what stands before the first lead is the
 * first one's; a figure begins with its number. */
static bool is_bare_answer(const struct answers *s, size_t at)
{
	return !is_figure(&s->at[0]) ||
	       s->a->text.tokens.at[at].kind == TOKEN_NUMBER;
}

/* False when no answer names its question. */
static bool find_answers(struct answers *s, size_t first, size_t end)
{
	const struct anchor_text *text = &s->a->text;
	size_t para, i;
	bool is_any = false;

	if (text->first[first] == text->first[end])
		return false;
	s->at[0].from = text->first[first];
	s->last = is_bare_answer(s, s->at[0].from) ? 0 : s->n;
	for (para = first; para < end; para++)
		for (i = text->first[para]; i < text->first[para + 1]; i++)
			if (i == text->first[para] ||
			    anchor_has_sign(text, para, i - 1, ";"))
				look_at(s, para, i);
	if (s->last < s->n)
		s->at[s->last].to = text->first[end];
	for (i = 0; i < s->n; i++)
		is_any |= s->at[i].is_led;
	return is_any;
}

static int take(struct answers *s, const struct asked *asked, double sure)
{
	struct anchorer *a = s->a;
	struct item *item;
	int code;

	if (!asked->item || asked->from >= asked->to)
		return VB_OK;
	a->items.n = 0;
	item = vec_push(&a->items);
	if (!item)
		return err_set(a->err, VB_NOMEM, "out of memory");
	*item = *asked->item;
	a->home = anchor_para_of(&a->text, asked->from);
	a->end = anchor_para_of(&a->text, asked->to - 1) + 1;
	a->is_led = true;
	a->is_named = asked->is_led;
	code = anchor_take(a, asked->from, asked->to, 0, VB_BY_TABLE, sure);
	a->is_led = a->is_named = false;
	return code;
}

int anchor_answers(struct anchorer *a, size_t *n, double sure, bool *is_taken)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t para = a->page.blocks.at[*n].para, first, end, i;
	struct answers s = {.a = a};
	int code = VB_OK;

	if (p[para].cell == 0)
		return VB_OK;
	gather(&s, *n, &end, &sure);
	first = a->text.cell_end[para];
	if (s.n < 2 || s.n > ASKED_MAX || first >= a->text.wml->paras.n ||
	    !anchor_is_same_row(&p[para], &p[first]) ||
	    !find_answers(&s, first, a->text.cell_end[first]))
		return VB_OK;
	for (i = 0; i < s.n && code == VB_OK; i++)
		code = take(&s, &s.at[i], sure);
	*is_taken = true;
	*n = end;
	return code;
}
