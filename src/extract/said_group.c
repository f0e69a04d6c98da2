/*
 * said_group.c - the rows of a table that lead in those below them: "1 |
 * Chuyển đổi số trong dạy, học" above "- | Tiểu học | 2 | 11".
 */
#include "extract/index.h"
#include "extract/said_look.h"
#include "extract/said_mark.h"

#include <string.h>

enum {
	ROWS_MAX = 200, /* looked at, above or below */
	TRIES_MAX = 8,	/* rows without marks that may lead one in */
	GROUPS_MAX = 2	/* one below the other */
};

#define WEIGHT_ROW    1.0F
#define WEIGHT_LEAD   0.75F /* the row a row with a bullet goes with */
#define WEIGHT_GROUP  0.7F
#define WEIGHT_HIGHER 0.6F

/* How a row begins. */
struct row_start {
	const struct wml_cell *words; /* its first cell of words, or NULL */
	bool is_alone;		      /* it has no other, and no figure */
	unsigned mark;		      /* enum outline_mark */
	const char *label;	      /* "1.1" in a cell of its own */
	size_t n_label;
};

/* More than a number or a letter before the words of a row. */
static bool is_words_long(const struct look *l, const struct wml_cell *cell)
{
	return l->a->text.first[cell->end] - l->a->text.first[cell->first] > 2;
}

static void see_label(struct row_start *start, const struct look *l,
		      uint32_t row)
{
	const struct wml_cell *cell = look_cell_at(l, row, 1);
	const struct wml_para *p;

	if (!cell || cell->row != row || cell == start->words ||
	    cell->first == cell->end || is_words_long(l, cell))
		return;
	p = &l->a->text.wml->paras.at[cell->first];
	start->mark = said_mark_alone(p);
	start->label = p->label[0] ? p->label : p->text;
	start->n_label = p->label[0] ? strlen(p->label) : p->size;
	while (start->n_label > 0 &&
	       strchr(" .)", start->label[start->n_label - 1]))
		start->n_label--;
}

static struct row_start start_of(const struct look *l, uint32_t row)
{
	struct row_start start = {.is_alone = true, .label = ""};
	size_t at = look_find(l, row, 1);
	const struct wml_cell *cell;

	for (; (cell = look_of_row(l, row, at)) != NULL; at++) {
		if (cell->owner)
			continue;
		if (look_is_words(l, cell)) {
			start.is_alone &= !start.words;
			start.words = start.words ? start.words : cell;
		} else if (cell->column > 2 &&
			   look_has_kind(l, cell, TOKEN_NUMBER)) {
			start.is_alone = false;
		}
	}
	see_label(&start, l, row);
	if (start.words && start.mark == OUTLINE_NONE)
		start.mark = said_mark_of(
			&l->a->text.wml->paras.at[start.words->first]);
	return start;
}

static bool is_same(const struct look *l, const struct wml_cell *one,
		    const struct wml_cell *other)
{
	const struct anchor_text *text = &l->a->text;
	size_t i = text->first[one->first], k = text->first[other->first];
	size_t n = text->first[one->end] - i;

	if (n != text->first[other->end] - k)
		return false;
	while (n > 0 && token_alike(&text->tokens.at[i + n - 1],
				    &text->tokens.at[k + n - 1]))
		n--;
	return n == 0;
}

/* The same words begin another row, above or below. */
static bool is_repeated(const struct look *l, const struct row_start *start)
{
	uint32_t row = start->words->row, end = row + ROWS_MAX, at;

	at = row > ROWS_MAX ? row - ROWS_MAX : l->n_heads + 1;
	for (; at <= l->table->rows && at <= end; at++) {
		const struct wml_cell *cell =
			look_cell_at(l, at, start->words->column);

		if (cell && cell->row != row && is_same(l, cell, start->words))
			return true;
	}
	return false;
}

/* Behind "Trong đó". */
static size_t own_words(const struct look *l, const struct wml_cell *cell)
{
	static const char *const OF[][2] = {{"trong", "do"}, {"chia", "ra"}};
	const struct anchor_text *text = &l->a->text;
	size_t first = text->first[cell->first];

	return text->first[cell->end] - first > 2 &&
			       token_is_pair_among(&text->tokens.at[first], OF,
						   sizeof(OF) / sizeof(*OF))
		       ? first + 2
		       : first;
}

/* A level of "Tiểu học | 5", not of "Giáo viên tiểu học". */
static bool is_of_level(const struct look *l, const struct row_start *start)
{
	const struct anchor_text *text = &l->a->text;

	return levels_begin(&l->a->index->levels, &text->tokens,
			    own_words(l, start->words),
			    text->first[start->words->end]) > 0;
}

/* Marks tell that one row is above the other: "I" above "1", "1" above "1.1",
 * "a" and none. */
static bool is_ranked(const struct row_start *above,
		      const struct row_start *below)
{
	switch (above->mark) {
	case OUTLINE_ROMAN:
	case OUTLINE_CAPITAL:
		return below->mark != above->mark;
	case OUTLINE_NUMBER:
	case OUTLINE_NUMBER_2:
		if (below->mark <= above->mark && below->mark != OUTLINE_NONE)
			return false;
		return below->mark > OUTLINE_NUMBER_3 ||
		       below->mark == OUTLINE_NONE ||
		       (below->n_label > above->n_label + 1 &&
			memcmp(above->label, below->label, above->n_label) ==
				0 &&
			below->label[above->n_label] == '.');
	case OUTLINE_LETTER:
		return below->mark == OUTLINE_NONE ||
		       below->mark >= OUTLINE_BULLET;
	default:
		return false;
	}
}

/* "2 | THCS | ... | ..." above "Cộng | 178": a level left blank. */
static bool is_blank_level(const struct look *l, const struct row_start *above,
			   const struct row_start *below)
{
	return is_of_level(l, above) && below->mark == OUTLINE_NONE &&
	       below->words && !is_of_level(l, below) && !is_repeated(l, below);
}

/* A row of a level below one of none. */
static bool is_under(const struct look *l, const struct row_start *above,
		     const struct row_start *below)
{
	return is_of_level(l, below) && !is_of_level(l, above);
}

static bool is_over_all(const struct look *l, const struct row_start *above)
{
	return above->words->col_span > 1 &&
	       above->words->column + above->words->col_span >
		       l->table->columns - 1;
}

/* A row without figures leads others in: marked as what stands above them; or
 * the words of theirs come again and its do not. */
static bool is_group(const struct look *l, const struct row_start *above,
		     const struct row_start *below, unsigned *tries)
{
	if (!above->is_alone)
		return false;
	if (above->mark != OUTLINE_NONE && above->mark != below->mark)
		return is_ranked(above, below) &&
		       !is_blank_level(l, above, below);
	/* "1 | Mức độ 1" above "1 | Số lượng", "2 | Tỷ lệ" */
	if (above->mark != OUTLINE_NONE)
		return is_ranked(above, below) ||
		       (below->words &&
			(is_under(l, above, below) ||
			 (is_repeated(l, below) && !is_repeated(l, above))));
	return below->words && (*tries)++ < TRIES_MAX &&
	       (is_under(l, above, below) ||
		(is_repeated(l, below) && !is_repeated(l, above)));
}

static bool is_row_of_rates(const struct look *l, uint32_t row)
{
	struct row_start start = start_of(l, row);

	return start.words && look_is_rates(l, start.words);
}

static void add(struct said_leads *leads, const struct wml_cell *cell,
		float weight, bool is_near)
{
	leads->at[leads->n].cell = cell;
	leads->at[leads->n].weight = weight;
	leads->at[leads->n++].is_near = is_near;
}

/* "Tỷ lệ" below "Tiểu học", and again below "THCS": rates of the row above;
 * not those of one row below many. */
static void find_counts(struct said_leads *leads, const struct look *l)
{
	uint32_t row = l->cell->row;
	struct row_start above;

	if (row < l->n_heads + 2 || !is_row_of_rates(l, row) ||
	    !((row > l->n_heads + 2 && is_row_of_rates(l, row - 2)) ||
	      is_row_of_rates(l, row + 2)))
		return;
	above = start_of(l, row - 1);
	if (above.words && !look_is_rates(l, above.words))
		add(leads, above.words, WEIGHT_ROW, true);
}

/* "Khối TH" and no more, "Trong đó: TH": of the row above that names none. */
static bool is_level_alone(const struct look *l, const struct wml_cell *cell)
{
	const struct anchor_text *text = &l->a->text;
	size_t first = own_words(l, cell), end = text->first[cell->end];

	return levels_begin(&l->a->index->levels, &text->tokens, first, end) ==
	       end - first;
}

/* "Cộng", "Tổng số": of no row. */
static bool is_sum(const struct look *l, const struct wml_cell *cell)
{
	static const char *const SUM[] = {"chung", "cong", "toan", "tong"};
	const struct anchor_text *text = &l->a->text;
	size_t first = text->first[cell->first];

	return first < text->first[cell->end] &&
	       token_is_among(&text->tokens.at[first], SUM,
			      sizeof(SUM) / sizeof(*SUM));
}

static void find_leads(struct said_leads *leads, const struct look *l)
{
	uint32_t row = l->cell->row, end = 0;
	struct row_start below = start_of(l, row);
	bool is_bullet = below.mark >= OUTLINE_BULLET;
	bool is_level = below.words && below.mark == OUTLINE_NONE &&
			is_level_alone(l, below.words);
	unsigned tries = 0, groups = 0;

	if (row > ROWS_MAX)
		end = row - ROWS_MAX;
	while (--row > l->n_heads && row > end) {
		struct row_start above = start_of(l, row);

		if (!above.words)
			continue;
		/* one cell over all of it leads in, but no other such */
		if ((groups == 0 && above.is_alone && is_over_all(l, &above)) ||
		    is_group(l, &above, &below, &tries)) {
			add(leads, above.words,
			    groups ? WEIGHT_HIGHER : WEIGHT_GROUP, false);
			if (++groups == GROUPS_MAX)
				return;
			/* "1.1 Mức độ 3" below "1 Dạy, học" */
			below = above;
			is_bullet = is_level = false;
			continue;
		}
		if (is_level && !is_of_level(l, &above) && !above.is_alone &&
		    !is_sum(l, above.words)) {
			add(leads, above.words, WEIGHT_LEAD, false);
			is_level = false;
		}
		if (is_bullet && above.mark < OUTLINE_BULLET) {
			add(leads, above.words, WEIGHT_LEAD, false);
			is_bullet = false;
		}
	}
}

void look_rows_above(struct look *l)
{
	struct said_leads *leads = l->cells->leads;
	unsigned i;

	/* the cells of a row are looked at one after another */
	if (leads->table != l->cell->table || leads->row != l->cell->row) {
		*leads = (struct said_leads){.table = l->cell->table,
					     .row = l->cell->row};
		find_counts(leads, l);
		find_leads(leads, l);
	}
	for (i = 0; i < leads->n; i++)
		look_add(l, leads->at[i].cell, leads->at[i].weight,
			 leads->at[i].is_near);
}
