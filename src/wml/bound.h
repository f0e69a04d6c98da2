/*
 * bound.h - what bound controls show when the document is opened.
 *
 * On opening, Word and LibreOffice put the text of the bound XML node into a
 * control with w:dataBinding (ECMA-376-1 17.5.2.6), whatever words it was
 * saved with.
 */
#ifndef WML_BOUND_H
#define WML_BOUND_H

#include "wml/reader.h"
#include "wml/tree.h"

enum {
	/* nodes looked at for all controls of a story: 140,000 rows that are
	 * asked for in order take as many */
	WML_BOUND_STEPS_MAX = 4000000
};

struct wml_bound;

/* The custom XML parts and properties of a package; a part that is damaged
 * binds nothing. */
int wml_bound_open(struct wml_bound **out, const struct opc *opc,
		   struct vb_error *err);
void wml_bound_free(struct wml_bound *bound);
/* Adds a WML_VALUE for each inline control whose words are not those of its
 * node. A node that is absent or empty changes nothing. */
int wml_bound_apply(struct wml_bound *bound, struct wml_story *story,
		    struct vb_error *err);

/* The node that a path as Word writes it leads to; NULL for an attribute, or
 * when there is none. */
const xmlNode *wml_bound_node(const xmlDoc *doc, const char *path);
/* Ids of parts, in any case. */
bool wml_bound_is_store(const char *a, const char *b);

#endif
