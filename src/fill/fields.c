/*
 * fields.c - fields whose words are wrong once a document is filled: a table
 * of contents, and numbers of captions in what is repeated. They are marked
 * (w:dirty) and the settings ask Word to update them (w:updateFields,
 * ECMA-376-1 17.15.1.81); numbers of pages Word counts by itself.
 */
#include "fill/tidy.h"

#include "util/err.h"

#include <string.h>

/* Fields inside fields; a table of contents is an outer one. */
#define FIELDS_DEEP 8

struct fields {
	xmlNode *begin[FIELDS_DEEP];
	int depth;
	bool found;
};

static bool is_code(const char *code, const char *name)
{
	size_t size = strlen(name);

	code += strspn(code, " \t\r\n");
	return strncmp(code, name, size) == 0 &&
	       (code[size] == '\0' || code[size] == ' ');
}

static bool goes_stale(const struct walk *walk, const char *code)
{
	return is_code(code, "TOC") || (walk->at.loops && is_code(code, "SEQ"));
}

static int mark(struct walk *walk, xmlNode *node)
{
	struct fields *fields = walk->payload;

	fields->found = true;
	if (!node || *tree_attr(node, "dirty"))
		return VB_OK;
	if (!xmlNewNsProp(node, node->ns, (const xmlChar *)"dirty",
			  (const xmlChar *)"true"))
		return tidy_no_memory(walk->c);
	return VB_OK;
}

static int visit(struct walk *walk, xmlNode *node)
{
	struct fields *fields = walk->payload;
	int depth = fields->depth < FIELDS_DEEP ? fields->depth : FIELDS_DEEP;

	if (tree_is(node, "fldSimple") &&
	    goes_stale(walk, tree_attr(node, "instr")))
		return mark(walk, node);
	if (tree_is(node, "instrText") && node->children &&
	    node->children->content &&
	    goes_stale(walk, (const char *)node->children->content))
		return mark(walk, depth ? fields->begin[depth - 1] : NULL);
	if (!tree_is(node, "fldChar"))
		return VB_OK;
	if (strcmp(tree_attr(node, "fldCharType"), "begin") == 0) {
		if (fields->depth < FIELDS_DEEP)
			fields->begin[fields->depth] = node;
		fields->depth++;
	} else if (strcmp(tree_attr(node, "fldCharType"), "end") == 0 &&
		   fields->depth > 0) {
		fields->depth--;
	}
	return VB_OK;
}

int fields_pass(struct compiler *c)
{
	struct fields fields = {0};
	struct walk walk = {.c = c, .payload = &fields, .visit = visit};
	int rc;

	/* what is not written anew is as right as it was */
	if (!c->n_slots)
		return VB_OK;
	rc = walk_tree(&walk);
	c->has_stale_fields = c->has_stale_fields || fields.found;
	return rc;
}

/* ---- settings ----------------------------------------------------------- */

/* What may stand before w:updateFields in w:settings is long; what may stand
 * behind it is this (CT_Settings, 17.15.1.78), and every other namespace. */
bool fields_is_behind(const xmlNode *node)
{
	static const char *const BEHIND[] = {"hdrShapeDefaults",
					     "footnotePr",
					     "endnotePr",
					     "compat",
					     "docVars",
					     "rsids",
					     "attachedSchema",
					     "themeFontLang",
					     "clrSchemeMapping",
					     "doNotIncludeSubdocsInStats",
					     "doNotAutoCompressPictures",
					     "forceUpgrade",
					     "captions",
					     "readModeInkLockDown",
					     "smartTagType",
					     "shapeDefaults",
					     "doNotEmbedSmartTags",
					     "decimalSymbol",
					     "listSeparator"};
	size_t i;

	for (i = 0; i < sizeof(BEHIND) / sizeof(BEHIND[0]); i++)
		if (tree_is(node, BEHIND[i]))
			return true;
	return !tree_is(node, (const char *)node->name);
}

static bool set_update(xmlNode *root)
{
	xmlNode *node = tree_child(root, "updateFields");
	xmlNode *next = root->children;

	if (node)
		return xmlSetNsProp(node, node->ns, (const xmlChar *)"val",
				    (const xmlChar *)"true") != NULL;
	node = xmlNewNode(root->ns, (const xmlChar *)"updateFields");
	while (next && !fields_is_behind(next))
		next = next->next;
	if (node && next)
		xmlAddPrevSibling(next, node);
	else if (node)
		xmlAddChild(root, node);
	return node && xmlNewNsProp(node, root->ns, (const xmlChar *)"val",
				    (const xmlChar *)"true");
}

int fields_finish(struct compiler *c, const struct opc *opc)
{
	const struct opc_part *part = opc_related(opc, opc_main(opc),
						  "settings");
	int rc;

	if (!c->has_stale_fields || !part)
		return VB_OK;
	rc = compile_read(&c->doc, opc, part, c->err);
	if (rc == VB_OK && tree_is(xmlDocGetRootElement(c->doc), "settings")) {
		if (set_update(xmlDocGetRootElement(c->doc)))
			rc = assemble_pass(c, part);
		else
			rc = tidy_no_memory(c);
	}
	xmlFreeDoc(c->doc);
	c->doc = NULL;
	return rc;
}
