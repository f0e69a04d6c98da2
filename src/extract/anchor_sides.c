/*
 * anchor_sides.c - questions line by line in one cell, and their answers line
 * by line in the cell beside it:
 *
 *	- Số lớp đã tham gia	| 04 lớp
 *	- Số người tham gia	| 81 người
 */
#include "extract/anchor.h"

enum {
	LINES_MIN = 2,
	CELLS_MAX = 3 /* behind that of the questions */
};

/* The paragraphs of two cells side by side. */
struct sides {
	size_t left, right, n;
};

static bool is_same_cell(const struct wml_para *one,
			 const struct wml_para *other)
{
	return one->cell == other->cell &&
	       one->row_serial == other->row_serial &&
	       one->depth == other->depth;
}

static bool has_words(const struct anchorer *a, size_t para)
{
	return a->text.first[para] < a->text.first[para + 1];
}

static size_t cell_end(const struct anchorer *a, size_t para)
{
	const struct wml_story *wml = a->text.wml;
	size_t end = para + 1;

	while (end < wml->paras.n &&
	       is_same_cell(&wml->paras.at[para], &wml->paras.at[end]))
		end++;
	return end;
}

/* False when the cells do not hold as many lines, or an answer has no
 * question. */
static bool are_sides(const struct anchorer *a, const struct sides *sides)
{
	size_t i, answers = 0;

	if (cell_end(a, sides->right) != sides->right + sides->n)
		return false;
	for (i = 0; i < sides->n; i++) {
		bool has_answer = has_words(a, sides->right + i);

		if (has_answer && !has_words(a, sides->left + i))
			return false;
		answers += has_answer;
	}
	return answers >= LINES_MIN;
}

/* The next cell of the row that answers: not that of another year. */
static bool find_sides(const struct anchorer *a, size_t para,
		       struct sides *sides)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i, n;

	if (!paras[para].cell)
		return false;
	for (i = para; i > 0 && is_same_cell(&paras[i - 1], &paras[para]);)
		i--;
	sides->left = i;
	sides->right = cell_end(a, para);
	sides->n = sides->right - i;
	if (sides->n < LINES_MIN)
		return false;
	for (n = 0; n < CELLS_MAX && sides->right < a->text.wml->paras.n &&
		    paras[sides->right].row_serial == paras[para].row_serial;
	     n++) {
		if (are_sides(a, sides))
			return true;
		sides->right = cell_end(a, sides->right);
	}
	return false;
}

/* The paragraph of the last word of the line before item i, SIZE_MAX. */
static size_t question_of(const struct anchorer *a, size_t i)
{
	while (i-- > 0)
		if (a->items.at[i].kind == ITEM_WORD &&
		    a->fits[i].to > a->fits[i].from)
			return anchor_para_of(&a->text, a->fits[i].from);
	return SIZE_MAX;
}

static bool is_long(const struct anchorer *a, size_t i)
{
	return a->items.at[i].field &&
	       a->items.at[i].field->type == FIELD_LONGTEXT;
}

/* The rate behind a count, "823 (97,7%)": its token, that of the end where
 * there is none. */
static size_t rate_at(const struct anchorer *a, size_t para)
{
	const struct token *t = a->text.tokens.at;
	size_t end = a->text.first[para + 1], i = a->text.first[para] + 1;

	while (i + 1 < end &&
	       !(t[i].kind == TOKEN_NUMBER && t[i + 1].kind == TOKEN_SIGN))
		i++;
	return i + 1 < end ? i : end;
}

/* False when the item asks for no rate, or the answer has none. */
static bool take_rate(struct anchorer *a, size_t i, size_t para)
{
	size_t rate = rate_at(a, para);

	if (a->items.at[i].field->type != FIELD_PERCENT ||
	    rate == a->text.first[para + 1])
		return false;
	a->fits[i].from = rate;
	a->fits[i].to = rate + 1;
	a->fits[i].is_told = true;
	return true;
}

void anchor_sides(struct anchorer *a)
{
	size_t i, para, asked = SIZE_MAX;
	struct sides sides;

	for (i = 0; i < a->items.n; i++) {
		struct fit *fit = &a->fits[i];

		if (a->items.at[i].kind != ITEM_BLANK || is_long(a, i))
			continue;
		para = question_of(a, i);
		if (para == SIZE_MAX || !find_sides(a, para, &sides))
			continue;
		/* one answer, and the question of another is not there */
		fit->is_lost = para == asked &&
			       !take_rate(a, i,
					  sides.right + para - sides.left);
		if (para == asked)
			continue;
		asked = para;
		para = sides.right + (para - sides.left);
		fit->from = a->text.first[para];
		fit->to = rate_at(a, para);
		fit->is_told = true;
	}
}
