/*
 * partials_style.c - styles of a partial; see partials.h. They are told by
 * name and type, never by id, which editors translate. What the template has
 * looks as the template says; the rest is copied with what it is based on.
 */
#include "fill/partials.h"

#include "util/err.h"

#include <stdio.h>
#include <string.h>

/* Styles tried for a free id. */
#define IDS_MAX 10000

/* "paragraph/heading 1": names of Word's own styles differ in case only. */
static char *key_of(struct merger *m, const char *type, const char *name)
{
	char *key = arena_printf(&m->c->tpl->arena, "%s/%s", type, name);
	char *at;

	for (at = key; at && *at; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 'a' - 'A');
	return key;
}

int partials_styles_index(struct merger *m)
{
	size_t story;
	int rc = partials_role(&story, m, ROLE_STYLES);
	const xmlNode *node;

	if (rc != VB_OK || m->has_styles)
		return rc;
	m->has_styles = true;
	node = partials_root(m, story)->children;
	for (; node; node = node->next) {
		const char *name = tree_child_val(node, "name");
		const char *id = tree_attr(node, "styleId");
		char *key;

		if (!tree_is(node, "style"))
			continue;
		key = key_of(m, tree_attr(node, "type"), name ? name : "");
		id = arena_str(&m->c->tpl->arena, id);
		if (!key || !id || !partials_put(&m->style_ids, id, id) ||
		    (name && !partials_get(m->style_names, key) &&
		     !partials_put(&m->style_names, key, id)))
			return partials_no_memory(m);
	}
	return VB_OK;
}

bool partials_has_style(struct merger *m, const char *type, const char *name)
{
	char *key = key_of(m, type, name);

	return key && partials_get(m->style_names, key);
}

static const char *free_id(struct merger *m, const char *id)
{
	char text[256];
	int i, n;

	for (i = 1; i < IDS_MAX; i++) {
		n = snprintf(text, sizeof(text), i > 1 ? "%.200s%d" : "%.200s",
			     id, i);
		if (n > 0 && *text && !partials_get(m->style_ids, text))
			return arena_str(&m->c->tpl->arena, text);
	}
	return NULL;
}

/* A child that names another style. */
static int follow(struct splice *s, xmlNode *style, const char *child)
{
	xmlNode *node = tree_child(style, child);
	const char *id = NULL;
	int rc;

	if (!node)
		return VB_OK;
	rc = partials_style(&id, s, tree_attr(node, "val"));
	if (rc != VB_OK)
		return rc;
	if (!id)
		tree_remove(node);
	else if (!xmlSetNsProp(node, node->ns, (const xmlChar *)"val",
			       (const xmlChar *)id))
		return partials_no_memory(s->m);
	return VB_OK;
}

static int copy_style(struct splice *s, const xmlNode *style, const char *id)
{
	static const char *const OTHERS[] = {"basedOn", "next", "link"};
	struct merger *m = s->m;
	const struct route route = {partials_part(s->source->opc, ROLE_STYLES),
				    m->roles[ROLE_STYLES]};
	xmlNode *copy = partials_copy(m, route.to, style,
				      partials_root(m, route.to));
	xmlAttr *attr;
	size_t i;
	int rc = VB_OK;

	if (!copy || !xmlSetNsProp(copy, copy->ns, (const xmlChar *)"styleId",
				   (const xmlChar *)id))
		return partials_no_memory(m);
	/* a document has its default styles already */
	attr = xmlHasNsProp(copy, (const xmlChar *)"default", copy->ns->href);
	if (attr)
		xmlRemoveProp(attr);
	rc = partials_declare(s, route.to, style->doc);
	for (i = 0; i < 3 && rc == VB_OK; i++)
		rc = follow(s, copy, OTHERS[i]);
	return rc == VB_OK ? partials_adapt(s, &route, copy) : rc;
}

static int new_style(const char **out, struct splice *s, const xmlNode *style,
		     const char *old)
{
	struct merger *m = s->m;
	const char *name = tree_child_val(style, "name");
	char *key = key_of(m, tree_attr(style, "type"), name ? name : old);
	const char *id;
	int rc;

	if (!key)
		return partials_no_memory(m);
	*out = partials_get(m->style_names, key);
	if (*out)
		return partials_put(&s->source->to_style, old, *out)
			       ? VB_OK
			       : partials_no_memory(m);
	if (s->deep >= PARTIALS_STYLES_DEEP)
		return VB_OK;
	id = free_id(m, old);
	/* told before it is followed: styles lead to each other */
	if (!id || !partials_put(&m->style_ids, id, id) ||
	    !partials_put(&m->style_names, key, id) ||
	    !partials_put(&s->source->to_style, old, id))
		return partials_no_memory(m);
	*out = id;
	s->deep++;
	rc = copy_style(s, style, id);
	s->deep--;
	return rc;
}

int partials_style(const char **out, struct splice *s, const char *id)
{
	const xmlNode *style;
	xmlDoc *doc;
	int rc = partials_doc(&doc, s->m, s->source, ROLE_STYLES);

	*out = partials_get(s->source->to_style, id);
	if (rc != VB_OK || *out)
		return rc;
	style = partials_get(s->source->styles, id);
	return style ? new_style(out, s, style, id) : VB_OK;
}
