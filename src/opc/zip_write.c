/*
 * zip_write.c - a list of ready entries to a zip in memory, through libzip.
 *
 * Every entry is handed over already compressed, with its sizes and CRC in
 * the stat of its source: libzip then copies the bytes as they are (add_data
 * in zip_close.c takes a source of the method it is asked for). The zip is
 * written into one buffer of our own, sized beforehand.
 *
 * libzip turns dates into local time and asks the system for it, so the
 * dates are set afterwards, in the finished bytes.
 */
#include "opc/package.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* Bytes of the headers of an entry without its name: local 30, central 46. */
#define ENTRY_OVERHEAD 76
#define END_SIZE       22

/* ---- one entry as a source ----------------------------------------------- */

struct feed {
	const struct opc_raw *raw;
	size_t at;
	zip_error_t error;
};

static void stat_entry(const struct opc_raw *raw, struct zip_stat *st)
{
	zip_stat_init(st);
	st->size = raw->size;
	st->comp_size = raw->packed;
	st->crc = raw->crc;
	st->comp_method = (zip_uint16_t)raw->method;
	st->encryption_method = ZIP_EM_NONE;
	st->mtime = 0;
	st->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC |
		    ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD |
		    ZIP_STAT_MTIME;
}

static zip_int64_t feed_call(void *payload, void *data, zip_uint64_t size,
			     zip_source_cmd_t command)
{
	struct feed *feed = payload;
	size_t n;

	/* NOLINTNEXTLINE: the commands not named are not supported */
	switch ((int)command) {
	case ZIP_SOURCE_OPEN:
		feed->at = 0;
		return 0;
	case ZIP_SOURCE_READ:
		n = feed->raw->packed - feed->at;
		if (n > size)
			n = (size_t)size;
		if (n)
			memcpy(data, feed->raw->data + feed->at, n);
		feed->at += n;
		return (zip_int64_t)n;
	case ZIP_SOURCE_STAT:
		stat_entry(feed->raw, data);
		return sizeof(struct zip_stat);
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&feed->error, data, size);
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE:
		return 0;
	case ZIP_SOURCE_SUPPORTS:
		return ZIP_SOURCE_SUPPORTS_READABLE;
	default:
		zip_error_set(&feed->error, ZIP_ER_OPNOTSUPP, 0);
		return -1;
	}
}

/* ---- the output as a source -----------------------------------------------
 */

struct sink {
	struct buf buf;
	size_t at;
	bool done; /* committed */
	zip_error_t error;
};

static zip_int64_t sink_write(struct sink *sink, const void *data, size_t size)
{
	size_t over = sink->buf.size - sink->at;

	if (over > size)
		over = size;
	if (over)
		memcpy(sink->buf.data + sink->at, data, over);
	buf_add(&sink->buf, (const char *)data + over, size - over);
	if (!buf_ok(&sink->buf)) {
		zip_error_set(&sink->error, ZIP_ER_MEMORY, 0);
		return -1;
	}
	sink->at += size;
	return (zip_int64_t)size;
}

static zip_int64_t sink_seek(struct sink *sink, void *data, zip_uint64_t size)
{
	zip_int64_t to = zip_source_seek_compute_offset(
		sink->at, sink->buf.size, data, size, &sink->error);

	if (to < 0)
		return -1;
	sink->at = (size_t)to;
	return 0;
}

static zip_int64_t sink_call(void *payload, void *data, zip_uint64_t size,
			     zip_source_cmd_t command)
{
	struct sink *sink = payload;
	struct zip_stat *st = data;

	/* NOLINTNEXTLINE: as above */
	switch ((int)command) {
	case ZIP_SOURCE_BEGIN_WRITE:
	case ZIP_SOURCE_ROLLBACK_WRITE:
	case ZIP_SOURCE_REMOVE:
		sink->at = 0;
		buf_clear(&sink->buf);
		return 0;
	case ZIP_SOURCE_WRITE:
		return sink_write(sink, data, (size_t)size);
	case ZIP_SOURCE_TELL_WRITE:
		return (zip_int64_t)sink->at;
	case ZIP_SOURCE_SEEK_WRITE:
		return sink_seek(sink, data, size);
	case ZIP_SOURCE_COMMIT_WRITE:
		sink->done = true;
		return 0;
	case ZIP_SOURCE_STAT:
		zip_stat_init(st);
		st->valid = ZIP_STAT_SIZE;
		st->size = 0;
		return sizeof(*st);
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&sink->error, data, size);
	case ZIP_SOURCE_OPEN:
	case ZIP_SOURCE_READ:
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_SEEK:
	case ZIP_SOURCE_TELL:
	case ZIP_SOURCE_FREE:
		return 0;
	case ZIP_SOURCE_SUPPORTS:
		return ZIP_SOURCE_SUPPORTS_WRITABLE;
	default:
		zip_error_set(&sink->error, ZIP_ER_OPNOTSUPP, 0);
		return -1;
	}
}

/* ---- dates -----------------------------------------------------------------
 */

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* Days from civil dates, the way round that needs no tables: March is the
 * first month, so the leap day is the last of its year. */
uint32_t opc_dos_time(int64_t epoch)
{
	const int64_t first = 315532800; /* 1980-01-01 00:00:00 */
	const int64_t last = 4354819198; /* 2107-12-31 23:59:58 */
	int64_t day, second, year, month, leap_days;
	uint32_t date, time;

	epoch = epoch < first ? first : epoch > last ? last : epoch;
	day = floor_div(epoch, 86400) + 306; /* from 1969-03-01 */
	second = epoch - floor_div(epoch, 86400) * 86400;
	year = 1969;
	for (;;) {
		int64_t y = year + 1; /* the year its February is in */

		leap_days = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
		if (day < 365 + leap_days)
			break;
		day -= 365 + leap_days;
		year++;
	}
	month = (5 * day + 2) / 153;
	day -= (153 * month + 2) / 5;
	month += 3;
	if (month > 12) {
		month -= 12;
		year++;
	}
	date = (uint32_t)(year - 1980) << 9 | (uint32_t)month << 5 |
	       (uint32_t)(day + 1);
	time = (uint32_t)(second / 3600) << 11 |
	       (uint32_t)(second / 60 % 60) << 5 | (uint32_t)(second % 60 / 2);
	return date << 16 | time;
}

static uint32_t little(const char *data, size_t at, unsigned n)
{
	uint32_t value = 0;

	while (n--)
		value = value << 8 | (unsigned char)data[at + n];
	return value;
}

static void put_date(char *data, size_t at, uint32_t dos_time)
{
	unsigned i;

	for (i = 0; i < 4; i++)
		data[at + i] = (char)(dos_time >> 8 * i & 0xff);
}

/* Time stands at 12 of a central and 10 of a local header (APPNOTE 4.3). */
static bool set_dates(struct buf *buf, size_t n, uint32_t dos_time)
{
	size_t at = buf->size - END_SIZE, i;

	if (buf->size < END_SIZE || memcmp(buf->data + at, "PK\5\6", 4) != 0)
		return false;
	at = little(buf->data, at + 16, 4);
	for (i = 0; i < n; i++) {
		size_t local;

		if (at + 46 > buf->size ||
		    memcmp(buf->data + at, "PK\1\2", 4) != 0)
			return false;
		put_date(buf->data, at + 12, dos_time);
		local = little(buf->data, at + 42, 4);
		if (local + 30 > buf->size)
			return false;
		put_date(buf->data, local + 10, dos_time);
		at += 46 + little(buf->data, at + 28, 2) +
		      little(buf->data, at + 30, 2) +
		      little(buf->data, at + 32, 2);
	}
	return true;
}

/* ---- writing ----------------------------------------------------------------
 */

static int zip_fault(zip_error_t *error, struct vb_error *err)
{
	/* libzip 1.7.3 also fails without an error when its memory does */
	if (zip_error_code_zip(error) == ZIP_ER_MEMORY ||
	    zip_error_code_zip(error) == ZIP_ER_OK)
		return err_set(err, VB_NOMEM, "out of memory");
	return err_set(err, VB_INTERNAL, "cannot write the zip: %s",
		       zip_error_strerror(error));
}

static int add_entry(zip_t *zip, struct feed *feed, struct vb_error *err)
{
	zip_source_t *source = zip_source_function(zip, feed_call, feed);
	zip_int64_t index;

	if (!source)
		return zip_fault(zip_get_error(zip), err);
	index = zip_file_add(zip, feed->raw->name, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return zip_fault(zip_get_error(zip), err);
	}
	if (zip_set_file_compression(zip, (zip_uint64_t)index,
				     feed->raw->method, 0) != 0)
		return zip_fault(zip_get_error(zip), err);
	return VB_OK;
}

static int open_sink(zip_t **out, struct sink *sink, struct vb_error *err)
{
	zip_error_t error;
	zip_source_t *source;
	int rc = VB_OK;

	zip_error_init(&error);
	source = zip_source_function_create(sink_call, sink, &error);
	*out = source ? zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE,
					     &error)
		      : NULL;
	if (!*out) {
		zip_source_free(source);
		rc = zip_fault(&error, err);
	}
	zip_error_fini(&error);
	return rc;
}

static int write_entries(struct sink *sink, struct feed *feeds, size_t n,
			 struct vb_error *err)
{
	zip_t *zip = NULL;
	size_t i;
	int rc = open_sink(&zip, sink, err);

	for (i = 0; i < n && rc == VB_OK; i++)
		rc = add_entry(zip, &feeds[i], err);
	if (rc == VB_OK && zip_close(zip) == 0)
		return sink->done ? VB_OK
				  : err_set(err, VB_INTERNAL,
					    "cannot write an empty zip");
	if (rc == VB_OK)
		rc = zip_fault(zip_get_error(zip), err);
	if (zip)
		zip_discard(zip);
	return rc;
}

int opc_zip_write(struct vb_blob *out, const struct opc_raw *entries, size_t n,
		  uint32_t dos_time, struct vb_error *err)
{
	struct sink sink = {.buf = BUF_INIT};
	struct feed *feeds = calloc(n + 1, sizeof(*feeds));
	size_t room = END_SIZE, i;
	int rc = VB_OK;

	zip_error_init(&sink.error);
	if (!feeds)
		return err_set(err, VB_NOMEM, "out of memory");
	for (i = 0; i < n; i++) {
		feeds[i].raw = &entries[i];
		zip_error_init(&feeds[i].error);
		room += ENTRY_OVERHEAD + 2 * strlen(entries[i].name) +
			entries[i].packed;
	}
	if (!buf_reserve(&sink.buf, room))
		rc = err_set(err, VB_NOMEM, "out of memory");
	if (rc == VB_OK)
		rc = write_entries(&sink, feeds, n, err);
	if (rc == VB_OK && !set_dates(&sink.buf, n, dos_time))
		rc = err_set(err, VB_INTERNAL, "the zip written has no end");
	if (rc == VB_OK)
		rc = buf_take(&sink.buf, out, err);
	buf_release(&sink.buf);
	free(feeds);
	return rc;
}
