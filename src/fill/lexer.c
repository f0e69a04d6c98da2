/*
 * lexer.c - text tags become slots and the bounds of sections.
 *
 * A tag that prints nothing and is alone in its paragraph takes the paragraph
 * away; a comment alone in its row, the row. For sections that is the work of
 * sections.c, once every tag has been met.
 */
#include "fill/lexer.h"

#include "fill/filters.h"
#include "util/err.h"

#include <string.h>

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

/* ---- sections ----------------------------------------------------------- */

static int add_token(struct compiler *c, const struct words *words,
		     const struct tag *tag, enum op_kind kind, xmlNode *before,
		     xmlNode *p)
{
	xmlNode *pi = pi_new(c, kind, 0);
	struct token *token;

	if (!pi)
		return VB_NOMEM;
	xmlAddPrevSibling(before, pi);
	if (c->tokens.n >= FILL_ENDS_MAX)
		return err_set(c->err, VB_LIMIT, "more than %d section tags",
			       FILL_ENDS_MAX);
	token = vec_push(&c->tokens);
	if (!token)
		return no_memory(c);
	token->kind = kind;
	token->is_inverted = tag->sigil == '^';
	token->is_else = tag->is_else;
	token->is_columns = tag->is_columns;
	token->name = tag->name;
	token->field = tag->field;
	token->pi = pi;
	token->p = p;
	token->partner = SIZE_MAX;
	token->only_tags = !words->has_objects && words->only_tags;
	token->at_start = tag->at_start;
	token->at_end = tag->at_end;
	return VB_OK;
}

int lexer_bound(struct compiler *c, const struct words *words,
		const struct tag *tag, xmlNode *before, xmlNode *p)
{
	enum op_kind kind = tag->sigil == '/' ? OP_END : OP_BEGIN;
	int rc = add_token(c, words, tag, kind, before, p);

	/* "else" ends one section and begins another */
	if (rc == VB_OK && tag->is_else)
		rc = add_token(c, words, tag, OP_END,
			       c->tokens.at[c->tokens.n - 1].pi, p);
	return rc;
}

void lexer_reverse(struct compiler *c, size_t from)
{
	struct token *tokens = c->tokens.at;
	size_t to = c->tokens.n;

	for (; from + 1 < to; from++, to--) {
		struct token token = tokens[from];

		tokens[from] = tokens[to - 1];
		tokens[to - 1] = token;
	}
}

/* ---- values ------------------------------------------------------------- */

/* A value: in its line, or as paragraphs when a long text stands alone. */
static int put_slot(struct compiler *c, const struct tag *tag, xmlNode *t,
		    xmlNode *p)
{
	xmlNode *run = t->parent;
	struct slot *slot = NULL;
	xmlNode *pi;
	int rc = slot_new(&slot, c, &tag->name, tag->field, t);

	if (rc || !slot)
		return rc;
	slot_styles(c, slot, tree_child(run, "rPr"));
	slot_leader(c, slot);
	slot->is_block = tag->is_block;
	filters_attach(slot, tag->chain);
	pi = pi_new(c, OP_SLOT, (size_t)(slot - c->tpl->slots.at));
	if (!pi)
		return VB_NOMEM;
	if (slot->is_block) {
		slot_open(c, slot, p);
		xmlAddPrevSibling(p, pi);
	} else {
		xmlAddPrevSibling(run, pi);
	}
	return VB_OK;
}

static int take_tag(struct compiler *c, struct words *words,
		    const struct tag *tag, xmlNode *p)
{
	xmlNode *t = runs_cut(words, tag);
	int rc = VB_OK;

	if (!t)
		return no_memory(c);
	if (tag->sigil == '!' || tag->sigil == '=')
		c->n_slots++;
	else if (tag->sigil)
		rc = lexer_bound(c, words, tag, t->parent, p);
	else
		rc = put_slot(c, tag, t, p);
	runs_remove(t);
	return rc;
}

/* ---- comments over paragraphs ------------------------------------------- */

/* The paragraph beside `p` that holds the end of a comment begun in it; NULL
 * when none does, or a section of pages ends in between. */
static xmlNode *find_end(struct compiler *c, struct words *words, xmlNode *p)
{
	xmlNode *node = p;

	if (c->open_ended == p->parent)
		return NULL;
	while (node && !tree_child(tree_child(node, "pPr"), "sectPr")) {
		node = node->next;
		if (!tree_is(node, "p"))
			continue;
		if (!runs_join(words, node))
			break;
		if (strstr(buf_cstr(&words->text), c->delims.close))
			return node;
	}
	/* the next one begun here ends nowhere either */
	c->open_ended = p->parent;
	return NULL;
}

/* Takes away what a comment holds of the paragraphs behind its first one. */
static int take_comment(struct compiler *c, struct words *words, xmlNode *p,
			bool *found)
{
	struct tag rest = {0};
	xmlNode *end = find_end(c, words, p);
	xmlNode *t;

	*found = end != NULL;
	if (!end)
		return buf_ok(&words->text) ? VB_OK : no_memory(c);
	rest.end = (size_t)(strstr(buf_cstr(&words->text), c->delims.close) -
			    buf_cstr(&words->text)) +
		   strlen(c->delims.close);
	while (p->next != end)
		tree_remove(p->next);
	t = runs_cut(words, &rest);
	if (!t)
		return no_memory(c);
	runs_remove(t);
	if (rest.end == words->text.size && !words->has_objects)
		tree_remove(end);
	return VB_OK;
}

static int close_comment(struct compiler *c, struct words *words, xmlNode *p)
{
	bool found;
	int rc = take_comment(c, words, p, &found);

	if (rc == VB_OK && !found)
		faults_add(c, "bad-tag", VB_SEVERE, p, NULL,
			   "a comment is begun with '%s!' and not ended with "
			   "'%s'",
			   c->delims.open, c->delims.close);
	return rc;
}

/* ---- paragraphs --------------------------------------------------------- */

/* A block element beside the paragraph, so that it may go. */
static bool has_neighbour(const xmlNode *p)
{
	const xmlNode *node;

	for (node = p->parent->children; node; node = node->next)
		if (node != p && tree_is(node, "p"))
			return true;
	return false;
}

/* A row of a table that has others, all of it comments. */
static xmlNode *silent_row(const xmlNode *p)
{
	xmlNode *row = tree_above(p, "tr");
	const xmlNode *other = row ? row->parent->children : NULL;
	xmlNode *node = row;

	while (other && (other == row || !tree_is(other, "tr")))
		other = other->next;
	while (node && (node = tree_next(row, node, false)))
		if (node->type == XML_PI_NODE || tree_is(node, "drawing") ||
		    tree_is(node, "pict") || tree_is(node, "t"))
			return NULL;
	return other ? row : NULL;
}

static bool is_alone(const struct words *words)
{
	const struct tag *tag = words->tags.at;

	return words->tags.n == 1 && !words->has_objects && tag->at_start &&
	       tag->at_end && !tag->is_bad;
}

/* What goes of a paragraph whose tags have been taken: itself, its row, or
 * nothing. */
static xmlNode *leaver(const struct words *words, xmlNode *p)
{
	if (words->tags.n == 0)
		return NULL;
	if (words->tags.at[0].is_block)
		return p;
	if (words->has_objects || !words->only_silent)
		return NULL;
	return has_neighbour(p) ? p : silent_row(p);
}

static int take_tags(struct compiler *c, struct words *words, xmlNode *p)
{
	size_t n_tokens = c->tokens.n;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < words->tags.n; i++)
		words->tags.at[i].is_bad = !tags_check(c, &words->tags.at[i],
						       p);
	if (is_alone(words))
		words->tags.at[0].is_block =
			!words->tags.at[0].sigil && words->tags.at[0].field &&
			words->tags.at[0].field->type == FIELD_LONGTEXT &&
			!(words->tags.at[0].chain &&
			  words->tags.at[0].chain->n);
	/* from the right, so that what is left of a tag stays in place */
	for (i = words->tags.n; i-- > 0 && rc == VB_OK;)
		if (!words->tags.at[i].is_bad)
			rc = take_tag(c, words, &words->tags.at[i], p);
	lexer_reverse(c, n_tokens);
	return rc;
}

/* The tags of one paragraph; *gone is what goes with them. */
static int take_paragraph(struct compiler *c, struct words *words, xmlNode *p,
			  xmlNode **gone)
{
	bool is_open;
	int rc;

	*gone = NULL;
	if (!runs_join(words, p) || !tags_find(c, words, p))
		return no_memory(c);
	is_open = words->tags.n && words->tags.at[words->tags.n - 1].is_open;
	rc = take_tags(c, words, p);
	if (rc == VB_OK)
		*gone = leaver(words, p);
	return rc == VB_OK && is_open ? close_comment(c, words, p) : rc;
}

/* Other marks hold in what set them: the part, or the partial in it. */
static void enter(struct compiler *c, size_t *inside, const xmlNode *p)
{
	size_t origin = faults_origin(p);

	if (origin == *inside)
		return;
	c->origins.at[*inside].delims = c->delims;
	c->delims = c->origins.at[origin].delims;
	*inside = origin;
}

int lexer_pass(struct compiler *c)
{
	struct words words = {0};
	size_t inside = 0;
	xmlNode *top = (xmlNode *)c->doc;
	xmlNode *node = xmlDocGetRootElement(c->doc);
	int rc = VB_OK;

	tags_default(&c->delims);
	while (node && rc == VB_OK) {
		xmlNode *gone = NULL;

		if (tree_is(node, "p"))
			enter(c, &inside, node);
		if (tree_is(node, "p"))
			rc = take_paragraph(c, &words, node, &gone);
		node = tree_next(top, gone ? gone : node, gone != NULL);
		if (gone)
			tree_remove(gone);
	}
	runs_release(&words);
	return rc;
}
