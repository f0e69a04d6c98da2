/*
 * answers_build.h - the parts of reading answers XML.
 *
 * answers_xml.c turns the stream into a small tree for each child of the
 * root or of <base> (memory is bounded by the largest field);
 * answers_build.c gives such a tree its place and tells the faults;
 * answers_shape.c reads its value.
 */
#ifndef FORM_ANSWERS_BUILD_H
#define FORM_ANSWERS_BUILD_H

#include "form/answers.h"

enum {
	/* Nesting of elements: groups in each other, in the innermost one a
	 * paragraph of three styles; it bounds the recursion. */
	ANSWERS_XML_DEPTH_MAX = ANSWERS_DEPTH_MAX + 8,
	/* Different repeats of one group; it bounds the search for one. */
	ANSWERS_REPEATS_MAX = 256
};

struct elem {
	const char *name;  /* NULL: text */
	const char *level; /* NULL without */
	const char *href;  /* of <a>, NULL without */
	const char *text;
	size_t size;
	int line;
	struct elem *parent, *first, *last, *next;
};

enum shape {
	SHAPE_TEXT,
	SHAPE_PARAS,  /* <p> */
	SHAPE_INLINE, /* words with <b> <i> <u> <a> among them */
	SHAPE_DOCREF,
	SHAPE_FILES,
	SHAPE_ROW,
	SHAPE_MIXED /* none of these */
};

bool elem_has_children(const struct elem *elem);
/* What an element is by its children alone. */
enum shape elem_shape(const struct elem *elem);
/* Whether it can be a value of the field; may settle a doubtful shape. */
bool elem_shape_fits(const struct field *field, const struct elem *elem,
		     enum shape *shape);
/* What has no place in a value. */
enum elem_fault {
	ELEM_GOOD,
	ELEM_NO_STYLE, /* in words: not <b>, <i>, <u> or <a> */
	ELEM_TWICE,    /* a part of a reference */
	ELEM_LINK,     /* <a> in <a> or without words or href */
	ELEM_PAGE      /* <pagebreak/> with words, or not between two <p> */
};

/* Copies the value, not yet canonical. Returns an enum elem_fault, -1 out of
 * memory. */
int elem_read(struct arena *arena, struct answer *answer,
	      const struct elem *elem, enum shape shape);

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
