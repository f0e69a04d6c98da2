/* reader_sax.c - see reader_sax.h. */
#include "wml/reader_sax.h"

#include "util/err.h"
#include "xml/attr.h"
#include "xml/quiet.h"
#include "xml/scan.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

struct sax {
	const struct sax_handler *handler;
	void *user;
	xmlParserCtxtPtr ctxt;
	struct vb_error *err;
	int code;
	unsigned depth;
	size_t *at; /* or NULL */
	/* what is left to hand out */
	const char *data;
	size_t size;
};

static void stop(struct sax *sax, int code)
{
	if (code == VB_OK || sax->code != VB_OK)
		return;
	sax->code = code;
	err_where(sax->err, "line %d", xmlSAX2GetLineNumber(sax->ctxt));
	xmlStopParser(sax->ctxt);
}

static void tell_place(struct sax *sax)
{
	const xmlParserInput *input = sax->ctxt->input;

	if (sax->at && input)
		*sax->at = (size_t)input->consumed +
			   (size_t)(input->cur - input->base);
}

/* NOLINTNEXTLINE(readability-function-size): the shape is libxml2's */
static void on_start(void *ctx, const xmlChar *local, const xmlChar *prefix,
		     const xmlChar *uri, int n_ns, const xmlChar **ns,
		     int n_attrs, int n_defaulted, const xmlChar **attrs)
{
	struct sax *sax = ctx;
	struct sax_element el;

	(void)prefix;
	(void)n_ns;
	(void)ns;
	(void)n_defaulted;
	if (sax->code != VB_OK)
		return;
	if (++sax->depth > SAX_DEPTH_MAX) {
		stop(sax,
		     err_set(sax->err, VB_LIMIT, "elements nest deeper than %d",
			     SAX_DEPTH_MAX));
		return;
	}
	if (!sax->handler->start)
		return;
	tell_place(sax);
	el.uri = uri ? (const char *)uri : "";
	el.local = (const char *)local;
	el.attrs = attrs;
	el.n_attrs = n_attrs;
	el.depth = sax->depth;
	el.parser = sax->ctxt;
	stop(sax, sax->handler->start(sax->user, &el, sax->err));
}

static void on_end(void *ctx, const xmlChar *local, const xmlChar *prefix,
		   const xmlChar *uri)
{
	struct sax *sax = ctx;

	(void)local;
	(void)prefix;
	(void)uri;
	if (sax->code != VB_OK)
		return;
	sax->depth--;
	tell_place(sax);
	if (sax->handler->end)
		stop(sax, sax->handler->end(sax->user, sax->err));
}

static void on_text(void *ctx, const xmlChar *text, int size)
{
	struct sax *sax = ctx;

	if (sax->code == VB_OK && sax->handler->text && size > 0)
		stop(sax, sax->handler->text(sax->user, (const char *)text,
					     (size_t)size, sax->err));
}

static void on_doctype(void *ctx, const xmlChar *name, const xmlChar *public_id,
		       const xmlChar *system_id)
{
	struct sax *sax = ctx;

	(void)name;
	(void)public_id;
	(void)system_id;
	stop(sax, err_set(sax->err, VB_XML, "a DOCTYPE is not allowed"));
}

static int read_more(void *ctx, char *out, int room)
{
	struct sax *sax = ctx;
	size_t n = sax->size < (size_t)room ? sax->size : (size_t)room;

	memcpy(out, sax->data, n);
	sax->data += n;
	sax->size -= n;
	return (int)n;
}

/* The parser's own complaint, when the handlers had none. */
static int parser_error(struct sax *sax)
{
	const xmlError *last = xmlCtxtGetLastError(sax->ctxt);
	const char *text = last && last->message ? last->message
						 : "not well formed";
	size_t size = strcspn(text, "\r\n");
	int line = last ? last->line : 0;

	if (last && last->code == XML_ERR_NO_MEMORY)
		return err_set(sax->err, VB_NOMEM, "out of memory");
	err_set(sax->err, VB_XML, "not well formed: %.*s",
		size < 180 ? (int)size : 180, text);
	err_where(sax->err, "line %d", line);
	return VB_XML;
}

int sax_parse(const struct sax_handler *handler, void *user, const void *xml,
	      size_t size, const char *part, struct vb_error *err)
{
	const struct sax_input input = {xml, size, part, NULL};

	return sax_parse_at(handler, user, &input, err);
}

int sax_parse_at(const struct sax_handler *handler, void *user,
		 const struct sax_input *input, struct vb_error *err)
{
	struct sax sax = {.handler = handler,
			  .user = user,
			  .err = err,
			  .at = input->at,
			  .data = input->xml,
			  .size = input->size};
	xmlSAXHandler events;
	struct xmlquiet quiet;

	sax.code = xmlscan_part(input->xml, input->size, err);
	if (sax.code != VB_OK) {
		err_part(err, input->part);
		return sax.code;
	}
	xmlquiet_begin(&quiet);
	memset(&events, 0, sizeof(events));
	events.initialized = XML_SAX2_MAGIC;
	events.startElementNs = on_start;
	events.endElementNs = on_end;
	events.characters = on_text;
	events.ignorableWhitespace = on_text;
	events.cdataBlock = on_text;
	events.internalSubset = on_doctype;
	sax.ctxt = xmlCreateIOParserCtxt(&events, &sax, read_more, NULL, &sax,
					 XML_CHAR_ENCODING_NONE);
	if (!sax.ctxt) {
		sax.code = err_set(err, VB_NOMEM, "out of memory");
		return xmlquiet_end(&quiet, sax.code, err);
	}
	xmlCtxtUseOptions(sax.ctxt, XML_PARSE_NONET | XML_PARSE_NOERROR |
					    XML_PARSE_NOWARNING);
	xmlParseDocument(sax.ctxt);
	if (sax.code == VB_OK && !sax.ctxt->wellFormed)
		sax.code = parser_error(&sax);
	sax.code = xmlquiet_end(&quiet, sax.code, err);
	if (sax.code != VB_OK)
		err_part(err, input->part);
	if (sax.ctxt->myDoc)
		xmlFreeDoc(sax.ctxt->myDoc);
	xmlFreeParserCtxt(sax.ctxt);
	return sax.code;
}

const char *sax_attr(const struct sax_element *el, const char *local,
		     size_t *size)
{
	const unsigned char **at = el->attrs;
	int i;

	for (i = 0; i < el->n_attrs; i++, at += 5) {
		if (strcmp((const char *)at[0], local) != 0)
			continue;
		*size = (size_t)(at[4] - at[3]);
		return (const char *)at[3];
	}
	*size = 0;
	return NULL;
}

const char *sax_namespace(const struct sax_element *el, const char *prefix,
			  size_t size)
{
	const xmlParserCtxt *ctxt = el->parser;
	int i;

	/* pairs of prefix and URI, the innermost last */
	for (i = ctxt->nsNr - 2; i >= 0; i -= 2) {
		const char *at = (const char *)ctxt->nsTab[i];

		if (at && strncmp(at, prefix, size) == 0 && !at[size])
			return (const char *)ctxt->nsTab[i + 1];
	}
	return NULL;
}

const char *sax_attr_copy(struct arena *arena, const struct sax_element *el,
			  const char *local)
{
	size_t size;
	const char *value = sax_attr(el, local, &size);

	return value && size ? xmlattr_copy(arena, NULL, value, size) : "";
}

bool sax_attr_is(const struct sax_element *el, const char *local,
		 const char *value)
{
	size_t size;
	const char *at = sax_attr(el, local, &size);

	return at && size == strlen(value) && memcmp(at, value, size) == 0;
}

long sax_attr_long(const struct sax_element *el, const char *local,
		   long otherwise)
{
	size_t size, i = 0;
	const char *at = sax_attr(el, local, &size);
	bool minus = at && size > 1 && at[0] == '-';
	long value = 0;

	if (!at || size == 0 || size > 9)
		return otherwise;
	for (i = minus; i < size; i++) {
		if (at[i] < '0' || at[i] > '9')
			return otherwise;
		value = value * 10 + (at[i] - '0');
	}
	return minus ? -value : value;
}

bool sax_is_on(const struct sax_element *el)
{
	return !sax_attr_is(el, "val", "0") &&
	       !sax_attr_is(el, "val", "false") &&
	       !sax_attr_is(el, "val", "off");
}

const char *sax_font_name(const struct sax_element *el, size_t *size)
{
	static const char *const themes[] = {"hAnsiTheme", "asciiTheme"};
	static const char *const names[] = {"hAnsi", "ascii"};
	const char *value;
	size_t i;

	for (i = 0; i < 2; i++) {
		value = sax_attr(el, themes[i], size);
		if (value && *size >= 5) {
			*size = strlen("+major");
			return memcmp(value, "major", 5) == 0 ? "+major"
							      : "+minor";
		}
		value = sax_attr(el, names[i], size);
		if (value && *size)
			return value;
	}
	*size = 0;
	return NULL;
}

bool sax_font(const char **font, struct arena *arena,
	      const struct sax_element *el)
{
	size_t size;
	const char *name = sax_font_name(el, &size);

	if (!name)
		return true;
	name = xmlattr_copy(arena, NULL, name, size);
	if (name)
		*font = name;
	return name != NULL;
}
