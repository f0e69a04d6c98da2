/*
 * document.h - all stories of a package, read: the main document, headers,
 * footers, notes, comments, each with the styles, lists and fonts of the
 * package. Parts are found by relationship, never by name.
 *
 * The body comes first: another part that is damaged costs only itself
 * (measured: mail gateways and old converters leave such files), and
 * `unread` names it.
 */
#ifndef WML_DOCUMENT_H
#define WML_DOCUMENT_H

#include "wml/reader.h"

enum {
	WML_READ_REJECTED = 1, /* tracked changes as rejected */
	WML_READ_NOTES = 2     /* notes and comments too */
};

struct wml_document {
	struct arena arena;
	const struct opc *opc;
	struct wml_styles *styles;	 /* NULL when absent or broken */
	struct wml_numbering *numbering; /* the same */
	const char *major, *minor;	 /* fonts of the theme, "" */
	struct {
		VEC(struct wml_story *);
	} stories; /* the main document first, then by kind */
	struct {
		VEC(struct opc_fault);
	} unread; /* parts beside the body that could not be read */
};

/* `opc` must outlive the document. */
int wml_document_read(struct wml_document **out, const struct opc *opc,
		      unsigned flags, struct vb_error *err);
void wml_document_free(struct wml_document *document);

#endif
