/*
 * What is told in words, by a dash, or of another time (src/extract/
 * anchor_none.c, anchor_spelled.c, anchor_aside.c, aside.c, counted.c,
 * said_bounds.c, said_parts.c, said_whole.c).
 */
#include "extract_kit.h"

static const char few_form[] =
	"<form xmlns='urn:vanban:form:1' id='f' version='1' type='bao-cao'>"
	"<title>Báo cáo giai đoạn 2022-2025</title>"
	"<levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Thống kê kết quả giai đoạn 2022-2025'>"
	"<line>Số lớp bồi dưỡng đã tham gia: <count id='lop' unit='lớp' "
	"label='Số lớp bồi dưỡng đã tham gia'/> lớp.</line>"
	"<line>Giáo viên có máy tính: <count id='gv' unit='giáo viên' "
	"label='Giáo viên có máy tính'/>, đạt <percent id='gv_pct' of='gv' "
	"per='base/all_n' label='Tỷ lệ giáo viên có máy tính'/>%.</line>"
	"<line>Số CSGD có mạng wifi miễn phí: <count id='wifi' by='level' "
	"unit='CSGD' label='Số CSGD có mạng wifi miễn phí'/> CSGD "
	"(<breakdown of='wifi'/>), đạt <percent id='wifi_pct' of='wifi' "
	"per='base/all_n' label='Tỷ lệ CSGD có wifi miễn phí'/>%.</line>"
	"<line>Số nền tảng dạy và học trực tuyến: <count id='nt' "
	"unit='nền tảng' label='Số nền tảng dạy và học trực tuyến'/>.</line>"
	"<line>Số nền tảng là sản phẩm trong nước: <count id='nuoc' "
	"unit='nền tảng' label='Số nền tảng là sản phẩm trong nước' "
	"constraint='. &lt;= nt'/>.</line>"
	"</section></body></form>";

static struct vb_form *form;

#define DATED                                  \
	L("UBND HUYỆN BÌNH AN")                \
	L("TRƯỜNG THCS BÌNH AN")               \
	L("Số: 12/BC-THCS")                    \
	L("Bình An, ngày 12 tháng 6 năm 2024") \
	L("BÁO CÁO") L("Kết quả thực hiện Đề án giai đoạn 2022-2025")
#define TITLE  L("Thống kê kết quả giai đoạn 2022-2025")
#define ONE(t) kit_values(form, L("Kết quả") L(t))

static void test_words(void)
{
	is_str(ONE("Bồi dưỡng kỹ năng: đã tham gia hai lớp."), "lop=2", "hai");
	is_str(ONE("Bồi dưỡng kỹ năng: dự một lớp."), "lop=1", "một");
	is_str(ONE("Bồi dưỡng kỹ năng: mỗi tổ mở một lớp."), "",
	       "any class is no count");
	is_str(ONE("Có mạng wifi miễn phí: 12 trường (Mầm non không, Tiểu học "
		   "5, THCS 7)."),
	       "wifi=12 wifi.mn=0 wifi.th=5 wifi.thcs=7 wifi_pct=?", "không");
	is_str(kit_values(form,
			  L("Kết quả") L(
				  "Số CSGD có mạng wifi miễn phí là 12 trường")
				  L("+ Cấp mầm non: không có")
					  L("+ Cấp tiểu học có 5 trường")
						  L("+ Cấp THCS có 7 trường")),
	       "wifi=12 wifi.mn=0 wifi.th=5 wifi.thcs=7 wifi_pct=?",
	       "below a sentence without a colon");
	is_str(ONE("Có mạng wifi miễn phí: 12 trường, Mầm non: -; Tiểu học: 5; "
		   "THCS: 7."),
	       "wifi=12 wifi.th=5 wifi.thcs=7 wifi_pct=?",
	       "a dash is a figure's place, its level not that before it");
}

static void test_parts(void)
{
	is_str(ONE("Có mạng wifi miễn phí: 12 trường, đạt 75% (Tiểu học 5, THCS "
		   "7)."),
	       "wifi=12 wifi.th=5 wifi.thcs=7 wifi_pct=75",
	       "levels behind a rate are of the count");
	is_str(ONE("Có mạng wifi miễn phí: 12 trường - 75%, tăng 3 trường so "
		   "với năm học trước, Tiểu học 5, THCS 7."),
	       "wifi=12 wifi.th=5 wifi.thcs=7 wifi_pct=75",
	       "... and behind what it grew by");
	is_str(kit_values(form, TITLE L("- Số nền tảng dạy học trực tuyến đang "
					"dùng: 3 nền tảng (OLM, Azota)")
					L("- Số nền tảng trong nước: 2 nền "
					  "tảng")),
	       "nt=3 nuoc=2", "the part in the next line");
}

static void test_times(void)
{
	is_str(kit_values(form, DATED TITLE TBL(ROW4(
					"Nội dung", "Tổng số", "Số lượng",
					"Tỉ lệ") ROW4("Giáo viên có máy tính",
						      "73", "38", "52%"))),
	       "gv=38 gv_pct=52", "a title of all the years hides no whole");
	is_str(kit_values(form,
			  TITLE TBL(ROW4("Nội dung", "Năm 2022", "Số lượng",
					 "Tỉ lệ") ROW4("Giáo viên có máy tính",
						       "140", "53", "88,3%"))),
	       "gv=53 gv_pct=88.3", "a year beside a column of no time");
}

int main(void)
{
	if (!kit_open(&form, few_form, "f.xml"))
		return done_testing();
	test_words();
	test_parts();
	test_times();
	vb_form_free(form);
	return done_testing();
}
