/*
 * said_family.c - a total beside its levels: where the figures of a column by
 * level are one blank's, the one in the row "Cộng" is its total, and that in
 * the row "Tỷ lệ" its rate. The same along a row. Parts beside "Cộng" of a form
 * that knows no levels are left.
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

#include <string.h>

enum {
	MEMBERS_MIN = 2
};

/* How much more like one part of a whole than the next. */
#define LIKER 1.2F

/* The blank that figures by level are most like. */
struct family {
	size_t blank;
	float score; /* the least of theirs */
	unsigned n;
	bool is_mixed; /* they are of several */
};

struct families {
	struct family column[COLUMNS_MAX + 1], row;
};

static const struct wml_cell *cell_of(const struct matcher *m, size_t figure)
{
	return said_cell_of(m->page, m->a, figure);
}

static void join(struct family *family, size_t blank, float score)
{
	if (family->n++ == 0) {
		family->blank = blank;
		family->score = score;
		return;
	}
	family->is_mixed |= family->blank != blank;
	if (score < family->score)
		family->score = score;
}

static void note(struct matcher *m, struct family *family, size_t figure)
{
	size_t best;

	if (m->page->figures.at[figure].level < 0)
		return;
	best = said_best_blank(m, figure);
	if (best == SIZE_MAX || !m->form->blanks.at[best].field->levels)
		family->is_mixed = true;
	else
		join(family, best, *said_score(m, best, figure));
}

/* Several figures, all of one blank. */
static bool is_one(const struct family *family)
{
	return family->n >= MEMBERS_MIN && !family->is_mixed;
}

/* The blank of a total of a family: its count, or the rate of that. */
static size_t blank_for(const struct matcher *m, const struct family *family,
			const struct said_figure *figure)
{
	if (!is_one(family))
		return SIZE_MAX;
	if (m->form->blanks.at[family->blank].is_rate == figure->is_rate)
		return family->blank;
	return figure->is_rate ? said_rate_blank(m, family->blank) : SIZE_MAX;
}

/* The part of a sum that a figure is said to be, more than any other: SIZE_MAX
 * for none. Its column may be said to be of the whole too. */
static size_t part_of(struct matcher *m, const struct said_add *add,
		      size_t figure)
{
	size_t likest = said_best_blank(m, figure), best = SIZE_MAX,
	       second = SIZE_MAX, k;
	float most = 0, next = 0;

	for (k = 0; k < add->n; k++) {
		float score = *said_score(m, add->parts[k], figure);

		if (score > most) {
			next = most;
			second = best;
			most = score;
			best = add->parts[k];
		} else if (score > next) {
			next = score;
			second = add->parts[k];
		}
	}
	if (best == SIZE_MAX || (best != likest && likest != add->whole) ||
	    (likest == add->whole &&
	     said_clarity(m, best, likest, figure) < SAID_CLEAR_MIN))
		return SIZE_MAX;
	return most > LIKER * next || said_clarity(m, best, second, figure) >=
					      SAID_CLEAR_MIN
		       ? best
		       : SIZE_MAX;
}

/* The figures of a table, and how its levels stand: below one another, or
 * beside. */
struct layout {
	size_t from, end;
	bool is_column;
};

static bool is_in_row(const struct matcher *m, size_t one, size_t other)
{
	return cell_of(m, one)->row == cell_of(m, other)->row;
}

static bool is_in_column(const struct matcher *m, size_t one, size_t other)
{
	return cell_of(m, one)->column == cell_of(m, other)->column;
}

/* "Mức 1", "Mức 2": across its levels a table has several parts of a sum that
 * the form's constraints state, a figure is one of them, and not what the
 * others add up to. */
static bool is_addend(struct matcher *m, const struct said_add *add,
		      size_t figure, const struct layout *table)
{
	size_t part = part_of(m, add, figure), other, i;
	struct said_total others = {.page = m->page, .a = m->a};
	bool has_other = false;
	unsigned n = 0;

	if (part == SIZE_MAX)
		return false;
	said_total_begin(&others);
	for (i = table->from; i < table->end; i++) {
		if (i == figure ||
		    !(table->is_column ? is_in_row(m, i, figure)
				       : is_in_column(m, i, figure)))
			continue;
		other = part_of(m, add, i);
		if (other == SIZE_MAX)
			continue;
		has_other |= other != part;
		n += said_total_add(&others, i);
	}
	has_other = has_other && (n < 2 || !said_total_is(&others, figure));
	m->is_lost |= others.is_lost;
	said_total_release(&others);
	return has_other;
}

/* By level the figures of a family are nobody's. */
static void leave_levels(struct matcher *m, const struct family *family,
			 size_t total, const struct layout *table)
{
	size_t i;

	for (i = table->from; i < table->end; i++)
		if (m->page->figures.at[i].level >= 0 &&
		    (table->is_column ? is_in_column(m, i, total)
				      : is_in_row(m, i, total)))
			*said_score(m, family->blank, i) = 0;
}

/* A family whose total is said to be a blank's which the form asks for without
 * levels, more than the family's. */
static bool is_without_levels(struct matcher *m, const struct family *family,
			      size_t total)
{
	size_t best = said_best_blank(m, total);

	return best != SIZE_MAX && best != family->blank &&
	       !m->form->blanks.at[best].field->levels &&
	       !said_is_part_of(m, best, family->blank) &&
	       *said_score(m, best, total) > LIKER * family->score;
}

/* ... or one of parts, which the form asks for without levels. */
static bool is_of_part(struct matcher *m, const struct family *family,
		       size_t total, const struct layout *table)
{
	const struct said_form *form = m->form;
	bool is_part = false;
	size_t i;

	for (i = 0; i < form->adds.n && !is_part; i++)
		is_part = form->adds.at[i].whole == family->blank &&
			  is_addend(m, &form->adds.at[i], total, table);
	return is_part;
}

static void take(struct matcher *m, const struct family *family, size_t figure)
{
	size_t to = blank_for(m, family, &m->page->figures.at[figure]), b;

	if (to == SIZE_MAX || said_is_aside(m, to, figure))
		return;
	for (b = 0; b < m->form->blanks.n; b++)
		if (b != to)
			*said_score(m, b, figure) = 0;
	if (*said_score(m, to, figure) < family->score)
		*said_score(m, to, figure) = family->score;
}

static void take_total(struct matcher *m, const struct families *f,
		       size_t figure, size_t from, size_t end)
{
	const struct said_figure *total = &m->page->figures.at[figure];
	uint32_t column = cell_of(m, figure)->column;
	struct layout table = {from, end,
			       total->is_row_total && column <= COLUMNS_MAX};
	const struct family *family = table.is_column ? &f->column[column]
						      : &f->row;

	if (total->level >= 0 || !(table.is_column || total->is_column_total))
		return;
	if (is_one(family) && (is_of_part(m, family, figure, &table) ||
			       is_without_levels(m, family, figure)))
		leave_levels(m, family, figure, &table);
	else
		take(m, family, figure);
}

static size_t row_end(const struct matcher *m, size_t from, size_t end)
{
	uint32_t row = cell_of(m, from)->row;

	while (from < end && cell_of(m, from)->row == row)
		from++;
	return from;
}

/* "THCS", "THPT" beside "Cộng", of a form that knows no levels: a figure below
 * them is a part of one, and no blank's. */
static void leave_parts(struct matcher *m, size_t from, size_t end)
{
	const struct said_figure *at = m->page->figures.at;
	bool has_sum = false;
	size_t i, b;

	for (i = from; i < end; i++)
		has_sum |= at[i].is_below_all && !at[i].is_rate;
	for (i = from; has_sum && i < end; i++)
		for (b = 0; at[i].is_column_level && at[i].level == -1 &&
			    b < m->form->blanks.n;
		     b++)
			*said_score(m, b, i) = 0;
}

static void read_table(struct matcher *m, size_t from, size_t end)
{
	struct families f;
	size_t first = from, i, last;

	memset(&f, 0, sizeof(f));
	for (i = from; i < end; i++)
		if (cell_of(m, i)->column <= COLUMNS_MAX)
			note(m, &f.column[cell_of(m, i)->column], i);
	for (; from < end; from = last) {
		last = row_end(m, from, end);
		leave_parts(m, from, last);
		memset(&f.row, 0, sizeof(f.row));
		for (i = from; i < last; i++)
			note(m, &f.row, i);
		for (i = from; i < last; i++)
			take_total(m, &f, i, first, end);
	}
}

void said_families(struct matcher *m)
{
	size_t i, end;

	for (i = 0; i < m->page->figures.n; i = end) {
		end = said_table_end(m->page, m->a, i);
		if (cell_of(m, i))
			read_table(m, i, end);
	}
}
