/*
 * source.h - a returned document, opened for reading: its stories (the main
 * document, headers, footers), styles, custom properties and report part, all
 * found by relationship or by content, never by file name.
 */
#ifndef EXTRACT_SOURCE_H
#define EXTRACT_SOURCE_H

#include "extract/report.h"
#include "opc/opc.h"
#include "wml/props.h"
#include "wml/document.h"

enum {
	SOURCE_WORDS_MAX = 80 /* bytes of words in a place */
};

struct story {
	const struct wml_story *wml; /* of source.document */
	uint32_t *headings; /* per paragraph: index + 1 of the heading above */
};

struct source {
	struct arena arena;
	struct opc *opc;
	const char *file; /* as given, "" */
	struct {
		VEC(struct story);
	} stories; /* the main document first */
	struct wml_document *document;
	struct wml_props *props; /* NULL when absent or broken */
	struct report *report;	 /* NULL when absent or broken */
	/* what was broken, "" when nothing was */
	struct vb_error report_error, props_error;
};

/* Takes `opc`, also on failure. `file` is copied. */
int source_open(struct source **out, struct opc *opc, const char *file,
		struct vb_error *err);
void source_free(struct source *source);

/* The form id, version or unit of the report part, else of the properties;
 * "" when neither says. `prop` is MARK_PROP_FORM, _VERSION or _UNIT. */
const char *source_about(const struct source *source, const char *prop);

/* Fills the place of an offset in a paragraph; strings live as long as
 * `arena`. False out of memory. */
bool source_place(const struct source *source, struct arena *arena,
		  struct vb_place *place, size_t story, size_t para,
		  size_t offset);

/* At most `max` bytes of a text, cut at a character, spaces made single;
 * from its end when `tail`. NULL out of memory. */
const char *source_shorten(struct arena *arena, const char *text, size_t size,
			   size_t max, bool tail);

#endif
