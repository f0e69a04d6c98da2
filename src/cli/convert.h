/*
 * convert.h - documents of before 2007 (.doc) and .rtf, made .docx by
 * LibreOffice where it is installed: one process for many files.
 */
#ifndef CLI_CONVERT_H
#define CLI_CONVERT_H

#include "cli/office.h"

/* Zeroed before; convert_release() in any case. */
struct convert {
	char *const *paths; /* borrowed */
	size_t n;
	struct buf *converted; /* by path: the .docx made of it, or empty */
	struct office office;
};

/* Converts those of the paths that are such files; CMD_STOPPED when
 * interrupted. Where LibreOffice fails the file stays what it is: whoever
 * reads it says so. */
enum cmd_exit convert_all(struct convert *convert, char *const *paths,
			  size_t n);
/* The .docx made of path i, NULL when none was. */
const char *convert_path(const struct convert *convert, size_t i);
void convert_release(struct convert *convert);

#endif
