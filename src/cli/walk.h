/*
 * walk.h - the documents a list of files and folders means.
 *
 * A file is taken as it is named. A folder stands for every *.docx below it
 * (letters of either case), sorted by name; hidden files, the owner files of
 * Word ("~$name.docx") and links to folders are passed over. Other files than
 * documents are asked for by their suffix.
 */
#ifndef CLI_WALK_H
#define CLI_WALK_H

#include "util/vec.h"
#include "vanban.h"

enum {
	WALK_DEPTH_MAX = 32 /* folders in folders; an office's share has 6 */
};

struct walk {
	VEC(char *);
	const char *suffix; /* of files in folders; NULL: documents */
};

int walk_add(struct walk *walk, const char *path, struct vb_error *err);
void walk_release(struct walk *walk);

#endif
