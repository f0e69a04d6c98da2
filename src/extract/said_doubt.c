/*
 * said_doubt.c - values found by lines of the form that what is said of them
 * does not speak for.
 */
#include "extract/said_match.h"

#include <string.h>

enum {
	WHICH_REACH = 4 /* words from a figure to "là" */
};

/* Of the best score: what is less is another's. */
#define ANOTHERS_MAX 0.75F
/* Of the score of the blank that a figure was settled as. */
#define ANOTHERS_SHARE 0.5F
/* Of a value of its line that what is said does not speak for. */
#define SURE_ALONE 0.66
#define NEAR_MIN   0.5F

/* True when what is said of a figure speaks for another blank than the one
 * that the form's line gave it. */
static bool is_anothers(struct matcher *m, size_t blank, size_t figure)
{
	size_t best = said_best_blank(m, figure);
	float score = *said_score(m, blank, figure);

	if (best == SIZE_MAX || best == blank ||
	    score > ANOTHERS_MAX * *said_score(m, best, figure))
		return false;
	return said_clarity(m, best, blank, figure) >= SAID_CLEAR_MIN;
}

/* ... and for the blank, of another figure. */
static bool is_elsewhere(struct matcher *m, size_t blank, size_t figure)
{
	float most = *said_score(m, blank, figure) / ANOTHERS_MAX;
	size_t i;

	if (most < SAID_SCORE_MIN)
		most = SAID_SCORE_MIN;
	for (i = 0; i < m->page->figures.n; i++)
		if (said_same_level(m, i, figure) &&
		    *said_score(m, blank, i) > most &&
		    !said_same_number(m, i, figure) &&
		    said_best_blank(m, i) == blank &&
		    said_clear_of(m, blank, i, false, SAID_CLEAR_MIN) >=
			    SAID_CLEAR_MIN)
			return true;
	return false;
}

static size_t blank_of(const struct matcher *m, const struct sighting *s)
{
	size_t b;

	for (b = 0; b < m->form->blanks.n; b++)
		if (m->form->blanks.at[b].field == s->field)
			return b;
	return SIZE_MAX;
}

/* Another blank got the same figure, and what is said of it speaks for that
 * one. */
static bool is_shared(struct matcher *m, const struct sighting *s, size_t blank,
		      size_t figure)
{
	const struct extractor *ex = m->a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *other = &ex->sightings.at[i];
		size_t b;

		if (other == s || other->mark->first != s->mark->first ||
		    other->mark->start != s->mark->start ||
		    (other->field == s->field && other->level == s->level))
			continue;
		b = blank_of(m, other);
		if (b != SIZE_MAX &&
		    *said_score(m, b, figure) >= *said_score(m, blank, figure))
			return true;
	}
	return false;
}

/* "01 CSGD, là trường THCS thị trấn": the figure is of all, whose level is said
 * behind. */
static bool says_which(const struct matcher *m, size_t figure)
{
	const struct anchor_text *text = &m->a->text;
	const struct said_figure *f = &m->page->figures.at[figure];
	size_t i, end = text->first[f->para + 1];

	for (i = f->last + 1; i < end && i <= f->last + WHICH_REACH; i++)
		if (token_is(&text->tokens.at[i], "la") &&
		    anchor_has_sign(text, f->para, i - 1, ",("))
			return true;
	return false;
}

/* A figure by level is no whole, nor another level's. */
static bool is_of_level(const struct matcher *m, const struct sighting *s,
			size_t figure)
{
	int level = m->page->figures.at[figure].level;

	return !s->field->levels || level < 0 || level == s->level ||
	       (s->level < 0 && says_which(m, figure));
}

static size_t figure_of(const struct matcher *m, const struct wml_mark *mark)
{
	size_t f;

	for (f = 0; f < m->page->figures.n; f++) {
		const struct said_figure *figure = &m->page->figures.at[f];
		const struct token *t = &m->a->text.tokens.at[figure->token];

		if (figure->para == mark->first && t->start >= mark->start &&
		    t->start < mark->end)
			return f;
	}
	return SIZE_MAX;
}

/* "mức 1", "năm 2023": a number that is part of a name. */
static bool is_name(const struct matcher *m, const struct wml_mark *mark)
{
	const struct anchor_text *text = &m->a->text;
	size_t first = text->first[mark->first], i;
	struct said_line line = said_line_of(m->a, mark->first);
	struct said_parts parts;

	for (i = first; i < text->first[mark->first + 1]; i++)
		if (text->tokens.at[i].start >= mark->start &&
		    text->tokens.at[i].kind == TOKEN_NUMBER)
			break;
	if (i == text->first[mark->first + 1] ||
	    text->tokens.at[i].start >= mark->end ||
	    said_is_addend(&line, i - first))
		return false;
	said_parts_read(&parts, m->a, mark->first);
	return i < parts.to && parts.of[i - parts.from] != PART_UNREAD &&
	       said_part_of(&parts, i) < 0;
}

static bool is_alone(const struct matcher *m, size_t figure)
{
	size_t para = m->page->figures.at[figure].para;

	return m->a->text.first[para + 1] == m->a->text.first[para] + 1;
}

/* Words over its column, that tell no rate. */
static bool has_other_head(const struct matcher *m, size_t figure)
{
	const struct anchor_text *text = &m->a->text;
	struct said_heads heads;
	size_t i;

	said_heads_find(&heads, &m->page->cells, m->a,
			m->page->figures.at[figure].para);
	for (i = 0; i < heads.n && !heads.is_rate; i++)
		if (heads.at[i].is_column &&
		    text->first[heads.at[i].para] <
			    text->first[heads.at[i].para + 1])
			return true;
	return false;
}

/* A rate for a count; a count alone in its cell for a rate, in a row that has
 * rates too, or below a head that tells what it is. */
static bool is_of_other_kind(const struct matcher *m, size_t blank,
			     size_t figure)
{
	const struct wml_para *paras = m->a->text.wml->paras.at;
	const struct said_figure *figures = m->page->figures.at;
	unsigned row = paras[figures[figure].para].row_serial;
	size_t i;

	if (figures[figure].is_rate || !m->form->blanks.at[blank].is_rate)
		return figures[figure].is_rate &&
		       !m->form->blanks.at[blank].is_rate;
	for (i = 0; row && i < m->page->figures.n; i++)
		if (figures[i].is_rate && is_alone(m, figure) &&
		    paras[figures[i].para].row_serial == row)
			return true;
	return row && is_alone(m, figure) && has_other_head(m, figure);
}

/* "Số lớp" over its column, and no people. */
static bool is_in_other_column(const struct matcher *m, size_t blank,
			       size_t figure)
{
	size_t para = m->page->figures.at[figure].para;

	return m->a->text.wml->paras.at[para].cell &&
	       !m->page->figures.at[figure].is_rate &&
	       said_counts_other(m, blank, figure);
}

/* "01 em chưa có mã" below "Ghi chú". */
static bool is_in_notes(const struct matcher *m, const struct wml_mark *mark)
{
	struct said_heads heads;

	if (!m->a->text.wml->paras.at[mark->first].cell ||
	    mark->end <= mark->start)
		return false;
	said_heads_find(&heads, &m->page->cells, m->a, mark->first);
	return heads.is_other;
}

/* "(3 tiểu học, 3 THCS)" */
static bool is_in_brackets(const struct matcher *m, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	const char *text = m->a->text.wml->paras.at[f->para].text;
	size_t at = m->a->text.tokens.at[f->token].start;

	while (at > 0 && !strchr("()[]", text[at - 1]))
		at--;
	return at > 0 && said_opens(text[at - 1]);
}

/* "còn 3 CSGD chưa có phòng studio". Behind the last of a list, or a rate, what
 * is denied may be said of others: "(THCS: 2), mầm non chưa có". */
static bool is_denied(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];

	return f->level == -1 && !f->is_rate &&
	       said_is_denied(m, blank, figure);
}

static bool is_doubtful(struct matcher *m, const struct sighting *s)
{
	size_t b = blank_of(m, s);
	size_t f = b == SIZE_MAX ? b : figure_of(m, s->mark), best;

	if (b == SIZE_MAX)
		return false;
	/* no figure: nothing is said of it, or it is one of notes, of goals */
	if (f == SIZE_MAX)
		return is_name(m, s->mark) || is_in_notes(m, s->mark) ||
		       (s->sure < SURE_ALONE && s->mark->end > s->mark->start);
	if ((m->choice[f].is_part && s->level < 0) ||
	    said_is_persons_part(&m->form->blanks.at[b],
				 &m->page->figures.at[f]) ||
	    is_of_other_kind(m, b, f) || said_is_aside(m, b, f) ||
	    is_denied(m, b, f) || is_in_other_column(m, b, f))
		return true;
	best = said_best_blank(m, f);
	/* "+ Bậc THCS: 18": words that tell no blank deny none */
	if (s->sure < SURE_ALONE && best != b &&
	    (best != SIZE_MAX || m->page->figures.at[f].aside ||
	     is_in_brackets(m, f) ||
	     (said_counts_other(m, b, f) && said_near(m, b, f) < NEAR_MIN)))
		return true;
	return is_anothers(m, b, f) || is_elsewhere(m, b, f) ||
	       is_shared(m, s, b, f) || !is_of_level(m, s, f);
}

/* "CSVC bằng hồ sơ số: 0/1, tỉ lệ 0%": a rate is that of the count beside it,
 * a figure that of the blank which its words speak for far more. */
static bool is_clearly(const struct matcher *m, size_t figure, size_t blank,
		       size_t other)
{
	size_t count = m->page->figures.at[figure].of;

	if (count != SIZE_MAX && m->blank_of[count] != SIZE_MAX)
		return m->form->blanks.at[other].of == m->blank_of[count];
	return said_is_part_of(m, other, blank) ||
	       said_first(m, blank, figure) <
		       ANOTHERS_SHARE * said_first(m, other, figure);
}

/* The rate beside a count that is settled as another blank's, which the form
 * asks the rate of; or no rate of, and this blank has another. */
static bool is_rate_of_other(const struct matcher *m, size_t blank,
			     size_t figure)
{
	size_t count = m->page->figures.at[figure].of, other;

	/* in a table it may be that of the count behind it */
	if (!m->page->figures.at[figure].is_rate || count == SIZE_MAX ||
	    m->blank_of[count] == SIZE_MAX ||
	    said_cell_of(m->page, m->a, figure))
		return false;
	other = said_rate_blank(m, m->blank_of[count]);
	if (other == SIZE_MAX)
		return m->figure_of[blank] != SIZE_MAX &&
		       m->form->blanks.at[blank].of != m->blank_of[count];
	return other != blank;
}

/* What is said settled the figure as another blank's; the blank as another
 * figure's, or as none and the figure is clearly that one's. */
static bool is_settled_otherwise(const struct matcher *m,
				 const struct sighting *s)
{
	size_t b = blank_of(m, s);
	size_t f = b == SIZE_MAX ? b : figure_of(m, s->mark);

	if (f == SIZE_MAX || s->level >= 0 || m->blank_of[f] == b)
		return false;
	if (m->blank_of[f] == SIZE_MAX)
		return is_rate_of_other(m, b, f);
	return m->figure_of[b] == SIZE_MAX ? is_clearly(m, f, b, m->blank_of[f])
					   : m->figure_of[b] != f;
}

void said_doubt_settled(struct matcher *m)
{
	struct extractor *ex = m->a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (said_is_found(s) && is_settled_otherwise(m, s))
			s->sure *= SAID_SURE_DOUBT;
	}
}

void said_doubt(struct matcher *m)
{
	struct extractor *ex = m->a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (said_is_found(s) && is_doubtful(m, s))
			s->sure *= SAID_SURE_DOUBT;
	}
}
