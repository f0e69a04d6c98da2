/* Links, page breaks, tabs and lines in values. */
#include "fill_kit.h"

#define P(x) "<w:p>" x "</w:p>"
#define T(x) "<w:r><w:t>" x "</w:t></w:r>"
#define V(x) "<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define LOOK "<w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/>"
#define RUN(pr, x)                                                 \
	"<w:r><w:rPr>" pr "</w:rPr><w:t xml:space=\"preserve\">" x \
	"</w:t></w:r>"
#define LINK(id, runs)                                          \
	"<w:hyperlink xmlns:r=\"http://schemas.openxmlformats." \
	"org/officeDocument/2006/relationships\" r:id=\"" id    \
	"\" w:history=\"1\">" runs "</w:hyperlink>"

static const char LETTER[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body><section title=\"S\">"
	"<longtext id=\"l\"/><line>x: <text id=\"x\"/></line></section></body>"
	"</form>";

static bool has_part(struct kit *k, const char *name, const char *want)
{
	char *xml = kit_part(k, name);
	bool found = xml && strstr(xml, want);

	if (!found)
		printf("# %s: %s\n", name, xml ? xml : "(none)");
	free(xml);
	return found;
}

static void test_links(struct kit *k)
{
	struct vb_answers *a = kit_parse(
		k, "<l><p>xem <a href=\"http://a.example.vn/?x=1&amp;y\">"
		   "trang <b>nhà</b></a>, <a href=\"http://a.example.vn/?x=1"
		   "&amp;y\">nữa</a></p><p><a href=\"mailto:a@b.vn\"><u>thư</u>"
		   "</a></p></l>");

	kit_is(k, P(T("{{l}}")), a, true,
	       P(V("xem ") LINK("rId2", RUN(LOOK, "trang ") RUN(
						"<w:b/><w:bCs/>" LOOK, "nhà"))
			 V(", ") LINK("rId2", RUN(LOOK, "nữa")))
		       P(LINK("rId3", RUN(LOOK, "thư"))),
	       "links, one relationship for an address");
	ok(has_part(k, "word/_rels/document.xml.rels",
		    "Id=\"rId2\" Type=\"" KIT_REL "hyperlink\" Target=\""
		    "http://a.example.vn/?x=1&amp;y\" TargetMode=\"External\""),
	   "which leads out");
	kit_is(k,
	       P("<w:hyperlink w:anchor=\"a\">" T("=")
			 T("{{l}}") "</w:hyperlink>"),
	       a, true,
	       P("<w:hyperlink w:anchor=\"a\">" T("=") V("xem ") V("trang ")
			 RUN("<w:b/><w:bCs/>", "nhà") V(", ")
				 V("nữa") "<w:r><w:br/></w:r>" V(
					 "thư") "</w:hyperlink>"),
	       "no link in a link of the template");
	kit_open(k, P(T("{{l}}")));
	kit_fill(k, a, false);
	ok(has_part(k, "word/document.xml", "<w:docPartObj/></w:sdtPr>"),
	   "LibreOffice leaves such a control as it is");
	vb_answers_free(a);
}

static void test_pages(struct kit *k)
{
	struct vb_answers *a = kit_parse(
		k, "<l><p>một</p><pagebreak/><p>hai</p><p>ba</p></l>");

	kit_is(k,
	       P("<w:pPr><w:keepLines/><w:jc w:val=\"both\"/></w:pPr>" T(
		       "{{l}}")),
	       a, true,
	       P("<w:pPr><w:keepLines/><w:jc w:val=\"both\"/></w:pPr>" V("một"))
		       P("<w:pPr><w:keepLines/><w:pageBreakBefore/>"
			 "<w:jc w:val=\"both\"/></w:pPr>" V("hai"))
			       P("<w:pPr><w:keepLines/><w:jc w:val=\"both\"/>"
				 "</w:pPr>" V("ba")),
	       "a page begins with a paragraph");
	kit_is(k, P(T("a {{l}}")), a, true,
	       P(V("a ") V("một") "<w:r><w:br w:type=\"page\"/></w:r>" V(
		       "hai") "<w:r><w:br/></w:r>" V("ba")),
	       "in a line, with a break");
	vb_answers_free(a);
}

/* What a reader makes of a page that somebody else wrote. */
static void reads(struct kit *k, const char *inner, const char *want,
		  const char *what)
{
	struct vb_reading *reading = NULL;
	struct vb_blob out = {0}, package;
	struct buf xml = BUF_INIT;
	const char *start = NULL, *end;

	buf_addf(&xml,
		 "<w:document " KIT_W "><w:body><w:p><w:bookmarkStart "
		 "w:id=\"1\" w:name=\"vb_l\"/>%s<w:bookmarkEnd w:id=\"1\"/>"
		 "</w:p></w:body></w:document>",
		 inner);
	package = kit_package(buf_cstr(&xml));
	if (vb_read_memory(&reading, package.data, package.size, "x.docx",
			   k->form, NULL, &k->err))
		printf("# %s\n", k->err.text);
	if (reading &&
	    vb_answers_write(vb_reading_answers(reading), &out, &k->err) == 0)
		start = strstr((char *)out.data, "  <l>");
	end = start ? strstr(start, "  </l>") : NULL;
	buf_clear(&xml);
	if (end)
		buf_add(&xml, start, (size_t)(end - start));
	is_str(buf_cstr(&xml), want, what);
	vb_blob_release(&package);
	vb_blob_release(&out);
	vb_reading_free(reading);
	buf_release(&xml);
}

#define FLD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define FIELD(code, words)                                               \
	FLD("begin")                                                     \
	"<w:r><w:instrText>" code "</w:instrText></w:r>" FLD("separate") \
		T(words) FLD("end")

static void test_reading(struct kit *k)
{
	reads(k, V("a ") FIELD("HYPERLINK \"http://b.vn/x y\"", "b") V(" c"),
	      "  <l>\n    <p>a <a href=\"http://b.vn/x%20y\">b</a> c</p>\n",
	      "a link made by a field");
	reads(k, V("a ") FIELD("HYPERLINK \"file:///c:/x\"", "b") V(" c"),
	      "  <l>\n    <p>a b c</p>\n", "a link to a file is words");
	reads(k, T("a") "<w:r><w:br w:type=\"page\"/></w:r>" T("b"),
	      "  <l>\n    <p>a</p>\n    <pagebreak/>\n    <p>b</p>\n",
	      "a break in a paragraph");
	reads(k,
	      T("a") "</w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
		     "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>" T("b"),
	      "  <l>\n    <p>a</p>\n    <pagebreak/>\n    <p>b</p>\n",
	      "a break that is a paragraph, twice");
}

static void test_lines(struct kit *k)
{
	struct vb_answers *a = kit_parse(k, "<l><p>a\tb</p></l>");
	struct vb_answers *free_a = kit_answers("z=a\tb\nc");
	struct vb_form *form = k->form;

	kit_is(k, P(T("{{l}}")), a, true,
	       P("<w:r><w:t xml:space=\"preserve\">a</w:t><w:tab/>"
		 "<w:t xml:space=\"preserve\">b</w:t></w:r>"),
	       "a tab");
	k->form = NULL;
	kit_is(k, P(T("{{z}}")), free_a, true,
	       P("<w:r><w:t xml:space=\"preserve\">a</w:t><w:tab/>"
		 "<w:t xml:space=\"preserve\">b</w:t><w:br/>"
		 "<w:t xml:space=\"preserve\">c</w:t></w:r>"),
	       "a line of a text, without a form");
	k->form = form;
	vb_answers_free(a);
	vb_answers_free(free_a);
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	if (vb_form_parse(&k.form, LETTER, sizeof(LETTER) - 1, "f", &k.err))
		printf("# %s\n", k.err.text);
	test_links(&k);
	test_pages(&k);
	test_reading(&k);
	test_lines(&k);
	kit_release(&k);
	return done_testing();
}
