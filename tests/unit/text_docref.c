/* text_docref.c - references to documents, shown and read. */
#include "tap.h"
#include "text/docref.h"

static struct docref_reader *reader;

static void show(const char *number, const char *date, const char *issuer,
		 const char *want)
{
	struct buf out = BUF_INIT;

	docref_show(&out, number, date, issuer);
	is_str(buf_cstr(&out), want, "docref_show");
	buf_release(&out);
}

static bool same(const struct buf *got, const char *want)
{
	return strcmp(buf_cstr(got), want ? want : "") == 0;
}

static void reads(const char *text, enum docref_sure sure, const char *number,
		  const char *date, const char *issuer)
{
	struct buf n = BUF_INIT, d = BUF_INIT, i = BUF_INIT;
	enum docref_sure got = docref_read(reader, &n, &d, &i, text,
					   strlen(text));

	ok(got == sure && same(&n, number) && same(&d, date) &&
		   same(&i, issuer),
	   "%s", text);
	if (got != sure || !same(&n, number) || !same(&d, date) ||
	    !same(&i, issuer))
		printf("#  got: %d '%s' '%s' '%s'\n", got, buf_cstr(&n),
		       buf_cstr(&d), buf_cstr(&i));
	buf_release(&n);
	buf_release(&d);
	buf_release(&i);
}

static void shows(void)
{
	show("45/KH-THPT", "2022-09-12", "UBND quận",
	     "số 45/KH-THPT ngày 12/9/2022 của UBND quận");
	show("45/KH-THPT", NULL, NULL, "số 45/KH-THPT");
	show("45/KH-THPT", "", "UBND quận", "số 45/KH-THPT của UBND quận");
	show(NULL, "2022-09-12", NULL, "ngày 12/9/2022");
	show("", "2022-09", "", "tháng 9/2022");
	show(NULL, "2023-01-05", "Sở GDĐT", "ngày 05/01/2023 của Sở GDĐT");
	show(NULL, NULL, "Sở GDĐT", "của Sở GDĐT");
	show(NULL, NULL, NULL, "");
}

#define EXACT  DOCREF_EXACT
#define LIKELY DOCREF_LIKELY
#define NOT    DOCREF_NOT

static void exact(void)
{
	reads("Kế hoạch số 115/KH-THPT.LTT ngày 20/9/2022", EXACT,
	      "115/KH-THPT.LTT", "2022-09-20", "");
	reads("Kế hoạch số 45/KH-THPT ngày 12/9/2022 của Sở GDĐT", EXACT,
	      "45/KH-THPT", "2022-09-12", "Sở GDĐT");
	reads("45/KH-THPT, ngày 12 tháng 9 năm 2022", EXACT, "45/KH-THPT",
	      "2022-09-12", "");
	reads("Số: 45/KH-THPT ngày 12-9-2022", EXACT, "45/KH-THPT",
	      "2022-09-12", "");
	reads("số 45/KH-THPT ngày 12/9/2022 của UBND quận", EXACT, "45/KH-THPT",
	      "2022-09-12", "UBND quận");
	reads("45/KH-THPT", EXACT, "45/KH-THPT", "", "");
	reads("  45/KH-THPT\u00a0", EXACT, "45/KH-THPT", "", "");
	reads("QUYẾT ĐỊNH SỐ 09/2021/QĐ-UBND", EXACT, "09/2021/QĐ-UBND", "",
	      "");
	reads("Thông tư liên tịch số 01/2018/TTLT-BGDĐT-BTC tháng 5 năm 2018",
	      EXACT, "01/2018/TTLT-BGDĐT-BTC", "2018-05", "");
	reads("Nghị quyết số 29-NQ/TW ngày 04/11/2013", EXACT, "29-NQ/TW",
	      "2013-11-04", "");
	reads("Công văn số 4267/BGDĐT-CNTT; ngày 31/8/2022; của Bộ GDĐT", EXACT,
	      "4267/BGDĐT-CNTT", "2022-08-31", "Bộ GDĐT");
	reads("CV số 12/CV-THCS", EXACT, "12/CV-THCS", "", "");
	reads("Luật số 43/2019/QH14", EXACT, "43/2019/QH14", "", "");
	reads("Số: 12 /KH- PGD&ĐT ngày 5 tháng 9 năm 2022", EXACT,
	      "12 /KH- PGD&ĐT", "2022-09-05", "");
	reads("Số : 415 / HD - PGDĐT", EXACT, "415 / HD - PGDĐT", "", "");
	reads("15b/KH-THCS", EXACT, "15b/KH-THCS", "", "");
	reads("số 45 ngày 12/9/2022", EXACT, "45", "2022-09-12", "");
	reads("ngày 12/9/2022", EXACT, "", "2022-09-12", "");
	reads("12/9/2022", EXACT, "", "2022-09-12", "");
	reads("tháng 9/2022", EXACT, "", "2022-09", "");
	reads("Kế hoạch ngày 05/6/2023 của nhà trường", EXACT, "", "2023-06-05",
	      "nhà trường");
	reads("của Sở GDĐT", EXACT, "", "", "Sở GDĐT");
	reads("Kê\u0301 hoa\u0323ch sô\u0301 45/KH-THPT cu\u0309a Sơ\u0309",
	      EXACT, "45/KH-THPT", "", "Sở");
}

static void likely(void)
{
	reads("Kế hoạch số 45/KH-THPT ngày 12/9/2022 của UBND quận về việc "
	      "dạy học trực tuyến",
	      LIKELY, "45/KH-THPT", "2022-09-12", "UBND quận");
	reads("Quyết định số 131/QĐ-TTg ngày 25/01/2022 của Thủ tướng.", LIKELY,
	      "131/QĐ-TTg", "2022-01-25", "Thủ tướng");
	reads("Căn cứ Kế hoạch số 45/KH-THPT ngày 12/9/2022 của Sở GDĐT, nhà "
	      "trường đã triển khai",
	      LIKELY, "45/KH-THPT", "2022-09-12", "Sở GDĐT");
	reads("Đã ban hành kế hoạch 45/KH-THPT của UBND quận ngày 12/9/2022",
	      LIKELY, "45/KH-THPT", "2022-09-12", "UBND quận");
	reads("Ngày 12/9/2022 ban hành kế hoạch 45/KH-THPT", LIKELY,
	      "45/KH-THPT", "2022-09-12", "");
	reads("45/KH-THPT và 46/KH-THPT", LIKELY, "45/KH-THPT", "", "");
	reads("số 45/KH-THPT ngày 31/9/2022", LIKELY, "45/KH-THPT", "", "");
	reads("số 45/KH-THPT ngày 12/9/22", LIKELY, "45/KH-THPT", "2022-09-12",
	      "");
	reads("ban hành ngày 12/9/2022", LIKELY, "", "2022-09-12", "");
	reads("ban hành kế hoạch tháng 9/2022", LIKELY, "", "2022-09", "");
	reads("Kế hoạch số 45/KH-THPT của ……", LIKELY, "45/KH-THPT", "", "");
	reads("Theo văn bản số 17 của trường (kèm theo)", LIKELY, "17", "",
	      "trường");
}

static void not_one(void)
{
	reads("", NOT, "", "", "");
	reads("…", NOT, "", "", "");
	reads("số …/KH-THPT ngày …/…/2022", NOT, "", "", "");
	reads("Số:        /SGDĐT-VP", NOT, "", "", "");
	reads("Công văn số   …/SGDĐT-VP ngày    /05/2023", NOT, "", "", "");
	reads("Chưa ban hành", NOT, "", "", "");
	reads("Kế hoạch", NOT, "", "", "");
	reads("tỷ lệ 12/15, 24/7, km/h, V/v, TH/THCS", NOT, "", "", "");
	reads("31/9/2022", NOT, "", "", "");
}

/* What docref_show() writes comes back, whichever pieces there are. */
static void round_trip(void)
{
	static const char *const numbers[] = {"",
					      "45/KH-THPT",
					      "09/2021/TT-BGDĐT",
					      "29-NQ/TW",
					      "45",
					      "12a/QĐ-PGD&ĐT",
					      "12 /KH- PGD&ĐT",
					      "77-CP",
					      "1141-TC/QĐ/CĐKT",
					      "45/kh-thpt",
					      "QĐ-45"};
	static const char *const dates[] = {"",		  "2022-09-12",
					    "2023-01-05", "2022-12-31",
					    "2022-09",	  "2022-01"};
	static const char *const issuers[] = {"",
					      "UBND quận Lê Chân",
					      "Sở GDĐT",
					      "Ban Chỉ đạo về chuyển đổi số",
					      "Bộ trưởng Bộ GD&ĐT",
					      "Hội đồng (lâm thời)",
					      "phòng ngày công"};

	for (size_t n = 0; n < sizeof(numbers) / sizeof(*numbers); n++)
		for (size_t d = 0; d < sizeof(dates) / sizeof(*dates); d++)
			for (size_t i = 0;
			     i < sizeof(issuers) / sizeof(*issuers); i++) {
				struct buf out = BUF_INIT;

				docref_show(&out, numbers[n], dates[d],
					    issuers[i]);
				reads(buf_cstr(&out), out.size ? EXACT : NOT,
				      numbers[n], dates[d], issuers[i]);
				buf_release(&out);
			}
	/* unusual numbers come back too, but are told */
	reads("số 998 /SGDĐT-GDTrH, GDTX ngày 12/9/2022 của Sở", LIKELY,
	      "998 /SGDĐT-GDTrH, GDTX", "2022-09-12", "Sở");
}

static void hostile(void)
{
	struct buf n = BUF_INIT, d = BUF_INIT, i = BUF_INIT, t = BUF_INIT;

	for (int k = 0; k < 1000; k++)
		buf_adds(&t, "1/A");
	(void)docref_read(reader, &n, &d, &i, t.data, t.size);
	buf_clear(&t);
	for (int k = 0; k < 500; k++)
		buf_adds(&t, "ngày 3");
	(void)docref_read(reader, &n, &d, &i, t.data, t.size);
	buf_clear(&t);
	for (int k = 0; k < 3000; k++)
		buf_adds(&t, "số ");
	is_int(docref_read(reader, &n, &d, &i, t.data, t.size), NOT,
	       "a text too long is not looked at");
	is_int(docref_read(reader, &n, &d, &i, "\xff\xfe 45/KH-TH \xff", 13),
	       LIKELY, "bytes that are no text");
	buf_release(&n);
	buf_release(&d);
	buf_release(&i);
	buf_release(&t);
}

int main(void)
{
	struct vb_error err = {0};

	is_int(docref_reader_new(&reader, &err), VB_OK, "patterns compile");
	is_str(err.text, "", "without an error");
	shows();
	if (reader) {
		exact();
		likely();
		not_one();
		round_trip();
		hostile();
	}
	docref_reader_free(reader);
	docref_reader_free(NULL);
	return done_testing();
}
