/*
 * Figures of tables laid out their own way (src/extract/said_table.c,
 * said_rates.c, said_family.c): which counts rates are of, totals beside their
 * levels, columns of what nobody asked for. "id=?" is doubted: in a table
 * without rates a figure that may be one.
 */
#include "extract_kit.h"

static const char tables_form[] =
	"<form xmlns='urn:vanban:form:1' id='bang' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/><count id='all_gv'/></base>"
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
	"<line>Số giáo viên được tập huấn về an toàn thông tin: "
	"<count id='safe' unit='giáo viên' label='Số giáo viên được tập huấn "
	"an toàn thông tin'/> giáo viên, chiếm tỷ lệ: <percent id='safe_pct' "
	"of='safe' per='base/all_gv' label='Tỷ lệ giáo viên được tập huấn an toàn thông tin'/>%."
	"</line></section></body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

#define OVER(n, t) \
	"<w:tc><w:tcPr><w:gridSpan w:val='" n "'/></w:tcPr>" L(t) "</w:tc>"
/* The first of two cells one above the other, and the second. */
#define DOWN(t) \
	"<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" L(t) "</w:tc>"
#define UNDER	"<w:tc><w:tcPr><w:vMerge/></w:tcPr>" P("") "</w:tc>"
#define CAP(in) L("Biểu 1") TBL(in)

#define WIFI   "Trường có mạng wifi miễn phí"
#define STUDIO "Trường có phòng phát triển học liệu"
#define SAFE   "Giáo viên được tập huấn an toàn thông tin"

static void test_rates(void)
{
	is_str(read_body(CAP(ROW3("Nội dung", "Tỷ lệ (%)", "Số lượng") ROW3(
		       WIFI, "75", "45") ROW3(STUDIO, "20", "12"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "each rate before its count");
	is_str(read_body(CAP(ROW3("Nội dung", "Số lượng", "Tỷ lệ (%)") ROW3(
		       WIFI, "45", "75") ROW3(STUDIO, "12", "20"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "each rate behind its count");
	is_str(read_body(CAP(ROW5("Nội dung", "SL", "TL", "Số lớp", "Ghi chú")
				     ROW5(WIFI, "45", "75", "310", ""))),
	       "wifi=45 wifi_pct=75", "'TL' for a rate, a column of classes");
}

#define HEADS_OF(in)                                       \
	TR(DOWN("Đơn vị") OVER("2", "Mạng wifi miễn phí")  \
		   OVER("2", "Phòng phát triển học liệu")) \
	TR(UNDER in)

static void test_runs(void)
{
	is_str(read_body(CAP(HEADS_OF(C("SL") C("TL") C("SL") C("TL")) ROW5(
		       "Toàn huyện", "45", "75", "12", "20"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20", "SL TL SL TL");
	is_str(read_body(CAP(HEADS_OF(C("TL") C("SL") C("TL") C("SL")) ROW5(
		       "Toàn huyện", "75", "45", "20", "12"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20", "TL SL TL SL");
	is_str(read_body(
		       CAP(ROW5("Đơn vị", "Số trường có mạng wifi miễn phí",
				"Số trường có phòng phát triển học liệu",
				"Tỷ lệ trường có mạng wifi miễn phí",
				"Tỷ lệ trường có phòng phát triển học liệu")
				   ROW5("Toàn huyện", "45", "12", "75", "20"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "SL SL TL TL, each told");
	is_str(read_body(CAP(
		       TR(DOWN("Đơn vị") OVER("2", "Số lượng")
				  OVER("2", "Tỷ lệ (%)"))
			       TR(UNDER C("Wifi miễn phí") C("Phòng studio")
					  C("Wifi miễn phí") C("Phòng studio"))
				       ROW5("Toàn huyện", "45", "12", "75",
					    "20"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "SL SL TL TL below two heads");
}

static void test_totals(void)
{
	is_str(read_body(CAP(ROW3("Cấp học", "Wifi miễn phí", "Phòng studio")
				     ROW3("Mầm non", "5", "1") ROW3("Tiểu học",
								    "20", "4")
					     ROW3("THCS", "20", "7")
						     ROW3("Cộng", "45", "12"))),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20 studio=12 studio.mn=1 "
	       "studio.th=4 studio.thcs=7",
	       "a row of totals");
	is_str(read_body(CAP(ROW3("Cấp học", "Wifi miễn phí",
				  "Phòng studio") ROW3("Toàn huyện", "45", "12")
				     ROW3("Mầm non", "5", "1")
					     ROW3("Tiểu học", "20", "4"))),
	       "wifi=45 wifi.mn=5 wifi.th=20 studio=12 studio.mn=1 studio.th=4",
	       "before its levels");
	is_str(read_body(CAP(ROW5("Nội dung", "MN", "TH", "THCS",
				  "Tổng") ROW5(WIFI, "5", "20", "20", "45")
				     ROW5(STUDIO, "1", "4", "7", "12"))),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20 studio=12 studio.mn=1 studio.th=4 studio.thcs=7",
	       "a column of totals");
	is_str(read_body(CAP(ROW5("Nội dung", "Tổng", "MN", "TH", "THCS")
				     ROW5(WIFI, "45", "5", "20", "20"))),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20",
	       "before the columns of its levels");
	is_str(read_body(CAP(ROW2("Nội dung", "Số lượng") ROW2(
		       "Trường mầm non có wifi miễn phí",
		       "5") ROW2("Trường tiểu học có wifi miễn phí", "20")
				     ROW2("Trường THCS có wifi miễn phí", "20")
					     ROW2("Cộng", "45"))),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20",
	       "a total that nothing but its levels tells");
	is_str(read_body(CAP(ROW2("Nội dung", "Số lượng") ROW2(
		       "Trường mầm non có wifi miễn phí",
		       "5") ROW2("Trường tiểu học có phòng studio", "20")
				     ROW2("Cộng", "25"))),
	       "wifi.mn=5 studio=? studio.th=20",
	       "the total of levels of two blanks is doubted");
}

static void test_rate_rows(void)
{
	is_str(read_body(CAP(ROW3("Cấp học", "Wifi miễn phí",
				  "Phòng studio") ROW3("Mầm non", "5", "1")
				     ROW3("Tiểu học", "20", "4") ROW3("Cộng",
								      "25", "5")
					     ROW3("Tỷ lệ %", "75", "20"))),
	       "wifi=25 wifi.mn=5 wifi.th=20 wifi_pct=75 studio=5 studio.mn=1 "
	       "studio.th=4 studio_pct=20",
	       "a row of rates below the totals");
	is_str(read_body(CAP(ROW2("Nội dung", "Kết quả") ROW2(
		       "Số giáo viên được tập huấn an toàn thông "
		       "tin",
		       "300") ROW2("Tỷ lệ giáo viên được tập huấn an "
				   "toàn thông tin",
				   "92"))),
	       "safe=300 safe_pct=92", "a row that says what its rate is of");
}

static void test_classes(void)
{
	is_str(read_body(CAP(ROW3("Nội dung", "Số lớp", "Số giáo viên") ROW3(
		       "Tập huấn an toàn thông tin", "4", "300"))),
	       "safe=300 safe_pct=?", "classes are no people");
	is_str(read_body(CAP(ROW2("Nội dung", "Số lớp")
				     ROW2("Tập huấn an toàn thông tin", "4"))),
	       "safe=?", "classes alone: doubted");
	is_str(read_body(CAP(ROW2("Nội dung", "Số người") ROW2(
		       "Tập huấn an toàn thông tin", "300"))),
	       "safe=300", "people are");
}

static void test_asides(void)
{
	is_str(read_body(CAP(ROW3("Nội dung", "Kế hoạch", "Kết quả") ROW3(
		       WIFI, "60", "45") ROW3(STUDIO, "15", "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a column of plans");
	is_str(read_body(CAP(ROW3("Nội dung", "Năm học 2021-2022",
				  "Năm học 2022-2023") ROW3(WIFI, "40", "45")
				     ROW3(STUDIO, "10", "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a column of another year");
	is_str(read_body(CAP(ROW3("Nội dung", "Tháng 5/2022",
				  "Thời điểm hiện tại (5/2023)")
				     ROW3(WIFI, "40", "45")
					     ROW3(STUDIO, "10", "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a month of another year");
	is_str(read_body(CAP(ROW3("Nội dung", "31/5/2021", "31/5/2023") ROW3(
		       WIFI, "40", "45") ROW3(STUDIO, "10", "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a day of another year");
	is_str(read_body(CAP(ROW2("Nội dung", "Số theo 09/2021/TT-BGDĐT")
				     ROW2(WIFI, "45"))),
	       "wifi=45 wifi_pct=?", "the number of a document");
	is_str(read_body(CAP(ROW3("Nội dung", "Năm học 2022-2023",
				  "Năm học 2021-2022") ROW3(WIFI, "45", "40")
				     ROW3(STUDIO, "12", "10"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "behind the report's own");
	is_str(read_body(CAP(ROW3("Nội dung", "Số lượng", "Tổng số") ROW3(
		       STUDIO, "1950", "2020") ROW3(WIFI, "30", "45"))),
	       "wifi=30 studio=1950 studio_pct=?",
	       "a row of figures is no head of years");
	is_str(read_body(CAP(ROW4("Nội dung", "Kế hoạch", "Thực hiện",
				  "Tỷ lệ (%)") ROW4(WIFI, "60", "45", "75"))),
	       "wifi=45 wifi_pct=75", "the rate is of the column before it");
}

static void test_others(void)
{
	is_str(read_body(CAP(ROW3("Nội dung", "Số lượng", "Ghi chú")
				     ROW3(WIFI, "45", "02 trường mới"))),
	       "wifi=45 wifi_pct=?", "a column of notes");
	is_str(read_body(CAP(ROW2("Nội dung", "Ghi chú") ROW2(WIFI, "45"))),
	       "wifi_pct=?", "notes alone");
	is_str(read_body(CAP(ROW3("Nội dung", "Kinh phí (triệu đồng)",
				  "Số lượng") ROW3(WIFI, "1.250", "45"))),
	       "wifi=45 wifi_pct=?", "a column of money");
	is_str(read_body(CAP(ROW2("Nội dung", "Kinh phí") ROW2(WIFI, "1.250"))),
	       "wifi_pct=?", "money alone");
	is_str(read_body(CAP(ROW3("Nội dung", "Thời gian", "Số lượng")
				     ROW3(WIFI, "10", "45"))),
	       "wifi=45 wifi_pct=?", "a column of time");
	is_str(read_body(CAP(ROW3("STT", "Nội dung", "Số lượng") ROW3(
		       "7", WIFI, "45") ROW3("8", STUDIO, "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a column of the numbers of rows");
}

static void test_open(void)
{
	is_str(read_body(CAP(ROW2("Nội dung", "Số trường")
				     ROW2("Tập huấn an toàn thông tin", "12"))),
	       "safe=?", "places are no people");

	is_str(read_body(CAP(
		       ROW5("Đơn vị", "Trường có wifi miễn phí",
			    "Trường có phòng studio", "Tỷ lệ (%)", "Tỷ lệ (%)")
			       ROW5("Toàn huyện", "45", "12", "75", "20"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "rates that do not tell are in the order of their counts");
	is_str(read_body(CAP(
		       ROW5("Đơn vị", "Trường có wifi miễn phí", "Tỷ lệ (%)",
			    "Trường có phòng studio", "Tỷ lệ (%)")
			       ROW5("Toàn huyện", "45", "75", "12", "20"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "... or behind each");
	is_str(read_body(CAP(
		       ROW5("Đơn vị", "Tỷ lệ (%)", "Trường có wifi miễn phí",
			    "Tỷ lệ (%)", "Trường có phòng studio")
			       ROW5("Toàn huyện", "75", "45", "20", "12"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "... or before each");
}

/* The count that another of its row is a share of. */
static void test_parts(void)
{
	is_str(read_body(CAP(
		       ROW5("Nội dung", "Tổng số", "Số lượng", "Tỷ lệ (%)",
			    "Ghi chú") ROW5(WIFI, "60", "45", "75", "")
			       ROW5(STUDIO, "60", "12", "20", "2 phòng chờ"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "heads tell it; notes are no answers");
	is_str(read_body(CAP(ROW4("Nội dung", "Hiện có", "Đã làm", "Tỷ lệ (%)")
				     ROW4(WIFI, "60", "45", "75")
					     ROW4(STUDIO, "12", "12", "100"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=100",
	       "the rate tells it, and of its column where both are equal");
	is_str(read_body(CAP(ROW3("Nội dung", "Năm học trước", "Hiện tại") ROW3(
		       WIFI, "40", "45") ROW3("Tỷ lệ (%)", "66,7", "75")
				     ROW3(STUDIO, "10", "12"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=?",
	       "a row of rates below counts");
	is_str(read_body(CAP(ROW4("Nội dung", "Số trường", "Tỷ lệ (%)",
				  "KH 2023-2024") ROW4(WIFI, "45", "75", "60")
				     ROW4(STUDIO, "", "", "20"))),
	       "wifi=45 wifi_pct=75 studio=?", "plans in short: doubted");
	is_str(read_body(CAP(ROW4("Tên dự án", "Trường có wifi miễn phí",
				  "Tỷ lệ (%)", "Ghi chú")
				     ROW4("Sao Mai", "45", "75", "xong"))),
	       "wifi=45 wifi_pct=75", "names beside figures say nothing");
	is_str(read_body(CAP(ROW3("Trường có wifi miễn phí", "Tỷ lệ (%)",
				  "Trường có phòng studio")
				     ROW3("45", "75", "12"))),
	       "wifi=45 wifi_pct=75 studio=12",
	       "a row without words has no number of its own");
	is_str(read_body(CAP(ROW3("Nội dung", "Số trường; tỷ lệ", "Ghi chú")
				     ROW3(WIFI, "45; 75%", "")
					     ROW3(STUDIO, "12", ""))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=?", "a head of both");
}

/* "Cộng" below rows. */
static void test_sums(void)
{
	is_str(read_body(CAP(ROW3("Nội dung", "Số trường", "Tỷ lệ (%)")
				     ROW3(WIFI, "45", "75") ROW3(STUDIO, "", "")
					     ROW3("Cộng", "45", "100"))),
	       "wifi=45 wifi_pct=75", "no sum for a cell that is empty");
	is_str(read_body(L("Giáo viên được tập huấn an toàn thông tin:") CAP(
		       ROW3("Khối", "Số giáo viên", "Tỷ lệ (%)")
			       ROW3("Khối sáng", "30", "60")
				       ROW3("Khối chiều", "20", "80")
					       ROW3("Toàn huyện", "50", "70"))),
	       "safe=50 safe_pct=70", "the sum of rows that nobody asks for");
}

/* What others wrote beside figures, and in their place. */
static void test_beside(void)
{
	is_str(read_body(CAP(ROW4("Nội dung", "Năm học 2021-2022",
				  "Năm học 2022-2023", "Tăng (+), giảm (-)")
				     ROW4(WIFI, "40", "45", "5")
					     ROW4(STUDIO, "10", "12", "2"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "a column of differences");
	is_str(read_body(CAP(
		       ROW4("Cấp học", "Wifi miễn phí", "Tỷ lệ (%)", "Ghi chú")
			       ROW4("Tiểu học", "Không có", "0", "")
				       ROW4("THCS", "8", "80", ""))),
	       "wifi.th=0 wifi.thcs=8", "nothing in the place of a figure");
	is_str(read_body(CAP(ROW4("Kết quả năm học 2022-2023", "", "", "") ROW4(
		       "TT", "Nội dung", "Số lượng",
		       "Tỷ lệ (%)") ROW4("1", WIFI, "45", "75")
				     ROW4("2", STUDIO, "Không có", "0"))),
	       "wifi=45 wifi_pct=75 studio=0 studio_pct=0",
	       "... below a title in the table's first row");
	is_str(read_body(CAP(ROW3("Nội dung", "Tiểu học", "THCS") ROW3(
		       WIFI, "không có trường nào", "8 trường (40%)")
				     ROW3(STUDIO, "Không", "5"))),
	       "wifi.th=0 wifi.thcs=8 studio.th=0 studio.thcs=5",
	       "... beside figures that are there");
	is_str(read_body(CAP(ROW3("TT", "Nội dung", "Số lượng") ROW3(
		       "1", WIFI, "40") ROW3("", "Trong đó: Tiểu học", "25")
				     ROW3("", "THCS", "15")
					     ROW3("2", STUDIO, "9"))),
	       "wifi=40 wifi.th=25 wifi.thcs=15 wifi_pct=? studio=9 studio_pct=?",
	       "rows of levels below a numbered row that has figures");
	is_str(read_body(L("Có ba trường có phòng studio (hai trường tiểu học "
			   "và một trường THCS).")),
	       "studio=3 studio.th=2 studio.thcs=1",
	       "a list of figures in words");
	is_str(read_body(L("Tổng số CSGD trên địa bàn là 80 đơn vị, trong đó "
			   "có 60 CSGD có mạng wifi miễn phí, đạt 75%.")),
	       "wifi=60 wifi_pct=75", "what is a part of all there are");
	is_str(read_body(L("Mạng wifi") L("Tổng số CSGD trên địa bàn là 80 đơn "
					  "vị (TH: 50; THCS: 30).")),
	       "", "all there are answer nothing");
	is_str(read_body(CAP(
		       ROW5("Nội dung", "MN", "TH", "THCS", "Tỷ lệ (%)")
			       ROW5("Tỷ lệ trường có mạng wifi miễn phí (%)",
				    "-", "65,5", "85,7", "75"))),
	       "wifi_pct=75", "a row of rates below heads of levels");
}

/* Numbers that add up. */
static void test_adds(void)
{
	is_str(read_body(CAP(ROW2("Đơn vị", "Trường có wifi miễn phí") ROW2(
		       "Mầm non", "5") ROW2("Tiểu học", "20") ROW2("THCS", "20")
				     ROW2("Tất cả", "45"))),
	       "wifi=45 wifi.mn=5 wifi.th=20 wifi.thcs=20",
	       "the sum of levels in their column");
	is_str(read_body(L("Giáo viên được tập huấn an toàn thông tin:") CAP(
		       ROW3("TT", "Tên lớp", "Số giáo viên tham gia") ROW3(
			       "1", "An toàn thông tin trên mạng", "30")
			       ROW3("2", "An toàn thông tin cá nhân", "20")
				       ROW3("", "Cộng: 02 lớp", "50 người"))),
	       "safe=50", "the sum of rows that all speak for one blank");
	is_str(read_body(CAP(ROW3("Nội dung", "Số lượng", "Đơn vị") ROW3(
		       WIFI, "45", "trường") ROW3(STUDIO, "12", "trường")
				     ROW3("Cộng", "57", ""))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "rows that speak for two are no parts");
}

/* Columns that add up, cells over several, rates without a column. */
static void test_columns(void)
{
	is_str(read_body(CAP(ROW4("Nội dung", "Điểm chính", "Điểm lẻ", "Cộng")
				     ROW4(WIFI, "30", "15", "45")
					     ROW4(STUDIO, "7", "5", "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio_pct=?",
	       "parts before their sum");
	is_str(read_body(CAP(ROW4("Nội dung", "Tổng số", "Điểm chính",
				  "Điểm lẻ") ROW4(WIFI, "45", "30", "15"))),
	       "wifi=45 wifi_pct=?", "parts behind their sum");
	is_str(read_body(CAP(ROW5("Nội dung", "Mầm non", "Tiểu học", "THCS",
				  "Cộng") TR(C(WIFI) OVER("4", "45"))
				     ROW5(STUDIO, "3", "4", "5", "12"))),
	       "wifi=45 wifi_pct=? studio=12 studio.mn=3 studio.th=4 "
	       "studio.thcs=5",
	       "a cell merged under all heads is of no level");
	is_str(read_body(CAP(
		       ROW5("Nội dung", "Mầm non", "THCS", "Cộng", "Tỷ lệ (%)")
			       ROW5(STUDIO, "3", "9", "12", "20")
				       ROW5("Tỷ lệ trường có mạng wifi miễn "
					    "phí (%)",
					    "65,5", "85,7", "75", ""))),
	       "wifi_pct=75 studio=12 studio.mn=3 studio.thcs=9 "
	       "studio_pct=20",
	       "a row of rates whose rate column is empty");
	is_str(read_body(
		       L("Kiến nghị") L("Không.") L("Nơi nhận:") L(
			       "- Như trên;") L("- Lưu: VT.") L("HIỆU TRƯỞNG")
			       L("Trần Văn An") L("Biểu 01 (kèm theo báo cáo)")
				       CAP(ROW2("Nội dung", "Số trường")
						   ROW2(WIFI, "45"))),
	       "wifi=45 wifi_pct=?", "a table behind the signature");
}

/* Levels that lead the figures of a paragraph in, one behind the other. */
static void test_led(void)
{
	is_str(read_body(L("Biểu 1") L(
		       "Riêng tiểu học: có mạng wifi miễn phí 20 trường, có "
		       "phòng studio 4 trường; THCS: có mạng wifi miễn phí 25 "
		       "trường, có phòng studio 7 trường.")),
	       "wifi.th=20 wifi.thcs=25 studio.th=4 studio.thcs=7",
	       "the second is the last one's");
}

static const char sums_form[] =
	"<form xmlns='urn:vanban:form:1' id='tong' version='1' type='bao-cao'>"
	"<title>Báo cáo năm học 2022-2023</title>"
	"<levels><level id='mn' label='Mầm non'/>"
	"<level id='th' label='Tiểu học'/><level id='thcs' label='THCS'/>"
	"</levels><base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Kết quả cụ thể'>"
	"<line>Số CSGD (theo bậc học) duy trì hệ thống LMS: <count id='lms' "
	"by='level' unit='CSGD' label='Số CSGD duy trì LMS'/> CSGD "
	"(<breakdown of='lms'/>).</line>"
	"<line>Số CSGD (theo bậc học) triển khai phần mềm quản trị trường học: "
	"<count id='mgmt' by='level' unit='CSGD' label='Số CSGD triển khai "
	"phần mềm quản trị'/> CSGD (<breakdown of='mgmt'/>), đạt tỷ lệ: "
	"<percent id='mgmt_pct' of='mgmt' per='base/all_n' label='Tỷ lệ CSGD "
	"triển khai phần mềm quản trị'/>%.</line></section></body></form>";

#define SUMS(n, words, all, mn, th, thcs)                                     \
	TR(C(n) C(words) TC(L("Tổng số: " all " CSGD") L("- Mầm non: " mn) L( \
		"- Tiểu học: " th) L("- THCS: " thcs)) C(""))

/* "Tổng số: 33 CSGD" before the lines of levels: no row of sums. */
static void test_sum_lines(void)
{
	struct vb_form *sums;

	if (!kit_open(&sums, sums_form, "tong.xml"))
		return;
	is_str(kit_values(sums,
			  CAP(ROW4("STT", "Nội dung báo cáo", "Kết quả",
				   "Ghi chú") SUMS("6",
						   "Số CSGD triển khai phần "
						   "mềm quản trị trường học",
						   "33", "14", "10", "09")
				      SUMS("1", "Số CSGD duy trì hệ thống LMS",
					   "19", "0", "10", "09"))),
	       "lms=19 lms.mn=0 lms.th=10 lms.thcs=9 mgmt=33 mgmt.mn=14 mgmt.th=10 "
	       "mgmt.thcs=9",
	       "a sum and its levels in a cell");
	vb_form_free(sums);
	is_str(read_body(CAP(ROW3("Nội dung", "Kết quả",
				  "Tỷ lệ") ROW3(WIFI, "Tổng số: 45 CSGD", "75%")
				     ROW3(STUDIO, "Tổng số: 12 CSGD", "20%"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=20",
	       "a sum before its rate");
}

/* A letterhead of one row, whose day is blank: it counts nothing. */
static void test_letterhead(void)
{
	is_str(read_body(TBL(TR(TC(L("PHÒNG GD VÀ ĐT") L("Số:     /BC-GDĐT"))
					TC(L("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
					     "NAM") L("Mẫu, ngày … tháng 6 "
						      "năm 2023"))))
				 L("BÁO CÁO") CAP(ROW2("Nội dung", "Số trường")
							  ROW2(WIFI, "45"))),
	       "wifi=45 wifi_pct=?", "a date without its day");
}

#define WIFI_LINE "Số CSGD có mạng wifi miễn phí: "

/* Brackets that a note says are of another time. */
static void test_brackets(void)
{
	is_str(read_body(L(WIFI_LINE "45 CSGD, đạt 75%; số trong ngoặc là của "
				     "năm học trước.")),
	       "wifi=45 wifi_pct=75", "a note behind a figure");
	is_str(read_body(L("(Số trong ngoặc là của năm học trước) " WIFI_LINE
			   "45 CSGD (40), đạt 75%")),
	       "wifi=45 wifi_pct=75", "a note before one");
	is_str(read_body(L("(Số trong ngoặc vuông là số liệu cùng kỳ năm học "
			   "2021-2022)") L(WIFI_LINE "45 CSGD, đạt 75% [40 "
						     "CSGD, đạt 66,7%]")),
	       "wifi=45 wifi_pct=75", "square ones");
	is_str(read_body(L(WIFI_LINE "45 CSGD, đạt 75% [40 CSGD, đạt 66,7%]") L(
		       "Ghi chú: số trong dấu ngoặc vuông là của năm "
		       "học trước.")),
	       "wifi=45 wifi_pct=75", "a note behind them");
	is_str(read_body(L(WIFI_LINE "45 CSGD (đạt 75%)") CAP(
		       ROW2("Nội dung (số trong ngoặc là năm học trước)",
			    "Số CSGD") ROW2(STUDIO, "12 "
						    "(10"
						    ")"))),
	       "wifi=45 wifi_pct=75 studio=12 studio_pct=?",
	       "round ones behind the note alone");
	is_str(read_body(CAP(ROW2("Nội dung", "Số CSGD (theo bậc học)")
				     ROW2(STUDIO, "12 (10)"))
				 L("Số trong ngoặc đơn là kế hoạch giao.")
					 L(WIFI_LINE "45 CSGD (40)")),
	       "wifi=45 studio=12 studio_pct=?", "in the table above it");
	is_str(read_body(L("(Số trong ngoặc là tỷ lệ phần trăm)")
				 L(WIFI_LINE "45 CSGD (75%)")),
	       "wifi=45 wifi_pct=75", "what is of the report's own time");
	is_str(read_body(L("(Số trong ngoặc là của năm học trước)")
				 L(WIFI_LINE "45 CSGD (40")),
	       "wifi=45 wifi_pct=?", "a bracket that does not close");
}

int main(void)
{
	if (!kit_open(&form, tables_form, "bang.xml"))
		return done_testing();
	test_rates();
	test_runs();
	test_totals();
	test_rate_rows();
	test_classes();
	test_asides();
	test_others();
	test_open();
	test_parts();
	test_sums();
	test_beside();
	test_adds();
	test_columns();
	test_led();
	test_sum_lines();
	test_letterhead();
	test_brackets();
	vb_form_free(form);
	return done_testing();
}
