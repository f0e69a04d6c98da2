/* rules_relevant.c - what has no sense here: the `relevant` of fields. */
#include "form/rules_impl.h"

#include "util/err.h"
#include "xml/quiet.h"

#include <string.h>

static bool has_relevant(const struct rules *rules, const struct field *field)
{
	return rules->at[field->index].expr[EXPR_RELEVANT].source != NULL;
}

/* What was answered all the same stays: rules_check() tells of it, and nobody's
 * answer is lost without a word. */
static bool mark(struct vb_answers *answers, struct answer_group *group,
		 const char *id, const char *level)
{
	struct answer *answer = (struct answer *)answers_find(group, id, level);

	if (!answer)
		answer = answers_add(answers, group, id, level);
	if (!answer)
		return false;
	answer->is_irrelevant = true;
	return true;
}

static int mark_field(struct vb_answers *answers, struct answer_group *group,
		      const struct field *field, struct vb_error *err)
{
	const struct vb_form *form = answers->form;
	bool good = mark(answers, group, field->id, "");
	int level;

	for (level = 0; level < (int)form->n_levels && good; level++)
		if (field->levels >> level & 1)
			good = mark(answers, group, field->id,
				    form->levels[level].id);
	return good ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

/* The fields of the page (repeat NULL), or of the row in hand. */
static int mark_group(struct round *round, struct vb_answers *answers,
		      struct answer_group *group, const struct field *repeat)
{
	const struct rules *rules = round->rules;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < rules->n && rc == VB_OK; i++) {
		const struct field *field = rules->form->fields[i];
		xmlNode *context;
		bool relevant;

		/* On a page to be filled in by hand nothing is known yet. Rows
		 * stay: a document without any says nothing of them. */
		if (field->group != repeat || field->is_base ||
		    field->type == FIELD_REPEAT ||
		    !has_relevant(rules, field) ||
		    !round_knows(round,
				 &rules->at[field->index].expr[EXPR_RELEVANT],
				 NULL))
			continue;
		context = round_context(round, field, round->row);
		rc = round_test(round, field, EXPR_RELEVANT, context,
				&relevant);
		if (rc == VB_OK && !relevant)
			rc = mark_field(answers, group, field, round->err);
	}
	return rc;
}

static bool rows_have(const struct rules *rules, const struct field *repeat)
{
	size_t i;

	for (i = 0; i < rules->n; i++)
		if (rules->form->fields[i]->group == repeat &&
		    has_relevant(rules, rules->form->fields[i]))
			return true;
	return false;
}

static int mark_rows(struct round *round, struct vb_answers *answers)
{
	size_t i, k;
	int rc = VB_OK;

	for (i = 0; i < answers->top.n && rc == VB_OK; i++) {
		const struct answer *answer = &answers->top.at[i];

		if (answer->kind != VALUE_ROWS || !answer->field ||
		    !rows_have(round->rules, answer->field))
			continue;
		for (k = 0; k < answer->n_rows && rc == VB_OK; k++) {
			rc = round_row(round, answer->field, &answer->rows[k]);
			if (rc == VB_OK)
				rc = mark_group(round, answers,
						&answer->rows[k],
						answer->field);
		}
	}
	return rc;
}

int rules_relevance(const struct rules *rules, struct vb_answers *answers,
		    struct vb_error *err)
{
	struct engine *engine;
	struct round round;
	struct xmlquiet quiet;
	int rc;

	engine = rules_borrow(rules, &rc, err);
	if (!engine)
		return rc;
	xmlquiet_begin(&quiet);
	rc = round_open(&round, rules, answers, engine, -1, err);
	if (rc == VB_OK)
		rc = mark_rows(&round, answers);
	if (rc == VB_OK)
		rc = mark_group(&round, answers, &answers->top, NULL);
	rc = xmlquiet_end(&quiet, rc, err);
	round_close(&round);
	rules_return(engine, rules);
	return rc == VB_OK ? answers_finish(answers, err) : rc;
}
