/*
 * said_page.c - the figures of a page, and with each what is said of it, from
 * the first paragraph to the last.
 */
#include "extract/metadata.h"
#include "extract/said_hear.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

#define KEY_TELLS 0.75F /* of the rarest word */
/* A long answer whose question stands above it in words like its own. */
#define TOLD_SURE 0.75

/* "wifi", when few blanks have it. */
static bool is_key(const struct hearer *h, uint32_t word)
{
	const struct said_word *w = &h->form->words.words.at[word];

	return h->is_near[word] && w->is_whole &&
	       w->tells >= KEY_TELLS * h->form->words.most;
}

static bool keep(struct hearer *h, struct said_figure *figure)
{
	size_t i;

	figure->key = SAID_NONE;
	figure->first = h->page->weights.n;
	for (i = 0; i < h->touched.n; i++) {
		struct said_weight *w = vec_push(&h->page->weights);

		if (!w)
			return false;
		w->word = h->touched.at[i];
		w->weight = h->weight[w->word];
		w->is_near = h->is_near[w->word];
		w->is_own = h->is_own[w->word];
		if (is_key(h, w->word))
			figure->key = w->word;
	}
	figure->n = h->touched.n;
	figure->near_total = h->near_total;
	figure->is_bare = h->is_bare;
	figure->is_row_bare = h->is_row_bare;
	figure->denial = h->denial;
	figure->level = h->level;
	figure->is_level_far = h->is_far && h->level >= 0;
	return true;
}

/* What stands in a long answer is told there, not asked: how sure it is that
 * it is one, 0 for none. */
static double told_in(const struct hearer *h, size_t para, size_t token)
{
	const struct extractor *ex = h->a->ex;
	size_t at = h->a->text.tokens.at[token].start, i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];
		const struct wml_mark *mark = s->mark;

		if (s->field->type != FIELD_LONGTEXT || s->story != 0 ||
		    (s->is_anchor && s->sure < READING_SURE_MIN) ||
		    para < mark->first || para > mark->last)
			continue;
		if ((para > mark->first || at >= mark->start) &&
		    (para < mark->last || at < mark->end))
			return s->is_anchor ? s->sure : 1;
	}
	return 0;
}

/* "45 trường, đạt 90%": the count a rate is the share of. */
static size_t count_beside(const struct hearer *h, int i)
{
	const struct said_part *part = &h->parts.at[i];
	int count = part->around > 0 ? part->around : part->before;

	return count > 0 && !h->parts.at[count].is_rate
		       ? note_figure_at(h, h->parts.at[count].number)
		       : SIZE_MAX;
}

/* "61,5% (424/689 học sinh)", "TH: 50% (4 trường); THCS: 60% (6 trường)": a
 * count in the brackets of a rate that no count stands before. */
static void note_rate_around(struct hearer *h, const struct said_figure *count,
			     int part)
{
	int around = h->parts.at[part].around, before;
	size_t rate;

	if (count->is_rate || count->aside || around <= 0 ||
	    !h->parts.at[around].is_rate)
		return;
	before = h->parts.at[around].before;
	if (before > 0 && !h->parts.at[before].is_rate)
		return;
	rate = note_figure_at(h, h->parts.at[around].number);
	if (rate != SIZE_MAX && h->page->figures.at[rate].of == SIZE_MAX)
		h->page->figures.at[rate].of = h->page->figures.n - 1;
}

/* "- Chiếm tỷ lệ: 62,6%": a line that is a rate and no more. */
static bool is_rate_line(const struct hearer *h, size_t para, size_t number)
{
	const struct anchor_text *text = &h->a->text;
	size_t i;

	for (i = text->first[para]; i < number; i++)
		if (!said_is_of_rate(&text->tokens.at[i]))
			return false;
	return number > text->first[para] && number + 3 > text->first[para + 1];
}

/* The count in a line above, with its levels and no other rate between. */
static size_t count_above(const struct hearer *h, size_t para, size_t number)
{
	const size_t *first = h->a->text.first;
	size_t i = h->page->figures.n - 1, n;

	if (!is_rate_line(h, para, number))
		return SIZE_MAX;
	for (n = 0; i-- > 0 && n < ABOVE_MAX; n++) {
		const struct said_figure *f = &h->page->figures.at[i];

		/* lines without a figure between: one was left blank */
		if (f->para < para && first[f->para + 1] < first[para])
			break;
		para = f->para;
		if ((f->is_rate && f->level < 0) ||
		    h->a->text.wml->paras.at[para].cell)
			break;
		if (f->level < 0)
			return i;
	}
	return SIZE_MAX;
}

/* "còn lại 8 trường": what is left when others are told. */
static bool is_rest(const struct hearer *h, int part)
{
	static const char *const REST[] = {"con", "lai"};
	size_t number = h->parts.at[part].number, i;

	for (i = h->parts.from; i + 1 < number; i++)
		if (h->parts.of[i - h->parts.from] == part &&
		    token_is_pair(&h->a->text.tokens.at[i], REST))
			return true;
	return false;
}

/* "3/5": a count, in a column of rates too. */
static bool is_of_whole(const struct hearer *h, size_t para, int part)
{
	struct said_line line = said_line_of(h->a, para);

	return said_is_share(&line,
			     h->parts.at[part].number - h->a->text.first[para]);
}

static bool add_figure(struct hearer *h, size_t para, int part, bool in_table)
{
	struct said_figure *figure = vec_push(&h->page->figures);
	struct said_line line;
	double told;

	if (!figure)
		return false;
	figure->token = h->parts.at[part].number;
	figure->last = h->parts.at[part].last;
	figure->para = para;
	figure->is_rate = around_is_rate(h, part);
	if (in_table && h->parts.n == 2 && !is_of_whole(h, para, part))
		figure->is_rate |= h->heads.is_rate;
	figure->of = figure->whole = SIZE_MAX;
	figure->is_rate_line = false;
	figure->unit = count_unit(h, (size_t)part, in_table);
	figure->class = count_class(h, (size_t)part, in_table);
	figure->noun = count_noun(h, figure->last);
	line = said_line_of(h->a, para);
	figure->persons = said_persons_part(
		&line, figure->token - h->a->text.first[para]);
	if (in_table && !figure->noun && !figure->is_rate) {
		/* "Số tổ chuyên môn" over it: no unit of its row's */
		figure->noun = count_column(h);
		if (figure->noun)
			figure->unit = SIZE_MAX;
	}
	if (figure->is_rate)
		figure->of = count_beside(h, part);
	if (figure->is_rate && !in_table && figure->of == SIZE_MAX) {
		figure->of = count_above(h, para, figure->token);
		figure->is_rate_line = figure->of != SIZE_MAX;
	}
	note_aside(h, part, in_table, figure);
	note_rate_around(h, figure, part);
	told = in_table ? 0 : told_in(h, para, figure->token);
	figure->is_told = told > 0;
	figure->is_told_surely = told >= TOLD_SURE;
	figure->is_rest = is_rest(h, part);
	figure->is_row_total = figure->is_column_total = false;
	figure->is_sum_row = figure->is_base_row = false;
	figure->is_below_all = figure->is_below_amount = false;
	figure->is_below_base = false;
	if (in_table)
		note_totals(h, figure);
	around_hear(h, figure, part, in_table);
	/* its levels too, but not "trong đó 60 CSGD có mạng wifi, đạt 75%" */
	if (!in_table && !figure->is_rate && !figure->aside &&
	    (part == 1 || h->is_bare) && note_is_base(h, para))
		figure->aside = said_key_of("tong");
	return keep(h, figure) && !h->is_lost;
}

/* A letterhead, a signature are no text; a table behind them is an annex:
 * "Biểu 01 (kèm theo Báo cáo số ...)". */
static bool is_text(const struct hearer *h, size_t para)
{
	const struct metadata *m = h->a->ex->metadata;

	return !m || m->foot == 0 || para < m->foot || para >= m->foot_end;
}

/* "94,2%" and no words below "Ghi chú": the rate of what its row counts. */
static bool is_rate_alone(const struct hearer *h, size_t para)
{
	const struct token *t = h->a->text.tokens.at;
	size_t first = h->a->text.first[para];

	return h->a->text.first[para + 1] == first + 2 &&
	       t[first].kind == TOKEN_NUMBER && t[first + 1].kind == TOKEN_SIGN;
}

/* "4 lớp" below "Tên lớp", in the row "Cộng", or "Tổng cộng: 4 lớp": how many
 * there are. */
static bool is_count_of_row(const struct hearer *h, size_t para)
{
	size_t first = h->a->text.first[para];

	return h->parts.n == 2 && h->parts.at[1].number != SIZE_MAX &&
	       ((h->parts.at[1].number == first && note_is_sum_row(h)) ||
		h->parts.at[1].number == note_count_of_sum(h, para)) &&
	       h->a->text.first[para + 1] > h->parts.at[1].number + 1 &&
	       count_unit(h, 1, false) != SIZE_MAX;
}

static bool has_number(const struct hearer *h, size_t para)
{
	size_t i = h->a->text.first[para], end = h->a->text.first[para + 1];

	while (i < end && h->a->text.tokens.at[i].kind != TOKEN_NUMBER)
		i++;
	return i < end;
}

static bool add_para(struct hearer *h, size_t para)
{
	const struct wml_para *at = &h->a->text.wml->paras.at[para];
	int i;

	if (!has_number(h, para) || !is_text(h, para))
		return true;
	said_parts_read(&h->parts, h->a, para);
	if (h->parts.n < 2)
		return true;
	list_levels(h);
	list_rates(h);
	around_leads(h);
	if (at->cell) {
		said_heads_find(&h->heads, &h->page->cells, h->a, para);
		if (h->heads.is_other &&
		    (h->heads.is_difference || !is_rate_alone(h, para)) &&
		    !is_count_of_row(h, para))
			return true;
	}
	for (i = 1; i < h->parts.n; i++)
		if (h->parts.at[i].number != SIZE_MAX &&
		    !anchor_is_wrong_sum(h->a, h->parts.at[i].number,
					 &h->is_lost) &&
		    !said_form_writes(h->form,
				      h->a->text.tokens.at + h->parts.from,
				      h->parts.to - h->parts.from,
				      h->parts.at[i].number - h->parts.from) &&
		    !add_figure(h, para, i, at->cell > 0))
			return false;
	return true;
}

/* The form asks for a level by name, "Số trường tiểu học". */
static bool asks_for_level(const struct said_form *form, int level)
{
	size_t b;

	for (b = 0; b < form->blanks.n; b++)
		if (form->blanks.at[b].level == level)
			return true;
	return false;
}

/* "Số liệu (bậc học: THPT)" of a school that has no other: those are wholes. */
static void drop_only_level(struct said_page *page,
			    const struct said_form *form)
{
	int level = -1;
	size_t i;

	for (i = 0; i < page->figures.n; i++) {
		int other = page->figures.at[i].level;

		if (page->figures.at[i].is_told)
			continue;
		if (other == SAID_SEVERAL ||
		    (other >= 0 && level >= 0 && other != level))
			return;
		if (other >= 0)
			level = other;
	}
	if (level < 0 || asks_for_level(form, level))
		return;
	for (i = 0; i < page->figures.n; i++)
		if (page->figures.at[i].is_level_far)
			page->figures.at[i].level = -1;
}

static bool read_paras(struct hearer *h)
{
	struct said_page *page = h->page;
	size_t n = h->a->text.wml->paras.n, i;

	for (i = 0; i < n && page->figures.n <= SAID_FIGURES_MAX; i++)
		if (!add_para(h, i))
			return false;
	/* of two figures for a blank one alone might be among the first */
	if (page->figures.n > SAID_FIGURES_MAX)
		page->figures.n = 0;
	drop_only_level(page, h->form);
	said_rates_link(page, h->a);
	return said_wholes_find(page, h->a);
}

static bool read_all(struct hearer *h)
{
	const struct wml_story *wml = h->a->text.wml;
	size_t n = h->form->words.words.n;

	h->above = calloc(wml->paras.n + 1, sizeof(*h->above));
	h->whole = calloc(wml->paras.n + 1, sizeof(*h->whole));
	h->weight = calloc(n + 1, sizeof(*h->weight));
	h->is_near = calloc(n + 1, sizeof(*h->is_near));
	h->is_own = calloc(n + 1, sizeof(*h->is_own));
	h->last = calloc(n + 1, sizeof(*h->last));
	if (!h->above || !h->whole || !h->weight || !h->is_near || !h->is_own ||
	    !h->last)
		return false;
	said_outline(h->above, h->a);
	return hear_levels(h) &&
	       said_cells_read(&h->page->cells, h->a) == VB_OK && read_paras(h);
}

int said_page_read(struct said_page *page, const struct said_form *form,
		   const struct anchorer *a)
{
	struct hearer *h = calloc(1, sizeof(*h));
	bool is_ok;

	if (!h)
		return err_set(a->err, VB_NOMEM, "out of memory");
	h->page = page;
	h->form = form;
	h->a = a;
	is_ok = read_all(h);
	free(h->above);
	free(h->whole);
	vec_release(&h->words);
	free(h->named);
	free(h->weight);
	free(h->is_near);
	free(h->is_own);
	free(h->last);
	vec_release(&h->touched);
	vec_release(&h->keys);
	free(h);
	return is_ok ? VB_OK : err_set(a->err, VB_NOMEM, "out of memory");
}

void said_page_release(struct said_page *page)
{
	vec_release(&page->figures);
	vec_release(&page->weights);
	said_cells_release(&page->cells);
}

const struct wml_cell *said_cell_of(const struct said_page *page,
				    const struct anchorer *a, size_t figure)
{
	const struct wml_story *wml = a->text.wml;
	size_t cell;

	if (figure >= page->figures.n)
		return NULL;
	cell = wml->paras.at[page->figures.at[figure].para].cell;
	return cell ? &wml->cells.at[cell - 1] : NULL;
}

size_t said_table_end(const struct said_page *page, const struct anchorer *a,
		      size_t figure)
{
	const struct wml_cell *cell = said_cell_of(page, a, figure), *next;
	size_t end = figure + 1;

	while (cell && (next = said_cell_of(page, a, end)) != NULL &&
	       next->table == cell->table &&
	       said_section_of(&page->cells, next) ==
		       said_section_of(&page->cells, cell))
		end++;
	return end;
}

bool said_is_beside(const struct said_page *page, const struct anchorer *a,
		    size_t figure, size_t other)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t one = page->figures.at[figure].para;
	size_t two = page->figures.at[other].para;

	return one == two || (paras[one].row_serial > 0 &&
			      paras[one].row_serial == paras[two].row_serial);
}
