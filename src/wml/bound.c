/* bound.c - see bound.h. */
#include "wml/bound.h"

#include "util/err.h"
#include "wml/tree.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

/* The store ids of the properties (MS-OI29500 2.1.1241). */
#define STORE_CORE     "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
#define STORE_EXTENDED "{6668398D-A668-4E3E-A5EB-62B293D839F1}"

enum {
	ID_MAX = 64 /* a GUID in braces has 38 */
};

struct item {
	char id[ID_MAX]; /* "" unknown */
	xmlDoc *doc;
};

struct wml_bound {
	struct {
		VEC(struct item);
	} items;
	size_t steps;
	/* where the last look ended: controls ask in order */
	const xmlNode *parent, *node;
	long index;
};

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static bool is_fatal(int code)
{
	return code == VB_NOMEM || code == VB_INTERNAL;
}

/* ---- parts --------------------------------------------------------------- */

static int parse(xmlDoc **doc, const struct opc *opc,
		 const struct opc_part *part, struct vb_error *err)
{
	struct vb_blob xml = {NULL, 0};
	struct vb_error own = {VB_OK, "", "", "", ""};
	int code = opc_read(opc, part, &xml, &own);

	*doc = NULL;
	if (code == VB_OK)
		code = tree_parse(doc, xml.data, xml.size, part->name, &own);
	vb_blob_release(&xml);
	if (is_fatal(code) && err)
		*err = own;
	return is_fatal(code) ? code : VB_OK;
}

static int add_item(struct wml_bound *bound, const struct opc *opc,
		    const struct opc_part *part, const char *id,
		    struct vb_error *err)
{
	const struct opc_part *props;
	xmlDoc *doc = NULL, *about = NULL;
	struct item *item;
	int code = parse(&doc, opc, part, err);

	if (code != VB_OK || !doc)
		return code;
	item = vec_push(&bound->items);
	if (!item) {
		xmlFreeDoc(doc);
		return no_memory(err);
	}
	item->doc = doc;
	strncat(item->id, id, ID_MAX - 1);
	props = opc_related(opc, part, "customXmlProps");
	if (id[0] || !props)
		return VB_OK;
	code = parse(&about, opc, props, err);
	if (about && xmlDocGetRootElement(about))
		strncat(item->id,
			tree_attr(xmlDocGetRootElement(about), "itemID"),
			ID_MAX - 1);
	xmlFreeDoc(about);
	return code;
}

static int open_parts(struct wml_bound *bound, const struct opc *opc,
		      struct vb_error *err)
{
	const struct opc_part *core = opc_related(opc, NULL, "core-properties");
	const struct opc_part *more = opc_related(opc, NULL,
						  "extended-properties");
	size_t n = 0, i;
	const struct opc_rel *rels = opc_rels(opc, opc_main(opc), &n);
	int code = VB_OK;

	for (i = 0; i < n && code == VB_OK; i++) {
		const char *tail = strrchr(rels[i].type, '/');
		const struct opc_part *part =
			rels[i].external ? NULL : opc_find(opc, rels[i].target);

		if (part && tail && strcmp(tail, "/customXml") == 0)
			code = add_item(bound, opc, part, "", err);
	}
	if (code == VB_OK && core)
		code = add_item(bound, opc, core, STORE_CORE, err);
	if (code == VB_OK && more)
		code = add_item(bound, opc, more, STORE_EXTENDED, err);
	return code;
}

int wml_bound_open(struct wml_bound **out, const struct opc *opc,
		   struct vb_error *err)
{
	struct wml_bound *bound = calloc(1, sizeof(*bound));
	int code;

	*out = NULL;
	if (!bound)
		return no_memory(err);
	code = open_parts(bound, opc, err);
	if (code == VB_OK)
		*out = bound;
	else
		wml_bound_free(bound);
	return code;
}

void wml_bound_free(struct wml_bound *bound)
{
	size_t i;

	if (!bound)
		return;
	for (i = 0; i < bound->items.n; i++)
		xmlFreeDoc(bound->items.at[i].doc);
	vec_release(&bound->items);
	free(bound);
}

/* ---- paths --------------------------------------------------------------- */

/* One step of "/ns0:a[1]/ns0:b[2]/@c", all that Word writes. */
struct step {
	const char *name;
	size_t size;
	long index;
	bool is_attr;
};

static bool read_step(const char **path, struct step *step)
{
	const char *p = *path, *colon;

	if (*p++ != '/')
		return false;
	step->is_attr = *p == '@';
	p += step->is_attr;
	step->name = p;
	step->size = strcspn(p, "/[]@*():.");
	colon = p + step->size;
	if (*colon == ':') {
		step->name = colon + 1;
		step->size = strcspn(step->name, "/[]@*():.");
	}
	p = step->name + step->size;
	step->index = 1;
	if (*p == '[') {
		char *end;

		step->index = strtol(p + 1, &end, 10);
		if (*end != ']' || step->index < 1)
			return false;
		p = end + 1;
	}
	*path = p;
	return step->size > 0 && (*p == '/' || *p == '\0');
}

static bool has_name(const xmlNode *node, const struct step *step)
{
	const char *name = (const char *)node->name;

	return strncmp(name, step->name, step->size) == 0 && !name[step->size];
}

static const xmlNode *find_child(struct wml_bound *bound, const xmlNode *parent,
				 const struct step *step)
{
	const xmlNode *node = parent->children;
	long index = 0;

	if (bound->parent == parent && bound->node && bound->index > 0 &&
	    bound->index <= step->index && has_name(bound->node, step)) {
		node = bound->node;
		index = bound->index - 1;
	}
	for (; node && bound->steps < WML_BOUND_STEPS_MAX; node = node->next) {
		bound->steps++;
		if (node->type != XML_ELEMENT_NODE || !has_name(node, step) ||
		    ++index < step->index)
			continue;
		bound->parent = parent;
		bound->node = node;
		bound->index = index;
		return node;
	}
	return NULL;
}

/* The text of the node a path leads to, NULL when none. */
static xmlChar *find_text(struct wml_bound *bound, const xmlDoc *doc,
			  const char *path)
{
	const xmlNode *node = (const xmlNode *)doc;
	struct step step;

	while (*path) {
		if (!read_step(&path, &step))
			return NULL;
		if (step.is_attr) {
			const xmlAttr *attr = node->properties;

			while (attr && !has_name((const xmlNode *)attr, &step))
				attr = attr->next;
			return attr && !*path ? xmlNodeGetContent(
							(const xmlNode *)attr)
					      : NULL;
		}
		node = find_child(bound, node, &step);
		if (!node)
			return NULL;
	}
	return xmlNodeGetContent(node);
}

const xmlNode *wml_bound_node(const xmlDoc *doc, const char *path)
{
	struct wml_bound bound = {0};
	const xmlNode *node = (const xmlNode *)doc;
	struct step step;

	while (node && *path) {
		if (!read_step(&path, &step) || step.is_attr)
			return NULL;
		node = find_child(&bound, node, &step);
	}
	return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

bool wml_bound_is_store(const char *a, const char *b)
{
	size_t i;

	for (i = 0; a[i] && b[i]; i++)
		if (a[i] != b[i] &&
		    !((a[i] ^ b[i]) == 0x20 && (a[i] | 0x20) >= 'a' &&
		      (a[i] | 0x20) <= 'z'))
			return false;
	return !a[i] && !b[i];
}

/* ---- controls ------------------------------------------------------------ */

static int add_value(struct wml_story *story, const struct wml_mark *mark,
		     const char *text, struct vb_error *err)
{
	const struct wml_para *para = &story->paras.at[mark->first];
	struct wml_anchor *anchor;
	size_t size = strlen(text);

	if (size == 0 || (size == mark->end - mark->start &&
			  memcmp(para->text + mark->start, text, size) == 0))
		return VB_OK;
	if (story->anchors.n >= WML_ANCHORS_MAX)
		return VB_OK;
	anchor = vec_push(&story->anchors);
	if (!anchor)
		return no_memory(err);
	anchor->kind = WML_VALUE;
	anchor->para = (uint32_t)mark->first;
	anchor->start = (uint32_t)mark->start;
	anchor->end = (uint32_t)mark->end;
	anchor->target = arena_str(&story->arena, text);
	return anchor->target ? VB_OK : no_memory(err);
}

static int apply_one(struct wml_bound *bound, struct wml_story *story,
		     const struct wml_mark *mark, struct vb_error *err)
{
	size_t i;

	for (i = 0; i < bound->items.n; i++) {
		const struct item *item = &bound->items.at[i];
		xmlChar *text;
		int code;

		if (mark->store[0] && item->id[0] &&
		    !wml_bound_is_store(mark->store, item->id))
			continue;
		text = find_text(bound, item->doc, mark->xpath);
		if (!text)
			continue;
		code = add_value(story, mark, (const char *)text, err);
		xmlFree(text);
		return code;
	}
	return VB_OK;
}

int wml_bound_apply(struct wml_bound *bound, struct wml_story *story,
		    struct vb_error *err)
{
	size_t i, before = story->anchors.n;
	int code = VB_OK;

	bound->steps = 0;
	for (i = 0; i < story->marks.n && code == VB_OK; i++) {
		const struct wml_mark *mark = &story->marks.at[i];

		if (mark->xpath[0] && mark->scope == WML_INLINE &&
		    mark->first == mark->last && !mark->is_checkbox)
			code = apply_one(bound, story, mark, err);
	}
	if (story->anchors.n > before)
		wml_sort_anchors(story);
	return code;
}
