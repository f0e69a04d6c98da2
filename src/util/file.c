/* file.c - see file.h. */
#include "util/file.h"

#include "util/buf.h"
#include "util/err.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int io_error(struct vb_error *err, const char *path, const char *what)
{
	int saved = errno;

	err_file(err, path);
	return err_set(err, VB_IO, "%s: %s", what, strerror(saved));
}

#define CHUNK ((size_t)64 * 1024)

/* The buffer's limit is one byte past FILE_LIMIT, to see one too many. */
static int read_all(int fd, struct buf *buf, const char *path,
		    struct vb_error *err)
{
	for (;;) {
		size_t room = FILE_LIMIT + 1 - buf->size;
		char *to = buf_reserve(buf, room < CHUNK ? room : CHUNK);
		ssize_t n;

		if (!to) {
			err_file(err, path);
			return err_set(err, VB_NOMEM, "out of memory");
		}
		n = read(fd, to, room < CHUNK ? room : CHUNK);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return io_error(err, path, "cannot read");
		if (n == 0)
			return VB_OK;
		buf->size += (size_t)n;
		buf->data[buf->size] = '\0';
		if (buf->size > FILE_LIMIT) {
			err_file(err, path);
			return err_set(err, VB_LIMIT, "more than %zu bytes",
				       FILE_LIMIT);
		}
	}
}

int file_read(struct vb_blob *out, const char *path, struct vb_error *err)
{
	struct buf buf = BUF_INIT;
	bool is_stdin = strcmp(path, "-") == 0;
	int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	int rc;

	if (fd < 0)
		return io_error(err, path, "cannot open");
	buf.limit = FILE_LIMIT + 1;
	rc = read_all(fd, &buf, path, err);
	if (!is_stdin)
		close(fd);
	if (rc == VB_OK)
		rc = buf_take(&buf, out, err);
	buf_release(&buf);
	return rc;
}

/* A regular file of at most `limit` bytes: no pipe to wait for. */
static int check_regular(int fd, const char *name, size_t limit,
			 struct vb_error *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return io_error(err, name, "cannot read");
	if (!S_ISREG(st.st_mode)) {
		err_file(err, name);
		return err_set(err, VB_IO, "not a file");
	}
	if (st.st_size < 0 || (uintmax_t)st.st_size > limit) {
		err_file(err, name);
		return err_set(err, VB_LIMIT, "more than %zu bytes", limit);
	}
	return VB_OK;
}

int file_read_in(struct vb_blob *out, const char *folder, const char *name,
		 size_t limit, struct vb_error *err)
{
	struct buf buf = BUF_INIT;
	int dir, fd, rc;

	if (!*name || strchr(name, '/') || strcmp(name, ".") == 0 ||
	    strcmp(name, "..") == 0) {
		err_file(err, name);
		return err_set(err, VB_IO, "not the name of a file");
	}
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return io_error(err, folder, "cannot open");
	/* a pipe must not hold us up before it is seen to be one */
	fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0) {
		bool is_link = errno == ELOOP;

		rc = io_error(err, name,
			      is_link ? "a symbolic link is not followed"
				      : "cannot open");
		close(dir);
		return rc;
	}
	close(dir);
	buf.limit = FILE_LIMIT + 1;
	rc = check_regular(fd, name, limit, err);
	if (rc == VB_OK)
		rc = read_all(fd, &buf, name, err);
	close(fd);
	if (rc == VB_OK && buf.size > limit) {
		err_file(err, name);
		rc = err_set(err, VB_LIMIT, "more than %zu bytes", limit);
	}
	if (rc == VB_OK)
		rc = buf_take(&buf, out, err);
	buf_release(&buf);
	return rc;
}

bool file_is_in(const char *folder, const char *name)
{
	int dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct stat st;
	bool found;

	if (dir < 0)
		return false;
	found = fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
	close(dir);
	return found;
}

static bool write_all(int fd, const char *data, size_t size)
{
	while (size) {
		ssize_t n = write(fd, data, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data += n;
		size -= (size_t)n;
	}
	return true;
}

/* The file a symbolic link points to, else the path itself. */
static char *resolve(const char *path)
{
	char *real = realpath(path, NULL);

	return real ? real : strdup(path);
}

/* Gives a new file the mode of the one it will replace, when there is one. */
static bool keep_mode(int fd, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return true;
	return fchmod(fd, st.st_mode & 0777) == 0;
}

/* ".NAME.tmpPID" beside the target; NULL out of memory. */
static char *temp_name(const char *target)
{
	const char *slash = strrchr(target, '/');
	size_t dir = slash ? (size_t)(slash - target) + 1 : 0;
	size_t size = strlen(target) + 32;
	char *temp = malloc(size);

	if (temp)
		snprintf(temp, size, "%.*s.%s.tmp%ld", (int)dir, target,
			 target + dir, (long)getpid());
	return temp;
}

/* A device or a pipe cannot be replaced by renaming: write into it. */
static bool is_special(const char *path)
{
	struct stat st;

	return strcmp(path, "-") == 0 ||
	       (stat(path, &st) == 0 && !S_ISREG(st.st_mode) &&
		!S_ISDIR(st.st_mode));
}

static void forget(struct file_out *out)
{
	free(out->temp);
	free(out->target);
	out->temp = out->target = NULL;
	out->fd = -1;
}

void file_out_drop(struct file_out *out)
{
	if (out->fd >= 0 && out->fd != STDOUT_FILENO)
		close(out->fd);
	if (out->fd >= 0 && out->temp)
		unlink(out->temp);
	forget(out);
}

static int open_special(struct file_out *out, struct vb_error *err)
{
	out->fd = strcmp(out->path, "-") == 0
			  ? STDOUT_FILENO
			  : open(out->path, O_WRONLY | O_CLOEXEC);
	return out->fd >= 0 ? VB_OK : io_error(err, out->path, "cannot open");
}

int file_out_open(struct file_out *out, const char *path, struct vb_error *err)
{
	out->fd = -1;
	out->path = path;
	out->target = out->temp = NULL;
	if (is_special(path))
		return open_special(out, err);
	out->target = resolve(path);
	out->temp = out->target ? temp_name(out->target) : NULL;
	if (!out->temp) {
		forget(out);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	out->fd = open(out->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		       0666);
	if (out->fd >= 0 && keep_mode(out->fd, out->target))
		return VB_OK;
	io_error(err, path, "cannot create");
	file_out_drop(out);
	return VB_IO;
}

int file_out_add(struct file_out *out, const void *data, size_t size,
		 struct vb_error *err)
{
	if (write_all(out->fd, data, size))
		return VB_OK;
	io_error(err, out->path, "cannot write");
	file_out_drop(out);
	return VB_IO;
}

int file_out_close(struct file_out *out, struct vb_error *err)
{
	bool ok = out->fd == STDOUT_FILENO || close(out->fd) == 0;

	if (ok && out->temp)
		ok = rename(out->temp, out->target) == 0;
	if (ok) {
		forget(out);
		return VB_OK;
	}
	io_error(err, out->path, "cannot write");
	if (out->temp)
		unlink(out->temp);
	forget(out);
	return VB_IO;
}

int file_write(const char *path, const void *data, size_t size,
	       struct vb_error *err)
{
	struct file_out out;
	int rc = file_out_open(&out, path, err);

	if (rc == VB_OK)
		rc = file_out_add(&out, data, size, err);
	if (rc == VB_OK)
		rc = file_out_close(&out, err);
	return rc;
}

int file_mkdirs(const char *path, struct vb_error *err)
{
	char *copy = strdup(path);
	char *p;
	struct stat st;
	int rc = VB_OK;

	if (!copy)
		return err_set(err, VB_NOMEM, "out of memory");
	for (p = copy + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		mkdir(copy, 0777); /* the last mkdir tells */
		*p = '/';
	}
	if (mkdir(copy, 0777) != 0 && errno != EEXIST)
		rc = io_error(err, path, "cannot make folder");
	else if (stat(copy, &st) != 0 || !S_ISDIR(st.st_mode)) {
		errno = ENOTDIR;
		rc = io_error(err, path, "cannot make folder");
	}
	free(copy);
	return rc;
}
