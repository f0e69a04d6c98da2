/*
 * said_numbers.c - which numbers of a paragraph are figures: no names ("mức
 * 1", "năm 2023", "24/2018/TT-BGDĐT"), no levels, no wholes that others are
 * of; of "16 + 13 = 29" the sum.
 */
#include "extract/index.h"

#include "text/letters.h"
#include "text/span.h"
#include "text/utf8.h"

#include <string.h>

enum {
	MARK_DIGITS_MAX = 2,
	MARK_GAP_MAX = 6,    /* bytes between such a mark and its words */
	FAR = 6,	     /* digits of a figure written without marks */
	LEVEL_WORDS_MAX = 8, /* words of a level before its number */
	RANK_REACH = 6,	     /* words from a count to its rank */
	EN_DASH = 0x2013
};

char said_char_at(const struct said_line *l, size_t at)
{
	return at < l->p->size ? l->p->text[at] : '\0';
}

struct said_line said_line_of(const struct anchorer *a, size_t para)
{
	size_t first = a->text.first[para];

	return (struct said_line){.a = a,
				  .p = &a->text.wml->paras.at[para],
				  .t = a->text.tokens.at + first,
				  .n = a->text.first[para + 1] - first};
}

/* "bằng", no "bảng". */
static bool is_equal(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i];

	return token_is(t, "bang") && token_spells(t, l->p->text, "bằng");
}

/* Words before a number that make it a name: "mức 1", "năm 2023", "Thông tư
 * 24", "Phụ lục 2". */
static bool names(const struct said_line *l, size_t i)
{
	static const char *const ALONE[] = {
		"muc",	"md",	"nhom", "bieu",	 "bang",   "nam",   "thang",
		"ngai", "qui",	"dieu", "khoan", "chuong", "lan",   "hinh",
		"khoi", "tuan", "ki",	"qd",	 "nd",	   "tt",    "cv",
		"vb",	"tang", "giam", "phan",	 "module", "modul", "dot"};
	static const char *const PAIRS[][2] = {
		{"thong", "tu"}, {"quiet", "dinh"}, {"nghi", "dinh"},
		{"phu", "luc"},	 {"mo", "dun"},	    {"muc", "do"},
		{"tieu", "chi"}, {"noi", "dung"},   {"phuong", "an"}};

	/* "SGK lớp 4", but not "số lớp 4" */
	if (token_is(&l->t[i], "lop"))
		return i > 0 && !token_is(&l->t[i - 1], "so");
	return (token_is_among(&l->t[i], ALONE,
			       sizeof(ALONE) / sizeof(*ALONE)) &&
		!is_equal(l, i)) ||
	       (i > 0 && token_is_pair_among(&l->t[i - 1], PAIRS,
					     sizeof(PAIRS) / sizeof(*PAIRS)));
}

/* Nothing but spaces between a number and the token before it. */
static bool is_next(const struct said_line *l, size_t i)
{
	size_t at = l->t[i - 1].start + l->t[i - 1].size;

	while (at < l->t[i].start) {
		size_t next = at;

		if (l->p->text[at] == '\n' ||
		    !text_is_space(utf8_next(l->p->text, l->p->size, &next)))
			break;
		at = next;
	}
	return at == l->t[i].start;
}

/* "MĐ1", "M2": a number written to capitals. */
static bool is_glued(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i - 1];
	unsigned char c = (unsigned char)l->p->text[t->start];

	return t->kind == TOKEN_WORD && t->start + t->size == l->t[i].start &&
	       (said_is_capital(l->p->text, t) ||
		(t->n == 1 && c >= 'A' && c <= 'Z'));
}

/* "5 trường", not "5;" or "5 và 9". */
static bool is_before_word(const struct said_line *l, size_t i)
{
	return i + 1 < l->n && is_next(l, i + 1) &&
	       !token_is(&l->t[i + 1], "va");
}

/* "các ngày 11, 12 và 18/3": one more day. */
static bool is_day_listed(const struct said_line *l, size_t i)
{
	size_t at = i;

	while (at > 0 && l->t[at].kind == TOKEN_NUMBER && l->t[at].n <= 2 &&
	       (l->t[at - 1].kind == TOKEN_NUMBER ||
		(at > 1 && token_is(&l->t[at - 1], "va") &&
		 l->t[at - 2].kind == TOKEN_NUMBER)))
		at -= l->t[at - 1].kind == TOKEN_NUMBER ? 1 : 2;
	return at < i && at > 0 && token_is(&l->t[at - 1], "ngai");
}

/* "10 mức 2, 3 mức 3", "3 trường đạt mức 3": a count of the rank behind it. */
static bool is_before_rank(const struct said_line *l, size_t i)
{
	size_t k;

	for (k = i + 1; k + 1 < l->n && k <= i + RANK_REACH; k++) {
		if (l->t[k].kind != TOKEN_WORD ||
		    said_char_at(l, l->t[k - 1].start + l->t[k - 1].size) !=
			    ' ')
			return false;
		if (said_is_rank(&l->t[k]) && l->t[k + 1].kind == TOKEN_NUMBER)
			return true;
	}
	return false;
}

bool said_is_change(const struct said_line *l, size_t i)
{
	static const char *const ABOUT[] = {"duoc",   "gan",  "hon",
					    "khoang", "them", "tren"};

	return i > 1 &&
	       token_is_among(&l->t[i - 1], ABOUT,
			      sizeof(ABOUT) / sizeof(*ABOUT)) &&
	       (token_is(&l->t[i - 2], "tang") ||
		token_is(&l->t[i - 2], "giam") ||
		token_is(&l->t[i - 2], "tuc"));
}

/* NOLINTNEXTLINE(misc-no-recursion): a list of numbers of one digit */
static bool is_name(const struct said_line *l, size_t i)
{
	char digit = l->t[i].bare[0];
	bool is_before_sign;

	if (i == 0)
		return false;
	if (is_glued(l, i) || (is_next(l, i) && names(l, i - 1)))
		return true;
	if (is_day_listed(l, i) || said_is_change(l, i))
		return true;
	/* "mức 1, 2 và 3", "mô đun 4, 5, 9;" */
	if (l->t[i].n != 1 || is_before_rank(l, i))
		return false;
	is_before_sign = !is_before_word(l, i);
	if (i > 1 && token_is(&l->t[i - 1], "va"))
		i--;
	else if (said_char_at(l, l->t[i - 1].start + l->t[i - 1].size) != ',')
		return false;
	return l->t[i - 1].kind == TOKEN_NUMBER && l->t[i - 1].n == 1 &&
	       (l->t[i - 1].bare[0] + 1 == digit ||
		(is_before_sign && l->t[i - 1].bare[0] < digit)) &&
	       is_name(l, i - 1);
}

/* "bai_01", not what is left of a leader: "____11____". */
static bool is_behind_underscore(const struct said_line *l, size_t start)
{
	return said_char_at(l, start - 1) == '_' && start > 1 &&
	       !strchr("_ :\t", said_char_at(l, start - 2));
}

/* "-53/60 giáo viên": the dash that a line begins with is its mark. */
static bool is_behind_mark(const struct said_line *l, size_t start)
{
	size_t at = start;

	while (at > 0 && strchr("- \t", l->p->text[at - 1]))
		at--;
	return at == 0 && l->p->text[start - 1] == '-';
}

/* "mức 1/2/3: 5/15/0" */
static bool is_stroked(const struct said_line *l, size_t i)
{
	struct said_strokes strokes;

	return said_strokes_at(&strokes, l, i);
}

/* "1.270/1967 học sinh", "825/1967": no day, no number of a document, though
 * what is behind the stroke may be a year; "2021/2022" are two. */
static bool is_share_of_year(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i];

	if ((i > 0 && token_is(&t[-1], "so")) ||
	    (t->n == 4 && memcmp(t->bare, "20", 2) == 0))
		return false;
	return (t->n == 3 && memcmp(t[1].bare, "19", 2) == 0) ||
	       (t->n == 4 && memcmp(t->bare, t[1].bare, 4) <= 0);
}

/* "24/2018/TT-BGDĐT", "9/2022", "15/11", "2022-2025": no figures; the first of
 * "45/60" is one. */
static bool is_of_name(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i];
	size_t end = t->start + t->size;
	char before = t->start ? said_char_at(l, t->start - 1) : ' ';
	char behind = said_char_at(l, end);

	if ((before == '/' || behind == '/') && is_stroked(l, i))
		return false;
	if (before == '/' || (before == '-' && !is_behind_mark(l, t->start)) ||
	    (t->start && is_behind_underscore(l, t->start)))
		return true;
	if (behind == '/') {
		const struct token *next = i + 1 < l->n ? t + 1 : NULL;

		return !next || next->start != end + 1 ||
		       next->kind != TOKEN_NUMBER ||
		       (said_is_year(next) && !is_share_of_year(l, i)) ||
		       said_char_at(l, next->start + next->size) == '/';
	}
	if (said_is_year(t) && i + 1 < l->n && said_is_year(t + 1) &&
	    t[1].start <= end + 5)
		return true;
	if (said_is_year(t) && i > 0 && said_is_year(t - 1) &&
	    t->start <= t[-1].start + t[-1].size + 5)
		return true;
	return behind == '-';
}

/* "1 234", but not those of "mức 1 234 trường". */
bool said_goes_on(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i];

	return anchor_goes_on(l->p, l->t, t) &&
	       (i < 2 || !is_name(l, i - 1) || token_is(&t[-2], "tang") ||
		token_is(&t[-2], "giam"));
}

/* "lớp 6", when that is a level. */
static bool is_of_level(const struct said_line *l, size_t i)
{
	const struct level_names *levels = &l->a->index->levels;
	size_t back, n;

	for (back = 1; back <= i && back <= LEVEL_WORDS_MAX; back++)
		if (levels_at(levels, LEVELS_ALL, &l->t[i - back],
			      l->n - i + back, &n) >= 0 &&
		    n > back)
			return true;
	return false;
}

/* "trong", no "trọng". */
static bool is_within(const struct said_line *l, size_t i)
{
	return token_is(&l->t[i], "trong") && l->t[i].size == 5;
}

/* A stroke stands right before a token. */
static bool is_behind_stroke(const struct said_line *l, size_t i)
{
	size_t at = l->t[i].start;

	while (at > 0 && l->p->text[at - 1] == ' ')
		at--;
	return at > 0 && l->p->text[at - 1] == '/';
}

/* "57 trên tổng số 58", "57/tổng số 58", "57 trong số 58", "57 trên 58", "trong
 * 58 giáo viên": what others are of. The token that leads to it, SIZE_MAX for
 * none. */
size_t said_leads_whole(const struct said_line *l, size_t i)
{
	size_t at = i;

	if (at > 0 && token_is(&l->t[at - 1], "so"))
		at--;
	if (at > 0 && token_is(&l->t[at - 1], "tong"))
		at--;
	if (at == 0)
		return SIZE_MAX;
	if (at < i && is_behind_stroke(l, at))
		return at;
	return is_within(l, at - 1) ||
			       (at > 1 && token_is(&l->t[at - 1], "tren") &&
				(at < i || l->t[at - 2].kind == TOKEN_NUMBER))
		       ? at - 1
		       : SIZE_MAX;
}

/* Nothing but one sign and spaces between a number and the one before it. */
static bool is_parted_by(const struct said_line *l, size_t i, uint32_t sign)
{
	size_t at, n = 0;
	uint32_t c;

	if (i == 0 || l->t[i].kind != TOKEN_NUMBER ||
	    l->t[i - 1].kind != TOKEN_NUMBER)
		return false;
	at = l->t[i - 1].start + l->t[i - 1].size;
	while (at < l->t[i].start) {
		c = utf8_next(l->p->text, l->t[i].start, &at);
		n += c == sign;
		if (c != sign && (c == '\n' || !text_is_space(c)))
			return false;
	}
	return n == 1;
}

/* "mới đạt 50 - 60%", "từ 2 - 3 em"; not the rate of "mức 1: 15 - 30%". */
static bool begins_range(const struct said_line *l, size_t i)
{
	static const char *const WORDS[] = {"chi",    "chung", "dat",  "duoi",
					    "khoang", "tam",   "tren", "tu"};

	return i > 0 && i + 1 < l->n &&
	       (is_parted_by(l, i + 1, '-') ||
		is_parted_by(l, i + 1, EN_DASH)) &&
	       token_is_among(&l->t[i - 1], WORDS,
			      sizeof(WORDS) / sizeof(*WORDS));
}

/* "2 đến 3 em": a range is no figure. */
static bool is_range(const struct said_line *l, size_t i)
{
	return begins_range(l, i) || (i > 0 && begins_range(l, i - 1)) ||
	       (i > 1 && token_is(&l->t[i - 1], "den") &&
		l->t[i - 2].kind == TOKEN_NUMBER) ||
	       (i + 2 < l->n && token_is(&l->t[i + 1], "den") &&
		l->t[i + 2].kind == TOKEN_NUMBER);
}

/* What is said behind "57 trên 58" is said of 57. */
bool said_is_behind_cell(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = a->text.wml->paras.at;

	return para > 0 && p[para].cell != 0 &&
	       p[para - 1].row_serial == p[para].row_serial &&
	       p[para - 1].cell != p[para].cell;
}

/* The cell before lists what is counted: "Tổng số / trong đó làm mới". */
static bool is_listed_beside(const struct said_line *l)
{
	const struct anchor_text *text = &l->a->text;
	size_t para = (size_t)(l->p - text->wml->paras.at), i;

	if (!said_is_behind_cell(l->a, para))
		return false;
	for (i = text->first[para - 1]; i < text->first[para]; i++)
		if (anchor_has_sign(text, para - 1, i, "/"))
			return true;
	return false;
}

static bool is_whole(const struct said_line *l, size_t i)
{
	size_t lead = said_leads_whole(l, i);

	/* "57 / 58" */
	if (is_parted_by(l, i, '/'))
		return !is_listed_beside(l) && !is_stroked(l, i);
	return lead != SIZE_MAX && lead > 0 &&
	       l->t[lead - 1].kind == TOKEN_NUMBER;
}

bool said_is_share(const struct said_line *l, size_t i)
{
	return i + 1 < l->n && is_parted_by(l, i + 1, '/') && !is_stroked(l, i);
}

bool said_is_addend(const struct said_line *l, size_t i)
{
	return (i + 1 < l->n && is_parted_by(l, i + 1, '+')) ||
	       is_parted_by(l, i, '+');
}

bool said_is_item_mark(const struct said_line *l, size_t i)
{
	size_t at = l->t[i].start + l->t[i].size;

	if (i > 0 || l->p->cell == 0 || l->t[i].n > MARK_DIGITS_MAX ||
	    l->n < 2 || l->t[1].kind != TOKEN_WORD ||
	    l->t[1].start > at + MARK_GAP_MAX ||
	    letter_is_small_at(l->p->text, l->p->size, l->t[1].start))
		return false;
	for (; at < l->t[1].start; at++)
		if (strchr("-.)", l->p->text[at]) ||
		    text_dash_size(l->p->text + at, l->t[1].start - at) > 0)
			return true;
	return false;
}

/* "02 ngày", "3 giờ", "2 đợt", where the form does not count them. */
static bool is_duration(const struct said_line *l, size_t i)
{
	static const char *const UNITS[] = {"cuoc", "dot",   "gio", "ngai",
					    "phut", "thang", "tuan"};

	return i + 1 < l->n &&
	       token_is_among(&l->t[i + 1], UNITS,
			      sizeof(UNITS) / sizeof(*UNITS)) &&
	       is_next(l, i + 1) &&
	       !counted_begins(&l->a->index->counted, &l->t[i + 1],
			       l->n - i - 1);
}

/* "85.500.000 đồng", "1,2 tỷ đồng", "650 triệu": money, where the form asks for
 * none. */
static bool is_money(const struct said_line *l, size_t i)
{
	static const char *const UNITS[] = {"trieu", "vnd"};
	static const char *const PAIRS[][2] = {
		{"nghin", "dong"}, {"ngan", "dong"}, {"ti", "dong"}};
	const struct token *t = &l->t[i + 1];

	if (i + 1 >= l->n || !is_next(l, i + 1) ||
	    counted_begins(&l->a->index->counted, t, l->n - i - 1))
		return false;
	/* "đồng", no "đồng chí" */
	if (token_is(t, "dong"))
		return token_spells(t, l->p->text, "đồng") &&
		       !(i + 2 < l->n && token_is(&t[1], "chi"));
	return token_is_among(t, UNITS, sizeof(UNITS) / sizeof(*UNITS)) ||
	       (i + 2 < l->n &&
		token_is_pair_among(t, PAIRS, sizeof(PAIRS) / sizeof(*PAIRS)));
}

/* "Chương trình GDPT 2018 mô đun 9", "Chuyển đổi số 2023;": the year of a name,
 * behind its words. */
static bool is_named_year(const struct said_line *l, size_t i)
{
	return i > 0 && said_is_year(&l->t[i]) &&
	       l->t[i - 1].kind == TOKEN_WORD && is_next(l, i) &&
	       (token_is(&l->t[i - 1], "gdpt") ||
		(!is_before_word(l, i) && !said_is_filler(&l->t[i - 1])));
}

bool said_is_figure(const struct said_line *l, size_t i)
{
	const struct token *t = &l->t[i];

	return t->kind == TOKEN_NUMBER && t->n < TOKEN_LETTERS_MAX &&
	       !said_goes_on(l, i) && !(t->bare[0] == '0' && t->n > FAR) &&
	       !is_name(l, i) && !is_of_name(l, i) && !is_of_level(l, i) &&
	       !is_whole(l, i) && !said_is_addend(l, i) && !is_range(l, i) &&
	       !said_is_item_mark(l, i) && !is_duration(l, i) &&
	       !is_money(l, i) && !is_named_year(l, i);
}
