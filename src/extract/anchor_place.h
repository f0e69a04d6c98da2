/*
 * anchor_place.h - the paragraphs that blocks of the form may stand in, and the
 * choice among them.
 */
#ifndef EXTRACT_ANCHOR_PLACE_H
#define EXTRACT_ANCHOR_PLACE_H

#include "extract/anchor.h"

enum {
	PLACES_MAX = 6 /* kept of a block */
};

struct place {
	size_t para;
	double like;
	size_t lead; /* the token behind it, 0: by the block's own words */
	double sum;  /* of the best way that ends here */
	/* of the best ways to here and on from here, itself not counted, on
	 * which every block has a paragraph of its own */
	double to, rest;
	size_t block; /* before on that way, SIZE_MAX first */
	size_t place;
};

struct places {
	struct place at[PLACES_MAX];
	size_t n;
};

/* Chooses the place of every block: page->blocks, is_placed and on. */
void anchor_way(struct anchor_page *page, const struct anchor_text *text,
		struct places *places);

/* Places a line that was spread over several paragraphs at the first. */
void anchor_spread(struct anchor_page *page, const struct anchor_text *text,
		   const struct places *places);

struct topics; /* anchor_topic.h */

/* Places a block elsewhere than the way has it. */
static inline void anchor_move(struct block *block, size_t para, size_t lead,
			       double like, double margin)
{
	block->is_placed = true;
	block->is_beyond = block->is_written_twice = false;
	block->para = para;
	block->lead = lead;
	block->likeness = like;
	block->margin = margin;
}

/* Places questions that several parts ask in the same words below the titles
 * of their parts. */
void anchor_twins(struct anchor_page *page, const struct anchor_text *text,
		  const struct topics *topics, const struct places *places);

/* Takes away questions that are like lines of a later part. */
void anchor_strays(struct anchor_page *page, const struct topics *topics);

/* What is known of leads below a question that stands alone. */
struct own_leads {
	bool is_asked;		 /* the paragraph before is such a question */
	bool is_open;		 /* leads of its answer's own came below it */
	size_t para;		 /* ... the question */
	unsigned question, mark; /* what it, and they, are marked with */
};

/* False of a paragraph that changes nothing of that, whatever it is like. */
bool anchor_may_be_own(const struct own_leads *below,
		       const struct anchor_text *text, size_t para);
/* True of a paragraph that is such a lead; the paragraphs come in order.
 * `like` is the greatest likeness to a block, is_long that that asks for a long
 * answer. */
bool anchor_own_lead(struct own_leads *below, const struct anchor_text *text,
		     size_t para, double like, bool is_long);

/* Places a question that was found at a lead of its answer at the heading
 * above that is counted as those beside it. */
void anchor_ranks(struct anchor_page *page, const struct anchor_text *text,
		  const struct topics *topics);

/* The token at which the answer to a heading begins: behind its colon, or in
 * the paragraph below. */
size_t anchor_answer_behind(const struct anchor_text *text, size_t para);

/* Places the only question of a part at the title of the part. */
void anchor_only(struct anchor_page *page, const struct anchor_text *text,
		 const struct topics *topics);

/* Places lines of which few words are left between those around them. */
void anchor_gaps(struct anchor_page *page, const struct anchor_text *text);

#endif
