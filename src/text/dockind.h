/*
 * dockind.h - kinds of administrative documents and their short forms, as
 * they stand in a notation: 45/KH-THPT is a plan.
 */
#ifndef TEXT_DOCKIND_H
#define TEXT_DOCKIND_H

#include <stddef.h>

struct dockind {
	const char *abbreviation; /* "KH" */
	const char *name;	  /* "kế hoạch", lower case */
};

/* By a whole number and notation ("45/KH-THPT", "09/2021/TT-BGDĐT"), or the
 * notation alone. NULL for an official letter (45/SGDĐT-VP) and for what is
 * none. Party notations (29-NQ/TW) are not looked at. */
const struct dockind *dockind_of(const char *number, size_t size);

/* By the words that begin a text, any case and spelling: "KẾ HOẠCH", "Báo cáo
 * kết quả"; the longest name that fits. NULL when none does. */
const struct dockind *dockind_named(const char *text, size_t size);

#endif
