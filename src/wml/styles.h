/*
 * styles.h - the styles part, as far as a reader needs it: names, heading
 * levels, list numbers, hidden text, capitals and fonts, each by basedOn.
 *
 * Styles are known by name and outline level: their ids differ by language
 * and editor (measured: LibreOffice writes 'Tiu' for 'Tiêu đề').
 * ECMA-376-1 17.7.
 */
#ifndef WML_STYLES_H
#define WML_STYLES_H

#include "vanban.h"

/* Of words, as bits. */
enum {
	RUN_BOLD = 1,
	RUN_ITALIC = 2,
	RUN_UNDERLINE = 4,
	RUN_HIDDEN = 8,	      /* w:vanish, also by a style */
	RUN_RAISED = 16,      /* superscript or subscript */
	RUN_INSERTED = 32,    /* in w:ins or w:moveTo */
	RUN_PLACEHOLDER = 64, /* in a control that shows its placeholder */
	RUN_STRUCK = 128,     /* struck through: people delete so by hand */
	RUN_CAPS = 256,	      /* w:caps, also by a style: shown in capitals */
	RUN_RUBY = 512,	      /* the small words beside an East Asian word */
	RUN_SMALL_CAPS =
		1024,	/* w:smallCaps, in Word's own text capitals too */
	RUN_PAGE = 2048 /* a newline that begins a page */
};

enum wml_style_kind {
	WML_STYLE_OTHER,
	WML_STYLE_PARAGRAPH,
	WML_STYLE_CHARACTER,
	WML_STYLE_NUMBERING
};

struct wml_style {
	const char *id, *name, *based_on;
	const char *font; /* w:rFonts, "" unsaid; "+major" or "+minor" theme */
	enum wml_style_kind kind;
	bool is_default;
	bool is_body;	  /* outlineLvl 9: not a heading, whatever the base */
	unsigned heading; /* 1..9; 0: none */
	int num_id;	  /* w:numPr; -1 unsaid, 0 none */
	int num_level;	  /* -1 unsaid */
	unsigned said;	  /* hidden, capitals: the style says something */
	unsigned style;	  /* ... and this */
};

struct wml_styles;

int wml_styles_read(struct wml_styles **out, const void *xml, size_t size,
		    struct vb_error *err);
void wml_styles_free(struct wml_styles *styles);

/* With all it takes from the styles it is based on. NULL when there is none
 * of that id; `styles` may be NULL. */
const struct wml_style *wml_styles_find(const struct wml_styles *styles,
					const char *id, size_t size);
/* What a paragraph has that names no style; NULL when nothing. */
const struct wml_style *wml_styles_default(const struct wml_styles *styles);
/* The font of w:docDefaults, "" unsaid. */
const char *wml_styles_font(const struct wml_styles *styles);
/* The heading level of a style ("heading 1".."heading 9", or outlineLvl):
 * 0 for none. */
unsigned wml_styles_heading(const struct wml_styles *styles, const char *id);

#endif
