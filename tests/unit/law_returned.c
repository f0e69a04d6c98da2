/*
 * Reports typed by hand, without any mark, through every damage of damage.h:
 * how many figures and answers are read right, wrong, or not at all. A wrong
 * one is worse than a missing one. ROUNDS in the environment asks for more
 * answers of each form, SHOW=1 for every miss.
 */
#include "score.h"

#include "tap.h"

#include <dirent.h>

static void try_damage(struct table *table, const struct vb_form *form,
		       const struct damage *damage, uint64_t seed)
{
	struct vb_answers *answers = real_answers(form, seed);
	struct hand hand = {.types_numbers = seed % 2};
	struct paper paper = {.splits_runs = false};
	struct vb_reading *reading = NULL;
	struct vb_blob docx = {NULL, 0};
	struct vb_error err = {0};
	struct typed t;
	size_t i;

	if (!answers)
		abort();
	if (damage->hand)
		damage->hand(&hand);
	typed_make(&t, form, answers, &hand, seed);
	if (damage->page)
		damage->page(&t);
	if (damage->paper)
		damage->paper(&paper);
	for (i = 0; getenv("PAGE") && i < t.paras.n; i++)
		printf("#%s %.200s\n", t.paras.at[i].is_gone ? "(gone)" : "",
		       buf_cstr(&t.paras.at[i].text));
	typed_docx(&docx, &t, &paper);
	if (vb_read_memory(&reading, docx.data, docx.size, "typed.docx", form,
			   NULL, &err) != VB_OK) {
		printf("# %s\n", err.text);
	} else {
		score_typed(table, &t, reading, damage->name);
	}
	vb_reading_free(reading);
	vb_blob_release(&docx);
	typed_free(&t);
	vb_answers_free(answers);
}

static const char *const FORMS[] = {"hp-2023-pl1", "hp-2023-pl2",
				    "brvt-2023-bao-cao", "de-an-cntt-truong",
				    "kontum-2022-huong-dan"};
#define N_FORMS (sizeof(FORMS) / sizeof(*FORMS))

static struct vb_form *read_form(const char *id)
{
	struct vb_form *form = NULL;
	struct vb_error err = {0};
	char path[256];

	snprintf(path, sizeof(path), "%s/templates/%s/form.xml",
		 getenv("TOP") ? getenv("TOP") : ".", id);
	if (vb_form_read(&form, path, &err))
		printf("# %s: %s\n", path, err.text);
	return form;
}

int main(void)
{
	const char *asked = getenv("ROUNDS"), *only = getenv("ONLY");
	uint64_t rounds = asked ? strtoull(asked, NULL, 10) : 2, seed;
	struct table all = {0}, by_damage[N_DAMAGES] = {0},
		     by_form[N_FORMS] = {0};
	size_t f, d;

	vb_init();
	for (f = 0; f < N_FORMS; f++) {
		struct vb_form *form = read_form(FORMS[f]);

		ok(form != NULL, "%s", FORMS[f]);
		for (d = 0; form && d < N_DAMAGES; d++)
			for (seed = 1; seed <= rounds; seed++) {
				struct table table = {0};

				if (only && !strstr(damages[d].name, only) &&
				    strcmp(only, FORMS[f]) != 0)
					continue;
				try_damage(&table, form, &damages[d],
					   seed * 1000 + d);
				score_add(&by_damage[d], &table);
				score_add(&by_form[f], &table);
				score_add(&all, &table);
			}
		vb_form_free(form);
	}
	for (d = 0; d < N_DAMAGES; d++)
		score_print(damages[d].name, &by_damage[d]);
	for (f = 0; f < N_FORMS; f++)
		score_print(FORMS[f], &by_form[f]);
	score_print("all", &all);
	score_print_sure(&all);
	ok(score_precision(&all.at[SORT_FIGURE]) >= 0.995,
	   "figures: precision");
	ok(score_recall(&all.at[SORT_FIGURE]) >= 0.97, "figures: recall");
	ok(score_recall(&all.at[SORT_LONG]) >= 0.95, "long answers");
	ok(score_sure_from(&all, 9) >= 0.995,
	   "values given with confidence 0.9 and more are right");
	return done_testing();
}
