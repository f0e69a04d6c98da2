/* walk.c - see walk.h. */
#include "cli/walk.h"

#include "util/err.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static int push(struct walk *walk, const char *path, struct vb_error *err)
{
	char **slot = vec_push(walk);

	if (slot)
		*slot = strdup(path);
	if (!slot || !*slot)
		return err_set(err, VB_NOMEM, "out of memory");
	return VB_OK;
}

static bool is_wanted(const struct walk *walk, const char *name)
{
	static const char *const TAILS[] = {".docx", ".docm", ".dotx",
					    ".dotm", ".doc",  ".rtf"};
	const char *const *tails = walk->suffix ? &walk->suffix : TAILS;
	size_t n_tails = walk->suffix ? 1 : sizeof(TAILS) / sizeof(TAILS[0]);
	size_t n = strlen(name), i;

	for (i = 0; i < n_tails; i++) {
		size_t m = strlen(tails[i]);

		if (n > m && strcasecmp(name + n - m, tails[i]) == 0)
			return true;
	}
	return false;
}

static bool is_passed_over(const char *name)
{
	return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

static int by_name(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

/* The names in an open folder that may matter, sorted. */
static int list(struct walk *names, DIR *d, struct vb_error *err)
{
	const struct dirent *e;
	int rc = VB_OK;

	while (rc == VB_OK && (e = readdir(d)))
		if (!is_passed_over(e->d_name))
			rc = push(names, e->d_name, err);
	if (names->n)
		qsort(names->at, names->n, sizeof(*names->at), by_name);
	return rc;
}

static int add_dir(struct walk *walk, const char *dir, int depth,
		   struct vb_error *err);

static int add_entry(struct walk *walk, const char *dir, const char *name,
		     int depth, struct vb_error *err)
{
	size_t n = strlen(dir), size = n + strlen(name) + 2;
	char *path = malloc(size);
	struct stat st;
	int rc = VB_OK;

	if (!path)
		return err_set(err, VB_NOMEM, "out of memory");
	snprintf(path, size, "%s%s%s", dir, n && dir[n - 1] == '/' ? "" : "/",
		 name);
	if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
		rc = add_dir(walk, path, depth + 1, err);
	else if (is_wanted(walk, name))
		rc = push(walk, path, err);
	free(path);
	return rc;
}

static int add_dir(struct walk *walk, const char *dir, int depth,
		   struct vb_error *err)
{
	struct walk names = {0};
	DIR *d;
	size_t i;
	int rc;

	if (depth > WALK_DEPTH_MAX) {
		err_file(err, dir);
		return err_set(err, VB_LIMIT, "folders nested more than %d",
			       WALK_DEPTH_MAX);
	}
	d = opendir(dir);
	if (!d) /* reading it as a document will tell why */
		return push(walk, dir, err);
	rc = list(&names, d, err);
	closedir(d);
	for (i = 0; rc == VB_OK && i < names.n; i++)
		rc = add_entry(walk, dir, names.at[i], depth, err);
	walk_release(&names);
	return rc;
}

int walk_add(struct walk *walk, const char *path, struct vb_error *err)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return add_dir(walk, path, 1, err);
	return push(walk, path, err);
}

void walk_release(struct walk *walk)
{
	size_t i;

	for (i = 0; i < walk->n; i++)
		free(walk->at[i]);
	vec_release(walk);
}
