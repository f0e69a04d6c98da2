/*
 * slots.c - slots, sections and the processing instructions that stand for
 * them in the tree while a template is compiled.
 */
#include "fill/compile.h"

#include "form/show.h"
#include "text/span.h"
#include "util/err.h"
#include "wml/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

bool slot_field(const struct field **out, struct compiler *c,
		const struct name *name, const xmlNode *node)
{
	const struct vb_form *form = c->tpl->form;
	int level;

	*out = NULL;
	if (!form || name->kind != NAME_FIELD)
		return true;
	*out = form_field(form, name->id);
	if (!*out) {
		faults_add(c, "unknown-tag", VB_SEVERE, node, name,
			   "'%s' is no field of the form '%s'", name->id,
			   form->id);
		return false;
	}
	if (!name->level[0])
		return true;
	level = form_level(form, name->level);
	if (level >= 0 && field_has_level(*out, level) && !name->rest[0])
		return true;
	faults_add(c, "unknown-tag", VB_SEVERE, node, name,
		   "'%s' has no level '%s%s%s'", name->id, name->level,
		   name->rest[0] ? "." : "", name->rest);
	return false;
}

/* The place of a name in the hash table: its own, or a free one. */
static size_t *key_slot(const struct compiler *c, const struct name *name)
{
	size_t at = (size_t)mark_hash(name->id, name->level);

	for (;; at++) {
		size_t *slot = &c->key_slots[at & (c->n_key_slots - 1)];
		const struct name *key;

		if (!*slot)
			return slot;
		key = &c->tpl->keys.at[*slot - 1];
		if (name_equal(key, name))
			return slot;
	}
}

/* Keeps the table at most half full; false out of memory. */
static bool grow_keys(struct compiler *c)
{
	size_t n = c->n_key_slots ? c->n_key_slots * 2 : 64;
	size_t i;

	if (c->tpl->keys.n * 2 < c->n_key_slots)
		return true;
	free(c->key_slots);
	c->key_slots = calloc(n, sizeof(*c->key_slots));
	c->n_key_slots = c->key_slots ? n : 0;
	for (i = 0; c->key_slots && i < c->tpl->keys.n; i++)
		*key_slot(c, &c->tpl->keys.at[i]) = i + 1;
	return c->key_slots != NULL;
}

/* The index of a name among all names met; SIZE_MAX out of memory. */
static size_t key_of(struct compiler *c, const struct name *name)
{
	struct name *key;
	size_t *slot;

	if (!grow_keys(c))
		return SIZE_MAX;
	slot = key_slot(c, name);
	if (*slot)
		return *slot - 1;
	key = vec_push(&c->tpl->keys);
	if (!key)
		return SIZE_MAX;
	*key = *name;
	*slot = c->tpl->keys.n;
	return c->tpl->keys.n - 1;
}

/* Where a mark would break the document: the copy a text box keeps for old
 * readers (its marks would be double), and a plain text control. */
static bool is_bare_place(const xmlNode *at)
{
	for (; at; at = at->parent) {
		const xmlNode *pr;

		if (tree_is_ns(at, TREE_MC_NS, "Fallback"))
			return true;
		if (!tree_is(at, "sdtContent"))
			continue;
		pr = tree_child(at->parent, "sdtPr");
		if (tree_child(pr, "text") || tree_child(pr, "dataBinding"))
			return true;
	}
	return false;
}

/* Where no link may stand: in another one, or among words alone. */
static bool is_link_place(const struct slot *slot, const xmlNode *at)
{
	if (slot->field && slot->field->type != FIELD_LONGTEXT)
		return false;
	if (is_bare_place(at))
		return false;
	for (; at; at = at->parent)
		if (tree_is(at, "hyperlink") || tree_is(at, "fldSimple"))
			return false;
	return true;
}

static bool set_label(struct compiler *c, struct slot *slot)
{
	const char *label = slot->field ? slot->field->label : slot->name.id;
	size_t size = strlen(label);
	size_t chars = 0, i;

	for (i = 0; i < size; i++)
		if (((unsigned char)label[i] & 0xc0) != 0x80 &&
		    ++chars > MARK_TAG_MAX)
			break;
	buf_clear(&c->buf);
	buf_add_attr(&c->buf, label, i);
	slot->label.at = arena_strn(&c->tpl->arena, buf_cstr(&c->buf),
				    c->buf.size);
	slot->label.size = c->buf.size;
	return slot->label.at && buf_ok(&c->buf);
}

int slot_new(struct slot **out, struct compiler *c, const struct name *name,
	     const struct field *field, const xmlNode *at)
{
	struct vb_template *tpl = c->tpl;
	struct slot *slot;

	if (tpl->slots.n >= FILL_SLOTS_MAX)
		return err_set(c->err, VB_LIMIT, "more than %d slots",
			       FILL_SLOTS_MAX);
	slot = vec_push(&tpl->slots);
	if (!slot)
		return no_memory(c);
	slot->name = *name;
	slot->field = field;
	slot->key = key_of(c, name);
	/* a mark tells an id and a level, nothing deeper */
	slot->is_bare = name->kind != NAME_FIELD || name->rest[0] ||
			is_bare_place(at);
	slot->takes_links = is_link_place(slot, at);
	if (field && field->type == FIELD_IMAGE)
		slot->room = picture_room(c, at);
	if (slot->key == SIZE_MAX || !set_label(c, slot))
		return no_memory(c);
	if (field)
		tpl->is_placed[field->index] = true;
	c->n_slots++;
	*out = slot;
	return VB_OK;
}

int section_new(size_t *out, struct compiler *c, const struct name *name,
		const struct field *field, bool is_inverted)
{
	struct section *section = vec_push(&c->tpl->sections);

	if (!section || key_of(c, name) == SIZE_MAX)
		return no_memory(c);
	section->name = *name;
	section->field = field;
	section->is_inverted = is_inverted;
	if (field)
		c->tpl->is_placed[field->index] = true;
	*out = c->tpl->sections.n - 1;
	c->n_slots++;
	return VB_OK;
}

xmlNode *pi_new(struct compiler *c, enum op_kind kind, size_t n)
{
	char text[32];
	xmlNode *pi;

	snprintf(text, sizeof(text), "%c %zu", (char)kind, n);
	pi = xmlNewDocPI(c->doc, (const xmlChar *)"vb", (const xmlChar *)text);
	if (!pi)
		no_memory(c);
	return pi;
}

bool pi_parse(const xmlNode *node, enum op_kind *kind, size_t *n)
{
	if (!node || node->type != XML_PI_NODE || !node->content)
		return false;
	*kind = (enum op_kind)node->content[0];
	*n = (size_t)strtoul((const char *)node->content + 2, NULL, 10);
	return true;
}

struct span slot_keep(struct compiler *c, xmlNode *first, xmlNode *last)
{
	struct span kept = {"", 0};
	xmlNode *node;

	buf_clear(&c->buf);
	for (node = first; node; node = node->next) {
		tree_dump(&c->buf, node);
		if (node == last)
			break;
	}
	kept.at = arena_strn(&c->tpl->arena, buf_cstr(&c->buf), c->buf.size);
	if (!kept.at || !buf_ok(&c->buf)) {
		no_memory(c);
		kept.at = "";
		return kept;
	}
	kept.size = c->buf.size;
	return kept;
}

/* What may stand before w:b, between w:i and w:u ... in w:rPr: the schema of
 * the first edition is a sequence, and Word still writes it (17.3.2.28). */
static const char *const RPR_ORDER[] = {"rStyle",
					"rFonts",
					"b",
					"bCs",
					"i",
					"iCs",
					"caps",
					"smallCaps",
					"strike",
					"dstrike",
					"outline",
					"shadow",
					"emboss",
					"imprint",
					"noProof",
					"snapToGrid",
					"vanish",
					"webHidden",
					"color",
					"spacing",
					"w",
					"kern",
					"position",
					"sz",
					"szCs",
					"highlight",
					"u",
					"effect",
					"bdr",
					"shd",
					"fitText",
					"vertAlign",
					"rtl",
					"cs",
					"em",
					"lang",
					"eastAsianLayout",
					"specVanish",
					"oMath"};

static size_t rpr_rank(const xmlNode *node)
{
	size_t i, n = sizeof(RPR_ORDER) / sizeof(RPR_ORDER[0]);

	for (i = 0; i < n; i++)
		if (tree_is(node, RPR_ORDER[i]))
			return i;
	return n;
}

/* Sets one property, in its place; false out of memory. */
static bool rpr_set(xmlNode *rpr, const char *name, const char *val)
{
	xmlNode *old = tree_child(rpr, name);
	xmlNode *node = xmlNewNode(rpr->ns, (const xmlChar *)name);
	xmlNode *next;

	if (!node)
		return false;
	if (old)
		tree_remove(old);
	if (val && !xmlNewNsProp(node, rpr->ns, (const xmlChar *)"val",
				 (const xmlChar *)val)) {
		xmlFreeNode(node);
		return false;
	}
	next = rpr->children;
	while (next && (next->type != XML_ELEMENT_NODE ||
			rpr_rank(next) <= rpr_rank(node)))
		next = next->next;
	if (next)
		xmlAddPrevSibling(next, node);
	else
		xmlAddChild(rpr, node);
	return true;
}

static bool rpr_style(xmlNode *rpr, unsigned style)
{
	bool good = true;

	if (style & STYLE_BOLD)
		good = rpr_set(rpr, "b", NULL) && rpr_set(rpr, "bCs", NULL);
	if (good && (style & STYLE_ITALIC))
		good = rpr_set(rpr, "i", NULL) && rpr_set(rpr, "iCs", NULL);
	if (good && (style & STYLE_UNDERLINE))
		good = rpr_set(rpr, "u", "single");
	return good;
}

/* As the template shows its links; without such a style as all do. */
static bool rpr_link(struct compiler *c, xmlNode *rpr)
{
	if (c->link_style)
		return rpr_set(rpr, "rStyle", c->link_style);
	return rpr_set(rpr, "color", "0563C1") && rpr_set(rpr, "u", "single");
}

static void keep_style(struct span *out, struct compiler *c, const xmlNode *rpr,
		       unsigned style, bool is_link)
{
	xmlNode *root = xmlDocGetRootElement(c->doc);
	struct span empty = {"", 0};
	xmlNode *copy;

	*out = empty;
	if (style == 0 && !is_link && (!rpr || !rpr->children))
		return;
	copy = rpr ? tree_copy(rpr, true, root)
		   : xmlNewChild(root, root->ns, (const xmlChar *)"rPr", NULL);
	if (copy && rpr_style(copy, style) && (!is_link || rpr_link(c, copy)))
		*out = slot_keep(c, copy, copy);
	else
		no_memory(c);
	if (copy)
		tree_remove(copy);
}

static void make_styles(struct compiler *c, struct slot *slot,
			const xmlNode *rpr)
{
	unsigned style;

	for (style = 0; style < FILL_STYLES; style++)
		keep_style(&slot->rpr[style], c, rpr, style, false);
	for (style = 0; style < FILL_LINK_STYLES; style++)
		keep_style(&slot->link_rpr[style], c, rpr, style, true);
}

void slot_styles(struct compiler *c, struct slot *slot, const xmlNode *rpr)
{
	struct span model = {"", 0};
	unsigned i;

	if (rpr)
		model = slot_keep(c, (xmlNode *)rpr, (xmlNode *)rpr);
	for (i = 0; i < c->n_styles && i < COMPILE_STYLES; i++) {
		if (c->styles[i].model.size != model.size ||
		    memcmp(c->styles[i].model.at, model.at, model.size) != 0)
			continue;
		memcpy(slot->rpr, c->styles[i].rpr, sizeof(slot->rpr));
		memcpy(slot->link_rpr, c->styles[i].link_rpr,
		       sizeof(slot->link_rpr));
		return;
	}
	make_styles(c, slot, rpr);
	i = c->n_styles++ % COMPILE_STYLES;
	c->styles[i].model = model;
	memcpy(c->styles[i].rpr, slot->rpr, sizeof(slot->rpr));
	memcpy(c->styles[i].link_rpr, slot->link_rpr, sizeof(slot->link_rpr));
}

void slot_leader(struct compiler *c, struct slot *slot)
{
	buf_clear(&c->buf);
	buf_adds(&c->buf, "<w:r>");
	buf_add(&c->buf, slot->rpr[0].at, slot->rpr[0].size);
	buf_adds(&c->buf, "<w:t xml:space=\"preserve\">");
	show_leader(&c->buf, slot->field);
	buf_adds(&c->buf, "</w:t></w:r>");
	slot->blank.at = arena_strn(&c->tpl->arena, buf_cstr(&c->buf),
				    c->buf.size);
	slot->blank.size = c->buf.size;
	if (!slot->blank.at || !buf_ok(&c->buf)) {
		slot->blank.size = 0;
		no_memory(c);
	}
}

/* A paragraph that is repeated cannot keep the ids Word gave it. */
static void drop_word_ids(xmlNode *p)
{
	xmlAttr *attr = p->properties;

	while (attr) {
		xmlAttr *next = attr->next;

		if (attr->ns &&
		    strcmp((const char *)attr->ns->href, TREE_W14_NS) == 0)
			xmlRemoveProp(attr);
		attr = next;
	}
}

static void write_start(struct compiler *c, struct span *out,
			const struct span *tag, xmlNode *pr)
{
	buf_clear(&c->buf);
	if (tag->size > 2)
		buf_add(&c->buf, tag->at, tag->size - 2);
	buf_addc(&c->buf, '>');
	if (pr)
		tree_dump(&c->buf, pr);
	out->at = arena_strn(&c->tpl->arena, buf_cstr(&c->buf), c->buf.size);
	out->size = c->buf.size;
	if (!out->at || !buf_ok(&c->buf)) {
		out->size = 0;
		no_memory(c);
	}
}

/* The properties of the paragraph that begins a page: not w:br in a run, which
 * leaves number and indent on the page before (ECMA-376-1 17.3.1.23). */
static xmlNode *new_page(struct compiler *c, const xmlNode *pr)
{
	static const char *const before[] = {"pStyle", "keepNext", "keepLines"};
	xmlNode *root = xmlDocGetRootElement(c->doc);
	xmlNode *copy = pr ? tree_copy(pr, true, root)
			   : xmlNewChild(root, root->ns, (const xmlChar *)"pPr",
					 NULL);
	xmlNode *node, *old, *at = NULL;
	size_t i;

	if (!copy)
		return NULL;
	old = tree_child(copy, "pageBreakBefore");
	if (old)
		tree_remove(old);
	for (i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		if (tree_child(copy, before[i]))
			at = tree_child(copy, before[i]);
	node = xmlNewNode(copy->ns, (const xmlChar *)"pageBreakBefore");
	if (node && at)
		xmlAddNextSibling(at, node);
	else if (node && copy->children)
		xmlAddPrevSibling(copy->children, node);
	else if (node)
		xmlAddChild(copy, node);
	if (node)
		return copy;
	tree_remove(copy);
	return NULL;
}

static void write_open(struct compiler *c, struct slot *slot, const xmlNode *p)
{
	xmlNode *root = xmlDocGetRootElement(c->doc);
	xmlNode *copy = tree_copy(p, false, root);
	xmlNode *pr = tree_child(p, "pPr"), *page;
	struct span tag;

	if (!copy) {
		no_memory(c);
		return;
	}
	drop_word_ids(copy);
	/* an empty element ends in "/>": opened by hand below */
	tag = slot_keep(c, copy, copy);
	tree_remove(copy);
	write_start(c, &slot->open, &tag, pr);
	page = new_page(c, pr);
	if (page)
		write_start(c, &slot->page, &tag, page);
	else
		no_memory(c);
	if (page)
		tree_remove(page);
}

/* Keeps the paragraph itself for what comes to know more of it. */
void slot_open(struct compiler *c, struct slot *slot, const xmlNode *p)
{
	xmlNode *pr = tree_child(p, "pPr");
	struct model *model = vec_push(&c->models);
	xmlNode *copy = NULL;

	if (model)
		copy = tree_copy(p, false, xmlDocGetRootElement(c->doc));
	if (!copy || (pr && !tree_copy(pr, true, copy)))
		no_memory(c);
	if (copy)
		xmlUnlinkNode(copy);
	if (!model)
		return;
	model->slot = (size_t)(slot - c->tpl->slots.at);
	model->p = copy;
	write_open(c, slot, p);
}

void slot_reopen(struct compiler *c, const struct model *model)
{
	write_open(c, &c->tpl->slots.at[model->slot], model->p);
}
