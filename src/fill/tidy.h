/*
 * tidy.h - shared by the passes that keep every output valid whatever the
 * answers are.
 *
 *	tidy.c       the order of the passes; what is dropped before all
 *	walk.c       a tree with the sections around each node
 *	ids.c        numbers and names inside what is repeated
 *	pairs.c      marks with two feet: bookmarks, comments, permissions
 *	notes.c      footnotes, endnotes and comments that a section holds
 *	numbering.c  lists that begin anew with each item
 *	breaks.c     section properties that a condition would take along
 *	merges.c     merged cells that begin in a repeated row
 *	alike.c      cells merged with the one above when they are alike
 *	guards.c     containers that a section may leave empty
 *	fields.c     tables of contents, to be made anew
 */
#ifndef FILL_TIDY_H
#define FILL_TIDY_H

#include "fill/compile.h"

/* The sections around a node, outermost first. */
struct spot {
	int depth, loops; /* all of them; those that repeat */
	size_t sections[FILL_DEPTH_MAX + 1];
};

struct walk {
	struct compiler *c;
	struct spot at;
	int base;		 /* sections around a whole note */
	const struct spot *kept; /* a copy of `at`, or NULL */
	void *payload;
	int (*visit)(struct walk *walk, xmlNode *node);
};

/* Visits every element and processing instruction of the part in order. */
int walk_tree(struct walk *walk);
/* A copy of the spot that lives as long as the template; NULL out of memory. */
const struct spot *walk_keep(struct walk *walk);
bool walk_same(const struct spot *a, const struct spot *b);
/* True when `inner` is in the same item as `outer`, or below it. */
bool walk_within(const struct spot *inner, const struct spot *outer);
bool walk_repeats(const struct compiler *c, size_t section);

/* A new entry of tpl->copies; SIZE_MAX out of memory. */
size_t copy_new(struct compiler *c, enum serial serial, const char *name,
		const char *stem);
/* Puts "K N" into an attribute that is there; false out of memory. */
bool hole_set(xmlNode *node, const char *attr, enum op_kind kind, size_t n);
/* The same with words before and behind. */
bool hole_put(xmlNode *node, const char *attr, const char *before,
	      enum op_kind kind, size_t n, const char *behind);
/* Puts <?vb K N?> before a node; false out of memory. */
bool hole_before(struct compiler *c, xmlNode *node, enum op_kind kind,
		 size_t n);
/* A child of w:pPr, in the order the schema asks for; NULL out of memory. */
xmlNode *tidy_ppr_child(xmlNode *ppr, const char *name);
int tidy_no_memory(struct compiler *c);

/* ---- ids.c -------------------------------------------------------------- */

/* Notes the number of an element that has one in its family; false out of
 * memory. */
bool ids_collect(struct numbers used[SERIAL_N], const xmlNode *node);
/* w:ins, w:del and all that is numbered like them, each on its own. */
bool ids_is_revision(const xmlNode *node);
/* The number at the end of a name, "" without one. */
const char *ids_digits(const char *text);
/* Takes the attributes of a namespace away. */
void ids_drop(xmlNode *node, const char *ns);
/* Drops what editors use among themselves (w14:paraId, wp14:anchorId);
 * true for an element that may carry such ids. */
bool ids_drop_private(xmlNode *node);
/* An attribute of the office namespace of VML, "" when absent. */
const char *ids_office(const xmlNode *node, const char *name);

/* ---- pairs.c ------------------------------------------------------------ */

struct pairs;

int pairs_new(struct pairs **out, struct compiler *c);
void pairs_free(struct pairs *pairs);
/* Notes a mark with two feet, or one that names a bookmark. */
int pairs_visit(struct pairs *pairs, struct walk *walk, xmlNode *node);
/* Gives each pair that is repeated a number and a name of its own. */
int pairs_settle(struct pairs *pairs);

/* ---- notes.c ------------------------------------------------------------ */

/* Keeps in mind what references call. */
int notes_call(struct walk *walk, xmlNode *reference);
/* All of a part are known: when a section holds one, all notes of its kind
 * are numbered anew, in the order of their references. */
int notes_settle(struct compiler *c);
/* True when a kind of notes is numbered anew. */
bool notes_move(const struct compiler *c);
/* A note proper, none of the lines above notes. */
bool notes_is_numbered(const xmlNode *node);
/* The copy of a comment that a section holds; SIZE_MAX out of memory. */
size_t notes_comment(struct compiler *c, const char *id);
/* A comment that goes for good: its marks cannot be repeated. */
int notes_drop(struct compiler *c, const char *id);
/* The sections around the reference of a note; NULL when it has none. */
const struct spot *notes_spot(const struct compiler *c, const xmlNode *note);
bool notes_is_note(const xmlNode *node);
/* Puts bounds around the notes of this part that references call. */
int notes_pass(struct compiler *c);

/* The spacing of a line one point high, for a break; false out of memory. */
bool breaks_thin(xmlNode *ppr);
/* True for what stands behind w:updateFields in the settings. */
bool fields_is_behind(const xmlNode *node);

/* ---- the passes --------------------------------------------------------- */

int ids_pass(struct compiler *c);
int numbering_pass(struct compiler *c);
int breaks_pass(struct compiler *c);
int merges_pass(struct compiler *c);
int alike_pass(struct compiler *c);
int guards_pass(struct compiler *c);
int fields_pass(struct compiler *c);

#endif
