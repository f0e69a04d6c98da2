/*
 * said_stroke.c - figures that strokes part, of what strokes part before them:
 *
 *	mức 1/2/3: 5/15/0 CSGD, tỷ lệ tương ứng 25%/75%/0%
 *	MN/TH/THCS: 6/11/6
 *
 * There are as many figures as names, a colon or "là" stands between, and the
 * next such list is of the same names.
 */
#include "extract/said.h"

#include "text/letters.h"

#include <string.h>

enum {
	WORDS_BETWEEN = 8, /* names, and figures */
	LABEL_WORDS = 2,
	LISTS_MAX = 4
};

/* A stroke, and nothing but spaces, between a token and the one before. */
static bool is_stroked(const struct said_line *l, size_t i)
{
	size_t at, n = 0;

	if (i == 0 || i >= l->n)
		return false;
	for (at = l->t[i - 1].start + l->t[i - 1].size; at < l->t[i].start;
	     at++) {
		n += l->p->text[at] == '/';
		if (l->p->text[at] != '/' && l->p->text[at] != ' ' &&
		    l->p->text[at] != '%')
			return false;
	}
	return n == 1;
}

/* The number before the one at i in its list, SIZE_MAX for none. */
static size_t number_before(const struct said_line *l, size_t i)
{
	size_t before = i - 1;

	if (!is_stroked(l, i))
		return SIZE_MAX;
	if (l->t[before].kind == TOKEN_SIGN && before > 0)
		before--;
	return l->t[before].kind == TOKEN_NUMBER ? before : SIZE_MAX;
}

static size_t number_behind(const struct said_line *l, size_t i)
{
	size_t next = i + 1;

	if (next < l->n && l->t[next].kind == TOKEN_SIGN)
		next++;
	return next < l->n && l->t[next].kind == TOKEN_NUMBER &&
			       number_before(l, next) == i
		       ? next
		       : SIZE_MAX;
}

/* The first of the list that a number is in, and how many they are: more than
 * there may be, for a longer one. */
static size_t list_of(const struct said_line *l, size_t i, size_t *n)
{
	size_t first = i, at, k;

	for (k = 0; k <= SAID_STROKES_MAX &&
		    (at = number_before(l, first)) != SIZE_MAX;
	     k++)
		first = at;
	*n = 1;
	for (at = first;
	     *n <= SAID_STROKES_MAX && (at = number_behind(l, at)) != SIZE_MAX;)
		++*n;
	return first;
}

/* Names parted by strokes that end at a token: as many as n. */
static bool find_labels(const struct said_line *l, size_t end, size_t n,
			struct said_strokes *s)
{
	size_t i = end, k = n;

	s->n = n;
	s->rank = SIZE_MAX;
	while (k > 0) {
		size_t to = i + 1, words = 1;

		while (i > 0 && words < LABEL_WORDS && k > 1 &&
		       !is_stroked(l, i)) {
			i--;
			words++;
		}
		s->labels[--k] = (struct said_label){i, to};
		if (k == 0)
			break;
		if (!is_stroked(l, i))
			return false;
		i--;
	}
	i = s->labels[0].from;
	if (l->t[i].kind != TOKEN_NUMBER)
		return !is_stroked(l, i);
	if (i == 0 || !said_is_rank(&l->t[i - 1]))
		return false;
	s->rank = i - 1;
	return true;
}

/* ":" behind a token, or "là", "lần lượt": what parts names from figures. */
static bool parts_names(const struct said_line *l, size_t i)
{
	static const char *const WORDS[] = {"la", "luot"};
	size_t at = l->t[i].start + l->t[i].size;

	for (; at < l->t[i + 1].start; at++)
		if (l->p->text[at] == ':')
			return true;
	return token_is_among(&l->t[i], WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

/* A line of the paragraph ends behind a token. */
static bool ends_line(const struct said_line *l, size_t i)
{
	size_t at = l->t[i].start + l->t[i].size;

	return memchr(l->p->text + at, '\n', l->t[i + 1].start - at) != NULL;
}

/* Where a list of n numbers begins, back to the names they are of. */
static bool find_names(const struct said_line *l, size_t first, size_t n,
		       struct said_strokes *s)
{
	size_t i = first, k;
	bool is_parted = false;

	for (k = 0; i > 0 && k < WORDS_BETWEEN; k++) {
		if (ends_line(l, --i))
			return false;
		is_parted |= parts_names(l, i);
		if (is_stroked(l, i))
			return is_parted && find_labels(l, i, n, s);
	}
	return false;
}

bool said_strokes_at(struct said_strokes *s, const struct said_line *l,
		     size_t i)
{
	size_t n, first, k, lists;

	if (l->t[i].kind != TOKEN_NUMBER || (number_before(l, i) == SIZE_MAX &&
					     number_behind(l, i) == SIZE_MAX))
		return false;
	first = list_of(l, i, &n);
	s->first = first;
	for (lists = 0; n > 1 && n <= SAID_STROKES_MAX && lists < LISTS_MAX;
	     lists++) {
		size_t of;

		if (find_names(l, first, n, s) && s->labels[0].from != first)
			return true;
		/* the list before it is of as many */
		for (k = first; k-- > 0 && first - k <= WORDS_BETWEEN;)
			if (l->t[k].kind == TOKEN_NUMBER)
				break;
		if (k == SIZE_MAX || l->t[k].kind != TOKEN_NUMBER)
			return false;
		first = list_of(l, k, &of);
		if (of != n)
			return false;
	}
	return false;
}
