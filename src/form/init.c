/*
 * init.c - vb_init(): libxml2's own tables, before the first thread.
 *
 * libxml2 2.9 sets its globals up on first use without a lock (xmlInitParser
 * must run in one thread first, see its thread documentation). It stands in
 * the lowest module that links libxml2.
 */
#include "vanban.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>

void vb_init(void)
{
	xmlInitParser();
	xmlXPathInit();
	xmlRelaxNGInitTypes();
}
