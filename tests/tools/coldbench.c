/*
 * coldbench - what a whole process costs, from exec to exit: CPU time of N
 * starts of a command, its output thrown away, the least and the median.
 *
 *	coldbench N COMMAND [ARGUMENT...]
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double milliseconds(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* CPU of one start in milliseconds, below 0 when it failed. */
static double start(char **command)
{
	struct rusage used;
	int status = -1, null;
	pid_t child = fork();

	if (child == 0) {
		null = open("/dev/null", O_WRONLY);
		if (null >= 0 && dup2(null, 1) >= 0)
			execvp(command[0], command);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child || status)
		return -1;
	return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

int main(int argc, char **argv)
{
	int n = argc > 2 ? atoi(argv[1]) : 0, i;
	double *times = n > 0 ? calloc((size_t)n, sizeof(*times)) : NULL;

	if (!times) {
		fputs("usage: coldbench N COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	for (i = 0; i < n; i++) {
		times[i] = start(argv + 2);
		if (times[i] < 0) {
			fprintf(stderr, "coldbench: %s failed\n", argv[2]);
			return 1;
		}
	}
	qsort(times, (size_t)n, sizeof(*times), by_size);
	printf("%.1f ms CPU, median %.1f\n", times[0], times[n / 2]);
	free(times);
	return 0;
}
