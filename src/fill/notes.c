/*
 * notes.c - footnotes, endnotes and comments whose reference a section holds.
 *
 * Their words stand in a part of their own, but belong where the reference
 * is: each time it is written, the words are too, with the values of its item
 * and a number of their own (docx4j: a number that stands twice keeps Word
 * from opening the file). What no reference calls is not written.
 */
#include "fill/tidy.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *part, *note, *reference;
	enum serial serial;
	enum tail tail;
} KINDS[] = {
	{"footnotes", "footnote", "footnoteReference", SERIAL_FOOTNOTE,
	 TAIL_FOOTNOTES},
	{"endnotes", "endnote", "endnoteReference", SERIAL_ENDNOTE,
	 TAIL_ENDNOTES},
	{"comments", "comment", "commentReference", SERIAL_COMMENT,
	 TAIL_COMMENTS},
};

enum {
	N_KINDS = sizeof(KINDS) / sizeof(KINDS[0]),
	KIND_COMMENT = 2
};

static int kind_of(const xmlNode *node, bool is_reference)
{
	int i;

	for (i = 0; i < N_KINDS; i++)
		if (tree_is(node,
			    is_reference ? KINDS[i].reference : KINDS[i].note))
			return i;
	return -1;
}

bool notes_is_note(const xmlNode *node)
{
	int kind = kind_of(node, false);

	return kind >= 0 && tree_is(node->parent, KINDS[kind].part);
}

static int compare_calls(const void *a, const void *b)
{
	const struct call *x = a, *y = b;

	return x->kind != y->kind ? x->kind - y->kind : strcmp(x->id, y->id);
}

static struct call *find(struct compiler *c, int kind, const char *id)
{
	struct call key = {.kind = kind, .id = id};

	if (!c->calls.n)
		return NULL;
	if (!c->calls_sorted)
		qsort(c->calls.at, c->calls.n, sizeof(*c->calls.at),
		      compare_calls);
	c->calls_sorted = true;
	return bsearch(&key, c->calls.at, c->calls.n, sizeof(*c->calls.at),
		       compare_calls);
}

static size_t note_copy(struct compiler *c, int kind)
{
	size_t copy = copy_new(c, KINDS[kind].serial, NULL, NULL);

	if (copy != SIZE_MAX) {
		c->tpl->copies.at[copy].is_note = true;
		c->tpl->copies.at[copy].tail = KINDS[kind].tail;
	}
	return copy;
}

int notes_call(struct walk *walk, xmlNode *node)
{
	struct compiler *c = walk->c;
	int kind = kind_of(node, true);
	struct call *call;

	if (kind < 0)
		return VB_OK;
	call = vec_push(&c->calls);
	if (!call)
		return tidy_no_memory(c);
	c->calls_sorted = false;
	call->kind = kind;
	call->copy = SIZE_MAX;
	call->spot = walk_keep(walk);
	call->id = arena_str(&c->tpl->arena, tree_attr(node, "id"));
	if (!call->spot || !call->id)
		return tidy_no_memory(c);
	/* the copy of a comment is made with its range: pairs.c */
	if (kind == KIND_COMMENT)
		return VB_OK;
	call->copy = note_copy(c, kind);
	if (call->copy == SIZE_MAX ||
	    !hole_before(c, node, OP_COPY, call->copy) ||
	    !hole_set(node, "id", OP_NUMBER, call->copy))
		return tidy_no_memory(c);
	return VB_OK;
}

size_t notes_comment(struct compiler *c, const char *id)
{
	struct call *call = find(c, KIND_COMMENT, id);

	if (!call)
		return SIZE_MAX;
	if (call->copy == SIZE_MAX)
		call->copy = note_copy(c, KIND_COMMENT);
	return call->copy;
}

int notes_drop(struct compiler *c, const char *id)
{
	struct call *call = find(c, KIND_COMMENT, id);

	if (!call) {
		/* the reference stands outside, a foot of its range inside */
		call = vec_push(&c->calls);
		if (!call)
			return VB_NOMEM;
		call->kind = KIND_COMMENT;
		call->id = id;
		c->calls_sorted = false;
	}
	call->copy = SIZE_MAX;
	call->is_gone = true;
	return VB_OK;
}

const struct spot *notes_spot(const struct compiler *c, const xmlNode *note)
{
	/* sorts what it looks in, as a cache would be filled */
	const struct call *call = find((struct compiler *)c,
				       kind_of(note, false),
				       tree_attr(note, "id"));

	return call ? call->spot : NULL;
}

/* Bounds around one note; what is called stands only where it is called. */
static bool enclose(struct compiler *c, xmlNode *note, const struct call *call)
{
	xmlNode *end = pi_new(c, OP_NOTE_END, call->copy);

	if (!end)
		return false;
	xmlAddNextSibling(note, end);
	return hole_before(c, note, OP_NOTE, call->copy) &&
	       hole_set(note, "id", OP_NUMBER, call->copy);
}

int notes_pass(struct compiler *c)
{
	xmlNode *root = xmlDocGetRootElement(c->doc);
	xmlNode *note = root->children, *next, *end;
	size_t n = 0;
	int kind = 0;

	while (kind < N_KINDS && !tree_is(root, KINDS[kind].part))
		kind++;
	for (; kind < N_KINDS && note; note = next) {
		const struct call *call = NULL;

		next = note->next;
		if (tree_is(note, KINDS[kind].note))
			call = find(c, kind, tree_attr(note, "id"));
		if (!call)
			continue;
		n++;
		if (call->is_gone)
			tree_remove(note);
		else if (call->copy != SIZE_MAX && !enclose(c, note, call))
			return VB_NOMEM;
	}
	if (n == 0)
		return VB_OK;
	c->n_slots += n;
	end = pi_new(c, OP_TAIL, KINDS[kind].tail);
	if (!end)
		return VB_NOMEM;
	xmlAddChild(root, end);
	return VB_OK;
}
