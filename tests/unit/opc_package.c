/* opc_package.c - finding parts by name, type and relationship. */
#include "opc_forge.h"
#include "opc/package.h"
#include "tap.h"

#include <pthread.h>
#include <stdlib.h>

#define OFFICE \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships/"
#define MAIN_TYPE                                        \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml.document.main+xml"

static const struct opc_item items[] = {
	{"[Content_Types].xml", NULL,
	 "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	 "content-types\"><Default Extension=\"XML\" ContentType=\"a/xml\"/>"
	 "<Default Extension=\"rels\" ContentType=\"a/rels\"/>"
	 "<Override PartName=\"/Word/Doc1.xml\" ContentType=\"" MAIN_TYPE
	 "\"/><Override PartName=\"/gone.xml\" ContentType=\"x/y\"/></Types>",
	 0},
	{"_rels/.rels", NULL,
	 FORGE_RELS_HEAD
	 "<Relationship Id=\"rId1\" Type=\"" OFFICE
	 "extended-properties\" Target=\"docProps/app.xml\"/>"
	 "<Relationship Id=\"rId2\" Type=\"" STRICT
	 "officeDocument\" Target=\"/word/doc1.xml\"/></Relationships>",
	 0},
	{"word/doc1.xml", NULL, "<d/>", 0},
	{"word/_rels/doc1.xml.rels", NULL,
	 FORGE_RELS_HEAD
	 "<Relationship Id=\"a\" Type=\"" OFFICE
	 "customXml\" Target=\"../customXml/./item1.xml\"/>"
	 "<Relationship Id=\"b\" Type=\"" OFFICE
	 "hyperlink\" Target=\"http://a.vn/?x=1&amp;y=&#38;amp;\" "
	 "TargetMode=\"External\"/>"
	 "<Relationship Id=\"c\" Type=\"" OFFICE
	 "hyperlink\" Target=\"#here\"/>"
	 "<Relationship Id=\"d\" Type=\"" OFFICE
	 "image\" Target=\"media/a%20b.png\"/>"
	 "<Relationship Id=\"e\" Type=\"" OFFICE "oldstyles\" Target=\"NULL\"/>"
	 "<Relationship Id=\"f\" Type=\"" OFFICE
	 "styles\" Target=\"mailto:a@b.vn\"/></Relationships>",
	 0},
	{"customXml/item1.xml", NULL, "<i/>", 0},
	{"media/readme", NULL, "", 0},
};

#define N_ITEMS (sizeof(items) / sizeof(items[0]))

static struct opc *open_items(void)
{
	struct opc_item sized[N_ITEMS];
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct opc *opc = NULL;
	size_t i;

	for (i = 0; i < N_ITEMS; i++) {
		sized[i] = items[i];
		sized[i].size = strlen(items[i].data);
	}
	is_int(opc_build(&blob, sized, N_ITEMS, &err), VB_OK, "build");
	is_int(opc_open_blob(&opc, &blob, "a.docx", &err), VB_OK, "open");
	ok(blob.data == NULL, "the bytes are taken");
	return opc;
}

static void test_parts(const struct opc *opc)
{
	const struct opc_part *part = opc_find(opc, "WORD/doc1.XML");

	is_int((long)opc_count(opc), (long)N_ITEMS, "count");
	ok(opc_at(opc, N_ITEMS) == NULL, "nothing past the end");
	is_str(opc_at(opc, 4)->name, "customXml/item1.xml", "order is kept");
	is_str(part->name, "word/doc1.xml", "found in any case");
	ok(opc_find(opc, "/word/doc1.xml") == part, "found with a slash");
	ok(opc_find(opc, "word/doc1.xm") == NULL, "not by half a name");
	is_int((long)part->size, 4, "size");
	is_str(part->type, MAIN_TYPE, "type by Override in any case");
	is_str(opc_at(opc, 4)->type, "a/xml", "type by Default in any case");
	is_str(opc_find(opc, "media/readme")->type, "", "no type");
	is_str(opc_at(opc, 0)->type, "", "content types have none");
	ok(opc_by_type(opc, MAIN_TYPE, 0) == part, "by type");
	ok(opc_by_type(opc, MAIN_TYPE, 1) == NULL, "no second of it");
	is_str(opc_by_type(opc, "a/RELS", 1)->name, "word/_rels/doc1.xml.rels",
	       "the second of a type");
}

static void test_rels(const struct opc *opc)
{
	static const char *const targets[] = {
		"customXml/item1.xml", "http://a.vn/?x=1&y=&amp;",
		"word/doc1.xml",       "word/media/a%20b.png",
		"word/NULL",	       "mailto:a@b.vn"};
	const struct opc_part *main_part = opc_main(opc);
	const struct opc_rel *rels;
	size_t n, i;

	is_str(main_part->name, "word/doc1.xml", "main part, strict URI");
	rels = opc_rels(opc, main_part, &n);
	is_int((long)n, 6, "six relationships");
	for (i = 0; i < n && i < 6; i++) {
		is_str(rels[i].target, targets[i], targets[i]);
		is_int(rels[i].external, i == 1 || i == 5, "external");
	}
	is_str(rels[0].id, "a", "id");
	is_str(opc_rel_by_type(opc, main_part, "hyperlink")->id, "b",
	       "the first of a type");
	is_str(opc_rel_by_type(opc, main_part, "styles")->id, "f",
	       "a whole segment of the type");
	ok(opc_related(opc, main_part, "styles") == NULL,
	   "an external target is no part");
	is_str(opc_related(opc, main_part, "customXml")->name,
	       "customXml/item1.xml", "related part");
	opc_rels(opc, opc_find(opc, "customXml/item1.xml"), &n);
	is_int((long)n, 0, "a part without relationships");
}

static void *read_often(void *payload)
{
	const struct opc *opc = payload;
	int i;

	for (i = 0; i < 200; i++) {
		struct vb_blob blob = {NULL, 0};
		bool same;

		if (opc_read(opc, opc_main(opc), &blob, NULL) != VB_OK)
			return payload;
		same = strcmp((char *)blob.data, "<d/>") == 0;
		vb_blob_release(&blob);
		if (!same)
			return payload;
	}
	return NULL;
}

static void test_threads(struct opc *opc)
{
	pthread_t threads[4];
	size_t i, failed = 0;

	for (i = 0; i < 4; i++)
		if (pthread_create(&threads[i], NULL, read_often, opc) != 0)
			failed++;
	for (i = 0; i < 4; i++) {
		void *result = NULL;

		pthread_join(threads[i], &result);
		failed += result != NULL;
	}
	is_int((long)failed, 0, "four threads read one package");
}

static void test_names(void)
{
	static const char *const pairs[][3] = {
		{"", "word/a.xml", "word/a.xml"},
		{"word/a.xml", "word/b.xml", "b.xml"},
		{"word/a.xml", "customXml/b.xml", "../customXml/b.xml"},
		{"word/a.xml", "word/media/b.png", "media/b.png"},
		{"word/x/a.xml", "word/b.xml", "../b.xml"},
		{"word/x/a.xml", "b.xml", "../../b.xml"},
		{"word/a.xml", "words/b.xml", "../words/b.xml"},
	};
	struct arena arena = ARENA_INIT;
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		const char *back = NULL;
		const char *target = opc_name_relative(&arena, pairs[i][0],
						       pairs[i][1]);

		is_str(target, pairs[i][2], "relative target");
		opc_name_resolve(&back, &arena, pairs[i][0], target);
		is_str(back, pairs[i][1], "and back");
	}
	is_str(opc_name_rels(&arena, "word/a.xml"), "word/_rels/a.xml.rels",
	       "relationships of a part");
	is_str(opc_name_rels(&arena, ""), "_rels/.rels", "of the package");
	is_str(opc_name_source(&arena, "word/_rels/a.xml.rels"), "word/a.xml",
	       "their source");
	is_str(opc_name_source(&arena, "_rels/.rels"), "", "the package");
	ok(!opc_name_is_rels("word/rels/a.xml.rels"), "another folder");
	ok(!opc_name_is_rels("x_rels/a.xml.rels"), "half a folder");
	ok(!opc_name_is_rels("_rels/a.xml"), "another extension");
	arena_release(&arena);
}

static void test_dates(void)
{
	is_int((long)opc_dos_time(0), (long)OPC_DOS_1980, "before 1980");
	is_int((long)opc_dos_time(315532800), (long)OPC_DOS_1980, "1980");
	is_int((long)opc_dos_time(951782400 + 3661),
	       (long)((20u << 9 | 2u << 5 | 29u) << 16 | 1u << 11 | 1u << 5),
	       "2000-02-29 01:01:01");
	is_int((long)opc_dos_time(1704067199),
	       (long)((43u << 9 | 12u << 5 | 31u) << 16 | 23u << 11 | 59u << 5 |
		      29u),
	       "2023-12-31 23:59:59");
	is_int((long)opc_dos_time(INT64_MAX),
	       (long)((127u << 9 | 12u << 5 | 31u) << 16 | 23u << 11 |
		      59u << 5 | 29u),
	       "after 2107");
}

int main(void)
{
	struct opc *opc = open_items();

	if (opc) {
		test_parts(opc);
		test_rels(opc);
		test_threads(opc);
	}
	opc_free(opc);
	opc_free(NULL);
	test_names();
	test_dates();
	return done_testing();
}
