/*
 * said_levels.c - the whole that figures by level add up to: "tổng số học liệu
 * là 4.409 (mầm non: 1.104; tiểu học: 1.873; THCS: 1.432)".
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

enum {
	PARTS_MIN = 2,
	REACH = 1 /* paragraphs before the first part */
};

struct whole {
	struct matcher *m;
	struct said_total total;     /* of the parts */
	size_t first;		     /* paragraph of the first part */
	const struct wml_cell *cell; /* its cell, NULL outside tables */
	bool is_row, is_column;	     /* all parts stand in one */
	size_t n;		     /* parts */
};

/* Where the parts stand. */
static void note_place(struct whole *w, size_t figure)
{
	const struct wml_cell *cell = said_cell_of(w->m->page, w->m->a, figure);
	size_t para = w->m->page->figures.at[figure].para;

	if (w->n == 0)
		w->cell = cell;
	w->is_row = w->cell && cell && cell->table == w->cell->table &&
		    cell->row == w->cell->row && (w->n == 0 || w->is_row);
	w->is_column = w->cell && cell && cell->table == w->cell->table &&
		       cell->column == w->cell->column &&
		       (w->n == 0 || w->is_column);
	if (para < w->first)
		w->first = para;
}

/* In the row, or in the column, of the parts; before them outside tables. */
static bool is_beside(const struct whole *w, size_t figure)
{
	const struct wml_cell *cell = said_cell_of(w->m->page, w->m->a, figure);
	size_t para = w->m->page->figures.at[figure].para;

	if (!w->cell)
		return !cell && para <= w->first && para + REACH >= w->first;
	return cell && cell->table == w->cell->table &&
	       ((w->is_row && cell->row == w->cell->row) ||
		(w->is_column && cell->column == w->cell->column));
}

/* Adds up what was settled as the levels of a blank. */
static void add_parts(struct whole *w, const struct said_matches *out,
		      size_t blank)
{
	size_t i;

	w->n = 0;
	w->first = SIZE_MAX;
	said_total_begin(&w->total);
	for (i = 0; i < out->n; i++) {
		const struct said_figure *f =
			&w->m->page->figures.at[out->at[i].figure];

		if (out->at[i].blank != blank || f->level < 0 ||
		    !said_total_add(&w->total, out->at[i].figure))
			continue;
		note_place(w, out->at[i].figure);
		w->n++;
	}
}

static bool may_be(const struct whole *w, size_t blank, size_t figure)
{
	const struct said_figure *f = &w->m->page->figures.at[figure];

	return f->level == -1 && !f->is_rate && !f->aside && !f->is_told &&
	       w->m->blank_of[figure] == SIZE_MAX && is_beside(w, figure) &&
	       said_first(w->m, blank, figure) > 0;
}

/* The one figure at the parts that is their sum; SIZE_MAX for none. */
static size_t find_sum(struct whole *w, size_t blank)
{
	size_t found = SIZE_MAX, i;

	for (i = 0; i < w->m->page->figures.n; i++) {
		if (!may_be(w, blank, i) || !said_total_is(&w->total, i))
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = i;
	}
	return found;
}

/* The parts are of several tables, or of another than the whole: what they add
 * up to there is chance. */
static bool is_scattered(const struct whole *w, size_t blank)
{
	const struct wml_cell *cell = said_cell_of(w->m->page, w->m->a,
						   w->m->figure_of[blank]);

	return w->cell && ((!w->is_row && !w->is_column) || !cell ||
			   cell->table != w->cell->table);
}

/* A whole that was settled is its parts' sum: each bears the others out. */
static void confirm(struct whole *w, struct said_matches *out, size_t blank)
{
	size_t i;

	if (!said_total_is(&w->total, w->m->figure_of[blank]) ||
	    is_scattered(w, blank))
		return;
	for (i = 0; i < out->n; i++)
		out->at[i].is_borne |= out->at[i].blank == blank;
}

/* The paragraph with words below one. */
static size_t next_words(const struct anchor_text *text, size_t para)
{
	do
		para++;
	while (para < text->foot && text->first[para] == text->first[para + 1]);
	return para;
}

/* "7 trường (4 tiểu học, 3 THCS)": the figures by level right behind a whole
 * that was settled, or in the line below it, up to where they add up to it; 0
 * for none. */
static size_t find_parts(struct whole *w, size_t blank, size_t *parts)
{
	const struct said_page *page = w->m->page;
	const struct field *field = w->m->form->blanks.at[blank].field;
	size_t whole = w->m->figure_of[blank], n = 0, i;
	size_t last = next_words(&w->m->a->text, page->figures.at[whole].para);

	if (said_cell_of(page, w->m->a, whole))
		return 0;
	said_total_begin(&w->total);
	for (i = whole + 1;
	     i < page->figures.n && page->figures.at[i].para <= last; i++) {
		const struct said_figure *f = &page->figures.at[i];

		if (f->is_rate)
			continue;
		if (n == FORM_LEVELS_MAX || said_cell_of(page, w->m->a, i) ||
		    f->level < 0 || f->aside ||
		    !field_has_level(field, f->level) ||
		    w->m->blank_of[i] != SIZE_MAX ||
		    (n > 0 &&
		     f->level <= page->figures.at[parts[n - 1]].level) ||
		    !said_total_add(&w->total, i))
			return 0;
		parts[n++] = i;
		if (n >= PARTS_MIN && said_total_is(&w->total, whole))
			return n;
	}
	return 0;
}

static bool add_levels(struct whole *w, struct said_matches *out, size_t blank)
{
	size_t parts[FORM_LEVELS_MAX], n = find_parts(w, blank, parts), i;

	for (i = 0; i < n; i++)
		if (!said_add_part(w->m, out, blank, parts[i]))
			return false;
	return true;
}

bool said_levels(struct matcher *m, struct said_matches *out)
{
	struct whole w = {.m = m, .total = {.page = m->page, .a = m->a}};
	bool is_good = true;
	size_t b, figure;

	for (b = 0; b < m->form->blanks.n && is_good; b++) {
		const struct said_blank *blank = &m->form->blanks.at[b];

		if (!blank->field->levels || blank->is_rate)
			continue;
		add_parts(&w, out, b);
		figure = SIZE_MAX;
		if (w.n == 0 && m->figure_of[b] != SIZE_MAX &&
		    !add_levels(&w, out, b))
			is_good = false;
		if (w.n >= PARTS_MIN && m->figure_of[b] != SIZE_MAX)
			confirm(&w, out, b);
		else if (w.n >= PARTS_MIN)
			figure = find_sum(&w, b);
		is_good = is_good && !w.total.is_lost &&
			  (figure == SIZE_MAX ||
			   said_add_sum(m, out, b, figure));
	}
	said_total_release(&w.total);
	return is_good;
}
