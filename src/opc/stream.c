/*
 * stream.c - a part too long to stand in memory, deflated as it is made.
 */
#include "opc/edit.h"

#include "opc/deflate.h"
#include "util/err.h"

#include <libdeflate.h>
#include <stdlib.h>

struct opc_stream {
	struct deflater *deflater;
	struct buf packed;
	uint64_t size;
	uint32_t crc;
};

struct opc_stream *opc_stream_new(void)
{
	struct opc_stream *stream = calloc(1, sizeof(*stream));

	if (!stream)
		return NULL;
	stream->deflater = deflater_new();
	if (!stream->deflater) {
		free(stream);
		return NULL;
	}
	return stream;
}

void opc_stream_free(struct opc_stream *stream)
{
	if (!stream)
		return;
	deflater_free(stream->deflater);
	buf_release(&stream->packed);
	free(stream);
}

void opc_stream_start(struct opc_stream *stream)
{
	deflater_start(stream->deflater);
	buf_clear(&stream->packed);
	stream->size = 0;
	stream->crc = 0;
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
	return deflater_add(stream->deflater, data, size, &stream->packed, err);
}

int opc_stream_end(struct opc_stream *stream, struct vb_error *err)
{
	return deflater_end(stream->deflater, &stream->packed, err);
}

void opc_stream_raw(const struct opc_stream *stream, struct opc_raw *raw)
{
	raw->data = (const unsigned char *)stream->packed.data;
	raw->packed = stream->packed.size;
	raw->size = stream->size;
	raw->crc = stream->crc;
	raw->method = OPC_DEFLATED;
}
