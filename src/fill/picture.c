/*
 * picture.c - pictures of a template that are replaced: the one in a picture
 * control, and every one whose alternative text (or its title) is a tag:
 * {{logo}}. The frame stays, floating or in the line; what is put into it is
 * cut out of the bytes as holes, written by write_image.c.
 */
#include "fill/compile.h"

#include "fill/image.h"
#include "fill/picture.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

#define A_NS "http://schemas.openxmlformats.org/drawingml/2006/main"
#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define A_STRICT "http://purl.oclc.org/ooxml/drawingml/main"
#define R_STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"

enum {
	/* A4 with the margins of ND 30/2020, twips. */
	WIDTH_DEFAULT = 9354,
	/* ECMA-376-1 17.4.42: the default of Word's table style. */
	CELL_MARGINS = 216,
	/* Blocks looked through for the end of a section. */
	SECTION_SEARCH_MAX = 10000
};

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

/* ---- room --------------------------------------------------------------- */

static long twips(const xmlNode *node, const char *name, long otherwise)
{
	const char *text = node ? tree_attr(node, name) : "";
	char *end;
	long value = strtol(text, &end, 10);

	return end == text || value < 0 || value > 100000 ? otherwise : value;
}

static uint64_t section_width(const xmlNode *sect)
{
	const xmlNode *margins = tree_child(sect, "pgMar");
	const xmlNode *cols = tree_child(sect, "cols");
	long n = twips(cols, "num", 1);
	long width = twips(tree_child(sect, "pgSz"), "w", 0);

	width -= twips(margins, "left", 1440) + twips(margins, "right", 1440) +
		 twips(margins, "gutter", 0);
	if (n > 1 && n < 64)
		width = (width - (n - 1) * twips(cols, "space", 720)) / n;
	return (uint64_t)(width > 0 ? width : WIDTH_DEFAULT) * IMAGE_EMU_TWIP;
}

/* The properties of the section a block of the body is in. */
static const xmlNode *section_of(const xmlNode *block)
{
	int i;

	for (i = 0; block && i < SECTION_SEARCH_MAX; i++, block = block->next) {
		const xmlNode *sect =
			tree_is(block, "sectPr")
				? block
				: tree_child(tree_child(block, "pPr"),
					     "sectPr");

		if (sect)
			return sect;
	}
	return NULL;
}

uint64_t picture_room(const struct compiler *c, const xmlNode *at)
{
	const xmlNode *cell = tree_above(at, "tc");
	const xmlNode *wide = tree_child(tree_child(cell, "tcPr"), "tcW");
	const xmlNode *sect = NULL;
	long width = 0;

	if (wide && strcmp(tree_attr(wide, "type"), "dxa") == 0)
		width = twips(wide, "w", 0) - CELL_MARGINS;
	if (width > 0)
		return (uint64_t)width * IMAGE_EMU_TWIP;
	while (at->parent && !tree_is(at->parent, "body"))
		at = at->parent;
	if (at->parent)
		sect = section_of(at);
	if (sect)
		return section_width(sect);
	return c->text_width ? c->text_width
			     : (uint64_t)WIDTH_DEFAULT * IMAGE_EMU_TWIP;
}

/* ---- frames ------------------------------------------------------------- */

static bool is_a(const xmlNode *node, const char *name)
{
	return tree_is_ns(node, A_NS, name) || tree_is_ns(node, A_STRICT, name);
}

static bool set_attr(xmlNode *node, const char *name, const char *value)
{
	return xmlSetProp(node, (const xmlChar *)name,
			  (const xmlChar *)value) != NULL;
}

static uint64_t extent(const xmlNode *node, const char *name)
{
	char *end;
	const char *text = tree_plain_attr(node, name);
	long long value = strtoll(text, &end, 10);

	/* 2,000 m: products of two stay within 64 bits */
	return value < 1 || value > 2000000000 ? 0 : (uint64_t)value;
}

static bool set_extent(xmlNode *node)
{
	return set_attr(node, "cx", PICTURE_CX) &&
	       set_attr(node, "cy", PICTURE_CY);
}

/* The picture itself: what it had beside its pixels (an SVG, a link) goes. */
static bool open_blip(xmlNode *blip)
{
	xmlNode *node = blip->children;
	xmlAttr *attr = blip->properties;

	while (node) {
		xmlNode *next = node->next;

		if (is_a(node, "extLst"))
			tree_remove(node);
		node = next;
	}
	while (attr) {
		xmlAttr *next = attr->next;
		const char *ns = attr->ns ? (const char *)attr->ns->href : "";

		if (strcmp(ns, R_NS) != 0 && strcmp(ns, R_STRICT) != 0)
			;
		else if (strcmp((const char *)attr->name, "embed") == 0)
			xmlNodeSetContent((xmlNode *)attr,
					  (const xmlChar *)PICTURE_EMBED);
		else
			xmlRemoveProp(attr);
		attr = next;
	}
	node = xmlNewDocText(blip->doc, (const xmlChar *)PICTURE_SVG);
	return node && xmlAddChild(blip, node);
}

static bool open_frame(struct picture *picture, xmlNode *drawing)
{
	xmlNode *node = drawing;
	bool good = true;

	while (node && good) {
		xmlNode *next = tree_next(drawing, node, false);

		if (tree_is_ns(node, TREE_WP_NS, "docPr")) {
			good = set_attr(node, "id", PICTURE_ID) &&
			       set_attr(node, "descr", PICTURE_WORDS) &&
			       set_attr(node, "name", PICTURE_NAME);
			if (good && picture->has_title)
				good = set_attr(node, "title", PICTURE_TITLE);
		} else if (tree_is_ns(node, TREE_WP_NS, "extent")) {
			picture->cx = extent(node, "cx");
			picture->cy = extent(node, "cy");
			good = set_extent(node);
		} else if (is_a(node, "ext") && is_a(node->parent, "xfrm")) {
			good = set_extent(node);
		} else if (is_a(node, "srcRect")) {
			/* what was cut off was cut off another picture */
			next = tree_next(drawing, node, true);
			tree_remove(node);
		} else if (is_a(node, "blip")) {
			good = open_blip(node);
			next = tree_next(drawing, node, true);
		}
		node = next;
	}
	return good;
}

static size_t count_blips(xmlNode *drawing)
{
	xmlNode *node = drawing;
	size_t n = 0;

	for (; node; node = tree_next(drawing, node, false))
		n += is_a(node, "blip");
	return n;
}

static xmlNode *find_drawing(xmlNode *run)
{
	xmlNode *node = run;

	while (node && !tree_is(node, "drawing"))
		node = tree_next(run, node, false);
	return node;
}

int picture_read(struct compiler *c, struct slot *slot, xmlNode *run)
{
	xmlNode *drawing = run ? find_drawing(run) : NULL;
	struct picture *picture;

	slot->room = picture_room(c, run ? run : xmlDocGetRootElement(c->doc));
	if (!drawing || count_blips(drawing) != 1)
		return VB_OK;
	picture = arena_new(&c->tpl->arena, struct picture);
	if (!picture)
		return no_memory(c);
	picture->has_title = slot->is_frame;
	if (!open_frame(picture, drawing))
		return no_memory(c);
	picture->run = slot_keep(c, run, run);
	if (picture->cx && picture->cy)
		slot->picture = picture;
	return c->err->code == VB_NOMEM ? VB_NOMEM : VB_OK;
}

/* ---- pictures with a tag as their words --------------------------------- */

/* "{{logo}}" and nothing else. */
static bool read_words(struct name *name, const char *words)
{
	struct text_span all = text_trim(words, strlen(words));

	if (all.size < 5 || memcmp(all.at, "{{", 2) != 0 ||
	    memcmp(all.at + all.size - 2, "}}", 2) != 0)
		return false;
	return name_parse(name, all.at + 2, all.size - 4);
}

/* A control of its own replaces it. */
static bool is_in_control(const xmlNode *node)
{
	const xmlNode *sdt = tree_above(node, "sdt");

	return tree_child(tree_child(sdt, "sdtPr"), "picture") &&
	       tree_child(tree_child(sdt, "sdtPr"), "tag");
}

/* Puts what stands before or behind the drawing into runs of its own. */
static bool isolate(xmlNode *run, xmlNode *drawing)
{
	const xmlNode *rpr = tree_child(run, "rPr");
	xmlNode *node = run->children;
	bool before = true;

	while (node) {
		xmlNode *next = node->next;
		xmlNode *other;

		if (node == drawing) {
			before = false;
		} else if (node->type == XML_ELEMENT_NODE && node != rpr) {
			other = xmlNewDocNode(run->doc, run->ns,
					      (const xmlChar *)"r", NULL);
			if (!other)
				return false;
			if (before)
				xmlAddPrevSibling(run, other);
			else
				xmlAddNextSibling(run, other);
			if (rpr && !tree_copy(rpr, true, other))
				return false;
			xmlUnlinkNode(node);
			xmlAddChild(other, node);
			/* behind it: the next one goes behind this one */
			if (!before)
				run = other;
		}
		node = next;
	}
	return true;
}

static int put_frame(struct compiler *c, const struct name *name,
		     const struct field *field, xmlNode *run)
{
	struct slot *slot = NULL;
	xmlNode *pi;
	int rc = slot_new(&slot, c, name, field, run);

	if (rc || !slot)
		return rc;
	slot->is_frame = true;
	slot_styles(c, slot, tree_child(run, "rPr"));
	slot->blank = slot_keep(c, run, run);
	rc = picture_read(c, slot, run);
	if (rc)
		return rc;
	if (!slot->picture)
		faults_add(c, "section-shape", VB_SEVERE, run, name,
			   "what has the words '{{%s}}' is no picture",
			   name->id);
	pi = pi_new(c, OP_SLOT, (size_t)(slot - c->tpl->slots.at));
	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(run, pi);
	tree_remove(run);
	return VB_OK;
}

static int take_drawing(struct compiler *c, xmlNode *drawing,
			const xmlNode *doc_pr, bool *taken)
{
	const char *words = tree_plain_attr(doc_pr, "descr");
	const char *title = tree_plain_attr(doc_pr, "title");
	xmlNode *run = drawing->parent;
	const struct field *field;
	struct name name;

	if (!read_words(&name, words) && !read_words(&name, title))
		return VB_OK;
	if (!tree_is(run, "r") || is_in_control(drawing) ||
	    !slot_field(&field, c, &name, drawing))
		return VB_OK;
	if (field && field->type != FIELD_IMAGE) {
		faults_add(c, "section-shape", VB_SEVERE, drawing, &name,
			   "'%s' is no image, but a picture has its name",
			   name.id);
		return VB_OK;
	}
	if (!isolate(run, drawing))
		return no_memory(c);
	*taken = true;
	return put_frame(c, &name, field, run);
}

static xmlNode *find_doc_pr(xmlNode *drawing)
{
	xmlNode *node = drawing;

	while (node && !tree_is_ns(node, TREE_WP_NS, "docPr"))
		node = tree_next(drawing, node, false);
	return node;
}

int picture_pass(struct compiler *c)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	const xmlNode *body = tree_child(node, "body");
	int rc = VB_OK;

	if (body && tree_is(body->last, "sectPr"))
		c->text_width = section_width(body->last);
	while (node && rc == VB_OK) {
		xmlNode *behind = tree_next(top, node, true);
		xmlNode *doc_pr = NULL;
		bool taken = false;

		if (tree_is(node, "drawing"))
			doc_pr = find_doc_pr(node);
		if (doc_pr)
			rc = take_drawing(c, node, doc_pr, &taken);
		node = taken ? behind : tree_next(top, node, false);
	}
	return rc;
}
