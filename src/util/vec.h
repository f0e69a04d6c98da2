/*
 * vec.h - a growing array of one element type.
 *
 *	struct { VEC(struct item); } items = {0};
 *	struct item *it = vec_push(&items);   zeroed, NULL out of memory
 *	vec_release(&items);
 */
#ifndef UTIL_VEC_H
#define UTIL_VEC_H

#include <stddef.h>

#define VEC(type) \
	type *at; \
	size_t n, cap

#define vec_push(vec)                                          \
	(vec_grow((void **)&(vec)->at, &(vec)->n, &(vec)->cap, \
		  sizeof(*(vec)->at))                          \
		 ? &(vec)->at[(vec)->n - 1]                    \
		 : NULL)

#define vec_release(vec) \
	(vec_free((void **)&(vec)->at), (vec)->n = 0, (vec)->cap = 0)

/* Makes room for one more, zeroes it, counts it; 0 when out of memory. */
int vec_grow(void **at, size_t *n, size_t *cap, size_t size);
void vec_free(void **at);

#endif
