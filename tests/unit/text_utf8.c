/* text_utf8.c - UTF-8 checking, walking and writing. */
#include "tap.h"
#include "text/utf8.h"

#include <stdlib.h>

static size_t bad_at(const char *text, size_t size)
{
	size_t bad = 9999;

	return utf8_valid(text, size, &bad) ? size : bad;
}

#define S(text) (text), sizeof(text) - 1

static void valid(void)
{
	static const struct {
		const char *text;
		size_t size, bad;
	} cases[] = {
		{S(""), 0},
		{S("abc"), 3},
		{S("Cộng hòa"), sizeof("Cộng hòa") - 1},
		{S("\x01\x00\x7f"), 3},
		{S("a\xc0\x80"), 1},
		{S("a\xc1\xbf"), 1},
		{S("\xe0\x9f\xbf"), 0},
		{S("\xe0\xa0\x80"), 3},
		{S("\xed\x9f\xbf"), 3},
		{S("ab\xed\xa0\x80"), 2},
		{S("\xed\xbf\xbf"), 0},
		{S("\xef\xbf\xbe"), 3},
		{S("\xf0\x8f\xbf\xbf"), 0},
		{S("\xf0\x90\x80\x80"), 4},
		{S("\xf4\x8f\xbf\xbf"), 4},
		{S("\xf4\x90\x80\x80"), 0},
		{S("\xf5\x80\x80\x80"), 0},
		{S("x\x80"), 1},
		{S("x\xc3"), 1},
		{S("x\xe1\xba"), 1},
		{S("x\xf0\x9f\x98"), 1},
		{S("x\xe1\xba(abcdef"), 1},
		/* a cut character over the edge of a block of 32 */
		{S("0123456789012345678901234567\xe1\xbb\x87 abc\xff"), 35},
		{S("012345678901234567890123456789\xe1\xbb\x87 abc\xff"), 37},
		{S("0123456789012345678901234567890\xe1\xbb\x87 abc\xff"), 38},
		{S("012345678901234567890123456789\xe1\xbb(34567890123456789"
		   "01234567890123456789"),
		 30},
		{S("01234567890123456789012345678\xf0\x9f\x98(345678901234567"
		   "8901234567890123456789"),
		 29},
		{S("0123456789012345678901234567890\xc3(345678901234567"
		   "8901234567890123456789"),
		 31},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		is_int((long)bad_at(cases[i].text, cases[i].size),
		       (long)cases[i].bad, "utf8_valid");
	ok(!utf8_valid(S("\xff"), NULL), "bad may be NULL");
}

static void forbidden(void)
{
	static const struct {
		const char *text;
		size_t size, bad;
	} cases[] = {
		{S(""), 0},
		{S("tab\tlf\ncr\r"), 10},
		{S("a\x00"), 1},
		{S("a\x01"), 1},
		{S("ab\x08"), 2},
		{S("ab\x0b"), 2},
		{S("ab\x0c"), 2},
		{S("ab\x0e"), 2},
		{S("ab\x1f"), 2},
		{S("ab\x7f\xc2\x80\xc2\x9f"), 7},
		{S("a\xef\xbf\xbe"), 1},
		{S("a\xef\xbf\xbf"), 1},
		{S("a\xef\xbf\xbd\xef\xbe\xbf\xef\xbe\xbe"), 10},
		{S("\xef\xbb\xbf"), 3},
		{S("a\xed\xa0\x80"), 1},
		{S("\xf0\x9f\x98\x80"), 4},
		{S("\xf0\x9f\xbf\xbe"), 4},
		{S("đường\xff"), sizeof("đường") - 1},
		{S("012345678901234567890123456789\xef\xbf\xbf 0123456789 012"
		   "3456789 0123456789"),
		 30},
		{S("0123456789012345678901234567890123456789\x02 0123456789 "
		   "0123456789"),
		 40},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		is_int((long)utf8_find_forbidden(cases[i].text, cases[i].size),
		       (long)cases[i].bad, "utf8_find_forbidden");
}

static void walk(void)
{
	const char *text = "aệ\xf0\x9f\x98\x80\xc3x";
	size_t size = strlen(text), pos = 0;
	struct buf out = BUF_INIT;

	is_int((long)utf8_next(text, size, &pos), 'a', "ASCII");
	is_int((long)utf8_next(text, size, &pos), 0x1ec7, "three bytes");
	is_int((long)utf8_next(text, size, &pos), 0x1f600, "four bytes");
	is_int((long)utf8_next(text, size, &pos), 0xfffd, "a lone lead");
	is_int((long)utf8_next(text, size, &pos), 'x', "and then the next");
	is_int((long)pos, (long)size, "at the end");
	is_int((long)utf8_length(text, size), 5, "utf8_length");
	is_int((long)utf8_length("\xe1\xba", 2), 2, "a cut sequence");
	is_int((long)utf8_length("Việt", strlen("Việt")), 4, "Việt");
	utf8_put(&out, 'a');
	utf8_put(&out, 0xe1);
	utf8_put(&out, 0x1ec7);
	utf8_put(&out, 0x1f600);
	utf8_put(&out, 0xd800);
	utf8_put(&out, 0x110000);
	is_str(buf_cstr(&out), "aáệ\xf0\x9f\x98\x80\xef\xbf\xbd\xef\xbf\xbd",
	       "utf8_put");
	buf_release(&out);
}

/* Every code point comes back, is valid, and is allowed as XML says. */
static void every(void)
{
	long wrong = 0;

	for (uint32_t c = 0; c < 0x110000; c++) {
		struct buf out = BUF_INIT;
		bool allowed = c >= 0x20 ? c != 0xfffe && c != 0xffff
					 : c == 9 || c == 10 || c == 13;
		size_t pos = 0;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		utf8_put(&out, c);
		if (!utf8_valid(out.data, out.size, NULL) ||
		    utf8_next(out.data, out.size, &pos) != c ||
		    pos != out.size ||
		    (utf8_find_forbidden(out.data, out.size) == out.size) !=
			    allowed)
			wrong++;
		buf_release(&out);
	}
	is_int(wrong, 0, "every code point");
}

/* The block scan finds what a walk finds, at any offset. */
static void random_bytes(void)
{
	static const char *const parts[] = {
		"a",	"ệ",	"á", "\xf0\x9f\x98\x80", "\xff", "\xe1\xba",
		"\xc3", "bcde", "ư", "0123456789012345"};
	uint32_t seed = 12345;
	long wrong = 0;

	for (int round = 0; round < 20000; round++) {
		struct buf t = BUF_INIT;
		size_t want, at = 0;

		for (int i = 0; i < 40; i++) {
			seed = seed * 1664525u + 1013904223u;
			/* faults are rare, or no text would pass a block */
			uint32_t k = seed >> 24;

			buf_adds(&t, parts[k < 6   ? 4 + k % 3
					   : k % 2 ? k % 4
						   : 7 + k % 3]);
		}
		for (want = 0; at < t.size; want = at) {
			if (utf8_next(t.data, t.size, &at) == 0xfffd)
				break;
		}
		if (bad_at(t.data, t.size) != want ||
		    utf8_find_forbidden(t.data, t.size) != want)
			wrong++;
		buf_release(&t);
	}
	is_int(wrong, 0, "random texts agree with a walk");
}

int main(void)
{
	valid();
	forbidden();
	walk();
	every();
	random_bytes();
	return done_testing();
}
