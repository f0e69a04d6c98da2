/* partials_file.c - the files of partials; see partials.h. */
#include "fill/partials.h"

#include "util/err.h"
#include "util/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct {
	const char *relation;
	const char *root;
} PARTS[ROLE_N] = {
	[ROLE_FOOTNOTES] = {"footnotes", "footnotes"},
	[ROLE_ENDNOTES] = {"endnotes", "endnotes"},
	[ROLE_COMMENTS] = {"comments", "comments"},
	[ROLE_STYLES] = {"styles", "styles"},
	[ROLE_NUMBERING] = {"numbering", "numbering"},
	[ROLE_SETTINGS] = {"settings", "settings"},
};

const struct opc_part *partials_part(const struct opc *opc, enum role role)
{
	return opc_related(opc, opc_main(opc), PARTS[role].relation);
}

void partials_source_free(struct source *source)
{
	xmlHashTable *tables[] = {source->styles,
				  source->nums,
				  source->abstracts,
				  source->notes[ROLE_FOOTNOTES],
				  source->notes[ROLE_ENDNOTES],
				  source->notes[ROLE_COMMENTS],
				  source->to_style,
				  source->to_num,
				  source->to_abstract,
				  source->to_part,
				  source->to_rel,
				  source->rels,
				  source->to_bullet,
				  source->style_nums};
	size_t i;

	for (i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		xmlHashFree(tables[i], NULL);
	for (i = 0; i < ROLE_N; i++)
		xmlFreeDoc(source->docs[i]);
	xmlFreeDoc(source->main);
	opc_free(source->opc);
	free(source);
}

/* Of other people's files, why one cannot be read is a fault of the template:
 * the next one is looked at too. */
static int as_fault(struct merger *m, int rc, const struct vb_error *own,
		    const char *name, const xmlNode *at)
{

	if (rc == VB_OK || rc == VB_NOMEM)
		return rc == VB_OK ? VB_OK : partials_no_memory(m);
	if (own->code == VB_IO)
		faults_add(m->c, "bad-partial", VB_SEVERE, at, NULL,
			   "'{{> %.80s}}': %s", name, own->text);
	else
		faults_add(m->c, "bad-partial", VB_SEVERE, at, NULL,
			   "'{{> %.80s}}': %s%s%s%s%s", name, own->part,
			   own->part[0] && own->where[0] ? " " : "", own->where,
			   own->part[0] || own->where[0] ? ": " : "",
			   own->text);
	return VB_OK;
}

static size_t count_nodes(const xmlDoc *doc)
{
	xmlNode *top = xmlDocGetRootElement(doc);
	xmlNode *node = top;
	const xmlAttr *attr;
	size_t n = 0;

	for (; node; node = tree_next(top, node, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		n++;
		for (attr = node->properties; attr; attr = attr->next)
			n++;
	}
	return n;
}

static int read_package(struct merger *m, struct source *source,
			struct vb_blob *blob)
{
	struct vb_error *err = m->c->err;
	struct opc *strict = NULL;
	xmlNode *root;
	int rc = opc_open_blob(&source->opc, blob, NULL, err);

	if (rc == VB_OK)
		rc = intake_partial(&strict, m->c, source->opc);
	if (rc == VB_OK && strict) {
		opc_free(source->opc);
		source->opc = strict;
	}
	if (rc == VB_OK)
		rc = compile_read(&source->main, source->opc,
				  opc_main(source->opc), err);
	if (rc != VB_OK)
		return rc;
	root = xmlDocGetRootElement(source->main);
	if (!tree_is(root, "document") || !tree_child(root, "body"))
		return err_set(err, VB_DOCUMENT,
			       "not a WordprocessingML document");
	faults_number(source->main);
	source->nodes = count_nodes(source->main);
	return VB_OK;
}

/* Notes it for the provenance. */
static int keep(struct merger *m, struct source *source, const char *digest)
{
	struct partial *partial = vec_push(&m->c->tpl->partials);

	if (!partial)
		return partials_no_memory(m);
	partial->name = source->name;
	partial->path = source->path;
	memcpy(partial->digest, digest, sizeof(partial->digest));
	return VB_OK;
}

static int read_source(struct merger *m, struct source *source,
		       const char *real)
{
	struct vb_blob blob = {0};
	char digest[DIGEST_SIZE];
	int rc = file_read(&blob, real, m->c->err);

	if (rc == VB_OK) {
		digest_bytes(digest, blob.data, blob.size);
		rc = read_package(m, source, &blob);
	}
	if (rc == VB_OK)
		rc = keep(m, source, digest);
	vb_blob_release(&blob);
	return rc;
}

static struct source *known(struct merger *m, const struct stat *st)
{
	size_t i;

	for (i = 0; i < m->sources.n; i++)
		if (m->sources.at[i]->device == st->st_dev &&
		    m->sources.at[i]->inode == st->st_ino)
			return m->sources.at[i];
	return NULL;
}

/* The path as it is told: beside the template as that was given. */
static const char *path_of(struct merger *m, const char *name)
{
	const char *stroke = strrchr(m->c->path, '/');
	int size = stroke ? (int)(stroke - m->c->path) + 1 : 0;

	return arena_printf(&m->c->tpl->arena, "%.*s%s", size, m->c->path,
			    name);
}

static int open_source(struct source **out, struct merger *m, const char *name,
		       const char *real)
{
	struct source *source, **slot;
	struct stat st, own;

	if (stat(real, &st) != 0 || stat(m->c->path, &own) != 0)
		return err_set(m->c->err, VB_IO, "'%s' is gone", name);
	if (st.st_dev == own.st_dev && st.st_ino == own.st_ino)
		return err_set(m->c->err, VB_IO, "'%s' is the template itself",
			       name);
	*out = known(m, &st);
	if (*out)
		return VB_OK;
	source = calloc(1, sizeof(*source));
	slot = source ? vec_push(&m->sources) : NULL;
	if (!slot) {
		free(source);
		return partials_no_memory(m);
	}
	*slot = *out = source;
	source->device = st.st_dev;
	source->inode = st.st_ino;
	source->name = name;
	source->path = path_of(m, name);
	if (!source->path)
		return partials_no_memory(m);
	return read_source(m, source, real);
}

static int find(struct source **out, struct merger *m, const char *name)
{
	struct vb_error *err = m->c->err;
	char *path = NULL;
	int rc;

	if (!m->c->path)
		return err_set(err, VB_IO,
			       "a template from memory has no folder to look "
			       "in");
	if (strlen(name) > PARTIALS_NAME_MAX || strchr(name, '|'))
		return err_set(err, VB_IO, "'%.80s' is no name of a file",
			       name);
	rc = file_beside(&path, m->c->path, name, err);
	if (rc == VB_OK)
		rc = open_source(out, m, name, path);
	free(path);
	return rc;
}

int partials_source(struct source **out, struct merger *m, const char *name,
		    const xmlNode *at)
{
	struct vb_error own = {0};
	struct vb_error *err = m->c->err;
	struct source *source = NULL;
	int rc;

	*out = NULL;
	m->c->err = &own;
	rc = find(&source, m, name);
	m->c->err = err;
	if (rc == VB_OK && source && source->main) {
		*out = source;
		return VB_OK;
	}
	if (rc == VB_OK) {
		/* told of at its first tag */
		faults_add(m->c, "bad-partial", VB_SEVERE, at, NULL,
			   "'{{> %.80s}}' cannot be read", name);
		return VB_OK;
	}
	return as_fault(m, rc, &own, name, at);
}

/* ---- its parts ---------------------------------------------------------- */

/* w:num of styles that the template lacks: these come with their style. */
static bool note_style_nums(struct merger *m, struct source *source)
{
	const xmlNode *node = xmlDocGetRootElement(source->docs[ROLE_STYLES]);

	for (node = node->children; node; node = node->next) {
		const char *name = tree_child_val(node, "name");
		const char *num = tree_child_val(
			tree_child(tree_child(node, "pPr"), "numPr"), "numId");

		if (tree_is(node, "style") && name && num &&
		    !partials_has_style(m, tree_attr(node, "type"), name) &&
		    !partials_put(&source->style_nums, num, node))
			return false;
	}
	return true;
}

static bool take_index(struct merger *m, struct source *source, enum role role)
{
	static const char *const NOTES[] = {"footnote", "endnote", "comment"};
	const xmlNode *root = xmlDocGetRootElement(source->docs[role]);

	if (role < ROLE_STYLES)
		return partials_index(&source->notes[role], root, NOTES[role],
				      "id");
	if (role == ROLE_STYLES)
		return partials_index(&source->styles, root, "style",
				      "styleId") &&
		       note_style_nums(m, source);
	return partials_index(&source->nums, root, "num", "numId") &&
	       partials_index(&source->abstracts, root, "abstractNum",
			      "abstractNumId");
}

int partials_doc(xmlDoc **out, struct merger *m, struct source *source,
		 enum role role)
{
	const struct opc_part *part = partials_part(source->opc, role);
	int rc;

	*out = source->docs[role];
	if (*out || !part)
		return VB_OK;
	rc = compile_read(&source->docs[role], source->opc, part, m->c->err);
	if (rc != VB_OK) {
		err_file(m->c->err, source->path);
		return rc;
	}
	*out = source->docs[role];
	if (!tree_is(xmlDocGetRootElement(*out), PARTS[role].root)) {
		err_file(m->c->err, source->path);
		err_part(m->c->err, part->name);
		return err_set(m->c->err, VB_DOCUMENT,
			       "not a part of a WordprocessingML document");
	}
	faults_number(*out);
	if (role == ROLE_STYLES)
		rc = partials_styles_index(m);
	if (rc != VB_OK)
		return rc;
	return take_index(m, source, role) ? VB_OK : partials_no_memory(m);
}
