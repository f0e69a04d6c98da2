/*
 * Tables of an office's own whose rows stand below others, whose rates stand
 * beside or below their counts, and whose sums are nobody's (src/extract/
 * said_group.c, said_kinds.c, said_mark.c, said_sums.c).
 */
#include "extract_kit.h"

#include "rank_form.h"

static struct vb_form *form;

#define BODY(in) kit_values(form, L("Kết quả đánh giá") TBL(in))
#define TEACH(in)                              \
	kit_values(form, L("Kết quả đánh giá") \
				 L("1. Chuyển đổi số trong dạy, học") in)
#define E C("")

static const char both[] =
	"t1=2 t1p=10 t2=18 t2p=90 c1=3 c1p=30 c2=7 c2p=70 "
	"qt1=4 qt1p=20 qt2=16 qt2p=80 qc1=1 qc1p=10 qc2=9 qc2p=90";

static void test_groups(void)
{
	is_str(BODY(ROW4("STT", "Nhóm tiêu chí", "Mức độ 1", "Mức độ 2") TR(
		       C("1") C("Chuyển đổi số trong dạy, học")
			       E E) ROW4("-", "Tiểu học", "2 (10%)", "18 (90%)")
			    ROW4("-", "THCS", "3 (30%)", "7 (70%)") TR(C("2") C(
				    "Chuyển đổi số trong quản trị") E E)
				    ROW4("-", "Tiểu học", "4 (20%)", "16 (80%)")
					    ROW4("-", "THCS", "1 (10%)",
						 "9 (90%)")),
	       both, "a row that is not merged, above rows with dashes");
	is_str(BODY(ROW3("Nhóm tiêu chí", "Mức độ 1", "Mức độ 2") TR(
		       C("1. Dạy, học")
			       E E) ROW3("Tiểu học", "2 (10%)", "18 (90%)")
			    ROW3("THCS", "3 (30%)",
				 "7 (70%)") TR(C("2. Quản trị") E E)
				    ROW3("Tiểu học", "4 (20%)", "16 (80%)")
					    ROW3("THCS", "1 (10%)", "9 (90%)")),
	       both, "its number is typed before its words");
	is_str(BODY(ROW3("Mức độ", "Tiểu học", "THCS") TR(
		       C("Trong dạy, học")
			       E E) ROW3("Mức độ 1", "2 (10%)", "3 (30%)")
			    ROW3("Mức độ 2", "18 (90%)",
				 "7 (70%)") TR(C("Trong quản trị") E E)
				    ROW3("Mức độ 1", "4 (20%)", "1 (10%)") ROW3(
					    "Mức độ 2", "16 (80%)", "9 (90%)")),
	       both, "without a mark: the rows below come again");
	is_str(BODY(ROW4("STT", "Cấp học", "Mức độ 1", "Mức độ 2") TR(C("1") C(
		       "Dạy, học") E E) ROW4("a", "Tiểu học", "2", "18")
			    TR(C("b") C("THCS") E E)
				    TR(C("") C("Cộng") C("5") C("25"))),
	       "t1=2 t2=18", "a level left blank leads nothing in");
}

static void test_rates(void)
{
	is_str(TEACH(TBL(ROW5("Cấp học", "Tiểu học", "Tỷ lệ", "THCS",
			      "Tỷ lệ") ROW5("Mức độ 1", "2", "10%", "3", "30%")
				 ROW5("Mức độ 2", "18", "90%", "7", "70%"))),
	       "t1=2 t1p=10 t2=18 t2p=90 c1=3 c1p=30 c2=7 c2p=70",
	       "the rates of a level stand beside its counts");
	is_str(TEACH(TBL(ROW3("Cấp học", "Mức độ 1", "Mức độ 2") ROW3(
		       "Tiểu học", "2", "18") ROW3("Tỷ lệ (%)", "10", "90")
				 ROW3("THCS", "3", "7")
					 ROW3("Tỷ lệ (%)", "30", "70"))),
	       "t1=2 t1p=10 t2=18 t2p=90 c1=3 c1p=30 c2=7 c2p=70",
	       "... or below them");
	is_str(TEACH(L("Bảng 1. Số lượng trường theo mức độ") TBL(
		       ROW3("Cấp học", "Mức độ 1", "Mức độ 2") ROW3(
			       "Tiểu học", "2", "18") ROW3("THCS", "3", "7"))
			     L("Bảng 2. Tỷ lệ trường theo mức độ") TBL(
				     ROW3("Cấp học", "Mức độ 1", "Mức độ 2")
					     ROW3("Tiểu học", "10", "90")
						     ROW3("THCS", "30", "70"))),
	       "t1=2 t1p=10 t2=18 t2p=90 c1=3 c1p=30 c2=7 c2p=70",
	       "... or in a table of their own");
}

static void test_sums(void)
{
	is_str(TEACH(TBL(ROW3("Cấp học", "Tiểu học", "THCS") TR(
		       C("Mức độ 1") E C("3")) ROW3("Mức độ 2", "20", "7")
				 ROW3("Cộng", "20", "10"))),
	       "t2=20 c1=3 c2=7", "a sum is not the rank that was left empty");
	is_str(TEACH(TBL(ROW4("Cấp học", "Mức độ 1", "Mức độ 2", "Tổng số")
				 TR(C("Tiểu học") E C("20") C("20"))
					 ROW4("THCS", "3", "7", "10"))),
	       "t2=20 c1=3 c2=7", "... nor beside it");
}

static void test_lines(void)
{
	is_str(TEACH(L("Tiểu học:") L("Mức 2 (cơ bản): 18 trường (90%)") L(
		       "Mức 1 (chưa đáp ứng): 2 trường (10%)") L("THCS:")
			     L("Mức 2 (cơ bản): 7 trường (70%)")
				     L("Mức 1 (chưa đáp ứng): 3 trường (30%)")),
	       "t1=2 t1p=10 t2=18 t2p=90 c1=3 c1p=30 c2=7 c2p=70",
	       "a level leads in lines without marks");
	is_str(TEACH(L("Trong dạy, học mức 1 có 5 trường gồm 2 trường tiểu học "
		       "và 3 trường THCS.")),
	       "t1=2 c1=3", "what gồm begins");
}

int main(void)
{
	if (!kit_open(&form, rank_form, "r.xml"))
		return done_testing();
	test_groups();
	test_rates();
	test_sums();
	test_lines();
	vb_form_free(form);
	return done_testing();
}
