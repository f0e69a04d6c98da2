/*
 * opc.c - opening a package and finding things in it.
 *
 * Everything that can be wrong with the frame of a package (names, content
 * types, relationships) is found while opening; the bytes of a part are
 * judged when it is read.
 */
#include "opc/package.h"

#include "util/err.h"
#include "util/file.h"

#include <stdlib.h>
#include <string.h>

#define WORD_TYPE  "application/vnd.openxmlformats-officedocument."
#define MACRO_TYPE "application/vnd.ms-word."

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

static int add_fault(struct opc *opc, const char *part, const char *text,
		     struct vb_error *err)
{
	struct opc_fault *fault = vec_push(&opc->faults);

	if (!fault)
		return no_memory(err);
	fault->part = part;
	fault->text = text;
	return VB_OK;
}

const struct opc_fault *opc_fault(const struct opc *opc, size_t n)
{
	return n < opc->faults.n ? &opc->faults.at[n] : NULL;
}

/* ---- the index of names -------------------------------------------------- */

static size_t lower_bound(const struct opc *opc, const char *name)
{
	size_t low = 0, high = opc->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (opc_name_compare(opc->raws[opc->sorted[mid]].name, name) <
		    0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* qsort() has no room for the names, so a pair is sorted. */
struct named {
	const char *name;
	size_t index;
};

static int compare_named(const void *a, const void *b)
{
	const struct named *left = a, *right = b;
	int order = opc_name_compare(left->name, right->name);

	if (order)
		return order;
	return left->index < right->index ? -1 : left->index > right->index;
}

static int sort_names(struct opc *opc, struct vb_error *err)
{
	struct named *named = calloc(opc->n + 1, sizeof(*named));
	int rc = VB_OK;
	size_t i;

	opc->sorted = arena_array(&opc->arena, opc->n + 1,
				  sizeof(*opc->sorted));
	if (!named || !opc->sorted) {
		free(named);
		return no_memory(err);
	}
	for (i = 0; i < opc->n; i++) {
		named[i].name = opc->raws[i].name;
		named[i].index = i;
	}
	qsort(named, opc->n, sizeof(*named), compare_named);
	for (i = 0; i < opc->n; i++) {
		opc->sorted[i] = named[i].index;
		if (i == 0 ||
		    opc_name_compare(named[i - 1].name, named[i].name) != 0)
			continue;
		err_part(err, named[i].name);
		rc = err_set(err, VB_PACKAGE, "two entries have the name '%s'",
			     named[i].name);
		break;
	}
	free(named);
	return rc;
}

/* ---- content types ------------------------------------------------------- */

static int name_opendocument(struct opc *opc, struct vb_error *err)
{
	static const char text[] = "application/vnd.oasis.opendocument.";
	const struct opc_part *part = opc_find(opc, "mimetype");
	struct vb_blob blob = {NULL, 0};
	int rc = VB_OK;

	if (!part || opc_read(opc, part, &blob, NULL) != VB_OK)
		return VB_OK;
	if (strncmp((const char *)blob.data, text, sizeof(text) - 1) == 0)
		rc = err_set(err, VB_LEGACY,
			     "an OpenDocument file (ODT): save it as .docx in "
			     "LibreOffice");
	vb_blob_release(&blob);
	return rc;
}

static int read_types(struct opc *opc, struct vb_error *err)
{
	const struct opc_part *part = opc_find(opc, OPC_TYPES_NAME);
	struct vb_blob blob = {NULL, 0};
	struct opc_xml xml;
	int rc;

	if (!part) {
		rc = name_opendocument(opc, err);
		if (rc != VB_OK)
			return rc;
		return err_set(err, VB_PACKAGE,
			       "not a .docx: a zip without "
			       "'[Content_Types].xml'");
	}
	opc->types_part = part->index;
	if (part->size > OPC_XML_MAX) {
		err_part(err, part->name);
		return err_set(err, VB_LIMIT,
			       "more than %llu bytes of package XML",
			       (unsigned long long)OPC_XML_MAX);
	}
	rc = opc_read(opc, part, &blob, err);
	if (rc != VB_OK)
		return rc;
	xml.data = blob.data;
	xml.size = blob.size;
	xml.part = part->name;
	rc = opc_types_parse(&opc->types, &opc->arena, &xml, err);
	vb_blob_release(&blob);
	return rc;
}

static const char *default_type(const struct opc_types *types, const char *name)
{
	const char *extension = opc_name_extension(name);
	size_t i;

	for (i = 0; i < types->defaults.n; i++)
		if (opc_name_compare(types->defaults.at[i].key, extension) == 0)
			return types->defaults.at[i].type;
	return "";
}

/* An Override beats the Default of the extension (ECMA-376-2 6.2.3.4). */
static void set_types(struct opc *opc)
{
	size_t i;

	for (i = 0; i < opc->n; i++)
		if (i != opc->types_part)
			opc->parts[i].type = default_type(&opc->types,
							  opc->parts[i].name);
	for (i = 0; i < opc->types.overrides.n; i++) {
		const struct opc_type *item = &opc->types.overrides.at[i];
		const struct opc_part *part = opc_find(opc, item->key);

		if (part && part->index != opc->types_part)
			opc->parts[part->index].type = item->type;
	}
}

/* ---- relationships ------------------------------------------------------- */

static int keep_links(struct opc *opc, struct opc_rel_set *set,
		      const struct opc_link_list *links, struct vb_error *err)
{
	size_t i;

	set->rels = arena_array(&opc->arena, links->n + 1, sizeof(*set->rels));
	set->written = arena_array(&opc->arena, links->n + 1,
				   sizeof(*set->written));
	if (!set->rels || !set->written)
		return no_memory(err);
	for (i = 0; i < links->n; i++) {
		set->rels[i] = links->at[i].rel;
		set->written[i] = links->at[i].written;
	}
	set->n = links->n;
	return VB_OK;
}

/* The links of a .rels part whose bytes may be damaged. */
static int read_links(struct opc *opc, struct opc_link_list *links,
		      const struct opc_part *part, const char *source,
		      struct vb_error *err)
{
	struct vb_error own = {VB_OK, "", "", "", ""};
	struct vb_blob blob = {NULL, 0};
	struct opc_xml xml;
	int rc = opc_read(opc, part, &blob, &own);

	xml.data = blob.data;
	xml.size = blob.size;
	xml.part = part->name;
	if (rc == VB_OK)
		rc = opc_links_parse(links, &opc->arena, &xml, source,
				     &opc->rels, &own);
	vb_blob_release(&blob);
	if (rc == VB_PACKAGE) {
		links->fault = arena_str(&opc->arena, own.text);
		return links->fault ? VB_OK : no_memory(err);
	}
	if (rc != VB_OK && err && err->code == VB_OK)
		*err = own;
	return rc;
}

static int read_rels(struct opc *opc, const struct opc_part *part,
		     struct vb_error *err)
{
	struct opc_link_list links = {NULL, 0, 0, NULL};
	const struct opc_part *owner;
	struct opc_rel_set *set;
	const char *source = opc_name_source(&opc->arena, part->name);
	int rc;

	if (!source)
		return no_memory(err);
	owner = *source ? opc_find(opc, source) : NULL;
	if (*source && !owner)
		return VB_OK; /* of nothing: it says nothing */
	if (part->size > OPC_XML_MAX) {
		err_part(err, part->name);
		return err_set(err, VB_LIMIT,
			       "more than %llu bytes of package XML",
			       (unsigned long long)OPC_XML_MAX);
	}
	set = &opc->sets[owner ? owner->index : opc->n];
	set->part = part->index;
	rc = read_links(opc, &links, part, owner ? owner->name : "", err);
	if (rc == VB_OK)
		rc = keep_links(opc, set, &links, err);
	if (rc == VB_OK && links.fault)
		rc = add_fault(opc, part->name, links.fault, err);
	vec_release(&links);
	return rc;
}

static int read_all_rels(struct opc *opc, struct vb_error *err)
{
	size_t i;
	int rc = VB_OK;

	for (i = 0; i <= opc->n; i++)
		opc->sets[i].part = OPC_NONE;
	for (i = 0; i < opc->n && rc == VB_OK; i++)
		if (opc_name_is_rels(opc->parts[i].name))
			rc = read_rels(opc, &opc->parts[i], err);
	return rc;
}

/* ---- opening ------------------------------------------------------------- */

static int fill_parts(struct opc *opc, struct vb_error *err)
{
	size_t i;

	opc->parts = arena_array(&opc->arena, opc->n + 1, sizeof(*opc->parts));
	opc->sets = arena_array(&opc->arena, opc->n + 1, sizeof(*opc->sets));
	if (!opc->parts || !opc->sets)
		return no_memory(err);
	for (i = 0; i < opc->n; i++) {
		opc->parts[i].name = opc->raws[i].name;
		opc->parts[i].type = "";
		opc->parts[i].size = opc->raws[i].size;
		opc->parts[i].index = i;
	}
	return VB_OK;
}

static int load(struct opc *opc, const unsigned char *data, size_t size,
		struct vb_error *err)
{
	size_t i;
	int rc;

	rc = opc_sniff(data, size, err);
	if (rc == VB_OK)
		rc = opc_zip_read(opc, data, size, err);
	for (i = 0; i < opc->n && rc == VB_OK; i++)
		if (!opc->raws[i].data)
			rc = add_fault(opc, opc->raws[i].name,
				       "the data is cut short", err);
	if (rc == VB_OK)
		rc = sort_names(opc, err);
	if (rc == VB_OK)
		rc = fill_parts(opc, err);
	if (rc == VB_OK)
		rc = read_types(opc, err);
	if (rc != VB_OK)
		return rc;
	set_types(opc);
	return read_all_rels(opc, err);
}

static int load_any(struct opc *opc, const unsigned char *data, size_t size,
		    struct vb_error *err)
{
	struct vb_blob blob = {NULL, 0};
	int rc;

	if (size > OPC_FILE_MAX)
		return err_set(err, VB_LIMIT,
			       "the file has more than %zu bytes",
			       OPC_FILE_MAX);
	if (!opc_sniff_flat(data, size))
		return load(opc, data, size, err);
	rc = opc_flat_read(&blob, data, size, err);
	if (rc == VB_OK)
		rc = load(opc, blob.data, blob.size, err);
	vb_blob_release(&blob);
	return rc;
}

int opc_open_memory(struct opc **out, const void *data, size_t size,
		    const char *name, struct vb_error *err)
{
	struct opc *opc = calloc(1, sizeof(*opc));
	int rc;

	if (!opc)
		return no_memory(err);
	if (name)
		opc->file = arena_str(&opc->arena, name);
	rc = load_any(opc, data, size, err);
	if (rc != VB_OK) {
		err_file(err, name);
		opc_free(opc);
		return rc;
	}
	*out = opc;
	return VB_OK;
}

int opc_open_blob(struct opc **out, struct vb_blob *blob, const char *name,
		  struct vb_error *err)
{
	int rc = opc_open_memory(out, blob->data, blob->size, name, err);

	if (rc == VB_OK)
		vb_blob_release(blob);
	return rc;
}

int opc_open(struct opc **out, const char *path, struct vb_error *err)
{
	struct vb_blob blob = {NULL, 0};
	int rc = file_read(&blob, path, err);

	if (rc == VB_OK)
		rc = opc_open_blob(out, &blob, path, err);
	vb_blob_release(&blob);
	return rc;
}

void opc_free(struct opc *opc)
{
	if (!opc)
		return;
	opc_types_release(&opc->types);
	vec_release(&opc->faults);
	arena_release(&opc->arena);
	free(opc->bytes);
	free(opc);
}

/* ---- finding ------------------------------------------------------------- */

size_t opc_count(const struct opc *opc)
{
	return opc->n;
}

const struct opc_part *opc_at(const struct opc *opc, size_t i)
{
	return i < opc->n ? &opc->parts[i] : NULL;
}

const struct opc_part *opc_find(const struct opc *opc, const char *name)
{
	size_t at;

	name += *name == '/';
	at = lower_bound(opc, name);
	if (at == opc->n ||
	    opc_name_compare(opc->raws[opc->sorted[at]].name, name) != 0)
		return NULL;
	return &opc->parts[opc->sorted[at]];
}

const struct opc_part *opc_by_type(const struct opc *opc,
				   const char *content_type, size_t nth)
{
	size_t i;

	for (i = 0; i < opc->n; i++)
		if (opc_name_compare(opc->parts[i].type, content_type) == 0 &&
		    nth-- == 0)
			return &opc->parts[i];
	return NULL;
}

int opc_read(const struct opc *opc, const struct opc_part *part,
	     struct vb_blob *out, struct vb_error *err)
{
	int rc = opc_inflate(&opc->raws[part->index], out, err);

	if (rc != VB_OK)
		err_file(err, opc->file);
	return rc;
}

const struct opc_rel *opc_rels(const struct opc *opc,
			       const struct opc_part *source, size_t *count)
{
	const struct opc_rel_set *set =
		&opc->sets[source ? source->index : opc->n];

	*count = set->n;
	return set->rels;
}

static bool type_ends(const char *type, const char *tail)
{
	size_t n = strlen(type), m = strlen(tail);

	if (n < m || strcmp(type + n - m, tail) != 0)
		return false;
	return n == m || type[n - m - 1] == '/';
}

const struct opc_rel *opc_rel_by_type(const struct opc *opc,
				      const struct opc_part *source,
				      const char *tail)
{
	size_t n, i;
	const struct opc_rel *rels = opc_rels(opc, source, &n);

	for (i = 0; i < n; i++)
		if (type_ends(rels[i].type, tail))
			return &rels[i];
	return NULL;
}

const struct opc_part *opc_related(const struct opc *opc,
				   const struct opc_part *source,
				   const char *tail)
{
	const struct opc_rel *rel = opc_rel_by_type(opc, source, tail);

	return rel && !rel->external ? opc_find(opc, rel->target) : NULL;
}

const struct opc_part *opc_main(const struct opc *opc)
{
	static const char *const TYPES[] = {
		WORD_TYPE "wordprocessingml.document.main+xml",
		WORD_TYPE "wordprocessingml.template.main+xml",
		MACRO_TYPE "document.macroEnabled.main+xml",
		MACRO_TYPE "template.macroEnabledTemplate.main+xml"};
	const struct opc_part *part = opc_related(opc, NULL, "officeDocument");
	size_t i;

	for (i = 0; !part && i < sizeof(TYPES) / sizeof(TYPES[0]); i++)
		part = opc_by_type(opc, TYPES[i], 0);
	return part;
}
