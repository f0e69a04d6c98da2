/*
 * returned make PAGE FORM SEED OUT - a report typed by a hand of
 * tests/returned/ returned score PAGE FORM SEED FILE... - what of it is read in
 * what editors made of it: "NAME right wrong missing invented" for figures and
 * for long answers, a line each.
 */
#include "hands.h"

#include <stdlib.h>

static int fail(const char *what, const struct vb_error *err)
{
	fprintf(stderr, "returned: %s: %s\n", what, err->text);
	return 1;
}

static int make(const struct typed *t, const char *path)
{
	struct paper paper = {.splits_runs = false};
	struct vb_blob docx = {NULL, 0};
	struct vb_error err = {0};
	int code;

	typed_docx(&docx, t, &paper);
	code = file_write(path, docx.data, docx.size, &err);
	vb_blob_release(&docx);
	return code == VB_OK ? 0 : fail(path, &err);
}

static void show(const char *name, const char *sort, const struct score *s)
{
	printf("%s %s %u %u %u %u\n", name, sort, s->right, s->wrong,
	       s->missing, s->invented);
}

static int score(const struct typed *t, const char *path)
{
	struct vb_reading *reading = NULL;
	struct table table = {0};
	struct vb_error err = {0};

	if (vb_read(&reading, path, t->form, NULL, &err))
		return fail(path, &err);
	score_typed(&table, t, reading, path);
	vb_reading_free(reading);
	show(path, "figures", &table.at[SORT_FIGURE]);
	show(path, "long", &table.at[SORT_LONG]);
	return 0;
}

int main(int argc, char **argv)
{
	struct vb_form *form = NULL;
	struct vb_answers *answers;
	struct vb_blob page = {NULL, 0};
	struct vb_error err = {0};
	struct typed t;
	int i, code = 0;

	if (argc < 6) {
		fputs("usage: returned make|score PAGE FORM SEED FILE...\n",
		      stderr);
		return 2;
	}
	vb_init();
	if (file_read(&page, argv[2], &err))
		return fail(argv[2], &err);
	if (vb_form_read(&form, argv[3], &err))
		return fail(argv[3], &err);
	answers = real_answers(form, strtoull(argv[4], NULL, 10));
	if (!answers)
		return 1;
	hands_make(&t, form, answers, (const char *)page.data, page.size,
		   strtoull(argv[4], NULL, 10));
	for (i = 5; i < argc && code == 0; i++)
		code = strcmp(argv[1], "make") == 0 ? make(&t, argv[i])
						    : score(&t, argv[i]);
	typed_free(&t);
	vb_answers_free(answers);
	vb_blob_release(&page);
	vb_form_free(form);
	return code;
}
