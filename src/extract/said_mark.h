/*
 * said_mark.h - what a paragraph is marked with: "II.", "1.", "a)", "-", "+",
 * typed or counted; shared by said_mark.c, said_outline.c and said_group.c.
 */
#ifndef EXTRACT_SAID_MARK_H
#define EXTRACT_SAID_MARK_H

#include "wml/reader.h"

/* Equal marks are of equal rank; which is above which, the page tells by its
 * order. */
enum outline_mark {
	OUTLINE_NONE,
	OUTLINE_PART, /* "PHẦN II", "Phần thứ hai" */
	OUTLINE_ROMAN,
	OUTLINE_CAPITAL,
	OUTLINE_NUMBER,
	OUTLINE_NUMBER_2, /* "1.1." */
	OUTLINE_NUMBER_3,
	OUTLINE_LETTER,
	OUTLINE_LETTER_2, /* "a.1." */
	OUTLINE_PAREN,	  /* "(1)" */
	OUTLINE_NAMED,	  /* "Nhóm 1:" */
	OUTLINE_TITLE,	  /* by nothing but what it says */
	OUTLINE_LEVEL,	  /* "Tiểu học:" and no more */
	OUTLINE_GROUP,	  /* "Trong dạy, học:" above lines without marks */
	OUTLINE_HEADING,  /* by style; + 1..9 */
	OUTLINE_BULLET = 32, /* + what kind */
	OUTLINE_LEAD = 64,   /* + the mark of those that it leads in */
	OUTLINE_TOPIC = 128  /* ... and of those that lead among them */
};

/* Counted: by numbers or letters, of whatever kind. */
static inline bool said_is_numbered(unsigned mark)
{
	return mark >= OUTLINE_PART && mark <= OUTLINE_PAREN;
}

/* Numbers and letters are no marks without what ends them, as in "1." */
unsigned said_mark_of(const struct wml_para *p);
/* ... but in a cell of their own: "1", "1.1", "II", "a"; a typed dash is none.
 */
unsigned said_mark_alone(const struct wml_para *p);

#endif
