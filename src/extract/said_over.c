/*
 * said_over.c - values that cannot be: a level's count above that of all
 * levels, found elsewhere on the page; a rate above 100 that nothing calls one.
 */
#include "extract/index.h"

#include "text/figure.h"
#include "text/number.h"
#include "util/err.h"

#include <stdlib.h>

/* What a mark says, as a number; false when it says none. */
static bool read_number(double *out, struct buf *scratch,
			const struct anchorer *a, const struct sighting *s)
{
	const struct wml_mark *mark = s->mark;
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t i = a->text.first[mark->first];

	while (i < a->text.first[mark->first + 1] &&
	       (a->text.tokens.at[i].start < mark->start ||
		a->text.tokens.at[i].kind != TOKEN_NUMBER))
		i++;
	if (i == a->text.first[mark->first + 1] ||
	    a->text.tokens.at[i].start >= mark->end)
		return false;
	buf_clear(scratch);
	if (number_read(scratch, p->text + a->text.tokens.at[i].start,
			a->text.tokens.at[i].size,
			s->field->type == FIELD_PERCENT
				? NUMBER_PERCENT
				: NUMBER_COUNT) == NUMBER_NOT) {
		*out = figure_said(p->text + mark->start,
				   mark->end - mark->start) == FIGURE_SAID_NONE
			       ? 0
			       : -1;
		return *out == 0;
	}
	*out = strtod(buf_cstr(scratch), NULL);
	return buf_ok(scratch);
}

/* Both stand in one paragraph, or one table: what does not add up there is the
 * writer's. */
static bool is_together(const struct anchorer *a, const struct sighting *one,
			const struct sighting *two)
{
	const struct wml_story *wml = a->text.wml;
	const struct wml_para *p = &wml->paras.at[one->mark->first];
	const struct wml_para *q = &wml->paras.at[two->mark->first];

	return p == q || (p->cell && q->cell &&
			  wml->cells.at[p->cell - 1].table ==
				  wml->cells.at[q->cell - 1].table);
}

static const struct sighting *whole_of(const struct extractor *ex,
				       const struct sighting *level)
{
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (said_is_found(s) && s->field == level->field &&
		    s->level < 0)
			return s;
	}
	return NULL;
}

static bool is_above_whole(struct buf *scratch, const struct anchorer *a,
			   const struct sighting *s)
{
	const struct sighting *whole;
	double part, all;

	if (s->level < 0 || s->field->type != FIELD_COUNT)
		return false;
	whole = whole_of(a->ex, s);
	return whole && !is_together(a, s, whole) &&
	       read_number(&part, scratch, a, s) &&
	       read_number(&all, scratch, a, whole) && part > all;
}

static bool is_no_rate(struct buf *scratch, const struct anchorer *a,
		       const struct sighting *s)
{
	double rate;

	return s->field->type == FIELD_PERCENT &&
	       read_number(&rate, scratch, a, s) && rate > 100;
}

int said_doubt_over(struct anchorer *a)
{
	struct extractor *ex = a->ex;
	struct buf scratch = BUF_INIT;
	size_t i;
	bool is_good;

	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (said_is_found(s) && (is_above_whole(&scratch, a, s) ||
					 is_no_rate(&scratch, a, s)))
			s->sure *= SAID_SURE_DOUBT;
	}
	is_good = buf_ok(&scratch);
	buf_release(&scratch);
	return is_good ? VB_OK : err_set(a->err, VB_NOMEM, "out of memory");
}
