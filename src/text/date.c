/*
 * date.c - see date.h.
 *
 * Reading turns the text into a word of tokens: "#" for a number, D M Y for
 * "ngày", "tháng", "năm", separators as they are. "ngày 12 tháng10 năm 2020"
 * is "D#M#Y#"; a table says which such words are dates.
 */
#include "text/date.h"

#include "text/norm.h"
#include "text/span.h"
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* Bytes of the longest text that is tried; a date has under 40, the rest is
 * for spaces where people aligned things. */
#define DATE_TEXT_MAX 160
#define TOKENS_MAX    12
#define NUMBERS_MAX   3
/* Bytes of a word that is compared; "tháng" has 6. */
#define WORD_MAX 16

struct tokens {
	char text[TOKENS_MAX + 1];
	size_t n;
	int number[NUMBERS_MAX];
	int digits[NUMBERS_MAX];
	size_t numbers;
	bool plain; /* every word has its accents */
};

/* Which number is what: 'd', 'm', 'y' in order of the text. */
static const struct {
	const char *tokens, *order;
	enum date_sure sure;
} grammar[] = {
	{"#/#/#", "dmy", DATE_EXACT},	 {"#.#.#", "dmy", DATE_EXACT},
	{"#-#-#", "dmy", DATE_EXACT},	 {"D#/#/#", "dmy", DATE_EXACT},
	{"D#.#.#", "dmy", DATE_EXACT},	 {"D#-#-#", "dmy", DATE_EXACT},
	{"D#M#Y#", "dmy", DATE_EXACT},	 {"#M#Y#", "dmy", DATE_EXACT},
	{"M#/#", "my", DATE_EXACT},	 {"M#Y#", "my", DATE_EXACT},
	{"#/#", "my", DATE_EXACT},	 {"#-#-#", "ymd", DATE_EXACT},
	{"#-#", "ym", DATE_EXACT},	 {"#/#/#", "ymd", DATE_LIKELY},
	{"#.#.#", "ymd", DATE_LIKELY},	 {"M#-#", "my", DATE_LIKELY},
	{"M#.#", "my", DATE_LIKELY},	 {"#-#", "my", DATE_LIKELY},
	{"D#M#/#", "dmy", DATE_LIKELY},	 {"#M#/#", "dmy", DATE_LIKELY},
	{"D#/#Y#", "dmy", DATE_LIKELY},	 {"#/#Y#", "dmy", DATE_LIKELY},
	{"D#M##", "dmy", DATE_LIKELY},	 {"M##", "my", DATE_LIKELY},
	{"D#M#,Y#", "dmy", DATE_LIKELY}, {"M#,Y#", "my", DATE_LIKELY},
};

static const struct {
	const char *word;
	char token;
	bool plain;
} words[] = {
	{"ngày", 'D', true},  {"tháng", 'M', true},  {"năm", 'Y', true},
	{"ngay", 'D', false}, {"thang", 'M', false}, {"nam", 'Y', false},
};

static int month_days(int year, int month)
{
	static const unsigned char days[] = {31, 28, 31, 30, 31, 30,
					     31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Day 0 is "not given". */
static bool in_calendar(int year, int month, int day)
{
	return year >= DATE_YEAR_MIN && year <= DATE_YEAR_MAX && month >= 1 &&
	       month <= 12 && day >= 0 && day <= month_days(year, month);
}

static void put(struct buf *out, int year, int month, int day)
{
	buf_addf(out, "%04d-%02d", year, month);
	if (day)
		buf_addf(out, "-%02d", day);
}

/* `n` digits exactly; -1 otherwise. */
static int digits(const char *text, size_t n)
{
	int value = 0;

	for (size_t i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static bool parse_canonical(const char *text, size_t size, int *year,
			    int *month, int *day)
{
	if (size != 7 && size != 10)
		return false;
	if (text[4] != '-' || (size == 10 && text[7] != '-'))
		return false;
	*year = digits(text, 4);
	*month = digits(text + 5, 2);
	*day = size == 10 ? digits(text + 8, 2) : 0;
	return (size == 7 || *day > 0) && in_calendar(*year, *month, *day);
}

int date_canonical(struct buf *out, const char *text, size_t size)
{
	int year, month, day;

	while (size > 0 && memchr(" \t\r\n", text[0], 4)) {
		text++;
		size--;
	}
	while (size > 0 && memchr(" \t\r\n", text[size - 1], 4))
		size--;
	if (!parse_canonical(text, size, &year, &month, &day))
		return -1;
	put(out, year, month, day);
	return 0;
}

void date_show(struct buf *out, const char *canonical, enum date_style style)
{
	size_t size = strlen(canonical);
	int year, month, day;
	const char *zero;

	if (!parse_canonical(canonical, size, &year, &month, &day)) {
		buf_add(out, canonical, size);
		return;
	}
	zero = month < 3 || style == DATE_SLASH ? "0" : "";
	if (month > 9)
		zero = "";
	if (style == DATE_YEAR) {
		buf_addf(out, "%d", year);
	} else if (style == DATE_NUMERIC || style == DATE_SLASH) {
		if (day)
			buf_addf(out, "%02d/", day);
		buf_addf(out, "%s%d/%d", zero, month, year);
	} else {
		if (day && style == DATE_LONG)
			buf_addf(out, "ngày %02d ", day);
		buf_addf(out, "tháng %s%d năm %d", zero, month, year);
	}
}

/* One character as the grammar sees it: lower case, one kind of dash, ASCII
 * digits. */
static uint32_t fold(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static bool add_number(struct tokens *t, const char *text, size_t size)
{
	if (t->numbers == NUMBERS_MAX || size > 4)
		return false;
	t->number[t->numbers] = digits(text, size);
	t->digits[t->numbers] = (int)size;
	t->numbers++;
	t->text[t->n++] = '#';
	return true;
}

static bool add_word(struct tokens *t, const char *text, size_t size)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strlen(words[i].word) != size ||
		    memcmp(words[i].word, text, size) != 0)
			continue;
		t->text[t->n++] = words[i].token;
		t->plain = t->plain && words[i].plain;
		return true;
	}
	return false;
}

static bool is_separator(uint32_t c)
{
	return c == '/' || c == '.' || c == '-' || c == ',';
}

static bool is_number(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Collects characters of one kind, digits or letters, folded. */
static bool scan_run(struct tokens *t, struct text_span s, size_t *at)
{
	struct buf run = {.limit = WORD_MAX};
	size_t next = *at;
	bool number = is_number(fold(utf8_next(s.at, s.size, &next)));
	bool good;

	while (*at < s.size) {
		uint32_t c;

		next = *at;
		c = fold(utf8_next(s.at, s.size, &next));
		if (text_is_space(c) || is_separator(c) ||
		    is_number(c) != number)
			break;
		utf8_put(&run, c);
		*at = next;
	}
	good = buf_ok(&run) && (number ? add_number(t, buf_cstr(&run), run.size)
				       : add_word(t, buf_cstr(&run), run.size));
	buf_release(&run);
	return good;
}

static bool scan(struct tokens *t, struct text_span s)
{
	size_t at = 0;

	*t = (struct tokens){.plain = true};
	while (at < s.size) {
		size_t next = at;
		uint32_t c = fold(utf8_next(s.at, s.size, &next));

		if (t->n == TOKENS_MAX)
			return false;
		if (is_separator(c))
			t->text[t->n++] = (char)c;
		else if (!text_is_space(c) && !scan_run(t, s, &at))
			return false;
		else if (!text_is_space(c))
			continue;
		at = next;
	}
	return true;
}

/* Fits the numbers to an order; DATE_NOT when a number has too many or too
 * few digits for its place, or the calendar lacks the day. */
static enum date_sure fit(struct buf *out, const struct tokens *t,
			  const char *order, enum date_sure sure)
{
	int day = 0, month = 0, year = 0;

	for (size_t i = 0; order[i]; i++) {
		bool is_year = order[i] == 'y';

		if (is_year ? t->digits[i] != 4 && t->digits[i] != 2
			    : t->digits[i] > 2)
			return DATE_NOT;
		if (is_year) {
			year = t->number[i];
		} else if (order[i] == 'm') {
			month = t->number[i];
		} else if (t->number[i] == 0) {
			return DATE_NOT;
		} else {
			day = t->number[i];
		}
		if (is_year && t->digits[i] == 2) {
			/* 12/15 is a fraction, and 23/6/05 nobody's date */
			if (order[0] == 'y' || t->n == 3)
				return DATE_NOT;
			year += 2000;
			sure = DATE_LIKELY;
		}
	}
	if (!in_calendar(year, month, day))
		return DATE_NOT;
	put(out, year, month, day);
	return t->plain ? sure : DATE_LIKELY;
}

enum date_sure date_read(struct buf *canonical, const char *text, size_t size)
{
	struct text_span s = text_trim(text, size);
	enum date_sure sure = DATE_NOT;
	struct buf nfc = BUF_INIT;
	struct tokens t;

	if (s.size == 0 || s.size > DATE_TEXT_MAX)
		return DATE_NOT;
	text_nfc(&nfc, s.at, s.size);
	if (!buf_ok(&nfc))
		canonical->failed = true;
	else if (scan(&t, (struct text_span){buf_cstr(&nfc), nfc.size}))
		for (size_t i = 0;
		     i < sizeof(grammar) / sizeof(*grammar) && sure == DATE_NOT;
		     i++)
			if (strcmp(grammar[i].tokens, t.text) == 0)
				sure = fit(canonical, &t, grammar[i].order,
					   grammar[i].sure);
	buf_release(&nfc);
	return sure;
}
