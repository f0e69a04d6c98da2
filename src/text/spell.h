/*
 * spell.h - numbers in Vietnamese words: 1234 "một nghìn hai trăm ba mươi tư".
 *
 * What no law fixes and people differ in is an option; without any the words
 * are those of the school books (linh, nghìn, tư, tỷ).
 */
#ifndef TEXT_SPELL_H
#define TEXT_SPELL_H

#include "util/buf.h"

enum spell_option {
	SPELL_LE = 1,	/* "lẻ" for "linh": một trăm lẻ năm */
	SPELL_NGAN = 2, /* "ngàn" for "nghìn" */
	SPELL_BON = 4,	/* "bốn" for "tư": hai mươi bốn */
	SPELL_TI = 8,	/* "tỉ" for "tỷ" */
	SPELL_CHAN = 16 /* money: "chẵn" behind a whole sum */
};

/*
 * Appends a canonical number in words. Groups of three are read with
 * "nghìn" and "triệu", nine digits with "tỷ", which stands once for every
 * block of nine ("một tỷ tỷ" is 10^18); the hundreds of a group that is not
 * the first are always read ("không trăm linh năm"). The decimals stand
 * behind "phẩy": up to three that begin with no 0 are one number, else
 * their zeros are read one by one ("không năm"), and more than three are read
 * digit by digit.
 *
 * False with nothing appended when it is no canonical number.
 */
bool spell_number(struct buf *out, const char *canonical, unsigned options);

/* The same as a sum of money: "Một triệu hai trăm nghìn đồng". */
bool spell_money(struct buf *out, const char *canonical, unsigned options);

#endif
