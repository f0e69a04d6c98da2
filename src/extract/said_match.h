/*
 * said_match.h - the comparison of blanks and figures in hand: shared by
 * said_match.c, said_score.c and the files that look at pairs for one reason
 * each.
 */
#ifndef EXTRACT_SAID_MATCH_H
#define EXTRACT_SAID_MATCH_H

#include "extract/said.h"

/* Less like is nothing. */
#define SAID_SCORE_MIN 0.2F
/* Of what tells two blanks apart, the share that speaks for the one. */
#define SAID_CLEAR_MIN 0.62F

/* The blank that is clearly the likest of a figure, SIZE_MAX for none. */
struct said_choice {
	size_t blank;
	float clear;
	bool is_known; /* nothing it depends on was settled since */
	bool is_part;  /* of a sum beside or below it: said_sums.c */
};

struct matcher {
	const struct said_form *form;
	const struct said_page *page;
	const struct anchorer *a;
	float *score;  /* by blank and figure; 0 when it cannot be */
	float *first;  /* the same before any was settled */
	float *sums;   /* by telling (said_form.uses), of the figure in hand */
	float *weight; /* of words, for the figure in hand */
	bool *is_its;  /* of words: the blank in hand has it */
	const struct said_figure *loaded; /* the figure in hand */
	struct said_choice *choice;	  /* by figure */
	bool *is_near, *is_own;		  /* likewise, as in said_weight */
	size_t *figure_of; /* by blank, of those settled; SIZE_MAX */
	size_t *blank_of;  /* by figure, likewise */
	bool is_lost;	   /* out of memory */
};

static inline float *said_score(const struct matcher *m, size_t blank,
				size_t figure)
{
	return &m->score[blank * m->page->figures.n + figure];
}

/* ... before any was settled. */
static inline float said_first(const struct matcher *m, size_t blank,
			       size_t figure)
{
	return m->first[blank * m->page->figures.n + figure];
}

/* ---- said_score.c -------------------------------------------------------- */

void said_score_all(struct matcher *m);
/* "3 CBQL và 13 giáo viên": one kind of the persons that a blank asks for. */
bool said_is_persons_part(const struct said_blank *blank,
			  const struct said_figure *figure);
bool said_can_be(const struct said_blank *blank,
		 const struct said_figure *figure);
/* True of a figure of those that have not, "3 trường chưa có wifi", for a blank
 * that does not ask for them. */
bool said_is_denied(const struct matcher *m, size_t blank, size_t figure);
/* True of a figure of another time, or planned, for a blank that does not ask
 * for such. */
bool said_is_aside(const struct matcher *m, size_t blank, size_t figure);
/* True when what a figure counts is told, and is not what the blank counts. */
bool said_counts_other(const struct matcher *m, size_t blank, size_t figure);
/* The blank of the rate of a count, SIZE_MAX for none. */
size_t said_rate_blank(const struct matcher *m, size_t count);
/* The likest blank of a figure, SIZE_MAX for none. */
size_t said_best_blank(const struct matcher *m, size_t figure);
/* Of what the words beside a figure tell, the share that is the blank's. */
float said_near(const struct matcher *m, size_t blank, size_t figure);
/* What the word beside it tells that is the blank's and tells most. */
float said_key(const struct matcher *m, size_t blank, size_t figure);
/* How clearly a figure is one blank's and not the other's: of the words that
 * tell the two apart, the share that speaks for it. Labels tell them apart, or
 * their lines. */
float said_clarity(struct matcher *m, size_t blank, size_t other,
		   size_t figure);
/* The least clarity beside blanks that are nearly as like, those settled too
 * when it is to be of all, or no words stand beside the figure. What is less
 * than is asked for, any such value. */
float said_clear_of(struct matcher *m, size_t blank, size_t figure, bool of_all,
		    float asked);
bool said_same_number(const struct matcher *m, size_t one, size_t two);
bool said_same_level(const struct matcher *m, size_t one, size_t two);

/* The words of a blank, without its titles, have one (a number of them). */
bool said_asks_word(const struct matcher *m, const struct said_blank *blank,
		    uint32_t id);

/* ---- said_twins.c -------------------------------------------------------- */

/* What stands below the title of one of two sections that ask for the same is
 * not the other's. */
void said_twins(struct matcher *m);

/* ---- said_sums.c --------------------------------------------------------- */

/* Sums of rows are no blank's that one of them is, and the other way. */
void said_sums(struct matcher *m);

/* ---- said_family.c ------------------------------------------------------- */

/* Totals are like what their levels are like. */
void said_families(struct matcher *m);

/* ---- said_pairs.c -------------------------------------------------------- */

/* Adds figures that two blanks are like; false out of memory. */
bool said_pairs(struct matcher *m, struct said_matches *out);

/* Settles a figure that others add up to as a blank's, and the rate beside it
 * as that of its rate; false out of memory. */
bool said_add_sum(struct matcher *m, struct said_matches *out, size_t blank,
		  size_t figure);

/* Settles a figure as a blank's; false out of memory. */
bool said_add(struct matcher *m, struct said_matches *out,
	      const struct said_match *match);

/* Settles a figure by level as a blank's: it is a part of its sum; false out of
 * memory. */
bool said_add_part(struct matcher *m, struct said_matches *out, size_t blank,
		   size_t figure);

/* ---- said_bounds.c ------------------------------------------------------- */

/* Settles two figures of a unit that a constraint tells apart; false out of
 * memory. */
bool said_bounds(struct matcher *m, struct said_matches *out);

/* ---- said_share.c -------------------------------------------------------- */

/* Adds the counts that settled rates are the shares of; false out of memory. */
bool said_shares(struct matcher *m, struct said_matches *out);

/* ---- said_beside.c ------------------------------------------------------- */

/* Adds what stands beside a settled figure of its section; false out of
 * memory. */
bool said_besides(struct matcher *m, struct said_matches *out);

/* ---- said_grid.c --------------------------------------------------------- */

/* Adds figures of tables that stand to a settled one as two others do; false
 * out of memory. */
bool said_grid(struct matcher *m, struct said_matches *out);

/* ---- said_levels.c ------------------------------------------------------- */

/* Adds wholes that settled figures by level add up to; false out of memory. */
bool said_levels(struct matcher *m, struct said_matches *out);

/* ---- said_adds.c --------------------------------------------------------- */

/* Bears out, and finds, what the sums of the form's constraints agree in; false
 * out of memory. */
bool said_adds(struct matcher *m, struct said_matches *out);
/* The one part of a sum that is left: "mức 1 19 trường, mức 2 9 trường" of
 * which the second is settled. False out of memory. */
bool said_rest(struct matcher *m, struct said_matches *out);
/* The form's constraint states that the one is a part of the other. */
bool said_is_part_of(const struct matcher *m, size_t part, size_t whole);

/* ---- said_split.c -------------------------------------------------------- */

/* Adds the figures by level that a settled one is the sum of; false out of
 * memory. */
bool said_split(struct matcher *m, struct said_matches *out);

/* ---- said_between.c ------------------------------------------------------ */

/* Adds what is told by its place between others; false out of memory. */
bool said_between(struct matcher *m, struct said_matches *out);

/* ---- said_doubt.c -------------------------------------------------------- */

/* Values found by lines of the form are doubted where what is said of them
 * speaks for another blank. */
void said_doubt(struct matcher *m);
/* ... and, when all is settled, where it was settled otherwise. */
void said_doubt_settled(struct matcher *m);

#endif
