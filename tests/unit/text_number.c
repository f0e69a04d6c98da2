/* text_number.c - numbers: canonical form, showing, reading, arithmetic. */
#include "tap.h"
#include "text/number.h"

static uint64_t seed = 20230605;

static unsigned below(unsigned n)
{
	seed = seed * UINT64_C(6364136223846793005) +
	       UINT64_C(1442695040888963407);
	return (unsigned)(seed >> 33) % n;
}

static void canonical(const char *text, bool integer, const char *want)
{
	struct buf out = BUF_INIT;
	int rc = number_canonical(&out, text, strlen(text), integer);

	is_str(rc == 0 ? buf_cstr(&out) : NULL, want, text);
	if (rc != 0)
		is_int((long)out.size, 0, "nothing is appended");
	buf_release(&out);
}

static void canonicals(void)
{
	canonical("+5", true, "5");
	canonical("007", true, "7");
	canonical("-0", true, "0");
	canonical("000", true, "0");
	canonical(" 12\n", true, "12");
	canonical("1.50", true, NULL);
	canonical("5.", true, NULL);
	canonical("1.50", false, "1.5");
	canonical("1.00", false, "1");
	canonical("-0.50", false, "-0.5");
	canonical("-0.0", false, "0");
	canonical(".5", false, "0.5");
	canonical("5.", false, "5");
	canonical("+007.250", false, "7.25");
	canonical("", false, NULL);
	canonical(".", false, NULL);
	canonical("-", true, NULL);
	canonical("+-5", true, NULL);
	canonical("1,5", false, NULL);
	canonical("1e5", false, NULL);
	canonical("1 2", true, NULL);
	canonical("１", true, NULL);
	canonical("INF", false, NULL);
	canonical("1.2.3", false, NULL);
	canonical("1234567890123456789012345678901234567890", true,
		  "1234567890123456789012345678901234567890");
	canonical("12345678901234567890123456789012345678901", true, NULL);
	canonical("00001234567890123456789012345678901234567890", true,
		  "1234567890123456789012345678901234567890");
	canonical("1.2345678901234567890123456789012345678901", false, NULL);
}

static void show(const char *text, unsigned pad, const char *want)
{
	struct buf out = BUF_INIT;

	number_show(&out, text, pad);
	is_str(buf_cstr(&out), want, "number_show");
	buf_release(&out);
}

static void shows(void)
{
	show("0", 0, "0");
	show("12", 0, "12");
	show("999", 0, "999");
	show("1234", 0, "1.234");
	show("12345", 0, "12.345");
	show("123456", 0, "123.456");
	show("1234567.5", 0, "1.234.567,5");
	show("-3.5", 0, "-3,5");
	show("-1234", 0, "-1.234");
	show("0.25", 0, "0,25");
	show("5", 2, "05");
	show("0", 2, "00");
	show("10", 2, "10");
	show("5", 3, "005");
	show("5.5", 2, "5,5");
	show("-5", 2, "-5");
	show("1234", 2, "1.234");
	show("", 0, "");
	show("abc", 0, "abc");
}

static void reads_n(const char *text, size_t size, enum number_kind kind,
		    enum number_sure sure, const char *want)
{
	static const char *const kinds[] = {"count", "decimal", "percent"};
	struct buf out = BUF_INIT;
	enum number_sure got = number_read(&out, text, size, kind);

	ok(got == sure && strcmp(buf_cstr(&out), want) == 0,
	   "'%s' as %s: %d '%s'", text, kinds[kind], got, buf_cstr(&out));
	buf_release(&out);
}

static void reads(const char *text, enum number_kind kind,
		  enum number_sure sure, const char *want)
{
	reads_n(text, strlen(text), kind, sure, want);
}

/* The ambiguity table: sureness and value as count, decimal, percent. */
static void ambiguity(void)
{
	static const struct {
		const char *text;
		struct {
			enum number_sure sure;
			const char *value;
		} as[3];
	} rows[] = {
#define NOT {NUMBER_NOT, ""}
#define UNS(v)                      \
	{                           \
		NUMBER_AMBIGUOUS, v \
	}
#define LIKE(v)                  \
	{                        \
		NUMBER_LIKELY, v \
	}
#define SURE(v)                 \
	{                       \
		NUMBER_EXACT, v \
	}
#define ALL(x)          \
	{               \
		x, x, x \
	}
		{"1234", ALL(SURE("1234"))},
		{"0", ALL(SURE("0"))},
		{"05", ALL(SURE("5"))},
		{"1.234", {SURE("1234"), SURE("1234"), UNS("1234")}},
		{"1.234.567", ALL(SURE("1234567"))},
		{"1 234", ALL(LIKE("1234"))},
		{"1\u00a0234", ALL(LIKE("1234"))},
		{"1\u202f234\u2009567", ALL(LIKE("1234567"))},
		{"1,234", {LIKE("1234"), UNS("1.234"), SURE("1.234")}},
		{"1,234,567", ALL(LIKE("1234567"))},
		{"1,5", {NOT, SURE("1.5"), SURE("1.5")}},
		{"12,5", {NOT, SURE("12.5"), SURE("12.5")}},
		{"100,0", {NOT, SURE("100"), SURE("100")}},
		{"0,25", {NOT, SURE("0.25"), SURE("0.25")}},
		{"0,234", {NOT, SURE("0.234"), SURE("0.234")}},
		{"1234,567", {NOT, SURE("1234.567"), SURE("1234.567")}},
		{"0.5", {NOT, LIKE("0.5"), LIKE("0.5")}},
		{"0.234", {NOT, LIKE("0.234"), LIKE("0.234")}},
		{"12.5", {NOT, LIKE("12.5"), LIKE("12.5")}},
		{"85.50", {NOT, LIKE("85.5"), LIKE("85.5")}},
		{"1234.567", {NOT, LIKE("1234.567"), LIKE("1234.567")}},
		{"1.234,5", {NOT, SURE("1234.5"), SURE("1234.5")}},
		{"1.234.567,89", {NOT, SURE("1234567.89"), SURE("1234567.89")}},
		{"1,234.5", {NOT, LIKE("1234.5"), LIKE("1234.5")}},
		{"1 234,5", {NOT, LIKE("1234.5"), LIKE("1234.5")}},
		{"-5", ALL(SURE("-5"))},
		{"\u22125", ALL(SURE("-5"))},
		{"-1.234", {SURE("-1234"), SURE("-1234"), UNS("-1234")}},
		{"-0", ALL(SURE("0"))},
		{"１２", ALL(SURE("12"))},
		{"１．２３４．５６７", ALL(SURE("1234567"))},
		{" 12\u00a0", ALL(SURE("12"))},
		{"1.23.456", ALL(NOT)},
		{"3.1.2", ALL(NOT)},
		{"12.34,5", ALL(NOT)},
		{"1.234,567,8", ALL(NOT)},
		{"1,23,456", ALL(NOT)},
		{"012.345.678", ALL(NOT)},
		{"12 5", ALL(NOT)},
		{"1.234 567", ALL(NOT)},
		{"1 234 56", ALL(NOT)},
		{"12.", ALL(NOT)},
		{",5", ALL(NOT)},
		{"5,", ALL(NOT)},
		{"1..234", ALL(NOT)},
		{"1  234", ALL(NOT)},
		{"--5", ALL(NOT)},
		{"- 5", ALL(NOT)},
		{"5-", ALL(NOT)},
		{"1-2", ALL(NOT)},
		{"+5", ALL(NOT)},
		{"12/15", ALL(NOT)},
		{"", ALL(NOT)},
		{"-", ALL(NOT)},
		{"…", ALL(NOT)},
		{"12 lớp", ALL(NOT)},
		{"lớp 12", ALL(NOT)},
		{"1\u200b2", ALL(NOT)},
		{"1e5", ALL(NOT)},
		{"1\xff", ALL(NOT)},
		{"85,5%", {NOT, NOT, SURE("85.5")}},
		{"85,5 %", {NOT, NOT, SURE("85.5")}},
		{"85,5\u00a0%", {NOT, NOT, SURE("85.5")}},
		{"85,5％", {NOT, NOT, SURE("85.5")}},
		{"100%", {NOT, NOT, SURE("100")}},
		{"12.5%", {NOT, NOT, LIKE("12.5")}},
		{"100.0%", {NOT, NOT, LIKE("100")}},
		{"33 phần trăm", {NOT, NOT, SURE("33")}},
		{"33phần  trăm", {NOT, NOT, SURE("33")}},
		{"33 phâ\u0300n tra\u0306m", {NOT, NOT, SURE("33")}},
		{"85,5%%", ALL(NOT)},
		{"%", ALL(NOT)},
		{"85,5 % HS", ALL(NOT)},
#undef NOT
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (int k = 0; k < 3; k++)
			reads(rows[i].text, (enum number_kind)k,
			      rows[i].as[k].sure, rows[i].as[k].value);
	reads_n("1\0", 2, NUMBER_COUNT, NUMBER_NOT, "");
	reads_n("123", 2, NUMBER_COUNT, NUMBER_EXACT, "12");
	reads("1234567890123456789012345678901234567890", NUMBER_COUNT,
	      NUMBER_EXACT, "1234567890123456789012345678901234567890");
	reads("12345678901234567890123456789012345678901", NUMBER_COUNT,
	      NUMBER_NOT, "");
	reads("1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1."
	      "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1",
	      NUMBER_COUNT, NUMBER_NOT, "");
}

/* A random canonical number with the given most digits. */
static void random_number(char *out, unsigned whole, unsigned frac)
{
	unsigned n = 1 + below(whole), f = frac ? below(frac + 1) : 0;
	char *p = out;

	if (below(4) == 0)
		*p++ = '-';
	if (below(8) == 0)
		n = 1;
	*p++ = (char)('0' + (n == 1 ? below(10) : 1 + below(9)));
	while (--n > 0)
		*p++ = (char)('0' + below(10));
	if (f > 0) {
		*p++ = '.';
		while (--f > 0)
			*p++ = (char)('0' + below(10));
		*p++ = (char)('1' + below(9));
	}
	*p = '\0';
	if (strcmp(out, "-0") == 0)
		strcpy(out, "0");
}

/* Whether number.h grants the two AMBIGUOUS shapes. */
static bool is_ambiguous(const char *x, enum number_kind kind)
{
	size_t whole = strspn(x + (x[0] == '-'), "0123456789");
	const char *point = strchr(x, '.');

	if (kind == NUMBER_DECIMAL)
		return point && strlen(point) == 4 && whole <= 3 &&
		       x[x[0] == '-'] != '0';
	return kind == NUMBER_PERCENT && !point && whole >= 4 && whole <= 6;
}

static void round_trip(enum number_kind kind, unsigned frac, const char *what)
{
	long wrong = 0;

	for (int i = 0; i < 50000; i++) {
		struct buf shown = BUF_INIT, back = BUF_INIT;
		enum number_sure sure;
		char x[64];

		random_number(x, 12, frac);
		number_show(&shown, x, kind == NUMBER_COUNT ? below(4) : 0);
		sure = number_read(&back, shown.data, shown.size, kind);
		if (strcmp(buf_cstr(&back), x) != 0 ||
		    sure != (is_ambiguous(x, kind) ? NUMBER_AMBIGUOUS
						   : NUMBER_EXACT)) {
			printf("# %s shown as %s: %d %s\n", x, shown.data, sure,
			       buf_cstr(&back));
			wrong++;
		}
		buf_release(&shown);
		buf_release(&back);
	}
	is_int(wrong, 0, what);
}

static void compares(void)
{
	static const char *const order[] = {"-1000",
					    "-12.5",
					    "-12",
					    "-2",
					    "-0.5",
					    "0",
					    "0.05",
					    "0.5",
					    "0.51",
					    "1",
					    "2",
					    "9.99",
					    "10",
					    "12",
					    "12.5",
					    "100",
					    "123456789012345678901234567890",
					    "123456789012345678901234567890.1"};
	long wrong = 0;
	int n = (int)(sizeof(order) / sizeof(*order));

	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			int c = number_compare(order[i], order[j]);

			if ((c > 0) - (c < 0) != (i > j) - (i < j))
				wrong++;
		}
	is_int(wrong, 0, "number_compare orders them all");
	is_int(number_compare("0.10", "0.1"), 0, "trailing zeros");
}

static void add(const char *a, const char *b, const char *want)
{
	struct buf out = BUF_INIT;

	number_add(&out, a, b);
	is_str(buf_cstr(&out), want, "number_add");
	buf_clear(&out);
	number_add_to(&out, a);
	number_add_to(&out, b);
	is_str(buf_cstr(&out), want, "one by one");
	buf_release(&out);
}

static void adds(void)
{
	long wrong = 0;

	add("1", "2", "3");
	add("999", "1", "1000");
	add("0", "0", "0");
	add("0.1", "0.2", "0.3");
	add("1.5", "2.5", "4");
	add("5", "-7.25", "-2.25");
	add("-5", "5", "0");
	add("-0.5", "-0.75", "-1.25");
	add("1000", "-0.001", "999.999");
	add("9999999999999999999999999999999999999999", "1",
	    "10000000000000000000000000000000000000000");
	for (int i = 0; i < 20000; i++) {
		struct buf out = BUF_INIT;
		char a[32], b[32], want[32];
		long x = (long)below(2000001) - 1000000;
		long y = (long)below(2000001) - 1000000;

		snprintf(a, sizeof(a), "%ld", x);
		snprintf(b, sizeof(b), "%ld", y);
		snprintf(want, sizeof(want), "%ld", x + y);
		number_add(&out, a, b);
		if (strcmp(buf_cstr(&out), want) != 0)
			wrong++;
		buf_release(&out);
	}
	is_int(wrong, 0, "number_add agrees with the machine");
}

static void rate(const char *num, const char *den, unsigned decimals,
		 const char *want)
{
	struct buf out = BUF_INIT;
	bool good = number_rate(&out, num, den, decimals);

	is_str(good ? buf_cstr(&out) : NULL, want, "number_rate");
	buf_release(&out);
}

static void rates(void)
{
	char nines[NUMBER_RATE_DIGITS_MAX + 2];

	memset(nines, '9', sizeof(nines) - 1);
	nines[sizeof(nines) - 1] = '\0';
	rate("27533", "29093", 2, "94.64");
	rate("1", "3", 2, "33.33");
	rate("2", "3", 2, "66.67");
	rate("2", "3", 0, "67");
	rate("1", "2", 0, "50");
	rate("1", "8", 1, "12.5");
	rate("1", "8", 0, "13");
	rate("-1", "8", 0, "-13");
	rate("1", "-8", 1, "-12.5");
	rate("-1", "-8", 1, "12.5");
	rate("12", "12", 2, "100");
	rate("999", "1000", 0, "100");
	rate("999999", "1000000", 2, "100");
	rate("0", "12", 2, "0");
	rate("-1", "100000", 1, "0");
	rate("13", "12", 1, "108.3");
	rate("1.5", "4", 2, "37.5");
	rate("1.5", "0.04", 1, "3750");
	rate("1", "7", 20, "14.28571428571428571429");
	rate("1", "7", 21, NULL);
	rate("1", "0", 2, NULL);
	rate("0", "0", 2, NULL);
	rate(nines, "1", 2, NULL);
	rate("1", nines, 2, NULL);
	nines[NUMBER_RATE_DIGITS_MAX] = '\0';
	rate(nines, nines, 20, "100");
}

static void matches(void)
{
	long wrong = 0;

	ok(number_rate_matches("94.64", "27533", "29093"), "two decimals");
	ok(number_rate_matches("94.6", "27533", "29093"), "one");
	ok(number_rate_matches("95", "27533", "29093"), "none");
	ok(!number_rate_matches("94", "27533", "29093"), "the wrong unit");
	ok(!number_rate_matches("94.63", "27533", "29093"), "cut, not rounded");
	ok(!number_rate_matches("94.65", "27533", "29093"), "one too many");
	ok(number_rate_matches("12.5", "1", "8"), "exact");
	ok(number_rate_matches("13", "1", "8"), "half a unit up");
	ok(number_rate_matches("12", "1", "8"), "half a unit down");
	ok(number_rate_matches("100", "12", "12"), "all");
	ok(number_rate_matches("100", "999", "1000"), "nearly all");
	ok(!number_rate_matches("100", "99", "100"), "one missing");
	ok(!number_rate_matches("100.0", "999", "1000"), "a zero is stated");
	ok(number_rate_matches("99.90", "999", "1000"), "99.90");
	ok(!number_rate_matches("0.946", "27533", "29093"), "not in percent");
	ok(!number_rate_matches("-50", "1", "2"), "the wrong sign");
	ok(number_rate_matches("-50", "-1", "2"), "below 0");
	ok(number_rate_matches("0", "-1", "1000"), "0 has no sign");
	ok(number_rate_matches("0", "0", "0"), "nothing of nothing");
	ok(!number_rate_matches("100", "0", "0"), "all of nothing");
	ok(!number_rate_matches("0", "1", "0"), "something of nothing");
	ok(!number_rate_matches("x", "1", "2"), "no number");
	for (int i = 0; i < 20000; i++) {
		char num[16], den[16], text[16];
		unsigned d = 1 + below(5000), n = below(d + 1);
		unsigned stated = below(10001);
		long long gap = 10000LL * n - (long long)stated * d;

		/* half the time near the truth */
		if (i % 2)
			stated = (unsigned)(10000ULL * n / d) + below(2);
		gap = 10000LL * n - (long long)stated * d;
		if (gap < 0)
			gap = -gap;
		snprintf(num, sizeof(num), "%u", n);
		snprintf(den, sizeof(den), "%u", d);
		snprintf(text, sizeof(text), "%u.%02u", stated / 100,
			 stated % 100);
		if (number_rate_matches(text, num, den) != (2 * gap <= d))
			wrong++;
	}
	is_int(wrong, 0, "number_rate_matches agrees with whole numbers");
}

static void style(const char *text, enum number_kind kind,
		  enum number_style how, enum number_sure sure,
		  const char *want)
{
	struct buf out = BUF_INIT;

	is_int(number_read_style(&out, text, strlen(text), kind, how), sure,
	       text);
	is_str(buf_cstr(&out), want, "its value");
	buf_release(&out);
}

static void styles(void)
{
	style("1.234", NUMBER_DECIMAL, NUMBER_VIETNAMESE, NUMBER_EXACT, "1234");
	style("1.234", NUMBER_PERCENT, NUMBER_VIETNAMESE, NUMBER_EXACT, "1234");
	style("1,234", NUMBER_DECIMAL, NUMBER_VIETNAMESE, NUMBER_EXACT,
	      "1.234");
	style("1,234", NUMBER_COUNT, NUMBER_VIETNAMESE, NUMBER_NOT, "");
	style("1.234", NUMBER_DECIMAL, NUMBER_ENGLISH, NUMBER_LIKELY, "1.234");
	style("1,234", NUMBER_DECIMAL, NUMBER_ENGLISH, NUMBER_LIKELY, "1234");
	style("1.234", NUMBER_COUNT, NUMBER_ENGLISH, NUMBER_NOT, "");
	style("12.5", NUMBER_DECIMAL, NUMBER_VIETNAMESE, NUMBER_LIKELY, "12.5");
	style("1,234,567", NUMBER_COUNT, NUMBER_VIETNAMESE, NUMBER_LIKELY,
	      "1234567");
	style("1 234", NUMBER_COUNT, NUMBER_ENGLISH, NUMBER_LIKELY, "1234");
}

int main(void)
{
	styles();
	canonicals();
	shows();
	ambiguity();
	round_trip(NUMBER_COUNT, 0, "counts come back");
	round_trip(NUMBER_DECIMAL, 6, "decimals come back");
	round_trip(NUMBER_PERCENT, 4, "percents come back");
	compares();
	adds();
	rates();
	matches();
	return done_testing();
}
