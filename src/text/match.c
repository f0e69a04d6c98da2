/* match.c - see match.h. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/match.h"

#include "util/err.h"

#include <pcre2.h>
#include <stdlib.h>

struct pattern {
	pcre2_code *code;
	pcre2_match_context *limits;
};

static bool is_memory(int code)
{
	return code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_HEAP_FAILED;
}

int pattern_new(struct pattern **out, const char *regex, struct vb_error *err)
{
	struct pattern *p = calloc(1, sizeof(*p));
	PCRE2_UCHAR text[160];
	PCRE2_SIZE at = 0;
	int code = 0;

	*out = NULL;
	if (!p)
		return err_set(err, VB_NOMEM, "no memory for a pattern");
	p->code = pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED,
				PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF,
				&code, &at, NULL);
	p->limits = pcre2_match_context_create(NULL);
	if (!p->limits || (!p->code && is_memory(code))) {
		pattern_free(p);
		return err_set(err, VB_NOMEM, "no memory for a pattern");
	}
	if (!p->code) {
		pcre2_get_error_message(code, text, sizeof(text));
		pattern_free(p);
		return err_set(err, VB_INTERNAL, "pattern, byte %zu: %s", at,
			       (const char *)text);
	}
	/* where there is no compiler for the machine the interpreter serves */
	(void)pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
	pcre2_set_match_limit(p->limits, PATTERN_STEPS_MAX);
	pcre2_set_heap_limit(p->limits, PATTERN_HEAP_MAX);
	*out = p;
	return VB_OK;
}

void pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_code_free(pattern->code);
	pcre2_match_context_free(pattern->limits);
	free(pattern);
}

enum pattern_found pattern_find(const struct pattern *pattern, const char *text,
				size_t size, size_t start,
				struct text_span *groups, size_t n)
{
	pcre2_match_data *data;
	const PCRE2_SIZE *at;
	int found;

	if (start > size)
		return PATTERN_NOT;
	data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
	if (!data)
		return PATTERN_NOMEM;
	found = pcre2_match(pattern->code, (PCRE2_SPTR)text, size, start, 0,
			    data, pattern->limits);
	/* JIT code has 32 KiB of stack; the interpreter takes the heap */
	if (found == PCRE2_ERROR_JIT_STACKLIMIT)
		found = pcre2_match(pattern->code, (PCRE2_SPTR)text, size,
				    start, PCRE2_NO_JIT, data, pattern->limits);
	at = pcre2_get_ovector_pointer(data);
	for (size_t i = 0; found > 0 && i < n; i++) {
		groups[i] = (struct text_span){NULL, 0};
		if (i >= (size_t)found || at[2 * i] == PCRE2_UNSET)
			continue;
		/* \K inside a lookaround could turn the two round */
		groups[i].at = text + at[2 * i];
		if (at[2 * i + 1] > at[2 * i])
			groups[i].size = at[2 * i + 1] - at[2 * i];
	}
	pcre2_match_data_free(data);
	if (is_memory(found))
		return PATTERN_NOMEM;
	return found > 0 ? PATTERN_FOUND : PATTERN_NOT;
}
