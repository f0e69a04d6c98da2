/*
 * said_match.c - which figure is which blank's: the likest of each other, when
 * nothing else is nearly as like.
 */
#include "extract/facet.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	RATE_REACH = 2, /* figures from a count to its rate */
	COLUMN_MIN = 2	/* figures that tell the column of a blank */
};

/* What the next best figure is less like, at least. */
#define RIVAL_MIN 0.08F
/* Of the best: the rate of a count is its rate. */
#define PARTNER 0.8F
/* Of the likest's score: what may be meant instead. */
#define LIKEST_SHARE	0.5F
#define OTHER_CLEAR_MIN 0.85F
/* So clearly one blank's, it is rivalled by what is clearly the same one's. */
#define RIVAL_CLEAR_MIN 0.75F
/* Of the score of a blank's other levels. */
#define STRAY_SHARE 0.5F
#define NEARER	    0.3F
#define CLOSE	    0.6F

static bool has_rate(const struct matcher *m, size_t count)
{
	size_t f;

	for (f = count + 1; f < m->page->figures.n && f <= count + RATE_REACH;
	     f++)
		if (m->page->figures.at[f].of == count)
			return true;
	return false;
}

/* "Tự chấm | Thẩm định | Tỷ lệ": of two counts of a row, where the form asks
 * for a count and its rate, the one that a rate stands beside. */
static bool is_left_by_rate(const struct matcher *m, size_t blank,
			    size_t figure, size_t other)
{
	const struct wml_cell *one = said_cell_of(m->page, m->a, figure);
	const struct wml_cell *two = said_cell_of(m->page, m->a, other);

	return one && two && one->table == two->table && one->row == two->row &&
	       !m->page->figures.at[figure].is_rate &&
	       said_rate_blank(m, blank) != SIZE_MAX && has_rate(m, figure) &&
	       !has_rate(m, other);
}

/* As like as the figure, or nearly: nothing nearer need be looked for. */
static bool is_too_near(const struct matcher *m, size_t blank, size_t figure,
			float rival)
{
	return *said_score(m, blank, figure) - rival < RIVAL_MIN;
}

/* A pair that is settled is no rival of others. */
static void settle(struct matcher *m, size_t blank, size_t figure)
{
	size_t i;

	if (m->page->figures.at[figure].level < 0)
		m->figure_of[blank] = figure;
	m->blank_of[figure] = blank;
	for (i = 0; i < m->form->blanks.n; i++)
		*said_score(m, i, figure) = 0;
	m->choice[figure].is_known = false;
	for (i = 0; i < m->page->figures.n; i++) {
		float *score = said_score(m, blank, i);

		if (*score <= 0 || !said_same_level(m, i, figure))
			continue;
		*score = 0;
		m->choice[i].is_known = false;
	}
}

/* The rate beside a count that is clearly another's. */
static bool is_of_other(const struct matcher *m, size_t blank, size_t figure)
{
	size_t count = m->page->figures.at[figure].of, b;

	if (count == SIZE_MAX || !m->page->figures.at[figure].is_rate)
		return false;
	b = m->blank_of[count];
	/* a rate that the form does not ask for */
	return b != SIZE_MAX && b != m->form->blanks.at[blank].of &&
	       (said_rate_blank(m, b) != SIZE_MAX ||
		*said_score(m, blank, figure) <
			PARTNER * said_first(m, b, count));
}

/* The likest blank of a figure that is clearly this one and no other: the
 * likest may be what leads in a list, "mức 1: 5; mức 2: 7". */
static size_t clear_blank(struct matcher *m, size_t figure, float *clear)
{
	size_t likest = said_best_blank(m, figure), b, best = SIZE_MAX;
	float least = likest == SIZE_MAX
			      ? 0
			      : LIKEST_SHARE * *said_score(m, likest, figure);

	if (likest == SIZE_MAX)
		return SIZE_MAX;
	*clear = said_clear_of(m, likest, figure, false, SAID_CLEAR_MIN);
	if (*clear >= SAID_CLEAR_MIN)
		return likest;
	for (b = 0; b < m->form->blanks.n; b++) {
		float score = *said_score(m, b, figure), now;

		if (b == likest || score < least ||
		    (best != SIZE_MAX && score <= *said_score(m, best, figure)))
			continue;
		now = said_clear_of(m, b, figure, false, OTHER_CLEAR_MIN);
		if (now < OTHER_CLEAR_MIN)
			continue;
		best = b;
		*clear = now;
	}
	return best;
}

static const struct said_choice *chosen(struct matcher *m, size_t figure)
{
	struct said_choice *choice = &m->choice[figure];

	if (!choice->is_known)
		choice->blank = clear_blank(m, figure, &choice->clear);
	choice->is_known = true;
	return choice;
}

static bool is_clearly_of(struct matcher *m, size_t figure, size_t blank)
{
	const struct said_choice *choice = chosen(m, figure);

	return choice->blank == blank && choice->clear >= SAID_CLEAR_MIN;
}

/* The next best figure of another number for a blank; the first that is too
 * near. is_clear: of those that are clearly this blank's and no other's. */
static float rival_of(struct matcher *m, size_t blank, size_t figure,
		      bool is_clear)
{
	const float *score = said_score(m, blank, 0);
	float best = 0;
	size_t i;

	if (is_too_near(m, blank, figure, best))
		return best;
	for (i = 0; i < m->page->figures.n; i++) {
		if (score[i] <= best || i == figure ||
		    (is_clear && !is_clearly_of(m, i, blank)) ||
		    !said_same_level(m, i, figure) ||
		    said_same_number(m, i, figure) ||
		    is_left_by_rate(m, blank, figure, i))
			continue;
		best = score[i];
		if (is_too_near(m, blank, figure, best))
			break;
	}
	return best;
}

/* The figure that a count is, or will be. */
static size_t figure_for(struct matcher *m, size_t count)
{
	size_t f, best = m->figure_of[count];
	float most = SAID_SCORE_MIN;

	for (f = 0; f < m->page->figures.n && m->figure_of[count] == SIZE_MAX;
	     f++)
		if (*said_score(m, count, f) > most) {
			most = *said_score(m, count, f);
			best = f;
		}
	if (best == SIZE_MAX || m->figure_of[count] == best)
		return best;
	return chosen(m, best)->blank == count &&
			       chosen(m, best)->clear >= OTHER_CLEAR_MIN
		       ? best
		       : SIZE_MAX;
}

/* The count of a rate has another rate beside it. */
static bool has_other_rate(struct matcher *m, size_t blank, size_t figure)
{
	size_t count = m->form->blanks.at[blank].of, f, best;

	best = count == SIZE_MAX ? count : figure_for(m, count);
	if (best == SIZE_MAX || m->page->figures.at[figure].of == best)
		return false;
	for (f = 0; f < m->page->figures.n; f++)
		if (m->page->figures.at[f].of == best)
			return true;
	return false;
}

/* The section of the blank that the figure before in the same paragraph is, or
 * the one behind; NULL when neither is settled. */
static const struct node *section_beside(const struct matcher *m, size_t figure)
{
	const struct said_figure *at = m->page->figures.at;
	size_t step;

	for (step = 0; step < 2; step++) {
		size_t beside = step ? figure + 1 : figure - 1;

		if (beside < m->page->figures.n &&
		    at[beside].para == at[figure].para &&
		    m->blank_of[beside] != SIZE_MAX)
			return m->form->blanks.at[m->blank_of[beside]].section;
	}
	return NULL;
}

/* What two blanks of two sections are told by may stand in the part of the
 * figure beside: they go on together. */
static size_t go_together(const struct matcher *m, size_t figure, size_t blank)
{
	const struct node *section = section_beside(m, figure);
	float score = *said_score(m, blank, figure), most = CLOSE * score;
	size_t b, best = SIZE_MAX;
	bool is_level = false;

	if (!section || m->form->blanks.at[blank].section == section)
		return blank;
	for (b = 0; b < m->form->blanks.n; b++) {
		if (m->form->blanks.at[b].section != section)
			continue;
		is_level |= *said_score(m, b, figure) > 0;
		if (*said_score(m, b, figure) >= most) {
			most = *said_score(m, b, figure);
			best = b;
		}
	}
	/* a row of another level */
	return is_level ? best : blank;
}

/* A figure that is told in a long answer, and another that is not is the
 * blank's. */
static bool is_told_too(struct matcher *m, size_t blank, size_t figure)
{
	size_t f;

	for (f = 0;
	     m->page->figures.at[figure].is_told && f < m->page->figures.n; f++)
		if (!m->page->figures.at[f].is_told &&
		    said_same_level(m, f, figure) &&
		    *said_score(m, blank, f) > SAID_SCORE_MIN &&
		    chosen(m, f)->blank == blank)
			return true;
	return false;
}

/* "làm thêm 871 học liệu": what stands beside the figure is all another
 * blank's, which is not much less like. */
static bool is_nearer_to_other(const struct matcher *m,
			       const struct said_match *match)
{
	size_t b;

	for (b = 0; b < m->form->blanks.n; b++)
		if (b != match->blank &&
		    said_first(m, b, match->figure) >=
			    LIKEST_SHARE * match->score &&
		    said_near(m, b, match->figure) > match->near + NEARER)
			return true;
	return false;
}

static void look_closer(struct matcher *m, struct said_match *match)
{
	size_t b = match->blank, f = match->figure;
	float most = m->form->words.most;

	match->alone = said_clear_of(m, b, f, true, 0);
	match->near = said_near(m, b, f);
	match->key = said_key(m, b, f) / most;
	match->telling = m->page->figures.at[f].near_total / most;
	match->is_nearer_other = is_nearer_to_other(m, match);
}

/* The pair that stands out most from what rivals it: of those that are clear,
 * or of the others too. */
static bool clearest(struct matcher *m, struct said_match *out, bool of_clear)
{
	float most = 0;
	size_t f;

	out->blank = SIZE_MAX;
	for (f = 0; f < m->page->figures.n; f++) {
		const struct said_choice *choice = chosen(m, f);
		size_t b = choice->blank;
		float score, rival, clear = choice->clear;

		if (b == SIZE_MAX || (of_clear && clear < OTHER_CLEAR_MIN))
			continue;
		if (clear < OTHER_CLEAR_MIN)
			b = go_together(m, f, b);
		if (b == SIZE_MAX)
			continue;
		score = *said_score(m, b, f);
		if (clear * score <= most)
			continue;
		rival = rival_of(m, b, f, false);
		if (is_too_near(m, b, f, rival) && clear >= RIVAL_CLEAR_MIN)
			rival = rival_of(m, b, f, true);
		if (is_too_near(m, b, f, rival) || has_other_rate(m, b, f) ||
		    is_of_other(m, b, f) || is_told_too(m, b, f))
			continue;
		most = clear * score;
		*out = (struct said_match){.blank = b,
					   .figure = f,
					   .score = score,
					   .rival = rival,
					   .clear = clear};
	}
	if (out->blank == SIZE_MAX)
		return false;
	look_closer(m, out);
	return true;
}

/* "80% số trường của quận": nothing is said of it but what it is the share of,
 * which is what the blank counts. */
static bool is_share(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	size_t i;

	if (f->class == SAID_ANY ||
	    f->class != m->form->blanks.at[blank].class || f->denial)
		return false;
	for (i = 0; i < f->n; i++)
		if (m->page->weights.at[f->first + i].is_near)
			return false;
	return true;
}

/* What is said of a rate speaks for a blank; or for none, "45 (90%)". */
static bool speaks_for(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	size_t best = said_best_blank(m, figure);

	if (f->is_rate_line)
		return true;
	if (best == SIZE_MAX && is_share(m, blank, figure))
		return true;
	/* a row of rates: "Đạt tỷ lệ" */
	if (best == SIZE_MAX || (f->is_row_total && f->is_bare))
		return f->is_bare;
	return *said_score(m, blank, figure) > 0 &&
	       *said_score(m, blank, figure) >=
		       PARTNER * *said_score(m, best, figure);
}

/* The rate beside a count that is settled. */
static bool rate_of(struct matcher *m, const struct said_match *count,
		    struct said_match *out)
{
	size_t b = said_rate_blank(m, count->blank), f;

	for (f = 0; f < m->page->figures.n; f++)
		if (m->page->figures.at[f].of == count->figure)
			break;
	if (b == SIZE_MAX || f == m->page->figures.n ||
	    m->figure_of[b] != SIZE_MAX || m->blank_of[f] != SIZE_MAX ||
	    !said_can_be(&m->form->blanks.at[b], &m->page->figures.at[f]) ||
	    said_is_aside(m, b, f) || !speaks_for(m, b, f))
		return false;
	*out = *count;
	out->blank = b;
	out->figure = f;
	return true;
}

/* The count beside a rate that is settled, of which as much is said. */
static bool count_of(struct matcher *m, const struct said_match *rate,
		     struct said_match *out)
{
	size_t f = m->page->figures.at[rate->figure].of, best;
	size_t b = m->form->blanks.at[rate->blank].of;
	float score;

	if (b == SIZE_MAX || f == SIZE_MAX || m->blank_of[f] != SIZE_MAX ||
	    m->figure_of[b] != SIZE_MAX || !said_same_level(m, f, rate->figure))
		return false;
	score = *said_score(m, b, f);
	best = said_best_blank(m, f);
	if (best == SIZE_MAX || *said_score(m, best, f) > score ||
	    score < PARTNER * rate->score)
		return false;
	*out = *rate;
	out->blank = b;
	out->figure = f;
	return true;
}

bool said_add(struct matcher *m, struct said_matches *out,
	      const struct said_match *match)
{
	struct said_match *added = vec_push(out);

	if (!added)
		return false;
	*added = *match;
	settle(m, match->blank, match->figure);
	return true;
}

bool said_add_sum(struct matcher *m, struct said_matches *out, size_t blank,
		  size_t figure)
{
	struct said_match rate,
		sum = {.blank = blank, .figure = figure, .is_sum = true};

	return said_add(m, out, &sum) &&
	       (!rate_of(m, &sum, &rate) || said_add(m, out, &rate));
}

bool said_add_part(struct matcher *m, struct said_matches *out, size_t blank,
		   size_t figure)
{
	struct said_match part = {
		.blank = blank, .figure = figure, .is_sum = true};

	return said_add(m, out, &part);
}

/* Figures that were settled as other blanks' rival no blank. */
static void settle_rivals(struct matcher *m, struct said_matches *out)
{
	size_t i, f;

	for (i = 0; i < out->n; i++) {
		struct said_match *match = &out->at[i];
		float rival = 0;

		for (f = 0; f < m->page->figures.n; f++)
			if (m->blank_of[f] == SIZE_MAX &&
			    !said_is_aside(m, match->blank, f) &&
			    said_same_level(m, f, match->figure) &&
			    said_first(m, match->blank, f) > rival &&
			    !said_same_number(m, f, match->figure))
				rival = said_first(m, match->blank, f);
		if (rival < match->rival)
			match->rival = rival;
	}
}

/* A level of a blank far from its others, and much less like it: their row
 * leaves that level out. */
static bool is_stray(const struct matcher *m, const struct said_matches *out,
		     const struct said_match *match)
{
	bool is_less = false;
	size_t i;

	if (m->page->figures.at[match->figure].level < 0)
		return false;
	for (i = 0; i < out->n; i++) {
		const struct said_match *other = &out->at[i];

		if (other == match || other->blank != match->blank ||
		    m->page->figures.at[other->figure].level < 0 ||
		    m->blank_of[other->figure] == SIZE_MAX)
			continue;
		if (said_is_beside(m->page, m->a, match->figure, other->figure))
			return false;
		is_less |= match->score < STRAY_SHARE * other->score;
	}
	return is_less;
}

/* "Tổng số CSGD | Số CSGD có wifi": the levels of a blank stand in one column,
 * and this one in another: the row has none there. */
static bool is_of_other_column(const struct matcher *m,
			       const struct said_matches *out,
			       const struct said_match *match)
{
	const struct wml_cell *cell = said_cell_of(m->page, m->a,
						   match->figure);
	uint32_t column = 0;
	size_t i, n = 0;

	if (!cell || m->page->figures.at[match->figure].level < 0)
		return false;
	for (i = 0; i < out->n; i++) {
		const struct wml_cell *at = said_cell_of(m->page, m->a,
							 out->at[i].figure);

		if (out->at[i].blank != match->blank || &out->at[i] == match ||
		    !at || at->table != cell->table ||
		    m->blank_of[out->at[i].figure] == SIZE_MAX)
			continue;
		if (at->column == cell->column ||
		    (column > 0 && at->column != column))
			return false;
		column = at->column;
		n++;
	}
	return n >= COLUMN_MIN;
}

/* "20/20 trường, đạt 100%; số giáo viên được cấp chữ ký số: đang rà soát": the
 * rate before a question whose count is left out is another count's. */
static bool is_before_its_count(const struct matcher *m,
				const struct said_match *match)
{
	const struct said_figure *rate = &m->page->figures.at[match->figure];
	size_t count = m->form->blanks.at[match->blank].of;
	const struct sighting *s;

	if (!rate->is_rate || !rate->is_bare || rate->of == SIZE_MAX ||
	    count == SIZE_MAX || m->blank_of[rate->of] == SIZE_MAX ||
	    m->blank_of[rate->of] == count)
		return false;
	s = anchor_sighting(m->a, m->form->blanks.at[count].field, -1);
	return s && s->mark->end == s->mark->start &&
	       s->mark->first == rate->para &&
	       s->mark->start > m->a->text.tokens.at[rate->token].start;
}

static void leave_strays(struct matcher *m, struct said_matches *out)
{
	size_t i, n = 0;

	for (i = 0; i < out->n; i++) {
		if (is_stray(m, out, &out->at[i]) ||
		    is_of_other_column(m, out, &out->at[i]) ||
		    is_before_its_count(m, &out->at[i]))
			m->blank_of[out->at[i].figure] = SIZE_MAX;
		else
			out->at[n++] = out->at[i];
	}
	out->n = n;
}

static int match_all(struct matcher *m, struct said_matches *out)
{
	struct said_match clear, rate, count;

	said_score_all(m);
	said_twins(m);
	said_sums(m);
	said_families(m);
	memcpy(m->first, m->score,
	       m->form->blanks.n * m->page->figures.n * sizeof(*m->first));
	said_doubt(m);
	if (!facets_settle(m, out) || !said_bounds(m, out))
		return err_set(m->a->err, VB_NOMEM, "out of memory");
	while (clearest(m, &clear, true) || clearest(m, &clear, false))
		if (!said_add(m, out, &clear) ||
		    (rate_of(m, &clear, &rate) && !said_add(m, out, &rate)) ||
		    (count_of(m, &clear, &count) && !said_add(m, out, &count)))
			return err_set(m->a->err, VB_NOMEM, "out of memory");
	leave_strays(m, out);
	if (!said_grid(m, out) || !said_rest(m, out) || !said_split(m, out))
		return err_set(m->a->err, VB_NOMEM, "out of memory");
	said_doubt_settled(m);
	settle_rivals(m, out);
	return !m->is_lost && said_shares(m, out) && said_levels(m, out) &&
			       said_besides(m, out) && said_pairs(m, out) &&
			       said_between(m, out) && said_adds(m, out)
		       ? VB_OK
		       : err_set(m->a->err, VB_NOMEM, "out of memory");
}

int said_match(struct said_matches *out, const struct said_form *form,
	       const struct said_page *page, const struct anchorer *a)
{
	struct matcher m = {.form = form, .page = page, .a = a};
	size_t n = form->words.words.n;
	int code = VB_OK;

	if (page->figures.n == 0 || form->blanks.n == 0 ||
	    page->figures.n > SAID_PAIRS_MAX / form->blanks.n)
		return VB_OK;
	m.score = calloc(form->blanks.n * page->figures.n, sizeof(*m.score));
	m.first = calloc(form->blanks.n * page->figures.n, sizeof(*m.first));
	m.sums = calloc(form->blanks.n * SAID_SUMS, sizeof(*m.sums));
	m.weight = calloc(n + 1, sizeof(*m.weight));
	m.is_its = calloc(n + 1, sizeof(*m.is_its));
	m.choice = calloc(page->figures.n, sizeof(*m.choice));
	m.is_near = calloc(n + 1, sizeof(*m.is_near));
	m.is_own = calloc(n + 1, sizeof(*m.is_own));
	m.figure_of = calloc(form->blanks.n, sizeof(*m.figure_of));
	m.blank_of = calloc(page->figures.n, sizeof(*m.blank_of));
	if (m.figure_of)
		memset(m.figure_of, 0xff,
		       form->blanks.n * sizeof(*m.figure_of));
	if (m.blank_of)
		memset(m.blank_of, 0xff, page->figures.n * sizeof(*m.blank_of));
	code = m.score && m.sums && m.first && m.weight && m.is_near &&
			       m.is_own && m.is_its && m.choice &&
			       m.figure_of && m.blank_of
		       ? match_all(&m, out)
		       : err_set(a->err, VB_NOMEM, "out of memory");
	free(m.figure_of);
	free(m.blank_of);
	free(m.first);
	free(m.score);
	free(m.sums);
	free(m.is_near);
	free(m.is_own);
	free(m.weight);
	free(m.is_its);
	free(m.choice);
	return code;
}
