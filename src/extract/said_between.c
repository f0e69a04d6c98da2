/*
 * said_between.c - what is left when all that is clear is settled: between two
 * settled figures as many others as the form has blanks between theirs, in the
 * order of the form.
 */
#include "extract/said_match.h"

#include <string.h>

enum {
	BETWEEN_MAX = 6 /* blanks in a row that nothing tells */
};

/* What a figure must be like its blank at least. */
#define LIKE_MIN 0.1F

/* Blanks and figures of a kind, counts or rates. */
struct gap {
	size_t blanks[BETWEEN_MAX], figures[BETWEEN_MAX];
	size_t n_blanks, n_figures;
};

static bool is_open(const struct matcher *m, size_t figure, bool is_rate)
{
	const struct said_figure *f = &m->page->figures.at[figure];

	return f->is_rate == is_rate && f->level < 0 && !f->aside &&
	       !f->is_told && m->blank_of[figure] == SIZE_MAX;
}

static void find_figures(struct gap *gap, const struct matcher *m, size_t from,
			 size_t end, bool is_rate)
{
	gap->n_figures = 0;
	for (; from < end; from++) {
		if (!is_open(m, from, is_rate))
			continue;
		if (gap->n_figures < BETWEEN_MAX)
			gap->figures[gap->n_figures] = from;
		gap->n_figures++;
	}
}

static void find_blanks(struct gap *gap, const struct matcher *m, size_t from,
			size_t end, bool is_rate)
{
	gap->n_blanks = 0;
	for (; from < end; from++) {
		if (m->form->blanks.at[from].is_rate != is_rate ||
		    m->form->blanks.at[from].level >= 0)
			continue;
		if (gap->n_blanks < BETWEEN_MAX)
			gap->blanks[gap->n_blanks] = from;
		gap->n_blanks++;
	}
}

static bool is_in_gap(const struct gap *gap, size_t blank)
{
	size_t i;

	for (i = 0; i < gap->n_blanks; i++)
		if (gap->blanks[i] == blank)
			return true;
	return false;
}

/* What is said of a figure speaks for another blank that has none: more, or
 * clearly. */
static bool is_anothers(const struct gap *gap, struct matcher *m, size_t blank,
			size_t figure)
{
	float like = said_first(m, blank, figure);
	size_t b;

	for (b = 0; b < m->form->blanks.n; b++) {
		if (b == blank || m->figure_of[b] != SIZE_MAX ||
		    said_first(m, b, figure) < like)
			continue;
		if (said_clarity(m, b, blank, figure) >= SAID_CLEAR_MIN ||
		    (said_first(m, b, figure) > like && !is_in_gap(gap, b)))
			return true;
	}
	return false;
}

static bool is_like(const struct gap *gap, struct matcher *m)
{
	size_t i;

	if (gap->n_blanks == 0 || gap->n_blanks > BETWEEN_MAX ||
	    gap->n_figures != gap->n_blanks)
		return false;
	for (i = 0; i < gap->n_blanks; i++)
		if (said_first(m, gap->blanks[i], gap->figures[i]) < LIKE_MIN ||
		    is_anothers(gap, m, gap->blanks[i], gap->figures[i]))
			return false;
	return true;
}

static bool take(const struct gap *gap, struct matcher *m,
		 struct said_matches *out)
{
	size_t i;

	for (i = 0; i < gap->n_blanks && i < BETWEEN_MAX; i++) {
		struct said_match *added = vec_push(out);

		if (!added)
			return false;
		*added = (struct said_match){.blank = gap->blanks[i],
					     .figure = gap->figures[i],
					     .is_between = true};
		m->blank_of[gap->figures[i]] = gap->blanks[i];
	}
	return true;
}

/* Between the settled blanks `first` and `last`. */
static bool fill(struct matcher *m, struct said_matches *out, size_t first,
		 size_t last)
{
	size_t from = m->figure_of[first] + 1, end = m->figure_of[last];
	struct gap gap = {.n_blanks = 0};
	int is_rate;

	for (is_rate = 0; is_rate < 2; is_rate++) {
		find_blanks(&gap, m, first + 1, last, is_rate);
		find_figures(&gap, m, from, end, is_rate);
		if (is_like(&gap, m) && !take(&gap, m, out))
			return false;
	}
	return true;
}

bool said_between(struct matcher *m, struct said_matches *out)
{
	size_t last = SIZE_MAX, b;

	for (b = 0; b < m->form->blanks.n; b++) {
		if (m->figure_of[b] == SIZE_MAX)
			continue;
		if (last != SIZE_MAX && last + 1 < b &&
		    m->figure_of[last] < m->figure_of[b] &&
		    !fill(m, out, last, b))
			return false;
		last = b;
	}
	return true;
}
