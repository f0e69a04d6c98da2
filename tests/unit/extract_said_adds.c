/*
 * Sums that the form's constraints state (src/extract/said_adds.c). "id=?" is
 * doubted.
 */
#include "extract_kit.h"

static const char adds_form[] =
	"<form xmlns='urn:vanban:form:1' id='cong' version='1' type='bao-cao'>"
	"<title>Báo cáo</title><levels><level id='th' label='Tiểu học'/>"
	"<level id='thcs' label='THCS'/></levels>"
	"<base><count id='all_n' unit='CSGD'/></base>"
	"<heading><name>BAO CAO</name></heading><body>"
	"<section title='Số lượng'>"
	"<line>Quy mô thực hiện tại địa bàn quản lý: <count id='all' "
	"unit='CSGD' label='Quy mô thực hiện' constraint='. = th + thcs'/> "
	"CSGD, tương ứng <percent id='all_pct' of='all' per='base/all_n' "
	"label='Quy mô thực hiện, phần trăm'/>%. Chia ra:</line>"
	"<line>Bậc Tiểu học: <count id='th' unit='CSGD' label='Số CSGD bậc "
	"Tiểu học triển khai đánh giá'/> CSGD.</line>"
	"<line>Bậc THCS: <count id='thcs' unit='CSGD' label='Số CSGD bậc THCS "
	"triển khai đánh giá'/> CSGD.</line>"
	"</section><section title='Khác'>"
	"<line>Số máy chiếu: <count id='beamers' label='Số máy chiếu' "
	"constraint='. = th * 2'/></line>"
	"</section></body></form>";

static struct vb_form *form;

static const char *read_one(const char *body)
{
	return kit_values(form, body);
}

#define ONE(t) read_one(L("1. Phạm vi") L(t))

static void test_sums(void)
{
	is_str(ONE("Cấp tiểu học có 33 trường, cấp THCS có 32 trường thực hiện "
		   "đánh giá; toàn huyện là 65 trường, bằng 97% số trường phổ "
		   "thông."),
	       "all=65 all_pct=97 th=33 thcs=32", "the sum of two, its rate");
	is_str(ONE("Cấp tiểu học có 33 trường, cấp THCS có 32 trường thực hiện "
		   "đánh giá; toàn huyện là 66 trường, bằng 97% số trường phổ "
		   "thông."),
	       "th=33 thcs=32", "no sum");
	is_str(ONE("Cấp tiểu học có 1 trường, cấp THCS có 2 trường thực hiện "
		   "đánh giá; toàn huyện là 3 trường, bằng 97% số trường phổ "
		   "thông."),
	       "th=1 thcs=2", "so little tells nothing");
}

int main(void)
{
	if (!kit_open(&form, adds_form, "cong.xml"))
		return done_testing();
	test_sums();
	vb_form_free(form);
	return done_testing();
}
