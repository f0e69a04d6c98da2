/*
 * said_look.c - the cells of a table by row and column, and whether they have
 * words.
 */
#include "extract/said_look.h"

#include "text/figure.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

int said_cells_read(struct said_cells *cells, const struct anchorer *a)
{
	const struct wml_story *wml = a->text.wml;
	size_t n_tables = wml->tables.n, i;

	cells->order = calloc(wml->cells.n + 1, sizeof(*cells->order));
	cells->first = calloc(n_tables + 2, sizeof(*cells->first));
	cells->sections = calloc(n_tables + 1, sizeof(*cells->sections));
	cells->leads = calloc(1, sizeof(*cells->leads));
	if (!cells->order || !cells->first || !cells->sections || !cells->leads)
		return err_set(a->err, VB_NOMEM, "out of memory");
	cells->n_tables = (uint32_t)n_tables;
	for (i = 0; i < wml->cells.n; i++)
		cells->first[wml->cells.at[i].table + 1]++;
	for (i = 1; i < n_tables + 2; i++)
		cells->first[i] += cells->first[i - 1];
	/* first[t] is moved to where those of t end, which is where t + 1's
	 * begin: so `first` of a table is what is behind it before the walk */
	for (i = 0; i < wml->cells.n; i++)
		cells->order[cells->first[wml->cells.at[i].table]++] =
			(uint32_t)i;
	return VB_OK;
}

void said_cells_release(struct said_cells *cells)
{
	free(cells->order);
	free(cells->first);
	free(cells->sections);
	free(cells->leads);
}

static const struct wml_cell *look_owner(const struct look *l,
					 const struct wml_cell *cell)
{
	return cell->owner ? &l->all[cell->owner - 1] : cell;
}

size_t look_find(const struct look *l, uint32_t row, uint32_t column)
{
	uint32_t table = l->cell->table;
	size_t low = table ? l->cells->first[table - 1] : 0;
	size_t high = l->cells->first[table];

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct wml_cell *c = &l->all[l->cells->order[mid]];

		if (c->row < row ||
		    (c->row == row && c->column + c->col_span <= column))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct wml_cell *look_of_row(const struct look *l, uint32_t row, size_t i)
{
	const struct wml_cell *cell;

	if (i >= l->cells->first[l->cell->table])
		return NULL;
	cell = &l->all[l->cells->order[i]];
	return cell->row == row ? cell : NULL;
}

/* Where a cell would be in a table without merged ones, which most have few of;
 * NULL when it is not there. */
static const struct wml_cell *guess(const struct look *l, uint32_t row,
				    uint32_t column)
{
	uint32_t table = l->cell->table;
	size_t first = table ? l->cells->first[table - 1] : 0;
	size_t at = first + (size_t)(row - 1) * l->table->columns + column - 1;
	const struct wml_cell *cell;

	if (row == 0 || column == 0 || at >= l->cells->first[table])
		return NULL;
	cell = &l->all[l->cells->order[at]];
	return cell->row == row && cell->column == column ? cell : NULL;
}

const struct wml_cell *look_cell_at(const struct look *l, uint32_t row,
				    uint32_t column)
{
	const struct wml_cell *cell = guess(l, row, column);

	if (!cell)
		cell = look_of_row(l, row, look_find(l, row, column));
	return cell && cell->column <= column ? look_owner(l, cell) : NULL;
}

size_t look_end(const struct look *l, const struct wml_cell *cell)
{
	size_t at = l->a->text.first[cell->first];
	size_t end = l->a->text.first[cell->end];

	return end - at > SAID_PIECE_MAX ? at + SAID_PIECE_MAX : end;
}

bool look_has_kind(const struct look *l, const struct wml_cell *cell, int kind)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = look_end(l, cell);

	for (; at < end; at++)
		if (text->tokens.at[at].kind == kind)
			return true;
	return false;
}

/* "a", "II": the number of a row. */
static bool is_row_label(const struct token *t)
{
	size_t i;

	for (i = 0; i < t->n && strchr("ivx", t->bare[i]);)
		i++;
	return t->kind == TOKEN_WORD && (t->n == 1 || i == t->n);
}

/* The one paragraph of a cell that has words, NULL for none or several. */
static const struct wml_para *only_para(const struct look *l,
					const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	const struct wml_para *only = NULL;
	size_t i;

	for (i = cell->first; i < cell->end; i++) {
		if (text->first[i] == text->first[i + 1])
			continue;
		if (only)
			return NULL;
		only = &text->wml->paras.at[i];
	}
	return only;
}

/* "Không", "Chưa có", "Chưa thống kê" in place of a figure. */
static bool is_nothing(const struct look *l, const struct wml_cell *cell)
{
	static const char *const BEGIN[] = {"chua", "dang", "k", "khong", "ko"};
	size_t first = l->a->text.first[cell->first];
	const struct wml_para *p;
	enum figure_said said;

	if (first == l->a->text.first[cell->end] ||
	    !token_is_among(&l->a->text.tokens.at[first], BEGIN,
			    sizeof(BEGIN) / sizeof(*BEGIN)))
		return false;
	p = only_para(l, cell);
	said = p ? figure_said(p->text, p->size) : FIGURE_SAID_NOTHING;
	return said == FIGURE_SAID_NONE || said == FIGURE_SAID_NONE_YET ||
	       said == FIGURE_SAID_NOT_YET;
}

/* "1 - Chưa đáp ứng" */
static bool is_marked(const struct look *l, const struct wml_cell *cell)
{
	struct said_line line = said_line_of(l->a, cell->first);

	return line.n > 0 && said_is_item_mark(&line, 0);
}

bool look_is_words(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = text->first[cell->end];

	return look_has_kind(l, cell, TOKEN_WORD) && !is_nothing(l, cell) &&
	       (text->tokens.at[at].kind != TOKEN_NUMBER ||
		is_marked(l, cell)) &&
	       !(end == at + 1 && is_row_label(&text->tokens.at[at]));
}

bool look_is_empty(const struct look *l, const struct wml_cell *cell)
{
	return l->a->text.first[cell->first] == l->a->text.first[cell->end];
}

void look_add(struct look *l, const struct wml_cell *cell, float weight,
	      bool is_near)
{
	size_t para;

	for (para = cell->first; para < cell->end; para++) {
		if (l->heads->n == HEADS_MAX ||
		    l->a->text.first[para] == l->a->text.first[para + 1])
			continue;
		l->heads->at[l->heads->n++] =
			(struct said_head){para, weight, is_near, false};
	}
}
