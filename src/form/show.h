/*
 * show.h - values as the page shows them, the Vietnamese way.
 */
#ifndef FORM_SHOW_H
#define FORM_SHOW_H

#include "form/answers.h"
#include "util/buf.h"

/*
 * Appends the words of a value (not escaped; paragraphs of a long text are
 * parted by newlines): 1.234, 05/6/2023, the label of a choice, the pieces
 * of a reference, files joined by "; ". Without a field, as it stands.
 */
void show_value(struct buf *out, const struct answer *answer,
		const struct field *field, bool adds_percent);

/* Appends the leader of a blank: field->blank characters, or by type. */
void show_leader(struct buf *out, const struct field *field);

#endif
