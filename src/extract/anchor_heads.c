/*
 * anchor_heads.c - heads of a table that no longer stand over their columns.
 *
 * A table with an empty w:tblGrid is a table to Word, which goes by w:gridSpan
 * (ECMA-376-1 17.4.17). LibreOffice 7.4 gives every cell of it one column and
 * the last of a row all that is left: "Level 1" over 2 columns, "Level 2" over
 * 2 and "Level 3" over 2 come back over 1, 1 and 4. Then heads name columns
 * that are not theirs, and a figure would be given to its neighbour.
 */
#include "extract/anchor_table.h"

#include <string.h>

enum {
	ROWS_OF_HEADS_MAX = 8
};

/* The head over a column in a row. */
struct head {
	uint32_t cell; /* index + 1, 0 none */
	uint64_t words;
	unsigned n_words;
};

struct heads {
	struct head at[ROWS_OF_HEADS_MAX][COLUMNS_MAX + 1];
	size_t n_rows;
};

static uint64_t mix(uint64_t words, uint64_t word)
{
	return (words ^ word) * UINT64_C(0x9e3779b97f4a7c15);
}

static void lay_para(struct heads *heads, const struct tabler *t, size_t r,
		     size_t para)
{
	const struct anchor_text *text = &t->a->text;
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct wml_cell *cell = &text->wml->cells.at[p->cell - 1];
	uint32_t c, end = cell->column + cell->col_span;
	size_t i;

	for (c = cell->column; c < end && c <= COLUMNS_MAX; c++) {
		struct head *head = &heads->at[r][c];

		head->cell = p->cell;
		for (i = text->first[para]; i < text->first[para + 1]; i++) {
			head->words = mix(head->words, text->tokens.at[i].hash);
			head->n_words++;
		}
	}
}

static void lay_heads(struct heads *heads, const struct tabler *t)
{
	const struct wml_para *paras = t->a->text.wml->paras.at;
	size_t r, p;

	memset(heads, 0, sizeof(*heads));
	for (r = 0; r < t->n_header && r < ROWS_OF_HEADS_MAX; r++)
		for (p = t->rows.at[r].first; p < t->rows.at[r].end; p++)
			if (paras[p].depth == 1 && paras[p].cell)
				lay_para(heads, t, r, p);
	heads->n_rows = r;
}

/* Two columns below one head that have the same words over them: the head
 * reaches over a neighbour's. */
static bool is_twin(const struct heads *heads, unsigned a, unsigned b)
{
	bool share = false, own = false;
	size_t r;

	for (r = 0; r < heads->n_rows; r++) {
		const struct head *x = &heads->at[r][a], *y = &heads->at[r][b];

		if (x->words != y->words || x->n_words != y->n_words)
			return false;
		share = share || (x->cell == y->cell && x->n_words);
		own = own || (x->cell != y->cell && x->n_words);
	}
	return share && own;
}

static bool has_twins(const struct heads *heads)
{
	unsigned a, b;

	for (a = 1; a <= COLUMNS_MAX; a++)
		for (b = a + 1; b <= COLUMNS_MAX; b++)
			if (is_twin(heads, a, b))
				return true;
	return false;
}

/* How many columns the head of these words reaches over; 0 when there is
 * none. */
static unsigned reach_of(const struct heads *heads, uint64_t words, unsigned n)
{
	unsigned c, reach = 0;
	size_t r;

	for (r = 0; r < heads->n_rows; r++)
		for (c = 1; c <= COLUMNS_MAX; c++) {
			const struct head *head = &heads->at[r][c];

			if (head->words != words || head->n_words != n)
				continue;
			if (reach && head[-1].cell != head->cell)
				return 0;
			reach++;
		}
	return reach;
}

/* People who add a column make a head wider, who take one out narrower: heads
 * of which some are wider and some narrower than in the form were laid anew, or
 * all are narrower where no column is missing.
 */
static bool is_laid_anew(const struct heads *heads, const struct tabler *t,
			 const struct ftable *f, unsigned n_columns)
{
	bool is_wider = false, is_narrower = false;
	size_t i, k;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];
		const struct item *items = &t->a->page.items.at[cell->item];
		uint64_t words = 0;
		unsigned reach;

		if (cell->row > f->n_header || cell->n_items == 0)
			continue;
		for (k = 0; k < cell->n_items; k++)
			words = mix(words, items[k].word.hash);
		reach = reach_of(heads, words, (unsigned)cell->n_items);
		is_wider = is_wider || reach > cell->colspan;
		is_narrower = is_narrower || (reach && reach < cell->colspan);
	}
	return (is_wider && (is_narrower || n_columns <= f->n_columns)) ||
	       (is_narrower && n_columns >= f->n_columns);
}

bool anchor_heads_slipped(const struct tabler *t, const struct ftable *f,
			  unsigned n_columns)
{
	struct heads heads;

	lay_heads(&heads, t);
	return has_twins(&heads) || is_laid_anew(&heads, t, f, n_columns);
}
