/*
 * numbering.h - the numbers and letters that Word counts for list paragraphs
 * (the numbering part; ECMA-376-1 17.9).
 *
 * `struct wml_numbering` is what the part says and never changes;
 * `struct wml_counters` counts through one story. Word counts by abstract
 * list: two w:num of one w:abstractNum go on with each other, unless
 * w:startOverride says otherwise at the first use.
 */
#ifndef WML_NUMBERING_H
#define WML_NUMBERING_H

#include "vanban.h"

enum {
	WML_LEVELS = 9,
	WML_LABEL_MAX = 256 /* bytes of one label; Word's field takes 255 */
};

struct wml_label {
	const char *text; /* until the next call; "" for w:numFmt "none" */
	size_t size;
	long value;  /* the count of its level */
	char suffix; /* w:suff: '\t', ' ' or '\0' */
	bool is_bullet;
	bool is_nomem; /* the text is cut short for want of memory */
};

struct wml_numbering;
struct wml_counters;

int wml_numbering_read(struct wml_numbering **out, const void *xml, size_t size,
		       struct vb_error *err);
void wml_numbering_free(struct wml_numbering *numbering);
/* The level of a list that a paragraph style is tied to, -1 for none. */
int wml_numbering_level(const struct wml_numbering *numbering, int num_id,
			const char *style);

/* `numbering` must outlive it. NULL out of memory. */
struct wml_counters *wml_counters_new(const struct wml_numbering *numbering);
void wml_counters_free(struct wml_counters *counters);
/* Counts one paragraph and says what stands before it. False when the list
 * is not there. */
bool wml_counters_next(struct wml_counters *counters, int num_id, int level,
		       struct wml_label *label);

/* What a style of the part needs to be asked for: the list of a numbering
 * style by name (w:numStyleLink). */
struct wml_styles;
void wml_numbering_link(struct wml_numbering *numbering,
			const struct wml_styles *styles);

#endif
