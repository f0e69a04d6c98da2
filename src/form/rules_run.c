/* rules_run.c - running compiled expressions, and numbers out of them. */
#include "form/rules_impl.h"

#include "text/span.h"
#include "util/err.h"

#include <libxml/xpathInternals.h>
#include <string.h>

/* Whole numbers up to here are exact in a double. */
#define EXACT_MAX 9007199254740992.0 /* 2^53 */

static const char *const kinds[EXPR_KINDS] = {
	"required", "relevant", "constraint", "calculate", "of", "per",
};

static int run_error(struct round *round, const struct field *field,
		     enum expr_kind kind)
{
	const struct engine *engine = round->engine;

	if (engine->ctx->opLimit &&
	    engine->ctx->opCount >= engine->ctx->opLimit)
		return err_set(round->err, VB_LIMIT,
			       "%s of '%.64s': the rules take more than %lu "
			       "steps",
			       kinds[kind], field->id, RULES_STEPS_MAX);
	if (engine->code == XML_ERR_NO_MEMORY || engine->code == 0)
		return err_set(round->err, VB_NOMEM, "out of memory");
	err_where(round->err, "line %d", field->line);
	return err_set(round->err, VB_FORM, "%s of '%.64s' cannot be computed",
		       kinds[kind], field->id);
}

int round_run(struct round *round, const struct field *field,
	      enum expr_kind kind, xmlNode *context, xmlXPathObjectPtr *out)
{
	struct engine *engine = round->engine;

	engine->ctx->node = context;
	engine->code = 0;
	*out = xmlXPathCompiledEval(
		engine->compiled[field->index * EXPR_KINDS + kind],
		engine->ctx);
	return *out ? VB_OK : run_error(round, field, kind);
}

int round_test(struct round *round, const struct field *field,
	       enum expr_kind kind, xmlNode *context, bool *out)
{
	xmlXPathObjectPtr object;
	int rc = round_run(round, field, kind, context, &object);

	if (rc != VB_OK)
		return rc;
	*out = xmlXPathCastToBoolean(object) != 0;
	xmlXPathFreeObject(object);
	return VB_OK;
}

unsigned rules_decimals(enum field_type type)
{
	if (type == FIELD_COUNT)
		return 0;
	return type == FIELD_PERCENT ? 2 : 6;
}

/* Without snprintf("%f"), whose decimal mark is the locale's. */
const char *rules_number_text(struct arena *arena, double number,
			      unsigned decimals)
{
	uint64_t scale = 1, whole, fraction;
	bool is_negative = number < 0;
	double scaled;
	unsigned i;

	for (i = 0; i < decimals; i++)
		scale *= 10;
	if (is_negative)
		number = -number;
	scaled = number * (double)scale + 0.5;
	/* also false for NaN */
	if (!(scaled < EXACT_MAX))
		return NULL;
	whole = (uint64_t)scaled / scale;
	fraction = (uint64_t)scaled % scale;
	while (decimals && fraction % 10 == 0) {
		fraction /= 10;
		decimals--;
	}
	if (whole == 0 && fraction == 0)
		return arena_str(arena, "0");
	if (decimals == 0)
		return arena_printf(arena, "%s%llu", is_negative ? "-" : "",
				    (unsigned long long)whole);
	return arena_printf(arena, "%s%llu.%0*llu", is_negative ? "-" : "",
			    (unsigned long long)whole, (int)decimals,
			    (unsigned long long)fraction);
}

/* Text results of fields that are no numbers stay as they are. */
static const char *text_result(struct round *round, xmlXPathObjectPtr object)
{
	xmlChar *text = xmlXPathCastToString(object);
	struct text_span words;
	const char *copy;

	if (!text)
		return NULL;
	words = text_trim((const char *)text, strlen((const char *)text));
	copy = arena_strn(round->use, words.at, words.size);
	xmlFree(text);
	return copy;
}

static bool is_numeric(enum field_type type)
{
	return type == FIELD_COUNT || type == FIELD_NUMBER ||
	       type == FIELD_PERCENT;
}

/* A count that comes out broken is nothing anybody can state. */
static bool is_whole(double number)
{
	return number > -EXACT_MAX && number < EXACT_MAX &&
	       (double)(int64_t)number == number;
}

int round_number(struct round *round, const struct field *field,
		 enum expr_kind kind, xmlNode *context, const char **out)
{
	const struct rule_expr *expr =
		&round->rules->at[field->index].expr[kind];
	unsigned decimals = rules_decimals(field->type);
	xmlXPathObjectPtr object;
	double number;
	int rc;

	*out = NULL;
	if (kind != EXPR_CALCULATE) {
		decimals = rules_decimals(FIELD_NUMBER);
		if (expr->plain && is_numeric(expr->plain->type)) {
			*out = round_value(round, expr->plain)->text;
			return VB_OK;
		}
	}
	rc = round_run(round, field, kind, context, &object);
	if (rc != VB_OK)
		return rc;
	if (kind == EXPR_CALCULATE && !is_numeric(field->type)) {
		*out = text_result(round, object);
		if (!*out)
			rc = err_set(round->err, VB_NOMEM, "out of memory");
	} else {
		number = xmlXPathCastToNumber(object);
		if (decimals || is_whole(number))
			*out = rules_number_text(round->use, number, decimals);
		if (round->use->failed)
			rc = err_set(round->err, VB_NOMEM, "out of memory");
	}
	xmlXPathFreeObject(object);
	return rc;
}
