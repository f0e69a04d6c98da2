/*
 * facet.c - figures that are told by one value of each facet, and that the
 * sums of the form bear out: "CSGD phổ thông" is "TH" and "THCS" together, a
 * rate is its count's share of all ranks. See facet.h.
 */
#include "extract/facet.h"
#include "extract/said_total.h"

#include "text/figure.h"

#include <stdlib.h>
#include <string.h>

/* How far a rate may be from its count's share: it is typed rounded, and
 * often so that all of them add up to 100. */
#define RATE_ROOM 0.6
/* Of what is found, the share that is borne out where the rest is right too. */
#define BORNE_SHARE 0.75

enum {
	BORNE_MIN = 8,
	CHOSEN_MIN = 2,	 /* sums that bear out one of several */
	ANSWERS_MAX = 4, /* for a blank; one with more has none */
	DIGITS_MAX = 15	 /* that a double holds */
};

/* What a page has for one blank. */
struct facet_answer {
	size_t figures[ANSWERS_MAX]; /* of different numbers */
	double numbers[ANSWERS_MAX];
	size_t n, best;	 /* best is n while none is */
	bool is_crowded; /* there are more; n is 0 */
	/* sums and rates that bear it out, and that do not */
	unsigned sums, rates, wrong_sums, wrong_rates;
};

/* What a figure is told by. */
struct facet_told {
	int at[FACET_AXES];
	bool is_told;
	bool is_default; /* a whole because nothing is named */
};

/* The blanks of the form, as far as the facets have them. */
struct solver {
	struct facet_page page;
	struct facet_answer *answers; /* by blank of the form */
	struct facet_told *told;      /* by figure */
	struct buf number;
	bool is_lost;
};

/* ---- figures ------------------------------------------------------------- */

/* A canonical number (text/number.h) of so few digits; no strtod(): it reads
 * the locale. */
static double value_of(const char *text)
{
	double value = 0, unit = 1;
	bool is_behind = false;
	int n;

	for (n = 0; *text && n < DIGITS_MAX; text++) {
		if (*text < '0' || *text > '9') {
			is_behind = true;
			continue;
		}
		value = value * 10 + (*text - '0');
		unit *= is_behind ? 10 : 1;
		n++;
	}
	return value / unit;
}

static bool read_number(struct solver *s, size_t figure, double *number)
{
	const struct matcher *m = s->page.m;
	const struct said_figure *f = &m->page->figures.at[figure];
	const struct token *t = m->a->text.tokens.at;
	const char *text = m->a->text.wml->paras.at[f->para].text;
	size_t size = t[f->last].start + t[f->last].size - t[f->token].start;
	enum figure_said said;

	if (said_number_read(&s->number, m->page, m->a, figure)) {
		s->is_lost |= !buf_ok(&s->number);
		*number = value_of(buf_cstr(&s->number));
		return true;
	}
	said = figure_said(text + t[f->token].start, size);
	*number = 0;
	return said != FIGURE_SAID_NOTHING && !f->is_rate;
}

static const struct facet_blank *
blank_at(const struct solver *s, const int at[FACET_AXES], bool is_rate)
{
	const struct facets *f = s->page.facets;
	size_t i;

	for (i = 0; i < f->blanks.n; i++) {
		const struct facet_blank *b = &f->blanks.at[i];
		unsigned axis = 0;

		while (axis < FACET_AXES &&
		       (b->at[axis] == at[axis] || f->axes[axis].n < 2))
			axis++;
		if (axis == FACET_AXES &&
		    s->page.m->form->blanks.at[b->blank].is_rate == is_rate)
			return b;
	}
	return NULL;
}

static void add_answer(struct solver *s, size_t blank, size_t figure)
{
	struct facet_answer *answer = &s->answers[blank];
	double number;
	size_t i;

	if (!read_number(s, figure, &number))
		return;
	for (i = 0; i < answer->n; i++)
		if (answer->numbers[i] == number)
			return;
	answer->is_crowded |= answer->n == ANSWERS_MAX;
	if (answer->is_crowded) {
		answer->n = answer->best = 0;
		return;
	}
	answer->figures[answer->n] = figure;
	answer->numbers[answer->n] = number;
	answer->n++;
	answer->best = answer->n == 1 ? 0 : answer->n;
}

/* True of a figure that may be one of those that the table asks for. */
static bool may_be(const struct solver *s, size_t figure)
{
	const struct said_figure *f = &s->page.m->page->figures.at[figure];

	return !f->aside && !f->is_past &&
	       s->page.m->blank_of[figure] == SIZE_MAX &&
	       (f->class == SAID_ANY || f->class == SAID_PLACES || f->is_rate);
}

/* Finds its values, one of each axis that has several. */
static void tell(struct solver *s, size_t figure)
{
	const struct facets *f = s->page.facets;
	struct facet_told *told = &s->told[figure];
	unsigned axis;

	told->is_told = true;
	for (axis = 0; axis < FACET_AXES && told->is_told; axis++) {
		bool is_default = false;

		told->at[axis] = f->axes[axis].n < 2
					 ? FACET_NONE
					 : facet_of(&s->page, figure, axis,
						    &is_default);
		told->is_told = f->axes[axis].n < 2 || told->at[axis] >= 0;
		told->is_default |= is_default;
	}
}

static void place(struct solver *s, size_t figure)
{
	const struct facet_blank *blank;

	tell(s, figure);
	if (!s->told[figure].is_told || !may_be(s, figure))
		return;
	blank = blank_at(s, s->told[figure].at,
			 s->page.m->page->figures.at[figure].is_rate);
	if (blank && !said_counts_other(s->page.m, blank->blank, figure))
		add_answer(s, blank->blank, figure);
}

/* ---- sums ---------------------------------------------------------------- */

static bool has(const struct solver *s, size_t blank)
{
	return s->answers[blank].best < s->answers[blank].n;
}

static double number_of(const struct solver *s, size_t blank)
{
	return s->answers[blank].numbers[s->answers[blank].best];
}

/* What the parts of a sum add up to, and how many are not there. */
static double add_up(const struct solver *s, const struct said_add *add,
		     size_t *missing)
{
	double sum = 0;
	size_t i;

	*missing = 0;
	for (i = 0; i < add->n; i++) {
		if (has(s, add->parts[i]))
			sum += number_of(s, add->parts[i]);
		else
			++*missing;
	}
	return sum;
}

/* One of a sum's parts, the whole behind them. */
static struct facet_answer *answer_of(const struct solver *s,
				      const struct said_add *add, size_t i)
{
	return &s->answers[i < add->n ? add->parts[i] : add->whole];
}

/* Others than the form names may be parts of a whole too; nothing is the sum of
 * nothing anywhere. */
static void judge_sum(struct solver *s, const struct said_add *add)
{
	size_t missing, i;
	double sum = add_up(s, add, &missing), whole;

	if (!has(s, add->whole))
		return;
	whole = number_of(s, add->whole);
	if (sum == 0 || sum < whole || (sum == whole && missing > 0))
		return;
	for (i = 0; i <= add->n; i++) {
		answer_of(s, add, i)->sums += sum == whole;
		answer_of(s, add, i)->wrong_sums += sum > whole;
	}
}

/* A rate is the share of its count in what the form says. Figures that were
 * all taken for their neighbours would bear one another out too, were one of
 * them allowed to be missing. */
static void judge_rate(struct solver *s, const struct said_add *per)
{
	size_t of = s->page.m->form->blanks.at[per->whole].of, missing, i;
	double sum = add_up(s, per, &missing), off;
	bool is_right;

	if (!has(s, per->whole) || of == SIZE_MAX || !has(s, of) ||
	    missing > 0 || sum == 0)
		return;
	off = number_of(s, per->whole) - number_of(s, of) / sum * 100;
	is_right = off < RATE_ROOM && off > -RATE_ROOM;
	for (i = 0; i <= per->n; i++) {
		answer_of(s, per, i)->rates += is_right;
		answer_of(s, per, i)->wrong_rates += !is_right;
	}
}

/* The rates of all that one is a share of add up to 100. */
static void judge_shares(struct solver *s, const struct said_add *per)
{
	size_t rates[SAID_ADDENDS_MAX], i;
	double sum = 0;

	for (i = 0; i < per->n; i++) {
		rates[i] = said_rate_blank(s->page.m, per->parts[i]);
		if (rates[i] == SIZE_MAX || !has(s, rates[i]))
			return;
		sum += number_of(s, rates[i]);
	}
	if (sum > 100 + RATE_ROOM * 2 || sum < 100 - RATE_ROOM * 2)
		return;
	for (i = 0; i < per->n; i++)
		s->answers[rates[i]].rates++;
}

static void judge_all(struct solver *s)
{
	const struct said_form *form = s->page.m->form;
	size_t i;

	for (i = 0; i < form->blanks.n; i++) {
		struct facet_answer *answer = &s->answers[i];

		answer->sums = answer->wrong_sums = 0;
		answer->rates = answer->wrong_rates = 0;
	}
	for (i = 0; i < form->adds.n; i++)
		judge_sum(s, &form->adds.at[i]);
	for (i = 0; i < form->pers.n; i++) {
		judge_rate(s, &form->pers.at[i]);
		judge_shares(s, &form->pers.at[i]);
	}
}

/* The figure found for a blank. */
static size_t found(const struct solver *s, size_t blank)
{
	return blank != SIZE_MAX && has(s, blank)
		       ? s->answers[blank].figures[s->answers[blank].best]
		       : SIZE_MAX;
}

/* Of several figures for a count, the one that the rate found is of; of several
 * rates, the one of the count. */
static void choose_beside(struct solver *s, size_t blank)
{
	const struct said_figure *all = s->page.m->page->figures.at;
	struct facet_answer *answer = &s->answers[blank];
	size_t count = found(s, s->page.m->form->blanks.at[blank].of);
	size_t rate = found(s, said_rate_blank(s->page.m, blank)), i;

	for (i = 0; i < answer->n; i++)
		if ((rate != SIZE_MAX && all[rate].of == answer->figures[i]) ||
		    (count != SIZE_MAX && all[answer->figures[i]].of == count))
			answer->best = i;
}

/* Of several figures for a blank, the only one that is borne out. */
static void choose(struct solver *s, size_t blank)
{
	struct facet_answer *answer = &s->answers[blank];
	size_t only = answer->n, i;

	for (i = 0; i < answer->n; i++) {
		answer->best = i;
		judge_all(s);
		if (answer->sums + answer->rates < CHOSEN_MIN ||
		    answer->wrong_sums + answer->wrong_rates > 0)
			continue;
		if (only < answer->n)
			break;
		only = i;
	}
	answer->best = i < answer->n ? answer->n : only;
}

static void choose_all(struct solver *s)
{
	const struct facets *f = s->page.facets;
	size_t i;

	for (i = 0; i < f->blanks.n; i++) {
		const struct facet_answer *answer =
			&s->answers[f->blanks.at[i].blank];

		if (answer->n < 2)
			continue;
		choose_beside(s, f->blanks.at[i].blank);
		if (!has(s, f->blanks.at[i].blank))
			choose(s, f->blanks.at[i].blank);
	}
	judge_all(s);
}

/* ---- the whole of it ----------------------------------------------------- */

/* Rates tell that figures belong together, not whose they are: those of a
 * whole that nothing names need a sum, their own or their count's. */
static bool is_sum_borne(const struct solver *s, size_t blank)
{
	size_t of = s->page.m->form->blanks.at[blank].of;

	return s->answers[blank].sums > 0 ||
	       (of != SIZE_MAX && has(s, of) && s->answers[of].sums > 0);
}

static bool is_borne(const struct solver *s, size_t blank)
{
	const struct facet_answer *answer = &s->answers[blank];

	return has(s, blank) && answer->wrong_sums == 0 &&
	       answer->sums + answer->rates > answer->wrong_rates &&
	       (!s->told[found(s, blank)].is_default || is_sum_borne(s, blank));
}

/* Nothing speaks against it, or not what it is told by. */
static bool is_unrefuted(const struct solver *s, size_t blank)
{
	const struct facet_answer *answer = &s->answers[blank];

	return has(s, blank) && answer->wrong_rates == 0 &&
	       !s->told[found(s, blank)].is_default &&
	       (answer->wrong_sums == 0 || answer->rates > 0);
}

/* So much of it is borne out that the page is understood. */
static bool is_understood(const struct solver *s)
{
	const struct facets *f = s->page.facets;
	size_t borne = 0, n = 0, i;

	for (i = 0; i < f->blanks.n; i++) {
		n += has(s, f->blanks.at[i].blank);
		borne += is_borne(s, f->blanks.at[i].blank);
	}
	return borne >= BORNE_MIN && (double)borne >= BORNE_SHARE * (double)n;
}

static size_t para_of(const struct solver *s, size_t blank)
{
	return s->page.m->page->figures.at[found(s, blank)].para;
}

/* What is not proved stands among what is. */
static bool is_among(const struct solver *s, size_t blank)
{
	const struct facets *f = s->page.facets;
	size_t para = para_of(s, blank), i;
	bool is_behind = false, is_before = false;

	for (i = 0; i < f->blanks.n; i++) {
		size_t other = f->blanks.at[i].blank;

		if (!is_borne(s, other))
			continue;
		is_behind |= para_of(s, other) <= para;
		is_before |= para_of(s, other) >= para;
	}
	return is_behind && is_before;
}

/* No other figure is the blank's. */
static void close_blank(struct matcher *m, size_t blank, size_t figure)
{
	size_t i;

	m->figure_of[blank] = figure;
	for (i = 0; i < m->page->figures.n; i++) {
		*said_score(m, blank, i) = 0;
		m->choice[i].is_known = false;
	}
}

static bool settle_as(struct solver *s, struct said_matches *out, size_t blank,
		      bool is_proved)
{
	const struct facet_answer *answer = &s->answers[blank];
	struct said_match match = {.blank = blank,
				   .figure = answer->figures[answer->best],
				   .is_proved = is_proved,
				   .is_faceted = !is_proved};

	if (!said_add(s->page.m, out, &match))
		return false;
	close_blank(s->page.m, blank, match.figure);
	return true;
}

static bool settle(struct solver *s, struct said_matches *out)
{
	const struct facets *f = s->page.facets;
	bool is_all = is_understood(s);
	size_t i;

	for (i = 0; i < f->blanks.n; i++) {
		size_t blank = f->blanks.at[i].blank;
		bool is_proved = is_borne(s, blank);

		if ((is_proved || (is_all && is_unrefuted(s, blank) &&
				   is_among(s, blank))) &&
		    !settle_as(s, out, blank, is_proved))
			return false;
	}
	return true;
}

/* "TH&THCS | 0 | 1": a figure in a table that is told to be of no value, or of
 * several. */
static bool is_of_none(const struct solver *s, size_t figure)
{
	const struct facet_told *told = &s->told[figure];
	unsigned axis;

	if (told->is_told ||
	    !said_cell_of(s->page.m->page, s->page.m->a, figure))
		return false;
	for (axis = 0; axis < FACET_AXES; axis++)
		if (s->page.facets->axes[axis].n > 1 && told->at[axis] < 0)
			return told->at[axis] != FACET_NONE;
	return false;
}

static bool is_right_yet(const struct solver *s, size_t blank)
{
	return has(s, blank) && s->answers[blank].wrong_sums == 0;
}

/* They are none of the blanks' that others are told to be of. */
static void leave_others(const struct solver *s)
{
	const struct matcher *m = s->page.m;
	const struct facets *f = s->page.facets;
	size_t i, b;

	for (i = 0; i < m->page->figures.n; i++)
		for (b = 0; is_of_none(s, i) && b < f->blanks.n; b++)
			if (is_right_yet(s, f->blanks.at[b].blank))
				*said_score(m, f->blanks.at[b].blank, i) = 0;
}

/* By paragraph, the first of the page's figures in it. */
static void find_figures(struct facet_page *page)
{
	const struct said_page *said = page->m->page;
	size_t n = page->m->a->text.wml->paras.n, i, at = 0;

	for (i = 0; i < n; i++) {
		page->figures[i] = at;
		while (at < said->figures.n && said->figures.at[at].para == i)
			at++;
	}
	page->figures[n] = at;
}

static bool solve(struct solver *s, struct said_matches *out)
{
	size_t i;

	find_figures(&s->page);
	said_outline(s->page.above, s->page.m->a);
	if (!facet_mentions_find(&s->page))
		return false;
	for (i = 0; i < s->page.m->page->figures.n; i++)
		place(s, i);
	choose_all(s);
	leave_others(s);
	return !s->is_lost && settle(s, out);
}

static bool settle_one(struct matcher *m, const struct facets *facets,
		       struct said_matches *out)
{
	size_t n = m->a->text.wml->paras.n + 1;
	struct facet_bounds last = {SIZE_MAX, 0, 0};
	struct solver s = {.page = {.m = m, .facets = facets, .last = &last}};
	bool is_ok;

	s.page.first = calloc(n, sizeof(*s.page.first));
	s.page.figures = calloc(n, sizeof(*s.page.figures));
	s.page.above = calloc(n, sizeof(*s.page.above));
	s.answers = calloc(m->form->blanks.n, sizeof(*s.answers));
	s.told = calloc(m->page->figures.n, sizeof(*s.told));
	is_ok = s.told && s.page.first && s.page.figures && s.page.above &&
		s.answers && solve(&s, out);
	free(s.page.first);
	free(s.page.figures);
	free(s.page.above);
	free(s.answers);
	free(s.told);
	vec_release(&s.page.mentions);
	buf_release(&s.number);
	return is_ok;
}

bool facets_settle(struct matcher *m, struct said_matches *out)
{
	size_t i;

	for (i = 0; i < m->form->facets.n; i++)
		if (!settle_one(m, m->form->facets.at[i], out))
			return false;
	return true;
}
