/* The pool: every piece once, a stop, one worker. */
#include "tap.h"
#include "util/pool.h"

#include <pthread.h>

#define PIECES 1000

struct count {
	pthread_mutex_t lock;
	int seen[PIECES];
	size_t calls, stop_at;
};

static int work(void *payload, unsigned worker, size_t i)
{
	struct count *count = payload;
	size_t calls;

	pthread_mutex_lock(&count->lock);
	count->seen[i]++;
	calls = ++count->calls;
	pthread_mutex_unlock(&count->lock);
	if (worker >= 4)
		return VB_INTERNAL;
	return count->stop_at && calls >= count->stop_at ? VB_CANCELLED : VB_OK;
}

static void run(unsigned workers)
{
	struct count count = {.lock = PTHREAD_MUTEX_INITIALIZER};
	int i, wrong = 0;

	is_int(pool_run(workers, PIECES, work, &count, NULL), VB_OK, "runs");
	for (i = 0; i < PIECES; i++)
		wrong += count.seen[i] != 1;
	is_int(wrong, 0, "every piece once");
}

int main(void)
{
	struct count count = {.lock = PTHREAD_MUTEX_INITIALIZER};

	run(1);
	run(4);
	count.stop_at = 10;
	is_int(pool_run(2, PIECES, work, &count, NULL), VB_CANCELLED,
	       "a piece may stop the rest");
	ok(count.calls >= 10 && count.calls <= 12, "soon");
	is_int(pool_run(2, 0, work, &count, NULL), VB_OK, "no pieces");
	is_int(pool_size(3, 100), 3, "as asked");
	is_int(pool_size(8, 2), 2, "no more than pieces");
	is_int(pool_size(100000, 100000), POOL_JOBS_MAX,
	       "no more than allowed");
	ok(pool_size(0, 100) >= 1, "one per core");
	return done_testing();
}
