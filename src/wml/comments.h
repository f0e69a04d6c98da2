/*
 * comments.h - Word comments put into a document (ECMA-376-1 17.13.4).
 *
 * The story is never written anew: it is scanned for the bytes where its
 * paragraphs begin and end, and the marks of the comments go in between.
 * Taking them out again gives the file that came in, but for a self-closed
 * paragraph, which needs an end tag to hold anything. Besides the story only
 * the comments part, its content type and its relationship change.
 *
 * Word has comments in the body alone. One for a text box stands at the
 * paragraph the box is anchored in; one for a header, footer or note, or for
 * a document as a whole, at the first paragraph, with the words that name its
 * place (vb_comment.elsewhere).
 *
 * A comment carries no date: the library has no clock, and equal inputs give
 * equal bytes. A story in UTF-16 is refused, its bytes would all change.
 *
 *	comments.c       the edits, the comments part, the package
 *	comments_scan.c  where in the story they go
 */
#ifndef WML_COMMENTS_H
#define WML_COMMENTS_H

#include "opc/opc.h"
#include "util/arena.h"
#include "util/vec.h"

#define COMMENTS_AUTHOR "vanban"

enum {
	/* As many as a document has findings (docs/vanban.1, LIMITS). */
	COMMENTS_MAX = 10000
};

/* A copy of the package with the comments in it. */
int comments_write(const struct opc *opc, const struct vb_comment *list,
		   size_t n, struct vb_blob *out, struct vb_error *err);

/* ---- between the two files ---------------------------------------------- */

/* Where a comment begins and ends: bytes of the story. */
struct comments_spot {
	size_t start, end;
	bool is_empty_tag;  /* both are the "/>" of <w:p/> */
	bool is_elsewhere;  /* not at the place that was asked for */
	const char *prefix; /* of WordprocessingML there, "" for none */
};

struct comments_ids {
	VEC(uint32_t);
};

struct comments_story {
	struct arena *arena;
	const char *xml;
	size_t size;
	const char *part;
	const struct vb_comment *list;
	size_t n;
	/* found: */
	struct comments_spot *spots; /* one a comment */
	struct comments_ids ids;     /* of comments that are referred to */
	bool is_strict;
};

/* VB_DOCUMENT when there is no paragraph, or the story is not UTF-8. */
int comments_scan(struct comments_story *story, struct vb_error *err);

/* The byte of the "<" of the tag that ends at or after `at`. */
size_t comments_tag(const char *xml, size_t at);
/* The prefix of a tag, "" for none; NULL out of memory. */
const char *comments_prefix(struct arena *arena, const char *xml, size_t tag);

#endif
