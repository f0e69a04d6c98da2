/*
 * said_adds.c - sums that the form's constraints state, ". = a + b": what
 * counts, settled by what is said of each, agree in is right; and a figure
 * beside the parts that is their sum is the whole. A rate that is its count's
 * share of the sum that the form says, per="a + b", tells of both that they
 * stand in this sum.
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

#include "text/number.h"

#include <string.h>

enum {
	PARTS_MIN = 2,
	REACH = 1 /* paragraphs before the first part */
};

/* ---- reading constraints ------------------------------------------------- */

/* A sum as it is read on: terms of each side. */
struct equation {
	const struct said_form *form;
	size_t self; /* what "." means */
	size_t terms[2][SAID_ADDENDS_MAX], n[2];
	int side;
};

static size_t blank_named(const struct equation *e, const char *name,
			  size_t size)
{
	size_t i;

	if (size == 1 && *name == '.')
		return e->self;
	for (i = 0; i < e->form->blanks.n; i++) {
		const char *id = e->form->blanks.at[i].field->id;

		if (strlen(id) == size && memcmp(id, name, size) == 0)
			return i;
	}
	return SIZE_MAX;
}

static bool add_term(struct equation *e, const char *name, size_t size)
{
	size_t blank = blank_named(e, name, size);
	size_t *n = &e->n[e->side];

	if (blank == SIZE_MAX || *n == SAID_ADDENDS_MAX ||
	    e->form->blanks.at[blank].is_rate)
		return false;
	e->terms[e->side][(*n)++] = blank;
	return true;
}

/* Names with '+' between, on either side of one '=' or without, and nothing
 * else. */
static bool read_terms(struct equation *e, const char *text)
{
	static const char NAME[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

	while (*text) {
		size_t size = strspn(text += strspn(text, " "), NAME);

		if (size == 0 || !add_term(e, text, size))
			return false;
		text += size;
		text += strspn(text, " ");
		if (*text == '=' && e->side == 0)
			e->side = 1;
		else if (*text != '+' && *text != '\0')
			return false;
		text += *text != '\0';
	}
	return true;
}

/* A part by level is none: which of its figures are added is not told. */
static bool has_levels(const struct said_form *form, const size_t *parts,
		       size_t n)
{
	while (n > 0 && !form->blanks.at[parts[n - 1]].field->levels)
		n--;
	return n > 0;
}

static bool note_sum(struct said_add *add, size_t whole, const size_t *parts,
		     size_t n)
{
	size_t i;

	if (!add)
		return false;
	add->whole = whole;
	for (i = 0; i < n; i++)
		add->parts[i] = parts[i];
	add->n = n;
	return true;
}

static bool is_sum(const struct said_form *form, const size_t *parts, size_t n)
{
	return n >= PARTS_MIN && !has_levels(form, parts, n);
}

/* ". = a + b", "a + b = c" */
static bool read_constraint(struct said_form *form, size_t blank)
{
	const char *text = form->blanks.at[blank].field->constraint;
	struct equation e = {.form = form, .self = blank};
	int whole;

	if (!text || !read_terms(&e, text) || e.side == 0)
		return true;
	whole = e.n[0] == 1 ? 0 : 1;
	return e.n[whole] != 1 || !is_sum(form, e.terms[!whole], e.n[!whole]) ||
	       note_sum(vec_push(&form->adds), e.terms[whole][0],
			e.terms[!whole], e.n[!whole]);
}

/* of="a" per="a + b + c" */
static bool read_per(struct said_form *form, size_t blank)
{
	const char *text = form->blanks.at[blank].field->per;
	struct equation e = {.form = form, .self = blank};

	if (!text || !form->blanks.at[blank].is_rate || !read_terms(&e, text))
		return true;
	return e.side == 1 || !is_sum(form, e.terms[0], e.n[0]) ||
	       note_sum(vec_push(&form->pers), blank, e.terms[0], e.n[0]);
}

bool said_adds_read(struct said_form *form)
{
	size_t i;

	for (i = 0; i < form->blanks.n; i++)
		if (!read_constraint(form, i) || !read_per(form, i))
			return false;
	return true;
}

/* ---- figures that agree -------------------------------------------------- */

/* The figures of the parts, and their sum. */
struct sum {
	struct matcher *m;
	struct said_matches *out;
	const struct said_add *add;
	struct said_total total;
	size_t first, last; /* paragraphs of them */
};

static bool is_of_level(const struct sum *s, const struct said_match *match)
{
	return s->m->page->figures.at[match->figure].level >= 0;
}

/* The figure of all levels that a blank was settled with, SIZE_MAX for none. */
static size_t figure_of(const struct sum *s, size_t blank)
{
	size_t i;

	for (i = 0; i < s->out->n; i++)
		if (s->out->at[i].blank == blank &&
		    (!s->m->form->blanks.at[blank].field->levels ||
		     !is_of_level(s, &s->out->at[i])))
			return s->out->at[i].figure;
	return SIZE_MAX;
}

static bool add_parts(struct sum *s)
{
	size_t i;

	said_total_begin(&s->total);
	s->first = SIZE_MAX;
	s->last = 0;
	for (i = 0; i < s->add->n; i++) {
		size_t figure = figure_of(s, s->add->parts[i]), para;

		if (figure == SIZE_MAX || !said_total_add(&s->total, figure))
			return false;
		para = s->m->page->figures.at[figure].para;
		if (para < s->first)
			s->first = para;
		if (para > s->last)
			s->last = para;
	}
	return s->total.sum.size >= SAID_TELLING_SIZE;
}

/* The count that a match is of is one of those that agree: it is the blank's,
 * and the rate beside it that of its rate. */
static void bear_out_one(const struct sum *s, size_t blank)
{
	size_t rate = said_rate_blank(s->m, blank), figure, i;

	figure = figure_of(s, blank);
	for (i = 0; i < s->out->n; i++) {
		struct said_match *match = &s->out->at[i];
		size_t of = s->m->page->figures.at[match->figure].of;

		match->is_borne |= (match->blank == blank &&
				    match->figure == figure) ||
				   (match->blank == rate && of == figure);
	}
}

static void bear_out(const struct sum *s)
{
	size_t i;

	bear_out_one(s, s->add->whole);
	for (i = 0; i < s->add->n; i++)
		bear_out_one(s, s->add->parts[i]);
}

/* In the paragraphs of the parts, or right before; no cell, where rows and
 * columns have totals of their own. */
static bool may_be_whole(const struct sum *s, size_t figure)
{
	const struct said_figure *f = &s->m->page->figures.at[figure];

	return f->level == -1 && !f->is_rate && !f->aside && !f->is_told &&
	       s->m->blank_of[figure] == SIZE_MAX && f->para <= s->last &&
	       f->para + REACH >= s->first &&
	       !said_cell_of(s->m->page, s->m->a, figure) &&
	       !said_counts_other(s->m, s->add->whole, figure);
}

/* The one figure beside the parts that is their sum, SIZE_MAX for none. */
static size_t find_whole(struct sum *s)
{
	size_t found = SIZE_MAX, i;

	for (i = 0; i < s->m->page->figures.n; i++) {
		if (!may_be_whole(s, i) || !said_total_is(&s->total, i))
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = i;
	}
	return found;
}

static bool judge(struct sum *s)
{
	size_t whole = figure_of(s, s->add->whole);

	if (!add_parts(s))
		return true;
	if (whole != SIZE_MAX) {
		if (said_total_is(&s->total, whole))
			bear_out(s);
		return true;
	}
	whole = find_whole(s);
	if (whole == SIZE_MAX)
		return true;
	if (!said_add_sum(s->m, s->out, s->add->whole, whole))
		return false;
	bear_out(s);
	return true;
}

/* A rate is the share that its count has of the sum, and neither all of it nor
 * nothing. */
static bool is_share(struct sum *s, size_t rate, size_t count)
{
	struct said_total *t = &s->total;
	struct buf share = {0}, part = {0};
	bool is_it = said_number_read(&share, t->page, t->a, rate) &&
		     said_number_read(&part, t->page, t->a, count) &&
		     share.size >= SAID_TELLING_SIZE &&
		     number_compare(buf_cstr(&part), "0") > 0 &&
		     number_compare(buf_cstr(&part), buf_cstr(&t->sum)) < 0 &&
		     number_rate_matches(buf_cstr(&share), buf_cstr(&part),
					 buf_cstr(&t->sum));

	t->is_lost |= !buf_ok(&share) || !buf_ok(&part);
	buf_release(&share);
	buf_release(&part);
	return is_it;
}

/* The count and the rate stand in the sum. */
static void note_share(struct sum *s)
{
	const struct said_blank *blanks = s->m->form->blanks.at;
	size_t of = blanks[s->add->whole].of, count, rate, i;

	rate = figure_of(s, s->add->whole);
	count = of == SIZE_MAX ? SIZE_MAX : figure_of(s, of);
	if (rate == SIZE_MAX || count == SIZE_MAX || !add_parts(s) ||
	    !is_share(s, rate, count))
		return;
	for (i = 0; i < s->out->n; i++) {
		struct said_match *match = &s->out->at[i];

		if ((match->blank == of && match->figure == count) ||
		    (match->blank == s->add->whole && match->figure == rate))
			match->sum = s->add->parts[0] + 1;
	}
}

bool said_adds(struct matcher *m, struct said_matches *out)
{
	struct sum s = {
		.m = m, .out = out, .total = {.page = m->page, .a = m->a}};
	bool is_good = true;
	size_t i;

	for (i = 0; i < m->form->adds.n && is_good; i++) {
		s.add = &m->form->adds.at[i];
		is_good = judge(&s) && !s.total.is_lost;
	}
	for (i = 0; i < m->form->pers.n && is_good; i++) {
		s.add = &m->form->pers.at[i];
		note_share(&s);
		is_good = !s.total.is_lost;
	}
	said_total_release(&s.total);
	return is_good;
}

/* ---- the one part left --------------------------------------------------- */

/* The part that no figure was settled with, where the others stand in one
 * paragraph, outside tables; SIZE_MAX for none. */
static size_t part_left(const struct sum *s, size_t *para)
{
	size_t left = SIZE_MAX, k;

	*para = SIZE_MAX;
	for (k = 0; k < s->add->n; k++) {
		size_t figure = figure_of(s, s->add->parts[k]), at;

		if (figure == SIZE_MAX && left != SIZE_MAX)
			return SIZE_MAX;
		if (figure == SIZE_MAX) {
			left = s->add->parts[k];
			continue;
		}
		at = s->m->page->figures.at[figure].para;
		if ((*para != SIZE_MAX && *para != at) ||
		    said_cell_of(s->m->page, s->m->a, figure))
			return SIZE_MAX;
		*para = at;
	}
	return left;
}

/* What stands beside a figure tells it from the other parts. */
static bool is_told_as(const struct sum *s, size_t part, size_t figure)
{
	const struct said_figure *f = &s->m->page->figures.at[figure];
	float near = said_near(s->m, part, figure);
	size_t k;

	if (f->level != -1 || f->is_rate || f->aside ||
	    s->m->blank_of[figure] != SIZE_MAX)
		return false;
	for (k = 0; k < s->add->n; k++)
		if (s->add->parts[k] != part &&
		    (said_near(s->m, s->add->parts[k], figure) >= near ||
		     said_first(s->m, s->add->parts[k], figure) >=
			     said_first(s->m, part, figure)))
			return false;
	return near > 0;
}

/* The one figure of a paragraph that is told as a part, SIZE_MAX for none. */
static size_t find_part(const struct sum *s, size_t part, size_t para)
{
	const struct said_page *page = s->m->page;
	size_t found = SIZE_MAX, f;

	for (f = 0; f < page->figures.n; f++) {
		if (page->figures.at[f].para != para || !is_told_as(s, part, f))
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = f;
	}
	return found;
}

bool said_rest(struct matcher *m, struct said_matches *out)
{
	struct sum s = {.m = m, .out = out};
	size_t i, para;

	for (i = 0; i < m->form->adds.n; i++) {
		struct said_match match = {.is_pair = true};

		s.add = &m->form->adds.at[i];
		match.blank = part_left(&s, &para);
		if (match.blank == SIZE_MAX || para == SIZE_MAX)
			continue;
		match.figure = find_part(&s, match.blank, para);
		if (match.figure != SIZE_MAX && !said_add(m, out, &match))
			return false;
	}
	return true;
}

bool said_is_part_of(const struct matcher *m, size_t part, size_t whole)
{
	size_t i, k;

	for (i = 0; i < m->form->adds.n; i++)
		for (k = 0; k < m->form->adds.at[i].n; k++)
			if (m->form->adds.at[i].whole == whole &&
			    m->form->adds.at[i].parts[k] == part)
				return true;
	return false;
}
