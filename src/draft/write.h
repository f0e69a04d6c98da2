/* write.h - the XML of a draft: what write.c and write_head.c share. */
#ifndef DRAFT_WRITE_H
#define DRAFT_WRITE_H

#include "draft/draft.h"

enum {
	WRITE_LABEL_MAX = 64 /* characters Word allows in a control's title */
};

struct writer {
	const struct draft *d;
	struct buf xml;
	unsigned depth; /* of indentation */
};

void write_indent(struct writer *w);
/* ` name="value"` */
void write_attr(struct writer *w, const char *name, const char *value);
/* ` label="..."`, cut at a word to what a label may have. */
void write_label(struct writer *w, const char *label);
/* A line `<name>words</name>`; nothing when `words` is NULL. */
void write_words(struct writer *w, const char *name, const char *words);
/* A line with a comment; "--" cannot stand in one. */
void write_comment(struct writer *w, const char *before, const char *text);
void write_open(struct writer *w, const char *name);
void write_close(struct writer *w, const char *name);

/* write_head.c */
void write_head(struct writer *w);
void write_foot(struct writer *w);
const char *write_type(struct writer *w, char out[32]);

#endif
