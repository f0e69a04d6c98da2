/*
 * anchor_heading.c - where the part of the document ends that a paragraph
 * stands in: at the next heading of the same kind of number, or of a higher
 * one. Hands put headings of their own where the form has none; what stands
 * behind them is no answer to the question before.
 */
#include "extract/anchor.h"

#include "text/letters.h"
#include "text/utf8.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	OPEN_MAX = 16, /* headings within each other */
	ORDINAL_MAX = 60,
	STEP_MAX = 10,	  /* numbers left out between two headings */
	CAPITALS_MIN = 8, /* letters of a heading that has no number */
	SIGN_WORDS_MAX = 9,
	SIGN_LEAD_MAX = 16, /* ... when a name stands behind a colon */
	SIGN_TITLE_MAX = 4,
	SIGN_SIZE = 120,
	PLACE_WORDS_MAX = 6, /* before a day */
	CLOSING_WORDS_MAX = 40,
	CLOSING_SIZE = 400
};

/* From the outside in. */
enum heading_kind {
	HEADING_NONE,
	HEADING_CAPITALS, /* or a sign-off */
	HEADING_UPPER,	  /* A. */
	HEADING_ROMAN,	  /* I. */
	HEADING_ARABIC,
	HEADING_DECIMAL, /* 1.1; deeper ones behind it */
	HEADING_LOWER = HEADING_DECIMAL + 4,
	HEADING_MARKED, /* by Word's styles: deeper ones behind it; or bold */
	HEADING_START = HEADING_MARKED + ANCHOR_MARKED_MAX + 1
	/* what comes before the first one */
};

struct heading {
	int kind;
	unsigned ordinal;
	size_t para;
};

/* The headings that a paragraph stands below. */
struct outline {
	struct heading open[OPEN_MAX];
	size_t n;
	bool has_bold;
};

static unsigned roman_value(char c)
{
	static const char SIGNS[] = "IVXL";
	static const unsigned VALUES[] = {1, 5, 10, 50};
	const char *at = c ? strchr(SIGNS, c) : NULL;

	return at ? VALUES[at - SIGNS] : 0;
}

/* 0 when it is no Roman number. */
static unsigned read_roman(const char *text, size_t size)
{
	unsigned value = 0, one, next;
	size_t i;

	for (i = 0; i < size; i++) {
		one = roman_value(text[i]);
		next = i + 1 < size ? roman_value(text[i + 1]) : 0;
		if (!one)
			return 0;
		value = one < next ? value - one : value + one;
	}
	return value;
}

/* "2.1": the kind tells how many numbers there are. */
static bool read_numbers(struct heading *h, const char *text, size_t size)
{
	size_t i;

	h->kind = HEADING_ARABIC;
	h->ordinal = 0;
	for (i = 0; i < size; i++) {
		if (text[i] >= '0' && text[i] <= '9') {
			/* "1.045 hồ sơ" */
			if (text[i] == '0' && i > 0 && text[i - 1] == '.')
				return false;
			h->ordinal = 10 * h->ordinal +
				     (unsigned)(text[i] - '0');
			if (h->ordinal > ORDINAL_MAX)
				return false;
		} else if (text[i] == '.' && i > 0 && i + 1 < size &&
			   h->kind + 1 < HEADING_LOWER) {
			h->kind++;
			h->ordinal = 0;
		} else {
			return false;
		}
	}
	return size > 0 && h->ordinal > 0;
}

static bool follows_letter(const struct outline *o, char letter)
{
	size_t i;

	for (i = 0; i < o->n; i++)
		if (o->open[i].kind == HEADING_UPPER)
			return o->open[i].ordinal + 1 ==
			       (unsigned)(letter - 'A' + 1);
	return false;
}

/* What a number begins with that its part has: "C3.1.", "C.1.", "II.1.",
 * "a.1."; 0 for none. */
static size_t part_size(const char *text, size_t size)
{
	size_t n = 0;

	while (n < size && roman_value(text[n]))
		n++;
	if (n == 0 && size > 0 &&
	    ((text[0] >= 'A' && text[0] <= 'Z') ||
	     (text[0] >= 'a' && text[0] <= 'z' && size > 1 && text[1] == '.')))
		n = 1;
	return n > 0 && n < size && text[n] == '.' ? n + 1 : n;
}

/* What stands before the first '.', ')', '/' or '-' that a space follows. */
static bool read_number(struct heading *h, const char *text, size_t size,
			const struct outline *o)
{
	size_t n = 0, part;

	while (n < size && n < 12 && !strchr(" \t)/-", text[n]))
		n++;
	/* "2.1 Nền tảng" has no dot behind it, "1 phòng" is no heading */
	if (n < size && strchr(")/-", text[n])) {
		if (n + 1 < size && !strchr(" \t", text[n + 1]))
			return false;
	} else if (n > 0 && text[n - 1] == '.') {
		n--;
	} else if (!memchr(text, '.', n)) {
		return false;
	}
	if (read_numbers(h, text, n))
		return true;
	part = part_size(text, n);
	if (part && read_numbers(h, text + part, n - part))
		return true;
	h->kind = HEADING_ROMAN;
	h->ordinal = read_roman(text, n);
	if (h->ordinal && h->ordinal <= ORDINAL_MAX &&
	    !(n == 1 && follows_letter(o, text[0])))
		return true;
	if (n != 1)
		return false;
	h->kind = text[0] >= 'a' ? HEADING_LOWER : HEADING_UPPER;
	h->ordinal = (unsigned)((text[0] | 0x20) - 'a' + 1);
	return (text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z';
}

static bool begins_among(const char *bare, size_t size, const char *const *list,
			 size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (size >= strlen(list[i]) &&
		    memcmp(bare, list[i], strlen(list[i])) == 0)
			return true;
	return false;
}

/* "ngày 20 tháng 5 năm 2024" or "Bình Khê, ngày 20/5/2024", and no more. */
static bool is_day(const struct anchor_text *text, size_t para)
{
	const struct token *t = text->tokens.at;
	size_t first = text->first[para], end = text->first[para + 1];
	size_t day = first, i;

	while (day < end && t[day].kind == TOKEN_WORD &&
	       !token_is(&t[day], "ngai") &&
	       !anchor_has_sign(text, para, day, ":"))
		day++;
	if (day + 1 >= end || !token_is(&t[day], "ngai"))
		return false;
	/* a place, and not the letterhead's */
	if (day > first &&
	    (day > first + PLACE_WORDS_MAX || para < text->body ||
	     !anchor_has_sign(text, para, day - 1, ",")))
		return false;
	for (i = day + 1; i < end; i++)
		if (t[i].kind != TOKEN_NUMBER && t[i].n > 5)
			return false;
	return t[day + 1].kind == TOKEN_NUMBER &&
	       t[end - 1].kind == TOKEN_NUMBER;
}

/* "HT Nguyễn Văn A (đã ký)" */
static bool is_signed(const struct anchor_text *text, size_t para)
{
	static const char *const SIGNED[] = {"da", "ki"};
	const struct token *t = text->tokens.at;
	size_t first = text->first[para], end = text->first[para + 1];

	return end > first + 2 && token_is_pair(&t[end - 2], SIGNED) &&
	       anchor_has_sign(text, para, end - 3, "(");
}

/* "Người lập biểu: ...", or a day alone: what ends a page without "Nơi nhận".
 */
static bool is_sign_off(const struct anchor_text *text, size_t para)
{
	static const char *const BEGIN[] = {
		"nguoi lap",  "nguoi bao cao", "nguoi tong hop",
		"nguoi ki",   "truong phong",  "hieu truong",
		"thu truong", "truong ban",    "nguoi bc"};
	/* the same, and little more */
	static const char *const SHORT[] = {
		"cum truong", "truong cum", "nhom truong", "giam doc",
		"pho giam",   "pho hieu",   "pho truong",  "thu ki"};
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t n = text->first[para + 1] - text->first[para];
	bool has_colon = p->size > 0 && memchr(p->text, ':', p->size);
	char bare[SIGN_SIZE];
	size_t size;

	if (n == 0 || p->text[p->size - 1] == '.' ||
	    n > (has_colon ? SIGN_LEAD_MAX : SIGN_WORDS_MAX))
		return false;
	size = text_bare(bare, sizeof(bare), p->text, p->size);
	if (begins_among(bare, size, BEGIN, sizeof(BEGIN) / sizeof(*BEGIN)))
		return true;
	if (n <= (has_colon ? SIGN_WORDS_MAX : SIGN_TITLE_MAX) &&
	    begins_among(bare, size, SHORT, sizeof(SHORT) / sizeof(*SHORT)))
		return true;
	return (n == 1 && size == 2 && memcmp(bare, "ht", 2) == 0) ||
	       is_day(text, para) || is_signed(text, para);
}

/* Words in capitals alone: "ĐÁNH GIÁ CHUNG". */
static bool is_capitals(const struct wml_para *p)
{
	size_t at = 0, letters = 0, words = 1;

	while (at < p->size) {
		uint32_t c = utf8_next(p->text, p->size, &at);
		struct letter letter;

		words += c == ' ' && at < p->size;
		if (!letter_get(&letter, c)) {
			/* "+ THCS: 12 CSGD;" */
			if (letters == 0 || c == ';' ||
			    (c == ':' && at < p->size))
				return false;
			continue;
		}
		if (!letter.is_upper)
			return false;
		letters++;
	}
	return letters >= CAPITALS_MIN && words > 1;
}

/* "Phòng GDĐT kính đề nghị Sở GDĐT tổng hợp./." */
static bool asks_to_add_up(const char *bare)
{
	static const char ADD_UP[] = " tong hop";
	const char *at = strstr(bare, ADD_UP);

	if (!at || !strstr(bare, "kinh de nghi so "))
		return false;
	at += strlen(ADD_UP);
	return at[strspn(at, "./ ")] == '\0';
}

/* "Trân trọng báo cáo./.", "Trên đây là báo cáo của ...": what ends a report.
 */
bool anchor_is_closing(const struct anchor_text *text, size_t para)
{
	static const char *const SAID[] = {
		"tran trong bao cao", "tran trong kinh", "tran trong cam on",
		"xin tran trong",     " kinh bao cao",	 " bao cao de so "};
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t n = text->first[para + 1] - text->first[para], i;
	char bare[CLOSING_SIZE];

	if (n == 0 || n > CLOSING_WORDS_MAX)
		return false;
	bare[text_bare(bare, sizeof(bare) - 1, p->text, p->size)] = '\0';
	for (i = 0; i < sizeof(SAID) / sizeof(*SAID); i++)
		if (strstr(bare, SAID[i]))
			return true;
	return strncmp(bare, "tren day la ", 12) == 0 ||
	       strncmp(bare, "tren la bao cao", 15) == 0 ||
	       strcmp(bare, "tran trong") == 0 || asks_to_add_up(bare);
}

/* True when a heading begins with the paragraph; text->foot is the first
 * sign-off behind the last of them. */
static bool read_heading(struct heading *h, struct anchor_text *text,
			 const struct outline *o)
{
	const struct wml_para *p = &text->wml->paras.at[h->para];
	size_t from = 0, foot = text->foot;
	int level;

	if (p->depth > 0 || p->box > 0)
		return false;
	text->foot = text->wml->paras.n;
	if (p->label[0] && !p->is_bullet &&
	    read_number(h, p->label, strlen(p->label), o))
		return true;
	while (from < p->size && strchr(" \t", p->text[from]))
		from++;
	if (read_number(h, p->text + from, p->size - from, o))
		return true;
	h->kind = HEADING_CAPITALS;
	h->ordinal = 0;
	text->foot = foot;
	if (is_capitals(p) || text->is_part[h->para])
		return true;
	if (!is_sign_off(text, h->para) && !anchor_is_closing(text, h->para)) {
		level = anchor_marked_level(text, h->para, o->has_bold);
		h->kind = HEADING_MARKED + level;
		return level > 0;
	}
	if (foot == text->wml->paras.n)
		text->foot = h->para;
	return true;
}

/* How many of the open headings stay open beside a new one. */
static size_t keep_open(const struct outline *o, const struct heading *h)
{
	size_t n = o->n, i;

	if (h->kind == HEADING_CAPITALS)
		return 0;
	/* the next one of a list */
	for (i = n; i-- > 0;)
		if (o->open[i].kind == h->kind &&
		    h->ordinal > o->open[i].ordinal &&
		    h->ordinal <= o->open[i].ordinal + STEP_MAX)
			return i;
	/* a list in an answer begins anew, a part of the report does not */
	if (h->ordinal == 1 && h->kind > HEADING_ROMAN)
		return n;
	while (n > 0 && o->open[n - 1].kind >= h->kind)
		n--;
	return n;
}

static void open_heading(struct outline *o, const struct heading *h,
			 size_t *ends)
{
	size_t kept = keep_open(o, h);

	while (o->n > kept)
		ends[o->open[--o->n].para] = h->para;
	if (o->n < OPEN_MAX)
		o->open[o->n++] = *h;
}

/* "Hạ Long, ngày 20 tháng 11 năm 2024" */
static bool is_dated(const struct anchor_text *text, size_t para)
{
	size_t i;

	for (i = text->first[para]; i < text->first[para + 1]; i++)
		if (token_is(&text->tokens.at[i], "ngai"))
			return true;
	return false;
}

/* The last table, when it is a row that begins with capitals, or with a day
 * above them: signatures. */
static size_t sign_table(const struct anchor_text *text)
{
	const struct wml_para *p = text->wml->paras.at;
	size_t last = text->wml->paras.n, first, i;

	while (last > 0 && text->first[last - 1] == text->first[last])
		last--;
	if (last-- == 0 || p[last].depth == 0)
		return text->wml->paras.n;
	for (first = last; first > 0 && p[first - 1].depth > 0 &&
			   p[first - 1].table == p[last].table;
	     first--)
		if (p[first - 1].row != p[last].row)
			return text->wml->paras.n;
	for (i = first; i < last && (text->first[i] == text->first[i + 1] ||
				     is_dated(text, i));)
		i++;
	return is_capitals(&p[i]) ? first : text->wml->paras.n;
}

int anchor_headings_read(struct anchorer *a)
{
	struct anchor_text *text = &a->text;
	size_t n = text->wml->paras.n, sign = sign_table(text), i;
	struct outline o = {.open = {{HEADING_START, 0, n}}, .n = 1};

	text->ends = calloc(n + 1, sizeof(*text->ends));
	text->below = calloc(n + 1, sizeof(*text->below));
	if (!text->ends || !text->below)
		return err_set(a->err, VB_NOMEM, "out of memory");
	o.has_bold = anchor_has_bold_heads(text);
	text->foot = n;
	for (i = 0; i <= n; i++)
		text->ends[i] = n;
	for (i = 0; i < n; i++) {
		struct heading h = {.para = i};

		h.kind = HEADING_CAPITALS;
		if (i == sign || read_heading(&h, text, &o))
			open_heading(&o, &h, text->ends);
		text->below[i] = o.open[o.n - 1].para;
	}
	return VB_OK;
}

/* A number or capitals begin a part there. */
bool anchor_is_heading(const struct anchor_text *text, size_t para)
{
	return text->below[para] == para;
}

size_t anchor_section_end(const struct anchorer *a, size_t para)
{
	return a->text.ends[a->text.below[para]];
}
