/* spell.c - see spell.h. */
#include "text/spell.h"

#include "text/number.h"
#include "text/number_digits.h"

#include <string.h>

/* Decimals that are read as one number. */
#define FRACTION_GROUP 3
#define GROUP	       3
#define BLOCK	       9 /* digits up to the next "tỷ" */

static const char *const DIGITS[] = {"không", "một", "hai", "ba",  "bốn",
				     "năm",   "sáu", "bảy", "tám", "chín"};

/* The words are parted by one space; the first of all by none. */
struct speller {
	struct buf *out;
	size_t start;
	unsigned options;
};

static void say(struct speller *s, const char *word)
{
	if (s->out->size > s->start)
		buf_addc(s->out, ' ');
	buf_adds(s->out, word);
}

static const char *unit_word(const struct speller *s, int tens, int unit)
{
	if (unit == 1 && tens >= 2)
		return "mốt";
	if (unit == 4 && tens >= 2 && !(s->options & SPELL_BON))
		return "tư";
	if (unit == 5 && tens >= 1)
		return "lăm";
	return DIGITS[unit];
}

/* A group of three digits that is not 0; `is_first` has nothing before it. */
static void say_group(struct speller *s, int group, bool is_first)
{
	int hundreds = group / 100, tens = group / 10 % 10, unit = group % 10;
	bool has_hundreds = hundreds > 0 || !is_first;

	if (has_hundreds) {
		say(s, DIGITS[hundreds]);
		say(s, "trăm");
	}
	if (tens == 0 && unit > 0 && has_hundreds)
		say(s, s->options & SPELL_LE ? "lẻ" : "linh");
	if (tens == 1)
		say(s, "mười");
	if (tens > 1) {
		say(s, DIGITS[tens]);
		say(s, "mươi");
	}
	if (unit > 0)
		say(s, unit_word(s, tens, unit));
}

/* The three digits that end `left` digits before the last. */
static int group_at(const char *digits, size_t n, size_t left)
{
	int group = 0;
	size_t i = n > left + GROUP ? n - left - GROUP : 0;

	for (; i < n - left; i++)
		group = group * 10 + (digits[i] - '0');
	return group;
}

static void say_scale(struct speller *s, size_t left)
{
	if (left % BLOCK == 2 * (size_t)GROUP)
		say(s, "triệu");
	else if (left % BLOCK == GROUP)
		say(s, s->options & SPELL_NGAN ? "ngàn" : "nghìn");
}

static void say_whole(struct speller *s, const char *digits, size_t n)
{
	size_t left = n > 0 ? (n - 1) / GROUP * GROUP : 0;
	bool is_first = true, in_block = false;

	for (;; left -= GROUP) {
		int group = n > 0 ? group_at(digits, n, left) : 0;

		if (group > 0) {
			say_group(s, group, is_first);
			say_scale(s, left);
			is_first = false;
			in_block = true;
		}
		if (left % BLOCK == 0 && in_block) {
			size_t i;

			for (i = 0; i < left / BLOCK; i++)
				say(s, s->options & SPELL_TI ? "tỉ" : "tỷ");
			in_block = false;
		}
		if (left == 0)
			break;
	}
	if (is_first)
		say(s, DIGITS[0]);
}

static void say_fraction(struct speller *s, const char *digits, size_t n)
{
	size_t i = 0;

	say(s, "phẩy");
	while (i < n && digits[i] == '0') {
		say(s, DIGITS[0]);
		i++;
	}
	if (n - i > FRACTION_GROUP) {
		for (; i < n; i++)
			say(s, DIGITS[digits[i] - '0']);
		return;
	}
	say_group(s, group_at(digits + i, n - i, 0), true);
}

bool spell_number(struct buf *out, const char *canonical, unsigned options)
{
	struct speller s = {out, out->size, options};
	struct digits d;

	if (!digits_parse(&d, canonical, strlen(canonical)))
		return false;
	digits_strip(&d);
	if (d.nwhole + d.nfrac > NUMBER_DIGITS_MAX)
		return false;
	if (d.minus && d.nwhole + d.nfrac > 0)
		say(&s, "âm");
	say_whole(&s, d.whole, d.nwhole);
	if (d.nfrac > 0)
		say_fraction(&s, d.frac, d.nfrac);
	return true;
}

/* The first letter large, in its place: it is ASCII or the "â" of "âm". */
static void capital(char *word)
{
	if (word[0] >= 'a' && word[0] <= 'z')
		word[0] = (char)(word[0] - 'a' + 'A');
	else if (memcmp(word, "â", 2) == 0)
		memcpy(word, "Â", 2);
}

bool spell_money(struct buf *out, const char *canonical, unsigned options)
{
	size_t start = out->size;

	if (!spell_number(out, canonical, options))
		return false;
	if (buf_ok(out))
		capital(out->data + start);
	buf_adds(out, " đồng");
	if ((options & SPELL_CHAN) && !strchr(canonical, '.'))
		buf_adds(out, " chẵn");
	return true;
}
