/*
 * attr.h - attribute values as libxml2 hands them to a SAX2 handler: a
 * range of bytes, in which an ampersand stands as "&#38;" when the parser
 * does not substitute entities (xmlParseAttValueComplex in parser.c, 2.9.14).
 */
#ifndef XML_ATTR_H
#define XML_ATTR_H

#include "util/arena.h"

/* Copies the value of `size` bytes at `from`; NULL out of memory. `*n` gets
 * its length and may be NULL. */
char *xmlattr_copy(struct arena *arena, size_t *n, const void *from,
		   size_t size);

#endif
