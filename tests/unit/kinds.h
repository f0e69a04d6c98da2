/*
 * kinds.h - one document as the many kinds of package it may arrive in, so
 * that both doors of the program are tested with every one.
 */
#ifndef KINDS_H
#define KINDS_H

#include "opc_forge.h"

#include <stdio.h>

enum kind {
	KIND_PLAIN,
	KIND_BACKSLASH,	 /* "word\document.xml" */
	KIND_JUNK,	 /* bytes before the zip */
	KIND_DESCRIPTOR, /* sizes behind the data */
	KIND_UTF16,	 /* the main part in UTF-16 */
	KIND_UTF16_BIG,
	KIND_UTF16_ALL, /* every XML part, those of the frame too */
	KIND_PREFIX,	/* "x:" for "w:" */
	KIND_DEFAULT,	/* elements without a prefix */
	KIND_STRICT,	/* ISO 29500 strict names */
	KIND_MACRO,	/* .docm */
	KIND_DOTX,	/* .dotx */
	KIND_DOTM,	/* .dotm */
	KIND_FLAT,	/* Flat OPC */
	KIND_FLAT_16,	/* the same in UTF-16 */
	KIND_NULL_REL,	/* a relationship to "NULL" */
	KIND_RENAMED,	/* word/document2.xml by an absolute target */
	KINDS
};

static const char *const kind_names[KINDS] = {
	"a plain package",
	"backslashes in names",
	"junk before the zip",
	"data descriptors",
	"a part in UTF-16, little end first",
	"a part in UTF-16, big end first",
	"all parts in UTF-16",
	"another prefix than w",
	"no prefix",
	"ISO strict",
	"a .docm",
	"a .dotx",
	"a .dotm",
	"Flat OPC",
	"Flat OPC in UTF-16",
	"a relationship to NULL",
	"word/document2.xml by an absolute target",
};

#define KIND_PARTS_MAX 32

/* `from` to `to` wherever it stands. */
static void kind_swap(struct buf *text, const char *from, const char *to)
{
	struct buf out = BUF_INIT;
	const char *at = buf_cstr(text), *hit;

	while ((hit = strstr(at, from))) {
		buf_add(&out, at, (size_t)(hit - at));
		buf_adds(&out, to);
		at = hit + strlen(from);
	}
	buf_adds(&out, at);
	buf_release(text);
	*text = out;
}

static void kind_strict(struct buf *text)
{
	static const char *const NAMES[] = {"officeDocument",
					    "wordprocessingml", "drawingml",
					    "schemaLibrary"};
	size_t i;

	for (i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
		char from[128], to[128];

		snprintf(from, sizeof(from),
			 "http://schemas.openxmlformats.org/%s/2006/",
			 NAMES[i]);
		snprintf(to, sizeof(to), "http://purl.oclc.org/ooxml/%s/",
			 NAMES[i]);
		kind_swap(text, from, to);
	}
	kind_swap(text, "relationships/custom-properties",
		  "relationships/customProperties");
	kind_swap(text, "officeDocument/custom-properties",
		  "officeDocument/customProperties");
	kind_swap(text, "relationships/extended-properties",
		  "relationships/extendedProperties");
}

/* UTF-8 of the basic plane to UTF-16, with its mark. */
static void kind_utf16(struct buf *text, bool big)
{
	struct buf out = BUF_INIT;
	const unsigned char *p;

	kind_swap(text, "encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
	buf_add(&out, big ? "\xfe\xff" : "\xff\xfe", 2);
	for (p = (const unsigned char *)buf_cstr(text); *p;) {
		unsigned c = *p++;

		if (c >= 0xe0) {
			c = (c & 15) << 12 | (p[0] & 63u) << 6 | (p[1] & 63u);
			p += 2;
		} else if (c >= 0xc0) {
			c = (c & 31) << 6 | (*p++ & 63u);
		}
		buf_addc(&out, (char)(big ? c >> 8 : c & 255));
		buf_addc(&out, (char)(big ? c & 255 : c >> 8));
	}
	buf_release(text);
	*text = out;
}

static void kind_base64(struct buf *out, const struct buf *data)
{
	static const char LETTERS[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789+/";
	size_t i, k;

	for (i = 0; i < data->size; i += 3) {
		uint32_t bits = 0;

		for (k = 0; k < 3; k++)
			bits = bits << 8 |
			       (i + k < data->size
					? (unsigned char)data->data[i + k]
					: 0);
		for (k = 0; k < 4; k++)
			buf_addc(out,
				 i + k > data->size
					 ? '='
					 : LETTERS[bits >> (18 - 6 * k) & 63]);
		if (i % 57 == 54)
			buf_addc(out, '\n');
	}
}

static bool kind_ends(const char *name, const char *tail)
{
	size_t n = strlen(name), m = strlen(tail);

	return n >= m && strcmp(name + n - m, tail) == 0;
}

static bool kind_is_xml(const char *name)
{
	return kind_ends(name, ".xml") || kind_ends(name, ".rels");
}

static void kind_flat(struct buf *out, const struct opc *opc,
		      const struct buf *data)
{
	size_t i;

	buf_clear(out);
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
		      "standalone=\"yes\"?>\n<?mso-application "
		      "progid=\"Word.Document\"?>\n<pkg:package xmlns:pkg="
		      "\"http://schemas.microsoft.com/office/2006/xmlPackage\""
		      ">");
	for (i = 0; i < opc_count(opc); i++) {
		const struct opc_part *part = opc_at(opc, i);
		bool is_xml = kind_is_xml(part->name);
		const char *body = buf_cstr(&data[i]);

		if (!part->type[0])
			continue;
		buf_addf(out,
			 "<pkg:part pkg:name=\"/%s\" pkg:contentType=\"%s\">"
			 "<pkg:%s>",
			 part->name, part->type,
			 is_xml ? "xmlData" : "binaryData");
		if (!is_xml)
			kind_base64(out, &data[i]);
		else
			buf_adds(out, strncmp(body, "<?xml", 5) == 0
					      ? strstr(body, "?>") + 2
					      : body);
		buf_addf(out, "</pkg:%s></pkg:part>",
			 is_xml ? "xmlData" : "binaryData");
	}
	buf_adds(out, "</pkg:package>");
}

/* What a kind does to the main part. */
static void kind_main(enum kind kind, struct buf *text)
{
	if (kind == KIND_UTF16 || kind == KIND_UTF16_BIG)
		kind_utf16(text, kind == KIND_UTF16_BIG);
	if (kind == KIND_PREFIX) {
		kind_swap(text, "xmlns:w=", "xmlns:x=");
		kind_swap(text, "<w:", "<x:");
		kind_swap(text, "</w:", "</x:");
		kind_swap(text, " w:", " x:");
	}
	if (kind == KIND_DEFAULT) {
		kind_swap(text, "xmlns:w=",
			  "xmlns=\"http://schemas.openxmlformats.org/"
			  "wordprocessingml/2006/main\" xmlns:w=");
		kind_swap(text, "<w:", "<");
		kind_swap(text, "</w:", "</");
	}
}

#define KIND_WORD	"application/vnd.openxmlformats-officedocument."
#define KIND_MACRO_TYPE "application/vnd.ms-word."

static void kind_types(enum kind kind, struct buf *text)
{
	static const char from[] = KIND_WORD
		"wordprocessingml.document.main+xml";

	if (kind == KIND_MACRO)
		kind_swap(text, from,
			  KIND_MACRO_TYPE "document.macroEnabled.main+xml");
	if (kind == KIND_DOTM)
		kind_swap(text, from,
			  KIND_MACRO_TYPE
			  "template.macroEnabledTemplate.main+xml");
	if (kind == KIND_DOTX)
		kind_swap(text, from,
			  KIND_WORD "wordprocessingml.template.main+xml");
	if (kind == KIND_MACRO || kind == KIND_DOTM)
		kind_swap(text, "</Types>",
			  "<Override PartName=\"/word/vbaProject.bin\" "
			  "ContentType=\"application/vnd.ms-office.vbaProject"
			  "\"/></Types>");
	if (kind == KIND_RENAMED)
		kind_swap(text, "/word/document.xml", "/word/document2.xml");
}

static void kind_rels(enum kind kind, const char *name, struct buf *text)
{
	bool is_main = kind_ends(name, "document.xml.rels");

	if (is_main && (kind == KIND_MACRO || kind == KIND_DOTM))
		kind_swap(text, "</Relationships>",
			  "<Relationship Id=\"rId99\" Type=\"http://"
			  "schemas.microsoft.com/office/2006/relationships/"
			  "vbaProject\" Target=\"vbaProject.bin\"/>"
			  "</Relationships>");
	if (is_main && kind == KIND_NULL_REL)
		kind_swap(text, "</Relationships>",
			  "<Relationship Id=\"rId98\" Type=\"http://"
			  "schemas.openxmlformats.org/officeDocument/2006/"
			  "relationships/image\" Target=\"NULL\"/>"
			  "</Relationships>");
	if (kind == KIND_RENAMED)
		kind_swap(text, "word/document.xml", "/word/document2.xml");
}

/* A package of that kind with the same document as `from`. */
static void kind_make(struct buf *out, enum kind kind, const struct opc *from)
{
	struct forged entries[KIND_PARTS_MAX + 1] = {{0}};
	struct buf data[KIND_PARTS_MAX] = {{0}};
	struct buf names[KIND_PARTS_MAX] = {{0}};
	size_t n = opc_count(from), i;

	for (i = 0; i < n && i < KIND_PARTS_MAX; i++) {
		const struct opc_part *part = opc_at(from, i);
		struct vb_blob blob = {0};

		if (opc_read(from, part, &blob, NULL))
			continue;
		buf_add(&data[i], blob.data, blob.size);
		vb_blob_release(&blob);
		buf_adds(&names[i], part->name);
		if (kind == KIND_STRICT && kind_is_xml(part->name))
			kind_strict(&data[i]);
		if (part == opc_main(from))
			kind_main(kind, &data[i]);
		if (strcmp(part->name, "[Content_Types].xml") == 0)
			kind_types(kind, &data[i]);
		if (kind_ends(part->name, ".rels"))
			kind_rels(kind, part->name, &data[i]);
		if (kind == KIND_UTF16_ALL && kind_is_xml(part->name))
			kind_utf16(&data[i], false);
		if (kind == KIND_BACKSLASH)
			kind_swap(&names[i], "/", "\\");
		if (kind == KIND_RENAMED)
			kind_swap(&names[i], "document.xml", "document2.xml");
		entries[i].name = buf_cstr(&names[i]);
		entries[i].data = buf_cstr(&data[i]);
		entries[i].packed = data[i].size;
		entries[i].descriptor = kind == KIND_DESCRIPTOR;
	}
	if (kind == KIND_FLAT || kind == KIND_FLAT_16) {
		kind_flat(out, from, data);
		if (kind == KIND_FLAT_16)
			kind_utf16(out, false);
	} else {
		if (kind == KIND_MACRO || kind == KIND_DOTM) {
			entries[n].name = "word/vbaProject.bin";
			entries[n++].data = "macros";
		}
		forge(out, entries, n);
	}
	if (kind == KIND_JUNK) {
		struct buf whole = BUF_INIT;

		buf_adds(&whole, "Content-Type: application/zip\r\n\r\n");
		buf_add(&whole, out->data, out->size);
		buf_release(out);
		*out = whole;
	}
	for (i = 0; i < KIND_PARTS_MAX; i++) {
		buf_release(&data[i]);
		buf_release(&names[i]);
	}
}

#endif
