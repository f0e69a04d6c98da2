/*
 * anchor_cited.c - documents that titles of the form cite by their number: a
 * heading that cites the same one is the title, however few of its words are
 * left: "Thực hiện Thông tư số 09/2021/TT-BGDĐT".
 */
#include "extract/anchor_pairs.h"

enum {
	CITED_WORDS_MAX = 3 /* "09", "2021", "TT" */
};

/* "09/2021/TT", "4725/QĐ": of the tokens that strokes part the key, 0 when they
 * are no number of a document: "30/3/2021". */
static uint64_t key_of(const struct token *const *t, size_t n)
{
	if (n < 2 || t[0]->kind != TOKEN_NUMBER)
		return 0;
	if (t[1]->kind == TOKEN_WORD && t[1]->n > 1)
		return pairs_key(t[0]->hash, t[1]->hash);
	if (n < 3 || t[1]->kind != TOKEN_NUMBER || t[2]->kind != TOKEN_WORD)
		return 0;
	return pairs_key(pairs_key(t[0]->hash, t[1]->hash), t[2]->hash);
}

static uint64_t key_of_items(const struct item *items, size_t n)
{
	const struct token *t[CITED_WORDS_MAX] = {NULL};
	size_t i = 0;

	while (i < n && i < CITED_WORDS_MAX && items[i].kind == ITEM_WORD) {
		t[i] = &items[i].word;
		i++;
		if (items[i - 1].tail_size != 1 || items[i - 1].tail[0] != '/')
			break;
	}
	return key_of(t, i);
}

bool pairs_cite(struct pairs *pairs, const struct anchor_page *page, size_t n)
{
	const struct block *block = &page->blocks.at[n];
	const struct item *items = &page->items.at[block->item];
	size_t i;

	for (i = 0; block->kind == BLOCK_TITLE && i < block->n_items; i++) {
		uint64_t key = key_of_items(&items[i], block->n_items - i);
		struct pair_cite *cite = key ? vec_push(&pairs->cites) : NULL;

		if (key && !cite)
			return false;
		if (cite)
			*cite = (struct pair_cite){.key = key,
						   .block = (uint32_t)n};
	}
	return true;
}

/* The only block that cites it. */
static size_t block_of(const struct pairs *pairs, uint64_t key)
{
	size_t block = SIZE_MAX, i;

	for (i = 0; i < pairs->cites.n; i++) {
		const struct pair_cite *cite = &pairs->cites.at[i];

		if (cite->key != key || cite->block == block)
			continue;
		if (block != SIZE_MAX)
			return SIZE_MAX;
		block = cite->block;
	}
	return block;
}

size_t pairs_cited(const struct pairs *pairs, const struct anchor_text *text,
		   size_t para, size_t from, size_t to)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t block = SIZE_MAX;

	for (; from + 1 < to && block == SIZE_MAX && pairs->cites.n; from++) {
		const struct token *t[CITED_WORDS_MAX] = {NULL};
		size_t i = 0;

		if (text->tokens.at[from].kind != TOKEN_NUMBER)
			continue;
		while (from + i < to && i < CITED_WORDS_MAX) {
			size_t end;

			t[i] = &text->tokens.at[from + i];
			end = t[i]->start + t[i]->size;
			i++;
			if (end >= p->size || p->text[end] != '/')
				break;
		}
		block = block_of(pairs, key_of(t, i));
	}
	return block;
}
