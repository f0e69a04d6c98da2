/*
 * said_sections.c - a table that begins anew: a whole report in one table has
 * rows of heads amid it.
 *
 *	1 | Quy mô triển khai
 *	  | Số trường tham gia | 22 trường
 *	2 | Kết quả đánh giá
 *	STT | Nội dung | Mức độ 1 | Mức độ 2 | Mức độ 3
 *	2.1 | Dạy, học
 */
#include "extract/said_look.h"

enum {
	HEADS_MIN = 3 /* cells of a row of heads */
};

/* "STT", "TT", "Số TT", and no more. */
static bool numbers_rows(const struct look *l, const struct wml_cell *cell)
{
	static const char *const PAIR[] = {"so", "tt"};
	size_t first = l->a->text.first[cell->first];
	size_t n = l->a->text.first[cell->end] - first;
	const struct token *t = &l->a->text.tokens.at[first];

	return (n == 1 && (token_is(t, "stt") || token_is(t, "tt"))) ||
	       (n == 2 && token_is_pair(t, PAIR));
}

/* "STT | Nội dung | Mức độ 1 | ...": no other row begins so. */
static bool is_row_of_heads(const struct look *l, uint32_t row)
{
	const struct wml_cell *cell = look_cell_at(l, row, 1);
	size_t at, n = 0;

	if (!cell || cell->row != row || cell->owner || !numbers_rows(l, cell))
		return false;
	for (at = look_find(l, row, 2);
	     (cell = look_of_row(l, row, at)) != NULL; at++) {
		if (cell->owner || look_is_empty(l, cell))
			continue;
		if (!look_is_words(l, cell))
			return false;
		n++;
	}
	return n + 1 >= HEADS_MIN;
}

void look_find_sections(const struct look *l, struct said_sections *sections)
{
	uint32_t row;

	sections->at[0].top = 0;
	sections->n = 1;
	for (row = 2; row < l->table->rows && sections->n < SECTIONS_MAX; row++)
		if (is_row_of_heads(l, row))
			sections->at[sections->n++].top = row - 1;
}

unsigned said_section_of(const struct said_cells *cells,
			 const struct wml_cell *cell)
{
	const struct said_sections *sections = &cells->sections[cell->table];
	unsigned i = sections->n;

	while (i > 1 && sections->at[i - 1].top >= cell->row)
		i--;
	return i > 0 ? i - 1 : 0;
}
