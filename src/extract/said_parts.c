/*
 * said_parts.c - a paragraph in parts, one for each figure in it: between two
 * figures the strongest sign parts, and what stands in brackets is said of
 * what stands before them.
 */
#include "extract/index.h"

#include "text/letters.h"
#include "text/span.h"

#include <stddef.h>
#include <string.h>

enum {
	BRACKETS_MAX = 40,
	PERSON_WORDS = 3,    /* "giáo viên", and another */
	LIST_WORDS_MAX = 6,  /* behind a figure of a list */
	PERSON_WORDS_MAX = 4 /* "cán bộ quản lý" */
};

/* Signs between two words, from the strongest. */
enum sign {
	SIGN_NONE,
	SIGN_WITH,
	SIGN_AND,
	SIGN_COMMA,
	SIGN_STOP
};

struct bracket {
	int around;  /* index, -1 */
	size_t from; /* the first token in it */
	bool has_figure;
};

struct splitter {
	struct said_line line;
	bool is_cut; /* there are more, that are not read */
	struct said_parts *parts;
	int n_brackets;
	/* as far as there are tokens, brackets */
	struct bracket brackets[BRACKETS_MAX];
	short in[PART_TOKENS_MAX];	 /* the bracket of each token, -1 */
	short blank_in[PART_TOKENS_MAX]; /* that of a blank behind it */
	bool is_figure[PART_TOKENS_MAX];
	bool is_blank[PART_TOKENS_MAX]; /* a leader stands behind it */
};

/* ---- signs --------------------------------------------------------------- */

/* Bytes of the paragraph between two tokens. */
static size_t between(const struct splitter *s, size_t i, size_t *from)
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

/* "13 (Tiểu học) + 12 (THCS) = 25", "TH 13 + THCS 12"; not "13 + 12". */
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
	       (text_is_digit(text[from - 1]) && !text_is_digit(text[end]));
}

/* ". "; after a leader, when a sentence begins behind it. */
static bool is_stop(const struct splitter *s, size_t at, size_t end)
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

		if (c == ';' || c == '\n' || is_stop(s, at, end))
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
	size_t start, end = between(s, i, &start);
	enum sign best = sign_among(s, at, end);

	if (best == SIGN_NONE && i < s->line.n &&
	    (token_is(&s->line.t[i], "va") || token_is(&s->line.t[i], "con")))
		best = SIGN_AND;
	if (best == SIGN_NONE && i < s->line.n &&
	    token_is(&s->line.t[i], "voi"))
		best = SIGN_WITH;
	/* "38 trường gồm 20 trường TH" */
	if (best == SIGN_NONE && i + 1 < s->line.n &&
	    token_is(&s->line.t[i], "gom") &&
	    s->line.t[i + 1].kind == TOKEN_NUMBER)
		best = SIGN_COMMA;
	return best;
}

static enum sign sign_before(const struct splitter *s, size_t i)
{
	size_t at;

	between(s, i, &at);
	return sign_from(s, i, at);
}

/* The same behind a blank that the token before leads to: "GDTX ...... Có". */
static enum sign sign_behind_blank(const struct splitter *s, size_t i)
{
	size_t at, end = between(s, i, &at), last = at, first = at;

	for (; at < end; at++)
		if (memchr("._", s->line.p->text[at], 2) ||
		    (s->line.p->text[at] & 0x80))
			last = at + 1;
	/* its last dot may be that of the sentence */
	return last > first && is_stop(s, last - 1, end) &&
			       letter_is_capital_at(s->line.p->text,
						    s->line.p->size, end)
		       ? SIGN_STOP
		       : sign_from(s, i, last);
}

/* ... and before it. */
static enum sign sign_before_blank(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	size_t at, end = between(s, i, &at), first = at;

	while (at < end && !memchr("._-", text[at], 3) && !(text[at] & 0x80))
		at++;
	return sign_among(s, first, at);
}

/* "MN: -; TH: 12", "(MN -, 12 TH)": a dash in place of a figure. */
static bool is_dash_alone(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	size_t at, end = between(s, i + 1, &at), dash;

	while (at < end && memchr(" :=", text[at], 3))
		at++;
	dash = text_dash_size(text + at, end - at);
	at += dash;
	while (at < end && text[at] == ' ')
		at++;
	return dash > 0 && (at < end ? memchr(";,.)\n", text[at], 5) != NULL
				     : i + 1 == s->line.n && !s->is_cut);
}

static bool has_between(const struct splitter *s, size_t i, char sign)
{
	size_t at, end = between(s, i, &at);

	return end > at && memchr(s->line.p->text + at, sign, end - at) != NULL;
}

/* "MN: chưa có; TH: 12", "MN: chưa;": no figure is given. */
static bool is_not_yet(const struct splitter *s, size_t i)
{
	const char *text = s->line.p->text;
	size_t last = i + 1, at;

	if (last >= s->line.n || !token_is(&s->line.t[last], "chua") ||
	    !has_between(s, last, ':'))
		return false;
	if (last + 1 < s->line.n && token_is(&s->line.t[last + 1], "co"))
		last++;
	at = s->line.t[last].start + s->line.t[last].size;
	return at == s->line.p->size || strchr(";,.)\n", text[at]);
}

/* "......": a blank that nobody filled stands behind token i. */
static bool is_blank(const struct splitter *s, size_t i)
{
	size_t at, end = between(s, i + 1, &at), dots = 0;

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
			if (i == 0 || sign_before(s, i) == SIGN_STOP) {
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
	size_t at, end = between(s, i, &at);
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
	size_t at, end = between(s, i + 1, &at);
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
		end = between(s, f, &at);
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
	size_t at, end = between(s, i, &at);

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

static void find_brackets(struct splitter *s)
{
	size_t i, at, end;
	bool is_passed = false;
	int in = -1;

	for (i = 0; i < s->line.n; i++) {
		end = between(s, i, &at);
		for (; at < end; at++) {
			if (said_opens(s->line.p->text[at]) &&
			    is_of_level(s, i))
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
		s->is_figure[i] = said_is_figure(&s->line, i);
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

/* ---- parts --------------------------------------------------------------- */

/* Nothing but spaces and what is left of a leader. */
static bool is_leader(const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (!memchr(" ._", text[i], 3) && (text[i] & 0x80) == 0)
			return false;
	return true;
}

static bool is_rate(const struct splitter *s, size_t i)
{
	const struct token *t = &s->line.t[i];
	size_t end = t->start + t->size;

	return (i + 1 < s->line.n && t[1].kind == TOKEN_SIGN &&
		is_leader(s->line.p->text + end, t[1].start - end)) ||
	       (i + 2 < s->line.n && token_is(&t[1], "phan") &&
		token_is(&t[2], "tram"));
}

/* ", chiếm 75,14%", ", tương đương 75,14%": words at i that belong to a rate.
 */
static bool tells_rate(const struct splitter *s, size_t i, size_t rate)
{
	static const char *const WORDS[] = {"chiem", "dat", "bang", "tl"};
	static const char *const PAIRS[][2] = {
		{"ti", "le"}, {"tuong", "duong"}, {"tuong", "ung"}};
	const struct token *t = &s->line.t[i];
	size_t k;

	if (i >= rate || rate > i + 4 || !is_rate(s, rate))
		return false;
	for (k = 0; k < sizeof(PAIRS) / sizeof(*PAIRS); k++)
		if (i + 1 < rate && token_is_pair(t, PAIRS[k]))
			return true;
	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* "17 trường, bằng 50%, đạt mức tốt, trong đó 9 trường": words at i that begin
 * what the figure before is made of. */
static bool begins_of(const struct splitter *s, size_t i, size_t figure)
{
	static const char *const OF[] = {"trong", "do"};

	return i + 1 < figure && token_is_pair(&s->line.t[i], OF);
}

/* "tăng 4 trường so với năm học trước", of the figure before it. */
static bool is_change(const struct splitter *s, size_t i)
{
	size_t n = i + 1;

	if (!token_is(&s->line.t[i], "tang") &&
	    !token_is(&s->line.t[i], "giam"))
		return false;
	while (n < s->line.n && n <= i + 2 && s->line.t[n].kind == TOKEN_WORD)
		n++;
	return n < s->line.n && s->line.t[n].kind == TOKEN_NUMBER &&
	       (n == i + 1 || said_is_change(&s->line, n));
}

/* "12 cán bộ quản lý, giáo viên dự 3 lớp": the comma before token i parts
 * nothing, as that of "12 em, GV 5" does. */
static bool is_among_persons(const struct splitter *s, size_t one, size_t i,
			     size_t two)
{
	if (two < i + (said_is_capital(s->line.p->text, &s->line.t[i])
			       ? PERSON_WORDS - 1
			       : PERSON_WORDS))
		return false;
	while (one < i && s->line.t[one].kind != TOKEN_WORD)
		one++;
	return i > one && i - one <= PERSON_WORDS_MAX &&
	       said_class_of(&s->line.t[one], s->line.n - one) ==
		       SAID_PERSONS &&
	       said_class_of(&s->line.t[i], s->line.n - i) == SAID_PERSONS;
}

/* "12 giáo viên": a figure right before whom it counts. */
static bool counts_persons(const struct splitter *s, size_t figure)
{
	size_t i = figure + 1;

	while (i < s->line.n && s->line.t[i].kind == TOKEN_NUMBER)
		i++;
	return i < s->line.n &&
	       said_class_of(&s->line.t[i], s->line.n - i) == SAID_PERSONS;
}

/* "17 mầm non, 18 tiểu học": the words of a figure stand behind it, and those
 * of the next one behind that. */
static bool begins_list(const struct splitter *s, size_t figure)
{
	size_t i = figure + 1;

	while (i < s->line.n && i <= figure + LIST_WORDS_MAX &&
	       s->line.t[i].kind == TOKEN_WORD &&
	       (i == figure + 1 || sign_before(s, i) == SIGN_NONE))
		i++;
	return i > figure + 1 && i < s->line.n && s->is_figure[i] &&
	       sign_before(s, i) >= SIGN_COMMA;
}

/* The sign before token i between two figures, or blanks behind tokens. */
static enum sign sign_at(const struct splitter *s, size_t i, size_t one,
			 size_t two)
{
	if (i == one + 1 && s->is_blank[one])
		return sign_behind_blank(s, i);
	return i == two && s->is_blank[two - 1] ? sign_before_blank(s, i)
						: sign_before(s, i);
}

/* A rank among some tokens, "ở mức 2". */
static size_t rank_among(const struct splitter *s, size_t from, size_t to)
{
	while (from < to && !said_is_rank(&s->line.t[from]))
		from++;
	return from < to ? from : SIZE_MAX;
}

/* The clause of a figure ends with the rank of its last one: "..., có 15 CSGD,
 * chiếm 37%, ở mức 3;". */
static bool has_ranks_behind(const struct splitter *s, size_t figure)
{
	size_t i, last = figure;

	for (i = figure + 1; i < s->line.n; i++) {
		if (sign_before(s, i) == SIGN_STOP)
			break;
		if (s->is_figure[i])
			last = i;
	}
	return rank_among(s, last + 1, i) != SIZE_MAX;
}

/* "26 CSGD, chiếm 63%, ở mức 2 và có 15 CSGD, chiếm 37%, ở mức 3": what stands
 * between commas behind `one` is its rank; where the words of `two` begin, 0
 * where there is none such. */
static size_t cut_behind_rank(const struct splitter *s, int in, size_t one,
			      size_t two)
{
	static const char *const BEGIN[] = {"dat", "muc", "o", "thuoc", "xep"};
	size_t i = one + 1, rank;

	while (i < two && (s->in[i] != in || sign_before(s, i) < SIGN_COMMA))
		i++;
	if (i >= two || two >= s->line.n || sign_before(s, i) == SIGN_STOP ||
	    !token_is_among(&s->line.t[i], BEGIN,
			    sizeof(BEGIN) / sizeof(*BEGIN)))
		return 0;
	rank = rank_among(s, i, two);
	if (rank == SIZE_MAX)
		return 0;
	for (i = two; i > rank && said_is_filler(&s->line.t[i - 1]); i--)
		if (s->in[i - 1] == in && sign_before(s, i - 1) != SIGN_NONE)
			return has_ranks_behind(s, two) ? i - 1 : 0;
	return 0;
}

/* Where, of the tokens of a bracket, the words of the figure `one` end and
 * those of `two` begin; *most is the sign that tells. */
static size_t cut_between(const struct splitter *s, int in, size_t one,
			  size_t two, enum sign *most)
{
	bool is_led = two < s->line.n && has_between(s, two, ':');
	size_t i, best = cut_behind_rank(s, in, one, two), colon = 0;

	*most = SIGN_COMMA;
	if (best > 0)
		return best;
	best = one + 1;
	*most = SIGN_NONE;
	for (i = one + 1; i <= two; i++) {
		enum sign sign = sign_at(s, i, one, two);

		if (is_led && i > one + 1 && has_between(s, i - 1, ':'))
			colon = i - 1;
		if (i < two && s->in[i] != in)
			continue;
		if (sign == SIGN_COMMA && is_among_persons(s, one, i, two))
			sign = SIGN_NONE;
		/* "dạy và học 12% và 45 em" */
		if (sign == SIGN_AND && i + 1 == two && *most < SIGN_STOP &&
		    !token_is(&s->line.t[i], "con")) {
			*most = sign;
			return i;
		}
		/* "45 CSGD: mầm non 12", no "mầm non: 12" */
		if (sign < SIGN_COMMA && has_between(s, i, ':') &&
		    (i < two || begins_list(s, two)))
			sign = SIGN_COMMA;
		/* "; thời gian: hè 2022; số người: 14": words of no figure */
		if (sign > *most || (sign == SIGN_STOP && colon > best) ||
		    (sign == *most && sign != SIGN_NONE &&
		     (tells_rate(s, i, two) || begins_of(s, i, two) ||
		      is_change(s, best)))) {
			*most = sign;
			best = i;
		}
	}
	/* "12 người học A, B, 8 người học C" */
	if (*most == SIGN_COMMA && sign_before(s, two) == SIGN_COMMA &&
	    counts_persons(s, one) && counts_persons(s, two))
		return two;
	/* "18 trường (56%) chia đều 9 trường TH" */
	for (i = two; *most == SIGN_NONE && i-- > one + 1;)
		if (s->in[i] != in) {
			*most = SIGN_COMMA;
			return i + 1;
		}
	while (*most == SIGN_NONE && best < two &&
	       s->line.t[best].kind == TOKEN_SIGN)
		best++;
	/* "12 giáo viên dự 3 lớp" */
	if (*most == SIGN_NONE &&
	    said_class_of(&s->line.t[best], two - best) == SAID_PERSONS)
		best = two;
	return best;
}

static int add_part(struct splitter *s, size_t number)
{
	struct said_parts *parts = s->parts;
	size_t last = number;

	if (parts->n == PARTS_MAX)
		return PART_UNREAD;
	while (last + 1 < s->line.n && said_goes_on(&s->line, last + 1))
		last++;
	parts->at[parts->n] = (struct said_part){
		.number = s->is_figure[number] ? parts->from + number
					       : SIZE_MAX,
		.last = parts->from + last,
		.before = -1,
		.around = -1,
		.is_rate = is_rate(s, last)};
	return parts->n++;
}

static void mark(struct splitter *s, int in, size_t from, size_t to, int part)
{
	for (; from < to; from++)
		if (s->in[from] == in)
			s->parts->of[from] = (unsigned char)part;
}

/* The end of the sentence of a figure. */
static size_t sentence_end(const struct splitter *s, size_t figure)
{
	size_t i, at, end;

	for (i = figure + 1; i < s->line.n; i++)
		for (end = between(s, i, &at); at < end; at++)
			if (s->line.p->text[at] == '\n' || is_stop(s, at, end))
				return i;
	return s->line.n;
}

/* Parts the words of one bracket, or of the line (-1). */
static void split(struct splitter *s, int in)
{
	size_t i, from = 0, last = SIZE_MAX, end;
	int part = -1;

	for (i = 0; i < s->line.n; i++) {
		int next;

		if (s->is_figure[i] ? s->in[i] != in
				    : !s->is_blank[i] || s->blank_in[i] != in)
			continue;
		next = add_part(s, i);
		if (part >= 0) {
			enum sign sign;
			/* a blank stands behind its token */
			size_t cut = cut_between(s, in, last,
						 i + s->is_blank[i], &sign);

			/* "13 trường 75 %": a rate is of the count before it */
			bool is_loose = sign == SIGN_NONE &&
					is_rate(s, last) == is_rate(s, i);

			s->parts->at[part].is_loose |= is_loose;
			s->parts->at[next].is_loose = is_loose;
			s->parts->at[next].is_new = sign == SIGN_STOP;
			s->parts->at[next].is_joined = sign <= SIGN_WITH;
			mark(s, in, from, cut, part);
			s->parts->at[next].before = part;
			from = cut;
		}
		part = next;
		last = i;
		if (part == PART_UNREAD)
			break;
	}
	if (part < 0)
		return;
	end = in < 0 ? sentence_end(s, last) : s->line.n;
	mark(s, in, from, end, part);
	mark(s, in, end, s->line.n, PART_UNREAD);
}

/* A sentence ends before token i. */
static bool has_stop(const struct splitter *s, size_t i)
{
	size_t at, end;

	for (end = between(s, i, &at); at < end; at++)
		if (is_stop(s, at, end))
			return true;
	return false;
}

/* "Cộng có 13 mức 1, 19 mức 2; TH có 5 mức 1, 10 mức 2": counts behind the
 * first figure, and as many in what a semicolon parts from it. */
static bool goes_on_in_groups(const struct splitter *s, size_t figure)
{
	unsigned groups = 0, counts = 0;
	size_t i;

	for (i = figure; i < s->line.n; i++) {
		if (i > figure && (has_between(s, i, ';') || has_stop(s, i)))
			counts = 0;
		if (s->is_figure[i] && !is_rate(s, i))
			groups += ++counts == 2;
	}
	return groups > 1;
}

static bool is_sum_word(const struct token *t)
{
	static const char *const WORDS[] = {"chung", "cong", "tong", "toan"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* "CSGD phổ thông: Mức 1: 12 trường": words before a colon, and words between
 * it and the first figure, lead in all that follows; and so do the sentences
 * before that of the first figure. */
static void find_lead(struct splitter *s)
{
	size_t i, lead = 0, words = 0;
	bool has_colon = false, is_sum = false;

	for (i = 0; i < s->line.n && !s->is_figure[i]; i++) {
		if (i > 0 && s->in[i] < 0 &&
		    (has_stop(s, i) ||
		     (!has_colon && has_between(s, i, ':')))) {
			has_colon |= has_between(s, i, ':');
			lead = i;
			words = 0;
			is_sum = false;
		}
		words += lead && !said_is_filler(&s->line.t[i]);
		is_sum |= lead && is_sum_word(&s->line.t[i]);
	}
	if (lead && i < s->line.n &&
	    (words > 0 || (is_sum && goes_on_in_groups(s, i))))
		mark(s, -1, 0, lead, PART_LEAD);
}

/* The part of the words before a bracket, not of other brackets beside it. */
static int part_before(const struct splitter *s, int in)
{
	size_t token = s->brackets[in].from;

	while (token-- > 0)
		if (s->parts->of[token] &&
		    s->in[token] == s->brackets[in].around)
			return s->parts->of[token];
	return -1;
}

/* Parts from one on are counts, and two or more. */
static bool are_counts(const struct said_parts *parts, int from)
{
	int i = from;

	while (i < parts->n && !parts->at[i].is_rate &&
	       parts->at[i].number != SIZE_MAX)
		i++;
	return i == parts->n && i > from + 1;
}

/* ", chiếm 75%", "; tỷ lệ 75%, tăng 3 trường": nothing is said of the rate. */
static bool is_bare_rate(const struct splitter *s, int part)
{
	static const char *const WORDS[] = {"bang",  "chiem", "dat", "duong",
					    "la",    "le",    "ti",  "tl",
					    "tuong", "ung"};
	const struct token *t = s->line.t;
	size_t i;

	for (i = 0; i < s->line.n; i++) {
		if (s->parts->of[i] != part || t[i].kind != TOKEN_WORD)
			continue;
		if (token_is(&t[i], "tang") || token_is(&t[i], "giam"))
			break;
		if (!token_is_among(&t[i], WORDS,
				    sizeof(WORDS) / sizeof(*WORDS)))
			return false;
	}
	return s->parts->at[part].is_rate;
}

/* "28 trường, đạt 75% (MN 12, TH 16)": what the parts from one on, of a
 * bracket, are said of; counts are of the count before a rate. */
static int part_around(const struct splitter *s, int in, int from)
{
	int around = part_before(s, in);

	if (!are_counts(s->parts, from))
		return around;
	while (around > 0 && around < PART_UNREAD && is_bare_rate(s, around) &&
	       s->parts->at[around].before > 0)
		around = s->parts->at[around].before;
	return around;
}

/* The last figure before a cut has words behind it that nobody read, or is
 * the half of one. */
static void drop_last(struct splitter *s)
{
	struct said_parts *parts = s->parts;
	size_t token = s->line.n;
	int last;

	while (token > 0 && !s->is_figure[token - 1])
		token--;
	if (token == 0)
		return;
	last = said_part_of(parts, parts->from + token - 1);
	if (last < 0)
		return;
	parts->at[last].number = SIZE_MAX;
	for (token = 0; token < s->line.n; token++)
		if (parts->of[token] == last)
			parts->of[token] = PART_UNREAD;
}

/* "tăng 5% so với năm học trước" says nothing of the figure before it. */
static void drop_changes(const struct splitter *s)
{
	size_t i, end;

	for (i = 0; i + 1 < s->line.n; i = end) {
		unsigned char of = s->parts->of[i];

		end = i + 1;
		if (!is_change(s, i))
			continue;
		while (end < s->line.n && s->parts->of[end] == of &&
		       sign_before(s, end) < SIGN_COMMA)
			end++;
		/* it may lead the figure of its part in */
		if (of == PART_LEAD || of == PART_UNREAD ||
		    s->parts->at[of].number > s->parts->from + i)
			continue;
		for (; i < end; i++)
			s->parts->of[i] = PART_UNREAD;
	}
}

/* "Trong 897 học sinh, ..." */
static void drop_wholes(const struct splitter *s)
{
	struct said_parts *parts = s->parts;
	int i;

	for (i = 1; i < parts->n; i++)
		if (parts->at[i].number != SIZE_MAX &&
		    said_leads_whole(&s->line, parts->at[i].number -
						       parts->from) != SIZE_MAX)
			parts->at[i].number = SIZE_MAX;
}

void said_parts_read(struct said_parts *parts, const struct anchorer *a,
		     size_t para)
{
	struct splitter s;
	int in, first, around;

	memset(&s, 0, offsetof(struct splitter, brackets));
	s.line = said_line_of(a, para);
	s.parts = parts;
	parts->from = a->text.first[para];
	s.is_cut = s.line.n > PART_TOKENS_MAX;
	if (s.is_cut)
		s.line.n = PART_TOKENS_MAX;
	memset(parts->of, 0, s.line.n);
	parts->n = 1;
	find_brackets(&s);
	parts->to = parts->from + s.line.n;
	split(&s, -1);
	find_lead(&s);
	for (in = 0; in < s.n_brackets; in++) {
		if (!s.brackets[in].has_figure)
			continue;
		first = parts->n;
		split(&s, in);
		around = part_around(&s, in, first);
		for (; first < parts->n; first++)
			parts->at[first].around = around;
	}
	if (s.is_cut)
		drop_last(&s);
	drop_wholes(&s);
	drop_changes(&s);
	said_orders_read(parts, a, para);
}

int said_part_of(const struct said_parts *parts, size_t token)
{
	int i;

	for (i = 1; i < parts->n; i++)
		if (parts->at[i].number != SIZE_MAX &&
		    token >= parts->at[i].number && token <= parts->at[i].last)
			return i;
	return -1;
}
