/*
 * buf.h - a growing byte buffer with sticky failure.
 *
 * Invariants: `data` is NULL only while `size` and `cap` are 0; otherwise
 * data[size] is NUL. The bytes may hold NULs. When an append cannot get
 * memory, or would pass `limit`, the buffer keeps what it has, `failed` is
 * set and every later append does nothing: append many, check once with
 * buf_ok() or buf_take().
 */
#ifndef UTIL_BUF_H
#define UTIL_BUF_H

#include "vanban.h"

/* No buffer grows past this unless its owner sets a lower limit. */
#define BUF_LIMIT ((size_t)1 << 30)

struct buf {
	char *data;
	size_t size, cap;
	size_t limit; /* 0 means BUF_LIMIT */
	bool failed;
	bool over; /* failed by the limit, not by memory */
};

#define BUF_INIT ((struct buf){0})

void buf_add(struct buf *buf, const void *data, size_t size);
void buf_adds(struct buf *buf, const char *text);
void buf_addc(struct buf *buf, char c);
void buf_addf(struct buf *buf, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Appends XML text: escapes & < > and, for attributes, " and tab, newline,
 * carriage return too. The text must hold only characters XML allows. */
void buf_add_text(struct buf *buf, const char *text, size_t size);
void buf_add_attr(struct buf *buf, const char *text, size_t size);

/* Room for `more` bytes past size; NULL on failure. */
char *buf_reserve(struct buf *buf, size_t more);

/* Empties, keeps the memory. */
void buf_clear(struct buf *buf);
/* Frees the memory, ready for use again. */
void buf_release(struct buf *buf);

static inline bool buf_ok(const struct buf *buf)
{
	return !buf->failed;
}

/*
 * Hands the bytes over to `out` and resets the buffer; VB_NOMEM or VB_LIMIT
 * when it had failed (the buffer is then released).
 */
int buf_take(struct buf *buf, struct vb_blob *out, struct vb_error *err);

/* The bytes as a C string; "" for an empty buffer. Borrowed. */
const char *buf_cstr(const struct buf *buf);

#endif
