/*
 * anchor_items.c - the items that a place is fitted to: those of its blocks,
 * with the hints that are there.
 */
#include "extract/anchor.h"

#include "util/err.h"

enum {
	HINT_REACH = 200 /* words behind a title that a hint may stand in */
};

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

int anchor_add_item(struct anchorer *a, const struct item *item)
{
	struct item *copy = vec_push(&a->items);

	if (!copy)
		return no_memory(a);
	*copy = *item;
	return VB_OK;
}

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

int anchor_add_items(struct anchorer *a, const struct block *block, size_t from,
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
