/*
 * said.c - figures of a page laid out its own way become sightings; see said.h
 * for who does what.
 */
#include "extract/index.h"
#include "extract/said_sure.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* A figure that another blank got too. */
#define SURE_SHARED 0.4
/* Hardly surer than the other. */
#define SURE_NEAR 0.05
/* A line of the form that is nearly whole. */
#define SURE_LINE 0.85
/* What is put in the place of a blank that looks empty. */
#define SURE_INSTEAD 0.7
/* ... or where a line of which little was left has one, and it is clear whose
 * another is. */
#define LINE_WEAK 0.7
/* ... or of which much was, where the other is plainly the blank's. */
#define LINE_FAIR 0.8
/* How like its blank, and how clearly no other's, a figure is that is plainly
 * the blank's. */
#define SCORE_PLAIN 0.5F
#define CLEAR_PLAIN 0.9F
#define LINE_STRONG 0.89

/* Where a figure stands. */
static void mark_of(const struct anchorer *a, const struct said_figure *figure,
		    struct wml_mark *mark)
{
	const struct token *t = a->text.tokens.at;
	const struct token *last = &t[figure->last];

	*mark = (struct wml_mark){.kind = WML_BOOKMARK,
				  .name = "",
				  .alias = "",
				  .xpath = "",
				  .first = figure->para,
				  .last = figure->para,
				  .start = t[figure->token].start,
				  .end = last->start + last->size};
	anchor_widen(a, mark);
}

static bool is_same_place(const struct wml_mark *one,
			  const struct wml_mark *other)
{
	return one->first == other->first && one->start == other->start;
}

/* "01 CSGD, là trường THCS": as many as the form's line has, and those of the
 * one level that is named. */
static bool is_only_level(const struct said_finder *f,
			  const struct said_match *match)
{
	const struct said_figure *figures = f->page.figures.at;
	size_t i;

	for (i = 0; i < f->matches.n; i++)
		if (f->matches.at[i].blank == match->blank &&
		    figures[f->matches.at[i].figure].level >= 0 &&
		    f->matches.at[i].figure != match->figure)
			return false;
	return figures[match->figure].level >= 0;
}

/* The figure is another's: lines of the form that gave it are doubted. */
static void doubt_others(const struct said_finder *f,
			 const struct said_match *match,
			 const struct sighting *model,
			 const struct wml_mark *mark)
{
	struct anchorer *a = f->a;
	bool is_only = is_only_level(f, match);
	size_t i;

	for (i = 0; i < a->ex->sightings.n; i++) {
		struct sighting *s = &a->ex->sightings.at[i];

		if (s->is_anchor && s->story == 0 &&
		    (s->field != model->field || s->level != model->level) &&
		    is_same_place(s->mark, mark) &&
		    !(is_only && s->field == model->field && s->level < 0 &&
		      s->sure >= READING_SURE_MIN) &&
		    (s->sure < model->sure + SURE_NEAR ||
		     !beside_matters(s->field)))
			s->sure *= SURE_SHARED;
	}
}

/* Both places are of one row of a table, or the second is over it. */
static bool is_of_row(const struct anchorer *a, const struct wml_mark *one,
		      const struct wml_mark *other)
{
	const struct wml_para *paras = a->text.wml->paras.at;

	return paras[one->first].cell > 0 &&
	       (paras[one->first].row_serial ==
			paras[other->first].row_serial ||
		(paras[one->first].table == paras[other->first].table &&
		 paras[other->first].cell > 0 && paras[other->first].row == 1));
}

/* Two cells of a row: the heads over them tell which is whose, and columns may
 * have been put in another order. */
static bool is_beside(const struct anchorer *a, const struct wml_mark *one,
		      const struct wml_mark *other)
{
	const struct wml_para *p = &a->text.wml->paras.at[one->first];
	const struct wml_para *q = &a->text.wml->paras.at[other->first];

	return p->cell > 0 && q->cell > 0 && p->cell != q->cell &&
	       p->row_serial == q->row_serial && other->start != other->end;
}

/* The first place is in a table that stands right below the second: a question
 * that a table answers. */
static bool is_below(const struct anchorer *a, const struct wml_mark *one,
		     const struct wml_mark *other)
{
	const struct wml_story *wml = a->text.wml;
	uint32_t table = wml->paras.at[one->first].table;

	return table > 0 && !wml->paras.at[other->first].cell &&
	       wml->tables.at[table - 1].first == other->first + 1;
}

/* A paragraph is the next with words: "Số lớp ...., tên lớp", and below it "Số
 * lớp: 04 lớp". */
static bool is_next(const struct anchorer *a, size_t para, size_t next)
{
	return next > para && a->text.first[para + 1] == a->text.first[next] &&
	       !anchor_is_placed(&a->page, next);
}

/* "75% (năm học trước 41,6%)" was taken as one: the figure is in it, beside
 * another. */
static bool is_one_of(const struct anchorer *a, const struct wml_mark *mark,
		      const struct wml_mark *old)
{
	const struct token *t = a->text.tokens.at;
	size_t i = a->text.first[mark->first], n = 0;

	if (old->first != mark->first || old->last != mark->first ||
	    mark->start < old->start || mark->end > old->end)
		return false;
	for (; i < a->text.first[mark->first + 1]; i++)
		n += t[i].kind == TOKEN_NUMBER && t[i].start >= old->start &&
		     t[i].start < old->end &&
		     (t[i].start < mark->start || t[i].start >= mark->end);
	return n > 0;
}

/* The rate beside a count was settled as that of its blank. */
static bool has_its_rate(const struct said_finder *f,
			 const struct said_match *match)
{
	size_t i;

	for (i = 0; i < f->matches.n; i++)
		if (said_are_count_and_rate(f, match, &f->matches.at[i]))
			return true;
	return false;
}

/* It is like its blank, and no other's. */
static bool is_plain(const struct said_match *match)
{
	return match->score >= SCORE_PLAIN && match->clear >= CLEAR_PLAIN &&
	       match->alone >= CLEAR_PLAIN && match->rival <= 0;
}

/* What stands beside it tells that it is its blank's; its rate, where the
 * blank looks empty in the same paragraph, or that it is so plainly. */
static bool is_borne_beside(const struct said_finder *f,
			    const struct said_match *match, size_t para)
{
	return match->is_beside || match->is_cornered ||
	       said_is_of_section(f, match) ||
	       (f->page.figures.at[match->figure].para == para &&
		(match->is_pair || is_plain(match) || has_its_rate(f, match)));
}

/* A line of the form that was found is right, but where its blank is empty
 * and the figure stands clearly elsewhere, or beside it. */
static bool is_better(const struct anchorer *a, const struct sighting *s,
		      const struct wml_mark *mark, const struct sighting *old,
		      bool is_borne, bool is_plainly)
{
	if (!old->is_anchor)
		return false;
	if (old->sure < READING_SURE_MIN ||
	    (s->sure >= READING_SURE_MIN && is_one_of(a, mark, old->mark)))
		return true;
	if (old->sure <= (is_plainly ? LINE_FAIR : LINE_WEAK) &&
	    s->sure >= LINE_STRONG && !is_same_place(old->mark, mark))
		return true;
	if (s->sure >= LINE_STRONG && is_beside(a, mark, old->mark))
		return true;
	if (old->mark->first != old->mark->last ||
	    old->mark->start != old->mark->end)
		return false;
	if (s->sure < READING_SURE_MIN)
		return false;
	return ((is_borne || s->sure >= SURE_INSTEAD) &&
		(old->sure < SURE_LINE || mark->first == old->mark->first ||
		 is_next(a, old->mark->first, mark->first))) ||
	       is_of_row(a, mark, old->mark) || is_below(a, mark, old->mark);
}

static int replace(struct anchorer *a, struct sighting *old,
		   const struct sighting *s, const struct wml_mark *mark)
{
	struct wml_mark *to = arena_array(&a->ex->reading->arena, 1,
					  sizeof(*to));

	if (!to)
		return err_set(a->err, VB_NOMEM, "out of memory");
	*to = *mark;
	old->mark = to;
	old->sure = s->sure;
	old->method = s->method;
	return VB_OK;
}

/* The value found is the beginning of a figure. */
static bool is_beginning(const struct sighting *old,
			 const struct wml_mark *figure)
{
	return old->is_anchor && old->mark->first == figure->first &&
	       old->mark->last == figure->first &&
	       old->mark->start == figure->start &&
	       old->mark->end > old->mark->start &&
	       old->mark->end < figure->end;
}

/* "27 trường" for a blank of another unit: words, and no other figure, behind
 * the figure that is said there. */
static bool has_words_behind(const struct anchorer *a,
			     const struct sighting *old,
			     const struct wml_mark *figure)
{
	const char *text = a->text.wml->paras.at[figure->first].text;
	size_t at;

	if (!old->is_anchor || !is_same_place(old->mark, figure) ||
	    old->mark->last != figure->first || figure->last != figure->first ||
	    old->mark->end <= figure->end)
		return false;
	for (at = figure->end; at < old->mark->end; at++)
		if (text_is_digit(text[at]) || text[at] == '%')
			return false;
	return true;
}

static int see(struct said_finder *f, const struct said_match *match)
{
	struct anchorer *a = f->a;
	const struct said_blank *blank = &f->form->blanks.at[match->blank];
	const struct said_figure *figure = &f->page.figures.at[match->figure];
	struct sighting s = {.field = blank->field, .level = -1}, *old;
	struct wml_mark mark;

	if (blank->field->levels)
		s.level = figure->level;
	s.method = a->text.wml->paras.at[figure->para].cell ? VB_BY_TABLE
							    : VB_BY_ANCHOR;
	s.sure = said_sure_of(f, match);
	mark_of(a, figure, &mark);
	old = anchor_sighting(a, s.field, s.level);
	if (old && !(match->is_proved && old->is_anchor) &&
	    !is_better(a, &s, &mark, old,
		       is_borne_beside(f, match, old->mark->first),
		       is_plain(match))) {
		/* "1 304" of which the line was given the 1 */
		if (is_beginning(old, &mark) || has_words_behind(a, old, &mark))
			return replace(a, old, &s, &mark);
		/* the form's line and what is said tell the same */
		if (old->is_anchor && is_same_place(old->mark, &mark) &&
		    old->sure < s.sure)
			old->sure = s.sure;
		return VB_OK;
	}
	doubt_others(f, match, &s, &mark);
	return old ? replace(a, old, &s, &mark) : anchor_see(a, &s, &mark);
}

static int find(struct said_finder *f)
{
	int code = said_page_read(&f->page, f->form, f->a);
	size_t i;

	if (code == VB_OK)
		code = said_match(&f->matches, f->form, &f->page, f->a);
	if (code == VB_OK)
		code = said_tallies_count(f);
	for (i = 0; i < f->matches.n && code == VB_OK; i++)
		code = see(f, &f->matches.at[i]);
	if (code == VB_OK)
		said_doubt_columns(f->a, &f->page.cells);
	return code;
}

/* True when some figure the form asks for has no mark. */
static bool is_wanted(const struct anchorer *a)
{
	const struct vb_form *form = a->ex->form;
	size_t i;
	int level;

	for (i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		if (field->is_base || field->group || !beside_matters(field))
			continue;
		for (level = -1; level < (int)form->n_levels; level++)
			if ((level < 0 || field_has_level(field, level)) &&
			    !a->has_marks[anchor_slot(a, field, level)])
				return true;
	}
	return false;
}

int said_find(struct anchorer *a)
{
	struct said_finder f = {.a = a};
	int code = VB_OK;

	if (!is_wanted(a))
		return VB_OK;
	a->has_bare_rates = said_rates_are_bare(a);
	code = index_said(&f.form, a->index, a->err);
	if (code == VB_OK)
		code = find(&f);
	said_page_release(&f.page);
	vec_release(&f.matches);
	free(f.tallies);
	return code;
}
