/* Equal inputs, equal bytes: any number of workers, one worker's buffers after
 * other documents, lists, notes, comments, ids and pictures in all of them. */
#include "fill_pack.h"

#include "util/file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	UNITS = 12
};

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body><line><text id=\"t\"/></line>"
	"<image id=\"logo\"/><repeat id=\"g\"><line><text id=\"n\"/></line>"
	"</repeat></body></form>";

static const unsigned char GIF[] = {'G', 'I',  'F', '8', '9',  'a', 1, 0,   1,
				    0,	 0x80, 0,   0,	 0,    0,   0, 255, 255,
				    255, ',',  0,   0,	 0,    0,   1, 0,   1,
				    0,	 0,    2,   2,	 0x44, 1,   0, ';'};

#define P(x) "<w:p>" x "</w:p>"
#define T(x) "<w:r><w:t>" x "</w:t></w:r>"

static const struct pack PACK = {
	{[PACK_BODY] = P(T("{{t}} {{logo}}")) P(T(
		 "{{#g}}")) "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
			    "w:val=\"1\"/></w:numPr></w:pPr><w:bookmarkStart "
			    "w:id=\"1\" w:name=\"b\"/>" T(
				    "{{n}}") "<w:bookmarkEnd w:id=\"1\"/><w:r><w:footnoteReference "
					     "w:id=\"2\"/></w:r><w:r><w:commentReference "
					     "w:id=\"0\"/></w:r></w:p>" P(T(
						     "{{/g}}")) "<w:sectPr><w:headerReference w:type=\"default\" "
								"r:id=\"rId7\"/></w:sectPr>",
	 [PACK_NUMBERING] = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl "
			    "w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
			    "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"
			    "</w:lvl></w:abstractNum><w:num w:numId=\"1\">"
			    "<w:abstractNumId w:val=\"0\"/></w:num>",
	 [PACK_FOOTNOTES] =
		 "<w:footnote w:id=\"2\">" P(T("{{n}}")) "</w:footnote>",
	 [PACK_COMMENTS] = "<w:comment w:id=\"0\" w:author=\"A\">" P(
		 T("{{n}}")) "</w:comment>",
	 [PACK_HEADER] = P(T("{{t}}"))}};

static char top[64];

static const char *at(const char *folder, int unit, const char *ext)
{
	static char path[160];

	if (unit < 0)
		snprintf(path, sizeof(path), "%s/%s", top, folder);
	else
		snprintf(path, sizeof(path), "%s/%s/U%02d%s", top, folder, unit,
			 ext);
	return path;
}

static bool put(const char *path, const void *data, size_t size)
{
	return file_write(path, data, size, NULL) == VB_OK;
}

/* Units of different lengths, so that workers overtake each other. */
static struct vb_units *make_units(void)
{
	struct vb_units *units = NULL;
	struct buf csv = BUF_INIT, xml = BUF_INIT;
	bool good = mkdir(at("in", -1, ""), 0700) == 0 &&
		    put(at("in/a.gif", -1, ""), GIF, sizeof(GIF));
	int i, row;

	buf_adds(&csv, "code,name\n");
	for (i = 0; i < UNITS; i++) {
		buf_addf(&csv, "U%02d,n\n", i);
		buf_clear(&xml);
		buf_addf(&xml,
			 "<answers xmlns=\"urn:vanban:answers:1\" form=\"f\" "
			 "version=\"2\" unit=\"U%02d\"><t>%d</t><logo><file>"
			 "a.gif</file></logo>",
			 i, i);
		for (row = 0; row < (i * 7) % 5 * 300; row++)
			buf_addf(&xml, "<g><n>%d</n></g>", row);
		buf_adds(&xml, "</answers>");
		good = good && put(at("in", i, ".xml"), xml.data, xml.size);
	}
	good = good && put(at("units.csv", -1, ""), csv.data, csv.size) &&
	       vb_units_read(&units, at("units.csv", -1, ""), NULL) == VB_OK;
	ok(good, "units");
	buf_release(&csv);
	buf_release(&xml);
	return units;
}

static bool fill_all(const struct kit *k, const struct vb_units *units,
		     const char *folder, unsigned jobs)
{
	char in[96], out[96];
	struct vb_bulk_options opt = {.jobs = jobs};
	struct vb_bulk_summary sum;

	snprintf(in, sizeof(in), "%s/in", top);
	snprintf(out, sizeof(out), "%s/%s", top, folder);
	opt.answers_dir = in;
	opt.out_dir = out;
	return vb_bulk(k->tpl, k->form, units, &opt, &sum, NULL) == VB_OK &&
	       sum.done == UNITS;
}

static int count_same(const char *a, const char *b)
{
	int i, n = 0;

	for (i = 0; i < UNITS; i++) {
		struct vb_blob x = {0}, y = {0};

		n += file_read(&x, at(a, i, ".docx"), NULL) == VB_OK &&
		     file_read(&y, at(b, i, ".docx"), NULL) == VB_OK &&
		     x.size == y.size && memcmp(x.data, y.data, x.size) == 0;
		vb_blob_release(&x);
		vb_blob_release(&y);
	}
	return n;
}

static void clean(void)
{
	static const char *const FOLDERS[] = {"in", "one", "four", "again"};
	size_t f;
	int i;

	for (f = 0; f < sizeof(FOLDERS) / sizeof(FOLDERS[0]); f++) {
		for (i = 0; i < UNITS; i++)
			unlink(at(FOLDERS[f], i, f ? ".docx" : ".xml"));
		unlink(at("in/a.gif", -1, ""));
		rmdir(at(FOLDERS[f], -1, ""));
	}
	unlink(at("units.csv", -1, ""));
	rmdir(top);
}

int main(void)
{
	struct kit k = {0}, other = {0};
	struct vb_answers *a;
	struct vb_units *units;

	vb_init();
	snprintf(top, sizeof(top), "/tmp/vanban-same-XXXXXX");
	if (!ok(mkdtemp(top) && !vb_form_parse(&k.form, FORM, sizeof(FORM) - 1,
					       "f", NULL),
		"folder and form"))
		return done_testing();
	units = make_units();
	a = kit_parse(&k, "<t>x</t><g><n>1</n></g>");
	ok(pack_fill(&k, &PACK, a, false, "same"), "a template");
	ok(fill_all(&k, units, "one", 1), "one worker");
	ok(fill_all(&k, units, "four", 4), "four workers");
	is_int(count_same("one", "four"), UNITS, "the same bytes");
	other.form = k.form;
	ok(pack_fill(&other, &PACK, a, false, "same") &&
		   fill_all(&other, units, "again", 3),
	   "another machine: the template compiled anew");
	is_int(count_same("one", "again"), UNITS, "the same bytes");
	other.form = NULL;
	kit_release(&other);
	clean();
	vb_answers_free(a);
	vb_units_free(units);
	kit_release(&k);
	return done_testing();
}
