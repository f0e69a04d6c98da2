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
#include <string.h>

#define VEC(type) \
	type *at; \
	size_t n, cap

/* Evaluates its argument several times. Where there is room `at` is not NULL,
 * which clang-tidy has to be told. */
#define vec_push(vec)                                                    \
	(((vec)->at && (vec)->n < (vec)->cap) ||                         \
			 vec_grow((void **)&(vec)->at, &(vec)->cap,      \
				  sizeof(*(vec)->at))                    \
		 ? (memset(&(vec)->at[(vec)->n], 0, sizeof(*(vec)->at)), \
		    &(vec)->at[(vec)->n++])                              \
		 : NULL)

#define vec_release(vec) \
	(vec_free((void **)&(vec)->at), (vec)->n = 0, (vec)->cap = 0)

/* Makes room for more; 0 when out of memory. */
int vec_grow(void **at, size_t *cap, size_t size);
void vec_free(void **at);

#endif
