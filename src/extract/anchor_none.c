/*
 * anchor_none.c - nothing, told in words, is a figure too: "mức 1: không có
 * (0%); mức 2: 8 trường", "chưa có trường nào ở mức 3". Its words become one
 * number (figure_said() reads it as 0).
 */
#include "extract/index.h"
#include "extract/said.h"
#include "extract/said_mark.h"
#include "text/figure.h"
#include "text/span.h"

#include <string.h>

enum {
	NOUN_WORDS_MAX = 4,  /* "trường mầm non" */
	LEVEL_WORDS_MAX = 5, /* "trung tâm GDTX" */
	CELLS_REACH = 300    /* cells of a table that are looked at */
};

struct finder {
	const struct anchor_text *text;
	const struct level_names *levels;
	const struct wml_para *p;
	size_t first, end; /* its tokens */
	bool is_cell;	   /* it tells that a cell of figures has none */
};

/* The first letter or sign before or behind a place, 0 for none. */
static char sign_before(const struct wml_para *p, size_t at)
{
	while (at > 0 && strchr(" \t\n", p->text[at - 1]))
		at--;
	return at > 0 ? p->text[at - 1] : '\0';
}

/* ... the end of a line, or a tab, is one of the paragraph. */
static char sign_behind(const struct wml_para *p, size_t at)
{
	while (at < p->size && p->text[at] == ' ')
		at++;
	return at < p->size && !strchr("\t\n", p->text[at]) ? p->text[at]
							    : '\0';
}

/* The end of "đáp ứng tốt", "đáp ứng cơ bản", "chưa đáp ứng"; t for others. */
static const struct token *how_end(const struct token *t,
				   const struct token *end)
{
	bool is_not = t < end && token_is(t, "chua");
	const struct token *at = t + is_not;

	if (at + 1 >= end || !token_is(at, "dap") || !token_is(&at[1], "ung"))
		return t;
	at += 2;
	if (is_not)
		return at;
	if (at < end && token_is(at, "tot"))
		return at + 1;
	return at + 1 < end && token_is(at, "co") && token_is(&at[1], "ban")
		       ? at + 2
		       : t;
}

/* The end of "ở mức 1", "đạt mức độ 3", "ở mức chưa đáp ứng"; t for others. */
static const struct token *rank_end(const struct token *t,
				    const struct token *end)
{
	static const char *const IS[] = {"dat", "nam", "o", "thuoc", "xep"};
	const struct token *at = t + 2, *last;

	if (t + 2 >= end || !token_is_among(t, IS, sizeof(IS) / sizeof(*IS)) ||
	    !token_is(&t[1], "muc"))
		return t;
	if (token_is(at, "do") && at + 1 < end)
		at++;
	if (at->kind == TOKEN_NUMBER)
		return at + 1;
	last = how_end(at, end);
	return last > at ? last : t;
}

/* "trường ở mức 1", "CSGD đạt mức độ 3", "trường chưa đáp ứng", and no more:
 * "ngoài 2 trường trọng điểm" may stand behind. */
static bool is_ranked(const struct finder *f, size_t i)
{
	const struct token *t = f->text->tokens.at, *end = &t[f->end];
	const struct token *from, *last;
	char behind;

	if (i >= f->end || said_class_of(&t[i], f->end - i) != SAID_PLACES)
		return false;
	/* "cơ sở": a word alone is none */
	if (said_class_of(&t[i], 1) == SAID_ANY)
		i++;
	from = &t[i + 1];
	last = how_end(from, end);
	if (last == from)
		last = rank_end(from, end);
	if (last == from)
		return false;
	behind = sign_behind(f->p, last[-1].start + last[-1].size);
	return !behind || strchr(".,;()", behind) != NULL;
}

/* "không có trường nào", "chưa có đơn vị nào", "không tham gia lớp nào", "không
 * có trường ở mức 1": the last token, SIZE_MAX for none. */
static size_t none_of_them(const struct finder *f, size_t i)
{
	const struct anchor_text *text = f->text;
	size_t end = f->end;
	static const char *const DOES[] = {"co", "con", "cu",
					   "du", "mo",	"tham"};
	size_t k;

	if (i + 2 >= end || !token_is_among(&text->tokens.at[i + 1], DOES,
					    sizeof(DOES) / sizeof(*DOES)))
		return SIZE_MAX;
	/* "chưa có ai" */
	if (token_is(&text->tokens.at[i + 2], "ai"))
		return i + 2;
	for (k = i + 3; k < end && k <= i + 2 + NOUN_WORDS_MAX; k++)
		if (token_is(&text->tokens.at[k], "nao"))
			return k;
	return token_is(&text->tokens.at[i + 1], "co") && is_ranked(f, i + 2)
		       ? i + 1
		       : SIZE_MAX;
}

/* "TH 02, THCS không có", "Mầm non có không": a level is named right before;
 * where its name begins, SIZE_MAX for none. */
static size_t level_before(const struct finder *f, size_t i)
{
	const struct tokens *tokens = &f->text->tokens;
	size_t n;

	if (i > f->first && token_is(&tokens->at[i - 1], "co"))
		i--;
	n = levels_before(f->levels, tokens, f->first, i);
	return n > 0 ? i - n : SIZE_MAX;
}

/* "mức độ 1 không có, mức độ 2 có 3 trường" */
static bool is_rank_before(const struct finder *f, size_t i)
{
	const struct token *t = f->text->tokens.at;

	return i > f->first + 1 && t[i - 1].kind == TOKEN_NUMBER &&
	       t[i - 1].n == 1 && said_is_rank(&t[i - 2]);
}

/* "Số lớp .... không có": in the place of a blank, whose dots were left. */
static bool is_behind_leader(const struct wml_para *p, size_t at)
{
	size_t dots = 0;

	while (at > 0 && p->text[at - 1] == ' ')
		at--;
	for (;;) {
		if (at > 0 && p->text[at - 1] == '.') {
			dots++;
			at--;
		} else if (at > 2 && text_is_ellipsis(p->text + at - 3)) {
			dots += 3;
			at -= 3;
		} else {
			return dots > 1;
		}
	}
}

/* "mức 1: không có;", "THCS không có": all that is said; the last token,
 * SIZE_MAX for none. */
static size_t none_alone(const struct finder *f, size_t i)
{
	const struct token *t = f->text->tokens.at;
	size_t last = i + 1 < f->end && token_is(&t[i + 1], "co") ? i + 1 : i;
	char behind = sign_behind(f->p, t[last].start + t[last].size);

	return (token_is(&t[i], "khong") || last > i) &&
			       (sign_before(f->p, t[i].start) == ':' ||
				is_behind_leader(f->p, t[i].start) ||
				level_before(f, i) != SIZE_MAX ||
				is_rank_before(f, i)) &&
			       (!behind || strchr(";.,()", behind))
		       ? last
		       : SIZE_MAX;
}

/* All its figures are nothing, and it has one. */
static bool is_all_zero(const struct finder *f, size_t from)
{
	const struct token *t = f->text->tokens.at;
	bool has_zero = false;
	size_t i;

	for (; from < f->end; from++) {
		if (t[from].kind != TOKEN_NUMBER)
			continue;
		for (i = 0; i < t[from].n; i++)
			if (!strchr("0.,", t[from].bare[i]))
				return false;
		has_zero = true;
	}
	return has_zero;
}

/* "Không có; tỷ lệ 0%", "Chưa có (0 CSGD), tỷ lệ 0%", "Không (0,00%)": nothing
 * begins what is said, and nothing but zeros is behind; its last token,
 * SIZE_MAX for none. */
static size_t none_first(const struct finder *f, size_t i)
{
	const struct token *t = f->text->tokens.at;
	size_t last = i + 1 < f->end && token_is(&t[i + 1], "co") ? i + 1 : i;
	char behind;

	if (i != f->first || (last == i && !token_is(&t[i], "khong")))
		return SIZE_MAX;
	behind = sign_behind(f->p, t[last].start + t[last].size);
	return behind && strchr(";.,(", behind) && is_all_zero(f, last + 1)
		       ? last
		       : SIZE_MAX;
}

/* A cell with one paragraph that is a figure and no more, "1.234", "85,5%". */
static bool is_figure_cell(const struct wml_story *wml,
			   const struct wml_cell *cell)
{
	const struct wml_para *p;
	bool has_digit = false;
	size_t i;

	if (cell->end != cell->first + 1)
		return false;
	p = &wml->paras.at[cell->first];
	for (i = 0; i < p->size; i++) {
		has_digit |= p->text[i] >= '0' && p->text[i] <= '9';
		if (!strchr("0123456789.,% ", p->text[i]))
			return false;
	}
	return has_digit;
}

/* "Không", "Không có", "Chưa có", dots or nothing. */
static bool is_none_cell(const struct wml_story *wml,
			 const struct wml_cell *cell)
{
	const struct wml_para *p;
	enum figure_said said;

	if (cell->end != cell->first + 1)
		return cell->end == cell->first;
	p = &wml->paras.at[cell->first];
	said = figure_said(p->text, p->size);
	return said == FIGURE_SAID_NONE || said == FIGURE_SAID_NONE_YET ||
	       said == FIGURE_SAID_BLANK;
}

/* What stands in the rows of figures of a table, in one column. */
struct column {
	size_t figures, others; /* in it: figures, words */
	bool is_row_of_figures; /* of its own row: others have some */
};

static void look_at_row(struct column *c, const struct finder *f,
			const struct wml_cell *row, size_t n,
			const struct wml_cell *own)
{
	const struct wml_cell *in = NULL;
	size_t figures = 0, i;

	for (i = 0; i < n; i++) {
		if (row[i].owner)
			continue;
		if (row[i].column == own->column)
			in = &row[i];
		/* the first may be a number of the row */
		figures += row[i].column > 1 &&
			   is_figure_cell(f->text->wml, &row[i]);
	}
	if (!in || figures == 0)
		return;
	c->is_row_of_figures |= in == own;
	c->figures += is_figure_cell(f->text->wml, in);
	c->others += !is_figure_cell(f->text->wml, in) &&
		     !is_none_cell(f->text->wml, in);
}

/* The paragraph is all of a cell whose column has figures, or whose row has and
 * the column no words: "Không có" there counts. */
static bool is_in_column_of_figures(const struct finder *f)
{
	const struct wml_story *wml = f->text->wml;
	const struct wml_cell *cells = wml->cells.at, *own;
	struct column column = {0, 0, false};
	size_t at, i, next, end;

	if (!f->p->cell)
		return false;
	at = f->p->cell - 1;
	own = &cells[at];
	if (own->end != own->first + 1 || own->column == 1)
		return false;
	end = at + CELLS_REACH < wml->cells.n ? at + CELLS_REACH : wml->cells.n;
	for (i = at > CELLS_REACH ? at - CELLS_REACH : 0; i < end; i = next) {
		for (next = i + 1; next < end &&
				   cells[next].table == cells[i].table &&
				   cells[next].row == cells[i].row;)
			next++;
		if (cells[i].table == own->table)
			look_at_row(&column, f, &cells[i], next - i, own);
	}
	return column.figures > 0 ||
	       (column.is_row_of_figures && column.others == 0);
}

/* "Không", "Không có", "Chưa có" and nothing else. */
static bool is_none_alone(const struct finder *f)
{
	const struct token *t = &f->text->tokens.at[f->first];
	size_t n = f->end - f->first;

	while (n > 0 && t[n - 1].kind == TOKEN_SIGN)
		n--;
	return (n == 1 && token_is(t, "khong")) ||
	       (n == 2 && token_is(&t[1], "co") &&
		(token_is(t, "khong") || token_is(t, "chua")));
}

/* "không có trường nào" and nothing else, but why: "... (do trùng lịch)". */
static bool is_none_of_them(const struct finder *f)
{
	const struct token *t = &f->text->tokens.at[f->first], *end;
	size_t last;

	if (f->first == f->end ||
	    !(token_is(t, "khong") || token_is(t, "chua")))
		return false;
	last = none_of_them(f, f->first);
	if (last == SIZE_MAX)
		return false;
	end = &f->text->tokens.at[last];
	return last + 1 == f->end ||
	       sign_behind(f->p, end->start + end->size) == '(';
}

/* "- Số CSGD có phòng studio: không có", but not "Số, ngày ban hành": words
 * from a token on. */
static bool asks_how_many(const struct finder *f, size_t from, size_t to)
{
	static const char *const OTHER[] = {"hieu", "ki", "lieu", "ngai"};
	const struct token *t = &f->text->tokens.at[from];
	const struct token *end = &f->text->tokens.at[to];

	if (t + 2 < end && token_is(t, "tong"))
		t++;
	if (t + 2 < end && token_is(t, "so") && token_is(&t[1], "luong"))
		t++;
	return t + 2 < end && t[1].start == t->start + t->size + 1 &&
	       (token_is(t, "so") || token_is(t, "luong")) &&
	       !token_is_among(&t[1], OTHER, sizeof(OTHER) / sizeof(*OTHER));
}

/* The cell before asks how many, "Số CSGD có phòng studio", or begins with
 * what is counted, "CSGD có phòng studio". */
static bool is_beside_question(const struct finder *f)
{
	const struct wml_story *wml = f->text->wml;
	const struct wml_cell *own, *left;
	size_t from, to;

	if (f->p->cell < 2)
		return false;
	own = &wml->cells.at[f->p->cell - 1];
	left = own - 1;
	if (left->table != own->table || left->row != own->row || left->owner ||
	    left->end != left->first + 1 || own->end != own->first + 1)
		return false;
	from = f->text->first[left->first];
	to = f->text->first[left->end];
	return to > from && (asks_how_many(f, from, to) ||
			     said_class_of(&f->text->tokens.at[from],
					   to - from) != SAID_ANY);
}

/* ... or the paragraph before does, and ends with a colon. */
static bool is_below_question(const struct finder *f)
{
	const struct wml_story *wml = f->text->wml;
	size_t para = (size_t)(f->p - wml->paras.at), from;

	if (para == 0 || f->p[-1].cell != f->p->cell ||
	    anchor_last_sign(&f->p[-1], 0) != ':')
		return false;
	from = f->text->first[para - 1];
	return asks_how_many(f, from, f->first);
}

/* "Mạng wifi: 45 CSGD" */
static bool tells_count(const struct finder *f, size_t para)
{
	const struct token *t = f->text->tokens.at;
	size_t i = f->text->first[para], end = f->text->first[para + 1];

	while (i < end && t[i].kind != TOKEN_NUMBER)
		i++;
	return i < end && i > f->text->first[para] &&
	       sign_before(&f->text->wml->paras.at[para], t[i].start) == ':';
}

/* "- Phòng studio: không có." behind a line of its list that tells a count. */
static bool is_behind_count(const struct finder *f)
{
	const struct wml_story *wml = f->text->wml;
	size_t para = (size_t)(f->p - wml->paras.at);

	return para > 0 && f->p->cell == f->p[-1].cell &&
	       said_mark_of(f->p) != OUTLINE_NONE &&
	       said_mark_of(f->p) == said_mark_of(&f->p[-1]) &&
	       tells_count(f, para - 1);
}

/* A paragraph that has figures, that asks for one, or "Cấp THCS: không có"
 * alone. */
static bool is_of_figures(const struct finder *f)
{
	const struct token *t = f->text->tokens.at;
	size_t i = f->first;

	while (i < f->end && t[i].kind != TOKEN_NUMBER)
		i++;
	if (i < f->end || asks_how_many(f, f->first, f->end) ||
	    is_behind_count(f))
		return true;
	for (i = f->first; i < f->end && i <= f->first + LEVEL_WORDS_MAX; i++)
		if (token_is(&t[i], "khong") || token_is(&t[i], "chua"))
			return level_before(f, i) <= f->first + 1;
	return false;
}

/* The last of the tokens from i on that tell none, SIZE_MAX when they do not.
 */
static size_t none_end(const struct finder *f, size_t i)
{
	const struct token *t = &f->text->tokens.at[i];
	size_t last;

	if (!token_is(t, "khong") && !token_is(t, "chua"))
		return SIZE_MAX;
	last = none_of_them(f, i);
	/* "không có trường tiểu học nào": the level stays */
	if (last != SIZE_MAX)
		return levels_are_named(f->levels, &f->text->tokens, i + 2,
					last)
			       ? i + 1
			       : last;
	if (f->is_cell)
		return i + 1 < f->end && token_is(&t[1], "co") ? i + 1 : i;
	last = none_alone(f, i);
	return last != SIZE_MAX ? last : none_first(f, i);
}

/* "chưa tham gia lớp nào (0 lớp)": nothing is said again behind token i, but no
 * rate, "(0%)". */
static bool is_said_again(const struct finder *f, size_t i)
{
	const struct token *t = &f->text->tokens.at[i], *next = &t[1];

	return i + 2 < f->end && next->kind == TOKEN_NUMBER && next->n == 1 &&
	       next->bare[0] == '0' && next[1].kind == TOKEN_WORD &&
	       sign_behind(f->p, t->start + t->size) == '(';
}

void anchor_none_mark(struct anchorer *a, size_t para)
{
	struct anchor_text *text = &a->text;
	struct finder f = {.text = text,
			   .levels = &a->index->levels,
			   .p = &text->wml->paras.at[para],
			   .first = text->first[para],
			   .end = text->tokens.n};
	struct token *t = text->tokens.at;
	size_t to = f.first, i, last;

	f.is_cell = (is_none_alone(&f) &&
		     (is_in_column_of_figures(&f) || is_beside_question(&f) ||
		      is_below_question(&f))) ||
		    (is_none_of_them(&f) &&
		     (f.p->cell || is_below_question(&f)));
	if (!f.is_cell && !is_of_figures(&f))
		return;
	for (i = f.first; i < f.end; i++) {
		bool is_again;

		last = none_end(&f, i);
		if (last == SIZE_MAX)
			continue;
		is_again = is_said_again(&f, last);
		/* one token, that overlaps no other */
		t[i].kind = TOKEN_NUMBER;
		t[i].size = t[last].start + t[last].size - t[i].start;
		while (i < last)
			t[++i].size = 0;
		if (is_again)
			t[++i].size = 0;
	}
	for (i = f.first; i < f.end; i++)
		if (t[i].size > 0)
			t[to++] = t[i];
	text->tokens.n = to;
}
