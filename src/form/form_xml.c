/*
 * form_xml.c - a form from XML: its head, and what all of the reader shares.
 *
 * The reader is the judge, not the RELAX NG schema: its errors speak of fields
 * and forms, and it lives through lack of memory. form_rng.c has the schema.
 */
#include "form/form_xml.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "form/rules.h"
#include "text/date.h"
#include "util/err.h"
#include "util/file.h"
#include "xml/quiet.h"

int form_xml_line(const xmlNode *xml)
{
	long line = xmlGetLineNo(xml);

	return line > 0 && line < INT_MAX ? (int)line : 0;
}

const char *form_xml_attr(struct form_reader *r, const xmlNode *xml,
			  const char *name)
{
	xmlChar *value = xmlGetNoNsProp(xml, (const xmlChar *)name);
	const char *copy;

	if (!value)
		return NULL;
	copy = arena_str(&r->b.form->arena, (const char *)value);
	xmlFree(value);
	return copy;
}

int form_xml_need(struct form_reader *r, const char **out, const xmlNode *xml,
		  const char *name)
{
	*out = form_xml_attr(r, xml, name);
	if (*out && !form_xml_is_blank(*out))
		return VB_OK;
	if (r->b.form->arena.failed)
		return form_nomem(&r->b);
	return form_fail(&r->b, form_xml_line(xml),
			 "element '%s' needs attribute '%s'",
			 form_xml_name(xml), name);
}

int form_xml_number(struct form_reader *r, unsigned *out, const xmlNode *xml,
		    const char *name, unsigned low, unsigned high)
{
	const char *text = form_xml_attr(r, xml, name);
	unsigned long value = 0;
	size_t n = 0;

	if (!text)
		return VB_OK;
	/* nine digits cannot overflow */
	for (; n < 10 && text[n] >= '0' && text[n] <= '9'; n++)
		value = value * 10 + (unsigned long)(text[n] - '0');
	if (n == 0 || n == 10 || text[n] || value < low || value > high)
		return form_fail(
			&r->b, form_xml_line(xml),
			"%s='%s' of element '%s' is not a number from %u to %u",
			name, text, form_xml_name(xml), low, high);
	*out = (unsigned)value;
	return VB_OK;
}

int form_xml_bool(struct form_reader *r, bool *out, const xmlNode *xml,
		  const char *name)
{
	const char *text = form_xml_attr(r, xml, name);

	if (!text)
		return VB_OK;
	*out = strcmp(text, "true") == 0;
	if (*out || strcmp(text, "false") == 0)
		return VB_OK;
	return form_fail(
		&r->b, form_xml_line(xml),
		"%s='%s' of element '%s' is neither 'true' nor 'false'", name,
		text, form_xml_name(xml));
}

static bool is_listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	while (*list) {
		size_t m = strcspn(list, " ");

		if (m == n && memcmp(list, word, n) == 0)
			return true;
		list += m + (list[m] == ' ');
	}
	return false;
}

int form_xml_attrs(const struct form_reader *r, const xmlNode *xml,
		   const char *allowed)
{
	for (const xmlAttr *attr = xml->properties; attr; attr = attr->next)
		if (attr->ns || !is_listed(allowed, (const char *)attr->name))
			return form_fail(&r->b, form_xml_line(xml),
					 "element '%s' has no attribute '%s'",
					 form_xml_name(xml),
					 (const char *)attr->name);
	return VB_OK;
}

bool form_xml_is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

int form_xml_child(const struct form_reader *r, xmlNode **out,
		   const xmlNode *parent, xmlNode *from)
{
	for (; from; from = from->next) {
		if (from->type == XML_ELEMENT_NODE)
			break;
		if (from->type == XML_COMMENT_NODE || from->type == XML_PI_NODE)
			continue;
		if (!from->content ||
		    !form_xml_is_blank((const char *)from->content))
			return form_fail(
				&r->b, form_xml_line(from),
				"words are not allowed in element '%s'",
				form_xml_name(parent));
	}
	*out = from;
	return VB_OK;
}

int form_xml_words(struct form_reader *r, const char **out, const xmlNode *xml)
{
	bool is_spaced = true;

	buf_clear(&r->words);
	for (const xmlNode *n = xml->children; n; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			return form_fail(&r->b, form_xml_line(n),
					 "element '%s' is not allowed in '%s'",
					 form_xml_name(n), form_xml_name(xml));
		if (n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE)
			continue;
		for (const char *p = (const char *)n->content; p && *p; p++) {
			bool is_space = strchr(" \t\r\n", *p) != NULL;

			if (!is_space)
				buf_addc(&r->words, *p);
			else if (!is_spaced)
				buf_addc(&r->words, ' ');
			is_spaced = is_space;
		}
	}
	if (!buf_ok(&r->words))
		return form_nomem(&r->b);
	if (r->words.size == 0 || (r->words.size == 1 && is_spaced))
		return form_fail(&r->b, form_xml_line(xml),
				 "element '%s' is empty", form_xml_name(xml));
	*out = arena_strn(&r->b.form->arena, r->words.data,
			  r->words.size - (is_spaced ? 1 : 0));
	return *out ? VB_OK : form_nomem(&r->b);
}

bool form_xml_is_token(const char *text, const char *more)
{
	size_t n = 0;

	for (; text[n]; n++) {
		char c = text[n];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			continue;
		if (n == 0 || !strchr(more, c))
			return false;
	}
	return n > 0 && n <= FORM_ID_MAX;
}

/* ---- the head ---------------------------------------------------------- */

/* The kinds of document of ND 30/2020, Article 7, and the annex, as slugs. */
static const char form_types[] =
	"nghi-quyet quyet-dinh chi-thi quy-che quy-dinh thong-cao thong-bao "
	"huong-dan chuong-trinh ke-hoach phuong-an de-an du-an bao-cao "
	"bien-ban to-trinh hop-dong cong-van cong-dien ban-ghi-nho "
	"ban-thoa-thuan giay-uy-quyen giay-moi giay-gioi-thieu "
	"giay-nghi-phep phieu-gui phieu-chuyen phieu-bao thu-cong phu-luc";

bool form_xml_is_date(struct form_reader *r, const char *text)
{
	struct buf date = BUF_INIT;
	bool is_date;

	is_date = date_canonical(&date, text, strlen(text)) == 0 &&
		  strcmp(buf_cstr(&date), text) == 0;
	if (date.failed)
		r->b.form->arena.failed = true;
	buf_release(&date);
	return is_date;
}

static int read_deadline(struct form_reader *r, const xmlNode *xml)
{
	struct vb_form *form = r->b.form;

	form->deadline = form_xml_attr(r, xml, "deadline");
	if (!form->deadline) {
		form->deadline = "";
		return VB_OK;
	}
	if (strlen(form->deadline) == strlen("2023-06-16") &&
	    form_xml_is_date(r, form->deadline))
		return VB_OK;
	return form_fail(&r->b, form_xml_line(xml),
			 "deadline='%s' is not a date like 2023-06-16",
			 form->deadline);
}

static const struct {
	const char *token;
	enum node_mark mark;
} marks[] = {
	{"none", MARK_NONE},	{"I.", MARK_ROMAN},  {"1.", MARK_ARABIC},
	{"1.1.", MARK_DECIMAL}, {"a)", MARK_LETTER}, {"(1)", MARK_PAREN},
	{"-", MARK_DASH},	{"+", MARK_PLUS},
};

int form_xml_mark(const struct form_reader *r, enum node_mark *out,
		  const xmlNode *xml, const char *token, size_t size)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strlen(marks[i].token) == size &&
		    memcmp(marks[i].token, token, size) == 0) {
			*out = marks[i].mark;
			return VB_OK;
		}
	return form_fail(
		&r->b, form_xml_line(xml),
		"'%.*s' is no mark: there are I. 1. 1.1. a) (1) - + none",
		(int)(size < 40 ? size : 40), token);
}

static int read_numbering(struct form_reader *r, const xmlNode *xml)
{
	const char *list = form_xml_attr(r, xml, "numbering");
	int rc;

	if (!list)
		list = "I. 1. a)";
	for (;;) {
		size_t n;

		list += strspn(list, " \t\r\n");
		n = strcspn(list, " \t\r\n");
		if (n == 0)
			break;
		if (r->n_numbering == FORM_DEPTH_MAX)
			return form_fail(&r->b, form_xml_line(xml),
					 "numbering has more than %d marks",
					 FORM_DEPTH_MAX);
		rc = form_xml_mark(r, &r->numbering[r->n_numbering], xml, list,
				   n);
		if (rc)
			return rc;
		r->n_numbering++;
		list += n;
	}
	return VB_OK;
}

static int read_root(struct form_reader *r, const xmlNode *xml)
{
	struct vb_form *form = r->b.form;
	int rc;

	rc = form_xml_attrs(r, xml, "id version type deadline size numbering");
	if (rc || (rc = form_xml_need(r, &form->id, xml, "id")) != VB_OK ||
	    (rc = form_xml_need(r, &form->version, xml, "version")) != VB_OK ||
	    (rc = form_xml_need(r, &form->type, xml, "type")) != VB_OK)
		return rc;
	if (!form_xml_is_token(form->id, "-"))
		return form_fail(&r->b, form_xml_line(xml),
				 "form id '%s' is not 1-64 of a-z 0-9 -",
				 form->id);
	if (!form_xml_is_token(form->version, ".-"))
		return form_fail(&r->b, form_xml_line(xml),
				 "version '%s' is not 1-64 of a-z 0-9 . -",
				 form->version);
	if (!is_listed(form_types, form->type))
		return form_fail(&r->b, form_xml_line(xml),
				 "type '%s' is no kind of document",
				 form->type);
	form->size = 14;
	rc = form_xml_number(r, &form->size, xml, "size", 13, 14);
	if (!rc)
		rc = read_deadline(r, xml);
	return rc ? rc : read_numbering(r, xml);
}

/* "r2" and "z" would read as row and end in the names of bookmarks. */
static bool is_level_id(const char *id)
{
	if (!form_xml_is_token(id, "") || !(id[0] >= 'a' && id[0] <= 'z') ||
	    strcmp(id, "z") == 0)
		return false;
	return id[0] != 'r' || id[1 + strspn(id + 1, "0123456789")] != '\0' ||
	       id[1] == '\0';
}

static int read_level(struct form_reader *r, const xmlNode *xml)
{
	struct vb_form *form = r->b.form;
	struct form_level level;
	int rc;

	if (strcmp(form_xml_name(xml), "level") != 0)
		return form_fail(&r->b, form_xml_line(xml),
				 "element '%s' is not allowed in 'levels'",
				 form_xml_name(xml));
	if ((rc = form_xml_attrs(r, xml, "id label")) != VB_OK ||
	    (rc = form_xml_need(r, &level.id, xml, "id")) != VB_OK ||
	    (rc = form_xml_need(r, &level.label, xml, "label")) != VB_OK)
		return rc;
	if (!is_level_id(level.id))
		return form_fail(
			&r->b, form_xml_line(xml),
			"level id '%s' is not usable: a letter, then letters or digits (a-z 0-9), not 'z', not 'r' and a number",
			level.id);
	if (form_level(form, level.id) >= 0)
		return form_fail(&r->b, form_xml_line(xml),
				 "level '%s' is declared twice", level.id);
	if (form->n_levels == FORM_LEVELS_MAX)
		return form_fail(&r->b, form_xml_line(xml),
				 "more than %d levels", FORM_LEVELS_MAX);
	form->levels[form->n_levels++] = level;
	return VB_OK;
}

static int read_levels(struct form_reader *r, const xmlNode *xml)
{
	xmlNode *child = NULL;
	int rc = form_xml_attrs(r, xml, "");

	if (!rc)
		rc = form_xml_child(r, &child, xml, xml->children);
	while (!rc && child) {
		rc = read_level(r, child);
		if (!rc)
			rc = form_xml_child(r, &child, xml, child->next);
	}
	return rc;
}

static int read_base(struct form_reader *r, const xmlNode *xml)
{
	struct field *field;
	xmlNode *child = NULL;
	int rc = form_xml_attrs(r, xml, "");

	if (!rc)
		rc = form_xml_child(r, &child, xml, xml->children);
	while (!rc && child) {
		int type = form_xml_field_type(form_xml_name(child));

		if (type < 0 || type == FIELD_REPEAT)
			return form_fail(
				&r->b, form_xml_line(child),
				"element '%s' is not allowed in 'base'",
				form_xml_name(child));
		rc = form_xml_field(r, &field, child, (enum field_type)type,
				    IN_BASE);
		if (!rc)
			rc = form_xml_child(r, &child, xml, child->next);
	}
	return rc;
}

static bool is_form_element(const xmlNode *xml)
{
	return xml->ns && strcmp((const char *)xml->ns->href, FORM_NS) == 0;
}

/* One namespace everywhere, so that a misspelt prefix is not passed over. */
static int check_namespace(struct form_reader *r, const xmlNode *xml,
			   unsigned depth)
{
	int rc = VB_OK;

	if (depth > FORM_DEPTH_MAX)
		return form_fail(&r->b, form_xml_line(xml),
				 "elements are nested deeper than %d",
				 FORM_DEPTH_MAX);
	if (!is_form_element(xml))
		return form_fail(&r->b, form_xml_line(xml),
				 "element '%s' is not of namespace " FORM_NS,
				 form_xml_name(xml));
	for (const xmlNode *n = xml->children; n && !rc; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			rc = check_namespace(r, n, depth + 1);
	return rc;
}

static bool is_named(const xmlNode *xml, const char *name)
{
	return xml && strcmp(form_xml_name(xml), name) == 0;
}

static int read_form(struct form_reader *r, xmlNode *xml)
{
	xmlNode *child = NULL;
	int rc;

	if (!is_named(xml, "form"))
		return form_fail(&r->b, form_xml_line(xml),
				 "the root element is '%s', not 'form'",
				 form_xml_name(xml));
	if ((rc = check_namespace(r, xml, 1)) != VB_OK ||
	    (rc = read_root(r, xml)) != VB_OK ||
	    (rc = form_xml_child(r, &child, xml, xml->children)) != VB_OK)
		return rc;
	if (!is_named(child, "title"))
		return form_fail(&r->b, form_xml_line(child ? child : xml),
				 "element 'form' must begin with 'title'");
	rc = form_xml_words(r, &r->b.form->title, child);
	if (!rc)
		rc = form_xml_child(r, &child, xml, child->next);
	if (!rc && is_named(child, "levels")) {
		rc = read_levels(r, child);
		if (!rc)
			rc = form_xml_child(r, &child, xml, child->next);
	}
	if (!rc && is_named(child, "base")) {
		rc = read_base(r, child);
		if (!rc)
			rc = form_xml_child(r, &child, xml, child->next);
	}
	if (!rc && is_named(child, "obligations")) {
		rc = form_xml_obligations(r, child);
		if (!rc)
			rc = form_xml_child(r, &child, xml, child->next);
	}
	return rc ? rc : form_xml_page(r, xml, child);
}

/* ---- the form ---------------------------------------------------------- */

static int start_reader(struct form_reader *r, const char *name,
			struct vb_error *err)
{
	struct vb_form *form = calloc(1, sizeof(*form));

	*r = (struct form_reader){.b = {.form = form, .err = err}};
	if (!form)
		return form_nomem(&r->b);
	form->file = arena_str(&form->arena, name ? name : "");
	form->id = form->version = form->type = "";
	form->title = form->deadline = "";
	/* the page itself: the one node without a parent */
	form->root = form_add_node(&r->b, NULL, NODE_BODY, 0);
	return form->file && form->root ? VB_OK : form_nomem(&r->b);
}

int vb_form_parse(struct vb_form **out, const void *data, size_t size,
		  const char *name, struct vb_error *err)
{
	struct form_reader r;
	struct xmlquiet quiet;
	xmlDoc *doc = NULL;
	int rc;

	*out = NULL;
	xmlquiet_begin(&quiet);
	if ((rc = start_reader(&r, name, err)) != VB_OK ||
	    (rc = form_xml_document(&r.b, &doc, data, size)) != VB_OK ||
	    (rc = read_form(&r, xmlDocGetRootElement(doc))) != VB_OK ||
	    (rc = form_finish(&r.b)) != VB_OK)
		goto out;
	rc = rules_new(&r.b.form->rules, r.b.form, err);
	if (rc)
		err_file(err, r.b.form->file);
out:
	xmlFreeDoc(doc);
	rc = xmlquiet_end(&quiet, rc, err);
	if (rc == VB_OK) {
		digest_bytes(r.b.form->digest, data, size);
		*out = r.b.form;
		r.b.form = NULL;
	}
	buf_release(&r.words);
	vec_release(&r.b.fields);
	vb_form_free(r.b.form);
	return rc;
}

int vb_form_read(struct vb_form **out, const char *path, struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc;

	*out = NULL;
	rc = file_read(&blob, path, err);
	if (!rc)
		rc = vb_form_parse(out, blob.data, blob.size, path, err);
	vb_blob_release(&blob);
	return rc;
}
