/*
 * Parts and wholes as offices of their own write them (src/extract/
 * said_around.c, said_bounds.c, said_family.c, said_match.c, said_note.c,
 * said_order.c, said_outline.c, said_parts.c, said_table.c): levels line by
 * line, ranks in words, figures of one year's pupils, a part that "riêng"
 * begins, figures in the order of a list.
 */
#include "extract_kit.h"

static const char parts_form[] =
	"<form xmlns='urn:vanban:form:1' id='p' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí: "
	"<count id='wifi' by='level' unit='CSGD' label='Số CSGD có mạng wifi "
	"miễn phí'/> CSGD (<breakdown of='wifi'/>), đạt tỷ lệ: <percent "
	"id='wifi_pct' of='wifi' per='base/all_n' label='Tỷ lệ CSGD có mạng "
	"wifi miễn phí'/>%.</line>"
	"<line>Số CSGD (theo bậc học) có phòng studio: <count id='studio' "
	"by='level' unit='CSGD' label='Số CSGD có phòng studio'/> CSGD "
	"(<breakdown of='studio'/>).</line>"
	"<line>Số CSGD (theo bậc học) đáp ứng yêu cầu dạy môn tin học: "
	"<count id='it' by='level' unit='CSGD' label='Số CSGD đáp ứng yêu cầu "
	"dạy môn tin học'/> CSGD (<breakdown of='it'/>). Chia ra, mức 1: "
	"<count id='it1' unit='CSGD' label='Số CSGD đáp ứng dạy tin học ở mức "
	"1'/> CSGD; mức 2: <count id='it2' unit='CSGD' label='Số CSGD đáp ứng "
	"dạy tin học ở mức 2' constraint='it1 + . = it'/> CSGD.</line>"
	"<line>Tổng số học liệu hiện có: <count id='all' by='level' "
	"unit='học liệu' label='Tổng số học liệu hiện có'/> học liệu "
	"(<breakdown of='all'/>); riêng năm học 2022-2023 xây dựng được: "
	"<count id='new' unit='học liệu' label='Học liệu xây dựng năm học "
	"2022-2023' constraint='. &lt;= all'/> học liệu.</line>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

#define ONE(t) read_body(L("Kết quả") L(t))
#define OVER(n, t) \
	"<w:tc><w:tcPr><w:gridSpan w:val='" n "'/></w:tcPr>" L(t) "</w:tc>"
/* The first of two cells one above the other, and the second. */
#define DOWN(t) \
	"<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" L(t) "</w:tc>"
#define UNDER	"<w:tc><w:tcPr><w:vMerge/></w:tcPr>" P("") "</w:tc>"
#define CAP(in) L("Bảng 2. Hạ tầng, thiết bị") TBL(in)

static void test_levels(void)
{
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "CSGD có wifi miễn phí: 45/60 (75%)") L("Mầm non: 15")
				 L("Tiểu học: 17") L("THCS: 13")
					 L("CSGD có phòng studio: 6/60") L(
						 "Mầm non: 0") L("Tiểu học: 2")
						 L("THCS: 4")),
	       "wifi=45 wifi.mn=15 wifi.th=17 wifi.thcs=13 wifi_pct=75 studio=6 studio.mn=0 studio.th=2 studio.thcs=4",
	       "a level alone goes on with the line before");
	is_str(ONE("Phòng studio chỉ có ở 2 trường THCS."), "studio=2",
	       "all there are");
	is_str(ONE("Phòng studio chỉ có ở 2 trường THCS và 1 trường tiểu học."),
	       "studio.th=1 studio.thcs=2", "of two levels");
	is_str(ONE("Mạng không dây miễn phí đã có ở 48 trường, đạt 85,7%."),
	       "wifi=48 wifi_pct=85.7", "wifi in other words");
	is_str(ONE("Có 45 trường đã có mạng wifi miễn phí. Đáp ứng dạy môn tin "
		   "học gồm 14 trường tiểu học và 9 trường THCS."),
	       "wifi=45 it.th=14 it.thcs=9",
	       "a list that gồm begins goes on with no list before");
}

static void test_ranks(void)
{
	is_str(ONE("Đáp ứng yêu cầu dạy môn tin học: 19 trường ở mức một, 9 "
		   "trường ở mức hai."),
	       "it=? it1=19 it2=9", "mức một is mức 1");
	is_str(ONE("Cả huyện có 28 trường đáp ứng yêu cầu dạy môn tin học. Xếp theo mức thì 19 trường ở mức một, 9 "
		   "trường ở mức hai."),
	       "it=28 it1=19 it2=9", "beside the whole");
	is_str(read_body(CAP(
		       TR(DOWN("Bậc học") OVER("3", "Đáp ứng dạy môn Tin học"))
			       TR(UNDER C("Số CSGD") C("Mức 1") C("Mức 2"))
				       ROW4("Tiểu học", "13", "8",
					    "5") ROW4("THCS", "11", "4", "7")
					       ROW4("Tổng", "24", "12", "12"))),
	       "it=24 it.th=13 it.thcs=11 it1=12 it2=12",
	       "columns of parts are told by their row of sums");
}

static void test_bounds(void)
{
	is_str(ONE("Kho hiện có 1.874 học liệu, riêng năm học này xây dựng 642 "
		   "học liệu, vượt chỉ tiêu 500 học liệu đề ra."),
	       "all=1874 new=642", "a part that a new year begins, and a plan");
	is_str(ONE("Kho hiện có 93 học liệu, trong đó 15 học liệu dự thi."), "",
	       "another part");
}

/* "lần lượt": labels, rates and what leads the list in, and what comes behind
 * it. */
static void test_lists(void)
{
	is_str(ONE("Số CSGD có mạng wifi miễn phí và số CSGD có phòng studio, "
		   "phòng thu lần lượt là 46/48 (95,8%) và 30 trường."),
	       "wifi=46 wifi_pct=95.8 studio=30",
	       "labels that begin alike, a rate in brackets");
	is_str(ONE("Toàn huyện có 40 CSGD có mạng wifi miễn phí. Ở tiểu học, "
		   "số CSGD có mạng wifi miễn phí và số CSGD có phòng studio "
		   "lần lượt là 12 và 3 trường."),
	       "wifi=40 wifi.th=12 studio.th=3",
	       "what leads the list in is said of all of it");
	is_str(ONE("Có chín trường có phòng studio, trong đó bốn trường tiểu "
		   "học và năm trường THCS."),
	       "studio=9 studio.th=4 studio.thcs=5", "levels in words");
	is_str(ONE("Có 37/66 trường có mạng wifi miễn phí, trong đó mầm non, "
		   "tiểu học, THCS lần lượt là 5, 14 và 18 trường; năm học "
		   "trước con số này là 29 trường."),
	       "wifi=37 wifi.mn=5 wifi.th=14 wifi.thcs=18",
	       "levels in the order of a list, and another year behind it");
	is_str(ONE("Tổng số học liệu hiện có: 1.210 (MN 180 + TH 490 + THCS "
		   "540), xây dựng năm học 2022-2023: 365."),
	       "all=1210 all.mn=180 all.th=490 all.thcs=540 new=365",
	       "levels with a plus between");
	is_str(ONE("17 trường, bằng đúng 50%, được phủ mạng wifi miễn phí, "
		   "trong đó 9 trường tiểu học và 8 trường THCS."),
	       "wifi=17 wifi.th=9 wifi.thcs=8 wifi_pct=50",
	       "trong đó behind the words of a rate");
	is_str(ONE("Phòng studio có ở 4 trường mầm non, 3 trường tiểu học và "
		   "5 trường THCS (12 cơ sở)."),
	       "studio=12 studio.mn=4 studio.th=3 studio.thcs=5",
	       "brackets that add the levels up");
	is_str(ONE("Tính chung, kể cả mầm non, có 45 CSGD có mạng wifi miễn "
		   "phí."),
	       "wifi=45", "a level that is counted in");
}

/* What stands above the lines of levels. */
static void test_led_lines(void)
{
	is_str(read_body(L("Kết quả") L("- 24 CSGD có mạng wifi miễn phí.")
				 L("Trong đó: 6 trường mầm non; 11 trường tiểu "
				   "học; 7 trường THCS")),
	       "wifi=24 wifi.mn=6 wifi.th=11 wifi.thcs=7",
	       "levels in the line below a whole that they add up to");
	is_str(read_body(
		       L("Hạ tầng") L("- Phòng studio: 9 CSGD, năm học "
				      "trước 3 CSGD:") L("+ Mầm non: 1 trường")
			       L("+ Tiểu học: 3 trường") L("+ THCS: 5 trường")),
	       "studio=9 studio.mn=1 studio.th=3 studio.thcs=5",
	       "last year's figure beside that of now");
	is_str(read_body(L("Hạ tầng") L("* Phòng studio của các trường") L(
		       "Mầm non có 2 trường. Tiểu học có 5 trường.")),
	       "studio.mn=2 studio.th=5", "a title behind a bullet");
	is_str(read_body(L("Số CSGD có mạng wifi cung cấp miễn phí?") L(
		       "12, tỷ lệ 100%") L("Số CSGD có phòng studio?") L("2")),
	       "wifi=12 wifi_pct=100 studio=2", "questions");
}

/* Columns of levels, and of what the form asks for without. */
static void test_level_tables(void)
{
	is_str(read_body(CAP(
		       ROW5("TT", "Nội dung", "Kết quả", "Theo bậc học",
			    "Tỷ lệ") ROW5("1", "Số CSGD có mạng wifi miễn phí",
					  "45", "Mầm non: 12", "75%")
			       ROW5("2", "Số CSGD có phòng studio", "9",
				    "Tiểu học: 4", ""))),
	       "wifi=45 wifi.mn=12 wifi_pct=75 studio=9 studio.th=4",
	       "a cell of a level says nothing of the next");
	is_str(read_body(CAP(ROW4("Bậc học", "Có phòng studio",
				  "Tổng số học liệu hiện có",
				  "Xây dựng năm học 2022-2023")
				     ROW4("Tiểu học", "4", "702", "90")
					     ROW4("THCS", "7", "590", "60")
						     ROW4("Cộng", "11", "1292",
							  "150"))),
	       "studio=11 studio.th=4 studio.thcs=7 all=1292 all.th=702 "
	       "all.thcs=590 new=150",
	       "a total of what has no levels");
	is_str(read_body(CAP(ROW4("Nội dung", "Tiểu học", "THCS", "Tổng") ROW4(
		       "Đáp ứng yêu cầu dạy môn tin học", "13", "11", "24")
				     ROW4("- Mức 1", "7", "4", "11")
					     ROW4("- Mức 2", "6", "7", "13"))),
	       "it=24 it.th=13 it.thcs=11 it1=11 it2=13",
	       "rows of parts by level");
	is_str(ONE("Có phòng studio: 02 CSGD; trong đó tiểu học 02, THCS "
		   "không có."),
	       "studio=2 studio.th=2 studio.thcs=0", "none beside a level");
}

static const char school_form[] =
	"<form xmlns='urn:vanban:form:1' id='t' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<base><count id='hs_n'/><count id='gv_n'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Thống kê kết quả'>"
	"<line mark='-'>Số giáo viên có máy tính: <count id='gv' "
	"unit='giáo viên' label='Số giáo viên có máy tính'/>, đạt: <percent "
	"id='gv_pct' of='gv' per='base/gv_n' label='Tỷ lệ giáo viên có máy "
	"tính'/>%.</line>"
	"<line mark='-'>Số học sinh có đường truyền Internet: <count id='hs' "
	"unit='học sinh' label='Số học sinh có đường truyền Internet'/>, đạt: "
	"<percent id='hs_pct' of='hs' per='base/hs_n' label='Tỷ lệ học sinh có "
	"đường truyền Internet'/>%.</line>"
	"<line mark='-'>Số nền tảng: <count id='nt' unit='nền tảng' label='Số "
	"nền tảng dạy học trực tuyến'/> (nêu rõ tên: <text id='ten'/>).</line>"
	"<line mark='-'>Số học sinh sử dụng nền tảng: <count id='dung' "
	"unit='học sinh' label='Số học sinh sử dụng nền tảng'/>.</line>"
	"</section></body></form>";

static void test_school(void)
{
	is_str(read_body(CAP(ROW4("Chỉ tiêu", "THCS", "THPT", "Cộng") ROW4(
		       "GV có máy tính", "26", "41", "67")
				     ROW4("Số nền tảng", "2", "2", "3")
					     ROW4("HS sử dụng nền tảng", "405",
						  "698", "1103"))),
	       "gv=67 nt=3 ten=? dung=1103",
	       "beside Cộng the levels are parts");
	is_str(read_body(CAP(
		       TR(DOWN("Đối tượng") OVER("2", "Có máy tính")
				  OVER("2", "Có đường truyền Internet"))
			       TR(UNDER C("SL") C("TL (%)") C("SL") C("TL (%)"))
				       ROW5("Giáo viên", "40", "100", "40",
					    "100") ROW5("Học sinh", "", "",
							"510", "99,6"))
				 L("HIỆU TRƯỞNG") L("Bùi Gia Hân")),
	       "gv=40 gv_pct=100 hs=510 hs_pct=99.6",
	       "TL (%) over a column is no signature");
	is_str(ONE("Có 505 học sinh sử dụng nền tảng, trong đó 170 em khối 10, "
		   "168 em khối 11 và 167 em khối 12."),
	       "dung=505", "pupils of one year");
	is_str(ONE("GV có máy tính: 18 GV, đạt 100 %; HV có mạng: 301, đạt = "
		   "88,0 %."),
	       "gv=18 gv_pct=100 hs=301 hs_pct=88", "HV, mạng");
	is_str(ONE("Giáo viên có máy tính: 21, học sinh có đường truyền "
		   "Internet: 97, tỉ lệ lần lượt là 100% và 30,7%."),
	       "gv=21 gv_pct=100 hs=97 hs_pct=30.7",
	       "rates in the order of counts behind colons");
	is_str(ONE("Trường có 15 cô có máy tính."), "gv=15", "cô");
	is_str(read_body(CAP(
		       ROW3("Khối", "HS có đường truyền Internet", "Tỉ lệ %")
			       ROW3("6", "262", "92,6") ROW3("7", "240", "88,6")
				       ROW3("Toàn trường", "502", "90,6"))),
	       "hs=502 hs_pct=90.6", "rows that numbers name");
}

int main(void)
{
	if (!kit_open(&form, parts_form, "p.xml"))
		return done_testing();
	test_levels();
	test_ranks();
	test_bounds();
	test_lists();
	test_led_lines();
	test_level_tables();
	vb_form_free(form);
	if (!kit_open(&form, school_form, "t.xml"))
		return done_testing();
	test_school();
	vb_form_free(form);
	return done_testing();
}
