/*
 * preview.h - the pages of a document as a PDF or pictures, by LibreOffice.
 *
 * See office.h for how it is run.
 */
#ifndef CLI_PREVIEW_H
#define CLI_PREVIEW_H

#include "cli/cmd.h"

enum {
	PREVIEW_DPI = 100 /* a page fills a screen */
};

/* True when a preview can have that name (*.pdf, *.png); else it is said. */
bool preview_is_name(const struct cmd *cmd, const char *out);

/* Writes OUT.pdf; or OUT.png with the first page and OUT-2.png and so on
 * with the others. What is wrong is said. */
enum cmd_exit preview_write(const struct vb_blob *docx, const char *out);

#endif
