/*
 * hands.h - a report typed by another hand than that of typed.h: its page is
 * written out in tests/returned/, and says with what words and in what order
 * that hand typed the outline.
 *
 *	; a comment
 *	== I. A title of the first level      (Word may number it)
 *	= 1. Another title
 *	? a line that is left out half the time
 *	{this~that~}           one of them, the last one empty
 *	[field] [field.level]  the value, or what is left of its blank
 *	[field/]               with a whole behind: 45/60
 *	[field:s]              its levels: s MN: 12; TH: 20   l Mầm non: 12; ...
 *	                       u Mầm non 12 CSGD, ...   n 12 MN, 20 TH
 *	                       v MN 12, TH 20   w 12 mầm non, 20 tiểu học
 *	| a | row of | cells   "<" goes with the cell before, "^" with the one
 *	                       above; "//" is a new paragraph
 *	@rows group            the lines to @end, once for each row
 */
#ifndef HANDS_H
#define HANDS_H

#include "score.h"

#include "util/file.h"

enum {
	HANDS_LINE_MAX = 16384,
	HANDS_COLUMNS_MAX = 40
};

struct hands {
	struct typed *t;
	const char *blank;		 /* what is left of a blank */
	size_t owner[HANDS_COLUMNS_MAX]; /* cell + 1 that covers the column */
	bool in_table;
};

static const struct field *hands_field(const struct hands *h, const char *id,
				       size_t size)
{
	char name[80];
	const struct field *field;

	snprintf(name, sizeof(name), "%.*s", (int)size, id);
	field = form_field(h->t->form, name);
	if (!field) {
		fprintf(stderr, "no field '%s'\n", name);
		abort();
	}
	return field;
}

static int hands_level(const struct hands *h, const char *id, size_t size)
{
	int i;

	for (i = 0; i < (int)h->t->form->n_levels; i++)
		if (strlen(h->t->form->levels[i].id) == size &&
		    memcmp(h->t->form->levels[i].id, id, size) == 0)
			return i;
	fprintf(stderr, "no level '%.*s'\n", (int)size, id);
	abort();
}

static void hands_value(struct hands *h, const struct field *field, int level)
{
	const struct answer *answer = typed_answer(h->t, field, level);

	if (!answer || answer->kind == VALUE_EMPTY)
		typed_add(h->t, h->blank);
	else if (field->type == FIELD_LONGTEXT)
		typed_long(h->t, field, true);
	else
		typed_value(h->t, field, level);
}

static void hands_lower(struct hands *h, const char *label)
{
	struct buf low = BUF_INIT;

	/* "Mầm non" in a sentence; "THCS" stays */
	buf_adds(&low, label);
	if (buf_ok(&low) && low.size > 1 && (unsigned char)low.data[1] >= 'a' &&
	    low.data[0] >= 'A' && low.data[0] <= 'Z')
		low.data[0] = (char)(low.data[0] + 32);
	typed_add(h->t, buf_cstr(&low));
	buf_release(&low);
}

static void hands_levels(struct hands *h, const struct field *field, char style)
{
	const struct vb_form *form = h->t->form;
	const char *between = "";
	char name[8];
	size_t i;

	for (i = 0; i < form->n_levels; i++) {
		const char *label = form->levels[i].label;
		const char *initials = typed_initials(&form->levels[i], name);

		if (!field_has_level(field, (int)i))
			continue;
		typed_add(h->t, between);
		between = strchr("sl", style) ? "; " : ", ";
		if (strchr("nw", style)) {
			hands_value(h, field, (int)i);
			typed_add(h->t, " ");
			if (style == 'n')
				typed_add(h->t, initials);
			else
				hands_lower(h, label);
			continue;
		}
		typed_add(h->t, strchr("sv", style) ? initials : label);
		typed_add(h->t, strchr("sl", style) ? ": " : " ");
		hands_value(h, field, (int)i);
		if (style == 'u') {
			typed_add(h->t, " ");
			typed_add(h->t, field->unit ? field->unit : "%");
		}
	}
}

/* "[...]" without its brackets. */
static void hands_blank(struct hands *h, const char *text, size_t size)
{
	size_t n = strcspn(text, "./:]");
	const struct field *field = hands_field(h, text, n);

	if (text[n] == '.')
		hands_value(h, field,
			    hands_level(h, text + n + 1, size - n - 1));
	else if (text[n] == ':')
		hands_levels(h, field, text[n + 1]);
	else
		hands_value(h, field, -1);
	if (text[n] == '/' && typed_last(h->t)->values.n) {
		char whole[24];

		snprintf(whole, sizeof(whole), "/%u",
			 30000 + gen_below(&h->t->dice, 9000));
		typed_add(h->t, whole);
	}
}

static void hands_text(struct hands *h, const char *text, size_t size);

/* The n-th of "a~b~c". */
static void hands_choose(struct hands *h, const char *text, size_t size)
{
	size_t starts[16] = {0}, n = 1, i, end;
	int depth = 0;

	for (i = 0; i < size; i++) {
		depth += (text[i] == '{') - (text[i] == '}');
		if (text[i] == '~' && depth == 0 && n < 15)
			starts[n++] = i + 1;
	}
	starts[n] = size + 1;
	i = gen_below(&h->t->dice, (unsigned)n);
	end = starts[i + 1] - 1;
	hands_text(h, text + starts[i], end - starts[i]);
}

static void hands_text(struct hands *h, const char *text, size_t size)
{
	size_t i, end;
	int depth;

	for (i = 0; i < size; i++) {
		if (text[i] == '{') {
			depth = 1;
			for (end = i + 1; end < size && depth > 0; end++)
				depth += (text[end] == '{') -
					 (text[end] == '}');
			hands_choose(h, text + i + 1, end - i - 2);
			i = end - 1;
		} else if (text[i] == '[') {
			end = i + strcspn(text + i, "]");
			hands_blank(h, text + i + 1, end - i - 1);
			i = end;
		} else if (text[i] == '/' && i + 1 < size &&
			   text[i + 1] == '/') {
			typed_open(h->t, TYPED_PARA);
			for (i += 1; i + 1 < size && text[i + 1] == ' ';)
				i++;
		} else {
			buf_addc(&typed_last(h->t)->text, text[i]);
		}
	}
}

static struct typed_para *hands_cell(struct hands *h, unsigned column)
{
	struct typed_para *cell = typed_open(h->t, TYPED_CELL);

	cell->colspan = cell->rowspan = 1;
	if (column < HANDS_COLUMNS_MAX)
		h->owner[column] = h->t->paras.n;
	return cell;
}

static void hands_row(struct hands *h, const char *line)
{
	unsigned column = 0;
	const char *at;

	if (!h->in_table) {
		memset(h->owner, 0, sizeof(h->owner));
		for (at = line + 1; *at; at++)
			column += *at == '|';
		typed_open(h->t, TYPED_TABLE)->colspan = column ? column : 1;
		column = 0;
		h->in_table = true;
	}
	typed_open(h->t, TYPED_ROW);
	for (; *line == '|' && line[1]; column++) {
		size_t n = strcspn(line + 1, "|"), from = 1, end = n + 1;

		while (from < end && line[from] == ' ')
			from++;
		while (end > from && line[end - 1] == ' ')
			end--;
		if (line[from] == '<' && end == from + 1 && column > 0) {
			h->owner[column] = h->owner[column - 1];
			h->t->paras.at[h->owner[column] - 1].colspan++;
		} else if (line[from] == '^' && end == from + 1) {
			h->t->paras.at[h->owner[column] - 1].rowspan++;
		} else {
			hands_cell(h, column);
			typed_open(h->t, TYPED_PARA);
			hands_text(h, line + from, end - from);
		}
		line += n + 1;
	}
}

static void hands_para(struct hands *h, const char *line)
{
	struct typed_para *para;
	bool is_title = *line == '=',
	     is_first = line[0] == '=' && line[1] == '=';
	size_t at;

	if (h->in_table)
		typed_open(h->t, TYPED_TABLE_END);
	h->in_table = false;
	if (*line == '\0')
		return;
	h->t->section += is_first;
	line += strspn(line, "= ");
	para = typed_open(h->t, TYPED_PARA);
	para->is_title = is_title;
	at = h->t->paras.n - 1;
	hands_text(h, line, strlen(line));
	para = &h->t->paras.at[at];
	para->is_line = para->text.size && strchr("-+", para->text.data[0]);
	/* an answer alone */
	para->is_long = *line == '[' && para->values.n == 1;
	para->is_gone = para->text.size == 0;
}

static void hands_lines(struct hands *h, const char *text, const char *end)
{
	static char line[HANDS_LINE_MAX];

	while (text < end) {
		size_t n = strcspn(text, "\n");

		if (n >= sizeof(line))
			abort();
		memcpy(line, text, n);
		line[n] = '\0';
		text += n + 1;
		if (line[0] == ';')
			continue;
		if (strncmp(line, "? ", 2) == 0) {
			if (gen_below(&h->t->dice, 2))
				continue;
			memmove(line, line + 2, n - 1);
		}
		if (strncmp(line, "@rows ", 6) == 0) {
			const char *last = strstr(text, "@end");
			const struct answer *rows =
				answers_find(&h->t->answers->top, line + 6, "");
			size_t i;

			for (i = 0; last && rows && i < rows->n_rows; i++) {
				h->t->group = &rows->rows[i];
				h->t->row = (unsigned)i + 1;
				hands_lines(h, text, last);
			}
			h->t->group = NULL;
			h->t->row = 0;
			text = last ? last + 5 : end;
		} else if (line[0] == '|') {
			hands_row(h, line);
		} else {
			hands_para(h, line);
		}
	}
}

/* Habits that go with any page. */
static void hands_habits(struct typed *t, struct hands *h)
{
	static const char *const BLANKS[] = {"......", "\xe2\x80\xa6", "",
					     "\xe2\x80\xa6.", "....."};

	h->blank = BLANKS[gen_below(&t->dice, 5)];
	t->hand.number = gen_below(&t->dice, 3) ? NUMBER_OFFICIAL
						: NUMBER_PLAIN;
	t->hand.leader = gen_below(&t->dice, 5) ? LEADER_GONE : LEADER_BEFORE;
}

static void hands_make(struct typed *t, const struct vb_form *form,
		       const struct vb_answers *answers, const char *page,
		       size_t size, uint64_t seed)
{
	struct hands h = {.t = t};

	memset(t, 0, sizeof(*t));
	t->form = form;
	t->answers = answers;
	t->dice.state = seed * 77 + 5;
	hands_habits(t, &h);
	hands_lines(&h, page, page + size);
	if (h.in_table)
		typed_open(t, TYPED_TABLE_END);
}

#endif
