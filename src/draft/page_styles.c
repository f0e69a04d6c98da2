/*
 * page_styles.c - what styles and numbering make of a paragraph: its heading
 * level, the mark of its automatic number, its tab leaders, its alignment.
 * ECMA-376-1 17.7 (styles), 17.9 (numbering).
 */
#include "draft/page.h"

#include "util/err.h"
#include "wml/reader.h"
#include "wml/tree.h"

#include <stdlib.h>
#include <string.h>

enum {
	BASED_ON_MAX = 32 /* steps up; ends loops too */
};

struct page_styles {
	struct wml_styles *headings;
	xmlDoc *styles, *numbering; /* NULL when absent */
};

static int read_part(xmlDoc **out, struct wml_styles **headings,
		     const struct opc *opc, const char *tail,
		     struct vb_error *err)
{
	const struct opc_part *part = opc_related(opc, opc_main(opc), tail);
	struct vb_blob blob = {NULL, 0};
	int code;

	if (!part)
		return VB_OK;
	code = opc_read(opc, part, &blob, err);
	if (code == VB_OK)
		code = tree_parse(out, blob.data, blob.size, part->name, err);
	if (code == VB_OK && headings)
		code = wml_styles_read(headings, blob.data, blob.size, err);
	vb_blob_release(&blob);
	return code;
}

int page_styles_new(struct page_styles **out, const struct opc *opc,
		    struct vb_error *err)
{
	struct page_styles *styles = calloc(1, sizeof(*styles));
	int code;

	*out = styles;
	if (!styles)
		return err_set(err, VB_NOMEM, "out of memory");
	code = read_part(&styles->styles, &styles->headings, opc, "styles",
			 err);
	if (code == VB_OK)
		code = read_part(&styles->numbering, NULL, opc, "numbering",
				 err);
	return code;
}

void page_styles_free(struct page_styles *styles)
{
	if (!styles)
		return;
	wml_styles_free(styles->headings);
	xmlFreeDoc(styles->styles);
	xmlFreeDoc(styles->numbering);
	free(styles);
}

/* The child of the root of that name whose attribute has that value. */
static const xmlNode *find(xmlDoc *doc, const char *name, const char *attr,
			   const char *value)
{
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;

	if (!root || !value || !*value)
		return NULL;
	for (const xmlNode *n = root->children; n; n = n->next)
		if (tree_is(n, name) && strcmp(tree_attr(n, attr), value) == 0)
			return n;
	return NULL;
}

/* ---- numbering ------------------------------------------------------------
 */

static enum node_mark mark_of(const char *format, const char *text)
{
	const char *first = strchr(text, '%');

	if (strcmp(format, "upperRoman") == 0)
		return MARK_ROMAN;
	if (strcmp(format, "lowerLetter") == 0)
		return MARK_LETTER;
	if (strcmp(format, "bullet") == 0)
		return strcmp(text, "+") == 0 ? MARK_PLUS : MARK_DASH;
	if (strcmp(format, "decimal") != 0 &&
	    strcmp(format, "decimalZero") != 0)
		return MARK_NONE;
	if (text[0] == '(')
		return MARK_PAREN;
	return first && strchr(first + 1, '%') ? MARK_DECIMAL : MARK_ARABIC;
}

static enum node_mark find_mark(const struct page_styles *styles,
				const char *num, const char *level)
{
	const xmlNode *node = find(styles->numbering, "num", "numId", num);
	const char *id = node ? tree_child_val(node, "abstractNumId") : NULL;
	const char *format, *text;

	node = find(styles->numbering, "abstractNum", "abstractNumId", id);
	for (node = node ? node->children : NULL; node; node = node->next)
		if (tree_is(node, "lvl") &&
		    strcmp(tree_attr(node, "ilvl"), level) == 0) {
			format = tree_child_val(node, "numFmt");
			text = tree_child_val(node, "lvlText");
			return mark_of(format ? format : "", text ? text : "");
		}
	return MARK_NONE;
}

/* ---- paragraph properties -------------------------------------------------
 */

struct found {
	bool number, tabs, align, outline;
	const char *num, *level;
};

static bool is_leader(const xmlNode *tab)
{
	const char *leader = tree_attr(tab, "leader");

	return *leader && strcmp(leader, "none") != 0;
}

static void look_at_tabs(struct page_look *look, const xmlNode *tabs)
{
	for (const xmlNode *n = tabs ? tabs->children : NULL; n; n = n->next)
		if (tree_is(n, "tab") && is_leader(n))
			look->has_leader = true;
}

/* The nearest properties win: the paragraph's own, then style by style. */
static void look_at(struct page_look *look, struct found *found,
		    const xmlNode *properties)
{
	const xmlNode *number = tree_child(properties, "numPr");
	const char *value = tree_child_val(properties, "jc");

	if (value && !found->align) {
		found->align = true;
		look->is_centered = strcmp(value, "center") == 0;
	}
	value = number ? tree_child_val(number, "numId") : NULL;
	if (value && !found->number) {
		found->number = true;
		found->num = value;
	}
	/* a style may leave the level to the paragraph, and the reverse */
	value = number ? tree_child_val(number, "ilvl") : NULL;
	if (value && !found->level)
		found->level = value;
	look_at_tabs(look, tree_child(properties, "tabs"));
}

struct page_look page_styles_look(const struct page_styles *styles,
				  const xmlNode *p)
{
	const xmlNode *properties = tree_child(p, "pPr");
	const char *style = properties ? tree_child_val(properties, "pStyle")
				       : NULL;
	const char *outline = properties
				      ? tree_child_val(properties, "outlineLvl")
				      : NULL;
	struct page_look look = {.heading = 0};
	struct found found = {.number = false};

	if (outline && outline[0] >= '0' && outline[0] <= '8' && !outline[1])
		look.heading = (unsigned)(outline[0] - '0') + 1;
	else if (style && !outline)
		look.heading = wml_styles_heading(styles->headings, style);
	if (properties)
		look_at(&look, &found, properties);
	for (unsigned steps = 0; style && steps < BASED_ON_MAX; steps++) {
		const xmlNode *node = find(styles->styles, "style", "styleId",
					   style);

		if (!node)
			break;
		if (tree_child(node, "pPr"))
			look_at(&look, &found, tree_child(node, "pPr"));
		style = tree_child_val(node, "basedOn");
	}
	if (found.num)
		look.mark = find_mark(styles, found.num,
				      found.level ? found.level : "0");
	return look;
}
