/*
 * xml.c - [Content_Types].xml and .rels parts, read and written.
 *
 * Both are flat lists (ECMA-376-2 6.2.3.2 and 6.5.2), read by SAX2 with no
 * tree. No DTD is ever loaded: a DOCTYPE stops the parse, as the standard
 * forbids one (6.1.3).
 */
#include "opc/package.h"

#include "util/err.h"
#include "xml/attr.h"
#include "xml/quiet.h"
#include "xml/scan.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define NS_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define NS_RELS	 "http://schemas.openxmlformats.org/package/2006/relationships"
#define HEAD	 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* SAX2 gives attributes as runs of five pointers. */
enum {
	ATTR_NAME,
	ATTR_PREFIX,
	ATTR_URI,
	ATTR_VALUE,
	ATTR_END,
	ATTR_FIELDS
};

struct attrs {
	const xmlChar **at;
	size_t n;
};

struct parse {
	struct arena *arena;
	xmlParserCtxtPtr ctxt;
	const char *part;
	const char *ns, *root;
	int (*element)(struct parse *parse, const char *name,
		       const struct attrs *attrs);
	struct opc_types *types;
	struct opc_link_list *links;
	const char *source;
	size_t *total;
	const char *at; /* what is left to read */
	size_t left;
	int depth;
	int rc;
	struct vb_error *err;
};

static int stop(struct parse *parse, int rc)
{
	if (parse->rc == VB_OK) {
		parse->rc = rc;
		err_part(parse->err, parse->part);
		err_where(parse->err, "line %d",
			  xmlSAX2GetLineNumber(parse->ctxt));
	}
	xmlStopParser(parse->ctxt);
	return rc;
}

/* The value of an attribute, NULL when absent or out of memory. */
static char *value_of(struct parse *parse, const struct attrs *attrs,
		      const char *name)
{
	const xmlChar *const *at = attrs->at;
	size_t i;

	for (i = 0; i < attrs->n; i++, at += ATTR_FIELDS)
		if (!at[ATTR_PREFIX] && strcmp((const char *)at[0], name) == 0)
			return xmlattr_copy(
				parse->arena, NULL, at[ATTR_VALUE],
				(size_t)(at[ATTR_END] - at[ATTR_VALUE]));
	return NULL;
}

/* A relationship that says nothing is passed over and told. */
static int pass_over(struct parse *parse, const char *fault)
{
	if (parse->arena->failed || !fault)
		return err_set(parse->err, VB_NOMEM, "out of memory");
	if (!parse->links->fault)
		parse->links->fault = fault;
	return VB_OK;
}

static int missing(struct parse *parse, const char *element, const char *name)
{
	if (parse->arena->failed)
		return err_set(parse->err, VB_NOMEM, "out of memory");
	return err_set(parse->err, VB_PACKAGE, "'%s' without '%s'", element,
		       name);
}

static int on_type(struct parse *parse, const char *name,
		   const struct attrs *attrs)
{
	bool is_default = strcmp(name, "Default") == 0;
	struct opc_type_list *list;
	struct opc_type *item;
	const char *key_name = is_default ? "Extension" : "PartName";
	const char *type;
	char *key;

	if (!is_default && strcmp(name, "Override") != 0)
		return VB_OK;
	list = is_default ? &parse->types->defaults : &parse->types->overrides;
	key = value_of(parse, attrs, key_name);
	if (!key)
		return missing(parse, name, key_name);
	type = value_of(parse, attrs, "ContentType");
	if (!type)
		return missing(parse, name, "ContentType");
	if (is_default && list->n == OPC_DEFAULTS_MAX)
		return err_set(parse->err, VB_LIMIT,
			       "more than %d default content types",
			       OPC_DEFAULTS_MAX);
	item = vec_push(list);
	if (!item)
		return err_set(parse->err, VB_NOMEM, "out of memory");
	item->key = is_default ? key : opc_name_mend(key);
	item->type = type;
	return VB_OK;
}

static int on_link(struct parse *parse, const char *name,
		   const struct attrs *attrs)
{
	struct opc_link link = {{NULL, NULL, NULL, false}, NULL}, *kept;
	const char *mode;

	if (strcmp(name, "Relationship") != 0)
		return VB_OK;
	if (*parse->total == OPC_RELS_MAX)
		return err_set(parse->err, VB_LIMIT,
			       "more than %d relationships", OPC_RELS_MAX);
	++*parse->total;
	link.rel.id = value_of(parse, attrs, "Id");
	link.rel.type = value_of(parse, attrs, "Type");
	link.written = value_of(parse, attrs, "Target");
	if (!link.rel.id || !link.rel.type || !link.written)
		return pass_over(parse, "a relationship without id, type or "
					"target");
	mode = value_of(parse, attrs, "TargetMode");
	link.rel.external = (mode && strcmp(mode, "External") == 0) ||
			    opc_name_has_scheme(link.written);
	link.rel.target = link.written;
	if (!link.rel.external) {
		int rc = opc_name_resolve(&link.rel.target, parse->arena,
					  parse->source, link.written);

		if (rc == VB_NOMEM)
			return err_set(parse->err, rc, "out of memory");
		if (rc != VB_OK)
			return pass_over(
				parse,
				arena_printf(parse->arena,
					     "the target '%s' leaves the "
					     "package",
					     link.written));
	}
	kept = vec_push(parse->links);
	if (!kept)
		return err_set(parse->err, VB_NOMEM, "out of memory");
	*kept = link;
	return VB_OK;
}

/* NOLINTNEXTLINE(readability-function-size): the shape is libxml2's */
static void start_element(void *payload, const xmlChar *name,
			  const xmlChar *prefix, const xmlChar *uri,
			  int n_namespaces, const xmlChar **namespaces,
			  int n_attrs, int n_defaulted, const xmlChar **attrs)
{
	struct parse *parse = payload;
	struct attrs list = {attrs, (size_t)n_attrs};
	int rc = VB_OK;

	(void)prefix, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
	if (parse->rc != VB_OK)
		return;
	parse->depth++;
	if (parse->depth > OPC_DEPTH_MAX)
		rc = err_set(parse->err, VB_LIMIT,
			     "elements nested deeper than %d", OPC_DEPTH_MAX);
	else if (parse->depth == 1 &&
		 (!uri || strcmp((const char *)uri, parse->ns) != 0 ||
		  strcmp((const char *)name, parse->root) != 0))
		rc = err_set(parse->err, VB_PACKAGE,
			     "the root element is '%s', not '%s'",
			     (const char *)name, parse->root);
	else if (parse->depth == 2 && uri &&
		 strcmp((const char *)uri, parse->ns) == 0)
		rc = parse->element(parse, (const char *)name, &list);
	if (rc != VB_OK)
		stop(parse, rc);
}

static void end_element(void *payload, const xmlChar *name,
			const xmlChar *prefix, const xmlChar *uri)
{
	struct parse *parse = payload;

	(void)name, (void)prefix, (void)uri;
	parse->depth--;
}

static void doctype(void *payload, const xmlChar *name, const xmlChar *external,
		    const xmlChar *system)
{
	struct parse *parse = payload;

	(void)name, (void)external, (void)system;
	if (parse->rc == VB_OK)
		stop(parse,
		     err_set(parse->err, VB_XML, "a DOCTYPE is not allowed"));
}

static void fault(void *payload, xmlErrorPtr error)
{
	struct parse *parse = payload;
	const char *text = error->message;

	if (parse->rc != VB_OK || error->level == XML_ERR_WARNING)
		return;
	/* a message that could not be allocated says the same */
	if (error->code == XML_ERR_NO_MEMORY || !text)
		stop(parse, err_set(parse->err, VB_NOMEM, "out of memory"));
	else
		stop(parse, err_set(parse->err, VB_XML, "not well formed: %.*s",
				    (int)strcspn(text, "\n"), text));
}

/* The parser pulls: pushed, libxml2 2.9.14 loses the end of a declaration in
 * UTF-16. */
static int read_more(void *payload, char *out, int room)
{
	struct parse *parse = payload;
	size_t n = parse->left < (size_t)room ? parse->left : (size_t)room;

	memcpy(out, parse->at, n);
	parse->at += n;
	parse->left -= n;
	return (int)n;
}

static int run(struct parse *parse, const struct opc_xml *xml)
{
	xmlSAXHandler sax;
	struct xmlquiet quiet;

	if (xml->size > OPC_XML_MAX) {
		err_part(parse->err, xml->part);
		return err_set(parse->err, VB_LIMIT,
			       "more than %llu bytes of package XML",
			       (unsigned long long)OPC_XML_MAX);
	}
	parse->rc = xmlscan_part(xml->data, xml->size, parse->err);
	if (parse->rc != VB_OK) {
		err_part(parse->err, xml->part);
		return parse->rc;
	}
	memset(&sax, 0, sizeof(sax));
	sax.initialized = XML_SAX2_MAGIC;
	sax.startElementNs = start_element;
	sax.endElementNs = end_element;
	sax.internalSubset = doctype;
	sax.serror = fault;
	xmlquiet_begin(&quiet);
	parse->at = xml->data;
	parse->left = xml->size;
	parse->ctxt = xmlCreateIOParserCtxt(&sax, parse, read_more, NULL, parse,
					    XML_CHAR_ENCODING_NONE);
	if (!parse->ctxt) {
		parse->rc = err_set(parse->err, VB_NOMEM, "out of memory");
		return xmlquiet_end(&quiet, parse->rc, parse->err);
	}
	/* its own limits refuse 10 MB of blanks; ours are above */
	xmlCtxtUseOptions(parse->ctxt, XML_PARSE_NONET | XML_PARSE_HUGE);
	parse->part = xml->part;
	xmlParseDocument(parse->ctxt);
	if (parse->rc == VB_OK && !parse->ctxt->wellFormed)
		stop(parse, err_set(parse->err, VB_XML, "not well formed XML"));
	xmlFreeDoc(parse->ctxt->myDoc);
	xmlFreeParserCtxt(parse->ctxt);
	return xmlquiet_end(&quiet, parse->rc, parse->err);
}

int opc_types_parse(struct opc_types *out, struct arena *arena,
		    const struct opc_xml *xml, struct vb_error *err)
{
	struct parse parse = {.arena = arena,
			      .ns = NS_TYPES,
			      .root = "Types",
			      .element = on_type,
			      .types = out,
			      .err = err};

	return run(&parse, xml);
}

int opc_links_parse(struct opc_link_list *out, struct arena *arena,
		    const struct opc_xml *xml, const char *source,
		    /* NOLINTNEXTLINE(readability-non-const-parameter) */
		    size_t *total, struct vb_error *err)
{
	struct parse parse = {.arena = arena,
			      .ns = NS_RELS,
			      .root = "Relationships",
			      .element = on_link,
			      .links = out,
			      .source = source,
			      .total = total};
	struct vb_error own = {VB_OK, "", "", "", ""};
	int rc;

	parse.err = &own;
	rc = run(&parse, xml);
	if (rc == VB_XML || rc == VB_PACKAGE) {
		out->fault = arena_str(arena, own.text);
		rc = out->fault ? VB_OK
				: err_set(&own, VB_NOMEM, "out of memory");
	}
	if (rc != VB_OK && err && err->code == VB_OK)
		*err = own;
	return rc;
}

static void add_attr(struct buf *buf, const char *name, const char *value)
{
	buf_addc(buf, ' ');
	buf_adds(buf, name);
	buf_adds(buf, "=\"");
	buf_add_attr(buf, value, strlen(value));
	buf_addc(buf, '"');
}

void opc_types_write(const struct opc_types *types, struct buf *buf)
{
	size_t i;

	buf_adds(buf, HEAD "<Types xmlns=\"" NS_TYPES "\">");
	for (i = 0; i < types->defaults.n; i++) {
		buf_adds(buf, "<Default");
		add_attr(buf, "Extension", types->defaults.at[i].key);
		add_attr(buf, "ContentType", types->defaults.at[i].type);
		buf_adds(buf, "/>");
	}
	for (i = 0; i < types->overrides.n; i++) {
		buf_adds(buf, "<Override PartName=\"/");
		buf_add_attr(buf, types->overrides.at[i].key,
			     strlen(types->overrides.at[i].key));
		buf_addc(buf, '"');
		add_attr(buf, "ContentType", types->overrides.at[i].type);
		buf_adds(buf, "/>");
	}
	buf_adds(buf, "</Types>");
}

void opc_types_release(struct opc_types *types)
{
	vec_release(&types->defaults);
	vec_release(&types->overrides);
}

void opc_links_write(const struct opc_link_list *links, struct buf *buf)
{
	size_t i;

	buf_adds(buf, HEAD "<Relationships xmlns=\"" NS_RELS "\">");
	for (i = 0; i < links->n; i++) {
		buf_adds(buf, "<Relationship");
		add_attr(buf, "Id", links->at[i].rel.id);
		add_attr(buf, "Type", links->at[i].rel.type);
		add_attr(buf, "Target", links->at[i].written);
		if (links->at[i].rel.external)
			add_attr(buf, "TargetMode", "External");
		buf_adds(buf, "/>");
	}
	buf_adds(buf, "</Relationships>");
}
