/*
 * ordinal.h - the numerals of outlines: Roman, and Vietnamese letters.
 */
#ifndef TEXT_ORDINAL_H
#define TEXT_ORDINAL_H

#include <stdbool.h>

enum {
	/* 3999 is the last Roman number without a bar, 3888 the longest */
	ORDINAL_ROMAN_MAX = 3999,
	ORDINAL_SIZE = 16 /* bytes of any of them, with the NUL */
};

/* "XIV"; false, with "" in `out`, for 0 and past ORDINAL_ROMAN_MAX. */
bool ordinal_roman(char out[ORDINAL_SIZE], unsigned n);

/* a b c d đ e g h i k l m n o p q r s t u v x y (ND 30/2020, Phu luc I,
 * diem), then aa, ab ...; "" for 0. */
void ordinal_letter(char out[ORDINAL_SIZE], unsigned n);

#endif
