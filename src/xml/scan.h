/*
 * scan.h - a look at the bytes of XML before libxml2 gets them.
 *
 * libxml2 2.9 compares every attribute and every namespace of a start tag
 * with all before it: 100,000 of them, 250 kB zipped, cost a minute
 * (xmlParseStartTag2 in parser.c, 2.9.14). No option of it ends that.
 */
#ifndef XML_SCAN_H
#define XML_SCAN_H

#include "vanban.h"

enum {
	/* In one start tag. Word declares about 40 namespaces on the root of
	 * a document and has a handful of attributes elsewhere. */
	XMLSCAN_ATTRS_MAX = 256
};

/* VB_LIMIT when a start tag has more. */
int xmlscan_tags(const void *xml, size_t size, struct vb_error *err);

/* The same for a part of a package; VB_XML when the encoding is neither
 * UTF-8 nor UTF-16 and so not what a part may have (ECMA-376-2 6.1.3). */
int xmlscan_part(const void *xml, size_t size, struct vb_error *err);

#endif
