/* text_legacy.c - text typed with TCVN3 and VNI fonts. */
#include "text/legacy.h"

#include "text_table.h"

#include "text/encoding.h"
#include "text/letters.h"
#include "text/syllable.h"
#include "text/utf8.h"

#include <time.h>

/* ---- charsets ------------------------------------------------------------ */

static void is_decoded(const char *text, enum legacy_charset charset,
		       const char *want)
{
	struct buf out = BUF_INIT;

	legacy_decode(&out, NULL, 0, text, strlen(text), charset);
	is_str(buf_cstr(&out), want, want);
	buf_release(&out);
}

static void vni_row(char *const columns[TABLE_COLUMNS])
{
	is_decoded(columns[0], LEGACY_VNI, columns[1]);
}

/* Every code of TCVN3 against the decoder of the C library; where VN1 has a
 * capital that VN3 fonts lack, the character stays. */
static void tcvn3_codes(void)
{
	unsigned same = 0, code;

	for (code = 0xa1; code <= 0xfe; code++) {
		struct buf text = BUF_INIT, out = BUF_INIT;
		struct vb_blob want = {NULL, 0};
		char byte = (char)code;

		utf8_put(&text, code);
		legacy_decode(&out, NULL, 0, text.data, text.size,
			      LEGACY_TCVN3);
		if (strcmp(text.data, out.data) != 0) {
			if (text_to_utf8(&want, &byte, 1, "TCVN5712-1", NULL))
				ok(false, "iconv knows %02x", code);
			else
				is_str(out.data, (const char *)want.data,
				       "as iconv");
			same++;
		}
		vb_blob_release(&want);
		buf_release(&text);
		buf_release(&out);
	}
	/* of 74; U+00FD is what it shows */
	is_int(same, 73, "73 codes");
}

static void charsets(void)
{
	tcvn3_codes();
	table_rows("vni-letters.tsv", vni_row);
	is_decoded("quy\xc3\x95t \xc2\xae\xc3\x9enh a1", LEGACY_CAPITALS,
		   "QUYẾT ĐỊNH A1");
	/* slips of typists: a lone mark stays */
	is_decoded("vieâïc giô)ø ûbaèng", LEGACY_VNI, "viêïc giơ)ø ûbằng");
	is_decoded("a", LEGACY_VNI, "a");
	is_decoded("", LEGACY_VNI, "");
	is_decoded(
		"h\xc3\xac\x6e\xce\xbc \xe2\x88\x99 tr\xe2\x88\x92\xc3\xabng "
		"\xe2\x88\x92"
		"5",
		LEGACY_TCVN3, "hỡnà ã trưởng −5");
	is_decoded("\xef\x82\xb7 \xc2\xb7", LEGACY_TCVN3, "\xef\x82\xb7 ã");
}

/* ---- fonts --------------------------------------------------------------- */

static void is_font(const char *name, enum legacy_charset want)
{
	is_int(legacy_font(name, strlen(name)), want, name);
}

static void fonts(void)
{
	is_font(".VnTime", LEGACY_TCVN3);
	is_font(".vntime", LEGACY_TCVN3);
	is_font(".VnArial Narrow", LEGACY_TCVN3);
	is_font("VNTime", LEGACY_TCVN3);
	is_font(".VnTimeH", LEGACY_CAPITALS);
	is_font(".VnArial NarrowH", LEGACY_CAPITALS);
	is_font("ABCDEF+.VnTimeH", LEGACY_CAPITALS);
	is_font("VNI-Times", LEGACY_VNI);
	is_font("VNI-Times;VNI-Internet Mail", LEGACY_VNI);
	is_font("Vni 01 Disney", LEGACY_VNI);
	is_font("VNI Greece", LEGACY_NONE);
	is_font("VNI-DOS Sample", LEGACY_NONE);
	is_font("VNI", LEGACY_NONE);
	is_font("Times New Roman", LEGACY_NONE);
	is_font("SVN-Times", LEGACY_NONE);
	is_font("VNtimes new roman", LEGACY_NONE);
	is_font("", LEGACY_NONE);
}

/* ---- whole lines --------------------------------------------------------- */

static void is_converted(const char *text, const char *font, const char *want)
{
	struct legacy_run run = {0, strlen(text),
				 legacy_font(font, strlen(font))};
	struct buf out = BUF_INIT;
	bool is_changed = legacy_convert(&out, NULL, text, strlen(text), &run,
					 1);

	is_str(buf_cstr(&out), want, text);
	is_int(is_changed, strcmp(text, want) != 0, "and says whether");
	buf_release(&out);
}

/* By content only, for fonts without capitals of their own. */
static void line_row(char *const columns[TABLE_COLUMNS])
{
	enum legacy_charset font = legacy_font(columns[0], strlen(columns[0]));

	is_converted(columns[1], columns[0], columns[2]);
	if (font != LEGACY_CAPITALS)
		is_converted(columns[1], "Times New Roman", columns[2]);
}

static void stays(const char *text)
{
	is_converted(text, "Times New Roman", text);
	is_int(legacy_guess(text, strlen(text)), LEGACY_NONE, "no guess");
}

static void others(void)
{
	stays("");
	stays("Cộng hòa xã hội chủ nghĩa Việt Nam");
	stays("Bài tập cô giáo, xã và ngói");
	stays("Lê Ngô Hòa, Hà Nam; giá cà phê và bò");
	stays("viparse® 2026, Señor, François");
	stays("Giá 5 × 3 · 2 = 30 ± 4; 20 °C; § 5; 10 µm và 12 µg; ½ ngày");
	stays("L'été, élève à l'école: où est-il allé, très tôt?");
	stays("São João, coração, ações; mañana, niño, acción");
	stays("Größe über für Öffnung, ähnlich wäre höher");
	stays("giri vé S6 GDDT truéc ngay, doi véi truong");
	stays("th\xc2\xadng tin h\xc3\xb3"
	      "a");
	stays("«Tôi là ai» – «cô ấy»");
	stays("plain ASCII, trong nam hoc 2022-2023");
	stays("\xff\xfe\x80");
}

static void mixed(void)
{
	/* Unicode typed in a legacy font */
	is_converted("Bài 1, bài tập số 2", ".VnTime", "Bài 1, bài tập số 2");
	is_converted("Kế hoạch năm học", "VNI-Times", "Kế hoạch năm học");
	is_converted("Bieát chuyeån ñoåi caùc đơn vị", "VNI-Times",
		     "Biết chuyển đổi các đơn vị");
	/* one charset, the other one's font */
	is_converted("B\xc2\xb8o c\xc2\xb8o k\xc3\x95t qu\xc2\xb6", "VNI-Times",
		     "Báo cáo kết quả");
	is_converted("12", ".VnTimeH", "12");
	is_converted("tr\xc2\xad\xc3\xabng", ".VnTimeH", "TRƯỞNG");
	is_converted("“tr\xc2\xad\xc3\xabng” … – l\xc3\xadp", ".VnTime",
		     "“trưởng” … – lớp");
}

/* A letter in one run, its mark in the next; another font between. */
static void runs(void)
{
	static const char text[] =
		"Số lôùp: hoïc §\xc3\xa9i tr\xc2\xad\xc3\xabng";
	const struct legacy_run all[] = {
		{5, 3, LEGACY_VNI},  /* "lô" */
		{8, 10, LEGACY_VNI}, /* "ùp: hoïc" */
		{19, 5, LEGACY_TCVN3},
		{25, 8, LEGACY_CAPITALS},
	};
	struct buf out = BUF_INIT;
	struct text_map map = {0};
	const char *at;

	ok(legacy_convert(&out, &map, text, sizeof(text) - 1, all, 4),
	   "runs are joined");
	is_str(buf_cstr(&out), "Số lớp: học Đội TRƯỞNG", "each as its font");
	at = strstr(out.data, "p:");
	is_int((long)text_map_in(&map, (size_t)(at - out.data)), 10, "p:");
	at = strstr(out.data, "TRƯ");
	is_int((long)text_map_in(&map, (size_t)(at - out.data)),
	       (long)(strstr(text, "tr") - text), "TR");
	is_int((long)text_map_in(&map, out.size), (long)sizeof(text) - 1,
	       "the end");
	is_int((long)text_map_out(&map, 10),
	       (long)(strstr(out.data, "p:") - out.data), "and back");
	text_map_release(&map);
	buf_release(&out);
}

/* ---- syllables ----------------------------------------------------------- */

static void is_syllable(const char *word, bool want)
{
	is_int(syllable_valid(word, strlen(word)), want, word);
}

static void syllables(void)
{
	static const char *const good[] = {
		"nghiêng", "quốc", "giếng", "gì",    "Hoà",   "hòa",   "THUỶ",
		"ý",	   "ở",	   "khuya", "quyết", "đường", "ngoằng"};
	static const char *const bad[] = {"",
					  "c",
					  "ngà1",
					  "kà",
					  "ghạ",
					  "bàc",
					  "höc",
					  "w",
					  "çà",
					  "cácc",
					  "óà",
					  "Số:",
					  "nghieng nghieng"};
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		is_syllable(good[i], strcmp(good[i], "ngoằng") != 0 ||
					     syllable_valid("oằng", 6));
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		is_syllable(bad[i], false);
}

static void letters(void)
{
	struct letter letter;

	ok(letter_get(&letter, 0x1ec6) && letter.base == 0xea &&
		   letter.tone == TONE_NANG && letter.is_upper,
	   "U+1EC6");
	is_int((long)letter_put(0xea, TONE_NANG, true), 0x1ec6, "and back");
	is_int((long)letter_put(0x111, TONE_NONE, true), 0x110, "U+0110");
	ok(!letter_get(&letter, 0xe7), "no c with cedilla");
	ok(!letter_get(&letter, 0x1efa), "nothing behind U+1EF9");
}

/* ---- size ---------------------------------------------------------------- */

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static void hostile(const char *piece, size_t count)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	double start;
	size_t i;

	for (i = 0; i < count; i++)
		buf_adds(&text, piece);
	start = seconds();
	legacy_convert(&out, NULL, text.data, text.size, NULL, 0);
	ok(seconds() - start < 3, "%zu bytes of '%s'", text.size, piece);
	buf_release(&text);
	buf_release(&out);
}

int main(void)
{
	letters();
	syllables();
	charsets();
	fonts();
	table_rows("tcvn3-lines.tsv", line_row);
	table_rows("vni-lines.tsv", line_row);
	others();
	mixed();
	runs();
	hostile("\xc2\xad", 500000);
	hostile("a\xc3\xb9 ", 250000);
	hostile("\xc3\xa9", 500000);
	return done_testing();
}
