/*
 * Figures that others of their table, or a sum of the form, tell: one body of
 * the outline for each, typed composed and decomposed, and what is read of it.
 */
#include "extract_examples.h"
#include "extract_titles.h"

#define ROW7(a, b, c, d, e, f, g) TR(C(a) C(b) C(c) C(d) C(e) C(f) C(g))
#define LEVELS_HEAD(first)                                                 \
	TR(C("STT") C(first) WIDE("2", "Chưa đáp ứng")                     \
		   WIDE("2", "Đáp ứng cơ bản") WIDE("2", "Đáp ứng tốt"))   \
	TR(C("") C("") C("Số CSGD") C("Tỷ lệ %") C("Số CSGD") C("Tỷ lệ %") \
		   C("Số CSGD") C("Tỷ lệ %"))
#define BR			     "<w:r><w:br/></w:r>"
#define ROW8(a, b, c, d, e, f, g, h) TR(C(a) C(b) C(c) C(d) C(e) C(f) C(g) C(h))

static const struct example EXAMPLES[] = {
	{"the corners that words tell too little of", "hp-2023-pl2",
	 RESULT TBL(LEVELS_HEAD("Bậc học/Nhóm tiêu chí") TR(C("1") WIDE(
		 "7", "TH")) ROW8("1.1", "Hoạt động dạy, học", "0", "0,0 %",
				  "11", "61,1 %", "7", "38,9 %")
			    ROW8("1.2", "Hoạt động quản trị CSGD", "0", "0,0 %",
				 "8", "44,4 %", "10",
				 "55,6 %") TR(C("2") WIDE("7", "THCS"))
				    ROW8("2.1", "Hoạt động dạy, học", "0",
					 "0,0 %", "3", "42,9 %", "4", "57,1 %")
					    ROW8("2.2",
						 "Hoạt động quản "
						 "trị CSGD",
						 "0", "0,0 %", "5", "71,4 %",
						 "2", "28,6 %")),
	 "dx_teach_th_l2_n=11 dx_admin_th_l1_n=0 dx_admin_th_l1_pct=0 "
	 "dx_admin_th_l3_n=10 dx_admin_th_l3_pct=55.6 dx_admin_thcs_l1_n=0 "
	 "dx_admin_thcs_l3_pct=28.6"},
	{"settled figures that the others bear out", "hp-2023-pl2",
	 RESULT TBL(LEVELS_HEAD("Nhóm tiêu chí") TR(
		 C("1") WIDE("7", "Chuyển đổi số trong dạy, học"))
			    ROW8("1.1", "CSGDPT", "Không", "0%", "7", "24.14%",
				 "22", "75.86%") ROW8("1.2", "- Cấp tiểu học",
						      "Không", "0%", "3",
						      "33.33%", "6", "66.67%")
				    ROW8("1.3", "- Cấp THCS", "Không", "0%",
					 "4", "20%", "16", "80%")),
	 "dx_teach_pt_l1_n=0 dx_teach_pt_l2_n=7 dx_teach_pt_l2_pct=24.14 "
	 "dx_teach_pt_l3_n=22 dx_teach_thcs_l1_n=0"},
	{"a row of others is no corner", "hp-2023-pl2",
	 RESULT TBL(
		 ROW5("STT", "Nhóm tiêu chí", "Mức độ 1 - Chưa đáp ứng",
		      "Mức độ 2 - Cơ bản", "Mức độ 3 - Tốt")
			 TR(C("1") WIDE("4", "CĐS trong dạy và học")) ROW5(
				 "1.1", "CSGD phổ thông (TH, THCS)",
				 "không có cơ sở nào", "33/51 cơ sở (65%)",
				 "18/51 cơ sở (35%)")
				 ROW5("", "- TH", "không có cơ sở nào",
				      "27/27 cơ sở (100%)",
				      "không có cơ sở nào")
					 ROW5("",
					      "CSGD giáo dục thường "
					      "xuyên",
					      "0 (0%)", "1 (100%)", "0 (0%)")),
	 "dx_teach_pt_l1_n=0 dx_teach_pt_l1_pct! dx_teach_pt_l2_n=33 "
	 "dx_teach_pt_l3_pct=35"},
	{"a row of sums is no corner", "hp-2023-pl2",
	 RESULT L("2. Chuyển đổi số trong quản trị CSGD") TBL(
		 TR(C("Mức độ") WIDE("2", "Tiểu học") WIDE("2", "THCS")) TR(C(
			 "") C("SL") C("TL (%)") C("SL") C("TL (%)"))
			 ROW5("Mức độ 1 (chưa đáp ứng)", "0", "", "0",
			      "") ROW5("Mức độ 2 (đáp ứng cơ bản)", "9", "45",
				       "6", "40") ROW5("Mức độ 3 (đáp ứng tốt)",
						       "11", "55", "9", "60")
				 ROW5("Cộng", "20", "100", "15", "100")),
	 "dx_admin_th_l1_n=0 dx_admin_th_l1_pct! dx_admin_th_l2_pct=45 "
	 "dx_admin_thcs_l3_n=9"},
	{"parts that add up to what was settled", "hp-2023-pl2",
	 L("A. Phạm vi, quy mô đánh giá")
		 L("Số CSGD phổ thông đã triển khai đánh giá: 21 CSGD")
			 L("Tỷ lệ trên tổng số CSGD phổ thông: đang rà soát")
				 L("Trong đó: Tiểu học 11 CSGD")
					 L("Trung học cơ sở 10 CSGD"),
	 "p1_csgd_assessed_n=21 p1_th_assessed_n=11 p1_thcs_assessed_n=10"},
	{"parts of the whole that is asked for", "hp-2023-pl2",
	 SCALE L("- Tổng số CSGD phổ thông hiện có trên địa bàn: 30 (Tiểu học: "
		 "10; THCS: 20).")
		 TBL(ROW4("Số CSGD phổ thông triển khai đánh giá", "Đạt tỷ lệ",
			  "Trong đó bậc Tiểu học", "Trong đó bậc THCS")
			     ROW4("27 CSGD", "90%", "8 CSGD", "19 CSGD")),
	 "p1_csgd_assessed_n=27 p1_th_assessed_n=8 p1_thcs_assessed_n=19"},
	{"no part of a level that has its own", "hp-2023-pl2",
	 SCALE L("- Tổng số CSGD phổ thông triển khai đánh giá: 31 CSGD, đạt "
		 "tỷ lệ 100%. Chia ra:") L("+ Bậc Tiểu học: 21 CSGD.")
		 L("+ Bậc THCS: 10 CSGD.")
			 L("Bậc tiểu học có 7 đơn vị điển hình."),
	 "p1_csgd_assessed_n=31 p1_th_assessed_n=21 dx_teach_th_l1_n!"},
	{"the third part of a level", "hp-2023-pl2",
	 SCALE L("- Tổng số CSGD phổ thông triển khai đánh giá: 38 CSGD, đạt "
		 "100%. Trong đó: Tiểu học: 20 CSGD; THCS: 18 CSGD.")
		 RESULT L("2.1. Chuyển đổi số trong dạy, học") L(
			 "- Đối với CSGD phổ thông: đáp ứng tốt (mức độ 3): 10 "
			 "CSGD, tỷ lệ 26,32%; đáp ứng cơ bản (mức độ 2): 23 "
			 "CSGD, tỷ lệ 60,53%; chưa đáp ứng (mức độ 1): 05 "
			 "CSGD, tỷ lệ 13,16%.")
			 P(R("+ Tiểu học:") BR R("Mức độ 3: 05/20 CSGD (25%)")
				   BR R("Mức độ 2: 12/20 CSGD (60%)")
					   BR R("Mức độ 1: 03/20 CSGD (15%)"))
				 P(R("+ THCS:") BR R(
					 "Mức độ 3: 05/18 CSGD (27,78%)") BR
					   R("Mức độ 2: 11/18 CSGD (61,11%)") BR R(
						   "Mức độ 1: 02/18 CSGD (11,11%)")),
	 "dx_teach_th_l3_n=5 dx_teach_th_l2_n=12 dx_teach_th_l1_n=3"},
	{"no parts where they add up in two ways", "hp-2023-pl2",
	 SCALE L("Số CSGD phổ thông triển khai đánh giá: 21 CSGD, đạt 95%.")
		 L("Năm nay: Tiểu học 11, Tiểu học 12, THCS 10, THCS 9."),
	 "p1_csgd_assessed_n=21 p1_thcs_assessed_n!"},
};

int main(void)
{
	return examples_run(EXAMPLES, sizeof(EXAMPLES) / sizeof(*EXAMPLES));
}
