/* plain.h - the words of an opened document, as vb_read_text() gives them. */
#ifndef EXTRACT_PLAIN_H
#define EXTRACT_PLAIN_H

#include "opc/opc.h"

/* `flags` are VB_TEXT_ bits. */
int plain_text(struct vb_blob *out, const struct opc *opc, unsigned flags,
	       struct vb_error *err);

#endif
