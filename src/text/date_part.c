/* date_part.c - see date_part.h. */
#include "text/date_part.h"

#include "text/date.h"
#include "text/words.h"
#include "util/buf.h"

#include <string.h>

enum {
	/* bytes looked at from where a search begins: a line */
	LOOK_MAX = 4096
};

struct line {
	const char *text;
	struct text_words words;
	uint64_t day, month, year;  /* keys of the words */
	bool has_blank, has_figure; /* in the date in hand */
};

static uint64_t key(const char *word)
{
	return text_words_key(word, strlen(word));
}

static bool is_word(const struct line *l, size_t i, uint64_t word)
{
	return i < l->words.n && l->words.at[i].kind == WORD_LETTERS &&
	       l->words.at[i].key == word;
}

static bool is_slash(const struct line *l, size_t i)
{
	return i < l->words.n && l->words.at[i].kind == WORD_SIGN &&
	       l->text[l->words.at[i].start] == '/';
}

/* A figure of at most `digits` digits, or blanks, or nothing: 0; -1 for
 * another figure. `*i` moves behind it. */
static int slot(struct line *l, size_t *i, size_t digits)
{
	int value = 0;

	while (*i < l->words.n) {
		const struct text_word *w = &l->words.at[*i];
		const char *p = l->text + w->start;
		size_t k;

		if (w->kind == WORD_BLANK ||
		    (w->kind == WORD_SIGN && value == 0 &&
		     (*p == '.' || *p == '_'))) {
			l->has_blank = true;
			(*i)++;
			continue;
		}
		if (w->kind != WORD_FIGURE || value > 0)
			break;
		if (w->size > digits)
			return -1;
		for (k = 0; k < w->size; k++) {
			if (p[k] < '0' || p[k] > '9')
				return -1;
			value = value * 10 + (p[k] - '0');
		}
		l->has_figure = true;
		(*i)++;
	}
	return value;
}

/* Between slots: the word, or a slash. */
static bool joint(const struct line *l, size_t *i, uint64_t word)
{
	if (!is_word(l, *i, word) && !is_slash(l, *i))
		return false;
	(*i)++;
	return true;
}

static void check(struct date_part *out)
{
	struct buf given = BUF_INIT, date = BUF_INIT;

	out->is_impossible = out->day > 31 || out->month > 12;
	if (out->day && out->month && out->year) {
		buf_addf(&given, "%04d-%02d-%02d", out->year, out->month,
			 out->day);
		out->is_impossible = date_canonical(&date, buf_cstr(&given),
						    given.size) != 0;
	}
	buf_release(&given);
	buf_release(&date);
}

/* A date whose first word is `i`; where it ends in `*end`. */
static bool read_at(struct line *l, size_t i, struct date_part *out,
		    size_t *end)
{
	bool has_day = is_word(l, i, l->day), has_month = false;
	size_t first = i;

	l->has_blank = l->has_figure = false;
	*out = (struct date_part){0};
	if (has_day)
		i++;
	else
		has_month = is_word(l, i, l->month);
	if (!has_day && !has_month && l->words.at[i].kind != WORD_BLANK)
		return false;
	if (!has_month) {
		out->day = slot(l, &i, 2);
		if (!joint(l, &i, l->month))
			return false;
	} else {
		i++;
	}
	out->month = slot(l, &i, 2);
	if (out->day < 0 || out->month < 0 || !joint(l, &i, l->year))
		return false;
	out->year = slot(l, &i, 4);
	/* "năm 20…" has only its century */
	if (out->year < 0 || (out->year > 0 && out->year < DATE_YEAR_MIN))
		out->year = 0;
	if (!l->has_blank && !l->has_figure)
		return false;
	out->start = l->words.at[first].start;
	out->size = l->words.at[i - 1].start + l->words.at[i - 1].size -
		    out->start;
	*end = i;
	check(out);
	return true;
}

bool date_part_next(struct date_part *out, const char *text, size_t size,
		    size_t *at)
{
	out->is_lost = false;
	while (*at < size) {
		size_t left = size - *at, end = 0, i;
		size_t look = left < LOOK_MAX ? left : LOOK_MAX;
		struct line l = {.text = text + *at};
		bool found = false;

		l.day = key("ngày");
		l.month = key("tháng");
		l.year = key("năm");
		text_words_add(&l.words, text + *at, look, 0, WORD_ANY);
		if (l.words.failed || !l.day || !l.month || !l.year) {
			text_words_release(&l.words);
			out->is_lost = true;
			return false;
		}
		for (i = 0; i < l.words.n && !found; i++)
			found = read_at(&l, i, out, &end);
		text_words_release(&l.words);
		if (found) {
			out->start += *at;
			*at = out->start + out->size;
			return true;
		}
		/* a date that the end of the look cut is found in the next */
		*at += look == left ? look : look / 2;
	}
	return false;
}
