/*
 * form.h - a form: the outline of a report as data, with its fields.
 *
 * A form is a tree of nodes (what the page says, in reading order) and a
 * table of fields (what is asked). The literal words around a field's node
 * are its label on the page, written once; today only marks find values. The
 * structs know no XML, no zip and no Word; form_xml.c reads them from XML
 * (docs/vanban-form.5 has the vocabulary, templates/form.rng its schema).
 *
 * Everything hangs off one arena; nothing changes after form_finish(), so a
 * form is shared between threads.
 */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include "util/arena.h"
#include "util/digest.h"
#include "util/once.h"
#include "vanban.h"

#include <stdint.h>

/* Namespaces of the artefacts. */
#define FORM_NS	   "urn:vanban:form:1"
#define ANSWERS_NS "urn:vanban:answers:1"

enum {
	FORM_LEVELS_MAX = 32,	/* bits of field.levels */
	FORM_ID_MAX = 64,	/* bytes of a field, level or form id */
	FORM_FIELDS_MAX = 4096, /* far above any outline seen (largest: 130) */
	FORM_DEPTH_MAX = 32,	/* nesting of nodes; bounds recursion */
	/* a letter has a dozen (largest seen: 13) */
	FORM_OBLIGATIONS_MAX = 1000
};

struct form_level {
	const char *id;	   /* "th" */
	const char *label; /* "Tiểu học" */
};

enum field_type {
	FIELD_TEXT,
	FIELD_LONGTEXT,
	FIELD_COUNT,
	FIELD_NUMBER,
	FIELD_PERCENT,
	FIELD_DATE,
	FIELD_DOCREF,
	FIELD_EVIDENCE,
	FIELD_CHOICE,
	FIELD_IMAGE,
	FIELD_REPEAT /* a group of fields, one set per row */
};

enum field_rollup {
	ROLLUP_NONE,
	ROLLUP_SUM,
	ROLLUP_RATIO,
	ROLLUP_LIST
};

struct field_option {
	const char *token; /* "khong_dat", in answers */
	const char *label; /* "Không đạt", on the page */
};

struct field {
	const char *id;
	enum field_type type;
	int line;	   /* in the form file */
	size_t index;	   /* in form.fields */
	const char *label; /* what Word shows on the control; never NULL */
	const char *unit;  /* "CSGD", or NULL */
	/* Broken down: bit i = form.levels[i]; 0 = not. A broken-down field
	 * has a total (no level) and one value per level. */
	uint32_t levels;
	const struct field *group; /* the repeat it stands in, or NULL */
	bool is_base;		   /* stands in <base>, not on the page */
	bool is_readonly;
	bool is_line; /* alone in a line that goes while it has no answer */
	bool is_date_long;   /* "ngày 05 tháng 6 năm 2023" */
	unsigned pad;	     /* counts: digits at least ("05") */
	unsigned blank;	     /* characters of the blank; 0: by type */
	unsigned blank_rows; /* repeats: rows left when unanswered, 1 or as
			      * stated */
	enum field_rollup rollup;
	/* XPath 1.0, or NULL; see rules.h for the context. */
	const char *required, *relevant, *constraint, *calculate;
	const char *of, *per; /* percent: numerator and denominator */
	const char *alert;    /* said when the constraint fails, or NULL */
	const struct field_option *options; /* choice */
	size_t n_options;
};

enum node_kind {
	/* inline */
	NODE_TEXT,
	NODE_FIELD,	/* also block: longtext, evidence, image */
	NODE_BREAKDOWN, /* the values per level of node.field */
	NODE_SPAN,	/* bold, italic, underline: node.style */
	NODE_LINK,	/* node.text: the address; words inside */
	NODE_FOOTNOTE,	/* words and links inside */
	NODE_HINT,	/* a note to the writer, italic; inline or block */
	/* blocks */
	NODE_SECTION, /* node.text: title */
	NODE_LINE,
	NODE_TABLE,
	NODE_HEADER,
	NODE_ROW,
	NODE_CELL,
	NODE_REPEAT, /* node.field: the repeat; blocks or rows inside */
	/* the parts of Nghị định 30 */
	NODE_LETTERHEAD,
	NODE_SUPERIOR,
	NODE_ISSUER,
	NODE_NUMBER,  /* Số, ký hiệu */
	NODE_PLACE,   /* địa danh, thời gian */
	NODE_SUBJECT, /* trích yếu: of a letterhead (V/v) or a heading */
	NODE_ANNEX,   /* Phụ lục: name, title, note; behind the body of a
		       * letter also a body of its own */
	NODE_HEADING, /* tên loại, trích yếu, note */
	NODE_NAME,    /* tên loại, or "Phụ lục I" */
	NODE_TITLE,   /* tiêu đề phụ lục */
	NODE_NOTE,
	NODE_ADDRESSEES, /* Kính gửi */
	NODE_ADDRESSEE,
	NODE_BODY,
	NODE_SIGNATURE,
	NODE_AUTHORITY, /* "KT. GIÁM ĐỐC": a head who signs has none */
	NODE_POSITION,	/* "PHÓ GIÁM ĐỐC" */
	NODE_SIGNER,
	NODE_RECIPIENTS, /* Nơi nhận */
	NODE_RECIPIENT,
	NODE_ARCHIVE /* "Lưu: VT" */
};

enum {
	STYLE_BOLD = 1,
	STYLE_ITALIC = 2,
	STYLE_UNDERLINE = 4,
	STYLE_LINK = 8 /* of the words of a link, in no node.style */
};

/* How a section or a line is numbered or marked. */
enum node_mark {
	MARK_NONE,
	MARK_ROMAN,   /* I. */
	MARK_ARABIC,  /* 1. */
	MARK_DECIMAL, /* 1.1. : under a MARK_ARABIC parent */
	MARK_LETTER,  /* a) b) c) d) đ) e) g) ... */
	MARK_PAREN,   /* (1) */
	MARK_DASH,    /* - */
	MARK_PLUS     /* + */
};

enum node_align {
	ALIGN_DEFAULT,
	ALIGN_LEFT,
	ALIGN_CENTER,
	ALIGN_RIGHT
};

struct node {
	enum node_kind kind;
	int line; /* in the form file */
	struct node *parent, *first, *last, *next;
	/* TEXT: the words, white space collapsed to one space; SECTION: the
	 * title; RECIPIENT: the purpose ("t/h") or NULL; LINK: the
	 * address. */
	const char *text;
	const struct field *field; /* FIELD, BREAKDOWN, REPEAT */
	unsigned style;		   /* SPAN, CELL: STYLE_ bits */
	enum node_mark mark;	   /* SECTION, LINE */
	unsigned ordinal; /* 1-based number among its marked siblings */
	bool is_plain;	  /* SECTION: not set as a heading */
	unsigned colspan, rowspan; /* CELL: >= 1 */
	bool is_merged;	       /* CELL: with the one above of the same value */
	enum node_align align; /* CELL, LINE */
	/* TABLE: columns and their widths in 1/100 of the text width */
	unsigned n_columns;
	const unsigned *widths;
};

struct vb_form {
	struct arena arena;
	const char *file;	  /* as given, for messages */
	char digest[DIGEST_SIZE]; /* of the bytes of the file */
	const char *id, *version, *type, *title, *deadline; /* never NULL */
	unsigned size; /* 13 or 14: the body size in points */
	struct form_level levels[FORM_LEVELS_MAX];
	size_t n_levels;
	const struct field **fields; /* canonical order */
	size_t n_fields;
	const struct field **sorted; /* by id, for form_field() */
	/* Who has to do what until when: not on the page, in the order of the
	 * form file. */
	const struct vb_obligation *obligations;
	size_t n_obligations;
	struct node *root;   /* its children: the page top to bottom */
	struct rules *rules; /* compiled expressions, see rules.h */
	/* What reading documents makes of the form for itself: form data is
	 * done without it. */
	struct once *index;
};

/* The field of that id, NULL when there is none. Ids are unique in a form,
 * also across base and repeats. */
const struct field *form_field(const struct vb_form *form, const char *id);

/* Index of a level, -1 when there is none of that id. */
int form_level(const struct vb_form *form, const char *id);

/* True when `level` (an index) is one of the field's. */
bool field_has_level(const struct field *field, int level);

/* "count", "longtext", ...: the element that declares the type. */
const char *field_type_name(enum field_type type);

/* Next node in document order below `top`, NULL at the end. */
const struct node *node_next(const struct node *top, const struct node *node);

/* "I", "đ", ...: an ordinal as the mark writes it, without punctuation.
 * Vietnamese letters a b c d đ e g h i k l m n o p q r s t u v x y
 * (ND 30/2020, Phu luc I, diem), then aa, ab ... */
void mark_ordinal(char out[16], enum node_mark mark, unsigned ordinal);

#endif
