/* fill_merge.c - cells of a repeated row that are merged with the one above
 * when they hold the same: the XML, what is refused, and reading back. */
#include "fill_kit.h"

#define P(x)   "<w:p>" x "</w:p>"
#define T(x)   "<w:r><w:t>" x "</w:t></w:r>"
#define V(x)   "<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define W      "<w:tcW w:w=\"4500\" w:type=\"dxa\"/>"
#define VALIGN "<w:vAlign w:val=\"center\"/>"
#define TC(pr, x) \
	"<w:tc><w:tcPr>" W pr VALIGN "</w:tcPr><w:p>" x "</w:p></w:tc>"
#define BEGINS "<w:vMerge w:val=\"restart\"/>"
#define ON     "<w:vMerge/>"
#define TR(x)  "<w:tr>" x "</w:tr>"
#define TBL(x)                                                             \
	"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4500\"/><w:gridCol " \
	"w:w=\"4500\"/></w:tblGrid>" x "</w:tbl><w:p/>"
#define ROW(x, y)   TR(TC("", T(x)) TC("", T(y)))
#define FIRST(x, y) TR(TC(BEGINS, V(x)) TC("", V(y)))
#define NEXT(y)	    TR(TC(ON, "") TC("", V(y)))

static void test_plain(struct kit *k)
{
	struct vb_answers *a =
		kit_parse(k, "<g><x>A</x><y>1</y></g><g><x>A</x><y>2</y></g>"
			     "<g><x>B</x><y>3</y></g><g><x>A</x><y>4</y></g>");
	struct vb_answers *blank =
		kit_parse(k, "<g><x>A</x><y>1</y></g><g><x/><y>2</y></g>"
			     "<g><x/><y>3</y></g><g><x>a</x><y>4</y></g>"
			     "<g><x>A</x><y>5</y></g>");

	kit_is(k, TBL(ROW("{{#g}}{{x|merge}}", "{{y}}{{/g}}")), a, true,
	       TBL(FIRST("A", "1") NEXT("2") FIRST("B", "3") FIRST("A", "4")),
	       "A A B A: the second goes on with the first");
	kit_is(k, TBL(ROW("{{#g}}{{x|lower|merge}}", "{{y}}{{/g}}")), a, true,
	       TBL(FIRST("a", "1") NEXT("2") FIRST("b", "3") FIRST("a", "4")),
	       "behind other filters");
	kit_is(k, TBL(ROW("{{#g}}{{x|upper|merge}}", "{{y}}{{/g}}")), blank,
	       true,
	       TBL(FIRST("A", "1") TR(TC(BEGINS, "") TC("", V("2")))
			   TR(TC(BEGINS, "") TC("", V("3"))) FIRST("A", "4")
				   FIRST("A", "5")),
	       "nothing is like nothing else; values count, not their words");
	kit_is(k,
	       TBL(TR("<w:tc>" P(T("{{#g}}{{x|merge}}")) "</w:tc>" TC(
		       "", T("{{y}}{{/g}}")))),
	       blank, true,
	       TBL(TR("<w:tc><w:tcPr>" BEGINS
		      "</w:tcPr>" P(V("A")) "</w:tc>" TC(
			      "", V("1"))) TR("<w:tc><w:tcPr>" BEGINS
					      "</w:tcPr>" P("") "</w:tc>" TC(
						      "", V("2")))
			   TR("<w:tc><w:tcPr>" BEGINS
			      "</w:tcPr>" P("") "</w:tc>" TC("", V("3")))
				   TR("<w:tc><w:tcPr>" BEGINS "</w:tcPr>" P(
					   V("a")) "</w:tc>" TC("", V("4")))
					   TR("<w:tc><w:tcPr>" BEGINS
					      "</w:tcPr>" P(V("A")) "</w:tc>" TC(
						      "", V("5")))),
	       "a cell without properties gets some");
	vb_answers_free(a);
	vb_answers_free(blank);
}

static void test_outer(struct kit *k)
{
	struct vb_answers *a = kit_parse(
		k, "<o><g><x>A</x><y>1</y></g><g><x>A</x><y>2</y></g></o>"
		   "<o><g><x>A</x><y>3</y></g><g><x>A</x><y>4</y></g></o>");

	kit_is(k, TBL(ROW("{{#o}}{{#g}}{{x|merge}}", "{{y}}{{/g}}{{/o}}")), a,
	       true, TBL(FIRST("A", "1") NEXT("2") FIRST("A", "3") NEXT("4")),
	       "the items of an outer repeat are parted");
	vb_answers_free(a);
}

static void test_marked(struct kit *k)
{
	struct vb_answers *a = kit_parse(k, "<g><x>A</x><y>1</y></g>"
					    "<g><x>A</x><y>2</y></g>");
	char *xml;

	if (kit_open(k, TBL(ROW("{{#g}}{{x|merge}}", "{{y}}{{/g}}"))) ||
	    kit_fill(k, a, false))
		ok(false, "%s", k->err.text);
	xml = kit_part(k, "word/document.xml");
	ok(xml && strstr(xml, "<w:tag w:val=\"x|merge\"/>"),
	   "the tag keeps the filter");
	ok(xml && strstr(xml, ON VALIGN
			 "</w:tcPr><w:p><w:bookmarkStart w:id=\"1002\" "
			 "w:name=\"vb_x__r2\"/><w:bookmarkEnd w:id=\"1002\"/>"
			 "</w:p></w:tc>"),
	   "a cell that goes on has its bookmark, and no words");
	free(xml);
	vb_answers_free(a);
}

/* What opening a template says. */
static void refuses(struct kit *k, const char *body, const char *want)
{
	kit_open(k, body);
	is_str(buf_cstr(&k->findings), want, body);
}

static void test_faults(struct kit *k)
{
	refuses(k, P(T("{{#g}}{{x|merge}}{{/g}}")),
		"bad-filter/2 x p1: the filter 'merge' of 'x' wants to stand "
		"alone in a cell\n");
	refuses(k, TBL(ROW("{{#g}}xã {{x|merge}}", "{{y}}{{/g}}")),
		"bad-filter/2 x p1 t1r1c1: the filter 'merge' of 'x' wants to "
		"stand alone in a cell\n");
	refuses(k, TBL(ROW("{{#g}}{{x|merge}}{{z}}", "{{y}}{{/g}}")),
		"bad-filter/2 x p1 t1r1c1: the filter 'merge' of 'x' wants to "
		"stand alone in a cell\n");
	refuses(k, TBL(ROW("{{x|merge}}", "{{y}}")),
		"bad-filter/2 x p1 t1r1c1: the filter 'merge' of 'x' wants a "
		"repeat of one row around its cell\n");
	refuses(k, TBL(ROW("{{#g}}{{x|merge}}", "1") ROW("2", "{{y}}{{/g}}")),
		"bad-filter/2 x p1 t1r1c1: the filter 'merge' of 'x' wants a "
		"repeat of one row around its cell\n");
	refuses(k,
		TBL(TR(TC(BEGINS, T("{{#g}}{{x|merge}}"))
			       TC("", T("{{y}}{{/g}}")))),
		"bad-filter/2 x p1 t1r1c1: the filter 'merge' of 'x' wants a "
		"cell that is not merged\n");
	refuses(k, TBL(ROW("{{#g}}{{x|merge 2}}", "{{y}}{{/g}}")),
		"bad-filter/2 x p1 t1r1c1: the filter 'merge' of 'x' wants no "
		"words behind it\n");
}

/* ---- a form ------------------------------------------------------------- */

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\" numbering=\"I.\"><title>Lớp học theo xã</title>"
	"<heading><name>BÁO CÁO</name><subject>Lớp học theo xã</subject>"
	"</heading><body><table><columns><column width=\"40\"/>"
	"<column width=\"40\"/><column width=\"20\"/></columns>"
	"<header><row><cell>Xã</cell><cell>Trường học</cell>"
	"<cell>Số lớp học</cell></row></header>"
	"<repeat id=\"g\" label=\"Trường\"><row>"
	"<cell merge=\"true\"><text id=\"xa\" label=\"Xã\"/></cell>"
	"<cell><text id=\"truong\" label=\"Trường\"/></cell>"
	"<cell merge=\"true\"><count id=\"lop\" label=\"Số lớp\"/></cell>"
	"</row></repeat></table></body></form>";

#define G(xa, truong, lop) \
	"<g><xa>" xa "</xa><truong>" truong "</truong><lop>" lop "</lop></g>"

static const char ROWS[] = G("Hòa Bình", "Trường Một", "3") G(
	"Hòa Bình", "Trường Hai", "3") G("Tân Lâm", "Trường Ba", "3")
	G("Hòa Bình", "Trường Bốn", "5") "<g><truong>Trường Năm</truong></g>";

static void read_back(struct kit *k, const struct vb_answers *a, bool plain)
{
	struct vb_reading *reading = NULL;
	struct vb_blob in = {NULL, 0}, out = {NULL, 0};
	const char *how = plain ? "by words" : "by marks";

	if (kit_fill(k, a, plain) ||
	    vb_read_memory(&reading, k->out.data, k->out.size, "o", k->form,
			   NULL, &k->err) ||
	    vb_answers_write(a, &in, &k->err) ||
	    vb_answers_write(vb_reading_answers(reading), &out, &k->err)) {
		ok(false, "%s", k->err.text);
	} else {
		is_str(strstr((char *)out.data, "<g>"),
		       strstr((char *)in.data, "<g>"), how);
		is_int((long)vb_reading_findings(reading), plain ? 1 : 0,
		       plain ? "no copy, which is told" : "nothing to tell");
	}
	vb_reading_free(reading);
	vb_blob_release(&in);
	vb_blob_release(&out);
}

static void test_form(struct kit *k)
{
	struct vb_blob template = {NULL, 0};
	struct vb_sink sink = {kit_take, &k->findings};
	struct opc *opc = NULL;
	struct vb_answers *a = NULL;
	char *xml;

	vb_template_free(k->tpl);
	k->tpl = NULL;
	if (vb_form_parse(&k->form, FORM, sizeof(FORM) - 1, "f", &k->err) ||
	    vb_template_make(k->form, &template, &k->err) ||
	    opc_open_blob(&opc, &template, "t", &k->err) ||
	    template_compile(&k->tpl, opc, "t", k->form, &sink, &k->err)) {
		ok(false, "%s: %s", k->err.where, k->err.text);
		goto out;
	}
	a = kit_parse(k, ROWS);
	read_back(k, a, false);
	xml = kit_part(k, "word/document.xml");
	ok(xml && strstr(xml, "w:val=\"xa|merge\""), "the form asks for it");
	ok(xml && strstr(xml, "<w:vMerge/>"), "and the row has it");
	free(xml);
	read_back(k, a, true);
out:
	opc_free(opc);
	vb_blob_release(&template);
	vb_answers_free(a);
}

int main(void)
{
	struct kit k = {.name = "merge"};

	vb_init();
	test_plain(&k);
	test_outer(&k);
	test_marked(&k);
	test_faults(&k);
	test_form(&k);
	kit_release(&k);
	return done_testing();
}
