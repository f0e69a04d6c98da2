/*
 * anchor_stray.c - a question that was found beyond its part: below the title
 * of a later one. What is like it there is asked by that part.
 *
 *	2.2. Các nền tảng dạy học trực tuyến	2.2. Trường dùng ...
 *	4. Mục tiêu				4. Mục tiêu
 *						Nền tảng dạy học trực tuyến:
 *						Không đạt
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"

/* A line that is nearly the form's own was moved. */
#define LIKE_MOVED 0.95
/* Titles that are those: its own, and another. */
#define LIKE_TITLE 0.45
#define LIKE_NEXT  0.6

/* The nearest title above that stands somewhere in words of its own. */
static const struct block *title_above(const struct anchor_page *page, size_t n)
{
	const struct block *blocks = page->blocks.at;
	size_t i = n;

	while (i-- > 0)
		if (blocks[i].kind == BLOCK_TITLE && blocks[i].is_placed &&
		    blocks[i].lead == 0 && blocks[i].likeness >= LIKE_TITLE &&
		    blocks[i].node &&
		    anchor_is_below(blocks[n].node, blocks[i].node))
			return &blocks[i];
	return NULL;
}

/* The next title of another part, when it stands behind; NULL for none. */
static const struct block *title_behind(const struct anchor_page *page,
					size_t n, const struct block *title)
{
	const struct block *blocks = page->blocks.at;
	size_t i;

	for (i = n + 1; i < page->blocks.n; i++)
		if (blocks[i].kind == BLOCK_TITLE && blocks[i].is_placed &&
		    blocks[i].likeness >= LIKE_NEXT && blocks[i].node &&
		    !anchor_is_below(blocks[i].node, title->node))
			return blocks[i].para > title->para ? &blocks[i] : NULL;
	return NULL;
}

void anchor_strays(struct anchor_page *page, const struct topics *topics)
{
	size_t n;

	for (n = 0; n < page->blocks.n; n++) {
		struct block *block = &page->blocks.at[n];
		const struct block *title, *next;

		if (!block->is_placed || !block->node ||
		    block->likeness >= LIKE_MOVED ||
		    (block->kind != BLOCK_LINE && !topics_is_long(topics, n)))
			continue;
		title = title_above(page, n);
		next = title ? title_behind(page, n, title) : NULL;
		block->is_beyond = next && block->para > next->para;
		if (block->is_beyond && topics_is_long(topics, n)) {
			block->is_placed = false;
			block->lead = 0;
		}
	}
}
