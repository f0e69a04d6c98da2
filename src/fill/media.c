/* media.c - see media.h. */
#include "fill/media.h"

#include "util/buf.h"
#include "util/err.h"
#include "util/file.h"

#include <stdio.h>
#include <string.h>

#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

void media_reset(struct media *media)
{
	size_t i;

	for (i = 0; i < media->items.n; i++)
		vb_blob_release(&media->items.at[i].blob);
	vec_release(&media->items);
	vec_release(&media->rels);
	arena_release(&media->arena);
	memset(media, 0, sizeof(*media));
}

/* ---- pictures ----------------------------------------------------------- */

/*
 * What Word before 2016 and LibreOffice show for an SVG without a PNG beside
 * it: one clear pixel (IHDR 1 by 1, 8 bit, gray and alpha).
 */
static const unsigned char CLEAR[] = {
	0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d,
	0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01,
	0x08, 0x04, 0x00, 0x00, 0x00, 0xb5, 0x1c, 0x0c, 0x02, 0x00, 0x00, 0x00,
	0x0b, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60, 0x60, 0x00, 0x00,
	0x00, 0x03, 0x00, 0x01, 0x2b, 0x09, 0x4d, 0x84, 0x00, 0x00, 0x00, 0x00,
	0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

/* Adds the part of an item, or takes that of one with the same bytes. */
static int add_part(struct media *media, struct media_item *item,
		    struct vb_error *err)
{
	char name[OPC_NAME_MAX];
	char suffix[8];
	size_t i;
	int rc;

	for (i = 0; i + 1 < media->items.n; i++) {
		const struct media_item *old = &media->items.at[i];

		if (old->part && old->blob.size == item->blob.size &&
		    memcmp(old->blob.data, item->blob.data, item->blob.size) ==
			    0) {
			item->part = old->part;
			return VB_OK;
		}
	}
	snprintf(suffix, sizeof(suffix), ".%s",
		 image_extension(item->image.kind));
	rc = opc_edit_free_name(media->edit, "word/media/image", suffix, name,
				err);
	if (rc == VB_OK)
		rc = opc_edit_add(media->edit, name,
				  image_type(item->image.kind), item->blob.data,
				  item->blob.size, err);
	if (rc != VB_OK)
		return rc;
	item->part = arena_str(&media->arena, name);
	return item->part ? VB_OK : no_memory(err);
}

/* Takes the bytes, also when it fails. */
static int add_item(int *out, struct media *media, const char *name,
		    struct vb_blob *blob, struct vb_error *err)
{
	struct media_item *item = NULL;
	struct image image;
	int rc = image_read(&image, blob->data, blob->size, err);

	if (rc == VB_OK) {
		item = vec_push(&media->items);
		rc = item ? VB_OK : no_memory(err);
	}
	if (rc != VB_OK || !item) {
		vb_blob_release(blob);
		return rc;
	}
	item->blob = *blob;
	item->image = image;
	item->fallback = MEDIA_NONE;
	item->name = arena_str(&media->arena, name);
	media->bytes += blob->size;
	*out = (int)media->items.n - 1;
	if (!item->name)
		return no_memory(err);
	if (media->bytes > MEDIA_BYTES_MAX)
		return err_set(err, VB_LIMIT,
			       "the pictures have more than %zu bytes",
			       MEDIA_BYTES_MAX);
	return add_part(media, item, err);
}

static int read_file(int *out, struct media *media, const char *name,
		     struct vb_error *err)
{
	struct vb_blob blob = {0};
	struct vb_error fault = {0};
	int rc = file_read_in(&blob, media->folder, name, IMAGE_BYTES_MAX,
			      &fault);

	if (rc == VB_NOMEM || rc == VB_LIMIT)
		return err_set(err, (enum vb_code)rc, "%s", fault.text);
	if (rc)
		return err_set(err, VB_ANSWERS, "%s", fault.text);
	return add_item(out, media, name, &blob, err);
}

/* "seal.png" of "seal.svg", NULL when it would not fit. */
static const char *png_name(struct arena *arena, const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t size = dot ? (size_t)(dot - name) : strlen(name);

	return arena_printf(arena, "%.*s.png", (int)size, name);
}

static int add_fallback(int *out, struct media *media, const char *name,
			struct vb_error *err)
{
	const char *png = png_name(&media->arena, name);
	struct vb_blob blob = {0};
	struct vb_error fault = {0};
	struct buf clear = BUF_INIT;
	int rc;

	if (!png)
		return no_memory(err);
	rc = file_read_in(&blob, media->folder, png, IMAGE_BYTES_MAX, &fault);
	if (rc == VB_NOMEM)
		return no_memory(err);
	if (rc != VB_OK) {
		buf_add(&clear, CLEAR, sizeof(CLEAR));
		rc = buf_take(&clear, &blob, err);
	}
	return rc ? rc : add_item(out, media, "", &blob, err);
}

bool media_has(const struct media *media, const char *name)
{
	size_t i;

	for (i = 0; i < media->items.n; i++)
		if (strcmp(media->items.at[i].name, name) == 0)
			return true;
	/* a name that leads elsewhere is refused when it is opened */
	return media->folder &&
	       (strchr(name, '/') || file_is_in(media->folder, name));
}

int media_load(int *out, struct media *media, const char *name,
	       struct vb_error *err)
{
	size_t i;
	int rc, fallback = MEDIA_NONE;

	for (i = 0; i < media->items.n; i++)
		if (strcmp(media->items.at[i].name, name) == 0) {
			*out = (int)i;
			return VB_OK;
		}
	if (!media->folder)
		return err_set(err, VB_ANSWERS,
			       "no folder is known for pictures");
	if (media->items.n + 2 > MEDIA_ITEMS_MAX)
		return err_set(err, VB_LIMIT, "more than %d pictures",
			       MEDIA_ITEMS_MAX);
	rc = read_file(out, media, name, err);
	if (rc != VB_OK || media->items.at[*out].image.kind != IMAGE_SVG)
		return rc;
	rc = add_fallback(&fallback, media, name, err);
	if (rc == VB_OK && media->items.at[fallback].image.kind == IMAGE_SVG)
		rc = err_set(err, VB_ANSWERS,
			     "the .png beside the SVG picture is none");
	media->items.at[*out].fallback = fallback;
	return rc;
}

/* ---- relationships ------------------------------------------------------ */

static struct media_rel *find_rel(const struct media *media, const char *source,
				  const char *target)
{
	size_t i;

	for (i = media->rels.n; i-- > 0;)
		if (media->rels.at[i].source == source &&
		    strcmp(media->rels.at[i].target, target) == 0)
			return &media->rels.at[i];
	return NULL;
}

static int relate(const char **id, struct media *media, const char *source,
		  const char *target, bool is_external, struct vb_error *err)
{
	struct media_rel *rel = find_rel(media, source, target);
	int rc;

	if (rel) {
		*id = rel->id;
		return VB_OK;
	}
	if (media->rels.n >= MEDIA_RELS_MAX)
		return err_set(err, VB_LIMIT, "more than %d links and pictures",
			       MEDIA_RELS_MAX);
	rel = vec_push(&media->rels);
	if (!rel)
		return no_memory(err);
	rel->source = source;
	rel->target = arena_str(&media->arena, target);
	if (!rel->target) {
		media->rels.n--;
		return no_memory(err);
	}
	if (is_external)
		rc = opc_edit_link(media->edit, source, REL "hyperlink", target,
				   rel->id, err);
	else
		rc = opc_edit_relate(media->edit, source, REL "image", target,
				     rel->id, err);
	if (rc != VB_OK)
		media->rels.n--;
	*id = rel->id;
	return rc;
}

int media_relate(const char **id, struct media *media, const char *source,
		 int item, struct vb_error *err)
{
	return relate(id, media, source, media->items.at[item].part, false,
		      err);
}

int media_link(const char **id, struct media *media, const char *source,
	       const char *address, struct vb_error *err)
{
	return relate(id, media, source, address, true, err);
}
