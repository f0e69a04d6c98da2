/*
 * rules.h - judging answers by the rules of their form.
 *
 * The expressions of a form (required, relevant, constraint, calculate, of,
 * per) are XPath 1.0 in the sense of W3C XForms 1.1, evaluated by libxml2
 * over a document made from the answers:
 *
 *	context node   the answers element (in a repeat: the row's element)
 *	.              the value judged
 *	name           a field of the same group; base/name a base figure;
 *		       ../name from inside a row a field of the page
 *	level          a broken-down field is judged once for its total and
 *		       once per level; in each round every broken-down name
 *		       means its value of that round. In the round of totals a
 *		       total that is not stated is the sum of the levels.
 *
 * A constraint, a rate or a sum is judged only when every field it names is
 * answered (or calculated): an unanswered field breaks `required`, nothing
 * else. Expressions are compiled once, in the form's finishing; an unknown
 * name or function is an error of the form, with its line.
 *
 * Rule ids: required-missing, constraint-broken, calculate-differs,
 * sum-differs (total of a broken-down count != sum of its levels when all
 * levels are stated), rate-differs, rate-range (percent outside 0..100 and no
 * constraint of its own), not-relevant (answered though `relevant` is false).
 */
#ifndef FORM_RULES_H
#define FORM_RULES_H

#include "form/answers.h"

struct rules;

/* Compiles the expressions of a form. VB_FORM with the line of a fault. */
int rules_new(struct rules **out, const struct vb_form *form,
	      struct vb_error *err);
void rules_free(struct rules *rules);

/* Judges answers; `file` (may be NULL) goes into the places. */
int rules_check(const struct rules *rules, const struct vb_answers *answers,
		const char *file, const struct vb_sink *sink, size_t *count,
		struct vb_error *err);

/* Adds what is absent and has a `calculate`, in place; then finishes. */
int rules_calculate(const struct rules *rules, struct vb_answers *answers,
		    struct vb_error *err);

/* The value of a field's `relevant` (true without one). */
int rules_relevant(const struct rules *rules, const struct vb_answers *answers,
		   const struct field *field, bool *relevant,
		   struct vb_error *err);

#endif
