/*
 * answers_build.h - the two halves of reading answers XML.
 *
 * answers_xml.c turns the stream into a small tree for each child of the
 * root or of <base> (memory is bounded by the largest field);
 * answers_build.c turns such a tree into an entry and tells the faults.
 */
#ifndef FORM_ANSWERS_BUILD_H
#define FORM_ANSWERS_BUILD_H

#include "form/answers.h"

enum {
	/* Nesting of elements: a row in a row with a paragraph of three
	 * styles is 8 deep; it bounds the recursion. */
	ANSWERS_XML_DEPTH_MAX = 16,
	/* Different repeats of one group; it bounds the search for one. */
	ANSWERS_REPEATS_MAX = 256
};

struct elem {
	const char *name;  /* NULL: text */
	const char *level; /* NULL without */
	const char *text;
	size_t size;
	int line;
	struct elem *parent, *first, *last, *next;
};

/* The repeats already met in a group: indexes into it. */
struct repeats {
	VEC(size_t);
};

struct build {
	struct vb_answers *answers;
	const struct vb_sink *sink; /* may be NULL */
	struct vb_error *err;
	size_t n_items;
	bool is_faulty;
	struct repeats top, base;
};

/* Adds one child of the root (or of <base>). VB_OK also for a fault, which
 * is told and noted in is_faulty; else VB_NOMEM or VB_LIMIT. */
int build_take(struct build *build, const struct elem *elem, bool is_base);

/* Tells a fault: a finding, and the error when it is the first. */
void build_fault(struct build *build, const char *rule, const char *field,
		 const char *level, int row, int line, const char *fmt, ...)
	__attribute__((format(printf, 7, 8)));

/* After the last child: order and duplicates. VB_ANSWERS after a fault. */
int build_finish(struct build *build);

void build_release(struct build *build);

#endif
