/*
 * anchor_left.c - what a hand left of the outline around a long answer: dots
 * of the leader that it was typed among, an arrow before it, a list mark
 * without words, the question said again as its first sentence.
 */
#include "extract/anchor.h"

#include "text/span.h"

#include <string.h>

enum {
	DOTS_BEFORE = 3, /* that are a leader's */
	DOTS_BEHIND = 5, /* "...": the sentence's own */
	DOTS_APART = 2,	 /* ... behind a space */
	RULE_MIN = 8,	 /* strokes of a line across the page */
	ASKED_MIN = 2,	 /* words */
	ASKED_MAX = 40
};

static size_t end_of(const struct anchorer *a, const struct wml_mark *mark)
{
	return mark->last == mark->first
		       ? mark->end
		       : a->text.wml->paras.at[mark->first].size;
}

/* Bytes of a dot, an underscore or an ellipsis before `at`, 0 for none; *n
 * dots more. */
static size_t dots_before(const char *text, size_t from, size_t at, size_t *n)
{
	if (at > from && (text[at - 1] == '.' || text[at - 1] == '_')) {
		*n += 1;
		return 1;
	}
	if (at >= from + 3 && text_is_ellipsis(text + at - 3)) {
		*n += 3;
		return 3;
	}
	return 0;
}

/* Bytes of an arrow that a text begins with, and of spaces around it; 0 for
 * none. */
static size_t arrow_size(const char *text, size_t size)
{
	static const char *const ARROWS[] = {
		"=>",		"==>",		"->",		"-->",
		"\xe2\x86\x92", "\xe2\x87\x92", "\xef\x83\xa8", "\xe2\x9e\xa2"};
	size_t at = 0, i, n;

	while (at < size && text[at] == ' ')
		at++;
	for (i = 0; i < sizeof(ARROWS) / sizeof(*ARROWS); i++) {
		n = strlen(ARROWS[i]);
		if (at + n > size || memcmp(text + at, ARROWS[i], n) != 0)
			continue;
		for (at += n; at < size && text[at] == ' ';)
			at++;
		return at;
	}
	return 0;
}

/* "=> Đã nộp đúng hạn": what a hand leads its answer in with; before each of
 * several paragraphs it is the answer's own. */
static void leave_arrow(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t end = end_of(a, mark);
	size_t n = arrow_size(p->text + mark->start, end - mark->start);

	if (n > 0 && n < end - mark->start &&
	    !(mark->last > mark->first && arrow_size(p[1].text, p[1].size) > 0))
		mark->start += n;
}

static void leave_dots_before(const struct anchorer *a, struct wml_mark *mark)
{
	const char *text = a->text.wml->paras.at[mark->first].text;
	size_t end = end_of(a, mark), at = mark->start, dots = 0;

	for (; at < end; at++) {
		if (text[at] == '.' || text[at] == '_') {
			dots++;
		} else if (at + 3 <= end && text_is_ellipsis(text + at)) {
			dots += 3;
			at += 2;
		} else if (text[at] != ' ') {
			break;
		}
	}
	if (dots >= DOTS_BEFORE && at < end)
		mark->start = at;
}

/* "di động........" keeps the stop of its sentence. */
static void leave_dots_behind(const struct anchorer *a, struct wml_mark *mark)
{
	const char *text = a->text.wml->paras.at[mark->last].text;
	size_t from = mark->last == mark->first ? mark->start : 0;
	size_t at = mark->end, dots = 0, size;

	while (at > from && text[at - 1] == ' ')
		at--;
	while ((size = dots_before(text, from, at, &dots)) > 0)
		at -= size;
	if (at == from || at == mark->end)
		return;
	if (text[at - 1] == ' ' && dots >= DOTS_APART)
		mark->end = at - 1;
	else if (dots >= DOTS_BEHIND)
		mark->end = at + (text[at] == '.');
}

/* "...\n•": lines behind the last word that hold none. */
static void leave_marks_behind(const struct anchorer *a, struct wml_mark *mark)
{
	const struct anchor_text *text = &a->text;
	size_t i = text->first[mark->last + 1], at;
	const char *line;

	while (i > text->first[mark->last] &&
	       text->tokens.at[i - 1].start >= mark->end)
		i--;
	if (i == text->first[mark->last])
		return;
	at = text->tokens.at[i - 1].start + text->tokens.at[i - 1].size;
	if (at >= mark->end)
		return;
	line = memchr(text->wml->paras.at[mark->last].text + at, '\n',
		      mark->end - at);
	if (line)
		mark->end =
			(size_t)(line - text->wml->paras.at[mark->last].text);
}

/* Item i is the first word of the question, or behind its last; a hint may
 * follow. */
static bool is_bound(const struct block *block, const struct item *items,
		     size_t i)
{
	return i == 0 || i == block->n_items || items[i].kind != ITEM_WORD ||
	       items[i].is_optional;
}

/* What the question begins or ends with: "Kỳ đầu năm" of "Báo cáo kỳ đầu năm".
 * Words from its middle may answer it: "Đáp ứng yêu cầu." */
static bool is_asked(const struct anchorer *a, const struct block *block,
		     size_t from, size_t to)
{
	const struct item *items = a->page.items.at + block->item;
	const struct token *t = a->text.tokens.at;
	size_t i, k, n = to - from;

	for (i = 0; i + n <= block->n_items; i++) {
		for (k = 0; k < n; k++)
			if (items[i + k].kind != ITEM_WORD ||
			    items[i + k].word.hash != t[from + k].hash)
				break;
		if (k == n && (is_bound(block, items, i) ||
			       is_bound(block, items, i + n)))
			return true;
	}
	return false;
}

/* Those of an answer of one paragraph, 0 of others. */
static size_t count_colons(const struct anchorer *a,
			   const struct wml_mark *mark)
{
	const char *text = a->text.wml->paras.at[mark->first].text;
	size_t n = 0, i;

	for (i = mark->start; mark->first == mark->last && i < mark->end; i++)
		n += text[i] == ':';
	return n;
}

/* The token behind a few words of the question, from one on, that one of the
 * signs ends; 0 for none. */
static size_t asked_end(const struct anchorer *a, const struct block *block,
			size_t para, size_t from, const char *signs)
{
	const struct anchor_text *text = &a->text;
	size_t end = text->first[para + 1], i;

	for (i = from; i + 1 < end && i < from + ASKED_MAX; i++)
		if (anchor_has_sign(text, para, i, signs))
			break;
	return i + 1 < end && i - from + 1 >= ASKED_MIN &&
			       anchor_has_sign(text, para, i, signs) &&
			       is_asked(a, block, from, i + 1)
		       ? i + 1
		       : 0;
}

static void leave_asked(const struct anchorer *a, const struct block *block,
			struct wml_mark *mark)
{
	const struct anchor_text *text = &a->text;
	/* of several each may say what it is about: "Khó khăn: ..." */
	const char *signs = count_colons(a, mark) == 1 ? ".:" : ".";
	size_t from = anchor_first_token(text, mark);
	size_t next = asked_end(a, block, mark->first, from, signs);

	if (next == 0 || text->tokens.at[next].start >= end_of(a, mark))
		return;
	/* "Thuận lợi. ...", and below it "Khó khăn. ..." */
	if (mark->last > mark->first &&
	    asked_end(a, block, mark->first + 1, text->first[mark->first + 1],
		      ".:"))
		return;
	mark->start = text->tokens.at[next].start;
}

/* Bytes of a sign that ends a question, a quotation or brackets. */
static size_t closer_size(const char *text, size_t size)
{
	if (size >= 3 && memcmp(text, "\xe2\x80\x9d", 3) == 0)
		return 3;
	if (size >= 2 && memcmp(text, "\xc2\xbb", 2) == 0)
		return 2;
	return size > 0 && strchr("])}?!\"", *text) ? 1 : 0;
}

/* "?" or "]" and the end of the line: the question's, before its answer. */
static void leave_closer(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *p = &a->text.wml->paras.at[mark->first];
	size_t end = end_of(a, mark), at = mark->start, n;

	while (at < end && (n = closer_size(p->text + at, end - at)) > 0)
		at += n;
	if (at == mark->start)
		return;
	at += strspn(p->text + at, " \t");
	if (at < end && p->text[at] != '\n')
		return;
	if (at < end) {
		mark->start = at + 1;
	} else if (mark->last > mark->first) {
		mark->first++;
		mark->start = 0;
	} else {
		mark->start = end;
	}
}

/* A line of strokes, as before notes. */
static bool is_rule(const struct wml_para *p)
{
	struct text_span line = text_trim(p->text, p->size);

	return line.size >= RULE_MIN && strspn(line.at, "_-") >= line.size;
}

/* "1 Không tính ...", "(1) Số liệu ...", "* ...", "Ghi chú: ..." */
static bool is_note(const struct anchor_text *text, size_t para)
{
	static const char *const NOTE[] = {"ghi", "chu"};
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t first = text->first[para], at = strspn(p->text, " \t([");

	if (at < p->size && (text_is_digit(p->text[at]) || p->text[at] == '*'))
		return true;
	return first + 1 < text->first[para + 1] &&
	       token_is_pair(&text->tokens.at[first], NOTE);
}

/* Notes behind a line, and the line. */
static void leave_notes(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i = mark->first;

	while (i < mark->last && !is_rule(&paras[i]))
		i++;
	if (i >= mark->last || i == mark->first || !is_note(&a->text, i + 1))
		return;
	mark->last = i - 1;
	mark->end = paras[i - 1].size;
}

/* "Và", between two questions in one heading. */
static void leave_and(const struct anchorer *a, struct wml_mark *mark)
{
	size_t i = anchor_first_token(&a->text, mark);
	size_t end = a->text.first[mark->first + 1];

	if (mark->first == mark->last && i < end &&
	    token_is(&a->text.tokens.at[i], "va") &&
	    (i + 1 == end || a->text.tokens.at[i + 1].start >= mark->end))
		mark->start = mark->end;
}

/* What ends before it begins is empty. */
void anchor_keep_order(struct wml_mark *mark)
{
	if (mark->first == mark->last && mark->start > mark->end)
		mark->start = mark->end;
}

/* Paragraphs without anything around it. */
static void leave_empty(const struct anchorer *a, struct wml_mark *mark)
{
	const struct wml_para *paras = a->text.wml->paras.at;

	while (mark->first < mark->last && paras[mark->first].size == 0 &&
	       !paras[mark->first].has_picture) {
		mark->first++;
		mark->start = 0;
	}
	while (mark->last > mark->first && paras[mark->last].size == 0 &&
	       !paras[mark->last].has_picture) {
		mark->last--;
		mark->end = paras[mark->last].size;
	}
}

void anchor_leave_left(const struct anchorer *a, const struct block *block,
		       struct wml_mark *mark)
{
	if (block)
		leave_asked(a, block, mark);
	anchor_keep_order(mark);
	leave_arrow(a, mark);
	leave_dots_before(a, mark);
	leave_dots_behind(a, mark);
	leave_marks_behind(a, mark);
	leave_notes(a, mark);
	leave_closer(a, mark);
	leave_and(a, mark);
	leave_empty(a, mark);
	anchor_keep_order(mark);
}
