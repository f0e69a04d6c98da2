/*
 * Figures of lines, cells and tables that hands laid out their own way: rates
 * beside levels, columns by tabs in one paragraph, rows made one, levels added
 * up, labels of several parts. What was nearly read so and is something else is
 * not.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define TAB	   "<w:r><w:tab/></w:r>"
#define BR	   "<w:r><w:br/></w:r>"
#define TEACH	   "Chuyển đổi số trong dạy, học"
#define CELL(a, b) "<w:tc>" L(a) L(b) "</w:tc>"
#define HEADS                                                   \
	ROW5("", "Tổng số CSGD", "Mức chưa đáp ứng (Mức độ 1)", \
	     "Mức đáp ứng cơ bản (Mức độ 2)",                   \
	     "Mức đáp ứng tốt (Mức độ "            \
	     "3)")

static const struct example EXAMPLES[] = {
	{"counts and rates in brackets of their own", "hp-2023-pl2",
	 RESULT L("2a. " TEACH)
		 P(R("– ") TAB R("Mức đáp ứng tốt (mức độ 3):")
			   TAB R("12 CSGD (TH: 7; THCS: 5), tỷ lệ 44,4 % (TH: "
				 "46,7 %; THCS: 41,7 %)"))
			 P(R("– ") TAB R("Mức đáp ứng cơ bản (mức độ 2):")
				   TAB R("13 CSGD (TH: 7; THCS: 6), tỷ lệ 48,1 "
					 "% (TH: 46,7 %; THCS: 50 %)"))
				 P(R("– ") TAB R("Mức chưa đáp ứng (mức độ 1):")
					   TAB R("2 CSGD (TH: 1; THCS: 1), tỷ "
						 "lệ 7,4 % (TH: 6,7 %; THCS: "
						 "8,3 %)")),
	 "dx_teach_pt_l3_n=12 dx_teach_th_l3_n=7 dx_teach_thcs_l3_n=5 "
	 "dx_teach_pt_l3_pct=44.4 dx_teach_th_l3_pct=46.7 "
	 "dx_teach_thcs_l2_pct=50 dx_teach_pt_l1_n=2 dx_teach_th_l1_pct=6.7"},
	{"columns by tabs in lines of one paragraph", "hp-2023-pl2",
	 RESULT L("2.1. " TEACH) P(
		 R("Đối tượng") TAB R("Chưa đáp ứng (Mức 1)") TAB R(
			 "Đáp ứng cơ bản (Mức 2)") TAB R("Đáp ứng tốt (Mức 3)")
			 BR R("CSGD phổ thông") TAB R("8 (10,53%)")
				 TAB R("41 (53,95%)") TAB R("27 (35,53%)") BR R(
					 "+ Tiểu "
					 "học") TAB R("5 (12,82%)")
					 TAB R("22 (56,41%)") TAB R(
						 "12 (30,77%)") BR R("+ "
								     "THCS")
						 TAB R("3 (8,11%)") TAB R(
							 "19 (51,35%)")
							 TAB R("15 (40,54%)")),
	 "dx_teach_pt_l2_n=41 dx_teach_pt_l3_pct=35.53 dx_teach_th_l1_n=5 "
	 "dx_teach_th_l3_n=12 dx_teach_thcs_l2_pct=51.35"},
	{"two rows made one", "hp-2023-pl2",
	 RESULT L("2.1. " TEACH)
		 TBL(HEADS ROW5("CSGD phổ thông", "56", "6", "32", "18") TR(
			 CELL("+ Tiểu học", "+ THCS") CELL("29", "27") CELL(
				 "4", "2") CELL("17", "15") CELL("8", "10"))),
	 "dx_teach_pt_l2_n=32 dx_teach_th_l1_n=4 dx_teach_thcs_l1_n=2 "
	 "dx_teach_th_l3_n=8 dx_teach_thcs_l3_n=10"},
	{"... but a count over its rate", "hp-2023-pl2",
	 RESULT L("2.1. " TEACH) TBL(HEADS TR(
		 CELL("THCS", "(tách từ tiểu học)") CELL("27", "100%")
			 CELL("2", "7%") CELL("15", "56%") CELL("10", "37%"))),
	 "dx_teach_th_l1_pct! dx_teach_th_l2_pct! dx_teach_th_l3_pct!"},
	{"shares without a sign, of what stands before them", "hp-2023-pl2",
	 RESULT L("Nhóm 1 - " TEACH) P(TAB R("Mức độ 3 (tốt)") TAB R(
		 "Mức độ 2 (cơ bản)") TAB R("Mức độ 1 (chưa đáp ứng)"))
		 P(R("Tiểu học") TAB R("6/24 (25,0)") TAB R("13/24 (54,2)")
			   TAB R("5/24 (20,8)"))
			 P(R("THCS") TAB R("7/22 (31,8)") TAB R("12/22 (54,5)")
				   TAB R("3/22 (13,6)"))
				 P(R("CSGD phổ thông") TAB R("13/46 (28,3)")
					   TAB R("25/46 (54,3)")
						   TAB R("8/46 "
							 "(17,4)")),
	 "dx_teach_th_l3_n=6 dx_teach_th_l3_pct=25 dx_teach_thcs_l2_pct=54.5 "
	 "dx_teach_pt_l1_n=8 dx_teach_pt_l1_pct=17.4"},
	{"... or that the page tells of", "hp-2023-pl2",
	 RESULT L("2a. " TEACH ": số trường, trong ngoặc là tỉ lệ %")
		 TBL(ROW4("", "THCS", "TH", "CSGD PT") ROW4(
			 "MĐ3 (tốt)", "7 (77,8)", "9 (64,3)", "16 (69,6)")
			     ROW4("MĐ2 (cơ bản)", "2 (22,2)", "5 (35,7)",
				  "7 (30,4)") ROW4("MĐ1 (chưa đáp ứng)",
						   "0 (0)", "0 (0)", "0 (0)")),
	 "dx_teach_thcs_l3_pct=77.8 dx_teach_pt_l2_pct=30.4 "
	 "dx_teach_th_l1_n=0 dx_teach_th_l1_pct=0"},
	{"what is compared with is not named", "hp-2023-pl2",
	 L("Sang nhóm tiêu chí chuyển đổi số trong quản trị CSGD. Tính chung "
	   "khối phổ thông, số trường chưa đáp ứng chỉ còn 3, bằng 5,45%; số "
	   "trường đáp ứng cơ bản là 27, bằng 49,09%; số trường đáp ứng tốt là "
	   "25, bằng 45,45%, tức là gấp rưỡi nhóm dạy, học. Với bậc tiểu học, "
	   "ba trường ở mức 1 (10,71%); 14 trường ở mức 2 (50%); 11 trường ở "
	   "mức 3 (39,29%). Bậc THCS không còn trường nào ở mức 1; có 13 "
	   "trường ở mức 2, đạt 48,15%, và 14 trường ở mức 3, chiếm 51,85%."),
	 "dx_admin_pt_l3_n=25 dx_admin_th_l1_n=3 dx_admin_thcs_l2_n=13 "
	 "dx_admin_thcs_l3_pct=51.85 dx_teach_thcs_l2_n! dx_teach_pt_l3_n!"},
	{"levels in the names of schools", "hp-2023-pl2",
	 RESULT L("2.1. " TEACH)
		 TBL(ROW2("Nội dung", "Kết quả") TR(C("+ Tiểu học") CELL(
			 "Chưa đáp ứng: 02 trường (TH Gia Luận, TH "
			 "Xuân Đám), chiếm 33,33%",
			 "Đáp ứng tốt: 04 trường (TH Cát Bà, 81 "
			 "điểm), chiếm 66,67%"))
			     TR(C("+ THCS") CELL(
				     "Chưa đáp ứng: 03 trường (TH&amp;THCS Phù "
				     "Long, TH&amp;THCS Hiền Hào), chiếm 37,5%",
				     "Đáp ứng tốt: 05 trường (THCS thị trấn "
				     "Cát Bà), chiếm 62,5%"))
				     TR(C("CSGD phổ thông (chung hai bậc)")
						CELL("Chưa đáp ứng: 05 "
						     "trường, chiếm 35,71%",
						     "Đáp ứng tốt: 09 "
						     "trường, chiếm 64,29%"))),
	 "dx_teach_th_l1_n=2 dx_teach_thcs_l1_n=3 dx_teach_thcs_l3_pct=62.5 "
	 "dx_teach_pt_l1_n=5 dx_teach_pt_l3_n=9"},
	{"figures of a trial beside them", "hp-2023-pl2",
	 SCALE TBL(ROW4("Quy mô triển khai", "Bậc học", "Đợt thử tháng 4/2023",
			"Kết quả chính thức") ROW4("CSGD phổ thông triển khai "
						   "đánh giá mức độ CĐS",
						   "Tiểu học", "17", "18")
			   ROW4("CSGD phổ thông triển khai đánh giá mức độ CĐS",
				"THCS", "16", "19")),
	 "p1_th_assessed_n=18 p1_thcs_assessed_n=19"},
	{"levels that are added up", "hp-2023-pl1",
	 H31 L("Duy trì sử dụng hệ thống đào tạo trực tuyến (LMS): 4 MN + 12 "
	       "TH + 11 THCS = 27 CSGD."),
	 "s31_lms_csgd_n=27 s31_lms_csgd_n.mn=4 s31_lms_csgd_n.th=12 "
	 "s31_lms_csgd_n.thcs=11"},
	{"a list of levels that begins its sentence", "hp-2023-pl1",
	 H31 L("Trong năm học, giáo viên xây dựng mới được 436 học liệu, nâng "
	       "tổng số học liệu hiện có lên 1.580 học liệu. Hệ thống đào tạo "
	       "trực tuyến LMS tiếp tục được duy trì ở 15 trường tiểu học, 12 "
	       "trường THCS, tổng cộng là 27 trường."),
	 "s31_lms_csgd_n=27 s31_lms_csgd_n.th=15 s31_lms_csgd_n.thcs=12"},
	{"what it rose from is of before", "hp-2023-pl1",
	 H31 L("Số cơ sở giáo dục duy trì hệ thống đào tạo trực tuyến (LMS) "
	       "đã từ 19 đơn vị năm học trước tăng lên 26 CSGD, tức thêm 7 "
	       "đơn vị."),
	 "s31_lms_csgd_n=26"},
	{"the total of things, beside those of the year", "hp-2023-pl1",
	 H31 TBL(TR(C("Bậc học") WIDE("2", "Số học liệu được phê duyệt"))
			 ROW3("", "Tổng số hiện có",
			      "Trong đó: xây dựng trong năm học 2022-2023")
				 ROW3("Tiểu học", "3.215",
				      "640") ROW3("THCS", "3.608", "662")
					 ROW3("Cộng", "6.823", "1.302")),
	 "s31_material_total_n=6823 s31_material_total_n.th=3215 "
	 "s31_material_total_n.thcs=3608"},
	{"labels of several parts before rows", "hp-2023-pl1",
	 H32 TBL(ROW5("Chỉ tiêu", "TH", "THCS", "Cộng", "Đạt tỷ lệ") ROW5(
		 "3b.1 Phần mềm quản trị trường học", "30", "29", "59", "100 %")
			 ROW5("3b.3 Thu phí dịch vụ giáo dục không dùng tiền "
			      "mặt",
			      "25", "26", "51", "86,44 %")),
	 "s32_mgmt_csgd_n=59 s32_mgmt_csgd_n.th=30 s32_cashless_csgd_n=51 "
	 "s32_cashless_pct=86.44"},
	{"days in brackets are no rate", "hp-2023-pl1",
	 H35 TBL(ROW2("Nội dung tập huấn", "Số giáo viên (số ngày)") ROW2(
		 "Kỹ năng thiết kế bài giảng e-Learning, video bài giảng, "
		 "thiết bị dạy học số",
		 "120 (1,5)")),
	 "s35_elearning_teacher_pct!"},
	{"list lines in small letters are lines of their own", "hp-2023-pl1",
	 H32 L("Triển khai phần mềm quản trị trường học: 25 trường tiểu học, "
	       "20 trường trung học cơ sở")
		 L("triển khai sổ điểm điện tử, học bạ điện tử: 24 trường tiểu "
		   "học, 19 trường trung học cơ sở"),
	 "s32_mgmt_csgd_n.thcs=20 s32_egradebook_csgd_n.thcs=19"},
	{"how many levels there are is no count of one", "hp-2023-pl1",
	 H31 L("- Số CSGD (theo bậc học) duy trì sử dụng hệ thống đào tạo trực "
	       "tuyến (LMS): 01 CSGD (dùng cho cả 3 cấp TH, THCS, THPT)."),
	 "s31_lms_csgd_n=1 s31_lms_csgd_n.th!"},
	{"a row of sums that says of what", "hp-2023-pl1",
	 H33 TBL(ROW5("Bậc học", "Số CSGD đáp ứng yêu cầu dạy môn tin học",
		      "Mức 1", "Mức 2",
		      "Mức 3") ROW5("Tiểu học", "11", "4", "6", "1")
			 ROW5("THCS", "10", "2", "5", "3")
				 ROW5("Cộng (CSGD)", "21", "6", "11", "4")),
	 "s33_itroom_csgd_n=21 s33_itroom_csgd_n.th=11 s33_itroom_l1_n=6 "
	 "s33_itroom_l2_n=11 s33_itroom_l3_n=4"},
	{"what is said of all that were counted", "de-an-cntt-truong",
	 S3 L("Toàn bộ 21.460 học sinh và 1.284 giáo viên đều đã được quản lý "
	      "bằng hồ sơ số với định danh thống nhất."),
	 "t5_student_id_n=21460 t5_teacher_id_n=1284"},
	{"classes beside persons", "brvt-2023-bao-cao",
	 L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
		 L("Đã có 1.164 cán bộ quản lý, giáo viên của huyện tham gia "
		   "tập huấn giáo viên bằng hình thức trực tiếp kết hợp trực "
		   "tuyến, tập trung ở sáu lớp do Sở tổ chức từ tháng 7/2022 "
		   "đến tháng 4/2023."),
	 "iii1c_people_n=1164 iii1c_class_n=6"},
	{"an answer below the dots of its question", "brvt-2023-bao-cao",
	 L("c) Tham gia tập huấn giáo viên bằng hình thức kết hợp giữa trực "
	   "tiếp và trực tuyến.")
		 L("- Số lớp đã tham gia …., tên lớp, thời gian..")
			 L("Số lớp: 04 lớp, gồm các lớp sau.") L(
				 "- Số cán bộ quản lý, giáo viên tham gia ….")
				 L("64 người (năm học trước 57 người)."),
	 "iii1c_class_n=4 iii1c_people_n=64"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
