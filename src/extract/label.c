/*
 * label.c - labels of several parts, such as "2a."; see label.h.
 */
#include "extract/label.h"

#include "text/letters.h"
#include "text/span.h"

#include <string.h>

enum {
	ROMAN_MAX = 4, /* letters: "VIII" */
	DIGITS_MAX = 2,
	PARTS_MAX = 4
};

/* Of what kind the part at the beginning of a text is, and how long. */
static enum label_kind read_part(const char *text, size_t size, size_t *n)
{
	enum label_kind kind = LABEL_NUMBER;

	for (*n = 0; *n < size && text_is_digit(text[*n]);)
		++*n;
	if (*n > 0)
		return *n <= DIGITS_MAX ? kind : LABEL_NONE;
	kind = LABEL_ROMAN;
	while (*n < size && strchr("IVX", text[*n]))
		++*n;
	if (*n == 0 && size > 0 && text[0] >= 'a' && text[0] <= 'z') {
		kind = LABEL_LETTER;
		*n = 1;
	}
	return *n > 0 && *n <= ROMAN_MAX ? kind : LABEL_NONE;
}

/* "1.a" and "1a", but "1.1" only so. */
static bool parts_join(enum label_kind before, enum label_kind next,
		       bool is_dotted)
{
	if (next == LABEL_NONE || next == LABEL_ROMAN)
		return false;
	return is_dotted ||
	       (before == LABEL_NUMBER && next == LABEL_LETTER) ||
	       (before == LABEL_LETTER && next == LABEL_NUMBER);
}

/* "." and a space, of which words come behind. */
static bool ends(const char *text, size_t size, size_t at)
{
	if (at + 2 >= size || !strchr(".)/:", text[at]))
		return false;
	at += strchr(".)/:", text[at + 1]) != NULL;
	return strchr(" \t", text[at + 1]) || (unsigned char)text[at + 1] == 0xc2;
}

bool label_read(struct label *label, const char *text, size_t size)
{
	enum label_kind kind, next;
	bool is_mixed = false, is_dotted;
	size_t n, at = 0;

	kind = label->first = read_part(text, size, &n);
	for (label->parts = 0; kind != LABEL_NONE && label->parts < PARTS_MAX;
	     kind = next) {
		label->parts++;
		label->last = kind;
		is_mixed |= kind != LABEL_NUMBER;
		at += n;
		is_dotted = at + 1 < size && text[at] == '.';
		next = read_part(text + at + is_dotted, size - at - is_dotted,
				 &n);
		if (!parts_join(kind, next, is_dotted))
			break;
		at += is_dotted;
	}
	label->end = at + 1;
	return is_mixed && label->parts > 1 && ends(text, size, at);
}
