/*
 * said_note.c - what is noted of a figure beside its words: that it is of
 * another time, or planned; that it is a total.
 */
#include "extract/said_hear.h"

#include <string.h>

enum {
	TITLE_WORDS_MAX = 10, /* what is longer, and ends, is a sentence */
	LEAD_MAX = 8,	      /* words before a colon */
	YEAR_TOKENS = 4,      /* "năm học 2021-2022" */
	SUM_WORDS_MAX = 2,    /* behind the first of "Tổng số cộng" */
	COUNT_WORDS_MAX = 3   /* "02 lớp" */
};

/* The figure of a part of the paragraph in hand. */
size_t note_figure_at(const struct hearer *h, size_t token)
{
	size_t i = h->page->figures.n,
	       para = anchor_para_of(&h->a->text, token);

	/* those in brackets stand behind those of their line */
	while (i > 0 && h->page->figures.at[i - 1].para == para) {
		i--;
		if (h->page->figures.at[i].token == token)
			return i;
	}
	return SIZE_MAX;
}

static struct aside_words words_of(const struct hearer *h, size_t from,
				   size_t to)
{
	return (struct aside_words){.period = &h->a->period,
				    .text = hear_text(h, from),
				    .t = &h->a->text.tokens.at[from],
				    .n = to - from};
}

/* "so với năm học 2021-2022 (mới có 64%)": what stands in brackets right behind
 * a year is of that. */
static size_t year_before(const struct hearer *h, size_t para, size_t from)
{
	const struct anchor_text *text = &h->a->text;
	size_t first = text->first[para];

	if (from == first || !said_is_year(&text->tokens.at[from - 1]) ||
	    !anchor_has_sign(text, para, from - 1, "("))
		return from;
	return from - first < YEAR_TOKENS ? first : from - YEAR_TOKENS;
}

/* "vượt kế hoạch (300 học liệu)": ... right behind a plan is planned. */
static size_t plan_before(const struct hearer *h, size_t para, size_t from)
{
	const struct anchor_text *text = &h->a->text;

	return from > text->first[para] + 1 &&
			       aside_is_plan(&text->tokens.at[from - 2]) &&
			       anchor_has_sign(text, para, from - 1, "(")
		       ? from - 2
		       : from;
}

/* "Năm học trước: mức 1 có 6 trường, ...": what leads in the first figure of a
 * paragraph. */
static struct aside lead_says(const struct hearer *h, size_t para,
			      size_t number)
{
	const struct anchor_text *text = &h->a->text;
	size_t first = text->first[para], to = first;
	struct aside none = {0, false, false}, said;
	struct aside_words words;

	while (to < number && to < first + LEAD_MAX &&
	       !anchor_has_sign(text, para, to, ":"))
		to++;
	if (to == number || to == first + LEAD_MAX)
		return none;
	words = words_of(h, first, to + 1);
	said = aside_in_head(&words, false);
	return said.is_time ? said : none;
}

/* "từ 19 trường" before "tăng lên 26 trường": what there was before. */
static bool rises_from(const struct hearer *h, size_t number, size_t end)
{
	return number > h->parts.from && end > number &&
	       said_rises(h->a->text.tokens.at, number, end);
}

/* By the words of its own part, and by those of the part before that it goes
 * on with. */
static void note_sentence(const struct hearer *h, int i,
			  struct said_figure *figure)
{
	size_t from = h->parts.from, to, number = figure->token;
	int before = h->parts.at[i].before;
	struct aside_words words;
	struct aside said;
	size_t last;

	while (from < number && h->parts.of[from - h->parts.from] != i)
		from++;
	for (to = number;
	     to < h->parts.to && h->parts.of[to - h->parts.from] == i;)
		to++;
	from = year_before(h, figure->para, from);
	from = plan_before(h, figure->para, from);
	words = words_of(h, from, to);
	said = aside_in_sentence(&words, number - from);
	if (i == 1 && !said.key && !said.is_present)
		said = lead_says(h, figure->para, number);
	figure->aside = said.key;
	figure->is_past = said.is_time;
	if (!said.key && rises_from(h, number, to)) {
		figure->aside = said_key_of("tu");
		figure->is_past = true;
		return;
	}
	if (said.key || said.is_present || before <= 0 || h->parts.at[i].is_new)
		return;
	last = note_figure_at(h, h->parts.at[before].number);
	if (last == SIZE_MAX || !h->page->figures.at[last].is_past ||
	    rises_from(h, h->parts.at[before].number, from))
		return;
	figure->aside = h->page->figures.at[last].aside;
	figure->is_past = true;
}

/* "... đạt 97,62% (còn 01 trường, sang năm học mới đánh giá). Chia ra:": what
 * is put in brackets among words is said of nothing else. */
static uint64_t aside_out_of_brackets(const struct hearer *h, size_t para)
{
	const struct anchor_text *text = &h->a->text;
	size_t from = text->first[para], end = text->first[para + 1], to;
	struct aside said = {0};

	while (from < end && !said.key && !said.is_present) {
		struct aside_words words;

		to = from + 1;
		while (to < end && !anchor_has_sign(text, para, to - 1, "("))
			to++;
		words = words_of(h, from, to);
		said = aside_in_head(&words, true);
		for (from = to + (to < end);
		     from < end && !anchor_has_sign(text, para, from - 1, ")");)
			from++;
	}
	return said.key;
}

/* "Phòng studio: 9 trường, năm học trước 3 trường:": a title that tells a
 * figure of now is of now. */
static bool tells_now(const struct hearer *h, size_t para)
{
	size_t i;

	for (i = h->page->figures.n; i > 0; i--) {
		const struct said_figure *f = &h->page->figures.at[i - 1];

		if (f->para < para)
			break;
		if (f->para == para && !f->aside)
			return true;
	}
	return false;
}

/* "Mục tiêu năm 2025", "Phương hướng": what stands below. */
static uint64_t aside_below(const struct hearer *h, size_t para)
{
	struct hear_said *said = &h->whole[para];

	if (!said->is_title_read) {
		said->aside = tells_now(h, para)
				      ? 0
				      : aside_out_of_brackets(h, para);
		said->is_title_read = true;
	}
	return said->aside;
}

/* A sentence of some length is no title, and puts nothing aside below it. */
static bool is_sentence(const struct hearer *h, size_t para)
{
	const struct anchor_text *text = &h->a->text;

	return text->first[para + 1] - text->first[para] > TITLE_WORDS_MAX &&
	       anchor_last_sign(&text->wml->paras.at[para], 0) == '.';
}

static void note_titles(const struct hearer *h, struct said_figure *figure)
{
	size_t para = figure->para, n;

	for (n = 0; n < ABOVE_MAX && h->above[para] && !figure->aside; n++) {
		para = h->above[para] - 1;
		if (is_sentence(h, para))
			continue;
		figure->aside = aside_below(h, para);
		figure->is_below = figure->aside != 0;
	}
}

/* "2022 (để so sánh)": a row of a year. */
static bool is_of_year(const struct aside_words *words)
{
	return words->n > 0 && said_is_year(&words->t[0]);
}

void note_aside(const struct hearer *h, int i, bool in_table,
		struct said_figure *figure)
{
	const struct anchor_text *text = &h->a->text;
	struct aside said;
	bool is_present = false;
	size_t k;

	note_sentence(h, i, figure);
	for (k = 0; in_table && k < h->heads.n && !figure->aside; k++) {
		const struct said_head *head = &h->heads.at[k];
		struct aside_words words =
			words_of(h, text->first[head->para],
				 text->first[head->para + 1]);

		if (!head->is_near && !head->is_column)
			continue;
		said = aside_in_head(&words,
				     head->is_column || is_of_year(&words));
		figure->aside = said.key;
		is_present |= said.is_present;
	}
	figure->is_below = false;
	if (!is_present)
		note_titles(h, figure);
}

/* The end of a label, the count of "Tổng cộng: 02 lớp" is none of it. */
static size_t label_end(const struct hearer *h, size_t para)
{
	static const char *const SUM[] = {"cong", "tong"};
	const struct token *t = h->a->text.tokens.at;
	size_t first = h->a->text.first[para], end = h->a->text.first[para + 1];
	size_t i = first + 1;

	if (first == end ||
	    !token_is_among(&t[first], SUM, sizeof(SUM) / sizeof(*SUM)))
		return end;
	while (i < end && i <= first + SUM_WORDS_MAX &&
	       t[i].kind != TOKEN_NUMBER)
		i++;
	return i < end && t[i].kind == TOKEN_NUMBER &&
			       end - i <= COUNT_WORDS_MAX
		       ? i
		       : end;
}

/* "Cộng", "Tổng số", "Toàn huyện", "Tỷ lệ (%)". */
static bool is_total(const struct hearer *h, size_t para)
{
	static const char *const WORDS[] = {
		"nganh", "huien", "quan", "tinh", "xa",	   "pho", "hai",
		"ba",	 "bon",	  "khoi", "tl",	  "thanh", "thi", "cum"};
	const struct token *t = h->a->text.tokens.at;
	size_t i = h->a->text.first[para], end = label_end(h, para), n;

	for (; i < end; i++)
		if (hear_level(h, i, end, &n) >= 0 ||
		    t[i].kind == TOKEN_NUMBER ||
		    (t[i].kind == TOKEN_WORD && !said_is_filler(&t[i]) &&
		     !said_class_of(&t[i], 1) &&
		     !token_is_among(&t[i], WORDS,
				     sizeof(WORDS) / sizeof(*WORDS))))
			return false;
	return true;
}

/* "Cộng", "Tổng cộng", "Toàn huyện", "Toàn trường", "Cộng (CSGD)", "Chung", but
 * not "Tổng số trường". */
static bool is_sum(const struct hearer *h, size_t para)
{
	static const char *const WORDS[] = {"chung", "cong", "toan", "tong"};
	const struct token *t = h->a->text.tokens.at;
	size_t i = h->a->text.first[para], end = label_end(h, para);
	bool is_said = false;

	if (!is_total(h, para))
		return false;
	for (; i < end; i++) {
		if (said_class_of(&t[i], 1) &&
		    !(i > h->a->text.first[para] &&
		      (token_is(&t[i - 1], "toan") ||
		       anchor_has_sign(&h->a->text, para, i - 1, "("))))
			return false;
		is_said |= token_is_among(&t[i], WORDS,
					  sizeof(WORDS) / sizeof(*WORDS));
	}
	return is_said;
}

/* "Tổng số trường", "Số CSGD hiện có": all there are, whatever is asked; with
 * "phổ thông" only where they are said to be there. */
static bool are_all(const struct hearer *h, size_t i, size_t end,
		    bool is_present)
{
	static const char *const KIND[] = {"pho", "thong"};
	static const char *const WORDS[] = {
		"ban",	"cong", "dia",	"hien", "huien", "lap",
		"li",	"quan", "so",	"thi",	"thuc",	 "thuoc",
		"toan", "tong", "tren", "truc", "tu",	 "xa"};
	const struct token *t = h->a->text.tokens.at;
	bool is_all = false, is_counted = false;

	for (; i < end; i++) {
		bool is_class = said_class_of(&t[i], end - i) != SAID_ANY;

		if (t[i].kind == TOKEN_NUMBER ||
		    (!is_class && !said_is_filler(&t[i]) &&
		     !token_is_among(&t[i], WORDS,
				     sizeof(WORDS) / sizeof(*WORDS)) &&
		     !(is_present &&
		       token_is_among(&t[i], KIND,
				      sizeof(KIND) / sizeof(*KIND)))))
			return false;
		is_counted |= is_class;
		is_all |= token_is(&t[i], "tong") || token_is(&t[i], "hien");
	}
	return is_all && is_counted;
}

static bool is_base(const struct hearer *h, size_t para)
{
	return are_all(h, h->a->text.first[para], h->a->text.first[para + 1],
		       false);
}

/* "Các trường hiện có tổng số 3.382 học liệu": what is counted is none of those
 * that the sentence begins with. */
static bool counts_else(const struct hearer *h, size_t number)
{
	const struct token *t = &h->a->text.tokens.at[number];

	return number < h->parts.to && count_noun(h, number) != 0 &&
	       said_class_of(&t[1], h->parts.to - number - 1) == SAID_ANY;
}

bool note_is_base(const struct hearer *h, size_t para)
{
	static const char *const HERE[2] = {"dia", "ban"};
	static const char *const PRESENT[2] = {"hien", "co"};
	const struct token *t = h->a->text.tokens.at;
	size_t first = h->a->text.first[para], i = first;
	bool is_here = false, is_present = false;

	for (; i < h->a->text.first[para + 1] && t[i].kind != TOKEN_NUMBER;
	     i++) {
		is_here |= i > first && token_is_pair(&t[i - 1], HERE);
		is_present |= i > first && token_is_pair(&t[i - 1], PRESENT);
	}
	return (is_here || is_present) && are_all(h, first, i, is_present) &&
	       !counts_else(h, i);
}

/* "Số lượng", "Số lượng đạt", "SL", "Kết quả thực hiện", "Số đã thực hiện". */
static bool is_amount(const struct hearer *h, size_t para)
{
	static const char *const WORDS[][2] = {{"so", "luong"},	 {"ket", "qua"},
					       {"thuc", "hien"}, {"da", "thuc"},
					       {"so", "thuc"},	 {"so", "da"},
					       {"so", "dat"}};
	const struct token *t = h->a->text.tokens.at;
	size_t i = h->a->text.first[para], end = h->a->text.first[para + 1];

	return i < end &&
	       (token_is(&t[i], "sl") ||
		(i + 1 < end &&
		 token_is_pair_among(&t[i], WORDS,
				     sizeof(WORDS) / sizeof(*WORDS))));
}

/* "Cộng: ...", "Tổng cộng: ...", "Tổng số: ..." */
static bool begins_sum(const struct anchor_text *text, size_t para)
{
	static const char *const ALL[] = {"cong", "tong"};
	static const char *const SUMS[][2] = {{"tong", "cong"}, {"tong", "so"}};
	size_t first = text->first[para];
	const struct token *t = &text->tokens.at[first];

	return (token_is_among(t, ALL, 2) &&
		anchor_has_sign(text, para, first, ":")) ||
	       (first + 1 < text->first[para + 1] &&
		token_is_pair_among(t, SUMS, 2) &&
		anchor_has_sign(text, para, first + 1, ":"));
}

/* "Cộng: 02 lớp", the first words of its row, in a cell before: their figures
 * keep them from being a head. */
static bool is_added_up(const struct hearer *h, size_t para)
{
	const struct anchor_text *text = &h->a->text;
	const struct wml_para *p = text->wml->paras.at;
	size_t first = para, i;

	for (i = para; i-- > 0 && para - i <= COLUMNS_MAX &&
		       p[i].row_serial == p[para].row_serial;)
		if (text->first[i] < text->first[i + 1] &&
		    text->tokens.at[text->first[i]].kind == TOKEN_WORD)
			first = i;
	return p[first].cell != p[para].cell && begins_sum(text, first);
}

size_t note_count_of_sum(const struct hearer *h, size_t para)
{
	size_t end = label_end(h, para);

	return end < h->a->text.first[para + 1] && is_sum(h, para) ? end
								   : SIZE_MAX;
}

bool note_is_sum_row(const struct hearer *h)
{
	size_t i;

	for (i = 0; i < h->heads.n; i++)
		if (h->heads.at[i].is_near && is_sum(h, h->heads.at[i].para))
			return true;
	return false;
}

/* "Tiểu học", "Cấp THCS": the name of a level and no more, whether the form
 * knows levels or not. */
static bool is_level_name(const struct hearer *h, size_t para)
{
	static const char *const WORDS[] = {
		"mam",	 "non",	 "tieu", "hoc",	 "trung", "co",	 "so",	 "pho",
		"thong", "cap",	 "bac",	 "khoi", "mn",	  "th",	 "thcs", "thpt",
		"gdtx",	 "gdnn", "nha",	 "tre",	 "mau",	  "giao"};
	const struct token *t = h->a->text.tokens.at;
	size_t i = h->a->text.first[para], end = h->a->text.first[para + 1];
	bool is_level = i < end;

	for (; i < end && is_level; i++)
		is_level = token_is_among(&t[i], WORDS,
					  sizeof(WORDS) / sizeof(*WORDS));
	return is_level;
}

void note_totals(const struct hearer *h, struct said_figure *figure)
{
	bool has_row = false, has_column = false;
	size_t i;

	figure->is_row_total = figure->is_column_total = true;
	for (i = 0; i < h->heads.n; i++) {
		const struct said_head *head = &h->heads.at[i];

		if (head->is_near) {
			figure->is_row_total &= is_total(h, head->para);
			/* the nearest of the heads of its row */
			figure->is_sum_row = is_sum(h, head->para);
			figure->is_row_level = is_level_name(h, head->para);
			figure->is_base_row = is_base(h, head->para);
			has_row = true;
		} else if (head->is_column) {
			/* the lowest of the heads over it */
			figure->is_column_total = is_total(h, head->para);
			figure->is_below_all = is_sum(h, head->para);
			figure->is_below_amount = is_amount(h, head->para);
			figure->is_below_base = is_base(h, head->para);
			figure->is_column_level = is_level_name(h, head->para);
			has_column = true;
		}
	}
	figure->is_row_level |= !has_row && h->heads.is_row_numbered;
	figure->is_sum_row |= is_added_up(h, figure->para);
	figure->is_row_total &= has_row;
	figure->is_column_total &= has_column;
}
