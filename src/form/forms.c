/*
 * forms.c - a folder of forms, read on first use.
 *
 * DIR/<id>/form.xml is found by its name alone; *.form.xml in DIR itself are
 * read, in the order of their names, until one has the id.
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "form/form.h"
#include "util/buf.h"
#include "util/err.h"
#include "util/vec.h"

#define SUFFIX ".form.xml"

enum {
	FORMS_MAX = 10000 /* files of one folder: an id costs a scan */
};

struct entry {
	char *path;
	struct vb_form *form;  /* NULL until read */
	struct vb_error error; /* why it cannot be */
};

struct vb_forms {
	char *dir;
	struct {
		VEC(struct entry);
	} entries;
	bool is_scanned; /* the *.form.xml of the folder are listed */
};

static char *join(const char *a, const char *b, const char *c)
{
	struct buf path = BUF_INIT;
	struct vb_blob blob = {0};

	buf_adds(&path, a);
	buf_adds(&path, "/");
	buf_adds(&path, b);
	buf_adds(&path, c);
	return buf_take(&path, &blob, NULL) ? NULL : (char *)blob.data;
}

int vb_forms_open(struct vb_forms **out, const char *dir, struct vb_error *err)
{
	struct vb_forms *forms;
	struct stat st;

	*out = NULL;
	if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode)) {
		err_set(err, VB_IO, "'%s' is not a folder", dir);
		err_file(err, dir);
		return VB_IO;
	}
	forms = calloc(1, sizeof(*forms));
	if (forms)
		forms->dir = strdup(dir);
	if (!forms || !forms->dir) {
		free(forms);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	*out = forms;
	return VB_OK;
}

void vb_forms_free(struct vb_forms *forms)
{
	if (!forms)
		return;
	for (size_t i = 0; i < forms->entries.n; i++) {
		vb_form_free(forms->entries.at[i].form);
		free(forms->entries.at[i].path);
	}
	vec_release(&forms->entries);
	free(forms->dir);
	free(forms);
}

/* An id becomes a file name: nothing that could leave the folder. */
static bool is_form_id(const char *id)
{
	size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return n > 0 && id[n] == '\0' && n <= FORM_ID_MAX && id[0] != '-';
}

/* Takes the path. */
static struct entry *add_entry(struct vb_forms *forms, char *path)
{
	struct entry *entry = path ? vec_push(&forms->entries) : NULL;

	if (entry)
		entry->path = path;
	else
		free(path);
	return entry;
}

static int by_path(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static int scan(struct vb_forms *forms, struct vb_error *err)
{
	size_t start = forms->entries.n;
	DIR *dir = opendir(forms->dir);
	int rc = VB_OK;

	if (!dir) {
		err_set(err, VB_IO, "cannot open the folder");
		err_file(err, forms->dir);
		return VB_IO;
	}
	for (const struct dirent *d; !rc && (d = readdir(dir)) != NULL;) {
		size_t n = strlen(d->d_name);

		if (n <= strlen(SUFFIX) || d->d_name[0] == '.' ||
		    strcmp(d->d_name + n - strlen(SUFFIX), SUFFIX) != 0)
			continue;
		if (forms->entries.n - start == FORMS_MAX)
			rc = err_set(err, VB_LIMIT,
				     "more than %d forms in '%s'", FORMS_MAX,
				     forms->dir);
		else if (!add_entry(forms, join(forms->dir, d->d_name, "")))
			rc = err_set(err, VB_NOMEM, "out of memory");
	}
	(void)closedir(dir);
	forms->is_scanned = rc == VB_OK;
	if (forms->entries.n > start)
		qsort(forms->entries.at + start, forms->entries.n - start,
		      sizeof(struct entry), by_path);
	return rc;
}

/* Reads an entry once. Only lack of memory is an error here; a bad file of
 * another form must not hide the good one. */
static int load(struct entry *entry, struct vb_error *err)
{
	if (entry->form || entry->error.code)
		return VB_OK;
	if (vb_form_read(&entry->form, entry->path, &entry->error) != VB_NOMEM)
		return VB_OK;
	err_clear(&entry->error);
	return err_set(err, VB_NOMEM, "out of memory");
}

static bool is_the_one(const struct entry *entry, const char *id)
{
	return entry->form && strcmp(vb_form_id(entry->form), id) == 0;
}

/* DIR/<id>/form.xml: named for the form, so a fault in it is the answer. */
static int find_folder(struct vb_forms *forms, const char *id,
		       const struct vb_form **out, struct vb_error *err)
{
	char *path = join(forms->dir, id, "/form.xml");
	struct entry *entry;
	struct stat st;
	int rc;

	if (!path)
		return err_set(err, VB_NOMEM, "out of memory");
	if (stat(path, &st) != 0) {
		free(path);
		return VB_OK;
	}
	entry = add_entry(forms, path);
	if (!entry)
		return err_set(err, VB_NOMEM, "out of memory");
	rc = load(entry, err);
	if (rc)
		return rc;
	if (entry->error.code) {
		rc = (int)entry->error.code;
		if (err && err->code == VB_OK)
			*err = entry->error;
	} else if (!is_the_one(entry, id)) {
		rc = err_set(err, VB_FORM,
			     "form '%s' stands in the folder of form '%s'",
			     vb_form_id(entry->form), id);
		err_file(err, entry->path);
	} else {
		*out = entry->form;
		return VB_OK;
	}
	/* forget it, so that a mended file is read again */
	vb_form_free(entry->form);
	free(entry->path);
	forms->entries.n--;
	return rc;
}

static int not_found(const struct vb_forms *forms, const char *id,
		     struct vb_error *err)
{
	for (size_t i = 0; i < forms->entries.n; i++) {
		const struct entry *entry = &forms->entries.at[i];

		if (entry->error.code)
			return err_set(err, VB_NOFORM,
				       "there is no form '%s' in '%s'; "
				       "'%s' is not usable: %s",
				       id, forms->dir, entry->path,
				       entry->error.text);
	}
	return err_set(err, VB_NOFORM, "there is no form '%s' in '%s'", id,
		       forms->dir);
}

int vb_forms_find(struct vb_forms *forms, const char *id,
		  const struct vb_form **out, struct vb_error *err)
{
	int rc;

	*out = NULL;
	for (size_t i = 0; i < forms->entries.n; i++)
		if (is_the_one(&forms->entries.at[i], id)) {
			*out = forms->entries.at[i].form;
			return VB_OK;
		}
	if (!is_form_id(id))
		return err_set(err, VB_NOFORM, "'%.64s' is no form id", id);
	rc = find_folder(forms, id, out, err);
	if (rc || *out)
		return rc;
	if (!forms->is_scanned && (rc = scan(forms, err)) != VB_OK)
		return rc;
	for (size_t i = 0; i < forms->entries.n; i++) {
		rc = load(&forms->entries.at[i], err);
		if (rc)
			return rc;
		if (is_the_one(&forms->entries.at[i], id)) {
			*out = forms->entries.at[i].form;
			return VB_OK;
		}
	}
	return not_found(forms, id, err);
}
