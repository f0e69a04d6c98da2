/*
 * said_share.c - the count of a rate that was settled: "tổng số 41 giáo viên,
 * trong đó 40 giáo viên có máy (đạt 97,56%)", as 40 of 41 is that rate.
 */
#include "extract/said_match.h"
#include "extract/said_total.h"

#include "text/number.h"

/* Numbers as they are compared. */
struct share {
	struct matcher *m;
	struct buf rate, part, whole;
};

/* Some number beside a count is what the rate says it is a part of. */
static bool is_share(struct share *s, size_t count, size_t rate)
{
	const struct said_page *page = s->m->page;
	size_t i;

	if (!said_number_read(&s->rate, page, s->m->a, rate) ||
	    !said_number_read(&s->part, page, s->m->a, count))
		return false;
	for (i = 0; i < page->figures.n; i++) {
		if (i == count || page->figures.at[i].is_rate ||
		    !said_is_beside(page, s->m->a, count, i) ||
		    !said_number_read(&s->whole, page, s->m->a, i))
			continue;
		if (number_compare(buf_cstr(&s->part), buf_cstr(&s->whole)) <
			    0 &&
		    number_rate_matches(buf_cstr(&s->rate), buf_cstr(&s->part),
					buf_cstr(&s->whole)))
			return true;
	}
	return false;
}

/* The count of a rate that was settled is nobody's yet. */
static bool is_free(const struct matcher *m, const struct said_match *rate)
{
	const struct said_blank *blank = &m->form->blanks.at[rate->blank];
	const struct said_figure *figure = &m->page->figures.at[rate->figure];

	return blank->is_rate && blank->of != SIZE_MAX &&
	       figure->of != SIZE_MAX && m->figure_of[blank->of] == SIZE_MAX &&
	       m->blank_of[figure->of] == SIZE_MAX && figure->level == -1 &&
	       m->page->figures.at[figure->of].level == -1 &&
	       said_can_be(&m->form->blanks.at[blank->of],
			   &m->page->figures.at[figure->of]) &&
	       !said_is_aside(m, blank->of, figure->of);
}

bool said_shares(struct matcher *m, struct said_matches *out)
{
	struct share s = {.m = m};
	size_t i, n = out->n;
	bool is_good = true;

	for (i = 0; i < n && is_good; i++) {
		struct said_match count = out->at[i];

		if (!is_free(m, &count) ||
		    !is_share(&s, m->page->figures.at[count.figure].of,
			      count.figure))
			continue;
		count.blank = m->form->blanks.at[count.blank].of;
		count.figure = m->page->figures.at[count.figure].of;
		is_good = said_add(m, out, &count);
	}
	is_good = is_good && buf_ok(&s.rate) && buf_ok(&s.part) &&
		  buf_ok(&s.whole);
	buf_release(&s.rate);
	buf_release(&s.part);
	buf_release(&s.whole);
	return is_good;
}
