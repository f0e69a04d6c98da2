/*
 * anchor_part.c - blanks side by side, with no word of the form between: whose
 * words are whose.
 */
#include "extract/anchor.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* The token behind the first `tail` in from..to; SIZE_MAX when there is none,
 * or it stands in another paragraph. */
size_t anchor_token_behind(const struct anchorer *a, const struct item *item,
			   size_t from, size_t to)
{
	struct text_span tail = text_trim(item->tail, item->tail_size);
	const struct wml_para *p;
	size_t i, at, end, next, para;

	if (tail.size == 0 || from >= to)
		return SIZE_MAX;
	para = anchor_para_of(&a->text, from);
	p = &a->text.wml->paras.at[para];
	next = a->text.first[para + 1];
	for (i = from; i < to && i < next; i++) {
		const struct token *t = &a->text.tokens.at[i];

		at = t->start + t->size;
		end = i + 1 < next ? t[1].start : p->size;
		for (; at + tail.size <= end; at++)
			if (memcmp(p->text + at, tail.at, tail.size) == 0)
				return i + 1;
	}
	return SIZE_MAX;
}

/* The words of an option end before a token of a paragraph: with the
 * paragraph, or a sign that parts them from a note: "Không đạt (thiếu 2 máy)",
 * "Đạt. Thiếu 2 máy", "Đạt 85%"; and not "Hoàn thành trong năm 2025". */
bool anchor_option_ends(const struct anchor_text *text, size_t para,
			size_t token)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[token];
	size_t at, end;

	if (token == text->first[para + 1])
		return true;
	at = t[-1].start + t[-1].size;
	end = t->start;
	return at < end &&
	       (memchr(p->text + at, '(', end - at) ||
		memchr(p->text + at, '-', end - at) ||
		memchr(p->text + at, '\n', end - at) ||
		(strchr(".;:,", p->text[at]) && p->text[at + 1] == ' '));
}

/* Two blanks with no word between: the first one's words end at an option's
 * label, at what the form writes between them, or with the line. */
static void part(struct anchorer *a, size_t i)
{
	const struct field_option *option;
	const struct item *item = &a->items.at[i];
	struct fit *fit = &a->fits[i], *next = &a->fits[i + 1];
	size_t from = fit->from, to = next->to, at = SIZE_MAX, used, para;

	if (from >= to)
		return;
	if (item->field->type == FIELD_CHOICE) {
		if (!choice_begins(&option, item->field,
				   &a->text.tokens.at[from], to - from, &used))
			a->is_lost = true;
		para = anchor_para_of(&a->text, from);
		at = anchor_option_ends(&a->text, para, from + used)
			     ? from + used
			     : from;
	} else if (a->items.at[i + 1].is_new_line)
		at = a->text.first[anchor_para_of(&a->text, from) + 1];
	else
		at = anchor_token_behind(a, item, from, to);
	if (at == SIZE_MAX || at > to)
		return;
	fit->to = next->from = at;
}

/* "ke-hoach.pdf": a dot between letters. */
static bool names_file(const struct anchorer *a, size_t from, size_t to)
{
	const struct token *tokens = a->text.tokens.at;
	size_t i;

	for (i = from; i + 1 < to; i++) {
		size_t para = anchor_para_of(&a->text, i);
		size_t end = tokens[i].start + tokens[i].size;

		if (tokens[i + 1].start == end + 1 &&
		    anchor_para_of(&a->text, i + 1) == para &&
		    tokens[i + 1].kind == TOKEN_WORD &&
		    a->text.wml->paras.at[para].text[end] == '.')
			return true;
	}
	return false;
}

/* What a blank of files got and names none is the answer before it: "(gửi kèm
 * làm minh chứng): số 12/KH-THCS". */
static void give_back(struct anchorer *a, size_t i)
{
	struct fit *fit = &a->fits[i], *before;
	size_t k = i;

	if (fit->from == fit->to || names_file(a, fit->from, fit->to))
		return;
	while (k > 0 && a->items.at[k - 1].kind == ITEM_WORD)
		k--;
	if (k-- == 0 || a->items.at[k].kind != ITEM_BLANK ||
	    a->items.at[k].field->type == FIELD_EVIDENCE)
		return;
	before = &a->fits[k];
	if (before->from == before->to)
		before->from = fit->from;
	else if (before->to != fit->from)
		return;
	before->to = fit->to;
	fit->from = fit->to;
}

void anchor_part(struct anchorer *a)
{
	size_t i;

	for (i = 0; i + 1 < a->items.n; i++)
		if (a->items.at[i].kind == ITEM_BLANK &&
		    a->items.at[i + 1].kind == ITEM_BLANK)
			part(a, i);
	for (i = 1; i < a->items.n; i++)
		if (a->items.at[i].kind == ITEM_BLANK &&
		    a->items.at[i].field->type == FIELD_EVIDENCE)
			give_back(a, i);
}

/* A blank that ends its line ends with it: what stands below is no words of
 * it, but for a long answer. */
void anchor_end_line(struct anchorer *a)
{
	size_t i = a->items.n;
	const struct wml_para *paras = a->text.wml->paras.at;
	struct fit *fit;
	size_t para, end;

	if (i-- == 0 || a->items.at[i].kind != ITEM_BLANK ||
	    a->items.at[i].is_new_line ||
	    a->items.at[i].field->type == FIELD_LONGTEXT)
		return;
	fit = &a->fits[i];
	para = anchor_blank_para(a, fit->from);
	/* of a row, the next cell */
	if (paras[para].depth > 0 && fit->from == a->text.first[para + 1] &&
	    fit->from < fit->to)
		para = anchor_para_of(&a->text, fit->from);
	end = a->text.first[para + 1];
	if (fit->to > end)
		fit->to = end > fit->from ? end : fit->from;
}

/* No word of the form parts it from another blank: of which of the two the
 * words are is a guess, but for an option's label. */
bool anchor_is_beside(const struct anchorer *a, size_t i)
{
	const struct item *items = a->items.at;

	if (i + 1 < a->items.n && items[i + 1].kind == ITEM_BLANK)
		return items[i].kind == ITEM_BLANK &&
		       items[i].field->type != FIELD_CHOICE;
	return i > 0 && items[i].kind == ITEM_BLANK &&
	       items[i - 1].kind == ITEM_BLANK &&
	       items[i - 1].field->type != FIELD_CHOICE;
}
