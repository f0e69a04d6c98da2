/*
 * said_count.c - what a figure counts: "45 giáo viên", "20% số học sinh".
 */
#include "extract/said_hear.h"

#include "text/span.h"
#include "text/utf8.h"

#include <string.h>

/* "cơ sở giáo dục" for "CSGD". */
static size_t writes_out(const struct said_unit *unit, const struct token *t,
			 size_t room)
{
	size_t n;

	for (n = ACRONYM_MIN; unit->n == 1 && n <= ACRONYM_MAX && n <= room;
	     n++)
		if (t[n - 1].kind == TOKEN_WORD &&
		    token_initials(t, n) == unit->key[0])
			return n;
	return 0;
}

/* The unit that tokens begin with: the longest. */
static size_t unit_at(const struct hearer *h, size_t token, size_t end)
{
	const struct token *t = &h->a->text.tokens.at[token];
	size_t best = SIZE_MAX, longest = 0, i, n;

	for (i = 0; i < h->form->units.n; i++) {
		const struct said_unit *unit = &h->form->units.at[i];
		struct said_unit here;

		if (unit->n > longest && t->hash == unit->initials &&
		    t->n > 1 && said_is_capital(hear_text(h, token), t)) {
			best = i;
			longest = unit->n;
		}
		n = writes_out(unit, t, end - token);
		if (n > longest) {
			best = i;
			longest = n;
		}
		n = unit->n < end - token ? unit->n : end - token;
		if (unit->n <= longest || n < unit->n ||
		    !said_unit_read(&here, t, n) || here.n != unit->n ||
		    memcmp(here.key, unit->key, n * sizeof(*here.key)) != 0)
			continue;
		best = i;
		longest = unit->n;
	}
	return best;
}

/* The part of a figure goes on at a token. */
static bool is_own(const struct hearer *h, size_t part, size_t token)
{
	return token >= h->parts.from && token < h->parts.to &&
	       h->parts.of[token - h->parts.from] == part;
}

/* "31" of "26/31". */
static bool is_second(const struct hearer *h, size_t token)
{
	const struct token *t = &h->a->text.tokens.at[token];

	return t->kind == TOKEN_NUMBER && t->start > 0 &&
	       hear_text(h, token)[t->start - 1] == '/';
}

/* What stands behind the figure of a part in it: "45 giáo viên", "26/31 giáo
 * viên", "20% số học sinh"; *end where its words end. */
static size_t behind(const struct hearer *h, size_t part, size_t *end)
{
	const struct token *t = h->a->text.tokens.at;
	size_t at = h->parts.at[part].last + 1;

	while (is_own(h, part, at) &&
	       (t[at].kind == TOKEN_SIGN || token_is(&t[at], "so") ||
		is_second(h, at)))
		at++;
	for (*end = at; is_own(h, part, *end);)
		++*end;
	return at;
}

/* Where the words of a part before its figure begin. */
static size_t ahead(const struct hearer *h, size_t part)
{
	size_t at = h->parts.at[part].number;

	while (at > h->parts.from && is_own(h, part, at - 1))
		at--;
	return at;
}

/* Nothing but a space between a token and the next. */
static bool is_beside(const struct hearer *h, size_t token)
{
	const struct token *t = &h->a->text.tokens.at[token];
	const char *text = hear_text(h, token);
	size_t at = t->start + t->size, end = t[1].start;

	return at == end ||
	       (text[at] != '\n' && text_is_space(utf8_next(text, end, &at)) &&
		at == end);
}

uint64_t count_noun(const struct hearer *h, size_t number)
{
	const struct token *t = &h->a->text.tokens.at[number];
	uint64_t same[2];
	size_t n;

	if (number + 1 >= h->parts.to || t[1].kind != TOKEN_WORD ||
	    !is_beside(h, number) || said_is_filler(&t[1]) ||
	    hear_level(h, number + 1, h->parts.to, &n) >= 0)
		return 0;
	/* "19 tr.": of schools, or of millions */
	if (token_is(&t[1], "tr"))
		return 0;
	if (said_synonym(same, &t[1], h->parts.to - number - 1))
		return same[0];
	return said_is_capital(hear_text(h, number), &t[1]) ? 0 : t[1].hash;
}

/* The first words of a run that are no fillers. */
static size_t unit_ahead(const struct hearer *h, size_t from, size_t to)
{
	while (from < to && said_is_filler(&h->a->text.tokens.at[from]))
		from++;
	return from < to ? unit_at(h, from, to) : SIZE_MAX;
}

/* The first token of the line that token i is in: a soft break parts it from
 * what was said before. */
static size_t line_begin(const struct hearer *h, size_t i)
{
	size_t para = anchor_para_of(&h->a->text, i);

	while (i > h->parts.from &&
	       !anchor_has_sign(&h->a->text, para, i - 1, "\n"))
		i--;
	return i;
}

size_t count_unit(const struct hearer *h, size_t part, bool in_table)
{
	size_t first = h->parts.at[part].number, end, at, unit, i;

	at = behind(h, part, &end);
	unit = at < end ? unit_at(h, at, end) : SIZE_MAX;
	if (unit == SIZE_MAX)
		unit = unit_ahead(h, ahead(h, part), first);
	if (unit == SIZE_MAX)
		unit = unit_ahead(h, line_begin(h, first), first);
	for (i = 0; in_table && i < h->heads.n && unit == SIZE_MAX; i++)
		if (h->heads.at[i].is_near)
			unit = unit_ahead(
				h, h->a->text.first[h->heads.at[i].para],
				h->a->text.first[h->heads.at[i].para + 1]);
	return unit;
}

/* "Số lớp", "Tổng số phòng" over a column: what it counts, 0 for none: "Số thực
 * hiện", "Số đã triển khai". */
static uint64_t noun_of_head(const struct hearer *h, size_t para)
{
	static const char *const DONE[] = {"thuc", "dat",  "hoan", "trien",
					   "da",   "hien", "duoc", "dap"};
	const struct token *t = h->a->text.tokens.at;
	size_t at = h->a->text.first[para], end = h->a->text.first[para + 1];

	if (at < end && token_is(&t[at], "tong"))
		at++;
	if (at >= end || !token_is(&t[at], "so"))
		return 0;
	at++;
	/* "Số lượng", "Số liệu" */
	if (at < end && (token_is(&t[at], "luong") || token_is(&t[at], "lieu")))
		at++;
	if (at < end &&
	    token_is_among(&t[at], DONE, sizeof(DONE) / sizeof(*DONE)))
		return 0;
	/* "Số lượng - Mức 1" */
	if (at < end && t[at].start > t[at - 1].start + t[at - 1].size + 1)
		return 0;
	return at < end && t[at].kind == TOKEN_WORD && !said_is_filler(&t[at])
		       ? t[at].hash
		       : 0;
}

uint64_t count_column(const struct hearer *h)
{
	uint64_t noun = 0;
	size_t i;

	for (i = 0; i < h->heads.n && !noun; i++)
		if (h->heads.at[i].is_column)
			noun = noun_of_head(h, h->heads.at[i].para);
	return noun;
}

static enum said_class class_of_head(const struct hearer *h, size_t para)
{
	const struct anchor_text *text = &h->a->text;
	size_t from = text->first[para], to = text->first[para + 1];

	return said_class_in(text->wml->paras.at[para].text,
			     &text->tokens.at[from], to - from);
}

/* "15 cô", "3 thầy": by their marks, "15 có" is nobody. */
static bool is_teacher(const struct hearer *h, size_t token)
{
	const struct token *t = &h->a->text.tokens.at[token];

	return (token_is(t, "co") &&
		token_spells(t, hear_text(h, token), "cô")) ||
	       (token_is(t, "thai") &&
		token_spells(t, hear_text(h, token), "thầy"));
}

/* "Trường TH 806": of what is counted, all that is said is the level. */
static bool is_level_name(const struct hearer *h, size_t part, size_t from)
{
	size_t number = h->parts.at[part].number;

	return from < number &&
	       from + levels_begin(&h->a->index->levels, &h->a->text.tokens,
				   from, number) ==
		       number;
}

/* "Số người" before its row says more than a head over its column. */
enum said_class count_class(const struct hearer *h, size_t part, bool in_table)
{
	const struct token *t = h->a->text.tokens.at;
	enum said_class class = SAID_ANY;
	size_t end, at = behind(h, part, &end), from = ahead(h, part), i, unit;
	int step;

	if (at < end)
		class = is_teacher(h, at) ? SAID_PERSONS
					  : said_class_of(&t[at], end - at);
	/* "giáo viên dự 3 lớp", and "45 CBGV" */
	unit = class == SAID_ANY && at < end ? unit_at(h, at, end) : SIZE_MAX;
	if (unit != SIZE_MAX) {
		class = h->form->units.at[unit].class;
		return class == SAID_ANY ? SAID_THINGS : class;
	}
	if (class == SAID_ANY && !is_level_name(h, part, from))
		class = said_class_in(hear_text(h, from), &t[from],
				      h->parts.at[part].number - from);
	if (in_table && class == SAID_ANY && count_column(h)) {
		for (i = 0; i < h->heads.n && class == SAID_ANY; i++)
			if (h->heads.at[i].is_column)
				class = class_of_head(h, h->heads.at[i].para);
		return class == SAID_ANY ? SAID_THINGS : class;
	}
	for (step = 0; in_table && step < 2; step++)
		for (i = 0; i < h->heads.n && class == SAID_ANY; i++)
			if (step == 0 ? h->heads.at[i].is_near
				      : h->heads.at[i].is_column)
				class = class_of_head(h, h->heads.at[i].para);
	return class;
}
