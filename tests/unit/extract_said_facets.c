/*
 * Tables of the form that hands laid out their own way: each figure is told by
 * one value of each facet, and the form's sums bear it out. What they do not
 * bear out is not given for sure.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define TAB	   "<w:r><w:tab/></w:r>"
#define TEACH	   "Chuyển đổi số trong dạy, học"
#define ADMIN	   "Chuyển đổi số trong quản trị CSGD"
#define CELL(a, b) "<w:tc>" L(a) L(b) "</w:tc>"

static const struct example EXAMPLES[] = {
	{"heads amid a table of all the report", "hp-2023-pl2",
	 TBL(TR(C("I") WIDE("4", "Quy mô triển khai")) ROW5(
		 "1", "CSGD phổ thông đã đánh giá", "61 trường", "",
		 "Năm 2022: 45") TR(C("II") WIDE("4", "Kết quả đánh "
						      "giá"))
		     TR(C("") C("Nhóm, cấp học")
				CELL("Mức độ 1", "(chưa đáp ứng)")
					CELL("Mức độ 2", "(cơ bản)")
						CELL("Mức độ 3", "(tốt)"))
			     TR(C("1") WIDE("4", TEACH)) ROW5(
				     "a", "Tiểu học", "6 trường = 19,4%",
				     "17 trường = 54,8%", "8 trường = 25,8%")
				     ROW5("b", "THCS", "9 trường = 30,0%",
					  "14 trường = 46,7%",
					  "7 trường = 23,3%")
					     ROW5("", "Cộng các CSGD",
						  "15 trường = 24,6%",
						  "31 trường = 50,8%",
						  "15 trường = "
						  "24,6%")),
	 "dx_teach_th_l1_n=6 dx_teach_th_l3_pct=25.8 dx_teach_thcs_l2_n=14 "
	 "dx_teach_pt_l1_pct=24.6 dx_teach_pt_l3_n=15"},
	{"turned, ranks as rows, with a row of sums", "hp-2023-pl2",
	 L("b) Nhóm tiêu chí chuyển đổi số trong quản trị")
		 TBL(ROW4("Mức độ đạt được", "Tiểu học", "THCS",
			  "Chung") ROW4("Mức 1", "2", "không có", "2")
			     ROW4("Mức 2", "20", "17", "37")
				     ROW4("Mức 3", "16", "19", "35")
					     ROW4("Tổng số", "38", "36", "74")),
	 "dx_admin_th_l1_n=2 dx_admin_thcs_l1_n=0 dx_admin_pt_l1_n=2 "
	 "dx_admin_thcs_l3_n=19 dx_admin_pt_l3_n=35"},
	{"prose, the rank behind its figure", "hp-2023-pl2",
	 L("Chuyển đổi số trong quản trị nhà trường. Tính chung các CSGD phổ "
	   "thông, không có trường nào ở mức chưa đáp ứng (Mức độ 1); 06 "
	   "trường ở mức đáp ứng cơ bản (Mức độ 2), chiếm 50%; 06 trường đáp "
	   "ứng tốt (Mức độ 3), chiếm 50%.")
		 L("Riêng bậc tiểu học, không có trường nào ở Mức độ 1, ba "
		   "trường (42,9%) ở Mức độ 2 và bốn trường (57,1%) ở Mức độ "
		   "3. Riêng bậc THCS, không có trường nào ở Mức độ 1, ba "
		   "trường (60%) ở Mức độ 2 và hai trường (40%) ở Mức độ 3."),
	 "dx_admin_pt_l1_n=0 dx_admin_pt_l2_n=6 dx_admin_pt_l3_pct=50 "
	 "dx_admin_th_l2_n=3 dx_admin_th_l3_pct=57.1 dx_admin_thcs_l2_n=3 "
	 "dx_admin_thcs_l3_n=2"},
	{"by their order", "hp-2023-pl2",
	 L("Về chuyển đổi số trong dạy, học: bậc Tiểu học có hai trường ở mức "
	   "chưa đáp ứng (22,2%), sáu trường ở mức đáp ứng cơ bản (66,7%) và "
	   "một trường ở mức đáp ứng tốt (11,1%). Bậc THCS có một trường chưa "
	   "đáp ứng (14,3%), năm trường đáp ứng cơ bản (71,4%), một trường "
	   "đáp ứng tốt (14,3%). Tính chung cả hai bậc học, số trường ở mức "
	   "độ 1, mức độ 2 và mức độ 3 lần lượt là 3 trường (18,75%), 11 "
	   "trường (68,75%) và 2 trường (12,5%)."),
	 "dx_teach_th_l1_n=2 dx_teach_thcs_l1_n=1 dx_teach_thcs_l2_pct=71.4 "
	 "dx_teach_pt_l1_n=3 dx_teach_pt_l2_pct=68.75 dx_teach_pt_l3_n=2"},
	{"rates that add up to 100, and no counts", "hp-2023-pl2",
	 TBL(ROW4("Nhóm tiêu chí", "Bậc học", "Mức độ", "Tỷ lệ %") ROW4(
		 TEACH, "Trường tiểu học", "Mức chưa đáp ứng", "0%")
		     ROW4(TEACH, "Trường tiểu học", "Mức đáp ứng cơ bản",
			  "32,14%") ROW4(TEACH, "Trường tiểu học",
					 "Mức đáp ứng tốt", "67,86%")),
	 "dx_teach_th_l1_pct=0 dx_teach_th_l2_pct=32.14 "
	 "dx_teach_th_l3_pct=67.86 dx_teach_th_l1_n!"},
	{"columns by tabs, ranks by a letter", "hp-2023-pl2",
	 TBL(ROW4("Cấp học", "CĐS trong dạy, học", "", "")
		     ROW4("", "M1", "M2", "M3") ROW4("THCS", "2", "11", "5")
			     ROW4("Tiểu học", "3", "12", "5")
				     ROW4("Cộng", "5", "23", "10"))
		 P(R("Tỷ lệ trong dạy, học:") TAB R("M1") TAB R("M2") TAB R(
			 "M3")) P(R("CSGD PT") TAB R("13,2 %") TAB R("60,5 %")
					  TAB R("26,3 %")),
	 "dx_teach_thcs_l1_n=2 dx_teach_pt_l3_n=10 dx_teach_pt_l1_pct=13.2 "
	 "dx_teach_pt_l3_pct=26.3 dx_teach_thcs_l1_pct!"},
	{"a row of schools the form does not ask for", "hp-2023-pl2",
	 TBL(ROW5("Nhóm", "Đối tượng", "Mức độ 1", "Mức độ 2", "Mức độ 3") ROW5(
		 TEACH, "Tiểu học", "1 (14,3%)", "4 (57,1%)", "2 (28,6%)")
		     ROW5(TEACH, "THCS", "0 (0%)", "4 (66,7%)", "2 (33,3%)")
			     ROW5(TEACH, "TH&amp;THCS", "0", "1", "0")
				     ROW5(TEACH, "Chung các trường", "1 (7,1%)",
					  "9 (64,3%)", "4 (28,6%)")),
	 "dx_teach_th_l2_n=4 dx_teach_thcs_l2_n=4 dx_teach_pt_l2_n=9 "
	 "dx_teach_pt_l3_n=4"},
	{"... without rates", "hp-2023-pl2",
	 TBL(ROW5("Nhóm", "Đối tượng", "Mức độ 1", "Mức độ 2",
		  "Mức độ 3") ROW5(TEACH, "Tiểu học", "1", "4",
				   "2") ROW5(TEACH, "THCS", "0", "4", "2")
		     ROW5(TEACH, "TH&amp;THCS", "0", "1", "0")
			     ROW5(TEACH, "Chung các trường", "1", "9", "4")),
	 "dx_teach_th_l2_n=4 dx_teach_pt_l1_n=1 dx_teach_pt_l2_n=9"},
	{"last year's figures for the same", "hp-2023-pl2",
	 L("a) " TEACH)
		 L("Tiểu học: mức độ 1 có 2 trường (10,0%), mức độ 2 có 10 "
		   "trường (50,0%), mức độ 3 có 8 trường (40,0%).")
			 L("Năm học trước: tiểu học có 6 trường ở mức độ 1, 9 "
			   "trường ở mức độ 2 và 5 trường ở mức độ 3."),
	 "dx_teach_th_l1_n=2 dx_teach_th_l2_n=10 dx_teach_th_l3_n=8"},
	{"figures of what is no school", "hp-2023-pl2",
	 L("a) " TEACH)
		 L("Tiểu học: mức độ 1 có 2 trường, mức độ 2 có 10 trường, "
		   "mức độ 3 có 8 trường, với 3 lớp bồi dưỡng ở mức độ 1."),
	 "dx_teach_th_l1_n=2 dx_teach_th_l2_n=10 dx_teach_th_l3_n=8"},
	{"two that are refuted by their sum", "hp-2023-pl2",
	 L("b) " ADMIN) L("THCS: 4 trường ở mức độ 1.")
		 L("Tiểu học: 5 trường ở mức "
		   "độ 1.") L("Cộng: 7 trường ở mức độ 1."),
	 "dx_admin_thcs_l1_n=4 dx_admin_th_l1_n=5"},
	{"more figures for one answer than are looked at", "hp-2023-pl2",
	 L("a) " TEACH) L("Tiểu học: mức 1 có 1 trường.")
		 L("Tiểu học: mức 1 có 2 trường.")
			 L("Tiểu học: mức 1 có 3 trường.")
				 L("Tiểu học: mức 1 có 4 trường.")
					 L("Tiểu học: mức 1 có 5 trường.")
						 L("Tiểu học: mức 1 có 6 "
						   "trường."),
	 "dx_teach_thcs_l1_n! dx_teach_pt_l1_n!"},
	{"ranks before one figure and behind others", "hp-2023-pl2",
	 L("a) " TEACH)
		 L("Tiểu học: mức 1 không có trường nào, 10 trường đạt mức 2, "
		   "8 trường đạt mức 3.")
			 L("THCS: mức 1 không có trường nào, 7 trường đạt mức "
			   "2, 5 trường đạt mức 3.")
				 L("Cộng: mức 1 không có trường nào, 17 trường "
				   "đạt mức 2, 13 trường đạt mức 3."),
	 "dx_teach_th_l2_n=10 dx_teach_thcs_l3_n=5 dx_teach_pt_l2_n=17"},
	{"a heading of another matter between", "hp-2023-pl2",
	 L("1. " ADMIN) L("Các trường đã ứng dụng phần mềm quản lý.") L(
		 "2. Kết quả kiểm định chất lượng giáo dục")
		 TBL(ROW4("Cấp học", "Mức độ 1", "Mức độ 2", "Mức độ 3") ROW4(
			 "Tiểu học", "4", "10", "6") ROW4("THCS", "5", "6", "4")
			     ROW4("Cộng", "9", "16", "10")),
	 "dx_admin_th_l1_n! dx_admin_pt_l1_n! dx_teach_th_l1_n!"},
	{"the other group named between heading and table", "hp-2023-pl2",
	 L("a) " TEACH) L("Các trường dùng hệ thống quản trị học tập (LMS):")
		 TBL(ROW4("Cấp học", "Mức 1", "Mức 2", "Mức 3") ROW4(
			 "Tiểu học", "2", "10", "8") ROW4("THCS", "3", "7", "5")
			     ROW4("Cộng", "5", "17", "13")),
	 "dx_admin_th_l1_n! dx_admin_thcs_l2_n! dx_admin_pt_l3_n!"},
	{"of a whole that nothing names", "hp-2023-pl2",
	 L("a) " TEACH)
		 L("- Tiểu học: 2 trường ở mức 1 (10,0%), 10 trường ở mức 2 "
		   "(50,0%), 8 trường ở mức 3 (40,0%).")
			 L("- Giáo dục thường xuyên: 1 trường ở mức 1 (25,0%), "
			   "2 trường ở mức 2 (50,0%), 1 trường ở mức 3 "
			   "(25,0%)."),
	 "dx_teach_th_l1_n=2 dx_teach_th_l3_pct=40 dx_teach_pt_l1_n!"},
	{"levels of the whole named with it", "hp-2023-pl2",
	 L("Ở nhóm tiêu chí dạy, học, khối trường tiểu học không có CSGD nào "
	   "chưa đáp ứng, 4 CSGD (30,77%) đáp ứng cơ bản và 9 CSGD (69,23%) "
	   "đáp ứng tốt; khối trường THCS không có CSGD nào chưa đáp ứng, 6 "
	   "CSGD (37,5%) đáp ứng cơ bản và 10 CSGD (62,5%) đáp ứng tốt; tính "
	   "chung cả TH và THCS không có CSGD nào chưa đáp ứng, 10 CSGD "
	   "(34,48%) đáp ứng cơ bản và 19 CSGD (65,52%) đáp ứng tốt."),
	 "dx_teach_th_l2_n=4 dx_teach_thcs_l2_n=6 dx_teach_thcs_l3_pct=62.5 "
	 "dx_teach_pt_l2_n=10 dx_teach_pt_l3_pct=65.52"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
