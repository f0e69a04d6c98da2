/*
 * partials_adapt.c - nodes of a partial in a tree of the template; see
 * partials.h. Every number and name that may stand only once gets another
 * one, and what refers to something leads to what became of it.
 */
#include "fill/partials.h"

#include "util/err.h"

#include <stdio.h>
#include <string.h>

#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define V_NS "urn:schemas-microsoft-com:vml"
#define O_NS "urn:schemas-microsoft-com:office:office"

/* Numbers free for what is put in: its elements are no more than that. */
#define ROOM 2000000
/* Other names tried for a bookmark, of the 40 bytes that Word keeps. */
#define NAMES_MAX 10000
#define STEM_MAX  32
/* Words of a field code that may name a bookmark: REF name \h ... */
#define CODE_WORDS_MAX 16

/* ---- numbers in use ----------------------------------------------------- */

/* Word does not tell case in names of bookmarks. */
static char *fold(struct merger *m, const char *name)
{
	char *folded = arena_str(&m->c->tpl->arena, name);
	char *at;

	for (at = folded; at && *at; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 'a' - 'A');
	return folded;
}

static bool count_tree(struct merger *m, struct numbers *used, xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNode *node = root;

	for (; node; node = tree_next(root, node, false)) {
		char *name;

		if (!ids_collect(used, node))
			return false;
		if (!tree_is(node, "bookmarkStart"))
			continue;
		name = fold(m, tree_attr(node, "name"));
		if (!name || !partials_put(&m->bookmarks, name, name))
			return false;
	}
	return true;
}

int partials_count(struct merger *m)
{
	struct numbers used[SERIAL_N] = {0};
	bool good = true;
	size_t i;

	if (m->is_counted)
		return VB_OK;
	for (i = 0; i < m->c->stories.n && good; i++)
		good = count_tree(m, used, m->c->stories.at[i].doc);
	for (i = 0; i < SERIAL_N; i++) {
		m->next[i] = tidy_base(&used[i],
				       i == SERIAL_COMMENT ? TIDY_COMMENTS : 1,
				       ROOM);
		vec_release(&used[i]);
	}
	m->is_counted = true;
	return good ? VB_OK : partials_no_memory(m);
}

/* ---- names of bookmarks ------------------------------------------------- */

static const char *free_name(struct merger *m, const char *name)
{
	size_t size = strlen(name);
	char *text, *key;
	int i;

	if (size > STEM_MAX)
		size = STEM_MAX;
	while (size && ((unsigned char)name[size] & 0xc0) == 0x80)
		size--;
	for (i = 2; i < NAMES_MAX; i++) {
		text = arena_printf(&m->c->tpl->arena, "%.*s_%d", (int)size,
				    name, i);
		key = text ? fold(m, text) : NULL;
		if (!key)
			return NULL;
		if (!partials_get(m->bookmarks, key))
			return partials_put(&m->bookmarks, key, key) ? text
								     : NULL;
	}
	return NULL;
}

int partials_names(struct splice *s, xmlNode *top)
{
	struct merger *m = s->m;
	xmlNode *node = top;
	struct mark mark;

	for (; node; node = tree_next(top, node, false)) {
		const char *name = tree_attr(node, "name");
		const char *other;
		char *key, *old;

		/* those of an earlier filling are taken away later */
		if (!tree_is(node, "bookmarkStart") || !*name ||
		    mark_parse_bookmark(&mark, name))
			continue;
		key = fold(m, name);
		old = arena_str(&m->c->tpl->arena, name);
		if (!key || !old)
			return partials_no_memory(m);
		if (!partials_get(m->bookmarks, key)) {
			if (!partials_put(&m->bookmarks, key, key))
				return partials_no_memory(m);
			continue;
		}
		other = free_name(m, name);
		if (!other || !partials_put(&s->to_name, old, other) ||
		    !xmlSetNsProp(node, node->ns, (const xmlChar *)"name",
				  (const xmlChar *)other))
			return partials_no_memory(m);
	}
	return VB_OK;
}

/* "REF name \h" with another name; NULL out of memory, `code` itself when it
 * names none of ours. */
static const char *follow_code(struct splice *s, const char *code)
{
	struct arena *arena = &s->m->c->tpl->arena;
	const char *at = code;
	int words = 0;

	while (*at && words++ < CODE_WORDS_MAX) {
		const char *name;
		char *word;
		size_t size;

		at += strspn(at, " \t\"");
		size = strcspn(at, " \t\"");
		word = arena_strn(arena, at, size);
		if (!word)
			return NULL;
		name = partials_get(s->to_name, word);
		if (name)
			return arena_printf(arena, "%.*s%s%s", (int)(at - code),
					    code, name, at + size);
		at += size;
	}
	return code;
}

/* ---- one node ----------------------------------------------------------- */

static bool set_attr(xmlNode *node, const char *name, const char *value)
{
	return xmlSetNsProp(node, node->ns, (const xmlChar *)name,
			    (const xmlChar *)value) != NULL;
}

static bool set_number(xmlNode *node, const xmlNs *ns, const char *name,
		       uint32_t number)
{
	char text[16];

	snprintf(text, sizeof(text), "%u", (unsigned)number);
	return xmlSetNsProp(node, (xmlNs *)ns, (const xmlChar *)name,
			    (const xmlChar *)text) != NULL;
}

/* The same number for both feet of a mark. */
static bool set_mark(struct splice *s, xmlNode *node, const char *family)
{
	char key[64];
	char *number;

	snprintf(key, sizeof(key), "%s/%.48s", family, tree_attr(node, "id"));
	number = partials_get(s->to_mark, key);
	if (!number) {
		number = arena_printf(&s->m->c->tpl->arena, "%u",
				      (unsigned)s->m->next[SERIAL_MARK]++);
		if (!number || !partials_put(&s->to_mark, key, number))
			return false;
	}
	return set_attr(node, "id", number);
}

static bool ends_with(const xmlNode *node, const char *tail)
{
	size_t size = strlen((const char *)node->name), n = strlen(tail);

	return size > n &&
	       strcmp((const char *)node->name + size - n, tail) == 0 &&
	       tree_is(node, (const char *)node->name);
}

static bool adapt_numbers(struct splice *s, xmlNode *node)
{
	if (ids_is_revision(node))
		return set_number(node, node->ns, "id",
				  s->m->next[SERIAL_MARK]++);
	if (tree_is(node, "bookmarkStart") || tree_is(node, "bookmarkEnd"))
		return set_mark(s, node, "bookmark");
	if (tree_is(node, "permStart") || tree_is(node, "permEnd"))
		return set_mark(s, node, "perm");
	if ((ends_with(node, "RangeStart") || ends_with(node, "RangeEnd")) &&
	    strncmp((const char *)node->name, "comment", 7) != 0)
		return set_mark(s, node, "range");
	if (tree_is_ns(node, TREE_WP_NS, "docPr"))
		return set_number(node, NULL, "id",
				  s->m->next[SERIAL_DRAWING]++);
	ids_drop_private(node);
	return true;
}

static const char *shape_name(struct splice *s, const char *old)
{
	const char *name = partials_get(s->to_shape, old);
	int size = (int)(ids_digits(old) - old);

	if (name)
		return name;
	name = arena_printf(&s->m->c->tpl->arena, "%.*s%u", size, old,
			    (unsigned)s->m->next[SERIAL_SHAPE]++);
	return name && partials_put(&s->to_shape, old, name) ? name : NULL;
}

static bool rename_shape(struct splice *s, xmlNode *node, const char *attr,
			 const char *before, const char *old)
{
	const char *name = shape_name(s, old);
	char *text = name ? arena_printf(&s->m->c->tpl->arena, "%s%s", before,
					 name)
			  : NULL;

	return text && xmlSetNsProp(node, NULL, (const xmlChar *)attr,
				    (const xmlChar *)text);
}

static bool adapt_shape(struct splice *s, xmlNode *node)
{
	const char *id = tree_plain_attr(node, "id");
	const char *type = tree_plain_attr(node, "type");
	const char *shape = tree_plain_attr(node, "ShapeID");
	const char *spid = ids_office(node, "spid");
	bool good = true;

	if (!node->ns || (strcmp((const char *)node->ns->href, V_NS) != 0 &&
			  strcmp((const char *)node->ns->href, O_NS) != 0))
		return true;
	if (*spid) {
		xmlAttr *attr = xmlHasNsProp(node, (const xmlChar *)"spid",
					     (const xmlChar *)O_NS);
		const char *name = shape_name(s, spid);

		good = name &&
		       xmlSetNsProp(node, attr->ns, (const xmlChar *)"spid",
				    (const xmlChar *)name);
	}
	if (good && *id)
		good = rename_shape(s, node, "id", "", id);
	if (good && *type == '#')
		good = rename_shape(s, node, "type", "#", type + 1);
	if (good && *shape)
		good = rename_shape(s, node, "ShapeID", "", shape);
	return good;
}

/* Links within the document to bookmarks that have another name now. */
static bool adapt_links(struct splice *s, xmlNode *node)
{
	const char *name, *code;

	if (tree_is(node, "hyperlink")) {
		name = partials_get(s->to_name, tree_attr(node, "anchor"));
		return !name || set_attr(node, "anchor", name);
	}
	if (tree_is(node, "fldSimple")) {
		code = follow_code(s, tree_attr(node, "instr"));
		return code && (code == tree_attr(node, "instr") ||
				set_attr(node, "instr", code));
	}
	if (!tree_is(node, "instrText") || !node->children ||
	    node->children->type != XML_TEXT_NODE || !node->children->content)
		return true;
	name = (const char *)node->children->content;
	code = follow_code(s, name);
	if (code && code != name)
		xmlNodeSetContent(node->children, (const xmlChar *)code);
	return code != NULL;
}

/* ---- what it refers to -------------------------------------------------- */

static int adapt_rels(struct splice *s, const struct route *route,
		      xmlNode *node)
{
	bool is_head = tree_is(node, "headerReference") ||
		       tree_is(node, "footerReference");
	xmlAttr *attr, *next;
	int rc = VB_OK;

	for (attr = node->properties; attr && rc == VB_OK; attr = next) {
		const char *id = NULL, *old;

		next = attr->next;
		if (!attr->ns ||
		    strcmp((const char *)attr->ns->href, R_NS) != 0)
			continue;
		old = attr->children && attr->children->content
			      ? (const char *)attr->children->content
			      : "";
		if (*old)
			rc = is_head ? partials_head(&id, s, route, old)
				     : partials_rel(&id, s, route, old);
		/* what leads nowhere is left out, an empty one stays */
		if (rc == VB_OK && !id && *old)
			xmlRemoveProp(attr);
		else if (rc == VB_OK && id &&
			 !xmlSetNsProp(node, attr->ns, attr->name,
				       (const xmlChar *)id))
			rc = partials_no_memory(s->m);
	}
	return rc;
}

static int role_of(const xmlNode *node)
{
	if (tree_is(node, "footnoteReference"))
		return ROLE_FOOTNOTES;
	if (tree_is(node, "endnoteReference"))
		return ROLE_ENDNOTES;
	if (tree_is(node, "commentReference") ||
	    tree_is(node, "commentRangeStart") ||
	    tree_is(node, "commentRangeEnd"))
		return ROLE_COMMENTS;
	return -1;
}

/* Notes are called from the page only (17.11.14), and comments by Word. */
static int adapt_note(const char **id, struct splice *s,
		      const struct route *route, const xmlNode *node, int role)
{
	const struct compiled_part *story = &s->m->c->stories.at[route->to];

	if (story->part == opc_main(s->m->opc))
		return partials_note(id, s, (enum role)role,
				     tree_attr(node, "id"));
	if (role != ROLE_COMMENTS)
		partials_fault(s,
			       "has a footnote or an endnote: its tag must "
			       "stand in the page, not in a header or a note");
	return VB_OK;
}

/* Puts the id of what it names into *id, NULL for nothing; *attr is NULL for
 * a node that names nothing. */
static int refer(const char **attr, const char **id, struct splice *s,
		 const struct route *route, const xmlNode *node)
{
	int role = role_of(node);

	*id = NULL;
	*attr = role >= 0 ? "id" : "val";
	if (role >= 0)
		return adapt_note(id, s, route, node, role);
	if (tree_is(node, "pStyle") || tree_is(node, "rStyle") ||
	    tree_is(node, "tblStyle"))
		return partials_style(id, s, tree_attr(node, "val"));
	if (tree_is(node, "numId") && tree_is(node->parent, "numPr") &&
	    strcmp(tree_attr(node, "val"), "0") != 0) {
		int rc = partials_list(id, s, tree_attr(node, "val"));

		/* a list that is not there has no numbers */
		*id = *id ? *id : "0";
		return rc;
	}
	*attr = NULL;
	return VB_OK;
}

/* What holds to parts that stay behind: XML the control is bound to, the
 * glossary; and the number of a control, which may be left out. */
static bool stays_behind(const xmlNode *node)
{
	return tree_is(node->parent, "sdtPr") &&
	       (tree_is(node, "dataBinding") || tree_is(node, "placeholder") ||
		tree_is_ns(node, TREE_W15_NS, "dataBinding") ||
		tree_is(node, "id"));
}

static int adapt_node(bool *goes, struct splice *s, const struct route *route,
		      xmlNode *node)
{
	const char *attr, *id;
	int rc;

	*goes = stays_behind(node);
	if (*goes)
		return VB_OK;
	rc = refer(&attr, &id, s, route, node);
	*goes = attr && !id;
	if (rc != VB_OK || *goes)
		return rc;
	if (attr && !set_attr(node, attr, id))
		return partials_no_memory(s->m);
	if (!adapt_numbers(s, node) || !adapt_shape(s, node) ||
	    !adapt_links(s, node))
		return partials_no_memory(s->m);
	return adapt_rels(s, route, node);
}

int partials_adapt(struct splice *s, const struct route *route, xmlNode *top)
{
	xmlNode *node = top, *next;
	int rc = VB_OK;

	for (; node && rc == VB_OK; node = next) {
		bool goes = false;

		if (node->type == XML_ELEMENT_NODE)
			rc = adapt_node(&goes, s, route, node);
		next = tree_next(top, node, goes);
		if (goes && node != top)
			tree_remove(node);
	}
	return rc;
}
