/*
 * said_tell.h - saying what a form says of a blank: shared by said_form.c,
 * said_tell.c and facet_form.c.
 */
#ifndef EXTRACT_SAID_TELL_H
#define EXTRACT_SAID_TELL_H

#include "extract/said.h"

struct teller {
	struct said_form *form;
	const struct vb_form *from;
	const struct level_names *levels;
	struct said_words seen; /* texts, by their address */
	struct tokens tokens;	/* of the text in hand */
	struct said_keys keys;	/* of the telling in hand */
	size_t blank;		/* the one in hand, + 1 */
	bool is_outer;		/* it is of titles */
	int level;		/* named in it, -1 none, SAID_SEVERAL */
	struct vb_error *err;
};

/* These give false out of memory. */

/* Adds the words of a text to the telling in hand. */
bool tell_say(struct teller *t, const char *text);
/* The words below `top` that stand before `end`, NULL: all. Of a line of
 * several blanks those before the first, which lead in all of it, and those
 * behind the last before `end`. */
bool tell_say_below(struct teller *t, const struct node *top,
		    const struct node *end);
/* The words of the row of a cell, of the heads over it, and in it before the
 * blank. */
bool tell_say_cells(struct teller *t, const struct node *cell,
		    const struct node *blank);
/* What was said becomes a telling. */
bool tell_done(struct teller *t, struct said_telling *telling);

/* A blank stands in it. */
bool tell_has_field(const struct node *top);
/* "1", "2.1", "a)": the number of a row. */
bool tell_is_row_number(const struct node *cell);
/* The column, from 1 on, of a cell in its table. */
unsigned tell_column_of(const struct node *table, const struct node *cell);
/* The first head over a column, or the one below `last`; NULL behind them. */
const struct node *tell_head_over(const struct node *table, unsigned column,
				  const struct node *last);

/* The node of a kind that another stands in, NULL for none. */
const struct node *tell_around(const struct node *node, enum node_kind kind);

#endif
