/* caps.h - text in capitals, as Word shows w:caps. */
#ifndef TEXT_CAPS_H
#define TEXT_CAPS_H

#include "util/buf.h"

/* Appends it with every letter in its capital, by Unicode's simple mapping:
 * no letter becomes two. */
void text_caps(struct buf *out, const char *text, size_t size);

#endif
