/*
 * metadata.h - the particulars of an official document (Nghị định 30/2020,
 * Phụ lục VI), from the fields of its form and from the page.
 */
#ifndef EXPORT_METADATA_H
#define EXPORT_METADATA_H

#include "vanban.h"

#include <jansson.h>

/* The object; a slot without a value is null, and all of it for a
 * document of the Party. NULL out of memory. */
json_t *metadata_object(const struct vb_reading *reading);

#endif
