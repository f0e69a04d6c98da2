/*
 * said_tell.c - the words that a form has around a blank: before it in its
 * line, in its row, over its column.
 */
#include "extract/said_tell.h"

#include "text/syllable.h"

#include <string.h>

/* ---- words --------------------------------------------------------------- */

static bool push_key(struct teller *t, uint64_t key)
{
	uint64_t *at = vec_push(&t->keys);

	if (at)
		*at = key;
	return at != NULL;
}

static void note_level(struct teller *t, int level)
{
	if (t->level == -1 || t->level == level)
		t->level = level;
	else
		t->level = SAID_SEVERAL;
}

/* "LMS", "wifi" */
static bool note_kind(struct teller *t, const char *text,
		      const struct token *token)
{
	bool is_acronym = said_is_capital(text, token);
	uint32_t word;

	if (token->kind != TOKEN_WORD ||
	    (!is_acronym && syllable_valid(text + token->start, token->size)))
		return true;
	word = said_word_add(&t->form->words, token->hash);
	if (word == SAID_NONE)
		return false;
	t->form->words.words.at[word].is_acronym |= is_acronym;
	t->form->words.words.at[word].is_whole = true;
	return true;
}

/* Titles are said of every blank below them. */
static bool shorten(struct teller *t, const char *text)
{
	size_t n = t->seen.words.n;

	if (said_word_add(&t->seen, (uint64_t)(uintptr_t)text) == SAID_NONE)
		return false;
	return t->seen.words.n == n ||
	       said_shorten(&t->form->words, t->tokens.at, t->tokens.n);
}

bool tell_say(struct teller *t, const char *text)
{
	struct tokens *tokens = &t->tokens;
	size_t i, n;

	tokens->n = 0;
	if (!tokens_split(tokens, text, strlen(text)) || !shorten(t, text))
		return false;
	for (i = 0; i < tokens->n; i += n) {
		const struct token *token = &tokens->at[i];
		uint64_t same[2];
		int level = levels_at(t->levels, LEVELS_ALL, token,
				      tokens->n - i, &n);

		if (level >= 0) {
			note_level(t, level);
			if (!push_key(t, 0))
				return false;
			continue;
		}
		n = said_synonym(same, token, tokens->n - i);
		if (n > 0) {
			if (!push_key(t, same[0]) || !push_key(t, same[1]))
				return false;
			continue;
		}
		n = 1;
		if (!note_kind(t, text, token))
			return false;
		if (token->kind != TOKEN_SIGN && !said_is_filler(token) &&
		    !push_key(t, token->hash))
			return false;
	}
	return push_key(t, 0);
}

static bool add_id(struct teller *t, struct said_telling *telling, uint64_t key,
		   bool is_pair)
{
	struct said_form *form = t->form;
	uint32_t id = said_word_add(&form->words, key), *at;
	struct said_word *word;

	if (id == SAID_NONE)
		return false;
	if (said_telling_has(form, telling, id))
		return true;
	word = &form->words.words.at[id];
	word->is_pair = is_pair;
	if (word->last != t->blank) {
		word->last = t->blank;
		if (t->is_outer)
			word->n_outer++;
		else
			word->n++;
	}
	at = vec_push(&form->ids);
	if (!at)
		return false;
	*at = id;
	telling->n++;
	return true;
}

bool tell_done(struct teller *t, struct said_telling *telling)
{
	size_t i;
	bool is_ok = true;

	telling->first = t->form->ids.n;
	telling->n = 0;
	for (i = 0; i < t->keys.n && is_ok && telling->n < SAID_PIECE_MAX;
	     i++) {
		uint64_t key = t->keys.at[i];

		if (!key)
			continue;
		is_ok = add_id(t, telling, key, false);
		if (is_ok && i > 0 && t->keys.at[i - 1])
			is_ok = add_id(t, telling,
				       said_pair(t->keys.at[i - 1], key), true);
	}
	t->keys.n = 0;
	return is_ok;
}

/* ---- the line ------------------------------------------------------------ */

const struct node *tell_around(const struct node *node, enum node_kind kind)
{
	while (node && node->kind != kind)
		node = node->parent;
	return node;
}

static bool is_in(const struct node *node, enum node_kind kind,
		  const struct node *top)
{
	for (; node && node != top; node = node->parent)
		if (node->kind == kind)
			return true;
	return false;
}

static bool is_blank(const struct node *n)
{
	return n->kind == NODE_FIELD || n->kind == NODE_BREAKDOWN;
}

bool tell_say_below(struct teller *t, const struct node *top,
		    const struct node *end)
{
	const struct node *n = top, *last = NULL;
	bool is_first = true, is_behind;

	while ((n = node_next(top, n)) != NULL && n != end)
		if (is_blank(n))
			last = n;
	is_behind = last == NULL;
	n = top;
	while ((n = node_next(top, n)) != NULL && n != end) {
		is_behind |= n == last;
		is_first &= !is_blank(n);
		if (n->kind == NODE_TEXT && (is_first || is_behind) &&
		    !is_in(n, NODE_HINT, top) && !tell_say(t, n->text))
			return false;
	}
	return true;
}

/* ---- the table ----------------------------------------------------------- */

bool tell_has_field(const struct node *top)
{
	const struct node *n = top;

	while ((n = node_next(top, n)) != NULL)
		if (n->kind == NODE_FIELD || n->kind == NODE_BREAKDOWN)
			return true;
	return false;
}

/* Lays a row on the grid below the rows that `covered` tells of; gives the
 * column, from 1 on, of a cell of it, 0 when it has it not. */
static unsigned place_row(unsigned covered[COLUMNS_MAX + 1],
			  const struct node *row, const struct node *wanted)
{
	const struct node *cell;
	unsigned column = 0, found = 0, i;

	for (cell = row->first; cell; cell = cell->next) {
		while (column < COLUMNS_MAX && covered[column])
			covered[column++]--;
		if (wanted && cell == wanted)
			found = column + 1;
		for (i = 0; i < cell->colspan && column < COLUMNS_MAX; i++)
			covered[column++] = cell->rowspan - 1;
	}
	while (column < COLUMNS_MAX) {
		if (covered[column])
			covered[column]--;
		column++;
	}
	return found;
}

unsigned tell_column_of(const struct node *table, const struct node *cell)
{
	unsigned covered[COLUMNS_MAX + 1] = {0}, found;
	const struct node *row = table;

	while ((row = node_next(table, row)) != NULL) {
		if (row->kind != NODE_ROW)
			continue;
		found = place_row(covered, row, cell);
		if (found)
			return found;
	}
	return 0;
}

const struct node *tell_head_over(const struct node *table, unsigned column,
				  const struct node *last)
{
	unsigned covered[COLUMNS_MAX + 1] = {0};
	const struct node *row = table, *cell;
	bool is_behind = last == NULL;

	while ((row = node_next(table, row)) != NULL) {
		unsigned before[COLUMNS_MAX + 1];

		if (row->kind != NODE_ROW || row->parent->kind != NODE_HEADER)
			continue;
		for (cell = row->first; cell; cell = cell->next) {
			unsigned at;

			memcpy(before, covered, sizeof(before));
			at = place_row(before, row, cell);
			if (!at || at > column || column >= at + cell->colspan)
				continue;
			if (is_behind)
				return cell;
			is_behind = cell == last;
		}
		place_row(covered, row, NULL);
	}
	return NULL;
}

static bool say_heads(struct teller *t, const struct node *table,
		      unsigned column)
{
	const struct node *head = NULL;

	while ((head = tell_head_over(table, column, head)) != NULL)
		if (!tell_say_below(t, head, NULL))
			return false;
	return true;
}

/* The words of a row that has no blank and stands above. */
static bool say_group(struct teller *t, const struct node *row)
{
	const struct node *n, *group = NULL;

	for (n = row->parent->first; n && n != row; n = n->next)
		if (n->kind == NODE_ROW && !tell_has_field(n) &&
		    row->parent->kind != NODE_HEADER)
			group = n;
	return !group || tell_say_below(t, group, NULL);
}

bool tell_is_row_number(const struct node *cell)
{
	const struct node *n = node_next(cell, cell);
	size_t size;

	if (!n || n->kind != NODE_TEXT || node_next(cell, n))
		return false;
	size = strspn(n->text, "0123456789IVXivx.");
	if (size == 0 && n->text[0] >= 'A' && n->text[0] <= 'z')
		size = 1;
	return n->text[size + strspn(n->text + size, ". )")] == '\0';
}

bool tell_say_cells(struct teller *t, const struct node *cell,
		    const struct node *field)
{
	const struct node *table = tell_around(cell, NODE_TABLE);
	const struct node *row = tell_around(cell, NODE_ROW), *n;

	if (!table || !row || !say_group(t, row))
		return false;
	for (n = row->first; n && n != cell; n = n->next)
		if (!tell_has_field(n) && !tell_is_row_number(n) &&
		    !tell_say_below(t, n, NULL))
			return false;
	return say_heads(t, table, tell_column_of(table, cell)) &&
	       tell_say_below(t, cell, field);
}
