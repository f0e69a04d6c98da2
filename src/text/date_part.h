/*
 * date_part.h - dates with pieces left blank: "ngày … tháng 6 năm 2023",
 * "ngày ..../..../2023", "ngày    tháng    năm 2023".
 */
#ifndef TEXT_DATE_PART_H
#define TEXT_DATE_PART_H

#include <stdbool.h>
#include <stddef.h>

struct date_part {
	size_t start, size;   /* bytes of the text */
	int day, month, year; /* 0: left blank */
	bool is_impossible;   /* 31/13/2023: given, but none of a calendar */
	bool is_lost;	      /* memory failed: nobody knows */
};

/*
 * The next date written with "ngày" or "tháng", or with slashes and a blank,
 * at or after `*at`, which moves behind it. Whole dates are found too. The
 * words "ngày tháng năm" of prose, without figures and leaders, are none.
 * False at the end or out of memory.
 */
bool date_part_next(struct date_part *out, const char *text, size_t size,
		    size_t *at);

#endif
