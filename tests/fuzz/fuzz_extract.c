/*
 * fuzz_extract.c - hostile returned documents against the reader, extract,
 * inspect and the exports.
 *
 * The input is the document part, then, after a line "%%", the report part:
 * zipping them here lets the fuzzer change words instead of check sums.
 */
#include "vanban.h"

#include "opc/opc.h"
#include "util/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SPLIT "\n%%\n"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char package_rels[] =
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
	"relationships'><Relationship Id='a' Type='http://schemas."
	"openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
	"Target='d.xml'/></Relationships>";

/* The fuzzer runs from the top of the project. */
static struct vb_form *read_form(void)
{
	struct vb_form *form;

	vb_init();
	if (vb_form_read(&form, "fixtures/forms/kitchen-sink.form.xml", NULL))
		abort();
	return form;
}

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
	const uint8_t *split = find_split(data, size);
	size_t n = (size_t)(split - data);
	size_t rest = size - n > strlen(SPLIT) ? size - n - strlen(SPLIT) : 0;
	struct opc_item items[3] = {
		{"_rels/.rels", NULL, package_rels, sizeof(package_rels) - 1},
		{"d.xml",
		 "application/vnd.openxmlformats-officedocument."
		 "wordprocessingml.document.main+xml",
		 data, n},
		{"r.xml", "application/xml", data + size - rest, rest},
	};

	return opc_build(out, items, 3, NULL);
}

static void use(const struct vb_reading *reading)
{
	struct vb_blob out = {NULL, 0};

	if (vb_export_json(reading, &out, NULL) == VB_OK)
		vb_blob_release(&out);
	if (vb_export_csv(&reading, 1, &out, NULL) == VB_OK)
		vb_blob_release(&out);
	if (vb_answers_write(vb_reading_answers(reading), &out, NULL) == VB_OK)
		vb_blob_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct vb_form *form;
	struct vb_reading *reading;
	struct vb_blob docx;

	if (!form)
		form = read_form();
	if (build(&docx, data, size) != VB_OK)
		return 0;
	if (vb_read_memory(&reading, docx.data, docx.size, "x", form, NULL,
			   NULL) == VB_OK)
		use(reading);
	vb_reading_free(reading);
	vb_blob_release(&docx);
	return 0;
}
