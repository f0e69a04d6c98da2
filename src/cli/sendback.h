/*
 * sendback.h - returned documents with Vietnamese comments at their faults,
 * in a folder, to be sent back to the units that mend them.
 *
 * A document without a fault has no copy there. It is named like the document
 * it is of, with ~2, ~3 ... when several have one name.
 */
#ifndef CLI_SENDBACK_H
#define CLI_SENDBACK_H

#include "cli/annotate.h"

struct sendback {
	const char *dir; /* NULL: nothing is sent back */
	struct {
		VEC(char *);
	} names; /* taken in the folder */
	size_t n;
};

enum cmd_exit sendback_open(struct sendback *back, const char *dir);

/* Writes the copy of one document, called `path`, that stands in `file`; says
 * what failed. */
enum cmd_exit sendback_take(struct sendback *back, const char *path,
			    const char *file, const struct vb_reading *reading);

void sendback_release(struct sendback *back);

#endif
