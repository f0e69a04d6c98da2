/*
 * anchor_beside.c - figures that do not stand behind their words: in the cells
 * of the same row, told by the heads of their columns, and before them, "45
 * CSGD có mạng wifi, đạt 90%".
 */
#include "extract/anchor.h"

#include <string.h>

enum {
	HEAD_ROWS = 2,	 /* of a table, that may say what a column holds */
	BEFORE_MAX = 4,	 /* words before a figure: "Toàn ngành hiện có" */
	BETWEEN_MAX = 3, /* and behind it: "45 cơ sở giáo dục" is a unit */
	CELLS_MAX = 16
};

enum column {
	COLUMN_COUNT,
	COLUMN_RATE,
	COLUMN_PART, /* of one level of several */
	COLUMN_OTHER /* units, notes */
};

/* A cell behind the question's. */
struct cell {
	enum column column;
	bool is_figure;
	size_t from, to; /* its number; from == to when it is empty */
};

struct cells {
	struct cell at[CELLS_MAX];
	size_t n, n_rates, n_parts, n_figures; /* of counts */
};

static bool is_figure(const struct anchorer *a, size_t i)
{
	const struct item *item = &a->items.at[i];

	return item->kind == ITEM_BLANK && (item->field->type == FIELD_COUNT ||
					    item->field->type == FIELD_PERCENT);
}

static bool is_rate(const struct anchorer *a, size_t i)
{
	return a->items.at[i].field->type == FIELD_PERCENT;
}

/* ---- cells of a row ------------------------------------------------------ */

/* "THCS", "Khối 6": a head that names a level or a grade of it, and no more. */
static bool is_part(const struct token *t, size_t n)
{
	static const char *const ALONE[] = {"mn", "th", "thcs", "thpt", "gdtx"};
	static const char *const PAIRS[][2] = {
		{"mam", "non"}, {"mau", "giao"}, {"tieu", "hoc"}};
	static const char *const GRADES[] = {"cap", "khoi", "lop"};

	if (n > 1 && (token_is(t, "bac") || token_is(t, "cap")) &&
	    t[1].kind == TOKEN_WORD) {
		t++;
		n--;
	}
	if (n == 1)
		return token_is_among(t, ALONE, sizeof(ALONE) / sizeof(*ALONE));
	if (n != 2)
		return false;
	return token_is_pair_among(t, PAIRS, sizeof(PAIRS) / sizeof(*PAIRS)) ||
	       (t[1].kind == TOKEN_NUMBER &&
		token_is_among(t, GRADES, sizeof(GRADES) / sizeof(*GRADES)));
}

static enum column kind_of(const struct anchorer *a, size_t from, size_t to)
{
	const struct token *t = a->text.tokens.at;
	size_t first = from;

	if (from < to && is_part(&t[from], to - from))
		return COLUMN_PART;
	for (; from < to; from++) {
		if (t[from].kind == TOKEN_SIGN)
			return COLUMN_RATE;
		if (from + 1 == to)
			break;
		if (token_is(&t[from], "ti") && token_is(&t[from + 1], "le"))
			return COLUMN_RATE;
		if ((token_is(&t[from], "ghi") &&
		     token_is(&t[from + 1], "chu")) ||
		    (token_is(&t[from], "don") &&
		     token_is(&t[from + 1], "vi") &&
		     (from == first || !token_is(&t[from - 1], "cua"))))
			return COLUMN_OTHER;
	}
	return to > 0 && from < to && token_is(&t[from], "dvt") ? COLUMN_OTHER
								: COLUMN_COUNT;
}

/* By the first rows of the table the paragraph is in. */
static enum column column_of(const struct anchorer *a, size_t para)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	const struct wml_para *p = &paras[para];
	enum column kind = COLUMN_COUNT;
	size_t first = para, rows = 0, at;

	while (first > 0 && paras[first - 1].depth > 0 &&
	       paras[first - 1].table == p->table)
		first--;
	for (; first < para && rows < HEAD_ROWS && kind == COLUMN_COUNT;
	     rows++) {
		size_t head = SIZE_MAX, row = paras[first].row;

		if (row == p->row)
			break;
		for (at = first; at < para && paras[at].row == row; at++)
			if (paras[at].column <= p->column)
				head = at;
		first = at;
		if (head != SIZE_MAX)
			kind = kind_of(a, a->text.first[head],
				       a->text.first[head + 1]);
	}
	return kind;
}

static void add_cell(const struct anchorer *a, struct cells *cells, size_t para)
{
	struct cell *cell = &cells->at[cells->n];
	const struct token *t = a->text.tokens.at;
	size_t end = a->text.first[para + 1];

	cell->column = column_of(a, para);
	cell->from = cell->to = a->text.first[para];
	/* words say nothing of figures */
	if (cell->column == COLUMN_OTHER ||
	    (cell->from < end && t[cell->from].kind != TOKEN_NUMBER))
		return;
	cell->is_figure = cell->from < end;
	while (cell->to < end && t[cell->to].kind == TOKEN_NUMBER)
		cell->to++;
	cells->n++;
	cells->n_rates += cell->column == COLUMN_RATE;
	cells->n_parts += cell->column == COLUMN_PART;
	cells->n_figures += cell->column == COLUMN_COUNT && cell->is_figure;
}

static void find_cells(const struct anchorer *a, struct cells *cells)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i;

	for (i = a->home + 1; i < a->end && cells->n < CELLS_MAX; i++) {
		if (paras[i].column == paras[a->home].column ||
		    paras[i].column == paras[i - 1].column ||
		    (i + 1 < a->text.wml->paras.n && paras[i + 1].depth > 0 &&
		     paras[i + 1].row == paras[i].row &&
		     paras[i + 1].column == paras[i].column))
			continue;
		add_cell(a, cells, i);
	}
}

static bool is_found(const struct anchorer *a, size_t i)
{
	return a->items.at[i].kind == ITEM_WORD &&
	       a->fits[i].to > a->fits[i].from;
}

/* The blank that the row asks for: its words before it stand in the cell. */
static size_t asked(const struct anchorer *a)
{
	size_t i, best = SIZE_MAX, words = 0, found = 0, last = SIZE_MAX;
	double most = 0;

	for (i = 0; i < a->items.n; i++) {
		if (a->items.at[i].kind == ITEM_WORD) {
			words++;
			found += is_found(a, i) &&
				 a->fits[i].from < a->text.first[a->home + 1];
			continue;
		}
		if (!is_figure(a, i))
			continue;
		/* a rate goes with its count */
		if (is_rate(a, i) && last != SIZE_MAX) {
			words = found = 0;
			continue;
		}
		last = i;
		if (words && (double)found / (double)words > most) {
			most = (double)found / (double)words;
			best = i;
		}
		words = found = 0;
	}
	return best;
}

static void give(struct fit *fit, const struct cells *cells, enum column column)
{
	const struct cell *empty = NULL;
	size_t i;

	fit->is_lost = true;
	for (i = 0; i < cells->n; i++) {
		const struct cell *cell = &cells->at[i];

		if (cell->column != column)
			continue;
		if (!cell->is_figure) {
			empty = empty ? empty : cell;
			continue;
		}
		fit->from = cell->from;
		fit->to = cell->to;
		fit->is_told = true;
		fit->is_lost = false;
		return;
	}
	if (empty) {
		fit->from = fit->to = empty->from;
		fit->is_told = column == COLUMN_RATE || cells->n == 1;
		fit->is_lost = !fit->is_told;
	}
}

static bool is_plain(const struct anchorer *a)
{
	size_t i, n = 0;

	for (i = 0; i < a->items.n; i++) {
		if (a->items.at[i].kind == ITEM_BLANK && !is_figure(a, i))
			return false;
		n += a->items.at[i].kind == ITEM_BLANK;
	}
	return n > 0;
}

/* "| LMS | 4 | 9 |" below "Mầm non | Tổng": which of the figures the line's
 * are, their heads tell (said.h), and not their order. */
static void leave_parts(struct anchorer *a)
{
	size_t i;

	for (i = 0; i < a->items.n; i++)
		if (is_figure(a, i) &&
		    a->fits[i].from >= a->text.first[a->home + 1])
			a->fits[i].is_lost = true;
}

/* A row of a hand's own table: a question, and its figures in cells. */
static bool cells_beside(struct anchorer *a)
{
	struct cells cells = {.n = 0};
	size_t first, i;
	bool has_count;

	if (a->home >= a->end || a->text.wml->paras.at[a->home].depth == 0)
		return false;
	find_cells(a, &cells);
	if (cells.n_parts > 0 && cells.n > 1 &&
	    (cells.n_rates == 0 || !is_plain(a))) {
		leave_parts(a);
		return true;
	}
	/* heads that tell no rates leave it to the words */
	if (!is_plain(a) || cells.n_rates != 1 || cells.n_figures > 1)
		return false;
	first = asked(a);
	if (first == SIZE_MAX ||
	    (cells.n_parts > 0 && a->items.at[first].field->levels))
		return false;
	has_count = !is_rate(a, first);
	for (i = 0; i < a->items.n; i++) {
		if (!is_figure(a, i))
			continue;
		if (i == first)
			give(&a->fits[i], &cells,
			     has_count ? COLUMN_COUNT : COLUMN_RATE);
		else if (i > first && has_count && is_rate(a, i)) {
			give(&a->fits[i], &cells, COLUMN_RATE);
			has_count = false;
		} else {
			a->fits[i].is_lost = true;
			has_count = has_count && i < first;
		}
	}
	return true;
}

/* ---- a figure before its words ------------------------------------------- */

static char behind(const struct anchorer *a, size_t token)
{
	const struct token *t = &a->text.tokens.at[token];
	const struct wml_para *p =
		&a->text.wml->paras.at[anchor_para_of(&a->text, token)];
	size_t at = t->start + t->size;

	return at < p->size ? p->text[at] : '\0';
}

/* What is counted, no name: "năm 2023", "Thông tư số 09". */
static bool is_name(const struct anchorer *a, size_t token)
{
	static const char *const NAMES[] = {"nam", "thang", "ngai", "so", "muc",
					    "lop", "khoi",  "ki",   "qui"};

	return token != a->text.first[a->home] &&
	       token_is_among(&a->text.tokens.at[token - 1], NAMES,
			      sizeof(NAMES) / sizeof(*NAMES));
}

static bool is_percent(const struct anchorer *a, size_t token)
{
	return token + 1 < a->text.first[a->home + 1] &&
	       a->text.tokens.at[token + 1].kind == TOKEN_SIGN;
}

/* The one figure among the tokens of the paragraph before `to`. */
static bool front_figure(const struct anchorer *a, size_t to, bool is_rate,
			 struct fit *figure)
{
	const struct token *t = a->text.tokens.at;
	size_t i, first = a->text.first[a->home];

	figure->from = SIZE_MAX;
	for (i = first; i < to; i++) {
		if (t[i].kind != TOKEN_NUMBER)
			continue;
		if (figure->from != SIZE_MAX) {
			/* "45/60" */
			if (i != figure->to || behind(a, i - 1) != '/')
				return false;
		} else {
			figure->from = i;
		}
		figure->to = i + 1;
	}
	if (figure->from == SIZE_MAX || figure->from - first > BEFORE_MAX ||
	    to - figure->to > BETWEEN_MAX || is_name(a, figure->from))
		return false;
	if (is_percent(a, figure->to - 1) != is_rate)
		return false;
	/* "1. ", "2022-2023" */
	return is_rate || behind(a, figure->to - 1) == ' ';
}

/* The number of a blank in the line's own paragraph, SIZE_MAX for none. */
static size_t number_of(const struct anchorer *a, const struct fit *fit)
{
	size_t i;

	for (i = fit->from; i < fit->to && i < a->text.first[a->home + 1]; i++)
		if (a->text.tokens.at[i].kind == TOKEN_NUMBER)
			return i;
	return SIZE_MAX;
}

/* The rate that goes with it: the one of the line. */
static void give_rate(struct anchorer *a, size_t i, size_t from)
{
	size_t k = i + 1, at, end = a->text.first[a->home + 1];
	struct fit *fit;

	while (k < a->items.n && !is_figure(a, k))
		k++;
	if (k == a->items.n || !is_rate(a, k))
		return;
	fit = &a->fits[k];
	if (number_of(a, fit) != SIZE_MAX)
		return;
	fit->is_lost = true;
	for (at = from; at < end; at++) {
		if (a->text.tokens.at[at].kind != TOKEN_NUMBER ||
		    !is_percent(a, at))
			continue;
		fit->is_lost = !fit->is_lost;
		fit->is_told = !fit->is_lost;
		fit->from = at;
		fit->to = at + 1;
		if (fit->is_lost)
			return;
	}
}

static void figure_before(struct anchorer *a)
{
	struct fit figure = {0}, *fit;
	size_t i = 0, k, word = SIZE_MAX;

	for (; i < a->items.n && a->items.at[i].kind == ITEM_WORD; i++)
		if (word == SIZE_MAX && is_found(a, i))
			word = a->fits[i].from;
	if (i == a->items.n || !is_figure(a, i) || word == SIZE_MAX ||
	    word >= a->text.first[a->home + 1])
		return;
	fit = &a->fits[i];
	k = number_of(a, fit);
	if (k != SIZE_MAX && (is_rate(a, i) || !is_percent(a, k)))
		return;
	if (!front_figure(a, word, is_rate(a, i), &figure))
		return;
	fit->from = figure.from;
	fit->to = figure.to;
	fit->is_told = true;
	give_rate(a, i, word);
	/* the sentence ends with its line */
	for (k = i + 1; k < a->items.n; k++)
		if (is_figure(a, k) &&
		    a->fits[k].from >= a->text.first[a->home + 1])
			a->fits[k].is_lost = true;
}

void anchor_beside(struct anchorer *a)
{
	if (!cells_beside(a))
		figure_before(a);
}
