/*
 * figure.h - the figures in a line of text, and how a document writes them.
 *
 *	27.533/29.093 giáo viên, đạt tỷ lệ 94,64%
 *
 * is a fraction and a percentage. number.h says what one number is worth;
 * here they are found, told from dates, document numbers, phones and years,
 * and doubts about "1.234" and "1,234" are settled by the other numbers of
 * the document.
 */
#ifndef TEXT_FIGURE_H
#define TEXT_FIGURE_H

#include "text/number.h"
#include "text/span.h"

enum figure_kind {
	FIGURE_NUMBER,	 /* 1.234 */
	FIGURE_PERCENT,	 /* 85,5%; 85 phần trăm */
	FIGURE_FRACTION, /* 12/15: first and second */
	FIGURE_RANGE,	 /* 10-12: nobody's one value */
	FIGURE_YEARS,	 /* 2022-2023 */
	FIGURE_DATE,	 /* 05/6/2023, 9/2022, "ngày 20/11" */
	FIGURE_CODE	 /* 45/KH-THPT, 1.2.3, A1, 0912 345 678: no value */
};

struct figure {
	enum figure_kind kind;
	size_t start, size;	 /* bytes, with the '%' */
	struct text_span first;	 /* the number, or what stands before '/' */
	struct text_span second; /* what stands behind it, size 0 if none */
	struct text_span unit;	 /* the word right behind, size 0 if none */
	unsigned zeros;	  /* the unit begins with nghìn 3, triệu 6, tỷ 9 */
	bool is_doubtful; /* O or l among the digits; 20/11 without "ngày" */
};

/* The next figure at or after `*at`, which moves behind it; false at the end.
 * Linear over a whole text. */
bool figure_next(struct figure *out, const char *text, size_t size, size_t *at);

/* What the numbers of a document say about its marks. */
struct figure_vote {
	unsigned vietnamese; /* 1.234.567; 1.234,5; 85,5 */
	unsigned english;    /* 1,234,567; 1,234.5; 85.5% */
};

/* Counts the numbers of a text that leave no doubt. */
void figure_vote_add(struct figure_vote *vote, const char *text, size_t size);
enum number_style figure_vote_style(const struct figure_vote *vote);

/*
 * Appends the value of a number (a piece of a figure, or a whole answer) as
 * number_read() does, with O and l among digits as 0 and 1, and gives how
 * sure it is in `*confidence`, 0 to 1. `vote` may be NULL. Nothing is
 * appended, and confidence is 0, when it is none.
 */
enum number_sure figure_value(struct buf *canonical, double *confidence,
			      struct text_span number, enum number_kind kind,
			      const struct figure_vote *vote);

/* Answers that are words. */
enum figure_said {
	FIGURE_SAID_NOTHING, /* other words, or figures */
	FIGURE_SAID_NONE, /* "không", "không có", "không phát sinh": 0 */
	FIGURE_SAID_NONE_YET, /* "chưa có": of things that are counted, 0 */
	FIGURE_SAID_NOT_YET,  /* "chưa", "chưa thống kê": no value */
	FIGURE_SAID_DASH,     /* "-", "–", "/", "x": either, nobody knows */
	FIGURE_SAID_BLANK     /* leaders or nothing */
};

enum figure_said figure_said(const char *text, size_t size);

/* "hai", "Mười", "hai mươi lăm": 2, 10, 25; 0 for none of 1 to 99 in words. */
int figure_spelled(const char *text, size_t size);

#endif
