/*
 * anchor_levels.c - values by level among words: "MN: 12; TH: 20; THCS: 8".
 */
#include "extract/anchor.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* Tokens that name a level at `at`, 0 when none does. */
static size_t names_level(const struct anchorer *a, int level, size_t at,
			  size_t to)
{
	const struct form_level *l = &a->ex->form->levels[level];
	struct tokens words = {0};
	const struct token *tokens = a->text.tokens.at + at;
	size_t n = 0, i;
	char initials[FORM_LEVELS_MAX];

	if (!tokens_split(&words, l->label, strlen(l->label)))
		return 0;
	while (n < words.n && at + n < to && words.at[n].hash == tokens[n].hash)
		n++;
	if (n < words.n || n == 0) {
		n = 0;
		for (i = 0; i < words.n && i < sizeof(initials); i++)
			initials[i] = words.at[i].bare[0];
		if (tokens[0].kind == TOKEN_WORD && tokens[0].n == words.n &&
		    words.n > 1 &&
		    memcmp(tokens[0].bare, initials, words.n) == 0)
			n = 1;
		else if (tokens[0].n == strlen(l->id) &&
			 memcmp(tokens[0].bare, l->id, tokens[0].n) == 0)
			n = 1;
	}
	vec_release(&words);
	return n;
}

static int level_at(const struct anchorer *a, const struct field *field,
		    size_t at, size_t to, size_t *n)
{
	size_t best = 0, words;
	int level, found = -1;

	for (level = 0; level < (int)a->ex->form->n_levels; level++) {
		if (!field_has_level(field, level))
			continue;
		words = names_level(a, level, at, to);
		if (words > best) {
			best = words;
			found = level;
		}
	}
	*n = best;
	return found;
}

static int see_number(struct anchorer *a, const struct sighting *model,
		      size_t token)
{
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	const struct token *t = &a->text.tokens.at[token];

	mark.alias = mark.xpath = "";
	mark.first = mark.last = anchor_para_of(&a->text, token);
	mark.start = t->start;
	mark.end = t->start + t->size;
	anchor_widen(a, &mark);
	return anchor_see(a, model, &mark);
}

/* A number behind a level's name, at most two words (a unit) between, none of
 * them another level's. */
static size_t number_near(const struct anchorer *a, const struct field *field,
			  size_t from, size_t to)
{
	size_t i, n;

	for (i = from; i < to && i < from + 3; i++) {
		if (a->text.tokens.at[i].kind == TOKEN_NUMBER)
			return i;
		if (level_at(a, field, i, to, &n) >= 0)
			break;
	}
	return SIZE_MAX;
}

/* The values by level among tokens; *total is a number before the first
 * name. */
int anchor_levels(struct anchorer *a, const struct sighting *model, size_t from,
		  size_t to, size_t *named)
{
	size_t at = from;
	int code = VB_OK;

	*named = SIZE_MAX;
	while (at < to && code == VB_OK) {
		struct sighting s = *model;
		size_t n, number;

		s.level = level_at(a, model->field, at, to, &n);
		if (s.level < 0) {
			at++;
			continue;
		}
		if (*named == SIZE_MAX)
			*named = at;
		number = number_near(a, model->field, at + n, to);
		at += n;
		if (number == SIZE_MAX)
			continue;
		code = see_number(a, &s, number);
		at = number + 1;
	}
	return code;
}
