/*
 * anchor_grid.c - a table of the form on its grid: cells, the rows of its heads
 * and of its repeats, and the lines in cells.
 */
#include "extract/anchor_table.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* A line of a cell that is known outside its table. */
	LINE_WORDS_MIN = 3
};

static int no_memory(const struct tabler *t)
{
	return err_set(t->a->err, VB_NOMEM, "out of memory");
}

static int add_words(struct tabler *t, const char *text, size_t *n)
{
	struct anchor_page *page = &t->a->page;
	size_t i;

	page->scratch.n = 0;
	if (!tokens_split(&page->scratch, text, strlen(text)))
		return no_memory(t);
	if (*n > 0 && page->items.at[page->items.n - 1].kind != ITEM_WORD &&
	    !page->items.at[page->items.n - 1].tail_size) {
		struct item *blank = &page->items.at[page->items.n - 1];

		blank->tail = text;
		blank->tail_size = page->scratch.n ? page->scratch.at[0].start
						   : strlen(text);
	}
	for (i = 0; i < page->scratch.n; i++) {
		struct item *item = vec_push(&page->items);

		if (!item)
			return no_memory(t);
		item->kind = ITEM_WORD;
		item->tail = "";
		item->word = page->scratch.at[i];
		(*n)++;
	}
	return VB_OK;
}

static int add_items(struct tabler *t, const struct node *parent, size_t *n)
{
	const struct node *node;
	int code = VB_OK;

	for (node = parent->first; node && code == VB_OK; node = node->next) {
		struct item *item;

		if (node->kind == NODE_TEXT) {
			code = add_words(t, node->text, n);
		} else if (node->kind == NODE_FIELD ||
			   node->kind == NODE_BREAKDOWN) {
			item = vec_push(&t->a->page.items);
			if (!item)
				return no_memory(t);
			item->kind = node->kind == NODE_FIELD ? ITEM_BLANK
							      : ITEM_PARTS;
			item->field = node->field;
			item->tail = "";
			(*n)++;
		} else {
			size_t first = t->a->page.items.n;

			code = add_items(t, node, n);
			if (node->kind == NODE_LINE &&
			    first < t->a->page.items.n)
				t->a->page.items.at[first].is_new_line = true;
		}
	}
	return code;
}

static int add_cell(struct tabler *t, struct ftable *f, const struct node *node,
		    unsigned row, unsigned column)
{
	struct fcell *cell = vec_push(&f->cells);

	if (!cell)
		return no_memory(t);
	cell->node = node;
	cell->row = row;
	cell->column = column;
	cell->colspan = node->colspan;
	cell->item = t->a->page.items.n;
	return add_items(t, node, &cell->n_items);
}

struct laying {
	unsigned down[COLUMNS_MAX + 1]; /* rows a cell still reaches down */
	const struct field *group;
	bool is_header;
};

static int add_row(struct tabler *t, struct ftable *f, struct laying *l,
		   const struct node *row)
{
	const struct node *cell;
	unsigned column = 1, i;
	int code = VB_OK;

	if (f->n_rows >= FORM_ROWS_MAX)
		return VB_OK;
	f->group[f->n_rows++] = l->group;
	for (cell = row->first; cell && code == VB_OK; cell = cell->next) {
		while (column <= f->n_columns && l->down[column])
			l->down[column++]--;
		if (column > f->n_columns)
			break;
		code = add_cell(t, f, cell, f->n_rows, column);
		for (i = 0; i < cell->colspan && column <= f->n_columns; i++)
			l->down[column++] = cell->rowspan - 1;
	}
	for (; column <= f->n_columns; column++)
		if (l->down[column])
			l->down[column]--;
	if (l->is_header)
		f->n_header = f->n_rows;
	return code;
}

static int add_rows(struct tabler *t, struct ftable *f, struct laying *l,
		    const struct node *parent)
{
	const struct node *n;
	int code = VB_OK;

	for (n = parent->first; n && code == VB_OK; n = n->next) {
		if (n->kind == NODE_ROW) {
			code = add_row(t, f, l, n);
		} else if (n->kind == NODE_HEADER) {
			l->is_header = true;
			code = add_rows(t, f, l, n);
			l->is_header = false;
		} else if (n->kind == NODE_REPEAT) {
			l->group = n->field;
			code = add_rows(t, f, l, n);
			l->group = NULL;
		}
	}
	return code;
}

/* Rows without a blank speak for those below them. */
static void find_heads(const struct tabler *t, struct ftable *f)
{
	bool has_blank[FORM_ROWS_MAX] = {false};
	unsigned head = 0, row;
	size_t i, k;

	for (i = 0; i < f->cells.n; i++)
		for (k = 0; k < f->cells.at[i].n_items; k++)
			if (t->a->page.items.at[f->cells.at[i].item + k].kind !=
			    ITEM_WORD)
				has_blank[f->cells.at[i].row - 1] = true;
	for (row = 0; row < f->n_rows; row++) {
		if (row >= f->n_header && !has_blank[row] && !f->group[row])
			head = row + 1;
		f->head[row] = row >= f->n_header ? head : 0;
	}
}

/* A line of a cell that has words and a blank can stand anywhere. */
static int add_line(struct tabler *t, const struct fcell *cell, size_t from,
		    size_t to)
{
	const struct item *items = &t->a->page.items.at[cell->item];
	struct block *block;
	size_t i, words = 0;

	for (i = from; i < to; i++)
		words += items[i].kind == ITEM_WORD;
	if (words < LINE_WORDS_MIN || words == to - from)
		return VB_OK;
	block = vec_push(&t->lines);
	if (!block)
		return no_memory(t);
	block->kind = BLOCK_LINE;
	block->node = cell->node;
	block->item = cell->item + from;
	block->n_items = to - from;
	block->n_words = words;
	return VB_OK;
}

int anchor_grid_lines(struct tabler *t, const struct ftable *f)
{
	size_t i, k, from;
	int code = VB_OK;

	for (i = 0; i < f->cells.n && code == VB_OK; i++) {
		const struct fcell *cell = &f->cells.at[i];
		const struct item *items = &t->a->page.items.at[cell->item];

		if (cell->row <= f->n_header || f->group[cell->row - 1])
			continue;
		for (from = 0, k = 1; k <= cell->n_items && code == VB_OK; k++)
			if (k == cell->n_items || items[k].is_new_line) {
				code = add_line(t, cell, from, k);
				from = k;
			}
	}
	return code;
}

int anchor_grid_read(struct tabler *t, struct ftable *f,
		     const struct node *node)
{
	struct laying laying = {.group = NULL};
	int code;

	f->n_columns = node->n_columns;
	f->item = t->a->page.items.n;
	code = add_rows(t, f, &laying, node);
	f->end = t->a->page.items.n;
	if (code == VB_OK)
		find_heads(t, f);
	return code;
}
