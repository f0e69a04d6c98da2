/*
 * anchor_levels.c - values by level among words: "MN: 12; TH: 20; THCS: 8".
 */
#include "extract/index.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	UNIT_WORDS = 3, /* between a number and a level's name */
	LEAD_WORDS = 4	/* before a name: "Trong đó: cấp Tiểu học" */
};

/* Whose number it is, the one's before or the one's behind, is not told. */
#define SURE_EITHER 0.4

static int no_memory(struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

/* Names of levels and numbers, in the order in which they stand. */
struct part {
	size_t at, n; /* tokens */
	int level;    /* -1: a number */
};

static int see_number(struct anchorer *a, const struct sighting *model,
		      const struct part *number)
{
	struct wml_mark mark = {.kind = WML_BOOKMARK, .name = ""};
	const struct token *t = &a->text.tokens.at[number->at];
	const struct token *last = t + number->n - 1;

	mark.alias = mark.xpath = "";
	mark.first = mark.last = anchor_para_of(&a->text, number->at);
	mark.start = t->start;
	mark.end = last->start + last->size;
	anchor_widen(a, &mark);
	return anchor_see(a, model, &mark);
}

/* The tokens of a number, "1 234". */
static size_t number_size(const struct anchorer *a, size_t at, size_t to)
{
	size_t para = anchor_para_of(&a->text, at), n = 1;
	const struct token *t = a->text.tokens.at;

	while (at + n < to && at + n < a->text.first[para + 1] &&
	       anchor_goes_on(&a->text.wml->paras.at[para], &t[at], &t[at + n]))
		n++;
	return n;
}

struct parts {
	VEC(struct part);
};

/* A number of tokens `at` on that has "%" behind. */
static bool is_rate(const struct anchorer *a, size_t at, size_t n, size_t to)
{
	return at + n < to && a->text.tokens.at[at + n].kind == TOKEN_SIGN;
}

static bool has_rates(const struct anchorer *a, size_t from, size_t to)
{
	for (; from < to; from++)
		if (a->text.tokens.at[from].kind == TOKEN_NUMBER &&
		    is_rate(a, from, 1, to))
			return true;
	return false;
}

/* "17/29 trường, đạt 58,6%": a number of the other kind, or what another is
 * of. */
static bool is_other(const struct anchorer *a, const struct field *field,
		     const struct part *part, size_t to, bool rates)
{
	const struct token *t = &a->text.tokens.at[part->at];
	const char *text =
		a->text.wml->paras.at[anchor_para_of(&a->text, part->at)].text;
	bool is_percent = field->type == FIELD_PERCENT;

	if (t->start > 0 && text[t->start - 1] == '/')
		return true;
	return rates && is_rate(a, part->at, part->n, to) != is_percent;
}

/* The level of the field that the tokens from one on name, also "Giáo dục
 * thường xuyên"; -1 for none. */
static int level_at(const struct anchorer *a, const struct field *field,
		    size_t at, size_t to, size_t *n)
{
	int level = levels_named(&a->index->levels, &a->text.tokens, at, n);

	if (level < 0 || at + *n > to || !(field->levels >> level & 1))
		level = levels_at(&a->index->levels, field->levels,
				  a->text.tokens.at + at, to - at, n);
	return level;
}

/* "cả 3 cấp TH, THCS, THPT": how many levels there are. */
static bool counts_levels(const struct anchorer *a, size_t at, size_t from,
			  size_t to)
{
	static const char *const LEVELS[] = {"bac", "cap", "khoi"};
	const struct token *t = &a->text.tokens.at[at];

	return at > from && at + 1 < to && token_is(&t[-1], "ca") &&
	       token_is_among(&t[1], LEVELS, sizeof(LEVELS) / sizeof(*LEVELS));
}

static int find_parts(struct anchorer *a, const struct field *field,
		      size_t from, size_t to, struct parts *parts)
{
	bool rates = has_rates(a, from, to);
	size_t at = from;

	while (at < to) {
		struct part part = {.at = at};

		part.level = level_at(a, field, at, to, &part.n);
		if (part.level < 0)
			part.n = number_size(a, at, to);
		if (part.level >= 0 ||
		    (a->text.tokens.at[at].kind == TOKEN_NUMBER &&
		     !counts_levels(a, at, from, to) &&
		     !is_other(a, field, &part, to, rates))) {
			struct part *added = vec_push(parts);

			if (!added)
				return no_memory(a);
			*added = part;
		}
		at += part.n;
	}
	return VB_OK;
}

/* True when a comma, a semicolon, the end of a bracket or of a paragraph stands
 * between. */
static bool is_parted(const struct anchorer *a, const struct part *before,
		      const struct part *behind)
{
	const struct token *tokens = a->text.tokens.at;
	size_t last = before->at + before->n - 1;
	size_t para = anchor_para_of(&a->text, last);
	const char *text = a->text.wml->paras.at[para].text;
	size_t at = tokens[last].start + tokens[last].size;

	if (anchor_para_of(&a->text, behind->at) != para)
		return true;
	for (; at < tokens[behind->at].start; at++)
		if (strchr(",;)\n", text[at]))
			return true;
	return false;
}

/* "12 MN, 20 TH" or "MN: 12, TH: 20": what is parted from what tells. Above 0
 * the numbers come first, below 0 the names; 0 does not tell. */
static int order_of(struct anchorer *a, const struct parts *parts)
{
	int order = 0;
	size_t i;

	for (i = 0; i + 1 < parts->n; i++) {
		const struct part *one = &parts->at[i], *two = one + 1;
		bool is_parts = is_parted(a, one, two);

		if (one->level >= 0 && two->level < 0)
			order += is_parts ? 1 : -1;
		else if (one->level < 0 && two->level >= 0)
			order += is_parts ? -1 : 1;
	}
	return order;
}

/* A number and its level's name have at most a unit between, and numbers of
 * another kind. */
static bool is_near(const struct anchorer *a, const struct part *before,
		    const struct part *behind)
{
	size_t i, words = 0, n = behind->at - before->at - before->n;

	if (n > UNIT_WORDS && is_parted(a, before, behind))
		return false;
	for (i = before->at + before->n; i < behind->at; i++)
		words += a->text.tokens.at[i].kind == TOKEN_WORD;
	return words <= UNIT_WORDS;
}

/* "+" between two parts, and no words. */
static bool is_added(const struct anchorer *a, const struct part *one,
		     const struct part *two)
{
	size_t last = one->at + one->n - 1, para;

	para = anchor_para_of(&a->text, last);
	return two->at == last + 1 && two->at < a->text.first[para + 1] &&
	       anchor_has_sign(&a->text, para, last, "+");
}

/* How many parts from one on are names, or numbers, that are added up. */
static size_t count_added(const struct anchorer *a, const struct parts *parts,
			  size_t i, bool is_names)
{
	size_t n = 0;

	for (; i < parts->n && (parts->at[i].level >= 0) == is_names; i++) {
		n++;
		if (i + 1 >= parts->n ||
		    !is_added(a, &parts->at[i], &parts->at[i + 1]))
			break;
	}
	return n;
}

/* What was added up ends behind a part, with its sum, or the unit: "15 + 5
 * trường liên cấp" are no levels. */
static bool ends_added(const struct anchorer *a, const struct field *field,
		       const struct part *part)
{
	size_t last = part->at + part->n - 1;
	size_t para = anchor_para_of(&a->text, last);
	const struct token *next = &a->text.tokens.at[last + 1];
	const char *text = a->text.wml->paras.at[para].text;
	struct text_span unit = {"", 0};

	if (last + 1 == a->text.first[para + 1] ||
	    anchor_has_sign(&a->text, para, last, "=;,.)"))
		return true;
	if (field->unit)
		unit = text_trim(field->unit, strlen(field->unit));
	return unit.size > 0 && next->size == unit.size &&
	       memcmp(text + next->start, unit.at, unit.size) == 0 &&
	       !anchor_has_sign(&a->text, para, last, "(");
}

/* "MN + TH + THCS: 5 + 12 + 8 = 25": numbers in the order of the names; *n are
 * the names, 0 when the parts from i on are no such list. */
static int take_listed(struct anchorer *a, const struct sighting *model,
		       const struct parts *parts, size_t i, size_t *n)
{
	size_t names = count_added(a, parts, i, true), numbers, k;
	int code = VB_OK;

	*n = names > 1 ? names : 0;
	numbers = *n ? count_added(a, parts, i + names, false) : 0;
	if (numbers != names ||
	    !ends_added(a, model->field, &parts->at[i + names + numbers - 1]))
		return VB_OK;
	for (k = 0; k < names && code == VB_OK; k++) {
		struct sighting s = *model;

		s.level = parts->at[i + k].level;
		code = see_number(a, &s, &parts->at[i + names + k]);
	}
	return code;
}

/* The values by level among tokens; *named is the first token of the first
 * pair, SIZE_MAX when there is none. */
int anchor_levels(struct anchorer *a, const struct sighting *model, size_t from,
		  size_t to, size_t *named)
{
	struct parts parts = {0};
	int code = find_parts(a, model->field, from, to, &parts);
	int order = code == VB_OK ? order_of(a, &parts) : 0;
	size_t i, listed;

	*named = SIZE_MAX;
	for (i = 0; i < parts.n && code == VB_OK; i++) {
		const struct part *name = &parts.at[i], *number = NULL;
		struct sighting s = *model;

		if (name->level < 0)
			continue;
		code = take_listed(a, model, &parts, i, &listed);
		if (listed) {
			i += listed - 1;
			continue;
		}
		if (order > 0 && i > 0 && is_near(a, name - 1, name))
			number = name - 1;
		else if (order <= 0 && i + 1 < parts.n &&
			 is_near(a, name, name + 1))
			number = name + 1;
		if (*named == SIZE_MAX)
			*named = order > 0 && number ? number->at : name->at;
		if (!number || number->level >= 0)
			continue;
		s.level = name->level;
		if (order == 0)
			s.sure *= SURE_EITHER;
		code = see_number(a, &s, number);
	}
	vec_release(&parts);
	return code;
}

/* An empty one parts nothing. */
static bool begins_with_level(struct anchorer *a, const struct field *field,
			      size_t para)
{
	size_t at = a->text.first[para], end = a->text.first[para + 1], n;
	size_t to = end < at + LEAD_WORDS ? end : at + LEAD_WORDS;

	if (at == end)
		return true;
	for (; at < to; at++)
		if (level_at(a, field, at, end, &n) >= 0)
			return true;
	return false;
}

size_t anchor_levels_end(struct anchorer *a, const struct field *field,
			 size_t from, size_t to)
{
	size_t para = anchor_para_of(&a->text, from - 1) + 1;

	while (a->text.first[para] < to && begins_with_level(a, field, para))
		para++;
	return a->text.first[para] < to ? a->text.first[para] : to;
}
