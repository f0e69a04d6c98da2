/*
 * Figures of pages laid out their own way: told by what is said around them,
 * with no line of the form left (src/extract/said.h). "id=?" is a value that
 * is shown and doubted.
 */
#include "extract_kit.h"

static const char said_form[] =
	"<form xmlns='urn:vanban:form:1' id='loi' version='1' type='bao-cao'>"
	"<title>Loi</title><levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Hạ tầng, thiết bị'>"
	"<line>Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí cho giáo "
	"viên và học sinh: <count id='wifi' by='level' unit='CSGD' "
	"label='Số CSGD có mạng wifi miễn phí'/> CSGD (<breakdown of='wifi'/>)"
	", đạt tỷ lệ: <percent id='wifi_pct' of='wifi' per='base/all_n' "
	"label='Tỷ lệ CSGD có mạng wifi miễn phí'/>%.</line>"
	"<line>Số CSGD (theo bậc học) có phòng phát triển học liệu (phòng "
	"studio): <count id='studio' by='level' unit='CSGD' label='Số CSGD có "
	"phòng phát triển học liệu (studio)'/> CSGD (<breakdown of='studio'/>)"
	", đạt tỷ lệ: <percent id='studio_pct' of='studio' per='base/all_n' "
	"label='Tỷ lệ CSGD có phòng phát triển học liệu (studio)'/>%.</line>"
	"</section><section title='Nguồn nhân lực'>"
	"<line>Số lượng giáo viên được tập huấn về an toàn thông tin: "
	"<count id='safe' unit='giáo viên' label='Số giáo viên được tập huấn "
	"an toàn thông tin'/> giáo viên, trong đó ở mức 1: "
	"<count id='safe_1' unit='giáo viên' label='Số giáo viên tập huấn an "
	"toàn thông tin ở mức 1'/>, mức 2: <count id='safe_2' "
	"unit='giáo viên' label='Số giáo viên tập huấn an toàn thông tin ở mức "
	"2'/>. Mục tiêu: trên 75% giáo viên được tập huấn.</line>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

static void test_sentences(void)
{
	is_str(read_body(L("Kết quả trong năm học") L(
		       "Toàn quận có 12 trường có phòng studio phát triển học "
		       "liệu, chiếm 20%. Mạng wifi miễn phí đã "
		       "được lắp đặt tại 45 trường, đạt 75%.")),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "sentences of their own, in another order");
	is_str(read_body(L("Kết quả") L(
		       "Có 75% số trường (tức 45 trường) lắp mạng wifi miễn "
		       "phí, 20% (12 trường) có phòng studio phát triển học "
		       "liệu.")),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "the rate first, the figure in brackets");
	is_str(read_body(L("Kết quả") L(
		       "Mạng wifi miễn phí: 45 trường (mầm non 5, tiểu học 20, "
		       "THCS 20), đạt 75%.")),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20 wifi_pct=75",
	       "levels in brackets, the rate behind is the whole's");
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí đã lắp tại 45 "
					"trường, đạt 75%, cụ thể:")
				 L("- Mầm non: 5 trường;")
					 L("- Tiểu học: 20 trường;")
						 L("- THCS: ...... trường.")),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi_pct=75",
	       "a list below its lead; one left blank");
}

static void test_levels(void)
{
	is_str(read_body(L("Kết quả") L("Mạng wifi miễn phí có ở 45 trường, "
					"đạt 75% (MN 5, TH 20, THCS 20).")),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20 wifi_pct=75",
	       "levels behind a rate are those of the count before it");
	is_str(read_body(L("Kết quả") L(
		       "Mạng wifi miễn phí có ở 45 trường, gồm: 5 mầm non, 20 "
		       "tiểu học, 20 trung học cơ sở; đạt 75%.")),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20 wifi_pct=75",
	       "initials of a level written out");
}

static void test_names(void)
{
	is_str(read_body(L("Kết quả") L(
		       "Kế hoạch số 45/KH-UBND ngày 12/9/2022: năm "
		       "học 2022-2023 có 30 trường lắp mạng wifi miễn phí.")),
	       "wifi=30", "numbers of documents, days and years are none");
	is_str(read_body(L("Kết quả")
				 L("Mạng wifi miễn phí có ở 1 234 trường.")),
	       "wifi=1234", "thousands parted by a space");
	is_str(read_body(L("Tập huấn") L(
		       "Tập huấn an toàn thông tin: 9 giáo viên đạt mức 1 và 4 "
		       "giáo viên đạt mức 2.")),
	       "safe=? safe_1=9 safe_2=4", "a number may be a name");
	is_str(read_body(L("Tập huấn") L(
		       "Tập huấn an toàn thông tin: mức 1 có ...... giáo viên, "
		       "mức 2 có 4 giáo viên.")),
	       "safe=? safe_2=4", "what is left blank keeps its words");
}

static void test_none(void)
{
	is_str(read_body(L("Kết quả") L("Toàn quận có 45 trường với 28.450 "
					"học sinh; 812 phòng học có ti vi.")),
	       "", "figures that nobody asked for");
	is_str(read_body(L("Tập huấn") L(
		       "Trong năm đã tổ chức 4 buổi tập huấn an toàn thông tin "
		       "cho giáo viên.")),
	       "", "another thing is counted");
	is_str(read_body(L("Mục tiêu") L("Trên 75% giáo viên được tập huấn.")),
	       "", "a number that the form itself writes");
	is_str(read_body(L("Kết quả") L("Wifi miễn phí: MN 5 TH 20 THCS 20")),
	       "", "nothing parts names and figures");
}

/* Heads of two rows, the first merged. */
#define CELL(pr, t) "<w:tc><w:tcPr>" pr "</w:tcPr>" P(R(t)) "</w:tc>"
#define GRID(in)                                                      \
	"<w:tbl><w:tblPr><w:tblW w:w='9360' w:type='dxa'/></w:tblPr>" \
	"<w:tblGrid><w:gridCol w:w='1872'/></w:tblGrid>" in "</w:tbl>"

static void test_tables(void)
{
	is_str(read_body(L("Biểu 1") GRID(
		       TR(C("Cấp học") C("Wifi miễn phí")
				  C("Phòng phát triển học liệu") C("Ghi chú"))
			       TR(C("Mầm non") C("5") C("1") C("02 đợt")) TR(
				       C("Tiểu học") C("20") C("4") C(""))
				       TR(C("Cộng") C("25") C("5") C("")))),
	       "wifi=25 wifi.mn=5 wifi.th=20 studio=5 studio.mn=1 studio.th=4",
	       "levels are rows, questions are columns, notes are none");
	is_str(read_body(L("Biểu 1") GRID(
		       TR(C("TT") C("Nội dung") C("MN") C("TH") C("Toàn quận")) TR(
			       C("1") C("Trường có mạng wifi miễn phí") C("5")
				       C("20") C("25"))
			       TR(C("2") C(
				       "Trường có phòng phát triển học liệu")
					  C("1") C("4") C("5")))),
	       "wifi=25 wifi.mn=5 wifi.th=20 studio=5 studio.mn=1 studio.th=4",
	       "levels are columns, numbers of rows are none");
	is_str(read_body(L("Biểu 1") GRID(
		       TR(C("Nội dung") C("Số trường (tỷ lệ %)"))
			       TR(C("Mạng wifi miễn phí") C("45 (75%)"))
				       TR(C("Phòng phát triển học liệu")
						  C("12 (20%)")))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "figure and rate in one cell");
	is_str(read_body(L("Biểu 1") GRID(
		       TR(C("TT") C("Nội dung") C("Số lượng") C("Tỷ lệ %")) TR(
			       C("1") C("Mạng wifi miễn phí") C("") C(""))
			       TR(C("") C("- Mầm non") C("5") C("")) TR(
				       C("") C("- Tiểu học") C("20") C("")))),
	       "wifi.mn=5 wifi.th=20", "rows with a bullet go with theirs");
}

static void test_columns(void)
{
	is_str(read_body(L("Biểu 1") GRID(
		       TR(C("Nội dung") C("Kết quả"))
			       TR(C("Số trường có mạng wifi miễn phí") C("45"))
				       TR(C("Tỷ lệ trường có mạng wifi miễn phí"
					    " (%)") C("75")))),
	       "wifi=45 wifi_pct=75", "a row of rates");
	is_str(read_body(L("Biểu 1") GRID(TR(C("Nội dung") C("Mục tiêu (%)") C(
		       "Thực hiện (%)")) TR(C("Trường có mạng wifi miễn phí")
						    C("100") C("75")))),
	       "wifi=? wifi_pct=75", "a column of goals");
	is_str(read_body(L("Biểu 1") GRID(TR(C("Nội dung") C("Số lượng")) TR(
		       C("Trường chưa có mạng wifi miễn phí") C("15")))),
	       "", "those that have not");
}

/* A line of the form that was filled with the figure of another. */
static void test_doubt(void)
{
	is_str(read_body(L("Hạ tầng, thiết bị") L(
		       "Số CSGD (theo bậc học) có mạng wifi cung cấp miễn phí "
		       "cho giáo viên và học sinh: 45 CSGD, đạt tỷ lệ: 75%.")),
	       "wifi=45 wifi_pct=75", "the form's own line");
}

int main(void)
{
	if (!kit_open(&form, said_form, "loi.xml"))
		return done_testing();
	test_sentences();
	test_levels();
	test_names();
	test_none();
	test_tables();
	test_columns();
	test_doubt();
	vb_form_free(form);
	return done_testing();
}
