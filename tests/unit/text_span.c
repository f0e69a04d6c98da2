/* text_span.c - trimming, leaders, and stripping leaders. */
#include "tap.h"
#include "text/span.h"

static char *copy(struct text_span s)
{
	static char text[256];

	memcpy(text, s.at, s.size);
	text[s.size] = '\0';
	return text;
}

static void trim(const char *text, const char *want)
{
	is_str(copy(text_trim(text, strlen(text))), want, "text_trim");
}

static void strip(const char *text, const char *want)
{
	is_str(copy(text_strip_leader(text, strlen(text))), want,
	       "text_strip_leader");
}

static void leaders(void)
{
	static const char *const blank[] = {
		"",    " ",	 "\t\u00a0", ".",	 "…",	 "….",
		"……",  "......", ". . . .",  "____",	 "_",	 "()",
		"( )", "[ ]",	 "[]",	     "(……)",	 "[…]",	 "····",
		"‥",   "\u200b", " ….. ",    "…\u00a0…", "( ) ", "\ufeff"};
	static const char *const filled[] = {
		"-",	"0", "a",  "12 …",	"/",	"(a)", "(", "[)",
		"()()", ",", "…%", "..../....", "\xff", "–",   "*"};

	for (size_t i = 0; i < sizeof(blank) / sizeof(*blank); i++)
		ok(text_is_leader(blank[i], strlen(blank[i])),
		   "'%s' is a leader", blank[i]);
	for (size_t i = 0; i < sizeof(filled) / sizeof(*filled); i++)
		ok(!text_is_leader(filled[i], strlen(filled[i])),
		   "'%s' is none", filled[i]);
}

int main(void)
{
	trim("", "");
	trim("a", "a");
	trim(" \t\r\n", "");
	trim("\u00a0a b\u3000", "a b");
	trim("\ufeff\u200b x\u2002y \u200d\u202f", "x\u2002y");
	trim("ệ ", "ệ");
	trim(" \xff ", "\xff");
	trim("\xe1\xba ", "\xe1\xba");
	trim(" \x80\x80\x80\x80 ", "\x80\x80\x80\x80");
	is_int((long)text_trim(NULL, 0).size, 0, "nothing at all");
	is_int((long)text_dash_size("- a", 3), 1, "a hyphen");
	is_int((long)text_dash_size("\u2013", 3), 3, "an en dash");
	is_int((long)text_dash_size("\u2014a", 4), 3, "an em dash");
	is_int((long)text_dash_size("\u2013", 2), 0, "half a dash");
	is_int((long)text_dash_size("\u2022", 3), 0, "a bullet");
	leaders();
	strip("12 ……", "12");
	strip("….12…", "12");
	strip("12", "12");
	strip(" 12 ", "12");
	strip("12.", "12.");
	strip(" .5", ".5");
	strip("12 .", "12 .");
	strip("12..", "12");
	strip("12. ….", "12");
	strip("12 . . .", "12");
	strip("____Lê Văn A____", "Lê Văn A");
	strip("a_", "a_");
	strip("tài liệu_1", "tài liệu_1");
	strip("v.v…", "v.v");
	strip("…a…b…", "a…b");
	strip("......", "");
	strip("( )", "");
	strip("", "");
	strip("-", "-");
	strip("…..0…..", "0");
	strip("\u00a0…\u00a0ệ\u00a0…\u00a0", "ệ");
	strip("… \xff …", "\xff");
	ok(text_is_space(0x3000) && text_is_space(0xa0) && text_is_space('\n'),
	   "spaces");
	ok(!text_is_space(0x200b) && text_is_zero_width(0x200b), "no space");
	ok(!text_is_zero_width(0xad), "a soft hyphen may be a letter");
	return done_testing();
}
