/*
 * reader_sax.h - streaming XML under the reader's safety rules.
 *
 * One parse of one part: events only, no tree, no network, no DOCTYPE (OOXML
 * has none; ECMA-376-2 9.1.1 forbids it), no entity but the five of XML,
 * nesting up to SAX_DEPTH_MAX. Memory does not grow with the part.
 */
#ifndef WML_READER_SAX_H
#define WML_READER_SAX_H

#include "util/arena.h"
#include "vanban.h"

enum {
	SAX_DEPTH_MAX = 256 /* Word itself nests below 60 */
};

struct sax_element {
	const char *uri;   /* namespace, "" for none; interned per parse */
	const char *local; /* interned per parse: equal names, equal pointers */
	const unsigned char **attrs; /* five pointers an attribute */
	int n_attrs;
	unsigned depth; /* 1 for the root */
	const void *parser;
};

/*
 * Each handler returns VB_OK or the code of an error it has set in `err`,
 * which ends the parse. `text` may come in pieces. Any may be NULL.
 */
struct sax_handler {
	int (*start)(void *user, const struct sax_element *el,
		     struct vb_error *err);
	int (*end)(void *user, struct vb_error *err);
	int (*text)(void *user, const char *text, size_t size,
		    struct vb_error *err);
};

/* Parses `xml`; errors carry `part` and the line. */
int sax_parse(const struct sax_handler *handler, void *user, const void *xml,
	      size_t size, const char *part, struct vb_error *err);

struct sax_input {
	const void *xml;
	size_t size;
	const char *part;
	/* Of UTF-8, or NULL: before `start` is called *at becomes the place of
	 * the ">" or "/>" that ends the tag, before `end` the place behind the
	 * element. */
	size_t *at;
};

/* The same, with the byte in the input. */
int sax_parse_at(const struct sax_handler *handler, void *user,
		 const struct sax_input *input, struct vb_error *err);

/*
 * The value of the attribute of that local name, in whatever namespace
 * (w15:dataBinding has w:xpath); NULL when absent. Not NUL-terminated: *size
 * bytes, as libxml2 hands them over (xml/attr.h).
 */
const char *sax_attr(const struct sax_element *el, const char *local,
		     size_t *size);

/* The namespace a prefix stands for here; NULL when nobody declared it. */
const char *sax_namespace(const struct sax_element *el, const char *prefix,
			  size_t size);

/* A copy of it, "" when absent or empty, NULL out of memory. */
const char *sax_attr_copy(struct arena *arena, const struct sax_element *el,
			  const char *local);

/* True when the attribute is there with just that value. */
bool sax_attr_is(const struct sax_element *el, const char *local,
		 const char *value);

/* An on/off property (ECMA-376-1 17.17.4): on unless w:val says off. */
bool sax_is_on(const struct sax_element *el);

/* The font of w:rFonts: of Latin letters beyond ASCII when said (there the
 * letters of TCVN3 and VNI fonts stand), else of ASCII; "+major" or "+minor"
 * for one of the theme (17.3.2.26); unchanged when nothing is said. False
 * out of memory. */
bool sax_font(const char **font, struct arena *arena,
	      const struct sax_element *el);
/* The same as the parser hands it over; NULL when nothing is said. */
const char *sax_font_name(const struct sax_element *el, size_t *size);

/* A whole decimal number, `otherwise` when absent or not one. */
long sax_attr_long(const struct sax_element *el, const char *local,
		   long otherwise);

#endif
