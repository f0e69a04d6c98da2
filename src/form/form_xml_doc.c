/*
 * form_xml_doc.c - the bytes of a form file as a document of libxml2: bounded,
 * without network, entities or DOCTYPE.
 */
#include "form/form_xml.h"

#include <libxml/parser.h>
#include <string.h>

#include "form/xml.h"
#include "util/err.h"
#include "xml/quiet.h"
#include "xml/scan.h"

/* Stops at a DOCTYPE, before any entity of it can be declared. */
static void refuse_doctype(void *context, const xmlChar *name,
			   const xmlChar *public_id, const xmlChar *system_id)
{
	xmlParserCtxt *parser = context;
	int *line = parser->_private;

	(void)name;
	(void)public_id;
	(void)system_id;
	*line = parser->input ? parser->input->line : 1;
	xmlStopParser(parser);
}

static int xml_fail(const struct form_builder *b, const xmlParserCtxt *parser,
		    int doctype_line)
{
	const xmlError *last = &parser->lastError;
	const char *text = last->message ? last->message : "no element";
	int line = last->line;

	if (last->code == XML_ERR_NO_MEMORY)
		return form_nomem(b);
	if (doctype_line > 0) {
		err_set(b->err, VB_XML, "a DOCTYPE is not allowed");
		line = doctype_line;
	} else {
		err_set(b->err, VB_XML, "not well formed: %.*s",
			(int)strcspn(text, "\n"), text);
	}
	err_file(b->err, b->form->file);
	if (line > 0)
		err_where(b->err, "line %d", line);
	return VB_XML;
}

int form_xml_document(const struct form_builder *b, xmlDoc **out,
		      const void *data, size_t size)
{
	const int options = XML_PARSE_NONET | XML_PARSE_NOERROR |
			    XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
			    XML_PARSE_BIG_LINES | XML_PARSE_COMPACT;
	struct xmlquiet quiet;
	xmlParserCtxt *parser = NULL;
	int rc = VB_OK, doctype_line = 0;

	*out = NULL;
	if (size > XML_FILE_MAX) {
		err_set(b->err, VB_LIMIT, "the form is larger than %zu bytes",
			XML_FILE_MAX);
		err_file(b->err, b->form->file);
		return VB_LIMIT;
	}
	if (xmlscan_tags(data, size, b->err) != VB_OK) {
		err_file(b->err, b->form->file);
		return VB_LIMIT;
	}
	xmlquiet_begin(&quiet);
	parser = xmlNewParserCtxt();
	if (!parser) {
		xmlquiet_end(&quiet, VB_OK, NULL);
		return form_nomem(b);
	}
	parser->_private = &doctype_line;
	parser->sax->internalSubset = refuse_doctype;
	*out = xmlCtxtReadMemory(parser, data ? data : "", (int)size, NULL,
				 NULL, options);
	if (!*out || doctype_line > 0 || !xmlDocGetRootElement(*out))
		rc = xml_fail(b, parser, doctype_line);
	xmlFreeParserCtxt(parser);
	rc = xmlquiet_end(&quiet, rc, b->err);
	if (rc != VB_OK) {
		xmlFreeDoc(*out);
		*out = NULL;
	}
	return rc;
}
