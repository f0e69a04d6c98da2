/* convert.c - see convert.h. */
#include "cli/convert.h"

#include "util/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	/* of one process: it is said to die after some 400 */
	BATCH_MAX = 100
};

/* True when the file holds the name of the stream that makes an OLE file a
 * Word document ([MS-DOC] 2.1.1), in UTF-16. */
static bool is_word(const struct vb_blob *file)
{
	static const char NAME[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
	const char *at = (const char *)file->data;
	size_t size = file->size, n = sizeof(NAME);

	while (size >= n && (at = memchr(at, 'W', size - n + 1))) {
		if (memcmp(at, NAME, n) == 0)
			return true;
		at++;
		size = file->size - (size_t)(at - (const char *)file->data);
	}
	return false;
}

/* True for what LibreOffice can make a .docx of: a .doc or .rtf, whatever its
 * name says. It makes something of anything: of other files too. */
static bool is_legacy(const char *path)
{
	static const unsigned char ole[] = {0xd0, 0xcf, 0x11, 0xe0};
	struct vb_blob file = {NULL, 0};
	struct vb_error err = {0};
	bool is = false;

	if (strcmp(path, "-") == 0 || file_read(&file, path, &err) != VB_OK)
		return false;
	if (file.size > sizeof(ole) && memcmp(file.data, "{\\rtf", 5) == 0)
		is = true;
	else if (file.size > sizeof(ole) &&
		 memcmp(file.data, ole, sizeof(ole)) == 0)
		is = is_word(&file);
	vb_blob_release(&file);
	return is;
}

/* A name of its own in the folder: two folders may hold one name. */
static bool link_in(struct convert *convert, size_t i, struct buf *in)
{
	char *full = realpath(convert->paths[i], NULL);
	bool good;

	/* LibreOffice looks into a file to see what it is */
	buf_addf(in, "%s/%zu.doc", convert->office.path, i);
	good = full && buf_ok(in) && symlink(full, buf_cstr(in)) == 0;
	free(full);
	return good;
}

static enum cmd_exit convert_some(struct convert *convert, const size_t *which,
				  size_t n)
{
	char program[] = "soffice", option[] = "--convert-to";
	char headless[] = "--headless", restore[] = "--norestore";
	char docx[] = "docx", outdir[] = "--outdir";
	char *argv[BATCH_MAX + 9] = {
		program, headless, restore, convert->office.profile.data,
		option,	 docx,	   outdir,  NULL};
	struct buf names[BATCH_MAX], out = BUF_INIT;
	enum cmd_exit rc = CMD_INTERNAL;
	size_t i;

	memset(names, 0, sizeof(names));
	buf_addf(&out, "%s/docx", convert->office.path);
	argv[7] = out.data;
	for (i = 0; i < n; i++) {
		if (!buf_ok(&out) || !link_in(convert, which[i], &names[i]))
			goto out;
		argv[8 + i] = names[i].data;
	}
	rc = office_run(argv, "libreoffice-writer-nogui");
	for (i = 0; i < n && rc == CMD_DONE; i++)
		buf_addf(&convert->converted[which[i]], "%s/docx/%zu.docx",
			 convert->office.path, which[i]);
out:
	for (i = 0; i < n; i++)
		buf_release(&names[i]);
	buf_release(&out);
	return rc;
}

enum cmd_exit convert_all(struct convert *convert, char *const *paths, size_t n)
{
	size_t which[BATCH_MAX], n_which = 0, i;
	enum cmd_exit rc = CMD_DONE;

	convert->paths = paths;
	convert->n = n;
	convert->converted = calloc(n + 1, sizeof(*convert->converted));
	if (!convert->converted)
		return CMD_INTERNAL;
	for (i = 0; i < n && rc == CMD_DONE; i++) {
		if (is_legacy(paths[i]))
			which[n_which++] = i;
		if (n_which == 0 || (n_which < BATCH_MAX && i + 1 < n))
			continue;
		if (!convert->office.path[0] && !office_open(&convert->office))
			return CMD_OUTPUT;
		rc = convert_some(convert, which, n_which);
		n_which = 0;
	}
	return rc;
}

const char *convert_path(const struct convert *convert, size_t i)
{
	const struct buf *made;

	if (!convert->converted || i >= convert->n)
		return NULL;
	made = &convert->converted[i];
	return made->size && access(buf_cstr(made), R_OK) == 0 ? buf_cstr(made)
							       : NULL;
}

void convert_release(struct convert *convert)
{
	size_t i;

	for (i = 0; convert->converted && i < convert->n; i++)
		buf_release(&convert->converted[i]);
	free(convert->converted);
	if (convert->office.path[0])
		office_close(&convert->office);
}
