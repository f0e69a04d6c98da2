/*
 * facet_place.c - which value of a facet a figure is told by: in its own
 * paragraph, by its row and the heads over it, by the rows that lead in its
 * own, by what stands above.
 */
#include "extract/facet.h"
#include "extract/said_look.h"
#include "extract/said_mark.h"

#include <string.h>

enum {
	ROWS_BACK = 60,	 /* of a table, above the figure's */
	TABS_UP = 10,	 /* paragraphs from a figure to the heads over it */
	BACK = 30,	 /* paragraphs above that may tell a value */
	BACK_WHOLE = 12, /* ... of an axis that has a whole */
	STEPS_MAX = 200, /* tables among them */
	LINES_MAX = 6,	 /* rows that somebody made one */
	LINE_TOKENS_MAX = 100 /* ... with all their words */
};

/* A figure in a cell. */
struct place {
	const struct facet_page *page;
	struct look look;
	size_t figure;
	unsigned axis;
};

static const struct facet_axis *axis_of(const struct place *p)
{
	return &p->page->facets->axes[p->axis];
}

static bool has_figures(const struct facet_page *page, size_t from, size_t to)
{
	return page->figures[from] < page->figures[to];
}

static int named_in(const struct place *p, const struct wml_cell *cell,
		    bool *is_weak)
{
	return facet_named_weakly(p->page, cell->first, cell->end, p->axis,
				  is_weak);
}

/* ---- rows in one --------------------------------------------------------- */

/* A line of a cell, tokens [from, to). */
struct cell_line {
	size_t from, to;
};

static bool ends_line(const struct anchor_text *text, size_t para, size_t token)
{
	const struct token *t = &text->tokens.at[token];

	return token + 1 == text->first[para + 1] ||
	       memchr(text->wml->paras.at[para].text + t->start, '\n',
		      t[1].start - t->start);
}

/* The lines with words of a cell; 0 when there are more than rows that somebody
 * made one have. */
static size_t find_lines(const struct anchor_text *text,
			 const struct wml_cell *cell,
			 struct cell_line lines[LINES_MAX])
{
	size_t para, from, i, n = 0;

	if (text->first[cell->end] - text->first[cell->first] > LINE_TOKENS_MAX)
		return 0;
	for (para = cell->first; para < cell->end; para++) {
		from = text->first[para];
		for (i = from; i < text->first[para + 1]; i++) {
			if (!ends_line(text, para, i))
				continue;
			if (n == LINES_MAX)
				return 0;
			lines[n++] = (struct cell_line){from, i + 1};
			from = i + 1;
		}
	}
	return n;
}

/* The values that the lines of a cell name, one each; false when some line
 * names none, or two name the same. */
static bool named_by_lines(const struct place *p, const struct wml_cell *cell,
			   const struct cell_line *lines, size_t n,
			   int values[LINES_MAX])
{
	bool is_weak;
	size_t i, k;

	for (i = 0; i < n; i++) {
		values[i] = facet_named_within(p->page, cell->first,
					       lines[i].from, lines[i].to,
					       p->axis, &is_weak);
		if (values[i] < 0)
			return false;
		for (k = 0; k < i; k++)
			if (values[k] == values[i])
				return false;
	}
	return true;
}

/* "TH | 29 | 4" in the first lines of its cells, "THCS | 27 | 2" in the second
 * ones: what the line of a cell names that is beside the figure's. */
static int named_in_line(const struct place *p, const struct wml_cell *cell,
			 bool *is_weak)
{
	const struct anchor_text *text = &p->page->m->a->text;
	size_t token = p->page->m->page->figures.at[p->figure].token, i = 0;
	struct cell_line own[LINES_MAX], lines[LINES_MAX];
	size_t n = find_lines(text, p->look.cell, own);
	int values[LINES_MAX];

	if (n < 2 ||
	    !anchor_is_stacked(text, p->look.cell->first, p->look.cell->end) ||
	    find_lines(text, cell, lines) != n ||
	    !named_by_lines(p, cell, lines, n, values))
		return named_in(p, cell, is_weak);
	*is_weak = false;
	while (i + 1 < n && own[i].to <= token)
		i++;
	return values[i];
}

/* ---- its row ------------------------------------------------------------- */

/* What the cells of a row before a column name, the nearest first. */
static int named_in_row(const struct place *p, uint32_t row, uint32_t column,
			bool *is_weak)
{
	int value = FACET_NONE;

	*is_weak = false;
	while (value == FACET_NONE && column-- > 1) {
		const struct wml_cell *cell = look_cell_at(&p->look, row,
							   column);

		if (!cell)
			break;
		value = named_in_line(p, cell, is_weak);
		/* all the columns it covers have been looked at */
		if (cell->column < column)
			column = cell->column;
	}
	return value;
}

static bool row_has_figures(const struct place *p, uint32_t row)
{
	size_t at = look_find(&p->look, row, 1);
	const struct wml_cell *cell;

	for (; (cell = look_of_row(&p->look, row, at)) != NULL; at++)
		if (has_figures(p->page, cell->first, cell->end))
			return true;
	return false;
}

/* ---- the heads over it --------------------------------------------------- */

/* "12 trường", "Mức 1: 12 trường": what is said of that figure is not said of
 * those below it. */
static bool is_figure(const struct place *p, const struct wml_cell *cell)
{
	const struct anchor_text *text = &p->page->m->a->text;
	size_t first = text->first[cell->first], i;

	if (first == text->first[cell->end] ||
	    text->tokens.at[first].kind == TOKEN_NUMBER)
		return true;
	for (i = cell->first; i < cell->end; i++)
		if (has_figures(p->page, i, i + 1) &&
		    memchr(text->wml->paras.at[i].text, ':',
			   text->wml->paras.at[i].size))
			return true;
	return false;
}

static int named_over(const struct place *p, bool *is_weak)
{
	const struct wml_cell *own = p->look.cell, *last = own;
	uint32_t row = own->row, n;
	int value = FACET_NONE;

	*is_weak = false;
	for (n = 0; value == FACET_NONE && row-- > 1 && n < ROWS_BACK; n++) {
		const struct wml_cell *cell = look_cell_at(&p->look, row,
							   own->column);

		/* a row of one cell is none of heads */
		if (!cell || cell == last || cell->column == 1 ||
		    is_figure(p, cell))
			continue;
		value = named_in(p, cell, is_weak);
		last = cell;
	}
	return value;
}

/* ---- the rows above it --------------------------------------------------- */

static int named_above(const struct place *p)
{
	uint32_t row = p->look.cell->row, n;
	int value = FACET_NONE;
	bool is_weak;

	for (n = 0; value == FACET_NONE && row-- > 1 && n < ROWS_BACK; n++) {
		/* "Tiểu học | 5" is beside "Cả hai bậc | 9", not over it */
		if (axis_of(p)->whole >= 0 && row_has_figures(p, row))
			continue;
		value = named_in_row(p, row, p->look.cell->column, &is_weak);
	}
	return value;
}

/* "+ THCS: ......" leads nothing in. */
static bool leads(const struct facet_page *page, size_t para)
{
	const struct wml_para *p = &page->m->a->text.wml->paras.at[para];

	return !has_figures(page, para, para + 1) &&
	       !strchr(".;,", anchor_last_sign(p, 0));
}

/* The paragraph before one, SIZE_MAX for none; of tables the first. */
static size_t before(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = text->wml->paras.at;

	if (para == 0)
		return SIZE_MAX;
	para--;
	return p[para].cell ? text->wml->tables.at[p[para].table - 1].first
			    : para;
}

/* Paragraphs before one and behind another, outside of tables, the nearest
 * first, up to a heading that names none: another part begins there. */
static int named_back(const struct facet_page *page, size_t para, size_t top,
		      unsigned axis)
{
	const struct anchor_text *text = &page->m->a->text;
	const struct wml_para *paras = text->wml->paras.at;
	bool has_whole = page->facets->axes[axis].whole >= 0;
	bool is_marked = said_mark_of(&paras[para]) != OUTLINE_NONE;
	size_t n = 0, steps;

	for (steps = 0; steps < STEPS_MAX; steps++) {
		int value;

		para = before(text, para);
		if (para == SIZE_MAX || para < top)
			break;
		if (paras[para].cell)
			continue;
		value = facet_named(page, para, para + 1, axis);
		if (value == FACET_NONE) {
			if (anchor_is_heading(text, para) ||
			    ++n == (has_whole ? BACK_WHOLE : BACK))
				break;
			continue;
		}
		if (leads(page, para))
			return value;
		if (has_whole)
			return page->facets->axes[axis].whole;
		return said_mark_of(&paras[para]) == OUTLINE_NONE && !is_marked
			       ? value
			       : FACET_UNSURE;
	}
	return FACET_NONE;
}

/* What the lines and titles that lead a paragraph in name; those of an axis
 * without a whole have to agree. *top is behind the highest of them. */
static int named_by_leads(const struct facet_page *page, size_t para,
			  unsigned axis, size_t *top)
{
	bool has_whole = page->facets->axes[axis].whole >= 0;
	int value = FACET_NONE;

	*top = 0;
	while (page->above[para] > 0) {
		int its;

		para = page->above[para] - 1;
		its = facet_named(page, para, para + 1, axis);
		if (its == FACET_NONE)
			continue;
		*top = para + 1;
		if (has_whole)
			return its;
		value = value == FACET_NONE || value == its ? its
							    : FACET_UNSURE;
	}
	return value;
}

/* What leads a paragraph in, with which the lines before another one have to
 * agree. */
static int named_up(const struct facet_page *page, size_t para, size_t back,
		    unsigned axis)
{
	size_t top;
	int value = named_by_leads(page, para, axis, &top), near;

	if (value != FACET_NONE && page->facets->axes[axis].whole >= 0)
		return value;
	near = named_back(page, back, top, axis);
	if (value == FACET_NONE || near == FACET_NONE || value == near)
		return value == FACET_NONE ? near : value;
	return FACET_UNSURE;
}

/* The paragraph that a table stands behind, itself at the beginning. */
static size_t above_table(const struct anchor_text *text, size_t para)
{
	while (para > 0 && text->first[para - 1] == text->first[para] &&
	       !text->wml->paras.at[para - 1].cell)
		para--;
	return para > 0 && !text->wml->paras.at[para - 1].cell ? para - 1
							       : para;
}

/* ... and what stands above the table: what is right over it tells more of an
 * axis with a whole than what leads that in. */
static int named_over_table(const struct facet_page *page, size_t first,
			    unsigned axis)
{
	size_t para = above_table(&page->m->a->text, first);
	int own = FACET_NONE;

	if (page->facets->axes[axis].whole >= 0 && para < first &&
	    leads(page, para))
		own = facet_named(page, para, para + 1, axis);
	return own == FACET_NONE ? named_up(page, para, first, axis) : own;
}

/* "Số lượng", "Số trường": words before a row that are no name of it. */
static bool is_nameless(const struct place *p, size_t from, size_t to)
{
	static const char *const MEASURES[] = {"sl", "tl"};
	const struct anchor_text *text = &p->page->m->a->text;
	size_t i = text->first[from], n = text->first[to] - i;

	if (said_names_all(&text->tokens.at[i], n))
		return true;
	for (; i < text->first[to]; i++) {
		const struct token *t = &text->tokens.at[i];

		if (t->kind == TOKEN_WORD && !said_is_filler(t) && t->n > 1 &&
		    said_class_of(t, text->first[to] - i) == SAID_ANY &&
		    !token_is_among(t, MEASURES,
				    sizeof(MEASURES) / sizeof(*MEASURES)))
			return false;
	}
	return true;
}

/* "TH&THCS", "Trường tư thục": a row of what the form does not ask for. */
static bool is_of_others(const struct place *p)
{
	uint32_t column = p->look.cell->column;

	while (column-- > 1) {
		const struct wml_cell *cell =
			look_cell_at(&p->look, p->look.cell->row, column);

		if (cell &&
		    p->page->first[cell->first] == p->page->first[cell->end] &&
		    !has_figures(p->page, cell->first, cell->end) &&
		    !is_nameless(p, cell->first, cell->end))
			return true;
	}
	return false;
}

static int in_cell(const struct place *p)
{
	bool is_weak_row, is_weak_over;
	int row = named_in_row(p, p->look.cell->row, p->look.cell->column,
			       &is_weak_row);
	int over = named_over(p, &is_weak_over);

	/* "Tổng số" of other columns, "Cộng" of other rows */
	if (row != FACET_NONE && over != FACET_NONE)
		return row == over		     ? row
		       : is_weak_row == is_weak_over ? FACET_UNSURE
						     : FACET_OTHER;
	if (row != FACET_NONE || over != FACET_NONE)
		return row != FACET_NONE ? row : over;
	return axis_of(p)->whole >= 0 && is_of_others(p) ? FACET_OTHER
							 : named_above(p);
}

/* The paragraphs of a cell before the figure's. */
static int named_before(const struct place *p)
{
	size_t para = p->page->m->page->figures.at[p->figure].para;
	int value = FACET_NONE;

	while (value == FACET_NONE && para-- > p->look.cell->first)
		value = facet_named(p->page, para, para + 1, p->axis);
	return value;
}

static int of_cell(const struct facet_page *page, size_t figure, unsigned axis)
{
	const struct anchorer *a = page->m->a;
	struct place p = {.page = page, .figure = figure, .axis = axis};
	int value;

	p.look.cells = &page->m->page->cells;
	p.look.a = a;
	p.look.all = a->text.wml->cells.at;
	p.look.cell = said_cell_of(page->m->page, a, figure);
	p.look.table = &a->text.wml->tables.at[p.look.cell->table - 1];
	value = named_before(&p);
	if (value == FACET_NONE)
		value = in_cell(&p);
	return value == FACET_NONE
		       ? named_over_table(page, p.look.table->first, axis)
		       : value;
}

/* ---- columns by tabs ----------------------------------------------------- */

static int named_at_tab(const struct facet_page *page, size_t para,
			struct facet_tabs tabs, unsigned axis)
{
	size_t i = page->first[para], end = page->first[para + 1];
	int value = FACET_NONE;

	if (end - i > FACET_MENTIONS_MAX)
		return FACET_UNSURE;
	for (; i < end; i++) {
		const struct facet_mention *m = &page->mentions.at[i];

		if (m->axis == axis && !m->is_weak &&
		    facet_tabs_same(m->tabs, tabs))
			value = value == FACET_NONE || value == m->value
					? m->value
					: FACET_UNSURE;
	}
	return value;
}

/* "Tỷ lệ: | M1 | M2 | M3" above "THCS | 11% | 61% | 28%", between tabs. */
static int named_over_tab(const struct facet_page *page, size_t figure,
			  unsigned axis)
{
	const struct said_figure *f = &page->m->page->figures.at[figure];
	const struct anchor_text *text = &page->m->a->text;
	struct facet_tabs tabs = facet_tabs(text, f->para, f->token);
	size_t para = f->para, n;
	int value = FACET_NONE;

	for (n = 0; tabs.between > 0 && value == FACET_NONE && para-- > 0 &&
		    n < TABS_UP;
	     n++)
		value = named_at_tab(page, para, tabs, axis);
	return value;
}

/* ---- what stands above --------------------------------------------------- */

static int of_para(const struct facet_page *page, size_t figure, unsigned axis)
{
	size_t para = page->m->page->figures.at[figure].para;
	int value = named_over_tab(page, figure, axis);

	return value == FACET_NONE ? named_up(page, para, para, axis) : value;
}

int facet_of(const struct facet_page *page, size_t figure, unsigned axis,
	     bool *is_default)
{
	int value = facet_in_para(page, figure, axis);

	if (value == FACET_NONE)
		value = said_cell_of(page->m->page, page->m->a, figure)
				? of_cell(page, figure, axis)
				: of_para(page, figure, axis);
	*is_default = value == FACET_NONE;
	return value == FACET_NONE ? page->facets->axes[axis].whole : value;
}
