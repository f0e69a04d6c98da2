/*
 * annotate.h - findings as Word comments in a copy of their document, so that
 * whoever made it can mend it in Word.
 */
#ifndef CLI_ANNOTATE_H
#define CLI_ANNOTATE_H

#include "cli/cmd.h"
#include "cli/notes.h"
#include "util/buf.h"

/* A sentence on a finding in Vietnamese, with its figures; the library's own
 * where there is none. */
void annotate_vietnamese(struct buf *out, const struct vb_finding *finding);

/* What is to be written. `min`: notes are left out of the document of others.
 */
struct annotate {
	const char *in, *out;
	bool is_vietnamese; /* whatever the language of messages is */
	enum vb_severity min;
	/* Its labels stand for ids: who made the document knows no ids. */
	const struct vb_form *form; /* or NULL */
};

/* How many findings would be told in it. */
size_t annotate_count(const struct annotate *what, const struct notes *notes);

/* Writes the copy; says what failed. */
enum cmd_exit annotate_write(const struct annotate *what,
			     const struct notes *notes);

#endif
