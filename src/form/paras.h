/*
 * paras.h - paragraphs of a long answer: their canonical form.
 *
 * Each paragraph is trimmed, neighbours of one style are one span, nothing is
 * empty but a paragraph between others. A line break inside a paragraph is
 * layout of the XML and one space; tabs stay.
 */
#ifndef FORM_PARAS_H
#define FORM_PARAS_H

#include "form/answers.h"

/* Both return -1 out of memory. The first may leave no paragraph. */
int paras_canonical(struct arena *arena, struct answer *answer);
/* VALUE_TEXT to VALUE_PARAS: one a line, empty lines are layout. The text
 * must not be blank. */
int paras_split(struct arena *arena, struct answer *answer);

#endif
