/*
 * line.c - the words of a line or cell, and the blanks among them.
 *
 * What a blank asks for is told by what stands around it: "%" or a unit
 * behind it, "Tỷ lệ", "Số ..." or "Số hiệu, ngày" before it.
 */
#include "draft/draft.h"

#include "text/utf8.h"
#include "wml/reader.h"

#include <string.h>

enum {
	HINT_MIN = 12 /* bytes: less in italics is emphasis, not a hint */
};

struct scan {
	struct draft *d;
	struct draft_node *node;
	struct text_span text;	   /* without what became hint or evidence */
	size_t done;		   /* bytes of text that are items */
	size_t clause;		   /* where the words of the next blank begin */
	struct draft_field *count; /* the last count of the line */
};

static struct text_span part(struct text_span words, size_t from, size_t to)
{
	struct text_span span = {words.at + from, to - from};

	return span;
}

/* Without white space and what parts clauses, at both ends. */
static struct text_span bare(struct text_span words)
{
	static const char noise[] = " :;,.-";

	while (words.size && strchr(noise, words.at[0])) {
		words.at++;
		words.size--;
	}
	while (words.size && strchr(noise, words.at[words.size - 1]))
		words.size--;
	return words;
}

/* The last sentence of what stands before a blank. */
static struct text_span clause_of(const struct scan *s, size_t end)
{
	struct text_span words = part(s->text, s->clause, end);

	words = bare(words);
	for (size_t i = words.size; i > 1; i--)
		if (words.at[i - 1] == ' ' &&
		    (words.at[i - 2] == ';' || words.at[i - 2] == '.'))
			return bare(part(words, i, words.size));
	return words;
}

static bool has(const struct scan *s, enum draft_pattern which,
		struct text_span words)
{
	return draft_has(s->d->patterns, which, words);
}

static bool ends_here(const struct scan *s, size_t end)
{
	return bare(part(s->text, end, s->text.size)).size == 0;
}

/* A unit behind the blank; the figure is of that type. */
static bool take_unit(const struct scan *s, size_t end, enum field_type *type,
		      struct text_span *unit)
{
	struct text_span g[2];

	if (draft_find(s->d->patterns, P_PERCENT, s->text, end, NULL, 0)) {
		*type = FIELD_PERCENT;
		return true;
	}
	*type = FIELD_COUNT;
	if (!draft_find(s->d->patterns, P_UNIT, s->text, end, g, 2)) {
		*type = FIELD_NUMBER;
		if (!draft_find(s->d->patterns, P_MEASURE, s->text, end, g, 2))
			return false;
	}
	*unit = g[1];
	return true;
}

/* The type by the words before the blank. */
static enum field_type guess(const struct scan *s, struct text_span clause,
			     size_t end, struct text_span *unit)
{
	struct text_span g[2];

	if (has(s, P_RATE, clause))
		return FIELD_PERCENT;
	if (has(s, P_DOCREF, clause))
		return FIELD_DOCREF;
	if (has(s, P_DATE, clause))
		return FIELD_DATE;
	if (draft_find(s->d->patterns, P_COUNTED, clause, 0, g, 2)) {
		if (g[1].at)
			*unit = g[1];
		return FIELD_COUNT;
	}
	if (!ends_here(s, end) || s->node->last_item ||
	    s->node->kind == DRAFT_CELL || has(s, P_SHORT, clause))
		return FIELD_TEXT;
	return FIELD_LONGTEXT;
}

static void add_space(struct scan *s, const char *words)
{
	draft_item(s->d, s->node, ITEM_WORDS,
		   (struct text_span){words, strlen(words)}, NULL);
}

/* Words behind a blank, parted from it as they should be. */
static void add_rest(struct scan *s, struct text_span rest)
{
	bool is_first = !s->node->last_item;

	if (!is_first && rest.size > 1 && rest.at[0] == ' ' &&
	    strchr(",.;", rest.at[1]))
		rest = part(rest, 1, rest.size);
	if (rest.size == 0)
		return;
	if (!is_first && s->node->last_item->kind == ITEM_FIELD &&
	    !strchr(" ,.;:)/%", rest.at[0]))
		add_space(s, " ");
	draft_item(s->d, s->node, ITEM_WORDS, rest, NULL);
}

/* Words before a blank, with a colon between when it asks for words. */
static void add_before(struct scan *s, size_t at, enum field_type type)
{
	struct text_span words = part(s->text, s->done, at);
	bool is_figure = type == FIELD_COUNT || type == FIELD_NUMBER ||
			 type == FIELD_PERCENT;
	static const struct text_span colon = {": ", 2}, space = {" ", 1};
	char last;

	while (words.size && (words.at[words.size - 1] == ' ' ||
			      (!is_figure && words.at[words.size - 1] == '.')))
		words.size--;
	if (words.size == 0)
		return;
	last = words.at[words.size - 1];
	add_rest(s, words);
	if (strchr("/(", last))
		return;
	draft_item(s->d, s->node, ITEM_WORDS,
		   is_figure || strchr(":,;", last) ? space : colon, NULL);
}

static void set_unit(struct scan *s, struct draft_field *field,
		     struct text_span unit)
{
	if (unit.size && field->type != FIELD_PERCENT)
		field->unit = arena_strn(&s->d->arena, unit.at, unit.size);
}

static void add_levels(struct scan *s, struct draft_field *field,
		       struct text_span clause)
{
	if (s->count ||
	    (field->type != FIELD_COUNT && field->type != FIELD_PERCENT) ||
	    !has(s, P_LEVELS, clause))
		return;
	field->by_level = s->d->has_levels = true;
	draft_comment(s->d, s->node, "theo bậc học: xem lại các bậc (levels)");
}

/* One blank: from `at` to `end` stands what shows it. */
static void add_blank(struct scan *s, size_t at, size_t end, int group)
{
	struct text_span clause = clause_of(s, at), unit = {NULL, 0};
	enum field_type type = FIELD_TEXT;
	struct draft_field *field;

	if (group == BLANK_NAME)
		clause = part(s->text, at, end);
	else if (group == BLANK_DOCREF)
		type = FIELD_DOCREF;
	else if (group == BLANK_DATE)
		type = FIELD_DATE;
	else if (!take_unit(s, end, &type, &unit))
		type = guess(s, clause, end, &unit);
	add_before(s, group == BLANK_NAME ? end : at, type);
	field = draft_field(s->d, type, clause);
	if (!field)
		return;
	set_unit(s, field, unit);
	add_levels(s, field, clause);
	field->is_paired = type == FIELD_PERCENT && s->count &&
			   has(s, P_RATE, clause);
	if (field->is_paired)
		field->words = s->count->words;
	draft_item(s->d, s->node, ITEM_FIELD, unit, field);
	s->done = end;
	if (unit.size) {
		struct text_span words =
			part(s->text, end,
			     (size_t)(unit.at - s->text.at) + unit.size);

		/* a unit from the words before is not printed again */
		if (unit.at >= s->text.at + end) {
			if (words.at[0] != ' ')
				draft_item(s->d, s->node, ITEM_WORDS,
					   (struct text_span){" ", 1}, NULL);
			draft_item(s->d, s->node, ITEM_WORDS, words, NULL);
			s->done = end + words.size;
		}
	} else if (type == FIELD_PERCENT &&
		   draft_find(s->d->patterns, P_PERCENT, s->text, end, NULL,
			      0)) {
		s->done = end + (s->text.at[end] == ' ') + 1;
		draft_item(s->d, s->node, ITEM_WORDS,
			   (struct text_span){"%", 1}, NULL);
	}
	if (field->by_level)
		draft_item(s->d, s->node, ITEM_BREAKDOWN, unit, field);
	if (type == FIELD_COUNT)
		s->count = field;
	s->clause = s->done;
}

static void scan_blanks(struct scan *s)
{
	struct text_span g[BLANK_GROUPS];
	size_t pos = 0;

	while (pos <= s->text.size &&
	       draft_find(s->d->patterns, P_BLANK, s->text, pos, g,
			  BLANK_GROUPS)) {
		size_t at = (size_t)(g[0].at - s->text.at);
		size_t end = at + g[0].size;
		int group = BLANK_DOCREF;

		while (group < BLANK_NAME && !g[group].at)
			group++;
		pos = end;
		if (end == at && pos < s->text.size)
			utf8_next(s->text.at, s->text.size, &pos);
		else if (end == at)
			pos++;
		if (draft_find(s->d->patterns, P_PROSE, s->text, at, NULL, 0))
			continue;
		if (at < s->done)
			continue;
		/* nothing stands there: only a figure can be meant */
		if (group == BLANK_UNIT &&
		    !has(s, P_COUNTED, clause_of(s, at)) && !s->count)
			continue;
		add_blank(s, at, end, group);
	}
}

/* ---- what stands at the end of a line ---------------------------------- */

/* Where a hint in italics begins; the size when there is none. */
static size_t italic_tail(const struct page_para *para, size_t from)
{
	size_t at = para->size;

	while (at > from && (para->text[at - 1] == ' ' ||
			     ((unsigned)para->style[at - 1] & RUN_ITALIC)))
		at--;
	while (at < para->size && para->text[at] == ' ')
		at++;
	return at > from && para->size - at >= HINT_MIN ? at : para->size;
}

/* The words that are left, without what only ended the sentence behind a
 * long answer, which must be the last of its line. */
static void finish_words(struct scan *s)
{
	struct draft_field *field = draft_last_field(s->node);
	struct text_span rest = part(s->text, s->done, s->text.size);

	if (field && (field->type == FIELD_LONGTEXT) && bare(rest).size == 0)
		return;
	if (field && field->type == FIELD_LONGTEXT)
		field->type = FIELD_TEXT;
	add_rest(s, rest);
	s->done = s->text.size;
}

/* "(gửi kèm làm minh chứng)": the document itself and its file. */
static void add_evidence(struct scan *s, struct text_span tail)
{
	bool asked = draft_asks(s->node), is_note = tail.at[0] == '(';
	enum field_type type = guess(s, clause_of(s, s->text.size),
				     s->text.size, &(struct text_span){0});
	struct draft_field *field;

	if (!asked && (type == FIELD_DOCREF || type == FIELD_DATE)) {
		add_before(s, s->text.size, type);
		draft_item(s->d, s->node, ITEM_FIELD, s->text,
			   draft_field(s->d, type, clause_of(s, s->text.size)));
	} else {
		finish_words(s);
	}
	if (is_note) {
		add_space(s, " ");
		draft_item(s->d, s->node, ITEM_HINT, tail, NULL);
	} else {
		add_space(s, ", ");
		draft_item(s->d, s->node, ITEM_WORDS, tail, NULL);
	}
	add_space(s, ": ");
	field = draft_field(s->d, FIELD_EVIDENCE, bare(s->text));
	draft_item(s->d, s->node, ITEM_FIELD, tail, field);
}

/* "(nêu rõ tên)" behind a figure asks for words of its own. */
static void add_tail(struct scan *s, struct text_span tail,
		     enum field_type type)
{
	struct text_span words = tail.at[0] == '(' && tail.size > 2
					 ? part(tail, 1, tail.size - 1)
					 : s->text;

	finish_words(s);
	add_space(s, " ");
	draft_item(s->d, s->node, ITEM_HINT, tail, NULL);
	add_space(s, " ");
	draft_item(s->d, s->node, ITEM_FIELD, tail,
		   draft_field(s->d, type, bare(words)));
}

/* A long answer or a list of files that something follows is one line. */
static void settle(const struct draft_node *node)
{
	for (const struct draft_item *i = node->items; i; i = i->next)
		if (i->kind == ITEM_FIELD && i->next &&
		    (i->field->type == FIELD_LONGTEXT ||
		     i->field->type == FIELD_EVIDENCE))
			i->field->type = FIELD_TEXT;
}

static void read_items(struct draft *d, struct draft_node *node,
		       const struct page_para *para, size_t from)
{
	struct scan s = {.d = d, .node = node};
	struct text_span whole = {para->text + from, para->size - from};
	struct text_span tail = {NULL, 0}, g[2];
	size_t italic = para->is_italic ? para->size : italic_tail(para, from);
	bool is_proof = false;

	s.text = whole;
	if (italic < para->size) {
		tail = part(whole, italic - from, whole.size);
		s.text.size = italic - from;
	} else if (draft_find(d->patterns, P_EVIDENCE, whole, 0, g, 2)) {
		is_proof = true;
		tail = g[1];
		s.text.size = (size_t)(g[0].at - whole.at);
	}
	while (s.text.size && s.text.at[s.text.size - 1] == ' ')
		s.text.size--;
	scan_blanks(&s);
	if (is_proof) {
		add_evidence(&s, tail);
		return;
	}
	if (tail.at) {
		add_tail(&s, tail, FIELD_LONGTEXT);
		return;
	}
	if (s.count && draft_find(d->patterns, P_TAIL, whole, s.done, g, 2) &&
	    draft_has(d->patterns, P_TELL, g[1])) {
		s.text.size = (size_t)(g[0].at - whole.at);
		add_tail(&s, g[1], FIELD_TEXT);
		return;
	}
	finish_words(&s);
}

void line_read(struct draft *d, struct draft_node *node,
	       const struct page_para *para, size_t from)
{
	read_items(d, node, para, from);
	settle(node);
}

void line_ask(struct draft *d, struct draft_node *node, enum field_type type,
	      const char *comment)
{
	const struct draft_item *last = node->last_item;
	struct text_span words = {"", 0};

	if (last && last->kind == ITEM_WORDS) {
		words = bare(last->words);
		node->last_item->words.size = words.size;
		node->last_item->words.at = words.at;
		draft_item(d, node, ITEM_WORDS, (struct text_span){": ", 2},
			   NULL);
	}
	draft_item(d, node, ITEM_FIELD, words, draft_field(d, type, words));
	settle(node);
	if (comment)
		draft_comment(d, node, comment);
}
