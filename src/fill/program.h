/*
 * program.h - a compiled template: literal bytes with slots between them.
 *
 *	compile    opens the package, finds the parts that hold words
 *	partials   other documents put in where they are called, before all else
 *	controls   content controls     -> slots and sections  (in the tree)
 *	kind       what a control is: a list, a date, a box to tick ...
 *	lexer      text tags            -> slots and sections  (in the tree)
 *	sections   pairs them, puts their bounds where what repeats begins and
 *	           ends: runs, paragraphs, rows or cells
 *	columns    the grid of tables whose cells are repeated
 *	tidy       ids, notes and lists inside repeats, containers that may
 *	           become empty
 *	assemble   tree -> bytes -> operations
 *	render     operations + answers -> bytes; no tree, no XML library
 *
 * In the tree everything that is not literal is a processing instruction
 * <?vb K N?>, K one of `enum op_kind` as a letter, N an index; foreign ones
 * are dropped before (tree_parse), so that the letters cannot be forged.
 * Inside an attribute it is "K N" between HOLE_OPEN and HOLE_CLOSE, bytes
 * that no XML may hold.
 *
 * A program never changes after compiling: threads share it.
 */
#ifndef FILL_PROGRAM_H
#define FILL_PROGRAM_H

#include "form/form.h"
#include "opc/opc.h"
#include "util/arena.h"
#include "util/vec.h"

enum {
	FILL_DEPTH_MAX = 64,	/* sections inside sections; XML nests 256 */
	FILL_SLOTS_MAX = 20000, /* the largest outline has about 400 */
	FILL_ENDS_MAX = 20000,	/* tags that begin or end sections, of a part */
	FILL_DELIM_MAX = 8,	/* bytes of a tag's opening or closing marks */
	FILL_FAULTS_MAX = 1000, /* reported of one template */
	FILL_COLUMNS_MAX = 63,	/* Word's own limit of a table */
	FILL_WIDTH_MAX = 31680, /* twips: 22 inches, Word's widest page */
	FILL_REPORTS_MAX = 16,	/* old report parts of a template */
	FILL_ORIGINS_MAX = 1024, /* parts that partials came from */
	FILL_STYLES = 8,	 /* combinations of STYLE_ bits */
	FILL_LINK_STYLES = 4	 /* ... without underline */
};

/* Borrowed bytes. */
struct span {
	const char *at;
	size_t size;
};

/* What a name means; all but the first look at the row in hand only. */
enum name_kind {
	NAME_FIELD,
	NAME_THIS,  /* ".": what the innermost section is about */
	NAME_FIRST, /* "-first", "-last": conditions */
	NAME_LAST,
	NAME_INDEX /* "-index": the number of the row, from 1 */
};

/* "id", "id.level", or a dotted name "a.b.c": the first is looked for from
 * the inside out, what follows strictly inside it. Without a form a level and
 * a second name look the same. */
struct name {
	char id[FORM_ID_MAX];
	char level[FORM_ID_MAX]; /* "" when there is none */
	char rest[FORM_ID_MAX];	 /* the names behind it, "c.d", or "" */
	enum name_kind kind;
};

/* What a control is (ECMA-376-1 17.5.2), and stays when it is filled. */
enum control_kind {
	CONTROL_PLAIN, /* w:text, bound to the report part */
	CONTROL_RICH,
	CONTROL_DATE,
	CONTROL_LIST,  /* w:dropDownList: no other words than its own */
	CONTROL_COMBO, /* w:comboBox */
	CONTROL_CHECK, /* w14:checkbox */
	CONTROL_PICTURE
};

struct control_item {
	const char *shown, *value; /* w:displayText, w:value */
};

struct control {
	enum control_kind kind;
	bool is_multiline;
	/* The element of the kind; what was chosen goes in between. */
	struct span head, tail;
	struct span more;    /* w15:appearance and its like */
	struct span binding; /* to a part of other people, or empty */
	struct span on, off; /* the runs of a box to tick */
	const struct control_item *items;
	size_t n_items;
};

/* A run with a drawing whose picture is replaced: "vb*" and a letter stand
 * where something goes (picture.h). */
struct picture {
	struct span run;
	uint64_t cx, cy; /* EMU: the picture is fitted into it */
	bool has_title;	 /* keeps its tag as title, not to be lost */
};

/* One place where a value goes. */
struct slot {
	struct name name;
	const struct field *field; /* NULL without a form */
	size_t key;		   /* index of (id, level) among all slots */
	bool is_block;		   /* stands for whole paragraphs */
	bool is_bare;		   /* words only: no mark may stand here */
	bool is_words;		   /* not even a run: no WordprocessingML */
	bool adds_percent;	   /* no "%" follows in the template */
	bool is_frame; /* a picture with a tag as its words: no control */
	const struct control *control; /* NULL: a text tag, plain */
	const struct filters *filters; /* filters.h; NULL without */
	size_t alike; /* number of its cell among those of `merge`, or 0 */
	/* The box of a picture: its filters' width and height, 0 not given;
	 * with one of them the other follows. */
	unsigned image_width_mm, image_height_mm;
	const struct picture *picture; /* NULL: none to replace */
	uint64_t room;		       /* EMU: widest picture, 0 unknown */
	struct span label;	       /* escaped w:alias */
	struct span properties;	 /* w:rPr of the control itself, or empty */
	struct span lock;	 /* w:lock, or empty */
	struct span placeholder; /* w:placeholder, or empty */
	struct span rpr[FILL_STYLES]; /* w:rPr by STYLE_ bits, or empty */
	bool takes_links;	      /* w:hyperlink may stand here */
	/* of a link by STYLE_ bits: it has no underline of its own */
	struct span link_rpr[FILL_LINK_STYLES];
	struct span blank; /* the runs of an unanswered slot */
	struct span open;  /* block: "<w:p ...>" and its w:pPr */
	struct span page;  /* ... of a paragraph that begins a page */
};

struct section {
	struct name name;
	const struct field *field; /* NULL without a form */
	bool is_inverted;
};

enum op_kind {
	OP_TEXT = 't',
	OP_SLOT = 's',	/* n: slot */
	OP_BEGIN = 'b', /* n: section; jump: past its end */
	OP_END = 'e',	/* n: section; jump: past its begin */
	/* Numbers and names that stay unique, see tidy.h: */
	OP_SERIAL = 'i',   /* n: enum serial; its next number */
	OP_COPY = 'y',	   /* n: copy; what follows is one more of it */
	OP_NUMBER = 'n',   /* n: copy; its number */
	OP_NAME = 'w',	   /* n: copy; its name */
	OP_LIST = 'l',	   /* n: list; begins anew with its next paragraph */
	OP_LIST_NUM = 'q', /* n: list; its w:num */
	OP_NOTE = 'o',	   /* n: copy; its words begin; jump: past their end */
	OP_NOTE_END = 'u',
	OP_TAIL = 'z',	/* n: enum tail; what was collected for here */
	OP_WIDTH = 'W', /* n: twips, shared by the section's rows */
	OP_SPAN = 'g',	/* n: grid span */
	OP_MERGE = 'v', /* n: section; how a cell behind it is merged */
	OP_ALIKE = 'x', /* n: slot; w:vMerge of its cell (alike.c) */
	/* A container that a section may leave empty: */
	OP_BODY = 'c',	/* what it holds begins here */
	OP_FILL = 'f',	/* here it ends: must end with a paragraph */
	OP_RUN = 'r',	/* ... must hold a run */
	OP_MARK = 'm',	/* before what goes when nothing is left in it */
	OP_DROP = 'd',	/* its end; jump: past OP_AFTER */
	OP_AFTER = 'a', /* behind it */
	OP_APART = 'p', /* a table begins, and must not touch another one */
	/* The end of a section of pages before a partial that has some: not
	 * where one ends anyway, or no page stands before. */
	OP_BREAK = 'k', /* jump: past OP_BREAK_END */
	OP_BREAK_END = 'j'
};

/* Columns a cell spans: some that are always there, and `step` for each row
 * of a section. */
struct grid_span {
	size_t section, base, step;
};

struct op {
	enum op_kind kind;
	size_t n;
	size_t jump;
	struct span text;
};

enum serial {
	SERIAL_MARK, /* bookmarks, revisions, permissions: one family in Word */
	SERIAL_CONTROL,
	SERIAL_DRAWING,
	SERIAL_SHAPE, /* VML */
	SERIAL_FOOTNOTE,
	SERIAL_ENDNOTE,
	SERIAL_COMMENT,
	SERIAL_N
};

/* What is collected while a document is written, for the end of a part. */
enum tail {
	TAIL_LISTS, /* w:num of lists that began anew */
	TAIL_FOOTNOTES,
	TAIL_ENDNOTES,
	TAIL_COMMENTS,
	TAIL_N
};

/*
 * Something that stands once in the template and has a number or a name of
 * its own each time it is written: a bookmark, a shape, a note with its words.
 */
struct copy {
	enum serial serial;
	const char *name; /* of the first one, or NULL */
	const char *stem; /* of the next ones, before their number */
	bool is_note;
	enum tail tail;		  /* where the words of a note are collected */
	size_t program, from, to; /* the operations that write them */
};

/* A list that begins anew with each item of a section. */
struct list {
	const char *num;     /* its w:numId */
	size_t section;	     /* whose items */
	bool is_many;	     /* an item has more than one of its paragraphs */
	struct span pattern; /* what a new w:num holds */
};

#define HOLE_OPEN  '\1'
#define HOLE_CLOSE '\2'

/* One part that holds slots. */
struct program {
	const char *part_name;
	enum tail tail; /* without it the part leaves as it is; TAIL_N: all */
	const struct opc_part *marked, *plain; /* of the two packages */
	struct op *ops;
	size_t n;
	size_t size; /* literal bytes, to reserve */
};

/* A file that was put in, beside the template. */
struct partial {
	const char *name; /* as the tag has it */
	const char *path;
	char digest[DIGEST_SIZE];
};

struct vb_template {
	struct arena arena;
	const struct vb_form *form; /* borrowed, or NULL */
	const char *file;
	const char *form_id; /* of the custom properties, "" */
	/* Of the file and its partials, "" when it had none. */
	char digest[DIGEST_SIZE];
	struct {
		VEC(struct partial);
	} partials;
	/* The package with a place for the report part and the properties,
	 * and without any mark of an earlier filling. */
	struct opc *marked, *plain;
	const struct opc_part *report, *custom; /* of `marked` */
	const char *report_name, *custom_name;
	struct span custom_head; /* custom.xml without our properties */
	/* 1 + the index of the program that makes it, 0: it has no tags. */
	size_t custom_program;
	int custom_pid; /* the next free pid */
	struct {
		VEC(struct slot);
	} slots;
	struct {
		VEC(struct section);
	} sections;
	struct {
		VEC(struct grid_span);
	} grid_spans;
	struct {
		VEC(struct program);
	} programs;
	struct {
		VEC(struct name);
	} keys;
	/* Every id that a slot or a section names, sorted. */
	const char **ids;
	size_t n_ids;
	struct {
		VEC(struct copy);
	} copies;
	struct {
		VEC(struct list);
	} lists;
	size_t n_alike;	   /* cells with the filter `merge` */
	bool *is_placed;   /* by field index: has a slot or a section */
	bool calculates;   /* the form has a `calculate` */
	bool has_relevant; /* ... or a `relevant` */
	uint32_t bases[SERIAL_N];
	uint32_t list_base;
};

#endif
