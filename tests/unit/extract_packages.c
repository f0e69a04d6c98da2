/* extract_packages.c - returned documents in every kind of package, and ones
 * whose other parts are damaged: the body is read, the damage told. */
#include "extract_kit.h"
#include "form/answers.h"
#include "form/xml.h"
#include "kinds.h"

#include <stdlib.h>

#define BODY                                                           \
	H1("I. Chung")                                                 \
	P(VALUE("1", "1", "org_name", "TRƯỜNG &amp; LỚP"))             \
	P(R("Số: ") VALUE("2", "2", "n.th", "1.234") R(" CSGD"))       \
	"<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" VALUE(            \
		"3", "3", "pct", "85,5") "</w:p><w:sectPr>"            \
					 "<w:headerReference w:type"   \
					 "=\"default\" r:id=\"rId2\" " \
					 "xmlns:r=\"http://schemas."   \
					 "openxmlformats.org/"         \
					 "officeDocument/2006/"        \
					 "relationships\"/></w:sectPr>"

static struct vb_form *form;

/* What was read, as answers, then the findings worth a word. */
static char *read_bytes(const struct buf *bytes)
{
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};
	struct buf out = BUF_INIT;
	size_t i;

	if (vb_read_memory(&reading, bytes->data, bytes->size, "a", form, NULL,
			   &err)) {
		buf_addf(&out, "%d %s %s", (int)err.code, err.part, err.text);
		return out.data;
	}
	answers_serialize_element(&out, vb_reading_answers(reading));
	for (i = 0; i < vb_reading_findings(reading); i++) {
		const struct vb_finding *f = vb_reading_finding(reading, i);

		if (strcmp(f->rule, "part-damaged") == 0)
			buf_addf(&out, "%s %s\n", f->place.part, f->message);
	}
	vb_reading_free(reading);
	return out.data;
}

static struct opc *open_base(void)
{
	static const char header[] = "<w:hdr xmlns:w=\"" W_NS
				     "\"><w:p><w:r><w:t>Đầu trang</w:t>"
				     "</w:r></w:p></w:hdr>";
	struct vb_blob blob = kit_docx(BODY, NULL, NULL);
	struct opc_edit *edit = NULL;
	struct opc *opc = NULL, *base = NULL;
	char id[OPC_ID_MAX];

	if (opc_open_blob(&base, &blob, "a", NULL) ||
	    opc_edit_new(&edit, base, NULL) ||
	    opc_edit_add(edit, "word/header1.xml", WML "header+xml", header,
			 sizeof(header) - 1, NULL) ||
	    opc_edit_relate(edit, "word/document.xml", REL "header",
			    "word/header1.xml", id, NULL) ||
	    opc_edit_write(edit, NULL, &blob, NULL) ||
	    opc_open_blob(&opc, &blob, "a", NULL))
		vb_blob_release(&blob);
	opc_edit_free(edit);
	opc_free(base);
	return opc;
}

static void test_kinds(const struct opc *base, const char *want)
{
	int kind;

	for (kind = 0; kind < KINDS; kind++) {
		struct buf bytes = BUF_INIT;
		char *got;

		kind_make(&bytes, (enum kind)kind, base);
		got = read_bytes(&bytes);
		is_str(got, want, kind_names[kind]);
		free(got);
		buf_release(&bytes);
	}
}

/* One part of the base spoilt: its checksum, or other bytes. */
static void test_damage(const struct opc *base, const char *want)
{
	static const struct {
		const char *part, *data, *told;
	} damages[] = {
		{"word/header1.xml", NULL,
		 "word/header1.xml a part is damaged and was not read whole: "
		 "the checksum (CRC) of the data is wrong\n"},
		{"word/header1.xml", "<w:hdr xmlns:w=\"" W_NS "\">",
		 "word/header1.xml a part is damaged and was not read whole: "
		 "not well formed: "},
		{"word/styles.xml", NULL,
		 "word/styles.xml a part is damaged and was not read whole: "
		 "the checksum (CRC) of the data is wrong\n"},
		{"word/_rels/document.xml.rels", FORGE_RELS_HEAD,
		 "word/_rels/document.xml.rels a part is damaged and was not "
		 "read whole: not well formed: "},
		{"word/_rels/document.xml.rels", NULL,
		 "word/_rels/document.xml.rels a part is damaged and was not "
		 "read whole: the checksum (CRC) of the data is wrong\n"},
		{"_rels/.rels", NULL,
		 "_rels/.rels a part is damaged and was not read whole: the "
		 "checksum (CRC) of the data is wrong\n"},
		{"_rels/.rels",
		 FORGE_RELS_HEAD "<Relationship Id=\"rId1\" Type=\"" REL
				 "officeDocument\" Target=\"NULL\"/>"
				 "</Relationships>",
		 ""},
	};
	size_t k, i;

	for (k = 0; k < sizeof(damages) / sizeof(damages[0]); k++) {
		struct forged entries[KIND_PARTS_MAX] = {{0}};
		struct vb_blob blobs[KIND_PARTS_MAX] = {{0}};
		struct buf bytes = BUF_INIT;
		size_t size = strlen(want);
		char *got;

		for (i = 0; i < opc_count(base); i++) {
			const char *name = opc_at(base, i)->name;
			bool hit = strcmp(name, damages[k].part) == 0;

			opc_read(base, opc_at(base, i), &blobs[i], NULL);
			entries[i].name = name;
			entries[i].data = (char *)blobs[i].data;
			entries[i].packed = blobs[i].size;
			if (hit && damages[k].data) {
				entries[i].data = damages[k].data;
				entries[i].packed = 0;
			}
			entries[i].crc_xor = hit && !damages[k].data;
		}
		forge(&bytes, entries, i);
		got = read_bytes(&bytes);
		ok(strncmp(got, want, size) == 0,
		   "%s damaged: the body is read", damages[k].part);
		if (!ok(strncmp(got + size, damages[k].told,
				strlen(damages[k].told)) == 0,
			"and it is told"))
			printf("# %s\n", got);
		free(got);
		buf_release(&bytes);
		for (i = 0; i < opc_count(base); i++)
			vb_blob_release(&blobs[i]);
	}
}

/* The code that a document with this main part is refused with. */
static int refused(const char *document, size_t size)
{
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};
	struct opc_item items[] = {
		{"word/document.xml", WML "document.main+xml", document, size},
		{"_rels/.rels", NULL,
		 FORGE_RELS_HEAD "<Relationship Id=\"rId1\" Type=\"" REL
				 "officeDocument\" Target=\"word/document.xml"
				 "\"/></Relationships>",
		 0},
	};
	struct vb_blob blob = {0};
	int rc;

	items[1].size = strlen(items[1].data);
	if (opc_build(&blob, items, 2, &err))
		return -1;
	rc = vb_read_memory(&reading, blob.data, blob.size, "a", form, NULL,
			    &err);
	vb_reading_free(reading);
	vb_blob_release(&blob);
	return rc;
}

/* The hostile files that peers took seconds and gigabytes for, or died of. */
static void test_hostile(void)
{
	static const char bomb[] =
		"<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">"
		"<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
		"<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
		"<w:document xmlns:w=\"" W_NS "\"><w:body><w:p><w:r><w:t>&c;"
		"</w:t></w:r></w:p></w:body></w:document>";
	struct buf deep = BUF_INIT;
	char *blanks = malloc((size_t)OPC_PART_MAX + 1);
	size_t at;
	int i;

	is_int(refused(bomb, sizeof(bomb) - 1), VB_XML, "entities in entities");
	buf_adds(&deep, "<w:document xmlns:w=\"" W_NS "\"><w:body>");
	for (i = 0; i < 20000; i++)
		buf_adds(&deep, "<w:sdt><w:sdtContent>");
	is_int(refused(deep.data, deep.size), VB_LIMIT,
	       "20,000 controls in each other");
	buf_release(&deep);
	if (!blanks) {
		ok(false, "memory for blanks");
		return;
	}
	memset(blanks, ' ', (size_t)OPC_PART_MAX + 1);
	/* or they are packed 1,000 to one, which is another limit */
	for (at = 0; at < (size_t)OPC_PART_MAX; at += 997)
		blanks[at] = '\n';
	is_int(refused(blanks, (size_t)OPC_PART_MAX), VB_XML,
	       "256 MiB of blanks are no XML");
	is_int(refused(blanks, (size_t)OPC_PART_MAX + 1), VB_LIMIT,
	       "and one more");
	free(blanks);
}

int main(void)
{
	struct buf bytes = BUF_INIT;
	struct opc *base;
	char *want;

	form = kit_read_form();
	base = open_base();
	if (!form || !base) {
		ok(false, "starts");
		return done_testing();
	}
	kind_make(&bytes, KIND_PLAIN, base);
	want = read_bytes(&bytes);
	ok(strstr(want, "<org_name>TRƯỜNG &amp; LỚP</org_name>") &&
		   strstr(want, "<n level=\"th\">1234</n>") &&
		   strstr(want, "<pct>85.5</pct>"),
	   "the base is read");
	test_kinds(base, want);
	test_damage(base, want);
	test_hostile();
	free(want);
	buf_release(&bytes);
	opc_free(base);
	vb_form_free(form);
	return done_testing();
}
