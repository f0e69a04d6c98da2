/*
 * stream.c - a part too long to stand in memory, deflated as it is made.
 *
 * libdeflate compresses only what it has whole, so this is zlib. Measured on
 * 81 MB of table rows: zlib level 1 to 3 takes 1.5 times as long as
 * libdeflate's level 1 and three quarters of its level 4, and makes less.
 */
#include "opc/edit.h"

#include "util/err.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define STREAM_LEVEL 1
/* No zlib header: raw deflate, as zip has it. */
#define RAW_WINDOW (-15)
#define ROOM	   ((size_t)64 << 10)

/* zlib's own memory, 256 KiB, is taken once for all parts. */
struct opc_stream {
	z_stream zip;
	struct buf packed;
	uint64_t size;
	uint32_t crc;
};

static int no_memory(struct vb_error *err)
{
	return err_set(err, VB_NOMEM, "out of memory");
}

struct opc_stream *opc_stream_new(void)
{
	struct opc_stream *stream = calloc(1, sizeof(*stream));

	if (stream &&
	    deflateInit2(&stream->zip, STREAM_LEVEL, Z_DEFLATED, RAW_WINDOW,
			 MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
		free(stream);
		return NULL;
	}
	return stream;
}

void opc_stream_free(struct opc_stream *stream)
{
	if (!stream)
		return;
	deflateEnd(&stream->zip);
	buf_release(&stream->packed);
	free(stream);
}

void opc_stream_start(struct opc_stream *stream)
{
	deflateReset(&stream->zip);
	buf_clear(&stream->packed);
	stream->size = 0;
	stream->crc = 0;
}

/* Everything zlib has, or will have at the end. */
static int pump(struct opc_stream *stream, int flush, struct vb_error *err)
{
	do {
		char *to = buf_reserve(&stream->packed, ROOM);

		if (!to)
			return no_memory(err);
		stream->zip.next_out = (Bytef *)to;
		stream->zip.avail_out = (uInt)ROOM;
		deflate(&stream->zip, flush);
		stream->packed.size += ROOM - stream->zip.avail_out;
	} while (stream->zip.avail_out == 0);
	return VB_OK;
}

int opc_stream_add(struct opc_stream *stream, const void *data, size_t size,
		   struct vb_error *err)
{
	if (size > OPC_PART_MAX - stream->size)
		return err_set(err, VB_LIMIT,
			       "the part has more than %llu bytes",
			       (unsigned long long)OPC_PART_MAX);
	stream->size += size;
	stream->crc = libdeflate_crc32(stream->crc, data, size);
	stream->zip.next_in = (Bytef *)data;
	stream->zip.avail_in = (uInt)size; /* OPC_PART_MAX fits */
	return pump(stream, Z_NO_FLUSH, err);
}

int opc_stream_end(struct opc_stream *stream, struct vb_error *err)
{
	stream->zip.next_in = (Bytef *)"";
	stream->zip.avail_in = 0;
	return pump(stream, Z_FINISH, err);
}

void opc_stream_raw(const struct opc_stream *stream, struct opc_raw *raw)
{
	raw->data = (const unsigned char *)stream->packed.data;
	raw->packed = stream->packed.size;
	raw->size = stream->size;
	raw->crc = stream->crc;
	raw->method = OPC_DEFLATED;
}
