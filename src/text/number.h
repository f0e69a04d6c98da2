/*
 * number.h - numbers: canonical in answers, Vietnamese in documents.
 *
 * Canonical is xs:integer "-?[0-9]+" without leading zeros or xs:decimal
 * without trailing zeros in the fraction ("1234", "-3.5"), never "+", never
 * "-0". In a document thousands are parted by "." and the decimal mark is ","
 * (Luat Ke toan 2003, Dieu 12.2): "1.234.567,5".
 *
 * All arithmetic is exact, on decimal digits; no floating point anywhere.
 */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "util/buf.h"

/* Longest number read, in digits: no count or sum of money in a report comes
 * near, and it bounds the work on hostile input. */
#define NUMBER_DIGITS_MAX 40
/* Longest operand of number_rate() and number_rate_matches(), in digits:
 * leaves room for sums of the longest numbers. */
#define NUMBER_RATE_DIGITS_MAX 100
/* Most decimals number_rate() gives. */
#define NUMBER_RATE_DECIMALS_MAX 20
/* Bytes of what number_round() writes: sign, carry, mark and NUL too. */
#define NUMBER_ROUND_SIZE (NUMBER_DIGITS_MAX + NUMBER_RATE_DECIMALS_MAX + 4)

enum number_sure {
	NUMBER_NOT,	  /* not a number of that kind */
	NUMBER_AMBIGUOUS, /* two readings are about as likely */
	NUMBER_LIKELY,	  /* one reading, but not written the official way */
	NUMBER_EXACT	  /* as number_show() writes it */
};

/* How a document writes numbers with one mark and three digits behind. */
enum number_style {
	NUMBER_ANY,	   /* nobody knows */
	NUMBER_VIETNAMESE, /* 1.234 is thousands, 1,234 a fraction */
	NUMBER_ENGLISH	   /* the other way */
};

enum number_kind {
	NUMBER_COUNT,
	NUMBER_DECIMAL,
	NUMBER_PERCENT
};

/*
 * Appends the canonical form of a value of an answers file (xs:integer when
 * `integer`, else xs:decimal: "+5", "007", "1.50", ".5", spaces around).
 * Returns 0, or -1 with nothing appended when it is none, or has more than
 * NUMBER_DIGITS_MAX digits.
 */
int number_canonical(struct buf *out, const char *text, size_t size,
		     bool integer);

/*
 * Appends a canonical number the Vietnamese way: "1234567.5" gives
 * "1.234.567,5". Non-negative integers get leading zeros up to `pad` digits
 * (pad 2: "05"); 0 or 1 is no padding. Text that is no number is appended as
 * it is.
 */
void number_show(struct buf *out, const char *canonical, unsigned pad);

/*
 * The canonical number rounded to that many decimals, which are all written
 * ("3.5" with 2: "3.50"), half away from zero, never "-0". False with "" for
 * what is no canonical number, or past NUMBER_RATE_DECIMALS_MAX decimals.
 */
bool number_round(char out[NUMBER_ROUND_SIZE], const char *canonical,
		  unsigned decimals);

/*
 * Reads a number as people write it and appends its canonical form. The whole
 * text must be one number; spaces around are allowed, and for NUMBER_PERCENT
 * one "%" or "phần trăm" behind. "-" and U+2212 are minus, fullwidth forms
 * count as ASCII. Nothing is appended for NUMBER_NOT.
 *
 *	text        COUNT            DECIMAL          PERCENT
 *	1234, 05    EXACT            EXACT            EXACT
 *	1.234       EXACT 1234       EXACT 1234       AMBIGUOUS 1234
 *	1.234.567   EXACT            EXACT            EXACT
 *	1 234       LIKELY 1234      LIKELY 1234      LIKELY 1234
 *	1,234       LIKELY 1234      AMBIGUOUS 1.234  EXACT 1.234
 *	1,234,567   LIKELY           LIKELY           LIKELY
 *	1,5         NOT              EXACT 1.5        EXACT 1.5
 *	1.234,5     NOT              EXACT 1234.5     EXACT 1234.5
 *	1,234.5     NOT              LIKELY 1234.5    LIKELY 1234.5
 *	0.5, 12.5   NOT              LIKELY           LIKELY
 *
 * number_read(number_show(x)) gives x for every canonical x of the kind, and
 * EXACT but for the two AMBIGUOUS shapes above: DECIMAL 1 to 999 with exactly
 * three decimals, PERCENT 1000 to 999999 without decimals.
 */
enum number_sure number_read(struct buf *canonical, const char *text,
			     size_t size, enum number_kind kind);

/*
 * The same where the style of the document is known (figure.h): then 1.234
 * and 1,234 are not ambiguous. A number in the other style whose shape leaves
 * no doubt (1,234,567; 12.5) is read all the same.
 */
enum number_sure number_read_style(struct buf *canonical, const char *text,
				   size_t size, enum number_kind kind,
				   enum number_style style);

/* Order of two canonical numbers: below, equal to or above 0. */
int number_compare(const char *a, const char *b);

/* Appends a + b, canonical. */
void number_add(struct buf *out, const char *a, const char *b);
/* Makes a sum one number more: an empty one is 0. Out of memory by buf_ok(). */
void number_add_to(struct buf *sum, const char *number);

/*
 * Appends 100 * num / den with at most `decimals` decimals, canonical,
 * rounded half up (half away from zero below 0). False with nothing appended
 * when den is 0, an operand is too long, or `decimals` is past its limit.
 */
bool number_rate(struct buf *out, const char *num, const char *den,
		 unsigned decimals);

/*
 * True when a stated rate in percent agrees with its figures: the difference
 * of 100 * num / den and `rate` is at most half a unit of the last decimal
 * `rate` states. `rate` may keep trailing zeros ("94.60" is stricter than
 * "94.6"). With den 0 only num 0 and rate 0 agree.
 */
bool number_rate_matches(const char *rate, const char *num, const char *den);

#endif
