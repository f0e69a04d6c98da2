/*
 * properties.c - the two packages of a template: `marked`, with a place for
 * the report part (wml/marks.h) and the custom properties, and `plain`,
 * without any mark of an earlier filling. Made once, so that a filling only
 * replaces parts and every relationship leaves as raw bytes.
 */
#include "fill/compile.h"

#include "fill/properties.h"

#include "util/err.h"
#include "wml/marks.h"

#include <stdlib.h>
#include <string.h>

#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define CUSTOM_NS                                                \
	"http://schemas.openxmlformats.org/officeDocument/2006/" \
	"custom-properties"
#define CUSTOM_TYPE                                      \
	"application/vnd.openxmlformats-officedocument." \
	"custom-properties+xml"
#define ITEM_PROPS_TYPE                                  \
	"application/vnd.openxmlformats-officedocument." \
	"customXmlProperties+xml"
#define VT_NS \
	"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

static const char CUSTOM_HEAD[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	"<Properties xmlns=\"" CUSTOM_NS "\" xmlns:vt=\"" VT_NS "\">";
static const char CUSTOM_TAIL[] = "</Properties>";
static const char ITEM[] = "<report xmlns=\"" MARK_REPORT_NS "\"/>";
static const char ITEM_PROPS[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
	"<ds:datastoreItem ds:itemID=\"" MARK_STORE_ID "\" xmlns:ds=\"http://"
	"schemas.openxmlformats.org/officeDocument/2006/customXml\">"
	"<ds:schemaRefs><ds:schemaRef ds:uri=\"" MARK_REPORT_NS
	"\"/></ds:schemaRefs></ds:datastoreItem>";

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

static bool is_ours(const char *name)
{
	static const char *const ours[] = {
		MARK_PROP_FORM,		MARK_PROP_VERSION,
		MARK_PROP_UNIT,		MARK_PROP_PROGRAM,
		MARK_PROP_FORM_HASH,	MARK_PROP_TEMPLATE_HASH,
		MARK_PROP_ANSWERS_HASH, MARK_PROP_PARTIALS,
	};
	size_t i;

	for (i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		if (strcmp(name, ours[i]) == 0)
			return true;
	return false;
}

/* Takes our properties out of the tree and notes the highest pid. */
static int take_ours(struct compiler *c, xmlNode *root)
{
	xmlNode *node = root->children;

	while (node) {
		xmlNode *next = node->next;
		const char *name = tree_plain_attr(node, "name");
		long pid = strtol(tree_plain_attr(node, "pid"), NULL, 10);

		if (is_ours(name)) {
			if (strcmp(name, MARK_PROP_FORM) == 0) {
				xmlChar *id = xmlNodeGetContent(node);

				if (!id)
					return no_memory(c);
				c->tpl->form_id = arena_str(&c->tpl->arena,
							    (char *)id);
				xmlFree(id);
			}
			tree_remove(node);
		} else if (pid >= c->tpl->custom_pid && pid < INT32_MAX - 8) {
			c->tpl->custom_pid = (int)pid + 1;
		}
		node = next;
	}
	return c->tpl->form_id ? VB_OK : no_memory(c);
}

/*
 * Copies the properties that are not ours below a head of our own making. A
 * document node as parent makes libxml2 declare the prefixes on each copy.
 */
static int keep_head(struct compiler *c, xmlNode *root)
{
	struct buf head = BUF_INIT;
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *node;
	bool good = doc != NULL;

	buf_adds(&head, CUSTOM_HEAD);
	for (node = root->children; good && node; node = node->next) {
		xmlNode *copy;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		copy = xmlDocCopyNode(node, doc, 1);
		good = copy != NULL;
		if (!good)
			break;
		xmlDocSetRootElement(doc, copy);
		doc->encoding = doc->encoding
					? doc->encoding
					: xmlStrdup((const xmlChar *)"UTF-8");
		tree_dump(&head, copy);
		tree_remove(copy);
	}
	if (good)
		c->tpl->custom_head.at = arena_strn(&c->tpl->arena,
						    buf_cstr(&head), head.size);
	c->tpl->custom_head.size = head.size;
	good = good && buf_ok(&head) && c->tpl->custom_head.at;
	buf_release(&head);
	xmlFreeDoc(doc);
	return good ? VB_OK : no_memory(c);
}

/* The tags in the properties that are not ours. */
static int take_tags(struct compiler *c, xmlDoc *doc,
		     const struct opc_part *part)
{
	int rc;

	compile_begin(c, part->name);
	c->doc = doc;
	rc = plain_pass(c);
	if (rc == VB_OK)
		rc = keep_head(c, xmlDocGetRootElement(doc));
	if (rc == VB_OK && c->n_slots) {
		buf_clear(&c->buf);
		buf_add(&c->buf, c->tpl->custom_head.at,
			c->tpl->custom_head.size);
		rc = assemble_bytes(c, part->name);
		c->tpl->custom_program = c->tpl->programs.n;
	}
	c->doc = NULL;
	c->part = NULL;
	/* a fault has been told; the work goes on to the next one */
	return rc == VB_TEMPLATE ? VB_OK : rc;
}

int properties_read(struct compiler *c, const struct opc *opc)
{
	const struct opc_part *part = opc_related(opc, NULL,
						  "custom-properties");
	xmlDoc *doc;
	int rc;

	c->tpl->form_id = "";
	c->tpl->custom_pid = 2; /* 0 and 1 are reserved (ECMA-376-1 22.3) */
	c->tpl->custom_head.at = CUSTOM_HEAD;
	c->tpl->custom_head.size = sizeof(CUSTOM_HEAD) - 1;
	if (!part)
		return VB_OK;
	rc = compile_read(&doc, opc, part, c->err);
	if (rc == VB_OK)
		rc = take_ours(c, xmlDocGetRootElement(doc));
	if (rc == VB_OK)
		rc = take_tags(c, doc, part);
	xmlFreeDoc(doc);
	return rc;
}

/* True when a custom XML part is the report of an earlier filling. */
static int is_report(bool *out, struct compiler *c, const struct opc *opc,
		     const struct opc_part *part)
{
	struct vb_blob blob = {0};
	struct vb_error ignored = {0};
	xmlDoc *doc = NULL;
	int rc = opc_read(opc, part, &blob, c->err);

	*out = false;
	if (rc)
		return rc;
	/* other people's parts need not be XML that we can read */
	if (strstr((const char *)blob.data, MARK_REPORT_NS) &&
	    tree_parse(&doc, blob.data, blob.size, part->name, &ignored) ==
		    VB_OK)
		*out = tree_is_ns(xmlDocGetRootElement(doc), MARK_REPORT_NS,
				  "report");
	xmlFreeDoc(doc);
	vb_blob_release(&blob);
	return VB_OK;
}

int properties_find_report(struct compiler *c, const struct opc *opc)
{
	const struct opc_part *main_part = opc_main(opc);
	size_t i, n;
	const struct opc_rel *rels = opc_rels(opc, main_part, &n);

	c->n_reports = 0;
	for (i = 0; i < n; i++) {
		const char *tail = strrchr(rels[i].type, '/');
		const struct opc_part *part;
		bool found;
		int rc;

		if (!tail || strcmp(tail, "/customXml") != 0 ||
		    rels[i].external)
			continue;
		part = opc_find(opc, rels[i].target);
		if (!part)
			continue;
		rc = is_report(&found, c, opc, part);
		if (rc)
			return rc;
		if (found && c->n_reports < FILL_REPORTS_MAX)
			c->reports[c->n_reports++] = part;
	}
	return VB_OK;
}

static int remove_reports(struct compiler *c, const struct opc *opc,
			  struct opc_edit *edit)
{
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < c->n_reports && rc == VB_OK; i++) {
		const struct opc_part *props = opc_related(opc, c->reports[i],
							   "customXmlProps");

		if (props)
			rc = opc_edit_remove(edit, props, c->err);
		if (rc == VB_OK)
			rc = opc_edit_remove(edit, c->reports[i], c->err);
	}
	return rc;
}

static int add_report(struct compiler *c, const struct opc *opc,
		      struct opc_edit *edit)
{
	char item[OPC_NAME_MAX], props[OPC_NAME_MAX], id[OPC_ID_MAX];
	int rc = opc_edit_free_name(edit, "customXml/item", ".xml", item,
				    c->err);

	if (rc == VB_OK)
		rc = opc_edit_add(edit, item, "application/xml", ITEM,
				  sizeof(ITEM) - 1, c->err);
	if (rc == VB_OK)
		rc = opc_edit_free_name(edit, "customXml/itemProps", ".xml",
					props, c->err);
	if (rc == VB_OK)
		rc = opc_edit_add(edit, props, ITEM_PROPS_TYPE, ITEM_PROPS,
				  sizeof(ITEM_PROPS) - 1, c->err);
	if (rc == VB_OK)
		rc = opc_edit_relate(edit, opc_main(opc)->name, REL "customXml",
				     item, id, c->err);
	if (rc == VB_OK)
		rc = opc_edit_relate(edit, item, REL "customXmlProps", props,
				     id, c->err);
	if (rc != VB_OK)
		return rc;
	c->tpl->report_name = arena_str(&c->tpl->arena, item);
	return c->tpl->report_name ? VB_OK : no_memory(c);
}

/* Puts `custom` in place of the custom properties, or adds it. */
static int set_custom(struct compiler *c, const struct opc *opc,
		      struct opc_edit *edit, const struct buf *custom)
{
	const struct opc_part *part = opc_related(opc, NULL,
						  "custom-properties");
	char name[OPC_NAME_MAX] = "docProps/custom.xml";
	char id[OPC_ID_MAX];
	int rc = VB_OK;

	if (part) {
		c->tpl->custom_name = arena_str(&c->tpl->arena, part->name);
		if (!c->tpl->custom_name)
			return no_memory(c);
		return opc_edit_replace(edit, part, custom->data, custom->size,
					c->err);
	}
	if (opc_edit_has(edit, name))
		rc = opc_edit_free_name(edit, "docProps/custom", ".xml", name,
					c->err);
	if (rc == VB_OK)
		rc = opc_edit_add(edit, name, CUSTOM_TYPE, custom->data,
				  custom->size, c->err);
	if (rc == VB_OK)
		rc = opc_edit_relate(edit, "", REL "custom-properties", name,
				     id, c->err);
	if (rc != VB_OK)
		return rc;
	c->tpl->custom_name = arena_str(&c->tpl->arena, name);
	return c->tpl->custom_name ? VB_OK : no_memory(c);
}

static int make(struct opc **out, struct compiler *c, const struct opc *opc,
		bool marked)
{
	struct opc_edit *edit = NULL;
	struct buf custom = BUF_INIT;
	struct vb_blob blob = {0};
	int rc = opc_edit_new(&edit, opc, c->err);

	buf_add(&custom, c->tpl->custom_head.at, c->tpl->custom_head.size);
	buf_adds(&custom, CUSTOM_TAIL);
	if (rc == VB_OK && !buf_ok(&custom))
		rc = no_memory(c);
	if (rc == VB_OK)
		rc = remove_reports(c, opc, edit);
	if (rc == VB_OK && marked)
		rc = add_report(c, opc, edit);
	/* a plain page needs no properties, only to lose ours */
	if (rc == VB_OK &&
	    (marked || opc_related(opc, NULL, "custom-properties")))
		rc = set_custom(c, opc, edit, &custom);
	if (rc == VB_OK)
		rc = opc_edit_write(edit, NULL, &blob, c->err);
	if (rc == VB_OK)
		rc = opc_open_blob(out, &blob, c->tpl->file, c->err);
	vb_blob_release(&blob);
	opc_edit_free(edit);
	buf_release(&custom);
	return rc;
}

int properties_packages(struct compiler *c, const struct opc *opc)
{
	int rc = make(&c->tpl->marked, c, opc, true);

	if (rc == VB_OK)
		rc = make(&c->tpl->plain, c, opc, false);
	return rc;
}

/* ---- filling ------------------------------------------------------------- */

void properties_add(struct buf *out, int pid, const char *name,
		    const char *value)
{
	/* the format id of user-defined properties, [MS-OSHARED] 2.3.3.2.3 */
	buf_addf(out,
		 "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" "
		 "pid=\"%d\" name=\"%s\"><vt:lpwstr>",
		 pid, name);
	buf_add_text(out, value, strlen(value));
	buf_adds(out, "</vt:lpwstr></property>");
}

/* "a.docx|b.docx", in the order the digest takes them. */
static void add_partials(struct buf *out, const struct vb_template *tpl,
			 int pid)
{
	struct buf names = BUF_INIT;
	size_t i;

	for (i = 0; i < tpl->partials.n; i++)
		buf_addf(&names, "%s%s", i ? "|" : "",
			 tpl->partials.at[i].name);
	properties_add(out, pid, MARK_PROP_PARTIALS, buf_cstr(&names));
	out->failed = out->failed || !buf_ok(&names);
	buf_release(&names);
}

void properties_end(struct buf *out)
{
	buf_adds(out, CUSTOM_TAIL);
}

void properties_write(struct buf *out, const struct vb_template *tpl,
		      const struct vb_answers *answers, const char *digest)
{
	const struct vb_form *form = tpl->form;
	int pid = tpl->custom_pid;

	properties_add(out, pid++, MARK_PROP_FORM,
		       form ? form->id : answers->form_id);
	properties_add(out, pid++, MARK_PROP_VERSION,
		       form ? form->version : answers->version);
	properties_add(out, pid++, MARK_PROP_UNIT, answers->unit);
	properties_add(out, pid++, MARK_PROP_PROGRAM, "vanban " VB_VERSION);
	if (form)
		properties_add(out, pid++, MARK_PROP_FORM_HASH, form->digest);
	if (tpl->digest[0])
		properties_add(out, pid++, MARK_PROP_TEMPLATE_HASH,
			       tpl->digest);
	if (tpl->partials.n)
		add_partials(out, tpl, pid++);
	properties_add(out, pid, MARK_PROP_ANSWERS_HASH, digest);
	properties_end(out);
}
