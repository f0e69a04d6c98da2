/*
 * utf8.h - UTF-8: checking, walking, writing.
 *
 * Every function takes a pointer and a length in bytes; NULs are ordinary.
 * "Valid" is Unicode's table 3-7: shortest forms only, no surrogates,
 * nothing past U+10FFFF.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "util/buf.h"

/* What stands for a byte that is not UTF-8. */
#define UTF8_REPLACEMENT ((uint32_t)0xfffd)

/* True when all of it is UTF-8; otherwise `*bad` (may be NULL) is the offset
 * of the first byte of the first faulty sequence. */
bool utf8_valid(const char *text, size_t size, size_t *bad);

/*
 * The code point at `*pos`, which must be below `size`, and moves `*pos` past
 * it. An invalid or cut sequence gives UTF8_REPLACEMENT for its first byte
 * and moves by one, so that a walk always ends.
 */
uint32_t utf8_next(const char *text, size_t size, size_t *pos);

/* Appends one code point; surrogates and numbers past U+10FFFF become
 * UTF8_REPLACEMENT. */
void utf8_put(struct buf *out, uint32_t c);

/* Code points; an invalid byte counts as one. */
size_t utf8_length(const char *text, size_t size);

/*
 * Offset of the first byte of a character that XML 1.0 (2.2, Char) forbids:
 * C0 controls other than tab, line feed and carriage return, U+FFFE, U+FFFF,
 * or anything that is not UTF-8. `size` when there is none.
 */
size_t utf8_find_forbidden(const char *text, size_t size);

#endif
