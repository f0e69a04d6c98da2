/* A whole package (fixtures/templates/places): every part and every place. */
#include "fill_kit.h"
#include "util/file.h"

#include <unistd.h>

static char *output_part(struct kit *k, const char *name)
{
	char *part = kit_part(k, name);

	return part ? part : calloc(1, 1);
}

static void has(struct kit *k, const char *name, const char *words,
		const char *what)
{
	char *part = output_part(k, name);

	if (!ok(strstr(part, words) != NULL, "%s", what))
		printf("# %s\n", part);
	free(part);
}

/* How often a string stands in a part. */
static int count(struct kit *k, const char *name, const char *words)
{
	char *part = output_part(k, name);
	const char *at = part;
	int n = 0;

	while ((at = strstr(at, words))) {
		n++;
		at += strlen(words);
	}
	free(part);
	return n;
}

#define MAIN "word/van-ban.xml"
#define V(x) "<w:r><w:t xml:space=\"preserve\">" x "</w:t></w:r>"

static void test_marked(struct kit *k, const struct vb_answers *a)
{
	is_int(kit_fill(k, a, false), VB_OK, "fills");
	is_str(buf_cstr(&k->findings), "", "nothing to say");
	has(k, MAIN,
	    "<w:bookmarkStart w:id=\"0\" w:name=\"dich\"/>"
	    "<w:bookmarkStart w:id=\"1000\" w:name=\"vb_org_name\"/>",
	    "a broken tag keeps the bookmark before it");
	has(k, MAIN,
	    "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">TRƯỜNG "
	    "&amp; LỚP</w:t></w:r></w:sdtContent></w:sdt>",
	    "and the look of its first run");
	has(k, "word/dau-trang.xml", "<w:tag w:val=\"org_name\"/>",
	    "the header by absolute target");
	has(k, "word/dau-trang.xml", "TRƯỜNG &amp; LỚP",
	    "has the same words as the body");
	is_int(count(k, "word/dau-trang.xml", "bookmarkStart"), 0,
	       "without a second bookmark of that name");
	has(k, "word/chu-thich.xml", "vb_source", "the footnote");
	has(k, MAIN, "<v:textbox>", "the text box");
	is_int(count(k, MAIN, "vb_box_txt"), 1, "is marked once");
	is_int(count(k, MAIN, "trong hộp"), 2, "and filled in both copies");
	has(k, MAIN, "<w:hyperlink w:anchor=\"dich\"><w:bookmarkStart",
	    "the hyperlink");
	has(k, MAIN, "</w:tcPr><w:sdt>",
	    "a control around a cell stands inside it");
	has(k, "customXml/item1.xml", "<names><n id=\"link_txt\"/>",
	    "the report part");
	has(k, "customXml/item1.xml", "<org_name>TRƯỜNG &amp; LỚP</org_name>",
	    "the answers");
	has(k, "[Content_Types].xml", "PartName=\"/customXml/itemProps1.xml\"",
	    "its content type");
	has(k, "word/_rels/van-ban.xml.rels",
	    "relationships/customXml\" Target=\"", "its relationship");
	has(k, "word/cuoi-trang.xml", "  <w:p>\n    <w:r>\n",
	    "a part without tags stays byte for byte");
}

static void test_plain(struct kit *k, const struct vb_answers *a)
{
	is_int(kit_fill(k, a, true), VB_OK, "fills plain");
	is_int(count(k, MAIN, "<w:sdt>"), 0, "no control");
	is_int(count(k, MAIN, "vb_"), 0, "no bookmark");
	is_int(count(k, "[Content_Types].xml", "custom"), 0, "no part");
	has(k, MAIN,
	    "<w:hyperlink w:anchor=\"dich\">" V(
		    "xem thêm") "</w:hyperlink>"
				"<w:fldSimple w:instr=\" REF dich \">" V(
					"trường") "</w:fldSimple>",
	    "the same words");
}

int main(void)
{
	const char *top = getenv("TOP"), *tools = getenv("TOOLS");
	char path[] = "/tmp/vanban-parts-XXXXXX", command[1024], file[1024];
	struct vb_answers *a = NULL;
	struct kit k = {0};
	int fd = mkstemp(path);

	vb_init();
	snprintf(command, sizeof(command),
		 "%s/mkdocx %s/fixtures/templates/places %s",
		 tools ? tools : ".", top ? top : ".", path);
	snprintf(file, sizeof(file), "%s/fixtures/templates/places.xml",
		 top ? top : ".");
	if (fd < 0 || system(command) ||
	    vb_template_open(&k.tpl, path, NULL, NULL, &k.err) ||
	    vb_answers_read(&a, NULL, file, NULL, &k.err)) {
		ok(false, "starts: %s", k.err.text);
	} else {
		test_marked(&k, a);
		test_plain(&k, a);
	}
	close(fd);
	unlink(path);
	vb_answers_free(a);
	kit_release(&k);
	return done_testing();
}
