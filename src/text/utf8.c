/*
 * utf8.c - see utf8.h.
 *
 * Scanning is a shift-based automaton: a state is a bit offset, a row holds
 * the next state of every state at its offset, so that one byte costs one
 * shift and the loads do not wait for each other. The refusing state has
 * offset 0, and its row entries are 0, so it keeps itself.
 */
#include "text/utf8.h"

enum state {
	NO = 0,
	OK = 6,	 /* between characters */
	C1 = 12, /* one continuation byte to come */
	C2 = 18, /* two */
	C3 = 24, /* three */
	AFTER_E0 = 30,
	AFTER_ED = 36,
	AFTER_F0 = 42,
	AFTER_F4 = 48,
	AFTER_EF = 54,
	/* Its row entries have only 4 bits left: it may go to OK, no further */
	AFTER_EFBF = 60
};

enum kind {
	CTL, /* C0 controls that XML forbids */
	ASC, /* the rest of ASCII */
	T8,  /* trails: 80..8F */
	T9,  /* 90..9F */
	TA,  /* A0..BD */
	TE,  /* BE */
	TF,  /* BF */
	L2,  /* leads: C2..DF */
	E0,
	L3,
	ED,
	EF,
	F0,
	L4,
	F4,
	BAD, /* C0, C1, F5..FF */
	KINDS
};

#define FOUR(k)	 k, k, k, k
#define EIGHT(k) FOUR(k), FOUR(k)
#define ROW(k)	 EIGHT(k), EIGHT(k)

static const unsigned char kinds[256] = {
	/* 00 */ EIGHT(CTL),
	CTL,
	ASC,
	ASC,
	CTL,
	CTL,
	ASC,
	CTL,
	CTL,
	/* 10 */ ROW(CTL),
	/* 20 */ ROW(ASC),
	ROW(ASC),
	ROW(ASC),
	ROW(ASC),
	ROW(ASC),
	ROW(ASC),
	/* 80 */ ROW(T8),
	/* 90 */ ROW(T9),
	/* A0 */ ROW(TA),
	/* B0 */ EIGHT(TA),
	FOUR(TA),
	TA,
	TA,
	TE,
	TF,
	/* C0 */ BAD,
	BAD,
	L2,
	L2,
	FOUR(L2),
	EIGHT(L2),
	/* D0 */ ROW(L2),
	/* E0 */ E0,
	L3,
	L3,
	L3,
	FOUR(L3),
	FOUR(L3),
	L3,
	ED,
	L3,
	EF,
	/* F0 */ F0,
	L4,
	L4,
	L4,
	F4,
	BAD,
	BAD,
	BAD,
	EIGHT(BAD)};

#define GO(from, to) ((uint64_t)(to) << (from))
/* What every continuation byte does, whatever its value. */
#define TRAIL (GO(C1, OK) | GO(C2, C1) | GO(C3, C2))
/* Leads that behave alike for both automata. */
#define LEADS                                                                \
	[L2] = GO(OK, C1), [E0] = GO(OK, AFTER_E0), [L3] = GO(OK, C2),       \
	[ED] = GO(OK, AFTER_ED), [F0] = GO(OK, AFTER_F0), [L4] = GO(OK, C3), \
	[F4] = GO(OK, AFTER_F4), [BAD] = 0

static const uint64_t utf8_rows[KINDS] = {
	[CTL] = GO(OK, OK),
	[ASC] = GO(OK, OK),
	[T8] = TRAIL | GO(AFTER_ED, C1) | GO(AFTER_F4, C2),
	[T9] = TRAIL | GO(AFTER_ED, C1) | GO(AFTER_F0, C2),
	[TA] = TRAIL | GO(AFTER_E0, C1) | GO(AFTER_F0, C2),
	[TE] = TRAIL | GO(AFTER_E0, C1) | GO(AFTER_F0, C2),
	[TF] = TRAIL | GO(AFTER_E0, C1) | GO(AFTER_F0, C2),
	[EF] = GO(OK, C2),
	LEADS};

/* As above, without forbidden controls and without EF BF BE and EF BF BF. */
#define XML_TRAIL (TRAIL | GO(AFTER_EFBF, OK) | GO(AFTER_EF, C1))

static const uint64_t xml_rows[KINDS] = {
	[CTL] = 0,
	[ASC] = GO(OK, OK),
	[T8] = XML_TRAIL | GO(AFTER_ED, C1) | GO(AFTER_F4, C2),
	[T9] = XML_TRAIL | GO(AFTER_ED, C1) | GO(AFTER_F0, C2),
	[TA] = XML_TRAIL | GO(AFTER_E0, C1) | GO(AFTER_F0, C2),
	[TE] = TRAIL | GO(AFTER_EF, C1) | GO(AFTER_E0, C1) | GO(AFTER_F0, C2),
	[TF] = TRAIL | GO(AFTER_EF, AFTER_EFBF) | GO(AFTER_E0, C1) |
	       GO(AFTER_F0, C2),
	[EF] = GO(OK, AFTER_EF),
	LEADS};

static bool is_trail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

static size_t find_refused(const uint64_t rows[KINDS], const char *text,
			   size_t size)
{
	enum {
		BLOCK = 32
	};
	const unsigned char *p = (const unsigned char *)text;
	size_t start = 0, at = 0;
	uint64_t state = OK;

	while (size - at >= BLOCK) {
		uint64_t next = state;

		for (size_t i = 0; i < BLOCK; i++)
			next = rows[kinds[p[at + i]]] >> (next & 63);
		if ((next & 63) == NO)
			break;
		state = next;
		at += BLOCK;
	}
	/* `start` is where the character that `at` stands in begins */
	start = at;
	while (start > 0 && (state & 63) != OK && at - start < 3 &&
	       is_trail(p[start - 1]))
		start--;
	if ((state & 63) != OK)
		start--;
	for (; at < size; at++) {
		state = rows[kinds[p[at]]] >> (state & 63);
		if ((state & 63) == NO)
			return start;
		if ((state & 63) == OK)
			start = at + 1;
	}
	return (state & 63) == OK ? size : start;
}

bool utf8_valid(const char *text, size_t size, size_t *bad)
{
	size_t at = find_refused(utf8_rows, text, size);

	if (bad && at < size)
		*bad = at;
	return at == size;
}

size_t utf8_find_forbidden(const char *text, size_t size)
{
	return find_refused(xml_rows, text, size);
}

uint32_t utf8_next(const char *text, size_t size, size_t *pos)
{
	const unsigned char *p = (const unsigned char *)text + *pos;
	size_t left = size - *pos, n = 0;
	uint64_t state = OK;
	uint32_t c = 0;

	if (p[0] < 0x80) {
		(*pos)++;
		return p[0];
	}
	/* most of Vietnamese: what no trail makes wrong */
	if (kinds[p[0]] == L2 && left > 1 && is_trail(p[1])) {
		*pos += 2;
		return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	}
	if (kinds[p[0]] == L3 && left > 2 && is_trail(p[1]) && is_trail(p[2])) {
		*pos += 3;
		return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 |
		       (p[2] & 0x3fu);
	}
	do {
		if (n == left)
			state = NO;
		else
			state = utf8_rows[kinds[p[n]]] >> state & 63;
		if (state == NO) {
			(*pos)++;
			return UTF8_REPLACEMENT;
		}
		c = n ? c << 6 | (p[n] & 0x3fu) : p[n];
		n++;
	} while (state != OK);
	*pos += n;
	/* the lead still carries its length bits */
	return n == 2 ? c & 0x7ff : n == 3 ? c & 0xffff : c & 0x1fffff;
}

void utf8_put(struct buf *out, uint32_t c)
{
	char b[4];
	size_t n;

	if ((c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff)
		c = UTF8_REPLACEMENT;
	if (c < 0x80) {
		b[0] = (char)c;
		n = 1;
	} else if (c < 0x800) {
		b[0] = (char)(0xc0 | c >> 6);
		n = 2;
	} else if (c < 0x10000) {
		b[0] = (char)(0xe0 | c >> 12);
		n = 3;
	} else {
		b[0] = (char)(0xf0 | c >> 18);
		n = 4;
	}
	for (size_t i = n; i > 1; i--) {
		b[i - 1] = (char)(0x80 | (c & 0x3f));
		c >>= 6;
	}
	buf_add(out, b, n);
}

size_t utf8_length(const char *text, size_t size)
{
	size_t n = 0;

	for (size_t at = 0; at < size; n++)
		(void)utf8_next(text, size, &at);
	return n;
}
