/*
 * anchor_lead.c - where an answer begins behind a line or a title of which
 * words were lost: what is left of the words stands together, up to a colon or
 * the end of its paragraph; the same words scattered in what follows are the
 * answer's.
 */
#include "extract/anchor.h"

#include <string.h>

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

static bool is_found(const struct anchorer *a, size_t i)
{
	return a->items.at[i].kind == ITEM_WORD &&
	       a->fits[i].to > a->fits[i].from;
}

/* Of `all` tokens at least three in five. */
static bool is_dense(size_t found, size_t all)
{
	return 5 * found >= 3 * all;
}

/* The first break behind the words first..i that what is scattered follows;
 * `to` when there is none. */
static size_t find_break(const struct anchorer *a, size_t first, size_t i,
			 size_t from, size_t to)
{
	size_t total = 0, before = 0, k = first, at;

	for (at = first; at < i; at++)
		if (is_found(a, at))
			total += a->fits[at].to - a->fits[at].from;
	for (at = from; at < to; at++) {
		while (k < i && (!is_found(a, k) || a->fits[k].from < at)) {
			if (is_found(a, k))
				before += a->fits[k].to - a->fits[k].from;
			k++;
		}
		if (at > from && anchor_is_break(a, at) &&
		    is_dense(before, at - from) &&
		    !is_dense(total - before, to - at))
			return at;
	}
	return to;
}

static void cut(struct anchorer *a, size_t i)
{
	size_t first = i, from, at;

	while (first > 0 && a->items.at[first - 1].kind == ITEM_WORD)
		first--;
	while (first < i && !is_found(a, first))
		first++;
	if (first == i)
		return;
	from = a->fits[first].from;
	at = find_break(a, first, i, from, a->fits[i].from);
	if (at == a->fits[i].from)
		return;
	for (; first < i; first++)
		if (a->fits[first].from >= at)
			a->fits[first].from = a->fits[first].to = at;
	a->fits[i].from = at;
}

void anchor_lead(struct anchorer *a)
{
	size_t i;

	for (i = 0; i < a->items.n; i++) {
		const struct item *item = &a->items.at[i];

		if (item->kind == ITEM_BLANK)
			cut(a, i);
	}
}
