/*
 * rewrap.c - see rewrap.h. A line that breaks off in the middle of a sentence
 * is as long as lines are, ends without a sign, and the next one goes on with
 * a small letter, without a mark of a list or a lead of its own. A page has
 * several; one of nothing but such lines has others that go on with a capital
 * letter or a figure.
 */
#include "extract/rewrap.h"

#include "extract/said_mark.h"

#include "text/letters.h"
#include "text/span.h"
#include "text/utf8.h"
#include "util/arena.h"
#include "wml/styles.h"

#include <string.h>

enum {
	LINE_MIN = 48,	/* letters; a shorter one ends where it ends */
	LINE_MAX = 130, /* a longer one is no line of a page */
	PAGE_MIN = 4,	/* that surely break off: the page was pasted */
	WHOLE_MIN = 8,	/* ... and all of it */
	LEAD_WORDS = 4	/* before the colon of a line of its own */
};

/* How long a line is that goes on, beside those that surely do. */
#define WIDTH_SHARE 0.75
#define WHOLE_SHARE 0.85

/* What a page's lines are like. */
struct lines {
	struct wml_story *story;
	size_t to;
	size_t n;	/* that surely break off */
	size_t letters; /* in all of them */
	bool is_whole;	/* no paragraph is longer than a line */
};

static bool is_plain(const struct wml_para *p)
{
	return p->size > 0 && !p->table && !p->box && !p->is_gone &&
	       !memchr(p->text, '\n', p->size) &&
	       !memchr(p->text, '\t', p->size);
}

/* Nothing ends at the end of a line. */
static bool breaks_off(const struct wml_para *p)
{
	struct text_span line = text_trim(p->text, p->size);
	size_t letters = utf8_length(line.at, line.size);

	return letters >= LINE_MIN && letters <= LINE_MAX &&
	       !strchr(".:;!?/", line.at[line.size - 1]) &&
	       text_strip_leader(line.at, line.size).size == line.size;
}

/* "triển khai sổ điểm điện tử: 24 trường", "Với địa phương: ...": a line that
 * says itself what it is about; not "trên môi trường số: Trường tổ chức". */
static bool has_lead(const struct wml_para *p)
{
	const char *colon = memchr(p->text, ':', p->size);
	size_t words = 1, i, behind;

	if (!colon)
		return false;
	behind = (size_t)(colon - p->text) + 1;
	behind += strspn(p->text + behind, " .");
	for (i = 0; p->text + i < colon; i++)
		words += p->text[i] == ' ';
	return letter_is_capital_at(p->text, p->size, 0) ||
	       (words >= LEAD_WORDS &&
		(behind == p->size || text_is_digit(p->text[behind])));
}

static bool is_bold(const struct wml_span *span)
{
	return (span->style & RUN_BOLD) != 0;
}

/* The next line may be of the same paragraph. */
static bool may_go_on(const struct lines *l, size_t i)
{
	const struct wml_para *p = &l->story->paras.at[i];

	return i + 1 < l->to && is_plain(p) && is_plain(&p[1]) &&
	       p->heading == p[1].heading && p->n_spans > 0 &&
	       p[1].n_spans > 0 && breaks_off(p) &&
	       said_mark_of(&p[1]) == OUTLINE_NONE && !has_lead(&p[1]) &&
	       is_bold(&p->spans[p->n_spans - 1]) == is_bold(p[1].spans);
}

/* "... hồ sơ số với định danh", "thống nhất;" */
static bool breaks_in_words(const struct lines *l, size_t i)
{
	const struct wml_para *p = &l->story->paras.at[i];
	struct text_span line = text_trim(p->text, p->size);
	char last = line.size ? line.at[line.size - 1] : '\0';

	return may_go_on(l, i) && !text_is_digit(last) && last != '%' &&
	       letter_is_small_at(p[1].text, p[1].size, 0);
}

/* A line has so much of the length of those that surely break off. */
static bool is_as_long(const struct lines *l, size_t i, double share)
{
	const struct wml_para *p = &l->story->paras.at[i];

	return (double)utf8_length(p->text, p->size) * (double)l->n >=
	       share * (double)l->letters;
}

/* On a page that was pasted; where all of it was, a capital letter or a figure
 * may go on too. */
static bool goes_on(const struct lines *l, size_t i)
{
	const struct wml_para *p = &l->story->paras.at[i];

	if (l->n < PAGE_MIN)
		return false;
	if (breaks_in_words(l, i))
		return is_as_long(l, i, WIDTH_SHARE);
	return l->is_whole && l->n >= WHOLE_MIN && may_go_on(l, i) &&
	       is_as_long(l, i, WHOLE_SHARE) &&
	       (letter_is_capital_at(p[1].text, p[1].size, 0) ||
		letter_is_small_at(p[1].text, p[1].size, 0) ||
		text_is_digit(p[1].text[0]));
}

static void look_at(struct lines *l, size_t from)
{
	size_t i;

	l->is_whole = true;
	for (i = from; i < l->to; i++) {
		const struct wml_para *p = &l->story->paras.at[i];
		size_t letters = utf8_length(p->text, p->size);

		l->is_whole &= !is_plain(p) || letters <= LINE_MAX;
		if (!breaks_in_words(l, i))
			continue;
		l->n++;
		l->letters += letters;
	}
}

/* ---- one of several ------------------------------------------------------ */

static void append_text(char *text, size_t *at, const struct wml_para *p)
{
	if (*at > 0)
		text[(*at)++] = ' ';
	memcpy(text + *at, p->text, p->size);
	*at += p->size;
}

/* A space before a line is of its first run. */
static void append_spans(struct wml_span *spans, size_t *n, size_t at,
			 const struct wml_para *p)
{
	size_t i;

	for (i = 0; i < p->n_spans; i++) {
		struct wml_span *span = &spans[(*n)++];

		*span = p->spans[i];
		span->start += (uint32_t)at;
	}
	if (at > 0 && p->n_spans > 0) {
		spans[*n - p->n_spans].start--;
		spans[*n - p->n_spans].size++;
	}
}

static void append_deleted(uint32_t *deleted, size_t *n, size_t at,
			   const struct wml_para *p)
{
	size_t i;

	for (i = 0; i < p->n_deleted; i++)
		deleted[(*n)++] = p->deleted[i] + (uint32_t)at;
}

static void clear(struct wml_para *p)
{
	p->text = "";
	p->size = p->n_spans = p->n_deleted = 0;
	p->has_deleted = p->has_inserted = false;
	p->is_gone = true;
}

/* Paragraphs [from, to) become the first one. */
static bool join(struct wml_story *story, size_t from, size_t to)
{
	struct wml_para *p = &story->paras.at[from];
	size_t n = to - from, size = n, spans = 0, deleted = 0, i;
	struct wml_para whole = *p;
	struct wml_span *its_spans;
	uint32_t *its_deleted;
	char *text;

	for (i = 0; i < n; i++) {
		size += p[i].size;
		spans += p[i].n_spans;
		deleted += p[i].n_deleted;
	}
	text = arena_alloc(&story->arena, size);
	its_spans = arena_array(&story->arena, spans, sizeof(*its_spans));
	its_deleted = arena_array(&story->arena, deleted + 1,
				  sizeof(*its_deleted));
	if (!text || !its_spans || !its_deleted)
		return false;
	whole.size = whole.n_spans = whole.n_deleted = 0;
	for (i = 0; i < n; i++) {
		append_text(text, &whole.size, &p[i]);
		append_spans(its_spans, &whole.n_spans, whole.size - p[i].size,
			     &p[i]);
		append_deleted(its_deleted, &whole.n_deleted,
			       whole.size - p[i].size, &p[i]);
		whole.has_deleted |= p[i].has_deleted;
		whole.has_inserted |= p[i].has_inserted;
		clear(&p[i]);
	}
	text[whole.size] = '\0';
	whole.text = text;
	whole.spans = its_spans;
	whole.deleted = its_deleted;
	*p = whole;
	return true;
}

bool rewrap(struct wml_story *story, size_t from, size_t to)
{
	struct lines l = {.story = story, .to = to};
	size_t i, end;

	look_at(&l, from);
	for (i = from; i < to; i = end + 1) {
		end = i;
		while (goes_on(&l, end))
			end++;
		if (end > i && !join(story, i, end + 1))
			return false;
	}
	return true;
}
