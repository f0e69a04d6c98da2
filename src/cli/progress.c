/* progress.c - see progress.h. */
#include "cli/progress.h"

#include "cli/msg.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	BAR = 30 /* characters */
};

static double now(void)
{
	struct timespec ts = {0};

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

void progress_init(struct progress *progress)
{
	progress->is_shown = isatty(STDERR_FILENO) == 1;
	progress->start = progress->last = now();
}

double progress_seconds(const struct progress *progress)
{
	return now() - progress->start;
}

void progress_step(struct progress *progress, size_t done, size_t total)
{
	char bar[BAR + 1], line[128];
	double t = now(), spent = t - progress->start, rate;
	size_t filled;

	if (!progress->is_shown || total == 0 || t - progress->last < 0.1)
		return;
	progress->last = t;
	filled = done >= total ? BAR : done * BAR / total;
	memset(bar, ' ', BAR);
	memset(bar, '=', filled);
	if (filled < BAR)
		bar[filled] = '>';
	bar[BAR] = '\0';
	rate = spent > 0 ? (double)done / spent : 0;
	snprintf(line, sizeof(line),
		 msg_tr("%zu/%zu [%s] %.0f/s, %.0f s left",
			"%zu/%zu [%s] %.0f/s, còn %.0f s"),
		 done, total, bar, rate,
		 rate > 0 ? (double)(total - done) / rate : 0);
	msg_bar(line);
}

void progress_end(struct progress *progress)
{
	if (progress->is_shown)
		msg_bar("");
}
