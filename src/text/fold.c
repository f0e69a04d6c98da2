/*
 * fold.c - see fold.h.
 *
 * One pass. ASCII goes through a table; letters of Vietnamese through
 * letters.h; the rest of Unicode through utf8proc, decomposed, so that no
 * text has to be NFC before.
 */
#include "text/fold.h"

#include "text/letters.h"
#include "text/span.h"
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

enum {
	/* bytes of text between two looks at the room in the buffer */
	CHUNK = 16384,
	/* bytes a byte of text may become: U+0390 (two) folds to six */
	GROWTH = 4,
	/* room for what stood open before the chunk */
	SLACK = 64
};

/* What an ASCII byte becomes; 0 for controls and spaces. */
static const unsigned char small[128] = {
	/* 00 */ 0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	/* 10 */ 0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	/* 20 */ 0,
	'!',
	'"',
	'#',
	'$',
	'%',
	'&',
	'\'',
	'(',
	')',
	'*',
	'+',
	',',
	'-',
	'.',
	'/',
	/* 30 */ '0',
	'1',
	'2',
	'3',
	'4',
	'5',
	'6',
	'7',
	'8',
	'9',
	':',
	';',
	'<',
	'=',
	'>',
	'?',
	/* 40 */ '@',
	'a',
	'b',
	'c',
	'd',
	'e',
	'f',
	'g',
	'h',
	'i',
	'j',
	'k',
	'l',
	'm',
	'n',
	'o',
	/* 50 */ 'p',
	'q',
	'r',
	's',
	't',
	'u',
	'v',
	'w',
	'x',
	'y',
	'z',
	'[',
	'\\',
	']',
	'^',
	'_',
	/* 60 */ '\'',
	'a',
	'b',
	'c',
	'd',
	'e',
	'f',
	'g',
	'h',
	'i',
	'j',
	'k',
	'l',
	'm',
	'n',
	'o',
	/* 70 */ 'p',
	'q',
	'r',
	's',
	't',
	'u',
	'v',
	'w',
	'x',
	'y',
	'z',
	'{',
	'|',
	'}',
	'~',
	0,
};

struct folder {
	struct buf *out;
	struct text_map *map;
	const char *text;
	size_t size, at; /* of the text; `at` is the next character */
	size_t start;	 /* of what is appended, in out */
	char *to;	 /* where the next byte goes, in out */
	char *word;	 /* where the letters of the open word began, or NULL */
	size_t gap;	 /* where the open run of spaces began */
	bool is_gap;
	bool leaders;
	enum letter_tone tone; /* of the open syllable */
};

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static void point(struct folder *f, size_t in)
{
	if (f->map)
		text_map_add(f->map, (size_t)(f->to - f->out->data) - f->start,
			     in);
}

static void put(struct folder *f, uint32_t c)
{
	if (c < 0x80) {
		*f->to++ = (char)c;
	} else if (c < 0x800) {
		*f->to++ = (char)(0xc0 | c >> 6);
		*f->to++ = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		*f->to++ = (char)(0xe0 | c >> 12);
		*f->to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*f->to++ = (char)(0x80 | (c & 0x3f));
	} else {
		*f->to++ = (char)(0xf0 | c >> 18);
		*f->to++ = (char)(0x80 | (c >> 12 & 0x3f));
		*f->to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*f->to++ = (char)(0x80 | (c & 0x3f));
	}
}

/* The final y of a syllable that has no other vowel: ky, ki; quy, qui. */
static void settle_y(struct folder *f)
{
	ptrdiff_t n = f->to - f->word;
	char before;

	if (n < 2 || f->to[-1] != 'y')
		return;
	before = f->to[-2];
	if (before == 'u' && n >= 3 && f->to[-3] == 'q')
		f->to[-1] = 'i';
	else if (is_letter(before) && !letter_is_vowel((uint32_t)before))
		f->to[-1] = 'i';
}

/* Writes the tone of the syllable that ends at byte `in` of the text. */
static void settle_tone(struct folder *f, size_t in)
{
	if (f->tone == TONE_NONE)
		return;
	point(f, in);
	put(f, letter_mark(f->tone));
	f->tone = TONE_NONE;
}

static void end_word(struct folder *f)
{
	if (!f->word)
		return;
	settle_y(f);
	settle_tone(f, f->at);
	f->word = NULL;
}

/* What stands before the next character that shows. */
static void open_gap(struct folder *f)
{
	if (!f->is_gap) {
		f->is_gap = true;
		f->gap = f->at;
	}
}

static void close_gap(struct folder *f)
{
	if (!f->is_gap)
		return;
	f->is_gap = false;
	if (f->to == f->out->data + f->start)
		return;
	point(f, f->gap);
	*f->to++ = ' ';
}

static void put_letter(struct folder *f, uint32_t c)
{
	close_gap(f);
	if (!f->word)
		f->word = f->to;
	point(f, f->at);
	put(f, c);
}

static void put_sign(struct folder *f, uint32_t c)
{
	end_word(f);
	close_gap(f);
	point(f, f->at);
	put(f, c);
}

/* ---- ASCII --------------------------------------------------------------- */

/* A run of leader characters, which is a leader from a weight of two on. */
static void fold_leader(struct folder *f)
{
	size_t next = f->at, end;
	uint32_t first = utf8_next(f->text, f->size, &next);
	unsigned heavy = text_leader_weight(first);

	for (end = next; end < f->size; end = next) {
		unsigned w =
			text_leader_weight(utf8_next(f->text, f->size, &next));

		if (w == 0)
			break;
		heavy = 2;
	}
	if (heavy < 2) {
		put_sign(f, first);
	} else if (f->leaders) {
		put_sign(f, 0x2026);
		f->at = end;
		open_gap(f);
	} else {
		end_word(f);
		open_gap(f);
	}
	f->at = end;
}

/* Letters and single signs of ASCII, up to `end`; most of any text. */
static void fold_ascii(struct folder *f, size_t end)
{
	const unsigned char *p = (const unsigned char *)f->text;
	size_t at = f->at;

	while (at < end && p[at] < 0x80) {
		char c = (char)small[p[at]];

		f->at = at;
		if (is_letter(c)) {
			size_t n = 1;

			put_letter(f, (unsigned char)c);
			while (at + n < end && p[at + n] < 0x80 &&
			       is_letter((char)small[p[at + n]]))
				*f->to++ = (char)small[p[at + n++]];
			at += n;
		} else if (c == '.' || c == '_') {
			fold_leader(f);
			at = f->at;
		} else if (c == 0) {
			end_word(f);
			open_gap(f);
			at++;
		} else {
			put_sign(f, (unsigned char)c);
			at++;
		}
	}
	f->at = at;
}

/* ---- the rest of Unicode ------------------------------------------------- */

/* Letters of other scripts that people and programs put for Latin ones. */
static uint32_t look_alike(uint32_t c)
{
	static const struct {
		uint16_t from;
		uint16_t to;
	} pairs[] = {
		/* eth and the African d */
		{0x00d0, 0x111},
		{0x00f0, 0x111},
		{0x0189, 0x111},
		{0x0256, 0x111},
		/* Greek capitals, omicron */
		{0x0391, 'a'},
		{0x0392, 'b'},
		{0x0395, 'e'},
		{0x0397, 'h'},
		{0x0399, 'i'},
		{0x039a, 'k'},
		{0x039c, 'm'},
		{0x039d, 'n'},
		{0x039f, 'o'},
		{0x03a1, 'p'},
		{0x03a4, 't'},
		{0x03a5, 'y'},
		{0x03a7, 'x'},
		{0x03bf, 'o'},
		/* Cyrillic */
		{0x0405, 's'},
		{0x0406, 'i'},
		{0x0410, 'a'},
		{0x0412, 'b'},
		{0x0415, 'e'},
		{0x041a, 'k'},
		{0x041c, 'm'},
		{0x041d, 'h'},
		{0x041e, 'o'},
		{0x0420, 'p'},
		{0x0421, 'c'},
		{0x0422, 't'},
		{0x0423, 'y'},
		{0x0425, 'x'},
		{0x0430, 'a'},
		{0x0435, 'e'},
		{0x043e, 'o'},
		{0x0440, 'p'},
		{0x0441, 'c'},
		{0x0443, 'y'},
		{0x0445, 'x'},
		{0x0455, 's'},
		{0x0456, 'i'},
	};
	size_t i;

	if (c != 0xd0 && c != 0xf0 && (c < 0x189 || c > 0x456))
		return 0;
	for (i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (pairs[i].from == c)
			return pairs[i].to;
	return 0;
}

/* What a sign is compared as; 0 for most. */
static uint32_t as_sign(uint32_t c)
{
	switch (c) {
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
	case 0xfe58:
	case 0xfe63:
		return '-';
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x201f:
	case 0xab:
	case 0xbb:
	case 0x2033:
		return '"';
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x201b:
	case 0x2032:
	case 0xb4:
		return '\'';
	default:
		return 0;
	}
}

/* A hat behind its letter, tones between or not. */
static bool fold_hat(struct folder *f, uint32_t hat)
{
	uint32_t hatted = f->word && f->to > f->word
				  ? letter_hat((unsigned char)f->to[-1], hat)
				  : 0;

	if (!hatted)
		return false;
	f->to--;
	put(f, hatted);
	return true;
}

static void fold_other(struct folder *f, uint32_t c)
{
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
				      UTF8PROC_CASEFOLD;
	utf8proc_category_t kind;
	utf8proc_int32_t few[8];
	utf8proc_ssize_t n, i;
	int bound = 0;

	kind = utf8proc_category((utf8proc_int32_t)c);
	n = utf8proc_decompose_char((utf8proc_int32_t)c, few, 8, how, &bound);
	if (n <= 0 || n > 8) {
		few[0] = (utf8proc_int32_t)c;
		n = 1;
	}
	for (i = 0; i < n; i++)
		if (kind >= UTF8PROC_CATEGORY_LU &&
		    kind <= UTF8PROC_CATEGORY_ME)
			put_letter(f, (uint32_t)few[i]);
		else
			put_sign(f, (uint32_t)few[i]);
}

static void fold_letter(struct folder *f, const struct letter *letter)
{
	if (letter->tone != TONE_NONE)
		settle_tone(f, f->at);
	put_letter(f, letter->base);
	if (letter->tone != TONE_NONE)
		f->tone = letter->tone;
}

/* One character that is no ASCII. */
static void fold_wide(struct folder *f)
{
	size_t next = f->at;
	uint32_t c = utf8_next(f->text, f->size, &next), other;
	enum letter_tone tone = letter_tone_of(c);
	struct letter letter;

	other = look_alike(c);
	if (c >= 0xff01 && c <= 0xff5e)
		other = small[c - 0xfee0];
	if (letter_get(&letter, c)) {
		fold_letter(f, &letter);
	} else if (text_leader_weight(c)) {
		fold_leader(f);
		return;
	} else if (text_is_space(c)) {
		end_word(f);
		open_gap(f);
	} else if (tone != TONE_NONE && f->word) {
		settle_tone(f, f->at);
		f->tone = tone;
	} else if (text_is_zero_width(c) || c == 0xad || fold_hat(f, c)) {
		; /* nothing is seen of it, or it is part of the letter */
	} else if (other >= 0x80 || is_letter((char)other)) {
		put_letter(f, other);
	} else if (other || as_sign(c)) {
		put_sign(f, other ? other : as_sign(c));
	} else {
		fold_other(f, c);
	}
	f->at = next;
}

/* Room for the next chunk; the places in the buffer move with it. */
static bool make_room(struct folder *f, size_t chunk)
{
	size_t word = f->word ? (size_t)(f->word - f->out->data) : 0;
	char *to = buf_reserve(f->out, chunk * GROWTH + SLACK);

	if (!to)
		return false;
	f->to = to;
	if (f->word)
		f->word = f->out->data + word;
	return true;
}

static void keep(struct folder *f)
{
	f->out->size = (size_t)(f->to - f->out->data);
	*f->to = '\0';
}

void text_fold_map(struct buf *out, struct text_map *map, const char *text,
		   size_t size, bool leaders)
{
	struct folder f = {.out = out,
			   .map = map,
			   .text = text,
			   .size = size,
			   .start = out->size,
			   .leaders = leaders};

	do {
		size_t left = size - f.at;
		size_t end = f.at + (left < CHUNK ? left : CHUNK);

		if (!make_room(&f, end - f.at))
			return;
		while (f.at < end) {
			fold_ascii(&f, end);
			if (f.at < end)
				fold_wide(&f);
		}
		if (f.at >= size) {
			end_word(&f);
			point(&f, size);
		}
		keep(&f);
	} while (f.at < size);
}

void text_fold(struct buf *out, const char *text, size_t size)
{
	text_fold_map(out, NULL, text, size, false);
}

/* A letter that is folded to itself in lower case, whatever comes behind it; 0
 * for any other. */
static int begin_of(char c)
{
	switch (c | 0x20) {
	case 'b':
	case 'c':
	case 'd':
	case 'g':
	case 'h':
	case 'k':
	case 'l':
	case 'm':
	case 'n':
	case 'p':
	case 'q':
	case 'r':
	case 's':
	case 't':
	case 'v':
	case 'x':
		return c | 0x20;
	default:
		return 0;
	}
}

/* Two words that begin with two plain letters are not folded to the same, "y"
 * and "i" apart: most words are told apart by that. */
static bool begin_apart(const char *a, size_t na, const char *b, size_t nb)
{
	int x = na ? begin_of(*a) : 0, y = nb ? begin_of(*b) : 0;

	return x && y && x != y;
}

bool text_fold_same(const char *a, size_t na, const char *b, size_t nb)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool same;

	if (begin_apart(a, na, b, nb))
		return false;
	text_fold(&x, a, na);
	text_fold(&y, b, nb);
	same = buf_ok(&x) && buf_ok(&y) && x.size == y.size &&
	       (x.size == 0 || memcmp(x.data, y.data, x.size) == 0);
	buf_release(&x);
	buf_release(&y);
	return same;
}
