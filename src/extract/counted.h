/*
 * counted.h - what a form counts, "lớp", "giáo viên": the units of its blanks
 * for counts, as words.
 */
#ifndef EXTRACT_COUNTED_H
#define EXTRACT_COUNTED_H

#include "form/form.h"
#include "text/token.h"

enum {
	COUNTED_MAX = 32 /* units of a form; more are not read */
};

struct counted {
	struct tokens at[COUNTED_MAX];
	size_t n;
};

/* False out of memory; to be released then too. */
bool counted_read(struct counted *counted, const struct vb_form *form);
void counted_release(struct counted *counted);
/* The first of some tokens are one of the units. */
bool counted_begins(const struct counted *counted, const struct token *tokens,
		    size_t room);

#endif
