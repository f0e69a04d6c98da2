/*
 * particulars.h - what the page says of itself, as JSON.
 */
#ifndef EXPORT_PARTICULARS_H
#define EXPORT_PARTICULARS_H

#include "vanban.h"

#include <jansson.h>

/* The words of a slot; NULL when the page has none or it is blank. */
const char *particulars_value(const struct vb_reading *reading,
			      enum vb_slot slot);
/* All values of a slot: strings. NULL out of memory. */
json_t *particulars_list(const struct vb_reading *reading, enum vb_slot slot);
/* Appends the documents cited, without those whose number `list` has. */
int particulars_citations(json_t *list, const struct vb_reading *reading);
int particulars_deadlines(json_t *list, const struct vb_reading *reading);
/* Each with the raw words, its place and how sure it is. */
json_t *particulars_details(const struct vb_reading *reading);

#endif
