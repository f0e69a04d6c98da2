/*
 * write.h - shared by the files that write the XML of one slot.
 *
 *	write.c           words and paragraphs
 *	write_link.c      runs, and the links among them
 *	write_control.c   the marks around them
 *	write_image.c     pictures
 */
#ifndef FILL_WRITE_H
#define FILL_WRITE_H

#include "fill/render.h"

#define ADD(out, literal) buf_add(out, literal, sizeof(literal) - 1)

static inline void write_span(struct buf *out, const struct span *span)
{
	if (span->size)
		buf_add(out, span->at, span->size);
}

void write_number(struct buf *out, uint32_t number);

/* ---- write_control.c ---------------------------------------------------- */

bool write_bookmark_open(struct renderer *r, const struct slot *slot,
			 bool is_last, uint32_t *id);
void write_bookmark_close(struct renderer *r, uint32_t id);

/* The control's properties up to and with w:showingPlcHdr ... */
void write_control_open(struct renderer *r, const struct slot *slot,
			bool is_blank);
/* ... the others, and the start of its content. `answer` is NULL when it
 * shows its blank. */
void write_control_kind(struct renderer *r, const struct slot *slot,
			const struct answer *answer, bool is_rich);
void write_control_close(struct renderer *r);

/* The item of a list that an answer means, NULL when there is none, and tells
 * when the list takes no other. */
const struct control_item *write_item(struct renderer *r,
				      const struct slot *slot,
				      const struct answer *answer);

/* ---- write_link.c ------------------------------------------------------- */

/* The words of a paragraph, its links, and what is bold. */
int write_spans(struct renderer *r, const struct slot *slot,
		const struct answer *answer, const struct answer_para *para);
/* Paragraphs with more than words: links, bold, a page begun. */
bool write_has_style(const struct answer *answer);
/* A run; tabs and newlines are elements of their own (17.3.3). */
void write_run(struct buf *out, const struct span *rpr, const char *text,
	       size_t size);

/* ---- write_image.c ------------------------------------------------------ */

/* The name of the file of a slot that shows a picture, NULL for words; also
 * when there is no such file. */
const char *write_image_name(const struct renderer *r, const struct slot *slot,
			     const struct answer *answer);
/* Tells when there is no such file. */
void write_image_check(struct renderer *r, const struct slot *slot,
		       const struct answer *answer);
/* A run with the picture. */
int write_image(struct renderer *r, const struct slot *slot,
		const struct answer *answer);

#endif
