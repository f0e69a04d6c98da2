/*
 * file.h - whole files, and output that is never half done.
 *
 * file_write() writes beside the target (".NAME.tmpPID" in the same
 * folder), syncs nothing but checks every write and the close, then renames:
 * a run that dies leaves the old file or the new one. A symbolic link as
 * target is followed; the mode is 0666 less the umask for a new file, the
 * old mode for a replaced one.
 */
#ifndef UTIL_FILE_H
#define UTIL_FILE_H

#include "vanban.h"

/* No input file is read past this (VB_LIMIT). */
#define FILE_LIMIT ((size_t)256 << 20)

/* Reads a file, "-" is standard input. */
int file_read(struct vb_blob *out, const char *path, struct vb_error *err);

/* Writes a file whole, "-" is standard output. */
int file_write(const char *path, const void *data, size_t size,
	       struct vb_error *err);

/* Makes a folder and its parents; fine when it is there. */
int file_mkdirs(const char *path, struct vb_error *err);

#endif
