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
	SIGNS_MAX = 2,
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
	return is_dotted || (before == LABEL_NUMBER && next == LABEL_LETTER) ||
	       (before == LABEL_LETTER && next == LABEL_NUMBER);
}

static bool is_space(const char *text, size_t size, size_t at)
{
	return at < size && (strchr(" \t", text[at]) != NULL ||
			     (unsigned char)text[at] == 0xc2);
}

/* "." and a space behind the parts, or a space and a capital letter: how many
 * bytes a sign takes, SIZE_MAX where it is no label. */
static size_t sign_size(const char *text, size_t size, size_t at)
{
	size_t n = 0;

	while (at + n < size && n < SIGNS_MAX && strchr(".)/:", text[at + n]))
		n++;
	if (!is_space(text, size, at + n) || at + n + 1 >= size)
		return SIZE_MAX;
	return n > 0 || letter_is_capital_at(text, size, at + 1) ? n : SIZE_MAX;
}

bool label_read(struct label *label, const char *text, size_t size)
{
	enum label_kind kind, next;
	bool is_mixed = false, has_dot = false, is_dotted;
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
		has_dot |= is_dotted;
	}
	n = sign_size(text, size, at);
	/* "7h30 Họp" */
	if (!is_mixed || label->parts < 2 || n == SIZE_MAX ||
	    (n == 0 && !has_dot))
		return false;
	label->end = at + n;
	return true;
}
