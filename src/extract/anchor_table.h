/*
 * anchor_table.h - tables without marks: the table of the form and the one of
 * the document in hand.
 *
 *	anchor_grid     the form's table on its grid
 *	anchor_table    which table is which; cells taken
 *	anchor_rows     which row is which
 *	anchor_total    which of them are sums
 *	anchor_columns  which column is which
 *	anchor_heads    whether heads still stand over their columns
 */
#ifndef EXTRACT_ANCHOR_TABLE_H
#define EXTRACT_ANCHOR_TABLE_H

#include "extract/anchor.h"

enum {
	ROWS_MAX = 20000, /* of a table of the document that is searched */
	FORM_ROWS_MAX = 500,
	PAIRS_MAX = 4000000 /* of rows compared; bounds memory and time */
};

/* A row of a table of the document: its paragraphs. */
struct drow {
	size_t first, end;
};

struct dtable {
	unsigned number; /* para.table */
	size_t first, end;
	bool is_taken;
};

/* A cell of the form on its grid. */
struct fcell {
	const struct node *node;
	unsigned row, column, colspan;
	size_t item, n_items; /* in page.items */
};

struct ftable {
	struct {
		VEC(struct fcell);
	} cells;
	unsigned n_rows, n_header; /* rows of heads come first */
	unsigned n_columns;
	size_t item, end; /* its words, in page.items */
	bool is_read;	  /* it was found, and something in it */
	const struct field *group[FORM_ROWS_MAX]; /* the repeat of a row */
	/* the row above whose words speak for this one, + 1: it has no blank */
	unsigned head[FORM_ROWS_MAX];
};

/* How like the heads of the form's columns are to those of the document. */
struct likes {
	double at[COLUMNS_MAX + 1][COLUMNS_MAX + 1];
	unsigned n;
};

struct tabler {
	struct anchorer *a;
	struct {
		VEC(struct dtable);
	} tables;
	struct {
		VEC(struct ftable);
	} forms;
	struct {
		VEC(struct drow);
	} rows; /* of the table in hand */
	struct {
		VEC(struct block);
	} lines; /* of the form's table in hand, when there is no such table */
	size_t n_header;	      /* of these, rows of heads */
	size_t row_of[FORM_ROWS_MAX]; /* document's row + 1 of a form's */
	double row_sure[FORM_ROWS_MAX];
	struct likes likes;
	bool holds_blank[COLUMNS_MAX + 1];   /* a column of the form */
	unsigned column_of[COLUMNS_MAX + 1]; /* document's column, 0 none */
	unsigned notes; /* the document's column of notes that the form has
			 * not, 0 none */
	double sure;
	bool is_second; /* look: tables of which parts are left */
};

/* Words of form cells, and how many of them stand elsewhere. */
struct share {
	size_t n, found;
};

bool anchor_has_word(const struct tokens *tokens, size_t from, size_t to,
		     const struct token *word);
void anchor_share_cell(struct share *share, const struct tabler *t,
		       const struct fcell *cell, size_t from, size_t to);
double anchor_share_of(const struct share *share);

int anchor_grid_read(struct tabler *t, struct ftable *f,
		     const struct node *node);
/* The lines of its cells that have a blank, to t->lines. */
int anchor_grid_lines(struct tabler *t, const struct ftable *f);

/* t->row_of, t->n_header */
int anchor_match_rows(struct tabler *t, const struct ftable *f);
/* The form says of a row that it is the sum of others; a row of the document
 * says no more than that. */
bool anchor_is_total(const struct tabler *t, const struct ftable *f,
		     size_t row);
bool anchor_says_total(const struct tabler *t, const struct drow *d);
/* True when the heads of the document's table, which has so many columns, name
 * other columns than theirs. */
bool anchor_heads_slipped(const struct tabler *t, const struct ftable *f,
			  unsigned n_columns);
/* t->column_of, t->notes */
void anchor_match_columns(struct tabler *t, const struct ftable *f);

/* ---- anchor_verdict.c ---------------------------------------------------- */

/* t->column_of of what asks for a choice, by what stands in the cells. */
int anchor_find_verdicts(struct tabler *t, const struct ftable *f);

#endif
