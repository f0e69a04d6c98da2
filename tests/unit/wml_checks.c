/*
 * The checks that readers of DOCX are compared by: small documents of one
 * difficulty each, and what must and must not stand in the reading.
 */
#include "extract/plain.h"
#include "kinds.h"
#include "tap.h"
#include "wml/reader.h"

#define W  "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define O  "http://schemas.openxmlformats.org/officeDocument/2006/"
#define MS "http://schemas.microsoft.com/office/word/2010/"
#define WML_TYPE \
	"application/vnd.openxmlformats-officedocument.wordprocessingml."

#define NAMES                                                                \
	"xmlns:w='" W "' xmlns:r='" O "relationships' xmlns:m='" O           \
	"math' xmlns:mc='http://schemas.openxmlformats.org/"                 \
	"markup-compatibility/2006' xmlns:w14='" MS "wordml' xmlns:wps='" MS \
	"wordprocessingShape' xmlns:v='urn:schemas-microsoft-com:vml' "      \
	"xmlns:zz='urn:stranger'"

#define T(t)  "<w:t xml:space='preserve'>" t "</w:t>"
#define R(t)  "<w:r>" T(t) "</w:r>"
#define P(in) "<w:p>" in "</w:p>"
#define L(id, level, in)                                                      \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id \
	"'/></w:numPr></w:pPr>" R(in) "</w:p>"
#define S(style, in) \
	"<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" R(in) "</w:p>"
#define TBL(in)	   "<w:tbl>" in "</w:tbl>"
#define TR(in)	   "<w:tr>" in "</w:tr>"
#define TC(pr, in) "<w:tc><w:tcPr>" pr "</w:tcPr>" P(R(in)) "</w:tc>"
#define SDT(pr, in)                                         \
	"<w:sdt><w:sdtPr>" pr "</w:sdtPr><w:sdtContent>" in \
	"</w:sdtContent></w:sdt>"
#define FLD(type)  "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define CODE(text) "<w:r><w:instrText> " text " </w:instrText></w:r>"
#define FORM(data)                                              \
	"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>" data \
	"</w:ffData></w:fldChar></w:r>" CODE("FORM") FLD("separate")
#define FONT(name, t)                                             \
	"<w:r><w:rPr><w:rFonts w:ascii='" name "' w:hAnsi='" name \
	"'/></w:rPr>" T(t) "</w:r>"
#define BOX(in) "<w:txbxContent>" in "</w:txbxContent>"

static const char styles[] =
	"<w:styles " NAMES "><w:style w:type='paragraph' w:styleId='H'>"
	"<w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='3'/>"
	"</w:numPr></w:pPr></w:style><w:style w:type='paragraph' w:styleId='HH'>"
	"<w:name w:val='heading 2'/><w:basedOn w:val='H'/><w:pPr><w:numPr>"
	"<w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>"
	"<w:style w:type='character' w:styleId='V'><w:name w:val='v'/><w:rPr>"
	"<w:vanish/></w:rPr></w:style></w:styles>";

#define LVL(n, fmt, text)                                                 \
	"<w:lvl w:ilvl='" n "'><w:start w:val='1'/><w:numFmt w:val='" fmt \
	"'/><w:lvlText w:val='" text "'/></w:lvl>"
#define NUM(id, list) \
	"<w:num w:numId='" id "'><w:abstractNumId w:val='" list "'/></w:num>"
static const char numbering[] = "<w:numbering " NAMES "><w:abstractNum w:abstractNumId='0'>" LVL(
	"0", "upperRoman", "%1.") LVL("1", "decimal",
				      "%2.") LVL("2", "lowerLetter", "%3)")
	LVL("3", "bullet", "-") "</w:abstractNum><w:abstractNum w:abstractNumId='1'>" LVL("0", "decimal", "Điều %1.") "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" LVL(
		"0", "upperRoman",
		"%1") "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
		      "<w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>" NUM(
			      "1", "0") NUM("2", "1")
			      NUM("3",
				  "2") "<w:num w:numId='4'><w:abstractNumId w:val='1'/><w:lvlOverride "
				       "w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
				       "</w:numbering>";

#define NOTES(kind, one, text)                                            \
	"<w:" kind "s " NAMES "><w:" one " w:type='separator' w:id='-1'>" \
	"<w:p><w:r><w:separator/></w:r></w:p></w:" one "><w:" one         \
	" w:id='2'>" P(R(text)) "</w:" one "></w:" kind "s>"

#define LINK(n, type, target, mode)                                  \
	"<Relationship Id='rId" n "' Type='" O "relationships/" type \
	"' Target='" target "'" mode "/>"
static const char rels[] = FORGE_RELS_HEAD LINK("1", "styles", "styles.xml", "")
	LINK("2", "numbering", "numbering.xml",
	     "") LINK("3", "footnotes", "footnotes.xml",
		      "") LINK("4", "endnotes", "endnotes.xml",
			       "") LINK("5", "comments", "comments.xml", "")
		LINK("6", "header", "header1.xml", "") LINK("7", "footer",
							    "footer1.xml", "")
			LINK("8", "hyperlink", "http://example.invalid/x",
			     " TargetMode='External'")
				LINK("9", "aFChunk", "other.htm", "")
					LINK("10", "customXml",
					     "../customXml/item1.xml",
					     "") "</Relationships>";

static struct opc *package(const char *body)
{
	struct buf xml = BUF_INIT;
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};
	struct opc *opc = NULL;

	buf_addf(&xml, "<w:document " NAMES "><w:body>%s</w:body></w:document>",
		 body);
#define PART(name, type, text) {name, type, text, strlen(text)}
	{
		const struct opc_item items[] = {
			PART("_rels/.rels", NULL,
			     FORGE_RELS_HEAD "<Relationship Id='rId1' Type='" O
					     "relationships/officeDocument' "
					     "Target='word/document.xml'/>"
					     "</Relationships>"),
			{"word/document.xml", WML_TYPE "document.main+xml",
			 xml.data, xml.size},
			PART("word/_rels/document.xml.rels", NULL, rels),
			PART("word/styles.xml", WML_TYPE "styles+xml", styles),
			PART("word/numbering.xml", WML_TYPE "numbering+xml",
			     numbering),
			PART("word/footnotes.xml", WML_TYPE "footnotes+xml",
			     NOTES("footnote", "footnote", "FOOTNOTE")),
			PART("word/endnotes.xml", WML_TYPE "endnotes+xml",
			     NOTES("endnote", "endnote", "ENDNOTE")),
			PART("word/comments.xml", WML_TYPE "comments+xml",
			     "<w:comments " NAMES "><w:comment w:id='2' "
			     "w:initials='AB'>" P(
				     R("COMMENT")) "</w:comment></w:comments>"),
			PART("word/header1.xml", WML_TYPE "header+xml",
			     "<w:hdr " NAMES ">" P(R("HEADER")) "</w:hdr>"),
			PART("word/footer1.xml", WML_TYPE "footer+xml",
			     "<w:ftr " NAMES ">" P(R("FOOTER")) "</w:ftr>"),
			PART("word/other.htm", "text/html", "<p>OTHER</p>"),
			PART("customXml/item1.xml", "application/xml",
			     "<r xmlns='urn:x'><a>1</a><a>TRUTH</a></r>"),
		};

		if (opc_build(&blob, items, sizeof(items) / sizeof(*items),
			      &err) == VB_OK)
			opc_open_memory(&opc, blob.data, blob.size, "x.docx",
					&err);
	}
	if (!opc)
		printf("# %s\n", err.text);
	vb_blob_release(&blob);
	buf_release(&xml);
	return opc;
}

/* The reading of a body, without the header and footer every document has
 * here; "" when it fails. */
static struct buf reading(const struct opc *opc, unsigned flags)
{
	struct vb_blob text = {NULL, 0};
	struct vb_error err = {0};
	struct buf out = BUF_INIT;

	if (!opc || plain_text(&text, opc, flags, &err) != VB_OK)
		printf("# %s\n", err.text);
	else
		buf_add(&out, text.data, text.size);
	vb_blob_release(&text);
	return out;
}

#define MARGINS "\n[header]\nHEADER\n\n[footer]\nFOOTER\n"

static void check_as(const char *what, const char *body, unsigned flags,
		     const char *want)
{
	struct opc *opc = package(body);
	struct buf out = reading(opc, flags);
	size_t tail = strlen(MARGINS);

	if (out.size >= tail &&
	    strcmp(buf_cstr(&out) + out.size - tail, MARGINS) == 0) {
		out.size -= tail;
		out.data[out.size] = '\0';
	}
	is_str(buf_cstr(&out), want, what);
	buf_release(&out);
	opc_free(opc);
}

static void check(const char *what, const char *body, const char *want)
{
	check_as(what, body, 0, want);
}

static void test_changes(void)
{
#define CHANGES                                                          \
	P(R("a") "<w:ins>" R("INS") "</w:ins><w:del><w:r><w:delText>DEL" \
				    "</w:delText></w:r></w:del>" R("z"))
#define MOVED                                                              \
	P("<w:moveFrom>" R("MOVED") "</w:moveFrom>" R("x") "<w:moveTo>" R( \
		"MOVED") "</w:moveTo>")
	check("inserted is kept, deleted is dropped", CHANGES, "aINSz\n");
	check_as("or the other way, rejected", CHANGES, VB_TEXT_REJECTED,
		 "aDELz\n");
	check("moved text once", MOVED, "xMOVED\n");
	check_as("at its old place, rejected", MOVED, VB_TEXT_REJECTED,
		 "MOVEDx\n");
	check("a deleted paragraph mark joins",
	      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R(
		      "half ") "</w:p>" P(R("whole")),
	      "half whole\n");
	check_as("an inserted one, rejected",
		 "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" R(
			 "half ") "</w:p>" P(R("whole")),
		 VB_TEXT_REJECTED, "half whole\n");
	check("a deleted table row is dropped",
	      TBL("<w:tr><w:trPr><w:del/></w:trPr>" TC("", "GONE") "</w:tr>" TR(
		      TC("", "here"))),
	      "here\n");
	check("a deleted cell is dropped",
	      TBL(TR(TC("<w:cellDel/>", "GONE") TC("", "here"))), "\there\n");
	check("a control inside w:ins",
	      P("<w:ins>" SDT("", R("IN")) "</w:ins>"), "IN\n");
}

static void test_numbers(void)
{
	check("I. 1. a) - are counted",
	      L("1", "0", "A") L("1", "1", "B") L("1", "2", "C")
		      L("1", "3", "D") L("1", "2", "E") L("1", "0", "F")
			      L("1", "1", "G"),
	      "I.\tA\n1.\tB\na)\tC\n-\tD\nb)\tE\nII.\tF\n1.\tG\n");
	check("words around the count, a start of its own",
	      L("2", "0", "A") L("4", "0", "B") L("4", "0", "C"),
	      "Điều 1.\tA\nĐiều 7.\tB\nĐiều 8.\tC\n");
	check("the number of the paragraph style; w:isLgl",
	      S("H", "A") S("HH", "B") S("HH", "C") S("H", "D") S("HH", "E"),
	      "I\tA\n1.1\tB\n1.2\tC\nII\tD\n2.1\tE\n");
	check("no number by w:numId 0",
	      "<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:numId w:val='0'/>"
	      "</w:numPr></w:pPr>" R("A") "</w:p>",
	      "A\n");
}

static void test_tables(void)
{
	check("merged header cells, words once, figures under their column",
	      TBL(TR(TC("<w:vMerge w:val='restart'/>", "TT")
			     TC("<w:gridSpan w:val='2'/>", "Kết quả"))
			  TR(TC("<w:vMerge/>", "") TC("", "1") TC("", "2"))),
	      "TT\tKết quả\n\t1\t2\n");
	check("a table in a cell",
	      TBL(TR("<w:tc>" P(R("a")) TBL(TR(TC("", "IN") TC("", "NER")))
			     P("") "</w:tc>" TC("", "b"))),
	      "a\nIN\tNER\n\nb\n");
	check("w:gridBefore",
	      TBL("<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC(
		      "", "X") "</w:tr>"),
	      "\tX\n");
	check("controls around a row and a cell",
	      TBL(SDT("", TR(SDT("", TC("", "ROW")) TC("", "x")))), "ROW\tx\n");
}

static void test_boxes(void)
{
#define CHOICE(by, in) "<mc:Choice Requires='" by "'>" in "</mc:Choice>"
#define FALLBACK(in)   "<mc:Fallback>" in "</mc:Fallback>"
#define AC(in)	       "<w:r><mc:AlternateContent>" in "</mc:AlternateContent></w:r>"
	check("a text box with a copy in VML, once",
	      P(R("a") AC(
		      CHOICE("wps", "<wps:txbx>" BOX(P(R("BOX"))) "</wps:txbx>")
			      FALLBACK("<w:pict><v:textbox>" BOX(
				      P(R("BOX"))) "</v:textbox></w:pict>"))),
	      "a\nBOX\n");
	check("a text box in VML only",
	      P("<w:r><w:pict><v:textbox>" BOX(
		      P(R("VML"))) "</v:textbox></w:pict></w:r>"),
	      "\nVML\n");
	check("a shape without alternative content",
	      P("<w:r><w:drawing><wps:txbx>" BOX(
		      P(R("WPS"))) "</wps:txbx></w:drawing></w:r>"),
	      "\nWPS\n");
	check("a choice nobody knows: the fallback",
	      P(AC(CHOICE("zz", "<w:t>NEW</w:t>") FALLBACK("<w:t>OLD</w:t>"))),
	      "OLD\n");
}

static void test_apart(void)
{
	check("a footnote, its mark not glued to the figure",
	      P(R("85") "<w:r><w:footnoteReference w:id='2'/></w:r>" R(" %")),
	      "85[^1] %\n[^1] FOOTNOTE\n");
	check("an endnote", P("<w:r><w:endnoteReference w:id='2'/></w:r>"),
	      "[^i]\n[^i] ENDNOTE\n");
	check("a comment, apart",
	      P(R("x") "<w:r><w:commentReference w:id='2'/></w:r>"),
	      "x\n[AB1] COMMENT\n");
	{
		struct opc *opc = package(P(R("x")));
		struct buf out = reading(opc, 0);

		is_str(buf_cstr(&out), "x\n" MARGINS, "header and footer");
		buf_release(&out);
		opc_free(opc);
	}
}

static void test_fields(void)
{
	check("the result of a field, not its code",
	      P(FLD("begin") CODE("PAGE") FLD("separate") R("7") FLD("end")),
	      "7\n");
	check("of nested fields the outer result",
	      P(FLD("begin") CODE("IF") FLD("begin") CODE("X") FLD("separate")
			R("INNER") FLD("end") FLD("separate") R("OUTER")
				FLD("end")),
	      "OUTER\n");
	check("w:fldSimple",
	      P("<w:fldSimple w:instr='PAGE'>" R("8") "</w:fldSimple>"), "8\n");
	check("a result over paragraphs",
	      P(FLD("begin") CODE("X") FLD("separate") R("one"))
		      P(R("two") FLD("end") R("!")),
	      "one\ntwo!\n");
	check("the text of a link",
	      P("<w:hyperlink r:id='rId8'>" R("here") "</w:hyperlink>"),
	      "here\n");
	check_as("its URL, when asked for",
		 P("<w:hyperlink r:id='rId8'>" R("here") "</w:hyperlink>!"),
		 VB_TEXT_LINKS, "here <http://example.invalid/x>\n");
	check_as("and of a field",
		 P(FLD("begin") CODE("HYPERLINK \"http://y/\"") FLD("separate")
			   R("there") FLD("end")),
		 VB_TEXT_LINKS, "there <http://y/>\n");
	check("FORMTEXT", P(FORM("<w:textInput/>") R("TYPED") FLD("end")),
	      "TYPED\n");
	check("FORMCHECKBOX: ticked, not, preset",
	      P(FORM("<w:checkBox><w:default w:val='0'/><w:checked/>"
		     "</w:checkBox>") FLD("end")
			FORM("<w:checkBox><w:default w:val='1'/><w:checked "
			     "w:val='0'/></w:checkBox>") FLD("end")
				FORM("<w:checkBox><w:default w:val='1'/>"
				     "</w:checkBox>") FLD("end")),
	      "☒☐☒\n");
	check("FORMDROPDOWN",
	      P(FORM("<w:ddList><w:result w:val='1'/><w:listEntry w:val='A'/>"
		     "<w:listEntry w:val='B'/></w:ddList>") FLD("end")),
	      "B\n");
}

static void test_controls(void)
{
	check("an inline control", P(SDT("<w:tag w:val='x'/>", R("IN"))),
	      "IN\n");
	check("block controls, nested", SDT("", SDT("", P(R("A"))) P(R("B"))),
	      "A\nB\n");
	check("a placeholder is told",
	      P(SDT("<w:showingPlcHdr/>", R("Click here")) R(" x")),
	      "‹Click here› x\n");
	check("a bound control shows its node, as on opening",
	      P(R("a ") SDT("<w:dataBinding w:xpath='/x:r[1]/x:a[2]' "
			    "w:storeItemID='{1}'/>",
			    R("OLD ") R("WORDS")) R(" b")),
	      "a TRUTH b\n");
	check("one whose node is gone, what it was saved with",
	      P(SDT("<w:dataBinding w:xpath='/x:r[1]/x:a[3]'/>", R("SAVED"))),
	      "SAVED\n");
	{
		struct wml_story *story = NULL;
		static const char xml[] = "<w:document " NAMES "><w:body>" P(
			SDT("<w:alias w:val='Số'/><w:tag w:val='n'/>",
			    R("1"))) "</w:body></w:document>";

		wml_read(&story, xml, sizeof(xml) - 1, "p", NULL, NULL);
		is_str(story ? story->marks.at[0].name : "", "n",
		       "the tag of a control");
		is_str(story ? story->marks.at[0].alias : "", "Số",
		       "and its title");
		wml_story_free(story);
	}
	check("the state of a check box",
	      P(SDT("<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>",
		    R("☒"))),
	      "☒\n");
	check("w:customXml and w:smartTag",
	      "<w:customXml>" P("<w:smartTag>" R(
		      "A") "</w:smartTag>"
			   "<w:customXml>" R(
				   "B") "</w:customXml>") "</w:customXml>",
	      "AB\n");
}

static void test_words(void)
{
	check("hidden words are kept and marked, by run and by style",
	      P(R("a") "<w:r><w:rPr><w:vanish/></w:rPr>" T("HID") "</w:r>" R("b") "<w:r><w:rPr><w:rStyle w:val='V'/></w:rPr>" T(
		      "DEN") "</w:r>"
			     "<w:r><w:rPr><w:rStyle w:val='V'/><w:vanish "
			     "w:val='0'/></w:rPr>" T("c") "</w:r>"),
	      "a⟦HID⟧b⟦DEN⟧c\n");
	check("a tick of Wingdings, as w:sym and as a character",
	      P("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" FONT(
		      "Wingdings", "\xef\x82\xa8")),
	      "☑☐\n");
	check("a no-break hyphen",
	      P("<w:r>" T("1") "<w:noBreakHyphen/>" T("24") "</w:r>"),
	      "1-24\n");
	check("tab, break, carriage return, w:ptab",
	      P("<w:r>" T("a") "<w:tab/>" T("b") "<w:br/>" T("c") "<w:cr/>" T(
		      "d") "<w:ptab/>" T("e") "</w:r>"),
	      "a\tb\nc\nd\te\n");
	check("runs rejoined", P(R("12") "<w:proofErr/>" R("34") R("5")),
	      "12345\n");
	check("a formula, its figures apart",
	      P("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den>"
		"<m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
	      "1/2\n");
	check("capitals are shown so",
	      P("<w:r><w:rPr><w:caps/></w:rPr>" T("quốc hội") "</w:r>"),
	      "QUỐC HỘI\n");
	check("ruby",
	      P("<w:r><w:ruby><w:rt>" R("b") "</w:rt><w:rubyBase>" R(
		      "a") "</w:rubyBase></w:ruby></w:r>"),
	      "a(b)\n");
	check("another document put in is named",
	      "<w:altChunk r:id='rId9'/>" P(R("x")),
	      "[not read: word/other.htm]\nx\n");
}

static void test_legacy(void)
{
	check("TCVN3 by font",
	      P(FONT(".VnTime", "C\xc2\xb8n b\xc3\xa9 qu\xc2\xb6n l\xc3\xbd")),
	      "Cán bộ quản lý\n");
	check("VNI by font", P(FONT("VNI-Times", "Caùn boä quaûn lyù")),
	      "Cán bộ quản lý\n");
	check("the letter that is a soft hyphen in TCVN3",
	      P("<w:r><w:rPr><w:rFonts w:ascii='.VnTime' "
		"w:hAnsi='.VnTime'/></w:rPr>" T("tr") "<w:softHyphen/>" T(
			"\xc3\xaang") "</w:r>"),
	      "trường\n");
	check("a soft hyphen elsewhere is not seen",
	      P("<w:r>" T("ab") "<w:softHyphen/>" T("cd") "</w:r>"), "abcd\n");
	check("decomposed letters are composed, over runs too",
	      P(R("Tie\xcc\x82\xcc\x81ng Vie") R("\xcc\xa3\xcc\x82t")),
	      "Tiếng Việt\n");
}

/* One document in every kind of package. */
static void test_packages(void)
{
	struct opc *from = package(L("1", "0", "VÀO") P(R("ra")));
	struct buf want = reading(from, 0);
	int kind;

	for (kind = 0; from && kind < KINDS; kind++) {
		struct buf zip = BUF_INIT, got;
		struct vb_error err = {0};
		struct opc *opc = NULL;

		kind_make(&zip, (enum kind)kind, from);
		opc_open_memory(&opc, zip.data, zip.size, "x.docx", &err);
		got = reading(opc, 0);
		is_str(buf_cstr(&got), buf_cstr(&want), kind_names[kind]);
		buf_release(&got);
		opc_free(opc);
		buf_release(&zip);
	}
	buf_release(&want);
	opc_free(from);
}

int main(void)
{
	test_changes();
	test_numbers();
	test_tables();
	test_boxes();
	test_apart();
	test_fields();
	test_controls();
	test_words();
	test_legacy();
	test_packages();
	return done_testing();
}
