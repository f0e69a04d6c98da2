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

/*
 * Reads a file that must lie in a folder itself: `name` has no slash, and is
 * no symbolic link. VB_LIMIT past `limit` bytes (at most FILE_LIMIT).
 */
int file_read_in(struct vb_blob *out, const char *folder, const char *name,
		 size_t limit, struct vb_error *err);

/* True when something of that name is there, of whatever kind. */
bool file_is_in(const char *folder, const char *name);

/* Writes a file whole, "-" is standard output. */
int file_write(const char *path, const void *data, size_t size,
	       struct vb_error *err);

/*
 * The same for results that come bit by bit: open, add as often as wanted,
 * then close, which renames - or drop, which leaves the target as it was.
 * After a failed add or close the output is dropped. What is written to
 * "-" or a device is gone at once.
 */
struct file_out {
	int fd;		     /* -1: not open */
	const char *path;    /* borrowed */
	char *target, *temp; /* NULL for "-" and devices */
};

int file_out_open(struct file_out *out, const char *path, struct vb_error *err);
int file_out_add(struct file_out *out, const void *data, size_t size,
		 struct vb_error *err);
int file_out_close(struct file_out *out, struct vb_error *err);
void file_out_drop(struct file_out *out);

/*
 * The real path of the regular file `name` beside the file `path`, or in a
 * folder beside it: never outside, be it by an absolute name, by ".." or by a
 * link. The caller frees it. VB_IO tells why there is none.
 */
int file_beside(char **out, const char *path, const char *name,
		struct vb_error *err);

/* Makes a folder and its parents; fine when it is there. */
int file_mkdirs(const char *path, struct vb_error *err);

#endif
