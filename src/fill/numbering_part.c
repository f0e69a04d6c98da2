/* numbering_part.c - see numbering.h. */
#include "fill/numbering.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading ------------------------------------------------------------ */

static int compare_styles(const void *a, const void *b)
{
	return strcmp(((const struct list_style *)a)->id,
		      ((const struct list_style *)b)->id);
}

static int add_styles(struct compiler *c, struct numbering *n)
{
	xmlNode *node = xmlDocGetRootElement(n->styles);

	for (node = node ? node->children : NULL; node; node = node->next) {
		struct list_style *style;
		const char *base = tree_child_val(node, "basedOn");

		if (!tree_is(node, "style") ||
		    strcmp(tree_attr(node, "type"), "paragraph") != 0)
			continue;
		style = vec_push(&n->by_id);
		if (!style)
			return tidy_no_memory(c);
		style->id = tree_attr(node, "styleId");
		style->based_on = base ? base : "";
		style->ppr = tree_child(node, "pPr");
		if (strchr("1to", *tree_attr(node, "default")) &&
		    *tree_attr(node, "default"))
			n->default_style = style->id;
	}
	if (n->by_id.n)
		qsort(n->by_id.at, n->by_id.n, sizeof(*n->by_id.at),
		      compare_styles);
	return VB_OK;
}

int numbering_read(struct compiler *c, const struct opc *opc)
{
	c->numbering = calloc(1, sizeof(*c->numbering));
	if (!c->numbering)
		return tidy_no_memory(c);
	c->numbering->opc = opc;
	c->numbering->part = opc_related(opc, opc_main(opc), "numbering");
	c->numbering->default_style = "";
	return VB_OK;
}

int numbering_load(struct compiler *c)
{
	struct numbering *n = c->numbering;
	const struct opc_part *styles;
	int rc;

	if (n->doc || !n->part)
		return VB_OK;
	styles = opc_related(n->opc, opc_main(n->opc), "styles");
	rc = compile_read(&n->doc, n->opc, n->part, c->err);
	if (rc == VB_OK && styles)
		rc = compile_read(&n->styles, n->opc, styles, c->err);
	if (rc == VB_OK && n->styles)
		rc = add_styles(c, n);
	return rc;
}

void numbering_free(struct numbering *n)
{
	if (!n)
		return;
	vec_release(&n->by_id);
	xmlFreeDoc(n->styles);
	xmlFreeDoc(n->doc);
	free(n);
}

/* ---- which list --------------------------------------------------------- */

static struct list_style *find_style(const struct numbering *n, const char *id)
{
	struct list_style key = {.id = id};

	if (!n->by_id.n || !*id)
		return NULL;
	return bsearch(&key, n->by_id.at, n->by_id.n, sizeof(*n->by_id.at),
		       compare_styles);
}

static const char *style_of(const struct numbering *n, const xmlNode *p)
{
	const char *id = tree_child_val(tree_child(p, "pPr"), "pStyle");

	return id ? id : n->default_style;
}

static xmlNode *find_child(const xmlNode *parent, const char *name,
			   const char *attr, const char *value)
{
	xmlNode *node = parent ? parent->children : NULL;

	for (; node; node = node->next)
		if (tree_is(node, name) &&
		    strcmp(tree_attr(node, attr), value) == 0)
			return node;
	return NULL;
}

/* The definition of a list; one that names a style of lists has its levels
 * in the definition of that style (17.9.21, 17.9.27). */
static xmlNode *find_abstract(const struct numbering *n, const xmlNode *num)
{
	xmlNode *root = xmlDocGetRootElement(n->doc);
	const char *id = tree_child_val(num, "abstractNumId");
	xmlNode *node = find_child(root, "abstractNum", "abstractNumId",
				   id ? id : "");
	const char *link = tree_child_val(node, "numStyleLink");
	xmlNode *other = link ? root->children : NULL;

	for (; other; other = other->next) {
		const char *name = tree_child_val(other, "styleLink");

		if (tree_is(other, "abstractNum") && name &&
		    strcmp(name, link) == 0)
			return other;
	}
	return node;
}

static int level_number(const char *text)
{
	return *text >= '0' && *text < '0' + NUMBERING_LEVELS && !text[1]
		       ? *text - '0'
		       : -1;
}

/* A list that belongs to a style says itself which level that is. */
static int linked_level(const struct numbering *n, const char *num,
			const char *style)
{
	xmlNode *root = xmlDocGetRootElement(n->doc);
	xmlNode *level = find_abstract(n,
				       find_child(root, "num", "numId", num));

	for (level = level ? level->children : NULL; level;
	     level = level->next) {
		const char *id = tree_child_val(level, "pStyle");

		if (tree_is(level, "lvl") && id && strcmp(id, style) == 0)
			return level_number(tree_attr(level, "ilvl"));
	}
	return -1;
}

/* Number and level are inherited separately; both once for each style. */
static const struct list_style *list_of(struct numbering *n, const char *id)
{
	struct list_style *style = find_style(n, id), *up = style;
	int deep = 0;

	if (!style || style->is_known)
		return style;
	style->is_known = true;
	while (up && (!style->num || !style->level) &&
	       deep++ < NUMBERING_STYLES_DEEP) {
		const xmlNode *pr = tree_child(up->ppr, "numPr");

		if (!style->num)
			style->num = tree_child_val(pr, "numId");
		if (!style->level)
			style->level = tree_child_val(pr, "ilvl");
		up = find_style(n, up->based_on);
	}
	style->linked = style->num ? linked_level(n, style->num, id) : -1;
	return style;
}

bool numbering_member(struct membership *out, struct numbering *n,
		      const xmlNode *p)
{
	const xmlNode *pr = tree_child(tree_child(p, "pPr"), "numPr");
	const char *level = tree_child_val(pr, "ilvl");
	const struct list_style *style = list_of(n, style_of(n, p));

	memset(out, 0, sizeof(*out));
	out->num = tree_child_val(pr, "numId");
	out->by_style = out->num == NULL;
	if (out->by_style && style)
		out->num = style->num;
	if (!out->num || strcmp(out->num, "0") == 0)
		return false;
	if (level)
		out->level = level_number(level);
	else if (out->by_style && style->linked >= 0)
		out->level = style->linked;
	else if (style && style->level)
		out->level = level_number(style->level);
	return out->level >= 0;
}

/* ---- a list of its own -------------------------------------------------- */

static bool add_val(xmlNode *parent, const char *name, const char *val)
{
	xmlNode *node = xmlNewChild(parent, parent->ns, (const xmlChar *)name,
				    NULL);

	return node && xmlNewNsProp(node, parent->ns, (const xmlChar *)"val",
				    (const xmlChar *)val);
}

/* Adds the attributes of `from` that `to` has not. */
static bool merge(xmlNode *to, const xmlNode *from)
{
	const xmlAttr *attr = from->properties;

	for (; attr; attr = attr->next) {
		const char *name = (const char *)attr->name;

		if (xmlHasNsProp(to, attr->name, to->ns->href))
			continue;
		if (!xmlNewNsProp(to, to->ns, attr->name,
				  (const xmlChar *)tree_attr(from, name)))
			return false;
	}
	return true;
}

/*
 * A list the paragraph names itself has its indents before those of the
 * style, one that the style names behind them (17.9.22): the style's, down
 * to the one that names the list, are repeated.
 */
static bool keep_indents(const struct numbering *n, xmlNode *p, xmlNode *ppr)
{
	const char *id = style_of(n, p);
	xmlNode *ind = tree_child(ppr, "ind");
	int deep = 0;

	while (deep++ < NUMBERING_STYLES_DEEP) {
		const struct list_style *style = find_style(n, id);
		xmlNode *from = style ? tree_child(style->ppr, "ind") : NULL;

		if (from && !ind)
			ind = tidy_ppr_child(ppr, "ind");
		if (from && (!ind || !merge(ind, from)))
			return false;
		if (!style ||
		    tree_child(tree_child(style->ppr, "numPr"), "numId"))
			break;
		id = style->based_on;
	}
	return true;
}

bool numbering_own(struct numbering *n, xmlNode *p,
		   const struct membership *member)
{
	char level[2] = {(char)('0' + member->level), '\0'};
	xmlNode *ppr = tree_child(p, "pPr");
	xmlNode *pr;

	if (!member->by_style)
		return true;
	if (!ppr) {
		ppr = xmlNewNode(p->ns, (const xmlChar *)"pPr");
		if (!ppr)
			return false;
		if (p->children)
			xmlAddPrevSibling(p->children, ppr);
		else
			xmlAddChild(p, ppr);
	}
	if (!keep_indents(n, p, ppr))
		return false;
	pr = tree_child(ppr, "numPr");
	if (!pr)
		pr = tidy_ppr_child(ppr, "numPr");
	while (pr && pr->children)
		tree_remove(pr->children);
	return pr && add_val(pr, "ilvl", level) &&
	       add_val(pr, "numId", member->num);
}

/* ---- a new w:num -------------------------------------------------------- */

static xmlNode *find_level(const xmlNode *parent, int level)
{
	char text[2] = {(char)('0' + level), '\0'};

	return find_child(parent, "lvl", "ilvl", text);
}

static void add_override(struct buf *out, const xmlNode *num,
			 const xmlNode *abstract, int level)
{
	char text[2] = {(char)('0' + level), '\0'};
	xmlNode *old = find_child(num, "lvlOverride", "ilvl", text);
	xmlNode *own = tree_child(old, "lvl");
	const char *start = tree_child_val(old, "startOverride");

	if (!own && !find_level(abstract, level))
		return;
	if (!start)
		start = tree_child_val(own ? own : find_level(abstract, level),
				       "start");
	buf_addf(out, "<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"",
		 level);
	/* a level that does not say begins with 0 (17.9.25) */
	buf_add_attr(out, start ? start : "0", strlen(start ? start : "0"));
	buf_adds(out, "\"/>");
	if (own)
		tree_dump(out, own);
	buf_adds(out, "</w:lvlOverride>");
}

struct span numbering_pattern(struct compiler *c, const char *num, int from)
{
	const struct numbering *n = c->numbering;
	xmlNode *node = find_child(xmlDocGetRootElement(n->doc), "num", "numId",
				   num);
	const char *id = tree_child_val(node, "abstractNumId");
	xmlNode *abstract = find_abstract(n, node);
	struct span pattern = {"", 0};
	int i;

	if (!id || !abstract)
		return pattern;
	buf_clear(&c->buf);
	buf_adds(&c->buf, "<w:abstractNumId w:val=\"");
	buf_add_attr(&c->buf, id, strlen(id));
	buf_adds(&c->buf, "\"/>");
	for (i = from; i < NUMBERING_LEVELS; i++)
		add_override(&c->buf, node, abstract, i);
	pattern.at = buf_ok(&c->buf)
			     ? arena_strn(&c->tpl->arena, buf_cstr(&c->buf),
					  c->buf.size)
			     : NULL;
	pattern.size = c->buf.size;
	if (!pattern.at) {
		tidy_no_memory(c);
		pattern = (struct span){"", 0};
	}
	return pattern;
}

int numbering_finish(struct compiler *c)
{
	struct numbering *n = c->numbering;
	struct vb_template *tpl = c->tpl;
	xmlNode *root = xmlDocGetRootElement(n->doc);
	xmlNode *node, *last = NULL, *pi;
	unsigned long top = 0;
	int rc;

	if (!tpl->lists.n)
		return VB_OK;
	for (node = root->children; node; node = node->next) {
		unsigned long id;

		if (!tree_is(node, "num"))
			continue;
		last = node;
		id = strtoul(tree_attr(node, "numId"), NULL, 10);
		if (id > top && id < INT32_MAX / 2)
			top = id;
	}
	tpl->list_base = (uint32_t)top + 1;
	pi = pi_new(c, OP_TAIL, TAIL_LISTS);
	if (!pi || !last) {
		xmlFreeNode(pi);
		return tidy_no_memory(c);
	}
	xmlAddNextSibling(last, pi);
	c->doc = n->doc;
	rc = assemble_pass(c, n->part);
	c->doc = NULL;
	if (rc == VB_OK)
		tpl->programs.at[tpl->programs.n - 1].tail = TAIL_LISTS;
	return rc;
}
