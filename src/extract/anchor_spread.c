/*
 * anchor_spread.c - a line of the form that people spread over several
 * paragraphs begins at the first of them, even where a later one is liker.
 *
 *	- Số CSGD triển khai sổ điểm điện tử, học bạ điện tử: 45 CSGD. Trong đó:
 *	+ Số CSGD triển khai chữ ký số: 20
 */
#include "extract/anchor_place.h"

enum {
	SPREAD_WORDS = 3, /* that only the first paragraph has */
	REACH = 3	  /* paragraphs that it is looked for before */
};

static bool is_said(const struct anchor_text *text, size_t para,
		    const struct item *item)
{
	size_t i;

	for (i = text->first[para]; i < text->first[para + 1]; i++)
		if (token_alike(&text->tokens.at[i], &item->word))
			return true;
	return false;
}

/* Words of the block that only `first` has, before all that only `second`
 * has. A line written twice has the same ones twice. */
static bool goes_before(const struct anchor_page *page,
			const struct anchor_text *text,
			const struct block *block, size_t first, size_t second)
{
	const struct item *items = &page->items.at[block->item];
	size_t i, before = 0;
	bool is_first, is_second;

	for (i = 0; i < block->n_items; i++) {
		if (items[i].kind != ITEM_WORD || items[i].is_optional)
			continue;
		is_first = is_said(text, first, &items[i]);
		is_second = is_said(text, second, &items[i]);
		if (is_second && !is_first)
			return before >= SPREAD_WORDS;
		before += is_first && !is_second;
	}
	return false;
}

/* Nobody's paragraphs, none of a table, part the two. */
static bool is_near(const struct anchor_page *page,
		    const struct anchor_text *text, size_t before, size_t para)
{
	size_t i;

	if (before >= para || para - before > REACH)
		return false;
	for (i = before; i < para; i++)
		if (anchor_is_placed(page, i) || text->is_apart[i] ||
		    text->wml->paras.at[i].depth > 0)
			return false;
	return true;
}

void anchor_spread(struct anchor_page *page, const struct anchor_text *text,
		   const struct places *places)
{
	size_t n, i;

	for (n = 0; n < page->blocks.n; n++) {
		struct block *block = &page->blocks.at[n];

		if (!block->is_placed || block->kind != BLOCK_LINE ||
		    text->wml->paras.at[block->para].depth > 0)
			continue;
		/* in the order of paragraphs */
		for (i = places[n].n; i-- > 0;) {
			size_t before = places[n].at[i].para;

			if (is_near(page, text, before, block->para) &&
			    goes_before(page, text, block, before, block->para))
				block->para = before;
		}
	}
}
