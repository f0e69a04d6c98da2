/*
 * Reports typed by other hands (tests/returned/), as they are and through
 * damages of damage.h: how many values are read right, wrong, or not at all.
 * Those in tests/returned/far/ were written by people who had not seen how
 * they are read, and were scored before anything was mended with them
 * (docs/design.md): what is read there must be right, not all of it is read.
 * ROUNDS, SHOW, ONLY and PAGE as for law_returned.
 */
#include "hands.h"

#include "tap.h"

#include <dirent.h>

enum {
	HANDS_MAX = 256
};

struct hand_page {
	char name[256];
	bool is_far;
	struct vb_blob text;
	struct vb_form *form;
	struct table table;
};

static const char *top(void)
{
	return getenv("TOP") ? getenv("TOP") : ".";
}

static void try_page(struct table *table, struct hand_page *page,
		     const struct damage *damage, uint64_t seed)
{
	struct vb_answers *answers = real_answers(page->form, seed);
	struct paper paper = {.splits_runs = false};
	struct vb_reading *reading = NULL;
	struct vb_blob docx = {NULL, 0};
	struct vb_error err = {0};
	char name[400];
	struct typed t;
	size_t i;

	if (!answers)
		abort();
	hands_make(&t, page->form, answers, (const char *)page->text.data,
		   page->text.size, seed);
	if (damage->page)
		damage->page(&t);
	if (damage->paper)
		damage->paper(&paper);
	for (i = 0; getenv("PAGE") && i < t.paras.n; i++)
		printf("#%s %d %.300s\n", t.paras.at[i].is_gone ? "(gone)" : "",
		       (int)t.paras.at[i].kind, buf_cstr(&t.paras.at[i].text));
	typed_docx(&docx, &t, &paper);
	snprintf(name, sizeof(name), "%.255s, %s, %u", page->name, damage->name,
		 (unsigned)seed);
	if (vb_read_memory(&reading, docx.data, docx.size, "typed.docx",
			   page->form, NULL, &err) != VB_OK)
		printf("# %s\n", err.text);
	else
		score_typed(table, &t, reading, name);
	vb_reading_free(reading);
	vb_blob_release(&docx);
	typed_free(&t);
	vb_answers_free(answers);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct hand_page *)a)->name,
		      ((const struct hand_page *)b)->name);
}

static int read_page(struct hand_page *page, const char *folder,
		     const char *file, struct vb_error *err)
{
	char path[512];
	const char *dot = strchr(file, '.');
	int code;

	snprintf(page->name, sizeof(page->name), "%.255s", file);
	page->name[strlen(page->name) - 4] = '\0';
	snprintf(path, sizeof(path), "%s/%s/%s", top(), folder, file);
	code = file_read(&page->text, path, err);
	if (code == VB_OK) {
		snprintf(path, sizeof(path), "%s/templates/%.*s/form.xml",
			 top(), (int)(dot - file), file);
		code = vb_form_read(&page->form, path, err);
	}
	return code;
}

/* Adds the pages of a folder to the n that are there. */
static size_t read_pages(struct hand_page *pages, size_t n, const char *folder,
			 bool is_far)
{
	char path[512];
	struct dirent *entry;
	struct vb_error err = {0};
	size_t first = n;
	DIR *dir;

	snprintf(path, sizeof(path), "%s/%s", top(), folder);
	dir = opendir(path);
	while (dir && n < HANDS_MAX && (entry = readdir(dir)) != NULL) {
		size_t size = strlen(entry->d_name);

		if (size < 5 || strcmp(entry->d_name + size - 4, ".txt") != 0)
			continue;
		pages[n].is_far = is_far;
		if (read_page(&pages[n], folder, entry->d_name, &err))
			break;
		n++;
	}
	if (err.text[0])
		printf("# %s\n", err.text);
	if (dir)
		closedir(dir);
	qsort(pages + first, n - first, sizeof(*pages), by_name);
	return n;
}

int main(void)
{
	static struct hand_page pages[HANDS_MAX];
	const char *asked = getenv("ROUNDS"), *only = getenv("ONLY");
	uint64_t rounds = asked ? strtoull(asked, NULL, 10) : 1, seed;
	struct table all = {0}, far = {0}, by_damage[N_DAMAGES] = {0};
	size_t n, f, d;

	vb_init();
	n = read_pages(pages, 0, "tests/returned", false);
	ok(n >= 6, "pages of other hands");
	n = read_pages(pages, n, "tests/returned/far", true);
	for (f = 0; f < n; f++)
		for (d = 0; d < N_DAMAGES; d++)
			for (seed = 1; seed <= rounds; seed++) {
				struct table table = {0};

				/* the hands have habits of their own */
				if (damages[d].hand)
					continue;
				if (only && !strstr(damages[d].name, only) &&
				    !strstr(pages[f].name, only))
					continue;
				try_page(&table, &pages[f], &damages[d],
					 seed * 1000 + d);
				score_add(&pages[f].table, &table);
				if (!pages[f].is_far)
					score_add(&by_damage[d], &table);
				score_add(pages[f].is_far ? &far : &all,
					  &table);
			}
	for (d = 0; d < N_DAMAGES; d++)
		if (!damages[d].hand)
			score_print(damages[d].name, &by_damage[d]);
	for (f = 0; f < n; f++)
		score_print(pages[f].name, &pages[f].table);
	score_print("all", &all);
	score_print_sure(&all);
	score_print("far", &far);
	score_print_sure(&far);
	ok(score_precision(&all.at[SORT_FIGURE]) >= 0.995,
	   "figures: precision");
	ok(score_recall(&all.at[SORT_FIGURE]) >= 0.97, "figures: recall");
	ok(score_recall(&all.at[SORT_LONG]) >= 0.95, "long answers");
	ok(score_sure_from(&all, 9) >= 0.995,
	   "values given with confidence 0.9 and more are right");
	ok(score_precision(&far.at[SORT_FIGURE]) >= 0.995,
	   "figures of far pages: precision");
	ok(score_recall(&far.at[SORT_FIGURE]) >= 0.95,
	   "figures of far pages: recall");
	ok(score_precision(&far.at[SORT_LONG]) >= 0.93,
	   "long answers of far pages: precision");
	ok(score_recall(&far.at[SORT_LONG]) >= 0.85,
	   "long answers of far pages: recall");
	ok(score_sure_from(&far, 9) >= 0.995,
	   "far pages: values given with confidence 0.9 and more");
	for (f = 0; f < n; f++) {
		vb_form_free(pages[f].form);
		vb_blob_release(&pages[f].text);
	}
	return done_testing();
}
