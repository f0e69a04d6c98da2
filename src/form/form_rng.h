/*
 * form_rng.h - a form file against templates/form.rng.
 */
#ifndef FORM_FORM_RNG_H
#define FORM_FORM_RNG_H

#include "vanban.h"

/*
 * VB_OK when the file is valid against the schema, else VB_FORM with the line
 * of the first fault, or VB_XML. A form that vb_form_parse() takes is valid;
 * the reverse does not hold. Not for use where memory may lack.
 */
int form_rng_check(const void *data, size_t size, const char *name,
		   struct vb_error *err);

#endif
