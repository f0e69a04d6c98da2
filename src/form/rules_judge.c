/* rules_judge.c - judging one field of one round, and telling it. */
#include "form/rules_impl.h"

#include "text/number.h"
#include "util/err.h"

#include <string.h>

/* The field in hand. */
struct judged {
	const struct field *field;
	const struct rule *rule;
	const struct value *value; /* NULL: nothing at all */
	xmlNode *context;
	const struct answer_group *group;
	int row;
};

static bool is_answered(const struct judged *j)
{
	return j->value && j->value->is_answered && j->value->answer;
}

static const char *level_of(const struct judge *judge, const struct judged *j)
{
	const struct round *round = judge->round;

	if (round->level < 0 || !j->field->levels)
		return "";
	return round->rules->form->levels[round->level].id;
}

/* Begins a message: "id is 5", "id at level th is 5", "id is". */
static void begin(struct judge *judge, const struct judged *j,
		  const char *value)
{
	const char *level = level_of(judge, j);

	buf_clear(&judge->text);
	buf_adds(&judge->text, j->field->id);
	if (level[0])
		buf_addf(&judge->text, " at level %s", level);
	buf_adds(&judge->text, " is ");
	if (value)
		buf_adds(&judge->text, value);
}

static int tell(struct judge *judge, const struct judged *j, const char *rule,
		enum vb_severity severity)
{
	struct vb_finding finding = {0};
	const struct vb_sink *sink = judge->sink;

	if (!buf_ok(&judge->text))
		return err_set(judge->round->err, VB_NOMEM, "out of memory");
	(*judge->count)++;
	if (!sink || !sink->take)
		return VB_OK;
	finding.rule = rule;
	finding.severity = severity;
	finding.field = j->field->id;
	finding.level = level_of(judge, j);
	finding.row = j->row;
	finding.message = buf_cstr(&judge->text);
	finding.place.file = judge->file;
	finding.place.part = "";
	finding.place.heading = "";
	finding.place.near = j->field->label ? j->field->label : "";
	if (j->value && j->value->answer)
		finding.place.line = j->value->answer->line;
	sink->take(sink->payload, &finding);
	return VB_OK;
}

static bool has(const struct judged *j, enum expr_kind kind)
{
	return j->rule->expr[kind].source != NULL;
}

/* Whether an expression is to be judged in this round: one that names no
 * broken-down field says the same in every round, so once is enough. */
static bool is_round_of(const struct judge *judge, const struct judged *j,
			enum expr_kind kind)
{
	return judge->round->level < 0 || j->rule->expr[kind].is_by_level;
}

static bool is_stated_at(const struct judge *judge, const struct judged *j,
			 int level)
{
	const struct answer *answer =
		answers_find(j->group, j->field->id,
			     judge->round->rules->form->levels[level].id);

	return answer && answer->kind != VALUE_EMPTY;
}

/* Answered at any level, or as a total. */
static bool is_answered_anywhere(const struct judge *judge,
				 const struct judged *j)
{
	const struct vb_form *form = judge->round->rules->form;
	const struct answer *answer = answers_find(j->group, j->field->id, "");
	int i;

	if (answer && answer->kind != VALUE_EMPTY &&
	    (answer->kind != VALUE_ROWS || answer->n_rows))
		return true;
	for (i = 0; i < (int)form->n_levels; i++)
		if (field_has_level(j->field, i) && is_stated_at(judge, j, i))
			return true;
	return false;
}

/* ---- the rules --------------------------------------------------------- */

static int judge_relevant(struct judge *judge, const struct judged *j,
			  bool *relevant)
{
	bool answered;
	int rc;

	*relevant = true;
	if (!has(j, EXPR_RELEVANT))
		return VB_OK;
	rc = round_test(judge->round, j->field, EXPR_RELEVANT, j->context,
			relevant);
	if (rc != VB_OK || *relevant || !is_round_of(judge, j, EXPR_RELEVANT) ||
	    !round_knows(judge->round, &j->rule->expr[EXPR_RELEVANT], NULL))
		return rc;
	answered = judge->round->level < 0 ? is_answered_anywhere(judge, j)
					   : is_answered(j);
	if (!answered)
		return VB_OK;
	begin(judge, j, NULL);
	buf_addf(&judge->text, "answered though it is asked only when '%s'",
		 j->rule->expr[EXPR_RELEVANT].source);
	return tell(judge, j, "not-relevant", VB_WARNING);
}

static int judge_required(struct judge *judge, const struct judged *j)
{
	bool missing, required;
	int rc;

	if (!has(j, EXPR_REQUIRED) || !is_round_of(judge, j, EXPR_REQUIRED))
		return VB_OK;
	missing = !is_answered_anywhere(judge, j);
	/* the round of totals has told what is missing altogether */
	if (judge->round->level >= 0)
		missing = !missing && !is_answered(j);
	if (!missing || (j->value && j->value->is_answered))
		return VB_OK;
	rc = round_test(judge->round, j->field, EXPR_REQUIRED, j->context,
			&required);
	if (rc != VB_OK || !required)
		return rc;
	begin(judge, j, "required and not answered");
	return tell(judge, j, "required-missing", VB_SEVERE);
}

/* "; base/csgd_n is 15": the figures the expression looked at. */
static void add_names(struct judge *judge, const struct judged *j,
		      const struct rule_expr *expr)
{
	size_t i, k;

	for (i = 0; i < expr->n_refs; i++) {
		const struct field *field = expr->refs[i].field;
		const struct value *value;

		for (k = 0; k < i; k++)
			if (expr->refs[k].field == field)
				break;
		if (k < i || field == j->field || expr->refs[i].is_inner)
			continue;
		value = round_value(judge->round, field);
		if (value && value->text[0])
			buf_addf(&judge->text, "; %s%s is %s",
				 field->is_base ? "base/" : "", field->id,
				 value->text);
	}
}

static int judge_constraint(struct judge *judge, const struct judged *j)
{
	const struct rule_expr *expr = &j->rule->expr[EXPR_CONSTRAINT];
	uint32_t stated = j->value->stated;
	bool holds;
	int rc;

	if (!has(j, EXPR_CONSTRAINT) ||
	    !round_knows(judge->round, expr, &stated))
		return VB_OK;
	rc = round_test(judge->round, j->field, EXPR_CONSTRAINT, j->context,
			&holds);
	if (rc != VB_OK || holds)
		return rc;
	if (j->value->text[0]) {
		begin(judge, j, j->value->text);
		buf_adds(&judge->text, ", which breaks");
	} else {
		begin(judge, j, "answered in a way that breaks");
	}
	buf_addf(&judge->text, " '%s'", expr->source);
	add_names(judge, j, expr);
	if (j->field->alert)
		buf_addf(&judge->text, ": %s", j->field->alert);
	return tell(judge, j, "constraint-broken", VB_SEVERE);
}

static unsigned decimals_of(const char *number)
{
	const char *point = strchr(number, '.');

	return point ? (unsigned)strlen(point + 1) : 0;
}

/* A stated figure may be rounded: half a unit of its last decimal. */
static bool is_rounding_of(const char *stated, double exact)
{
	unsigned decimals = decimals_of(stated), i;
	double scale = 1, value = 0, slip;
	bool is_negative = stated[0] == '-';
	const char *p;

	if (decimals > NUMBER_RATE_DECIMALS_MAX)
		return true;
	for (i = 0; i < decimals; i++)
		scale *= 10;
	for (p = stated + is_negative; *p; p++)
		if (*p != '.')
			value = value * 10 + (*p - '0');
	if (is_negative)
		value = -value;
	slip = value - exact * scale;
	/* the computing itself is off by a few units of the 15th digit */
	return slip <= 0.500001 && slip >= -0.500001;
}

static int judge_calculate(struct judge *judge, const struct judged *j)
{
	const struct rule_expr *expr = &j->rule->expr[EXPR_CALCULATE];
	enum field_type type = j->field->type;
	xmlXPathObjectPtr object;
	const char *text;
	bool same;
	int rc;

	if (!has(j, EXPR_CALCULATE) || j->value->answer->kind != VALUE_TEXT ||
	    !round_knows(judge->round, expr, NULL))
		return VB_OK;
	rc = round_number(judge->round, j->field, EXPR_CALCULATE, j->context,
			  &text);
	/* a result of nothing leaves the answer to people */
	if (rc != VB_OK || !text || !text[0])
		return rc;
	same = strcmp(text, j->value->text) == 0;
	if (!same && (type == FIELD_NUMBER || type == FIELD_PERCENT)) {
		rc = round_run(judge->round, j->field, EXPR_CALCULATE,
			       j->context, &object);
		if (rc != VB_OK)
			return rc;
		same = is_rounding_of(j->value->text,
				      xmlXPathCastToNumber(object));
		xmlXPathFreeObject(object);
	}
	if (same)
		return VB_OK;
	begin(judge, j, j->value->text);
	buf_addf(&judge->text, " but is calculated as %s", text);
	add_names(judge, j, expr);
	return tell(judge, j, "calculate-differs", VB_SEVERE);
}

/* The total of a count against its levels, when all of them are stated. */
static int judge_sum(struct judge *judge, const struct judged *j)
{
	uint32_t stated;
	const char *sum;
	int rc = round_sum(judge->round, j->field, j->group, &sum, &stated);

	if (rc != VB_OK || stated != j->field->levels ||
	    strcmp(sum, j->value->text) == 0)
		return rc;
	begin(judge, j, j->value->text);
	buf_addf(&judge->text, " but its levels add up to %s", sum);
	return tell(judge, j, "sum-differs", VB_SEVERE);
}

static int judge_range(struct judge *judge, const struct judged *j)
{
	const char *value = j->value->text;

	if (has(j, EXPR_CONSTRAINT) || (number_compare(value, "0") >= 0 &&
					number_compare(value, "100") <= 0))
		return VB_OK;
	begin(judge, j, value);
	buf_adds(&judge->text, ", outside 0 to 100");
	return tell(judge, j, "rate-range", VB_SEVERE);
}

static int judge_rate(struct judge *judge, const struct judged *j)
{
	struct round *round = judge->round;
	const char *of, *per, *value = j->value->text;
	unsigned decimals = decimals_of(value);
	struct buf rate = BUF_INIT;
	uint32_t stated = 0;
	int rc;

	if (!has(j, EXPR_OF) || !has(j, EXPR_PER) ||
	    !round_knows(round, &j->rule->expr[EXPR_OF], &stated) ||
	    !round_knows(round, &j->rule->expr[EXPR_PER], &stated))
		return VB_OK;
	rc = round_number(round, j->field, EXPR_OF, j->context, &of);
	if (rc == VB_OK)
		rc = round_number(round, j->field, EXPR_PER, j->context, &per);
	if (rc != VB_OK || !of || !per || number_rate_matches(value, of, per))
		return rc;
	begin(judge, j, value);
	if (number_rate(&rate, of, per, decimals > 2 ? decimals : 2))
		buf_addf(&judge->text, " but %s/%s is %s", of, per,
			 buf_cstr(&rate));
	else
		buf_addf(&judge->text, " but %s/%s is no rate", of, per);
	if (!buf_ok(&rate))
		judge->text.failed = true;
	buf_release(&rate);
	return tell(judge, j, "rate-differs", VB_SEVERE);
}

static int judge_value(struct judge *judge, const struct judged *j)
{
	int rc = judge_constraint(judge, j);

	/* a total that is added up was not stated: nothing to compare */
	if (rc != VB_OK || !is_answered(j))
		return rc;
	rc = judge_calculate(judge, j);
	if (rc == VB_OK && j->field->type == FIELD_COUNT && j->field->levels &&
	    judge->round->level < 0)
		rc = judge_sum(judge, j);
	if (rc == VB_OK && j->field->type == FIELD_PERCENT) {
		rc = judge_range(judge, j);
		if (rc == VB_OK)
			rc = judge_rate(judge, j);
	}
	return rc;
}

int judge_field(struct judge *judge, const struct field *field, xmlNode *row,
		const struct answer_group *group, int number)
{
	struct round *round = judge->round;
	struct judged j = {
		.field = field,
		.rule = &round->rules->at[field->index],
		.value = round_value(round, field),
		.context = round_context(round, field, row),
		.group = group,
		.row = number,
	};
	bool relevant;
	int rc;

	if (round->level >= 0 && !field_has_level(field, round->level))
		return VB_OK;
	rc = judge_relevant(judge, &j, &relevant);
	if (rc != VB_OK || !relevant)
		return rc;
	rc = judge_required(judge, &j);
	if (rc != VB_OK || !j.value || !j.value->is_answered)
		return rc;
	return judge_value(judge, &j);
}
