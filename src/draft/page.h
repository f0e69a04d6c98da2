/*
 * page.h - an outline document as its author sees it: paragraphs and tables
 * in reading order, with what tells a heading, a hint or a blank.
 *
 * The stream of wml/reader.h has no tab stops, merged cells or alignment, and
 * an outline is a few pages, so it is read from the tree. Words are NFC, runs
 * of white space are one space, both ends trimmed; what a person sees as a
 * line to write on is in the words as "……": a tab with a leader, underlined
 * spaces, a form field, a control that shows its placeholder.
 */
#ifndef DRAFT_PAGE_H
#define DRAFT_PAGE_H

#include "form/form.h"
#include "opc/opc.h"
#include "util/arena.h"

#include <libxml/tree.h>

enum {
	/* far above any outline seen (largest: 230), and bounds the draft */
	PAGE_PARAS_MAX = 20000,
	PAGE_COLUMNS_MAX = 63 /* what Word and a form allow in a table */
};

struct page_para {
	struct page_para *next; /* of the same cell; of a block NULL */
	const char *text;
	const char *style; /* RUN_ bits of each byte of the text */
	size_t size;
	unsigned number;     /* 1-based in the body */
	unsigned heading;    /* 1..9 by style or outline level, 0 none */
	enum node_mark mark; /* of automatic numbering */
	bool is_centered, is_bold, is_italic;
};

struct page_cell {
	struct page_cell *next;
	unsigned column, colspan, rowspan;
	bool is_covered; /* goes on a cell from above */
	bool is_absent; /* the row has none there: it starts late, ends early */
	struct page_para *paras, *last;
};

struct page_row {
	struct page_row *next;
	struct page_cell *cells, *last;
	bool is_header;
};

struct page_table {
	struct page_row *rows, *last;
	unsigned n_columns, n_rows;
	unsigned widths[PAGE_COLUMNS_MAX]; /* twips, 0 unknown */
	unsigned number;		   /* of its first paragraph */
};

struct page_block {
	struct page_block *next;
	struct page_para *para; /* or */
	struct page_table *table;
};

struct page {
	struct arena arena;
	struct page_block *blocks, *last;
	unsigned n_paras;
};

/* Reads the main document of a package. Fills a zeroed page, which the caller
 * releases also after a failure. */
int page_read(struct page *page, const struct opc *opc, struct vb_error *err);
void page_release(struct page *page);

/* ---- page_styles.c ------------------------------------------------------- */

struct page_styles;

/* What the styles and numbering parts say; both may be absent. */
int page_styles_new(struct page_styles **out, const struct opc *opc,
		    struct vb_error *err);
void page_styles_free(struct page_styles *styles);

struct page_look {
	unsigned heading;
	enum node_mark mark;
	bool has_leader; /* a tab stop with dots or a line */
	bool is_centered;
};

/* The look of a w:p: its own properties over those of its styles. */
struct page_look page_styles_look(const struct page_styles *styles,
				  const xmlNode *p);

#endif
