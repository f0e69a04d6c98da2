/*
 * nd30.h - what a document of ours looks like once every style is resolved,
 * for the tests of its geometry and type.
 *
 * The order is that of ECMA-376-1 17.7.2: document defaults, table style,
 * numbering level, paragraph style from its base up, character style, and
 * what stands at the paragraph or the run. Bold, italic and capitals of
 * paragraph and character style are told apart (17.7.3: two make none).
 */
#ifndef ND30_H
#define ND30_H

#include "opc/opc.h"
#include "tap.h"
#include "util/buf.h"
#include "wml/tree.h"

#include <stdlib.h>

enum nd_align {
	ND_LEFT,
	ND_CENTER,
	ND_RIGHT,
	ND_BOTH
};

enum {
	ND_BOLD,
	ND_ITALIC,
	ND_CAPS,
	ND_TOGGLES
};

enum {
	ND_FONTS = 4,
	ND_PARTS = 16,
	ND_BASE_MAX = 20 /* styles based on one another */
};

struct nd_look {
	/* runs; sizes are half points */
	const char *font[ND_FONTS]; /* ascii, hAnsi, eastAsia, cs */
	int size, size_cs;
	int toggle[ND_TOGGLES];
	int underline;
	const char *colour, *language;
	/* paragraphs; lengths are twips */
	enum nd_align align;
	int before, after, line;
	bool is_exact;
	int left, right, first; /* hanging is negative */
	int keep_next, keep_lines;
	int outline; /* 9: body text */
	int border;  /* of the top, eighths of a point */
	int num, level;
};

struct nd_doc {
	struct opc *opc;
	struct {
		const char *name;
		xmlDoc *xml;
	} parts[ND_PARTS]; /* those that were asked for */
	/* of them */
	xmlDoc *document, *styles, *numbering;
};

/* ---- the package -------------------------------------------------------- */

/* A part, parsed once; NULL when it is not there. */
static xmlDoc *nd_part(struct nd_doc *doc, const char *name)
{
	const struct opc_part *part = opc_find(doc->opc, name);
	struct vb_blob blob = {0};
	struct vb_error err = {0};
	xmlDoc *xml = NULL;
	int i = 0;

	while (i < ND_PARTS && doc->parts[i].name &&
	       strcmp(doc->parts[i].name, name) != 0)
		i++;
	if (i == ND_PARTS || doc->parts[i].name)
		return i == ND_PARTS ? NULL : doc->parts[i].xml;
	if (!part || opc_read(doc->opc, part, &blob, &err) ||
	    tree_parse(&xml, blob.data, blob.size, name, &err))
		printf("# %s: %s\n", name, part ? err.text : "not there");
	vb_blob_release(&blob);
	if (xml) {
		doc->parts[i].name = part->name;
		doc->parts[i].xml = xml;
	}
	return xml;
}

static bool nd_open(struct nd_doc *doc, const struct vb_blob *blob)
{
	struct vb_error err = {0};

	*doc = (struct nd_doc){0};
	if (opc_open_memory(&doc->opc, blob->data, blob->size, "nd30", &err))
		return false;
	doc->document = nd_part(doc, "word/document.xml");
	doc->styles = nd_part(doc, "word/styles.xml");
	doc->numbering = nd_part(doc, "word/numbering.xml");
	return doc->document && doc->styles && doc->numbering;
}

static void nd_release(struct nd_doc *doc)
{
	for (int i = 0; i < ND_PARTS; i++)
		xmlFreeDoc(doc->parts[i].xml);
	opc_free(doc->opc);
}

/* ---- properties --------------------------------------------------------- */

/* A property that is there may still say no. */
static int nd_on(const xmlNode *node)
{
	const char *value = tree_attr(node, "val");

	return strcmp(value, "0") && strcmp(value, "false") &&
	       strcmp(value, "none") && strcmp(value, "off");
}

static void nd_number(int *out, const xmlNode *node, const char *name)
{
	const char *value = tree_attr(node, name);

	if (*value)
		*out = atoi(value);
}

static void nd_fonts(struct nd_look *look, const xmlNode *node)
{
	static const char *const slots[ND_FONTS] = {"ascii", "hAnsi",
						    "eastAsia", "cs"};
	static const char *const themes[ND_FONTS] = {
		"asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"};

	for (int i = 0; i < ND_FONTS; i++) {
		if (*tree_attr(node, slots[i]))
			look->font[i] = tree_attr(node, slots[i]);
		if (*tree_attr(node, themes[i]))
			look->font[i] = "(of the theme)";
	}
}

static void nd_rpr(struct nd_look *look, const xmlNode *rpr)
{
	static const char *const toggles[ND_TOGGLES] = {"b", "i", "caps"};

	for (xmlNode *n = rpr ? rpr->children : NULL; n; n = n->next) {
		for (int i = 0; i < ND_TOGGLES; i++)
			if (tree_is(n, toggles[i]))
				look->toggle[i] = nd_on(n);
		if (tree_is(n, "rFonts"))
			nd_fonts(look, n);
		else if (tree_is(n, "sz"))
			nd_number(&look->size, n, "val");
		else if (tree_is(n, "szCs"))
			nd_number(&look->size_cs, n, "val");
		else if (tree_is(n, "u"))
			look->underline = nd_on(n);
		else if (tree_is(n, "color"))
			look->colour = tree_attr(n, "val");
		else if (tree_is(n, "lang") && *tree_attr(n, "val"))
			look->language = tree_attr(n, "val");
	}
}

static enum nd_align nd_align_of(const char *value)
{
	if (strcmp(value, "center") == 0)
		return ND_CENTER;
	if (strcmp(value, "right") == 0 || strcmp(value, "end") == 0)
		return ND_RIGHT;
	return strcmp(value, "both") == 0 ? ND_BOTH : ND_LEFT;
}

static void nd_indents(struct nd_look *look, const xmlNode *node)
{
	int hanging = 0;

	nd_number(&look->left, node, "left");
	nd_number(&look->right, node, "right");
	nd_number(&look->first, node, "firstLine");
	nd_number(&hanging, node, "hanging");
	if (hanging)
		look->first = -hanging;
}

static void nd_spacing(struct nd_look *look, const xmlNode *node)
{
	nd_number(&look->before, node, "before");
	nd_number(&look->after, node, "after");
	nd_number(&look->line, node, "line");
	if (*tree_attr(node, "lineRule"))
		look->is_exact = strcmp(tree_attr(node, "lineRule"), "auto");
}

static void nd_ppr(struct nd_look *look, const xmlNode *ppr)
{
	for (xmlNode *n = ppr ? ppr->children : NULL; n; n = n->next) {
		if (tree_is(n, "jc"))
			look->align = nd_align_of(tree_attr(n, "val"));
		else if (tree_is(n, "ind"))
			nd_indents(look, n);
		else if (tree_is(n, "spacing"))
			nd_spacing(look, n);
		else if (tree_is(n, "keepNext"))
			look->keep_next = nd_on(n);
		else if (tree_is(n, "keepLines"))
			look->keep_lines = nd_on(n);
		else if (tree_is(n, "outlineLvl"))
			nd_number(&look->outline, n, "val");
		else if (tree_is(n, "pBdr") && tree_child(n, "top"))
			nd_number(&look->border, tree_child(n, "top"), "sz");
	}
}

/* ---- styles and numbering ----------------------------------------------- */

static xmlNode *nd_style(const struct nd_doc *doc, const char *type,
			 const char *id)
{
	xmlNode *n = xmlDocGetRootElement(doc->styles)->children;

	for (; n; n = n->next)
		if (tree_is(n, "style") &&
		    strcmp(tree_attr(n, "type"), type) == 0 &&
		    (id ? strcmp(tree_attr(n, "styleId"), id) == 0
			: strcmp(tree_attr(n, "default"), "1") == 0))
			return n;
	return NULL;
}

static xmlNode *nd_by(xmlNode *parent, const char *name, const char *attr,
		      int value)
{
	xmlNode *n = parent ? parent->children : NULL;

	for (; n; n = n->next)
		if (tree_is(n, name) && atoi(tree_attr(n, attr)) == value)
			return n;
	return NULL;
}

/* The w:lvl that a number goes by, NULL without one. */
static xmlNode *nd_level(const struct nd_doc *doc, int num, int level)
{
	xmlNode *root = xmlDocGetRootElement(doc->numbering);
	xmlNode *list = num ? nd_by(root, "num", "numId", num) : NULL;
	xmlNode *own = nd_by(list, "lvlOverride", "ilvl", level);
	const char *abstract = list ? tree_child_val(list, "abstractNumId")
				    : NULL;

	if (own && tree_child(own, "lvl"))
		return tree_child(own, "lvl");
	if (!abstract)
		return NULL;
	return nd_by(
		nd_by(root, "abstractNum", "abstractNumId", atoi(abstract)),
		"lvl", "ilvl", level);
}

/* Takes the number of a w:pPr and, below what the same place says itself, the
 * indents of its level. */
static void nd_numbered(const struct nd_doc *doc, struct nd_look *look,
			const xmlNode *ppr)
{
	xmlNode *numpr = ppr ? tree_child(ppr, "numPr") : NULL;
	xmlNode *level;

	if (numpr) {
		if (tree_child_val(numpr, "numId"))
			look->num = atoi(tree_child_val(numpr, "numId"));
		if (tree_child_val(numpr, "ilvl"))
			look->level = atoi(tree_child_val(numpr, "ilvl"));
		level = nd_level(doc, look->num, look->level);
		if (level)
			nd_ppr(look, tree_child(level, "pPr"));
	}
	nd_ppr(look, ppr);
}

static void nd_chain(const struct nd_doc *doc, struct nd_look *look,
		     const char *type, const char *id)
{
	const xmlNode *chain[ND_BASE_MAX];
	const xmlNode *style = nd_style(doc, type, id);
	int n = 0;

	while (style && n < ND_BASE_MAX) {
		const char *base = tree_child_val(style, "basedOn");

		chain[n++] = style;
		style = base ? nd_style(doc, type, base) : NULL;
	}
	while (n-- > 0) {
		nd_numbered(doc, look, tree_child(chain[n], "pPr"));
		nd_rpr(look, tree_child(chain[n], "rPr"));
	}
}

/* Document defaults and the style of the table that a node is in. */
static struct nd_look nd_defaults(const struct nd_doc *doc, const xmlNode *node)
{
	struct nd_look look = {
		.size = 20, .size_cs = 20, .line = 240, .outline = 9};
	const xmlNode *defaults = tree_child(xmlDocGetRootElement(doc->styles),
					     "docDefaults");
	const xmlNode *n = defaults ? tree_child(defaults, "rPrDefault") : NULL;
	const xmlNode *tbl = tree_above(node, "tbl");

	nd_rpr(&look, n ? tree_child(n, "rPr") : NULL);
	n = defaults ? tree_child(defaults, "pPrDefault") : NULL;
	nd_ppr(&look, n ? tree_child(n, "pPr") : NULL);
	if (tbl && tree_child(tbl, "tblPr"))
		nd_chain(doc, &look, "table",
			 tree_child_val(tree_child(tbl, "tblPr"), "tblStyle"));
	return look;
}

/* The style id of a paragraph. */
static const char *nd_style_of(const struct nd_doc *doc, const xmlNode *p)
{
	const xmlNode *ppr = tree_child(p, "pPr");
	const char *id = ppr ? tree_child_val(ppr, "pStyle") : NULL;

	return id ? id : tree_attr(nd_style(doc, "paragraph", NULL), "styleId");
}

static struct nd_look nd_paragraph(const struct nd_doc *doc, const xmlNode *p)
{
	struct nd_look look = nd_defaults(doc, p);

	nd_chain(doc, &look, "paragraph", nd_style_of(doc, p));
	nd_numbered(doc, &look, tree_child(p, "pPr"));
	return look;
}

/* A run's own properties over its paragraph's. */
static struct nd_look nd_run(const struct nd_doc *doc,
			     const struct nd_look *paragraph,
			     const xmlNode *rpr)
{
	struct nd_look look = *paragraph, style = {0};
	const char *id = rpr ? tree_child_val(rpr, "rStyle") : NULL;

	nd_chain(doc, &style, "character", id);
	nd_chain(doc, &look, "character", id);
	for (int i = 0; i < ND_TOGGLES; i++)
		look.toggle[i] = paragraph->toggle[i] ^ style.toggle[i];
	nd_rpr(&look, rpr);
	return look;
}

/* The number before a paragraph: its mark, then the level of the list. */
static struct nd_look nd_label(const struct nd_doc *doc, const xmlNode *p,
			       const struct nd_look *paragraph)
{
	const xmlNode *ppr = tree_child(p, "pPr");
	const xmlNode *level = nd_level(doc, paragraph->num, paragraph->level);
	struct nd_look look = nd_run(doc, paragraph,
				     ppr ? tree_child(ppr, "rPr") : NULL);

	nd_rpr(&look, level ? tree_child(level, "rPr") : NULL);
	return look;
}

/* ---- words -------------------------------------------------------------- */

/* Adds the words below a node, or one run. */
static void nd_words(struct buf *out, xmlNode *top)
{
	for (xmlNode *n = top; n; n = tree_next(top, n, false)) {
		if (n->type == XML_TEXT_NODE && tree_is(n->parent, "t"))
			buf_adds(out, (const char *)n->content);
		else if (tree_is(n, "tab") && tree_is(n->parent, "r"))
			buf_addc(out, '\t');
	}
}

#endif
