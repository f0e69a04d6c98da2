/*
 * letters.h - the letters of Vietnamese: base with its hat, tone, case.
 */
#ifndef TEXT_LETTERS_H
#define TEXT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum letter_tone {
	TONE_NONE,
	TONE_HUYEN, /* U+0300 */
	TONE_HOI,   /* U+0309 */
	TONE_NGA,   /* U+0303 */
	TONE_SAC,   /* U+0301 */
	TONE_NANG   /* U+0323 */
};

struct letter {
	uint32_t base; /* lower case, no tone: 'a', U+0103, U+0111 */
	enum letter_tone tone;
	bool is_upper;
};

/* False for what is no letter of a Vietnamese text; w, f, j and z of names
 * and foreign words are. */
bool letter_get(struct letter *out, uint32_t c);
/* A letter begins at a byte of a text, and is a capital one, or a small one;
 * false behind the end. */
bool letter_is_capital_at(const char *text, size_t size, size_t at);
bool letter_is_small_at(const char *text, size_t size, size_t at);
/* The composed letter; `base` itself when it takes no tone. */
uint32_t letter_put(uint32_t base, enum letter_tone tone, bool is_upper);
/* The base with a hat: U+0302, U+0306 or U+031B; 0 when there is none. */
uint32_t letter_hat(uint32_t base, uint32_t hat);
/* The base without its hat: U+0111 gives 'd'. */
uint32_t letter_bare(uint32_t base);
/* The tone of a combining mark, TONE_NONE for others. */
enum letter_tone letter_tone_of(uint32_t mark);
uint32_t letter_mark(enum letter_tone tone);
/* a, e, i, o, u, y with or without hat. */
bool letter_is_vowel(uint32_t base);

#endif
