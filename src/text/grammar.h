/*
 * grammar.h - the patterns of templates/text/grammar.tsv by name: document
 * numbers, dates, blanks, phones, headings, bullets.
 */
#ifndef TEXT_GRAMMAR_H
#define TEXT_GRAMMAR_H

#include "text/match.h"

enum grammar_rule {
	GRAMMAR_DOCNO,	     /* no, year, sym: 45/KH-THPT, 09/2021/TT-BTC */
	GRAMMAR_DOCNO_PARTY, /* no, kind, org: 29-NQ/TW */
	GRAMMAR_DOCNO_BLANK, /* sym: "Số:    /SGDĐT-VP" */
	GRAMMAR_DATE_NUM,    /* d, sep, m, y: 05/6/2023 */
	GRAMMAR_DATE_TEXT,   /* d, m, y: ngày 05 tháng 6 năm 2023 */
	GRAMMAR_DATE_BLANK, /* "ngày … tháng 6 năm 2023"; also whole ones */
	GRAMMAR_MONTH_YEAR, /* m, y: tháng 9/2022 */
	GRAMMAR_SCHOOLYEAR, /* a, b: 2022-2023; the caller asks b = a + 1 */
	GRAMMAR_PHONE,
	GRAMMAR_EMAIL,
	GRAMMAR_URL,
	GRAMMAR_PERCENT,       /* n: "85,5 %", "33 phần trăm" */
	GRAMMAR_PERCENT_BLANK, /* "...%", ":%" */
	GRAMMAR_FRACTION,      /* a, b: 12/15 */
	GRAMMAR_NUMBER,	       /* int, frac */
	GRAMMAR_COUNT_UNIT,    /* n, unit: 45 giáo viên */
	GRAMMAR_BLANK,	       /* "…….", "____", "[ ]" */
	GRAMMAR_H_ROMAN,       /* r: "II. " */
	GRAMMAR_H_NUM,	       /* n: "3.1. " */
	GRAMMAR_H_LETTER,      /* l: "a) " */
	GRAMMAR_B_DASH,
	GRAMMAR_B_PLUS,
	GRAMMAR_B_PAREN, /* n: "(1) " */
	GRAMMAR_RULES
};

/* The whole match and the most groups of a rule. */
#define GRAMMAR_GROUPS 5

struct grammar;

/* Compiles every pattern; serves any number of threads. */
int grammar_new(struct grammar **out, struct vb_error *err);
void grammar_free(struct grammar *grammar);

/* As pattern_find(); the groups come in the order of the comments above. */
enum pattern_found grammar_find(const struct grammar *grammar,
				enum grammar_rule rule, const char *text,
				size_t size, size_t start,
				struct text_span groups[GRAMMAR_GROUPS]);

#endif
