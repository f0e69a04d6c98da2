/*
 * anchor_only.c - the only question of a part, that a hand left out: what
 * stands below the title of the part is its answer.
 *
 *	2. Phần mềm quản trị		2. Phần mềm quản trị trường học: sổ
 *	a) Hồ sơ điện tử, sổ điểm	điểm điện tử ở 24/24 lớp.
 *	...
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"

/* Where it stands is told by the title above. */
#define LIKE_ONLY   0.65
#define MARGIN_ONLY 1.0

/* The block of the title above, NULL when it stands nowhere. */
static const struct block *title_of(const struct anchor_page *page, size_t n)
{
	const struct block *blocks = page->blocks.at;
	size_t i = n;

	while (i-- > 0)
		if (blocks[i].node == blocks[n].node->parent)
			return blocks[i].is_placed && !blocks[i].lead &&
					       blocks[i].kind == BLOCK_TITLE
				       ? &blocks[i]
				       : NULL;
	return NULL;
}

static bool is_taken(const struct anchor_page *page, const struct block *title)
{
	size_t i;

	for (i = 0; i < page->blocks.n; i++)
		if (&page->blocks.at[i] != title &&
		    page->blocks.at[i].is_placed &&
		    page->blocks.at[i].para == title->para)
			return true;
	return false;
}

/* The token at which an answer begins: behind the colon of the title, or below
 * it; SIZE_MAX when none does. */
static size_t find_answer(const struct anchor_text *text, size_t para)
{
	size_t end = text->first[para + 1], i;

	for (i = text->first[para];
	     i + 1 < end && i < text->first[para] + TOPIC_WORDS_MAX; i++)
		if (anchor_has_sign(text, para, i, ":"))
			return i + 1;
	return para + 1 < text->wml->paras.n && text->first[para + 2] > end &&
			       !anchor_is_heading(text, para + 1) &&
			       !text->is_apart[para + 1] &&
			       text->wml->paras.at[para + 1].depth == 0
		       ? end
		       : SIZE_MAX;
}

void anchor_only(struct anchor_page *page, const struct anchor_text *text,
		 const struct topics *topics)
{
	size_t n;

	for (n = 0; n < page->blocks.n; n++) {
		struct block *block = &page->blocks.at[n];
		const struct block *title;

		if (block->is_placed || !topics_is_only(block) ||
		    !topics_is_long(topics, n))
			continue;
		title = title_of(page, n);
		if (!title || is_taken(page, title))
			continue;
		block->lead = find_answer(text, title->para);
		if (block->lead == SIZE_MAX) {
			block->lead = 0;
			continue;
		}
		block->is_placed = true;
		block->para = title->para;
		block->likeness = LIKE_ONLY;
		block->margin = MARGIN_ONLY;
	}
}
