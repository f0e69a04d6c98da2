/*
 * anchor_prose.c - a long answer that nothing leads in: a paragraph whose first
 * words, and the heading above it, speak for one question of the form and for
 * no other, where that question was found nowhere.
 *
 *	CON NGƯỜI
 *	Bồi dưỡng năng lực số được tổ chức mỗi tháng một chuyên đề ...
 *	Theo chương trình tiếp cận chuẩn quốc tế, 44 giáo viên đạt ...
 *
 * Below a heading of several questions fewer words tell them apart, when the
 * paragraphs follow one another as the questions do:
 *
 *	5. Công tác thống kê
 *	Kỳ đầu năm, Phòng tổ chức ...
 *	Kỳ cuối năm, các trường cập nhật ...
 */
#include "extract/anchor_topic.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	PROSE_WORDS_MIN = 8
};

/* How like a paragraph is its question, how much more so than another, and how
 * like what stands around it. */
#define LIKE_MIN   0.5
#define MARGIN	   0.2
#define NEAR_MIN   0.6
#define SURE_PROSE 0.55
/* What a sentence of it may be like another question. */
#define LIKE_OTHER 0.2
/* ... of several below one heading. */
#define LIKE_GROUP 0.1
#define NEAR_GROUP 0.25
#define MORE_GROUP 1.5
/* Of a heading. */
#define LIKE_HEAD 0.3
#define MORE_HEAD 2.5
/* What a line of the form found stays. */
#define SURE_LINE 0.8

struct prose {
	struct anchorer *a;
	bool *is_taken;	  /* paragraphs */
	size_t *block_of; /* by paragraph, + 1; 0 none */
	size_t *para_of;  /* by block, + 1; 0 none, SIZE_MAX several */
};

/* The one long answer that a block asks for, and that was not found; NULL for
 * none. */
static const struct field *wanted(const struct anchorer *a, size_t block)
{
	const struct field *field =
		anchor_asked_long(&a->page, &a->page.blocks.at[block]);

	return field && !a->has_marks[anchor_slot(a, field, -1)] &&
			       !anchor_is_answered(a, field)
		       ? field
		       : NULL;
}

static void take_sightings(struct prose *p)
{
	const struct extractor *ex = p->a->ex;
	size_t i, k;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story != 0 || s->sure < READING_SURE_MIN)
			continue;
		for (k = s->mark->first; k <= s->mark->last; k++)
			p->is_taken[k] = true;
	}
}

/* A paragraph of prose: no line that asks, as "Với Bộ Y tế:". */
static bool is_prose(const struct anchor_text *text, size_t para)
{
	const struct wml_para *at = &text->wml->paras.at[para];

	return at->depth == 0 && at->box == 0 && !text->is_apart[para] &&
	       !anchor_is_heading(text, para) &&
	       text->first[para + 1] - text->first[para] >= PROSE_WORDS_MIN &&
	       !anchor_is_bare(text, para);
}

/* A paragraph of prose that is nobody's yet. */
static bool is_free(const struct prose *p, size_t para)
{
	return !p->is_taken[para] && is_prose(&p->a->text, para);
}

/* What stands around a paragraph speaks for a question so much. */
static bool has_near(const struct prose *p, size_t para, double least)
{
	struct topics *t = p->a->topics;
	size_t i;

	t->n_touched = 0;
	topics_look_around(t, &p->a->text, para);
	for (i = 0; i < t->n_near; i++)
		if (t->blocks[t->near[i]].near >= least)
			return true;
	return false;
}

/* The likest block of the words that were heard, and how like it and the next
 * one are; of those alone that what stands around speaks for, when `near` is
 * more than 0. */
static size_t best_two(const struct topics *t, double near, double like[2])
{
	size_t best = SIZE_MAX, i;

	like[0] = like[1] = 0;
	for (i = 0; i < t->n_touched; i++) {
		size_t block = t->touched[i];
		double at = topics_like(t, block);

		if (near > 0 &&
		    (t->blocks[block].near < near || !topics_is_long(t, block)))
			continue;
		if (at > like[0]) {
			like[1] = like[0];
			like[0] = at;
			best = block;
		} else if (at > like[1]) {
			like[1] = at;
		}
	}
	return best;
}

static void hear_first_words(const struct prose *p, size_t para)
{
	const struct anchor_text *text = &p->a->text;
	size_t n = text->first[para + 1] - text->first[para];

	topics_hear(p->a->topics, &text->tokens.at[text->first[para]], n);
}

/* The same of a paragraph's first words, where what stands around it speaks for
 * some question. */
static size_t likest(const struct prose *p, size_t para, double near,
		     bool of_near, double like[2])
{
	struct topics *t = p->a->topics;

	like[0] = like[1] = 0;
	if (!has_near(p, para, near))
		return SIZE_MAX;
	hear_first_words(p, para);
	topics_look_around(t, &p->a->text, para);
	return best_two(t, of_near ? near : 0, like);
}

/* The block that a paragraph speaks for, SIZE_MAX for none. */
static size_t spoken_for(const struct prose *p, size_t para)
{
	double like[2];
	size_t best = likest(p, para, NEAR_MIN, false, like);

	return best != SIZE_MAX && like[0] >= LIKE_MIN &&
			       like[0] - like[1] >= MARGIN &&
			       p->a->topics->blocks[best].near >= NEAR_MIN
		       ? best
		       : SIZE_MAX;
}

/* The words of a sentence are more like another question. */
static bool is_others(const struct prose *p, size_t from, size_t to,
		      size_t block)
{
	struct topics *t = p->a->topics;
	size_t n = to - from, i;
	double own = 0, other = 0;

	topics_hear(t, &p->a->text.tokens.at[from], n);
	for (i = 0; i < t->n_touched; i++) {
		double like = topics_like(t, t->touched[i]);

		if (t->touched[i] == block)
			own = like;
		else if (like > other && wanted(p->a, t->touched[i]))
			other = like;
	}
	return other >= LIKE_OTHER && other > own;
}

/* A sentence of a paragraph speaks for another question. */
static bool is_mixed(const struct prose *p, size_t para, size_t block)
{
	const struct anchor_text *text = &p->a->text;
	size_t from = text->first[para], end = text->first[para + 1], i;

	for (i = from + 1; i <= end; i++) {
		if (i < end && !anchor_begins_sentence(text, para, i))
			continue;
		if (is_others(p, from, i, block))
			return true;
		from = i;
	}
	return false;
}

static void find(struct prose *p)
{
	const struct anchor_text *text = &p->a->text;
	size_t para, block;

	for (para = text->body; para < text->foot; para++) {
		if (!is_free(p, para))
			continue;
		block = spoken_for(p, para);
		if (block == SIZE_MAX || is_mixed(p, para, block))
			continue;
		p->block_of[para] = block + 1;
		p->para_of[block] = p->para_of[block] ? SIZE_MAX : para + 1;
	}
}

/* The paragraph behind an answer: what follows goes on with it as far as it is
 * prose, and speaks for nothing else. */
static size_t answer_end(const struct prose *p, size_t para)
{
	size_t i = para + 1;

	while (i < p->a->text.foot && is_free(p, i) && !p->block_of[i] &&
	       p->a->text.below[i] == p->a->text.below[para] &&
	       !anchor_has_lead(&p->a->text, i))
		i++;
	return i;
}

static int see_range(struct prose *p, const struct field *field, size_t para,
		     size_t end)
{
	struct anchorer *a = p->a;
	struct sighting seen = {.field = field,
				.level = -1,
				.method = VB_BY_ANCHOR,
				.sure = SURE_PROSE};
	struct wml_mark mark = {.kind = WML_BOOKMARK,
				.name = "",
				.alias = "",
				.xpath = "",
				.first = para,
				.last = end - 1,
				.end = a->text.wml->paras.at[end - 1].size};

	anchor_trim_head(a, &mark);
	anchor_forget(a, field);
	return anchor_see(a, &seen, &mark);
}

static int see_all(struct prose *p)
{
	size_t b;
	int code = VB_OK;

	for (b = 0; b < p->a->page.blocks.n && code == VB_OK; b++) {
		const struct field *field = wanted(p->a, b);

		if (field && p->para_of[b] && p->para_of[b] != SIZE_MAX)
			code = see_range(p, field, p->para_of[b] - 1,
					 answer_end(p, p->para_of[b] - 1));
	}
	return code;
}

/* ---- below one heading --------------------------------------------------- */

enum {
	GROUP_MAX = 8
};

/* Paragraphs of prose below a heading, and the questions they answer. */
struct group {
	size_t first, end; /* paragraphs */
	size_t block[GROUP_MAX], para[GROUP_MAX], n;
};

/* The question of the form's part that a paragraph is likest, SIZE_MAX for
 * none. */
static size_t likest_near(const struct prose *p, size_t para)
{
	double like[2];
	size_t best = likest(p, para, NEAR_GROUP, true, like);

	return like[0] >= LIKE_GROUP && like[0] >= MORE_GROUP * like[1]
		       ? best
		       : SIZE_MAX;
}

/* The question was not found, or in these paragraphs and not surely. */
static bool is_open(const struct prose *p, const struct group *g, size_t block)
{
	const struct field *field =
		anchor_asked_long(&p->a->page, &p->a->page.blocks.at[block]);
	const struct sighting *s;

	if (!field || wanted(p->a, block))
		return field != NULL;
	s = anchor_sighting(p->a, field, -1);
	return s && s->is_anchor && s->story == 0 && s->sure < SURE_LINE &&
	       s->mark->first >= g->first && s->mark->last < g->end;
}

/* A paragraph is another's than of the questions of the group. */
static bool is_anothers(const struct prose *p, const struct group *g,
			size_t para)
{
	const struct extractor *ex = p->a->ex;
	size_t i, k;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story != 0 || s->sure < READING_SURE_MIN ||
		    para < s->mark->first || para > s->mark->last)
			continue;
		for (k = 0; k < g->n; k++)
			if (anchor_block_of(&p->a->page, s->field) ==
			    &p->a->page.blocks.at[g->block[k]])
				break;
		if (k == g->n)
			return true;
	}
	return false;
}

static bool add_to_group(const struct prose *p, struct group *g, size_t para)
{
	const struct block *blocks = p->a->page.blocks.at;
	size_t block = likest_near(p, para);

	if (block == SIZE_MAX)
		return true;
	if (g->n == GROUP_MAX || !is_open(p, g, block) || !blocks[block].node ||
	    (g->n > 0 &&
	     (block <= g->block[g->n - 1] ||
	      blocks[block].node->parent != blocks[g->block[0]].node->parent)))
		return false;
	g->block[g->n] = block;
	g->para[g->n++] = para;
	return true;
}

static bool find_group(const struct prose *p, struct group *g, size_t head)
{
	const struct anchor_text *text = &p->a->text;
	size_t i;

	*g = (struct group){.first = head + 1, .end = head + 1};
	while (g->end < text->foot && text->below[g->end] == head &&
	       !anchor_is_heading(text, g->end))
		g->end++;
	for (i = g->first; i < g->end; i++) {
		if (text->first[i] == text->first[i + 1])
			continue;
		if (!is_prose(text, i) || anchor_has_lead(text, i) ||
		    !add_to_group(p, g, i))
			return false;
	}
	for (i = g->n > 0 ? g->para[0] : g->end; i < g->end; i++)
		if (is_anothers(p, g, i))
			return false;
	return g->n > 1;
}

static int see_group(struct prose *p, const struct group *g)
{
	const struct anchor_page *page = &p->a->page;
	size_t k;
	int code = VB_OK;

	for (k = 0; k < g->n && code == VB_OK; k++)
		code = see_range(
			p,
			anchor_asked_long(page, &page->blocks.at[g->block[k]]),
			g->para[k], k + 1 < g->n ? g->para[k + 1] : g->end);
	return code;
}

static int see_groups(struct prose *p)
{
	const struct anchor_text *text = &p->a->text;
	struct group g;
	size_t i;
	int code = VB_OK;

	for (i = text->body; i < text->foot && code == VB_OK; i++)
		if (anchor_is_heading(text, i) && find_group(p, &g, i))
			code = see_group(p, &g);
	return code;
}

/* ---- below a heading of its own ------------------------------------------ */

/* The one question that a heading's words name, SIZE_MAX for none. */
static size_t named_by(const struct prose *p, size_t head)
{
	size_t best;
	double like[2];

	hear_first_words(p, head);
	best = best_two(p->a->topics, 0, like);
	return best != SIZE_MAX && like[0] >= LIKE_HEAD &&
			       like[0] >= MORE_HEAD * like[1] &&
			       wanted(p->a, best)
		       ? best
		       : SIZE_MAX;
}

/* Behind the paragraphs that stand right below a heading and are nobody's. */
static size_t below_end(const struct prose *p, size_t head)
{
	const struct anchor_text *text = &p->a->text;
	size_t i = head + 1;

	while (i < text->foot && text->below[i] == head &&
	       !anchor_is_heading(text, i) && !p->is_taken[i] &&
	       text->wml->paras.at[i].depth == 0 && !text->is_apart[i] &&
	       !anchor_has_lead(text, i) && !anchor_is_bare(text, i) &&
	       !anchor_is_placed(&p->a->page, i))
		i++;
	return i;
}

static int see_headed(struct prose *p)
{
	const struct anchor_text *text = &p->a->text;
	size_t i;
	int code = VB_OK;

	for (i = text->body; i < text->foot && code == VB_OK; i++) {
		size_t block, end;

		/* a title of the form asks by the lines below it */
		if (!anchor_is_heading(text, i) ||
		    anchor_is_placed(&p->a->page, i))
			continue;
		block = named_by(p, i);
		end = block == SIZE_MAX ? i : below_end(p, i);
		if (end > i + 1)
			code = see_range(p, wanted(p->a, block), i + 1, end);
	}
	return code;
}

/* ---- all ----------------------------------------------------------------- */

/* Some question was found nowhere. */
static bool is_any_wanted(const struct anchorer *a)
{
	size_t b;

	for (b = 0; b < a->page.blocks.n; b++)
		if (wanted(a, b))
			return true;
	return false;
}

static int look(struct prose *p)
{
	int code = see_groups(p);

	if (code != VB_OK || !is_any_wanted(p->a))
		return code;
	take_sightings(p);
	code = see_headed(p);
	if (code != VB_OK)
		return code;
	take_sightings(p);
	find(p);
	return see_all(p);
}

int anchor_prose(struct anchorer *a)
{
	struct prose p = {.a = a};
	size_t n = a->text.wml->paras.n + 1;
	int code;

	p.is_taken = calloc(n, sizeof(*p.is_taken));
	p.block_of = calloc(n, sizeof(*p.block_of));
	p.para_of = calloc(a->page.blocks.n + 1, sizeof(*p.para_of));
	code = p.is_taken && p.block_of && p.para_of
		       ? look(&p)
		       : err_set(a->err, VB_NOMEM, "out of memory");
	free(p.is_taken);
	free(p.block_of);
	free(p.para_of);
	return code;
}
