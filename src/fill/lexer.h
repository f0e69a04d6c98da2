/*
 * lexer.h - shared by the files that read text tags.
 *
 *	tags.c    the grammar: where tags stand in words, what they say
 *	runs.c    joining the words of a paragraph, cutting tags out of runs
 *	lexer.c   what a tag becomes
 *	plain.c   the same for parts that are no WordprocessingML
 */
#ifndef FILL_LEXER_H
#define FILL_LEXER_H

#include "fill/compile.h"

#include "text/span.h"

/* A w:t, or a break or tab in a run, and where it stands in the words. */
struct atom {
	xmlNode *t;
	size_t start, size;
	bool is_break;
	bool is_own; /* its text may be cut short in place */
};

struct tag {
	size_t start, end; /* with the braces */
	char sigil;	   /* # ^ / ! = > or 0; others are refused */
	bool is_else;	   /* {{^}} */
	bool is_open;	   /* a comment that goes on in another paragraph */
	struct text_span inner;	     /* the name, or the words of a comment */
	struct text_span filters;    /* behind the first '|', at NULL without */
	const struct filters *chain; /* what they say, NULL without */
	struct name name;
	const struct field *field;
	bool is_bad;
	bool is_block;	 /* a long text that takes its paragraph's place */
	bool is_columns; /* repeats cells, not rows */
	bool at_start;	 /* nothing but opening tags before it */
	bool at_end;	 /* nothing but closing tags behind it */
};

struct words {
	struct buf text;
	struct {
		VEC(struct atom);
	} atoms;
	struct {
		VEC(struct tag);
	} tags;
	bool has_objects; /* pictures, breaks of pages: not words only */
	bool only_tags;	  /* nothing but tags that print nothing */
	bool only_silent; /* nothing but comments and delimiters */
};

/* ---- tags.c ---- */

void tags_default(struct delims *delims);
/* Finds the tags in words->text, told of in faults at `at`; false out of
 * memory. Set delimiter tags change c->delims at once. */
bool tags_find(struct compiler *c, struct words *words, const xmlNode *at);
/* Reads the name and the field of a tag; false, and a fault, when it is to be
 * left out. */
bool tags_check(struct compiler *c, struct tag *tag, const xmlNode *at);

/* ---- runs.c  ---- */

/* Joins the words of a paragraph, without those of text boxes in it. */
bool runs_join(struct words *words, xmlNode *p);
/* Cuts a tag out of the runs and gives an empty w:t, first in its run, to put
 * something before; runs_remove() takes it away. Tags are cut from the right,
 * so that what is left of them stays in place. NULL out of memory. */
xmlNode *runs_cut(struct words *words, const struct tag *tag);
/* Takes a w:t away, with its run when that holds nothing else. */
void runs_remove(xmlNode *t);
void runs_release(struct words *words);

/* ---- lexer.c ---- */

/* A token of a section's tag; two for {{^}}. The tags of one stretch of words
 * come from the right. */
int lexer_bound(struct compiler *c, const struct words *words,
		const struct tag *tag, xmlNode *before, xmlNode *p);
/* Puts the tokens from `from` on in the order of the page. */
void lexer_reverse(struct compiler *c, size_t from);

#endif
