/*
 * outline.c - headings and lines to a tree.
 *
 * A heading is known by its style, its outline level or the number somebody
 * typed. Typed numbers have no level: the first of a kind goes below what is
 * open, the next of the kind beside it.
 */
#include "draft/draft.h"

#include "wml/reader.h"

#include <string.h>

enum {
	DEPTH_MAX = 12,	  /* of sections; a form takes 32 elements */
	TITLE_LONG = 160, /* bytes: longer is a sentence, not a heading */
	MARK_SLOTS = MARK_PLUS + 1
};

struct outliner {
	struct draft *d;
	struct draft_node *open[DEPTH_MAX]; /* sections */
	unsigned parts[DEPTH_MAX];	    /* of their numbers: 1.1. has 2 */
	size_t depth;
};

static struct text_span span(const char *at, size_t size)
{
	return (struct text_span){at, size};
}

enum node_mark outline_mark(const struct draft *d, const struct page_para *para,
			    size_t *from, unsigned *parts)
{
	static const struct {
		enum draft_pattern pattern;
		enum node_mark mark;
	} typed[] = {
		{P_ROMAN, MARK_ROMAN},	 {P_DECIMAL, MARK_DECIMAL},
		{P_ARABIC, MARK_ARABIC}, {P_LETTER, MARK_LETTER},
		{P_PAREN, MARK_PAREN},	 {P_DASH, MARK_DASH},
		{P_PLUS, MARK_PLUS},
	};
	struct text_span words = {para->text, para->size}, g[2];

	*from = 0;
	*parts = para->mark == MARK_DECIMAL ? 2 : 1;
	if (para->mark != MARK_NONE)
		return para->mark;
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		if (!draft_find(d->patterns, typed[i].pattern, words, 0, g, 2))
			continue;
		*from = g[0].size;
		if (typed[i].mark == MARK_DECIMAL)
			for (size_t k = 0; k < g[1].size; k++)
				*parts += g[1].at[k] == '.';
		return typed[i].mark;
	}
	return MARK_NONE;
}

static bool is_list_mark(enum node_mark mark)
{
	return mark == MARK_PAREN || mark == MARK_DASH || mark == MARK_PLUS;
}

static struct draft_node *top(const struct outliner *o)
{
	return o->depth ? o->open[o->depth - 1] : o->d->body;
}

/* ---- sections ---------------------------------------------------------- */

/* Closes what a heading ends. */
static void close_for(struct outliner *o, unsigned level, enum node_mark mark,
		      unsigned parts)
{
	size_t depth = o->depth;

	if (level) {
		while (o->depth && (o->open[o->depth - 1]->level == 0 ||
				    o->open[o->depth - 1]->level >= level))
			o->depth--;
		return;
	}
	while (depth > 0 && (o->open[depth - 1]->mark != mark ||
			     o->parts[depth - 1] != parts))
		depth--;
	if (depth > 0)
		o->depth = depth - 1;
}

static struct draft_node *open_section(struct outliner *o, unsigned level,
				       enum node_mark mark, unsigned parts)
{
	struct draft_node *section;

	close_for(o, level, mark, parts);
	if (o->depth == DEPTH_MAX)
		o->depth--;
	section = draft_add(o->d, top(o), DRAFT_SECTION);
	if (!section)
		return NULL;
	section->level = level;
	section->mark = mark;
	o->parts[o->depth] = parts;
	o->open[o->depth++] = section;
	return section;
}

static void set_title(struct outliner *o, struct draft_node *section,
		      struct text_span words)
{
	while (words.size && strchr(" :", words.at[words.size - 1]))
		words.size--;
	section->title = words.size ? arena_strn(&o->d->arena, words.at,
						 words.size)
				    : "…";
}

static void add_hint(struct outliner *o, struct draft_node *parent,
		     struct text_span words)
{
	struct draft_node *hint = draft_add(o->d, parent, DRAFT_HINT);

	if (hint)
		draft_item(o->d, hint, ITEM_HINT, words, NULL);
}

static void add_long(struct outliner *o, struct draft_node *parent,
		     const char *comment)
{
	struct draft_node *node = draft_add(o->d, parent, DRAFT_FIELD);

	if (!node)
		return;
	draft_item(o->d, node, ITEM_FIELD, span("", 0),
		   draft_field(o->d, FIELD_LONGTEXT, span("", 0)));
	if (comment)
		draft_comment(o->d, node, comment);
}

/* A number of three parts is printed as it was typed: a form has 1.1. */
static void check_decimal(struct draft_node *section, unsigned parts,
			  struct text_span *words, const struct page_para *para)
{
	const struct draft_node *above = section->parent;

	if (section->mark != MARK_DECIMAL ||
	    (parts == 2 && above->kind == DRAFT_SECTION &&
	     above->mark == MARK_ARABIC))
		return;
	section->mark = MARK_NONE;
	*words = span(para->text, para->size);
}

static void read_section(struct outliner *o, const struct page_para *para,
			 enum node_mark mark, size_t from, unsigned parts)
{
	struct text_span words = span(para->text + from, para->size - from);
	struct text_span g[2], hint = {NULL, 0};
	struct draft_node *section = open_section(o, para->heading, mark,
						  parts);

	if (!section)
		return;
	check_decimal(section, parts, &words, para);
	section->is_plain = !para->heading &&
			    !((unsigned)para->style[from] & RUN_BOLD) &&
			    (mark == MARK_LETTER || words.size > TITLE_LONG);
	if (mark != MARK_LETTER &&
	    draft_find(o->d->patterns, P_TAIL, words, 0, g, 2) &&
	    g[0].at > words.at) {
		hint = g[1];
		words.size = (size_t)(g[0].at - words.at);
	}
	set_title(o, section, words);
	if (!hint.at)
		return;
	add_hint(o, section, hint);
	if (draft_has(o->d->patterns, P_TELL, hint))
		add_long(o, section,
			 "gợi ý trong tiêu đề: hỏi bằng một đoạn văn");
}

/* A second annex is most likely a report of its own. */
static void read_annex(struct outliner *o, const struct page_para *para)
{
	struct draft_node *section;

	o->depth = 0;
	section = open_section(o, 0, MARK_NONE, 1);
	if (!section)
		return;
	section->is_annex = true;
	set_title(o, section, span(para->text, para->size));
	draft_comment(o->d, section,
		      "phụ lục thứ hai: có thể nên là một biểu mẫu riêng");
}

/* ---- lines ------------------------------------------------------------- */

static bool is_blank_line(const struct page_para *para, size_t from)
{
	return text_is_leader(para->text + from, para->size - from);
}

static bool ends_in_colon(const struct draft_node *line)
{
	const struct draft_item *item = line->last_item;

	return item && item->kind == ITEM_WORDS && item->words.size &&
	       item->words.at[item->words.size - 1] == ':';
}

static bool ends_in_long(const struct draft_node *line)
{
	const struct draft_item *item = line->last_item;

	return item && item->kind == ITEM_FIELD &&
	       item->field->type == FIELD_LONGTEXT;
}

/* A line of dots: one long answer, however many lines it is given. */
static void read_blank_line(struct outliner *o)
{
	struct draft_node *parent = top(o), *before = parent->last;

	if (before && before->kind == DRAFT_FIELD)
		return;
	if (before && before->kind == DRAFT_LINE && ends_in_colon(before) &&
	    !draft_asks(before))
		line_ask(o->d, before, FIELD_LONGTEXT, NULL);
	else if (!before || before->kind != DRAFT_LINE || !ends_in_long(before))
		add_long(o, parent, NULL);
}

/* "Số liệu, minh chứng ....": words and files. */
static void add_proof(struct outliner *o, const struct draft_node *line)
{
	const struct draft_field *field = draft_last_field(line);
	struct draft_node *node;
	struct text_span words;

	if (!field || field->type != FIELD_LONGTEXT)
		return;
	words = span(field->words, strlen(field->words));
	if (!draft_has(o->d->patterns, P_PROOF, words))
		return;
	node = draft_add(o->d, line->parent, DRAFT_FIELD);
	if (node)
		draft_item(o->d, node, ITEM_FIELD, words,
			   draft_field(o->d, FIELD_EVIDENCE, words));
}

static void read_line(struct outliner *o, const struct page_para *para,
		      enum node_mark mark, size_t from)
{
	struct text_span words = span(para->text + from, para->size - from);
	struct draft_node *line;

	if (mark == MARK_NONE &&
	    (para->is_italic || draft_has(o->d->patterns, P_NOTE, words))) {
		add_hint(o, top(o), words);
		return;
	}
	if (mark == MARK_NONE && para->is_centered && top(o)->is_annex &&
	    !top(o)->first) {
		top(o)->title = arena_printf(&o->d->arena, "%s %s",
					     top(o)->title, para->text);
		return;
	}
	line = draft_add(o->d, top(o), DRAFT_LINE);
	if (!line)
		return;
	line->mark = mark;
	line->is_centered = para->is_centered && mark == MARK_NONE;
	line_read(o->d, line, para, from);
	add_proof(o, line);
}

/* "1. Thuận lợi ......": a heading whose answer stands on its own line. */
static bool read_titled_blank(struct outliner *o, const struct page_para *para,
			      enum node_mark mark, size_t from, unsigned parts)
{
	struct draft_node probe = {.kind = DRAFT_LINE};
	const struct draft_field *field;
	struct text_span words;
	struct draft_node *section;

	line_read(o->d, &probe, para, from);
	field = draft_last_field(&probe);
	if (!field || field->type != FIELD_LONGTEXT || !probe.items ||
	    probe.items->kind != ITEM_WORDS)
		return false;
	words = probe.items->words;
	section = open_section(o, para->heading, mark, parts);
	if (!section)
		return true;
	check_decimal(section, parts, &words, para);
	set_title(o, section, words);
	add_long(o, section, NULL);
	return true;
}

static void read_para(struct outliner *o, const struct page_para *para)
{
	struct draft *d = o->d;
	struct text_span all = span(para->text, para->size);
	size_t from;
	unsigned parts;
	enum node_mark mark = outline_mark(d, para, &from, &parts);
	bool has_blank;

	if (mark == MARK_NONE && !para->heading &&
	    draft_has(d->patterns, P_ANNEX, all) &&
	    (para->is_centered || para->is_bold)) {
		read_annex(o, para);
		return;
	}
	if (is_blank_line(para, from)) {
		read_blank_line(o);
		return;
	}
	if (!para->heading && (mark == MARK_NONE || is_list_mark(mark))) {
		read_line(o, para, mark, from);
		return;
	}
	has_blank = draft_has(d->patterns, P_BLANK,
			      span(para->text + from, para->size - from));
	if (!has_blank || para->heading)
		read_section(o, para, mark, from, parts);
	else if (!read_titled_blank(o, para, mark, from, parts))
		read_line(o, para, mark == MARK_DECIMAL ? MARK_NONE : mark,
			  mark == MARK_DECIMAL ? 0 : from);
}

/* ---- what is asked without a blank ------------------------------------- */

/* A line that only opens the list below it. */
static bool opens_list(const struct draft_node *line)
{
	const struct draft_node *next = line->next;

	return ends_in_colon(line) && next && next->kind == DRAFT_LINE &&
	       next->mark != MARK_NONE && next->mark != line->mark;
}

/* "Chia ra:" and lines that end in a colon: parts of the figure above. */
static void ask_part(struct outliner *o, struct draft_node *line,
		     const struct draft_field *of)
{
	struct draft_field *field;

	line_ask(o->d, line, of ? FIELD_COUNT : FIELD_TEXT,
		 "dòng kết thúc bằng dấu hai chấm: coi là chỗ trống");
	field = draft_last_field(line);
	if (!field || !of)
		return;
	field->unit = of->unit;
	if (field->unit) {
		draft_item(o->d, line, ITEM_WORDS, span(" ", 1), NULL);
		draft_item(o->d, line, ITEM_WORDS,
			   span(field->unit, strlen(field->unit)), NULL);
	}
}

static const struct draft_field *first_count(const struct draft_node *line)
{
	for (const struct draft_item *i = line->items; i; i = i->next)
		if (i->kind == ITEM_FIELD && i->field->type == FIELD_COUNT)
			return i->field;
	return NULL;
}

static void ask_parts(struct outliner *o, struct draft_node *section)
{
	const struct draft_field *of = NULL;

	for (struct draft_node *n = section->first; n; n = n->next) {
		if (n->kind != DRAFT_LINE)
			continue;
		if (draft_asks(n)) {
			of = ends_in_colon(n) ? first_count(n) : of;
			continue;
		}
		if (n->mark != MARK_NONE && ends_in_colon(n) && !opens_list(n))
			ask_part(o, n, of);
	}
}

/* A section that asks nothing: every item of its list is asked for, or the
 * section as a whole. */
static void ask_leaf(struct outliner *o, struct draft_node *section)
{
	bool has_list = false;

	for (struct draft_node *n = section->first; n; n = n->next) {
		struct text_span words;

		if (n->kind != DRAFT_LINE || draft_asks(n))
			continue;
		words = n->items ? n->items->words : span("", 0);
		if (n->mark != MARK_NONE && !opens_list(n)) {
			line_ask(o->d, n, FIELD_LONGTEXT,
				 has_list ? NULL
					  : "đề cương không có chỗ trống: mỗi "
					    "ý được hỏi bằng một đoạn văn");
			has_list = true;
		} else if (n->mark == MARK_NONE && n->items &&
			   draft_has(o->d->patterns, P_TELL, words)) {
			n->kind = DRAFT_HINT;
			n->items->kind = ITEM_HINT;
		}
	}
	if (!has_list)
		add_long(o, section,
			 "đề cương không có chỗ trống: hỏi bằng một đoạn văn");
}

static void ask_missing(struct outliner *o, struct draft_node *section)
{
	bool is_leaf = true;

	for (struct draft_node *n = section->first; n; n = n->next)
		if (n->kind == DRAFT_SECTION) {
			ask_missing(o, n);
			is_leaf = false;
		}
	ask_parts(o, section);
	if (is_leaf && section->kind == DRAFT_SECTION && !draft_asks(section))
		ask_leaf(o, section);
}

void outline_read(struct draft *d)
{
	struct outliner o = {.d = d};

	d->body = draft_add(d, NULL, DRAFT_BODY);
	if (!d->body)
		return;
	for (const struct page_block *b = d->page.blocks; b; b = b->next) {
		if (head_takes(d, b) || foot_takes(d, b))
			continue;
		if (b->table)
			table_read(d, top(&o), b->table);
		else
			read_para(&o, b->para);
	}
	ask_missing(&o, d->body);
	if (!d->body->first)
		add_long(&o, d->body, "không đọc được nội dung nào");
}
