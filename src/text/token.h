/*
 * token.h - the words of a text, bare: what is left of them when case, marks
 * of tone and letter, and typing habits are put aside. For telling whether two
 * texts say the same, never for what is stored.
 *
 *	"Tỷ lệ:"  "tỉ lệ ..."  "TY LE"      -> ti, le
 *	"45/60 CSGD, 94,64%"                -> 45, 60, csgd, 94,64, %
 *
 * Bare letters are a-z: Vietnamese letters lose their marks, Cyrillic and
 * Greek look-alikes become what they look like, y is i, and letters of other
 * scripts stand for themselves. Combining marks and invisible characters are
 * not there. A number is digits with single '.' or ',' between them, and a
 *Roman one of a rank, "mức độ II". Of signs only '%' is a word. Linear; nothing
 *is allocated but the tokens.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include "util/vec.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
	/* Letters of a word that are kept; longer words differ by their hash
	 * alone. No syllable has more than seven. */
	TOKEN_LETTERS_MAX = 14
};

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_SIGN
};

struct token {
	uint64_t hash;	      /* of the bare letters or digits */
	uint32_t start, size; /* bytes in the text */
	uint8_t kind;
	uint8_t n;		      /* letters kept */
	char bare[TOKEN_LETTERS_MAX]; /* not terminated */
};

struct tokens {
	VEC(struct token);
};

/* Appends the tokens of a text of less than 4 GiB; false out of memory. */
bool tokens_split(struct tokens *out, const char *text, size_t size);

/*
 * The bare words of a text with one space between, as far as `room` bytes
 * hold them; gives their size. Nothing is allocated, nothing terminated.
 */
size_t text_bare(char *out, size_t room, const char *text, size_t size);

/* True when the bare letters of a word are these, or those of one of n words.
 */
static inline bool token_is(const struct token *t, const char *letters)
{
	return t->bare[0] == letters[0] && t->n == strlen(letters) &&
	       memcmp(t->bare, letters, t->n) == 0;
}

/* True when a word of a text is this one, its marks too, in whatever case and
 * form of Unicode: "đó" is no "do". False when out of memory. */
bool token_spells(const struct token *t, const char *text, const char *word);

/* The same of two words, the second right behind the first. */
static inline bool token_is_pair(const struct token *t,
				 const char *const pair[2])
{
	return token_is(&t[0], pair[0]) && token_is(&t[1], pair[1]);
}

bool token_is_among(const struct token *t, const char *const *words, size_t n);
bool token_is_pair_among(const struct token *t, const char *const (*pairs)[2],
			 size_t n);

/* The hash of "%". */
uint64_t token_sign_hash(void);

/* The hash of a word of the first letters of n words: "csgd" for "co so giao
 * duc". */
uint64_t token_initials(const struct token *words, size_t n);

/* True when two words differ by one letter at most, or by two next to each
 * other changed over; words of three letters and less must be equal. */
bool token_alike(const struct token *a, const struct token *b);

#endif
