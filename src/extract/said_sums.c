/*
 * said_sums.c - the row "Cộng" of a table: its figures are no blank's that the
 * words of another row tell, were its own cell empty.
 */
#include "extract/said_match.h"

#include <stdlib.h>

/* The rows of a table that are not sums, by what their words say. */
struct rows {
	unsigned *with; /* by word of the form: rows that have it */
	unsigned n;
};

static uint32_t row_of(const struct matcher *m, size_t figure)
{
	return said_cell_of(m->page, m->a, figure)->row;
}

static void count_words(struct rows *rows, const struct matcher *m,
			size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	size_t i;

	for (i = 0; i < f->n && !f->is_row_bare; i++)
		if (m->page->weights.at[f->first + i].is_near)
			rows->with[m->page->weights.at[f->first + i].word]++;
	rows->n++;
}

static void forget_words(struct rows *rows, const struct matcher *m,
			 size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	size_t i;

	for (i = 0; i < f->n; i++)
		rows->with[m->page->weights.at[f->first + i].word] = 0;
}

/* Its words tell one row from others. */
static bool is_of_row(const struct rows *rows, const struct matcher *m,
		      const struct said_blank *blank)
{
	size_t k, i;

	for (k = 0; k < SAID_TELLINGS; k++)
		for (i = 0; i < blank->by[k].n; i++) {
			uint32_t id = m->form->ids.at[blank->by[k].first + i];

			if (rows->with[id] > 0 && rows->with[id] < rows->n)
				return true;
		}
	return false;
}

static void read_table(struct rows *rows, struct matcher *m, size_t from,
		       size_t end)
{
	size_t i, b;
	uint32_t last = 0;

	rows->n = 0;
	for (i = from; i < end; i++)
		if (!m->page->figures.at[i].is_sum_row &&
		    row_of(m, i) != last) {
			count_words(rows, m, i);
			last = row_of(m, i);
		}
	for (b = 0; b < m->form->blanks.n; b++) {
		if (!is_of_row(rows, m, &m->form->blanks.at[b]))
			continue;
		for (i = from; i < end; i++)
			if (m->page->figures.at[i].is_sum_row)
				*said_score(m, b, i) = 0;
	}
	for (i = from; i < end; i++)
		forget_words(rows, m, i);
}

static bool has_sums(const struct matcher *m, size_t from, size_t end)
{
	while (from < end && !m->page->figures.at[from].is_sum_row)
		from++;
	return from < end;
}

bool said_sums(struct matcher *m)
{
	struct rows rows = {.n = 0};
	size_t i, end;

	rows.with = calloc(m->form->words.words.n + 1, sizeof(*rows.with));
	for (i = 0; rows.with && i < m->page->figures.n; i = end) {
		end = said_table_end(m->page, m->a, i);
		if (said_cell_of(m->page, m->a, i) && has_sums(m, i, end))
			read_table(&rows, m, i, end);
	}
	free(rows.with);
	return rows.with != NULL;
}
