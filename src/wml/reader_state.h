/*
 * reader_state.h - what reader*.c share while one story is read; private to
 * the reading door.
 *
 *	reader.c         the parse, tracked changes, alternative content
 *	reader_names.c   which element is which
 *	reader_para.c    paragraphs, their properties and numbers
 *	reader_run.c     runs, words, symbols
 *	reader_field.c   fields, links, notes and comments
 *	reader_math.c    formulas
 *	reader_table.c   tables and their grids
 *	reader_marks.c   controls, bookmarks, where they begin and end
 */
#ifndef WML_READER_STATE_H
#define WML_READER_STATE_H

#include "wml/reader.h"
#include "wml/reader_sax.h"
#include "wml/symbol.h"

#include "util/buf.h"

enum {
	/* A text box stands in a paragraph, and may hold one more (Word: no,
	 * others: yes). */
	READER_NEST_MAX = 16,
	READER_FIELDS_MAX = 64,	  /* fields in fields of one paragraph */
	READER_NAMES_MAX = 256,	  /* slots of the name cache, a power of 2 */
	READER_FONT_SLOTS = 8192, /* a power of 2, twice WML_FONTS_MAX */
	READER_INSTR_MAX = 4096	  /* bytes of a field's instruction */
};

/* Elements that mean something; the others are passed through. */
enum reader_kind {
	EL_OTHER,
	EL_SKIP, /* nothing inside is on the page */
	EL_BEG_CHR,
	EL_CHR,
	EL_D,
	EL_E,
	EL_END_CHR,
	EL_MATRIX,
	EL_MATRIX_ROW,
	EL_NARY,
	EL_SMALL_CAPS,
	EL_AC,
	EL_ALIAS,
	EL_ALT_CHUNK,
	EL_BOLD,
	EL_BOOKMARK_END,
	EL_BOOKMARK_START,
	EL_BR,
	EL_CAPS,
	EL_CELL_DEL,
	EL_CELL_INS,
	EL_CHECKBOX,
	EL_CHECKED,
	EL_CHOICE,
	EL_COMMENT_REF,
	EL_DATA_BINDING,
	EL_DOC_PART,
	EL_DEFAULT,
	EL_DEL,
	EL_DEL_TEXT,
	EL_DEN,
	EL_DOC_PR,
	EL_DRAWING,
	EL_ENDNOTE_REF,
	EL_FALLBACK,
	EL_FF,
	EL_FF_CHECK,
	EL_FF_LIST,
	EL_FLD_CHAR,
	EL_FLD_SIMPLE,
	EL_FONTS,
	EL_FOOTNOTE_REF,
	EL_GRID_BEFORE,
	EL_GRID_SPAN,
	EL_HYPERLINK,
	EL_H_MERGE,
	EL_ILVL,
	EL_INS,
	EL_INSTR,
	EL_ITALIC,
	EL_LIST_ITEM,
	EL_LIST_ENTRY,
	EL_NOTE,
	EL_NO_BREAK_HYPHEN,
	EL_NUM_ID,
	EL_OUTLINE,
	EL_P,
	EL_PAGE,
	EL_PPR,
	EL_PSTYLE,
	EL_R,
	EL_RAD,
	EL_REPEATING,
	EL_RESULT,
	EL_RPR,
	EL_RSTYLE,
	EL_RT,
	EL_RUBY,
	EL_SDT,
	EL_SDT_CONTENT,
	EL_SDT_PR,
	EL_SHOWING,
	EL_SOFT_HYPHEN,
	EL_STRIKE,
	EL_SUB,
	EL_SUP,
	EL_SYM,
	EL_T,
	EL_TAB,
	EL_TAG,
	EL_TBL,
	EL_TBL_HEADER,
	EL_TC,
	EL_TC_PR,
	EL_TR,
	EL_TR_PR,
	EL_TXBX,
	EL_UNDERLINE,
	EL_VANISH,
	EL_VERT_ALIGN,
	EL_V_MERGE
};

/* What an element's children are: decides the scope of a control. */
enum reader_context {
	IN_BLOCKS,
	IN_PARA,
	IN_TABLE,
	IN_ROW
};

struct reader_level {
	unsigned char kind, context;
	bool has_choice; /* of mc:AlternateContent: one was read */
	bool is_deleted; /* of w:tr and w:tc: counted in reader.deleted */
	uint32_t anchor; /* index + 1 of the link that ends here */
	/* of a part of a formula: its signs, and how many pieces were read */
	uint32_t first_sign, last_sign, pieces;
};

struct reader_para {
	size_t index;
	struct buf text;
	struct {
		VEC(struct wml_span);
	} spans;
	struct {
		VEC(uint32_t);
	} deleted; /* offsets of tracked deletions */
	/* what the paragraph says of itself */
	int num_id, num_level; /* -1 unsaid */
	bool is_body;	       /* outlineLvl 9 */
	const struct wml_style *look;
	/* the run that is open: what it says, what that comes to */
	unsigned said, direct;
	const struct wml_style *run_look;
	uint16_t run_font;
	bool is_resolved;
	unsigned style;
	uint16_t font;
	enum symbol_font symbols;
	/* fields that are open */
	unsigned fields;
	uint64_t in_code; /* bit i: field i is in its instruction */
	uint64_t in_list; /* bit i: field i is a list, its choice is read */
	uint32_t links[READER_FIELDS_MAX]; /* index + 1 of anchors */
	bool is_mark_deleted;		   /* joined with the next one */
	bool is_waiting; /* ended, but joined: the next continues it */
};

struct reader_table {
	unsigned table, row, column, next_column, serial;
	unsigned cell;	/* index + 1 of the cell that is open */
	unsigned last;	/* ... of the one before it in its row */
	bool is_merged; /* w:vMerge goes on with the cell above */
	bool is_joined; /* w:hMerge goes on with the cell before */
	bool is_header; /* the row has w:tblHeader */
	bool is_body;	/* a row without stood before */
	struct {
		VEC(uint32_t);
	} above; /* by column: index + 1 of the cell that holds it */
};

struct reader_open {
	uint64_t key;
	size_t mark; /* index + 1; 0: closed */
	bool used;
};

/* A form field (w:ffData). */
struct reader_form {
	enum reader_kind kind; /* EL_FF_CHECK, EL_FF_LIST; EL_OTHER */
	bool has_state, state, preset;
	long choice, entries;
	bool has_choice;
	const char *text; /* the entry chosen, "" */
};

struct reader {
	bool is_frame; /* the open drawing waits for a picture */
	struct wml_story *story;
	struct wml_context context;
	struct wml_counters *counters, *box_counters;
	struct reader_level levels[SAX_DEPTH_MAX + 1];
	unsigned depth;
	unsigned skip; /* depth inside an EL_SKIP, 0 outside */
	struct {
		const char *name;
		const char *uri;
		enum reader_kind kind;
	} names[READER_NAMES_MAX];
	/* paragraphs; `nest` are open */
	struct reader_para paras[READER_NEST_MAX];
	unsigned nest;
	struct buf word; /* of the w:t that is open */
	bool keep_space;
	/* tables; `n_tables` are open */
	struct reader_table tables[WML_TABLE_DEPTH_MAX];
	unsigned n_tables;
	unsigned rows_seen;
	/* tracked changes and placeholders that are open */
	unsigned deleted, inserted, placeholders;
	unsigned rows_deleted;
	/* the small words of a ruby, while they are read */
	unsigned in_rt;
	struct buf ruby;
	struct buf instr;
	struct reader_form form;
	/* fonts by name, and what the last paragraph style comes to */
	uint16_t fonts[READER_FONT_SLOTS];
	const char *usual_font;
	/* relationships by id, made at the first need */
	const struct opc_rel **rels;
	size_t n_rels;
	/* controls: index + 1 of the innermost that is open */
	size_t control;
	/* bookmarks that are open, by id: open addressing */
	struct reader_open *open;
	size_t n_open, cap_open;
};

enum reader_kind reader_kind_of(struct reader *reader,
				const struct sax_element *el);
/* True for the namespace of WordprocessingML, either of the two. */
bool reader_is_word(const char *uri);
/* What mc:Choice requires is known here. */
bool reader_understands(const struct sax_element *el);

/* True in a paragraph, not counting one around the text box we are in. */
bool reader_in_para(const struct reader *reader);
/* The innermost paragraph that is open, and what is known of it. */
struct reader_para *reader_inner(struct reader *reader);
struct wml_para *reader_inner_para(struct reader *reader);
/* The kind `up` levels above the element that starts. */
enum reader_kind reader_above(const struct reader *reader, unsigned up);

int reader_para_start(struct reader *reader, struct vb_error *err);
int reader_para_end(struct reader *reader, struct vb_error *err);
/* Ends a paragraph that waited for one to be joined with. */
int reader_para_flush(struct reader *reader, struct vb_error *err);
/* Elements of pPr, rPr and runs. */
int reader_para_element(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err);
/* A tracked deletion stands here. */
int reader_para_deleted(struct reader *reader, struct vb_error *err);

void reader_run_start(struct reader *reader);
int reader_run_property(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err);
/* Words on the page, in the style of the open run; reader_text() adds RUN_
 * bits. */
int reader_words(struct reader *reader, const char *text, size_t size,
		 struct vb_error *err);
int reader_text(struct reader *reader, const char *text, size_t size,
		unsigned more, struct vb_error *err);
/* The w:t that is open ends. */
int reader_word_end(struct reader *reader, struct vb_error *err);
int reader_symbol(struct reader *reader, const struct sax_element *el,
		  struct vb_error *err);
int reader_ruby_end(struct reader *reader, struct vb_error *err);

int reader_math_start(struct reader *reader, const struct sax_element *el,
		      enum reader_kind kind, struct vb_error *err);
int reader_math_end(struct reader *reader, enum reader_kind kind,
		    struct vb_error *err);

int reader_field_char(struct reader *reader, const struct sax_element *el,
		      struct vb_error *err);
/* The instruction of a field, so far. */
void reader_field_code(struct reader *reader, const char *text, size_t size);
int reader_form_element(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err);
int reader_form_end(struct reader *reader, struct vb_error *err);
/* Links, notes, comments, altChunk. */
int reader_anchor(struct reader *reader, const struct sax_element *el,
		  enum reader_kind kind, struct vb_error *err);
void reader_link_end(struct reader *reader, uint32_t anchor);
int reader_note_start(struct reader *reader, const struct sax_element *el,
		      struct vb_error *err);
void reader_note_end(struct reader *reader);

int reader_table_start(struct reader *reader, struct vb_error *err);
void reader_table_end(struct reader *reader);
int reader_table_element(struct reader *reader, const struct sax_element *el,
			 enum reader_kind kind, struct vb_error *err);
int reader_cell_end(struct reader *reader, struct vb_error *err);

int reader_control_start(struct reader *reader, struct vb_error *err);
int reader_control_property(struct reader *reader, const struct sax_element *el,
			    enum reader_kind kind, struct vb_error *err);
int reader_control_item(struct reader *reader, const struct sax_element *el,
			struct vb_error *err);
void reader_control_content(struct reader *reader);
void reader_control_end(struct reader *reader);
int reader_bookmark_start(struct reader *reader, const struct sax_element *el,
			  struct vb_error *err);
void reader_bookmark_end(struct reader *reader, const struct sax_element *el);
/* Closes what is left open and keeps every mark inside the paragraphs. */
int reader_marks_finish(struct reader *reader, struct vb_error *err);

#endif
