/*
 * anchor_segment.c - a line of the form that asks for several figures, as rows
 * of a hand's own table: one row for each.
 *
 *	Số CSGD dùng sổ điểm điện tử: ... Trong đó, số CSGD dùng chữ ký số: ...
 *
 *	| Số CSGD dùng sổ điểm điện tử      | 45 |
 *	| - Trong đó: số CSGD dùng chữ ký số | 20 |
 */
#include "extract/anchor.h"

#include "util/err.h"

enum {
	SEGMENTS_MAX = 8,
	ROWS_MAX = 8, /* of a line, and looked at on either side */
	NONE = SEGMENTS_MAX
};

/* Words of a row that the segment must have. */
#define KEPT_MIN 0.75
/* How like a row must be, and how much more than another. */
#define LIKE_MIN    0.6
#define LIKE_MARGIN 0.1

/* Items of the block: words, a count, a rate of it. */
struct segment {
	size_t from, to;
};

struct segments {
	struct segment at[SEGMENTS_MAX];
	size_t n;
	size_t rows[ROWS_MAX]; /* their questions, paragraphs */
	size_t n_rows;
	double likes[SEGMENTS_MAX][ROWS_MAX];
};

static bool is_figure(const struct item *item)
{
	return item->field && (item->field->type == FIELD_COUNT ||
			       item->field->type == FIELD_PERCENT);
}

static bool add(struct segments *s, size_t from, size_t to)
{
	if (s->n == SEGMENTS_MAX)
		return false;
	s->at[s->n++] = (struct segment){from, to};
	return true;
}

/* A count begins the next one, with the words before it; false when the line
 * asks for more than figures. */
static bool split(struct segments *s, const struct item *items, size_t n)
{
	size_t i, from = 0, last = 0;
	bool has_figure = false;

	for (i = 0; i < n; i++) {
		if (items[i].kind == ITEM_WORD)
			continue;
		if (!is_figure(&items[i]))
			return false;
		if (has_figure && items[i].kind == ITEM_BLANK &&
		    items[i].field->type == FIELD_COUNT) {
			if (!add(s, from, last + 1))
				return false;
			from = last + 1;
		}
		has_figure = true;
		last = i;
	}
	return add(s, from, n) && s->n > 1;
}

/* ---- rows ---------------------------------------------------------------- */

static bool is_owned(const struct anchorer *a, const struct block *block,
		     const struct wml_para *p)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i;

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *other = &a->page.blocks.at[i];

		if (other != block && other->is_placed &&
		    paras[other->para].depth > 0 &&
		    paras[other->para].table == p->table &&
		    paras[other->para].row == p->row)
			return true;
	}
	return false;
}

/* The question of the row `by` away from that of the paragraph, SIZE_MAX for
 * none or another line's. */
static size_t next_row(const struct anchorer *a, const struct block *block,
		       size_t para, int by)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i = para + (size_t)by;

	for (; i < a->text.wml->paras.n && paras[i].depth > 0 &&
	       paras[i].table == paras[para].table;
	     i += (size_t)by) {
		if (paras[i].row == paras[para].row)
			continue;
		if (paras[i].row > paras[para].row + 1 ||
		    paras[i].row + 1 < paras[para].row ||
		    is_owned(a, block, &paras[i]))
			return SIZE_MAX;
		if (paras[i].column == paras[para].column)
			return i;
	}
	return SIZE_MAX;
}

static void find_rows(const struct anchorer *a, const struct block *block,
		      struct segments *s)
{
	size_t para = block->para, k;

	for (k = 1; k < ROWS_MAX / 2; k++) {
		size_t before = next_row(a, block, para, -1);

		if (before == SIZE_MAX)
			break;
		para = before;
	}
	for (; para != SIZE_MAX && s->n_rows < ROWS_MAX;
	     para = next_row(a, block, para, 1))
		s->rows[s->n_rows++] = para;
}

/* ---- which is which ------------------------------------------------------ */

static bool has_word(const struct tokens *tokens, size_t from, size_t to,
		     const struct token *word)
{
	for (; from < to; from++)
		if (token_alike(&tokens->at[from], word))
			return true;
	return false;
}

/* The share of the words of the segment before its figure in from..to. */
static double share_form(const struct anchorer *a, const struct item *items,
			 size_t n, size_t from, size_t to)
{
	size_t i, found = 0;

	for (i = 0; i < n && items[i].kind == ITEM_WORD; i++)
		found += has_word(&a->text.tokens, from, to, &items[i].word) ||
			 anchor_is_shortened(items, n, i, &a->text.tokens, from,
					     to);
	return i ? (double)found / (double)i : 0;
}

/* The share of the words of the row that the segment has. */
static double share_row(const struct anchorer *a, const struct item *items,
			size_t n, size_t from, size_t to)
{
	size_t k, i, found = 0;

	for (k = from; k < to; k++)
		for (i = 0; i < n && items[i].kind == ITEM_WORD; i++)
			if (token_alike(&items[i].word,
					&a->text.tokens.at[k])) {
				found++;
				break;
			}
	return to > from ? (double)found / (double)(to - from) : 0;
}

static double like(const struct anchorer *a, const struct block *block,
		   const struct segment *segment, size_t para)
{
	const struct item *items =
		&a->page.items.at[block->item + segment->from];
	size_t n = segment->to - segment->from;
	size_t from = a->text.first[para], to = a->text.first[para + 1];
	double kept = share_row(a, items, n, from, to);

	return kept < KEPT_MIN ? 0
			       : (kept + share_form(a, items, n, from, to)) / 2;
}

/* The row that is clearly the likest, and that of no other segment. */
static size_t row_of(const struct segments *s, size_t n)
{
	size_t r, k, best = NONE;
	double most = LIKE_MIN;

	for (r = 0; r < s->n_rows; r++)
		if (s->likes[n][r] >= most) {
			most = s->likes[n][r];
			best = r;
		}
	for (r = 0; best != NONE && r < s->n_rows; r++)
		if (r != best && s->likes[n][r] > most - LIKE_MARGIN)
			return NONE;
	for (k = 0; best != NONE && k < s->n; k++)
		if (k != n && s->likes[k][best] > most - LIKE_MARGIN)
			return NONE;
	return best;
}

static int take(struct anchorer *a, const struct block *block,
		const struct segment *segment, size_t para, double sure)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i;

	a->items.n = 0;
	for (i = segment->from; i < segment->to; i++) {
		struct item *item = vec_push(&a->items);

		if (!item)
			return err_set(a->err, VB_NOMEM, "out of memory");
		*item = a->page.items.at[block->item + i];
	}
	a->home = para;
	for (a->end = para + 1; a->end < a->text.wml->paras.n &&
				paras[a->end].table == paras[para].table &&
				paras[a->end].row == paras[para].row;)
		a->end++;
	return anchor_take(a, a->text.first[para], a->text.first[a->end], 0,
			   VB_BY_ANCHOR, sure);
}

int anchor_segments(struct anchorer *a, const struct block *block, double sure,
		    bool *is_taken)
{
	struct segments s = {.n = 0};
	size_t n, r, found = 0, rows[SEGMENTS_MAX];
	int code = VB_OK;

	*is_taken = false;
	if (block->kind != BLOCK_LINE || block->lead ||
	    a->text.wml->paras.at[block->para].depth != 1 ||
	    is_owned(a, block, &a->text.wml->paras.at[block->para]) ||
	    !split(&s, &a->page.items.at[block->item], block->n_items))
		return VB_OK;
	find_rows(a, block, &s);
	for (n = 0; n < s.n; n++)
		for (r = 0; r < s.n_rows; r++)
			s.likes[n][r] = like(a, block, &s.at[n], s.rows[r]);
	for (n = 0; n < s.n; n++) {
		rows[n] = row_of(&s, n);
		found += rows[n] != NONE;
	}
	/* one row may be all of the line */
	if (found < 2)
		return VB_OK;
	*is_taken = true;
	for (n = 0; n < s.n && code == VB_OK; n++)
		if (rows[n] != NONE)
			code = take(a, block, &s.at[n], s.rows[rows[n]], sure);
	return code;
}
