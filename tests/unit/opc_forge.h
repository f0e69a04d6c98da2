/*
 * opc_forge.h - zips written byte by byte, so that every field can lie.
 *
 * forge() writes local headers, data, the central directory and the end
 * record (APPNOTE 4.3). An entry's size, CRC and packed size come from its
 * data unless the fields say otherwise.
 */
#ifndef OPC_FORGE_H
#define OPC_FORGE_H

#include "opc/opc.h"
#include "util/buf.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#define FORGE_TYPES                                                    \
	"<?xml version=\"1.0\"?><Types xmlns=\"http://"                \
	"schemas.openxmlformats.org/package/2006/content-types\">"     \
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>" \
	"</Types>"
#define FORGE_RELS_HEAD                  \
	"<Relationships xmlns=\"http://" \
	"schemas.openxmlformats.org/package/2006/relationships\">"

struct forged {
	const char *name;
	const char *data; /* NULL: empty */
	size_t packed;	  /* 0: strlen(data) */
	uint64_t size;	  /* claimed; 0: packed */
	uint32_t crc_xor; /* spoils the CRC */
	unsigned method;  /* 0 stored, 8: data is deflated already */
	unsigned flags;	  /* general purpose bits; 1 is encrypted */
	size_t name_size; /* 0: strlen(name) */
	size_t shared;	  /* N: the bytes of entry N - 1 again */
	bool descriptor;  /* sizes and CRC behind the data only */
};

static void forge_put(struct buf *buf, uint64_t value, unsigned n)
{
	while (n--) {
		buf_addc(buf, (char)(value & 0xff));
		value >>= 8;
	}
}

static size_t forge_packed(const struct forged *entry)
{
	return entry->packed || !entry->data ? entry->packed
					     : strlen(entry->data);
}

static void forge_sums(struct buf *buf, const struct forged *entry)
{
	size_t packed = forge_packed(entry);
	uint32_t crc = libdeflate_crc32(0, entry->data ? entry->data : "",
					entry->data ? packed : 0);

	forge_put(buf, crc ^ entry->crc_xor, 4);
	forge_put(buf, packed, 4);
	forge_put(buf, entry->size ? entry->size : packed, 4);
}

/* The fields local and central headers share. */
static void forge_common(struct buf *buf, const struct forged *entry,
			 bool is_local)
{

	forge_put(buf, 20, 2);
	forge_put(buf, entry->flags | (entry->descriptor ? 8 : 0), 2);
	forge_put(buf, entry->method, 2);
	forge_put(buf, 0x00210000, 4);
	if (is_local && entry->descriptor)
		forge_put(buf, 0, 12);
	else
		forge_sums(buf, entry);
	forge_put(buf,
		  entry->name_size ? entry->name_size : strlen(entry->name), 2);
	forge_put(buf, 0, 2);
}

static void forge_name(struct buf *buf, const struct forged *entry)
{
	buf_add(buf, entry->name,
		entry->name_size ? entry->name_size : strlen(entry->name));
}

__attribute__((unused)) static void
forge(struct buf *buf, const struct forged *entries, size_t n)
{
	size_t *offsets = calloc(n + 1, sizeof(*offsets));
	size_t i, start;

	buf_clear(buf);
	for (i = 0; i < n && offsets; i++) {
		if (entries[i].shared) {
			offsets[i] = offsets[entries[i].shared - 1];
			continue;
		}
		offsets[i] = buf->size;
		forge_put(buf, 0x04034b50, 4);
		forge_common(buf, &entries[i], true);
		forge_name(buf, &entries[i]);
		if (entries[i].data)
			buf_add(buf, entries[i].data,
				forge_packed(&entries[i]));
		if (entries[i].descriptor) {
			forge_put(buf, 0x08074b50, 4);
			forge_sums(buf, &entries[i]);
		}
	}
	start = buf->size;
	for (i = 0; i < n && offsets; i++) {
		forge_put(buf, 0x02014b50, 4);
		forge_put(buf, 20, 2);
		forge_common(buf, &entries[i], false);
		forge_put(buf, 0, 2 + 2 + 2 + 4);
		forge_put(buf, offsets[i], 4);
		forge_name(buf, &entries[i]);
	}
	i = buf->size - start;
	forge_put(buf, 0x06054b50, 4);
	forge_put(buf, 0, 4);
	forge_put(buf, n, 2);
	forge_put(buf, n, 2);
	forge_put(buf, i, 4);
	forge_put(buf, start, 4);
	forge_put(buf, 0, 2);
	free(offsets);
}

#endif
