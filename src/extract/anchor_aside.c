/*
 * anchor_aside.c - columns of another time beside one of the report's:
 *
 *	| Nội dung           | Năm học 2021-2022 | Năm học 2022-2023 |
 *	| Đơn vị cung cấp    | Bưu điện          | Ngân hàng         |
 *
 * What stands in them answers nothing that the form asks, unless it asks for
 * that time itself.
 */
#include "extract/index.h"

#include <string.h>

enum {
	HEAD_ROWS = 2,
	HEAD_MAX = 12 /* words of a head */
};

/* What the head in a cell says of its column. */
struct head {
	uint64_t key; /* of another time: its words, 0 not told */
	int year;     /* that it names, 0 */
	bool is_present;
};

static struct head head_of(const struct anchorer *a,
			   const struct wml_cell *cell)
{
	const struct anchor_text *text = &a->text;
	size_t from = text->first[cell->first], to = text->first[cell->end];
	struct aside_words words = {.period = &a->period};
	struct head head = {0};
	struct aside said;
	uint64_t key;

	if (cell->owner || cell->end != cell->first + 1 || from == to ||
	    to - from > HEAD_MAX)
		return head;
	words.text = text->wml->paras.at[cell->first].text;
	words.t = &text->tokens.at[from];
	words.n = to - from;
	said = aside_in_head(&words, true);
	head.year = aside_year_of_head(&words, &key);
	head.is_present = said.is_present;
	head.key = said.is_time ? said.key : 0;
	if (!head.key && head.year && !head.is_present)
		head.key = key;
	return head;
}

/* The form has the words too, and asks for what is of that time. */
static bool is_asked(struct anchorer *a, uint64_t key)
{
	const struct said_form *form;

	if (index_said(&form, a->index, a->err) != VB_OK) {
		a->is_lost = true;
		return true;
	}
	return said_word_of(&form->words, key) != SAID_NONE;
}

static uint64_t bits_of(const struct wml_cell *cell)
{
	uint64_t bits = 0;
	unsigned i;

	for (i = cell->column;
	     i < cell->column + cell->col_span && i <= COLUMNS_MAX; i++)
		bits |= (uint64_t)1 << i;
	return bits;
}

/* The columns of a row of heads that are of another time, none when no other
 * is of the report's: the one that says so, or of the last year of several. */
static uint64_t columns_of(struct anchorer *a, const struct wml_cell *cell,
			   size_t n)
{
	uint64_t bits = 0;
	bool has_present = false;
	struct head heads[COLUMNS_MAX];
	int newest = 0;
	size_t i;

	for (i = 0; i < n && i < COLUMNS_MAX; i++) {
		heads[i] = head_of(a, &cell[i]);
		has_present |= heads[i].is_present;
		if (heads[i].year > newest)
			newest = heads[i].year;
	}
	while (i-- > 0) {
		if (!has_present && heads[i].year == newest)
			continue;
		if (heads[i].key && !is_asked(a, heads[i].key))
			bits |= bits_of(&cell[i]);
	}
	return has_present || (newest && newest <= a->period.last) ? bits : 0;
}

/* Cells of a table stand one behind the other, row by row. */
static uint64_t columns_aside(struct anchorer *a, const struct wml_para *para)
{
	const struct wml_story *wml = a->text.wml;
	const struct wml_table *table = &wml->tables.at[para->table - 1];
	const struct wml_cell *cells = wml->cells.at;
	size_t first = para->cell - 1, end, row;
	uint64_t bits = 0;

	if (table->columns > COLUMNS_MAX)
		return 0;
	while (first > 0 && cells[first - 1].table == para->table)
		first--;
	for (row = 1; row <= HEAD_ROWS && row < para->row && !bits; row++) {
		for (end = first; end < wml->cells.n &&
				  cells[end].table == para->table &&
				  cells[end].row == row;)
			end++;
		bits = columns_of(a, &cells[first], end - first);
		first = end;
	}
	return bits;
}

bool anchor_stands_aside(struct anchorer *a, struct asides *known, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	uint64_t bits;

	if (!p->cell || p->row < 2 || !a->period.last)
		return false;
	if (known->table != p->table ||
	    (known->row <= HEAD_ROWS && known->row < p->row)) {
		known->table = p->table;
		known->row = p->row;
		known->columns = columns_aside(a, p);
	}
	bits = known->columns ? bits_of(&a->text.wml->cells.at[p->cell - 1])
			      : 0;
	return bits && (bits & ~known->columns) == 0;
}
