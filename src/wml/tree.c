/* tree.c - see tree.h. */
#include "wml/tree.h"

#include "util/err.h"
#include "xml/quiet.h"
#include "xml/scan.h"

#include <limits.h>
#include <libxml/parser.h>
#include <libxml/xmlsave.h>
#include <string.h>

static bool same(const xmlChar *a, const char *b)
{
	return a && strcmp((const char *)a, b) == 0;
}

static bool is_word_ns(const xmlNs *ns)
{
	return ns &&
	       (same(ns->href, TREE_W_NS) || same(ns->href, TREE_W_NS_STRICT));
}

bool tree_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE &&
	       same(node->name, name) && is_word_ns(node->ns);
}

bool tree_is_ns(const xmlNode *node, const char *ns, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && node->ns &&
	       same(node->name, name) && same(node->ns->href, ns);
}

xmlNode *tree_child(const xmlNode *node, const char *name)
{
	xmlNode *child = node ? node->children : NULL;

	while (child && !tree_is(child, name))
		child = child->next;
	return child;
}

xmlNode *tree_above(const xmlNode *node, const char *name)
{
	xmlNode *up = node ? node->parent : NULL;

	while (up && !tree_is(up, name))
		up = up->parent;
	return up;
}

/* Only elements have attributes: a short text lies where they would be. */
static const xmlAttr *attrs(const xmlNode *node)
{
	return node && node->type == XML_ELEMENT_NODE ? node->properties : NULL;
}

static const char *attr_text(const xmlAttr *attr)
{
	if (!attr->children || !attr->children->content)
		return "";
	return (const char *)attr->children->content;
}

const char *tree_attr(const xmlNode *node, const char *name)
{
	const xmlAttr *attr = attrs(node);

	for (; attr; attr = attr->next)
		if (same(attr->name, name) && attr->ns && node->ns &&
		    xmlStrEqual(attr->ns->href, node->ns->href))
			return attr_text(attr);
	return "";
}

const char *tree_plain_attr(const xmlNode *node, const char *name)
{
	const xmlAttr *attr = attrs(node);

	for (; attr; attr = attr->next)
		if (same(attr->name, name) && !attr->ns)
			return attr_text(attr);
	return "";
}

const char *tree_child_val(const xmlNode *node, const char *name)
{
	const xmlNode *child = tree_child(node, name);

	return child ? tree_attr(child, "val") : NULL;
}

xmlNode *tree_next(const xmlNode *top, xmlNode *node, bool skip)
{
	if (!skip && node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

/* Makes all below `top` that uses `from` use `to`. */
static void replace_ns(xmlNode *top, const xmlNs *from, xmlNs *to)
{
	xmlNode *node;

	for (node = top; node; node = tree_next(top, node, false)) {
		xmlAttr *attr;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (node->ns == from)
			node->ns = to;
		for (attr = node->properties; attr; attr = attr->next)
			if (attr->ns == from)
				attr->ns = to;
	}
}

/* The declaration in scope at `node` with the prefix and name of `ns`. */
static xmlNs *find_ns(xmlNode *node, const xmlNs *ns)
{
	xmlNs *found = xmlSearchNs(node->doc, node, ns->prefix);

	if (found && xmlStrEqual(found->href, ns->href))
		return found;
	return NULL;
}

/* Drops declarations of `node` that are in scope at `scope` anyway. */
static void drop_redundant_ns(xmlNode *node, xmlNode *scope)
{
	xmlNs **link = &node->nsDef;

	while (*link) {
		xmlNs *ns = *link;
		xmlNs *found = find_ns(scope, ns);

		if (!found) {
			link = &ns->next;
			continue;
		}
		replace_ns(node, ns, found);
		*link = ns->next;
		xmlFreeNs(ns);
	}
}

xmlNode *tree_copy(const xmlNode *node, bool deep, xmlNode *parent)
{
	xmlNode *copy = xmlDocCopyNode((xmlNode *)node, parent->doc,
				       deep ? 1 : 2);

	if (!copy)
		return NULL;
	xmlAddChild(parent, copy);
	/* libxml2 declares the prefixes of a copy again on its top */
	drop_redundant_ns(copy, parent);
	return copy;
}

/* Declarations on the root, which every further one is compared with; Word
 * has about 40, and more stay where they are. */
#define ROOT_NS_MAX 256

/* Moves prefixed declarations of `node` up to the root when no other
 * namespace has the prefix there. */
static void hoist_ns(xmlNode *node, xmlNode *root)
{
	xmlNs **link = &node->nsDef;

	while (*link) {
		xmlNs *ns = *link;
		xmlNs *at_root = ns->prefix ? root->nsDef : ns;
		unsigned n = 0;

		while (at_root && ns->prefix && n++ < ROOT_NS_MAX &&
		       !xmlStrEqual(at_root->prefix, ns->prefix))
			at_root = at_root->next;
		if (at_root &&
		    !(ns->prefix && xmlStrEqual(at_root->prefix, ns->prefix) &&
		      xmlStrEqual(at_root->href, ns->href))) {
			link = &ns->next;
			continue;
		}
		*link = ns->next;
		if (at_root) {
			replace_ns(node, ns, at_root);
			xmlFreeNs(ns);
		} else {
			ns->next = root->nsDef;
			root->nsDef = ns;
		}
	}
}

void tree_remove(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

static int take_dump(void *context, const char *data, int size)
{
	struct buf *out = context;

	buf_add(out, data, (size_t)size);
	return buf_ok(out) ? size : -1;
}

/*
 * Into our own buffer: libxml2's xmlBuffer is freed twice when its memory
 * fails in a dump (2.9.14).
 */
void tree_dump(struct buf *out, xmlNode *node)
{
	xmlSaveCtxt *save = xmlSaveToIO(take_dump, NULL, out, "UTF-8",
					XML_SAVE_NO_DECL);

	if (!save || xmlSaveTree(save, node) < 0)
		out->failed = true;
	if (save && xmlSaveClose(save) < 0)
		out->failed = true;
}

void tree_dump_doc(struct buf *out, xmlDoc *doc)
{
	xmlSaveCtxt *save = xmlSaveToIO(take_dump, NULL, out, "UTF-8", 0);

	if (!save || xmlSaveDoc(save, doc) < 0)
		out->failed = true;
	if (save && xmlSaveClose(save) < 0)
		out->failed = true;
}

/* Text is kept where it is words; elsewhere white space is layout. */
static bool holds_text(const xmlNode *node)
{
	return !is_word_ns(node->ns) || tree_is(node, "t") ||
	       tree_is(node, "delText") || tree_is(node, "instrText") ||
	       tree_is(node, "delInstrText");
}

static void drop_noise(xmlDoc *doc)
{
	const xmlNode *top = (const xmlNode *)doc;
	xmlNode *node = doc->children;

	while (node) {
		xmlNode *next = tree_next(top, node, false);
		bool noise = node->type == XML_COMMENT_NODE ||
			     node->type == XML_PI_NODE;

		if (node->type == XML_TEXT_NODE && xmlIsBlankNode(node) &&
		    !holds_text(node->parent))
			noise = true;
		if (noise)
			tree_remove(node);
		node = next;
	}
}

/* Words that a comment or a CDATA section had parted are one node again. */
static bool join_words(xmlNode *node)
{
	xmlNode *child = node->children;

	while (child && child->next) {
		xmlNode *next = child->next;

		if (child->type == XML_TEXT_NODE &&
		    next->type == XML_TEXT_NODE) {
			/* frees `next` */
			if (!xmlTextMerge(child, next))
				return false;
		} else {
			child = next;
		}
	}
	return true;
}

static int bind_prefix(xmlDoc *doc, struct vb_error *err)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNode *node;
	xmlNs *ns, *word = root->ns;

	if (!is_word_ns(word))
		return VB_OK;
	for (node = root; node; node = tree_next(root, node, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (tree_is(node, "t") && !join_words(node))
			return err_set(err, VB_NOMEM, "out of memory");
		if (node != root)
			hoist_ns(node, root);
		for (ns = node->nsDef; ns; ns = ns->next)
			if (same(ns->prefix, "w") && !is_word_ns(ns))
				return err_set(err, VB_DOCUMENT,
					       "the prefix 'w' is bound to "
					       "another namespace");
	}
	for (ns = root->nsDef; ns; ns = ns->next)
		if (same(ns->prefix, "w"))
			return VB_OK;
	xmlFree((xmlChar *)word->prefix);
	word->prefix = xmlStrdup((const xmlChar *)"w");
	return word->prefix ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

/* What stops the parser, beside its own limits. */
struct watch {
	startElementNsSAX2Func start; /* that builds the tree */
	size_t nodes;
	bool has_doctype;
};

static void refuse_doctype(void *ctx, const xmlChar *name, const xmlChar *id,
			   const xmlChar *system)
{
	xmlParserCtxt *ctxt = ctx;

	(void)name;
	(void)id;
	(void)system;
	((struct watch *)ctxt->_private)->has_doctype = true;
	xmlStopParser(ctxt);
}

/* NOLINTNEXTLINE(readability-function-size): the shape is libxml2's */
static void count_nodes(void *ctx, const xmlChar *name, const xmlChar *prefix,
			const xmlChar *uri, int n_ns, const xmlChar **ns,
			int n_attrs, int n_defaulted, const xmlChar **attrs)
{
	xmlParserCtxt *ctxt = ctx;
	struct watch *watch = ctxt->_private;

	watch->nodes += 1 + (size_t)n_attrs;
	if (watch->nodes > TREE_NODES_MAX)
		xmlStopParser(ctxt);
	else
		watch->start(ctx, name, prefix, uri, n_ns, ns, n_attrs,
			     n_defaulted, attrs);
}

static int parse_fault(const xmlParserCtxt *ctxt, const struct watch *watch,
		       struct vb_error *err)
{
	const xmlError *fault = &ctxt->lastError;
	int size;

	if (watch->has_doctype)
		return err_set(err, VB_XML, "a DOCTYPE is not allowed");
	if (watch->nodes > TREE_NODES_MAX)
		return err_set(err, VB_LIMIT,
			       "more than %d elements and attributes",
			       TREE_NODES_MAX);
	if (fault->code == XML_ERR_NO_MEMORY)
		return err_set(err, VB_NOMEM, "out of memory");
	size = fault->message ? (int)strcspn(fault->message, "\n") : 0;
	err_where(err, "line %d", fault->line);
	return err_set(err, VB_XML, "not well formed: %.*s", size,
		       fault->message ? fault->message : "");
}

int tree_parse(xmlDoc **out, const void *data, size_t size, const char *part,
	       struct vb_error *err)
{
	struct xmlquiet quiet;
	xmlParserCtxt *ctxt;
	xmlDoc *doc = NULL;
	struct watch watch = {0};
	int rc = xmlscan_part(data, size, err);

	if (rc != VB_OK) {
		err_part(err, part);
		return rc;
	}
	xmlquiet_begin(&quiet);
	ctxt = xmlNewParserCtxt();
	if (!ctxt) {
		rc = err_set(err, VB_NOMEM, "out of memory");
		return xmlquiet_end(&quiet, rc, err);
	}
	ctxt->_private = &watch;
	watch.start = ctxt->sax->startElementNs;
	ctxt->sax->startElementNs = count_nodes;
	ctxt->sax->internalSubset = refuse_doctype;
	if (size <= INT_MAX)
		doc = xmlCtxtReadMemory(ctxt, data, (int)size, NULL, NULL,
					XML_PARSE_NONET | XML_PARSE_NOCDATA |
						XML_PARSE_NOERROR |
						XML_PARSE_NOWARNING |
						XML_PARSE_COMPACT);
	if (!doc || watch.has_doctype || watch.nodes > TREE_NODES_MAX)
		rc = parse_fault(ctxt, &watch, err);
	rc = xmlquiet_end(&quiet, rc, err);
	if (rc != VB_OK || !doc) {
		err_part(err, part);
		goto out;
	}
	xmlFree((xmlChar *)doc->encoding);
	/* else the dump writes character references for every letter */
	doc->encoding = xmlStrdup((const xmlChar *)"UTF-8");
	drop_noise(doc);
	rc = doc->encoding ? bind_prefix(doc, err)
			   : err_set(err, VB_NOMEM, "out of memory");
	if (rc == VB_OK) {
		*out = doc;
		doc = NULL;
	} else {
		err_part(err, part);
	}
out:
	xmlFreeDoc(doc);
	xmlFreeParserCtxt(ctxt);
	return rc;
}
