/* text_date_part.c - dates with blanks, kinds of documents. */
#include "tap.h"
#include "text/date_part.h"
#include "text/dockind.h"
#include "util/buf.h"

#include <time.h>

static void finds(const char *text, const char *want)
{
	struct buf out = BUF_INIT;
	struct date_part d;
	size_t at = 0;

	while (date_part_next(&d, text, strlen(text), &at)) {
		buf_addf(&out, "[");
		buf_add(&out, text + d.start, d.size);
		buf_addf(&out, "] %d/%d/%d%s", d.day, d.month, d.year,
			 d.is_impossible ? "!" : "");
	}
	is_str(buf_cstr(&out), want, text);
	buf_release(&out);
}

static void dates(void)
{
	finds("Hải Phòng, ngày      tháng 6 năm 2023",
	      "[ngày      tháng 6 năm 2023] 0/6/2023");
	finds("ngày .... tháng .... năm 2023",
	      "[ngày .... tháng .... năm 2023] 0/0/2023");
	finds("ngày/...../2023", "[ngày/...../2023] 0/0/2023");
	finds("Ngày 05 tháng 6 năm 2023.",
	      "[Ngày 05 tháng 6 năm 2023] 5/6/2023");
	finds("NGÀY 07tháng 3năm 2001", "[NGÀY 07tháng 3năm 2001] 7/3/2001");
	finds("ngày … tháng … năm 20…", "[ngày … tháng … năm 20…] 0/0/0");
	finds("tháng … năm 2023", "[tháng … năm 2023] 0/0/2023");
	finds("tháng 9/2022", "[tháng 9/2022] 0/9/2022");
	finds("…/…/2023", "[…/…/2023] 0/0/2023");
	finds("ngày 31 tháng 13 năm 2023", "[ngày 31 tháng 13 năm 2023] "
					   "31/13/2023!");
	finds("ghi rõ ngày tháng năm sinh", "");
	finds("ngày 10 tháng 10 hằng năm", "");
	finds("12/15 lớp, 85,5%", "");
	finds("", "");
	finds("ngày 1 tháng 2 năm 2023, ngày … tháng 3 năm 2023",
	      "[ngày 1 tháng 2 năm 2023] 1/2/2023"
	      "[ngày … tháng 3 năm 2023] 0/3/2023");
}

static void is_kind(const char *number, const char *want)
{
	const struct dockind *kind = dockind_of(number, strlen(number));

	is_str(kind ? kind->name : "", want, number);
}

static void is_named(const char *text, const char *want)
{
	const struct dockind *kind = dockind_named(text, strlen(text));

	is_str(kind ? kind->abbreviation : "", want, text);
}

static void kinds(void)
{
	is_kind("45/KH-THPT", "kế hoạch");
	is_kind("09/2021/TT-BGDĐT", "thông tư");
	is_kind("12/KH–PGDĐT", "kế hoạch");
	is_kind("131/QĐ-TTg", "quyết định");
	is_kind("7/QyĐ-UBND", "quy định");
	is_kind("/TTr-SGDĐT", "tờ trình");
	is_kind("3095/SGDĐT-VP", "");
	is_kind("45", "");
	is_kind("", "");
	is_named("KẾ HOẠCH", "KH");
	is_named("Báo cáo kết quả năm học", "BC");
	is_named("Thông tư liên tịch số 1", "TTLT");
	is_named("Bản thoả thuận", "BTT");
	is_named("Kế hoạchx", "");
	is_named("Công văn", "");
}

static void hostile(const char *piece)
{
	struct buf text = BUF_INIT;
	struct date_part d;
	clock_t start;
	size_t at = 0, i;

	for (i = 0; i < 100000; i++)
		buf_adds(&text, piece);
	start = clock();
	while (date_part_next(&d, text.data, text.size, &at))
		;
	ok((double)(clock() - start) / CLOCKS_PER_SEC < 3, "%zu bytes of '%s'",
	   text.size, piece);
	buf_release(&text);
}

int main(void)
{
	dates();
	kinds();
	hostile("ngày ");
	hostile(".");
	hostile("… x ");
	hostile("a");
	return done_testing();
}
