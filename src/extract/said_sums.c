/*
 * said_sums.c - the row "Cộng" of a table: its figures are no blank's that the
 * words of another row tell, were its own cell empty; and those of rows that
 * no blank's words tell are parts of it. The column "Cộng": the figures beside
 * it are its parts where they add up to it.
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

#include <string.h>

enum {
	COLUMN_MAX = 64, /* rows that a sum is of */
	ABOVE_MAX = 3	 /* paragraphs above a table that may tell it */
};

/* Of what the words of a row tell, the share of a blank's row; and of rows that
 * are others', as a mean. */
#define ROW_SHARE   0.75F
#define OTHER_SHARE 0.3F
/* Of the score of one blank: another is as like. */
#define ALIKE_SHARE 0.85F
/* Of the score of a part: so much less like it, another is none of its kin. */
#define OWN_SHARE 0.5F
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

/* The words of its row, and no head's over its column, nor its own cell's,
 * "Mức 1: 6"; they tell no other blank more. */
static bool is_told_by_row(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	size_t best;

	if (!f->is_bare || f->is_row_bare || f->is_row_level ||
	    said_near(m, blank, figure) < ROW_SHARE)
		return false;
	best = said_best_blank(m, figure);
	return best == SIZE_MAX ||
	       *said_score(m, blank, figure) >=
		       ALIKE_SHARE * *said_score(m, best, figure);
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
		if (!m->page->figures.at[from].is_row_bare &&
		    !m->page->figures.at[from].is_row_level)
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

	return !f->is_sum_row && f->level == -1 &&
	       (f->is_row_level ||
		(!f->is_row_bare && said_near(m, blank, figure) < ROW_SHARE));
}

/* A figure that is the blank's neither by its row nor by the sum. */
static bool is_none_of(const struct matcher *m, size_t blank, size_t figure,
		       enum rows rows, const float *sums)
{
	uint32_t column = said_cell_of(m->page, m->a, figure)->column;

	if (rows == ROWS_ONE)
		return m->page->figures.at[figure].is_sum_row;
	if (rows != ROWS_OTHER || column > COLUMNS_MAX ||
	    !is_part(m, blank, figure))
		return false;
	return m->page->figures.at[figure].is_row_level
		       ? sums[column] > 0
		       : sums[column] >=
				 SUM_SHARE * *said_score(m, blank, figure);
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

/* ---- rows that add up ---------------------------------------------------- */

/* Figures right above one another in a column. */
struct column {
	size_t at[COLUMN_MAX], n;
};

/* "3 (14,3%)": the rate of the count in its cell. */
static bool is_rate_within(const struct matcher *m, size_t figure)
{
	size_t of = m->page->figures.at[figure].of;

	return m->page->figures.at[figure].is_rate && of != SIZE_MAX &&
	       said_cell_of(m->page, m->a, of) ==
		       said_cell_of(m->page, m->a, figure);
}

/* Those above a sum, up to another sum. */
static void read_column(struct column *column, const struct matcher *m,
			size_t sum, size_t from)
{
	uint32_t of = said_cell_of(m->page, m->a, sum)->column;
	uint32_t row = row_of(m, sum);
	size_t i = sum;

	column->n = 0;
	while (i-- > from && column->n < COLUMN_MAX) {
		const struct wml_cell *cell = said_cell_of(m->page, m->a, i);

		if (cell->column != of || cell->row == row ||
		    is_rate_within(m, i))
			continue;
		if (m->page->figures.at[i].is_sum_row ||
		    m->page->figures.at[i].is_rate)
			return;
		row = cell->row;
		column->at[column->n++] = i;
	}
}

static bool adds_up(struct matcher *m, const struct column *column, size_t sum)
{
	struct said_total total = {.page = m->page, .a = m->a};
	bool adds = true;
	size_t i;

	said_total_begin(&total);
	for (i = 0; i < column->n && adds; i++)
		adds = said_total_add(&total, column->at[i]);
	adds = adds && said_total_is(&total, sum);
	m->is_lost |= total.is_lost;
	said_total_release(&total);
	return adds;
}

/* The one blank that all figures of a column are likest; SIZE_MAX when there
 * are two, or none. */
static size_t likest_of_all(const struct matcher *m,
			    const struct column *column)
{
	size_t best = SIZE_MAX, i;

	for (i = 0; i < column->n; i++) {
		size_t b = said_best_blank(m, column->at[i]);

		if (m->page->figures.at[column->at[i]].level != -1 ||
		    (b != SIZE_MAX && best != SIZE_MAX && b != best))
			return SIZE_MAX;
		if (b != SIZE_MAX)
			best = b;
	}
	return best;
}

/* "Mức 1", "Mức 2": figures that are likest two blanks; or one that is all of
 * the sum. */
static bool are_others(const struct matcher *m, const struct column *parts)
{
	size_t i, first = said_best_blank(m, parts->at[0]);

	for (i = 1; i < parts->n; i++)
		if (said_best_blank(m, parts->at[i]) != first)
			return true;
	return parts->n == 1;
}

/* Two figures of a column are likest one blank: rows of things that the form
 * does not name, whatever their words are like. */
static bool has_two_alike(const struct matcher *m, const struct column *column)
{
	size_t i, k;

	for (i = 1; i < column->n; i++) {
		size_t b = said_best_blank(m, column->at[i]);

		for (k = 0; k < i && b != SIZE_MAX; k++)
			if (said_best_blank(m, column->at[k]) == b &&
			    said_same_level(m, column->at[i], column->at[k]))
				return true;
	}
	return false;
}

static void leave(struct matcher *m, size_t figure)
{
	size_t b;

	m->choice[figure].is_part = true;
	for (b = 0; b < m->form->blanks.n; b++)
		*said_score(m, b, figure) = 0;
}

static void leave_all(struct matcher *m, const struct column *parts)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		leave(m, parts->at[i]);
}

static float greater(float a, float b)
{
	return a > b ? a : b;
}

/* Blanks of one section, or of one table of the form. */
static bool are_kin(const struct node *one, const struct node *other)
{
	return one == other ||
	       (one && other && one->kind == NODE_ROW &&
		other->kind == NODE_ROW && one->parent == other->parent);
}

/* Figures of several blanks add up: the sum is none of theirs, nor of another
 * kin to them that it is hardly more like, whose own cell is empty. */
static void leave_sum(struct matcher *m, const struct column *parts, size_t sum)
{
	const struct node *section = NULL;
	float most = 0, own = 0;
	size_t i, b;

	for (i = 0; i < parts->n; i++) {
		b = said_best_blank(m, parts->at[i]);
		if (b == SIZE_MAX)
			continue;
		section = m->form->blanks.at[b].section;
		most = greater(most, *said_score(m, b, sum));
		own = greater(own, *said_score(m, b, parts->at[i]));
	}
	/* it was seen before that it is none of theirs */
	if (most <= 0)
		most = OWN_SHARE * own;
	for (b = 0; b < m->form->blanks.n; b++)
		if (are_kin(m->form->blanks.at[b].section, section) &&
		    ALIKE_SHARE * *said_score(m, b, sum) <= most)
			*said_score(m, b, sum) = 0;
}

static bool are_of_level(const struct matcher *m, const struct column *parts,
			 size_t sum)
{
	size_t i = 0;

	while (i < parts->n && said_same_level(m, parts->at[i], sum))
		i++;
	return i == parts->n;
}

/* Rows of several levels or blanks add up: the sum is none of theirs. */
static void leave_theirs(struct matcher *m, const struct column *column,
			 size_t sum)
{
	size_t i;

	for (i = 0; i < column->n; i++) {
		size_t b = said_best_blank(m, column->at[i]);

		if (b != SIZE_MAX)
			*said_score(m, b, sum) = 0;
	}
}

/* "Mức 1: 2", "Mức 2: 7", "Cộng: 9". */
static void read_column_sum(struct matcher *m, size_t sum, size_t from)
{
	struct column column;

	read_column(&column, m, sum, from);
	if (column.n > 0 && are_of_level(m, &column, sum) &&
	    adds_up(m, &column, sum) && are_others(m, &column) &&
	    !has_two_alike(m, &column))
		leave_sum(m, &column, sum);
}

/* "Lớp e-Learning: 6", "Lớp an toàn mạng: 7", "Cộng: 13", where the words of
 * all rows speak for one blank: its is the sum. */
static void take_sum(struct matcher *m, size_t sum, size_t from)
{
	struct column column;
	size_t b, i;

	read_column(&column, m, sum, from);
	if (column.n < 2 || !adds_up(m, &column, sum))
		return;
	b = likest_of_all(m, &column);
	if (b == SIZE_MAX && !has_two_alike(m, &column)) {
		leave_theirs(m, &column, sum);
		return;
	}
	for (i = 0; i < column.n && b != SIZE_MAX; i++)
		if (*said_score(m, b, column.at[i]) > *said_score(m, b, sum))
			*said_score(m, b, sum) = *said_score(m, b,
							     column.at[i]);
	leave_all(m, &column);
}

/* ---- columns that add up ------------------------------------------------- */

static bool is_beside(const struct matcher *m, size_t sum, size_t other)
{
	const struct wml_cell *cell = said_cell_of(m->page, m->a, other);

	return cell && cell->row == row_of(m, sum) &&
	       !m->page->figures.at[other].is_below_all &&
	       said_same_level(m, sum, other);
}

static void add_beside(struct column *row, const struct matcher *m, size_t i)
{
	if (!m->page->figures.at[i].is_rate)
		row->at[row->n++] = i;
}

/* The counts before a sum in its row, or those behind it. */
static void read_row(struct column *row, const struct matcher *m, size_t sum,
		     size_t from, size_t end)
{
	size_t i;

	row->n = 0;
	for (i = sum; i > from && row->n < COLUMN_MAX; i--) {
		if (!is_beside(m, sum, i - 1))
			break;
		add_beside(row, m, i - 1);
	}
	if (row->n > 0)
		return;
	for (i = sum + 1; i < end && row->n < COLUMN_MAX; i++) {
		if (!is_beside(m, sum, i))
			break;
		add_beside(row, m, i);
	}
}

/* Parts, and below each its rate: "Tỷ lệ | 91,7 | 97,8". */
static void leave_row(struct matcher *m, const struct column *row, size_t end)
{
	size_t i, k;

	leave_all(m, row);
	for (i = 0; i < row->n; i++) {
		const struct wml_cell *part = said_cell_of(m->page, m->a,
							   row->at[i]);

		for (k = row->at[i]; k < end && row_of(m, k) < part->row + 2;
		     k++)
			if (m->page->figures.at[k].is_rate &&
			    row_of(m, k) == part->row + 1 &&
			    said_cell_of(m->page, m->a, k)->column ==
				    part->column)
				leave(m, k);
	}
}

/* "Tiểu học 9", "THCS 22", "Cộng 31", where the form knows no levels: parts;
 * "Mức 1: 9", "Mức 2: 22", "Tổng số: 31": a sum. */
static void read_row_sum(struct matcher *m, size_t sum, size_t from, size_t end)
{
	struct column row;

	read_row(&row, m, sum, from, end);
	if (row.n == 0 || !adds_up(m, &row, sum))
		return;
	if (are_others(m, &row))
		leave_sum(m, &row, sum);
	else if (m->page->figures.at[sum].is_below_all &&
		 m->page->figures.at[sum].level == -1)
		leave_row(m, &row, end);
}

static void read_sums(struct matcher *m, size_t from, size_t end)
{
	size_t i;

	for (i = from; i < end; i++) {
		const struct said_figure *f = &m->page->figures.at[i];

		if ((f->is_below_all || f->is_column_total) && !f->is_rate)
			read_row_sum(m, i, from, end);
		if (f->is_sum_row && !f->is_rate)
			read_column_sum(m, i, from);
	}
}

/* ---- sums above a table -------------------------------------------------- */

/* The counts of a column from a figure on, in rows of their own. */
static void read_down(struct column *column, const struct matcher *m,
		      size_t first, size_t end)
{
	uint32_t of = said_cell_of(m->page, m->a, first)->column, row = 0;
	size_t i;

	column->n = 0;
	for (i = first; i < end && column->n < COLUMN_MAX; i++) {
		const struct wml_cell *cell = said_cell_of(m->page, m->a, i);

		if (cell->column != of || cell->row == row ||
		    m->page->figures.at[i].is_rate)
			continue;
		row = cell->row;
		column->at[column->n++] = i;
	}
}

/* The figures of the paragraph right above a table add up what a column of it
 * has. */
static bool is_told_above(struct matcher *m, const struct column *column)
{
	const struct said_figure *all = m->page->figures.at;
	const struct wml_cell *cell = said_cell_of(m->page, m->a,
						   column->at[0]);
	size_t table = m->a->text.wml->tables.at[cell->table - 1].first, i;

	for (i = column->at[0]; i-- > 0 && all[i].para + ABOVE_MAX >= table;)
		if (!said_cell_of(m->page, m->a, i) && !all[i].is_rate &&
		    !all[i].aside && adds_up(m, column, i))
			return true;
	return false;
}

/* "416 giáo viên tham gia, cụ thể:" and below it "172", "116", "128" in rows
 * that all speak for one blank: parts. */
static void leave_told(struct matcher *m, size_t from, size_t end)
{
	struct column column;
	size_t i;

	for (i = from; i < end && row_of(m, i) == row_of(m, from); i++) {
		read_down(&column, m, i, end);
		if (column.n > 1 && likest_of_all(m, &column) != SIZE_MAX &&
		    is_told_above(m, &column))
			leave_all(m, &column);
	}
}

void said_sums(struct matcher *m)
{
	size_t i, k, end;

	for (i = 0; i < m->page->figures.n; i = end) {
		end = said_table_end(m->page, m->a, i);
		for (k = i; k < end && !m->page->figures.at[k].is_sum_row;)
			k++;
		if (!said_cell_of(m->page, m->a, i))
			continue;
		read_sums(m, i, end);
		if (k == end) {
			leave_told(m, i, end);
			continue;
		}
		read_table(m, i, end);
		for (; k < end; k++)
			if (m->page->figures.at[k].is_sum_row &&
			    !m->page->figures.at[k].is_rate)
				take_sum(m, k, i);
	}
}
