/*
 * merges.c - cells merged downwards that begin in a repeated row and go on in
 * the row behind it: without an item they would begin nowhere (17.4.84). The
 * row behind asks, when it is written, whether the repeat was passed over.
 */
#include "fill/tidy.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static long number(const xmlNode *pr, const char *name, long other)
{
	const char *text = tree_child_val(pr, name);
	long n = text ? strtol(text, NULL, 10) : other;

	return n >= 0 && n < 1000 ? n : other;
}

/* The cell of a row that begins at a column of the grid, or NULL. */
static xmlNode *cell_at(const xmlNode *row, long column)
{
	long at = number(tree_child(row, "trPr"), "gridBefore", 0);
	xmlNode *cell = row->children;

	for (; cell && at <= column; cell = cell->next) {
		if (!tree_is(cell, "tc"))
			continue;
		if (at == column)
			return cell;
		at += number(tree_child(cell, "tcPr"), "gridSpan", 1);
	}
	return NULL;
}

/* The element of a cell that goes on with the one above, or NULL. */
static xmlNode *goes_on(const xmlNode *cell)
{
	xmlNode *merge = tree_child(tree_child(cell, "tcPr"), "vMerge");

	return merge && strcmp(tree_attr(merge, "val"), "restart") != 0 ? merge
									: NULL;
}

/* The section that ends right before a row; NULL when none does. */
static const xmlNode *ends_before(const xmlNode *row, size_t *section)
{
	const xmlNode *node = row->prev;
	enum op_kind kind;

	while (node && node->type == XML_PI_NODE) {
		if (pi_parse(node, &kind, section) && kind == OP_END)
			return node;
		node = node->prev;
	}
	return NULL;
}

/* True when the merge that a column goes on with begins in the section that
 * ends there. */
static bool begins_inside(const xmlNode *end, long column)
{
	const xmlNode *node = end->prev;
	int depth = 1;

	for (; node && depth > 0; node = node->prev) {
		const xmlNode *cell;
		enum op_kind kind;
		size_t n;

		if (pi_parse(node, &kind, &n))
			depth += (kind == OP_END) - (kind == OP_BEGIN);
		if (!tree_is(node, "tr"))
			continue;
		cell = cell_at(node, column);
		if (!goes_on(cell))
			return tree_child(tree_child(cell, "tcPr"), "vMerge") !=
			       NULL;
	}
	return false;
}

static bool visit_row(const xmlNode *row)
{
	size_t section;
	const xmlNode *end = ends_before(row, &section);
	long column = number(tree_child(row, "trPr"), "gridBefore", 0);
	xmlNode *cell = end ? row->children : NULL;

	for (; cell; cell = cell->next) {
		xmlNode *merge = goes_on(cell);

		if (!tree_is(cell, "tc"))
			continue;
		if (merge && begins_inside(end, column)) {
			if (!xmlSetNsProp(merge, merge->ns,
					  (const xmlChar *)"val",
					  (const xmlChar *)"continue") ||
			    !hole_set(merge, "val", OP_MERGE, section))
				return false;
		}
		column += number(tree_child(cell, "tcPr"), "gridSpan", 1);
	}
	return true;
}

int merges_pass(struct compiler *c)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);

	if (!c->tpl->sections.n)
		return VB_OK;
	for (; node; node = tree_next(top, node, false))
		if (tree_is(node, "tr") && !visit_row(node))
			return tidy_no_memory(c);
	return VB_OK;
}
