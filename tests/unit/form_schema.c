/* form_schema.c - the RELAX NG schema of a form's answers. */
#include "form_answers.h"

#include "util/file.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

static struct vb_form *form;
static xmlRelaxNGPtr schema;

static void silent(void *payload, xmlErrorPtr error)
{
	(void)payload;
	(void)error;
}

static xmlRelaxNGPtr compile(const struct vb_blob *text)
{
	xmlRelaxNGParserCtxtPtr ctxt = xmlRelaxNGNewMemParserCtxt(
		(const char *)text->data, (int)text->size);
	xmlRelaxNGPtr made = xmlRelaxNGParse(ctxt);

	xmlRelaxNGFreeParserCtxt(ctxt);
	return made;
}

/* 1 valid, 0 not, -1 no XML. */
static int judge(xmlRelaxNGPtr by, const char *xml, size_t size)
{
	xmlDocPtr doc = xmlReadMemory(xml, (int)size, "a.xml", NULL,
				      XML_PARSE_NONET);
	xmlRelaxNGValidCtxtPtr ctxt = xmlRelaxNGNewValidCtxt(by);
	int rc = -1;

	xmlRelaxNGSetValidStructuredErrors(ctxt, silent, NULL);
	if (doc)
		rc = xmlRelaxNGValidateDoc(ctxt, doc) == 0;
	xmlRelaxNGFreeValidCtxt(ctxt);
	xmlFreeDoc(doc);
	return rc;
}

/* The schema and the reader say the same of a body. */
static void both(const char *body, bool good)
{
	struct buf xml = BUF_INIT;
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};

	buf_adds(&xml, ANSWERS_OPEN);
	buf_adds(&xml, body);
	buf_adds(&xml, ANSWERS_CLOSE);
	is_int(judge(schema, xml.data, xml.size), good, body);
	vb_answers_parse(&answers, form, xml.data, xml.size, "a", NULL, &err);
	is_int(answers != NULL, good, "... says the reader too");
	vb_answers_free(answers);
	buf_release(&xml);
}

static void test_good(void)
{
	both("", true);
	both("<org_name>a</org_name>", true);
	both("<org_name/>", true);
	both("<male_n> 007 </male_n><org_name/><base/>", true);
	both("<male_n/><temperature/><free_pct/><meeting_date/>"
	     "<result_status/><plan_ref/><proof_ev/><photo_img/>"
	     "<situation_long/><idea/>",
	     true);
	both("<temperature>-1.50</temperature>", true);
	both("<meeting_date>2023-06</meeting_date>", true);
	both("<meeting_date>2023-06-05</meeting_date>", true);
	both("<result_status>dat</result_status>", true);
	both("<internet_csgd_n>1</internet_csgd_n>"
	     "<internet_csgd_n level='th'>1</internet_csgd_n>",
	     true);
	both("<situation_long>a <b>b <i>c</i></b></situation_long>", true);
	both("<situation_long><p>a <u>b</u></p> <p/></situation_long>", true);
	both("<idea><idea_name_txt>a</idea_name_txt></idea><male_n>1</male_n>"
	     "<idea><idea_reach_n level='th'>1</idea_reach_n></idea>",
	     true);
	both("<proof_ev><file>a b.pdf</file><file>c</file></proof_ev>", true);
	both("<plan_ref><issuer>x</issuer><number>1</number></plan_ref>", true);
}

static void test_wrong(void)
{
	both("<nothing_n>1</nothing_n>", false);
	both("<org_name>a&#10;b</org_name>", false);
	both("<org_name><p>a</p></org_name>", false);
	both("<org_name level='th'>a</org_name>", false);
	both("<org_name>a</org_name><org_name>b</org_name>", false);
	both("<male_n>1.5</male_n>", false);
	both("<male_n>x</male_n>", false);
	both("<free_pct>95%</free_pct>", false);
	both("<temperature>1,5</temperature>", false);
	both("<meeting_date>2023-02-30</meeting_date>", false);
	both("<meeting_date>2023-02-03Z</meeting_date>", false);
	both("<meeting_date>5/6/2023</meeting_date>", false);
	both("<result_status>Dat</result_status>", false);
	both("<internet_csgd_n level='mn'>1</internet_csgd_n>", false);
	both("<room_area level='th'>1</room_area>", false);
	both("<csgd_n>1</csgd_n>", false);
	both("<base><org_name>a</org_name></base>", false);
	both("<idea_name_txt>a</idea_name_txt>", false);
	both("<idea><org_name>a</org_name></idea>", false);
	both("<situation_long><p>a</p>b</situation_long>", false);
	both("<situation_long><p><a/></p></situation_long>", false);
	both("<proof_ev>a</proof_ev>", false);
	both("<proof_ev><file/></proof_ev>", false);
	both("<proof_ev><file>a/b</file></proof_ev>", false);
	both("<proof_ev><file>.a</file></proof_ev>", false);
	both("<photo_img><file>a</file><file>b</file></photo_img>", false);
	both("<plan_ref><number>1</number><number>2</number></plan_ref>",
	     false);
	both("words", false);
	both("<base/><base/>", false);
}

static void test_files(void)
{
	static const char *const names[] = {
		"fixtures/answers/kitchen-sink.xml",
		"fixtures/answers/kitchen-sink-loose.xml",
	};
	struct vb_blob blob = {0};
	char path[512];
	size_t i;

	for (i = 0; i < 2; i++) {
		file_read(&blob, at_top(path, names[i]), NULL);
		is_int(judge(schema, (const char *)blob.data, blob.size), 1,
		       names[i]);
		vb_blob_release(&blob);
	}
}

/* The answers that come with the real forms. */
static void test_real(const char *name)
{
	static const char *const samples[] = {"full", "blanks"};
	struct vb_blob text = {0}, xml = {0};
	struct vb_error err = {0};
	struct vb_form *real;
	xmlRelaxNGPtr by;
	char path[512], file[256];
	size_t i;

	snprintf(file, sizeof(file), "templates/%s/form.xml", name);
	real = form_at(file);
	if (!ok(real != NULL, "%s", name))
		return;
	is_int(vb_form_schema(real, &text, &err), VB_OK, "has a schema");
	by = compile(&text);
	ok(by != NULL, "that compiles");
	for (i = 0; by && i < 2; i++) {
		snprintf(file, sizeof(file), "templates/%s/answers/%s.xml",
			 name, samples[i]);
		if (file_read(&xml, at_top(path, file), &err) == VB_OK)
			is_int(judge(by, (const char *)xml.data, xml.size), 1,
			       file);
		vb_blob_release(&xml);
	}
	xmlRelaxNGFree(by);
	vb_blob_release(&text);
	vb_form_free(real);
}

/* A form that asks for nothing but a base figure, and one without a base. */
static void test_small(void)
{
	static const char xml[] =
		"<form xmlns='urn:vanban:form:1' id='s' version='1' "
		"type='bao-cao'><title>S &amp; &quot;</title><body>"
		"<section title='A'><line>x <text id='t' label='&lt;&quot;'/>"
		"</line></section></body></form>";
	struct vb_form *small = NULL;
	struct vb_blob text = {0};
	struct vb_error err = {0};
	xmlRelaxNGPtr by;

	vb_form_parse(&small, xml, sizeof(xml) - 1, "s", &err);
	if (!ok(small != NULL, "a small form"))
		return;
	vb_form_schema(small, &text, &err);
	by = compile(&text);
	ok(by != NULL, "its schema compiles");
	xmlRelaxNGFree(by);
	vb_blob_release(&text);
	vb_form_free(small);
}

int main(void)
{
	struct vb_blob text = {0};
	struct vb_error err = {0};

	form = form_at("fixtures/forms/kitchen-sink.form.xml");
	if (!ok(form != NULL, "the form"))
		return done_testing();
	is_int(vb_form_schema(form, &text, &err), VB_OK, "its schema");
	schema = compile(&text);
	if (ok(schema != NULL, "is RELAX NG")) {
		test_good();
		test_wrong();
		test_files();
	}
	test_real("hp-2023-pl1");
	test_real("hp-2023-pl2");
	test_real("brvt-2023-bao-cao");
	test_small();
	xmlRelaxNGFree(schema);
	vb_blob_release(&text);
	vb_form_free(form);
	xmlCleanupParser();
	return done_testing();
}
