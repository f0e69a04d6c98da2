/*
 * controls.c - content controls of a template become slots and sections.
 *
 * A control is a field when its w:tag is "id" or "id.level" (ECMA-376-1
 * 17.5.2), or either with filters behind it, "id|upper"; a
 * w15:repeatingSection is a section around what its first item holds; a w:tag
 * "^id" or "#id" makes what the control holds conditional, as {{^id}} and
 * {{#id}} do. Other controls (page numbers, tables of contents) stay as they
 * are.
 */
#include "fill/compile.h"

#include "fill/filters.h"
#include "text/span.h"
#include "util/err.h"

#include <string.h>

enum place {
	PLACE_INLINE,
	PLACE_BLOCK,
	PLACE_CELL,
	PLACE_ROW
};

/* By what the control holds, else by what stands around it. */
static enum place place_of(const xmlNode *sdt, const xmlNode *content)
{
	const xmlNode *node = content ? content->children : NULL;

	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	if (tree_is(node, "p") || tree_is(node, "tbl"))
		return PLACE_BLOCK;
	if (tree_is(node, "tr") || tree_is(sdt->parent, "tbl"))
		return PLACE_ROW;
	if (tree_is(node, "tc") || tree_is(sdt->parent, "tr"))
		return PLACE_CELL;
	if (node && tree_is(node, "sdt"))
		return place_of(node, tree_child(node, "sdtContent"));
	if (tree_is(sdt->parent, "body") || tree_is(sdt->parent, "tc") ||
	    tree_is(sdt->parent, "hdr") || tree_is(sdt->parent, "ftr"))
		return PLACE_BLOCK;
	return PLACE_INLINE;
}

/* Moves the children of `content` before `sdt`. */
static void move_out(xmlNode *sdt, xmlNode *content)
{
	while (content->children) {
		xmlNode *node = content->children;

		xmlUnlinkNode(node);
		xmlAddPrevSibling(sdt, node);
		if (node->type == XML_ELEMENT_NODE)
			xmlReconciliateNs(node->doc, node);
	}
}

static bool is_foreign(const xmlNode *pr, const char *tag)
{
	/* Google Docs tags every control it exports "goog_rdk_N" */
	const xmlNode *part = tree_child(pr, "docPartObj");

	/* an empty one is ours: write_control.c */
	return !tag || strncmp(tag, "goog_rdk_", 9) == 0 ||
	       (part && part->children) || tree_child(pr, "docPartList");
}

static bool is_repeat(const xmlNode *pr)
{
	const xmlNode *node = pr ? pr->children : NULL;

	for (; node; node = node->next)
		if (tree_is_ns(node, TREE_W15_NS, "repeatingSection"))
			return true;
	return false;
}

/* The content of the first item of a repeating section, NULL without. */
static xmlNode *first_item(xmlNode *content)
{
	xmlNode *node;

	for (node = content->children; node; node = node->next) {
		const xmlNode *pr = tree_child(node, "sdtPr");
		const xmlNode *child = pr ? pr->children : NULL;

		for (; child; child = child->next)
			if (tree_is_ns(child, TREE_W15_NS,
				       "repeatingSectionItem"))
				return tree_child(node, "sdtContent");
	}
	return NULL;
}

static int add_bound(struct compiler *c, enum op_kind kind, xmlNode *before,
		     size_t section)
{
	xmlNode *pi = pi_new(c, kind, section);

	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(before, pi);
	return VB_OK;
}

/* Puts what `holder` holds between bounds in the place of the control. Gives
 * where to go on, the section's own content, or NULL out of memory. */
static xmlNode *enclose(struct compiler *c, xmlNode *sdt, xmlNode *holder,
			size_t section)
{
	xmlNode *begin;

	if (add_bound(c, OP_BEGIN, sdt, section))
		return NULL;
	begin = sdt->prev;
	move_out(sdt, holder);
	if (add_bound(c, OP_END, sdt, section))
		return NULL;
	tree_remove(sdt);
	return begin;
}

static xmlNode *take_repeat(struct compiler *c, xmlNode *sdt, xmlNode *content,
			    const struct name *name)
{
	xmlNode *item = first_item(content);
	xmlNode *next = tree_next((xmlNode *)c->doc, sdt, true);
	const struct field *field;
	size_t section;

	if (!item) {
		faults_add(c, "section-shape", VB_SEVERE, sdt, name,
			   "the repeating control '%s' must stand around rows, "
			   "cells or paragraphs",
			   name->id);
		return next;
	}
	if (!slot_field(&field, c, name, sdt))
		return next;
	if (field && field->type != FIELD_REPEAT) {
		faults_add(c, "section-shape", VB_SEVERE, sdt, name,
			   "'%s' is no repeat, but a repeating control has "
			   "its name",
			   name->id);
		return next;
	}
	if (section_new(&section, c, name, field, false))
		return NULL;
	return enclose(c, sdt, item, section);
}

static bool is_condition(const char *tag)
{
	return tag && (tag[0] == '^' || tag[0] == '#');
}

static xmlNode *take_condition(struct compiler *c, xmlNode *sdt,
			       xmlNode *content, const struct name *name,
			       bool is_inverted)
{
	xmlNode *next = tree_next((xmlNode *)c->doc, sdt, true);
	const struct field *field;
	size_t section;

	if (!slot_field(&field, c, name, sdt))
		return next;
	if (section_new(&section, c, name, field, is_inverted))
		return NULL;
	return enclose(c, sdt, content, section);
}

static xmlNode *first_run(xmlNode *top)
{
	xmlNode *node = top;

	while (node && !tree_is(node, "r"))
		node = tree_next(top, node, false);
	return node;
}

/* The w:rPr the value takes: of the control, else of its first run, where
 * the style that marks a placeholder is not the value's. */
static void take_styles(struct compiler *c, struct slot *slot, xmlNode *pr,
			xmlNode *content)
{
	xmlNode *rpr = tree_child(pr, "rPr");
	xmlNode *style, *copy;

	if (rpr) {
		slot->properties = slot_keep(c, rpr, rpr);
		slot_styles(c, slot, rpr);
		return;
	}
	rpr = tree_child(first_run(content), "rPr");
	style = tree_child(rpr, "rStyle");
	if (!style || !tree_child(pr, "showingPlcHdr")) {
		slot_styles(c, slot, rpr);
		return;
	}
	copy = tree_copy(rpr, true, xmlDocGetRootElement(c->doc));
	if (!copy) {
		err_set(c->err, VB_NOMEM, "out of memory");
		return;
	}
	tree_remove(tree_child(copy, "rStyle"));
	slot_styles(c, slot, copy);
	tree_remove(copy);
}

/* A blank that is really blank: in a filled document used as a template the
 * words of a control are somebody's answer. */
static bool is_blank(struct compiler *c, const xmlNode *pr,
		     const xmlNode *content)
{
	xmlChar *words;
	bool blank;

	words = xmlNodeGetContent(content);
	if (!words)
		return false;
	if (c->n_reports == 0 && strstr((const char *)words, "{{"))
		faults_add(c, "section-shape", VB_SEVERE, content, NULL,
			   "a tag stands inside the control of a field");
	blank = text_is_leader((const char *)words,
			       strlen((const char *)words));
	if (!blank && c->n_reports == 0)
		blank = true;
	if (words[0] == '\0')
		blank = tree_child(pr, "picture") != NULL;
	if (tree_child(pr, "showingPlcHdr"))
		blank = true;
	xmlFree(words);
	return blank;
}

static void take_properties(struct compiler *c, struct slot *slot,
			    const xmlNode *pr)
{
	xmlNode *lock = tree_child(pr, "lock");
	xmlNode *placeholder = tree_child(pr, "placeholder");

	if (lock)
		slot->lock = slot_keep(c, lock, lock);
	if (placeholder)
		slot->placeholder = slot_keep(c, placeholder, placeholder);
}

/* Fills a slot from a control and the element that holds its runs. */
static void take_model(struct compiler *c, struct slot *slot, xmlNode *pr,
		       xmlNode *runs)
{
	xmlNode *first = runs->children;

	while (first && tree_is(first, "pPr"))
		first = first->next;
	if (kind_read(c, slot, pr, runs))
		return;
	take_properties(c, slot, pr);
	take_styles(c, slot, pr, runs);
	if (first && is_blank(c, pr, runs))
		slot->blank = slot_keep(c, first, NULL);
	else
		slot_leader(c, slot);
	if (slot->control->kind == CONTROL_PICTURE)
		picture_read(c, slot, first_run(runs));
}

static int replace(struct compiler *c, xmlNode *node, const struct slot *slot)
{
	xmlNode *pi = pi_new(c, OP_SLOT, (size_t)(slot - c->tpl->slots.at));

	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(node, pi);
	tree_remove(node);
	return VB_OK;
}

/* A control of a short value around a whole paragraph goes inside it. */
static int move_inside(struct compiler *c, xmlNode *sdt, xmlNode *p,
		       const struct slot *slot)
{
	xmlNode *pi = pi_new(c, OP_SLOT, (size_t)(slot - c->tpl->slots.at));
	xmlNode *node = p->children;

	if (!pi)
		return VB_NOMEM;
	while (node) {
		xmlNode *next = node->next;

		if (!tree_is(node, "pPr"))
			tree_remove(node);
		node = next;
	}
	xmlAddChild(p, pi);
	xmlUnlinkNode(p);
	xmlAddPrevSibling(sdt, p);
	xmlReconciliateNs(p->doc, p);
	tree_remove(sdt);
	return VB_OK;
}

static int take_block(struct compiler *c, xmlNode *sdt, xmlNode *content,
		      const struct name *name, const struct field *field)
{
	xmlNode *pr = tree_child(sdt, "sdtPr");
	xmlNode *p = tree_child(content, "p");
	struct slot *slot = NULL;
	int rc;

	if (!p || tree_child(tree_child(p, "pPr"), "sectPr")) {
		faults_add(c, "section-shape", VB_SEVERE, sdt, name,
			   "the control '%s' must stand around one paragraph",
			   name->id);
		return VB_OK;
	}
	rc = slot_new(&slot, c, name, field, sdt);
	if (rc || !slot)
		return rc;
	take_model(c, slot, pr, p);
	if ((field && field->type != FIELD_LONGTEXT) || !kind_holds_blocks(pr))
		return move_inside(c, sdt, p, slot);
	slot->is_block = true;
	slot_open(c, slot, p);
	return replace(c, sdt, slot);
}

/* Word makes a control that fills a cell a control around the cell. */
static int take_cell(struct compiler *c, xmlNode *sdt, xmlNode *content,
		     const struct name *name, const struct field *field)
{
	xmlNode *cell = tree_child(content, "tc");
	xmlNode *pr = tree_child(sdt, "sdtPr");
	xmlNode *p = tree_child(cell, "p");
	xmlNode *inner, *holder;

	if (!p) {
		faults_add(c, "section-shape", VB_SEVERE, sdt, name,
			   "the control '%s' must stand around one paragraph",
			   name->id);
		return VB_OK;
	}
	/* as if it stood around the paragraph inside the cell */
	inner = xmlNewDocNode(c->doc, sdt->ns, (const xmlChar *)"sdt", NULL);
	if (!inner)
		return err_set(c->err, VB_NOMEM, "out of memory");
	xmlAddPrevSibling(p, inner);
	holder = xmlNewChild(inner, sdt->ns, (const xmlChar *)"sdtContent",
			     NULL);
	if (!holder)
		return err_set(c->err, VB_NOMEM, "out of memory");
	xmlUnlinkNode(p);
	xmlAddChild(holder, p);
	if (pr) {
		xmlUnlinkNode(pr);
		xmlAddPrevSibling(holder, pr);
	}
	move_out(sdt, content);
	tree_remove(sdt);
	return take_block(c, inner, holder, name, field);
}

static int put_field(struct compiler *c, xmlNode *sdt, xmlNode *content,
		     const struct name *name, const struct field *field)
{
	enum place place = place_of(sdt, content);
	xmlNode *pr = tree_child(sdt, "sdtPr");
	struct slot *slot = NULL;
	int rc;

	if (place == PLACE_ROW || (field && field->type == FIELD_REPEAT)) {
		faults_add(c, "section-shape", VB_SEVERE, sdt, name,
			   "the control '%s' cannot hold a value here",
			   name->id);
		return VB_OK;
	}
	if (place == PLACE_BLOCK)
		return take_block(c, sdt, content, name, field);
	if (place == PLACE_CELL)
		return take_cell(c, sdt, content, name, field);
	rc = slot_new(&slot, c, name, field, sdt);
	if (rc || !slot)
		return rc;
	take_model(c, slot, pr, content);
	return replace(c, sdt, slot);
}

/* A list shows its own words, a box its tick. */
static void check_kind(struct compiler *c, const struct slot *slot,
		       const struct filters *filters, const xmlNode *at)
{
	const struct control *control = slot->control;

	if (!filters || !control || (!filters->n && !filters->has_fallback))
		return;
	if (control->kind == CONTROL_LIST || control->kind == CONTROL_CHECK)
		faults_add(c, "bad-filter", VB_SEVERE, at, &slot->name,
			   "the control of '%s' is a %s: it takes no filter",
			   slot->name.id,
			   control->kind == CONTROL_LIST ? "list" : "box");
}

/* `text` is what stands behind the bar of the tag; NULL without a bar. */
static int take_field(struct compiler *c, xmlNode *sdt, xmlNode *content,
		      const struct name *name, const struct text_span *text)
{
	struct vb_template *tpl = c->tpl;
	size_t n_slots = tpl->slots.n;
	struct filters *filters = NULL;
	const struct field *field;
	const xmlNode *p; /* stays when the control is taken out */
	int rc;

	if (!slot_field(&field, c, name, sdt))
		return VB_OK;
	if (text && !filters_parse(&filters, c, name, field, *text, sdt))
		return VB_OK;
	p = sdt->prev ? sdt->prev : sdt->parent;
	rc = put_field(c, sdt, content, name, field);
	if (tpl->slots.n > n_slots) {
		filters_attach(&tpl->slots.at[n_slots], filters);
		check_kind(c, &tpl->slots.at[n_slots], filters, p);
	}
	return rc;
}

static xmlNode *take(struct compiler *c, xmlNode *sdt)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *pr = tree_child(sdt, "sdtPr");
	xmlNode *content = tree_child(sdt, "sdtContent");
	const char *tag = tree_child_val(pr, "tag");
	struct text_span text, filters;
	bool has_filters;
	xmlNode *next;
	struct name name;

	if (!content || is_foreign(pr, tag))
		return tree_next(top, sdt, false);
	if (is_condition(tag) && name_parse(&name, tag + 1, strlen(tag + 1)) &&
	    name.kind != NAME_INDEX)
		return take_condition(c, sdt, content, &name, tag[0] == '^');
	text = (struct text_span){tag, strlen(tag)};
	has_filters = filters_cut(&text, &filters);
	/* what no mark can tell is no field of ours */
	if (!name_parse(&name, text.at, text.size) || name.kind != NAME_FIELD ||
	    name.rest[0])
		return tree_next(top, sdt, false);
	if (is_repeat(pr))
		return take_repeat(c, sdt, content, &name);
	next = tree_next(top, sdt, true);
	return take_field(c, sdt, content, &name, has_filters ? &filters : NULL)
		       ? NULL
		       : next;
}

int controls_pass(struct compiler *c)
{
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);

	while (node) {
		if (tree_is(node, "sdt"))
			node = take(c, node);
		else
			node = tree_next(top, node, false);
	}
	return c->err->code == VB_NOMEM || c->err->code == VB_LIMIT
		       ? (int)c->err->code
		       : VB_OK;
}
