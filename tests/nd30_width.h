/*
 * nd30_width.h - how wide words are in Times New Roman: the advance widths of
 * Times-Roman and Times-Bold (Adobe font metrics), which Times New Roman and
 * Liberation Serif share. Vietnamese letters are as wide as their base.
 */
#ifndef ND30_WIDTH_H
#define ND30_WIDTH_H

#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* Thousandths of an em, from "A" and from "a" on. */
static const short nd_upper[2][26] = {
	{722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
	 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611},
	{722, 667, 722, 722, 667, 611, 778, 778, 389, 500,  778, 667, 944,
	 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667}};
static const short nd_lower[2][26] = {
	{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778,
	 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444},
	{500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833,
	 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444}};

static int nd_letter(utf8proc_int32_t c, bool is_bold, bool is_caps)
{
	utf8proc_int32_t parts[4] = {0};

	if (c == 0x2026)
		return 1000;
	if (is_caps)
		c = utf8proc_toupper(c);
	if (c == 0x110 || c == 0x111) /* D and d with a stroke */
		c = c == 0x110 ? 'D' : 'd';
	if (utf8proc_decompose_char(c, parts, 4, UTF8PROC_DECOMPOSE, NULL) > 0)
		c = parts[0];
	if (c >= 'A' && c <= 'Z')
		return nd_upper[is_bold][c - 'A'];
	if (c >= 'a' && c <= 'z')
		return nd_lower[is_bold][c - 'a'];
	if (c == '-' || c == '(' || c == ')')
		return 333;
	if (c == ':' || c == ';')
		return is_bold ? 333 : 278;
	if (c == ' ' || c == '.' || c == ',' || c == 0xa0)
		return 250;
	return c == '/' ? 278 : 500;
}

/* Twips; `size` is half points. */
static int nd_width_of(const char *text, size_t n, int size, bool is_bold,
		       bool is_caps)
{
	size_t pos = 0;
	int em = 0;

	while (pos < n)
		em += nd_letter((utf8proc_int32_t)utf8_next(text, n, &pos),
				is_bold, is_caps);
	return em * size / 100;
}

/* The longest line of words that wrap in a column. */
static int nd_width(const char *text, int column, int size, bool is_bold,
		    bool is_caps)
{
	int most = 0, line = 0;

	while (*text) {
		size_t n = strcspn(text + 1, " ") + 1;
		int word = nd_width_of(text, n, size, is_bold, is_caps);

		if (line && line + word > column)
			line = 0;
		line += word;
		most = line > most ? line : most;
		text += n;
	}
	return most;
}

#endif
