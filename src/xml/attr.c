/* attr.c - see xmlattr.h. */
#include "xml/attr.h"

#include <string.h>

char *xmlattr_copy(struct arena *arena, size_t *n, const void *from,
		   size_t size)
{
	char *value = arena_strn(arena, from, size);
	size_t at, to = 0;

	if (!value)
		return NULL;
	for (at = 0; at < size; at++) {
		value[to++] = value[at];
		if (size - at >= 5 && memcmp(value + at, "&#38;", 5) == 0)
			at += 4;
	}
	value[to] = '\0';
	if (n)
		*n = to;
	return value;
}
