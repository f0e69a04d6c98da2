/* grammar.c - see grammar.h. */
#include "text/grammar.h"

#include "util/asset.h"
#include "util/buf.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[GRAMMAR_RULES] = {
	[GRAMMAR_DOCNO] = "DOCNO",
	[GRAMMAR_DOCNO_PARTY] = "DOCNO_PARTY",
	[GRAMMAR_DOCNO_BLANK] = "DOCNO_BLANK",
	[GRAMMAR_DATE_NUM] = "DATE_NUM",
	[GRAMMAR_DATE_TEXT] = "DATE_TEXT",
	[GRAMMAR_DATE_BLANK] = "DATE_BLANK",
	[GRAMMAR_MONTH_YEAR] = "MONTH_YEAR",
	[GRAMMAR_SCHOOLYEAR] = "SCHOOLYEAR",
	[GRAMMAR_PHONE] = "PHONE",
	[GRAMMAR_EMAIL] = "EMAIL",
	[GRAMMAR_URL] = "URL",
	[GRAMMAR_PERCENT] = "PERCENT",
	[GRAMMAR_PERCENT_BLANK] = "PERCENT_BLANK",
	[GRAMMAR_FRACTION] = "FRACTION",
	[GRAMMAR_NUMBER] = "NUMBER",
	[GRAMMAR_COUNT_UNIT] = "COUNT_UNIT",
	[GRAMMAR_BLANK] = "BLANK",
	[GRAMMAR_H_ROMAN] = "H_ROMAN",
	[GRAMMAR_H_NUM] = "H_NUM",
	[GRAMMAR_H_LETTER] = "H_LETTER",
	[GRAMMAR_B_DASH] = "B_DASH",
	[GRAMMAR_B_PLUS] = "B_PLUS",
	[GRAMMAR_B_PAREN] = "B_PAREN",
};

struct grammar {
	struct pattern *patterns[GRAMMAR_RULES];
};

static int find_rule(const char *name, size_t size)
{
	int i;

	for (i = 0; i < GRAMMAR_RULES; i++)
		if (strlen(names[i]) == size &&
		    memcmp(names[i], name, size) == 0)
			return i;
	return -1;
}

/* One line of the table: NAME, tab, pattern. */
static int compile(struct grammar *grammar, const char *line, size_t size,
		   struct vb_error *err)
{
	const char *tab = memchr(line, '\t', size);
	struct buf regex = BUF_INIT;
	int rule, code;

	if (size == 0 || line[0] == '#')
		return VB_OK;
	rule = tab ? find_rule(line, (size_t)(tab - line)) : -1;
	if (rule < 0 || grammar->patterns[rule])
		return err_set(err, VB_INTERNAL, "no rule for '%.*s'",
			       (int)(size < 40 ? size : 40), line);
	buf_add(&regex, tab + 1, size - (size_t)(tab + 1 - line));
	code = buf_ok(&regex) ? pattern_new(&grammar->patterns[rule],
					    buf_cstr(&regex), err)
			      : err_set(err, VB_NOMEM, "out of memory");
	buf_release(&regex);
	return code;
}

static int compile_all(struct grammar *grammar, struct vb_error *err)
{
	const struct asset *table = asset_find("text/grammar.tsv");
	size_t at = 0, i;
	int code = VB_OK;

	while (table && at < table->size && code == VB_OK) {
		const char *line = (const char *)table->data + at;
		const char *end = memchr(line, '\n', table->size - at);
		size_t size = end ? (size_t)(end - line) : table->size - at;

		code = compile(grammar, line, size, err);
		at += size + 1;
	}
	for (i = 0; i < GRAMMAR_RULES && code == VB_OK; i++)
		if (!grammar->patterns[i])
			code = err_set(err, VB_INTERNAL, "no pattern '%s'",
				       names[i]);
	return code;
}

int grammar_new(struct grammar **out, struct vb_error *err)
{
	struct grammar *grammar = calloc(1, sizeof(*grammar));
	int code;

	*out = NULL;
	if (!grammar)
		return err_set(err, VB_NOMEM, "out of memory");
	code = compile_all(grammar, err);
	if (code == VB_OK)
		*out = grammar;
	else
		grammar_free(grammar);
	return code;
}

void grammar_free(struct grammar *grammar)
{
	size_t i;

	if (!grammar)
		return;
	for (i = 0; i < GRAMMAR_RULES; i++)
		pattern_free(grammar->patterns[i]);
	free(grammar);
}

enum pattern_found grammar_find(const struct grammar *grammar,
				enum grammar_rule rule, const char *text,
				size_t size, size_t start,
				struct text_span groups[GRAMMAR_GROUPS])
{
	return pattern_find(grammar->patterns[rule], text, size, start, groups,
			    GRAMMAR_GROUPS);
}
