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

/* Makes the first of such lines among paragraphs [from, to) hold the words of
 * all, the others none; false out of memory. What stands in them by its offset
 * must not be asked for any more: marks, the letterhead's particulars. */
bool rewrap(struct wml_story *story, size_t from, size_t to);

#endif
