/*
 * anchor_rows.c - which row of a table is which, by the words in it.
 *
 * Rows of the same words ("+ THCS") are told by the row above them that has no
 * blank ("2. Quản trị"): they stand below it, wherever it went. What then still
 * has no row is looked for out of order.
 */
#include "extract/anchor_table.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* Words that a row which is mostly left out must keep. */
	KEPT_WORDS_MIN = 4
};

/* Words of a form's row that must be found. */
#define ROW_MIN 0.6
/* ... or some of them, and few others. */
#define ROW_SOME 0.2
#define ROW_KEPT 0.8
/* No other row may be about as like. */
#define ROW_MARGIN 0.1
/* A row out of order; one whose head is lost when others are there. */
#define SURE_STRAY 0.93
#define SURE_LOST  0.4

struct matcher {
	struct tabler *t;
	const struct ftable *f;
	size_t m;      /* rows of the document */
	double *likes; /* n_rows x m */
	double *sums;
	size_t *head_of; /* of a document's row: the form's head + 1 above it */
	bool is_as_wide; /* it has as many columns as the form's */
};

static double *like_at(const struct matcher *x, size_t i, size_t j)
{
	return &x->likes[i * x->m + j];
}

static bool form_has(const struct matcher *x, size_t row,
		     const struct token *word)
{
	const struct item *items = x->t->a->page.items.at;
	size_t i, k;

	for (i = 0; i < x->f->cells.n; i++) {
		const struct fcell *cell = &x->f->cells.at[i];

		for (k = 0; cell->row == row + 1 && k < cell->n_items; k++)
			if (items[cell->item + k].kind == ITEM_WORD &&
			    token_alike(&items[cell->item + k].word, word))
				return true;
	}
	return false;
}

/* The words of a cell of the document, and those of them that the form's row
 * has. */
static struct share share_cell(const struct matcher *x, size_t row, size_t from,
			       size_t to)
{
	const struct token *tokens = x->t->a->text.tokens.at;
	struct share share = {0};

	for (; from < to; from++) {
		if (tokens[from].kind != TOKEN_WORD)
			continue;
		share.n++;
		share.found += form_has(x, row, &tokens[from]);
	}
	return share;
}

/* A hand that shortens a row adds no words: of those in cells that say what
 * the row is, the share that the form's row has. Answers are no such cells. */
static double row_kept(const struct matcher *x, size_t row,
		       const struct drow *d)
{
	const struct anchor_text *text = &x->t->a->text;
	struct share kept = {0};
	size_t p, end;

	for (p = d->first; p < d->end; p = end) {
		struct share cell;

		for (end = p + 1;
		     end < d->end && text->wml->paras.at[end].cell ==
					     text->wml->paras.at[p].cell;)
			end++;
		cell = share_cell(x, row, text->first[p], text->first[end]);
		if (2 * cell.found < cell.n)
			continue;
		kept.n += cell.n;
		kept.found += cell.found;
	}
	return kept.found >= KEPT_WORDS_MIN ? anchor_share_of(&kept) : 0;
}

/* Of two rows that have the form's words, the one that has little else is
 * liker. */
static double row_like(const struct matcher *x, size_t row, size_t other)
{
	const struct anchor_text *text = &x->t->a->text;
	const struct drow *d = &x->t->rows.at[other];
	size_t from = text->first[d->first], to = text->first[d->end];
	struct share share = {0};
	size_t i, words = 0;
	double like;

	for (i = 0; i < x->f->cells.n; i++)
		if (x->f->cells.at[i].row == row + 1)
			anchor_share_cell(&share, x->t, &x->f->cells.at[i],
					  from, to);
	like = anchor_share_of(&share);
	if (like < ROW_MIN) {
		double kept = x->is_as_wide && like >= ROW_SOME
				      ? row_kept(x, row, d)
				      : 0;

		return kept < ROW_KEPT ? 0 : (like + kept) / 2;
	}
	for (i = from; i < to; i++)
		words += text->tokens.at[i].kind == TOKEN_WORD;
	return words > share.found ? like * (0.9 + 0.1 * (double)share.found /
							   (double)words)
				   : like;
}

/* The row of the document that is likest, clearly; SIZE_MAX for none. */
static size_t best_row(const struct matcher *x, size_t i)
{
	size_t j, best = SIZE_MAX;
	double most = 0, second = 0;

	for (j = 0; j < x->m; j++) {
		double like = *like_at(x, i, j);

		if (like > most) {
			second = most;
			most = like;
			best = j;
		} else if (like > second) {
			second = like;
		}
	}
	return most > 0 && second <= most - ROW_MARGIN ? best : SIZE_MAX;
}

/* True when the heads that were found follow one another as in the form. */
static bool place_heads(struct matcher *x, size_t *found)
{
	size_t i, j, last = 0;
	bool in_order = true;

	*found = 0;
	for (i = x->f->n_header; i < x->f->n_rows; i++) {
		if (x->f->head[i] != i + 1)
			continue;
		j = best_row(x, i);
		if (j == SIZE_MAX || x->head_of[j])
			continue;
		x->head_of[j] = i + 1;
		(*found)++;
		in_order = in_order && j + 1 > last;
		last = j + 1;
	}
	for (j = 1; j < x->m; j++)
		if (!x->head_of[j])
			x->head_of[j] = x->head_of[j - 1];
	return in_order;
}

static bool is_found(const struct matcher *x, size_t head)
{
	size_t j;

	for (j = 0; j < x->m; j++)
		if (x->head_of[j] == head)
			return true;
	return false;
}

/* A row below another head is about as like to what row i is likest. */
static bool has_twin(const struct matcher *x, size_t i)
{
	size_t best = 0, j, k;

	for (j = 1; j < x->m; j++)
		if (*like_at(x, i, j) > *like_at(x, i, best))
			best = j;
	for (k = 0; k < x->f->n_rows; k++)
		if (x->f->head[k] != x->f->head[i] &&
		    *like_at(x, k, best) > *like_at(x, i, best) - ROW_MARGIN)
			return true;
	return false;
}

/* A row stands below its head; with that lost, where its own words are. */
static void keep_below(struct matcher *x)
{
	size_t i, j;

	for (i = 0; i < x->f->n_rows && x->m > 0; i++)
		if (x->f->head[i] && !is_found(x, x->f->head[i]))
			x->t->row_sure[i] = has_twin(x, i) ? SURE_LOST
							   : SURE_STRAY;
	for (i = 0; i < x->f->n_rows; i++) {
		size_t head = x->f->head[i];
		bool is_known = head == 0 || is_found(x, head);

		for (j = 0; j < x->m && is_known; j++)
			if (x->head_of[j] != head)
				*like_at(x, i, j) = 0;
	}
}

/* The best order-keeping choice for rows first..end of the form. */
static void choose_rows(struct matcher *x, size_t first, size_t end)
{
	size_t n = end - first, m = x->m, i, j;
	double *sums = x->sums;

	memset(sums, 0, (m + 1) * sizeof(*sums));
	for (i = 1; i <= n; i++) {
		sums[i * (m + 1)] = 0;
		for (j = 1; j <= m; j++) {
			double like = *like_at(x, first + i - 1, j - 1);
			double best = sums[(i - 1) * (m + 1) + j];
			double both = sums[(i - 1) * (m + 1) + j - 1] + like;

			if (sums[i * (m + 1) + j - 1] > best)
				best = sums[i * (m + 1) + j - 1];
			if (like > 0 && both > best)
				best = both;
			sums[i * (m + 1) + j] = best;
		}
	}
	for (i = n, j = m; i > 0 && j > 0;) {
		double here = sums[i * (m + 1) + j];

		if (here == sums[(i - 1) * (m + 1) + j]) {
			i--;
		} else if (here == sums[i * (m + 1) + j - 1]) {
			j--;
		} else {
			x->t->row_of[first + i - 1] = j;
			i--;
			j--;
		}
	}
}

/* Rows of the document that were given away are nobody else's. */
static void take_away(struct matcher *x, size_t first, size_t end)
{
	size_t i, k;

	for (i = first; i < end; i++)
		for (k = 0; x->t->row_of[i] && k < x->f->n_rows; k++)
			if (k != i)
				*like_at(x, k, x->t->row_of[i] - 1) = 0;
}

/* Heads were moved: each with the rows below it. */
static void choose_blocks(struct matcher *x, bool with_head)
{
	size_t first = 0, end;

	for (; first < x->f->n_rows; first = end) {
		size_t head = x->f->head[first];

		for (end = first + 1;
		     end < x->f->n_rows && x->f->head[end] == head;)
			end++;
		if ((head == 0 || is_found(x, head)) != with_head)
			continue;
		choose_rows(x, first, end);
		take_away(x, first, end);
	}
}

/* With the heads lost, a row that another row of the form is as like to, which
 * got none, may be that one's. */
static void doubt_twins(struct matcher *x)
{
	size_t i, k;

	for (i = x->f->n_header; i < x->f->n_rows; i++) {
		size_t j = x->t->row_of[i], head = x->f->head[i];

		if (!j || head == 0 || head == i + 1 || is_found(x, head))
			continue;
		for (k = x->f->n_header; k < x->f->n_rows; k++)
			if (!x->t->row_of[k] && x->f->head[k] != head &&
			    *like_at(x, k, j - 1) >
				    *like_at(x, i, j - 1) - ROW_MARGIN)
				x->t->row_sure[i] = SURE_LOST;
	}
}

static void choose_strays(struct matcher *x)
{
	size_t i, j, k;

	take_away(x, 0, x->f->n_rows);
	for (i = 0; i < x->f->n_rows; i++) {
		bool is_alone = true;

		if (x->t->row_of[i] || x->f->group[i])
			continue;
		j = best_row(x, i);
		if (j == SIZE_MAX)
			continue;
		for (k = 0; k < x->f->n_rows; k++)
			if (k != i && !x->t->row_of[k] &&
			    *like_at(x, k, j) > *like_at(x, i, j) - ROW_MARGIN)
				is_alone = false;
		if (!is_alone)
			continue;
		x->t->row_of[i] = j + 1;
		x->t->row_sure[i] *= SURE_STRAY;
		take_away(x, i, i + 1);
	}
}

static bool is_matched(const struct tabler *t, const struct ftable *f,
		       size_t row)
{
	size_t i;

	for (i = 0; i < f->n_rows; i++)
		if (t->row_of[i] == row + 1)
			return true;
	return false;
}

/* ---- rows of totals ------------------------------------------------------ */

/* The only total below the head of a row of the form; m for none. */
static size_t total_below(const struct matcher *x, size_t head)
{
	size_t j, found = x->m;

	for (j = x->t->n_header; j < x->m; j++) {
		if (x->head_of[j] != head ||
		    !anchor_says_total(x->t, &x->t->rows.at[j]))
			continue;
		if (found < x->m)
			return x->m;
		found = j;
	}
	return found;
}

/* A row of the form that is the sum of others, and a row that says no more
 * than that it is one. */
static void choose_totals(struct matcher *x)
{
	size_t i, j, head;

	for (i = x->f->n_header; i < x->f->n_rows; i++) {
		head = x->f->head[i];
		if (x->t->row_of[i] || x->f->group[i] ||
		    !anchor_is_total(x->t, x->f, i) ||
		    (head && !is_found(x, head)))
			continue;
		j = total_below(x, head);
		if (j == x->m || is_matched(x->t, x->f, j))
			continue;
		x->t->row_of[i] = j + 1;
		x->t->row_sure[i] = SURE_STRAY;
	}
}

/* Rows of heads: those matched to the form's and what follows them, above the
 * first row of values; all above it when none was matched. */
static void count_header(struct tabler *t, const struct ftable *f)
{
	size_t i, first = t->rows.n;

	t->n_header = 0;
	for (i = 0; i < f->n_header; i++)
		if (t->row_of[i] > t->n_header)
			t->n_header = t->row_of[i];
	for (i = f->n_header; i < f->n_rows; i++)
		if (t->row_of[i] && t->row_of[i] - 1 < first &&
		    f->head[i] != i + 1)
			first = t->row_of[i] - 1;
	if (first == t->rows.n)
		return;
	if (t->n_header == 0)
		t->n_header = first;
	while (t->n_header < first && !is_matched(t, f, t->n_header))
		t->n_header++;
}

static bool is_as_wide(const struct matcher *x)
{
	const struct wml_para *paras = x->t->a->text.wml->paras.at;
	unsigned n, most = 0;
	size_t r, p;

	for (r = 0; r < x->m; r++) {
		const struct drow *d = &x->t->rows.at[r];

		n = 0;
		for (p = d->first; p < d->end; p++)
			n += paras[p].depth == 1 &&
			     (p == d->first ||
			      paras[p].cell != paras[p - 1].cell);
		if (n > most)
			most = n;
	}
	return most == x->f->n_columns;
}

static void match(struct matcher *x)
{
	struct tabler *t = x->t;
	size_t i, j, found;
	bool in_order;

	x->is_as_wide = is_as_wide(x);
	for (i = 0; i < x->f->n_rows; i++) {
		t->row_of[i] = 0;
		t->row_sure[i] = 1;
		for (j = 0; j < x->m && !x->f->group[i]; j++)
			*like_at(x, i, j) = row_like(x, i, j);
	}
	in_order = place_heads(x, &found);
	if (found)
		keep_below(x);
	if (in_order) {
		choose_rows(x, 0, x->f->n_rows);
	} else {
		choose_blocks(x, true);
		choose_blocks(x, false);
	}
	doubt_twins(x);
	choose_strays(x);
	count_header(t, x->f);
	choose_totals(x);
}

int anchor_match_rows(struct tabler *t, const struct ftable *f)
{
	struct matcher x = {.t = t, .f = f};
	int code = VB_OK;

	x.m = t->rows.n < PAIRS_MAX / (f->n_rows + 1)
		      ? t->rows.n
		      : PAIRS_MAX / (f->n_rows + 1);
	x.sums = calloc((f->n_rows + 1) * (x.m + 1), sizeof(*x.sums));
	x.likes = calloc(f->n_rows * x.m + 1, sizeof(*x.likes));
	x.head_of = calloc(x.m + 1, sizeof(*x.head_of));
	if (x.sums && x.likes && x.head_of)
		match(&x);
	else
		code = err_set(t->a->err, VB_NOMEM, "out of memory");
	free(x.sums);
	free(x.likes);
	free(x.head_of);
	return code;
}
