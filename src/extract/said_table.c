/*
 * said_table.c - the cells that speak for a cell: the words of its row, the
 * heads of its column, the rows above that lead its row in.
 */
#include "extract/index.h"
#include "extract/said_look.h"

#include <string.h>

enum {
	GROUPS_UP_MAX = 200 /* rows looked up for one that leads in */
};

#define WEIGHT_ROW   1.0F
#define WEIGHT_LEAD  0.75F /* the row a row with a bullet goes with */
#define WEIGHT_GROUP 0.7F

/* More than a number or a letter before the words of a row. */
static bool is_words_long(const struct look *l, const struct wml_cell *cell)
{
	return l->a->text.first[cell->end] - l->a->text.first[cell->first] > 2;
}

/* ---- rows ---------------------------------------------------------------- */

/* The first cell of words of a row; *only when it has no other, and no
 * figure. */
static const struct wml_cell *words_of(const struct look *l, uint32_t row,
				       bool *is_alone)
{
	const struct wml_cell *found = NULL, *cell;
	size_t at = look_find(l, row, 1);

	*is_alone = true;
	for (; (cell = look_of_row(l, row, at)) != NULL; at++) {
		if (cell->owner)
			continue;
		if (look_is_words(l, cell)) {
			if (found)
				*is_alone = false;
			else
				found = cell;
		} else if (cell->column > 2 &&
			   look_has_kind(l, cell, TOKEN_NUMBER)) {
			*is_alone = false;
		}
	}
	return found;
}

static bool has_bullet(const struct look *l, const struct wml_cell *cell)
{
	return anchor_bullet_size(&l->a->text.wml->paras.at[cell->first]) > 0 ||
	       l->a->text.wml->paras.at[cell->first].is_bullet;
}

/* The number before the words of a row: its size, *at where it begins. */
static size_t number_of(const struct look *l, uint32_t row, const char **at)
{
	const struct wml_cell *cell = look_cell_at(l, row, 1);
	const struct wml_para *p;
	size_t size;

	*at = "";
	if (!cell || cell->row != row || cell->first == cell->end ||
	    is_words_long(l, cell))
		return 0;
	p = &l->a->text.wml->paras.at[cell->first];
	*at = p->label[0] ? p->label : p->text;
	size = p->label[0] ? strlen(p->label) : p->size;
	while (size > 0 && strchr(" .)", (*at)[size - 1]))
		size--;
	return size;
}

static bool is_roman(const char *at, size_t size)
{
	return size > 0 && strspn(at, "IVX") >= size;
}

/* A row without figures leads others in: one cell over all of it, or a number
 * that theirs are below: "1" and "1.1", "I" and "1", "1" and none. */
static bool is_group(const struct look *l, const struct wml_cell *words,
		     bool is_alone)
{
	const char *above, *below;
	size_t n_above, n_below;

	if (!is_alone)
		return false;
	if (words->col_span > 1 &&
	    words->column + words->col_span > l->table->columns - 1)
		return true;
	n_above = number_of(l, words->row, &above);
	n_below = number_of(l, l->cell->row, &below);
	if (n_above == 0)
		return false;
	if (is_roman(above, n_above))
		return !is_roman(below, n_below);
	return n_below == 0 ||
	       (n_below > n_above + 1 && memcmp(above, below, n_above) == 0 &&
		below[n_above] == '.');
}

static void add_rows_above(struct look *l, bool is_bullet)
{
	uint32_t row = l->cell->row, end = 0;

	if (row > GROUPS_UP_MAX)
		end = row - GROUPS_UP_MAX;
	while (--row > l->n_heads && row > end) {
		bool is_alone;
		const struct wml_cell *words = words_of(l, row, &is_alone);

		if (!words)
			continue;
		if (is_group(l, words, is_alone)) {
			look_add(l, words, WEIGHT_GROUP, false);
			return;
		}
		if (is_bullet && !has_bullet(l, words)) {
			look_add(l, words, WEIGHT_LEAD, false);
			is_bullet = false;
		}
	}
}

/* One row below heads: names in it tell it from no other. */
static bool is_only_row(const struct look *l)
{
	return l->n_heads > 0 && l->table->rows == l->n_heads + 1;
}

/* Notes, names beside the words of a row: "Tên lớp". */
static bool is_beside_words(const struct look *l, const struct wml_cell *cell)
{
	const struct wml_cell *head =
		l->n_heads ? look_cell_at(l, l->n_heads, cell->column) : NULL;

	return head && look_is_of_other(l, head);
}

static bool is_empty(const struct look *l, const struct wml_cell *cell)
{
	return l->a->text.first[cell->first] == l->a->text.first[cell->end];
}

/* The words of a column above a cell that was left empty as they go on: "Tiểu
 * học" beside "Mức 1" alone; NULL for none. */
static const struct wml_cell *words_above(const struct look *l, uint32_t column)
{
	uint32_t row = l->cell->row, end = l->n_heads;

	if (row > end + GROUPS_UP_MAX)
		end = row - GROUPS_UP_MAX;
	while (--row > end) {
		const struct wml_cell *cell = look_cell_at(l, row, column);

		if (cell && !is_empty(l, cell))
			return look_is_words(l, cell) ? cell : NULL;
	}
	return NULL;
}

/* Cells that were left empty before the first words of the row. */
static void add_dittos(struct look *l)
{
	uint32_t column, words = 1;
	const struct wml_cell *cell;

	while (words < l->cell->column &&
	       (cell = look_cell_at(l, l->cell->row, words)) != NULL &&
	       is_empty(l, cell))
		words++;
	cell = look_cell_at(l, l->cell->row, words);
	if (words == l->cell->column || !cell || !look_is_words(l, cell))
		return;
	for (column = 1; column < words; column++) {
		cell = words_above(l, column);
		if (cell)
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

static void add_row(struct look *l)
{
	uint32_t column = 1;
	bool is_bullet = false, is_first = !is_only_row(l);

	add_dittos(l);
	while (column < l->cell->column) {
		const struct wml_cell *cell = look_cell_at(l, l->cell->row,
							   column);

		column++;
		if (!cell || !look_is_words(l, cell) ||
		    (!is_first &&
		     (is_beside_words(l, cell) || is_level_figure(l, cell))))
			continue;
		is_first = false;
		look_add(l, cell, WEIGHT_ROW, true);
		is_bullet |= has_bullet(l, cell);
		if (cell->column + cell->col_span > column)
			column = cell->column + cell->col_span;
	}
	add_rows_above(l, is_bullet);
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
		l->n_heads ? look_cell_at(l, l->n_heads, column) : NULL;

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
	const struct wml_cell *head = l->n_heads
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
	if (l.cell->row <= l.n_heads || l.kind->is_slipped) {
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
	    (is_told ? !look_is_below_number(&l) : heads->is_row_numbered))
		heads->is_other = true;
}
