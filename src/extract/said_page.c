/*
 * said_page.c - what a page says of each of its figures: the words of its own
 * part most, those of the parts, paragraphs, heads and titles that lead it in
 * the less the farther they are.
 */
#include "extract/metadata.h"
#include "extract/said_hear.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	ABOVE_MAX = 8, /* paragraphs a figure stands below */
	BEFORE_MAX = 5 /* parts before it */
};

#define WEIGHT_OWN	1.0F
#define WEIGHT_AROUND	0.85F
#define WEIGHT_LEAD	0.85F
#define WEIGHT_BEFORE	0.6F  /* and half of it for each part more */
#define WEIGHT_BEHIND	0.3F  /* ... when its own part says much */
#define KEY_TELLS	0.75F /* of the rarest word */
#define NEW_SHARE	0.5F
#define STRONG		0.2F
#define WEIGHT_ROW_LESS 0.75F
#define WEIGHT_ABOVE	0.75F
#define WEIGHT_HIGHER	0.55F
#define WEIGHT_CAPTION	0.65F
/* Words beside a figure that tell less tell nothing: "Số người đã học". */
#define WEAK 0.15F

static void hear_part(struct hearer *h, int part, float weight, bool is_near)
{
	hear(h,
	     &(struct run){h->parts.from, h->parts.to, part, weight, is_near});
}

static void hear_para(struct hearer *h, size_t para, float weight, bool is_near)
{
	size_t from = h->a->text.first[para], to = h->a->text.first[para + 1];

	if (!is_near) {
		hear_whole(h, para, weight);
		return;
	}
	if (to - from > SAID_PIECE_MAX)
		to = from + SAID_PIECE_MAX;
	hear(h, &(struct run){from, to, -1, weight, true});
}

/* Tokens i..i + n name a level in a part: how far from its figure. */
static size_t far_of(const struct said_part *part, size_t i, size_t n)
{
	if (part->number == SIZE_MAX)
		return 0;
	return i > part->number ? i - part->number : part->number - i - n;
}

/* The level that the word names which the order of a list gives a part, -1 for
 * none. */
static int listed_level(const struct hearer *h, const struct said_part *part)
{
	size_t i, n;
	int level = -1;

	for (i = part->listed; i < part->listed_end && level < 0; i++)
		level = hear_level(h, i, part->listed_end, &n);
	return level;
}

/* "TH + THCS", "TH và THCS": nothing but "và" between two names. */
static bool goes_with(const struct hearer *h, size_t end, size_t next)
{
	return end == next ||
	       (end + 1 == next && token_is(&h->a->text.tokens.at[end], "va"));
}

/* The levels that the words of the parts in hand name. */
static void find_levels(struct hearer *h)
{
	size_t nearest[PARTS_MAX + 1], last_end = SIZE_MAX, i, n;
	bool is_joined;
	int last = -1;

	for (i = 0; i <= PARTS_MAX; i++) {
		h->levels[i] = i < (size_t)h->parts.n
				       ? listed_level(h, &h->parts.at[i])
				       : -1;
		nearest[i] = h->levels[i] < 0 ? SIZE_MAX : 0;
	}
	for (i = h->parts.from; i < h->parts.to; i += n) {
		int level = hear_level(h, i, h->parts.to, &n);
		unsigned char of = h->parts.of[i - h->parts.from];
		const struct said_part *part = &h->parts.at[of];
		size_t far;

		if (level < 0)
			n = 1;
		if (level < 0 || of == PART_LEAD || of == PART_UNREAD)
			continue;
		far = far_of(part, i, n);
		is_joined = goes_with(h, last_end, i) && last != level;
		last = level;
		last_end = i + n;
		if (far > nearest[of] && !is_joined)
			continue;
		h->levels[of] = (far == nearest[of] &&
				 h->levels[of] != level) ||
						part->is_loose || is_joined
					? -2
					: level;
		nearest[of] = far;
	}
}

/* The level that the words of a part name: the nearest to its figure. -1
 * none, -2 when two are as near, or "MN 12 TH 20" does not tell. */
static int level_of(const struct hearer *h, int part)
{
	return h->levels[part];
}

/* The parts before one that name levels, when they name several: a list. */
static bool is_behind_list(const struct hearer *h, int i)
{
	int first = -1, level;

	while ((i = h->parts.at[i].before) > 0) {
		level = level_of(h, i);
		if (level >= 0 && first >= 0 && level != first)
			return true;
		if (level >= 0)
			first = level;
	}
	return false;
}

/* "45 trường, đạt 90%, trong đó: MN 12, TH 20": the first is what TH is a part
 * of, and what stands before what follows the list. */
static int whole_of(const struct hearer *h, int i)
{
	bool is_rate = h->parts.at[i].is_rate;

	if (level_of(h, i) < 0 && !is_behind_list(h, i))
		return h->parts.at[i].before;
	do
		i = h->parts.at[i].before;
	while (i > 0 &&
	       (level_of(h, i) >= 0 || (!is_rate && h->parts.at[i].is_rate &&
					h->parts.at[i].before > 0)));
	return i;
}

/* What the brackets of a part stand behind. Levels behind a rate are those of
 * the count before it: "45 trường, đạt 90% (MN 12, TH 20)". */
static int around_of(const struct hearer *h, int i)
{
	int around = h->parts.at[i].around;
	int count = around > 0 ? h->parts.at[around].before : -1;

	if (count > 0 && !h->parts.at[around].is_new &&
	    !h->parts.at[i].is_rate && level_of(h, i) >= 0 &&
	    h->parts.at[around].is_rate && !h->parts.at[count].is_rate)
		return count;
	return around;
}

static bool is_rate_behind(const struct hearer *h, int i)
{
	const struct said_part *next = &h->parts.at[i + 1];

	return i + 1 < h->parts.n && !h->parts.at[i].is_rate && next->is_rate &&
	       !next->is_new && next->before == i;
}

/* "Wifi miễn phí: 12 trường MN, 20 trường TH": what a list begins with. */
static void hear_first(struct hearer *h, int i)
{
	int first = i;

	while (h->parts.at[first].before > 0)
		first = h->parts.at[first].before;
	if (first != i && level_of(h, first) >= 0)
		hear_part(h, first, WEIGHT_AROUND, true);
}

static void hear_parts(struct hearer *h, int i)
{
	int before = whole_of(h, i), around = around_of(h, i);
	float weight;
	size_t n;

	h->level = level_of(h, i);
	h->is_settled = h->level != -1;
	if (h->parts.at[i].listed < h->parts.at[i].listed_end)
		hear(h, &(struct run){h->parts.at[i].listed,
				      h->parts.at[i].listed_end, -1, WEIGHT_OWN,
				      true});
	hear_part(h, i, WEIGHT_OWN, true);
	weight = h->near_total > STRONG * h->form->words.most ? WEIGHT_BEHIND
		 : h->near_total > 0			      ? WEIGHT_BEFORE
							      : WEIGHT_AROUND;
	if (around > 0)
		hear_part(h, around, WEIGHT_AROUND, h->near_total == 0);
	if (around > 0 && h->near_total <= 0 && is_rate_behind(h, around))
		hear_part(h, around + 1, WEIGHT_AROUND, true);
	hear_part(h, PART_LEAD, WEIGHT_LEAD, h->near_total == 0);
	/* "Có 45 CSGD, đạt 90%, lắp mạng wifi" */
	if (h->near_total <= 0 && is_rate_behind(h, i))
		hear_part(h, i + 1, WEIGHT_AROUND, true);
	/* a new sentence goes on less with the last */
	if (h->parts.at[i].is_new && h->near_total > WEAK * h->form->words.most)
		weight *= NEW_SHARE;
	if (around > 0 && before <= 0) {
		before = h->parts.at[around].before;
		if (h->near_total > 0)
			weight /= 2;
	}
	if (h->near_total <= 0 && before <= 0 && around <= 0)
		hear_first(h, i);
	/* a list of levels says nothing of what follows it */
	h->is_settled |= is_behind_list(h, i);
	for (n = 0; n < BEFORE_MAX && before > 0; n++) {
		hear_part(h, before, weight, false);
		/* a rate that says nothing leads nothing away */
		if (!h->parts.at[before].is_rate)
			weight /= 2;
		before = h->parts.at[before].before;
	}
}

static bool has_unit(const struct hearer *h, size_t number)
{
	const struct token *t = &h->a->text.tokens.at[number + 1];
	size_t n;

	return number + 1 < h->parts.to && t->kind == TOKEN_WORD &&
	       hear_level(h, number + 1, h->parts.to, &n) < 0;
}

/* A figure by level is a rate when its whole is. */
static bool is_rate(struct hearer *h, int i)
{
	const struct said_part *part = &h->parts.at[i];
	int whole;

	if (part->is_rate || level_of(h, i) < 0 || has_unit(h, part->last))
		return part->is_rate;
	whole = whole_of(h, i);
	if (whole <= 0)
		whole = around_of(h, i);
	return whole > 0 && h->parts.at[whole].is_rate;
}

/* Words in the cell of a figure say most. Where it has none, the words of the
 * row stand beside it; and those over its column where the row has none of its
 * own: a level's name, "Cộng". */
static void hear_heads(struct hearer *h)
{
	bool has_own = h->near_total > 0, is_bare = !has_own;
	size_t i;

	for (i = 0; i < h->heads.n; i++)
		if (h->heads.at[i].is_near) {
			hear_para(h, h->heads.at[i].para,
				  has_own ? WEIGHT_ROW_LESS
					  : h->heads.at[i].weight,
				  !has_own);
			is_bare &= h->near_total <= WEAK * h->form->words.most;
		}
	for (i = 0; i < h->heads.n; i++)
		if (!h->heads.at[i].is_near)
			hear_para(h, h->heads.at[i].para, h->heads.at[i].weight,
				  is_bare && h->heads.at[i].is_column);
}

/* What stands before a table whose heads say nothing says it all. */
static void hear_caption(struct hearer *h, size_t para, bool is_total)
{
	bool is_bare = h->near_total <= 0 && !is_total;

	hear_para(h, para, is_bare ? WEIGHT_AROUND : WEIGHT_CAPTION, is_bare);
}

static void hear_above(struct hearer *h, size_t para)
{
	float weight = WEIGHT_ABOVE;
	size_t n;

	for (n = 0; n < ABOVE_MAX && h->above[para]; n++) {
		para = h->above[para] - 1;
		hear_para(h, para, weight, false);
		weight = n ? weight * 0.9F : WEIGHT_HIGHER;
	}
}

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
		if (is_key(h, w->word))
			figure->key = w->word;
	}
	figure->n = h->touched.n;
	figure->near_total = h->near_total;
	figure->denial = h->denial;
	figure->level = h->level;
	return true;
}

/* What stands in a long answer is told there, not asked. */
static bool is_told(const struct hearer *h, size_t para, size_t token)
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
			return true;
	}
	return false;
}

/* The figure of a part of the paragraph in hand. */
static size_t figure_at(const struct hearer *h, size_t token)
{
	size_t i = h->page->figures.n;

	while (i-- > 0)
		if (h->page->figures.at[i].token == token)
			return i;
	return SIZE_MAX;
}

/* "45 trường, đạt 90%": the count a rate is the share of. */
static size_t count_beside(const struct hearer *h, int i)
{
	const struct said_part *part = &h->parts.at[i];
	int count = part->around > 0 ? part->around : part->before;

	return count > 0 && !h->parts.at[count].is_rate
		       ? figure_at(h, h->parts.at[count].number)
		       : SIZE_MAX;
}

static struct aside_words words_of(const struct hearer *h, size_t from,
				   size_t to)
{
	return (struct aside_words){.period = &h->a->index->period,
				    .text = hear_text(h, from),
				    .t = &h->a->text.tokens.at[from],
				    .n = to - from};
}

/* By the words of its own part, and by those of the part before that it goes
 * on with. */
static void note_sentence(const struct hearer *h, int i,
			  struct said_figure *figure)
{
	size_t from = h->parts.from, to, number = figure->token;
	int before = h->parts.at[i].before;
	struct aside_words words;
	struct aside said;
	size_t last;

	while (from < number && h->parts.of[from - h->parts.from] != i)
		from++;
	for (to = number;
	     to < h->parts.to && h->parts.of[to - h->parts.from] == i;)
		to++;
	words = words_of(h, from, to);
	said = aside_in_sentence(&words, number - from);
	figure->aside = said.key;
	figure->is_past = said.is_time;
	if (said.key || said.is_present || before <= 0 || h->parts.at[i].is_new)
		return;
	last = figure_at(h, h->parts.at[before].number);
	if (last == SIZE_MAX || !h->page->figures.at[last].is_past)
		return;
	figure->aside = h->page->figures.at[last].aside;
	figure->is_past = true;
}

/* "Mục tiêu năm 2025", "Phương hướng": what stands below. */
static void note_titles(const struct hearer *h, struct said_figure *figure)
{
	const struct anchor_text *text = &h->a->text;
	size_t para = figure->para, n;

	for (n = 0; n < ABOVE_MAX && h->above[para] && !figure->aside; n++) {
		struct aside_words words;

		para = h->above[para] - 1;
		words = words_of(h, text->first[para], text->first[para + 1]);
		figure->aside = aside_in_head(&words, true).key;
		figure->is_below = figure->aside != 0;
	}
}

static void note_aside(const struct hearer *h, int i, bool in_table,
		       struct said_figure *figure)
{
	const struct anchor_text *text = &h->a->text;
	size_t k;

	note_sentence(h, i, figure);
	for (k = 0; in_table && k < h->heads.n && !figure->aside; k++) {
		const struct said_head *head = &h->heads.at[k];
		struct aside_words words =
			words_of(h, text->first[head->para],
				 text->first[head->para + 1]);

		if (head->is_near || head->is_column)
			figure->aside =
				aside_in_head(&words, head->is_column).key;
	}
	figure->is_below = false;
	note_titles(h, figure);
}

/* "Cộng", "Tổng số", "Toàn huyện", "Tỷ lệ (%)". */
static bool is_total(const struct hearer *h, size_t para)
{
	static const char *const WORDS[] = {"nganh", "huien", "quan", "tinh",
					    "xa",    "pho",   "hai",  "ba",
					    "bon",   "khoi",  "tl"};
	const struct token *t = h->a->text.tokens.at;
	size_t i = h->a->text.first[para], n;

	for (; i < h->a->text.first[para + 1]; i++)
		if (hear_level(h, i, h->a->text.first[para + 1], &n) >= 0 ||
		    t[i].kind == TOKEN_NUMBER ||
		    (t[i].kind == TOKEN_WORD && !said_is_filler(&t[i]) &&
		     !said_class_of(&t[i], 1) &&
		     !token_is_among(&t[i], WORDS,
				     sizeof(WORDS) / sizeof(*WORDS))))
			return false;
	return true;
}

static void note_totals(const struct hearer *h, struct said_figure *figure)
{
	bool has_row = false, has_column = false;
	size_t i;

	figure->is_row_total = figure->is_column_total = true;
	for (i = 0; i < h->heads.n; i++) {
		const struct said_head *head = &h->heads.at[i];

		if (head->is_near) {
			figure->is_row_total &= is_total(h, head->para);
			has_row = true;
		} else if (head->is_column) {
			/* the lowest of the heads over it */
			figure->is_column_total = is_total(h, head->para);
			has_column = true;
		}
	}
	figure->is_row_total &= has_row;
	figure->is_column_total &= has_column;
}

static bool add_figure(struct hearer *h, size_t para, int part, bool in_table)
{
	struct said_figure *figure = vec_push(&h->page->figures);

	if (!figure)
		return false;
	figure->token = h->parts.at[part].number;
	figure->last = h->parts.at[part].last;
	figure->para = para;
	figure->is_rate = is_rate(h, part);
	if (in_table && h->parts.n == 2)
		figure->is_rate |= h->heads.is_rate;
	figure->of = SIZE_MAX;
	figure->unit = count_unit(h, (size_t)part, in_table);
	figure->class = count_class(h, (size_t)part, in_table);
	figure->noun = count_noun(h, figure->last);
	if (in_table && !figure->noun && !figure->is_rate)
		figure->noun = count_column(h);
	if (figure->is_rate)
		figure->of = count_beside(h, part);
	note_aside(h, part, in_table, figure);
	figure->is_told = !in_table && is_told(h, para, figure->token);
	hear_nothing(h);
	hear_parts(h, part);
	figure->is_row_total = figure->is_column_total = false;
	if (in_table) {
		note_totals(h, figure);
		hear_heads(h);
		if (h->heads.before > 0)
			hear_caption(h, h->heads.before - 1,
				     figure->is_row_total ||
					     figure->is_column_total);
	}
	hear_above(h, para);
	return keep(h, figure) && !h->is_lost;
}

/* A letterhead, a signature are no text. */
static bool is_text(const struct hearer *h, size_t para)
{
	const struct metadata *m = h->a->ex->metadata;

	return !m || m->foot == 0 || para < m->foot;
}

static bool add_para(struct hearer *h, size_t para)
{
	const struct wml_para *at = &h->a->text.wml->paras.at[para];
	int i;

	if (h->a->text.first[para] == h->a->text.first[para + 1] ||
	    !is_text(h, para))
		return true;
	said_parts_read(&h->parts, h->a, para);
	if (h->parts.n < 2)
		return true;
	find_levels(h);
	if (at->cell) {
		said_heads_find(&h->heads, &h->cells, h->a, para);
		if (h->heads.is_other)
			return true;
	}
	for (i = 1; i < h->parts.n; i++)
		if (h->parts.at[i].number != SIZE_MAX &&
		    !said_form_writes(h->form,
				      h->a->text.tokens.at + h->parts.from,
				      h->parts.to - h->parts.from,
				      h->parts.at[i].number - h->parts.from) &&
		    !add_figure(h, para, i, at->cell > 0))
			return false;
	return true;
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
	said_rates_link(page, h->a);
	return true;
}

static bool read_all(struct hearer *h)
{
	const struct wml_story *wml = h->a->text.wml;
	size_t n = h->form->words.words.n;

	h->above = calloc(wml->paras.n + 1, sizeof(*h->above));
	h->whole = calloc(wml->paras.n + 1, sizeof(*h->whole));
	h->weight = calloc(n + 1, sizeof(*h->weight));
	h->is_near = calloc(n + 1, sizeof(*h->is_near));
	h->last = calloc(n + 1, sizeof(*h->last));
	if (!h->above || !h->whole || !h->weight || !h->is_near || !h->last)
		return false;
	if (!hear_levels(h) || said_outline(h->above, h->a) != VB_OK ||
	    said_cells_read(&h->cells, h->a) != VB_OK)
		return false;
	return read_paras(h);
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
	free(h->last);
	vec_release(&h->touched);
	vec_release(&h->keys);
	said_cells_release(&h->cells);
	free(h);
	return is_ok ? VB_OK : err_set(a->err, VB_NOMEM, "out of memory");
}

void said_page_release(struct said_page *page)
{
	vec_release(&page->figures);
	vec_release(&page->weights);
}
