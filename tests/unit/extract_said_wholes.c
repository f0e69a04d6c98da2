/*
 * What figures are part of, of what year they are, and what is none: one body
 * of an outline for each, typed composed and decomposed, and what is read of
 * it. The rounds from the forty-ninth on showed them.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define TAB   "<w:r><w:tab/></w:r>"
#define BR    "<w:r><w:br/></w:r>"
#define LEARN L("III. MỘT SỐ GIẢI PHÁP CƠ BẢN")
#define SKILLS                                                                               \
	L("d) Tham gia các khóa bồi dưỡng kỹ năng ứng dụng CNTT và chuyển " \
	  "đổi số")

static const struct example EXAMPLES[] = {
	{"the parts in brackets behind a whole", "brvt-2023-bao-cao",
	 LEARN SKILLS L("- Số lớp đã tham gia: 03 lớp")
		 L("- Số cán bộ quản lý, giáo viên tham gia: 57 (CBQL: 3, giáo "
		   "viên: 54)"),
	 "iii1d_class_n=3 iii1d_people_n=57"},
	{"one part of it", "brvt-2023-bao-cao",
	 LEARN TBL(ROW3("1d", "Bồi dưỡng kỹ năng ứng dụng CNTT và CĐS: số lớp",
			"1 lớp") ROW3("",
				      "Bồi dưỡng kỹ năng CNTT và CĐS: số CBQL, "
				      "giáo viên tham gia",
				      "48 người (trong đó CBQL: 3)")),
	 "iii1d_people_n=48"},
	{"rows of a sum that stands above the table", "brvt-2023-bao-cao",
	 LEARN SKILLS L(
		 "Số lớp đã tham gia: 03 lớp với tổng số 416 cán bộ quản lý, "
		 "giáo viên tham gia. Cụ thể:")
		 TBL(ROW4("TT", "Tên lớp", "Thời gian", "Số người") ROW4(
			 "1", "Kỹ năng thiết kế bài giảng", "11/2022", "172")
			     ROW4("2",
				  "Quản trị phần mềm, ký "
				  "số",
				  "01/2023", "116") ROW4("3",
							 "An toàn thông "
							 "tin",
							 "4/2023", "128")),
	 "iii1d_class_n=3 iii1d_people_n=416"},
	{"rows of years", "hp-2023-pl2",
	 SCALE TBL(ROW5("Năm", "Số CSGD phổ thông triển khai đánh giá",
			"Tỷ lệ (%)", "Chia ra: bậc Tiểu học",
			"Chia ra: bậc THCS") ROW5("2023", "74", "98,7", "38",
						  "36")
			   ROW5("2022 (để so sánh)", "52", "69,3", "27", "25")),
	 "p1_csgd_assessed_n=74 p1_csgd_assessed_pct=98.7 p1_th_assessed_n=38 "
	 "p1_thcs_assessed_n=36"},
	{"a level left blank leads nothing in", "hp-2023-pl1",
	 H3 H31 L("– Tỷ lệ CSGD thường xuyên triển khai thi, kiểm tra, đánh "
		  "giá trên phòng máy tính:") P(R("Kết quả:") TAB R("52,6%"))
		 P(TAB R("+ Mầm non:") TAB R(".....")) P(TAB R("+ Tiểu học:")
								 TAB R("40%"))
			 L("– Tổng số học liệu (được người đứng đầu "
			   "CSGD phê duyệt) hiện có:")
				 P(R("Kết quả:") TAB R("4 126 học "
						       "liệu"))
					 P(TAB R("+ Mầm non:") TAB R("1 352"))
						 P(TAB R("+ Tiểu học:")
							   TAB R("2 "
								 "77"
								 "4")),
	 "s31_computer_exam_pct=52.6 s31_material_total_n=4126 "
	 "s31_material_total_n.mn=1352"},
	{"questions of a list are no topics of one another", "hp-2023-pl1",
	 H3 H32 L("– Số CSGD triển khai phần mềm quản trị trường học:")
		 P(R("Kết quả:") TAB R("44/46 CSGD, đạt tỷ lệ: 95,7%"))
			 L("– Số CSGD triển khai sổ điểm điện tử, học bạ điện "
			   "tử:") P(R("Kết quả:") TAB R("19 CSGD"))
				 P(TAB R("+ Tiểu học:") TAB R("10 CSGD")),
	 "s32_mgmt_csgd_n=44 s32_mgmt_pct=95.7 s32_egradebook_csgd_n=19 "
	 "s32_egradebook_csgd_n.th=10"},
	{"none in the place of dots", "brvt-2023-bao-cao",
	 LEARN SKILLS L("- Số lớp đã tham gia …. chưa tham gia lớp nào, tên "
			"lớp, thời gian..")
		 L("- Số cán bộ quản lý, giáo viên tham gia …. không có"),
	 "iii1d_class_n=0 iii1d_people_n=0"},
	{"none is left", "hp-2023-pl2",
	 RESULT L("Về chuyển đổi số trong quản trị, tính chung các CSGD phổ "
		  "thông, không còn đơn vị nào ở mức chưa đáp ứng; mức đáp "
		  "ứng cơ bản: 12 đơn vị (46,15%); mức đáp ứng tốt: 14 đơn vị "
		  "(53,85%)."),
	 "dx_admin_pt_l1_n=0 dx_admin_pt_l2_n=12 dx_admin_pt_l3_pct=53.85"},
	{"rates in the order of the counts before them", "hp-2023-pl2",
	 RESULT L("Về chuyển đổi số trong quản trị, bậc THCS không có trường "
		  "nào ở Mức độ 1; 4 trường đạt Mức độ 2 và 7 trường đạt Mức "
		  "độ 3, tương ứng 36,36% và 63,64%."),
	 "dx_admin_thcs_l1_n=0 dx_admin_thcs_l2_n=4 dx_admin_thcs_l2_pct=36.36 "
	 "dx_admin_thcs_l3_n=7 dx_admin_thcs_l3_pct=63.64"},
	{"marks of a list within a paragraph", "hp-2023-pl1",
	 H3 H35 L("(1) Giáo viên được tập huấn dạy học kết hợp trực tiếp và "
		  "trực tuyến: 655 người, chiếm 93,3%; (2) Giáo viên được tập "
		  "huấn thiết kế bài giảng e-Learning, video bài giảng, thiết "
		  "bị dạy học số: 488 người, chiếm 69,5%; (3) Cán bộ, giáo "
		  "viên được tập huấn về phần mềm quản trị trong nhà trường: "
		  "760 người, chiếm 91,3%."),
	 "s35_blended_teacher_n=655 s35_blended_teacher_pct=93.3 "
	 "s35_elearning_teacher_n=488 s35_elearning_teacher_pct=69.5 "
	 "s35_mgmtsw_staff_pct=91.3"},
	{"words that fill a cell", "brvt-2023-bao-cao",
	 LEARN TBL(ROW4("1d",
			"Bồi dưỡng kỹ năng ứng dụng CNTT và chuyển đổi "
			"số",
			"Số lớp đã tham gia", "Một lớp")
			   ROW4("", "", "Số CBQL, giáo viên tham gia", "17")),
	 "iii1d_class_n=1 iii1d_people_n=17"},
	{"a table of an annex behind the signature", "de-an-cntt-truong",
	 L("Kính gửi: Sở Giáo dục và Đào tạo") S3 L("(có biểu kèm theo)")
		 L("TM. NHÀ TRƯỜNG") L("P. HIỆU TRƯỞNG") L("Hoàng Thị D") P(
			 R("Nơi gửi: - Sở GDĐT;") BR R("- Lưu VP."))
			 L("Biểu 1. THỐNG KÊ KẾT QUẢ GIAI ĐOẠN 2022-2025") TBL(
				 ROW4("Nội dung", "Tổng số", "Số đạt được",
				      "Tỉ lệ (%)") ROW4("Giáo viên có máy tính",
							"37", "36", "97.30")
					 ROW4("Học sinh có máy "
					      "tính",
					      "486", "97", "19.96")),
	 "t1_teacher_pc_n=36 t1_teacher_pc_pct=97.3 t2_student_pc_n=97"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
