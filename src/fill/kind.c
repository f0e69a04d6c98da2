/*
 * kind.c - what a content control is, so that it stays that when filled:
 * plain or rich text, a date, a list, a box to tick (ECMA-376-1 17.5.2;
 * w14:checkbox: [MS-DOCX] 2.6.1.5).
 *
 * The element of the kind is kept as bytes in two halves; what was chosen
 * (the day, the last value, the tick) goes in between.
 */
#include "fill/compile.h"

#include "util/err.h"
#include "wml/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

static xmlNode *child_ns(const xmlNode *parent, const char *ns,
			 const char *name)
{
	xmlNode *node = parent ? parent->children : NULL;

	while (node && !tree_is_ns(node, ns, name))
		node = node->next;
	return node;
}

static xmlNode *kind_node(const xmlNode *pr, enum control_kind *kind)
{
	static const struct {
		const char *name;
		enum control_kind kind;
	} KINDS[] = {
		{"text", CONTROL_PLAIN},     {"richText", CONTROL_RICH},
		{"date", CONTROL_DATE},	     {"dropDownList", CONTROL_LIST},
		{"comboBox", CONTROL_COMBO}, {"picture", CONTROL_PICTURE},
	};
	xmlNode *node = child_ns(pr, TREE_W14_NS, "checkbox");
	size_t i;

	*kind = CONTROL_CHECK;
	for (i = 0; !node && i < sizeof(KINDS) / sizeof(KINDS[0]); i++) {
		node = tree_child(pr, KINDS[i].name);
		*kind = KINDS[i].kind;
	}
	/* a control that says nothing is rich text (17.5.2.26) */
	if (!node)
		*kind = CONTROL_RICH;
	return node;
}

bool kind_holds_blocks(const xmlNode *pr)
{
	enum control_kind kind;

	kind_node(pr, &kind);
	return kind == CONTROL_RICH || kind == CONTROL_PLAIN;
}

/* ---- kept bytes --------------------------------------------------------- */

static struct span keep_buf(struct compiler *c, const struct buf *buf)
{
	struct span kept = {"", 0};
	char *copy = arena_strn(&c->tpl->arena, buf_cstr(buf), buf->size);

	if (!copy || !buf_ok(buf)) {
		no_memory(c);
		return kept;
	}
	kept.at = copy;
	kept.size = buf->size;
	return kept;
}

static void add_name(struct buf *out, const xmlNode *node, const char *name)
{
	if (node->ns && node->ns->prefix)
		buf_addf(out, "%s:", (const char *)node->ns->prefix);
	buf_adds(out, name ? name : (const char *)node->name);
}

/* "<w:date" and ">...</w:date>", without attributes of its own. */
static void keep_halves(struct compiler *c, struct control *control,
			const xmlNode *node)
{
	struct span inner = slot_keep(c, node->children, NULL);

	buf_clear(&c->buf);
	buf_addc(&c->buf, '<');
	add_name(&c->buf, node, NULL);
	control->head = keep_buf(c, &c->buf);
	buf_clear(&c->buf);
	buf_addc(&c->buf, '>');
	buf_add(&c->buf, inner.at, inner.size);
	buf_adds(&c->buf, "</");
	add_name(&c->buf, node, NULL);
	buf_addc(&c->buf, '>');
	control->tail = keep_buf(c, &c->buf);
}

/* What editors add that is no kind: w15:appearance, w15:color, w:temporary.
 * Bindings of ours, and those of w15 to other parts, are made anew or go. */
static void keep_more(struct compiler *c, struct control *control,
		      const xmlNode *pr)
{
	xmlNode *node = pr ? pr->children : NULL;

	buf_clear(&c->buf);
	for (; node; node = node->next)
		if (tree_is_ns(node, TREE_W15_NS, "appearance") ||
		    tree_is_ns(node, TREE_W15_NS, "color"))
			tree_dump(&c->buf, node);
	control->more = keep_buf(c, &c->buf);
}

/* ---- lists -------------------------------------------------------------- */

static int read_items(struct compiler *c, struct control *control,
		      const xmlNode *list)
{
	struct control_item *items;
	const xmlNode *node;
	size_t n = 0;

	for (node = list->children; node; node = node->next)
		n += tree_is(node, "listItem");
	items = arena_array(&c->tpl->arena, n + 1, sizeof(*items));
	if (!items)
		return no_memory(c);
	control->items = items;
	for (node = list->children; node; node = node->next) {
		const char *value = tree_attr(node, "value");
		const char *shown = tree_attr(node, "displayText");

		/* "Choose an item." has no value, and is none */
		if (!tree_is(node, "listItem") || (!*value && !*shown))
			continue;
		items->value = arena_str(&c->tpl->arena, value);
		/* 17.5.2.21: without it the value is shown */
		items->shown = arena_str(&c->tpl->arena,
					 *shown ? shown : value);
		if (!items->value || !items->shown)
			return no_memory(c);
		items++;
		control->n_items++;
	}
	return VB_OK;
}

/* ---- boxes to tick ------------------------------------------------------ */

/* Fonts of symbols, whose characters are numbers in the font (17.3.3.30). */
static bool is_symbol(const char *font)
{
	return strncmp(font, "Wingdings", 9) == 0 ||
	       strncmp(font, "Webdings", 8) == 0 || strcmp(font, "Symbol") == 0;
}

static void add_font(struct buf *out, const char *font)
{
	static const char *const ATTRS[] = {"ascii", "eastAsia", "hAnsi"};
	size_t i;

	buf_adds(out, "<w:rFonts");
	for (i = 0; i < sizeof(ATTRS) / sizeof(ATTRS[0]); i++) {
		buf_addf(out, " w:%s=\"", ATTRS[i]);
		buf_add_attr(out, font, strlen(font));
		buf_addc(out, '"');
	}
	buf_adds(out, " w:hint=\"eastAsia\"/>");
}

static void add_char(struct buf *out, unsigned long code)
{
	char text[4];
	size_t n = 0;

	if (code < 0x80) {
		text[n++] = (char)code;
	} else if (code < 0x800) {
		text[n++] = (char)(0xc0 | code >> 6);
		text[n++] = (char)(0x80 | (code & 0x3f));
	} else {
		text[n++] = (char)(0xe0 | (code >> 12 & 0xf));
		text[n++] = (char)(0x80 | (code >> 6 & 0x3f));
		text[n++] = (char)(0x80 | (code & 0x3f));
	}
	buf_add_text(out, text, n);
}

/* What stands in w:rPr besides the font. */
static void add_look(struct buf *out, const xmlNode *rpr, bool before)
{
	xmlNode *node = rpr ? rpr->children : NULL;

	for (; node; node = node->next)
		if (!tree_is(node, "rFonts") &&
		    tree_is(node, "rStyle") == before)
			tree_dump(out, node);
}

/*
 * The run of a state: <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>,
 * both hexadecimal number and font optional.
 */
static struct span state_run(struct compiler *c, const xmlNode *box,
			     const char *name, unsigned long code,
			     const xmlNode *rpr)
{
	const xmlNode *state = child_ns(box, TREE_W14_NS, name);
	const char *font = state ? tree_attr(state, "font") : "";
	const char *val = state ? tree_attr(state, "val") : "";
	unsigned long own = strtoul(val, NULL, 16);
	struct buf *out = &c->buf;

	if (own >= 0x20 && own < 0xfffe && (own & 0xf800) != 0xd800)
		code = own;
	if (!*font)
		font = "MS Gothic";
	buf_clear(out);
	buf_adds(out, "<w:r><w:rPr>");
	add_look(out, rpr, true);
	if (!is_symbol(font))
		add_font(out, font);
	add_look(out, rpr, false);
	buf_adds(out, "</w:rPr>");
	if (is_symbol(font)) {
		buf_adds(out, "<w:sym w:font=\"");
		buf_add_attr(out, font, strlen(font));
		buf_addf(out, "\" w:char=\"%04lX\"/></w:r>",
			 code < 0x100 ? code + 0xf000 : code);
		return keep_buf(c, out);
	}
	buf_adds(out, "<w:t>");
	add_char(out, code);
	buf_adds(out, "</w:t></w:r>");
	return keep_buf(c, out);
}

static const xmlNode *first_rpr(const xmlNode *content)
{
	xmlNode *node = (xmlNode *)content;

	while (node && !tree_is(node, "r"))
		node = tree_next(content, node, false);
	return tree_child(node, "rPr");
}

static void read_box(struct compiler *c, struct control *control,
		     const xmlNode *box, const xmlNode *content)
{
	const xmlNode *rpr = first_rpr(content);
	xmlNode *node;

	buf_clear(&c->buf);
	buf_addc(&c->buf, '<');
	add_name(&c->buf, box, NULL);
	buf_adds(&c->buf, "><");
	add_name(&c->buf, box, "checked");
	buf_addc(&c->buf, ' ');
	add_name(&c->buf, box, "val");
	buf_adds(&c->buf, "=\"");
	control->head = keep_buf(c, &c->buf);
	buf_clear(&c->buf);
	buf_adds(&c->buf, "\"/>");
	for (node = box->children; node; node = node->next)
		if (!tree_is_ns(node, TREE_W14_NS, "checked"))
			tree_dump(&c->buf, node);
	buf_adds(&c->buf, "</");
	add_name(&c->buf, box, NULL);
	buf_addc(&c->buf, '>');
	control->tail = keep_buf(c, &c->buf);
	/* what Word takes when the control does not say */
	control->on = state_run(c, box, "checkedState", 0x2612, rpr);
	control->off = state_run(c, box, "uncheckedState", 0x2610, rpr);
}

/* ---- reading ------------------------------------------------------------ */

/* An option that the list cannot show. */
static void check_options(struct compiler *c, const struct slot *slot,
			  const struct control *control, const xmlNode *at)
{
	const struct field *field = slot->field;
	size_t i, k;

	if (!field || control->kind != CONTROL_LIST)
		return;
	for (i = 0; i < field->n_options; i++) {
		const struct field_option *option = &field->options[i];

		for (k = 0; k < control->n_items; k++)
			if (strcmp(control->items[k].value, option->token) ==
				    0 ||
			    strcmp(control->items[k].shown, option->label) ==
				    0 ||
			    strcmp(control->items[k].shown, option->token) == 0)
				break;
		if (k == control->n_items)
			faults_add(c, "value-not-listed", VB_WARNING, at,
				   &slot->name, "the list of '%s' has no '%s'",
				   slot->name.id, option->token);
	}
}

int kind_read(struct compiler *c, struct slot *slot, xmlNode *pr,
	      xmlNode *content)
{
	struct control *control = arena_new(&c->tpl->arena, struct control);
	xmlNode *node;

	if (!control)
		return no_memory(c);
	node = kind_node(pr, &control->kind);
	slot->control = control;
	keep_more(c, control, pr);
	if (foreign_note(c, slot, control, pr))
		return VB_NOMEM;
	switch (control->kind) {
	case CONTROL_PLAIN:
		control->is_multiline =
			node && *tree_attr(node, "multiLine") &&
			strcmp(tree_attr(node, "multiLine"), "0") != 0 &&
			strcmp(tree_attr(node, "multiLine"), "false") != 0;
		break;
	case CONTROL_RICH:
		if (node)
			control->head = slot_keep(c, node, node);
		break;
	case CONTROL_DATE:
		keep_halves(c, control, node);
		break;
	case CONTROL_LIST:
	case CONTROL_COMBO:
		keep_halves(c, control, node);
		if (read_items(c, control, node))
			return VB_NOMEM;
		check_options(c, slot, control, content);
		break;
	case CONTROL_CHECK:
		read_box(c, control, node, content);
		break;
	case CONTROL_PICTURE:
		control->head = slot_keep(c, node, node);
		break;
	}
	return c->err->code == VB_NOMEM ? VB_NOMEM : VB_OK;
}
