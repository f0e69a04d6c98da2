/* buf.c - see buf.h. */
#include "util/buf.h"

#include "util/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool fail(struct buf *buf, bool over)
{
	buf->failed = true;
	buf->over = over;
	return false;
}

static bool grow(struct buf *buf, size_t need)
{
	size_t cap = buf->cap ? buf->cap : 256;
	char *data;

	while (cap < need + 1)
		cap *= 2;
	data = realloc(buf->data, cap);
	if (!data)
		return fail(buf, false);
	buf->data = data;
	buf->cap = cap;
	return true;
}

static size_t limit_of(const struct buf *buf)
{
	return buf->limit ? buf->limit : BUF_LIMIT;
}

char *buf_reserve(struct buf *buf, size_t more)
{
	if (buf->failed)
		return NULL;
	if (more > limit_of(buf) - buf->size) {
		fail(buf, true);
		return NULL;
	}
	if (buf->size + more + 1 > buf->cap && !grow(buf, buf->size + more))
		return NULL;
	return buf->data + buf->size;
}

void buf_add(struct buf *buf, const void *data, size_t size)
{
	char *to = buf_reserve(buf, size);

	if (!to)
		return;
	if (size)
		memcpy(to, data, size);
	buf->size += size;
	buf->data[buf->size] = '\0';
}

void buf_adds(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_addc(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_addf(struct buf *buf, const char *fmt, ...)
{
	va_list ap;
	int n;
	char *to;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0) {
		fail(buf, false);
		return;
	}
	to = buf_reserve(buf, (size_t)n);
	if (!to)
		return;
	va_start(ap, fmt);
	vsnprintf(to, (size_t)n + 1, fmt, ap);
	va_end(ap);
	buf->size += (size_t)n;
}

static const char *escape_of(char c, bool attribute)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '\r':
		return "&#13;";
	case '"':
		return attribute ? "&quot;" : NULL;
	case '\t':
		return attribute ? "&#9;" : NULL;
	case '\n':
		return attribute ? "&#10;" : NULL;
	default:
		return NULL;
	}
}

static void add_escaped(struct buf *buf, const char *text, size_t size,
			bool attribute)
{
	size_t i, start = 0;

	for (i = 0; i < size; i++) {
		const char *escape;

		if ((unsigned char)text[i] > '>')
			continue;
		escape = escape_of(text[i], attribute);
		if (!escape)
			continue;
		buf_add(buf, text + start, i - start);
		buf_adds(buf, escape);
		start = i + 1;
	}
	buf_add(buf, text + start, size - start);
}

void buf_add_text(struct buf *buf, const char *text, size_t size)
{
	add_escaped(buf, text, size, false);
}

void buf_add_attr(struct buf *buf, const char *text, size_t size)
{
	add_escaped(buf, text, size, true);
}

void buf_clear(struct buf *buf)
{
	buf->size = 0;
	buf->failed = false;
	buf->over = false;
	if (buf->data)
		buf->data[0] = '\0';
}

void buf_release(struct buf *buf)
{
	size_t limit = buf->limit;

	free(buf->data);
	memset(buf, 0, sizeof(*buf));
	buf->limit = limit;
}

int buf_take(struct buf *buf, struct vb_blob *out, struct vb_error *err)
{
	if (!buf->failed && !buf->data)
		buf_add(buf, "", 0);
	if (buf->failed) {
		size_t limit = limit_of(buf);
		bool over = buf->over;

		buf_release(buf);
		return over ? err_set(err, VB_LIMIT,
				      "more than %zu bytes of output", limit)
			    : err_set(err, VB_NOMEM, "out of memory");
	}
	out->data = (unsigned char *)buf->data;
	out->size = buf->size;
	memset(buf, 0, sizeof(*buf));
	return VB_OK;
}

const char *buf_cstr(const struct buf *buf)
{
	return buf->data ? buf->data : "";
}

void vb_blob_release(struct vb_blob *blob)
{
	free(blob->data);
	blob->data = NULL;
	blob->size = 0;
}
