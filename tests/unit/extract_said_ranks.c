/*
 * Levels, ranks and their sums in sentences, and numbers that are none of them
 * (src/extract/said_around.c, said_list.c, said_numbers.c, said_outline.c,
 * anchor_none.c, anchor_joint.c): each case lost or gave a wrong figure on a
 * page of another hand. "id=?" is doubted.
 */
#include "extract_kit.h"

#define RANK(g, l, name, n)                                                  \
	"<cell><count id='" g l n "' unit='CSGD' label='" name ", mức độ " n \
	"'/></cell>"
#define ROW(g, l, head, name)                              \
	"<row><cell>" head "</cell>" RANK(g, l, name, "1") \
		RANK(g, l, name, "2") RANK(g, l, name, "3") "</row>"
#define GROUP(g, head, short)                                        \
	"<row><cell colspan='4'>" head "</cell></row>" ROW(          \
		g, "pt", "CSGD phổ thông", short ": CSGD phổ thông") \
		ROW(g, "th", "Tiểu học", short ": Tiểu học")         \
			ROW(g, "cs", "THCS", short ": THCS")

static const char ranks_form[] =
	"<form xmlns='urn:vanban:form:1' id='muc' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title><levels>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Kết quả đánh giá mức độ chuyển đổi số'><table>"
	"<columns><column width='40'/><column width='20'/><column width='20'/>"
	"<column width='20'/></columns><header><row><cell>Nhóm tiêu chí"
	"</cell><cell>Mức độ 1</cell><cell>Mức độ 2</cell><cell>Mức độ 3"
	"</cell></row></header>" GROUP("d", "Chuyển đổi số trong dạy, học",
				       "CĐS dạy, học")
		GROUP("q", "Chuyển đổi số trong quản trị CSGD",
		      "CĐS quản trị") "</table></section></body></form>";

static const char count_form[] =
	"<form xmlns='urn:vanban:form:1' id='dem' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title><levels>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD (theo bậc học) có phòng phát triển học liệu (phòng "
	"studio): <count id='studio' by='level' unit='CSGD' label='Số CSGD có "
	"phòng phát triển học liệu (studio)'/> CSGD (<breakdown "
	"of='studio'/>), đạt tỷ lệ: <percent id='studio_pct' of='studio' "
	"per='base/all_n' label='Tỷ lệ CSGD có phòng studio'/>%.</line>"
	"<line>Số CSGD (theo bậc học) có mạng wifi miễn phí: <count id='wifi' "
	"by='level' unit='CSGD' label='Số CSGD có mạng wifi miễn phí'/> CSGD "
	"(<breakdown of='wifi'/>).</line>"
	"<line>Số CSGD triển khai chữ ký số: <count id='sign' unit='CSGD' "
	"label='Số CSGD triển khai chữ ký số'/> CSGD; số giáo viên đã được "
	"cấp chữ ký số: <count id='sign_gv' unit='giáo viên' label='Số giáo "
	"viên đã được cấp chữ ký số'/> giáo viên.</line>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

#define ONE(t)	 read_body(L("Kết quả đánh giá mức độ chuyển đổi số") L(t))
#define EACH	 "dth1=5 dth2=10 dth3=7 dcs1=8 dcs2=9 dcs3=6"
#define TOGETHER "dpt1=13 dpt2=19 dpt3=13 " EACH

/* A group that a long sentence names once is said of all of it, and "CSGD"
 * counts in both. */
static void test_long_sentences(void)
{
	is_str(ONE("Đối với nhóm tiêu chí chuyển đổi số trong dạy, học, các "
		   "CSGD phổ thông có 13 trường (29%) ở mức độ 1, có 19 trường "
		   "(42%) ở mức độ 2 và có 13 trường (29%) ở mức độ 3; bậc "
		   "tiểu học có 5 trường (23%) ở mức độ 1, có 10 trường (45%) "
		   "ở mức độ 2 và có 7 trường (32%) ở mức độ 3; bậc THCS có 8 "
		   "trường (35%) ở mức độ 1, có 9 trường (39%) ở mức độ 2 và "
		   "có 6 trường (26%) ở mức độ 3."),
	       TOGETHER, "a group that is named once");
	is_str(ONE("Trong dạy, học: TH có 5 trường mức 1, tương đương 23%, 10 "
		   "trường mức 2, tương đương 45%, 7 trường mức 3, tương đương "
		   "32%; THCS có 8 trường mức 1, tương đương 35%, 9 trường mức "
		   "2, tương đương 39%, 6 trường mức 3, tương đương 26%."),
	       EACH, "\"tương đương\" tells a rate");
}

/* The rank may stand behind the rate of its figure, between commas. */
static void test_ranks_behind(void)
{
	is_str(ONE("Trong dạy, học, các CSGD phổ thông có 13 trường, chiếm "
		   "29%, ở mức 1 (chưa đáp ứng), có 19 trường, chiếm 42%, ở "
		   "mức 2 (cơ bản) và có 13 trường, chiếm 29%, ở mức 3 (tốt); "
		   "bậc TH có 5 trường, chiếm 23%, ở mức 1, có 10 trường, "
		   "chiếm 45%, ở mức 2 và có 7 trường, chiếm 32%, ở mức 3; bậc "
		   "THCS có 8 trường, chiếm 35%, ở mức 1, có 9 trường, chiếm "
		   "39%, ở mức 2 và có 6 trường, chiếm 26%, ở mức 3."),
	       TOGETHER, "behind the rate");
	is_str(ONE("Trong dạy, học: TH có 5 trường, chiếm 23%, mức 2 có 10 "
		   "trường, chiếm 45%."),
	       "dth2=10", "before its figure, where none stands behind");
	is_str(ONE("Trong dạy, học, bậc TH có 5 trường (23%) ở mức 1, có 10 "
		   "trường (45%) ở mức 2 và có 7 trường (32%) ở mức 3; bậc "
		   "THCS không có trường nào ở mức 1, có 9 trường (60%) ở mức "
		   "2 và có 6 trường (40%) ở mức 3. Về quản trị, các CSGD phổ "
		   "thông không có trường nào ở mức 1, có 30 trường ở mức 2 và "
		   "có 7 trường ở mức 3."),
	       "dth1=5 dth2=10 dth3=7 dcs1=0 dcs2=9 dcs3=6 qpt1=0 qpt2=30 "
	       "qpt3=7",
	       "a level with none leads on, and ends with its sentence");
}

static void test_sums(void)
{
	is_str(ONE("Trong dạy, học: TH có 5 mức 1, 10 mức 2, 7 mức 3; THCS có "
		   "8 mức 1, 9 mức 2, 6 mức 3; Cộng có 13 mức 1, 19 mức 2, 13 "
		   "mức 3."),
	       TOGETHER, "a sum behind its levels leads its figures in");
	is_str(ONE("Trong dạy, học: Cộng có 13 mức 1, 19 mức 2, 13 mức 3; TH "
		   "có 5 mức 1, 10 mức 2, 7 mức 3; THCS có 8 mức 1, 9 mức 2, "
		   "6 mức 3."),
	       TOGETHER, "... and before them");
	is_str(ONE("Trong dạy, học: TH có 5 mức 1, 10 mức 2, 7 mức 3; Bậc "
		   "THCS có 8 mức 1, 9 mức 2, 6 mức 3."),
	       EACH, "a level's kind before its name");
}

static void test_ranks(void)
{
	is_str(ONE("Trong dạy, học: TH có 1 mức 1, 10 mức 2, 3 mức 3."),
	       "dth1=1 dth2=10 dth3=3", "\"mức 2, 3 mức 3\" is no list");
	is_str(ONE("Trong dạy, học: TH có 5 trường mức 1, 2 trường đạt mức 2 "
		   "và 3 trường đạt mức 3."),
	       "dth1=5 dth2=2 dth3=3", "... with what is counted");
	is_str(read_body(L("Kết quả đánh giá mức độ chuyển đổi số") L(
		       "Chuyển đổi số trong quản trị CSGD:")
				 L("Tiểu học: mức độ 1 có 01 trường, mức độ 2 "
				   "có 04 trường, mức độ 3 có 02 trường.")
					 L("THCS: mức độ 1 không có, mức độ 2 "
					   "có 03 trường, mức độ 3 có 02 "
					   "trường.")
						 L("Chung các CSGD phổ thông: "
						   "mức độ 1 là 01 CSGD; mức "
						   "độ 2 là 07 CSGD; mức độ 3 "
						   "là 04 CSGD.")),
	       "qpt1=1 qpt2=7 qpt3=4 qth1=1 qth2=4 qth3=2 qcs1=0 qcs2=3 "
	       "qcs3=2",
	       "none behind a rank; what they are together");
	is_str(ONE("Mức đáp ứng tốt (Mức độ 3) trong dạy, học khó đạt, nhiều "
		   "trường mới đạt 50 - 60 điểm."),
	       "", "a range is no figure");
}

static void test_counts(void)
{
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "- Số CSGD có phòng phát triển học liệu (phòng "
		       "studio): không có.")),
	       "studio=0", "none, in a line without figures");
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "- Số CSGD (theo bậc học) có phòng phát triển học liệu "
		       "(phòng studio): 01 CSGD, là trường THCS thị trấn, đạt "
		       "tỷ lệ: 6,7%.")),
	       "studio=1 studio.thcs=1 studio_pct=6.7",
	       "the one level that has it is said behind");
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "Số CSGD triển khai chữ ký số; số giáo viên đã được "
		       "cấp chữ ký số:") L("01 CSGD; 80/84 giáo viên")),
	       "sign=1 sign_gv=80", "two questions, and their answers below");
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "\xe2\x80\xa2 Số CSGD có wifi miễn phí: 9 CSGD")
				 L("\xe2\x80\x93 Tiểu học: 4/6 trường")
					 L("\xe2\x80\x93 THCS: 5/5 trường")),
	       "wifi=9 wifi.th=4 wifi.thcs=5",
	       "dashes below a line with a dot");
	is_str(read_body(L("Hạ tầng, thiết bị") TBL(
		       ROW3("Cấp học", "Tổng số CSGD", "Có wifi miễn phí") ROW3(
			       "Tiểu học", "35", "-") ROW3("THCS", "14", "11")
			       ROW3("Cộng", "49", "11"))),
	       "wifi=11 wifi.thcs=11", "no figure, and a whole beside it");
	is_str(read_body(L("Hạ tầng, thiết bị") TBL(
		       ROW3("Nội dung", "Năm học 21-22", "Năm học 22-23")
			       ROW3("Có wifi miễn phí", "7", "11"))),
	       "wifi=11", "years of school in two digits");
}

int main(void)
{
	if (!kit_open(&form, ranks_form, "m.xml"))
		return done_testing();
	test_long_sentences();
	test_ranks_behind();
	test_sums();
	test_ranks();
	vb_form_free(form);
	if (!kit_open(&form, count_form, "d.xml"))
		return done_testing();
	test_counts();
	vb_form_free(form);
	return done_testing();
}
