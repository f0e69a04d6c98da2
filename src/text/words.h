/*
 * words.h - the words of a text with their places, as keys that compare:
 * what aligning two documents works on.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "util/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum text_word_kind {
	WORD_LETTERS = 1, /* "hòa", "GDĐT" */
	WORD_FIGURE = 2,  /* "05", "1.234,5", "94,64": digits, '.' and ',' */
	WORD_BLANK = 4,	  /* a leader: "....", "___", an ellipsis */
	WORD_SIGN = 8,	  /* any other character that shows: "%", ":", "-" */
	WORD_ANY = 15
};

struct text_word {
	uint64_t key;	      /* equal when the folded words are (fold.h) */
	uint64_t plain;	      /* equal when they are without tones and hats */
	uint32_t start, size; /* bytes of the text as given */
	enum text_word_kind kind;
};

struct text_words {
	VEC(struct text_word);
	bool failed; /* out of memory */
};

/*
 * Appends the words of the kinds asked for (a sum of WORD_ values) in order;
 * `base` is added to their places. Keys are 64-bit hashes of the folded word:
 * the same in every run and on every machine, so that those of a form and of
 * any number of documents compare without a common table.
 */
void text_words_add(struct text_words *words, const char *text, size_t size,
		    size_t base, unsigned kinds);
/* The key of one word or phrase; spaces at its ends do not count. 0 out of
 * memory. */
uint64_t text_words_key(const char *text, size_t size);
void text_words_release(struct text_words *words);

#endif
