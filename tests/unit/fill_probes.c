/* What other engines get wrong, row by row as they were measured: each is
 * right here. Named after the rows. */
#include "fill_pack.h"

#define P(x)	"<w:p>" x "</w:p>"
#define T(x)	"<w:r><w:t>" x "</w:t></w:r>"
#define V(x)	"<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define B(x)	"<w:r><w:rPr><w:b/></w:rPr><w:t>" x "</w:t></w:r>"
#define LOOP(x) P(T("{{#g}}")) x P(T("{{/g}}"))
#define NONE(x) P(T("{{#no}}")) x P(T("{{/no}}"))
#define SECT	"<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>"
#define TC(x)                                                              \
	"<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>" x "</" \
	"w:tc>"
#define TR(x) "<w:tr>" x "</w:tr>"
#define TBL(x)                                                                \
	"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9000\"/></w:tblGrid>" x \
	"</w:tbl>"
#define SDT(x)                                              \
	"<w:sdt><w:sdtPr><w:alias w:val=\"Ô\"/></w:sdtPr>" \
	"<w:sdtContent>" x "</w:sdtContent></w:sdt>"

/* The words of a body; "|" between paragraphs. */
static const char *words(struct kit *k, int part)
{
	static char out[4096];
	char *xml = pack_part_of(k, part);
	const char *at = xml;
	size_t n = 0;

	while ((at = strpbrk(at, "<")) && n < sizeof(out) - 200) {
		if (strncmp(at, "<w:t>", 5) == 0 ||
		    strncmp(at, "<w:t ", 5) == 0) {
			int size;

			at = strchr(at, '>') + 1;
			size = (int)strcspn(at, "<");
			n += (size_t)snprintf(out + n, sizeof(out) - n, "%.*s",
					      size < 90 ? size : 90, at);
		} else if (strncmp(at, "</w:p>", 6) == 0) {
			out[n++] = '|';
		}
		at++;
	}
	out[n] = '\0';
	free(xml);
	return out;
}

static void body_says(struct kit *k, const struct vb_answers *a,
		      const char *body, const char *want, const char *name,
		      const char *what)
{
	struct pack pack = {{[PACK_BODY] = body}};

	if (!pack_fill(k, &pack, a, true, name))
		ok(false, "%s", what);
	else
		is_str(words(k, PACK_BODY), want, what);
}

static void test_places(struct kit *k, const struct vb_answers *a)
{
	body_says(k, a, P(T("{") B("{") T("t") B("}}")) SECT, "Một|",
		  "split-runs", "a tag split over runs");
	body_says(k, a,
		  P(T("{{") "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/>" T(
			  "t") "<w:bookmarkEnd w:id=\"1\"/>" T("}}")) SECT,
		  "Một|", "bookmark-inside", "a bookmark inside a tag");
	body_says(k, a, P(SDT(T("{{t}}"))) SECT, "Một|", "sdt-inline",
		  "in a control in a line");
	body_says(k, a, SDT(P(T("{{t}}"))) SECT, "Một|", "sdt-block",
		  "in a control around a paragraph");
	body_says(k, a,
		  P("<w:hyperlink w:anchor=\"x\">" T("{{t}}") "</w:hyperlink>")
			  SECT,
		  "Một|", "hyperlink", "in a link");
	body_says(k, a,
		  P("<w:ins w:id=\"1\" w:author=\"A\">" T("{{t}}") "</w:ins>")
			  SECT,
		  "Một|", "ins", "in an insertion");
	body_says(k, a,
		  P("<w:fldSimple w:instr=\" REF x \">" T(
			  "{{t}}") "</w:fldSimple>") SECT,
		  "Một|", "field", "in a field");
	body_says(k, a,
		  P("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
		    "<w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/>"
		    "<wp:docPr id=\"1\" name=\"h\"/><a:graphic><a:graphicData "
		    "uri=\"http://schemas.microsoft.com/office/word/2010/"
		    "wordprocessingShape\"><wps:wsp><wps:cNvSpPr/><wps:spPr/>"
		    "<wps:txbx><w:txbxContent>" P(
			    T("{{t}}")) "</w:txbxContent></wps:txbx>"
					"<wps:bodyPr/></wps:wsp>"
					"</a:graphicData></a:graphic>"
					"</wp:inline></w:drawing></mc:Choice>"
					"<mc:Fallback><w:pict><v:shape "
					"id=\"s\"><v:textbox>"
					"<w:txbxContent>" P(
						T("{{t}}")) "</w:txbxContent>"
							    "</v:textbox>"
							    "</v:shape>"
							    "</w:pict>"
							    "</mc:Fallback>"
							    "</mc:"
							    "AlternateContent>"
							    "</w:r>") SECT,
		  "Một|Một||", "text-box", "in both copies of a text box");
}

static void test_parts(struct kit *k, const struct vb_answers *a)
{
	struct pack pack = {
		{[PACK_BODY] = P(T(
			 "a") "<w:r><w:footnoteReference "
			      "w:id=\"2\"/></w:r><w:r>"
			      "<w:endnoteReference w:id=\"2\"/>"
			      "</w:r><w:r><w:commentReference "
			      "w:id=\"0\"/></w:r>") "<w:sectPr><w:headerReference w:type=\"default\" "
						    "r:id=\"rId7\"/></w:sectPr>",
		 [PACK_FOOTNOTES] = "<w:footnote w:id=\"2\">" P(
			 T("{{t}}")) "</w:footnote>",
		 [PACK_ENDNOTES] =
			 "<w:endnote w:id=\"2\">" P(T("{{t}}")) "</w:endnote>",
		 [PACK_COMMENTS] = "<w:comment w:id=\"0\" w:author=\"A\">" P(
			 T("{{t}}")) "</w:comment>",
		 [PACK_HEADER] = P(T("{{t}}"))}};

	if (!pack_fill(k, &pack, a, true, "parts"))
		ok(false, "fills");
	is_str(words(k, PACK_FOOTNOTES), "Một|", "a footnote");
	is_str(words(k, PACK_ENDNOTES), "Một|", "an endnote");
	is_str(words(k, PACK_COMMENTS), "Một|", "a comment");
	is_str(words(k, PACK_HEADER), "Một|", "a header");
}

static void test_values(struct kit *k)
{
	struct vb_answers *a = kit_answers("t= Phòng GD & ĐT <5 ;u=a\002b");

	body_says(k, a, P(T("[{{t}}]")) SECT, "[ Phòng GD &amp; ĐT &lt;5 ]|",
		  "blanks", "blanks at the ends are kept, & and < are words");
	is_int(pack_count(k, PACK_BODY, "<w:t xml:space=\"preserve\"> Ph"), 1,
	       "with xml:space");
	ok(kit_open(k, P(T("{{u}}"))) == VB_OK &&
		   kit_fill(k, a, true) == VB_ANSWERS,
	   "control characters are refused");
	is_str(k->err.text, "'u' holds a character that XML forbids (byte 2)",
	       "and told");
	vb_answers_free(a);
}

static void test_empty(struct kit *k, const struct vb_answers *a)
{
	struct pack pack = {{0}};

	body_says(k, a,
		  P(T("a")) TBL(TR(TC(P(T("{{#no}}x"))) TC(P(T("{{/no}}")))))
			  P(T("b")) SECT,
		  "a|b|", "row-none",
		  "row loop, no items, no other row: no table");
	is_int(pack_count(k, PACK_BODY, "w:tbl"), 0, "nothing of it");
	pack.at[PACK_BODY] = TBL(TR(TC(NONE(P(T("x")))))) P(T("b")) SECT;
	ok(pack_fill(k, &pack, a, true, "cell-none") &&
		   pack_count(k, PACK_BODY, "</w:tcPr><w:p/></w:tc>") == 1,
	   "a cell filled by a loop of no items has a paragraph");
	pack.at[PACK_BODY] = P(SDT(T("{{#no}}x{{/no}}"))) SDT(NONE(P(T("y"))))
		P(T("b")) SECT;
	ok(pack_fill(k, &pack, a, true, "sdt-none") &&
		   pack_count(k, PACK_BODY, "<w:sdtContent><w:r/>") == 1 &&
		   pack_count(k, PACK_BODY, "<w:sdtContent><w:p/>") == 1,
	   "a control emptied by a condition is refilled");
	pack.at[PACK_BODY] = LOOP(SDT(P(T("{{n}}")))) SECT;
	ok(pack_fill(k, &pack, a, true, "sdt-copies") &&
		   pack_count(k, PACK_BODY, "<w:sdt>") == 3,
	   "three copies of a control for three items");
	body_says(k, a,
		  P(T("a")) NONE(P(T("x"))) P(T("{{#no}}y{{/no}}"))
			  LOOP(P(T("{{n}}"))) P(T("b")) SECT,
		  "a|A|B|C|b|", "no-blank-lines",
		  "no blank line where a condition or a loop stood");
}

static void test_unique(struct kit *k, const struct vb_answers *a)
{
	static const char *const IDS[] = {
		"<wp:docPr id=\"", "w:bookmarkStart w:id=\"", "w:name=\"",
		"<w:id w:val=\"",  "w14:paraId=\"",
	};
	static const char *const WANT[] = {"1000 1001 1002", "1000 1001 1002",
					   "q q_2 q_3",
					   "1000000 1000001 1000002", ""};
	static const char *const WHAT[] = {"docPr", "bookmarks", "their names",
					   "controls", "paragraphs"};
	struct pack pack = {
		{[PACK_BODY] = LOOP(
			 "<w:p w14:paraId=\"00000001\"><w:bookmarkStart "
			 "w:id=\"1\" w:name=\"q\"/><w:sdt><w:sdtPr><w:id "
			 "w:val=\"9\"/></w:sdtPr><w:sdtContent>" T(
				 "{{n}}") "</w:sdtContent></w:sdt>"
					  "<w:bookmarkEnd w:id=\"1\"/><w:r>"
					  "<w:drawing><wp:inline><wp:extent "
					  "cx=\"1\" cy=\"1\"/><wp:docPr "
					  "id=\"1\" name=\"h\"/><a:graphic>"
					  "<a:graphicData uri=\"u\"/>"
					  "</a:graphic></wp:inline></w:drawing>"
					  "</w:r></w:p>") SECT}};
	size_t i;

	if (!pack_fill(k, &pack, a, true, "unique"))
		ok(false, "fills");
	for (i = 0; i < 5; i++)
		is_str(pack_values(k, PACK_BODY, IDS[i]), WANT[i], WHAT[i]);
}

#define DRAWING                                                               \
	"<w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr " \
	"id=\"1\" name=\"h\"/><a:graphic><a:graphicData uri=\"u\"/>"          \
	"</a:graphic></wp:inline></w:drawing></w:r>"
#define COPIED(name)                                                           \
	P("<w:bookmarkStart w:id=\"1\" w:name=\"" name                         \
	  "\"/><w:sdt><w:sdtPr><w:id w:val=\"9\"/></w:sdtPr><w:sdtContent>" T( \
		  "{{t}}") "</w:sdtContent></w:sdt>"                           \
			   "<w:bookmarkEnd w:id=\"1\"/>" DRAWING)

/* A page put together by copying; the header has its own numbers, and one of
 * the body's. */
static void test_copied(struct kit *k, const struct vb_answers *a)
{
	struct pack pack = {
		{[PACK_BODY] = COPIED("a") COPIED("b")
			 P(T("{{#g}}{{n}}{{/g}}")
				   DRAWING) "<w:sectPr><w:headerReference "
					    "w:type=\"default\" "
					    "r:id=\"rId7\"/></w:sectPr>",
		 [PACK_HEADER] = P(T("{{t}}") DRAWING)}};

	if (!pack_fill(k, &pack, a, true, "copied"))
		ok(false, "fills");
	is_str(pack_values(k, PACK_BODY, "<wp:docPr id=\""), "1 1000 1001",
	       "drawings numbered twice in the template");
	is_str(pack_values(k, PACK_HEADER, "<wp:docPr id=\""), "1002",
	       "also over parts");
	is_str(pack_values(k, PACK_BODY, "<w:id w:val=\""), "9 1000000",
	       "controls numbered twice");
	is_str(pack_values(k, PACK_BODY, "w:bookmarkStart w:id=\""), "1 1000",
	       "bookmarks numbered twice");
	is_str(pack_values(k, PACK_BODY, "w:bookmarkEnd w:id=\""), "1 1000",
	       "and where they end");
	is_str(pack_values(k, PACK_BODY, "w:name=\""), "a b", "by their names");
}

static void test_faults(struct kit *k)
{
	kit_open(k, P(T("{{a}} {{/b}}")) P(T("{{#c}}"))
			    TBL(TR(TC(P(T("{{ }}"))))) P(T("{{d")));
	ok(k->err.code == VB_TEMPLATE, "a template with four faults");
	is_str(buf_cstr(&k->findings),
	       "bad-tag/2  p3 t1r1c1: '{{}}' is no tag\n"
	       "bad-tag/2  p4: '{{d': '{{' without '}}' in its paragraph\n"
	       "stray-close/2 b p1: '{{/b}}' closes nothing that is open\n"
	       "unclosed-section/2 c p2: '{{#c}}' has no end\n",
	       "faults reported: all of them, each with its place");
}

/* Two templates opened apart, as on two machines; parts without tags are
 * the bytes they were. */
static void test_bytes(struct kit *k, const struct vb_answers *a)
{
	struct pack pack = {
		{[PACK_BODY] = LOOP(P(T("{{n}}"))) SECT,
		 [PACK_STYLES] = "<w:style w:type=\"paragraph\"   "
				 "w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
				 "</w:style>",
		 [PACK_NUMBERING] = "<w:abstractNum   "
				    "w:abstractNumId=\"0\"/>",
		 [PACK_FOOTNOTES] =
			 "<w:footnote   w:id=\"2\">" P("") "</w:footnote>",
		 [PACK_SETTINGS] = "<w:zoom   w:percent=\"100\"/>",
		 [PACK_HEADER] = "<w:p   />"}};
	static const char *const KEPT[PACK_N] = {
		[PACK_STYLES] = "\"paragraph\"   w:",
		[PACK_NUMBERING] = "abstractNum   w:",
		[PACK_FOOTNOTES] = "footnote   w:",
		[PACK_SETTINGS] = "zoom   w:",
		[PACK_HEADER] = "<w:p   />"};
	struct vb_blob first;
	int i;

	for (i = 0; i < 2; i++) {
		bool plain = i == 1;

		if (!pack_fill(k, &pack, a, plain, "bytes"))
			ok(false, "fills");
		first = k->out;
		memset(&k->out, 0, sizeof(k->out));
		pack_fill(k, &pack, a, plain, "bytes");
		ok(first.size == k->out.size &&
			   memcmp(first.data, k->out.data, first.size) == 0,
		   "byte-identical second run%s", plain ? ", plain" : "");
		vb_blob_release(&first);
	}
	for (i = 0; i < PACK_N; i++)
		if (KEPT[i])
			is_int(pack_count(k, i, KEPT[i]), 1,
			       PACK_PARTS[i].file);
}

/* The edges where peers fail on tags under tracked changes. */
static void test_changes(struct kit *k, const struct vb_answers *a)
{
	body_says(k, a,
		  P(T("{{") "<w:ins w:id=\"1\" w:author=\"A\">" T(
			  "t}}") "</w:ins>") SECT,
		  "Một|", "half-inserted", "half of a tag inserted");
	body_says(k, a,
		  P(T("{{") "<w:del w:id=\"1\" w:author=\"A\"><w:r>"
			    "<w:delText>old</w:delText></w:r></w:del>" T("t}}"))
			  SECT,
		  "Một|", "deleted-inside", "deleted words inside a tag");
	kit_open(k, P(T("{{t")) P(T("}}")));
	ok(k->err.code == VB_TEMPLATE,
	   "a tag over two paragraphs is a fault, not words");
}

static void test_rows(struct kit *k, const struct vb_answers *a)
{
	body_says(k, a,
		  TBL(TR(TC(P(T("{{#g}}{{n}}{{/g}}")))
				 TC(P(T("{{#g}}{{n}}{{/g}}"))))) P(T("z")) SECT,
		  "ABC|ABC|z|", "loops-beside",
		  "two loops beside each other in a row");
	body_says(k, a,
		  TBL(TR(TC(P(T("{{#g}}{{n}}"))))
			      TR(TC(P(T("{{#i}}{{m}}"))) TC(P(T("{{/i}}"))))
				      TR(TC(P(T("end{{/g}}"))))) P(T("z")) SECT,
		  "A|1|2|end|B|end|C|end|z|", "rows-nested", "rows in rows");
	body_says(k, a, LOOP(P(T("{{n}}")) P("<w:pPr>" SECT "</w:pPr>")) SECT,
		  "A||B||C||", "sections-each", "a section for each item");
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *a;

	vb_init();
	a = kit_parse(&k, "<t>Một</t><g><n>A</n><i><m>1</m></i><i><m>2</m></i>"
			  "</g><g><n>B</n></g><g><n>C</n></g>");
	test_places(&k, a);
	test_parts(&k, a);
	test_values(&k);
	test_empty(&k, a);
	test_unique(&k, a);
	test_copied(&k, a);
	test_faults(&k);
	test_bytes(&k, a);
	test_changes(&k, a);
	test_rows(&k, a);
	vb_answers_free(a);
	kit_release(&k);
	return done_testing();
}
