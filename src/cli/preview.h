/*
 * preview.h - the pages of a document as a PDF or pictures, by LibreOffice.
 *
 * LibreOffice runs with a profile of its own in a temporary folder, so that
 * neither an open window nor old settings matter, without a shell, and not
 * longer than PREVIEW_SECONDS_MAX. The folder goes in any case.
 */
#ifndef CLI_PREVIEW_H
#define CLI_PREVIEW_H

#include "cli/cmd.h"

enum {
	/* a first start on an old machine took 40 s; a page needs 2 */
	PREVIEW_SECONDS_MAX = 180,
	PREVIEW_DPI = 100 /* a page fills a screen */
};

/* True when a preview can have that name (*.pdf, *.png); else it is said. */
bool preview_is_name(const struct cmd *cmd, const char *out);

/* Writes OUT.pdf; or OUT.png with the first page and OUT-2.png and so on
 * with the others. What is wrong is said. */
enum cmd_exit preview_write(const struct vb_blob *docx, const char *out);

#endif
