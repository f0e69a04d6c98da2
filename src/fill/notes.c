/*
 * notes.c - footnotes, endnotes and comments whose reference a section holds.
 *
 * Their words stand in a part of their own, but belong where the reference
 * is: each time it is written, the words are too, with the values of its item
 * and a number of their own (docx4j: a number that stands twice keeps Word
 * from opening the file). What no reference calls is not written.
 *
 * LibreOffice 7.4 takes no notice of a note's number: the n-th reference gets
 * the note with the n-th lowest one. So when one note comes, goes or repeats,
 * all of its kind are numbered in the order of their references, with no gap.
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
	if (kind != KIND_COMMENT && walk->at.depth)
		c->moves_notes[kind] = true;
	call = vec_push(&c->calls);
	if (!call)
		return tidy_no_memory(c);
	c->calls_sorted = false;
	call->kind = kind;
	call->copy = SIZE_MAX;
	call->reference = node;
	call->spot = walk_keep(walk);
	call->id = arena_str(&c->tpl->arena, tree_attr(node, "id"));
	return call->spot && call->id ? VB_OK : tidy_no_memory(c);
}

bool notes_move(const struct compiler *c)
{
	return c->moves_notes[0] || c->moves_notes[1];
}

bool notes_is_numbered(const xmlNode *node)
{
	const char *type = tree_attr(node, "type");

	return (tree_is(node, "footnote") || tree_is(node, "endnote")) &&
	       (!*type || strcmp(type, "normal") == 0);
}

/* Calls of notes that stay as they are need not be known. */
static void forget_fixed(struct compiler *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->calls.n; i++) {
		const struct call *call = &c->calls.at[i];
		bool moves = call->kind == KIND_COMMENT
				     ? notes_move(c)
				     : c->moves_notes[call->kind];

		if (moves || !call->spot || call->spot->depth)
			c->calls.at[n++] = *call;
	}
	c->calls.n = n;
}

static bool settle_call(struct compiler *c, struct call *call,
			const struct call *before)
{
	xmlNode *node = call->reference;

	call->reference = NULL;
	/* the copy of a comment is made with its range: pairs.c */
	if (!node || call->kind == KIND_COMMENT)
		return true;
	/* a note called from two places is written at both */
	call->copy = before && compare_calls(before, call) == 0
			     ? before->copy
			     : note_copy(c, call->kind);
	c->n_slots++;
	return call->copy != SIZE_MAX &&
	       hole_before(c, node, OP_COPY, call->copy) &&
	       hole_set(node, "id", OP_NUMBER, call->copy);
}

int notes_settle(struct compiler *c)
{
	size_t i;

	forget_fixed(c);
	if (c->calls.n && !c->calls_sorted)
		qsort(c->calls.at, c->calls.n, sizeof(*c->calls.at),
		      compare_calls);
	c->calls_sorted = true;
	for (i = 0; i < c->calls.n; i++)
		if (!settle_call(c, &c->calls.at[i],
				 i ? &c->calls.at[i - 1] : NULL))
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
		if (!call && !(kind != KIND_COMMENT && c->moves_notes[kind] &&
			       notes_is_numbered(note)))
			continue;
		n++;
		if (!call || call->is_gone)
			tree_remove(note);
		else if (call->copy != SIZE_MAX && !enclose(c, note, call))
			return tidy_no_memory(c);
	}
	if (n == 0)
		return VB_OK;
	c->n_slots += n;
	end = pi_new(c, OP_TAIL, KINDS[kind].tail);
	if (!end)
		return tidy_no_memory(c);
	xmlAddChild(root, end);
	return VB_OK;
}
