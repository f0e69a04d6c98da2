/*
 * said_order.c - "mức 1, mức 2, mức 3 lần lượt là 5, 12, 8 trường": figures
 * that are told in the order of what was listed before them.
 */
#include "extract/said.h"

#include <string.h>

enum {
	LABELS_MAX = 12,
	LABEL_WORDS_MAX = 12
};

struct label {
	size_t from, to; /* tokens of the page */
};

struct order {
	struct said_parts *parts;
	const struct wml_para *p;
	const struct token *t;
	struct label labels[LABELS_MAX];
	size_t n;
};

/* A sign of these stands between a token and the one before. */
static bool has_sign(const struct order *o, size_t i, const char *signs)
{
	size_t at = o->t[i - 1].start + o->t[i - 1].size;

	for (; at < o->t[i].start; at++)
		if (strchr(signs, o->p->text[at]))
			return true;
	return false;
}

/* "lần lượt" at i. */
static bool is_order(const struct order *o, size_t i)
{
	return i + 1 < o->parts->to && token_is(&o->t[i], "lan") &&
	       token_is(&o->t[i + 1], "luot");
}

/* The end of the sentence that token i is in. */
static size_t sentence_end(const struct order *o, size_t i)
{
	for (i++; i < o->parts->to; i++)
		if (is_order(o, i) || has_sign(o, i, "\n") ||
		    (has_sign(o, i, ".") && has_sign(o, i, " ")))
			break;
	return i;
}

static size_t sentence_begin(const struct order *o, size_t i)
{
	while (i > o->parts->from &&
	       !(has_sign(o, i, ".") && has_sign(o, i, " ")) &&
	       !has_sign(o, i, "\n:("))
		i--;
	return i;
}

/* What is listed before "lần lượt" at `end`. Words that lead the list in are
 * none of its first: "số trường đạt mức 1, mức 2". */
static void find_labels(struct order *o, size_t end)
{
	size_t from = sentence_begin(o, end), i, words;

	o->n = 0;
	for (i = from; i < end && o->n < LABELS_MAX; i++) {
		bool is_and = token_is(&o->t[i], "va");

		if (said_part_of(o->parts, i) >= 0) {
			/* figures of their own stand before the list */
			o->n = 0;
			continue;
		}
		if (o->n == 0 || is_and || has_sign(o, i, ",;/")) {
			o->labels[o->n].from = i + is_and;
			o->n++;
		}
		o->labels[o->n - 1].to = i + 1;
	}
	if (o->n < 2)
		return;
	words = o->labels[1].to - o->labels[1].from;
	if (o->labels[0].to - o->labels[0].from > words)
		o->labels[0].from = o->labels[0].to - words;
}

static bool is_short(const struct order *o)
{
	size_t i;

	for (i = 0; i < o->n; i++)
		if (o->labels[i].to <= o->labels[i].from ||
		    o->labels[i].to - o->labels[i].from > LABEL_WORDS_MAX)
			return false;
	return o->n > 1;
}

/* Gives the figures of a kind between two tokens the labels in their order:
 * false when there are more or fewer of them. */
static bool give(struct order *o, size_t from, size_t to, bool is_rate)
{
	size_t n = 0, i;
	int part;

	for (i = from; i < to; i++) {
		part = said_part_of(o->parts, i);
		n += part >= 0 && o->parts->at[part].number == i &&
		     o->parts->at[part].is_rate == is_rate;
	}
	if (n != 0 && n != o->n)
		return false;
	for (i = from, n = 0; i < to; i++) {
		part = said_part_of(o->parts, i);
		if (part < 0 || o->parts->at[part].number != i ||
		    o->parts->at[part].is_rate != is_rate)
			continue;
		o->parts->at[part].listed = o->labels[n].from;
		o->parts->at[part].listed_end = o->labels[n].to;
		n++;
	}
	return true;
}

/* Whose they are is not told. */
static void lose(struct order *o, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++) {
		int part = said_part_of(o->parts, i);

		if (part >= 0)
			o->parts->at[part].number = SIZE_MAX;
	}
}

static void take_labels(struct order *o)
{
	size_t i, k;

	for (i = 0; i < o->n; i++)
		for (k = o->labels[i].from; k < o->labels[i].to; k++)
			o->parts->of[k - o->parts->from] = PART_UNREAD;
}

void said_orders_read(struct said_parts *parts, const struct anchorer *a,
		      size_t para)
{
	struct order o = {.parts = parts,
			  .p = &a->text.wml->paras.at[para],
			  .t = a->text.tokens.at};
	size_t i, end;

	for (i = parts->from; i + 1 < parts->to; i++) {
		if (!is_order(&o, i))
			continue;
		end = sentence_end(&o, i + 1);
		find_labels(&o, i);
		if (is_short(&o) && give(&o, i, end, false) &&
		    give(&o, i, end, true))
			take_labels(&o);
		else
			lose(&o, sentence_begin(&o, i), end);
	}
}
