/*
 * forms.h - where the program finds a form.
 *
 * A FORM argument is a file, a folder that holds form.xml, "-", or an id.
 * An id is looked up in --forms DIR when that is given, else in `templates`
 * of the current folder and then in the folder of the installation.
 */
#ifndef CLI_FORMS_H
#define CLI_FORMS_H

#include "vanban.h"

enum {
	FORMS_DIRS = 2
};

struct forms {
	struct vb_forms *dirs[FORMS_DIRS];
	size_t n;
	struct vb_form *own; /* read from a file */
};

/* `dir` is the value of --forms or NULL. */
int forms_open(struct forms *forms, const char *dir, struct vb_error *err);
void forms_release(struct forms *forms);

/* The form of a FORM argument, borrowed. */
int forms_get(struct forms *forms, const char *arg, const struct vb_form **out,
	      struct vb_error *err);
/* The form of an id, borrowed; VB_NOFORM when no folder has it. */
int forms_find(struct forms *forms, const char *id, const struct vb_form **out,
	       struct vb_error *err);
/* Reads a document, called `path`, that stands in `file`; with no form, the
 * one it names is found. */
int forms_read(struct forms *forms, struct vb_reading **out, const char *path,
	       const char *file, const struct vb_form *form,
	       struct vb_error *err);

#endif
