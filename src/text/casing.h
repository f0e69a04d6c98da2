/*
 * casing.h - capital and small letters, of any alphabet; Vietnamese is why:
 * "ỷ" and "đ" are not ASCII.
 *
 * What is appended is NFC (text/norm.h), so that a text typed as letters and
 * marks gives the same bytes. Letters are changed one for one ("ß" stays).
 * Out of memory makes the buffer fail.
 */
#ifndef TEXT_CASING_H
#define TEXT_CASING_H

#include "util/buf.h"

void casing_upper(struct buf *out, const char *text, size_t size);
void casing_lower(struct buf *out, const char *text, size_t size);
/* The first letter large, all else as it stands. */
void casing_capital(struct buf *out, const char *text, size_t size);
/* The first letter of every word large, the others small: names. */
void casing_title(struct buf *out, const char *text, size_t size);

#endif
