/* What a template takes, up to its limits and past them. */
#include "fill_kit.h"

/* `n` paragraphs of a tag, opened. */
static int open_many(struct kit *k, const char *tag, int n)
{
	struct buf body = BUF_INIT;
	int i, code;

	for (i = 0; i < n; i++)
		buf_addf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", tag);
	code = kit_open(k, buf_cstr(&body));
	buf_release(&body);
	return code;
}

static void test_slots(struct kit *k)
{
	is_int(open_many(k, "{{a}}", FILL_SLOTS_MAX), VB_OK, "20,000 slots");
	is_int(open_many(k, "{{a}}", FILL_SLOTS_MAX + 1), VB_LIMIT,
	       "and one more");
	is_str(k->err.text, "more than 20000 slots", "says so");
	is_int(open_many(k, "{{#a}}{{/a}}", FILL_ENDS_MAX / 2 + 1), VB_LIMIT,
	       "sections");
	is_str(k->err.text, "more than 20000 section tags", "says so");
	is_int(open_many(k, "{{a}}{{a b}}", FILL_SLOTS_MAX + 1), VB_TEMPLATE,
	       "a fault before that is the error");
	is_int(k->err.code, VB_TEMPLATE, "and its code");
}

static int lines(const char *text, const char *start)
{
	int n = 0;

	for (; text; text = strchr(text, '\n')) {
		text += *text == '\n';
		n += strncmp(text, start, strlen(start)) == 0;
	}
	return n;
}

static void test_faults(struct kit *k)
{
	const char *told;

	is_int(open_many(k, "{{a b}}", FILL_FAULTS_MAX + 5), VB_TEMPLATE,
	       "many tags that are none");
	told = buf_cstr(&k->findings);
	is_int(lines(told, "bad-tag/"), FILL_FAULTS_MAX - 1, "are told");
	is_int(lines(told, "more-findings/0 "), 1, "the last says more");
	is_int(open_many(k, "{{a b}}", 3), VB_TEMPLATE, "a few");
	told = buf_cstr(&k->findings);
	is_int(lines(told, "bad-tag/"), 3, "are told");
	is_int(lines(told, "more-findings/"), 0, "and no more");
}

int main(void)
{
	struct kit k = {0};

	vb_init();
	test_slots(&k);
	test_faults(&k);
	kit_release(&k);
	return done_testing();
}
