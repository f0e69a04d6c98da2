/*
 * docref.c - see docref.h.
 *
 * Three patterns, strictest first: the whole text is the grammar; the whole
 * text is what docref_show() makes of an unusual number; a number, or a date
 * with the words before it, stands somewhere in other words.
 */
#include "text/docref.h"

#include "text/date.h"
#include "text/match.h"
#include "text/norm.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* Longest text looked at: a citation with its subject line is well below. */
#define DOCREF_TEXT_MAX 4096
/* Bytes of a name; longer, and it holds more than the name. 200 characters
 * is what ND 30/2020, Phu luc VI gives OrganName. */
#define ISSUER_MAX 300

/* Kinds of documents (ND 30/2020, Dieu 7; Luat 2015 on legal documents) and
 * how clerks shorten them. */
#define KIND                                                               \
	"(?i:nghị\\s+quyết|nghị\\s+định|quyết\\s+định|"      \
	"chỉ\\s+thị|quy\\s+(?:chế|định)|"                         \
	"thông\\s+(?:cáo|báo|tư(?:\\s+liên\\s+tịch)?)|"             \
	"hướng\\s+dẫn|chương\\s+trình|kế\\s+hoạch|"            \
	"phương\\s+án|đề\\s+án|dự\\s+án|báo\\s+cáo|"           \
	"biên\\s+bản|tờ\\s+trình|hợp\\s+đồng|"                  \
	"công\\s+(?:văn|điện)|văn\\s+bản(?:\\s+hợp\\s+nhất)?|" \
	"bản\\s+ghi\\s+nhớ|bản\\s+(?:thỏa|thoả)\\s+thuận|"     \
	"giấy\\s+(?:(?:ủy|uỷ)\\s+quyền|mời|giới\\s+thiệu|"   \
	"nghỉ\\s+phép)|phiếu\\s+(?:gửi|chuyển|báo)|"             \
	"luật|pháp\\s+lệnh|phụ\\s+lục)(?!\\pL)"                   \
	"|(?:CV|KH|QĐ|NQ|NĐ|TT|TB|BC|CT|HD)(?=[\\s:])"

/* Notation: capitals joined by dashes or slashes; the initials of a school's
 * name behind a dot, "KH-THPT.LTT". */
#define SYMBOL                                           \
	"(?=\\p{Lu}{2})\\pL[\\pL&]*[0-9]{0,2}"           \
	"(?:[ ]?[-–/‑][ ]?\\p{Lu}[\\pL&]*[0-9]{0,2}" \
	"|\\.\\p{Lu}{2,}(?!\\pL))*(?![\\pL\\pN])"
/* 45/KH-THPT, 09/2021/TT-BGDĐT, 29-NQ/TW */
#define NUMBER                                                 \
	"(?<![\\pL\\pN/.\\-])(?:[0-9]{1,5}\\p{Ll}?\\h?/\\h?"   \
	"(?:(?:19|20)[0-9]{2}\\h?/\\h?)?" SYMBOL               \
	"|[0-9]{1,4} ?[-–‑] ?\\p{Lu}\\pL{0,4}/\\p{Lu}{2,}" \
	"(?:[-–]\\p{Lu}+)*(?![\\pL\\pN]))"

#define YEAR "(?:19|20|21)[0-9]{2}"
/* As wide as date_read(), which has the last word. */
#define DATE                                                             \
	"(?i:(?<![\\pL0-9/])(?:(?:ngày\\s*)?[0-9]{1,2}\\s*"             \
	"(?:[/.\\-–]\\s*[0-9]{1,2}\\s*[/.\\-–]\\s*(?:" YEAR "|[0-9]{2})" \
	"|tháng\\s*[0-9]{1,2}\\s*(?:,?\\s*năm\\s*|/\\s*)" YEAR ")"       \
	"|tháng\\s*[0-9]{1,2}\\s*(?:,?\\s*năm\\s*|[/\\-]\\s*)" YEAR      \
	"|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9/]))"

#define SO "(?i:(?<!\\pL)số(?:\\s+hiệu)?(?!\\pL))\\s*:?\\s*"

enum {
	/* groups: behind "số", bare, date, issuer */
	STRICT,
	/* groups: number, date, issuer */
	SHOWN,
	/* group: number */
	LOOSE_NUMBER,
	LOOSE_DATE,
	/* group: issuer */
	LOOSE_ISSUER,
	PATTERNS
};

/* The whole match and the most parentheses of a pattern. */
#define GROUPS 5

static const char *const sources[PATTERNS] = {
	[STRICT] = "^(?:(?:" KIND ")\\s*)?(?:" SO "(" NUMBER
		   "|[0-9]{1,5}\\p{Ll}?(?![\\pL\\pN/.\\-]))"
		   "|(" NUMBER "))?"
		   "(?:\\s*[,;])?\\s*(" DATE ")?(?:\\s*[,;])?\\s*"
		   "(?:(?i:(?<!\\pL)của)\\s+(\\S.*))?$",
	[SHOWN] = "^số (?=[^/]*[0-9])"
		  "(\\S{1,60}(?=$| của )|\\S.{0,59}?(?= ngày | tháng ))"
		  "(?: (ngày [0-9]{2}/[0-9]{1,2}/[0-9]{4}"
		  "|tháng [0-9]{1,2}/[0-9]{4}))?"
		  "(?: của (\\S.*))?$",
	[LOOSE_NUMBER] = "(" NUMBER ")|" SO
			 "([0-9]{1,5}\\p{Ll}?)(?![\\pL\\pN/.\\-])",
	[LOOSE_DATE] = DATE,
	/* "của" right behind what was found; stops where another clause or
	 * the date begins */
	[LOOSE_ISSUER] = "\\G(?:\\s*[,;])?\\s*(?i:của)\\s+(\\S.*?)"
			 "(?=\\s*(?:[,;(]|\\.(?:\\s|/|$)|$|(?i:(?<!\\pL)"
			 "(?:ngày|tháng|về|v/v)(?!\\pL))))",
};

struct docref_reader {
	struct pattern *patterns[PATTERNS];
};

int docref_reader_new(struct docref_reader **out, struct vb_error *err)
{
	struct docref_reader *reader = calloc(1, sizeof(*reader));
	int rc;

	*out = NULL;
	if (!reader)
		return err_set(err, VB_NOMEM, "no memory for patterns");
	for (size_t i = 0; i < PATTERNS; i++) {
		rc = pattern_new(&reader->patterns[i], sources[i], err);
		if (rc != VB_OK) {
			docref_reader_free(reader);
			return rc;
		}
	}
	*out = reader;
	return VB_OK;
}

void docref_reader_free(struct docref_reader *reader)
{
	if (!reader)
		return;
	for (size_t i = 0; i < PATTERNS; i++)
		pattern_free(reader->patterns[i]);
	free(reader);
}

void docref_show(struct buf *out, const char *number, const char *date,
		 const char *issuer)
{
	const char *gap = "";

	if (number && *number) {
		buf_addf(out, "số %s", number);
		gap = " ";
	}
	if (date && *date) {
		/* "YYYY-MM" has no day to write "ngày" before */
		buf_adds(out, gap);
		buf_adds(out, strlen(date) == 7 ? "tháng " : "ngày ");
		date_show(out, date, DATE_NUMERIC);
		gap = " ";
	}
	if (issuer && *issuer)
		buf_addf(out, "%scủa %s", gap, issuer);
}

/* What a reading found, before anything is appended. */
struct found {
	struct docref ref; /* ref.date is in `date` */
	struct buf date;
	bool other;  /* there are words or slips outside the grammar */
	bool failed; /* out of memory */
};

static bool find(const struct docref_reader *reader, struct found *f,
		 unsigned which, struct text_span s, size_t from,
		 struct text_span *g)
{
	enum pattern_found found = pattern_find(reader->patterns[which], s.at,
						s.size, from, g, GROUPS);

	f->failed = f->failed || found == PATTERN_NOMEM;
	return found == PATTERN_FOUND;
}

static void take_date(struct found *f, struct text_span s)
{
	if (!s.at)
		return;
	if (date_read(&f->date, s.at, s.size) != DATE_EXACT)
		f->other = true;
	f->ref.date = (struct text_span){buf_cstr(&f->date), f->date.size};
}

/* The place of the first "về việc" or "V/v": the subject is not the issuer. */
static size_t find_subject(struct text_span s)
{
	static const char *const words[] = {" về việc ", " V/v ", " v/v ",
					    ", về việc "};
	size_t best = s.size;

	for (size_t w = 0; w < sizeof(words) / sizeof(*words); w++) {
		size_t n = strlen(words[w]);

		for (size_t i = 0; i + n <= best; i++)
			if (memcmp(s.at + i, words[w], n) == 0)
				best = i;
	}
	return best;
}

static void take_issuer(struct found *f, struct text_span s)
{
	size_t end;

	if (!s.at)
		return;
	end = find_subject(s);
	while (end > 0 && (s.at[end - 1] == '.' || s.at[end - 1] == ';' ||
			   s.at[end - 1] == ',' || s.at[end - 1] == '/'))
		end--;
	if (end < s.size || end > ISSUER_MAX)
		f->other = true;
	s = text_trim(s.at, end);
	if (text_is_leader(s.at, s.size))
		f->other = true;
	else
		f->ref.issuer = s;
}

static bool read_strict(const struct docref_reader *reader, struct found *f,
			struct text_span s)
{
	struct text_span g[GROUPS];

	if (find(reader, f, STRICT, s, 0, g)) {
		if (g[1].at)
			f->ref.number = g[1];
		else if (g[2].at)
			f->ref.number = g[2];
		take_date(f, g[3]);
		take_issuer(f, g[4]);
		return true;
	}
	if (!find(reader, f, SHOWN, s, 0, g))
		return false;
	f->ref.number = text_trim(g[1].at, g[1].size);
	f->other = memchr(g[1].at, ' ', g[1].size) != NULL;
	take_date(f, g[2]);
	take_issuer(f, g[3]);
	return true;
}

/* The first date of the calendar at or after `at`; gives where it ends, or
 * `at` when there is none. */
static size_t find_date(const struct docref_reader *reader, struct found *f,
			struct text_span s, size_t at)
{
	struct text_span g[GROUPS];
	size_t from = at;

	while (find(reader, f, LOOSE_DATE, s, from, g)) {
		take_date(f, g[0]);
		from = (size_t)(g[0].at - s.at) + g[0].size;
		if (f->ref.date.size > 0)
			return from;
	}
	return at;
}

static size_t find_issuer(const struct docref_reader *reader, struct found *f,
			  struct text_span s, size_t at)
{
	struct text_span g[GROUPS];

	if (!find(reader, f, LOOSE_ISSUER, s, at, g))
		return at;
	take_issuer(f, g[1]);
	return (size_t)(g[0].at - s.at) + g[0].size;
}

/* The issuer may stand before the date or behind it, the date before the
 * number too. */
static void read_loose(const struct docref_reader *reader, struct found *f,
		       struct text_span s)
{
	struct text_span g[GROUPS];
	size_t at = 0;

	f->other = true;
	if (find(reader, f, LOOSE_NUMBER, s, 0, g)) {
		f->ref.number = g[1].at ? g[1] : g[2];
		at = (size_t)(g[0].at - s.at) + g[0].size;
		at = find_issuer(reader, f, s, at);
	}
	at = find_date(reader, f, s, at);
	if (f->ref.date.size == 0)
		(void)find_date(reader, f, s, 0);
	else if (f->ref.issuer.size == 0)
		(void)find_issuer(reader, f, s, at);
}

enum docref_sure docref_read(const struct docref_reader *reader,
			     struct buf *number, struct buf *date,
			     struct buf *issuer, const char *text, size_t size)
{
	struct text_span s = text_trim(text, size);
	struct found f = {.date = BUF_INIT};
	enum docref_sure sure = DOCREF_NOT;
	struct buf nfc = BUF_INIT;

	if (s.size == 0 || s.size > DOCREF_TEXT_MAX)
		return DOCREF_NOT;
	text_nfc(&nfc, s.at, s.size);
	s = (struct text_span){buf_cstr(&nfc), nfc.size};
	if (!read_strict(reader, &f, s))
		read_loose(reader, &f, s);
	if (!buf_ok(&nfc) || !buf_ok(&f.date) || f.failed) {
		number->failed = true;
	} else if (f.ref.number.size || f.ref.date.size || f.ref.issuer.size) {
		sure = f.other ? DOCREF_LIKELY : DOCREF_EXACT;
		buf_add(number, f.ref.number.at, f.ref.number.size);
		buf_add(date, f.ref.date.at, f.ref.date.size);
		buf_add(issuer, f.ref.issuer.at, f.ref.issuer.size);
	}
	buf_release(&f.date);
	buf_release(&nfc);
	return sure;
}
