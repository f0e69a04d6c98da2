/* Whole files: written beside and renamed, errors with the path. */
#include "tap.h"
#include "util/err.h"
#include "util/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char dir[64];
static char path[128];

static const char *in_dir(const char *name)
{
	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return path;
}

static int entries(void)
{
	DIR *d = opendir(dir);
	int n = 0;

	while (d && readdir(d))
		n++;
	if (d)
		closedir(d);
	return n - 2;
}

static void writing(void)
{
	struct vb_blob blob = {NULL, 0};
	struct stat st = {0};

	is_int(file_write(in_dir("a"), "one", 3, NULL), VB_OK, "a new file");
	is_int(chmod(path, 0640), 0, "(its mode)");
	is_int(file_write(path, "three", 5, NULL), VB_OK, "replaced");
	ok(stat(path, &st) == 0 && (st.st_mode & 0777) == 0640,
	   "keeping its mode");
	is_int(file_read(&blob, path, NULL), VB_OK, "read");
	is_str((char *)blob.data, "three", "whole");
	vb_blob_release(&blob);
	is_int(entries(), 1, "nothing is left beside it");
}

static void links(void)
{
	struct vb_blob blob = {NULL, 0};
	char link_path[128];
	struct stat st = {0};

	snprintf(link_path, sizeof(link_path), "%s/link", dir);
	is_int(symlink("a", link_path), 0, "(a symbolic link)");
	is_int(file_write(link_path, "via", 3, NULL), VB_OK, "is followed");
	ok(lstat(link_path, &st) == 0 && S_ISLNK(st.st_mode), "and stays");
	is_int(file_read(&blob, in_dir("a"), NULL), VB_OK, "its target");
	is_str((char *)blob.data, "via", "is written");
	vb_blob_release(&blob);
	unlink(link_path);
}

static void failing(void)
{
	struct vb_error err = {0};
	struct vb_blob blob = {NULL, 0};

	is_int(file_read(&blob, "/nonexistent/x", &err), VB_IO, "no file");
	is_str(err.file, "/nonexistent/x", "names it");
	is_str(err.text, "cannot open: No such file or directory", "says why");
	err_clear(&err);
	is_int(file_read(&blob, dir, &err), VB_IO, "a folder");
	is_str(err.text, "cannot read: Is a directory", "is said to be one");
	err_clear(&err);
	is_int(file_write("/dev/full", "x", 1, &err), VB_IO, "a full disk");
	is_str(err.text, "cannot write: No space left on device", "is named");
	err_clear(&err);
	is_int(file_write("/nonexistent/y", "x", 1, &err), VB_IO,
	       "no folder to write in");
	is_str(err.text, "cannot create: No such file or directory", "why");
	err_clear(&err);
	is_int(file_write(dir, "x", 1, &err), VB_IO, "onto a folder");
	is_int(entries(), 1, "leaves nothing beside");
}

/* A sparse file costs nothing. */
static void too_big(void)
{
	struct vb_error err = {0};
	struct vb_blob blob = {NULL, 0};

	is_int(file_write(in_dir("big"), "x", 1, NULL), VB_OK, "(a big file)");
	is_int(truncate(path, (off_t)FILE_LIMIT), 0, "(of the limit)");
	is_int(file_read(&blob, path, &err), VB_OK, "is read");
	is_int((long)blob.size, (long)FILE_LIMIT, "whole");
	vb_blob_release(&blob);
	is_int(truncate(path, (off_t)FILE_LIMIT + 1), 0, "(one byte more)");
	is_int(file_read(&blob, path, &err), VB_LIMIT, "is refused");
	is_str(err.text, "more than 268435456 bytes", "with the limit");
	unlink(path);
}

static void folders(void)
{
	struct vb_error err = {0};
	struct stat st = {0};

	is_int(file_mkdirs(in_dir("p/q/r"), NULL), VB_OK, "folders");
	ok(stat(path, &st) == 0 && S_ISDIR(st.st_mode), "are made");
	is_int(file_mkdirs(path, NULL), VB_OK, "and may be there");
	rmdir(in_dir("p/q/r"));
	rmdir(in_dir("p/q"));
	rmdir(in_dir("p"));
	is_int(file_mkdirs(in_dir("a"), &err), VB_IO, "not over a file");
}

static void errors(void)
{
	struct vb_error err = {0};
	char big[600];

	memset(big, 'x', sizeof(big));
	big[254] = '\xe1'; /* a three-byte letter over the edge */
	big[255] = '\xbb';
	big[256] = '\x87';
	big[sizeof(big) - 1] = '\0';
	is_int(err_set(&err, VB_XML, "%s", big), VB_XML, "a long text");
	is_int((long)strlen(err.text), 254, "is cut before a letter");
	is_int(err_set(&err, VB_IO, "later"), VB_IO, "a later error");
	is_int(err.code, VB_XML, "does not replace the first");
	err_file(&err, "f");
	err_file(&err, "g");
	is_str(err.file, "f", "nor a later file");
	is_int(err_set(NULL, VB_IO, "x"), VB_IO, "no error object is fine");
	is_str(vb_code_text(VB_LIMIT), "a named limit is exceeded", "texts");
}

int main(void)
{
	snprintf(dir, sizeof(dir), "/tmp/vanban-file-XXXXXX");
	if (!mkdtemp(dir))
		return 1;
	writing();
	links();
	failing();
	too_big();
	folders();
	errors();
	unlink(in_dir("a"));
	rmdir(dir);
	return done_testing();
}
