/*
 * encoding.h - bytes of an input file to UTF-8, once, at the edge.
 *
 * For whole files (CSV, XML) only; text inside Word documents that was typed
 * with legacy fonts is another matter and never comes here.
 */
#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H

#include "vanban.h"

/*
 * Gives the text as UTF-8 without byte order mark.
 *
 * `charset` NULL: a byte order mark of UTF-8 or UTF-16 decides, else the data
 * must be valid UTF-8; when not, the error (VB_IO) says at which byte and
 * which character sets can be named instead. Nothing is guessed: a wrong
 * guess turns into wrong letters.
 *
 * `charset` given: an iconv name ("TCVN5712-1", "VISCII", "CP1258",
 * "UTF-16LE"); a name the system does not know, or a byte the character set
 * has no character for, is VB_IO. The result is NFC, as CP1258 holds tones
 * as combining marks.
 */
int text_to_utf8(struct vb_blob *out, const void *data, size_t size,
		 const char *charset, struct vb_error *err);

#endif
