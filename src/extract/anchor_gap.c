/*
 * anchor_gap.c - lines of which hardly a word is left, "THCS: 12" for "Bậc
 * THCS: ... CSGD": no paragraph of the document is like them, but between what
 * stands before them in the form and what stands behind there is little else.
 */
#include "extract/anchor_place.h"

enum {
	SHORT_WORDS = 3, /* before a blank: a line that may be so short */
	GAP_MAX = 12	 /* paragraphs of a gap */
};

/* An unplaced line, and where the lines around it stand. */
struct gap {
	const struct anchor_page *page;
	const struct anchor_text *text;
	const struct block *block;
	const struct item *last; /* the word before its blank */
	size_t before, behind;	 /* paragraphs; behind is none of it */
};

static bool is_figure(const struct item *item)
{
	return item->kind == ITEM_BLANK && (item->field->type == FIELD_COUNT ||
					    item->field->type == FIELD_PERCENT);
}

/* The last of the few words before its one blank, NULL for other lines. */
static const struct item *last_word(const struct anchor_page *page,
				    const struct block *block)
{
	const struct item *items = &page->items.at[block->item];
	size_t i = 0, k;

	while (i < block->n_items && items[i].kind == ITEM_WORD)
		i++;
	if (i == 0 || i > SHORT_WORDS || i == block->n_items ||
	    !is_figure(&items[i]))
		return NULL;
	for (k = i + 1; k < block->n_items; k++)
		if (items[k].kind != ITEM_WORD)
			return NULL;
	return items[i - 1].word.kind == TOKEN_WORD ? &items[i - 1] : NULL;
}

/* Another line that stands there, or nowhere, has the word too. */
static bool is_anothers(const struct gap *g, size_t para,
			const struct token *token)
{
	size_t i;

	for (i = 0; i < g->page->blocks.n; i++) {
		const struct block *other = &g->page->blocks.at[i];

		if (other != g->block && other->is_placed &&
		    other->para == para &&
		    anchor_asks_word(g->page, other, token))
			return true;
	}
	return false;
}

/* Tokens from..number are words of the line, the last of them one of a label
 * that is not another line's. */
static bool leads(const struct gap *g, size_t para, size_t number)
{
	const struct token *tokens = g->text->tokens.at;
	size_t at = number;

	if (at == g->text->first[para] ||
	    tokens[at - 1].hash != g->last->word.hash ||
	    is_anothers(g, para, &tokens[at - 1]))
		return false;
	/* in a paragraph of its own nothing stands before them */
	while (para != g->before && at > g->text->first[para])
		if (!anchor_asks_word(g->page, g->block, &tokens[--at]))
			return false;
	return true;
}

/* The one number that the word leads to, its paragraph; SIZE_MAX when there is
 * none, or another. */
static size_t find(const struct gap *g)
{
	const struct token *tokens = g->text->tokens.at;
	size_t para, i, found = SIZE_MAX;

	for (para = g->before; para < g->behind; para++) {
		if (g->text->is_apart[para] ||
		    g->text->wml->paras.at[para].depth > 0)
			continue;
		for (i = g->text->first[para]; i < g->text->first[para + 1];
		     i++) {
			if (tokens[i].kind != TOKEN_NUMBER ||
			    !leads(g, para, i))
				continue;
			if (found != SIZE_MAX)
				return SIZE_MAX;
			found = para;
		}
	}
	return found;
}

/* Names there may be those of levels. */
static bool has_levels(const struct gap *g)
{
	size_t i, k;

	for (i = 0; i < g->page->blocks.n; i++) {
		const struct block *b = &g->page->blocks.at[i];
		const struct item *items = &g->page->items.at[b->item];

		for (k = 0;
		     b->is_placed && b->para == g->before && k < b->n_items;
		     k++)
			if (items[k].field && items[k].field->levels)
				return true;
	}
	return false;
}

/* Between the lines around block n; false when there are none near. */
static bool find_gap(struct gap *g, size_t n)
{
	const struct block *blocks = g->page->blocks.at;
	size_t i;

	g->block = &blocks[n];
	g->last = last_word(g->page, g->block);
	if (n == 0 || !blocks[n - 1].is_placed ||
	    blocks[n - 1].kind != BLOCK_LINE || !g->last)
		return false;
	g->before = blocks[n - 1].para;
	if (has_levels(g))
		return false;
	g->behind = g->before + GAP_MAX;
	if (g->behind > g->text->wml->paras.n)
		g->behind = g->text->wml->paras.n;
	for (i = 0; i < g->page->blocks.n; i++)
		if (blocks[i].is_placed && blocks[i].para > g->before &&
		    blocks[i].para < g->behind)
			g->behind = blocks[i].para;
	return true;
}

void anchor_gaps(struct anchor_page *page, const struct anchor_text *text)
{
	struct gap g = {.page = page, .text = text};
	size_t n;

	for (n = 0; n < page->blocks.n; n++) {
		struct block *block = &page->blocks.at[n];
		size_t para;

		if (block->is_placed || block->kind != BLOCK_LINE ||
		    !find_gap(&g, n))
			continue;
		para = find(&g);
		if (para == SIZE_MAX)
			continue;
		block->is_placed = true;
		block->para = para;
		block->likeness = 1;
		block->margin = 1;
	}
}
