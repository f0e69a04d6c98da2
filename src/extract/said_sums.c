/*
 * said_sums.c - the row "Cộng" of a table: its figures are no blank's that the
 * words of another row tell, were its own cell empty; and those of rows that
 * no blank's words tell are parts of it.
 */
#include "extract/said_match.h"

#include <string.h>

/* Of what the words of a row tell, the share of a blank's row; and of rows that
 * are others', as a mean. */
#define ROW_SHARE   0.75F
#define OTHER_SHARE 0.3F
/* Of the score of a part: the sum is as like. */
#define SUM_SHARE 0.95F

/* What the rows of a table that are no sums are to a blank. */
enum rows {
	ROWS_ONE,   /* one is the blank's, and not all */
	ROWS_OTHER, /* they are others' */
	ROWS_ANY
};

static uint32_t row_of(const struct matcher *m, size_t figure)
{
	return said_cell_of(m->page, m->a, figure)->row;
}

/* The words of its row, and no head's over its column. */
static bool is_told_by_row(const struct matcher *m, size_t blank, size_t figure)
{
	return !m->page->figures.at[figure].is_row_bare &&
	       said_near(m, blank, figure) >= ROW_SHARE;
}

static enum rows rows_of(const struct matcher *m, size_t blank, size_t from,
			 size_t end)
{
	unsigned n = 0, own = 0;
	uint32_t last = 0;
	float sum = 0;

	for (; from < end; from++) {
		if (m->page->figures.at[from].is_sum_row ||
		    row_of(m, from) == last)
			continue;
		last = row_of(m, from);
		n++;
		own += is_told_by_row(m, blank, from);
		if (!m->page->figures.at[from].is_row_bare)
			sum += said_near(m, blank, from);
	}
	if (own > 0)
		return own < n ? ROWS_ONE : ROWS_ANY;
	return sum < OTHER_SHARE * (float)n ? ROWS_OTHER : ROWS_ANY;
}

/* By column the score of its sum. */
static void add_sums(float *sums, const struct matcher *m, size_t blank,
		     size_t from, size_t end)
{
	memset(sums, 0, (COLUMNS_MAX + 1) * sizeof(*sums));
	for (; from < end; from++) {
		uint32_t column = said_cell_of(m->page, m->a, from)->column;
		float score = *said_score(m, blank, from);

		if (m->page->figures.at[from].is_sum_row &&
		    column <= COLUMNS_MAX && score > sums[column])
			sums[column] = score;
	}
}

/* "Mầm non", "Tiểu học" of a form that knows no levels: parts of the sum. */
static bool is_part(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];

	return !f->is_sum_row && f->level == -1 && !f->is_row_bare &&
	       said_near(m, blank, figure) < ROW_SHARE;
}

/* A figure that is the blank's neither by its row nor by the sum. */
static bool is_none_of(const struct matcher *m, size_t blank, size_t figure,
		       enum rows rows, const float *sums)
{
	uint32_t column = said_cell_of(m->page, m->a, figure)->column;

	if (rows == ROWS_ONE)
		return m->page->figures.at[figure].is_sum_row;
	return rows == ROWS_OTHER && is_part(m, blank, figure) &&
	       column <= COLUMNS_MAX &&
	       sums[column] >= SUM_SHARE * *said_score(m, blank, figure);
}

static void read_table(struct matcher *m, size_t from, size_t end)
{
	float sums[COLUMNS_MAX + 1];
	size_t i, b;

	for (b = 0; b < m->form->blanks.n; b++) {
		enum rows rows = rows_of(m, b, from, end);

		add_sums(sums, m, b, from, end);
		for (i = from; i < end; i++)
			if (*said_score(m, b, i) > 0 &&
			    is_none_of(m, b, i, rows, sums))
				*said_score(m, b, i) = 0;
	}
}

void said_sums(struct matcher *m)
{
	size_t i, k, end;

	for (i = 0; i < m->page->figures.n; i = end) {
		end = said_table_end(m->page, m->a, i);
		for (k = i; k < end && !m->page->figures.at[k].is_sum_row;)
			k++;
		if (said_cell_of(m->page, m->a, i) && k < end)
			read_table(m, i, end);
	}
}
