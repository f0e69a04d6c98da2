/* encoding.c - see encoding.h. */
#include "text/encoding.h"

#include "text/norm.h"
#include "text/utf8.h"
#include "util/buf.h"
#include "util/err.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

static const char advice[] = "name its character set: TCVN5712-1, VISCII, "
			     "CP1258, UTF-16LE or another that iconv knows";

/* `mark` bytes of byte order mark are dropped. */
static int from_utf8(struct buf *out, const char *text, size_t size,
		     size_t mark, struct vb_error *err)
{
	size_t bad = 0;

	if (!utf8_valid(text, size, &bad))
		return err_set(err, VB_IO, "byte %zu is not valid UTF-8; %s",
			       bad + 1, advice);
	if (size > 0)
		buf_add(out, text + mark, size - mark);
	return VB_OK;
}

static uint32_t unit(const unsigned char *p, bool big)
{
	return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static int from_utf16(struct buf *out, const unsigned char *p, size_t size,
		      bool big, struct vb_error *err)
{
	size_t at = 0;

	while (at + 1 < size) {
		uint32_t c = unit(p + at, big), low = 0;

		if (c >= 0xd800 && c <= 0xdbff && at + 3 < size)
			low = unit(p + at + 2, big);
		if (low >= 0xdc00 && low <= 0xdfff) {
			c = 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff));
			at += 2;
		} else if (c >= 0xd800 && c <= 0xdfff) {
			break;
		}
		utf8_put(out, c);
		at += 2;
	}
	if (at < size)
		return err_set(err, VB_IO,
			       "byte %zu is not valid UTF-16 after its byte "
			       "order mark",
			       at + 1 + 2);
	return VB_OK;
}

/* Converts all of it, and then asks for what the converter still holds: the
 * Vietnamese ones of glibc and GNU libiconv keep the last letter back, as a
 * tone might follow. */
static int convert(struct buf *out, iconv_t cd, const char *text, size_t size,
		   const char *charset, struct vb_error *err)
{
	enum {
		CHUNK = 4096
	};
	char *in = (char *)text;
	size_t left = size;
	bool flush = false;

	for (;;) {
		char *to = buf_reserve(out, CHUNK), *end = to;
		size_t room = CHUNK, n;
		int why;

		if (!to)
			return VB_OK; /* buf_take() says why */
		n = iconv(cd, flush ? NULL : &in, flush ? NULL : &left, &end,
			  &room);
		why = n == (size_t)-1 ? errno : 0;
		out->size += (size_t)(end - to);
		out->data[out->size] = '\0';
		if (why == 0 && flush)
			return VB_OK;
		if (why == 0)
			flush = true;
		else if (why != E2BIG)
			return err_set(err, VB_IO,
				       "byte %zu is not valid in the "
				       "character set '%s'",
				       size - left + 1, charset);
	}
}

static int from_charset(struct buf *out, const char *text, size_t size,
			const char *charset, struct vb_error *err)
{
	struct buf raw = BUF_INIT;
	iconv_t cd = iconv_open("UTF-8", charset);
	size_t mark = 0;
	int rc;

	if (cd == (iconv_t)-1 && errno == ENOMEM)
		return err_set(err, VB_NOMEM, "out of memory");
	if (cd == (iconv_t)-1)
		return err_set(err, VB_IO,
			       "the character set '%s' is not known here",
			       charset);
	rc = convert(&raw, cd, text, size, charset, err);
	iconv_close(cd);
	if (rc == VB_OK && raw.failed)
		rc = buf_take(&raw, &(struct vb_blob){NULL, 0}, err);
	if (rc == VB_OK && raw.size >= 3 &&
	    memcmp(raw.data, "\xef\xbb\xbf", 3) == 0)
		mark = 3;
	if (rc == VB_OK)
		text_nfc(out, buf_cstr(&raw) + mark, raw.size - mark);
	buf_release(&raw);
	return rc;
}

int text_to_utf8(struct vb_blob *out, const void *data, size_t size,
		 const char *charset, struct vb_error *err)
{
	const unsigned char *p = data;
	const char *text = data;
	struct buf buf = BUF_INIT;
	int rc;

	*out = (struct vb_blob){NULL, 0};
	if (charset)
		rc = from_charset(&buf, text, size, charset, err);
	else if (size >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		rc = from_utf8(&buf, text, size, 3, err);
	else if (size >= 2 && memcmp(p, "\xff\xfe", 2) == 0)
		rc = from_utf16(&buf, p + 2, size - 2, false, err);
	else if (size >= 2 && memcmp(p, "\xfe\xff", 2) == 0)
		rc = from_utf16(&buf, p + 2, size - 2, true, err);
	else
		rc = from_utf8(&buf, text, size, 0, err);
	if (rc == VB_OK)
		return buf_take(&buf, out, err);
	buf_release(&buf);
	return rc;
}
