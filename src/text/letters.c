/*
 * letters.c - see letters.h.
 *
 * One table by code point: Latin-1 to U+01FF, and U+1EA0..U+1EFF behind it.
 */
#include "text/letters.h"

#include "text/utf8.h"

/* base, then huyen, hoi, nga, sac, nang (Unicode charts, Latin-1 Supplement,
 * Latin Extended-A, -B and Additional) */
#define VOWELS(X)                                        \
	X(0x61, 0x00e0, 0x1ea3, 0x00e3, 0x00e1, 0x1ea1)  \
	X(0x103, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb7) \
	X(0xe2, 0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead)  \
	X(0x65, 0x00e8, 0x1ebb, 0x1ebd, 0x00e9, 0x1eb9)  \
	X(0xea, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7)  \
	X(0x69, 0x00ec, 0x1ec9, 0x0129, 0x00ed, 0x1ecb)  \
	X(0x6f, 0x00f2, 0x1ecf, 0x00f5, 0x00f3, 0x1ecd)  \
	X(0xf4, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9)  \
	X(0x1a1, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3) \
	X(0x75, 0x00f9, 0x1ee7, 0x0169, 0x00fa, 0x1ee5)  \
	X(0x1b0, 0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1) \
	X(0x79, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd, 0x1ef5)

enum {
	LOW_MAX = 0x200,
	HIGH_MIN = 0x1ea0,
	HIGH_MAX = 0x1f00,
	IS_LETTER = 0x8000,
	IS_UPPER = 0x4000,
	TONE_SHIFT = 10,
	BASE_MASK = 0x3ff
};

#define AT(c) ((c) < LOW_MAX ? (c) : (c)-HIGH_MIN + LOW_MAX)
#define UP(c) ((c) < 0x100 ? (c)-0x20 : (c)-1)
#define PAIR(c, base, tone)                                                    \
	[AT(c)] = (uint16_t)(IS_LETTER | (tone) << TONE_SHIFT | (base)),       \
	[AT(UP(c))] = (uint16_t)(IS_LETTER | IS_UPPER | (tone) << TONE_SHIFT | \
				 (base)),
#define ENTRY(b, h, o, n, s, g) \
	PAIR(b, b, TONE_NONE)   \
	PAIR(h, b, TONE_HUYEN)  \
	PAIR(o, b, TONE_HOI)    \
	PAIR(n, b, TONE_NGA) PAIR(s, b, TONE_SAC) PAIR(g, b, TONE_NANG)
#define PLAIN(c) PAIR(c, c, TONE_NONE)

static const uint16_t letters[LOW_MAX + HIGH_MAX - HIGH_MIN] = {
	VOWELS(ENTRY) PLAIN(0x111) PLAIN('b') PLAIN('c') PLAIN('d') PLAIN('f')
		PLAIN('g') PLAIN('h') PLAIN('j') PLAIN('k') PLAIN('l')
			PLAIN('m') PLAIN('n') PLAIN('p') PLAIN('q') PLAIN('r')
				PLAIN('s') PLAIN('t') PLAIN('v') PLAIN('w')
					PLAIN('x') PLAIN('z')};

#define ROW(b, h, o, n, s, g) {b, h, o, n, s, g},

static const uint16_t vowels[][6] = {VOWELS(ROW)};

static const uint32_t marks[] = {
	[TONE_NONE] = 0,    [TONE_HUYEN] = 0x300, [TONE_HOI] = 0x309,
	[TONE_NGA] = 0x303, [TONE_SAC] = 0x301,	  [TONE_NANG] = 0x323};

bool letter_get(struct letter *out, uint32_t c)
{
	uint16_t packed = 0;

	if (c < LOW_MAX)
		packed = letters[c];
	else if (c >= HIGH_MIN && c < HIGH_MAX)
		packed = letters[c - HIGH_MIN + LOW_MAX];
	if (!packed)
		return false;
	out->base = packed & BASE_MASK;
	out->tone = (enum letter_tone)((packed >> TONE_SHIFT) & 7);
	out->is_upper = (packed & IS_UPPER) != 0;
	return true;
}

static bool get_at(struct letter *out, const char *text, size_t size, size_t at)
{
	return at < size && letter_get(out, utf8_next(text, size, &at));
}

bool letter_is_capital_at(const char *text, size_t size, size_t at)
{
	struct letter letter;

	return get_at(&letter, text, size, at) && letter.is_upper;
}

bool letter_is_small_at(const char *text, size_t size, size_t at)
{
	struct letter letter;

	return get_at(&letter, text, size, at) && !letter.is_upper;
}

uint32_t letter_put(uint32_t base, enum letter_tone tone, bool is_upper)
{
	uint32_t c = base;
	struct letter letter;

	for (unsigned i = 0; i < sizeof(vowels) / sizeof(*vowels); i++)
		if (vowels[i][0] == base)
			c = vowels[i][tone];
	return is_upper && letter_get(&letter, c) ? UP(c) : c;
}

uint32_t letter_hat(uint32_t base, uint32_t hat)
{
	switch (hat) {
	case 0x302:
		return base == 'a'   ? 0xe2
		       : base == 'e' ? 0xea
		       : base == 'o' ? 0xf4
				     : 0;
	case 0x306:
		return base == 'a' ? 0x103 : 0;
	case 0x31b:
		return base == 'o' ? 0x1a1 : base == 'u' ? 0x1b0 : 0;
	default:
		return 0;
	}
}

uint32_t letter_bare(uint32_t base)
{
	switch (base) {
	case 0xe2:
	case 0x103:
		return 'a';
	case 0xea:
		return 'e';
	case 0xf4:
	case 0x1a1:
		return 'o';
	case 0x1b0:
		return 'u';
	case 0x111:
		return 'd';
	default:
		return base;
	}
}

enum letter_tone letter_tone_of(uint32_t mark)
{
	switch (mark) {
	case 0x300:
	case 0x340: /* deprecated; NFC makes it U+0300 */
		return TONE_HUYEN;
	case 0x309:
		return TONE_HOI;
	case 0x303:
		return TONE_NGA;
	case 0x301:
	case 0x341:
		return TONE_SAC;
	case 0x323:
		return TONE_NANG;
	default:
		return TONE_NONE;
	}
}

uint32_t letter_mark(enum letter_tone tone)
{
	return marks[tone];
}

bool letter_is_vowel(uint32_t base)
{
	switch (letter_bare(base)) {
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case 'y':
		return true;
	default:
		return false;
	}
}
