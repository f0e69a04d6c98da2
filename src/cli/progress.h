/*
 * progress.h - how far long work is, on a terminal only.
 *
 *	 312/1000 [=========>                    ]  410/s, 2 s left
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
	bool is_shown;
	double start, last; /* seconds of the monotonic clock */
};

void progress_init(struct progress *progress);
/* Draws at most ten times a second. */
void progress_step(struct progress *progress, size_t done, size_t total);
void progress_end(struct progress *progress);
double progress_seconds(const struct progress *progress);

#endif
