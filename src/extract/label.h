/*
 * label.h - a label of several parts of different kinds, typed before the
 * words of a paragraph: "2a.", "1.b)", "II.3.", "a.1)", "3b.1 Nội dung".
 */
#ifndef EXTRACT_LABEL_H
#define EXTRACT_LABEL_H

#include <stdbool.h>
#include <stddef.h>

enum label_kind {
	LABEL_NONE,
	LABEL_ROMAN,
	LABEL_NUMBER,
	LABEL_LETTER
};

struct label {
	enum label_kind first, last; /* of its parts */
	unsigned parts;		     /* two or more, not all numbers */
	size_t end;		     /* bytes, with the sign that ends it */
};

/* Reads one at the beginning of a text, which goes on behind it. */
bool label_read(struct label *label, const char *text, size_t size);

#endif
