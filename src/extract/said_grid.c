/*
 * said_grid.c - the fourth corner of a rectangle: in a table that asks by row
 * and column, a figure that its own words tell too little of stands to the one
 * beside it as two settled figures of another row stand to each other.
 *
 *	        | Mức 1 | Mức 2
 *	Dạy, học|   3   |   9     settled, both
 *	Quản trị|   2   |  10     10 is settled: 2 is "Quản trị, mức 1"
 */
#include "extract/said_match.h"

enum {
	FIGURES_MAX = 300 /* of a table that is looked at */
};

/* The figures of one table. */
struct grid {
	struct matcher *m;
	size_t first, end;
};

static const struct wml_cell *cell_of(const struct grid *g, size_t figure)
{
	return said_cell_of(g->m->page, g->m->a, figure);
}

/* The place of a blank in its row of the form. */
static size_t column_of(const struct said_form *form, size_t blank)
{
	size_t first = blank;

	while (first > 0 && form->blanks.at[first - 1].section ==
				    form->blanks.at[blank].section)
		first--;
	return blank - first;
}

static bool is_of_row(const struct said_form *form, size_t blank)
{
	const struct node *section = form->blanks.at[blank].section;

	return section && section->kind == NODE_ROW;
}

/* The blank of a row of the form that stands at a place in it, SIZE_MAX none.
 */
static size_t blank_at(const struct said_form *form, size_t in_row,
		       size_t column)
{
	size_t blank = in_row - column_of(form, in_row) + column;

	return blank < form->blanks.n && form->blanks.at[blank].section ==
						 form->blanks.at[in_row].section
		       ? blank
		       : SIZE_MAX;
}

/* Where three corners are known: the blank that stands to `beside` as `other`
 * to `corner`, by rows and columns of the form; SIZE_MAX for none. */
static size_t fourth(const struct said_form *form, size_t beside, size_t corner,
		     size_t other)
{
	const struct said_blank *all = form->blanks.at;

	if (!is_of_row(form, beside) || !is_of_row(form, corner) ||
	    !is_of_row(form, other))
		return SIZE_MAX;
	if (all[corner].section == all[other].section &&
	    column_of(form, beside) == column_of(form, corner))
		return blank_at(form, beside, column_of(form, other));
	if (all[corner].section == all[beside].section &&
	    column_of(form, other) == column_of(form, corner))
		return blank_at(form, other, column_of(form, beside));
	return SIZE_MAX;
}

/* The settled figure of the row of another, in a column, a count or a rate;
 * SIZE_MAX for none. */
static size_t settled_in_row(const struct grid *g, size_t of, uint32_t column,
			     bool is_rate)
{
	uint32_t row = cell_of(g, of)->row;
	size_t i = of;

	while (i > g->first && cell_of(g, i - 1)->row == row)
		i--;
	for (; i < g->end && cell_of(g, i)->row == row; i++)
		if (cell_of(g, i)->column == column &&
		    g->m->page->figures.at[i].is_rate == is_rate &&
		    g->m->blank_of[i] != SIZE_MAX)
			return i;
	return SIZE_MAX;
}

/* What the rectangles of a figure with one beside it say; false when they
 * disagree. */
static bool ask_beside(const struct grid *g, size_t figure, size_t beside,
		       size_t *found)
{
	const struct said_figure *all = g->m->page->figures.at;
	const struct wml_cell *own = cell_of(g, figure);
	const struct wml_cell *side = cell_of(g, beside);
	size_t i, corner, blank;

	for (i = g->first; i < g->end; i++) {
		const struct wml_cell *cell = cell_of(g, i);

		if (g->m->blank_of[i] == SIZE_MAX ||
		    cell->column != own->column || cell->row == own->row ||
		    all[i].is_rate != all[figure].is_rate)
			continue;
		corner = settled_in_row(g, i, side->column,
					all[beside].is_rate);
		if (corner == SIZE_MAX)
			continue;
		blank = fourth(g->m->form, g->m->blank_of[beside],
			       g->m->blank_of[corner], g->m->blank_of[i]);
		if (blank == SIZE_MAX ||
		    (*found != SIZE_MAX && *found != blank))
			return false;
		*found = blank;
	}
	return true;
}

/* The blank that all rectangles of a figure say, SIZE_MAX for none. */
static size_t ask(const struct grid *g, size_t figure)
{
	size_t found = SIZE_MAX, i;

	for (i = g->first; i < g->end; i++)
		if (i != figure && g->m->blank_of[i] != SIZE_MAX &&
		    cell_of(g, i)->row == cell_of(g, figure)->row &&
		    !ask_beside(g, figure, i, &found))
			return SIZE_MAX;
	return found;
}

/* "CSGD phổ thông | 7 | 70%", "CSGD thường xuyên | 0 | 0%": the table has the
 * blank's value, or its count's, elsewhere too. */
static bool is_told_elsewhere(const struct grid *g,
			      const struct said_matches *out, size_t blank,
			      size_t figure)
{
	const struct said_figure *all = g->m->page->figures.at;
	size_t count = g->m->form->blanks.at[blank].of, i;
	const struct wml_cell *own = cell_of(g, figure), *cell;

	for (i = 0; i < out->n; i++) {
		const struct said_match *at = &out->at[i];

		if (at->figure < g->first || at->figure >= g->end ||
		    at->figure == figure ||
		    (at->blank != blank && at->blank != count))
			continue;
		cell = cell_of(g, at->figure);
		if (at->blank == blank ||
		    (cell->row != own->row && at->figure != all[figure].of))
			return true;
	}
	return false;
}

static bool may_be(const struct grid *g, size_t blank, size_t figure)
{
	const struct said_figure *f = &g->m->page->figures.at[figure];

	return g->m->figure_of[blank] == SIZE_MAX && !f->aside && !f->denial &&
	       !f->is_whole && !f->is_sum_row && !f->is_base_row &&
	       said_first(g->m, blank, figure) > 0 &&
	       said_can_be(&g->m->form->blanks.at[blank], f);
}

static bool fill(const struct grid *g, struct said_matches *out)
{
	size_t i;

	for (i = g->first; i < g->end; i++) {
		struct said_match match = {.figure = i, .is_beside = true};

		if (g->m->blank_of[i] != SIZE_MAX)
			continue;
		match.blank = ask(g, i);
		if (match.blank != SIZE_MAX && may_be(g, match.blank, i) &&
		    !is_told_elsewhere(g, out, match.blank, i) &&
		    !said_add(g->m, out, &match))
			return false;
	}
	return true;
}

/* Settled figures that the others of their table bear out. */
static void bear_out(const struct grid *g, struct said_matches *out)
{
	size_t i;

	for (i = 0; i < out->n; i++) {
		struct said_match *match = &out->at[i];

		if (match->figure >= g->first && match->figure < g->end &&
		    !is_told_elsewhere(g, out, match->blank, match->figure) &&
		    ask(g, match->figure) == match->blank)
			match->is_cornered = true;
	}
}

bool said_grid(struct matcher *m, struct said_matches *out)
{
	struct grid g = {.m = m};

	for (; g.first < m->page->figures.n; g.first = g.end) {
		g.end = said_table_end(m->page, m->a, g.first);
		if (said_cell_of(m->page, m->a, g.first) &&
		    g.end - g.first <= FIGURES_MAX) {
			bear_out(&g, out);
			if (!fill(&g, out))
				return false;
		}
	}
	return true;
}
