/*
 * sniff.c - says what a file is that is not a package, so that a person
 * who was sent a .doc under the name .docx is told so and not "corrupt".
 */
#include "opc/package.h"

#include "util/err.h"

#include <string.h>

/* Where the words that tell an XML or HTML file stand. */
#define HEAD_MAX 4096

/* Streams of a compound file ([MS-CFB] 2.6.1), most telling first. */
static const struct {
	const char *stream;
	enum vb_code code;
	const char *text;
} ole_kinds[] = {
	{"EncryptedPackage", VB_ENCRYPTED,
	 "the document is encrypted with a password: open it in Word, take "
	 "the password away and save it"},
	{"WordDocument", VB_LEGACY,
	 "a legacy Word .doc file: save it as .docx in Word or LibreOffice"},
	{"Workbook", VB_LEGACY, "a legacy Excel .xls file, not a .docx"},
	{"PowerPoint Document", VB_LEGACY,
	 "a legacy PowerPoint .ppt file, not a .docx"},
};

/* Files known by how they start. */
static const struct {
	const char *start;
	const char *text;
} starts[] = {
	{"{\\rtf", "an RTF file: save it as .docx in Word or LibreOffice"},
	{"%pdf-", "a PDF file, not a .docx"},
	{"<!doctype html", "an HTML file, not a .docx"},
	{"<html", "an HTML file, not a .docx"},
	{"mime-version:", "a web archive (MHTML) file, not a .docx"},
};

/* XML files known by a word near their start. */
static const struct {
	const char *word;
	const char *text;
} xml_kinds[] = {
	{"office/word/2003/wordml",
	 "a Word 2003 XML document: save it as .docx in Word"},
	{"opendocument:xmlns:office",
	 "a flat OpenDocument file: save it as .docx in LibreOffice"},
	{"<html", "an HTML file, not a .docx"},
	{"<?mso-application",
	 "an Office XML document: save it as .docx in Word"},
};

/* ASCII letters of text match `word`, which is in lower case. */
static bool matches(const unsigned char *data, size_t size, const char *word)
{
	size_t n = strlen(word), i;

	if (size < n)
		return false;
	for (i = 0; i < n; i++) {
		int c = data[i] >= 'A' && data[i] <= 'Z' ? data[i] + 32
							 : data[i];

		if (c != (unsigned char)word[i])
			return false;
	}
	return true;
}

static bool holds(const unsigned char *data, size_t size, const char *word)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (matches(data + i, size - i, word))
			return true;
	return false;
}

/*
 * A directory entry is 128 bytes on a boundary of 128 and begins with the
 * name in UTF-16LE, its size with the NUL at 64 ([MS-CFB] 2.6.1).
 */
static bool has_stream(const unsigned char *data, size_t size, const char *name)
{
	size_t n = strlen(name), at, i;

	for (at = 512; at < size && size - at >= 128; at += 128) {
		if (data[at + 64] != 2 * (n + 1) || data[at + 65] != 0)
			continue;
		for (i = 0; i < n; i++)
			if (data[at + 2 * i] != (unsigned char)name[i] ||
			    data[at + 2 * i + 1] != 0)
				break;
		if (i == n)
			return true;
	}
	return false;
}

static int sniff_ole(const unsigned char *data, size_t size,
		     struct vb_error *err)
{
	size_t i;

	for (i = 0; i < sizeof(ole_kinds) / sizeof(ole_kinds[0]); i++)
		if (has_stream(data, size, ole_kinds[i].stream))
			return err_set(err, ole_kinds[i].code, "%s",
				       ole_kinds[i].text);
	return err_set(err, VB_LEGACY, "an OLE compound file, not a .docx");
}

/*
 * The start of a text as ASCII, in `to`: without mark and white space, of
 * UTF-16 every second byte.
 */
static size_t head_of(unsigned char to[HEAD_MAX], const unsigned char *data,
		      size_t size)
{
	size_t step = 1, n = 0;

	if (size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
		data += 3;
		size -= 3;
	} else if (size >= 2 && memcmp(data, "\xff\xfe", 2) == 0) {
		step = 2;
		data += 2;
		size -= 2;
	} else if (size >= 2 && memcmp(data, "\xfe\xff", 2) == 0) {
		step = 2;
		data += 3;
		size -= size < 3 ? size : 3;
	}
	while (size && *data && strchr(" \t\r\n", *data)) {
		data += step;
		size -= size < step ? size : step;
	}
	for (; n < HEAD_MAX && n * step < size; n++)
		to[n] = data[n * step];
	return n;
}

bool opc_sniff_flat(const unsigned char *data, size_t size)
{
	unsigned char head[HEAD_MAX];
	size_t n;

	if (size < 1 || *data == 'P')
		return false;
	n = head_of(head, data, size);
	return n && *head == '<' && holds(head, n, "office/2006/xmlpackage");
}

static int sniff_text(const unsigned char *data, size_t size,
		      struct vb_error *err)
{
	unsigned char head[HEAD_MAX];
	size_t n = head_of(head, data, size), i;

	for (i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (matches(head, n, starts[i].start))
			return err_set(err, VB_LEGACY, "%s", starts[i].text);
	if (!matches(head, n, "<?xml"))
		return VB_OK;
	for (i = 0; i < sizeof(xml_kinds) / sizeof(xml_kinds[0]); i++)
		if (holds(head, n, xml_kinds[i].word))
			return err_set(err, VB_LEGACY, "%s", xml_kinds[i].text);
	return err_set(err, VB_LEGACY, "an XML file, not a .docx");
}

int opc_sniff(const unsigned char *data, size_t size, struct vb_error *err)
{
	static const unsigned char ole[] = {0xd0, 0xcf, 0x11, 0xe0,
					    0xa1, 0xb1, 0x1a, 0xe1};

	if (size == 0)
		return err_set(err, VB_PACKAGE, "the file is empty");
	if (size >= 2 && data[0] == 'P' && data[1] == 'K')
		return VB_OK;
	if (size >= sizeof(ole) && memcmp(data, ole, sizeof(ole)) == 0)
		return sniff_ole(data, size, err);
	return sniff_text(data, size, err);
}
