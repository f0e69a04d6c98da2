/*
 * err.h - filling a struct vb_error.
 *
 * An error is set where it is found and passed up untouched: err_set() on an
 * error that is already set does nothing. Callers may add what only they
 * know (the file, the part) with err_file() and err_part(), which never
 * overwrite either.
 */
#ifndef UTIL_ERR_H
#define UTIL_ERR_H

#include "vanban.h"

#include <stdarg.h>

/*
 * Writes a message of at most size - 1 bytes. "%.64s" may cut a name inside a
 * character, and so may the end: such a character is left out, so that what
 * was UTF-8 stays so.
 */
void err_format(char *to, size_t size, const char *fmt, va_list ap)
	__attribute__((format(printf, 3, 0)));

/* Sets code and text unless one is set; returns `code`. `err` may be NULL. */
int err_set(struct vb_error *err, enum vb_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Adds where ("line 3") to an error without one. */
void err_where(struct vb_error *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

void err_file(struct vb_error *err, const char *file);
void err_part(struct vb_error *err, const char *part);

/* Resets to VB_OK with empty strings. */
void err_clear(struct vb_error *err);

#endif
