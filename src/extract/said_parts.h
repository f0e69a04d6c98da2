/*
 * said_parts.h - a paragraph that is being cut into parts: its figures, blanks
 * and brackets, and the signs between its words. Shared by said_signs.c and
 * said_parts.c.
 */
#ifndef EXTRACT_SAID_PARTS_H
#define EXTRACT_SAID_PARTS_H

#include "extract/said.h"

enum {
	BRACKETS_MAX = 40,
	PERSON_WORDS_MAX = 4 /* "cán bộ quản lý" */
};

/* Signs between two words, from the strongest. */
enum sign {
	SIGN_NONE,
	SIGN_WITH,
	SIGN_AND,
	SIGN_COMMA,
	SIGN_STOP
};

struct bracket {
	int around;  /* index, -1 */
	size_t from; /* the first token in it */
	bool has_figure;
};

struct splitter {
	struct said_line line;
	bool is_cut; /* there are more, that are not read */
	struct said_parts *parts;
	int n_brackets;
	/* as far as there are tokens, brackets */
	struct bracket brackets[BRACKETS_MAX];
	short in[PART_TOKENS_MAX];	 /* the bracket of each token, -1 */
	short blank_in[PART_TOKENS_MAX]; /* that of a blank behind it */
	bool is_figure[PART_TOKENS_MAX];
	bool is_blank[PART_TOKENS_MAX]; /* a leader stands behind it */
};

/* ---- said_signs.c -------------------------------------------------------- */

/* Bytes of the paragraph between token i and the one before it: the end. */
size_t parts_between(const struct splitter *s, size_t i, size_t *from);
/* ". "; after a leader, when a sentence begins behind it. */
bool parts_is_stop(const struct splitter *s, size_t at, size_t end);
/* The strongest sign before token i. */
enum sign parts_sign_before(const struct splitter *s, size_t i);
/* ... behind a blank that the token before leads to, and before it. */
enum sign parts_sign_behind_blank(const struct splitter *s, size_t i);
enum sign parts_sign_before_blank(const struct splitter *s, size_t i);
bool parts_has_between(const struct splitter *s, size_t i, char sign);
/* Finds the figures, blanks and brackets of the line. */
void parts_find_brackets(struct splitter *s);

#endif
