/* Sections: what repeats, what goes, and what is never left empty. */
#include "fill_kit.h"

#define P(x)   "<w:p>" x "</w:p>"
#define V(x)   "<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define T(x)   "<w:r><w:t>" x "</w:t></w:r>"
#define TC(x)  "<w:tc>" x "</w:tc>"
#define TR(x)  "<w:tr>" x "</w:tr>"
#define GRID   "<w:tblPr/><w:tblGrid/>"
#define TBL(x) "<w:tbl>" GRID x "</w:tbl>"
#define BLANK                                                            \
	V("\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6" \
	  "\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6" \
	  "\xe2\x80\xa6\xe2\x80\xa6")

static void test_blocks(struct kit *k, const struct vb_answers *a)
{
	kit_is(k, P(T("{{#r}}")) P(T("{{n}}.")) P(T("{{/r}}")) P(T("z")), a,
	       true, P(V("A") V(".")) P(V("B") V(".")) P(T("z")),
	       "tags alone: the paragraphs between, their own gone");
	kit_is(k, P(T("{{#r}}{{n}}, {{/r}}")), a, true,
	       P(V("A") V(", ") V("B") V(", ")), "one paragraph: in the line");
	kit_is(k, P(T("{{#r}}a")) P(T("{{n}}{{/r}}")), a, true,
	       P(V("a")) P(V("A")) P(V("a")) P(V("B")),
	       "at the ends of paragraphs: the paragraphs");
	kit_is(k, P(T("{{#r}}{{#t}}")) P(T("{{n}}")) P(T("{{/t}}{{/r}}")), a,
	       true, P(V("A")) P(V("B")), "two tags in one paragraph, nested");
	kit_is(k,
	       P(T("{{#t}}")) P(T("1")) P(T("{{/t}}{{#no}}")) P(T("2"))
		       P(T("{{/no}}{{^no}}")) P(T("3")) P(T("{{/no}}")),
	       a, true, P(T("1")) P(T("3")), "an end and a begin together");
	kit_is(k, P(T("{{#no}}x{{/no}}{{^no}}y{{/no}}")), a, true, P(V("y")),
	       "a section and its else");
	kit_is(k,
	       P("<w:pPr><w:ind/></w:pPr>" T("{{#no}}x{{/no}}"))
		       P(T("{{#no}}x{{/no}}."))
			       TBL(TR(TC(P("<w:pPr><w:ind/></w:pPr>" T(
				       "{{#no}}x{{/no}}"))))),
	       a, true, P(V(".")) TBL(TR(TC(P("<w:pPr><w:ind/></w:pPr>")))),
	       "no blank line where a condition stood");
	kit_is(k, P(T("{{#zero}}x{{/zero}}{{#f}}y{{/f}}{{^e}}z{{/e}}")), a,
	       true, P(V("x") V("z")), "0 is true; false and empty are false");
	kit_is(k, P(T("{{t}}{{#r}}{{t}}{{n}}{{/r}}")), a, true,
	       P(V("1") V("1") V("A") V("1") V("B")),
	       "what a row does not hold is looked for outside");
}

static void test_rows(struct kit *k, const struct vb_answers *a)
{
	kit_is(k,
	       TBL(TR(TC(P(T("N"))))
			   TR(TC(P(T("{{#r}}{{n}}"))) TC(P(T("{{m}}{{/r}}"))))),
	       a, true,
	       TBL(TR(TC(P(T("N")))) TR(TC(P(V("A"))) TC(P(V("1"))))
			   TR(TC(P(V("B"))) TC(P(V("2"))))),
	       "tags in the first and the last cell: the row");
	kit_is(k, TBL(TR(TC(P(T("{{#r}}{{/r}}"))) TC(P(T("{{n}}"))))), a, true,
	       TBL(TR(TC("<w:p/>") TC(P(V("A"))))
			   TR(TC("<w:p/>") TC(P(V("B"))))),
	       "an empty pair in a cell: its row");
	kit_is(k,
	       TBL(TR(TC(P(T("{{#r}}")))) TR(TC(P(T("{{n}}"))))
			   TR(TC(P(T("{{m}}")))) TR(TC(P(T("{{/r}}"))))),
	       a, true,
	       TBL(TR(TC(P(V("A")))) TR(TC(P(V("1")))) TR(TC(P(V("B"))))
			   TR(TC(P(V("2"))))),
	       "tags alone in their rows: the rows between");
	kit_is(k,
	       TBL(TR(TC(P(T("N"))))
			   TR(TC(P(T("{{#no}}x{{n}}"))) TC(P(T("{{/no}}"))))),
	       a, true, TBL(TR(TC(P(T("N"))))), "no rows: the header stays");
	kit_is(k, P(T("a")) TBL(TR(TC(P(T("{{#no}}x"))) TC(P(T("{{/no}}"))))),
	       a, true, P(T("a")), "no row at all: the table goes");
	kit_is(k,
	       TBL(TR(TC(TBL(TR(TC(P(T("{{#no}}x"))) TC(P(T("{{/no}}")))))))),
	       a, true, TBL(TR(TC("<w:p/>"))),
	       "a cell that loses its table has a paragraph");
	kit_is(k, TBL(TR(TC(P(T("{{#no}}")) P(T("x")) P(T("{{/no}}"))))), a,
	       true, TBL(TR(TC("<w:p/>"))),
	       "a cell that loses its paragraphs has one");
	kit_is(k,
	       TBL(TR(TC(TBL(TR(TC(P(T("i"))))) P(T("{{#no}}")) P(T("x"))
				 P(T("{{/no}}"))))),
	       a, true, TBL(TR(TC(TBL(TR(TC(P(T("i"))))) "<w:p/>"))),
	       "a cell never ends with a table");
	kit_is(k,
	       P("<w:sdt><w:sdtPr><w:tag w:val=\"Foreign Tag\"/></w:sdtPr>"
		 "<w:sdtContent>" T(
			 "{{#no}}x{{/no}}") "</w:sdtContent></w:sdt>"),
	       a, true,
	       P("<w:sdt><w:sdtPr><w:tag w:val=\"Foreign Tag\"/></w:sdtPr>"
		 "<w:sdtContent><w:r/></w:sdtContent></w:sdt>"),
	       "a control never ends up empty");
	kit_is(k,
	       P("<w:sdt><w:sdtPr/><w:sdtContent>" T(
		       "{{! c}}") "</w:sdtContent></w:sdt>"),
	       a, true,
	       P("<w:sdt><w:sdtPr/><w:sdtContent><w:r/></w:sdtContent>"
		 "</w:sdt>"),
	       "nor one whose tags have gone");
}

#define PAGE	 "<w:r><w:br w:type=\"page\"/></w:r>"
#define SECT	 "<w:pPr><w:sectPr><w:pgSz w:w=\"9\"/></w:sectPr></w:pPr>"
#define MERGE(v) "<w:tcPr><w:vMerge" v "/></w:tcPr>"

/* Pages and sections of pages, merged cells, tags in the paragraphs of cells.
 */
static void test_pages(struct kit *k, const struct vb_answers *a)
{
	kit_is(k, P(T("{{#r}}")) P(T("{{n}}")) P(PAGE T("{{/r}}")), a, true,
	       P(V("A")) P(PAGE) P(V("B")) P(PAGE),
	       "a page break beside a tag is in the section");
	kit_is(k,
	       P(T("{{#r}}")) P(T("{{n}}"))
		       P(T("{{^-last}}") PAGE T("{{/-last}}")) P(T("{{/r}}")),
	       a, true, P(V("A")) P(PAGE) P(V("B")),
	       "none behind the last: no empty page");
	kit_is(k, P(T("{{#r}}")) P(T("{{n}}")) P(SECT T("{{/r}}")) P(T("z")), a,
	       true, P(V("A")) P(SECT) P(V("B")) P(SECT) P(T("z")),
	       "section properties are repeated");
	kit_is(k, P(T("{{#no}}")) P(T("{{n}}")) P(SECT T("{{/no}}")) P(T("z")),
	       a, true, P(T("z")), "or go");
	kit_is(k,
	       TBL(TR(TC(MERGE(" w:val=\"restart\"") P(T("{{#r}}{{n}}")))
			      TC(P(T("1"))))
			   TR(TC(MERGE("") P("")) TC(P(T("{{m}}{{/r}}"))))),
	       a, true,
	       TBL(TR(TC(MERGE(" w:val=\"restart\"") P(V("A"))) TC(P(T("1"))))
			   TR(TC(MERGE("") "<w:p/>") TC(P(V("1")))) TR(
				   TC(MERGE(" w:val=\"restart\"") P(V("B")))
					   TC(P(T("1"))))
				   TR(TC(MERGE("") "<w:p/>") TC(P(V("2"))))),
	       "cells merged down a group of rows");
	kit_is(k,
	       TBL(TR(TC(P(T("{{#r}}")) P(T("{{n}}")))
			      TC(P(T("{{m}}")) P(T("{{/r}}"))))),
	       a, true,
	       TBL(TR(TC(P(V("A"))) TC(P(V("1"))))
			   TR(TC(P(V("B"))) TC(P(V("2"))))),
	       "tags in paragraphs of their own leave no line in the cell");
	kit_is(k,
	       TBL(TR(TC(P("<w:pPr><w:numPr/></w:pPr>" T("{{#r}}{{n}}")) P(
		       "<w:pPr><w:numPr/></w:pPr>" T("{{m}}{{/r}}"))))),
	       a, true,
	       TBL(TR(TC(P("<w:pPr><w:numPr/></w:pPr>" V("A")) P(
		       "<w:pPr><w:numPr/></w:pPr>" V("1"))
				 P("<w:pPr><w:numPr/></w:pPr>" V("B")) P(
					 "<w:pPr><w:numPr/></w:pPr>" V("2"))))),
	       "items of a list in a cell");
}

/* As deep as sections may go, and one more. */
static void test_depth(struct kit *k, const struct vb_answers *a)
{
	struct buf body = BUF_INIT, want = BUF_INIT;
	int n, i;

	for (n = FILL_DEPTH_MAX; n <= FILL_DEPTH_MAX + 1; n++) {
		buf_clear(&body);
		for (i = 0; i < n; i++)
			buf_adds(&body, P(T("{{#t}}")));
		buf_adds(&body, P(T("x")));
		for (i = 0; i < n; i++)
			buf_adds(&body, P(T("{{/t}}")));
		if (n == FILL_DEPTH_MAX)
			kit_is(k, buf_cstr(&body), a, true, P(T("x")),
			       "64 sections in each other");
		else
			is_int(kit_open(k, buf_cstr(&body)), VB_TEMPLATE,
			       "not 65");
	}
	buf_adds(&want, "section-shape/2 t p65: '{{#t}}' is nested too deep\n");
	is_int(strncmp(buf_cstr(&k->findings), buf_cstr(&want), want.size), 0,
	       "that is told");
	buf_release(&body);
	buf_release(&want);
}

#define WRITTEN "<a:graphic><a:graphicData uri=\"u\"/></a:graphic>"
#define GRAPHIC \
	"<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"u\"/></a:graphic>"

static void test_ids(struct kit *k, const struct vb_answers *a)
{
	kit_is(k,
	       P(T("{{#r}}")) "<w:p w14:paraId=\"1\" w14:textId=\"2\">"
			      "<w:bookmarkStart w:id=\"5\" w:name=\"q\"/>" T(
				      "{{n}}") "<w:bookmarkEnd w:id=\"5\"/><w:r><w:drawing>"
					       "<wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"7\" name=\"p\"/>" GRAPHIC
					       "</wp:inline></w:drawing></w:r></w:p>" P(
						       T("{{/r}}")),
	       a, true,
	       P("<w:bookmarkStart w:id=\"1000\" w:name=\"q\"/>" V(
		       "A") "<w:bookmarkEnd w:id=\"1000\"/><w:r><w:drawing>"
			    "<wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1000\" name=\"p\"/>" WRITTEN
			    "</wp:inline></w:drawing></w:r>")
		       P("<w:bookmarkStart w:id=\"1001\" w:name=\"q_2\"/>" V(
			       "B") "<w:bookmarkEnd w:id=\"1001\"/><w:r>"
				    "<w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr "
				    "id=\"1001\" name=\"p\"/>" WRITTEN
				    "</wp:inline>"
				    "</w:drawing></w:r>"),
	       "ids of what is repeated");
}

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body>"
	"<repeat id=\"r\" blank-rows=\"2\"><line><text id=\"n\"/></line>"
	"</repeat><repeat id=\"d\"><line><text id=\"d_n\"/></line></repeat>"
	"<repeat id=\"z\" blank-rows=\"0\"><line><text id=\"z_n\"/></line>"
	"</repeat></body></form>";

static void test_form(struct kit *k)
{
	static const char BODY[] = P(T("{{#r}}")) P(T("{{n}}")) P(T("{{/r}}"))
		P(T("{{^r}}none{{/r}}"));
	struct vb_error err = {0};
	struct vb_answers *absent, *empty, *one;

	if (vb_form_parse(&k->form, FORM, sizeof(FORM) - 1, "f", &err)) {
		ok(false, "the form: %s %s", err.where, err.text);
		return;
	}
	absent = kit_parse(k, "");
	empty = kit_parse(k, "<r/>");
	one = kit_parse(k, "<r><n>A</n></r>");
	kit_is(k, BODY, absent, true, P(BLANK) P(BLANK),
	       "unanswered: the form's blank rows, no else");
	kit_is(k, P(T("{{#d}}{{d_n}}{{/d}}")), absent, true, P(BLANK),
	       "one when the form does not say");
	kit_is(k, P(T("{{#z}}")) P(T("{{z_n}}")) P(T("{{/z}}")) P(T("a")),
	       absent, true, P(T("a")), "none when it says 0");
	kit_is(k, P(T("{{#z}}{{z_n}}{{/z}}{{^z}}none{{/z}}")), absent, true,
	       P(V("none")), "and then the else");
	kit_is(k, BODY, one, true, P(V("A")), "a row");
	kit_is(k, BODY, empty, true, P(V("none")),
	       "answered with nothing: no row, the else");
	vb_answers_free(absent);
	vb_answers_free(empty);
	vb_answers_free(one);
}

static const char RELEVANT[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><levels><level id=\"th\" "
	"label=\"TH\"/></levels><body><line>"
	"<choice id=\"has\"><option value=\"co\">C</option>"
	"<option value=\"khong\">K</option></choice>"
	"<text id=\"n\" blank=\"9\" relevant=\"has = 'co'\"/>"
	"<count id=\"c\" by=\"level\" relevant=\"has = 'co'\"/> "
	"<breakdown of=\"c\"/></line><repeat id=\"r\"><line><text id=\"k\"/>"
	"<text id=\"v\" relevant=\"k = 'x'\"/></line></repeat>"
	"</body></form>";

static void test_relevant(struct kit *k)
{
	static const char BODY[] = P(T("{{n}}|{{c.th}}|{{#n}}y{{^}}z{{/n}}"));
	static const char ROWS[] = P(T("{{#r}}[{{v}}{{^v}}-{{/v}}]{{/r}}"))
		P(T("a"));
	struct vb_error err = {0};
	struct vb_answers *no, *yes, *open;

	vb_form_free(k->form);
	k->form = NULL;
	if (vb_form_parse(&k->form, RELEVANT, sizeof(RELEVANT) - 1, "f",
			  &err)) {
		ok(false, "the form: %s %s", err.where, err.text);
		return;
	}
	no = kit_parse(k, "<has>khong</has><n>A</n>"
			  "<r><k>x</k><v>1</v></r><r><k>y</k></r>");
	yes = kit_parse(k, "<has>co</has><n>A</n><c level=\"th\">5</c>");
	open = kit_parse(k, "<c level=\"th\">5</c>");
	kit_is(k, BODY, yes, true, P(V("A") V("|") V("5") V("|") V("y")),
	       "relevant: as it is");
	kit_is(k, BODY, no, true, P(V("A") V("|") V("|") V("z")),
	       "not relevant: no blank and no condition; no answer is lost");
	kit_is(k, BODY, open, true,
	       P(V("\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80"
		   "\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6")
			 V("|") V("5") V("|") V("z")),
	       "not known yet: a blank");
	kit_is(k, ROWS, no, true,
	       P(V("[") V("1") V("]") V("[") V("-") V("]")) P(T("a")),
	       "in each row");
	vb_answers_free(no);
	vb_answers_free(yes);
	vb_answers_free(open);
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *a;

	vb_init();
	a = kit_parse(&k, "<t>1</t><zero>0</zero><f>false</f><e/>"
			  "<r><n>A</n><m>1</m></r><r><n>B</n><m>2</m></r>");
	test_blocks(&k, a);
	test_rows(&k, a);
	test_pages(&k, a);
	test_depth(&k, a);
	test_ids(&k, a);
	test_form(&k);
	test_relevant(&k);
	vb_answers_free(a);
	kit_release(&k);
	return done_testing();
}
