/* form_answers.c - answers: reading, canonical writing, faults. */
#include "form_answers.h"

#include "util/file.h"

static struct vb_form *form;

/* The canonical body of a body, or the error. */
static void canonical(struct buf *out, const struct vb_form *with,
		      const char *body)
{
	char line[800];
	struct vb_answers *answers = parse_body(with, body, NULL, line);
	struct buf xml = BUF_INIT;
	const char *from, *to;

	buf_clear(out);
	if (!answers) {
		buf_adds(out, line);
		return;
	}
	answers_serialize_element(&xml, answers);
	from = strchr(buf_cstr(&xml), '\n');
	to = strstr(buf_cstr(&xml), "</answers>");
	if (from && to)
		buf_add(out, from + 1, (size_t)(to - from - 1));
	buf_add(out, "", 0);
	buf_release(&xml);
	vb_answers_free(answers);
}

/* What a body becomes, and that it stays so. */
static void becomes(const struct vb_form *with, const char *body,
		    const char *want, const char *what)
{
	struct buf once = BUF_INIT, twice = BUF_INIT;

	canonical(&once, with, body);
	if (is_str(buf_cstr(&once), want, what) && want[0] == ' ') {
		canonical(&twice, with, buf_cstr(&once));
		is_str(buf_cstr(&twice), want, "... and it stays so");
	}
	buf_release(&once);
	buf_release(&twice);
}

/* The findings of a body, and that the first is the error. */
static void faults(const char *body, const char *want, const char *error)
{
	char line[800];
	struct buf findings = BUF_INIT;
	struct vb_answers *answers = parse_body(form, body, &findings, line);

	ok(!answers, "refused");
	is_str(buf_cstr(&findings), want, "its findings");
	if (error)
		is_str(line, error, "its error");
	vb_answers_free(answers);
	buf_release(&findings);
}

static void test_whole(void)
{
	static const char in[] =
		"<?xml version='1.0'?>\n"
		"<answers xmlns='urn:vanban:answers:1' unit=' LC '>\n"
		"<internet_csgd_n level='thcs'> +07 </internet_csgd_n>\n"
		"<org_name>  PHÒNG &amp; BAN  </org_name>\n"
		"<internet_csgd_n>12</internet_csgd_n>\n"
		"<internet_csgd_n level='th'>5</internet_csgd_n>\n"
		"<base><csgd_n level='th'>9</csgd_n></base>\n"
		"</answers>";
	static const char want[] =
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<answers xmlns=\"urn:vanban:answers:1\" form=\"kitchen-sink\""
		" version=\"1.0\" unit=\"LC\">\n"
		"  <base>\n"
		"    <csgd_n level=\"th\">9</csgd_n>\n"
		"  </base>\n"
		"  <org_name>PHÒNG &amp; BAN</org_name>\n"
		"  <internet_csgd_n>12</internet_csgd_n>\n"
		"  <internet_csgd_n level=\"th\">5</internet_csgd_n>\n"
		"  <internet_csgd_n level=\"thcs\">7</internet_csgd_n>\n"
		"</answers>\n";
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct vb_blob out = {0};

	is_int(vb_answers_parse(&answers, form, in, sizeof(in) - 1, "a.xml",
				NULL, &err),
	       VB_OK, "a whole file is read");
	if (!answers)
		return;
	is_str(vb_answers_form(answers), "kitchen-sink", "its form");
	is_str(vb_answers_unit(answers), "LC", "its unit");
	is_int(vb_answers_write(answers, &out, &err), VB_OK, "and written");
	is_str((const char *)out.data, want, "canonical, in form order");
	vb_blob_release(&out);
	vb_answers_free(answers);

	is_int(vb_answers_parse(&answers, form, ANSWERS_OPEN ANSWERS_CLOSE,
				strlen(ANSWERS_OPEN ANSWERS_CLOSE), "a.xml",
				NULL, &err),
	       VB_OK, "no answers are answers");
	vb_answers_write(answers, &out, &err);
	is_str((const char *)out.data,
	       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	       "<answers xmlns=\"urn:vanban:answers:1\" form=\"kitchen-sink\""
	       " version=\"1.0\"/>\n",
	       "an empty element");
	vb_blob_release(&out);
	vb_answers_free(answers);
}

static void test_types(void)
{
	becomes(form, "<org_name>a\tb</org_name>",
		"  <org_name>a\tb</org_name>\n", "a tab is part of a text");
	becomes(form, "<org_name> \n </org_name>", "  <org_name/>\n",
		"blanks are nothing");
	becomes(form,
		"<org_name><!-- c -->a<!-- d -->b<![CDATA[<&]]></org_name>",
		"  <org_name>ab&lt;&amp;</org_name>\n",
		"comments and CDATA are layout");
	becomes(form, "<male_n>007</male_n>", "  <male_n>7</male_n>\n",
		"a count");
	becomes(form, "<temperature>-03.50</temperature>",
		"  <temperature>-3.5</temperature>\n", "a number");
	becomes(form, "<free_pct>97.40</free_pct>",
		"  <free_pct>97.4</free_pct>\n", "a percent");
	becomes(form, "<meeting_date> 2023-06 </meeting_date>",
		"  <meeting_date>2023-06</meeting_date>\n", "a month");
	becomes(form, "<result_status>\n khong_dat\n</result_status>",
		"  <result_status>khong_dat</result_status>\n", "a choice");
	becomes(form,
		"<plan_ref><issuer>Sở</issuer><date>2022-09-12</date>"
		"<number> 45/KH </number></plan_ref>",
		"  <plan_ref>\n    <number>45/KH</number>\n"
		"    <date>2022-09-12</date>\n    <issuer>Sở</issuer>\n"
		"  </plan_ref>\n",
		"a reference");
	becomes(form, "<plan_ref><number/></plan_ref>", "  <plan_ref/>\n",
		"an empty reference");
	becomes(form,
		"<proof_ev><file> a b.pdf </file><file>c</file></proof_ev>",
		"  <proof_ev>\n    <file>a b.pdf</file>\n    <file>c</file>\n"
		"  </proof_ev>\n",
		"files");
	becomes(form, "<photo_img><file>a.png</file></photo_img>",
		"  <photo_img>\n    <file>a.png</file>\n  </photo_img>\n",
		"a picture");
	becomes(form, "<photo_img/>", "  <photo_img/>\n", "no picture");
}

static void test_longtext(void)
{
	becomes(form,
		"<situation_long>\n  một\n\n hai <b>ba\n bốn</b>\n"
		"</situation_long>",
		"  <situation_long>\n    <p>một</p>\n"
		"    <p>hai <b>ba</b></p>\n    <p><b>bốn</b></p>\n"
		"  </situation_long>\n",
		"bare text is split at newlines");
	becomes(form,
		"<situation_long><p> a <b> b</b><b>c </b> </p>\n<p/>"
		"<p>d\n   e\tf</p><p> </p></situation_long>",
		"  <situation_long>\n    <p>a <b> bc</b></p>\n    <p/>\n"
		"    <p>d e\tf</p>\n  </situation_long>\n",
		"paragraphs are trimmed, equal spans merged");
	becomes(form,
		"<situation_long><p><u><i>x</i></u><b><u>y</u></b><b/>z"
		"</p></situation_long>",
		"  <situation_long>\n    <p><i><u>x</u></i><b><u>y</u></b>z"
		"</p>\n  </situation_long>\n",
		"styles nest in one order");
	becomes(form,
		"<situation_long><p>a <b><a href=' HTTP://x.vn/ư?a&amp;b '>b</a>"
		"</b><a href='HTTP://x.vn/ư?a&amp;b'><u>c</u></a><a "
		"href='mailto:a@b.vn'>d</a></p></situation_long>",
		"  <situation_long>\n    <p>a <a href=\"HTTP://x.vn/%C6%B0?a"
		"&amp;b\"><b>b</b>c</a><a href=\"mailto:a@b.vn\">d</a></p>\n"
		"  </situation_long>\n",
		"links");
	becomes(form,
		"<situation_long><p/><p>a</p><p/><pagebreak/><p/><p>b</p>"
		"<pagebreak/><p/></situation_long>",
		"  <situation_long>\n    <p>a</p>\n    <pagebreak/>\n"
		"    <p>b</p>\n  </situation_long>\n",
		"page breaks");
	becomes(form, "<situation_long><p> </p><p/></situation_long>",
		"  <situation_long/>\n", "nothing but empty paragraphs");
	becomes(form, "<situation_long><b>a</b></situation_long>",
		"  <situation_long>\n    <p><b>a</b></p>\n"
		"  </situation_long>\n",
		"a style alone");
	becomes(form, "<situation_long>a\r\nb&#13;c</situation_long>",
		"  <situation_long>\n    <p>a</p>\n    <p>b</p>\n"
		"    <p>c</p>\n  </situation_long>\n",
		"carriage returns part lines too");
}

static void test_rows(void)
{
	becomes(form,
		"<idea><idea_reach_n level='thcs'>2</idea_reach_n>"
		"<idea_name_txt>A</idea_name_txt></idea>"
		"<org_name>O</org_name>"
		"<idea><idea_name_txt>B</idea_name_txt></idea>",
		"  <org_name>O</org_name>\n"
		"  <idea>\n    <idea_name_txt>A</idea_name_txt>\n"
		"    <idea_reach_n level=\"thcs\">2</idea_reach_n>\n"
		"  </idea>\n"
		"  <idea>\n    <idea_name_txt>B</idea_name_txt>\n  </idea>\n",
		"rows gather, in their order");
	becomes(form, "<idea/>", "  <idea/>\n", "no rows");
	becomes(form,
		"<idea/><idea><idea_name_txt>B</idea_name_txt></idea><idea/>",
		"  <idea/>\n  <idea>\n    <idea_name_txt>B</idea_name_txt>\n"
		"  </idea>\n  <idea/>\n",
		"empty rows beside others are rows");
}

static void test_text(void)
{
	/* NFD in: "e" + circumflex + acute, "u" + horn */
	becomes(form, "<org_name>Tie\xcc\x82\xcc\x81ng U\xcc\x9b</org_name>",
		"  <org_name>Tiếng Ư</org_name>\n", "NFD in, NFC out");
	becomes(form,
		"<org_name>&amp;&lt;&gt;&quot;' 😀 đ Ư "
		"\xe2\x80\x9d</org_name>",
		"  <org_name>&amp;&lt;&gt;\"' 😀 đ Ư \xe2\x80\x9d</org_name>\n",
		"escapes, quotes and emoji");
	becomes(NULL, "<x level='&quot;&amp;&lt;'>1</x>",
		"  <x level=\"&quot;&amp;&lt;\">1</x>\n",
		"quotes of attributes");
}

static void test_generic(void)
{
	becomes(NULL,
		"<z>1</z><a level='th'> 2 </a><m><n>x</n></m><b/>"
		"<m><n>y</n><o><p>q</p></o></m><d><date>?</date></d>"
		"<f><file>a</file></f><c>one\ntwo</c>"
		"<r><s><t>1</t></s><s><t>2</t></s></r>"
		"<w>a <b>b</b></w>",
		"  <z>1</z>\n  <a level=\"th\">2</a>\n"
		"  <m>\n    <n>x</n>\n  </m>\n"
		"  <m>\n    <n>y</n>\n    <o>\n      <p>q</p>\n    </o>\n"
		"  </m>\n  <b/>\n"
		"  <d>\n    <date>?</date>\n  </d>\n"
		"  <f>\n    <file>a</file>\n  </f>\n  <c>one\ntwo</c>\n"
		"  <r>\n    <s>\n      <t>1</t>\n    </s>\n"
		"    <s>\n      <t>2</t>\n    </s>\n  </r>\n"
		"  <w>\n    <p>a <b>b</b></p>\n  </w>\n",
		"without a form: by shape, in the order of the file");
	becomes(NULL, "<a>1</a><b/><a>2</a>",
		"10: a.xml: line 2: 'a' is answered twice",
		"without a form an answer is still one");
	becomes(NULL, "<a>1</a><a>2</a><b> x </b><b/><b><p>y</p></b>",
		"  <a>1</a>\n  <a>2</a>\n  <b>x</b>\n  <b/>\n"
		"  <b>\n    <p>y</p>\n  </b>\n",
		"bare values one behind the other are a list");
	becomes(NULL,
		"<a>1</a><a><n>2</n></a><a>3</a><r><a/><a><n>x</n></a></r>"
		"<a level='th'>1</a>",
		"  <a>1</a>\n  <a>\n    <n>2</n>\n  </a>\n  <a>3</a>\n"
		"  <r>\n    <a/>\n    <a>\n      <n>x</n>\n    </a>\n  </r>\n"
		"  <a level=\"th\">1</a>\n",
		"beside groups, and in them");
	becomes(NULL, "<a>1<c>2</c></a>",
		"10: a.xml: line 2: 'a' mixes words and elements",
		"words among elements have no meaning");
}

static void test_faults(void)
{
	faults("<nothing_n>1</nothing_n>\n<org_nam>x</org_nam>",
	       "unknown-field nothing_n, line 2: form 'kitchen-sink' has no "
	       "field 'nothing_n'\n"
	       "unknown-field org_nam, line 3: form 'kitchen-sink' has no "
	       "field 'org_nam'\n",
	       "10: a.xml: line 2: form 'kitchen-sink' has no field "
	       "'nothing_n'");
	faults("<internet_csgd_n level='mn'>1</internet_csgd_n>",
	       "unknown-level internet_csgd_n[mn], line 2: 'internet_csgd_n' "
	       "has no level 'mn'\n",
	       NULL);
	faults("<room_area level='th'>1</room_area>",
	       "unknown-level room_area[th], line 2: 'room_area' has no level "
	       "'th'\n",
	       NULL);
	faults("<org_name level='th'>1</org_name>",
	       "unknown-level org_name[th], line 2: 'org_name' is not broken "
	       "down by level\n",
	       NULL);
	faults("<csgd_n>1</csgd_n><base><org_name>x</org_name></base>"
	       "<idea_name_txt>x</idea_name_txt>"
	       "<idea><course_name_txt>x</course_name_txt></idea>",
	       "wrong-place csgd_n, line 2: 'csgd_n' belongs in <base>\n"
	       "wrong-place org_name, line 2: 'org_name' belongs to the page, "
	       "not in <base>\n"
	       "wrong-place idea_name_txt, line 2: 'idea_name_txt' belongs in a "
	       "row of 'idea'\n"
	       "wrong-place course_name_txt row 1, line 2: 'course_name_txt' "
	       "belongs in a row of 'course'\n",
	       NULL);
	faults("<org_name>x</org_name>\n<org_name>y</org_name>\n"
	       "<internet_csgd_n level='th'>1</internet_csgd_n>\n"
	       "<internet_csgd_n level='th'>2</internet_csgd_n>\n"
	       "<idea><idea_name_txt>a</idea_name_txt>\n"
	       "<idea_name_txt>b</idea_name_txt></idea>",
	       "duplicate-answer internet_csgd_n[th], line 5: "
	       "'internet_csgd_n' at level 'th' is answered twice\n"
	       "duplicate-answer org_name, line 3: 'org_name' is answered "
	       "twice\n"
	       "duplicate-answer idea_name_txt row 1, line 7: "
	       "'idea_name_txt' is answered twice\n",
	       NULL);
	faults("words", "wrong-place , line 2: words outside of a field\n",
	       NULL);
	faults("<org_name lang='vi'>x</org_name>",
	       "unknown-attribute org_name, line 2: <org_name> has no "
	       "attribute 'lang'\n",
	       NULL);
	faults("<base/><base/>",
	       "duplicate-answer base, line 2: 'base' is there twice\n", NULL);
}

/* One wrong value, its message after "wrong-type ID, line 2: ". */
static void wrong(const char *id, const char *value, const char *message)
{
	char body[1024], want[800], line[800], error[800];
	struct buf findings = BUF_INIT;
	struct vb_answers *answers;

	snprintf(body, sizeof(body), "<%s>%s</%s>", id, value, id);
	snprintf(want, sizeof(want), "wrong-type %s, line 2: %.500s\n", id,
		 message);
	snprintf(error, sizeof(error), "10: a.xml: line 2: %.500s", message);
	answers = parse_body(form, body, &findings, line);
	is_str(buf_cstr(&findings), want, id);
	is_str(line, error, "... which is the error");
	vb_answers_free(answers);
	buf_release(&findings);
}

static void test_wrong_values(void)
{
	wrong("org_name", "a\nb", "'org_name' holds more than one line");
	wrong("org_name", "<p>a</p>",
	      "'org_name' is of type text and cannot hold these elements");
	wrong("male_n", "1.5", "'male_n' is '1.5', not a whole number");
	wrong("male_n", "12 lớp", "'male_n' is '12 lớp', not a whole number");
	wrong("male_n", "Ư", "'male_n' is 'Ư', not a whole number");
	wrong("temperature", "1,5", "'temperature' is '1,5', not a number");
	wrong("free_pct", "95%", "'free_pct' is '95%', not a number");
	wrong("free_pct", "đđđđđđđđđđđđđđđđđđđđđđđđđđđđđđ",
	      "'free_pct' is 'đđđđđđđđđđđđđđđđđđđđ...', not a number");
	wrong("meeting_date", "2023-02-30",
	      "'meeting_date' is '2023-02-30', not a date such as 2023-06-05 "
	      "or 2023-06");
	wrong("result_status", "Đạt",
	      "'result_status' is 'Đạt', not one of its options");
	wrong("plan_ref", "45/KH",
	      "'plan_ref' is of type docref and cannot hold "
	      "words");
	wrong("plan_ref", "<number>a</number><number>b</number>",
	      "'plan_ref' holds one of <number>, <date>, <issuer> twice");
	wrong("plan_ref", "<date>12/9/2022</date>",
	      "'plan_ref' is '12/9/2022', not a date such as 2023-06-05 or "
	      "2023-06");
	wrong("plan_ref", "<number>a\nb</number>",
	      "'plan_ref' holds more than one line");
	wrong("proof_ev", "a.pdf",
	      "'proof_ev' is of type evidence and cannot hold "
	      "words");
	wrong("proof_ev", "<file/>", "a file name of 'proof_ev' is empty");
	wrong("proof_ev", "<file>../a</file>",
	      "file name '../a' of 'proof_ev' begins with a dot");
	wrong("proof_ev", "<file>a/b</file>",
	      "file name 'a/b' of 'proof_ev' names a folder");
	wrong("proof_ev", "<file>a\\b</file>",
	      "file name 'a\\b' of 'proof_ev' names a folder");
	wrong("proof_ev", "<file>a;b</file>",
	      "file name 'a;b' of 'proof_ev' holds ';'");
	wrong("proof_ev", "<file>a\tb</file>",
	      "file name 'a\tb' of 'proof_ev' holds a control character");
	wrong("photo_img", "<file>a</file><file>b</file>",
	      "'photo_img' takes one file");
	wrong("situation_long", "<p>a</p>b",
	      "'situation_long' is of type longtext and cannot hold these elements");
	wrong("situation_long", "<p>a<x/></p>",
	      "'situation_long' holds an element that is not <b>, <i>, <u> or <a>");
	wrong("situation_long", "<p>a<a href='http://x.vn'/></p>",
	      "'situation_long' holds a link in a link, or one without words or "
	      "address");
	wrong("situation_long", "<p>a<a>b</a></p>",
	      "'situation_long' holds a link in a link, or one without words or "
	      "address");
	wrong("situation_long",
	      "<p><a href='http://x.vn'>a<i><a href='http://x.vn'>b</a></i></a>"
	      "</p>",
	      "'situation_long' holds a link in a link, or one without words or "
	      "address");
	wrong("situation_long", "<pagebreak/><p>a</p>",
	      "'situation_long' holds a page break that does not stand between "
	      "paragraphs");
	wrong("situation_long", "<p>a</p><pagebreak/>",
	      "'situation_long' holds a page break that does not stand between "
	      "paragraphs");
	wrong("situation_long", "<p>a</p><pagebreak/><pagebreak/><p>b</p>",
	      "'situation_long' holds a page break that does not stand between "
	      "paragraphs");
	wrong("idea", "words",
	      "'idea' is of type repeat and cannot hold words");
}

static void test_built(void)
{
	struct vb_answers *answers = answers_new(form);
	struct vb_error err = {0};
	struct answer *a;
	const struct answer *found;
	char line[800];

	a = answers_add(answers, &answers->top, "org_name", "");
	ok(a && a->field && a->field->id == a->id, "ids are the form's");
	a->kind = VALUE_TEXT;
	a->text = "a\002b";
	a->size = 3;
	is_int(answer_canonical(answers, a, &err), VB_ANSWERS, "refused");
	is_str(error_line(line, &err),
	       "10: : : character U+0002 in 'org_name' is not allowed",
	       "a control character in memory");
	memset(&err, 0, sizeof(err));
	a->text = "a\xffz";
	answer_canonical(answers, a, &err);
	is_str(err.text, "byte 0xff in 'org_name' is not UTF-8", "no UTF-8");
	memset(&err, 0, sizeof(err));
	a->text = "  b ";
	a->size = 4;
	is_int(answer_canonical(answers, a, &err), VB_OK, "trimmed");
	is_str(a->text, "b", "to its words");

	answers_add_text(answers, &answers->top, "internet_csgd_n", "thcs",
			 "1");
	answers_add_text(answers, &answers->top, "internet_csgd_n", "", "2");
	a = answers_add_text(answers, &answers->top, "org_parent", "", "3");
	ok(answers_find(&answers->top, "internet_csgd_n", "thcs") != NULL,
	   "found before the finish");
	is_int(answers_finish(answers, &err), VB_OK, "finished");
	is_str(answers->top.at[0].id, "org_parent", "in form order");
	found = answers_find(&answers->top, "internet_csgd_n", "thcs");
	is_str(found ? found->text : NULL, "1", "found after");
	ok(!answers_find(&answers->top, "internet_csgd_n", "th"), "absent");
	answers_add_text(answers, &answers->top, "org_parent", "", "4");
	is_int(answers_finish(answers, &err), VB_ANSWERS, "twice");
	is_str(err.text, "'org_parent' is answered twice", "is said");
	vb_answers_free(answers);
}

static void test_truth(void)
{
	char line[800];
	struct vb_answers *x = parse_body(
		NULL,
		"<a/><b>false</b><c>0</c><d>x</d><e><p/></e><f><p>a</p></f>"
		"<g><x/></g><h>Tie\xcc\x82ng</h><i>Tiêng</i>",
		NULL, line);
	static const char ids[] = "abcdefg";
	char got[8] = "", id[2] = "";
	size_t i;

	for (i = 0; i < 7; i++) {
		id[0] = ids[i];
		got[i] = answer_true(answers_find(&x->top, id, "")) ? '1' : '0';
	}
	is_str(got, "0011011", "truth as Mustache has it");
	ok(!answer_true(NULL), "absent is false");
	ok(answer_equal(answers_find(&x->top, "h", ""),
			answers_find(&x->top, "i", "")),
	   "equal as NFC");
	ok(!answer_equal(answers_find(&x->top, "c", ""),
			 answers_find(&x->top, "d", "")),
	   "not equal");
	vb_answers_free(x);
}

/* The fixtures: one canonical as it stands, one that becomes so. */
static void test_files(void)
{
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct vb_blob in = {0}, out = {0};
	char path[512];
	size_t count = 99;

	at_top(path, "fixtures/answers/kitchen-sink.xml");
	vb_answers_read(&answers, form, path, NULL, &err);
	file_read(&in, path, &err);
	if (ok(answers != NULL, "every type: %s", err.text)) {
		vb_answers_write(answers, &out, &err);
		is_str((const char *)out.data, (const char *)in.data,
		       "is canonical");
		vb_answers_check(answers, form, path, NULL, &count, &err);
		is_int((long)count, 0, "and right");
	}
	vb_blob_release(&in);
	vb_blob_release(&out);
	vb_answers_free(answers);
	answers = NULL;
	at_top(path, "fixtures/answers/kitchen-sink-loose.xml");
	vb_answers_read(&answers, form, path, NULL, &err);
	if (ok(answers != NULL, "written by a person: %s", err.text)) {
		vb_answers_write(answers, &out, &err);
		is_str((const char *)out.data,
		       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		       "<answers xmlns=\"urn:vanban:answers:1\" "
		       "form=\"kitchen-sink\" version=\"1.0\">\n"
		       "  <base>\n    <csgd_n level=\"th\">5</csgd_n>\n"
		       "  </base>\n"
		       "  <org_name>Phòng &amp; Ban</org_name>\n"
		       "  <situation_long>\n    <p>Dòng một</p>\n"
		       "    <p>Dòng <b>hai</b></p>\n  </situation_long>\n"
		       "  <internet_csgd_n level=\"thcs\">7"
		       "</internet_csgd_n>\n"
		       "  <plan_ref>\n    <number>45/KH</number>\n"
		       "    <issuer>Sở GDĐT</issuer>\n  </plan_ref>\n"
		       "  <course>\n"
		       "    <course_name_txt>A</course_name_txt>\n"
		       "    <course_date>2023-11</course_date>\n"
		       "  </course>\n"
		       "</answers>\n",
		       "becomes canonical");
	}
	vb_blob_release(&out);
	vb_answers_free(answers);
	is_int(vb_answers_read(&answers, form, "/nowhere/a.xml", NULL, &err),
	       VB_IO, "a file that is not there");
}

static void test_encodings(void)
{
	static const char latin[] =
		"<?xml version='1.0' encoding='CP1258'?>"
		"<answers xmlns='urn:vanban:answers:1'><a>Ti\xea\xecng</a>"
		"</answers>";
	struct vb_answers *answers = NULL;
	struct vb_error err = {0};
	struct vb_blob out = {0};

	is_int(vb_answers_parse(&answers, NULL, latin, sizeof(latin) - 1, "a",
				NULL, &err),
	       VB_OK, "a declared character set");
	if (!answers)
		return;
	vb_answers_write(answers, &out, &err);
	ok(strstr((const char *)out.data, "<a>Tiếng</a>") != NULL,
	   "comes out as NFC");
	vb_blob_release(&out);
	vb_answers_free(answers);
}

int main(void)
{
	form = form_at("fixtures/forms/kitchen-sink.form.xml");
	if (!ok(form != NULL, "the form"))
		return done_testing();
	test_whole();
	test_types();
	test_longtext();
	test_rows();
	test_text();
	test_generic();
	test_faults();
	test_wrong_values();
	test_built();
	test_truth();
	test_encodings();
	test_files();
	vb_form_free(form);
	return done_testing();
}
