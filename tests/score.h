/*
 * score.h - how much of a typed report was read right: values given against
 * the values typed, by sort, and by how sure the reading was.
 */
#ifndef SCORE_H
#define SCORE_H

#include "real.h"
#include "typed_docx.h"

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

/* Tenths of confidence, and the two halves of the last one. */
enum {
	N_SURE = 11
};

struct table {
	struct score at[N_SORTS];
	/* values given, by how sure the reading was: right and all */
	unsigned sure_right[N_SURE], sure_all[N_SURE];
};

static void score_sure(struct table *table, double sure, bool is_right)
{
	size_t n = sure >= 0.95 ? 10 : sure > 0 ? (size_t)(sure * 10) : 0;

	table->sure_right[n] += is_right;
	table->sure_all[n]++;
}

static enum sort score_sort_of(const struct field *field)
{
	if (typed_is_figure(field))
		return SORT_FIGURE;
	return field->type == FIELD_LONGTEXT ? SORT_LONG : SORT_OTHER;
}

static const struct vb_read_field *
score_find_read(const struct vb_reading *reading, const struct field *field,
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

static bool score_is_given(const struct vb_read_field *read)
{
	return read && read->state == VB_ANSWERED &&
	       read->confidence >= SURE_MIN;
}

/* On one line. */
static const char *score_flat(struct buf *out, const char *text)
{
	buf_clear(out);
	for (; *text && out->size < 160; text++)
		buf_addc(out, *text == '\n' ? '|' : *text);
	return buf_cstr(out);
}

static bool score_shows_misses(void)
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
	struct score *score = &table->at[score_sort_of(value->field)];
	const struct vb_read_field *read =
		score_find_read(reading, value->field, level, value->row);
	const struct answer *want;
	struct buf shown = BUF_INIT, line = BUF_INIT, other = BUF_INIT;

	if (value->row) {
		const struct answer *rows =
			answers_find(group, value->field->group->id, "");

		group = &rows->rows[value->row - 1];
	}
	want = answers_find(group, value->field->id, level);
	show_value(&shown, want, NULL, false);
	if (read && read->state == VB_ANSWERED)
		score_sure(table, read->confidence,
			   strcmp(read->value, buf_cstr(&shown)) == 0);
	if (!score_is_given(read))
		score->missing++;
	else if (strcmp(read->value, buf_cstr(&shown)) == 0)
		score->right++;
	else
		score->wrong++;
	if (score_shows_misses() &&
	    (!score_is_given(read) ||
	     strcmp(read->value, buf_cstr(&shown)) != 0))
		printf("# %s: %s%s%s row %u: want '%s' got '%s' state %d sure "
		       "%.2f\n",
		       name, value->field->id, level[0] ? "." : "", level,
		       value->row, score_flat(&line, buf_cstr(&shown)),
		       read ? score_flat(&other, read->value[0] ? read->value
								: read->raw)
			    : "-",
		       read ? (int)read->state : -1,
		       read ? read->confidence : 0);
	buf_release(&line);
	buf_release(&other);
	buf_release(&shown);
}

/* The first paragraph of a long answer stands for all of it. */
static bool score_is_counted(const struct typed *t, size_t para, size_t n)
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

static bool score_is_typed(const struct typed *t,
			   const struct vb_read_field *read)
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
static bool score_is_body(const struct vb_form *form, const struct field *field)
{
	const struct node *node = form->root;

	while ((node = node_next(form->root, node)) != NULL) {
		const struct node *up = node;

		if (node->field != field || node->kind != NODE_FIELD)
			continue;
		while (up && up->kind != NODE_BODY &&
		       up->kind != NODE_LETTERHEAD &&
		       up->kind != NODE_ADDRESSEES &&
		       up->kind != NODE_SIGNATURE &&
		       up->kind != NODE_RECIPIENTS)
			up = up->parent;
		return up && up->kind == NODE_BODY;
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

		if (read->state != VB_ANSWERED || score_is_typed(t, read) ||
		    !score_is_body(t->form, field))
			continue;
		score_sure(table, read->confidence, false);
		if (!score_is_given(read))
			continue;
		table->at[score_sort_of(field)].invented++;
		if (score_shows_misses())
			printf("# %s: %s.%s row %d: invented '%.90s' sure "
			       "%.2f\n",
			       name, read->id, read->level, read->row,
			       read->value, read->confidence);
	}
}

/* All values that were typed, and all that were read. */
static void score_typed(struct table *table, const struct typed *t,
			const struct vb_reading *reading, const char *name)
{
	size_t i, k;

	for (i = 0; i < t->paras.n; i++)
		for (k = 0;
		     !t->paras.at[i].is_gone && k < t->paras.at[i].values.n;
		     k++)
			if (score_is_counted(t, i, k))
				score_value(table, t,
					    &t->paras.at[i].values.at[k],
					    reading, name);
	score_invented(table, t, reading, name);
}

static double score_ratio(unsigned a, unsigned b)
{
	return b ? (double)a / (double)b : 1;
}

static double score_precision(const struct score *s)
{
	return score_ratio(s->right, s->right + s->wrong + s->invented);
}

static double score_recall(const struct score *s)
{
	return score_ratio(s->right, s->right + s->wrong + s->missing);
}

__attribute__((unused)) static void score_add(struct table *to,
					      const struct table *from)
{
	size_t i;

	for (i = 0; i < N_SORTS; i++) {
		to->at[i].right += from->at[i].right;
		to->at[i].wrong += from->at[i].wrong;
		to->at[i].missing += from->at[i].missing;
		to->at[i].invented += from->at[i].invented;
	}
	for (i = 0; i < N_SURE; i++) {
		to->sure_right[i] += from->sure_right[i];
		to->sure_all[i] += from->sure_all[i];
	}
}

__attribute__((unused)) static void score_print(const char *name,
						const struct table *table)
{
	printf("# %-32s figures P %.4f R %.4f (%u)  long %.3f/%.3f (%u)  "
	       "other %.3f/%.3f (%u)\n",
	       name, score_precision(&table->at[0]),
	       score_recall(&table->at[0]),
	       table->at[0].right + table->at[0].wrong + table->at[0].missing,
	       score_precision(&table->at[1]), score_recall(&table->at[1]),
	       table->at[1].right + table->at[1].wrong + table->at[1].missing,
	       score_precision(&table->at[2]), score_recall(&table->at[2]),
	       table->at[2].right + table->at[2].wrong + table->at[2].missing);
}

/* Of values given as sure as this, the share that was right. */
__attribute__((unused)) static void score_print_sure(const struct table *table)
{
	size_t i;

	for (i = 0; i < N_SURE; i++)
		if (table->sure_all[i])
			printf("# confidence %.2f-%.2f: %u of %u right "
			       "(%.4f)\n",
			       i == 10 ? 0.95 : (double)i / 10,
			       i == 9	 ? 0.95
			       : i == 10 ? 1.0
					 : (double)(i + 1) / 10,
			       table->sure_right[i], table->sure_all[i],
			       score_ratio(table->sure_right[i],
					   table->sure_all[i]));
}

/* ... from `from` tenths on. */
__attribute__((unused)) static double score_sure_from(const struct table *table,
						      size_t from)
{
	unsigned right = 0, all = 0;

	for (; from < N_SURE; from++) {
		right += table->sure_right[from];
		all += table->sure_all[from];
	}
	return score_ratio(right, all);
}

#endif
