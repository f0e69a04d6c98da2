/*
 * reader.h - the reading door: a WordprocessingML story as flat text.
 *
 * wml_read() streams one part (SAX2, no tree: 20 MB of XML must not cost
 * 200 MB) into an arena: paragraphs in document order with the words a
 * person sees, and the marks laid over them. Namespaces are compared, never
 * prefixes; transitional and strict are the same. What is read:
 *
 *   words     w:t; w:tab as a tab; w:br and w:cr as a newline;
 *             w:noBreakHyphen as '-'; w:softHyphen as U+00AD; w:sym as its
 *             character. Not: w:instrText, w:delText and everything in w:del
 *             and w:moveFrom, footnote marks, mc:Fallback.
 *   runs      bold, italic, underline, hidden (w:vanish), struck, superscript,
 *             inside a tracked insertion: spans over the words
 *   place     part, paragraph number, table, row and column (by gridSpan)
 *   marks     content controls and bookmarks with their range
 *
 * A text box stands once, after the paragraph it is anchored in. Tracked
 * changes are read as accepted: a paragraph whose mark is deleted goes on in
 * the next one. A field shows its result; one whose instruction is not ended
 * in its paragraph hides only the rest of that paragraph.
 * ECMA-376-1 17.3 (paragraphs), 17.4 (tables), 17.5.2 (controls), 17.13.6
 * (bookmarks).
 */
#ifndef WML_READER_H
#define WML_READER_H

#include "opc/opc.h"
#include "util/arena.h"
#include "util/vec.h"

enum {
	/* element nesting: SAX_DEPTH_MAX of reader_sax.h */
	/* of one story: a table of 20,000 rows by 7 columns has 140,000
	 * paragraphs, and filled twice as many marks */
	WML_PARAS_MAX = 1000000,
	WML_MARKS_MAX = 1000000,
	WML_TABLE_DEPTH_MAX = 32
};

enum {
	RUN_BOLD = 1,
	RUN_ITALIC = 2,
	RUN_UNDERLINE = 4,
	RUN_HIDDEN = 8,
	RUN_RAISED = 16,      /* superscript or subscript */
	RUN_INSERTED = 32,    /* in w:ins or w:moveTo */
	RUN_PLACEHOLDER = 64, /* in a control that shows its placeholder */
	RUN_STRUCK = 128      /* struck through: people delete so by hand */
};

struct wml_span {
	size_t start, size; /* bytes of para.text */
	unsigned style;	    /* RUN_ bits */
};

struct wml_para {
	const char *text; /* never NULL */
	size_t size;
	const struct wml_span *spans; /* cover the text, in order */
	size_t n_spans;
	const char *style;     /* w:pStyle id, "" */
	int outline;	       /* w:outlineLvl of the paragraph, -1 */
	int num_id, num_level; /* w:numPr of the paragraph; num_id 0 none */
	unsigned number;       /* 1-based in its part */
	unsigned table;	       /* 1-based in its part, 0 outside */
	unsigned row, column;  /* of the innermost table, 1-based, grid */
	unsigned depth;	       /* nesting of tables */
	unsigned row_serial;   /* counts rows of the whole part, 0 outside */
	bool has_deleted;      /* a tracked deletion stood in it */
	const size_t *deleted; /* ... at these offsets, in order */
	size_t n_deleted;
	bool has_inserted;
	bool has_picture; /* a drawing, picture or object stands in it */
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
	bool is_placeholder;	   /* w:showingPlcHdr */
	bool is_repeat;		   /* w15:repeatingSection */
	bool is_open;		   /* a bookmark without its end */
	size_t first, last;	   /* indexes of wml_story.paras */
	size_t start, end;
	size_t parent; /* index + 1 of the enclosing control, 0 none */
};

/* An item of a list that a control is. */
struct wml_item {
	size_t mark; /* index of wml_story.marks */
	const char *shown, *value;
};

struct wml_story {
	struct arena arena;
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
};

/* Reads the XML of one story part. `part` is copied. */
int wml_read(struct wml_story **out, const void *xml, size_t size,
	     const char *part, struct vb_error *err);
void wml_story_free(struct wml_story *story);
/* The w:value of what a list shows, NULL when the control is none or shows
 * something else. */
const char *wml_chosen(const struct wml_story *story,
		       const struct wml_mark *control, const char *shown);

/* Style ids of the styles part with the heading level of their name
 * ("heading 1".."heading 9", or outlineLvl), by basedOn: 0 for none. */
struct wml_styles;
int wml_styles_read(struct wml_styles **out, const void *xml, size_t size,
		    struct vb_error *err);
void wml_styles_free(struct wml_styles *styles);
unsigned wml_styles_heading(const struct wml_styles *styles, const char *id);

#endif
