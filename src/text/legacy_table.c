/* legacy_table.c - the charsets themselves: codes to letters. See legacy.h. */
#include "text/legacy.h"

#include "text/letters.h"
#include "text/utf8.h"

/* TCVN 5712:1993 VN3 ("ABC"), U+00A1 to U+00FE; 0: not a letter. */
static const uint16_t tcvn3[] = {
	/* a1 */ 0x0102, 0x00c2, 0x00ca, 0x00d4, 0x01a0,
	0x01af,		 0x0110, 0x0103,
	/* a9 */ 0x00e2, 0x00ea, 0x00f4, 0x01a1, 0x01b0,
	0x0111,		 0,	 0,
	/* b1 */ 0,	 0,	 0,	 0,	 0x00e0,
	0x1ea3,		 0x00e3, 0x00e1,
	/* b9 */ 0x1ea1, 0,	 0x1eb1, 0x1eb3, 0x1eb5,
	0x1eaf,		 0,	 0,
	/* c1 */ 0,	 0,	 0,	 0,	 0,
	0x1eb7,		 0x1ea7, 0x1ea9,
	/* c9 */ 0x1eab, 0x1ea5, 0x1ead, 0x00e8, 0,
	0x1ebb,		 0x1ebd, 0x00e9,
	/* d1 */ 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf,
	0x1ec7,		 0x00ec, 0x1ec9,
	/* d9 */ 0,	 0,	 0,	 0x0129, 0x00ed,
	0x1ecb,		 0x00f2, 0,
	/* e1 */ 0x1ecf, 0x00f5, 0x00f3, 0x1ecd, 0x1ed3,
	0x1ed5,		 0x1ed7, 0x1ed1,
	/* e9 */ 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb,
	0x1ee3,		 0x00f9, 0,
	/* f1 */ 0x1ee7, 0x0169, 0x00fa, 0x1ee5, 0x1eeb,
	0x1eed,		 0x1eef, 0x1ee9,
	/* f9 */ 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0x00fd,
	0x1ef5};

/* What one character, or two, of a text make. */
struct glyph {
	uint32_t c;
	size_t size; /* bytes that make it */
};

/* PDF converters take other characters for two of the codes. Codes of symbol
 * fonts, U+F020 and up, never hold letters: of 163 documents none did. */
static uint32_t as_code(uint32_t c)
{
	switch (c) {
	case 0x3bc:
		return 0xb5;
	case 0x2219:
		return 0xb7;
	default:
		return c;
	}
}

static uint32_t from_tcvn3(uint32_t c, bool is_capital)
{
	struct letter letter;

	c = as_code(c);
	if (c >= 0xa1 && c <= 0xfe && tcvn3[c - 0xa1])
		c = tcvn3[c - 0xa1];
	if (is_capital && letter_get(&letter, c))
		c = letter_put(letter.base, letter.tone, true);
	return c;
}

static bool is_between(uint32_t c, uint32_t low, uint32_t high)
{
	return c >= low && c <= high;
}

/* The small form of a mark or letter of Latin-1. */
static uint32_t small(uint32_t c)
{
	return is_between(c, 0xc0, 0xde) ? c + 0x20 : c;
}

/* Tone of a mark behind a letter without hat, -1 for none. */
static int vni_tone(uint32_t mark)
{
	switch (small(mark)) {
	case 0xf9:
		return TONE_SAC;
	case 0xf8:
		return TONE_HUYEN;
	case 0xfb:
		return TONE_HOI;
	case 0xf5:
		return TONE_NGA;
	case 0xef:
		return TONE_NANG;
	default:
		return -1;
	}
}

/* Tone of a mark that brings a circumflex too. */
static int vni_roof(uint32_t mark)
{
	switch (small(mark)) {
	case 0xe2:
		return TONE_NONE;
	case 0xe1:
		return TONE_SAC;
	case 0xe0:
		return TONE_HUYEN;
	case 0xe5:
		return TONE_HOI;
	case 0xe3:
		return TONE_NGA;
	case 0xe4:
		return TONE_NANG;
	default:
		return -1;
	}
}

/* Tone of a mark that brings a breve too. */
static int vni_breve(uint32_t mark)
{
	switch (small(mark)) {
	case 0xea:
		return TONE_NONE;
	case 0xe9:
		return TONE_SAC;
	case 0xe8:
		return TONE_HUYEN;
	case 0xfa:
		return TONE_HOI;
	case 0xfc:
		return TONE_NGA;
	case 0xeb:
		return TONE_NANG;
	default:
		return -1;
	}
}

/* Letters that are one code, whole. */
static uint32_t vni_single(uint32_t c, bool is_upper)
{
	switch (small(c)) {
	case 0xf1:
		return letter_put(0x111, TONE_NONE, is_upper);
	case 0xee:
		return letter_put('y', TONE_NANG, is_upper);
	case 0xed:
		return letter_put('i', TONE_SAC, is_upper);
	case 0xec:
		return letter_put('i', TONE_HUYEN, is_upper);
	case 0xe6:
		return letter_put('i', TONE_HOI, is_upper);
	case 0xf3:
		return letter_put('i', TONE_NGA, is_upper);
	case 0xf2:
		return letter_put('i', TONE_NANG, is_upper);
	default:
		return c;
	}
}

/* The base that a VNI letter shows, 0 for one that takes no marks. */
static uint32_t vni_base(uint32_t c)
{
	if (is_between(c, 'A', 'Z'))
		c += 0x20;
	switch (small(c)) {
	case 'a':
	case 'e':
	case 'o':
	case 'u':
	case 'y':
		return c;
	case 0xf4:
		return 0x1a1;
	case 0xf6:
		return 0x1b0;
	default:
		return 0;
	}
}

static uint32_t vni_marked(uint32_t base, uint32_t mark, bool is_upper)
{
	int tone = vni_tone(mark);
	uint32_t roofed = letter_hat(base, 0x302);

	if (tone < 0 && roofed) {
		tone = vni_roof(mark);
		if (tone >= 0)
			base = roofed;
	}
	if (tone < 0 && base == 'a') {
		tone = vni_breve(mark);
		if (tone >= 0)
			base = 0x103;
	}
	return tone < 0 ? 0
			: letter_put(base, (enum letter_tone)tone, is_upper);
}

/* Longest first: a letter with its mark, else the character alone. The case
 * is the letter's; people mix the case of marks. */
static struct glyph next_vni(const char *text, size_t size, size_t at)
{
	size_t pos = at, next;
	uint32_t c = as_code(utf8_next(text, size, &pos)), base = vni_base(c);
	bool is_upper = is_between(c, 'A', 'Z') || is_between(c, 0xc0, 0xde);
	uint32_t whole = 0;

	next = pos;
	if (base && pos < size)
		whole = vni_marked(base, as_code(utf8_next(text, size, &next)),
				   is_upper);
	if (whole)
		return (struct glyph){whole, next - at};
	c = base ? letter_put(base, TONE_NONE, is_upper)
		 : vni_single(c, is_upper);
	return (struct glyph){c, pos - at};
}

/* U+2212 is what PDF converters make of U+00AD; only inside a word. */
static bool is_lost_horn(const char *text, size_t size, size_t at, size_t next)
{
	struct letter letter;
	size_t pos = next;
	uint32_t c;
	bool behind = at > 0 &&
		      ((text[at - 1] & 0x80) ||
		       letter_get(&letter, (unsigned char)text[at - 1]));

	if (!behind || next >= size)
		return false;
	c = utf8_next(text, size, &pos);
	return (c >= 0xa1 && c <= 0xff) || letter_get(&letter, c);
}

static struct glyph next_tcvn3(const char *text, size_t size, size_t at,
			       bool is_capital)
{
	size_t pos = at;
	uint32_t c = utf8_next(text, size, &pos);

	if (c == 0x2212 && is_lost_horn(text, size, at, pos))
		c = 0xad;
	return (struct glyph){from_tcvn3(c, is_capital), pos - at};
}

void legacy_decode(struct buf *out, struct text_map *map, size_t origin,
		   const char *text, size_t size, enum legacy_charset charset)
{
	size_t at = 0;

	if (charset == LEGACY_NONE) {
		if (map)
			text_map_add(map, out->size, origin);
		buf_add(out, text, size);
		at = size;
	}
	while (at < size && buf_ok(out)) {
		struct glyph glyph;

		if (charset == LEGACY_VNI)
			glyph = next_vni(text, size, at);
		else
			glyph = next_tcvn3(text, size, at,
					   charset == LEGACY_CAPITALS);
		if (map)
			text_map_add(map, out->size, origin + at);
		utf8_put(out, glyph.c);
		at += glyph.size;
	}
	if (map)
		text_map_add(map, out->size, origin + size);
}
