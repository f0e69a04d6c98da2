/*
 * Figures of sentences (src/extract/said_parts.c, said_order.c,
 * said_outline.c): where what is said of one ends and that of the next begins,
 * lists told in order, titles without numbers. "id=?" is doubted.
 */
#include "extract_kit.h"

static const char prose_form[] =
	"<form xmlns='urn:vanban:form:1' id='van' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/><count id='all_gv'/>"
	"</base><heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí cho giáo "
	"viên và học sinh: <count id='wifi' by='level' unit='CSGD' "
	"label='Số CSGD có mạng wifi miễn phí'/> CSGD (<breakdown of='wifi'/>)"
	", đạt tỷ lệ: <percent id='wifi_pct' of='wifi' per='base/all_n' "
	"label='Tỷ lệ CSGD có mạng wifi miễn phí'/>%.</line>"
	"<line>Số CSGD có phòng phát triển học liệu (phòng studio): "
	"<count id='studio' unit='CSGD' label='Số CSGD có phòng phát triển học "
	"liệu (studio)'/> CSGD, đạt tỷ lệ: <percent id='studio_pct' "
	"of='studio' per='base/all_n' label='Tỷ lệ CSGD có phòng phát triển "
	"học liệu (studio)'/>%.</line>"
	"</section><section title='Chuyển đổi số trong quản trị'>"
	"<line>Số CSGD được đánh giá mức độ 1: <count id='m1' unit='CSGD' "
	"label='Số CSGD quản trị mức 1'/> CSGD, tỷ lệ: <percent id='m1_pct' "
	"of='m1' per='base/all_n' label='Tỷ lệ CSGD quản trị mức 1'/>%, mức độ 2: "
	"<count id='m2' unit='CSGD' label='Số CSGD quản trị mức 2'/> CSGD, tỷ "
	"lệ: <percent id='m2_pct' of='m2' per='base/all_n' label='Tỷ lệ CSGD "
	"quản trị mức 2'/>%, mức độ 3: <count id='m3' unit='CSGD' label='Số CSGD "
	"quản trị mức 3'/> CSGD, tỷ lệ: <percent id='m3_pct' of='m3' "
	"per='base/all_n' label='Tỷ lệ CSGD quản trị mức 3'/>%.</line>"
	"</section><section title='Nguồn nhân lực'>"
	"<line>Số giáo viên được tập huấn về an toàn thông tin: "
	"<count id='safe' unit='giáo viên' label='Số giáo viên được tập huấn "
	"an toàn thông tin'/> giáo viên, chiếm tỷ lệ: <percent id='safe_pct' "
	"of='safe' per='base/all_gv' label='Tỷ lệ giáo viên được tập huấn an "
	"toàn thông tin'/>%.</line></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

/* One paragraph of a page of its own. */
#define ONE(t) read_body(L("Kết quả") L(t))
#define QT     "Chuyển đổi số trong quản trị: "

/* Figures by strokes, of names by strokes. */
static void test_strokes(void)
{
	is_str(ONE(QT "mức 1/2/3: 5/12/8 trường."), "m1=5 m2=12 m3=8",
	       "names and figures by strokes");
	is_str(ONE(QT "mức 3/2/1: 08/12/05 CSGD, đạt tỷ lệ tương ứng "
		      "32%/48%/20%."),
	       "m1=5 m1_pct=20 m2=12 m2_pct=48 m3=8 m3_pct=32",
	       "rates of the same names");
	is_str(ONE(QT "mức 1/2/3 lần lượt là 5/12/8 trường, chiếm "
		      "20%/48%/32%."),
	       "m1=5 m1_pct=20 m2=12 m2_pct=48 m3=8 m3_pct=32",
	       "behind 'lần lượt'");
	is_str(ONE("CSGD có mạng wifi cung cấp miễn phí, MN/TH/THCS: 6/11/7."),
	       "wifi.mn=6 wifi.th=11 wifi.thcs=7", "levels");
	is_str(ONE(QT "mức 1/2/3: 5/12 trường."), "", "fewer figures");
	is_str(ONE(QT "mức 1/2/3, báo cáo ngày 15/9/2022."), "",
	       "a day is no list");
	is_str(ONE("CSGD có mạng wifi cung cấp miễn phí: 18/24 trường."),
	       "wifi=18 wifi_pct=?", "a part of a whole is none");
}

/* Tables that tabs lay out. */
static void test_tabs(void)
{
	is_str(read_body(L("Kết quả") L("Chuyển đổi số trong quản trị:")
				 L("\tMức độ 1\tMức độ 2\tMức độ 3")
					 L("Toàn huyện\t9 = 18,4%\t29 = "
					   "59,2%\t11 = 22,4%")),
	       "m1=9 m1_pct=18.4 m2=29 m2_pct=59.2 m3=11 m3_pct=22.4",
	       "heads and figures between tabs");
	is_str(read_body(L("Kết quả") L("Chuyển đổi số trong quản trị:") L(
		       "\tMức độ 1\tMức độ 2") L("Toàn huyện\t9 = 18,4%\t29 = "
						 "59,2%\t11 = 22,4%")),
	       "", "fewer heads");
}

static void test_order(void)
{
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là 5, 12, 8 trường."),
	       "m1=5 m2=12 m3=8", "a list told in its order");
	is_str(ONE(QT "số trường đạt mức 1, mức 2 và mức 3 lần lượt là 5, 12 "
		      "và 8 trường."),
	       "m1=5 m2=12 m3=8", "words that lead it in, 'và'");
	is_str(ONE(QT "mức 2, mức 3, mức 1 lần lượt là 5, 12, 8 trường."),
	       "m1=8 m2=5 m3=12", "not the form's order");
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là 5, ......, 8 trường."),
	       "m1=5 m3=8", "a blank left in the midst");
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là ......, 12, …… trường."),
	       "m2=12", "two blanks left");
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là 5 trường (20%), 12 "
		      "trường (48%), 8 trường (32%)."),
	       "m1=5 m1_pct=20 m2=12 m2_pct=48 m3=8 m3_pct=32",
	       "counts and rates by turns");
}

static void test_order_levels(void)
{
	is_str(ONE("Mạng wifi miễn phí: mầm non, tiểu học, THCS lần lượt là 5, "
		   "20, 25 trường."),
	       "wifi.mn=5 wifi.th=20 wifi.thcs=25", "levels in order");
	is_str(ONE("Mạng wifi miễn phí: THCS, tiểu học, mầm non lần lượt là "
		   "25, ......, 5 trường."),
	       "wifi.mn=5 wifi.thcs=25", "in another, one left blank");
}

static void test_order_unfit(void)
{
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là 5, 12 trường."), "",
	       "fewer figures than names");
	is_str(ONE(QT "mức 1, mức 2 lần lượt là 5, 12, 8 trường."), "", "more");
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là 5, ......, ......, 8 "
		      "trường."),
	       "", "more with its blanks");
	is_str(ONE(QT "mức 1 lần lượt là 5, 12 trường."), "", "no list");
	is_str(ONE(QT "mức 1, mức 2, mức 3 lần lượt là 5, 12 trường. Mạng "
		      "wifi miễn phí có ở 45 trường."),
	       "wifi=45", "the next sentence is read");
}

static void test_cuts(void)
{
	is_str(ONE("Có 45 trường lắp mạng wifi miễn phí, chiếm 75%; 12 trường "
		   "có phòng studio phát triển học liệu, chiếm 20%."),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "', chiếm 75%' is said of the count before");
	is_str(ONE("Có 45 trường đã mua thiết bị, lắp mạng wifi miễn phí, "
		   "chiếm 75%."),
	       "wifi=45 wifi_pct=75", "the comma before 'chiếm', no other");
	is_str(ONE("Có 45 trường lắp mạng wifi miễn phí với 12 trường có phòng "
		   "studio phát triển học liệu."),
	       "wifi=45 studio=12", "'với' parts two figures");
	is_str(ONE("Tập huấn an toàn thông tin cho 300 giáo viên với 4 lớp."),
	       "safe=300 safe_pct=?", "'với' and what was not asked");
	is_str(ONE("Mạng wifi miễn phí có ở 45 trường và phòng studio phát "
		   "triển học liệu có ở 12 trường."),
	       "wifi=45 studio=12 studio_pct=?", "'và' does");
}

static void test_names(void)
{
	is_str(ONE("Chuyển đổi số trong quản trị: MĐ1 178 (90,4%)."),
	       "m1=178 m1_pct=90.4", "'MĐ1' is a name, not a thousand");
	is_str(ONE("Chuyển đổi số trong quản trị: MĐ1 178 (90,4%), MĐ2 12 "
		   "(6,1%)."),
	       "m1=178 m1_pct=90.4 m2=12 m2_pct=6.1", "two of them");
	is_str(ONE("Mạng wifi miễn phí: TH + THCS: 45 trường."), "wifi_pct=?",
	       "levels named together are none");
	is_str(ONE("Mạng wifi miễn phí: TH và THCS: 45 trường."),
	       "wifi.thcs=? wifi_pct=?", "likewise with 'và'");
	is_str(ONE("Mạng wifi miễn phí: MN: 5 trường; TH + THCS: 40 trường."),
	       "wifi.mn=5 wifi_pct=?", "nor do they take from the one before");
	is_str(ONE("Mạng wifi miễn phí: TH: 20 trường, THCS: 25 trường."),
	       "wifi.th=20 wifi.thcs=25 wifi_pct=?", "named apart they are");
}

static void test_blanks(void)
{
	is_str(ONE("Mạng wifi miễn phí: ...... trường, đạt 75%; phòng studio "
		   "phát triển học liệu: 12 trường."),
	       "wifi_pct=75 studio=12 studio_pct=?", "a blank keeps its words");
	is_str(ONE("Mạng wifi miễn phí: 45 trường (......%); phòng studio phát "
		   "triển học liệu: ...... trường (20%)."),
	       "wifi=45 studio=? studio_pct=20", "blanks in brackets");
	is_str(ONE(QT "mức 1: trường (15%); mức 2: 12 trường (48%)."),
	       "m1_pct=15 m2=12 m2_pct=48", "a count that was lost");
}

/* Titles that are no more than a short line. */
static void test_titles(void)
{
	is_str(read_body(L("Mạng wifi miễn phí") L("Toàn huyện có 45 trường.")
				 L("Phòng phát triển học liệu")
					 L("Toàn huyện có 12 trường.")),
	       "wifi=45 studio=12", "each is below its own");
	is_str(read_body(L("Mạng wifi miễn phí.")
				 L("Toàn huyện có 45 trường.")),
	       "", "a sentence is no title");
	is_str(read_body(L("Mạng wifi miễn phí, phòng phát triển học liệu của "
			   "các cơ sở giáo dục trong toàn huyện năm nay")
				 L("Toàn huyện có 45 trường.")),
	       "", "nor are many words");
}

static void test_together(void)
{
	is_str(ONE("Về tập huấn an toàn thông tin: có 300 giáo viên, đạt 92%."),
	       "safe=300 safe_pct=92", "the rate goes on with the count");
	is_str(ONE(QT "có 5 trường đạt mức 1, 12 trường đạt mức 2, 8 trường "
		      "đạt mức 3."),
	       "m1=5 m2=12 m3=8", "what leads in is said of all");
	is_str(ONE(QT "mức 1 có 5 trường, chiếm 20%, mức 2 có 12 trường, chiếm "
		      "48%, mức 3 có 8 trường, chiếm 32%."),
	       "m1=5 m1_pct=20 m2=12 m2_pct=48 m3=8 m3_pct=32",
	       "commas alone part them");
	is_str(ONE(QT "mức độ 1: 5 trường; trung bình: 12 trường; mức độ 3: "
		      "8 trường."),
	       "m1=5 m2=12 m3=8", "what is left between two that are told");
	is_str(ONE(QT "mức độ 1: 5 trường; trung bình: 12 trường; yếu: 9 "
		      "trường; mức độ 3: 8 trường."),
	       "m1=5 m3=8", "more than the form has there");
}

/* A line that is said of the one above. */
static void test_below(void)
{
	is_str(read_body(L("Kết quả") L("- Mạng wifi miễn phí: 45 trường")
				 L("+ Tiểu học: 25") L("+ THCS: 20")
					 L("- Chiếm tỷ lệ: 75%")),
	       "wifi=45 wifi.th=25 wifi.thcs=20 wifi_pct=75",
	       "a rate and no more, below the levels");
	is_str(read_body(L("Kết quả") L("- Mạng wifi miễn phí: 45 trường")
				 L("- Số phòng phát triển học liệu: ...... "
				   "trường") L("- Đạt tỷ lệ: 20%")),
	       "wifi=45 wifi_pct=? studio_pct=20",
	       "below a line that was left blank");
	is_str(read_body(L("Chuyển đổi số trong quản trị, xét chung: mức 1 có "
			   "5 trường, mức 2 có 12 trường, mức 3 có 8 trường.")
				 L("Riêng tiểu học, mạng wifi miễn phí có ở 20 "
				   "trường.") L("Bậc THCS có 25 trường.")),
	       "wifi.th=20 m1=5 m2=12 m3=8", "a paragraph of another level");
	is_str(read_body(L("Toàn huyện có 45 trường có mạng wifi miễn phí, đạt "
			   "75% (còn 2 trường năm học 2023-2024 mới làm). "
			   "Chia ra:") L("+ Tiểu học: 25 trường;")
				 L("+ THCS: 20 trường.")),
	       "wifi=45 wifi.th=25 wifi.thcs=20 wifi_pct=75",
	       "a year in brackets is that of nothing below");
}

static void test_levels(void)
{
	is_str(ONE("Có 52 trường (100%) đã lắp mạng wifi miễn phí cho học "
		   "sinh: 17 mầm non, 18 tiểu học, 17 THCS."),
	       "wifi=52 wifi.mn=17 wifi.th=18 wifi.thcs=17 wifi_pct=100",
	       "words between a figure and its list are the figure's");
	is_str(ONE("Mạng wifi miễn phí: 45/60 trường, đạt 75% (MN: 12/20, đạt "
		   "60%; TH: 20/25, đạt 80%; THCS: 13/15, đạt 86,67%)."),
	       "wifi=45 wifi.mn=12 wifi.th=20 wifi.thcs=13 wifi_pct=75",
	       "levels with rates of their own");
	is_str(ONE("Toàn huyện có 45 trường đã làm xong. Mạng wifi miễn phí: "
		   "mầm non 12 trường, tiểu học 20 trường, THCS 13 trường."),
	       "wifi.mn=12 wifi.th=20 wifi.thcs=13", "another's whole");
	is_str(ONE("Năm nay, 300 giáo viên (90%) được bồi dưỡng quản lý, sử "
		   "dụng phần mềm, 280 giáo viên (84%) được tập huấn an toàn "
		   "thông tin."),
	       "safe=280 safe_pct=84", "the comma before a figure parts them");
}

static void test_open(void)
{
	is_str(ONE("Mạng wifi miễn phí ở mầm non, tiểu học, THCS lần lượt là "
		   "5, 20, 20 trường."),
	       "wifi.mn=5 wifi.th=20 wifi.thcs=20", "levels in order");

	is_str(ONE("Có 45 trường, chiếm 75% lắp mạng wifi miễn phí, 12 trường, "
		   "chiếm 20% có phòng studio phát triển học liệu."),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "what they have behind the rate");

	is_str(ONE("Chuyển đổi số trong quản trị: mức 1 178 (90,4%)."),
	       "m1=178 m1_pct=90.4", "no thousand of the name's number");

	is_str(ONE("Có 45 trường, chiếm 75% lắp mạng wifi miễn phí."),
	       "wifi=45 wifi_pct=75", "what both have behind the rate");
	is_str(ONE(QT "mức độ 1: 5 trường (20%); mức độ 2: 12 trường (48%); "
		      "còn lại 8 trường (32%)."),
	       "m1=5 m1_pct=20 m2=12 m2_pct=48 m3=8 m3_pct=32",
	       "the rest of the levels");
}

/* Lists told in their order, in words of other kinds and in brackets. */
static void test_orders(void)
{
	is_str(ONE(QT "mức 1, mức 2, mức 3 tương ứng là 5, 12, 8 trường."),
	       "m1=5 m2=12 m3=8", "each");
	is_str(ONE(QT "mức 1, mức 2, mức 3 theo thứ tự là 5, 12, 8 trường."),
	       "m1=5 m2=12 m3=8", "in order");
	is_str(ONE(QT "12 trường mức 2, tương ứng 48%."), "m2=12 m2_pct=48",
	       "a rate alone is no list");
	is_str(ONE("Mạng wifi miễn phí ở 38 trường (mầm non, tiểu học, THCS "
		   "lần lượt là 5, 20 và 13); 12 trường có phòng studio."),
	       "wifi=38 wifi.mn=5 wifi.th=20 wifi.thcs=13 studio=12",
	       "a list ends with its bracket");
	is_str(ONE("Mạng wifi miễn phí ở mầm non, tiểu học, THCS lần lượt là "
		   "5 trường; 20 trường và 13 trường."),
	       "wifi.mn=5 wifi.th=20 wifi.thcs=13",
	       "semicolons part its figures");
	is_str(ONE(QT "có 5 trường mức độ 1 và 12 trường mức độ 2, tỷ lệ lần "
		      "lượt là 20% và 48%."),
	       "m1=5 m1_pct=20 m2=12 m2_pct=48", "rates of figures before");
}

/* What a figure is of, how it changed, and what goes on behind it. */
static void test_wholes(void)
{
	is_str(ONE("Có 45 trên tổng số 60 trường lắp mạng wifi miễn phí, đạt "
		   "75%."),
	       "wifi=45 wifi_pct=75", "of all");
	is_str(ONE("Có 45 trong số 60 trường lắp mạng wifi miễn phí."),
	       "wifi=45", "among");
	is_str(ONE("Trong 60 trường, số trường có mạng wifi miễn phí là 45."),
	       "wifi=45", "what leads in is a whole");
	is_str(ONE("Mạng wifi miễn phí có ở 45 trường, bằng 75% số trường."),
	       "wifi=45 wifi_pct=75", "equal, no table");
	is_str(ONE("Mạng wifi miễn phí: 45 trường, đạt 75%, tăng 5% so với "
		   "kế hoạch của Phòng."),
	       "wifi=45 wifi_pct=75", "a change");
	is_str(ONE("Mạng wifi miễn phí: 45 trường, đạt 75%. Phòng phát triển "
		   "học liệu còn thiếu ở nhiều nơi."),
	       "wifi=45 wifi_pct=75", "the next sentence is none of it");
	is_str(ONE("12 cán bộ quản lý, giáo viên được tập huấn an toàn thông "
		   "tin trong 3 lớp."),
	       "safe=12 safe_pct=?", "a comma amid persons parts nothing");
	is_str(ONE("Có 5 trường mầm non, 20 trường tiểu học và 13 trường THCS "
		   "lắp mạng wifi miễn phí, cộng 38 trường."),
	       "wifi=38 wifi.mn=5 wifi.th=20 wifi.thcs=13",
	       "said behind all of them, and of their sum");
	is_str(ONE(QT "5 trường mức 1 (20%), ...... trường mức 2 (48%), 8 "
		      "trường mức 3 (32%)."),
	       "m1=5 m1_pct=20 m2_pct=48 m3=8 m3_pct=32",
	       "a blank behind a bracket");
}

/* The level of all is no level's; a rate beside another's count. */
static void test_of_all(void)
{
	is_str(ONE("Mạng wifi miễn phí có ở 45 trường (đều thuộc bậc THCS), "
		   "đạt 75%."),
	       "wifi=45 wifi_pct=75", "the level of all is no part");
}

/* "MN + TH: 5 + 20 = 25" */
static void test_added(void)
{
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí "
		       "cho giáo viên và học sinh: MN + TH + THCS: 5 + 20 + 8 "
		       "= 33 CSGD, đạt tỷ lệ: 75%.")),
	       "wifi=33 wifi.mn=5 wifi.th=20 wifi.thcs=8 wifi_pct=75",
	       "levels in the order of their names");
	is_str(ONE("Mạng wifi miễn phí: MN + TH + THCS: 5 + 20 CSGD."), "",
	       "not as many");
	is_str(ONE("Mạng wifi miễn phí: 25 CSGD (MN: 5; TH + THCS: 15 + 5 "
		   "trường liên cấp)."),
	       "wifi=25 wifi.mn=? wifi_pct=?", "what is added is of no level");
	is_str(ONE("Mạng wifi miễn phí: 45\xc2\xa0/ 60 CSGD, đạt 75%."),
	       "wifi=45 wifi_pct=75", "parts with spaces between");
	is_str(ONE("Mạng wifi miễn phí: 2 đến 3 CSGD."), "",
	       "a range is no figure");
	is_str(ONE("Mạng wifi miễn phí: 45 CSGD............"), "wifi=45",
	       "what is left of the leader behind it");
}

/* "20/25": its rate stands behind, and other percentages may. */
static void test_fractions(void)
{
#define SAFE_LINE                                                                                    \
	"Số giáo viên được tập huấn về an toàn thông tin: 120 giáo viên, chiếm " \
	"tỷ lệ: 120/150"
	is_str(ONE(SAFE_LINE " giáo viên, đạt 80%"), "safe=120 safe_pct=80",
	       "the rate of the fraction");
	is_str(ONE("Số giáo viên được tập huấn về an toàn thông tin: 120 giáo "
		   "viên trên 150 giáo viên, chiếm tỷ lệ: 80%"),
	       "safe=120 safe_pct=80", "a part and what it is of, in words");
	is_str(ONE(SAFE_LINE " giáo viên, tỷ lệ 85%"), "safe=120 safe_pct=85",
	       "a rate that says so, right or wrong");
	is_str(ONE(SAFE_LINE ", giảm 3% so với cùng kỳ"), "safe=120",
	       "how much less it is");
	is_str(ONE(SAFE_LINE "; phấn đấu năm sau đạt 100%"), "safe=120",
	       "what is planned");
}

/* A line of the form in a row: which figure is whose, the heads tell. */
static void test_row(void)
{
	is_str(read_body(L("Kết quả") TBL(
		       TR(C("Nội dung") "<w:tc><w:tcPr><w:gridSpan w:val='2'/>"
					"</w:tcPr>" L(
						"Năm học 2022-2023") "</w:"
								     "tc>")
			       ROW3("", "Mầm non", "Tổng") ROW3(
				       "Số CSGD (theo bậc học) có mạng wifi "
				       "cung cấp miễn phí cho giáo viên và học "
				       "sinh",
				       "4", "9"))),
	       "wifi=9 wifi.mn=4", "the first is no total, the second no rate");
}

/* What is not so is no answer, wherever a line of the form stands. */
static void test_denied(void)
{
#define STUDIO_LINE "Số CSGD có phòng phát triển học liệu (phòng studio): "
	is_str(ONE(STUDIO_LINE "còn 3 CSGD chưa có phòng studio"), "studio=?",
	       "those that have none");
	is_str(ONE(STUDIO_LINE "12 CSGD, đạt tỷ lệ: 20%"),
	       "studio=12 studio_pct=20", "those that have one");
}

/* Nothing stands before the first word of a document. */
static void test_first(void)
{
	is_str(read_body(L("Tiểu học: 5 trường")), "",
	       "a level is the first word");
	is_str(read_body(L("Tiểu học có mạng wifi miễn phí: 20 trường")),
	       "wifi.th=20 wifi_pct=?", "and of a sentence");
}

/* Bullets that lead in what is below them, of whatever mark. */
static void test_bullets(void)
{
	is_str(read_body(L("1. Mạng wifi miễn phí") L("- Bậc mầm non:")
				 L("Số trường đạt: 5") L("- Bậc tiểu học:")
					 L("Số trường đạt: 20")),
	       "wifi.mn=5 wifi.th=20", "lines without a mark");
	is_str(read_body(L("1. Mạng wifi miễn phí") L("- Số trường đạt: 45") L(
		       "+ Mầm non:") L("- Số trường đạt: 5") L("+ Tiểu học:")
				 L("- Số trường đạt: 20")),
	       "wifi=45 wifi.mn=5 wifi.th=20", "a list that begins anew");
	is_str(read_body(L("Kết quả") L("- Mạng wifi miễn phí: 45 trường") L(
		       "+ Trường tư thục:") L("- Phòng studio phát triển học "
					      "liệu: 12 trường")),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a blank that was left leads nothing in");
}

/* "Thầy cô: có máy 24, có mạng 22. Học trò: có máy 61, có mạng 142." */
static void test_led(void)
{
	is_str(ONE("Mạng wifi miễn phí: cả huyện 45 trường, trong đó mầm non "
		   "5 trường. Phòng studio phát triển học liệu: cả huyện 12 "
		   "trường."),
	       "wifi=45 wifi.mn=5 studio=12 studio_pct=?",
	       "a lead of a later sentence leads it in alone");
	is_str(ONE("Mạng wifi miễn phí có ở 33 trường; khối mầm non mới có 5 "
		   "trường, khối tiểu học đủ 20 trường, THCS đủ 8 trường."),
	       "wifi=33 wifi.mn=5 wifi.th=20 wifi.thcs=8",
	       "khối and đủ tell nothing");
}

int main(void)
{
	if (!kit_open(&form, prose_form, "van.xml"))
		return done_testing();
	test_order();
	test_strokes();
	test_tabs();
	test_order_levels();
	test_order_unfit();
	test_cuts();
	test_names();
	test_blanks();
	test_titles();
	test_together();
	test_below();
	test_levels();
	test_open();
	test_orders();
	test_wholes();
	test_fractions();
	test_row();
	test_denied();
	test_first();
	test_bullets();
	test_of_all();
	test_added();
	test_led();
	vb_form_free(form);
	return done_testing();
}
