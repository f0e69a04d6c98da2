/*
 * answers_xml.c - reading answers: the stream.
 *
 * SAX2 of libxml2, so that a file of 100,000 rows costs its answers and not
 * a tree of it, and so that lines past 65535 are real (a tree node keeps 16
 * bits of it). No entity, no DOCTYPE, no network.
 */
#include "form/answers_build.h"

#include "form/link.h"
#include "form/xml.h"
#include "text/span.h"
#include "util/buf.h"
#include "util/err.h"
#include "util/file.h"
#include "xml/quiet.h"
#include "xml/scan.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The memory of finished trees is given back after so many elements or
 * bytes: one release a field would cost more than the fields. */
#define SCRATCH_ELEMS 512
#define SCRATCH_BYTES ((size_t)1 << 18)

struct reader {
	struct build build;
	struct vb_answers *answers;
	const struct vb_form *form;
	struct vb_error *err;
	xmlParserCtxtPtr ctxt;
	int rc;
	struct arena scratch;
	size_t scratch_elems, scratch_bytes;
	struct elem *elem; /* open, inside a child of the root or of base */
	struct buf words;
	int depth; /* open elements, the root is 1 */
	bool had_root, is_base, had_base;
};

/* Frees the parser's input: a handler must return after it, attributes are
 * pointers into that. */
static void stop(struct reader *reader, int rc)
{
	if (reader->rc == VB_OK)
		reader->rc = rc;
	xmlStopParser(reader->ctxt);
}

static void stop_nomem(struct reader *reader)
{
	stop(reader, err_set(reader->err, VB_NOMEM, "out of memory"));
}

static int line_of(const struct reader *reader)
{
	return reader->ctxt->input ? reader->ctxt->input->line : 0;
}

static void stop_at(struct reader *reader, enum vb_code code, const char *fmt,
		    ...) __attribute__((format(printf, 3, 4)));

static void stop_at(struct reader *reader, enum vb_code code, const char *fmt,
		    ...)
{
	char text[256];
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	err_where(reader->err, "line %d", line_of(reader));
	stop(reader, err_set(reader->err, code, "%s", text));
}

/* ---- attributes -------------------------------------------------------- */

/* libxml2's SAX2 gives five pointers an attribute: name, prefix, namespace,
 * first and past-last byte of the value. */
struct attribute {
	const char *name, *value;
	size_t size;
	bool has_namespace;
};

static struct attribute attribute_at(const xmlChar **attributes, int i)
{
	const xmlChar **a = attributes + (ptrdiff_t)i * 5;
	struct attribute out = {
		.name = (const char *)a[0],
		.value = (const char *)a[3],
		.size = (size_t)(a[4] - a[3]),
		.has_namespace = a[2] != NULL,
	};

	return out;
}

static bool is(const struct attribute *a, const char *name)
{
	return strcmp(a->name, name) == 0;
}

static void unknown_attribute(struct reader *reader, const char *element,
			      const char *name)
{
	build_fault(&reader->build, "unknown-attribute", element, "", 0,
		    line_of(reader), "<%.64s> has no attribute '%.64s'",
		    element, name);
}

/* ---- the root ---------------------------------------------------------- */

static void check_root(struct reader *reader, const struct vb_answers *answers)
{
	const struct vb_form *form = reader->form;
	struct vb_finding finding = {0};
	const struct vb_sink *sink = reader->build.sink;
	char text[256];

	if (!form)
		return;
	if (strcmp(answers->form_id, form->id) != 0)
		build_fault(&reader->build, "form-differs", "", "", 0,
			    line_of(reader),
			    "the answers are of form '%.64s', not '%.64s'",
			    answers->form_id, form->id);
	if (strcmp(answers->version, form->version) == 0 || !sink ||
	    !sink->take)
		return;
	snprintf(text, sizeof(text),
		 "the answers are of version '%.64s' of the form, which is "
		 "now '%.64s'",
		 answers->version, form->version);
	finding.rule = "version-differs";
	finding.severity = VB_WARNING;
	finding.field = "";
	finding.level = "";
	finding.message = text;
	finding.place.file = answers->file;
	finding.place.part = "";
	finding.place.heading = "";
	finding.place.near = "";
	finding.place.line = line_of(reader);
	sink->take(sink->payload, &finding);
}

static void start_root(struct reader *reader, const char *name, int n,
		       const xmlChar **attributes)
{
	struct vb_answers *answers = reader->answers;
	int i;

	reader->had_root = true;
	if (strcmp(name, "answers") != 0) {
		stop_at(reader, VB_ANSWERS,
			"the root element is '%.64s', not 'answers'", name);
		return;
	}
	for (i = 0; i < n; i++) {
		struct attribute a = attribute_at(attributes, i);
		struct text_span v = text_trim(a.value, a.size);
		const char *value;

		if (a.has_namespace)
			continue;
		value = arena_strn(&answers->arena, v.at, v.size);
		if (!value) {
			stop_nomem(reader);
			return;
		}
		if (is(&a, "form"))
			answers->form_id = value;
		else if (is(&a, "version"))
			answers->version = value;
		else if (is(&a, "unit"))
			answers->unit = value;
		else
			unknown_attribute(reader, name, a.name);
	}
	check_root(reader, answers);
}

/* ---- elements ---------------------------------------------------------- */

static struct elem *new_elem(struct reader *reader)
{
	struct elem *elem = arena_new(&reader->scratch, struct elem);
	struct elem *parent = reader->elem;

	if (!elem) {
		stop_nomem(reader);
		return NULL;
	}
	reader->scratch_elems++;
	elem->line = line_of(reader);
	elem->parent = parent;
	if (!parent)
		return elem;
	if (parent->last)
		parent->last->next = elem;
	else
		parent->first = elem;
	parent->last = elem;
	return elem;
}

/* The words up to here as a text node. */
static void flush_words(struct reader *reader)
{
	struct buf *words = &reader->words;
	struct elem *elem;

	if (!words->size || reader->rc != VB_OK)
		return;
	elem = new_elem(reader);
	if (!elem)
		return;
	elem->text = arena_strn(&reader->scratch, words->data, words->size);
	elem->size = words->size;
	reader->scratch_bytes += words->size;
	if (!elem->text)
		stop_nomem(reader);
	buf_clear(words);
}

/* False when reading has stopped. */
static bool read_link(struct reader *reader, struct elem *elem,
		      struct text_span address)
{
	const char *fault = link_fault(address.at, address.size);
	const struct elem *field = elem;

	while (field->parent)
		field = field->parent;
	elem->href = link_ascii(&reader->scratch, address.at, address.size);
	if (!elem->href) {
		stop_nomem(reader);
		return false;
	}
	if (fault) {
		build_fault(&reader->build, "wrong-link", field->name, "", 0,
			    line_of(reader), "the address '%.64s' %s",
			    elem->href, fault);
		/* told once: nobody gets these answers */
		elem->href = "http://invalid";
	}
	return true;
}

static void read_attributes(struct reader *reader, struct elem *elem, int n,
			    const xmlChar **attributes)
{
	int i;

	for (i = 0; i < n; i++) {
		struct attribute a = attribute_at(attributes, i);
		struct text_span v = text_trim(a.value, a.size);

		if (a.has_namespace)
			continue;
		if (is(&a, "href") && elem->parent &&
		    strcmp(elem->name, "a") == 0) {
			if (!read_link(reader, elem, v))
				return;
			continue;
		}
		if (!is(&a, "level")) {
			unknown_attribute(reader, elem->name, a.name);
			continue;
		}
		if (v.size == 0)
			continue;
		elem->level = arena_strn(&reader->scratch, v.at, v.size);
		if (!elem->level) {
			stop_nomem(reader);
			return;
		}
	}
}

static void start_base(struct reader *reader, int n, const xmlChar **attributes)
{
	int i;

	if (reader->had_base)
		build_fault(&reader->build, "duplicate-answer", "base", "", 0,
			    line_of(reader), "'base' is there twice");
	for (i = 0; i < n; i++) {
		struct attribute a = attribute_at(attributes, i);

		if (!a.has_namespace)
			unknown_attribute(reader, "base", a.name);
	}
	reader->is_base = true;
	reader->had_base = true;
}

/* NOLINTNEXTLINE(readability-function-size): the shape is libxml2's */
static void on_start(void *payload, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri, int n_namespaces,
		     const xmlChar **namespaces, int n_attributes,
		     int n_defaulted, const xmlChar **attributes)
{
	struct reader *reader = payload;
	const char *local = (const char *)name;
	struct elem *elem;

	(void)prefix;
	(void)n_namespaces;
	(void)namespaces;
	(void)n_defaulted;
	if (reader->rc != VB_OK)
		return;
	if (!uri || strcmp((const char *)uri, ANSWERS_NS) != 0) {
		stop_at(reader, VB_ANSWERS,
			"element '%.64s' is not in the namespace " ANSWERS_NS,
			local);
		return;
	}
	if (++reader->depth > ANSWERS_XML_DEPTH_MAX) {
		stop_at(reader, VB_LIMIT,
			"element '%.64s' is nested too deeply", local);
		return;
	}
	if (reader->depth == 1) {
		start_root(reader, local, n_attributes, attributes);
		return;
	}
	if (reader->depth == 2 && strcmp(local, "base") == 0) {
		start_base(reader, n_attributes, attributes);
		return;
	}
	flush_words(reader);
	elem = reader->rc == VB_OK ? new_elem(reader) : NULL;
	if (!elem)
		return;
	reader->elem = elem;
	elem->name = arena_str(&reader->scratch, local);
	if (!elem->name) {
		stop_nomem(reader);
		return;
	}
	read_attributes(reader, elem, n_attributes, attributes);
}

/* A whole field has been read. */
static void take_field(struct reader *reader, const struct elem *elem)
{
	int rc = build_take(&reader->build, elem, reader->is_base);

	if (rc != VB_OK)
		stop(reader, rc);
	if (reader->scratch_elems > SCRATCH_ELEMS ||
	    reader->scratch_bytes > SCRATCH_BYTES) {
		arena_release(&reader->scratch);
		reader->scratch_elems = 0;
		reader->scratch_bytes = 0;
	}
}

static void on_end(void *payload, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *uri)
{
	struct reader *reader = payload;
	struct elem *elem = reader->elem;

	(void)name;
	(void)prefix;
	(void)uri;
	if (reader->rc != VB_OK)
		return;
	reader->depth--;
	if (!elem) {
		reader->is_base = false;
		return;
	}
	flush_words(reader);
	reader->elem = elem->parent;
	if (!reader->elem && reader->rc == VB_OK)
		take_field(reader, elem);
}

static bool is_layout(const xmlChar *text, int size)
{
	int i;

	for (i = 0; i < size; i++)
		if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' &&
		    text[i] != '\r')
			return false;
	return true;
}

static void on_words(void *payload, const xmlChar *text, int size)
{
	struct reader *reader = payload;

	if (reader->rc != VB_OK || size <= 0)
		return;
	if (reader->elem) {
		buf_add(&reader->words, text, (size_t)size);
		if (!buf_ok(&reader->words))
			stop_nomem(reader);
		return;
	}
	if (!is_layout(text, size))
		build_fault(&reader->build, "wrong-place", "", "", 0,
			    line_of(reader), "words outside of a field");
}

static void on_doctype(void *payload, const xmlChar *name, const xmlChar *id,
		       const xmlChar *system)
{
	struct reader *reader = payload;

	(void)name;
	(void)id;
	(void)system;
	if (reader->rc == VB_OK)
		stop_at(reader, VB_XML, "a DOCTYPE is not allowed");
}

/* ---- errors ------------------------------------------------------------ */

/* Bytes that are not in the encoding also come as an "invalid character",
 * but with the bytes in str1. */
static bool is_bad_encoding(const xmlError *error)
{
	return error->code == XML_ERR_INVALID_ENCODING ||
	       (error->code == XML_ERR_INVALID_CHAR && error->str1);
}

/* The first line of libxml2's message. */
static void xml_error(struct reader *reader, const xmlError *error)
{
	const char *message = error->message ? error->message : "";
	struct text_span text = text_trim(message, strcspn(message, "\n"));

	err_where(reader->err, "line %d", error->line);
	if (is_bad_encoding(error)) {
		err_set(reader->err, VB_XML,
			"the text is not UTF-8 and no encoding is named");
		return;
	}
	err_set(reader->err, VB_XML, "not well formed: %.*s", (int)text.size,
		text.at);
}

static void bad_character(struct reader *reader, const xmlError *error)
{
	const struct elem *elem = reader->elem;

	while (elem && elem->parent)
		elem = elem->parent;
	build_fault(&reader->build, "control-character",
		    elem && elem->name ? elem->name : "", "", 0, error->line,
		    "character U+%04X in '%.64s' is not allowed",
		    (unsigned)error->int1,
		    elem && elem->name ? elem->name : "answers");
}

/* The first error decides; libxml2 goes on to tell more. */
static void on_error(void *payload, xmlErrorPtr error)
{
	struct reader *reader = payload;

	if (reader->rc != VB_OK || error->level < XML_ERR_ERROR)
		return;
	if (error->code == XML_ERR_NO_MEMORY) {
		stop_nomem(reader);
		return;
	}
	if (error->code == XML_ERR_INVALID_CHAR && !error->str1) {
		bad_character(reader, error);
		stop(reader, VB_ANSWERS);
		return;
	}
	xml_error(reader, error);
	stop(reader, VB_XML);
}

static int parse(struct reader *reader, const void *data, size_t size,
		 const char *name)
{
	/* without NOENT libxml2 2.9 hands "&amp;" in an attribute to a SAX2
	 * handler as "&#38;"; there is no DTD, so no entity but the five */
	const int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT;
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = on_doctype,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_words,
		.ignorableWhitespace = on_words,
		.serror = on_error,
	};
	xmlDocPtr doc;

	if (xmlscan_tags(data, size, reader->err) != VB_OK)
		return VB_LIMIT;
	reader->ctxt = xmlNewParserCtxt();
	if (!reader->ctxt)
		return err_set(reader->err, VB_NOMEM, "out of memory");
	*reader->ctxt->sax = sax;
	reader->ctxt->userData = reader;
	doc = xmlCtxtReadMemory(reader->ctxt, data, (int)size, name, NULL,
				options);
	/* a handler that builds nothing leaves no document */
	xmlFreeDoc(doc);
	if (reader->rc == VB_OK &&
	    (!reader->ctxt->wellFormed || !reader->had_root))
		reader->rc = err_set(reader->err, VB_XML, "not well formed");
	xmlFreeParserCtxt(reader->ctxt);
	return reader->rc;
}

int vb_answers_parse(struct vb_answers **out, const struct vb_form *form,
		     const void *data, size_t size, const char *name,
		     const struct vb_sink *sink, struct vb_error *err)
{
	struct reader reader = {.form = form};
	struct vb_error own = {0};
	struct xmlquiet quiet;
	struct vb_answers *answers;
	int rc;

	reader.err = err ? err : &own;
	if (size > XML_FILE_MAX) {
		err_file(err, name);
		return err_set(err, VB_LIMIT, "more than %zu bytes",
			       XML_FILE_MAX);
	}
	answers = answers_new(form);
	if (!answers)
		return err_set(err, VB_NOMEM, "out of memory");
	answers->file = arena_str(&answers->arena, name);
	reader.answers = answers;
	reader.build.answers = answers;
	reader.build.sink = sink;
	reader.build.err = reader.err;
	xmlquiet_begin(&quiet);
	rc = answers->file ? parse(&reader, data, size, name)
			   : err_set(err, VB_NOMEM, "out of memory");
	rc = xmlquiet_end(&quiet, rc, err);
	if (rc == VB_OK)
		rc = build_finish(&reader.build);
	build_release(&reader.build);
	buf_release(&reader.words);
	arena_release(&reader.scratch);
	if (rc != VB_OK) {
		err_file(err, name);
		vb_answers_free(answers);
		return rc;
	}
	*out = answers;
	return VB_OK;
}

/* The folder of a path, "." for a bare name; nothing for standard input. */
static int set_folder(struct vb_answers *answers, const char *path,
		      struct vb_error *err)
{
	const char *slash = strrchr(path, '/');
	size_t size = slash ? (size_t)(slash - path) : 0;

	if (strcmp(path, "-") == 0)
		return VB_OK;
	if (!slash)
		answers->folder = ".";
	else if (size == 0)
		answers->folder = "/";
	else
		answers->folder = arena_strn(&answers->arena, path, size);
	return answers->folder ? VB_OK
			       : err_set(err, VB_NOMEM, "out of memory");
}

int vb_answers_read(struct vb_answers **out, const struct vb_form *form,
		    const char *path, const struct vb_sink *sink,
		    struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc = file_read(&blob, path, err);

	if (rc == VB_OK)
		rc = vb_answers_parse(out, form, blob.data, blob.size, path,
				      sink, err);
	vb_blob_release(&blob);
	if (rc == VB_OK && set_folder(*out, path, err)) {
		vb_answers_free(*out);
		*out = NULL;
		rc = VB_NOMEM;
	}
	return rc;
}
