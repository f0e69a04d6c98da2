/* quiet.c - see xmlquiet.h. The error channel is per thread. */
#include "xml/quiet.h"

#include "util/err.h"

#include <libxml/globals.h>

static void take(void *context, xmlErrorPtr error)
{
	struct xmlquiet *quiet = context;

	if (error && error->code == XML_ERR_NO_MEMORY)
		quiet->is_nomem = true;
}

void xmlquiet_begin(struct xmlquiet *quiet)
{
	quiet->before = xmlStructuredError;
	quiet->before_context = xmlStructuredErrorContext;
	quiet->is_nomem = false;
	xmlSetStructuredErrorFunc(quiet, take);
}

int xmlquiet_end(struct xmlquiet *quiet, int rc, struct vb_error *err)
{
	xmlSetStructuredErrorFunc(quiet->before_context, quiet->before);
	if (!quiet->is_nomem)
		return rc;
	if (err)
		err_clear(err);
	return err_set(err, VB_NOMEM, "out of memory");
}
