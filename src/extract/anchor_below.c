/*
 * anchor_below.c - answers below their questions, in a table of two rows of
 * which the first is heads:
 *
 *	| Khó khăn, vướng mắc         | Kiến nghị, đề xuất       |
 *	| Đường truyền chưa ổn định.  | Cấp thêm 45 máy tính.    |
 *
 * and in a row of one cell below the row that ends with the question:
 *
 *	| 3 | Khó khăn, vướng mắc                                |
 *	| Đường truyền chưa ổn định.                             |
 */
#include "extract/anchor.h"

enum {
	HEAD_WORDS_MAX = 12,
	/* Cells looked at for one below another: two rows, and those of tables
	 * in them. */
	REACH_MAX = 4 * COLUMNS_MAX
};

static size_t words_of(const struct anchor_text *text,
		       const struct wml_cell *cell)
{
	return text->first[cell->end] - text->first[cell->first];
}

/* The cells of a table of two rows: short heads, and more words below. */
static bool is_of_heads(const struct anchor_text *text, size_t cell)
{
	const struct wml_story *wml = text->wml;
	const struct wml_cell *cells = wml->cells.at;
	uint32_t table = cells[cell].table;
	size_t heads = 0, words = 0, below = 0, i = cell, n;

	while (i > 0 && cell - i < COLUMNS_MAX && cells[i - 1].table == table)
		i--;
	for (n = 0; i < wml->cells.n && n < REACH_MAX; i++, n++) {
		size_t size = words_of(text, &cells[i]);

		if (cells[i].table != table)
			continue;
		if (cells[i].row > 1) {
			below += size;
			continue;
		}
		if (size == 0 || size > HEAD_WORDS_MAX)
			return false;
		heads++;
		words += size;
	}
	return heads > 1 && below > words;
}

bool anchor_below(const struct anchor_text *text, size_t para, size_t *first,
		  size_t *end)
{
	const struct wml_story *wml = text->wml;
	const struct wml_para *p = &wml->paras.at[para];
	const struct wml_cell *head;
	size_t i, n;

	if (p->cell == 0 || p->row != 1 ||
	    wml->tables.at[p->table - 1].rows != 2)
		return false;
	head = &wml->cells.at[p->cell - 1];
	for (i = p->cell, n = 0; i < wml->cells.n && n < REACH_MAX; i++, n++) {
		const struct wml_cell *cell = &wml->cells.at[i];

		if (cell->table != head->table || cell->row != 2 ||
		    cell->column != head->column)
			continue;
		*first = cell->first;
		*end = cell->end;
		return cell->owner == 0 && words_of(text, cell) > 0 &&
		       is_of_heads(text, p->cell - 1);
	}
	return false;
}

bool anchor_row_below(const struct anchor_text *text, size_t para,
		      size_t *first, size_t *end)
{
	const struct wml_story *wml = text->wml;
	const struct wml_para *p = wml->paras.at;
	size_t i = para + 1, n = wml->paras.n;

	if (p[para].cell == 0)
		return false;
	/* nothing stands behind it in its row, and no dots */
	while (i < n && p[i].row_serial == p[para].row_serial && p[i].size == 0)
		i++;
	if (i >= n || p[i].row_serial == p[para].row_serial || p[i].cell == 0 ||
	    p[i].table != p[para].table)
		return false;
	*first = i;
	while (i < n && p[i].row_serial == p[*first].row_serial) {
		if (p[i].cell != p[*first].cell || text->is_apart[i])
			return false;
		i++;
	}
	*end = i;
	return text->first[i] > text->first[*first];
}
