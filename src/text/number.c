/* number.c - see number.h: canonical form, showing, reading. */
#include "text/number.h"

#include "text/norm.h"
#include "text/span.h"
#include "text/number_digits.h"
#include "text/utf8.h"

#include <string.h>

/* Characters of the longest number read, separators and sign included. */
#define SHAPE_MAX ((size_t)2 * NUMBER_DIGITS_MAX)

/* Runs of digits and what parts them, of a number as typed. */
struct shape {
	char text[SHAPE_MAX + 1]; /* ASCII, spaces of all widths as ' ' */
	size_t size;
	bool minus;
	size_t groups;			 /* runs of digits */
	size_t start[NUMBER_DIGITS_MAX]; /* of a run in text */
	size_t length[NUMBER_DIGITS_MAX];
	char mark[NUMBER_DIGITS_MAX]; /* in front of a run, 0 for the first */
};

struct reading {
	enum number_sure sure;
	bool fraction; /* the last group stands behind the decimal mark */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int number_canonical(struct buf *out, const char *text, size_t size,
		     bool integer)
{
	struct digits d;

	/* XML Schema collapses white space around both types */
	while (size > 0 && memchr(" \t\r\n", text[0], 4)) {
		text++;
		size--;
	}
	while (size > 0 && memchr(" \t\r\n", text[size - 1], 4))
		size--;
	if (!digits_parse(&d, text, size) ||
	    (integer && memchr(text, '.', size)))
		return -1;
	digits_strip(&d);
	if (d.nwhole + d.nfrac > NUMBER_DIGITS_MAX)
		return -1;
	digits_put(out, &d);
	return 0;
}

void number_show(struct buf *out, const char *canonical, unsigned pad)
{
	size_t size = strlen(canonical);
	struct digits d;

	if (!digits_parse(&d, canonical, size) || d.nwhole == 0) {
		buf_add(out, canonical, size);
		return;
	}
	if (d.minus)
		buf_addc(out, '-');
	else if (d.nfrac == 0)
		for (size_t n = d.nwhole; n < pad; n++)
			buf_addc(out, '0');
	for (size_t i = 0; i < d.nwhole; i++) {
		if (i > 0 && (d.nwhole - i) % 3 == 0)
			buf_addc(out, '.');
		buf_addc(out, d.whole[i]);
	}
	if (d.nfrac > 0) {
		buf_addc(out, ',');
		buf_add(out, d.frac, d.nfrac);
	}
}

/* Adds one at the last digit, through '9's and past the mark; the first byte
 * is a '0' that may take the carry. */
static void round_up(char *text, size_t size)
{
	while (size-- > 0) {
		if (text[size] == '.')
			continue;
		if (text[size] != '9') {
			text[size]++;
			return;
		}
		text[size] = '0';
	}
}

bool number_round(char out[NUMBER_ROUND_SIZE], const char *canonical,
		  unsigned decimals)
{
	struct digits d;
	char *at = out;

	out[0] = '\0';
	if (!digits_parse(&d, canonical, strlen(canonical)) ||
	    decimals > NUMBER_RATE_DECIMALS_MAX)
		return false;
	digits_strip(&d);
	if (d.nwhole + d.nfrac > NUMBER_DIGITS_MAX)
		return false;
	*at++ = '-';
	*at++ = '0';
	memcpy(at, d.whole, d.nwhole);
	at += d.nwhole;
	if (decimals > 0)
		*at++ = '.';
	for (size_t i = 0; i < decimals; i++)
		*at++ = i < d.nfrac ? d.frac[i] : '0';
	if (d.nfrac > decimals && d.frac[decimals] >= '5')
		round_up(out + 1, (size_t)(at - out) - 1);
	*at = '\0';
	at = out + 1;
	while (at[0] == '0' && at[1] >= '0' && at[1] <= '9')
		at++;
	if (d.minus && strspn(at, "0.") < strlen(at))
		*--at = '-';
	memmove(out, at, strlen(at) + 1);
	return true;
}

/* What a character counts as in a number; 0 for one that has no place. */
static char as_ascii(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	switch (c) {
	case 0xa0:
	case 0x2007:
	case 0x2009:
	case 0x202f:
	case ' ':
		return ' ';
	case 0x2212:
	case '-':
		return '-';
	case '.':
	case ',':
		return (char)c;
	default:
		return c >= '0' && c <= '9' ? (char)c : '\0';
	}
}

/* Whether what stands behind the last digit may stand there. */
static bool is_suffix(struct text_span s, enum number_kind kind)
{
	static const char words[] = "phần trăm", capital[] = "Phần trăm",
			  wide[] = "\xef\xbc\x85";

	s = text_trim(s.at, s.size);
	if (s.size == 0)
		return true;
	return kind == NUMBER_PERCENT &&
	       (text_same(s.at, s.size, "%", 1) ||
		text_same(s.at, s.size, wide, sizeof(wide) - 1) ||
		text_same(s.at, s.size, words, sizeof(words) - 1) ||
		text_same(s.at, s.size, capital, sizeof(capital) - 1));
}

/* Copies the number to ASCII, up to its last digit. */
static bool shape_copy(struct shape *shape, struct text_span s,
		       enum number_kind kind)
{
	size_t at = 0, size = 0, last = 0;

	shape->size = 0;
	while (at < s.size) {
		char c = as_ascii(utf8_next(s.at, s.size, &at));

		if (!c || size == SHAPE_MAX)
			break;
		shape->text[size++] = c;
		if (is_digit(c)) {
			shape->size = size;
			last = at;
		}
	}
	shape->text[shape->size] = '\0';
	return shape->size > 0 &&
	       is_suffix((struct text_span){s.at + last, s.size - last}, kind);
}

/* Cuts the copy into groups. */
static bool shape_cut(struct shape *shape)
{
	const char *t = shape->text;
	size_t digits = 0, at = 0;
	char mark = '\0';

	shape->groups = 0;
	shape->minus = t[0] == '-';
	if (shape->minus)
		at++;
	while (at < shape->size) {
		size_t n = 0;

		while (is_digit(t[at + n]))
			n++;
		digits += n;
		if (n == 0 || digits > NUMBER_DIGITS_MAX)
			return false;
		shape->start[shape->groups] = at;
		shape->length[shape->groups] = n;
		shape->mark[shape->groups] = mark;
		shape->groups++;
		at += n;
		if (at == shape->size)
			break;
		mark = t[at++];
		if (mark == '-')
			return false;
	}
	return shape->groups > 0;
}

/* Whether the first `n` groups are thousands parted by one mark. */
static bool is_grouped(const struct shape *shape, size_t n)
{
	if (shape->length[0] > 3 || shape->text[shape->start[0]] == '0')
		return false;
	for (size_t i = 1; i < n; i++)
		if (shape->length[i] != 3 || shape->mark[i] != shape->mark[1])
			return false;
	return true;
}

/* One mark in the whole number: thousands or decimal? The measured shapes
 * behind the choices: 456 "1.234", 762 "12,5", 9 "1,234" in 2.9 MB. */
static struct reading judge_one_mark(const struct shape *shape,
				     enum number_kind kind)
{
	const struct reading no = {NUMBER_NOT, false};
	bool grouped = is_grouped(shape, 2), count = kind == NUMBER_COUNT;

	if (shape->mark[1] == ' ')
		return grouped ? (struct reading){NUMBER_LIKELY, false} : no;
	if (shape->mark[1] == '.') {
		if (grouped && kind == NUMBER_PERCENT)
			return (struct reading){NUMBER_AMBIGUOUS, false};
		if (grouped)
			return (struct reading){NUMBER_EXACT, false};
		return count ? no : (struct reading){NUMBER_LIKELY, true};
	}
	if (count)
		return grouped ? (struct reading){NUMBER_LIKELY, false} : no;
	if (grouped && kind == NUMBER_DECIMAL)
		return (struct reading){NUMBER_AMBIGUOUS, true};
	return (struct reading){NUMBER_EXACT, true};
}

/* The same when the document tells: of three digits only. */
static struct reading judge_by_style(const struct shape *shape,
				     enum number_kind kind,
				     enum number_style style)
{
	bool is_dot = shape->mark[1] == '.';
	bool vietnamese = style == NUMBER_VIETNAMESE;

	if (style == NUMBER_ANY || shape->mark[1] == ' ' ||
	    !is_grouped(shape, 2))
		return judge_one_mark(shape, kind);
	if (is_dot == vietnamese)
		return (struct reading){
			vietnamese ? NUMBER_EXACT : NUMBER_LIKELY, false};
	if (kind == NUMBER_COUNT)
		return (struct reading){NUMBER_NOT, false};
	return (struct reading){vietnamese ? NUMBER_EXACT : NUMBER_LIKELY,
				true};
}

static struct reading judge(const struct shape *shape, enum number_kind kind,
			    enum number_style style)
{
	const struct reading no = {NUMBER_NOT, false};
	char first, last;

	if (shape->groups == 1)
		return (struct reading){NUMBER_EXACT, false};
	if (shape->groups == 2)
		return judge_by_style(shape, kind, style);
	first = shape->mark[1];
	last = shape->mark[shape->groups - 1];
	if (is_grouped(shape, shape->groups))
		return (struct reading){
			first == '.' ? NUMBER_EXACT : NUMBER_LIKELY, false};
	if (kind == NUMBER_COUNT || first == last || last == ' ' ||
	    !is_grouped(shape, shape->groups - 1))
		return no;
	return (struct reading){first == '.' && last == ',' ? NUMBER_EXACT
							    : NUMBER_LIKELY,
				true};
}

enum number_sure number_read(struct buf *canonical, const char *text,
			     size_t size, enum number_kind kind)
{
	return number_read_style(canonical, text, size, kind, NUMBER_ANY);
}

enum number_sure number_read_style(struct buf *canonical, const char *text,
				   size_t size, enum number_kind kind,
				   enum number_style style)
{
	struct text_span s = text_trim(text, size);
	char whole[NUMBER_DIGITS_MAX];
	struct reading reading;
	struct shape shape;
	struct digits d;
	size_t n;

	if (!shape_copy(&shape, s, kind) || !shape_cut(&shape))
		return NUMBER_NOT;
	reading = judge(&shape, kind, style);
	if (reading.sure == NUMBER_NOT)
		return NUMBER_NOT;
	d = (struct digits){.minus = shape.minus, .whole = whole};
	n = shape.groups - (reading.fraction ? 1 : 0);
	for (size_t i = 0; i < n; i++) {
		memcpy(whole + d.nwhole, shape.text + shape.start[i],
		       shape.length[i]);
		d.nwhole += shape.length[i];
	}
	if (reading.fraction) {
		d.frac = shape.text + shape.start[n];
		d.nfrac = shape.length[n];
	}
	digits_strip(&d);
	digits_put(canonical, &d);
	return reading.sure;
}
