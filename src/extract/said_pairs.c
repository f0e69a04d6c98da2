/*
 * said_pairs.c - two blanks whose words are nearly the same, and two figures
 * that are like both: what is said of the one figure and not of the other
 * tells which is which.
 */
#include "extract/said_match.h"

#include <string.h>

enum {
	LIKE_MAX = 8 /* figures that may be of a pair */
};

/* Of both blanks' words. */
#define PAIR_SCORE_MIN 0.4F
/* Of what tells the blanks apart, how much more of it is said. */
#define PAIR_APART_MIN 0.25F
/* Of what stands beside a pair, for the other blank. */
#define PAIR_OTHER_MIN 0.25F
/* Of the most that is said of a figure. */
#define PAIR_SAID_SHARE 0.25F

static bool has_word(const struct matcher *m, size_t blank, uint32_t id)
{
	const struct said_blank *b = &m->form->blanks.at[blank];

	return said_asks_word(m, b, id) ||
	       said_telling_has(m->form, &b->outer, id);
}

/* What is said of a figure that one blank has and the other has not. */
static float said_apart(const struct matcher *m, size_t figure, size_t blank,
			size_t other)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	float sum = 0;
	size_t i;

	for (i = 0; i < f->n; i++) {
		const struct said_weight *w =
			&m->page->weights.at[f->first + i];

		if (has_word(m, blank, w->word) && !has_word(m, other, w->word))
			sum += w->weight *
			       m->form->words.words.at[w->word].tells;
	}
	return sum;
}

/* What tells the blanks apart that is said of a figure. */
static float apart_of(const struct matcher *m, const size_t blanks[2],
		      size_t figure)
{
	return said_apart(m, figure, blanks[0], blanks[1]) +
	       said_apart(m, figure, blanks[1], blanks[0]);
}

static bool is_like_both(const struct matcher *m, const size_t blanks[2],
			 size_t figure)
{
	return m->blank_of[figure] == SIZE_MAX &&
	       m->page->figures.at[figure].level < 0 &&
	       *said_score(m, blanks[0], figure) >= PAIR_SCORE_MIN &&
	       *said_score(m, blanks[1], figure) >= PAIR_SCORE_MIN;
}

/* Figures like both blanks; more than two are told apart by nothing. Those of
 * which much less is said, "Giáo viên: 81" where two kinds of them are asked
 * for, are neither's. */
static size_t find_figures(const struct matcher *m, const size_t blanks[2],
			   size_t figures[2])
{
	size_t like[LIKE_MAX], f, i, n_like = 0, n = 0;
	float most = 0, apart[LIKE_MAX];

	for (f = 0; f < m->page->figures.n; f++) {
		if (!is_like_both(m, blanks, f))
			continue;
		if (n_like == LIKE_MAX)
			return 0;
		like[n_like] = f;
		apart[n_like] = apart_of(m, blanks, f);
		most = apart[n_like] > most ? apart[n_like] : most;
		n_like++;
	}
	for (i = 0; i < n_like; i++) {
		if (apart[i] <= 0 || apart[i] < PAIR_SAID_SHARE * most)
			continue;
		if (n < 2)
			figures[n] = like[i];
		n++;
	}
	return n;
}

/* How much more speaks for the figures in their order than the other way, to
 * all that does; below 0 for the other way. */
static float order_of(const struct matcher *m, const size_t blanks[2],
		      const size_t figures[2])
{
	float said[2][2], all = 0;
	size_t f, b;

	for (f = 0; f < 2; f++)
		for (b = 0; b < 2; b++) {
			said[f][b] = said_apart(m, figures[f], blanks[b],
						blanks[!b]);
			all += said[f][b];
		}
	return all > 0 ? (said[0][0] - said[0][1] + said[1][1] - said[1][0]) /
				 all
		       : 0;
}

static bool take(struct matcher *m, struct said_matches *out, size_t blank,
		 size_t figure)
{
	struct said_match *added = vec_push(out);

	if (!added)
		return false;
	*added = (struct said_match){
		.blank = blank, .figure = figure, .is_pair = true};
	m->figure_of[blank] = figure;
	m->blank_of[figure] = blank;
	return true;
}

static bool is_open(const struct matcher *m, size_t blank)
{
	return m->figure_of[blank] == SIZE_MAX &&
	       !m->form->blanks.at[blank].field->levels;
}

static bool settle(struct matcher *m, struct said_matches *out,
		   const size_t blanks[2])
{
	size_t figures[2] = {SIZE_MAX, SIZE_MAX};
	float order;

	if (find_figures(m, blanks, figures) != 2 ||
	    said_same_number(m, figures[0], figures[1]))
		return true;
	order = order_of(m, blanks, figures);
	if (order > -PAIR_APART_MIN && order < PAIR_APART_MIN)
		return true;
	return take(m, out, blanks[0], figures[order < 0]) &&
	       take(m, out, blanks[1], figures[order > 0]);
}

/* The figure beside another that a blank of its section is likest, and one of
 * the other section is like; SIZE_MAX for none. */
static size_t figure_beside(const struct matcher *m, size_t beside,
			    size_t blank, size_t other)
{
	float most = PAIR_SCORE_MIN;
	size_t f, best = SIZE_MAX;

	for (f = 0; f < m->page->figures.n; f++)
		if (m->blank_of[f] == SIZE_MAX &&
		    said_is_beside(m->page, m->a, f, beside) &&
		    *said_score(m, blank, f) >= most &&
		    *said_score(m, other, f) >= PAIR_OTHER_MIN) {
			most = *said_score(m, blank, f);
			best = f;
		}
	return best;
}

/* "2 lớp, 45 người" and "3 lớp, 60 người": where two of them were told apart,
 * the others beside them are. */
static bool follow(struct matcher *m, struct said_matches *out,
		   const size_t pair[2], const size_t blanks[2])
{
	size_t figures[2], i;

	for (i = 0; i < 2; i++) {
		figures[i] = figure_beside(m, m->figure_of[pair[i]], blanks[i],
					   blanks[!i]);
		if (figures[i] == SIZE_MAX)
			return true;
	}
	return figures[0] == figures[1] ||
	       (take(m, out, blanks[0], figures[0]) &&
		take(m, out, blanks[1], figures[1]));
}

static bool are_open(const struct matcher *m, const size_t blanks[2])
{
	const struct said_blank *all = m->form->blanks.at;

	return is_open(m, blanks[0]) && is_open(m, blanks[1]) &&
	       all[blanks[0]].is_rate == all[blanks[1]].is_rate;
}

/* What stands beside the figures of a pair, in the sections of its blanks. */
static bool follow_pair(struct matcher *m, struct said_matches *out,
			const size_t pair[2])
{
	const struct said_blank *all = m->form->blanks.at;
	size_t blanks[2];

	for (blanks[0] = 0; blanks[0] < m->form->blanks.n; blanks[0]++) {
		if (all[blanks[0]].section != all[pair[0]].section)
			continue;
		for (blanks[1] = 0; blanks[1] < m->form->blanks.n; blanks[1]++)
			if (all[blanks[1]].section == all[pair[1]].section &&
			    are_open(m, blanks) &&
			    !follow(m, out, pair, blanks))
				return false;
	}
	return true;
}

static bool is_told(const struct matcher *m, const size_t blanks[2])
{
	return m->figure_of[blanks[0]] != SIZE_MAX &&
	       m->figure_of[blanks[1]] != SIZE_MAX;
}

bool said_pairs(struct matcher *m, struct said_matches *out)
{
	size_t blanks[2];

	for (blanks[0] = 0; blanks[0] < m->form->blanks.n; blanks[0]++)
		for (blanks[1] = blanks[0] + 1;
		     blanks[1] < m->form->blanks.n && is_open(m, blanks[0]);
		     blanks[1]++)
			if (are_open(m, blanks) &&
			    (!settle(m, out, blanks) ||
			     (is_told(m, blanks) &&
			      !follow_pair(m, out, blanks))))
				return false;
	return true;
}
