/*
 * columns.c - sections around cells: the grid of their table follows.
 *
 *	<w:tblGrid>  the columns of the section are repeated, their width is
 *	             shared (ECMA-376-1 17.4.48: as many w:gridCol as columns)
 *	w:tcW        so is the width of the cells in it
 *	w:gridSpan   of a cell of another row that reaches over them grows
 *
 * Rows that repeat the same columns do so over the same list. The grid is that
 * of the first row with such a section that is not itself repeated: what a
 * list in each row holds is not known where the grid stands.
 */
#include "fill/compile.h"
#include "fill/tidy.h"

#include "util/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A section of cells, by grid columns. */
struct group {
	size_t section;
	size_t from, to; /* the first, past the last */
};

struct groups {
	VEC(struct group);
};

static size_t number(const xmlNode *node, const char *name, size_t otherwise)
{
	const char *val = tree_child_val(node, name);
	long n = val ? strtol(val, NULL, 10) : 0;

	return n > 0 && n <= FILL_COLUMNS_MAX ? (size_t)n : otherwise;
}

static size_t span_of(const xmlNode *cell)
{
	return number(tree_child(cell, "tcPr"), "gridSpan", 1);
}

static bool has_bound(const xmlNode *row)
{
	const xmlNode *node;
	enum op_kind kind;
	size_t n;

	for (node = row->children; node; node = node->next)
		if (pi_parse(node, &kind, &n) && kind == OP_BEGIN)
			return true;
	return false;
}

/* True when a section is around the row. */
static bool is_repeated(const xmlNode *row)
{
	enum op_kind kind;
	int depth = 0;
	size_t n;

	for (row = row->prev; row; row = row->prev) {
		if (!pi_parse(row, &kind, &n))
			continue;
		if (kind == OP_BEGIN)
			depth++;
		else if (kind == OP_END)
			depth--;
	}
	return depth > 0;
}

/* ---- numbers that are known when a document is filled -------------------- */

static int put_hole(struct compiler *c, enum op_kind kind, size_t n,
		    xmlNode *node, const char *attribute)
{
	if (xmlSetNsProp(node, node->ns, (const xmlChar *)attribute,
			 (const xmlChar *)"0") &&
	    hole_set(node, attribute, kind, n))
		return VB_OK;
	return err_set(c->err, VB_NOMEM, "out of memory");
}

static int share_width(struct compiler *c, xmlNode *node)
{
	const char *type = tree_attr(node, "type");
	long width = strtol(tree_attr(node, "w"), NULL, 10);

	if (width <= 0 || width > FILL_WIDTH_MAX ||
	    (*type && strcmp(type, "dxa") != 0 && strcmp(type, "pct") != 0))
		return VB_OK;
	return put_hole(c, OP_WIDTH, (size_t)width, node, "w");
}

/* A cell over all columns of a group spans as many as there will be. */
static int grow_span(struct compiler *c, xmlNode *cell,
		     const struct group *group)
{
	xmlNode *pr = tree_child(cell, "tcPr");
	xmlNode *node = tree_child(pr, "gridSpan");
	xmlNode *width = tree_child(pr, "tcW");
	struct grid_span *span = vec_push(&c->tpl->grid_spans);

	if (!span)
		return err_set(c->err, VB_NOMEM, "out of memory");
	span->section = group->section;
	span->step = group->to - group->from;
	span->base = span_of(cell) - span->step;
	if (!pr) {
		pr = xmlNewDocNode(c->doc, cell->ns, (const xmlChar *)"tcPr",
				   NULL);
		if (!pr)
			return err_set(c->err, VB_NOMEM, "out of memory");
		if (cell->children)
			xmlAddPrevSibling(cell->children, pr);
		else
			xmlAddChild(cell, pr);
	}
	if (!node) {
		node = xmlNewDocNode(c->doc, cell->ns,
				     (const xmlChar *)"gridSpan", NULL);
		if (!node)
			return err_set(c->err, VB_NOMEM, "out of memory");
		/* behind w:tcW in the sequence of 17.4.69 */
		if (width)
			xmlAddNextSibling(width, node);
		else if (pr->children)
			xmlAddPrevSibling(pr->children, node);
		else
			xmlAddChild(pr, node);
	}
	return put_hole(c, OP_SPAN, c->tpl->grid_spans.n - 1, node, "val");
}

/* ---- rows ---------------------------------------------------------------- */

static const struct group *group_over(const struct groups *groups, size_t from,
				      size_t to)
{
	size_t i;

	for (i = 0; i < groups->n; i++)
		if (groups->at[i].from >= from && groups->at[i].to <= to)
			return &groups->at[i];
	return NULL;
}

static bool overlaps(const struct groups *groups, size_t from, size_t to)
{
	size_t i;

	for (i = 0; i < groups->n; i++)
		if (groups->at[i].from < to && from < groups->at[i].to &&
		    (groups->at[i].from != from || groups->at[i].to != to))
			return true;
	return false;
}

static int add_group(struct compiler *c, struct groups *groups,
		     const xmlNode *row, const struct group *group)
{
	const struct group *known = group_over(groups, group->from, group->to);
	struct group *slot;

	if (overlaps(groups, group->from, group->to)) {
		faults_add(c, "section-shape", VB_SEVERE, row,
			   &c->tpl->sections.at[group->section].name,
			   "the rows of a table repeat other columns");
		return VB_OK;
	}
	if (known || is_repeated(row))
		return VB_OK;
	slot = vec_push(groups);
	if (!slot)
		return err_set(c->err, VB_NOMEM, "out of memory");
	*slot = *group;
	return VB_OK;
}

/* The cells of a row; with `spans` those outside of sections grow, else the
 * sections are noted. */
static int read_row(struct compiler *c, struct groups *groups, xmlNode *row,
		    bool spans)
{
	size_t at = number(tree_child(row, "trPr"), "gridBefore", 0);
	struct group group = {0};
	xmlNode *node;
	int depth = 0, rc = VB_OK;

	for (node = row->children; node && rc == VB_OK; node = node->next) {
		enum op_kind kind = OP_TEXT;
		size_t n;

		if (pi_parse(node, &kind, &n) && kind == OP_BEGIN) {
			if (depth++ == 0) {
				group.section = n;
				group.from = at;
			}
		} else if (kind == OP_END && --depth == 0) {
			group.to = at;
			if (!spans)
				rc = add_group(c, groups, row, &group);
		} else if (tree_is(node, "tc")) {
			const struct group *over;
			xmlNode *width = tree_child(tree_child(node, "tcPr"),
						    "tcW");
			size_t to = at + span_of(node);

			over = depth ? NULL : group_over(groups, at, to);
			at = to;
			if (spans && over)
				rc = grow_span(c, node, over);
			else if (spans && depth == 1 && width)
				rc = share_width(c, width);
		}
	}
	return rc;
}

/* ---- tables -------------------------------------------------------------- */

static int bound_before(struct compiler *c, enum op_kind kind, size_t section,
			xmlNode *node)
{
	xmlNode *pi = pi_new(c, kind, section);

	if (pi)
		xmlAddPrevSibling(node, pi);
	return pi ? VB_OK : VB_NOMEM;
}

static int repeat_grid(struct compiler *c, const struct groups *groups,
		       xmlNode *grid)
{
	xmlNode *node = grid ? grid->children : NULL;
	size_t at = 0, i;
	int rc = VB_OK;

	for (; node && rc == VB_OK; node = node->next) {
		bool is_column = tree_is(node, "gridCol");
		xmlNode *end;

		for (i = 0; is_column && i < groups->n && rc == VB_OK; i++) {
			const struct group *group = &groups->at[i];

			if (at == group->from)
				rc = bound_before(c, OP_BEGIN, group->section,
						  node);
			if (rc == VB_OK && at >= group->from && at < group->to)
				rc = share_width(c, node);
			if (rc != VB_OK || at + 1 != group->to)
				continue;
			end = pi_new(c, OP_END, group->section);
			if (!end)
				return VB_NOMEM;
			xmlAddNextSibling(node, end);
		}
		at += is_column;
	}
	return rc;
}

static int take_table(struct compiler *c, xmlNode *table)
{
	struct groups groups = {0};
	xmlNode *row;
	int rc = VB_OK;

	for (row = table->children; row && rc == VB_OK; row = row->next)
		if (tree_is(row, "tr") && has_bound(row))
			rc = read_row(c, &groups, row, false);
	for (row = table->children; row && rc == VB_OK; row = row->next)
		if (tree_is(row, "tr") && (groups.n || has_bound(row)))
			rc = read_row(c, &groups, row, true);
	if (rc == VB_OK)
		rc = repeat_grid(c, &groups, tree_child(table, "tblGrid"));
	vec_release(&groups);
	return rc;
}

int columns_pass(struct compiler *c)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	int rc = VB_OK;

	for (; node && rc == VB_OK; node = tree_next(top, node, false))
		if (tree_is(node, "tbl"))
			rc = take_table(c, node);
	return rc;
}
