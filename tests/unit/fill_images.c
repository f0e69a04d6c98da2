/* Pictures: told by content, fitted to their place, read from one folder. */
#include "fill_kit.h"

#include "fill/image.h"
#include "util/file.h"

#include <sys/stat.h>
#include <unistd.h>

#define P(x) "<w:p>" x "</w:p>"
#define T(x) "<w:r><w:t>" x "</w:t></w:r>"
#define A_NS "http://schemas.openxmlformats.org/drawingml/2006/main"
#define R_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PIC_NS "http://schemas.openxmlformats.org/drawingml/2006/picture"
/* A frame of 20 by 20 mm. */
#define FRAME(words)                                                                              \
	"<w:r><w:drawing><wp:inline><wp:extent cx=\"720000\" cy=\"720000\"/>"                     \
	"<wp:docPr id=\"1\" name=\"P\" descr=\"" words "\"/>"                                     \
	"<a:graphic xmlns:a=\"" A_NS "\"><a:graphicData uri=\"" PIC_NS                            \
	"\"><pic:pic xmlns:pic=\"" PIC_NS "\"><pic:nvPicPr><pic:cNvPr "                           \
	"id=\"1\" name=\"P\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"" R_NS \
	"\" r:embed=\"rId1\"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"

static const char FORM[] =
	"<form xmlns=\"urn:vanban:form:1\" id=\"f\" version=\"2\" "
	"type=\"bao-cao\"><title>T</title><body>"
	"<image id=\"logo\" label=\"Biểu &lt;trưng\"/><image id=\"two\"/>"
	"<line><text id=\"t\"/></line></body></form>";
static const char LOGO[] = "<logo><file>a.png</file></logo>";

static char folder[64];

static void put32(struct buf *out, uint32_t n)
{
	int shift;

	for (shift = 24; shift >= 0; shift -= 8)
		buf_addc(out, (char)(n >> shift));
}

static void chunk(struct buf *out, const char *type, const void *data,
		  size_t size)
{
	struct buf body = BUF_INIT;
	uint32_t crc = 0xffffffffU;
	size_t i;
	int bit;

	buf_adds(&body, type);
	buf_add(&body, data, size);
	for (i = 0; i < body.size; i++) {
		crc ^= (unsigned char)body.data[i];
		for (bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320U : 0);
	}
	put32(out, (uint32_t)size);
	buf_add(out, body.data, body.size);
	put32(out, ~crc);
	buf_release(&body);
}

/* A PNG of that size; its pixels are not looked at. */
static struct buf png(uint32_t width, uint32_t height, uint32_t per_metre)
{
	struct buf out = BUF_INIT, data = BUF_INIT;

	buf_add(&out, "\x89PNG\r\n\x1a\n", 8);
	put32(&data, width);
	put32(&data, height);
	buf_add(&data, "\x08\x02\0\0\0", 5);
	chunk(&out, "IHDR", data.data, data.size);
	if (per_metre) {
		buf_clear(&data);
		put32(&data, per_metre);
		put32(&data, per_metre);
		buf_addc(&data, 1);
		chunk(&out, "pHYs", data.data, data.size);
	}
	chunk(&out, "IDAT", "x", 1);
	chunk(&out, "IEND", "", 0);
	buf_release(&data);
	return out;
}

static void save(const char *name, const void *data, size_t size)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (file_write(path, data, size, NULL))
		printf("# cannot write %s\n", path);
}

static void save_png(const char *name, uint32_t width, uint32_t height)
{
	struct buf data = png(width, height, 0);

	save(name, data.data, data.size);
	buf_release(&data);
}

/* ---- what a file is ----------------------------------------------------- */

static void reads(const void *data, size_t size, const char *want,
		  const char *what)
{
	struct vb_error err = {0};
	struct image image;
	char got[512];

	if (image_read(&image, data, size, &err))
		snprintf(got, sizeof(got), "%s", err.text);
	else
		snprintf(got, sizeof(got), "%s %ux%u %llux%llu",
			 image_extension(image.kind), image.width, image.height,
			 (unsigned long long)image.cx / IMAGE_EMU_TWIP,
			 (unsigned long long)image.cy / IMAGE_EMU_TWIP);
	is_str(got, want, what);
}

#define READS(data, want, what) reads(data, sizeof(data) - 1, want, what)

static void test_kinds(void)
{
	struct buf a = png(96, 192, 0), b = png(300, 300, 11811);
	struct buf c = png(40000, 1, 0), d = png(20000, 20000, 0);
	struct buf e = png(0, 1, 0);

	reads(a.data, a.size, "png 96x192 1440x2880", "96 dpi by default");
	reads(b.data, b.size, "png 300x300 1440x1440", "its own resolution");
	reads(a.data, a.size - 12, "the PNG picture is damaged or cut off",
	      "a PNG without its end");
	a.data[20] ^= 1;
	reads(a.data, a.size, "the PNG picture is damaged or cut off",
	      "a PNG with a wrong check sum");
	reads(c.data, c.size,
	      "the picture has 40000 by 1 pixels, more than 100000000",
	      "a side too long");
	reads(d.data, d.size,
	      "the picture has 20000 by 20000 pixels, more than 100000000",
	      "too many pixels");
	reads(e.data, e.size, "the picture has no pixels", "no pixels");
	READS("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\2\0\x76\0\x76\0\0"
	      "\xff\xc0\0\x0b\x08\0\x64\0\xc8\1\1\1\0"
	      "\xff\xda\0\2pixels\xff\xd9",
	      "jpeg 200x100 960x480", "a JPEG, dots per centimetre");
	READS("\xff\xd8\xff\xc2\0\x0b\x08\0\x64\0\xc8\1\1\1\0\xff\xda\0\2px",
	      "the JPEG picture is damaged or cut off", "a JPEG cut off");
	READS("\xff\xd8\xff\xc2\xff\xff",
	      "the JPEG picture is damaged or cut "
	      "off",
	      "a JPEG with a wrong length");
	READS("GIF89a\x10\0\x20\0\0\0\0;", "gif 16x32 240x480", "a GIF");
	READS("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"25.4mm\" "
	      "viewBox=\"0 0 10 20\"/>",
	      "svg 96x192 1440x2880", "an SVG: one side and its view box");
	READS("\xef\xbb\xbf<?xml version=\"1.0\"?><svg "
	      "xmlns=\"http://www.w3.org/2000/svg\"/>",
	      "svg 300x150 4500x2250", "an SVG without a size");
	READS("<html/>", "no PNG, JPEG, GIF or SVG picture", "other XML");
	READS("BM......", "no PNG, JPEG, GIF or SVG picture", "other bytes");
	READS("", "no PNG, JPEG, GIF or SVG picture", "nothing");
	buf_release(&a);
	buf_release(&b);
	buf_release(&c);
	buf_release(&d);
	buf_release(&e);
}

/* ---- on the page -------------------------------------------------------- */

static char *filled(struct kit *k, const char *body, const char *inner,
		    bool plain)
{
	struct vb_answers *answers = kit_parse(k, inner);
	char *xml = NULL;

	if (kit_open(k, body) || kit_fill(k, answers, plain))
		printf("# %s\n", k->err.text);
	else
		xml = kit_part(k, "word/document.xml");
	vb_answers_free(answers);
	return xml;
}

static void has(struct kit *k, const char *body, const char *inner,
		const char *want, const char *what)
{
	char *xml = filled(k, body, inner, false);

	if (!ok(xml && strstr(xml, want), "%s", what))
		printf("# got %s\n", xml ? xml : "nothing");
	free(xml);
}

static void fails(struct kit *k, const char *inner, const char *want,
		  const char *what)
{
	struct vb_answers *answers = kit_parse(k, inner);

	if (kit_open(k, P(T("{{logo}}"))))
		printf("# %s\n", k->err.text);
	is_int(kit_fill(k, answers, false), VB_ANSWERS, what);
	is_str(k->err.text, want, what);
	vb_answers_free(answers);
}

static void test_places(struct kit *k)
{
	char *xml;

	has(k, P(T("{{logo}}")), LOGO,
	    "<w:tag w:val=\"logo\"/><w:id w:val=\"1000000\"/><w:picture/>"
	    "</w:sdtPr><w:sdtContent><w:r><w:drawing><wp:inline",
	    "a tag becomes a picture in a control for one");
	has(k, P(T("{{logo}}")), LOGO,
	    "<wp:extent cx=\"1905000\" cy=\"952500\"/><wp:docPr id=\"1000\" "
	    "name=\"a.png\" descr=\"Biểu &lt;trưng\"/>",
	    "in its natural size, with words for who does not see it");
	has(k, P(T("{{logo|width 20}}")), LOGO,
	    "<wp:extent cx=\"720000\" cy=\"360000\"/>", "as wide as told");
	has(k, P(T("{{logo}}")), "<logo><file>wide.png</file></logo>",
	    "<wp:extent cx=\"5939790\" cy=\"593979\"/>",
	    "not wider than the text");
	has(k,
	    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcW w:w=\"1216\" "
	    "w:type=\"dxa\"/></w:tcPr>" P(T("{{logo}}")) "</w:tc></w:tr>"
							 "</w:tbl>",
	    LOGO, "<wp:extent cx=\"635000\" cy=\"317500\"/>",
	    "nor than its cell");
	has(k, P(FRAME("{{logo}}")), LOGO,
	    "<w:bookmarkStart w:id=\"1000\" w:name=\"vb_logo\"/><w:r>"
	    "<w:drawing><wp:inline><wp:extent cx=\"720000\" cy=\"360000\"/>"
	    "<wp:docPr id=\"1000\" name=\"a.png\" descr=\"Biểu &lt;trưng\" "
	    "title=\"{{logo}}\"/>",
	    "a picture whose words are a tag keeps its frame");
	has(k, P("<w:r><w:t>a</w:t><w:tab/></w:r>" FRAME("{{logo}}")), "",
	    "<w:r><w:t>a</w:t><w:tab/></w:r><w:bookmarkStart w:id=\"1000\" "
	    "w:name=\"vb_logo\"/><w:r><w:drawing><wp:inline>"
	    "<wp:extent cx=\"720000\" cy=\"720000\"/><wp:docPr id=\"1\" "
	    "name=\"P\" descr=\"{{logo}}\"/>",
	    "and its own picture without an answer");
	xml = filled(k, P(FRAME("{{logo}}") FRAME("{{two}}")),
		     "<logo><file>a.png</file></logo>"
		     "<two><file>same.png</file></two>",
		     true);
	ok(xml && strstr(xml, "title=\"\"") && !strstr(xml, "{{"),
	   "a plain page has no tag left");
	free(xml);
	xml = kit_part(k, "word/media/image2.png");
	ok(!xml, "equal pictures are one part");
	free(xml);
	has(k,
	    P("<w:sdt><w:sdtPr><w:tag w:val=\"logo\"/><w:showingPlcHdr/>"
	      "<w:picture/></w:sdtPr><w:sdtContent>" FRAME("x") "</"
								"w:sdtContent>"
								"</w:sdt>"),
	    LOGO,
	    "<w:picture/></w:sdtPr><w:sdtContent><w:r><w:drawing><wp:inline>"
	    "<wp:extent cx=\"720000\" cy=\"360000\"/>",
	    "a picture control");
	has(k, P(T("{{logo}}")), "<logo><file>s.svg</file></logo>",
	    "r:embed=\"rId3\"><a:extLst", "an SVG has a PNG beside it");
	kit_open(k, P(FRAME("{{t}}")));
	ok(strstr(buf_cstr(&k->findings),
		  "section-shape/2 t p1: 't' is no image, but a picture has "
		  "its name\n") != NULL,
	   "a picture with the name of another field");
}

static void test_faults(struct kit *k)
{
	char path[128], target[128];

	fails(k, "<logo><file>bad.png</file></logo>",
	      "the picture 'bad.png' of 'logo': no PNG, JPEG, GIF or SVG "
	      "picture",
	      "told by content, not by name");
	snprintf(path, sizeof(path), "%s/link.png", folder);
	snprintf(target, sizeof(target), "%s/a.png", folder);
	if (symlink(target, path))
		printf("# no symlink\n");
	fails(k, "<logo><file>link.png</file></logo>",
	      "the picture 'link.png' of 'logo': a symbolic link is not "
	      "followed: Too many levels of symbolic links",
	      "a symbolic link");
	snprintf(path, sizeof(path), "%s/pipe", folder);
	if (mkfifo(path, 0600))
		printf("# no pipe\n");
	fails(k, "<logo><file>pipe</file></logo>",
	      "the picture 'pipe' of 'logo': not a file", "a pipe");
	is_str(k->err.where, "line 1", "with the line of the answer");
}

static void test_missing(struct kit *k)
{
	has(k, P(T("{{logo}}")), "<logo><file>none.png</file></logo>",
	    "none.png</w:t>", "a picture that is not there is its name");
	is_str(buf_cstr(&k->findings),
	       "picture-missing/1 logo: there is no picture 'none.png' beside "
	       "the answers\n",
	       "and told");
	has(k, P(FRAME("{{logo}}")), "<logo><file>none.png</file></logo>",
	    "name=\"P\" descr=\"{{logo}}\"", "a frame keeps its own");
	k->folder = NULL;
	has(k, P(T("{{logo}}")), LOGO, "a.png</w:t>",
	    "answers from memory have no pictures");
	k->folder = folder;
}

static void returns(struct kit *k, const char *body, const char *inner,
		    const char *what)
{
	char *xml = filled(k, body, inner, false);
	struct vb_answers *want = kit_parse(k, inner);
	struct vb_reading *reading = NULL;
	struct vb_blob a = {0}, b = {0};
	struct vb_error err = {0};

	if (vb_read_memory(&reading, k->out.data, k->out.size, "o", k->form,
			   NULL, &err))
		printf("# %s\n", err.text);
	else
		vb_answers_write(vb_reading_answers(reading), &a, &err);
	vb_answers_write(want, &b, &err);
	is_str((const char *)a.data, (const char *)b.data, what);
	vb_blob_release(&a);
	vb_blob_release(&b);
	vb_reading_free(reading);
	vb_answers_free(want);
	free(xml);
}

static void test_returns(struct kit *k)
{
	struct vb_reading *reading = NULL;
	const struct vb_read_field *field;
	char *xml;

	returns(k, P(T("{{logo}}")), LOGO, "a picture is read back");
	returns(k, P(FRAME("{{logo}}")), LOGO, "in a frame too");
	returns(k, P(FRAME("{{logo}}")), "", "a frame without one is blank");
	returns(k, P(T("{{logo}}")), "", "and so is a tag");
	xml = filled(k, P(T("{{logo}}")), LOGO, false);
	vb_blob_release(&k->out);
	k->out = kit_package(xml);
	free(xml);
	if (vb_read_memory(&reading, k->out.data, k->out.size, "o", k->form,
			   NULL, NULL))
		printf("# unread\n");
	field = vb_reading_field(reading, 0);
	ok(field && field->state == VB_INVALID && !*field->value,
	   "without the answers it is no value, and told");
	vb_reading_free(reading);
}

int main(void)
{
	static const char *const NAMES[] = {"a.png",	"same.png", "wide.png",
					    "bad.png",	"s.svg",    "s.png",
					    "link.png", "pipe"};
	const char *tmp = getenv("TMPDIR");
	struct kit k = {0};
	char path[128];
	size_t i;

	vb_init();
	snprintf(folder, sizeof(folder), "%s/vbimgXXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(folder))
		return 1;
	k.folder = folder;
	save_png("a.png", 200, 100);
	save_png("same.png", 200, 100);
	save_png("wide.png", 3000, 300);
	save("bad.png", "no picture", 10);
	save("s.svg",
	     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1in\"/>", 54);
	save_png("s.png", 20, 10);
	if (vb_form_parse(&k.form, FORM, sizeof(FORM) - 1, "f", &k.err))
		printf("# %s %s\n", k.err.where, k.err.text);
	test_kinds();
	test_places(&k);
	test_faults(&k);
	test_missing(&k);
	test_returns(&k);
	kit_release(&k);
	for (i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, NAMES[i]);
		unlink(path);
	}
	rmdir(folder);
	return done_testing();
}
