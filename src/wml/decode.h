/*
 * decode.h - words typed with TCVN3 or VNI fonts become Unicode in a story
 * that was read, with every place in it moved along.
 */
#ifndef WML_DECODE_H
#define WML_DECODE_H

#include "wml/reader.h"

/* Decodes the paragraphs whose words say that they need it (text/legacy.h);
 * spans, deletions and marks keep the words they stood at. */
int wml_decode(struct wml_story *story, struct vb_error *err);

#endif
