/*
 * form_table.c - the grid of a table: rows, spans and columns must fit.
 *
 * The header, the rows between repeats, and the rows of each repeat are
 * stretches of their own: a cell may not reach from one into the next, as the
 * next may stand on another page, many times or not at all.
 */
#include "form/form_build.h"

#include <string.h>

enum {
	MERGED_ID_MAX = 57 /* of the 64 characters of a w:tag, "|merge" */
};

struct grid {
	unsigned n;			 /* columns */
	unsigned held[FORM_COLUMNS_MAX]; /* rows a column is still taken */
};

static int place_cell(struct form_builder *b, struct grid *grid,
		      const struct node *cell, unsigned *column)
{
	unsigned at = *column;

	while (at < grid->n && grid->held[at] > 0)
		at++;
	if (cell->colspan > grid->n - at)
		return form_fail(
			b, cell->line,
			"the row has more cells than the table's %u columns",
			grid->n);
	for (unsigned i = 0; i < cell->colspan; i++) {
		if (grid->held[at + i] > 0)
			return form_fail(
				b, cell->line,
				"a cell over %u columns meets a cell from the row above",
				cell->colspan);
		grid->held[at + i] = cell->rowspan;
	}
	*column = at + cell->colspan;
	return VB_OK;
}

static int place_row(struct form_builder *b, struct grid *grid,
		     const struct node *row)
{
	unsigned column = 0, filled = 0;
	int rc;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		rc = place_cell(b, grid, cell, &column);
		if (rc)
			return rc;
	}
	for (unsigned i = 0; i < grid->n; i++)
		if (grid->held[i] > 0) {
			grid->held[i]--;
			filled++;
		}
	if (filled != grid->n)
		return form_fail(b, row->line,
				 "the row fills %u of the table's %u columns",
				 filled, grid->n);
	return VB_OK;
}

/* A cell that goes on with the one above in the next row of its repeat: Word
 * shows one value, so that it holds nothing else. */
static int check_merged(struct form_builder *b, const struct node *row)
{
	const struct node *cell = row->first;

	for (; cell; cell = cell->next) {
		const struct node *n = cell->first;
		bool is_value = n && !n->next && n->kind == NODE_FIELD &&
				n->field->type != FIELD_LONGTEXT &&
				n->field->type != FIELD_EVIDENCE &&
				n->field->type != FIELD_IMAGE;

		if (!cell->is_merged)
			continue;
		if (row->parent->kind != NODE_REPEAT || row->next ||
		    row->parent->first != row)
			return form_fail(b, cell->line,
					 "merge is for the cells of a repeat "
					 "of one row");
		if (!is_value || strlen(n->field->id) > MERGED_ID_MAX)
			return form_fail(b, cell->line,
					 "a cell with merge holds one field "
					 "of one line, its id of at most %d "
					 "characters",
					 MERGED_ID_MAX);
	}
	return VB_OK;
}

static int close_stretch(struct form_builder *b, const struct grid *grid,
			 int line)
{
	for (unsigned i = 0; i < grid->n; i++)
		if (grid->held[i] > 0)
			return form_fail(
				b, line,
				"a rowspan reaches past the last row of its kind");
	return VB_OK;
}

static int check_rows(struct form_builder *b, unsigned columns,
		      const struct node *parent)
{
	struct grid grid = {.n = columns};
	int rc, line = parent->line;

	for (const struct node *row = parent->first; row; row = row->next) {
		if (row->kind == NODE_ROW) {
			line = row->line;
			rc = place_row(b, &grid, row);
			if (!rc)
				rc = check_merged(b, row);
			if (rc)
				return rc;
			continue;
		}
		rc = close_stretch(b, &grid, line);
		if (!rc)
			rc = check_rows(b, columns, row);
		if (rc)
			return rc;
	}
	return close_stretch(b, &grid, line);
}

int form_check_table(struct form_builder *b, const struct node *table)
{
	return check_rows(b, table->n_columns, table);
}
