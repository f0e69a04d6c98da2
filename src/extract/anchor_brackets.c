/*
 * anchor_brackets.c - what stands in brackets, where the document says that it
 * is of another time, or planned:
 *
 *	(Số trong ngoặc vuông là số liệu cùng kỳ năm học trước)
 *	Giáo viên có máy tính: 78/78 (100%) [75/77, đạt 97,4%]
 *
 * Such words are none of the page. Round brackets are left out behind the note
 * alone, or in the table above it; they may be those of rates elsewhere.
 */
#include "extract/anchor.h"

#include "text/fold.h"
#include "text/span.h"

#include <string.h>

enum {
	NOTE_WORDS_MAX = 40,
	NOTE_BYTES_MAX = 400,
	BRACKET_BYTES_MAX = 400
};

static const char BRACKET[] = "ngoặc";

/* Where "ngoặc" stands in a paragraph, in whatever form of Unicode; SIZE_MAX
 * nowhere. */
static size_t find_word(const struct wml_para *p)
{
	size_t at = 0, end;

	if (p->size > NOTE_BYTES_MAX)
		return SIZE_MAX;
	for (; at + sizeof("ngo") < p->size; at++) {
		const char *found = memchr(p->text + at, 'g', p->size - at - 1);

		if (!found)
			break;
		at = (size_t)(found - p->text);
		if (at == 0 || found[-1] != 'n' || found[1] != 'o')
			continue;
		for (end = at;
		     end < p->size && !strchr(" .,:;()", p->text[end]); end++)
			;
		if (text_fold_same(found - 1, end - at + 1, BRACKET,
				   strlen(BRACKET)))
			return at - 1;
	}
	return SIZE_MAX;
}

/* "Bảng 2 (số trong ngoặc là năm trước)", "Có 50 người; số trong ngoặc là năm
 * trước.": where the note begins, and ends. */
static size_t note_from(const struct wml_para *p, size_t at)
{
	while (at > 0 && !strchr("();\n", p->text[at]) &&
	       !(p->text[at] == '.' && p->text[at + 1] == ' '))
		at--;
	return at;
}

static size_t note_to(const struct wml_para *p, size_t at)
{
	while (at < p->size && !strchr("();\n", p->text[at]) &&
	       !(p->text[at] == '.' && at + 1 < p->size &&
		 p->text[at + 1] == ' '))
		at++;
	return at;
}

/* "số trong ngoặc vuông là của năm học trước", at the word of brackets. */
static bool tells_other(const struct anchorer *a, const struct wml_para *p,
			const struct token *t, size_t n)
{
	static const char *const LED[] = {"con",  "cua", "don",	 "ghi",	 "la",
					  "lieu", "so",	 "tron", "vuong"};
	struct aside_words words = {.period = &a->period, .text = p->text};
	size_t i = 1, end;

	if (n < 2 || !token_is(&t[0], "ngoac"))
		return false;
	while (i < n && token_is_among(&t[i], LED, sizeof(LED) / sizeof(*LED)))
		i++;
	/* "trong ngoặc là tỷ lệ. Năm 2022 ..." */
	end = note_to(p, t[0].start);
	while (n > i && t[n - 1].start >= end)
		n--;
	words.t = &t[i];
	words.n = n - i;
	return aside_in_head(&words, true).key != 0;
}

static bool read_note(struct anchorer *a, struct brackets *brackets,
		      size_t para, size_t at, bool *is_read)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	struct tokens words = {0};
	size_t i = 0;

	*is_read = false;
	if (!tokens_split(&words, p->text, p->size)) {
		vec_release(&words);
		return false;
	}
	while (i < words.n && words.at[i].start < at)
		i++;
	if (i > 0 && i < words.n && words.n <= NOTE_WORDS_MAX &&
	    (token_is(&words.at[i - 1], "trong") ||
	     token_is(&words.at[i - 1], "dau")) &&
	    tells_other(a, p, &words.at[i], words.n - i)) {
		bool is_square = i + 1 < words.n &&
				 token_is(&words.at[i + 1], "vuong");

		*brackets = (struct brackets){.open = is_square ? '[' : '(',
					      .close = is_square ? ']' : ')',
					      .note = para,
					      .from = note_from(p, at),
					      .to = note_to(p, at)};
		*is_read = true;
	}
	vec_release(&words);
	return true;
}

/* Where round brackets are of the note: behind it, or in the table above it. */
static size_t begin_of(const struct anchor_text *text, size_t note)
{
	const struct wml_para *p = text->wml->paras.at;
	size_t i = note;

	while (i > 0 && p[note].depth == 0 && p[i - 1].size == 0)
		i--;
	if (i == 0 || p[note].depth > 0 || p[i - 1].depth == 0)
		return note;
	while (i > 0 && p[i - 1].depth > 0)
		i--;
	return i;
}

bool anchor_brackets_read(struct anchorer *a, struct brackets *brackets)
{
	size_t n = a->text.wml->paras.n, i;
	bool is_read = false;

	for (i = 0; i < n && !is_read; i++) {
		size_t at = find_word(&a->text.wml->paras.at[i]);

		if (at != SIZE_MAX && !read_note(a, brackets, i, at, &is_read))
			return false;
	}
	if (is_read)
		brackets->first = brackets->open == '('
					  ? begin_of(&a->text, brackets->note)
					  : 0;
	return true;
}

/* Where the brackets that open at a byte close, 0 where they hold no figure:
 * "(theo bậc học)" is no value. */
static size_t close_of(const struct brackets *b, const struct wml_para *p,
		       size_t open)
{
	size_t end = p->size - open > BRACKET_BYTES_MAX
			     ? open + BRACKET_BYTES_MAX
			     : p->size;
	bool has_digit = false;
	size_t i;

	for (i = open + 1; i < end && p->text[i] != b->close; i++)
		has_digit |= text_is_digit(p->text[i]);
	return i < end && has_digit ? i : 0;
}

void anchor_brackets_drop(struct anchor_text *text, const struct brackets *b,
			  size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t i = text->first[para], kept = i, open = 0, close = 0;

	if (!b->open || para < b->first)
		return;
	for (; para == b->note && i < text->tokens.n; i++)
		if (text->tokens.at[i].start < b->from ||
		    text->tokens.at[i].start >= b->to)
			text->tokens.at[kept++] = text->tokens.at[i];
	if (para == b->note) {
		text->tokens.n = kept;
		return;
	}
	for (; i < text->tokens.n; i++) {
		size_t start = text->tokens.at[i].start;

		for (; open < start; open++)
			if (p->text[open] == b->open && open >= close)
				close = close_of(b, p, open);
		if (start >= close)
			text->tokens.at[kept++] = text->tokens.at[i];
	}
	text->tokens.n = kept;
}
