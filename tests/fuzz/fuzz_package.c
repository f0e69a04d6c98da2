/*
 * fuzz_package.c - any bytes as a package: open, read every part and
 * relationship, change it and write it back. What was written must open.
 *
 * Checksums and deflate keep a fuzzer out of the XML of a package. So input
 * that begins with 'X' is no zip but up to three texts with a NUL between:
 * content types, relationships of the package, relationships of a part.
 */
#include "opc/opc.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A hostile part may claim 256 MiB: the fuzzer's memory is not for that. */
#define READ_MAX ((uint64_t)4 << 20)

static void read_all(const struct opc *opc)
{
	size_t i, j, n;

	for (i = 0; i < opc_count(opc); i++) {
		const struct opc_part *part = opc_at(opc, i);
		const struct opc_rel *rels = opc_rels(opc, part, &n);
		struct vb_blob blob = {NULL, 0};

		if (part->size <= READ_MAX)
			opc_read(opc, part, &blob, NULL);
		vb_blob_release(&blob);
		for (j = 0; j < n; j++)
			if (!rels[j].id || !rels[j].type || !rels[j].target)
				abort();
	}
}

/* What a fill does: a part replaced, one added and one removed. */
static bool change(struct opc_edit *edit, const struct opc *opc)
{
	const struct opc_part *first = opc_main(opc);
	char id[OPC_ID_MAX], name[OPC_NAME_MAX];
	size_t i;

	if (first && opc_edit_replace(edit, first, "<a/>", 4, NULL) == VB_OK &&
	    opc_edit_free_name(edit, "x/item", ".xml", name, NULL) == VB_OK &&
	    opc_edit_add(edit, name, "a/b", "<b/>", 4, NULL) == VB_OK)
		opc_edit_relate(edit, first->name, "u/x", name, id, NULL);
	for (i = opc_count(opc); i-- > 0;)
		if (opc_at(opc, i) != first &&
		    opc_edit_remove(edit, opc_at(opc, i), NULL) == VB_OK)
			break;
	return opc_count(opc) > 0;
}

static void write_back(const struct opc *opc, bool changed)
{
	struct opc_edit *edit = NULL;
	struct opc *again = NULL;
	struct vb_blob blob = {NULL, 0};

	if (opc_edit_new(&edit, opc, NULL) != VB_OK)
		return;
	if ((!changed || change(edit, opc)) &&
	    opc_edit_write(edit, NULL, &blob, NULL) == VB_OK &&
	    opc_open_memory(&again, blob.data, blob.size, NULL, NULL) != VB_OK)
		abort();
	opc_free(again);
	vb_blob_release(&blob);
	opc_edit_free(edit);
}

static void try_zip(const void *data, size_t size)
{
	struct opc *opc = NULL;
	struct vb_error err;

	memset(&err, 0, sizeof(err));
	if (opc_open_memory(&opc, data, size, "fuzz", &err) != VB_OK) {
		if (err.code == VB_OK || !err.text[0])
			abort();
		return;
	}
	read_all(opc);
	write_back(opc, false);
	write_back(opc, true);
	opc_free(opc);
}

static void try_xml(const uint8_t *data, size_t size)
{
	struct opc_item items[] = {
		{"[Content_Types].xml", NULL, "", 0},
		{"_rels/.rels", NULL, "", 0},
		{"word/_rels/document.xml.rels", NULL, "", 0},
		{"word/document.xml", NULL, "<a/>", 4}};
	struct vb_blob zip = {NULL, 0};
	size_t i;

	for (i = 0; i < 3 && size; i++) {
		const uint8_t *end = memchr(data, 0, size);
		size_t n = end ? (size_t)(end - data) : size;

		items[i].data = data;
		items[i].size = n;
		n += end != NULL;
		data += n;
		size -= n;
	}
	if (opc_build(&zip, items, 4, NULL) == VB_OK)
		try_zip(zip.data, zip.size);
	vb_blob_release(&zip);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size && data[0] == 'X')
		try_xml(data + 1, size - 1);
	else
		try_zip(data, size);
	return 0;
}
