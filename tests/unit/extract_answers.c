/*
 * Answers in words without marks, on pages whose titles are not the form's:
 * where an answer begins and where it ends. As extract_anchor.c, a value in
 * doubt is "?".
 */
#include "extract_kit.h"

#define CHOICE(id)                                                         \
	"<line><choice id='" id "'><option value='dat'>Đạt</option>"    \
	"<option value='khong_dat'>Không đạt</option></choice></line>" \
	"<line><text id='" id "_note'/></line>"

static const char answers_form[] =
	"<form xmlns='urn:vanban:form:1' id='loi' version='1' type='bao-cao' "
	"numbering='I. 1.'><title>Loi</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Tình hình chung của đơn vị'>"
	"<longtext id='state'/></section>"
	"<section title='Kết quả thực hiện'>"
	"<section title='Công tác chỉ đạo điều hành'>"
	"<longtext id='lead'/></section>"
	"<section title='Tiếp tục phát triển học liệu số: huy động giáo viên "
	"đóng góp bài giảng để chia sẻ dùng chung, lựa chọn nguồn tin cậy'>"
	"<longtext id='stock' label='Phát triển học liệu số'/></section>"
	"</section>"
	"<section title='Việc theo mục tiêu'>"
	"<line mark='-'>Khó khăn, vướng mắc, nguyên nhân và giải pháp: "
	"<longtext id='bar'/></line>"
	"<line mark='-'>Các nền tảng dạy và học trực tuyến: "
	"<longtext id='net'/></line>"
	"<line mark='-'>Công tác quản lý giáo dục dựa trên dữ liệu: "
	"<longtext id='rule'/></line>"
	"<line mark='-'>Khó khăn, vướng mắc, nguyên nhân và giải pháp: "
	"<longtext id='bar2'/></line>"
	"</section>"
	"<section title='Xây dựng kế hoạch ứng dụng CNTT của đơn vị'>"
	"<line mark='-'>Số hiệu, ngày ban hành: <docref id='plan'/>, gửi kèm làm "
	"minh chứng: <evidence id='file'/></line>"
	"</section><section title='Việc khác'>"
	"<line mark='-'>Ngày họp hội đồng: <date id='met'/></line>"
	"<line mark='-'>Tên phần mềm thu học phí: <text id='soft'/></line>"
	"<line mark='-'>Số lớp đã dự: <count id='class_n'/> lớp, tên lớp: "
	"<text id='class' label='Tên lớp đã dự'/>, thời gian: "
	"<text id='time' label='Thời gian dự lớp'/>.</line>"
	"<line mark='-'>Phụ trách: Ông <text id='chief'/> – Phó Chánh Văn phòng "
	"Sở.</line>"
	"</section>"
	"<section title='Mục tiêu năm 2025'><table><columns>"
	"<column width='50'/><column width='50'/></columns>"
	"<header><row><cell>Nội dung</cell><cell>Mức đạt</cell></row></header>"
	"<row><cell>Về tiếp cận giáo dục từ xa</cell><cell>" CHOICE("g1") "</cell></row><row><cell>Về kho bài giảng của tỉnh</cell><cell>" CHOICE(
		"g2") "</cell></row></table></section>"
		      "<section title='Đề xuất, kiến nghị'><longtext id='ask'/></section>"
		      "</body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

static void test_ends(void)
{
	is_str(read_body(L("A. Tình hình chung") L("Một.") L("B. Bộ máy")
				 L("Hai.")),
	       "state=Một.", "the next number of a kind ends an answer");
	is_str(read_body(L("I. Tình hình chung") L("1. Một.") L("2. Hai.")
				 L("II. Bộ máy") L("Ba.")),
	       "state=1. Một.\n2. Hai.", "a list in it does not");
	is_str(read_body(L("1. Tình hình chung") L("1. Một.") L("2. Hai.")
				 L("2. Bộ máy") L("Ba.")),
	       "state=1. Một.\n2. Hai.", "nor one that is numbered alike");
	is_str(read_body(L("1. Tình hình chung") L("Một.") L("II. Bộ máy")
				 L("Hai.")),
	       "state=Một.", "a higher number does");
	is_str(read_body(L("2.1. Tình hình chung") L("Một.") L("3. Bộ máy")
				 L("Hai.")),
	       "state=Một.", "so does one of fewer parts");
	is_str(read_body(L("Tình hình chung") L("Một.") L("BỘ MÁY CỦA ĐƠN VỊ")
				 L("Hai.")),
	       "state=Một.", "so do capitals");
	is_str(read_body(L("H. Tình hình chung") L("Một.") L("I. Bộ máy")
				 L("Hai.")),
	       "state=Một.", "I is a letter behind H");
	is_str(read_body(L("Tình hình chung") L("+ THCS: 12 CSGD;")),
	       "state=THCS: 12 CSGD;", "a line with a figure is no heading");
}

static void test_next(void)
{
	is_str(read_body(L("1. Tình hình chung") L("Một.") L("a) Số liệu")
				 L("- Nền tảng: Hai.")),
	       "state=Một. net=Hai.", "a heading before the next question");
	is_str(read_body(L("1. Tình hình chung") L("Một.") L("Cụ thể như sau:")
				 L("- Nền tảng: Hai.")),
	       "state=Một. net=Hai.", "words that lead to it");
	is_str(read_body(L("1. Mục tiêu") L("- Quản lý giáo dục: Đạt")),
	       "rule=?", "an option is no long answer");
	is_str(read_body(L("1. Bộ máy")
				 L("Nhà trường đang dùng ba nền tảng dạy và "
				   "học trực tuyến, trong đó hai nền tảng do "
				   "trong nước làm ra và một của nước ngoài.")),
	       "", "a sentence that tells of it leads to nothing");
}

static void test_titles(void)
{
	is_str(read_body(L("1. Tiếp tục phát triển học liệu số: huy động giáo "
			   "viên đóng góp bài giảng")
				 L("Đã có nguồn tin cậy của tỉnh.")),
	       "stock=Đã có nguồn tin cậy của tỉnh.",
	       "words of a title are not cut out of what is below it");
}

static void test_leads(void)
{
	is_str(read_body(L("1. Về học liệu số") L("Một.") L("2. Bộ máy")),
	       "stock=Một.", "a few words of a long title, or its label");
	is_str(read_body(L("IV. Nguyện vọng") L("Một.")), "ask=Một.",
	       "words that mean the same");
	is_str(read_body(L("IV. KIẾN NGHỊ VỚI PHÒNG GDĐT") L("Một.")),
	       "ask=Một.", "a title, and to whom");
	is_str(read_body(L("Khó khăn và giải pháp: Một.") L("Nền tảng: Hai.")
				 L("Quản lý giáo dục: Ba.")
					 L("Khó khăn và giải pháp: Bốn.")),
	       "bar=Một. net=Hai. rule=Ba. bar2=Bốn.",
	       "leads before their answers, told by their order");
	is_str(read_body(L("Nền tảng: Một.") L("Nguyên nhân: mạng yếu.")
				 L("Quản lý giáo dục: Ba.")),
	       "net=Một.\nNguyên nhân: mạng yếu. rule=Ba.",
	       "a lead of the answer's own");
	is_str(read_body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Các nền tảng dạy "
			 "và học.</w:t></w:r><w:r><w:t xml:space='preserve'> "
			 "Trường dùng Moodle.</w:t></w:r></w:p>"),
	       "net=Trường dùng Moodle.", "bold words with a stop lead in");
	is_str(read_body(L("Về nền tảng: Một.") L("Về đất đai: Hai.")),
	       "net=Một.", "one that is led alike has an answer of its own");
	is_str(read_body(L("- Nền tảng: Một.") L("- Đất đai: Hai.")),
	       "net=Một.", "so has one behind the same bullet");
	is_str(read_body(L("- Nền tảng: 12")), "",
	       "a figure is no such answer");
	is_str(read_body(L("Năm qua") L("1. Chỉ đạo") L("Một.")), "lead=Một.",
	       "a heading above others has no answer");
	is_str(read_body(L("1. Nguyện vọng") L("Một.")
				 L("Người lập biểu: Lê Thị Mẫu")),
	       "ask=Một.", "a sign-off is no answer");
	is_str(read_body(L("1. Nguyện vọng") L("Một.") L("Ngày 03/6/2023")),
	       "ask=Một.", "nor is a day");
	is_str(read_body(L("1. Nguyện vọng") L("Một.")
				 L("Người lập biểu: Lê Thị Mẫu, điện thoại "
				   "0000 000 000, phòng Văn thư")),
	       "ask=Một.", "nor a name with more behind it");
	is_str(read_body(L("1. Nguyện vọng") L("Một.")
				 L("Trường trân trọng báo cáo./.")),
	       "ask=Một.", "nor what closes a report");
	is_str(read_body(L("1. Nguyện vọng") L("Một.")
				 L("Trên đây là báo cáo của trường./.")),
	       "ask=Một.", "in either way");
	is_str(read_body(L("1. Nguyện vọng")
				 L("Trường trân trọng đề nghị Sở hỗ trợ.")),
	       "ask=Trường trân trọng đề nghị Sở hỗ trợ.", "who asks so asks");
}

#define TABLE2(a, b)	TBL(ROW2(a, b))
#define TABLE3(a, b, c) TBL(ROW3(a, b, c))

static void test_rows(void)
{
	is_str(read_body(TABLE2("Nền tảng", "Đã dùng ba nền tảng.")),
	       "net=Đã dùng ba nền tảng.", "an answer beside its lead");
	is_str(read_body(TABLE2("Nền tảng dạy và học trực tuyến", "Đạt")), "",
	       "a word is none");
	is_str(read_body(L("1. Bộ máy") TABLE3(
		       "Kế hoạch ứng dụng CNTT: số, ngày",
		       "số 12/KH-THCS ngày 05/9/2022", "kh.pdf")),
	       "plan=số 12/KH-THCS ngày 05/9/2022 file=kh.pdf",
	       "a cell for each blank");
}

static void test_ranges(void)
{
	is_str(read_body(L("1. Xây dựng kế hoạch ứng dụng CNTT") L(
		       "- Số hiệu, ngày ban hành: số 12/KH-THCS "
		       "ngày 05/9/2022") L("- Minh chứng kèm theo: kh.pdf")),
	       "plan=số 12/KH-THCS ngày 05/9/2022 file=kh.pdf",
	       "words that say what it is");
	is_str(read_body(L("1. Xây dựng kế hoạch ứng dụng CNTT")
				 L("- Số hiệu, ngày ban hành: số 12/KH-THCS "
				   "ngày 05/9/2022. Kinh phí dự kiến 90 triệu "
				   "đồng.")),
	       "plan=số 12/KH-THCS ngày 05/9/2022 file=?",
	       "a word that is nearly the form's leads to no file");
	is_str(read_body(L("1. Việc khác")
				 L("Đã mua một gói (tên phần mềm thu học phí: "
				   "Misa) với 12 máy.")),
	       "soft=Misa", "a bracket closes behind a text");
}

static void test_pieces(void)
{
	is_str(read_body(L("1. Việc khác") L("+ Thời gian: tháng 9")
				 L("+ Tên lớp: tin học cơ bản")),
	       "class=tin học cơ bản time=tháng 9",
	       "a line for each blank, in another order");
	is_str(read_body(L("1. Việc khác") L("+ Tên lớp: tin học cơ bản")
				 L("+ Tên lớp: bài giảng số")),
	       "", "two for one blank");
	is_str(read_body(L("1. Việc khác") L("+ Họp hội đồng: ngày ......")),
	       "", "a day has a number");
	is_str(read_body(L("1. Việc khác") L("+ Tên lớp: 12")), "class_n=?",
	       "a figure is no text");
	is_str(read_body(L("1. Việc khác")
				 L("+ Tên lớp: Các lớp mở ở ba điểm trường.")),
	       "", "nor is a sentence");
}

static void test_own(void)
{
	is_str(read_body(L("1. Việc khác") L("2. Khó khăn, vướng mắc")
				 L("Một.")),
	       "bar2=?", "a heading for a line that the form has twice");
	is_str(read_body(L("Đề xuất: Kiến trúc mới.")), "ask=Kiến trúc mới.",
	       "a word of the title behind its colon is the answer's");
	is_str(read_body(L("1. Công tác quản lý thư viện, phòng bộ môn")
				 L("Một.")),
	       "", "a heading that goes on in other words");
	is_str(read_body(L("Đề xuất, kiến nghị") L("Một.")
				 TABLE2("NGƯỜI TỔNG HỢP", "Lê Thị Mẫu")),
	       "ask=Một.", "signatures are no answer");
	is_str(read_body(L("1. Bộ máy")
				 TABLE3("Kế hoạch ứng dụng CNTT: số, ngày",
					"số 12/KH-THCS ngày 05/9/2022", "Có")),
	       "plan=số 12/KH-THCS ngày 05/9/2022 file=?",
	       "a word that there is one is no file");
	is_str(read_body(TABLE2("Tên phần mềm thu học phí", "Misa")),
	       "soft=Misa", "a text in the cell beside its words");
}

static void test_choices(void)
{
	is_str(read_body(L("1. Mục tiêu") L("- Tiếp cận giáo dục từ xa: Đạt")
				 L("- Kho bài giảng: không đạt")),
	       "g1=dat g2=khong_dat", "behind leads");
	is_str(read_body(L("1. Mục tiêu") L("- Kho bài giảng: không đạt")
				 L("- Tiếp cận giáo dục từ xa: Đạt")),
	       "g1=dat g2=khong_dat", "in another order");
	is_str(read_body(L("1. Mục tiêu") TABLE3("Tiếp cận giáo dục", "Đạt",
						 "từ tháng 9")
				 L("2. Việc khác")),
	       "g1=dat g1_note=từ tháng 9", "in a row, and the note behind");
	is_str(read_body(L("1. Mục tiêu")
				 TABLE2("Tiếp cận giáo dục", "Đạt") ""),
	       "g1=dat", "in a row of two");
	is_str(read_body(L("1. Mục tiêu") "<w:tbl><w:tblPr/><w:tblGrid/>" TR(
		       "<w:tc>" L("Tiếp cận giáo dục") "</w:tc><w:tc>" L("Đạt")
			       L("từ tháng 9") "</w:tc>") "</w:tbl>"),
	       "g1=dat g1_note=từ tháng 9", "a note below it in its cell");
	is_str(read_body(L("1. Mục tiêu")
				 TABLE3("Tiếp cận giáo dục", "50%", "Đạt")),
	       "g1=dat", "with a cell between");
	is_str(read_body(L("1. Mục tiêu")
				 L("- Kho bài giảng: đạt giải ba cấp tỉnh")),
	       "", "words that go on are no option");
	is_str(read_body(L("1. Mục tiêu") L("- Phòng học: Đạt")), "",
	       "nor is one of another lead");
}

static void test_texts(void)
{
	is_str(read_body(L("- Ngày họp hội đồng: 05/9/2022.")),
	       "met=2022-09-05", "a day at the end of a sentence");
	is_str(read_body(L("1. Kế hoạch ứng dụng CNTT")
				 L("- Số hiệu, ngày ban hành: số 12/KH-THCS "
				   "ngày 05/9/2022. Kết quả đạt 72 điểm.")),
	       "plan=số 12/KH-THCS ngày 05/9/2022",
	       "nor do the words of the next sentence belong to a document");
	is_str(read_body(L("- Tên phần mềm thu học phí: gồm: vnEdu")),
	       "soft=vnEdu", "the words that lead to a list go");
	is_str(read_body(L("- Tên phần mềm thu học phí: vnEdu, có 12 lớp")),
	       "soft=vnEdu", "so does a figure behind a comma");
	is_str(read_body(L("- Các nền tảng dạy và học trực tuyến: Azota ;")),
	       "net=Azota", "a sign that stands apart");
	is_str(read_body(L("- Tên phần mềm thu học phí: vnEdu có 12")),
	       "soft=?", "a figure that nothing parts: doubted");
	is_str(read_body(L("- Tên phần mềm thu học phí: Tỉ lệ nộp: vnEdu")),
	       "soft=?", "so is a text with a lead of its own");
	is_str(read_body(L("1. Phần mềm thu học phí")
				 L("Nhà trường thu học phí qua tài khoản của "
				   "ngân hàng từ tháng mười năm ngoái.")),
	       "", "a sentence below a heading is no short text");
	is_str(read_body(L("1. Kế hoạch ứng dụng CNTT")
				 L("- Số hiệu, ngày ban hành: số 12/KH-THCS "
				   "ngày 05/9/2022, gửi kèm làm minh chứng "
				   "1.pdf")),
	       "plan=số 12/KH-THCS ngày 05/9/2022 file=?",
	       "a file that may be called so");
	is_str(read_body(L("- Phụ trách: Ông Trần Văn Thí Dụ – Phó Chánh Văn "
			   "phòng Sở.")),
	       "chief=Trần Văn Thí Dụ",
	       "a word of the form behind its own colon is no answer's");
	is_str(read_body(L("Số: 12/BC-THCS") L("BÁO CÁO")
				 L("Kế hoạch ứng dụng CNTT") L("1. Bộ máy")),
	       "", "the head of a document leads to no answer");
}

/* "| Nội dung | Năm 2024 | Năm 2025 |" */
static void test_times(void)
{
#define TIMES(b, c)                                                       \
	"<w:tbl>" ROW3("Nội dung", b, c)                                  \
		ROW3("- Tên phần mềm thu học phí", "vnEdu", "SmartFee")   \
			ROW3("1. Tình hình chung của đơn vị", "", "Hai.") \
				ROW3("2. Đề xuất, kiến nghị", "Ba.",      \
				     "Bốn.") "</w:tbl>"
	is_str(read_body(TIMES("Năm 2024", "Năm 2025")),
	       "state=Hai. soft=SmartFee ask=Bốn.",
	       "a column of another time answers nothing");
	is_str(read_body(TIMES("Năm 2025", "Năm 2024")), "soft=vnEdu ask=Ba.",
	       "wherever it stands");
}

int main(void)
{
	if (!kit_open(&form, answers_form, "loi.xml"))
		return done_testing();
	test_ends();
	test_next();
	test_titles();
	test_leads();
	test_rows();
	test_ranges();
	test_pieces();
	test_own();
	test_choices();
	test_texts();
	test_times();
	vb_form_free(form);
	return done_testing();
}
