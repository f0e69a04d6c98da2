/*
 * said_whole.c - "Tổng số 58, số lượng 57, tỷ lệ 98,28%" in a row: the count
 * that another is a part of, told by the heads over both, or by the rate.
 */
#include "extract/said_total.h"

#include "text/number.h"

#include <string.h>

enum {
	COUNTS_MAX = 6, /* of a row: bounds the pairs that are tried */
	WHOLES_MIN = 3	/* rows whose rate tells of a column */
};

/* Figures of a row that are no level's, or all of one level. */
struct row {
	size_t counts[COUNTS_MAX], rates[COUNTS_MAX];
	size_t n_counts, n_rates;
	bool is_of_level;
};

/* Numbers of a row as they are read, empty for none. */
struct numbers {
	struct buf counts[COUNTS_MAX], rates[COUNTS_MAX];
};

static void add(size_t *at, size_t *n, size_t figure)
{
	if (*n < COUNTS_MAX)
		at[*n] = figure;
	++*n;
}

/* The level that all figures share, -1 where they do not. */
static int level_of(const struct said_page *page, size_t from, size_t end)
{
	int level = page->figures.at[from].level;

	while (++from < end)
		if (page->figures.at[from].level != level)
			return -1;
	return level;
}

/* Reads a row, gives its end. */
static size_t read_row(struct row *row, const struct said_page *page,
		       const struct anchorer *a, size_t from, size_t end)
{
	uint32_t number = said_cell_of(page, a, from)->row;
	size_t last = from;
	int level;

	while (last < end && said_cell_of(page, a, last)->row == number)
		last++;
	level = level_of(page, from, last);
	row->is_of_level = level >= 0;
	row->n_counts = row->n_rates = 0;
	for (; from < last; from++) {
		const struct said_figure *f = &page->figures.at[from];

		if (f->level != level || (f->aside && !f->is_below))
			continue;
		if (f->is_rate)
			add(row->rates, &row->n_rates, from);
		else
			add(row->counts, &row->n_counts, from);
	}
	return from;
}

static bool read_number(struct buf *out, const struct said_page *page,
			const struct anchorer *a, size_t figure)
{
	bool is_number = said_number_read(out, page, a, figure);
	bool is_good = buf_ok(out);

	if (!is_number)
		buf_clear(out);
	return is_good;
}

static bool read_numbers(struct numbers *numbers, const struct said_page *page,
			 const struct anchorer *a, const struct row *row)
{
	bool is_good = true;
	size_t i;

	for (i = 0; i < row->n_counts && is_good; i++)
		is_good = read_number(&numbers->counts[i], page, a,
				      row->counts[i]);
	for (i = 0; i < row->n_rates && is_good; i++)
		is_good = read_number(&numbers->rates[i], page, a,
				      row->rates[i]);
	return is_good;
}

/* "98,28" of 57 and 58; a part is not all of it, and 0 is 0 % of anything. */
static bool is_rate_of(const struct buf *rate, const struct buf *part,
		       const struct buf *whole)
{
	return rate->size && part->size && whole->size &&
	       number_compare(buf_cstr(part), "0") > 0 &&
	       number_compare(buf_cstr(rate), "100") < 0 &&
	       number_compare(buf_cstr(part), buf_cstr(whole)) < 0 &&
	       number_rate_matches(buf_cstr(rate), buf_cstr(part),
				   buf_cstr(whole));
}

static void note_whole(struct said_page *page, size_t part, size_t whole)
{
	page->figures.at[part].whole = whole;
	page->figures.at[whole].is_whole = true;
}

/* A line ends between the two figures of a paragraph. */
static bool breaks_between(const struct anchorer *a,
			   const struct said_figure *one,
			   const struct said_figure *other)
{
	const struct token *t = a->text.tokens.at;
	bool is_first = one->token < other->token;
	size_t from = t[is_first ? one->last : other->last].start;
	size_t to = t[is_first ? other->token : one->token].start;

	return memchr(a->text.wml->paras.at[one->para].text + from, '\n',
		      to - from) != NULL;
}

/* Lines of one cell, or of a paragraph, speak each for itself. */
static bool are_lines(const struct said_page *page, const struct anchorer *a,
		      size_t one, size_t other)
{
	const struct said_figure *f = page->figures.at;

	if (f[one].para == f[other].para)
		return breaks_between(a, &f[one], &f[other]);
	return said_cell_of(page, a, one) == said_cell_of(page, a, other);
}

/* The pair of counts of a row that a rate of it is told of: when it is of no
 * other. */
static void find_by_rate(struct said_page *page, const struct anchorer *a,
			 const struct row *row, const struct numbers *numbers,
			 size_t rate)
{
	size_t part = SIZE_MAX, whole = SIZE_MAX, i, k, n = 0;

	for (i = 0; i < row->n_counts; i++)
		for (k = 0; k < row->n_counts; k++)
			if (i != k &&
			    !are_lines(page, a, row->counts[i],
				       row->counts[k]) &&
			    is_rate_of(&numbers->rates[rate],
				       &numbers->counts[i],
				       &numbers->counts[k])) {
				part = row->counts[i];
				whole = row->counts[k];
				n++;
			}
	if (n != 1)
		return;
	note_whole(page, part, whole);
	page->figures.at[row->rates[rate]].of = part;
}

/* The one count of a row that counts what the whole does, SIZE_MAX for none;
 * also of things, all of which may be asked for: "Số học liệu | Tổng số hiện
 * có | Xây dựng trong năm". */
static size_t of_its_class(const struct said_page *page, const struct row *row,
			   size_t whole)
{
	const struct said_figure *all = page->figures.at;
	size_t part = SIZE_MAX, i;

	for (i = 0; i < row->n_counts; i++) {
		if (row->counts[i] == whole || all[whole].class == SAID_ANY ||
		    all[whole].class == SAID_THINGS ||
		    all[row->counts[i]].class != all[whole].class)
			continue;
		if (part != SIZE_MAX)
			return SIZE_MAX;
		part = row->counts[i];
	}
	return part;
}

/* "Tổng số" beside "Số lượng", "Tổng số giáo viên của trường" beside "Số giáo
 * viên tham gia". */
static void find_by_heads(struct said_page *page, const struct row *row)
{
	size_t part = SIZE_MAX, whole = SIZE_MAX, parts = 0, wholes = 0, i;

	for (i = 0; i < row->n_counts; i++) {
		const struct said_figure *f = &page->figures.at[row->counts[i]];

		if (f->is_below_all ||
		    (f->is_below_base && f->class == SAID_PERSONS)) {
			whole = row->counts[i];
			wholes++;
		} else if (f->is_below_amount) {
			part = row->counts[i];
			parts++;
		}
	}
	if (wholes == 1 && parts == 0)
		part = of_its_class(page, row, whole);
	if (wholes == 1 && parts < 2 && part != SIZE_MAX)
		note_whole(page, part, whole);
}

/* A column of wholes, and one of their parts. */
struct columns {
	uint32_t part, whole; /* 0 none */
	size_t rows;	      /* that tell */
	bool is_mixed;
};

static void note_columns(struct columns *columns, const struct said_page *page,
			 const struct anchorer *a, const struct row *row)
{
	size_t i;

	for (i = 0; i < row->n_counts; i++) {
		size_t whole = page->figures.at[row->counts[i]].whole;
		uint32_t part, of;

		if (whole == SIZE_MAX)
			continue;
		part = said_cell_of(page, a, row->counts[i])->column;
		of = said_cell_of(page, a, whole)->column;
		columns->is_mixed |= columns->part && (columns->part != part ||
						       columns->whole != of);
		columns->part = part;
		columns->whole = of;
		columns->rows++;
	}
}

/* In a column of nothing but wholes, "Quy mô", none is an answer; nor is one
 * whose part was left blank. */
static void leave_wholes(struct said_page *page, const struct anchorer *a,
			 const struct row *row, const struct columns *columns)
{
	size_t i;

	if (columns->whole == columns->part || columns->rows < WHOLES_MIN)
		return;
	for (i = 0; i < row->n_counts && i < COUNTS_MAX; i++)
		if (said_cell_of(page, a, row->counts[i])->column ==
		    columns->whole)
			page->figures.at[row->counts[i]].aside =
				said_key_of("tong");
}

/* "1.391, 1.391, 100%": which is of which, other rows tell. */
static void find_by_columns(struct said_page *page, const struct anchorer *a,
			    const struct row *row,
			    const struct columns *columns)
{
	size_t part = SIZE_MAX, whole = SIZE_MAX, i;

	for (i = 0; i < row->n_counts; i++) {
		uint32_t column = said_cell_of(page, a, row->counts[i])->column;

		if (column == columns->part)
			part = row->counts[i];
		else if (column == columns->whole)
			whole = row->counts[i];
	}
	if (part == SIZE_MAX || whole == SIZE_MAX)
		return;
	note_whole(page, part, whole);
	for (i = 0; i < row->n_rates && row->n_rates == 1; i++)
		page->figures.at[row->rates[i]].of = part;
}

static bool is_read(const struct row *row)
{
	return row->n_counts >= 2 && row->n_counts <= COUNTS_MAX &&
	       row->n_rates <= COUNTS_MAX;
}

/* False out of memory. */
static bool read_table(struct said_page *page, const struct anchorer *a,
		       struct numbers *numbers, size_t from, size_t end)
{
	struct columns columns = {0, 0, 0, false};
	size_t at = from, i;
	struct row row;

	while (at < end) {
		at = read_row(&row, page, a, at, end);
		if (!is_read(&row))
			continue;
		if (!read_numbers(numbers, page, a, &row))
			return false;
		find_by_heads(page, &row);
		/* of several rates of a level one may be any two counts' */
		for (i = 0;
		     i < row.n_rates && !(row.is_of_level && row.n_rates > 1);
		     i++)
			find_by_rate(page, a, &row, numbers, i);
		note_columns(&columns, page, a, &row);
	}
	if (!columns.part || columns.is_mixed)
		return true;
	while (from < end) {
		from = read_row(&row, page, a, from, end);
		if (is_read(&row))
			find_by_columns(page, a, &row, &columns);
		leave_wholes(page, a, &row, &columns);
	}
	return true;
}

/* A count of a line that no rate is told of yet. */
static bool is_count(const struct said_page *page, size_t figure, size_t para)
{
	const struct said_figure *f = &page->figures.at[figure];

	return f->para == para && !f->is_rate && f->level == -1 && !f->aside;
}

/* "Số trường triển khai: 41. Tổng số trường: 46. Tỷ lệ: 89,1%": two counts, one
 * after the other, and the rate that one is of the other. False out of
 * memory. */
static bool read_line(struct said_page *page, const struct anchorer *a,
		      struct numbers *numbers, size_t rate)
{
	size_t para = page->figures.at[rate].para, i;
	struct row row = {.n_counts = 2, .n_rates = 1};

	if (rate < 2 || !page->figures.at[rate].is_rate ||
	    page->figures.at[rate].level != -1 ||
	    !is_count(page, rate - 1, para) || !is_count(page, rate - 2, para))
		return true;
	for (i = 0; i < 2; i++)
		row.counts[i] = rate - 2 + i;
	row.rates[0] = rate;
	if (!read_numbers(numbers, page, a, &row))
		return false;
	find_by_rate(page, a, &row, numbers, 0);
	return true;
}

/* "Số trường hiện có | 45 | 20 | 25" above "Số lượng | 30 | 12 | 18", by level:
 * nothing that is asked for, where another row tells of a part. */
static void leave_bases(struct said_page *page, size_t from, size_t end)
{
	bool has_part = false, is_by_level = false;
	size_t i;

	for (i = from; i < end; i++) {
		const struct said_figure *f = &page->figures.at[i];

		has_part |= !f->is_base_row && f->level >= 0;
		is_by_level |= f->is_base_row && f->level >= 0;
	}
	for (i = from; has_part && is_by_level && i < end; i++)
		if (page->figures.at[i].is_base_row &&
		    !page->figures.at[i].aside)
			page->figures.at[i].aside = said_key_of("tong");
}

bool said_wholes_find(struct said_page *page, const struct anchorer *a)
{
	struct numbers numbers = {{{0}}, {{0}}};
	bool is_good = true;
	size_t i, end;

	for (i = 0; i < page->figures.n && is_good; i = end) {
		end = said_table_end(page, a, i);
		if (!said_cell_of(page, a, i)) {
			is_good = read_line(page, a, &numbers, i);
			continue;
		}
		leave_bases(page, i, end);
		is_good = read_table(page, a, &numbers, i, end);
	}
	for (i = 0; i < COUNTS_MAX; i++) {
		buf_release(&numbers.counts[i]);
		buf_release(&numbers.rates[i]);
	}
	return is_good;
}
