/*
 * media.h - what a filled document has that its template has not: pictures,
 * each once however often it is shown, and the relationships of the part
 * that shows them or links somewhere.
 *
 * Pictures are read from the folder of the answers alone. All of it belongs
 * to one filling.
 */
#ifndef FILL_MEDIA_H
#define FILL_MEDIA_H

#include "fill/image.h"
#include "opc/opc.h"
#include "util/arena.h"
#include "util/vec.h"

enum {
	MEDIA_ITEMS_MAX = 1000, /* pictures of a document */
	MEDIA_RELS_MAX = 5000,	/* looked through one by one */
	MEDIA_NONE = -1
};
/* Bytes of all of them: no mail takes a document so large. */
#define MEDIA_BYTES_MAX ((size_t)128 << 20)

struct media_item {
	const char *name; /* of the file */
	struct vb_blob blob;
	struct image image;
	const char *part;
	int fallback; /* of an SVG: the item of its PNG, or MEDIA_NONE */
};

/* One relationship of a part. */
struct media_rel {
	const char *source; /* the part's name, compared as a pointer */
	const char *target; /* a part name or an address */
	char id[OPC_ID_MAX];
};

struct media {
	struct arena arena;
	struct {
		VEC(struct media_item);
	} items;
	struct {
		VEC(struct media_rel);
	} rels;
	struct opc_edit *edit; /* of the document in hand */
	const char *folder;    /* NULL: there is none */
	size_t bytes;
};

/* Ready for another document. */
void media_reset(struct media *media);

/* True when there is such a file, whatever it holds. */
bool media_has(const struct media *media, const char *name);

/*
 * The item of a file. VB_ANSWERS for a file that is not there or is no
 * picture, with a text that does not name it.
 */
int media_load(int *out, struct media *media, const char *name,
	       struct vb_error *err);

/* The id of the relationship of a part to a picture, or to an address. */
int media_relate(const char **id, struct media *media, const char *source,
		 int item, struct vb_error *err);
int media_link(const char **id, struct media *media, const char *source,
	       const char *address, struct vb_error *err);

#endif
