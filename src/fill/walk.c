/* walk.c - see tidy.h: the tree of a part, and the sections around. */
#include "fill/tidy.h"

#include "util/err.h"

#include <string.h>

bool walk_repeats(const struct compiler *c, size_t section)
{
	const struct section *s = &c->tpl->sections.at[section];

	if (s->is_inverted || s->name.kind == NAME_FIRST ||
	    s->name.kind == NAME_LAST)
		return false;
	return !s->field || s->field->type == FIELD_REPEAT;
}

static bool push(struct walk *walk, size_t n)
{
	struct spot *at = &walk->at;

	if (at->depth > FILL_DEPTH_MAX)
		return false;
	at->sections[at->depth++] = n;
	at->loops += walk_repeats(walk->c, n);
	walk->kept = NULL;
	return true;
}

/* False when the section that ends is not the innermost one. */
static bool pop(struct walk *walk, size_t n)
{
	struct spot *at = &walk->at;

	if (at->depth <= walk->base || at->sections[at->depth - 1] != n)
		return false;
	at->depth--;
	at->loops -= walk_repeats(walk->c, n);
	walk->kept = NULL;
	return true;
}

static int step(struct walk *walk, const xmlNode *pi)
{
	enum op_kind kind;
	size_t n;
	bool good = true;

	if (!pi_parse(pi, &kind, &n))
		return VB_OK;
	if (kind == OP_BEGIN)
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

/* The words of a note stand where its reference does. */
static void enter_note(struct walk *walk, const xmlNode *note)
{
	const struct spot *spot = notes_spot(walk->c, note);

	memset(&walk->at, 0, sizeof(walk->at));
	if (spot)
		walk->at = *spot;
	walk->base = walk->at.depth;
	walk->kept = NULL;
}

int walk_tree(struct walk *walk)
{
	xmlNode *top = (xmlNode *)walk->c->doc;
	xmlNode *node = xmlDocGetRootElement(walk->c->doc);
	int rc = VB_OK;

	memset(&walk->at, 0, sizeof(walk->at));
	walk->base = 0;
	walk->kept = NULL;
	for (; node && rc == VB_OK; node = tree_next(top, node, false)) {
		if (node->type == XML_PI_NODE)
			rc = step(walk, node);
		else if (node->type != XML_ELEMENT_NODE)
			continue;
		else if (notes_is_note(node))
			enter_note(walk, node);
		if (rc == VB_OK)
			rc = walk->visit(walk, node);
	}
	return rc;
}

const struct spot *walk_keep(struct walk *walk)
{
	struct spot *kept;

	if (walk->kept)
		return walk->kept;
	kept = arena_new(&walk->c->tpl->arena, struct spot);
	if (kept)
		*kept = walk->at;
	walk->kept = kept;
	return kept;
}

bool walk_within(const struct spot *inner, const struct spot *outer)
{
	return inner->depth >= outer->depth &&
	       memcmp(inner->sections, outer->sections,
		      (size_t)outer->depth * sizeof(*outer->sections)) == 0;
}

bool walk_same(const struct spot *a, const struct spot *b)
{
	return a->depth == b->depth && walk_within(a, b);
}
