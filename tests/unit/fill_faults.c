/* Faults of a template: all of them in one run, each with its place. */
#include "fill_kit.h"

#define P(x)   "<w:p>" x "</w:p>"
#define T(x)   "<w:r><w:t>" x "</w:t></w:r>"
#define TC(x)  "<w:tc>" x "</w:tc>"
#define TR(x)  "<w:tr>" x "</w:tr>"
#define TBL(x) "<w:tbl>" x "</w:tbl>"
#define HEAD \
	"<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>" T("Mục một") "</w:p>"

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title>"
	"<levels><level id=\"th\" label=\"TH\"/></levels><body>"
	"<line><text id=\"x\" label=\"X\"/><text id=\"y\" label=\"Y\"/></line>"
	"<repeat id=\"r\"><line><text id=\"n\" label=\"N\"/></line></repeat>"
	"</body></form>";

/* Compiles and compares all findings and the error. */
static void is_faults(struct kit *k, const char *body, const char *want,
		      const char *what)
{
	int rc = kit_open(k, body);

	is_str(buf_cstr(&k->findings), want, what);
	is_int(rc, strstr(want, "/2 ") ? VB_TEMPLATE : VB_OK, "the code");
}

static void test_tags(struct kit *k)
{
	is_faults(k, HEAD P(T("{{a b}}")) P(T("x {{}} {{X}} {{y")),
		  "bad-tag/2  p2 [Mục một]: '{{a b}}' is no tag\n"
		  "bad-tag/2  p3 [Mục một]: '{{y': '{{' without '}}' in "
		  "its paragraph\n"
		  "bad-tag/2  p3 [Mục một]: '{{}}' is no tag\n"
		  "bad-tag/2  p3 [Mục một]: '{{X}}' is no tag\n",
		  "tags that are none, all of them");
	is_int(k->err.code, VB_TEMPLATE, "the first is the error");
	is_str(k->err.text, "'{{a b}}' is no tag", "its words");
	is_str(k->err.where, "paragraph 2", "its place");
	is_str(k->err.part, "word/document.xml", "its part");
	is_faults(k, P(T("{{{x}}} {{>y}} {{x|up}} {{&amp;x}}")),
		  "bad-partial/2  p1: '{{> y}}': a template from memory has "
		  "no folder to look in\n"
		  "bad-tag/2  p1: '{{{x}}}' values are always escaped; write "
		  "'{{x}}'\n"
		  "bad-filter/2 x p1: 'up' is no filter\n"
		  "bad-tag/2  p1: '{{&x}}' values are always escaped; write "
		  "'{{x}}'\n",
		  "what the language does not have");
}

/* Elements that are empty by the schema go with what a broken file put
 * inside them; found by turning bytes of filled documents. */
static void test_full_empties(struct kit *k)
{
	is_faults(k,
		  P("<w:bookmarkStart w:id=\"1\" w:name=\"vb_x\">"
		    "<w:bookmarkEnd w:id=\"1\"/>" T("a") "</w:bookmarkStart>" T(
			    "{{x}} {{y}}"))
			  P("<w:proofErr>" T("b") "</w:proofErr>" T(
				  "{{#r}}{{n}}{{/r}}")),
		  "", "words inside a bookmark's start and a spelling mark");
}

static void test_sections(struct kit *k)
{
	is_faults(k,
		  P("<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr>"
		    "<w:sdtContent>" T("{{y}}") "</w:sdtContent></w:sdt>"),
		  "section-shape/2  p1: a tag stands inside the control of a "
		  "field\n",
		  "a tag in a control that is a slot");
	is_faults(k, P(T("{{#a}}{{#b}}{{/a}}{{/b}}")) P(T("{{^c}}")),
		  "crossed-section/2 b p1: '{{#b}}' is not closed before the "
		  "section around it\n"
		  "stray-close/2 b p1: '{{/b}}' closes nothing that is open\n"
		  "unclosed-section/2 c p2: '{{^c}}' has no end\n",
		  "sections that do not pair");
	is_faults(k,
		  P(T("{{#a}}")) TBL(TR(TC(P(T("x")) P(T("{{/a}}"))))
					     TR(TC("<w:p/>") TC(P(T("{{!}"))))),
		  "bad-tag/2  p5 t1r2c2: a comment is begun with '{{!' and "
		  "not ended with '}}'\n"
		  "section-shape/2 a p1: '{{#a}}' and its end must stand in "
		  "one paragraph, each alone in a paragraph, or in one table\n",
		  "sections that would tear");
	is_faults(k,
		  TBL(TR(TC(P(T("{{#a}}x"))) TC(P(T("{{/a}}"))))
			      TR(TC(P(T("{{#b}}x"))) TC(P(T("{{/b}}"))))),
		  "", "two rows, two sections: fine");
	is_faults(k,
		  TBL(TR(TC(P(T("{{#a}}x")))) TR(TC(P(T("{{/a}}y"))) TC(
			  P(T("{{#b}}")))) TR(TC(P(T("{{/b}}z"))))),
		  "section-shape/2 a p4 t1r3c1: the section 'a' and another "
		  "one share a row or a paragraph, or are nested too deep\n",
		  "two sections that share a row");
}

static void test_form(struct kit *k)
{
	struct vb_error err = {0};

	if (vb_form_parse(&k->form, FORM, sizeof(FORM) - 1, "f", &err)) {
		ok(false, "the form: %s %s", err.where, err.text);
		return;
	}
	is_faults(k, P(T("{{x}}{{z}}{{x.th}}{{n}}{{r}}")),
		  "unknown-tag/2 z p1: 'z' is no field of the form 'f'\n"
		  "unknown-tag/2 x p1: 'x' has no level 'th'\n"
		  "section-shape/2 r p1: 'r' is a repeat: put '{{#r}}' and "
		  "'{{/r}}' around its fields\n"
		  "tag-outside-repeat/2 n p1: 'n' stands outside the repeat "
		  "'r'\n"
		  "field-without-slot/0 y: the template has no place for 'y'\n"
		  "field-without-slot/0 r: the template has no place for "
		  "'r'\n",
		  "names the form does not know");
	is_faults(
		k,
		P(T("{{x}}{{y}}")) P(T("{{#r}}{{n}}{{/r}}")) P(
			"<w:sdt><w:sdtPr><w:tag w:val=\"old\"/></w:sdtPr>"
			"<w:sdtContent>" T(
				"?") "</w:sdtContent></w:sdt>"
				     "<w:sdt><w:sdtPr><w:tag w:val=\"goog_rdk_1\"/>"
				     "</w:sdtPr><w:sdtContent>" T(
					     "?") "</w:sdtContent></w:sdt>"),
		"unknown-tag/2 old p3: 'old' is no field of the form 'f'\n",
		"a control with a tag that is no field");
	is_faults(k,
		  P(T("{{x}}{{y}}"))
			  P("<w:sdt><w:sdtPr><w:tag w:val=\"x\"/>"
			    "<w15:repeatingSection/></w:sdtPr>"
			    "<w:sdtContent><w:sdt><w:sdtPr>"
			    "<w15:repeatingSectionItem/></w:sdtPr>"
			    "<w:sdtContent>" T("?") "</w:sdtContent></w:sdt>"
						    "</w:sdtContent></w:sdt>")
				  P(T("{{#r}}{{n}}{{/r}}")),
		  "section-shape/2 x p2: 'x' is no repeat, but a repeating "
		  "control has its name\n",
		  "a repeating control of a plain field");
	vb_form_free(k->form);
	k->form = NULL;
}

static void test_parts(void)
{
	struct vb_template *tpl = NULL;
	struct vb_error err = {0};
	struct vb_blob blob;
	struct opc *opc = NULL;

	blob = kit_package("<!DOCTYPE x [<!ENTITY e 'e'>]><w:document " KIT_W
			   "/>");
	opc_open_blob(&opc, &blob, "t.docx", &err);
	is_int(template_compile(&tpl, opc, "t.docx", NULL, NULL, &err), VB_XML,
	       "a DOCTYPE is refused");
	is_str(err.text, "a DOCTYPE is not allowed", "with its words");
	is_str(err.part, "word/document.xml", "and its part");
	opc_free(opc);
	opc = NULL;
	err_clear(&err);
	blob = kit_package("<x/>");
	opc_open_blob(&opc, &blob, "t.docx", &err);
	is_int(template_compile(&tpl, opc, "t.docx", NULL, NULL, &err),
	       VB_DOCUMENT, "another root is refused");
	opc_free(opc);
	opc = NULL;
	err_clear(&err);
	blob = kit_package("<w:document " KIT_W "><w:body>");
	opc_open_blob(&opc, &blob, "t.docx", &err);
	is_int(template_compile(&tpl, opc, "t.docx", NULL, NULL, &err), VB_XML,
	       "XML that ends early is refused");
	opc_free(opc);
}

/* A place is counted as the reader counts it: the VML copy of a text box has
 * the numbers of the box, a joined paragraph none. */
static void test_numbers(struct kit *k)
{
#define MC_NS                                                               \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility" \
	"/2006\""
#define BOX                                                                  \
	"<w:txbxContent><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{box</w:t></w:r>" \
	"</w:p></w:tc></w:tr></w:tbl><w:p/></w:txbxContent>"

	kit_open(k, "<w:p><w:r><mc:AlternateContent " MC_NS "><mc:Choice "
		    "Requires=\"wps\">" BOX "</mc:Choice><mc:Fallback>" BOX
		    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
		    "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
		    "<w:r><w:t>{{four</w:t></w:r></w:p>"
		    "<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{five</w:t></w:r>"
		    "</w:p></w:tc></w:tr></w:tbl>");
	ok(strstr(buf_cstr(&k->findings), " p2 t1r1c1: '{{box'"), "a box");
	ok(!strstr(buf_cstr(&k->findings), " p6"), "its copy is not counted");
	ok(strstr(buf_cstr(&k->findings), " p4: '{{four'"), "behind it");
	ok(strstr(buf_cstr(&k->findings), " p5 t2r1c1: '{{five'"),
	   "behind a paragraph that is joined, and in the second table");
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	test_tags(&k);
	test_full_empties(&k);
	test_sections(&k);
	test_form(&k);
	test_parts();
	test_numbers(&k);
	kit_release(&k);
	return done_testing();
}
