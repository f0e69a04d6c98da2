/*
 * said_kinds.c - the rows of heads of a table, and what they say its columns
 * hold: counts, rates, notes.
 */
#include "extract/index.h"
#include "extract/said_look.h"

#include <string.h>

enum {
	HEAD_ROWS_MAX = 4
};

#define WEIGHT_COLUMN 0.95F

/* Two words over a column of what nobody counted: notes, units, files, money;
 * and names, "Tên lớp". */
static bool holds_other(const struct token *t)
{
	static const char *const OTHER[][2] = {
		{"ghi", "chu"},	 {"don", "vi"},	    {"minh", "chung"},
		{"kinh", "phi"}, {"trieu", "dong"}, {"thoi", "gian"}};

	return token_is_pair_among(t, OTHER, sizeof(OTHER) / sizeof(*OTHER));
}

/* "Chênh lệch", "So sánh với năm trước": how much more or less. */
static bool holds_differences(const struct token *t)
{
	static const char *const WORDS[][2] = {{"chenh", "lech"},
					       {"so", "sanh"}};

	return token_is_pair_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

static bool holds_rates(const struct token *t, size_t n)
{
	static const char *const RATES[][2] = {{"ti", "le"}, {"ti", "trong"}};

	return t->kind == TOKEN_SIGN || token_is(t, "tl") ||
	       (n > 1 &&
		token_is_pair_among(t, RATES, sizeof(RATES) / sizeof(*RATES)));
}

/* "SL", "số lượng", "số trường": counts. */
static bool holds_counts(const struct token *t, size_t n)
{
	return token_is(t, "sl") ||
	       (n > 1 && token_is(t, "so") &&
		(token_is(&t[1], "luong") || said_class_of(&t[1], n - 1)));
}

/* Two words of a head that are of a kind; not "Trả lời của đơn vị". */
static bool says(const struct look *l, const struct wml_cell *cell,
		 bool (*is)(const struct token *))
{
	size_t first = l->a->text.first[cell->first], end = look_end(l, cell);
	const struct token *t = l->a->text.tokens.at;
	size_t at;

	for (at = first; at + 1 < end; at++)
		if (is(&t[at]) && !(at > first && token_is(&t[at - 1], "cua")))
			return true;
	return false;
}

static bool begins_with(const struct look *l, const struct wml_cell *cell,
			const char *word)
{
	size_t at = l->a->text.first[cell->first];

	return at < look_end(l, cell) &&
	       token_is(&l->a->text.tokens.at[at], word);
}

/* ... and "Tăng (+), giảm (-)" */
static bool is_of_differences(const struct look *l, const struct wml_cell *cell)
{
	return begins_with(l, cell, "tang") || says(l, cell, holds_differences);
}

bool look_is_of_other(const struct look *l, const struct wml_cell *cell)
{
	return begins_with(l, cell, "ten") || is_of_differences(l, cell) ||
	       says(l, cell, holds_other);
}

/* "Đơn vị" over a figure: how many there are, no unit. */
static bool is_over_figures(const struct look *l, const struct wml_cell *head)
{
	static const char *const UNIT[2] = {"don", "vi"};
	const struct anchor_text *text = &l->a->text;
	size_t first = text->first[head->first],
	       at = text->first[l->cell->first];

	return text->first[head->end] == first + 2 &&
	       token_is_pair(&text->tokens.at[first], UNIT) &&
	       at < text->first[l->cell->end] &&
	       text->tokens.at[at].kind == TOKEN_NUMBER;
}

/* What a column holds, by the words over it: "Số trường; tỷ lệ" both. */
static void note_kind(struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t first = text->first[cell->first], end = look_end(l, cell);
	const struct token *t = text->tokens.at;
	bool is_both = false;
	size_t at;

	for (at = first; at < end; at++) {
		is_both |= holds_counts(&t[at], end - at);
		l->heads->is_rate |= !is_both && holds_rates(&t[at], end - at);
	}
	l->heads->is_other |= look_is_of_other(l, cell) &&
			      !is_over_figures(l, cell);
	l->heads->is_difference |= is_of_differences(l, cell);
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
	size_t at = text->first[cell->first], end = look_end(l, cell);
	const struct token *t = &text->tokens.at[at];

	if (at < end && is_rates_alone(l, cell))
		return said_key_of("tl");
	return (at + 1 == end && token_is(t, "sl")) ||
			       (at + 2 == end && token_is_pair(t, COUNT))
		       ? said_key_of("sl")
		       : 0;
}

/* "SL", "TL", "SL", "TL" and nothing else but a first cell. */
static bool is_row_of_kinds(const struct look *l, uint32_t row)
{
	const struct wml_cell *cell;
	size_t at = look_find(l, row, 2), n = 0;

	for (; (cell = look_of_row(l, row, at)) != NULL; at++, n++)
		if (!kind_key(l, cell))
			return false;
	return n > 1;
}

/* ---- heads that slipped -------------------------------------------------- */

static uint64_t words_key(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = look_end(l, cell);
	uint64_t key = kind_key(l, cell);

	if (key)
		return key;
	for (; at < end; at++)
		key = said_pair(key, text->tokens.at[at].hash);
	return key;
}

/* The head at a place of a row that others stand below: of an empty one, "Tiểu
 * học | | THCS | ", the next to the left. */
static const struct wml_cell *head_over(const struct look *l, uint32_t row,
					uint32_t column)
{
	const struct wml_cell *cell = look_cell_at(l, row, column);

	while (cell && look_is_empty(l, cell) && column > 1) {
		const struct wml_cell *below = look_cell_at(l, row + 1, column);

		if (!below || below == cell || look_is_empty(l, below))
			return NULL;
		cell = look_cell_at(l, row, --column);
	}
	return cell;
}

/* What stands in two columns of a row: "Số lượng | Số lượng", a cell over both,
 * a cell and an empty one. */
static bool is_twin(const struct look *l, uint32_t row, uint32_t column)
{
	const struct wml_cell *cell = head_over(l, row, column);
	uint64_t key = cell ? words_key(l, cell) : 0;
	const struct wml_cell *left, *right;

	if (!key)
		return false;
	left = look_cell_at(l, row, column - 1);
	right = head_over(l, row, column + 1);
	return cell->col_span > 1 || cell->column < column || right == cell ||
	       (left && words_key(l, left) == key) ||
	       (right && words_key(l, right) == key);
}

/* Words below what the row above says twice, and nothing else. */
static bool is_row_below_twins(const struct look *l, uint32_t row)
{
	const struct wml_cell *cell;
	size_t at = look_find(l, row, 1), n = 0;

	for (; (cell = look_of_row(l, row, at)) != NULL; at++) {
		if (cell->owner || look_is_empty(l, cell))
			continue;
		if (!look_is_words(l, cell) ||
		    !is_twin(l, row - 1, cell->column))
			return false;
		n++;
	}
	return n > 1;
}

/* One cell over all columns, with words: the title of a table in its first
 * row. */
static bool is_title_row(const struct look *l)
{
	const struct wml_cell *cell = look_cell_at(l, 1, 1);

	return l->top == 0 && cell && l->table->columns > 1 &&
	       l->table->rows > 2 && cell->col_span == l->table->columns &&
	       cell->row_span == 1 && look_is_words(l, cell);
}

/* The rows of heads: the first, what its merged cells cover, and a second one
 * that tells apart what the first says twice; all these below a title. */
static uint32_t count_heads(const struct look *l)
{
	uint32_t title = l->top + is_title_row(l), first = title + 1;
	uint32_t n = l->top ? 0 : l->table->header_rows;
	uint32_t column = 1, figures = 0;
	const struct wml_cell *cell;

	n -= n >= title ? title : n;
	for (; column <= l->table->columns; column++) {
		cell = look_cell_at(l, first, column);
		if (!cell)
			continue;
		figures += cell->column > 1 && !look_is_words(l, cell) &&
			   !is_year_alone(l, cell) &&
			   look_has_kind(l, cell, TOKEN_NUMBER);
		if (cell->row_span > n)
			n = cell->row_span;
	}
	if (figures && n < 2)
		return title;
	if (n < 2 &&
	    (is_row_of_kinds(l, first + 1) || is_row_below_twins(l, first + 1)))
		return title + 2;
	n = n == 0 ? 1 : n;
	return title + n > l->top + HEAD_ROWS_MAX ? l->top + HEAD_ROWS_MAX
						  : title + n;
}

/* The heads of the second row that stand below others of the first, from
 * column to column; 0 where there is none. */
static size_t sub_heads(const struct look *l, uint64_t keys[COLUMNS_MAX + 1])
{
	uint32_t column;

	memset(keys, 0, (COLUMNS_MAX + 1) * sizeof(*keys));
	for (column = 1; column <= l->table->columns; column++) {
		const struct wml_cell *cell = look_cell_at(l, l->top + 2,
							   column);

		if (cell && cell->row == l->top + 2)
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

/* A head of the first row begins there: words, and others than to the left. */
static bool begins_head(const struct look *l, uint32_t column)
{
	const struct wml_cell *head = look_cell_at(l, l->top + 1, column);
	const struct wml_cell *left = look_cell_at(l, l->top + 1, column - 1);

	return head && head->column == column && !look_is_empty(l, head) &&
	       (!left || words_key(l, head) != words_key(l, left));
}

/* Some editors leave merged heads one column wide, and the last over all that
 * is left: then they begin amid those that repeat below them. */
static bool is_slipped(const struct look *l)
{
	uint64_t keys[COLUMNS_MAX + 1];
	size_t n, first = 1, period, column;

	if (l->n_heads < l->top + 2)
		return false;
	n = sub_heads(l, keys);
	while (first < n && !keys[first])
		first++;
	period = period_of(keys, n, first);
	for (column = first; period > 1 && column < n && keys[column];
	     column++) {
		if ((column - first) % period != 0 &&
		    begins_head(l, (uint32_t)column))
			return true;
	}
	return false;
}

static bool cell_has_rates(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t at = text->first[cell->first], end = look_end(l, cell);

	for (; at < end; at++)
		if (holds_rates(&text->tokens.at[at], end - at))
			return true;
	return false;
}

static void add_head(struct look *l, const struct wml_cell *cell)
{
	size_t before = l->heads->n;

	look_add(l, cell, WEIGHT_COLUMN, false);
	while (before < l->heads->n)
		l->heads->at[before++].is_column = true;
}

static bool is_over_rates(const struct look *l, uint32_t row, uint32_t column)
{
	const struct wml_cell *head = look_cell_at(l, row, column);

	return head && head->column == column && is_rates_alone(l, head);
}

bool look_is_rates(const struct look *l, const struct wml_cell *cell)
{
	return look_is_words(l, cell) && is_rates_alone(l, cell);
}

/* "Tiểu học", "Trường THCS" */
static bool names_level(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;

	return levels_are_named(&l->a->index->levels, &text->tokens,
				text->first[cell->first], look_end(l, cell));
}

/* "TH | THCS | Tỷ lệ": the levels before a column of rates have none. */
static bool is_behind_levels(const struct look *l, const struct wml_cell *head)
{
	const struct wml_cell *left = look_cell_at(l, head->row,
						   head->column - 1);
	const struct wml_cell *next = look_cell_at(l, head->row,
						   head->column - 2);

	return left && next && left != next && names_level(l, left) &&
	       names_level(l, next);
}

/* "Tiểu học | Tỷ lệ | THCS | Tỷ lệ": the head of the column that this one holds
 * the rates of; NULL where the heads say what both hold, "Số lượng | Tỷ lệ",
 * and for the one column of rates beside many, "THPT | GDTX | Tỷ lệ". */
static const struct wml_cell *head_of_counts(const struct look *l,
					     const struct wml_cell *head)
{
	const struct wml_cell *left;

	if (head->column < 3 || !is_rates_alone(l, head) ||
	    (!is_over_rates(l, head->row, head->column - 2) &&
	     !is_over_rates(l, head->row, head->column + 2)) ||
	    is_behind_levels(l, head))
		return NULL;
	left = look_cell_at(l, head->row, head->column - 1);
	return left && left->row == head->row &&
			       left->row_span == head->row_span &&
			       look_is_words(l, left) && !kind_key(l, left) &&
			       !cell_has_rates(l, left) &&
			       !look_is_of_other(l, left)
		       ? left
		       : NULL;
}

void look_columns(struct look *l)
{
	const struct wml_cell *last = NULL, *counts;
	uint32_t row;

	for (row = l->top + 1; row <= l->n_heads && row < l->cell->row; row++) {
		const struct wml_cell *cell =
			row < l->n_heads
				? head_over(l, row, l->cell->column)
				: look_cell_at(l, row, l->cell->column);

		if (!cell || cell == last || cell == l->cell)
			continue;
		last = cell;
		add_head(l, cell);
		note_kind(l, cell);
	}
	counts = last ? head_of_counts(l, last) : NULL;
	if (counts)
		add_head(l, counts);
}

static bool heads_have_rates(const struct look *l)
{
	uint32_t row, column;

	for (row = l->top + 1; row <= l->n_heads; row++)
		for (column = 2; column <= l->table->columns; column++) {
			const struct wml_cell *head = look_cell_at(l, row,
								   column);

			if (head && cell_has_rates(l, head))
				return true;
		}
	return false;
}

/* "Bảng 2. Tỷ lệ CSGD theo mức độ (%)" above a table. */
static bool is_below_rates(const struct look *l)
{
	static const char *const TABLE[] = {"bang", "bieu", "so", "theo", "ve"};
	const struct anchor_text *text = &l->a->text;
	size_t para = l->table->first, at, end;

	while (para > 0 && text->first[para - 1] == text->first[para])
		para--;
	if (para == 0 || text->wml->paras.at[para - 1].depth > 0)
		return false;
	at = text->first[para - 1];
	end = text->first[para];
	while (at < end && (text->tokens.at[at].kind == TOKEN_NUMBER ||
			    token_is_among(&text->tokens.at[at], TABLE,
					   sizeof(TABLE) / sizeof(*TABLE))))
		at++;
	return at < end && holds_rates(&text->tokens.at[at], end - at);
}

static void read_section(struct look *l, struct said_section *section)
{
	l->top = section->top;
	l->n_heads = section->heads = count_heads(l);
	section->is_slipped = is_slipped(l);
	section->has_rates = heads_have_rates(l);
	section->is_below_rates = l->top == 0 && !section->has_rates &&
				  is_below_rates(l);
}

void look_at_heads(struct look *l)
{
	struct said_sections *sections = &l->cells->sections[l->cell->table];
	unsigned i;

	if (sections->n == 0) {
		look_find_sections(l, sections);
		for (i = 0; i < sections->n; i++)
			read_section(l, &sections->at[i]);
	}
	l->section = &sections->at[said_section_of(l->cells, l->cell)];
	l->top = l->section->top;
	l->n_heads = l->section->heads;
}

/* "Tỷ lệ trường có kiểm tra trên máy (%)": what its row is about, from its
 * first word on. */
static bool is_of_rates(const struct look *l)
{
	uint32_t column;

	for (column = 1; column < l->cell->column; column++) {
		const struct wml_cell *cell = look_cell_at(l, l->cell->row,
							   column);
		size_t at = cell ? l->a->text.first[cell->first] : 0;

		if (cell && look_is_words(l, cell) &&
		    l->a->text.first[cell->end] > at + 1 &&
		    l->a->text.tokens.at[at].kind == TOKEN_WORD)
			return holds_rates(&l->a->text.tokens.at[at],
					   l->a->text.first[cell->end] - at);
	}
	return false;
}

/* "Số lượng", "Tổng" over the figure. */
static bool is_below_counts(const struct look *l)
{
	static const char *const ALL[] = {"tong", "cong"};
	const struct token *t = l->a->text.tokens.at;
	uint32_t row;

	for (row = l->top + 1; row <= l->n_heads; row++) {
		const struct wml_cell *cell = look_cell_at(l, row,
							   l->cell->column);
		size_t at, end;

		if (!cell)
			continue;
		end = look_end(l, cell);
		for (at = l->a->text.first[cell->first]; at < end; at++)
			if (holds_counts(&t[at], end - at) ||
			    token_is_among(&t[at], ALL,
					   sizeof(ALL) / sizeof(*ALL)))
				return true;
	}
	return false;
}

bool look_is_below_number(const struct look *l)
{
	const struct wml_cell *cell = look_cell_at(l, l->top + 1,
						   l->cell->column);
	size_t at = cell ? l->a->text.first[cell->first] : 0;
	const struct token *t = &l->a->text.tokens.at[at];

	/* not "Số TT" */
	return cell && l->n_heads > l->top &&
	       l->a->text.first[cell->end] > at + 1 && token_is(t, "so") &&
	       t[1].kind == TOKEN_WORD && !token_is(&t[1], "tt") &&
	       !token_is(&t[1], "thu");
}

/* No number in the row's cell of the column of rates: nothing, "x", "-". */
static bool has_no_rate(const struct look *l)
{
	const size_t *first = l->a->text.first;
	uint32_t column, row;

	for (column = l->cell->column + 1; column <= l->table->columns;
	     column++) {
		const struct wml_cell *cell = look_cell_at(l, l->cell->row,
							   column);

		for (row = l->top + 1;
		     cell &&
		     !anchor_has_number(&l->a->text, first[cell->first],
					first[cell->end]) &&
		     row <= l->n_heads;
		     row++) {
			const struct wml_cell *head = look_cell_at(l, row,
								   column);

			if (head && cell_has_rates(l, head))
				return true;
		}
	}
	return false;
}

/* "Số trường có mạng wifi, tỷ lệ": counts, and rates behind them. */
static bool asks_for_both(const struct look *l, const struct wml_cell *cell)
{
	size_t at = l->a->text.first[cell->first], end = look_end(l, cell);
	const struct token *t = l->a->text.tokens.at;

	for (; at < end && said_is_filler(&t[at]); at++) {
		if (holds_rates(&t[at], end - at))
			return false;
		if (holds_counts(&t[at], end - at))
			return true;
	}
	return false;
}

/* "Thường xuyên kiểm tra trên phòng máy (ghi tỷ lệ %)", and no count is named:
 * what its row is about is told behind its words. */
static bool is_told_as_rates(const struct look *l)
{
	const struct wml_cell *cell;
	const struct token *t = l->a->text.tokens.at;
	size_t i = look_find(l, l->cell->row, 1), at, end;
	bool is_count = false;

	for (; (cell = look_of_row(l, l->cell->row, i)) != NULL; i++) {
		if (cell->column >= l->cell->column)
			return false;
		at = l->a->text.first[cell->first];
		end = l->a->text.first[cell->end];
		if (end < at + 3 || !look_is_words(l, cell))
			continue;
		for (; at < end; at++)
			is_count |= holds_counts(&t[at], end - at);
		return !is_count && t[end - 1].kind == TOKEN_SIGN;
	}
	return false;
}

/* "Tỷ lệ học sinh (%)" before the figures of a row makes them rates, where no
 * column is for rates; "Tỷ lệ" alone does in any case, and what is said above
 * all of the table. */
bool look_is_row_of_rates(const struct look *l)
{
	uint32_t column;
	bool is_said = false;

	for (column = 1; column < l->cell->column; column++) {
		const struct wml_cell *cell = look_cell_at(l, l->cell->row,
							   column);

		if (cell && look_is_words(l, cell) && is_rates_alone(l, cell))
			return true;
	}
	if (l->section->is_below_rates)
		return true;
	if (l->section->has_rates)
		return is_of_rates(l) ? !is_below_counts(l) || has_no_rate(l)
				      : is_told_as_rates(l) && has_no_rate(l);
	for (column = 1; column < l->cell->column && !is_said; column++) {
		const struct wml_cell *cell = look_cell_at(l, l->cell->row,
							   column);

		is_said = cell && look_is_words(l, cell) &&
			  cell_has_rates(l, cell) && !asks_for_both(l, cell);
	}
	return is_said;
}

/* "Đơn vị tính" over a column. */
static bool is_of_units(const struct look *l, uint32_t column)
{
	const struct wml_cell *head = look_cell_at(l, 1, column);
	const struct token *t = l->a->text.tokens.at;
	static const char *const UNIT[2] = {"don", "vi"};
	size_t at, end;

	if (!head)
		return false;
	at = l->a->text.first[head->first];
	end = l->a->text.first[head->end];
	return at < end && (token_is(&t[at], "dvt") ||
			    (at + 1 < end && token_is_pair(&t[at], UNIT)));
}

/* "%" in a cell of the row: the unit of its figure. */
bool look_has_unit_of_rates(const struct look *l)
{
	const struct token *t = l->a->text.tokens.at;
	const struct wml_cell *cell;
	size_t i = look_find(l, l->cell->row, 1), at;

	for (; (cell = look_of_row(l, l->cell->row, i)) != NULL; i++) {
		at = l->a->text.first[cell->first];
		if (cell != l->cell && !cell->owner &&
		    l->a->text.first[cell->end] == at + 1 &&
		    t[at].kind == TOKEN_SIGN && is_of_units(l, cell->column))
			return true;
	}
	return false;
}
