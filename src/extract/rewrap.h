/*
 * rewrap.h - the lines of a page that was pasted from a PDF: each is a
 * paragraph of its own, and sentences go on from one to the next.
 *
 *	(2) Kết quả quản lý người học, nhà giáo bằng hồ sơ số với định danh
 *	thống nhất;
 */
#ifndef EXTRACT_REWRAP_H
#define EXTRACT_REWRAP_H

#include "wml/reader.h"

/* Makes the first of such lines hold the words of all, the others none; false
 * out of memory. Marks stay where they were: not for a story that has any. */
bool rewrap(struct wml_story *story);

#endif
