/*
 * anchor_none.c - nothing, told in words, is a figure too: "mức 1: không có
 * (0%); mức 2: 8 trường", "chưa có trường nào ở mức 3". Its words become one
 * number (figure_said() reads it as 0).
 */
#include "extract/anchor.h"

#include <string.h>

enum {
	NOUN_WORDS_MAX = 4 /* "trường mầm non" */
};

/* The first letter or sign before or behind a place, 0 for none. */
static char sign_before(const struct wml_para *p, size_t at)
{
	while (at > 0 && strchr(" \t\n", p->text[at - 1]))
		at--;
	return at > 0 ? p->text[at - 1] : '\0';
}

static char sign_behind(const struct wml_para *p, size_t at)
{
	while (at < p->size && strchr(" \t\n", p->text[at]))
		at++;
	return at < p->size ? p->text[at] : '\0';
}

/* "không có trường nào", "chưa có đơn vị nào": the last token, SIZE_MAX for
 * none. */
static size_t none_of_them(const struct anchor_text *text, size_t i, size_t end)
{
	size_t k;

	if (i + 2 >= end || !token_is(&text->tokens.at[i + 1], "co"))
		return SIZE_MAX;
	for (k = i + 3; k < end && k <= i + 2 + NOUN_WORDS_MAX; k++)
		if (token_is(&text->tokens.at[k], "nao"))
			return k;
	return SIZE_MAX;
}

/* "TH 02, THCS không có": beside a level. */
static bool is_behind_level(const struct token *t, size_t i, size_t first)
{
	static const char *const LEVELS[] = {"mn", "th", "thcs", "thpt",
					     "gdtx"};

	return i > first && token_is_among(&t[i - 1], LEVELS,
					   sizeof(LEVELS) / sizeof(*LEVELS));
}

/* "mức 1: không có;", "THCS không có": all that is said; the last token,
 * SIZE_MAX for none. */
static size_t none_alone(const struct anchor_text *text,
			 const struct wml_para *p, size_t i, size_t end)
{
	const struct token *t = text->tokens.at;
	size_t first = text->first[p - text->wml->paras.at];
	size_t last = i + 1 < end && token_is(&t[i + 1], "co") ? i + 1 : i;
	char behind = sign_behind(p, t[last].start + t[last].size);

	return token_is(&t[i], "khong") &&
			       (sign_before(p, t[i].start) == ':' ||
				(last > i && is_behind_level(t, i, first))) &&
			       (!behind || strchr(";.,(", behind))
		       ? last
		       : SIZE_MAX;
}

static bool has_number(const struct anchor_text *text, size_t from, size_t end)
{
	while (from < end && text->tokens.at[from].kind != TOKEN_NUMBER)
		from++;
	return from < end;
}

/* The last of the tokens from i on that tell none, SIZE_MAX when they do not.
 */
static size_t none_end(const struct anchor_text *text, const struct wml_para *p,
		       size_t i, size_t end)
{
	const struct token *t = &text->tokens.at[i];
	size_t last;

	if (!token_is(t, "khong") && !token_is(t, "chua"))
		return SIZE_MAX;
	last = none_of_them(text, i, end);
	return last != SIZE_MAX ? last : none_alone(text, p, i, end);
}

void anchor_none_mark(struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	struct token *t = text->tokens.at;
	size_t to = text->first[para], end = text->tokens.n, i, last;

	if (!has_number(text, to, end))
		return;
	for (i = to; i < end; i++) {
		last = none_end(text, p, i, end);
		t[to] = t[i];
		if (last != SIZE_MAX) {
			/* one token, that overlaps no other */
			t[to].kind = TOKEN_NUMBER;
			t[to].size = t[last].start + t[last].size - t[i].start;
			i = last;
		}
		to++;
	}
	text->tokens.n = to;
}
