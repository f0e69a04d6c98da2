/*
 * units.h - the list of units, one per row of a CSV.
 *
 * RFC 4180 with a header row; the separator (comma, semicolon, tab) is the
 * one the header row uses; a BOM, UTF-16 and CRLF are fine; other charsets
 * are refused with the advice to save as UTF-8. Known columns: code, name,
 * parent, kind, level, place, org_parent, org_name, doc_code,
 * sign_authority, sign_title, signer_name, recipients; further columns are
 * fields of the same name. A code is 1-64 of [A-Za-z0-9._-], unique without
 * regard to case, not starting with a dot: it becomes a file name.
 */
#ifndef FORM_UNITS_H
#define FORM_UNITS_H

#include "form/answers.h"

enum {
	UNITS_MAX = 200000, /* all schools of the country are 45,000 */
	UNITS_COLUMNS_MAX = 1024,
	UNITS_CELL_MAX = 1 << 20
};

struct vb_units {
	struct arena arena;
	const char *file;
	const char **columns;
	size_t n_columns;
	const char ***rows; /* rows[unit][column], never NULL */
	size_t n_rows;
	const int *lines; /* line of each row in the file */
};

/* Parses CSV bytes. Errors carry line and column. */
int units_parse(struct vb_units **out, const void *data, size_t size,
		const char *name, struct vb_error *err);

/*
 * Adds to answers every column that names a field of the form and that the
 * answers do not hold, when the cell is not empty; sets answers->unit. A
 * column that names a repeat is split at ';', one row an item, into the
 * repeat's first text field. Columns the form does not know are left alone.
 */
int units_merge(const struct vb_units *units, size_t unit,
		struct vb_answers *answers, struct vb_error *err);

#endif
