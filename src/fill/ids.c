/*
 * ids.c - numbers that Word wants only once, inside what is repeated.
 *
 * Drawings, controls and revisions are numbered anew each time they are
 * written, shapes of VML get another name from the second time on; what only
 * editors use among themselves (w14:paraId, wp14:anchorId) goes, as
 * [MS-DOCX] has them optional. So do drawings and controls whose number the
 * template has twice: pages put together by copying do.
 */
#include "fill/tidy.h"

#include "util/err.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define V_NS "urn:schemas-microsoft-com:vml"
#define O_NS "urn:schemas-microsoft-com:office:office"
#define WP14_NS \
	"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"

/* Shapes looked back at for the one that is meant: those of one picture. */
#define SHAPES_BACK 64

/* Types copied in a part: Word has one or two, and a copy may be long. */
#define TYPE_COPIES_MAX 64

struct shape {
	const char *id;
	const struct spot *spot;
	size_t copy;
};

/* A number that is written as it is. */
struct fixed {
	uint32_t number;
	size_t order;
	xmlNode *node;
};

struct fixes {
	VEC(struct fixed);
};

/* A v:shapetype that shapes name: by what id, and by which one from now on. */
struct type {
	const char *id, *now;
	xmlNode *node;
	const struct spot *spot;
};

struct work {
	struct pairs *pairs;
	struct {
		VEC(struct type);
	} types;
	size_t n_copied;
	struct fixes drawings, controls;
	struct {
		VEC(struct shape);
	} shapes;
};

/* ---- in use ------------------------------------------------------------- */

static bool note_number(struct numbers *numbers, const char *text)
{
	char *end;
	long long value = strtoll(text, &end, 10);
	uint32_t *number;

	if (end == text || *end || value < INT32_MIN || value > UINT32_MAX)
		return true;
	number = vec_push(numbers);
	if (number)
		*number = (uint32_t)value;
	return number != NULL;
}

/* Revisions: w:ins, w:del, w:moveFrom, w:rPrChange, w:cellIns ... */
bool ids_is_revision(const xmlNode *node)
{
	const char *name = (const char *)node->name;
	size_t size = strlen(name);

	return tree_is(node, "ins") || tree_is(node, "del") ||
	       tree_is(node, "moveFrom") || tree_is(node, "moveTo") ||
	       tree_is(node, "cellIns") || tree_is(node, "cellDel") ||
	       tree_is(node, "cellMerge") ||
	       (size > 6 && strcmp(name + size - 6, "Change") == 0 &&
		tree_is(node, name));
}

static bool is_mark(const xmlNode *node)
{
	const char *name = (const char *)node->name;
	size_t size = strlen(name);

	return ids_is_revision(node) || tree_is(node, "bookmarkStart") ||
	       tree_is(node, "permStart") ||
	       (size > 10 && strcmp(name + size - 10, "RangeStart") == 0 &&
		tree_is(node, name));
}

const char *ids_digits(const char *text)
{
	const char *end = text + strlen(text);

	while (end > text && end[-1] >= '0' && end[-1] <= '9')
		end--;
	return end;
}

bool ids_collect(struct numbers used[SERIAL_N], const xmlNode *node)
{
	if (is_mark(node))
		return note_number(&used[SERIAL_MARK], tree_attr(node, "id"));
	if (tree_is(node, "id") && tree_is(node->parent, "sdtPr"))
		return note_number(&used[SERIAL_CONTROL],
				   tree_attr(node, "val"));
	if (tree_is_ns(node, TREE_WP_NS, "docPr"))
		return note_number(&used[SERIAL_DRAWING],
				   tree_plain_attr(node, "id"));
	if (node->ns && strcmp((const char *)node->ns->href, V_NS) == 0)
		return note_number(&used[SERIAL_SHAPE],
				   ids_digits(tree_plain_attr(node, "id")));
	if (tree_is(node, "footnote"))
		return note_number(&used[SERIAL_FOOTNOTE],
				   tree_attr(node, "id"));
	if (tree_is(node, "endnote"))
		return note_number(&used[SERIAL_ENDNOTE],
				   tree_attr(node, "id"));
	if (tree_is(node, "comment"))
		return note_number(&used[SERIAL_COMMENT],
				   tree_attr(node, "id"));
	return true;
}

static int compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

uint32_t tidy_base(struct numbers *used, uint32_t from, uint32_t room)
{
	size_t i;

	if (used->n)
		qsort(used->at, used->n, sizeof(*used->at), compare_numbers);
	for (i = 0; i < used->n && used->at[i] < INT32_MAX; i++)
		if (used->at[i] >= from) {
			if (used->at[i] - from >= room)
				break;
			from = used->at[i] + 1;
		}
	return from < INT32_MAX - room ? from : INT32_MAX - room;
}

/* ---- inside what is repeated -------------------------------------------- */

void ids_drop(xmlNode *node, const char *ns)
{
	xmlAttr *attr = node->properties;

	while (attr) {
		xmlAttr *next = attr->next;

		if (attr->ns && strcmp((const char *)attr->ns->href, ns) == 0)
			xmlRemoveProp(attr);
		attr = next;
	}
}

const char *ids_office(const xmlNode *node, const char *name)
{
	const xmlAttr *attr = node->properties;

	for (; attr; attr = attr->next)
		if (attr->ns &&
		    strcmp((const char *)attr->ns->href, O_NS) == 0 &&
		    strcmp((const char *)attr->name, name) == 0 &&
		    attr->children && attr->children->content)
			return (const char *)attr->children->content;
	return "";
}

/* A name for an attribute of a shape: the same the first time, then the words
 * before its number with another one. */
static bool rename_shape(struct walk *walk, xmlNode *node, const char *attr,
			 const char *old, size_t *copy)
{
	char stem[64];
	int size = (int)(ids_digits(old) - old);

	if (snprintf(stem, sizeof(stem), "%.*s", size < 40 ? size : 40, old) <
	    0)
		return false;
	*copy = copy_new(walk->c, SERIAL_SHAPE, old, stem);
	return *copy != SIZE_MAX &&
	       hole_before(walk->c, node, OP_COPY, *copy) &&
	       hole_set(node, attr, OP_NAME, *copy);
}

static bool refer(struct walk *walk, xmlNode *node, const char *attr,
		  const char *before, const char *id)
{
	const struct work *work = walk->payload;
	size_t i = work->shapes.n, back = 0;

	while (i-- > 0 && back++ < SHAPES_BACK) {
		const struct shape *shape = &work->shapes.at[i];

		if (strcmp(shape->id, id) == 0 &&
		    walk_within(&walk->at, shape->spot))
			return hole_put(node, attr, before, OP_NAME,
					shape->copy, "");
	}
	return true;
}

static bool visit_vml(struct walk *walk, xmlNode *node)
{
	struct work *work = walk->payload;
	const char *id = tree_plain_attr(node, "id");
	const char *spid = ids_office(node, "spid");
	struct shape *shape;
	size_t copy;

	if (*id) {
		shape = vec_push(&work->shapes);
		if (!shape)
			return false;
		shape->spot = walk_keep(walk);
		shape->id = arena_str(&walk->c->tpl->arena, id);
		if (!shape->spot || !shape->id ||
		    !rename_shape(walk, node, "id", shape->id, &shape->copy))
			return false;
	}
	return !*spid || rename_shape(walk, node, "spid", spid, &copy);
}

/* type="#_x0000_t75" of a shape, ShapeID of an embedded object */
static bool visit_reference(struct walk *walk, xmlNode *node)
{
	const char *type = tree_plain_attr(node, "type");
	const char *shape = tree_plain_attr(node, "ShapeID");

	if (*shape)
		return refer(walk, node, "ShapeID", "", shape);
	return *type != '#' || refer(walk, node, "type", "#", type + 1);
}

bool ids_drop_private(xmlNode *node)
{
	const char *ns = NULL;

	if (tree_is(node, "p") || tree_is(node, "tr") ||
	    tree_is(node, "pict") || tree_is(node, "object"))
		ns = TREE_W14_NS;
	else if (tree_is_ns(node, TREE_WP_NS, "inline") ||
		 tree_is_ns(node, TREE_WP_NS, "anchor"))
		ns = WP14_NS;
	if (ns)
		ids_drop(node, ns);
	return ns != NULL;
}

static bool visit_repeated(struct walk *walk, xmlNode *node)
{
	if (ids_drop_private(node))
		return true;
	if (tree_is_ns(node, TREE_WP_NS, "docPr"))
		return hole_set(node, "id", OP_SERIAL, SERIAL_DRAWING);
	else if (tree_is(node, "id") && tree_is(node->parent, "sdtPr"))
		return hole_set(node, "val", OP_SERIAL, SERIAL_CONTROL);
	else if (ids_is_revision(node))
		return hole_set(node, "id", OP_SERIAL, SERIAL_MARK);
	else if (node->ns && strcmp((const char *)node->ns->href, V_NS) == 0)
		return visit_reference(walk, node) && visit_vml(walk, node);
	else if (tree_is_ns(node, O_NS, "OLEObject"))
		return visit_reference(walk, node);
	return true;
}

/* ---- types of shapes ----------------------------------------------------- */

static bool is_vml(const xmlNode *node, const char *name)
{
	return tree_is_ns(node, V_NS, name);
}

static bool add_type(struct walk *walk, xmlNode *node, const char *id,
		     const char *now)
{
	struct work *work = walk->payload;
	struct type *type = vec_push(&work->types);

	if (!type)
		return false;
	type->node = node;
	type->spot = walk_keep(walk);
	type->id = arena_str(&walk->c->tpl->arena, id);
	type->now = arena_str(&walk->c->tpl->arena, now);
	return type->id && type->now && type->spot;
}

/* The last type of that name; *is_near: it is written wherever `at` is. */
static const struct type *find_type(const struct work *work,
				    const struct spot *at, const char *id,
				    bool *is_near)
{
	const struct type *far = NULL;
	size_t i = work->types.n, back = 0;

	*is_near = false;
	while (i-- > 0 && back++ < SHAPES_BACK) {
		const struct type *type = &work->types.at[i];

		if (strcmp(type->id, id) != 0)
			continue;
		*is_near = walk_within(at, type->spot);
		if (*is_near)
			return type;
		far = far ? far : type;
	}
	return far;
}

static bool set_id(xmlNode *node, const char *attr, const char *before,
		   const char *id)
{
	char text[64];

	snprintf(text, sizeof(text), "%s%.40s", before, id);
	return xmlSetProp(node, (const xmlChar *)attr, (const xmlChar *)text) !=
	       NULL;
}

static bool copy_type(struct walk *walk, xmlNode *shape, const struct type *of)
{
	const struct work *work = walk->payload;
	xmlNode *copy = xmlDocCopyNode(of->node, shape->doc, 1);
	char now[40];

	if (!copy)
		return false;
	xmlAddPrevSibling(shape, copy);
	xmlReconciliateNs(shape->doc, copy);
	snprintf(now, sizeof(now), "vb_type_%zu", work->types.n);
	return set_id(copy, "id", "", now) &&
	       add_type(walk, copy, of->id, now) &&
	       (!walk->at.loops || visit_vml(walk, copy)) &&
	       set_id(shape, "type", "#", now);
}

/* Word defines a type where it is used first. When a section may take that
 * place along, the shape gets a copy by another name. */
static bool keep_type(struct walk *walk, xmlNode *shape)
{
	struct work *work = walk->payload;
	const char *name = tree_plain_attr(shape, "type");
	const struct type *type;
	bool is_near;

	if (*name != '#')
		return true;
	type = find_type(work, &walk->at, name + 1, &is_near);
	if (!type)
		return true;
	if (!is_near)
		return work->n_copied++ >= TYPE_COPIES_MAX ||
		       copy_type(walk, shape, type);
	return strcmp(type->now, type->id) == 0 ||
	       set_id(shape, "type", "#", type->now);
}

static bool visit_type(struct walk *walk, xmlNode *node)
{
	if (is_vml(node, "shapetype") && *tree_plain_attr(node, "id"))
		return add_type(walk, node, tree_plain_attr(node, "id"),
				tree_plain_attr(node, "id"));
	return !is_vml(node, "shape") || keep_type(walk, node);
}

/* ---- twice in the template ---------------------------------------------- */

static bool fix(struct fixes *fixes, xmlNode *node, const char *text)
{
	struct fixed *fixed = vec_push(fixes);

	if (!fixed)
		return false;
	fixed->number = (uint32_t)strtoll(text, NULL, 10);
	fixed->order = fixes->n;
	fixed->node = node;
	return true;
}

static bool visit_fixed(struct work *work, xmlNode *node)
{
	if (tree_is_ns(node, TREE_WP_NS, "docPr"))
		return fix(&work->drawings, node, tree_plain_attr(node, "id"));
	if (tree_is(node, "id") && tree_is(node->parent, "sdtPr"))
		return fix(&work->controls, node, tree_attr(node, "val"));
	return true;
}

static int compare_fixed(const void *a, const void *b)
{
	const struct fixed *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The first one keeps its number, unless a part before has it: `used`, sorted,
 * the first N. */
static bool number_anew(const struct compiler *c, struct fixes *fixes,
			const char *attr, enum serial serial, size_t n)
{
	const uint32_t *used = c->used[serial].at;
	const struct fixed *at = fixes->at;
	size_t i;

	if (fixes->n)
		qsort(fixes->at, fixes->n, sizeof(*at), compare_fixed);
	for (i = 0; i < fixes->n; i++) {
		bool is_first = i == 0 || at[i].number != at[i - 1].number;

		if (is_first &&
		    (!n || !bsearch(&at[i].number, used, n, sizeof(*used),
				    compare_numbers)))
			continue;
		if (!hole_set(at[i].node, attr, OP_SERIAL, serial))
			return false;
	}
	return true;
}

static void sort_used(struct compiler *c, enum serial serial)
{
	struct numbers *used = &c->used[serial];

	if (used->n)
		qsort(used->at, used->n, sizeof(*used->at), compare_numbers);
}

/* A field of a repeat has a value only inside a section of the repeat. */
static void check_group(struct walk *walk, const xmlNode *pi, size_t n)
{
	const struct slot *slot = &walk->c->tpl->slots.at[n];
	int i;

	if (!slot->field || !slot->field->group)
		return;
	for (i = 0; i < walk->at.depth; i++) {
		const struct section *section =
			&walk->c->tpl->sections.at[walk->at.sections[i]];

		if (section->field == slot->field->group &&
		    !section->is_inverted)
			return;
	}
	faults_add(walk->c, "tag-outside-repeat", VB_SEVERE, pi, &slot->name,
		   "'%s' stands outside the repeat '%s'", slot->name.id,
		   slot->field->group->id);
}

static int visit(struct walk *walk, xmlNode *node)
{
	struct work *work = walk->payload;
	enum op_kind kind;
	size_t n;
	int rc;

	if (node->type == XML_PI_NODE) {
		if (pi_parse(node, &kind, &n) && kind == OP_SLOT)
			check_group(walk, node, n);
		return VB_OK;
	}
	/* all notes are numbered anew, or none */
	if (!notes_is_numbered(node) && !ids_collect(walk->c->used, node))
		return tidy_no_memory(walk->c);
	rc = pairs_visit(work->pairs, walk, node);
	if (rc == VB_OK)
		rc = notes_call(walk, node);
	if (rc != VB_OK)
		return rc;
	if (!visit_type(walk, node))
		return tidy_no_memory(walk->c);
	return (walk->at.loops ? visit_repeated(walk, node)
			       : visit_fixed(work, node))
		       ? VB_OK
		       : tidy_no_memory(walk->c);
}

static int pass(struct compiler *c, struct work *work)
{
	struct walk walk = {.c = c, .payload = work, .visit = visit};
	size_t drawings = c->used[SERIAL_DRAWING].n;
	size_t controls = c->used[SERIAL_CONTROL].n;
	int rc;

	sort_used(c, SERIAL_DRAWING);
	sort_used(c, SERIAL_CONTROL);
	rc = walk_tree(&walk);
	if (rc == VB_OK &&
	    (!number_anew(c, &work->drawings, "id", SERIAL_DRAWING, drawings) ||
	     !number_anew(c, &work->controls, "val", SERIAL_CONTROL, controls)))
		rc = tidy_no_memory(c);
	if (rc == VB_OK)
		rc = notes_settle(c);
	return rc == VB_OK ? pairs_settle(work->pairs) : rc;
}

int ids_pass(struct compiler *c)
{
	struct work work = {0};
	int rc = pairs_new(&work.pairs, c);

	if (rc == VB_OK)
		rc = pass(c, &work);
	pairs_free(work.pairs);
	vec_release(&work.shapes);
	vec_release(&work.types);
	vec_release(&work.drawings);
	vec_release(&work.controls);
	return rc;
}
