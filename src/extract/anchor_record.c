/*
 * anchor_record.c - lines of the form as a row of a hand's own table, under
 * heads that name their blanks:
 *
 *	| Nội dung            | Số lớp | Tên lớp    | Thời gian | Số người |
 *	| Tập huấn giáo viên  | 7      | Mô đun 4-9 | 8/2022    | 96       |
 *
 * The heads ask, and answer nothing. Figures are found by what is said around
 * them (said.h); the texts of their part stand in the same row.
 */
#include "extract/anchor_table.h"

#include <string.h>

enum {
	HEADS_MIN = 3, /* cells of such a row */
	HEAD_ROWS = 3,
	WORDS_MAX = 24, /* of a head, and before a blank */
	/* Cells of a table that are looked at. */
	REACH_MAX = 4000
};

/* How like a head must be, and how much liker than others. */
#define LIKE_MIN 0.6
#define MARGIN	 0.15
/* As sure as the figure beside it, at most this. */
#define SURE_RECORD 0.8

/* ---- heads --------------------------------------------------------------- */

size_t anchor_blanks_of(const struct anchorer *a, const struct block *block)
{
	size_t i, n = 0;

	for (i = block->item; i < block->item + block->n_items; i++)
		n += a->page.items.at[i].kind == ITEM_BLANK;
	return n;
}

/* The blanks of lines that stand in the row of a paragraph. */
static size_t asked_in_row(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t i, n = 0;

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *b = &a->page.blocks.at[i];

		if (b->is_placed && p[b->para].cell &&
		    anchor_is_same_row(&p[para], &p[b->para]))
			n += anchor_blanks_of(a, b);
	}
	return n;
}

/* The first row of a table names what stands below: several cells of words. */
static bool has_heads(const struct anchorer *a, const struct wml_table *table)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t i = table->first, t, cells = 0;

	for (; i < table->end && anchor_is_same_row(&p[table->first], &p[i]);
	     i = a->text.cell_end[i]) {
		for (t = a->text.first[i]; t < a->text.first[i + 1]; t++)
			if (a->text.tokens.at[t].kind == TOKEN_NUMBER)
				return false;
		cells += a->text.first[i] < a->text.first[i + 1];
	}
	return cells >= HEADS_MIN;
}

bool anchor_is_record_head(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	const struct wml_table *table;
	enum anchor_known *known;

	if (p->cell == 0 || p->row != 1)
		return false;
	table = &a->text.wml->tables.at[p->table - 1];
	known = &a->text.heads[p->table - 1];
	if (*known == ANCHOR_UNKNOWN)
		*known = table->rows > 1 && has_heads(a, table) ? ANCHOR_IS
								: ANCHOR_IS_NOT;
	return *known == ANCHOR_IS && asked_in_row(a, para) > 1;
}

/* ---- texts beside figures ------------------------------------------------ */

/* A text without a value, and the words before it in its line. */
struct record {
	struct anchorer *a;
	const struct field *field;
	const struct item *words;
	size_t n;
};

static bool asks_word(const struct record *r, const struct token *word)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (r->words[i].word.hash == word->hash)
			return true;
	return false;
}

/* The share of the words of a head that are asked, times that of the words
 * right before the blank, as many as the head has, that it says. */
static double head_like(const struct record *r, const struct wml_cell *cell)
{
	const struct anchor_text *text = &r->a->text;
	size_t from = text->first[cell->first], to = text->first[cell->end], i;
	size_t words = 0, found = 0, last = 0, said = 0;

	if (to > from + WORDS_MAX)
		return 0;
	for (i = from; i < to; i++) {
		if (text->tokens.at[i].kind != TOKEN_WORD)
			continue;
		words++;
		found += asks_word(r, &text->tokens.at[i]);
	}
	for (i = r->n; i > 0 && last < words; i--) {
		if (r->words[i - 1].word.kind != TOKEN_WORD)
			continue;
		last++;
		said += anchor_has_word(&text->tokens, from, to,
					&r->words[i - 1].word);
	}
	return words && last ? (double)found / (double)words * (double)said /
				       (double)last
			     : 0;
}

/* The first of the cells of its table that stand behind one another. */
static size_t first_cell(const struct wml_story *wml, size_t cell)
{
	uint32_t table = wml->cells.at[cell].table;
	size_t n = 0;

	while (cell > 0 && n++ < REACH_MAX &&
	       wml->cells.at[cell - 1].table == table)
		cell--;
	return cell;
}

static bool has_number(const struct record *r, const struct wml_cell *cell)
{
	const struct anchor_text *text = &r->a->text;

	return anchor_has_number(text, text->first[cell->first],
				 text->first[cell->end]);
}

/* The first row that has numbers: heads are above it. */
static uint32_t heads_end(const struct record *r, size_t first)
{
	const struct wml_cell *cells = r->a->text.wml->cells.at;
	size_t i;

	for (i = first;
	     i < r->a->text.wml->cells.n &&
	     cells[i].table == cells[first].table && cells[i].row <= HEAD_ROWS;
	     i++)
		if (has_number(r, &cells[i]))
			return cells[i].row;
	return HEAD_ROWS + 1;
}

/* The column whose head asks for the text, clearly; 0 for none. */
static uint32_t column_for(const struct record *r, size_t first, uint32_t row)
{
	const struct wml_cell *cells = r->a->text.wml->cells.at;
	uint32_t column = 0, end = heads_end(r, first);
	double most = 0, second = 0;
	size_t i;

	for (i = first; i < r->a->text.wml->cells.n &&
			cells[i].table == cells[first].table &&
			cells[i].row < row && cells[i].row < end;
	     i++) {
		double like = head_like(r, &cells[i]);

		if (like > most) {
			second = column == cells[i].column ? second : most;
			most = like;
			column = cells[i].column;
		} else if (like > second && column != cells[i].column) {
			second = like;
		}
	}
	return most >= LIKE_MIN && second <= most - MARGIN ? column : 0;
}

/* "Cộng", "Tổng" before the figure: its row is the sum of others. */
static bool is_sum(const struct record *r, const struct wml_cell *cell)
{
	static const char *const SUM[] = {"cong", "tong"};
	const struct anchor_text *text = &r->a->text;
	size_t at = text->first[cell->first];

	return at < text->first[cell->end] &&
	       token_is_among(&text->tokens.at[at], SUM,
			      sizeof(SUM) / sizeof(*SUM));
}

/* The cell of one column in the row of a figure, NULL for none. */
static const struct wml_cell *cell_beside(const struct record *r, size_t first,
					  uint32_t row, uint32_t column)
{
	const struct wml_story *wml = r->a->text.wml;
	const struct wml_cell *found = NULL;
	size_t i;

	for (i = first; i < wml->cells.n && i < first + REACH_MAX &&
			wml->cells.at[i].table == wml->cells.at[first].table;
	     i++) {
		const struct wml_cell *cell = &wml->cells.at[i];

		if (cell->row != row)
			continue;
		if (is_sum(r, cell))
			return NULL;
		if (cell->column == column && cell->col_span == 1 &&
		    cell->row_span == 1 && cell->owner == 0)
			found = cell;
	}
	return found;
}

static bool is_seen(const struct record *r, const struct wml_cell *cell)
{
	const struct extractor *ex = r->a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++)
		if (ex->sightings.at[i].story == 0 &&
		    ex->sightings.at[i].mark->first >= cell->first &&
		    ex->sightings.at[i].mark->first < cell->end)
			return true;
	return false;
}

/* Beside a figure of the same part that was found in a table. */
static int take_beside(const struct record *r, const struct sighting *figure)
{
	const struct wml_story *wml = r->a->text.wml;
	const struct wml_para *p = &wml->paras.at[figure->mark->first];
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	struct sighting s = {
		.field = r->field, .level = -1, .method = VB_BY_TABLE};
	const struct wml_cell *cell;
	uint32_t column;
	size_t first;

	if (p->depth != 1 || p->cell == 0 || p->row < 2)
		return VB_OK;
	first = first_cell(wml, p->cell - 1);
	column = column_for(r, first, p->row);
	cell = column ? cell_beside(r, first, p->row, column) : NULL;
	if (!cell || cell->end != cell->first + 1 || is_seen(r, cell) ||
	    r->a->text.first[cell->first] == r->a->text.first[cell->end])
		return VB_OK;
	mark.alias = mark.xpath = "";
	mark.first = mark.last = cell->first;
	mark.end = wml->paras.at[cell->first].size;
	s.sure = figure->sure < SURE_RECORD ? figure->sure : SURE_RECORD;
	return anchor_see(r->a, &s, &mark);
}

/* The figures of the part of a block that stand somewhere. */
static int look_beside(const struct record *r, const struct block *block)
{
	const struct anchor_page *page = &r->a->page;
	size_t slot = anchor_slot(r->a, r->field, -1), i, k;
	int code = VB_OK;

	for (i = 0; i < page->blocks.n && code == VB_OK; i++) {
		const struct block *b = &page->blocks.at[i];

		if (!b->node || b->node->parent != block->node->parent)
			continue;
		for (k = b->item; k < b->item + b->n_items && code == VB_OK;
		     k++) {
			const struct item *item = &page->items.at[k];
			const struct sighting *s =
				item->kind == ITEM_BLANK &&
						item->field->type == FIELD_COUNT
					? anchor_sighting(r->a, item->field, -1)
					: NULL;

			if (r->a->is_seen[slot])
				return VB_OK;
			if (s && s->story == 0 && s->is_anchor &&
			    s->sure >= READING_SURE_MIN)
				code = take_beside(r, s);
		}
	}
	return code;
}

int anchor_records(struct anchorer *a)
{
	size_t n, i, begin;
	int code = VB_OK;

	for (n = 0; n < a->page.blocks.n && code == VB_OK; n++) {
		const struct block *b = &a->page.blocks.at[n];
		const struct item *items = &a->page.items.at[b->item];

		if (b->kind != BLOCK_LINE || !b->node)
			continue;
		for (i = begin = 0; i < b->n_items && code == VB_OK; i++) {
			struct record r = {.a = a, .field = items[i].field};

			if (items[i].kind == ITEM_WORD)
				continue;
			r.words = &items[begin];
			r.n = i - begin;
			begin = i + 1;
			if (items[i].kind == ITEM_BLANK &&
			    r.field->type == FIELD_TEXT &&
			    !a->has_marks[anchor_slot(a, r.field, -1)])
				code = look_beside(&r, b);
		}
	}
	return code;
}
