/*
 * anchor_question.c - the rest of a question that was taken for the beginning
 * of its answer: words of the form's own title and no others.
 *
 *	Hồ sơ điện tử: sổ điểm, học bạ điện tử
 *	26/26 lớp dùng sổ điểm điện tử.
 */
#include "extract/anchor.h"

enum {
	WORDS_MIN = 3,
	WORDS_MAX = 40,
	LINES_MAX = 2,
	LEAD_SHARE = 3 /* a lead is at most so much of the question */
};

/* The share of the words that are the title's. */
#define QUESTION_SHARE 0.9

/* A paragraph from a byte on is nothing but words of the block. */
static bool is_question(const struct anchorer *a, const struct block *block,
			size_t para, size_t start)
{
	const struct token *t = a->text.tokens.at;
	size_t i = a->text.first[para], end = a->text.first[para + 1];
	size_t words = 0, found = 0;

	while (i < end && t[i].start < start)
		i++;
	if (end > i + WORDS_MAX)
		return false;
	for (; i < end; i++) {
		if (t[i].kind != TOKEN_WORD)
			return false;
		words++;
		found += anchor_asks_word(&a->page, block, &t[i]);
	}
	return words >= WORDS_MIN &&
	       (double)found >= QUESTION_SHARE * (double)words;
}

/* Some words of a long question, below it, say nothing that it left out: they
 * are a lead of the answer's. */
bool anchor_asks_already(const struct anchorer *a, const struct block *block,
			 size_t para)
{
	size_t n = a->text.first[para + 1] - a->text.first[para];

	return block->is_placed && block->para < para &&
	       n * LEAD_SHARE <= block->n_words &&
	       anchor_shared_words(&a->text, para, block->para) == n;
}

/* "Học bạ điện tử:", where "Liên lạc với phụ huynh:" comes behind it, or what
 * was asked before has its words: a lead of the answer's own. */
static bool is_own_lead(const struct anchorer *a, const struct block *block,
			const struct wml_mark *mark)
{
	size_t i;

	if (mark->start > 0 || !anchor_is_bare(&a->text, mark->first))
		return false;
	for (i = mark->first + 1; i <= mark->last; i++)
		if (anchor_is_bare(&a->text, i))
			return true;
	return anchor_asks_already(a, block, mark->first);
}

/* The next cell of a row that has words. */
static bool next_cell(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t i = a->text.cell_end[mark->first], end;

	while (i < a->text.wml->paras.n &&
	       anchor_is_same_row(&p[mark->first], &p[i]) &&
	       a->text.first[i] == a->text.first[i + 1])
		i++;
	if (i >= a->text.wml->paras.n ||
	    !anchor_is_same_row(&p[mark->first], &p[i]))
		return false;
	end = a->text.cell_end[i];
	mark->first = i;
	mark->start = 0;
	mark->last = end - 1;
	mark->end = p[end - 1].size;
	return true;
}

void anchor_skip_question(const struct anchorer *a, const struct field *field,
			  struct wml_mark *mark)
{
	const struct wml_para *p = a->text.wml->paras.at;
	const struct block *block = anchor_block_of(&a->page, field);
	size_t n;

	for (n = 0; block && n < LINES_MAX &&
		    is_question(a, block, mark->first, mark->start) &&
		    !is_own_lead(a, block, mark);
	     n++) {
		if (mark->first < mark->last) {
			mark->first++;
			mark->start = 0;
		} else if (mark->end < p[mark->first].size ||
			   p[mark->first].cell == 0 || !next_cell(a, mark)) {
			return;
		}
	}
}
