/*
 * readbench.c - what reading costs beside what it cannot cost less:
 * `readbench FILE ROUNDS [FORM]` prints the CPU time of one reading, the least
 * of all rounds:
 *
 *	floor     the main part inflated and parsed by libxml2 (SAX2) with
 *	          handlers that do nothing
 *	reading   vb_read_text() of the file: opened, all parts read, printed
 *	answers   vb_read_memory() of the file with a form
 */
#include "opc/opc.h"
#include "util/file.h"
#include "vanban.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* NOLINTNEXTLINE(readability-function-size): the shape is libxml2's */
static void on_start(void *ctx, const xmlChar *local, const xmlChar *prefix,
		     const xmlChar *uri, int n_ns, const xmlChar **ns,
		     int n_attrs, int n_defaulted, const xmlChar **attrs)
{
	(void)ctx, (void)local, (void)prefix, (void)uri, (void)n_ns, (void)ns;
	(void)n_attrs, (void)n_defaulted, (void)attrs;
}

static void on_end(void *ctx, const xmlChar *local, const xmlChar *prefix,
		   const xmlChar *uri)
{
	(void)ctx, (void)local, (void)prefix, (void)uri;
}

static void on_text(void *ctx, const xmlChar *text, int size)
{
	(void)ctx, (void)text, (void)size;
}

static bool floor_once(const char *path)
{
	struct vb_blob xml = {NULL, 0};
	struct vb_error err = {0};
	struct opc *opc = NULL;
	xmlSAXHandler events;
	bool good = false;

	memset(&events, 0, sizeof(events));
	events.initialized = XML_SAX2_MAGIC;
	events.startElementNs = on_start;
	events.endElementNs = on_end;
	events.characters = on_text;
	if (opc_open(&opc, path, &err) == VB_OK &&
	    opc_read(opc, opc_main(opc), &xml, &err) == VB_OK)
		good = xmlSAXUserParseMemory(&events, &events,
					     (const char *)xml.data,
					     (int)xml.size) == 0;
	vb_blob_release(&xml);
	opc_free(opc);
	return good;
}

static bool read_once(const char *path)
{
	struct vb_blob text = {NULL, 0};
	struct vb_error err = {0};
	bool good = vb_read_text(path, 0, &text, &err) == VB_OK;

	vb_blob_release(&text);
	return good;
}

static bool answers_once(const char *path, const struct vb_form *form)
{
	struct vb_reading *reading = NULL;
	struct vb_blob file = {NULL, 0};
	struct vb_error err = {0};
	bool good = file_read(&file, path, &err) == VB_OK &&
		    vb_read_memory(&reading, file.data, file.size, path, form,
				   NULL, &err) == VB_OK;

	vb_reading_free(reading);
	vb_blob_release(&file);
	return good;
}

static bool once(int what, const char *path, const struct vb_form *form)
{
	if (what == 2)
		return answers_once(path, form);
	return what ? read_once(path) : floor_once(path);
}

int main(int argc, char **argv)
{
	double best[3] = {1e9, 1e9, 1e9};
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	int rounds, i, k;

	if (argc != 3 && argc != 4)
		return 2;
	if (argc == 4 && vb_form_read(&form, argv[3], &err) != VB_OK)
		return 1;
	rounds = atoi(argv[2]);
	for (i = 0; i < rounds; i++)
		for (k = 0; k < argc - 1; k++) {
			double at = now();

			if (!once(k, argv[1], form))
				return 1;
			at = now() - at;
			if (at < best[k])
				best[k] = at;
		}
	printf("floor %.2f ms, reading %.2f ms, %.2f times", best[0], best[1],
	       best[1] / best[0]);
	if (form)
		printf(", answers %.2f ms, %.2f times", best[2],
		       best[2] / best[0]);
	putchar('\n');
	vb_form_free(form);
	return 0;
}
