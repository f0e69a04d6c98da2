/*
 * form_rng.c - what templates/form.rng says of a form file.
 *
 * For checks and editors, not for reading: libxml2 2.9 does not live through
 * lack of memory in its schema code (measured: a failing allocation in
 * xmlRelaxNGParse or xmlRegexpCompile is a crash), so vb_form_parse() judges
 * by itself and tests hold the two together.
 */
#include "form/form_rng.h"

#include <libxml/relaxng.h>
#include <string.h>

#include "form/form_xml.h"
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

static int judge(const struct form_builder *b, xmlRelaxNG *schema, xmlDoc *doc)
{
	struct verdict verdict = {.b = b};
	xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema);
	int valid;

	if (!context)
		return form_nomem(b);
	xmlRelaxNGSetValidStructuredErrors(context, take_error, &verdict);
	valid = xmlRelaxNGValidateDoc(context, doc);
	xmlRelaxNGFreeValidCtxt(context);
	if (valid == 0)
		return VB_OK;
	if (valid < 0)
		return form_nomem(b);
	return verdict.is_given ? VB_FORM
				: form_fail(b, 0, "not valid against form.rng");
}

static xmlRelaxNG *compile(const struct asset *asset)
{
	xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(
		(const char *)asset->data, (int)asset->size);
	xmlRelaxNG *schema;

	if (!parser)
		return NULL;
	xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
	schema = xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	return schema;
}

int form_rng_check(const void *data, size_t size, const char *name,
		   struct vb_error *err)
{
	const struct asset *asset = asset_find("form.rng");
	struct vb_form form = {.file = name};
	struct form_builder b = {.form = &form, .err = err};
	xmlRelaxNG *schema = NULL;
	xmlDoc *doc = NULL;
	int rc;

	if (!asset)
		return err_set(err, VB_INTERNAL,
			       "form.rng is not in the library");
	rc = form_xml_document(&b, &doc, data, size);
	if (rc)
		return rc;
	schema = compile(asset);
	rc = schema ? judge(&b, schema, doc) : form_nomem(&b);
	xmlRelaxNGFree(schema);
	xmlFreeDoc(doc);
	return rc;
}
