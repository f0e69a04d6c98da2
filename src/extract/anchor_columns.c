/*
 * anchor_columns.c - which column of a table is which, by the words of the
 * heads over them.
 */
#include "extract/anchor_table.h"

#include <string.h>

enum {
	SHORT_MAX = 4 /* words of a head that an abbreviation stands for */
};

#define COLUMN_MIN 0.5
/* A column is told by its heads when no other is about as like. */
#define COLUMN_MARGIN	0.15
#define SURE_SOME_HEADS 0.93
#define SURE_NO_HEADS	0.75

/* ---- columns ------------------------------------------------------------- */

/* In how many columns of the form that hold blanks a word stands: one that is
 * over all of them tells none. */
static size_t columns_with(const struct tabler *t, const struct ftable *f,
			   const struct token *word)
{
	bool has[COLUMNS_MAX + 1] = {false};
	size_t i, k, n = 0;
	unsigned c;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];
		const struct item *items = &t->a->page.items.at[cell->item];

		for (k = 0; cell->row <= f->n_header && k < cell->n_items; k++)
			if (items[k].kind == ITEM_WORD &&
			    items[k].word.hash == word->hash)
				break;
		if (cell->row > f->n_header || k == cell->n_items)
			continue;
		for (c = cell->column;
		     c < cell->column + cell->colspan && c <= COLUMNS_MAX; c++)
			has[c] = true;
	}
	for (c = 1; c <= COLUMNS_MAX; c++)
		n += has[c];
	return n ? n : 1;
}

/* "SL" is "Số lượng", and "%" says "Tỷ lệ". */
static bool is_short(const struct item *items, size_t n, const struct token *t)
{
	size_t i;

	if (t->kind == TOKEN_SIGN)
		return n == 2 && memcmp(items[0].word.bare, "ti", 2) == 0 &&
		       memcmp(items[1].word.bare, "le", 2) == 0;
	if (t->kind != TOKEN_WORD || t->n != n)
		return false;
	for (i = 0; i < n; i++)
		if (items[i].word.bare[0] != t->bare[i])
			return false;
	return true;
}

static bool has_short(const struct tabler *t, const struct item *items,
		      size_t n, size_t i, size_t from, size_t to)
{
	const struct token *tokens = t->a->text.tokens.at;
	size_t k, first, size;

	for (k = from; k < to; k++)
		for (size = 2; size <= SHORT_MAX; size++)
			for (first = i + 1 > size ? i + 1 - size : 0;
			     first <= i && first + size <= n; first++)
				if (is_short(&items[first], size, &tokens[k]))
					return true;
	return false;
}

/* The worth of the words of a head that stand in tokens from..to. */
static double head_found(const struct tabler *t, const struct ftable *f,
			 const struct fcell *cell, size_t from, size_t to,
			 double *all)
{
	const struct item *items = &t->a->page.items.at[cell->item];
	double found = 0;
	size_t i;

	*all = 0;
	for (i = 0; i < cell->n_items; i++) {
		double worth;

		if (items[i].kind != ITEM_WORD)
			continue;
		worth = 1.0 / (double)columns_with(t, f, &items[i].word);
		*all += worth;
		if (anchor_has_word(&t->a->text.tokens, from, to,
				    &items[i].word) ||
		    has_short(t, items, cell->n_items, i, from, to))
			found += worth;
	}
	return found;
}

/* The paragraphs of the head over a column in a row: a head reaches to the
 * next one. */
static bool head_over(const struct tabler *t, const struct drow *row,
		      unsigned column, size_t *first, size_t *end)
{
	const struct wml_para *paras = t->a->text.wml->paras.at;
	size_t p;

	*first = SIZE_MAX;
	for (p = row->first; p < row->end && paras[p].column <= column; p++) {
		if (*first == SIZE_MAX ||
		    paras[*first].column != paras[p].column)
			*first = p;
		*end = p + 1;
	}
	return *first != SIZE_MAX;
}

/* Words of the heads over a column of the form, and over one of the
 * document. */
static double column_like(const struct tabler *t, const struct ftable *f,
			  unsigned column, unsigned other)
{
	const size_t *of = t->a->text.first;
	double found = 0, all = 0;
	size_t i, r, first, end = 0;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];
		double most = 0, worth = 0;

		if (cell->row > f->n_header || cell->column > column ||
		    cell->column + cell->colspan <= column)
			continue;
		head_found(t, f, cell, 0, 0, &worth);
		for (r = 0; r < t->n_header; r++) {
			double here;

			if (!head_over(t, &t->rows.at[r], other, &first, &end))
				continue;
			here = head_found(t, f, cell, of[first], of[end],
					  &worth);
			if (here > most)
				most = here;
		}
		found += most;
		all += worth;
	}
	return all > 0 ? found / all : 0;
}

static bool holds_blank(const struct tabler *t, const struct ftable *f,
			unsigned column)
{
	size_t i, k;

	for (i = 0; i < f->cells.n; i++)
		for (k = 0; f->cells.at[i].column == column &&
			    k < f->cells.at[i].n_items;
		     k++)
			if (t->a->page.items.at[f->cells.at[i].item + k].kind !=
			    ITEM_WORD)
				return true;
	return false;
}

/* Columns at which a cell of the body begins, in order. */
static unsigned columns_of(const struct tabler *t, bool *starts)
{
	const struct wml_story *wml = t->a->text.wml;
	unsigned n = 0;
	size_t r, p;

	memset(starts, 0, COLUMNS_MAX + 1);
	for (r = t->n_header; r < t->rows.n; r++)
		for (p = t->rows.at[r].first; p < t->rows.at[r].end; p++) {
			const struct wml_para *para = &wml->paras.at[p];

			if (para->depth == 1 && para->column <= COLUMNS_MAX &&
			    !starts[para->column]) {
				starts[para->column] = true;
				n++;
			}
		}
	return n;
}

/* True when no other column of the form, and of the document, is about as
 * like. */
static bool is_clear(const struct likes *likes, unsigned c, unsigned d)
{
	unsigned i;

	for (i = 1; i <= COLUMNS_MAX; i++) {
		if (i <= likes->n && i != c &&
		    likes->at[i][d] > likes->at[c][d] - COLUMN_MARGIN)
			return false;
		if (i != d && likes->at[c][i] > likes->at[c][d] - COLUMN_MARGIN)
			return false;
	}
	return likes->at[c][d] >= COLUMN_MIN;
}

/* Nobody moved anything: what is told by words stands where it stood. */
static bool keeps_order(const struct tabler *t, const struct ftable *f,
			unsigned n)
{
	unsigned c;

	for (c = 1; c <= f->n_columns; c++)
		if (t->column_of[c] && t->column_of[c] != c)
			return false;
	return n == f->n_columns;
}

void anchor_match_columns(struct tabler *t, const struct ftable *f)
{
	bool starts[COLUMNS_MAX + 1];
	unsigned n = columns_of(t, starts), c, d, told = 0, blanks = 0;
	struct likes *likes = &t->likes;

	memset(t->column_of, 0, sizeof(t->column_of));
	memset(likes, 0, sizeof(*likes));
	likes->n = f->n_columns;
	for (c = 1; c <= f->n_columns; c++)
		for (d = 1; d <= COLUMNS_MAX && holds_blank(t, f, c); d++)
			if (starts[d])
				likes->at[c][d] = column_like(t, f, c, d);
	for (c = 1; c <= f->n_columns; c++) {
		blanks += holds_blank(t, f, c);
		for (d = 1; d <= COLUMNS_MAX && !t->column_of[c]; d++)
			if (starts[d] && is_clear(likes, c, d)) {
				t->column_of[c] = d;
				told++;
			}
	}
	if (told == blanks || !keeps_order(t, f, n))
		return;
	/* heads that say too little: where columns stood, and less sure */
	t->sure *= told ? SURE_SOME_HEADS : SURE_NO_HEADS;
	for (c = 1; c <= f->n_columns; c++)
		if (!t->column_of[c] && starts[c])
			t->column_of[c] = c;
}
