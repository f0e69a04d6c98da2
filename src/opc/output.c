/*
 * output.c - an edit to the bytes of a package.
 *
 * Entries keep the order of the base, additions follow in the order they
 * were made, new .rels parts come last; a package from nothing begins with
 * [Content_Types].xml and the relationships, as Word writes it.
 */
#include "opc/edit.h"

#include "opc/deflate.h"
#include "util/err.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

struct opc_scratch {
	struct deflater *tool;
	struct buf packed; /* compressed data of all changed entries */
	struct {
		VEC(struct opc_raw);
	} entries;
};

struct opc_scratch *opc_scratch_new(void)
{
	struct opc_scratch *scratch = calloc(1, sizeof(*scratch));

	if (!scratch)
		return NULL;
	scratch->tool = deflater_new();
	if (!scratch->tool) {
		free(scratch);
		return NULL;
	}
	return scratch;
}

void opc_scratch_free(struct opc_scratch *scratch)
{
	if (!scratch)
		return;
	deflater_free(scratch->tool);
	buf_release(&scratch->packed);
	vec_release(&scratch->entries);
	free(scratch);
}

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

/*
 * An entry of new data. Its compressed bytes go to `packed`, which may still
 * move: `data` is NULL until settle() points it there. What deflate does not
 * make smaller is stored and points at the caller's bytes.
 */
static int put_new(struct opc_scratch *scratch, const char *name,
		   const void *data, size_t size, struct vb_error *err)
{
	struct opc_raw *raw = vec_push(&scratch->entries);
	size_t before = scratch->packed.size;
	int code;

	if (!raw)
		return no_memory(err);
	raw->name = name;
	raw->size = size;
	raw->crc = libdeflate_crc32(0, data, size);
	deflater_start(scratch->tool);
	code = deflater_add(scratch->tool, data, size, &scratch->packed, err);
	if (code == VB_OK)
		code = deflater_end(scratch->tool, &scratch->packed, err);
	if (code != VB_OK)
		return code;
	raw->packed = scratch->packed.size - before;
	if (size && raw->packed < size) {
		raw->method = OPC_DEFLATED;
		return VB_OK;
	}
	scratch->packed.size = before;
	raw->method = OPC_STORED;
	raw->packed = size;
	raw->data = size ? data : (const unsigned char *)"";
	return VB_OK;
}

static int put_raw(struct opc_scratch *scratch, const struct opc_raw *from,
		   struct vb_error *err)
{
	struct opc_raw *raw;

	if (!from->data) {
		err_part(err, from->name);
		return err_set(err, VB_PACKAGE, "the data is cut short");
	}
	raw = vec_push(&scratch->entries);
	if (!raw)
		return no_memory(err);
	*raw = *from;
	return VB_OK;
}

static int put_stream(struct opc_scratch *scratch, const char *name,
		      const struct opc_stream *stream, struct vb_error *err)
{
	struct opc_raw *raw = vec_push(&scratch->entries);

	if (!raw)
		return no_memory(err);
	opc_stream_raw(stream, raw);
	raw->name = name;
	return VB_OK;
}

static void settle(struct opc_scratch *scratch)
{
	const unsigned char *at = (unsigned char *)scratch->packed.data;
	size_t i;

	for (i = 0; i < scratch->entries.n; i++) {
		struct opc_raw *raw = &scratch->entries.at[i];

		if (raw->data)
			continue;
		raw->data = at;
		at += raw->packed;
	}
}

static int finish(struct opc_scratch *scratch, uint32_t dos_time,
		  struct vb_blob *out, struct vb_error *err)
{
	settle(scratch);
	return opc_zip_write(out, scratch->entries.at, scratch->entries.n,
			     dos_time, err);
}

static void start(struct opc_scratch *scratch)
{
	buf_clear(&scratch->packed);
	scratch->entries.n = 0;
}

/* ---- content types ----------------------------------------------------- */

static const char *default_of(const struct opc_types *types,
			      const char *extension)
{
	size_t i;

	for (i = 0; i < types->defaults.n; i++)
		if (opc_name_compare(types->defaults.at[i].key, extension) == 0)
			return types->defaults.at[i].type;
	return NULL;
}

static int add_type(struct opc_type_list *list, const char *key,
		    const char *type, struct vb_error *err)
{
	struct opc_type *item = vec_push(list);

	if (!item)
		return no_memory(err);
	item->key = key;
	item->type = type;
	return VB_OK;
}

/* What the base says, less what it says of parts that are not there. */
static int old_types(struct opc_types *types, const struct opc_edit *edit,
		     struct vb_error *err)
{
	const struct opc_types *from = &edit->base->types;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < from->defaults.n && rc == VB_OK; i++)
		rc = add_type(&types->defaults, from->defaults.at[i].key,
			      from->defaults.at[i].type, err);
	for (i = 0; i < from->overrides.n && rc == VB_OK; i++) {
		const struct opc_part *part =
			opc_find(edit->base, from->overrides.at[i].key);

		if (part && edit->changes[part->index].kind != CHANGE_REMOVED &&
		    !edit->changes[part->index].type)
			rc = add_type(&types->overrides,
				      from->overrides.at[i].key,
				      from->overrides.at[i].type, err);
	}
	for (i = 0; i < edit->base->n && rc == VB_OK; i++)
		if (edit->changes[i].type &&
		    edit->changes[i].kind != CHANGE_REMOVED)
			rc = add_type(&types->overrides,
				      edit->base->parts[i].name,
				      edit->changes[i].type, err);
	return rc;
}

static int new_type(struct opc_types *types, const char *name, const char *type,
		    struct vb_error *err)
{
	const char *usual = default_of(types, opc_name_extension(name));

	if (type && usual && opc_name_compare(type, usual) == 0)
		return VB_OK;
	if (type)
		return add_type(&types->overrides, name, type, err);
	if (usual)
		return VB_OK;
	err_part(err, name);
	return err_set(err, VB_PACKAGE, "no content type for '%s'", name);
}

static int all_types(struct opc_types *types, const struct opc_edit *edit,
		     struct vb_error *err)
{
	size_t i;
	int rc = VB_OK;

	if (edit->base)
		rc = old_types(types, edit, err);
	if (rc == VB_OK && !default_of(types, "rels"))
		rc = add_type(&types->defaults, "rels", OPC_RELS_TYPE, err);
	if (rc == VB_OK && !default_of(types, "xml"))
		rc = add_type(&types->defaults, "xml", "application/xml", err);
	for (i = 0; i < edit->added.n && rc == VB_OK; i++)
		rc = new_type(types, edit->added.at[i].name,
			      edit->added.at[i].type, err);
	return rc;
}

static int made_types(struct vb_blob *out, const struct opc_edit *edit,
		      struct vb_error *err)
{
	struct opc_types types;
	struct buf buf = BUF_INIT;
	int rc;

	memset(&types, 0, sizeof(types));
	rc = all_types(&types, edit, err);
	if (rc == VB_OK) {
		opc_types_write(&types, &buf);
		rc = buf_take(&buf, out, err);
	}
	buf_release(&buf);
	opc_types_release(&types);
	return rc;
}

/* ---- the package ------------------------------------------------------- */

/* XML written by us, kept until the zip is. */
struct made {
	struct vb_blob types;
	struct vb_blob *sets; /* one a changed set */
	size_t n;
};

static void release_made(struct made *made)
{
	size_t i;

	for (i = 0; i < made->n; i++)
		vb_blob_release(&made->sets[i]);
	free(made->sets);
	vb_blob_release(&made->types);
}

static int make_xml(struct made *made, const struct opc_edit *edit,
		    struct vb_error *err)
{
	size_t i;
	int rc = VB_OK;

	made->sets = calloc(edit->sets.n + 1, sizeof(*made->sets));
	if (!made->sets)
		return no_memory(err);
	made->n = edit->sets.n;
	if (edit->types_changed)
		rc = made_types(&made->types, edit, err);
	for (i = 0; i < made->n && rc == VB_OK; i++) {
		struct buf buf = BUF_INIT;

		opc_links_write(&edit->sets.at[i].links, &buf);
		rc = buf_take(&buf, &made->sets[i], err);
	}
	return rc;
}

/* The changed relationships that a .rels part of the base holds. */
static const struct vb_blob *set_of(const struct opc_edit *edit,
				    const struct made *made, size_t part)
{
	size_t i;

	for (i = 0; i < edit->sets.n; i++)
		if (edit->sets.at[i].part == part && !edit->sets.at[i].dead)
			return &made->sets[i];
	return NULL;
}

static int put_base(struct opc_scratch *scratch, const struct opc_edit *edit,
		    const struct made *made, size_t i, struct vb_error *err)
{
	const struct opc_change *change = &edit->changes[i];
	const struct opc_raw *raw = &edit->base->raws[i];
	const struct vb_blob *xml = NULL;

	if (change->kind == CHANGE_REMOVED)
		return VB_OK;
	if (change->kind == CHANGE_REPLACED && change->stream)
		return put_stream(scratch, raw->name, change->stream, err);
	if (change->kind == CHANGE_REPLACED)
		return put_new(scratch, raw->name, change->data, change->size,
			       err);
	if (i == edit->base->types_part && edit->types_changed)
		xml = &made->types;
	else if (edit->sets.n)
		xml = set_of(edit, made, i);
	if (xml)
		return put_new(scratch, raw->name, xml->data, xml->size, err);
	return put_raw(scratch, raw, err);
}

static int put_new_sets(struct opc_scratch *scratch,
			const struct opc_edit *edit, const struct made *made,
			struct vb_error *err)
{
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < edit->sets.n && rc == VB_OK; i++) {
		const struct opc_edit_set *set = &edit->sets.at[i];

		if (!set->dead && set->part == OPC_NONE && set->links.n)
			rc = put_new(scratch, set->name, made->sets[i].data,
				     made->sets[i].size, err);
	}
	return rc;
}

static int put_all(struct opc_scratch *scratch, const struct opc_edit *edit,
		   const struct made *made, struct vb_error *err)
{
	size_t i;
	int rc = VB_OK;

	if (edit->base) {
		for (i = 0; i < edit->base->n && rc == VB_OK; i++)
			rc = put_base(scratch, edit, made, i, err);
	} else {
		rc = put_new(scratch, OPC_TYPES_NAME, made->types.data,
			     made->types.size, err);
		if (rc == VB_OK)
			rc = put_new_sets(scratch, edit, made, err);
	}
	for (i = 0; i < edit->added.n && rc == VB_OK; i++)
		rc = put_new(scratch, edit->added.at[i].name,
			     edit->added.at[i].data, edit->added.at[i].size,
			     err);
	if (rc == VB_OK && edit->base)
		rc = put_new_sets(scratch, edit, made, err);
	return rc;
}

int opc_edit_write(struct opc_edit *edit, struct opc_scratch *scratch,
		   struct vb_blob *out, struct vb_error *err)
{
	struct opc_scratch *own = scratch ? NULL : opc_scratch_new();
	struct made made = {{NULL, 0}, NULL, 0};
	int rc;

	if (!scratch)
		scratch = own;
	if (!scratch)
		return no_memory(err);
	start(scratch);
	rc = make_xml(&made, edit, err);
	if (rc == VB_OK)
		rc = put_all(scratch, edit, &made, err);
	if (rc == VB_OK)
		rc = finish(scratch, edit->dos_time, out, err);
	release_made(&made);
	opc_scratch_free(own);
	return rc;
}

static int build_types(struct vb_blob *out, const struct opc_item *items,
		       size_t n, struct vb_error *err)
{
	struct opc_edit *edit = NULL;
	size_t i;
	int rc = opc_edit_new(&edit, NULL, err);

	for (i = 0; i < n && rc == VB_OK; i++)
		if (!opc_name_is_rels(items[i].name))
			rc = opc_edit_add(edit, items[i].name, items[i].type,
					  "", 0, err);
	if (rc == VB_OK)
		rc = made_types(out, edit, err);
	opc_edit_free(edit);
	return rc;
}

int opc_build(struct vb_blob *out, const struct opc_item *items, size_t n,
	      struct vb_error *err)
{
	struct opc_scratch *scratch = opc_scratch_new();
	struct vb_blob types = {NULL, 0};
	bool has_types = false;
	size_t i;
	int rc = VB_OK;

	if (!scratch)
		return no_memory(err);
	for (i = 0; i < n; i++)
		if (opc_name_compare(items[i].name, OPC_TYPES_NAME) == 0)
			has_types = true;
	if (!has_types) {
		rc = build_types(&types, items, n, err);
		if (rc == VB_OK)
			rc = put_new(scratch, OPC_TYPES_NAME, types.data,
				     types.size, err);
	}
	for (i = 0; i < n && rc == VB_OK; i++)
		rc = put_new(scratch, items[i].name, items[i].data,
			     items[i].size, err);
	if (rc == VB_OK)
		rc = finish(scratch, OPC_DOS_1980, out, err);
	vb_blob_release(&types);
	opc_scratch_free(scratch);
	return rc;
}
