/*
 * said_look.h - looking at a table around one of its cells: shared by
 * said_look.c, said_kinds.c, said_group.c and said_table.c.
 */
#ifndef EXTRACT_SAID_LOOK_H
#define EXTRACT_SAID_LOOK_H

#include "extract/said.h"

struct look {
	struct said_heads *heads;
	const struct said_cells *cells;
	const struct anchorer *a;
	const struct wml_cell *all, *cell;
	const struct wml_table *table;
	const struct said_section *section;
	/* the rows above the section, and its last row of heads, as the top
	 * when it has none */
	uint32_t top, n_heads;
};

/* ---- said_look.c --------------------------------------------------------- */

/* The first cell, in the order of the table in hand, that ends behind a
 * place. */
size_t look_find(const struct look *l, uint32_t row, uint32_t column);
/* The i-th cell, NULL when it is of another row. */
const struct wml_cell *look_of_row(const struct look *l, uint32_t row,
				   size_t i);
/* The cell at a place, NULL where there is none. */
const struct wml_cell *look_cell_at(const struct look *l, uint32_t row,
				    uint32_t column);
/* The end of the words of a cell that are looked at. */
size_t look_end(const struct look *l, const struct wml_cell *cell);
bool look_has_kind(const struct look *l, const struct wml_cell *cell, int kind);
/* Words, and no number alone: "Mức 1" is, "12 trường" is too. */
bool look_is_words(const struct look *l, const struct wml_cell *cell);
bool look_is_empty(const struct look *l, const struct wml_cell *cell);
/* Lets the paragraphs of a cell speak for the one in hand. */
void look_add(struct look *l, const struct wml_cell *cell, float weight,
	      bool is_near);

/* ---- said_sections.c ----------------------------------------------------- */

/* Where the table in hand begins anew. */
void look_find_sections(const struct look *l, struct said_sections *sections);

/* ---- said_kinds.c -------------------------------------------------------- */

/* What the heads of the table in hand are, looked at once. */
void look_at_heads(struct look *l);
void look_columns(struct look *l);
/* A head over notes, names, money. */
bool look_is_of_other(const struct look *l, const struct wml_cell *cell);
/* "Tỷ lệ (%)", and no other words. */
bool look_is_rates(const struct look *l, const struct wml_cell *cell);
/* "Tỷ lệ học sinh (%)" before the figures of a row makes them rates, where no
 * column is for rates; "Tỷ lệ" alone does in any case, and what is said above
 * all of the table. */
bool look_is_row_of_rates(const struct look *l);
/* "Số lớp đã tham gia" over the cell in hand. */
bool look_is_below_number(const struct look *l);
/* "%" in a cell of the row: the unit of its figure. */
bool look_has_unit_of_rates(const struct look *l);

/* ---- said_group.c -------------------------------------------------------- */

/* Lets the rows above that lead in the row of the cell in hand speak for it. */
void look_rows_above(struct look *l);

#endif
