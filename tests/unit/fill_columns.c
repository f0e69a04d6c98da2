/* Columns: cells that are repeated, and the grid of their table. */
#include "fill_kit.h"

#define P(x)   "<w:p>" x "</w:p>"
#define T(x)   P("<w:r><w:t>" x "</w:t></w:r>")
#define V(x)   P("<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>")
#define W(w)   "<w:tcPr><w:tcW w:w=\"" w "\" w:type=\"dxa\"/></w:tcPr>"
#define TC(x)  "<w:tc>" x "</w:tc>"
#define TR(x)  "<w:tr>" x "</w:tr>"
#define COL(w) "<w:gridCol w:w=\"" w "\"/>"
#define TBL(g, x) \
	"<w:tbl><w:tblPr/><w:tblGrid>" g "</w:tblGrid>" x "</w:tbl><w:p/>"
#define SPAN(n) "<w:tcPr><w:gridSpan w:val=\"" n "\"/></w:tcPr>"

#define TABLE                                                          \
	TBL(COL("1000") COL("600") COL("400"),                         \
	    TR(TC(W("1000") T("N")) TC(W("600") T(                     \
		    "{{#m|columns}}{{t}}{{/m}}")) TC(W("400") T("S"))) \
		    TR(TC(T("n")) TC(T("{{#m|columns}}") T("{{v}}")    \
					     T("{{/m}}")) TC(T("s"))))

static void test_text(struct kit *k, const struct vb_answers *three,
		      const struct vb_answers *none)
{
	kit_is(k, TABLE, three, true,
	       TBL(COL("1000") COL("200") COL("200") COL("200") COL("400"),
		   TR(TC(W("1000") T("N")) TC(W("200") V("A")) TC(W("200") V(
			   "B")) TC(W("200") V("C")) TC(W("400") T("S")))
			   TR(TC(T("n")) TC(V("1")) TC(V("2")) TC(V("3"))
				      TC(T("s")))),
	       "a cell for each, in each row; the width is shared");
	kit_is(k, TABLE, none, true,
	       TBL(COL("1000") COL("400"),
		   TR(TC(W("1000") T("N")) TC(W("400") T("S")))
			   TR(TC(T("n")) TC(T("s")))),
	       "none: no column");
	kit_is(k, TBL(COL("600"), TR(TC(T("{{#m|columns}}{{t}}{{/m}}")))), none,
	       true, "<w:p/>", "none and no other: no row, no table");
	kit_is(k,
	       TBL(COL("300") COL("600"),
		   TR(TC(T("{{#m|columns}}{{t}}")) TC(T("{{v}}{{/m}}")))),
	       three, true,
	       TBL(COL("100") COL("200") COL("100") COL("200") COL("100")
			   COL("200"),
		   TR(TC(V("A")) TC(V("1")) TC(V("B")) TC(V("2")) TC(V("C"))
			      TC(V("3")))),
	       "groups of columns");
}

static void test_spans(struct kit *k, const struct vb_answers *three,
		       const struct vb_answers *none)
{
	static const char TITLE[] =
		TBL(COL("100") COL("300"),
		    TR(TC(SPAN("2") T("T"))) TR(TC(T("a")) TC(T("over")))
			    TR(TC(T("b")) TC(T("{{#m|columns}}{{t}}{{/m}}"))));

	kit_is(k, TITLE, three, true,
	       TBL(COL("100") COL("100") COL("100") COL("100"),
		   TR(TC(SPAN("4") T("T"))) TR(TC(T("a"))
						       TC(SPAN("3") T("over")))
			   TR(TC(T("b")) TC(V("A")) TC(V("B")) TC(V("C")))),
	       "cells over the columns span them all");
	kit_is(k, TITLE, none, true,
	       TBL(COL("100"), TR(TC(SPAN("1") T("T"))) TR(TC(T("a")) TC(
				       SPAN("1") T("over"))) TR(TC(T("b")))),
	       "also when there are none");
}

static void test_matrix(struct kit *k, const struct vb_answers *matrix)
{
	kit_is(k,
	       TBL(COL("100") COL("200"),
		   TR(TC(T("h")) TC(T("{{#h|columns}}{{.}}{{/h}}"))) TR(
			   TC(T("{{#r}}{{n}}")) TC(T("{{#v|columns}}{{.}}{{/v}}"
						     "{{/r}}")))),
	       matrix, true,
	       TBL(COL("100") COL("100") COL("100"),
		   TR(TC(T("h")) TC(V("x")) TC(V("y")))
			   TR(TC(V("a")) TC(V("1")) TC(V("2")))
				   TR(TC(V("b")) TC(V("3")) TC(V("4")))),
	       "columns in rows: the head has the grid");
}

#define SDT(pr, x)                                         \
	"<w:sdt><w:sdtPr>" pr "</w:sdtPr><w:sdtContent>" x \
	"</w:sdtContent></w:sdt>"

static void test_controls(struct kit *k, const struct vb_answers *three,
			  const struct vb_answers *none)
{
	static const char REPEAT[] = TBL(
		COL("100") COL("300"),
		TR(TC(T("a")) SDT("<w:tag w:val=\"m\"/><w15:repeatingSection/>",
				  SDT("<w15:repeatingSectionItem/>",
				      TC(W("300") T("{{t}}"))))));
	static const char IF[] =
		TBL(COL("100") COL("300"),
		    TR(TC(T("a")) SDT("<w:tag w:val=\"#m\"/>", TC(T("b")))));

	kit_is(k, REPEAT, three, true,
	       TBL(COL("100") COL("100") COL("100") COL("100"),
		   TR(TC(T("a")) TC(W("100") V("A")) TC(W("100") V("B"))
			      TC(W("100") V("C")))),
	       "a repeating control around a cell");
	kit_is(k, IF, none, true, TBL(COL("100"), TR(TC(T("a")))),
	       "a condition around a cell");
}

static void test_faults(struct kit *k)
{
	is_int(kit_open(k, T("{{#m|columns}}a{{/m}}")), VB_TEMPLATE,
	       "columns without cells");
	is_str(buf_cstr(&k->findings),
	       "section-shape/2 m p1: '{{#m}}' and its end must stand in cells "
	       "of one row\n",
	       "are told");
	is_int(kit_open(k, TBL(COL("1") COL("2"),
			       TR(TC(T("{{#m|columns}}a{{/m}}")) TC(T("b")))
				       TR(TC(T("{{#m|columns}}a"))
						  TC(T("{{/m}}"))))),
	       VB_TEMPLATE, "rows that repeat other columns");
	is_str(buf_cstr(&k->findings),
	       "section-shape/2 m p3 t1r2c1: the rows of a table repeat other "
	       "columns\n",
	       "are told");
	is_int(kit_open(k, T("{{#m|row}}a{{/m}}")), VB_TEMPLATE, "other words");
}

int main(void)
{
	struct kit k = {0};
	struct vb_answers *three, *none, *matrix;

	vb_init();
	three = kit_parse(&k, "<m><t>A</t><v>1</v></m><m><t>B</t><v>2</v></m>"
			      "<m><t>C</t><v>3</v></m>");
	none = kit_parse(&k, "");
	matrix = kit_parse(&k, "<h>x</h><h>y</h><r><n>a</n><v>1</v><v>2</v></r>"
			       "<r><n>b</n><v>3</v><v>4</v></r>");
	test_text(&k, three, none);
	test_spans(&k, three, none);
	test_matrix(&k, matrix);
	test_controls(&k, three, none);
	test_faults(&k);
	vb_answers_free(three);
	vb_answers_free(none);
	vb_answers_free(matrix);
	kit_release(&k);
	return done_testing();
}
