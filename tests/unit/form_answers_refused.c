/* form_answers_refused.c - answers: files that are refused whole, and the
 * largest that are not. */
#include "form_answers.h"

static struct vb_form *form;

/* The error of a whole file. */
static void refused(const struct vb_form *with, const char *xml, size_t size,
		    const char *want, const char *what)
{
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	char line[800];

	vb_answers_parse(&answers, with, xml, size, "a.xml", NULL, &err);
	is_str(error_line(line, &err), want, what);
	vb_answers_free(answers);
}

static void refused_text(const char *xml, const char *want, const char *what)
{
	refused(form, xml, strlen(xml), want, what);
}

static void test_refused(void)
{
	refused_text("", "7: a.xml: line 1: not well formed: Document is empty",
		     "nothing");
	refused_text("<answers xmlns='urn:vanban:answers:1'>\n<a>",
		     "7: a.xml: line 2: not well formed: Premature end of data "
		     "in tag a line 2",
		     "a cut file");
	refused_text("<!DOCTYPE answers [<!ENTITY a 'b'>]>\n"
		     "<answers xmlns='urn:vanban:answers:1'/>",
		     "7: a.xml: line 1: a DOCTYPE is not allowed", "a DOCTYPE");
	refused_text(ANSWERS_OPEN "<org_name>&a;</org_name>" ANSWERS_CLOSE,
		     "7: a.xml: line 2: not well formed: Entity 'a' not "
		     "defined",
		     "an entity");
	refused_text("<answers/>",
		     "10: a.xml: line 1: element 'answers' is not in the "
		     "namespace urn:vanban:answers:1",
		     "no namespace");
	refused_text("<answer xmlns='urn:vanban:answers:1'/>",
		     "10: a.xml: line 1: the root element is 'answer', not "
		     "'answers'",
		     "another root");
	refused_text("<answers xmlns='urn:vanban:answers:1' form='other'/>",
		     "10: a.xml: line 1: the answers are of form 'other', not "
		     "'kitchen-sink'",
		     "another form");
	refused_text(ANSWERS_OPEN "<org_name>a&#2;b</org_name>" ANSWERS_CLOSE,
		     "10: a.xml: line 2: character U+0002 in 'org_name' is "
		     "not allowed",
		     "a control character by number");
	refused_text(ANSWERS_OPEN "<org_name>a\x02"
				  "b</org_name>" ANSWERS_CLOSE,
		     "10: a.xml: line 2: character U+0002 in 'org_name' is "
		     "not allowed",
		     "a raw control character");
	refused_text(ANSWERS_OPEN "<org_name>a\xef\xbf\xbf"
				  "b</org_name>" ANSWERS_CLOSE,
		     "10: a.xml: line 2: character U+FFFF in 'org_name' is "
		     "not allowed",
		     "no character at all");
	refused_text(ANSWERS_OPEN "<org_name>\xff</org_name>" ANSWERS_CLOSE,
		     "7: a.xml: line 2: the text is not UTF-8 and no encoding "
		     "is named",
		     "not UTF-8");
}

static void test_nul(void)
{
	static const char xml[] = ANSWERS_OPEN
		"<org_name>a\0b</org_name>" ANSWERS_CLOSE;

	refused(form, xml, sizeof(xml) - 1,
		"10: a.xml: line 2: character U+0000 in 'org_name' is not "
		"allowed",
		"a NUL");
}

static void test_version(void)
{
	static const char xml[] =
		"<answers xmlns='urn:vanban:answers:1' form='kitchen-sink' "
		"version='0.9'/>";
	struct buf findings = BUF_INIT;
	struct vb_sink sink = {note_finding, &findings};
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};

	is_int(vb_answers_parse(&answers, form, xml, sizeof(xml) - 1, "a.xml",
				&sink, &err),
	       VB_OK, "another version is read");
	is_str(buf_cstr(&findings),
	       "version-differs , line 1: the answers are of version '0.9' of "
	       "the form, which is now '1.0'\n",
	       "with a warning");
	vb_answers_free(answers);
	buf_release(&findings);
}

static void test_large(void)
{
	struct buf xml = BUF_INIT, out = BUF_INIT;
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	const struct answer *found;
	char line[800];
	int i;

	buf_adds(&xml, ANSWERS_OPEN "<org_name>");
	for (i = 0; i < 100000; i++)
		buf_adds(&xml, "Ư");
	buf_adds(&xml, "</org_name>\n");
	for (i = 0; i < 70000; i++)
		buf_adds(&xml, "\n");
	buf_adds(&xml, "<male_n>x</male_n>" ANSWERS_CLOSE);
	refused(form, xml.data, xml.size,
		"10: a.xml: line 70003: 'male_n' is 'x', not a whole number",
		"lines past 65535 are real");
	xml.size -= strlen("<male_n>x</male_n>" ANSWERS_CLOSE);
	buf_adds(&xml, ANSWERS_CLOSE);
	vb_answers_parse(&answers, form, xml.data, xml.size, "a.xml", NULL,
			 &err);
	found = answers ? answers_find(&answers->top, "org_name", "") : NULL;
	is_int(found ? (long)found->size : -1, 200000, "100,000 characters");
	vb_answers_free(answers);
	answers = NULL;

	buf_clear(&xml);
	buf_adds(&xml, ANSWERS_OPEN);
	for (i = 0; i < 20000; i++)
		buf_addf(&xml,
			 "<idea><idea_name_txt>tên %d</idea_name_txt></idea>\n",
			 i);
	buf_adds(&xml, ANSWERS_CLOSE);
	is_int(vb_answers_parse(&answers, form, xml.data, xml.size, "a.xml",
				NULL, &err),
	       VB_OK, "20,000 rows");
	found = answers ? answers_find(&answers->top, "idea", "") : NULL;
	is_int(found ? (long)found->n_rows : -1, 20000, "all of them");
	vb_answers_free(answers);

	buf_clear(&xml);
	for (i = 0; i < 50; i++)
		buf_adds(&xml, "<r>");
	for (i = 0; i < 50; i++)
		buf_adds(&xml, "</r>");
	buf_addc(&out, '\0');
	parse_body(NULL, buf_cstr(&xml), NULL, line);
	is_str(line, "3: a.xml: line 2: element 'r' is nested too deeply",
	       "nesting is bounded");
	buf_release(&xml);
	buf_release(&out);
}

static void test_limits(void)
{
	struct buf xml = BUF_INIT;
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	char line[800];
	int i;

	for (i = 0; i <= 256; i++) /* ANSWERS_REPEATS_MAX */
		buf_addf(&xml, "<r%d><x/></r%d>", i, i);
	parse_body(NULL, buf_cstr(&xml), NULL, line);
	is_str(line, "3: a.xml: line 2: more than 256 repeats in one group",
	       "repeats of a group are bounded");
	buf_clear(&xml);
	for (i = 0; i <= ANSWERS_DEPTH_MAX; i++)
		buf_adds(&xml, "<r><v>1</v>");
	for (i = 0; i <= ANSWERS_DEPTH_MAX; i++)
		buf_adds(&xml, "</r>");
	parse_body(NULL, buf_cstr(&xml), NULL, line);
	is_str(line, "3: a.xml: line 2: more than 32 groups in each other",
	       "groups in each other are bounded");
	buf_clear(&xml);
	for (i = 0; i <= ANSWERS_ROWS_MAX; i++)
		buf_adds(&xml, "<r><x/></r>");
	parse_body(NULL, buf_cstr(&xml), NULL, line);
	is_str(line, "3: a.xml: line 2: more than 100000 rows",
	       "rows are bounded");
	buf_clear(&xml);
	for (i = 0; i < ANSWERS_ITEMS_MAX / 10; i++)
		buf_adds(&xml, "<r><a/><b/><c/><d/><e/><f/><g/><h/><i/></r>");
	vb_answers_free(parse_body(NULL, buf_cstr(&xml), NULL, line));
	is_str(line, "", "as many entries as a file may have");
	buf_adds(&xml, "<z/>");
	parse_body(NULL, buf_cstr(&xml), NULL, line);
	is_str(line, "3: a.xml: line 2: more than 1000000 answers",
	       "and one more");
	buf_clear(&xml);
	buf_adds(&xml, "<v>");
	for (i = 0; (size_t)i < ANSWERS_TEXT_MAX; i++)
		buf_addc(&xml, 'x');
	buf_adds(&xml, "y</v>");
	parse_body(NULL, buf_cstr(&xml), NULL, line);
	is_str(line, "3: a.xml: line 2: 'v' has more than 16777216 bytes",
	       "a text is bounded");
	buf_release(&xml);
	is_int(vb_answers_parse(&answers, NULL, "", XML_FILE_MAX + 1, "big",
				NULL, &err),
	       VB_LIMIT, "bytes are bounded");
	is_str(error_line(line, &err), "3: big: : more than 67108864 bytes",
	       "and it is said");
}

int main(void)
{
	form = form_at("fixtures/forms/kitchen-sink.form.xml");
	if (!ok(form != NULL, "the form"))
		return done_testing();
	test_refused();
	test_nul();
	test_version();
	test_large();
	test_limits();
	vb_form_free(form);
	return done_testing();
}
