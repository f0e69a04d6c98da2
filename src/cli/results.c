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
	results->is_dir = is_dir(out) || (kind == RESULTS_XML && many);
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

static void say_twice(const struct vb_reading *reading, const char *path,
		      const char *name, struct msg_tally *tally)
{
	struct vb_sink sink = msg_sink(tally);
	struct buf text = BUF_INIT;
	struct vb_finding f = {"unit-twice",
			       VB_WARNING,
			       "",
			       "",
			       0,
			       NULL,
			       {path, "", "", "", 0, 0, 0, 0, 0}};

	buf_addf(&text,
		 "unit '%s' has sent another document: this one is "
		 "written as '%s.xml'",
		 vb_reading_unit(reading), name);
	f.message = buf_cstr(&text);
	sink.take(sink.payload, &f);
	buf_release(&text);
}

/*
 * CODE, or the document's name when there is no usable code or a document of
 * that unit was there before; with ~2, ~3 ... when that is taken too.
 */
static void choose_name(struct results *results, struct buf *name,
			const struct vb_reading *reading, const char *path,
			struct msg_tally *tally)
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
	if (has_code)
		say_twice(reading, path, buf_cstr(name), tally);
}

static int write_in_dir(struct results *results, const struct vb_blob *blob,
			const char *name, const char *suffix,
			struct vb_error *err)
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

static int write_answers(struct results *results,
			 const struct vb_reading *reading,
			 const struct vb_blob *blob, const char *path,
			 struct msg_tally *tally, struct vb_error *err)
{
	struct buf name = BUF_INIT;
	char **slot;
	int rc;

	choose_name(results, &name, reading, path, tally);
	slot = vec_push(&results->names);
	if (slot)
		*slot = strdup(buf_cstr(&name));
	if (!slot || !*slot || !buf_ok(&name))
		rc = err_set(err, VB_NOMEM, "out of memory");
	else
		rc = write_in_dir(results, blob, buf_cstr(&name), ".xml", err);
	buf_release(&name);
	return rc;
}

static int keep(struct results *results, struct vb_reading *reading,
		struct vb_error *err)
{
	struct vb_reading **slot = vec_push(&results->kept);

	if (!slot) {
		vb_reading_free(reading);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	*slot = reading;
	return VB_OK;
}

int results_take(struct results *results, struct vb_reading *reading,
		 const char *path, struct msg_tally *tally,
		 struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc;

	if (results->kind == RESULTS_CSV)
		return keep(results, reading, err);
	if (results->kind == RESULTS_JSON)
		rc = vb_export_json(reading, &blob, err);
	else
		rc = vb_answers_write(vb_reading_answers(reading), &blob, err);
	if (rc == VB_OK && results->kind == RESULTS_XML && results->is_dir)
		rc = write_answers(results, reading, &blob, path, tally, err);
	else if (rc == VB_OK && results->is_dir)
		rc = write_in_dir(results, &blob, "answers", ".json", err);
	else if (rc == VB_OK)
		rc = file_out_add(&results->file, blob.data, blob.size, err);
	vb_blob_release(&blob);
	vb_reading_free(reading);
	return rc;
}

static bool same_form(const struct vb_reading *a, const struct vb_reading *b)
{
	const struct vb_form *x = vb_reading_form(a), *y = vb_reading_form(b);

	return strcmp(vb_form_id(x), vb_form_id(y)) == 0 &&
	       strcmp(vb_form_version(x), vb_form_version(y)) == 0;
}

static int write_table(struct results *results,
		       const struct vb_reading *const *readings, size_t n,
		       bool is_first, struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc = vb_export_csv(readings, n, &blob, err);

	if (rc == VB_OK && results->is_dir)
		rc = write_in_dir(results, &blob,
				  vb_form_id(vb_reading_form(readings[0])),
				  ".csv", err);
	else if (rc == VB_OK && !is_first)
		rc = file_out_add(&results->file, "\n", 1, err);
	if (rc == VB_OK && !results->is_dir)
		rc = file_out_add(&results->file, blob.data, blob.size, err);
	vb_blob_release(&blob);
	return rc;
}

/* Forms in the order in which they first came, documents likewise. */
static int write_tables(struct results *results, struct vb_error *err)
{
	size_t n = results->kept.n, i, j, m;
	struct vb_reading **left = results->kept.at;
	const struct vb_reading **table = calloc(n + 1, sizeof(*table));
	bool *used = calloc(n + 1, sizeof(*used));
	int rc = VB_OK;

	if (!table || !used) {
		rc = err_set(err, VB_NOMEM, "out of memory");
		goto out;
	}
	for (i = 0; rc == VB_OK && i < n; i++) {
		if (used[i])
			continue;
		for (j = i, m = 0; j < n; j++) {
			if (used[j] || !same_form(left[i], left[j]))
				continue;
			used[j] = true;
			table[m++] = left[j];
		}
		rc = write_table(results, table, m, i == 0, err);
	}
out:
	free(used);
	free(table);
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
	for (i = 0; i < results->kept.n; i++)
		vb_reading_free(results->kept.at[i]);
	for (i = 0; i < results->names.n; i++)
		free(results->names.at[i]);
	vec_release(&results->kept);
	vec_release(&results->names);
	memset(results, 0, sizeof(*results));
	results->file.fd = -1;
}
