/*
 * Lines of the form as rows of a hand's own tables
 * (src/extract/anchor_record.c, anchor_answer.c): heads that ask for what
 * stands below, several questions in a cell. "id=?" is doubted.
 */
#include "extract_kit.h"

static const char record_form[] =
	"<form xmlns='urn:vanban:form:1' id='lop' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<base><count id='all_hs' unit='học sinh'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Thanh toán không dùng tiền mặt'>"
	"<line mark='-'>Tỉ lệ % học sinh nộp các khoản thu trường học không "
	"dùng tiền mặt: <percent id='paid' label='Tỉ lệ học sinh nộp không dùng "
	"tiền mặt'/>%.</line></section>"
	"<section title='Tham gia tập huấn giáo viên bằng hình thức kết hợp giữa "
	"trực tiếp và trực tuyến'>"
	"<line mark='-'>Số lớp đã tham gia: <count id='n1' unit='lớp' "
	"label='Số lớp tập huấn'/> lớp, tên lớp: <text id='t1'/>, thời gian: "
	"<text id='g1'/>.</line><line mark='-'>Số cán bộ quản lý, giáo viên "
	"tham gia: <count id='p1' unit='người' label='Số CBQL, giáo viên tham "
	"gia tập huấn'/> người.</line></section>"
	"<section title='Tham gia các khóa bồi dưỡng kỹ năng ứng dụng công nghệ "
	"thông tin và chuyển đổi số'>"
	"<line mark='-'>Số lớp đã tham gia: <count id='n2' unit='lớp' "
	"label='Số lớp bồi dưỡng'/> lớp, tên lớp: <text id='t2'/>, thời gian: "
	"<text id='g2'/>.</line><line mark='-'>Số cán bộ quản lý, giáo viên "
	"tham gia: <count id='p2' unit='người' label='Số CBQL, giáo viên tham "
	"gia bồi dưỡng'/> người.</line></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_line(form, body);
}

#define TRAINING                                                                         \
	L("a) Tham gia tập huấn giáo viên bằng hình thức kết hợp giữa " \
	  "trực tiếp và trực tuyến:")
#define COURSES                                                                         \
	L("b) Tham gia các khóa bồi dưỡng kỹ năng ứng dụng công nghệ " \
	  "thông tin và chuyển đổi số:")
#define HEADS                                                    \
	ROW4("Số lớp đã tham gia (lớp)", "Tên lớp", "Thời gian", \
	     "Số CBQL, giáo viên tham gia (người)")

static void test_heads(void)
{
	is_str(read_body(TRAINING TBL(
		       HEADS ROW4("7", "Mô đun 4; Mô đun 9", "8/2022", "96"))
				 COURSES TBL(HEADS ROW4("3", "Chữ ký số",
							"3/2023", "58"))),
	       "n1=7 t1=Mô đun 4; Mô đun 9 g1=8/2022 p1=96 n2=3 t2=Chữ ký số "
	       "g2=3/2023 p2=58",
	       "a table below each title");
	is_str(read_body(TBL(
		       ROW5("Nội dung", "Số lớp", "Tên lớp", "Thời gian",
			    "Số CBQL, GV tham gia")
			       ROW5("Tập huấn giáo viên trực tiếp và trực tuyến",
				    "7", "Mô đun 4; Mô đun 9", "8/2022", "96")
				       ROW5("Bồi dưỡng kỹ năng ứng dụng công "
					    "nghệ thông tin",
					    "3", "Chữ ký số", "3/2023", "58"))),
	       "n1=7 t1=Mô đun 4; Mô đun 9 g1=8/2022 p1=96 n2=3 t2=Chữ ký số "
	       "g2=3/2023 p2=58",
	       "a row for each");
	is_str(read_body(TBL(
		       ROW5("Nội dung", "Lớp", "Đợt", "Đợt",
			    "Người") ROW5("", "Số lớp", "Tên gọi", "Thời gian",
					  "Số CBQL, GV tham gia")
			       ROW5("Tập huấn giáo viên trực tiếp và trực "
				    "tuyến",
				    "7", "Mô đun 4; Mô đun 9", "8/2022",
				    "96"))),
	       "n1=7 g1=8/2022 p1=96", "heads of two rows");
}

/* "Cộng" below rows of several blanks is none of theirs. */
static void test_sum(void)
{
	is_str(read_body(TBL(
		       ROW3("Nội dung", "Số lớp", "Số CBQL, GV tham gia") ROW3(
			       "Tập huấn giáo viên trực tiếp và trực tuyến",
			       "7", "96")
			       ROW3("Bồi dưỡng kỹ năng ứng dụng công nghệ "
				    "thông tin",
				    "3", "58") ROW3("Cộng", "10", "154"))),
	       "n1=7 p1=96 n2=3 p2=58", "the sum of several blanks");
	is_str(read_body(TRAINING TBL(
		       ROW3("Tên lớp", "Thời gian", "Số CBQL, GV tham gia")
			       ROW3("Mô đun 4", "hè 2022",
				    "20") ROW3("Mô đun 9", "học kỳ I", "16")
				       ROW3("Tổng cộng: 02 lớp", "", "36"))),
	       "n1=2 p1=36", "how many rows there are, in the row of sums");
}

static void test_answers(void)
{
	is_str(read_body(TBL(ROW2("Câu hỏi", "Trả lời của đơn vị") TR(
		       TC(TRAINING L("- Số lớp đã tham gia, tên lớp, "
				     "thời gian") L("- Số cán bộ quản "
						    "lý, giáo viên "
						    "tham gia"))
			       TC(L("Số lớp: 07 lớp")
					  L("Tên lớp: Mô đun 4; Mô đun 9")
						  L("Thời gian: 8/2022; số "
						    "CBQL, GV tham gia: 96 "
						    "người"))))),
	       "n1=7 t1=Mô đun 4; Mô đun 9 g1=8/2022 p1=96",
	       "answers that name their questions");
	is_str(read_body(TBL(ROW2("Câu hỏi", "Trả lời của đơn vị") ROW2(
		       "- Tỉ lệ % học sinh nộp các khoản thu "
		       "trường học không dùng tiền mặt",
		       "15.908/18.240 học sinh, tỷ lệ 87,21% "
		       "(lớp 1: 79,8%)"))),
	       "paid=87.21", "a rate behind its parts");
}

int main(void)
{
	if (!kit_open(&form, record_form, "lop.xml"))
		return done_testing();
	test_heads();
	test_sum();
	test_answers();
	vb_form_free(form);
	return done_testing();
}
