/*
 * draft.h - a form being drafted: what the outline document seems to ask for.
 *
 *	page.c      the document as paragraphs and tables
 *	head.c      letterhead, annex, heading, addressees, signature,
 *recipients outline.c   headings and lines to a tree of sections line.c the
 *words of a line, and the blanks among them table.c     tables names.c     ids
 *	write.c     the tree as XML
 *
 * Everything hangs off one arena. What is a guess that may be wrong gets a
 * comment, which stands before its element in the XML.
 */
#ifndef DRAFT_DRAFT_H
#define DRAFT_DRAFT_H

#include "draft/page.h"
#include "draft/patterns.h"
#include "util/buf.h"

struct draft_field {
	enum field_type type;
	const char *id;
	const char *words; /* what it is called after; "" the section's title */
	const char *unit, *label; /* or NULL */
	const char *options;	  /* choice: "đạt/không đạt" */
	bool by_level;
	bool is_paired; /* a rate of the count before it in the line */
};

enum draft_item_kind {
	ITEM_WORDS,
	ITEM_FIELD,
	ITEM_BREAKDOWN,
	ITEM_HINT
};

struct draft_item {
	struct draft_item *next;
	enum draft_item_kind kind;
	struct text_span words;
	struct draft_field *field;
};

enum draft_kind {
	DRAFT_BODY,
	DRAFT_SECTION,
	DRAFT_LINE,
	DRAFT_HINT,
	DRAFT_FIELD, /* a block: items holds the field */
	DRAFT_TABLE,
	DRAFT_HEADER,
	DRAFT_REPEAT, /* of rows */
	DRAFT_ROW,
	DRAFT_CELL
};

struct draft_node {
	enum draft_kind kind;
	struct draft_node *parent, *first, *last, *next;
	const char *title; /* SECTION */
	enum node_mark mark;
	unsigned level;	  /* SECTION: of its heading style, 0 none */
	unsigned ordinal; /* SECTION: among its siblings of the mark */
	bool is_plain;
	bool is_annex; /* SECTION: its title may go on in the next paragraph */
	struct draft_item *items, *last_item; /* LINE, HINT, FIELD, CELL */
	struct draft_field *field;	      /* REPEAT */
	unsigned blank_rows;		      /* REPEAT */
	const char *comment;		      /* or NULL */
	const struct page_table *table;	      /* TABLE */
	unsigned colspan, rowspan;	      /* CELL */
	bool is_bold, is_centered;	      /* CELL, LINE */
};

enum {
	HEAD_LIST_MAX = 64 /* addressees, recipients: a letter has ten */
};

struct draft_list {
	const char *at[HEAD_LIST_MAX];
	size_t n;
};

/* What stands around the body. NULL: not found. */
struct draft_head {
	bool has_letterhead, has_signature, has_recipients;
	const char *superior, *issuer, *number, *place, *subject;
	const char *annex_name, *annex_title, *annex_note;
	const char *name, *name_subject, *name_note;
	struct draft_list addressees, recipients;
	const char *archive, *authority, *position, *sign_note, *signer;
	/* what the next paragraph may go on with */
	bool in_addressees, in_subject, in_recipients, in_signature;
};

struct draft {
	struct arena arena;
	struct page page;
	struct draft_patterns *patterns;
	const char *form_id;
	struct draft_head head;
	struct draft_node *body;
	bool in_body, has_levels;
	unsigned n_fields, n_comments;
	struct vb_error *err;
};

/* NULL out of memory, which the arena remembers. */
struct draft_node *draft_add(struct draft *d, struct draft_node *parent,
			     enum draft_kind kind);
struct draft_field *draft_field(struct draft *d, enum field_type type,
				struct text_span words);
void draft_item(struct draft *d, struct draft_node *node,
		enum draft_item_kind kind, struct text_span words,
		struct draft_field *field);
void draft_comment(struct draft *d, struct draft_node *node, const char *text);
/* A node has a field, itself or below. */
bool draft_asks(const struct draft_node *node);
/* The last field of its items, NULL without. */
struct draft_field *draft_last_field(const struct draft_node *node);

/* ---- head.c: true when the block belongs to head or foot of the page --------
 */
bool head_takes(struct draft *d, const struct page_block *block);
bool foot_takes(struct draft *d, const struct page_block *block);

/* ---- line.c ------------------------------------------------------------ */
/* Adds the words of a paragraph from byte `from` on, and their blanks. */
void line_read(struct draft *d, struct draft_node *node,
	       const struct page_para *para, size_t from);
/* A blank to answer at the end of a node whose outline shows none. */
void line_ask(struct draft *d, struct draft_node *node, enum field_type type,
	      const char *comment);

/* ---- outline.c --------------------------------------------------------- */
/* The mark typed before the words and where they begin; MARK_NONE and 0. */
enum node_mark outline_mark(const struct draft *d, const struct page_para *para,
			    size_t *from, unsigned *parts);
void outline_read(struct draft *d);

/* ---- table.c ----------------------------------------------------------- */
void table_read(struct draft *d, struct draft_node *section,
		const struct page_table *table);

/* ---- names.c ----------------------------------------------------------- */
int names_give(struct draft *d);

/* ---- write.c
 * ----------------------------------------------------------------------------
 */
int write_form(const struct draft *d, struct vb_blob *out);

#endif
