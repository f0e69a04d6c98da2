/*
 * Values without marks, rule by rule: a small form, one document for each rule
 * of anchor*.c, and what is read of it. A value below the threshold is shown
 * with "?", its finding is value-doubtful.
 */
#include "extract_kit.h"

#include <time.h>

static const char anchor_form[] =
	"<form xmlns='urn:vanban:form:1' id='nho' version='1' type='bao-cao' "
	"numbering='I. 1.'><title>Nho</title>"
	"<levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/>"
	"<level id='thcs' label='THCS'/></levels>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Công tác chỉ đạo điều hành của đơn vị'>"
	"<hint>(Các văn bản chỉ đạo, hướng dẫn, quy chế)</hint>"
	"<longtext id='lead'/></section>"
	"<section title='Kết quả cụ thể'>"
	"<line mark='-'>Kết quả người học được quản lý bằng hồ sơ: "
	"<longtext id='ql'/></line>"
	"<line mark='-'>Số CSGD có phòng máy tính: <count id='pc' by='level' "
	"unit='CSGD'/> CSGD (<breakdown of='pc'/>), đạt tỷ lệ: "
	"<percent id='pc_pct'/>%.</line>"
	"<line mark='-'>Số giáo viên được tập huấn kỹ năng số: "
	"<count id='gv' unit='giáo viên'/> giáo viên, chiếm tỷ lệ "
	"<percent id='gv_pct'/>%</line>"
	"<line mark='-'>Số hiệu, ngày ban hành kế hoạch: <docref id='kh'/>, gửi "
	"kèm làm minh chứng: <evidence id='kh_ev'/></line>"
	"<line mark='-'>Tên phần mềm thu phí: <text id='pm'/>, đơn vị cung cấp: "
	"<text id='ncc'/>.</line>"
	"<line mark='-'>Số CSGD dùng sổ điểm điện tử, học bạ điện tử: "
	"<count id='so'/> CSGD. Trong đó, số CSGD triển khai chữ ký số: "
	"<count id='ky'/> CSGD.</line>"
	"<line mark='-'>Tổng số lớp hai buổi: <count id='dg'/> "
	"lớp. Chia ra:</line><line mark='+'>Lớp sáng: "
	"<count id='dg_cl'/> lớp.</line><line mark='+'>Lớp chiều: "
	"<count id='dg_tt'/> lớp.</line>"
	"<line mark='-'>Số lượng người học được quản lý bằng hồ sơ số: "
	"<count id='hs'/></line><line mark='-'>Số lượng nhà giáo được quản lý "
	"bằng hồ sơ số: <count id='ng'/></line>"
	"<line mark='-'>Với các Bộ, ngành (nêu rõ tên):</line>"
	"<repeat id='bo'><line mark='+'><text id='bo_ten'/>: "
	"<longtext id='bo_kn'/></line></repeat>"
	"</section>"
	"<section title='Kết quả đánh giá'><table><columns>"
	"<column width='40'/><column width='30'/><column width='30'/></columns>"
	"<header><row><cell>Nhóm tiêu chí</cell><cell>Số lượng</cell>"
	"<cell>Tỷ lệ %</cell></row></header>"
	"<row><cell colspan='3'>Chuyển đổi số trong dạy học</cell></row>"
	"<row><cell>+ Tiểu học</cell><cell><count id='day_th'/></cell>"
	"<cell><percent id='day_th_pct'/></cell></row>"
	"<row><cell>+ THCS</cell><cell><count id='day_cs'/></cell>"
	"<cell><percent id='day_cs_pct'/></cell></row>"
	"<row><cell colspan='3'>Chuyển đổi số trong quản trị</cell></row>"
	"<row><cell>Trường công lập</cell><cell><count id='qt' "
	"constraint='. = qt_th + qt_cs'/></cell><cell/></row>"
	"<row><cell>+ Tiểu học</cell><cell><count id='qt_th'/></cell>"
	"<cell><percent id='qt_th_pct'/></cell></row>"
	"<row><cell>+ THCS</cell><cell><count id='qt_cs'/></cell>"
	"<cell><percent id='qt_cs_pct'/></cell></row>"
	"</table></section>"
	"<section title='Mục tiêu'><table><columns><column width='70'/>"
	"<column width='30'/></columns><header><row><cell>Mục tiêu</cell>"
	"<cell>Kết quả đạt được</cell></row></header>"
	"<row><cell>Về học tập và bồi dưỡng qua mạng trong hè</cell><cell>"
	"<count id='mt_hoc'/></cell></row>"
	"<row><cell>Hồ sơ công việc được giải quyết hoàn toàn trên môi trường "
	"mạng theo thẩm quyền</cell><cell><count id='mt_hs'/></cell></row>"
	"</table></section>"
	"<section title='Tập huấn trực tiếp'><line mark='-'>Số lớp đã tham "
	"gia: <count id='lop'/> lớp, tên lớp: <text id='lop_ten'/></line>"
	"</section>"
	"<section title='Bồi dưỡng qua mạng'><line mark='-'>Số lớp đã tham "
	"gia: <count id='lop_mang'/> lớp, tên lớp: <text id='lop_mang_ten'/>"
	"</line></section>"
	"<section title='Đề xuất, kiến nghị'><longtext id='ask'/></section>"
	"</body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

#define PC "- Số CSGD có phòng máy tính: "
#define GV "- Số giáo viên được tập huấn kỹ năng số: "
#define KQ "<w:p>" R("II. Kết quả cụ thể") "</w:p>"

static void test_levels(void)
{
	is_str(read_body(KQ L(PC "45 CSGD (MN: 12; TH: 20; THCS: 13), đạt tỷ "
				 "lệ: 90%.")),
	       "pc=45 pc.mn=12 pc.th=20 pc.thcs=13 pc_pct=90",
	       "names before numbers");
	is_str(read_body(KQ L(PC
			      "3 219 CSGD (MN: 634; TH: 1 208; THCS: 1 377), "
			      "đạt tỷ lệ: 90%.")),
	       "pc=3219 pc.mn=634 pc.th=1208 pc.thcs=1377 pc_pct=90",
	       "spaces between thousands");
	is_str(read_body(KQ L(PC "45 CSGD (12 MN, 20 TH, 13 THCS), đạt tỷ lệ: "
				 "90%.")),
	       "pc=45 pc.mn=12 pc.th=20 pc.thcs=13 pc_pct=90",
	       "numbers before names");
	is_str(read_body(KQ L(PC "45 CSGD, gồm 12 trường mầm non, 20 trường "
				 "tiểu học, 13 trường THCS, đạt tỷ lệ: 90%.")),
	       "pc=45 pc.mn=12 pc.th=20 pc.thcs=13 pc_pct=90",
	       "numbers with a unit before names");
	is_str(read_body(KQ L(PC "45 CSGD. Trong đó:") L("+ Mầm non: 12;")
				 L("+ Tiểu học: 20;") L("+ THCS: 13.")),
	       "pc=45 pc.mn=12 pc.th=20 pc.thcs=13 pc_pct=?",
	       "lines of their own; none is the rate");
	is_str(read_body(KQ L(PC "45 CSGD, đạt tỷ lệ: 90% (12 MN, 20 TH, 13 "
				 "THCS).")),
	       "pc=45 pc.mn=12 pc.th=20 pc.thcs=13 pc_pct=90",
	       "behind the rate");
	is_str(read_body(KQ L(PC "45 CSGD (MN: ; TH: 20; THCS: 13), đạt tỷ lệ: "
				 "90%.")),
	       "pc=45 pc.th=20 pc.thcs=13 pc_pct=90",
	       "one left blank takes no other's");
	is_str(read_body(KQ L(PC
			      "45/60 CSGD, đạt tỷ lệ: 75%; trong đó tiểu học "
			      "20/25 trường đạt 80%, THCS 13/20 trường đạt "
			      "65%.")),
	       "pc=45 pc.th=20 pc.thcs=13 pc_pct=75",
	       "rates by level, and wholes, beside counts by level");
	is_str(read_body(KQ L(PC "45 CSGD (MN 12 TH 20 THCS), đạt tỷ lệ: 90%")),
	       "pc=45 pc.mn=? pc.th=? pc_pct=90",
	       "nothing parts them: doubted");
}

static void test_lines(void)
{
	is_str(read_body(
		       KQ L(GV "27.533/29.093 giáo viên, chiếm tỷ lệ 94,64%")),
	       "gv=27533 gv_pct=94.64", "a figure of a whole");
	is_str(read_body(KQ L(GV ".....186....giáo viên, chiếm tỷ lệ....92%")),
	       "gv=186 gv_pct=92", "leaders kept around figures");
	is_str(read_body(KQ L(GV "186 GV, chiếm 92%")), "gv=186 gv_pct=92",
	       "words shortened");
	is_str(read_body(KQ L(GV "giáo viên, chiếm tỷ lệ 92%")), "gv_pct=92",
	       "a count left blank");
	is_str(read_body(KQ L(GV "92%")), "gv_pct=92",
	       "a rate alone is no count");
	is_str(read_body(KQ L(PC "45 CSGD, đạt tỷ lệ: 90%.")
				 L(PC "47 CSGD, đạt tỷ lệ: 80%.")),
	       "pc=? pc_pct=?", "a line written twice: neither is taken");
	is_str(read_body(KQ L("- Số hiệu, ngày ban hành kế hoạch (gửi kèm làm "
			      "minh chứng): số 12/KH-THCS ngày 05/9/2022")),
	       "kh=số 12/KH-THCS ngày 05/9/2022",
	       "what is no file is given back");
	is_str(read_body(
		       KQ L("- Số hiệu, ngày ban hành kế hoạch: số 12/KH-THCS "
			    "ngày 05/9/2022, gửi kèm làm minh chứng: "
			    "ke-hoach.pdf")),
	       "kh=số 12/KH-THCS ngày 05/9/2022 kh_ev=ke-hoach.pdf",
	       "a file is a file");
	is_str(read_body(
		       KQ L("- Số hiệu, ngày ban hành kế hoạch: số 12/KH-THCS "
			    "ngày 05/9/2022, gửi kèm làm minh chứng: "
			    "MC06.pdf")),
	       "kh=số 12/KH-THCS ngày 05/9/2022 kh_ev=MC06.pdf",
	       "whose name begins with letters of a label");
	is_str(read_body(KQ L("- Tên phần mềm thu phí: ……. VNPT School, đơn vị "
			      "cung cấp: (Viettel).")),
	       "pm=VNPT School ncc=Viettel", "leaders and brackets go");
}

static void test_titles(void)
{
	is_str(read_body(L("I. Công tác chỉ đạo điều hành của đơn vị")
				 L("Đã ban hành kế hoạch.") L("Đạt 97,5%.") KQ),
	       "lead=Đã ban hành kế hoạch.\nĐạt 97,5%.",
	       "an answer goes to the next title");
	is_str(read_body(L("I. Công tác chỉ đạo điều hành của đơn vị")
				 L("(Các văn bản chỉ đạo, hướng dẫn, quy chế)")
					 L("Đã ban hành kế hoạch.") KQ),
	       "lead=Đã ban hành kế hoạch.", "a hint left in is no answer");
	is_str(read_body(L("1. Công tác chỉ đạo, điều hành:")
				 L("Đơn vị đã ban hành kế hoạch.") KQ),
	       "lead=Đơn vị đã ban hành kế hoạch.",
	       "words of a title lost from it are the answer's");
	is_str(read_body(L("I. Công tác chỉ đạo điều hành của đơn vị")
				 L("- Đã ban hành kế hoạch.") KQ),
	       "lead=Đã ban hành kế hoạch.", "the dash of a leader goes");
	is_str(read_body(L("I. Công tác chỉ đạo điều hành của đơn vị")
				 L("- Một.") L("- Hai.") KQ),
	       "lead=- Một.\n- Hai.", "the dashes of a list stay");
	is_str(read_body(L("I. Công tác chỉ đạo điều hành của đơn vị")
				 L("- ………………") KQ),
	       "", "a leader alone is blank");
	is_str(read_body(L("III. Kiến nghị") L("Hỗ trợ kinh phí.")
				 L("Nơi nhận:") L("- Lưu: VT.")),
	       "ask=Hỗ trợ kinh phí.", "half a title; the foot ends it");
	is_str(read_body(L("III. Đề xuất, kiến nghị") L("Hỗ trợ kinh phí.")
				 L("II. Kết quả cụ thể") L(
					 GV "186 giáo viên, chiếm tỷ lệ 92%")),
	       "gv=186 gv_pct=92 ask=Hỗ trợ kinh phí.", "sections moved");
	is_str(read_body(L("- Với các Bộ, ngành (nêu rõ tên):")
				 L("+ Bộ Y tế: một.") L("+ Bộ Nội vụ: hai.")
					 L("III. Đề xuất, kiến nghị")),
	       "bo_ten#1=Bộ Y tế bo_kn#1=một. bo_ten#2=Bộ Nội vụ bo_kn#2=hai.",
	       "rows of a repeat");
	is_str(read_body(L("- Tên phần mềm thu phí: Sao Mai trường học")),
	       "pm=Sao Mai trường học",
	       "one of two texts, and no word of the other's");
	is_str(read_body(L("- Tên phần mềm thu phí: – Sao Mai")), "pm=Sao Mai",
	       "a dash that sets a text off");
	is_str(read_body(L("- Với các Bộ, ngành (nêu rõ tên): Bộ Y tế: một.")
				 L("III. Đề xuất, kiến nghị")),
	       "bo_ten#1=Bộ Y tế bo_kn#1=một.",
	       "a first row behind the words that lead to it");
}

#define HEAD(t)                                                     \
	TR("<w:tc><w:tcPr><w:gridSpan w:val='3'/></w:tcPr><w:p>" R( \
		t) "</w:p></w:tc>")

#define SO "- Số CSGD dùng sổ điểm điện tử, học bạ điện tử: "
#define KY "+ Số CSGD triển khai chữ ký số: 20"

static void test_spread(void)
{
	is_str(read_body(KQ L(SO "45 CSGD. Trong đó:") L(KY)), "so=45 ky=20",
	       "a line typed as two");
	is_str(read_body(KQ L(SO) L("+ Hiện có: 45") L(KY)), "so=45 ky=20",
	       "... as three, the total in one of its own");
	is_str(read_body(KQ L(SO "45 CSGD") L(
		       "Ghi chú: chưa tính trường tư thục mới thành lập.")
				 L(KY)),
	       "so=45 ky=20", "a note between: the words before it tell");
	is_str(read_body(KQ L(SO "45 CSGD") L("+ Chưa có mạng, máy tính và "
					      "phòng học riêng: 20")),
	       "so=45", "other words before it: nobody's number");
	is_str(read_body(KQ L(SO "......, gồm: tháng 10") L(KY)), "so=? ky=20",
	       "a blank that was left, and a number behind words");
}

#define DG "- Tổng số lớp hai buổi: 45"

static void test_gaps(void)
{
	is_str(read_body(KQ L(DG ". Chia ra: sáng: 20; chiều: 25.")),
	       "dg=45 dg_cl=20 dg_tt=25", "lines joined, half a name left");
	is_str(read_body(KQ L(DG) L("- Sáng: 20") L("- Chiều: 25")),
	       "dg=45 dg_cl=20 dg_tt=25", "lines of half a name");
	is_str(read_body(KQ L(DG) L("- Chiều: 25") L("- Chiều: 27")), "dg=45",
	       "it stands there twice: none is taken");
	is_str(read_body(KQ L(DG) L("- Lớp học buổi chiều: 25")),
	       "dg=45 dg_tt=?", "other words before it: doubted");
}

static void test_beside(void)
{
	is_str(read_body(TBL(ROW3("Nội dung", "Số lượng", "Tỷ lệ (%)") ROW3(
		       "Số giáo viên được tập huấn kỹ năng số", "186", "…"))),
	       "gv=186", "a hand's own table: the heads tell which is left");
	is_str(read_body(TBL(ROW3("Số giáo viên được tập huấn kỹ năng số",
				  "186", "…"))),
	       "gv=186", "no heads: what is said of it tells");
	is_str(read_body(TBL(ROW3("Nội dung", "Số lượng", "Tỷ lệ (%)") ROW3(
		       "Số CSGD dùng sổ điểm điện tử, học bạ điện tử", "45", "")
				     ROW3("- Trong đó: số CSGD triển khai chữ "
					  "ký số",
					  "20", ""))),
	       "so=45 ky=20", "a row for each figure of a line");
	is_str(read_body(TBL(ROW3("Nội dung", "Số lượng", "Tỷ lệ (%)") ROW3(
		       "Số CSGD dùng sổ điểm điện tử, học bạ điện tử", "45", "")
				     ROW3("- Số CSGD triển khai họp trên mạng",
					  "20", ""))),
	       "so=45 ky=?", "another row is doubted");
}

#define LINES(a, b) "<w:tc><w:p>" R(a) "</w:p><w:p>" R(b) "</w:p></w:tc>"

static void test_sides(void)
{
	is_str(read_body(TBL(TR(
		       LINES("Tên phần mềm thu phí", "Đơn vị cung cấp phần mềm")
			       LINES("Thu Phí Xanh", "Công ty Mây Ngàn")))),
	       "pm=Thu Phí Xanh ncc=Công ty Mây Ngàn",
	       "lines of a cell, their answers line by line beside it");
	is_str(read_body(
		       TBL(TR(LINES("Số giáo viên được tập huấn kỹ năng số",
				    "Tên phần mềm thu phí")
				      LINES("186 giáo viên", "Thu Phí Xanh")))),
	       "gv=186 pm=Thu Phí Xanh", "lines of two questions");
	is_str(read_body(TBL(TR(LINES("Tên phần mềm thu phí:", "") LINES(
		       "Thu Phí Xanh", "của Công ty Mây Ngàn")))),
	       "pm=Thu Phí Xanh ncc=?", "more answers than questions");
}

#define TRAINED "1. Tập huấn trực tiếp"
#define ONLINE	"2. Bồi dưỡng qua mạng"
#define CLASSES "- Số lớp đã tham gia: "

static void test_twins(void)
{
	is_str(read_body(L(TRAINED) L(CLASSES "5 lớp, tên lớp: An toàn") L(
		       ONLINE) L(CLASSES "7 lớp, tên lớp: Học liệu")),
	       "lop=5 lop_ten=An toàn lop_mang=7 lop_mang_ten=Học liệu",
	       "lines of the same words, by the titles above them");
	is_str(read_body(L(TRAINED) L(CLASSES "5") L(ONLINE)
				 L(CLASSES "7 lớp, tên lớp: Học liệu")),
	       "lop=5 lop_mang=7 lop_mang_ten=Học liệu",
	       "one of them shortened: the other is not its place");
	is_str(read_body(L(CLASSES "7 lớp, tên lớp: Học liệu")),
	       "lop=? lop_ten=?", "which of the two is not said: doubted");
	is_str(read_body(KQ L(GV "186 giáo viên, chiếm tỷ lệ 92%") L(
		       "- Số lượng người học được quản lý bằng hồ sơ số: 94")),
	       "gv=186 gv_pct=92 hs=94",
	       "three lines alike, one paragraph: the likest has it");
}

#define NAMES ROW3("Nhóm tiêu chí", "Số lượng", "Tỷ lệ %")
#define DAY   HEAD("Chuyển đổi số trong dạy học")
#define QT    HEAD("Chuyển đổi số trong quản trị")

static const char all_cells[] =
	"day_th=1 day_th_pct=10 day_cs=2 day_cs_pct=20 qt_th=3 qt_th_pct=30 "
	"qt_cs=4 qt_cs_pct=40";

static void test_tables(void)
{
	is_str(read_body(TBL(NAMES DAY ROW3("+ Tiểu học", "1", "10") ROW3(
		       "+ THCS", "2", "20") QT ROW3("+ Tiểu học", "3", "30")
				     ROW3("+ THCS", "4", "40"))),
	       all_cells, "a table");
	is_str(read_body(TBL(NAMES QT ROW3("+ THCS", "4", "40") ROW3(
		       "+ Tiểu học", "3", "30") DAY ROW3("+ THCS", "2", "20")
				     ROW3("+ Tiểu học", "1", "10"))),
	       all_cells, "groups and rows in another order");
	is_str(read_body(TBL(ROW3("Nhóm tiêu chí", "Tỷ lệ (%)",
				  "Số lượng") DAY ROW3("+ Tiểu học", "10", "1")
				     ROW3("+ THCS", "20",
					  "2") QT ROW3("+ Tiểu học", "30", "3")
					     ROW3("+ THCS", "40", "4"))),
	       all_cells, "columns in another order");
	is_str(read_body(TBL(ROW3("Nhóm tiêu chí", "SL", "TL %") DAY ROW3(
		       "+ Tiểu học", "1", "10%") ROW3("+ THCS", "2", "20%")
				     QT ROW3("+ Tiểu học", "3", "30%")
					     ROW3("+ THCS", "4", "40%"))),
	       all_cells, "heads shortened, rates with their sign");
	is_str(read_body(L("1. Chuyển đổi số trong dạy học") TBL(NAMES ROW3(
		       "+ Tiểu học", "1", "10") ROW3("+ THCS", "2", "20"))
				 L("2. Chuyển đổi số trong quản trị") TBL(
					 NAMES ROW3("+ Tiểu học", "3", "30")
						 ROW3("+ THCS", "4", "40"))),
	       all_cells, "a table for each group");
	is_str(read_body(TBL(
		       ROW3("Nhóm tiêu chí", "SL", "TL %") HEAD(
			       "CĐS trong dạy học") ROW3("+ TH", "1", "10%")
			       ROW3("+ THCS", "2", "20%") HEAD("CĐS trong QT")
				       ROW3("+ TH", "3", "30%")
					       ROW3("+ THCS", "4", "40%"))),
	       all_cells, "rows shortened to initials");
	is_str(read_body(TBL(TR(C("Mục tiêu") C("Kết quả đạt được")) TR(
		       C("Về học tập và bồi dưỡng qua mạng trong hè") C("3"))
				     TR(C("Hồ sơ giải quyết trên mạng")
						C("5")))),
	       "mt_hoc=3 mt_hs=5", "a row that few words are left of");
	is_str(read_body(TBL(NAMES DAY ROW3("+ Tiểu học", "1", "10") ROW3(
		       "+ THCS", "2", "20") ROW3("Cộng", "3", "")
				     QT ROW3("+ Tiểu học", "3",
					     "30") ROW3("+ THCS", "4", "40")
					     ROW3("Tổng cộng", "7", ""))),
	       "day_th=1 day_th_pct=10 day_cs=2 day_cs_pct=20 qt=7 qt_th=3 "
	       "qt_th_pct=30 qt_cs=4 qt_cs_pct=40",
	       "a total, where the form has one");
	is_str(read_body(TBL(NAMES ROW3("+ Tiểu học", "3", "30")
				     ROW3("+ THCS", "4", "40"))),
	       "day_th=? day_th_pct=? day_cs=? day_cs_pct=?",
	       "which group is not said: doubted");
}

/* Nothing is read behind the last word of the document, whatever room there
 * is: for the sanitizer to see. */
static void test_end(void)
{
	bool is_read = true;
	int n, i;

	for (n = 0; n < 140; n++) {
		struct buf body = BUF_INIT;

		for (i = 0; i < n; i++)
			buf_adds(&body, L("x"));
		buf_adds(&body, L("Chỉ đạo điều hành của đơn vị:"));
		is_read = read_body(buf_cstr(&body)) && is_read;
		buf_release(&body);
	}
	ok(is_read, "a lead that ends its document");
	is_str(read_body(L("")), "", "a document without words");
}

/* ---- what is hostile ----------------------------------------------------- */

static double seconds(const char *body)
{
	struct timespec from, to;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	read_body(body);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	return (double)(to.tv_sec - from.tv_sec) +
	       1e-9 * (double)(to.tv_nsec - from.tv_nsec);
}

static double repeated(const char *head, const char *piece, size_t n,
		       const char *tail)
{
	struct buf body = BUF_INIT;
	double took;
	size_t i;

	buf_adds(&body, head);
	for (i = 0; i < n; i++)
		buf_adds(&body, piece);
	buf_adds(&body, tail);
	took = seconds(buf_cstr(&body));
	buf_release(&body);
	return took;
}

/* Eight times as much takes at most sixteen times as long, beyond what is too
 * short to be measured. */
static void is_linear(const char *head, const char *piece, size_t n,
		      const char *tail, const char *what)
{
	double one = repeated(head, piece, n / 8, tail);
	double all = repeated(head, piece, n, tail);

	printf("# %s: %.3f s, an eighth of it %.3f s\n", what, all, one);
	ok(all <= 16 * one + 0.2, "%s", what);
}

static void test_hostile(void)
{
	is_linear("", L(GV "186 giáo viên, chiếm tỷ lệ 92%"), 10000, "",
		  "10,000 lines of the form");
	is_linear("", L("Số CSGD (số lượng) Tiểu học 12 THCS"), 10000, "",
		  "10,000 lines that are nearly some");
	is_linear("<w:p><w:r><w:t>" PC, "12 MN, 20 TH, Mầm non: 7; ", 40000,
		  "</w:t></w:r></w:p>", "a paragraph of a megabyte");
	is_linear("<w:p><w:r><w:t>", "Số CSGD có phòng máy tính: ", 40000,
		  "</w:t></w:r></w:p>", "its own words again and again");
	is_linear("<w:tbl><w:tblPr/><w:tblGrid/>" NAMES,
		  ROW3("+ Tiểu học", "1", "10"), 20000, "</w:tbl>",
		  "a table of 20,000 rows");
	is_linear("", TBL(NAMES DAY ROW3("+ Tiểu học", "1", "10")) L("x"), 2000,
		  "", "2,000 tables");
}

int main(void)
{
	if (!kit_open(&form, anchor_form, "nho.xml"))
		return done_testing();
	test_levels();
	test_lines();
	test_titles();
	test_spread();
	test_gaps();
	test_beside();
	test_sides();
	test_twins();
	test_tables();
	test_end();
	test_hostile();
	vb_form_free(form);
	return done_testing();
}
