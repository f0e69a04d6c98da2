/*
 * metadata_see.h - particulars of the page as values of a form.
 */
#ifndef EXTRACT_METADATA_SEE_H
#define EXTRACT_METADATA_SEE_H

#include "extract/anchor.h"
#include "extract/metadata.h"

/* Sightings of the fields that have no marks left. */
int metadata_see(struct anchorer *a, const struct metadata *m);

#endif
