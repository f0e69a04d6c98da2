/* text_date.c - dates: canonical form, showing, reading. */
#include "tap.h"
#include "text/date.h"

static void canonical(const char *text, const char *want)
{
	struct buf out = BUF_INIT;
	int rc = date_canonical(&out, text, strlen(text));

	is_str(rc == 0 ? buf_cstr(&out) : NULL, want, text);
	buf_release(&out);
}

static void show(const char *text, const char *numeric, const char *words)
{
	struct buf out = BUF_INIT;

	date_show(&out, text, DATE_NUMERIC);
	is_str(buf_cstr(&out), numeric, "numeric");
	buf_clear(&out);
	date_show(&out, text, DATE_LONG);
	is_str(buf_cstr(&out), words, "long");
	buf_release(&out);
}

static void reads(void)
{
	static const struct {
		const char *text;
		enum date_sure sure;
		const char *want;
	} rows[] = {
		{"05/6/2023", DATE_EXACT, "2023-06-05"},
		{"5.6.2023", DATE_EXACT, "2023-06-05"},
		{"05-06-2023", DATE_EXACT, "2023-06-05"},
		{"05–06–2023", DATE_EXACT, "2023-06-05"},
		{"20/09/2022", DATE_EXACT, "2022-09-20"},
		{"6/9/2017", DATE_EXACT, "2017-09-06"},
		{"11 / 11 / 2020", DATE_EXACT, "2020-11-11"},
		{" 10/3/2023\u00a0", DATE_EXACT, "2023-03-10"},
		{"ngày 05 tháng 01 năm 2020", DATE_EXACT, "2020-01-05"},
		{"ngày 07 tháng 08 năm 2020", DATE_EXACT, "2020-08-07"},
		{"ngày 12 tháng10 năm 2020", DATE_EXACT, "2020-10-12"},
		{"Ngày 15 tháng 02 năm 2024", DATE_EXACT, "2024-02-15"},
		{"NGÀY 15 THÁNG 2 NĂM 2024", DATE_EXACT, "2024-02-15"},
		{"ngày 07tháng 3năm 2019", DATE_EXACT, "2019-03-07"},
		{"nga\u0300y 5 tha\u0301ng 6 na\u0306m 2023", DATE_EXACT,
		 "2023-06-05"},
		{"ngày\u00a005 tháng\t6 năm 2023", DATE_EXACT, "2023-06-05"},
		{"5 tháng 6 năm 2023", DATE_EXACT, "2023-06-05"},
		{"ngày 10 /10/2020", DATE_EXACT, "2020-10-10"},
		{"ngày 12-9-2022", DATE_EXACT, "2022-09-12"},
		{"tháng 6/2023", DATE_EXACT, "2023-06"},
		{"tháng 02 năm 2023", DATE_EXACT, "2023-02"},
		{"6/2023", DATE_EXACT, "2023-06"},
		{"2023-06-05", DATE_EXACT, "2023-06-05"},
		{"2023-06", DATE_EXACT, "2023-06"},
		{"０５/６/２０２３", DATE_EXACT, "2023-06-05"},
		{"05/6/23", DATE_LIKELY, "2023-06-05"},
		{"ngày 5 tháng 6 năm 23", DATE_LIKELY, "2023-06-05"},
		{"ngay 15 thang 9 nam 2023", DATE_LIKELY, "2023-09-15"},
		{"ngày 12 tháng 9/2022", DATE_LIKELY, "2022-09-12"},
		{"ngày 12/9 năm 2022", DATE_LIKELY, "2022-09-12"},
		{"ngày 12 tháng 9, năm 2022", DATE_LIKELY, "2022-09-12"},
		{"2023/06/05", DATE_LIKELY, "2023-06-05"},
		{"6-2023", DATE_LIKELY, "2023-06"},
		{"31/4/2023", DATE_NOT, ""},
		{"29/2/2023", DATE_NOT, ""},
		{"29/2/2024", DATE_EXACT, "2024-02-29"},
		{"29/2/2100", DATE_NOT, ""},
		{"29/2/2000", DATE_EXACT, "2000-02-29"},
		{"32/1/2022", DATE_NOT, ""},
		{"5/13/2022", DATE_NOT, ""},
		{"0/1/2022", DATE_NOT, ""},
		{"1/0/2022", DATE_NOT, ""},
		{"1/1/1899", DATE_NOT, ""},
		{"1/1/2200", DATE_NOT, ""},
		{"1/1/1900", DATE_EXACT, "1900-01-01"},
		{"31/12/2199", DATE_EXACT, "2199-12-31"},
		{"ngày 31 tháng 13 năm 2023", DATE_NOT, ""},
		{"12/15", DATE_NOT, ""},
		{"20/11", DATE_NOT, ""},
		{"2022-2023", DATE_NOT, ""},
		{"5/6-2023", DATE_NOT, ""},
		{"5/6/2023/7", DATE_NOT, ""},
		{"1 2/3/2023", DATE_NOT, ""},
		{"005/6/2023", DATE_NOT, ""},
		{"5/6/202", DATE_NOT, ""},
		{"5/6/20233", DATE_NOT, ""},
		{"1/2/3/4/5/6/7/8/9", DATE_NOT, ""},
		{"ngày/...../2023", DATE_NOT, ""},
		{"ngày      tháng 6 năm 2023", DATE_NOT, ""},
		{"ngày 10 tháng 10 hằng năm", DATE_NOT, ""},
		{"trước ngày 05/6/2023", DATE_NOT, ""},
		{"", DATE_NOT, ""},
		{"…", DATE_NOT, ""},
		{"5", DATE_NOT, ""},
		{"05/6/2023\xff", DATE_NOT, ""},
		{"nghiêngngảngiêngngả", DATE_NOT, ""},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf out = BUF_INIT;
		enum date_sure sure = date_read(&out, rows[i].text,
						strlen(rows[i].text));

		ok(sure == rows[i].sure &&
			   strcmp(buf_cstr(&out), rows[i].want) == 0,
		   "'%s': %d '%s'", rows[i].text, sure, buf_cstr(&out));
		buf_release(&out);
	}
}

static bool comes_back(const char *date, enum date_style style)
{
	struct buf shown = BUF_INIT, back = BUF_INIT;
	bool good;

	date_show(&shown, date, style);
	good = date_read(&back, shown.data, shown.size) == DATE_EXACT &&
	       strcmp(buf_cstr(&back), date) == 0;
	buf_release(&shown);
	buf_release(&back);
	return good;
}

/* Every day and month there is, in both styles. */
static void every(void)
{
	long wrong = 0, days = 0;

	for (int y = DATE_YEAR_MIN; y <= DATE_YEAR_MAX; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 0; d <= 31; d++) {
				struct buf out = BUF_INIT;
				char text[32];

				snprintf(text, sizeof(text),
					 d ? "%04d-%02d-%02d" : "%04d-%02d", y,
					 m, d);
				if (date_canonical(&out, text, strlen(text)) ==
				    0) {
					days += d > 0;
					if (strcmp(buf_cstr(&out), text) != 0)
						wrong++;
					if (!comes_back(text, DATE_NUMERIC) ||
					    !comes_back(text, DATE_LONG))
						wrong++;
				}
				buf_release(&out);
			}
	is_int(wrong, 0, "every date comes back in both styles");
	is_int(days, 300L * 365 + 73, "as many days as the calendar has");
}

int main(void)
{
	canonical("2023-06-05", "2023-06-05");
	canonical(" 2023-06\n", "2023-06");
	canonical("2024-02-29", "2024-02-29");
	canonical("2023-02-29", NULL);
	canonical("2023-00-01", NULL);
	canonical("2023-01-00", NULL);
	canonical("2023-13", NULL);
	canonical("1899-12-31", NULL);
	canonical("2200-01-01", NULL);
	canonical("2023-6-5", NULL);
	canonical("2023/06/05", NULL);
	canonical("2023-06-05Z", NULL);
	canonical("2023-06-", NULL);
	canonical("", NULL);
	canonical("+023-06-05", NULL);
	show("2023-06-05", "05/6/2023", "ngày 05 tháng 6 năm 2023");
	show("2023-01-15", "15/01/2023", "ngày 15 tháng 01 năm 2023");
	show("2022-12-31", "31/12/2022", "ngày 31 tháng 12 năm 2022");
	show("2023-06", "6/2023", "tháng 6 năm 2023");
	show("2023-01", "01/2023", "tháng 01 năm 2023");
	show("hôm qua", "hôm qua", "hôm qua");
	show("", "", "");
	reads();
	every();
	return done_testing();
}
