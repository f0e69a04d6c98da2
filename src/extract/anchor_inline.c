/*
 * anchor_inline.c - long answers that a hand put one behind the other into a
 * paragraph, each behind its lead: "Kho học liệu: 76 bài. Khó khăn: thiếu máy."
 */
#include "extract/index.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	LEADS_MAX = 1000, /* of a document */
	LEADS_MIN = 2	  /* of a paragraph: one alone leads all of it */
};

#define LIKE_MIN  0.55
#define LIKE_SURE 0.8
#define LIKE_SAME 0.02
#define SURE_MOST 0.75
#define SURE_LESS 0.6

struct lead {
	size_t para;
	size_t from, to, end; /* tokens: the lead, the answer */
	size_t block;	      /* SIZE_MAX none */
	double like;
	bool is_choice; /* a choice stands behind it */
};

struct inliner {
	struct anchorer *a;
	struct topics *topics;
	struct {
		VEC(struct lead);
	} leads;
	bool *is_taken; /* by block */
};

/* A sentence begins at a token, not "Thông tư 24.2018". */
static bool is_start(const struct anchor_text *text, size_t para, size_t token)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[token];
	size_t at;

	if (token == text->first[para])
		return true;
	at = t[-1].start + t[-1].size;
	for (; at < t->start; at++)
		if (p->text[at] == '\n' || (strchr(".;", p->text[at]) &&
					    strchr(" \n", p->text[at + 1])))
			return true;
	return false;
}

/* Behind the colon of a lead that begins at a token; SIZE_MAX for none: one in
 * brackets leads nothing. */
static size_t lead_end(const struct anchor_text *text, size_t para, size_t from)
{
	size_t end = text->first[para + 1], i;

	for (i = from; i < end && i < from + TOPIC_WORDS_MAX; i++) {
		if (anchor_has_sign(text, para, i, ":"))
			return i + 1 < end ? i + 1 : SIZE_MAX;
		if (anchor_has_sign(text, para, i, ".;!?") ||
		    (anchor_has_sign(text, para, i, "(") && i + 1 < end &&
		     !anchor_has_sign(text, para, i + 1, ")")))
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

/* The leads of a paragraph, when it has several. */
static int add_leads(struct inliner *in, size_t para)
{
	const struct anchor_text *text = &in->a->text;
	size_t first = in->leads.n, end = text->first[para + 1], i, to;

	for (i = text->first[para]; i < end; i++) {
		struct lead *lead;

		if (!is_start(text, para, i))
			continue;
		to = lead_end(text, para, i);
		if (to == SIZE_MAX || in->leads.n == LEADS_MAX)
			continue;
		lead = vec_push(&in->leads);
		if (!lead)
			return err_set(in->a->err, VB_NOMEM, "out of memory");
		*lead = (struct lead){.para = para,
				      .from = i,
				      .to = to,
				      .end = end,
				      .block = SIZE_MAX};
	}
	if (in->leads.n < first + LEADS_MIN)
		in->leads.n = first;
	return VB_OK;
}

/* ---- which is which ------------------------------------------------------ */

static const struct field *field_of(const struct inliner *in, size_t block)
{
	const struct anchor_page *page = &in->a->page;
	size_t i = page->blocks.at[block].item;

	while (page->items.at[i].kind == ITEM_WORD)
		i++;
	return page->items.at[i].field;
}

static bool is_empty(const struct wml_mark *mark)
{
	return mark->first == mark->last && mark->start == mark->end;
}

/* The answer of a field that was found for sure, NULL for none. */
static const struct wml_mark *found(const struct inliner *in,
				    const struct field *field)
{
	const struct sighting *s = anchor_sighting(in->a, field, -1);

	return s && s->sure >= READING_SURE_MIN && !is_empty(s->mark) ? s->mark
								      : NULL;
}

/* The answer begins right behind the lead. */
static bool is_behind(const struct inliner *in, const struct lead *lead,
		      const struct wml_mark *mark)
{
	const struct token *t = in->a->text.tokens.at;

	return mark->first == lead->para && mark->start <= t[lead->to].start &&
	       mark->start >= t[lead->to - 1].start;
}

/* A field that was found elsewhere, or has leads of its own in its answer. */
static bool is_elsewhere(const struct inliner *in, const struct field *field,
			 const struct lead *lead)
{
	const struct wml_mark *mark = found(in, field);

	return in->a->has_marks[anchor_slot(in->a, field, -1)] ||
	       (mark && !is_behind(in, lead, mark));
}

/* "Đạt": a choice stands behind the lead. */
static int note_choice(const struct inliner *in, struct lead *lead)
{
	const struct vb_form *form = in->a->ex->form;
	const struct field_option *option = NULL;
	size_t i, used = 0, end = lead->to;

	for (i = 0; i < form->n_fields && !option; i++)
		if (form->fields[i]->type == FIELD_CHOICE &&
		    !choice_begins(&option, form->fields[i],
				   &in->a->text.tokens.at[lead->to],
				   in->a->text.first[lead->para + 1] - lead->to,
				   &used))
			return err_set(in->a->err, VB_NOMEM, "out of memory");
	end += used;
	lead->is_choice = option && (end == in->a->text.first[lead->para + 1] ||
				     is_start(&in->a->text, lead->para, end));
	return VB_OK;
}

static const struct node *part_of(const struct inliner *in, size_t block)
{
	const struct node *node = in->a->page.blocks.at[block].node;

	return node ? node->parent : NULL;
}

/* The likest block; of those as like, the next of the part that the lead
 * before is of. */
static void choose(struct inliner *in, struct lead *lead, size_t last)
{
	size_t i;

	topics_hear(in->topics, &in->a->text.tokens.at[lead->from],
		    lead->to - lead->from);
	for (i = 0; i < in->topics->n_touched; i++) {
		size_t block = in->topics->touched[i];
		double like = topics_like(in->topics, block);
		bool is_next = last != SIZE_MAX && block > last &&
			       part_of(in, block) == part_of(in, last);

		if (like < LIKE_MIN || in->is_taken[block] ||
		    !topics_is_long(in->topics, block) ||
		    is_elsewhere(in, field_of(in, block), lead))
			continue;
		if (like > lead->like + LIKE_SAME ||
		    (like > lead->like - LIKE_SAME && is_next &&
		     (lead->block == SIZE_MAX || lead->block < last ||
		      part_of(in, lead->block) != part_of(in, last)))) {
			lead->block = block;
			lead->like = like;
		}
	}
	if (lead->block != SIZE_MAX)
		in->is_taken[lead->block] = true;
}

static void choose_leads(struct inliner *in)
{
	size_t last = SIZE_MAX, i;

	for (i = 0; i < in->leads.n; i++) {
		if (in->leads.at[i].is_choice)
			continue;
		choose(in, &in->leads.at[i], last);
		if (in->leads.at[i].block != SIZE_MAX)
			last = in->leads.at[i].block;
	}
}

/* ---- sightings ----------------------------------------------------------- */

static int cut(struct inliner *in, struct sighting *s, const struct lead *lead)
{
	struct wml_mark *mark = arena_array(&in->a->ex->reading->arena, 1,
					    sizeof(*mark));
	const char *text = in->a->text.wml->paras.at[lead->para].text;

	if (!mark)
		return err_set(in->a->err, VB_NOMEM, "out of memory");
	*mark = *s->mark;
	mark->last = lead->para;
	mark->end = in->a->text.tokens.at[lead->from].start;
	while (mark->end > mark->start && strchr(" \n", text[mark->end - 1]))
		mark->end--;
	s->mark = mark;
	return VB_OK;
}

/* An answer ends before the next lead that leads to another. */
static void find_ends(struct inliner *in)
{
	struct lead *last = NULL;
	size_t i;

	for (i = 0; i < in->leads.n; i++) {
		struct lead *lead = &in->leads.at[i];

		if (lead->block == SIZE_MAX)
			continue;
		if (last && last->para == lead->para)
			last->end = lead->from;
		last = lead;
	}
}

/* Answers that go on over a lead end there. */
static int cut_others(struct inliner *in, const struct lead *lead)
{
	struct extractor *ex = in->a->ex;
	size_t start = in->a->text.tokens.at[lead->from].start, i;
	int code = VB_OK;

	for (i = 0; i < ex->sightings.n && code == VB_OK; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (s->is_anchor && s->story == 0 &&
		    s->field->type == FIELD_LONGTEXT &&
		    s->mark->first == lead->para && s->mark->start < start &&
		    (s->mark->last > lead->para || s->mark->end > start))
			code = cut(in, s, lead);
	}
	return code;
}

/* Figures that the form asks for stand behind the lead. */
static bool has_figures(const struct inliner *in, const struct lead *lead)
{
	const struct extractor *ex = in->a->ex;
	const struct token *t = in->a->text.tokens.at;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story == 0 && beside_matters(s->field) &&
		    s->sure >= READING_SURE_MIN && !is_empty(s->mark) &&
		    s->mark->first == lead->para &&
		    s->mark->start >= t[lead->to].start &&
		    s->mark->start <= t[lead->end - 1].start)
			return true;
	}
	return false;
}

static int see(struct inliner *in, const struct lead *lead)
{
	struct anchorer *a = in->a;
	struct sighting s = {.field = field_of(in, lead->block),
			     .level = -1,
			     .method = VB_BY_ANCHOR,
			     .sure = lead->like >= LIKE_SURE ? SURE_MOST
							     : SURE_LESS};
	struct wml_mark mark = {
		.kind = WML_BOOKMARK, .name = "", .alias = "", .xpath = ""};

	if (found(in, s.field) || has_figures(in, lead))
		return VB_OK;
	anchor_range(a, &mark, lead->para, lead->to, lead->end);
	mark.start = a->text.tokens.at[lead->to].start;
	anchor_forget(a, s.field);
	return anchor_see(a, &s, &mark);
}

static int take_leads(struct inliner *in)
{
	size_t i;
	int code = VB_OK;

	for (i = 0; i < in->leads.n && code == VB_OK; i++)
		if (in->leads.at[i].block != SIZE_MAX)
			code = cut_others(in, &in->leads.at[i]);
	for (i = 0; i < in->leads.n && code == VB_OK; i++)
		if (in->leads.at[i].block != SIZE_MAX)
			code = see(in, &in->leads.at[i]);
	return code;
}

static int look(struct inliner *in)
{
	struct anchorer *a = in->a;
	size_t i;
	int code = VB_OK;

	in->is_taken = calloc(a->page.blocks.n + 1, sizeof(*in->is_taken));
	if (!in->is_taken)
		return err_set(a->err, VB_NOMEM, "out of memory");
	for (i = 0; i < in->leads.n && code == VB_OK; i++)
		code = note_choice(in, &in->leads.at[i]);
	if (code != VB_OK)
		return code;
	choose_leads(in);
	find_ends(in);
	return take_leads(in);
}

int anchor_inlines(struct anchorer *a)
{
	struct inliner in = {.a = a, .topics = a->topics};
	int code = VB_OK;
	size_t para;

	for (para = a->text.body; para < a->text.foot && code == VB_OK; para++)
		if (!a->text.is_apart[para])
			code = add_leads(&in, para);
	if (code == VB_OK && in.leads.n > 0)
		code = look(&in);
	vec_release(&in.leads);
	free(in.is_taken);
	return code;
}
