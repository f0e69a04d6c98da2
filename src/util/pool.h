/*
 * pool.h - a list of independent pieces of work on all cores.
 */
#ifndef UTIL_POOL_H
#define UTIL_POOL_H

#include "vanban.h"

/* More workers than cores only wait for each other. */
#define POOL_JOBS_MAX 256

/* Workers for `jobs` (0: one per core that is on line) and `n` pieces. */
unsigned pool_size(unsigned jobs, size_t n);

/*
 * Calls work(payload, worker, i) once for every i below n, from `workers`
 * threads (worker < workers); each takes the next piece when it is free. A
 * result that is not VB_OK stops the taking: pieces in hand are finished and
 * the first such result is returned. With one worker no thread is made.
 */
int pool_run(unsigned workers, size_t n,
	     int (*work)(void *payload, unsigned worker, size_t i),
	     void *payload, struct vb_error *err);

#endif
