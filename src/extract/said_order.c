/*
 * said_order.c - "mức 1, mức 2, mức 3 lần lượt là 5, 12, 8 trường": figures
 * that are told in the order of what was listed before them.
 */
#include "extract/said.h"

#include <string.h>

enum {
	LABELS_MAX = 12,
	SLOTS_MAX = 2 * LABELS_MAX,
	LABEL_WORDS_MAX = 12
};

struct label {
	size_t from, to; /* tokens of the page */
};

/* A figure, or a blank that was left. */
struct slot {
	int part; /* -1 a blank */
	bool is_rate;
};

struct order {
	struct said_parts *parts;
	const struct wml_para *p;
	const struct token *t;
	struct label labels[LABELS_MAX];
	size_t n;
	struct slot slots[SLOTS_MAX];
	size_t n_slots;
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

/* ". " before a token, no leader. */
static bool has_stop(const struct order *o, size_t i)
{
	size_t at = o->t[i - 1].start + o->t[i - 1].size;

	for (; at + 1 < o->t[i].start; at++)
		if (o->p->text[at] == '.' && o->p->text[at + 1] == ' ' &&
		    o->p->text[at - 1] != '.')
			return true;
	return has_sign(o, i, "\n");
}

/* The end of the sentence that token i is in. */
static size_t sentence_end(const struct order *o, size_t i)
{
	for (i++; i < o->parts->to; i++)
		if (is_order(o, i) || has_stop(o, i))
			break;
	return i;
}

static size_t sentence_begin(const struct order *o, size_t i)
{
	while (i > o->parts->from && !has_stop(o, i) && !has_sign(o, i, ":("))
		i--;
	return i;
}

/* What is listed before "lần lượt" at `end`. Words that lead the list in are
 * none of its first: "số trường đạt mức 1, mức 2". */
static void find_labels(struct order *o, size_t from, size_t end)
{
	size_t i, words;

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

static void add_slot(struct order *o, int part, bool is_rate)
{
	if (o->n_slots < SLOTS_MAX)
		o->slots[o->n_slots] = (struct slot){part, is_rate};
	o->n_slots++;
}

/* Blanks that were left behind a token: "......". */
static void find_blanks(struct order *o, size_t token, bool is_figure)
{
	size_t at = o->t[token].start + o->t[token].size, dots = 0;
	size_t end = token + 1 < o->parts->to ? o->t[token + 1].start
					      : o->p->size;

	for (; at <= end; at++) {
		char c = at < end ? o->p->text[at] : '\0';

		if (c && strchr("._", c)) {
			dots++;
		} else if (at + 3 <= end &&
			   memcmp(o->p->text + at, "\xe2\x80\xa6", 3) == 0) {
			dots += 3;
			at += 2;
		} else {
			/* a leader may be left beside its figure */
			if (dots >= 3 && !is_figure)
				add_slot(o, -1,
					 at < o->p->size &&
						 o->p->text[at] == '%');
			dots = 0;
			is_figure &= c != ';' && c != ',';
		}
	}
}

static void find_slots(struct order *o, size_t from, size_t to)
{
	size_t i;

	o->n_slots = 0;
	for (i = from; i < to; i++) {
		int part = said_part_of(o->parts, i);

		if (part >= 0 && o->parts->at[part].number == i)
			add_slot(o, part, o->parts->at[part].is_rate);
		find_blanks(o, i, part >= 0 || o->t[i].kind == TOKEN_SIGN);
	}
}

/* Gives the figures of a kind the labels in their order: false when there are
 * more or fewer of them. */
static bool give(struct order *o, bool is_rate)
{
	size_t n = 0, i;

	for (i = 0; i < o->n_slots; i++)
		n += o->slots[i].is_rate == is_rate;
	if (n != 0 && n != o->n)
		return false;
	for (i = 0, n = 0; i < o->n_slots; i++) {
		struct said_part *part;

		if (o->slots[i].is_rate != is_rate)
			continue;
		if (o->slots[i].part >= 0) {
			part = &o->parts->at[o->slots[i].part];
			part->listed = o->labels[n].from;
			part->listed_end = o->labels[n].to;
		}
		n++;
	}
	return true;
}

/* "5 trường tốt, 12 trường khá; tỷ lệ lần lượt là 29%, 71%": rates in the order
 * of the counts before them. */
static bool follow_counts(struct order *o, size_t from, size_t at)
{
	int counts[LABELS_MAX];
	size_t n = 0, i;
	int part;

	for (i = from; i < at; i++) {
		part = said_part_of(o->parts, i);
		if (part < 0 || o->parts->at[part].number != i)
			continue;
		if (o->parts->at[part].is_rate || n == LABELS_MAX)
			return false;
		counts[n++] = part;
	}
	if (n < 2 || n != o->n_slots)
		return false;
	for (i = 0; i < n; i++)
		if (!o->slots[i].is_rate)
			return false;
	for (i = 0; i < n; i++)
		if (o->slots[i].part >= 0)
			o->parts->at[o->slots[i].part].before = counts[i];
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

/* Words before a list lead all of it in: where nothing else is told in the
 * paragraph. */
static void lead_in(struct order *o, size_t from, size_t end)
{
	size_t i;

	for (i = o->parts->from; i < o->parts->to; i++)
		if ((i < from || i >= end) && said_part_of(o->parts, i) >= 0)
			return;
	for (i = from; i < o->labels[0].from; i++)
		o->parts->of[i - o->parts->from] = PART_LEAD;
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
	size_t i, from, end;

	for (i = parts->from; i + 1 < parts->to; i++) {
		if (!is_order(&o, i))
			continue;
		end = sentence_end(&o, i + 1);
		from = sentence_begin(&o, i);
		find_labels(&o, from, i);
		find_slots(&o, i, end);
		if (is_short(&o) && o.n_slots <= SLOTS_MAX && give(&o, false) &&
		    give(&o, true)) {
			lead_in(&o, from, end);
			take_labels(&o);
		} else if (!follow_counts(&o, from, i)) {
			lose(&o, from, end);
		}
	}
}
