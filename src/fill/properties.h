/*
 * properties.h - the custom properties of a filled document.
 */
#ifndef FILL_PROPERTIES_H
#define FILL_PROPERTIES_H

#include "fill/program.h"
#include "form/answers.h"
#include "util/buf.h"

/* Adds a property whose value is words. */
void properties_add(struct buf *out, int pid, const char *name,
		    const char *value);

/* Appends the rest of docProps/custom.xml behind the template's own properties:
 * what the document is and was made of (MARK_PROP_*). `digest` is of the
 * answers. */
void properties_write(struct buf *out, const struct vb_template *tpl,
		      const struct vb_answers *answers, const char *digest);
/* Appends the end alone: a page without marks. */
void properties_end(struct buf *out);

#endif
