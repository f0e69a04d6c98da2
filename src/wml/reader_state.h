/*
 * reader_state.h - what reader*.c share while one story is read; private to
 * the reading door.
 *
 *	reader.c        which element is which, tables, the parse
 *	reader_para.c   paragraphs, runs, fields, words
 *	reader_marks.c  controls, bookmarks, where they begin and end
 */
#ifndef WML_READER_STATE_H
#define WML_READER_STATE_H

#include "wml/reader.h"
#include "wml/reader_sax.h"

#include "util/buf.h"

enum {
	/* A text box stands in a paragraph, and may hold one more (Word: no,
	 * others: yes). */
	READER_NEST_MAX = 16,
	READER_FIELDS_MAX = 64, /* fields in fields of one paragraph */
	READER_NAMES_MAX = 256	/* slots of the name cache, a power of 2 */
};

/* Elements that mean something; the others are passed through. */
enum reader_kind {
	EL_OTHER,
	EL_SKIP, /* nothing inside is on the page */
	EL_AC,
	EL_ALIAS,
	EL_BOLD,
	EL_BOOKMARK_END,
	EL_BOOKMARK_START,
	EL_BR,
	EL_CHOICE,
	EL_DATA_BINDING,
	EL_DEL,
	EL_DRAWING,
	EL_FALLBACK,
	EL_FLD_CHAR,
	EL_GRID_BEFORE,
	EL_GRID_SPAN,
	EL_ILVL,
	EL_INS,
	EL_ITALIC,
	EL_LIST_ITEM,
	EL_NO_BREAK_HYPHEN,
	EL_NUM_ID,
	EL_OUTLINE,
	EL_P,
	EL_PPR,
	EL_PSTYLE,
	EL_R,
	EL_REPEATING,
	EL_RPR,
	EL_SDT,
	EL_SDT_CONTENT,
	EL_SDT_PR,
	EL_SHOWING,
	EL_SOFT_HYPHEN,
	EL_STRIKE,
	EL_SYM,
	EL_T,
	EL_TAB,
	EL_TAG,
	EL_TBL,
	EL_TC,
	EL_TC_PR,
	EL_TR,
	EL_TR_PR,
	EL_TXBX,
	EL_UNDERLINE,
	EL_VANISH,
	EL_VERT_ALIGN
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
	bool is_deleted; /* of w:tr: counted in reader.deleted */
};

struct reader_para {
	size_t index;
	struct buf text;
	struct {
		VEC(struct wml_span);
	} spans;
	struct {
		VEC(size_t);
	} deleted;	      /* offsets of tracked deletions */
	unsigned style;	      /* of the run that is open */
	unsigned fields;      /* fields that are open */
	uint64_t in_code;     /* bit i: field i is in its instruction */
	bool is_mark_deleted; /* joined with the next one */
	bool is_waiting;      /* ended, but joined: the next continues it */
};

struct reader_table {
	unsigned table, row, column, next_column, serial;
};

struct reader_open {
	uint64_t key;
	size_t mark; /* index + 1; 0: closed */
	bool used;
};

struct reader {
	struct wml_story *story;
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
	unsigned tables_seen, rows_seen;
	/* tracked changes and placeholders that are open */
	unsigned deleted, inserted, placeholders;
	/* controls: index + 1 of the innermost that is open */
	size_t control;
	/* bookmarks that are open, by id: open addressing */
	struct reader_open *open;
	size_t n_open, cap_open;
};

/* True in a paragraph, not counting one around the text box we are in. */
bool reader_in_para(const struct reader *reader);

int reader_para_start(struct reader *reader, struct vb_error *err);
int reader_para_end(struct reader *reader, struct vb_error *err);
/* Ends a paragraph that waited for one to be joined with. */
int reader_para_flush(struct reader *reader, struct vb_error *err);
/* Elements of pPr, rPr and runs; `parent` is the kind above. */
int reader_para_element(struct reader *reader, const struct sax_element *el,
			enum reader_kind kind, struct vb_error *err);
/* A tracked deletion stands here. */
int reader_para_deleted(struct reader *reader, struct vb_error *err);
/* Words on the page, in the style of the open run. */
int reader_words(struct reader *reader, const char *text, size_t size,
		 struct vb_error *err);
/* The w:t that is open ends. */
int reader_word_end(struct reader *reader, struct vb_error *err);

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

/* An on/off property (ECMA-376-1 17.17.4): on unless w:val says off. */
bool reader_is_on(const struct sax_element *el);

#endif
