/*
 * anchor_joint.c - several questions in a line of their own, and their answers
 * below it as many to a line, parted as the questions are:
 *
 *	Số CSGD triển khai chữ ký số; số giáo viên đã được cấp chữ ký số:
 *	01 CSGD; 80/84 giáo viên
 */
#include "extract/anchor.h"

enum {
	JOINT_MIN = 2,
	JOINT_MAX = 4
};

struct joint {
	size_t blanks[JOINT_MAX]; /* items whose words stand in the line */
	/* by part of the answer: tokens, the second behind it */
	size_t figures[JOINT_MAX + 1], ends[JOINT_MAX + 1];
	size_t n_blanks, n_figures;
};

/* The last word of the line before item i is in the paragraph. */
static bool is_asked(const struct anchorer *a, size_t i, size_t para)
{
	while (i-- > 0 && a->items.at[i].kind == ITEM_WORD)
		if (a->fits[i].to > a->fits[i].from)
			return anchor_para_of(&a->text, a->fits[i].from) ==
			       para;
	return false;
}

/* False when one of the questions is answered in their line. */
static bool find_blanks(const struct anchorer *a, size_t para,
			struct joint *joint)
{
	size_t end = a->text.first[para + 1], i;

	joint->n_blanks = 0;
	for (i = 0; i < a->items.n; i++) {
		const struct fit *fit = &a->fits[i];

		if (a->items.at[i].kind != ITEM_BLANK || !is_asked(a, i, para))
			continue;
		if (joint->n_blanks == JOINT_MAX ||
		    !beside_matters(a->items.at[i].field) ||
		    (fit->to > fit->from && fit->from < end))
			return false;
		joint->blanks[joint->n_blanks++] = i;
	}
	return joint->n_blanks >= JOINT_MIN;
}

/* The first figure of each part of a paragraph that has one. */
static void find_figures(const struct anchorer *a, size_t para,
			 struct joint *joint)
{
	const struct token *t = a->text.tokens.at;
	size_t end = a->text.first[para + 1], i;
	bool is_new = true;

	joint->n_figures = 0;
	for (i = a->text.first[para]; i < end; i++) {
		if (is_new && t[i].kind == TOKEN_NUMBER &&
		    joint->n_figures <= JOINT_MAX) {
			joint->figures[joint->n_figures++] = i;
			is_new = false;
		}
		if (joint->n_figures > 0 && !is_new)
			joint->ends[joint->n_figures - 1] = i + 1;
		is_new |= anchor_has_sign(&a->text, para, i, ";");
	}
}

/* The i-th question, with its levels. */
static void answer(struct anchorer *a, const struct joint *joint, size_t i)
{
	size_t item = joint->blanks[i];

	a->fits[item].from = joint->figures[i];
	a->fits[item].to = joint->figures[i] + 1;
	while (++item < a->items.n && a->items.at[item].kind != ITEM_BLANK)
		if (a->items.at[item].kind == ITEM_PARTS) {
			a->fits[item].from = joint->figures[i] + 1;
			a->fits[item].to = joint->ends[i];
		}
}

/* The questions of one line. */
static void look_at(struct anchorer *a, size_t para)
{
	const struct anchor_text *text = &a->text;
	size_t below = para + 1, i;
	struct joint joint;

	if (text->wml->paras.at[para].cell ||
	    anchor_last_sign(&text->wml->paras.at[para], 0) != ':' ||
	    !find_blanks(a, para, &joint))
		return;
	while (below < a->end && text->first[below] == text->first[below + 1])
		below++;
	if (below >= a->end)
		return;
	find_figures(a, below, &joint);
	for (i = 0; i < joint.n_blanks && joint.n_figures == joint.n_blanks;
	     i++)
		answer(a, &joint, i);
}

void anchor_joint(struct anchorer *a)
{
	size_t para;

	for (para = a->home; para < a->end && !a->is_led; para++)
		look_at(a, para);
}
