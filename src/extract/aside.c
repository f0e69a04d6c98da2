/* aside.c - see aside.h. */
#include "extract/aside.h"

#include "extract/said.h"

#include <stdlib.h>
#include <string.h>

enum {
	BEFORE_MAX = 6, /* words between what is said and the figure */
	BEHIND_MAX = 4,
	FIRST_MAX = 3,	 /* words of a sentence that begins with it */
	DATE_MAX = 5,	 /* words of a head that is a date */
	HEAD_MAX = 40,	 /* words of a head, of a title */
	SCHOOL_MONTH = 8 /* a year of school begins */
};

/* ---- years --------------------------------------------------------------- */

/* "2022", 0 for no year. */
static int year_of(const struct token *t)
{
	int year = 0;
	size_t i;

	if (t->kind != TOKEN_NUMBER || t->n != 4 ||
	    (memcmp(t->bare, "20", 2) != 0 && memcmp(t->bare, "19", 2) != 0))
		return 0;
	for (i = 0; i < 4; i++)
		year = 10 * year + (t->bare[i] - '0');
	return year;
}

/* "21": 2021, where a year of school is told, "NH 21-22"; 0 for none. */
static int short_year_of(const struct token *t)
{
	return t->kind == TOKEN_NUMBER && t->n == 2
		       ? 2000 + 10 * (t->bare[0] - '0') + (t->bare[1] - '0')
		       : 0;
}

/* "năm học 21-22", "NH 2021-22" */
static bool is_short_school_year(const struct aside_words *w, size_t i,
				 struct period *years)
{
	const struct token *t = &w->t[i];

	if (i == 0 || i + 1 >= w->n ||
	    !(token_is(&t[-1], "hoc") || token_is(&t[-1], "nh")) ||
	    t[1].start > t->start + t->size + 3)
		return false;
	years->first = year_of(t) ? year_of(t) : short_year_of(t);
	years->last = short_year_of(&t[1]);
	return years->first && years->last == years->first + 1;
}

/* "Tháng 5/2024", at the year; "Đến 6/2024" and "31/5/2024" where it is short,
 * but not "09/2021/TT". */
static bool is_behind_month(const struct aside_words *w, size_t i)
{
	const struct token *t = &w->t[i];

	return i > 0 && t[-1].kind == TOKEN_NUMBER && t[-1].n <= 2 &&
	       ((i > 1 && token_is(&t[-2], "thang")) ||
		(w->n <= DATE_MAX &&
		 !(i + 1 < w->n && w->text[t->start + t->size] == '/')));
}

/* "2022", "2022-2023", "2022 - 2023" at i: how many tokens, 0 for none. */
static size_t years_at(const struct aside_words *w, size_t i,
		       struct period *years)
{
	const struct token *t = &w->t[i];

	if (is_short_school_year(w, i, years))
		return 2;
	*years = (struct period){.first = year_of(t)};
	years->last = years->first;
	if (!years->first || (t->start && strchr("/.", w->text[t->start - 1]) &&
			      !is_behind_month(w, i)))
		return 0;
	if (i + 1 == w->n || year_of(&t[1]) <= years->first ||
	    t[1].start > t->start + t->size + 5)
		return 1;
	years->last = year_of(&t[1]);
	return 2;
}

static bool read_title(struct tokens *tokens, const char *text,
		       struct period *period)
{
	struct aside_words w = {.text = text};
	struct period years;
	size_t i, n;

	tokens->n = 0;
	if (!tokens_split(tokens, text, strlen(text)))
		return false;
	w.t = tokens->at;
	w.n = tokens->n;
	for (i = 0; i < w.n && !period->last; i += n ? n : 1) {
		n = years_at(&w, i, &years);
		if (n && i > 0 &&
		    (token_is(&w.t[i - 1], "nam") ||
		     token_is(&w.t[i - 1], "hoc") ||
		     token_is(&w.t[i - 1], "doan")))
			*period = years;
	}
	return true;
}

/* What a node itself, or those around it, is a title of. */
static const char *title_of(const struct node *n)
{
	const struct node *up = n->parent;

	if (n->kind == NODE_SECTION)
		return n->text;
	return n->kind == NODE_TEXT && up &&
			       (up->kind == NODE_SUBJECT ||
				up->kind == NODE_TITLE)
		       ? n->text
		       : NULL;
}

bool period_read(struct period *period, const struct vb_form *form)
{
	const struct node *n = form->root;
	struct tokens tokens = {.n = 0};
	bool is_ok;

	period->first = period->last = period->school = 0;
	is_ok = read_title(&tokens, form->title, period);
	while (is_ok && (n = node_next(form->root, n)) != NULL)
		if (title_of(n))
			is_ok = read_title(&tokens, title_of(n), period);
	vec_release(&tokens);
	return is_ok;
}

void period_narrow(struct period *period, const char *date)
{
	int year = date ? (int)strtol(date, NULL, 10) : 0;
	int month = date && strlen(date) > 6 ? (int)strtol(date + 5, NULL, 10)
					     : 0;

	if (period->last - period->first <= 1 || year < period->first ||
	    year > period->last)
		return;
	period->first = period->last = year;
	period->school = month >= SCHOOL_MONTH ? year + 1 : year;
}

/* ---- what words say ------------------------------------------------------ */

/* "KH 2023-2024" */
static bool is_short_plan(const struct aside_words *w, size_t i)
{
	struct period years;

	return i + 1 < w->n && token_is(&w->t[i], "kh") &&
	       years_at(w, i + 1, &years) > 0;
}

bool aside_is_plan(const struct token *t)
{
	static const char *const PLANS[][2] = {
		{"chi", "tieu"}, {"du", "kien"},  {"ke", "hoach"},
		{"muc", "tieu"}, {"phan", "dau"}, {"phuong", "huong"}};

	return token_is_pair_among(t, PLANS, sizeof(PLANS) / sizeof(*PLANS));
}

/* "kế hoạch", no name of a document: "Kế hoạch số 12". */
static bool is_plan(const struct aside_words *w, size_t i)
{
	return i + 1 < w->n && aside_is_plan(&w->t[i]) &&
	       !(i + 2 < w->n && token_is(&w->t[i + 2], "so")) &&
	       !(i > 0 && (token_is(&w->t[i - 1], "theo") ||
			   token_is(&w->t[i - 1], "vuot")));
}

/* "đợt thử", "đánh giá thử": before it was done in earnest. */
static bool is_trial(const struct aside_words *w, size_t i)
{
	static const char *const TRIED[] = {"cham", "dot", "gia", "lam", "sat"};

	return i + 1 < w->n &&
	       token_is_among(&w->t[i], TRIED,
			      sizeof(TRIED) / sizeof(*TRIED)) &&
	       token_is(&w->t[i + 1], "thu") &&
	       token_spells(&w->t[i + 1], w->text, "thử");
}

static bool is_past(const struct aside_words *w, size_t i)
{
	static const char *const TIMES[][2] = {{"cung", "ki"},
					       {"hoc", "truoc"},
					       {"ki", "truoc"},
					       {"nam", "ngoai"},
					       {"nam", "truoc"}};

	/* "học kỳ 1" */
	if (i + 2 < w->n && token_is(&w->t[i], "hoc") &&
	    token_is(&w->t[i + 1], "ki") &&
	    (token_is(&w->t[i + 2], "1") || token_is(&w->t[i + 2], "i")))
		return true;
	return is_trial(w, i) ||
	       (i + 1 < w->n &&
		token_is_pair_among(&w->t[i], TIMES,
				    sizeof(TIMES) / sizeof(*TIMES)));
}

static bool is_short_number(const struct aside_words *w, size_t i)
{
	return i < w->n && w->t[i].kind == TOKEN_NUMBER && w->t[i].n <= 2;
}

/* "170 em khối 10": of one year's pupils; "khối 3, 4, 5" is of whom it tells.
 */
static bool is_grade(const struct aside_words *w, size_t i)
{
	return i + 1 < w->n && token_is(&w->t[i], "khoi") &&
	       is_short_number(w, i + 1) && !is_short_number(w, i + 2);
}

/* Years that are not those of the report. Of "2022-2023" 2022 alone may be
 * either. */
static bool is_other(const struct period *report, const struct period *years,
		     bool is_column)
{
	if (!report->last)
		return false;
	/* "giai đoạn 2022-2025", of a report of 2024 */
	if (years->last - years->first > 1 && years->first <= report->last &&
	    years->last >= report->last)
		return false;
	if (report->school && years->first < years->last)
		return years->last != report->school;
	/* of which of its years it is, nobody knows */
	if (report->last - report->first > 1 && years->first >= report->first &&
	    years->last < report->last)
		return false;
	if (years->last == report->last)
		return false;
	return is_column || years->first != years->last ||
	       report->first + 1 != report->last ||
	       years->first != report->first;
}

/* The year that is none of the report's. */
static uint64_t year_key(const struct aside_words *w, size_t i, size_t n,
			 const struct period *years)
{
	return years->first < w->period->first ? w->t[i].hash
					       : w->t[i + n - 1].hash;
}

/* "năm 2022", a column "2022", "Khảo sát 2022": no "CT GDPT 2018". */
static bool is_named(const struct aside_words *w, size_t i, bool is_column)
{
	static const char *const LEARNT[] = {"ct", "gdpt", "luat", "thong",
					     "trinh"};

	if (i == 0)
		return is_column;
	return token_is(&w->t[i - 1], "nam") || token_is(&w->t[i - 1], "hoc") ||
	       (is_column && is_behind_month(w, i)) ||
	       (is_column && w->t[i - 1].kind == TOKEN_WORD &&
		!token_is_among(&w->t[i - 1], LEARNT,
				sizeof(LEARNT) / sizeof(*LEARNT)));
}

/* "hiện nay", "đến nay"; not "này", which bare is the same. "Thời điểm báo
 * cáo". */
static bool is_now(const struct aside_words *w, size_t i)
{
	static const char *const POINT[] = {"thoi", "diem"};
	static const char *const REPORT[] = {"bao", "cao"};
	static const char *const NOW[] = {"hien", "tai"};

	if ((i + 3 < w->n && token_is_pair(&w->t[i], POINT) &&
	     token_is_pair(&w->t[i + 2], REPORT)) ||
	    (i + 1 < w->n && token_is_pair(&w->t[i], NOW)))
		return true;
	return w->t[i].size == 3 &&
	       memcmp(w->text + w->t[i].start, "nay", 3) == 0 &&
	       (i == 0 || !token_is(&w->t[i - 1], "truoc"));
}

/* What the word at i says with those behind it. */
static struct aside said_at(const struct aside_words *w, size_t i,
			    bool is_column)
{
	struct aside said = {0, false, false};
	struct period years;
	size_t n;

	if (is_plan(w, i) || is_short_plan(w, i) || is_past(w, i) ||
	    is_grade(w, i)) {
		said.key = said_pair(w->t[i].hash, w->t[i + 1].hash);
		said.is_time = is_past(w, i);
		return said;
	}
	if (is_now(w, i)) {
		said.is_present = true;
		return said;
	}
	n = years_at(w, i, &years);
	if (!n || !is_named(w, i, is_column))
		return said;
	if (i > 1 && (token_is(&w->t[i - 2], "tu") ||
		      (i > 2 && token_is(&w->t[i - 3], "tu"))))
		return said;
	said.is_time = is_other(w->period, &years, is_column);
	said.is_present = !said.is_time &&
			  years.last == (n > 1 && w->period->school
						 ? w->period->school
						 : w->period->last);
	if (said.is_time)
		said.key = year_key(w, i, n, &years);
	return said;
}

/* "chỉ tiêu đầu năm là 35%": nothing but such words between a plan and its
 * figure. */
static bool leads_to(const struct aside_words *w, size_t i, size_t figure)
{
	static const char *const WORDS[] = {
		"ca",	 "co",	 "cua",	  "dat",   "dau",   "de",     "den",
		"duoc",	 "giao", "hoach", "hoc",   "it",    "khoang", "ki",
		"ke",	 "la",	 "muc",	  "nam",   "nganh", "nhat",   "o",
		"ra",	 "se",	 "them",  "thieu", "tieu",  "toan",   "toi",
		"trong", "tu",	 "cuoi"};

	for (; i < figure; i++)
		if (w->t[i].kind == TOKEN_WORD &&
		    !token_is_among(&w->t[i], WORDS,
				    sizeof(WORDS) / sizeof(*WORDS)))
			return false;
	return true;
}

/* "52 cơ sở năm học trước", "170 em khối 10", but not "tăng so với năm học
 * trước". */
static struct aside said_behind(const struct aside_words *w, size_t figure)
{
	static const char *const THAN[] = {"hon", "voi", "tang", "giam"};
	struct aside none = {0, false, false};
	size_t i;

	for (i = figure + 1; i < w->n && i <= figure + BEHIND_MAX; i++) {
		if (token_is_among(&w->t[i], THAN,
				   sizeof(THAN) / sizeof(*THAN)))
			break;
		if (is_past(w, i) || is_grade(w, i))
			return said_at(w, i, false);
	}
	return none;
}

struct aside aside_in_sentence(const struct aside_words *w, size_t figure)
{
	struct aside last = {0, false, false}, said;
	size_t i;

	for (i = 0; i < figure; i++) {
		said = said_at(w, i, false);
		/* "Năm học 2021-2022, ..." is said of all that follows */
		if (said.key &&
		    (said.is_time ? i > FIRST_MAX && figure - i > BEFORE_MAX + 2
				  : !leads_to(w, i + 2, figure)))
			continue;
		if (said.key || said.is_present)
			last = said;
	}
	return last.key || last.is_present ? last : said_behind(w, figure);
}

/* "V.", "2.1.", "a)" */
static bool is_label(const struct aside_words *w, size_t i)
{
	const struct token *t = &w->t[i];
	char behind = w->text[t->start + t->size];

	return t->size < 5 && (behind == '.' || behind == ')');
}

struct aside aside_in_head(const struct aside_words *w, bool is_column)
{
	struct aside none = {0, false, false}, said;
	size_t first = 0, i;

	while (first < w->n && is_label(w, first))
		first++;
	for (i = first; i < w->n && i < HEAD_MAX; i++) {
		said = said_at(w, i, is_column);
		/* a head begins with what its column, its row is of */
		if (said.key &&
		    (said.is_time ? is_column || i < first + 3 : i == first))
			return said;
		if (said.is_present)
			return said;
	}
	return none;
}

int aside_year_of_head(const struct aside_words *w, uint64_t *key)
{
	struct period years;
	size_t i;

	for (i = 0; i < w->n && i < HEAD_MAX; i++)
		if (years_at(w, i, &years) && is_named(w, i, true)) {
			*key = w->t[i].hash;
			return years.last;
		}
	return 0;
}
