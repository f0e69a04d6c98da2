/*
 * anchor_columns.c - which column of a table is which, by the words of the
 * heads over them.
 */
#include "extract/anchor_table.h"

#include <string.h>

enum {
	SHORT_MAX = 4, /* words of a head that an abbreviation stands for */
	HEADS_MAX = 8, /* rows of heads, and words of one, that are compared */
	WORDS_MAX = 60
};

struct worth {
	double found, all;
};

/* How like a column must be. */
#define COLUMN_MIN 0.5
/* A column is told by its heads when no other is about as like. */
#define COLUMN_MARGIN	0.15
#define SURE_SOME_HEADS 0.93
#define SURE_NO_HEADS	0.75
/* Less than READING_SURE_MIN: shown, and not given. */
#define SURE_SLIPPED 0.45

/* ---- columns ------------------------------------------------------------- */

/* "%" says "Tỷ lệ". */
static bool is_rate(const struct item *items, const struct token *t)
{
	return t->kind == TOKEN_SIGN && token_is(&items[0].word, "ti") &&
	       token_is(&items[1].word, "le");
}

/* "SL" is "Số lượng". */
static bool is_short(const struct item *items, size_t n, const struct token *t)
{
	return (n == 2 && is_rate(items, t)) || anchor_short_items(items, n, t);
}

static bool has_short(const struct item *items, size_t n, const struct token *t)
{
	size_t first, size;

	for (first = 0; first < n; first++)
		for (size = 2; size <= SHORT_MAX && first + size <= n; size++)
			if (is_short(&items[first], size, t))
				return true;
	return false;
}

static bool is_over(const struct ftable *f, const struct fcell *cell,
		    unsigned column)
{
	return cell->row <= f->n_header && cell->column <= column &&
	       cell->column + cell->colspan > column;
}

/* Some head of the form is this very word: it is no other, misspelt. */
static bool is_written(const struct tabler *t, const struct ftable *f,
		       const struct token *word)
{
	size_t i, k;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];
		const struct item *items = &t->a->page.items.at[cell->item];

		for (k = 0; cell->row <= f->n_header && k < cell->n_items; k++)
			if (items[k].kind == ITEM_WORD &&
			    items[k].word.hash == word->hash)
				return true;
	}
	return false;
}

static bool is_same(const struct token *one, const struct token *other,
		    bool is_exact)
{
	return is_exact ? one->hash == other->hash : token_alike(one, other);
}

/* True when a head over a column of the form has the word, or what it is
 * short for. */
static bool column_has(const struct tabler *t, const struct ftable *f,
		       unsigned column, const struct token *word)
{
	bool is_exact = is_written(t, f, word);
	size_t i, k;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];
		const struct item *items = &t->a->page.items.at[cell->item];

		if (!is_over(f, cell, column))
			continue;
		for (k = 0; k < cell->n_items; k++)
			if (items[k].kind == ITEM_WORD &&
			    is_same(&items[k].word, word, is_exact))
				return true;
		if (has_short(items, cell->n_items, word))
			return true;
	}
	return false;
}

/* A word that is over all columns tells none; 0 when no column has it. */
static double worth_of(const struct tabler *t, const struct ftable *f,
		       const struct token *word)
{
	unsigned c, n = 0;

	for (c = 1; c <= f->n_columns && c <= COLUMNS_MAX; c++)
		n += t->holds_blank[c] && column_has(t, f, c, word);
	return n ? 1.0 / n : 0;
}

/* True when a word of the form, or what is short for it, is in from..to. */
static bool is_said(const struct tabler *t, const struct item *items, size_t n,
		    size_t i, size_t from, size_t to)
{
	const struct tokens *tokens = &t->a->text.tokens;
	size_t k;

	if (anchor_has_word(tokens, from, to, &items[i].word) ||
	    anchor_is_shortened(items, n, i, tokens, from, to))
		return true;
	for (k = from; k < to; k++)
		if ((i > 0 && is_rate(&items[i - 1], &tokens->at[k])) ||
		    (i + 1 < n && is_rate(&items[i], &tokens->at[k])))
			return true;
	return false;
}

/* The paragraphs of the head over a column in a row: a head reaches to the
 * next one. */
static bool head_over(const struct tabler *t, const struct drow *row,
		      unsigned column, size_t *first, size_t *end)
{
	const struct wml_para *paras = t->a->text.wml->paras.at;
	size_t p;

	*first = SIZE_MAX;
	for (p = row->first; p < row->end && paras[p].column <= column; p++) {
		if (*first == SIZE_MAX ||
		    paras[*first].column != paras[p].column)
			*first = p;
		*end = p + 1;
	}
	return *first != SIZE_MAX;
}

/* The worth of the words of the form's heads that the document's have. */
static void share_form(struct worth *worth, const struct tabler *t,
		       const struct ftable *f, unsigned column, unsigned other)
{
	const size_t *of = t->a->text.first;
	size_t i, k, r, first, end = 0;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];
		const struct item *items = &t->a->page.items.at[cell->item];

		for (k = 0; k < cell->n_items && is_over(f, cell, column);
		     k++) {
			double here = worth_of(t, f, &items[k].word);
			bool found = false;

			for (r = 0; r < t->n_header && !found; r++)
				found = head_over(t, &t->rows.at[r], other,
						  &first, &end) &&
					is_said(t, items, cell->n_items, k,
						of[first], of[end]);
			worth->all += here;
			worth->found += found ? here : 0;
		}
	}
}

/* The worth of the words of the document's heads that the form's have; words
 * that no head of the form has do not count. */
static void share_document(struct worth *worth, const struct tabler *t,
			   const struct ftable *f, unsigned column,
			   unsigned other)
{
	const struct token *tokens = t->a->text.tokens.at;
	const size_t *of = t->a->text.first;
	size_t r, i, first, end = 0;

	for (r = 0; r < t->n_header && r < HEADS_MAX; r++) {
		if (!head_over(t, &t->rows.at[r], other, &first, &end))
			continue;
		for (i = of[first]; i < of[end] && i < of[first] + WORDS_MAX;
		     i++) {
			double here = worth_of(t, f, &tokens[i]);

			worth->all += here;
			if (column_has(t, f, column, &tokens[i]))
				worth->found += here;
		}
	}
}

/* "Ghi chú" over a column, where the form has no such: it is no "Kết quả (ghi
 * đạt, không đạt)". */
static bool is_notes(const struct tabler *t, const struct ftable *f,
		     unsigned other)
{
	static const char *const NOTES[] = {"ghi", "chu"};
	const struct token *tokens = t->a->text.tokens.at;
	const size_t *of = t->a->text.first;
	size_t r, first, end = 0;

	for (r = 0; r < t->n_header && r < HEADS_MAX; r++)
		if (head_over(t, &t->rows.at[r], other, &first, &end) &&
		    of[end] == of[first] + 2 &&
		    token_is_pair(&tokens[of[first]], NOTES))
			return !is_written(t, f, &tokens[of[first] + 1]);
	return false;
}

/* Words of the heads over a column of the form, and over one of the
 * document: how much each has of the other. */
static double column_like(const struct tabler *t, const struct ftable *f,
			  unsigned column, unsigned other)
{
	struct worth form = {0, 0}, document = {0, 0};

	share_form(&form, t, f, column, other);
	share_document(&document, t, f, column, other);
	if (form.all <= 0 || document.all <= 0 || other == t->notes)
		return 0;
	return (form.found / form.all + document.found / document.all) / 2;
}

static bool holds_blank(const struct tabler *t, const struct ftable *f,
			unsigned column)
{
	size_t i, k;

	for (i = 0; i < f->cells.n; i++)
		for (k = 0; f->cells.at[i].column == column &&
			    k < f->cells.at[i].n_items;
		     k++)
			if (t->a->page.items.at[f->cells.at[i].item + k].kind !=
			    ITEM_WORD)
				return true;
	return false;
}

/* Columns at which a cell of the body begins, in order. */
static unsigned columns_of(const struct tabler *t, bool *starts)
{
	const struct wml_story *wml = t->a->text.wml;
	unsigned n = 0;
	size_t r, p;

	memset(starts, 0, COLUMNS_MAX + 1);
	for (r = t->n_header; r < t->rows.n; r++)
		for (p = t->rows.at[r].first; p < t->rows.at[r].end; p++) {
			const struct wml_para *para = &wml->paras.at[p];

			if (para->depth == 1 && para->column <= COLUMNS_MAX &&
			    !starts[para->column]) {
				starts[para->column] = true;
				n++;
			}
		}
	return n;
}

/* True when no other column of the form, and of the document, is about as
 * like. */
static bool is_clear(const struct likes *likes, unsigned c, unsigned d)
{
	unsigned i;

	for (i = 1; i <= COLUMNS_MAX; i++) {
		if (i <= likes->n && i != c &&
		    likes->at[i][d] > likes->at[c][d] - COLUMN_MARGIN)
			return false;
		if (i != d && likes->at[c][i] > likes->at[c][d] - COLUMN_MARGIN)
			return false;
	}
	return likes->at[c][d] >= COLUMN_MIN;
}

/* Nobody moved anything: what is told by words stands where it stood. */
static bool keeps_order(const struct tabler *t, const struct ftable *f,
			unsigned n)
{
	unsigned c;

	for (c = 1; c <= f->n_columns; c++)
		if (t->column_of[c] && t->column_of[c] != c)
			return false;
	return n == f->n_columns;
}

/* Heads that name other columns than theirs say nothing: where columns stood,
 * when there are as many, for a person to look at. */
static void keep_places(struct tabler *t, const struct ftable *f,
			const bool *starts, unsigned n)
{
	unsigned c;

	t->sure *= SURE_SLIPPED;
	for (c = 1; c <= f->n_columns && c <= COLUMNS_MAX; c++)
		if (n == f->n_columns && starts[c])
			t->column_of[c] = c;
}

/* The words of a cell of the form, and no more, stand in from..to. */
static bool is_all(const struct tabler *t, const struct fcell *cell,
		   size_t from, size_t to)
{
	const struct item *items = &t->a->page.items.at[cell->item];
	size_t i;

	for (i = 0; i < cell->n_items; i++)
		if (items[i].kind != ITEM_WORD)
			return false;
	for (i = 0; from < to; from++) {
		while (i < cell->n_items && items[i].word.kind != TOKEN_WORD)
			i++;
		if (t->a->text.tokens.at[from].kind != TOKEN_WORD)
			continue;
		if (i == cell->n_items ||
		    items[i++].word.hash != t->a->text.tokens.at[from].hash)
			return false;
	}
	while (i < cell->n_items && items[i].word.kind != TOKEN_WORD)
		i++;
	return cell->n_items > 0 && i == cell->n_items;
}

/* "Tiểu học", "THCS" as heads, where the form has them as rows: the table was
 * turned round, and its columns stand where none of the form's do. */
static bool is_turned(const struct tabler *t, const struct ftable *f)
{
	const size_t *of = t->a->text.first;
	size_t r, p, i;

	for (r = 0; r < t->n_header && r < HEADS_MAX; r++)
		for (p = t->rows.at[r].first; p < t->rows.at[r].end; p++)
			for (i = 0; of[p] < of[p + 1] && i < f->cells.n; i++)
				if (f->cells.at[i].row > f->n_header &&
				    is_all(t, &f->cells.at[i], of[p],
					   of[p + 1]))
					return true;
	return false;
}

void anchor_match_columns(struct tabler *t, const struct ftable *f)
{
	bool starts[COLUMNS_MAX + 1];
	unsigned n = columns_of(t, starts), c, d, told = 0, blanks = 0;
	struct likes *likes = &t->likes;

	memset(t->column_of, 0, sizeof(t->column_of));
	t->notes = 0;
	memset(likes, 0, sizeof(*likes));
	likes->n = f->n_columns;
	for (c = 1; c <= f->n_columns && c <= COLUMNS_MAX; c++)
		t->holds_blank[c] = holds_blank(t, f, c);
	if (anchor_heads_slipped(t, f, n)) {
		keep_places(t, f, starts, n);
		return;
	}
	for (d = 1; d <= COLUMNS_MAX && !t->notes; d++)
		if (starts[d] && is_notes(t, f, d))
			t->notes = d;
	for (c = 1; c <= f->n_columns; c++)
		for (d = 1; d <= COLUMNS_MAX && t->holds_blank[c]; d++)
			if (starts[d])
				likes->at[c][d] = column_like(t, f, c, d);
	for (c = 1; c <= f->n_columns; c++) {
		blanks += t->holds_blank[c];
		for (d = 1; d <= COLUMNS_MAX && !t->column_of[c]; d++)
			if (starts[d] && is_clear(likes, c, d)) {
				t->column_of[c] = d;
				told++;
			}
	}
	if (told == blanks || !keeps_order(t, f, n) || is_turned(t, f))
		return;
	/* heads that say too little: where columns stood, and less sure */
	t->sure *= told ? SURE_SOME_HEADS : SURE_NO_HEADS;
	for (c = 1; c <= f->n_columns; c++)
		if (!t->column_of[c] && starts[c])
			t->column_of[c] = c;
}
