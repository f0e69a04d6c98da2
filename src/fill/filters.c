/* filters.c - reading the filters of a tag; see filters.h. */
#include "fill/filters.h"

#include "text/date.h"
#include "text/norm.h"
#include "text/number.h"
#include "text/spell.h"
#include "text/utf8.h"
#include "util/err.h"
#include "wml/marks.h"

#include <string.h>

#define RULE "bad-filter"

/* A reading in hand: what the next filter is given. */
struct reader {
	struct compiler *c;
	const struct name *name;
	const xmlNode *at;
	struct filters *filters;
	unsigned kind;	/* enum filter_kind bits: several without a form */
	const char *of; /* what gives it: the field, or a filter */
	struct buf fallback, spare;
	bool is_bad;
};

/* Names of arguments: a step's n is their sum. */
struct option {
	const char *name;
	unsigned n;
};

static const struct option DATES[] = {
	{"short", DATE_NUMERIC}, {"full", DATE_LONG}, {"slash", DATE_SLASH},
	{"month", DATE_MONTH},	 {"year", DATE_YEAR},
};

static const struct option SPELLING[] = {
	{"linh", 0},
	{"nghìn", 0},
	{"nghin", 0},
	{"tư", 0},
	{"tu", 0},
	{"tỷ", 0},
	{"ty", 0},
	{"lẻ", SPELL_LE},
	{"le", SPELL_LE},
	{"ngàn", SPELL_NGAN},
	{"ngan", SPELL_NGAN},
	{"bốn", SPELL_BON},
	{"bon", SPELL_BON},
	{"tỉ", SPELL_TI},
	{"ti", SPELL_TI},
	{"chẵn", SPELL_CHAN},
	{"chan", SPELL_CHAN},
};

bool filters_cut(struct text_span *name, struct text_span *filters)
{
	const char *bar = name->size ? memchr(name->at, '|', name->size) : NULL;

	*filters = (struct text_span){"", 0};
	if (!bar)
		return false;
	filters->at = bar + 1;
	filters->size = name->size - (size_t)(bar + 1 - name->at);
	*name = text_trim(name->at, (size_t)(bar - name->at));
	return true;
}

/* ---- words -------------------------------------------------------------- */

/* The first word of `rest`, which goes on behind it; size 0 at the end. */
static struct text_span next_word(struct text_span *rest)
{
	struct text_span word = text_trim(rest->at, rest->size);
	size_t at = 0, size = 0;

	while (at < word.size) {
		if (text_is_space(utf8_next(word.at, word.size, &at)))
			break;
		size = at;
	}
	rest->at = word.at + size;
	rest->size = word.size - size;
	word.size = size;
	return word;
}

/* Bytes of a word in a message: at most 40, whole characters. */
static int shown(struct text_span word)
{
	size_t at = 0, size = 0;

	while (at < word.size) {
		(void)utf8_next(word.at, word.size, &at);
		if (at > 40)
			break;
		size = at;
	}
	return (int)size;
}

static bool refuse(struct reader *r, const struct filter *filter,
		   const char *wants)
{
	faults_add(r->c, RULE, VB_SEVERE, r->at, r->name,
		   "the filter '%s' of '%s' wants %s", filter->name,
		   r->name->id, wants);
	r->is_bad = true;
	return false;
}

/* A plain number up to `max`. */
static bool read_count(unsigned *out, struct text_span word, unsigned max)
{
	size_t i;

	*out = 0;
	for (i = 0; i < word.size; i++) {
		if (word.at[i] < '0' || word.at[i] > '9')
			return false;
		*out = *out * 10 + (unsigned)(word.at[i] - '0');
		if (*out > max)
			return false;
	}
	return word.size > 0;
}

static bool find_option(unsigned *n, const struct option *options, size_t size,
			struct text_span word)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (text_same(options[i].name, strlen(options[i].name), word.at,
			      word.size)) {
			*n |= options[i].n;
			return true;
		}
	return false;
}

/* Words of the template as they stand, NFC, in the arena. */
static bool keep(struct reader *r, struct span *out, struct buf *words)
{
	struct arena *arena = &r->c->tpl->arena;

	out->at = arena_strn(arena, buf_cstr(words), words->size);
	out->size = words->size;
	if (out->at && buf_ok(words))
		return true;
	err_set(r->c->err, VB_NOMEM, "out of memory");
	r->is_bad = true;
	return false;
}

/* A joint that leans on the word before it, like ";", has a space behind it;
 * any other stands between two. */
static bool read_joint(struct reader *r, struct filter_step *step,
		       struct text_span rest)
{
	struct text_span text = text_trim(rest.at, rest.size);

	buf_clear(&r->spare);
	if (text.size == 0)
		buf_addc(&r->spare, ',');
	else if (!strchr(",;.:", text.at[0]))
		buf_addc(&r->spare, ' ');
	text_nfc(&r->spare, text.at, text.size);
	buf_addc(&r->spare, ' ');
	return keep(r, &step->text, &r->spare);
}

static bool read_size(struct reader *r, const struct filter *filter,
		      struct text_span rest)
{
	struct filters *f = r->filters;
	bool has_width = filter->args != ARGS_HEIGHT;
	bool has_height = filter->args != ARGS_WIDTH;
	bool good = true;

	if (has_width)
		good = read_count(&f->width_mm, next_word(&rest),
				  FILTERS_MM_MAX) &&
		       f->width_mm > 0;
	if (good && has_height)
		good = read_count(&f->height_mm, next_word(&rest),
				  FILTERS_MM_MAX) &&
		       f->height_mm > 0;
	if (good && next_word(&rest).size == 0)
		return true;
	return refuse(r, filter,
		      filter->args == ARGS_SIZE
			      ? "two numbers of millimetres, up to 558"
			      : "a number of millimetres, up to 558");
}

static bool read_options(struct reader *r, struct filter_step *step,
			 struct text_span rest)
{
	struct text_span word = next_word(&rest);

	for (; word.size; word = next_word(&rest))
		if (!find_option(&step->n, SPELLING,
				 sizeof(SPELLING) / sizeof(SPELLING[0]), word))
			return refuse(r, step->filter,
				      "none but linh, le, nghin, ngan, tu, "
				      "bon, ty, ti, chan");
	return true;
}

static bool read_date_form(struct reader *r, struct filter_step *step,
			   struct text_span rest)
{
	struct text_span word = next_word(&rest);

	step->n = DATE_NUMERIC;
	if (word.size == 0)
		return true;
	if (find_option(&step->n, DATES, sizeof(DATES) / sizeof(DATES[0]),
			word) &&
	    next_word(&rest).size == 0)
		return true;
	return refuse(r, step->filter,
		      "one of full, short, slash, month, year");
}

/* A number that may, or must, stand behind the filter. */
static bool read_digits(struct reader *r, struct filter_step *step,
			struct text_span rest)
{
	bool is_pad = step->filter->args == ARGS_PAD;
	struct text_span word = next_word(&rest);

	step->has_n = word.size > 0;
	if (!step->has_n && !is_pad)
		return true;
	if (read_count(&step->n, word,
		       is_pad ? FILTERS_PAD_MAX : NUMBER_RATE_DECIMALS_MAX) &&
	    (step->n > 0 || !is_pad) && next_word(&rest).size == 0)
		return true;
	return refuse(r, step->filter,
		      is_pad ? "a number of digits from 1 to 20"
			     : "a number of decimals from 0 to 20");
}

/* The words of `default`; the filters behind it come to them one by one. */
static bool read_fallback(struct reader *r, const struct filter *filter,
			  struct text_span rest)
{
	struct text_span text = text_trim(rest.at, rest.size);

	if (text.size == 0)
		return refuse(r, filter, "words");
	if (r->filters->has_fallback)
		return refuse(r, filter, "to stand once");
	r->filters->has_fallback = true;
	text_nfc(&r->fallback, text.at, text.size);
	return true;
}

static bool read_args(struct reader *r, struct filter_step *step,
		      struct text_span rest)
{
	switch (step->filter->args) {
	case ARGS_NONE:
		return next_word(&rest).size == 0 ||
		       refuse(r, step->filter, "no words behind it");
	case ARGS_DECIMALS:
	case ARGS_PAD:
		return read_digits(r, step, rest);
	case ARGS_DATE:
		return read_date_form(r, step, rest);
	case ARGS_SPELL:
		return read_options(r, step, rest);
	case ARGS_REST:
		return read_joint(r, step, rest);
	case ARGS_WORDS:
		return read_fallback(r, step->filter, rest);
	case ARGS_WIDTH:
	case ARGS_HEIGHT:
	case ARGS_SIZE:
		return read_size(r, step->filter, rest);
	}
	return false;
}

/* ---- what goes with what ------------------------------------------------ */

static unsigned kind_of(const struct field *field)
{
	if (!field)
		return FILTER_NUMBER | FILTER_DATE | FILTER_TEXT | FILTER_LIST |
		       FILTER_IMAGE;
	switch (field->type) {
	case FIELD_COUNT:
	case FIELD_NUMBER:
	case FIELD_PERCENT:
		return FILTER_NUMBER;
	case FIELD_DATE:
		return FILTER_DATE;
	case FIELD_LONGTEXT:
	case FIELD_EVIDENCE:
		return FILTER_LIST;
	case FIELD_IMAGE:
		return FILTER_IMAGE;
	case FIELD_TEXT:
	case FIELD_DOCREF:
	case FIELD_CHOICE:
	case FIELD_REPEAT:
		break;
	}
	return FILTER_TEXT;
}

/* Runs a filter over the words of `default` while compiling. */
static bool step_fallback(struct reader *r, const struct filter_step *step)
{
	struct buf words = r->fallback;

	if (!r->filters->has_fallback || !step->filter->show)
		return true;
	buf_clear(&r->spare);
	if (!filters_step(&r->spare, &words, step)) {
		faults_add(
			r->c, RULE, VB_SEVERE, r->at, r->name,
			"the filter '%s' of '%s' takes %s, not '%.*s'",
			step->filter->name, r->name->id, step->filter->wants,
			shown((struct text_span){buf_cstr(&words), words.size}),
			buf_cstr(&words));
		r->is_bad = true;
		return false;
	}
	if (strcmp(step->filter->name, "percent") == 0)
		r->filters->is_percent = true;
	r->fallback = r->spare;
	r->spare = words;
	return true;
}

static bool is_part_of_date(const struct filter_step *step)
{
	return step->filter->args == ARGS_DATE &&
	       (step->n == DATE_MONTH || step->n == DATE_YEAR);
}

static bool add_step(struct reader *r, const struct filter_step *step)
{
	struct filters *f = r->filters;

	if (!(r->kind & step->filter->takes)) {
		faults_add(r->c, RULE, VB_SEVERE, r->at, r->name,
			   "the filter '%s' takes %s: '%s' gives none",
			   step->filter->name, step->filter->wants, r->of);
		r->is_bad = true;
		return false;
	}
	if (strcmp(step->filter->name, "merge") == 0)
		f->merges = true;
	if (!step->filter->show) /* `default`, `merge`, or of pictures */
		return true;
	if (!step->filter->keeps || f->n > 0 || is_part_of_date(step))
		f->loses = true;
	r->kind = step->filter->gives;
	r->of = step->filter->name;
	f->steps[f->n++] = *step;
	return step_fallback(r, step);
}

static bool read_step(struct reader *r, struct text_span text)
{
	struct filter_step step = {0};
	struct text_span name = next_word(&text);

	step.filter = filters_find(name);
	if (!step.filter) {
		faults_add(r->c, RULE, VB_SEVERE, r->at, r->name,
			   name.size ? "'%.*s' is no filter"
				     : "a bar%.*s without a filter behind it",
			   shown(name), name.at);
		r->is_bad = true;
		return false;
	}
	/* all that is wrong with it is told at once */
	if (!read_args(r, &step, text))
		step.has_n = false;
	return add_step(r, &step);
}

static void read_all(struct reader *r, struct text_span text)
{
	size_t n = 0;

	for (;;) {
		const char *bar = text.size ? memchr(text.at, '|', text.size)
					    : NULL;
		size_t size = bar ? (size_t)(bar - text.at) : text.size;

		if (++n > FILTERS_MAX) {
			faults_add(r->c, RULE, VB_SEVERE, r->at, r->name,
				   "'%s' has more than %d filters", r->name->id,
				   FILTERS_MAX);
			r->is_bad = true;
			return;
		}
		read_step(r, (struct text_span){text.at, size});
		if (!bar)
			return;
		text.at = bar + 1;
		text.size -= size + 1;
	}
}

static bool keep_source(struct reader *r, struct text_span text)
{
	const struct name *name = r->name;
	struct buf *plain = &r->fallback, *escaped = &r->spare;
	size_t chars;

	text = text_trim(text.at, text.size);
	buf_clear(plain);
	buf_clear(escaped);
	text_nfc(plain, text.at, text.size);
	buf_add_attr(escaped, buf_cstr(plain), plain->size);
	/* ID.LEVEL|FILTERS */
	chars = strlen(name->id) + 1 +
		utf8_length(buf_cstr(plain), plain->size);
	if (name->level[0])
		chars += strlen(name->level) + 1;
	r->filters->fits_tag = chars <= MARK_TAG_MAX;
	return buf_ok(plain) && keep(r, &r->filters->source, escaped);
}

bool filters_parse(struct filters **out, struct compiler *c,
		   const struct name *name, const struct field *field,
		   struct text_span text, const xmlNode *at)
{
	struct reader r = {.c = c, .name = name, .at = at};

	*out = NULL;
	r.filters = arena_new(&c->tpl->arena, struct filters);
	if (r.filters)
		r.filters->part = arena_str(&c->tpl->arena,
					    c->part ? c->part : "");
	if (!r.filters || !r.filters->part) {
		err_set(c->err, VB_NOMEM, "out of memory");
		return false;
	}
	r.kind = kind_of(field);
	r.of = name->id;
	r.filters->paragraph = faults_paragraph(at);
	read_all(&r, text);
	if (!r.is_bad && r.filters->has_fallback)
		keep(&r, &r.filters->fallback, &r.fallback);
	if (!r.is_bad && keep_source(&r, text))
		*out = r.filters;
	else if (field) /* it has a place: a faulty one */
		c->tpl->is_placed[field->index] = true;
	buf_release(&r.fallback);
	buf_release(&r.spare);
	return *out != NULL;
}

void filters_attach(struct slot *slot, const struct filters *filters)
{
	slot->filters = filters;
	if (!filters)
		return;
	slot->image_width_mm = filters->width_mm;
	slot->image_height_mm = filters->height_mm;
}
