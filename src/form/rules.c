/* rules.c - compiling the expressions of a form, and judging answers. */
#include "form/rules_impl.h"

#include "util/err.h"
#include "xml/quiet.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[EXPR_KINDS] = {
	"required", "relevant", "constraint", "calculate", "of", "per",
};

static const char *source_of(const struct field *field, int kind)
{
	switch (kind) {
	case EXPR_REQUIRED:
		return field->required;
	case EXPR_RELEVANT:
		return field->relevant;
	case EXPR_CONSTRAINT:
		return field->constraint;
	case EXPR_CALCULATE:
		return field->calculate;
	case EXPR_OF:
		return field->of;
	default:
		return field->per;
	}
}

/* ---- engines ----------------------------------------------------------- */

static void on_error(void *payload, xmlErrorPtr error)
{
	struct engine *engine = payload;

	engine->code = error->code;
}

static void engine_free(struct engine *engine, size_t n)
{
	size_t i;

	if (!engine)
		return;
	for (i = 0; engine->compiled && i < n * EXPR_KINDS; i++)
		xmlXPathFreeCompExpr(engine->compiled[i]);
	free(engine->compiled);
	xmlXPathFreeContext(engine->ctx);
	free(engine);
}

static int compile(struct engine *engine, const struct rule *rule, int kind,
		   struct vb_error *err)
{
	const struct rule_expr *expr = &rule->expr[kind];
	xmlXPathCompExprPtr compiled;

	if (!expr->source)
		return VB_OK;
	engine->code = 0;
	compiled = xmlXPathCtxtCompile(engine->ctx,
				       (const xmlChar *)expr->path);
	engine->compiled[rule->field->index * EXPR_KINDS + (size_t)kind] =
		compiled;
	if (compiled)
		return VB_OK;
	if (engine->code == XML_ERR_NO_MEMORY || engine->code == 0)
		return err_set(err, VB_NOMEM, "out of memory");
	err_where(err, "line %d", rule->field->line);
	return err_set(err, VB_FORM, "%s of '%.64s': '%.128s' is no expression",
		       kinds[kind], rule->field->id, expr->source);
}

static int engine_fill(struct engine *engine, const struct rules *rules,
		       struct vb_error *err)
{
	size_t i;
	int kind, rc = VB_OK;

	engine->compiled = calloc(rules->n * EXPR_KINDS + 1,
				  sizeof(xmlXPathCompExprPtr));
	engine->ctx = xmlXPathNewContext(NULL);
	if (!engine->compiled || !engine->ctx ||
	    xmlXPathContextSetCache(engine->ctx, 1, -1, 0) != 0)
		return err_set(err, VB_NOMEM, "out of memory");
	engine->ctx->error = on_error;
	engine->ctx->userData = engine;
	for (i = 0; i < rules->n && rc == VB_OK; i++)
		for (kind = 0; kind < EXPR_KINDS && rc == VB_OK; kind++)
			rc = compile(engine, &rules->at[i], kind, err);
	return rc;
}

static struct engine *engine_new(const struct rules *rules, int *rc,
				 struct vb_error *err)
{
	struct engine *engine = calloc(1, sizeof(*engine));
	struct xmlquiet quiet;

	if (!engine) {
		*rc = err_set(err, VB_NOMEM, "out of memory");
		return NULL;
	}
	xmlquiet_begin(&quiet);
	*rc = engine_fill(engine, rules, err);
	*rc = xmlquiet_end(&quiet, *rc, err);
	if (*rc == VB_OK)
		return engine;
	engine_free(engine, rules->n);
	return NULL;
}

/* NULL with the code in *rc. The pool's lock is held for two pointers only. */
struct engine *rules_borrow(const struct rules *rules, int *rc,
			    struct vb_error *err)
{
	struct engine *engine;

	*rc = VB_OK;
	pthread_mutex_lock(&rules->pool->lock);
	engine = rules->pool->idle;
	if (engine)
		rules->pool->idle = engine->next;
	pthread_mutex_unlock(&rules->pool->lock);
	if (!engine)
		engine = engine_new(rules, rc, err);
	if (!engine)
		return NULL;
	engine->ctx->opCount = 0;
	engine->ctx->opLimit = RULES_STEPS_MAX;
	return engine;
}

void rules_return(struct engine *engine, const struct rules *rules)
{
	engine->ctx->doc = NULL;
	engine->ctx->node = NULL;
	pthread_mutex_lock(&rules->pool->lock);
	engine->next = rules->pool->idle;
	rules->pool->idle = engine;
	pthread_mutex_unlock(&rules->pool->lock);
}

/* ---- compiling --------------------------------------------------------- */

static int read_field(struct rules *rules, const struct field *field,
		      struct vb_error *err)
{
	struct rule *rule = &rules->at[field->index];
	int kind, rc = VB_OK;

	rule->field = field;
	for (kind = 0; kind < EXPR_KINDS && rc == VB_OK; kind++) {
		const char *source = source_of(field, kind);

		if (!source)
			continue;
		rc = rule_expr_read(rules, &rule->expr[kind], field, source,
				    kinds[kind], err);
		rules->levels |= field->levels;
	}
	if (field->type == FIELD_PERCENT)
		rules->levels |= field->levels;
	return rc;
}

/* Depth first over what calculated fields need; `state` 1 is under way. */
static int order_field(struct rules *rules, const struct field *field,
		       unsigned char *state, struct vb_error *err)
{
	const struct rule_expr *expr =
		&rules->at[field->index].expr[EXPR_CALCULATE];
	size_t i;
	int rc = VB_OK;

	if (!expr->source || state[field->index] == 2)
		return VB_OK;
	if (state[field->index] == 1) {
		err_where(err, "line %d", field->line);
		return err_set(err, VB_FORM,
			       "calculate of '%.64s' needs its own result",
			       field->id);
	}
	state[field->index] = 1;
	for (i = 0; i < expr->n_refs && rc == VB_OK; i++)
		rc = order_field(rules, expr->refs[i].field, state, err);
	state[field->index] = 2;
	rules->calculated[rules->n_calculated++] = field;
	return rc;
}

static int order_calculated(struct rules *rules, struct vb_error *err)
{
	unsigned char *state = calloc(rules->n + 1, 1);
	size_t i;
	int rc = VB_OK;

	if (!state)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < rules->n && rc == VB_OK; i++)
		rc = order_field(rules, rules->form->fields[i], state, err);
	free(state);
	return rc;
}

static int read_all(struct rules *rules, struct vb_error *err)
{
	struct engine *engine;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < rules->n && rc == VB_OK; i++)
		rc = read_field(rules, rules->form->fields[i], err);
	if (rc == VB_OK)
		rc = order_calculated(rules, err);
	if (rc != VB_OK)
		return rc;
	/* compiles every expression: their faults are told now */
	engine = rules_borrow(rules, &rc, err);
	if (engine)
		rules_return(engine, rules);
	return rc;
}

int rules_new(struct rules **out, const struct vb_form *form,
	      struct vb_error *err)
{
	struct rules *rules = calloc(1, sizeof(*rules));
	struct rules_pool *pool = calloc(1, sizeof(*pool));
	int rc;

	if (!rules || !pool || pthread_mutex_init(&pool->lock, NULL) != 0) {
		free(rules);
		free(pool);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	rules->pool = pool;
	rules->form = form;
	rules->n = form->n_fields;
	rules->at = arena_array(&rules->arena, rules->n, sizeof(*rules->at));
	rules->calculated = arena_array(&rules->arena, rules->n,
					sizeof(*rules->calculated));
	rules->is_named = arena_array(&rules->arena, rules->n, sizeof(bool));
	if (rules->arena.failed)
		rc = err_set(err, VB_NOMEM, "out of memory");
	else
		rc = read_all(rules, err);
	if (rc != VB_OK) {
		if (rc == VB_FORM)
			err_file(err, form->file);
		rules_free(rules);
		return rc;
	}
	*out = rules;
	return VB_OK;
}

void rules_free(struct rules *rules)
{
	struct engine *engine, *next;

	if (!rules)
		return;
	for (engine = rules->pool->idle; engine; engine = next) {
		next = engine->next;
		engine_free(engine, rules->n);
	}
	pthread_mutex_destroy(&rules->pool->lock);
	free(rules->pool);
	arena_release(&rules->arena);
	free(rules);
}

/* ---- checking ---------------------------------------------------------- */

static bool is_judged(const struct rules *rules, const struct field *field)
{
	const struct rule *rule = &rules->at[field->index];
	int kind;

	if (field->type == FIELD_PERCENT ||
	    (field->type == FIELD_COUNT && field->levels))
		return true;
	for (kind = 0; kind < EXPR_KINDS; kind++)
		if (rule->expr[kind].source)
			return true;
	return false;
}

static int check_page(struct judge *judge)
{
	const struct rules *rules = judge->round->rules;
	const struct vb_answers *answers = judge->round->answers;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < rules->n && rc == VB_OK; i++) {
		const struct field *field = rules->form->fields[i];

		if (!field->group && is_judged(rules, field))
			rc = judge_field(judge, field, NULL,
					 field->is_base ? &answers->base
							: &answers->top,
					 0);
	}
	return rc;
}

static int check_row(struct judge *judge, const struct field *repeat,
		     const struct answer_group *row, int number)
{
	const struct rules *rules = judge->round->rules;
	size_t i;
	int rc = round_row(judge->round, repeat, row);

	for (i = 0; i < rules->n && rc == VB_OK; i++) {
		const struct field *field = rules->form->fields[i];

		if (field->group == repeat && is_judged(rules, field))
			rc = judge_field(judge, field, judge->round->row, row,
					 number);
	}
	return rc;
}

/* Whether the rows of a repeat have anything to judge in this round. */
static bool has_judged(const struct round *round, const struct field *repeat)
{
	const struct rules *rules = round->rules;
	size_t i;

	for (i = 0; i < rules->n; i++) {
		const struct field *field = rules->form->fields[i];

		if (field->group == repeat && is_judged(rules, field) &&
		    (round->level < 0 || field_has_level(field, round->level)))
			return true;
	}
	return false;
}

static int check_rows(struct judge *judge)
{
	const struct vb_answers *answers = judge->round->answers;
	const struct field *repeat;
	size_t i, k;
	int rc = VB_OK;

	for (i = 0; i < answers->top.n && rc == VB_OK; i++) {
		const struct answer *answer = &answers->top.at[i];

		repeat = form_field(judge->round->rules->form, answer->id);
		if (answer->kind != VALUE_ROWS || !repeat ||
		    !has_judged(judge->round, repeat))
			continue;
		for (k = 0; k < answer->n_rows && rc == VB_OK; k++)
			rc = check_row(judge, repeat, &answer->rows[k],
				       (int)k + 1);
	}
	return rc;
}

static int check_round(struct judge *judge, const struct rules *rules,
		       const struct vb_answers *answers, struct engine *engine,
		       int level, struct vb_error *err)
{
	int rc = round_open(judge->round, rules, answers, engine, level, err);

	if (rc == VB_OK)
		rc = check_page(judge);
	if (rc == VB_OK)
		rc = check_rows(judge);
	round_close(judge->round);
	return rc;
}

int rules_check(const struct rules *rules, const struct vb_answers *answers,
		const char *file, const struct vb_sink *sink, size_t *count,
		struct vb_error *err)
{
	struct engine *engine;
	struct xmlquiet quiet;
	struct round round;
	size_t found = 0;
	struct judge judge = {
		.round = &round,
		.file = file ? file : "",
		.sink = sink,
		.count = &found,
	};
	int level, rc;

	if (count)
		*count = 0;
	/* values of answers read without a form may be anything */
	if (!answers->form || strcmp(answers->form->id, rules->form->id) != 0)
		return err_set(err, VB_ANSWERS,
			       "the answers were not read with form '%.64s'",
			       rules->form->id);
	engine = rules_borrow(rules, &rc, err);
	if (!engine)
		return rc;
	xmlquiet_begin(&quiet);
	rc = check_round(&judge, rules, answers, engine, -1, err);
	for (level = 0; level < (int)rules->form->n_levels; level++)
		if (rc == VB_OK && (rules->levels >> level & 1))
			rc = check_round(&judge, rules, answers, engine, level,
					 err);
	rc = xmlquiet_end(&quiet, rc, err);
	if (count)
		*count = found;
	buf_release(&judge.text);
	rules_return(engine, rules);
	return rc;
}

int vb_answers_check(const struct vb_answers *answers,
		     const struct vb_form *form, const char *file,
		     const struct vb_sink *sink, size_t *count,
		     struct vb_error *err)
{
	return rules_check(form->rules, answers, file, sink, count, err);
}

/* ---- calculating ------------------------------------------------------- */

static int add_calculated(struct vb_answers *answers,
			  struct answer_group *group, const struct round *round,
			  const struct field *field, struct vb_error *err)
{
	const struct value *value = round_value(round, field);
	const char *level = "";
	struct answer *answer;
	struct vb_error own = {0};
	int rc;

	if (!value || value->answer || value->is_derived)
		return VB_OK;
	if (round->level >= 0)
		level = answers->form->levels[round->level].id;
	answer = answers_add_text(answers, group, field->id, level,
				  value->text);
	if (!answer)
		return err_set(err, VB_NOMEM, "out of memory");
	rc = answer_canonical(answers, answer, &own);
	if (rc == VB_NOMEM)
		return err_set(err, VB_NOMEM, "out of memory");
	/* a result that is no value of the type is no answer */
	if (rc != VB_OK)
		group->n--;
	return VB_OK;
}

static int calculate_page(struct vb_answers *answers, const struct round *round,
			  struct vb_error *err)
{
	const struct rules *rules = round->rules;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < rules->n_calculated && rc == VB_OK; i++) {
		const struct field *field = rules->calculated[i];

		if (field->group || (round->level >= 0 && !field->levels))
			continue;
		rc = add_calculated(answers,
				    field->is_base ? &answers->base
						   : &answers->top,
				    round, field, err);
	}
	return rc;
}

static int calculate_rows(struct vb_answers *answers, struct round *round,
			  const struct answer *repeat, struct vb_error *err)
{
	const struct rules *rules = round->rules;
	size_t i, k;
	int rc = VB_OK;

	for (k = 0; k < repeat->n_rows && rc == VB_OK; k++) {
		struct answer_group *row = &repeat->rows[k];

		rc = round_row(round, repeat->field, row);
		for (i = 0; i < rules->n_calculated && rc == VB_OK; i++) {
			const struct field *field = rules->calculated[i];

			if (field->group == repeat->field &&
			    (round->level < 0 || field->levels))
				rc = add_calculated(answers, row, round, field,
						    err);
		}
	}
	return rc;
}

static int calculate_round(const struct rules *rules,
			   struct vb_answers *answers, struct engine *engine,
			   int level, struct vb_error *err)
{
	struct round round;
	size_t i, n = answers->top.n;
	int rc = round_open(&round, rules, answers, engine, level, err);

	for (i = 0; i < n && rc == VB_OK; i++)
		if (answers->top.at[i].kind == VALUE_ROWS &&
		    answers->top.at[i].field)
			rc = calculate_rows(answers, &round,
					    &answers->top.at[i], err);
	if (rc == VB_OK)
		rc = calculate_page(answers, &round, err);
	round_close(&round);
	return rc;
}

int rules_calculate(const struct rules *rules, struct vb_answers *answers,
		    struct vb_error *err)
{
	struct engine *engine;
	struct xmlquiet quiet;
	int level, rc;

	if (rules->n_calculated == 0)
		return answers_finish(answers, err);
	engine = rules_borrow(rules, &rc, err);
	if (!engine)
		return rc;
	xmlquiet_begin(&quiet);
	rc = calculate_round(rules, answers, engine, -1, err);
	for (level = 0; level < (int)rules->form->n_levels; level++)
		if (rc == VB_OK && (rules->levels >> level & 1))
			rc = calculate_round(rules, answers, engine, level,
					     err);
	rc = xmlquiet_end(&quiet, rc, err);
	rules_return(engine, rules);
	return rc == VB_OK ? answers_finish(answers, err) : rc;
}
