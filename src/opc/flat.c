/*
 * flat.c - a Flat OPC document, the one-file XML that Word writes as "Word
 * XML Document", to the items of a package.
 *
 * pkg:package holds pkg:part elements, each with the XML of the part in
 * pkg:xmlData or its bytes as base64 in pkg:binaryData
 * (http://schemas.microsoft.com/office/2006/xmlPackage). Read by SAX2 and
 * written again part by part, so that no tree stands in memory.
 */
#include "opc/package.h"

#include "util/err.h"
#include "xml/quiet.h"
#include "xml/scan.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

#define NS_FLAT "http://schemas.microsoft.com/office/2006/xmlPackage"
#define HEAD	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Declarations outside of the parts; Word writes one. */
#define SCOPE_MAX 64

enum {
	AT_PACKAGE = 1,
	AT_PART,
	AT_DATA, /* xmlData or binaryData */
	AT_ROOT	 /* of the XML of a part */
};

enum holds {
	HOLDS_NOTHING,
	HOLDS_XML,
	HOLDS_BYTES
};

struct flat_part {
	const char *name, *type;
	struct buf data;
};

struct scope {
	const char *prefix; /* NULL: the default */
	const char *uri;
};

struct flat {
	struct arena arena;
	xmlParserCtxtPtr ctxt;
	struct {
		VEC(struct flat_part);
	} parts;
	struct scope scope[SCOPE_MAX];
	size_t n_scope;
	enum holds holds;
	bool is_open; /* the start tag in hand lacks its '>' */
	int depth;
	/* base64 */
	uint32_t bits;
	unsigned n_bits;
	bool is_padded;
	const char *at; /* what is left to read */
	size_t left;
	int rc;
	struct vb_error *err;
};

static int stop(struct flat *flat, int rc)
{
	if (rc == VB_OK || flat->rc != VB_OK)
		return rc;
	flat->rc = rc;
	err_where(flat->err, "line %d", xmlSAX2GetLineNumber(flat->ctxt));
	xmlStopParser(flat->ctxt);
	return rc;
}

static int no_memory(struct flat *flat)
{
	return err_set(flat->err, VB_NOMEM, "out of memory");
}

static struct flat_part *in_hand(struct flat *flat)
{
	return &flat->parts.at[flat->parts.n - 1];
}

static bool is_flat_ns(const xmlChar *uri)
{
	return uri && strcmp((const char *)uri, NS_FLAT) == 0;
}

/* ---- attributes and declarations ----------------------------------------- */

/*
 * libxml2 hands out the value with every reference resolved but that to
 * '&', which stays "&#38;" (parser.c, xmlParseAttValueComplex): all other
 * characters are escaped here.
 */
static void put_value(struct buf *out, const char *value, size_t size)
{
	size_t i, from = 0;

	for (i = 0; i < size; i++) {
		if (value[i] != '&')
			continue;
		buf_add_attr(out, value + from, i - from);
		buf_addc(out, '&');
		from = i + 1;
	}
	buf_add_attr(out, value + from, size - from);
}

static void put_name(struct buf *out, const xmlChar *prefix,
		     const xmlChar *name)
{
	if (prefix) {
		buf_adds(out, (const char *)prefix);
		buf_addc(out, ':');
	}
	buf_adds(out, (const char *)name);
}

static void put_ns(struct buf *out, const char *prefix, const char *uri)
{
	buf_adds(out, prefix ? " xmlns:" : " xmlns");
	if (prefix)
		buf_adds(out, prefix);
	buf_adds(out, "=\"");
	put_value(out, uri, strlen(uri));
	buf_addc(out, '"');
}

static bool same_prefix(const char *a, const xmlChar *b)
{
	return a && b ? strcmp(a, (const char *)b) == 0 : !a && !b;
}

/* SAX2 gives declarations as pairs of prefix and URI. */
static bool declares(const xmlChar **ns, int n, const char *prefix)
{
	int i;

	for (i = 0; i < n; i++, ns += 2)
		if (same_prefix(prefix, ns[0]))
			return true;
	return false;
}

/* Keeps what is declared outside of the parts, for their roots. */
static int keep_scope(struct flat *flat, const xmlChar **ns, int n)
{
	int i;

	for (i = 0; i < n; i++, ns += 2) {
		struct scope *scope = &flat->scope[flat->n_scope];

		if (is_flat_ns(ns[1]))
			continue;
		if (flat->n_scope == SCOPE_MAX)
			return err_set(flat->err, VB_LIMIT,
				       "more than %d namespaces outside of "
				       "the parts",
				       SCOPE_MAX);
		scope->prefix = ns[0] ? arena_str(&flat->arena,
						  (const char *)ns[0])
				      : NULL;
		scope->uri = arena_str(&flat->arena, (const char *)ns[1]);
		if (!scope->uri || (ns[0] && !scope->prefix))
			return no_memory(flat);
		flat->n_scope++;
	}
	return VB_OK;
}

/* ---- the frame ------------------------------------------------------------
 */

static const char *copy_attr(struct flat *flat, const char *name, int n,
			     const xmlChar **attrs)
{
	int i;

	for (i = 0; i < n; i++, attrs += 5)
		if (is_flat_ns(attrs[2]) &&
		    strcmp((const char *)attrs[0], name) == 0)
			return arena_strn(&flat->arena, (const char *)attrs[3],
					  (size_t)(attrs[4] - attrs[3]));
	return NULL;
}

static int new_part(struct flat *flat, int n, const xmlChar **attrs)
{
	struct flat_part *part;

	if (flat->parts.n == OPC_PARTS_MAX)
		return err_set(flat->err, VB_LIMIT, "more than %d entries",
			       OPC_PARTS_MAX);
	part = vec_push(&flat->parts);
	if (!part)
		return no_memory(flat);
	part->name = copy_attr(flat, "name", n, attrs);
	part->type = copy_attr(flat, "contentType", n, attrs);
	if (flat->arena.failed)
		return no_memory(flat);
	if (!part->name)
		return err_set(flat->err, VB_PACKAGE, "'part' without 'name'");
	part->name += *part->name == '/';
	return VB_OK;
}

static void open_data(struct flat *flat, const xmlChar *name)
{
	flat->holds = HOLDS_NOTHING;
	if (strcmp((const char *)name, "xmlData") == 0)
		flat->holds = HOLDS_XML;
	else if (strcmp((const char *)name, "binaryData") == 0)
		flat->holds = HOLDS_BYTES;
	flat->bits = 0;
	flat->n_bits = 0;
	flat->is_padded = false;
}

/* An element of the frame, three deep. */
static int open_frame(struct flat *flat, const xmlChar *name,
		      const xmlChar *uri, int n_attrs, const xmlChar **attrs)
{
	static const char *const NAMES[] = {NULL, "package", "part"};

	if (flat->depth < AT_DATA &&
	    (!is_flat_ns(uri) ||
	     strcmp((const char *)name, NAMES[flat->depth]) != 0))
		return err_set(flat->err, VB_PACKAGE,
			       "'%s' where Flat OPC has '%s'",
			       (const char *)name, NAMES[flat->depth]);
	if (flat->depth == AT_PART)
		return new_part(flat, n_attrs, attrs);
	if (flat->depth == AT_DATA)
		open_data(flat, name);
	return VB_OK;
}

/* ---- what stands in a part ------------------------------------------------
 */

static void close_tag(struct flat *flat, struct buf *out)
{
	if (flat->is_open)
		buf_addc(out, '>');
	flat->is_open = false;
}

static void check_part(struct flat *flat, const struct flat_part *part)
{
	if (!buf_ok(&part->data))
		stop(flat, no_memory(flat));
	else if (part->data.size > OPC_PART_MAX)
		stop(flat, err_set(flat->err, VB_LIMIT,
				   "a part has more than %llu bytes",
				   (unsigned long long)OPC_PART_MAX));
}

/* NOLINTNEXTLINE(readability-function-size): the shape is libxml2's */
static void start_element(void *payload, const xmlChar *name,
			  const xmlChar *prefix, const xmlChar *uri, int n_ns,
			  const xmlChar **ns, int n_attrs, int n_defaulted,
			  const xmlChar **attrs)
{
	struct flat *flat = payload;
	struct buf *out;
	size_t k;
	int i, rc = VB_OK;

	(void)n_defaulted;
	if (flat->rc != VB_OK)
		return;
	flat->depth++;
	if (flat->depth > OPC_FLAT_DEPTH_MAX)
		rc = err_set(flat->err, VB_LIMIT,
			     "elements nested deeper than %d",
			     OPC_FLAT_DEPTH_MAX);
	else if (flat->depth <= AT_DATA) {
		rc = open_frame(flat, name, uri, n_attrs, attrs);
		if (rc == VB_OK && flat->depth == AT_PACKAGE)
			rc = keep_scope(flat, ns, n_ns);
	}
	stop(flat, rc);
	if (rc != VB_OK || flat->depth < AT_ROOT || flat->holds != HOLDS_XML)
		return;
	out = &in_hand(flat)->data;
	if (flat->depth == AT_ROOT)
		buf_adds(out, HEAD);
	close_tag(flat, out);
	buf_addc(out, '<');
	put_name(out, prefix, name);
	for (k = 0; flat->depth == AT_ROOT && k < flat->n_scope; k++)
		if (!declares(ns, n_ns, flat->scope[k].prefix))
			put_ns(out, flat->scope[k].prefix, flat->scope[k].uri);
	for (i = 0; i < n_ns; i++, ns += 2)
		put_ns(out, (const char *)ns[0],
		       ns[1] ? (const char *)ns[1] : "");
	for (i = 0; i < n_attrs; i++, attrs += 5) {
		buf_addc(out, ' ');
		put_name(out, attrs[1], attrs[0]);
		buf_adds(out, "=\"");
		put_value(out, (const char *)attrs[3],
			  (size_t)(attrs[4] - attrs[3]));
		buf_addc(out, '"');
	}
	flat->is_open = true;
	check_part(flat, in_hand(flat));
}

static void end_element(void *payload, const xmlChar *name,
			const xmlChar *prefix, const xmlChar *uri)
{
	struct flat *flat = payload;
	struct buf *out;

	(void)uri;
	if (flat->rc != VB_OK)
		return;
	if (flat->depth-- < AT_ROOT || flat->holds != HOLDS_XML)
		return;
	out = &in_hand(flat)->data;
	if (flat->is_open) {
		buf_adds(out, "/>");
		flat->is_open = false;
		return;
	}
	buf_adds(out, "</");
	put_name(out, prefix, name);
	buf_addc(out, '>');
}

static int sextet(unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* RFC 4648 4, with line breaks; what comes behind the padding is an error. */
static int add_bytes(struct flat *flat, const unsigned char *text, size_t n)
{
	struct buf *out = &in_hand(flat)->data;
	size_t i;

	for (i = 0; i < n; i++) {
		int value = sextet(text[i]);

		if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r'))
			continue;
		if (text[i] == '=') {
			flat->is_padded = true;
			continue;
		}
		if (value < 0 || flat->is_padded)
			return err_set(flat->err, VB_PACKAGE,
				       "the bytes of '%s' are not base64",
				       in_hand(flat)->name);
		flat->bits = flat->bits << 6 | (uint32_t)value;
		flat->n_bits += 6;
		if (flat->n_bits < 8)
			continue;
		flat->n_bits -= 8;
		buf_addc(out, (char)(flat->bits >> flat->n_bits & 0xff));
	}
	return VB_OK;
}

static void characters(void *payload, const xmlChar *text, int size)
{
	struct flat *flat = payload;

	if (flat->rc != VB_OK || size <= 0)
		return;
	if (flat->depth == AT_DATA && flat->holds == HOLDS_BYTES) {
		stop(flat, add_bytes(flat, text, (size_t)size));
	} else if (flat->depth >= AT_ROOT && flat->holds == HOLDS_XML) {
		struct buf *out = &in_hand(flat)->data;

		close_tag(flat, out);
		buf_add_text(out, (const char *)text, (size_t)size);
	} else {
		return;
	}
	if (flat->rc == VB_OK)
		check_part(flat, in_hand(flat));
}

static void doctype(void *payload, const xmlChar *name, const xmlChar *external,
		    const xmlChar *system)
{
	struct flat *flat = payload;

	(void)name, (void)external, (void)system;
	if (flat->rc == VB_OK)
		stop(flat,
		     err_set(flat->err, VB_XML, "a DOCTYPE is not allowed"));
}

static void fault(void *payload, xmlErrorPtr error)
{
	struct flat *flat = payload;
	const char *text = error->message;

	if (flat->rc != VB_OK || error->level == XML_ERR_WARNING)
		return;
	if (error->code == XML_ERR_NO_MEMORY || !text)
		stop(flat, no_memory(flat));
	else
		stop(flat, err_set(flat->err, VB_XML, "not well formed: %.*s",
				   (int)strcspn(text, "\n"), text));
}

/* ---- all ------------------------------------------------------------------
 */

static int read_more(void *payload, char *out, int room)
{
	struct flat *flat = payload;
	size_t n = flat->left < (size_t)room ? flat->left : (size_t)room;

	memcpy(out, flat->at, n);
	flat->at += n;
	flat->left -= n;
	return (int)n;
}

static int parse(struct flat *flat, const void *data, size_t size)
{
	xmlSAXHandler sax;
	struct xmlquiet quiet;

	flat->rc = xmlscan_part(data, size, flat->err);
	if (flat->rc != VB_OK)
		return flat->rc;
	memset(&sax, 0, sizeof(sax));
	sax.initialized = XML_SAX2_MAGIC;
	sax.startElementNs = start_element;
	sax.endElementNs = end_element;
	sax.characters = characters;
	sax.ignorableWhitespace = characters;
	sax.cdataBlock = characters;
	sax.internalSubset = doctype;
	sax.serror = fault;
	flat->at = data;
	flat->left = size;
	xmlquiet_begin(&quiet);
	flat->ctxt = xmlCreateIOParserCtxt(&sax, flat, read_more, NULL, flat,
					   XML_CHAR_ENCODING_NONE);
	if (!flat->ctxt)
		return xmlquiet_end(&quiet, no_memory(flat), flat->err);
	/* its own limits refuse a picture of 10 MB; ours are above */
	xmlCtxtUseOptions(flat->ctxt, XML_PARSE_NONET | XML_PARSE_HUGE);
	xmlParseDocument(flat->ctxt);
	if (flat->rc == VB_OK && !flat->ctxt->wellFormed)
		stop(flat, err_set(flat->err, VB_XML, "not well formed XML"));
	xmlFreeDoc(flat->ctxt->myDoc);
	xmlFreeParserCtxt(flat->ctxt);
	return xmlquiet_end(&quiet, flat->rc, flat->err);
}

static int build(struct flat *flat, struct vb_blob *out)
{
	struct opc_item *items = calloc(flat->parts.n + 1, sizeof(*items));
	uint64_t total = 0;
	size_t i;
	int rc;

	if (!items)
		return no_memory(flat);
	for (i = 0; i < flat->parts.n; i++) {
		const struct flat_part *part = &flat->parts.at[i];

		items[i].name = part->name;
		items[i].type = part->type;
		items[i].data = buf_cstr(&part->data);
		items[i].size = part->data.size;
		total += part->data.size;
	}
	if (total > OPC_TOTAL_MAX)
		rc = err_set(flat->err, VB_LIMIT,
			     "the parts have more than %llu bytes",
			     (unsigned long long)OPC_TOTAL_MAX);
	else
		rc = opc_build(out, items, flat->parts.n, flat->err);
	free(items);
	return rc;
}

int opc_flat_read(struct vb_blob *out, const void *data, size_t size,
		  struct vb_error *err)
{
	struct flat flat = {.err = err};
	size_t i;
	int rc = parse(&flat, data, size);

	if (rc == VB_OK)
		rc = build(&flat, out);
	for (i = 0; i < flat.parts.n; i++)
		buf_release(&flat.parts.at[i].data);
	vec_release(&flat.parts);
	arena_release(&flat.arena);
	return rc;
}
