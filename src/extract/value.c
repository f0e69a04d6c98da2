/*
 * value.c - from words on the page to a value of the field's type, and what
 * filling would have shown for one.
 */
#include "extract/reading.h"

#include "form/show.h"
#include "text/date.h"
#include "text/norm.h"
#include "text/number.h"
#include "text/span.h"
#include "util/err.h"

#include <string.h>

/* Confidence left when ... */
#define SURE_LIKELY 0.85 /* it is not written the official way */
#define SURE_MORE   0.75 /* there are more words than the choice's */
#define SURE_UNIT   0.9	 /* the unit was typed into the blank */

/* Less is ambiguous, whatever the other numbers say. */
#define SURE_VOTE 0.7

/* A short answer may end in dots of its own; a leader is longer. */
#define TEXT_LEADER_MIN 4

static int no_memory(const struct extractor *ex)
{
	return err_set(ex->err, VB_NOMEM, "out of memory");
}

/* ---- boxes to tick ------------------------------------------------------- */

/* What stands in a box of Word, LibreOffice and of people; U+F0xx are the
 * characters of Wingdings and Wingdings 2, which w:sym gives. */
static const struct {
	const char *glyph;
	bool is_checked;
} BOXES[] = {
	{"\xe2\x98\x92", true},	 /* U+2612 */
	{"\xe2\x98\x91", true},	 /* U+2611 */
	{"\xe2\x9c\x93", true},	 /* U+2713 */
	{"\xe2\x9c\x94", true},	 /* U+2714 */
	{"\xe2\x88\x9a", true},	 /* U+221A, a root sign */
	{"\xe2\x9c\x97", true},	 /* U+2717 */
	{"\xe2\x9c\x98", true},	 /* U+2718 */
	{"\xe2\x96\xa0", true},	 /* U+25A0 */
	{"\xef\x83\xbe", true},	 /* U+F0FE */
	{"\xef\x83\xbd", true},	 /* U+F0FD */
	{"\xef\x83\xbc", true},	 /* U+F0FC */
	{"\xef\x83\xbb", true},	 /* U+F0FB */
	{"\xef\x81\x92", true},	 /* U+F052 */
	{"\xef\x81\x93", true},	 /* U+F053 */
	{"\xe2\x98\x90", false}, /* U+2610 */
	{"\xe2\x96\xa1", false}, /* U+25A1 */
	{"\xef\x82\xa8", false}, /* U+F0A8 */
	{"\xef\x81\xaf", false}, /* U+F06F */
	{"\xef\x82\xa3", false}, /* U+F0A3 */
};

enum value_box value_box(const char *words, size_t size)
{
	struct text_span seen = text_trim(words, size);
	size_t i;

	for (i = 0; i < sizeof(BOXES) / sizeof(BOXES[0]); i++)
		if (seen.size == strlen(BOXES[i].glyph) &&
		    memcmp(seen.at, BOXES[i].glyph, seen.size) == 0)
			return BOXES[i].is_checked ? VALUE_TICKED
						   : VALUE_UNTICKED;
	return VALUE_NO_BOX;
}

/* The only option of a choice that such a box can mean. */
static const struct field_option *option_of_box(const struct field *field,
						bool is_checked)
{
	const struct field_option *found = NULL;
	size_t i;

	for (i = 0; i < field->n_options; i++) {
		if (show_option_is_checked(&field->options[i]) != is_checked)
			continue;
		if (found)
			return NULL;
		found = &field->options[i];
	}
	return found;
}

/* ---- as filled ----------------------------------------------------------- */

bool value_is_shown(struct extractor *ex, const struct field *field,
		    const struct answer *copy, const char *words, size_t size)
{
	struct text_span seen = text_trim(words, size);

	enum value_box box = value_box(words, size);

	if (copy->kind == VALUE_EMPTY)
		return seen.size == 0;
	if (box != VALUE_NO_BOX && copy->kind == VALUE_TEXT &&
	    show_is_checked(copy, field) == (box == VALUE_TICKED))
		return true;
	buf_clear(&ex->shown);
	show_value(&ex->shown, copy, field, false);
	if (text_same(seen.at, seen.size, buf_cstr(&ex->shown), ex->shown.size))
		return true;
	if (field->type != FIELD_PERCENT)
		return false;
	buf_addc(&ex->shown, '%');
	return text_same(seen.at, seen.size, buf_cstr(&ex->shown),
			 ex->shown.size);
}

/* ---- reading ------------------------------------------------------------- */
static int keep_text(struct extractor *ex, struct value *value,
		     const char *text, size_t size)
{
	value->answer->kind = VALUE_TEXT;
	value->answer->text = arena_strn(&ex->reading->answers->arena, text,
					 size);
	value->answer->size = size;
	return value->answer->text ? VB_OK : no_memory(ex);
}

/* Words without the unit of the field behind them. */
static struct text_span without_unit(const struct field *field,
				     struct text_span words)
{
	size_t unit = field->unit ? strlen(field->unit) : 0;
	struct text_span rest = {words.at, 0};

	if (unit && words.size > unit &&
	    memcmp(words.at + words.size - unit, field->unit, unit) == 0)
		rest = text_trim(words.at, words.size - unit);
	return rest;
}

static const struct figure_vote *vote_of(struct extractor *ex)
{
	size_t i, k;

	if (ex->has_vote)
		return &ex->vote;
	for (i = 0; i < ex->source->stories.n; i++) {
		const struct wml_story *story = ex->source->stories.at[i].wml;

		for (k = 0; k < story->paras.n; k++)
			figure_vote_add(&ex->vote, story->paras.at[k].text,
					story->paras.at[k].size);
	}
	ex->has_vote = true;
	return &ex->vote;
}

/* The only figure of the words, other figures than a fraction left aside:
 * "27.533/29.093" is 27.533 of a total. */
static bool find_fraction(struct figure *out, struct text_span words)
{
	struct figure more;
	size_t at = 0;

	return figure_next(out, words.at, words.size, &at) &&
	       out->kind == FIGURE_FRACTION && out->start == 0 &&
	       !figure_next(&more, words.at, words.size, &at);
}

/* What is not written the official way: by what the other numbers of the
 * document say, of a total, or in words. */
static enum number_sure read_unusual(struct extractor *ex,
				     enum number_kind kind,
				     struct text_span words,
				     struct value *value)
{
	struct figure figure;
	enum number_sure found;
	enum figure_said said;
	int spelled;
	double sure;

	said = figure_said(words.at, words.size);
	if (said == FIGURE_SAID_NONE ||
	    (said == FIGURE_SAID_NONE_YET && kind == NUMBER_COUNT)) {
		buf_addc(&ex->scratch, '0');
		value->sure = SURE_LIKELY;
		value->why = "none, in words";
		return NUMBER_EXACT;
	}
	spelled = figure_spelled(words.at, words.size);
	if (kind == NUMBER_COUNT && spelled > 0) {
		buf_addf(&ex->scratch, "%d", spelled);
		value->sure = SURE_LIKELY;
		value->why = "the number is in words";
		return NUMBER_EXACT;
	}
	if (kind == NUMBER_COUNT && find_fraction(&figure, words)) {
		words = figure.first;
		value->sure = SURE_LIKELY;
		value->why = "the figure is given of a total";
	}
	found = figure_value(&ex->scratch, &sure, words, kind, vote_of(ex));
	if (found != NUMBER_NOT && sure >= SURE_VOTE) {
		value->sure *= sure;
		if (!value->why)
			value->why = "the number is not written the official "
				     "way";
		return NUMBER_EXACT;
	}
	return found;
}

static int read_number(struct extractor *ex, const struct field *field,
		       struct text_span words, struct value *value)
{
	enum number_kind kind = field->type == FIELD_COUNT    ? NUMBER_COUNT
				: field->type == FIELD_NUMBER ? NUMBER_DECIMAL
							      : NUMBER_PERCENT;
	struct text_span rest;
	enum number_sure found;

	buf_clear(&ex->scratch);
	found = number_read(&ex->scratch, words.at, words.size, kind);
	rest = without_unit(field, words);
	if (found == NUMBER_NOT && rest.size > 0) {
		found = number_read(&ex->scratch, rest.at, rest.size, kind);
		value->sure = SURE_UNIT;
		value->why = "the unit stands in the blank";
	}
	if (found == NUMBER_NOT || found == NUMBER_AMBIGUOUS) {
		buf_clear(&ex->scratch);
		found = read_unusual(ex, kind, rest.size > 0 ? rest : words,
				     value);
	}
	if (!buf_ok(&ex->scratch))
		return no_memory(ex);
	switch (found) {
	case NUMBER_NOT:
		value->state = VB_INVALID;
		return VB_OK;
	case NUMBER_AMBIGUOUS:
		value->state = VB_AMBIGUOUS;
		break;
	case NUMBER_LIKELY:
		value->sure *= SURE_LIKELY;
		value->why = "the number is not written the official way";
		break;
	case NUMBER_EXACT:
		break;
	}
	return keep_text(ex, value, buf_cstr(&ex->scratch), ex->scratch.size);
}

static int read_date(struct extractor *ex, struct text_span words,
		     struct value *value)
{
	const char *bracket = NULL;
	enum date_sure found;

	buf_clear(&ex->scratch);
	found = date_read(&ex->scratch, words.at, words.size);
	/* "12/9/2022 (bản chụp)" */
	if (found == DATE_NOT && words.size > 0)
		bracket = memchr(words.at, '(', words.size);
	if (bracket && date_read(&ex->scratch, words.at,
				 (size_t)(bracket - words.at)) != DATE_NOT)
		found = DATE_LIKELY;
	if (!buf_ok(&ex->scratch))
		return no_memory(ex);
	if (found == DATE_NOT) {
		value->state = VB_INVALID;
		return VB_OK;
	}
	if (found == DATE_LIKELY) {
		value->sure *= SURE_LIKELY;
		value->why = "the date is not written the official way";
	}
	return keep_text(ex, value, buf_cstr(&ex->scratch), ex->scratch.size);
}

static int read_choice(struct extractor *ex, const struct field *field,
		       struct text_span words, struct value *value)
{
	enum value_box box = value_box(words.at, words.size);
	const struct field_option *ticked, *option;
	bool is_whole;
	size_t i;

	if (box != VALUE_NO_BOX) {
		ticked = option_of_box(field, box == VALUE_TICKED);
		if (ticked)
			return keep_text(ex, value, ticked->token,
					 strlen(ticked->token));
	}
	for (i = 0; field->options && i < field->n_options; i++) {
		bool is_label;

		option = &field->options[i];
		is_label = text_same(words.at, words.size, option->label,
				     strlen(option->label));

		if (!is_label && !text_same(words.at, words.size, option->token,
					    strlen(option->token)))
			continue;
		if (!is_label) {
			value->sure *= SURE_LIKELY;
			value->why = "the token of the choice, not its words";
		}
		return keep_text(ex, value, option->token,
				 strlen(option->token));
	}
	if (!choice_of(&option, field, words.at, words.size, &is_whole))
		return no_memory(ex);
	if (!option) {
		value->state = VB_INVALID;
		return VB_OK;
	}
	value->sure *= is_whole ? SURE_LIKELY : SURE_MORE;
	value->why = is_whole ? "the choice in other words"
			      : "more words than the choice";
	return keep_text(ex, value, option->token, strlen(option->token));
}

static const char *keep_piece(struct extractor *ex, const struct buf *piece)
{
	return piece->size ? arena_strn(&ex->reading->answers->arena,
					piece->data, piece->size)
			   : NULL;
}

static int read_docref(struct extractor *ex, struct text_span words,
		       struct value *value)
{
	struct buf number = BUF_INIT, date = BUF_INIT, issuer = BUF_INIT;
	enum docref_sure found;
	int code = VB_OK;

	if (!ex->docref)
		code = docref_reader_new(&ex->docref, ex->err);
	if (code != VB_OK)
		return code;
	found = docref_read(ex->docref, &number, &date, &issuer, words.at,
			    words.size);
	value->answer->kind = VALUE_DOCREF;
	value->answer->docref.number = keep_piece(ex, &number);
	value->answer->docref.date = keep_piece(ex, &date);
	value->answer->docref.issuer = keep_piece(ex, &issuer);
	if (found == DOCREF_NOT)
		value->state = VB_INVALID;
	if (found == DOCREF_LIKELY) {
		value->sure *= SURE_LIKELY;
		value->why = "other words stand around the reference";
	}
	if (!buf_ok(&number) || !buf_ok(&date) || !buf_ok(&issuer) ||
	    ex->reading->answers->arena.failed)
		code = no_memory(ex);
	buf_release(&number);
	buf_release(&date);
	buf_release(&issuer);
	return code;
}

/* What a person broke by hand is joined to one line: words by a space, names
 * of files as they are shown. */
static int read_line(struct extractor *ex, struct text_span words,
		     const char *joint, struct value *value)
{
	size_t i;

	buf_clear(&ex->scratch);
	for (i = 0; i < words.size; i++)
		buf_add(&ex->scratch,
			words.at[i] == '\n' ? joint : words.at + i, 1);
	if (!buf_ok(&ex->scratch))
		return no_memory(ex);
	return keep_text(ex, value, buf_cstr(&ex->scratch), ex->scratch.size);
}

static struct text_span strip(const struct field *field, const char *words,
			      size_t size)
{
	struct text_span all = text_trim(words, size);
	struct text_span rest = text_strip_leader(all.at, all.size);

	if (field->type == FIELD_TEXT && all.size - rest.size < TEXT_LEADER_MIN)
		return all;
	return rest;
}

int value_read(struct extractor *ex, const struct field *field,
	       const char *words, size_t size, struct value *value)
{
	struct text_span seen = strip(field, words, size);

	value->state = VB_ANSWERED;
	value->sure = 1;
	value->why = NULL;
	switch (field->type) {
	case FIELD_COUNT:
	case FIELD_NUMBER:
	case FIELD_PERCENT:
		return read_number(ex, field, seen, value);
	case FIELD_DATE:
		return read_date(ex, seen, value);
	case FIELD_CHOICE:
		return read_choice(ex, field, seen, value);
	case FIELD_DOCREF:
		return read_docref(ex, seen, value);
	case FIELD_EVIDENCE:
	case FIELD_IMAGE:
		return read_line(ex, seen, ";", value);
	case FIELD_TEXT:
		if (value_box(seen.at, seen.size) == VALUE_TICKED)
			return keep_text(ex, value, "true", 4);
		if (value_box(seen.at, seen.size) == VALUE_UNTICKED)
			return keep_text(ex, value, "false", 5);
		return read_line(ex, seen, " ", value);
	case FIELD_LONGTEXT:
	case FIELD_REPEAT:
		break;
	}
	value->state = VB_INVALID;
	return VB_OK;
}
