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

/*
 * Whether a box to tick is ticked for a value: anything but nothing, 0,
 * "false", "no" and what says "không" or "chưa" (of a choice its token or its
 * label).
 */
bool show_is_checked(const struct answer *answer, const struct field *field);
/* The same of an option. */
bool show_option_is_checked(const struct field_option *option);

/* Appends the leader of a blank: field->blank characters, or by type. */
void show_leader(struct buf *out, const struct field *field);

#endif
