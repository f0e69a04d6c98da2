/* forms.c - see forms.h. */
#include "cli/forms.h"

#include "util/err.h"
#include "util/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#ifndef VANBAN_DATADIR
#define VANBAN_DATADIR "/usr/local/share/vanban"
#endif

static bool is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_there(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

int forms_open(struct forms *forms, const char *dir, struct vb_error *err)
{
	static const char *const usual[FORMS_DIRS] = {
		"templates", VANBAN_DATADIR "/templates"};
	size_t i;
	int rc;

	memset(forms, 0, sizeof(*forms));
	if (dir) {
		forms->n = 1;
		return vb_forms_open(&forms->dirs[0], dir, err);
	}
	for (i = 0; i < FORMS_DIRS; i++) {
		if (!is_dir(usual[i]))
			continue;
		rc = vb_forms_open(&forms->dirs[forms->n], usual[i], err);
		if (rc != VB_OK)
			return rc;
		forms->n++;
	}
	return VB_OK;
}

void forms_release(struct forms *forms)
{
	size_t i;

	for (i = 0; i < FORMS_DIRS; i++)
		vb_forms_free(forms->dirs[i]);
	vb_form_free(forms->own);
	memset(forms, 0, sizeof(*forms));
}

int forms_find(struct forms *forms, const char *id, const struct vb_form **out,
	       struct vb_error *err)
{
	size_t i;
	int rc;

	for (i = 0; i < forms->n; i++) {
		struct vb_error here = {0};

		rc = vb_forms_find(forms->dirs[i], id, out, &here);
		if (rc == VB_OK)
			return VB_OK;
		if (rc != VB_NOFORM) {
			if (err)
				*err = here;
			return rc;
		}
	}
	return err_set(err, VB_NOFORM, "no form '%s' in any folder of forms",
		       id);
}

static int read_in_dir(struct forms *forms, const char *dir,
		       struct vb_error *err)
{
	size_t size = strlen(dir) + sizeof("/form.xml");
	char *path = malloc(size);
	int rc;

	if (!path)
		return err_set(err, VB_NOMEM, "out of memory");
	snprintf(path, size, "%s/form.xml", dir);
	rc = vb_form_read(&forms->own, path, err);
	free(path);
	return rc;
}

int forms_get(struct forms *forms, const char *arg, const struct vb_form **out,
	      struct vb_error *err)
{
	int rc;

	if (is_dir(arg))
		rc = read_in_dir(forms, arg, err);
	else if (is_there(arg) || strcmp(arg, "-") == 0 || strchr(arg, '/') ||
		 strstr(arg, ".xml"))
		rc = vb_form_read(&forms->own, arg, err);
	else
		return forms_find(forms, arg, out, err);
	*out = forms->own;
	return rc;
}

/* The document of `file`, that is called `path`. */
static int read_as(struct vb_reading **out, const char *path, const char *file,
		   const struct vb_form *form, struct vb_forms *forms,
		   struct vb_error *err)
{
	struct vb_blob blob = {NULL, 0};
	int rc;

	if (strcmp(path, file) == 0)
		return vb_read(out, path, form, forms, err);
	rc = file_read(&blob, file, err);
	if (rc == VB_OK)
		rc = vb_read_memory(out, blob.data, blob.size, path, form,
				    forms, err);
	vb_blob_release(&blob);
	return rc;
}

int forms_read(struct forms *forms, struct vb_reading **out, const char *path,
	       const char *file, const struct vb_form *form,
	       struct vb_error *err)
{
	struct vb_error here = {0};
	int rc = read_as(out, path, file, form,
			 forms->n ? forms->dirs[0] : NULL, &here);

	/* the folder of the installation has what `templates` has not */
	if (rc == VB_NOFORM && forms->n > 1) {
		memset(&here, 0, sizeof(here));
		rc = read_as(out, path, file, form, forms->dirs[1], &here);
	}
	if (rc != VB_OK && err)
		*err = here;
	return rc;
}
