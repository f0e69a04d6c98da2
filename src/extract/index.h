/*
 * index.h - what reading documents makes of a form, once for all of them and
 * for all threads.
 */
#ifndef EXTRACT_INDEX_H
#define EXTRACT_INDEX_H

#include "extract/anchor_pairs.h"
#include "extract/anchor_topic.h"
#include "extract/aside.h"
#include "extract/counted.h"
#include "extract/levels.h"
#include "extract/said.h"

struct extract_index {
	struct level_names levels;
	struct counted counted;
	struct period period;
	struct anchor_page page; /* as read: no block is placed */
	struct topics topics;	 /* of its blocks */
	struct pairs pairs;	 /* likewise */
	struct once *said;	 /* a struct said_form: see index_said() */
};

/* The index of the form, which owns it. */
int index_of(const struct extract_index **out, const struct vb_form *form,
	     struct vb_error *err);
/* What the form says of its blanks, which a document full of marks does not
 * ask for. */
int index_said(const struct said_form **out, const struct extract_index *index,
	       struct vb_error *err);

#endif
