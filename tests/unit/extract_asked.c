/*
 * Long questions asked in a hand's own words, or not at all, and where their
 * answers begin and end (src/extract/anchor_topic.c, anchor_around.c,
 * anchor_half.c, anchor_stray.c, anchor_end.c, anchor_only.c, anchor_below.c,
 * anchor_sentence.c). Long answers are shown with "|" between their paragraphs.
 */
#include "extract_kit.h"

static const char asked_form[] =
	"<form xmlns='urn:vanban:form:1' id='hoi' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Kết quả đạt được'><longtext id='done'/></section>"
	"<section title='Tiếp tục triển khai phần mềm quản trị'>"
	"<section title='Triển khai hồ sơ điện tử, sổ điểm điện tử'>"
	"<longtext id='books' label='Hồ sơ điện tử'/></section></section>"
	"<section title='Kết quả dạy, học, kiểm tra, đánh giá'>"
	"<line mark='-'>Các nền tảng dạy và học trực tuyến: "
	"<longtext id='lms'/></line>"
	"<line mark='-'>Kho học liệu trực tuyến: <longtext id='store'/></line>"
	"<line mark='-'>Khó khăn, nguyên nhân và giải pháp: "
	"<longtext id='bad1'/></line></section>"
	"<section title='Kết quả phát triển nguồn nhân lực'>"
	"<line mark='-'>Bồi dưỡng năng lực số cho nhà giáo: "
	"<longtext id='train'/></line>"
	"<line mark='-'>Hồ sơ và tài khoản tự bồi dưỡng: "
	"<longtext id='account'/></line>"
	"<line mark='-'>Khó khăn, nguyên nhân và giải pháp: "
	"<longtext id='bad2'/></line></section>"
	"<section title='Đề xuất, kiến nghị'>"
	"<line mark='-'>Với Thủ tướng Chính phủ: <longtext id='pm'/></line>"
	"<line mark='-'>Với các Bộ, ngành (nêu rõ tên bộ, ngành):</line>"
	"<repeat id='bo'><line mark='+'><text id='bo_ten'/>: "
	"<longtext id='bo_kn'/></line></repeat>"
	"<line mark='-'>Với địa phương: <longtext id='local'/></line>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_line(form, body);
}

#define TEACH L("2. Dạy, học, kiểm tra, đánh giá")
#define STAFF L("3. Nguồn nhân lực")

static void test_words(void)
{
	is_str(read_body(TEACH L("Nền tảng DH TT:") L("Trường dùng K12.")
				 L("KK, NN, GP:") L("Máy cũ, đã xin thêm.")),
	       "lms=Trường dùng K12. bad1=Máy cũ, đã xin thêm.",
	       "abbreviations of offices");
	is_str(read_body(STAFF L("Tập huấn năng lực số cho thầy cô:") L(
		       "Mở 2 lớp cho 40 người.") L("TK tự BD của GV:")
				 L("Đủ cho 40 người.")),
	       "train=Mở 2 lớp cho 40 người. account=Đủ cho 40 người.",
	       "words that mean the same");
	is_str(read_body(L("C3.1. Các nền tảng dạy, học trực tuyến ra sao") L(
		       "Trường dùng K12.") L("C3.2. Kho học liệu trực tuyến")
				 L("Có 120 bài.")),
	       "lms=Trường dùng K12. store=Có 120 bài.",
	       "labels of a letter and numbers");
}

static void test_around(void)
{
	is_str(read_body(STAFF L("Khó khăn và giải pháp: thầy cô lớn tuổi.")
				 TEACH L("Khó khăn và giải pháp: mạng yếu.")),
	       "bad1=mạng yếu. bad2=thầy cô lớn tuổi.",
	       "parts in another order");
	is_str(read_body(STAFF L(
		       "- Khó khăn, nguyên nhân và giải pháp: ít người.") TEACH
				 L("- Khó khăn, nguyên nhân và giải pháp: "
				   "mạng yếu.")),
	       "bad1=mạng yếu. bad2=ít người.", "the form's own words");
	is_str(read_body(TBL(ROW3("Nhóm nhiệm vụ", "Nội dung", "Kết quả") ROW3(
		       "2. Dạy, học, kiểm tra, đánh giá", "Khó khăn, giải pháp",
		       "Mạng yếu ở hai điểm trường lẻ.")
				     ROW3("3. Phát triển nguồn nhân lực",
					  "Khó khăn, giải pháp",
					  "Còn thiếu một thầy dạy tin học."))),
	       "bad1=Mạng yếu ở hai điểm trường lẻ. bad2=Còn thiếu một thầy "
	       "dạy tin học.",
	       "the first cell of a row");
}

/* Two of the things that a question names, each with an answer. */
static void test_halves(void)
{
	is_str(read_body(TEACH L("Khó khăn: mạng yếu.")
				 L("Nguyên nhân: xa trạm.") STAFF),
	       "bad1=Khó khăn: mạng yếu.|Nguyên nhân: xa trạm.",
	       "in a paragraph each");
	is_str(read_body(TEACH L("* Khó khăn: mạng yếu.")
				 L("* Giải pháp: thuê thêm đường.") STAFF),
	       "bad1=* Khó khăn: mạng yếu.|* Giải pháp: thuê thêm đường.",
	       "of a list");
	is_str(read_body(TEACH L(
		       "Khó khăn: mạng yếu. Giải pháp: thuê thêm đường.")
				 STAFF),
	       "bad1=Khó khăn: mạng yếu. Giải pháp: thuê thêm đường.",
	       "in one paragraph");
}

/* Lines of a later part are no questions of an earlier one. */
static void test_strays(void)
{
	is_str(read_body(TEACH L("Các thầy cô dạy đủ giờ.") STAFF L(
		       "Thầy cô đã học hai lớp.") L("4. Đề xuất, kiến nghị")
				 L("Kho học liệu số của ngành: đạt")),
	       "", "what another part asks");
	is_str(read_body(TEACH L("- Kho học liệu trực tuyến: /")
				 L("- Các nền tảng dạy và học trực tuyến: –")),
	       "", "a stroke leaves a blank out");
}

static void test_begins(void)
{
	is_str(read_body(TEACH L("Các nền tảng dạy và học trực tuyến ở các "
				 "trường:") L("Trường dùng K12.")),
	       "lms=Trường dùng K12.", "words left of a lead");
	is_str(read_body(L("1. Kết quả đạt được")
				 L("Kết quả trường đã đạt được:")
					 L("Đủ máy cho học sinh.")),
	       "done=Đủ máy cho học sinh.", "a title asked once more");
	is_str(read_body(L("1. Kết quả đạt được") L("Thuận lợi:") L("Đủ máy.")
				 L("Nổi bật:") L("Hai giải.")),
	       "done=Thuận lợi:|Đủ máy.|Nổi bật:|Hai giải.",
	       "leads of the answer's own");
	is_str(read_body(TEACH L("- LMS, nền tảng trực tuyến: dùng K12")
				 L("- Kho học liệu: lấy của Sở")),
	       "lms=dùng K12 store=lấy của Sở", "small letters in a list");
	is_str(read_body(L("1. Kết quả đạt được: đủ máy, đủ mạng")
				 L("2. Phương hướng")),
	       "done=đủ máy, đủ mạng", "behind a heading that another follows");
}

static void test_ends(void)
{
	is_str(read_body(TEACH L("Kho học liệu trực tuyến:") L("Có 120 bài.") L(
		       "Phòng truyền thống của trường:") L("Mở cửa mỗi tuần.")),
	       "store=Có 120 bài.", "another lead that stands alone");
	is_str(read_body(L("1. Kết quả đạt được") L("Đủ máy.")
				 L("Bảng 2. Máy tính của trường")
					 TBL(ROW2("Phòng", "Máy")
						     ROW2("Tin học", "30"))),
	       "done=Đủ máy.", "the title of a table");
	is_str(read_body(L("4. Đề xuất, kiến nghị")
				 L("- Với địa phương: cấp thêm 5 máy.")
					 L("Sông Xanh, ngày 5/6/2023") L("HT")
						 L("Lê Văn Xanh")),
	       "local=cấp thêm 5 máy.", "a day and a title");
	is_str(read_body(L("C.2. Dạy, học, kiểm tra, đánh giá") L(
		       "Kho học liệu trực tuyến:") L("Đủ 12 lớp.")
				 L("C.3. Hạ tầng") L("Mới sửa 5 phòng.")),
	       "store=Đủ 12 lớp.", "a number that begins with its part");
}

static void test_only(void)
{
	is_str(read_body(L("2. Tiếp tục triển khai phần mềm quản trị: trường "
			   "đã dùng đủ 24 lớp.")),
	       "books=trường đã dùng đủ 24 lớp.",
	       "behind the title of its part");
	is_str(read_body(L("2. Tiếp tục triển khai phần mềm quản trị")
				 L("Trường đã dùng đủ 24 lớp.")),
	       "books=Trường đã dùng đủ 24 lớp.", "below it");
	is_str(read_body(TEACH L("Trường dùng K12.") L("a) Kho học liệu trực "
						       "tuyến: đủ 12 lớp.")),
	       "lms=Trường dùng K12. store=đủ 12 lớp.",
	       "the first of several, before the second");
	is_str(read_body(TEACH L("Kết quả: đã dùng K12.") L("Lớp 9 học thêm.")
				 L("a) Kho học liệu trực "
				   "tuyến: đủ 12 lớp.")),
	       "lms=đã dùng K12.|Lớp 9 học thêm. store=đủ 12 lớp.",
	       "a word of the answer's own");
	is_str(read_body(TEACH L("Việc khác của nhà trường: đã xong.")
				 L("a) Kho học liệu trực tuyến: đủ 12 lớp.")),
	       "store=đủ 12 lớp.", "something else is told there");
}

/* What stands between a lead and its answer. */
static void test_between(void)
{
	is_str(read_body(L("2. Tiếp tục triển khai phần mềm quản trị")
				 L("a) Triển khai hồ sơ điện tử:")
					 L("Hồ sơ điện tử, sổ điểm điện tử")
						 L("Đã dùng ở 24 lớp.")),
	       "books=Đã dùng ở 24 lớp.", "the rest of the question");
	is_str(read_body(TEACH L("- Các nền tảng dạy và học trực tuyến:")
				 L("Tình hình chung:") L("Dùng K12.")),
	       "lms=Tình hình chung:|Dùng K12.", "a lead of the answer's");
}

static void test_below(void)
{
	is_str(read_body(TBL(ROW2("Kết quả đạt được", "Kho học liệu trực tuyến")
				     ROW2("Đủ máy cho cả trường học.",
					  "Có 120 bài, đã duyệt 100 bài."))),
	       "done=Đủ máy cho cả trường học. store=Có 120 bài, đã duyệt 100 "
	       "bài.",
	       "answers below their questions");
	is_str(read_body(TBL(ROW2("Kết quả đạt được", "Đủ máy cho cả trường.")
				     ROW2("Kho học liệu trực tuyến",
					  "Có 120 bài, đã duyệt 100 bài."))),
	       "done=Đủ máy cho cả trường. store=Có 120 bài, đã duyệt 100 bài.",
	       "answers beside them");
}

static void test_sentences(void)
{
	is_str(read_body(STAFF L("Đã mở 2 lớp bồi dưỡng năng lực số. Mọi thầy "
				 "cô đều có tài khoản tự bồi dưỡng.")),
	       "train=Đã mở 2 lớp bồi dưỡng năng lực số. account=Mọi thầy cô "
	       "đều có tài khoản tự bồi dưỡng.",
	       "a sentence for each question");
	is_str(read_body(STAFF L("Mọi thầy cô đều có tài khoản tự bồi dưỡng. "
				 "Đã mở 2 lớp bồi dưỡng năng lực số.")),
	       "", "in another order: nobody's");
	is_str(read_body(STAFF L("Đã mở 2 lớp. Có 40 người học. Hai thầy đạt "
				 "giải. Có tài khoản đủ.")),
	       "", "more sentences than questions");
}

static void test_prose(void)
{
	is_str(read_body(STAFF L("Trong năm đã mở 2 lớp bồi dưỡng năng lực số "
				 "cho toàn thể thầy cô.")
				 L("Lớp học vào buổi tối, kéo dài trong ba "
				   "tuần.")
					 L("Mọi người có hồ sơ và tài khoản tự "
					   "bồi dưỡng, dùng thường xuyên.")),
	       "train=Trong năm đã mở 2 lớp bồi dưỡng năng lực số cho toàn thể "
	       "thầy cô.|Lớp học vào buổi tối, kéo dài trong ba tuần. "
	       "account=Mọi người có hồ sơ và tài khoản tự bồi dưỡng, dùng "
	       "thường xuyên.",
	       "paragraphs below one heading");
	is_str(read_body(TEACH L("Khó khăn, nguyên nhân và giải pháp:")
				 L("- Máy cũ.") L("- Mạng yếu.")),
	       "bad1=- Máy cũ.|- Mạng yếu.", "a list keeps its bullets");
}

static void test_rows(void)
{
	is_str(read_body(L("4. Đề xuất, kiến nghị")
				 L("- Với các Bộ, ngành: Bộ Tài chính: nâng "
				   "định mức.") L("- Với địa phương: không.")),
	       "bo_ten#1=Bộ Tài chính bo_kn#1=nâng định mức. local=không.",
	       "a row behind the words that lead to it");
	is_str(read_body(L("4. Đề xuất, kiến nghị") L("- Bộ, ngành khác:") L(
		       "+ Đối với Bộ Y tế:") L("Cấp thuốc.") L("Cấp máy: đủ.")
				 L("+ Với Bộ Nội vụ:") L("Thêm biên chế.")
					 L("- Địa "
					   "phương: "
					   "không.")),
	       "bo_ten#1=Bộ Y tế bo_kn#1=Cấp thuốc.|Cấp máy: đủ. "
	       "bo_ten#2=Bộ Nội vụ bo_kn#2=Thêm biên chế. local=không.",
	       "rows behind a lead in other words, their names alone");
	is_str(read_body(L("4. Đề xuất, kiến nghị") TBL(
		       ROW2("Nơi nhận", "Kiến nghị") ROW2("Thủ tướng Chính phủ",
							  "Có chính sách mới.")
			       ROW2("Bộ Y tế", "Cấp thuốc cho trường.")
				       ROW2("Địa phương", "Bố trí thêm đất."))),
	       "pm=Có chính sách mới. bo_ten#1=Bộ Y tế bo_kn#1=Cấp thuốc cho "
	       "trường. local=Bố trí thêm đất.",
	       "a row of a table between other questions");
	is_str(read_body(L("4. Đề xuất, kiến nghị") TBL(
		       ROW2("Thủ tướng Chính phủ", "Có chính sách mới.") ROW2(
			       "Với các Bộ, ngành khác",
			       "") ROW2("Đối với Bộ Y tế", "Đề nghị cấp thuốc.")
			       ROW2("Bộ Nội vụ", "Thêm người.")) L("Nơi nhận")),
	       "pm=Có chính sách mới. bo_ten#1=Bộ Y tế bo_kn#1=Đề nghị cấp thuốc. "
	       "bo_ten#2=Bộ Nội vụ bo_kn#2=Thêm người.",
	       "rows up to the end of the table, their words whole");
}

int main(void)
{
	if (!kit_open(&form, asked_form, "hoi.xml"))
		return done_testing();
	test_words();
	test_around();
	test_halves();
	test_strays();
	test_begins();
	test_ends();
	test_only();
	test_between();
	test_below();
	test_sentences();
	test_prose();
	test_rows();
	vb_form_free(form);
	return done_testing();
}
