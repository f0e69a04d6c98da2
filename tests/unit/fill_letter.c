/* Templates of letters: links, footnotes, annexes with pages of their own,
 * cells of several lines. */
#include "tap.h"

#include <stdlib.h>

#include "fill/outline.h"
#include "opc/opc.h"

#define RUN(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define STYLED(style, rest) \
	"<w:r><w:rPr><w:rStyle w:val=\"" style "\"/>" rest "</w:r>"
#define T(words) "</w:rPr><w:t xml:space=\"preserve\">" words "</w:t>"
#define P(style) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>"
#define KEPT(style) \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/><w:keepNext/></w:pPr>"
#define SECTION                                                           \
	"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/>" \
	"<w:headerReference w:type=\"first\" r:id=\"rId6\"/>"             \
	"<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" "   \
	"w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" "              \
	"w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"              \
	"<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
#define RELATION(id, kind, rest)                                     \
	"<Relationship Id=\"" id "\" Type=\"http://schemas."         \
	"openxmlformats.org/officeDocument/2006/relationships/" kind \
	"\" Target=\"" rest "/>"

static struct vb_form *form_of(const char *page)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<form xmlns='urn:vanban:form:1' id='thu' version='1' "
		 "type='cong-van'><title>Thử</title>%s</form>",
		 page);
	if (vb_form_parse(&form, xml.data, xml.size, "t.xml", &err) != VB_OK)
		ok(false, "the form is read: %s: %s", err.where, err.text);
	buf_release(&xml);
	return form;
}

static void holds(const char *text, const char *want, const char *name)
{
	if (!ok(text && strstr(text, want), "%s", name))
		printf("# in: %s\n", text ? text : "(none)");
}

static char *part_of(const struct opc *opc, const char *name)
{
	struct vb_blob blob = {0};
	const struct opc_part *part = opc_find(opc, name);
	char *text = NULL;

	if (part && opc_read(opc, part, &blob, NULL) == VB_OK)
		text = strndup((const char *)blob.data, blob.size);
	vb_blob_release(&blob);
	return text;
}

/* A part of the template of a page; NULL when it has none. */
static char *part(const char *page, const char *name)
{
	struct vb_form *form = form_of(page);
	struct vb_blob blob = {0};
	struct opc *opc = NULL;
	char *text = NULL;

	if (form && vb_template_make(form, &blob, NULL) == VB_OK &&
	    opc_open_memory(&opc, blob.data, blob.size, "t", NULL) == VB_OK)
		text = part_of(opc, name);
	opc_free(opc);
	vb_blob_release(&blob);
	vb_form_free(form);
	return text;
}

static void part_holds(const char *page, const char *name, const char *want,
		       const char *what)
{
	char *text = part(page, name);

	holds(text, want, what);
	free(text);
}

static const char notes[] =
	"<body><line>A<footnote>Xem <b>B</b> ở <link href='http://c.vn/?d&amp;e'>"
	"C</link>.</footnote>, <link href='mailto:d@e.vn'>D <i>E</i></link>."
	"</line></body>";

static void test_notes(void)
{
	part_holds(
		notes, "word/document.xml",
		P("BodyText") RUN("A") STYLED(
			"FootnoteReference",
			"</w:rPr><w:footnoteReference w:id=\"1\"/>")
			RUN(", ") "<w:hyperlink r:id=\"rId10\" "
				  "w:history=\"1\">" STYLED("Hyperlink", T("D ")) STYLED(
					  "Hyperlink",
					  "<w:i/><w:iCs/>" T(
						  "E")) "</w:hyperlink>" RUN(".") "</w:p>",
		"the mark of a note, a link with words");
	part_holds(
		notes, "word/footnotes.xml",
		"<w:footnote w:id=\"1\">" P("FootnoteText") STYLED(
			"FootnoteReference",
			"</w:rPr><w:footnoteRef/>") RUN(" ")
			RUN("Xem ") "<w:r><w:rPr><w:b/><w:bCs/>" T("B") "</w:r>" RUN(
				" ở ") "<w:hyperlink "
				       "r:id=\"rId9\" "
				       "w:history=\"1\">" STYLED(
					       "Hyperlink",
					       T("C")) "</w:hyperlink>" RUN(".") "</w:p></w:footnote></w:footnotes>",
		"the note itself");
	part_holds(notes, "word/footnotes.xml",
		   "<w:footnote w:type=\"separator\" w:id=\"-1\">",
		   "the line above notes");
	part_holds(notes, "word/_rels/document.xml.rels",
		   RELATION("rId8", "footnotes", "footnotes.xml\"")
			   RELATION("rId10", "hyperlink",
				    "mailto:d@e.vn\" TargetMode=\"External\""),
		   "relationships of the text");
	part_holds(notes, "word/_rels/footnotes.xml.rels",
		   RELATION("rId9", "hyperlink",
			    "http://c.vn/?d&amp;e\" TargetMode=\"External\""),
		   "and of the notes");
	part_holds(notes, "word/settings.xml",
		   "<w:footnotePr><w:footnote w:id=\"-1\"/>", "settings");
}

static void test_no_notes(void)
{
	static const char page[] = "<body><line>x</line></body>";
	char *text = part(page, "word/footnotes.xml");

	ok(!text, "no part for no notes");
	free(text);
	text = part(page, "word/settings.xml");
	ok(text && !strstr(text, "footnote"), "nor a setting");
	free(text);
	text = part(page, "word/_rels/document.xml.rels");
	ok(text && !strstr(text, "rId8"), "nor a relationship");
	free(text);
}

#define ANNEX(name, body) \
	"<annex><name>" name "</name><title>T</title>" body "</annex>"

static void test_annexes(void)
{
	static const char page[] =
		"<body><line>x</line></body><signature><position>P</position>"
		"<signer>S</signer></signature>" ANNEX(
			"Phụ lục I", "<body><line>a</line></body>")
			ANNEX("Phụ lục II", "<body><line>b</"
					    "line></body>"
					    "<recipients>"
					    "<archive>VT</"
					    "archive></"
					    "recipients>");

	part_holds(page, "word/document.xml",
		   "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"DoanCuoi\"/>" SECTION
		   "</w:pPr></w:p>" P("PhuLuc") RUN("Phụ lục I") "</w:p>",
		   "the letter is a section, an annex begins with its name");
	part_holds(page, "word/document.xml",
		   P("BodyText") RUN("a") "</w:p><w:p><w:pPr><w:pStyle "
					  "w:val=\"DoanCuoi\"/>" SECTION
					  "</w:pPr></w:p>" P("PhuLuc")
						  RUN("Phụ lục II") "</w:p>",
		   "so is the first annex");
	part_holds(page, "word/document.xml",
		   P("DoanCuoi") "</w:p>" SECTION "</w:body>",
		   "the last section is the document's");
	part_holds(page, "word/document.xml", KEPT("BodyText") RUN("b"),
		   "an annex's last line is kept with its own foot");
}

#define COLUMNS "<columns><column width='40'/><column width='60'/></columns>"

static void test_cells(void)
{
	static const char page[] =
		"<body><table>" COLUMNS
		"<row><cell colspan='2' style='b'>I</cell>"
		"</row><row><cell rowspan='2'>1</cell><cell><line mark='-'>a: "
		"<count id='a' label='A'/></line><line mark='(1)'>b</line>"
		"<line align='right'>c</line></cell></row><row><cell>d</cell>"
		"</row><row><cell>2</cell><cell>e</cell></row></table></body>";

	part_holds(page, "word/document.xml",
		   KEPT("BangNoiDung") "<w:r><w:rPr><w:b/><w:bCs/>" T("I"),
		   "a row that is a title is kept with the next");
	part_holds(page, "word/document.xml",
		   KEPT("BangNoiDung") RUN("- ") RUN("a: "),
		   "a dash is typed; rows that share a cell stay together");
	part_holds(page, "word/document.xml",
		   KEPT("BangNoiDung") RUN("(1") RUN(") ") RUN("b") "</w:p>",
		   "a number in brackets");
	part_holds(page, "word/document.xml",
		   "<w:jc w:val=\"right\"/></w:pPr>" RUN("c"),
		   "a line of its own side");
	part_holds(page, "word/document.xml", P("BangNoiDung") RUN("d"),
		   "the last row of a shared cell is not kept");
}

int main(void)
{
	vb_init();
	test_notes();
	test_no_notes();
	test_annexes();
	test_cells();
	return done_testing();
}
