/* text_figure.c - figures in lines, what they are worth, words for none. */
#include "tap.h"
#include "text/figure.h"

#include <stdlib.h>
#include <time.h>

static const char letters[] = "NPFRYDC";

/* "F 27.533 29.093 ..." for each figure; '?' when doubtful. */
static void finds(const char *text, const char *want)
{
	struct buf out = BUF_INIT;
	struct figure f;
	size_t at = 0;

	while (figure_next(&f, text, strlen(text), &at)) {
		if (out.size)
			buf_adds(&out, " | ");
		buf_addc(&out, letters[f.kind]);
		if (f.is_doubtful)
			buf_addc(&out, '?');
		buf_addc(&out, ' ');
		buf_add(&out, text + f.start, f.size);
		if (f.zeros)
			buf_addf(&out, " e%u", f.zeros);
	}
	is_str(buf_cstr(&out), want, text);
	buf_release(&out);
}

static void lines(void)
{
	finds("", "");
	finds("không có số", "");
	finds("27.533/29.093 giáo viên, đạt tỷ lệ 94,64%",
	      "F 27.533/29.093 | P 94,64%");
	finds("có 45 giáo viên, 1.234 học sinh", "N 45 | N 1.234");
	finds("1 234 567 đồng; 1.234.567,89; 1,234", "N 1 234 567 | "
						     "N 1.234.567,89 | "
						     "N 1,234");
	finds("85,5 %; 100%; 33 phần trăm; 12.5 %",
	      "P 85,5 % | P 100% | "
	      "P 33 phần trăm | P 12.5 %");
	finds("12/15 lớp", "F 12/15");
	finds("12 / 45", "F 12 / 45");
	finds("5/6 lớp", "F? 5/6");
	finds("ngày 20/11, tháng 9/2022", "D 20/11 | D 9/2022");
	finds("05/6/2023, 5.6.2023, 05-06-2023; 32/1/2023",
	      "D 05/6/2023 | D 5.6.2023 | D 05-06-2023 | C 32/1/2023");
	finds("ngày 05 tháng 6 năm 2023", "N 05 | N 6 | N 2023");
	finds("số 45/KH-THPT, 09/2021/TT-BGDĐT, 29-NQ/TW",
	      "C 45/KH-THPT | C 09/2021/TT-BGDĐT | C 29-NQ/TW");
	finds("năm học 2022-2023, 2022 – 2025", "Y 2022-2023 | Y 2022 – 2025");
	finds("10-12 em; từ 10 – 12", "R 10-12 | N 10 | N 12");
	finds("mục 3.1.2, phòng A1, ĐT 0912345678",
	      "C 3.1.2 | C 1 | C 0912345678");
	finds("2,5 tỷ đồng, 500 triệu, 3 nghìn, 3 tỉ",
	      "N 2,5 e9 | N 500 e6 | N 3 e3 | N 3 e9");
	finds("1O2 em, 4l học, O5 lớp", "N? 1O2 | N? 4l | N? O5");
	finds("12 học", "N 12");
	finds("lớp12em 3.", "N 12 | N 3");
	finds("45² 7\u00b3", "N 45 | N 7");
	finds("1.234/1.500 HS (85,5%)", "F 1.234/1.500 | P 85,5%");
	finds("/5 5/ 5- -5 %", "N 5 | F? 5/ 5 | P 5 %");
}

static void unit(void)
{
	static const char text[] = "có 12/15 trường";
	struct figure f;
	size_t at = 0;

	ok(figure_next(&f, text, sizeof(text) - 1, &at), "a figure");
	ok(f.first.size == 2 && memcmp(f.first.at, "12", 2) == 0, "first");
	ok(f.second.size == 2 && memcmp(f.second.at, "15", 2) == 0, "second");
	ok(f.unit.size == strlen("trường") &&
		   memcmp(f.unit.at, "trường", f.unit.size) == 0,
	   "unit");
	ok(!figure_next(&f, text, sizeof(text) - 1, &at), "no other");
}

/* ---- values -------------------------------------------------------------- */

static void is_worth(const char *number, enum number_kind kind,
		     const char *document, const char *want, int percent)
{
	struct figure_vote vote = {0, 0};
	struct buf out = BUF_INIT;
	double sure;

	figure_vote_add(&vote, document, strlen(document));
	figure_value(&out, &sure, (struct text_span){number, strlen(number)},
		     kind, &vote);
	is_str(buf_cstr(&out), want, number);
	is_int((long)(sure * 100 + 0.5), percent, "how sure");
	buf_release(&out);
}

static void values(void)
{
	is_worth("1.234", NUMBER_COUNT, "", "1234", 100);
	is_worth("1,234", NUMBER_COUNT, "", "1234", 90);
	is_worth("1,234", NUMBER_DECIMAL, "", "1.234", 50);
	is_worth("1,234", NUMBER_DECIMAL, "1.234.567 và 85,5%", "1.234", 75);
	is_worth("1,234", NUMBER_DECIMAL, "1,234,567 và 85.5%", "1234", 75);
	is_worth("1,234", NUMBER_DECIMAL, "1,234,567 và 85,5%", "1.234", 50);
	is_worth("1.234", NUMBER_COUNT, "85.5%; 12.5%; 99.9%", "1234", 100);
	is_worth("1.234", NUMBER_PERCENT, "", "1234", 50);
	is_worth("1.234", NUMBER_PERCENT, "85.5%; 12.5%", "1.234", 75);
	is_worth("1.234", NUMBER_DECIMAL, "1.234,5; 85,5; 2.345.678", "1234",
		 100);
	is_worth("12.5", NUMBER_PERCENT, "85,5; 86,5", "12.5", 90);
	is_worth("1O", NUMBER_COUNT, "", "10", 70);
	is_worth("l2,5", NUMBER_DECIMAL, "", "12.5", 70);
	is_worth("…12……", NUMBER_COUNT, "", "12", 100);
	is_worth("II", NUMBER_COUNT, "", "", 0);
	is_worth("O", NUMBER_COUNT, "", "0", 70);
	is_worth("abc", NUMBER_COUNT, "", "", 0);
	is_worth("", NUMBER_COUNT, "", "", 0);
}

static void votes(void)
{
	static const char text[] = "1.234.567; 1.234,5; 85,5%; 12.5; 1.234; "
				   "45/KH; 05/6/2023; 3.1.2; 12,75/13,5";
	struct figure_vote vote = {0, 0};

	figure_vote_add(&vote, text, sizeof(text) - 1);
	is_int(vote.vietnamese, 5, "clear numbers only");
	is_int(vote.english, 0, "headings do not vote");
	is_int(figure_vote_style(&vote), NUMBER_VIETNAMESE, "style");
}

static void said(void)
{
	static const struct {
		const char *text;
		enum figure_said want;
	} all[] = {
		{"Không", FIGURE_SAID_NONE},
		{"không có.", FIGURE_SAID_NONE},
		{" Ko ", FIGURE_SAID_NONE},
		{"…không…", FIGURE_SAID_NONE},
		{"Chưa có", FIGURE_SAID_NONE_YET},
		{"chưa thống kê", FIGURE_SAID_NOT_YET},
		{"-", FIGURE_SAID_DASH},
		{"–", FIGURE_SAID_DASH},
		{"……", FIGURE_SAID_BLANK},
		{"", FIGURE_SAID_BLANK},
		{"0", FIGURE_SAID_NOTHING},
		{"không đạt", FIGURE_SAID_NOTHING},
		{"12", FIGURE_SAID_NOTHING},
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		is_int(figure_said(all[i].text, strlen(all[i].text)),
		       all[i].want, all[i].text);
}

static void spelled(void)
{
	is_int(figure_spelled("hai", 3), 2, "hai");
	is_int(figure_spelled("Mười", strlen("Mười")), 10, "Mười");
	is_int(figure_spelled("bẩy", strlen("bẩy")), 0, "another tone");
	is_int(figure_spelled("hài", strlen("hài")), 0, "another word");
	is_int(figure_spelled("", 0), 0, "nothing");
	is_int(figure_spelled("mười hai", strlen("mười hai")), 12, "mười hai");
	is_int(figure_spelled("hai mươi", strlen("hai mươi")), 20, "hai mươi");
	is_int(figure_spelled("Ba mươi mốt", strlen("Ba mươi mốt")), 31,
	       "Ba mươi mốt");
	is_int(figure_spelled("chín mươi lăm", strlen("chín mươi lăm")), 95,
	       "chín mươi lăm");
	is_int(figure_spelled("một mươi", strlen("một mươi")), 0,
	       "ten is not written so");
	is_int(figure_spelled("hai ba", strlen("hai ba")), 0, "two numbers");
	is_int(figure_spelled("hai mươi ba trường",
			      strlen("hai mươi ba trường")),
	       0, "more words");
}

static void hostile(const char *piece)
{
	struct buf text = BUF_INIT;
	struct figure_vote vote = {0, 0};
	clock_t start;
	size_t i;

	for (i = 0; i < 200000; i++)
		buf_adds(&text, piece);
	start = clock();
	figure_vote_add(&vote, text.data, text.size);
	ok((double)(clock() - start) / CLOCKS_PER_SEC < 3, "%zu bytes of '%s'",
	   text.size, piece);
	buf_release(&text);
}

int main(void)
{
	static const char *const pieces[] = {"1",   "1.", "1 ",	 "1/", "1-",
					     " ",   "a",  "O",	 "1O", "111 ",
					     "1  ", "A-", "1/A", ".",  "l "};
	size_t i;

	lines();
	unit();
	values();
	votes();
	said();
	spelled();
	for (i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
		hostile(pieces[i]);
	return done_testing();
}
