/*
 * anchor_text.c - the words of a document that are looked through.
 */
#include "extract/anchor.h"
#include "extract/label.h"

#include "extract/metadata.h"

#include "text/letters.h"
#include "text/span.h"
#include "text/utf8.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	SENTENCE_MIN = 12, /* words */
	COLON_REACH = 6,   /* words of a lead */
	PROMPT_MIN = 5,	   /* words of one for an empty control */
	PROMPT_MAX = 12
};

#define DASH " \xe2\x80\x93 " /* between spaces */

static bool is_roman(const struct token *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (!strchr("ivxl", t->bare[i]))
			return false;
	return t->kind == TOKEN_WORD && t->n > 0 && t->n < 6;
}

/* A typed "1.", "II.", "a)", "3.2.1 " before the words: no words of it. */
static size_t label_size(const struct wml_para *para, const struct token *t)
{
	size_t end = t->start + t->size;
	char next = end < para->size ? para->text[end] : '\0';
	bool is_label = (t->kind == TOKEN_NUMBER && t->size < 8) ||
			(t->kind == TOKEN_WORD && t->n == 1) || is_roman(t);

	if (!is_label || (next != '.' && next != ')' && next != '/'))
		return 0;
	/* "12.b" is none */
	next = end + 1 < para->size ? para->text[end + 1] : ' ';
	return next == ' ' || next == '\t' || next == '\0' ||
			       (unsigned char)next == 0xc2
		       ? end + 1
		       : 0;
}

/* "Phần thứ nhất", "PHẦN II", "Phần 3": its tokens. */
size_t anchor_part_label(const struct token *t, size_t n)
{
	static const char *const ORDINALS[] = {"nhat", "mot", "hai", "ba",
					       "tu",   "bon", "nam", "sau",
					       "bai",  "tam"};

	if (n > 3 && token_is(t, "muc") && token_is(&t[1], "tieu") &&
	    token_is(&t[2], "thu") &&
	    token_is_among(&t[3], ORDINALS,
			   sizeof(ORDINALS) / sizeof(*ORDINALS)))
		return 4;
	if (n < 2 || !token_is(t, "phan"))
		return 0;
	if (token_is(&t[1], "thu"))
		return n > 2 && token_is_among(&t[2], ORDINALS,
					       sizeof(ORDINALS) /
						       sizeof(*ORDINALS))
			       ? 3
			       : 0;
	return is_roman(&t[1]) || t[1].n == 1 ? 2 : 0;
}

/* The tokens before a place, 0 where no others follow. */
static size_t tokens_before(const struct token *t, size_t n, size_t at)
{
	size_t i = 0;

	while (i < n && t[i].start < at)
		i++;
	return i < n ? i : 0;
}

/* "B1.", "C3.1)": the tokens of a label of a letter and numbers. */
static size_t code_tokens(const struct wml_para *para, const struct token *t,
			  size_t n)
{
	size_t at = n ? t->start : 0;
	const char *text = para->text;

	if (at + 2 >= para->size || text[at] < 'A' || text[at] > 'Z' ||
	    !text_is_digit(text[at + 1]))
		return 0;
	for (at++; at + 1 < para->size &&
		   (text_is_digit(text[at]) ||
		    (text[at] == '.' && text_is_digit(text[at + 1])));
	     at++)
		;
	if (!strchr(".):", text[at]) || at + 1 >= para->size ||
	    text[at + 1] != ' ')
		return 0;
	return tokens_before(t, n, at);
}

/* "2.2 Tham gia mấy lớp?": the tokens of a label of several numbers before a
 * capital letter; "1.045 hồ sơ" has none. */
static size_t numbers_tokens(const struct wml_para *para, const struct token *t,
			     size_t n)
{
	const char *text = para->text;
	size_t at = n ? t->start : 0, digits = 0, parts = 0;

	for (; at < para->size &&
	       (text_is_digit(text[at]) || (text[at] == '.' && digits > 0));
	     at++) {
		digits = text_is_digit(text[at]) ? digits + 1 : 0;
		parts += digits == 1;
		if (digits > 2)
			return 0;
	}
	while (at < para->size && strchr(" \t", text[at]))
		at++;
	if (parts < 2 || at >= para->size ||
	    !letter_is_capital_at(text, para->size, at))
		return 0;
	return tokens_before(t, n, at);
}

/* "2a. Tham gia", "II.1. Nội dung", "a.1. Nội dung" */
static size_t mixed_tokens(const struct wml_para *para, const struct token *t,
			   size_t n)
{
	size_t at = n ? t->start : 0;
	struct label label;

	return label_read(&label, para->text + at, para->size - at)
		       ? tokens_before(t, n, at + label.end)
		       : 0;
}

/* "Mục 3.", "MỤC II:"; "Mức 3:" is bare the same. */
static size_t item_tokens(const struct wml_para *para, const struct token *t,
			  size_t n)
{
	size_t end;

	if (n < 3 || !token_is(t, "muc") ||
	    !token_spells(t, para->text, "mục") ||
	    !((t[1].kind == TOKEN_NUMBER && t[1].n <= 2) || is_roman(&t[1])))
		return 0;
	end = t[1].start + t[1].size;
	return end < para->size && strchr(".:", para->text[end]) ? 2 : 0;
}

/* The tokens of a label before the words of a paragraph, and before all that
 * it says. */
static size_t label_tokens(const struct wml_para *para, const struct token *t,
			   size_t n)
{
	size_t part = anchor_part_label(t, n), end;

	if (part == 0) {
		if (n > 0 && label_size(para, t) > 0)
			return 1;
		part = item_tokens(para, t, n);
		if (part == 0)
			part = code_tokens(para, t, n);
		if (part == 0)
			part = mixed_tokens(para, t, n);
		return part ? part : numbers_tokens(para, t, n);
	}
	if (part == n)
		return 0;
	end = t[part - 1].start + t[part - 1].size;
	while (end < para->size && para->text[end] == ' ')
		end++;
	return end < para->size && (strchr(".:\n", para->text[end]) ||
				    text_dash_size(para->text + end,
						   para->size - end))
		       ? part
		       : 0;
}

/* Words a person sees; a raised figure is a note's mark. What stands on both
 * sides of hidden words is two words. */
static bool add_visible(struct tokens *tokens, const struct wml_para *para)
{
	size_t i, k, start, end;

	for (i = 0; i < para->n_spans; i++) {
		size_t before = tokens->n;

		if (para->spans[i].style & ANCHOR_UNSEEN)
			continue;
		start = para->spans[i].start;
		while (i + 1 < para->n_spans &&
		       !(para->spans[i + 1].style & ANCHOR_UNSEEN))
			i++;
		end = para->spans[i].start + para->spans[i].size;
		if (!tokens_split(tokens, para->text + start, end - start))
			return false;
		for (k = before; k < tokens->n; k++)
			tokens->at[k].start += (uint32_t)start;
	}
	return true;
}

static bool add_para(struct anchor_text *text, size_t at)
{
	const struct wml_para *para = &text->wml->paras.at[at];
	size_t before = text->tokens.n, n, i;

	if (!add_visible(&text->tokens, para))
		return false;
	n = label_tokens(para, text->tokens.at + before,
			 text->tokens.n - before);
	/* "PHẦN I" alone is a part too, and keeps its words */
	i = anchor_part_label(text->tokens.at + before,
			      text->tokens.n - before);
	text->is_part[at] = i > 0 && (n > 1 || before + i == text->tokens.n);
	for (i = before; n > 0 && i + n < text->tokens.n; i++)
		text->tokens.at[i] = text->tokens.at[i + n];
	text->tokens.n -= n;
	return true;
}

bool anchor_has_number(const struct anchor_text *text, size_t from, size_t to)
{
	while (from < to && text->tokens.at[from].kind != TOKEN_NUMBER)
		from++;
	return from < to;
}

bool anchor_has_sign(const struct anchor_text *text, size_t para, size_t token,
		     const char *signs)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[token];
	size_t at = t->start + t->size;
	size_t end = token + 1 < text->first[para + 1] ? t[1].start : p->size;

	for (; at < end; at++)
		if (p->text[at] != ' ' && strchr(signs, p->text[at]))
			return true;
	return false;
}

bool anchor_has_dash(const struct anchor_text *text, size_t para, size_t token)
{
	static const char *const TEACHING[] = {"day", "hoc"};
	const struct token *t = &text->tokens.at[token];
	const char *at = text->wml->paras.at[para].text + t->start + t->size;

	return token + 1 < text->first[para + 1] &&
	       t[1].start == t->start + t->size + sizeof(DASH) - 1 &&
	       memcmp(at, DASH, sizeof(DASH) - 1) == 0 &&
	       !token_is_pair(t, TEACHING);
}

bool anchor_is_word_of(const struct anchor_text *text, size_t para,
		       const struct token *word)
{
	size_t i = text->first[para], end = text->first[para + 1];

	while (i < end && text->tokens.at[i].hash != word->hash)
		i++;
	return i < end;
}

size_t anchor_shared_words(const struct anchor_text *text, size_t para,
			   size_t other)
{
	size_t i, n = 0;

	for (i = text->first[para]; i < text->first[para + 1]; i++)
		n += anchor_is_word_of(text, other, &text->tokens.at[i]);
	return n;
}

bool anchor_colon_soon(const struct anchor_text *text, size_t para,
		       size_t token)
{
	size_t end = text->first[para + 1], n;

	for (n = 0; token < end && n < COLON_REACH; token++, n++)
		if (anchor_has_sign(text, para, token, ":"))
			return true;
	return false;
}

/* Counted by hand or by Word, or marked by Word: the first title, or line. */
static bool is_numbered(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	struct tokens words = {0};
	bool is_label;

	if (p->label[0] && (!p->is_bullet || p->depth == 0))
		return true;
	is_label = tokens_split(&words, p->text, p->size) &&
		   label_tokens(p, words.at, words.n) > 0;
	vec_release(&words);
	return is_label;
}

/* Three cells of its row have words: no letterhead. */
static bool is_list(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = text->wml->paras.at, *row = &p[para];
	size_t cells = 0, last = SIZE_MAX, i;

	for (i = para;
	     i < text->wml->paras.n && row->depth > 0 && p[i].depth > 0 &&
	     p[i].table == row->table && p[i].row == row->row;
	     i++) {
		if (p[i].cell == last || text->first[i] == text->first[i + 1])
			continue;
		last = p[i].cell;
		cells++;
	}
	return cells > 2;
}

/* A sentence: the report has begun. */
static bool is_sentence(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t size = p->size;

	while (size > 0 && p->text[size - 1] == ' ')
		size--;
	return text->first[para + 1] - text->first[para] >= SENTENCE_MIN &&
	       size > 0 && strchr(".:;", p->text[size - 1]);
}

/* Below the number, the kind and the subject of the document. */
static size_t body_of(const struct anchor_text *text, const struct metadata *m)
{
	size_t body = 0, i;

	for (i = 0; i < m->head_end && i < m->lines.n; i++) {
		const struct metadata_line *line = &m->lines.at[i];
		const struct metadata_range *subject = &m->spots[SPOT_SUBJECT];

		if (line->story > 0)
			continue;
		if (is_numbered(text, line->para) ||
		    is_list(text, line->para) ||
		    (line->kind == METADATA_OTHER &&
		     is_sentence(text, line->para)))
			break;
		if (line->kind != METADATA_OTHER &&
		    line->kind != METADATA_FROM_HERE && line->para >= body)
			body = line->para + 1;
		if (subject->first <= line->para &&
		    line->para <= subject->last && line->para >= body)
			body = line->para + 1;
	}
	return body;
}

static bool goes_on_in_cell(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];

	return p->cell == p[1].cell && p->row == p[1].row &&
	       p->table == p[1].table && p->depth == p[1].depth;
}

/* "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.": what Word writes into a control
 * that is empty, left as words. */
static bool is_prompt(const struct anchor_text *text, size_t first)
{
	static const char *const AT[][2] = {
		{"vao", "dai"}, {"tap", "here"}, {"click", "here"}};
	static const char *const ENTER[] = {"choose", "chon", "enter", "nhap"};
	const struct token *t = &text->tokens.at[first];
	size_t n = text->tokens.n - first, i;

	if (n < PROMPT_MIN || n > PROMPT_MAX)
		return false;
	for (i = 0; i + 3 < n; i++)
		if (token_is_pair_among(&t[i], AT, sizeof(AT) / sizeof(*AT)))
			return token_is_among(&t[i + 3], ENTER,
					      sizeof(ENTER) / sizeof(*ENTER));
	return false;
}

static bool read_paras(struct anchorer *a, struct asides *asides)
{
	struct anchor_text *text = &a->text;
	struct brackets brackets = {.open = '\0'};
	size_t n = text->wml->paras.n, i;

	if (!anchor_brackets_read(a, &brackets))
		return false;
	for (i = 0; i < n; i++) {
		text->first[i] = text->tokens.n;
		text->is_aside[i] = anchor_stands_aside(a, asides, i);
		if (text->tokens.n < ANCHOR_WORDS_MAX && !text->is_aside[i] &&
		    !add_para(text, i))
			return false;
		if (is_prompt(text, text->first[i]))
			text->tokens.n = text->first[i];
		anchor_brackets_drop(text, &brackets, i);
		anchor_none_mark(a, i);
		anchor_spelled_mark(a, i);
	}
	text->first[n] = text->tokens.n;
	return true;
}

static bool note_paras(struct anchor_text *text)
{
	size_t para, i;

	text->para = malloc((text->tokens.n + 1) * sizeof(*text->para));
	if (!text->para)
		return false;
	text->para[text->tokens.n] = 0;
	for (para = 0; para < text->wml->paras.n; para++) {
		for (i = text->first[para]; i < text->first[para + 1]; i++)
			text->para[i] = (uint32_t)para;
		text->para[i] = (uint32_t)para;
	}
	return true;
}

int anchor_text_read(struct anchorer *a)
{
	struct anchor_text *text = &a->text;
	struct asides asides = {NULL};
	int code;
	size_t n = text->wml->paras.n, i;

	text->first = calloc(n + 1, sizeof(*text->first));
	text->is_apart = calloc(n + 1, sizeof(*text->is_apart));
	text->is_part = calloc(n + 1, sizeof(*text->is_part));
	text->is_aside = calloc(n + 1, sizeof(*text->is_aside));
	text->cell_end = calloc(n + 1, sizeof(*text->cell_end));
	text->heads = calloc(text->wml->tables.n + 1, sizeof(*text->heads));
	if (!text->first || !text->is_apart || !text->is_part ||
	    !text->is_aside || !text->cell_end || !text->heads)
		return err_set(a->err, VB_NOMEM, "out of memory");
	for (i = n; i-- > 0;)
		text->cell_end[i] = i + 1 < n && goes_on_in_cell(text, i)
					    ? text->cell_end[i + 1]
					    : i + 1;
	asides.tables = calloc(text->wml->tables.n + 1, sizeof(*asides.tables));
	code = asides.tables && read_paras(a, &asides) && note_paras(text)
		       ? VB_OK
		       : err_set(a->err, VB_NOMEM, "out of memory");
	free(asides.tables);
	if (code != VB_OK)
		return code;
	text->body = a->ex->metadata ? body_of(text, a->ex->metadata) : 0;
	return VB_OK;
}

/* The paragraph of a token; the last for what is none, SIZE_MAX. */
size_t anchor_para_of(const struct anchor_text *text, size_t token)
{
	return text->para[token < text->tokens.n ? token : text->tokens.n];
}

bool anchor_goes_on(const struct wml_para *para, const struct token *first,
		    const struct token *token)
{
	const struct token *before = token - 1;
	size_t at;
	uint32_t c;

	if (token == first || token->kind != TOKEN_NUMBER || token->n != 3 ||
	    token->size != 3 || before->kind != TOKEN_NUMBER || before->n > 3 ||
	    memchr(before->bare, ',', before->n) ||
	    memchr(before->bare, '.', before->n))
		return false;
	at = before->start + before->size;
	c = at < token->start ? utf8_next(para->text, para->size, &at) : '\0';
	return at == token->start &&
	       (c == ' ' || c == 0xa0 || c == 0x2009 || c == 0x202f);
}

/* Where a blank without words stands, that follows the tokens before it. */
size_t anchor_blank_para(const struct anchorer *a, size_t from)
{
	return from > a->text.first[a->home]
		       ? anchor_para_of(&a->text, from - 1)
		       : a->home;
}
