/*
 * floor TEMPLATE FILLED OUT TIMES - what filling cannot go below: deflates the
 * parts in which FILLED differs from TEMPLATE (libdeflate, level 6) and writes
 * the package to OUT, all other parts as the compressed bytes they are
 * (libzip), TIMES times over; prints the CPU time in microseconds. Nothing is
 * read, parsed or filled: the changed parts are in memory already.
 */
#include <libdeflate.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <zip.h>

enum {
	PARTS_MAX = 64,
	LEVEL = 6
};

struct part {
	char *data; /* of a changed part, NULL for one that is copied */
	size_t size;
	void *packed;
	size_t packed_size;
	uint32_t crc;
	size_t at; /* of the source in hand */
};

static struct part parts[PARTS_MAX];

static char *read_entry(zip_t *zip, zip_uint64_t i, size_t *size)
{
	zip_file_t *file = zip_fopen_index(zip, i, 0);
	zip_stat_t st;
	char *data = NULL;

	if (file && zip_stat_index(zip, i, 0, &st) == 0) {
		*size = (size_t)st.size;
		data = malloc(*size + 1);
		if (data && zip_fread(file, data, st.size) != (int64_t)st.size)
			*size = 0;
	}
	if (file)
		zip_fclose(file);
	return data;
}

/* Deflated bytes that are told to libzip as such: it copies them. */
static zip_int64_t give(void *user, void *data, zip_uint64_t len,
			zip_source_cmd_t cmd)
{
	struct part *part = user;
	zip_stat_t *st = data;
	size_t n;

	if (cmd == ZIP_SOURCE_OPEN)
		part->at = 0;
	if (cmd == ZIP_SOURCE_READ) {
		n = part->packed_size - part->at;
		n = n < len ? n : (size_t)len;
		memcpy(data, (char *)part->packed + part->at, n);
		part->at += n;
		return (zip_int64_t)n;
	}
	if (cmd == ZIP_SOURCE_STAT) {
		zip_stat_init(st);
		st->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
			    ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
		st->size = part->size;
		st->comp_size = part->packed_size;
		st->comp_method = ZIP_CM_DEFLATE;
		st->crc = part->crc;
		return sizeof(*st);
	}
	if (cmd == ZIP_SOURCE_SUPPORTS)
		return zip_source_make_command_bitmap(
			ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
			ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
	return 0;
}

static bool write_one(zip_t *from, const char *path,
		      struct libdeflate_compressor *tool)
{
	zip_t *to = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_uint64_t n = (zip_uint64_t)zip_get_num_entries(from, 0), i;

	for (i = 0; to && i < n; i++) {
		struct part *part = &parts[i];
		zip_source_t *source;

		if (part->data) {
			part->packed_size = libdeflate_deflate_compress(
				tool, part->data, part->size, part->packed,
				part->size);
			part->crc = libdeflate_crc32(0, part->data, part->size);
			source = zip_source_function(to, give, part);
		} else {
			source = zip_source_zip(to, from, i, ZIP_FL_COMPRESSED,
						0, -1);
		}
		if (!source || zip_file_add(to, zip_get_name(from, i, 0),
					    source, ZIP_FL_ENC_UTF_8) < 0)
			return false;
	}
	return to && zip_close(to) == 0;
}

static long cpu(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L +
	       used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

/* Keeps the parts that differ. */
static bool compare(zip_t *template, zip_t *filled)
{
	zip_int64_t n = zip_get_num_entries(filled, 0), i;

	for (i = 0; i < n && i < PARTS_MAX; i++) {
		const char *name = zip_get_name(filled, (zip_uint64_t)i, 0);
		zip_int64_t at = zip_name_locate(template, name, 0);
		size_t old_size = 0, size = 0;
		char *old = at < 0 ? NULL
				   : read_entry(template, (zip_uint64_t)at,
						&old_size);
		char *data = read_entry(filled, (zip_uint64_t)i, &size);

		if (data && (!old || old_size != size ||
			     memcmp(old, data, size) != 0)) {
			parts[i].data = data;
			parts[i].size = size;
			parts[i].packed = malloc(size + 64);
			data = NULL;
		}
		free(data);
		free(old);
	}
	return n > 0 && n <= PARTS_MAX;
}

int main(int argc, char **argv)
{
	struct libdeflate_compressor *tool = libdeflate_alloc_compressor(LEVEL);
	zip_t *template, *filled;
	long start, times, i;

	if (argc != 5) {
		fputs("usage: floor TEMPLATE FILLED OUT TIMES\n", stderr);
		return 2;
	}
	template = zip_open(argv[1], ZIP_RDONLY, NULL);
	filled = zip_open(argv[2], ZIP_RDONLY, NULL);
	if (!tool || !template || !filled || !compare(template, filled))
		return 3;
	times = strtol(argv[4], NULL, 10);
	write_one(filled, argv[3], tool);
	start = cpu();
	for (i = 0; i < times; i++)
		if (!write_one(filled, argv[3], tool))
			return 4;
	printf("%ld\n", cpu() - start);
	zip_discard(template);
	zip_discard(filled);
	libdeflate_free_compressor(tool);
	for (i = 0; i < PARTS_MAX; i++) {
		free(parts[i].data);
		free(parts[i].packed);
	}
	return 0;
}
