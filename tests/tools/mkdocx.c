/*
 * mkdocx.c - a folder of XML parts to a package, and a package looked into.
 *
 * mkdocx DIR OUT.docx      zips DIR: [Content_Types].xml, _rels/.rels, then
 *                          the other files by name; equal folders give equal
 *                          files
 * mkdocx -x FILE PART      writes a part to standard output
 * mkdocx -l FILE           lists entries: name, method, sizes, CRC and a sum
 *                          of the compressed bytes, to prove raw copies
 *
 * The bytes of a part stay as they are. Indentation between elements is of
 * no meaning in WordprocessingML; text at the edge of a w:t counts only with
 * xml:space="preserve", so fixtures must carry it there.
 */
#include "opc/package.h"
#include "util/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
	DEPTH_MAX = 16
};

struct files {
	VEC(struct opc_item);
};

static void complain(const struct vb_error *err)
{
	fprintf(stderr, "mkdocx: %s%s%s%s%s\n", err->file,
		err->file[0] ? ": " : "", err->part, err->part[0] ? ": " : "",
		err->text);
}

static char *join(const char *a, const char *b)
{
	size_t size = strlen(a) + strlen(b) + 2;
	char *path = malloc(size);

	if (path)
		snprintf(path, size, "%s%s%s", a, *a ? "/" : "", b);
	return path;
}

static int add_file(struct files *files, const char *path, char *name)
{
	struct opc_item *item = vec_push(files);
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {VB_OK, "", "", "", ""};

	if (!item || file_read(&blob, path, &err) != VB_OK) {
		complain(&err);
		free(name);
		return 1;
	}
	item->name = name;
	item->data = blob.data;
	item->size = blob.size;
	return 0;
}

static int add_folder(struct files *files, const char *top, const char *name,
		      int depth)
{
	char *folder = join(top, name);
	DIR *dir = folder ? opendir(folder) : NULL;
	struct dirent *entry;
	int rc = 0;

	if (!dir || depth > DEPTH_MAX) {
		fprintf(stderr, "mkdocx: cannot list '%s'\n", folder);
		rc = 1;
	}
	while (rc == 0 && (entry = readdir(dir))) {
		struct stat st;
		char *inner, *path;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		inner = join(name, entry->d_name);
		path = inner ? join(top, inner) : NULL;
		if (!path || stat(path, &st) != 0) {
			rc = 1;
			free(inner);
		} else if (S_ISDIR(st.st_mode)) {
			rc = add_folder(files, top, inner, depth + 1);
			free(inner);
		} else {
			rc = add_file(files, path, inner);
		}
		free(path);
	}
	if (dir)
		closedir(dir);
	free(folder);
	return rc;
}

static int rank(const char *name)
{
	if (strcmp(name, OPC_TYPES_NAME) == 0)
		return 0;
	return strcmp(name, "_rels/.rels") == 0 ? 1 : 2;
}

static int compare_items(const void *a, const void *b)
{
	const struct opc_item *left = a, *right = b;
	int order = rank(left->name) - rank(right->name);

	return order ? order : strcmp(left->name, right->name);
}

static int make(const char *dir, const char *out)
{
	struct files files = {NULL, 0, 0};
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {VB_OK, "", "", "", ""};
	int rc = add_folder(&files, dir, "", 0);
	size_t i;

	if (rc == 0 && files.n == 0) {
		fprintf(stderr, "mkdocx: nothing in '%s'\n", dir);
		rc = 1;
	}
	if (rc == 0) {
		qsort(files.at, files.n, sizeof(*files.at), compare_items);
		if (opc_build(&blob, files.at, files.n, &err) != VB_OK ||
		    file_write(out, blob.data, blob.size, &err) != VB_OK) {
			complain(&err);
			rc = 1;
		}
	}
	for (i = 0; i < files.n; i++) {
		free((char *)files.at[i].name);
		free((void *)files.at[i].data);
	}
	vec_release(&files);
	vb_blob_release(&blob);
	return rc;
}

static int print_part(const struct opc *opc, const char *name)
{
	const struct opc_part *part = opc_find(opc, name);
	struct vb_blob blob = {NULL, 0};
	struct vb_error err = {VB_OK, "", "", "", ""};
	bool written;

	if (!part) {
		fprintf(stderr, "mkdocx: no part '%s'\n", name);
		return 1;
	}
	if (opc_read(opc, part, &blob, &err) != VB_OK) {
		complain(&err);
		return 1;
	}
	written = fwrite(blob.data, 1, blob.size, stdout) == blob.size &&
		  fflush(stdout) == 0;
	vb_blob_release(&blob);
	return !written;
}

/* FNV-1a: enough to tell that compressed bytes are the same. */
static uint64_t sum_of(const struct opc_raw *raw)
{
	uint64_t sum = 14695981039346656037u;
	size_t i;

	for (i = 0; i < raw->packed; i++)
		sum = (sum ^ raw->data[i]) * 1099511628211u;
	return sum;
}

static int list(const struct opc *opc)
{
	size_t i;

	for (i = 0; i < opc->n; i++) {
		const struct opc_raw *raw = &opc->raws[i];

		printf("%s %s %llu %zu %08x %016llx\n", raw->name,
		       raw->method == OPC_STORED ? "stored" : "deflated",
		       (unsigned long long)raw->size, raw->packed,
		       (unsigned)raw->crc, (unsigned long long)sum_of(raw));
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct opc *opc = NULL;
	struct vb_error err = {VB_OK, "", "", "", ""};
	bool lists = argc == 3 && strcmp(argv[1], "-l") == 0;
	bool prints = argc == 4 && strcmp(argv[1], "-x") == 0;
	int rc;

	if (argc == 3 && argv[1][0] != '-')
		return make(argv[1], argv[2]);
	if (!lists && !prints) {
		fputs("usage: mkdocx DIR OUT.docx | -x FILE PART | -l FILE\n",
		      stderr);
		return 2;
	}
	if (opc_open(&opc, argv[2], &err) != VB_OK) {
		complain(&err);
		return 1;
	}
	rc = lists ? list(opc) : print_part(opc, argv[3]);
	opc_free(opc);
	return rc;
}
