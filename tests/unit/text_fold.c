/* text_fold.c - text as it is compared, and its words. */
#include "tap.h"
#include "text/fold.h"
#include "text/norm.h"
#include "text/words.h"

#include <stdlib.h>
#include <time.h>

static void folds(const char *text, const char *want)
{
	struct buf out = BUF_INIT;

	text_fold(&out, text, strlen(text));
	is_str(buf_cstr(&out), want, text);
	buf_release(&out);
}

static void same(const char *a, const char *b)
{
	ok(text_fold_same(a, strlen(a), b, strlen(b)), "'%s' is '%s'", a, b);
}

static void differ(const char *a, const char *b)
{
	ok(!text_fold_same(a, strlen(a), b, strlen(b)), "'%s' is not '%s'", a,
	   b);
}

#define HUYEN "\xcc\x80"
#define SAC   "\xcc\x81"
#define NGA   "\xcc\x83"
#define HOI   "\xcc\x89"
#define NANG  "\xcc\xa3"
#define ROOF  "\xcc\x82"
#define BREVE "\xcc\x86"
#define HORN  "\xcc\x9b"

static void exact(void)
{
	folds("", "");
	folds("  Số lớp:\t 12 \n", "sô" SAC " lơp" SAC ": 12");
	folds("HÒA hoà", "hoa" HUYEN " hoa" HUYEN);
	folds("A-B_C.D", "a-b_c.d");
	folds("a….b .... c__d", "a b c d");
	folds("……", "");
	folds("x….", "x");
	folds("“a” ‘b’ «c» \"d\" 'e'", "\"a\" 'b' \"c\" \"d\" 'e'");
	folds("2022–2023—2024−2025‑2026", "2022-2023-2024-2025-2026");
	folds("a\xc2\xad"
	      "b\xe2\x80\x8b"
	      "c\xef\xbb\xbf",
	      "abc");
	folds("１２，５％ Ａ", "12,5% a");
	folds("kỹ quỹ tay thuỷ y Mỹ any",
	      "ki" NGA " qui" NGA " tay thuy" HOI " y mi" NGA " ani");
	folds("Ðại Ɖại ðại", "đai" NANG " đai" NANG " đai" NANG);
	folds("Straße Ünal", "strasse u\xcc\x88nal");
	folds("\xff"
	      "a\x80",
	      "\xef\xbf\xbd"
	      "a\xef\xbf\xbd");
	folds("một-hai", "môt" NANG "-hai");
	folds("hoàxã", "hoax" HUYEN "a" NGA);
}

static void equalities(void)
{
	/* places of tones, right and wrong ones */
	same("hoà", "hòa");
	same("thuỷ", "thủy");
	same("khoẻ", "khỏe");
	same("quý", "qúy");
	same("lượng", "lựơng");
	same("bảo", "baỏ");
	same("giữa", "gĩưa");
	same("QUÁ", "qúa");
	same("tỷ lệ", "tỉ lệ");
	same("lý", "lí");
	same("Quý", "quí");
	/* forms */
	same("tiếng Việt", "tie" ROOF SAC "ng Vie" NANG ROOF "t");
	same("ế", "e" SAC ROOF);
	same("ế", "é" ROOF);
	same("ậ", "â" NANG);
	same("ậ", "ạ" ROOF);
	same("ặ", "a" NANG BREVE);
	same("ớ", "o" SAC HORN);
	same("ữ", "u" HORN NGA);
	same("ü", "u\xcc\x88");
	/* letters that are not */
	same("Đại học", "Ðại học");
	same("Số", "Ѕố");
	same("cơ sở", "сơ sở");
	same("THCS", "ТНСЅ");
	same("a b", "a\xc2\xa0\xe2\x80\x87 b");
	same("tỷ lệ:…… %", "Tỷ lệ: %");
	same("tỷ lệ: ____%", "Tỷ lệ: %");
	differ("tai", "tay");
	differ("bàn", "bán");
	differ("ban", "băn");
	differ("da", "đa");
	differ("thuỷ", "thủi");
	differ("1.2", "12");
	differ("nghề", "nghệ");
	differ("a b", "ab");
}

/* ---- places -------------------------------------------------------------- */

static void word_is(const char *text, size_t n, const char *want,
		    enum text_word_kind kind)
{
	struct text_words words = {0};

	text_words_add(&words, text, strlen(text), 0, WORD_ANY);
	if (ok(n < words.n, "there is a word %zu", n)) {
		const struct text_word *w = &words.at[n];
		char got[64] = "";

		memcpy(got, text + w->start, w->size < 63 ? w->size : 63);
		is_str(got, want, "its place");
		is_int(w->kind, kind, "its kind");
	}
	text_words_release(&words);
}

static void words(void)
{
	static const char text[] = "  - Số học sinh HÒA: 1.234,5 (85%) ….. "
				   "vie" NANG ROOF "t số 45/KH ký.";
	static const char *const want[] = {"-",
					   "Số",
					   "học",
					   "sinh",
					   "HÒA",
					   ":",
					   "1.234,5",
					   "(",
					   "85",
					   "%",
					   ")",
					   "…..",
					   "vie" NANG ROOF "t",
					   "số",
					   "45",
					   "/",
					   "KH",
					   "ký",
					   "."};
	static const char kinds[] = "sllllsfsfssbllfslls";
	struct text_words all = {0}, few = {0};
	size_t i;

	for (i = 0; i < sizeof(want) / sizeof(*want); i++)
		word_is(text, i, want[i],
			kinds[i] == 's'	  ? WORD_SIGN
			: kinds[i] == 'l' ? WORD_LETTERS
			: kinds[i] == 'f' ? WORD_FIGURE
					  : WORD_BLANK);
	text_words_add(&all, text, sizeof(text) - 1, 0, WORD_ANY);
	is_int((long)all.n, 19, "no more words");
	ok(all.at[1].key == all.at[13].key, "one word, one key");
	ok(all.at[1].key != all.at[2].key, "another, another");
	ok(all.at[12].key == text_words_key("Việt", strlen("Việt")),
	   "the key of a word");
	text_words_add(&few, "so hoc DA đa", strlen("so hoc DA đa"), 100,
		       WORD_LETTERS);
	is_int((long)few.n, 4, "four words");
	is_int((long)few.at[1].start, 103, "from a base");
	ok(few.at[0].plain == all.at[1].plain &&
		   few.at[1].plain == all.at[2].plain,
	   "equal without accents");
	ok(few.at[0].key != all.at[1].key, "but not with them");
	ok(few.at[2].plain == few.at[3].plain, "U+0111 is d");
	text_words_release(&all);
	text_words_release(&few);
}

static void maps(void)
{
	static const char text[] = "a\xe2\x80\x8b  Hòa xã";
	struct buf out = BUF_INIT;
	struct text_map map = {0};

	buf_adds(&out, "before");
	text_fold_map(&out, &map, text, sizeof(text) - 1, false);
	is_str(out.data, "beforea hoa" HUYEN " xa" NGA, "appended");
	is_int((long)text_map_in(&map, 0), 0, "a");
	is_int((long)text_map_in(&map, 2), 6, "h");
	is_int((long)text_map_in(&map, 4), 9, "a of Hòa");
	is_int((long)text_map_in(&map, 7), 10, "the space");
	is_int((long)text_map_in(&map, 8), 11, "x");
	is_int((long)text_map_in(&map, out.size - 6), 14, "the end");
	text_map_release(&map);
	buf_release(&out);
}

/* ---- any text ------------------------------------------------------------ */

static uint64_t seed = 20220912;

static unsigned below(unsigned n)
{
	seed = seed * UINT64_C(6364136223846793005) +
	       UINT64_C(1442695040888963407);
	return (unsigned)(seed >> 33) % n;
}

/* Pieces that meet at the edges of what one pass looks at. */
static void any(void)
{
	static const char *const pieces[] = {
		"a",  "Y",    "ệ",  "…",	".",  " ",  "\xc2\xa0", SAC,
		ROOF, "đ",    "ü",  "\xff",	"-",  "１", "ﬁ",	"qu",
		"12", "\xe1", "한", "\xc2\xad", "΄ΐ", "_",  "Ð",	"\n"};
	unsigned same_twice = 0, in_order = 0, round;

	for (round = 0; round < 300; round++) {
		struct buf text = BUF_INIT, one = BUF_INIT, two = BUF_INIT;
		struct text_words all = {0};
		unsigned n = round < 290 ? below(60) : 20000, last = 0;
		bool good = true;
		size_t i;

		while (n--)
			buf_adds(&text, pieces[below(sizeof(pieces) /
						     sizeof(*pieces))]);
		text_fold(&one, buf_cstr(&text), text.size);
		text_fold(&two, buf_cstr(&one), one.size);
		same_twice += one.size == two.size;
		text_words_add(&all, buf_cstr(&text), text.size, 0, WORD_ANY);
		for (i = 0; i < all.n; i++) {
			good = good && all.at[i].start >= last &&
			       all.at[i].start + all.at[i].size <= text.size;
			last = all.at[i].start + all.at[i].size;
		}
		in_order += good;
		text_words_release(&all);
		buf_release(&text);
		buf_release(&one);
		buf_release(&two);
	}
	is_int(in_order, 300, "words are in order and inside the text");
	ok(same_twice > 200, "folding a folded text changes little");
}

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

/* Megabytes a second; tells, and fails only when something is quadratic. */
static void speed(const char *piece, size_t count)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	double start, took;
	size_t i;

	for (i = 0; i < count; i++)
		buf_adds(&text, piece);
	text_fold(&out, text.data, text.size);
	buf_clear(&out);
	start = seconds();
	text_fold(&out, text.data, text.size);
	took = seconds() - start;
	printf("# fold: %.0f MB/s on '%.20s'\n",
	       (double)text.size / 1e6 / (took > 0 ? took : 1e-9), piece);
	ok(took < 2, "%zu bytes", text.size);
	buf_release(&text);
	buf_release(&out);
}

int main(void)
{
	exact();
	equalities();
	words();
	maps();
	any();
	speed("The quick brown fox jumps over 12 dogs. ", 250000);
	speed("Kế hoạch ứng dụng công nghệ thông tin năm học 2022-2023. ",
	      150000);
	speed("a", 1000000);
	speed(".", 1000000);
	speed(" ", 1000000);
	speed(SAC, 500000);
	speed("\xc2\xad", 500000);
	speed("ệ", 400000);
	return done_testing();
}
