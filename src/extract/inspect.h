/*
 * inspect.h - what `vb_inspect` found in a document: shared by
 *
 *	inspect.c        the public call; collects the items
 *	inspect_check.c  judges them against a form
 *	inspect_ids.c    what must be there only once
 *	inspect_shape.c  what Word would call damaged, form or not
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
	INSPECT_ITEMS_MAX = 300000,
	/* twice the paragraphs of the longest part there can be in Word's own
	 * hand, about 100 bytes each */
	INSPECT_IDS_MAX = 5000000,
	INSPECT_FAULTS_MAX = 1000 /* told of the package and its structure */
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

enum inspect_what {
	INSPECT_CONTROL,
	INSPECT_BOOKMARK,
	INSPECT_NAME, /* of a bookmark */
	INSPECT_COMMENT,
	INSPECT_FOOTNOTE,
	INSPECT_ENDNOTE,
	INSPECT_DRAWING,
	INSPECT_PARAGRAPH
};

struct inspect_id {
	enum inspect_what what;
	const char *value;
	const struct opc_part *part;
	size_t paragraph;
};

struct inspect_ids;

struct inspect_teller {
	int (*tell)(void *user, const struct inspect_id *id,
		    const char *message, struct vb_error *err);
	void *user;
};

int inspect_ids_new(struct inspect_ids **out, struct vb_error *err);
void inspect_ids_free(struct inspect_ids *ids);
/* `id` is copied, its value borrowed. */
int inspect_ids_add(struct inspect_ids *ids, const struct inspect_id *id,
		    struct vb_error *err);
/* Once for each id that is there twice; `message` NULL: out of memory. */
int inspect_ids_tell(struct inspect_ids *ids,
		     const struct inspect_teller *teller, struct vb_error *err);

/* Reports to `sink` what is broken whatever the form. */
int inspect_shape(const struct inspection *in, const struct vb_sink *sink,
		  struct vb_error *err);

int inspect_text(const struct inspection *in, struct vb_blob *out,
		 struct vb_error *err);
int inspect_json(const struct inspection *in, struct vb_blob *out,
		 struct vb_error *err);

#endif
