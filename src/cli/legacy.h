/*
 * legacy.h - documents of before 2007 (.doc) and .rtf, made .docx by
 * LibreOffice where it is installed: one process for many files.
 */
#ifndef CLI_LEGACY_H
#define CLI_LEGACY_H

#include "cli/office.h"

/* Zeroed before; legacy_release() in any case. */
struct legacy {
	char *const *paths; /* borrowed */
	size_t n;
	struct buf *converted; /* by path: the .docx made of it, or empty */
	struct office office;
};

/* Converts those of the paths that are such files; CMD_STOPPED when
 * interrupted. Where LibreOffice fails the file stays what it is: whoever
 * reads it says so. */
enum cmd_exit legacy_convert(struct legacy *legacy, char *const *paths,
			     size_t n);
/* The .docx made of path i, NULL when none was. */
const char *legacy_path(const struct legacy *legacy, size_t i);
void legacy_release(struct legacy *legacy);

#endif
