/* patterns.c - see patterns.h. */
#include "draft/patterns.h"

#include "util/err.h"

#include <stdlib.h>

struct draft_patterns {
	struct pattern *at[N_DRAFT_PATTERNS];
	bool failed;
};

static const char *const regexes[] = {
#define DRAFT_PATTERN_REGEX(name, regex) regex,
	DRAFT_PATTERNS(DRAFT_PATTERN_REGEX)
#undef DRAFT_PATTERN_REGEX
};

int draft_patterns_new(struct draft_patterns **out, struct vb_error *err)
{
	struct draft_patterns *patterns = calloc(1, sizeof(*patterns));
	int code = VB_OK;

	*out = patterns;
	if (!patterns)
		return err_set(err, VB_NOMEM, "out of memory");
	for (size_t i = 0; i < N_DRAFT_PATTERNS && code == VB_OK; i++)
		code = pattern_new(&patterns->at[i], regexes[i], err);
	return code;
}

void draft_patterns_free(struct draft_patterns *patterns)
{
	if (!patterns)
		return;
	for (size_t i = 0; i < N_DRAFT_PATTERNS; i++)
		pattern_free(patterns->at[i]);
	free(patterns);
}

bool draft_patterns_failed(const struct draft_patterns *patterns)
{
	return patterns->failed;
}

bool draft_find(struct draft_patterns *patterns, enum draft_pattern which,
		struct text_span words, size_t start, struct text_span *groups,
		size_t n)
{
	enum pattern_found found = pattern_find(patterns->at[which], words.at,
						words.size, start, groups, n);

	if (found == PATTERN_NOMEM)
		patterns->failed = true;
	return found == PATTERN_FOUND;
}

bool draft_has(struct draft_patterns *patterns, enum draft_pattern which,
	       struct text_span words)
{
	return draft_find(patterns, which, words, 0, NULL, 0);
}
