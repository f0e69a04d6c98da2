/*
 * annotate_vi.c - findings in Vietnamese, for people who never saw the
 * program: the clerk who opens the file that came back.
 */
#include "cli/annotate.h"

#include <string.h>

static const struct {
	const char *rule, *words;
} sentences[] = {
	{"answer-without-slot", "Mẫu không có chỗ cho câu trả lời này"},
	{"bad-partial", "Không ghép được tệp mà thẻ này gọi vào mẫu"},
	{"bad-tag", "Thẻ chưa đóng trong đoạn này, hoặc không phải là thẻ"},
	{"constraint-broken", "Giá trị không thỏa điều kiện của biểu mẫu"},
	{"crossed-section", "Hai khối chồng chéo, không khối nào nằm gọn "
			    "trong khối kia"},
	{"field-missing", "Không tìm thấy chỗ trả lời"},
	{"field-without-slot", "Mẫu không có chỗ cho trường này"},
	{"hidden-value", "Có chữ ẩn hoặc gạch bỏ ở đây"},
	{"id-twice", "Mã số bị trùng"},
	{"level-without-slot", "Mẫu không có chỗ cho bậc này"},
	{"not-relevant", "Mục này không phải trả lời, nhưng có ghi"},
	{"placeholder-value", "Vẫn là chữ giữ chỗ của mẫu, chưa có trả lời"},
	{"rate-range", "Tỷ lệ nằm ngoài khoảng 0 đến 100%"},
	{"relationship-missing", "Liên kết hoặc hình không còn trong tệp"},
	{"repeat-missing", "Không có chỗ cho các hàng lặp"},
	{"required-missing", "Bắt buộc trả lời nhưng còn trống"},
	{"row-unread", "Hàng thêm vào này không đọc được: hãy chép vào một "
		       "hàng có sẵn"},
	{"section-shape", "Khối lặp bao quanh phần không thể lặp"},
	{"shape-wrong", "Ô điền đặt sai chỗ"},
	{"stray-close", "Thẻ đóng này không đóng khối nào"},
	{"structure-broken", "Cấu trúc hỏng: bảng, hàng hoặc ô thiếu nội dung"},
	{"tag-outside-repeat", "Trường của một khối lặp nằm ngoài khối đó"},
	{"tracked-value", "Giá trị nằm trong một thay đổi đang theo dõi, hãy "
			  "chấp nhận hoặc từ chối"},
	{"type-missing", "Thành phần không khai báo loại nội dung"},
	{"unclosed-section", "Khối này chưa có thẻ đóng"},
	{"unknown-field", "Biểu mẫu không có trường này"},
	{"unknown-level", "Trường này không có bậc như vậy"},
	{"unknown-tag", "Biểu mẫu không có trường mà thẻ này gọi tên"},
	{"value-ambiguous", "Có thể đọc theo nhiều cách nên chưa lấy"},
	{"value-changed", "Giá trị đã khác với lúc điền"},
	{"value-doubtful", "Chưa chắc là số liệu của mục này nên chưa lấy"},
	{"value-echoed", "Giá trị bị lặp lại"},
	{"value-invalid", "Không đọc được giá trị ở đây"},
	{"value-unusual", "Đọc được, nhưng viết không theo cách thường dùng"},
	{"words-unread", "Chữ bên cạnh câu trả lời không được đọc"},
};

/* A canonical figure the Vietnamese way: 85.5 is 85,5. */
static void add_figure(struct buf *out, const char *at, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		buf_addc(out, at[i] == '.' ? ',' : at[i]);
}

/* The word behind a phrase of the library's sentence: its length, 0 when the
 * phrase is not there. */
static size_t word_behind(const char *message, const char *phrase,
			  const char **at)
{
	const char *found = strstr(message, phrase);

	if (!found)
		return 0;
	*at = found + strlen(phrase);
	return strcspn(*at, " ;,:");
}

/* "x is 85.5 but 45/60 is 75": what rules_judge.c says. */
static bool add_figures(struct buf *out, const char *rule, const char *message)
{
	const char *stated = "", *other = "", *of = "";
	size_t n = word_behind(message, " is ", &stated), m, k;

	if (strcmp(rule, "rate-differs") == 0) {
		k = word_behind(message, " but ", &of);
		m = k ? word_behind(of, " is ", &other) : 0;
		if (!n || !m || strncmp(other, "no ", 3) == 0)
			return false;
		buf_adds(out, "Tỷ lệ ghi ");
		add_figure(out, stated, n);
		buf_addf(out, "%% nhưng %.*s = ", (int)k, of);
		add_figure(out, other, m);
		buf_addc(out, '%');
		return true;
	}
	if (strcmp(rule, "sum-differs") == 0)
		m = word_behind(message, "its levels add up to ", &other);
	else if (strcmp(rule, "calculate-differs") == 0)
		m = word_behind(message, "is calculated as ", &other);
	else
		return false;
	if (!n || !m)
		return false;
	buf_adds(out, "Ghi ");
	add_figure(out, stated, n);
	buf_adds(out, strcmp(rule, "sum-differs") == 0
			      ? " nhưng cộng các bậc được "
			      : " nhưng tính ra ");
	add_figure(out, other, m);
	return true;
}

void annotate_vietnamese(struct buf *out, const struct vb_finding *finding)
{
	size_t i;

	if (add_figures(out, finding->rule, finding->message))
		return;
	for (i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (strcmp(sentences[i].rule, finding->rule) == 0) {
			buf_adds(out, sentences[i].words);
			return;
		}
	buf_adds(out, finding->message);
}
