/*
 * tap.h - the whole test framework: TAP on stdout, read by prove.
 *
 *	#include "tap.h"
 *	int main(void) { is_str(f(), "x", "f gives x"); return done_testing(); }
 */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

__attribute__((unused, format(printf, 2, 3))) static bool
ok(bool good, const char *fmt, ...)
{
	va_list ap;

	tap_count++;
	if (!good)
		tap_failed++;
	printf("%sok %d - ", good ? "" : "not ", tap_count);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
	return good;
}

__attribute__((unused)) static bool is_str(const char *got, const char *want,
					   const char *what)
{
	bool same = got && want ? strcmp(got, want) == 0 : got == want;

	if (!ok(same, "%s", what ? what : "(null)"))
		printf("#  got: %s\n# want: %s\n", got ? got : "(null)",
		       want ? want : "(null)");
	return same;
}

__attribute__((unused)) static bool is_int(long got, long want,
					   const char *what)
{
	if (!ok(got == want, "%s", what))
		printf("#  got: %ld\n# want: %ld\n", got, want);
	return got == want;
}

__attribute__((unused)) static int done_testing(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed ? 1 : 0;
}

#endif
