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

/* "không có trường nào", "chưa có đơn vị nào": the last token, 0 for none. */
static size_t none_of_them(const struct anchor_text *text, size_t i, size_t end)
{
	size_t k;

	if (i + 2 >= end || !token_is(&text->tokens.at[i + 1], "co"))
		return 0;
	for (k = i + 3; k < end && k <= i + 2 + NOUN_WORDS_MAX; k++)
		if (token_is(&text->tokens.at[k], "nao"))
			return k;
	return 0;
}

/* "mức 1: không có;": all that is said; the last token, 0 for none. */
static size_t none_alone(const struct anchor_text *text,
			 const struct wml_para *p, size_t i, size_t end)
{
	const struct token *t = text->tokens.at;
	size_t last = i + 1 < end && token_is(&t[i + 1], "co") ? i + 1 : i;
	char behind = sign_behind(p, t[last].start + t[last].size);

	return token_is(&t[i], "khong") && sign_before(p, t[i].start) == ':' &&
			       (!behind || strchr(";.,(", behind))
		       ? last
		       : 0;
}

static bool has_number(const struct anchor_text *text, size_t from, size_t end)
{
	while (from < end && text->tokens.at[from].kind != TOKEN_NUMBER)
		from++;
	return from < end;
}

void anchor_none_mark(struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t i = text->first[para], end = text->tokens.n, last;

	if (!has_number(text, i, end))
		return;
	for (; i < end; i++) {
		struct token *t = &text->tokens.at[i];

		if (!token_is(t, "khong") && !token_is(t, "chua"))
			continue;
		last = none_of_them(text, i, end);
		if (!last)
			last = none_alone(text, p, i, end);
		if (!last)
			continue;
		t->kind = TOKEN_NUMBER;
		t->size = text->tokens.at[last].start +
			  text->tokens.at[last].size - t->start;
	}
}
