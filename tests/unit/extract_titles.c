/*
 * Titles and questions in few words of theirs, and leads of an answer's own
 * beside them (src/extract/anchor_place.c, anchor_cited.c, anchor_rank.c,
 * anchor_own.c, anchor_twins.c, anchor_only.c, anchor_question.c). Long answers
 * are shown with "|" between their paragraphs.
 */
#include "extract_kit.h"

static const char titles_form[] =
	"<form xmlns='urn:vanban:form:1' id='muc' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='MỘT SỐ NHIỆM VỤ TRỌNG TÂM'>"
	"<section title='Duy trì dạy học trực tuyến kết hợp dạy học trực tiếp'>"
	"<longtext id='situation' label='Tình hình dạy học trực tuyến'/>"
	"<section plain='true' title='Tổ chức hình thức dạy học trực tuyến "
	"theo quy định tại Thông tư số 09/2021/TT-BGDĐT ngày 30/3/2021 phù hợp "
	"với điều kiện của mỗi cơ sở giáo dục nhằm nâng cao chất lượng, hiệu "
	"quả dạy và học'>"
	"<line mark='-'>Các phương án đã thực hiện: "
	"<longtext id='options'/></line></section>"
	"<section plain='true' title='Sử dụng tối đa lợi ích của phần mềm quản "
	"lý học tập (LMS) trong kết nối và tổ chức các hoạt động giáo dục'>"
	"<longtext id='lms' label='Sử dụng phần mềm LMS'/></section>"
	"<section plain='true' title='Tiếp tục phát triển học liệu số: huy động "
	"giáo viên đóng góp học liệu số để chia sẻ dùng chung; phát huy vai trò "
	"của tổ chuyên môn trong đánh giá, lựa chọn học liệu số'>"
	"<longtext id='materials' label='Phát triển học liệu số'/></section>"
	"</section>"
	"<section title='Triển khai phần mềm quản trị trong nhà trường'>"
	"<section plain='true' title='Triển khai các ứng dụng hồ sơ điện tử "
	"gồm: sổ điểm điện tử, học bạ điện tử; ứng dụng kết nối, trao đổi thông "
	"tin giữa phụ huynh với nhà trường'>"
	"<longtext id='records' label='Các ứng dụng hồ sơ điện tử'/></section>"
	"</section>"
	"<section title='Hoàn thiện cơ sở dữ liệu về giáo dục'>"
	"<section plain='true' title='Tổ chức thực hiện báo cáo thống kê giáo "
	"dục định kỳ theo quy định tại Thông tư số 24/2018/TT-BGDĐT và báo cáo "
	"đột xuất theo yêu cầu của Bộ'>"
	"<line mark='-'>Những việc đã thực hiện: <longtext id='done'/></line>"
	"<line mark='-'>Số liệu: <longtext id='data' "
	"label='Số liệu báo cáo thống kê giáo dục'/></line>"
	"</section></section>"
	"<section title='Đối với nhà trường: phân công lãnh đạo phụ trách và "
	"viên chức công nghệ thông tin làm đầu mối triển khai nhiệm vụ'>"
	"<section plain='true' title='Kiện toàn tổ chức bộ máy phụ trách'>"
	"<line mark='-'>Ngày lập biên bản họp: <date id='staff'/></line>"
	"</section></section>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_line(form, body);
}

#define B(t)   "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" t "</w:t></w:r></w:p>"
#define PART   L("I. NHIỆM VỤ TRỌNG TÂM")
#define ONLINE L("1. Duy trì dạy học trực tuyến kết hợp dạy học trực tiếp")
#define DATA   L("3. Hoàn thiện cơ sở dữ liệu về giáo dục")
#define STATS  L("a) Về thực hiện báo cáo thống kê giáo dục định kỳ")

/* "Thực hiện Thông tư ...": the document that the title cites. */
static void test_cited(void)
{
	is_str(read_body(PART ONLINE L("Học sinh học trực tuyến tối thứ Ba.")
				 L("a) Thực hiện Thông tư 09/2021/TT-BGDĐT")
					 L("- Các phương án đã thực hiện:")
						 L("Giao bài qua nhóm Zalo.")),
	       "situation=Học sinh học trực tuyến tối thứ Ba. "
	       "options=Giao bài qua nhóm Zalo.",
	       "a title by what it cites");
	is_str(read_body(PART ONLINE L("Theo Thông tư 09/2021/TT-BGDĐT, trường "
				       "dạy trực tuyến tối thứ Ba.")),
	       "situation=Theo Thông tư 09/2021/TT-BGDĐT, trường dạy trực "
	       "tuyến tối thứ Ba.",
	       "a sentence that cites it is an answer's");
	is_str(read_body(PART ONLINE L("Học sinh học ngày 09/2021.")),
	       "situation=Học sinh học ngày 09/2021.", "a date cites nothing");
}

static void test_counted(void)
{
	is_str(read_body(PART ONLINE L("a) Thực hiện Thông tư 09/2021/TT-BGDĐT") L(
		       "- Những phương án dạy học trực tuyến đã thực hiện:")
				 L("Phương án 1: giao bài qua nhóm Zalo.")
					 L("Phương án 2: ôn tập buổi tối.")),
	       "options=Phương án 1: giao bài qua nhóm Zalo.|Phương án 2: ôn "
	       "tập buổi tối.",
	       "one of several is no question");
	is_str(read_body(
		       PART ONLINE L("a) Thực hiện Thông tư 09/2021/TT-BGDĐT")
			       L("Các phương án đã thực hiện") B("Phương án 1:")
				       L("- Giao bài qua nhóm Zalo.")
					       B("Phương án "
						 "2:") L("- Ôn tập buổi tối.")),
	       "options=Phương án 1:|- Giao bài qua nhóm Zalo.|Phương án 2:|"
	       "- Ôn tập buổi tối.",
	       "each on a line of its own");
}

static void test_leads(void)
{
	is_str(read_body(PART DATA STATS L("* Nội dung đã thực hiện:") B(
		       "Phân công:") L("+ Một cán bộ nhập liệu.")
				 B("Báo cáo định kỳ:") L("+ Nộp đủ biểu mẫu.")
					 L("* Số liệu báo cáo: "
					   "20 hồ sơ.")),
	       "done=Phân công:|+ Một cán bộ nhập liệu.|Báo cáo định kỳ:|+ Nộp "
	       "đủ biểu mẫu. data=20 hồ sơ.",
	       "a word or two are no long title's");
	is_str(read_body(PART DATA STATS L("- Các việc đã thực hiện:") L(
		       "Phân công: Trường rà soát chéo số liệu trước khi gửi.")
				 L("- Số liệu báo cáo: Quy mô: 20 hồ sơ.")),
	       "done=Phân công: Trường rà soát chéo số liệu trước khi gửi. "
	       "data=Quy mô: 20 hồ sơ.",
	       "words behind a lead are quoted");
	is_str(read_body(PART DATA STATS L("- Công việc đã thực hiện:")
				 L("Nộp đủ biểu mẫu.")
					 L("Thực hiện 07 báo cáo đột xuất theo "
					   "yêu cầu của Sở GDĐT.")),
	       "done=Nộp đủ biểu mẫu.|Thực hiện 07 báo cáo đột xuất theo yêu "
	       "cầu của Sở GDĐT.",
	       "a sentence is no title");
}

/* Leads whose words are the title's too. */
static void test_own(void)
{
	is_str(read_body(PART ONLINE L(
		       "c) Tiếp tục phát triển học liệu số: huy động giáo viên "
		       "đóng góp học liệu số để chia sẻ dùng chung; phát huy "
		       "vai trò của tổ chuyên môn trong đánh giá, lựa chọn học "
		       "liệu số") B("Đóng góp học liệu:")
				 L("- Có 05 bài giảng.")),
	       "materials=Đóng góp học liệu:|- Có 05 bài giảng.",
	       "behind the whole title");
	is_str(read_body(PART ONLINE L("c) Phát triển học liệu số") B(
		       "Đánh giá, lựa chọn:") L("- Chấm theo "
						"phiếu.") B("Nguồn tham khảo:")
				 L("- Kho học liệu của Bộ.")),
	       "materials=Đánh giá, lựa chọn:|- Chấm theo phiếu.|Nguồn tham "
	       "khảo:|- Kho học liệu của Bộ.",
	       "before others");
	is_str(read_body(PART ONLINE L(
		       "b) Sử dụng phần mềm quản lý học tập (LMS)")
				 L("Trường dùng LMS cho khối 9.")
					 L("c) Xây dựng kho bài giảng chung") L(
						 "Đánh giá, lựa chọn học liệu "
						 "số: chấm theo phiếu.")
						 L("Nguồn: Kho của Bộ.")),
	       "lms=Trường dùng LMS cho khối 9. materials=Đánh giá, lựa chọn "
	       "học liệu số: chấm theo phiếu.|Nguồn: Kho của Bộ.",
	       "below a heading that is counted like those beside it");
	is_str(read_body(
		       PART ONLINE L("a) Thực hiện Thông tư 09/2021/TT-BGDĐT")
			       L("b) Hoạt động giáo dục trên phần mềm quản lý")
				       B("Sử dụng:") L(
					       "- Khối 9 dùng hằng tuần.")
					       L("c) Phát triển học liệu số")
						       L("Có 05 bài giảng.")),
	       "lms=Sử dụng:|- Khối 9 dùng hằng tuần. materials=Có 05 bài "
	       "giảng.",
	       "a question in other words, between those beside it");
	is_str(read_body(PART L("2. Triển khai phần mềm quản trị") L(
		       "Học bạ điện tử: ký số ở khối 1.")
				 L("Liên lạc với phụ huynh: qua Zalo.") DATA),
	       "records=Học bạ điện tử: ký số ở khối 1.|Liên lạc với phụ "
	       "huynh: qua Zalo.",
	       "below the title of a part that asks for nothing else");
}

#define ASKED "Khó khăn, nguyên nhân và giải pháp thực hiện"

static const char twins_form[] =
	"<form xmlns='urn:vanban:form:1' id='bon' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Kết quả tăng cường hạ tầng kỹ thuật, thiết bị'>"
	"<line mark='-'>Mạng và đường truyền: <longtext id='net'/></line>"
	"<line mark='-'>" ASKED ": <longtext id='i1'/></line></section>"
	"<section title='Kết quả chuyển đổi số hoạt động dạy và học'>"
	"<line mark='-'>Dạy trực tuyến: <longtext id='teach'/></line>"
	"<line mark='-'>" ASKED ": <longtext id='i2'/></line></section>"
	"<section title='Kết quả quản trị nhà trường và cơ sở dữ liệu'>"
	"<line mark='-'>Định danh: <longtext id='ids'/></line>"
	"<line mark='-'>" ASKED ": <longtext id='i3'/></line></section>"
	"<section title='Kết quả phát triển nguồn nhân lực'>"
	"<line mark='-'>Bồi dưỡng: <longtext id='train'/></line>"
	"<line mark='-'>" ASKED ": <longtext id='i4'/></line></section>"
	"</body></form>";

static struct vb_form *twins;

static const char *read_twins(const char *body)
{
	return kit_line(twins, body);
}

#define PART1 L("1. Hạ tầng kỹ thuật, thiết bị")
#define PART2 L("2. Chuyển đổi số hoạt động dạy và học")
#define PART3 L("3. Nhà trường số")
#define PART4 L("4. Phát triển nguồn nhân lực")

/* Leads right below a question that stands alone. */
static void test_below(void)
{
	is_str(read_twins(PART1 L("- Khó khăn, nguyên nhân, giải pháp:") L(
		       "Khó khăn: mạng yếu.") L("Nguyên nhân: kinh phí ít.")
				  L("Giải pháp: xin thêm.") PART2),
	       "i1=Khó khăn: mạng yếu.|Nguyên nhân: kinh phí ít.|Giải pháp: "
	       "xin thêm.",
	       "are the answer's own, and no other part's");
	is_str(read_twins(PART1 L("- Khó khăn, nguyên nhân, giải pháp:")
				  B("Khó khăn:") L("Mạng yếu.") B("Giải pháp:")
					  L("Xin thêm.") PART2),
	       "i1=Khó khăn:|Mạng yếu.|Giải pháp:|Xin thêm.",
	       "whose words are the question's");
	is_str(read_twins(PART1 L("- Mạng và đường truyền:")
				  L("- " ASKED ": mạng yếu.")),
	       "i1=mạng yếu.", "what is marked alike is another question");
}

/* What every part asks. */
static void test_twins(void)
{
	is_str(read_twins(PART1 L("- " ASKED ": mạng yếu.") PART2 L(
		       "- Những khó khăn, hạn chế; nguyên nhân; giải pháp: thiếu máy.")
				  PART3 L("- " ASKED ": sai số liệu.") PART4 L(
					  "- " ASKED ": ít thời gian.")),
	       "i1=mạng yếu. i2=thiếu máy. i3=sai số liệu. i4=ít thời gian.",
	       "each below its part, the third by those beside it");
	is_str(read_twins(PART2 L("- " ASKED ": thiếu máy.")
				  PART1 L("- " ASKED ": mạng yếu.")),
	       "i1=mạng yếu. i2=thiếu máy.", "parts in another order");
	is_str(read_twins(PART1 L("- Mạng và đường truyền: 2 đường.")
				  PART4 L("- " ASKED ": ít thời gian.")),
	       "net=2 đường. i4=ít thời gian.", "one that others left out");
}

/* It may be a column of a table that has the parts as rows. */
static void test_column(void)
{
	is_str(read_twins(TBL(ROW3("Nội dung", "Kết quả", ASKED) ROW3(
		       "1. Hạ tầng kỹ thuật, thiết bị", "",
		       "") ROW3("Mạng và đường truyền", "Có hai đường cáp.",
				"Mạng còn yếu.") ROW3("2. Chuyển đổi số hoạt "
						      "động dạy và học",
						      "", "")
				      ROW3("Dạy trực tuyến",
					   "Học tối thứ Ba "
					   "hằng tuần.",
					   "Không có."))),
	       "net=Có hai đường cáp. i1=Mạng còn yếu. teach=Học tối thứ Ba "
	       "hằng tuần. i2=Không có.",
	       "one cell for each part");
	is_str(read_twins(TBL(ROW3("Nội dung", "Kết quả", ASKED) ROW3(
		       "2. Chuyển đổi số hoạt động dạy và học", "",
		       "Thiếu máy cho học sinh.")
				      ROW3("Dạy trực tuyến",
					   "Học tối thứ Ba hằng tuần.", ""))),
	       "teach=Học tối thứ Ba hằng tuần. i2=Thiếu máy cho học sinh.",
	       "in the row of the title");
	is_str(read_twins(TBL(
		       ROW3("Nội dung", "Kết quả",
			    ASKED) ROW3("2. Chuyển đổi số hoạt động dạy và học",
					"", "Thiếu máy cho học sinh.")
			       ROW3("Dạy trực tuyến",
				    "Học tối thứ Ba hằng tuần.", "Mạng yếu."))),
	       "teach=Học tối thứ Ba hằng tuần.", "two cells are no answer");
}

/* A table of another office's own before the parts. */
static void test_other_table(void)
{
	is_str(read_twins(TBL(ROW3("TT", "Bộ phận", ASKED)
				      ROW3("1", "Văn thư", "Thiếu máy quét."))
				  PART1 L("- " ASKED ": mạng yếu.") PART2),
	       "i1=mạng yếu.", "that asks for what the parts do");
	ok(!strstr(read_twins(PART4 L("- Bồi dưỡng:") TBL(
			   ROW3("TT", "Bộ phận", ASKED)
				   ROW3("1", "Văn thư", "Thiếu máy quét."))),
		   "train=TT"),
	   "its heads are no answer to what stands above it");
}

/* A table for each part. */
static void test_tables(void)
{
	is_str(read_twins(PART1 TBL(ROW3("Nội dung", "Kết quả", ASKED) ROW3(
		       "Mạng và đường truyền", "Có hai đường cáp.",
		       "Mạng còn yếu."))
				  PART2 TBL(ROW3("Nội dung", "Kết quả", ASKED)
						    ROW3("Dạy trực tuyến",
							 "Học tối thứ Ba hằng "
							 "tuần.",
							 "Thiếu máy."))),
	       "net=Có hai đường cáp. i1=Mạng còn yếu. teach=Học tối thứ Ba "
	       "hằng tuần. i2=Thiếu máy.",
	       "each with a column for what it asks");
}

/* A row of one cell below the question's. */
static void test_rows(void)
{
	is_str(read_twins(TBL(ROW3("1", "Hạ tầng kỹ thuật, thiết bị",
				   "") ROW3("1.1", "Mạng và đường truyền", "")
				      TR(C("Có hai đường cáp quang."))
					      ROW3("1.2", ASKED, "…")
						      TR(C("2. Dạy và học")))),
	       "net=Có hai đường cáp quang.",
	       "answers it, and not one that was left blank");
}

#define BR "<w:r><w:br/></w:r>"

/* A question, a soft break, and its answer. */
static void test_breaks(void)
{
	is_str(read_twins(PART1 P(R("1.1. Mạng, đường truyền") BR R("Có 2 "
								    "đường."))
				  P(R("1.2. Khó khăn, nguyên nhân và giải "
				      "pháp") BR R("Mạng còn yếu.")) PART2),
	       "net=Có 2 đường. i1=Mạng còn yếu.", "in one paragraph");
	is_str(read_twins(PART1 P(R("Mạng và") BR R("đường truyền: 2 đường."))
				  PART2),
	       "net=2 đường.", "a line that is broken by hand");
}

/* Questions as sentences, in brackets, beside an answer of two words. */
static void test_asked(void)
{
	is_str(read_twins(PART1 L("Khó khăn, nguyên nhân và giải pháp. Mạng "
				  "còn yếu.") PART2),
	       "i1=Mạng còn yếu.", "a question as a sentence");
	is_str(read_twins(PART1 L("- Khó khăn, nguyên nhân và giải pháp:")
				  L("Khó khăn và nguyên nhân chưa rõ. Cần làm "
				    "thêm.") PART2),
	       "i1=Khó khăn và nguyên nhân chưa rõ. Cần làm thêm.",
	       "a sentence of the answer below its question");
	is_str(read_twins(PART1 L("- Mạng và đường truyền (2 đường cáp). Dùng "
				  "tốt.") PART2),
	       "net=(2 đường cáp). Dùng tốt.", "brackets that tell a figure");
	is_str(read_twins(PART1 L("Mục 2. Khó khăn, giải pháp: Mạng yếu.")
				  PART2),
	       "i1=Mạng yếu.", "a number with its word");
	is_str(read_twins(PART1 L("- Khó khăn, nguyên nhân, giải pháp: Nhà "
				  "trường gặp khó khăn. Mạng yếu.") PART2),
	       "i1=Nhà trường gặp khó khăn. Mạng yếu.",
	       "a sentence that says who");
	is_str(read_twins(PART1 L("- Mạng và đường truyền (của nhà trường): 2 "
				  "đường.") PART2),
	       "net=2 đường.", "brackets before its colon");
	is_str(read_twins(PART1 L("- Mạng và đường truyền tại các điểm trường "
				  "theo Kế hoạch 12/KH: 2 đường.") PART2),
	       "net=2 đường.", "words behind it, up to its colon");
	is_str(read_twins(PART1 L("- Mạng và đường truyền nay có hai loại: "
				  "cáp và vệ tinh.") PART2),
	       "net=Mạng và đường truyền nay có hai loại: cáp và vệ tinh.",
	       "words that tell something");
	is_str(read_twins(PART1 L("- Mạng và đường truyền (của nhà trường):")
				  L("Có 2 đường.") PART2),
	       "net=Có 2 đường.", "... before an answer below");
	is_str(read_twins(PART1 TBL(ROW2("Nội dung", "Kết quả") ROW2(
		       "Mạng và đường truyền", "Không có.")
					    ROW2(ASKED, "Chưa nêu."))),
	       "net=Không có. i1=Chưa nêu.", "nothing, in the cell beside");
}

int main(void)
{
	if (!kit_open(&form, titles_form, "muc.xml") ||
	    !kit_open(&twins, twins_form, "bon.xml"))
		return done_testing();
	test_cited();
	test_counted();
	test_leads();
	test_own();
	test_below();
	test_twins();
	test_asked();
	test_column();
	test_other_table();
	test_tables();
	test_rows();
	test_breaks();
	vb_form_free(form);
	vb_form_free(twins);
	return done_testing();
}
