/* deflate.c - see deflate.h. */
#include "opc/deflate.h"

#include "util/err.h"

#include <isa-l/igzip_lib.h>
#include <stdlib.h>

#define LEVEL	   1
#define LEVEL_ROOM ISAL_DEF_LVL1_DEFAULT
/* What is asked for at once; the sizes of ISA-L are 32 bits. */
#define ROOM	((size_t)64 << 10)
#define ADD_MAX ((size_t)1 << 30)

struct deflater {
	struct isal_zstream stream;
	unsigned char level[LEVEL_ROOM];
};

struct deflater *deflater_new(void)
{
	struct deflater *d = calloc(1, sizeof(*d));

	if (!d)
		return NULL;
	isal_deflate_init(&d->stream);
	d->stream.level = LEVEL;
	d->stream.level_buf = d->level;
	d->stream.level_buf_size = LEVEL_ROOM;
	return d;
}

void deflater_free(struct deflater *deflater)
{
	free(deflater);
}

void deflater_start(struct deflater *d)
{
	isal_deflate_reset(&d->stream);
	d->stream.end_of_stream = 0;
	d->stream.flush = NO_FLUSH;
}

/* Everything it has, or will have at the end. */
static int pump(struct deflater *d, struct buf *out, struct vb_error *err)
{
	do {
		char *to = buf_reserve(out, ROOM);

		if (!to)
			return err_set(err, VB_NOMEM, "out of memory");
		d->stream.next_out = (uint8_t *)to;
		d->stream.avail_out = (uint32_t)ROOM;
		if (isal_deflate(&d->stream) != COMP_OK)
			return err_set(err, VB_INTERNAL, "deflate failed");
		out->size += ROOM - d->stream.avail_out;
	} while (d->stream.avail_out == 0);
	return VB_OK;
}

int deflater_add(struct deflater *d, const void *data, size_t size,
		 struct buf *out, struct vb_error *err)
{
	const uint8_t *at = data;

	while (size > 0) {
		size_t n = size < ADD_MAX ? size : ADD_MAX;
		int code;

		/* it only reads them */
		d->stream.next_in = (uint8_t *)at;
		d->stream.avail_in = (uint32_t)n;
		code = pump(d, out, err);
		if (code != VB_OK)
			return code;
		at += n;
		size -= n;
	}
	return VB_OK;
}

int deflater_end(struct deflater *d, struct buf *out, struct vb_error *err)
{
	d->stream.end_of_stream = 1;
	d->stream.next_in = NULL;
	d->stream.avail_in = 0;
	return pump(d, out, err);
}
