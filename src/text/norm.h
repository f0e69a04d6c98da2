/*
 * norm.h - Vietnamese text in one form: Unicode NFC, and equality of text as
 * a reader sees it.
 *
 * Text without combining marks (U+0300..U+037F) is taken as NFC as it stands,
 * so that plain documents cost one scan; that holds for Vietnamese and every
 * other Latin text. Around a mark the word is composed by utf8proc, with one
 * repair that NFC does not know: a tone typed before the circumflex or breve
 * (e U+0301 U+0302, or U+00E9 U+0302) is put behind it and gives U+1EBF. The
 * horn may stand anywhere. Words with bytes that are not UTF-8, or with more
 * than 30 marks on a letter (UAX #15, stream-safe), pass through unchanged.
 */
#ifndef TEXT_NORM_H
#define TEXT_NORM_H

#include "util/buf.h"

/* Appends the NFC of the text. Out of memory makes the buffer fail. */
void text_nfc(struct buf *out, const char *text, size_t size);

/* True when text_nfc() would change nothing. A text whose check ran out of
 * memory is not NFC. */
bool text_is_nfc(const char *text, size_t size);

/*
 * True when two texts are equal after NFC, with every run of Unicode spaces
 * (tab, newline, NBSP, U+2002, U+202F, U+3000...) as one space, ends trimmed,
 * and zero-width characters, soft hyphens and byte order marks dropped. Case,
 * dashes and the place of tones count. Legacy text (where U+00AD is a letter)
 * must be decoded before. False when out of memory.
 */
bool text_same(const char *a, size_t na, const char *b, size_t nb);

/* Appends the words as identifiers hold them: lower case ASCII letters and
 * digits, no tones or marks, every run of anything else as one space. */
void text_plain(struct buf *out, const char *text, size_t size);

#endif
