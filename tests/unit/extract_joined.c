/*
 * Long answers where titles say more than the form's, or two in one; parts of
 * a report; whole reports in one table (src/extract/anchor_place.c,
 * anchor_rank.c, anchor_take.c, anchor_tail.c, anchor_table.c). Long answers
 * are shown with "|" between their paragraphs.
 */
#include "extract_kit.h"

static const char joined_form[] =
	"<form xmlns='urn:vanban:form:1' id='hai' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Tình hình chung'>"
	"<longtext id='state' label='Tình hình chung'/></section>"
	"<section title='Kết quả đánh giá'><table><columns>"
	"<column width='40'/><column width='30'/><column width='30'/>"
	"</columns><header><row><cell>Nội dung</cell>"
	"<cell>Số trường đạt</cell><cell>Số trường chưa đạt</cell></row>"
	"</header><row><cell>Hạ tầng số</cell>"
	"<cell><count id='a1' label='Hạ tầng số: đạt'/></cell>"
	"<cell><count id='a2' label='Hạ tầng số: chưa đạt'/></cell></row>"
	"<row><cell>Nhân lực số</cell>"
	"<cell><count id='b1' label='Nhân lực số: đạt'/></cell>"
	"<cell><count id='b2' label='Nhân lực số: chưa đạt'/></cell></row>"
	"</table></section>"
	"<section title='Khó khăn, vướng mắc'>"
	"<longtext id='issues' label='Khó khăn, vướng mắc'/></section>"
	"<section title='Dự kiến nhiệm vụ trọng tâm và giải pháp chính về "
	"triển khai ứng dụng công nghệ thông tin năm học 2023-2024'>"
	"<longtext id='next' label='Nhiệm vụ năm học sau'/></section>"
	"<section title='Kiến nghị, đề xuất'>"
	"<longtext id='ask' label='Kiến nghị, đề xuất'/></section>"
	"</body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_line(form, body);
}

#define WIDE(n, t) \
	"<w:tc><w:tcPr><w:gridSpan w:val='" n "'/></w:tcPr>" L(t) "</w:tc>"

static void test_joined(void)
{
	is_str(read_body(L("1. Tình hình chung") L("Ổn định.") L(
		       "2. Khó khăn, vướng mắc và kiến nghị, đề xuất")
				 L("* Khó khăn, vướng mắc:") L("Mạng yếu.")
					 L("* Kiến nghị, đề xuất:")
						 L("Cấp thêm máy.")),
	       "state=Ổn định. issues=Mạng yếu. ask=Cấp thêm máy.",
	       "a title of two questions, and the two below");
	is_str(read_body(
		       L("1. Tình hình chung") L("Ổn định.") L(
			       "2. Khó khăn, vướng mắc và kiến nghị, đề xuất")
			       TBL(ROW2("Khó khăn, vướng mắc", "Kiến nghị, đề xuất") ROW2(
				       "Đường truyền ở điểm lẻ hay gián đoạn.",
				       "Cấp thêm máy tính cho các trường."))),
	       "state=Ổn định. issues=Đường truyền ở điểm lẻ hay gián đoạn. "
	       "ask=Cấp thêm máy tính cho các trường.",
	       "... as heads of a table");
	is_str(read_body(L("1. Tình hình chung") L("Ổn định.") L(
		       "2. Khó khăn, vướng mắc") L("a) Khó khăn: mạng yếu.")
				 L("b) Vướng mắc: thiếu máy.")
					 L("3. Kiến nghị, đề "
					   "xuất") L("Không "
						     "có.")),
	       "state=Ổn định. issues=a) Khó khăn: mạng yếu.|b) Vướng mắc: "
	       "thiếu máy. ask=Không có.",
	       "leads of one question's own");
}

static void test_parts(void)
{
	is_str(read_body(L("PHẦN I. TÌNH HÌNH CHUNG") L("Ổn định.") L(
		       "PHẦN II. NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP CHÍNH NĂM "
		       "HỌC 2023-2024") L("1. Nhiệm vụ trọng tâm")
				 L("Làm học bạ số.") L("2. Giải pháp chính")
					 L("Ghép cặp giáo viên.")
						 L("PHẦN III. KIẾN NGHỊ, ĐỀ "
						   "XUẤT") L("Cấp thêm máy.")),
	       "state=Ổn định. next=1. Nhiệm vụ trọng tâm|Làm học bạ số.|2. "
	       "Giải pháp chính|Ghép cặp giáo viên. ask=Cấp thêm máy.",
	       "parts have a rank");
	is_str(read_body(L("Phần thứ nhất. Tình hình chung") L("Ổn định.") L(
		       "Phần thứ hai. Kiến nghị, đề xuất") L("1. Với Sở")
				 L("Cấp thêm máy.") L("2. Với Bộ") L("Không.")),
	       "state=Ổn định. ask=1. Với Sở|Cấp thêm máy.|2. Với Bộ|Không.",
	       "... in words");
}

static void test_rest(void)
{
	is_str(read_body(L("I/ Tình hình chung của địa phương: Mạng lưới "
			   "trường lớp ổn định.") L("Xã hội hóa được đẩy mạnh.")
				 L("II/ Kiến nghị, đề xuất với các "
				   "cấp: Cấp thêm máy.") L("Hỗ trợ kinh phí.")),
	       "state=Mạng lưới trường lớp ổn định.|Xã hội hóa được đẩy mạnh. "
	       "ask=Cấp thêm máy.|Hỗ trợ kinh phí.",
	       "words behind a title, up to its colon");
	is_str(read_body(L("I/ Tình hình chung của địa phương")
				 L("Mạng lưới ổn định.")),
	       "state=Mạng lưới ổn định.", "... and no colon");
}

static void test_tail(void)
{
	is_str(read_body(L("1. Tình hình chung") L("Ổn định.") L(
		       "Học sinh khó khăn được cho mượn máy tính bảng.")
				 L("2. Kết quả đánh giá") TBL(
					 ROW3("Nội dung", "Số trường đạt",
					      "Số trường chưa đạt")
						 ROW3("Hạ tầng số", "5", "2"))),
	       "state=Ổn định.|Học sinh khó khăn được cho mượn máy tính bảng. "
	       "a1=5 a2=2",
	       "no table is named");
	is_str(read_body(L("1. Tình hình chung") L("Ổn định.")
				 L("Kết quả tại bảng sau.") TBL(
					 ROW3("Nội dung", "Số trường đạt",
					      "Số trường chưa đạt")
						 ROW3("Hạ tầng số", "5", "2"))),
	       "state=Ổn định. a1=5 a2=2", "... but here");
}

static void test_whole(void)
{
	is_str(read_body(TBL(TR(C("1") WIDE("2", "Kết quả đánh giá")) ROW3(
		       "Nội dung", "Số trường đạt",
		       "Số trường chưa đạt") ROW3("Hạ tầng số", "5", "2")
				     ROW3("Nhân lực số", "4",
					  "3") TR(C("Khó khăn, vướng mắc")
							  WIDE("2", "Mạng "
								    "yếu."))
					     TR(C("Kiến nghị, đề "
						  "xuất") WIDE("2", "Cấp "
								    "máy.")))),
	       "a1=5 a2=2 b1=4 b2=3 issues=Mạng yếu. ask=Cấp máy.",
	       "questions below the rows of the form's table");
}

int main(void)
{
	if (!kit_open(&form, joined_form, "hai.xml"))
		return done_testing();
	test_joined();
	test_parts();
	test_rest();
	test_tail();
	test_whole();
	vb_form_free(form);
	return done_testing();
}
