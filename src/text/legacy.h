/*
 * legacy.h - Vietnamese typed with fonts from before Unicode: the document
 * holds Latin-1 characters and the font draws other letters for them.
 *
 * TCVN3 (.VnTime; one code a letter; .VnTimeH draws capitals for all of
 * them) and VNI-Windows (VNI-Times; a letter, then a code for its marks).
 * Tables: TCVN 5712:1993 VN3 and VNI-Windows, both compared with the tables
 * of UniKey and xvnkb and with text of government documents.
 *
 * Font names lie both ways (Unicode typed in .VnTime, VNI left behind in
 * Times New Roman), so what the font says is checked by what comes out:
 * Vietnamese syllables (syllable.h). Nothing is converted that Unicode
 * Vietnamese, or another language, may be.
 */
#ifndef TEXT_LEGACY_H
#define TEXT_LEGACY_H

#include "text/map.h"
#include "util/buf.h"

enum legacy_charset {
	LEGACY_NONE, /* Unicode, or a name that says nothing */
	LEGACY_TCVN3,
	LEGACY_CAPITALS, /* TCVN3, every letter drawn as a capital */
	LEGACY_VNI
};

/* Font of a stretch of text. Stretches are in order; what none covers is
 * LEGACY_NONE. */
struct legacy_run {
	size_t start, size;
	enum legacy_charset charset;
};

/* By the name of a font: any case, "Name;other" as LibreOffice writes, or
 * "ABCDEF+Name" as PDF converters do. The font of w:hAnsi counts, as U+00A0
 * and above are drawn with it (MS-OI29500 2.1.88). */
enum legacy_charset legacy_font(const char *name, size_t size);

/* True when the text has a character that could be a legacy letter, and none
 * that only Unicode Vietnamese has: a quick look that spares documents in
 * Unicode the rest. Where fonts are known it says nothing about their runs. */
bool legacy_suspect(const char *text, size_t size);

/*
 * Appends the text with its legacy letters as Unicode, U+00AD of TCVN3 (and
 * w:softHyphen, read as U+00AD) as U+01B0. Give a whole paragraph, its runs
 * joined: a letter and its mark may stand in two. Without `runs` (n 0) only
 * the content speaks. `map` (may be NULL) tells where each byte came from.
 * True when something was changed; else the text is appended as it is.
 */
bool legacy_convert(struct buf *out, struct text_map *map, const char *text,
		    size_t size, const struct legacy_run *runs, size_t n);

/* What a text without fonts is typed in: two words, or one with two marks,
 * must become syllables, and more than are so already. */
enum legacy_charset legacy_guess(const char *text, size_t size);

/* Appends the text as read in one charset, right or wrong. `origin` is the
 * offset of the text in what `map` (may be NULL) tells about. */
void legacy_decode(struct buf *out, struct text_map *map, size_t origin,
		   const char *text, size_t size, enum legacy_charset charset);

#endif
