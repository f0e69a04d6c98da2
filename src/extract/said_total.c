/*
 * said_total.c - the numbers of figures, and what several add up to.
 */
#include "extract/said_total.h"

#include "text/figure.h"
#include "text/number.h"

bool said_number_read(struct buf *out, const struct said_page *page,
		      const struct anchorer *a, size_t figure)
{
	const struct said_figure *f = &page->figures.at[figure];
	const struct token *first = &a->text.tokens.at[f->token];
	const struct token *last = &a->text.tokens.at[f->last];
	const char *text = a->text.wml->paras.at[f->para].text + first->start;
	size_t size = last->start + last->size - first->start;
	int spelled;

	buf_clear(out);
	if (number_read(out, text, size,
			f->is_rate ? NUMBER_PERCENT : NUMBER_COUNT) !=
	    NUMBER_NOT)
		return true;
	/* "mười hai" */
	spelled = figure_spelled(text, size);
	buf_clear(out);
	if (spelled > 0)
		buf_addf(out, "%d", spelled);
	return spelled > 0;
}

void said_total_begin(struct said_total *t)
{
	buf_clear(&t->sum);
	buf_adds(&t->sum, "0");
	t->is_lost |= !buf_ok(&t->sum);
}

static bool read_one(struct said_total *t, size_t figure)
{
	bool is_number = said_number_read(&t->one, t->page, t->a, figure);

	t->is_lost |= !buf_ok(&t->one);
	return is_number && !t->is_lost;
}

bool said_total_add(struct said_total *t, size_t figure)
{
	if (!read_one(t, figure))
		return false;
	number_add_to(&t->sum, buf_cstr(&t->one));
	t->is_lost |= !buf_ok(&t->sum);
	return !t->is_lost;
}

bool said_total_is(struct said_total *t, size_t figure)
{
	return read_one(t, figure) &&
	       number_compare(buf_cstr(&t->one), buf_cstr(&t->sum)) == 0;
}

void said_total_release(struct said_total *t)
{
	buf_release(&t->sum);
	buf_release(&t->one);
}
