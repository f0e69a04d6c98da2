/*
 * What drawn pages showed (law_tables.c, law_lines.c, and drawings of whole
 * pages): one body of the outline for each habit, and what is read of it. "x=1"
 * is answered with 1; "x!" is not answered.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define H32_WHOLE                                                                                    \
	L("3.2. Kết quả ứng dụng CNTT và chuyển đổi số trong đổi mới phương " \
	  "thức quản trị CSGD và quản lý nhà nước về giáo dục")
#define H35_WHOLE                                                                                   \
	L("3.5. Kết quả phát triển nguồn nhân lực số phục vụ ứng dụng CNTT, " \
	  "chuyển đổi số và làm công tác thống kê trong ngành giáo dục")
#define MGMT "Số trường dùng phần mềm quản trị nhà trường"

static const struct example EXAMPLES[] = {
	{"the rate beside the sum of a list", "hp-2023-pl1",
	 H3 H32_WHOLE L("- " MGMT
			": 10 Cấp mầm non, 09 Cấp tiểu học, 06 Cấp THCS, "
			"14 Cấp THPT, 11 GDTX. Tổng: 50/90 trường, đạt tỷ "
			"lệ: 55,56%."),
	 "s32_mgmt_csgd_n=50 s32_mgmt_pct=55.56 s32_mgmt_csgd_n.th=9"},
	{"a row whose words end with the sign of rates", "hp-2023-pl1",
	 H3 TBL(ROW5("Chỉ tiêu", "Tổng", "TH", "THCS", "Tỷ lệ (%)") ROW5(
		 "Thường xuyên thi, kiểm tra, đánh giá trên phòng máy tính "
		 "(ghi tỷ lệ %)",
		 "28,8", "33,3", "59,1", "")
			ROW5("Có mạng wifi miễn phí", "46", "24", "22", "63")),
	 "s31_computer_exam_pct=28.8 s31_computer_exam_pct.thcs=59.1 "
	 "s33_wifi_csgd_n=46 s33_wifi_pct=63"},
	{"figures in brackets behind a level", "hp-2023-pl1",
	 H3 H32_WHOLE L(
		 "Có 1 CSGD triển khai phần mềm quản trị trường học (100 %) "
		 "(trong đó: GDTX (1)).") L("Số CSGD thu phí không dùng tiền "
					    "mặt là 21 (TH (12), THCS (9))."),
	 "s32_mgmt_csgd_n=1 s32_mgmt_csgd_n.gdtx=1 s32_cashless_csgd_n=21 "
	 "s32_cashless_csgd_n.th=12 s32_cashless_csgd_n.thcs=9"},
	{"the row of all there are", "hp-2023-pl1",
	 H3 H33 L("- Số CSGD có mạng wifi miễn phí cho CB, GV, HS:")
		 TBL(ROW4("", "Cộng", "Tiểu học", "THCS") ROW4("Tổng số trường",
							       "4", "2", "2")
			     ROW4("SL", "3", "-", "1")
				     ROW4("Tỷ lệ (%)", "75", "100", "50")),
	 "s33_wifi_csgd_n.th! s33_wifi_csgd_n.thcs=1"},
	{"leaders on both sides", "hp-2023-pl1",
	 H3 H35_WHOLE L(
		 "- GV tập huấn dạy học kết hợp: __87__ GV, chiếm 97,75 phần "
		 "trăm."),
	 "s35_blended_teacher_n=87 s35_blended_teacher_pct=97.75"},
	{"a level of a list that nobody answered", "hp-2023-pl1",
	 H3 H33 L("- Số CSGD có mạng wifi miễn phí cho CB, GV, HS: 85 trường. "
		  "Trong đó:") L("TH: 28 trường") L("THCS: 15 trường")
		 L("THPT:") L("GDTX: ……")
			 L("- Số CSGD có phòng phát triển học liệu (phòng "
			   "studio):") L("Kết quả: 03 trường; tỷ lệ: 3,5%; TH: "
					 "01, THCS: 02, THPT: ..., GDTX:;"),
	 "s33_wifi_csgd_n=85 s33_wifi_csgd_n.thcs=15 s33_studio_csgd_n=3 "
	 "s33_studio_csgd_n.thcs=2 s33_studio_csgd_n.thpt! s33_studio_pct=3.5"},
	{"levels that add up to the count of a rate", "hp-2023-pl1",
	 H3 H33 L("+ 89,8% trường (44/49) đáp ứng yêu cầu tối thiểu để dạy môn "
		  "Tin học. Trong đó: mầm non: 20; tiểu học: 17; THCS: 07 "
		  "(bảy); THPT: 0; GDTX: 0."),
	 "s33_itroom_pct=89.8 s33_itroom_csgd_n=44 s33_itroom_csgd_n.mn=20 "
	 "s33_itroom_csgd_n.thcs=7 s33_itroom_csgd_n.gdtx=0"},
	{"numbers in words", "hp-2023-pl1",
	 H3 H33 L("- Số CSGD có mạng wifi miễn phí cho CB, GV, HS: hai mươi "
		  "lăm trường") L("Bậc tiểu học: mười bảy.")
		 L("Bậc THCS: tám."),
	 "s33_wifi_csgd_n=25 s33_wifi_csgd_n.th=17 s33_wifi_csgd_n.thcs=8"},
	{"levels without marks below a line of a list", "hp-2023-pl1",
	 H3 H33 L("- Số CSGD có mạng wifi miễn phí cho CB, GV, HS: 35 CSGD "
		  "(85,4%)") L("Bậc mầm non có 14 CSGD;")
		 L("Bậc tiểu học có 13;") L("Bậc THCS có 08 CSGD;"),
	 "s33_wifi_csgd_n=35 s33_wifi_csgd_n.mn=14 s33_wifi_csgd_n.thcs=8"},
	{"levels with the mark of another line", "hp-2023-pl1",
	 H3 H33 L("- Số CSGD có mạng wifi miễn phí cho CB, GV, HS: 38 trường")
		 L("+ Số CSGD có phòng phát triển học liệu (phòng studio): 02 "
		   "trường") L("- Tiểu học: 01/18 trường.") L("- THCS: 01/10.")
			 L("+ Cụ thể: 02 trường đạt mức 1 dạy tin học;"),
	 "s33_studio_csgd_n=2 s33_studio_csgd_n.th=1 s33_studio_csgd_n.thcs=1 "
	 "s33_itroom_l1_n=2"},
	{"none yet", "hp-2023-pl1",
	 H3 H31 L("• Số cơ sở giáo dục duy trì sử dụng hệ thống đào tạo trực "
		  "tuyến (LMS): 31 CSGD. Cụ thể: MN: chưa có; TH: 24; THCS: "
		  "07."),
	 "s31_lms_csgd_n=31 s31_lms_csgd_n.mn=0 s31_lms_csgd_n.th=24"},
	{"a rate above 100", "hp-2023-pl1",
	 H3 H35_WHOLE TBL(ROW3("Nội dung", "Số lượng", "Tổng số") ROW3(
		 "Số lượng giáo viên được tập huấn, bồi dưỡng kỹ năng thiết kế "
		 "bài giảng e-Learning, video bài giảng, thiết bị dạy học số",
		 "1485", "1751")),
	 "s35_elearning_teacher_n=1485 s35_elearning_teacher_pct!"},
	{"Roman ranks", "hp-2023-pl2",
	 RESULT L("2.1. Chuyển đổi số trong dạy, học")
		 L("- Mức độ I: 1 trường = 5.26%. Trong đó:")
			 L("+ Tiểu học: 0 trường - 0.00%")
				 L("+ THCS: 1 trường - 10.00%"),
	 "dx_teach_pt_l1_n=1 dx_teach_th_l1_n=0 dx_teach_thcs_l1_n=1 "
	 "dx_teach_thcs_l1_pct=10"},
	{"ranks cut short", "hp-2023-pl2",
	 RESULT L("* Chuyển đổi số trong dạy, học:") L("- Trường TH:") L(
		 "+ MĐ 3: 14 trường") L("+ MĐ 2: 6 trường") L("- Trường THCS:")
		 L("+ MĐ 3: 4 trường") L("- CSGD phổ thông:")
			 L("+ MĐ 3: 15/29 trường = 51,72%"),
	 "dx_teach_th_l3_n=14 dx_teach_th_l2_n=6 dx_teach_pt_l3_n=15 "
	 "dx_teach_pt_l3_pct=51.72"},
	{"heads of two rows that are not merged", "hp-2023-pl2",
	 RESULT L("Bảng 1: CĐS trong dạy, học") TBL(
		 ROW5("Mức độ", "Tiểu học", "", "THCS",
		      "") ROW5("", "Số lượng", "Tỷ lệ %", "Số lượng", "Tỷ lệ %")
			 ROW5("Mức độ 1", "13", "54,17", "5", "20,00")
				 ROW5("Mức độ 2", "8", "33,33", "17", "68,00")),
	 "dx_teach_th_l1_n=13 dx_teach_th_l1_pct=54.17 dx_teach_thcs_l2_n=17 "
	 "dx_teach_thcs_l2_pct=68"},
	{"heads that are said twice", "hp-2023-pl2",
	 RESULT L("- CĐS trong dạy, học:") TBL(
		 ROW5("Mức đánh giá", "Số lượng", "Số lượng", "Tỷ lệ %",
		      "Tỷ lệ %") ROW5("", "TH", "THCS", "TH", "THCS")
			 ROW5("Mức chưa đáp ứng", "01", "06", "7,69", "27,27")),
	 "dx_teach_th_l1_n=1 dx_teach_thcs_l1_n=6 dx_teach_thcs_l1_pct=27.27"},
	{"ranks that lead counts and rates in", "hp-2023-pl2",
	 RESULT TBL(
		 ROW4("STT", "Nội dung", "Chuyển đổi số trong dạy và học",
		      "") ROW4("", "", "Tiểu học", "THCS")
			 ROW4("1", "Mức độ 1 (chưa đáp ứng)", "", "") ROW4(
				 "1", "Số lượng", "05",
				 "02") ROW4("2", "Tỷ lệ %", "15,15", "8,00")
				 ROW4("2",
				      "Mức độ 2 (đáp ứng cơ "
				      "bản)",
				      "", "") ROW4("1", "Số lượng", "23", "18")
					 ROW4("2", "Tỷ lệ %", "69,70",
					      "72,"
					      "00")),
	 "dx_teach_th_l1_n=5 dx_teach_thcs_l1_pct=8 dx_teach_th_l2_n=23 "
	 "dx_teach_thcs_l2_n=18"},
	{"groups one below the other", "hp-2023-pl2",
	 RESULT TBL(ROW4("STT", "Nhóm tiêu chí", "Số lượng",
			 "%") ROW4("1", "Chuyển đổi số trong dạy và học", "",
				   "") ROW4("1.1", "Mức độ 3", "", "")
			    ROW4("1.2", "+ Cấp Tiểu học", "8", "34,8")
				    ROW4("1.3", "+ Cấp THCS", "0", "0,0")
					    ROW4("1.4", "Mức độ 2", "", "")
						    ROW4("1.5",
							 "+ Cấp Tiểu "
							 "học",
							 "12", "52,2")),
	 "dx_teach_th_l3_n=8 dx_teach_thcs_l3_n=0 dx_teach_th_l2_n=12 "
	 "dx_teach_th_l2_pct=52.2"},
	{"rows of levels below those of ranks", "hp-2023-pl2",
	 RESULT TBL(ROW3("Nhóm tiêu chí", "Số CSGD", "Tỷ lệ (%)") ROW3(
		 "Nhóm tiêu chí chuyển đổi số trong dạy, học", "",
		 "") ROW3("Mức độ 1", "04", "7%") ROW3("Khối TH", "", "")
			    ROW3("Khối THCS", "04", "19%")
				    ROW3("Mức độ 2", "44", "80%")
					    ROW3("Khối TH", "32", "94%")),
	 "dx_teach_thcs_l1_n=4 dx_teach_th_l2_n=32 dx_teach_th_l2_pct=94 "
	 "dx_teach_th_l1_n!"},
	{"groups without marks", "hp-2023-pl2",
	 RESULT L("Chuyển đổi số trong quản trị CSGD:")
		 L("Mức độ 1 (chưa đáp ứng): 4 CSGD (tương ứng 9 %). Trong đó:")
			 L("Trường TH: 3 CSGD (tương ứng 8 %)") L(
				 "Trường THCS: 1 CSGD (11 %)")
				 L("Mức độ 2 (đáp ứng cơ bản): 32 CSGD (tương "
				   "ứng 71 %). Trong đó:")
					 L("Trường TH: 24 CSGD (tương ứng 67 "
					   "%)"),
	 "dx_admin_pt_l1_n=4 dx_admin_th_l1_n=3 dx_admin_thcs_l1_pct=11 "
	 "dx_admin_pt_l2_n=32 dx_admin_th_l2_n=24 dx_teach_th_l1_n!"},
	{"a group with a number", "hp-2023-pl2",
	 RESULT L("Nhóm 2: Chuyển đổi số trong quản trị cơ sở giáo dục")
		 L("Mức chưa đáp ứng (mức 1): 4 trường chiếm 12,5%; trong đó "
		   "TH 3, THCS 1."),
	 "dx_admin_pt_l1_n=4 dx_admin_th_l1_n=3 dx_admin_thcs_l1_n=1 "
	 "dx_admin_pt_l1_pct=12.5"},
	{"cấp học is not what is taught", "hp-2023-pl2",
	 RESULT L("a) Nhóm tiêu chí chuyển đổi số trong quản trị cơ sở giáo "
		  "dục:") L("Chi tiết theo từng cấp học như bảng sau:")
		 TBL(ROW3("Cấp học", "Mức độ 1", "Mức độ 2")
			     ROW3("Cấp học TH", "0", "27")
				     ROW3("Cấp học THCS", "6", "19")),
	 "dx_admin_th_l2_n=27 dx_admin_thcs_l1_n=6 dx_teach_th_l2_n!"},
	{"square brackets", "hp-2023-pl2",
	 L("1. Quy mô triển khai")
		 L("a) Quy mô: 41 đơn vị [Trường Tiểu học: 21 đơn vị; Trường "
		   "THCS: 20 đơn vị], tỷ lệ 95%."),
	 "p1_csgd_assessed_n=41 p1_th_assessed_n=21 p1_thcs_assessed_n=20"},
	{"the whole of a count", "hp-2023-pl2",
	 L("1. Quy mô triển khai tại địa phương") L(
		 "- Số CSGD triển khai: 41. Tổng số CSGD thuộc địa bàn: 46. Tỷ "
		 "lệ triển khai: 89,1 %."),
	 "p1_csgd_assessed_n=41 p1_csgd_assessed_pct=89.1"},
	{"all levels behind a list of them", "hp-2023-pl2",
	 RESULT L("2.1. Chuyển đổi số trong dạy và học")
		 L("- Mức 2: Trường Tiểu học chín CSGD, chiếm 70,59%; Trường "
		   "THCS: 8 CSGD (36,36%); CSGD phổ thông: 17 CSGD, chiếm "
		   "51,28%."),
	 "dx_teach_th_l2_n=9 dx_teach_thcs_l2_pct=36.36 dx_teach_pt_l2_n=17 "
	 "dx_teach_pt_l2_pct=51.28"},
	{"a table of rates by its caption", "hp-2023-pl2",
	 RESULT L("2. Về tỷ lệ (%)")
		 TBL(ROW4("Nhóm tiêu chí", "Bậc học",
			  "Mức chưa đáp ứng (Mức "
			  "độ 1)",
			  "Mức đáp ứng cơ bản (Mức độ 2)")
			     ROW4("Chuyển đổi số trong dạy, học", "Tiểu học",
				  "14,29", "60,71")
				     ROW4("", "THCS", "12,00", "56,00")),
	 "dx_teach_th_l1_pct=14.29 dx_teach_thcs_l2_pct=56 dx_teach_th_l1_n!"},
	{"kinds of persons are parts", "brvt-2023-bao-cao",
	 L("c) Tham gia tập huấn giáo viên bằng hình thức kết hợp giữa trực "
	   "tiếp và trực tuyến") L("- Số lớp đã tham gia: 04 lớp")
		 L("- Số cán bộ quản lý, giáo viên tham gia: 3 CBQL và 13 giáo "
		   "viên"),
	 "iii1c_class_n=4 iii1c_people_n!"},
	{"parts beside the figure of all", "brvt-2023-bao-cao",
	 L("d) Tham gia các khóa bồi dưỡng kỹ năng ứng dụng CNTT và chuyển đổi "
	   "số") L("• Số cán bộ quản lý, giáo viên tham gia: 93 người (trong "
		   "đó: CBQL 03, GV 90)")
		 L("• Số lớp đã tham gia: 02 lớp; thời gian: 02 ngày (các ngày "
		   "11, 12 và 18/4/2023)"),
	 "iii1d_people_n=93 iii1d_class_n=2"},
	{"the mark of a line is no sign", "brvt-2023-bao-cao",
	 L("c) Tham gia tập huấn giáo viên bằng hình thức kết hợp giữa trực "
	   "tiếp và trực tuyến")
		 L("-04 lớp (Tập huấn Mô đun 5 Chương trình GDPT 2018)")
			 L("-53/60 cán bộ quản lý, giáo viên tham gia."),
	 "iii1c_class_n=4 iii1c_people_n=53"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
