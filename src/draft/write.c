/* write.c - the tree of a draft as a form, laid out for people to edit. */
#include "draft/write.h"

#include "text/norm.h"
#include "text/utf8.h"

#include <string.h>

static const char *const marks[] = {
	[MARK_NONE] = "none",	 [MARK_ROMAN] = "I.",  [MARK_ARABIC] = "1.",
	[MARK_DECIMAL] = "1.1.", [MARK_LETTER] = "a)", [MARK_PAREN] = "(1)",
	[MARK_DASH] = "-",	 [MARK_PLUS] = "+",
};

void write_indent(struct writer *w)
{
	for (unsigned i = 0; i < w->depth; i++)
		buf_adds(&w->xml, "  ");
}

void write_attr(struct writer *w, const char *name, const char *value)
{
	buf_addf(&w->xml, " %s=\"", name);
	buf_add_attr(&w->xml, value, strlen(value));
	buf_addc(&w->xml, '"');
}

void write_label(struct writer *w, const char *label)
{
	size_t size = strlen(label), pos = 0, cut = 0, n = 0;

	while (pos < size && n < WRITE_LABEL_MAX) {
		utf8_next(label, size, &pos);
		n++;
		if (pos == size || label[pos] == ' ')
			cut = pos;
	}
	if (cut == 0)
		cut = pos;
	while (cut && strchr(" ,;:", label[cut - 1]))
		cut--;
	if (cut == 0)
		return;
	buf_adds(&w->xml, " label=\"");
	buf_add_attr(&w->xml, label, cut);
	buf_addc(&w->xml, '"');
}

void write_words(struct writer *w, const char *name, const char *words)
{
	if (!words || !*words)
		return;
	write_indent(w);
	buf_addf(&w->xml, "<%s>", name);
	buf_add_text(&w->xml, words, strlen(words));
	buf_addf(&w->xml, "</%s>\n", name);
}

void write_comment(struct writer *w, const char *before, const char *text)
{
	write_indent(w);
	buf_addf(&w->xml, "<!-- %s", before);
	for (; *text; text++) {
		if (*text == '-' && w->xml.size &&
		    w->xml.data[w->xml.size - 1] == '-')
			buf_addc(&w->xml, ' ');
		buf_addc(&w->xml, *text);
	}
	buf_adds(&w->xml, " -->\n");
}

void write_open(struct writer *w, const char *name)
{
	write_indent(w);
	buf_addf(&w->xml, "<%s>\n", name);
	w->depth++;
}

void write_close(struct writer *w, const char *name)
{
	w->depth--;
	write_indent(w);
	buf_addf(&w->xml, "</%s>\n", name);
}

/* ---- words and fields -------------------------------------------------- */

/* The token of an option: its words without accents. */
static void write_option(struct writer *w, const char *label, size_t size)
{
	struct text_span words = text_trim(label, size);
	struct buf token = BUF_INIT;

	text_plain(&token, words.at, words.size);
	for (size_t i = 0; i < token.size; i++)
		if (token.data[i] == ' ')
			token.data[i] = '_';
	if (token.size) {
		buf_adds(&w->xml, "<option");
		write_attr(w, "value", buf_cstr(&token));
		buf_addc(&w->xml, '>');
		buf_add_text(&w->xml, words.at, words.size);
		buf_adds(&w->xml, "</option>");
	}
	w->xml.failed |= token.failed;
	buf_release(&token);
}

static void write_field(struct writer *w, const struct draft_field *field)
{
	const char *name = field_type_name(field->type);
	const char *at = field->options;

	buf_addf(&w->xml, "<%s id=\"%s\"", name, field->id);
	if (field->by_level)
		buf_adds(&w->xml, " by=\"level\"");
	if (field->unit)
		write_attr(w, "unit", field->unit);
	if (field->label)
		write_label(w, field->label);
	if (field->type != FIELD_CHOICE || !at) {
		buf_adds(&w->xml, "/>");
		return;
	}
	buf_addc(&w->xml, '>');
	while (*at) {
		size_t n = strcspn(at, "/");

		write_option(w, at, n);
		at += n + (at[n] == '/');
	}
	buf_addf(&w->xml, "</%s>", name);
}

static void write_items(struct writer *w, const struct draft_node *node)
{
	for (const struct draft_item *i = node->items; i; i = i->next)
		switch (i->kind) {
		case ITEM_WORDS:
			buf_add_text(&w->xml, i->words.at, i->words.size);
			break;
		case ITEM_FIELD:
			write_field(w, i->field);
			break;
		case ITEM_BREAKDOWN:
			buf_addf(&w->xml, " (<breakdown of=\"%s\"/>)",
				 i->field->id);
			break;
		case ITEM_HINT:
			buf_adds(&w->xml, "<hint>");
			buf_add_text(&w->xml, i->words.at, i->words.size);
			buf_adds(&w->xml, "</hint>");
			break;
		}
}

/* ---- blocks ------------------------------------------------------------ */

static void write_node(struct writer *w, const struct draft_node *node,
		       const enum node_mark *numbering, unsigned depth);

static void write_below(struct writer *w, const struct draft_node *node,
			const enum node_mark *numbering, unsigned depth)
{
	for (const struct draft_node *n = node->first; n; n = n->next)
		write_node(w, n, numbering, depth);
}

static void write_section(struct writer *w, const struct draft_node *node,
			  const enum node_mark *numbering, unsigned depth)
{
	write_indent(w);
	buf_adds(&w->xml, "<section");
	if (node->mark != numbering[depth])
		write_attr(w, "number", marks[node->mark]);
	if (node->is_plain)
		write_attr(w, "plain", "true");
	write_attr(w, "title", node->title);
	buf_adds(&w->xml, ">\n");
	w->depth++;
	write_below(w, node, numbering, depth + 1);
	write_close(w, "section");
}

static void write_line(struct writer *w, const struct draft_node *node)
{
	write_indent(w);
	buf_adds(&w->xml, "<line");
	if (node->mark != MARK_NONE)
		write_attr(w, "mark", marks[node->mark]);
	if (node->is_centered)
		write_attr(w, "align", "center");
	buf_addc(&w->xml, '>');
	write_items(w, node);
	buf_adds(&w->xml, "</line>\n");
}

static void write_cell(struct writer *w, const struct draft_node *node)
{
	write_indent(w);
	buf_adds(&w->xml, "<cell");
	if (node->colspan > 1)
		buf_addf(&w->xml, " colspan=\"%u\"", node->colspan);
	if (node->rowspan > 1)
		buf_addf(&w->xml, " rowspan=\"%u\"", node->rowspan);
	if (node->is_centered)
		write_attr(w, "align", "center");
	if (node->is_bold)
		write_attr(w, "style", "b");
	if (!node->items) {
		buf_adds(&w->xml, "/>\n");
		return;
	}
	buf_addc(&w->xml, '>');
	write_items(w, node);
	buf_adds(&w->xml, "</cell>\n");
}

/* Widths in percent that add up to 100, none below 1. */
static void write_columns(struct writer *w, const struct page_table *table)
{
	unsigned long sum = 0;
	unsigned left = 100, n = table->n_columns;

	for (unsigned i = 0; i < n; i++)
		sum += table->widths[i];
	write_indent(w);
	buf_adds(&w->xml, "<columns>");
	for (unsigned i = 0; i < n; i++) {
		unsigned most = left - (n - 1 - i), width = 100 / n;

		if (sum)
			width = (unsigned)((table->widths[i] * 100UL +
					    sum / 2) /
					   sum);
		width = width < 1 ? 1 : width;
		width = width > most || i + 1 == n ? most : width;
		left -= width;
		buf_addf(&w->xml, "<column width=\"%u\"/>", width);
	}
	buf_adds(&w->xml, "</columns>\n");
}

static void write_repeat(struct writer *w, const struct draft_node *node,
			 const enum node_mark *numbering, unsigned depth)
{
	write_indent(w);
	buf_addf(&w->xml, "<repeat id=\"%s\" blank-rows=\"%u\">\n",
		 node->field->id, node->blank_rows);
	w->depth++;
	write_below(w, node, numbering, depth);
	write_close(w, "repeat");
}

static void write_plain(struct writer *w, const char *name,
			const struct draft_node *node,
			const enum node_mark *numbering, unsigned depth)
{
	write_open(w, name);
	if (node->kind == DRAFT_TABLE)
		write_columns(w, node->table);
	write_below(w, node, numbering, depth);
	write_close(w, name);
}

static void write_node(struct writer *w, const struct draft_node *node,
		       const enum node_mark *numbering, unsigned depth)
{
	if (node->comment)
		write_comment(w, "? ", node->comment);
	switch (node->kind) {
	case DRAFT_BODY:
		write_plain(w, "body", node, numbering, depth);
		break;
	case DRAFT_SECTION:
		write_section(w, node, numbering, depth);
		break;
	case DRAFT_LINE:
		write_line(w, node);
		break;
	case DRAFT_HINT:
	case DRAFT_FIELD:
		write_indent(w);
		write_items(w, node);
		buf_addc(&w->xml, '\n');
		break;
	case DRAFT_TABLE:
		write_plain(w, "table", node, numbering, depth);
		break;
	case DRAFT_HEADER:
		write_plain(w, "header", node, numbering, depth);
		break;
	case DRAFT_REPEAT:
		write_repeat(w, node, numbering, depth);
		break;
	case DRAFT_ROW:
		write_plain(w, "row", node, numbering, depth);
		break;
	case DRAFT_CELL:
		write_cell(w, node);
		break;
	}
}

/* ---- the form ---------------------------------------------------------- */

enum {
	SECTIONS_MAX = 16 /* deeper than outline.c opens */
};

/* The marks of sections by depth: the first seen of each. */
static void find_numbering(enum node_mark *numbering, bool *seen,
			   const struct draft_node *parent, unsigned depth)
{
	for (const struct draft_node *n = parent->first; n; n = n->next) {
		if (n->kind != DRAFT_SECTION || depth >= SECTIONS_MAX)
			continue;
		if (!seen[depth]) {
			seen[depth] = true;
			numbering[depth] = n->mark;
		}
		find_numbering(numbering, seen, n, depth + 1);
	}
}

static void write_levels(struct writer *w)
{
	static const char *const levels[][2] = {{"mn", "Mầm non"},
						{"th", "Tiểu học"},
						{"thcs", "THCS"},
						{"thpt", "THPT"},
						{"gdtx", "GDTX"}};

	if (!w->d->has_levels)
		return;
	write_comment(w, "? ", "các bậc học có trong báo cáo này");
	write_open(w, "levels");
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
		write_indent(w);
		buf_addf(&w->xml, "<level id=\"%s\" label=\"%s\"/>\n",
			 levels[i][0], levels[i][1]);
	}
	write_close(w, "levels");
}

static void write_title(struct writer *w)
{
	const struct draft_head *h = &w->d->head;
	const char *title = h->name_subject  ? h->name_subject
			    : h->annex_title ? h->annex_title
			    : h->subject     ? h->subject
			    : h->name	     ? h->name
					     : w->d->form_id;

	write_words(w, "title", title);
}

int write_form(const struct draft *d, struct vb_blob *out)
{
	struct writer w = {.d = d, .depth = 0};
	enum node_mark numbering[SECTIONS_MAX] = {MARK_NONE};
	bool seen[SECTIONS_MAX] = {false};
	char type[32];

	find_numbering(numbering, seen, d->body, 0);
	buf_adds(&w.xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	write_comment(&w, "",
		      "Bản nháp do vanban form tạo từ đề cương. Việc còn lại: "
		      "sửa id, kiểu, đơn vị tính; thêm required, constraint, "
		      "of/per; xem lại những chỗ có dấu ? trong chú thích.");
	buf_addf(&w.xml,
		 "<form xmlns=\"" FORM_NS "\" id=\"%s\" version=\"1\" "
		 "type=\"%s\" numbering=\"",
		 d->form_id, write_type(&w, type));
	for (unsigned i = 0; i < SECTIONS_MAX && (i == 0 || seen[i]); i++)
		buf_addf(&w.xml, "%s%s", i ? " " : "", marks[numbering[i]]);
	buf_adds(&w.xml, "\">\n");
	w.depth = 1;
	write_title(&w);
	write_levels(&w);
	write_head(&w);
	write_node(&w, d->body, numbering, 0);
	write_foot(&w);
	write_close(&w, "form");
	return buf_take(&w.xml, out, d->err);
}
