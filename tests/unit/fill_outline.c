/* Templates: the WordprocessingML of every construct, letter by letter. */
#include "tap.h"

#include <stdlib.h>

#include "fill/outline.h"
#include "opc/opc.h"
#include "util/asset.h"

#define PLACEHOLDER(name)                                \
	"<w:placeholder><w:docPart w:val=\"" name "\"/>" \
	"</w:placeholder><w:showingPlcHdr/>"
#define RUN(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define P(style)   "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>"
#define BLANK(words)                                                \
	"<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>" \
	"<w:t xml:space=\"preserve\">" words "</w:t></w:r>"
/* A control of plain words without its bookmark. */
#define CONTROL(alias, tag, id, name, blank)                                \
	"<w:sdt><w:sdtPr><w:alias w:val=\"" alias "\"/><w:tag w:val=\"" tag \
	"\"/><w:id w:val=\"" id                                             \
	"\"/>" PLACEHOLDER(name) "<w:text/></w:sdtPr><w:sdtContent>" blank  \
				 "</w:sdtContent></w:sdt>"
#define MARKED(bookmark, n, control)                                        \
	"<w:bookmarkStart w:id=\"" n "\" w:name=\"" bookmark "\"/>" control \
	"<w:bookmarkEnd w:id=\"" n "\"/>"
#define DOTS3 "………"
#define DOTS5 "……………"
#define DOTS9 "………………………"

static struct vb_form *form_of(const char *numbering, const char *page)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct buf xml = BUF_INIT;

	buf_addf(&xml,
		 "<form xmlns='urn:vanban:form:1' id='thu' version='2' "
		 "type='bao-cao' numbering='%s'><title>Thử &amp; nghiệm</title>"
		 "<levels><level id='mn' label='Mầm non'/>"
		 "<level id='th' label='Tiểu học'/></levels>%s</form>",
		 numbering, page);
	if (vb_form_parse(&form, xml.data, xml.size, "t.xml", &err) != VB_OK)
		ok(false, "the form is read: %s: %s", err.where, err.text);
	buf_release(&xml);
	return form;
}

/* The body of the page, from <w:body> to its section properties. */
static char *page_of(const char *page, char **nums)
{
	struct vb_form *form = form_of("I. 1. 1.1. a)", page);
	struct outline o;
	char *text = NULL;
	const char *from, *to;

	if (!form)
		return NULL;
	outline_init(&o, form);
	outline_document(&o);
	from = strstr(buf_cstr(&o.doc), "<w:body>");
	to = strstr(buf_cstr(&o.doc), "<w:sectPr>");
	if (from && to)
		text = strndup(from + 8, (size_t)(to - from) - 8);
	if (nums)
		*nums = strdup(buf_cstr(&o.nums));
	outline_release(&o);
	vb_form_free(form);
	return text;
}

static void body_is(const char *body, const char *want, const char *name)
{
	struct buf page = BUF_INIT;
	char *got;

	buf_addf(&page, "<body>%s</body>", body);
	got = page_of(buf_cstr(&page), NULL);
	is_str(got, want, name);
	free(got);
	buf_release(&page);
}

/* What is found from the first `from` on, `size` bytes of `want`. */
static void holds(const char *text, const char *want, const char *name)
{
	ok(text && strstr(text, want), "%s", name);
}

static void test_words(void)
{
	body_is("<line>Kính &amp; gửi</line>",
		P("BodyText") RUN("Kính &amp; gửi") "</w:p>",
		"a line is body text, escaped");
	body_is("<line>a <b>b <i>c</i></b><u>d</u></line>",
		P("BodyText") RUN(
			"a ") "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>"
			      "<w:t xml:space=\"preserve\">b </w:t></w:r>"
			      "<w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>"
			      "<w:t xml:space=\"preserve\">c</w:t></w:r>"
			      "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>"
			      "<w:t xml:space=\"preserve\">d</w:t></w:r></w:p>",
		"bold, italic and underline add up");
	body_is("<line align='center'>Điều 1</line>",
		"<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/>"
		"<w:ind w:left=\"0\" w:firstLine=\"0\"/>"
		"<w:jc w:val=\"center\"/></w:pPr>" RUN("Điều 1") "</w:p>",
		"a centred line has no indent");
	body_is("<hint>(nêu rõ)</hint>", P("GoiY") RUN("(nêu rõ)") "</w:p>",
		"a hint is a paragraph of its style");
}

static void test_slots(void)
{
	body_is("<line>Số: <count id='a' label='Số &quot;a&quot;'/> lớp</line>",
		P("BodyText") RUN("Số: ")
			MARKED("vb_a", "1",
			       CONTROL("Số &quot;a&quot;", "a", "1",
				       "vanbanDots5", BLANK(DOTS5)))
				RUN(" lớp") "</w:p>",
		"a count is a control, a bookmark and a leader");
	body_is("<line><b><count id='a' label='A'/></b> lớp</line>",
		P("BodyText") MARKED(
			"vb_a", "1",
			"<w:sdt><w:sdtPr><w:rPr><w:b/><w:bCs/></w:rPr>"
			"<w:alias w:val=\"A\"/><w:tag w:val=\"a\"/>"
			"<w:id w:val=\"1\"/>" PLACEHOLDER(
				"vanbanDots5") "<w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
					       "<w:rStyle w:val=\"PlaceholderText\"/><w:b/><w:bCs/>"
					       "</w:rPr><w:t xml:space=\"preserve\">" DOTS5
					       "</w:t></w:r></w:sdtContent></w:sdt>")
			RUN(" lớp") "</w:p>",
		"a bold blank says so in its control too");
	body_is("<line><count id='a' by='level' label='A' blank='1'/> "
		"(<breakdown of='a'/>)</line>",
		P("BodyText") MARKED(
			"vb_a", "1",
			CONTROL("A", "a", "1", "vanbanDots1", BLANK("…")))
			RUN(" (") RUN("Mầm non") RUN(": ") MARKED(
				"vb_a__mn", "2",
				CONTROL("A (Mầm non)", "a.mn", "2",
					"vanbanDots1", BLANK("…"))) RUN("; ")
				RUN("Tiểu học") RUN(": ") MARKED(
					"vb_a__th", "3",
					CONTROL("A (Tiểu học)", "a.th", "3",
						"vanbanDots1", BLANK("…")))
					RUN(")") "</w:p>",
		"a breakdown is a blank a level");
	body_is("<line>Tên: <text id='a' label='A'/>.</line>",
		"<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:tabs>"
		"<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9354\"/>"
		"</w:tabs></w:pPr>" RUN("Tên: ") MARKED(
			"vb_a", "1",
			CONTROL("A", "a", "1", "vanbanLineTail",
				"<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/>"
				"</w:rPr><w:t>............</w:t><w:tab/></w:r>"))
			RUN(".") "</w:p>",
		"words at the end of a line have a leader to the margin");
	body_is("<longtext id='a' label='A'/><line>Hết.</line>",
		"<w:sdt><w:sdtPr><w:alias w:val=\"A\"/><w:tag w:val=\"a\"/>"
		"<w:id w:val=\"1\"/>" PLACEHOLDER("vanbanLine") "</w:sdtPr><w:sdtContent>" P(
			"TraLoi") "<w:bookmarkStart w:id=\"1\" w:name=\"vb_a\"/>"
				  "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>"
				  "<w:tab/></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"
				  "</w:sdtContent></w:sdt>" P("BodyText")
					  RUN("Hết.") "</w:p>",
		"a long answer is a block control around a line of dots");
	body_is("<evidence id='a' label='A'/>",
		"<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:tabs>"
		"<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9354\"/>"
		"</w:tabs></w:pPr>" MARKED(
			"vb_a", "1",
			"<w:sdt><w:sdtPr><w:alias w:val=\"A\"/>"
			"<w:tag w:val=\"a\"/><w:id w:val=\"1\"/>" PLACEHOLDER(
				"vanbanLineTail") "<w:text w:multiLine=\"1\"/></w:sdtPr><w:sdtContent>"
						  "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr>"
						  "<w:t>............</w:t><w:tab/></w:r></w:sdtContent>"
						  "</w:sdt>") "</w:p>",
		"evidence may hold several lines");
}

static void test_alias(void)
{
	/* 64 characters are left whole, 65 are cut; a level keeps its room */
	static const char x60[] =
		"đđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđđ";
	char *got;
	struct buf page = BUF_INIT;

	buf_addf(&page,
		 "<body><line><count id='a' by='level' label='%s1234'/> "
		 "(<breakdown of='a'/>)</line></body>",
		 x60);
	got = page_of(buf_cstr(&page), NULL);
	buf_clear(&page);
	buf_addf(&page, "<w:alias w:val=\"%s1234\"/>", x60);
	holds(got, buf_cstr(&page), "64 characters of a label are kept");
	buf_clear(&page);
	buf_addf(&page, "<w:alias w:val=\"%.*s (Mầm non)\"/>", 54 * 2, x60);
	holds(got, buf_cstr(&page), "a label is cut to leave room for a level");
	free(got);
	buf_release(&page);
}

static void test_repeat(void)
{
	body_is("<repeat id='g' label='G'><line>x <count id='a' label='A'/> y"
		"</line></repeat>",
		"<w:sdt><w:sdtPr><w:alias w:val=\"G\"/><w:tag w:val=\"g\"/>"
		"<w:id w:val=\"1\"/><w15:repeatingSection/></w:sdtPr>"
		"<w:sdtContent><w:sdt><w:sdtPr><w:id w:val=\"2\"/>"
		"<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>" P(
			"BodyText") RUN("x ") CONTROL("A", "a", "3",
						      "vanbanDots5",
						      BLANK(DOTS5))
			RUN(" y") "</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
		"a repeat is a repeating section, its blanks have no bookmarks");
}

static void test_hint(void)
{
#define HINT_OPEN(id, n)                                                \
	"<w:sdt><w:sdtPr><w:alias w:val=\"Gợi ý\"/><w:tag w:val=\"^" id \
	"\"/><w:id w:val=\"" n "\"/></w:sdtPr><w:sdtContent>"
	body_is("<hint>nêu rõ</hint><line>x</line>",
		P("GoiY") RUN("nêu rõ") "</w:p>" P("BodyText")
			RUN("x") "</w:p>",
		"a hint for nothing stays");
	body_is("<line>x <hint>(nêu)</hint> <count id='a' label='A'/></line>",
		P("BodyText") RUN("x ") HINT_OPEN(
			"a", "1") "<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t "
				  "xml:space=\"preserve\">(nêu)</w:t></w:r>"
				  "</w:sdtContent></w:sdt>" RUN(" ") MARKED(
					  "vb_a", "1",
					  CONTROL("A", "a", "2", "vanbanDots5",
						  BLANK(DOTS5))) "</w:p>",
		"a hint for a field stands until it is answered");
}

#define H(style, words) P(style) RUN(words) "</w:p>"
#define NUMBERED(style, level, num, words)                          \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/><w:numPr>"      \
	"<w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" num "\"/>" \
	"</w:numPr></w:pPr>" RUN(words) "</w:p>"
#define NUM_START(num, abstract, level, start)                          \
	"<w:num w:numId=\"" num "\"><w:abstractNumId w:val=\"" abstract \
	"\"/><w:lvlOverride w:ilvl=\"" level                            \
	"\"><w:startOverride w:val=\"" start "\"/></w:lvlOverride></w:num>"

static void numbered(const char *body, const char *want, const char *want_nums,
		     const char *name)
{
	struct buf page = BUF_INIT;
	char *got, *nums = NULL;

	buf_addf(&page, "<body>%s</body>", body);
	got = page_of(buf_cstr(&page), &nums);
	is_str(got, want, name);
	is_str(nums, want_nums, name);
	free(got);
	free(nums);
	buf_release(&page);
}

static void test_outline(void)
{
	numbered("<section title='A'><section title='B'><section title='C'>"
		 "<line>c</line></section></section></section>"
		 "<section title='D'><section title='E'><line>e</line>"
		 "</section></section>",
		 H("Heading1", "A") H("Heading2", "B") H("Heading3", "C")
			 H("BodyText", "c") H("Heading1", "D")
				 H("Heading2", "E") H("BodyText", "e"),
		 "", "the heading styles number the outline");
	numbered("<section title='A' number='1.'><line>a</line></section>"
		 "<section title='B' number='I.'><line>b</line></section>"
		 "<section title='C' number='1.'><line>c</line></section>",
		 NUMBERED("TieuDe2Cap1", "1", "1", "A") H("BodyText", "a")
			 H("Heading1", "B") H("BodyText", "b")
				 NUMBERED("TieuDe2Cap1", "1", "3", "C")
					 H("BodyText", "c"),
		 NUM_START("3", "0", "1", "2"),
		 "a number that Word would not give is started");
	numbered("<section title='A' number='none'><line>a</line></section>",
		 "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr>"
		 "<w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>"
		 "<w:ind w:left=\"0\" w:firstLine=\"720\"/></w:pPr>" RUN(
			 "A") "</w:p>" H("BodyText", "a"),
		 "", "a section without a number");
	numbered(
		"<section title='A' number='a)' plain='true'><line>a</line>"
		"</section>",
		"<w:p><w:pPr><w:pStyle w:val=\"ListNumber\"/><w:keepNext/>"
		"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>"
		"</w:pPr>" RUN("A") "</w:p>" H("BodyText", "a"),
		NUM_START("3", "4", "0", "1"), "a plain section is no heading");
}

#define LINE(mark, words) "<line mark='" mark "'>" words "</line>"

static void test_lists(void)
{
	numbered(LINE("-", "a") LINE("+", "b"),
		 H("ListBullet", "a") H("ListBullet2", "b"), "",
		 "dash and plus are list styles");
	numbered(LINE("(1)", "a") LINE("-", "b") LINE("(1)", "c"),
		 NUMBERED("ListNumber", "0", "3", "a") H("ListBullet", "b")
			 NUMBERED("ListNumber", "0", "3", "c"),
		 NUM_START("3", "5", "0", "1"),
		 "a dash does not end a numbered list");
	numbered("<section title='A'>" LINE(
			 "1.", "a") "</section>"
				    "<section title='B'>" LINE(
					    "1.", "b") "</section>",
		 H("Heading1", "A") NUMBERED("ListNumber", "0", "3", "a")
			 H("Heading1", "B")
				 NUMBERED("ListNumber", "0", "4", "b"),
		 NUM_START("3", "3", "0", "1") NUM_START("4", "3", "0", "1"),
		 "every parent starts its lists anew");
}

static void test_letters(void)
{
	/* the 23 letters of an official document, and one past them */
	static const char want[] = NUM_START(
		"3", "4", "0",
		"1") "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"4\"/>"
		     "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\">"
		     "<w:start w:val=\"1\"/><w:numFmt w:val=\"none\"/>"
		     "<w:suff w:val=\"space\"/><w:lvlText w:val=\"đ)\"/>"
		     "<w:lvlJc w:val=\"left\"/><w:pPr>"
		     "<w:ind w:left=\"0\" w:firstLine=\"720\"/></w:pPr></w:lvl>"
		     "</w:lvlOverride></w:num>" NUM_START(
			     "5", "4", "0", "5") NUM_START("6", "4", "0", "7")
			     NUM_START("7", "4", "0", "11") NUM_START(
				     "8", "4", "0",
				     "24") "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"4\"/>"
					   "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\">"
					   "<w:start w:val=\"1\"/><w:numFmt w:val=\"none\"/>"
					   "<w:suff w:val=\"space\"/><w:lvlText w:val=\"aa)\"/>";
	struct buf page = BUF_INIT;
	char *got, *nums = NULL;

	buf_adds(&page, "<body>");
	for (int i = 0; i < 24; i++)
		buf_adds(&page, LINE("a)", "x"));
	buf_adds(&page, "</body>");
	got = page_of(buf_cstr(&page), &nums);
	ok(nums && strncmp(nums, want, strlen(want)) == 0,
	   "letters are Vietnamese: a-d, đ, e, g-i, k-v, x-y, aa");
	holds(got,
	      NUMBERED("ListNumber", "0", "3", "x")
		      NUMBERED("ListNumber", "0", "4", "x")
			      NUMBERED("ListNumber", "0", "5", "x")
				      NUMBERED("ListNumber", "0", "6", "x"),
	      "d, đ, e and g follow one another");
	free(got);
	free(nums);
	buf_release(&page);
}

#define TBL(style, margins, cols)                                 \
	"<w:tbl><w:tblPr><w:tblStyle w:val=\"" style "\"/>"       \
	"<w:tblW w:w=\"9354\" w:type=\"dxa\"/><w:tblLayout "      \
	"w:type=\"fixed\"/>" margins "</w:tblPr><w:tblGrid>" cols \
	"</w:tblGrid>"
#define LETTERHEAD(cols)                                           \
	"<w:p><w:pPr><w:pStyle w:val=\"DoanCuoi\"/></w:pPr></w:p>" \
	"<w:tbl><w:tblPr><w:tblStyle w:val=\"BangTheThuc\"/>"      \
	"<w:tblW w:w=\"9600\" w:type=\"dxa\"/>"                    \
	"<w:tblInd w:w=\"-123\" w:type=\"dxa\"/><w:tblLayout "     \
	"w:type=\"fixed\"/></w:tblPr><w:tblGrid>" cols "</w:tblGrid>"
#define GRID_MARGINS                                        \
	"<w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>" \
	"<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar>"
#define COL(w) "<w:gridCol w:w=\"" w "\"/>"
#define TC(w, more) \
	"<w:tc><w:tcPr><w:tcW w:w=\"" w "\" w:type=\"dxa\"/>" more "</w:tcPr>"
#define TR	  "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
#define TR_HEADER "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
#define MIDDLE	  "<w:vAlign w:val=\"center\"/>"

static void test_table(void)
{
	body_is("<table><columns><column width='33'/><column width='33'/>"
		"<column width='34'/></columns>"
		"<header><row><cell rowspan='2'>A</cell><cell colspan='2'>B"
		"</cell></row><row><cell>C</cell><cell>D</cell></row></header>"
		"<row><cell style='b'>1</cell><cell align='right'>x <count "
		"id='a' label='A'/></cell><cell><count id='b' label='B'/>"
		"</cell></row></table>",
		"<w:p><w:pPr><w:pStyle w:val=\"DoanCuoi\"/><w:keepNext/>"
		"<w:spacing w:before=\"80\"/></w:pPr></w:p>" TBL(
			"TableGrid", GRID_MARGINS,
			COL("3086") COL("3086") COL(
				"3182")) TR_HEADER TC("3086",
						      "<w:vMerge w:val=\"restart\"/>" MIDDLE)
			H("BangTieuDe", "A") "</w:tc>" TC("6268", "<w:gridSpan w:val=\"2\"/>" MIDDLE) H(
				"BangTieuDe",
				"B") "</w:tc></w:tr>" TR_HEADER TC("3086",
								   "<w:vMerge/>" MIDDLE)
				P("BangTieuDe") "</w:p></w:tc>" TC("3086", MIDDLE) H(
					"BangTieuDe",
					"C") "</w:tc>" TC("3182",
							  MIDDLE) H("BangTieuDe",
								    "D") "</w:tc></w:tr>" TR TC("3086",
												"")
					P("BangNoiDung") "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>"
							 "<w:t xml:space=\"preserve\">1</w:t></w:r></w:p></w:tc>" TC(
								 "3086",
								 "") "<w:p><w:pPr><w:pStyle w:val=\"BangNoiDung\"/>"
								     "<w:jc w:val=\"right\"/></w:pPr>" RUN(
									     "x ")
									     MARKED("vb_a", "1", CONTROL("A", "a", "1", "vanbanDots3", BLANK(DOTS3))) "</w:p></w:tc>" TC(
										     "3182",
										     "") "<w:p><w:pPr><w:pStyle w:val=\"BangNoiDung\"/>"
											 "<w:jc w:val=\"center\"/></w:pPr>" MARKED(
												 "vb_b",
												 "2",
												 CONTROL("B",
													 "b",
													 "2",
													 "vanbanDots3",
													 BLANK(DOTS3))) "</w:p></w:tc></w:tr></w:tbl>" P("DoanCuoi") "</w:p>",
		"a table: grid, repeated header, merges, whole rows");
	body_is("<table><columns><column width='100'/></columns>"
		"<repeat id='g' label='G'><row><cell><count id='a' label='A'/>"
		"</cell></row></repeat></table>",
		"<w:p><w:pPr><w:pStyle w:val=\"DoanCuoi\"/><w:keepNext/>"
		"<w:spacing w:before=\"80\"/></w:pPr></w:p>" TBL(
			"TableGrid", GRID_MARGINS,
			COL("9354")) "<w:sdt><w:sdtPr><w:alias w:val=\"G\"/><w:tag w:val=\"g\"/>"
				     "<w:id w:val=\"1\"/><w15:repeatingSection/></w:sdtPr>"
				     "<w:sdtContent><w:sdt><w:sdtPr><w:id w:val=\"2\"/>"
				     "<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>" TR TC(
					     "9354",
					     "") "<w:p><w:pPr><w:pStyle w:val=\"BangNoiDung\"/>"
						 "<w:jc w:val=\"center\"/></w:pPr>" CONTROL(
							 "A", "a", "3",
							 "vanbanDots3",
							 BLANK(DOTS3)) "</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:sdtContent>"
								       "</w:sdt></w:tbl>" P(
									       "DoanCuoi") "</w:p>",
		"rows that repeat are a section around the row");
}

#define RULE(side)                                                       \
	"<w:p><w:pPr><w:pStyle w:val=\"DuongKe\"/><w:ind w:left=\"" side \
	"\" w:right=\"" side "\"/></w:pPr></w:p>"

static void test_letterhead(void)
{
	char *got = page_of(
		"<letterhead><superior>UBND TỈNH A</superior><issuer>SỞ B"
		"</issuer><number><text id='n' label='N' blank='3'/>/BC</number>"
		"<subject>thử</subject><place>A, ngày <text id='d' label='D' "
		"blank='2'/></place></letterhead><body><line>x</line></body>",
		NULL);

	is_str(got,
	       LETTERHEAD(COL("4120") COL("5480")) TR TC("4120", "") H(
		       "CoQuanChuQuan",
		       "UBND TỈNH A") H("CoQuanBanHanh",
					"SỞ B") RULE("1928") "</w:tc>" TC("5480",
									  "")
		       H("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") H(
			       "TieuNgu",
			       "Độc lập - Tự do - Hạnh phúc") RULE("1026") "</w:tc></w:tr>" TR
			       TC("4120", "") P("SoKyHieu") RUN("Số: ") MARKED(
				       "vb_n", "1",
				       CONTROL("N", "n", "1", "vanbanSpaces3",
					       BLANK("\xc2\xa0\xc2\xa0\xc2\xa0")))
				       RUN("/BC") "</w:p>" P("TrichYeuCongVan") RUN(
					       "V/v ") RUN("thử") "</w:p></w:tc>" TC("5480",
										     "")
					       P("DiaDanh") RUN("A, ngày ") MARKED(
						       "vb_d", "2",
						       CONTROL("D", "d", "2",
							       "vanbanSpaces2",
							       BLANK("\xc2\xa0\xc2\xa0"))) "</w:p></w:tc></w:tr></w:tbl>" H("BodyText",
															    "x"),
	       "letterhead: two rows, rules, blanks for a stamp");
	free(got);
}

static void test_heading(void)
{
	char *got = page_of("<heading><name>BÁO CÁO</name><subject>Về việc A"
			    "</subject><note>(mẫu)</note></heading>"
			    "<body><line>x</line></body>",
			    NULL);

	/* 10 letters of 0.45 em and 14 points are 1,260 twips: 5/12 of that */
	is_str(got,
	       H("TenLoai", "BÁO CÁO") H("TrichYeu", "Về việc A") RULE("4441")
		       H("ChiDan", "(mẫu)") H("BodyText", "x"),
	       "heading: the rule is a part of its line");
	free(got);
	got = page_of("<annex><name>Phụ lục I</name><title>Đề cương</title>"
		      "<note>(kèm)</note></annex><body><line>x</line></body>",
		      NULL);
	is_str(got,
	       H("PhuLuc", "Phụ lục I") H("TieuDePhuLuc", "Đề cương")
		       H("ChiDan", "(kèm)") RULE("4392") H("BodyText", "x"),
	       "annex: name, title, note, rule");
	free(got);
}

static void test_addressees(void)
{
	char *got = page_of("<addressees><addressee>Sở A.</addressee>"
			    "</addressees><body><line>x</line></body>",
			    NULL);

	is_str(got,
	       P("KinhGui") RUN("Kính gửi: ")
		       RUN("Sở A.") "</w:p>" H("BodyText", "x"),
	       "one addressee stands on the line");
	free(got);
	got = page_of("<addressees><addressee>Sở A</addressee><addressee>Sở B"
		      "</addressee></addressees><body><line>x</line></body>",
		      NULL);
	is_str(got,
	       H("KinhGui", "Kính gửi:") P("KinhGuiDanhSach") RUN("- ")
		       RUN("Sở A") RUN(";") "</w:p>" P("KinhGuiDanhSach")
			       RUN("- ") RUN("Sở B")
				       RUN(".") "</w:p>" H("BodyText", "x"),
	       "several addressees are a list below");
	free(got);
}

static void test_foot(void)
{
	char *got = page_of(
		"<body><line>x</line><line>Hết./.</line></body><signature>"
		"<authority>KT. GIÁM ĐỐC</authority><position>PHÓ GIÁM ĐỐC"
		"</position><signer>Họ Tên</signer></signature><recipients>"
		"<recipient>Như trên</recipient><recipient purpose='b/c'>Sở"
		"</recipient><archive>VT</archive></recipients>",
		NULL);

	is_str(got,
	       H("BodyText", "x") "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:keepNext/></w:pPr>" RUN(
		       "Hết./.") "</w:p>" TBL("BangTheThuc", "",
					      COL("4100") COL(
						      "5254")) TR TC("4100",
								     "") H("NoiNhan",
									   "Nơi nhận:") P("NoiNhanDanhSach")
		       RUN("- ") RUN("Như trên") RUN(";") "</w:p>" P("NoiNhanDanhSach") RUN(
			       "- ") RUN("Sở") RUN(" (") RUN("b/c") RUN(")") RUN(";") "</w:p>" P("NoiNhanDanhSach")
			       RUN("- ") RUN("Lưu: ") RUN("VT") RUN(".") "</w:p></w:tc>" TC(
				       "5254",
				       "") "<w:p><w:pPr><w:pStyle w:val=\"DoanCuoi\"/>"
					   "<w:spacing w:before=\"220\"/></w:pPr></w:p>" H(
						   "QuyenHan",
						   "KT. GIÁM ĐỐC") H("QuyenHan",
								     "PHÓ GIÁM ĐỐC")
						   P("ChuKy") "</w:p>" P("ChuKy") "</w:p>" P("ChuKy") "</w:p>" P("ChuKy") "</w:p>" P(
							   "ChuKy") "</w:p>" H("HoTen",
									       "Họ Tên") "</w:tc></w:tr></w:tbl>" P("DoanCuoi") "</w:p>",
	       "signature and Noi nhan are one row, kept with the last line");
	free(got);
}

static void test_signer(void)
{
	char *got = page_of(
		"<body><line>x</line></body><signature><authority>"
		"<text id='a' label='A'/></authority><position>P</position>"
		"<note>(Ký)</note><signer><text id='s' label='S'/></signer>"
		"</signature>",
		NULL);

	holds(got,
	      "<w:sdt><w:sdtPr><w:tag w:val=\"#a\"/><w:id w:val=\"1\"/>"
	      "</w:sdtPr><w:sdtContent>" P("QuyenHan"),
	      "an authority goes while there is none");
	holds(got, HINT_OPEN("s", "3") H("ChuKy", "(Ký)") "</w:sdtContent>",
	      "and the note once the name is there");
	free(got);
}

static void test_sizes(void)
{
	struct buf out = BUF_INIT;

	outline_sized(&out, "a @large b @small @x @to.left@", 14);
	is_str(buf_cstr(&out), "a 28 b 26 @x 3132@", "sizes of the pair 14");
	buf_clear(&out);
	outline_sized(&out, "@large@small@dash.left", 13);
	is_str(buf_cstr(&out), "26243065", "sizes of the pair 13");
	buf_clear(&out);
	outline_sized(&out, (const char *)asset_find("parts/styles.xml")->data,
		      13);
	ok(!strchr(buf_cstr(&out), '@'), "no word of the styles is left");
	buf_release(&out);
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

static void test_package(void)
{
	struct vb_form *form =
		form_of("1.", "<body><line>x <text id='a' label='A' blank='7'/>"
			      " y</line></body>");
	struct vb_blob one = {0}, two = {0};
	struct vb_error err = {0};
	struct opc *opc = NULL;
	char *text;

	is_int(vb_template_make(form, &one, &err), VB_OK, "a template is made");
	is_int(vb_template_make(form, &two, &err), VB_OK, "and once more");
	ok(one.size == two.size && memcmp(one.data, two.data, one.size) == 0,
	   "equal forms give equal bytes");
	is_int(opc_open_memory(&opc, one.data, one.size, "t", &err), VB_OK,
	       "it is a package");
	is_str(opc_main(opc)->name, "word/document.xml", "with a main part");
	text = part_of(opc, "docProps/custom.xml");
	holds(text,
	      "name=\"vanban.form\"><vt:lpwstr>thu</vt:lpwstr></property>",
	      "the form's id is a property");
	holds(text, "name=\"vanban.version\"><vt:lpwstr>2</vt:lpwstr>",
	      "and its version");
	free(text);
	text = part_of(opc, "docProps/core.xml");
	holds(text, "<dc:title>Thử &amp; nghiệm</dc:title>", "the title");
	free(text);
	text = part_of(opc, "word/glossary/document.xml");
	holds(text, "<w:name w:val=\"vanbanDots7\"/>", "the blank is a block");
	holds(text, "<w:p>" BLANK("…………………") "</w:p>", "with its leader");
	free(text);
	opc_free(opc);
	vb_blob_release(&one);
	vb_blob_release(&two);
	vb_form_free(form);
}

static void test_tag_limit(void)
{
	struct vb_blob blob = {0};
	struct vb_error err = {0};
	struct vb_form *form = form_of(
		"1.",
		"<body><line><count by='level' label='A' "
		"id='a23456789012345678901234567890123456789012345678901234567890"
		"12'/> (<breakdown of='a23456789012345678901234567890123456789012"
		"345678901234567890"
		"12'/>)</line></body>");

	is_int(vb_template_make(form, &blob, &err), VB_LIMIT,
	       "an id and level too long for a tag are refused");
	is_str(err.where, "line 1", "with the line");
	vb_form_free(form);
}

int main(void)
{
	vb_init();
	test_words();
	test_slots();
	test_alias();
	test_repeat();
	test_hint();
	test_outline();
	test_lists();
	test_letters();
	test_table();
	test_letterhead();
	test_heading();
	test_addressees();
	test_foot();
	test_signer();
	test_sizes();
	test_package();
	test_tag_limit();
	return done_testing();
}
