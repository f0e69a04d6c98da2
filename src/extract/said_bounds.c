/*
 * said_bounds.c - "03 nền tảng dạy học, trong đó 01 nền tảng trong nước": of
 * two figures of one unit the first, which is no smaller, is the blank that
 * the form's constraint bounds the other by, ". <= t3_platform_n", where no
 * third blank counts them. Of several on the page those whose second begins a
 * part: "riêng năm học này xây dựng 642 học liệu".
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

#include "text/number.h"

#include <string.h>

enum {
	PLAN_REACH = 4 /* words between a plan and its figure */
};

/* The blank that a constraint says is at least as many, SIZE_MAX for none. */
static size_t bound_of(const struct matcher *m, size_t blank)
{
	const char *text = m->form->blanks.at[blank].field->constraint;
	size_t b;

	if (!text || strncmp(text, ". <= ", 5) != 0)
		return SIZE_MAX;
	for (b = 0; b < m->form->blanks.n; b++)
		if (strcmp(m->form->blanks.at[b].field->id, text + 5) == 0)
			return b;
	return SIZE_MAX;
}

/* The two are all the form's blanks of their unit, the part without levels. */
static bool are_alone(const struct matcher *m, size_t part, size_t whole)
{
	const struct said_blank *all = m->form->blanks.at;
	size_t b;

	if (all[part].unit == SIZE_MAX || all[part].unit != all[whole].unit ||
	    all[part].field->levels)
		return false;
	for (b = 0; b < m->form->blanks.n; b++)
		if (b != part && b != whole && all[b].unit == all[part].unit)
			return false;
	return true;
}

/* "vượt chỉ tiêu 500 học liệu" */
static bool is_planned(const struct matcher *m, size_t figure)
{
	static const char *const PLANS[][2] = {
		{"chi", "tieu"}, {"ke", "hoach"}, {"muc", "tieu"}};
	const struct token *t = m->a->text.tokens.at;
	size_t token = m->page->figures.at[figure].token, i;
	size_t first = m->a->text.first[m->page->figures.at[figure].para];

	for (i = token; i > first && i + PLAN_REACH > token; i--)
		if (token_is_pair_among(&t[i - 1], PLANS,
					sizeof(PLANS) / sizeof(*PLANS)))
			return true;
	return false;
}

/* "riêng năm học này xây dựng 642 học liệu": words between the two that begin
 * a part. */
static bool is_part_led(const struct matcher *m, size_t one, size_t other)
{
	static const char *const WORDS[] = {"moi", "rieng", "them"};
	static const char *const PAIRS[][2] = {{"nam", "hoc"},
					       {"trong", "nam"}};
	const struct token *t = m->a->text.tokens.at;
	size_t i;

	for (i = m->page->figures.at[one].token + 1;
	     i < m->page->figures.at[other].token; i++)
		if (token_is_among(&t[i], WORDS,
				   sizeof(WORDS) / sizeof(*WORDS)) ||
		    token_is_pair_among(&t[i], PAIRS,
					sizeof(PAIRS) / sizeof(*PAIRS)))
			return true;
	return false;
}

/* Two figures of a unit beside each other. */
struct pair {
	size_t at[2], n;
	bool has_others; /* of the unit, elsewhere */
};

static bool counts_unit(const struct matcher *m, size_t unit, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];

	return f->unit == unit && !f->is_rate && !f->aside && f->level == -1 &&
	       !is_planned(m, figure);
}

/* Of one paragraph, or of the next one that has words. */
static bool are_near(const struct matcher *m, size_t one, size_t other)
{
	const size_t *first = m->a->text.first;
	size_t para = m->page->figures.at[one].para;
	size_t next = m->page->figures.at[other].para;

	if (para == next)
		return true;
	while (para + 1 < next && first[para + 1] == first[para + 2])
		para++;
	return para + 1 == next;
}

static bool find_pair(const struct matcher *m, size_t unit, struct pair *pair)
{
	size_t i;

	*pair = (struct pair){.n = 0};
	for (i = 0; i < m->page->figures.n; i++) {
		if (!counts_unit(m, unit, i))
			continue;
		if (pair->n == 1 && !are_near(m, pair->at[0], i)) {
			pair->has_others = true;
			pair->n = 0;
		}
		if (pair->n == 2 && are_near(m, pair->at[1], i))
			return false;
		if (pair->n == 2)
			pair->has_others = true;
		else
			pair->at[pair->n++] = i;
	}
	return pair->n == 2 && !said_cell_of(m->page, m->a, pair->at[0]) &&
	       m->blank_of[pair->at[0]] == SIZE_MAX &&
	       m->blank_of[pair->at[1]] == SIZE_MAX;
}

/* What is said of each tells them apart already. */
static bool are_told(const struct matcher *m, const struct pair *pair)
{
	size_t one = said_best_blank(m, pair->at[0]);
	size_t other = said_best_blank(m, pair->at[1]);

	return one != SIZE_MAX && other != SIZE_MAX && one != other;
}

static bool settle(struct matcher *m, struct said_matches *out, size_t part,
		   size_t whole, const struct pair *pair)
{
	struct buf one = BUF_INIT, other = BUF_INIT;
	struct said_match match = {.is_pair = true};
	bool is_good = true;

	if (said_number_read(&one, m->page, m->a, pair->at[0]) &&
	    said_number_read(&other, m->page, m->a, pair->at[1]) &&
	    number_compare(buf_cstr(&one), buf_cstr(&other)) >= 0) {
		match.blank = whole;
		match.figure = pair->at[0];
		is_good = said_add(m, out, &match);
		match.blank = part;
		match.figure = pair->at[1];
		is_good = is_good && said_add(m, out, &match);
	}
	is_good = is_good && buf_ok(&one) && buf_ok(&other);
	buf_release(&one);
	buf_release(&other);
	return is_good;
}

bool said_bounds(struct matcher *m, struct said_matches *out)
{
	struct pair pair;
	size_t b, whole;

	for (b = 0; b < m->form->blanks.n; b++) {
		whole = bound_of(m, b);
		if (whole == SIZE_MAX || !are_alone(m, b, whole) ||
		    !find_pair(m, m->form->blanks.at[b].unit, &pair) ||
		    are_told(m, &pair) ||
		    ((pair.has_others ||
		      m->form->blanks.at[whole].field->levels) &&
		     !is_part_led(m, pair.at[0], pair.at[1])))
			continue;
		if (!settle(m, out, b, whole, &pair))
			return false;
	}
	return true;
}
