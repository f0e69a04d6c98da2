/*
 * symbol.h - the characters of Symbol, Wingdings and Webdings in Unicode.
 *
 * Word stores them by the place in the font: in w:sym, or as private-use
 * characters U+F020..U+F0FF in a run of that font (measured: LibreOffice
 * makes the second of the first).
 */
#ifndef WML_SYMBOL_H
#define WML_SYMBOL_H

#include <stddef.h>
#include <stdint.h>

/* Where such fonts have their characters. */
#define SYMBOL_AREA ((uint32_t)0xf000)

enum symbol_font {
	SYMBOL_NONE,
	SYMBOL_SYMBOL,
	SYMBOL_WINGDINGS,
	SYMBOL_WINGDINGS_2,
	SYMBOL_WINGDINGS_3,
	SYMBOL_WEBDINGS,
	SYMBOL_FONTS
};

/* Which of them a font is, by its name in any case. */
enum symbol_font symbol_font(const char *name, size_t size);

/* The character for a place in the font, U+F020..U+F0FF or 0x20..0xFF; what
 * has no other meaning comes back as it is. */
uint32_t symbol_char(enum symbol_font font, uint32_t c);

#endif
