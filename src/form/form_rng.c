/*
 * form_rng.c - the schema's verdict on a form.
 *
 * Comes after the reader, whose errors speak of fields and forms; what only
 * the schema minds is still refused, so that every form taken is valid for
 * the editors that use templates/form.rng. Compiling and judging take about
 * 1.5 ms for the forms of this project.
 */
#include "form/form_xml.h"

#include <libxml/relaxng.h>
#include <string.h>

#include "util/asset.h"
#include "util/err.h"

struct verdict {
	const struct form_builder *b;
	bool is_given;
};

static void take_error(void *context, xmlErrorPtr error)
{
	struct verdict *verdict = context;
	const char *text = error->message ? error->message : "not valid";
	int line = error->line;

	if (verdict->is_given)
		return;
	verdict->is_given = true;
	if (error->code == XML_ERR_NO_MEMORY) {
		(void)form_nomem(verdict->b);
		return;
	}
	/* libxml2 keeps 16 bits of the line in the error, all in the node */
	if (error->node)
		line = form_xml_line(error->node);
	(void)form_fail(verdict->b, line, "against form.rng: %.*s",
			(int)strcspn(text, "\n"), text);
}

static void ignore_error(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

int form_rng_check(const struct form_builder *b, xmlDoc *doc)
{
	const struct asset *asset = asset_find("form.rng");
	struct verdict verdict = {.b = b};
	xmlRelaxNGParserCtxt *parser = NULL;
	xmlRelaxNGValidCtxt *judge = NULL;
	xmlRelaxNG *schema = NULL;
	int rc, valid;

	if (!asset)
		return err_set(b->err, VB_INTERNAL,
			       "form.rng is not in the library");
	parser = xmlRelaxNGNewMemParserCtxt((const char *)asset->data,
					    (int)asset->size);
	if (parser) {
		xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
		schema = xmlRelaxNGParse(parser);
	}
	if (schema)
		judge = xmlRelaxNGNewValidCtxt(schema);
	if (!judge) {
		/* the schema is our own and tested: only memory can lack */
		rc = form_nomem(b);
		goto out;
	}
	xmlRelaxNGSetValidStructuredErrors(judge, take_error, &verdict);
	valid = xmlRelaxNGValidateDoc(judge, doc);
	if (valid < 0)
		rc = form_nomem(b);
	else if (valid > 0)
		rc = form_fail(b, 0, "not valid against form.rng");
	else
		rc = VB_OK;
	if (rc && b->err && b->err->code)
		rc = (int)b->err->code;
out:
	xmlRelaxNGFreeValidCtxt(judge);
	xmlRelaxNGFree(schema);
	xmlRelaxNGFreeParserCtxt(parser);
	return rc;
}
