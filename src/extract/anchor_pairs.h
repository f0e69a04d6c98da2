/*
 * anchor_pairs.h - what the blocks of a form are known by: their words, pairs
 * of neighbouring ones, and what is short for several, "GDĐT". Read once for
 * all documents of a form; nothing here changes when one is read.
 */
#ifndef EXTRACT_ANCHOR_PAIRS_H
#define EXTRACT_ANCHOR_PAIRS_H

#include "extract/anchor.h"

enum {
	PAIRS_SHORT_MIN = 3, /* letters of an abbreviation */
	PAIRS_SHORT_MAX = 6
};

/* A pair of words and the blocks that have it: a list in `uses`. */
struct pair {
	uint64_t hash; /* 0: free */
	uint32_t use;  /* index + 1 of the first */
	uint32_t n;    /* blocks that have it */
	bool is_word;  /* a word alone */
	uint8_t words; /* that it is short for: "GDĐT"; 0 a pair */
};

struct pair_use {
	uint32_t block, next;
};

/* The number of a document that a title cites. */
struct pair_cite {
	uint64_t key;
	uint32_t block;
};

struct pairs {
	struct pair *at;
	size_t n; /* a power of two */
	/* by entry, of its hash, 0 free: most keys of a page are nobody's, and
	 * that is seen here without the entries */
	unsigned char *tags;
	struct {
		VEC(struct pair_use);
	} uses;
	double *worth; /* of a block, whole */
	struct {
		VEC(struct pair_cite);
	} cites;
};

/* The pairs of the blocks of a page; to be released in any case. False out of
 * memory. */
bool pairs_read(struct pairs *pairs, const struct anchor_page *page);
void pairs_release(struct pairs *pairs);

/* What stands for two words that follow one another, by their hashes; the first
 * 0: for one alone. */
uint64_t pairs_key(uint64_t one, uint64_t two);
/* ... for letters that are short for several. */
uint64_t pairs_short_key(const char *letters, size_t n);
/* NULL when no block has it. */
const struct pair *pairs_find(const struct pairs *pairs, uint64_t key);
/* A pair counts more than a word, and a rare one more than a common one. */
double pairs_worth(const struct pair *pair);

/* ---- anchor_cited.c ------------------------------------------------------ */

/* Adds those that block n cites; false out of memory. */
bool pairs_cite(struct pairs *pairs, const struct anchor_page *page, size_t n);
/* The block that alone cites a document that tokens [from, to) of a paragraph
 * do, SIZE_MAX for none. */
size_t pairs_cited(const struct pairs *pairs, const struct anchor_text *text,
		   size_t para, size_t from, size_t to);

#endif
