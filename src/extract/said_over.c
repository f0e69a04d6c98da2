/*
 * said_over.c - values that cannot be: a level's count above that of all
 * levels, found elsewhere on the page; a rate above 100 that nothing calls one.
 */
#include "extract/index.h"

#include "text/figure.h"
#include "text/number.h"
#include "util/err.h"

/* What two marks say, canonical. */
struct values {
	struct buf one, two;
};

/* What a mark says, as a canonical number; false when it says none. */
static bool read_number(struct buf *out, const struct anchorer *a,
			const struct sighting *s)
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
	buf_clear(out);
	if (number_read(out, p->text + a->text.tokens.at[i].start,
			a->text.tokens.at[i].size,
			s->field->type == FIELD_PERCENT
				? NUMBER_PERCENT
				: NUMBER_COUNT) == NUMBER_NOT) {
		if (figure_said(p->text + mark->start,
				mark->end - mark->start) != FIGURE_SAID_NONE)
			return false;
		buf_adds(out, "0");
	}
	return buf_ok(out);
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

static bool is_above_whole(struct values *v, const struct anchorer *a,
			   const struct sighting *s)
{
	const struct sighting *whole;

	if (s->level < 0 || s->field->type != FIELD_COUNT)
		return false;
	whole = whole_of(a->ex, s);
	return whole && !is_together(a, s, whole) &&
	       read_number(&v->one, a, s) && read_number(&v->two, a, whole) &&
	       number_compare(buf_cstr(&v->one), buf_cstr(&v->two)) > 0;
}

static bool is_no_rate(struct values *v, const struct anchorer *a,
		       const struct sighting *s)
{
	return s->field->type == FIELD_PERCENT && read_number(&v->one, a, s) &&
	       number_compare(buf_cstr(&v->one), "100") > 0;
}

int said_doubt_over(struct anchorer *a)
{
	struct extractor *ex = a->ex;
	struct values v = {BUF_INIT, BUF_INIT};
	size_t i;
	bool is_good;

	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (said_is_found(s) &&
		    (is_above_whole(&v, a, s) || is_no_rate(&v, a, s)))
			s->sure *= SAID_SURE_DOUBT;
	}
	is_good = buf_ok(&v.one) && buf_ok(&v.two);
	buf_release(&v.one);
	buf_release(&v.two);
	return is_good ? VB_OK : err_set(a->err, VB_NOMEM, "out of memory");
}
