/*
 * A whole and its parts (src/extract/said_weigh.c, said_around.c,
 * anchor_beside.c): blanks that are wholes of others by level, sums behind a
 * list, columns of parts.
 */
#include "extract_kit.h"

static const char whole_form[] =
	"<form xmlns='urn:vanban:form:1' id='muc' version='1' type='bao-cao'>"
	"<title>Báo cáo mức độ chuyển đổi số</title>"
	"<levels><level id='th' label='Tiểu học'/>"
	"<level id='thcs' label='THCS'/></levels>"
	"<base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Quy mô triển khai'>"
	"<line>Tổng số CSGD phổ thông thuộc địa bàn triển khai đánh giá: "
	"<count id='all' unit='CSGD' label='Tổng số CSGD phổ thông triển khai "
	"đánh giá'/> CSGD, đạt tỷ lệ <percent id='pct' of='all' "
	"per='base/all_n' label='Tỷ lệ CSGD phổ thông triển khai đánh giá'/>%."
	"</line><line>Bậc Tiểu học: <count id='th' unit='CSGD' label='Số CSGD "
	"bậc Tiểu học triển khai đánh giá'/> CSGD.</line>"
	"<line>Bậc THCS: <count id='thcs' unit='CSGD' label='Số CSGD bậc THCS "
	"triển khai đánh giá'/> CSGD.</line></section>"
	"<section title='Kết quả'><line>Dạy học ở CSGD phổ thông, mức tốt: "
	"<count id='good' unit='CSGD' label='Dạy học: CSGD phổ thông, mức tốt'/>"
	"</line><line>Dạy học ở bậc Tiểu học, mức tốt: <count id='good_th' "
	"unit='CSGD' label='Dạy học: Tiểu học, mức tốt'/></line>"
	"<line>Dạy học ở bậc THCS, mức tốt: <count id='good_thcs' unit='CSGD' "
	"label='Dạy học: THCS, mức tốt'/></line>"
	"<line>Dạy học ở CSGD phổ thông, mức cơ bản: <count id='fair' "
	"unit='CSGD' label='Dạy học: CSGD phổ thông, mức cơ bản'/></line>"
	"<line>Dạy học ở bậc Tiểu học, mức cơ bản: <count id='fair_th' "
	"unit='CSGD' label='Dạy học: Tiểu học, mức cơ bản'/></line>"
	"<line>Dạy học ở bậc THCS, mức cơ bản: <count id='fair_thcs' "
	"unit='CSGD' label='Dạy học: THCS, mức cơ bản'/></line></section>"
	"</body></form>";

static struct vb_form *form;

static const char *read_body(const char *body)
{
	return kit_values(form, body);
}

#define ONE(t) read_body(L("Kết quả") L(t))

static void test_sums(void)
{
	is_str(ONE("Quy mô: đã đánh giá 12 trường TH, 8 trường THCS, cộng 20 "
		   "trường, đạt 80% số trường của quận."),
	       "all=20 pct=80 th=12 thcs=8", "a sum behind its list");
	is_str(ONE("Đã đánh giá: THCS 8 trg, TH 12 trg. Tổng 20 trg, đạt 80%."),
	       "all=20 pct=80 th=12 thcs=8", "in a sentence of its own");
	is_str(ONE("Có 80% số trường đã triển khai đánh giá, cả thảy là 20 "
		   "trường. Tiểu học có 12 trường, THCS có 8 trường."),
	       "all=20 pct=80 th=12 thcs=8",
	       "what says nothing leads nothing away");
	is_str(ONE("Tổng số CSGD phổ thông triển khai đánh giá = 12 (Tiểu học) "
		   "+ 8 (THCS) = 20 CSGD, đạt tỷ lệ 80%."),
	       "all=20 pct=80 th=12 thcs=8", "a sum that is written out");
	is_str(ONE("Tổng số CSGD phổ thông triển khai đánh giá: 12 + 8 = 20 "
		   "CSGD, đạt tỷ lệ 80%."),
	       "all=20 pct=80", "numbers and what they add up to");
	is_str(ONE("Tổng số CSGD phổ thông triển khai đánh giá: 12 + 8 = 21 "
		   "CSGD, đạt tỷ lệ 80%."),
	       "all=? pct=80", "that they do not add up to");
}

/* The form has no levels for these: they are parts of what it asks for. */
static void test_columns(void)
{
	is_str(read_body(L("Thống kê") "<w:tbl>" ROW5(
		       "Nội dung", "Mầm non", "Khối 6", "Toàn trường",
		       "Tỉ lệ (%)") ROW5("Tổng số CSGD phổ thông thuộc địa bàn "
					 "triển khai đánh giá",
					 "3", "17", "20", "80") "</w:tbl>"),
	       "all=20 pct=80", "columns of parts before that of the whole");
}

static void test_wholes(void)
{
	is_str(ONE("Dạy học: chung mức tốt 9 trường, mức cơ bản 4 trường; "
		   "tiểu học mức tốt 5 trường, mức cơ bản 3 trường; THCS mức "
		   "tốt 4 trường, mức cơ bản 1 trường."),
	       "good=9 good_th=5 good_thcs=4 fair=4 fair_th=3 fair_thcs=1",
	       "figures of no level are those of all levels");
}

int main(void)
{
	if (!kit_open(&form, whole_form, "muc.xml"))
		return done_testing();
	test_sums();
	test_columns();
	test_wholes();
	vb_form_free(form);
	return done_testing();
}
