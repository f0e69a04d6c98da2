/*
 * number_math.c - exact arithmetic on canonical numbers, see number.h.
 *
 * Everything is schoolbook on decimal digits: the numbers are short, a rate
 * costs microseconds, and no rounding but the one asked for ever happens.
 */
#include "text/number.h"

#include "text/number_digits.h"

#include <string.h>

/* Digits of a dividend: an operand brought to the fraction of the other,
 * times 100, times a power of ten; and one more for a carry. */
#define NATURAL_MAX (2 * NUMBER_RATE_DIGITS_MAX + NUMBER_RATE_DECIMALS_MAX + 4)

/* A natural number, most significant digit (0..9) first. */
struct natural {
	unsigned char at[NATURAL_MAX];
	size_t n;
};

bool digits_parse(struct digits *out, const char *text, size_t size)
{
	size_t at = 0;

	*out = (struct digits){false, "", "", 0, 0};
	if (size > 0 && (text[0] == '-' || text[0] == '+')) {
		out->minus = text[0] == '-';
		at++;
	}
	out->whole = text + at;
	while (at < size && text[at] >= '0' && text[at] <= '9')
		at++;
	out->nwhole = (size_t)(text + at - out->whole);
	if (at < size && text[at] == '.') {
		at++;
		out->frac = text + at;
		while (at < size && text[at] >= '0' && text[at] <= '9')
			at++;
		out->nfrac = (size_t)(text + at - out->frac);
	}
	return at == size && out->nwhole + out->nfrac > 0;
}

void digits_strip(struct digits *d)
{
	while (d->nwhole > 0 && d->whole[0] == '0') {
		d->whole++;
		d->nwhole--;
	}
	while (d->nfrac > 0 && d->frac[d->nfrac - 1] == '0')
		d->nfrac--;
}

void digits_put(struct buf *out, const struct digits *d)
{
	if (d->minus && d->nwhole + d->nfrac > 0)
		buf_addc(out, '-');
	if (d->nwhole == 0)
		buf_addc(out, '0');
	buf_add(out, d->whole, d->nwhole);
	if (d->nfrac > 0) {
		buf_addc(out, '.');
		buf_add(out, d->frac, d->nfrac);
	}
}

/* A number given as a string; what is none counts as 0. */
static struct digits plain(const char *text)
{
	struct digits d;

	if (!digits_parse(&d, text, strlen(text)))
		d = (struct digits){false, "", "", 0, 0};
	digits_strip(&d);
	if (d.nwhole + d.nfrac == 0)
		d.minus = false;
	return d;
}

static int compare_size(const struct digits *a, const struct digits *b)
{
	size_t n = a->nfrac < b->nfrac ? a->nfrac : b->nfrac;
	int order;

	if (a->nwhole != b->nwhole)
		return a->nwhole < b->nwhole ? -1 : 1;
	order = memcmp(a->whole, b->whole, a->nwhole);
	if (order == 0)
		order = memcmp(a->frac, b->frac, n);
	if (order == 0 && a->nfrac != b->nfrac)
		order = a->nfrac < b->nfrac ? -1 : 1;
	return order;
}

int number_compare(const char *a, const char *b)
{
	struct digits x = plain(a), y = plain(b);

	if (x.minus != y.minus)
		return x.minus ? -1 : 1;
	return x.minus ? compare_size(&y, &x) : compare_size(&x, &y);
}

/* The digit `i` places from the right of a number with `frac` decimals. */
static int digit(const struct digits *d, size_t frac, size_t i)
{
	if (i < frac) {
		size_t at = frac - 1 - i;

		return at < d->nfrac ? d->frac[at] - '0' : 0;
	}
	i -= frac;
	return i < d->nwhole ? d->whole[d->nwhole - 1 - i] - '0' : 0;
}

void number_add(struct buf *out, const char *a, const char *b)
{
	struct digits x = plain(a), y = plain(b), sum;
	size_t frac = x.nfrac > y.nfrac ? x.nfrac : y.nfrac;
	size_t n = frac + 1 + (x.nwhole > y.nwhole ? x.nwhole : y.nwhole);
	struct buf room = BUF_INIT;
	char *to = buf_reserve(&room, n);
	int carry = 0;

	if (!to) {
		out->failed = true;
		return;
	}
	if (compare_size(&x, &y) < 0) {
		sum = x;
		x = y;
		y = sum;
	}
	for (size_t i = 0; i < n; i++) {
		int other = digit(&y, frac, i);
		int s = digit(&x, frac, i) + carry +
			(x.minus == y.minus ? other : -other);

		carry = s > 9 ? 1 : s < 0 ? -1 : 0;
		to[n - 1 - i] = (char)('0' + s - 10 * carry);
	}
	sum = (struct digits){x.minus, to, to + n - frac, n - frac, frac};
	digits_strip(&sum);
	digits_put(out, &sum);
	buf_release(&room);
}

void number_add_to(struct buf *sum, const char *number)
{
	struct buf more = BUF_INIT;

	if (!buf_ok(sum))
		return;
	number_add(&more, sum->size ? buf_cstr(sum) : "0", number);
	buf_release(sum);
	*sum = more;
}

/* All digits of `d` with `frac` decimals, and `zeros` more behind. */
static void natural_set(struct natural *to, const struct digits *d, size_t frac,
			size_t zeros)
{
	size_t n = d->nwhole + frac;

	for (size_t i = 0; i < n; i++)
		to->at[i] = (unsigned char)digit(d, frac, n - 1 - i);
	memset(to->at + n, 0, zeros);
	to->n = n + zeros;
}

static int natural_compare(const struct natural *a, const struct natural *b)
{
	size_t n = a->n > b->n ? a->n : b->n;

	for (size_t i = n; i > 0; i--) {
		int x = i <= a->n ? a->at[a->n - i] : 0;
		int y = i <= b->n ? b->at[b->n - i] : 0;

		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

/* a -= b, for a >= b and as wide as b at least. */
static void natural_subtract(struct natural *a, const struct natural *b)
{
	int borrow = 0;

	for (size_t i = 1; i <= a->n; i++) {
		int s = a->at[a->n - i] - borrow -
			(i <= b->n ? b->at[b->n - i] : 0);

		borrow = s < 0;
		a->at[a->n - i] = (unsigned char)(s + 10 * borrow);
	}
}

/* a += 1; the first digit must not be 9 all the way. */
static void natural_increment(struct natural *a)
{
	size_t i = a->n;

	while (i > 0 && a->at[i - 1] == 9)
		a->at[--i] = 0;
	if (i > 0)
		a->at[i - 1]++;
}

/* Appends a digit behind and drops the first, which must be 0. */
static void natural_shift(struct natural *a, unsigned char last)
{
	memmove(a->at, a->at + 1, a->n - 1);
	a->at[a->n - 1] = last;
}

/*
 * quotient = floor(|100 * num / den| * 10^decimals), with a leading 0; `half`
 * compares the rest with half a unit. False when an operand is too long.
 */
static bool divide(struct natural *quotient, int *half,
		   const struct digits *num, const struct digits *den,
		   size_t decimals)
{
	size_t frac = num->nfrac > den->nfrac ? num->nfrac : den->nfrac;
	struct natural dividend, divisor, lack, rest = {{0}, 0};

	if (num->nwhole + num->nfrac > NUMBER_RATE_DIGITS_MAX ||
	    den->nwhole + den->nfrac > NUMBER_RATE_DIGITS_MAX ||
	    decimals > NUMBER_RATE_DECIMALS_MAX)
		return false;
	natural_set(&dividend, num, frac, decimals + 2);
	natural_set(&divisor, den, frac, 0);
	rest.n = divisor.n + 1;
	quotient->n = dividend.n + 1;
	quotient->at[0] = 0;
	for (size_t i = 0; i < dividend.n; i++) {
		unsigned char q = 0;

		natural_shift(&rest, dividend.at[i]);
		while (natural_compare(&rest, &divisor) >= 0) {
			natural_subtract(&rest, &divisor);
			q++;
		}
		quotient->at[i + 1] = q;
	}
	/* the rest against what it lacks to a whole unit */
	lack = divisor;
	natural_subtract(&lack, &rest);
	*half = natural_compare(&rest, &lack);
	return true;
}

bool number_rate(struct buf *out, const char *num, const char *den,
		 unsigned decimals)
{
	struct digits x = plain(num), y = plain(den), d;
	char text[NATURAL_MAX];
	struct natural q;
	int half;

	if (y.nwhole + y.nfrac == 0 || !divide(&q, &half, &x, &y, decimals))
		return false;
	if (half >= 0)
		natural_increment(&q);
	for (size_t i = 0; i < q.n; i++)
		text[i] = (char)('0' + q.at[i]);
	d = (struct digits){x.minus != y.minus, text, text + q.n - decimals,
			    q.n - decimals, decimals};
	digits_strip(&d);
	digits_put(out, &d);
	return true;
}

bool number_rate_matches(const char *rate, const char *num, const char *den)
{
	struct digits r, x = plain(num), y = plain(den);
	bool zero = number_compare(rate, "0") == 0;
	struct natural q, stated;
	int half;

	if (!digits_parse(&r, rate, strlen(rate)) ||
	    r.nwhole + r.nfrac > NUMBER_RATE_DIGITS_MAX)
		return false;
	if (y.nwhole + y.nfrac == 0)
		return zero && x.nwhole + x.nfrac == 0;
	if (!zero && r.minus != (x.minus != y.minus))
		return false;
	if (!divide(&q, &half, &x, &y, r.nfrac))
		return false;
	natural_set(&stated, &r, r.nfrac, 0);
	if (natural_compare(&q, &stated) == 0)
		return half <= 0;
	natural_increment(&q);
	return natural_compare(&q, &stated) == 0 && half >= 0;
}
