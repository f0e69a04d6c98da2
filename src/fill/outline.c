/*
 * outline.c - a form's page top to bottom, its sections and lines, as
 * word/document.xml.
 */
#include "fill/outline.h"

#include <stdlib.h>
#include <string.h>

#include "util/err.h"
#include "wml/marks.h"

enum {
	PLAIN_TITLE = 240 /* bytes: about two lines */
};

#define NS_OOXML "http://schemas.openxmlformats.org/"

/* True for the last block of the body before a signature: it goes over to
 * the next page with it, so that no signature stands alone on a page. */
static bool ends_body(const struct node *node)
{
	while (node && !node->next && node->kind != NODE_BODY)
		node = node->parent;
	return node && node->kind == NODE_BODY && node->next &&
	       (node->next->kind == NODE_SIGNATURE ||
		node->next->kind == NODE_RECIPIENTS);
}

/* ---- sections and lines ------------------------------------------------- */

static const char *section_style(const struct node *node)
{
	static const char *const styles[] = {
		[MARK_ROMAN] = "Heading1",   [MARK_ARABIC] = "Heading2",
		[MARK_DECIMAL] = "Heading3", [MARK_LETTER] = "Heading4",
		[MARK_PAREN] = "Heading4",   [MARK_DASH] = "Heading4",
		[MARK_PLUS] = "Heading4",
	};

	if (node->is_plain)
		return node->mark == MARK_NONE ? "BodyText" : "ListNumber";
	if (node->mark != MARK_NONE)
		return styles[node->mark];
	if (node->parent->kind != NODE_SECTION)
		return "Heading1";
	return node->parent->parent->kind != NODE_SECTION ? "Heading2"
							  : "Heading3";
}

/* Headings go down a level at a time, whatever their marks: "1." and "a)" on
 * top are those styles at the level where they stand. NULL: as they are. */
static const char *raised_style(const struct node *node)
{
	static const char *const styles[][3] = {
		[MARK_ARABIC] = {"TieuDe2Cap1"},
		[MARK_DECIMAL] = {"TieuDe3Cap1", "TieuDe3Cap2"},
		[MARK_LETTER] = {"TieuDe4Cap1", "TieuDe4Cap2", "TieuDe4Cap3"},
	};
	enum node_mark mark = node->mark;
	unsigned depth = 0;

	if (node->is_plain || mark == MARK_NONE || mark == MARK_ROMAN)
		return NULL;
	for (const struct node *up = node->parent; up; up = up->parent)
		depth += up->kind == NODE_SECTION && !up->is_plain;
	if (mark != MARK_ARABIC && mark != MARK_DECIMAL)
		mark = MARK_LETTER; /* all that are "heading 4" */
	return depth < 3 ? styles[mark][depth] : NULL;
}

static void add_section(struct outline *o, struct outline_lists *lists,
			const struct node *node)
{
	const char *raised = raised_style(node);
	struct outline_p p = {.style = raised ? raised : section_style(node)};

	p.is_first = !node->is_plain && node->mark == MARK_NONE;
	/* LibreOffice moves all of a kept paragraph to the next page: not one
	 * of many lines */
	p.keep_next = node->is_plain && node->text &&
		      strlen(node->text) < PLAIN_TITLE;

	outline_number(o, lists, node, &p);
	/* ECMA-376-1 17.9.23: a level knows one style, "heading 2" and not one
	 * that is based on it */
	p.is_numbered = p.is_numbered || raised;
	outline_p_open(o, &p);
	if (node->text)
		outline_words(o, node->text);
	outline_p_close(o);
	outline_blocks(o, node);
}

static const char *line_style(enum node_mark mark)
{
	if (mark == MARK_NONE)
		return "BodyText";
	if (mark == MARK_DASH)
		return "ListBullet";
	return mark == MARK_PLUS ? "ListBullet2" : "ListNumber";
}

/* A long answer at the end of a line stands below it. */
static const struct node *long_answer(const struct node *line)
{
	const struct node *n = line->last;

	return n && n->kind == NODE_FIELD && n->field->type == FIELD_LONGTEXT
		       ? n
		       : NULL;
}

static void add_long(struct outline *o, const struct node *node)
{
	/* the model of all paragraphs of the answer: whoever fills it in keeps
	 * keepNext for the last one */
	outline_long(o, node->field,
		     &(struct outline_p){.style = "TraLoi",
					 .keep_next = ends_body(node)});
}

/* The last blank of a line, when it may run to the margin. */
static const struct field *tail_of(const struct node *line)
{
	const struct node *n = line->first;

	while (n && n->next &&
	       (n->next->next || n->next->kind != NODE_TEXT ||
		strspn(n->next->text, ".; ") != strlen(n->next->text)))
		n = n->next;
	if (!n || n->kind != NODE_FIELD || n->field->blank)
		return NULL;
	return n->field->type == FIELD_TEXT || n->field->type == FIELD_DOCREF ||
			       n->field->type == FIELD_EVIDENCE
		       ? n->field
		       : NULL;
}

static void add_line(struct outline *o, struct outline_lists *lists,
		     const struct node *node)
{
	const struct node *answer = long_answer(node);
	struct outline_p p = {.style = line_style(node->mark),
			      .align = node->align,
			      .is_flat = node->align == ALIGN_CENTER};

	if (answer == node->first && answer) {
		add_long(o, answer);
		return;
	}
	outline_number(o, lists, node, &p);
	/* the style of a dash or plus says so already */
	p.is_numbered = p.is_numbered && p.num != NUM_BULLETS;
	p.keep_next = answer || ends_body(node);
	o->tail = node->align == ALIGN_DEFAULT ? tail_of(node) : NULL;
	p.is_line = o->tail != NULL;
	outline_p_open(o, &p);
	outline_inline(o, node->first, answer, 0);
	outline_p_close(o);
	o->tail = NULL;
	if (answer)
		add_long(o, answer);
}

static void add_field(struct outline *o, const struct node *node)
{
	const struct field *field = node->field;

	if (field->type == FIELD_LONGTEXT) {
		add_long(o, node);
		return;
	}
	o->tail = field->blank ? NULL : field;
	outline_p_open(o, &(struct outline_p){.style = "BodyText",
					      .is_line = o->tail != NULL});
	outline_slot(o, field, -1, 0);
	outline_p_close(o);
	o->tail = NULL;
}

/* Tables that touch become one in Word: a thin paragraph parts them, and one
 * above gives room. */
static void add_table(struct outline *o, const struct node *node)
{
	outline_p_empty(o, &(struct outline_p){.style = "DoanCuoi",
					       .keep_next = true,
					       .before = 80});
	outline_table(o, node);
	outline_p_empty(o, &(struct outline_p){.style = "DoanCuoi"});
}

static void add_repeat(struct outline *o, const struct node *node)
{
	outline_repeat_open(o, node->field);
	outline_blocks(o, node);
	outline_repeat_close(o);
}

static void add_block(struct outline *o, struct outline_lists *lists,
		      const struct node *node)
{
	switch ((int)node->kind) {
	case NODE_SECTION:
		add_section(o, lists, node);
		break;
	case NODE_LINE:
		add_line(o, lists, node);
		break;
	case NODE_HINT:
		outline_hint_open(o, node);
		outline_paragraph(o, node,
				  &(struct outline_p){.style = "GoiY"});
		outline_hint_close(o, node);
		break;
	case NODE_FIELD:
		add_field(o, node);
		break;
	case NODE_TABLE:
		add_table(o, node);
		break;
	case NODE_REPEAT:
		add_repeat(o, node);
		break;
	default:
		break;
	}
}

void outline_blocks(struct outline *o, const struct node *parent)
{
	struct outline_lists lists = {0};

	for (const struct node *n = parent->first; n; n = n->next)
		add_block(o, &lists, n);
}

/* ---- the page ----------------------------------------------------------- */

static const struct node *child_of(const struct node *root, enum node_kind kind)
{
	for (const struct node *n = root->first; n; n = n->next)
		if (n->kind == kind)
			return n;
	return NULL;
}

/* An annex that has pages of its own. */
static bool is_paged(const struct node *node)
{
	return node->kind == NODE_ANNEX && child_of(node, NODE_BODY);
}

static void add_part(struct outline *o, const struct node *node)
{
	switch ((int)node->kind) {
	case NODE_LETTERHEAD:
		outline_letterhead(o, node);
		break;
	case NODE_ANNEX:
		if (!is_paged(node))
			outline_annex(o, node);
		break;
	case NODE_HEADING:
		outline_heading(o, node);
		break;
	case NODE_ADDRESSEES:
		outline_addressees(o, node);
		break;
	case NODE_BODY:
		outline_blocks(o, node);
		break;
	default:
		break; /* the foot is added last */
	}
}

/* rId5 and rId6: templates/parts/document.rels. Each annex counts from 1, and
 * no number on page one: ND 30/2020, Phu luc I, Phan I, Muc II. */
void outline_page(struct outline *o)
{
	buf_addf(
		&o->doc,
		"<w:sectPr>"
		"<w:headerReference w:type=\"default\" r:id=\"rId5\"/>"
		"<w:headerReference w:type=\"first\" r:id=\"rId6\"/>"
		"<w:pgSz w:w=\"%d\" w:h=\"%d\"/>"
		"<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" "
		"w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/>"
		"<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
		PAGE_WIDTH, PAGE_HEIGHT, PAGE_TOP, PAGE_RIGHT, PAGE_BOTTOM,
		PAGE_LEFT, PAGE_HEADER, PAGE_HEADER);
}

/* The form's document, or one that is an annex to it. */
static void add_document(struct outline *o, const struct node *top)
{
	const struct node *signature = child_of(top, NODE_SIGNATURE);
	const struct node *recipients = child_of(top, NODE_RECIPIENTS);
	bool is_last = top->kind == NODE_ANNEX ? !top->next
					       : !is_paged(top->last);
	struct outline_p p = {.style = "DoanCuoi", .ends_section = !is_last};

	if (top->kind == NODE_ANNEX)
		outline_annex(o, top);
	for (const struct node *n = top->first; n; n = n->next)
		add_part(o, n);
	if (signature || recipients)
		outline_foot(o, signature, recipients);
	/* Word wants a paragraph behind a table, and one to end a section */
	if (signature || recipients || !is_last)
		outline_p_empty(o, &p);
}

void outline_document(struct outline *o)
{
	const struct node *root = o->form->root;

	buf_adds(
		&o->doc,
		"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
		"<w:document"
		" xmlns:w=\"" NS_OOXML "wordprocessingml/2006/main\""
		" xmlns:r=\"" NS_OOXML "officeDocument/2006/relationships\""
		" xmlns:mc=\"" NS_OOXML "markup-compatibility/2006\""
		" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
		" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
		" mc:Ignorable=\"w14 w15\"><w:body>");
	add_document(o, root);
	for (const struct node *n = root->first; n; n = n->next)
		if (is_paged(n))
			add_document(o, n);
	outline_page(o);
	buf_adds(&o->doc, "</w:body></w:document>");
}

void outline_init(struct outline *o, const struct vb_form *form)
{
	*o = (struct outline){.form = form, .outline_num = NUM_OUTLINE};
}

void outline_release(struct outline *o)
{
	buf_release(&o->doc);
	buf_release(&o->nums);
	buf_release(&o->notes);
	buf_release(&o->links);
	buf_release(&o->note_links);
}

/* Word cuts a longer tag, and the field would not be found again. */
static int check_tags(const struct vb_form *form, struct vb_error *err)
{
	for (size_t i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		for (size_t j = 0; j < form->n_levels; j++) {
			size_t n = strlen(field->id) + 1 +
				   strlen(form->levels[j].id);

			if (!field_has_level(field, (int)j) ||
			    n <= MARK_TAG_MAX)
				continue;
			err_set(err, VB_LIMIT,
				"field '%s' with level '%s' is longer than the %d characters of a tag in Word",
				field->id, form->levels[j].id, MARK_TAG_MAX);
			err_file(err, form->file);
			err_where(err, "line %d", field->line);
			return VB_LIMIT;
		}
	}
	return VB_OK;
}

int vb_template_make(const struct vb_form *form, struct vb_blob *out,
		     struct vb_error *err)
{
	struct outline o;
	int rc = check_tags(form, err);

	*out = (struct vb_blob){0};
	if (rc)
		return rc;
	outline_init(&o, form);
	outline_document(&o);
	rc = outline_pack(&o, out, err);
	outline_release(&o);
	return rc;
}
