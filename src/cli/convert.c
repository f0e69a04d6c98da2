/* convert.c - see convert.h. */
#include "cli/convert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	/* of one process: it is said to die after some 400 */
	BATCH_MAX = 100
};

/* True for what LibreOffice may make a .docx of: a .doc or .rtf, whatever its
 * name says, that is not encrypted. */
static bool is_legacy(const char *path)
{
	static const unsigned char ole[] = {0xd0, 0xcf, 0x11, 0xe0};
	unsigned char head[8] = {0};
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "rb");
	size_t n;
	int rc;

	if (!file)
		return false;
	n = fread(head, 1, sizeof(head), file);
	fclose(file);
	if (n < sizeof(head) || (memcmp(head, ole, sizeof(ole)) != 0 &&
				 memcmp(head, "{\\rtf", 5) != 0))
		return false;
	rc = vb_read_text(path, 0, &blob, &err);
	vb_blob_release(&blob);
	return rc == VB_LEGACY;
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
