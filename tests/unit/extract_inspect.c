/* inspect: the lines and the JSON of a document's marks, and its findings. */
#include "extract_kit.h"

#include "util/file.h"

#include <stdlib.h>
#include <unistd.h>

static char path[64];

static const char body[] = H1("Muc I") P(R("A: ") BM(
	"1", "vb_n",
	SDT("<w:alias w:val='So'/>" TAG("n") BIND("1") BLANK, R("……"))))
	P("<w:r><w:t>x {{</w:t></w:r>" R("#item}} {{ item_n }} {{/it") R("em}} {{! ghi chu}} {{sai}} {{ chua het")) "<w:tbl>" TR(
		TC(SDT(TAG("story.xx"), P(R("a")))
			   P(SDT(TAG("story"), R("b")))))
		SDT(TAG("grade"), TR(TC(P(R("c"))))) "</w:tbl>" SDT(
			"<w15:repeatingSection xmlns:w15='http://schemas.microsoft.com/"
			"office/word/2012/wordml'/>" TAG("on"),
			P(R("d"))) P(BM("2", "vb_la_lung", R("e"))
					     BM("3", "cua_toi", R("f")));

static void keep(void *payload, const struct vb_finding *finding)
{
	struct buf *out = payload;

	if (strcmp(finding->rule, "field-missing") == 0)
		return;
	buf_addf(out, "%s %s.%s p%d: %s\n", finding->rule, finding->field,
		 finding->level, finding->place.paragraph, finding->message);
}

static void test_text(const struct vb_form *form)
{
	struct vb_blob out = {NULL, 0};
	struct vb_error err = {0};
	struct buf findings = BUF_INIT;
	struct vb_sink sink = {keep, &findings};

	is_int(vb_inspect(path, form, false, &out, &sink, &err), VB_OK, "text");
	is_str((char *)out.data,
	       "form: kit\nversion: 2\nunit: U1\n"
	       "report: customXml/item7.xml, 1 values, answers\n"
	       "\nword/document.xml\nMuc I\n"
	       "  p2: bookmark vb_n \"……\"\n"
	       "  p2: control n inline f[1] blank 'So' \"……\"\n"
	       "  p3: tag {{#item}}\n"
	       "  p3: tag {{item_n}}\n"
	       "  p3: tag {{/item}}\n"
	       "  p3: tag {{! ghi chu}}\n"
	       "  p3: tag {{sai}}\n"
	       "  p4 (table 1, row 1, column 1): control story.xx block \"a\"\n"
	       "  p5 (table 1, row 1, column 1): control story inline \"b\"\n"
	       "  p6 (table 1, row 2, column 1): control grade row \"c\"\n"
	       "  p7: repeat on block \"d\"\n"
	       "  p8: bookmark vb_la_lung \"e\"\n"
	       "  p8: bookmark cua_toi \"f\"\n",
	       "every mark in its order");
	/* {{sai}} is words of an answer: the document is filled */
	is_str(buf_cstr(&findings),
	       "unknown-level story.xx p4: 'story' has no level 'xx'\n"
	       "shape-wrong grade. p6: the control of 'grade' stands around a "
	       "row, it belongs inside one\n"
	       "shape-wrong on. p7: 'on' is no repeat of the form\n"
	       "unknown-field la_lung. p8: bookmark 'vb_la_lung' stands for "
	       "nothing in the form\n"
	       "relationship-missing . p0: 'rId2' leads to "
	       "'docProps/custom.xml', which is not there\n",
	       "what is wrong");
	vb_blob_release(&out);
	buf_release(&findings);
}

static void keep_missing(void *payload, const struct vb_finding *finding)
{
	struct buf *out = payload;

	if (strcmp(finding->rule, "relationship-missing") != 0 &&
	    strstr(finding->rule, "missing"))
		buf_addf(out, "%s %s.%s\n", finding->rule, finding->field,
			 finding->level);
}

static void test_missing(const struct vb_form *form)
{
	struct vb_blob out = {NULL, 0}, docx;
	struct vb_error err = {0};
	struct buf findings = BUF_INIT;
	struct vb_sink sink = {keep_missing, &findings};

	docx = kit_docx(
		P(SDT(TAG("org_name"), "") SDT(TAG("doc_no"), "") SDT(
			TAG("n"), "") SDT(TAG("n.th"), "") SDT(TAG("on"), "")
			  SDT(TAG("grade"), "") SDT(TAG("plan"), "")
				  SDT(TAG("proof"), "") SDT(TAG("pct"), "")),
		NULL, NULL);
	file_write(path, docx.data, docx.size, &err);
	is_int(vb_inspect(path, form, true, &out, &sink, &err), VB_OK, "json");
	is_str(buf_cstr(&findings),
	       "field-missing story.\nfield-missing n.thcs\n"
	       "repeat-missing item.\n",
	       "what has no place");
	ok(strncmp((char *)out.data, "{\"file\":\"/tmp/vanban-inspect-", 28) ==
		   0,
	   "the file first");
	ok(strstr((char *)out.data,
		  "\"form\":null,\"version\":null,\"unit\":null,"
		  "\"made\":null,\"report\":null,\"items\":[{\"kind\":\"control\","
		  "\"name\":\"org_name\",\"alias\":null,\"shape\":\"inline\","
		  "\"binding\":null,\"blank\":false,\"words\":null,"
		  "\"part\":\"word/document.xml\",\"paragraph\":1,"
		  "\"cell\":null,\"heading\":null},") != NULL,
	   "an item");
	vb_blob_release(&docx);
	vb_blob_release(&out);
	buf_release(&findings);
}

int main(void)
{
	struct vb_form *form = kit_read_form();
	char dir[] = "/tmp/vanban-inspect-XXXXXX";
	struct vb_blob docx;
	struct vb_error err = {0};

	if (!ok(form != NULL && mkdtemp(dir), "form and folder"))
		return done_testing();
	snprintf(path, sizeof(path), "%s/x.docx", dir);
	docx = kit_docx(body, REPORT("<f id='n'/>", ""), NULL);
	is_int(file_write(path, docx.data, docx.size, &err), VB_OK, "written");
	vb_blob_release(&docx);
	test_text(form);
	test_missing(form);
	unlink(path);
	rmdir(dir);
	vb_form_free(form);
	return done_testing();
}
