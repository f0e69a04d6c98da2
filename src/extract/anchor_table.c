/*
 * anchor_table.c - tables without marks: which table of the document is which
 * of the form, then its rows by the words in them and its columns by the words
 * of their heads. People add, move and take out rows and columns; a cell is
 * read only where both its row and its column are told by words, or where
 * nothing was moved.
 */
#include "extract/anchor_table.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* A line of a cell that is known outside its table. */
	LINE_WORDS_MIN = 3,
	/* Words of a table that are compared the other way. */
	KEPT_WORDS_MAX = 400
};

/* Words of a table that must be found. */
#define TABLE_MIN 0.5
/* ... or some of them, and few others. */
#define TABLE_SOME 0.2
#define TABLE_KEPT 0.75

static int no_memory(const struct tabler *t)
{
	return err_set(t->a->err, VB_NOMEM, "out of memory");
}

/* ---- the document's tables ----------------------------------------------- */

/* Tables as runs of paragraphs; a table in a cell belongs to its cell. */
static int find_tables(struct tabler *t)
{
	const struct wml_story *wml = t->a->text.wml;
	struct dtable *table = NULL;
	size_t i;

	for (i = 0; i < wml->paras.n; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (p->depth == 0) {
			table = NULL;
			continue;
		}
		if (p->depth == 1 && (!table || table->number != p->table)) {
			table = vec_push(&t->tables);
			if (!table)
				return no_memory(t);
			table->number = p->table;
			table->first = i;
		}
		if (table)
			table->end = i + 1;
	}
	return VB_OK;
}

static int find_rows(struct tabler *t, const struct dtable *table)
{
	const struct wml_story *wml = t->a->text.wml;
	unsigned row = 0;
	size_t i;

	t->rows.n = 0;
	for (i = table->first; i < table->end; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (p->depth == 1 && p->row != row && t->rows.n < ROWS_MAX) {
			struct drow *drow = vec_push(&t->rows);

			if (!drow)
				return no_memory(t);
			row = p->row;
			drow->first = i;
		}
		if (t->rows.n)
			t->rows.at[t->rows.n - 1].end = i + 1;
	}
	return VB_OK;
}

/* The paragraphs of a cell: by the column it begins at. */
static bool find_cell(const struct tabler *t, const struct drow *row,
		      unsigned column, size_t *first, size_t *end)
{
	const struct wml_story *wml = t->a->text.wml;
	bool found = false;
	size_t i;

	for (i = row->first; i < row->end; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (p->depth == 1 && p->column != column) {
			if (found)
				break;
			continue;
		}
		if (p->depth == 1 && !found) {
			*first = i;
			found = true;
		}
		*end = i + 1;
	}
	return found;
}

/* ---- the form's tables --------------------------------------------------- */

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

/* ---- words --------------------------------------------------------------- */

bool anchor_has_word(const struct tokens *tokens, size_t from, size_t to,
		     const struct token *word)
{
	size_t i;

	for (i = from; i < to; i++)
		if (tokens->at[i].hash == word->hash)
			return true;
	for (i = from; i < to; i++)
		if (token_alike(&tokens->at[i], word))
			return true;
	return false;
}

void anchor_share_cell(struct share *share, const struct tabler *t,
		       const struct fcell *cell, size_t from, size_t to)
{
	size_t i;

	for (i = 0; i < cell->n_items; i++) {
		const struct item *item = &t->a->page.items.at[cell->item + i];

		if (item->kind != ITEM_WORD)
			continue;
		share->n++;
		share->found += anchor_has_word(&t->a->text.tokens, from, to,
						&item->word);
	}
}

double anchor_share_of(const struct share *share)
{
	return share->n ? (double)share->found / (double)share->n : 0;
}

static double table_like(const struct tabler *t, const struct ftable *f,
			 const struct dtable *d)
{
	struct share share = {0};
	size_t i;

	for (i = 0; i < f->cells.n; i++)
		anchor_share_cell(&share, t, &f->cells.at[i],
				  t->a->text.first[d->first],
				  t->a->text.first[d->end]);
	return anchor_share_of(&share);
}

/* The share of the words of the document's table that are the form's: a hand
 * that leaves rows out adds none. */
static double table_kept(const struct tabler *t, const struct ftable *f,
			 const struct dtable *d)
{
	const struct anchor_text *text = &t->a->text;
	const struct item *items = t->a->page.items.at;
	size_t at = text->first[d->first], end = text->first[d->end];
	size_t first = f->cells.n ? f->cells.at[0].item : 0, i;
	size_t words = 0, kept = 0;

	if (end > at + KEPT_WORDS_MAX)
		end = at + KEPT_WORDS_MAX;
	for (; at < end; at++) {
		if (text->tokens.at[at].kind != TOKEN_WORD)
			continue;
		words++;
		for (i = first; i < t->a->page.items.n; i++)
			if (items[i].kind == ITEM_WORD &&
			    items[i].word.hash == text->tokens.at[at].hash)
				break;
		kept += i < t->a->page.items.n;
	}
	return words ? (double)kept / (double)words : 0;
}

static struct dtable *choose_table(const struct tabler *t,
				   const struct ftable *f)
{
	struct dtable *best = NULL;
	double like, most = 0;
	size_t i;

	for (i = 0; i < t->tables.n; i++) {
		if (t->tables.at[i].is_taken)
			continue;
		like = table_like(t, f, &t->tables.at[i]);
		if (like <= most + 0.02 ||
		    (like < TABLE_MIN &&
		     (!t->is_second || like < TABLE_SOME ||
		      table_kept(t, f, &t->tables.at[i]) < TABLE_KEPT)))
			continue;
		most = like;
		best = &t->tables.at[i];
	}
	return best;
}

/* ---- cells --------------------------------------------------------------- */

static int take_cell(struct tabler *t, const struct fcell *cell,
		     const struct drow *row, unsigned number)
{
	struct anchorer *a = t->a;
	size_t first = 0, end = 0, i;
	bool has_blank = false;

	a->items.n = 0;
	for (i = 0; i < cell->n_items; i++) {
		struct item *item = vec_push(&a->items);

		if (!item)
			return no_memory(t);
		*item = a->page.items.at[cell->item + i];
		has_blank = has_blank || item->kind != ITEM_WORD;
	}
	if (!has_blank || cell->column > COLUMNS_MAX ||
	    !t->column_of[cell->column] ||
	    !find_cell(t, row, t->column_of[cell->column], &first, &end))
		return VB_OK;
	a->home = first;
	a->end = end;
	return anchor_take(a, a->text.first[first], a->text.first[end], number,
			   VB_BY_TABLE, t->sure * t->row_sure[cell->row - 1]);
}

static int take_row(struct tabler *t, const struct ftable *f, unsigned row,
		    const struct drow *d, unsigned number)
{
	size_t i;
	int code = VB_OK;

	for (i = 0; i < f->cells.n && code == VB_OK; i++)
		if (f->cells.at[i].row == row)
			code = take_cell(t, &f->cells.at[i], d, number);
	return code;
}

/* Rows between what stands above a repeat and what stands below it. */
static int take_repeat(struct tabler *t, const struct ftable *f, unsigned row)
{
	size_t from = t->n_header, to = t->rows.n, i;
	unsigned number = 0;
	int code = VB_OK;

	for (i = 0; i + 1 < row; i++)
		if (t->row_of[i] > from)
			from = t->row_of[i];
	for (i = row; i < f->n_rows; i++)
		if (t->row_of[i] && t->row_of[i] - 1 < to)
			to = t->row_of[i] - 1;
	for (i = from; i < to && code == VB_OK; i++) {
		const struct drow *d = &t->rows.at[i];

		/* an empty row is none */
		if (t->a->text.first[d->first] == t->a->text.first[d->end])
			continue;
		code = take_row(t, f, row, d, ++number);
	}
	return code;
}

static int take_rows(struct tabler *t, const struct ftable *f)
{
	unsigned row;
	int code = VB_OK;

	for (row = f->n_header + 1; row <= f->n_rows && code == VB_OK; row++) {
		if (f->group[row - 1])
			code = take_repeat(t, f, row);
		else if (t->row_of[row - 1])
			code = take_row(t, f, row,
					&t->rows.at[t->row_of[row - 1] - 1], 0);
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

/* ---- a table that is none ------------------------------------------------ */

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

static int add_lines(struct tabler *t, const struct ftable *f)
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

/* The lines take the place of block i. */
static int splice(struct tabler *t, size_t i)
{
	struct anchor_page *page = &t->a->page;
	size_t n = t->lines.n, k;

	for (k = 0; k < n; k++) {
		struct block *room = vec_push(&page->blocks);

		if (!room)
			return no_memory(t);
	}
	memmove(&page->blocks.at[i + 1 + n], &page->blocks.at[i + 1],
		(page->blocks.n - n - i - 1) * sizeof(*page->blocks.at));
	memcpy(&page->blocks.at[i + 1], t->lines.at,
	       n * sizeof(*page->blocks.at));
	t->lines.n = 0;
	return VB_OK;
}

static size_t n_seen(const struct tabler *t)
{
	return t->a->ex->sightings.n + t->a->ex->checks.n;
}

static int take_table(struct tabler *t, const struct node *node, bool *is_read)
{
	struct ftable f = {.n_columns = node->n_columns};
	struct laying laying = {.group = NULL};
	struct dtable *table;
	size_t i, seen = n_seen(t);
	int code = add_rows(t, &f, &laying, node);

	find_heads(t, &f);
	table = code == VB_OK ? choose_table(t, &f) : NULL;
	if (table) {
		table->is_taken = true;
		t->sure = 0.97;
		for (i = table->first; i < table->end; i++)
			t->a->text.is_apart[i] = true;
		code = find_rows(t, table);
		if (code == VB_OK)
			code = anchor_match_rows(t, &f);
		if (code == VB_OK) {
			anchor_match_columns(t, &f);
			code = take_rows(t, &f);
		}
	}
	*is_read = code == VB_OK && n_seen(t) > seen;
	if (table && !*is_read) {
		table->is_taken = false;
		for (i = table->first; i < table->end; i++)
			t->a->text.is_apart[i] = false;
	}
	if (code == VB_OK && t->is_second && !*is_read)
		code = add_lines(t, &f);
	vec_release(&f.cells);
	return code;
}

/* The form's tables: first those that are there whole, so that each of the
 * document's goes to the one it is; then what is left, where words of it are
 * left. Lines of one that is not there are looked for in the text. */
static int take_tables(struct tabler *t)
{
	struct anchor_page *page = &t->a->page;
	size_t i;
	int code = VB_OK;

	for (i = 0; i < page->blocks.n && code == VB_OK; i++) {
		bool is_read = false;

		if (page->blocks.at[i].kind != BLOCK_TABLE ||
		    page->blocks.at[i].is_placed)
			continue;
		code = take_table(t, page->blocks.at[i].node, &is_read);
		page->blocks.at[i].is_placed = is_read;
		if (code == VB_OK && t->lines.n)
			code = splice(t, i);
	}
	return code;
}

int anchor_tables(struct anchorer *a)
{
	struct tabler *t = calloc(1, sizeof(*t));
	int code;

	if (!t)
		return err_set(a->err, VB_NOMEM, "out of memory");
	t->a = a;
	code = find_tables(t);
	if (code == VB_OK)
		code = take_tables(t);
	t->is_second = true;
	if (code == VB_OK)
		code = take_tables(t);
	vec_release(&t->lines);
	vec_release(&t->tables);
	vec_release(&t->rows);
	free(t);
	return code;
}
