/*
 * Law 1: extract(fill(template(form), answers)) = answers, byte for byte, for
 * every form of templates/ and the one that uses everything; 200 seeded
 * random answers each. ROUNDS and SEED in the environment change that.
 */
#include "gen.h"
#include "tap.h"

#include "util/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

static void complain(void *payload, const struct vb_finding *finding)
{
	(void)payload;
	printf("# %s: %s: %s\n", finding->rule, finding->field,
	       finding->message);
}

static struct vb_template *open_template(const struct vb_form *form)
{
	char dir[] = "/tmp/vanban-law-XXXXXX", path[64];
	struct vb_template *tpl = NULL;
	struct vb_sink sink = {complain, NULL};
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {0};

	if (!mkdtemp(dir))
		return NULL;
	snprintf(path, sizeof(path), "%s/t.docx", dir);
	if (vb_template_make(form, &blob, &err) ||
	    file_write(path, blob.data, blob.size, &err) ||
	    vb_template_open(&tpl, path, form, &sink, &err))
		printf("# %s: %s\n", err.where, err.text);
	vb_blob_release(&blob);
	unlink(path);
	rmdir(dir);
	return tpl;
}

/* The first line that differs. */
static void show_difference(const char *got, const char *want)
{
	while (*got && *want) {
		size_t a = strcspn(got, "\n"), b = strcspn(want, "\n");

		if (a != b || memcmp(got, want, a) != 0) {
			printf("#  got: %.*s\n# want: %.*s\n", (int)a, got,
			       (int)b, want);
			return;
		}
		got += a + (got[a] == '\n');
		want += b + (want[b] == '\n');
	}
	printf("#  got: %.200s\n# want: %.200s\n", got, want);
}

static void save(const char *name, const struct vb_blob *blob)
{
	struct vb_error err = {0};

	if (getenv("KEEP"))
		file_write(name, blob->data, blob->size, &err);
}

/* From the file an office would have, not from the generator's memory: an
 * empty row, for one, is written as no row. */
static bool round_trip(const struct vb_template *tpl,
		       const struct vb_form *form,
		       const struct vb_answers *made)
{
	struct vb_answers *answers = NULL;
	struct vb_reading *reading = NULL;
	struct vb_blob docx = {NULL, 0}, in = {NULL, 0}, out = {NULL, 0};
	struct vb_error err = {0};
	bool same = false;

	if (vb_answers_write(made, &in, &err) == VB_OK &&
	    vb_answers_parse(&answers, form, in.data, in.size, "in.xml", NULL,
			     &err) == VB_OK &&
	    vb_fill(tpl, answers, NULL, &docx, NULL, &err) == VB_OK &&
	    vb_read_memory(&reading, docx.data, docx.size, "x.docx", form, NULL,
			   &err) == VB_OK &&
	    vb_answers_write(vb_reading_answers(reading), &out, &err) == VB_OK)
		same = in.size == out.size &&
		       memcmp(in.data, out.data, in.size) == 0;
	else
		printf("# %s: %s: %s\n", err.part, err.where, err.text);
	if (!same && out.data) {
		show_difference((char *)out.data, (char *)in.data);
		save("/tmp/law.docx", &docx);
	}
	vb_blob_release(&docx);
	vb_blob_release(&in);
	vb_blob_release(&out);
	vb_answers_free(answers);
	vb_reading_free(reading);
	return same;
}

static void try_form(const char *path)
{
	const char *rounds = getenv("ROUNDS"), *first = getenv("SEED");
	unsigned long seed = first ? strtoul(first, NULL, 10) : 1;
	unsigned long n = rounds ? strtoul(rounds, NULL, 10) : 200, i, good = 0;
	struct vb_template *tpl = NULL;
	struct vb_form *form = NULL;
	struct vb_error err = {0};

	if (vb_form_read(&form, path, &err))
		printf("# %s: %s\n", err.where, err.text);
	if (form)
		tpl = open_template(form);
	if (ok(tpl != NULL, "%s: a template", path)) {
		for (i = 0; i < n; i++) {
			struct vb_answers *answers = gen_answers(form,
								 seed + i);

			if (answers && round_trip(tpl, form, answers))
				good++;
			else
				printf("# seed %lu\n", seed + i);
			vb_answers_free(answers);
		}
		is_int((long)good, (long)n, "round trips of random answers");
	}
	vb_template_free(tpl);
	vb_form_free(form);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

int main(void)
{
	const char *top = getenv("TOP") ? getenv("TOP") : ".";
	char path[8192], names[64][64];
	size_t n = 0, i;
	DIR *dir;
	struct dirent *entry;

	vb_init();
	snprintf(path, sizeof(path), "%s/fixtures/forms/kitchen-sink.form.xml",
		 top);
	try_form(path);
	snprintf(path, sizeof(path), "%s/templates", top);
	dir = opendir(path);
	while (dir && n < 64 && (entry = readdir(dir)) != NULL) {
		snprintf(path, sizeof(path), "%s/templates/%s/form.xml", top,
			 entry->d_name);
		if (entry->d_name[0] != '.' &&
		    strlen(entry->d_name) < sizeof(names[0]) &&
		    access(path, R_OK) == 0)
			strcpy(names[n++], entry->d_name);
	}
	if (dir)
		closedir(dir);
	qsort(names, n, sizeof(names[0]), by_name);
	for (i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/templates/%s/form.xml", top,
			 names[i]);
		try_form(path);
	}
	ok(n > 0, "there are forms in templates/");
	return done_testing();
}
