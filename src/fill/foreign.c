/*
 * foreign.c - controls bound to a custom XML part of other people (ECMA-376-1
 * 17.5.2.6): the node gets the words of the page in each document, so that
 * Word, which copies the node into the control, shows them.
 *
 * The part is one more program with a slot of words only in each node; its
 * other bytes stay. Kept are bindings of plain text to a node that holds no
 * other, for fields that stand once in the answers. A filled control has no
 * binding otherwise.
 */
#include "fill/compile.h"

#include "util/err.h"
#include "wml/bound.h"
#include "wml/marks.h"

#include <stdio.h>
#include <string.h>

static int no_memory(struct compiler *c)
{
	return err_set(c->err, VB_NOMEM, "out of memory");
}

/* ---- controls ----------------------------------------------------------- */

int foreign_note(struct compiler *c, const struct slot *slot,
		 struct control *control, const xmlNode *pr)
{
	const xmlNode *node = tree_child(pr, "dataBinding");
	const char *store = tree_attr(node, "storeItemID");
	const struct field *field = slot->field;
	struct foreign *foreign;

	if (!node || !*store || strcmp(store, MARK_STORE_ID) == 0 ||
	    control->kind != CONTROL_PLAIN || !field || field->group ||
	    slot->name.kind != NAME_FIELD)
		return VB_OK;
	foreign = vec_push(&c->foreign);
	if (!foreign)
		return no_memory(c);
	foreign->slot = (size_t)(slot - c->tpl->slots.at);
	foreign->control = control;
	foreign->store = arena_str(&c->tpl->arena, store);
	foreign->path = arena_str(&c->tpl->arena, tree_attr(node, "xpath"));
	foreign->mappings = arena_str(&c->tpl->arena,
				      tree_attr(node, "prefixMappings"));
	return foreign->store && foreign->path && foreign->mappings
		       ? VB_OK
		       : no_memory(c);
}

static int keep_binding(struct compiler *c, const struct foreign *foreign)
{
	struct buf *buf = &c->buf;

	buf_clear(buf);
	buf_adds(buf, "<w:dataBinding w:prefixMappings=\"");
	buf_add_attr(buf, foreign->mappings, strlen(foreign->mappings));
	buf_adds(buf, "\" w:xpath=\"");
	buf_add_attr(buf, foreign->path, strlen(foreign->path));
	buf_adds(buf, "\" w:storeItemID=\"");
	buf_add_attr(buf, foreign->store, strlen(foreign->store));
	buf_adds(buf, "\"/>");
	foreign->control->binding.at = arena_strn(&c->tpl->arena, buf_cstr(buf),
						  buf->size);
	foreign->control->binding.size = buf->size;
	return buf_ok(buf) && foreign->control->binding.at ? VB_OK
							   : no_memory(c);
}

/* A slot of words for the node. */
static int add_slot(size_t *out, struct compiler *c, size_t from)
{
	struct slot *slot = vec_push(&c->tpl->slots);

	if (!slot)
		return no_memory(c);
	*slot = c->tpl->slots.at[from];
	slot->is_bare = slot->is_words = true;
	slot->is_block = false;
	slot->control = NULL;
	slot->picture = NULL;
	*out = c->tpl->slots.n - 1;
	return VB_OK;
}

/* ---- bytes -------------------------------------------------------------- */

/* Past a piece of markup that begins at `at`. */
static const char *skip_markup(const char *at)
{
	const char *end = at + 1;
	char quote = '\0';

	if (strncmp(at, "<!--", 4) == 0)
		end = strstr(at + 4, "-->");
	else if (strncmp(at, "<![CDATA[", 9) == 0)
		end = strstr(at, "]]>");
	else if (at[1] == '?')
		end = strstr(at, "?>");
	else
		for (; *end && (quote || *end != '>'); end++) {
			if (quote)
				quote = *end == quote ? '\0' : quote;
			else if (*end == '"' || *end == '\'')
				quote = *end;
		}
	end = end ? strchr(end, '>') : NULL;
	return end ? end + 1 : at + strlen(at);
}

/* The content of the element whose start tag begins at `at` becomes a slot;
 * gives where the bytes go on. */
static const char *put_slot(struct buf *out, const char *at, size_t slot)
{
	const char *end = skip_markup(at);
	bool is_empty = end[-2] == '/';

	buf_add(out, at, (size_t)(end - at) - (is_empty ? 2 : 0));
	buf_addf(out, "%s<?vb %c %zu?>", is_empty ? ">" : "", (char)OP_SLOT,
		 slot);
	if (is_empty) {
		buf_adds(out, "</");
		buf_add(out, at + 1, strcspn(at + 1, " \t\r\n/>"));
		buf_addc(out, '>');
		return end;
	}
	while ((at = strchr(end, '<')) != NULL && at[1] != '/')
		end = skip_markup(at);
	return at ? at : end + strlen(end);
}

/* Writes the part with its slots into c->buf. */
static void put_slots(struct compiler *c, const char *text, const size_t *slots)
{
	const char *at = text, *next;
	size_t element = 0;

	buf_clear(&c->buf);
	while ((next = strchr(at, '<')) != NULL) {
		bool is_start = !strchr("!?/", next[1]);

		buf_add(&c->buf, at, (size_t)(next - at));
		if (is_start && slots[element++]) {
			at = put_slot(&c->buf, next, slots[element - 1] - 1);
			continue;
		}
		at = skip_markup(next);
		buf_add(&c->buf, next, (size_t)(at - next));
	}
	buf_adds(&c->buf, at);
}

/* ---- parts -------------------------------------------------------------- */

/* How many elements begin before a node; all of them for NULL. */
static size_t count_before(xmlDoc *doc, const xmlNode *end)
{
	xmlNode *node = xmlDocGetRootElement(doc);
	size_t n = 0;

	for (; node && node != end;
	     node = tree_next((xmlNode *)doc, node, false))
		n += node->type == XML_ELEMENT_NODE;
	return n;
}

static bool has_elements(const xmlNode *node)
{
	for (node = node->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			return true;
	return false;
}

static int bind_nodes(struct compiler *c, const char *store, const char *text,
		      const struct opc_part *part)
{
	size_t n = count_before(c->doc, NULL), i;
	size_t *slots = arena_array(&c->tpl->arena, n + 1, sizeof(*slots));
	bool any = false;
	int rc = VB_OK;

	if (!slots)
		return no_memory(c);
	for (i = 0; i < c->foreign.n && rc == VB_OK; i++) {
		const struct foreign *foreign = &c->foreign.at[i];
		const xmlNode *node = NULL;
		size_t at, slot = 0;

		if (wml_bound_is_store(foreign->store, store))
			node = wml_bound_node(c->doc, foreign->path);
		if (!node || has_elements(node))
			continue;
		at = count_before(c->doc, node);
		if (slots[at] && c->tpl->slots.at[slots[at] - 1].key !=
					 c->tpl->slots.at[foreign->slot].key)
			continue;
		if (!slots[at])
			rc = add_slot(&slot, c, foreign->slot);
		if (rc == VB_OK && !slots[at])
			slots[at] = slot + 1;
		if (rc == VB_OK)
			rc = keep_binding(c, foreign);
		any = true;
	}
	if (rc || !any)
		return rc;
	put_slots(c, text, slots);
	return assemble_bytes(c, part->name);
}

/* Only bytes that are as they are read: UTF-8, without our own marks. */
static bool is_plain(const xmlDoc *doc, const struct vb_blob *blob)
{
	const char *text = (const char *)blob->data;

	return !memchr(blob->data, '\0', blob->size) &&
	       !strstr(text, "<?vb ") &&
	       (!doc->encoding ||
		xmlStrcasecmp(doc->encoding, (const xmlChar *)"UTF-8") == 0);
}

static int bind_part(struct compiler *c, const struct opc *opc,
		     const struct opc_part *part, const struct opc_part *props)
{
	struct vb_blob blob = {0};
	struct vb_error fault = {0};
	xmlDoc *about = NULL;
	int rc = compile_read(&about, opc, props, &fault);

	if (rc == VB_OK)
		rc = opc_read(opc, part, &blob, &fault);
	if (rc == VB_OK)
		rc = tree_parse(&c->doc, blob.data, blob.size, part->name,
				&fault);
	/* what is no XML is nobody's to fill, and goes as it is */
	if (rc == VB_NOMEM)
		rc = no_memory(c);
	else if (rc == VB_OK && is_plain(c->doc, &blob))
		rc = bind_nodes(
			c, tree_attr(xmlDocGetRootElement(about), "itemID"),
			(const char *)blob.data, part);
	else
		rc = VB_OK;
	vb_blob_release(&blob);
	xmlFreeDoc(about);
	xmlFreeDoc(c->doc);
	c->doc = NULL;
	return rc;
}

int foreign_finish(struct compiler *c, const struct opc *opc)
{
	size_t n = 0, i;
	const struct opc_rel *rels;
	int rc = VB_OK;

	if (c->foreign.n == 0)
		return VB_OK;
	rels = opc_rels(opc, opc_main(opc), &n);
	for (i = 0; i < n && rc == VB_OK; i++) {
		const char *tail = strrchr(rels[i].type, '/');
		const struct opc_part *part, *props;

		if (rels[i].external || !tail ||
		    strcmp(tail, "/customXml") != 0)
			continue;
		part = opc_find(opc, rels[i].target);
		props = part ? opc_related(opc, part, "customXmlProps") : NULL;
		if (props)
			rc = bind_part(c, opc, part, props);
	}
	return rc;
}
