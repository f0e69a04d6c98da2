/* preview.c - see preview.h. */
#include "cli/preview.h"

#include "cli/msg.h"
#include "cli/office.h"
#include "util/buf.h"
#include "util/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && strcasecmp(name + n - m, end) == 0;
}

bool preview_is_name(const struct cmd *cmd, const char *out)
{
	if (ends_in(out, ".pdf") || ends_in(out, ".png"))
		return true;
	msg_usage(
		cmd->name,
		msg_tr("a preview is a .pdf or a .png, not '%s'",
		       "bản xem trước là tệp .pdf hoặc .png, không phải '%s'"),
		out);
	return false;
}

/* ---- the folder -------------------------------------------------------- */

struct folder {
	struct office office;
	struct buf docx, pdf, pages;
};

static bool make_folder(struct folder *f)
{
	if (!office_open(&f->office))
		return false;
	buf_addf(&f->docx, "%s/page.docx", f->office.path);
	buf_addf(&f->pdf, "%s/page.pdf", f->office.path);
	buf_addf(&f->pages, "%s/page", f->office.path);
	return buf_ok(&f->docx) && buf_ok(&f->pdf) && buf_ok(&f->pages);
}

static void release_folder(struct folder *f)
{
	office_close(&f->office);
	buf_release(&f->docx);
	buf_release(&f->pdf);
	buf_release(&f->pages);
}

/* ---- results ----------------------------------------------------------- */

static enum cmd_exit copy(const char *from, const char *to)
{
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	if (file_read(&blob, from, &err) != VB_OK) {
		msg_say("%s", msg_tr("LibreOffice wrote no page",
				     "LibreOffice không tạo ra trang nào"));
		return CMD_OUTPUT;
	}
	rc = cmd_write(to, &blob);
	vb_blob_release(&blob);
	return rc;
}

/* The number in "page-07.png", 0 for other names. */
static unsigned page_number(const char *name)
{
	unsigned number = 0;
	size_t n = strlen("page-");

	if (strncmp(name, "page-", n) != 0)
		return 0;
	for (; name[n] >= '0' && name[n] <= '9' && number < 100000; n++)
		number = number * 10 + (unsigned)(name[n] - '0');
	return strcmp(name + n, ".png") == 0 ? number : 0;
}

static enum cmd_exit copy_page(const struct folder *f, const char *name,
			       unsigned number, const char *out)
{
	struct buf from = BUF_INIT, to = BUF_INIT;
	size_t stem = strlen(out) - strlen(".png");
	enum cmd_exit rc = CMD_INTERNAL;

	buf_addf(&from, "%s/%s", f->office.path, name);
	buf_add(&to, out, stem);
	if (number > 1)
		buf_addf(&to, "-%u", number);
	buf_adds(&to, out + stem);
	if (buf_ok(&from) && buf_ok(&to))
		rc = copy(buf_cstr(&from), buf_cstr(&to));
	buf_release(&from);
	buf_release(&to);
	return rc;
}

static enum cmd_exit copy_pages(const struct folder *f, const char *out)
{
	DIR *dir = opendir(f->office.path);
	enum cmd_exit rc = CMD_DONE;
	struct dirent *entry;

	while (dir && rc == CMD_DONE && (entry = readdir(dir))) {
		unsigned number = page_number(entry->d_name);

		if (number > 0)
			rc = copy_page(f, entry->d_name, number, out);
	}
	if (dir)
		closedir(dir);
	return dir ? rc : CMD_OUTPUT;
}

static enum cmd_exit make_pdf(struct folder *f, const struct vb_blob *docx)
{
	char convert[] = "--convert-to", headless[] = "--headless";
	char restore[] = "--norestore", pdf[] = "pdf", outdir[] = "--outdir";
	char program[] = "soffice";
	char *const argv[] = {
		program,      headless, restore, f->office.profile.data,
		convert,      pdf,	outdir,	 f->office.path,
		f->docx.data, NULL};
	struct vb_error err = {0};

	if (file_write(f->docx.data, docx->data, docx->size, &err) != VB_OK) {
		msg_error_output(&err, f->docx.data);
		return CMD_OUTPUT;
	}
	return office_run(argv, "libreoffice-writer-nogui, fonts-liberation2");
}

static enum cmd_exit make_pages(struct folder *f)
{
	char program[] = "pdftoppm", png[] = "-png", r[] = "-r", dpi[16];
	char *const argv[] = {program,	   png,		  r,   dpi,
			      f->pdf.data, f->pages.data, NULL};

	snprintf(dpi, sizeof(dpi), "%d", PREVIEW_DPI);
	return office_run(argv, "poppler-utils");
}

enum cmd_exit preview_write(const struct vb_blob *docx, const char *out)
{
	struct folder f = {.docx = BUF_INIT};
	bool is_png = ends_in(out, ".png");
	enum cmd_exit rc;

	if (!make_folder(&f)) {
		rc = CMD_OUTPUT;
	} else {
		rc = make_pdf(&f, docx);
		if (rc == CMD_DONE && is_png)
			rc = make_pages(&f);
		if (rc == CMD_DONE)
			rc = is_png ? copy_pages(&f, out)
				    : copy(f.pdf.data, out);
	}
	release_folder(&f);
	return rc;
}
