/* numformat.c - see numformat.h. */
#include "wml/numformat.h"

#include "text/utf8.h"

#include <string.h>

enum {
	ROMAN_MAX = 32767,  /* Word's own limit of a count */
	REPEAT_MAX = 30,    /* letters or signs in a row: 780 is "zz...z" */
	TEXT_MAX = 1000000, /* numbers in words stop below */
};

static const struct {
	const char *name;
	enum numformat format;
} formats[] = {
	{"decimal", NUMFORMAT_DECIMAL},
	{"decimalZero", NUMFORMAT_DECIMAL_ZERO},
	{"upperRoman", NUMFORMAT_UPPER_ROMAN},
	{"lowerRoman", NUMFORMAT_LOWER_ROMAN},
	{"upperLetter", NUMFORMAT_UPPER_LETTER},
	{"lowerLetter", NUMFORMAT_LOWER_LETTER},
	{"ordinal", NUMFORMAT_ORDINAL},
	{"cardinalText", NUMFORMAT_CARDINAL_TEXT},
	{"ordinalText", NUMFORMAT_ORDINAL_TEXT},
	{"hex", NUMFORMAT_HEX},
	{"chicago", NUMFORMAT_CHICAGO},
	{"bullet", NUMFORMAT_BULLET},
	{"none", NUMFORMAT_NONE},
	{"numberInDash", NUMFORMAT_IN_DASH},
	{"decimalEnclosedCircle", NUMFORMAT_CIRCLE},
	{"decimalEnclosedCircleChinese", NUMFORMAT_CIRCLE},
	{"decimalEnclosedParen", NUMFORMAT_PAREN},
	{"decimalEnclosedFullstop", NUMFORMAT_FULLSTOP},
	{"decimalFullWidth", NUMFORMAT_FULL_WIDTH},
	{"decimalFullWidth2", NUMFORMAT_FULL_WIDTH},
	{"chineseCounting", NUMFORMAT_CHINESE},
	{"chineseCountingThousand", NUMFORMAT_CHINESE},
	{"japaneseCounting", NUMFORMAT_CHINESE},
	{"taiwaneseCounting", NUMFORMAT_CHINESE},
	{"ideographDigital", NUMFORMAT_IDEOGRAPH_DIGITS},
	{"japaneseDigitalTenThousand", NUMFORMAT_IDEOGRAPH_DIGITS},
	{"russianUpper", NUMFORMAT_UPPER_RUSSIAN},
	{"russianLower", NUMFORMAT_LOWER_RUSSIAN},
	{"vietnameseCounting", NUMFORMAT_VIETNAMESE},
};

enum numformat numformat_find(const char *name, size_t size)
{
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strncmp(formats[i].name, name, size) == 0 &&
		    formats[i].name[size] == '\0')
			return formats[i].format;
	return NUMFORMAT_DECIMAL;
}

static void add_roman(struct buf *out, long n, bool is_upper)
{
	static const struct {
		long value;
		char text[3];
	} steps[] = {
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
		{90, "xc"},  {50, "l"},	  {40, "xl"}, {10, "x"},   {9, "ix"},
		{5, "v"},    {4, "iv"},	  {1, "i"},
	};
	const char *at;
	size_t i;

	for (i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		for (; n >= steps[i].value; n -= steps[i].value)
			for (at = steps[i].text; *at; at++)
				buf_addc(out,
					 is_upper ? (char)(*at - 32) : *at);
}

/* a..z, then aa, bb, ..., zz, aaa: Word repeats the letter. The alphabet is
 * the Latin one in a Vietnamese document too: there is no 'đ'. */
static void add_letters(struct buf *out, long n, uint32_t first, long count)
{
	long times = (n - 1) / count + 1, i;

	for (i = 0; i < times && i < REPEAT_MAX; i++)
		utf8_put(out, first + (uint32_t)((n - 1) % count));
}

/* Word has the Russian alphabet without the letters no word begins with. */
static void add_russian(struct buf *out, long n, bool is_upper)
{
	static const char letters[] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  10,
				       11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
				       21, 22, 23, 24, 25, 27, 29, 30, 31};
	long count = (long)sizeof(letters), times = (n - 1) / count + 1, i;
	uint32_t c = (is_upper ? 0x410u : 0x430u) +
		     (uint32_t)letters[(n - 1) % count];

	for (i = 0; i < times && i < REPEAT_MAX; i++)
		utf8_put(out, c);
}

static void add_chicago(struct buf *out, long n)
{
	static const uint32_t signs[] = {'*', 0x2020, 0x2021, 0xa7};
	long i;

	for (i = 0; i <= (n - 1) / 4 && i < REPEAT_MAX; i++)
		utf8_put(out, signs[(n - 1) % 4]);
}

static const char *ordinal_end(long n)
{
	static const char *const ends[] = {"th", "st", "nd", "rd"};

	if (n % 100 >= 11 && n % 100 <= 13)
		return ends[0];
	return ends[n % 10 <= 3 ? n % 10 : 0];
}

/* ---- in words ------------------------------------------------------------ */

static const char *const small_words[] = {
	"zero",	   "one",     "two",	   "three",    "four",
	"five",	   "six",     "seven",	   "eight",    "nine",
	"ten",	   "eleven",  "twelve",	   "thirteen", "fourteen",
	"fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const ten_words[] = {"twenty", "thirty", "forty",
					"fifty",  "sixty",  "seventy",
					"eighty", "ninety"};

static void add_hundreds(struct buf *out, long n)
{
	if (n >= 100) {
		buf_adds(out, small_words[n / 100]);
		buf_adds(out, " hundred");
		n %= 100;
		if (n)
			buf_addc(out, ' ');
		else
			return;
	}
	if (n >= 20) {
		buf_adds(out, ten_words[n / 10 - 2]);
		if (n % 10)
			buf_addf(out, "-%s", small_words[n % 10]);
	} else {
		buf_adds(out, small_words[n]);
	}
}

static void add_words(struct buf *out, long n)
{
	if (n >= 1000) {
		add_hundreds(out, n / 1000);
		buf_adds(out, n % 1000 ? " thousand " : " thousand");
		n %= 1000;
		if (n == 0)
			return;
	}
	add_hundreds(out, n);
}

/* The ordinal of the number in words at the end of `out`. */
static void make_ordinal(struct buf *out)
{
	static const struct {
		const char *from, *to;
	} odd[] = {
		{"one", "first"},      {"two", "second"},   {"three", "third"},
		{"five", "fifth"},     {"eight", "eighth"}, {"nine", "ninth"},
		{"twelve", "twelfth"},
	};
	size_t i;

	for (i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		size_t n = strlen(odd[i].from);

		if (out->size >= n &&
		    memcmp(out->data + out->size - n, odd[i].from, n) == 0) {
			out->size -= n;
			buf_adds(out, odd[i].to);
			return;
		}
	}
	if (out->size && out->data[out->size - 1] == 'y') {
		out->size--;
		buf_adds(out, "ieth");
	} else {
		buf_adds(out, "th");
	}
}

/* Word begins them with a capital: "One", "First". */
static void add_text(struct buf *out, long n, bool is_ordinal)
{
	size_t start = out->size;

	add_words(out, n);
	if (is_ordinal && buf_ok(out))
		make_ordinal(out);
	if (out->size > start && out->data[start] >= 'a' &&
	    out->data[start] <= 'z')
		out->data[start] = (char)(out->data[start] - 32);
}

static void add_vietnamese(struct buf *out, long n)
{
	static const char *const digits[] = {"không", "một", "hai", "ba",
					     "bốn",   "năm", "sáu", "bảy",
					     "tám",   "chín"};

	if (n < 10) {
		buf_adds(out, digits[n]);
		return;
	}
	if (n > 99) {
		buf_addf(out, "%ld", n);
		return;
	}
	buf_adds(out, n < 20 ? "mười" : digits[n / 10]);
	if (n >= 20)
		buf_adds(out, " mươi");
	if (n % 10 == 1 && n > 20)
		buf_adds(out, " mốt");
	else if (n % 10 == 5)
		buf_adds(out, " lăm");
	else if (n % 10)
		buf_addf(out, " %s", digits[n % 10]);
}

/* ---- East Asian ---------------------------------------------------------- */

static const char *const ideographs[] = {"〇", "一", "二", "三", "四",
					 "五", "六", "七", "八", "九"};

static void add_chinese(struct buf *out, long n)
{
	static const char *const units[] = {"", "十", "百", "千"};
	long part = 1000;
	int unit = 3;
	bool begun = false, zero = false;

	if (n > 9999) {
		buf_addf(out, "%ld", n);
		return;
	}
	for (; unit >= 0; unit--, part /= 10) {
		long digit = n / part % 10;

		if (digit == 0) {
			zero = begun;
			continue;
		}
		if (zero)
			buf_adds(out, ideographs[0]);
		zero = false;
		/* ten is 十, not 一十 */
		if (!(digit == 1 && unit == 1 && !begun))
			buf_adds(out, ideographs[digit]);
		buf_adds(out, units[unit]);
		begun = true;
	}
}

static void add_digits(struct buf *out, long n, bool is_full_width)
{
	char text[24];
	struct buf digits = BUF_INIT;
	size_t i;

	buf_addf(&digits, "%ld", n);
	for (i = 0; i < digits.size && i < sizeof(text); i++)
		text[i] = digits.data[i];
	for (i = 0; i < digits.size && i < sizeof(text); i++)
		if (is_full_width)
			utf8_put(out, 0xff10u + (uint32_t)(text[i] - '0'));
		else
			buf_adds(out, ideographs[text[i] - '0']);
	if (!buf_ok(&digits))
		out->failed = true;
	buf_release(&digits);
}

/* Unicode has such numbers up to twenty. */
static void add_enclosed(struct buf *out, long n, uint32_t first)
{
	if (n <= 20)
		utf8_put(out, first + (uint32_t)(n - 1));
	else
		buf_addf(out, "%ld", n);
}

static bool add_latin(struct buf *out, enum numformat format, long n,
		      unsigned pad)
{
	switch ((int)format) {
	case NUMFORMAT_DECIMAL_ZERO:
		buf_addf(out, "%0*ld", pad > 2 ? (int)pad : 2, n);
		return true;
	case NUMFORMAT_UPPER_ROMAN:
	case NUMFORMAT_LOWER_ROMAN:
		if (n > ROMAN_MAX)
			return false;
		add_roman(out, n, format == NUMFORMAT_UPPER_ROMAN);
		return true;
	case NUMFORMAT_UPPER_LETTER:
	case NUMFORMAT_LOWER_LETTER:
		add_letters(out, n,
			    format == NUMFORMAT_UPPER_LETTER ? 'A' : 'a', 26);
		return true;
	case NUMFORMAT_ORDINAL:
		buf_addf(out, "%ld%s", n, ordinal_end(n));
		return true;
	case NUMFORMAT_HEX:
		buf_addf(out, "%lX", (unsigned long)n);
		return true;
	case NUMFORMAT_IN_DASH:
		buf_addf(out, "- %ld -", n);
		return true;
	case NUMFORMAT_CARDINAL_TEXT:
	case NUMFORMAT_ORDINAL_TEXT:
		if (n >= TEXT_MAX)
			return false;
		add_text(out, n, format == NUMFORMAT_ORDINAL_TEXT);
		return true;
	default:
		return false;
	}
}

static bool add_other(struct buf *out, enum numformat format, long n)
{
	switch ((int)format) {
	case NUMFORMAT_CHICAGO:
		add_chicago(out, n);
		return true;
	case NUMFORMAT_CIRCLE:
		add_enclosed(out, n, 0x2460);
		return true;
	case NUMFORMAT_PAREN:
		add_enclosed(out, n, 0x2474);
		return true;
	case NUMFORMAT_FULLSTOP:
		add_enclosed(out, n, 0x2488);
		return true;
	case NUMFORMAT_FULL_WIDTH:
	case NUMFORMAT_IDEOGRAPH_DIGITS:
		add_digits(out, n, format == NUMFORMAT_FULL_WIDTH);
		return true;
	case NUMFORMAT_CHINESE:
		add_chinese(out, n);
		return true;
	case NUMFORMAT_UPPER_RUSSIAN:
	case NUMFORMAT_LOWER_RUSSIAN:
		add_russian(out, n, format == NUMFORMAT_UPPER_RUSSIAN);
		return true;
	case NUMFORMAT_VIETNAMESE:
		add_vietnamese(out, n);
		return true;
	default:
		return false;
	}
}

void numformat_add(struct buf *out, enum numformat format, long n, unsigned pad)
{
	if (format == NUMFORMAT_NONE || format == NUMFORMAT_BULLET)
		return;
	/* below one there are only figures */
	if (n < 1 ||
	    (!add_latin(out, format, n, pad) && !add_other(out, format, n)))
		buf_addf(out, "%0*ld",
			 format == NUMFORMAT_DECIMAL_ZERO && pad < 2 ? 2
								     : (int)pad,
			 n);
}
