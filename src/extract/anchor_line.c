/*
 * anchor_line.c - the words of a line of the form against the words found:
 * which word is which, and what is left for the blanks.
 *
 * The best of all ways to lay the one along the other (Needleman and Wunsch,
 * J. Mol. Biol. 48, 1970), where a blank takes what stands between: a figure's
 * blank likes one number and little else, a text's takes words, a long
 * answer's any number of them. Costs are whole numbers, so that machines
 * agree.
 */
#include "extract/anchor.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	SCORE_SAME = 100,
	SCORE_ALIKE = 60,
	COST_LOST = 55,	   /* a word of the form that is not there */
	COST_EXTRA = 50,   /* a word between words of the form */
	COST_OUTSIDE = 15, /* before the first */
	COST_BEHIND = 2,   /* behind the last: another line's */
	COST_EMPTY = 20,   /* a blank without words: answers are wished for */
	SCORE_FIGURE = 60, /* the number of a figure's blank */
	SCORE_NEAR = 1,	   /* ... right behind its words: parts equals */
	COST_FIGURE = 45,  /* any more in it */
	COST_TEXT = 8,
	COST_LONG = 1,
	YEAR = 4, /* digits */
	ROWS_KEPT = ANCHOR_SHORT_MAX + 1
};

enum way {
	WAY_NONE,
	WAY_BOTH,  /* word on word, or a blank's first */
	WAY_ITEM,  /* nothing for the item */
	WAY_TOKEN, /* a token more: the blank's, or nobody's */
	WAY_SHORT, /* + n: the initials of n words of the form */
	WAY_LONG = WAY_SHORT + ANCHOR_SHORT_MAX +
		   1 /* + n: n tokens for initials */
};

struct fitter {
	const struct item *items;
	size_t n;
	const struct token *tokens;
	size_t m;
	size_t title_end;
	int *rows;	     /* ROWS_KEPT of m + 1 scores each, by turns */
	unsigned char *ways; /* (n + 1) x (m + 1) */
};

static bool is_figure(const struct item *item)
{
	return item->kind == ITEM_BLANK && beside_matters(item->field);
}

static int take_cost(const struct item *item, const struct token *token)
{
	if (item->kind == ITEM_WORD)
		return COST_EXTRA;
	if (item->kind == ITEM_PARTS)
		return COST_TEXT;
	if (item->kind == ITEM_ROWS)
		return COST_LONG;
	if (is_figure(item))
		return token->kind == TOKEN_NUMBER ? 0 : COST_FIGURE;
	return item->field->type == FIELD_LONGTEXT ? COST_LONG : COST_TEXT;
}

static int both_score(const struct item *item, const struct token *token)
{
	if (item->kind != ITEM_WORD) {
		if (is_figure(item) && token->kind == TOKEN_NUMBER)
			return SCORE_FIGURE;
		return -take_cost(item, token);
	}
	if (item->word.hash == token->hash)
		return SCORE_SAME;
	return token_alike(&item->word, token) ? SCORE_ALIKE : INT32_MIN / 4;
}

static unsigned char way_at(const struct fitter *f, size_t i, size_t j)
{
	return f->ways[i * (f->m + 1) + j];
}

/* Words lost between a number and words found make it less likely theirs; a
 * rate is no count. */
static bool is_near(const struct fitter *f, size_t i, size_t j)
{
	if (j < f->m && f->tokens[j].kind == TOKEN_SIGN &&
	    f->items[i - 1].field &&
	    f->items[i - 1].field->type != FIELD_PERCENT)
		return false;
	return i > 1 && j > 1 && is_figure(&f->items[i - 1]) &&
	       f->tokens[j - 1].kind == TOKEN_NUMBER &&
	       f->items[i - 2].kind == ITEM_WORD &&
	       (way_at(f, i - 1, j - 1) == WAY_BOTH ||
		way_at(f, i - 1, j - 1) >= WAY_SHORT);
}

static int empty_cost(const struct item *item)
{
	if (item->kind == ITEM_WORD)
		return item->is_optional ? 0 : COST_LOST;
	return item->kind == ITEM_BLANK ? COST_EMPTY : 0;
}

/* What a token costs that the item does not take: behind the last words it is
 * another line's. */
static int more_cost(const struct fitter *f, size_t i,
		     const struct token *token)
{
	const struct item *item = &f->items[i - 1];

	return i == f->n && item->kind == ITEM_WORD ? COST_BEHIND
						    : take_cost(item, token);
}

static int *row_of(const struct fitter *f, size_t i)
{
	return f->rows + i % ROWS_KEPT * (f->m + 1);
}

/* An abbreviation ends with the first letter of the last word it is short for,
 * or with the last one of it. */
static bool may_end(const struct token *shorter, const struct token *last)
{
	char end = shorter->bare[shorter->n - 1];

	return shorter->n >= ANCHOR_SHORT_MIN &&
	       (end == last->bare[0] || end == last->bare[last->n - 1]);
}

/* Abbreviations that end at item i and token j. */
static int short_ways(const struct fitter *f, size_t i, size_t j, int best,
		      unsigned char *way)
{
	const struct token *word = &f->items[i - 1].word;
	bool is_item = may_end(word, &f->tokens[j - 1]);
	bool is_token = may_end(&f->tokens[j - 1], word);
	size_t n;
	int score;

	if (!is_item && !is_token)
		return best;
	for (n = ANCHOR_SHORT_MIN; n <= ANCHOR_SHORT_MAX; n++) {
		if (is_token && n <= i &&
		    anchor_short_items(&f->items[i - n], n,
				       &f->tokens[j - 1])) {
			score = row_of(f, i - n)[j - 1] + (int)n * SCORE_SAME;
			if (score > best) {
				best = score;
				*way = (unsigned char)(WAY_SHORT + n);
			}
		}
		if (is_item && n <= j &&
		    anchor_short_tokens(&f->items[i - 1], &f->tokens[j - n],
					n)) {
			score = row_of(f, i - 1)[j - n] + SCORE_SAME;
			if (score > best) {
				best = score;
				*way = (unsigned char)(WAY_LONG + n);
			}
		}
	}
	return best;
}

/* "155 (tính đến hết quý II)": a number behind a word of the page's own that
 * makes it a time is no figure. */
static bool is_time(const struct fitter *f, size_t i, size_t j)
{
	static const char *const NAMES[] = {"ki", "ngai", "qui", "thang",
					    "tuan"};
	const struct token *before;

	if (j < 2 || !is_figure(&f->items[i - 1]) ||
	    f->tokens[j - 1].kind != TOKEN_NUMBER)
		return false;
	before = &f->tokens[j - 2];
	return (token_is_among(before, NAMES, sizeof(NAMES) / sizeof(*NAMES)) ||
		(token_is(before, "nam") && f->tokens[j - 1].n == YEAR)) &&
	       !(i > 1 && f->items[i - 2].kind == ITEM_WORD &&
		 f->items[i - 2].word.hash == before->hash);
}

static void fill_row(struct fitter *f, size_t i)
{
	const struct item *item = &f->items[i - 1];
	unsigned char *ways = f->ways + i * (f->m + 1);
	const int *above = row_of(f, i - 1);
	int *row = row_of(f, i);
	size_t j;

	row[0] = above[0] - empty_cost(item);
	ways[0] = WAY_ITEM;
	for (j = 1; j <= f->m; j++) {
		const struct token *token = &f->tokens[j - 1];
		bool is_beyond = item->is_title && j > f->title_end;
		int best = above[j] - empty_cost(item);
		int both = is_beyond ? INT32_MIN / 2
				     : above[j - 1] + both_score(item, token);
		int more = row[j - 1] - more_cost(f, i, token);

		if (is_near(f, i, j))
			both += SCORE_NEAR;
		if (is_time(f, i, j))
			both -= SCORE_FIGURE + COST_FIGURE;
		ways[j] = WAY_ITEM;
		if (more > best) {
			best = more;
			ways[j] = WAY_TOKEN;
		}
		if (both >= best) {
			best = both;
			ways[j] = WAY_BOTH;
		}
		if (item->kind == ITEM_WORD && !is_beyond)
			best = short_ways(f, i, j, best, &ways[j]);
		row[j] = best;
	}
}

static void set(struct fit *fit, size_t from, size_t to, bool is_exact)
{
	fit->from = from;
	fit->to = to;
	fit->is_exact = is_exact;
}

/* Back over an abbreviation: n items for one token, or one for n. */
static void trace_short(struct fit *fits, size_t *i, size_t *j, size_t from,
			unsigned char way)
{
	size_t items = way < WAY_LONG ? (size_t)(way - WAY_SHORT) : 1;
	size_t tokens = way < WAY_LONG ? 1 : (size_t)(way - WAY_LONG);
	size_t k;

	*j -= tokens;
	for (k = 0; k < items; k++)
		set(&fits[--*i], from + *j, from + *j + tokens, false);
}

static void trace(const struct fitter *f, struct fit *fits, size_t from)
{
	size_t i = f->n, j = f->m;

	while (i > 0) {
		const struct item *item = &f->items[i - 1];
		size_t end = j;
		unsigned char way = way_at(f, i, j);

		while (way == WAY_TOKEN)
			way = way_at(f, i, --j);
		if (way >= WAY_SHORT) {
			trace_short(fits, &i, &j, from, way);
			continue;
		}
		i--;
		if (item->kind == ITEM_WORD)
			end = j; /* what came behind is nobody's */
		if (way == WAY_BOTH)
			j--;
		if (way == WAY_ITEM && item->kind == ITEM_WORD)
			end = j;
		set(&fits[i], from + j, from + end,
		    item->kind == ITEM_WORD && way == WAY_BOTH &&
			    item->word.hash == f->tokens[j].hash);
	}
}

/* All of it: memory is the caller's bound of cells. */
static int fit_all(struct fit *fits, struct fitter *f, size_t from,
		   struct vb_error *err)
{
	size_t i, j;

	f->rows = calloc(ROWS_KEPT * (f->m + 1), sizeof(*f->rows));
	f->ways = malloc((f->n + 1) * (f->m + 1));
	if (!f->rows || !f->ways) {
		free(f->rows);
		free(f->ways);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	f->ways[0] = WAY_NONE;
	for (j = 1; j <= f->m; j++) {
		f->rows[j] = f->rows[j - 1] - COST_OUTSIDE;
		f->ways[j] = WAY_TOKEN;
	}
	for (i = 1; i <= f->n; i++)
		fill_row(f, i);
	trace(f, fits, from);
	free(f->rows);
	free(f->ways);
	return VB_OK;
}

/* ---- the plain case: all words there, in order --------------------------- */

/* Where the next words of the items are found, SIZE_MAX when not near. */
static size_t find_words(const struct fitter *f, size_t i, size_t j,
			 size_t reach)
{
	size_t k, n = 0;

	while (i + n < f->n && n < 3 && f->items[i + n].kind == ITEM_WORD)
		n++;
	if (n == 0)
		return SIZE_MAX;
	for (; j + n <= f->m && reach > 0; j++, reach--) {
		for (k = 0; k < n; k++)
			if (f->items[i + k].word.hash != f->tokens[j + k].hash)
				break;
		if (k == n)
			return j;
	}
	return SIZE_MAX;
}

/* A blank's words end where the next words begin; a figure's are one number.
 * False when the case is not plain. */
static bool fit_blank(const struct fitter *f, size_t i, size_t *j)
{
	size_t end = f->m, k;

	if (i + 1 < f->n) {
		end = find_words(f, i + 1, *j,
				 is_figure(&f->items[i]) ? 3 : 40);
		if (end == SIZE_MAX)
			return false;
	}
	if (is_figure(&f->items[i])) {
		for (k = *j; k < end; k++)
			if (f->tokens[k].kind != TOKEN_NUMBER)
				return false;
		if (end > *j + 1)
			return false;
	}
	*j = end;
	return true;
}

static bool fit_plain(struct fit *fits, const struct fitter *f, size_t from)
{
	size_t i, j = 0;

	for (i = 0; i < f->n; i++) {
		fits[i].from = from + j;
		fits[i].is_exact = false;
		if (f->items[i].kind != ITEM_WORD) {
			if (!fit_blank(f, i, &j))
				return false;
		} else if (j < f->m &&
			   f->items[i].word.hash == f->tokens[j].hash) {
			fits[i].is_exact = true;
			j++;
		} else if (!f->items[i].is_optional) {
			return false;
		}
		fits[i].to = from + j;
	}
	return j == f->m;
}

int anchor_line_fit(struct fit *fits, const struct line *line,
		    struct vb_error *err)
{
	struct fitter f = {.items = line->items,
			   .n = line->n,
			   .tokens = line->tokens->at + line->from,
			   .m = line->to - line->from};
	size_t last = f.n ? f.n - 1 : 0, whole = f.m;

	f.title_end = line->title_end > line->from
			      ? line->title_end - line->from
			      : 0;
	if (fit_plain(fits, &f, line->from))
		return VB_OK;
	/* a long answer at the end takes the rest unseen */
	if (f.n && f.items[last].kind == ITEM_BLANK &&
	    f.items[last].field->type == FIELD_LONGTEXT && f.m > 3 * f.n + 100)
		f.m = 3 * f.n + 100;
	if ((f.n + 1) * (f.m + 1) > ANCHOR_CELLS_MAX)
		f.m = ANCHOR_CELLS_MAX / (f.n + 1) - 1;
	if (fit_all(fits, &f, line->from, err) != VB_OK)
		return VB_NOMEM;
	if (f.n && f.m < whole && f.items[last].kind != ITEM_WORD)
		fits[last].to = line->to;
	return VB_OK;
}
