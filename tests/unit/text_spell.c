/* text_spell.c - numbers in words, capital letters, numerals of outlines. */
#include "tap.h"
#include "text/casing.h"
#include "text/ordinal.h"
#include "text/spell.h"

#include <string.h>

static void number(const char *text, unsigned options, const char *want)
{
	struct buf out = BUF_INIT;
	bool done = spell_number(&out, text, options);

	is_str(done ? buf_cstr(&out) : NULL, want, text);
	if (!done)
		is_int((long)out.size, 0, "nothing is appended");
	buf_release(&out);
}

static void money(const char *text, unsigned options, const char *want)
{
	struct buf out = BUF_INIT;
	bool done = spell_money(&out, text, options);

	is_str(done ? buf_cstr(&out) : NULL, want, text);
	buf_release(&out);
}

static void small_numbers(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{"0", "không"},
		{"1", "một"},
		{"4", "bốn"},
		{"5", "năm"},
		{"9", "chín"},
		{"10", "mười"},
		{"11", "mười một"},
		{"14", "mười bốn"},
		{"15", "mười lăm"},
		{"19", "mười chín"},
		{"20", "hai mươi"},
		{"21", "hai mươi mốt"},
		{"24", "hai mươi tư"},
		{"25", "hai mươi lăm"},
		{"31", "ba mươi mốt"},
		{"50", "năm mươi"},
		{"55", "năm mươi lăm"},
		{"91", "chín mươi mốt"},
		{"99", "chín mươi chín"},
		{"100", "một trăm"},
		{"101", "một trăm linh một"},
		{"104", "một trăm linh bốn"},
		{"105", "một trăm linh năm"},
		{"110", "một trăm mười"},
		{"111", "một trăm mười một"},
		{"114", "một trăm mười bốn"},
		{"115", "một trăm mười lăm"},
		{"121", "một trăm hai mươi mốt"},
		{"505", "năm trăm linh năm"},
		{"555", "năm trăm năm mươi lăm"},
		{"999", "chín trăm chín mươi chín"},
		{"007", "bảy"},
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		number(cases[i].text, 0, cases[i].want);
}

static void large_numbers(void)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{"1000", "một nghìn"},
		{"1001", "một nghìn không trăm linh một"},
		{"1010", "một nghìn không trăm mười"},
		{"1234", "một nghìn hai trăm ba mươi tư"},
		{"2023", "hai nghìn không trăm hai mươi ba"},
		{"10000", "mười nghìn"},
		{"21000", "hai mươi mốt nghìn"},
		{"100000", "một trăm nghìn"},
		{"105005", "một trăm linh năm nghìn không trăm linh năm"},
		{"1000000", "một triệu"},
		{"1000005", "một triệu không trăm linh năm"},
		{"1050000", "một triệu không trăm năm mươi nghìn"},
		{"1005000", "một triệu không trăm linh năm nghìn"},
		{"15000000", "mười lăm triệu"},
		{"123456789",
		 "một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy "
		 "trăm tám mươi chín"},
		{"1000000000", "một tỷ"},
		{"1000000001", "một tỷ không trăm linh một"},
		{"1000500000", "một tỷ năm trăm nghìn"},
		{"21000000000", "hai mươi mốt tỷ"},
		{"1000000000000", "một nghìn tỷ"},
		{"1234000000000", "một nghìn hai trăm ba mươi tư tỷ"},
		{"1000000000000000", "một triệu tỷ"},
		{"1000234000000005",
		 "một triệu hai trăm ba mươi tư tỷ không trăm linh năm"},
		{"1000000000000000000", "một tỷ tỷ"},
		{"1000000000000000005", "một tỷ tỷ không trăm linh năm"},
		{"1000000001000000000", "một tỷ tỷ không trăm linh một tỷ"},
		{"1000000000000000000000000000", "một tỷ tỷ tỷ"},
		{"100000000021000000000004000",
		 "một trăm triệu tỷ tỷ không trăm hai mươi mốt triệu tỷ không "
		 "trăm linh bốn nghìn"},
		{"2000000000000000000000000000000000000000",
		 "hai nghìn tỷ tỷ tỷ tỷ"},
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		number(cases[i].text, 0, cases[i].want);
}

static void fractions(void)
{
	number("-1", 0, "âm một");
	number("-0", 0, "không");
	number("-0.5", 0, "âm không phẩy năm");
	number("0.5", 0, "không phẩy năm");
	number("85.5", 0, "tám mươi lăm phẩy năm");
	number("97.45", 0, "chín mươi bảy phẩy bốn mươi lăm");
	number("97.21", 0, "chín mươi bảy phẩy hai mươi mốt");
	number("3.05", 0, "ba phẩy không năm");
	number("3.015", 0, "ba phẩy không mười lăm");
	number("0.001", 0, "không phẩy không không một");
	number("286.703", 0, "hai trăm tám mươi sáu phẩy bảy trăm linh ba");
	number("3.1415", 0, "ba phẩy một bốn một năm");
	number("3.50", 0, "ba phẩy năm");
	number("3.00", 0, "ba");
	number("", 0, NULL);
	number("-", 0, NULL);
	number("1,5", 0, NULL);
	number("12a", 0, NULL);
	number("20000000000000000000000000000000000000001", 0, NULL);
}

static void options(void)
{
	number("105", SPELL_LE, "một trăm lẻ năm");
	number("1005", SPELL_LE | SPELL_NGAN, "một ngàn không trăm lẻ năm");
	number("24", SPELL_BON, "hai mươi bốn");
	number("14", SPELL_BON, "mười bốn");
	number("2000000000", SPELL_TI, "hai tỉ");
	money("1234000", 0, "Một triệu hai trăm ba mươi tư nghìn đồng");
	money("0", 0, "Không đồng");
	money("-5000", 0, "Âm năm nghìn đồng");
	money("500000000", SPELL_CHAN, "Năm trăm triệu đồng chẵn");
	money("1500.5", SPELL_CHAN | SPELL_NGAN,
	      "Một ngàn năm trăm phẩy năm đồng");
	money("1200000", SPELL_BON | SPELL_LE, "Một triệu hai trăm nghìn đồng");
	money("x", 0, NULL);
}

/* Every number has its own words, and none has two spaces. */
static void all_differ(void)
{
	struct buf out = BUF_INIT, last = BUF_INIT;
	char text[24];
	int i, bad = 0;

	for (i = 0; i < 100000; i++) {
		snprintf(text, sizeof(text), "%d", i);
		buf_clear(&out);
		if (!spell_number(&out, text, 0) ||
		    strstr(buf_cstr(&out), "  ") ||
		    strcmp(buf_cstr(&out), buf_cstr(&last)) == 0)
			bad++;
		buf_clear(&last);
		buf_adds(&last, buf_cstr(&out));
	}
	is_int(bad, 0, "words of 0 to 99999");
	buf_release(&out);
	buf_release(&last);
}

static void letters(void (*change)(struct buf *, const char *, size_t),
		    const char *text, const char *want)
{
	struct buf out = BUF_INIT;

	change(&out, text, strlen(text));
	is_str(buf_cstr(&out), want, text);
	buf_release(&out);
}

static void cases_of_letters(void)
{
	letters(casing_upper, "Trường Tiểu học Đỗ Văn Ưu",
		"TRƯỜNG TIỂU HỌC ĐỖ VĂN ƯU");
	letters(casing_upper, "aăâbcdđeêghiklmnoôơpqrstuưvxy",
		"AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY");
	letters(casing_upper,
		"ằẳẵắặầẩẫấậềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứự"
		"ỳỷỹýỵ",
		"ẰẲẴẮẶẦẨẪẤẬỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ");
	letters(casing_upper, "vie\xcc\xa3\xcc\x82t \xc3\xaa\xcc\x81",
		"VIỆT Ế");
	letters(casing_upper, "50 m² - 3 ha, 'x'", "50 M² - 3 HA, 'X'");
	letters(casing_lower, "ỦY BAN NHÂN DÂN QUẬN LÊ CHÂN",
		"ủy ban nhân dân quận lê chân");
	letters(casing_capital, "đạt chuẩn Quốc gia", "Đạt chuẩn Quốc gia");
	letters(casing_capital, "- “ứng dụng", "- “Ứng dụng");
	letters(casing_capital, "", "");
	letters(casing_capital, "12 …", "12 …");
	letters(casing_title, "NGUYỄN THỊ ÁNH-TUYẾT", "Nguyễn Thị Ánh-Tuyết");
	letters(casing_title, "o'brien 2nd h'mông", "O'brien 2nd H'mông");
	letters(casing_upper,
		"a\xff"
		"b",
		"A\xff"
		"B");
}

static void roman(unsigned n, const char *want)
{
	char out[ORDINAL_SIZE];
	bool done = ordinal_roman(out, n);

	is_str(done ? out : NULL, want, want ? want : "none");
}

static void letter(unsigned n, const char *want)
{
	char out[ORDINAL_SIZE];

	ordinal_letter(out, n);
	is_str(out, want, want);
}

static void ordinals(void)
{
	roman(1, "I");
	roman(4, "IV");
	roman(49, "XLIX");
	roman(2024, "MMXXIV");
	roman(3888, "MMMDCCCLXXXVIII");
	roman(3999, "MMMCMXCIX");
	roman(4000, NULL);
	roman(0, NULL);
	letter(1, "a");
	letter(5, "đ");
	letter(6, "e");
	letter(23, "y");
	letter(24, "aa");
	letter(0, "");
}

int main(void)
{
	small_numbers();
	large_numbers();
	fractions();
	options();
	all_differ();
	cases_of_letters();
	ordinals();
	return done_testing();
}
