/*
 * said_weigh.c - what the words of a form tell, and what all of a blank's do.
 */
#include "extract/said.h"

#include <stdlib.h>

/* What a syllable tells to what two in a row do: Vietnamese words are of two.
 */
#define PAIR_TELLS 1.0F
#define WORD_TELLS 0.35F

/* Nobody says all of a long label: what is enough, to the rarest word. */
#define ENOUGH	  3.0F
#define ANY_TELLS 0.5F
#define BEYOND	  0.3F

/* What a whole is called that its parts are not: that it is all of them, which
 * figures of no level say by that. */
#define WHOLE_TELLS 0.3F

/* Of 1 and more; straight between powers of two. */
static float binary_log(float x)
{
	float log = 0;

	while (x >= 2) {
		x /= 2;
		log++;
	}
	return log + x - 1;
}

/* By how many blanks have it: Sparck Jones, J. Documentation 28 (1972). */
static void weigh(struct said_form *form)
{
	float all = (float)form->blanks.n + 1;
	size_t i;

	form->words.most = binary_log(all);
	for (i = 0; i < form->words.words.n; i++) {
		struct said_word *word = &form->words.words.at[i];

		if (word->n == 0)
			word->n = word->n_outer;
		word->tells = word->n ? binary_log(all / (float)word->n) : 0;
		word->tells *= word->is_pair || word->is_whole ? PAIR_TELLS
							       : WORD_TELLS;
	}
}

static void weaken(struct said_form *form, uint64_t key)
{
	uint32_t word = said_word_of(&form->words, key);

	if (word != SAID_NONE)
		form->words.words.at[word].tells *= ANY_TELLS;
}

/* What is done with anything tells less, however few blanks have it. */
static void weaken_any(struct said_form *form)
{
	static const char *const WORDS[][2] = {
		{"cong", "tac"},   {"hieu", "qua"},  {"su", "dung"},
		{"tham", "gia"},   {"thuc", "hien"}, {"to", "chuc"},
		{"trien", "khai"}, {"ung", "dung"},  {"xai", "dung"}};
	size_t i;

	for (i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++) {
		uint64_t one = said_key_of(WORDS[i][0]);
		uint64_t two = said_key_of(WORDS[i][1]);

		weaken(form, said_pair(one, two));
		weaken(form, one);
		weaken(form, two);
	}
}

static void add_up(const struct said_form *form, struct said_telling *telling)
{
	float enough = ENOUGH * form->words.most;
	size_t i;

	telling->total = 0;
	for (i = 0; i < telling->n; i++)
		telling->total += form->words.words
					  .at[form->ids.at[telling->first + i]]
					  .tells;
	if (telling->total > enough)
		telling->total = enough + (telling->total - enough) * BEYOND;
}

/* The words of a telling, by id. */
static void mark(const struct said_form *form,
		 const struct said_telling *telling, bool *marked, bool on)
{
	size_t i;

	for (i = 0; i < telling->n; i++)
		marked[form->ids.at[telling->first + i]] = on;
}

/* Every word of the part is the whole's too, in the first way to say it; those
 * of the whole are marked. */
static bool is_part_of(const struct said_form *form,
		       const struct said_blank *part,
		       const struct said_blank *whole, const bool *marked)
{
	const struct said_telling *telling = &part->by[0];
	size_t i;

	if (part->level < 0 || part->field->levels ||
	    part->is_rate != whole->is_rate || telling->n == 0)
		return false;
	for (i = 0; i < telling->n; i++)
		if (!marked[form->ids.at[telling->first + i]])
			return false;
	return true;
}

/* What the telling of a whole has that its part's has not tells less; one that
 * has nothing left, its total is not above 0, speaks for nothing. */
static void ease(const struct said_form *form, struct said_telling *whole,
		 const struct said_telling *part)
{
	size_t i;

	for (i = 0; i < whole->n; i++) {
		uint32_t id = form->ids.at[whole->first + i];

		if (!said_telling_has(form, part, id))
			whole->total -= form->words.words.at[id].tells *
					(1 - WHOLE_TELLS);
	}
}

static void ease_whole(const struct said_form *form, struct said_blank *whole,
		       bool *marked)
{
	size_t i = 0, k;

	if (whole->level >= 0 || whole->field->levels)
		return;
	mark(form, &whole->by[0], marked, true);
	while (i < form->blanks.n &&
	       !is_part_of(form, &form->blanks.at[i], whole, marked))
		i++;
	mark(form, &whole->by[0], marked, false);
	for (k = 0; i < form->blanks.n && k < SAID_TELLINGS; k++)
		ease(form, &whole->by[k], &form->blanks.at[i].by[k]);
}

bool said_form_weigh(struct said_form *form)
{
	bool *marked = calloc(form->words.words.n + 1, sizeof(*marked));
	size_t i, k;

	if (!marked)
		return false;
	weigh(form);
	weaken_any(form);
	for (i = 0; i < form->blanks.n; i++) {
		struct said_blank *blank = &form->blanks.at[i];

		for (k = 0; k < SAID_TELLINGS; k++)
			add_up(form, &blank->by[k]);
		add_up(form, &blank->outer);
		ease_whole(form, blank, marked);
	}
	free(marked);
	return true;
}
