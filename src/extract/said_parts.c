/*
 * said_parts.c - a paragraph in parts, one for each figure in it: between two
 * figures the strongest sign parts, and what stands in brackets is said of
 * what stands before them.
 */
#include "extract/index.h"

#include "text/span.h"
#include "text/utf8.h"

#include <stddef.h>
#include <string.h>

enum {
	BRACKETS_MAX = 40,
	FAR = 6,	     /* digits of a figure written without marks */
	LEVEL_WORDS_MAX = 8, /* words of a level before its number */
	PERSON_WORDS = 3,    /* "giáo viên", and another */
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
	const struct anchorer *a;
	const struct wml_para *p;
	const struct token *t; /* of the paragraph */
	size_t n;
	bool is_cut; /* there are more, that are not read */
	struct said_parts *parts;
	int n_brackets;
	/* as far as there are tokens, brackets */
	struct bracket brackets[BRACKETS_MAX];
	signed char in[PART_TOKENS_MAX]; /* the bracket of each token, -1 */
	signed char blank_in[PART_TOKENS_MAX]; /* that of a blank behind it */
	bool is_figure[PART_TOKENS_MAX];
	bool is_blank[PART_TOKENS_MAX]; /* a leader stands behind it */
};

/* ---- figures ------------------------------------------------------------- */

static char char_at(const struct splitter *s, size_t at)
{
	return at < s->p->size ? s->p->text[at] : '\0';
}

/* "bằng", no "bảng". */
static bool is_equal(const struct splitter *s, size_t i)
{
	const struct token *t = &s->t[i];

	return token_is(t, "bang") && t->size == 6 &&
	       memcmp(s->p->text + t->start + 1, "\xe1\xba\xb1", 3) == 0;
}

/* Words before a number that make it a name: "mức 1", "năm 2023", "Thông tư
 * 24", "Phụ lục 2". */
static bool names(const struct splitter *s, size_t i)
{
	static const char *const ALONE[] = {
		"muc",	"nhom", "bieu", "bang",	 "nam",	   "thang",
		"ngai", "qui",	"dieu", "khoan", "chuong", "lan",
		"hinh", "khoi", "tuan", "ki",	 "qd",	   "nd",
		"tt",	"cv",	"vb",	"tang",	 "giam",   "phan"};
	static const char *const PAIRS[][2] = {
		{"thong", "tu"}, {"quiet", "dinh"}, {"nghi", "dinh"},
		{"phu", "luc"},	 {"mo", "dun"},	    {"muc", "do"}};

	return (token_is_among(&s->t[i], ALONE,
			       sizeof(ALONE) / sizeof(*ALONE)) &&
		!is_equal(s, i)) ||
	       (i > 0 && token_is_pair_among(&s->t[i - 1], PAIRS,
					     sizeof(PAIRS) / sizeof(*PAIRS)));
}

/* Nothing but spaces between a number and the token before it. */
static bool is_next(const struct splitter *s, size_t i)
{
	size_t at = s->t[i - 1].start + s->t[i - 1].size;

	while (at < s->t[i].start) {
		size_t next = at;

		if (s->p->text[at] == '\n' ||
		    !text_is_space(utf8_next(s->p->text, s->p->size, &next)))
			break;
		at = next;
	}
	return at == s->t[i].start;
}

/* "MĐ1", "M2": a number written to capitals. */
static bool is_glued(const struct splitter *s, size_t i)
{
	const struct token *t = &s->t[i - 1];
	unsigned char c = (unsigned char)s->p->text[t->start];

	return t->kind == TOKEN_WORD && t->start + t->size == s->t[i].start &&
	       (said_is_capital(s->p->text, t) ||
		(t->n == 1 && c >= 'A' && c <= 'Z'));
}

/* NOLINTNEXTLINE(misc-no-recursion): a list of numbers of one digit */
static bool is_name(const struct splitter *s, size_t i)
{
	char digit = s->t[i].bare[0];

	if (i == 0)
		return false;
	if (is_glued(s, i) || (is_next(s, i) && names(s, i - 1)))
		return true;
	/* "mức 1, 2 và 3" */
	if (s->t[i].n != 1)
		return false;
	if (i > 1 && token_is(&s->t[i - 1], "va"))
		i--;
	else if (char_at(s, s->t[i - 1].start + s->t[i - 1].size) != ',')
		return false;
	return s->t[i - 1].kind == TOKEN_NUMBER && s->t[i - 1].n == 1 &&
	       s->t[i - 1].bare[0] + 1 == digit && is_name(s, i - 1);
}

/* "24/2018/TT-BGDĐT", "9/2022", "15/11", "2022-2025": no figures; the first of
 * "45/60" is one. */
static bool is_of_name(const struct splitter *s, size_t i)
{
	const struct token *t = &s->t[i];
	size_t end = t->start + t->size;
	char before = t->start ? char_at(s, t->start - 1) : ' ';
	char behind = char_at(s, end);

	if (before == '/' || strchr("-_", before))
		return true;
	if (behind == '/') {
		const struct token *next = i + 1 < s->n ? t + 1 : NULL;

		return !next || next->start != end + 1 ||
		       next->kind != TOKEN_NUMBER || said_is_year(next) ||
		       char_at(s, next->start + next->size) == '/';
	}
	if (said_is_year(t) && i + 1 < s->n && said_is_year(t + 1) &&
	    t[1].start <= end + 5)
		return true;
	if (said_is_year(t) && i > 0 && said_is_year(t - 1) &&
	    t->start <= t[-1].start + t[-1].size + 5)
		return true;
	return behind == '-';
}

/* "1 234", but not those of "mức 1 234 trường". */
static bool goes_on(const struct splitter *s, size_t i)
{
	const struct token *t = &s->t[i];

	return anchor_goes_on(s->p, s->t, t) &&
	       (i < 2 || !is_name(s, i - 1) || token_is(&t[-2], "tang") ||
		token_is(&t[-2], "giam"));
}

/* "lớp 6", when that is a level. */
static bool is_of_level(const struct splitter *s, size_t i)
{
	const struct level_names *levels = &s->a->index->levels;
	size_t back, n;

	for (back = 1; back <= i && back <= LEVEL_WORDS_MAX; back++)
		if (levels_at(levels, LEVELS_ALL, &s->t[i - back],
			      s->n - i + back, &n) >= 0 &&
		    n > back)
			return true;
	return false;
}

/* "trong", no "trọng". */
static bool is_within(const struct splitter *s, size_t i)
{
	return token_is(&s->t[i], "trong") && s->t[i].size == 5;
}

/* "57 trên tổng số 58", "57 trong số 58", "57 trên 58", "trong 58 giáo viên":
 * what others are of. The token that leads to it, SIZE_MAX for none. */
static size_t leads_whole(const struct splitter *s, size_t i)
{
	size_t at = i;

	if (at > 0 && token_is(&s->t[at - 1], "so"))
		at--;
	if (at > 0 && token_is(&s->t[at - 1], "tong"))
		at--;
	if (at == 0)
		return SIZE_MAX;
	return is_within(s, at - 1) ||
			       (at > 1 && token_is(&s->t[at - 1], "tren") &&
				(at < i || s->t[at - 2].kind == TOKEN_NUMBER))
		       ? at - 1
		       : SIZE_MAX;
}

/* What is said behind "57 trên 58" is said of 57. */
static bool is_whole(const struct splitter *s, size_t i)
{
	size_t lead = leads_whole(s, i);

	return lead != SIZE_MAX && lead > 0 &&
	       s->t[lead - 1].kind == TOKEN_NUMBER;
}

static bool is_figure(const struct splitter *s, size_t i)
{
	const struct token *t = &s->t[i];

	return t->kind == TOKEN_NUMBER && t->n < TOKEN_LETTERS_MAX &&
	       !goes_on(s, i) && !(t->bare[0] == '0' && t->n > FAR) &&
	       !is_name(s, i) && !is_of_name(s, i) && !is_of_level(s, i) &&
	       !is_whole(s, i);
}

/* ---- signs --------------------------------------------------------------- */

/* Bytes of the paragraph between two tokens. */
static size_t between(const struct splitter *s, size_t i, size_t *from)
{
	*from = i ? s->t[i - 1].start + s->t[i - 1].size : 0;
	return i < s->n || s->is_cut ? s->t[i].start : s->p->size;
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

/* ". "; after a leader, when a sentence begins behind it. */
static bool is_stop(const struct splitter *s, size_t at, size_t end)
{
	char next;

	if (char_at(s, at) != '.' || at + 1 >= end || char_at(s, at + 1) != ' ')
		return false;
	next = char_at(s, end);
	return char_at(s, at - 1) != '.' || (next >= 'A' && next <= 'Z');
}

/* The strongest sign before token i, from a place on. */
static enum sign sign_from(const struct splitter *s, size_t i, size_t at)
{
	enum sign best = SIGN_NONE;
	size_t start, end = between(s, i, &start);

	for (; at < end; at++) {
		char c = s->p->text[at];

		if (c == ';' || c == '\n' || is_stop(s, at, end))
			best = SIGN_STOP;
		else if (best < SIGN_COMMA && (c == ',' || c == '\t' ||
					       is_dash(s->p->text, at, end) ||
					       is_plus(s->p->text, at, end)))
			best = SIGN_COMMA;
	}
	if (best == SIGN_NONE && i < s->n &&
	    (token_is(&s->t[i], "va") || token_is(&s->t[i], "con")))
		best = SIGN_AND;
	if (best == SIGN_NONE && i < s->n && token_is(&s->t[i], "voi"))
		best = SIGN_WITH;
	return best;
}

static enum sign sign_before(const struct splitter *s, size_t i)
{
	size_t at;

	between(s, i, &at);
	return sign_from(s, i, at);
}

/* The same behind a blank that the token before leads to. */
static enum sign sign_behind_blank(const struct splitter *s, size_t i)
{
	size_t at, end = between(s, i, &at), last = at;

	for (; at < end; at++)
		if (memchr("._", s->p->text[at], 2) || (s->p->text[at] & 0x80))
			last = at + 1;
	return sign_from(s, i, last);
}

/* "......": a blank that nobody filled stands behind token i. */
static bool is_blank(const struct splitter *s, size_t i)
{
	size_t at, end = between(s, i + 1, &at), dots = 0;

	for (; at < end; at++) {
		/* one in brackets is none of what is before them */
		if (s->p->text[at] == '(')
			break;
		if (memchr("._", s->p->text[at], 2))
			dots++;
		else if (at + 3 <= end &&
			 memcmp(s->p->text + at, "\xe2\x80\xa6", 3) == 0)
			dots += 3;
		else if ((s->p->text[at] & 0xc0) != 0x80)
			dots = dots >= 3 ? dots : 0;
	}
	return dots >= 3;
}

static bool has_between(const struct splitter *s, size_t i, char sign)
{
	size_t at, end = between(s, i, &at);

	return end > at && memchr(s->p->text + at, sign, end - at) != NULL;
}

/* ---- brackets ------------------------------------------------------------ */

static int open_bracket(struct splitter *s, int in, size_t token)
{
	if (s->n_brackets == BRACKETS_MAX) {
		s->n = token;
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
		if (memchr("()", s->p->text[at], 2))
			is_parted = true;
		else if (memchr("._", s->p->text[at], 2) ||
			 (s->p->text[at] & 0x80))
			is_parted = false;
	}
	return !is_parted;
}

/* The bracket of a blank behind token i: "(20%), ...... trường" is outside. */
static int blank_bracket(const struct splitter *s, size_t i)
{
	size_t at, end = between(s, i + 1, &at);
	int in = s->in[i];

	for (; at < end && in >= 0 && strchr(") ", s->p->text[at]); at++)
		if (s->p->text[at] == ')')
			in = s->brackets[in].around;
	return in;
}

static void find_brackets(struct splitter *s)
{
	size_t i, at, end;
	int in = -1;

	for (i = 0; i < s->n; i++) {
		end = between(s, i, &at);
		for (; at < end; at++) {
			if (s->p->text[at] == '(')
				in = open_bracket(s, in, i);
			else if (s->p->text[at] == ')' && in >= 0)
				in = s->brackets[in].around;
		}
		if (i >= s->n)
			break;
		s->in[i] = (signed char)in;
		s->is_figure[i] = is_figure(s, i);
		s->is_blank[i] = is_blank(s, i);
		s->blank_in[i] = (signed char)blank_bracket(s, i);
		if (in >= 0 && s->is_figure[i])
			s->brackets[in].has_figure = true;
		if (s->is_blank[i] && s->blank_in[i] >= 0)
			s->brackets[s->blank_in[i]].has_figure = true;
	}
	for (i = 0; i < s->n; i++)
		if (s->is_figure[i] || (i + 1 < s->n && s->is_figure[i + 1] &&
					is_beside(s, i + 1)))
			s->is_blank[i] = false;
	find_lost(s);
	/* words alone in brackets belong to what is around them */
	for (i = 0; i < s->n; i++)
		while (s->in[i] >= 0 && !s->brackets[s->in[i]].has_figure)
			s->in[i] = (signed char)s->brackets[s->in[i]].around;
	for (i = 0; i < s->n; i++)
		while (s->blank_in[i] >= 0 &&
		       !s->brackets[s->blank_in[i]].has_figure)
			s->blank_in[i] =
				(signed char)s->brackets[s->blank_in[i]].around;
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
	const struct token *t = &s->t[i];
	size_t end = t->start + t->size;

	return (i + 1 < s->n && t[1].kind == TOKEN_SIGN &&
		is_leader(s->p->text + end, t[1].start - end)) ||
	       (i + 2 < s->n && token_is(&t[1], "phan") &&
		token_is(&t[2], "tram"));
}

/* ", chiếm 75,14%": words at i that belong to a rate. */
static bool tells_rate(const struct splitter *s, size_t i, size_t rate)
{
	static const char *const WORDS[] = {"chiem", "dat", "bang", "tl"};

	return i < rate && rate <= i + 4 && is_rate(s, rate) &&
	       (token_is_among(&s->t[i], WORDS,
			       sizeof(WORDS) / sizeof(*WORDS)) ||
		(token_is(&s->t[i], "ti") && token_is(&s->t[i + 1], "le")));
}

/* "12 cán bộ quản lý, giáo viên dự 3 lớp": the comma before token i parts
 * nothing, as that of "12 em, GV 5" does. */
static bool is_among_persons(const struct splitter *s, size_t one, size_t i,
			     size_t two)
{
	if (two < i + (said_is_capital(s->p->text, &s->t[i]) ? PERSON_WORDS - 1
							     : PERSON_WORDS))
		return false;
	while (one < i && s->t[one].kind != TOKEN_WORD)
		one++;
	return i > one && i - one <= PERSON_WORDS_MAX &&
	       said_class_of(&s->t[one], s->n - one) == SAID_PERSONS &&
	       said_class_of(&s->t[i], s->n - i) == SAID_PERSONS;
}

/* Where, of the tokens of a bracket, the words of the figure `one` end and
 * those of `two` begin; *most is the sign that tells. */
static size_t cut_between(const struct splitter *s, int in, size_t one,
			  size_t two, enum sign *most)
{
	size_t i, best = one + 1;

	*most = SIGN_NONE;
	for (i = one + 1; i <= two; i++) {
		enum sign sign = i == one + 1 && s->is_blank[one]
					 ? sign_behind_blank(s, i)
					 : sign_before(s, i);

		if (i < two && s->in[i] != in)
			continue;
		if (sign == SIGN_COMMA && is_among_persons(s, one, i, two))
			sign = SIGN_NONE;
		/* "dạy và học 12% và 45 em" */
		if (sign == SIGN_AND && i + 1 == two && *most < SIGN_STOP) {
			*most = sign;
			return i;
		}
		/* "45 CSGD: mầm non 12", no "mầm non: 12" */
		if (i < two && sign < SIGN_COMMA && has_between(s, i, ':'))
			sign = SIGN_COMMA;
		if (sign > *most || (sign == *most && sign != SIGN_NONE &&
				     tells_rate(s, i, two))) {
			*most = sign;
			best = i;
		}
	}
	while (*most == SIGN_NONE && best < two &&
	       s->t[best].kind == TOKEN_SIGN)
		best++;
	/* "12 giáo viên dự 3 lớp" */
	if (*most == SIGN_NONE &&
	    said_class_of(&s->t[best], two - best) == SAID_PERSONS)
		best = two;
	return best;
}

static int add_part(struct splitter *s, size_t number)
{
	struct said_parts *parts = s->parts;
	size_t last = number;

	if (parts->n == PARTS_MAX)
		return PART_UNREAD;
	while (last + 1 < s->n && goes_on(s, last + 1))
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

	for (i = figure + 1; i < s->n; i++)
		for (end = between(s, i, &at); at < end; at++)
			if (s->p->text[at] == '\n' || is_stop(s, at, end))
				return i;
	return s->n;
}

/* Parts the words of one bracket, or of the line (-1). */
static void split(struct splitter *s, int in)
{
	size_t i, from = 0, last = SIZE_MAX, end;
	int part = -1;

	for (i = 0; i < s->n; i++) {
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
	end = in < 0 ? sentence_end(s, last) : s->n;
	mark(s, in, from, end, part);
	mark(s, in, end, s->n, PART_UNREAD);
}

/* "CSGD phổ thông: Mức 1: 12 trường": words before a colon, and words between
 * it and the first figure, lead in all that follows. */
static void find_lead(struct splitter *s)
{
	size_t i, colon = 0, words = 0;

	for (i = 0; i < s->n && !s->is_figure[i]; i++) {
		if (i > 0 && !colon && s->in[i] < 0 && has_between(s, i, ':'))
			colon = i;
		words += colon && !said_is_filler(&s->t[i]);
	}
	if (colon && words > 0 && i < s->n)
		mark(s, -1, 0, colon, PART_LEAD);
}

static int part_before(const struct splitter *s, size_t token)
{
	while (token-- > 0)
		if (s->parts->of[token])
			return s->parts->of[token];
	return -1;
}

/* The last figure before a cut has words behind it that nobody read, or is
 * the half of one. */
static void drop_last(struct splitter *s)
{
	struct said_parts *parts = s->parts;
	size_t token = s->n;
	int last;

	while (token > 0 && !s->is_figure[token - 1])
		token--;
	if (token == 0)
		return;
	last = said_part_of(parts, parts->from + token - 1);
	if (last < 0)
		return;
	parts->at[last].number = SIZE_MAX;
	for (token = 0; token < s->n; token++)
		if (parts->of[token] == last)
			parts->of[token] = PART_UNREAD;
}

/* "tăng 5% so với năm học trước" says nothing of the figure before it. */
static void drop_changes(const struct splitter *s)
{
	size_t i, end;

	for (i = 0; i + 1 < s->n; i = end) {
		unsigned char of = s->parts->of[i];

		end = i + 1;
		if ((!token_is(&s->t[i], "tang") &&
		     !token_is(&s->t[i], "giam")) ||
		    s->t[i + 1].kind != TOKEN_NUMBER)
			continue;
		while (end < s->n && s->parts->of[end] == of &&
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
		    leads_whole(s, parts->at[i].number - parts->from) !=
			    SIZE_MAX)
			parts->at[i].number = SIZE_MAX;
}

void said_parts_read(struct said_parts *parts, const struct anchorer *a,
		     size_t para)
{
	struct splitter s;
	int in, first;

	memset(&s, 0, offsetof(struct splitter, brackets));
	s.a = a;
	s.parts = parts;
	parts->from = a->text.first[para];
	parts->to = a->text.first[para + 1];
	s.is_cut = parts->to - parts->from > PART_TOKENS_MAX;
	if (s.is_cut)
		parts->to = parts->from + PART_TOKENS_MAX;
	s.p = &a->text.wml->paras.at[para];
	s.t = a->text.tokens.at + parts->from;
	s.n = parts->to - parts->from;
	memset(parts->of, 0, s.n);
	parts->n = 1;
	find_brackets(&s);
	parts->to = parts->from + s.n;
	split(&s, -1);
	find_lead(&s);
	for (in = 0; in < s.n_brackets; in++) {
		if (!s.brackets[in].has_figure)
			continue;
		first = parts->n;
		split(&s, in);
		for (; first < parts->n; first++)
			parts->at[first].around =
				part_before(&s, s.brackets[in].from);
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
