/*
 * anchor_rank.c - titles of one part are counted alike: one in other words is
 * the heading between those beside it; and a question that was found at a lead
 * of its answer's own stands at the heading above that is counted so.
 *
 *	b) Sử dụng phần mềm quản lý học tập
 *	...
 *	c) Xây dựng kho bài giảng dùng chung
 *	Đánh giá, lựa chọn học liệu số: tổ chuyên môn chấm theo phiếu.
 *	Nguồn tham khảo: ...
 *	d) Thi, kiểm tra trên máy tính
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"
#include "extract/said_mark.h"

enum {
	ROUNDS = 2
};

/* Of the words of a heading, the share that is the question's, or the title's.
 */
#define SHARE_ASKED  0.5
#define SHARE_TITLE  0.25
#define SHARE_JOINED 0.3
/* Where it stands is told by those beside it. */
#define LIKE_RANK   0.65
#define MARGIN_RANK 1.0

static unsigned mark_of(const struct anchor_text *text, size_t para)
{
	return said_mark_of(&text->wml->paras.at[para]);
}

/* The mark that the numbered titles beside block n have; OUTLINE_NONE when they
 * differ, or there are none. */
static unsigned mark_beside(const struct anchor_page *page,
			    const struct anchor_text *text, size_t n)
{
	const struct block *block = &page->blocks.at[n];
	unsigned mark = OUTLINE_NONE;
	size_t i;

	for (i = 0; i < page->blocks.n; i++) {
		const struct block *other = &page->blocks.at[i];
		unsigned its;

		if (i == n || other->kind != BLOCK_TITLE || !other->is_placed ||
		    !other->node ||
		    other->node->parent != block->node->parent ||
		    text->wml->paras.at[other->para].depth > 0)
			continue;
		its = mark_of(text, other->para);
		/* it may be at such a lead too */
		if (!said_is_numbered(its))
			continue;
		if (mark && its != mark)
			return OUTLINE_NONE;
		mark = its;
	}
	return mark;
}

/* The nearest paragraph above that has the mark, and nothing asked at it, or
 * between; SIZE_MAX for none. */
static size_t heading_above(const struct anchor_page *page,
			    const struct anchor_text *text, size_t para,
			    unsigned mark)
{
	while (para-- > text->body) {
		if (anchor_is_placed(page, para) || text->is_apart[para] ||
		    text->wml->paras.at[para].depth > 0)
			return SIZE_MAX;
		if (mark_of(text, para) == mark)
			return para;
		if (said_is_numbered(mark_of(text, para)))
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

static bool is_sibling(const struct anchor_page *page, size_t n, size_t other)
{
	const struct block *one = &page->blocks.at[n];
	const struct block *two = &page->blocks.at[other];

	return n != other && two->kind == BLOCK_TITLE && two->node &&
	       two->node->parent == one->node->parent;
}

/* Where the title beside it stands: the nearest before it in the form, or
 * behind; SIZE_MAX when it stands nowhere, or there is none. */
static size_t beside(const struct anchor_page *page, size_t n, bool is_before)
{
	size_t i = n;

	while (is_before ? i-- > 0 : ++i < page->blocks.n)
		if (is_sibling(page, n, i))
			return page->blocks.at[i].is_placed
				       ? page->blocks.at[i].para
				       : SIZE_MAX;
	return SIZE_MAX;
}

/* The only paragraph in (from, to) that has the mark; SIZE_MAX when nothing
 * has, or two have, or it is another's. */
static size_t only_between(const struct anchor_page *page,
			   const struct anchor_text *text, size_t from,
			   size_t to, unsigned mark)
{
	size_t found = SIZE_MAX, i;

	for (i = from + 1; i < to; i++) {
		if (text->wml->paras.at[i].depth > 0 ||
		    text->first[i] == text->first[i + 1] ||
		    mark_of(text, i) != mark)
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = i;
	}
	return found != SIZE_MAX && !anchor_is_placed(page, found) ? found
								   : SIZE_MAX;
}

/* Of the words of a heading, up to its colon, the share that the block has. */
static double share_of(const struct anchor_page *page,
		       const struct anchor_text *text, size_t n, size_t para)
{
	size_t i = text->first[para], end = anchor_answer_behind(text, para);
	size_t words = 0, own = 0;

	for (; i < end; i++) {
		words++;
		own += anchor_asks_word(page, &page->blocks.at[n],
					&text->tokens.at[i]);
	}
	return words ? (double)own / (double)words : 0;
}

/* Where the title of the part stands, SIZE_MAX nowhere. */
static size_t part_of(const struct anchor_page *page, size_t n)
{
	size_t i = n;

	while (i-- > 0)
		if (page->blocks.at[i].node == page->blocks.at[n].node->parent)
			return page->blocks.at[i].is_placed
				       ? page->blocks.at[i].para
				       : SIZE_MAX;
	return SIZE_MAX;
}

/* "2.2. Dạy, học", "2.3. ...", "2.4. Nguồn nhân lực": a title in other words,
 * between those beside it; a question has some of its own. */
static void place_between(struct anchor_page *page,
			  const struct anchor_text *text, size_t n,
			  bool is_long)
{
	struct block *block = &page->blocks.at[n];
	unsigned mark = mark_beside(page, text, n);
	size_t from = beside(page, n, true), to = beside(page, n, false), para;

	if (is_long && from == SIZE_MAX &&
	    block->node->parent->first == block->node)
		from = part_of(page, n);
	if (mark == OUTLINE_NONE || from == SIZE_MAX || to == SIZE_MAX)
		return;
	para = only_between(page, text, from, to, mark);
	if (para == SIZE_MAX || share_of(page, text, n, para) <
					(is_long ? SHARE_ASKED : SHARE_TITLE))
		return;
	anchor_move(block, para, is_long ? anchor_answer_behind(text, para) : 0,
		    LIKE_RANK, MARGIN_RANK);
}

/* Of the words of a heading the share that is the other's alone. */
static double share_apart(const struct anchor_page *page,
			  const struct anchor_text *text, size_t n,
			  size_t other, size_t para)
{
	const struct block *blocks = page->blocks.at;
	size_t first = text->first[para], end = text->first[para + 1];
	size_t i, own = 0;

	for (i = first; i < end; i++)
		own += anchor_asks_word(page, &blocks[other],
					&text->tokens.at[i]) &&
		       !anchor_asks_word(page, &blocks[n], &text->tokens.at[i]);
	return end > first ? (double)own / (double)(end - first) : 0;
}

/* "Khó khăn, vướng mắc và kiến nghị": a heading of two questions, of which the
 * other stands below too. */
static bool is_joined(const struct anchor_page *page,
		      const struct anchor_text *text, size_t n, size_t heading)
{
	size_t i;

	for (i = 0; i < page->blocks.n; i++)
		if (is_sibling(page, n, i) && page->blocks.at[i].is_placed &&
		    page->blocks.at[i].para > heading &&
		    share_apart(page, text, n, i, heading) >= SHARE_JOINED)
			return true;
	return false;
}

/* A question at a lead below a heading of its rank; or right below one that has
 * its words, where those beside it tell no rank. */
static void climb(struct anchor_page *page, const struct anchor_text *text,
		  size_t n)
{
	struct block *block = &page->blocks.at[n];
	unsigned mark = mark_beside(page, text, n);
	size_t para = block->para;

	/* a head of a table is no lead */
	if (text->wml->paras.at[para].depth > 0)
		return;
	if (mark != OUTLINE_NONE) {
		para = heading_above(page, text, para, mark);
	} else {
		while (para-- > text->body &&
		       text->first[para] == text->first[para + 1])
			;
		if (para < text->body || para == SIZE_MAX ||
		    text->wml->paras.at[para].depth > 0 ||
		    !said_is_numbered(mark_of(text, para)) ||
		    anchor_is_placed(page, para) ||
		    share_of(page, text, n, para) < SHARE_ASKED)
			return;
	}
	if (para != SIZE_MAX && !is_joined(page, text, n, para))
		anchor_move(block, para, anchor_answer_behind(text, para),
			    LIKE_RANK, MARGIN_RANK);
}

/* It stands at a number; where it is a question, at one of those beside it. */
static bool has_rank(const struct anchor_page *page,
		     const struct anchor_text *text, size_t n, bool is_long)
{
	const struct block *block = &page->blocks.at[n];
	unsigned mark = block->is_placed ? mark_of(text, block->para)
					 : OUTLINE_NONE;
	unsigned its;

	if (!said_is_numbered(mark))
		return false;
	its = is_long ? mark_beside(page, text, n) : OUTLINE_NONE;
	return its == OUTLINE_NONE || its == mark;
}

static void rank(struct anchor_page *page, const struct anchor_text *text,
		 const struct topics *topics)
{
	size_t n;

	for (n = 0; n < page->blocks.n; n++) {
		const struct block *block = &page->blocks.at[n];
		bool is_long = topics_is_long(topics, n);

		if (block->kind != BLOCK_TITLE || !block->node ||
		    !block->node->parent || has_rank(page, text, n, is_long))
			continue;
		if (is_long && block->is_placed)
			climb(page, text, n);
		else
			place_between(page, text, n, is_long);
	}
}

void anchor_ranks(struct anchor_page *page, const struct anchor_text *text,
		  const struct topics *topics)
{
	size_t i;

	/* what one title found tells those beside it */
	for (i = 0; i < ROUNDS; i++)
		rank(page, text, topics);
}
