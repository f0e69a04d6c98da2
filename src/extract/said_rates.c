/*
 * said_rates.c - in a table, the count that a rate is the share of: that of
 * the column beside it, which may stand before or behind.
 */
#include "extract/said.h"

#include <string.h>

/* Of the columns of a table that have figures. */
struct columns {
	uint32_t at[COLUMNS_MAX];
	bool is_rate[COLUMNS_MAX];
	size_t n;
	uint32_t partner[COLUMNS_MAX + 1]; /* by column; 0 none */
};

static void add_column(struct columns *c, uint32_t column, bool is_rate)
{
	size_t i = c->n;

	while (i > 0 && c->at[i - 1] >= column)
		i--;
	if (i < c->n && c->at[i] == column) {
		c->is_rate[i] |= is_rate;
		return;
	}
	if (c->n == COLUMNS_MAX || column > COLUMNS_MAX)
		return;
	memmove(&c->at[i + 1], &c->at[i], (c->n - i) * sizeof(*c->at));
	memmove(&c->is_rate[i + 1], &c->is_rate[i],
		(c->n - i) * sizeof(*c->is_rate));
	c->at[i] = column;
	c->is_rate[i] = is_rate;
	c->n++;
}

/* The end of the columns of a kind that begin at i. */
static size_t run_end(const struct columns *c, size_t i)
{
	size_t end = i;

	while (end < c->n && c->is_rate[end] == c->is_rate[i])
		end++;
	return end;
}

/* "SL SL SL TL TL TL": as many rates as counts before them, in their order; a
 * rate alone goes with the count before it. */
static void pair_runs(struct columns *c)
{
	size_t counts = 0, from, end, i;

	for (from = 0; from < c->n; from = end) {
		end = run_end(c, from);
		if (c->is_rate[from] && end - from == counts)
			for (i = from; i < end; i++)
				c->partner[c->at[i]] = c->at[i - counts];
		else if (c->is_rate[from] && end == from + 1 && from > 0)
			c->partner[c->at[from]] = c->at[from - 1];
		counts = c->is_rate[from] ? 0 : end - from;
	}
}

/* A table that begins with a rate and has them by turns has each before its
 * count. */
static void find_partners(struct columns *c)
{
	bool is_before = c->n > 1;
	size_t i;

	for (i = 0; i < c->n; i++)
		is_before &= c->is_rate[i] == (i % 2 == 0);
	for (i = 0; is_before && i + 1 < c->n; i += 2)
		c->partner[c->at[i]] = c->at[i + 1];
	if (!is_before)
		pair_runs(c);
}

/* The figure of a column in the row of another, SIZE_MAX for none. */
static size_t in_row(const struct said_page *page, const struct anchorer *a,
		     size_t figure, uint32_t column)
{
	const struct wml_cell *cell = said_cell_of(page, a, figure), *other;
	size_t i = figure;

	while (i > 0 && (other = said_cell_of(page, a, i - 1)) != NULL &&
	       other->table == cell->table && other->row == cell->row)
		i--;
	for (; (other = said_cell_of(page, a, i)) != NULL &&
	       other->table == cell->table && other->row == cell->row;
	     i++)
		if (other->column == column)
			return i;
	return SIZE_MAX;
}

/* "Tỷ lệ" before a row: the count over a rate, in the row above. */
static size_t above(const struct said_page *page, const struct anchorer *a,
		    size_t from, size_t figure)
{
	const struct wml_cell *cell = said_cell_of(page, a, figure), *other;
	size_t i = figure;

	while (i-- > from) {
		other = said_cell_of(page, a, i);
		if (other->row + 1 < cell->row)
			break;
		if (other->row + 1 == cell->row &&
		    other->column == cell->column)
			return page->figures.at[i].is_rate ? SIZE_MAX : i;
	}
	return SIZE_MAX;
}

static void link_table(struct said_page *page, const struct anchorer *a,
		       size_t from, size_t end)
{
	struct columns c;
	size_t i;

	memset(&c, 0, sizeof(c));
	for (i = from; i < end; i++)
		/* a title's time is that of all columns */
		if (!page->figures.at[i].aside || page->figures.at[i].is_below)
			add_column(&c, said_cell_of(page, a, i)->column,
				   page->figures.at[i].is_rate);
	find_partners(&c);
	for (i = from; i < end; i++) {
		struct said_figure *figure = &page->figures.at[i];
		uint32_t column = said_cell_of(page, a, i)->column;

		if (figure->is_rate && figure->of == SIZE_MAX &&
		    column <= COLUMNS_MAX && c.partner[column])
			figure->of = in_row(page, a, i, c.partner[column]);
		if (figure->is_rate && figure->of == SIZE_MAX &&
		    figure->is_row_total)
			figure->of = above(page, a, from, i);
	}
}

void said_rates_link(struct said_page *page, const struct anchorer *a)
{
	size_t i, end;

	for (i = 0; i < page->figures.n; i = end) {
		end = said_table_end(page, a, i);
		if (said_cell_of(page, a, i))
			link_table(page, a, i, end);
	}
}
