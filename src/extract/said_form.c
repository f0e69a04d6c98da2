/*
 * said_form.c - what a form says of each of its blanks for figures, as words:
 * its label, the words before it in its line, the heads of its row and its
 * column; and the titles it stands below.
 */
#include "extract/facet.h"
#include "extract/said_tell.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	INITIALS_MAX = 6 /* words of an abbreviation */
};

static int no_memory(const struct teller *t)
{
	return err_set(t->err, VB_NOMEM, "out of memory");
}

/* ---- blanks -------------------------------------------------------------- */

static bool say_titles(struct teller *t, const struct node *node)
{
	for (; node; node = node->parent)
		if (node->kind == NODE_SECTION && node->text &&
		    !tell_say(t, node->text))
			return false;
	return true;
}

static bool say_unit(struct teller *t, const struct field *field)
{
	return !field->unit || field->type == FIELD_PERCENT ||
	       tell_say(t, field->unit);
}

static bool tell_blank(struct teller *t, struct said_blank *blank,
		       const struct node *node)
{
	const struct field *field = node->field;
	const struct node *cell = tell_around(node, NODE_CELL);
	const struct node *line = tell_around(node, NODE_LINE);
	int named;

	if (!line)
		line = cell;
	t->level = -1;
	t->is_outer = false;
	if (!tell_say(t, field->label) || !say_unit(t, field) ||
	    !tell_done(t, &blank->by[0]))
		return false;
	named = t->level;
	if (line && (!tell_say_below(t, line, node) || !say_unit(t, field) ||
		     !tell_done(t, &blank->by[1])))
		return false;
	t->level = -1;
	if (cell &&
	    (!tell_say_cells(t, cell, node) || !tell_done(t, &blank->by[2])))
		return false;
	blank->level = named >= 0 ? named : t->level;
	if (field->levels || blank->level < 0)
		blank->level = -1;
	t->is_outer = true;
	return say_titles(t, node) && tell_done(t, &blank->outer);
}

static bool is_asked(const struct field *field)
{
	return field && !field->group && !field->is_base &&
	       (field->type == FIELD_COUNT || field->type == FIELD_PERCENT ||
		field->type == FIELD_NUMBER);
}

static size_t blank_of(const struct said_form *form, const char *id)
{
	size_t i;

	for (i = 0; id && i < form->blanks.n; i++)
		if (strcmp(form->blanks.at[i].field->id, id) == 0)
			return i;
	return SIZE_MAX;
}

/* The field of the count that a rate is the share of. */
static const struct field *count_of(const struct teller *t,
				    const struct field *field)
{
	const char *id = field->of;

	if (!id)
		return field;
	if (strncmp(id, "base/", 5) == 0)
		id += 5;
	return form_field(t->from, id) ? form_field(t->from, id) : field;
}

/* What its unit says it counts, or its label. */
static bool read_class(struct teller *t, struct said_blank *blank)
{
	const struct field *count = count_of(t, blank->field);
	const char *texts[] = {count->unit, count->label, blank->field->label};
	size_t i;

	blank->class = SAID_ANY;
	blank->persons = 0;
	for (i = 0; i < 3; i++) {
		t->tokens.n = 0;
		if (texts[i] &&
		    !tokens_split(&t->tokens, texts[i], strlen(texts[i])))
			return false;
		blank->persons |= said_persons_in(t->tokens.at, t->tokens.n);
		if (blank->class == SAID_ANY)
			blank->class = said_class_in(texts[i], t->tokens.at,
						     t->tokens.n);
	}
	if (blank->class == SAID_ANY && count->unit)
		blank->class = SAID_THINGS;
	return true;
}

static bool read_unit(struct teller *t, struct said_blank *blank)
{
	const char *text = count_of(t, blank->field)->unit;
	struct said_unit unit, *added;
	size_t i;

	blank->unit = SIZE_MAX;
	t->tokens.n = 0;
	if (!text)
		return true;
	if (!tokens_split(&t->tokens, text, strlen(text)))
		return false;
	if (!said_unit_read(&unit, t->tokens.at, t->tokens.n))
		return true;
	for (i = 0; i < t->form->units.n; i++)
		if (t->form->units.at[i].initials == unit.initials &&
		    said_unit_fits(&t->form->units.at[i], &unit) &&
		    said_unit_fits(&unit, &t->form->units.at[i]))
			break;
	if (i == t->form->units.n) {
		added = vec_push(&t->form->units);
		if (!added)
			return false;
		*added = unit;
	}
	blank->unit = i;
	return true;
}

static int tell_blanks(struct teller *t)
{
	const struct node *n = t->from->root;
	struct said_blank *blank;

	while ((n = node_next(t->from->root, n)) != NULL) {
		if (n->kind != NODE_FIELD || !is_asked(n->field))
			continue;
		blank = vec_push(&t->form->blanks);
		if (!blank)
			return no_memory(t);
		t->blank = t->form->blanks.n;
		blank->field = n->field;
		blank->section = tell_around(n, NODE_ROW);
		if (!blank->section)
			blank->section = tell_around(n, NODE_SECTION);
		blank->is_rate = n->field->type == FIELD_PERCENT;
		blank->of = blank_of(t->form, n->field->of);
		if (!tell_blank(t, blank, n) || !read_unit(t, blank) ||
		    !read_class(t, blank))
			return no_memory(t);
	}
	return VB_OK;
}

/* ---- numbers of the form ------------------------------------------------- */

/* Nothing but a space parts two tokens. */
static bool is_next(const struct token *one, const struct token *two)
{
	return two->start <= one->start + one->size + 1;
}

/* The word beside a number: step 1 behind it, -1 before it; NULL for none, or
 * where a sign parts them. */
static const struct token *word_beside(const struct token *tokens, size_t n,
				       size_t number, int step)
{
	size_t at = number + (size_t)step;

	if (step > 0 && at < n && tokens[at].kind == TOKEN_SIGN)
		at++;
	if (at >= n || tokens[at].kind != TOKEN_WORD ||
	    !is_next(&tokens[step > 0 ? at - 1 : at],
		     &tokens[step > 0 ? at : at + 1]))
		return NULL;
	return &tokens[at];
}

/* "80 cơ sở" is not "80% cơ sở". */
static uint64_t number_key_of(const struct token *number, bool has_sign,
			      uint64_t word, int step)
{
	uint64_t key = number->hash + has_sign;

	return step > 0 ? said_pair(key, word) : said_pair(word, key);
}

static uint64_t number_key(const struct token *number, const struct token *word,
			   int step)
{
	return number_key_of(number, word > number + 1, word->hash, step);
}

/* "80% CSVC" is "80% cơ sở vật chất". */
static bool note_initials(struct teller *t, size_t number)
{
	const struct tokens *tokens = &t->tokens;
	const struct token *first = word_beside(tokens->at, tokens->n, number,
						1);
	size_t n;

	for (n = 2; first && n <= INITIALS_MAX &&
		    first + n <= tokens->at + tokens->n &&
		    first[n - 1].kind == TOKEN_WORD;
	     n++) {
		uint64_t *added = vec_push(&t->form->numbers);

		if (!added)
			return false;
		*added = number_key_of(&tokens->at[number],
				       first > &tokens->at[number] + 1,
				       token_initials(first, n), 1);
	}
	return true;
}

static bool note_numbers(struct teller *t, const char *text)
{
	struct tokens *tokens = &t->tokens;
	size_t i;
	int step;

	tokens->n = 0;
	if (!tokens_split(tokens, text, strlen(text)))
		return false;
	for (i = 0; i < tokens->n; i++) {
		if (tokens->at[i].kind != TOKEN_NUMBER)
			continue;
		if (!note_initials(t, i))
			return false;
		for (step = -1; step <= 1; step += 2) {
			const struct token *word =
				word_beside(tokens->at, tokens->n, i, step);
			uint64_t *added;

			if (!word)
				continue;
			added = vec_push(&t->form->numbers);
			if (!added)
				return false;
			*added = number_key(&tokens->at[i], word, step);
		}
	}
	return true;
}

static bool has_number(const struct said_form *form, const struct token *number,
		       const struct token *word, int step)
{
	uint64_t key = number_key(number, word, step);
	size_t i;

	for (i = 0; i < form->numbers.n; i++)
		if (form->numbers.at[i] == key)
			return true;
	return false;
}

bool said_form_writes(const struct said_form *form, const struct token *tokens,
		      size_t n, size_t number)
{
	int step;

	for (step = -1; step <= 1; step += 2) {
		const struct token *word = word_beside(tokens, n, number, step);

		if (word && has_number(form, &tokens[number], word, step))
			return true;
	}
	return false;
}

bool said_form_writes_all(const struct said_form *form,
			  const struct token *tokens, size_t n, size_t number)
{
	bool is_all = true, is_any = false;
	int step;

	for (step = -1; step <= 1; step += 2) {
		const struct token *word = word_beside(tokens, n, number, step);

		if (!word)
			continue;
		is_any = true;
		is_all &= has_number(form, &tokens[number], word, step);
	}
	return is_any && is_all;
}

static int find_numbers(struct teller *t)
{
	const struct node *n = t->from->root;

	while ((n = node_next(t->from->root, n)) != NULL)
		if (n->kind == NODE_TEXT && !note_numbers(t, n->text))
			return no_memory(t);
	return VB_OK;
}

/* ---- the whole of it ---------------------------------------------------- */

static const struct said_telling *telling_of(const struct said_form *form,
					     size_t i)
{
	const struct said_blank *blank = &form->blanks.at[i / SAID_SUMS];

	return i % SAID_SUMS == SAID_TELLINGS ? &blank->outer
					      : &blank->by[i % SAID_SUMS];
}

/* Which tellings have a word: counted, then laid behind each other. */
static bool find_uses(struct said_form *form)
{
	size_t n = form->blanks.n * SAID_SUMS, words = form->words.words.n;
	size_t i, k;

	form->uses.first = calloc(words + 2, sizeof(*form->uses.first));
	form->uses.telling = calloc(form->ids.n + 1,
				    sizeof(*form->uses.telling));
	if (!form->uses.first || !form->uses.telling)
		return false;
	for (i = 0; i < form->ids.n; i++)
		form->uses.first[form->ids.at[i] + 2]++;
	for (i = 2; i < words + 2; i++)
		form->uses.first[i] += form->uses.first[i - 1];
	for (i = 0; i < n; i++) {
		const struct said_telling *telling = telling_of(form, i);

		for (k = 0; k < telling->n; k++) {
			uint32_t word = form->ids.at[telling->first + k];

			form->uses.telling[form->uses.first[word + 1]++] =
				(uint32_t)i;
		}
	}
	return true;
}

bool said_is_only_of_class(const struct said_form *form, size_t blank)
{
	const struct said_blank *all = form->blanks.at;
	size_t b;

	for (b = 0; b < form->blanks.n; b++)
		if (b != blank && !all[b].is_rate &&
		    all[b].class == all[blank].class &&
		    all[b].section == all[blank].section)
			return false;
	return true;
}

bool said_is_only_of_unit(const struct said_form *form, size_t blank)
{
	const struct said_blank *all = form->blanks.at;
	size_t b;

	for (b = 0; b < form->blanks.n; b++)
		if (b != blank && all[b].section == all[blank].section &&
		    all[b].unit == all[blank].unit)
			return false;
	return true;
}

bool said_telling_has(const struct said_form *form,
		      const struct said_telling *telling, uint32_t word)
{
	size_t i;

	for (i = 0; i < telling->n; i++)
		if (form->ids.at[telling->first + i] == word)
			return true;
	return false;
}

int said_form_read(struct said_form *form, const struct level_names *levels,
		   struct vb_error *err)
{
	struct teller t = {.form = form,
			   .from = levels->form,
			   .levels = levels,
			   .err = err};
	int code = tell_blanks(&t);

	if (code == VB_OK)
		code = find_numbers(&t);
	if (code == VB_OK && !find_uses(form))
		code = no_memory(&t);

	said_words_release(&t.seen);
	vec_release(&t.tokens);
	vec_release(&t.keys);
	if (code != VB_OK)
		return code;
	said_shorts_sort(&form->words);
	return said_adds_read(form) && said_twins_read(form) &&
			       said_form_weigh(form) &&
			       facet_form_read(form, levels)
		       ? VB_OK
		       : no_memory(&t);
}

void said_form_release(struct said_form *form)
{
	facet_form_release(form);
	said_words_release(&form->words);
	vec_release(&form->blanks);
	vec_release(&form->ids);
	free(form->uses.first);
	free(form->uses.telling);
	vec_release(&form->units);
	vec_release(&form->numbers);
	vec_release(&form->adds);
	vec_release(&form->pers);
	vec_release(&form->twins);
}
