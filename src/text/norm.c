/*
 * norm.c - see norm.h.
 *
 * A mark is found by its lead byte: U+0300..U+037F is CC 80..CD BF. The piece
 * to compose reaches from the ASCII character before it to the next one: an
 * ASCII character never composes with what stands before it, so pieces can
 * be treated alone.
 */
#include "text/norm.h"

#include "text/span.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Code points of a piece that need no memory: longer than any word. */
#define PIECE_MAX 128
/* Marks on one letter: the stream-safe format of UAX #15, 13. Ordering them
 * takes the square of their number, so there has to be an end. */
#define MARKS_MAX 30

static bool is_mark_lead(char c)
{
	return ((unsigned char)c & 0xfe) == 0xcc;
}

/* The next CC or CD byte at or after `at`, eight bytes at a time. */
static size_t find_mark(const char *text, size_t size, size_t at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);

	for (; size - at >= 8; at += 8) {
		uint64_t x;

		memcpy(&x, text + at, 8);
		x = (x & ones * 0xfe) ^ ones * 0xcc;
		/* some byte is 0: the usual test, exact for "is there one" */
		if ((x - ones) & ~x & ones * 0x80)
			break;
	}
	while (at < size && !is_mark_lead(text[at]))
		at++;
	return at;
}

static bool is_tone(utf8proc_int32_t c)
{
	return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309;
}

/* Whether Vietnamese has the letter with that hat. */
static bool takes_hat(utf8proc_int32_t letter, utf8proc_int32_t hat)
{
	switch (letter) {
	case 'a':
	case 'A':
		return hat == 0x302 || hat == 0x306;
	case 'e':
	case 'E':
	case 'o':
	case 'O':
		return hat == 0x302;
	default:
		return false;
	}
}

/* Puts hats before the tones that were typed first, in decomposed text; the
 * dot below (class 220) is in front of both already. */
static void reorder(utf8proc_int32_t *c, utf8proc_ssize_t n)
{
	utf8proc_int32_t letter = 0;

	for (utf8proc_ssize_t i = 0; i < n; i++) {
		utf8proc_int32_t mark = c[i];
		utf8proc_ssize_t to = i;

		if (mark < 0x300 || mark > 0x36f) {
			letter = mark;
			continue;
		}
		if (!takes_hat(letter, mark))
			continue;
		for (; to > 0 && is_tone(c[to - 1]); to--)
			c[to] = c[to - 1];
		c[to] = mark;
	}
}

/* Whether more marks follow one letter than any writing has. */
static bool is_overloaded(const char *text, size_t size)
{
	size_t at = 0, marks = 0;

	while (at < size && marks <= MARKS_MAX) {
		utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(text, size,
								 &at);

		if (utf8proc_get_property(c)->combining_class)
			marks++;
		else
			marks = 0;
	}
	return marks > MARKS_MAX;
}

/* Appends one piece composed, or as it is when it is no text. */
static void compose(struct buf *out, const char *text, size_t size)
{
	const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t len = (utf8proc_ssize_t)size, n;
	utf8proc_int32_t few[PIECE_MAX + 1], *at = few;
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;

	if (is_overloaded(text, size)) {
		buf_add(out, text, size);
		return;
	}
	n = utf8proc_decompose(from, len, few, PIECE_MAX, how);
	if (n > PIECE_MAX) {
		at = malloc(((size_t)n + 1) * sizeof(*at));
		if (!at) {
			out->failed = true;
			return;
		}
		n = utf8proc_decompose(from, len, at, n, how);
	}
	if (n >= 0) {
		reorder(at, n);
		n = utf8proc_reencode(at, n,
				      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	}
	if (n < 0)
		buf_add(out, text, size);
	else
		buf_add(out, at, (size_t)n);
	if (at != few)
		free(at);
}

/* The piece around the next mark at or after `at`: [*start, *end), empty at
 * the end of the text when there is none. */
static void next_piece(const char *text, size_t size, size_t at, size_t *start,
		       size_t *end)
{
	size_t mark = find_mark(text, size, at);

	*start = *end = mark;
	if (mark == size)
		return;
	while (*start > at && (text[*start - 1] & 0x80))
		(*start)--;
	if (*start > at)
		(*start)--;
	while (*end < size && (text[*end] & 0x80))
		(*end)++;
}

void text_nfc(struct buf *out, const char *text, size_t size)
{
	size_t at = 0, start, end;

	while (at < size && buf_ok(out)) {
		next_piece(text, size, at, &start, &end);
		buf_add(out, text + at, start - at);
		if (start < end)
			compose(out, text + start, end - start);
		at = end;
	}
}

bool text_is_nfc(const char *text, size_t size)
{
	struct buf piece = BUF_INIT;
	size_t at = 0, start, end;
	bool same = true;

	while (at < size && same) {
		next_piece(text, size, at, &start, &end);
		if (start < end) {
			buf_clear(&piece);
			compose(&piece, text + start, end - start);
			same = buf_ok(&piece) && piece.size == end - start &&
			       memcmp(piece.data, text + start, piece.size) ==
				       0;
		}
		at = end;
	}
	buf_release(&piece);
	return same;
}

/* The next character a reader sees from `*at`, runs of spaces as one; 0 at
 * the end. U+0000 in the text is a character like another: it gives
 * UTF8_REPLACEMENT. */
static uint32_t next_seen(struct text_span s, size_t *at)
{
	bool space = false;

	while (*at < s.size) {
		size_t pos = *at;
		uint32_t c = utf8_next(s.at, s.size, &pos);

		if (text_is_space(c)) {
			space = true;
		} else if (!text_is_zero_width(c) && c != 0xad) {
			if (space)
				return ' ';
			*at = pos;
			return c ? c : UTF8_REPLACEMENT;
		}
		*at = pos;
	}
	return 0;
}

static bool same_seen(struct text_span a, struct text_span b)
{
	size_t i = 0, j = 0;
	uint32_t c;

	do {
		c = next_seen(a, &i);
		if (c != next_seen(b, &j))
			return false;
	} while (c);
	return true;
}

/* The text, or its NFC in `out` when it differs. */
static struct text_span as_nfc(struct buf *out, const char *text, size_t size)
{
	if (find_mark(text, size, 0) == size)
		return text_trim(text, size);
	text_nfc(out, text, size);
	return text_trim(buf_cstr(out), out->size);
}

bool text_same(const char *a, size_t na, const char *b, size_t nb)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	struct text_span s, t;
	bool same;

	if (na == nb && (na == 0 || memcmp(a, b, na) == 0))
		return true;
	s = as_nfc(&x, a, na);
	t = as_nfc(&y, b, nb);
	same = buf_ok(&x) && buf_ok(&y) && same_seen(s, t);
	buf_release(&x);
	buf_release(&y);
	return same;
}

void text_plain(struct buf *out, const char *text, size_t size)
{
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
				      UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD;
	size_t pos = 0, start = out->size;

	while (pos < size) {
		utf8proc_int32_t few[8];
		utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(text, size,
								 &pos);
		int bound = 0;
		utf8proc_ssize_t n = utf8proc_decompose_char(c, few, 8, how,
							     &bound);

		for (utf8proc_ssize_t i = 0; i < n && i < 8; i++) {
			/* U+0111 is a letter of its own, not a marked d */
			utf8proc_int32_t x = few[i] == 0x111 ? 'd' : few[i];
			bool is_word = (x >= 'a' && x <= 'z') ||
				       (x >= '0' && x <= '9');

			if (is_word)
				buf_addc(out, (char)x);
			else if (out->size > start &&
				 out->data[out->size - 1] != ' ')
				buf_addc(out, ' ');
		}
	}
	if (out->size > start && out->data[out->size - 1] == ' ')
		out->data[--out->size] = '\0';
}
