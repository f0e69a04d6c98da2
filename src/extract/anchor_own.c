/*
 * anchor_own.c - leads of an answer's own, right below a question that stands
 * alone, and those behind the first: they ask for nothing.
 *
 *	- Khó khăn, vướng mắc, nguyên nhân và giải pháp:
 *	Khó khăn: ...
 *	Giải pháp: ...
 *
 * Where a form asks the same in every part, the second would be the next
 * part's.
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"
#include "extract/said_mark.h"

#include <string.h>

/* A paragraph that is a question as the form has it. */
#define LIKE_WHOLE 0.85

/* Words alone that lead to what is below. */
static bool stands_alone(const struct anchor_text *text, size_t para)
{
	size_t n = text->first[para + 1] - text->first[para];
	char last = anchor_last_sign(&text->wml->paras.at[para], 0);

	return n > 0 && n <= TOPIC_WORDS_MAX && last && !strchr(".;,", last);
}

/* All words of one paragraph stand in the other. */
static bool is_within(const struct anchor_text *text, size_t para, size_t other)
{
	return anchor_shared_words(text, para, other) ==
	       text->first[para + 1] - text->first[para];
}

/* One more of the leads; *below goes on. */
static bool is_own(struct own_leads *below, const struct anchor_text *text,
		   size_t para)
{
	unsigned mark = said_mark_of(&text->wml->paras.at[para]);
	bool has_lead = anchor_colon_soon(text, para, text->first[para]);
	bool is_first = below->is_asked;

	below->is_asked = false;
	if (said_is_numbered(mark)) {
		below->is_open = false;
		return false;
	}
	if (is_first) {
		below->is_open = has_lead && (mark == OUTLINE_NONE ||
					      mark != below->question);
		below->mark = mark;
		return below->is_open;
	}
	return below->is_open && mark == below->mark && has_lead;
}

bool anchor_may_be_own(const struct own_leads *below,
		       const struct anchor_text *text, size_t para)
{
	return below->is_asked || below->is_open || stands_alone(text, para);
}

bool anchor_own_lead(struct own_leads *below, const struct anchor_text *text,
		     size_t para, double like, bool is_long)
{
	bool is_here = text->wml->paras.at[para].depth == 0;
	bool is_lead = false;

	if (text->first[para] == text->first[para + 1])
		return false;
	if (!is_here ||
	    (like >= LIKE_WHOLE &&
	     !(below->is_asked && is_within(text, para, below->para))))
		below->is_asked = below->is_open = false;
	else if (below->is_asked || below->is_open)
		is_lead = is_own(below, text, para);
	if (is_here && !is_lead && like >= LIKE_WHOLE && is_long &&
	    stands_alone(text, para)) {
		below->is_asked = true;
		below->question = said_mark_of(&text->wml->paras.at[para]);
		below->para = para;
	}
	return is_lead;
}
