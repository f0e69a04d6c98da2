/*
 * anchor_pairs.c - see anchor_pairs.h.
 */
#include "extract/anchor_pairs.h"

#include <stdlib.h>

enum {
	/* entries for an item, half of them free: a word, a pair, what may be
	 * short for it and those behind it */
	ROOM = 2 * (2 + PAIRS_SHORT_MAX - PAIRS_SHORT_MIN + 1)
};

#define WORTH_WORD 0.25 /* of that of a pair */

uint64_t pairs_key(uint64_t one, uint64_t two)
{
	/* the golden ratio, 64 bits: orders the pair */
	uint64_t hash = (one + UINT64_C(0x9e3779b97f4a7c15)) * 31 ^ two;

	return hash ? hash : 1;
}

uint64_t pairs_short_key(const char *letters, size_t n)
{
	uint64_t hash = 1469598103934665603u; /* FNV-1a, 64 bits */
	size_t i;

	for (i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)letters[i]) * 1099511628211u;
	/* below every key of a word that is there */
	return pairs_key(1, hash);
}

static unsigned char tag_of(uint64_t key)
{
	return (unsigned char)(key >> 56 | 1);
}

/* Where the key is, or would be. */
static size_t slot_of(const struct pairs *pairs, uint64_t key)
{
	size_t last = pairs->n - 1, at = (size_t)(key ^ key >> 32) & last;
	unsigned char tag = tag_of(key);

	while (pairs->tags[at] &&
	       (pairs->tags[at] != tag || pairs->at[at].hash != key))
		at = (at + 1) & last;
	return at;
}

const struct pair *pairs_find(const struct pairs *pairs, uint64_t key)
{
	size_t at = slot_of(pairs, key);

	return pairs->tags[at] ? &pairs->at[at] : NULL;
}

double pairs_worth(const struct pair *pair)
{
	if (pair->words)
		return (double)pair->words / pair->n;
	return (pair->is_word ? WORTH_WORD : 1.0) / pair->n;
}

static bool add_use(struct pairs *pairs, uint64_t key, size_t block,
		    bool is_word)
{
	size_t slot = slot_of(pairs, key);
	struct pair *pair = &pairs->at[slot];
	struct pair_use *use;

	/* blocks come in order: it has this one already */
	if (pair->use && pairs->uses.at[pair->use - 1].block == block)
		return true;
	use = vec_push(&pairs->uses);
	if (!use)
		return false;
	pair->hash = key;
	pairs->tags[slot] = tag_of(key);
	use->block = (uint32_t)block;
	use->next = pair->use;
	pair->use = (uint32_t)pairs->uses.n;
	pair->n++;
	pair->is_word = is_word;
	return true;
}

static bool is_word(const struct item *item)
{
	return item->kind == ITEM_WORD && !item->is_optional &&
	       item->word.kind == TOKEN_WORD;
}

/* What words that follow one another may be shortened to: "GDĐT", of "giáo dục
 * và đào tạo". */
static bool add_short(struct pairs *pairs, size_t n, const struct item *items,
		      size_t i, size_t end)
{
	char letters[PAIRS_SHORT_MAX];
	size_t k = 0;

	for (; i < end && k < PAIRS_SHORT_MAX && is_word(&items[i]); i++) {
		uint64_t key;

		if (k && token_is(&items[i].word, "va"))
			continue;
		letters[k++] = items[i].word.bare[0];
		if (k < PAIRS_SHORT_MIN)
			continue;
		key = pairs_short_key(letters, k);
		if (!add_use(pairs, key, n, false))
			return false;
		pairs->at[slot_of(pairs, key)].words = (uint8_t)k;
	}
	return true;
}

static bool add_block(struct pairs *pairs, const struct anchor_page *page,
		      size_t n)
{
	const struct block *block = &page->blocks.at[n];
	const struct item *items = &page->items.at[block->item];
	const struct item *before = NULL;
	size_t i;

	for (i = 0; i < block->n_items; i++) {
		if (!is_word(&items[i])) {
			if (items[i].kind != ITEM_WORD)
				before = NULL;
			continue;
		}
		if (!add_use(pairs, pairs_key(0, items[i].word.hash), n,
			     true) ||
		    (before &&
		     !add_use(pairs,
			      pairs_key(before->word.hash, items[i].word.hash),
			      n, false)) ||
		    !add_short(pairs, n, items, i, block->n_items))
			return false;
		before = &items[i];
	}
	return true;
}

static void weigh(struct pairs *pairs)
{
	size_t i;
	uint32_t use;

	for (i = 0; i < pairs->n; i++)
		for (use = pairs->at[i].words ? 0 : pairs->at[i].use; use;
		     use = pairs->uses.at[use - 1].next)
			pairs->worth[pairs->uses.at[use - 1].block] +=
				pairs_worth(&pairs->at[i]);
}

bool pairs_read(struct pairs *pairs, const struct anchor_page *page)
{
	size_t i;

	pairs->n = 64;
	while (pairs->n < (size_t)ROOM * (page->items.n + 1))
		pairs->n *= 2;
	pairs->at = calloc(pairs->n, sizeof(*pairs->at));
	pairs->tags = calloc(pairs->n, 1);
	pairs->worth = calloc(page->blocks.n + 1, sizeof(*pairs->worth));
	if (!pairs->at || !pairs->tags || !pairs->worth)
		return false;
	for (i = 0; i < page->blocks.n; i++)
		if (page->blocks.at[i].kind != BLOCK_ROWS &&
		    !(add_block(pairs, page, i) && pairs_cite(pairs, page, i)))
			return false;
	weigh(pairs);
	return true;
}

void pairs_release(struct pairs *pairs)
{
	free(pairs->at);
	free(pairs->tags);
	free(pairs->worth);
	vec_release(&pairs->uses);
	vec_release(&pairs->cites);
}
