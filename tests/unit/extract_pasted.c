/*
 * Long answers on pages that were pasted or framed: lines that a PDF broke,
 * questions and answers by turns in a table, frames of one cell, what is left
 * of a question before its answer, notes behind a line, ministries without the
 * line that leads to them (src/extract/rewrap.c, unfold.c, anchor_left.c,
 * anchor_repeat.c).
 */
#include "extract_kit.h"

static const char pasted_form[] =
	"<form xmlns='urn:vanban:form:1' id='dan' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Kết quả triển khai'>"
	"<line mark='-'>Các cơ sở giáo dục áp dụng hệ thống quản trị dựa trên "
	"dữ liệu và công nghệ số: <longtext id='govern'/></line>"
	"<line mark='-'>Kết quả quản lý người học, nhà giáo bằng hồ sơ số với "
	"định danh thống nhất: <longtext id='ids'/></line>"
	"<line mark='-'>Kho học liệu trực tuyến của nhà trường: "
	"<longtext id='store'/></line></section>"
	"<section title='Đề xuất, kiến nghị'>"
	"<line mark='-'>Với Bộ Giáo dục và Đào tạo: <longtext id='moet'/></line>"
	"<line mark='-'>Với các Bộ, ngành (nêu rõ tên bộ, ngành):</line>"
	"<repeat id='rows' label='Kiến nghị với các Bộ, ngành'>"
	"<line mark='+'><text id='name' label='Tên bộ, ngành'/>: "
	"<longtext id='what' label='Kiến nghị với bộ, ngành'/></line></repeat>"
	"<line mark='-'>Với địa phương: <longtext id='local'/></line></section>"
	"</body></form>";

static struct vb_form *form;

#define BR     "<w:r><w:br/></w:r>"
#define RESULT L("I. Kết quả triển khai")
#define GOVERN                                                                                        \
	"Các cơ sở giáo dục áp dụng hệ thống quản trị dựa trên dữ liệu và " \
	"công nghệ số"
#define IDS                                                                                     \
	"Kết quả quản lý người học, nhà giáo bằng hồ sơ số với định " \
	"danh thống nhất"
#define STORE "Kho học liệu trực tuyến của nhà trường"

static const char *read_body(const char *body)
{
	return kit_line(form, body);
}

/* Five lines that break off, so that the page is known to be pasted. */
static void test_broken_lines(void)
{
	is_str(read_body(
		       RESULT L("(1) Các cơ sở giáo dục áp dụng hệ thống quản "
				"trị dựa trên dữ liệu và công") L("nghệ số;")
			       L("Trường áp dụng vnEdu 4.0 trong toàn "
				 "bộ khâu quản trị, từ tuyển sinh đến")
				       L("thu học phí không dùng tiền "
					 "mặt, với ba mươi sáu tài "
					 "khoản của giáo") L("viên và nhân viên.")
					       L("Hiệu trưởng xem số liệu hằng tuần.") L(
						       "(2) Kết quả quản lý người học, nhà giáo bằng hồ sơ số với "
						       "định danh")
						       L("thống nhất;") L(
							       "Toàn bộ học sinh đã được xác thực số định danh cá nhân trên "
							       "cơ sở dữ")
							       L("liệu ngành.")),
	       "govern=Trường áp dụng vnEdu 4.0 trong toàn bộ khâu quản trị, "
	       "từ tuyển sinh đến thu học phí không dùng tiền mặt, với ba mươi "
	       "sáu tài khoản của giáo viên và nhân viên.|Hiệu trưởng xem số liệu hằng tuần. ids=Toàn bộ học sinh "
	       "đã được xác thực số định danh cá nhân trên cơ sở dữ liệu ngành.",
	       "questions and answers that a PDF broke into lines");
}

/* Two such lines may be a list's. */
static void test_list_lines(void)
{
	is_str(read_body(RESULT L("- " STORE ":")
				 L("bài giảng điện tử của các tổ chuyên môn đã "
				   "được nhà trường duyệt")
					 L("video hướng dẫn thí nghiệm của tổ "
					   "Khoa học tự nhiên")),
	       "store=bài giảng điện tử của các tổ chuyên môn đã được nhà "
	       "trường duyệt|video hướng dẫn thí nghiệm của tổ Khoa học tự "
	       "nhiên",
	       "a list of lines in small letters");
}

static void test_turns(void)
{
	is_str(read_body(RESULT TBL(ROW2("Hỏi", GOVERN " ra sao?") ROW2(
		       "Đáp", "Dùng chung một hệ thống.") ROW2("Hỏi", IDS "?")
					    ROW2("Đáp", "Đã đối chiếu "
							"xong."))),
	       "govern=Dùng chung một hệ thống. ids=Đã đối chiếu xong.",
	       "questions and answers by turns");
}

static void test_frames(void)
{
	is_str(read_body(RESULT TBL(TR(C("1. " STORE)))
				 L("Có 412 sản phẩm do giáo viên làm.")),
	       "store=Có 412 sản phẩm do giáo viên làm.",
	       "a question in a frame");
	is_str(read_body(RESULT L("1. " STORE) TBL(TR(C("Có 412 sản phẩm.")))),
	       "store=Có 412 sản phẩm.", "an answer in a frame");
}

static void test_left(void)
{
	is_str(read_body(RESULT P(R("a) “" STORE "”") BR R("Có 412 sản "
							   "phẩm."))),
	       "store=Có 412 sản phẩm.", "the end of a quotation");
	is_str(read_body(RESULT L("1. " STORE "?") L("Có 412 sản phẩm.")),
	       "store=Có 412 sản phẩm.", "the end of a question");
	is_str(read_body(RESULT L("- " STORE ":") L("Có 412 sản phẩm.")
				 L("________________")
					 L("1 Kể cả 12 sản phẩm dùng chung.")),
	       "store=Có 412 sản phẩm.", "notes behind a line");
	is_str(read_body(RESULT L("- " STORE ":") L("Có 412 sản phẩm.")
				 L("-----------") L("Xin thêm máy chủ.")),
	       "store=Có 412 sản phẩm.|-----------|Xin thêm máy chủ.",
	       "... and what is no note");
}

static void test_ministries(void)
{
	is_str(read_body(L("II. Đề xuất, kiến nghị") L(
		       "- Với Bộ Giáo dục và Đào tạo: Sớm ban hành "
		       "định mức.") L("- Với Bộ Nội vụ: bổ sung biên chế.")
				 L("- Với địa phương: Bố trí "
				   "vốn.")),
	       "moet=Sớm ban hành định mức. name#1=Bộ Nội vụ what#1=bổ sung "
	       "biên chế. local=Bố trí vốn.",
	       "a ministry without the line that leads to it");
	is_str(read_body(L("II. Đề xuất, kiến nghị") L(
		       "- Với Bộ Giáo dục và Đào tạo: Sớm ban hành "
		       "định mức.") L("- Bộ sách giáo khoa: cần đủ.")
				 L("- Với địa phương: Bố trí "
				   "vốn.")),
	       "moet=Sớm ban hành định mức. local=Bố trí vốn.",
	       "books are no ministry");
}

int main(void)
{
	if (!kit_open(&form, pasted_form, "dan.xml"))
		return done_testing();
	test_broken_lines();
	test_list_lines();
	test_turns();
	test_frames();
	test_left();
	test_ministries();
	vb_form_free(form);
	return done_testing();
}
