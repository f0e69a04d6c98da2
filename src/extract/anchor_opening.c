/*
 * anchor_opening.c - long answers that begin with the words of their question
 * and no colon, and so went unseen, or into the answer before them:
 *
 *	(2) Về kho học liệu trực tuyến, trường có 30 bài giảng.
 *	Quản lý bằng hồ sơ số. Hồ sơ của học sinh được cập nhật đủ.
 *	Khó khăn, vướng mắc - Thiếu máy tính.
 *
 * Behind a comma the sentence goes on, and all of it is the answer.
 */
#include "extract/anchor_topic.h"

#include "util/err.h"

#include <string.h>

enum {
	WORDS_MIN = 3, /* of an opening */
	REST_MIN = 5   /* words of the sentence behind it */
};

#define LIKE_MIN    0.75
#define LIKE_CLEAR  0.1
#define ASKED_SHARE 0.6
#define SURE	    0.75

/* The words a paragraph begins with, and how they end. */
struct opening {
	size_t para, from, to; /* tokens */
	char sign;	       /* ',', '.' or '-' */
};

/* Between two tokens: a sign that ends an opening, 0 for none. */
static char sign_behind(const struct anchor_text *text, size_t para, size_t i)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[i];
	size_t at = t->start + t->size;
	size_t end = i + 1 < text->first[para + 1] ? t[1].start : p->size;

	if (at >= end)
		return 0;
	if (memchr(p->text + at, ':', end - at))
		return ':';
	if (memchr(p->text + at, '\n', end - at))
		return '\n';
	if ((p->text[at] == ',' || p->text[at] == '.') &&
	    (at + 1 == p->size || p->text[at + 1] == ' '))
		return p->text[at];
	if (p->text[at] == ' ' && end > at + 2 &&
	    (p->text[at + 1] == '-' ||
	     strncmp(p->text + at + 1, "\xe2\x80\x93", 3) == 0))
		return '-';
	return 0;
}

/* The number of a list stands before the first word. */
static bool is_number(const struct anchor_text *text, size_t para, size_t i)
{
	return text->tokens.at[i].kind == TOKEN_NUMBER &&
	       anchor_has_sign(text, para, i, ").-/");
}

/* The first token that is no number of a list. */
static size_t first_of(const struct anchor_text *text, size_t para)
{
	size_t end = text->first[para + 1], i = text->first[para];

	while (i + 1 < end && is_number(text, para, i))
		i++;
	return i;
}

/* The first token behind the number of a list, or "Ngoài ra,". */
static size_t first_word(const struct anchor_text *text, size_t para)
{
	static const char *const BESIDES[] = {"ngoai", "ra"};
	size_t end = text->first[para + 1], i = first_of(text, para);

	if (i + 2 < end && token_is_pair(&text->tokens.at[i], BESIDES))
		i += 2;
	return i;
}

/* ---- whose -------------------------------------------------------------- */

/* Another long answer stands before the paragraph, or behind it, as the form
 * has it: step -1, or 1. */
static bool is_in_order(const struct anchorer *a, size_t block, size_t para,
			int step)
{
	const struct anchor_page *page = &a->page;
	size_t i = block;

	for (i += (size_t)step; i < page->blocks.n; i += (size_t)step) {
		const struct field *field =
			anchor_asked_long(page, &page->blocks.at[i]);
		const struct sighting *s;

		if (!field || !anchor_is_answered(a, field))
			continue;
		s = anchor_sighting(a, field, -1);
		return s->story || (s->mark->first < para) == (step < 0) ||
		       s->mark->first == para;
	}
	return true;
}

static bool is_wanted(const struct anchorer *a, size_t block)
{
	const struct field *field =
		anchor_asked_long(&a->page, &a->page.blocks.at[block]);

	return field && !a->has_marks[anchor_slot(a, field, -1)] &&
	       !anchor_is_answered(a, field);
}

/* The unanswered question that an opening is clearly like; SIZE_MAX for none.
 */
static size_t whose(const struct anchorer *a, const struct opening *o,
		    double *most)
{
	const struct topics *t = a->topics;
	size_t i, best = SIZE_MAX;
	double like, second = 0;

	topics_hear(a->topics, &a->text.tokens.at[o->from], o->to - o->from);
	*most = LIKE_MIN;
	for (i = 0; i < t->n_touched; i++) {
		size_t n = t->touched[i];

		like = topics_like(t, n);
		if (like < *most || !is_wanted(a, n) ||
		    !is_in_order(a, n, o->para, -1) ||
		    !is_in_order(a, n, o->para, 1) ||
		    (best != SIZE_MAX && like == *most && best < n))
			continue;
		best = n;
		*most = like;
	}
	for (i = 0; best != SIZE_MAX && i < t->n_touched; i++) {
		size_t n = t->touched[i];

		if (n != best && t->blocks[n].all != t->blocks[best].all &&
		    topics_like(t, n) > second)
			second = topics_like(t, n);
	}
	return best != SIZE_MAX && *most >= second + LIKE_CLEAR ? best
								: SIZE_MAX;
}

/* A sentence goes on behind a comma, and ends. */
static bool goes_on(const struct anchor_text *text, size_t para, size_t token)
{
	char last = anchor_last_sign(&text->wml->paras.at[para], 0);

	return text->first[para + 1] >= token + REST_MIN && last &&
	       strchr(".;", last);
}

/* Most of the words are the question's: no sentence of the answer. */
static bool is_title(const struct anchorer *a, size_t block,
		     const struct opening *o)
{
	size_t n = o->to - o->from;

	return (double)anchor_asked_words(&a->page, &a->page.blocks.at[block],
					  &a->text.tokens.at[o->from],
					  n) >= ASKED_SHARE * (double)n;
}

/* "Về kho học liệu, ...", and not "Nhà trường có kho học liệu, ...". */
static bool is_named(const struct anchorer *a, size_t block,
		     const struct opening *o)
{
	static const char *const TO[] = {"doi", "voi"};
	const struct token *t = &a->text.tokens.at[o->from];

	return token_is(t, "ve") || token_is(t, "voi") ||
	       token_is_pair(t, TO) ||
	       (anchor_asks_word(&a->page, &a->page.blocks.at[block], t) &&
		anchor_asks_word(&a->page, &a->page.blocks.at[block], t + 1));
}

/* The question that a paragraph begins with the words of, up to the sign that
 * makes them most like it. */
static size_t find_opening(const struct anchorer *a, struct opening *found,
			   size_t para)
{
	const struct anchor_text *text = &a->text;
	size_t end = text->first[para + 1], i, block, best = SIZE_MAX;
	struct opening o = {.para = para, .from = first_word(text, para)};
	double like, most = 0;

	for (i = o.from; i < end && i < o.from + TOPIC_WORDS_MAX; i++) {
		o.sign = sign_behind(text, para, i);
		o.to = i + 1;
		if (o.sign == ':')
			return SIZE_MAX;
		/* "Phương tiện, đường truyền, phần mềm. ..." */
		if (!o.sign || o.to < o.from + WORDS_MIN ||
		    (o.sign == ',' && !goes_on(text, para, o.to)))
			continue;
		block = whose(a, &o, &like);
		if (block != SIZE_MAX && like >= most &&
		    (o.sign == ',' ? is_named(a, block, &o)
				   : is_title(a, block, &o))) {
			best = block;
			most = like;
			*found = o;
		}
		if (o.sign != ',')
			break;
	}
	return best;
}

/* ---- taking ------------------------------------------------------------- */

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

/* The long answer that the paragraph stands in, behind its first. */
static struct sighting *answer_around(const struct anchorer *a, size_t para)
{
	struct extractor *ex = a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (s->is_anchor && s->story == 0 &&
		    s->field->type == FIELD_LONGTEXT && s->mark->first < para &&
		    para <= s->mark->last)
			return s;
	}
	return NULL;
}

static bool is_seen_at(const struct anchorer *a, size_t para)
{
	const struct extractor *ex = a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++)
		if (ex->sightings.at[i].story == 0 &&
		    ex->sightings.at[i].mark->first == para)
			return true;
	return false;
}

/* Ends an answer before a paragraph; the rest of it ends where it did. */
static int cut(struct anchorer *a, struct sighting *s, size_t para,
	       struct wml_mark *rest)
{
	struct wml_mark *mark = arena_array(&a->ex->reading->arena, 1,
					    sizeof(*mark));

	if (!mark)
		return no_memory(a);
	*mark = *s->mark;
	rest->last = mark->last;
	rest->end = mark->end;
	mark->last = para - 1;
	mark->end = a->text.wml->paras.at[para - 1].size;
	s->mark = mark;
	return VB_OK;
}

static int take(struct anchorer *a, size_t block, const struct opening *o)
{
	const struct anchor_text *text = &a->text;
	const struct wml_para *p = text->wml->paras.at;
	struct sighting *around = answer_around(a, o->para);
	struct sighting seen = {
		.field = anchor_asked_long(&a->page, &a->page.blocks.at[block]),
		.level = -1,
		.method = VB_BY_ANCHOR,
		.sure = SURE};
	struct wml_mark mark = {.kind = WML_BOOKMARK,
				.name = "",
				.alias = "",
				.xpath = "",
				.first = o->para};
	size_t end = anchor_end(a, o->para);
	int code = VB_OK;

	mark.last = end > o->para ? end - 1 : o->para;
	mark.end = p[mark.last].size;
	if (around)
		code = cut(a, around, o->para, &mark);
	if (o->sign == ',') {
		mark.start = text->tokens.at[first_of(text, o->para)].start;
	} else if (o->to < text->first[o->para + 1]) {
		mark.start = text->tokens.at[o->to].start;
	} else if (mark.last > o->para) {
		mark.first = o->para + 1;
	} else {
		return code;
	}
	if (code == VB_OK)
		anchor_forget(a, seen.field);
	return code == VB_OK ? anchor_see(a, &seen, &mark) : code;
}

int anchor_openings(struct anchorer *a)
{
	const struct anchor_text *text = &a->text;
	struct opening o = {0};
	size_t para, block;
	int code = VB_OK;

	for (para = text->body; para < text->foot && code == VB_OK; para++) {
		if (text->is_apart[para] || is_seen_at(a, para))
			continue;
		block = find_opening(a, &o, para);
		if (block != SIZE_MAX)
			code = take(a, block, &o);
	}
	return code;
}
