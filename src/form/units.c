/* units.c - the list of units: reading it. */
#include "form/units.h"

#include "form/csv.h"
#include "text/encoding.h"
#include "text/span.h"
#include "text/utf8.h"
#include "util/buf.h"
#include "util/err.h"
#include "util/file.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of a unit's code: it becomes a file name. */
#define CODE_MAX 64

struct loader {
	struct vb_units *units;
	struct csv csv;
	struct buf cell;
	struct {
		VEC(const char *);
	} header;
	struct {
		VEC(const char **);
	} rows;
	struct {
		VEC(int);
	} lines;
	size_t code; /* column */
	struct vb_error *err;
};

static int nomem(const struct loader *l)
{
	return err_set(l->err, VB_NOMEM, "out of memory");
}

/* Where a cell stands, for errors. */
static void where(const struct loader *l, int line, size_t column)
{
	err_where(l->err, "line %d, column %zu", line, column);
}

/* Reads one cell, trimmed. NULL with *rc set. */
static const char *read_cell(struct loader *l, size_t column, enum csv_end *end,
			     int *rc)
{
	const char *fault = "", *copy;
	int line = l->csv.line;
	struct text_span span;
	size_t bad, pos, start = l->csv.pos;

	*end = csv_next(&l->csv, &l->cell, &fault);
	if (*end == CSV_BROKEN) {
		where(l, line, column + 1);
		*rc = err_set(l->err, VB_UNITS, "%s", fault);
		return NULL;
	}
	if (!buf_ok(&l->cell)) {
		where(l, line, column + 1);
		*rc = l->csv.pos - start > UNITS_CELL_MAX
			      ? err_set(l->err, VB_LIMIT,
					"more than %d bytes in a cell",
					UNITS_CELL_MAX)
			      : nomem(l);
		return NULL;
	}
	span = text_trim(buf_cstr(&l->cell), l->cell.size);
	bad = pos = utf8_find_forbidden(span.at, span.size);
	if (bad < span.size) {
		where(l, line, column + 1);
		*rc = err_set(l->err, VB_UNITS,
			      "character U+%04X is not allowed",
			      (unsigned)utf8_next(span.at, span.size, &pos));
		return NULL;
	}
	if (span.size == 0)
		return "";
	copy = arena_strn(&l->units->arena, span.at, span.size);
	if (!copy)
		*rc = nomem(l);
	return copy;
}

/* ---- the header row ---------------------------------------------------- */

static int check_header(struct loader *l)
{
	size_t i, k;
	bool has_code = false;

	for (i = 0; i < l->header.n; i++) {
		if (!l->header.at[i][0]) {
			where(l, 1, i + 1);
			return err_set(l->err, VB_UNITS,
				       "the column has no name");
		}
		for (k = 0; k < i; k++) {
			if (strcmp(l->header.at[i], l->header.at[k]) != 0)
				continue;
			where(l, 1, i + 1);
			return err_set(l->err, VB_UNITS,
				       "column '%.64s' is there twice",
				       l->header.at[i]);
		}
		if (strcmp(l->header.at[i], "code") == 0) {
			l->code = i;
			has_code = true;
		}
	}
	if (has_code)
		return VB_OK;
	err_where(l->err, "line 1");
	return err_set(l->err, VB_UNITS, "there is no column 'code'");
}

static int read_header(struct loader *l)
{
	struct vb_units *units = l->units;
	enum csv_end end = CSV_CELL;
	int rc = VB_OK;

	while (end == CSV_CELL) {
		const char *name = read_cell(l, l->header.n, &end, &rc);
		const char **to = name ? vec_push(&l->header) : NULL;

		if (rc != VB_OK)
			return rc;
		if (!to)
			return nomem(l);
		*to = name;
		if (l->header.n > UNITS_COLUMNS_MAX) {
			err_where(l->err, "line 1");
			return err_set(l->err, VB_LIMIT, "more than %d columns",
				       UNITS_COLUMNS_MAX);
		}
	}
	units->n_columns = l->header.n;
	units->columns = arena_array(&units->arena, l->header.n,
				     sizeof(*units->columns));
	if (!units->columns)
		return nomem(l);
	memcpy(units->columns, l->header.at,
	       l->header.n * sizeof(*units->columns));
	return check_header(l);
}

/* ---- rows -------------------------------------------------------------- */

static bool is_code(const char *code)
{
	size_t i;

	if (code[0] == '.')
		return false;
	for (i = 0; code[i]; i++) {
		char c = code[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		      (c >= '0' && c <= '9') || c == '.' || c == '_' ||
		      c == '-'))
			return false;
	}
	return i >= 1 && i <= CODE_MAX;
}

static int add_row(struct loader *l, const char **cells, int line)
{
	const char ***row;
	int *at;

	if (!is_code(cells[l->code])) {
		where(l, line, l->code + 1);
		return err_set(l->err, VB_UNITS,
			       "code '%.64s' is not 1 to %d of A-Z a-z 0-9 "
			       ". _ - or starts with a dot",
			       cells[l->code], CODE_MAX);
	}
	if (l->rows.n >= UNITS_MAX) {
		err_where(l->err, "line %d", line);
		return err_set(l->err, VB_LIMIT, "more than %d units",
			       UNITS_MAX);
	}
	row = vec_push(&l->rows);
	at = vec_push(&l->lines);
	if (!row || !at)
		return nomem(l);
	*row = cells;
	*at = line;
	return VB_OK;
}

static int read_row(struct loader *l)
{
	size_t n = l->units->n_columns, used = 0;
	int line = l->csv.line, rc = VB_OK;
	enum csv_end end = CSV_CELL;
	const char **cells = arena_array(&l->units->arena, n, sizeof(*cells));
	bool is_blank = true;

	if (!cells)
		return nomem(l);
	while (end == CSV_CELL) {
		const char *cell = read_cell(l, used, &end, &rc);

		if (!cell)
			return rc;
		is_blank = is_blank && !cell[0];
		if (used < n)
			cells[used] = cell;
		used++;
	}
	/* spreadsheets leave rows of separators at the end */
	if (is_blank)
		return VB_OK;
	if (used != n) {
		err_where(l->err, "line %d", line);
		return err_set(l->err, VB_UNITS,
			       "the row has %zu cells, the header %zu", used,
			       n);
	}
	return add_row(l, cells, line);
}

/* ---- codes are unique -------------------------------------------------- */

struct code {
	const char *text;
	int line;
};

static int lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int compare_codes(const char *a, const char *b)
{
	while (*a && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return (lower(*a) > lower(*b)) - (lower(*a) < lower(*b));
}

static int by_code(const void *a, const void *b)
{
	const struct code *x = a, *y = b;
	int order = compare_codes(x->text, y->text);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static int check_codes(struct loader *l)
{
	struct vb_units *units = l->units;
	struct code *codes;
	size_t i;
	int rc = VB_OK;

	codes = calloc(units->n_rows + 1, sizeof(*codes));
	if (!codes)
		return nomem(l);
	for (i = 0; i < units->n_rows; i++) {
		codes[i].text = units->rows[i][l->code];
		codes[i].line = units->lines[i];
	}
	qsort(codes, units->n_rows, sizeof(*codes), by_code);
	for (i = 1; i < units->n_rows && rc == VB_OK; i++) {
		if (compare_codes(codes[i - 1].text, codes[i].text) != 0)
			continue;
		where(l, codes[i].line, l->code + 1);
		rc = err_set(l->err, VB_UNITS,
			     "code '%.64s' is there already on line %d",
			     codes[i].text, codes[i - 1].line);
	}
	free(codes);
	return rc;
}

/* ---- the whole --------------------------------------------------------- */

static int keep_rows(struct loader *l)
{
	struct vb_units *units = l->units;
	int *lines = arena_array(&units->arena, l->lines.n + 1, sizeof(int));

	units->rows = arena_array(&units->arena, l->rows.n + 1,
				  sizeof(*units->rows));
	if (!lines || !units->rows)
		return nomem(l);
	if (l->rows.n) {
		memcpy(units->rows, l->rows.at,
		       l->rows.n * sizeof(*units->rows));
		memcpy(lines, l->lines.at, l->lines.n * sizeof(*lines));
	}
	units->lines = lines;
	units->n_rows = l->rows.n;
	return check_codes(l);
}

static int load(struct loader *l, const struct vb_blob *text)
{
	int rc;

	l->csv.text = (const char *)text->data;
	l->csv.size = text->size;
	l->csv.line = 1;
	l->csv.column = 1;
	l->csv.separator = csv_separator(l->csv.text, l->csv.size);
	l->cell.limit = UNITS_CELL_MAX;
	rc = read_header(l);
	while (rc == VB_OK && !csv_at_end(&l->csv))
		rc = read_row(l);
	return rc == VB_OK ? keep_rows(l) : rc;
}

/* The advice of text_to_utf8() is for commands that take a charset. */
static int decode(struct vb_blob *text, const void *data, size_t size,
		  struct vb_error *err)
{
	struct vb_error own = {0};
	int rc = text_to_utf8(text, data, size, NULL, &own);

	if (rc == VB_IO)
		return err_set(err, VB_UNITS,
			       "the list is not UTF-8: save it as CSV UTF-8");
	return rc == VB_OK ? rc
			   : err_set(err, (enum vb_code)rc, "%s", own.text);
}

int units_parse(struct vb_units **out, const void *data, size_t size,
		const char *name, struct vb_error *err)
{
	struct loader loader = {.err = err};
	struct vb_blob text = {0};
	struct vb_units *units = calloc(1, sizeof(*units));
	int rc;

	if (!units)
		return err_set(err, VB_NOMEM, "out of memory");
	loader.units = units;
	units->file = arena_str(&units->arena, name);
	rc = units->file ? decode(&text, data, size, err)
			 : err_set(err, VB_NOMEM, "out of memory");
	if (rc == VB_OK)
		rc = load(&loader, &text);
	vb_blob_release(&text);
	buf_release(&loader.cell);
	vec_release(&loader.header);
	vec_release(&loader.rows);
	vec_release(&loader.lines);
	if (rc != VB_OK) {
		err_file(err, name);
		vb_units_free(units);
		return rc;
	}
	*out = units;
	return VB_OK;
}

int vb_units_read(struct vb_units **out, const char *path, struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc = file_read(&blob, path, err);

	if (rc == VB_OK)
		rc = units_parse(out, blob.data, blob.size, path, err);
	vb_blob_release(&blob);
	return rc;
}

void vb_units_free(struct vb_units *units)
{
	if (!units)
		return;
	arena_release(&units->arena);
	free(units);
}

size_t vb_units_count(const struct vb_units *units)
{
	return units->n_rows;
}

const char *vb_units_value(const struct vb_units *units, size_t unit,
			   const char *column)
{
	size_t i;

	if (unit >= units->n_rows)
		return "";
	for (i = 0; i < units->n_columns; i++)
		if (strcmp(units->columns[i], column) == 0)
			return units->rows[unit][i];
	return "";
}
