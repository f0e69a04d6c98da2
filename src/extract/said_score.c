/*
 * said_score.c - how like a figure of the page is to a blank of the form, and
 * how clearly it is no other's.
 */
#include "extract/said_match.h"

#include <stdlib.h>
#include <string.h>

/* What the titles tell beside what the blank's own words do. */
#define OUTER_SHARE 0.15F
#define LITTLE	    0.99F /* room for rounding */
#define NEAR_SHARE  0.5F  /* of the score: words beside the figure */
#define OTHER_UNIT  0.5F  /* what is counted is another thing */
#define KEY_SCORE   0.35F /* a word that is this blank's alone */
#define NO_KEY	    0.5F
/* Of figures in a long answer; in what may be one. */
#define TOLD_SURELY_MIN 0.5F
#define TOLD_MIN	0.1F
#define TOLD_NEAR_MIN	0.65F
/* Of the score: what is nearly as like. */
#define CLOSE 0.6F
/* Of what is one blank's alone, the least share that is said. */
#define SAID_MIN 0.25F
/* Something of the one stands beside the figure, and nothing of the other is
 * said at all; or most of the one does. */
#define BESIDE 0.9F
/* ... in its paragraph. */
#define OWN 0.8F
/* Of the score of a whole. */
#define PART_SHARE 0.8F

bool said_is_persons_part(const struct said_blank *blank,
			  const struct said_figure *figure)
{
	unsigned others = blank->persons & ~figure->persons;

	return figure->persons && (blank->persons & figure->persons) && others;
}

/* A figure by level is that level's of a field that has levels, or that of a
 * blank whose words name it. */
bool said_can_be(const struct said_blank *blank,
		 const struct said_figure *figure)
{
	if (blank->is_rate != figure->is_rate ||
	    said_is_persons_part(blank, figure))
		return false;
	/* of several levels: nobody's but a whole's that has none */
	if (figure->level == SAID_SEVERAL && blank->field->levels)
		return false;
	if (figure->level < 0)
		return blank->level < 0;
	return blank->field->levels
		       ? field_has_level(blank->field, figure->level)
		       : blank->level == figure->level;
}

/* Its words, and no others, are in m->is_its. */
static void take_telling(const struct matcher *m,
			 const struct said_telling *telling, bool on)
{
	size_t i;

	for (i = 0; i < telling->n; i++)
		m->is_its[m->form->ids.at[telling->first + i]] = on;
}

static void take_blank(const struct matcher *m, const struct said_blank *blank,
		       bool on)
{
	size_t k;

	for (k = 0; k < SAID_TELLINGS; k++)
		take_telling(m, &blank->by[k], on);
	take_telling(m, &blank->outer, on);
}

/* What the words beside the figure tell that are the blank's, of all they
 * tell. */
static float near_share(const struct matcher *m, const struct said_blank *blank,
			const struct said_figure *f)
{
	float sum = 0;
	size_t i;

	if (f->near_total <= 0)
		return 1;
	take_blank(m, blank, true);
	for (i = 0; i < f->n; i++) {
		const struct said_weight *w =
			&m->page->weights.at[f->first + i];
		const struct said_word *word =
			&m->form->words.words.at[w->word];

		if (w->is_near && !word->is_pair && m->is_its[w->word])
			sum += word->tells;
	}
	take_blank(m, blank, false);
	sum /= f->near_total;
	return sum > 1 ? 1 : sum;
}

bool said_asks_word(const struct matcher *m, const struct said_blank *blank,
		    uint32_t id)
{
	size_t i;

	for (i = 0; i < SAID_TELLINGS && id != SAID_NONE; i++)
		if (said_telling_has(m->form, &blank->by[i], id))
			return true;
	return false;
}

static bool has_key(const struct matcher *m, const struct said_blank *blank,
		    uint64_t key)
{
	return said_asks_word(m, blank, said_word_of(&m->form->words, key));
}

/* Schools are no teachers. */
static bool is_of_other_class(const struct said_blank *blank,
			      const struct said_figure *figure)
{
	return blank->class != SAID_ANY && figure->class != SAID_ANY &&
	       blank->class != figure->class;
}

/* "4 buổi tập huấn" are no teachers. */
static bool counts_other(const struct matcher *m,
			 const struct said_blank *blank,
			 const struct said_figure *figure)
{
	const struct said_unit *units = m->form->units.at;

	return blank->unit != SIZE_MAX && figure->unit != SIZE_MAX &&
	       !said_unit_fits(&units[figure->unit], &units[blank->unit]);
}

static bool counts_unknown(const struct matcher *m,
			   const struct said_blank *blank,
			   const struct said_figure *figure)
{
	if (figure->class != SAID_ANY && figure->class == blank->class)
		return false;
	/* "120 bài giảng" are no people, whatever those learn */
	if (figure->noun && blank->class == SAID_PERSONS &&
	    figure->unit == SIZE_MAX)
		return true;
	return figure->noun && !has_key(m, blank, figure->noun) &&
	       (blank->unit == SIZE_MAX || figure->unit == SIZE_MAX);
}

bool said_counts_other(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_blank *b = &m->form->blanks.at[blank];
	const struct said_figure *f = &m->page->figures.at[figure];

	return is_of_other_class(b, f) || counts_unknown(m, b, f) ||
	       counts_other(m, b, f);
}

/* What is said of the figure in hand, by telling. */
static void add_up(struct matcher *m, const struct said_figure *figure)
{
	const struct said_form *form = m->form;
	size_t i, k;

	memset(m->sums, 0, form->blanks.n * SAID_SUMS * sizeof(*m->sums));
	for (i = 0; i < figure->n; i++) {
		const struct said_weight *w =
			&m->page->weights.at[figure->first + i];
		float tells = form->words.words.at[w->word].tells * w->weight;

		for (k = form->uses.first[w->word];
		     k < form->uses.first[w->word + 1]; k++)
			m->sums[form->uses.telling[k]] += tells;
	}
}

static float share_of(float sum, const struct said_telling *telling)
{
	float share = telling->total > 0 ? sum / telling->total : 0;

	return share > 1 ? 1 : share;
}

/* "chưa có wifi": a figure of those that have not. */
static bool is_denied(const struct matcher *m, const struct said_blank *blank,
		      const struct said_figure *figure)
{
	return figure->denial && !has_key(m, blank, figure->denial);
}

bool said_is_denied(const struct matcher *m, size_t blank, size_t figure)
{
	return is_denied(m, &m->form->blanks.at[blank],
			 &m->page->figures.at[figure]);
}

bool said_is_aside(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	const struct said_blank *b = &m->form->blanks.at[blank];

	return f->aside && !has_key(m, b, f->aside) &&
	       !(f->is_below &&
		 said_telling_has(m->form, &b->outer,
				  said_word_of(&m->form->words, f->aside)));
}

/* So little is said of the blank that its titles cannot make up for it. */
static bool says_little(const struct said_blank *blank, const float *sums)
{
	float least = (SAID_SCORE_MIN - OUTER_SHARE) * LITTLE;
	size_t i;

	for (i = 0; i < SAID_TELLINGS; i++)
		if (sums[i] >= least * blank->by[i].total)
			return false;
	return true;
}

static float score_of(const struct matcher *m, const struct said_blank *blank,
		      const struct said_figure *figure)
{
	const float *sums = m->sums +
			    (size_t)(blank - m->form->blanks.at) * SAID_SUMS;
	float best = 0, near;
	size_t i;

	if (figure->key == SAID_NONE && says_little(blank, sums))
		return 0;
	for (i = 0; i < SAID_TELLINGS; i++) {
		float like = share_of(sums[i], &blank->by[i]);

		if (like > best)
			best = like;
	}
	best *= 1 - OUTER_SHARE;
	best += OUTER_SHARE * share_of(sums[SAID_TELLINGS], &blank->outer);
	if (figure->key != SAID_NONE && !said_asks_word(m, blank, figure->key))
		best *= NO_KEY;
	else if (figure->key != SAID_NONE && best < KEY_SCORE)
		best = KEY_SCORE;
	if (best < SAID_SCORE_MIN || is_of_other_class(blank, figure) ||
	    counts_unknown(m, blank, figure) || is_denied(m, blank, figure))
		return 0;
	near = near_share(m, blank, figure);
	if (counts_other(m, blank, figure))
		best *= OTHER_UNIT;
	if (figure->is_told && near < TOLD_NEAR_MIN)
		return 0;
	if (figure->is_told &&
	    best * (1 - NEAR_SHARE + NEAR_SHARE * near) <
		    (figure->is_told_surely ? TOLD_SURELY_MIN : TOLD_MIN))
		return 0;
	return best * (1 - NEAR_SHARE + NEAR_SHARE * near);
}

static void put(struct matcher *m, const struct said_figure *figure, bool on)
{
	size_t i;

	for (i = 0; i < figure->n; i++) {
		const struct said_weight *w =
			&m->page->weights.at[figure->first + i];

		m->weight[w->word] = on ? w->weight : 0;
		m->is_near[w->word] = on && w->is_near;
		m->is_own[w->word] = on && w->is_own;
	}
}

/* Takes a figure in hand. */
static void load(struct matcher *m, const struct said_figure *figure)
{
	if (m->loaded == figure)
		return;
	if (m->loaded)
		put(m, m->loaded, false);
	put(m, figure, true);
	m->loaded = figure;
}

/* "Tổng số" over the whole, and over the part what no blank counts, "Số dự": it
 * may be what is asked for. */
static bool is_part_unknown(const struct matcher *m, size_t part, size_t whole)
{
	const struct said_figure *f = m->page->figures.at;

	return f[part].noun && f[whole].is_below_all &&
	       said_best_blank(m, part) == SIZE_MAX;
}

/* "Tổng số 58, số lượng 57": what speaks for the whole only speaks for its part
 * too is said of the part. */
static void drop_wholes(struct matcher *m)
{
	size_t f, b;

	for (f = 0; f < m->page->figures.n; f++) {
		size_t whole = m->page->figures.at[f].whole;
		bool is_unknown = whole != SIZE_MAX &&
				  is_part_unknown(m, f, whole);

		for (b = 0; whole != SIZE_MAX && b < m->form->blanks.n; b++)
			if (is_unknown ||
			    *said_score(m, b, f) >=
				    PART_SHARE * *said_score(m, b, whole))
				*said_score(m, b, whole) = 0;
	}
}

/* "Tỷ lệ (%)" alone over a rate: what is said of its count is said of it, where
 * the form does not ask for the count. */
static void score_as_count(struct matcher *m, size_t rate)
{
	const struct said_figure *figure = &m->page->figures.at[rate];
	struct said_figure count;
	size_t b;

	if (!figure->is_rate || !figure->is_column_total ||
	    figure->of == SIZE_MAX)
		return;
	count = m->page->figures.at[figure->of];
	count.is_rate = true;
	add_up(m, &count);
	for (b = 0; b < m->form->blanks.n; b++) {
		float score;

		if (m->form->blanks.at[b].of != SIZE_MAX ||
		    !said_can_be(&m->form->blanks.at[b], &count) ||
		    said_is_aside(m, b, rate))
			continue;
		score = score_of(m, &m->form->blanks.at[b], &count);
		if (score > *said_score(m, b, rate))
			*said_score(m, b, rate) = score;
	}
}

void said_score_all(struct matcher *m)
{
	size_t f, b;

	for (f = 0; f < m->page->figures.n; f++) {
		const struct said_figure *figure = &m->page->figures.at[f];

		add_up(m, figure);
		for (b = 0; b < m->form->blanks.n; b++)
			if (said_can_be(&m->form->blanks.at[b], figure) &&
			    !said_is_aside(m, b, f))
				*said_score(m, b, f) = score_of(
					m, &m->form->blanks.at[b], figure);
		score_as_count(m, f);
	}
	drop_wholes(m);
}

bool said_same_number(const struct matcher *m, size_t one, size_t two)
{
	const struct token *t = m->a->text.tokens.at;
	const struct said_figure *a = &m->page->figures.at[one];
	const struct said_figure *b = &m->page->figures.at[two];

	return t[a->token].hash == t[b->token].hash &&
	       t[a->last].hash == t[b->last].hash;
}

bool said_same_level(const struct matcher *m, size_t one, size_t two)
{
	return m->page->figures.at[one].level == m->page->figures.at[two].level;
}

/* "CSGD", which is a word of "quản trị CSGD" too, tells no blanks apart that
 * both count CSGD. */
static bool is_what_both_count(const struct matcher *m,
			       const struct said_blank *one,
			       const struct said_blank *other,
			       const struct said_word *word)
{
	const struct said_unit *unit;
	size_t i;

	if (one->unit != other->unit || one->unit == SIZE_MAX)
		return false;
	unit = &m->form->units.at[one->unit];
	for (i = 0; i < unit->n; i++)
		if (unit->key[i] == word->key)
			return true;
	return false;
}

/* The words that one telling has and another has not: what they tell, what of
 * it is said of the figure in hand, what in its paragraph, and what beside
 * it. */
struct side {
	float all, said, own, near;
};

static struct side apart(const struct matcher *m, const struct said_blank *one,
			 const struct said_blank *other, size_t k)
{
	struct side side = {0, 0, 0, 0};
	const struct said_telling *telling = &one->by[k];
	size_t i;

	take_telling(m, &other->by[k], true);
	for (i = 0; i < telling->n; i++) {
		uint32_t id = m->form->ids.at[telling->first + i];
		const struct said_word *word = &m->form->words.words.at[id];

		if (word->is_pair || m->is_its[id] ||
		    is_what_both_count(m, one, other, word))
			continue;
		side.all += word->tells;
		side.said += word->tells * m->weight[id];
		if (m->is_near[id])
			side.near += word->tells;
		if (m->is_own[id])
			side.own += word->tells;
	}
	take_telling(m, &other->by[k], false);
	return side;
}

/* Clarity by the same telling of both, where what stands beside the figure
 * tells the other; false when it does not tell them apart. */
static bool clarity_by(const struct matcher *m, const struct said_blank *one,
		       const struct said_blank *two, size_t k, bool is_beside,
		       float *clear)
{
	struct side mine = apart(m, one, two, k);
	struct side theirs = apart(m, two, one, k);
	float all = mine.all + theirs.all;

	*clear = 0;
	if (all <= 0)
		return false;
	/* nothing that is this one's alone is said, or far before in a long
	 * sentence that says nothing of the other */
	if (mine.said < SAID_MIN * mine.all) {
		if (mine.own >= mine.all / 2 && theirs.said <= 0)
			*clear = OWN;
		return true;
	}
	/* "mức 1" beside it says more than what leads its lines in */
	if (mine.near > 0 && theirs.near <= 0) {
		bool is_told = theirs.said <= 0 || mine.near >= mine.all / 2;

		*clear = (mine.said + theirs.all) / all;
		if (is_told && *clear < BESIDE)
			*clear = BESIDE;
		return true;
	}
	*clear = (mine.said + theirs.all - theirs.said) / all;
	/* ... and "trong nước" beside it that it is the other's */
	if (is_beside && mine.near <= 0 && theirs.near >= theirs.all / 4 &&
	    theirs.near > 0 && *clear > 1 - BESIDE)
		*clear = 1 - BESIDE;
	/* the title may speak of both */
	if (mine.own >= mine.all / 2 && mine.own > 0 && theirs.own <= 0 &&
	    *clear < OWN)
		*clear = OWN;
	return true;
}

/* What stands beside a figure tells which of two it is; not where the head of
 * its column tells what is counted. */
static bool is_told_beside(const struct matcher *m,
			   const struct said_blank *one,
			   const struct said_blank *two, size_t figure)
{
	return one->unit == two->unit || !said_cell_of(m->page, m->a, figure);
}

float said_clarity(struct matcher *m, size_t blank, size_t other, size_t figure)
{
	const struct said_blank *one = &m->form->blanks.at[blank];
	const struct said_blank *two = &m->form->blanks.at[other];
	bool is_beside = is_told_beside(m, one, two, figure);
	float clear = 0;
	size_t k;

	load(m, &m->page->figures.at[figure]);
	for (k = 0; k < SAID_TELLINGS; k++)
		if (clarity_by(m, one, two, k, is_beside, &clear))
			break;
	return clear;
}

/* Heads may tell apart what labels call otherwise: "Mức tốt" and "mức 3". */
static float clarity_by_heads(struct matcher *m, size_t blank, size_t other,
			      size_t figure)
{
	const struct said_blank *one = &m->form->blanks.at[blank];
	const struct said_blank *two = &m->form->blanks.at[other];
	float clear;

	load(m, &m->page->figures.at[figure]);
	clarity_by(m, one, two, SAID_TELLINGS - 1,
		   is_told_beside(m, one, two, figure), &clear);
	return clear;
}

float said_clear_of(struct matcher *m, size_t blank, size_t figure, bool of_all,
		    float asked)
{
	float least = 1, score = said_first(m, blank, figure);
	bool of_left = !of_all && m->page->figures.at[figure].near_total > 0;
	size_t i;

	for (i = 0; i < m->form->blanks.n && least >= asked; i++) {
		float clear, heads;

		if (i == blank || said_first(m, i, figure) < CLOSE * score ||
		    (of_left && *said_score(m, i, figure) <= 0))
			continue;
		clear = said_clarity(m, blank, i, figure);
		if (clear >= least)
			continue;
		heads = clarity_by_heads(m, blank, i, figure);
		if (heads < least)
			least = heads > clear ? heads : clear;
	}
	return least;
}

size_t said_rate_blank(const struct matcher *m, size_t count)
{
	size_t b;

	for (b = 0; b < m->form->blanks.n; b++)
		if (m->form->blanks.at[b].of == count)
			return b;
	return SIZE_MAX;
}

size_t said_best_blank(const struct matcher *m, size_t figure)
{
	size_t b, best = SIZE_MAX;
	float most = SAID_SCORE_MIN;

	for (b = 0; b < m->form->blanks.n; b++)
		if (*said_score(m, b, figure) > most) {
			most = *said_score(m, b, figure);
			best = b;
		}
	return best;
}

float said_near(const struct matcher *m, size_t blank, size_t figure)
{
	return near_share(m, &m->form->blanks.at[blank],
			  &m->page->figures.at[figure]);
}

float said_key(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];
	float most = 0;
	size_t i;

	take_blank(m, &m->form->blanks.at[blank], true);
	for (i = 0; i < f->n; i++) {
		const struct said_weight *w =
			&m->page->weights.at[f->first + i];
		const struct said_word *word =
			&m->form->words.words.at[w->word];

		if (w->is_near && m->is_its[w->word] && word->tells > most)
			most = word->tells;
	}
	take_blank(m, &m->form->blanks.at[blank], false);
	return most;
}
