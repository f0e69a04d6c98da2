/*
 * said_split.c - what a sum is made of: of "21 CSGD phổ thông" that was
 * settled, "Tiểu học 11 CSGD" and "Trung học cơ sở 10 CSGD" below it are the
 * parts, where the form's constraint adds two blanks of these levels up to it
 * and the figures do too.
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

enum {
	BEHIND_MAX = 12, /* paragraphs, cells too, behind the whole */
	BEFORE_MAX = 4,
	SPLIT_PARTS_MAX = 3,
	PASSES = 2,	/* what the first settles tells more */
	CHOICES_MAX = 8 /* of a part: more may add up to anything */
};

/* Of a whole that is trusted. */
#define SCORE_MIN 0.5F
#define NEAR_MIN  0.6F

struct split {
	struct matcher *m;
	struct said_total total;
	const struct said_add *add;
	size_t whole; /* its figure */
	size_t choices[SPLIT_PARTS_MAX][CHOICES_MAX],
		n_choices[SPLIT_PARTS_MAX];
	size_t parts[SPLIT_PARTS_MAX], best[SPLIT_PARTS_MAX];
	size_t n_best; /* ways to add up */
};

static bool is_settled(const struct split *s, size_t blank)
{
	size_t f;

	for (f = 0; f < s->m->page->figures.n; f++)
		if (s->m->blank_of[f] == blank)
			return true;
	return false;
}

/* Only a blank that names its level can have a figure that does; each open part
 * another. */
static bool names_levels(const struct split *s)
{
	const struct said_blank *all = s->m->form->blanks.at;
	size_t open[SPLIT_PARTS_MAX], n = 0, i, k;

	if (s->add->n > SPLIT_PARTS_MAX)
		return false;
	for (i = 0; i < s->add->n; i++) {
		size_t part = s->add->parts[i];

		if (all[part].level < 0)
			return false;
		if (is_settled(s, part))
			continue;
		for (k = 0; k < n; k++)
			if (all[open[k]].level == all[part].level)
				return false;
		open[n++] = part;
	}
	return true;
}

static bool may_be_part(const struct split *s, size_t blank, bool is_open,
			size_t figure)
{
	const struct said_figure *f = &s->m->page->figures.at[figure];
	size_t para = s->m->page->figures.at[s->whole].para;

	return f->level == s->m->form->blanks.at[blank].level &&
	       figure != s->whole && !f->is_rate && !f->aside && !f->denial &&
	       f->para + BEFORE_MAX >= para && f->para <= para + BEHIND_MAX &&
	       (s->m->blank_of[figure] == blank ||
		(is_open && s->m->blank_of[figure] == SIZE_MAX)) &&
	       said_can_be(&s->m->form->blanks.at[blank], f) &&
	       !said_counts_other(s->m, blank, figure);
}

static void try_parts(struct split *s)
{
	size_t i;

	said_total_begin(&s->total);
	for (i = 0; i < s->add->n; i++)
		if (!said_total_add(&s->total, s->parts[i]))
			return;
	if (s->total.sum.size < SAID_TELLING_SIZE ||
	    !said_total_is(&s->total, s->whole))
		return;
	for (i = 0; i < s->add->n; i++)
		s->best[i] = s->parts[i];
	s->n_best++;
}

/* The figures that may be each part; false when one has none, or too many. */
static bool find_choices(struct split *s)
{
	size_t part, f, *n;

	for (part = 0; part < s->add->n; part++) {
		size_t blank = s->add->parts[part];
		bool is_open = !is_settled(s, blank);

		n = &s->n_choices[part];
		*n = 0;
		for (f = 0; f < s->m->page->figures.n; f++) {
			if (!may_be_part(s, blank, is_open, f))
				continue;
			if (*n == CHOICES_MAX)
				return false;
			s->choices[part][(*n)++] = f;
		}
		if (*n == 0)
			return false;
	}
	return true;
}

/* All ways to choose the figures of the parts from one on. */
static void choose(struct split *s, size_t part)
{
	size_t i;

	if (part == s->add->n || part == SPLIT_PARTS_MAX) {
		try_parts(s);
		return;
	}
	for (i = 0; i < s->n_choices[part] && s->n_best < 2; i++) {
		s->parts[part] = s->choices[part][i];
		choose(s, part + 1);
	}
}

static bool settle(struct split *s, struct said_matches *out)
{
	size_t i;

	for (i = 0; i < s->add->n; i++)
		if (s->m->blank_of[s->best[i]] == SIZE_MAX &&
		    !said_add_part(s->m, out, s->add->parts[i], s->best[i]))
			return false;
	return true;
}

/* The figure that is most like the whole, of those settled as it for what is
 * said of them, but one; SIZE_MAX for none. Bases add up too: "Tổng số trường
 * hiện có: 30 (TH: 10; THCS: 20)". */
static size_t whole_of(const struct said_matches *out, size_t blank, size_t but)
{
	const struct said_match *best = NULL;
	size_t i;

	for (i = 0; i < out->n; i++)
		if (out->at[i].blank == blank && out->at[i].figure != but &&
		    out->at[i].score >= SCORE_MIN &&
		    out->at[i].near >= NEAR_MIN &&
		    (!best || out->at[i].score > best->score))
			best = &out->at[i];
	return best ? best->figure : SIZE_MAX;
}

/* How many ways there are to add up to a whole. */
static size_t ways(struct split *s, size_t whole)
{
	s->whole = whole;
	s->n_best = 0;
	if (whole != SIZE_MAX && find_choices(s))
		choose(s, 0);
	return s->n_best;
}

/* The parts of one sum; false when out of memory. */
static bool split_one(struct split *s, struct said_matches *out)
{
	size_t likest = whole_of(out, s->add->whole, SIZE_MAX);

	if (likest == SIZE_MAX || !names_levels(s))
		return true;
	if (ways(s, likest) == 0)
		ways(s, whole_of(out, s->add->whole, likest));
	return s->n_best != 1 || settle(s, out);
}

static bool split_all(struct split *s, struct said_matches *out)
{
	size_t i;

	for (i = 0; i < s->m->form->adds.n; i++) {
		s->add = &s->m->form->adds.at[i];
		if (s->total.is_lost || !split_one(s, out))
			return false;
	}
	return !s->total.is_lost;
}

bool said_split(struct matcher *m, struct said_matches *out)
{
	struct split s = {.m = m, .total = {.page = m->page, .a = m->a}};
	size_t known, i;
	bool is_good = true;

	for (i = 0; i < PASSES; i++) {
		known = out->n;
		is_good = split_all(&s, out);
		if (!is_good || out->n == known)
			break;
	}
	said_total_release(&s.total);
	return is_good;
}
