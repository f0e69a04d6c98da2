/*
 * anchor_around.c - what stands around a lead: the heading above it, the first
 * cell of its row. "Khó khăn" below "2. Dạy, học" is that of the form's part
 * of such a title.
 */
#include "extract/anchor_topic.h"

/* A lead less like a block is none of its, whatever stands around it. */
#define LIKE_MIN 0.25
/* Words around it that are less like the title above the block say nothing. */
#define NEAR_MIN 0.3
/* Of what is left to 1. */
#define WORTH_NEAR 0.4
#define NEAR_TOLD  0.5
#define LIKE_TWIN  0.02
#define WORTH_TWIN 0.75

/* The first words of the row, where they are another cell's; its heading. */
static void find_around(size_t around[2], const struct anchor_text *text,
			size_t para)
{
	const struct wml_para *paras = text->wml->paras.at;
	size_t i = para, above = text->below[para];

	around[0] = above < text->wml->paras.n && above != para ? above + 1 : 0;
	around[1] = 0;
	while (i > 0 && paras[para].cell > 0 && paras[i - 1].cell > 0 &&
	       paras[i - 1].row_serial == paras[para].row_serial)
		i--;
	if (paras[i].cell == paras[para].cell)
		return;
	/* the cell that one without words goes on with */
	if (text->first[i] == text->first[i + 1] &&
	    text->wml->cells.at[paras[i].cell - 1].owner > 0)
		i = text->wml->cells
			    .at[text->wml->cells.at[paras[i].cell - 1].owner -
				1]
			    .first;
	around[1] = i + 1;
}

static void hear_term(struct topics *t, const struct term *term, double *whole)
{
	size_t from, to, i;
	double tells;

	topics_uses(t, term->hash, &from, &to);
	tells = topics_worth(t, term->base, from, to);
	*whole += tells;
	for (i = from; i < to; i++) {
		struct topic *b = &t->blocks[t->uses.at[i].block];

		if (t->uses.at[i].where == IN_HINT)
			continue;
		if (b->near <= 0)
			t->near[t->n_near++] = t->uses.at[i].block;
		b->near += tells;
	}
}

static void hear(struct topics *t, const struct anchor_text *text)
{
	struct terms terms;
	double whole = 0;
	size_t k, i;

	while (t->n_near > 0)
		t->blocks[t->near[--t->n_near]].near = 0;
	for (k = 0; k < 2; k++) {
		size_t para = t->around[k] - 1, n;

		if (t->around[k] == 0)
			continue;
		n = text->first[para + 1] - text->first[para];
		terms_of(&terms, &t->phrases,
			 &text->tokens.at[text->first[para]],
			 n < TOPIC_WORDS_MAX ? n : TOPIC_WORDS_MAX);
		for (i = 0; i < terms.n; i++)
			hear_term(t, &terms.at[i], &whole);
	}
	for (i = 0; i < t->n_near; i++)
		t->blocks[t->near[i]].near /= whole;
}

/* Lines that recur are as like a lead, each: those that what stands around it
 * does not speak for, where it speaks for another, are less. */
static void part_twins(struct topics *t)
{
	size_t i, k;

	for (i = 0; i < t->n_touched; i++) {
		const struct topic *b = &t->blocks[t->touched[i]];

		for (k = 0; b->near >= NEAR_TOLD && k < t->n_touched; k++) {
			struct topic *other = &t->blocks[t->touched[k]];

			if (other->near < b->near / 2 &&
			    other->like <= b->like + LIKE_TWIN &&
			    other->like >= b->like - LIKE_TWIN)
				other->like *= WORTH_TWIN;
		}
	}
}

static void look(struct topics *t, const struct anchor_text *text, size_t para)
{
	size_t around[2];

	find_around(around, text, para);
	if (around[0] == t->around[0] && around[1] == t->around[1])
		return;
	t->around[0] = around[0];
	t->around[1] = around[1];
	hear(t, text);
}

double topics_twin(struct topics *t, const struct anchor_text *text,
		   size_t para, size_t block)
{
	double best = 0;
	size_t i = block;

	if (!t->blocks[block].twin)
		return 1;
	look(t, text, para);
	do {
		if (t->blocks[i].near > best)
			best = t->blocks[i].near;
		i = t->blocks[i].twin - 1;
	} while (i != block);
	return best >= NEAR_TOLD && t->blocks[block].near < best / 2
		       ? WORTH_TWIN
		       : 1;
}

void topics_look_around(struct topics *t, const struct anchor_text *text,
			size_t para)
{
	size_t i;

	look(t, text, para);
	part_twins(t);
	for (i = 0; i < t->n_touched; i++) {
		struct topic *b = &t->blocks[t->touched[i]];

		if (b->type == FIELD_LONGTEXT && b->like >= LIKE_MIN &&
		    b->near >= NEAR_MIN)
			b->like += (1 - b->like) * WORTH_NEAR * b->near;
	}
}
