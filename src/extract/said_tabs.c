/*
 * said_tabs.c - a table that tabs lay out:
 *
 *	                Mức độ 1	Mức độ 2	Mức độ 3
 *	Tiểu học	4 = 14,8%	16 = 59,3%	7 = 25,9%
 *
 * What stands between two tabs is of what stands between them in a line above
 * that has as many tabs, and no figures.
 */
#include "extract/said.h"

enum {
	TABS_MIN = 2,
	TABS_MAX = 16,
	REACH_MAX = 24, /* lines up to the heads */
	WORDS_MAX = 96, /* of one */
	GROUP_WORDS_MAX = 14
};

static size_t count_tabs(const struct wml_para *p, size_t end)
{
	size_t n = 0, i;

	for (i = 0; i < end; i++)
		n += p->text[i] == '\t';
	return n;
}

static bool has_figure(const struct anchorer *a, size_t para)
{
	struct said_line line = said_line_of(a, para);
	size_t i;

	for (i = 0; i < line.n; i++)
		if (said_is_figure(&line, i))
			return true;
	return false;
}

/* "Môi trường giáo dục trực tuyến": a line that leads others in, amid them. */
static bool is_group(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];

	return count_tabs(p, p->size) == 0 && !has_figure(a, para) &&
	       a->text.first[para + 1] - a->text.first[para] <= GROUP_WORDS_MAX;
}

/* The line of heads above one of figures, SIZE_MAX for none: the highest of
 * those with as many tabs. */
static size_t find_heads(const struct anchorer *a, size_t para, size_t tabs)
{
	const struct anchor_text *text = &a->text;
	const struct wml_para *p = text->wml->paras.at;
	size_t found = SIZE_MAX, i = para, n;

	for (n = 0; n < REACH_MAX && i-- > text->body; n++) {
		if (text->first[i] == text->first[i + 1] ||
		    (p[i].cell == p[para].cell && found == SIZE_MAX &&
		     is_group(a, i)))
			continue;
		if (p[i].cell != p[para].cell ||
		    text->first[i + 1] - text->first[i] > WORDS_MAX ||
		    count_tabs(&p[i], p[i].size) != tabs)
			break;
		if (!has_figure(a, i))
			found = i;
		else if (found != SIZE_MAX)
			break;
	}
	return found;
}

/* Where the words begin that stand behind so many tabs. */
static size_t piece_start(const struct wml_para *p, size_t tabs)
{
	size_t i = 0;

	while (tabs > 0 && i < p->size)
		tabs -= p->text[i++] == '\t';
	return i;
}

/* The tokens of a line of heads behind so many tabs. */
static void find_piece(const struct anchor_text *text, size_t para, size_t tabs,
		       size_t *from, size_t *to)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t start = piece_start(p, tabs), next = piece_start(p, tabs + 1);
	size_t i = text->first[para], end = text->first[para + 1];

	while (i < end && text->tokens.at[i].start < start)
		i++;
	*from = i;
	while (i < end && text->tokens.at[i].start < next)
		i++;
	*to = i;
}

/* "Tỉ lệ (%)" over a figure. */
static bool names_rates(const struct token *t, size_t n)
{
	static const char *const RATE[2] = {"ti", "le"};

	return t->kind == TOKEN_SIGN || token_is(t, "tl") ||
	       (n > 1 && token_is_pair(t, RATE));
}

void said_tabs_read(struct said_parts *parts, const struct anchorer *a,
		    size_t para)
{
	const struct anchor_text *text = &a->text;
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t tabs = count_tabs(p, p->size), heads, first = SIZE_MAX;
	size_t start, k;
	int i;

	if (tabs < TABS_MIN || tabs > TABS_MAX)
		return;
	heads = find_heads(a, para, tabs);
	if (heads == SIZE_MAX)
		return;
	for (i = 1; i < parts->n; i++) {
		struct said_part *part = &parts->at[i];
		size_t from, to;

		if (part->number == SIZE_MAX)
			continue;
		find_piece(text, heads,
			   count_tabs(p, text->tokens.at[part->number].start),
			   &from, &to);
		if (first == SIZE_MAX)
			first = part->number;
		if (from == to)
			continue;
		part->listed = from;
		part->listed_end = to;
		part->is_rate |= names_rates(&text->tokens.at[from], to - from);
	}
	/* what the line begins with is said of all of it */
	if (first == SIZE_MAX)
		return;
	start = piece_start(p, count_tabs(p, text->tokens.at[first].start));
	for (k = parts->from; k < first && text->tokens.at[k].start < start;
	     k++)
		parts->of[k - parts->from] = PART_LEAD;
}
