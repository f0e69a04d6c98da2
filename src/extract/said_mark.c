/*
 * said_mark.c - what a paragraph is marked with.
 */
#include "extract/said_mark.h"

#include "extract/anchor.h"
#include "extract/label.h"

#include "text/fold.h"
#include "text/span.h"

#include <string.h>

enum {
	ROMAN_MAX = 4,	 /* "VIII" */
	GROUP_DIGITS = 3 /* of thousands; "100." may be a line's number */
};

static size_t digits(const char *text, size_t size)
{
	size_t n = 0;

	while (n < size && text_is_digit(text[n]))
		n++;
	return n;
}

/* "1", "1.1", "1.1.2": how many numbers, *end behind the last; none of "1.264",
 * which is a figure. */
static unsigned numbers(const char *text, size_t size, size_t *end)
{
	size_t n = digits(text, size), at = 0;
	unsigned count = 0;

	while (n > 0 && n <= GROUP_DIGITS) {
		if (count > 0 && n == GROUP_DIGITS)
			return 0;
		count++;
		at += n;
		*end = at;
		if (at + 1 >= size || text[at] != '.')
			break;
		n = digits(text + at + 1, size - at - 1);
		at++;
	}
	return count;
}

static bool ends_label(const char *text, size_t size, size_t at)
{
	if (at >= size || !strchr(".)/:", text[at]))
		return false;
	at++;
	return at >= size || strchr(" \t.)", text[at]) ||
	       (unsigned char)text[at] == 0xc2;
}

static unsigned letter_mark(const char *text, size_t size)
{
	size_t n = strspn(text, "IVXL");

	if (n > 0 && n < 6 && ends_label(text, size, n))
		return OUTLINE_ROMAN;
	if (size > 1 && text[0] >= 'A' && text[0] <= 'Z' &&
	    ends_label(text, size, 1))
		return OUTLINE_CAPITAL;
	n = (unsigned char)text[0] == 0xc4 && size > 2 ? 2 : 1;
	return ((text[0] >= 'a' && text[0] <= 'z') || n == 2) &&
			       ends_label(text, size, n)
		       ? OUTLINE_LETTER
		       : OUTLINE_NONE;
}

/* Where the next word begins, 0 when the one at a place is another, or the
 * last. */
static size_t behind_word(const char *text, size_t size, size_t at,
			  const char *word)
{
	size_t end = at;

	while (end < size && text[end] != ' ')
		end++;
	return end < size && text_fold_same(text + at, end - at, word,
					    strlen(word))
		       ? end + 1
		       : 0;
}

/* "1", "II" */
static size_t count_size(const char *text, size_t size)
{
	size_t n = digits(text, size);

	while (n < size && n < ROMAN_MAX && strchr("IVX", text[n]))
		n++;
	return n;
}

/* "Nhóm 1:", "Nhóm tiêu chí II." */
static bool is_named(const char *text, size_t size)
{
	size_t at = behind_word(text, size, 0, "nhóm"), next, n;

	if (at == 0)
		return false;
	next = behind_word(text, size, at, "tiêu");
	if (next > 0)
		next = behind_word(text, size, next, "chí");
	if (next > 0)
		at = next;
	n = count_size(text + at, size - at);
	return n > 0 && ends_label(text, size, at + n);
}

/* "PHẦN II.", "Phần thứ hai" */
static bool is_part(const char *text, size_t size)
{
	size_t at = behind_word(text, size, 0, "phần"), n;

	if (at == 0)
		return false;
	if (behind_word(text, size, at, "thứ") > 0)
		return true;
	n = count_size(text + at, size - at);
	at += n;
	return n > 0 && (at >= size || strchr(" \t.:", text[at]));
}

static unsigned mixed_mark(const struct label *label)
{
	if (label->first == LABEL_LETTER)
		return OUTLINE_LETTER_2;
	return label->parts > 2 ? OUTLINE_NUMBER_3 : OUTLINE_NUMBER_2;
}

static unsigned text_mark(const char *text, size_t size)
{
	size_t end = 0;
	unsigned n = numbers(text, size, &end);
	struct label label;

	if (label_read(&label, text, size))
		return mixed_mark(&label);
	if (size && text[0] == 'N' && is_named(text, size))
		return OUTLINE_NAMED;
	if (size && text[0] == 'P' && is_part(text, size))
		return OUTLINE_PART;

	if (n > 1 && (end >= size || strchr(" \t.)/:", text[end])))
		return n > 2 ? OUTLINE_NUMBER_3 : OUTLINE_NUMBER_2;
	if (n == 1)
		return ends_label(text, size, end) ? OUTLINE_NUMBER
						   : OUTLINE_NONE;
	if (size > 2 && text[0] == '(' && strchr("0123456789abcde", text[1]) &&
	    memchr(text + 2, ')', size > 4 ? 2 : size - 2))
		return OUTLINE_PAREN;
	return size ? letter_mark(text, size) : OUTLINE_NONE;
}

enum {
	BULLET_KINDS = 4,  /* bullet_kind() */
	LIST_BULLETS = 16, /* behind those that are typed */
	LIST_LEVELS = 4	   /* that are told apart */
};

/* Dashes are alike, long or short; "•" is none. */
static unsigned bullet_kind(const char *text, size_t size)
{
	if (text[0] == '+')
		return 1;
	if (text[0] == '*')
		return 2;
	return text_dash_size(text, size) > 0 ? 0 : 3;
}

/* Word's own bullets are told apart by their level, and by their sign: lists of
 * one level may have one each. */
static unsigned list_mark(const struct wml_para *p)
{
	unsigned level = p->num_level < 0 ? 0 : (unsigned)p->num_level;

	if (level >= LIST_LEVELS)
		level = LIST_LEVELS - 1;
	return OUTLINE_BULLET + LIST_BULLETS + level * BULLET_KINDS +
	       bullet_kind(p->label, strlen(p->label));
}

unsigned said_mark_of(const struct wml_para *p)
{
	size_t n = strspn(p->text, " \t");
	unsigned mark;

	if (p->is_bullet)
		return list_mark(p);
	if (p->label[0])
		return text_mark(p->label, strlen(p->label));
	if (anchor_bullet_size(p))
		return OUTLINE_BULLET + bullet_kind(p->text + n, p->size - n);
	mark = text_mark(p->text + n, p->size - n);
	if (mark == OUTLINE_NONE && p->heading)
		mark = OUTLINE_HEADING + p->heading;
	return mark;
}

static unsigned letter_alone(const char *text, size_t size)
{
	if (size > 0 && strspn(text, "IVXL") >= size)
		return OUTLINE_ROMAN;
	if (size == 1 && text[0] >= 'A' && text[0] <= 'Z')
		return OUTLINE_CAPITAL;
	return (size == 1 && text[0] >= 'a' && text[0] <= 'z') ||
			       (size == 2 && (unsigned char)text[0] == 0xc4)
		       ? OUTLINE_LETTER
		       : OUTLINE_NONE;
}

unsigned said_mark_alone(const struct wml_para *p)
{
	const char *text = p->label[0] ? p->label : p->text;
	size_t size = p->label[0] ? strlen(p->label) : p->size, end = 0;
	unsigned n;

	if (p->is_bullet)
		return OUTLINE_BULLET;
	while (size > 0 && strchr(" .)", text[size - 1]))
		size--;
	n = numbers(text, size, &end);
	if (n > 0 && end == size)
		return n > 2   ? OUTLINE_NUMBER_3
		       : n > 1 ? OUTLINE_NUMBER_2
			       : OUTLINE_NUMBER;
	return n > 0 ? OUTLINE_NONE : letter_alone(text, size);
}
