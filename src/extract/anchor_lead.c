/*
 * anchor_lead.c - where an answer begins behind a line or a title of which
 * words were lost: what is left of the words stands together, up to a colon or
 * the end of its paragraph; the same words scattered in what follows are the
 * answer's.
 */
#include "extract/anchor.h"

#include <string.h>

enum {
	LEAD_WORDS_MAX = 12,
	WORDS_MIN = 4 /* that stand together behind a colon: the line goes on */
};

/* A colon, or the end of a paragraph, stands before a token. */
bool anchor_is_break(const struct anchorer *a, size_t token)
{
	const struct token *t = &a->text.tokens.at[token];
	size_t para = anchor_para_of(&a->text, token), at;
	const char *text = a->text.wml->paras.at[para].text;

	if (token == a->text.first[para])
		return para > a->home;
	for (at = t[-1].start + t[-1].size; at < t->start; at++)
		if (text[at] == ':')
			return true;
	return false;
}

/* Words before a colon, and an answer behind it. */
bool anchor_has_lead(const struct anchor_text *text, size_t para)
{
	const char *words = text->wml->paras.at[para].text;
	size_t first = text->first[para], end = text->first[para + 1], i;

	for (i = first; i + 1 < end && i < first + LEAD_WORDS_MAX; i++) {
		const struct token *t = &text->tokens.at[i];
		size_t from = t->start + t->size, size = t[1].start - from;

		if (memchr(words + from, ':', size))
			return true;
		if (memchr(words + from, '.', size) ||
		    memchr(words + from, ';', size))
			return false;
	}
	return false;
}

static bool is_found(const struct anchorer *a, size_t i)
{
	return a->items.at[i].kind == ITEM_WORD &&
	       a->fits[i].to > a->fits[i].from;
}

/* Of `all` words at least three in five. */
static bool is_dense(size_t found, size_t all)
{
	return 5 * found >= 3 * all;
}

/* The words first..i as they were found. */
struct run {
	size_t first, i;
	size_t from, to; /* tokens */
	size_t total;	 /* words found */
};

/* "Phụ trách: Ông ...": the form has the colon too, and all its words behind
 * it, from item k on, stand at it. */
static bool is_form_break(const struct anchorer *a, const struct run *run,
			  size_t k, size_t at)
{
	const struct item *before = k > 0 ? &a->items.at[k - 1] : NULL;

	if (!before || k == run->i || !before->tail_size ||
	    !memchr(before->tail, ':', before->tail_size))
		return false;
	for (; k < run->i; k++, at++)
		if (!is_found(a, k) || a->fits[k].from != at ||
		    a->fits[k].to != at + 1)
			return false;
	return at == run->to;
}

/* An answer that has its own line below its question begins with it: words of
 * the question in its first sentence are the answer's. Those of a sentence that
 * goes on, or in a paragraph with a mark of its own. */
static bool begins_answer(const struct anchorer *a, const struct run *run,
			  size_t at)
{
	size_t para = anchor_para_of(&a->text, at);

	if (a->items.at[run->i].field->type != FIELD_LONGTEXT ||
	    at != a->text.first[para] || run->to <= at)
		return false;
	return anchor_bullet_size(&a->text.wml->paras.at[para]) > 0 ||
	       !anchor_is_break(a, run->to);
}

/* The first break behind words that stand together, that only scattered ones
 * follow, or few of those that are left; run->to when there is none. */
static size_t find_break(const struct anchorer *a, const struct run *run)
{
	size_t before = 0, k = run->first, at, tokens = 0;

	for (at = run->from; at < run->to; at++) {
		size_t left;

		for (; k < run->i && (!is_found(a, k) || a->fits[k].from < at);
		     k++)
			before += is_found(a, k);
		/* an abbreviation is one token for many words */
		tokens = at - run->from;
		left = run->total - before;
		if (at == run->from || !anchor_is_break(a, at) ||
		    !is_dense(before, tokens) || is_form_break(a, run, k, at))
			continue;
		if (begins_answer(a, run, at))
			return at;
		/* "Kiến nghị: Đề nghị ...": a word alone is the answer's */
		if (!is_dense(left, run->to - at) || (left < 2 && before > 1) ||
		    (left < WORDS_MIN &&
		     5 * left < 2 * (run->i - run->first - before)))
			return at;
	}
	return run->to;
}

/* A number right behind words of the line that stand together is theirs,
 * whatever stands above them. */
static bool is_figures(const struct anchorer *a, const struct run *run)
{
	size_t k = run->i, at = run->to, words = 0;

	if (!beside_matters(a->items.at[run->i].field) ||
	    at >= a->text.tokens.n ||
	    a->text.tokens.at[at].kind != TOKEN_NUMBER)
		return false;
	while (k-- > run->first && is_found(a, k) && a->fits[k].to == at) {
		at = a->fits[k].from;
		words++;
	}
	return words >= WORDS_MIN;
}

static void cut(struct anchorer *a, size_t i)
{
	struct run run = {.first = i, .i = i, .to = a->fits[i].from};
	size_t at, k;

	while (run.first > 0 && a->items.at[run.first - 1].kind == ITEM_WORD)
		run.first--;
	while (run.first < i && !is_found(a, run.first))
		run.first++;
	if (run.first == i)
		return;
	run.from = a->fits[run.first].from;
	for (k = run.first; k < i; k++)
		run.total += is_found(a, k);
	if (is_figures(a, &run))
		return;
	at = find_break(a, &run);
	if (at == run.to)
		return;
	for (k = run.first; k < i; k++)
		if (a->fits[k].from >= at)
			a->fits[k].from = a->fits[k].to = at;
	a->fits[i].from = at;
}

/* No word of a title stands in the middle of what is below it. */
static void begin_below(struct anchorer *a, size_t i)
{
	size_t below = a->text.first[a->home + 1], k;

	if (i == 0 || !a->items.at[i - 1].is_title ||
	    a->fits[i].from <= below ||
	    a->fits[i].from >= a->text.first[a->end] ||
	    anchor_is_break(a, a->fits[i].from))
		return;
	for (k = i; k-- > 0 && a->items.at[k].is_title;)
		if (a->fits[k].from >= below)
			a->fits[k].from = a->fits[k].to = below;
	a->fits[i].from = below;
}

void anchor_lead(struct anchorer *a)
{
	size_t i;

	for (i = 0; i < a->items.n; i++) {
		const struct item *item = &a->items.at[i];

		if (item->kind != ITEM_BLANK)
			continue;
		cut(a, i);
		begin_below(a, i);
	}
}
