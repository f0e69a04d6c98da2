/*
 * breaks.c - the properties of a section of pages stand in its last paragraph
 * (ECMA-376-1 17.6.18). When a condition or a repeat without items takes that
 * paragraph along, what stands before would fall into the next section and
 * change its paper, margins and header: an empty line one point high with
 * the properties stays in its place.
 */
#include "fill/tidy.h"

#include "util/err.h"

#include <string.h>

struct open {
	size_t section;
	bool has_before; /* pages of the same section stand before */
	xmlNode *ending; /* the first w:sectPr in it */
};

bool breaks_thin(xmlNode *ppr)
{
	static const char *const ATTRS[][2] = {{"before", "0"},
					       {"after", "0"},
					       {"line", "20"},
					       {"lineRule", "exact"}};
	xmlNode *spacing = tidy_ppr_child(ppr, "spacing");
	size_t i;

	for (i = 0; spacing && i < 4; i++)
		if (!xmlNewNsProp(spacing, ppr->ns,
				  (const xmlChar *)ATTRS[i][0],
				  (const xmlChar *)ATTRS[i][1]))
			return false;
	return spacing != NULL;
}

static bool keep(struct compiler *c, xmlNode *end, const struct open *open)
{
	const struct section *section = &c->tpl->sections.at[open->section];
	struct name name = section->name;
	xmlNode *body = end->parent;
	xmlNode *p, *ppr, *after;
	size_t other;

	if (section_new(&other, c, &name, section->field,
			!section->is_inverted))
		return false;
	p = xmlNewNode(body->ns, (const xmlChar *)"p");
	if (!p)
		return false;
	xmlAddNextSibling(end, p);
	ppr = xmlNewChild(p, body->ns, (const xmlChar *)"pPr", NULL);
	if (!ppr || !tree_copy(open->ending, true, ppr) || !breaks_thin(ppr))
		return false;
	after = pi_new(c, OP_END, other);
	if (!after)
		return false;
	xmlAddNextSibling(p, after);
	return hole_before(c, p, OP_BEGIN, other);
}

/* What stands before falls into a section with the same properties: as with
 * the break before a partial, nothing changes when it is gone. */
static bool is_same_behind(const xmlNode *end, xmlNode *ending)
{
	struct buf one = BUF_INIT, other = BUF_INIT;
	xmlNode *behind = NULL;
	bool same = false;

	while (end && !behind) {
		behind = tree_is(end, "sectPr")
				 ? (xmlNode *)end
				 : tree_child(tree_child(end, "pPr"), "sectPr");
		end = end->next;
	}
	if (behind) {
		tree_dump(&one, ending);
		tree_dump(&other, behind);
		same = buf_ok(&one) && buf_ok(&other) &&
		       one.size == other.size &&
		       memcmp(one.data, other.data, one.size) == 0;
	}
	buf_release(&one);
	buf_release(&other);
	return same;
}

/* A line of breaks_thin() that holds nothing but the break. */
static bool is_thin(const xmlNode *p, const xmlNode *ending)
{
	const xmlNode *spacing = ending ? tree_child(ending->parent, "spacing")
					: NULL;

	return spacing && p->children == p->last &&
	       strcmp(tree_attr(spacing, "line"), "20") == 0 &&
	       strcmp(tree_attr(spacing, "lineRule"), "exact") == 0;
}

/* What stands before it is known when it is filled. */
static bool enclose(struct compiler *c, xmlNode *p)
{
	xmlNode *end = pi_new(c, OP_BREAK_END, 0);

	if (!end)
		return false;
	xmlAddNextSibling(p, end);
	return hole_before(c, p, OP_BREAK, 0);
}

int breaks_pass(struct compiler *c)
{
	xmlNode *body = tree_child(xmlDocGetRootElement(c->doc), "body");
	xmlNode *node = body ? body->children : NULL, *next;
	struct open open[FILL_DEPTH_MAX + 1];
	bool has_before = false;
	int depth = 0, i;

	for (; node; node = next) {
		xmlNode *ending = tree_child(tree_child(node, "pPr"), "sectPr");
		enum op_kind kind = OP_TEXT;
		size_t n;

		next = node->next;
		if (pi_parse(node, &kind, &n) && kind == OP_BEGIN &&
		    depth <= FILL_DEPTH_MAX) {
			open[depth++] = (struct open){n, has_before, NULL};
		} else if (kind == OP_END && depth > 0) {
			if (open[--depth].ending && open[depth].has_before &&
			    !is_same_behind(node, open[depth].ending) &&
			    !keep(c, node, &open[depth]))
				return tidy_no_memory(c);
		} else if (node->type == XML_ELEMENT_NODE) {
			if (depth > 0 && is_thin(node, ending) &&
			    !enclose(c, node))
				return tidy_no_memory(c);
			has_before = ending == NULL;
			for (i = 0; ending && i < depth; i++)
				if (!open[i].ending)
					open[i].ending = ending;
		}
	}
	return VB_OK;
}
