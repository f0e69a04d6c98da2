/*
 * partials_break.c - sections of pages inside a partial; see partials.h.
 *
 * The properties of a section stand at its end (ECMA-376-1 17.6.18): without
 * a break before the partial its first section would take along what stands
 * before it, and headers that a later section does not name are those of the
 * section before (17.10.5).
 */
#include "fill/partials.h"

#include "util/err.h"

#include <string.h>

#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPE                                             \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml."

static const char *const HEADS[] = {"header", "footer"};
static const char *const TYPES[] = {"default", "first", "even"};

static xmlNode *section_of(const xmlNode *p)
{
	return tree_is(p, "p") ? tree_child(tree_child(p, "pPr"), "sectPr")
			       : NULL;
}

bool partials_has_breaks(const struct source *source)
{
	const xmlNode *body = tree_child(xmlDocGetRootElement(source->main),
					 "body");
	xmlNode *node = body->children;

	for (; node; node = tree_next(body, node, false))
		if (tree_is(node, "sectPr") && node->parent != body &&
		    !tree_is(node->parent, "sectPrChange"))
			return true;
	return false;
}

/* ---- headers and footers ------------------------------------------------ */

static int add_head(const char **out, struct splice *s, const char *name,
		    xmlDoc *doc, size_t *story)
{
	char type[128] = TYPE, id[OPC_ID_MAX];
	int rc;

	strncat(type, name, 16);
	strncat(type, "+xml", 5);
	rc = partials_add(story, s->m, name, type, doc, id);
	if (rc != VB_OK)
		return rc;
	*out = arena_str(&s->m->c->tpl->arena, id);
	return *out ? VB_OK : partials_no_memory(s->m);
}

static int copy_head(const char **out, struct splice *s,
		     const struct opc_part *part)
{
	struct route route = {.from = part};
	size_t origin;
	xmlDoc *doc = NULL;
	xmlNode *root;
	int rc = compile_read(&doc, s->source->opc, part, s->m->c->err);

	if (rc == VB_OK)
		rc = partials_origin(&origin, s, part->name);
	if (rc != VB_OK) {
		xmlFreeDoc(doc);
		return rc;
	}
	faults_number(doc);
	root = xmlDocGetRootElement(doc);
	faults_follow(root, root, origin);
	rc = add_head(out, s, tree_is(root, "ftr") ? "footer" : "header", doc,
		      &route.to);
	if (rc == VB_OK)
		rc = partials_names(s, root);
	if (rc == VB_OK)
		rc = partials_adapt(s, &route, root);
	return rc == VB_OK ? partials_scan(s->m, route.to, root, s->chain) : rc;
}

int partials_head(const char **out, struct splice *s, const struct route *route,
		  const char *id)
{
	struct merger *m = s->m;
	char *key = arena_printf(&m->c->tpl->arena, "head/%s", id);
	size_t i, n;
	const struct opc_rel *rels = opc_rels(s->source->opc, route->from, &n);
	const struct opc_part *part = NULL;
	int rc;

	if (!key)
		return partials_no_memory(m);
	*out = partials_get(s->source->to_rel, key);
	if (*out)
		return VB_OK;
	for (i = 0; i < n && !part; i++)
		if (!rels[i].external && strcmp(rels[i].id, id) == 0)
			part = opc_find(s->source->opc, rels[i].target);
	if (!part)
		return VB_OK;
	rc = copy_head(out, s, part);
	if (rc == VB_OK && !partials_put(&s->source->to_rel, key, *out))
		rc = partials_no_memory(m);
	return rc;
}

/* The reference of a section, by what it is and for which pages. */
static xmlNode *find_head(const xmlNode *section, int head, int type)
{
	xmlNode *node = section ? section->children : NULL;

	for (; node; node = node->next) {
		const char *what = tree_attr(node, "type");

		if (tree_is(node,
			    head ? "footerReference" : "headerReference") &&
		    strcmp(*what ? what : "default", TYPES[type]) == 0)
			return node;
	}
	return NULL;
}

/* One in the sections that stand before a block. */
static xmlNode *earlier_head(const xmlNode *block, int head, int type)
{
	xmlNode *found = NULL;

	while (block && !found) {
		found = find_head(section_of(block), head, type);
		block = block->prev;
	}
	return found;
}

static xmlNode *late_head(xmlNode *first, const xmlNode *last, int head,
			  int type)
{
	xmlNode *found = NULL, *node = first;

	while (node && !found) {
		found = find_head(section_of(node), head, type);
		node = node == last ? NULL : node->next;
	}
	return found;
}

static int empty_head(const char **out, struct splice *s, int head)
{
	static const char *const XML[] = {
		"<w:hdr xmlns:w=\"" TREE_W_NS "\"><w:p/></w:hdr>",
		"<w:ftr xmlns:w=\"" TREE_W_NS "\"><w:p/></w:ftr>"};
	xmlDoc *doc = NULL;
	size_t story;
	int rc = tree_parse(&doc, XML[head], strlen(XML[head]), HEADS[head],
			    s->m->c->err);

	return rc == VB_OK ? add_head(out, s, HEADS[head], doc, &story) : rc;
}

/* Headers of the partial end with it. */
static int keep_head(struct splice *s, xmlNode *section, const xmlNode *old,
		     int head, int type)
{
	const char *id = NULL;
	xmlNode *node;
	xmlNs *ns;
	int rc = VB_OK;

	if (old) {
		node = tree_copy(old, true, section);
	} else {
		rc = empty_head(&id, s, head);
		node = xmlNewChild(section, section->ns,
				   (const xmlChar *)(head ? "footerReference"
							  : "headerReference"),
				   NULL);
		ns = xmlSearchNsByHref(section->doc, section,
				       (const xmlChar *)R_NS);
		if (!ns)
			ns = xmlNewNs(xmlDocGetRootElement(section->doc),
				      (const xmlChar *)R_NS,
				      (const xmlChar *)"r");
		if (rc == VB_OK &&
		    (!node || !ns ||
		     !xmlNewNsProp(node, node->ns, (const xmlChar *)"type",
				   (const xmlChar *)TYPES[type]) ||
		     !xmlNewNsProp(node, ns, (const xmlChar *)"id",
				   (const xmlChar *)id)))
			rc = partials_no_memory(s->m);
	}
	if (rc != VB_OK || !node)
		return rc == VB_OK ? partials_no_memory(s->m) : rc;
	/* references come first (CT_SectPr) */
	if (section->children != node) {
		xmlUnlinkNode(node);
		xmlAddPrevSibling(section->children, node);
	}
	return VB_OK;
}

/* ---- breaks ------------------------------------------------------------- */

/* The properties of the pages that a block stands in. */
static xmlNode *governing(const xmlNode *block)
{
	for (; block; block = block->next)
		if (tree_is(block, "sectPr") || section_of(block))
			return tree_is(block, "sectPr") ? (xmlNode *)block
							: section_of(block);
	return NULL;
}

static int break_before(struct splice *s, xmlNode *first,
			const xmlNode *section)
{
	const xmlNode *before = xmlPreviousElementSibling(first);
	xmlNode *p, *ppr;

	if (!before || section_of(before))
		return VB_OK;
	p = xmlNewDocNode(first->doc, first->ns, (const xmlChar *)"p", NULL);
	if (!p)
		return partials_no_memory(s->m);
	xmlAddPrevSibling(first, p);
	ppr = xmlNewChild(p, p->ns, (const xmlChar *)"pPr", NULL);
	if (!ppr || (section && !tree_copy(section, true, ppr)) ||
	    (!section &&
	     !xmlNewChild(ppr, p->ns, (const xmlChar *)"sectPr", NULL)) ||
	    !breaks_thin(ppr))
		return partials_no_memory(s->m);
	return VB_OK;
}

static bool is_empty(const xmlNode *p)
{
	const xmlNode *node = p->children;

	while (node && (node->type != XML_ELEMENT_NODE || tree_is(node, "pPr")))
		node = node->next;
	return !node && !section_of(p);
}

/* A line that only the end of the partial needed, at the top of a page. */
static void drop_last(xmlNode *last)
{
	const xmlNode *behind = xmlNextElementSibling(last);

	behind = behind ? xmlNextElementSibling((xmlNode *)behind) : NULL;
	if (tree_is(last, "p") && is_empty(last) &&
	    section_of(xmlPreviousElementSibling(last)) && behind &&
	    !tree_is(behind, "sectPr"))
		tree_remove(last);
}

int partials_break(struct splice *s, xmlNode *first, xmlNode *last)
{
	xmlNode *section = governing(last->next);
	int rc = VB_OK, i;

	for (i = 0; i < 6 && section && rc == VB_OK; i++)
		if (!find_head(section, i / 3, i % 3) &&
		    late_head(first, last, i / 3, i % 3))
			rc = keep_head(s, section,
				       earlier_head(first->prev, i / 3, i % 3),
				       i / 3, i % 3);
	if (rc == VB_OK)
		rc = break_before(s, first, section);
	if (rc == VB_OK)
		drop_last(last);
	return rc;
}
