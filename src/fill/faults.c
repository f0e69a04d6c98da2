/*
 * faults.c - faults of a template, each with a place a person can find.
 *
 * Everything wrong is reported in one run (peers stop at the first fault, or
 * give an offset into XML nobody can look at); the first severe fault is also
 * the error of the compilation.
 */
#include "fill/compile.h"

#include "util/err.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Words shown around a fault: enough to search for in Word. */
#define NEAR_MAX 80

/* node->_private is a number below TREE_NODES_MAX and, above it, the origin:
 * 32 bits in all. */
#define NUMBER_BITS 22

_Static_assert(TREE_NODES_MAX < 1 << NUMBER_BITS &&
		       FILL_ORIGINS_MAX <= 1 << (32 - NUMBER_BITS),
	       "a number and an origin fit 32 bits");

static void set_number(xmlNode *node, size_t number)
{
	node->_private = (void *)(uintptr_t)number;
}

static size_t number_of(const xmlNode *node)
{
	uintptr_t both = node ? (uintptr_t)node->_private : 0;

	return both & (((uintptr_t)1 << NUMBER_BITS) - 1);
}

static size_t origin_of(const xmlNode *node)
{
	return node ? (uintptr_t)node->_private >> NUMBER_BITS : 0;
}

/* The sibling of that name before the node; siblings are numbered in order,
 * so that the next number is one step away. */
static const xmlNode *before(const xmlNode *node, const char *name)
{
	do
		node = node->prev;
	while (node && !tree_is(node, name));
	return node;
}

/* Grid column of a cell: behind what the cell before it spans (17.4.17). */
static size_t column(const xmlNode *cell)
{
	const xmlNode *left = before(cell, "tc");
	const char *span;
	long wide;

	if (!left)
		return 1;
	span = tree_child_val(tree_child(left, "tcPr"), "gridSpan");
	wide = span ? strtol(span, NULL, 10) : 1;
	return number_of(left) + (wide > 0 && wide < 1000 ? (size_t)wide : 1);
}

/* A tag that is an instruction by now, as its author wrote it. */
static void add_tag(struct buf *out, const struct compiler *c,
		    const xmlNode *pi)
{
	const struct vb_template *tpl = c->tpl;
	const struct name *name;
	const char *mark = "";
	enum op_kind kind;
	size_t n;

	if (!pi_parse(pi, &kind, &n))
		return;
	if (kind == OP_SLOT && n < tpl->slots.n) {
		name = &tpl->slots.at[n].name;
	} else if ((kind == OP_BEGIN || kind == OP_END) &&
		   n < tpl->sections.n) {
		name = &tpl->sections.at[n].name;
		mark = kind == OP_END			 ? "/"
		       : tpl->sections.at[n].is_inverted ? "^"
							 : "#";
	} else {
		return;
	}
	buf_addf(out, "{{%s%s%s%s}}", mark, name->id, name->level[0] ? "." : "",
		 name->level);
}

/* The words of a paragraph, at most `max` bytes, whole characters. */
static void add_words(struct buf *out, const struct compiler *c,
		      const xmlNode *p, size_t max)
{
	xmlNode *node = (xmlNode *)p;
	size_t start = out->size;

	while ((node = tree_next(p, node, tree_is(node, "del")))) {
		const char *text = (const char *)node->content;

		if (node->type == XML_PI_NODE)
			add_tag(out, c, node);
		else if (node->type == XML_TEXT_NODE &&
			 tree_is(node->parent, "t"))
			buf_adds(out, text ? text : "");
		if (out->size - start > max)
			break;
	}
	if (out->failed || out->size - start <= max)
		return;
	out->size = start + max;
	while (out->size > start &&
	       ((unsigned char)out->data[out->size] & 0xc0) == 0x80)
		out->size--;
	out->data[out->size] = '\0';
}

static bool is_heading(const struct compiler *c, const xmlNode *p)
{
	const xmlNode *pr = tree_child(p, "pPr");
	const char *style = tree_child_val(pr, "pStyle");
	size_t i;

	if (tree_child(pr, "outlineLvl"))
		return true;
	for (i = 0; style && i < c->heading_styles.n; i++)
		if (strcmp(c->heading_styles.at[i], style) == 0)
			return true;
	return false;
}

static int add_heading(struct compiler *c, const xmlNode *p)
{
	struct heading *heading = vec_push(&c->headings);

	if (!heading)
		return err_set(c->err, VB_NOMEM, "out of memory");
	buf_clear(&c->buf);
	add_words(&c->buf, c, p, NEAR_MAX);
	heading->paragraph = number_of(p);
	heading->origin = origin_of(p);
	heading->text = arena_str(&c->tpl->arena, buf_cstr(&c->buf));
	if (!heading->text)
		return err_set(c->err, VB_NOMEM, "out of memory");
	return VB_OK;
}

/* Joined with the one before it, whose mark is deleted. */
static bool is_joined(const xmlNode *p)
{
	const xmlNode *left = xmlPreviousElementSibling((xmlNode *)p);
	const xmlNode *mark =
		tree_is(left, "p") ? tree_child(tree_child(left, "pPr"), "rPr")
				   : NULL;

	return tree_child(mark, "del") || tree_child(mark, "moveFrom");
}

/* Numbers of the document so far; `copy` is the branch that the reader passes
 * over, the VML copy of a text box: it has the numbers of the box. */
struct numbering {
	size_t paragraphs, tables;
	size_t behind_paragraphs, behind_tables;
	xmlNode *copy_end; /* the first node behind it, NULL outside */
	bool is_copy;
};

static void number_branch(struct numbering *count, xmlNode *root, xmlNode *node)
{
	xmlNode *first = node->parent ? xmlFirstElementChild(node->parent)
				      : NULL;

	if (count->is_copy && node == count->copy_end) {
		count->paragraphs = count->behind_paragraphs;
		count->tables = count->behind_tables;
		count->is_copy = false;
	}
	if (count->is_copy || !first ||
	    !tree_is_ns(node->parent, TREE_MC_NS, "AlternateContent"))
		return;
	if (node == first) {
		set_number(node, count->paragraphs);
		set_number(node->parent, count->tables);
		return;
	}
	count->behind_paragraphs = count->paragraphs;
	count->behind_tables = count->tables;
	count->paragraphs = number_of(first);
	count->tables = number_of(node->parent);
	count->copy_end = tree_next(root, node, true);
	count->is_copy = true;
}

void faults_number(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct numbering count = {.copy_end = NULL};
	xmlNode *node;

	for (node = root; node; node = tree_next(root, node, false)) {
		number_branch(&count, root, node);
		if (tree_is(node, "tbl"))
			set_number(node, ++count.tables);
		else if (tree_is(node, "tr"))
			set_number(node, number_of(before(node, "tr")) + 1);
		else if (tree_is(node, "tc"))
			set_number(node, column(node));
		if (!tree_is(node, "p"))
			continue;
		count.paragraphs += !is_joined(node);
		set_number(node, count.paragraphs);
	}
}

void faults_follow(xmlNode *copy, const xmlNode *from, size_t origin)
{
	xmlNode *to = copy, *node = (xmlNode *)from;

	while (to && node) {
		if (number_of(node))
			set_number(to, number_of(node) | origin << NUMBER_BITS);
		to = tree_next(copy, to, false);
		node = tree_next(from, node, false);
	}
}

size_t faults_origin(const xmlNode *p)
{
	return origin_of(p);
}

int faults_headings(struct compiler *c)
{
	xmlNode *root = xmlDocGetRootElement(c->doc);
	xmlNode *node;

	c->headings.n = 0;
	for (node = root; node; node = tree_next(root, node, false))
		if (tree_is(node, "p") && is_heading(c, node) &&
		    add_heading(c, node))
			return VB_NOMEM;
	return VB_OK;
}

/* The paragraph a node stands in, else the first one in it or behind it. */
static const xmlNode *paragraph_of(const xmlNode *node)
{
	const xmlNode *up = node;
	xmlNode *down = (xmlNode *)node;

	while (up && !tree_is(up, "p"))
		up = up->parent;
	if (up || !node)
		return up;
	while (down && !tree_is(down, "p"))
		down = tree_next((xmlNode *)node->doc, down, false);
	return down;
}

size_t faults_paragraph(const xmlNode *node)
{
	return number_of(paragraph_of(node));
}

static void find_place(struct compiler *c, struct vb_place *place,
		       const xmlNode *node)
{
	const xmlNode *p = paragraph_of(node);
	const xmlNode *cell = tree_above(p, "tc");
	size_t i;

	place->file = c->tpl->file;
	place->part = c->part ? c->part : "";
	if (origin_of(p)) {
		place->file = c->origins.at[origin_of(p)].file;
		place->part = c->origins.at[origin_of(p)].part;
	}
	place->heading = "";
	place->near = "";
	buf_clear(&c->buf);
	if (!p)
		return;
	place->paragraph = (int)number_of(p);
	for (i = 0; i < c->headings.n; i++)
		if (c->headings.at[i].origin == origin_of(p) &&
		    c->headings.at[i].paragraph <= number_of(p))
			place->heading = c->headings.at[i].text;
	if (cell && origin_of(cell) == origin_of(p)) {
		place->column = (int)number_of(cell);
		place->row = (int)number_of(tree_above(cell, "tr"));
		place->table = (int)number_of(tree_above(cell, "tbl"));
	}
	add_words(&c->buf, c, p, NEAR_MAX);
	place->near = buf_cstr(&c->buf);
}

/* The last one told says that there are more. */
static void tell(struct compiler *c, const struct vb_finding *finding)
{
	struct vb_finding more = {.rule = "more-findings",
				  .severity = VB_NOTE,
				  .field = "",
				  .level = "",
				  .message = "there are more findings than "
					     "these"};

	c->n_faults++;
	if (!c->sink || c->n_faults > FILL_FAULTS_MAX)
		return;
	if (c->n_faults == FILL_FAULTS_MAX) {
		find_place(c, &more.place, NULL);
		finding = &more;
	}
	c->sink->take(c->sink->payload, finding);
}

void faults_add(struct compiler *c, const char *rule, enum vb_severity severity,
		const xmlNode *node, const struct name *name, const char *fmt,
		...)
{
	struct vb_finding finding = {0};
	char message[256];
	va_list ap;

	if (c->is_quiet)
		return;
	if (c->n_faults > FILL_FAULTS_MAX &&
	    (severity != VB_SEVERE || c->err->code != VB_OK))
		return;
	va_start(ap, fmt);
	err_format(message, sizeof(message), fmt, ap);
	va_end(ap);
	finding.rule = rule;
	finding.severity = severity;
	finding.field = name ? name->id : "";
	finding.level = name ? name->level : "";
	finding.message = message;
	find_place(c, &finding.place, node);
	tell(c, &finding);
	if (severity != VB_SEVERE)
		return;
	if (c->err->code == VB_OK && finding.place.paragraph)
		err_where(c->err, "paragraph %d", finding.place.paragraph);
	err_set(c->err, VB_TEMPLATE, "%s", message);
	err_file(c->err, finding.place.file);
	err_part(c->err, finding.place.part);
}
