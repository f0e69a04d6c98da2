/*
 * table.c - tables: the header, rows to fill in, empty cells that ask.
 *
 * What an empty cell asks for is told by its column; a row with nothing but
 * empty cells is one of a list of any length.
 */
#include "draft/draft.h"

#include <string.h>

struct tabler {
	struct draft *d;
	const struct page_table *table;
	struct draft_node *node;	      /* the DRAFT_TABLE */
	unsigned n_header;		      /* rows */
	const char *labels[PAGE_COLUMNS_MAX]; /* of columns, or NULL */
};

static struct text_span span_of(const char *text)
{
	return (struct text_span){text, text ? strlen(text) : 0};
}

/* ---- the header --------------------------------------------------------- */

static bool looks_like_header(const struct page_row *row)
{
	for (const struct page_cell *c = row->cells; c; c = c->next)
		if (!c->paras || text_is_leader(c->paras->text, c->paras->size))
			return false;
	return row->cells && row->cells->next && row->next;
}

/* Rows said to be, or the first that is full; with all that a merged cell of
 * them covers. */
static unsigned count_header(const struct page_table *table)
{
	unsigned n = 0, row = 0;

	for (const struct page_row *r = table->rows; r && r->is_header;
	     r = r->next)
		n++;
	if (n == 0 && table->rows && looks_like_header(table->rows))
		n = 1;
	for (const struct page_row *r = table->rows; r && row < n;
	     r = r->next, row++)
		for (const struct page_cell *c = r->cells; c; c = c->next)
			if (!c->is_covered && row + c->rowspan > n)
				n = row + c->rowspan;
	return n < table->n_rows ? n : 0;
}

static void add_label(struct tabler *t, const struct page_cell *cell)
{
	for (unsigned i = 0; i < cell->colspan && cell->paras; i++) {
		const char **label = &t->labels[cell->column + i];
		const char *sep = *label ? ", " : "";

		for (const struct page_para *p = cell->paras; p; p = p->next) {
			*label = arena_printf(&t->d->arena, "%s%s%s",
					      *label ? *label : "", sep,
					      p->text);
			sep = " ";
		}
	}
}

/* ---- cells ------------------------------------------------------------- */

static struct draft_node *add_cell(struct tabler *t, struct draft_node *row,
				   const struct page_cell *cell)
{
	struct draft_node *node = draft_add(t->d, row, DRAFT_CELL);

	if (!node)
		return NULL;
	node->colspan = cell->colspan;
	node->rowspan = cell->rowspan;
	node->is_centered = cell->paras && cell->paras->is_centered;
	node->is_bold = cell->paras && cell->paras->is_bold;
	return node;
}

static void add_paras(struct tabler *t, struct draft_node *node,
		      const struct page_cell *cell, bool is_header)
{
	for (const struct page_para *p = cell->paras; p; p = p->next) {
		if (p != cell->paras)
			draft_item(t->d, node, ITEM_WORDS, span_of(" "), NULL);
		/* "Tỷ lệ %" above a column asks nothing there */
		if (is_header)
			draft_item(t->d, node, ITEM_WORDS, span_of(p->text),
				   NULL);
		else
			line_read(t->d, node, p, 0);
	}
}

static bool label_has(const struct tabler *t, unsigned column,
		      enum draft_pattern which)
{
	const char *label = t->labels[column];

	return label && draft_has(t->d->patterns, which, span_of(label));
}

/* "STT", "TT", "Số TT": numbers that the author gives. */
static bool is_serial(const struct tabler *t, unsigned column)
{
	const char *label = t->labels[column];
	size_t size = label ? strlen(label) : 0;

	return size >= 2 && size <= 8 && strcmp(label + size - 2, "TT") == 0;
}

static enum field_type type_of(const struct tabler *t, unsigned column)
{
	const char *label = t->labels[column] ? t->labels[column] : "";
	const char *last = strrchr(label, ',');
	struct text_span words = span_of(last ? last + 2 : label);

	if (label_has(t, column, P_CHOICE))
		return FIELD_CHOICE;
	if (draft_has(t->d->patterns, P_RATE, words) || strchr(words.at, '%'))
		return FIELD_PERCENT;
	if (draft_has(t->d->patterns, P_COUNTED, words) ||
	    strcmp(words.at, "Số lượng") == 0)
		return FIELD_COUNT;
	if (draft_has(t->d->patterns, P_DATE, words))
		return FIELD_DATE;
	return FIELD_TEXT;
}

static void ask_cell(struct tabler *t, struct draft_node *node, unsigned column,
		     const char *row_label)
{
	struct draft *d = t->d;
	const char *label = t->labels[column] ? t->labels[column] : "";
	enum field_type type = type_of(t, column);
	struct draft_field *field;
	struct text_span g[2];
	const char *words = row_label ? arena_printf(&d->arena, "%s c%u",
						     row_label, column + 1)
				      : label;

	field = draft_field(d, type, span_of(words ? words : ""));
	if (!field)
		return;
	field->label = row_label ? arena_printf(&d->arena, "%s, %s", row_label,
						label)
				 : label;
	if (type == FIELD_CHOICE &&
	    draft_find(d->patterns, P_CHOICE, span_of(label), 0, g, 2))
		field->options = arena_strn(&d->arena, g[1].at, g[1].size);
	draft_item(d, node, ITEM_FIELD, span_of(""), field);
	node->is_centered = type == FIELD_COUNT || type == FIELD_PERCENT;
}

/* ---- rows
 * ----------------------------------------------------------------------------
 */

/* The words that name a row: of its first full cell that is no number. */
static const char *row_label(const struct tabler *t, const struct page_row *row)
{
	for (const struct page_cell *c = row->cells; c; c = c->next)
		if (c->paras && !is_serial(t, c->column))
			return c->paras->text + strspn(c->paras->text, "+-* ");
	return NULL;
}

static bool is_empty(const struct page_row *row, const struct tabler *t)
{
	bool has_blank = false;

	for (const struct page_cell *c = row->cells; c; c = c->next) {
		bool blank = !c->paras ||
			     text_is_leader(c->paras->text, c->paras->size);

		if (c->is_covered || c->rowspan > 1 ||
		    (!blank && !is_serial(t, c->column)))
			return false;
		has_blank |= blank && !c->is_absent && !is_serial(t, c->column);
	}
	return has_blank;
}

/* "1" above "1.1" (or, as typed, "2.2") is a title. */
static bool is_group(const struct page_row *row)
{
	const struct page_cell *below = row->next ? row->next->cells : NULL;
	const char *number = row->cells && row->cells->paras
				     ? row->cells->paras->text
				     : "";
	const char *next = below && below->paras ? below->paras->text : "";
	size_t n = strspn(number, "0123456789");
	size_t m = strspn(next, "0123456789");

	return n > 0 && (!number[n] || (number[n] == '.' && !number[n + 1])) &&
	       m > 0 && next[m] == '.' && next[m + 1] >= '0' &&
	       next[m + 1] <= '9';
}

static void read_row(struct tabler *t, struct draft_node *parent,
		     const struct page_row *row, bool is_header)
{
	struct draft_node *node = draft_add(t->d, parent, DRAFT_ROW);
	const char *label = row_label(t, row);
	bool is_title = is_header || is_group(row) ||
			(row->cells && !row->cells->next);

	if (node && !is_header && is_group(row))
		draft_comment(t->d, node,
			      "hàng tiêu đề của nhóm: các ô trống không hỏi");
	for (const struct page_cell *c = row->cells; node && c; c = c->next) {
		struct draft_node *cell;

		if (c->is_covered)
			continue;
		cell = add_cell(t, node, c);
		if (!cell)
			return;
		if (c->paras && !text_is_leader(c->paras->text, c->paras->size))
			add_paras(t, cell, c, is_header);
		else if (!is_title && !c->is_absent && !is_serial(t, c->column))
			ask_cell(t, cell, c->column, label);
	}
}

static const struct page_row *read_repeat(struct tabler *t,
					  const struct page_row *row)
{
	struct draft_node *repeat = draft_add(t->d, t->node, DRAFT_REPEAT);
	struct draft_node *node = repeat ? draft_add(t->d, repeat, DRAFT_ROW)
					 : NULL;

	if (!node)
		return NULL;
	repeat->field = draft_field(t->d, FIELD_REPEAT, span_of(""));
	draft_comment(t->d, repeat,
		      "các hàng để trống: hỏi bao nhiêu hàng cũng được");
	for (const struct page_cell *c = row->cells; c; c = c->next) {
		struct draft_node *cell = add_cell(t, node, c);

		if (cell && !c->is_absent && !is_serial(t, c->column))
			ask_cell(t, cell, c->column, NULL);
	}
	for (; row && is_empty(row, t) && repeat->blank_rows < 100;
	     row = row->next)
		repeat->blank_rows++;
	return row;
}

void table_read(struct draft *d, struct draft_node *section,
		const struct page_table *table)
{
	struct tabler t = {.d = d, .table = table};
	struct draft_node *header = NULL;
	const struct page_row *row = table->rows;

	t.node = draft_add(d, section, DRAFT_TABLE);
	if (!t.node)
		return;
	t.node->table = table;
	t.n_header = count_header(table);
	if (t.n_header)
		header = draft_add(d, t.node, DRAFT_HEADER);
	for (unsigned i = 0; header && i < t.n_header; i++, row = row->next) {
		for (const struct page_cell *c = row->cells; c; c = c->next)
			if (!c->is_covered)
				add_label(&t, c);
		read_row(&t, header, row, true);
	}
	while (row) {
		if (t.n_header && is_empty(row, &t)) {
			row = read_repeat(&t, row);
		} else {
			read_row(&t, t.node, row, false);
			row = row->next;
		}
	}
}
