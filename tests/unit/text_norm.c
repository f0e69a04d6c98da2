/* text_norm.c - NFC, its repair, and equality as a reader sees it. */
#include "tap.h"
#include "text/norm.h"
#include "text/utf8.h"

static void nfc_n(const char *text, size_t size, const char *want,
		  const char *what)
{
	struct buf out = BUF_INIT;

	text_nfc(&out, text, size);
	is_str(buf_cstr(&out), want, what);
	ok(text_is_nfc(text, size) == (strcmp(text, want) == 0),
	   "text_is_nfc: %s", what);
	ok(text_is_nfc(out.data ? out.data : "", out.size),
	   "the result is NFC: %s", what);
	buf_release(&out);
}

static void nfc(const char *text, const char *want, const char *what)
{
	nfc_n(text, strlen(text), want, what);
}

static void forms(void)
{
	nfc("", "", "empty");
	nfc("Cộng hòa xã hội", "Cộng hòa xã hội", "plain");
	nfc("e\u0323\u0302", "ệ", "NFD");
	nfc("\u00ea\u0323", "ệ", "as Windows-1258");
	nfc("e\u0302\u0323", "ệ", "dot behind the hat");
	nfc("e\u0301\u0302", "ế", "tone before hat, decomposed");
	nfc("\u00e9\u0302", "ế", "tone before hat, half composed");
	nfc("A\u0309\u0306", "Ẳ", "tone before breve");
	nfc("o\u0303\u0302", "ỗ", "tilde before hat");
	nfc("o\u0301\u031b", "ớ", "horn last");
	nfc("\u00f3\u031b", "ớ", "horn behind a composed letter");
	nfc("u\u031b\u0323", "ự", "horn and dot");
	nfc("a\u0340e\u0341", "àé", "deprecated marks");
	nfc("i\u0301\u0302", "í\u0302", "no Vietnamese letter: no repair");
	nfc("e\u0301\u0306", "é\u0306", "no breve on e");
	nfc("Tie\u0302\u0301ng Vie\u0323\u0302t, trươ\u0300ng ho\u0323c",
	    "Tiếng Việt, trường học", "a phrase");
	nfc("đ\u0301 a\u0301", "đ\u0301 á", "a mark nothing composes with");
	nfc("\u0301a", "\u0301a", "a mark first");
	nfc("a\u0301", "á", "at both ends");
	nfc("\xff"
	    "a\u0301",
	    "\xff"
	    "á",
	    "an invalid byte keeps its place");
	nfc("\xffệa\u0301 e\u0301", "\xffệá é", "the same in one piece");
	nfc("a\u0301\xcc", "a\u0301\xcc", "a cut mark");
	nfc("½ № ﬁ \u00a0 … ％", "½ № ﬁ \u00a0 … ％", "no compatibility");
	nfc("Ελλάδα Ι\u0301", "Ελλάδα Ί", "Greek shares a lead byte");
}

static void big(void)
{
	struct buf in = BUF_INIT, want = BUF_INIT;

	/* longer than the stack piece, and without a space */
	for (int i = 0; i < 1000; i++) {
		buf_adds(&in, "\u00ea\u0323\u00e9\u0302");
		buf_adds(&want, "ệế");
	}
	nfc_n(buf_cstr(&in), in.size, buf_cstr(&want), "a long word");
	buf_release(&in);
	buf_release(&want);
}

/* Every Vietnamese letter, from every order of its marks. */
static void letters(void)
{
	static const char *const tones[] = {"",	      "\u0300", "\u0309",
					    "\u0303", "\u0301", "\u0323"};
	static const struct {
		const char *base, *hat, *letters;
	} rows[] = {
		{"a", "", "aàảãáạ"},	   {"a", "\u0306", "ăằẳẵắặ"},
		{"a", "\u0302", "âầẩẫấậ"}, {"e", "", "eèẻẽéẹ"},
		{"e", "\u0302", "êềểễếệ"}, {"i", "", "iìỉĩíị"},
		{"o", "", "oòỏõóọ"},	   {"o", "\u0302", "ôồổỗốộ"},
		{"o", "\u031b", "ơờởỡớợ"}, {"u", "", "uùủũúụ"},
		{"u", "\u031b", "ưừửữứự"}, {"y", "", "yỳỷỹýỵ"},
		{"A", "\u0306", "ĂẰẲẴẮẶ"}, {"O", "\u031b", "ƠỜỞỠỚỢ"},
		{"U", "\u031b", "ƯỪỬỮỨỰ"}, {"E", "\u0302", "ÊỀỂỄẾỆ"},
	};
	long wrong = 0;

	for (size_t r = 0; r < sizeof(rows) / sizeof(*rows); r++) {
		size_t at = 0, n = strlen(rows[r].letters);

		for (size_t t = 0; t < 6; t++) {
			struct buf in = BUF_INIT, out = BUF_INIT;
			size_t from = at;

			(void)utf8_next(rows[r].letters, n, &at);
			buf_addf(&in, "%s%s%s", rows[r].base, rows[r].hat,
				 tones[t]);
			text_nfc(&out, in.data, in.size);
			buf_clear(&in);
			buf_addf(&in, "%s%s%s", rows[r].base, tones[t],
				 rows[r].hat);
			text_nfc(&out, in.data, in.size);
			if (out.size != 2 * (at - from) ||
			    memcmp(out.data, rows[r].letters + from,
				   at - from) != 0 ||
			    memcmp(out.data + (at - from),
				   rows[r].letters + from, at - from) != 0)
				wrong++;
			buf_release(&in);
			buf_release(&out);
		}
	}
	is_int(wrong, 0, "96 letters in two orders");
}

/* Any heap of marks: the result is NFC and stays as it is. */
static void heaps(void)
{
	static const char *const parts[] = {
		"a",	  "e",	    "o",      "u",	"x",	  "\u00e9",
		"\u00ea", "\u01a1", "\u0300", "\u0301", "\u0302", "\u0303",
		"\u0306", "\u0309", "\u031b", "\u0323", "\u0341", " "};
	uint32_t seed = 7;
	long wrong = 0;

	for (int round = 0; round < 50000; round++) {
		struct buf in = BUF_INIT, one = BUF_INIT, two = BUF_INIT;

		for (int i = 0; i < 10; i++) {
			seed = seed * 1664525u + 1013904223u;
			buf_adds(&in, parts[(seed >> 16) % 18]);
		}
		text_nfc(&one, in.data, in.size);
		text_nfc(&two, one.data, one.size);
		if (strcmp(one.data, two.data) != 0 ||
		    !text_is_nfc(one.data, one.size) ||
		    !text_same(in.data, in.size, one.data, one.size))
			wrong++;
		buf_release(&in);
		buf_release(&one);
		buf_release(&two);
	}
	is_int(wrong, 0, "the NFC of an NFC is itself");
}

/* Ordering marks takes the square of their number: there is an end. */
static void overload(void)
{
	struct buf in = BUF_INIT;

	buf_addc(&in, 'a');
	for (int i = 0; i < 200000; i++)
		buf_adds(&in, i < 100000 ? "\u0301" : "\u0323");
	nfc_n(buf_cstr(&in), in.size, buf_cstr(&in), "a heap of marks");
	buf_release(&in);
	nfc("a\u0301\u0301\u0301", "á\u0301\u0301", "a few");
	nfc("e\u0301\u0309\u0302", "ế\u0309", "a hat behind two tones");
}

static bool same(const char *a, const char *b)
{
	bool one = text_same(a, strlen(a), b, strlen(b));

	return one == text_same(b, strlen(b), a, strlen(a)) && one;
}

static void equality(void)
{
	ok(same("", ""), "empty");
	ok(same("", " \u00a0\ufeff"), "empty and spaces");
	ok(same("Số lớp", "So\u0302\u0301 lơ\u0301p"), "NFD");
	ok(same("Số lớp", "\u00a0Số\u2002\n\tlớp\u200b "), "spaces");
	ok(same("Số lớp", "S\u200bố\u202flớ\u00adp"), "zero width");
	ok(same("\ufeffa b", "a\u3000b"), "byte order mark, wide space");
	ok(same("a b", "a \u200b b"), "a zero width between spaces");
	ok(!same("a b", "ab"), "a space counts");
	ok(!same("a", "A"), "case counts");
	ok(!same("hòa", "hoà"), "the place of a tone counts");
	ok(!same("a", "a b"), "a longer text");
	ok(!same("đ", "ð"), "eth is no đ");
	ok(!text_same("a\0b", 3, "a", 1), "a NUL does not end a text");
	ok(text_same("a\0b", 3, "a\0b ", 4), "nor make it different");
}

int main(void)
{
	forms();
	big();
	letters();
	heaps();
	overload();
	equality();
	return done_testing();
}
