/*
 * anchor_tail.c - what stands behind a long answer and is none of it: lines
 * that answer other questions with figures, and words that lead to such lines
 * or to a table of them.
 */
#include "extract/anchor_topic.h"

#include <string.h>

enum {
	FIGURE_WORDS_MAX = 45, /* of a line that is there for its figures */
	LEAD_WORDS_MAX = 24
};

/* The figure of another question stands in the paragraph. */
static bool has_figure(const struct anchorer *a, size_t para)
{
	const struct extractor *ex = a->ex;
	size_t i;

	if (a->text.first[para + 1] > a->text.first[para] + FIGURE_WORDS_MAX)
		return false;
	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story == 0 && s->mark->first == para &&
		    s->sure >= READING_SURE_MIN && beside_matters(s->field) &&
		    s->mark->end > s->mark->start)
			return true;
	}
	return false;
}

/* "bảng", "biểu"; "bằng" is bare the same as the first. */
static bool is_table(const struct wml_para *p, const struct token *t)
{
	return (token_is(t, "bang") && token_spells(t, p->text, "bảng")) ||
	       (token_is(t, "bieu") && token_spells(t, p->text, "biểu"));
}

/* "máy tính bảng", "bảng tương tác": no table. */
static bool is_named_table(const struct anchor_text *text, size_t first,
			   size_t i, size_t end)
{
	static const char *const BEFORE[] = {"cac",  "nhu",   "o",  "tai",
					     "theo", "trong", "xem"};
	static const char *const BEHIND[] = {"chi",  "duoi", "duoc", "kem",
					     "nai",  "phu",  "sau",  "so",
					     "tong", "tren"};
	const struct token *t = text->tokens.at;

	return (i > first &&
		token_is_among(&t[i - 1], BEFORE,
			       sizeof(BEFORE) / sizeof(*BEFORE))) ||
	       i + 1 == end || t[i + 1].kind == TOKEN_NUMBER ||
	       token_is_among(&t[i + 1], BEHIND,
			      sizeof(BEHIND) / sizeof(*BEHIND));
}

/* ", cụ thể như sau:", "(số liệu tại bảng dưới đây)" */
static bool leads_on(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	const struct token *t = a->text.tokens.at;
	size_t first = a->text.first[para], end = a->text.first[para + 1], i;

	if (end > first + LEAD_WORDS_MAX)
		return false;
	for (i = first; i < end; i++)
		if (is_table(p, &t[i]) &&
		    is_named_table(&a->text, first, i, end))
			return true;
	return anchor_last_sign(p, 0) == ':';
}

/* The paragraph, or the table, behind one answers with figures. */
static bool has_figures_behind(const struct anchorer *a, size_t para,
			       const bool *tables)
{
	const struct anchor_text *text = &a->text;
	size_t next = para + 1;

	while (next < text->foot &&
	       (text->first[next] == text->first[next + 1] ||
		anchor_is_caption(text, next)))
		next++;
	return next < text->foot &&
	       (text->wml->paras.at[next].cell
			? tables[text->wml->paras.at[next].table]
			: has_figure(a, next));
}

void anchor_leave_tail(const struct anchorer *a, struct wml_mark *mark,
		       const bool *tables)
{
	const struct anchor_text *text = &a->text;
	size_t last = mark->last, kept = mark->last;

	while (last > mark->first) {
		if (text->first[last] < text->first[last + 1]) {
			if (text->wml->paras.at[last].cell ||
			    !(has_figure(a, last) ||
			      (leads_on(a, last) &&
			       has_figures_behind(a, last, tables))))
				break;
			kept = last - 1;
		}
		last--;
	}
	if (kept == mark->last)
		return;
	mark->last = kept;
	mark->end = text->wml->paras.at[kept].size;
}
