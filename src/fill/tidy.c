/*
 * tidy.c - what keeps every output valid whatever the answers are: ids that
 * stay unique when their part of the page is repeated, and containers that
 * never end up empty.
 *
 * Inside a repeat: w14:paraId and w14:textId, ids of controls and bookmarks
 * of the template go (all optional; Word makes new ones), ids of drawings are
 * numbered anew, comments are left out, a note cannot be repeated.
 */
#include "fill/compile.h"

#include "util/err.h"
#include "wml/marks.h"

#include <stdlib.h>
#include <string.h>

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

/* ---- ids ---------------------------------------------------------------- */

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

int tidy_collect(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;
	bool good = true;

	for (; node && good; node = tree_next(top, node, false)) {
		/* one family: Word numbers all annotations together */
		if (tree_is(node, "bookmarkStart") || tree_is(node, "ins") ||
		    tree_is(node, "del") || tree_is(node, "comment"))
			good = note_number(&c->bookmarks,
					   tree_attr(node, "id"));
		else if (tree_is(node, "id") && tree_is(node->parent, "sdtPr"))
			good = note_number(&c->controls,
					   tree_attr(node, "val"));
		else if (tree_is_ns(node, TREE_WP_NS, "docPr"))
			good = note_number(&c->drawings,
					   tree_plain_attr(node, "id"));
	}
	return good ? VB_OK : no_memory(c);
}

uint32_t tidy_base(const struct numbers *used, uint32_t from, uint32_t room)
{
	size_t i = 0;

	while (i < used->n) {
		uint32_t number = used->at[i++];

		if (number >= from && number - from < room) {
			from = number - from < room / 2 ? number + 1
							: from + room;
			i = 0;
		}
		if (from > INT32_MAX - room)
			return INT32_MAX - room;
	}
	return from;
}

/* Ids of bookmarks to be taken out with both their ends. */
struct ids {
	VEC(const char *);
};

static bool add_id(struct compiler *c, struct ids *ids, const xmlNode *node)
{
	const char *copy = arena_str(&c->tpl->arena, tree_attr(node, "id"));
	const char **id = copy ? vec_push(ids) : NULL;

	if (!id)
		return false;
	*id = copy;
	return true;
}

static int compare_ids(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void remove_bookmarks(struct compiler *c, struct ids *ids)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);

	if (ids->n)
		qsort(ids->at, ids->n, sizeof(*ids->at), compare_ids);
	while (ids->n && node) {
		const char *id = tree_attr(node, "id");
		bool goes = (tree_is(node, "bookmarkStart") ||
			     tree_is(node, "bookmarkEnd")) &&
			    bsearch(&id, ids->at, ids->n, sizeof(*ids->at),
				    compare_ids);
		/* what a broken file puts inside goes with it */
		xmlNode *next = tree_next(top, node, goes);

		if (goes)
			tree_remove(node);
		node = next;
	}
	vec_release(ids);
}

int tidy_clean(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;
	struct ids ids = {0};
	bool good = true;

	while (node && good) {
		bool is_proof = tree_is(node, "proofErr");
		xmlNode *next = tree_next(top, node, is_proof);
		struct mark mark;

		if (is_proof)
			tree_remove(node);
		else if (tree_is(node, "bookmarkStart") &&
			 mark_parse_bookmark(&mark, tree_attr(node, "name")))
			good = add_id(c, &ids, node);
		node = next;
	}
	/* stale marks mislead: the part is written anew */
	c->n_slots += ids.n;
	remove_bookmarks(c, &ids);
	return good ? VB_OK : no_memory(c);
}

/* ---- walking with the sections around ----------------------------------- */

struct walk {
	struct compiler *c;
	size_t stack[FILL_DEPTH_MAX + 1];
	int depth, loops;
	struct {
		VEC(xmlNode *);
	} leavers;	      /* removed after the walk */
	struct ids bookmarks; /* that have a foot inside a repeat */
};

static bool is_loop(const struct section *section)
{
	if (section->is_inverted)
		return false;
	return !section->field || section->field->type == FIELD_REPEAT;
}

static bool push(struct walk *walk, size_t n)
{
	if (walk->depth > FILL_DEPTH_MAX)
		return false;
	walk->stack[walk->depth++] = n;
	if (is_loop(&walk->c->tpl->sections.at[n]))
		walk->loops++;
	return true;
}

/* False when the section that ends is not the innermost one. */
static bool pop(struct walk *walk, size_t n)
{
	if (walk->depth == 0 || walk->stack[walk->depth - 1] != n)
		return false;
	walk->depth--;
	if (is_loop(&walk->c->tpl->sections.at[n]))
		walk->loops--;
	return true;
}

/* A field of a repeat has a value only inside a section of the repeat. */
static void check_group(struct walk *walk, const xmlNode *pi, size_t n)
{
	const struct slot *slot = &walk->c->tpl->slots.at[n];
	int i;

	if (!slot->field || !slot->field->group)
		return;
	for (i = 0; i < walk->depth; i++) {
		const struct section *section =
			&walk->c->tpl->sections.at[walk->stack[i]];

		if (section->field == slot->field->group &&
		    !section->is_inverted)
			return;
	}
	faults_add(walk->c, "tag-outside-repeat", VB_SEVERE, pi, &slot->name,
		   "'%s' stands outside the repeat '%s'", slot->name.id,
		   slot->field->group->id);
}

static int visit_pi(struct walk *walk, const xmlNode *pi)
{
	enum op_kind kind;
	size_t n;
	bool good = true;

	if (!pi_parse(pi, &kind, &n))
		return VB_OK;
	if (kind == OP_SLOT)
		check_group(walk, pi, n);
	else if (kind == OP_BEGIN)
		good = push(walk, n);
	else if (kind == OP_END)
		good = pop(walk, n);
	if (good)
		return VB_OK;
	faults_add(walk->c, "section-shape", VB_SEVERE, pi,
		   &walk->c->tpl->sections.at[n].name,
		   "the section '%s' and another one share a row or a "
		   "paragraph, or are nested too deep",
		   walk->c->tpl->sections.at[n].name.id);
	return VB_TEMPLATE;
}

static bool leaves(struct walk *walk, xmlNode *node)
{
	xmlNode **slot = vec_push(&walk->leavers);

	if (slot)
		*slot = node;
	return slot != NULL;
}

static void drop_attrs(xmlNode *node, const char *ns)
{
	xmlAttr *attr = node->properties;

	while (attr) {
		xmlAttr *next = attr->next;

		if (attr->ns && strcmp((const char *)attr->ns->href, ns) == 0)
			xmlRemoveProp(attr);
		attr = next;
	}
}

static int number_drawing(struct walk *walk, xmlNode *node)
{
	xmlNode *pi = pi_new(walk->c, OP_SERIAL, 0);

	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(node, pi);
	xmlSetProp(node, (const xmlChar *)"id", (const xmlChar *)"0");
	return VB_OK;
}

static bool is_range(const xmlNode *node)
{
	return tree_is(node, "commentRangeStart") ||
	       tree_is(node, "commentRangeEnd") ||
	       tree_is(node, "commentReference") ||
	       tree_is(node, "permStart") || tree_is(node, "permEnd");
}

/* One element inside a repeat. */
static int visit_repeated(struct walk *walk, xmlNode *node)
{
	if (tree_is(node, "p") || tree_is(node, "tr"))
		drop_attrs(node, TREE_W14_NS);
	if (tree_is(node, "bookmarkStart") || tree_is(node, "bookmarkEnd"))
		return add_id(walk->c, &walk->bookmarks, node) ? VB_OK
							       : VB_NOMEM;
	if (tree_is_ns(node, TREE_WP_NS, "docPr"))
		return number_drawing(walk, node);
	if (tree_is(node, "footnoteReference") ||
	    tree_is(node, "endnoteReference"))
		faults_add(walk->c, "section-shape", VB_SEVERE, node, NULL,
			   "a note cannot stand in what is repeated");
	if (is_range(node) ||
	    (tree_is(node, "id") && tree_is(node->parent, "sdtPr")))
		return leaves(walk, node) ? VB_OK : VB_NOMEM;
	return VB_OK;
}

static int walk_sections(struct compiler *c)
{
	struct walk walk = {0};
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	size_t i;
	int rc = VB_OK;

	walk.c = c;
	for (; node && rc == VB_OK; node = tree_next(top, node, false)) {
		if (node->type == XML_PI_NODE)
			rc = visit_pi(&walk, node);
		else if (walk.loops && node->type == XML_ELEMENT_NODE)
			rc = visit_repeated(&walk, node);
	}
	for (i = 0; i < walk.leavers.n; i++)
		tree_remove(walk.leavers.at[i]);
	remove_bookmarks(c, &walk.bookmarks);
	vec_release(&walk.leavers);
	return rc == VB_NOMEM ? no_memory(c) : rc;
}

/* ---- containers --------------------------------------------------------- */

/* The element's own properties, that stand before what it holds. */
static bool is_property(const xmlNode *node)
{
	return tree_is(node, "tcPr") || tree_is(node, "tblPr") ||
	       tree_is(node, "tblGrid") || tree_is(node, "pPr");
}

static bool needs_guard(const xmlNode *holder)
{
	const xmlNode *node;

	for (node = holder->children; node; node = node->next) {
		enum op_kind kind;
		size_t n;

		if (pi_parse(node, &kind, &n) &&
		    (kind == OP_BEGIN || kind == OP_MARK))
			return true;
	}
	return false;
}

static bool add_pi(struct compiler *c, enum op_kind kind, xmlNode *holder,
		   xmlNode *before, xmlNode *after)
{
	xmlNode *pi = pi_new(c, kind, 0);

	if (!pi)
		return false;
	if (before)
		xmlAddPrevSibling(before, pi);
	else if (after)
		xmlAddNextSibling(after, pi);
	else
		xmlAddChild(holder, pi);
	return true;
}

static bool guard(struct compiler *c, xmlNode *holder, enum op_kind end)
{
	xmlNode *first = holder->children;

	while (first && is_property(first))
		first = first->next;
	return add_pi(c, OP_BODY, holder, first, NULL) &&
	       add_pi(c, end, holder, NULL, NULL);
}

/* What stands around a control, other controls left out. */
static const xmlNode *around(const xmlNode *content)
{
	const xmlNode *up = content;

	while (up->parent && (tree_is(up, "sdtContent") || tree_is(up, "sdt")))
		up = up->parent;
	return up;
}

static bool holds_blocks(const xmlNode *node)
{
	return tree_is(node, "tc") || tree_is(node, "txbxContent") ||
	       tree_is(node, "hdr") || tree_is(node, "ftr") ||
	       tree_is(node, "footnote") || tree_is(node, "endnote") ||
	       tree_is(node, "comment");
}

/*
 * A paragraph that is all sections goes when they leave nothing: no blank
 * line where a condition stood. The only paragraph of a cell stays.
 */
static bool is_all_sections(const xmlNode *p)
{
	const xmlNode *node;
	int depth = 0;

	if (tree_is(p->parent, "tc") && !(p->next && tree_is(p->next, "p")) &&
	    !(p->prev && tree_is(p->prev, "p")))
		return false;
	for (node = p->children; node; node = node->next) {
		enum op_kind kind = OP_TEXT;
		size_t n;

		if (pi_parse(node, &kind, &n) && kind == OP_BEGIN)
			depth++;
		else if (kind == OP_END)
			depth--;
		else if (depth == 0 && !is_property(node))
			return false;
	}
	return !tree_child(tree_child(p, "pPr"), "sectPr");
}

/* A control whose only words were tags that have gone elsewhere. */
static bool refill(xmlNode *content)
{
	const xmlNode *up = around(content);
	const char *name = holds_blocks(up) || tree_is(up, "body") ? "p" : "r";

	return xmlNewChild(content, content->ns, (const xmlChar *)name, NULL) !=
	       NULL;
}

static bool guard_node(struct compiler *c, xmlNode *node)
{
	xmlNode *whole = NULL;

	if (tree_is(node, "sdtContent") && !node->children)
		return refill(node);
	if (node->type != XML_ELEMENT_NODE || !needs_guard(node))
		return true;
	if (tree_is(node, "tbl") ||
	    (tree_is(node, "p") && is_all_sections(node)))
		whole = node;
	else if (tree_is(node, "sdtContent") && tree_is(around(node), "tbl"))
		whole = node->parent;
	if (whole)
		return add_pi(c, OP_MARK, NULL, whole, NULL) &&
		       guard(c, node, OP_DROP) &&
		       add_pi(c, OP_AFTER, NULL, NULL, whole);
	if (tree_is(node, "p"))
		return true;
	if (holds_blocks(around(node)) || tree_is(around(node), "body"))
		return tree_is(node, "body") || guard(c, node, OP_FILL);
	if (tree_is(node, "sdtContent"))
		return guard(c, node, OP_RUN);
	return true;
}

/* Inner before outer: what drops a table is seen by the cell around it. */
static int guard_all(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;

	while (node->children)
		node = node->children;
	while (node != top) {
		xmlNode *next = node->next;

		if (next)
			while (next->type == XML_ELEMENT_NODE && next->children)
				next = next->children;
		else
			next = node->parent;
		if (!guard_node(c, node))
			return VB_NOMEM;
		node = next;
	}
	return VB_OK;
}

/* ---- percent signs ------------------------------------------------------ */

/* True when the next letter of the line is a percent sign. */
static bool percent_follows(const xmlNode *pi)
{
	const xmlNode *p = tree_above(pi, "p");
	xmlNode *node = (xmlNode *)pi;

	while (p && (node = tree_next(p, node, false))) {
		const char *text = (const char *)node->content;

		if (node->type == XML_PI_NODE)
			return false;
		if (node->type != XML_TEXT_NODE || !text ||
		    !tree_is(node->parent, "t"))
			continue;
		/* a space, or U+00A0 */
		while (*text == ' ' || strncmp(text, "\xc2\xa0", 2) == 0)
			text += *text == ' ' ? 1 : 2;
		if (*text)
			return *text == '%';
	}
	return false;
}

static void find_percents(struct compiler *c)
{
	xmlNode *node = xmlDocGetRootElement(c->doc);
	xmlNode *top = (xmlNode *)c->doc;
	enum op_kind kind;
	size_t n;

	for (; node; node = tree_next(top, node, false))
		if (pi_parse(node, &kind, &n) && kind == OP_SLOT)
			c->tpl->slots.at[n].adds_percent =
				!percent_follows(node);
}

int tidy_pass(struct compiler *c)
{
	int rc = walk_sections(c);

	if (rc)
		return rc;
	find_percents(c);
	return guard_all(c);
}
