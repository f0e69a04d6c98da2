/*
 * rules_tree.c - the document a round of rules is judged on.
 *
 * The nodes are laid out in an arena rather than by libxml2: XPath only reads
 * them, they borrow their words from the answers, and a page of 60 fields is
 * made six times in a check. No libxml2 function that frees or changes nodes
 * may ever see them.
 */
#include "form/rules_impl.h"

#include "text/number.h"
#include "util/err.h"

#include <string.h>

static int nomem(struct round *round)
{
	return err_set(round->err, VB_NOMEM, "out of memory");
}

static xmlNode *new_node(struct round *round, xmlElementType type,
			 const char *name, xmlNode *parent)
{
	xmlNode *node = arena_new(round->use, xmlNode);

	if (!node)
		return NULL;
	node->type = type;
	node->name = (const xmlChar *)name;
	node->doc = &round->doc;
	node->parent = parent;
	if (!parent)
		return node;
	node->prev = parent->last;
	if (parent->last)
		parent->last->next = node;
	else
		parent->children = node;
	parent->last = node;
	return node;
}

static xmlNode *new_element(struct round *round, const char *name,
			    xmlNode *parent)
{
	return new_node(round, XML_ELEMENT_NODE, name, parent);
}

/* libxml2 keeps content unconst, and XPath never writes to it. */
static xmlChar *borrow(const char *text)
{
	union {
		const char *in;
		xmlChar *out;
	} words = {.in = text};

	return words.out;
}

static bool add_words(struct round *round, xmlNode *parent, const char *text)
{
	xmlNode *node;

	if (!text || !text[0])
		return true;
	node = new_node(round, XML_TEXT_NODE, "text", parent);
	if (!node)
		return false;
	node->content = borrow(text);
	return true;
}

static bool add_part(struct round *round, xmlNode *parent, const char *name,
		     const char *text)
{
	xmlNode *node;

	if (!text)
		return true;
	node = new_element(round, name, parent);
	return node && add_words(round, node, text);
}

static bool add_content(struct round *round, xmlNode *node,
			const struct answer *answer)
{
	size_t i, k;

	switch (answer->kind) {
	case VALUE_TEXT:
		return add_words(round, node, answer->text);
	case VALUE_DOCREF:
		return add_part(round, node, "number", answer->docref.number) &&
		       add_part(round, node, "date", answer->docref.date) &&
		       add_part(round, node, "issuer", answer->docref.issuer);
	case VALUE_FILES:
		for (i = 0; i < answer->n_files; i++)
			if (!add_part(round, node, "file", answer->files[i]))
				return false;
		return true;
	case VALUE_PARAS:
		for (i = 0; i < answer->n_paras; i++) {
			const struct answer_para *para = &answer->paras[i];

			if (i && !add_words(round, node, "\n"))
				return false;
			for (k = 0; k < para->n; k++)
				if (!add_words(round, node,
					       para->spans[k].text))
					return false;
		}
		return true;
	case VALUE_EMPTY:
	case VALUE_ROWS:
		break;
	}
	return true;
}

static bool is_answered(const struct answer *answer)
{
	return answer->kind != VALUE_EMPTY &&
	       (answer->kind != VALUE_TEXT || answer->size > 0);
}

/* An element with a value that no answer states. */
static int add_made(struct round *round, const struct field *field,
		    xmlNode *parent, struct value *value)
{
	xmlNode *node = new_element(round, field->id, parent);

	if (!node || !add_words(round, node, value->text))
		return nomem(round);
	value->is_answered = true;
	node->_private = value;
	round->nodes[field->index] = node;
	return VB_OK;
}

int round_sum(struct round *round, const struct field *field,
	      const struct answer_group *group, const char **sum,
	      uint32_t *stated)
{
	const struct vb_form *form = round->rules->form;
	struct buf next = BUF_INIT;
	int i;

	*sum = "0";
	*stated = 0;
	for (i = 0; i < (int)form->n_levels && *sum; i++) {
		const struct answer *answer;

		if (!field_has_level(field, i))
			continue;
		answer = answers_find(group, field->id, form->levels[i].id);
		if (!answer || answer->kind != VALUE_TEXT)
			continue;
		*stated |= (uint32_t)1 << i;
		buf_clear(&next);
		number_add(&next, *sum, answer->text);
		*sum = buf_ok(&next) ? arena_str(round->use, buf_cstr(&next))
				     : NULL;
	}
	buf_release(&next);
	return *sum ? VB_OK : nomem(round);
}

/* The total of a broken-down number that states levels only. */
static int add_derived(struct round *round, const struct field *field,
		       const struct answer_group *group, xmlNode *parent)
{
	struct value *value;
	uint32_t stated;
	const char *sum;
	int rc = round_sum(round, field, group, &sum, &stated);

	if (rc != VB_OK || !stated)
		return rc;
	value = arena_new(round->use, struct value);
	if (!value)
		return nomem(round);
	value->text = sum;
	value->is_derived = true;
	value->stated = stated;
	return add_made(round, field, parent, value);
}

static int add_answer(struct round *round, const struct field *field,
		      const struct answer *answer, xmlNode *parent)
{
	xmlNode *node = new_element(round, field->id, parent);
	struct value *value = arena_new(round->use, struct value);

	if (!node || !value || !add_content(round, node, answer))
		return nomem(round);
	value->answer = answer;
	value->text = answer->kind == VALUE_TEXT ? answer->text : "";
	value->is_answered = is_answered(answer);
	node->_private = value;
	round->nodes[field->index] = node;
	return VB_OK;
}

static int add_field(struct round *round, const struct field *field,
		     const struct answer_group *group, xmlNode *parent)
{
	const struct answer *answer;
	const char *level = "";

	round->nodes[field->index] = NULL;
	if (field->levels && round->level >= 0) {
		if (!field_has_level(field, round->level))
			return VB_OK;
		level = round->rules->form->levels[round->level].id;
	}
	answer = answers_find(group, field->id, level);
	if (answer)
		return add_answer(round, field, answer, parent);
	if (field->levels && round->level < 0 &&
	    (field->type == FIELD_COUNT || field->type == FIELD_NUMBER))
		return add_derived(round, field, group, parent);
	return VB_OK;
}

/* ---- what is calculated ------------------------------------------------ */

static int calculate(struct round *round, const struct field *field,
		     xmlNode *context, xmlNode *parent)
{
	const struct rules *rules = round->rules;
	struct value *value;
	const char *text;
	int rc;

	if (round_value(round, field) ||
	    (field->levels && round->level >= 0 &&
	     !field_has_level(field, round->level)) ||
	    !round_knows(round, &rules->at[field->index].expr[EXPR_CALCULATE],
			 NULL))
		return VB_OK;
	rc = round_number(round, field, EXPR_CALCULATE, context, &text);
	if (rc != VB_OK || !text || !text[0])
		return rc;
	value = arena_new(round->use, struct value);
	if (!value)
		return nomem(round);
	value->text = text;
	return add_made(round, field, parent, value);
}

static int calculate_group(struct round *round, const struct field *group,
			   xmlNode *row)
{
	const struct rules *rules = round->rules;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < rules->n_calculated && rc == VB_OK; i++) {
		const struct field *field = rules->calculated[i];

		if (field->group != group)
			continue;
		rc = calculate(round, field,
			       row ? row : round_context(round, field, NULL),
			       row		? row
			       : field->is_base ? round->base
						: round->root);
	}
	return rc;
}

/* ---- the page and its rows --------------------------------------------- */

static int add_row(struct round *round, const struct field *repeat,
		   const struct answer_group *row, xmlNode **out)
{
	const struct vb_form *form = round->rules->form;
	xmlNode *node = new_element(round, repeat->id, round->root);
	size_t i;
	int rc;

	if (!node)
		return nomem(round);
	for (i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		if (field->group != repeat)
			continue;
		rc = add_field(round, field, row, node);
		if (rc != VB_OK)
			return rc;
	}
	*out = node;
	return calculate_group(round, repeat, node);
}

static int add_rows(struct round *round, const struct field *repeat)
{
	const struct answer *answer = answers_find(&round->answers->top,
						   repeat->id, "");
	struct value *value;
	xmlNode *node = NULL;
	size_t i;
	int rc = VB_OK;

	if (!answer)
		return VB_OK;
	for (i = 0; i < answer->n_rows && rc == VB_OK; i++)
		rc = add_row(round, repeat, &answer->rows[i], &node);
	if (rc != VB_OK)
		return rc;
	value = arena_new(round->use, struct value);
	/* nobody looks at the node of a repeat without rows but us */
	if (!node)
		node = new_element(round, repeat->id, NULL);
	if (!value || !node)
		return nomem(round);
	value->answer = answer;
	value->text = "";
	value->is_answered = answer->n_rows > 0;
	node->_private = value;
	round->nodes[repeat->index] = node;
	return VB_OK;
}

static int build_page(struct round *round)
{
	const struct vb_form *form = round->rules->form;
	const struct vb_answers *answers = round->answers;
	bool has_rows = false;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < form->n_fields && rc == VB_OK; i++) {
		const struct field *field = form->fields[i];

		if (field->is_base)
			rc = add_field(round, field, &answers->base,
				       round->base);
		else if (!field->group && field->type != FIELD_REPEAT)
			rc = add_field(round, field, &answers->top,
				       round->root);
	}
	if (rc == VB_OK)
		rc = calculate_group(round, NULL, NULL);
	for (i = 0; i < form->n_fields && rc == VB_OK; i++) {
		if (!round->rules->is_named[i])
			continue;
		has_rows = true;
		rc = add_rows(round, form->fields[i]);
	}
	/* what is calculated from the rows */
	if (rc == VB_OK && has_rows)
		rc = calculate_group(round, NULL, NULL);
	return rc;
}

int round_open(struct round *round, const struct rules *rules,
	       const struct vb_answers *answers, struct engine *engine,
	       int level, struct vb_error *err)
{
	memset(round, 0, sizeof(*round));
	round->rules = rules;
	round->answers = answers;
	round->engine = engine;
	round->level = level;
	round->err = err;
	round->use = &round->arena;
	round->doc.type = XML_DOCUMENT_NODE;
	round->doc.doc = &round->doc;
	engine->ctx->doc = &round->doc;
	round->nodes = arena_array(&round->arena, rules->n,
				   sizeof(*round->nodes));
	round->root = new_element(round, "answers", NULL);
	if (!round->nodes || !round->root)
		return nomem(round);
	round->root->parent = (xmlNode *)&round->doc;
	round->doc.children = round->root;
	round->doc.last = round->root;
	round->base = new_element(round, "base", round->root);
	return round->base ? build_page(round) : nomem(round);
}

void round_close(struct round *round)
{
	arena_release(&round->arena);
	arena_release(&round->row_arena);
}

static void unlink_node(xmlNode *node)
{
	xmlNode *parent = node->parent;

	if (node->prev)
		node->prev->next = node->next;
	else
		parent->children = node->next;
	if (node->next)
		node->next->prev = node->prev;
	else
		parent->last = node->prev;
}

int round_row(struct round *round, const struct field *repeat,
	      const struct answer_group *row)
{
	xmlNode *node, *next;

	if (round->row) {
		unlink_node(round->row);
		arena_release(&round->row_arena);
	} else {
		/* a row sees the page alone: that keeps many rows linear */
		for (node = round->root->children; node; node = next) {
			const struct field *field = form_field(
				round->rules->form, (const char *)node->name);

			next = node->next;
			if (field && field->type == FIELD_REPEAT)
				unlink_node(node);
		}
	}
	round->use = &round->row_arena;
	round->row = NULL;
	return add_row(round, repeat, row, &round->row);
}

/* ---- looking things up ------------------------------------------------- */

static const struct value *value_of(const xmlNode *node)
{
	return node ? node->_private : NULL;
}

const struct value *round_value(const struct round *round,
				const struct field *field)
{
	return value_of(round->nodes[field->index]);
}

xmlNode *round_context(const struct round *round, const struct field *field,
		       xmlNode *row)
{
	return field->group ? row : round->root;
}

/* A field of rows, from outside: every row has it. Names are borrowed from
 * the form, so that pointers are enough. */
static bool rows_know(const struct round *round, const struct field *field)
{
	const xmlNode *row, *node;

	for (row = round->root->children; row; row = row->next) {
		const struct value *value = NULL;

		if (row->name != (const xmlChar *)field->group->id)
			continue;
		for (node = row->children; node; node = node->next)
			if (node->name == (const xmlChar *)field->id)
				value = value_of(node);
		if (!value || !value->is_answered)
			return false;
	}
	return true;
}

bool round_knows(const struct round *round, const struct rule_expr *expr,
		 uint32_t *stated)
{
	uint32_t own = 0;
	size_t i;

	if (!stated)
		stated = &own;

	for (i = 0; i < expr->n_refs; i++) {
		const struct field *field = expr->refs[i].field;
		const struct value *value;

		if (expr->refs[i].is_inner) {
			if (!rows_know(round, field))
				return false;
			continue;
		}
		value = round_value(round, field);
		if (!value || !value->is_answered)
			return false;
		if (!value->is_derived)
			continue;
		/* sums over different levels cannot be compared */
		if (*stated && *stated != value->stated)
			return false;
		*stated = value->stated;
	}
	return true;
}
