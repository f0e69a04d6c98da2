/* partials.c - see partials.h: parts, tags, and what takes their place. */
#include "fill/partials.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* Words without one of these have no tag that matters here. */
#define TELLING ">=!"

int partials_no_memory(struct merger *m)
{
	return err_set(m->c->err, VB_NOMEM, "out of memory");
}

bool partials_put(xmlHashTable **table, const char *key, const void *value)
{
	if (!*table)
		*table = xmlHashCreate(64);
	return *table && xmlHashUpdateEntry(*table, (const xmlChar *)key,
					    (void *)value, NULL) == 0;
}

void *partials_get(xmlHashTable *table, const char *key)
{
	return table ? xmlHashLookup(table, (const xmlChar *)key) : NULL;
}

bool partials_index(xmlHashTable **table, const xmlNode *root, const char *name,
		    const char *attr)
{
	xmlNode *node = root ? root->children : NULL;

	for (; node; node = node->next)
		if (tree_is(node, name) &&
		    !partials_get(*table, tree_attr(node, attr)) &&
		    !partials_put(table, tree_attr(node, attr), node))
			return false;
	return true;
}

void partials_fault(const struct splice *s, const char *why)
{
	faults_add(s->m->c, "bad-partial", VB_SEVERE, s->at, NULL,
		   "'{{> %.80s}}' %s", s->source->name, why);
}

static int origin_new(size_t *out, struct compiler *c, const char *file,
		      const char *part)
{
	struct origin *origin;

	if (c->origins.n >= FILL_ORIGINS_MAX)
		return err_set(c->err, VB_LIMIT,
			       "partials come from more than %d parts",
			       FILL_ORIGINS_MAX - 1);
	origin = vec_push(&c->origins);
	if (!origin)
		return err_set(c->err, VB_NOMEM, "out of memory");
	origin->file = file;
	origin->part = part;
	tags_default(&origin->delims);
	*out = c->origins.n - 1;
	return VB_OK;
}

int partials_origin(size_t *out, struct splice *s, const char *part)
{
	part = arena_str(&s->m->c->tpl->arena, part);
	return part ? origin_new(out, s->m->c, s->source->path, part)
		    : partials_no_memory(s->m);
}

/* ---- putting in --------------------------------------------------------- */

static bool is_block(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && !tree_is(node, "sectPr");
}

static const xmlNode *body_of(const struct source *source)
{
	return tree_child(xmlDocGetRootElement(source->main), "body");
}

/* The one paragraph of a partial, NULL when it has more than that. */
static const xmlNode *only_paragraph(const struct source *source)
{
	const xmlNode *node = body_of(source)->children, *only = NULL;

	for (; node; node = node->next) {
		if (!is_block(node))
			continue;
		if (only || !tree_is(node, "p"))
			return NULL;
		only = node;
	}
	return only;
}

/* Marks with two feet stay when their paragraph goes. */
static void save_marks(xmlNode *p)
{
	xmlNode *node = p->children, *next;

	for (; node; node = next) {
		next = node->next;
		if (!tree_is(node, "bookmarkStart") &&
		    !tree_is(node, "bookmarkEnd") &&
		    !tree_is(node, "permStart") && !tree_is(node, "permEnd"))
			continue;
		xmlUnlinkNode(node);
		xmlAddPrevSibling(p, node);
	}
}

static xmlNode *element_before(const xmlNode *node)
{
	return xmlPreviousElementSibling((xmlNode *)node);
}

static bool add_line(xmlNode *before, bool is_behind)
{
	xmlNode *p = xmlNewDocNode(before->doc, before->ns,
				   (const xmlChar *)"p", NULL);

	if (p && is_behind)
		xmlAddNextSibling(before, p);
	else if (p)
		xmlAddPrevSibling(before, p);
	return p != NULL;
}

/* Tables that touch are one to Word, and a cell, a header and a page end with
 * a paragraph. */
static bool part_tables(const xmlNode *first, xmlNode *last, const xmlNode *p)
{
	const xmlNode *behind = xmlNextElementSibling((xmlNode *)p);

	if (tree_is(first, "tbl") && tree_is(element_before(first), "tbl") &&
	    !add_line((xmlNode *)first, false))
		return false;
	if (tree_is(last, "tbl") &&
	    (!behind || tree_is(behind, "tbl") || tree_is(behind, "sectPr")) &&
	    !add_line(last, true))
		return false;
	return true;
}

static int copy_blocks(struct splice *s, const struct route *route, xmlNode *p,
		       xmlNode **first, xmlNode **last)
{
	const xmlNode *node = body_of(s->source)->children;

	for (; node; node = node->next) {
		xmlNode *copy;

		if (!is_block(node))
			continue;
		copy = partials_copy(s->m, route->to, node, p->parent);
		if (!copy)
			return partials_no_memory(s->m);
		faults_follow(copy, node, s->origin);
		xmlUnlinkNode(copy);
		xmlAddPrevSibling(p, copy);
		if (!*first)
			*first = copy;
		*last = copy;
	}
	return VB_OK;
}

/* Every block that was put in, by a step. */
static int each(struct splice *s, const struct route *route, xmlNode *first,
		const xmlNode *stop)
{
	xmlNode *node, *next;
	int rc = VB_OK;

	for (node = first; node != stop && rc == VB_OK; node = node->next)
		rc = partials_names(s, node);
	for (node = first; node != stop && rc == VB_OK; node = node->next)
		rc = partials_adapt(s, route, node);
	for (node = first; node != stop && rc == VB_OK; node = next) {
		next = node->next;
		rc = partials_scan(s->m, route->to, node, s->chain);
	}
	return rc;
}

/* Blocks in place of the paragraph. */
static int put_blocks(struct splice *s, const struct route *route, xmlNode *p,
		      bool *is_gone)
{
	xmlNode *first = NULL, *last = NULL;
	int rc;

	save_marks(p);
	rc = copy_blocks(s, route, p, &first, &last);
	if (rc != VB_OK || !first)
		return rc;
	*is_gone = true;
	if (!part_tables(first, last, p))
		return partials_no_memory(s->m);
	if (partials_has_breaks(s->source))
		rc = partials_break(s, first, last);
	return rc == VB_OK ? each(s, route, first, p) : rc;
}

/* Runs before one; they are made in a paragraph that is thrown away. */
static int put_runs(struct splice *s, const struct route *route, xmlNode *run)
{
	const xmlNode *only = only_paragraph(s->source);
	xmlNode *parent = run->parent;
	xmlNode *copy, *node;
	int rc;

	while (!tree_is(parent, "p"))
		parent = parent->parent;
	copy = partials_copy(s->m, route->to, only, parent->parent);
	if (!copy)
		return partials_no_memory(s->m);
	faults_follow(copy, only, s->origin);
	rc = each(s, route, copy, copy->next);
	while (rc == VB_OK && (node = copy->children)) {
		xmlUnlinkNode(node);
		if (tree_is(node, "pPr"))
			xmlFreeNode(node);
		else
			xmlAddPrevSibling(run, node);
	}
	tree_remove(copy);
	return rc;
}

static void splice_release(struct splice *s)
{
	xmlHashFree(s->to_num, NULL);
	xmlHashFree(s->to_abstract, NULL);
	xmlHashFree(s->to_note, NULL);
	xmlHashFree(s->to_mark, NULL);
	xmlHashFree(s->to_name, NULL);
	xmlHashFree(s->to_shape, NULL);
}

/* ---- what may be put in ------------------------------------------------- */

/* "a.docx > b.docx > a.docx" */
static void add_chain(struct buf *out, const struct chain *chain,
		      const struct source *source)
{
	if (!chain || !chain->source)
		return;
	if (chain->source != source)
		add_chain(out, chain->up, source);
	buf_addf(out, "%s > ", chain->source->name);
}

static bool is_inside(const struct chain *chain, const struct source *source)
{
	for (; chain; chain = chain->up)
		if (chain->source == source)
			return true;
	return false;
}

static bool tell_chain(struct splice *s)
{
	struct buf text = BUF_INIT;
	bool good;

	buf_adds(&text, "calls itself: ");
	add_chain(&text, s->chain->up, s->source);
	buf_adds(&text, s->source->name);
	good = buf_ok(&text);
	partials_fault(s, buf_cstr(&text));
	buf_release(&text);
	return good;
}

static int depth_of(const struct chain *chain)
{
	int n = 0;

	for (; chain; chain = chain->up)
		n++;
	return n;
}

/* Words that change the marks of tags, in a partial that has no paragraph of
 * its own to hold them. */
static bool changes_marks(const struct splice *s)
{
	struct words words = {0};
	bool found = strcmp(s->m->c->delims.open, "{{") != 0;

	if (!found && runs_join(&words, (xmlNode *)only_paragraph(s->source)))
		found = strstr(buf_cstr(&words.text), "{{=") != NULL;
	runs_release(&words);
	return found;
}

_Static_assert(PARTIALS_DEPTH_MAX == 8 && PARTIALS_MAX == 100,
	       "the numbers in what follows");

/* Why it cannot be put in there; told of. */
static bool is_refused(struct splice *s, const struct route *route, bool block)
{
	const struct compiled_part *story = &s->m->c->stories.at[route->to];
	const char *why = s->source->fault;

	if (is_inside(s->chain->up, s->source)) {
		tell_chain(s);
		return true;
	}
	/* the template itself is the outermost */
	if (depth_of(s->chain) > PARTIALS_DEPTH_MAX + 1)
		why = "is more than 8 partials deep";
	else if (s->m->n >= PARTIALS_MAX)
		why = "is one of more than 100 partials";
	else if (!why && !block && !only_paragraph(s->source))
		why = "has more than one paragraph: its tag must stand alone "
		      "in a paragraph";
	else if (!why && !block && changes_marks(s))
		why = "stands in words whose tags have other marks";
	else if (!why && partials_has_breaks(s->source) &&
		 (!block || story->part != opc_main(s->m->opc) ||
		  !tree_is(s->at->parent, "body")))
		why = "has sections of pages: its tag must stand in the page, "
		      "not in a table, a box, a header or a note";
	if (why)
		partials_fault(s, why);
	return why != NULL;
}

/* The paragraph whose tags are taken. */
struct call_site {
	struct merger *m;
	size_t to; /* of c->stories */
	xmlNode *p;
	const struct chain *chain;
	struct words words;
	xmlNode *last; /* the paragraph to go on from */
	bool is_gone;
};

/* Before a run, or without one as blocks. */
static int put_in(struct call_site *site, const struct chain *chain,
		  struct source *source, xmlNode *run)
{
	struct merger *m = site->m;
	struct splice s = {
		.m = m, .source = source, .chain = chain, .at = site->p};
	struct route route = {opc_main(source->opc), site->to};
	int rc;

	if (is_refused(&s, &route, !run))
		return VB_OK;
	m->n++;
	m->nodes += source->nodes;
	if (m->nodes > TREE_NODES_MAX)
		return err_set(m->c->err, VB_LIMIT,
			       "more than %d elements and attributes in "
			       "partials",
			       TREE_NODES_MAX);
	rc = partials_count(m);
	if (rc == VB_OK)
		rc = partials_origin(&s.origin, &s, route.from->name);
	if (rc == VB_OK)
		rc = partials_declare(&s, route.to, source->main);
	if (rc == VB_OK)
		rc = run ? put_runs(&s, &route, run)
			 : put_blocks(&s, &route, site->p, &site->is_gone);
	splice_release(&s);
	return rc;
}

/* ---- tags --------------------------------------------------------------- */

static bool is_alone(const struct words *words)
{
	const struct tag *tag = words->tags.at;

	return words->tags.n == 1 && !words->has_objects && tag->at_start &&
	       tag->at_end;
}

static int take_tag(struct call_site *site, const struct tag *tag)
{
	struct merger *m = site->m;
	struct chain own = {.up = site->chain};
	struct source *source = NULL;
	char *name = arena_strn(&m->c->tpl->arena, tag->inner.at,
				tag->inner.size);
	xmlNode *t;
	int rc;

	if (!name)
		return partials_no_memory(m);
	rc = partials_source(&source, m, name, site->p);
	if (rc != VB_OK)
		return rc;
	own.source = source;
	own.is_inline = site->chain->is_inline || !is_alone(&site->words);
	/* words without the tag, whatever comes of it */
	t = runs_cut(&site->words, tag);
	if (!t || (m->c->has_lost && *m->c->has_lost))
		return partials_no_memory(m);
	m->c->stories.at[site->to].is_changed = true;
	if (source)
		rc = put_in(site, &own, source,
			    own.is_inline ? t->parent : NULL);
	runs_remove(t);
	return rc == VB_OK && m->c->has_lost && *m->c->has_lost
		       ? partials_no_memory(m)
		       : rc;
}

/* The paragraph that a comment begun in `p` ends in. */
static xmlNode *comment_end(struct compiler *c, struct words *words, xmlNode *p)
{
	xmlNode *node = p;

	while ((node = node->next)) {
		if (!tree_is(node, "p"))
			continue;
		if (!runs_join(words, node) ||
		    strstr(buf_cstr(&words->text), c->delims.close))
			return node;
	}
	return p;
}

/* From the right, so that what is left of a tag stays in place. */
static int scan_paragraph(struct call_site *site)
{
	struct compiler *c = site->m->c;
	struct words *words = &site->words;
	struct delims *delims = &c->origins.at[faults_origin(site->p)].delims;
	bool good = runs_join(words, site->p);
	int rc = VB_OK;
	size_t i;

	c->delims = *delims;
	c->is_quiet = true;
	if (good && strpbrk(buf_cstr(&words->text), TELLING))
		good = tags_find(c, words, site->p);
	c->is_quiet = false;
	*delims = c->delims;
	for (i = words->tags.n; good && i-- > 0 && rc == VB_OK;)
		if (words->tags.at[i].sigil == '>')
			rc = take_tag(site, &words->tags.at[i]);
	if (good && words->tags.n && words->tags.at[words->tags.n - 1].is_open)
		site->last = comment_end(c, words, site->p);
	return good ? rc : partials_no_memory(site->m);
}

int partials_scan(struct merger *m, size_t to, xmlNode *top,
		  const struct chain *chain)
{
	struct call_site site = {.m = m, .to = to, .chain = chain};
	xmlNode *doc = (xmlNode *)top->doc;
	const xmlNode *end = tree_next(doc, top, true);
	xmlNode *node = top, *next;
	int rc = VB_OK;

	while (node && node != end && rc == VB_OK) {
		site.p = site.last = node;
		site.is_gone = false;
		if (tree_is(node, "p"))
			rc = scan_paragraph(&site);
		next = tree_next(doc, site.last,
				 site.is_gone || site.last != node);
		/* a comment that begins in the last of what is looked at */
		if (node == top && site.last != node)
			next = NULL;
		if (site.is_gone)
			tree_remove(node);
		node = next;
	}
	runs_release(&site.words);
	return rc;
}

/* ---- parts -------------------------------------------------------------- */

static int read_story(struct compiler *c, const struct opc *opc,
		      const struct opc_part *part)
{
	struct compiled_part *story = vec_push(&c->stories);
	int rc;

	if (!story)
		return err_set(c->err, VB_NOMEM, "out of memory");
	story->part = part;
	story->name = arena_str(&c->tpl->arena, part->name);
	if (!story->name)
		return err_set(c->err, VB_NOMEM, "out of memory");
	rc = compile_read(&story->doc, opc, part, c->err);
	if (rc == VB_OK && part == opc_main(opc) &&
	    !tree_is(xmlDocGetRootElement(story->doc), "document")) {
		err_part(c->err, part->name);
		return err_set(c->err, VB_DOCUMENT,
			       "not a WordprocessingML document");
	}
	if (rc == VB_OK)
		faults_number(story->doc);
	return rc;
}

static bool has_story(const struct compiler *c, const struct opc_part *part)
{
	size_t i;

	for (i = 0; i < c->stories.n; i++)
		if (c->stories.at[i].part == part)
			return true;
	return false;
}

static int read_stories(struct compiler *c, const struct opc *opc)
{
	const struct opc_part *main_part = opc_main(opc);
	const struct opc_rel *rels;
	size_t i, n;
	int rc;

	if (!main_part)
		return err_set(c->err, VB_DOCUMENT, "no main document part");
	rels = opc_rels(opc, main_part, &n);
	rc = read_story(c, opc, main_part);
	for (i = 0; i < n && rc == VB_OK; i++) {
		const struct opc_part *part = NULL;

		if (!rels[i].external && compile_is_story(rels[i].type))
			part = opc_find(opc, rels[i].target);
		if (part && !has_story(c, part))
			rc = read_story(c, opc, part);
	}
	return rc;
}

static int scan_stories(struct merger *m)
{
	const struct chain none = {0};
	struct compiler *c = m->c;
	size_t i, n = c->stories.n;
	int rc = VB_OK;

	/* what is added meanwhile has been looked through */
	for (i = 0; i < n && rc == VB_OK; i++) {
		tags_default(&c->origins.at[0].delims);
		c->doc = c->stories.at[i].doc;
		c->part = c->stories.at[i].name;
		rc = partials_scan(m, i, xmlDocGetRootElement(c->doc), &none);
	}
	c->doc = NULL;
	c->part = NULL;
	for (i = 0; i < c->origins.n; i++)
		tags_default(&c->origins.at[i].delims);
	return rc;
}

static void merger_release(struct merger *m)
{
	size_t i;

	opc_edit_free(m->edit);
	for (i = 0; i < m->sources.n; i++)
		partials_source_free(m->sources.at[i]);
	vec_release(&m->sources);
	for (i = 0; i < m->blobs.n; i++)
		vb_blob_release(&m->blobs.at[i]);
	vec_release(&m->blobs);
	xmlHashFree(m->style_names, NULL);
	xmlHashFree(m->style_ids, NULL);
	xmlHashFree(m->bookmarks, NULL);
}

int partials_pass(struct opc **out, struct compiler *c, const struct opc *opc)
{
	struct merger m = {.c = c, .opc = opc};
	size_t origin, i;
	int rc;

	*out = NULL;
	for (i = 0; i < ROLE_N; i++)
		m.roles[i] = SIZE_MAX;
	rc = origin_new(&origin, c, c->tpl->file, "");
	if (rc == VB_OK)
		rc = read_stories(c, opc);
	if (rc == VB_OK)
		rc = opc_edit_new(&m.edit, opc, c->err);
	if (rc == VB_OK)
		rc = scan_stories(&m);
	if (rc == VB_OK && m.n)
		rc = partials_write(out, &m);
	merger_release(&m);
	return rc;
}

void partials_digest(struct vb_template *tpl, const char *file)
{
	size_t i;

	memcpy(tpl->digest, file, sizeof(tpl->digest));
	for (i = 0; i < tpl->partials.n; i++)
		mark_digest_add(tpl->digest, tpl->partials.at[i].name,
				tpl->partials.at[i].digest);
}
