/* words.c - see words.h. */
#include "cli/words.h"

#include "cli/msg.h"

#include <stdio.h>

static enum cmd_exit print_one(const char *path, unsigned flags)
{
	struct vb_error err = {0};
	struct vb_blob blob = {0};
	enum cmd_exit rc;

	if (vb_read_text(path, flags, &blob, &err) != VB_OK) {
		msg_error(&err, path);
		return cmd_exit_read(&err);
	}
	rc = cmd_write("-", &blob);
	vb_blob_release(&blob);
	return rc;
}

enum cmd_exit words_print(char *const *paths, int n, unsigned flags)
{
	enum cmd_exit rc = CMD_DONE;
	int i;

	for (i = 0; i < n; i++) {
		if (n > 1) {
			printf("%s==> %s <==\n", i ? "\n" : "", paths[i]);
			fflush(stdout);
		}
		rc = cmd_worse(rc, print_one(paths[i], flags));
	}
	return rc;
}
