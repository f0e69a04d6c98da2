/* vec.c - see vec.h. */
#include "util/vec.h"

#include <stdint.h>
#include <stdlib.h>

int vec_grow(void **at, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 8;
	void *grown;

	if (more > SIZE_MAX / size)
		return 0;
	grown = realloc(*at, more * size);
	if (!grown)
		return 0;
	*at = grown;
	*cap = more;
	return 1;
}

void vec_free(void **at)
{
	free(*at);
	*at = NULL;
}
