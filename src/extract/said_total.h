/*
 * said_total.h - the numbers of figures, and what several add up to.
 */
#ifndef EXTRACT_SAID_TOTAL_H
#define EXTRACT_SAID_TOTAL_H

#include "extract/said.h"

enum {
	SAID_TELLING_SIZE = 2 /* digits of a sum: 1 + 0 = 1 tells nothing */
};

/* The number of a figure, canonical (text/number.h); false when it is none. */
bool said_number_read(struct buf *out, const struct said_page *page,
		      const struct anchorer *a, size_t figure);

/* Begins empty but for the first two. */
struct said_total {
	const struct said_page *page;
	const struct anchorer *a;
	struct buf sum, one;
	bool is_lost; /* memory ran out */
};

void said_total_begin(struct said_total *t);
/* False when the figure is no number, and adds nothing. */
bool said_total_add(struct said_total *t, size_t figure);
/* The figure is what the others add up to. */
bool said_total_is(struct said_total *t, size_t figure);
void said_total_release(struct said_total *t);

#endif
