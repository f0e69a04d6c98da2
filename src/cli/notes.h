/*
 * notes.h - findings kept, to be written as JSON or put into a document.
 *
 * The strings of a finding live for one call; here they are copied.
 */
#ifndef CLI_NOTES_H
#define CLI_NOTES_H

#include "cli/msg.h"
#include "util/arena.h"
#include "util/vec.h"

enum {
	/* As many as a document has findings, or may have comments. */
	NOTES_MAX = 10000
};

struct notes {
	struct arena arena;
	struct {
		VEC(struct vb_finding);
	} list;
	bool failed; /* out of memory */
};

/* Says a finding and keeps it. */
struct notes_tee {
	struct vb_sink say;
	struct notes *notes; /* NULL: not kept */
};

struct vb_sink notes_sink(struct notes_tee *tee);

/* Past NOTES_MAX nothing is kept. */
void notes_add(struct notes *notes, const struct vb_finding *finding);
/* Empty, ready for use again. */
void notes_clear(struct notes *notes);

/* One line of JSON on standard output: a file and its findings. */
int notes_print(const struct notes *notes, const char *file,
		struct vb_error *err);

#endif
