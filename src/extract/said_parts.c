/*
 * said_parts.c - a paragraph in parts, one for each figure in it: between two
 * figures the strongest sign parts, and what stands in brackets is said of
 * what stands before them.
 */
#include "extract/index.h"
#include "extract/said_parts.h"

#include "text/letters.h"
#include "text/span.h"

#include <stddef.h>
#include <string.h>

enum {
	PERSON_WORDS = 3, /* "giáo viên", and another */
	RISE_WORDS_MAX = 10,
	LIST_WORDS_MAX = 6 /* behind a figure of a list */
};

/* ---- parts --------------------------------------------------------------- */

/* Nothing but spaces, a tab and what is left of a leader. */
static bool is_leader(const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (!memchr(" \t._", text[i], 4) && (text[i] & 0x80) == 0)
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
		token_is(&t[2], "tram")) ||
	       said_is_bare_rate(&s->line, i);
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
	       (i == figure + 1 || parts_sign_before(s, i) == SIGN_NONE))
		i++;
	return i > figure + 1 && i < s->line.n && s->is_figure[i] &&
	       parts_sign_before(s, i) >= SIGN_COMMA;
}

/* The sign before token i between two figures, or blanks behind tokens. */
static enum sign sign_at(const struct splitter *s, size_t i, size_t one,
			 size_t two)
{
	if (i == one + 1 && s->is_blank[one])
		return parts_sign_behind_blank(s, i);
	return i == two && s->is_blank[two - 1] ? parts_sign_before_blank(s, i)
						: parts_sign_before(s, i);
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
		if (parts_sign_before(s, i) == SIGN_STOP)
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

	while (i < two &&
	       (s->in[i] != in || parts_sign_before(s, i) < SIGN_COMMA))
		i++;
	if (i >= two || two >= s->line.n ||
	    parts_sign_before(s, i) == SIGN_STOP ||
	    !token_is_among(&s->line.t[i], BEGIN,
			    sizeof(BEGIN) / sizeof(*BEGIN)))
		return 0;
	rank = rank_among(s, i, two);
	if (rank == SIZE_MAX)
		return 0;
	for (i = two; i > rank && said_is_filler(&s->line.t[i - 1]); i--)
		if (s->in[i - 1] == in &&
		    parts_sign_before(s, i - 1) != SIGN_NONE)
			return has_ranks_behind(s, two) ? i - 1 : 0;
	return 0;
}

/* "từ 19 đơn vị năm học trước tăng lên 26": where the second begins, 0 where
 * nothing rises or falls. */
static size_t cut_before_rise(const struct splitter *s, size_t one, size_t two)
{
	return one > 0 && two < s->line.n && two <= one + RISE_WORDS_MAX &&
			       said_rises(s->line.t, one, two)
		       ? two
		       : 0;
}

/* Where, of the tokens of a bracket, the words of the figure `one` end and
 * those of `two` begin; *most is the sign that tells. */
static size_t cut_between(const struct splitter *s, int in, size_t one,
			  size_t two, enum sign *most)
{
	bool is_led = two < s->line.n && parts_has_between(s, two, ':');
	size_t i, best = cut_behind_rank(s, in, one, two), colon = 0;

	*most = SIGN_COMMA;
	if (best == 0)
		best = cut_before_rise(s, one, two);
	if (best > 0)
		return best;
	best = one + 1;
	*most = SIGN_NONE;
	for (i = one + 1; i <= two; i++) {
		enum sign sign = sign_at(s, i, one, two);

		if (is_led && i > one + 1 && parts_has_between(s, i - 1, ':'))
			colon = i - 1;
		if (i < two && s->in[i] != in)
			continue;
		if (sign == SIGN_COMMA && is_among_persons(s, one, i, two))
			sign = SIGN_NONE;
		/* "THPT - 1 và GDTX - 2": the dash of a label */
		if (sign == SIGN_COMMA && i == two && *most == SIGN_AND &&
		    !parts_has_between(s, i, ','))
			sign = SIGN_NONE;
		/* "dạy và học 12% và 45 em" */
		if (sign == SIGN_AND && i + 1 == two && *most < SIGN_STOP &&
		    !token_is(&s->line.t[i], "con")) {
			*most = sign;
			return i;
		}
		/* "45 CSGD: mầm non 12", no "mầm non: 12" */
		if (sign < SIGN_COMMA && parts_has_between(s, i, ':') &&
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
	if (*most == SIGN_COMMA && parts_sign_before(s, two) == SIGN_COMMA &&
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
		for (end = parts_between(s, i, &at); at < end; at++)
			if (s->line.p->text[at] == '\n' ||
			    parts_is_stop(s, at, end))
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
			s->parts->at[next].is_and = sign == SIGN_AND;
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

	for (end = parts_between(s, i, &at); at < end; at++)
		if (parts_is_stop(s, at, end))
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
		if (i > figure &&
		    (parts_has_between(s, i, ';') || has_stop(s, i)))
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
		     (!has_colon && parts_has_between(s, i, ':')))) {
			has_colon |= parts_has_between(s, i, ':');
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
	const struct token *t = s->line.t;
	size_t i;

	for (i = 0; i < s->line.n; i++) {
		if (s->parts->of[i] != part || t[i].kind != TOKEN_WORD)
			continue;
		if (token_is(&t[i], "tang") || token_is(&t[i], "giam"))
			break;
		if (!said_is_of_rate(&t[i]))
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
		       parts_sign_before(s, end) < SIGN_COMMA)
			end++;
		/* it may lead the figure of its part in */
		if (of == PART_LEAD || of == PART_UNREAD ||
		    s->parts->at[of].number > s->parts->from + i)
			continue;
		for (; i < end; i++)
			s->parts->of[i] = PART_UNREAD;
	}
}

/* What goes on with a part goes on with the one before it. */
static void pass_by(struct said_parts *parts, int part)
{
	int i;

	for (i = part + 1; i < parts->n; i++)
		if (parts->at[i].before == part && parts->at[part].before > 0)
			parts->at[i].before = parts->at[part].before;
}

/* "Trong 897 học sinh, ...", "48 trường/tổng số 58 trường, bằng 82,8%" */
static void drop_wholes(const struct splitter *s)
{
	struct said_parts *parts = s->parts;
	int i;

	for (i = 1; i < parts->n; i++) {
		if (parts->at[i].number == SIZE_MAX ||
		    said_leads_whole(&s->line, parts->at[i].number -
						       parts->from) == SIZE_MAX)
			continue;
		parts->at[i].number = SIZE_MAX;
		pass_by(parts, i);
	}
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
	parts_find_brackets(&s);
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
