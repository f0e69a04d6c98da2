/* words.c - see words.h. */
#include "cli/words.h"

#include "cli/convert.h"
#include "cli/msg.h"

#include <stdio.h>

static enum cmd_exit print_one(const struct convert *convert, size_t i,
			       unsigned flags)
{
	const char *made = convert_path(convert, i);
	const char *path = made ? made : convert->paths[i];
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	if (vb_read_text(path, flags, &blob, &err) != VB_OK) {
		msg_error(&err, convert->paths[i]);
		return cmd_exit_read(&err);
	}
	rc = cmd_write("-", &blob);
	vb_blob_release(&blob);
	return rc;
}

enum cmd_exit words_print(char *const *paths, int n, unsigned flags)
{
	struct convert convert = {.paths = NULL};
	enum cmd_exit rc = CMD_DONE;
	size_t i, count = (size_t)n;

	/* without LibreOffice each such file is an error of its own */
	if (convert_all(&convert, paths, count) == CMD_STOPPED)
		rc = CMD_STOPPED;
	for (i = 0; i < count && rc != CMD_STOPPED; i++) {
		if (n > 1) {
			printf("%s==> %s <==\n", i ? "\n" : "", paths[i]);
			fflush(stdout);
		}
		rc = cmd_worse(rc, print_one(&convert, i, flags));
	}
	convert_release(&convert);
	return rc;
}
