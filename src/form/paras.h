/*
 * paras.h - paragraphs of a long answer: their canonical form.
 *
 * Each paragraph is trimmed, neighbours of one style are one span, nothing is
 * empty but a paragraph between others. A line break inside a paragraph is
 * layout of the XML and one space; tabs stay. Addresses of links are ASCII,
 * and a link has no underline of its own: links are underlined.
 */
#ifndef FORM_PARAS_H
#define FORM_PARAS_H

#include "form/answers.h"

/* Both return -1 out of memory. The first may leave no paragraph. */
int paras_canonical(struct arena *arena, struct answer *answer);
/* VALUE_TEXT to VALUE_PARAS: one a line, empty lines are layout. The text
 * must not be blank. */
int paras_split(struct arena *arena, struct answer *answer);
/* VB_ANSWERS for an address that is none. */
int paras_check_links(const struct answer *answer, struct vb_error *err);
/* Two spans lead to the same place, or both nowhere. */
bool span_same_link(const struct answer_span *a, const struct answer_span *b);

#endif
