/*
 * once.h - a thing that is made when it is first asked for, by whichever
 * thread asks first, and lives as long as its holder.
 */
#ifndef UTIL_ONCE_H
#define UTIL_ONCE_H

#include "vanban.h"

struct once;

/* NULL out of memory. */
struct once *once_new(void);
/* Frees the thing too. */
void once_free(struct once *once);

/*
 * *what is the thing: made by make(what, payload, err) when there is none yet,
 * to be freed by `release`. A make that fails is tried again by the next that
 * asks.
 */
int once_get(struct once *once, const void **what,
	     int (*make)(void **what, const void *payload,
			 struct vb_error *err),
	     const void *payload, void (*release)(void *what),
	     struct vb_error *err);

#endif
