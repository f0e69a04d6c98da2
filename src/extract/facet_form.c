/*
 * facet_form.c - the tables of a form that ask by row and column: the values
 * of their facets, and the words that tell one value from the others.
 */
#include "extract/facet.h"
#include "extract/said_tell.h"

#include <stdlib.h>
#include <string.h>

/* A table as it is read. */
struct reader {
	const struct said_form *form;
	struct facets *facets;
	const struct node *table;
	struct tokens tokens;
	bool is_lost; /* out of memory */
	bool is_full; /* more values, or words of one, than facets are for */
};

/* ---- values -------------------------------------------------------------- */

static void add_words(struct reader *r, const char *text)
{
	size_t i;

	r->tokens.n = 0;
	r->is_lost |= !tokens_split(&r->tokens, text, strlen(text));
	for (i = 0; i < r->tokens.n && !r->is_lost; i++) {
		struct facet_word *word = vec_push(&r->facets->words);

		r->is_lost = !word;
		if (word)
			*word = (struct facet_word){r->tokens.at[i], text};
	}
}

/* Adds the words of a cell to those of the value in hand. */
static void add_cell(struct reader *r, const struct node *cell)
{
	const struct node *n = cell;

	while ((n = node_next(cell, n)) != NULL)
		if (n->kind == NODE_TEXT)
			add_words(r, n->text);
}

static bool is_same(const struct facets *f, const struct facet_value *value,
		    size_t first)
{
	size_t n = f->words.n - first, i;

	if (value->n != n)
		return false;
	for (i = 0; i < n; i++)
		if (f->words.at[value->first + i].token.hash !=
		    f->words.at[first + i].token.hash)
			return false;
	return true;
}

/* The value that the words from one on are; those of one that is there already
 * are taken back. FACET_NONE without words. */
static int value_of(struct reader *r, enum facet_axis_kind kind, size_t first)
{
	struct facets *f = r->facets;
	struct facet_axis *axis = &f->axes[kind];
	size_t n = f->words.n - first;
	int i;

	if (n == 0)
		return FACET_NONE;
	for (i = 0; i < axis->n; i++) {
		if (!is_same(f, &axis->at[i], first))
			continue;
		f->words.n = first;
		return i;
	}
	r->is_full |= axis->n == FACET_VALUES_MAX || n > FACET_WORDS_MAX;
	if (r->is_full)
		return FACET_NONE;
	axis->at[axis->n] =
		(struct facet_value){.first = first, .n = n, .level = -1};
	return axis->n++;
}

/* ---- cells --------------------------------------------------------------- */

/* "Số lượng", "Tỷ lệ %": what every column has. */
static bool is_measure(const struct facets *f, size_t first)
{
	static const char *const WORDS[] = {"le", "luong", "sl",
					    "so", "ti",	   "tl"};
	size_t i;

	for (i = first; i < f->words.n; i++) {
		const struct token *t = &f->words.at[i].token;

		if (t->kind != TOKEN_SIGN &&
		    !token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS)))
			return false;
	}
	return true;
}

static int column_value(struct reader *r, const struct node *cell)
{
	unsigned column = tell_column_of(r->table, cell);
	size_t first = r->facets->words.n;
	const struct node *head = NULL;

	while ((head = tell_head_over(r->table, column, head)) != NULL) {
		size_t before = r->facets->words.n;

		add_cell(r, head);
		if (is_measure(r->facets, before))
			r->facets->words.n = before;
	}
	return value_of(r, FACET_COLUMN, first);
}

/* The words of the cells of a row that have no blank. */
static int row_value(struct reader *r, const struct node *row,
		     enum facet_axis_kind kind)
{
	size_t first = r->facets->words.n;
	const struct node *cell;

	for (cell = row->first; cell; cell = cell->next)
		if (!tell_has_field(cell) && !tell_is_row_number(cell))
			add_cell(r, cell);
	return value_of(r, kind, first);
}

static size_t blank_of(const struct said_form *form, const struct field *field)
{
	size_t i = 0;

	while (i < form->blanks.n && form->blanks.at[i].field != field)
		i++;
	return i;
}

static void add_blanks(struct reader *r, const struct node *cell, int group,
		       int row)
{
	const struct node *n = cell;
	int column = column_value(r, cell);

	while ((n = node_next(cell, n)) != NULL && !r->is_lost) {
		size_t blank = n->kind == NODE_FIELD
				       ? blank_of(r->form, n->field)
				       : r->form->blanks.n;
		struct facet_blank *added;

		if (blank == r->form->blanks.n)
			continue;
		added = vec_push(&r->facets->blanks);
		r->is_lost = !added;
		if (added)
			*added = (struct facet_blank){blank,
						      {group, row, column}};
	}
}

static void read_rows(struct reader *r)
{
	const struct node *row = r->table, *cell;
	int group = FACET_NONE, value;

	while ((row = node_next(r->table, row)) != NULL && !r->is_lost) {
		if (row->kind != NODE_ROW || row->parent->kind == NODE_HEADER)
			continue;
		if (!tell_has_field(row)) {
			group = row_value(r, row, FACET_GROUP);
			continue;
		}
		value = row_value(r, row, FACET_ROW);
		for (cell = row->first; cell; cell = cell->next)
			if (tell_has_field(cell))
				add_blanks(r, cell, group, value);
	}
}

/* ---- what tells them apart ----------------------------------------------- */

/* As many values of all axes have a word, or the two from one on. */
static unsigned uses(const struct facets *f, size_t word, size_t n)
{
	const struct facet_word *w = f->words.at;
	unsigned times = 0;
	size_t axis, i;
	int v;

	for (axis = 0; axis < FACET_AXES; axis++)
		for (v = 0; v < f->axes[axis].n; v++) {
			const struct facet_value *value = &f->axes[axis].at[v];

			for (i = value->first; i + n <= value->first + value->n;
			     i++)
				if (w[i].token.hash == w[word].token.hash &&
				    (n == 1 || w[i + 1].token.hash ==
						       w[word + 1].token.hash))
					break;
			times += i + n <= value->first + value->n;
		}
	return times;
}

static bool is_own(const struct facets *f, size_t word)
{
	return f->words.at[word].token.kind == TOKEN_WORD &&
	       uses(f, word, 1) == 1;
}

/* Two words, one of them the value's alone: "chưa đáp", "quản trị". */
static bool is_own_pair(const struct facets *f, const struct facet_value *value,
			size_t word)
{
	return word >= value->first && word + 1 < value->first + value->n &&
	       f->words.at[word].token.kind == TOKEN_WORD &&
	       f->words.at[word + 1].token.kind == TOKEN_WORD &&
	       (is_own(f, word) || is_own(f, word + 1)) &&
	       uses(f, word, 2) == 1;
}

/* "quản" is any number of other words without its "trị". */
static bool tells_with(const struct facets *f, const struct facet_value *value,
		       size_t word, size_t other)
{
	return is_own_pair(f, value, word < other ? word : other) &&
	       is_own(f, word) && is_own(f, other);
}

static bool tells_alone(const struct facets *f, const struct facet_value *value,
			size_t word)
{
	const struct token *t = &f->words.at[word].token;
	size_t last = value->first + value->n - 1;

	return is_own(f, word) && !said_is_filler(t) && !said_is_denial(t) &&
	       said_class_of(t, 1) == SAID_ANY &&
	       !(word > value->first && tells_with(f, value, word, word - 1)) &&
	       !(word < last && tells_with(f, value, word, word + 1));
}

static bool add_key(struct facets *f, unsigned axis, int value, size_t word,
		    bool is_pair)
{
	struct facet_key *key = vec_push(&f->keys);

	if (!key)
		return false;
	*key = (struct facet_key){word, is_pair, (unsigned char)axis,
				  (unsigned char)value};
	return true;
}

static bool add_keys(struct facets *f, unsigned axis, int v)
{
	const struct facet_value *value = &f->axes[axis].at[v];
	size_t i;

	for (i = value->first; i < value->first + value->n; i++) {
		if (is_own_pair(f, value, i) && !add_key(f, axis, v, i, true))
			return false;
		if (tells_alone(f, value, i) && !add_key(f, axis, v, i, false))
			return false;
	}
	return true;
}

/* "Mức độ 1": its number tells it, behind such a word. */
static uint64_t rank_of(const struct facets *f, const struct facet_value *value)
{
	size_t i;

	for (i = value->first + 1; i < value->first + value->n; i++)
		if (f->words.at[i].token.kind == TOKEN_NUMBER &&
		    said_is_rank(&f->words.at[i - 1].token))
			return f->words.at[i].token.hash;
	return 0;
}

/* Every blank of a value names the level. */
static int level_of(const struct reader *r, size_t axis, int value)
{
	const struct facets *f = r->facets;
	int level = SAID_SEVERAL;
	size_t i;

	for (i = 0; i < f->blanks.n; i++) {
		const struct facet_blank *b = &f->blanks.at[i];
		int its = r->form->blanks.at[b->blank].level;

		if (b->at[axis] != value)
			continue;
		if (level != SAID_SEVERAL && its != level)
			return -1;
		level = its;
	}
	return level;
}

/* ---- the whole of an axis ------------------------------------------------ */

static const struct facet_blank *find(const struct facets *f, size_t blank)
{
	size_t i;

	for (i = 0; i < f->blanks.n; i++)
		if (f->blanks.at[i].blank == blank)
			return &f->blanks.at[i];
	return NULL;
}

/* A blank differs from another in one axis, and in no other. */
static bool is_along(const struct facet_blank *one,
		     const struct facet_blank *other, size_t axis)
{
	size_t i;

	for (i = 0; i < FACET_AXES; i++)
		if ((one->at[i] == other->at[i]) == (i == axis))
			return false;
	return true;
}

/* The form adds up all other values of an axis to that of a blank. */
static bool adds_up(const struct facets *f, const struct said_add *add,
		    size_t axis)
{
	const struct facet_blank *whole = find(f, add->whole), *part;
	size_t i;

	if (!whole || (int)add->n != f->axes[axis].n - 1)
		return false;
	for (i = 0; i < add->n; i++) {
		part = find(f, add->parts[i]);
		if (!part || !is_along(whole, part, axis))
			return false;
	}
	return true;
}

static void find_whole(const struct reader *r, size_t axis)
{
	struct facets *f = r->facets;
	size_t i;

	f->axes[axis].whole = FACET_NONE;
	for (i = 0; i < r->form->adds.n; i++) {
		const struct said_add *add = &r->form->adds.at[i];

		if (adds_up(f, add, axis))
			f->axes[axis].whole = find(f, add->whole)->at[axis];
	}
}

/* ---- tables -------------------------------------------------------------- */

static bool tell_apart(struct reader *r)
{
	struct facets *f = r->facets;
	unsigned axis;
	int v;

	for (axis = 0; axis < FACET_AXES; axis++) {
		for (v = 0; v < f->axes[axis].n; v++) {
			struct facet_value *value = &f->axes[axis].at[v];

			value->level = level_of(r, axis, v);
			value->rank = rank_of(f, value);
			if (value->level < 0 && !add_keys(f, axis, v))
				return false;
		}
		find_whole(r, axis);
	}
	return true;
}

/* By row and column, in no cell twice. */
static bool is_asking(const struct reader *r)
{
	const struct facets *f = r->facets;
	const struct said_blank *all = r->form->blanks.at;
	unsigned axis, n = 0;
	size_t i, k;

	for (axis = 0; axis < FACET_AXES; axis++)
		n += f->axes[axis].n > 1;
	if (r->is_full || n < 2 || f->blanks.n < FACET_BLANKS_MIN)
		return false;
	for (i = 0; i < f->blanks.n; i++) {
		/* levels of a blank's own are none of these */
		if (all[f->blanks.at[i].blank].field->levels)
			return false;
		for (k = 0; k < i; k++)
			if (memcmp(f->blanks.at[i].at, f->blanks.at[k].at,
				   sizeof(f->blanks.at[i].at)) == 0 &&
			    all[f->blanks.at[i].blank].is_rate ==
				    all[f->blanks.at[k].blank].is_rate)
				return false;
	}
	return true;
}

static void facets_free(struct facets *f)
{
	if (!f)
		return;
	vec_release(&f->words);
	vec_release(&f->keys);
	vec_release(&f->blanks);
	free(f);
}

static bool read_table(struct said_form *form, const struct level_names *levels,
		       const struct node *table)
{
	struct reader r = {.form = form, .table = table};
	struct facets **added;

	r.facets = calloc(1, sizeof(*r.facets));
	if (!r.facets)
		return false;
	r.facets->levels = levels;
	read_rows(&r);
	if (!r.is_lost && is_asking(&r)) {
		added = vec_push(&form->facets);
		r.is_lost = !added || !tell_apart(&r);
		if (added) {
			*added = r.facets;
			r.facets = NULL;
		}
	}
	facets_free(r.facets);
	vec_release(&r.tokens);
	return !r.is_lost;
}

bool facet_form_read(struct said_form *form, const struct level_names *levels)
{
	const struct node *n = levels->form->root;

	while ((n = node_next(levels->form->root, n)) != NULL)
		if (n->kind == NODE_TABLE && !read_table(form, levels, n))
			return false;
	return true;
}

void facet_form_release(struct said_form *form)
{
	size_t i;

	for (i = 0; i < form->facets.n; i++)
		facets_free(form->facets.at[i]);
	vec_release(&form->facets);
}
