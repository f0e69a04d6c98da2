/* show.c - see show.h. */
#include "form/show.h"

#include "text/date.h"
#include "text/docref.h"
#include "text/number.h"

#include <string.h>

/* Ellipses of a leader when the form does not say: room for what a person
 * writes there by hand, in characters an em wide. */
#define LEADER_DEFAULT 8

static const unsigned char LEADER[] = {
	[FIELD_TEXT] = 12,   [FIELD_LONGTEXT] = 40, [FIELD_COUNT] = 5,
	[FIELD_NUMBER] = 5,  [FIELD_PERCENT] = 5,   [FIELD_DATE] = 8,
	[FIELD_DOCREF] = 20, [FIELD_EVIDENCE] = 20, [FIELD_CHOICE] = 8,
	[FIELD_IMAGE] = 12,  [FIELD_REPEAT] = 0};

void show_leader(struct buf *out, const struct field *field)
{
	unsigned n = LEADER_DEFAULT;

	if (field)
		n = field->blank ? field->blank : LEADER[field->type];
	/* U+2026: what Word makes of three typed dots */
	while (n-- > 0)
		buf_adds(out, "\xe2\x80\xa6");
}

static void show_paras(struct buf *out, const struct answer *answer)
{
	size_t i, j;

	for (i = 0; i < answer->n_paras; i++) {
		if (i)
			buf_addc(out, '\n');
		for (j = 0; j < answer->paras[i].n; j++)
			buf_add(out, answer->paras[i].spans[j].text,
				answer->paras[i].spans[j].size);
	}
}

static void show_choice(struct buf *out, const struct answer *answer,
			const struct field *field)
{
	size_t i;

	for (i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].token, answer->text) == 0) {
			buf_adds(out, field->options[i].label);
			return;
		}
	buf_add(out, answer->text, answer->size);
}

static void show_text(struct buf *out, const struct answer *answer,
		      const struct field *field, bool adds_percent)
{
	switch (field->type) {
	case FIELD_COUNT:
	case FIELD_NUMBER:
		number_show(out, answer->text, field->pad);
		break;
	case FIELD_PERCENT:
		number_show(out, answer->text, field->pad);
		if (adds_percent)
			buf_addc(out, '%');
		break;
	case FIELD_DATE:
		date_show(out, answer->text,
			  field->is_date_long ? DATE_LONG : DATE_NUMERIC);
		break;
	case FIELD_CHOICE:
		show_choice(out, answer, field);
		break;
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
	case FIELD_DOCREF:
	case FIELD_EVIDENCE:
	case FIELD_IMAGE:
	case FIELD_REPEAT:
		buf_add(out, answer->text, answer->size);
		break;
	}
}

/* ---- boxes to tick ------------------------------------------------------ */

/* Words that begin so say no. */
static const char *const NO[] = {
	"0",
	"false",
	"no",
	"khong",
	"chua",
	"kh\xc3\xb4ng",	  /* không */
	"ch\xc6\xb0\x61", /* chưa */
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool says_no(const char *text)
{
	size_t i;

	for (i = 0; i < sizeof(NO) / sizeof(NO[0]); i++) {
		size_t k = 0;

		/* capitals of ASCII only: the others are no first letters */
		while (NO[i][k] && (text[k] == NO[i][k] ||
				    (text[k] >= 'A' && text[k] <= 'Z' &&
				     text[k] - 'A' + 'a' == NO[i][k])))
			k++;
		if (!NO[i][k] && !is_letter(text[k]))
			return true;
	}
	return false;
}

bool show_option_is_checked(const struct field_option *option)
{
	return !says_no(option->token) && !says_no(option->label);
}

bool show_is_checked(const struct answer *answer, const struct field *field)
{
	size_t i;

	if (!answer_true(answer))
		return false;
	if (answer->kind != VALUE_TEXT)
		return true;
	for (i = 0; field && i < field->n_options; i++)
		if (strcmp(field->options[i].token, answer->text) == 0)
			return show_option_is_checked(&field->options[i]);
	return !says_no(answer->text);
}

/* ---- words -------------------------------------------------------------- */

void show_value(struct buf *out, const struct answer *answer,
		const struct field *field, bool adds_percent)
{
	size_t i;

	switch (answer->kind) {
	case VALUE_TEXT:
		if (field)
			show_text(out, answer, field, adds_percent);
		else
			buf_add(out, answer->text, answer->size);
		break;
	case VALUE_PARAS:
		show_paras(out, answer);
		break;
	case VALUE_DOCREF:
		docref_show(out, answer->docref.number, answer->docref.date,
			    answer->docref.issuer);
		break;
	case VALUE_FILES:
		for (i = 0; i < answer->n_files; i++) {
			buf_adds(out, i ? "; " : "");
			buf_adds(out, answer->files[i]);
		}
		break;
	case VALUE_EMPTY:
	case VALUE_ROWS:
		break;
	}
}
