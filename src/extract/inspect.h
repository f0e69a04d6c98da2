/*
 * inspect.h - what `vb_inspect` found in a document: shared by
 *
 *	inspect.c        the public call; collects the items
 *	inspect_check.c  judges them against a form
 *	inspect_write.c  prints them, as text or JSON
 */
#ifndef EXTRACT_INSPECT_H
#define EXTRACT_INSPECT_H

#include "extract/source.h"
#include "form/form.h"

enum {
	INSPECT_TAG_MAX = 200,	/* bytes of a text tag between the braces */
	INSPECT_WORDS_MAX = 60, /* bytes of words shown */
	/* the marks of 140,000 values: a control and a bookmark each */
	INSPECT_ITEMS_MAX = 300000
};

enum item_kind {
	ITEM_CONTROL,
	ITEM_BOOKMARK,
	ITEM_REPEAT, /* w15:repeatingSection */
	ITEM_TAG     /* {{...}} */
};

struct item {
	enum item_kind kind;
	const char *name;  /* w:tag, bookmark, or what stands in {{}} */
	const char *alias; /* "" */
	const char *words;
	enum wml_mark_scope scope; /* of a control or repeat */
	unsigned binding;	   /* N of f[N], 0 without */
	bool is_placeholder;
	struct vb_place place;
};

struct inspection {
	struct arena arena;
	const struct source *source;
	struct {
		VEC(struct item);
	} items;
};

/* Reports to `sink` what is missing, unknown or of the wrong shape. */
int inspect_check(const struct inspection *in, const struct vb_form *form,
		  const struct vb_sink *sink, struct vb_error *err);

int inspect_text(const struct inspection *in, struct vb_blob *out,
		 struct vb_error *err);
int inspect_json(const struct inspection *in, struct vb_blob *out,
		 struct vb_error *err);

#endif
