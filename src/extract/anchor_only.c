/*
 * anchor_only.c - the only question of a part, or its first, that a hand left
 * out: what stands below the title of the part is its answer.
 *
 *	2. Phần mềm quản trị		2. Phần mềm quản trị trường học: sổ
 *	a) Hồ sơ điện tử, sổ điểm	điểm điện tử ở 24/24 lớp.
 *	...
 *
 *	3. Dạy học			3. Dạy học
 *	Kết quả dạy trực tuyến: ...	Học sinh lớp 9 ôn tập trực tuyến.
 *	- Số CSGD dùng LMS: ...		Có 31 CSGD dùng LMS.
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"
#include "extract/said_mark.h"

enum {
	LEAD_WORDS_MAX = 2,
	OWN_SHARE = 4, /* a question has so many times the words of a lead */
	BELOW_MAX = 6  /* paragraphs: a title, an answer and what follows */
};

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

/* The token behind the colon that a paragraph begins with some words before, 0
 * for none. */
static size_t behind_colon(const struct anchor_text *text, size_t para)
{
	size_t end = text->first[para + 1], i;

	for (i = text->first[para];
	     i < end && i < text->first[para] + TOPIC_WORDS_MAX; i++)
		if (anchor_has_sign(text, para, i, ":"))
			return i + 1;
	return 0;
}

size_t anchor_answer_behind(const struct anchor_text *text, size_t para)
{
	size_t end = text->first[para + 1], lead = behind_colon(text, para);

	return lead && lead < end ? lead : end;
}

/* The token at which an answer begins: behind the colon of the title, or below
 * it; SIZE_MAX when none does. */
static size_t find_answer(const struct anchor_text *text, size_t para)
{
	size_t end = text->first[para + 1];
	size_t lead = anchor_answer_behind(text, para);

	if (lead < end)
		return lead;
	return para + 1 < text->wml->paras.n && text->first[para + 2] > end &&
			       !anchor_is_heading(text, para + 1) &&
			       !text->is_apart[para + 1] &&
			       text->wml->paras.at[para + 1].depth == 0
		       ? end
		       : SIZE_MAX;
}

/* Nothing asked stands at a paragraph of text. */
static bool is_free(const struct anchor_page *page,
		    const struct anchor_text *text, size_t para)
{
	return !text->is_apart[para] && !anchor_is_heading(text, para) &&
	       text->wml->paras.at[para].depth == 0 &&
	       !anchor_is_placed(page, para);
}

/* The first of several questions of a part, the second of which stands a few
 * paragraphs below the title. */
static bool is_first(const struct anchor_page *page,
		     const struct anchor_text *text, size_t n,
		     const struct block *title)
{
	const struct block *block = &page->blocks.at[n], *next = block + 1;
	size_t para = title->para + 1;

	if (n + 1 == page->blocks.n || !next->is_placed || !next->node ||
	    next->node->parent != block->node->parent ||
	    block->node->parent->first != block->node ||
	    next->para > title->para + BELOW_MAX || next->para < para)
		return false;
	while (para < next->para && is_free(page, text, para))
		para++;
	return para == next->para;
}

/* "Kết quả: đã xong 5 việc": what begins an answer is a word or two; more
 * than that may ask for something else. */
static size_t first_answer(const struct anchor_text *text, size_t from,
			   size_t to)
{
	size_t lead = behind_colon(text, from - 1), first = text->first[from];

	/* the title leads to it */
	if (lead && lead < first)
		return lead;
	if (from == to || !anchor_is_heading(text, from - 1))
		return SIZE_MAX;
	lead = behind_colon(text, from);
	while (++from < to)
		if (behind_colon(text, from))
			return SIZE_MAX;
	if (lead > first + LEAD_WORDS_MAX)
		return SIZE_MAX;
	return lead ? lead : first;
}

/* The token at which the answer of block n begins below its part's title,
 * SIZE_MAX when none does. */
static size_t below(const struct anchor_page *page,
		    const struct anchor_text *text, size_t n,
		    const struct block *title)
{
	if (is_first(page, text, n, title))
		return first_answer(text, title->para + 1,
				    page->blocks.at[n + 1].para);
	return topics_is_only(&page->blocks.at[n])
		       ? find_answer(text, title->para)
		       : SIZE_MAX;
}

static bool is_numbered(const struct anchor_text *text, size_t para)
{
	return said_is_numbered(said_mark_of(&text->wml->paras.at[para]));
}

/* "Học bạ điện tử: ..." right below the title, or behind it, was taken for the
 * question that "Triển khai hồ sơ điện tử gồm: sổ điểm, học bạ điện tử ..." is:
 * a lead of the answer's own has few of its words. */
static bool is_at_own_lead(const struct anchor_page *page,
			   const struct anchor_text *text, size_t n,
			   const struct block *title)
{
	const struct block *block = &page->blocks.at[n];
	size_t from, para = title->para + 1, lead;

	if (!topics_is_only(block) || block->para < title->para ||
	    text->wml->paras.at[block->para].depth > 0)
		return false;
	from = block->para == title->para ? behind_colon(text, title->para)
					  : text->first[block->para];
	lead = block->lead ? block->lead : behind_colon(text, block->para);
	while (para < block->para && text->first[para] == text->first[para + 1])
		para++;
	return para >= block->para && from > 0 && lead > from &&
	       (lead - from) * OWN_SHARE <= block->n_words &&
	       (block->para == title->para || !is_numbered(text, block->para));
}

void anchor_only(struct anchor_page *page, const struct anchor_text *text,
		 const struct topics *topics)
{
	size_t n, lead;

	for (n = 0; n < page->blocks.n; n++) {
		struct block *block = &page->blocks.at[n];
		const struct block *title;

		if (!block->node || !block->node->parent ||
		    !topics_is_long(topics, n))
			continue;
		title = title_of(page, n);
		if (title && block->is_placed) {
			if (is_at_own_lead(page, text, n, title)) {
				lead = anchor_answer_behind(text, title->para);
				anchor_move(block, title->para, lead, LIKE_ONLY,
					    MARGIN_ONLY);
			}
			continue;
		}
		if (!title || is_taken(page, title))
			continue;
		lead = below(page, text, n, title);
		if (lead == SIZE_MAX)
			continue;
		block->lead = lead;
		block->is_placed = true;
		block->para = title->para;
		block->likeness = LIKE_ONLY;
		block->margin = MARGIN_ONLY;
	}
}
