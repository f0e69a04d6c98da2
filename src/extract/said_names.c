/*
 * said_names.c - where, behind a figure and what it counts, names may follow:
 * "tham gia 2 lớp, là lớp STEAM và lớp bồi dưỡng".
 */
#include "extract/said_hear.h"

static bool are_persons(const struct hearer *h, size_t i)
{
	return said_class_of(&h->a->text.tokens.at[i], h->parts.to - i) ==
	       SAID_PERSONS;
}

/* "427 em, nhà giáo là 31": what follows is said of another figure. */
static bool leads_next(const struct hearer *h, size_t i)
{
	const struct token *t = h->a->text.tokens.at;
	size_t k;

	for (k = i + 1; k < h->parts.to && k <= i + 2; k++)
		if (token_is(&t[k], "la") || token_is(&t[k], "co"))
			return true;
	return false;
}

/* "tham gia 2 lớp, là lớp STEAM và lớp bồi dưỡng": where, behind a figure,
 * names may follow; not "cán bộ quản lý, giáo viên". */
size_t said_names(const struct hearer *h, const struct said_part *part)
{
	const struct anchor_text *text = &h->a->text;
	size_t i, para;

	if (part->number == SIZE_MAX)
		return h->parts.to;
	para = anchor_para_of(text, part->number);
	for (i = part->last + 1; i < h->parts.to; i++)
		if (i > part->last + 1 &&
		    anchor_has_sign(text, para, i - 1, ",:(") &&
		    !(are_persons(h, part->last + 1) && are_persons(h, i) &&
		      !leads_next(h, i)))
			return i;
	return h->parts.to;
}
