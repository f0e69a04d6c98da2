/*
 * said_twins.c - two sections that ask for the same: "Số lớp tập huấn đã tham
 * gia" and "Số lớp bồi dưỡng đã tham gia". Where the title of one stands on the
 * page, what stands below it is its figures', whatever words they are told in.
 */
#include "extract/said_mark.h"
#include "extract/said_match.h"

enum {
	COMMON_MIN = 3, /* words of both labels */
	APART_MAX = 3,	/* ... of one of them alone */
	BLANKS_MIN = 2
};

/* Of a title, to be the page's. */
#define LIKE_TITLE 0.4

/* The paragraphs below a title; none when it is not on the page. */
struct below {
	size_t from, to;
};

/* How many words of one label the other has. */
static size_t shared(const struct said_form *form,
		     const struct said_telling *one,
		     const struct said_telling *other, size_t *n)
{
	size_t common = 0, i;

	*n = 0;
	for (i = 0; i < one->n; i++) {
		uint32_t id = form->ids.at[one->first + i];

		if (form->words.words.at[id].is_pair)
			continue;
		++*n;
		common += said_telling_has(form, other, id);
	}
	return common;
}

static bool are_twins(const struct said_form *form, const struct said_blank *a,
		      const struct said_blank *b)
{
	size_t n_a, n_b, common;

	if (!a->section || !b->section || a->section == b->section ||
	    a->section->kind != NODE_SECTION ||
	    b->section->kind != NODE_SECTION || a->is_rate != b->is_rate ||
	    a->class != b->class || a->unit != b->unit || a->level != b->level)
		return false;
	common = shared(form, &a->by[0], &b->by[0], &n_a);
	shared(form, &b->by[0], &a->by[0], &n_b);
	return common >= COMMON_MIN && n_a <= common + APART_MAX &&
	       n_b <= common + APART_MAX;
}

static const struct block *title_at(const struct anchorer *a, size_t para)
{
	size_t i;

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *block = &a->page.blocks.at[i];

		if (block->kind == BLOCK_TITLE && block->is_placed &&
		    block->para == para)
			return block;
	}
	return NULL;
}

static const struct block *title_of(const struct anchorer *a,
				    const struct node *section)
{
	size_t i;

	for (i = 0; i < a->page.blocks.n; i++)
		if (a->page.blocks.at[i].kind == BLOCK_TITLE &&
		    a->page.blocks.at[i].node == section)
			return &a->page.blocks.at[i];
	return NULL;
}

/* "b) ..." ends before "c) ...", and before every title of the form's. */
static struct below below_of(const struct anchorer *a,
			     const struct node *section)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	const struct block *title = title_of(a, section);
	struct below below = {0, 0};
	unsigned mark;

	if (!title || !title->is_placed || title->likeness < LIKE_TITLE)
		return below;
	mark = said_mark_of(&paras[title->para]);
	below.from = title->para;
	below.to = title->para + 1;
	while (below.to < a->text.foot && !title_at(a, below.to) &&
	       (mark == OUTLINE_NONE || said_mark_of(&paras[below.to]) != mark))
		below.to++;
	return below;
}

static bool is_below(const struct matcher *m, size_t figure, struct below below)
{
	size_t para = m->page->figures.at[figure].para;

	return !m->a->text.wml->paras.at[para].cell && para >= below.from &&
	       para < below.to;
}

/* The blanks of two sections are twins, one by one. */
static bool are_twin_sections(const struct said_form *form,
			      const struct node *one, const struct node *two)
{
	const struct said_blank *all = form->blanks.at;
	size_t i = 0, k = 0, n = 0;

	for (;; i++, k++, n++) {
		while (i < form->blanks.n && all[i].section != one)
			i++;
		while (k < form->blanks.n && all[k].section != two)
			k++;
		if (i == form->blanks.n || k == form->blanks.n)
			return i == k && n >= BLANKS_MIN;
		if (!are_twins(form, &all[i], &all[k]))
			return false;
	}
}

/* Of two twins, the one below whose title a figure stands has it. */
static void part_twins(struct matcher *m, size_t one, size_t two)
{
	const struct said_blank *all = m->form->blanks.at;
	struct below a = below_of(m->a, all[one].section);
	struct below b = below_of(m->a, all[two].section);
	size_t f;

	/* where the other begins, nobody knows */
	if (b.to == 0 && a.to > 0)
		a.to = a.from + 1;
	if (a.to == 0 && b.to > 0)
		b.to = b.from + 1;
	for (f = 0; f < m->page->figures.n; f++) {
		bool is_one = is_below(m, f, a), is_two = is_below(m, f, b);

		if (is_one && !is_two)
			*said_score(m, two, f) = 0;
		if (is_two && !is_one)
			*said_score(m, one, f) = 0;
	}
}

bool said_twins_read(struct said_form *form)
{
	const struct said_blank *all = form->blanks.at;
	size_t i, k;

	for (i = 0; i < form->blanks.n; i++)
		for (k = i + 1; k < form->blanks.n; k++) {
			struct said_twins *twins;

			if (!are_twins(form, &all[i], &all[k]) ||
			    !are_twin_sections(form, all[i].section,
					       all[k].section))
				continue;
			twins = vec_push(&form->twins);
			if (!twins)
				return false;
			*twins = (struct said_twins){i, k};
		}
	return true;
}

void said_twins(struct matcher *m)
{
	size_t i;

	for (i = 0; i < m->form->twins.n; i++)
		part_twins(m, m->form->twins.at[i].one,
			   m->form->twins.at[i].two);
}
