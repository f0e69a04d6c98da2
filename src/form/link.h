/*
 * link.h - the address of a link in a long answer.
 *
 * An address goes into a signed page that other people click on: only the
 * web and mail are taken, and only what System.Uri, which Office parses
 * relationships with, does not choke on.
 */
#ifndef FORM_LINK_H
#define FORM_LINK_H

#include "util/arena.h"

#include <stddef.h>

/* Bytes: Word cuts an address behind 2083 characters (INTERNET_MAX_URL_LENGTH
 * of Windows). */
#define LINK_MAX 2083

/* What is wrong with an address: "is ..." or "holds ..."; NULL for a good
 * one. */
const char *link_fault(const char *address, size_t size);

/* An address in ASCII: what it cannot have as %XX of its UTF-8 (RFC 3987
 * 3.1). NULL out of memory. */
const char *link_ascii(struct arena *arena, const char *address, size_t size);

/* Two addresses mean the same place (RFC 3986 6.2.2, 6.2.3): scheme and host
 * in any case, %XX or the letter, no path and "/". LibreOffice saves them
 * another way than they were (measured: 7.4.7). */
bool link_same(const char *a, const char *b);

#endif
