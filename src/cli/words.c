/* words.c - see words.h. */
#include "cli/words.h"

#include "cli/msg.h"
#include "cli/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	/* of one process: it is said to die after some 400 */
	BATCH_MAX = 100
};

struct words {
	char *const *paths;
	int n;
	unsigned flags;
	struct buf *converted; /* by path: the .docx made of it, or empty */
	struct office office;
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
static bool link_in(struct words *words, int i, struct buf *in)
{
	char *full = realpath(words->paths[i], NULL);
	bool good;

	/* LibreOffice looks into a file to see what it is */
	buf_addf(in, "%s/%d.doc", words->office.path, i);
	good = full && buf_ok(in) && symlink(full, buf_cstr(in)) == 0;
	free(full);
	return good;
}

static enum cmd_exit convert_some(struct words *words, const int *which, int n)
{
	char program[] = "soffice", convert[] = "--convert-to";
	char headless[] = "--headless", restore[] = "--norestore";
	char docx[] = "docx", outdir[] = "--outdir";
	char *argv[BATCH_MAX + 9] = {
		program, headless, restore, words->office.profile.data,
		convert, docx,	   outdir,  NULL};
	struct buf names[BATCH_MAX], out = BUF_INIT;
	enum cmd_exit rc = CMD_INTERNAL;
	int i;

	memset(names, 0, sizeof(names));
	buf_addf(&out, "%s/docx", words->office.path);
	argv[7] = out.data;
	for (i = 0; i < n; i++) {
		if (!buf_ok(&out) || !link_in(words, which[i], &names[i]))
			goto out;
		argv[8 + i] = names[i].data;
	}
	rc = office_run(argv, "libreoffice-writer-nogui");
	for (i = 0; i < n && rc == CMD_DONE; i++)
		buf_addf(&words->converted[which[i]], "%s/docx/%d.docx",
			 words->office.path, which[i]);
out:
	for (i = 0; i < n; i++)
		buf_release(&names[i]);
	buf_release(&out);
	return rc;
}

/* One process for many files. */
static enum cmd_exit convert(struct words *words)
{
	int which[BATCH_MAX], n = 0, i;
	enum cmd_exit rc = CMD_DONE;

	for (i = 0; i < words->n && rc == CMD_DONE; i++) {
		if (is_legacy(words->paths[i]))
			which[n++] = i;
		if (n == 0 || (n < BATCH_MAX && i + 1 < words->n))
			continue;
		if (!words->office.path[0] && !office_open(&words->office))
			return CMD_OUTPUT;
		rc = convert_some(words, which, n);
		n = 0;
	}
	return rc;
}

static enum cmd_exit print_one(const struct words *words, int i)
{
	const char *path = words->paths[i];
	const struct buf *made = &words->converted[i];
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	if (made->size && access(buf_cstr(made), R_OK) == 0)
		path = buf_cstr(made);
	if (vb_read_text(path, words->flags, &blob, &err) != VB_OK) {
		msg_error(&err, words->paths[i]);
		return cmd_exit_read(&err);
	}
	rc = cmd_write("-", &blob);
	vb_blob_release(&blob);
	return rc;
}

enum cmd_exit words_print(char *const *paths, int n, unsigned flags)
{
	struct words words = {.paths = paths, .n = n, .flags = flags};
	enum cmd_exit rc = CMD_DONE;
	int i;

	words.converted = calloc((size_t)n, sizeof(*words.converted));
	if (!words.converted)
		return CMD_INTERNAL;
	/* without LibreOffice each such file is an error of its own */
	if (convert(&words) == CMD_STOPPED)
		rc = CMD_STOPPED;
	for (i = 0; i < n && rc != CMD_STOPPED; i++) {
		if (n > 1) {
			printf("%s==> %s <==\n", i ? "\n" : "", paths[i]);
			fflush(stdout);
		}
		rc = cmd_worse(rc, print_one(&words, i));
	}
	for (i = 0; i < n; i++)
		buf_release(&words.converted[i]);
	free(words.converted);
	if (words.office.path[0])
		office_close(&words.office);
	return rc;
}
