/*
 * anchor.c - values without marks, found by the words of the form around
 * them; see anchor.h for who does what.
 *
 * What stands between two placed blocks of the form belongs to the first. A
 * value is given with how sure its neighbours make it: words of the form right
 * before and behind, and how much of its line was found at all.
 */
#include "extract/anchor.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	HINT_REACH = 200, /* words behind a title that a hint may stand in */
	NEAR_MAX = 4	  /* words of the form looked at on either side */
};

/* Words that are no words of the page, or of a note's mark. */
#define UNSEEN (RUN_HIDDEN | RUN_STRUCK | RUN_RAISED)
/* A value whose line was found whole. */
#define SURE_PLACE 0.97
/* ... or another line of the form fits as well. */
#define MARGIN_MIN 0.25
#define SURE_RIVAL 0.4
/* ... or nothing parts the blank from the next one. */
#define SURE_BESIDE 0.7
/* Which words make a row is not told by words of the form. */
#define SURE_ROWS 0.8

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

/* ---- the words of the document ------------------------------------------- */

static bool is_roman(const struct token *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (!strchr("ivxl", t->bare[i]))
			return false;
	return t->kind == TOKEN_WORD && t->n > 0 && t->n < 6;
}

/* A typed "1.", "II.", "a)", "3.2.1 " before the words: no words of it. */
static size_t label_size(const struct wml_para *para, const struct token *t)
{
	size_t end = t->start + t->size;
	char next = end < para->size ? para->text[end] : '\0';
	bool is_label = (t->kind == TOKEN_NUMBER && t->size < 8) ||
			(t->kind == TOKEN_WORD && t->n == 1) || is_roman(t);

	if (!is_label || (next != '.' && next != ')'))
		return 0;
	/* "12.b" is none */
	next = end + 1 < para->size ? para->text[end + 1] : ' ';
	return next == ' ' || next == '\t' || next == '\0' ||
			       (unsigned char)next == 0xc2
		       ? end + 1
		       : 0;
}

/* Words a person sees; a raised figure is a note's mark. What stands on both
 * sides of hidden words is two words. */
static bool add_visible(struct tokens *tokens, const struct wml_para *para)
{
	size_t i, k, start, end;

	for (i = 0; i < para->n_spans; i++) {
		size_t before = tokens->n;

		if (para->spans[i].style & UNSEEN)
			continue;
		start = para->spans[i].start;
		while (i + 1 < para->n_spans &&
		       !(para->spans[i + 1].style & UNSEEN))
			i++;
		end = para->spans[i].start + para->spans[i].size;
		if (!tokens_split(tokens, para->text + start, end - start))
			return false;
		for (k = before; k < tokens->n; k++)
			tokens->at[k].start += (uint32_t)start;
	}
	return true;
}

static bool add_para(struct anchor_text *text, const struct wml_para *para)
{
	size_t before = text->tokens.n, i;

	if (!add_visible(&text->tokens, para))
		return false;
	if (text->tokens.n == before ||
	    !label_size(para, &text->tokens.at[before]))
		return true;
	for (i = before; i + 1 < text->tokens.n; i++)
		text->tokens.at[i] = text->tokens.at[i + 1];
	text->tokens.n--;
	return true;
}

static int read_text(struct anchorer *a)
{
	struct anchor_text *text = &a->text;
	size_t n = text->wml->paras.n, i;

	text->first = calloc(n + 1, sizeof(*text->first));
	text->is_apart = calloc(n + 1, sizeof(*text->is_apart));
	if (!text->first || !text->is_apart)
		return no_memory(a);
	for (i = 0; i < n; i++) {
		text->first[i] = text->tokens.n;
		if (text->tokens.n < ANCHOR_WORDS_MAX &&
		    !add_para(text, &text->wml->paras.at[i]))
			return no_memory(a);
	}
	text->first[n] = text->tokens.n;
	return VB_OK;
}

/* The paragraph of a token. */
static size_t para_of(const struct anchor_text *text, size_t token)
{
	size_t low = 0, high = text->wml->paras.n;

	while (low + 1 < high) {
		size_t mid = low + (high - low) / 2;

		if (text->first[mid] <= token)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* Where a blank without words stands, that follows the tokens before it. */
static size_t blank_para(const struct anchorer *a, size_t from)
{
	return from > a->text.first[a->home] ? para_of(&a->text, from - 1)
					     : a->home;
}

/* ---- sightings ----------------------------------------------------------- */

static size_t slot_of(const struct anchorer *a, const struct field *field,
		      int level)
{
	return field->index * (a->ex->form->n_levels + 1) + (size_t)(level + 1);
}

static int see(struct anchorer *a, const struct sighting *model,
	       const struct wml_mark *range)
{
	struct extractor *ex = a->ex;
	struct wml_mark *mark;
	struct sighting *s;
	size_t slot = slot_of(a, model->field, model->level);

	if (model->row && a->has_marks[slot_of(a, model->field->group, -1)])
		return VB_OK;
	/* a page that names a field twice is read where it stands first */
	if (!model->row && a->is_seen[slot])
		return VB_OK;
	mark = arena_array(&ex->reading->arena, 1, sizeof(*mark));
	if (mark && !model->row && a->has_marks[slot])
		s = vec_push(&ex->checks);
	else
		s = mark ? vec_push(&ex->sightings) : NULL;
	if (!s)
		return no_memory(a);
	if (!model->row)
		a->is_seen[slot] = true;
	*mark = *range;
	*s = *model;
	s->mark = mark;
	s->is_anchor = true;
	s->final_row = s->row;
	return VB_OK;
}

/* The words of tokens from..to in one paragraph, without what the form or
 * habit puts around them. */
static void range_in_para(const struct anchorer *a, struct wml_mark *mark,
			  size_t para, size_t from, size_t to)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	const struct token *tokens = a->text.tokens.at;
	size_t first = a->text.first[para], next = a->text.first[para + 1];

	mark->first = mark->last = para;
	mark->start = from > first
			      ? tokens[from - 1].start + tokens[from - 1].size
			      : 0;
	mark->end = to < next ? tokens[to].start : p->size;
	if (mark->end < mark->start)
		mark->end = mark->start;
}

static bool is_lead(const struct wml_para *p, size_t at)
{
	return memchr(" \t\n:;,.)", p->text[at], 9) != NULL;
}

static void trim_head(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t end = mark->last == mark->first ? mark->end : p->size;

	/* a typed bullet */
	if (mark->start == 0 && end > 1 && strchr("-+*", p->text[0]) &&
	    p->text[1] == ' ')
		mark->start = 2;
	while (mark->start < end && is_lead(p, mark->start))
		mark->start++;
}

/* "đạt: 12 CSGD;" is "12": what a text is set off with goes. */
static void trim_text(const struct anchorer *a, struct wml_mark *mark,
		      const struct item *item)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	struct text_span tail = text_trim(item->tail, item->tail_size);

	trim_head(a, mark);
	while (mark->end > mark->start &&
	       strchr(" \t\n", p->text[mark->end - 1]))
		mark->end--;
	if (tail.size && mark->end - mark->start >= tail.size &&
	    memcmp(p->text + mark->end - tail.size, tail.at, tail.size) == 0)
		mark->end -= tail.size;
	else if (mark->end > mark->start &&
		 strchr(";,(", p->text[mark->end - 1]))
		mark->end--;
	while (mark->end > mark->start &&
	       strchr(" \t\n", p->text[mark->end - 1]))
		mark->end--;
}

/* A sign of a number that the tokens leave out. */
static void widen_number(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];

	if (mark->start > 0 && p->text[mark->start - 1] == '-' &&
	    (mark->start == 1 || p->text[mark->start - 2] == ' '))
		mark->start--;
}

static bool is_figure(const struct field *field)
{
	return field->type == FIELD_COUNT || field->type == FIELD_NUMBER ||
	       field->type == FIELD_PERCENT;
}

/* ---- levels: "MN: 12; TH: 20; THCS: 8" ----------------------------------- */

/* Tokens that name a level at `at`, 0 when none does. */
static size_t names_level(const struct anchorer *a, int level, size_t at,
			  size_t to)
{
	const struct form_level *l = &a->ex->form->levels[level];
	struct tokens words = {0};
	const struct token *tokens = a->text.tokens.at + at;
	size_t n = 0, i;
	char initials[FORM_LEVELS_MAX];

	if (!tokens_split(&words, l->label, strlen(l->label)))
		return 0;
	while (n < words.n && at + n < to && words.at[n].hash == tokens[n].hash)
		n++;
	if (n < words.n || n == 0) {
		n = 0;
		for (i = 0; i < words.n && i < sizeof(initials); i++)
			initials[i] = words.at[i].bare[0];
		if (tokens[0].kind == TOKEN_WORD && tokens[0].n == words.n &&
		    words.n > 1 &&
		    memcmp(tokens[0].bare, initials, words.n) == 0)
			n = 1;
		else if (tokens[0].n == strlen(l->id) &&
			 memcmp(tokens[0].bare, l->id, tokens[0].n) == 0)
			n = 1;
	}
	vec_release(&words);
	return n;
}

static int level_at(const struct anchorer *a, const struct field *field,
		    size_t at, size_t to, size_t *n)
{
	size_t best = 0, words;
	int level, found = -1;

	for (level = 0; level < (int)a->ex->form->n_levels; level++) {
		if (!field_has_level(field, level))
			continue;
		words = names_level(a, level, at, to);
		if (words > best) {
			best = words;
			found = level;
		}
	}
	*n = best;
	return found;
}

static int see_number(struct anchorer *a, const struct sighting *model,
		      size_t token)
{
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	const struct token *t = &a->text.tokens.at[token];

	mark.alias = mark.xpath = "";
	mark.first = mark.last = para_of(&a->text, token);
	mark.start = t->start;
	mark.end = t->start + t->size;
	widen_number(a, &mark);
	return see(a, model, &mark);
}

/* A number behind a level's name, at most two words (a unit) between, none of
 * them another level's. */
static size_t number_near(const struct anchorer *a, const struct field *field,
			  size_t from, size_t to)
{
	size_t i, n;

	for (i = from; i < to && i < from + 3; i++) {
		if (a->text.tokens.at[i].kind == TOKEN_NUMBER)
			return i;
		if (level_at(a, field, i, to, &n) >= 0)
			break;
	}
	return SIZE_MAX;
}

/* The values by level among tokens; *total is a number before the first
 * name. */
static int take_levels(struct anchorer *a, const struct sighting *model,
		       size_t from, size_t to, size_t *named)
{
	size_t at = from;
	int code = VB_OK;

	*named = SIZE_MAX;
	while (at < to && code == VB_OK) {
		struct sighting s = *model;
		size_t n, number;

		s.level = level_at(a, model->field, at, to, &n);
		if (s.level < 0) {
			at++;
			continue;
		}
		if (*named == SIZE_MAX)
			*named = at;
		number = number_near(a, model->field, at + n, to);
		at += n;
		if (number == SIZE_MAX)
			continue;
		code = see_number(a, &s, number);
		at = number + 1;
	}
	return code;
}

/* ---- what a fit gives ---------------------------------------------------- */

static bool is_found(const struct item *item, const struct fit *fit)
{
	return item->kind == ITEM_WORD && fit->to > fit->from;
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
		if (item->is_optional && !is_found(item, &a->fits[i]))
			continue;
		n++;
		found += is_found(item, &a->fits[i]);
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
		found += is_found(item, &a->fits[i]);
	}
	return n ? (double)found / (double)n : 1;
}

static double sure_of(const struct anchorer *a, size_t i, double whole)
{
	double left = near(a, i, -1), right = near(a, i, 1);
	double sure = 0.4 + 0.6 * whole;

	if (left < 0.5 && right < 0.5)
		sure *= 0.5;
	else if (left < 0.5)
		sure *= 0.85;
	else if (right < 0.5)
		sure *= 0.95;
	return sure;
}

static bool is_visible(const struct wml_para *p, size_t at)
{
	size_t i = 0;

	while (i + 1 < p->n_spans && p->spans[i].start + p->spans[i].size <= at)
		i++;
	return i < p->n_spans && !(p->spans[i].style & UNSEEN);
}

/* True when more than the form writes stands between a figure and the next
 * word: "186), ......%" is no 186%. */
static bool is_cut_off(const struct anchorer *a, size_t i, size_t to)
{
	const struct token *t = &a->text.tokens.at[to - 1];
	const struct wml_para *p =
		&a->text.wml->paras.at[para_of(&a->text, to - 1)];
	size_t at = t->start + t->size, end = p->size;

	if (to < a->text.tokens.n &&
	    para_of(&a->text, to) == para_of(&a->text, to - 1))
		end = t[1].start;
	if (i + 1 >= a->items.n ||
	    !is_found(&a->items.at[i + 1], &a->fits[i + 1]))
		return false;
	for (; at < end; at++)
		if (strchr(";()", p->text[at]) && is_visible(p, at) &&
		    !memchr(a->items.at[i].tail, p->text[at],
			    a->items.at[i].tail_size))
			return true;
	return false;
}

static int take_figure(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct fit *fit = &a->fits[i];
	const struct token *tokens = a->text.tokens.at;
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t from = fit->from, to = fit->to, named = SIZE_MAX, para;
	int code = VB_OK;

	if (s->field->levels) {
		code = take_levels(a, s, from, to, &named);
		if (named != SIZE_MAX)
			to = named;
	}
	while (from < to && tokens[from].kind != TOKEN_NUMBER)
		from++;
	while (to > from && tokens[to - 1].kind == TOKEN_WORD)
		to--;
	mark.alias = mark.xpath = "";
	if (from == to) {
		from = fit->from;
		para = blank_para(a, from);
		range_in_para(a, &mark, para, from, from);
		mark.end = mark.start;
		return code == VB_OK ? see(a, s, &mark) : code;
	}
	/* "85%" in a count's blank is no count */
	if (s->field->type != FIELD_PERCENT && to < a->text.tokens.n &&
	    tokens[to].kind == TOKEN_SIGN &&
	    tokens[to].start == tokens[to - 1].start + tokens[to - 1].size)
		s->sure *= 0.3;
	if (is_cut_off(a, i, to))
		s->sure *= 0.5;
	mark.first = mark.last = para_of(&a->text, from);
	mark.start = tokens[from].start;
	while (to > from + 1 && para_of(&a->text, to - 1) != mark.first)
		to--;
	mark.end = tokens[to - 1].start + tokens[to - 1].size;
	widen_number(a, &mark);
	return code == VB_OK ? see(a, s, &mark) : code;
}

/* A text stands in one paragraph. */
static int take_text(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct fit *fit = &a->fits[i];
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t para = fit->from < fit->to ? para_of(&a->text, fit->from)
					  : blank_para(a, fit->from);

	mark.alias = mark.xpath = "";
	range_in_para(a, &mark, para, fit->from, fit->to);
	trim_text(a, &mark, &a->items.at[i]);
	/* signs alone are the form's, or a leader */
	if (fit->from == fit->to)
		mark.end = mark.start;
	return see(a, s, &mark);
}

/* True when nothing but what sets an answer off stands in [from, to). */
static bool is_bare(const struct wml_para *p, size_t from, size_t to)
{
	while (from < to && is_lead(p, from))
		from++;
	return text_is_leader(p->text + from, to - from);
}

/* A long answer: the rest of its line when something stands there, and the
 * paragraphs below, up to the next words of the form. */
static int take_long(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct fit *fit = &a->fits[i];
	const struct anchor_text *text = &a->text;
	const struct wml_para *paras = text->wml->paras.at;
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	size_t para = blank_para(a, fit->from);

	mark.alias = mark.xpath = "";
	range_in_para(a, &mark, para, fit->from, text->first[para + 1]);
	mark.last = a->end > para ? a->end - 1 : para;
	if (fit->to < text->first[a->end])
		mark.last = para_of(text, fit->to);
	mark.end = fit->to < text->first[mark.last + 1]
			   ? text->tokens.at[fit->to].start
			   : paras[mark.last].size;
	while (mark.last > para && is_bare(&paras[mark.last], 0, mark.end)) {
		mark.last--;
		mark.end = paras[mark.last].size;
	}
	if (mark.start > 0 && mark.last > para &&
	    is_bare(&paras[para], mark.start, paras[para].size)) {
		mark.first = para + 1;
		mark.start = 0;
	}
	if (mark.start > 0 && mark.first == para)
		trim_head(a, &mark);
	return see(a, s, &mark);
}

static int take_blank(struct anchorer *a, struct sighting *s, size_t i)
{
	const struct item *item = &a->items.at[i];
	size_t named;

	if (item->kind == ITEM_PARTS)
		return take_levels(a, s, a->fits[i].from, a->fits[i].to,
				   &named);
	if (is_figure(s->field))
		return take_figure(a, s, i);
	if (s->field->type == FIELD_LONGTEXT)
		return take_long(a, s, i);
	return take_text(a, s, i);
}

/* ---- blanks side by side --------------------------------------------------
 */

/* Tokens of the longest label of an option that begins at `at`. */
static size_t option_at(const struct anchorer *a, const struct field *field,
			size_t at, size_t to)
{
	const struct token *tokens = a->text.tokens.at;
	struct tokens words = {0};
	size_t best = 0, i, n;

	for (i = 0; i < field->n_options; i++) {
		const char *label = field->options[i].label;

		words.n = 0;
		if (!tokens_split(&words, label, strlen(label)))
			break;
		for (n = 0; n < words.n && at + n < to; n++)
			if (words.at[n].hash != tokens[at + n].hash)
				break;
		if (n == words.n && n > best)
			best = n;
	}
	vec_release(&words);
	return best;
}

/* The token behind the first `tail` in from..to; SIZE_MAX when there is none,
 * or it stands in another paragraph. */
static size_t token_behind(const struct anchorer *a, const struct item *item,
			   size_t from, size_t to)
{
	struct text_span tail = text_trim(item->tail, item->tail_size);
	const struct wml_para *p;
	size_t i, at, end, next, para;

	if (tail.size == 0 || from >= to)
		return SIZE_MAX;
	para = para_of(&a->text, from);
	p = &a->text.wml->paras.at[para];
	next = a->text.first[para + 1];
	for (i = from; i < to && i < next; i++) {
		const struct token *t = &a->text.tokens.at[i];

		at = t->start + t->size;
		end = i + 1 < next ? t[1].start : p->size;
		for (; at + tail.size <= end; at++)
			if (memcmp(p->text + at, tail.at, tail.size) == 0)
				return i + 1;
	}
	return SIZE_MAX;
}

/* Two blanks with no word between: the first one's words end at an option's
 * label, at what the form writes between them, or with the line. */
static void part(struct anchorer *a, size_t i)
{
	const struct item *item = &a->items.at[i];
	struct fit *fit = &a->fits[i], *next = &a->fits[i + 1];
	size_t from = fit->from, to = next->to, at = SIZE_MAX;

	if (from >= to)
		return;
	if (item->field->type == FIELD_CHOICE)
		at = from + option_at(a, item->field, from, to);
	else if (a->items.at[i + 1].is_new_line)
		at = a->text.first[para_of(&a->text, from) + 1];
	else
		at = token_behind(a, item, from, to);
	if (at == SIZE_MAX || at > to)
		return;
	fit->to = next->from = at;
}

static void part_all(struct anchorer *a)
{
	size_t i;

	for (i = 0; i + 1 < a->items.n; i++)
		if (a->items.at[i].kind == ITEM_BLANK &&
		    a->items.at[i + 1].kind == ITEM_BLANK)
			part(a, i);
}

/* A blank that ends its line ends with it: what stands below is no words of
 * it, but for a long answer. */
static void end_line(struct anchorer *a)
{
	size_t i = a->items.n;
	struct fit *fit;
	size_t end;

	if (i-- == 0 || a->items.at[i].kind != ITEM_BLANK ||
	    a->items.at[i].is_new_line ||
	    a->items.at[i].field->type == FIELD_LONGTEXT)
		return;
	fit = &a->fits[i];
	end = a->text.first[blank_para(a, fit->from) + 1];
	if (fit->to > end)
		fit->to = end > fit->from ? end : fit->from;
}

/* No word of the form parts it from another blank: of which of the two the
 * words are is a guess, but for an option's label. */
static bool is_beside_blank(const struct anchorer *a, size_t i)
{
	const struct item *items = a->items.at;

	if (i + 1 < a->items.n && items[i + 1].kind == ITEM_BLANK)
		return items[i].kind == ITEM_BLANK &&
		       items[i].field->type != FIELD_CHOICE;
	return i > 0 && items[i].kind == ITEM_BLANK &&
	       items[i - 1].kind == ITEM_BLANK &&
	       items[i - 1].field->type != FIELD_CHOICE;
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
	code = anchor_line_fit(a->fits, a->items.at, a->items.n,
			       &a->text.tokens, from, to, a->err);
	if (code == VB_OK) {
		part_all(a);
		end_line(a);
	}
	whole = code == VB_OK ? found_of(a) : 0;
	for (i = 0; i < a->items.n && code == VB_OK; i++) {
		struct sighting s = {.field = a->items.at[i].field,
				     .level = -1,
				     .row = row,
				     .method = method};

		if (a->items.at[i].kind == ITEM_WORD || !s.field)
			continue;
		s.sure = sure * sure_of(a, i, whole);
		if (is_beside_blank(a, i))
			s.sure *= SURE_BESIDE;
		code = take_blank(a, &s, i);
	}
	return code;
}

/* ---- places -------------------------------------------------------------- */

/* The share of the pairs of words of a hint that stands in tokens. */
static double hint_share(const struct anchorer *a, const struct item *items,
			 size_t n, size_t from, size_t to)
{
	const struct token *tokens = a->text.tokens.at;
	size_t i, k, found = 0;

	for (i = 0; i + 1 < n; i++)
		for (k = from; k + 1 < to; k++)
			if (tokens[k].hash == items[i].word.hash &&
			    tokens[k + 1].hash == items[i + 1].word.hash) {
				found++;
				break;
			}
	return n > 1 ? (double)found / (double)(n - 1) : 0;
}

/* A hint is there or not: single words of it that an answer has too are the
 * answer's. `from`..`to` is where it would stand. */
static int add_items(struct anchorer *a, const struct block *block, size_t from,
		     size_t to)
{
	const struct item *items = &a->page.items.at[block->item];
	size_t i, end = 0;
	bool is_there = false;

	if (to - from > HINT_REACH + 2 * block->n_items)
		to = from + HINT_REACH + 2 * block->n_items;
	for (i = 0; i < block->n_items; i++) {
		struct item *item;

		if (items[i].is_optional && i >= end) {
			for (end = i;
			     end < block->n_items && items[end].is_optional;)
				end++;
			is_there = hint_share(a, &items[i], end - i, from,
					      to) >= 0.5;
		}
		if (items[i].is_optional && !is_there)
			continue;
		item = vec_push(&a->items);
		if (!item)
			return no_memory(a);
		*item = items[i];
	}
	return VB_OK;
}

/* The end of what belongs to a place: the next placed block, or a table that
 * was read as one. */
static size_t end_of(const struct anchorer *a, size_t para)
{
	size_t end = a->text.wml->paras.n, i;

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *block = &a->page.blocks.at[i];

		if (block->is_placed && block->para > para && block->para < end)
			end = block->para;
	}
	for (i = para; i < end; i++)
		if (a->text.is_apart[i])
			return i;
	return end;
}

/* Lines of a repeat that come right behind a block, and nothing between. */
static const struct block *rows_behind(const struct anchorer *a, size_t n)
{
	const struct block *block = &a->page.blocks.at[n];

	if (n >= a->page.blocks.n || block->kind != BLOCK_ROWS ||
	    a->has_marks[slot_of(a, block->group, -1)])
		return NULL;
	return block;
}

/* A number that tells how the paragraph is marked: its bullet, or its list. */
static int bullet_of(const struct wml_para *p)
{
	static const char *const BULLETS[] = {
		"-", "+", "*", "\xe2\x80\xa2", "\xe2\x80\x93", "\xe2\x80\x94"};
	size_t i;

	for (i = 0; i < sizeof(BULLETS) / sizeof(*BULLETS); i++)
		if (strncmp(p->text, BULLETS[i], strlen(BULLETS[i])) == 0)
			return -1 - (int)i;
	return p->num_id;
}

/* A line of a repeat begins where what the form writes behind its first blank
 * stands; other paragraphs go on with the row above. */
static bool begins_row(const struct anchorer *a, const struct block *block,
		       size_t para, size_t first)
{
	const struct wml_para *paras = a->text.wml->paras.at;

	const struct item *item = &a->page.items.at[block->item];
	size_t from = a->text.first[para], to = a->text.first[para + 1];

	/* rows look alike: a bullet typed or Word's, or none */
	if (from == to || bullet_of(&paras[para]) != bullet_of(&paras[first]))
		return false;
	return block->n_items < 2 || item->kind == ITEM_WORD ||
	       token_behind(a, item, from, to) != SIZE_MAX;
}

static int take_rows(struct anchorer *a, const struct block *block, size_t from,
		     size_t to)
{
	size_t para, end, last, first;
	unsigned row = 0;
	int code = VB_OK;

	if (from == to)
		return VB_OK;
	para = first = para_of(&a->text, from);
	last = para_of(&a->text, to - 1) + 1;
	for (; para < last && code == VB_OK; para = end) {
		end = para + 1;
		if (!begins_row(a, block, para, first))
			continue;
		while (end < last && !begins_row(a, block, end, first))
			end++;
		a->items.n = 0;
		a->home = para;
		a->end = end;
		code = add_items(a, block, a->text.first[para],
				 a->text.first[end]);
		if (code == VB_OK)
			code = anchor_take(a, a->text.first[para],
					   a->text.first[end], ++row,
					   VB_BY_ANCHOR, SURE_ROWS);
	}
	return code;
}

static int add_rows_item(struct anchorer *a)
{
	struct item *item = vec_push(&a->items);

	if (!item)
		return no_memory(a);
	item->kind = ITEM_ROWS;
	item->tail = "";
	return VB_OK;
}

/* Blocks that follow one another in a paragraph are fitted together. */
static int take_place(struct anchorer *a, size_t *n)
{
	struct block *blocks = a->page.blocks.at;
	size_t para = blocks[*n].para, from = *n, end = end_of(a, para);
	const struct block *rows = NULL;
	double sure = SURE_PLACE;
	int code = VB_OK;

	a->items.n = 0;
	a->home = para;
	a->end = end;
	if (blocks[from].margin < MARGIN_MIN)
		sure *= SURE_RIVAL;
	for (; *n < a->page.blocks.n && code == VB_OK; (*n)++) {
		if (*n > from &&
		    (!blocks[*n].is_placed || blocks[*n].para != para))
			break;
		code = add_items(a, &blocks[*n], a->text.first[para],
				 a->text.first[end]);
	}
	rows = *n < a->page.blocks.n ? rows_behind(a, *n) : NULL;
	if (code == VB_OK && rows)
		code = add_rows_item(a);
	if (code == VB_OK)
		code = anchor_take(a, a->text.first[para], a->text.first[end],
				   0, VB_BY_ANCHOR, sure);
	if (code == VB_OK && rows) {
		const struct fit *fit = &a->fits[a->items.n - 1];

		code = take_rows(a, rows, fit->from, fit->to);
	}
	return code;
}

static int take_places(struct anchorer *a)
{
	size_t n = 0;
	int code = VB_OK;

	while (n < a->page.blocks.n && code == VB_OK) {
		if (a->page.blocks.at[n].is_placed)
			code = take_place(a, &n);
		else
			n++;
	}
	return code;
}

/* ---- the whole ----------------------------------------------------------- */

static int by_instance(const void *a, const void *b)
{
	const struct sighting *x = a, *y = b;

	if (x->field->index != y->field->index)
		return x->field->index < y->field->index ? -1 : 1;
	return (x->level > y->level) - (x->level < y->level);
}

static void note_marks(struct anchorer *a)
{
	const struct extractor *ex = a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		a->has_marks[slot_of(a, s->field, s->level)] = true;
		/* rows beside marked ones are told, not read (rows.c) */
		if (s->field->group)
			a->has_marks[slot_of(a, s->field->group, -1)] = true;
	}
}

static int find(struct anchorer *a)
{
	int code = anchor_page_read(&a->page, a->ex->form, a->err);

	if (code == VB_OK)
		code = read_text(a);
	if (code == VB_OK)
		code = anchor_tables(a);
	if (code == VB_OK)
		code = anchor_place_blocks(&a->page, &a->text, a->err);
	return code == VB_OK ? take_places(a) : code;
}

int anchor_find(struct extractor *ex)
{
	struct anchorer a = {.ex = ex, .err = ex->err};
	int code = VB_OK;

	if (ex->source->stories.n == 0)
		return VB_OK;
	a.text.wml = ex->source->stories.at[0].wml;
	a.has_marks = calloc(ex->form->n_fields * (ex->form->n_levels + 1) + 1,
			     sizeof(*a.has_marks));
	a.is_seen = calloc(ex->form->n_fields * (ex->form->n_levels + 1) + 1,
			   sizeof(*a.is_seen));
	if (!a.has_marks || !a.is_seen) {
		free(a.has_marks);
		free(a.is_seen);
		return no_memory(&a);
	}
	note_marks(&a);
	code = find(&a);
	if (ex->checks.n)
		qsort(ex->checks.at, ex->checks.n, sizeof(*ex->checks.at),
		      by_instance);
	anchor_page_release(&a.page);
	vec_release(&a.text.tokens);
	vec_release(&a.items);
	free(a.text.first);
	free(a.text.is_apart);
	free(a.fits);
	free(a.has_marks);
	free(a.is_seen);
	return code;
}
