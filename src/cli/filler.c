/* filler.c - see filler.h. */
#include "cli/filler.h"

#include <string.h>

static void note_no_form(const char *path, struct msg_tally *tally)
{
	struct vb_sink sink = msg_sink(tally);
	struct vb_finding f = {"form-unknown",
			       VB_NOTE,
			       "",
			       "",
			       0,
			       NULL,
			       {path, "", "", "", 0, 0, 0, 0, 0}};

	f.message = "no form is known for the template: values are shown as "
		    "they stand, unchecked";
	sink.take(sink.payload, &f);
}

/* The form that the template names. */
static int find_form(struct filler *filler, const char *path,
		     struct msg_tally *tally, struct vb_error *err)
{
	struct vb_error none = {0};
	struct vb_blob id = {NULL, 0};
	int rc = vb_template_names(&id, path, err);

	if (rc != VB_OK)
		return rc;
	rc = id.size ? forms_find(&filler->forms, (const char *)id.data,
				  &filler->form, &none)
		     : VB_NOFORM;
	vb_blob_release(&id);
	if (rc == VB_NOFORM)
		note_no_form(path, tally);
	else if (rc != VB_OK)
		*err = none;
	return rc == VB_NOFORM ? VB_OK : rc;
}

int filler_open(struct filler *filler, const char *path, const char *form,
		const char *dir, struct msg_tally *tally, struct vb_error *err)
{
	struct vb_sink sink = msg_sink(tally);
	int rc;

	memset(filler, 0, sizeof(*filler));
	rc = forms_open(&filler->forms, dir, err);
	if (rc == VB_OK && form)
		rc = forms_get(&filler->forms, form, &filler->form, err);
	else if (rc == VB_OK)
		rc = find_form(filler, path, tally, err);
	if (rc == VB_OK)
		rc = vb_template_open(&filler->tpl, path, filler->form, &sink,
				      err);
	return rc;
}

void filler_release(struct filler *filler)
{
	vb_template_free(filler->tpl);
	forms_release(&filler->forms);
	memset(filler, 0, sizeof(*filler));
}
