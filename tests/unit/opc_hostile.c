/* opc_hostile.c - what is refused, with which words, and at which edge. */
#include "opc_forge.h"
#include "opc/package.h"
#include "tap.h"
#include "util/err.h"

#include <stdlib.h>

#define TYPES                                                      \
	{                                                          \
		.name = "[Content_Types].xml", .data = FORGE_TYPES \
	}
#define MIB ((uint64_t)1 << 20)

static struct buf zip;

/* Opens what `zip` holds and says how it went: "CODE part: text". */
static const char *verdict(const void *data, size_t size)
{
	static char text[600];
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct opc *opc = NULL;
	int rc = opc_open_memory(&opc, data, size, "a.docx", &err);
	const struct opc_fault *fault = rc == VB_OK ? opc_fault(opc, 0) : NULL;

	if (fault)
		snprintf(text, sizeof(text), "fault %s: %s", fault->part,
			 fault->text);
	opc_free(opc);
	if (rc == VB_OK)
		return fault ? text : "fine";
	if (rc != (int)err.code || strcmp(err.file, "a.docx") != 0)
		return "the error is not filled";
	snprintf(text, sizeof(text), "%d %s: %s", rc, err.part, err.text);
	return text;
}

static const char *open_forged(const struct forged *entries, size_t n)
{
	forge(&zip, entries, n);
	return verdict(zip.data, zip.size);
}

/* One entry beside good content types. */
static const char *open_with(struct forged entry)
{
	struct forged entries[] = {TYPES, entry};

	return open_forged(entries, 2);
}

static const char *expect(int code, const char *part, const char *text)
{
	static char want[600];

	snprintf(want, sizeof(want), "%d %s: %s", code, part, text);
	return want;
}

static void test_kinds(void)
{
	static const struct {
		const char *data;
		int code;
		const char *text;
	} kinds[] = {
		{"", VB_PACKAGE, "the file is empty"},
		{"{\\rtf1\\ansi", VB_LEGACY,
		 "an RTF file: save it as .docx in Word or LibreOffice"},
		{"%PDF-1.7\n", VB_LEGACY, "a PDF file, not a .docx"},
		{"\xef\xbb\xbf\n <!DOCTYPE HTML><html>", VB_LEGACY,
		 "an HTML file, not a .docx"},
		{"<HTML xmlns:o='urn'>", VB_LEGACY,
		 "an HTML file, not a .docx"},
		{"MIME-Version: 1.0", VB_LEGACY,
		 "a web archive (MHTML) file, not a .docx"},
		{"<?xml version='1.0'?><?mso-application progid='Word."
		 "Document'?><w:wordDocument xmlns:w='http://"
		 "schemas.microsoft.com/office/word/2003/wordml'/>",
		 VB_LEGACY,
		 "a Word 2003 XML document: save it as .docx in Word"},
		{"<?xml version='1.0'?><a/>", VB_LEGACY,
		 "an XML file, not a .docx"},
		{"hello", VB_PACKAGE, "not a .docx: the file is no zip"},
		{"PK", VB_PACKAGE, "not a .docx: the file is no zip"},
		{"PK\3\4 and so on", VB_PACKAGE,
		 "the file is cut short: its zip has no end"},
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		is_str(verdict(kinds[i].data, strlen(kinds[i].data)),
		       expect(kinds[i].code, "", kinds[i].text), kinds[i].text);
}

/* A compound file with one directory entry. */
static const char *open_ole(const char *stream)
{
	unsigned char data[1024] = {0xd0, 0xcf, 0x11, 0xe0,
				    0xa1, 0xb1, 0x1a, 0xe1};
	size_t n = strlen(stream), i;

	for (i = 0; i < n; i++)
		data[640 + 2 * i] = (unsigned char)stream[i];
	data[640 + 64] = (unsigned char)(2 * (n + 1));
	return verdict(data, sizeof(data));
}

static void test_ole(void)
{
	is_str(open_ole("EncryptedPackage"),
	       expect(VB_ENCRYPTED, "",
		      "the document is encrypted with a password: open it in "
		      "Word, take the password away and save it"),
	       "encrypted document");
	is_str(open_ole("WordDocument"),
	       expect(VB_LEGACY, "",
		      "a legacy Word .doc file: save it as .docx in Word or "
		      "LibreOffice"),
	       ".doc");
	is_str(open_ole("Workbook"),
	       expect(VB_LEGACY, "", "a legacy Excel .xls file, not a .docx"),
	       ".xls");
	is_str(open_ole("WordDocuments"),
	       expect(VB_LEGACY, "", "an OLE compound file, not a .docx"),
	       "another compound file");
}

static void test_frame(void)
{
	struct forged odt[] = {
		{.name = "mimetype",
		 .data = "application/vnd.oasis.opendocument.text"},
		{.name = "content.xml", .data = "<a/>"}};
	struct forged good[] = {TYPES, {.name = "a.xml", .data = "<a/>"}};
	size_t size;

	is_str(open_forged(odt, 2),
	       expect(VB_LEGACY, "",
		      "an OpenDocument file (ODT): save it as .docx in "
		      "LibreOffice"),
	       "ODT");
	is_str(open_forged(odt + 1, 1),
	       expect(VB_PACKAGE, "",
		      "not a .docx: a zip without '[Content_Types].xml'"),
	       "some zip");
	is_str(open_forged(good, 2), "fine", "a good package");
	for (size = zip.size - 1; size > 0; size--)
		if (strcmp(verdict(zip.data, size), "fine") == 0)
			break;
	is_int((long)size, 0, "no cut of it is fine");
}

static void test_names(void)
{
	static const struct {
		const char *name, *text;
		const char *part; /* NULL: the name */
	} bad[] = {
		{"../a.xml", "a part name holds '.' or '..': '../a.xml'", NULL},
		{"word/../a.xml",
		 "a part name holds '.' or '..': 'word/../a.xml'", NULL},
		{"word/..", "a part name holds '.' or '..': 'word/..'", NULL},
		{"./a.xml", "a part name holds '.' or '..': './a.xml'", NULL},
		{"//word/a.xml", "a part name is absolute: '/word/a.xml'",
		 "/word/a.xml"},
		{"word\\..\\a.xml",
		 "a part name holds '.' or '..': 'word/../a.xml'",
		 "word/../a.xml"},
		{"word//a.xml",
		 "a part name has an empty segment: 'word//a.xml'", NULL},
	};
	char name[OPC_NAME_MAX + 1];
	struct forged twice[] = {TYPES,
				 {.name = "word/a.xml", .data = "<a/>"},
				 {.name = "WORD/A.xml", .data = "<a/>"}};
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		is_str(open_with((struct forged){.name = bad[i].name}),
		       expect(VB_PACKAGE,
			      bad[i].part ? bad[i].part : bad[i].name,
			      bad[i].text),
		       bad[i].text);
	is_str(open_with((struct forged){.name = "\\word\\a.xml"}), "fine",
	       "backslashes, and one first, are slashes");
	is_str(open_with((struct forged){.name = ""}),
	       expect(VB_PACKAGE, "", "an entry has an empty name: ''"),
	       "empty name");
	ok(strstr(open_with((struct forged){.name = "a.xml\0.exe",
					    .name_size = 10}),
		  "a part name holds a NUL") != NULL,
	   "a NUL in a name");
	ok(strstr(open_forged(twice, 3), "two entries have the name") != NULL,
	   "names differing in case only");
	memset(name, 'n', sizeof(name));
	name[OPC_NAME_MAX - 1] = '\0';
	is_str(open_with((struct forged){.name = name}), "fine",
	       "the longest name");
	name[OPC_NAME_MAX - 1] = 'n';
	name[OPC_NAME_MAX] = '\0';
	ok(strstr(open_with((struct forged){.name = name}),
		  "a part name is longer than 511 bytes") != NULL,
	   "one byte more");
	is_str(open_with((struct forged){.name = "word/"}), "fine",
	       "a folder entry is passed over");
	is_str(open_with((struct forged){.name = "word/T\xe1\xbb\x9d.xml",
					 .flags = 0x800}),
	       "fine", "a name in UTF-8");
}

/* Opens and reads entry "a.xml". */
static const char *read_forged(struct forged entry)
{
	static char text[600];
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct vb_blob blob = {NULL, 0};
	struct forged entries[] = {TYPES, entry};
	struct opc *opc = NULL;
	int rc;

	forge(&zip, entries, 2);
	rc = opc_open_memory(&opc, zip.data, zip.size, NULL, &err);
	if (rc == VB_OK)
		rc = opc_read(opc, opc_find(opc, "a.xml"), &blob, &err);
	if (rc == VB_OK)
		snprintf(text, sizeof(text), "%s", (char *)blob.data);
	else
		snprintf(text, sizeof(text), "%d %s: %s", rc, err.part,
			 err.text);
	vb_blob_release(&blob);
	opc_free(opc);
	return text;
}

static void test_data(void)
{
	/* fixed Huffman block of "aaa", from RFC 1951 by hand */
	static const char aaa[] = "\x4b\x4c\x4c\x04\x00";
	uint32_t crc_aaa = libdeflate_crc32(0, "aaa", 3);
	uint32_t spoil = libdeflate_crc32(0, aaa, 5) ^ crc_aaa;
	struct forged entry = {.name = "a.xml",
			       .data = aaa,
			       .packed = 5,
			       .size = 3,
			       .method = 8,
			       .crc_xor = spoil};

	is_str(read_forged(entry), "aaa", "deflated data");
	entry.size = 2;
	is_str(read_forged(entry),
	       expect(VB_PACKAGE, "a.xml",
		      "the data has another size than its header says (2)"),
	       "more data than said");
	entry.size = 4;
	is_str(read_forged(entry),
	       expect(VB_PACKAGE, "a.xml",
		      "the data has another size than its header says (4)"),
	       "less data than said");
	entry.size = 3;
	entry.crc_xor = spoil ^ 1;
	is_str(read_forged(entry),
	       expect(VB_PACKAGE, "a.xml",
		      "the checksum (CRC) of the data is wrong"),
	       "wrong CRC");
	entry.data = "\xff\xff\xff\xff\xff";
	is_str(read_forged(entry),
	       expect(VB_PACKAGE, "a.xml", "the compressed data is damaged"),
	       "damaged data");
	entry = (struct forged){.name = "a.xml", .data = "abc", .size = 4};
	is_str(read_forged(entry),
	       expect(VB_PACKAGE, "a.xml",
		      "the data has another size than its header says (4)"),
	       "a stored entry of another size");
	entry = (struct forged){.name = "a.xml", .data = "abc", .method = 12};
	is_str(read_forged(entry),
	       expect(VB_PACKAGE, "a.xml",
		      "compression method 12 is not supported"),
	       "bzip2");
	entry = (struct forged){.name = "a.xml", .data = "abc", .flags = 1};
	is_str(read_forged(entry),
	       expect(VB_ENCRYPTED, "a.xml",
		      "an entry of the zip is encrypted"),
	       "an encrypted entry");
}

static void test_sizes(void)
{
	char *data = calloc(1, (size_t)MIB);
	struct forged e = {.name = "a.xml", .data = data, .method = 8};
	struct forged big[] = {TYPES, e, e};
	size_t types = strlen(FORGE_TYPES);

	e.packed = 300 * 1024;
	e.size = OPC_PART_MAX;
	is_str(open_with(e), "fine", "the largest part");
	e.size = OPC_PART_MAX + 1;
	is_str(open_with(e),
	       expect(VB_LIMIT, "a.xml",
		      "the part has 268435457 bytes, more than 268435456"),
	       "one byte more");
	e.packed = 2000;
	e.size = 2000 * OPC_RATIO_MAX;
	is_str(open_with(e), "fine", "the highest ratio");
	e.size++;
	is_str(open_with(e),
	       expect(VB_LIMIT, "a.xml",
		      "the part inflates more than 1000 times"),
	       "a little more");
	e.packed = 1;
	e.size = OPC_RATIO_FROM;
	is_str(open_with(e), "fine", "small parts pass at any ratio");
	big[1].packed = big[2].packed = 300 * 1024;
	big[1].size = OPC_PART_MAX;
	big[2].size = OPC_TOTAL_MAX - OPC_PART_MAX - types;
	big[2].name = "b.xml";
	is_str(open_forged(big, 3), "fine", "the largest total");
	big[2].size++;
	is_str(open_forged(big, 3),
	       expect(VB_LIMIT, "b.xml",
		      "the parts have more than 536870912 bytes"),
	       "one byte more in all");
	is_str(verdict(data, OPC_FILE_MAX + 1),
	       expect(VB_LIMIT, "", "the file has more than 134217728 bytes"),
	       "a file too large is not even looked at");
	free(data);
}

static void test_counts(void)
{
	struct forged *many = calloc(OPC_PARTS_MAX + 1, sizeof(*many));
	char(*names)[24] = calloc(OPC_PARTS_MAX + 1, sizeof(*names));
	struct forged shared[4] = {
		TYPES,
		{.name = "a.xml", .data = FORGE_TYPES FORGE_TYPES},
		{.name = "b.xml", .data = FORGE_TYPES FORGE_TYPES, .shared = 2},
		{.name = "c.xml", .data = FORGE_TYPES FORGE_TYPES, .shared = 2},
	};
	int i;

	many[0] = (struct forged)TYPES;
	for (i = 1; i <= OPC_PARTS_MAX; i++) {
		snprintf(names[i], sizeof(names[i]), "p%d.xml", i);
		many[i].name = names[i];
	}
	is_str(open_forged(many, OPC_PARTS_MAX), "fine", "as many as may be");
	is_str(open_forged(many, OPC_PARTS_MAX + 1),
	       expect(VB_LIMIT, "", "more than 10000 entries"), "one more");
	free(many);
	free(names);
	ok(strstr(open_forged(shared, 4), "entries overlap or are cut short") !=
		   NULL,
	   "entries that share their bytes");
}

static const char *open_types(const char *types)
{
	struct forged entry = {.name = "[Content_Types].xml", .data = types};

	return open_forged(&entry, 1);
}

#define TYPES_HEAD               \
	"<Types xmlns=\"http://" \
	"schemas.openxmlformats.org/package/2006/content-types\">"

static void test_types(void)
{
	static const char part[] = "[Content_Types].xml";
	struct buf buf = BUF_INIT;
	int i;

	is_str(open_types("<!DOCTYPE Types [<!ENTITY a 'b'>]>" TYPES_HEAD
			  "</Types>"),
	       expect(VB_XML, part, "a DOCTYPE is not allowed"), "DOCTYPE");
	is_str(open_types("<a/>"),
	       expect(VB_PACKAGE, part, "the root element is 'a', not 'Types'"),
	       "another root");
	ok(strstr(open_types(TYPES_HEAD "<a></Types>"), "not well formed: ") !=
		   NULL,
	   "not well formed");
	ok(strstr(open_types(TYPES_HEAD "&x;</Types>"), "not well formed: ") !=
		   NULL,
	   "an entity");
	is_str(open_types(TYPES_HEAD "<Override ContentType='a'/></Types>"),
	       expect(VB_PACKAGE, part, "'Override' without 'PartName'"),
	       "an Override of nothing");
	is_str(open_types(TYPES_HEAD "<a><b><c><d><e><f><g/></f></e></d></c>"
				     "</b></a></Types>"),
	       "fine", "elements eight deep");
	is_str(open_types(TYPES_HEAD "<a><b><c><d><e><f><g><h/></g></f></e>"
				     "</d></c></b></a></Types>"),
	       expect(VB_LIMIT, part, "elements nested deeper than 8"),
	       "nine deep");
	for (i = 0; i < 2; i++) {
		int n;

		buf_clear(&buf);
		buf_adds(&buf, TYPES_HEAD);
		for (n = 0; n < OPC_DEFAULTS_MAX + i; n++)
			buf_addf(&buf,
				 "<Default Extension='e%d' ContentType='t'/>",
				 n);
		buf_adds(&buf, "</Types>");
		is_str(open_types(buf.data),
		       i ? expect(VB_LIMIT, part,
				  "more than 1024 default content types")
			 : "fine",
		       i ? "one Default more" : "as many as may be");
	}
	buf_clear(&buf);
	buf_adds(&buf, TYPES_HEAD "</Types>");
	while (buf.size < OPC_XML_MAX)
		buf_addc(&buf, ' ');
	is_str(open_types(buf.data), "fine", "the longest package XML");
	buf_addc(&buf, ' ');
	is_str(open_types(buf.data),
	       expect(VB_LIMIT, part,
		      "more than 16777216 bytes of package XML"),
	       "one byte more");
	buf_release(&buf);
}

static const char *open_rels(const char *name, const char *data)
{
	struct forged entries[] = {TYPES,
				   {.name = "word/d.xml", .data = "<a/>"},
				   {.name = name, .data = data}};

	return open_forged(entries, 3);
}

static void test_rels(void)
{
	static const char part[] = "word/_rels/d.xml.rels";
	struct buf buf = BUF_INIT;
	int i, n;

	is_str(open_rels(part,
			 "<!DOCTYPE a>" FORGE_RELS_HEAD "</Relationships>"),
	       "fault word/_rels/d.xml.rels: a DOCTYPE is not allowed",
	       "DOCTYPE");
	is_str(open_rels(part,
			 FORGE_RELS_HEAD "<Relationship Id='a' Type='t' "
					 "Target='../a.xml'/></Relationships>"),
	       "fine", "a target up to the top");
	is_str(open_rels(part, FORGE_RELS_HEAD
			 "<Relationship Id='a' Type='t' "
			 "Target='../../a.xml'/></Relationships>"),
	       "fault word/_rels/d.xml.rels: the target '../../a.xml' leaves "
	       "the package",
	       "a target above it");
	is_str(open_rels(part, FORGE_RELS_HEAD
			 "<Relationship Id='a' Type='t'/></Relationships>"),
	       "fault word/_rels/d.xml.rels: a relationship without id, type "
	       "or target",
	       "no target");
	is_str(open_rels("x/_rels/none.xml.rels", "not XML"), "fine",
	       "relationships of no part are passed over");
	for (i = 0; i < 2; i++) {
		buf_clear(&buf);
		buf_adds(&buf, FORGE_RELS_HEAD);
		for (n = 0; n < OPC_RELS_MAX + i; n++)
			buf_addf(&buf,
				 "<Relationship Id='r%d' Type='t' "
				 "Target='a'/>",
				 n);
		buf_adds(&buf, "</Relationships>");
		is_str(open_rels(part, buf.data),
		       i ? expect(VB_LIMIT, part,
				  "more than 65536 relationships")
			 : "fine",
		       i ? "one relationship more" : "as many as may be");
	}
	buf_release(&buf);
}

/* The count of a zip64 end record is believed before libzip sees it. */
static void test_zip64(void)
{
	struct forged good[] = {TYPES};
	struct buf buf = BUF_INIT;
	size_t end;

	forge(&zip, good, 1);
	end = zip.size - 22;
	buf_add(&buf, zip.data, end);
	buf_adds(&buf, "PK\6\6");
	forge_put(&buf, 44, 8);
	forge_put(&buf, 45, 2);
	forge_put(&buf, 45, 2);
	forge_put(&buf, 0, 8);
	forge_put(&buf, (uint64_t)1 << 40, 8);
	forge_put(&buf, (uint64_t)1 << 40, 8);
	forge_put(&buf, 0, 16);
	buf_adds(&buf, "PK\6\7");
	forge_put(&buf, 0, 4);
	forge_put(&buf, end, 8);
	forge_put(&buf, 1, 4);
	buf_add(&buf, zip.data + end, 22);
	is_str(verdict(buf.data, buf.size),
	       expect(VB_LIMIT, "", "more than 10000 entries"),
	       "a zip64 of a million million entries");
	buf_release(&buf);
}

int main(void)
{
	test_kinds();
	test_ole();
	test_frame();
	test_names();
	test_data();
	test_sizes();
	test_counts();
	test_types();
	test_rels();
	test_zip64();
	buf_release(&zip);
	return done_testing();
}
