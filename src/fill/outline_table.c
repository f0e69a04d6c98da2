/*
 * outline_table.c - tables: with borders, as forms have them, and without, as
 * letterhead and signature are set.
 */
#include "fill/outline.h"

#include <string.h>

enum {
	COLUMNS_MAX = 63 /* FORM_COLUMNS_MAX, what Word allows */
};

/* The grid of a table and the cells of earlier rows that reach down. */
struct grid {
	unsigned n;
	unsigned width[COLUMNS_MAX];
	unsigned down[COLUMNS_MAX]; /* rows still to come */
	unsigned span[COLUMNS_MAX]; /* columns of such a cell, at its first */
};

static void table_open(struct outline *o, const char *style, unsigned width,
		       const char *margins)
{
	buf_addf(&o->doc,
		 "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/>"
		 "<w:tblW w:w=\"%u\" w:type=\"dxa\"/>",
		 style, width);
	/* a wider table hangs out evenly on both sides, as in the samples */
	if (width > TEXT_WIDTH)
		buf_addf(&o->doc, "<w:tblInd w:w=\"-%u\" w:type=\"dxa\"/>",
			 (width - TEXT_WIDTH) / 2);
	buf_addf(&o->doc,
		 "<w:tblLayout w:type=\"fixed\"/>%s</w:tblPr><w:tblGrid>",
		 margins);
}

static void add_column(struct outline *o, unsigned width)
{
	buf_addf(&o->doc, "<w:gridCol w:w=\"%u\"/>", width);
}

static unsigned width_of(const struct grid *grid, unsigned at, unsigned span)
{
	unsigned width = 0;

	for (unsigned i = at; i < at + span && i < grid->n; i++)
		width += grid->width[i];
	return width;
}

static void cell_open(struct outline *o, unsigned width, unsigned span,
		      const char *merge, bool is_header)
{
	struct buf *d = &o->doc;

	buf_addf(d, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
	if (span > 1)
		buf_addf(d, "<w:gridSpan w:val=\"%u\"/>", span);
	buf_adds(d, merge);
	buf_adds(d, is_header ? "<w:vAlign w:val=\"center\"/></w:tcPr>"
			      : "</w:tcPr>");
	o->room = width > 2 * CELL_MARGIN ? width - 2 * CELL_MARGIN : 0;
}

static void cell_close(struct outline *o)
{
	buf_adds(&o->doc, "</w:tc>");
}

/* A blank alone in its cell is centred: a figure comes there. */
static bool is_figure(const struct node *cell)
{
	const struct node *n = cell->first;

	if (!n || n->next || n->kind != NODE_FIELD)
		return false;
	return n->field->type == FIELD_COUNT ||
	       n->field->type == FIELD_NUMBER ||
	       n->field->type == FIELD_PERCENT || n->field->type == FIELD_DATE;
}

static const struct node *long_answer(const struct node *cell)
{
	const struct node *n = cell->last;

	return n && n->kind == NODE_FIELD && n->field->type == FIELD_LONGTEXT
		       ? n
		       : NULL;
}

/* Marks in a cell are typed: the lists of the text are indented. */
static void add_mark(struct outline *o, const struct node *line, unsigned style)
{
	static const char *const after[] = {
		[MARK_ROMAN] = ". ", [MARK_ARABIC] = ". ", [MARK_LETTER] = ") ",
		[MARK_PAREN] = ") ", [MARK_DASH] = "- ",   [MARK_PLUS] = "+ ",
	};
	char text[20] = "";

	if (line->mark == MARK_NONE || line->mark == MARK_DECIMAL)
		return;
	if (line->mark == MARK_PAREN)
		text[0] = '(';
	if (line->mark != MARK_DASH && line->mark != MARK_PLUS)
		mark_ordinal(text + strlen(text), line->mark, line->ordinal);
	outline_run(o, text, strlen(text), style);
	outline_run(o, after[line->mark], 2, style);
}

/* The words of a cell, or of one of its lines, as a paragraph. */
static void cell_words(struct outline *o, const struct node *words,
		       const struct node *cell, bool is_header, bool keep_next)
{
	struct outline_p p = {.style = is_header ? "BangTieuDe" : "BangNoiDung",
			      .keep_next = keep_next,
			      .align = words->align ? words->align
						    : cell->align};
	const struct node *answer = long_answer(words);

	if (!is_header && p.align == ALIGN_DEFAULT && is_figure(cell))
		p.align = ALIGN_CENTER;
	if (!answer || words->first != answer) {
		outline_p_open(o, &p);
		if (words->kind == NODE_LINE)
			add_mark(o, words, cell->style);
		outline_inline(o, words->first, answer, cell->style);
		outline_p_close(o);
	}
	if (answer)
		outline_long(o, answer->field, &p);
}

static void add_cell(struct outline *o, const struct node *cell, bool is_header,
		     bool keep_next)
{
	if (!cell->first || cell->first->kind != NODE_LINE) {
		cell_words(o, cell, cell, is_header, keep_next);
		return;
	}
	for (const struct node *line = cell->first; line; line = line->next)
		cell_words(o, line, cell, is_header, keep_next);
}

/* A title over the rows below: its words run on to the last column. */
static bool is_title(const struct grid *grid, const struct node *row)
{
	const struct node *cell = row->last;
	unsigned at = 0;

	if (!cell || cell->colspan == 1 || cell->rowspan > 1)
		return false;
	for (const struct node *n = row->first; n; n = n->next)
		at += n->colspan;
	for (const struct node *n = node_next(row, row); n;
	     n = node_next(row, n))
		if (n->kind == NODE_FIELD)
			return false;
	return at == grid->n;
}

/* A row goes over to the next page with the one below when it is a title of
 * it, or when a cell stands in both. */
static bool keeps_next(const struct grid *grid, const struct node *row)
{
	if (row->parent->kind != NODE_TABLE || !row->next)
		return false;
	for (unsigned i = 0; i < grid->n; i++)
		if (grid->down[i] > 1)
			return true;
	for (const struct node *cell = row->first; cell; cell = cell->next)
		if (cell->rowspan > 1)
			return true;
	return is_title(grid, row);
}

/* The continuation of a cell of the row above, when one stands here. */
static bool cell_above(struct outline *o, struct grid *grid, unsigned *at,
		       bool is_header)
{
	unsigned span = grid->span[*at];

	if (*at >= grid->n || grid->down[*at] == 0)
		return false;
	cell_open(o, width_of(grid, *at, span), span, "<w:vMerge/>", is_header);
	outline_p_empty(
		o, &(struct outline_p){.style = is_header ? "BangTieuDe"
							  : "BangNoiDung"});
	cell_close(o);
	grid->down[*at]--;
	*at += span;
	return true;
}

static void add_row(struct outline *o, struct grid *grid,
		    const struct node *row, bool is_header)
{
	bool keep = !is_header && keeps_next(grid, row);
	unsigned at = 0;

	buf_adds(&o->doc, "<w:tr><w:trPr><w:cantSplit/>");
	buf_adds(&o->doc, is_header ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		while (cell_above(o, grid, &at, is_header))
			;
		if (at >= grid->n)
			break;
		grid->down[at] = cell->rowspan - 1;
		grid->span[at] = cell->colspan;
		cell_open(o, width_of(grid, at, cell->colspan), cell->colspan,
			  cell->rowspan > 1 ? "<w:vMerge w:val=\"restart\"/>"
					    : "",
			  is_header);
		o->in_merged = cell->is_merged;
		add_cell(o, cell, is_header, keep);
		o->in_merged = false;
		cell_close(o);
		at += cell->colspan;
	}
	while (cell_above(o, grid, &at, is_header))
		;
	buf_adds(&o->doc, "</w:tr>");
}

static void add_rows(struct outline *o, struct grid *grid,
		     const struct node *parent, bool is_header)
{
	for (const struct node *n = parent->first; n; n = n->next) {
		if (n->kind == NODE_ROW) {
			add_row(o, grid, n, is_header);
		} else if (n->kind == NODE_HEADER) {
			add_rows(o, grid, n, true);
		} else if (n->kind == NODE_REPEAT) {
			outline_repeat_open(o, n->field);
			add_rows(o, grid, n, false);
			outline_repeat_close(o);
		}
	}
}

void outline_table(struct outline *o, const struct node *table)
{
	struct grid grid = {.n = table->n_columns};
	enum outline_place place = o->place;
	unsigned left = TEXT_WIDTH;

	if (grid.n == 0 || grid.n > COLUMNS_MAX)
		return;
	table_open(o, "TableGrid", TEXT_WIDTH,
		   "<w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>"
		   "<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar>");
	for (unsigned i = 0; i < grid.n; i++) {
		grid.width[i] = TEXT_WIDTH * table->widths[i] / 100;
		/* the last one takes what rounding left */
		if (i + 1 == grid.n)
			grid.width[i] = left;
		left -= grid.width[i];
		add_column(o, grid.width[i]);
	}
	buf_adds(&o->doc, "</w:tblGrid>");
	o->place = PLACE_CELL;
	add_rows(o, &grid, table, false);
	o->place = place;
	buf_adds(&o->doc, "</w:tbl>");
}

/* ---- without borders ---------------------------------------------------- */

void outline_pair_open(struct outline *o, unsigned left, unsigned right)
{
	table_open(o, "BangTheThuc", left + right, "");
	add_column(o, left);
	add_column(o, right);
	buf_adds(&o->doc, "</w:tblGrid>");
}

void outline_pair_row(struct outline *o, unsigned left)
{
	buf_adds(&o->doc, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
	cell_open(o, left, 1, "", false);
}

void outline_pair_middle(struct outline *o, unsigned right)
{
	cell_close(o);
	cell_open(o, right, 1, "", false);
}

void outline_pair_row_end(struct outline *o)
{
	cell_close(o);
	buf_adds(&o->doc, "</w:tr>");
}

void outline_pair_close(struct outline *o)
{
	buf_adds(&o->doc, "</w:tbl>");
}
