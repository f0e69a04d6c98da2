/* figure_value.c - what a figure is worth, by the habits of its document. See
 * figure.h. */
#include "text/figure.h"

#include "text/fold.h"

#include <string.h>

enum {
	/* bytes of a number that is looked at: NUMBER_DIGITS_MAX and marks */
	NUMBER_BYTES_MAX = 200,
	/* bytes of an answer in words */
	SAID_MAX = 80
};

/* Confidence in a reading. */
#define SURE_EXACT     1.0
#define SURE_LIKELY    0.9
#define SURE_AMBIGUOUS 0.5
/* What an O or l among the digits leaves of it. */
#define SURE_REPAIRED 0.7

/* ---- the vote ------------------------------------------------------------ */

static void vote_one(struct figure_vote *vote, struct text_span number,
		     bool is_percent)
{
	const char *dot = memchr(number.at, '.', number.size);
	const char *comma = memchr(number.at, ',', number.size);
	const char *first = dot ? dot : comma;
	const char *end = number.at + number.size;
	size_t behind, marks = 0, i;

	for (i = 0; i < number.size; i++)
		marks += number.at[i] == '.' || number.at[i] == ',';
	if (marks == 0)
		return;
	if (dot && comma) {
		if (dot < comma)
			vote->vietnamese++;
		else
			vote->english++;
		return;
	}
	behind = (size_t)(end - first - 1);
	if (marks > 1) {
		if (dot)
			vote->vietnamese++;
		else
			vote->english++;
	} else if (behind != 3 || number.at[0] == '0') {
		/* "12.5" may number a heading; of a share it is a fraction */
		if (comma)
			vote->vietnamese++;
		else if (is_percent)
			vote->english++;
	}
}

void figure_vote_add(struct figure_vote *vote, const char *text, size_t size)
{
	struct figure f;
	size_t at = 0;

	while (figure_next(&f, text, size, &at)) {
		if (f.kind == FIGURE_NUMBER || f.kind == FIGURE_PERCENT ||
		    f.kind == FIGURE_FRACTION)
			vote_one(vote, f.first, f.kind == FIGURE_PERCENT);
		if (f.kind == FIGURE_FRACTION)
			vote_one(vote, f.second, false);
	}
}

enum number_style figure_vote_style(const struct figure_vote *vote)
{
	/* a slip or two do not make a habit */
	if (vote->vietnamese > 2 * vote->english)
		return NUMBER_VIETNAMESE;
	if (vote->english > 2 * vote->vietnamese)
		return NUMBER_ENGLISH;
	return NUMBER_ANY;
}

/* ---- values -------------------------------------------------------------- */

/* Letters alone are none: "II" is a rank. "O" is. */
static bool has_digits(struct text_span number)
{
	size_t i;

	for (i = 0; i < number.size; i++)
		if (text_is_digit(number.at[i]))
			return true;
	return number.size == 1 && (*number.at == 'O' || *number.at == 'o');
}

/* The number with the letters that stand for digits as those. */
static size_t repair(char *to, struct text_span number)
{
	size_t i, repaired = 0;

	for (i = 0; i < number.size; i++) {
		char c = number.at[i];

		to[i] = c == 'O' || c == 'o'   ? '0'
			: c == 'l' || c == 'I' ? '1'
					       : c;
		repaired += to[i] != c;
	}
	return repaired;
}

/* How many of the document's numbers speak for a style, as a share; one who
 * contradicts and one who agrees are in it from the start. */
static double share(const struct figure_vote *vote, enum number_style style)
{
	unsigned all = vote->vietnamese + vote->english;
	unsigned with = style == NUMBER_VIETNAMESE ? vote->vietnamese
						   : vote->english;

	return (with + 1.0) / (all + 2.0);
}

static double sure_of(enum number_sure found)
{
	switch (found) {
	case NUMBER_EXACT:
		return SURE_EXACT;
	case NUMBER_LIKELY:
		return SURE_LIKELY;
	case NUMBER_AMBIGUOUS:
		return SURE_AMBIGUOUS;
	case NUMBER_NOT:
		break;
	}
	return 0;
}

enum number_sure figure_value(struct buf *canonical, double *confidence,
			      struct text_span number, enum number_kind kind,
			      const struct figure_vote *vote)
{
	enum number_style style = vote ? figure_vote_style(vote) : NUMBER_ANY;
	struct buf plain = BUF_INIT, styled = BUF_INIT;
	enum number_sure found, sure;
	char text[NUMBER_BYTES_MAX];
	size_t repaired;

	*confidence = 0;
	number = text_strip_leader(number.at, number.size);
	if (number.size == 0 || number.size > sizeof(text) ||
	    !has_digits(number))
		return NUMBER_NOT;
	repaired = repair(text, number);
	found = number_read(&plain, text, number.size, kind);
	sure = number_read_style(&styled, text, number.size, kind, style);
	*confidence = sure_of(found);
	/* the document settles what the shape leaves open, or denies it */
	if (style != NUMBER_ANY && sure != NUMBER_NOT &&
	    (found == NUMBER_AMBIGUOUS || found == NUMBER_NOT ||
	     strcmp(buf_cstr(&plain), buf_cstr(&styled)) != 0)) {
		*confidence = share(vote, style);
		found = NUMBER_LIKELY;
	}
	if (!buf_ok(&plain) || !buf_ok(&styled))
		canonical->failed = true;
	if (found != NUMBER_NOT)
		buf_adds(canonical,
			 buf_cstr(sure != NUMBER_NOT ? &styled : &plain));
	if (repaired && found != NUMBER_NOT) {
		found = NUMBER_LIKELY;
		*confidence *= SURE_REPAIRED;
	}
	buf_release(&plain);
	buf_release(&styled);
	return found;
}

/* ---- words --------------------------------------------------------------- */

static bool is_one_of(const char *text, size_t size, const char *const *all,
		      size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_fold_same(text, size, all[i], strlen(all[i])))
			return true;
	return false;
}

/* "không có trường nào", "chưa có đơn vị nào", "không tham gia lớp nào": none
 * is counted. */
static bool is_none_of_them(const char *text, size_t size)
{
	static const char *const begin[] = {
		"không có",  "chưa có",	 "ko có",   "không tham",
		"chưa tham", "không mở", "chưa mở", "không cử",
		"chưa cử",   "không dự", "chưa dự", "không còn"};
	static const char *const end[] = {"nào"};
	size_t first = 0, last = size, spaces = 0;

	while (first < size && (spaces += text[first] == ' ') < 2)
		first++;
	while (last > 0 && text[last - 1] != ' ')
		last--;
	return first < last &&
	       is_one_of(text, first, begin, sizeof(begin) / sizeof(*begin)) &&
	       is_one_of(text + last, size - last, end,
			 sizeof(end) / sizeof(*end));
}

enum figure_said figure_said(const char *text, size_t size)
{
	static const char *const none[] = {
		"không",
		"không có",
		"ko",
		"ko có",
		"k có",
		"0 có",
		"không phát sinh",
		"không có phát sinh",
		"không có trường hợp nào",
		"không trường hợp nào",
		"không có ai",
		"chưa có ai",
	};
	static const char *const not_yet[] = {
		"chưa",		  "chưa có số liệu", "chưa thống kê",
		"chưa thực hiện", "chưa triển khai", "chưa báo cáo",
		"chưa tổng hợp",  "chưa xác định",   "đang cập nhật",
		"đang thống kê",  "đang rà soát",    "đang tổng hợp",
		"chưa rà soát",	  "chưa đánh giá",
	};
	static const char *const none_yet[] = {"chưa có"};
	static const char *const dashes[] = {"-", "--", "---", "/", "x", "*"};
	struct text_span s = text_strip_leader(text, size);

	if (s.size == 0)
		return FIGURE_SAID_BLANK;
	while (s.size > 0 && memchr(".;,", s.at[s.size - 1], 3))
		s = text_trim(s.at, s.size - 1);
	if (s.size == 0 || s.size > SAID_MAX)
		return FIGURE_SAID_NOTHING;
	if (is_one_of(s.at, s.size, none, sizeof(none) / sizeof(*none)) ||
	    is_none_of_them(s.at, s.size))
		return FIGURE_SAID_NONE;
	if (is_one_of(s.at, s.size, none_yet, 1))
		return FIGURE_SAID_NONE_YET;
	if (is_one_of(s.at, s.size, not_yet,
		      sizeof(not_yet) / sizeof(*not_yet)))
		return FIGURE_SAID_NOT_YET;
	if (is_one_of(s.at, s.size, dashes, sizeof(dashes) / sizeof(*dashes)))
		return FIGURE_SAID_DASH;
	return FIGURE_SAID_NOTHING;
}

/* One of some words, from 1 on; 0 for none. All begin with a letter of ASCII,
 * which no folding changes but for its case. */
static int spelled_of(struct text_span word, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n && word.size > 0; i++)
		if ((word.at[0] | ' ') == words[i][0] &&
		    text_fold_same(word.at, word.size, words[i],
				   strlen(words[i])))
			return (int)i + 1;
	return 0;
}

static int spelled_digit(struct text_span word)
{
	static const char *const words[] = {"một", "hai", "ba",	 "bốn", "năm",
					    "sáu", "bảy", "tám", "chín"};

	return spelled_of(word, words, sizeof(words) / sizeof(*words));
}

/* Behind tens: "hai mươi mốt, tư, lăm"; "mười lăm". */
static int spelled_last(struct text_span word)
{
	static const char *const tu[] = {"tư"}, *const lam[] = {"lăm"},
				 *const mot[] = {"mốt"};

	return spelled_of(word, mot, 1)	  ? 1
	       : spelled_of(word, tu, 1)  ? 4
	       : spelled_of(word, lam, 1) ? 5
					  : spelled_digit(word);
}

/* The next word, without the spaces before it. */
static struct text_span spelled_next(const char *text, size_t size, size_t *at)
{
	size_t from;

	while (*at < size && text[*at] == ' ')
		++*at;
	from = *at;
	while (*at < size && text[*at] != ' ')
		++*at;
	return (struct text_span){text + from, *at - from};
}

int figure_spelled(const char *text, size_t size)
{
	static const char *const ten[] = {"mười"}, *const tens[] = {"mươi"};
	size_t at = 0;
	struct text_span word = spelled_next(text, size, &at);
	int number = spelled_of(word, ten, 1) ? 10 : spelled_digit(word), last;

	if (!number || at == size)
		return number;
	word = spelled_next(text, size, &at);
	if (number < 10) {
		if (number == 1 || !spelled_of(word, tens, 1))
			return 0;
		number *= 10;
		if (at == size)
			return number;
		word = spelled_next(text, size, &at);
	}
	last = spelled_last(word);
	return last && at == size ? number + last : 0;
}
