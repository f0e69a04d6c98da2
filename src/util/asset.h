/*
 * asset.h - files of templates/ that the build embeds in the library.
 *
 * The Makefile generates the table from `templates/parts/` and the form
 * schema; names are paths below templates/ ("parts/styles.xml").
 */
#ifndef UTIL_ASSET_H
#define UTIL_ASSET_H

#include <stddef.h>

struct asset {
	const char *name;
	const unsigned char *data; /* data[size] is NUL */
	size_t size;
};

/* Borrowed for ever; NULL when there is none of that name. */
const struct asset *asset_find(const char *name);

#endif
