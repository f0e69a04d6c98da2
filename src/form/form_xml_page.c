/*
 * form_xml_page.c - the page of a form: blocks, lines and words into nodes.
 *
 * What may stand where is one table; the parts of a letterhead and the like
 * also keep an order, which is a second one.
 */
#include "form/form_xml.h"

#include <string.h>

typedef int read_element(struct form_reader *r, struct node *node,
			 xmlNode *xml);

static int read_section(struct form_reader *r, struct node *node, xmlNode *xml);
static int read_line(struct form_reader *r, struct node *node, xmlNode *xml);
static int read_table(struct form_reader *r, struct node *node, xmlNode *xml);
static int read_cell(struct form_reader *r, struct node *node, xmlNode *xml);
static int read_recipient(struct form_reader *r, struct node *node,
			  xmlNode *xml);
static int read_breakdown(struct form_reader *r, struct node *node,
			  xmlNode *xml);
static int read_link(struct form_reader *r, struct node *node, xmlNode *xml);
static int read_footnote(struct form_reader *r, struct node *node,
			 xmlNode *xml);

/* Where words stand that a blank may be among. */
#define IN_INLINE    (IN_LINE | IN_WORDS | IN_SPAN)
#define IN_ANY_WORDS (IN_INLINE | IN_HINT | IN_NOTE)

static const struct element {
	const char *name;
	enum node_kind kind;
	unsigned places;	/* where it may stand */
	enum form_place inside; /* what its children stand in */
	unsigned style;
	const char *attrs;
	read_element *read; /* attributes beyond the plain ones */
} elements[] = {
	{"letterhead", NODE_LETTERHEAD, IN_PAGE | IN_ANNEX, IN_LETTERHEAD, 0,
	 "", NULL},
	{"annex", NODE_ANNEX, IN_PAGE, IN_ANNEX, 0, "", NULL},
	{"heading", NODE_HEADING, IN_PAGE | IN_ANNEX, IN_HEADING, 0, "", NULL},
	{"addressees", NODE_ADDRESSEES, IN_PAGE | IN_ANNEX, IN_ADDRESSEES, 0,
	 "", NULL},
	{"body", NODE_BODY, IN_PAGE | IN_ANNEX, IN_BLOCKS, 0, "", NULL},
	{"signature", NODE_SIGNATURE, IN_PAGE | IN_ANNEX, IN_SIGNATURE, 0, "",
	 NULL},
	{"recipients", NODE_RECIPIENTS, IN_PAGE | IN_ANNEX, IN_RECIPIENTS, 0,
	 "", NULL},
	{"superior", NODE_SUPERIOR, IN_LETTERHEAD, IN_WORDS, 0, "", NULL},
	{"issuer", NODE_ISSUER, IN_LETTERHEAD, IN_WORDS, 0, "", NULL},
	{"number", NODE_NUMBER, IN_LETTERHEAD, IN_WORDS, 0, "", NULL},
	{"place", NODE_PLACE, IN_LETTERHEAD, IN_WORDS, 0, "", NULL},
	{"subject", NODE_SUBJECT, IN_LETTERHEAD | IN_HEADING, IN_WORDS, 0, "",
	 NULL},
	{"name", NODE_NAME, IN_ANNEX | IN_HEADING, IN_WORDS, 0, "", NULL},
	{"title", NODE_TITLE, IN_ANNEX, IN_WORDS, 0, "", NULL},
	{"note", NODE_NOTE, IN_ANNEX | IN_HEADING | IN_SIGNATURE, IN_WORDS, 0,
	 "", NULL},
	{"addressee", NODE_ADDRESSEE, IN_ADDRESSEES, IN_WORDS, 0, "", NULL},
	{"authority", NODE_AUTHORITY, IN_SIGNATURE, IN_WORDS, 0, "", NULL},
	{"position", NODE_POSITION, IN_SIGNATURE, IN_WORDS, 0, "", NULL},
	{"signer", NODE_SIGNER, IN_SIGNATURE, IN_WORDS, 0, "", NULL},
	{"recipient", NODE_RECIPIENT, IN_RECIPIENTS, IN_WORDS, 0, "purpose",
	 read_recipient},
	{"archive", NODE_ARCHIVE, IN_RECIPIENTS, IN_WORDS, 0, "", NULL},
	{"section", NODE_SECTION, IN_BLOCKS, IN_BLOCKS, 0, "title number plain",
	 read_section},
	{"line", NODE_LINE, IN_BLOCKS | IN_CELL, IN_LINE, 0, "mark align",
	 read_line},
	{"hint", NODE_HINT, IN_BLOCKS | IN_INLINE, IN_HINT, 0, "", NULL},
	{"table", NODE_TABLE, IN_BLOCKS, IN_TABLE, 0, "", read_table},
	{"header", NODE_HEADER, IN_TABLE, IN_ROWS, 0, "", NULL},
	{"row", NODE_ROW, IN_TABLE | IN_ROWS, IN_ROW, 0, "", NULL},
	{"cell", NODE_CELL, IN_ROW, IN_LINE, 0,
	 "colspan rowspan merge align style", read_cell},
	{"b", NODE_SPAN, IN_ANY_WORDS, IN_SPAN, STYLE_BOLD, "", NULL},
	{"i", NODE_SPAN, IN_ANY_WORDS, IN_SPAN, STYLE_ITALIC, "", NULL},
	{"u", NODE_SPAN, IN_ANY_WORDS, IN_SPAN, STYLE_UNDERLINE, "", NULL},
	{"breakdown", NODE_BREAKDOWN, IN_LINE | IN_SPAN, IN_HINT, 0, "of",
	 read_breakdown},
	{"link", NODE_LINK, IN_INLINE | IN_NOTE, IN_HINT, 0, "href", read_link},
	{"footnote", NODE_FOOTNOTE, IN_INLINE, IN_NOTE, 0, "", read_footnote},
};

/* Order of the parts: '?' at most once, '1' once, '*' any number. */
static const struct order {
	enum node_kind in, part;
	char times;
} orders[] = {
	{NODE_LETTERHEAD, NODE_SUPERIOR, '?'},
	{NODE_LETTERHEAD, NODE_ISSUER, '1'},
	{NODE_LETTERHEAD, NODE_NUMBER, '1'},
	{NODE_LETTERHEAD, NODE_SUBJECT, '?'},
	{NODE_LETTERHEAD, NODE_PLACE, '1'},
	{NODE_ANNEX, NODE_NAME, '1'},
	{NODE_ANNEX, NODE_TITLE, '1'},
	{NODE_ANNEX, NODE_NOTE, '?'},
	/* of an annex that is a document itself */
	{NODE_ANNEX, NODE_LETTERHEAD, '?'},
	{NODE_ANNEX, NODE_HEADING, '?'},
	{NODE_ANNEX, NODE_ADDRESSEES, '?'},
	{NODE_ANNEX, NODE_BODY, '?'},
	{NODE_ANNEX, NODE_SIGNATURE, '?'},
	{NODE_ANNEX, NODE_RECIPIENTS, '?'},
	{NODE_HEADING, NODE_NAME, '1'},
	{NODE_HEADING, NODE_SUBJECT, '?'},
	{NODE_HEADING, NODE_NOTE, '?'},
	{NODE_SIGNATURE, NODE_AUTHORITY, '?'},
	{NODE_SIGNATURE, NODE_POSITION, '1'},
	{NODE_SIGNATURE, NODE_NOTE, '?'},
	{NODE_SIGNATURE, NODE_SIGNER, '1'},
};

static const struct element *find_element(const char *name)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (strcmp(elements[i].name, name) == 0)
			return &elements[i];
	return NULL;
}

static const char *kind_name(enum node_kind kind)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (elements[i].kind == kind)
			return elements[i].name;
	return kind == NODE_REPEAT ? "repeat" : "field";
}

static int check_order(const struct form_reader *r, const struct node *node)
{
	const struct node *child = node->first;
	bool is_ordered = false;

	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		if (orders[i].in != node->kind)
			continue;
		is_ordered = true;
		if (child && child->kind == orders[i].part)
			child = child->next;
		else if (orders[i].times == '1')
			return form_fail(&r->b,
					 child ? child->line : node->line,
					 "element '%s' lacks '%s'%s%s%s",
					 kind_name(node->kind),
					 kind_name(orders[i].part),
					 child ? " before '" : "",
					 child ? kind_name(child->kind) : "",
					 child ? "'" : "");
	}
	if (is_ordered && child)
		return form_fail(&r->b, child->line,
				 "element '%s' is out of order in '%s'",
				 kind_name(child->kind), kind_name(node->kind));
	return VB_OK;
}

/* ---- words ------------------------------------------------------------- */

static void begin_words(struct form_reader *r)
{
	r->is_spaced = true;
	r->tail = NULL;
}

static void remove_node(struct node *node)
{
	struct node *parent = node->parent, *before = NULL;

	for (struct node *n = parent->first; n != node; n = n->next)
		before = n;
	if (before)
		before->next = node->next;
	else
		parent->first = node->next;
	if (parent->last == node)
		parent->last = before;
}

/* Takes the blank at the end away; white space behind the last field is no
 * word at all. */
static int end_words(struct form_reader *r)
{
	struct node *tail = r->tail;
	size_t n;

	r->tail = NULL;
	if (!tail || !r->is_spaced)
		return VB_OK;
	n = strlen(tail->text) - 1;
	if (n == 0) {
		remove_node(tail);
		return VB_OK;
	}
	tail->text = arena_strn(&r->b.form->arena, tail->text, n);
	return tail->text ? VB_OK : form_nomem(&r->b);
}

static int add_words(struct form_reader *r, struct node *parent,
		     const xmlNode *xml)
{
	struct node *node = parent->last;

	buf_clear(&r->words);
	if (node && node->kind == NODE_TEXT)
		buf_adds(&r->words, node->text); /* a comment parted them */
	else
		node = NULL;
	for (const char *p = (const char *)xml->content; p && *p; p++) {
		bool is_space = strchr(" \t\r\n", *p) != NULL;

		if (!is_space)
			buf_addc(&r->words, *p);
		else if (!r->is_spaced)
			buf_addc(&r->words, ' ');
		r->is_spaced = is_space;
	}
	if (!buf_ok(&r->words))
		return form_nomem(&r->b);
	if (r->words.size == 0)
		return VB_OK;
	if (!node)
		node = form_add_node(&r->b, parent, NODE_TEXT,
				     form_xml_line(xml));
	if (!node)
		return form_nomem(&r->b);
	node->text = arena_strn(&r->b.form->arena, r->words.data,
				r->words.size);
	r->tail = node;
	return node->text ? VB_OK : form_nomem(&r->b);
}

/* ---- elements ---------------------------------------------------------- */

static int read_children(struct form_reader *r, struct node *parent,
			 xmlNode *xml, xmlNode *from, enum form_place place);

static int read_field(struct form_reader *r, struct node *parent, xmlNode *xml,
		      enum field_type type, enum form_place place)
{
	struct node *node = form_add_node(&r->b, parent, NODE_FIELD,
					  form_xml_line(xml));
	struct field *field;
	int rc;

	if (!node)
		return form_nomem(&r->b);
	rc = form_xml_field(r, &field, xml, type, place);
	node->field = rc ? NULL : field;
	r->is_spaced = false;
	r->tail = NULL;
	return rc;
}

static int read_repeat(struct form_reader *r, struct node *parent, xmlNode *xml,
		       enum form_place place)
{
	struct node *node = form_add_node(&r->b, parent, NODE_REPEAT,
					  form_xml_line(xml));
	struct field *field;
	size_t before;
	int rc;

	if (!node)
		return form_nomem(&r->b);
	if (r->group)
		return form_fail(&r->b, node->line,
				 "a repeat stands in repeat '%s'",
				 r->group->id);
	rc = form_xml_field(r, &field, xml, FIELD_REPEAT, place);
	if (rc)
		return rc;
	node->field = r->group = field;
	before = r->b.fields.n;
	rc = read_children(r, node, xml, xml->children,
			   place == IN_TABLE ? IN_ROWS : place);
	r->group = NULL;
	if (!rc && r->b.fields.n == before)
		return form_fail(&r->b, node->line,
				 "repeat '%s' asks for nothing", field->id);
	return rc;
}

static int read_section(struct form_reader *r, struct node *node, xmlNode *xml)
{
	const char *number = form_xml_attr(r, xml, "number");
	int rc = form_xml_need(r, &node->text, xml, "title");

	if (!rc)
		rc = form_xml_bool(r, &node->is_plain, xml, "plain");
	if (!rc && number)
		rc = form_xml_mark(r, &node->mark, xml, number, strlen(number));
	if (rc)
		return rc;
	if (!number && r->sections >= r->n_numbering)
		return form_fail(
			&r->b, node->line,
			"section is %u deep but numbering has %u marks",
			r->sections + 1, r->n_numbering);
	if (!number)
		node->mark = r->numbering[r->sections];
	if (node->mark == MARK_DECIMAL && (node->parent->kind != NODE_SECTION ||
					   node->parent->mark != MARK_ARABIC))
		return form_fail(
			&r->b, node->line,
			"a section numbered 1.1. needs one numbered 1. around it");
	return VB_OK;
}

static int read_align(struct form_reader *r, struct node *node,
		      const xmlNode *xml)
{
	static const char *const names[] = {
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTER] = "center",
		[ALIGN_RIGHT] = "right",
	};
	const char *text = form_xml_attr(r, xml, "align");

	if (!text)
		return VB_OK;
	for (unsigned i = ALIGN_LEFT; i <= ALIGN_RIGHT; i++)
		if (strcmp(names[i], text) == 0) {
			node->align = (enum node_align)i;
			return VB_OK;
		}
	return form_fail(&r->b, node->line,
			 "align='%s' is not left, center or right", text);
}

static int read_line(struct form_reader *r, struct node *node, xmlNode *xml)
{
	const char *mark = form_xml_attr(r, xml, "mark");
	int rc = VB_OK;

	if (mark)
		rc = form_xml_mark(r, &node->mark, xml, mark, strlen(mark));
	if (!rc && node->mark == MARK_DECIMAL)
		return form_fail(&r->b, node->line,
				 "mark='1.1.' is for sections only");
	return rc ? rc : read_align(r, node, xml);
}

static int read_cell(struct form_reader *r, struct node *node, xmlNode *xml)
{
	const char *style = form_xml_attr(r, xml, "style");
	int rc;

	node->colspan = node->rowspan = 1;
	rc = form_xml_number(r, &node->colspan, xml, "colspan", 1,
			     FORM_COLUMNS_MAX);
	if (!rc)
		rc = form_xml_number(r, &node->rowspan, xml, "rowspan", 1,
				     FORM_ROWS_MAX);
	if (!rc)
		rc = form_xml_bool(r, &node->is_merged, xml, "merge");
	if (!rc)
		rc = read_align(r, node, xml);
	for (; !rc && style && *style; style++) {
		if (*style == 'b')
			node->style |= STYLE_BOLD;
		else if (*style == 'i')
			node->style |= STYLE_ITALIC;
		else if (*style == 'u')
			node->style |= STYLE_UNDERLINE;
		else if (*style != ' ')
			return form_fail(
				&r->b, node->line,
				"style of element 'cell' is not of b i u");
	}
	return rc;
}

static int read_recipient(struct form_reader *r, struct node *node,
			  xmlNode *xml)
{
	node->text = form_xml_attr(r, xml, "purpose");
	if (node->text && form_xml_is_blank(node->text))
		return form_fail(&r->b, node->line,
				 "purpose of element 'recipient' is empty");
	return VB_OK;
}

static int read_breakdown(struct form_reader *r, struct node *node,
			  xmlNode *xml)
{
	/* an id until form_finish() knows every field */
	return form_xml_need(r, &node->text, xml, "of");
}

/* Addresses a document may lead to: no files, no scripts. */
static bool is_address(const char *text)
{
	static const char *const schemes[] = {"https://", "http://", "mailto:"};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncmp(text, schemes[i], strlen(schemes[i])) == 0)
			n = strlen(schemes[i]);
	if (n == 0 || text[n] == '\0')
		return false;
	/* RFC 3986: other characters are written with % */
	for (; text[n]; n++)
		if (text[n] <= ' ' || text[n] >= 0x7f ||
		    strchr("\"<>\\^`{|}", text[n]))
			return false;
	return true;
}

static int read_link(struct form_reader *r, struct node *node, xmlNode *xml)
{
	int rc = form_xml_need(r, &node->text, xml, "href");

	if (rc || is_address(node->text))
		return rc;
	return form_fail(
		&r->b, node->line,
		"href='%s' is no address beginning with https:, http: or mailto:",
		node->text);
}

static int read_footnote(struct form_reader *r, struct node *node, xmlNode *xml)
{
	(void)xml;
	/* a note is one part of the document; its mark cannot be repeated */
	if (r->group)
		return form_fail(&r->b, node->line,
				 "a footnote stands in repeat '%s'",
				 r->group->id);
	return VB_OK;
}

static int read_column(struct form_reader *r, unsigned *width,
		       const xmlNode *xml)
{
	const char *text;
	int rc;

	if (strcmp(form_xml_name(xml), "column") != 0)
		return form_fail(&r->b, form_xml_line(xml),
				 "element '%s' is not allowed in 'columns'",
				 form_xml_name(xml));
	rc = form_xml_attrs(r, xml, "width");
	if (!rc)
		rc = form_xml_need(r, &text, xml, "width");
	return rc ? rc : form_xml_number(r, width, xml, "width", 1, 100);
}

static int read_table(struct form_reader *r, struct node *node, xmlNode *xml)
{
	unsigned widths[FORM_COLUMNS_MAX] = {0}, sum = 0;
	unsigned *copy;
	xmlNode *columns = NULL, *child = NULL;
	int rc = form_xml_child(r, &columns, xml, xml->children);

	if (rc)
		return rc;
	if (!columns || strcmp(form_xml_name(columns), "columns") != 0)
		return form_fail(&r->b, node->line,
				 "element 'table' must begin with 'columns'");
	rc = form_xml_attrs(r, columns, "");
	if (!rc)
		rc = form_xml_child(r, &child, columns, columns->children);
	while (!rc && child) {
		if (node->n_columns == FORM_COLUMNS_MAX)
			return form_fail(&r->b, form_xml_line(child),
					 "more than %d columns",
					 FORM_COLUMNS_MAX);
		rc = read_column(r, &widths[node->n_columns], child);
		sum += widths[node->n_columns++];
		if (!rc)
			rc = form_xml_child(r, &child, columns, child->next);
	}
	if (rc)
		return rc;
	if (sum != 100)
		return form_fail(
			&r->b, form_xml_line(columns),
			"the widths of the columns add up to %u, not 100", sum);
	copy = arena_array(&r->b.form->arena, node->n_columns, sizeof(*copy));
	if (!copy)
		return form_nomem(&r->b);
	memcpy(copy, widths, node->n_columns * sizeof(*copy));
	node->widths = copy;
	return VB_OK;
}

static bool begins_with_line(const xmlNode *xml)
{
	const xmlNode *n = xml->children;

	while (n && n->type != XML_ELEMENT_NODE &&
	       (n->type == XML_COMMENT_NODE || !n->content ||
		form_xml_is_blank((const char *)n->content)))
		n = n->next;
	return n && n->type == XML_ELEMENT_NODE &&
	       strcmp(form_xml_name(n), "line") == 0;
}

/* What the children of an element stand in. */
static enum form_place place_inside(const struct element *element,
				    enum form_place place, const xmlNode *xml)
{
	/* no blanks in a hint or note, however deep in bold and italic */
	if (element->kind == NODE_SPAN &&
	    (place == IN_HINT || place == IN_NOTE))
		return place;
	if (element->kind == NODE_CELL && begins_with_line(xml))
		return IN_CELL;
	return element->inside;
}

/* A long answer ends its line or cell: on the page it stands below. */
static int check_last(const struct form_reader *r, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next)
		if (n->kind == NODE_FIELD && n->next &&
		    (n->field->type == FIELD_LONGTEXT ||
		     n->field->type == FIELD_EVIDENCE))
			return form_fail(
				&r->b, n->line,
				"field '%s' (%s) must be the last of its %s",
				n->field->id, field_type_name(n->field->type),
				kind_name(parent->kind));
	return VB_OK;
}

static int read_inside(struct form_reader *r, struct node *node, xmlNode *xml,
		       const struct element *element, enum form_place place)
{
	enum form_place inside = place_inside(element, place, xml);
	/* a footnote's words are apart from those it stands among */
	bool is_note = element->kind == NODE_FOOTNOTE;
	bool is_words = (inside & IN_ANY_WORDS) &&
			(is_note || !(place & IN_ANY_WORDS));
	bool was_spaced = r->is_spaced;
	xmlNode *from = xml->children;
	int rc = VB_OK;

	if (node->kind == NODE_TABLE) {
		/* past <columns>, which read_table() found there */
		rc = form_xml_child(r, &from, xml, from);
		if (!rc)
			from = from->next;
	}
	if (is_words)
		begin_words(r);
	r->sections += node->kind == NODE_SECTION;
	if (!rc)
		rc = read_children(r, node, xml, from, inside);
	r->sections -= node->kind == NODE_SECTION;
	if (!rc && is_words)
		rc = end_words(r);
	if (is_note)
		r->is_spaced = was_spaced;
	if (!rc && inside == IN_LINE)
		rc = check_last(r, node);
	return rc ? rc : check_order(r, node);
}

/* What may be in the tree but must not be empty. */
static int check_filled(const struct form_reader *r, const struct node *node)
{
	switch ((int)node->kind) {
	case NODE_CELL:
	case NODE_BREAKDOWN:
		return VB_OK;
	case NODE_TABLE:
		for (const struct node *n = node->first; n; n = n->next)
			if (n->kind != NODE_HEADER)
				return VB_OK;
		return form_fail(&r->b, node->line, "table without a row");
	default:
		break;
	}
	if (node->first)
		return VB_OK;
	return form_fail(&r->b, node->line, "element '%s' is empty",
			 kind_name(node->kind));
}

static int read_node(struct form_reader *r, struct node *parent, xmlNode *xml,
		     enum form_place place)
{
	const char *name = form_xml_name(xml);
	const struct element *element = find_element(name);
	int type = form_xml_field_type(name);
	struct node *node;
	int rc;

	/* <number> is a figure among words and a part of the letterhead */
	if (type >= 0 && !(element && (element->places & place)))
		return type == FIELD_REPEAT
			       ? read_repeat(r, parent, xml, place)
			       : read_field(r, parent, xml,
					    (enum field_type)type, place);
	if (!element || !(element->places & place))
		return form_fail(&r->b, form_xml_line(xml),
				 element ? "element '%s' is not allowed in '%s'"
					 : "unknown element '%s' in '%s'",
				 name, form_xml_name(xml->parent));
	rc = form_xml_attrs(r, xml, element->attrs);
	if (rc)
		return rc;
	node = form_add_node(&r->b, parent, element->kind, form_xml_line(xml));
	if (!node)
		return form_nomem(&r->b);
	node->style = element->style;
	rc = element->read ? element->read(r, node, xml) : VB_OK;
	if (!rc)
		rc = read_inside(r, node, xml, element, place);
	if (!rc)
		rc = check_filled(r, node);
	if (node->kind == NODE_BREAKDOWN) {
		r->is_spaced = false;
		r->tail = NULL;
	}
	return rc;
}

static int read_children(struct form_reader *r, struct node *parent,
			 xmlNode *xml, xmlNode *from, enum form_place place)
{
	int rc = VB_OK;

	while (!rc && from) {
		bool is_text = from->type == XML_TEXT_NODE ||
			       from->type == XML_CDATA_SECTION_NODE;

		if (place & IN_ANY_WORDS) {
			if (from->type == XML_ELEMENT_NODE)
				rc = read_node(r, parent, from, place);
			else if (is_text)
				rc = add_words(r, parent, from);
			from = from->next;
			continue;
		}
		rc = form_xml_child(r, &from, xml, from);
		if (rc || !from)
			break;
		rc = read_node(r, parent, from, place);
		from = from->next;
	}
	return rc;
}

/* ---- the page ---------------------------------------------------------- */

/* An annex of its own pages behind the letter, not the head of this one. */
static bool is_behind(const struct node *node)
{
	return node->kind == NODE_ANNEX && node->last &&
	       node->last->kind != NODE_NAME &&
	       node->last->kind != NODE_TITLE && node->last->kind != NODE_NOTE;
}

static int check_annex(const struct form_reader *r, const struct node *annex)
{
	for (const struct node *n = annex->first; n; n = n->next)
		if (n->kind == NODE_BODY)
			return VB_OK;
	return form_fail(&r->b, annex->line, "element 'annex' lacks 'body'");
}

/* Order of the page: what heads it in any order, one body, what ends it in any
 * order, annexes. */
static int check_page(const struct form_reader *r, int line)
{
	bool seen[NODE_ARCHIVE + 1] = {false};
	const struct node *annex = NULL;
	int rc;

	for (const struct node *n = r->b.form->root->first; n; n = n->next) {
		bool is_end = n->kind == NODE_SIGNATURE ||
			      n->kind == NODE_RECIPIENTS || is_behind(n);

		if (annex && !is_behind(n))
			return form_fail(&r->b, n->line,
					 "element '%s' stands behind an annex",
					 kind_name(n->kind));
		if (is_behind(n))
			annex = n;
		else if (seen[n->kind])
			return form_fail(&r->b, n->line,
					 "element '%s' stands twice",
					 kind_name(n->kind));
		seen[n->kind] = true;
		if (n->kind != NODE_BODY && is_end != seen[NODE_BODY])
			return form_fail(&r->b, n->line,
					 "element '%s' must stand %s 'body'",
					 kind_name(n->kind),
					 is_end ? "after" : "before");
		if (is_behind(n) && (rc = check_annex(r, n)) != VB_OK)
			return rc;
	}
	if (!seen[NODE_BODY])
		return form_fail(&r->b, line, "the form has no 'body'");
	return VB_OK;
}

int form_xml_page(struct form_reader *r, xmlNode *parent, xmlNode *xml)
{
	int rc = read_children(r, r->b.form->root, parent, xml, IN_PAGE);

	return rc ? rc : check_page(r, form_xml_line(parent));
}
