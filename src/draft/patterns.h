/*
 * patterns.h - what the draft looks for in words, compiled once.
 *
 * Measured on five outlines of offices: blanks are dots, U+2026, underscores,
 * nothing at all (":CSGD", ":%": the leader tab was lost in a copy).
 */
#ifndef DRAFT_PATTERNS_H
#define DRAFT_PATTERNS_H

#include "text/match.h"

/* What is counted, the longer before what it begins with. */
#define UNIT_COUNTED                                                                           \
	"cán bộ quản lý, giáo viên|cán bộ, giáo viên|cán bộ chuyên trách|"   \
	"cán bộ quản lý|cán bộ|giáo viên|nhà giáo|học sinh|sinh viên|"         \
	"người học|nhân viên|viên chức|công chức|CSGD|cơ sở giáo dục|CBQL|" \
	"học liệu|bài giảng|nền tảng|phần mềm|hồ sơ công việc|hồ sơ|"  \
	"máy tính|thiết bị|phòng học|phòng|lớp|trường|đơn vị|khóa|khoá|"  \
	"buổi|tiết|lượt người|lượt|người|văn bản|điểm trường|bộ|chiếc|cái"
#define UNIT_MEASURED "triệu đồng|tỷ đồng|tỉ đồng|đồng|km|m2|m²|ha"
#define LEADERS	      "(?:…[.…]*|\\.{3,}[.…]*|_{3,})"
#define DOTS	      "[.…_]+"

/* X(name, regex) */
#define DRAFT_PATTERNS(X)                                                                       \
	/* groups: a document's number and date; a date; a blank; a blank                       \
	 * that is not there before its unit, or before %, or at the end of                     \
	 * a rate; a name asked for between commas */                                           \
	X(BLANK,                                                                                \
	  "((?i:số)(?: hiệu)?:? ?" DOTS                                                         \
	  " ?(?:/ ?[\\p{L}.…_-]*)?,? ?ngày ?" DOTS                                              \
	  "(?: ?(?:/|tháng) ?[0-9.…_]*)?(?: ?(?:/|năm) ?[0-9.…_]*)?)"                     \
	  "|((?i:ngày) ?" DOTS " ?(?:/|tháng) ?[0-9.…_]* ?(?:/|năm) ?"                      \
	  "[0-9.…_]*)"                                                                        \
	  "|((?:" LEADERS "|(?<![.0-9])\\.{2}(?=\\s*$)|\\[\\s*\\]|\\( +\\))"                    \
	  "(?: ?" LEADERS ")*)"                                                                 \
	  "|(?<=:)( ?)(?=(?:" UNIT_COUNTED "|" UNIT_MEASURED                                    \
	  ") ?(?:[,;.)]|$))|(?<=:)( ?)(?=%)"                                                    \
	  "|(?<=lệ)( ?)(?=[;.]?$)|(?<=lệ)( ?)(?=% ?(?:[;.,)]|$))"                           \
	  "|(?<=[.…], )(tên \\p{L}+)(?=,)")                                                     \
	X(PROSE, "\\G… (?!" UNIT_COUNTED "|" UNIT_MEASURED                                      \
		 "|%|đạt|chiếm|tỷ|tỉ)\\p{Ll}")                                                  \
	X(UNIT, "\\G ?(" UNIT_COUNTED ")(?!\\p{L})")                                            \
	X(MEASURE, "\\G ?(" UNIT_MEASURED ")(?!\\p{L})")                                        \
	X(PERCENT, "\\G ?%")                                                                    \
	X(RATE, "(?i)^(?:đạt |chiếm )*t[ỷỉ] (?:lệ|trọng)")                                      \
	/* what is counted, in group 1 when it is known */                                      \
	X(COUNTED, "(?i)^(?:trong đó:?,? |chia ra:?,? )?(?:tổng )?số "                    \
		   "(?:lượng )?(?:các )?(?!liệu|hiệu|điện thoại|tài khoản|"     \
		   "nhà(?!\\p{L}| giáo)|ngày)(" UNIT_COUNTED ")?")                              \
	X(DOCREF, "(?i)^số(?: hiệu| và ký hiệu| ký hiệu)?, ?ngày")                              \
	X(DATE, "(?i)^ngày,? ?tháng,? ?năm")                                                    \
	X(SHORT, "(?i)^(?:tên|họ|phương thức|hình thức|đơn vị|địa chỉ|"      \
		 "địa điểm|thời gian|chức vụ|điện thoại|số điện thoại|" \
		 "email|website|trang web|người|mã|loại)(?!\\p{L})")                            \
	X(LEVELS, "(?i)theo (?:từng )?(?:bậc|cấp) học")                                         \
	X(EVIDENCE, "(?i)[,;]? ?(\\( ?[^()]*minh chứng ?\\)|(?:gửi|đính|nộp)"           \
		    " kèm[^()]*minh chứng) ?[.;]?$")                                            \
	X(PROOF, "(?i)minh chứng ?:?$")                                                         \
	X(TAIL, " ?(\\((?:[^()]|\\([^()]*\\))*\\)) ?[:.;]?$")                                   \
	X(TELL, "(?i)^\\(?(?:nêu|ghi|kể|mô tả|trình bày|liệt kê|đánh giá|"        \
		"báo cáo|phân tích|mục này)(?!\\p{L})")                                         \
	X(CHOICE, "(?i)ghi:? ([^()]*/[^()]*)\\)?$")                                             \
	/* marks */                                                                             \
	X(ROMAN, "^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?: ?[.:)] ?| [–-] )"                     \
		 "(?=\\p{L})")                                                                  \
	X(DECIMAL, "^([0-9]{1,2}(?:\\.[0-9]{1,2}){1,3})[.)]? (?=\\p{L})")                       \
	X(ARABIC, "^[0-9]{1,2}[.)] ?(?=\\p{L})")                                                \
	X(LETTER, "^[a-zđ]\\) ?(?=\\S)")                                                        \
	X(PAREN, "^\\((?:[0-9]{1,2}|[a-zđ])\\) ?(?=\\S)")                                       \
	X(DASH, "^[-–—−•‣▪●○*] ?(?=\\S)")                                                       \
	X(PLUS, "^\\+ ?(?=\\S)")                                                                \
	/* head and foot */                                                                     \
	X(NATION, "(?i)^cộng (?:hòa|hoà) xã hội chủ nghĩa|^độc lập ?[-–]")                      \
	X(NUMBER, "^(?i:số) ?:|^(?i:số) ?[.…_]* ?/")                                            \
	X(PLACE, "(?i)ngày[ .…_0-9]*tháng[ .…_0-9]*năm")                                        \
	X(SUBJECT, "(?i)^v/v|^về việc")                                                         \
	X(ADDRESSEE, "(?i)^kính gửi ?:? ?")                                                     \
	X(ANNEX, "^(?:PHỤ LỤC|Phụ lục)(?: [0-9IVX]{1,4}(?![\\p{L}]))?"                  \
		 " ?[.:]? ?(?=$|\\p{Lu})")                                                      \
	X(ANNEX_NOTE, "(?i)^\\( ?(?:đính kèm|kèm theo|ban hành)")                               \
	X(NOTE, "^\\(.*\\)$")                                                                   \
	X(ORGAN, "^(?:UBND|ỦY BAN|UỶ BAN|SỞ|PHÒNG|TRƯỜNG|TÊN|BỘ|TRUNG TÂM)")                    \
	X(CAPITALS, "^[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]*$")                                          \
	X(RECIPIENTS, "(?i)^nơi nhận ?:? ?$")                                                   \
	X(ARCHIVE, "(?i)^lưu ?:? ?")                                                            \
	X(PURPOSE, " ?\\(([^()]*)\\)$")                                                         \
	X(AUTHORITY, "^(?:KT|TM|TL|TUQ|Q)\\. ?\\p{Lu}")                                         \
	X(RULE, "^[-–—_*=. …]*$")

enum draft_pattern {
#define DRAFT_PATTERN_ENUM(name, regex) P_##name,
	DRAFT_PATTERNS(DRAFT_PATTERN_ENUM)
#undef DRAFT_PATTERN_ENUM
	N_DRAFT_PATTERNS
};

enum {
	BLANK_DOCREF = 1, /* groups of P_BLANK */
	BLANK_DATE,
	BLANK_LEADER,
	BLANK_UNIT,
	BLANK_PERCENT,
	BLANK_RATE,
	BLANK_RATE_PERCENT,
	BLANK_NAME,
	BLANK_GROUPS
};

struct draft_patterns;

int draft_patterns_new(struct draft_patterns **out, struct vb_error *err);
void draft_patterns_free(struct draft_patterns *patterns);
/* Memory ran out in a search: what was found is not what stands there. */
bool draft_patterns_failed(const struct draft_patterns *patterns);

/* The first match at or after `start`; `groups` may be NULL when n is 0. */
bool draft_find(struct draft_patterns *patterns, enum draft_pattern which,
		struct text_span words, size_t start, struct text_span *groups,
		size_t n);
bool draft_has(struct draft_patterns *patterns, enum draft_pattern which,
	       struct text_span words);

#endif
