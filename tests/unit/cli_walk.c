/* cli_walk.c - which documents files and folders stand for. */
#include "cli/walk.h"

#include "tap.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void touch(const char *path)
{
	FILE *f = fopen(path, "w");

	if (f)
		fclose(f);
}

static void is_walk(const struct walk *walk, const char *want, const char *what)
{
	char got[1024] = "";
	size_t i;

	for (i = 0; i < walk->n; i++) {
		size_t n = strlen(got);

		snprintf(got + n, sizeof(got) - n, "%s\n", walk->at[i]);
	}
	is_str(got, want, what);
}

int main(void)
{
	static const char *const files[] = {
		"b.docx",     "a.docx",		 "C.DOCX",	    "notes.txt",
		"~$a.docx",   ".~lock.a.docx#",	 ".hidden.docx",    "docx",
		"sub/z.docx", "sub/deep/y.docx", "sub/.git/x.docx",
	};
	struct walk walk = {0};
	struct vb_error err = {0};
	char dir[] = "/tmp/vanban-walk-XXXXXX";
	size_t i;

	if (!mkdtemp(dir) || chdir(dir) != 0)
		return 1;
	mkdir("sub", 0777);
	mkdir("sub/deep", 0777);
	mkdir("sub/.git", 0777);
	mkdir("empty", 0777);
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		touch(files[i]);
	ok(symlink(".", "sub/again") == 0, "a link to a folder");

	is_int(walk_add(&walk, "none.doc", &err), VB_OK, "any file by name");
	is_int(walk_add(&walk, "empty", &err), VB_OK, "an empty folder");
	is_int(walk_add(&walk, ".", &err), VB_OK, "a folder");
	is_walk(&walk,
		"none.doc\n./C.DOCX\n./a.docx\n./b.docx\n./sub/deep/y.docx\n"
		"./sub/z.docx\n",
		"sorted, without hidden files, owner files and links");
	walk_release(&walk);

	is_int(walk_add(&walk, "sub/", &err), VB_OK, "a slash at the end");
	is_walk(&walk, "sub/deep/y.docx\nsub/z.docx\n", "is not doubled");
	walk_release(&walk);

	if (system("d=d; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 "
		   "18 19 20 21 22 23 24 25 26 27 28 29 30 31 32; do "
		   "d=$d/d; done; mkdir -p $d; : >$d/x.docx") != 0)
		return 1;
	is_int(walk_add(&walk, "d/d", &err), VB_OK, "32 folders deep");
	is_int((long)walk.n, 1, "found");
	walk_release(&walk);
	is_int(walk_add(&walk, "d", &err), VB_LIMIT, "33 are one too many");
	walk_release(&walk);

	if (chdir("/") == 0) {
		char rm[64];

		snprintf(rm, sizeof(rm), "rm -rf '%s'", dir);
		ok(system(rm) == 0, "cleaned up");
	}
	return done_testing();
}
