/* once.c - see once.h. */
#include "util/once.h"

#include <pthread.h>
#include <stdlib.h>

struct once {
	pthread_mutex_t lock; /* of both */
	void *what;
	void (*release)(void *what);
};

struct once *once_new(void)
{
	struct once *once = calloc(1, sizeof(*once));

	if (once && pthread_mutex_init(&once->lock, NULL)) {
		free(once);
		return NULL;
	}
	return once;
}

void once_free(struct once *once)
{
	if (!once)
		return;
	if (once->what)
		once->release(once->what);
	pthread_mutex_destroy(&once->lock);
	free(once);
}

int once_get(struct once *once, const void **what,
	     int (*make)(void **what, const void *payload,
			 struct vb_error *err),
	     const void *payload, void (*release)(void *what),
	     struct vb_error *err)
{
	int code = VB_OK;

	pthread_mutex_lock(&once->lock);
	if (!once->what) {
		code = make(&once->what, payload, err);
		once->release = release;
	}
	*what = once->what;
	pthread_mutex_unlock(&once->lock);
	return code;
}
