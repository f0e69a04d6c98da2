/*
 * Figures that something else than their own words tells: none in words
 * (src/extract/anchor_none.c), a rate's count by division (said_share.c), two
 * of one unit by a bound of the form's (said_bounds.c), persons by the classes
 * beside them (said_beside.c), the levels of a whole (said_levels.c).
 * "id=?" is doubted.
 */
#include "extract_kit.h"

static const char more_form[] =
	"<form xmlns='urn:vanban:form:1' id='them' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<levels><level id='th' label='Tiểu học'/>"
	"<level id='thcs' label='THCS'/></levels>"
	"<base><count id='all_n' unit='CSGD'/><count id='all_gv'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD có phòng phát triển học liệu (phòng studio): "
	"<count id='studio' by='level' unit='CSGD' label='Số CSGD có phòng phát "
	"triển học liệu (studio)'/> CSGD (<breakdown of='studio'/>), đạt tỷ lệ: "
	"<percent id='studio_pct' of='studio' per='base/all_n' label='Tỷ lệ CSGD "
	"có phòng phát triển học liệu (studio)'/>%.</line></section>"
	"<section title='Giáo viên'>"
	"<line>Có máy tính: <count id='pc' unit='giáo viên' label='Giáo viên có "
	"máy tính'/> giáo viên, đạt <percent id='pc_pct' of='pc' "
	"per='base/all_gv' label='Tỷ lệ giáo viên có máy tính'/>%</line>"
	"<line>Có đường truyền Internet: <count id='net' unit='giáo viên' "
	"label='Giáo viên có đường truyền Internet'/> giáo viên, đạt "
	"<percent id='net_pct' of='net' per='base/all_gv' label='Tỷ lệ giáo viên "
	"có đường truyền Internet'/>%</line></section>"
	"<section title='Môi trường giáo dục trực tuyến'>"
	"<line>Số nền tảng: <count id='flat' unit='nền tảng' label='Số nền tảng "
	"dạy và học trực tuyến'/></line>"
	"<line>Số nền tảng là sản phẩm trong nước: <count id='home' "
	"unit='nền tảng' label='Số nền tảng là sản phẩm trong nước' "
	"constraint='. &lt;= flat'/></line></section>"
	"<section title='Tập huấn giáo viên trực tiếp kết hợp trực tuyến'>"
	"<line>Số lớp đã tham gia: <count id='c_n' unit='lớp' label='Số lớp tập "
	"huấn đã tham gia'/> lớp</line>"
	"<line>Số cán bộ quản lý, giáo viên tham gia: <count id='c_gv' "
	"unit='người' label='Số CBQL, giáo viên tham gia tập huấn'/> "
	"người</line></section>"
	"<section title='Chuyển đổi số trong dạy, học'>"
	"<table><columns><column width='40'/><column width='30'/><column width='30'/></columns><header><row><cell>Bậc học</cell><cell>Mức độ 1</cell>"
	"<cell>Mức độ 2</cell></row></header>"
	"<row><cell>Tiểu học</cell>"
	"<cell><count id='th1' unit='CSGD' label='CĐS dạy, học: Tiểu học, mức độ "
	"1'/></cell><cell><count id='th2' unit='CSGD' label='CĐS dạy, học: Tiểu "
	"học, mức độ 2'/></cell></row>"
	"<row><cell>THCS</cell>"
	"<cell><count id='cs1' unit='CSGD' label='CĐS dạy, học: THCS, mức độ 1'/>"
	"</cell><cell><count id='cs2' unit='CSGD' label='CĐS dạy, học: THCS, mức "
	"độ 2'/></cell></row></table></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

static void test_none(void)
{
	is_str(read_body(L("Kết quả")
				 L("Phòng phát triển học liệu (phòng studio): "
				   "không có; đạt 0%.")),
	       "studio=0 studio_pct=0", "none behind a colon");
	is_str(read_body(L("Mức độ chuyển đổi số trong dạy, học")
				 L("Tiểu học: mức độ 1: không có; mức độ 2: 8 "
				   "trường.")),
	       "th1=0 th2=8", "... of a level");
	is_str(read_body(L("Mức độ chuyển đổi số trong dạy, học") L(
		       "Ở bậc THCS, không có trường nào ở mức độ 1; "
		       "mức độ 2: 8 trường.")),
	       "cs1=0 cs2=8", "no school, and its level goes on");
	is_str(read_body(L("Hạ tầng, thiết bị")
				 L("Số CSGD có phòng phát triển học liệu "
				   "(phòng studio): chưa có trường nào, đạt "
				   "0%.")),
	       "studio=0 studio_pct=0", "... in a line of the form");
	is_str(read_body(L("Mức độ chuyển đổi số trong dạy, học")
				 L("Bậc THCS chưa có trường nào ở mức độ 1, "
				   "8 trường ở mức độ 2")),
	       "cs1=0 cs2=8", "... and no colon behind it");
	is_str(read_body(L("Mức độ chuyển đổi số trong dạy, học")
				 L("Tiểu học: mức độ 1 có 3 trường, mức độ 2 "
				   "có 13 trường. THCS tương ứng là 1 trường "
				   "và 9 trường.")),
	       "th1=3 th2=13 cs1=1 cs2=9", "as the sentence before tells");
}

static void test_levels(void)
{
	is_str(read_body(L("Kết quả")
				 L("Toàn quận có 7 trường xây dựng được phòng "
				   "studio (4 trường tiểu học, 3 trường "
				   "THCS).")),
	       "studio=7 studio.th=4 studio.thcs=3", "levels that add up");
}

static void test_share(void)
{
	is_str(read_body(L("Điều kiện dạy và học trực tuyến")
				 L("a) Giáo viên: tổng số 41 GV, trong đó 40 "
				   "GV có máy tính (đạt 97,56%); 41 GV có "
				   "đường truyền Internet (đạt 100%).")),
	       "pc=40 pc_pct=97.56 net=41 net_pct=100",
	       "40 of 41 is what the rate says");
}

static void test_bounds(void)
{
	is_str(read_body(L("Dạy học")
				 L("Trường chọn 2 nền tảng (VioEdu và Zoom), "
				   "trong đó có 1 nền tảng của Việt Nam.")),
	       "flat=2 home=1", "no more than all");
	is_str(read_body(L("Dạy học")
				 L("Trường chọn 2 nền tảng, 3 nền tảng của "
				   "Việt Nam.")),
	       "flat=3", "more: by their words");
}

static void test_persons(void)
{
	is_str(read_body(L("Bồi dưỡng đội ngũ")
				 L("Về tập huấn giáo viên trực tiếp kết hợp "
				   "trực tuyến, trường tham gia 02 lớp là "
				   "An toàn thông tin và Kỹ năng số với 64 "
				   "lượt cán bộ.")),
	       "c_n=2 c_gv=64", "beside the classes of their section");
}

static void test_cells(void)
{
	is_str(read_body(L("Mức độ chuyển đổi số trong dạy, học") TBL(
		       ROW3("Bậc học", "Mức độ",
			    "Số CSGD") ROW3("Tiểu học", "1 - Mức độ 1", "3")
			       ROW3("", "2 - Mức độ 2", "14")
				       ROW3("THCS", "1 - Mức độ 1", "2")
					       ROW3("", "2 - Mức độ 2", "9"))),
	       "th1=3 th2=14 cs1=2 cs2=9", "cells left empty, marks of a list");
	is_str(read_body(L("Biểu 1") TBL(ROW2("Nội dung", "Kết quả") ROW2(
		       "Giáo viên có máy tính / có đường truyền "
		       "Internet",
		       "40 (80%) / 45 (90%)"))),
	       "pc=40 pc_pct=80 net=45 net_pct=90", "parted by strokes");
	is_str(read_body(L("Biểu 1") TBL(
		       ROW4("Chỉ số", "TH", "THCS", "Toàn trường")
			       ROW4("Giáo viên có máy tính", "58", "43", "101")
				       ROW4("Giáo viên có đường truyền "
					    "Internet",
					    "50", "40", "90"))),
	       "pc=101 net=90", "the column of all");
}

int main(void)
{
	if (!kit_open(&form, more_form, "van.xml"))
		return done_testing();
	test_none();
	test_levels();
	test_share();
	test_bounds();
	test_persons();
	test_cells();
	vb_form_free(form);
	return done_testing();
}
