/* draft.c - an outline document to the first draft of a form. */
#include "draft/draft.h"

#include "text/norm.h"
#include "util/err.h"
#include "util/file.h"
#include "xml/quiet.h"

#include <string.h>

/* ---- the tree ---------------------------------------------------------- */

struct draft_node *draft_add(struct draft *d, struct draft_node *parent,
			     enum draft_kind kind)
{
	struct draft_node *node = arena_new(&d->arena, struct draft_node);

	if (!node)
		return NULL;
	node->kind = kind;
	node->parent = parent;
	node->colspan = node->rowspan = 1;
	if (!parent)
		return node;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	return node;
}

struct draft_field *draft_field(struct draft *d, enum field_type type,
				struct text_span words)
{
	struct draft_field *field = arena_new(&d->arena, struct draft_field);

	if (!field)
		return NULL;
	field->type = type;
	field->words = arena_strn(&d->arena, words.size ? words.at : "",
				  words.size);
	return field->words ? field : NULL;
}

void draft_item(struct draft *d, struct draft_node *node,
		enum draft_item_kind kind, struct text_span words,
		struct draft_field *field)
{
	struct draft_item *item = arena_new(&d->arena, struct draft_item);

	if (!item || (kind == ITEM_FIELD && !field))
		return;
	item->kind = kind;
	item->words = words;
	item->field = field;
	if (node->last_item)
		node->last_item->next = item;
	else
		node->items = item;
	node->last_item = item;
}

void draft_comment(struct draft *d, struct draft_node *node, const char *text)
{
	node->comment = node->comment ? arena_printf(&d->arena, "%s; %s",
						     node->comment, text)
				      : text;
	d->n_comments++;
}

bool draft_asks(const struct draft_node *node)
{
	if (node->field || draft_last_field(node))
		return true;
	for (const struct draft_node *n = node->first; n; n = n->next)
		if (draft_asks(n))
			return true;
	return false;
}

struct draft_field *draft_last_field(const struct draft_node *node)
{
	struct draft_field *field = NULL;

	for (const struct draft_item *i = node->items; i; i = i->next)
		if (i->kind == ITEM_FIELD)
			field = i->field;
	return field;
}

/* ---- the whole --------------------------------------------------------- */

/* The id of the form: the name of the file, in the letters of an id. */
static int name_form(struct draft *d, const char *path)
{
	const char *name = strrchr(path, '/');
	struct buf id = BUF_INIT;
	const char *dot;
	size_t n;

	name = name ? name + 1 : path;
	dot = strrchr(name, '.');
	text_plain(&id, name, dot ? (size_t)(dot - name) : strlen(name));
	for (n = 0; n < id.size && n < FORM_ID_MAX; n++)
		if (id.data[n] == ' ')
			id.data[n] = '-';
	d->form_id = n ? arena_strn(&d->arena, id.data, n) : "form";
	n = id.failed || !d->form_id;
	buf_release(&id);
	return n ? err_set(d->err, VB_NOMEM, "out of memory") : VB_OK;
}

static void say(const struct draft *d, const struct vb_sink *sink,
		const char *path, enum vb_severity severity, const char *rule,
		const char *message)
{
	struct vb_finding finding = {
		.rule = rule,
		.severity = severity,
		.field = "",
		.level = "",
		.message = message,
		.place = {.file = path, .part = "", .heading = "", .near = ""},
	};

	if (sink && sink->take && message && !d->arena.failed)
		sink->take(sink->payload, &finding);
}

static void report(struct draft *d, const struct vb_sink *sink,
		   const char *path)
{
	if (d->n_fields == 0)
		say(d, sink, path, VB_WARNING, "draft-empty",
		    "no blank was found in the outline");
	if (d->n_comments)
		say(d, sink, path, VB_NOTE, "draft-guess",
		    arena_printf(&d->arena,
				 "guesses marked in the form by a comment "
				 "with '?': %u",
				 d->n_comments));
}

/* What is written must be a form: a draft that is not is our fault. */
static int check(const struct vb_blob *out, const char *path,
		 struct vb_error *err)
{
	struct vb_error own = {.code = VB_OK};
	struct vb_form *form = NULL;
	int code = vb_form_parse(&form, out->data, out->size, path, &own);

	vb_form_free(form);
	if (code == VB_OK || code == VB_NOMEM)
		return code == VB_OK ? code
				     : err_set(err, VB_NOMEM, "out of memory");
	err_set(err, VB_INTERNAL, "the draft is not a form: %s, %s", own.where,
		own.text);
	return VB_INTERNAL;
}

static int draft_page(struct draft *d, struct vb_blob *out)
{
	int code;

	outline_read(d);
	code = d->arena.failed ? VB_NOMEM : names_give(d);
	if (code == VB_OK)
		code = write_form(d, out);
	if (code == VB_OK && draft_patterns_failed(d->patterns))
		code = VB_NOMEM;
	return code == VB_NOMEM ? err_set(d->err, code, "out of memory") : code;
}

int vb_form_draft(const char *path, struct vb_blob *out,
		  const struct vb_sink *sink, struct vb_error *err)
{
	struct draft d = {.err = err};
	struct draft_patterns *patterns = NULL;
	struct xmlquiet quiet;
	struct opc *opc = NULL;
	int code;

	*out = (struct vb_blob){NULL, 0};
	xmlquiet_begin(&quiet);
	if ((code = opc_open(&opc, path, err)) != VB_OK ||
	    (code = draft_patterns_new(&patterns, err)) != VB_OK ||
	    (code = page_read(&d.page, opc, err)) != VB_OK ||
	    (code = name_form(&d, path)) != VB_OK)
		goto out;
	d.patterns = patterns;
	code = draft_page(&d, out);
	if (code == VB_OK)
		code = check(out, path, err);
	if (code == VB_OK)
		report(&d, sink, path);
out:
	code = xmlquiet_end(&quiet, code, err);
	if (code != VB_OK) {
		err_file(err, path);
		vb_blob_release(out);
	}
	draft_patterns_free(patterns);
	page_release(&d.page);
	arena_release(&d.arena);
	opc_free(opc);
	return code;
}
