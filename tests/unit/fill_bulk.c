/* Bulk: every unit, bad ones passed over, equal bytes, shards, resuming. */
#include "fill_kit.h"
#include "util/file.h"

#include <stdlib.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"1\" "
	"type=\"bao-cao\"><title>T</title><body>"
	"<line><text id=\"x\" label=\"X\" required=\"true()\"/>"
	"<count id=\"c\" label=\"C\"/>"
	"<text id=\"org_name\" label=\"O\"/></line></body></form>";

static const char UNITS[] = "code,name,org_name\n"
			    "A1,Một,PHÒNG MỘT\n"
			    "B2,Hai,PHÒNG HAI\n"
			    "C3,Ba,\n"
			    "D4,Bốn,PHÒNG BỐN\n"
			    "E5,Năm,PHÒNG NĂM\n";

struct log {
	struct buf text;
	size_t stop_at;
};

static int unit_done(void *payload, const char *code, enum vb_unit_state state,
		     const struct vb_error *err, size_t done, size_t total)
{
	struct log *log = payload;

	buf_addf(&log->text, "%s=%d%s%s ", code, (int)state, err ? ":" : "",
		 err ? err->text : "");
	return log->stop_at && done >= log->stop_at && total;
}

static char *path_of(const char *dir, const char *name)
{
	char *path = malloc(strlen(dir) + strlen(name) + 2);

	if (path)
		sprintf(path, "%s/%s", dir, name);
	return path;
}

static void put(const char *dir, const char *name, const char *text)
{
	char *path = path_of(dir, name);

	if (file_write(path, text, strlen(text), NULL))
		ok(false, "writes %s", path);
	free(path);
}

/* Sets the time of a file, in seconds of 1970. */
static void date_file(const char *dir, const char *name, long seconds)
{
	struct timespec times[2] = {{seconds, 0}, {seconds, 0}};
	char *path = path_of(dir, name);

	utimensat(AT_FDCWD, path, times, 0);
	free(path);
}

static void put_answers(const char *dir, const char *code, const char *unit,
			const char *inner)
{
	char name[32], text[512];

	snprintf(name, sizeof(name), "%s.xml", code);
	snprintf(text, sizeof(text),
		 "<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" "
		 "version=\"1\" unit=\"%s\">%s</answers>",
		 unit, inner);
	put(dir, name, text);
}

static bool same_file(const char *a, const char *b, const char *name)
{
	char *one = path_of(a, name), *two = path_of(b, name);
	struct vb_blob x = {0}, y = {0};
	bool same = !file_read(&x, one, NULL) && !file_read(&y, two, NULL) &&
		    x.size == y.size && memcmp(x.data, y.data, x.size) == 0;

	vb_blob_release(&x);
	vb_blob_release(&y);
	free(one);
	free(two);
	return same;
}

static bool exists(const char *dir, const char *name)
{
	char *path = path_of(dir, name);
	bool there = access(path, F_OK) == 0;

	free(path);
	return there;
}

static void test_all(struct kit *k, struct vb_units *units, const char *top)
{
	struct log log = {0};
	struct vb_bulk_options opt = {.jobs = 1, .unit_done = unit_done};
	struct vb_bulk_summary sum;
	struct vb_error err = {0};
	char *in = path_of(top, "in"), *one = path_of(top, "one/deep");
	char *two = path_of(top, "two");

	opt.payload = &log;
	opt.answers_dir = in;
	opt.out_dir = one;
	is_int(vb_bulk(k->tpl, k->form, units, &opt, &sum, &err), VB_OK,
	       "a run with bad units is a run");
	is_str(buf_cstr(&log.text),
	       "A1=0 B2=2:'c' is 'abc', not a whole number "
	       "C3=1 D4=2:the unit has no answers "
	       "E5=2:the answers are of the unit 'A1' ",
	       "each unit is told");
	is_int((long)(sum.done * 1000 + sum.findings * 100 + sum.failed * 10 +
		      sum.skipped),
	       1130, "the summary");
	is_int((long)sum.total, 5, "of all");
	ok(exists(one, "A1.docx") && exists(one, "C3.docx") &&
		   !exists(one, "B2.docx"),
	   "the files that can be are there");
	buf_clear(&log.text);
	opt.out_dir = two;
	opt.jobs = 3;
	vb_bulk(k->tpl, k->form, units, &opt, &sum, &err);
	ok(same_file(one, two, "A1.docx") && same_file(one, two, "C3.docx"),
	   "three workers write the same bytes");
	buf_clear(&log.text);
	opt.jobs = 1;
	opt.resume = true;
	date_file(in, "A1.xml", 1000);
	date_file(in, "C3.xml", 1000);
	date_file(top, "units.csv", 1000);
	vb_bulk(k->tpl, k->form, units, &opt, &sum, &err);
	is_int((long)sum.skipped, 2, "resuming skips what is there");
	date_file(two, "A1.docx", 500);
	vb_bulk(k->tpl, k->form, units, &opt, &sum, &err);
	is_int((long)sum.skipped, 1, "but not what is older than its answers");
	buf_release(&log.text);
	free(in);
	free(one);
	free(two);
}

static void test_shards(struct kit *k, struct vb_units *units, const char *top)
{
	struct vb_bulk_options opt = {.jobs = 2, .shards = 3};
	struct vb_bulk_summary sum;
	char *out = path_of(top, "shards");
	size_t total = 0;

	opt.out_dir = out;
	for (opt.shard = 1; opt.shard <= 3; opt.shard++) {
		vb_bulk(k->tpl, k->form, units, &opt, &sum, NULL);
		total += sum.total;
	}
	is_int((long)total, 5, "the shards together are all units");
	ok(exists(out, "A1.docx") && exists(out, "B2.docx") &&
		   exists(out, "D4.docx"),
	   "columns alone fill a page too");
	free(out);
}

static void test_stop(struct kit *k, struct vb_units *units, const char *top)
{
	struct log log = {.stop_at = 2};
	struct vb_bulk_options opt = {.jobs = 1, .unit_done = unit_done};
	struct vb_error err = {0};
	char *out = path_of(top, "stop");

	opt.payload = &log;
	opt.out_dir = out;
	is_int(vb_bulk(k->tpl, k->form, units, &opt, NULL, &err), VB_CANCELLED,
	       "a run may be stopped");
	is_str(err.text, "stopped after 2 of 5 units", "and says where");
	buf_release(&log.text);
	free(out);
}

int main(void)
{
	char top[] = "/tmp/vanban-bulk-XXXXXX", remove[64], *in, *csv;
	struct kit k = {0};
	struct vb_units *units = NULL;
	struct vb_error err = {0};

	vb_init();
	if (!mkdtemp(top) ||
	    vb_form_parse(&k.form, FORM, sizeof(FORM) - 1, "", &err) ||
	    kit_open(&k, "<w:p><w:r><w:t>{{org_name}} {{x}} {{c}}</w:t></w:r>"
			 "</w:p>"))
		ok(false, "starts: %s %s", err.text, k.err.text);
	/* in memory: nothing on disk to be newer than */
	k.tpl->file = "";
	in = path_of(top, "in");
	csv = path_of(top, "units.csv");
	mkdir(in, 0777);
	put(top, "units.csv", UNITS);
	put_answers(in, "A1", "A1", "<x>a</x>");
	put_answers(in, "B2", "B2", "<x>b</x><c>abc</c>");
	put_answers(in, "C3", "", "");
	put_answers(in, "E5", "A1", "<x>e</x>");
	if (vb_units_read(&units, csv, &err))
		ok(false, "units: %s", err.text);
	test_all(&k, units, top);
	test_shards(&k, units, top);
	test_stop(&k, units, top);
	snprintf(remove, sizeof(remove), "rm -rf %s", top);
	is_int(system(remove), 0, "cleans up");
	free(in);
	free(csv);
	vb_units_free(units);
	kit_release(&k);
	return done_testing();
}
