/*
 * numformat.h - a count in one of the formats of ST_NumberFormat (ECMA-376-1
 * 17.18.59).
 */
#ifndef WML_NUMFORMAT_H
#define WML_NUMFORMAT_H

#include "util/buf.h"

/* What w:numFmt says; a format that is not known counts in decimals. */
enum numformat {
	NUMFORMAT_DECIMAL,
	NUMFORMAT_DECIMAL_ZERO,
	NUMFORMAT_UPPER_ROMAN,
	NUMFORMAT_LOWER_ROMAN,
	NUMFORMAT_UPPER_LETTER,
	NUMFORMAT_LOWER_LETTER,
	NUMFORMAT_ORDINAL,
	NUMFORMAT_CARDINAL_TEXT,
	NUMFORMAT_ORDINAL_TEXT,
	NUMFORMAT_HEX,
	NUMFORMAT_CHICAGO,
	NUMFORMAT_IN_DASH,
	NUMFORMAT_CIRCLE,
	NUMFORMAT_PAREN,
	NUMFORMAT_FULLSTOP,
	NUMFORMAT_FULL_WIDTH,
	NUMFORMAT_CHINESE,
	NUMFORMAT_IDEOGRAPH_DIGITS,
	NUMFORMAT_UPPER_RUSSIAN,
	NUMFORMAT_LOWER_RUSSIAN,
	NUMFORMAT_VIETNAMESE,
	NUMFORMAT_BULLET,
	NUMFORMAT_NONE
};

enum numformat numformat_find(const char *name, size_t size);
/* Appends the count; nothing for bullets and NUMFORMAT_NONE. `pad` is the
 * least number of digits of a decimal. */
void numformat_add(struct buf *out, enum numformat format, long n,
		   unsigned pad);

#endif
