/*
 * reader.h - the reading door: a WordprocessingML story as flat text.
 *
 * wml_read() streams one part (SAX2, no tree: 20 MB of XML must not cost
 * 200 MB) into an arena: paragraphs in document order with the words a
 * person sees, the grids of the tables and the marks laid over the words.
 * Namespaces are compared, never prefixes; transitional and strict are the
 * same. What is read:
 *
 *   words     w:t; w:tab and w:ptab as a tab; w:br and w:cr as a newline;
 *             w:noBreakHyphen as '-'; w:softHyphen as U+00AD; w:sym and the
 *             private-use characters of symbol fonts as what they show; ruby
 *             as "base(ruby)"; the state of a FORMCHECKBOX as U+2610 or
 *             U+2612, the choice of a FORMDROPDOWN. Words keep their case.
 *             Not: w:instrText, w:delText and everything in w:del and
 *             w:moveFrom, marks of notes.
 *   numbers   what Word counts before a paragraph, apart from its words
 *   pages     where a paragraph or a line begins one by hand
 *   runs      bold, italic, underline as said by the run; hidden and capitals
 *             also by its styles; font; struck, raised, inserted: spans over
 *             the words
 *   place     part, paragraph number, table, row and column of the grid
 *   marks     content controls and bookmarks with their range
 *   links     with their targets; notes and comments where they are anchored
 *
 * A text box stands once, after the paragraph it is anchored in: of
 * mc:AlternateContent the first choice that is understood, else the fallback.
 * Tracked changes are read as accepted, or as rejected: a paragraph whose
 * mark is deleted goes on in the next one. A field shows its result; one
 * whose instruction is not ended in its paragraph hides only the rest of that
 * paragraph. ECMA-376-1 17.3 (paragraphs), 17.4 (tables), 17.5.2 (controls),
 * 17.13.5 (changes), 17.13.6 (bookmarks).
 */
#ifndef WML_READER_H
#define WML_READER_H

#include "opc/opc.h"
#include "util/arena.h"
#include "util/vec.h"
#include "wml/numbering.h"
#include "wml/styles.h"

enum {
	/* element nesting: SAX_DEPTH_MAX of reader_sax.h */
	/* of one story: a table of 20,000 rows by 7 columns has 140,000
	 * paragraphs, and filled twice as many marks */
	WML_PARAS_MAX = 1000000,
	WML_MARKS_MAX = 1000000,
	WML_CELLS_MAX = 1000000,
	WML_ANCHORS_MAX = 1000000, /* links, notes and comments */
	WML_FONTS_MAX = 4000,	   /* of one story; more are not told apart */
	WML_TABLE_DEPTH_MAX = 32,
	WML_SPAN_MAX = 63 /* columns of a cell: what Word has at most */
};

struct wml_span {
	uint32_t start, size; /* bytes of para.text */
	uint16_t style;	      /* RUN_ bits */
	uint16_t font;	      /* wml_font(), 0 unsaid */
};

struct wml_para {
	const char *text; /* never NULL */
	size_t size;
	const struct wml_span *spans; /* cover the text, in order */
	size_t n_spans;
	const char *label;	/* what Word counts before it, "" */
	const char *style;	/* w:pStyle id, "" */
	const char *style_name; /* "heading 1"; "" unknown */
	int outline;		/* w:outlineLvl of the paragraph, -1 */
	int num_id, num_level;	/* w:numPr, also by style; num_id 0 none */
	int value;		/* the count in `label` */
	unsigned number;	/* 1-based in its part */
	unsigned table;		/* 1-based in its part, 0 outside */
	unsigned row, column;	/* of the innermost table, 1-based, grid */
	unsigned depth;		/* nesting of tables */
	unsigned row_serial;	/* counts rows of the whole part, 0 outside */
	unsigned cell;		/* index + 1 of wml_story.cells, 0 outside */
	unsigned char heading;	/* 1..9 by style or outline, 0 none */
	unsigned char box;	/* nesting of text boxes, 0 on the page */
	char suffix;		/* between label and words, '\0' nothing */
	bool begins_page;	/* w:pageBreakBefore of its own */
	bool is_bullet;		/* `label` is the same for all */
	bool is_gone;		/* in a row that is deleted */
	bool has_deleted;	/* a tracked deletion stood in it */
	bool has_inserted;
	/* a drawing, picture or object stands in it, no frame for one */
	bool has_picture;
	const uint32_t *deleted; /* tracked deletions at these offsets */
	size_t n_deleted;
};

/* A cell of the grid. Words stand once, in the cell where a merged one
 * begins; the positions it covers have cells that are `covered`. */
struct wml_cell {
	uint32_t table, row, column; /* 1-based */
	uint32_t row_span, col_span; /* at least 1 */
	uint32_t owner;	     /* index + 1 of the cell that covers it, 0 */
	uint32_t first, end; /* paragraphs [first, end) */
};

struct wml_table {
	uint32_t parent;	/* index + 1 of the cell around it, 0 none */
	uint32_t rows, columns; /* of the grid as its rows make it */
	uint32_t header_rows;	/* w:tblHeader, from the first row on */
	uint32_t first, end;	/* paragraphs [first, end) */
};

enum wml_mark_kind {
	WML_CONTROL,
	WML_BOOKMARK
};
enum wml_mark_scope {
	WML_INLINE,
	WML_BLOCK,
	WML_CELL,
	WML_ROW
};

/* A control or bookmark and its words: from (first, start) up to and
 * without (last, end), offsets into the paragraphs' text. A mark without
 * words has start == end in one paragraph. */
struct wml_mark {
	enum wml_mark_kind kind;
	enum wml_mark_scope scope; /* of a control */
	const char *name;	   /* w:tag or bookmark name, "" */
	const char *alias;	   /* "", of a control */
	const char *xpath;	   /* w:dataBinding, "" */
	const char *store;	   /* its w:storeItemID, "" */
	bool is_placeholder;	   /* w:showingPlcHdr */
	bool has_leader;  /* its placeholder (17.5.2.25) is one of an outline of
			   * ours: nothing but a leader */
	bool is_repeat;	  /* w15:repeatingSection */
	bool is_open;	  /* a bookmark without its end */
	bool is_checkbox; /* w14:checkbox */
	bool is_checked;  /* ... w14:checked */
	size_t first, last; /* indexes of wml_story.paras */
	size_t start, end;
	size_t parent; /* index + 1 of the enclosing control, 0 none */
};

/* An item of a list that a control is. */
struct wml_item {
	size_t mark; /* index of wml_story.marks */
	const char *shown, *value;
};

enum wml_anchor_kind {
	WML_LINK,
	WML_FOOTNOTE,
	WML_ENDNOTE,
	WML_COMMENT,
	WML_UNREAD, /* w:altChunk: another document, not read */
	WML_VALUE   /* what stands in a bound control in truth (bound.h) */
};

/* What hangs on the words without being among them. */
struct wml_anchor {
	enum wml_anchor_kind kind;
	uint32_t para;	     /* index of wml_story.paras */
	uint32_t start, end; /* of a link's words; else the same offset */
	long id;	     /* of a note or comment */
	bool has_mark;	     /* of a note: the author typed its mark */
	const char *target;  /* of a link: its URL, "#bookmark"; of the unread:
			      * its part; of a value: the words; "" */
};

enum wml_story_kind {
	WML_MAIN,
	WML_HEADER,
	WML_FOOTER,
	WML_FOOTNOTES,
	WML_ENDNOTES,
	WML_COMMENTS
};

/* One note or comment of such a story. */
struct wml_note {
	long id;
	bool is_separator;	       /* the line above notes, no note */
	const char *author, *initials; /* of a comment, "" */
	uint32_t first, end;	       /* paragraphs [first, end) */
};

struct wml_story {
	struct arena arena;
	enum wml_story_kind kind;
	const char *part; /* "word/document.xml" */
	struct {
		VEC(struct wml_para);
	} paras;
	struct {
		VEC(struct wml_mark);
	} marks; /* in order of their start */
	struct {
		VEC(struct wml_item);
	} items; /* in order of their marks */
	struct {
		VEC(struct wml_table);
	} tables;
	struct {
		VEC(struct wml_cell);
	} cells;
	struct {
		VEC(struct wml_anchor);
	} anchors; /* by paragraph, in order of their end */
	struct {
		VEC(struct wml_note);
	} notes;
	struct {
		VEC(const char *);
	} fonts;
};

/* What a story needs from the other parts; each may be NULL. What it says
 * must outlive the story. */
struct wml_context {
	const struct wml_styles *styles;
	const struct wml_numbering *numbering;
	const char *major, *minor; /* fonts of the theme */
	/* relationships, for the targets of links */
	const struct opc *opc;
	const struct opc_part *part;
	bool rejected; /* tracked changes */
};

/* Reads the XML of one story part. `part` is copied. `context` may be NULL. */
int wml_read(struct wml_story **out, const void *xml, size_t size,
	     const char *part, const struct wml_context *context,
	     struct vb_error *err);
void wml_story_free(struct wml_story *story);
/* The w:value of what a list shows, NULL when the control is none or shows
 * something else. */
const char *wml_chosen(const struct wml_story *story,
		       const struct wml_mark *control, const char *shown);
/* Puts the anchors in their order. */
void wml_sort_anchors(struct wml_story *story);
/* The name of wml_span.font, "" for 0. */
const char *wml_font(const struct wml_story *story, unsigned font);

#endif
