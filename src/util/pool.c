/* pool.c - see pool.h. */
#include "util/pool.h"

#include "util/err.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct pool {
	pthread_mutex_t lock; /* of next and rc */
	size_t next, n;
	int rc;
	int (*work)(void *payload, unsigned worker, size_t i);
	void *payload;
};

struct worker {
	struct pool *pool;
	unsigned number;
	pthread_t thread;
};

unsigned pool_size(unsigned jobs, size_t n)
{
	if (jobs == 0) {
		long cores = sysconf(_SC_NPROCESSORS_ONLN);

		jobs = cores > 0 && cores < POOL_JOBS_MAX ? (unsigned)cores : 1;
	}
	if (jobs > POOL_JOBS_MAX)
		jobs = POOL_JOBS_MAX;
	if (jobs > n)
		jobs = n ? (unsigned)n : 1;
	return jobs;
}

/* The next piece, or n when there is none or the pool stops. */
static size_t take(struct pool *pool)
{
	size_t i = pool->n;

	pthread_mutex_lock(&pool->lock);
	if (pool->rc == VB_OK && pool->next < pool->n)
		i = pool->next++;
	pthread_mutex_unlock(&pool->lock);
	return i;
}

static void stop(struct pool *pool, int rc)
{
	pthread_mutex_lock(&pool->lock);
	if (pool->rc == VB_OK)
		pool->rc = rc;
	pthread_mutex_unlock(&pool->lock);
}

static void *run(void *arg)
{
	struct worker *worker = arg;
	struct pool *pool = worker->pool;
	size_t i;

	while ((i = take(pool)) < pool->n) {
		int rc = pool->work(pool->payload, worker->number, i);

		if (rc != VB_OK)
			stop(pool, rc);
	}
	return NULL;
}

/* Threads beside the caller's, which is worker 0; fewer when the system
 * gives fewer. */
static void run_threads(struct worker *all, unsigned workers)
{
	unsigned made, i;

	for (made = 1; made < workers; made++)
		if (pthread_create(&all[made].thread, NULL, run, &all[made]))
			break;
	run(&all[0]);
	for (i = 1; i < made; i++)
		pthread_join(all[i].thread, NULL);
}

int pool_run(unsigned workers, size_t n,
	     int (*work)(void *payload, unsigned worker, size_t i),
	     void *payload, struct vb_error *err)
{
	struct pool pool = {.n = n, .work = work, .payload = payload};
	struct worker *all = calloc(workers, sizeof(*all));
	unsigned i;

	if (!all || pthread_mutex_init(&pool.lock, NULL)) {
		free(all);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	for (i = 0; i < workers; i++) {
		all[i].pool = &pool;
		all[i].number = i;
	}
	run_threads(all, workers);
	pthread_mutex_destroy(&pool.lock);
	free(all);
	return pool.rc;
}
