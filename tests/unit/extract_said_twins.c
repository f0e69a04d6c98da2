/*
 * Two sections that ask for the same of two things, "tập huấn" and "bồi dưỡng":
 * figures told apart by what little is said of one only (src/extract/
 * said_pairs.c, said_sure.c). "id=?" is doubted.
 */
#include "extract_kit.h"

#define ASKED(id, what)                                                        \
	"<line mark='-'>Số lớp đã tham gia: <count id='" id "_lop' "           \
	"unit='lớp' label='Số lớp " what " đã tham gia'/> lớp.</line>"     \
	"<line mark='-'>Số cán bộ quản lý, giáo viên tham gia: <count id='" id \
	"_gv' unit='người' label='Số cán bộ quản lý, giáo viên tham gia " what \
	"'/> người.</line>"

static const char twins_form[] =
	"<form xmlns='urn:vanban:form:1' id='doi' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Nâng cao chất lượng nguồn nhân lực'>"
	"<section plain='true' title='Tham gia tập huấn giáo viên bằng hình "
	"thức kết hợp giữa trực tiếp và trực tuyến'>" ASKED(
		"th",
		"tập huấn") "</section><section plain='true' title='Tham gia các khóa bồi dưỡng kỹ "
			    "năng ứng dụng công nghệ thông tin và chuyển đổi số'>" ASKED(
				    "bd",
				    "bồi dưỡng") "</section></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

#define LIST(first, n_first, second, n_second, classes, people)         \
	TBL(ROW4("STT", "Tên lớp", "Thời gian", "Số CBQL, GV tham gia") \
		    ROW4("1", first, "7/2022", n_first)                 \
			    ROW4("2", second, "9/2022", n_second)       \
				    ROW4("Cộng", classes, "", people))

static void test_tables(void)
{
	is_str(read_body(
		       L("TẬP HUẤN, BỒI DƯỠNG") L(
			       "Bảng 1. Các lớp tập huấn giáo viên (trực tiếp "
			       "kết hợp trực tuyến) đã tham gia")
			       LIST("Chương trình lớp 10", "38",
				    "Ngân hàng "
				    "câu hỏi",
				    "17", "2 lớp", "55")
				       L("Bảng 2. Các lớp bồi dưỡng kỹ năng ứng "
					 "dụng CNTT đã tham gia")
					       LIST("Trợ lý ảo", "44",
						    "Sự cố "
						    "mạng",
						    "3", "4 lớp", "47")),
	       "th_lop=2 th_gv=55 bd_lop=4 bd_gv=47",
	       "rows of sums, and what stands beside them");
}

static void test_prose(void)
{
	is_str(read_body(
		       L("Phần thứ hai. ĐỘI NGŨ") L(
			       "Về tập huấn theo hình thức trực tiếp kết hợp "
			       "trực tuyến: trong năm trung tâm cử 21 cán bộ "
			       "quản lý, giáo viên dự 3 lớp do Sở tổ chức.")
			       L("Về bồi dưỡng kỹ năng ứng dụng công nghệ thông "
				 "tin: 18 lượt cán bộ, giáo viên theo học 2 "
				 "lớp trong tháng 3.")),
	       "th_lop=3 th_gv=21 bd_lop=2 bd_gv=18",
	       "classes are of whose people stand beside them");
}

static const char cell_form[] =
	"<form xmlns='urn:vanban:form:1' id='o' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Nguồn nhân lực'>"
	"<line mark='-'>Số lượng giáo viên được tập huấn kỹ năng tổ chức, quản "
	"lý các hoạt động dạy học kết hợp: <count id='mix' unit='giáo viên' "
	"label='Số giáo viên được tập huấn dạy học kết hợp'/> giáo viên.</line>"
	"<line mark='-'>Số lượng giáo viên được tập huấn kỹ năng thiết kế bài "
	"giảng e-Learning: <count id='make' unit='giáo viên' label='Số giáo "
	"viên được tập huấn thiết kế bài giảng e-Learning'/> giáo viên.</line>"
	"</section></body></form>";

#define BOTH                                                                                                  \
	L("- Số lượng giáo viên được tập huấn kỹ năng tổ chức, quản lý các hoạt " \
	  "động dạy học kết hợp")                                                                             \
	L("- Số lượng giáo viên được tập huấn kỹ năng thiết kế bài giảng "           \
	  "e-Learning")
#define BESIDE(in) \
	read_body(TBL(TR("<w:tc>" BOTH "</w:tc><w:tc>" in "</w:tc>")))

/* Two questions of one cell, and what stands in the cell beside. */
static void test_cell(void)
{
	is_str(BESIDE(L("Thiết kế bài giảng: 120") L("Dạy học kết hợp: 100")),
	       "mix=100 make=120", "answers that name them, in any order");
	is_str(BESIDE(L("Tổng số giáo viên: 300")
			      L("Thiết kế bài giảng: 120 giáo viên")),
	       "make=120", "a lead that both have names neither");
	is_str(BESIDE(L("Toàn quận có 200 giáo viên.")
			      L("Thiết kế bài giảng: 120 giáo viên")),
	       "make=120", "a sentence before is no answer");
}

/* said_twins.c: hands use the words of the one for the other. */
static void test_titles(void)
{
	is_str(read_body(
		       L("Nâng cao chất lượng nguồn nhân lực") L(
			       "b) Tham gia tập huấn giáo viên trực tiếp kết "
			       "hợp trực tuyến: cử người dự 8 lớp, gồm các lớp "
			       "bồi dưỡng mô đun của chương trình. Số cán bộ "
			       "quản lý, giáo viên tham gia: 934 người.")
			       L("c) Tham gia các khóa bồi dưỡng kỹ năng ứng "
				 "dụng công nghệ thông tin và chuyển đổi số: "
				 "3 lớp tập huấn. Số cán bộ quản lý, giáo viên "
				 "tham gia: 186 người.")),
	       "th_lop=8 th_gv=934 bd_lop=3 bd_gv=186",
	       "what stands below a title is its own");
}

int main(void)
{
	if (!kit_open(&form, twins_form, "doi.xml"))
		return done_testing();
	test_tables();
	test_prose();
	test_titles();
	vb_form_free(form);
	if (!kit_open(&form, cell_form, "o.xml"))
		return done_testing();
	test_cell();
	vb_form_free(form);
	return done_testing();
}
