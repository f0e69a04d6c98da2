/*
 * partials_list.c - lists of a partial; see partials.h. Each time it is put
 * in they begin anew, with a definition of their own: lists of one definition
 * go on counting (ECMA-376-1 17.9.15). A list that belongs to a style that is
 * copied goes on, as the style does.
 */
#include "fill/partials.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static bool set_attr(xmlNode *node, const char *name, const char *value)
{
	return node && xmlSetNsProp(node, node->ns, (const xmlChar *)name,
				    (const xmlChar *)value) != NULL;
}

static void raise(uint32_t *next, const xmlNode *node, const char *attr)
{
	unsigned long id = strtoul(tree_attr(node, attr), NULL, 10);

	if (id >= *next && id < INT32_MAX / 2)
		*next = (uint32_t)id + 1;
}

/* The numbering of the template, and the next free numbers. */
static int open_lists(xmlNode **root, struct merger *m)
{
	bool is_new = m->roles[ROLE_NUMBERING] == SIZE_MAX;
	size_t story;
	int rc = partials_role(&story, m, ROLE_NUMBERING);
	const xmlNode *node;

	if (rc != VB_OK)
		return rc;
	*root = partials_root(m, story);
	if (!is_new)
		return VB_OK;
	m->next_num = 1;
	for (node = (*root)->children; node; node = node->next) {
		raise(&m->next_num, node, "numId");
		raise(&m->next_abstract, node, "abstractNumId");
		raise(&m->next_bullet, node, "numPicBulletId");
	}
	return VB_OK;
}

static const char *number(struct merger *m, uint32_t *next)
{
	return arena_printf(&m->c->tpl->arena, "%u", (unsigned)(*next)++);
}

/* Bullets, then definitions, then lists (CT_Numbering, 17.9.16). */
static int rank(const xmlNode *node)
{
	return tree_is(node, "numPicBullet")  ? 0
	       : tree_is(node, "abstractNum") ? 1
	       : tree_is(node, "num")	      ? 2
					      : 3;
}

static xmlNode *add(struct splice *s, xmlNode *root, const xmlNode *node)
{
	xmlNode *copy = partials_copy(s->m, s->m->roles[ROLE_NUMBERING], node,
				      root);
	xmlNode *behind = root->children;

	while (copy && behind && rank(behind) <= rank(copy))
		behind = behind->next;
	if (copy && behind && behind != copy) {
		xmlUnlinkNode(copy);
		xmlAddPrevSibling(behind, copy);
	}
	return copy;
}

/* ---- bullets that are pictures ------------------------------------------ */

static int copy_bullet(const char **out, struct splice *s, xmlNode *root,
		       const char *id)
{
	const struct route route = {
		partials_part(s->source->opc, ROLE_NUMBERING),
		s->m->roles[ROLE_NUMBERING]};
	const xmlNode *old =
		xmlDocGetRootElement(s->source->docs[ROLE_NUMBERING]);
	xmlNode *copy;

	*out = partials_get(s->source->to_bullet, id);
	if (*out)
		return VB_OK;
	for (old = old->children; old; old = old->next)
		if (tree_is(old, "numPicBullet") &&
		    strcmp(tree_attr(old, "numPicBulletId"), id) == 0)
			break;
	if (!old)
		return VB_OK;
	*out = number(s->m, &s->m->next_bullet);
	copy = *out ? add(s, root, old) : NULL;
	if (!copy || !set_attr(copy, "numPicBulletId", *out) ||
	    !partials_put(&s->source->to_bullet, id, *out))
		return partials_no_memory(s->m);
	return partials_adapt(s, &route, copy);
}

/* ---- definitions -------------------------------------------------------- */

/* The levels in a definition or an exception: what they refer to. */
static int adapt_levels(struct splice *s, xmlNode *root, xmlNode *top,
			bool keeps_styles)
{
	xmlNode *node = top, *next;
	int rc = VB_OK;

	for (; node && rc == VB_OK; node = next) {
		const char *id = NULL;
		bool is_style = tree_is(node, "pStyle");
		bool is_bullet = tree_is(node, "lvlPicBulletId");

		next = tree_next(top, node, is_style || is_bullet);
		if (!is_style && !is_bullet)
			continue;
		if (is_bullet)
			rc = copy_bullet(&id, s, root, tree_attr(node, "val"));
		else if (keeps_styles)
			rc = partials_style(&id, s, tree_attr(node, "val"));
		if (rc == VB_OK && !id)
			tree_remove(node);
		else if (rc == VB_OK && !set_attr(node, "val", id))
			rc = partials_no_memory(s->m);
	}
	return rc;
}

/* One that names a style of lists has its levels in the definition of that
 * style (17.9.21, 17.9.27). */
static const xmlNode *levels_of(const xmlNode *abstract)
{
	const char *link = tree_child_val(abstract, "numStyleLink");
	const xmlNode *node = link ? abstract->parent->children : NULL;

	for (; node; node = node->next) {
		const char *style = tree_is(node, "abstractNum")
					    ? tree_child_val(node, "styleLink")
					    : NULL;

		if (style && strcmp(style, link) == 0)
			return node;
	}
	return abstract;
}

static int copy_abstract(const char **out, struct splice *s, xmlNode *root,
			 const xmlNode *old, bool by_style)
{
	/* numbers by which editors know a list again, and its styles */
	static const char *const GONE[] = {"nsid", "styleLink", "numStyleLink"};
	xmlHashTable **table = by_style ? &s->source->to_abstract
					: &s->to_abstract;
	const char *id = tree_attr(old, "abstractNumId");
	xmlNode *copy;
	size_t i;

	*out = partials_get(*table, id);
	if (*out)
		return VB_OK;
	*out = number(s->m, &s->m->next_abstract);
	copy = *out ? add(s, root, old) : NULL;
	if (!copy || !set_attr(copy, "abstractNumId", *out) ||
	    !partials_put(table, id, *out))
		return partials_no_memory(s->m);
	ids_drop(copy, TREE_W15_NS);
	for (i = 0; i < sizeof(GONE) / sizeof(*GONE); i++) {
		xmlNode *gone = tree_child(copy, GONE[i]);

		if (gone)
			tree_remove(gone);
	}
	return adapt_levels(s, root, copy, by_style);
}

/* ---- lists -------------------------------------------------------------- */

static int copy_num(struct splice *s, const xmlNode *old, const char *id,
		    bool by_style)
{
	const char *abstract = tree_child_val(old, "abstractNumId");
	const xmlNode *levels = partials_get(s->source->abstracts,
					     abstract ? abstract : "");
	xmlNode *root = partials_root(s->m, s->m->roles[ROLE_NUMBERING]);
	xmlNode *copy;
	const char *other;
	int rc;

	/* a list without a definition has no numbers */
	if (!levels)
		return VB_OK;
	rc = copy_abstract(&other, s, root, levels_of(levels), by_style);
	if (rc != VB_OK)
		return rc;
	copy = add(s, root, old);
	if (!copy || !set_attr(copy, "numId", id) ||
	    !set_attr(tree_child(copy, "abstractNumId"), "val", other))
		return partials_no_memory(s->m);
	ids_drop(copy, TREE_W16CID_NS);
	return adapt_levels(s, root, copy, by_style);
}

int partials_list(const char **out, struct splice *s, const char *num)
{
	xmlHashTable **table;
	const xmlNode *old, *styles;
	xmlNode *root;
	xmlDoc *doc;
	int rc = partials_doc(&doc, s->m, s->source, ROLE_STYLES);

	*out = NULL;
	if (rc == VB_OK)
		rc = partials_doc(&doc, s->m, s->source, ROLE_NUMBERING);
	styles = partials_get(s->source->style_nums, num);
	table = styles ? &s->source->to_num : &s->to_num;
	if (rc == VB_OK)
		*out = partials_get(*table, num);
	old = doc ? partials_get(s->source->nums, num) : NULL;
	if (rc != VB_OK || *out || !old)
		return rc;
	rc = open_lists(&root, s->m);
	if (rc != VB_OK)
		return rc;
	*out = number(s->m, &s->m->next_num);
	/* told before it is followed: a list and its styles name each other */
	if (!*out || !partials_put(table, num, *out))
		return partials_no_memory(s->m);
	rc = partials_declare(s, s->m->roles[ROLE_NUMBERING], doc);
	return rc == VB_OK ? copy_num(s, old, *out, styles != NULL) : rc;
}
