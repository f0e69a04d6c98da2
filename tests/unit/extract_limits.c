/* What reading a document takes, up to its limits and past them. */
#include "extract_kit.h"

#include "extract/inspect.h"
#include "extract/reading.h"
#include "util/file.h"

#include <stdlib.h>
#include <unistd.h>

static int read_shown(const char *open, int n, struct vb_error *err)
{
	struct report *report = NULL;
	struct buf xml = BUF_INIT;
	int i, code;

	memset(err, 0, sizeof(*err));
	buf_addf(&xml, "<report xmlns='%s'><x>", MARK_REPORT_NS);
	for (i = 0; i < n; i++)
		buf_adds(&xml, open);
	buf_adds(&xml, "</x></report>");
	code = report_read(&report, xml.data, xml.size, "p", err);
	report_free(report);
	buf_release(&xml);
	return code;
}

static void test_report(void)
{
	struct vb_error err;

	is_int(read_shown("<f/>", REPORT_SHOWN_MAX, &err), VB_OK,
	       "a million values");
	is_int(read_shown("<f/>", REPORT_SHOWN_MAX + 1, &err), VB_LIMIT,
	       "and one more");
	is_str(err.text, "more than 1000000 values", "says so");
	is_int(read_shown("<n/>", REPORT_SHOWN_MAX + 1, &err), VB_LIMIT,
	       "their names too");
}

static int inspect_tags(const char *path, int n, struct vb_error *err)
{
	struct buf body = BUF_INIT;
	struct vb_blob docx, out = {NULL, 0};
	int i, code;

	memset(err, 0, sizeof(*err));
	buf_adds(&body, "<w:p><w:r><w:t>");
	for (i = 0; i < n; i++)
		buf_adds(&body, "{{a}} ");
	buf_adds(&body, "</w:t></w:r></w:p>");
	docx = kit_docx(buf_cstr(&body), NULL, NULL);
	code = file_write(path, docx.data, docx.size, err);
	if (code == VB_OK)
		code = vb_inspect(path, NULL, false, &out, NULL, err);
	vb_blob_release(&docx);
	vb_blob_release(&out);
	buf_release(&body);
	return code;
}

static void test_inspect(void)
{
	char dir[] = "/tmp/vanban-limits-XXXXXX", path[64];
	struct vb_error err;

	if (!ok(mkdtemp(dir) != NULL, "a folder"))
		return;
	snprintf(path, sizeof(path), "%s/x.docx", dir);
	is_int(inspect_tags(path, INSPECT_ITEMS_MAX, &err), VB_OK,
	       "as many tags as are shown");
	is_int(inspect_tags(path, INSPECT_ITEMS_MAX + 1, &err), VB_LIMIT,
	       "and one more");
	is_str(err.text, "more than 300000 marks", "says so");
	unlink(path);
	rmdir(dir);
}

/* Rows in which nobody can read the number. */
static struct vb_reading *read_rows(const struct vb_form *form, int n)
{
	struct vb_reading *reading;
	struct buf body = BUF_INIT;
	int i;

	buf_adds(&body, "<w:tbl>");
	for (i = 1; i <= n; i++)
		buf_addf(&body, TR(TC(P(BM("%d", "vb_item_n__r%d", R("abc"))))),
			 i, i, i);
	buf_adds(&body, "</w:tbl>");
	reading = kit_read(form, buf_cstr(&body), NULL);
	buf_release(&body);
	return reading;
}

static size_t count(const struct vb_reading *reading, const char *rule)
{
	size_t i, n = 0;

	for (i = 0; i < vb_reading_findings(reading); i++)
		n += strcmp(vb_reading_finding(reading, i)->rule, rule) == 0;
	return n;
}

static void test_findings(const struct vb_form *form)
{
	struct vb_reading *few = read_rows(form, 100);
	struct vb_reading *many = read_rows(form, READING_FINDINGS_MAX + 5);
	size_t n = few ? vb_reading_findings(few) : 0;
	const struct vb_finding *last;

	if (!ok(n > 100 && many, "read"))
		return;
	is_int((long)count(few, "value-invalid"), 100, "a finding a row");
	is_int((long)count(few, "more-findings"), 0, "all of them told");
	n = vb_reading_findings(many);
	is_int((long)n, READING_FINDINGS_MAX, "so many are told");
	last = vb_reading_finding(many, n - 1);
	is_str(last->rule, "more-findings", "the last says there are more");
	is_str(last->message, "there are more findings than these", "and how");
	is_int((long)count(many, "more-findings"), 1, "once");
	vb_reading_free(few);
	vb_reading_free(many);
}

int main(void)
{
	struct vb_form *form = kit_read_form();

	test_report();
	test_inspect();
	if (ok(form != NULL, "form"))
		test_findings(form);
	vb_form_free(form);
	return done_testing();
}
