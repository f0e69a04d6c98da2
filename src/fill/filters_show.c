/* filters_show.c - the table of filters, and running them; see filters.h. */
#include "fill/filters.h"

#include "form/show.h"
#include "text/date.h"
#include "text/casing.h"
#include "text/number.h"
#include "text/ordinal.h"
#include "text/spell.h"
#include "text/utf8.h"
#include "util/err.h"

#include <string.h>

/* Bytes of a value in a message. */
#define QUOTE_MAX 40

/* Past the 23 letters an outline goes on with two, not with four. */
#define LETTER_MAX 552

/* ---- the kinds ---------------------------------------------------------- */

static bool show_number(struct buf *out, const struct buf *value,
			const struct filter_step *step)
{
	char text[NUMBER_ROUND_SIZE];

	if (!step->has_n)
		number_show(out, value->data, 0);
	else if (number_round(text, value->data, step->n))
		number_show(out, text, 0);
	else
		return false;
	return true;
}

/* The "%" is written by filters_show(), where the template has none. */
static bool show_percent(struct buf *out, const struct buf *value,
			 const struct filter_step *step)
{
	return show_number(out, value, step);
}

static bool show_padded(struct buf *out, const struct buf *value,
			const struct filter_step *step)
{
	if (strchr(value->data, '.'))
		return false;
	number_show(out, value->data, step->n);
	return true;
}

static bool show_money(struct buf *out, const struct buf *value,
		       const struct filter_step *step)
{
	(void)step;
	number_show(out, value->data, 0);
	buf_adds(out, " đồng");
	return true;
}

static bool show_words(struct buf *out, const struct buf *value,
		       const struct filter_step *step)
{
	return spell_number(out, value->data, step->n);
}

static bool show_money_words(struct buf *out, const struct buf *value,
			     const struct filter_step *step)
{
	return spell_money(out, value->data, step->n);
}

/* A canonical whole number from 1 up to `max`; 0 for any other. */
static unsigned ordinal(const struct buf *value, unsigned max)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < value->size; i++) {
		if (value->data[i] < '0' || value->data[i] > '9')
			return 0;
		n = n * 10 + (unsigned)(value->data[i] - '0');
		if (n > max)
			return 0;
	}
	return n;
}

static bool show_roman(struct buf *out, const struct buf *value,
		       const struct filter_step *step)
{
	char text[ORDINAL_SIZE];

	(void)step;
	if (!ordinal_roman(text, ordinal(value, ORDINAL_ROMAN_MAX)))
		return false;
	buf_adds(out, text);
	return true;
}

static bool show_letter(struct buf *out, const struct buf *value,
			const struct filter_step *step)
{
	unsigned n = ordinal(value, LETTER_MAX);
	char text[ORDINAL_SIZE];

	(void)step;
	ordinal_letter(text, n);
	buf_adds(out, text);
	return n > 0;
}

static bool show_date(struct buf *out, const struct buf *value,
		      const struct filter_step *step)
{
	date_show(out, value->data, (enum date_style)step->n);
	return true;
}

static bool show_upper(struct buf *out, const struct buf *value,
		       const struct filter_step *step)
{
	(void)step;
	casing_upper(out, buf_cstr(value), value->size);
	return true;
}

static bool show_lower(struct buf *out, const struct buf *value,
		       const struct filter_step *step)
{
	(void)step;
	casing_lower(out, buf_cstr(value), value->size);
	return true;
}

static bool show_capital(struct buf *out, const struct buf *value,
			 const struct filter_step *step)
{
	(void)step;
	casing_capital(out, buf_cstr(value), value->size);
	return true;
}

static bool show_title(struct buf *out, const struct buf *value,
		       const struct filter_step *step)
{
	(void)step;
	casing_title(out, buf_cstr(value), value->size);
	return true;
}

/* Runs of spaces as one, none at the ends. */
static bool show_trim(struct buf *out, const struct buf *value,
		      const struct filter_step *step)
{
	struct text_span all = text_trim(buf_cstr(value), value->size);
	bool is_space = false;
	size_t at = 0;

	(void)step;
	while (at < all.size) {
		size_t start = at;
		uint32_t c = utf8_next(all.at, all.size, &at);

		if (text_is_space(c)) {
			is_space = true;
			continue;
		}
		if (is_space)
			buf_addc(out, ' ');
		is_space = false;
		buf_add(out, all.at + start, at - start);
	}
	return true;
}

/* Lists are joined where they are taken up, in begin(). */
static bool show_joined(struct buf *out, const struct buf *value,
			const struct filter_step *step)
{
	(void)step;
	buf_add(out, buf_cstr(value), value->size);
	return true;
}

#define ANY_WORDS (FILTER_TEXT | FILTER_DATE | FILTER_LIST)
#define A_NUMBER  "a number"

static const struct filter FILTERS[] = {
	{"number", ARGS_DECIMALS, FILTER_NUMBER, FILTER_TEXT, true, A_NUMBER,
	 show_number},
	{"percent", ARGS_DECIMALS, FILTER_NUMBER, FILTER_TEXT, true, A_NUMBER,
	 show_percent},
	{"pad", ARGS_PAD, FILTER_NUMBER, FILTER_TEXT, true, "a whole number",
	 show_padded},
	{"words", ARGS_SPELL, FILTER_NUMBER, FILTER_TEXT, false, A_NUMBER,
	 show_words},
	{"money", ARGS_NONE, FILTER_NUMBER, FILTER_TEXT, false, A_NUMBER,
	 show_money},
	{"money-words", ARGS_SPELL, FILTER_NUMBER, FILTER_TEXT, false, A_NUMBER,
	 show_money_words},
	{"roman", ARGS_NONE, FILTER_NUMBER, FILTER_TEXT, false,
	 "a whole number from 1 to 3999", show_roman},
	{"letter", ARGS_NONE, FILTER_NUMBER, FILTER_TEXT, false,
	 "a whole number from 1 to 552", show_letter},
	{"date", ARGS_DATE, FILTER_DATE, FILTER_TEXT, true, "a date",
	 show_date},
	{"upper", ARGS_NONE, ANY_WORDS, FILTER_TEXT, false, "words",
	 show_upper},
	{"lower", ARGS_NONE, ANY_WORDS, FILTER_TEXT, false, "words",
	 show_lower},
	{"capital", ARGS_NONE, ANY_WORDS, FILTER_TEXT, false, "words",
	 show_capital},
	{"title", ARGS_NONE, ANY_WORDS, FILTER_TEXT, false, "words",
	 show_title},
	{"trim", ARGS_NONE, ANY_WORDS, FILTER_TEXT, false, "words", show_trim},
	{"join", ARGS_REST, FILTER_LIST, FILTER_TEXT, false, "a list of values",
	 show_joined},
	{"default", ARGS_WORDS,
	 FILTER_NUMBER | FILTER_DATE | FILTER_TEXT | FILTER_LIST, FILTER_TEXT,
	 true, "words", NULL},
	{"merge", ARGS_NONE, FILTER_NUMBER | FILTER_DATE | FILTER_TEXT,
	 FILTER_TEXT, true, "a value of one line", NULL},
	{"width", ARGS_WIDTH, FILTER_IMAGE, FILTER_IMAGE, true, "a picture",
	 NULL},
	{"height", ARGS_HEIGHT, FILTER_IMAGE, FILTER_IMAGE, true, "a picture",
	 NULL},
	{"size", ARGS_SIZE, FILTER_IMAGE, FILTER_IMAGE, true, "a picture",
	 NULL},
};

const struct filter *filters_find(struct text_span name)
{
	size_t i;

	for (i = 0; i < sizeof(FILTERS) / sizeof(FILTERS[0]); i++)
		if (strlen(FILTERS[i].name) == name.size &&
		    memcmp(FILTERS[i].name, name.at, name.size) == 0)
			return &FILTERS[i];
	return NULL;
}

/* ---- running ------------------------------------------------------------ */

/* Figures and dates are taken canonical, also from answers that were read
 * without a form. */
bool filters_step(struct buf *out, const struct buf *value,
		  const struct filter_step *step)
{
	const char *text = buf_cstr(value);
	char plain[64];
	struct buf canonical = BUF_INIT;
	bool done;

	if (!(step->filter->takes & (FILTER_NUMBER | FILTER_DATE)) ||
	    step->filter->takes & FILTER_TEXT)
		return step->filter->show(out, value, step);
	buf_clear(out);
	if (step->filter->takes & FILTER_NUMBER
		    ? number_canonical(out, text, value->size, false)
		    : date_canonical(out, text, value->size))
		return false;
	if (!buf_ok(out) || out->size >= sizeof(plain))
		return false;
	memcpy(plain, out->data, out->size + 1);
	canonical.data = plain;
	canonical.size = out->size;
	buf_clear(out);
	done = step->filter->show(out, &canonical, step);
	return done;
}

static bool is_answered(const struct answer *answer)
{
	return answer && answer->kind != VALUE_EMPTY;
}

bool filters_change(const struct slot *slot, const struct answer *answer)
{
	const struct filters *filters = slot->filters;

	if (!filters)
		return false;
	return is_answered(answer) ? filters->n > 0 : filters->has_fallback;
}

static void add_files(struct buf *out, const struct answer *answer,
		      const struct span *joint)
{
	size_t i;

	for (i = 0; i < answer->n_files; i++) {
		if (i)
			buf_add(out, joint->at, joint->size);
		buf_adds(out, answer->files[i]);
	}
}

static void add_paras(struct buf *out, const struct answer *answer,
		      const struct span *joint)
{
	size_t i, j;

	for (i = 0; i < answer->n_paras; i++) {
		if (i)
			buf_add(out, joint->at, joint->size);
		for (j = 0; j < answer->paras[i].n; j++)
			buf_add(out, answer->paras[i].spans[j].text,
				answer->paras[i].spans[j].size);
	}
}

/* The bare values of a list; false when its rows hold others. */
static bool add_rows(struct buf *out, const struct answer *answer,
		     const struct span *joint)
{
	size_t i;

	for (i = 0; i < answer->n_rows; i++) {
		const struct answer *item = answers_find(&answer->rows[i], ".",
							 "");

		if (!item)
			return false;
		if (i)
			buf_add(out, joint->at, joint->size);
		show_value(out, item, item->field, false);
	}
	return true;
}

/* What the first filter is given: a figure or a date as the answers have it,
 * else its words. False when a list has none. */
static bool begin(struct buf *value, const struct filter_step *step,
		  const struct field *field, const struct answer *answer)
{
	bool is_joined = step->filter->args == ARGS_REST;

	if (!(step->filter->takes & FILTER_TEXT) && answer->kind == VALUE_TEXT)
		buf_add(value, answer->text, answer->size);
	else if (is_joined && answer->kind == VALUE_FILES)
		add_files(value, answer, &step->text);
	else if (is_joined && answer->kind == VALUE_PARAS)
		add_paras(value, answer, &step->text);
	else if (is_joined && answer->kind == VALUE_ROWS)
		return add_rows(value, answer, &step->text);
	else if (answer->kind == VALUE_ROWS)
		return false;
	else
		show_value(value, answer, field, false);
	return true;
}

/* At most QUOTE_MAX bytes, whole characters. */
static int quote_size(const struct buf *value)
{
	size_t at = 0, size = 0;

	while (at < value->size) {
		(void)utf8_next(value->data, value->size, &at);
		if (at > QUOTE_MAX)
			break;
		size = at;
	}
	return (int)size;
}

static int refuse(const struct filters *filters, const struct filter_step *step,
		  const struct slot *slot, const struct buf *value,
		  struct vb_error *err)
{
	return err_set(err, VB_ANSWERS,
		       "'%s' is '%.*s', but its filter '%s' takes %s (%s, "
		       "paragraph %zu)",
		       slot->name.id, quote_size(value), buf_cstr(value),
		       step->filter->name, step->filter->wants, filters->part,
		       filters->paragraph);
}

static void swap(struct buf *a, struct buf *b)
{
	struct buf c = *a;

	*a = *b;
	*b = c;
}

int filters_show(struct buf *value, struct buf *spare, const struct slot *slot,
		 const struct field *field, const struct answer *answer,
		 struct vb_error *err)
{
	const struct filters *filters = slot->filters;
	size_t i;

	buf_clear(value);
	if (!is_answered(answer)) {
		if (filters->has_fallback)
			buf_add(value, filters->fallback.at,
				filters->fallback.size);
		if (filters->is_percent && slot->adds_percent)
			buf_addc(value, '%');
		return VB_OK;
	}
	if (filters->n == 0)
		show_value(value, answer, field, slot->adds_percent);
	else if (!begin(value, &filters->steps[0], field, answer)) {
		buf_clear(value);
		buf_adds(value, "(a list)");
		return refuse(filters, &filters->steps[0], slot, value, err);
	}
	for (i = 0; i < filters->n; i++) {
		const struct filter_step *step = &filters->steps[i];

		buf_clear(spare);
		if (!filters_step(spare, value, step))
			return buf_ok(spare)
				       ? refuse(filters, step, slot, value, err)
				       : err_set(err, VB_NOMEM,
						 "out of memory");
		if (step->filter->show == show_percent && slot->adds_percent)
			buf_addc(spare, '%');
		swap(value, spare);
	}
	return VB_OK;
}
