/*
 * tidy.c - what keeps every output valid: the order of the passes of tidy.h,
 * what is dropped before all, and the helpers they share.
 */
#include "fill/tidy.h"

#include "util/err.h"
#include "wml/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int tidy_no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

/* ---- before all --------------------------------------------------------- */

/* Ids of bookmarks to be taken out with both their ends. */
struct ids {
	VEC(const char *);
};

static bool add_id(struct compiler *c, struct ids *ids, const xmlNode *node)
{
	const char *copy = arena_str(&c->tpl->arena, tree_attr(node, "id"));
	const char **id = copy ? vec_push(ids) : NULL;

	if (!id)
		return false;
	*id = copy;
	return true;
}

static int compare_ids(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void remove_bookmarks(struct compiler *c, struct ids *ids)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);

	if (ids->n)
		qsort(ids->at, ids->n, sizeof(*ids->at), compare_ids);
	while (ids->n && node) {
		const char *id = tree_attr(node, "id");
		bool goes = (tree_is(node, "bookmarkStart") ||
			     tree_is(node, "bookmarkEnd")) &&
			    bsearch(&id, ids->at, ids->n, sizeof(*ids->at),
				    compare_ids);
		/* what a broken file puts inside goes with it */
		xmlNode *next = tree_next(top, node, goes);

		if (goes)
			tree_remove(node);
		node = next;
	}
	vec_release(ids);
}

int tidy_clean(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;
	struct ids ids = {0};
	bool good = true;

	while (node && good) {
		bool is_proof = tree_is(node, "proofErr");
		xmlNode *next = tree_next(top, node, is_proof);
		struct mark mark;

		if (is_proof)
			tree_remove(node);
		else if (tree_is(node, "bookmarkStart") &&
			 mark_parse_bookmark(&mark, tree_attr(node, "name")))
			good = add_id(c, &ids, node);
		node = next;
	}
	/* stale marks mislead: the part is written anew */
	c->n_slots += ids.n;
	remove_bookmarks(c, &ids);
	return good ? VB_OK : tidy_no_memory(c);
}

/* ---- holes -------------------------------------------------------------- */

size_t copy_new(struct compiler *c, enum serial serial, const char *name,
		const char *stem)
{
	struct vb_template *tpl = c->tpl;
	struct copy *copy = vec_push(&tpl->copies);

	if (!copy)
		return SIZE_MAX;
	copy->serial = serial;
	copy->tail = TAIL_N;
	if (name)
		copy->name = arena_str(&tpl->arena, name);
	if (stem)
		copy->stem = arena_str(&tpl->arena, stem);
	if ((name && !copy->name) || (stem && !copy->stem))
		return SIZE_MAX;
	return tpl->copies.n - 1;
}

/* r:id is not the id of v:imagedata. */
static xmlAttr *find_attr(const xmlNode *node, const char *name)
{
	xmlAttr *attr, *any = NULL;

	for (attr = node->properties; attr; attr = attr->next) {
		if (strcmp((const char *)attr->name, name) != 0)
			continue;
		if (!attr->ns || attr->ns == node->ns)
			return attr;
		any = attr;
	}
	return any;
}

bool hole_put(xmlNode *node, const char *name, const char *before,
	      enum op_kind kind, size_t n, const char *behind)
{
	xmlAttr *attr = find_attr(node, name);
	struct buf text = BUF_INIT;
	xmlNode *hole = NULL;

	if (!attr)
		return true;
	buf_addf(&text, "%s%c%c %zu%c%s", before, HOLE_OPEN, (char)kind, n,
		 HOLE_CLOSE, behind);
	if (buf_ok(&text))
		hole = xmlNewDocText(node->doc,
				     (const xmlChar *)buf_cstr(&text));
	buf_release(&text);
	if (!hole)
		return false;
	while (attr->children)
		tree_remove(attr->children);
	attr->children = attr->last = hole;
	hole->parent = (xmlNode *)attr;
	return true;
}

bool hole_set(xmlNode *node, const char *name, enum op_kind kind, size_t n)
{
	return hole_put(node, name, "", kind, n, "");
}

bool hole_before(struct compiler *c, xmlNode *node, enum op_kind kind, size_t n)
{
	xmlNode *pi = pi_new(c, kind, n);

	if (!pi)
		return false;
	xmlAddPrevSibling(node, pi);
	return true;
}

/* ECMA-376-1 17.3.1.26, CT_PPr: a sequence. */
static const char *const PPR_ORDER[] = {"pStyle",
					"keepNext",
					"keepLines",
					"pageBreakBefore",
					"framePr",
					"widowControl",
					"numPr",
					"suppressLineNumbers",
					"pBdr",
					"shd",
					"tabs",
					"suppressAutoHyphens",
					"kinsoku",
					"wordWrap",
					"overflowPunct",
					"topLinePunct",
					"autoSpaceDE",
					"autoSpaceDN",
					"bidi",
					"adjustRightInd",
					"snapToGrid",
					"spacing",
					"ind"};

static size_t ppr_rank(const xmlNode *node)
{
	size_t i, n = sizeof(PPR_ORDER) / sizeof(PPR_ORDER[0]);

	for (i = 0; i < n; i++)
		if (tree_is(node, PPR_ORDER[i]))
			return i;
	return n;
}

xmlNode *tidy_ppr_child(xmlNode *ppr, const char *name)
{
	xmlNode *node = xmlNewNode(ppr->ns, (const xmlChar *)name);
	xmlNode *next = ppr->children;

	while (next && node &&
	       (next->type != XML_ELEMENT_NODE ||
		ppr_rank(next) < ppr_rank(node)))
		next = next->next;
	if (next && node)
		xmlAddPrevSibling(next, node);
	else if (node)
		xmlAddChild(ppr, node);
	return node;
}

/* ---- percent signs ------------------------------------------------------ */

/* True when the next letter of the line is a percent sign. */
static bool percent_follows(const xmlNode *pi)
{
	const xmlNode *p = tree_above(pi, "p");
	/* a text of the document's properties has no paragraph */
	bool is_plain = p == NULL;
	xmlNode *node = (xmlNode *)pi;

	if (is_plain)
		p = pi->parent;
	while (p && (node = tree_next(p, node, false))) {
		const char *text = (const char *)node->content;

		if (node->type == XML_PI_NODE)
			return false;
		if (node->type != XML_TEXT_NODE || !text ||
		    (!is_plain && !tree_is(node->parent, "t")))
			continue;
		/* a space, or U+00A0 */
		while (*text == ' ' || strncmp(text, "\xc2\xa0", 2) == 0)
			text += *text == ' ' ? 1 : 2;
		if (*text)
			return *text == '%';
	}
	return false;
}

static int find_percents(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;
	enum op_kind kind;
	size_t n;

	for (; node; node = tree_next(top, node, false))
		if (pi_parse(node, &kind, &n) && kind == OP_SLOT)
			c->tpl->slots.at[n].adds_percent =
				!percent_follows(node);
	return VB_OK;
}

int tidy_pass(struct compiler *c)
{
	int (*const passes[])(struct compiler *) = {
		find_percents,	alike_pass,  ids_pass,
		numbering_pass, merges_pass, breaks_pass,
		fields_pass,	guards_pass, notes_pass};
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < sizeof(passes) / sizeof(passes[0]) && rc == VB_OK; i++)
		rc = passes[i](c);
	return rc;
}
