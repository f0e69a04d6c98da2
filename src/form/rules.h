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
 * else. Totals that are added up from levels are compared only when they are
 * added up from the same levels. `required` and `relevant` of a broken-down
 * field are asked once, of the field as a whole, unless they name another
 * broken-down field: then once more for each level ("required where there is
 * a school of that level"). Base figures may name each other bare.
 *
 * Figures are compared as decimals where an expression is one name; sums and
 * products are XPath numbers, exact for whole numbers below 2^53. A figure
 * that is calculated may be stated rounded to its last decimal.
 *
 * Expressions are XPath 1.0 without axes, attributes, variables, wildcards
 * and absolute paths, with the functions that need no document of their own.
 * They are compiled once, in the form's finishing; an unknown name or
 * function is an error of the form, with its line. A check may take
 * RULES_STEPS_MAX steps of XPath (VB_LIMIT).
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

/* Judges answers that were read (or made) with this form, VB_ANSWERS for
 * others; `file` (may be NULL) goes into the places. */
int rules_check(const struct rules *rules, const struct vb_answers *answers,
		const char *file, const struct vb_sink *sink, size_t *count,
		struct vb_error *err);

/* Adds what is absent and has a `calculate`, in place; then finishes. Rates
 * get 2 decimals at most, other numbers 6; a result that is no value of its
 * field's type is left out. */
int rules_calculate(const struct rules *rules, struct vb_answers *answers,
		    struct vb_error *err);

/* Marks what is not relevant in answers made for a filling, adding an empty
 * entry where there is none; then finishes. */
int rules_relevance(const struct rules *rules, struct vb_answers *answers,
		    struct vb_error *err);

#endif
