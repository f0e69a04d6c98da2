/* beside.c - a file named by another one, and never outside its folder. */
#include "util/file.h"

#include "util/buf.h"
#include "util/err.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Parts between strokes, none of them empty, "." or "..". A backslash and a
 * colon mean folders elsewhere. */
static bool is_inner(const char *name)
{
	if (!*name || strpbrk(name, "\\:"))
		return false;
	for (;;) {
		size_t size = strcspn(name, "/");

		if (size == 0 || (size == 1 && name[0] == '.') ||
		    (size == 2 && name[0] == '.' && name[1] == '.'))
			return false;
		name += size;
		if (!*name)
			return true;
		name++;
	}
}

static int failed(const char *name, struct vb_error *err)
{
	if (errno == ENOMEM)
		return err_set(err, VB_NOMEM, "out of memory");
	return err_set(err, VB_IO, "'%s': %s", name, strerror(errno));
}

static int inside(const char *folder, const char *file, const char *name,
		  struct vb_error *err)
{
	size_t size = strlen(folder);
	struct stat st;

	/* "/" ends with a stroke, no other real path does */
	size -= size == 1;
	if (strncmp(file, folder, size) != 0 || file[size] != '/')
		return err_set(err, VB_IO,
			       "'%s' leads out of the folder of the template",
			       name);
	if (stat(file, &st) != 0)
		return failed(name, err);
	return S_ISREG(st.st_mode)
		       ? VB_OK
		       : err_set(err, VB_IO, "'%s' is no file", name);
}

int file_beside(char **out, const char *path, const char *name,
		struct vb_error *err)
{
	const char *stroke = strrchr(path, '/');
	struct buf at = BUF_INIT;
	char *folder = NULL, *file = NULL;
	int rc = VB_OK;

	*out = NULL;
	if (!is_inner(name))
		return err_set(err, VB_IO,
			       "'%s' is no name of a file in the folder of "
			       "the template",
			       name);
	if (stroke)
		buf_add(&at, path, (size_t)(stroke - path) + 1);
	else
		buf_adds(&at, "./");
	if (buf_ok(&at))
		folder = realpath(buf_cstr(&at), NULL);
	if (buf_ok(&at) && !folder)
		rc = failed(path, err);
	buf_adds(&at, name);
	if (folder && buf_ok(&at))
		file = realpath(buf_cstr(&at), NULL);
	if (folder && buf_ok(&at) && !file)
		rc = failed(name, err);
	if (!buf_ok(&at))
		rc = err_set(err, VB_NOMEM, "out of memory");
	if (rc == VB_OK && folder && file)
		rc = inside(folder, file, name, err);
	if (rc == VB_OK) {
		*out = file;
		file = NULL;
	}
	free(file);
	free(folder);
	buf_release(&at);
	return rc;
}
