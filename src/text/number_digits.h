/*
 * number_digits.h - a plain decimal number seen as its digits; shared by
 * number.c (reading, showing) and number_math.c (arithmetic).
 */
#ifndef TEXT_NUMBER_DIGITS_H
#define TEXT_NUMBER_DIGITS_H

#include "util/buf.h"

/* Borrowed ASCII digits before and after the point; either may be empty. */
struct digits {
	bool minus;
	const char *whole, *frac;
	size_t nwhole, nfrac;
};

/* Takes [+-]?[0-9]*(.[0-9]*)? with a digit somewhere, as it stands. */
bool digits_parse(struct digits *out, const char *text, size_t size);
/* Drops leading zeros of the whole and trailing ones of the fraction. */
void digits_strip(struct digits *d);
/* Appends stripped digits in canonical form; no digits are "0". */
void digits_put(struct buf *out, const struct digits *d);

#endif
