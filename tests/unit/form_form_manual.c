/* docs/vanban-form.5 against the reader: its examples are run, and every
 * element, attribute, type, option and mark of the schema is in it. */
#include "vanban.h"

#include <stdlib.h>

#include "form/form.h"
#include "form/units.h"
#include "tap.h"
#include "util/asset.h"
#include "util/buf.h"
#include "util/file.h"

/* The literal block behind `.\" example: NAME`. */
static void example(struct buf *out, const char *manual, const char *name)
{
	char mark[64];
	const char *from, *to;

	(void)snprintf(mark, sizeof(mark), ".\\\" example: %s\n.Bd -literal\n",
		       name);
	from = strstr(manual, mark);
	to = from ? strstr(from, "\n.Ed\n") : NULL;
	buf_clear(out);
	if (to) {
		from += strlen(mark);
		buf_add(out, from, (size_t)(to - from) + 1);
	}
	ok(to != NULL, "the manual has an example: %s", name);
}

static void take(void *payload, const struct vb_finding *finding)
{
	(void)payload;
	printf("# %s %s: %s\n", finding->rule, finding->field,
	       finding->message);
}

static void run_answers(const struct vb_form *form, const struct buf *text)
{
	struct vb_sink sink = {take, NULL};
	struct vb_answers *answers = NULL;
	struct vb_blob written = {0};
	struct vb_error err = {0};
	size_t count = 0;

	is_int(vb_answers_parse(&answers, form, text->data, text->size,
				"manual", &sink, &err),
	       VB_OK, "the answers are read");
	is_str(err.text, "", "without an error");
	if (!answers)
		return;
	is_int(vb_answers_check(answers, form, "manual", &sink, &count, NULL),
	       VB_OK, "and judged");
	is_int((long)count, 0, "without a finding");
	is_int(vb_answers_write(answers, &written, NULL), VB_OK, "written");
	is_str((const char *)written.data, buf_cstr(text),
	       "they are canonical");
	vb_blob_release(&written);
	vb_answers_free(answers);
}

static void run_units(const struct vb_form *form, const struct buf *text)
{
	struct vb_units *units = NULL;
	struct vb_answers *answers = answers_new(form);
	struct vb_blob written = {0};
	struct vb_error err = {0};

	is_int(units_parse(&units, text->data, text->size, "manual", &err),
	       VB_OK, "the units are read");
	is_str(err.text, "", "without an error");
	is_int((long)vb_units_count(units), 2, "two of them");
	is_int(units_merge(units, 0, answers, &err), VB_OK, "merged");
	is_int(vb_answers_write(answers, &written, NULL), VB_OK, "written");
	is_str((const char *)written.data,
	       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	       "<answers xmlns=\"urn:vanban:answers:1\" form=\"vi-du\" "
	       "version=\"1\" unit=\"PGD-SN\">\n"
	       "  <doc_code>BC-PGDĐT</doc_code>\n"
	       "  <place>Sông Ngọc</place>\n"
	       "  <recipients>\n"
	       "    <recipient_name_txt>Sở GDĐT (b/c)</recipient_name_txt>\n"
	       "  </recipients>\n"
	       "  <recipients>\n"
	       "    <recipient_name_txt>UBND quận (b/c)</recipient_name_txt>\n"
	       "  </recipients>\n"
	       "</answers>\n",
	       "the columns are answers");
	vb_blob_release(&written);
	vb_answers_free(answers);
	vb_units_free(units);
}

static void test_examples(const char *manual)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	struct buf text = BUF_INIT;

	example(&text, manual, "form");
	is_int(vb_form_parse(&form, text.data, text.size, "manual", &err),
	       VB_OK, "the form is read");
	is_str(err.text, "", "without an error");
	if (form) {
		example(&text, manual, "answers");
		run_answers(form, &text);
		example(&text, manual, "units");
		run_units(form, &text);
	}
	vb_form_free(form);
	buf_release(&text);
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || c == '-';
}

/* The name set in one of the manual's macros, as a whole word. */
static bool is_in_manual(const char *manual, const char *name, size_t size)
{
	char word[64];
	const char *at = manual;

	if (size >= sizeof(word))
		return false;
	memcpy(word, name, size);
	word[size] = '\0';
	while ((at = strstr(at, word)) != NULL) {
		const char *line = at;

		while (line > manual && line[-1] != '\n')
			line--;
		if (line[0] == '.' && line[1] != '\\' && !is_word(at[size]) &&
		    at[-1] == ' ')
			return true;
		at += size;
	}
	return false;
}

/* Whatever stands in the schema between `before` and `after`. */
static void test_names(const char *manual, const char *schema,
		       const char *before, const char *after)
{
	const char *at = schema;
	long names = 0, missing = 0;

	while ((at = strstr(at, before)) != NULL) {
		const char *end;

		at += strlen(before);
		end = strstr(at, after);
		if (!end)
			break;
		names++;
		if (!is_in_manual(manual, at, (size_t)(end - at))) {
			printf("# not in the manual: %.*s\n", (int)(end - at),
			       at);
			missing++;
		}
	}
	ok(names > 10, "the schema names things: %ld %s", names, before);
	is_int(missing, 0, "each is in the manual");
}

static void test_types(const char *manual)
{
	for (int i = 0; i <= FIELD_REPEAT; i++) {
		const char *name = field_type_name((enum field_type)i);
		char row[64];

		(void)snprintf(row, sizeof(row), ".It %s", name);
		ok(strstr(manual, row) != NULL, "values of type %s", name);
	}
}

int main(void)
{
	const struct asset *schema = asset_find("form.rng");
	struct vb_blob manual = {0};
	struct vb_error err = {0};
	const char *top = getenv("TOP");
	char path[512];

	(void)snprintf(path, sizeof(path), "%s/docs/vanban-form.5",
		       top ? top : ".");
	vb_init();
	is_int(file_read(&manual, path, &err), VB_OK, "the manual is there");
	if (manual.data && schema) {
		const char *text = (const char *)manual.data;
		const char *rng = (const char *)schema->data;

		test_examples(text);
		test_names(text, rng, "<element name=\"", "\"");
		test_names(text, rng, "<attribute name=\"", "\"");
		test_names(text, rng, "<value>", "</value>");
		test_types(text);
	}
	vb_blob_release(&manual);
	return done_testing();
}
