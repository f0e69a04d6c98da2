/* err.c - see err.h. Nothing here allocates, so it works out of memory. */
#include "util/err.h"

#include <stdio.h>
#include <string.h>

/* Bytes of the character that begins with a byte; 1 of none. */
static size_t length_of(unsigned char first)
{
	return first < 0xc2 || first > 0xf4 ? 1
	       : first < 0xe0		    ? 2
	       : first < 0xf0		    ? 3
					    : 4;
}

/* Leaves out characters that were cut: "%.64s" counts bytes. */
static void mend(char *text)
{
	const char *from = text;
	char *to = text;

	while (*from) {
		size_t size = length_of((unsigned char)*from), n = 1;

		while (n < size && ((unsigned char)from[n] & 0xc0) == 0x80)
			n++;
		if (n == size) {
			memmove(to, from, n);
			to += n;
		}
		from += n;
	}
	*to = '\0';
}

static void copy(char *to, size_t size, const char *from)
{
	size_t n = strlen(from);

	if (n >= size) {
		n = size - 1;
		/* never cut inside a UTF-8 sequence */
		while (n > 0 && ((unsigned char)from[n] & 0xc0) == 0x80)
			n--;
	}
	memcpy(to, from, n);
	to[n] = '\0';
}

void err_format(char *to, size_t size, const char *fmt, va_list ap)
{
	if (vsnprintf(to, size, fmt, ap) < 0)
		to[0] = '\0';
	mend(to);
}

int err_set(struct vb_error *err, enum vb_code code, const char *fmt, ...)
{
	va_list ap;

	if (!err || err->code != VB_OK)
		return code;
	err->code = code;
	va_start(ap, fmt);
	err_format(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	return code;
}

void err_where(struct vb_error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err || err->where[0])
		return;
	va_start(ap, fmt);
	err_format(err->where, sizeof(err->where), fmt, ap);
	va_end(ap);
}

void err_file(struct vb_error *err, const char *file)
{
	if (err && !err->file[0] && file)
		copy(err->file, sizeof(err->file), file);
}

void err_part(struct vb_error *err, const char *part)
{
	if (err && !err->part[0] && part)
		copy(err->part, sizeof(err->part), part);
}

void err_clear(struct vb_error *err)
{
	if (err)
		memset(err, 0, sizeof(*err));
}

const char *vb_code_text(enum vb_code code)
{
	switch (code) {
#define CASE(name, text) \
	case VB_##name:  \
		return text;
		VB_CODES(CASE)
#undef CASE
	}
	return "unknown error";
}

const char *vb_version(void)
{
	return VB_VERSION;
}
