/*
 * csv.h - one cell of a CSV text at a time (RFC 4180, any separator).
 */
#ifndef FORM_CSV_H
#define FORM_CSV_H

#include "util/buf.h"

struct csv {
	const char *text;
	size_t size, pos;
	char separator;
	int line;   /* of the cell about to be read, 1-based */
	int column; /* of it */
};

enum csv_end {
	CSV_CELL, /* more cells follow on the row */
	CSV_ROW,  /* the row ends behind the cell */
	CSV_BROKEN
};

/* The separator a header row uses: the most frequent of comma, semicolon and
 * tab outside of quotes. */
char csv_separator(const char *text, size_t size);

/* True when nothing is left to read. */
bool csv_at_end(const struct csv *csv);

/* Reads the next cell into `cell` (emptied first), line breaks inside quotes
 * as one newline. CSV_BROKEN: `*fault` says what, without a place. */
enum csv_end csv_next(struct csv *csv, struct buf *cell, const char **fault);

#endif
