/*
 * quiet.h - libxml2 without its voice, and without losing its memory
 * errors.
 *
 * libxml2 2.9 writes some errors to stderr, and when its memory fails it may
 * go on with part of a document, or tell a later error instead. Between
 * begin and end all errors of the calling thread that no parser context
 * takes come here; whether one was "out of memory" is what end tells. What
 * the host program had set is put back. Pairs may nest.
 *
 *	struct xmlquiet quiet;
 *	xmlquiet_begin(&quiet);
 *	rc = ...
 *	return xmlquiet_end(&quiet, rc, err);
 */
#ifndef XML_QUIET_H
#define XML_QUIET_H

#include "vanban.h"

#include <libxml/xmlerror.h>

struct xmlquiet {
	xmlStructuredErrorFunc before;
	void *before_context;
	bool is_nomem;
};

void xmlquiet_begin(struct xmlquiet *quiet);

/* `rc`, or VB_NOMEM in its place when memory failed inside libxml2. */
int xmlquiet_end(struct xmlquiet *quiet, int rc, struct vb_error *err);

#endif
