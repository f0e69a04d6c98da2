/*
 * match.h - regular expressions: a thin hold on PCRE2.
 *
 * Patterns are UTF with Unicode properties (\b and \w know Vietnamese
 * letters) and find matches around invalid UTF-8; subjects should be NFC, as
 * a combining mark is no \w. They are compiled to machine code where PCRE2
 * can. Write [0-9], not \d, which takes fullwidth digits too.
 */
#ifndef TEXT_MATCH_H
#define TEXT_MATCH_H

#include "text/span.h"
#include "vanban.h"

/* Steps one search may take (PCRE2 match limit): thousands of times what our
 * patterns need, yet well below a second. */
#define PATTERN_STEPS_MAX 2000000
/* Memory one search may take in the interpreter, in KiB. */
#define PATTERN_HEAP_MAX 16384

struct pattern;

enum pattern_found {
	PATTERN_NOMEM = -1, /* out of memory: nobody knows */
	PATTERN_NOT,	    /* no match, or a limit ran out */
	PATTERN_FOUND
};

/* Compiles; an error names the place in the pattern (VB_INTERNAL). */
int pattern_new(struct pattern **out, const char *regex, struct vb_error *err);
void pattern_free(struct pattern *pattern);

/*
 * Finds the first match at or after byte `start` (which may look behind it).
 * Fills groups[0..n-1]: the whole match, then the parentheses; a group that
 * took no part has `at` NULL. `groups` may be NULL when `n` is 0.
 *
 * A pattern may be used by several threads at once: match data is made for
 * each call and nothing in the pattern changes.
 */
enum pattern_found pattern_find(const struct pattern *pattern, const char *text,
				size_t size, size_t start,
				struct text_span *groups, size_t n);

#endif
