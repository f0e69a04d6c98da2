/*
 * form_finish.c - closing a form: what can be judged only when all of it is
 * read. Ids, breakdowns, tables, the numbers of the marks, roll-up rules.
 */
#include "form/form_build.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/err.h"

int form_fail(const struct form_builder *b, int line, const char *fmt, ...)
{
	char text[512];
	va_list ap;
	bool is_first = !b->err || b->err->code == VB_OK;

	/* what looks absent or wrong may be what could not be copied */
	if (b->form->arena.failed)
		return form_nomem(b);
	va_start(ap, fmt);
	if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	if (is_first) {
		err_set(b->err, VB_FORM, "%s", text);
		err_file(b->err, b->form->file);
		if (line > 0)
			err_where(b->err, "line %d", line);
	}
	return VB_FORM;
}

int form_nomem(const struct form_builder *b)
{
	return err_set(b->err, VB_NOMEM, "out of memory");
}

struct node *form_add_node(struct form_builder *b, struct node *parent,
			   enum node_kind kind, int line)
{
	struct node *node = arena_new(&b->form->arena, struct node);

	if (!node)
		return NULL;
	node->kind = kind;
	node->line = line;
	node->parent = parent;
	if (!parent)
		return node;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	return node;
}

static int by_id(const void *a, const void *b)
{
	const struct field *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

static int sort_fields(struct form_builder *b)
{
	struct vb_form *form = b->form;
	size_t n = b->fields.n;

	form->fields = arena_array(&form->arena, n + 1, sizeof(*form->fields));
	form->sorted = arena_array(&form->arena, n + 1, sizeof(*form->sorted));
	if (!form->fields || !form->sorted)
		return form_nomem(b);
	for (size_t i = 0; i < n; i++) {
		b->fields.at[i]->index = i;
		form->fields[i] = form->sorted[i] = b->fields.at[i];
	}
	form->n_fields = n;
	qsort(form->sorted, n, sizeof(*form->sorted), by_id);
	for (size_t i = 1; i < n; i++) {
		const struct field *one = form->sorted[i - 1];
		const struct field *two = form->sorted[i];

		if (strcmp(one->id, two->id) != 0)
			continue;
		if (one->line > two->line) {
			two = one;
			one = form->sorted[i];
		}
		return form_fail(b, two->line,
				 "id '%s' is used twice, first on line %d",
				 two->id, one->line);
	}
	return VB_OK;
}

static const struct field *group_of(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->kind == NODE_REPEAT)
			return node->field;
	return NULL;
}

static int resolve_breakdown(struct form_builder *b, struct node *node,
			     bool *shown)
{
	const struct field *field = form_field(b->form, node->text);

	if (!field)
		return form_fail(b, node->line,
				 "breakdown of '%s': there is no such field",
				 node->text);
	if (!field->levels)
		return form_fail(
			b, node->line,
			"breakdown of '%s': the field is not by=\"level\"",
			field->id);
	if (field->is_base)
		return form_fail(
			b, node->line,
			"breakdown of '%s': base figures are not shown",
			field->id);
	if (field->group != group_of(node))
		return form_fail(
			b, node->line,
			"breakdown of '%s' does not stand in the same repeat as the field",
			field->id);
	if (shown[field->index])
		return form_fail(b, node->line,
				 "breakdown of '%s' stands on the page twice",
				 field->id);
	shown[field->index] = true;
	node->field = field;
	node->text = NULL;
	return VB_OK;
}

static int resolve_breakdowns(struct form_builder *b, struct node *parent,
			      bool *shown)
{
	int rc = VB_OK;

	for (struct node *node = parent->first; node && !rc;
	     node = node->next) {
		if (node->kind == NODE_BREAKDOWN)
			rc = resolve_breakdown(b, node, shown);
		else
			rc = resolve_breakdowns(b, node, shown);
	}
	return rc;
}

/* A figure broken down needs a place for its parts, or they could be neither
 * written nor read. */
static int check_breakdowns(struct form_builder *b)
{
	bool *shown = arena_array(&b->form->arena, b->fields.n + 1,
				  sizeof(*shown));
	int rc;

	if (!shown)
		return form_nomem(b);
	rc = resolve_breakdowns(b, b->form->root, shown);
	if (rc)
		return rc;
	for (size_t i = 0; i < b->fields.n; i++) {
		const struct field *field = b->fields.at[i];

		if (field->levels && !field->is_base && !shown[i])
			return form_fail(
				b, field->line,
				"field '%s' is by=\"level\" but no <breakdown of=\"%s\"/> shows its parts",
				field->id, field->id);
	}
	return VB_OK;
}

/* Numbers sections and lines among their siblings of the same mark: a dash
 * list between two numbered lines does not interrupt them. */
static void number_marks(struct node *parent)
{
	unsigned count[MARK_PLUS + 1] = {0};

	for (struct node *node = parent->first; node; node = node->next) {
		if (node->mark != MARK_NONE)
			node->ordinal = ++count[node->mark];
		number_marks(node);
	}
}

static int check_tables(struct form_builder *b)
{
	const struct node *node = b->form->root;
	int rc = VB_OK;

	while (!rc && (node = node_next(b->form->root, node)) != NULL)
		if (node->kind == NODE_TABLE)
			rc = form_check_table(b, node);
	return rc;
}

/* A head who signs for himself has no "KT.", and no blank for it either (ND
 * 30/2020, Phu luc I, Phan I, Muc II.7). */
static void find_lines(struct form_builder *b)
{
	const struct node *node = b->form->root;

	while ((node = node_next(b->form->root, node)) != NULL)
		if (node->kind == NODE_AUTHORITY && node->first &&
		    node->first == node->last &&
		    node->first->kind == NODE_FIELD)
			b->fields.at[node->first->field->index]->is_line = true;
}

int form_finish(struct form_builder *b)
{
	int rc;

	if (b->form->arena.failed)
		return form_nomem(b);
	if ((rc = sort_fields(b)) != VB_OK ||
	    (rc = check_breakdowns(b)) != VB_OK ||
	    (rc = check_tables(b)) != VB_OK ||
	    (rc = form_label_fields(b)) != VB_OK)
		return rc;
	number_marks(b->form->root);
	find_lines(b);
	b->form->index = once_new();
	return b->form->arena.failed || !b->form->index ? form_nomem(b) : VB_OK;
}
