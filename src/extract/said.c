/*
 * said.c - figures of a page laid out its own way become sightings; see said.h
 * for who does what.
 */
#include "extract/index.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* How like a figure is its blank, and how sure it is then. */
#define LIKE	       0.5F
#define SURE_LIKE      0.9
#define LESS_LIKE      0.25F
#define SURE_LESS_LIKE 0.75
#define SURE_LEAST     0.45
#define SURE_BETWEEN   0.55
#define SURE_PAIR      0.65
#define ALL	       0.9F
#define TELLING	       0.1F
#define KEY	       0.75F
/* Another blank, another figure are nearly as like, or words beside it are
 * none of the blank's. */
#define CLEAR	       0.75F
#define ALONE_MIN      0.3F
#define ALONE_CELL_MIN 0.5F
#define NEAR	       0.8F
#define THEIRS	       0.3F
#define LITTLE	       0.4F
#define MOSTLY_THEIRS  0.6F
#define SURE_UNCLEAR   0.6
#define SURE_FOREIGN   0.9
/* A table whose figures are nearly all blanks', each clearly another's, is the
 * form's in other words: what is in it then. */
#define TOGETHER_MIN	    8
#define TOGETHER_SHARE	    0.6F
#define SURE_TOGETHER	    0.65
#define TOGETHER_LINE_MIN   4
#define TOGETHER_LINE_SHARE 0.6F
#define SURE_SHARED	    0.4
/* A line of the form that is nearly whole. */
#define SURE_LINE 0.85
/* What is put in the place of a blank that looks empty. */
#define SURE_INSTEAD 0.7
/* ... or where a line of which little was left has one, and it is clear whose
 * another is. */
#define LINE_WEAK   0.7
#define LINE_STRONG 0.89

/* Of a table, a paragraph: its figures, and those of them that are clearly a
 * blank's. */
struct tally {
	size_t figures, clear;
};

struct finder {
	struct anchorer *a;
	const struct said_form *form;
	struct said_page page;
	struct said_matches matches;
	struct tally *tallies; /* by paragraph, then by table */
};

static bool is_clear(const struct said_match *match)
{
	return !match->is_between && !match->is_pair && !match->is_sum &&
	       match->clear >= CLEAR && match->rival < NEAR * match->score;
}

static struct tally *tally_of(const struct finder *f, size_t figure)
{
	const struct wml_story *wml = f->a->text.wml;
	size_t cell = wml->paras.at[f->page.figures.at[figure].para].cell;

	/* a paragraph of its own, or a table */
	return &f->tallies[cell ? wml->paras.n + wml->cells.at[cell - 1].table
				: f->page.figures.at[figure].para];
}

/* "còn lại 8 trường (32%)" */
static bool is_rest(const struct finder *f, size_t figure)
{
	const struct said_figure *figures = f->page.figures.at;
	size_t of = figures[figure].of;

	return figures[figure].is_rest ||
	       (of != SIZE_MAX && figures[of].is_rest);
}

static bool is_together(const struct finder *f, const struct said_match *match)
{
	const struct tally *tally = tally_of(f, match->figure);

	bool in_table = tally >= f->tallies + f->a->text.wml->paras.n;

	return is_clear(match) && match->near > 0 &&
	       (match->alone >= ALONE_MIN || is_rest(f, match->figure)) &&
	       tally->clear >= (in_table ? TOGETHER_MIN : TOGETHER_LINE_MIN) &&
	       (float)tally->clear >=
		       (in_table ? TOGETHER_SHARE : TOGETHER_LINE_SHARE) *
			       (float)tally->figures;
}

static bool is_in_cell(const struct finder *f, size_t figure)
{
	const struct said_figure *at = &f->page.figures.at[figure];

	return f->a->text.wml->paras.at[at->para].cell > 0;
}

static bool is_same_place_as(const struct finder *f, size_t figure,
			     size_t other)
{
	const struct wml_para *paras = f->a->text.wml->paras.at;
	size_t one = f->page.figures.at[figure].para;
	size_t two = f->page.figures.at[other].para;

	return one == two || (paras[one].row_serial > 0 &&
			      paras[one].row_serial == paras[two].row_serial);
}

/* "lớp": the one blank of its section that counts them, and the one figure
 * there that does. */
static bool is_only_unit(const struct finder *f, const struct said_match *match)
{
	const struct said_blank *all = f->form->blanks.at;
	size_t unit = all[match->blank].unit, i;

	if (unit == SIZE_MAX || f->page.figures.at[match->figure].unit != unit)
		return false;
	for (i = 0; i < f->form->blanks.n; i++)
		if (i != match->blank && all[i].unit == unit &&
		    all[i].section == all[match->blank].section)
			return false;
	for (i = 0; i < f->page.figures.n; i++)
		if (i != match->figure && f->page.figures.at[i].unit == unit &&
		    is_same_place_as(f, match->figure, i))
			return false;
	return true;
}

/* "45 giáo viên dự 3 lớp": whose section the figure beside is. */
static bool is_of_section_beside(const struct finder *f,
				 const struct said_match *match)
{
	const struct said_blank *all = f->form->blanks.at;
	size_t i;

	if (!is_clear(match) || !is_only_unit(f, match))
		return false;
	for (i = 0; i < f->matches.n; i++) {
		const struct said_match *other = &f->matches.at[i];

		if (other != match && is_clear(other) &&
		    other->score >= LESS_LIKE &&
		    all[other->blank].section == all[match->blank].section &&
		    is_same_place_as(f, match->figure, other->figure))
			return true;
	}
	return false;
}

/* Measured on pages of many hands: what share of such figures was right
 * (docs/design.md). */
static double sure_of(const struct finder *f, const struct said_match *match)
{
	/* "Phòng studio": few words, all of them this blank's alone; "LMS"
	 * alone */
	bool is_key = match->alone >= ALL &&
		      (match->key >= KEY ||
		       (match->near >= ALL && match->telling >= TELLING));
	double sure;

	if (match->is_between)
		return SURE_BETWEEN;
	if (match->is_pair)
		return SURE_PAIR;
	if (match->is_sum)
		return SURE_LIKE;
	sure = match->score >= LIKE		     ? SURE_LIKE
	       : match->score >= LESS_LIKE || is_key ? SURE_LESS_LIKE
						     : SURE_LEAST;

	if (match->clear < CLEAR || match->alone < ALONE_MIN ||
	    (match->alone < CLEAR && match->near < ALL))
		sure *= SURE_UNCLEAR;
	/* "Tổng số giáo viên: 300" in the answer to two questions */
	if (match->alone < ALONE_CELL_MIN && is_in_cell(f, match->figure))
		sure *= SURE_UNCLEAR;
	if (match->alone <= 0 && !is_rest(f, match->figure))
		sure *= SURE_FOREIGN;
	/* "triển khai họp trên mạng" is no "triển khai chữ ký số" */
	if (match->alone < CLEAR && match->near < CLEAR)
		sure *= SURE_FOREIGN;
	if (match->rival >= NEAR * match->score)
		sure *= SURE_UNCLEAR;
	if (match->is_nearer_other)
		sure *= SURE_UNCLEAR;
	if (match->near < (match->score < LITTLE ? MOSTLY_THEIRS : THEIRS))
		sure *= SURE_UNCLEAR;
	/* words beside it that are none of the blank's */
	if (match->near < CLEAR && sure > SURE_LESS_LIKE)
		sure = SURE_LESS_LIKE;
	if (sure < SURE_TOGETHER && is_together(f, match))
		sure = SURE_TOGETHER;
	if (sure < SURE_PAIR && is_of_section_beside(f, match))
		sure = SURE_PAIR;
	return match->is_borne && sure < SURE_LIKE ? SURE_LIKE : sure;
}

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

/* The figure is another's: lines of the form that gave it are doubted. */
static void doubt_others(struct anchorer *a, const struct sighting *model,
			 const struct wml_mark *mark)
{
	size_t i;

	for (i = 0; i < a->ex->sightings.n; i++) {
		struct sighting *s = &a->ex->sightings.at[i];

		if (s->is_anchor && s->story == 0 &&
		    (s->field != model->field || s->level != model->level) &&
		    is_same_place(s->mark, mark) &&
		    (s->sure < model->sure || !beside_matters(s->field)))
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

/* A line of the form that was found is right, but where its blank is empty
 * and the figure stands clearly elsewhere, or beside it. */
static bool is_better(const struct anchorer *a, const struct sighting *s,
		      const struct wml_mark *mark, const struct sighting *old)
{
	if (!old->is_anchor)
		return false;
	if (old->sure < READING_SURE_MIN ||
	    (s->sure >= READING_SURE_MIN && is_one_of(a, mark, old->mark)))
		return true;
	if (old->sure <= LINE_WEAK && s->sure >= LINE_STRONG &&
	    !is_same_place(old->mark, mark))
		return true;
	if (old->mark->first != old->mark->last ||
	    old->mark->start != old->mark->end)
		return false;
	return (s->sure >= SURE_INSTEAD &&
		(old->sure < SURE_LINE || mark->first == old->mark->first)) ||
	       (s->sure >= READING_SURE_MIN && is_of_row(a, mark, old->mark));
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

static int see(struct finder *f, const struct said_match *match)
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
	s.sure = sure_of(f, match);
	mark_of(a, figure, &mark);
	old = anchor_sighting(a, s.field, s.level);
	if (old && !is_better(a, &s, &mark, old)) {
		/* the form's line and what is said tell the same */
		if (old->is_anchor && is_same_place(old->mark, &mark) &&
		    old->sure < s.sure)
			old->sure = s.sure;
		return VB_OK;
	}
	doubt_others(a, &s, &mark);
	return old ? replace(a, old, &s, &mark) : anchor_see(a, &s, &mark);
}

/* No figure of another time; nor a whole, what is asked for is its part. */
static bool is_counted(const struct finder *f, size_t figure)
{
	return !f->page.figures.at[figure].aside &&
	       !f->page.figures.at[figure].is_whole;
}

static int count_tallies(struct finder *f)
{
	size_t i;

	f->tallies =
		calloc(f->a->text.wml->paras.n + f->a->text.wml->tables.n + 1,
		       sizeof(*f->tallies));
	if (!f->tallies)
		return err_set(f->a->err, VB_NOMEM, "out of memory");
	for (i = 0; i < f->page.figures.n; i++)
		tally_of(f, i)->figures += is_counted(f, i);
	for (i = 0; i < f->matches.n; i++)
		tally_of(f, f->matches.at[i].figure)->clear +=
			is_clear(&f->matches.at[i]);
	return VB_OK;
}

static int find(struct finder *f)
{
	int code = said_page_read(&f->page, f->form, f->a);
	size_t i;

	if (code == VB_OK)
		code = said_match(&f->matches, f->form, &f->page, f->a);
	if (code == VB_OK)
		code = count_tallies(f);
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
	struct finder f = {.a = a};
	int code = VB_OK;

	if (!is_wanted(a))
		return VB_OK;
	code = index_said(&f.form, a->index, a->err);
	if (code == VB_OK)
		code = find(&f);
	said_page_release(&f.page);
	vec_release(&f.matches);
	free(f.tallies);
	return code;
}
