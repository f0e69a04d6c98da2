/*
 * outline_run.c - paragraphs, runs and blanks of a template, with the marks
 * that wml/marks.h describes.
 */
#include "fill/outline.h"

#include <stdio.h>
#include <string.h>

#include "text/utf8.h"
#include "wml/marks.h"

#define DOT "…"
#define SPACE                                                          \
	"\xc2\xa0" /* no-break: it stays wide, a line never ends in it \
		    */

void outline_p_open(struct outline *o, const struct outline_p *p)
{
	static const char *const jc[] = {
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTER] = "center",
		[ALIGN_RIGHT] = "right",
	};
	struct buf *d = &o->doc;

	buf_addf(d, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", p->style);
	if (p->keep_next)
		buf_adds(d, "<w:keepNext/>");
	if (p->is_numbered)
		buf_addf(d,
			 "<w:numPr><w:ilvl w:val=\"%u\"/>"
			 "<w:numId w:val=\"%u\"/></w:numPr>",
			 p->level, p->num);
	if (p->is_line)
		buf_addf(d,
			 "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" "
			 "w:pos=\"%d\"/></w:tabs>",
			 TEXT_WIDTH);
	if (p->before)
		buf_addf(d, "<w:spacing w:before=\"%u\"/>", p->before);
	if (p->is_flat)
		buf_adds(d, "<w:ind w:left=\"0\" w:firstLine=\"0\"/>");
	else if (p->is_first)
		buf_addf(d, "<w:ind w:left=\"0\" w:firstLine=\"%d\"/>",
			 FIRST_LINE);
	else if (p->left || p->right)
		buf_addf(d, "<w:ind w:left=\"%u\" w:right=\"%u\"/>", p->left,
			 p->right);
	if (p->align != ALIGN_DEFAULT)
		buf_addf(d, "<w:jc w:val=\"%s\"/>", jc[p->align]);
	if (p->ends_section)
		outline_page(o);
	buf_adds(d, "</w:pPr>");
}

void outline_p_close(struct outline *o)
{
	buf_adds(&o->doc, "</w:p>");
}

void outline_p_empty(struct outline *o, const struct outline_p *p)
{
	outline_p_open(o, p);
	outline_p_close(o);
}

void outline_rpr(struct buf *d, const char *style_id, unsigned style)
{
	if (!style_id && !style)
		return;
	if (!style_id && (style & STYLE_LINK))
		style_id = "Hyperlink";
	buf_adds(d, "<w:rPr>");
	if (style_id)
		buf_addf(d, "<w:rStyle w:val=\"%s\"/>", style_id);
	if (style & STYLE_BOLD)
		buf_adds(d, "<w:b/><w:bCs/>");
	if (style & STYLE_ITALIC)
		buf_adds(d, "<w:i/><w:iCs/>");
	if (style & STYLE_UNDERLINE)
		buf_adds(d, "<w:u w:val=\"single\"/>");
	buf_adds(d, "</w:rPr>");
}

void outline_run(struct outline *o, const char *text, size_t size,
		 unsigned style)
{
	if (size == 0)
		return;
	buf_adds(&o->doc, "<w:r>");
	outline_rpr(&o->doc, NULL, style);
	buf_adds(&o->doc, "<w:t xml:space=\"preserve\">");
	buf_add_text(&o->doc, text, size);
	buf_adds(&o->doc, "</w:t></w:r>");
}

void outline_words(struct outline *o, const char *text)
{
	outline_run(o, text, strlen(text), 0);
}

/* ---- blanks ------------------------------------------------------------- */

/* Room for a figure written by hand, in characters an em wide. */
static unsigned blank_by_type(enum field_type type)
{
	switch (type) {
	case FIELD_COUNT:
	case FIELD_NUMBER:
	case FIELD_PERCENT:
		return 5;
	case FIELD_DATE:
	case FIELD_CHOICE:
		return 8;
	case FIELD_TEXT:
	case FIELD_IMAGE:
	case FIELD_LONGTEXT:
	case FIELD_REPEAT:
		return 9;
	case FIELD_DOCREF:
	case FIELD_EVIDENCE:
		return 10;
	}
	return 5;
}

void outline_blank(struct buf *out, enum outline_blank kind, unsigned n,
		   unsigned style)
{
	buf_adds(out, "<w:r>");
	outline_rpr(out, "PlaceholderText", style);
	if (kind == BLANK_LINE) {
		/* dots first: a tab alone would be nothing at the margin */
		if (n > 0)
			buf_adds(out, "<w:t>............</w:t>");
		buf_adds(out, "<w:tab/></w:r>");
		return;
	}
	buf_adds(out, "<w:t xml:space=\"preserve\">");
	for (unsigned i = 0; i < n; i++)
		buf_adds(out, kind == BLANK_DOTS ? DOT : SPACE);
	buf_adds(out, "</w:t></w:r>");
}

void outline_blank_name(char name[24], enum outline_blank kind, unsigned n)
{
	/* fits: a blank has at most three digits */
	if (kind == BLANK_DOTS)
		snprintf(name, 24, "vanbanDots%u", n);
	else if (kind == BLANK_SPACES)
		snprintf(name, 24, "vanbanSpaces%u", n);
	else
		snprintf(name, 24, n > 0 ? "vanbanLineTail" : "vanbanLine");
}

/* What Word shows on a control: 64 characters, in UTF-16. */
static void add_alias(struct buf *d, const struct field *field,
		      const char *level)
{
	size_t size = strlen(field->label), pos = 0, end = 0;
	size_t left = MARK_TAG_MAX;

	if (level) {
		size_t more = utf8_length(level, strlen(level)) + 3;

		left = more < left ? left - more : 0;
	}
	while (pos < size) {
		size_t units = utf8_next(field->label, size, &pos) > 0xffff ? 2
									    : 1;
		if (units > left)
			break;
		left -= units;
		end = pos;
	}
	buf_adds(d, "<w:alias w:val=\"");
	buf_add_attr(d, field->label, end);
	if (level) {
		buf_adds(d, " (");
		buf_add_attr(d, level, strlen(level));
		buf_addc(d, ')');
	}
	buf_adds(d, "\"/>");
}

static void add_tag(struct outline *o, const char *id, const char *level)
{
	buf_addf(&o->doc, "<w:tag w:val=\"%s%s%s%s\"/><w:id w:val=\"%u\"/>", id,
		 level ? "." : "", level ? level : "",
		 o->in_merged ? "|merge" : "", ++o->sdt);
}

/* Bookmarks stand outside a control: Word replaces all that is inside when
 * a person types. */
static void mark_start(struct outline *o, const struct field *field,
		       const char *level)
{
	char name[MARK_BOOKMARK_MAX + 1];

	if (o->in_repeat)
		return;
	mark_bookmark(name, field->id, level ? level : "", 0, false);
	buf_addf(&o->doc, "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/>",
		 ++o->bookmark, name);
}

static void mark_end(struct outline *o)
{
	if (!o->in_repeat)
		buf_addf(&o->doc, "<w:bookmarkEnd w:id=\"%u\"/>", o->bookmark);
}

static void add_placeholder(struct outline *o, enum outline_blank kind,
			    unsigned n)
{
	char name[24];

	outline_blank_name(name, kind, n);
	buf_addf(&o->doc,
		 "<w:placeholder><w:docPart w:val=\"%s\"/></w:placeholder>"
		 "<w:showingPlcHdr/>",
		 name);
	if (kind == BLANK_LINE)
		*(n ? &o->tail_line : &o->line) = true;
	else
		*(kind == BLANK_DOTS ? &o->dots[n] : &o->spaces[n]) = true;
}

/* The columns of a letterhead, of a table and the parts of a figure are
 * narrow: a leader must not break their lines. */
static const unsigned blank_most[] = {
	[PLACE_TEXT] = BLANK_MAX, [PLACE_STAMP] = 6, [PLACE_NAME] = BLANK_MAX,
	[PLACE_CELL] = 3,	  [PLACE_PARTS] = 3,
};

static unsigned blank_width(const struct outline *o, const struct field *field)
{
	unsigned n = field->blank;

	if (n == 0)
		n = blank_by_type(field->type);
	if (!field->blank && n > blank_most[o->place])
		n = blank_most[o->place];
	/* a dot of 13 points is 260 twips */
	if (o->place == PLACE_CELL && n > o->room / 260)
		n = o->room / 260 ? o->room / 260 : 1;
	return n < BLANK_MAX ? n : BLANK_MAX;
}

static enum outline_blank slot_kind(const struct outline *o,
				    const struct field *field)
{
	if (o->place == PLACE_STAMP && field->blank)
		return BLANK_SPACES;
	return o->tail == field ? BLANK_LINE : BLANK_DOTS;
}

void outline_slot(struct outline *o, const struct field *field, int level,
		  unsigned style)
{
	struct buf *d = &o->doc;
	const struct form_level *at = level < 0 ? NULL
						: &o->form->levels[level];
	unsigned n = blank_width(o, field);
	enum outline_blank kind = slot_kind(o, field);

	mark_start(o, field, at ? at->id : NULL);
	buf_adds(d, "<w:sdt><w:sdtPr>");
	outline_rpr(d, NULL, style);
	add_alias(d, field, at ? at->label : NULL);
	add_tag(o, field->id, at ? at->id : NULL);
	add_placeholder(o, kind, n);
	/* nobody can put a picture into plain text */
	if (field->type != FIELD_IMAGE)
		buf_adds(d, field->type == FIELD_EVIDENCE
				    ? "<w:text w:multiLine=\"1\"/>"
				    : "<w:text/>");
	buf_adds(d, "</w:sdtPr><w:sdtContent>");
	outline_blank(d, kind, n, style);
	buf_adds(d, "</w:sdtContent></w:sdt>");
	mark_end(o);
}

void outline_long(struct outline *o, const struct field *field,
		  const struct outline_p *p)
{
	struct buf *d = &o->doc;
	bool is_cell = o->place == PLACE_CELL;
	enum outline_blank kind = is_cell ? BLANK_DOTS : BLANK_LINE;
	unsigned n = is_cell ? blank_width(o, field) : 0;

	buf_adds(d, "<w:sdt><w:sdtPr>");
	add_alias(d, field, NULL);
	add_tag(o, field->id, NULL);
	add_placeholder(o, kind, n);
	buf_adds(d, "</w:sdtPr><w:sdtContent>");
	outline_p_open(o, p);
	mark_start(o, field, NULL);
	outline_blank(d, kind, n, 0);
	mark_end(o);
	outline_p_close(o);
	buf_adds(d, "</w:sdtContent></w:sdt>");
}

void outline_repeat_open(struct outline *o, const struct field *field)
{
	buf_adds(&o->doc, "<w:sdt><w:sdtPr>");
	add_alias(&o->doc, field, NULL);
	add_tag(o, field->id, NULL);
	buf_addf(&o->doc,
		 "<w15:repeatingSection/></w:sdtPr><w:sdtContent>"
		 "<w:sdt><w:sdtPr><w:id w:val=\"%u\"/>"
		 "<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>",
		 ++o->sdt);
	o->in_repeat = true;
}

void outline_repeat_close(struct outline *o)
{
	buf_adds(&o->doc, "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>");
	o->in_repeat = false;
}

/* ---- hints ---------------------------------------------------------------
 *
 * A hint tells the writer what to write and must not stand in a report that
 * is signed: it is in a condition on the next field beside it, "^id". */

static const struct field *hinted(const struct node *hint)
{
	const struct node *n = hint->next;

	while (n && (n->kind == NODE_TEXT || n->kind == NODE_HINT))
		n = n->next;
	return n && n->kind == NODE_FIELD && !n->field->group ? n->field : NULL;
}

/* "^id": while it is not answered; "#id": once it is. */
static void condition_open(struct outline *o, const char *alias, char sign,
			   const char *id)
{
	buf_adds(&o->doc, "<w:sdt><w:sdtPr>");
	if (alias)
		buf_addf(&o->doc, "<w:alias w:val=\"%s\"/>", alias);
	buf_addf(&o->doc,
		 "<w:tag w:val=\"%c%s\"/><w:id w:val=\"%u\"/>"
		 "</w:sdtPr><w:sdtContent>",
		 sign, id, ++o->sdt);
}

static void condition_close(struct outline *o)
{
	buf_adds(&o->doc, "</w:sdtContent></w:sdt>");
}

void outline_row_end(struct outline *o, const char *mark, const char *last)
{
	condition_open(o, NULL, '^', "-last");
	outline_words(o, mark);
	condition_close(o);
	condition_open(o, NULL, '#', "-last");
	outline_words(o, last);
	condition_close(o);
}

void outline_hint_open(struct outline *o, const struct node *hint)
{
	const struct field *field = hinted(hint);

	if (field)
		condition_open(o, "Gợi ý", '^', field->id);
}

void outline_hint_close(struct outline *o, const struct node *hint)
{
	if (hinted(hint))
		condition_close(o);
}

void outline_hint_line(struct outline *o, const struct node *node,
		       const struct field *field, const struct outline_p *p)
{
	if (field)
		condition_open(o, "Gợi ý", '^', field->id);
	outline_paragraph(o, node, p);
	if (field)
		condition_close(o);
}

void outline_answered_line(struct outline *o, const struct node *node,
			   const struct outline_p *p)
{
	const struct node *only = node->first == node->last ? node->first
							    : NULL;
	bool goes = only && only->kind == NODE_FIELD && only->field->is_line;

	if (goes)
		condition_open(o, NULL, '#', only->field->id);
	outline_paragraph(o, node, p);
	if (goes)
		condition_close(o);
}

/* ---- words and blanks in a row ------------------------------------------ */

/* "Mầm non: ……; Tiểu học: ……" */
static void add_breakdown(struct outline *o, const struct field *field,
			  unsigned style)
{
	enum outline_place place = o->place;
	const char *between = "";

	if (place == PLACE_TEXT)
		o->place = PLACE_PARTS;
	for (size_t i = 0; i < o->form->n_levels; i++) {
		const char *label = o->form->levels[i].label;

		if (!field_has_level(field, (int)i))
			continue;
		outline_run(o, between, strlen(between), style);
		outline_run(o, label, strlen(label), style);
		outline_run(o, ": ", 2, style);
		outline_slot(o, field, (int)i, style);
		between = "; ";
	}
	o->place = place;
}

void outline_inline(struct outline *o, const struct node *from,
		    const struct node *to, unsigned style)
{
	for (const struct node *n = from; n != to; n = n->next) {
		switch ((int)n->kind) {
		case NODE_TEXT:
			outline_run(o, n->text, strlen(n->text), style);
			break;
		case NODE_FIELD:
			outline_slot(o, n->field, -1, style);
			break;
		case NODE_BREAKDOWN:
			add_breakdown(o, n->field, style);
			break;
		case NODE_SPAN:
			outline_inline(o, n->first, NULL, style | n->style);
			break;
		case NODE_LINK:
			outline_link(o, n, style);
			break;
		case NODE_FOOTNOTE:
			outline_footnote(o, n);
			break;
		case NODE_HINT:
			outline_hint_open(o, n);
			outline_inline(o, n->first, NULL, style | STYLE_ITALIC);
			outline_hint_close(o, n);
			break;
		default:
			break;
		}
	}
}

void outline_paragraph(struct outline *o, const struct node *node,
		       const struct outline_p *p)
{
	outline_p_open(o, p);
	outline_inline(o, node->first, NULL, 0);
	outline_p_close(o);
}

/* A border between indents: a native rule that keeps its length when the
 * words above change, in Word and in LibreOffice (docs/deviations.md). */
void outline_rule(struct outline *o, unsigned column, unsigned length)
{
	unsigned side = length < column ? (column - length) / 2 : 0;

	outline_p_empty(o, &(struct outline_p){.style = "DuongKe",
					       .left = side,
					       .right = side});
}

unsigned outline_words_width(const struct node *node, unsigned size,
			     bool is_caps)
{
	/* Times bold: 0.45 em a letter over Vietnamese text, 0.61 in capitals
	 * (measured over titles of reports), a leader's dot 1 em */
	size_t letters = 0, dots = 0;

	for (const struct node *n = node_next(node, node); n;
	     n = node_next(node, n)) {
		if (n->kind == NODE_TEXT)
			letters += utf8_length(n->text, strlen(n->text));
		else if (n->kind == NODE_FIELD)
			dots += n->field->blank ? n->field->blank
						: blank_by_type(n->field->type);
	}
	return (unsigned)(letters * (is_caps ? 61 : 45) * size / 5 +
			  dots * size * 20);
}
