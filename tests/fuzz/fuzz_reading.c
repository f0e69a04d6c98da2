/*
 * fuzz_reading.c - hostile documents against the reading as text: story,
 * styles, lists, notes.
 *
 * The input is the document part, then, after lines "%%", those of styles,
 * numbering and footnotes: zipping them here lets the fuzzer change words
 * instead of check sums.
 */
#include "extract/plain.h"

#include <string.h>

#define SPLIT "\n%%\n"
#define R     "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELS                                                               \
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/" \
	"2006/relationships'>"
#define REL(id, type, to) \
	"<Relationship Id='" id "' Type='" R type "' Target='" to "'/>"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char package_rels[] = RELS REL("a", "officeDocument",
					    "d.xml") "</Relationships>";
static const char rels[] = RELS REL("a", "styles", "1.xml")
	REL("b", "numbering", "2.xml")
		REL("c", "footnotes", "3.xml") "</Relationships>";

static const uint8_t *find_split(const uint8_t *data, size_t size)
{
	size_t i;

	for (i = 0; i + strlen(SPLIT) <= size; i++)
		if (memcmp(data + i, SPLIT, strlen(SPLIT)) == 0)
			return data + i;
	return data + size;
}

static int build(struct vb_blob *out, const uint8_t *data, size_t size)
{
	static const char *const names[] = {"d.xml", "1.xml", "2.xml", "3.xml"};
	struct opc_item items[6] = {
		{"_rels/.rels", NULL, package_rels, sizeof(package_rels) - 1},
		{"_rels/d.xml.rels", NULL, rels, sizeof(rels) - 1},
	};
	size_t i;

	for (i = 0; i < 4; i++) {
		size_t n = (size_t)(find_split(data, size) - data);

		items[i + 2].name = names[i];
		items[i + 2].type = "application/xml";
		items[i + 2].data = data;
		items[i + 2].size = n;
		if (size > n)
			n += strlen(SPLIT);
		data += n;
		size -= n;
	}
	return opc_build(out, items, 6, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct vb_blob docx, text;
	struct opc *opc = NULL;
	unsigned flags;

	if (build(&docx, data, size) != VB_OK)
		return 0;
	if (opc_open_memory(&opc, docx.data, docx.size, "x", NULL) == VB_OK)
		for (flags = 0; flags < 4; flags++)
			if (plain_text(&text, opc, flags, NULL) == VB_OK)
				vb_blob_release(&text);
	opc_free(opc);
	vb_blob_release(&docx);
	return 0;
}
