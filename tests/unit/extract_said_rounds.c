/*
 * What reports of the forty-third and later rounds showed of figures: one body
 * of the outline for each, typed composed and decomposed, and what is read of
 * it.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define TAB	   "<w:r><w:tab/></w:r>"
#define BR	   "<w:r><w:br/></w:r>"
#define CELL(a, b) "<w:tc>" P(R(a) BR R(b)) "</w:tc>"
#define HEAD                                    \
	L("SỞ GDĐT HẢI PHÒNG")                  \
	L("TRƯỜNG THCS AN LÃO")                 \
	L("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") \
	L("Độc lập - Tự do - Hạnh phúc")        \
	L("An Lão, ngày 12 tháng 6 năm 2023") L("BÁO CÁO")
#define FOOT            \
	L("Nơi nhận:")  \
	L("- Sở GDĐT;") \
	L("- Lưu: VT.") L("HIỆU TRƯỞNG") L("(Ký, đóng dấu)") L("Phạm Văn A")

static const struct example EXAMPLES[] = {
	{"lines of an annex behind the signature", "de-an-cntt-truong",
	 HEAD L("Kính gửi: Sở Giáo dục và Đào tạo")
		 L("IV. MỤC TIÊU ĐẾN NĂM 2025") FOOT L("BIỂU SỐ LIỆU KÈM THEO")
			 P(R("Tổng số giáo viên có máy tính:") TAB R("64 (58)")
				   TAB R("đạt tỉ lệ: 100% (92,1%)"))
				 P(R("Tổng số học sinh có máy tính:") TAB R(
					 "780 (702)") TAB R("đạt tỉ lệ: "
							    "64,2% (59,5%)")),
	 "t1_teacher_pc_n=64 t1_teacher_pc_pct=100 t2_student_pc_n=780"},
	{"to whom it goes, above the text", "hp-2023-pl2",
	 HEAD L("Nơi nhận báo cáo: Sở GDĐT Hải Phòng (Văn phòng Sở)") SCALE L(
		 "Có mười hai trường phổ thông trên địa bàn đã triển "
		 "khai đánh giá, bằng 92,3% tổng số trường phổ thông.")
		 RESULT TBL(ROW5("Nhóm", "Bậc học", "Mức độ 1", "Mức độ 2",
				 "Mức độ 3")
				    ROW5("CĐS trong dạy, học", "Tiểu học",
					 "3 (42,9%)", "3 (42,9%)", "1 (14,3%)"))
			 FOOT,
	 "p1_csgd_assessed_n=12 dx_teach_th_l1_n=3 dx_teach_th_l3_pct=14.3"},
	{"none, and 0 in brackets", "brvt-2023-bao-cao",
	 L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
		 L("Bồi dưỡng kỹ năng ứng dụng CNTT, chuyển đổi số: năm học "
		   "này trường chưa tham gia lớp nào (0 lớp); số cán bộ quản "
		   "lý, giáo viên tham gia: không có."),
	 "iii1d_class_n=0 iii1d_people_n=0"},
	{"one of a level, in words", "hp-2023-pl1",
	 H3 H33 L("Mới có bốn trường có phòng phát triển học liệu (phòng "
		  "studio), bằng 6,7% tổng số trường, trong đó một trường tiểu "
		  "học và ba trường THCS, mầm non không có."),
	 "s33_studio_csgd_n=4 s33_studio_csgd_n.th=1 "
	 "s33_studio_csgd_n.thcs=3 s33_studio_csgd_n.mn=0"},
	{"a level that is left out", "hp-2023-pl1",
	 H3 P(R("- Tỷ lệ CSGD thường xuyên thi, kiểm tra, đánh giá trên phòng "
		"máy tính: 61.11 % (không tính mầm non), trong đó:")
		      BR R("+ Mầm non: ……") BR R("+ Tiểu học: 50 %")
			      BR R("+ THCS: 66.67 %")),
	 "s31_computer_exam_pct=61.11 s31_computer_exam_pct.mn! "
	 "s31_computer_exam_pct.th=50"},
	{"figures in words behind a semicolon", "hp-2023-pl2",
	 RESULT L("2.1. Nhóm tiêu chí chuyển đổi số trong dạy, học")
		 L("Ở bậc Tiểu học, bốn trường chưa đáp ứng, chiếm 18,2%; 14 "
		   "trường đáp ứng cơ bản, chiếm 63,6%; bốn trường đáp ứng "
		   "tốt, chiếm 18,2%."),
	 "dx_teach_th_l1_n=4 dx_teach_th_l2_n=14 dx_teach_th_l3_n=4"},
	{"figures in words in cells, with their rates", "hp-2023-pl2",
	 RESULT TBL(TR(C("STT") C("Nội dung") C("TH") C("THCS")) TR(
		 C("2") WIDE("3", "Kết quả đánh giá nhóm tiêu chí "
				  "“Chuyển đổi số trong dạy, học”"))
			    TR(C("2.1") C("Chưa đáp ứng (mức 1)")
				       CELL("ba trường", "(33,3%)")
					       CELL("hai trường", "(25%)"))
				    TR(C("2.3") C("Đáp ứng tốt (mức 3)")
					       CELL("một trường", "(11,1%)")
						       C("chưa có trường "
							 "nào"))),
	 "dx_teach_th_l1_n=3 dx_teach_th_l1_pct=33.3 dx_teach_thcs_l1_n=2 "
	 "dx_teach_th_l3_n=1 dx_teach_thcs_l3_n=0 dx_teach_thcs_l3_pct!"},
	{"only one, and as many as there are", "de-an-cntt-truong",
	 S3 L("Trung tâm đang dùng ba nền tảng dạy và học trực tuyến là Zoom, "
	      "Google Classroom và Azota, trong đó chỉ một nền tảng là sản "
	      "phẩm trong nước (Azota).")
		 L("Số nhà giáo được quản lý bằng hồ sơ số với định danh thống "
		   "nhất là hai mươi sáu, đạt tỉ lệ 100%."),
	 "t3_platform_n=3 t3_platform_domestic_n=1 t5_teacher_id_n=26"},
	{"none at a rank", "hp-2023-pl2",
	 RESULT L("2. Cấp THCS (10 trường)")
		 L("- Chuyển đổi số trong dạy, học: không có trường ở mức chưa "
		   "đáp ứng; 06 trường ở mức đáp ứng cơ bản, chiếm 60%; 04 "
		   "trường ở mức đáp ứng tốt, chiếm 40%."),
	 "dx_teach_thcs_l1_n=0 dx_teach_thcs_l1_pct! dx_teach_thcs_l2_n=6 "
	 "dx_teach_thcs_l2_pct=60 dx_teach_thcs_l3_n=4"},
	{"none that are so", "hp-2023-pl2",
	 RESULT L("1. Nhóm tiêu chí chuyển đổi số trong dạy, học")
		 L("+ Riêng bậc tiểu học: 07 trường đáp ứng cơ bản (43,75%), "
		   "09 trường đáp ứng tốt (56,25%), không có trường chưa đáp "
		   "ứng."),
	 "dx_teach_th_l2_n=7 dx_teach_th_l3_n=9 dx_teach_th_l3_pct=56.25 "
	 "dx_teach_th_l1_n=0 dx_teach_th_l1_pct!"},
	{"rates of levels before their counts", "hp-2023-pl2",
	 RESULT L("* Hoạt động dạy, học")
		 L("• Mức chưa đáp ứng: CSGD phổ thông: 35,3% (06 CSGD); cấp "
		   "tiểu học: 50% (04 CSGD); cấp THCS: 22,2% (02 CSGD).")
			 L("• Mức đáp ứng cơ bản: CSGD phổ thông: 29,4% (05 "
			   "CSGD); cấp tiểu học: 25% (02 CSGD); cấp THCS: "
			   "33,3% (03 CSGD)."),
	 "dx_teach_pt_l1_pct=35.3 dx_teach_th_l1_n=4 dx_teach_th_l1_pct=50 "
	 "dx_teach_thcs_l2_pct=33.3"},
	{"at as many, in words", "hp-2023-pl1",
	 H3 H32 L("Sổ điểm điện tử, học bạ điện tử đã được triển khai tại mười "
		  "bốn CSGD (bảy trường tiểu học, bảy trường THCS).")
		 H35 L("• 100% cán bộ chuyên trách CNTT và chuyển đổi số, tức "
		       "mười bốn người, được bồi dưỡng về ứng dụng CNTT, "
		       "chuyển đổi số, an toàn thông tin."),
	 "s32_egradebook_csgd_n=14 s32_egradebook_csgd_n.th=7 "
	 "s35_itstaff_n=14 s35_itstaff_pct=100"},
	{"a school of three levels above its table", "hp-2023-pl1",
	 L("Trường TH, THCS và THPT Biển Xanh xin gửi báo cáo theo biểu sau:")
		 TBL(ROW3("Mục", "Nội dung", "Kết quả thực hiện")
			     ROW3("3.2",
				  "Số CSGD triển khai phần mềm quản trị trường "
				  "học; tỷ lệ",
				  "01 CSGD; 100%")
				     ROW3("",
					  "Số CSGD thu phí dịch vụ giáo dục "
					  "không dùng tiền mặt; tỷ lệ",
					  "01 CSGD; 100%")),
	 "s32_mgmt_csgd_n=1 s32_mgmt_pct=100 s32_cashless_csgd_n=1"},
	{"none before a tab", "hp-2023-pl1",
	 H3 H33 P(R("- Số CSGD có mạng wifi miễn phí:") TAB R("01 CSGD") TAB R(
		 "Đạt: 100 %")) P(R("- Có phòng phát triển học liệu (studio):")
					  TAB R("chưa có") TAB R("Đạt: ……%")),
	 "s33_wifi_csgd_n=1 s33_studio_csgd_n=0"},
	{"words, their noun, and the figure", "hp-2023-pl2",
	 SCALE L("Số trường phổ thông của huyện triển khai đánh giá: 38 CSGD")
		 L("- Bậc TH: hai mươi trường (20)")
			 L("- Bậc THCS: mười tám trường (18)"),
	 "p1_csgd_assessed_n=38 p1_th_assessed_n=20 p1_thcs_assessed_n=18"},
	{"topics with the mark of their lines", "hp-2023-pl2",
	 RESULT L("- CĐS trong dạy, học") L("– TH:")
		 L("- Mức chưa đáp ứng: 0/13 đơn vị, đạt tỷ lệ: 0%.") L(
			 "- Mức đáp ứng cơ bản: 12/13 đơn vị, đạt tỷ lệ: "
			 "92%.") L("- Mức đáp ứng tốt: 1/13 đơn vị, đạt tỷ lệ: "
				   "8%.") L("- CĐS trong quản trị CSGD")
			 L("– TH:") L("- Mức chưa đáp ứng: 2/13 "
				      "đơn vị, đạt tỷ lệ: 15%.")
				 L("- Mức đáp ứng cơ bản: "
				   "10/13 đơn vị, đạt tỷ lệ: "
				   "77%.") L("- Mức đáp ứng tốt: "
					     "1/13 đơn vị, đạt "
					     "tỷ lệ: 8%."),
	 "dx_teach_th_l2_n=12 dx_teach_th_l3_pct=8 dx_admin_th_l1_n=2 "
	 "dx_admin_th_l2_pct=77"},
	{"topics above lines without marks", "hp-2023-pl2",
	 L("2. Kết quả đánh giá theo các nhóm tiêu chí") L(
		 "Kết quả đánh giá cụ thể như sau:")
		 L("- Chuyển đổi số trong dạy, học") L(
			 "Mức 1 (chưa đáp ứng): Chung các CSGD phổ "
			 "thông 2 CSGD, tỷ lệ 5%. Trong đó:")
			 L("- Cấp Tiểu học: 0 CSGD, tỷ lệ 0%") L(
				 "- THCS: 2 CSGD, tỷ lệ "
				 "33.3%") L("- Chuyển đổi số "
					    "trong quản trị "
					    "CSGD")
				 L("Mức 1 (chưa đáp ứng): Chung các CSGD phổ thông 9 CSGD, tỷ lệ "
				   "22.5%. Trong đó:")
					 L("- Cấp Tiểu học: 9 CSGD, tỷ lệ 26.5%")
						 L("- THCS: 0 CSGD, tỷ lệ 0%"),
	 "dx_teach_pt_l1_n=2 dx_teach_thcs_l1_n=2 dx_admin_pt_l1_pct=22.5 "
	 "dx_admin_th_l1_n=9 dx_admin_thcs_l1_n=0"},
	{"lines of a level that go on by rank", "hp-2023-pl2",
	 RESULT L("- CĐS trong dạy và học:") L("Bậc Tiểu học:") L(
		 "   Chưa đáp ứng (mức 1): 00/31 đơn vị, đạt tỷ lệ: 0%;")
		 L("   Đáp ứng cơ bản (mức 2): 30/31 đơn vị, đạt tỷ "
		   "lệ: 96,8%;") L("   Đáp ứng tốt (mức 3): 01/31 đơn vị, đạt "
				   "tỷ lệ: 3,2%;") L("- CĐS trong quản trị nhà "
						     "trường:")
			 L("Bậc Tiểu học:") L("   Chưa đáp ứng (mức 1): "
					      "02/31 đơn vị, đạt tỷ lệ: "
					      "6,5%;"),
	 "dx_teach_th_l1_n=0 dx_teach_th_l2_n=30 dx_teach_th_l3_pct=3.2 "
	 "dx_admin_th_l1_n=2"},
	{"rates that are not counted yet", "hp-2023-pl2",
	 RESULT TBL(TR(C("Bậc học") C("Mức độ") WIDE(
		 "2", "Chuyển đổi số trong dạy, học")
			       WIDE("2", "Chuyển đổi số trong quản trị CSGD"))
			    TR(C("") C("") C("Số lượng") C("Tỷ lệ %")
				       C("Số lượng") C("Tỷ lệ %"))
				    TR(C("Tiểu học") C("Mức độ 1") C("0")
					       C("Chưa thống kê") C("0")
						       C("Chưa thống kê"))
					    TR(C("") C("Mức độ 2") C("07") C(
						    "Chưa thống kê") C("06")
						       C("Chưa thống kê"))),
	 "dx_teach_th_l2_n=7 dx_admin_th_l1_n=0 dx_admin_th_l2_n=6"},
	{"0 % tells no whole", "hp-2023-pl2",
	 RESULT TBL(
		 TR(C("Bậc học") C("Mức độ") WIDE("2", "CĐS trong dạy, học")
			    WIDE("2", "CĐS trong quản trị CSGD"))
			 TR(C("") C("") C("Số lượng") C("Tỷ lệ (%)")
				    C("Số lượng") C("Tỷ lệ (%)"))
				 TR(C("THCS") C("Mức chưa đáp ứng (Mức độ 1)")
					    C("01") C("8") C("0") C("0"))
					 TR(C("") C("Mức đáp ứng cơ bản (Mức "
						    "độ 2)") C("04") C("33")
						    C("12") C("100"))),
	 "dx_teach_thcs_l1_n=1 dx_teach_thcs_l2_n=4 dx_admin_thcs_l1_n=0 "
	 "dx_admin_thcs_l2_n=12"},
	{"all teachers beside those who took part", "brvt-2023-bao-cao",
	 L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
		 L("Kết quả tham gia tập huấn, bồi dưỡng của cán bộ quản lý và "
		   "giáo viên trong năm học:")
			 TBL(TR(C("TT") C("Nội dung") C("Số lớp đã tham gia")
					C("Tổng số CBQL, GV của trường")
						C("Số CBQL, GV tham gia"))
				     TR(C("c") C("Tập huấn giáo viên kết hợp "
						 "trực tiếp và trực tuyến")
						C("5") C("63") C("63"))
					     TR(C("d") C("Bồi dưỡng kỹ năng "
							 "ứng dụng CNTT và "
							 "chuyển đổi số") C("3")
							C("63") C("47"))),
	 "iii1c_class_n=5 iii1c_people_n=63 iii1d_class_n=3 "
	 "iii1d_people_n=47"},
	{"a stroke before the sum of all", "hp-2023-pl1",
	 H3 H32 L("- Số CSGD triển khai phần mềm quản trị trường học:")
		 L("- Số CSGD thu phí dịch vụ giáo dục theo hình thức không "
		   "dùng tiền mặt: 63 đơn vị/tổng số 91 đơn vị (24 trường MN, "
		   "29 trường TH, 10 trường THCS); tỷ lệ đạt 69,23%"),
	 "s32_mgmt_csgd_n! s32_cashless_csgd_n=63 s32_cashless_csgd_n.th=29 "
	 "s32_cashless_pct=69.23"},
	{"how many the lines below are of", "hp-2023-pl2",
	 RESULT L("2.1 - Nhóm CĐS trong dạy, học") P(
		 R("* Chung CSGD phổ thông (34 trường):")
			 BR R("- Mức 3 (đáp ứng tốt): 22/34 trường – 64,7%")
				 BR R("- Mức 1 (chưa đáp ứng): không có trường "
				      "nào"))
		 P(R("* Tiểu học (18 trường):")
			   BR R("- Mức 3: 11/18 trường – 61,1%")
				   BR R("- Mức 2: 07/18 trường – 38,9%")
					   BR R("- Mức 1: không có "
						"trường nào")),
	 "dx_teach_pt_l3_n=22 dx_teach_pt_l1_n=0 dx_teach_th_l3_n=11 "
	 "dx_teach_th_l3_pct=61.1 dx_teach_th_l2_n=7 dx_teach_th_l1_n=0"},
	{"a note of brackets, and another sentence", "hp-2023-pl2",
	 RESULT L("(Đơn vị tính: trường; trong ngoặc là tỷ lệ so với số trường "
		  "được đánh giá. Năm 2022 đánh giá theo bộ tiêu chí tạm "
		  "thời)") L("Bảng 1. Chuyển đổi số trong dạy, học")
		 TBL(TR(C("Xếp loại") WIDE("2", "Tiểu học") WIDE(
			 "2", "THCS")) TR(C("") C("Năm 2022") C("Năm 2023")
						  C("Năm 2022") C("Năm 2023"))
			     TR(C("Mức độ 1 (chưa đáp ứng)") C("7 (63,6%)") C(
				     "4 (36,4%)") C("4 "
						    "(44,"
						    "4%)") C("2 (22,2%)"))),
	 "dx_teach_th_l1_n=4 dx_teach_th_l1_pct=36.4 dx_teach_thcs_l1_n=2 "
	 "dx_teach_thcs_l1_pct=22.2"},
	{"compared with another group", "hp-2023-pl2",
	 RESULT L("1. Nhóm tiêu chí về chuyển đổi số trong dạy, học") L(
		 "Tính chung các trường phổ thông toàn huyện, có 9 trường ở "
		 "mức chưa đáp ứng (chiếm 16,1%), 34 trường ở mức đáp ứng cơ "
		 "bản (60,7%) và 13 trường ở mức đáp ứng tốt (23,2%).")
		 L("2. Nhóm tiêu chí về chuyển đổi số trong quản trị nhà "
		   "trường") L("Kết quả chung của khối phổ thông tốt hơn nhóm "
			       "dạy, học: mức đáp ứng tốt 16 trường, tỷ lệ "
			       "28,6%; mức đáp ứng cơ bản 37 trường, tỷ lệ "
			       "66,1%."),
	 "dx_teach_pt_l3_n=13 dx_teach_pt_l3_pct=23.2 dx_admin_pt_l3_n=16 "
	 "dx_admin_pt_l2_n=37"},
	{"a cell of none with an empty line is no head", "hp-2023-pl2",
	 RESULT TBL(ROW4("Nhóm tiêu chí", "Mức độ 1", "Mức độ 2", "Mức độ 3")
			    TR(C("Dạy, học: Tiểu học") TC(L("Không có") L(""))
				       C("9") C("12"))
				    ROW4("Dạy, học: THCS", "1", "4", "5")),
	 "dx_teach_th_l2_n=9 dx_teach_th_l3_n=12 dx_teach_thcs_l1_n=1"},
	{"a table that is the form's in a label only", "hp-2023-pl2",
	 L("Phần 2: Kết quả đánh giá") L("Bảng 1. Chuyển đổi số trong dạy, học") TBL(
		 TR(C("Mức độ") WIDE("3", "Số trường (tỷ lệ %)"))
			 ROW4("", "Tiểu học", "THCS", "Chung CSGD phổ thông") ROW4(
				 "Mức độ 1 – chưa đáp ứng", "3 (16.67%)",
				 "1 (7.14%)",
				 "4 (12.5%)") ROW4("Mức độ 2 – đáp ứng cơ bản",
						   "10 (55.56%)",
						   "9 (64.29%)", "19 (59.38%)")
				 ROW4("Mức độ 3 – đáp ứng tốt", "5 (27.78%)",
				      "4 (28.57%)", "9 (28.13%)")
					 ROW4("Cộng", "18", "14", "32"))
		 L("(Nguồn: tổng hợp từ phiếu đánh giá của các trường)") L(
			 "Bảng 2. Chuyển đổi số trong quản trị cơ sở giáo dục")
			 TBL(TR(C("Mức độ") WIDE("3", "Số trường (tỷ lệ %)")) ROW4(
				 "", "Tiểu học",
				 "THCS", "Chung CSGD phổ thông")
				     ROW4("Mức độ 1 – chưa đáp ứng",
					  "2 (11.11%)", "0 (0%)", "2 (6.25%)")
					     ROW4("Mức độ 3 – đáp ứng tốt",
						  "7 (38.89%)", "6 (42.86%)",
						  "13 (40.63%)")
						     ROW4("Cộng", "18", "14",
							  "32")),
	 "dx_teach_th_l1_n=3 dx_teach_th_l1_pct=16.67 dx_teach_pt_l1_n=4 "
	 "dx_admin_th_l1_n=2 dx_admin_pt_l1_n=2"},
	{"but for some", "hp-2023-pl2",
	 RESULT L("Chuyển đổi số trong dạy, học, bậc Tiểu học: không có trường "
		  "đạt mức độ 3 ngoài 2 trường trọng điểm."),
	 "dx_teach_th_l3_n!"},
	{"a year is no 5", "hp-2023-pl2",
	 SCALE L("Đơn vị tính số CSGD bậc THCS triển khai đánh giá là năm."),
	 "p1_thcs_assessed_n!"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
