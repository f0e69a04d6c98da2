/*
 * report.h - the report part of a filled document (wml/marks.h): the words
 * that were shown, by number, and the answers that were filled.
 */
#ifndef EXTRACT_REPORT_H
#define EXTRACT_REPORT_H

#include "form/answers.h"
#include "util/arena.h"
#include "util/buf.h"
#include "util/vec.h"

enum {
	REPORT_SHOWN_MAX = ANSWERS_ITEMS_MAX
};

struct shown {
	const char *id, *level; /* "" when absent */
	unsigned row;
	const char *words;
	size_t size;
	/* Of a place whose words a filter made: as filled, else NULL; and the
	 * filter, when words changed there are not the value ("" else). */
	const char *filled, *filter;
};

struct shown_list {
	VEC(struct shown);
};

struct report {
	struct arena arena;
	const char *part;
	const char *form, *version, *unit;
	struct shown_list shown; /* f[N] is shown.at[N - 1] */
	struct shown_list names; /* of f[N], where f lost its attributes */
	/* Those of `shown` that were filtered, by id, level and row. */
	struct {
		VEC(const struct shown *);
	} filtered;
	struct buf answers; /* the XML of <answers>, empty when absent */
};

/*
 * Reads a part when its root is ours; `*out` stays NULL for any other XML.
 * A part that breaks off later is an error.
 */
int report_read(struct report **out, const void *xml, size_t size,
		const char *part, struct vb_error *err);
void report_free(struct report *report);

#endif
