/*
 * compile.c - opens a template and compiles the parts that hold words.
 *
 * Parts are found by relationship, never by name. A part without a tag or a
 * field's control has no program: it leaves as the compressed bytes it is.
 */
#include "fill/compile.h"

#include "util/err.h"
#include "util/file.h"
#include "xml/quiet.h"

#include <stdlib.h>
#include <string.h>

/* Ids of one filling: a repeat of 100,000 rows with ten fields fits. */
#define ID_ROOM 2000000

static const uint32_t ID_FROM[SERIAL_N] = {
	[SERIAL_MARK] = 1000,
	[SERIAL_CONTROL] = 1000000,
	[SERIAL_DRAWING] = 1000,
	[SERIAL_SHAPE] = 10000,
	[SERIAL_FOOTNOTE] = 1,
	[SERIAL_ENDNOTE] = 1,
	[SERIAL_COMMENT] = TIDY_COMMENTS,
};

bool compile_is_story(const char *type)
{
	static const char *const TAILS[] = {"/header", "/footer", "/footnotes",
					    "/endnotes", "/comments"};
	const char *tail = strrchr(type, '/');
	size_t i;

	for (i = 0; tail && i < sizeof(TAILS) / sizeof(TAILS[0]); i++)
		if (strcmp(tail, TAILS[i]) == 0)
			return true;
	return false;
}

static int keep_style(const char **out, struct compiler *c,
		      const xmlNode *style)
{
	*out = arena_str(&c->tpl->arena, tree_attr(style, "styleId"));
	return *out ? VB_OK : err_set(c->err, VB_NOMEM, "out of memory");
}

static int add_styles(struct compiler *c, xmlNode *styles)
{
	xmlNode *style = styles->children;
	int rc = VB_OK;

	for (; style && rc == VB_OK; style = style->next) {
		const char *name = tree_child_val(style, "name");
		const char **id;

		if (!tree_is(style, "style") || !name)
			continue;
		/* told by name: ids are translated in some editors */
		if (strcmp(name, "Hyperlink") == 0 ||
		    strcmp(name, "Internet Link") == 0)
			rc = keep_style(&c->link_style, c, style);
		if (strncmp(name, "heading ", 8) != 0 &&
		    strncmp(name, "Heading ", 8) != 0)
			continue;
		id = vec_push(&c->heading_styles);
		rc = id ? keep_style(id, c, style)
			: err_set(c->err, VB_NOMEM, "out of memory");
	}
	return rc;
}

int compile_read(xmlDoc **out, const struct opc *opc,
		 const struct opc_part *part, struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc = opc_read(opc, part, &blob, err);

	*out = NULL;
	if (rc == VB_OK)
		rc = tree_parse(out, blob.data, blob.size, part->name, err);
	vb_blob_release(&blob);
	return rc;
}

static int read_styles(struct compiler *c, const struct opc *opc)
{
	const struct opc_part *part = opc_related(opc, opc_main(opc), "styles");
	xmlDoc *doc;
	int rc;

	if (!part)
		return VB_OK;
	rc = compile_read(&doc, opc, part, c->err);
	if (rc == VB_OK)
		rc = add_styles(c, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	return rc;
}

/* A fault of the template is reported and the work goes on, so that the next
 * one is reported too. */
static bool is_fatal(int rc)
{
	return rc != VB_OK && rc != VB_TEMPLATE;
}

static int run_passes(struct compiler *c, const struct opc_part *part)
{
	int (*const passes[])(struct compiler *) = {
		faults_headings, tidy_clean,	picture_pass, controls_pass,
		lexer_pass,	 sections_pass, columns_pass, tidy_pass};
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < sizeof(passes) / sizeof(passes[0]); i++) {
		rc = passes[i](c);
		if (rc == VB_OK && c->has_lost && *c->has_lost)
			rc = err_set(c->err, VB_NOMEM, "out of memory");
		if (rc != VB_OK)
			return rc;
	}
	return c->n_slots ? assemble_pass(c, part) : VB_OK;
}

static void drop_models(struct compiler *c)
{
	size_t i;

	for (i = 0; i < c->models.n; i++)
		xmlFreeNode(c->models.at[i].p);
	c->models.n = 0;
}

/* The tree of a part: partials are in it when it was read before. */
static int take_story(struct compiler *c, const struct opc *opc,
		      const struct opc_part *part)
{
	size_t i;
	int rc;

	for (i = 0; i < c->stories.n; i++)
		if (strcmp(c->stories.at[i].name, part->name) == 0) {
			c->doc = c->stories.at[i].doc;
			c->stories.at[i].doc = NULL;
			return VB_OK;
		}
	rc = compile_read(&c->doc, opc, part, c->err);
	if (rc == VB_OK)
		faults_number(c->doc);
	return rc;
}

void compile_begin(struct compiler *c, const char *part_name)
{
	c->part = part_name;
	c->tokens.n = 0;
	c->headings.n = 0;
	c->n_slots = 0;
	c->open_ended = NULL;
}

static int compile_part(struct compiler *c, const struct opc *opc,
			const struct opc_part *part)
{
	int rc = take_story(c, opc, part);

	compile_begin(c, part->name);
	if (rc == VB_OK)
		rc = run_passes(c, part);
	drop_models(c);
	xmlFreeDoc(c->doc);
	c->doc = NULL;
	c->part = NULL;
	return rc;
}

/* Every part once, though two sections may share a header. */
static int compile_parts(struct compiler *c, const struct opc *opc)
{
	const struct opc_part *main_part = opc_main(opc);
	const struct opc_rel *rels;
	bool *seen;
	size_t i, n;
	int rc;

	if (!main_part)
		return err_set(c->err, VB_DOCUMENT, "no main document part");
	seen = calloc(opc_count(opc) + 1, sizeof(*seen));
	if (!seen)
		return err_set(c->err, VB_NOMEM, "out of memory");
	seen[main_part->index] = true;
	rels = opc_rels(opc, main_part, &n);
	rc = compile_part(c, opc, main_part);
	for (i = 0; i < n && !is_fatal(rc); i++) {
		const struct opc_part *part = NULL;

		if (!rels[i].external && compile_is_story(rels[i].type))
			part = opc_find(opc, rels[i].target);
		if (!part || seen[part->index])
			continue;
		seen[part->index] = true;
		rc = compile_part(c, opc, part);
	}
	free(seen);
	return is_fatal(rc) ? rc : VB_OK;
}

/* A part of properties: read only when it has a tag. */
static int compile_properties(struct compiler *c, const struct opc *opc,
			      const struct opc_part *part)
{
	struct vb_blob blob = {0};
	int rc = opc_read(opc, part, &blob, c->err);

	compile_begin(c, part->name);
	if (rc == VB_OK && strstr((const char *)blob.data, "{{")) {
		rc = tree_parse(&c->doc, blob.data, blob.size, part->name,
				c->err);
		if (rc == VB_OK)
			rc = plain_pass(c);
		if (rc == VB_OK && c->n_slots)
			rc = assemble_pass(c, part);
	}
	vb_blob_release(&blob);
	xmlFreeDoc(c->doc);
	c->doc = NULL;
	c->part = NULL;
	return rc;
}

/* The custom ones are read in properties.c: they get ours as well. */
static int compile_all_properties(struct compiler *c, const struct opc *opc)
{
	static const char *const TAILS[] = {"/core-properties",
					    "/extended-properties"};
	size_t i, k, n;
	const struct opc_rel *rels = opc_rels(opc, NULL, &n);
	int rc = VB_OK;

	for (i = 0; i < n && !is_fatal(rc); i++) {
		const char *tail = strrchr(rels[i].type, '/');
		const struct opc_part *part = NULL;

		for (k = 0; k < sizeof(TAILS) / sizeof(TAILS[0]); k++)
			if (tail && strcmp(tail, TAILS[k]) == 0 &&
			    !rels[i].external)
				part = opc_find(opc, rels[i].target);
		if (part)
			rc = compile_properties(c, opc, part);
	}
	return is_fatal(rc) ? rc : VB_OK;
}

static int find_parts(struct compiler *c)
{
	struct vb_template *tpl = c->tpl;
	size_t i;

	tpl->report = opc_find(tpl->marked, tpl->report_name);
	tpl->custom = opc_find(tpl->marked, tpl->custom_name);
	if (!tpl->report || !tpl->custom)
		return err_set(c->err, VB_INTERNAL, "a part got lost");
	for (i = 0; i < tpl->programs.n; i++) {
		struct program *program = &tpl->programs.at[i];

		program->marked = opc_find(tpl->marked, program->part_name);
		program->plain = opc_find(tpl->plain, program->part_name);
		if (!program->marked || !program->plain)
			return err_set(c->err, VB_INTERNAL, "a part got lost");
	}
	return VB_OK;
}

static int compare_ids(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct ids {
	VEC(const char *);
};

static bool add_id(struct ids *ids, const char *id)
{
	const char **slot = id ? vec_push(ids) : NULL;

	if (slot)
		*slot = id;
	return slot != NULL;
}

/* All names of a dotted name: answers are placed by any of them. */
static bool add_name(struct vb_template *tpl, struct ids *ids,
		     const struct name *name)
{
	const char *at = name->rest;
	bool good = add_id(ids, name->id);

	if (good && name->level[0] && !tpl->form)
		good = add_id(ids, name->level);
	while (good && *at) {
		size_t size = strcspn(at, ".");

		good = add_id(ids, arena_strn(&tpl->arena, at, size));
		at += size + (at[size] == '.');
	}
	return good;
}

static int sort_ids(struct compiler *c)
{
	struct vb_template *tpl = c->tpl;
	struct ids ids = {0};
	bool good = true;
	size_t i;

	for (i = 0; i < tpl->keys.n && good; i++)
		good = add_name(tpl, &ids, &tpl->keys.at[i]);
	tpl->ids = arena_array(&tpl->arena, ids.n + 1, sizeof(*tpl->ids));
	if (good && tpl->ids && ids.n) {
		memcpy(tpl->ids, ids.at, ids.n * sizeof(*tpl->ids));
		qsort(tpl->ids, ids.n, sizeof(*tpl->ids), compare_ids);
	}
	tpl->n_ids = ids.n;
	vec_release(&ids);
	return good && tpl->ids ? VB_OK
				: err_set(c->err, VB_NOMEM, "out of memory");
}

/* Notes for the fields the page has no place for. */
static void note_missing(struct compiler *c)
{
	const struct vb_form *form = c->tpl->form;
	size_t i;

	for (i = 0; form && i < form->n_fields; i++) {
		const struct field *field = form->fields[i];
		struct name name = {0};

		if (field->is_base || c->tpl->is_placed[field->index])
			continue;
		strncpy(name.id, field->id, sizeof(name.id) - 1);
		faults_add(c, "field-without-slot", VB_NOTE, NULL, &name,
			   "the template has no place for '%s'", field->id);
	}
}

static void find_rules(struct vb_template *tpl)
{
	size_t i;

	for (i = 0; tpl->form && i < tpl->form->n_fields; i++) {
		if (tpl->form->fields[i]->calculate)
			tpl->calculates = true;
		if (tpl->form->fields[i]->relevant)
			tpl->has_relevant = true;
	}
}

static int compile(struct compiler *c, const struct opc *opc)
{
	struct vb_template *tpl = c->tpl;
	size_t n_fields = tpl->form ? tpl->form->n_fields : 0;
	size_t i;
	int rc;

	tpl->is_placed = arena_array(&tpl->arena, n_fields + 1,
				     sizeof(*tpl->is_placed));
	if (!tpl->is_placed)
		return err_set(c->err, VB_NOMEM, "out of memory");
	rc = properties_read(c, opc);
	if (rc == VB_OK)
		rc = properties_find_report(c, opc);
	if (rc == VB_OK)
		rc = read_styles(c, opc);
	if (rc == VB_OK)
		rc = numbering_read(c, opc);
	if (rc == VB_OK)
		rc = compile_parts(c, opc);
	if (rc == VB_OK)
		rc = compile_all_properties(c, opc);
	if (rc == VB_OK)
		rc = foreign_finish(c, opc);
	if (rc == VB_OK)
		rc = fields_finish(c, opc);
	if (rc == VB_OK)
		rc = numbering_finish(c);
	if (rc != VB_OK)
		return rc;
	note_missing(c);
	if (c->err->code != VB_OK)
		return (int)c->err->code;
	find_rules(tpl);
	for (i = 0; i < SERIAL_N; i++)
		tpl->bases[i] = tidy_base(&c->used[i], ID_FROM[i], ID_ROOM);
	rc = sort_ids(c);
	if (rc == VB_OK)
		rc = properties_packages(c, opc);
	return rc ? rc : find_parts(c);
}

static void release(struct compiler *c)
{
	size_t i;

	for (i = 0; i < c->stories.n; i++)
		xmlFreeDoc(c->stories.at[i].doc);
	vec_release(&c->stories);
	vec_release(&c->origins);
	drop_models(c);
	vec_release(&c->models);
	xmlFreeDoc(c->doc);
	numbering_free(c->numbering);
	buf_release(&c->buf);
	for (i = 0; i < SERIAL_N; i++)
		vec_release(&c->used[i]);
	vec_release(&c->calls);
	vec_release(&c->heading_styles);
	vec_release(&c->foreign);
	vec_release(&c->tokens);
	vec_release(&c->headings);
	free(c->key_slots);
}

static int compile_whole(struct compiler *c, const struct opc *opc)
{
	struct opc *taken = NULL, *merged = NULL;
	int rc = intake_open(&taken, c, opc);

	if (rc == VB_OK)
		rc = partials_pass(&merged, c, taken ? taken : opc);
	if (rc == VB_OK)
		rc = compile(c, merged ? merged : taken ? taken : opc);
	opc_free(merged);
	opc_free(taken);
	return rc;
}

/* Where a template is from. */
struct place {
	const char *file;
	bool has_folder;
};

static int compile_opened(struct vb_template **out, const struct opc *opc,
			  const struct place *from, const struct vb_form *form,
			  const struct vb_sink *sink, struct vb_error *err)
{
	struct vb_template *tpl = calloc(1, sizeof(*tpl));
	struct vb_error own = {0};
	struct compiler c = {0};
	struct xmlquiet quiet;
	int rc;

	if (!tpl)
		return err_set(err, VB_NOMEM, "out of memory");
	xmlquiet_begin(&quiet);
	c.tpl = tpl;
	c.sink = sink;
	c.err = &own;
	c.has_lost = &quiet.is_nomem;
	c.path = from->has_folder ? from->file : NULL;
	tpl->form = form;
	tpl->file = arena_str(&tpl->arena, from->file);
	tpl->form_id = "";
	rc = tpl->file ? compile_whole(&c, opc)
		       : err_set(c.err, VB_NOMEM, "out of memory");
	release(&c);
	rc = xmlquiet_end(&quiet, rc, &own);
	if (rc == VB_OK) {
		*out = tpl;
		return VB_OK;
	}
	/* a fault was told before what ended the work */
	if (own.code != VB_OK)
		rc = (int)own.code;
	err_file(&own, from->file);
	if (err && err->code == VB_OK)
		*err = own;
	vb_template_free(tpl);
	return rc;
}

int template_compile(struct vb_template **out, const struct opc *opc,
		     const char *file, const struct vb_form *form,
		     const struct vb_sink *sink, struct vb_error *err)
{
	const struct place from = {file, false};

	return compile_opened(out, opc, &from, form, sink, err);
}

int vb_template_open(struct vb_template **out, const char *path,
		     const struct vb_form *form, const struct vb_sink *sink,
		     struct vb_error *err)
{
	const struct place from = {path, strcmp(path, "-") != 0};
	struct vb_blob blob = {0};
	char digest[DIGEST_SIZE];
	struct opc *opc = NULL;
	int rc = file_read(&blob, path, err);

	if (rc)
		return rc;
	digest_bytes(digest, blob.data, blob.size);
	rc = opc_open_blob(&opc, &blob, path, err);
	if (rc == VB_OK)
		rc = compile_opened(out, opc, &from, form, sink, err);
	if (rc == VB_OK)
		partials_digest(*out, digest);
	vb_blob_release(&blob);
	opc_free(opc);
	return rc;
}

void vb_template_free(struct vb_template *tpl)
{
	if (!tpl)
		return;
	opc_free(tpl->marked);
	opc_free(tpl->plain);
	vec_release(&tpl->partials);
	vec_release(&tpl->slots);
	vec_release(&tpl->sections);
	vec_release(&tpl->grid_spans);
	vec_release(&tpl->programs);
	vec_release(&tpl->keys);
	vec_release(&tpl->copies);
	vec_release(&tpl->lists);
	arena_release(&tpl->arena);
	free(tpl);
}

int vb_template_names(struct vb_blob *form_id, const char *path,
		      struct vb_error *err)
{
	struct vb_template tpl = {.file = path};
	struct compiler c = {.tpl = &tpl, .err = err};
	struct buf id = BUF_INIT;
	struct xmlquiet quiet;
	struct opc *opc = NULL;
	int rc = opc_open(&opc, path, err);

	if (rc)
		return rc;
	xmlquiet_begin(&quiet);
	rc = xmlquiet_end(&quiet, properties_read(&c, opc), err);
	if (rc == VB_OK) {
		buf_adds(&id, tpl.form_id);
		rc = buf_take(&id, form_id, err);
	}
	if (rc != VB_OK)
		err_file(err, path);
	buf_release(&id);
	release(&c);
	arena_release(&tpl.arena);
	opc_free(opc);
	return rc;
}

const char *vb_template_form_id(const struct vb_template *tpl)
{
	return tpl->form_id;
}
