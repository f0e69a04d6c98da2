/*
 * opcbench.c - what the package costs: opcbench FILE.docx [TIMES]
 *
 * CPU milliseconds to open the file, to read its main part, to write it with
 * the main part deflated anew, and to write it with a tiny main part (the
 * frame alone). Run by hand.
 */
#include "opc/opc.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void check(int rc, const struct vb_error *err)
{
	if (rc == VB_OK)
		return;
	fprintf(stderr, "opcbench: %s: %s\n", err->part, err->text);
	exit(1);
}

static size_t write_one(const struct opc *opc, struct opc_scratch *scratch,
			const void *data, size_t size)
{
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct opc_edit *edit = NULL;
	struct vb_blob out = {NULL, 0};
	size_t written;

	check(opc_edit_new(&edit, opc, &err), &err);
	check(opc_edit_replace(edit, opc_main(opc), data, size, &err), &err);
	check(opc_edit_write(edit, scratch, &out, &err), &err);
	written = out.size;
	vb_blob_release(&out);
	opc_edit_free(edit);
	return written;
}

int main(int argc, char **argv)
{
	struct vb_error err = {VB_OK, "", "", "", ""};
	struct opc_scratch *scratch = opc_scratch_new();
	struct opc *opc = NULL;
	struct vb_blob body = {NULL, 0};
	long times = argc > 2 ? strtol(argv[2], NULL, 10) : 500, i;
	size_t written = 0;
	double start;

	if (argc < 2 || times < 1 || !scratch) {
		fputs("usage: opcbench FILE.docx [TIMES]\n", stderr);
		return 2;
	}
	start = now();
	for (i = 0; i < times; i++) {
		opc_free(opc);
		check(opc_open(&opc, argv[1], &err), &err);
	}
	printf("open %.3f ms\n", (now() - start) / (double)times);
	if (!opc_main(opc)) {
		fputs("opcbench: no main part\n", stderr);
		return 1;
	}
	start = now();
	for (i = 0; i < times; i++) {
		vb_blob_release(&body);
		check(opc_read(opc, opc_main(opc), &body, &err), &err);
	}
	printf("read %.3f ms, %zu bytes\n", (now() - start) / (double)times,
	       body.size);
	start = now();
	for (i = 0; i < times; i++)
		written = write_one(opc, scratch, body.data, body.size);
	printf("write %.3f ms, %zu bytes\n", (now() - start) / (double)times,
	       written);
	start = now();
	for (i = 0; i < times; i++)
		write_one(opc, scratch, "<a/>", 4);
	printf("frame %.3f ms\n", (now() - start) / (double)times);
	vb_blob_release(&body);
	opc_free(opc);
	opc_scratch_free(scratch);
	return 0;
}
