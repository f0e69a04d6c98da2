/*
 * said_bounds.c - "03 nền tảng dạy học, trong đó 01 nền tảng trong nước": of
 * two figures of one unit the first, which is no smaller, is the blank that
 * the form's constraint bounds the other by, ". <= t3_platform_n", where no
 * third blank counts them.
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

#include "text/number.h"

#include <string.h>

/* The blank that a constraint says is at least as many, SIZE_MAX for none. */
static size_t bound_of(const struct matcher *m, size_t blank)
{
	const char *text = m->form->blanks.at[blank].field->constraint;
	size_t b;

	if (!text || strncmp(text, ". <= ", 5) != 0)
		return SIZE_MAX;
	for (b = 0; b < m->form->blanks.n; b++)
		if (strcmp(m->form->blanks.at[b].field->id, text + 5) == 0)
			return b;
	return SIZE_MAX;
}

/* The two are all the form's blanks of their unit, and have no levels. */
static bool are_alone(const struct matcher *m, size_t part, size_t whole)
{
	const struct said_blank *all = m->form->blanks.at;
	size_t b;

	if (all[part].unit == SIZE_MAX || all[part].unit != all[whole].unit ||
	    all[part].field->levels || all[whole].field->levels)
		return false;
	for (b = 0; b < m->form->blanks.n; b++)
		if (b != part && b != whole && all[b].unit == all[part].unit)
			return false;
	return true;
}

/* Two figures of a unit beside each other, and no others on the page. */
struct pair {
	size_t at[2], n;
};

static bool find_pair(const struct matcher *m, size_t unit, struct pair *pair)
{
	size_t i;

	pair->n = 0;
	for (i = 0; i < m->page->figures.n; i++) {
		const struct said_figure *f = &m->page->figures.at[i];

		if (f->unit != unit || f->is_rate || f->aside || f->level != -1)
			continue;
		if (pair->n == 2)
			return false;
		pair->at[pair->n++] = i;
	}
	return pair->n == 2 &&
	       m->page->figures.at[pair->at[0]].para ==
		       m->page->figures.at[pair->at[1]].para &&
	       !said_cell_of(m->page, m->a, pair->at[0]) &&
	       m->blank_of[pair->at[0]] == SIZE_MAX &&
	       m->blank_of[pair->at[1]] == SIZE_MAX;
}

/* What is said of each tells them apart already. */
static bool are_told(const struct matcher *m, const struct pair *pair)
{
	size_t one = said_best_blank(m, pair->at[0]);
	size_t other = said_best_blank(m, pair->at[1]);

	return one != SIZE_MAX && other != SIZE_MAX && one != other;
}

static bool settle(struct matcher *m, struct said_matches *out, size_t part,
		   size_t whole, const struct pair *pair)
{
	struct buf one = BUF_INIT, other = BUF_INIT;
	struct said_match match = {.is_pair = true};
	bool is_good = true;

	if (said_number_read(&one, m->page, m->a, pair->at[0]) &&
	    said_number_read(&other, m->page, m->a, pair->at[1]) &&
	    number_compare(buf_cstr(&one), buf_cstr(&other)) >= 0) {
		match.blank = whole;
		match.figure = pair->at[0];
		is_good = said_add(m, out, &match);
		match.blank = part;
		match.figure = pair->at[1];
		is_good = is_good && said_add(m, out, &match);
	}
	is_good = is_good && buf_ok(&one) && buf_ok(&other);
	buf_release(&one);
	buf_release(&other);
	return is_good;
}

bool said_bounds(struct matcher *m, struct said_matches *out)
{
	struct pair pair;
	size_t b, whole;

	for (b = 0; b < m->form->blanks.n; b++) {
		whole = bound_of(m, b);
		if (whole == SIZE_MAX || !are_alone(m, b, whole) ||
		    !find_pair(m, m->form->blanks.at[b].unit, &pair) ||
		    are_told(m, &pair))
			continue;
		if (!settle(m, out, b, whole, &pair))
			return false;
	}
	return true;
}
