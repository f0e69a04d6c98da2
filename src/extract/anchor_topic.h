/*
 * anchor_topic.h - what a block asks for, in other words than its own: the
 * words that a heading, a "Words:" before an answer, or the first cell of a
 * row has in common with a title, its first clause, and the field's label.
 */
#ifndef EXTRACT_ANCHOR_TOPIC_H
#define EXTRACT_ANCHOR_TOPIC_H

#include "extract/anchor.h"

enum {
	TOPIC_WORDS_MAX = 24, /* of a lead */
	TERMS_MAX = 3 * TOPIC_WORDS_MAX
};

/* A word, two that follow one another, or a phrase with those that mean the
 * same. */
struct term {
	uint64_t hash;
	double base;   /* how much it tells, by itself */
	uint64_t last; /* the second word of a pair, 0 */
};

struct terms {
	struct term at[TERMS_MAX];
	size_t n;
};

/* ---- anchor_alike.c ------------------------------------------------------ */

enum {
	PHRASE_BITS = 2048
};

/* Phrases of office language that mean the same. */
struct phrases {
	struct {
		VEC(struct phrase);
	} all;
	/* a bit for the hash of each phrase's first word */
	uint64_t begins[PHRASE_BITS / 64];
};

bool phrases_read(struct phrases *phrases);
void phrases_release(struct phrases *phrases);

/* The terms of words: those that say nothing left out, each once. */
void terms_of(struct terms *terms, const struct phrases *phrases,
	      const struct token *words, size_t n);

/* ---- anchor_topic.c ------------------------------------------------------ */

/* How words stand in what asks: a block, or a field. */
enum {
	IN_CLAUSE = 1, /* the first of the title or line */
	IN_LABEL = 2,
	IN_REST = 4,
	IN_HINT = 8,
	IN_PARENT = 16, /* the title above one of its lines */
	IN_ABOVE = 32,	/* the title above a title that stands alone below it */
	IN_NAME = IN_CLAUSE | IN_LABEL | IN_REST
};

/* A term of a block. */
struct topic_use {
	uint64_t hash;
	uint32_t block;
	unsigned where;
	double base;
};

struct topic {
	enum field_type type; /* of its first blank */
	/* the terms, and the two words, that begin its clause and label */
	uint64_t first[2], words[2][2];
	double clause, label; /* worth of all their terms */
	/* of all its words; the next block, + 1, that has the same ones and
	 * asks for a long answer too: a ring, 0 for none */
	uint64_t all;
	size_t twin;
	/* of the lead in hand */
	bool is_touched, is_begun, is_told, is_named;
	double sum, in_clause, in_label, like;
	/* of the words around it: 0..1 */
	double near;
};

struct topics {
	const struct anchor_page *page;
	struct phrases phrases;
	struct {
		VEC(struct topic_use);
	} uses;
	struct topic *blocks;
	struct tokens words;
	size_t *touched; /* blocks that the last lead is like */
	size_t n_touched;
	/* the paragraphs around the last lead, each + 1; blocks near to them */
	size_t around[2], *near, n_near;
	bool is_shared; /* the uses and phrases are another's */
	bool is_lent;	/* the phrases alone are */
};

/* The blocks of a page; or n others, by the names they are given between
 * begin and end, with the phrases of `from`, which must outlive them, or their
 * own where it is NULL. */
bool topics_read(struct topics *topics, const struct anchor_page *page);
/* The same, shared with those of the form's page where this page is that one:
 * a document may have tables as lines. `from` must outlive them. */
bool topics_share(struct topics *topics, const struct topics *from,
		  const struct anchor_page *page);
bool topics_begin(struct topics *topics, size_t n, const struct topics *from);
bool topics_name(struct topics *topics, size_t block, const char *text,
		 unsigned where);
void topics_end(struct topics *topics);
void topics_release(struct topics *topics);

/* The token behind the lead of a paragraph, SIZE_MAX when it has none;
 * topics->touched are the blocks it may stand for. */
size_t topics_look(struct topics *topics, const struct anchor_text *text,
		   size_t para);
/* The same for n words as a lead, TOPIC_WORDS_MAX of them at most, whatever
 * stands behind them. */
void topics_hear(struct topics *topics, const struct token *words, size_t n);
/* The uses of a term: [*from, *to). */
void topics_uses(const struct topics *topics, uint64_t hash, size_t *from,
		 size_t *to);
/* A term tells the less the more blocks have it in their names. */
double topics_worth(const struct topics *topics, double base, size_t from,
		    size_t to);
/* False when the block asks for words, and the cells beside the paragraph have
 * none. */
bool topics_has_room(const struct topics *t, const struct anchor_text *text,
		     size_t block, size_t para);
/* The block is all that stands below its title. */
bool topics_is_only(const struct block *block);
bool topics_is_long(const struct topics *t, size_t block);
/* ---- anchor_up.c -------------------------------------------------------- */

/* The mark of a long answer from below its question on. */
void anchor_climb(struct anchorer *a, const struct field *field,
		  const struct block *block, struct wml_mark *mark);

/* ---- anchor_tail.c ------------------------------------------------------- */

/* Ends a long answer before what answers other questions, by the tables that
 * do. */
void anchor_leave_tail(const struct anchorer *a, struct wml_mark *mark,
		       const bool *tables);

/* ---- anchor_around.c ----------------------------------------------------- */

/* What stands around a lead speaks for blocks below titles like it. */
void topics_look_around(struct topics *topics, const struct anchor_text *text,
			size_t para);

/* How much less a paragraph is a block's that is written more than once in the
 * form, by what stands around it: 1, or less. */
double topics_twin(struct topics *topics, const struct anchor_text *text,
		   size_t para, size_t block);

/* 0..1 */
double topics_like(const struct topics *topics, size_t block);

#endif
