/*
 * sections.c - pairs the tags of sections and puts their bounds where what
 * they hold begins and ends.
 *
 *	one paragraph                 what is between them in the line; when
 *	                              that is nothing, and it is a cell: the row
 *	paragraphs beside each other  the paragraphs between; a paragraph that
 *	                              holds only tags goes
 *	cells of a table              the rows from the one to the other; a row
 *	                              that holds only tags goes
 *	cells of one row, and the     the cells from the one to the other
 *	word "columns"
 *
 * Anything else would tear the structure apart and is a fault.
 */
#include "fill/compile.h"

#include "util/err.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Paragraphs and rows that go once all bounds are in place. */
struct leavers {
	VEC(xmlNode *);
};

/* Reports a fault of a tag: "'{{#NAME}}' WHAT". */
static void fault(struct compiler *c, const char *rule,
		  const struct token *token, const char *what)
{
	char sigil = token->is_inverted ? '^' : '#';
	char name[NAME_TEXT_MAX];

	if (token->is_else)
		sigil = '^';
	else if (token->kind == OP_END)
		sigil = '/';
	name_print(name, &token->name);
	faults_add(c, rule, VB_SEVERE, token->p, &token->name, "'{{%c%s}}' %s",
		   sigil, token->is_else ? "" : name, what);
}

static void drop_pi(struct token *token)
{
	tree_remove(token->pi);
	token->pi = NULL;
	token->partner = SIZE_MAX;
}

/* Finds the opening tag of a closing one on the stack; -1 when none is. */
static int find_open(const struct compiler *c, const size_t *stack, int depth,
		     const struct token *close)
{
	while (--depth >= 0)
		if (name_equal(&c->tokens.at[stack[depth]].name, &close->name))
			break;
	return depth;
}

static int pair(struct compiler *c, size_t open, size_t close)
{
	struct token *b = &c->tokens.at[open];
	struct token *e = &c->tokens.at[close];
	char text[2][32];
	size_t section;
	int rc;

	rc = section_new(&section, c, &b->name, b->field, b->is_inverted);
	if (rc)
		return rc;
	b->partner = close;
	e->partner = open;
	snprintf(text[0], sizeof(text[0]), "%c %zu", OP_BEGIN, section);
	snprintf(text[1], sizeof(text[1]), "%c %zu", OP_END, section);
	xmlNodeSetContent(b->pi, (const xmlChar *)text[0]);
	xmlNodeSetContent(e->pi, (const xmlChar *)text[1]);
	if (!b->pi->content || !e->pi->content)
		return err_set(c->err, VB_NOMEM, "out of memory");
	return VB_OK;
}

/* Gives both halves of an "else" the name of the section it stands in; false
 * when it cannot stand here. */
static bool name_else(struct compiler *c, size_t i, const size_t *stack,
		      int depth)
{
	struct token *half = &c->tokens.at[i];
	struct token *open = depth ? &c->tokens.at[stack[depth - 1]] : NULL;

	if (open)
		half[0].name = half[1].name = open->name;
	if (!open || open->is_else) {
		fault(c, open ? "section-shape" : "stray-close", half,
		      open ? "is there twice in one section"
			   : "stands in no section");
		drop_pi(half);
		drop_pi(half + 1);
		return false;
	}
	half[1].field = open->field;
	half[1].is_inverted = !open->is_inverted;
	half[1].is_columns = open->is_columns;
	return true;
}

static int close_tag(struct compiler *c, size_t i, size_t *stack, int *depth)
{
	struct token *token = &c->tokens.at[i];
	int at;

	if (token->is_else && !name_else(c, i, stack, *depth))
		return VB_OK;
	at = find_open(c, stack, *depth, token);
	if (at < 0) {
		fault(c, "stray-close", token, "closes nothing that is open");
		drop_pi(token);
		return VB_OK;
	}
	while (*depth - 1 > at) {
		struct token *inner = &c->tokens.at[stack[--*depth]];

		fault(c, "crossed-section", inner,
		      "is not closed before the section around it");
		drop_pi(inner);
	}
	--*depth;
	return pair(c, stack[at], i);
}

static int pair_all(struct compiler *c)
{
	size_t stack[FILL_DEPTH_MAX];
	int depth = 0;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < c->tokens.n && rc == VB_OK; i++) {
		struct token *token = &c->tokens.at[i];

		/* the second half of an "else" that has been left out */
		if (!token->pi)
			continue;
		/* its order, for end_before() */
		token->pi->_private = (void *)(uintptr_t)(i + 1);
		if (token->kind == OP_END) {
			rc = close_tag(c, i, stack, &depth);
		} else if (depth == FILL_DEPTH_MAX) {
			fault(c, "section-shape", token, "is nested too deep");
			drop_pi(token);
		} else {
			stack[depth++] = i;
		}
	}
	while (depth-- > 0) {
		struct token *token = &c->tokens.at[stack[depth]];

		fault(c, "unclosed-section", token, "has no end");
		drop_pi(token);
	}
	return rc;
}

/* Notes which pairs stand inside another one of the same line: pairs do not
 * cross, so that only the innermost around it counts. */
static void find_lines(struct compiler *c)
{
	size_t stack[FILL_DEPTH_MAX] = {0};
	int depth = 0;
	size_t i;

	for (i = 0; i < c->tokens.n; i++) {
		struct token *token = &c->tokens.at[i];
		const struct token *outer;

		if (token->partner == SIZE_MAX)
			continue;
		if (token->kind == OP_END) {
			depth--;
			continue;
		}
		outer = depth ? &c->tokens.at[stack[depth - 1]] : NULL;
		token->in_line = outer && outer->p == token->p &&
				 c->tokens.at[outer->partner].p == token->p;
		stack[depth++] = i;
	}
}

/* ---- placing ------------------------------------------------------------ */

static int leave(struct leavers *leavers, xmlNode *node)
{
	xmlNode **slot;

	if (!node->_private)
		return VB_OK;
	slot = vec_push(leavers);
	if (!slot)
		return VB_NOMEM;
	*slot = node;
	/* numbered from 1 by faults_number(): once only */
	node->_private = NULL;
	return VB_OK;
}

/* Bounds go in order of their opening, the outer before the inner, so that
 * each lands inside the ones before. */
static void hoist(struct token *b, xmlNode *first, struct token *e,
		  xmlNode *last)
{
	xmlUnlinkNode(b->pi);
	xmlAddPrevSibling(first, b->pi);
	xmlUnlinkNode(e->pi);
	xmlAddNextSibling(last, e->pi);
}

/* Where an end goes before a paragraph or row: ahead of the ends of outer
 * sections that are there already and stand later in the line. */
static xmlNode *end_before(const struct token *e, xmlNode *at)
{
	while (at->prev && at->prev->type == XML_PI_NODE &&
	       (uintptr_t)at->prev->_private > (uintptr_t)e->pi->_private)
		at = at->prev;
	return at;
}

static int place_blocks(struct leavers *leavers, struct token *b,
			struct token *e)
{
	xmlUnlinkNode(b->pi);
	xmlAddPrevSibling(b->p, b->pi);
	xmlUnlinkNode(e->pi);
	if (e->only_tags)
		xmlAddPrevSibling(end_before(e, e->p), e->pi);
	else
		xmlAddNextSibling(e->p, e->pi);
	if (b->only_tags && leave(leavers, b->p))
		return VB_NOMEM;
	if (e->only_tags && leave(leavers, e->p))
		return VB_NOMEM;
	return VB_OK;
}

static bool is_empty_row(const xmlNode *row)
{
	xmlNode *node = (xmlNode *)row;

	while ((node = tree_next(row, node, false))) {
		enum op_kind kind;
		size_t n;

		if (pi_parse(node, &kind, &n) && kind == OP_SLOT)
			return false;
		if (tree_is(node, "drawing") || tree_is(node, "pict"))
			return false;
		if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
			return false;
	}
	return true;
}

/* Tags alone in a paragraph of a cell that stays. */
static int leave_words(struct leavers *leavers, const struct token *b,
		       const struct token *e)
{
	if (b->only_tags && leave(leavers, b->p))
		return VB_NOMEM;
	return e->only_tags && leave(leavers, e->p) ? VB_NOMEM : VB_OK;
}

static int place_rows(struct leavers *leavers, struct token *b, xmlNode *first,
		      struct token *e, xmlNode *last)
{
	bool first_goes = first != last && is_empty_row(first);
	bool last_goes = first != last && is_empty_row(last);

	hoist(b, first, e, last);
	if (last_goes) {
		xmlUnlinkNode(e->pi);
		xmlAddPrevSibling(end_before(e, last), e->pi);
	}
	if (first_goes && leave(leavers, first))
		return VB_NOMEM;
	if (last_goes && leave(leavers, last))
		return VB_NOMEM;
	return VB_OK;
}

/* The rows of one table the two paragraphs stand in, innermost. */
static bool find_rows(xmlNode **first, xmlNode **last, const xmlNode *from,
		      const xmlNode *to)
{
	xmlNode *a, *b;

	for (a = tree_above(from, "tr"); a; a = tree_above(a, "tr"))
		for (b = tree_above(to, "tr"); b; b = tree_above(b, "tr"))
			if (a->parent == b->parent) {
				*first = a;
				*last = b;
				return true;
			}
	return false;
}

/* The cells of one row the two paragraphs stand in. */
static bool find_cells(xmlNode **first, xmlNode **last, const xmlNode *from,
		       const xmlNode *to)
{
	*first = tree_above(from, "tc");
	*last = tree_above(to, "tc");
	return *first && *last && (*first)->parent == (*last)->parent &&
	       tree_is((*first)->parent, "tr");
}

/* Takes a bound out of what is around its run (a hyperlink, an insertion), up
 * to `top`; false when there are words on both sides of it. */
static bool lift(xmlNode *pi, const xmlNode *top)
{
	while (pi->parent != top) {
		xmlNode *up = pi->parent;
		const xmlNode *before = pi->prev;

		while (before && (tree_is(before, "sdtPr") ||
				  before->type == XML_TEXT_NODE))
			before = before->prev;
		if (before && pi->next)
			return false;
		xmlUnlinkNode(pi);
		if (before)
			xmlAddNextSibling(up, pi);
		else
			xmlAddPrevSibling(up, pi);
	}
	return true;
}

static bool place_inline(const struct token *b, const struct token *e)
{
	const xmlNode *top, *up;

	/* the nearest element around both */
	for (top = b->pi->parent; top != b->p; top = top->parent) {
		for (up = e->pi->parent; up != b->p && up != top;)
			up = up->parent;
		if (up == top)
			break;
	}
	return lift(b->pi, top) && lift(e->pi, top);
}

static int place_pair(struct compiler *c, struct leavers *paragraphs,
		      struct leavers *rows, size_t open)
{
	struct token *b = &c->tokens.at[open];
	struct token *e = &c->tokens.at[b->partner];
	xmlNode *first, *last;

	if (b->is_columns) {
		if (find_cells(&first, &last, b->p, e->p)) {
			hoist(b, first, e, last);
			return leave_words(paragraphs, b, e);
		}
	} else if (b->p == e->p) {
		xmlNode *row = tree_above(b->p, "tr");

		if (row && b->pi->next == e->pi && !b->in_line)
			return place_rows(rows, b, row, e, row);
		if (b->only_tags)
			return place_blocks(paragraphs, b, e);
		if (place_inline(b, e))
			return VB_OK;
	} else if (b->p->parent == e->p->parent) {
		if ((b->only_tags || b->at_start) &&
		    (e->only_tags || e->at_end))
			return place_blocks(paragraphs, b, e);
	} else if (find_rows(&first, &last, b->p, e->p)) {
		return place_rows(rows, b, first, e, last) ||
				       leave_words(paragraphs, b, e)
			       ? VB_NOMEM
			       : VB_OK;
	}
	fault(c, "section-shape", b,
	      b->is_columns
		      ? "and its end must stand in cells of one row"
		      : "and its end must stand in one paragraph, each alone "
			"in a paragraph, or in one table");
	drop_pi(e);
	drop_pi(b);
	return VB_OK;
}

static bool has_bound(const xmlNode *top)
{
	xmlNode *node = (xmlNode *)top;

	while ((node = tree_next(top, node, false))) {
		enum op_kind kind;
		size_t n;

		if (pi_parse(node, &kind, &n) &&
		    (kind == OP_BEGIN || kind == OP_END))
			return true;
	}
	return false;
}

/* The only thing in its cell: a section in it would be guarded (tidy.c). */
static bool fills_cell(const xmlNode *p)
{
	const xmlNode *node = p->parent->children;

	while (node && (node == p ||
			(!tree_is(node, "p") && node->type != XML_PI_NODE)))
		node = node->next;
	return !node && tree_is(p->parent, "tc");
}

/* The paragraphs, or the rows, that hold nothing any more. */
static void remove_leavers(struct leavers *leavers)
{
	size_t i;

	for (i = 0; i < leavers->n; i++)
		if (!has_bound(leavers->at[i]) && !fills_cell(leavers->at[i]))
			tree_remove(leavers->at[i]);
}

int sections_pass(struct compiler *c)
{
	struct leavers paragraphs = {0}, rows = {0};
	size_t i;
	int rc = pair_all(c);

	find_lines(c);
	for (i = 0; i < c->tokens.n && rc == VB_OK; i++)
		if (c->tokens.at[i].kind == OP_BEGIN &&
		    c->tokens.at[i].partner != SIZE_MAX)
			rc = place_pair(c, &paragraphs, &rows, i);
	/* a row goes with the paragraphs in it: those first */
	remove_leavers(&paragraphs);
	remove_leavers(&rows);
	vec_release(&paragraphs);
	vec_release(&rows);
	return rc == VB_NOMEM ? err_set(c->err, VB_NOMEM, "out of memory") : rc;
}
