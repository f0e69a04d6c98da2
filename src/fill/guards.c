/*
 * guards.c - what a section may leave empty: a cell always ends with a
 * paragraph, a row without cells and a table without rows go, a control
 * holds something, and two tables never touch.
 */
#include "fill/tidy.h"

/* The element's own properties, that stand before what it holds. */
static bool is_property(const xmlNode *node)
{
	return tree_is(node, "tcPr") || tree_is(node, "trPr") ||
	       tree_is(node, "tblPrEx") || tree_is(node, "tblPr") ||
	       tree_is(node, "tblGrid") || tree_is(node, "pPr");
}

static bool needs_guard(const xmlNode *holder)
{
	const xmlNode *node;

	for (node = holder->children; node; node = node->next) {
		enum op_kind kind;
		size_t n;

		if (pi_parse(node, &kind, &n) &&
		    (kind == OP_BEGIN || kind == OP_MARK))
			return true;
	}
	return false;
}

static bool add_pi(struct compiler *c, enum op_kind kind, xmlNode *holder,
		   xmlNode *before, xmlNode *after)
{
	xmlNode *pi = pi_new(c, kind, 0);

	if (!pi)
		return false;
	if (before)
		xmlAddPrevSibling(before, pi);
	else if (after)
		xmlAddNextSibling(after, pi);
	else
		xmlAddChild(holder, pi);
	return true;
}

static bool guard(struct compiler *c, xmlNode *holder, enum op_kind end)
{
	xmlNode *first = holder->children;
	/* the last section's properties end the body (17.6.17) */
	xmlNode *last = tree_is(holder->last, "sectPr") ? holder->last : NULL;

	while (first && is_property(first))
		first = first->next;
	return add_pi(c, OP_BODY, holder, first, NULL) &&
	       add_pi(c, end, holder, last, NULL);
}

static bool is_shell(const xmlNode *node)
{
	return tree_is(node, "sdtContent") || tree_is(node, "sdt") ||
	       tree_is(node, "customXml");
}

/* What stands around a control, other controls left out. */
static const xmlNode *around(const xmlNode *content)
{
	const xmlNode *up = content;

	while (up->parent && is_shell(up))
		up = up->parent;
	return up;
}

static bool holds_blocks(const xmlNode *node)
{
	return tree_is(node, "tc") || tree_is(node, "txbxContent") ||
	       tree_is(node, "hdr") || tree_is(node, "ftr") ||
	       tree_is(node, "footnote") || tree_is(node, "endnote") ||
	       tree_is(node, "comment");
}

/*
 * A paragraph that is all sections goes when they leave nothing: no blank
 * line where a condition stood. The only paragraph of a cell stays.
 */
static bool is_all_sections(const xmlNode *p)
{
	const xmlNode *node;
	int depth = 0;

	if (tree_is(p->parent, "tc") && !(p->next && tree_is(p->next, "p")) &&
	    !(p->prev && tree_is(p->prev, "p")))
		return false;
	for (node = p->children; node; node = node->next) {
		enum op_kind kind = OP_TEXT;
		size_t n;

		if (pi_parse(node, &kind, &n) && kind == OP_BEGIN)
			depth++;
		else if (kind == OP_END)
			depth--;
		else if (depth == 0 && !is_property(node))
			return false;
	}
	return !tree_child(tree_child(p, "pPr"), "sectPr");
}

/* A control whose only words were tags that have gone elsewhere. */
static bool refill(xmlNode *content)
{
	const xmlNode *up = around(content);
	const char *name = holds_blocks(up) || tree_is(up, "body") ? "p" : "r";

	return xmlNewChild(content, content->ns, (const xmlChar *)name, NULL) !=
	       NULL;
}

/* A table the author put last stays last: Word adds the line itself. */
static bool ends_with_table(const xmlNode *body)
{
	const xmlNode *node = body->last;
	enum op_kind kind;
	size_t n;

	while (node &&
	       (node->type != XML_ELEMENT_NODE || tree_is(node, "sectPr"))) {
		if (pi_parse(node, &kind, &n) && kind == OP_END)
			return false;
		node = node->prev;
	}
	return tree_is(node, "tbl");
}

/* What goes when nothing is left in `node`: itself, the control around, or
 * NULL when it stays. */
static xmlNode *goes_with(xmlNode *node)
{
	if (tree_is(node, "tbl") || tree_is(node, "tr") ||
	    (tree_is(node, "p") && is_all_sections(node)))
		return node;
	if (tree_is(node, "sdtContent") &&
	    (tree_is(around(node), "tbl") || tree_is(around(node), "tr")))
		return node->parent;
	return NULL;
}

static bool stays_as_is(const xmlNode *node)
{
	return tree_is(node, "p") ||
	       (tree_is(node, "body") && ends_with_table(node));
}

static bool guard_node(struct compiler *c, xmlNode *node)
{
	xmlNode *whole;

	if (tree_is(node, "sdtContent") && !node->children)
		return refill(node);
	if (node->type != XML_ELEMENT_NODE || !needs_guard(node))
		return true;
	whole = goes_with(node);
	if (whole)
		return add_pi(c, OP_MARK, NULL, whole, NULL) &&
		       guard(c, node, OP_DROP) &&
		       add_pi(c, OP_AFTER, NULL, NULL, whole);
	if (stays_as_is(node))
		return true;
	if (holds_blocks(around(node)) || tree_is(around(node), "body"))
		return guard(c, node, OP_FILL);
	return !tree_is(node, "sdtContent") || guard(c, node, OP_RUN);
}

/*
 * Two tables that touch are one in Word. Where what stands between them
 * depends on the answers, filling looks; where the author put nothing there,
 * nothing comes.
 */
static bool set_apart(struct compiler *c, xmlNode *tbl)
{
	const xmlNode *node = tbl->prev;
	bool moves = false, after = false;

	for (; node && node->type == XML_PI_NODE; node = node->prev) {
		enum op_kind kind;
		size_t n;

		if (!pi_parse(node, &kind, &n))
			continue;
		moves = moves || kind == OP_BEGIN || kind == OP_END;
		after = after || kind == OP_AFTER;
	}
	if (!moves && !(after && tree_is(node, "p")))
		return true;
	return add_pi(c, OP_APART, NULL, tbl, NULL);
}

/* Inner before outer: what drops a table is seen by the cell around it. */
int guards_pass(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;

	while (node->children)
		node = node->children;
	while (node != top) {
		xmlNode *next = node->next;

		if (next)
			while (next->type == XML_ELEMENT_NODE && next->children)
				next = next->children;
		else
			next = node->parent;
		if (!guard_node(c, node) ||
		    (tree_is(node, "tbl") && !set_apart(c, node)))
			return tidy_no_memory(c);
		node = next;
	}
	return VB_OK;
}
