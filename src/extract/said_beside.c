/*
 * said_beside.c - persons beside classes: "02 lớp ... với 64 lượt cán bộ quản
 * lý, giáo viên", and classes beside persons. Where a figure was settled as one
 * blank of a section, the one figure beside it that counts what one other blank
 * of the section does is its.
 */
#include "extract/said_match.h"

/* How clearly no other's a figure is beside which things are counted. */
#define PLAIN_MIN 0.9F

/* It counts persons, or places, or things of a unit, and no other of its
 * section does. */
static bool is_only_of_class(const struct matcher *m, size_t blank)
{
	const struct said_blank *b = &m->form->blanks.at[blank];

	if (b->is_rate || !b->section)
		return false;
	return b->class == SAID_PERSONS || b->class == SAID_PLACES
		       ? said_is_only_of_class(m->form, blank)
		       : b->class == SAID_THINGS && b->unit != SIZE_MAX &&
				 said_is_only_of_unit(m->form, blank);
}

static bool counts_alike(const struct said_blank *blank,
			 const struct said_figure *figure)
{
	return blank->class == SAID_THINGS ? figure->unit == blank->unit
					   : figure->class == blank->class;
}

static bool may_be(const struct matcher *m, size_t blank, size_t figure)
{
	const struct said_figure *f = &m->page->figures.at[figure];

	return counts_alike(&m->form->blanks.at[blank], f) && !f->is_rate &&
	       !f->aside && !f->denial && !f->is_told && !f->is_whole &&
	       f->level == -1 && m->blank_of[figure] == SIZE_MAX &&
	       said_can_be(&m->form->blanks.at[blank], f);
}

/* A figure of another section stands between the two. */
static bool is_parted(const struct matcher *m, const struct node *section,
		      size_t one, size_t other)
{
	size_t from = m->page->figures.at[one].token;
	size_t to = m->page->figures.at[other].token, i;

	if (from > to) {
		size_t swap = from;

		from = to;
		to = swap;
	}
	for (i = 0; i < m->page->figures.n; i++) {
		size_t token = m->page->figures.at[i].token;
		size_t blank = m->blank_of[i];

		if (token > from && token < to && blank != SIZE_MAX &&
		    m->form->blanks.at[blank].section != section)
			return true;
	}
	return false;
}

/* The one figure beside another that may be a blank's, SIZE_MAX for none. */
static size_t find_beside(const struct matcher *m, size_t blank, size_t figure)
{
	size_t found = SIZE_MAX, i;

	for (i = 0; i < m->page->figures.n; i++) {
		if (!may_be(m, blank, i) ||
		    !said_is_beside(m->page, m->a, figure, i) ||
		    is_parted(m, m->form->blanks.at[blank].section, figure, i))
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = i;
	}
	return found;
}

/* A settled figure of the section that counts something else. */
static size_t find_settled(const struct matcher *m, size_t blank)
{
	const struct said_blank *all = m->form->blanks.at;
	size_t b, found = SIZE_MAX;

	for (b = 0; b < m->form->blanks.n; b++) {
		if (b == blank || all[b].section != all[blank].section ||
		    all[b].class == all[blank].class || all[b].is_rate ||
		    m->figure_of[b] == SIZE_MAX)
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = m->figure_of[b];
	}
	return found;
}

/* It was settled as what it says itself, and is no other's. */
static bool is_plainly_settled(const struct said_matches *out, size_t figure)
{
	size_t i = 0;

	while (i < out->n && out->at[i].figure != figure)
		i++;
	return i < out->n && out->at[i].clear >= PLAIN_MIN &&
	       out->at[i].alone >= PLAIN_MIN && out->at[i].near > 0;
}

/* The figure that is a blank's by what it stands beside, SIZE_MAX for none. */
static size_t beside_of(const struct matcher *m, const struct said_matches *out,
			size_t blank)
{
	size_t at;

	if (m->figure_of[blank] != SIZE_MAX || !is_only_of_class(m, blank))
		return SIZE_MAX;
	at = find_settled(m, blank);
	return at == SIZE_MAX || (m->form->blanks.at[blank].class ==
					  SAID_THINGS &&
				  !is_plainly_settled(out, at))
		       ? SIZE_MAX
		       : find_beside(m, blank, at);
}

/* "3 lớp tin học; 120 người dự 5 lớp ngoại ngữ": it may be either's. */
static bool is_either(const struct matcher *m, const struct said_matches *out,
		      size_t blank, size_t figure)
{
	size_t b;

	for (b = 0; b < m->form->blanks.n; b++)
		if (b != blank && beside_of(m, out, b) == figure)
			return true;
	return false;
}

bool said_besides(struct matcher *m, struct said_matches *out)
{
	size_t b, figure;
	bool is_new = true;

	while (is_new) {
		is_new = false;
		for (b = 0; b < m->form->blanks.n; b++) {
			struct said_match match = {.blank = b,
						   .is_beside = true};

			figure = beside_of(m, out, b);
			if (figure == SIZE_MAX || is_either(m, out, b, figure))
				continue;
			match.figure = figure;
			if (!said_add(m, out, &match))
				return false;
			is_new = true;
		}
	}
	return true;
}
