/*
 * anchor_sentence.c - questions of a part that a hand answered in prose, a
 * sentence each and nothing before it:
 *
 *	3. Quản trị			3. Quản trị, cơ sở dữ liệu
 *	(1) Hệ thống quản trị: ...	Trường dùng phần mềm quản trị chung.
 *	(2) Hồ sơ số: ...		15 học sinh chưa có mã định danh. Tài
 *	(3) Tài sản bằng hồ sơ số: ...	sản đã kê khai đủ.
 *
 * There are as many sentences as questions, their words speak for that order,
 * and no other line of the part was found.
 */
#include "extract/anchor_topic.h"

#include "text/letters.h"

#include <string.h>

enum {
	ASKED_MIN = 2,
	ASKED_MAX = 12,
	PARAS_MAX = 6
};

/* Order and number tell whose a sentence is, and few words of it. */
#define SURE_ORDER 0.55
/* A sentence is another question's. */
#define LIKE_OTHER 0.15
#define LIKE_MORE  0.05

struct sentence {
	size_t para, from, to; /* tokens */
};

struct prose {
	struct anchorer *a;
	size_t asked[ASKED_MAX], n_asked; /* blocks */
	struct sentence at[ASKED_MAX];
	size_t n;
};

const struct field *anchor_asked_long(const struct anchor_page *page,
				      const struct block *block)
{
	const struct field *field = NULL;
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++) {
		if (page->items.at[i].kind == ITEM_WORD)
			continue;
		if (page->items.at[i].kind != ITEM_BLANK || field)
			return NULL;
		field = page->items.at[i].field;
	}
	return field && field->type == FIELD_LONGTEXT && !field->group ? field
								       : NULL;
}

static bool has_blank(const struct anchor_page *page, const struct block *block)
{
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++)
		if (page->items.at[i].kind != ITEM_WORD)
			return true;
	return block->kind > BLOCK_LINE;
}

bool anchor_is_answered(const struct anchorer *a, const struct field *field)
{
	const struct sighting *s = anchor_sighting(a, field, -1);

	return s && s->sure >= READING_SURE_MIN &&
	       (s->mark->first != s->mark->last ||
		s->mark->start != s->mark->end);
}

/* The questions below title t, that ask for long answers alone and were not
 * found; false when there are others. */
static bool find_asked(struct prose *p, size_t t)
{
	const struct anchor_page *page = &p->a->page;
	const struct node *section = page->blocks.at[t].node;
	size_t i;

	p->n_asked = 0;
	for (i = t + 1; i < page->blocks.n &&
			anchor_is_below(page->blocks.at[i].node, section);
	     i++) {
		const struct block *block = &page->blocks.at[i];
		const struct field *field = anchor_asked_long(page, block);

		if (!has_blank(page, block))
			continue;
		if (!field || p->n_asked == ASKED_MAX ||
		    p->a->has_marks[anchor_slot(p->a, field, -1)] ||
		    anchor_is_answered(p->a, field))
			return false;
		p->asked[p->n_asked++] = i;
	}
	return p->n_asked >= ASKED_MIN;
}

bool anchor_begins_sentence(const struct anchor_text *text, size_t para,
			    size_t token)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[token];
	size_t at = t[-1].start + t[-1].size;

	if (letter_is_small_at(p->text, p->size, t->start))
		return false;
	for (; at + 1 < t->start; at++)
		if (strchr(".!?", p->text[at]) && p->text[at + 1] == ' ')
			return true;
	return false;
}

static bool add_sentences(struct prose *p, size_t para)
{
	const struct anchor_text *text = &p->a->text;
	size_t end = text->first[para + 1], i;

	for (i = text->first[para]; i < end; i++) {
		if (i > text->first[para] &&
		    !anchor_begins_sentence(text, para, i))
			continue;
		if (p->n == ASKED_MAX)
			return false;
		if (i > text->first[para])
			p->at[p->n - 1].to = i;
		p->at[p->n++] = (struct sentence){para, i, end};
	}
	return true;
}

static bool is_asked(const struct prose *p, size_t block)
{
	size_t k;

	for (k = 0; k < p->n_asked; k++)
		if (p->asked[k] == block)
			return true;
	return false;
}

/* Where the part of title t ends: at a heading, or where another question than
 * its own stands. */
static size_t part_end(const struct prose *p, size_t t)
{
	const struct anchorer *a = p->a;
	size_t para = a->page.blocks.at[t].para, i;
	size_t end = anchor_section_end(a, para);

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *block = &a->page.blocks.at[i];

		if (block->is_placed && !is_asked(p, i) && block->para > para &&
		    block->para < end)
			end = block->para;
	}
	return end < a->text.foot ? end : a->text.foot;
}

/* The sentences below title t, as many as there are questions, or but one: the
 * last asks for what went wrong. */
static bool find_sentences(struct prose *p, size_t t)
{
	const struct anchor_text *text = &p->a->text;
	size_t para = p->a->page.blocks.at[t].para, used = 0;
	size_t end = part_end(p, t);

	p->n = 0;
	for (para++; para < end; para++) {
		if (text->first[para] == text->first[para + 1])
			continue;
		if (text->wml->paras.at[para].depth > 0 ||
		    text->is_apart[para] || ++used > PARAS_MAX ||
		    anchor_has_lead(text, para) || !add_sentences(p, para))
			return false;
	}
	return p->n >= ASKED_MIN &&
	       (p->n == p->n_asked || p->n + 1 == p->n_asked);
}

/* The question of the part that a sentence is likest; it speaks for its own, or
 * for none. */
static bool speaks(struct prose *p, size_t i, size_t *spoken)
{
	struct topics *t = p->a->topics;
	const struct sentence *s = &p->at[i];
	size_t n = s->to - s->from, k;
	double own = 0, best = 0;

	topics_hear(t, &p->a->text.tokens.at[s->from], n);
	for (k = 0; k < t->n_touched; k++) {
		double like = topics_like(t, t->touched[k]);

		if (t->touched[k] == p->asked[i])
			own = like;
		if (like > best && is_asked(p, t->touched[k]))
			best = like;
	}
	*spoken += own > 0 && own >= best;
	return best < LIKE_OTHER || best <= own + LIKE_MORE;
}

static int see(struct prose *p)
{
	int code = VB_OK;
	size_t i;

	for (i = 0; i < p->n && code == VB_OK; i++) {
		const struct anchor_page *page = &p->a->page;
		const struct sentence *s = &p->at[i];
		struct sighting seen = {
			.field = anchor_asked_long(
				page, &page->blocks.at[p->asked[i]]),
			.level = -1,
			.method = VB_BY_ANCHOR,
			.sure = SURE_ORDER};
		struct wml_mark mark = {.kind = WML_BOOKMARK,
					.name = "",
					.alias = "",
					.xpath = ""};
		const char *text = p->a->text.wml->paras.at[s->para].text;

		anchor_range(p->a, &mark, s->para, s->from, s->to);
		mark.start = p->a->text.tokens.at[s->from].start;
		while (mark.end > mark.start && text[mark.end - 1] == ' ')
			mark.end--;
		anchor_forget(p->a, seen.field);
		code = anchor_see(p->a, &seen, &mark);
	}
	return code;
}

int anchor_sentences(struct anchorer *a)
{
	struct prose p = {.a = a};
	int code = VB_OK;
	size_t t, i;

	for (t = 0; t < a->page.blocks.n && code == VB_OK; t++) {
		const struct block *title = &a->page.blocks.at[t];
		size_t spoken = 0;

		if (title->kind != BLOCK_TITLE || !title->is_placed ||
		    !find_asked(&p, t) || !find_sentences(&p, t))
			continue;
		for (i = 0; i < p.n && speaks(&p, i, &spoken);)
			i++;
		if (i == p.n && 2 * spoken >= p.n)
			code = see(&p);
	}
	return code;
}
