/* figure.c - finding figures in a line. See figure.h. */
#include "text/figure.h"

#include "text/date.h"
#include "text/fold.h"
#include "text/letters.h"
#include "text/utf8.h"

#include <string.h>

enum {
	/* bytes of a unit that are looked at; "nghìn đồng" has 14 */
	UNIT_MAX = 32,
	/* digits of a phone or an identity number, which are no amounts */
	PHONE_DIGITS = 9
};

struct scan {
	const char *text;
	size_t size;
};

static bool is_digit(const struct scan *s, size_t at)
{
	return at < s->size && s->text[at] >= '0' && s->text[at] <= '9';
}

/* What OCR and typists put for 0 and 1. */
static bool is_like_digit(const struct scan *s, size_t at)
{
	return at < s->size && memchr("OolI", s->text[at], 4);
}

/* Bytes of a space within a number at `at`, 0 for none: ' ', U+00A0, U+2009,
 * U+202F. */
static size_t space_at(const struct scan *s, size_t at)
{
	size_t next = at;
	uint32_t c;

	if (at >= s->size)
		return 0;
	c = utf8_next(s->text, s->size, &next);
	return c == ' ' || c == 0xa0 || c == 0x2009 || c == 0x202f ? next - at
								   : 0;
}

static size_t skip_spaces(const struct scan *s, size_t at)
{
	while (at < s->size) {
		size_t next = at;

		if (!text_is_space(utf8_next(s->text, s->size, &next)))
			break;
		at = next;
	}
	return at;
}

static uint32_t char_at(const struct scan *s, size_t at)
{
	return at < s->size ? utf8_next(s->text, s->size, &at) : 0;
}

static bool is_letter_at(const struct scan *s, size_t at)
{
	struct letter letter;

	return letter_get(&letter, char_at(s, at));
}

/* The character that ends at `at`. */
static uint32_t char_before(const struct scan *s, size_t at)
{
	size_t from = at;

	if (at == 0)
		return 0;
	do
		from--;
	while (from > 0 && at - from < 4 && (s->text[from] & 0xc0) == 0x80);
	return char_at(s, from);
}

/* ---- one number ---------------------------------------------------------- */

/* Digits, and letters that stand for some between them. */
static size_t skip_digits(const struct scan *s, size_t at, bool *is_doubtful)
{
	while (is_digit(s, at) ||
	       (is_like_digit(s, at) &&
		(is_digit(s, at + 1) ||
		 (!is_letter_at(s, at + 1) || is_like_digit(s, at + 1))))) {
		*is_doubtful = *is_doubtful || is_like_digit(s, at);
		at++;
	}
	return at;
}

/* Three digits behind a space, and no more. */
static size_t skip_group(const struct scan *s, size_t at)
{
	size_t gap = space_at(s, at), n = 0;

	if (!gap)
		return at;
	while (is_digit(s, at + gap + n) && n < 4)
		n++;
	return n == 3 ? at + gap + n : at;
}

/* A number from `at`, with its marks; `*dots` counts them. */
static size_t skip_number(const struct scan *s, size_t at, unsigned *marks,
			  bool *is_doubtful)
{
	size_t end = skip_digits(s, at, is_doubtful), next;
	bool is_spaced = false;

	*marks = 0;
	while (end < s->size) {
		if ((s->text[end] == '.' || s->text[end] == ',') &&
		    is_digit(s, end + 1)) {
			end = skip_digits(s, end + 1, is_doubtful);
			(*marks)++;
			continue;
		}
		next = end - at <= 3 || is_spaced ? skip_group(s, end) : end;
		if (next == end)
			break;
		is_spaced = true;
		end = next;
	}
	return end;
}

/* "1.2.3", "5.6.2023": marks that part neither thousands nor a fraction. */
static bool is_value(struct text_span number)
{
	struct buf out = BUF_INIT;
	bool good = number_read(&out, number.at, number.size, NUMBER_DECIMAL) !=
		    NUMBER_NOT;

	buf_release(&out);
	return good;
}

static bool is_date(struct text_span text)
{
	struct buf out = BUF_INIT;
	bool good = date_read(&out, text.at, text.size) != DATE_NOT;

	buf_release(&out);
	return good;
}

static struct text_span span(const struct scan *s, size_t from, size_t to)
{
	return (struct text_span){s->text + from, to - from};
}

static unsigned digits_of(struct text_span number, size_t *n)
{
	unsigned value = 0;
	size_t i;

	*n = 0;
	for (i = 0; i < number.size; i++) {
		if (number.at[i] < '0' || number.at[i] > '9') {
			*n = 0;
			return 0;
		}
		(*n)++;
		if (value < 100000)
			value = value * 10 + (unsigned)(number.at[i] - '0');
	}
	return value;
}

static bool is_year(struct text_span number)
{
	size_t n;
	unsigned value = digits_of(number, &n);

	return n == 4 && value >= DATE_YEAR_MIN && value <= DATE_YEAR_MAX;
}

/* ---- what joins numbers -------------------------------------------------- */

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The rest of a notation: letters, digits, and what joins them. */
static size_t skip_code(const struct scan *s, size_t at)
{
	while (at < s->size) {
		size_t next = at;
		uint32_t c = utf8_next(s->text, s->size, &next);
		struct letter letter;

		if (!letter_get(&letter, c) && !is_dash(c) && c != '/' &&
		    c != '&' && !(c >= '0' && c <= '9') &&
		    !(c == '.' && is_digit(s, next)))
			break;
		at = next;
	}
	return at;
}

/* Whether the word before `at` is "ngày" or "tháng", or "số". */
static bool follows(const struct scan *s, size_t at, const char *word)
{
	size_t n = strlen(word);

	while (at > 0 && (s->text[at - 1] == ' ' || s->text[at - 1] == ':'))
		at--;
	return at >= n && text_fold_same(s->text + at - n, n, word, n);
}

static void take_slash(struct figure *f, const struct scan *s, size_t *end)
{
	size_t at = skip_spaces(s, *end), next, last;
	bool doubt = false;
	unsigned marks;
	size_t n;

	if (at - *end > 3 || char_at(s, at) != '/')
		return;
	next = skip_spaces(s, at + 1);
	if (!is_digit(s, next)) {
		if (is_letter_at(s, at + 1)) {
			f->kind = FIGURE_CODE;
			*end = skip_code(s, at + 1);
		}
		return;
	}
	last = skip_number(s, next, &marks, &doubt);
	f->second = span(s, next, last);
	f->is_doubtful = f->is_doubtful || doubt;
	f->kind = FIGURE_FRACTION;
	*end = last;
	at = skip_spaces(s, last);
	if (at - last <= 1 && char_at(s, at) == '/') {
		/* a date, or a number with its year: 09/2021/TT-BTC */
		next = skip_spaces(s, at + 1);
		last = is_digit(s, next) ? skip_number(s, next, &marks, &doubt)
					 : skip_code(s, next);
		f->kind = is_date(span(s, f->start, last)) ? FIGURE_DATE
							   : FIGURE_CODE;
		*end = last;
		return;
	}
	if (is_year(f->second) && digits_of(f->first, &n) <= 12 && n <= 2)
		f->kind = FIGURE_DATE;
	else if (follows(s, f->start, "ngày") || follows(s, f->start, "tháng"))
		f->kind = FIGURE_DATE;
	else if (digits_of(f->first, &n) <= 31 && n > 0 &&
		 digits_of(f->second, &n) <= 12 && n > 0)
		f->is_doubtful = true;
}

static void take_dash(struct figure *f, const struct scan *s, size_t *end)
{
	size_t at = skip_spaces(s, *end), next = at, last, from;
	bool doubt = false;
	unsigned marks;

	if (at >= s->size || !is_dash(utf8_next(s->text, s->size, &next)))
		return;
	from = skip_spaces(s, next);
	if (!is_digit(s, from)) {
		/* 29-NQ/TW; "12 - học sinh" is no code */
		if (at == *end && from == next && is_letter_at(s, from) &&
		    char_at(s, from) < 'a') {
			f->kind = FIGURE_CODE;
			*end = skip_code(s, from);
		}
		return;
	}
	last = skip_number(s, from, &marks, &doubt);
	/* "lớp 5 - 12 học sinh": a dash with spaces parts clauses */
	if (at != *end && from != next &&
	    !(is_year(f->first) && is_year(span(s, from, last))))
		return;
	f->second = span(s, from, last);
	f->kind = is_year(f->first) && is_year(f->second) ? FIGURE_YEARS
							  : FIGURE_RANGE;
	*end = last;
	next = last;
	if (last < s->size && is_dash(utf8_next(s->text, s->size, &next)) &&
	    is_digit(s, next)) {
		*end = skip_number(s, next, &marks, &doubt);
		f->kind = is_date(span(s, f->start, *end)) ? FIGURE_DATE
							   : FIGURE_CODE;
	}
}

/* ---- what stands behind -------------------------------------------------- */

static void take_percent(struct figure *f, const struct scan *s, size_t *end)
{
	static const char words[] = "phần trăm";
	size_t at = skip_spaces(s, *end);

	if (f->kind != FIGURE_NUMBER && f->kind != FIGURE_RANGE)
		return;
	if (char_at(s, at) == '%')
		*end = at + 1;
	else if (char_at(s, at) == 0xff05)
		*end = at + 3;
	else if (s->size - at >= sizeof(words) - 1 &&
		 text_fold_same(s->text + at, sizeof(words) - 1, words,
				sizeof(words) - 1))
		*end = at + sizeof(words) - 1;
	else
		return;
	if (f->kind == FIGURE_NUMBER)
		f->kind = FIGURE_PERCENT;
}

/* The word behind: "triệu", "học" of "học sinh". */
static void take_unit(struct figure *f, const struct scan *s, size_t end)
{
	static const struct {
		const char *word;
		unsigned zeros;
	} scales[] = {{"nghìn", 3},
		      {"ngàn", 3},
		      {"triệu", 6},
		      {"tỷ", 9},
		      {"trăm", 2}};
	size_t at = skip_spaces(s, end), last = at, i;

	while (last - at < UNIT_MAX && is_letter_at(s, last))
		(void)utf8_next(s->text, s->size, &last);
	f->unit = span(s, at, last);
	if (last == at || f->kind == FIGURE_CODE || f->kind == FIGURE_DATE)
		return;
	for (i = 0; i < sizeof(scales) / sizeof(*scales); i++)
		if (text_fold_same(f->unit.at, f->unit.size, scales[i].word,
				   strlen(scales[i].word)))
			f->zeros = scales[i].zeros;
}

/* A number that is none: a phone, "A1", "3.1.2". */
static bool is_code(const struct figure *f, const struct scan *s, size_t end)
{
	uint32_t before = char_before(s, f->start);
	size_t n;

	if ((before >= 'A' && before <= 'Z') || before == 0x110)
		return true;
	if (f->first.at[0] == '0' && digits_of(f->first, &n) > 0 &&
	    n >= PHONE_DIGITS)
		return true;
	return !is_value(f->first) && !f->is_doubtful && end > f->start;
}

/* From the first digit, or the letter before it that stands for one. */
static size_t find_start(const struct scan *s, size_t at)
{
	size_t from = at;

	while (from > 0 && is_like_digit(s, from - 1))
		from--;
	if (from < at) {
		struct letter letter;

		/* "Ol" of a word is not a number's */
		if (letter_get(&letter, char_before(s, from)))
			from = at;
	}
	return from;
}

bool figure_next(struct figure *out, const char *text, size_t size, size_t *at)
{
	const struct scan s = {text, size};
	size_t begin = *at, start, end;
	unsigned marks;

	while (*at < size && !is_digit(&s, *at))
		(*at)++;
	if (*at >= size)
		return false;
	start = find_start(&s, *at);
	if (start < begin)
		start = *at;
	*out = (struct figure){.kind = FIGURE_NUMBER, .start = start};
	end = skip_number(&s, start, &marks, &out->is_doubtful);
	out->first = span(&s, start, end);
	out->second = out->unit = span(&s, end, end);
	if (is_code(out, &s, end)) {
		out->kind = is_date(out->first) ? FIGURE_DATE : FIGURE_CODE;
	} else {
		take_slash(out, &s, &end);
		if (out->kind == FIGURE_NUMBER)
			take_dash(out, &s, &end);
		take_percent(out, &s, &end);
	}
	take_unit(out, &s, end);
	out->size = end - start;
	*at = end;
	return true;
}
