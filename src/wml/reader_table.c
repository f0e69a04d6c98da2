/*
 * reader_table.c - the reading door's tables: rows and cells on a grid
 * (ECMA-376-1 17.4). See reader.h.
 *
 * The grid is what the rows make of it: w:tblGrid and w:tblW are often wrong
 * or absent, w:gridSpan may be 0 or past the end.
 */
#include "wml/reader_state.h"

#include "util/err.h"

#include <string.h>

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static struct reader_table *inner_table(struct reader *reader)
{
	return reader->n_tables ? &reader->tables[reader->n_tables - 1] : NULL;
}

static uint32_t paras_so_far(const struct reader *reader)
{
	return (uint32_t)reader->story->paras.n;
}

int reader_table_start(struct reader *reader, struct vb_error *err)
{
	struct reader_table *outer = inner_table(reader), *table;
	struct wml_table *grid;
	uint32_t *above;
	size_t cap;
	int code;

	if (reader->n_tables == WML_TABLE_DEPTH_MAX)
		return err_set(err, VB_LIMIT, "tables nest deeper than %d",
			       WML_TABLE_DEPTH_MAX);
	code = reader_para_flush(reader, err);
	if (code != VB_OK)
		return code;
	table = &reader->tables[reader->n_tables++];
	/* the memory of a table before it */
	above = table->above.at;
	cap = table->above.cap;
	memset(table, 0, sizeof(*table));
	table->above.at = above;
	table->above.cap = cap;
	if (reader->story->tables.n >= WML_CELLS_MAX)
		return err_set(err, VB_LIMIT, "more than %d tables",
			       WML_CELLS_MAX);
	grid = vec_push(&reader->story->tables);
	if (!grid)
		return no_memory(err);
	grid->parent = outer ? outer->cell : 0;
	grid->first = grid->end = paras_so_far(reader);
	table->table = (unsigned)reader->story->tables.n;
	table->next_column = 1;
	return VB_OK;
}

void reader_table_end(struct reader *reader)
{
	struct reader_table *table = inner_table(reader);

	if (!table)
		return;
	reader->story->tables.at[table->table - 1].end = paras_so_far(reader);
	reader->n_tables--;
}

static void row_start(struct reader *reader, struct reader_table *table)
{
	table->row++;
	table->column = 0;
	table->next_column = 1;
	table->last = table->cell = 0;
	table->is_body = table->is_body ||
			 (table->row > 1 && !table->is_header);
	table->is_header = false;
	table->serial = ++reader->rows_seen;
	reader->story->tables.at[table->table - 1].rows = table->row;
}

static int cell_start(struct reader *reader, struct reader_table *table,
		      struct vb_error *err)
{
	struct wml_cell *cell;

	if (reader->story->cells.n >= WML_CELLS_MAX)
		return err_set(err, VB_LIMIT, "more than %d cells",
			       WML_CELLS_MAX);
	cell = vec_push(&reader->story->cells);
	if (!cell)
		return no_memory(err);
	table->column = table->next_column++;
	table->cell = (unsigned)reader->story->cells.n;
	table->is_merged = table->is_joined = false;
	cell->table = table->table;
	cell->row = table->row;
	cell->column = table->column;
	cell->row_span = cell->col_span = 1;
	cell->first = cell->end = paras_so_far(reader);
	return VB_OK;
}

static void header_row(struct reader *reader, struct reader_table *table,
		       const struct sax_element *el)
{
	struct wml_table *grid = &reader->story->tables.at[table->table - 1];

	if (!sax_is_on(el) || table->is_body)
		return;
	table->is_header = true;
	grid->header_rows = table->row;
}

static void span(struct reader *reader, struct reader_table *table,
		 const struct sax_element *el, enum reader_kind kind)
{
	long n = sax_attr_long(el, "val", 0);

	if (n > WML_SPAN_MAX)
		n = WML_SPAN_MAX;
	if (kind == EL_GRID_BEFORE && n > 0) {
		table->next_column += (unsigned)n;
	} else if (kind == EL_GRID_SPAN && n > 1 && table->cell) {
		reader->story->cells.at[table->cell - 1].col_span = (uint32_t)n;
		table->next_column = table->column + (unsigned)n;
	}
}

int reader_table_element(struct reader *reader, const struct sax_element *el,
			 enum reader_kind kind, struct vb_error *err)
{
	struct reader_table *table = inner_table(reader);
	bool goes_on;

	if (!table)
		return VB_OK;
	/* without a value a merged cell goes on (17.4.85) */
	goes_on = !sax_attr_is(el, "val", "restart");
	switch ((int)kind) {
	case EL_TR:
		row_start(reader, table);
		return VB_OK;
	case EL_TC:
		return cell_start(reader, table, err);
	case EL_TBL_HEADER:
		header_row(reader, table, el);
		return VB_OK;
	case EL_V_MERGE:
		table->is_merged = goes_on;
		return VB_OK;
	case EL_H_MERGE:
		table->is_joined = goes_on;
		return VB_OK;
	default:
		span(reader, table, el, kind);
		return VB_OK;
	}
}

/* The cell that a merged one goes on: above, or before in the same row. */
static uint32_t owner_of(const struct reader *reader,
			 const struct reader_table *table,
			 const struct wml_cell *cell)
{
	const struct wml_cell *cells = reader->story->cells.at;
	uint32_t owner = 0;

	if (table->is_joined && table->last) {
		owner = table->last;
	} else if (table->is_merged && cell->column <= table->above.n) {
		owner = table->above.at[cell->column - 1];
		/* a cell of the row right above, in the same column */
		if (owner &&
		    (cells[owner - 1].column != cell->column ||
		     cells[owner - 1].row + cells[owner - 1].row_span !=
			     cell->row))
			owner = 0;
	}
	while (owner && cells[owner - 1].owner)
		owner = cells[owner - 1].owner;
	return owner;
}

static int hold(struct reader_table *table, const struct wml_cell *cell,
		uint32_t holder, struct vb_error *err)
{
	uint32_t i, end = cell->column - 1 + cell->col_span, *more;

	while (table->above.n < end) {
		more = vec_push(&table->above);
		if (!more)
			return no_memory(err);
	}
	for (i = cell->column - 1; i < end; i++)
		table->above.at[i] = holder;
	return VB_OK;
}

int reader_cell_end(struct reader *reader, struct vb_error *err)
{
	struct reader_table *table = inner_table(reader);
	struct wml_story *story = reader->story;
	struct wml_cell *cell, *owner;
	struct wml_table *grid;
	uint32_t end;

	if (!table || !table->cell)
		return VB_OK;
	cell = &story->cells.at[table->cell - 1];
	grid = &story->tables.at[table->table - 1];
	cell->end = paras_so_far(reader);
	cell->owner = owner_of(reader, table, cell);
	end = cell->column - 1 + cell->col_span;
	if (cell->owner) {
		owner = &story->cells.at[cell->owner - 1];
		if (owner->row + owner->row_span == cell->row)
			owner->row_span++;
		else if (owner->column + owner->col_span == cell->column)
			owner->col_span += cell->col_span;
	}
	if (grid->columns < end)
		grid->columns = end;
	table->last = table->cell;
	return hold(table, cell, cell->owner ? cell->owner : table->cell, err);
}
