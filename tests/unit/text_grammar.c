/* text_grammar.c - the patterns of official documents, case by case. */
#include "text/grammar.h"

#include "text_table.h"

#include "util/buf.h"

#include <time.h>

static struct grammar *grammar;

static const char *const names[GRAMMAR_RULES] = {
	"DOCNO",      "DOCNO_PARTY", "DOCNO_BLANK",   "DATE_NUM", "DATE_TEXT",
	"DATE_BLANK", "MONTH_YEAR",  "SCHOOLYEAR",    "PHONE",	  "EMAIL",
	"URL",	      "PERCENT",     "PERCENT_BLANK", "FRACTION", "NUMBER",
	"COUNT_UNIT", "BLANK",	     "H_ROMAN",	      "H_NUM",	  "H_LETTER",
	"B_DASH",     "B_PLUS",	     "B_PAREN",
};

/* The matches of a rule in a text, parted by bars; "-" for none. */
static void find_all(struct buf *out, enum grammar_rule rule, const char *text)
{
	struct text_span g[GRAMMAR_GROUPS];
	size_t at = 0, size = strlen(text);

	while (grammar_find(grammar, rule, text, size, at, g) ==
	       PATTERN_FOUND) {
		if (out->size)
			buf_addc(out, '|');
		buf_add(out, g[0].at, g[0].size);
		at = (size_t)(g[0].at - text) + g[0].size + (g[0].size == 0);
	}
	if (out->size == 0)
		buf_addc(out, '-');
}

static void row(char *const columns[TABLE_COLUMNS])
{
	struct buf out = BUF_INIT;
	int rule;

	for (rule = 0; rule < GRAMMAR_RULES; rule++)
		if (strcmp(names[rule], columns[0]) == 0)
			break;
	if (!ok(rule < GRAMMAR_RULES, "a rule '%s'", columns[0]))
		return;
	find_all(&out, (enum grammar_rule)rule, columns[1]);
	is_str(buf_cstr(&out), columns[2], columns[1]);
	buf_release(&out);
}

/* Every rule over long runs of what its quantifiers take. */
static void hostile(const char *piece)
{
	struct buf text = BUF_INIT;
	double slowest = 0;
	int rule, worst = 0;
	size_t i;

	for (i = 0; i < 100000; i++)
		buf_adds(&text, piece);
	for (rule = 0; rule < GRAMMAR_RULES; rule++) {
		struct text_span g[GRAMMAR_GROUPS];
		clock_t start = clock();
		double took;

		(void)grammar_find(grammar, (enum grammar_rule)rule, text.data,
				   text.size, 0, g);
		took = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (took > slowest) {
			slowest = took;
			worst = rule;
		}
	}
	ok(slowest < 1.5, "'%s' again and again (%s)", piece, names[worst]);
	printf("# %.3f s\n", slowest);
	buf_release(&text);
}

int main(void)
{
	static const char *const pieces[] = {
		".",   "\u2026", "_",	  " ",	 "-",	 "%",  "1",	"1.",
		"1/",  "1 ",	 "A",	  "a",	 "a-",	 "a.", "ngày ", "số ",
		"số.", "(",	 "ngày.", "20 ", "2022", "[ ", "KH-",	"84 "};
	struct vb_error err = {0};
	size_t i;

	is_int(grammar_new(&grammar, &err), VB_OK, "every pattern compiles");
	is_str(err.text, "", "without an error");
	if (!grammar)
		return done_testing();
	table_rows("grammar-cases.tsv", row);
	for (i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
		hostile(pieces[i]);
	grammar_free(grammar);
	grammar_free(NULL);
	return done_testing();
}
