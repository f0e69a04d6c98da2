/*
 * said_table.c - the cells that speak for a cell: the words of its row, the
 * heads of its column, the rows that lead its row in.
 */
#include "extract/index.h"
#include "extract/said_look.h"

#include <string.h>

enum {
	DITTOS_MAX = 200 /* rows looked up for words that go on */
};

#define WEIGHT_ROW 1.0F

/* ---- rows ---------------------------------------------------------------- */

/* One row below heads: names in it tell it from no other. */
static bool is_only_row(const struct look *l)
{
	return l->n_heads > l->top && l->table->rows == l->n_heads + 1;
}

/* Notes, names beside the words of a row: "Tên lớp". */
static bool is_beside_words(const struct look *l, const struct wml_cell *cell)
{
	const struct wml_cell *head =
		l->n_heads > l->top ? look_cell_at(l, l->n_heads, cell->column)
				    : NULL;

	return head && look_is_of_other(l, head);
}

/* The words of a column above a cell that was left empty as they go on: "Tiểu
 * học" beside "Mức 1" alone; NULL for none. */
static const struct wml_cell *words_above(const struct look *l, uint32_t column)
{
	uint32_t row = l->cell->row, end = l->n_heads;

	if (row > end + DITTOS_MAX)
		end = row - DITTOS_MAX;
	while (--row > end) {
		const struct wml_cell *cell = look_cell_at(l, row, column);

		if (cell && !look_is_empty(l, cell))
			return look_is_words(l, cell) ? cell : NULL;
	}
	return NULL;
}

/* "2", "b" in the first cell: the number of the row. */
static bool is_row_label(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t first = text->first[cell->first];

	return cell->column == 1 && text->first[cell->end] == first + 1 &&
	       (text->tokens.at[first].kind == TOKEN_NUMBER ||
		text->tokens.at[first].n == 1);
}

/* Cells that were left empty before the first words of the row. */
static void add_dittos(struct look *l)
{
	uint32_t column, words = 1;
	const struct wml_cell *cell;

	while (words < l->cell->column &&
	       (cell = look_cell_at(l, l->cell->row, words)) != NULL &&
	       (look_is_empty(l, cell) || is_row_label(l, cell)))
		words++;
	cell = look_cell_at(l, l->cell->row, words);
	if (words == l->cell->column || !cell || !look_is_words(l, cell))
		return;
	for (column = 1; column < words; column++) {
		cell = words_above(l, column);
		if (cell && !is_row_label(l, cell))
			look_add(l, cell, WEIGHT_ROW, true);
	}
}

/* "Mầm non: 0": a level and its figure, which says nothing of other cells. */
static bool is_level_figure(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;

	return levels_figure(&l->a->index->levels, &text->tokens,
			     text->first[cell->first], text->first[cell->end]);
}

/* "2022 | 45 | 90", "2022 (để so sánh) | ...": the year that a row is of. */
static bool is_year_of_row(const struct look *l, const struct wml_cell *cell)
{
	return cell->column == 1 && !look_is_empty(l, cell) &&
	       said_is_year(
		       &l->a->text.tokens.at[l->a->text.first[cell->first]]);
}

static void add_row(struct look *l)
{
	uint32_t column = 1;
	bool is_first = !is_only_row(l);

	add_dittos(l);
	while (column < l->cell->column) {
		const struct wml_cell *cell = look_cell_at(l, l->cell->row,
							   column);

		column++;
		if (!cell ||
		    (!look_is_words(l, cell) && !is_year_of_row(l, cell)) ||
		    (!is_first &&
		     (is_beside_words(l, cell) || is_level_figure(l, cell))))
			continue;
		is_first = false;
		look_add(l, cell, WEIGHT_ROW, true);
		if (cell->column + cell->col_span > column)
			column = cell->column + cell->col_span;
	}
	look_rows_above(l);
}

/* The row has words. */
static bool has_words(const struct look *l)
{
	size_t at = look_find(l, l->cell->row, 1);
	const struct wml_cell *cell;

	for (; (cell = look_of_row(l, l->cell->row, at)) != NULL; at++)
		if (look_is_words(l, cell->owner ? &l->all[cell->owner - 1]
						 : cell))
			return true;
	return false;
}

/* Merged under several heads, "MN", "TH", "Cộng": a figure of none of them. */
static bool is_wide(const struct look *l)
{
	uint32_t column = l->cell->column, end = column + l->cell->col_span;
	const struct wml_cell *head =
		l->n_heads > l->top ? look_cell_at(l, l->n_heads, column)
				    : NULL;

	for (; head && column < end; column++)
		if (look_cell_at(l, l->n_heads, column) != head)
			return true;
	return false;
}

/* "Khối", "Lớp", "STT" over the first column: its numbers name their rows. */
static bool names_rows(const struct look *l)
{
	static const char *const WORDS[] = {"khoi", "lop", "stt", "tt"};
	const struct anchor_text *text = &l->a->text;
	const struct wml_cell *head = l->n_heads > l->top
					      ? look_cell_at(l, l->n_heads, 1)
					      : NULL;
	size_t i = head ? text->first[head->first] : 0;

	return head && i < text->first[head->end] &&
	       token_is_among(&text->tokens.at[i], WORDS,
			      sizeof(WORDS) / sizeof(*WORDS));
}

void said_heads_find(struct said_heads *heads, const struct said_cells *cells,
		     const struct anchorer *a, size_t para)
{
	const struct wml_story *wml = a->text.wml;
	struct look l = {.heads = heads, .cells = cells, .a = a};
	bool is_told;

	memset(heads, 0, sizeof(*heads));
	l.all = wml->cells.at;
	l.cell = &wml->cells.at[wml->paras.at[para].cell - 1];
	l.table = &wml->tables.at[l.cell->table - 1];
	heads->before = l.table->first;
	if (l.table->columns > COLUMNS_MAX) {
		heads->is_other = true;
		return;
	}
	look_at_heads(&l);
	if (l.cell->row <= l.n_heads || l.section->is_slipped) {
		heads->is_other = true;
		return;
	}
	add_row(&l);
	if (!is_wide(&l))
		look_columns(&l);
	heads->is_rate |= look_is_row_of_rates(&l) ||
			  look_has_unit_of_rates(&l);
	is_told = has_words(&l);
	heads->is_row_numbered = !is_told && names_rows(&l);
	/* "1", "2.1" before the words of a row */
	if (l.cell->column == 1 && !look_is_words(&l, l.cell) &&
	    (is_year_of_row(&l, l.cell) ||
	     (is_told ? !look_is_below_number(&l) : heads->is_row_numbered)))
		heads->is_other = true;
}
