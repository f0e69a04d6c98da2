/*
 * said_sure.h - how sure a settled figure is.
 */
#ifndef EXTRACT_SAID_SURE_H
#define EXTRACT_SAID_SURE_H

#include "extract/said.h"

/* Of a table, a paragraph: its figures, and those of them that are clearly a
 * blank's. */
struct said_tally {
	size_t figures, clear;
};

/* A page whose figures are settled; begins with the first three. */
struct said_finder {
	struct anchorer *a;
	const struct said_form *form;
	struct said_page page;
	struct said_matches matches;
	struct said_tally *tallies; /* by paragraph, then by table */
};

/* One is the rate of the other, as blanks and as figures. */
bool said_are_count_and_rate(const struct said_finder *f,
			     const struct said_match *count,
			     const struct said_match *rate);
/* A figure beside it was settled as another blank of its section, and nothing
 * else there is like either. */
bool said_is_of_section(const struct said_finder *f,
			const struct said_match *match);
/* Counts what stands together; to be freed. */
int said_tallies_count(struct said_finder *f);
/* Measured on pages of many hands: what share of such figures was right
 * (docs/design.md). */
double said_sure_of(const struct said_finder *f,
		    const struct said_match *match);

#endif
