/*
 * said_signs.c - the signs between the words of a paragraph, from the
 * strongest, the blanks that were left in it, and its brackets.
 */
#include "extract/index.h"
#include "extract/said_parts.h"

#include "text/figure.h"
#include "text/letters.h"
#include "text/span.h"

#include <string.h>

/* ---- signs --------------------------------------------------------------- */

/* Bytes of the paragraph between two tokens. */
size_t parts_between(const struct splitter *s, size_t i, size_t *from)
{
	*from = i ? s->line.t[i - 1].start + s->line.t[i - 1].size : 0;
	return i < s->line.n || s->is_cut ? s->line.t[i].start
					  : s->line.p->size;
}

static bool is_dash(const char *text, size_t at, size_t end)
{
	if (at == 0 || text[at - 1] != ' ')
		return false;
	if (text[at] == '-')
		return at + 1 < end && text[at + 1] == ' ';
	return at + 2 < end && memcmp(text + at, "\xe2\x80\x93", 3) == 0;
}

/* "+ Tiểu học: 22   + THCS: 19", but not "TH + THCS". */
static bool is_plus(const char *text, size_t at, size_t end)
{
	return text[at] == '+' && at > 1 && text[at - 1] == ' ' &&
	       text[at - 2] == ' ' && at + 1 < end && text[at + 1] == ' ';
}

/* "13 (Tiểu học) + 12 (THCS) = 25", "TH 13 + THCS 12", "13 TH + 12 THCS = 25";
 * not "13 + 12", "TH + THCS". */
static bool is_operator(const char *text, size_t at, size_t end)
{
	size_t from = at;

	if (text[at] != '+' && text[at] != '=')
		return false;
	while (from > 0 && text[from - 1] == ' ')
		from--;
	while (at + 1 < end && text[at + 1] == ' ')
		at++;
	if (from == 0 || at + 1 != end)
		return false;
	return text[from - 1] == ')' ||
	       text_is_digit(text[from - 1]) != text_is_digit(text[end]);
}

/* ". "; after a leader, when a sentence begins behind it. */
bool parts_is_stop(const struct splitter *s, size_t at, size_t end)
{
	char next;

	if (said_char_at(&s->line, at) != '.' || at + 1 >= end ||
	    said_char_at(&s->line, at + 1) != ' ')
		return false;
	next = said_char_at(&s->line, end);
	return said_char_at(&s->line, at - 1) != '.' ||
	       (next >= 'A' && next <= 'Z');
}

/* The strongest sign in some bytes, which end at a token or a blank. */
static enum sign sign_among(const struct splitter *s, size_t at, size_t end)
{
	const char *text = s->line.p->text;
	enum sign best = SIGN_NONE;

	for (; at < end; at++) {
		char c = text[at];

		if (c == ';' || c == '\n' || parts_is_stop(s, at, end))
			best = SIGN_STOP;
		else if (best < SIGN_COMMA &&
			 (c == ',' || c == '\t' || is_dash(text, at, end) ||
			  is_plus(text, at, end) || is_operator(text, at, end)))
			best = SIGN_COMMA;
	}
	return best;
}

/* ... before token i, from a place on. */
static enum sign sign_from(const struct splitter *s, size_t i, size_t at)
{
	size_t start, end = parts_between(s, i, &start);
	enum sign best = sign_among(s, at, end);

	if (best == SIGN_NONE && i < s->line.n &&
	    (token_is(&s->line.t[i], "va") || token_is(&s->line.t[i], "con")))
		best = SIGN_AND;
	if (best == SIGN_NONE && i < s->line.n &&
	    token_is(&s->line.t[i], "voi"))
		best = SIGN_WITH;
	/* "12 trường THCS cùng 9 trường mầm non" */
	if (best == SIGN_NONE && i + 1 < s->line.n &&
	    token_is(&s->line.t[i], "cung") &&
	    s->line.t[i + 1].kind == TOKEN_NUMBER)
		best = SIGN_AND;
	/* "38 trường gồm 20 trường TH" */
	if (best == SIGN_NONE && i + 1 < s->line.n &&
	    token_is(&s->line.t[i], "gom") &&
	    s->line.t[i + 1].kind == TOKEN_NUMBER)
		best = SIGN_COMMA;
	return best;
}

enum sign parts_sign_before(const struct splitter *s, size_t i)
{
	size_t at;

	parts_between(s, i, &at);
	return sign_from(s, i, at);
}

/* The same behind a blank that the token before leads to: "GDTX ...... Có". */
enum sign parts_sign_behind_blank(const struct splitter *s, size_t i)
{
	size_t at, end = parts_between(s, i, &at), last = at, first = at;

	for (; at < end; at++)
		if (memchr("._", s->line.p->text[at], 2) ||
		    (s->line.p->text[at] & 0x80))
			last = at + 1;
	/* its last dot may be that of the sentence */
	return last > first && parts_is_stop(s, last - 1, end) &&
			       letter_is_capital_at(s->line.p->text,
						    s->line.p->size, end)
		       ? SIGN_STOP
		       : sign_from(s, i, last);
}

/* ... and before it. */
enum sign parts_sign_before_blank(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	size_t at, end = parts_between(s, i, &at), first = at;

	while (at < end && !memchr("._-", text[at], 3) && !(text[at] & 0x80))
		at++;
	return sign_among(s, first, at);
}

/* "MN: -; TH: 12", "(MN -, 12 TH)": a dash in place of a figure. */
static bool is_dash_alone(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	size_t at, end = parts_between(s, i + 1, &at), dash;

	while (at < end && memchr(" :=", text[at], 3))
		at++;
	dash = text_dash_size(text + at, end - at);
	at += dash;
	while (at < end && text[at] == ' ')
		at++;
	return dash > 0 && (at < end ? memchr(";,.)\n", text[at], 5) != NULL
				     : i + 1 == s->line.n && !s->is_cut);
}

bool parts_has_between(const struct splitter *s, size_t i, char sign)
{
	size_t at, end = parts_between(s, i, &at);

	return end > at && memchr(s->line.p->text + at, sign, end - at) != NULL;
}

/* "MN: chưa; TH: 12", "Số máy: chưa thống kê": no figure is given. */
static bool is_not_yet(const struct splitter *s, size_t i)
{
	static const char *const FIRST[] = {"chua", "dang"};
	const char *text = s->line.p->text;
	size_t next = i + 1, at, end;

	if (next >= s->line.n ||
	    !token_is_among(&s->line.t[next], FIRST,
			    sizeof(FIRST) / sizeof(*FIRST)) ||
	    !parts_has_between(s, next, ':'))
		return false;
	at = end = s->line.t[next].start;
	while (end < s->line.p->size && !strchr(";,.)\n", text[end]))
		end++;
	return figure_said(text + at, end - at) == FIGURE_SAID_NOT_YET;
}

/* "......": a blank that nobody filled stands behind token i. */
static bool is_blank(const struct splitter *s, size_t i)
{
	size_t at, end = parts_between(s, i + 1, &at), dots = 0;

	if (is_dash_alone(s, i) || is_not_yet(s, i))
		return true;
	for (; at < end; at++) {
		/* one in brackets is none of what is before them */
		if (said_opens(s->line.p->text[at]))
			break;
		if (memchr("._", s->line.p->text[at], 2))
			dots++;
		else if (at + 3 <= end &&
			 text_is_ellipsis(s->line.p->text + at))
			dots += 3;
		else if ((s->line.p->text[at] & 0xc0) != 0x80)
			dots = dots >= 3 ? dots : 0;
	}
	return dots >= 3;
}

/* ---- brackets ------------------------------------------------------------ */

static int open_bracket(struct splitter *s, int in, size_t token)
{
	if (s->n_brackets == BRACKETS_MAX) {
		s->line.n = token;
		s->is_cut = true;
		return in;
	}
	s->brackets[s->n_brackets] = (struct bracket){in, token, false};
	return s->n_brackets++;
}

/* "mức 2: trường (15%)": what stands before a bracket lost its figure, when no
 * other stands between it and a stop. */
static void find_lost(struct splitter *s)
{
	int b;

	for (b = 0; b < s->n_brackets; b++) {
		size_t first = s->brackets[b].from, i = first;

		if (!s->brackets[b].has_figure || first == 0)
			continue;
		while (i-- > 0) {
			if (s->in[i] != s->brackets[b].around)
				continue;
			if (s->is_figure[i] || s->is_blank[i])
				break;
			if (i == 0 || parts_sign_before(s, i) == SIGN_STOP) {
				s->is_blank[first - 1] = true;
				break;
			}
		}
	}
}

/* A leader may be left beside its figure, i; one that a bracket parts from it
 * is a blank. */
static bool is_beside(const struct splitter *s, size_t i)
{
	size_t at, end = parts_between(s, i, &at);
	bool is_parted = false;

	for (; at < end; at++) {
		if (said_opens(s->line.p->text[at]) ||
		    said_closes(s->line.p->text[at]))
			is_parted = true;
		else if (memchr("._", s->line.p->text[at], 2) ||
			 (s->line.p->text[at] & 0x80))
			is_parted = false;
	}
	return !is_parted;
}

/* The bracket of a blank behind token i: "(20%), ...... trường" is outside. */
static int blank_bracket(const struct splitter *s, size_t i)
{
	size_t at, end = parts_between(s, i + 1, &at);
	int in = s->in[i];

	for (; at < end && in >= 0 && strchr(")] ", s->line.p->text[at]); at++)
		if (said_closes(s->line.p->text[at]))
			in = s->brackets[in].around;
	return in;
}

/* "28 CSGD ......": what is left of a leader behind the last figure and what it
 * counts, at the end of its paragraph. */
static bool is_left_over(const struct splitter *s, size_t i)
{
	size_t f = i, at, end;

	if (i + 1 != s->line.n || s->is_cut)
		return false;
	for (; f > 0 && !s->is_figure[f]; f--) {
		end = parts_between(s, f, &at);
		if (i - f >= PERSON_WORDS_MAX || end != at + 1)
			return false;
	}
	return f < i && s->is_figure[f] &&
	       said_class_of(&s->line.t[f + 1], s->line.n - f - 1) != SAID_ANY;
}

/* The tokens before one that name a level, 0 for none. */
static size_t level_before(const struct splitter *s, size_t i)
{
	const struct anchorer *a = s->line.a;
	size_t first = a->text.first[s->line.p - a->text.wml->paras.at];

	return levels_before(&a->index->levels, &a->text.tokens, first,
			     first + i);
}

static bool is_right_behind(const struct splitter *s, size_t i)
{
	size_t at, end = parts_between(s, i, &at);

	while (at < end && s->line.p->text[at] == ' ')
		at++;
	return i > 0 && at == end;
}

/* "12" or "12 trường" and nothing but spaces before token i. */
static bool is_behind_count(const struct splitter *s, size_t i)
{
	if (!is_right_behind(s, i))
		return false;
	if (said_class_of(&s->line.t[i - 1], 1) != SAID_ANY)
		i--;
	return is_right_behind(s, i) && s->line.t[i - 1].kind == TOKEN_NUMBER;
}

/* "TH (12), THCS (60%)": brackets around nothing but the figure of the level
 * before them, not those of "12 trường TH (60%)". */
static bool is_of_level(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	size_t at = i, level;

	if (i >= s->line.n || s->line.t[i].kind != TOKEN_NUMBER)
		return false;
	if (at + 1 < s->line.n && s->line.t[at + 1].kind == TOKEN_SIGN)
		at++;
	at = s->line.t[at].start + s->line.t[at].size;
	while (at < s->line.p->size && text[at] == ' ')
		at++;
	if (at == s->line.p->size || !said_closes(text[at]))
		return false;
	level = level_before(s, i);
	return level > 0 && !is_behind_count(s, i - level);
}

/* "* Tiểu học (18 trường):" above other lines: how many there are, of whom the
 * lines tell. */
static bool is_size_of_lead(const struct splitter *s, size_t i)
{
	const struct wml_para *p = s->line.p;
	size_t at, end;

	if (s->line.t[i].kind != TOKEN_NUMBER ||
	    !said_opens(p->text[s->line.t[i].start - (i > 0)]) ||
	    i + 1 >= s->line.n ||
	    said_class_of(&s->line.t[i + 1], 1) != SAID_PLACES)
		return false;
	end = parts_between(s, i + 2, &at);
	if (end < at + 2 || !said_closes(p->text[at]) || p->text[at + 1] != ':')
		return false;
	for (at += 2; at < end && p->text[at] == ' ';)
		at++;
	return at < end && p->text[at] == '\n';
}

/* "655 người, chiếm 93%; (2) Giáo viên ...": the mark of what is listed next,
 * no bracket of a figure. */
static bool is_mark(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	const struct token *t = &s->line.t[i];
	size_t at;

	if (i + 1 >= s->line.n || t->kind != TOKEN_NUMBER || t->n > 2 ||
	    t->start == 0 || !said_opens(text[t->start - 1]) ||
	    !said_closes(said_char_at(&s->line, t->start + t->size)))
		return false;
	for (at = t->start - 1; at > 0 && text[at - 1] == ' ';)
		at--;
	return at == 0 || strchr(";\n", text[at - 1]) != NULL;
}

void parts_find_brackets(struct splitter *s)
{
	size_t i, at, end;
	bool is_passed = false;
	int in = -1;

	for (i = 0; i < s->line.n; i++) {
		end = parts_between(s, i, &at);
		for (; at < end; at++) {
			if (said_opens(s->line.p->text[at]) &&
			    (is_of_level(s, i) || is_mark(s, i)))
				is_passed = true;
			else if (said_opens(s->line.p->text[at]))
				in = open_bracket(s, in, i);
			else if (said_closes(s->line.p->text[at]) && is_passed)
				is_passed = false;
			else if (said_closes(s->line.p->text[at]) && in >= 0)
				in = s->brackets[in].around;
		}
		if (i >= s->line.n)
			break;
		s->in[i] = (short)in;
		s->is_figure[i] = said_is_figure(&s->line, i) &&
				  !is_size_of_lead(s, i) && !is_mark(s, i);
		s->is_blank[i] = is_blank(s, i);
		s->blank_in[i] = (short)blank_bracket(s, i);
		if (in >= 0 && s->is_figure[i])
			s->brackets[in].has_figure = true;
		if (s->is_blank[i] && s->blank_in[i] >= 0)
			s->brackets[s->blank_in[i]].has_figure = true;
	}
	for (i = 0; i < s->line.n; i++)
		if (s->is_figure[i] ||
		    (i + 1 < s->line.n && s->is_figure[i + 1] &&
		     is_beside(s, i + 1) && !is_dash_alone(s, i)) ||
		    is_left_over(s, i))
			s->is_blank[i] = false;
	find_lost(s);
	/* words alone in brackets belong to what is around them */
	for (i = 0; i < s->line.n; i++)
		while (s->in[i] >= 0 && !s->brackets[s->in[i]].has_figure)
			s->in[i] = (short)s->brackets[s->in[i]].around;
	for (i = 0; i < s->line.n; i++)
		while (s->blank_in[i] >= 0 &&
		       !s->brackets[s->blank_in[i]].has_figure)
			s->blank_in[i] =
				(short)s->brackets[s->blank_in[i]].around;
}
