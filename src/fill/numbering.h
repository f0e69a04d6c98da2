/*
 * numbering.h - the lists of a template, shared by
 *
 *	numbering.c        which paragraphs of a part are in which list, and
 *	                   which lists begin anew
 *	numbering_part.c   styles and definitions: which list a paragraph is in
 *	                   by its style, and what a new w:num holds
 */
#ifndef FILL_NUMBERING_H
#define FILL_NUMBERING_H

#include "fill/tidy.h"

enum {
	NUMBERING_LEVELS = 9,	   /* 17.9.6 */
	NUMBERING_STYLES_DEEP = 20 /* of w:basedOn */
};

/* A paragraph style. */
struct list_style {
	const char *id, *based_on;
	xmlNode *ppr;
	/* Its list, once asked for. */
	bool is_known;
	const char *num;   /* NULL: none */
	const char *level; /* of w:numPr, or NULL */
	int linked;	   /* the level of the list that names it, or -1 */
};

/* Styles and definitions of a package; trees are read once. */
struct numbering {
	const struct opc *opc;
	const struct opc_part *part; /* NULL: no lists */
	xmlDoc *styles, *doc;	     /* once loaded */
	struct {
		VEC(struct list_style);
	} by_id;
	const char *default_style; /* or "" */
};

/* Which list a paragraph is in. */
struct membership {
	const char *num; /* w:numId, borrowed; "0" none */
	int level;
	bool by_style;
};

/* Reads the two parts, the first time. */
int numbering_load(struct compiler *c);
/* False when the paragraph is in no list. */
bool numbering_member(struct membership *out, struct numbering *n,
		      const xmlNode *p);
/* Gives a paragraph in a list by its style the list itself, and the indents
 * of its style, that would give way to those of the list; false out of
 * memory. */
bool numbering_own(struct numbering *n, xmlNode *p,
		   const struct membership *member);
/* What a new w:num of that list holds, to begin anew from a level on; empty
 * when the definition cannot be found. */
struct span numbering_pattern(struct compiler *c, const char *num, int from);
#endif
