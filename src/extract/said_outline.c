/*
 * said_outline.c - which paragraph stands below which: by what is typed or
 * counted before them ("II.", "1.", "a)", "-", "+"), not by styles, which
 * people do not use.
 */
#include "extract/index.h"
#include "extract/metadata.h"
#include "extract/said_mark.h"

#include <string.h>

enum {
	DEPTH_MAX = 16,
	LEADER_MIN = 3, /* dots */
	TITLE_WORDS_MIN = 2,
	TITLE_WORDS_MAX = 14,
	YEAR_DIGITS = 4,
	LEVEL_WORDS_MAX = 4, /* "Riêng đối với bậc": before a level, and it */
	ALONE_TOKENS_MAX = 8,
	CELL_LINES_MAX = 32, /* of a cell, below a level of it */
	RANK_REACH = 10,     /* words of a line that may name its rank */
	TOPIC_REACH = 60,    /* paragraphs from one topic to the next */
	LIST_MAX = 16,	     /* lines of a list that may begin anew */
	LIKE_WORDS_MIN = 2,  /* ... that its lines begin with */
	LIKE_WORDS_MAX = 4
};

struct level {
	unsigned mark;
	size_t para;
};

struct stack {
	struct level at[DEPTH_MAX];
	size_t n;
};

/* ... "Mầm non: ....." is a blank that was left. */
static bool ends_with_colon(const struct wml_para *p)
{
	size_t n = p->size, dots = 0;

	while (n > 0 && strchr(" \t\n.", p->text[n - 1]))
		dots += p->text[--n] == '.';
	return n > 0 && p->text[n - 1] == ':' && dots < LEADER_MIN;
}

static size_t next_words(const struct anchorer *a, size_t para)
{
	do
		para++;
	while (para < a->text.wml->paras.n &&
	       a->text.first[para] == a->text.first[para + 1]);
	return para;
}

/* "Mức độ 3", "Tiêu chí 1", "năm 2023": a number that is part of a name. */
static bool is_of_name(const struct token *t, size_t i, size_t first)
{
	static const char *const RANKS[] = {"chi", "do", "md", "muc", "nhom"};

	return t[i].n == YEAR_DIGITS ||
	       (t[i].n == 1 && i > first &&
		token_is_among(&t[i - 1], RANKS,
			       sizeof(RANKS) / sizeof(*RANKS)));
}

/* A number that is part of no name. */
static bool has_count(const struct anchorer *a, size_t para)
{
	size_t first = a->text.first[para], i = first;

	while (i < a->text.first[para + 1] &&
	       (a->text.tokens.at[i].kind != TOKEN_NUMBER ||
		is_of_name(a->text.tokens.at, i, first)))
		i++;
	return i < a->text.first[para + 1];
}

/* "• Bậc THCS:" before "• Mức 1: 3 trường", or "• Mức 1: 3 trường. Trong đó:":
 * of equal marks, but it leads them in. */
static bool leads_equals(const struct anchorer *a, size_t para, unsigned mark)
{
	const struct wml_story *wml = a->text.wml;
	size_t next = next_words(a, para);

	if (mark < OUTLINE_BULLET || !ends_with_colon(&wml->paras.at[para]))
		return false;
	return next < wml->paras.n && wml->paras.at[next].depth == 0 &&
	       said_mark_of(&wml->paras.at[next]) == mark &&
	       (!ends_with_colon(&wml->paras.at[next]) ||
		(has_count(a, next) && !has_count(a, para)));
}

/* A few words that count nothing. */
static bool are_few_words(const struct anchorer *a, size_t para)
{
	size_t first = a->text.first[para], end = a->text.first[para + 1], i;

	if (end - first < TITLE_WORDS_MIN || end - first > TITLE_WORDS_MAX)
		return false;
	for (i = first; i < end; i++)
		if (a->text.tokens.at[i].kind != TOKEN_WORD &&
		    !is_of_name(a->text.tokens.at, i, first))
			return false;
	return true;
}

/* "Tiêu chí 1: dạy, học" is a name; "Thuận lợi: ..." has an answer. */
static bool has_answer(const struct anchorer *a, size_t para)
{
	const struct token *t = a->text.tokens.at;
	size_t first = a->text.first[para], end = a->text.first[para + 1], i;

	for (i = first; i < end; i++)
		if (anchor_has_sign(&a->text, para, i, ":"))
			return t[i].kind != TOKEN_NUMBER || i + 1 == end ||
			       !is_of_name(t, i, first);
	return false;
}

/* ... that are no sentence, before a paragraph that is one; or a question. */
static bool is_title(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	char last = anchor_last_sign(p, 0);

	if (last == '?')
		return true;
	return are_few_words(a, para) && last && !has_answer(a, para) &&
	       !strchr(".;,/", last);
}

/* "+ Tiểu học:", "* Dạy, học": leads in what is below it, marked or not. */
static bool leads_in(const struct anchorer *a, const struct level *level)
{
	return level->mark >= OUTLINE_BULLET &&
	       (ends_with_colon(&a->text.wml->paras.at[level->para]) ||
		is_title(a, level->para));
}

/* Two paragraphs that begin with the same words. */
static bool is_like(const struct anchorer *a, size_t one, size_t other)
{
	const struct token *t = a->text.tokens.at + a->text.first[one];
	const struct token *u = a->text.tokens.at + a->text.first[other];
	size_t n = a->text.first[one + 1] - a->text.first[one], i;

	if (n < LIKE_WORDS_MIN ||
	    a->text.first[other + 1] - a->text.first[other] < n)
		return false;
	for (i = 0; i < n && i < LIKE_WORDS_MAX; i++)
		if (t[i].kind == TOKEN_NUMBER ? i >= LIKE_WORDS_MIN
					      : !token_alike(&t[i], &u[i]))
			break;
	return i == LIKE_WORDS_MAX || i == n ||
	       (i >= LIKE_WORDS_MIN && t[i].kind == TOKEN_NUMBER);
}

static bool has_mark(const struct stack *stack, unsigned mark)
{
	size_t i = 0;

	while (i < stack->n && stack->at[i].mark != mark)
		i++;
	return i < stack->n;
}

/* "+ THCS:" before "- Mức 1: 3", with a "- Mức 1: 7" some lines above: a list
 * begins anew, and the line leads it in; so does "* Dạy, học:" before "- Mức
 * 1", when no "*" stood before. The mark of its lines. */
static unsigned mark_led(const struct stack *stack, const struct anchorer *a,
			 size_t para, unsigned mark)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t next = next_words(a, para), i;
	unsigned led;

	if (mark < OUTLINE_BULLET || !ends_with_colon(&paras[para]) ||
	    next == a->text.wml->paras.n || paras[next].depth > 0)
		return OUTLINE_NONE;
	led = said_mark_of(&paras[next]);
	if (led < OUTLINE_BULLET || led == mark)
		return OUTLINE_NONE;
	if (!has_mark(stack, mark) && has_mark(stack, led) &&
	    are_few_words(a, para))
		return led;
	for (i = para; i > 0 && i + LIST_MAX > para; i--)
		if (said_mark_of(&paras[i - 1]) == led &&
		    is_like(a, next, i - 1))
			return led;
	return OUTLINE_NONE;
}

/* What has no mark ends nothing that a topic stands below. */
static size_t behind_topic(const struct stack *stack)
{
	size_t n = stack->n;

	while (n > 0 && stack->at[n - 1].mark < OUTLINE_TOPIC)
		n--;
	return n;
}

static void pop_to(struct stack *stack, const struct anchorer *a, unsigned mark,
		   bool is_level)
{
	size_t i = mark == OUTLINE_NONE ? behind_topic(stack) : 0;

	for (; i < stack->n; i++)
		if (stack->at[i].mark % OUTLINE_LEAD == mark % OUTLINE_LEAD &&
		    stack->at[i].mark <= mark) {
			stack->n = i;
			return;
		}
	/* what has no mark ends the bullets above, but a level's line does not,
	 * and what has a number too */
	while (mark < OUTLINE_BULLET && stack->n > 0 &&
	       (stack->at[stack->n - 1].mark >= OUTLINE_BULLET ||
		stack->at[stack->n - 1].mark == OUTLINE_NONE) &&
	       !(mark == OUTLINE_NONE &&
		 (is_level || leads_in(a, &stack->at[stack->n - 1]))) &&
	       !(stack->at[stack->n - 1].mark >= OUTLINE_TOPIC &&
		 (mark == OUTLINE_LEVEL || mark == OUTLINE_GROUP)))
		stack->n--;
}

/* How many words of a paragraph are the level it begins with, 0 for none. */
static size_t level_words(const struct anchorer *a, size_t para)
{
	return para < a->text.wml->paras.n
		       ? levels_begin(&a->index->levels, &a->text.tokens,
				      a->text.first[para],
				      a->text.first[para + 1])
		       : 0;
}

static bool is_behind_level(const struct anchorer *a, size_t para)
{
	while (para > 0 && a->text.first[para - 1] == a->text.first[para])
		para--;
	return para > 0 && level_words(a, para - 1) > 0;
}

/* "Tiểu học:", before lines without marks; in a list of levels it is one that
 * was not answered. */
static bool is_level_lead(const struct anchorer *a, size_t para)
{
	size_t first = a->text.first[para], end = a->text.first[para + 1], n;

	if (!ends_with_colon(&a->text.wml->paras.at[para]))
		return false;
	if (said_names_all(&a->text.tokens.at[first], end - first))
		return true;
	n = level_words(a, para);
	return n > 0 && first + n == end && !is_behind_level(a, para) &&
	       level_words(a, next_words(a, para)) == 0;
}

/* "Chuyển đổi số trong dạy, học:", before lines without marks. */
static bool is_group_lead(const struct anchorer *a, size_t para)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t next = next_words(a, para);

	return para >= a->text.body && ends_with_colon(&paras[para]) &&
	       are_few_words(a, para) && next < a->text.wml->paras.n &&
	       paras[next].depth == 0 &&
	       said_mark_of(&paras[next]) == OUTLINE_NONE;
}

static bool has_number(const struct anchorer *a, size_t para)
{
	return anchor_has_number(&a->text, a->text.first[para],
				 a->text.first[para + 1]);
}

/* "Số CSGD duy trì LMS:", "Tỷ lệ ...": it asks for a figure. */
static bool asks_figure(const struct token *t, size_t n)
{
	static const char *const TOTAL[2] = {"tong", "so"};
	static const char *const RATE[2] = {"ti", "le"};

	return n > 1 &&
	       (token_is_pair(t, TOTAL) || token_is_pair(t, RATE) ||
		(token_is(t, "so") && said_class_of(&t[1], n - 1) != SAID_ANY));
}

/* "- Chuyển đổi số trong dạy, học": words that count nothing, of no level. */
static bool may_be_topic(const struct anchorer *a, size_t para)
{
	size_t first = a->text.first[para], end = a->text.first[para + 1];

	return end >= first + TITLE_WORDS_MIN &&
	       a->text.wml->paras.at[para].depth == 0 &&
	       (is_title(a, para) ||
		(ends_with_colon(&a->text.wml->paras.at[para]) &&
		 are_few_words(a, para))) &&
	       level_words(a, para) == 0 && !has_count(a, para) &&
	       !asks_figure(&a->text.tokens.at[first], end - first) &&
	       !token_is(&a->text.tokens.at[first], "muc") &&
	       !said_names_all(&a->text.tokens.at[first], end - first);
}

/* ... before levels or figures, with another that begins alike further on or
 * back: "- Chuyển đổi số trong quản trị". Lines of its own mark stand below
 * it. */
static bool is_topic(const struct anchorer *a, size_t para, unsigned mark)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	const struct token *t = a->text.tokens.at + a->text.first[para], *u;
	size_t next = next_words(a, para), n = a->text.wml->paras.n, i;

	if (mark < OUTLINE_BULLET || !may_be_topic(a, para) || next >= n ||
	    paras[next].depth > 0 ||
	    a->text.tokens.at[a->text.first[next]].kind == TOKEN_NUMBER ||
	    (!has_count(a, next) && level_words(a, next) == 0 &&
	     (!ends_with_colon(&paras[next]) ||
	      said_mark_of(&paras[next]) == mark)))
		return false;
	for (i = para > TOPIC_REACH ? para - TOPIC_REACH : 0;
	     i < n && i < para + TOPIC_REACH; i++) {
		if (i == para || said_mark_of(&paras[i]) != mark ||
		    !may_be_topic(a, i))
			continue;
		u = a->text.tokens.at + a->text.first[i];
		if (token_alike(&t[0], &u[0]) && token_alike(&t[1], &u[1]))
			return true;
	}
	return false;
}

/* "Đáp ứng cơ bản (mức 2): 12 trường" */
static bool has_rank(const struct anchorer *a, size_t para)
{
	const struct token *t = a->text.tokens.at;
	size_t i = a->text.first[para], end = a->text.first[para + 1];

	if (end > i + RANK_REACH)
		end = i + RANK_REACH;
	for (; i + 1 < end; i++)
		if (said_is_rank(&t[i]) && t[i + 1].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* "Mức 3: 2 trường", "Mức 2: 4 trường": lines that a level leads in are like
 * the first of them. */
static bool goes_on_below(const struct anchorer *a, size_t level, size_t para)
{
	size_t led = next_words(a, level);
	const struct token *t, *u;

	if (led == para || (has_rank(a, para) && has_rank(a, led)))
		return true;
	t = a->text.tokens.at + a->text.first[led];
	u = a->text.tokens.at + a->text.first[para];
	return a->text.first[led + 1] - a->text.first[led] > 1 &&
	       a->text.first[para + 1] - a->text.first[para] > 1 &&
	       token_alike(&t[0], &u[0]) &&
	       (token_alike(&t[1], &u[1]) ||
		(t[1].kind == TOKEN_NUMBER && u[1].kind == TOKEN_NUMBER) ||
		(has_number(a, led) && has_number(a, para)));
}

/* "Mầm non: 15", "Tiểu học: 12/20 (60%)": a level, and no word but its figures'
 * units. */
static bool is_level_alone(const struct anchorer *a, size_t para)
{
	size_t from = a->text.first[para], to = a->text.first[para + 1];

	return to - from <= ALONE_TOKENS_MAX &&
	       levels_figure(&a->index->levels, &a->text.tokens, from, to);
}

/* "THPT: ;" in a list of levels */
static bool is_level_blank(const struct anchorer *a, size_t para)
{
	size_t n = level_words(a, para);

	return n > 0 && a->text.first[para] + n == a->text.first[para + 1] &&
	       is_behind_level(a, para);
}

/* "Riêng bậc Tiểu học: mức 1 có 03 trường": a paragraph of a level goes on with
 * what the one before it says of all. */
static bool is_of_level(const struct anchorer *a, size_t para)
{
	size_t i = a->text.first[para], end = a->text.first[para + 1];

	if (end > i + LEVEL_WORDS_MAX)
		end = i + LEVEL_WORDS_MAX;
	return levels_are_named(&a->index->levels, &a->text.tokens, i, end);
}

/* "Chung các CSGD phổ thông: mức 1 ...", "Cộng: ...": behind those of levels,
 * what they are together. */
static bool is_of_all(const struct anchorer *a, size_t para)
{
	static const char *const SUM[] = {"chung", "cong", "tong"};
	const struct token *t = &a->text.tokens.at[a->text.first[para]];
	size_t n = a->text.first[para + 1] - a->text.first[para], i = 0;

	while (i < n && i < ALONE_TOKENS_MAX &&
	       !anchor_has_sign(&a->text, para, a->text.first[para] + i, ":"))
		i++;
	return i < n && i < ALONE_TOKENS_MAX &&
	       (token_is_among(t, SUM, sizeof(SUM) / sizeof(*SUM)) ||
		said_names_all(t, i + 1));
}

/* What has no mark is below a level, or a group, as long as its lines are alike
 * or name levels. */
static void leave_level(struct stack *stack, const struct anchorer *a,
			size_t para)
{
	while (stack->n > 0) {
		const struct level *top = &stack->at[stack->n - 1];

		if ((top->mark != OUTLINE_LEVEL &&
		     top->mark != OUTLINE_GROUP) ||
		    goes_on_below(a, top->para, para) ||
		    is_level_alone(a, para) ||
		    (top->mark == OUTLINE_GROUP &&
		     (is_of_level(a, para) || is_of_all(a, para))))
			return;
		stack->n--;
	}
}

/* A line of a list that is a sentence and counts nothing leads no other in. */
static bool is_prose(const struct anchorer *a, size_t para)
{
	size_t i = a->text.first[para], end = a->text.first[para + 1];

	if (end - i <= TITLE_WORDS_MAX ||
	    anchor_last_sign(&a->text.wml->paras.at[para], 0) != '.')
		return false;
	while (i < end && a->text.tokens.at[i].kind == TOKEN_WORD)
		i++;
	return i == end;
}

/* "- Tiểu học: 12" behind "+ Mạng wifi: 20 trường" goes on with that, whatever
 * else has its mark. */
static bool is_of_top(const struct stack *stack, unsigned mark)
{
	return mark >= OUTLINE_BULLET && stack->n > 0 &&
	       stack->at[stack->n - 1].mark >= OUTLINE_BULLET &&
	       stack->at[stack->n - 1].mark != mark;
}

/* What has its mark, or ends with a colon, leads others in; not a sentence of a
 * list, or the figure of a level. */
static bool leads_on(const struct anchorer *a, size_t para, unsigned mark,
		     bool is_level)
{
	if (ends_with_colon(&a->text.wml->paras.at[para]))
		return true;
	return mark != OUTLINE_NONE &&
	       (mark < OUTLINE_BULLET || (!is_level && !is_prose(a, para)));
}

static void place(uint32_t *above, struct stack *stack,
		  const struct anchorer *a, size_t para)
{
	const struct wml_para *p = &a->text.wml->paras.at[para];
	unsigned mark = said_mark_of(p), led;
	bool is_level = is_level_alone(a, para) || is_level_blank(a, para);

	if (mark == OUTLINE_NONE && para >= a->text.body && is_title(a, para))
		mark = OUTLINE_TITLE;
	if (mark == OUTLINE_NONE && is_level_lead(a, para))
		mark = OUTLINE_LEVEL;
	if (mark == OUTLINE_NONE && is_group_lead(a, para))
		mark = OUTLINE_GROUP;
	if (is_topic(a, para, mark))
		mark += OUTLINE_TOPIC;
	else if (leads_equals(a, para, mark))
		mark += OUTLINE_LEAD;
	led = mark_led(stack, a, para, mark);
	if (led != OUTLINE_NONE)
		pop_to(stack, a, led, false);
	if (!is_level || !is_of_top(stack, mark))
		pop_to(stack, a, mark, is_level);
	if (mark == OUTLINE_NONE)
		leave_level(stack, a, para);
	above[para] = stack->n ? (uint32_t)stack->at[stack->n - 1].para + 1 : 0;
	if (stack->n < DEPTH_MAX && leads_on(a, para, mark, is_level))
		stack->at[stack->n++] = (struct level){mark, para};
}

/* The sentence before those of levels, 0 for none; *before is the last. */
static uint32_t go_on(size_t *before, const struct anchorer *a, size_t para)
{
	if (said_mark_of(&a->text.wml->paras.at[para]) != OUTLINE_NONE) {
		if (*before > 0 && is_level_alone(a, para))
			return (uint32_t)*before;
		*before = 0;
		return 0;
	}
	if (*before > 0 && is_of_level(a, para))
		return (uint32_t)*before;
	*before = is_of_level(a, para) ? 0 : para + 1;
	return 0;
}

/* A title tells more than the sentence before. */
static bool is_below_title(const uint32_t *above, const struct anchorer *a,
			   size_t para)
{
	size_t title = above[para];

	return title > 0 && (said_mark_of(&a->text.wml->paras.at[title - 1]) !=
				     OUTLINE_NONE ||
			     is_title(a, title - 1));
}

/* A table stands below a title, not below what was listed before it. */
static uint32_t above_table(const struct stack *stack)
{
	size_t n = stack->n;

	while (n > 0 && (stack->at[n - 1].mark >= OUTLINE_BULLET ||
			 stack->at[n - 1].mark == OUTLINE_NONE))
		n--;
	return n ? (uint32_t)stack->at[n - 1].para + 1 : 0;
}

/* What is behind the signature is below no title of the report's. */
static bool ends_all(const struct metadata *m, size_t para)
{
	return m && (para == m->foot || para == m->foot_end);
}

/* "Tiểu học:" in a cell, and lines of figures below it there: the last such
 * line before one, 0 for none. */
static uint32_t above_in_cell(const struct anchorer *a, size_t para)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i = para;

	if (paras[para].cell == 0 || is_level_lead(a, para))
		return 0;
	while (i > 0 && i + CELL_LINES_MAX > para &&
	       paras[i - 1].cell == paras[para].cell)
		if (is_level_lead(a, --i))
			return (uint32_t)i + 1;
	return 0;
}

void said_outline(uint32_t *above, const struct anchorer *a)
{
	const struct wml_story *wml = a->text.wml;
	struct stack stack = {.n = 0};
	size_t before = 0, i;
	uint32_t on;

	for (i = 0; i < wml->paras.n; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (ends_all(a->ex->metadata, i))
			stack.n = 0;
		if (p->depth > 0)
			above[i] = above_in_cell(a, i);
		if (p->depth > 0 && above[i] == 0)
			above[i] = above_table(&stack);
		if (p->depth > 0 || a->text.first[i] == a->text.first[i + 1])
			continue;
		place(above, &stack, a, i);
		on = go_on(&before, a, i);
		if (on &&
		    (is_level_alone(a, i) || !is_below_title(above, a, i)))
			above[i] = on;
	}
}
