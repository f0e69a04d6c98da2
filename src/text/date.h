/*
 * date.h - dates: canonical in answers, Vietnamese in documents.
 *
 * Canonical is xs:date without zone, "YYYY-MM-DD", or "YYYY-MM" when the day
 * is not given; proleptic Gregorian, years DATE_YEAR_MIN to DATE_YEAR_MAX.
 */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include "util/buf.h"

/* A year outside is a slip of the pen in a report of this century. */
#define DATE_YEAR_MIN 1900
#define DATE_YEAR_MAX 2199

enum date_style {
	DATE_NUMERIC, /* 05/6/2023, 6/2023 */
	DATE_LONG,    /* ngày 05 tháng 6 năm 2023, tháng 6 năm 2023 */
	DATE_SLASH,   /* 05/06/2023, 06/2023: boxes of forms */
	DATE_MONTH,   /* tháng 6 năm 2023, also of a day */
	DATE_YEAR     /* 2023 */
};

enum date_sure {
	DATE_NOT,
	DATE_LIKELY, /* two-digit year, lost accents, unusual order */
	DATE_EXACT
};

/* Appends a canonical date that is a day, or month, of the calendar. Returns
 * 0, or -1 with nothing appended. XML spaces around are allowed. */
int date_canonical(struct buf *out, const char *text, size_t size);

/*
 * Appends a canonical date the Vietnamese way. Days below 10 and months 1
 * and 2 get a leading 0, other months none (ND 30/2020, Phu luc I). Text that
 * is not a canonical date is appended as it is. DATE_MONTH and DATE_YEAR of a
 * day are not that day when they are read back.
 */
void date_show(struct buf *out, const char *canonical, enum date_style style);

/*
 * Reads a date as people write it and appends it canonical. The whole text
 * must be one date, spaces around allowed: 05/6/2023, 5.6.2023, 05-06-2023,
 * "ngày 12 tháng10 năm 2020", "ngày 10 /10/2020", "tháng 6/2023", "6/2023",
 * 2023-06-05, in any case. A day the calendar has not is DATE_NOT; a
 * two-digit year is taken as 20xx and LIKELY. Nothing is appended for
 * DATE_NOT. What date_show() writes is read back EXACT, but for a year alone.
 */
enum date_sure date_read(struct buf *canonical, const char *text, size_t size);

#endif
