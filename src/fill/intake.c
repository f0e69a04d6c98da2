/*
 * intake.c - any Word package to one that a document can be made from: whole,
 * transitional, of the type of a document, without macros.
 *
 * A reader takes what it can of a broken file; a template is the base of
 * thousands of documents that must open everywhere, so it has to be whole.
 */
#include "fill/compile.h"

#include "util/err.h"

#include <string.h>

#define DOCUMENT_TYPE                                    \
	"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml.document.main+xml"

/* Parts of a macro, by content type ([MS-OFFMACRO2] 2.2.1). */
static const char *const macro_types[] = {
	"application/vnd.ms-office.vbaProject",
	"application/vnd.ms-office.vbaProjectSignature",
	"application/vnd.ms-office.vbaProjectSignatureAgile",
	"application/vnd.ms-word.vbaData+xml",
};

/* Every part is read once: its checksum would be copied unseen. */
static int check_whole(struct compiler *c, const struct opc *opc)
{
	const struct opc_fault *fault = opc_fault(opc, 0);
	size_t i;
	int rc = VB_OK;

	if (fault) {
		err_part(c->err, fault->part);
		return err_set(c->err, VB_PACKAGE, "%s", fault->text);
	}
	for (i = 0; i < opc_count(opc) && rc == VB_OK; i++) {
		struct vb_blob blob = {0};

		rc = opc_read(opc, opc_at(opc, i), &blob, c->err);
		vb_blob_release(&blob);
	}
	return rc;
}

int intake_partial(struct opc **out, struct compiler *c, struct opc *opc)
{
	int rc = check_whole(c, opc);

	*out = NULL;
	if (rc == VB_OK && !opc_main(opc))
		rc = err_set(c->err, VB_DOCUMENT, "no main document part");
	if (rc == VB_OK && opc_is_strict(opc))
		rc = opc_to_transitional(out, opc, c->err);
	return rc;
}

static int drop_macros(size_t *dropped, struct compiler *c,
		       const struct opc *opc, struct opc_edit *edit)
{
	size_t i, n;
	int rc = VB_OK;

	*dropped = 0;
	for (i = 0; i < sizeof(macro_types) / sizeof(macro_types[0]); i++) {
		const struct opc_part *part;

		for (n = 0; rc == VB_OK &&
			    (part = opc_by_type(opc, macro_types[i], n));
		     n++) {
			rc = opc_edit_remove(edit, part, c->err);
			++*dropped;
		}
	}
	return rc;
}

static int to_document(struct opc **out, struct compiler *c,
		       const struct opc *opc)
{
	const struct opc_part *main_part = opc_main(opc);
	struct opc_edit *edit = NULL;
	struct vb_blob blob = {0};
	size_t dropped = 0;
	bool is_document = strcmp(main_part->type, DOCUMENT_TYPE) == 0;
	int rc = opc_edit_new(&edit, opc, c->err);

	if (rc == VB_OK)
		rc = drop_macros(&dropped, c, opc, edit);
	if (rc == VB_OK && !is_document)
		rc = opc_edit_retype(edit, main_part, DOCUMENT_TYPE, c->err);
	if (rc == VB_OK && (dropped || !is_document))
		rc = opc_edit_write(edit, NULL, &blob, c->err);
	if (rc == VB_OK && (dropped || !is_document))
		rc = opc_open_blob(out, &blob, c->tpl->file, c->err);
	vb_blob_release(&blob);
	opc_edit_free(edit);
	if (rc == VB_OK && dropped)
		faults_add(c, "macros-dropped", VB_NOTE, NULL, NULL,
			   "the macros of the template are left out");
	return rc;
}

int intake_open(struct opc **out, struct compiler *c, const struct opc *opc)
{
	struct opc *plain = NULL;
	int rc = check_whole(c, opc);

	*out = NULL;
	if (rc == VB_OK && !opc_main(opc))
		rc = err_set(c->err, VB_DOCUMENT, "no main document part");
	if (rc == VB_OK && opc_is_strict(opc)) {
		rc = opc_to_transitional(&plain, opc, c->err);
		if (rc == VB_OK)
			faults_add(c, "strict-template", VB_NOTE, NULL, NULL,
				   "the template is ISO strict: its documents "
				   "are transitional");
	}
	if (rc == VB_OK)
		rc = to_document(out, c, plain ? plain : opc);
	if (rc == VB_OK && !*out)
		*out = plain;
	else
		opc_free(plain);
	return rc;
}
