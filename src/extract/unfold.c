/* unfold.c - see unfold.h. */
#include "extract/unfold.h"

#include "text/fold.h"
#include "text/span.h"

#include <stdlib.h>
#include <string.h>

enum {
	COLUMNS_AT_MOST = 2,
	LEAD_BYTES = 240, /* of a question above its answer */
	LEADS_MIN = 2,	  /* of a cell that is a page of its own */
	PAGES_MIN = 2,	  /* cells of a table that are; or its only one */
	TURNS_MIN = 2,	  /* questions, and answers, of a dialogue */
	QUESTION_LEVEL = 9,
	LEAD_MAX = 20 /* bytes of what sets a frame apart, decomposed */
};

static const struct wml_para *next_words(const struct wml_story *story,
					 const struct wml_cell *cell,
					 uint32_t *at)
{
	const struct wml_para *para;

	for (; *at < cell->end; (*at)++) {
		para = &story->paras.at[*at];
		if (para->size > 0 && para->table == cell->table)
			return para;
	}
	return NULL;
}

/* "(1) Phương tiện, đường truyền:", and its answer in the next paragraph. */
static bool is_lead(const struct wml_para *para)
{
	size_t n = para->size;

	while (n > 0 && strchr(" \t\n.", para->text[n - 1]))
		n--;
	return n > 0 && para->size <= LEAD_BYTES && para->text[n - 1] == ':';
}

/* Questions in a cell that are answered below them. */
static unsigned count_leads(const struct wml_story *story,
			    const struct wml_cell *cell)
{
	const struct wml_para *para, *before = NULL;
	unsigned n = 0;
	uint32_t at = cell->first;

	for (; (para = next_words(story, cell, &at)) != NULL; at++) {
		n += before && is_lead(before) && !is_lead(para);
		before = para;
	}
	return n;
}

/* By table how many of its cells are pages. */
static void count_pages(unsigned *pages, const struct wml_story *story)
{
	size_t i;

	for (i = 0; i < story->cells.n; i++) {
		const struct wml_cell *cell = &story->cells.at[i];
		const struct wml_table *table =
			&story->tables.at[cell->table - 1];

		if (!table->parent && table->columns <= COLUMNS_AT_MOST &&
		    !cell->owner)
			pages[cell->table - 1] += count_leads(story, cell) >=
						  LEADS_MIN;
	}
}

static void lay_out(struct wml_story *story, uint32_t table)
{
	uint32_t i;

	for (i = story->tables.at[table].first;
	     i < story->tables.at[table].end && i < story->paras.n; i++) {
		struct wml_para *para = &story->paras.at[i];

		para->depth -= para->depth > 0;
		if (para->table != table + 1)
			continue;
		para->table = para->row = para->column = 0;
		para->row_serial = para->cell = 0;
	}
}

/* ---- questions and answers by turns -------------------------------------- */

enum turn {
	TURN_NONE,
	TURN_QUESTION,
	TURN_ANSWER
};

/* "Hỏi", "Trả lời:" */
static enum turn turn_of(const struct wml_para *para)
{
	static const struct {
		const char *words;
		enum turn turn;
	} LABELS[] = {{"hỏi", TURN_QUESTION},
		      {"câu hỏi", TURN_QUESTION},
		      {"đáp", TURN_ANSWER},
		      {"trả lời", TURN_ANSWER}};
	struct text_span words = text_trim(para->text, para->size);
	size_t i;

	while (words.size > 0 && strchr(" .:", words.at[words.size - 1]))
		words.size--;
	for (i = 0; i < sizeof(LABELS) / sizeof(*LABELS); i++)
		if (text_fold_same(words.at, words.size, LABELS[i].words,
				   strlen(LABELS[i].words)))
			return LABELS[i].turn;
	return TURN_NONE;
}

/* The first column says nothing but which rows ask and which answer. */
static bool is_dialogue(const struct wml_story *story, uint32_t table)
{
	const struct wml_table *t = &story->tables.at[table];
	unsigned n[TURN_ANSWER + 1] = {0, 0, 0};
	uint32_t i;

	for (i = t->first; t->columns == COLUMNS_AT_MOST && !t->parent &&
			   i < t->end && i < story->paras.n;
	     i++) {
		const struct wml_para *para = &story->paras.at[i];

		if (para->table == table + 1 && para->column == 1 && para->size)
			n[turn_of(para)]++;
	}
	return n[TURN_QUESTION] >= TURNS_MIN && n[TURN_ANSWER] >= TURNS_MIN &&
	       n[TURN_NONE] == 0;
}

/* What asks is a heading, and its label none of its words. */
static void leave_labels(struct wml_story *story, uint32_t table)
{
	enum turn turn = TURN_NONE;
	uint32_t i;

	for (i = story->tables.at[table].first;
	     i < story->tables.at[table].end && i < story->paras.n; i++) {
		struct wml_para *para = &story->paras.at[i];

		if (para->table != table + 1)
			continue;
		if (para->column == 1) {
			turn = para->size ? turn_of(para) : turn;
			para->text = "";
			para->size = para->n_spans = 0;
		} else if (turn == TURN_QUESTION) {
			para->heading = QUESTION_LEVEL;
		}
	}
}

/* ---- the page ------------------------------------------------------------ */

/* "Mẫu: ...", "Ví dụ điển hình: ...": what a frame sets apart from the page. */
static bool is_set_apart(const struct wml_para *para)
{
	static const char *const LEADS[] = {
		"mẫu", "ví dụ", "vd", "ghi chú", "lưu ý", "chú ý", "chú thích"};
	struct text_span words = text_trim(para->text, para->size);
	size_t n, i;

	for (i = 0; i < sizeof(LEADS) / sizeof(*LEADS); i++)
		for (n = 0; n < LEAD_MAX && n <= words.size; n++)
			if ((n == words.size || strchr(" :.", words.at[n])) &&
			    text_fold_same(words.at, n, LEADS[i],
					   strlen(LEADS[i])))
				return true;
	return false;
}

/* A frame of one cell around what stands on the page. */
static bool is_frame(const struct wml_story *story,
		     const struct wml_table *table)
{
	uint32_t i = table->first;

	if (table->rows != 1 || table->columns != 1 || table->parent)
		return false;
	while (i < table->end && i < story->paras.n &&
	       story->paras.at[i].size == 0)
		i++;
	return i < table->end && i < story->paras.n &&
	       !is_set_apart(&story->paras.at[i]);
}

static bool save(struct unfolded *u)
{
	size_t n = u->story->paras.n;

	if (u->paras)
		return true;
	u->paras = calloc(n, sizeof(*u->paras));
	if (u->paras)
		memcpy(u->paras, u->story->paras.at, n * sizeof(*u->paras));
	return u->paras != NULL;
}

bool unfold(struct unfolded *u, struct wml_story *story)
{
	unsigned *pages;
	uint32_t i;
	bool is_ok = true;

	*u = (struct unfolded){.story = story};
	if (story->tables.n == 0)
		return true;
	pages = calloc(story->tables.n, sizeof(*pages));
	if (!pages)
		return false;
	count_pages(pages, story);
	for (i = 0; i < story->tables.n && is_ok; i++) {
		bool is_asked = is_dialogue(story, i);

		if (pages[i] < PAGES_MIN && !is_asked &&
		    !(pages[i] && story->tables.at[i].rows == 1) &&
		    !is_frame(story, &story->tables.at[i]))
			continue;
		is_ok = save(u);
		if (is_ok && is_asked)
			leave_labels(story, i);
		if (is_ok)
			lay_out(story, i);
	}
	free(pages);
	return is_ok;
}

void unfold_back(struct unfolded *u)
{
	if (u->paras)
		memcpy(u->story->paras.at, u->paras,
		       u->story->paras.n * sizeof(*u->paras));
	free(u->paras);
	u->paras = NULL;
}
