/* opc_edit.c - what an edit changes, and that it changes nothing else. */
#include "opc_forge.h"
#include "opc/edit.h"
#include "tap.h"

#include <stdlib.h>
#include <zip.h>

#define TYPES_TEXT(more)                                                    \
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"   \
	"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"    \
	"content-types\"><Default Extension=\"rels\" ContentType=\""        \
	"application/vnd.openxmlformats-package.relationships+xml\"/>"      \
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>" more \
	"</Types>"
#define RELS_TEXT(more)                                                                   \
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" FORGE_RELS_HEAD \
		more "</Relationships>"
#define REL(id, type, target) \
	"<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" target "\"/>"

static struct vb_error err;

static void must(int rc, const char *what)
{
	if (!ok(rc == VB_OK, "%s", what))
		printf("# %s: %s\n", err.part, err.text);
	memset(&err, 0, sizeof(err));
}

static void refused(int rc, int code, const char *text, const char *what)
{
	is_int(rc, code, what);
	is_str(err.text, text, "with these words");
	memset(&err, 0, sizeof(err));
}

static struct opc *written(struct opc_edit *edit)
{
	struct vb_blob blob = {NULL, 0};
	struct opc *opc = NULL;

	must(opc_edit_write(edit, NULL, &blob, &err), "write");
	must(opc_open_memory(&opc, blob.data, blob.size, NULL, &err), "reopen");
	vb_blob_release(&blob);
	return opc;
}

static void is_part(const struct opc *opc, const char *name, const char *want)
{
	const struct opc_part *part = opc_find(opc, name);
	struct vb_blob blob = {NULL, 0};

	if (part)
		opc_read(opc, part, &blob, NULL);
	is_str((char *)blob.data, want, name);
	vb_blob_release(&blob);
}

/* A package with text that deflates. */
static struct opc *new_base(void)
{
	static char text[2000];
	struct opc_edit *edit = NULL;
	struct opc *opc;
	char id[OPC_ID_MAX];

	memset(text, 'x', sizeof(text) - 1);
	must(opc_edit_new(&edit, NULL, &err), "from nothing");
	must(opc_edit_add(edit, "word/document.xml", "a/main", text,
			  sizeof(text) - 1, &err),
	     "add main");
	must(opc_edit_add(edit, "/word/styles.xml", "a/styles", text, 1000,
			  &err),
	     "add styles");
	must(opc_edit_add(edit, "customXml/item1.xml", NULL, "<i/>", 4, &err),
	     "add data");
	must(opc_edit_relate(edit, "", "u/officeDocument", "word/document.xml",
			     id, &err),
	     "relate main");
	is_str(id, "rId1", "first id");
	must(opc_edit_relate(edit, "word/document.xml", "u/styles",
			     "word/styles.xml", id, &err),
	     "relate styles");
	must(opc_edit_relate(edit, "word/document.xml", "u/customXml",
			     "customXml/item1.xml", id, &err),
	     "relate data");
	is_str(id, "rId2", "second id");
	opc = written(edit);
	opc_edit_free(edit);
	return opc;
}

static void test_new(const struct opc *base)
{
	static const char *const order[] = {"[Content_Types].xml",
					    "_rels/.rels",
					    "word/_rels/document.xml.rels",
					    "word/document.xml",
					    "word/styles.xml",
					    "customXml/item1.xml"};
	size_t i;

	is_int((long)opc_count(base), 6, "six entries");
	for (i = 0; i < 6; i++)
		is_str(opc_at(base, i)->name, order[i], order[i]);
	is_part(base, "[Content_Types].xml",
		TYPES_TEXT("<Override PartName=\"/word/document.xml\" "
			   "ContentType=\"a/main\"/><Override PartName="
			   "\"/word/styles.xml\" ContentType=\"a/styles\"/>"));
	is_part(base, "_rels/.rels",
		RELS_TEXT(
			REL("rId1", "u/officeDocument", "word/document.xml")));
	is_part(base, "word/_rels/document.xml.rels",
		RELS_TEXT(REL("rId1", "u/styles", "styles.xml") REL(
			"rId2", "u/customXml", "../customXml/item1.xml")));
}

/* The compressed bytes of an entry, by libzip alone. */
static char *raw_bytes(const struct vb_blob *blob, const char *name,
		       struct zip_stat *st)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t *zip;
	zip_file_t *file;
	char *bytes = NULL;

	zip_error_init(&error);
	source = zip_source_buffer_create(blob->data, blob->size, 0, &error);
	zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
	if (!ok(zip != NULL, "libzip finds the zip consistent")) {
		zip_source_free(source);
		return NULL;
	}
	file = zip_fopen(zip, name, ZIP_FL_COMPRESSED);
	if (file && zip_stat(zip, name, 0, st) == 0) {
		bytes = calloc(1, st->comp_size + 1);
		if (zip_fread(file, bytes, st->comp_size) !=
		    (zip_int64_t)st->comp_size)
			ok(false, "raw read");
		zip_fclose(file);
	}
	zip_discard(zip);
	return bytes;
}

static void same_raw(const struct vb_blob *a, const struct vb_blob *b,
		     const char *name)
{
	struct zip_stat left, right;
	char *before = raw_bytes(a, name, &left);
	char *after = raw_bytes(b, name, &right);

	ok(before && after && left.comp_size == right.comp_size &&
		   left.comp_method == right.comp_method &&
		   left.crc == right.crc &&
		   memcmp(before, after, left.comp_size) == 0,
	   "the raw bytes of %s are as they were", name);
	free(before);
	free(after);
}

/* Deflated by other hands than ours: three stored blocks and a Huffman one
 * make bytes our compressor never makes. */
static void test_raw(void)
{
	static const char odd[] = "\x00\x01\x00\xfe\xffq"
				  "\x00\x01\x00\xfe\xffr"
				  "\x01\x01\x00\xfe\xffs";
	uint32_t crc = libdeflate_crc32(0, "qrs", 3);
	struct forged entries[] = {
		{.name = "b.xml",
		 .data = odd,
		 .packed = 18,
		 .size = 3,
		 .method = 8,
		 .crc_xor = libdeflate_crc32(0, odd, 18) ^ crc},
		{.name = "[Content_Types].xml", .data = FORGE_TYPES},
		{.name = "a.xml", .data = "<a/>"},
		{.name = "empty.xml", .data = NULL},
		{.name = "word/", .data = NULL},
	};
	struct buf zip = BUF_INIT;
	struct vb_blob before, after = {NULL, 0};
	struct opc *opc = NULL;
	struct opc_edit *edit = NULL;

	forge(&zip, entries, 5);
	before.data = (unsigned char *)zip.data;
	before.size = zip.size;
	must(opc_open_memory(&opc, zip.data, zip.size, NULL, &err), "open");
	is_part(opc, "b.xml", "qrs");
	must(opc_edit_new(&edit, opc, &err), "edit");
	must(opc_edit_replace(edit, opc_find(opc, "a.xml"), "<b/>", 4, &err),
	     "replace");
	must(opc_edit_write(edit, NULL, &after, &err), "write");
	same_raw(&before, &after, "b.xml");
	same_raw(&before, &after, "empty.xml");
	same_raw(&before, &after, "[Content_Types].xml");
	opc_edit_free(edit);
	opc_free(opc);
	vb_blob_release(&after);
	buf_release(&zip);
}

static void test_replace(const struct opc *base)
{
	struct opc_edit *edit = NULL;
	struct opc *opc;
	const struct opc_part *part = opc_main(base);

	must(opc_edit_new(&edit, base, &err), "edit");
	must(opc_edit_replace(edit, part, "one", 3, &err), "replace");
	must(opc_edit_replace(edit, part, "two", 3, &err), "and again");
	refused(opc_edit_replace(edit, opc_at(base, 0), "", 0, &err),
		VB_INTERNAL, "'[Content_Types].xml' is no part to change",
		"content types are not replaced");
	refused(opc_edit_replace(edit, opc_at(base, 1), "", 0, &err),
		VB_INTERNAL, "'_rels/.rels' is no part to change",
		"nor relationships");
	opc = written(edit);
	is_part(opc, "word/document.xml", "two");
	is_int((long)opc_count(opc), 6, "no entry more");
	is_str(opc_at(opc, 3)->name, "word/document.xml", "in its old place");
	opc_free(opc);
	opc_edit_free(edit);
}

static void test_add(const struct opc *base)
{
	struct opc_edit *edit = NULL;
	struct opc *opc;
	char id[OPC_ID_MAX], name[OPC_NAME_MAX];

	must(opc_edit_new(&edit, base, &err), "edit");
	must(opc_edit_free_name(edit, "customXml/item", ".xml", name, &err),
	     "a free name");
	is_str(name, "customXml/item2.xml", "is the next");
	must(opc_edit_add(edit, name, "application/xml", "<2/>", 4, &err),
	     "add");
	must(opc_edit_free_name(edit, "customXml/item", ".xml", name, &err),
	     "another");
	is_str(name, "customXml/item3.xml", "is past the added one");
	ok(opc_edit_has(edit, "CUSTOMXML/item2.xml"), "it is there");
	refused(opc_edit_add(edit, "WORD/styles.xml", NULL, "", 0, &err),
		VB_PACKAGE, "there is a part 'WORD/styles.xml' already",
		"a name taken");
	refused(opc_edit_add(edit, "a/../b", NULL, "", 0, &err), VB_PACKAGE,
		"a part name holds '.' or '..': 'a/../b'", "a bad name");
	must(opc_edit_relate(edit, "word/document.xml", "u/customXml",
			     "customXml/item2.xml", id, &err),
	     "relate");
	is_str(id, "rId3", "one past the highest");
	must(opc_edit_relate(edit, "customXml/item2.xml", "u/p", "a&b.xml", id,
			     &err),
	     "relate from the new part");
	is_str(id, "rId1", "its first");
	refused(opc_edit_relate(edit, "none.xml", "t", "x.xml", id, &err),
		VB_PACKAGE, "no part 'none.xml' to relate from",
		"from no part");
	must(opc_edit_unrelate(edit, "word/document.xml", "rId1", &err),
	     "unrelate");
	refused(opc_edit_unrelate(edit, "word/document.xml", "rId1", &err),
		VB_PACKAGE, "no relationship 'rId1'", "twice");
	opc = written(edit);
	is_part(opc, "customXml/item2.xml", "<2/>");
	is_part(opc, "word/_rels/document.xml.rels",
		RELS_TEXT(REL("rId2", "u/customXml", "../customXml/item1.xml")
				  REL("rId3", "u/customXml",
				      "../customXml/item2.xml")));
	is_part(opc, "customXml/_rels/item2.xml.rels",
		RELS_TEXT(REL("rId1", "u/p", "../a&amp;b.xml")));
	is_str(opc_at(opc, 6)->name, "customXml/item2.xml", "at the end");
	is_str(opc_at(opc, 7)->name, "customXml/_rels/item2.xml.rels",
	       "then its relationships");
	is_str(opc_related(opc, NULL, "officeDocument")->type, "a/main",
	       "the rest is as it was");
	opc_free(opc);
	opc_edit_free(edit);
}

static void test_remove(const struct opc *base)
{
	struct opc_edit *edit = NULL;
	struct opc *opc;
	const struct opc_part *styles = opc_find(base, "word/styles.xml");

	must(opc_edit_new(&edit, base, &err), "edit");
	must(opc_edit_remove(edit, styles, &err), "remove");
	ok(!opc_edit_has(edit, "word/styles.xml"), "it is gone");
	refused(opc_edit_replace(edit, styles, "", 0, &err), VB_INTERNAL,
		"'word/styles.xml' is no part to change", "for good");
	must(opc_edit_add(edit, "word/styles.xml", "b/styles", "new", 3, &err),
	     "its name is free");
	opc = written(edit);
	is_part(opc, "word/_rels/document.xml.rels",
		RELS_TEXT(
			REL("rId2", "u/customXml", "../customXml/item1.xml")));
	is_str(opc_find(opc, "word/styles.xml")->type, "b/styles",
	       "with its new type");
	opc_free(opc);
	opc_edit_free(edit);
	edit = NULL;
	must(opc_edit_new(&edit, base, &err), "edit");
	must(opc_edit_remove(edit, opc_main(base), &err), "remove main");
	opc = written(edit);
	is_part(opc, "_rels/.rels", RELS_TEXT(""));
	ok(!opc_find(opc, "word/_rels/document.xml.rels"),
	   "its relationships go too");
	is_part(opc, "[Content_Types].xml",
		TYPES_TEXT("<Override PartName=\"/word/styles.xml\" "
			   "ContentType=\"a/styles\"/>"));
	ok(opc_main(opc) == NULL, "no main part");
	opc_free(opc);
	opc_edit_free(edit);
}

/* Relationships given as a part, as a template's own file is. */
static void test_given_rels(void)
{
	static const char rels[] = FORGE_RELS_HEAD REL(
		"rId7", "u/styles", "styles.xml") "</Relationships>";
	struct opc_edit *edit = NULL;
	struct opc *opc;
	char id[OPC_ID_MAX];

	must(opc_edit_new(&edit, NULL, &err), "from nothing");
	must(opc_edit_add(edit, "w/d.xml", NULL, "", 0, &err), "add");
	must(opc_edit_add(edit, "w/_rels/d.xml.rels", NULL, rels,
			  sizeof(rels) - 1, &err),
	     "add its relationships");
	refused(opc_edit_add(edit, "w/_rels/d.xml.rels", NULL, rels,
			     sizeof(rels) - 1, &err),
		VB_PACKAGE, "the part has relationships already", "once");
	must(opc_edit_relate(edit, "w/d.xml", "u/x", "x.xml", id, &err),
	     "relate");
	is_str(id, "rId8", "past those given");
	refused(opc_edit_add(edit, OPC_TYPES_NAME, NULL, "", 0, &err),
		VB_INTERNAL, "'[Content_Types].xml' is made, not added",
		"content types are not given");
	must(opc_edit_add(edit, "a.bin", NULL, "", 0, &err), "add untyped");
	refused(opc_edit_write(edit, NULL, &(struct vb_blob){NULL, 0}, &err),
		VB_PACKAGE, "no content type for 'a.bin'",
		"every part needs a type");
	opc_edit_free(edit);
	edit = NULL;
	must(opc_edit_new(&edit, NULL, &err), "an empty package");
	opc = written(edit);
	is_int((long)opc_count(opc), 1, "has content types only");
	opc_free(opc);
	opc_edit_free(edit);
}

/* A .rels part whose source is not there gives way to the source's own. */
static void test_orphan(void)
{
	struct forged entries[] = {
		{.name = "[Content_Types].xml", .data = FORGE_TYPES},
		{.name = "_rels/a.xml.rels", .data = "left behind"},
	};
	struct buf zip = BUF_INIT;
	struct opc *opc = NULL, *again;
	struct opc_edit *edit = NULL;
	char id[OPC_ID_MAX];

	forge(&zip, entries, 2);
	must(opc_open_memory(&opc, zip.data, zip.size, NULL, &err), "open");
	must(opc_edit_new(&edit, opc, &err), "edit");
	must(opc_edit_add(edit, "a.xml", NULL, "<a/>", 4, &err), "add");
	must(opc_edit_relate(edit, "a.xml", "u/x", "b.xml", id, &err),
	     "relate");
	again = written(edit);
	is_part(again, "_rels/a.xml.rels",
		RELS_TEXT(REL("rId1", "u/x", "b.xml")));
	is_int((long)opc_count(again), 3, "three entries");
	opc_free(again);
	opc_edit_free(edit);
	opc_free(opc);
	buf_release(&zip);
}

static int write_once(const struct opc *base, struct opc_scratch *scratch,
		      int64_t epoch, struct vb_blob *out)
{
	struct opc_edit *edit = NULL;
	char id[OPC_ID_MAX];
	int rc = opc_edit_new(&edit, base, &err);

	if (epoch)
		opc_edit_epoch(edit, epoch);
	opc_edit_replace(edit, opc_main(base), "new new new new", 15, &err);
	opc_edit_add(edit, "x.xml", NULL, "<x/>", 4, &err);
	opc_edit_relate(edit, "", "u/x", "x.xml", id, &err);
	if (rc == VB_OK)
		rc = opc_edit_write(edit, scratch, out, &err);
	opc_edit_free(edit);
	return rc;
}

static void test_same(const struct opc *base)
{
	struct opc_scratch *scratch = opc_scratch_new();
	struct vb_blob first = {NULL, 0}, next = {NULL, 0};
	struct zip_stat st;
	const char *zone = getenv("TZ") ? getenv("TZ") : "";
	int i;

	must(write_once(base, NULL, 0, &first), "write");
	for (i = 0; i < 3; i++) {
		setenv("TZ", i == 1 ? "Asia/Ho_Chi_Minh" : zone, 1);
		must(write_once(base, scratch, 0, &next), "write again");
		ok(first.size == next.size &&
			   memcmp(first.data, next.data, first.size) == 0,
		   "the same bytes");
		vb_blob_release(&next);
	}
	setenv("TZ", "UTC", 1);
	free(raw_bytes(&first, "x.xml", &st));
	is_int((long)st.mtime, 315532800, "dated 1980-01-01");
	must(write_once(base, scratch, 1700000000, &next), "with an epoch");
	free(raw_bytes(&next, "word/styles.xml", &st));
	is_int((long)st.mtime, 1700000000, "every entry has its date");
	vb_blob_release(&next);
	vb_blob_release(&first);
	opc_scratch_free(scratch);
}

/* Time that grows with the square of the links would be felt. */
static void test_many_links(void)
{
	enum {
		MANY = 20000
	};
	struct opc_edit *edit = NULL;
	char id[OPC_ID_MAX] = "";
	int i, rc = VB_OK;

	must(opc_edit_new(&edit, NULL, &err), "an edit");
	must(opc_edit_add(edit, "a.xml", "x/y", "<a/>", 4, &err), "a part");
	for (i = 0; i < MANY && rc == VB_OK; i++)
		rc = opc_edit_link(edit, "a.xml", "u/hyperlink", "http://a.vn/",
				   id, &err);
	must(rc, "many links");
	is_str(id, "rId20000", "each with a number of its own");
	is_int((long)edit->sets.at[0].n_looks, MANY - 1,
	       "each is looked at once");
	must(opc_edit_unrelate(edit, "a.xml", "rId7", &err), "one goes");
	must(opc_edit_link(edit, "a.xml", "u/hyperlink", "http://b.vn/", id,
			   &err),
	     "another comes");
	is_str(id, "rId20001", "numbered on");
	opc_edit_free(edit);
}

int main(void)
{
	struct opc *base = new_base();

	test_new(base);
	test_replace(base);
	test_add(base);
	test_remove(base);
	test_same(base);
	opc_free(base);
	test_raw();
	test_orphan();
	test_given_rels();
	test_many_links();
	return done_testing();
}
