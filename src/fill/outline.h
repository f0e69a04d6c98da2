/*
 * outline.h - making the Word template of a form: what the files outline*.c
 * share.
 *
 *	outline.c        the page top to bottom, and its sections
 *	outline_run.c    paragraphs, runs, blanks and their marks
 *	outline_head.c   letterhead, heading, annex, Kinh gui
 *	outline_foot.c   signature and Noi nhan
 *	outline_note.c   links and footnotes
 *	outline_list.c   numbering: sections, lines, their Vietnamese letters
 *	outline_table.c  tables
 *	outline_pack.c   the other parts, and the package
 *
 * Everything is appended to sticky buffers; they are checked once, when the
 * package is made. Lengths are in twips (1/20 pt), as in WordprocessingML.
 */
#ifndef FILL_OUTLINE_H
#define FILL_OUTLINE_H

#include "form/form.h"
#include "util/buf.h"

/* A4 with margins inside ND 30/2020, Phu luc I: left 30 mm, right 15 mm, top
 * and bottom 20 mm. The tabs of templates/parts/styles.xml go with it. */
enum {
	PAGE_WIDTH = 11906,
	PAGE_HEIGHT = 16838,
	PAGE_TOP = 1134,
	PAGE_BOTTOM = 1134,
	PAGE_LEFT = 1701,
	PAGE_RIGHT = 851,
	PAGE_HEADER = 567,
	TEXT_WIDTH = PAGE_WIDTH - PAGE_LEFT - PAGE_RIGHT,
	FIRST_LINE = 720, /* 1.27 cm */
	CELL_MARGIN = 57  /* 1 mm: figures need the room */
};

/* Characters of the longest blank: FORM_BLANK_MAX of form_build.h. */
enum {
	BLANK_MAX = 200
};

enum outline_blank {
	BLANK_DOTS,
	BLANK_SPACES,
	BLANK_LINE /* dots to the margin, by a tab; n > 0: behind words */
};

/* Numbers of the w:abstractNum and w:num in templates/parts/numbering.xml. */
enum {
	ABSTRACT_OUTLINE = 0, /* I. / 1. / 1.1. */
	ABSTRACT_BULLETS = 1, /* - / + */
	ABSTRACT_ROMAN = 2,
	ABSTRACT_ARABIC = 3,
	ABSTRACT_LETTER = 4,
	ABSTRACT_PAREN = 5,
	NUM_OUTLINE = 1,
	NUM_BULLETS = 2,
	NUM_FIRST = 3, /* the first one free */
	OUTLINE_LEVELS = 3
};

/* What a blank looks like in the place where it stands. */
enum outline_place {
	PLACE_TEXT,  /* a leader of dots */
	PLACE_STAMP, /* number and date: spaces, as a stamp comes there */
	PLACE_NAME,  /* names in letterhead and signature */
	PLACE_CELL,  /* short dots, also for long answers */
	PLACE_PARTS  /* the parts of a figure broken down */
};

struct outline {
	const struct vb_form *form;
	struct buf doc;	  /* word/document.xml */
	struct buf nums;  /* w:num of numbering.xml */
	struct buf notes; /* w:footnote of footnotes.xml */
	/* Relationships of links, in the text and in footnotes. */
	struct buf links, note_links;
	unsigned num, sdt, bookmark; /* how many so far */
	unsigned note, link;
	bool in_note;
	bool in_merged; /* its field stands in a cell that is merged */
	bool in_repeat; /* its controls have no bookmarks */
	enum outline_place place;
	unsigned room;		  /* of a cell, between its margins */
	const struct field *tail; /* its blank runs to the margin */
	/* Blanks used: by number of characters, and the line of dots. */
	bool dots[BLANK_MAX + 1], spaces[BLANK_MAX + 1], line, tail_line;
	/* The outline as Word counts it: see outline_list.c. */
	unsigned outline_num, count[OUTLINE_LEVELS];
	const struct node *at[OUTLINE_LEVELS];
};

/* A paragraph; 0 and NULL are what the style says. */
struct outline_p {
	const char *style;
	bool keep_next;
	bool is_numbered; /* num 0 is then "no number" */
	unsigned num, level;
	unsigned before;      /* spacing */
	bool is_line;	      /* has a blank that is a line of dots */
	bool is_first;	      /* first line indented, whatever the number */
	bool is_flat;	      /* no indents */
	bool ends_section;    /* the pages up to here are a section */
	unsigned left, right; /* indents */
	enum node_align align;
};

/* ---- outline_run.c ---- */

void outline_p_open(struct outline *o, const struct outline_p *p);
void outline_p_close(struct outline *o);
/* A whole paragraph without words. */
void outline_p_empty(struct outline *o, const struct outline_p *p);
/* A run of words; STYLE_ bits. */
void outline_run(struct outline *o, const char *text, size_t size,
		 unsigned style);
/* The properties of a run: a character style or NULL, STYLE_ bits. */
void outline_rpr(struct buf *d, const char *style_id, unsigned style);
void outline_words(struct outline *o, const char *text);
/* The blank of a value, inline: control, bookmark, leader. level -1: none. */
void outline_slot(struct outline *o, const struct field *field, int level,
		  unsigned style);
/* The blank of a long answer: a paragraph inside a control. */
void outline_long(struct outline *o, const struct field *field,
		  const struct outline_p *p);
/* Adds the leader of a blank of `n` characters as a run. */
void outline_blank(struct buf *out, enum outline_blank kind, unsigned n,
		   unsigned style);
/* The name of its building block: what Word shows when a control is emptied. */
void outline_blank_name(char name[24], enum outline_blank kind, unsigned n);
/* Opens and closes w15:repeatingSection with its one item. */
void outline_repeat_open(struct outline *o, const struct field *field);
void outline_repeat_close(struct outline *o);
/* What stands between them goes once the field the hint is for is answered. */
void outline_hint_open(struct outline *o, const struct node *hint);
void outline_hint_close(struct outline *o, const struct node *hint);
/* The words behind an item that is repeated, and behind the last one. */
void outline_row_end(struct outline *o, const char *mark, const char *last);
/* A whole line that goes once `field` (NULL: none) is answered, and one that
 * goes while its only field, field.is_line, is not. */
void outline_hint_line(struct outline *o, const struct node *node,
		       const struct field *field, const struct outline_p *p);
void outline_answered_line(struct outline *o, const struct node *node,
			   const struct outline_p *p);
/* Text, fields, breakdowns, spans and hints that follow one another, from
 * `from` up to `to`. */
void outline_inline(struct outline *o, const struct node *from,
		    const struct node *to, unsigned style);
/* The inline children of a node as one paragraph. */
void outline_paragraph(struct outline *o, const struct node *node,
		       const struct outline_p *p);
/* A paragraph that is a drawn rule, centred in a column. */
void outline_rule(struct outline *o, unsigned column, unsigned length);
/* How long the words below a node are when set on one line, estimated for a
 * bold face of `size` points; blanks count as they are. */
unsigned outline_words_width(const struct node *node, unsigned size,
			     bool is_caps);

/* The page of a section: size, margins, header, numbers from 1. */
void outline_page(struct outline *o);

/* ---- outline_note.c ---- */

void outline_link(struct outline *o, const struct node *node, unsigned style);
/* The mark in the text; its words go to word/footnotes.xml. */
void outline_footnote(struct outline *o, const struct node *node);
/* The whole part. */
void outline_footnotes(struct buf *out, const struct outline *o);
/* Relationships of word/document.xml that parts/document.rels has not. */
void outline_rels(struct buf *out, const struct outline *o);

/* ---- outline_head.c ---- */

void outline_letterhead(struct outline *o, const struct node *node);
/* The words above its body, if it has one. */
void outline_annex(struct outline *o, const struct node *node);
void outline_heading(struct outline *o, const struct node *node);
void outline_addressees(struct outline *o, const struct node *node);

/* ---- outline_foot.c ---- */

/* Either may be NULL. */
void outline_foot(struct outline *o, const struct node *signature,
		  const struct node *recipients);

/* How an item of a list of names ends. */
enum outline_end {
	END_MORE, /* ";" */
	END_LAST, /* "." */
	END_ROW	  /* of a repeat that ends the list: "." behind its last row */
};

/* Ends an item, unless it says itself how. */
void outline_end_item(struct outline *o, const struct node *node,
		      enum outline_end end);

/* ---- outline_list.c ---- */

/* The list that siblings of one mark run on in. */
struct outline_list {
	unsigned ordinal, num;
};

/* By enum node_mark. */
struct outline_lists {
	struct outline_list at[MARK_PLUS + 1];
};

/* Sets the number of a section's or line's paragraph. */
void outline_number(struct outline *o, struct outline_lists *lists,
		    const struct node *node, struct outline_p *p);

/* ---- outline_table.c ---- */

void outline_table(struct outline *o, const struct node *table);
/* A row of the two-column tables without borders that letterhead and
 * signature are: open, left cell, middle, right cell, close. */
void outline_pair_open(struct outline *o, unsigned left, unsigned right);
void outline_pair_row(struct outline *o, unsigned left);
void outline_pair_middle(struct outline *o, unsigned right);
void outline_pair_row_end(struct outline *o);
void outline_pair_close(struct outline *o);

/* ---- outline.c ---- */

/* The blocks below a node: sections, lines, tables, long answers. */
void outline_blocks(struct outline *o, const struct node *parent);
void outline_init(struct outline *o, const struct vb_form *form);
void outline_release(struct outline *o);
/* All of the body, section properties included; opens and closes w:document. */
void outline_document(struct outline *o);

/* ---- outline_pack.c ---- */

/* Appends a style asset, its words "@..." replaced for a body of 13 or 14. */
void outline_sized(struct buf *out, const char *text, unsigned size);
int outline_pack(struct outline *o, struct vb_blob *out, struct vb_error *err);

#endif
