/* results.c - see results.h. */
#include "cli/results.h"

#include "util/buf.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static bool is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int results_open(struct results *results, enum results_kind kind,
		 const char *out, bool many, struct vb_error *err)
{
	memset(results, 0, sizeof(*results));
	results->kind = kind;
	results->out = out;
	results->file.fd = -1;
	results->is_dir = kind != RESULTS_JSON &&
			  (is_dir(out) || (kind == RESULTS_XML && many));
	if (results->is_dir)
		return file_mkdirs(out, err);
	return file_out_open(&results->file, out, err);
}

/* A unit code comes from a document, that is from anybody: it names a file
 * only when it is one as the list of units allows. */
static bool is_code(const char *code)
{
	size_t n = strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"abcdefghijklmnopqrstuvwxyz0123456789._-");

	return n > 0 && n <= 64 && !code[n] && code[0] != '.';
}

/* The name of a document without folder and ".docx". */
static void base_name(struct buf *to, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;
	size_t n = strlen(base);

	if (n > 5 && strcasecmp(base + n - 5, ".docx") == 0)
		n -= 5;
	buf_add(to, base, n);
}

static bool is_taken(const struct results *results, const char *name)
{
	size_t i;

	for (i = 0; i < results->names.n; i++)
		if (strcasecmp(results->names.at[i], name) == 0)
			return true;
	return false;
}

/*
 * CODE, or the document's name when there is no usable code or a document of
 * that unit was there before; with ~2, ~3 ... when that is taken too.
 */
static void choose_name(struct results *results, struct buf *name,
			const struct vb_reading *reading, const char *path)
{
	const char *code = vb_reading_unit(reading);
	bool has_code = is_code(code);
	size_t base, n = 1;

	if (has_code && !is_taken(results, code)) {
		buf_adds(name, code);
		return;
	}
	base_name(name, path);
	base = name->size;
	while (buf_ok(name) && is_taken(results, buf_cstr(name))) {
		name->size = base;
		buf_addf(name, "~%zu", ++n);
	}
}

static int write_in_dir(const struct results *results,
			const struct vb_blob *blob, const char *name,
			const char *suffix, struct vb_error *err)
{
	struct buf path = BUF_INIT;
	int rc;

	buf_addf(&path, "%s/%s%s", results->out, name, suffix);
	rc = buf_ok(&path)
		     ? file_write(buf_cstr(&path), blob->data, blob->size, err)
		     : err_set(err, VB_NOMEM, "out of memory");
	buf_release(&path);
	return rc;
}

static int write_named(struct results *results,
		       const struct vb_reading *reading,
		       const struct vb_blob *blob, const char *suffix,
		       const char *path, struct vb_error *err)
{
	struct buf name = BUF_INIT;
	char **slot;
	int rc;

	choose_name(results, &name, reading, path);
	slot = vec_push(&results->names);
	if (slot)
		*slot = strdup(buf_cstr(&name));
	if (!slot || !*slot || !buf_ok(&name))
		rc = err_set(err, VB_NOMEM, "out of memory");
	else
		rc = write_in_dir(results, blob, buf_cstr(&name), suffix, err);
	buf_release(&name);
	return rc;
}

static struct results_table *table_of(struct results *results,
				      const struct vb_form *form)
{
	const char *id = vb_form_id(form), *version = vb_form_version(form);
	struct results_table *table;
	size_t i;

	for (i = 0; i < results->tables.n; i++) {
		table = &results->tables.at[i];
		if (strcmp(table->form, id) == 0 &&
		    strcmp(table->version, version) == 0)
			return table;
	}
	table = vec_push(&results->tables);
	if (!table)
		return NULL;
	table->form = strdup(id);
	table->version = strdup(version);
	if (table->form && table->version)
		return table;
	free(table->form);
	free(table->version);
	results->tables.n--;
	return NULL;
}

/* The columns are those of the form: of a table of one document everything
 * after the header is a row of the whole. */
static int add_row(struct results *results, const struct vb_reading *reading,
		   struct vb_error *err)
{
	struct results_table *table = table_of(results,
					       vb_reading_form(reading));
	struct vb_blob blob = {0};
	const char *text, *row;
	int rc;

	if (!table)
		return err_set(err, VB_NOMEM, "out of memory");
	rc = vb_export_csv(&reading, 1, &blob, err);
	if (rc == VB_OK) {
		text = row = (const char *)blob.data;
		if (table->rows.size)
			row = text + strcspn(text, "\n") + 1;
		buf_add(&table->rows, row, blob.size - (size_t)(row - text));
		if (!buf_ok(&table->rows))
			rc = err_set(err, VB_LIMIT, "the table is too large");
	}
	vb_blob_release(&blob);
	return rc;
}

/* A document that names no form: its particulars, where answers were not
 * asked for. */
static int take_formless(struct results *results,
			 const struct vb_reading *reading, const char *path,
			 struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc;

	if (results->kind != RESULTS_JSON && !results->is_usual)
		return err_set(err, VB_NOFORM,
			       "the document does not say which form it is of");
	rc = vb_export_json(reading, &blob, err);
	if (rc == VB_OK && results->is_dir)
		rc = write_named(results, reading, &blob, ".json", path, err);
	else if (rc == VB_OK)
		rc = file_out_add(&results->file, blob.data, blob.size, err);
	vb_blob_release(&blob);
	return rc;
}

int results_take(struct results *results, const struct vb_reading *reading,
		 const char *path, struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc;

	if (!vb_reading_form(reading))
		return take_formless(results, reading, path, err);
	if (results->kind == RESULTS_CSV)
		return add_row(results, reading, err);
	if (results->kind == RESULTS_JSON)
		rc = vb_export_json(reading, &blob, err);
	else
		rc = vb_answers_write(vb_reading_answers(reading), &blob, err);
	if (rc == VB_OK && results->kind == RESULTS_XML && results->is_dir)
		rc = write_named(results, reading, &blob, ".xml", path, err);
	else if (rc == VB_OK)
		rc = file_out_add(&results->file, blob.data, blob.size, err);
	vb_blob_release(&blob);
	return rc;
}

/* FORM.csv; a second version of a form is FORM-VERSION.csv. */
static int write_table_in_dir(const struct results *results, size_t i,
			      struct vb_error *err)
{
	const struct results_table *table = &results->tables.at[i];
	const struct vb_blob blob = {(unsigned char *)table->rows.data,
				     table->rows.size};
	struct buf name = BUF_INIT;
	size_t j;
	int rc;

	buf_adds(&name, table->form);
	for (j = 0; j < i; j++)
		if (strcmp(results->tables.at[j].form, table->form) == 0)
			break;
	if (j < i)
		buf_addf(&name, "-%s", table->version);
	rc = buf_ok(&name) ? write_in_dir(results, &blob, buf_cstr(&name),
					  ".csv", err)
			   : err_set(err, VB_NOMEM, "out of memory");
	buf_release(&name);
	return rc;
}

/* Forms in the order in which they first came, documents likewise. */
static int write_tables(struct results *results, struct vb_error *err)
{
	size_t i;
	int rc = VB_OK;

	for (i = 0; rc == VB_OK && i < results->tables.n; i++) {
		const struct buf *rows = &results->tables.at[i].rows;

		if (results->is_dir) {
			rc = write_table_in_dir(results, i, err);
			continue;
		}
		if (i > 0)
			rc = file_out_add(&results->file, "\n", 1, err);
		if (rc == VB_OK)
			rc = file_out_add(&results->file, rows->data,
					  rows->size, err);
	}
	return rc;
}

int results_close(struct results *results, struct vb_error *err)
{
	int rc = VB_OK;

	if (results->kind == RESULTS_CSV)
		rc = write_tables(results, err);
	if (rc == VB_OK && !results->is_dir)
		rc = file_out_close(&results->file, err);
	return rc;
}

void results_release(struct results *results)
{
	size_t i;

	file_out_drop(&results->file);
	for (i = 0; i < results->tables.n; i++) {
		free(results->tables.at[i].form);
		free(results->tables.at[i].version);
		buf_release(&results->tables.at[i].rows);
	}
	for (i = 0; i < results->names.n; i++)
		free(results->names.at[i]);
	vec_release(&results->tables);
	vec_release(&results->names);
	memset(results, 0, sizeof(*results));
	results->file.fd = -1;
}
