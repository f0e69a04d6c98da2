/*
 * What hands of other habits showed: one body of the outline for each, typed
 * composed and decomposed, and what is read of it. "x=1" is answered with 1;
 * "x!" is not answered.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define TAB "<w:r><w:tab/></w:r>"
#define GV                                                                                        \
	"Số lượng nhà giáo (giáo viên) được trang bị (có) máy tính/ đường " \
	"truyền Internet/ phần mềm để tham gia các hoạt động dạy, học trực tuyến"

static const struct example EXAMPLES[] = {
	{"a column of differences", "hp-2023-pl1",
	 H3 H33 TBL(ROW4("Chỉ tiêu", "Năm học 2021-2022", "Năm học 2022-2023",
			 "Tăng (+), giảm (-)")
			    ROW4("Tỷ lệ CSGD có mạng wifi miễn phí", "80,49%",
				 "95,24%", "+14,75%")),
	 "s33_wifi_pct=95.24"},
	{"a rate behind a tab", "hp-2023-pl2",
	 L("1. Quy mô triển khai") P(
		 R("- Số CSGD phổ thông thuộc phạm vi quản lý triển khai "
		   "đánh giá mức độ CĐS:") TAB R("58") TAB R("CSGD"))
		 P(R("- Tỷ lệ triển khai đánh giá:") TAB R("95") TAB R("%")),
	 "p1_csgd_assessed_n=58 p1_csgd_assessed_pct=95"},
	{"a level that leads a sentence in, and figures in words",
	 "hp-2023-pl2",
	 RESULT L("2.1. Chuyển đổi số trong dạy, học: trong 37 trường phổ "
		  "thông được đánh giá có 11 trường ở mức đáp ứng tốt, chiếm "
		  "29,7%; 22 trường ở mức đáp ứng cơ bản, chiếm 59,5%; còn 4 "
		  "trường chưa đáp ứng, chiếm 10,8%. Ở cấp THCS có năm trường "
		  "đáp ứng tốt (27,8%), mười một trường đáp ứng cơ bản (61,1%) "
		  "và hai trường chưa đáp ứng (11,1%)."),
	 "dx_teach_pt_l1_n=4 dx_teach_pt_l1_pct=10.8 dx_teach_thcs_l2_n=11 "
	 "dx_teach_thcs_l1_n=2 dx_teach_thcs_l1_pct=11.1"},
	{"none of one level; the one there is", "hp-2023-pl2",
	 RESULT L("2.2. Chuyển đổi số trong quản trị CSGD")
		 L("- Mức độ 1 (chưa đáp ứng): chỉ còn một trường, chiếm "
		   "2,2%, là trường THCS (4,5% số trường THCS); không có "
		   "trường tiểu học nào ở mức này."),
	 "dx_admin_pt_l1_n=1 dx_admin_pt_l1_pct=2.2 dx_admin_thcs_l1_pct=4.5 "
	 "dx_admin_th_l1_n=0"},
	{"bullets that another leads in", "hp-2023-pl2",
	 L("1. Quy mô triển khai") L("- Tổng số CSGD: 38 trường. Gồm:")
		 L("+ Tiểu học có 11 trường") L("+ THCS có 27 trường")
			 RESULT L("* Chuyển đổi số trong dạy, học:")
				 L("- Mức 1 - Chưa đáp ứng: 2,63% (1 trường).")
					 L("+ Tiểu học: 9,09% (1 trường)"),
	 "dx_teach_pt_l1_n=1 dx_teach_pt_l1_pct=2.63 dx_teach_th_l1_n=1"},
	{"a level above a long sentence", "hp-2023-pl2",
	 RESULT L("- Tiểu học:")
		 L("+ Chuyển đổi số trong dạy, học: Chưa đáp ứng có 0 trường - "
		   "0%; Đáp ứng cơ bản có 7 trường - 70%; Đáp ứng tốt có 3 "
		   "trường - 30%.") L("- THCS: chưa đánh giá 02 trường"),
	 "dx_teach_th_l3_n=3 dx_teach_th_l3_pct=30"},
	{"heads amid a table", "hp-2023-pl2",
	 TBL(TR(C("1") WIDE("3", "Quy mô triển khai tại địa phương")) TR(
		 C("") C("Bậc Tiểu học") WIDE("2", "05 trường"))
		     TR(C("2") WIDE("3", "Kết quả đánh giá")) TR(C("STT") C(
			     "Nội dung") C("Mức độ 1 - SL") C("Mức độ 2 - SL"))
			     TR(C("2.1") WIDE("3", "Chuyển đổi số trong dạy, "
						   "học"))
				     TR(C("") C("Bậc "
						"Tiểu "
						"học") C("2") C("3"))),
	 "dx_teach_th_l1_n=2 dx_teach_th_l2_n=3"},
	{"a sum beside cells that say themselves", "hp-2023-pl2",
	 RESULT L("2.1. Chuyển đổi số trong dạy, học") TBL(
		 ROW2("Nội dung", "Kết quả") ROW2("Tổng số", "Mức 1: 06 (19%)")
			 ROW2("Cấp THCS", "Mức 1: 06 (26%)")
				 ROW2("Cấp TH", "Mức 1: 00 (0%)")),
	 "dx_teach_pt_l1_n=6 dx_teach_pt_l1_pct=19 dx_teach_thcs_l1_n=6"},
	{"a title that names several", "de-an-cntt-truong",
	 S3 TBL(ROW3("TT", "Nội dung", "Kết quả") TR(C("1") C(GV) TC(
		 L("Tổng số giáo viên có máy tính: 100% (43/43 "
		   "giáo viên)") L("Tổng số giáo viên có đường truyền "
				   "Internet: 97.7% (42/43 giáo viên)")))),
	 "t1_teacher_pc_n=43 t1_teacher_pc_pct=100 t1_teacher_net_n=42 "
	 "t1_teacher_net_pct=97.7"},
	{"a name behind a figure", "de-an-cntt-truong",
	 S3 TBL(ROW2("Nội dung", "Kết quả")
			ROW2("Số nền tảng dạy và học trực tuyến",
			     "02 (nêu rõ tên: Zoom, Google Meet)")
				ROW2("Số nền tảng là sản phẩm trong nước",
				     "Một (VNPT E-Learning)")),
	 "t3_platform_n=2 t3_platform_domestic_n=1"},
	{"none yet, in a cell", "de-an-cntt-truong",
	 S3 TBL(ROW2("Nội dung",
		     "Kết quả") ROW2("Số nền tảng dạy và học trực tuyến", "2")
			ROW2("Số nền tảng là sản phẩm trong nước", "Chưa có")),
	 "t3_platform_n=2 t3_platform_domestic_n=0"},
	{"lines of a cell, by a soft break", "de-an-cntt-truong",
	 S3 TBL(ROW3("TT", "Nội dung", "Kết quả") TR(C("1") C(GV) C(
		 "Số giáo viên có máy tính: 22/22, tỉ lệ "
		 "100%</w:t><w:br/><w:t>Số giáo viên có đường truyền "
		 "Internet: 21/22, tỉ lệ 95,45%"))),
	 "t1_teacher_pc_n=22 t1_teacher_pc_pct=100 t1_teacher_net_n=21 "
	 "t1_teacher_net_pct=95.45"},
	{"a rate that no column of rates has", "hp-2023-pl1",
	 H3 H31 TBL(ROW4("Nội dung", "TH", "Toàn huyện", "Tỷ lệ (%)") ROW4(
		 "Số CSGD duy trì sử dụng hệ thống đào tạo "
		 "trực tuyến (LMS)",
		 "11", "24", "57,1") ROW4("Tỷ lệ CSGD thường xuyên thi, kiểm "
					  "tra, đánh giá trên phòng máy tính "
					  "(%)",
					  "36,4", "26,2", "x")),
	 "s31_lms_csgd_n=24 s31_computer_exam_pct=26.2"},
	{"what may read as a day", "hp-2023-pl1",
	 H3 H33 TBL(ROW2("Số CSGD (theo bậc học) có mạng wifi miễn phí",
			 "+ Mầm non: 17/23 trường</w:t><w:br/><w:t>+ Tiểu học: "
			 "11/12 trường</w:t><w:br/><w:t>+ THCS: 10/10 "
			 "trường")),
	 "s33_wifi_csgd_n.mn=17 s33_wifi_csgd_n.th=11 "
	 "s33_wifi_csgd_n.thcs=10"},
	{"none, and a rate of it", "de-an-cntt-truong",
	 S3 TBL(ROW2("Nội dung", "Kết quả") ROW2(
		 "Số lượng các cơ sở giáo dục quản lý hồ sơ số đối với cơ sở "
		 "vật chất, thiết bị và các nguồn lực khác",
		 "Không có; tỉ lệ 0 %")),
	 "t5_csgd_assets_n=0 t5_csgd_assets_pct=0"},
	{"none, and a figure of another", "de-an-cntt-truong",
	 S3 TBL(ROW2("Nội dung", "Kết quả") ROW2(
		 "Số lượng các cơ sở giáo dục quản lý hồ sơ số đối với cơ sở "
		 "vật chất, thiết bị và các nguồn lực khác",
		 "Không có; tỉ lệ 5 %")),
	 "t5_csgd_assets_n!"},
	{"none yet, and the figure once more", "hp-2023-pl1",
	 H3 H33 L("- Số CSGD có phòng phát triển học liệu (phòng studio):")
		 L("Chưa có (0 CSGD), tỷ lệ: 0%"),
	 "s33_studio_csgd_n=0 s33_studio_pct=0"},
	{"not counted yet, in the line before", "de-an-cntt-truong",
	 S3 TBL(ROW2("Nội dung", "Kết quả") ROW2(
		 "Người học có máy tính, đường truyền Internet",
		 "• Số lượng người học có máy tính: chưa thống "
		 "kê</w:t><w:br/><w:t>• Tổng số học sinh có đường truyền "
		 "Internet: 1.674, đạt tỉ lệ: 100%")),
	 "t2_student_pc_n! t2_student_pc_pct! t2_student_net_n=1674 "
	 "t2_student_net_pct=100"},
	{"thousands are no title's number", "hp-2023-pl1",
	 H3 H31 L("- Tổng số học liệu số hiện có: 3.078:")
		 P(TAB R("1.264 mầm non")) P(TAB R("896 tiểu học"))
			 P(TAB R("918 trung học cơ sở"))
				 L("Số học liệu xây dựng trong năm học "
				   "2022-2023: 1.799"),
	 "s31_material_total_n=3078 s31_material_total_n.mn=1264 "
	 "s31_material_new_n=1799"},
	{"a level that leads a cell in", "hp-2023-pl2",
	 RESULT TBL(
		 ROW3("TT", "Nội dung", "Kết quả") TR(
			 C("2.1") C("Chuyển đổi số trong dạy, học")
				 TC(L("CSGD phổ thông:") L("Mức độ 1: 1 CSGD "
							   "(4,76%)")
					    L("Mức độ 2: 9 CSGD (42,86%)")))
			 TR(C("2.1") C("Chuyển đổi số trong dạy, học")
				    TC(L("Tiểu học:") L("Mức độ 1: không có")
					       L("Mức độ 2: 4 CSGD (36,36%)")))
				 TR(C("2.1") C("Chuyển đổi số trong dạy, học")
					    TC(L("THCS:") L(
						    "Mức độ 1: 1 CSGD (10%)")))),
	 "dx_teach_pt_l1_n=1 dx_teach_pt_l2_pct=42.86 dx_teach_th_l1_n=0 "
	 "dx_teach_th_l2_n=4 dx_teach_th_l2_pct=36.36 dx_teach_thcs_l1_n=1"},
	{"lines of a paragraph below a level", "hp-2023-pl2",
	 RESULT L("1) Chuyển đổi số trong dạy, học") L("b. Riêng cấp tiểu học:")
		 L("Mức 1: 3 trường (13,6%)</w:t><w:br/><w:t>Mức 2: "
		   "12 trường (54,5%)") L("c. Riêng cấp THCS:")
			 L("Mức 1: 2 trường (9,5%)</w:t><w:br/>"
			   "<w:t>Mức 2: 13 trường (61,9%)"),
	 "dx_teach_th_l1_n=3 dx_teach_th_l2_n=12 dx_teach_thcs_l2_n=13 "
	 "dx_teach_thcs_l2_pct=61.9"},
	{"words with a rank behind what they count", "hp-2023-pl2",
	 RESULT L("Chuyển đổi số trong quản trị CSGD. Bậc tiểu học có một "
		  "trường ở mức độ 1, bốn trường ở mức độ 2, một trường ở mức "
		  "độ 3. Bậc THCS không có trường nào ở mức độ 1; năm trường ở "
		  "mức độ 2, chiếm 71.4%; hai trường ở mức độ 3, chiếm 28.6%."),
	 "dx_admin_th_l1_n=1 dx_admin_th_l2_n=4 dx_admin_th_l3_n=1 "
	 "dx_admin_thcs_l1_n=0 dx_admin_thcs_l2_n=5 dx_admin_thcs_l3_n=2"},
	{"a number in words, and names", "de-an-cntt-truong",
	 S3 TBL(ROW2("Nội dung", "Kết quả")
			ROW2("Các nền tảng dạy và học trực tuyến",
			     "- Số nền tảng: ba (Viettel Study; "
			     "Quizizz)</w:t><w:br/><w:t>- Trong đó số "
			     "nền tảng là sản phẩm trong nước: 01")),
	 "t3_platform_n=3 t3_platform_domestic_n=1"},
	{"one platform", "de-an-cntt-truong",
	 S3 L("Trường triển khai một nền tảng dạy và học trực tuyến (vioedu); "
	      "số nền tảng là sản phẩm trong nước: một nền tảng."),
	 "t3_platform_n=1 t3_platform_domestic_n=1"},
	{"no class, and why", "brvt-2023-bao-cao",
	 L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
		 TBL(ROW2("Bồi dưỡng kỹ năng ứng dụng CNTT và chuyển đổi số: "
			  "Số lớp đã tham gia, tên lớp, thời gian",
			  "Chưa tham gia lớp nào (do trùng lịch kiểm tra)")
			     ROW2("Số cán bộ quản lý, giáo viên tham gia bồi "
				  "dưỡng",
				  "0")),
	 "iii1d_class_n=0 iii1d_people_n=0"},
	{"a plan in brackets", "hp-2023-pl1",
	 H3 H31 L("Tổng số học liệu đã được hiệu trưởng phê duyệt hiện có là "
		  "1 260 học liệu. Riêng trong năm học 2022-2023, các trường "
		  "xây dựng mới được 374 học liệu, vượt kế hoạch (300 học "
		  "liệu)."),
	 "s31_material_total_n=1260 s31_material_new_n=374"},
	{"words that begin a paragraph", "hp-2023-pl1",
	 H3 H33 L("Mười bảy trường có mạng wifi miễn phí phục vụ cán bộ, giáo "
		  "viên, học sinh (8 trường mầm non, 4 trường tiểu học và 5 "
		  "trường THCS), đạt 77,3%."),
	 "s33_wifi_csgd_n=17 s33_wifi_csgd_n.mn=8 s33_wifi_pct=77.3"},
	{"money", "de-an-cntt-truong",
	 S3 L("Chi phí cho các nền tảng dạy và học trực tuyến trong năm học "
	      "là 85.500.000 đồng."),
	 "t3_platform_n!"},
	{"whose things they are", "hp-2023-pl1",
	 H3 H31 TBL(ROW4("Nội dung", "Cấp TH", "Cấp THCS", "Tổng số")
			    ROW4("Tổng số học liệu hiện có trong kho học liệu "
				 "của các trường",
				 "1670", "1504", "3174")),
	 "s31_material_total_n=3174 s31_material_total_n.th=1670"},
	{"places that are levels", "hp-2023-pl1",
	 H3 H31 L("- Tổng số học liệu hiện có: 1.710 học liệu số. Chia ra: "
		  "Trường MN 904; Trường TH 806."),
	 "s31_material_total_n=1710 s31_material_total_n.th=806"},
	{"a figure in words, and once more", "brvt-2023-bao-cao",
	 L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
		 L("c) Tham gia tập huấn giáo viên bằng hình thức kết hợp "
		   "giữa trực tiếp và trực tuyến:")
			 L("- Số lớp đã tham gia: 04 (bốn), tên lớp: \"Tập "
			   "huấn Chương trình GDPT 2018 mô đun 9\"")
				 L("- Số cán bộ quản lý, giáo viên tham gia: "
				   "hai mươi sáu (26) người"),
	 "iii1c_class_n=4 iii1c_people_n=26"},
	{"nobody took part", "brvt-2023-bao-cao",
	 L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
		 L("c) Tham gia tập huấn giáo viên bằng hình thức kết hợp "
		   "giữa trực tiếp và trực tuyến:") L("- Số lớp đã tham gia:")
			 L("Không tham gia lớp nào")
				 L("- Số cán bộ quản lý, giáo viên tham gia: "
				   "0"),
	 "iii1c_class_n=0 iii1c_people_n=0"},
	{"rates of counts in brackets within a rate's", "hp-2023-pl1",
	 H3 H31 L("2) Tỷ lệ CSGD thường xuyên triển khai thi, kiểm tra, đánh "
		  "giá trên phòng máy tính: 48,8% (Trường MN: 24/30 (80,0%); "
		  "Trường TH: 6/21 (28,6%); Trường THCS: 7/24 (29,2%));"),
	 "s31_computer_exam_pct=48.8 s31_computer_exam_pct.mn=80 "
	 "s31_computer_exam_pct.thcs=29.2"},
	{"the rate before a question that is left open", "hp-2023-pl1",
	 H3 H32 L("+ Số CSGD triển khai sổ điểm điện tử, học bạ điện tử:")
		 L("20 cơ sở/tổng số 20 cơ sở [Khối Tiểu học: 10 (100%) - "
		   "Khối THCS: 10 (100%)], đạt tỷ lệ: 100%; trong đó số CSGD "
		   "triển khai chữ ký số: chưa thống kê; số giáo viên đã được "
		   "cấp chữ ký số: đang rà soát."),
	 "s32_egradebook_csgd_n=20 s32_esign_teacher_pct!"},
	{"a sentence of a list that compares", "hp-2023-pl1",
	 H3 L("d) Việc tổ chức triển khai công tác báo cáo thống kê giáo dục")
		 L("• Báo cáo thống kê kỳ đầu năm:") L(
			 "1. Các trường đối chiếu hồ sơ học sinh với số định "
			 "danh cá nhân trước khi nhập.")
			 L("2. Việc tập huấn sớm giúp số liệu chính "
			   "xác hơn năm học trước.")
				 L("e) Kết quả phát triển nguồn nhân "
				   "lực số") L("• Số giáo viên được bồi "
					       "dưỡng thiết kế bài giảng "
					       "e-Learning, video bài "
					       "giảng: 939, bằng 78%."),
	 "s35_elearning_teacher_n=939 s35_elearning_teacher_pct=78"},
	{"schools that have things, and how many things", "hp-2023-pl1",
	 H3 H31 L("Các trường hiện có tổng số 3.382 học liệu đã được hiệu "
		  "trưởng phê duyệt [mầm non 783; tiểu học 1.295; THCS "
		  "1.304]. Riêng năm học 2022-2023 xây dựng được 1.633 học "
		  "liệu."),
	 "s31_material_total_n=3382 s31_material_total_n.th=1295 "
	 "s31_material_new_n=1633"},
	{"counts that their rates' words tell", "hp-2023-pl1",
	 H3 L("3.5. Kết quả phát triển nguồn nhân lực số")
		 L("Trong năm học, đã có 72/72 giáo viên, chiếm tỷ lệ 100%, "
		   "được tập huấn kỹ năng tổ chức, quản lý hoạt động dạy học "
		   "kết hợp giữa trực tiếp và trực tuyến; 41 giáo viên, chiếm "
		   "tỷ lệ 56,9%, được bồi dưỡng kỹ năng thiết kế bài giảng "
		   "e-Learning, video bài giảng, thiết bị dạy học số."),
	 "s35_blended_teacher_n=72 s35_blended_teacher_pct=100 "
	 "s35_elearning_teacher_n=41 s35_elearning_teacher_pct=56.9"},
	{"none, behind a line of its list that counts", "hp-2023-pl1",
	 H3 H33 L("- Mạng wifi miễn phí cho cán bộ, giáo viên và học sinh: 01 "
		  "CSGD, đạt 100%.")
		 L("- Phòng phát triển học liệu (phòng studio): không có."),
	 "s33_wifi_csgd_n=1 s33_studio_csgd_n=0"},
	{"a rate behind the columns of levels", "hp-2023-pl1",
	 H3 TBL(TR(C("Nội dung") WIDE("4", "Năm học 2022-2023")
			   WIDE("2", "Năm học 2021-2022"))
			TR(C("") C("MN") C("TH") C("THCS") C("Tỷ lệ %")
				   C("Tổng số") C("Tỷ lệ %"))
				TR(C("CSGD triển khai phần mềm quản trị "
				     "trường học") C("32") C("22") C("24")
					   C("100") C("78") C("100"))),
	 "s32_mgmt_csgd_n.thcs=24 s32_mgmt_pct=100"},
	{"none, and its rate in brackets", "hp-2023-pl2",
	 RESULT TBL(ROW5("STT", "Nhóm tiêu chí", "Chưa đáp ứng",
			 "Đáp ứng cơ bản", "Đáp ứng tốt")
			    TR(C("1") WIDE("4", "CĐS trong dạy, học"))
				    ROW5("", "+ TH", "3 (14,29%)",
					 "18 (85,71%)", "Không (0,00%)")
					    ROW5("", "+ THCS", "Không (0,00%)",
						 "11 (91,67%)", "1 (8,33%)")),
	 "dx_teach_th_l3_n=0 dx_teach_th_l3_pct=0 dx_teach_thcs_l1_n=0 "
	 "dx_teach_thcs_l2_n=11 dx_teach_thcs_l3_pct=8.33"},
	{"what goes on with a clause of all", "hp-2023-pl2",
	 RESULT L("Xét nhóm tiêu chí chuyển đổi số trong dạy, học:")
		 L("ở cấp tiểu học, 7 cơ sở xếp mức độ 3, 10 cơ sở xếp mức độ "
		   "2 và 1 cơ sở xếp mức độ 1; bậc THCS, 10 cơ sở xếp mức độ "
		   "3, 16 cơ sở xếp mức độ 2 và 5 cơ sở xếp mức độ 1; trong "
		   "tổng số các CSGD phổ thông, 17 cơ sở xếp mức độ 3, 26 cơ "
		   "sở xếp mức độ 2 và 6 cơ sở xếp mức độ 1."),
	 "dx_teach_th_l2_n=10 dx_teach_thcs_l2_n=16 dx_teach_thcs_l1_n=5 "
	 "dx_teach_pt_l2_n=26 dx_teach_pt_l1_n=6"},
	{"another unit than the form's, last of a line", "hp-2023-pl2",
	 L("1. Quy mô triển khai") L(
		 "- Số trường phổ thông trên địa bàn thực hiện đánh giá mức "
		 "độ chuyển đổi số: 40 trường")
		 L("- Tỷ lệ CSGD phổ thông đã đánh giá: 100%")
			 L("Tiểu học: 29 trường;") L("THCS: 11 trường;")
				 L("(Năm 2022: 35 CSGD đánh giá thí điểm)"),
	 "p1_csgd_assessed_n=40 p1_th_assessed_n=29 p1_thcs_assessed_n=11"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
