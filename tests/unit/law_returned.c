/*
 * Reports typed by hand, without any mark, through every damage of damage.h:
 * how many figures and answers are read right, wrong, or not at all. A wrong
 * one is worse than a missing one. ROUNDS in the environment asks for more
 * answers of each form, SHOW=1 for every miss.
 */
#include "real.h"
#include "typed_docx.h"

#include "tap.h"

#include <dirent.h>

/* Values at least this sure are given as answers. */
#define SURE_MIN 0.5

struct score {
	unsigned right, wrong, missing, invented;
};

enum sort {
	SORT_FIGURE,
	SORT_LONG,
	SORT_OTHER,
	N_SORTS
};

struct table {
	struct score at[N_SORTS];
};

static enum sort sort_of(const struct field *field)
{
	if (typed_is_figure(field))
		return SORT_FIGURE;
	return field->type == FIELD_LONGTEXT ? SORT_LONG : SORT_OTHER;
}

static const struct vb_read_field *find_read(const struct vb_reading *reading,
					     const struct field *field,
					     const char *level, unsigned row)
{
	size_t i;

	for (i = 0; i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *read = vb_reading_field(reading, i);

		if (strcmp(read->id, field->id) == 0 &&
		    strcmp(read->level, level) == 0 && read->row == (int)row)
			return read;
	}
	return NULL;
}

static bool is_given(const struct vb_read_field *read)
{
	return read && read->state == VB_ANSWERED &&
	       read->confidence >= SURE_MIN;
}

/* On one line. */
static const char *flat(struct buf *out, const char *text)
{
	buf_clear(out);
	for (; *text && out->size < 160; text++)
		buf_addc(out, *text == '\n' ? '|' : *text);
	return buf_cstr(out);
}

static bool shows_misses(void)
{
	return getenv("SHOW") != NULL;
}

static void score_value(struct table *table, const struct typed *t,
			const struct typed_value *value,
			const struct vb_reading *reading, const char *name)
{
	const struct answer_group *group = &t->answers->top;
	const char *level = value->level < 0 ? ""
					     : t->form->levels[value->level].id;
	struct score *score = &table->at[sort_of(value->field)];
	const struct vb_read_field *read = find_read(reading, value->field,
						     level, value->row);
	const struct answer *want;
	struct buf shown = BUF_INIT, line = BUF_INIT, other = BUF_INIT;

	if (value->row) {
		const struct answer *rows =
			answers_find(group, value->field->group->id, "");

		group = &rows->rows[value->row - 1];
	}
	want = answers_find(group, value->field->id, level);
	show_value(&shown, want, NULL, false);
	if (!is_given(read))
		score->missing++;
	else if (strcmp(read->value, buf_cstr(&shown)) == 0)
		score->right++;
	else
		score->wrong++;
	if (shows_misses() &&
	    (!is_given(read) || strcmp(read->value, buf_cstr(&shown)) != 0))
		printf("# %s: %s%s%s row %u: want '%s' got '%s' state %d sure "
		       "%.2f\n",
		       name, value->field->id, level[0] ? "." : "", level,
		       value->row, flat(&line, buf_cstr(&shown)),
		       read ? flat(&other,
				   read->value[0] ? read->value : read->raw)
			    : "-",
		       read ? (int)read->state : -1,
		       read ? read->confidence : 0);
	buf_release(&line);
	buf_release(&other);
	buf_release(&shown);
}

/* The first paragraph of a long answer stands for all of it. */
static bool is_counted(const struct typed *t, size_t para, size_t n)
{
	const struct typed_value *value = &t->paras.at[para].values.at[n];
	size_t i, k;

	for (i = 0; i <= para; i++)
		for (k = 0; k < t->paras.at[i].values.n; k++) {
			const struct typed_value *v =
				&t->paras.at[i].values.at[k];

			if (i == para && k == n)
				return true;
			if (v->field == value->field &&
			    v->level == value->level && v->row == value->row)
				return false;
		}
	return true;
}

static bool is_typed(const struct typed *t, const struct vb_read_field *read)
{
	size_t i, k;

	for (i = 0; i < t->paras.n; i++)
		for (k = 0;
		     !t->paras.at[i].is_gone && k < t->paras.at[i].values.n;
		     k++) {
			const struct typed_value *v =
				&t->paras.at[i].values.at[k];

			if (strcmp(v->field->id, read->id) == 0 &&
			    strcmp(v->level < 0 ? ""
						: t->form->levels[v->level].id,
				   read->level) == 0 &&
			    (int)v->row == read->row)
				return true;
		}
	return false;
}

/* Only what stands in the body is typed here. */
static bool is_body(const struct vb_form *form, const struct field *field)
{
	const struct node *node = form->root;

	while ((node = node_next(form->root, node)) != NULL) {
		const struct node *up = node;

		if (node->field != field || node->kind != NODE_FIELD)
			continue;
		while (up && up->kind != NODE_BODY)
			up = up->parent;
		return up != NULL;
	}
	return false;
}

static void score_invented(struct table *table, const struct typed *t,
			   const struct vb_reading *reading, const char *name)
{
	size_t i;

	for (i = 0; i < vb_reading_fields(reading); i++) {
		const struct vb_read_field *read = vb_reading_field(reading, i);
		const struct field *field = form_field(t->form, read->id);

		if (!is_given(read) || is_typed(t, read) ||
		    !is_body(t->form, field))
			continue;
		table->at[sort_of(field)].invented++;
		if (shows_misses())
			printf("# %s: %s.%s row %d: invented '%.90s' sure "
			       "%.2f\n",
			       name, read->id, read->level, read->row,
			       read->value, read->confidence);
	}
}

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
	size_t i, k;

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
		for (i = 0; i < t.paras.n; i++)
			for (k = 0; !t.paras.at[i].is_gone &&
				    k < t.paras.at[i].values.n;
			     k++)
				if (is_counted(&t, i, k))
					score_value(table, &t,
						    &t.paras.at[i].values.at[k],
						    reading, damage->name);
		score_invented(table, &t, reading, damage->name);
	}
	vb_reading_free(reading);
	vb_blob_release(&docx);
	typed_free(&t);
	vb_answers_free(answers);
}

static double ratio(unsigned a, unsigned b)
{
	return b ? (double)a / (double)b : 1;
}

static double precision(const struct score *s)
{
	return ratio(s->right, s->right + s->wrong + s->invented);
}

static double recall(const struct score *s)
{
	return ratio(s->right, s->right + s->wrong + s->missing);
}

static void add(struct table *to, const struct table *from)
{
	size_t i;

	for (i = 0; i < N_SORTS; i++) {
		to->at[i].right += from->at[i].right;
		to->at[i].wrong += from->at[i].wrong;
		to->at[i].missing += from->at[i].missing;
		to->at[i].invented += from->at[i].invented;
	}
}

static void print(const char *name, const struct table *table)
{
	printf("# %-32s figures P %.4f R %.4f (%u)  long %.3f/%.3f (%u)  "
	       "other %.3f/%.3f (%u)\n",
	       name, precision(&table->at[0]), recall(&table->at[0]),
	       table->at[0].right + table->at[0].wrong + table->at[0].missing,
	       precision(&table->at[1]), recall(&table->at[1]),
	       table->at[1].right + table->at[1].wrong + table->at[1].missing,
	       precision(&table->at[2]), recall(&table->at[2]),
	       table->at[2].right + table->at[2].wrong + table->at[2].missing);
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
				add(&by_damage[d], &table);
				add(&by_form[f], &table);
				add(&all, &table);
			}
		vb_form_free(form);
	}
	for (d = 0; d < N_DAMAGES; d++)
		print(damages[d].name, &by_damage[d]);
	for (f = 0; f < N_FORMS; f++)
		print(FORMS[f], &by_form[f]);
	print("all", &all);
	ok(precision(&all.at[SORT_FIGURE]) >= 0.995, "figures: precision");
	ok(recall(&all.at[SORT_FIGURE]) >= 0.97, "figures: recall");
	ok(recall(&all.at[SORT_LONG]) >= 0.95, "long answers");
	return done_testing();
}
