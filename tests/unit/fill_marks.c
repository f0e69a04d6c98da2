/* The marks of a filled document: exact XML of every kind of slot. */
#include "fill_kit.h"

#define P(x)	     "<w:p>" x "</w:p>"
#define T(x)	     "<w:r><w:t>" x "</w:t></w:r>"
#define V(x)	     "<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define BM(id, name) "<w:bookmarkStart w:id=\"" id "\" w:name=\"" name "\"/>"
#define BE(id)	     "<w:bookmarkEnd w:id=\"" id "\"/>"
#define PR(alias, tag, id)                                                  \
	"<w:sdt><w:sdtPr><w:alias w:val=\"" alias "\"/><w:tag w:val=\"" tag \
	"\"/><w:id w:val=\"" id "\"/>"
#define BIND(n)                                                              \
	"<w:dataBinding w:prefixMappings=\"xmlns:r='urn:vanban:report:1'\" " \
	"w:xpath=\"/r:report[1]/r:shown[1]/r:f[" n "]\" w:storeItemID="      \
	"\"{8A5E1B6C-3D0F-4C52-9B7A-56414E42414E}\"/><w:text/>"
#define IN  "</w:sdtPr><w:sdtContent>"
#define OUT "</w:sdtContent></w:sdt>"
#define SDT(pr, content)                                         \
	"<w:sdt><w:sdtPr>" pr "</w:sdtPr><w:sdtContent>" content \
	"</w:sdtContent></w:sdt>"
#define PLACEHOLDER "<w:placeholder><w:docPart w:val=\"d\"/></w:placeholder>"

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title>"
	"<levels><level id=\"th\" label=\"TH\"/></levels><body>"
	"<line><count id=\"c\" by=\"level\" label=\"Số &lt;lớp&gt;\"/>"
	"<breakdown of=\"c\"/>"
	"<text id=\"x\" label=\"X\"/>"
	"<text id=\"day\" label=\"Ngày\" blank=\"6\"/></line>"
	"<longtext id=\"l\" label=\"L\"/>"
	"<repeat id=\"r\"><line><text id=\"n\" label=\"N\"/></line></repeat>"
	"</body></form>";

static void test_inline(struct kit *k, const struct vb_answers *a,
			const struct vb_answers *none)
{
	static const char CONTROL[] =
		P(SDT("<w:tag w:val=\"c\"/><w:id w:val=\"5\"/>"
		      "<w:lock w:val=\"sdtLocked\"/>" PLACEHOLDER
		      "<w:showingPlcHdr/><w:text/>",
		      "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/>"
		      "<w:b/></w:rPr><w:t>..</w:t></w:r>"));

	kit_is(k, CONTROL, a, false,
	       P(BM("1000", "vb_c") PR(
		       "Số &lt;lớp&gt;", "c",
		       "1000000") "<w:lock w:val=\"sdtLocked\"/>" PLACEHOLDER
			 BIND("1") IN "<w:r><w:rPr><w:b/></w:rPr>"
				      "<w:t xml:space=\"preserve\">1.234</w:t>"
				      "</w:r>" OUT BE("1000")),
	       "a control: its lock, placeholder and look are kept");
	kit_is(k, CONTROL, none, false,
	       P(BM("1000", "vb_c") PR(
		       "Số &lt;lớp&gt;", "c",
		       "1000000") "<w:lock w:val=\"sdtLocked\"/>" PLACEHOLDER
				  "<w:showingPlcHdr/>" BIND("1") IN
		 "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/>"
		 "<w:b/></w:rPr><w:t>..</w:t></w:r>" OUT BE("1000")),
	       "unanswered: the placeholder stays");
	kit_is(k, P(T("{{c.th}}%")), a, false,
	       P(BM("1000", "vb_c__th") PR("Số &lt;lớp&gt;", "c.th", "1000000")
			 BIND("1") IN V("7") OUT BE("1000") V("%")),
	       "a text tag becomes the same marks");
	kit_is(k, P(T("{{x}}")), a, false,
	       P(BM("1000", "vb_x") PR(
		       "X", "x",
		       "1000000") "<w:text/>" IN
				  "<w:r><w:t xml:space=\"preserve\">a</w:t><w:tab/>"
				  "<w:t xml:space=\"preserve\"> &amp;&lt;b</w:t></w:r>" OUT
					  BE("1000")),
	       "words that LibreOffice would lose the part by are not bound");
	kit_is(k, P(T("{{c.th}}{{c.th}}")), a, false,
	       P(BM("1000", "vb_c__th") PR("Số &lt;lớp&gt;", "c.th", "1000000")
			 BIND("1") IN V("7") OUT BE("1000")
				 PR("Số &lt;lớp&gt;", "c.th", "1000001")
					 BIND("1") IN V("7") OUT),
	       "the second place of a value shares its binding, not its "
	       "bookmark");
	kit_is(k, CONTROL, a, true,
	       P("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">1.234"
		 "</w:t></w:r>"),
	       "plain: the words only");
}

static void test_empty(struct kit *k, const struct vb_answers *empty)
{
	kit_is(k, P(T("{{x}}")), empty, false,
	       P(BM("1000", "vb_x") PR("X", "x", "1000000") BIND("1") IN V("")
			 OUT BE("1000")),
	       "answered with nothing: an empty control");
	kit_is(k,
	       P(SDT("<w:tag w:val=\"day\"/><w:text/>",
		     "<w:r><w:t>      </w:t></w:r>")),
	       empty, false,
	       P(BM("1000", "vb_day") PR(
		       "Ngày", "day", "1000000") "<w:showingPlcHdr/>" BIND("1")
			 IN "<w:r><w:t>      </w:t></w:r>" OUT BE("1000")),
	       "a stamp's blank stays wide");
}

static void test_rows(struct kit *k, const struct vb_answers *a)
{
	kit_is(k, P(T("{{#r}}{{n}}{{/r}}")), a, false,
	       P(BM("1000", "vb_n__r1") PR("N", "n", "1000000") BIND("1")
			 IN V("A") OUT BE("1000") BM("1001", "vb_n__r2")
				 PR("N", "n", "1000001") BIND("2") IN V("B")
					 OUT BE("1001")),
	       "rows: each value its own marks");
	kit_is(k,
	       "<w:sdt><w:sdtPr><w:tag w:val=\"r\"/><w15:repeatingSection/>"
	       "</w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w:id w:val=\"3\"/>"
	       "<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>" P(SDT(
		       "<w:tag w:val=\"n\"/>",
		       T("?"))) "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
	       a, true, P(V("A")) P(V("B")),
	       "a repeating control is unwrapped");
}

static void test_condition(struct kit *k, const struct vb_answers *a,
			   const struct vb_answers *none)
{
#define IF(tag, what) SDT("<w:tag w:val=\"" tag "\"/><w:id w:val=\"9\"/>", what)
	kit_is(k, IF("^x", P(T("Nêu"))) IF("#x", P(T("Có"))) P(T("z")), a, true,
	       P(T("Có")) P(T("z")), "conditions around paragraphs: answered");
	kit_is(k, IF("^x", P(T("Nêu"))) IF("#x", P(T("Có"))) P(T("z")), none,
	       true, P(T("Nêu")) P(T("z")),
	       "conditions around paragraphs: not answered");
	kit_is(k, P(T("a ") IF("^x", T("(nêu)")) T(" b")), none, true,
	       P(T("a ") T("(nêu)") T(" b")), "a condition in a line");
	kit_is(k, P(T("a ") IF("^x", T("(nêu)")) T(" b")), a, true,
	       P(T("a ") T(" b")), "a condition in a line, not met");
	kit_is(k,
	       "<w:tbl><w:tblPr/><w:tblGrid/>" IF(
		       "^x",
		       "<w:tr><w:tc>" P(T(
			       "1")) "</w:tc></w:tr>") "<w:tr><w:tc>" P(T("2")) "</w:tc></w:tr></w:tbl>",
	       a, true,
	       "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" P(
		       T("2")) "</w:tc></w:tr></w:tbl>",
	       "a condition around a row, not met");
}

#define LPR PR("L", "l", "1000000")

static void test_block(struct kit *k, const struct vb_answers *a,
		       const struct vb_answers *none)
{
	static const char BLOCK[] =
		SDT("<w:tag w:val=\"l\"/><w:showingPlcHdr/>",
		    "<w:p w14:paraId=\"7\"><w:pPr><w:jc w:val=\"both\"/>"
		    "</w:pPr><w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr>"
		    "<w:t>…</w:t></w:r></w:p>");

#define POPEN "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>"
#define RUN(pr, x)                                                 \
	"<w:r><w:rPr>" pr "</w:rPr><w:t xml:space=\"preserve\">" x \
	"</w:t></w:r>"
	kit_is(k, BLOCK, a, false,
	       LPR "<w:docPartObj/>" IN POPEN BM("1000", "vb_l")
		       RUN("<w:sz w:val=\"28\"/>", "Một ") RUN(
			       "<w:b/><w:bCs/><w:sz w:val=\"28\"/>", "hai")
			       BE("1000") "</w:p>" POPEN BM("1001", "vb_l__z")
				       RUN("<w:i/><w:iCs/>"
					   "<w:sz w:val=\"28\"/>"
					   "<w:u w:val=\"single\"/>",
					   "ba") BE("1001") "</w:p>" OUT,
	       "a long text: paragraphs of the model");
	kit_is(k, BLOCK, none, false,
	       LPR "<w:showingPlcHdr/>" IN POPEN BM(
		       "1000",
		       "vb_l") "<w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr>"
			       "<w:t>…</w:t></w:r>" BE("1000") "</w:p>" OUT,
	       "a long text unanswered");
	kit_is(k, P("<w:pPr><w:ind/></w:pPr>" T(" {{l}} ")), a, true,
	       "<w:p><w:pPr><w:ind/></w:pPr>" V(
		       "Một ") "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>"
			       "<w:t xml:space=\"preserve\">hai</w:t></w:r></w:p>"
			       "<w:p><w:pPr><w:ind/></w:pPr><w:r><w:rPr><w:i/>"
			       "<w:iCs/><w:u w:val=\"single\"/></w:rPr>"
			       "<w:t xml:space=\"preserve\">ba</w:t></w:r></w:p>",
	       "a text tag alone in its paragraph: paragraphs");
	kit_is(k, P(T("{{x}}: {{l}}")), none, true,
	       P(V("\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
		   "\u2026\u2026\u2026") V(": ")
			 V("\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
			   "\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
			   "\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
			   "\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
			   "\u2026\u2026\u2026\u2026\u2026\u2026\u2026"
			   "\u2026")),
	       "leaders by type");
}

static void test_report(struct kit *k, const struct vb_answers *a)
{
	char *part;

	kit_open(k, P(T("{{x}}{{c.th}}{{#r}}{{n}}{{/r}}")));
	is_int(kit_fill(k, a, false), VB_OK, "fills");
	part = kit_part(k, "customXml/item1.xml");
	is_str(part,
	       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	       "<report xmlns=\"urn:vanban:report:1\" form=\"f\" version=\"2\""
	       " unit=\"U1\"><names><n id=\"c\" level=\"th\"/>"
	       "<n id=\"n\" row=\"1\"/><n id=\"n\" row=\"2\"/></names>"
	       "\n<shown><f>7</f><f>A</f><f>B</f></shown>\n"
	       "<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" "
	       "version=\"2\" unit=\"U1\">\n"
	       "  <c>1234</c>\n  <c level=\"th\">7</c>\n"
	       "  <x>a\t &amp;&lt;b</x>\n"
	       "  <l>\n    <p>Một <b>hai</b></p>\n"
	       "    <p><i><u>ba</u></i></p>\n  </l>\n"
	       "  <r>\n    <n>A</n>\n  </r>\n  <r>\n    <n>B</n>\n  </r>\n"
	       "</answers>\n</report>\n",
	       "the report part");
	free(part);
	part = kit_part(k, "docProps/custom.xml");
	ok(part &&
		   strstr(part, "pid=\"2\" name=\"vanban.form\">"
				"<vt:lpwstr>f</vt:lpwstr>") &&
		   strstr(part, "pid=\"4\" name=\"vanban.unit\">"
				"<vt:lpwstr>U1</vt:lpwstr>"),
	   "the custom properties");
	free(part);
}

/* A filled document is a template too: its marks are replaced. */
static void test_again(struct kit *k, const struct vb_answers *a,
		       const struct vb_answers *none)
{
	struct vb_blob first = {0};
	struct opc *opc = NULL;
	char *part, *again;

	kit_open(k, P(T("{{x}}")) P(T("{{l}}")));
	kit_fill(k, a, false);
	part = kit_part(k, "word/document.xml");
	first = k->out;
	k->out.data = NULL;
	opc_open_memory(&opc, first.data, first.size, "first", NULL);
	vb_template_free(k->tpl);
	k->tpl = NULL;
	is_int(template_compile(&k->tpl, opc, "first", k->form, NULL, &k->err),
	       VB_OK, "a filled document compiles");
	is_str(vb_template_form_id(k->tpl), "f", "and tells its form");
	opc_free(opc);
	kit_fill(k, a, false);
	again = kit_part(k, "word/document.xml");
	is_str(again, part, "filling it again gives the same page");
	free(again);
	again = kit_part(k, "customXml/item2.xml");
	ok(!again, "and no report part more");
	free(again);
	kit_fill(k, none, false);
	again = kit_part(k, "word/document.xml");
	ok(again && !strstr(again, "hai") && strstr(again, "…"),
	   "an unanswered field loses the old answer");
	free(again);
	kit_fill(k, a, true);
	again = kit_part(k, "customXml/item1.xml");
	ok(!again, "plain: no report part");
	free(again);
	again = kit_part(k, "docProps/custom.xml");
	ok(again && !strstr(again, "vanban"), "plain: no properties");
	free(again);
	free(part);
	vb_blob_release(&first);
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *a, *none, *empty;
	struct vb_error err = {0};

	vb_init();
	if (vb_form_parse(&k.form, FORM, sizeof(FORM) - 1, "f", &err))
		printf("# %s %s\n", err.where, err.text);
	a = kit_parse(&k,
		      "<c>1234</c><c level=\"th\">7</c><x>a\t &amp;&lt;b</x>"
		      "<l><p>Một <b>hai</b></p><p><i><u>ba</u></i></p></l>"
		      "<r><n>A</n></r><r><n>B</n></r>");
	none = kit_parse(&k, "");
	empty = kit_parse(&k, "<x/><day/>");
	test_inline(&k, a, none);
	test_empty(&k, empty);
	test_rows(&k, a);
	test_condition(&k, a, none);
	test_block(&k, a, none);
	test_report(&k, a);
	test_again(&k, a, none);
	vb_answers_free(a);
	vb_answers_free(none);
	vb_answers_free(empty);
	kit_release(&k);
	return done_testing();
}
