/* Documents as editors leave them: LibreOffice, python-docx, pandoc; rows
 * taken out; long answers; broken report parts; whose form it is. */
#include "extract_kit.h"

#include <stdlib.h>

static struct vb_form *form;

static void try_answers(const char *body, const char *report, const char *want,
			const char *what)
{
	struct vb_reading *reading = kit_read(form, body, report);

	if (ok(reading != NULL, "%s: read", what))
		kit_is_answers(reading, want, what);
	vb_reading_free(reading);
}

#define LONG2 \
	"  <story>\n    <p>Mot <b>hai</b></p>\n    <p>Ba</p>\n  </story>\n"
#define LONG_IN "<story><p>Mot <b>hai</b></p><p>Ba</p></story>"
#define BOLD(t) \
	"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>" t "</w:t></w:r>"

static void test_long(void)
{
	try_answers(SDT(TAG("story"),
			P(BM("1", "vb_story", R("Mot ") BOLD("hai")))
				P(BM("2", "vb_story__z", R("Ba"))))
			    P(R("khac")),
		    NULL, LONG2, "a long answer as filled");
	try_answers(P(SDT("<w:alias w:val='x'/>",
			  BM("1", "vb_story", "") R("Mot hai")))
			    P(BM("2", "vb_story__z", R("Ba"))) P(R("khac")),
		    REPORT("", LONG_IN), LONG2,
		    "LibreOffice: control shrunk, bookmark emptied, bold lost");
	try_answers(P(SDT("<w:alias w:val='x'/>",
			  BM("1", "vb_story", "") R("Mot hai nua")))
			    P(BM("2", "vb_story__z", R("Ba"))),
		    REPORT("", LONG_IN),
		    "  <story>\n    <p>Mot hai nua</p>\n    <p>Ba</p>\n"
		    "  </story>\n",
		    "the same, and somebody wrote more");
	try_answers(SDT(TAG("story"), P(R("Mot")) P(R("………")) P("")), NULL,
		    "  <story>\n    <p>Mot</p>\n  </story>\n",
		    "the dotted line below is no answer");
	try_answers(SDT(TAG("story"), P(R("………"))), NULL, "",
		    "only a dotted line");
	try_answers(SDT(TAG("story"), P("")), REPORT("", "<story/>"),
		    "  <story/>\n", "answered with nothing");
	try_answers(SDT(TAG("story"),
			P(BM("1", "vb_story", R("Mot"))) P(R("them"))),
		    NULL,
		    "  <story>\n    <p>Mot</p>\n    <p>them</p>\n  </story>\n",
		    "a paragraph added within the control");
	try_answers(P(R("Nhan: ") BM("1", "vb_story", R("Mot")) R(" them")),
		    NULL, "  <story>\n    <p>Mot them</p>\n  </story>\n",
		    "words before the marks are the form's");
	try_answers(SDT(TAG("story"), P("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t>"
					"</w:r>")),
		    NULL, "  <story>\n    <p>a</p>\n    <p>b</p>\n  </story>\n",
		    "a line break parts paragraphs");
}

#define ROW(r, a, b)                                   \
	TR(TC(P(BM("1" r, "vb_item_name__r" r, R(a)))) \
		   TC(P(BM("2" r, "vb_item_n__r" r, R(b)))))
#define ROWS_IN                                                   \
	"<item><item_name>A</item_name><item_n>1</item_n></item>" \
	"<item><item_name>B</item_name></item>"                   \
	"<item><item_name>C</item_name><item_n>3</item_n></item>"
#define ITEM(a, b)                                                   \
	"  <item>\n    <item_name>" a "</item_name>\n    <item_n>" b \
	"</item_n>\n  </item>\n"

static void test_rows(void)
{
	try_answers("<w:tbl>" ROW("1", "A", "1") ROW("2", "B", "…")
			    ROW("3", "C", "3") "</w:tbl>",
		    REPORT("", ROWS_IN),
		    ITEM("A", "1") "  <item>\n    <item_name>B</item_name>\n"
				   "  </item>\n" ITEM("C", "3"),
		    "rows by bookmarks");
	try_answers("<w:tbl>" ROW("1", "A", "1") ROW("3", "C", "3") "</w:tbl>",
		    REPORT("", ROWS_IN), ITEM("A", "1") ITEM("C", "3"),
		    "a row taken out");
	try_answers("<w:tbl>" ROW("3", "C", "3") ROW("1", "A", "1") "</w:tbl>",
		    REPORT("", ROWS_IN), ITEM("C", "3") ITEM("A", "1"),
		    "rows moved");
	try_answers("<w:tbl>" ROW("1", "…", "…") "</w:tbl>", NULL, "",
		    "a spare row is none");
	try_answers("<w:tbl>" TR(TC(P(SDT(TAG("item_name"), R("A"))))
					 TC(P(SDT(TAG("item_n"), R("1")))))
			    TR(TC(P(SDT(TAG("item_name"), R("B")))) TC(
				    P(SDT(TAG("item_n"), R("2"))))) "</w:tbl>",
		    NULL, ITEM("A", "1") ITEM("B", "2"),
		    "rows by the order of tags");
	try_answers(
		"<w:tbl>" TR(TC(P(BM("1", "vb_item_name__r1", R("A"))))
				     TC(P(SDT(TAG("item_n"), R("1")))))
			TR(TC(P(BM("2", "vb_item_name__r2", R("B")))) TC(P("")))
				TR(TC(P(BM("3", "vb_item_name__r3", R("C"))))
					   TC(P(SDT(TAG("item_n"),
						    R("3"))))) "</w:tbl>",
		NULL,
		ITEM("A", "1") "  <item>\n    <item_name>B</item_name>\n"
			       "  </item>\n" ITEM("C", "3"),
		"a tag takes its row from the table row");
}

static void test_names(void)
{
	static const char report[] =
		"<report xmlns='urn:vanban:report:1' form='kit' version='2'>"
		"<shown><f>5</f><f>6</f></shown>"
		"<names><n id='n' level='th'/><n id='n' level='thcs'/></names>"
		"</report>";

	try_answers(P(SDT(BIND("1"), R("5")) SDT(BIND("2"), R("6"))), report,
		    "  <n level=\"th\">5</n>\n  <n level=\"thcs\">6</n>\n",
		    "bound nodes that lost their attributes");
	try_answers(P(R("x")), REPORT("", "<base><all_n>7</all_n></base>"),
		    "  <base>\n    <all_n>7</all_n>\n  </base>\n",
		    "base figures come from the copy");
}

static void test_added_rows(void)
{
	struct vb_reading *reading = kit_read(
		form,
		"<w:tbl>" TR(TC(P(R("Ten"))) TC(P(R("So")))) ROW("1", "A", "1")
			TR(TC(P(R("B"))) TC(P(R("2")))) ROW("2", "C", "3")
				TR(TC(P(R("D"))) TC(P(R("4")))) TR(TC(P("")) TC(
					P(R("…")))) "</w:tbl>" P(R("khac")),
		NULL);
	size_t i, n = 0;

	for (i = 0; i < vb_reading_findings(reading); i++) {
		const struct vb_finding *finding = vb_reading_finding(reading,
								      i);

		if (strcmp(finding->rule, "row-unread") == 0 && n++ == 1)
			is_str(finding->message,
			       "a row without marks is not read: 'D'",
			       "the row at the end");
	}
	is_int((long)n, 2, "rows that people added are told");
	kit_is_answers(reading, ITEM("A", "1") ITEM("C", "3"), "and not read");
	vb_reading_free(reading);
}

/* The words of all findings of a rule, each behind a ';'. */
static const char *findings(char *out, size_t room,
			    const struct vb_reading *reading, const char *rule)
{
	size_t i, used = 0;

	out[0] = '\0';
	for (i = 0; i < vb_reading_findings(reading) && used < room; i++) {
		const struct vb_finding *finding = vb_reading_finding(reading,
								      i);
		const char *words = strrchr(finding->message, ':');

		if (strcmp(finding->rule, rule) == 0 && words)
			used += (size_t)snprintf(out + used, room - used,
						 "%s%s;", finding->field,
						 words);
	}
	return out;
}

#define S(in) "<w:p><w:pPr><w:pStyle w:val='S'/></w:pPr>" in "</w:p>"

static void test_unread(void)
{
	static const struct {
		const char *body, *told, *what;
	} cases[] = {
		{SDT(TAG("story"), S(R("A"))) S(R("B")) S(R("C")) P(R("D")),
		 "story: 'B';", "paragraphs behind, told once"},
		{S(R("B")) SDT(TAG("story"), S(R("A"))) P(R("D")),
		 "story: 'B';", "a paragraph before"},
		{SDT(TAG("story"), S(R("A"))) S("") S(R("…")) S(R("B")),
		 "story: 'B';", "behind a blank line"},
		{SDT(TAG("story"), S(R("A"))) S("") S(R("…")) P(R("B")), "",
		 "lines of the blank, and the form"},
		{SDT(TAG("story"), S(R("A"))) H1("B") S(R("C")), "",
		 "not behind a heading"},
		{S(BM("1", "vb_story", R("A"))) S(R("B"))
			 S(BM("2", "vb_story__z", R("C"))) P(R("D")),
		 "", "between the bookmarks it is read"},
		{SDT(TAG("story"), S(R("A")))
			 S(R("So: ") SDT(TAG("n"), R("5"))),
		 "", "the line of another value"},
		{SDT(TAG("story"), P(R("A"))) P(R("B")), "",
		 "nothing is known without a style"},
		{"<w:tbl>" TR(TC(P(BM("1", "vb_item_name__r1", R("A"))) P(
			 R("B"))) TC(P(BM("2", "vb_item_n__r1",
					  R("1"))))) "</w:tbl>" P(R("C")),
		 "item_name: 'B';", "a second paragraph of a cell"},
		{"<w:tbl>" TR(
			 TC(P(R("B")) P(BM("1", "vb_item_name__r1", R("A"))))
				 TC(P(BM("2", "vb_item_n__r1",
					 R("1"))))) "</w:tbl>" P(R("C")),
		 "item_name: 'B';", "a first paragraph of a cell"},
	};
	char told[256];
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct vb_reading *reading = kit_read(form, cases[i].body,
						      NULL);

		is_str(findings(told, sizeof(told), reading, "words-unread"),
		       cases[i].told, cases[i].what);
		vb_reading_free(reading);
	}
}

static void test_above(void)
{
	struct vb_reading *reading = kit_read(
		form,
		"<w:tbl>" TR(TC(P(R("Ten"))) TC(P(R("So")))) TR(
			TC(S(R("B"))) TC(S(R("2")))) TR(TC(S("")) TC(S("")))
			TR(TC(S(BM("1", "vb_item_name__r1", R("A")))) TC(S(
				BM("2", "vb_item_n__r1", R("1"))))) "</w:tbl>",
		NULL);
	char told[256];

	is_str(findings(told, sizeof(told), reading, "row-unread"),
	       "item: '2';", "a row above the first, and not the heading");
	vb_reading_free(reading);
}

static void test_pasted(void)
{
	static const struct {
		const char *body, *want;
	} cases[] = {
		{SDT(TAG("story"),
		     P(R("A")) "<w:tbl>" TR(TC(P(R("B")))) "</w:tbl>"),
		 "answered control 0.80 A\nB|A\nB [value-unusual]"},
		{SDT(TAG("story"),
		     P(R("A") "<w:r><w:drawing><a:blip xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'/></w:drawing></w:r>")),
		 "answered control 0.80 A|A [value-unusual]"},
		{"<w:tbl>" TR(
			 TC(SDT(TAG("story"), P(R("A")) P(R("B"))))) "</w:tbl>",
		 "answered control 0.95 A\nB|A\nB"},
	};
	char out[256];
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct vb_reading *reading = kit_read(form, cases[i].body,
						      NULL);

		is_str(kit_say(out, sizeof(out), reading, "story", "", 0),
		       cases[i].want, "what words cannot say is told");
		vb_reading_free(reading);
	}
}

static void test_emptied(void)
{
	struct vb_reading *reading =
		kit_read(form, SDT(TAG("story"), "") P(R("cua mau")), NULL);
	char out[256];

	is_str(kit_say(out, sizeof(out), reading, "story", "", 0),
	       "blank control 0.95 |",
	       "an emptied block control has not the next paragraph");
	vb_reading_free(reading);
}

static bool has_finding(const struct vb_reading *reading, const char *rule)
{
	size_t i;

	for (i = 0; i < vb_reading_findings(reading); i++)
		if (strcmp(vb_reading_finding(reading, i)->rule, rule) == 0)
			return true;
	return false;
}

static void test_reports(void)
{
	static const struct {
		const char *report, *rule;
	} cases[] = {
		{NULL, "report-missing"},
		{"<report xmlns='urn:vanban:report:1'><shown>",
		 "report-broken"},
		{REPORT("", "<khong_co/>"), "report-broken"},
		{REPORT("", "<n>mot</n>"), "report-broken"},
		{"<report xmlns='urn:vanban:report:1' form='khac'/>",
		 "form-differs"},
		{"<report xmlns='urn:vanban:report:1' form='kit' "
		 "version='9'/>",
		 "version-differs"},
		{"<other/>", "report-missing"},
		{"", "report-missing"},
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct vb_reading *reading = kit_read(
			form, P(SDT(TAG("n"), R("5"))), cases[i].report);

		if (!ok(reading != NULL, "report %zu: read", i))
			continue;
		ok(has_finding(reading, cases[i].rule), "%s", cases[i].rule);
		kit_is_answers(reading, "  <n>5</n>\n", "the page is read");
		vb_reading_free(reading);
	}
}

static void test_form(void)
{
	static const char props[] =
		"<Properties xmlns='http://schemas.openxmlformats.org/"
		"officeDocument/2006/custom-properties' xmlns:vt='http://"
		"schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'"
		"><property name='vanban.form'><vt:lpwstr>kit</vt:lpwstr>"
		"</property><property name='vanban.unit'><vt:lpwstr>U9"
		"</vt:lpwstr></property></Properties>";
	struct vb_blob blob = kit_docx(P(SDT(TAG("n"), R("5"))), NULL, props);
	struct vb_reading *reading = NULL;
	struct vb_error err = {0};

	is_int(vb_read_memory(&reading, blob.data, blob.size, "x.docx", form,
			      NULL, &err),
	       VB_OK, "read with properties");
	is_str(vb_reading_unit(reading), "U9", "the unit of the properties");
	vb_reading_free(reading);
	is_int(vb_read_memory(&reading, blob.data, blob.size, "x.docx", NULL,
			      NULL, &err),
	       VB_NOFORM, "no form at hand");
	is_str(err.text, "the document is of form 'kit', which is not at hand",
	       "says which");
	ok(reading == NULL, "nothing is given");
	vb_blob_release(&blob);
	blob = kit_docx(P(R("x")), NULL, NULL);
	memset(&err, 0, sizeof(err));
	is_int(vb_read_memory(&reading, blob.data, blob.size, "x.docx", NULL,
			      NULL, &err),
	       VB_OK, "no form named: read for its particulars");
	ok(vb_reading_form(reading) == NULL, "by no form");
	ok(vb_reading_answers(reading) == NULL, "without answers");
	is_int((long)vb_reading_fields(reading), 0, "nothing is asked");
	is_str(vb_reading_unit(reading), "", "of nobody");
	vb_reading_free(reading);
	vb_blob_release(&blob);
}

int main(void)
{
	form = kit_read_form();
	if (!ok(form != NULL, "form"))
		return done_testing();
	test_long();
	test_rows();
	test_added_rows();
	test_unread();
	test_emptied();
	test_above();
	test_pasted();
	test_names();
	test_reports();
	test_form();
	vb_form_free(form);
	return done_testing();
}
