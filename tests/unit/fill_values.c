/* Values as the page shows them, hostile ones too; determinism. */
#include "fill_kit.h"
#include "form/show.h"

#include <pthread.h>

static void is_shown(struct buf *buf, const char *want, const char *what)
{
	is_str(buf_cstr(buf), want, what);
	buf_clear(buf);
}

static void show_text(struct buf *out, const struct field *field,
		      const char *text, bool percent)
{
	struct answer answer = {.kind = VALUE_TEXT, .text = text};

	answer.size = strlen(text);
	show_value(out, &answer, field, percent);
}

static void test_types(void)
{
	static const struct field_option OPTIONS[] = {{"dat", "Đạt"}};
	struct field field = {.type = FIELD_COUNT};
	struct buf out = BUF_INIT;
	const char *files[] = {"a.pdf", "b.pdf"};
	struct answer answer = {.kind = VALUE_FILES, .files = files};

	show_text(&out, &field, "1234567", false);
	is_shown(&out, "1.234.567", "a count");
	field.pad = 2;
	show_text(&out, &field, "5", false);
	is_shown(&out, "05", "a padded count");
	field.pad = 0;
	field.type = FIELD_PERCENT;
	show_text(&out, &field, "85.5", true);
	is_shown(&out, "85,5%", "a rate");
	show_text(&out, &field, "85.5", false);
	is_shown(&out, "85,5", "a rate before a percent sign");
	field.type = FIELD_DATE;
	show_text(&out, &field, "2023-06-05", false);
	is_shown(&out, "05/6/2023", "a date");
	field.is_date_long = true;
	show_text(&out, &field, "2023-06-05", false);
	is_shown(&out, "ngày 05 tháng 6 năm 2023", "a long date");
	field.type = FIELD_CHOICE;
	field.options = OPTIONS;
	field.n_options = 1;
	show_text(&out, &field, "dat", false);
	is_shown(&out, "Đạt", "a choice");
	show_text(&out, NULL, "1234.5", true);
	is_shown(&out, "1234.5", "without a form as it stands");
	answer.n_files = 2;
	show_value(&out, &answer, NULL, false);
	is_shown(&out, "a.pdf; b.pdf", "files");
	answer.kind = VALUE_DOCREF;
	answer.docref.number = "45/KH-THPT";
	answer.docref.date = "2022-09-12";
	show_value(&out, &answer, NULL, false);
	is_shown(&out, "số 45/KH-THPT ngày 12/9/2022", "a reference");
	field.blank = 3;
	show_leader(&out, &field);
	is_shown(&out, "………", "a leader of the form's width");
	buf_release(&out);
}

#define P(x) "<w:p>" x "</w:p>"
#define T(x) "<w:r><w:t>" x "</w:t></w:r>"

static void test_hostile(struct kit *k)
{
	struct vb_answers *a = answers_new(NULL);
	char *big = malloc(100001), *xml;

	memset(big, 'x', 100000);
	big[100000] = '\0';
	answers_add_text(a, &a->top, "a", "",
			 "<w:p/>&amp;\"']]>{{b}}<?vb s 0?>");
	answers_add_text(a, &a->top, "b", "",
			 "e\xcc\x82\xcc\x81 \xf0\x9f\x8e\x93");
	answers_add_text(a, &a->top, "c", "", big);
	answers_finish(a, NULL);
	kit_is(k, P(T("{{a}}")), a, true,
	       P("<w:r><w:t xml:space=\"preserve\">&lt;w:p/&gt;&amp;amp;\"']]"
		 "&gt;{{b}}&lt;?vb s 0?&gt;</w:t></w:r>"),
	       "markup and tags in a value are words");
	kit_is(k, P(T("{{b}}")), a, true,
	       P("<w:r><w:t xml:space=\"preserve\">e\xcc\x82\xcc\x81 "
		 "\xf0\x9f\x8e\x93</w:t></w:r>"),
	       "NFD and emoji come out as they went in");
	kit_open(k, P(T("{{c}}")));
	kit_fill(k, a, false);
	xml = kit_part(k, "word/document.xml");
	ok(xml && strstr(xml, big), "100,000 characters");
	free(xml);
	xml = kit_part(k, "customXml/item1.xml");
	ok(xml && strstr(xml, big), "in the report part too");
	free(xml);
	free(big);
	answers_add_text(a, &a->top, "d", "", "a\x01");
	answers_finish(a, NULL);
	kit_open(k, P(T("{{d}}")));
	is_int(kit_fill(k, a, false), VB_ANSWERS, "a control character");
	is_str(k->err.text, "'d' holds a character that XML forbids (byte 2)",
	       "is refused by name");
	is_str(k->err.file, "a.xml", "with the file");
	vb_answers_free(a);
}

/* Foreign processing instructions, CDATA and comments in a template. */
static void test_template_noise(struct kit *k)
{
	struct vb_answers *a = kit_answers("x=1");

	kit_is(k,
	       P("<w:r><w:t><?vb s 0?>a<!-- c -->{<![CDATA[{x}}]]></w:t>"
		 "</w:r><?vb b 7?>"),
	       a, true,
	       P("<w:r><w:t xml:space=\"preserve\">a</w:t></w:r>"
		 "<w:r><w:t xml:space=\"preserve\">1</w:t></w:r>"),
	       "nobody forges a slot");
	kit_is(k,
	       "<v:p xmlns:v=\"http://schemas.openxmlformats.org/"
	       "wordprocessingml/2006/main\"><v:r><v:t>{{x}}</v:t></v:r></v:p>",
	       a, true,
	       "<v:p><w:r><w:t xml:space=\"preserve\">1</w:t></w:r></v:p>",
	       "another prefix");
	vb_answers_free(a);
}

static void test_notes(struct kit *k)
{
	struct vb_answers *a = kit_answers("x=1;y=2;z.th=3");

	kit_open(k, P(T("{{x}}")));
	kit_fill(k, a, false);
	is_str(buf_cstr(&k->findings),
	       "answer-without-slot/0 y: the template has no place for 'y'\n"
	       "answer-without-slot/0 z: the template has no place for 'z'\n",
	       "answers without a place are told");
	vb_answers_free(a);
}

/* ---- equal bytes, threads ------------------------------------------------ */

struct task {
	const struct vb_template *tpl;
	const struct vb_answers *answers;
	const struct vb_blob *want;
	bool same;
};

static void *fill_often(void *payload)
{
	struct task *task = payload;
	int i;

	task->same = true;
	for (i = 0; i < 50; i++) {
		struct vb_blob out = {0};

		if (vb_fill(task->tpl, task->answers, NULL, &out, NULL, NULL) ||
		    out.size != task->want->size ||
		    memcmp(out.data, task->want->data, out.size) != 0)
			task->same = false;
		vb_blob_release(&out);
	}
	return NULL;
}

static void test_threads(struct kit *k)
{
	struct vb_answers *a = kit_answers("x=1;y=2");
	struct task tasks[4];
	pthread_t threads[4];
	int i;

	kit_open(k, P(T("{{x}} {{y}} {{#x}}a{{/x}}{{^z}}b{{/z}}")));
	kit_fill(k, a, false);
	for (i = 0; i < 4; i++) {
		struct task task = {k->tpl, a, &k->out, false};

		tasks[i] = task;
		pthread_create(&threads[i], NULL, fill_often, &tasks[i]);
	}
	for (i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	for (i = 0; i < 4; i++)
		ok(tasks[i].same, "thread %d: the same bytes each time", i);
	vb_answers_free(a);
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	test_types();
	test_hostile(&k);
	test_template_noise(&k);
	test_notes(&k);
	test_threads(&k);
	kit_release(&k);
	return done_testing();
}
