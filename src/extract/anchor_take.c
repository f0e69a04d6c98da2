/*
 * anchor_take.c - what fitting a line gives: a range of words for each blank,
 * and how sure its neighbours make it.
 */
#include "extract/anchor.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	LATE_MAX = 120,	   /* words behind a line that may say its levels */
	NEAR_MAX = 2,	   /* words of the form looked at on either side */
	REST_WORDS_MAX = 8 /* added to a title, up to its colon */
};

/* Nothing parts the blank from the next one. */
#define SURE_BESIDE 0.7
/* Levels behind the other blanks of their line. */
#define SURE_LATE 0.85

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

/* How much of the words right before (step -1) or behind (+1) was found:
 * 0..1; 1 where the line ends. */
static double near(const struct anchorer *a, size_t i, int by)
{
	size_t n = 0, found = 0;

	for (i += (size_t)by; i < a->items.n && n < NEAR_MAX; i += (size_t)by) {
		const struct item *item = &a->items.at[i];

		if (item->kind != ITEM_WORD) {
			if (n)
				break;
			continue;
		}
		if (item->is_optional && !anchor_is_found(item, &a->fits[i]))
			continue;
		n++;
		found += anchor_is_found(item, &a->fits[i]);
	}
	return n ? (double)found / (double)n : 1;
}

/* The share of the words that was found. */
static double found_of(const struct anchorer *a)
{
	size_t i, n = 0, found = 0;

	for (i = 0; i < a->items.n; i++) {
		const struct item *item = &a->items.at[i];

		if (item->kind != ITEM_WORD || item->is_optional)
			continue;
		n++;
		found += anchor_is_found(item, &a->fits[i]);
	}
	return n ? (double)found / (double)n : 1;
}

/* Of the words before the blank, the share that is the form's: a hand that
 * shortens a line adds none. */
static double kept_before(const struct anchorer *a, size_t i)
{
	size_t from = a->text.first[a->home], words = 0, found = 0, k;

	for (k = 0; k < i; k++)
		if (anchor_is_found(&a->items.at[k], &a->fits[k]) &&
		    (k == 0 || a->fits[k].from != a->fits[k - 1].from))
			found += a->fits[k].to - a->fits[k].from;
	for (k = from; k < a->fits[i].from; k++)
		words += a->text.tokens.at[k].kind != TOKEN_NUMBER;
	return words > found ? (double)found / (double)words : found > 0;
}

static bool is_first_blank(const struct anchorer *a, size_t i)
{
	while (i-- > 0)
		if (a->items.at[i].kind != ITEM_WORD)
			return false;
	return true;
}

static double sure_of(const struct anchorer *a, size_t i, double whole)
{
	double left = near(a, i, -1), right = near(a, i, 1);
	double kept = kept_before(a, i), sure;
	size_t from = a->fits[i].from;

	/* a colon sets it off as well as the words do */
	if (left < 0.5 &&
	    (is_first_blank(a, i) || a->text.wml->paras.at[a->home].depth) &&
	    from > a->text.first[a->home] && from < a->text.first[a->end] &&
	    anchor_is_break(a, from))
		left = 0.5;
	if (a->fits[i].is_told)
		left = right = 1;
	if (kept > whole)
		whole = (whole + kept) / 2;
	sure = 0.4 + 0.6 * whole;
	if (left < 0.5 && right < 0.5)
		sure *= 0.5;
	else if (left < 0.5)
		sure *= 0.85;
	else if (right < 0.5)
		sure *= 0.95;
	return sure;
}

/* True when nothing but what sets an answer off stands in [from, to). */
static bool is_bare(const struct wml_para *p, size_t from, size_t to)
{
	size_t size;

	if (from == 0 && anchor_bullet_size(p) < to)
		from = anchor_bullet_size(p);
	while (from < to && (size = anchor_lead_size(p, from)) > 0)
		from += size;
	return from >= to || text_is_leader(p->text + from, to - from);
}

/* Words that were added to a title: no colon, no dash before them. */
static bool is_rest_of_title(const struct anchorer *a, size_t i,
			     const struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t at = mark->start;

	if (i == 0 || !a->items.at[i - 1].is_title)
		return false;
	while (at < p->size && p->text[at] == ' ')
		at++;
	return at < p->size && !strchr(":.-\t\n(", p->text[at]) &&
	       strncmp(p->text + at, "\xe2\x80", 2) != 0;
}

/* "Tình hình chung|của địa phương: Mạng lưới trường ...": where what stands
 * behind the colon of such words begins; 0 when there is none, or nothing. */
static size_t behind_rest(const struct anchorer *a, const struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t at = mark->start, words = 0;

	for (; at < p->size && words < REST_WORDS_MAX; at++) {
		if (strchr(".;!?\n", p->text[at]))
			return 0;
		if (p->text[at] == ':')
			return is_bare(p, at + 1, p->size) ? 0 : at + 1;
		words += p->text[at] == ' ';
	}
	return 0;
}

/* The bullet of the form's leader, "- ......", that the answer stands behind:
 * its other paragraphs have none. */
static bool is_bullet_alone(const struct anchorer *a,
			    const struct wml_mark *mark)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i;

	for (i = mark->first + 1; i <= mark->last; i++)
		if (anchor_bullet_size(&paras[i]))
			return false;
	return anchor_bullet_size(&paras[mark->first]) > 0;
}

/* The words of an option are the answer to a choice. */
static int doubt_option(const struct anchorer *a, const struct wml_mark *mark,
			struct sighting *s)
{
	const struct vb_form *form = a->ex->form;
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	const struct field_option *option = NULL;
	bool is_whole = false;
	size_t i;

	for (i = 0; i < form->n_fields && mark->first == mark->last; i++) {
		if (form->fields[i]->type != FIELD_CHOICE)
			continue;
		if (!choice_of(&option, form->fields[i], p->text + mark->start,
			       mark->end - mark->start, &is_whole))
			return no_memory(a);
		if (option && is_whole) {
			s->sure *= ANCHOR_DOUBT_TEXT;
			break;
		}
	}
	return VB_OK;
}

/* A long answer: the rest of its line when something stands there, and the
 * paragraphs below, up to the next words of the form. */
static int take_long(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct fit *fit = &a->fits[i];
	const struct anchor_text *text = &a->text;
	const struct wml_para *paras = text->wml->paras.at;
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t para = anchor_blank_para(a, fit->from), below, rest;

	mark.alias = mark.xpath = "";
	anchor_range(a, &mark, para, fit->from, text->first[para + 1]);
	mark.last = a->end > para ? a->end - 1 : para;
	if (fit->to < text->first[a->end])
		mark.last = anchor_para_of(text, fit->to);
	mark.end = fit->to < text->first[mark.last + 1]
			   ? text->tokens.at[fit->to].start
			   : paras[mark.last].size;
	below = mark.last - para;
	while (mark.last > para && is_bare(&paras[mark.last], 0, mark.end)) {
		mark.last--;
		mark.end = paras[mark.last].size;
	}
	/* "Khó khăn trong quá trình triển khai" above dots was left blank */
	if (below > 0 && mark.start > 0 && mark.last == para &&
	    is_rest_of_title(a, i, &mark))
		mark.end = mark.start;
	rest = mark.start > 0 && is_rest_of_title(a, i, &mark)
		       ? behind_rest(a, &mark)
		       : 0;
	if (rest > 0) {
		mark.start = rest;
	} else if (mark.start > 0 && mark.last > para &&
		   (is_bare(&paras[para], mark.start, paras[para].size) ||
		    is_rest_of_title(a, i, &mark))) {
		mark.first = para + 1;
		mark.start = 0;
	}
	if (mark.first == para ? mark.start > 0 : is_bullet_alone(a, &mark))
		anchor_trim_head(a, &mark);
	anchor_skip_question(a, s->field, &mark);
	anchor_trim_long(a, &mark);
	if (doubt_option(a, &mark, s) != VB_OK)
		return VB_NOMEM;
	return anchor_see(a, s, &mark);
}

static int take_blank(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct item *item = &a->items.at[i];
	size_t named;

	if (item->kind == ITEM_PARTS)
		return anchor_levels(a, s, a->fits[i].from, a->fits[i].to,
				     &named);
	if (beside_matters(s->field))
		return anchor_take_figure(a, s, i);
	if (s->field->type == FIELD_LONGTEXT)
		return take_long(a, s, i);
	return anchor_take_text(a, s, i);
}

/* A title stands in one paragraph, when most of its words do; never in two
 * cells. */
static size_t title_end(const struct anchorer *a)
{
	size_t first = a->text.first[a->home], i, n = 0;
	size_t end = a->text.first[a->home + 1];

	for (i = 0; i < a->items.n; i++)
		n += a->items.at[i].is_title;
	if (a->text.wml->paras.at[a->home].cell &&
	    a->text.cell_end[a->home] == a->home + 1)
		return end;
	return 10 * (end - first) >= 6 * n ? end : SIZE_MAX;
}

/* Levels that stand behind the line's other blanks: "đạt 90% (MN: 12; ...)". */
static int take_late_levels(struct anchorer *a, const struct sighting *model,
			    size_t to)
{
	struct sighting s = *model;
	size_t i, from = 0, named;

	for (i = 0; i < a->items.n; i++) {
		if (anchor_is_found(&a->items.at[i], &a->fits[i]))
			from = a->fits[i].to;
		if (a->items.at[i].kind == ITEM_PARTS)
			s.field = a->items.at[i].field;
	}
	for (i = 0; s.field && i < a->ex->form->n_levels; i++)
		if (a->is_seen[anchor_slot(a, s.field, (int)i)])
			return VB_OK;
	if (!s.field || from == 0)
		return VB_OK;
	if (to > from + LATE_MAX)
		to = from + LATE_MAX;
	to = anchor_levels_end(a, s.field, from, to);
	return anchor_levels(a, &s, from, to, &named);
}

int anchor_take(struct anchorer *a, size_t from, size_t to, unsigned row,
		enum vb_method method, double sure)
{
	double whole;
	size_t i;
	int code;

	if (a->items.n > a->n_fits) {
		free(a->fits);
		a->n_fits = a->items.n + 64;
		a->fits = calloc(a->n_fits, sizeof(*a->fits));
		if (!a->fits) {
			a->n_fits = 0;
			return no_memory(a);
		}
	}
	code = anchor_line_fit(a->fits,
			       &(struct line){.items = a->items.at,
					      .n = a->items.n,
					      .tokens = &a->text.tokens,
					      .from = from,
					      .to = to,
					      .title_end = title_end(a)},
			       a->err);
	if (code == VB_OK) {
		anchor_lead(a);
		anchor_part(a);
		anchor_end_line(a);
		for (i = 0; i < a->items.n; i++) {
			a->fits[i].is_told = a->is_named;
			a->fits[i].is_lost = false;
		}
		anchor_join(a);
		if (!row) {
			anchor_beside(a);
			anchor_sides(a);
			anchor_joint(a);
		}
	}
	whole = a->is_led ? 1 : code == VB_OK ? found_of(a) : 0;
	for (i = 0; i < a->items.n && code == VB_OK; i++) {
		struct sighting s = {.field = a->items.at[i].field,
				     .level = -1,
				     .row = row,
				     .method = method};

		if (a->items.at[i].kind == ITEM_WORD || !s.field ||
		    a->fits[i].is_lost)
			continue;
		s.sure = sure * sure_of(a, i, whole);
		if (anchor_is_beside(a, i))
			s.sure *= SURE_BESIDE;
		code = take_blank(a, &s, i);
	}
	if (code == VB_OK)
		code = take_late_levels(
			a,
			&(struct sighting){.level = -1,
					   .row = row,
					   .method = method,
					   .sure = sure * SURE_LATE},
			to);
	return code;
}
