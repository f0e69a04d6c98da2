/*
 * anchor_prose.c - a long answer that nothing leads in: a paragraph whose first
 * words, and the heading above it, speak for one question of the form and for
 * no other, where that question was found nowhere.
 *
 *	CON NGƯỜI
 *	Bồi dưỡng năng lực số được tổ chức mỗi tháng một chuyên đề ...
 *	Theo chương trình tiếp cận chuẩn quốc tế, 44 giáo viên đạt ...
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
	const struct block *b = &a->page.blocks.at[block];
	const struct item *item = &a->page.items.at[b->item];
	const struct field *field = NULL;
	const struct sighting *s;
	size_t i;

	for (i = 0; i < b->n_items; i++, item++) {
		if (item->kind == ITEM_WORD)
			continue;
		if (item->kind != ITEM_BLANK || field)
			return NULL;
		field = item->field;
	}
	if (!field || field->type != FIELD_LONGTEXT || field->group ||
	    a->has_marks[anchor_slot(a, field, -1)])
		return NULL;
	s = anchor_sighting(a, field, -1);
	return s && s->sure >= READING_SURE_MIN &&
			       (s->mark->first != s->mark->last ||
				s->mark->start != s->mark->end)
		       ? NULL
		       : field;
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

/* A paragraph of prose that is nobody's yet. */
static bool is_free(const struct prose *p, size_t para)
{
	const struct anchor_text *text = &p->a->text;

	return text->wml->paras.at[para].depth == 0 &&
	       text->wml->paras.at[para].box == 0 && !p->is_taken[para] &&
	       !text->is_apart[para] && !anchor_is_heading(text, para) &&
	       text->first[para + 1] - text->first[para] >= PROSE_WORDS_MIN;
}

/* The block that a paragraph speaks for, SIZE_MAX for none. */
static size_t spoken_for(const struct prose *p, size_t para)
{
	struct topics *t = p->a->topics;
	const struct anchor_text *text = &p->a->text;
	size_t n = text->first[para + 1] - text->first[para], best = SIZE_MAX;
	double like = 0, second = 0;
	size_t i;

	topics_hear(t, &text->tokens.at[text->first[para]],
		    n < TOPIC_WORDS_MAX ? n : TOPIC_WORDS_MAX);
	topics_look_around(t, text, para);
	for (i = 0; i < t->n_touched; i++) {
		double at = topics_like(t, t->touched[i]);

		if (at > like) {
			second = like;
			like = at;
			best = t->touched[i];
		} else if (at > second) {
			second = at;
		}
	}
	return best != SIZE_MAX && like >= LIKE_MIN &&
			       like - second >= MARGIN &&
			       t->blocks[best].near >= NEAR_MIN
		       ? best
		       : SIZE_MAX;
}

static void find(struct prose *p)
{
	const struct anchor_text *text = &p->a->text;
	size_t para, block;

	for (para = text->body; para < text->foot; para++) {
		if (!is_free(p, para))
			continue;
		block = spoken_for(p, para);
		if (block == SIZE_MAX)
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

static int see(struct prose *p, const struct field *field, size_t para)
{
	struct anchorer *a = p->a;
	size_t end = answer_end(p, para);
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
	struct sighting *old = anchor_sighting(a, field, -1);

	anchor_trim_head(a, &mark);
	if (old) {
		*old = a->ex->sightings.at[--a->ex->sightings.n];
		a->is_seen[anchor_slot(a, field, -1)] = false;
	}
	return anchor_see(a, &seen, &mark);
}

static int see_all(struct prose *p)
{
	size_t b;
	int code = VB_OK;

	for (b = 0; b < p->a->page.blocks.n && code == VB_OK; b++) {
		const struct field *field = wanted(p->a, b);

		if (field && p->para_of[b] && p->para_of[b] != SIZE_MAX)
			code = see(p, field, p->para_of[b] - 1);
	}
	return code;
}

int anchor_prose(struct anchorer *a)
{
	struct prose p = {.a = a};
	size_t n = a->text.wml->paras.n + 1;
	int code = VB_OK;

	p.is_taken = calloc(n, sizeof(*p.is_taken));
	p.block_of = calloc(n, sizeof(*p.block_of));
	p.para_of = calloc(a->page.blocks.n + 1, sizeof(*p.para_of));
	if (!p.is_taken || !p.block_of || !p.para_of)
		code = err_set(a->err, VB_NOMEM, "out of memory");
	if (code == VB_OK) {
		take_sightings(&p);
		find(&p);
		code = see_all(&p);
	}
	free(p.is_taken);
	free(p.block_of);
	free(p.para_of);
	return code;
}
