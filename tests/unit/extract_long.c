/*
 * Long answers and choices where a hand laid them out its own way
 * (src/extract/anchor_long.c, anchor_inline.c, anchor_choice.c): hints left in,
 * cells beside, several leads in a paragraph. Long answers are shown with "|"
 * between their paragraphs.
 */
#include "extract_kit.h"

static const char long_form[] =
	"<form xmlns='urn:vanban:form:1' id='dai' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Công tác lãnh đạo, chỉ đạo'>"
	"<hint>Mục này đánh giá kết quả công tác lãnh đạo, chỉ đạo của đơn vị. "
	"Đề nghị nêu rõ các văn bản đã ban hành.</hint>"
	"<longtext id='lead' label='Công tác lãnh đạo, chỉ đạo'/></section>"
	"<section title='Kết quả triển khai'>"
	"<line mark='-'>Trang bị máy tính học môn tin học: "
	"<longtext id='pc' label='Máy tính học môn tin học'/></line>"
	"<line mark='-'>Kho học liệu trực tuyến: "
	"<longtext id='store' label='Kho học liệu trực tuyến'/></line>"
	"<line mark='-'>Khó khăn, vướng mắc và giải pháp: "
	"<longtext id='issues' label='Khó khăn, vướng mắc'/></line>"
	"<line mark='-'>Số giáo viên có máy tính: <count id='gv' "
	"unit='giáo viên' label='Số giáo viên có máy tính'/> giáo viên.</line>"
	"</section><section title='Mục tiêu'><table><columns>"
	"<column width='50'/><column width='50'/></columns><header><row>"
	"<cell>Mục tiêu</cell><cell>Kết quả</cell></row></header>"
	"<row><cell>Tiếp cận giáo dục trực tuyến</cell><cell><line>"
	"<choice id='c1' label='Mục tiêu tiếp cận giáo dục trực tuyến'>"
	"<option value='dat'>Đạt</option>"
	"<option value='khong'>Không đạt</option></choice></line>"
	"<line><text id='n1'/></line></cell></row>"
	"<row><cell>Quản trị nhà trường bằng dữ liệu</cell><cell><line>"
	"<choice id='c2' label='Mục tiêu quản trị nhà trường'>"
	"<option value='dat'>Đạt</option>"
	"<option value='khong'>Không đạt</option></choice></line>"
	"<line><text id='n2'/></line></cell></row>"
	"<row><cell>Nền tảng dạy học là sản phẩm trong nước</cell><cell><line>"
	"<choice id='c3' label='Mục tiêu nền tảng dạy học'>"
	"<option value='dat'>Đạt</option>"
	"<option value='khong'>Không đạt</option></choice></line>"
	"<line><text id='n3'/></line></cell></row>"
	"<row><cell>Quy mô nội dung trực tuyến</cell><cell><line>"
	"<choice id='c4' label='Mục tiêu quy mô'>"
	"<option value='dat'>Đạt</option>"
	"<option value='khong'>Không đạt</option></choice></line>"
	"<line><text id='n4'/></line></cell></row>"
	"</table></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_line(form, body);
}

#define BR     "<w:r><w:br/></w:r>"
#define B(t)   "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" t "</w:t></w:r></w:p>"
#define LEAD   L("I. Công tác lãnh đạo, chỉ đạo")
#define RESULT L("II. Kết quả triển khai")

static void test_hints(void)
{
	is_str(read_body(LEAD L("Mục này đánh giá kết quả công tác lãnh đạo, "
				"chỉ đạo của đơn vị. Đề nghị nêu rõ các văn "
				"bản đã ban hành.") L("Ban hành 3 kế hoạch.")
				 RESULT),
	       "lead=Ban hành 3 kế hoạch.", "a hint left whole");
	is_str(read_body(LEAD L("Mục này đánh giá kết quả công tác lãnh đạo, "
				"chỉ đạo của đơn vị.") L("Ban hành 3 kế hoạch.")
				 RESULT),
	       "lead=Ban hành 3 kế hoạch.", "its first sentence");
	is_str(read_body(LEAD L("Mục này đánh giá kết quả công tác lãnh đạo, "
				"chỉ đạo của đơn vị. Ban hành 3 kế hoạch.")
				 RESULT),
	       "lead=Ban hành 3 kế hoạch.", "before the answer");
	is_str(read_body(LEAD L("Đơn vị đánh giá kết quả chỉ đạo hằng quý.")
				 RESULT),
	       "lead=Đơn vị đánh giá kết quả chỉ đạo hằng quý.",
	       "words that are a hint's too");
}

static void test_parts(void)
{
	is_str(read_body(L("PHẦN THỨ NHẤT: CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
				 L("Ban hành 3 kế hoạch.") L(
					 "PHẦN THỨ HAI: KẾT QUẢ TRIỂN KHAI")
					 L("Trang bị máy tính học môn tin học: "
					   "mua mới 30 máy.")),
	       "lead=Ban hành 3 kế hoạch. pc=mua mới 30 máy.",
	       "ordinals in words");
	is_str(read_body(L("Phần I: Công tác lãnh đạo, chỉ đạo") L(
		       "Ban hành 3 kế hoạch.") L("Phần II: Nhiệm vụ của phòng")
				 L("Phòng đã kiểm tra.")),
	       "lead=Ban hành 3 kế hoạch.", "a part of the hand's own");
	is_str(read_body(LEAD L("Ban hành 3 kế hoạch.") TBL(
		       TR(C("") TC(L("Sông Xanh, ngày 20 tháng 11 năm 2024")
					   L("HIỆU TRƯỞNG"))))),
	       "lead=Ban hành 3 kế hoạch.", "a day over the signature");
	is_str(read_body(LEAD L("=&gt; Ban hành 3 kế hoạch.") RESULT),
	       "lead=Ban hành 3 kế hoạch.", "an arrow before it");
	is_str(read_body(LEAD L("→ Ban hành 3 kế hoạch.") L("→ Giao hai tổ.")
				 RESULT),
	       "lead=→ Ban hành 3 kế hoạch.|→ Giao hai tổ.",
	       "... before each of several");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:")
				 L("Khó khăn, vướng mắc: máy cũ.")),
	       "issues=máy cũ.", "a label that says the question again");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:")
				 L("Khó khăn, vướng mắc: máy cũ. Giải pháp: "
				   "mua mới.")),
	       "issues=Khó khăn, vướng mắc: máy cũ. Giải pháp: mua mới.",
	       "one of two labels");
	is_str(read_body(LEAD L("Phân công hai tổ, ban hành 3 kế hoạch.")
				 RESULT),
	       "lead=Phân công hai tổ, ban hành 3 kế hoạch.", "no part");
	is_str(read_body(LEAD L("Ban hành 3 kế hoạch.")
				 L("        Phần mềm đã dùng ở 12 lớp.")
					 L("Phần 2 “Giải pháp” đã xong.")),
	       "lead=Ban hành 3 kế hoạch.|Phần mềm đã dùng ở 12 "
	       "lớp.|Phần 2 “Giải pháp” đã xong.",
	       "sentences that begin like one");
}

#define BOLD(t) "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" t "</w:t></w:r></w:p>"
#define LEVEL(t)                                                    \
	"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>" t \
	"</w:t></w:r></w:p>"
#define DONE L("Ban hành 3 kế hoạch.")

/* Headings of a page's own, which end answers. */
static void test_headings(void)
{
	is_str(read_body(L("1- Công tác lãnh đạo, chỉ đạo")
				 DONE L("2- Phong trào thi đua") L("Sôi nổi.")),
	       "lead=Ban hành 3 kế hoạch.", "numbers with a dash");
	is_str(read_body(
		       BOLD("Công tác lãnh đạo, chỉ đạo") DONE BOLD(
			       "Phong trào thi đua")
			       L("Phong trào thi đua lập thành tích chào mừng "
				 "các ngày lễ lớn trong năm đã diễn ra sôi "
				 "nổi ở tất cả các tổ chuyên môn.")),
	       "lead=Ban hành 3 kế hoạch.", "bold letters");
	is_str(read_body(LEVEL("Công tác lãnh đạo, chỉ đạo") DONE LEVEL(
		       "Phong trào thi đua") L("Sôi nổi.")),
	       "lead=Ban hành 3 kế hoạch.", "levels of the outline");
	is_str(read_body(L("Công tác lãnh đạo, chỉ đạo")
				 DONE L("Phong trào thi đua") L("Sôi nổi.")),
	       "lead=Ban hành 3 kế hoạch.|Phong trào thi đua|Sôi nổi.",
	       "nothing marks a heading");
	is_str(read_body(L("1. Công tác lãnh đạo, chỉ đạo")
				 DONE BOLD("Phong trào thi đua") L("Sôi nổi.")),
	       "lead=Ban hành 3 kế hoạch.|Phong trào thi đua|Sôi nổi.",
	       "a bold one below a number is the answer's");
	is_str(read_body(BOLD("Công tác lãnh đạo, chỉ đạo") BOLD(
		       "Ban hành 3 kế hoạch.") BOLD("Phong trào thi đua")
				 BOLD("Sôi nổi.")),
	       "lead=Ban hành 3 kế hoạch.|Phong trào thi đua|Sôi nổi.",
	       "of a page all bold, none");
}

static void test_rests(void)
{
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến hiện có: đủ các "
				  "khối lớp.")),
	       "store=đủ các khối lớp.", "words of the hand's in a lead");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: gồm có: sách, "
				  "phim.")),
	       "store=gồm có: sách, phim.", "a colon of the answer's own");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến:tiểu học: đủ.")),
	       "store=tiểu học: đủ.", "no space behind that of the lead");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: đủ các lớp."
				  "\xe2\x80\xa6\xe2\x80\xa6\xe2\x80\xa6")),
	       "store=đủ các lớp.", "what is left of the leader behind it");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: sách, phim"
				  "\xe2\x80\xa6")),
	       "store=sách, phim\xe2\x80\xa6", "one sign is the writer's");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: \xe2\x80\xa6"
				  "sách, phim\xe2\x80\xa6")),
	       "store=sách, phim", "but not with one before");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến:")
				 L("Trả lời: sách, phim.")),
	       "store=sách, phim.", "'Trả lời:' before an answer");
	is_str(read_body(RESULT P(R(
		       "(1) Trang bị máy tính học môn tin học:") BR R("45 máy.")
					  BR R("(2) Kho học liệu trực "
					       "tuyến:") BR R("Sách, phim."))),
	       "pc=45 máy. store=Sách, phim.",
	       "lines of one paragraph, with the numbers they begin with");
}

static void test_cells(void)
{
	is_str(read_body(RESULT TBL(
		       ROW3("Nội dung", "Kết quả", "Ghi chú") ROW3(
			       "Trang bị máy tính học môn tin học",
			       "2 phòng, 72 máy tính còn dùng tốt.",
			       "Máy chiếu cũ, cần thay mới.")
			       ROW3("Kho học liệu trực tuyến",
				    "Có 268 học liệu số đã thẩm định.", ""))),
	       "pc=2 phòng, 72 máy tính còn dùng tốt. store=Có 268 học liệu số "
	       "đã thẩm định.",
	       "an answer ends with its cell");
	is_str(read_body(
		       RESULT L("- Trang bị máy tính học môn tin học: 2 phòng "
				"máy, 72 máy tính.")
			       TBL(ROW2("Nội dung", "Số lượng") ROW2("Số giáo "
								     "viên có "
								     "máy "
								     "tính",
								     "45"))),
	       "pc=2 phòng máy, 72 máy tính. gv=45",
	       "a table of figures is none of it");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến:") L(
		       "Có 30 bài giảng.")
				 TBL(ROW2("Môn", "Số bài") ROW2("Toán", "20"))
					 L("Đã thẩm định cả.")),
	       "store=Có 30 bài giảng.|Đã thẩm định cả.",
	       "nor is any table among its paragraphs");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: Có 30 bài giảng.")
				 L("Số giáo viên như sau:")
					 L("- Số giáo viên có máy tính: 45 "
					   "giáo viên.")),
	       "store=Có 30 bài giảng. gv=45",
	       "words that lead to the figures below are none of it");
}

static void test_inline(void)
{
	is_str(read_body(RESULT L(
		       "Trang bị máy tính học môn tin học: 2 phòng, 72 máy. Kho "
		       "học liệu trực tuyến: đã thẩm định 204 học liệu. Khó "
		       "khăn, vướng mắc và giải pháp: mạng yếu; đã lắp thêm 2 "
		       "đường truyền.")),
	       "pc=2 phòng, 72 máy. store=đã thẩm định 204 học liệu. "
	       "issues=mạng yếu; đã lắp thêm 2 đường truyền.",
	       "several leads in a paragraph");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp: thiếu "
				  "giáo viên; giải pháp: dạy liên trường.")),
	       "issues=thiếu giáo viên; giải pháp: dạy liên trường.",
	       "a lead of the answer's own");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: 76 video. Tiểu "
				  "học: 512 bài; THCS: 498 bài.")),
	       "store=76 video. Tiểu học: 512 bài; THCS: 498 bài.",
	       "leads to nothing that is asked");
}

static void test_choices(void)
{
	is_str(read_body(L("III. Mục tiêu") TBL(
		       ROW4("TT", "Mục tiêu", "Kết quả", "Ghi chú")
			       ROW4("1", "Tiếp cận giáo dục trực tuyến",
				    "Không đạt", "thiếu 2 máy")
				       ROW4("2",
					    "Quản trị nhà trường bằng dữ "
					    "liệu",
					    "Đạt", ""))),
	       "c1=khong n1=thiếu 2 máy c2=dat",
	       "notes in a column of their own");
	is_str(read_body(
		       L("III. Mục tiêu") L("- Tiếp cận giáo dục trực tuyến: "
					    "Không đạt (còn thiếu 2 máy)")
			       L("- Quản trị nhà trường bằng dữ liệu: Đạt. Đã "
				 "dùng phần mềm.")),
	       "c1=khong n1=còn thiếu 2 máy c2=dat n2=Đã dùng phần mềm",
	       "notes behind options");
	is_str(read_body(L("III. Mục tiêu") TBL(
		       ROW3("Tự xếp", "Việc phải làm", "Vì sao") ROW3(
			       "Không đạt", "Tiếp cận giáo dục trực tuyến",
			       "thiếu máy")
			       ROW3("Đạt", "Quản trị nhà trường bằng dữ liệu",
				    "đã xong"))),
	       "c1=khong n1=thiếu máy c2=dat n2=đã xong",
	       "options before what they are of");
	is_str(read_body(L("III. Mục tiêu")
				 L("- Tiếp cận giáo dục trực tuyến: Đạt 3 giải "
				   "cấp tỉnh")),
	       "", "a sentence is no option");
}

/* Goals of a list, each with how far it is in words of a hand's own. */
#define GOALS(first, second)                        \
	L("III. Mục tiêu")                          \
	L("- Tiếp cận giáo dục trực tuyến: " first) \
	L("- Quản trị nhà trường bằng dữ liệu: " second)

static void test_verdicts(void)
{
	is_str(read_body(GOALS("Đã đạt", "Chưa hoàn thành")), "c1=dat c2=khong",
	       "what is done, in other words");
	is_str(read_body(GOALS("ĐẠT YÊU CẦU", "hoàn thành")), "c1=dat c2=dat",
	       "what was aimed at");
	is_str(read_body(GOALS("Hoàn thành trong năm 2025", "Đạt")), "c2=dat",
	       "what will be is not done");
	is_str(read_body(GOALS("Đạt: đủ máy", "Chưa đạt - thiếu máy")),
	       "c1=dat n1=đủ máy c2=khong n2=thiếu máy",
	       "notes behind other signs");
	is_str(read_body(L("III. Mục tiêu")
				 L("- Tiếp cận giáo dục trực tuyến (đã đạt)")
					 L("2. Quản trị nhà trường bằng dữ "
					   "liệu. Kết quả: Không đạt")),
	       "c1=dat c2=khong", "at the end of a goal");
	is_str(read_body(L("III. Mục tiêu") L("1. Tiếp cận giáo dục trực tuyến")
				 L("+ Mọi trường có mạng.") L("+ Kết quả: Đạt")
					 L("2. Quản trị nhà trường "
					   "bằng dữ liệu") L("+ Kết quả: Chưa "
							     "đạt")),
	       "c1=dat c2=khong", "below a goal");
	is_str(read_body(L("III. Mục tiêu") TBL(
		       ROW3("Mục tiêu", "Đánh giá", "Kết quả, ghi chú")
			       ROW3("Tiếp cận giáo dục trực tuyến", "Không đạt",
				    "Hoàn thành trong năm 2025")
				       ROW3("Quản trị nhà trường bằng dữ liệu",
					    "Đạt", ""))),
	       "c1=khong n1=Hoàn thành trong năm 2025 c2=dat",
	       "a head that is like the one over the notes");
}

#define HEADS	     ROW3("Việc phải làm", "Đạt", "Không đạt")
#define GO_ON(a, b)  ROW3("Tiếp cận giáo dục trực tuyến", a, b)
#define MANAGE(a, b) ROW3("Quản trị nhà trường bằng dữ liệu", a, b)

static void test_ticks(void)
{
	is_str(read_body(L("III. Mục tiêu")
				 TBL(HEADS GO_ON("", "√") MANAGE("✓", ""))),
	       "c1=khong c2=dat", "below the words of an option");
	is_str(read_body(L("III. Mục tiêu")
				 TBL(HEADS GO_ON("x", "x") MANAGE("X", ""))),
	       "c2=dat", "two in a row tell nothing");
	is_str(read_body(L("III. Mục tiêu")
				 TBL(ROW3("Việc phải làm", "Quý I", "Quý II")
					     GO_ON("", "x") MANAGE("x", ""))),
	       "", "below other words");
	is_str(read_body(L("III. Mục tiêu") TBL(
		       ROW4("Việc phải làm", "Đạt", "Không đạt", "Ghi chú")
			       ROW4("Tiếp cận giáo dục trực tuyến", "", "x",
				    "Đạt một phần")
				       ROW4("Quản trị nhà trường bằng dữ liệu",
					    "x", "", "Đạt"))),
	       "c1=khong c2=dat", "a remark beside it");
	is_str(read_body(L("III. Mục tiêu") TBL(
		       ROW3("Việc phải làm", "Tự xếp", "Dấu") GO_ON("Đạt", "x")
			       MANAGE("Không đạt", "x"))),
	       "c1=dat n1=x c2=khong n2=x", "options of rows are no heads");
}

/* A line of the answer that says words of the question again. */
static void test_lines(void)
{
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến:")
				 L("Nhà trường đưa vào kho học liệu trực tuyến "
				   "của huyện 30 bài.")),
	       "store=Nhà trường đưa vào kho học liệu trực tuyến của huyện 30 "
	       "bài.",
	       "in the middle of its first sentence");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:")
				 L("+ Khó khăn: mạng yếu.")
					 L("+ Giải pháp: thuê thêm đường "
					   "truyền.")),
	       "issues=+ Khó khăn: mạng yếu.|+ Giải pháp: thuê thêm đường "
	       "truyền.",
	       "with a mark of its own");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến:") L("Cụ thể:")
				 L("Có 30 bài giảng.")),
	       "store=Cụ thể:|Có 30 bài giảng.", "words that lead on");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:")
				 L("Khó khăn:") L("Mạng yếu.") L("Giải pháp:")
					 L("Thuê thêm.")),
	       "issues=Khó khăn:|Mạng yếu.|Giải pháp:|Thuê thêm.",
	       "one of several");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến:") L("Có 30 bài.")
				 L("Kho học liệu: thêm 20 bài trực "
				   "tuyến.")),
	       "store=Có 30 bài.|Kho học liệu: thêm 20 bài trực tuyến.",
	       "below the question itself");
}

/* The words of the question, and no colon. */
static void test_openings(void)
{
	is_str(read_body(RESULT L("- Máy tính học môn tin học: 45 máy.")
				 L("(2) Về kho học liệu trực tuyến, nhà trường "
				   "đã có 30 bài giảng.")),
	       "pc=45 máy. store=Về kho học liệu trực tuyến, nhà trường đã có "
	       "30 bài giảng.",
	       "a sentence that goes on behind a comma");
	is_str(read_body(RESULT L("- Máy tính học môn tin học: 45 máy.")
				 L("Kho học liệu trực tuyến. Có 30 bài.")
					 L("Khó khăn, vướng mắc và giải pháp - "
					   "Mạng yếu.")),
	       "pc=45 máy. store=Có 30 bài. issues=Mạng yếu.",
	       "behind a full stop, and a dash");
}

/* A page of its own in the cells of a table. */
static void test_layout(void)
{
	is_str(read_body(TBL(TR(C("I. Chỉ đạo") TC(
		       L("Công tác lãnh đạo, chỉ đạo:") L("Có kế hoạch năm.")
			       L("Máy tính học môn tin học:") L("Hai phòng.")))
				     TR(C("II. Kết quả") TC(
					     L("Kho học liệu trực tuyến:") L(
						     "Có 30 bài.")
						     L("Khó khăn, vướng "
						       "mắc:") L("Thiếu "
								 "máy."))))),
	       "lead=Có kế hoạch năm. pc=Hai phòng. store=Có 30 bài. "
	       "issues=Thiếu máy.",
	       "questions and answers below one another in cells");
}

static void test_named(void)
{
	is_str(read_body(LEAD L("Có kế hoạch năm.") L("a.1. Kho học liệu")
				 L("Có 30 bài giảng, tổ chuyên môn duyệt.")),
	       "lead=Có kế hoạch năm. store=Có 30 bài giảng, tổ chuyên môn "
	       "duyệt.",
	       "a.1. numbers a part, a short heading names the question");
	is_str(read_body(LEAD L("Có kế hoạch năm.")
				 RESULT L("- Khó khăn, vướng mắc:")
					 L("Bấm hoặc gõ nhẹ vào đây để nhập "
					   "văn bản.")),
	       "lead=Có kế hoạch năm.", "what Word prompts with");
	is_str(read_body(RESULT L("Kho học liệu trực tuyến của trường có 30 "
				  "bài giảng.")),
	       "store=Kho học liệu trực tuyến của trường có 30 bài giảng.",
	       "a sentence that goes on with the question's words");
}

/* What a hand left of the outline around an answer. */
static void test_left(void)
{
	is_str(read_body(LEAD L("......Có kế hoạch năm. Đã duyệt......... ")),
	       "lead=Có kế hoạch năm. Đã duyệt.", "dots of the leader");
	is_str(read_body(LEAD L("Có kế hoạch năm, quy chế...")),
	       "lead=Có kế hoạch năm, quy chế...", "dots of the sentence");
	is_str(read_body(LEAD L("Có kế hoạch năm ..")), "lead=Có kế hoạch năm",
	       "dots apart");
}

/* Sentences that announce what follows are of the answer; one that ends the
 * report is not; a line that is a little like a question of another part ends
 * none. */
static void test_sentences(void)
{
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:")
				 L("Nhà trường có một số khó khăn, vướng mắc:")
					 L("- Thiếu phòng máy.")),
	       "issues=Nhà trường có một số khó khăn, vướng mắc:|- Thiếu phòng "
	       "máy.",
	       "a sentence that announces the answer");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:")
				 L("Cụ thể như sau:") L("- Thiếu phòng máy.")
					 L("- Thiếu giáo viên.")),
	       "issues=Cụ thể như sau:|- Thiếu phòng máy.|- Thiếu giáo viên.",
	       "so does one that says no more");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:") L(
		       "Thiếu phòng máy.") L("Trường THCS An Bình kính báo cáo "
					     "Sở Giáo dục và Đào tạo./.")),
	       "issues=Thiếu phòng máy.", "what closes the report");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:") L(
		       "Thiếu phòng máy.") L("Trường THCS An Bình kính báo "
					     "cáo./.")),
	       "issues=Thiếu phòng máy.", "... to nobody");
}

/* anchor_end.c, anchor_heading.c, anchor_long.c, anchor_tail.c */
static void test_ends(void)
{
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: có 96 bài.") L(
		       "Học sinh học bù bằng bài giảng ghi sẵn.")
				 TBL(ROW2("Nội dung", "Số lượng") ROW2(
					 "Số giáo viên có máy tính", "20"))),
	       "store=có 96 bài.|Học sinh học bù bằng bài giảng ghi sẵn. gv=20",
	       "\"bằng\" leads to no table");
	is_str(read_body(RESULT L("- Kho học liệu trực tuyến: có 96 bài.") L(
		       "Số liệu nêu tại bảng sau.")
				 TBL(ROW2("Nội dung", "Số lượng") ROW2(
					 "Số giáo viên có máy tính", "20"))),
	       "store=có 96 bài. gv=20", "\"bảng\" does");
	is_str(read_body(RESULT L("3. Khó khăn, vướng mắc và giải pháp:") L(
		       "Trong quá trình triển khai, đơn vị còn gặp một số khó "
		       "khăn như:") L("- Máy cũ, hay hỏng.")
				 L("- Đường truyền yếu.")),
	       "issues=Trong quá trình triển khai, đơn vị còn gặp một số khó "
	       "khăn như:|- Máy cũ, hay hỏng.|- Đường truyền yếu.",
	       "a heading with a colon, and words that lead the answer in");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp: Máy cũ, "
				  "hay hỏng.") L("HT Tô Văn Bản (đã ký)")),
	       "issues=Máy cũ, hay hỏng.", "a name that has signed");
}

/* A question that was left blank is no answer, whatever a hand put to it. */
static void test_blank(void)
{
	is_str(read_body(LEAD L("........") RESULT), "", "dots");
	is_str(read_body(L("I. Công tác lãnh đạo, chỉ đạo của nhà trường")
				 L("........") RESULT),
	       "", "dots below a title that has more words");
	is_str(read_body(L("I. Công tác lãnh đạo, chỉ đạo của nhà trường:")
				 RESULT),
	       "", "nothing below it");
}

/* Leads of an answer's own, in bold letters as the titles are. */
static void test_own_leads(void)
{
	is_str(read_body(B("Công tác lãnh đạo, chỉ đạo:") B("Về văn bản:") L(
		       "- Ban hành 3 kế hoạch.") B("Về kiểm tra:")
				 L("- Kiểm tra 2 đợt.") B("Kết quả triển "
							  "khai:")),
	       "lead=Về văn bản:|- Ban hành 3 kế hoạch.|Về kiểm tra:|- Kiểm "
	       "tra 2 đợt.",
	       "they end no part");
	is_str(read_body(RESULT B("Khó khăn, vướng mắc và giải pháp:")
				 B("Khó khăn:") L("- Thiếu phòng máy.")
					 B("Giải pháp:") L("- Mua thêm.")),
	       "issues=Khó khăn:|- Thiếu phòng máy.|Giải pháp:|- Mua thêm.",
	       "nor where the question has their words");
}

static void test_rewordings(void)
{
	is_str(read_body(L("I. Chỉ đạo, lãnh đạo công tác") L("Họp mỗi tháng.")
				 RESULT),
	       "lead=Họp mỗi tháng.",
	       "the words of a heading in another order");
	is_str(read_body(LEAD L("Kết quả chung của đơn vị: họp mỗi tháng.")
				 RESULT L("- Kho học liệu trực tuyến – chưa "
					  "xây dựng được kho riêng.")
					 L("- Khó khăn, vướng mắc và giải pháp "
					   "– thiếu máy, đã mua thêm.")),
	       "lead=Kết quả chung của đơn vị: họp mỗi tháng. store=chưa xây "
	       "dựng được kho riêng. issues=thiếu máy, đã mua thêm.",
	       "a dash in the place of a colon");
	is_str(read_body(RESULT TBL(
		       ROW2("Trang bị máy tính học môn tin học (cấp THPT)",
			    "05 phòng máy, 210 máy tính.")
			       ROW2("Kho học liệu trực tuyến", "Chưa có kho "
							       "riêng."))),
	       "pc=05 phòng máy, 210 máy tính. store=Chưa có kho riêng.",
	       "what closes the bracket of a question");
	is_str(read_body(RESULT TBL(
		       ROW2("Kho học liệu trực tuyến", "Chưa có kho riêng.") TR(
			       C("Khó khăn, vướng mắc và giải pháp") "<w:tc>" L(
				       "Khó khăn, vướng mắc: thiếu máy.")
				       L("Giải pháp: mua thêm.") "</w:tc>"))),
	       "store=Chưa có kho riêng. issues=Khó khăn, vướng mắc: thiếu "
	       "máy.|Giải pháp: mua thêm.",
	       "leads within the cell of an answer");
}

/* Words of all of the form's table stand in a report in cells too. */
static void test_reports_in_cells(void)
{
	is_str(read_body(RESULT TBL(ROW2("Mục tiêu", "Kết quả") ROW2(
		       "Trang bị máy tính học môn tin học",
		       "Giáo viên tiếp cận giáo dục trực "
		       "tuyến bằng máy của trường.")
					    ROW2("Kho học liệu trực tuyến",
						 "Có kho riêng với 305 bài "
						 "giảng và quản trị viên."))),
	       "pc=Giáo viên tiếp cận giáo dục trực tuyến bằng máy của "
	       "trường. store=Có kho riêng với 305 bài giảng và quản trị viên.",
	       "a report in cells is no table of goals");
}

#define WIDE(t) "<w:tc><w:tcPr><w:gridSpan w:val='3'/></w:tcPr>" t "</w:tc>"

/* A row of the question, and one of its answer. */
static void test_rows_below(void)
{
	is_str(read_body(RESULT TBL(
		       ROW4("TT", "Nội dung", "Kết quả", "Ghi chú") TR(C(
			       "1") WIDE(L("Khó khăn, vướng mắc và giải pháp")))
			       TR(C("") WIDE(L("- Máy cũ.")
						     L("- Mạng yếu."))))),
	       "issues=- Máy cũ.|- Mạng yếu.", "merged cells of a row below");
	is_str(read_body(RESULT TBL(
		       ROW4("TT", "Nội dung", "Kết quả", "Ghi chú") TR(C(
			       "1") WIDE(L("Khó khăn, vướng mắc và giải pháp")))
			       TR(C("2") C("Việc khác") C("Xong.") C("")))),
	       "", "a row of another shape is none");
}

/* What asks the reader to go on is the report's end, no answer. */
static void test_pleas(void)
{
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:") L(
		       "Máy cũ.") L("Trường kính đề nghị Sở Giáo dục và "
				    "Đào tạo tổng hợp./.")),
	       "issues=Máy cũ.", "a plea to add up");
	is_str(read_body(RESULT L("- Khó khăn, vướng mắc và giải pháp:") L(
		       "Máy cũ.") L("Trường kính đề nghị Sở Giáo dục và "
				    "Đào tạo tổng hợp nhu cầu máy.")),
	       "issues=Máy cũ.|Trường kính đề nghị Sở Giáo dục và Đào tạo "
	       "tổng hợp nhu cầu máy.",
	       "... and what to add up");
}

int main(void)
{
	if (!kit_open(&form, long_form, "dai.xml"))
		return done_testing();
	test_hints();
	test_parts();
	test_headings();
	test_rests();
	test_cells();
	test_inline();
	test_choices();
	test_verdicts();
	test_ticks();
	test_lines();
	test_openings();
	test_layout();
	test_named();
	test_left();
	test_sentences();
	test_ends();
	test_blank();
	test_own_leads();
	test_rewordings();
	test_reports_in_cells();
	test_rows_below();
	test_pleas();
	vb_form_free(form);
	return done_testing();
}
