/*
 * anchor_aside.c - columns of another time beside one of the report's:
 *
 *	| Nội dung           | Năm học 2021-2022 | Năm học 2022-2023 |
 *	| Đơn vị cung cấp    | Bưu điện          | Ngân hàng         |
 *
 * What stands in them answers nothing that the form asks, unless it asks for
 * that time itself.
 */
#include "extract/index.h"

enum {
	HEAD_ROWS = 2,
	HEAD_MAX = 12, /* words of a head */
	YEARS_NEAR = 10
};

/* What the head in a cell says of its column. */
struct head {
	uint64_t key; /* of another time: its words, 0 not told */
	int year;     /* that it names, 0 */
	bool is_present;
	bool is_amount; /* "Số lượng", of no time */
};

/* "Số lượng", "Kết quả", "SL". */
static bool is_amount(const struct aside_words *words)
{
	static const char *const WORDS[][2] = {{"so", "luong"}, {"ket", "qua"}};

	return token_is(words->t, "sl") ||
	       (words->n > 1 &&
		token_is_pair_among(words->t, WORDS,
				    sizeof(WORDS) / sizeof(*WORDS)));
}

static struct head head_of(const struct anchorer *a,
			   const struct wml_cell *cell)
{
	const struct anchor_text *text = &a->text;
	size_t from = text->first[cell->first], to = text->first[cell->end];
	struct aside_words words = {.period = &a->period};
	struct head head = {0};
	struct aside said;
	uint64_t key;

	if (cell->owner || cell->end != cell->first + 1 || from == to ||
	    to - from > HEAD_MAX)
		return head;
	words.text = text->wml->paras.at[cell->first].text;
	words.t = &text->tokens.at[from];
	words.n = to - from;
	said = aside_in_head(&words, true);
	head.year = aside_year_of_head(&words, &key);
	head.is_present = said.is_present;
	head.is_amount = !said.key && !head.year && is_amount(&words);
	head.key = said.is_time ? said.key : 0;
	if (!head.key && head.year && !head.is_present)
		head.key = key;
	return head;
}

/* A blank is told by the word, and not only by titles over it. */
static bool is_told(const struct said_form *form, uint32_t word)
{
	size_t b, k;

	for (b = 0; b < form->blanks.n; b++)
		for (k = 0; k < SAID_TELLINGS; k++)
			if (said_telling_has(form, &form->blanks.at[b].by[k],
					     word))
				return true;
	return false;
}

/* The form has the words too, and asks for what is of that time; beside a
 * column of no time, or of now, more than titles have to. */
static bool is_asked(struct anchorer *a, uint64_t key, bool has_other)
{
	const struct said_form *form;
	uint32_t word;

	if (index_said(&form, a->index, a->err) != VB_OK) {
		a->is_lost = true;
		return true;
	}
	word = said_word_of(&form->words, key);
	return word != SAID_NONE && (!has_other || is_told(form, word));
}

static uint64_t bits_of(const struct wml_cell *cell)
{
	uint64_t bits = 0;
	unsigned i;

	for (i = cell->column;
	     i < cell->column + cell->col_span && i <= COLUMNS_MAX; i++)
		bits |= (uint64_t)1 << i;
	return bits;
}

/* ---- rows of heads ------------------------------------------------------- */

/* A row of cells, by the paragraphs in them: the cells of a nested table stand
 * between them. */
struct head_row {
	const struct wml_cell *cells[COLUMNS_MAX];
	size_t n;
	size_t next; /* the paragraph behind it */
	bool spans;  /* a head over several columns, or over the row below */
};

static void read_row(struct head_row *row, const struct anchorer *a,
		     uint32_t table, size_t para)
{
	const struct wml_story *wml = a->text.wml;
	const struct wml_para *p = wml->paras.at;
	size_t end = wml->tables.at[table - 1].end;
	unsigned at = p[para].row;

	row->n = 0;
	row->spans = false;
	while (para < end && (p[para].table != table || p[para].row == at)) {
		const struct wml_cell *cell;

		if (p[para].table != table) {
			para = wml->tables.at[p[para].table - 1].end;
			continue;
		}
		cell = &wml->cells.at[p[para].cell - 1];
		if (row->n < COLUMNS_MAX &&
		    (row->n == 0 || row->cells[row->n - 1] != cell)) {
			row->cells[row->n++] = cell;
			row->spans |= cell->col_span > 1 || cell->row_span > 1;
		}
		para = a->text.cell_end[para];
	}
	row->next = para;
}

/* A report tells of the years around its own. */
static bool is_year_near(const struct anchorer *a, const struct token *t)
{
	int year = 0;
	unsigned i;

	for (i = 0; i < t->n && t->n == 4; i++)
		year = 10 * year + t->bare[i] - '0';
	return year > a->period.last - YEARS_NEAR &&
	       year < a->period.last + YEARS_NEAR;
}

/* "| học liệu | 1950 | 2020 |": a number that is no year of a report. */
static bool has_figure(const struct anchorer *a, const struct head_row *row)
{
	size_t i, first, end;

	for (i = 0; i < row->n; i++) {
		first = a->text.first[row->cells[i]->first];
		end = a->text.first[row->cells[i]->end];
		if (end == first + 1 &&
		    a->text.tokens.at[first].kind == TOKEN_NUMBER &&
		    !is_year_near(a, &a->text.tokens.at[first]))
			return true;
	}
	return false;
}

/* The columns of a row of heads that are of another time, none when no other
 * is of the report's: the one that says so, or of no time, or of the last year
 * of several. */
static uint64_t columns_of(struct anchorer *a, const struct head_row *row)
{
	uint64_t bits = 0;
	bool has_present = false, has_amount = false;
	struct head heads[COLUMNS_MAX];
	int newest = 0;
	size_t i;

	if (has_figure(a, row))
		return 0;
	for (i = 0; i < row->n; i++) {
		heads[i] = head_of(a, row->cells[i]);
		has_present |= heads[i].is_present;
		has_amount |= heads[i].is_amount;
		if (heads[i].year > newest)
			newest = heads[i].year;
	}
	while (i-- > 0) {
		if (!has_present && heads[i].year == newest &&
		    (!has_amount || newest >= a->period.last))
			continue;
		if (heads[i].key &&
		    !is_asked(a, heads[i].key, has_amount || has_present))
			bits |= bits_of(row->cells[i]);
	}
	return has_present || (newest && newest <= a->period.last) ? bits : 0;
}

/* Of the rows that are heads, when those before row `before` are read. */
static uint64_t columns_aside(struct anchorer *a, uint32_t number,
			      unsigned before)
{
	const struct wml_table *table = &a->text.wml->tables.at[number - 1];
	struct head_row row = {.next = table->first};
	uint64_t bits;

	if (table->columns > COLUMNS_MAX)
		return 0;
	read_row(&row, a, number, table->first);
	bits = columns_of(a, &row);
	/* a second row has heads below those that span it */
	if (bits || before <= HEAD_ROWS || !row.spans)
		return bits;
	read_row(&row, a, number, row.next);
	return row.n ? columns_of(a, &row) : 0;
}

bool anchor_stands_aside(struct anchorer *a, struct asides *known, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	struct aside_table *table;
	unsigned before;
	uint64_t bits;

	if (!p->cell || p->row < 2 || !a->period.last)
		return false;
	table = &known->tables[p->table - 1];
	before = p->row > HEAD_ROWS ? HEAD_ROWS + 1 : p->row;
	if (table->read < before) {
		table->read = before;
		table->columns = columns_aside(a, p->table, before);
	}
	bits = table->columns ? bits_of(&a->text.wml->cells.at[p->cell - 1])
			      : 0;
	return bits && (bits & ~table->columns) == 0;
}
