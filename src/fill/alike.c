/*
 * alike.c - the filter `merge`: a cell of a repeated row goes on with the one
 * above when its value is the same (ECMA-376-1 17.4.84).
 *
 * While compiling, <?vb x SLOT?> takes the place of w:vMerge in the properties
 * of the cell; while filling it becomes one that begins or one that goes on,
 * and the slot behind it writes its bookmark without words.
 */
#include "fill/filters.h"
#include "fill/render.h"
#include "fill/tidy.h"
#include "fill/write.h"

#include <stdlib.h>
#include <string.h>

/* ---- compiling ---------------------------------------------------------- */

/* True when nothing else is in the cell than a slot. */
static bool is_alone(const xmlNode *cell, const xmlNode *slot)
{
	static const char *const others[] = {"tbl", "tab",     "br",
					     "sym", "drawing", "pict"};
	xmlNode *node = (xmlNode *)cell;
	size_t n = 0, i;

	while ((node = tree_next(cell, node, false))) {
		enum op_kind kind;
		size_t at;

		if (tree_is(node, "tcPr") || tree_is(node, "pPr"))
			continue;
		if (pi_parse(node, &kind, &at) && node != slot)
			return false;
		if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
			return false;
		for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
			if (tree_is(node, others[i]) &&
			    !tree_is(node->parent, "tabs"))
				return false;
		/* a block slot stands where its paragraph stood */
		n += tree_is(node, "p") ||
		     (node == slot && node->parent == cell);
	}
	return n == 1;
}

static const xmlNode *beside(const xmlNode *node, bool is_next)
{
	do {
		node = is_next ? node->next : node->prev;
	} while (node && node->type == XML_TEXT_NODE);
	return node;
}

/* True when a repeat holds this row and nothing else. */
static bool is_repeated(const struct compiler *c, const xmlNode *row)
{
	enum op_kind open, close;
	size_t from, to;

	return tree_is(row, "tr") &&
	       pi_parse(beside(row, false), &open, &from) &&
	       pi_parse(beside(row, true), &close, &to) && open == OP_BEGIN &&
	       close == OP_END && from == to && walk_repeats(c, from);
}

/* True when the row has as many cells each time. */
static bool is_steady(const xmlNode *row)
{
	const xmlNode *node;

	for (node = row->children; node; node = node->next)
		if (node->type == XML_PI_NODE)
			return false;
	return true;
}

/* Puts <?vb x N?> where w:vMerge stands (17.4.66): behind the width and
 * span; false out of memory. */
static bool place(struct compiler *c, xmlNode *cell, size_t n)
{
	static const char *const before[] = {"cnfStyle", "tcW", "gridSpan",
					     "hMerge"};
	xmlNode *pr = tree_child(cell, "tcPr");
	xmlNode *at = NULL, *pi = pi_new(c, OP_ALIKE, n);
	size_t i;

	if (pi && !pr) {
		pr = xmlNewNode(cell->ns, (const xmlChar *)"tcPr");
		if (pr && cell->children)
			xmlAddPrevSibling(cell->children, pr);
		else if (pr)
			xmlAddChild(cell, pr);
	}
	if (!pi || !pr) {
		xmlFreeNode(pi);
		return false;
	}
	for (i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		if (tree_child(pr, before[i]))
			at = tree_child(pr, before[i]);
	if (at)
		xmlAddNextSibling(at, pi);
	else if (pr->children)
		xmlAddPrevSibling(pr->children, pi);
	else
		xmlAddChild(pr, pi);
	return true;
}

static bool visit_slot(struct compiler *c, const xmlNode *pi, size_t n)
{
	struct slot *slot = &c->tpl->slots.at[n];
	xmlNode *cell = tree_above(pi, "tc");
	const char *wants = NULL;

	if (!cell || !is_alone(cell, pi))
		wants = "to stand alone in a cell";
	else if (!is_repeated(c, cell->parent) || !is_steady(cell->parent))
		wants = "a repeat of one row around its cell";
	else if (tree_child(tree_child(cell, "tcPr"), "vMerge"))
		wants = "a cell that is not merged";
	if (wants) {
		faults_add(c, "bad-filter", VB_SEVERE, pi, &slot->name,
			   "the filter 'merge' of '%s' wants %s", slot->name.id,
			   wants);
		return true;
	}
	slot->alike = ++c->tpl->n_alike;
	return place(c, cell, n);
}

int alike_pass(struct compiler *c)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	enum op_kind kind;
	size_t n;

	for (; node; node = tree_next(top, node, false))
		if (pi_parse(node, &kind, &n) && kind == OP_SLOT &&
		    c->tpl->slots.at[n].filters &&
		    c->tpl->slots.at[n].filters->merges &&
		    !visit_slot(c, node, n))
			return tidy_no_memory(c);
	return VB_OK;
}

/* ---- filling ------------------------------------------------------------ */

/* Values, not the words that show them: what differs is read back as it
 * was. One that is not answered is never like another. */
static bool is_like(const struct answer *a, const struct answer *b)
{
	return a && b && a->kind == VALUE_TEXT && b->kind == VALUE_TEXT &&
	       a->size == b->size && a->size > 0 && !a->is_irrelevant &&
	       !b->is_irrelevant && memcmp(a->text, b->text, a->size) == 0;
}

void alike_begin(struct renderer *r, size_t n)
{
	const struct slot *slot = &r->tpl->slots.at[n];
	const struct frame *loop = &r->frames[r->depth - 1];
	const struct answer *answer = render_find(r, &slot->name, slot->field);
	struct alike *above = &r->alike[slot->alike - 1];

	above->goes_on = loop->is_loop && loop->list &&
			 loop->list == above->list &&
			 loop->row == above->row + 1 &&
			 is_like(answer, above->answer);
	above->list = loop->list;
	above->row = loop->row;
	above->answer = answer;
	if (above->goes_on)
		ADD(r->out, "<w:vMerge/>");
	else
		ADD(r->out, "<w:vMerge w:val=\"restart\"/>");
}

bool alike_goes_on(const struct renderer *r, const struct slot *slot)
{
	return slot->alike && r->alike[slot->alike - 1].goes_on;
}
