/*
 * said_sure.c - how sure a settled figure is: how like its blank, how clearly
 * no other's, and what stands beside it.
 */
#include "extract/said_sure.h"

#include "util/err.h"

#include <stdlib.h>

/* How like a figure is its blank, and how sure it is then. */
#define LIKE	       0.5F
#define SURE_LIKE      0.9
#define LESS_LIKE      0.25F
#define SURE_LESS_LIKE 0.75
#define SURE_LEAST     0.45
#define SURE_PROVED    0.95
#define SURE_BETWEEN   0.55
#define SURE_PAIR      0.65
#define ALL	       0.9F
#define TELLING	       0.1F
#define KEY	       0.75F
/* Another blank, another figure are nearly as like, or words beside it are
 * none of the blank's. */
#define CLEAR	       0.75F
#define ALONE_MIN      0.3F
#define ALONE_CELL_MIN 0.5F
#define NEAR	       0.8F
#define THEIRS	       0.3F
#define CELL_LIKE      0.3F
#define LITTLE	       0.4F
#define MOSTLY_THEIRS  0.6F
#define TOLD_LIKE      0.5F
#define SURE_UNCLEAR   0.6
#define SURE_IN_CELL   0.5
#define SURE_FOREIGN   0.9
/* A table whose figures are nearly all blanks', each clearly another's, is the
 * form's in other words: what is in it then. */
#define TOGETHER_MIN	    8
#define TOGETHER_SHARE	    0.6F
#define SURE_TOGETHER	    0.65
#define TOGETHER_LINE_MIN   4
#define TOGETHER_LINE_SHARE 0.6F

static bool is_clear(const struct said_match *match)
{
	return match->is_proved ||
	       (!match->is_between && !match->is_pair && !match->is_sum &&
		!match->is_beside && match->clear >= CLEAR &&
		match->rival < NEAR * match->score);
}

static struct said_tally *tally_of(const struct said_finder *f, size_t figure)
{
	const struct wml_story *wml = f->a->text.wml;
	size_t cell = wml->paras.at[f->page.figures.at[figure].para].cell;

	/* a paragraph of its own, or a table */
	return &f->tallies[cell ? wml->paras.n + wml->cells.at[cell - 1].table
				: f->page.figures.at[figure].para];
}

/* "còn lại 8 trường (32%)" */
static bool is_rest(const struct said_finder *f, size_t figure)
{
	const struct said_figure *figures = f->page.figures.at;
	size_t of = figures[figure].of;

	return figures[figure].is_rest ||
	       (of != SIZE_MAX && figures[of].is_rest);
}

static bool is_together(const struct said_finder *f,
			const struct said_match *match)
{
	const struct said_tally *tally = tally_of(f, match->figure);

	bool in_table = tally >= f->tallies + f->a->text.wml->paras.n;

	return is_clear(match) && match->near >= THEIRS &&
	       (match->alone >= ALONE_MIN || is_rest(f, match->figure)) &&
	       tally->clear >= (in_table ? TOGETHER_MIN : TOGETHER_LINE_MIN) &&
	       (float)tally->clear >=
		       (in_table ? TOGETHER_SHARE : TOGETHER_LINE_SHARE) *
			       (float)tally->figures;
}

static bool is_in_cell(const struct said_finder *f, size_t figure)
{
	const struct said_figure *at = &f->page.figures.at[figure];

	return f->a->text.wml->paras.at[at->para].cell > 0;
}

/* "lớp": the one blank of its section that counts them, and the one figure
 * there that does. */
static bool is_only_unit(const struct said_finder *f,
			 const struct said_match *match)
{
	const struct said_blank *all = f->form->blanks.at;
	size_t unit = all[match->blank].unit, i;

	if (unit == SIZE_MAX || f->page.figures.at[match->figure].unit != unit)
		return false;
	if (!said_is_only_of_unit(f->form, match->blank))
		return false;
	for (i = 0; i < f->page.figures.n; i++)
		if (i != match->figure && f->page.figures.at[i].unit == unit &&
		    said_is_beside(&f->page, f->a, match->figure, i))
			return false;
	return true;
}

/* Persons: the one blank of its section that counts them, and the one figure
 * there that does. */
static bool is_only_class(const struct said_finder *f,
			  const struct said_match *match)
{
	const struct said_blank *all = f->form->blanks.at;
	enum said_class class = all[match->blank].class;
	size_t i;

	if (class != SAID_PERSONS || match->clear < CLEAR ||
	    match->alone < ALONE_MIN ||
	    f->page.figures.at[match->figure].class != class)
		return false;
	if (!said_is_only_of_class(f->form, match->blank))
		return false;
	for (i = 0; i < f->page.figures.n; i++)
		if (i != match->figure &&
		    f->page.figures.at[i].class == class &&
		    !f->page.figures.at[i].aside &&
		    said_is_beside(&f->page, f->a, match->figure, i))
			return false;
	return true;
}

/* "45 giáo viên dự 3 lớp": whose section the figure beside is. */
bool said_is_of_section(const struct said_finder *f,
			const struct said_match *match)
{
	const struct said_blank *all = f->form->blanks.at;
	size_t i;

	if (!(is_clear(match) && is_only_unit(f, match)) &&
	    !is_only_class(f, match))
		return false;
	for (i = 0; i < f->matches.n; i++) {
		const struct said_match *other = &f->matches.at[i];

		if (other != match && is_clear(other) &&
		    other->score >= LESS_LIKE &&
		    all[other->blank].section == all[match->blank].section &&
		    said_is_beside(&f->page, f->a, match->figure,
				   other->figure))
			return true;
	}
	return false;
}

static double sure_alone(const struct said_finder *f,
			 const struct said_match *match)
{
	/* "Phòng studio": few words, all of them this blank's alone; "LMS"
	 * alone */
	bool is_key = match->alone >= ALL &&
		      (match->key >= KEY ||
		       (match->near >= ALL && match->telling >= TELLING));
	double sure;

	if (match->is_proved)
		return SURE_PROVED;
	if (match->is_between)
		return SURE_BETWEEN;
	if (match->is_pair || match->is_beside || match->is_faceted)
		return SURE_PAIR;
	if (match->is_sum)
		return SURE_LIKE;
	sure = match->score >= LIKE ? SURE_LIKE
	       : is_key || (match->score >= LESS_LIKE &&
			    (match->telling > 0 || match->score >= CELL_LIKE ||
			     !is_in_cell(f, match->figure)))
		       ? SURE_LESS_LIKE
		       : SURE_LEAST;

	if (match->clear < CLEAR || match->alone < ALONE_MIN ||
	    (match->alone < CLEAR && match->near < ALL))
		sure *= SURE_UNCLEAR;
	/* "Tổng số giáo viên: 300" in the answer to two questions */
	if (match->alone < ALONE_CELL_MIN && is_in_cell(f, match->figure))
		sure *= SURE_IN_CELL;
	if (match->alone <= 0 && !is_rest(f, match->figure))
		sure *= SURE_FOREIGN;
	/* "triển khai họp trên mạng" is no "triển khai chữ ký số" */
	if (match->alone < CLEAR && match->near < CLEAR)
		sure *= SURE_FOREIGN;
	if (match->rival >= NEAR * match->score)
		sure *= SURE_UNCLEAR;
	if (match->is_nearer_other)
		sure *= SURE_UNCLEAR;
	/* "phân công 01 giáo viên ...", "của các trường đạt 96%" in a long
	 * answer */
	if (f->page.figures.at[match->figure].is_told &&
	    (match->score < TOLD_LIKE ||
	     (match->telling <= 0 &&
	      f->page.figures.at[match->figure].level < 0)))
		sure *= SURE_UNCLEAR;
	if (match->near < (match->score < LITTLE ? MOSTLY_THEIRS : THEIRS))
		sure *= SURE_UNCLEAR;
	/* words beside it that are none of the blank's */
	if (match->near < CLEAR && sure > SURE_LESS_LIKE)
		sure = SURE_LESS_LIKE;
	if (sure < SURE_TOGETHER && is_together(f, match))
		sure = SURE_TOGETHER;
	if (sure < SURE_PAIR &&
	    (match->is_cornered || said_is_of_section(f, match)))
		sure = SURE_PAIR;
	return match->is_borne && sure < SURE_LIKE ? SURE_LIKE : sure;
}

bool said_are_count_and_rate(const struct said_finder *f,
			     const struct said_match *count,
			     const struct said_match *rate)
{
	return f->form->blanks.at[rate->blank].of == count->blank &&
	       f->page.figures.at[rate->figure].of == count->figure;
}

/* A count and its rate bear each other out, and those that are proved shares
 * of one sum do. */
double said_sure_of(const struct said_finder *f, const struct said_match *match)
{
	double sure = sure_alone(f, match), other;
	size_t i;

	for (i = 0; i < f->matches.n && sure < SURE_PAIR; i++) {
		const struct said_match *at = &f->matches.at[i];

		if (!said_are_count_and_rate(f, at, match) &&
		    !said_are_count_and_rate(f, match, at) &&
		    !(match->sum && match->sum == at->sum))
			continue;
		other = sure_alone(f, at);
		if (other > SURE_PAIR)
			other = SURE_PAIR;
		if (other > sure)
			sure = other;
	}
	return sure;
}

/* No figure of another time; nor a whole, what is asked for is its part. */
static bool is_counted(const struct said_finder *f, size_t figure)
{
	return !f->page.figures.at[figure].aside &&
	       !f->page.figures.at[figure].is_whole;
}

int said_tallies_count(struct said_finder *f)
{
	size_t i;

	f->tallies =
		calloc(f->a->text.wml->paras.n + f->a->text.wml->tables.n + 1,
		       sizeof(*f->tallies));
	if (!f->tallies)
		return err_set(f->a->err, VB_NOMEM, "out of memory");
	for (i = 0; i < f->page.figures.n; i++)
		tally_of(f, i)->figures += is_counted(f, i);
	for (i = 0; i < f->matches.n; i++)
		tally_of(f, f->matches.at[i].figure)->clear +=
			is_clear(&f->matches.at[i]);
	return VB_OK;
}
