/*
 * said_table.c - the cells that speak for a cell: the words of its row, the
 * heads of its column, the rows above that lead its row in.
 */
#include "extract/said.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	HEAD_ROWS_MAX = 4,
	COLUMNS_MAX = 63,   /* what Word allows; a table of more is not read */
	GROUPS_UP_MAX = 200 /* rows looked up for one that leads in */
};

#define WEIGHT_ROW    1.0F
#define WEIGHT_COLUMN 0.95F
#define WEIGHT_LEAD   0.75F /* the row a row with a bullet goes with */
#define WEIGHT_GROUP  0.7F

struct look {
	struct said_heads *heads;
	const struct said_cells *cells;
	const struct anchorer *a;
	const struct wml_cell *all, *cell;
	const struct wml_table *table;
	uint32_t n_heads; /* rows */
};

int said_cells_read(struct said_cells *cells, const struct anchorer *a)
{
	const struct wml_story *wml = a->text.wml;
	size_t n_tables = wml->tables.n, i;

	cells->order = calloc(wml->cells.n + 1, sizeof(*cells->order));
	cells->first = calloc(n_tables + 2, sizeof(*cells->first));
	if (!cells->order || !cells->first)
		return err_set(a->err, VB_NOMEM, "out of memory");
	cells->n_tables = (uint32_t)n_tables;
	for (i = 0; i < wml->cells.n; i++)
		cells->first[wml->cells.at[i].table + 1]++;
	for (i = 1; i < n_tables + 2; i++)
		cells->first[i] += cells->first[i - 1];
	/* first[t] is moved to where those of t end, which is where t + 1's
	 * begin: so `first` of a table is what is behind it before the walk */
	for (i = 0; i < wml->cells.n; i++)
		cells->order[cells->first[wml->cells.at[i].table]++] =
			(uint32_t)i;
	return VB_OK;
}

void said_cells_release(struct said_cells *cells)
{
	free(cells->order);
	free(cells->first);
}

static const struct wml_cell *owner(const struct look *l,
				    const struct wml_cell *cell)
{
	return cell->owner ? &l->all[cell->owner - 1] : cell;
}

/* The first cell, in the order of the table in hand, that ends behind a
 * place. */
static size_t find(const struct look *l, uint32_t row, uint32_t column)
{
	uint32_t table = l->cell->table;
	size_t low = table ? l->cells->first[table - 1] : 0;
	size_t high = l->cells->first[table];

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct wml_cell *c = &l->all[l->cells->order[mid]];

		if (c->row < row ||
		    (c->row == row && c->column + c->col_span <= column))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The i-th cell, NULL when it is of another row. */
static const struct wml_cell *of_row(const struct look *l, uint32_t row,
				     size_t i)
{
	const struct wml_cell *cell;

	if (i >= l->cells->first[l->cell->table])
		return NULL;
	cell = &l->all[l->cells->order[i]];
	return cell->row == row ? cell : NULL;
}

/* The cell at a place, NULL where there is none. */
static const struct wml_cell *cell_at(const struct look *l, uint32_t row,
				      uint32_t column)
{
	const struct wml_cell *cell = of_row(l, row, find(l, row, column));

	return cell && cell->column <= column ? owner(l, cell) : NULL;
}

/* The end of the words of a cell that are looked at. */
static size_t end_of(const struct look *l, const struct wml_cell *cell)
{
	size_t at = l->a->text.first[cell->first];
	size_t end = l->a->text.first[cell->end];

	return end - at > SAID_PIECE_MAX ? at + SAID_PIECE_MAX : end;
}

static bool has_kind(const struct look *l, const struct wml_cell *cell,
		     int kind)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = end_of(l, cell);

	for (; at < end; at++)
		if (text->tokens.at[at].kind == kind)
			return true;
	return false;
}

/* "a", "II": the number of a row. */
static bool is_row_label(const struct token *t)
{
	size_t i;

	for (i = 0; i < t->n && strchr("ivx", t->bare[i]);)
		i++;
	return t->kind == TOKEN_WORD && (t->n == 1 || i == t->n);
}

/* Words, and no number alone: "Mức 1" is, "12 trường" is too. */
static bool is_words(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = text->first[cell->end];

	return has_kind(l, cell, TOKEN_WORD) &&
	       text->tokens.at[at].kind != TOKEN_NUMBER &&
	       !(end == at + 1 && is_row_label(&text->tokens.at[at]));
}

/* More than a number or a letter before the words of a row. */
static bool is_words_long(const struct look *l, const struct wml_cell *cell)
{
	return l->a->text.first[cell->end] - l->a->text.first[cell->first] > 2;
}

static void add_cell(struct look *l, const struct wml_cell *cell, float weight,
		     bool is_near)
{
	size_t para;

	for (para = cell->first; para < cell->end; para++) {
		if (l->heads->n == HEADS_MAX ||
		    l->a->text.first[para] == l->a->text.first[para + 1])
			continue;
		l->heads->at[l->heads->n++] =
			(struct said_head){para, weight, is_near, false};
	}
}

/* ---- rows ---------------------------------------------------------------- */

/* The first cell of words of a row; *only when it has no other, and no
 * figure. */
static const struct wml_cell *words_of(const struct look *l, uint32_t row,
				       bool *is_alone)
{
	const struct wml_cell *found = NULL, *cell;
	size_t at = find(l, row, 1);

	*is_alone = true;
	for (; (cell = of_row(l, row, at)) != NULL; at++) {
		if (cell->owner)
			continue;
		if (is_words(l, cell)) {
			if (found)
				*is_alone = false;
			else
				found = cell;
		} else if (cell->column > 2 &&
			   has_kind(l, cell, TOKEN_NUMBER)) {
			*is_alone = false;
		}
	}
	return found;
}

static bool has_bullet(const struct look *l, const struct wml_cell *cell)
{
	return anchor_bullet_size(&l->a->text.wml->paras.at[cell->first]) > 0 ||
	       l->a->text.wml->paras.at[cell->first].is_bullet;
}

/* The number before the words of a row: its size, *at where it begins. */
static size_t number_of(const struct look *l, uint32_t row, const char **at)
{
	const struct wml_cell *cell = cell_at(l, row, 1);
	const struct wml_para *p;
	size_t size;

	*at = "";
	if (!cell || cell->row != row || cell->first == cell->end ||
	    is_words_long(l, cell))
		return 0;
	p = &l->a->text.wml->paras.at[cell->first];
	*at = p->label[0] ? p->label : p->text;
	size = p->label[0] ? strlen(p->label) : p->size;
	while (size > 0 && strchr(" .)", (*at)[size - 1]))
		size--;
	return size;
}

static bool is_roman(const char *at, size_t size)
{
	return size > 0 && strspn(at, "IVX") >= size;
}

/* A row without figures leads others in: one cell over all of it, or a number
 * that theirs are below: "1" and "1.1", "I" and "1", "1" and none. */
static bool is_group(const struct look *l, const struct wml_cell *words,
		     bool is_alone)
{
	const char *above, *below;
	size_t n_above, n_below;

	if (!is_alone)
		return false;
	if (words->col_span > 1 &&
	    words->column + words->col_span > l->table->columns - 1)
		return true;
	n_above = number_of(l, words->row, &above);
	n_below = number_of(l, l->cell->row, &below);
	if (n_above == 0)
		return false;
	if (is_roman(above, n_above))
		return !is_roman(below, n_below);
	return n_below == 0 ||
	       (n_below > n_above + 1 && memcmp(above, below, n_above) == 0 &&
		below[n_above] == '.');
}

static void add_rows_above(struct look *l, bool is_bullet)
{
	uint32_t row = l->cell->row, end = 0;

	if (row > GROUPS_UP_MAX)
		end = row - GROUPS_UP_MAX;
	while (--row > l->n_heads && row > end) {
		bool is_alone;
		const struct wml_cell *words = words_of(l, row, &is_alone);

		if (!words)
			continue;
		if (is_group(l, words, is_alone)) {
			add_cell(l, words, WEIGHT_GROUP, false);
			return;
		}
		if (is_bullet && !has_bullet(l, words)) {
			add_cell(l, words, WEIGHT_LEAD, false);
			is_bullet = false;
		}
	}
}

static void add_row(struct look *l)
{
	uint32_t column = 1;
	bool is_bullet = false;

	while (column < l->cell->column) {
		const struct wml_cell *cell = cell_at(l, l->cell->row, column);

		column++;
		if (!cell || !is_words(l, cell))
			continue;
		add_cell(l, cell, WEIGHT_ROW, true);
		is_bullet |= has_bullet(l, cell);
		if (cell->column + cell->col_span > column)
			column = cell->column + cell->col_span;
	}
	add_rows_above(l, is_bullet);
}

/* ---- columns ------------------------------------------------------------- */

static bool is_pair(const struct token *t, const char *const pair[2])
{
	return token_is(&t[0], pair[0]) && token_is(&t[1], pair[1]);
}

/* Two words over a column of what nobody counted: notes, units, files, money.
 */
static bool holds_other(const struct token *t)
{
	static const char *const OTHER[][2] = {
		{"ghi", "chu"},	 {"don", "vi"},	    {"minh", "chung"},
		{"kinh", "phi"}, {"trieu", "dong"}, {"thoi", "gian"}};
	size_t i;

	for (i = 0; i < sizeof(OTHER) / sizeof(*OTHER); i++)
		if (is_pair(t, OTHER[i]))
			return true;
	return false;
}

static bool holds_rates(const struct token *t, size_t n)
{
	static const char *const RATES[][2] = {{"ti", "le"}, {"ti", "trong"}};

	return t->kind == TOKEN_SIGN || token_is(t, "tl") ||
	       (n > 1 && (is_pair(t, RATES[0]) || is_pair(t, RATES[1])));
}

/* What a column holds, by the words over it. */
static void note_kind(struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t first = text->first[cell->first], end = end_of(l, cell);
	const struct token *t = text->tokens.at;
	size_t at;

	for (at = first; at < end; at++) {
		l->heads->is_rate |= holds_rates(&t[at], end - at);
		l->heads->is_other |= at + 1 < end && holds_other(&t[at]);
	}
	if (end == first + 1)
		l->heads->is_other |= token_is(&t[first], "stt") ||
				      token_is(&t[first], "tt") ||
				      token_is(&t[first], "dvt");
}

/* "2022", "2022-2023": a head. */
static bool is_year_alone(const struct look *l, const struct wml_cell *cell)
{
	size_t at = l->a->text.first[cell->first];
	size_t end = l->a->text.first[cell->end];

	while (at < end && said_is_year(&l->a->text.tokens.at[at]))
		at++;
	return at == end;
}

/* "Tỷ lệ (%)" and no other words. */
static bool is_rates_alone(const struct look *l, const struct wml_cell *cell)
{
	const struct token *t = &l->a->text.tokens.at[0];
	size_t at = l->a->text.first[cell->first];
	size_t end = l->a->text.first[cell->end];

	while (at < end && holds_rates(&t[at], end - at))
		at += t[at].kind == TOKEN_SIGN || token_is(&t[at], "tl") ? 1
									 : 2;
	return at == end;
}

/* "SL", "Số lượng": the key of what they are, as those of "%", "Tỷ lệ"; 0 for
 * other words. */
static uint64_t kind_key(const struct look *l, const struct wml_cell *cell)
{
	static const char *const COUNT[2] = {"so", "luong"};
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = end_of(l, cell);
	const struct token *t = &text->tokens.at[at];

	if (at < end && is_rates_alone(l, cell))
		return said_key_of("tl");
	return (at + 1 == end && token_is(t, "sl")) ||
			       (at + 2 == end && is_pair(t, COUNT))
		       ? said_key_of("sl")
		       : 0;
}

/* "SL", "TL", "SL", "TL" and nothing else but a first cell. */
static bool is_row_of_kinds(const struct look *l, uint32_t row)
{
	const struct wml_cell *cell;
	size_t at = find(l, row, 2), n = 0;

	for (; (cell = of_row(l, row, at)) != NULL; at++, n++)
		if (!kind_key(l, cell))
			return false;
	return n > 1;
}

/* The rows of heads: the first, and what its merged cells cover. */
static uint32_t count_heads(const struct look *l)
{
	uint32_t n = l->table->header_rows, column = 1, figures = 0;
	const struct wml_cell *cell;

	for (; column <= l->table->columns; column++) {
		cell = cell_at(l, 1, column);
		if (!cell)
			continue;
		figures += cell->column > 1 && !is_words(l, cell) &&
			   !is_year_alone(l, cell) &&
			   has_kind(l, cell, TOKEN_NUMBER);
		if (cell->row_span > n)
			n = cell->row_span;
	}
	if (figures && n < 2)
		return 0;
	if (n < 2 && is_row_of_kinds(l, 2))
		return 2;
	return n == 0 ? 1 : n > HEAD_ROWS_MAX ? HEAD_ROWS_MAX : n;
}

/* ---- heads that slipped -------------------------------------------------- */

static uint64_t words_key(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = end_of(l, cell);
	uint64_t key = kind_key(l, cell);

	if (key)
		return key;
	for (; at < end; at++)
		key = said_pair(key, text->tokens.at[at].hash);
	return key;
}

/* The heads of the second row that stand below others of the first, from
 * column to column; 0 where there is none. */
static size_t sub_heads(const struct look *l, uint64_t keys[COLUMNS_MAX + 1])
{
	uint32_t column;

	memset(keys, 0, (COLUMNS_MAX + 1) * sizeof(*keys));
	for (column = 1; column <= l->table->columns; column++) {
		const struct wml_cell *cell = cell_at(l, 2, column);

		if (cell && cell->row == 2)
			keys[column] = words_key(l, cell);
	}
	return column;
}

/* After how many columns the heads below repeat: "Số lượng, Tỷ lệ" by two; 0
 * when they do not. */
static size_t period_of(const uint64_t *keys, size_t n, size_t first)
{
	size_t period, i;

	for (period = 1; first + period < n; period++) {
		for (i = first; i + period < n && keys[i + period] &&
				keys[i] == keys[i + period];)
			i++;
		if (i >= first + period &&
		    (i + period == n || !keys[i + period]))
			return period;
	}
	return 0;
}

/* Some editors leave merged heads one column wide, and the last over all that
 * is left: then they begin amid those that repeat below them. */
static bool is_slipped(const struct look *l)
{
	uint64_t keys[COLUMNS_MAX + 1];
	size_t n, first = 1, period, column;

	if (l->n_heads < 2)
		return false;
	n = sub_heads(l, keys);
	while (first < n && !keys[first])
		first++;
	period = period_of(keys, n, first);
	for (column = first; period > 1 && column < n && keys[column];
	     column++) {
		const struct wml_cell *head = cell_at(l, 1, (uint32_t)column);

		if (head && head->column == column &&
		    (column - first) % period != 0)
			return true;
	}
	return false;
}

static void add_columns(struct look *l)
{
	const struct wml_cell *last = NULL;
	uint32_t row;
	size_t before;

	for (row = 1; row <= l->n_heads && row < l->cell->row; row++) {
		const struct wml_cell *cell = cell_at(l, row, l->cell->column);

		if (!cell || cell == last || cell == l->cell)
			continue;
		last = cell;
		before = l->heads->n;
		add_cell(l, cell, WEIGHT_COLUMN, false);
		while (before < l->heads->n)
			l->heads->at[before++].is_column = true;
		note_kind(l, cell);
	}
}

static bool cell_has_rates(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = text->first[cell->end];

	for (; at < end; at++)
		if (holds_rates(&text->tokens.at[at], end - at))
			return true;
	return false;
}

/* "Tỷ lệ học sinh (%)" before the figures of a row makes them rates, where no
 * column is for rates; "Tỷ lệ" alone does in any case. */
static bool is_row_of_rates(const struct look *l)
{
	uint32_t row, column;
	bool is_said = false;

	for (column = 1; column < l->cell->column; column++) {
		const struct wml_cell *cell = cell_at(l, l->cell->row, column);

		if (cell && is_words(l, cell) && is_rates_alone(l, cell))
			return true;
	}
	for (row = 1; row <= l->n_heads; row++)
		for (column = 2; column <= l->table->columns; column++) {
			const struct wml_cell *head = cell_at(l, row, column);

			if (head && cell_has_rates(l, head))
				return false;
		}
	for (column = 1; column < l->cell->column && !is_said; column++) {
		const struct wml_cell *cell = cell_at(l, l->cell->row, column);

		is_said = cell && is_words(l, cell) && cell_has_rates(l, cell);
	}
	return is_said;
}

/* "Đơn vị tính" over a column. */
static bool is_of_units(const struct look *l, uint32_t column)
{
	const struct wml_cell *head = cell_at(l, 1, column);
	const struct token *t = l->a->text.tokens.at;
	static const char *const UNIT[2] = {"don", "vi"};
	size_t at, end;

	if (!head)
		return false;
	at = l->a->text.first[head->first];
	end = l->a->text.first[head->end];
	return at < end && (token_is(&t[at], "dvt") ||
			    (at + 1 < end && is_pair(&t[at], UNIT)));
}

/* "%" in a cell of the row: the unit of its figure. */
static bool has_unit_of_rates(const struct look *l)
{
	const struct token *t = l->a->text.tokens.at;
	const struct wml_cell *cell;
	size_t i = find(l, l->cell->row, 1), at;

	for (; (cell = of_row(l, l->cell->row, i)) != NULL; i++) {
		at = l->a->text.first[cell->first];
		if (cell != l->cell && !cell->owner &&
		    l->a->text.first[cell->end] == at + 1 &&
		    t[at].kind == TOKEN_SIGN && is_of_units(l, cell->column))
			return true;
	}
	return false;
}

void said_heads_find(struct said_heads *heads, const struct said_cells *cells,
		     const struct anchorer *a, size_t para)
{
	const struct wml_story *wml = a->text.wml;
	struct look l = {.heads = heads, .cells = cells, .a = a};

	memset(heads, 0, sizeof(*heads));
	l.all = wml->cells.at;
	l.cell = &wml->cells.at[wml->paras.at[para].cell - 1];
	l.table = &wml->tables.at[l.cell->table - 1];
	heads->before = l.table->first;
	if (l.table->columns > COLUMNS_MAX) {
		heads->is_other = true;
		return;
	}
	l.n_heads = count_heads(&l);
	if (l.cell->row <= l.n_heads || is_slipped(&l)) {
		heads->is_other = true;
		return;
	}
	add_row(&l);
	add_columns(&l);
	heads->is_rate |= is_row_of_rates(&l) || has_unit_of_rates(&l);
	/* "1", "2.1" before the words of a row */
	if (l.cell->column == 1 && !is_words(&l, l.cell))
		heads->is_other = true;
}
