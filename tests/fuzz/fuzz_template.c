/*
 * fuzz_template.c - hostile templates against the compiler and the filler,
 * with a form and without, marked and plain. What was filled must open, and
 * its parts must be well formed.
 *
 * The input is up to four parts, with a line "%%" in between: the document,
 * numbering, footnotes, a header. Zipping them here lets the fuzzer change
 * words instead of check sums.
 */
#include "vanban.h"

#include "fill/compile.h"
#include "opc/opc.h"
#include "wml/tree.h"

#include <stdlib.h>
#include <string.h>

#define SPLIT "\n%%\n"
#define PARTS 4
#define REL_URI \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPE_URI                                         \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml."

/* A few tags in a short loop write more than the fuzzer's memory is for. */
#define OUT_MAX ((uint64_t)64 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char package_rels[] =
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
	"relationships'><Relationship Id='a' Type='" REL_URI
	"officeDocument' Target='d.xml'/></Relationships>";

static const char part_rels[] =
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
	"relationships'><Relationship Id='n' Type='" REL_URI
	"numbering' Target='n.xml'/><Relationship Id='f' Type='" REL_URI
	"footnotes' Target='f.xml'/><Relationship Id='h' Type='" REL_URI
	"header' Target='h.xml'/></Relationships>";

static const char answers_xml[] =
	"<answers xmlns='urn:vanban:answers:1' form='f' version='1' unit='U'>"
	"<t>a &amp; b</t><n>12</n><d>2023-06-05</d><e/><o><x>1</x></o>"
	"<p><p>1</p><p><b>2</b></p></p><l>1</l><l>2</l><l>3</l>"
	"<g><x>1</x><i><m>1</m></i><i><m>2</m></i></g><g><x>2</x></g>"
	"</answers>";

static struct {
	struct vb_form *form;
	struct vb_answers *own, *free; /* for the form; for none */
} given;

/* The fuzzer runs from the top of the project. */
static void read_given(void)
{
	vb_init();
	if (vb_form_read(&given.form, "fixtures/forms/kitchen-sink.form.xml",
			 NULL) ||
	    vb_answers_read(&given.own, given.form,
			    "fixtures/answers/kitchen-sink.xml", NULL, NULL) ||
	    vb_answers_parse(&given.free, NULL, answers_xml,
			     sizeof(answers_xml) - 1, "a", NULL, NULL))
		abort();
}

static const uint8_t *find_split(const uint8_t *data, const uint8_t *end)
{
	for (; data + strlen(SPLIT) <= end; data++)
		if (memcmp(data, SPLIT, strlen(SPLIT)) == 0)
			return data;
	return end;
}

static int build(struct vb_blob *out, const uint8_t *data, size_t size)
{
	struct opc_item items[2 + PARTS] = {
		{"_rels/.rels", NULL, package_rels, sizeof(package_rels) - 1},
		{"_rels/d.xml.rels", NULL, part_rels, sizeof(part_rels) - 1},
		{"d.xml", TYPE_URI "document.main+xml", NULL, 0},
		{"n.xml", TYPE_URI "numbering+xml", NULL, 0},
		{"f.xml", TYPE_URI "footnotes+xml", NULL, 0},
		{"h.xml", TYPE_URI "header+xml", NULL, 0},
	};
	static const char *const NONE[PARTS] = {
		"<d/>", "<w:numbering xmlns:w='" TREE_W_NS "'/>",
		"<w:footnotes xmlns:w='" TREE_W_NS "'/>",
		"<w:hdr xmlns:w='" TREE_W_NS "'/>"};
	const uint8_t *end = data + size;
	size_t i;

	for (i = 0; i < PARTS; i++) {
		const uint8_t *split = find_split(data, end);

		items[2 + i].data = data < end ? (const void *)data : NONE[i];
		items[2 + i].size = data < end ? (size_t)(split - data)
					       : strlen(NONE[i]);
		data = split < end ? split + strlen(SPLIT) : end;
	}
	return opc_build(out, items, 2 + PARTS, NULL);
}

static void look(const struct vb_blob *docx)
{
	struct opc *opc = NULL;
	size_t i;

	if (opc_open_memory(&opc, docx->data, docx->size, "out", NULL))
		abort();
	for (i = 0; i < opc_count(opc); i++) {
		const struct opc_part *part = opc_at(opc, i);
		struct vb_blob blob = {NULL, 0};
		xmlDoc *doc = NULL;

		if (part->size > OUT_MAX)
			continue;
		if (opc_read(opc, part, &blob, NULL))
			abort();
		if (strcmp(part->name, "d.xml") == 0 &&
		    tree_parse(&doc, blob.data, blob.size, part->name, NULL))
			abort();
		xmlFreeDoc(doc);
		vb_blob_release(&blob);
	}
	opc_free(opc);
}

static void fill(const struct opc *opc, const struct vb_form *form,
		 const struct vb_answers *answers)
{
	struct vb_template *tpl = NULL;
	struct vb_fill_options opt = {.file = "a"};
	struct vb_blob out = {NULL, 0};
	int i;

	if (template_compile(&tpl, opc, "t", form, NULL, NULL) != VB_OK)
		return;
	for (i = 0; i < 2; i++) {
		opt.plain = i;
		if (vb_fill(tpl, answers, &opt, &out, NULL, NULL) == VB_OK)
			look(&out);
		vb_blob_release(&out);
	}
	vb_template_free(tpl);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct vb_blob docx = {NULL, 0};
	struct opc *opc = NULL;

	if (!given.form)
		read_given();
	if (build(&docx, data, size) != VB_OK ||
	    opc_open_blob(&opc, &docx, "t.docx", NULL) != VB_OK) {
		vb_blob_release(&docx);
		return 0;
	}
	fill(opc, given.form, given.own);
	fill(opc, NULL, given.free);
	opc_free(opc);
	return 0;
}
