/* partials_target.c - the parts that take what partials bring; partials.h. */
#include "fill/partials.h"

#include "util/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPE                                             \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml."
#define W_NS " xmlns:w=\"" TREE_W_NS "\""
/* The lines above notes: two that every document with notes has. */
#define SEPARATORS(note)                                          \
	"<w:" note " w:type=\"separator\" w:id=\"-1\"><w:p><w:r>" \
	"<w:separator/></w:r></w:p></w:" note "><w:" note         \
	" w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>" \
	"<w:continuationSeparator/></w:r></w:p></w:" note ">"

/* What a template without such a part gets. */
static const struct {
	const char *name, *xml;
} NEW[ROLE_N] = {
	[ROLE_FOOTNOTES] = {"footnotes", "<w:footnotes" W_NS ">" SEPARATORS(
						 "footnote") "</w:footnotes>"},
	[ROLE_ENDNOTES] = {"endnotes", "<w:endnotes" W_NS ">" SEPARATORS(
					       "endnote") "</w:endnotes>"},
	[ROLE_COMMENTS] = {"comments", "<w:comments" W_NS "/>"},
	[ROLE_STYLES] = {"styles", "<w:styles" W_NS "/>"},
	[ROLE_NUMBERING] = {"numbering", "<w:numbering" W_NS "/>"},
	[ROLE_SETTINGS] = {"settings", NULL},
};

xmlNode *partials_root(struct merger *m, size_t story)
{
	return xmlDocGetRootElement(m->c->stories.at[story].doc);
}

struct vb_blob *partials_blob(struct merger *m)
{
	return vec_push(&m->blobs);
}

static int open_story(size_t *out, struct merger *m,
		      const struct opc_part *part)
{
	struct compiler *c = m->c;
	struct compiled_part *story;

	for (*out = 0; *out < c->stories.n; ++*out)
		if (c->stories.at[*out].part == part)
			return VB_OK;
	story = vec_push(&c->stories);
	if (!story)
		return partials_no_memory(m);
	story->part = part;
	story->name = arena_str(&c->tpl->arena, part->name);
	if (!story->name)
		return partials_no_memory(m);
	return compile_read(&story->doc, m->opc, part, c->err);
}

/* The folder of the main part, with its stroke. */
static int folder_size(const struct merger *m)
{
	const char *name = opc_main(m->opc)->name;
	const char *stroke = strrchr(name, '/');

	return stroke ? (int)(stroke - name) + 1 : 0;
}

int partials_add(size_t *out, struct merger *m, const char *name,
		 const char *type, xmlDoc *doc, char id[OPC_ID_MAX])
{
	struct compiler *c = m->c;
	const char *main_name = opc_main(m->opc)->name;
	struct compiled_part *story = vec_push(&c->stories);
	char full[OPC_NAME_MAX], stem[OPC_NAME_MAX];
	char relation[128];
	int rc = VB_OK;

	if (!story) {
		xmlFreeDoc(doc);
		return partials_no_memory(m);
	}
	*out = c->stories.n - 1;
	story->doc = doc;
	story->is_changed = true;
	/* names of main parts are shorter than OPC_NAME_MAX by a package */
	snprintf(stem, sizeof(stem), "%.*s%s", folder_size(m), main_name, name);
	if (snprintf(full, sizeof(full), "%s.xml", stem) >= OPC_NAME_MAX)
		rc = err_set(c->err, VB_LIMIT, "a part name is too long");
	if (rc == VB_OK && opc_edit_has(m->edit, full))
		rc = opc_edit_free_name(m->edit, stem, ".xml", full, c->err);
	story->name = arena_str(&c->tpl->arena, full);
	if (rc == VB_OK && !story->name)
		rc = partials_no_memory(m);
	if (rc == VB_OK)
		rc = opc_edit_add(m->edit, full, type, "", 0, c->err);
	snprintf(relation, sizeof(relation), REL "%s", name);
	if (rc == VB_OK)
		rc = opc_edit_relate(m->edit, main_name, relation, full, id,
				     c->err);
	return rc;
}

static int add_role(size_t *out, struct merger *m, enum role role)
{
	char type[128], id[OPC_ID_MAX];
	xmlDoc *doc = NULL;
	int rc = tree_parse(&doc, NEW[role].xml, strlen(NEW[role].xml),
			    NEW[role].name, m->c->err);

	snprintf(type, sizeof(type), TYPE "%s+xml", NEW[role].name);
	return rc == VB_OK ? partials_add(out, m, NEW[role].name, type, doc, id)
			   : rc;
}

/* The settings of a document with notes say which of them are the lines
 * (17.11.9, 17.11.4); old ones stay as they are. */
static int set_separators(struct merger *m, enum role role)
{
	const char *name = role == ROLE_FOOTNOTES ? "footnotePr" : "endnotePr";
	const char *note = role == ROLE_FOOTNOTES ? "footnote" : "endnote";
	const char *const ids[] = {"-1", "0"};
	xmlNode *root, *next, *pr;
	size_t story, i;
	int rc = partials_role(&story, m, ROLE_SETTINGS);

	root = rc == VB_OK && story != SIZE_MAX ? partials_root(m, story)
						: NULL;
	if (!root || tree_child(root, name))
		return rc;
	next = root->children;
	while (next &&
	       (!fields_is_behind(next) || tree_is(next, "hdrShapeDefaults") ||
		(role == ROLE_ENDNOTES && tree_is(next, "footnotePr"))))
		next = next->next;
	pr = xmlNewDocNode(root->doc, root->ns, (const xmlChar *)name, NULL);
	if (pr && next)
		xmlAddPrevSibling(next, pr);
	else if (pr)
		xmlAddChild(root, pr);
	for (i = 0; pr && i < 2; i++) {
		xmlNode *one = xmlNewChild(pr, root->ns, (const xmlChar *)note,
					   NULL);

		if (!one || !xmlNewNsProp(one, root->ns, (const xmlChar *)"id",
					  (const xmlChar *)ids[i]))
			pr = NULL;
	}
	m->c->stories.at[story].is_changed = true;
	return pr ? VB_OK : partials_no_memory(m);
}

int partials_role(size_t *out, struct merger *m, enum role role)
{
	const struct opc_part *part = partials_part(m->opc, role);
	int rc = VB_OK;

	*out = m->roles[role];
	if (*out != SIZE_MAX || (!part && role == ROLE_SETTINGS))
		return VB_OK;
	rc = part ? open_story(out, m, part) : add_role(out, m, role);
	if (rc != VB_OK)
		return rc;
	m->roles[role] = *out;
	if (!part && (role == ROLE_FOOTNOTES || role == ROLE_ENDNOTES))
		rc = set_separators(m, role);
	return rc;
}

/* libxml2 keeps a declaration whose words got no memory. */
static bool is_whole(const xmlNs *ns, bool has_prefix)
{
	return ns && ns->href && (!has_prefix || ns->prefix);
}

static bool is_whole_tree(const xmlNode *top)
{
	xmlNode *node = (xmlNode *)top;
	const xmlAttr *attr;

	for (; node; node = tree_next(top, node, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (!node->name || (node->ns && !is_whole(node->ns, false)))
			return false;
		for (attr = node->properties; attr; attr = attr->next)
			if (!attr->name ||
			    (attr->ns && !is_whole(attr->ns, true)))
				return false;
	}
	return true;
}

xmlNode *partials_copy(struct merger *m, size_t to, const xmlNode *node,
		       xmlNode *parent)
{
	xmlNode *copy = tree_copy(node, true, parent);

	m->c->stories.at[to].is_changed = true;
	/* children that got none are missing without a word */
	if (m->c->has_lost && *m->c->has_lost)
		return NULL;
	return copy && is_whole_tree(copy) ? copy : NULL;
}

/* ---- prefixes ----------------------------------------------------------- */

static xmlNs *declared(const xmlNode *root, const xmlChar *prefix)
{
	xmlNs *ns = root->nsDef;

	while (ns && !(ns->prefix && xmlStrEqual(ns->prefix, prefix)))
		ns = ns->next;
	return ns;
}

static xmlChar *ignorable(const xmlNode *root)
{
	return xmlGetNsProp((xmlNode *)root, (const xmlChar *)"Ignorable",
			    (const xmlChar *)TREE_MC_NS);
}

static bool has_word(const char *list, const char *word, size_t size)
{
	while (*list) {
		size_t n;

		list += strspn(list, " \t\r\n");
		n = strcspn(list, " \t\r\n");
		if (n == size && memcmp(list, word, n) == 0)
			return true;
		list += n;
	}
	return false;
}

/* What an old reader may pass over (ECMA-376-3 9.3): the words of both. */
static bool join_ignorable(struct merger *m, xmlNode *root, const char *words)
{
	struct buf all = BUF_INIT;
	xmlChar *own = ignorable(root);
	xmlNs *mc = xmlSearchNsByHref(root->doc, root,
				      (const xmlChar *)TREE_MC_NS);
	bool good = true;

	buf_adds(&all, own ? (const char *)own : "");
	while (*words) {
		size_t size;

		words += strspn(words, " \t\r\n");
		size = strcspn(words, " \t\r\n");
		if (size && !has_word(buf_cstr(&all), words, size)) {
			buf_adds(&all, all.size ? " " : "");
			buf_add(&all, words, size);
		}
		words += size;
	}
	if (!mc)
		mc = xmlNewNs(root, (const xmlChar *)TREE_MC_NS,
			      (const xmlChar *)"mc");
	good = buf_ok(&all) && is_whole(mc, true) &&
	       (!all.size ||
		xmlSetNsProp(root, mc, (const xmlChar *)"Ignorable",
			     (const xmlChar *)buf_cstr(&all)));
	xmlFree(own);
	buf_release(&all);
	return good || !partials_no_memory(m);
}

int partials_declare(const struct splice *s, size_t to, const xmlDoc *from)
{
	xmlNode *root = partials_root(s->m, to);
	const xmlNode *other = xmlDocGetRootElement(from);
	xmlChar *words = ignorable(other);
	const xmlNs *ns;
	bool good = true;

	for (ns = other->nsDef; ns && good; ns = ns->next) {
		xmlNs *own = ns->prefix ? declared(root, ns->prefix) : NULL;

		if (!ns->prefix || (own && xmlStrEqual(own->href, ns->href)))
			continue;
		/* nodes of it carry their own declaration */
		if (!own)
			good = is_whole(xmlNewNs(root, ns->href, ns->prefix),
					true);
	}
	if (good && words)
		good = join_ignorable(s->m, root, (const char *)words);
	xmlFree(words);
	return good ? VB_OK : partials_no_memory(s->m);
}

/* ---- writing ------------------------------------------------------------ */

static int write_story(struct merger *m, const struct compiled_part *story)
{
	struct buf text = BUF_INIT;
	struct vb_blob *blob = partials_blob(m);
	int rc;

	if (!blob)
		return partials_no_memory(m);
	tree_dump_doc(&text, story->doc);
	rc = buf_take(&text, blob, m->c->err);
	if (rc != VB_OK)
		return rc;
	return story->part ? opc_edit_replace(m->edit, story->part, blob->data,
					      blob->size, m->c->err)
			   : opc_edit_renew(m->edit, story->name, blob->data,
					    blob->size, m->c->err);
}

int partials_write(struct opc **out, struct merger *m)
{
	struct vb_blob blob = {0};
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < m->c->stories.n && rc == VB_OK; i++)
		if (m->c->stories.at[i].is_changed)
			rc = write_story(m, &m->c->stories.at[i]);
	if (rc == VB_OK)
		rc = opc_edit_write(m->edit, NULL, &blob, m->c->err);
	if (rc == VB_OK)
		rc = opc_open_blob(out, &blob, m->c->tpl->file, m->c->err);
	vb_blob_release(&blob);
	return rc;
}
