/*
 * numbering_impl.h - the tables behind numbering.h, private to
 *
 *	numbering.c        reads them from the part
 *	numbering_count.c  counts with them
 */
#ifndef WML_NUMBERING_IMPL_H
#define WML_NUMBERING_IMPL_H

#include "util/arena.h"
#include "util/vec.h"
#include "wml/numbering.h"
#include "wml/numformat.h"

enum {
	/* of one part; files that were edited for years have thousands */
	NUMBERING_LISTS_MAX = 100000
};

struct numbering_level {
	long start;
	enum numformat format;
	unsigned pad;  /* least digits, of a custom format; 0 usual */
	int restart;   /* w:lvlRestart, -1 unsaid */
	char suffix;   /* what stands behind it */
	bool is_legal; /* all counts in decimals */
	bool is_said;
	const char *text;  /* "%1.%2." */
	const char *style; /* the paragraph style tied to it */
	const char *font;
};

struct numbering_abstract {
	long id;
	const char *num_style; /* w:numStyleLink, "" */
	const char *style;     /* w:styleLink, "" */
	struct numbering_level *levels;
};

struct numbering_override {
	long start; /* -1 unsaid */
	const struct numbering_level *level;
};

struct numbering_num {
	long id, abstract;
	const struct numbering_abstract *list; /* NULL when absent */
	struct numbering_override *overrides;  /* by level, NULL without */
};

struct wml_numbering {
	struct arena arena;
	struct {
		VEC(struct numbering_abstract);
	} abstracts; /* by id */
	struct {
		VEC(struct numbering_num);
	} nums; /* by id */
};

/* NULL when there is none. */
const struct numbering_num *
numbering_find(const struct wml_numbering *numbering, int num_id);

#endif
