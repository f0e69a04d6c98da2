/*
 * zip_read.c - a zip in memory to a list of entries, through libzip.
 *
 * libzip's handles are not for several threads, so everything is taken out
 * at once in compressed form; opc_inflate() then works on plain memory. The
 * sizes of headers are checked before memory is taken for them, and proved
 * when a part is inflated.
 */
#include "opc/package.h"

#include "util/err.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* Bytes of the end record without its comment, which has up to 65,535. */
#define END_SIZE     22
#define END_SEARCH   (END_SIZE + 65535)
#define LOCATOR_SIZE 20
#define CENTRAL_SIZE 46
#define END64_SIZE   56

static uint64_t little(const unsigned char *p, unsigned n)
{
	uint64_t value = 0;

	while (n--)
		value = value << 8 | p[n];
	return value;
}

/* The end of central directory record (APPNOTE 4.3.16), NULL when absent. */
static const unsigned char *end_record(const unsigned char *data, size_t size)
{
	size_t i;

	for (i = END_SIZE; i <= size && i <= END_SEARCH; i++)
		if (memcmp(data + size - i, "PK\5\6", 4) == 0)
			return data + size - i;
	return NULL;
}

/*
 * Bytes that a mail program or a web server left before the zip: the end
 * record says how long the directory before it is and where that should
 * begin. 0 when the two agree, or in a zip64, whose fields say 0xffff...
 */
static size_t leading(const unsigned char *data, size_t size)
{
	const unsigned char *end = end_record(data, size);
	uint64_t length, at;

	if (!end)
		return 0;
	length = little(end + 12, 4);
	at = little(end + 16, 4);
	if (length + at >= (uint64_t)(end - data) ||
	    memcmp(end - length, "PK\1\2", 4) != 0)
		return 0;
	return (size_t)((uint64_t)(end - data) - length - at);
}

/* How many entries a zip says it has, before libzip takes memory for them. */
static uint64_t said_count(const unsigned char *data, size_t size,
			   const unsigned char *end)
{
	uint64_t count = little(end + 10, 2), at;

	if (end - data < LOCATOR_SIZE ||
	    memcmp(end - LOCATOR_SIZE, "PK\6\7", 4) != 0)
		return count;
	at = little(end - LOCATOR_SIZE + 8, 8);
	if (size < END64_SIZE || at > size - END64_SIZE)
		return count;
	return little(data + at + 32, 8);
}

/*
 * libzip reads a NUL in a name as a space, so two readers would see two
 * names. Walks the central directory (APPNOTE 4.3.12) as far as it is one.
 */
static bool has_nul_name(const unsigned char *data, size_t size,
			 const unsigned char *end)
{
	uint64_t at = little(end + 16, 4);

	while (at <= size - END_SIZE && size - at >= CENTRAL_SIZE &&
	       memcmp(data + at, "PK\1\2", 4) == 0) {
		uint64_t n = little(data + at + 28, 2);
		uint64_t more = little(data + at + 30, 2) +
				little(data + at + 32, 2);

		at += CENTRAL_SIZE;
		if (n > size - at)
			return false;
		if (memchr(data + at, 0, (size_t)n))
			return true;
		at += n + more;
	}
	return false;
}

static int check_end(const unsigned char *data, size_t size,
		     struct vb_error *err)
{
	const unsigned char *end = end_record(data, size);
	uint64_t count;

	if (!end && size >= 4 && memcmp(data, "PK\3\4", 4) == 0)
		return err_set(err, VB_PACKAGE,
			       "the file is cut short: its zip has no end");
	if (!end)
		return err_set(err, VB_PACKAGE,
			       "not a .docx: the file is no zip");
	count = said_count(data, size, end);
	if (count > OPC_PARTS_MAX)
		return err_set(err, VB_LIMIT, "more than %d entries",
			       OPC_PARTS_MAX);
	if (has_nul_name(data, size, end))
		return err_set(err, VB_PACKAGE, "a part name holds a NUL");
	return VB_OK;
}

static int zip_fault(zip_error_t *error, struct vb_error *err)
{
	/* libzip 1.7.3 also fails without an error when its memory does */
	if (zip_error_code_zip(error) == ZIP_ER_MEMORY ||
	    zip_error_code_zip(error) == ZIP_ER_OK)
		return err_set(err, VB_NOMEM, "out of memory");
	return err_set(err, VB_PACKAGE, "the zip is damaged: %s",
		       zip_error_strerror(error));
}

static int open_zip(zip_t **out, const unsigned char *data, size_t size,
		    struct vb_error *err)
{
	zip_error_t error;
	zip_source_t *source;
	int rc = VB_OK;

	zip_error_init(&error);
	source = zip_source_buffer_create(data, size, 0, &error);
	*out = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (!*out) {
		zip_source_free(source);
		rc = zip_fault(&error, err);
	}
	zip_error_fini(&error);
	return rc;
}

static int check_sizes(const struct zip_stat *st, struct vb_error *err)
{
	if (st->encryption_method != ZIP_EM_NONE)
		return err_set(err, VB_ENCRYPTED,
			       "an entry of the zip is encrypted");
	if (st->comp_method != OPC_STORED && st->comp_method != OPC_DEFLATED)
		return err_set(err, VB_PACKAGE,
			       "compression method %u is not supported",
			       (unsigned)st->comp_method);
	if (st->size > OPC_PART_MAX)
		return err_set(err, VB_LIMIT,
			       "the part has %llu bytes, more than %llu",
			       (unsigned long long)st->size,
			       (unsigned long long)OPC_PART_MAX);
	/* st->size > packed * OPC_RATIO_MAX, without overflow */
	if (st->size > OPC_RATIO_FROM &&
	    (st->size + OPC_RATIO_MAX - 1) / OPC_RATIO_MAX > st->comp_size)
		return err_set(err, VB_LIMIT,
			       "the part inflates more than %d times",
			       OPC_RATIO_MAX);
	return VB_OK;
}

/* Takes one entry into raws; folders are passed over. */
static int list_entry(struct opc *opc, const struct zip_stat *st,
		      uint64_t *total, struct vb_error *err)
{
	struct opc_raw *raw = &opc->raws[opc->n];
	char *name = arena_str(&opc->arena, st->name);
	int rc;

	if (!name)
		return err_set(err, VB_NOMEM, "out of memory");
	raw->name = opc_name_mend(name);
	rc = opc_name_check(raw->name, err);
	if (rc == VB_OK)
		rc = check_sizes(st, err);
	*total += st->size;
	if (rc == VB_OK && *total > OPC_TOTAL_MAX)
		rc = err_set(err, VB_LIMIT,
			     "the parts have more than %llu bytes",
			     (unsigned long long)OPC_TOTAL_MAX);
	if (rc != VB_OK)
		return rc;
	raw->packed = st->comp_size;
	raw->size = st->size;
	raw->crc = st->crc;
	raw->method = st->comp_method;
	opc->n++;
	return VB_OK;
}

static int list_entries(struct opc *opc, zip_t *zip, uint64_t *indexes,
			struct vb_error *err)
{
	uint64_t n = (uint64_t)zip_get_num_entries(zip, 0);
	uint64_t total = 0, i;
	int rc;

	for (i = 0; i < n; i++) {
		struct zip_stat st;
		size_t length;

		if (zip_stat_index(zip, i, 0, &st) != 0)
			return zip_fault(zip_get_error(zip), err);
		length = strlen(st.name);
		if (length > 0 && strchr("/\\", st.name[length - 1]))
			continue; /* a folder */
		indexes[opc->n] = i;
		rc = list_entry(opc, &st, &total, err);
		if (rc != VB_OK) {
			err_part(err, opc->raws[opc->n].name);
			err_where(err, "entry %llu", (unsigned long long)i + 1);
			return rc;
		}
	}
	return VB_OK;
}

/* False in `*is_whole`: the entry has a damaged header or too few bytes. */
static int read_entry(bool *is_whole, zip_t *zip, uint64_t index,
		      unsigned char *to, size_t size, struct vb_error *err)
{
	zip_file_t *file = zip_fopen_index(zip, index, ZIP_FL_COMPRESSED);
	int64_t got;

	*is_whole = false;
	if (!file && zip_error_code_zip(zip_get_error(zip)) != ZIP_ER_MEMORY &&
	    zip_error_code_zip(zip_get_error(zip)) != ZIP_ER_OK)
		return VB_OK;

	if (!file)
		return zip_fault(zip_get_error(zip), err);
	got = zip_fread(file, to, size);
	zip_fclose(file);
	*is_whole = got >= 0 && (uint64_t)got == size;
	return VB_OK;
}

static int read_entries(struct opc *opc, zip_t *zip, const uint64_t *indexes,
			size_t file_size, struct vb_error *err)
{
	size_t total = 0, i;
	unsigned char *to;
	int rc;

	/* entries that share their bytes are a bomb that no ratio shows */
	for (i = 0; i < opc->n; i++) {
		if (opc->raws[i].packed > file_size - total) {
			err_part(err, opc->raws[i].name);
			return err_set(err, VB_PACKAGE,
				       "entries overlap or are cut short");
		}
		total += opc->raws[i].packed;
	}
	to = opc->bytes = malloc(total + 1);
	if (!to)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < opc->n; i++) {
		struct opc_raw *raw = &opc->raws[i];

		bool is_whole = true;

		rc = raw->packed ? read_entry(&is_whole, zip, indexes[i], to,
					      raw->packed, err)
				 : VB_OK;
		if (rc != VB_OK) {
			err_part(err, raw->name);
			return rc;
		}
		raw->data = is_whole ? to : NULL;
		to += raw->packed;
	}
	return VB_OK;
}

int opc_zip_read(struct opc *opc, const unsigned char *data, size_t size,
		 struct vb_error *err)
{
	uint64_t *indexes = NULL;
	zip_t *zip = NULL;
	size_t max, skip = leading(data, size);
	int rc;

	data += skip;
	size -= skip;
	rc = check_end(data, size, err);
	if (rc == VB_OK)
		rc = open_zip(&zip, data, size, err);
	if (rc != VB_OK)
		goto out;
	max = (size_t)zip_get_num_entries(zip, 0);
	if (max > OPC_PARTS_MAX) {
		rc = err_set(err, VB_LIMIT, "more than %d entries",
			     OPC_PARTS_MAX);
		goto out;
	}
	opc->raws = arena_array(&opc->arena, max + 1, sizeof(*opc->raws));
	indexes = calloc(max + 1, sizeof(*indexes));
	if (!opc->raws || !indexes) {
		rc = err_set(err, VB_NOMEM, "out of memory");
		goto out;
	}
	rc = list_entries(opc, zip, indexes, err);
	if (rc == VB_OK)
		rc = read_entries(opc, zip, indexes, size, err);
out:
	free(indexes);
	if (zip)
		zip_discard(zip);
	return rc;
}

static int unpack(const struct opc_raw *raw, unsigned char *to,
		  struct vb_error *err)
{
	struct libdeflate_decompressor *tool;
	enum libdeflate_result result;
	size_t in = 0, out = 0;

	tool = libdeflate_alloc_decompressor();
	if (!tool)
		return err_set(err, VB_NOMEM, "out of memory");
	result = libdeflate_deflate_decompress_ex(
		tool, raw->data, raw->packed, to, (size_t)raw->size, &in, &out);
	libdeflate_free_decompressor(tool);
	if (result == LIBDEFLATE_BAD_DATA)
		return err_set(err, VB_PACKAGE,
			       "the compressed data is damaged");
	if (result != LIBDEFLATE_SUCCESS || out != raw->size ||
	    in != raw->packed)
		return err_set(err, VB_PACKAGE,
			       "the data has another size than its header "
			       "says (%llu)",
			       (unsigned long long)raw->size);
	return VB_OK;
}

int opc_inflate(const struct opc_raw *raw, struct vb_blob *out,
		struct vb_error *err)
{
	unsigned char *to;
	int rc = VB_OK;

	if (!raw->data) {
		err_part(err, raw->name);
		return err_set(err, VB_PACKAGE, "the data is cut short");
	}
	to = malloc((size_t)raw->size + 1);
	if (!to)
		return err_set(err, VB_NOMEM, "out of memory");
	if (raw->method == OPC_DEFLATED)
		rc = unpack(raw, to, err);
	else if (raw->packed != raw->size)
		rc = err_set(err, VB_PACKAGE,
			     "the data has another size than its header says "
			     "(%llu)",
			     (unsigned long long)raw->size);
	else
		memcpy(to, raw->data, raw->packed);
	if (rc == VB_OK &&
	    libdeflate_crc32(0, to, (size_t)raw->size) != raw->crc)
		rc = err_set(err, VB_PACKAGE,
			     "the checksum (CRC) of the data is wrong");
	if (rc != VB_OK) {
		err_part(err, raw->name);
		free(to);
		return rc;
	}
	to[raw->size] = '\0';
	out->data = to;
	out->size = (size_t)raw->size;
	return VB_OK;
}
