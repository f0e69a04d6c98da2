/* mktemplate FORM OUT.docx - the template of a form, without the program. */
#include <stdio.h>

#include "util/file.h"
#include "vanban.h"

int main(int argc, char **argv)
{
	struct vb_error err = {0};
	struct vb_form *form = NULL;
	struct vb_blob blob = {0};
	int rc;

	if (argc != 3) {
		fprintf(stderr, "usage: mktemplate FORM OUT.docx\n");
		return 2;
	}
	vb_init();
	rc = vb_form_read(&form, argv[1], &err);
	if (!rc)
		rc = vb_template_make(form, &blob, &err);
	if (!rc)
		rc = file_write(argv[2], blob.data, blob.size, &err);
	if (rc)
		fprintf(stderr, "mktemplate: %s: %s: %s\n", err.file, err.where,
			err.text);
	vb_blob_release(&blob);
	vb_form_free(form);
	return rc ? 1 : 0;
}
