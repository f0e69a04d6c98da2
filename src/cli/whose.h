/*
 * whose.h - the units of the documents of one run: found by a list, and named
 * when two documents are of one.
 */
#ifndef CLI_WHOSE_H
#define CLI_WHOSE_H

#include "util/vec.h"
#include "vanban.h"

struct whose_seen {
	char *code, *path;
};

struct whose {
	struct vb_units *units; /* NULL without a list */
	struct vb_finder *finder;
	struct {
		VEC(struct whose_seen);
	} seen; /* by code, without regard to case */
};

/* `list` is a CSV or NULL. */
int whose_open(struct whose *whose, const char *list, struct vb_error *err);
/* Finds the unit of a reading; findings are the reading's. `path` must outlive
 * it. */
int whose_take(struct whose *whose, struct vb_reading *reading,
	       const char *path, struct vb_error *err);
void whose_release(struct whose *whose);

#endif
