/*
 * said_persons.c - who is counted: "3 CBQL và 13 giáo viên" are two parts of
 * what "Số cán bộ quản lý, giáo viên" asks for, and neither is all of it.
 */
#include "extract/said.h"

/* The kind of persons that tokens name, 0 for none; *n how many do. */
static unsigned persons_at(const struct token *t, size_t room, size_t *n)
{
	static const struct {
		const char *words[4];
		unsigned kind;
	} KINDS[] = {{{"can", "bo", "quan", "li"}, SAID_STAFF},
		     {{"can", "bo"}, SAID_STAFF},
		     {{"cbql"}, SAID_STAFF},
		     {{"cb"}, SAID_STAFF},
		     {{"quan", "li"}, SAID_STAFF},
		     {{"lanh", "dao"}, SAID_STAFF},
		     {{"giao", "vien"}, SAID_TEACHERS},
		     {{"nha", "giao"}, SAID_TEACHERS},
		     {{"gv"}, SAID_TEACHERS},
		     {{"nhan", "vien"}, SAID_EMPLOYEES},
		     {{"nv"}, SAID_EMPLOYEES},
		     {{"hoc", "sinh"}, SAID_PUPILS},
		     {{"hs"}, SAID_PUPILS}};
	size_t i;

	for (i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++) {
		const char *const *words = KINDS[i].words;

		for (*n = 0; *n < 4 && words[*n]; ++*n)
			if (*n == room || !token_is(&t[*n], words[*n]))
				break;
		if (*n == 4 || !words[*n])
			return KINDS[i].kind;
	}
	*n = 0;
	return 0;
}

unsigned said_persons_in(const struct token *t, size_t n)
{
	unsigned kinds = 0;
	size_t i, used;

	for (i = 0; i < n; i += used ? used : 1)
		kinds |= persons_at(&t[i], n - i, &used);
	return kinds;
}

static bool is_bracket_between(const struct said_line *l, size_t i)
{
	size_t at = l->t[i].start + l->t[i].size;

	while (at < l->t[i + 1].start && !said_opens(l->p->text[at]))
		at++;
	return at < l->t[i + 1].start;
}

/* The kind named right behind a figure's last token; *end behind its words. */
static unsigned behind(const struct said_line *l, size_t last, size_t *end)
{
	static const char *const BETWEEN[2] = {"dong", "chi"};
	size_t i = last + 1, n;
	unsigned kind;

	/* "57 (CBQL: 3, giáo viên: 54)": of its parts */
	if (i < l->n && is_bracket_between(l, last))
		return 0;
	if (i + 1 < l->n && token_is_pair(&l->t[i], BETWEEN))
		i += 2;
	kind = i < l->n ? persons_at(&l->t[i], l->n - i, &n) : 0;
	*end = kind ? i + n : i;
	return kind;
}

/* ... right before it; *from the first of its words. */
static unsigned before(const struct said_line *l, size_t figure, size_t *from)
{
	size_t back, n;
	unsigned kind;

	for (back = 4; back > 0; back--) {
		if (back > figure)
			continue;
		*from = figure - back;
		kind = persons_at(&l->t[*from], back, &n);
		if (kind && n == back)
			return kind;
	}
	return 0;
}

/* Nothing but "và", or a sign, between two tokens. */
static bool are_joined(const struct said_line *l, size_t end, size_t next)
{
	return next == end || (next == end + 1 && token_is(&l->t[end], "va"));
}

/* The figure behind or before a token, SIZE_MAX for none. */
static size_t next_number(const struct said_line *l, size_t from)
{
	while (from < l->n && l->t[from].kind != TOKEN_NUMBER)
		from++;
	return from < l->n ? from : SIZE_MAX;
}

/* Two figures, one after the other, count two kinds of persons. */
static bool are_parts(const struct said_line *l, size_t one, size_t two)
{
	size_t end, from;
	unsigned kind = behind(l, one, &end), other;

	if (kind && are_joined(l, end, two)) {
		other = behind(l, two, &end);
		if (other)
			return other != kind;
	}
	kind = before(l, one, &from);
	other = before(l, two, &from);
	return kind && other && other != kind && are_joined(l, one + 1, from);
}

/* "48 người (trong đó CBQL: 3)": in brackets that tell a part of the figure
 * before them. */
static bool is_within(const struct said_line *l, size_t figure)
{
	static const char *const OF_THEM[2] = {"trong", "do"};
	size_t i = figure;

	while (i > 1 && l->t[i - 1].kind != TOKEN_NUMBER &&
	       !is_bracket_between(l, i - 1))
		i--;
	return i > 0 && i + 1 < figure && is_bracket_between(l, i - 1) &&
	       token_is_pair(&l->t[i], OF_THEM);
}

unsigned said_persons_part(const struct said_line *l, size_t figure)
{
	size_t next = next_number(l, figure + 1), last = figure, n;
	bool is_part = is_within(l, figure) ||
		       (next != SIZE_MAX && are_parts(l, figure, next));
	unsigned kind;

	while (!is_part && last > 0 && l->t[last - 1].kind != TOKEN_NUMBER)
		last--;
	is_part = is_part || (last > 0 && are_parts(l, last - 1, figure));
	if (!is_part)
		return 0;
	kind = before(l, figure, &n);
	return kind ? kind : behind(l, figure, &n);
}
