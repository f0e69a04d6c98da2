/*
 * fold.h - text as it is compared: what two readers would call the same
 * words becomes the same bytes. For comparing only; never shown or stored.
 *
 * The folded text is lower case; a tone stands behind its syllable as a
 * combining mark, so that its place does not count (QD 1989/QD-BGDDT gives
 * one, people use two); final y of an open syllable is i (ky, ki; quy, qui);
 * hats typed before or behind the tone are one (norm.h); look-alikes are one
 * letter (U+00D0 and U+0189 for U+0110, Cyrillic and Greek letters that
 * look Latin, fullwidth forms); every run of spaces is one, none at the ends;
 * zero-width characters and soft hyphens are gone; all dashes are '-', double
 * quotes '"', single ones '\''; leaders ("....", U+2026, "___") are a space.
 * Legacy text has to be decoded before (legacy.h).
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "text/map.h"
#include "util/buf.h"

/* Appends the folded text. Out of memory makes the buffer fail. */
void text_fold(struct buf *out, const char *text, size_t size);

/*
 * The same; `map` (may be NULL) tells for a byte of what was appended where
 * it came from. A tone mark comes from the end of its syllable, so that a
 * range of whole words maps to the words. With `leaders` each leader is one
 * U+2026 instead of a space.
 */
void text_fold_map(struct buf *out, struct text_map *map, const char *text,
		   size_t size, bool leaders);

/* True when both fold to the same. False when out of memory. */
bool text_fold_same(const char *a, size_t na, const char *b, size_t nb);

#endif
