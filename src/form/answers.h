/*
 * answers.h - the answers of one unit to one form, as data.
 *
 * Answers are flat: one entry per field and level, in a group. The top group
 * holds the fields of the page, `base` the unit's base figures, and each row
 * of a repeat is a group of its own. Values are canonical (design: xs:integer,
 * xs:decimal, xs:date) and locale-free; text is as given, NFC on output only.
 *
 * An absent entry is unanswered. VALUE_EMPTY is "answered with nothing".
 *
 * Without a form an element that stands there several times, one behind the
 * other, is a list, also when it holds bare words: such a row has one entry
 * with the id "." (ANSWERS_ITEM).
 *
 * Everything hangs off one arena. answers_xml.c reads and writes the XML.
 */
#ifndef FORM_ANSWERS_H
#define FORM_ANSWERS_H

#include "form/form.h"
#include "util/vec.h"

enum {
	ANSWERS_ROWS_MAX = 100000,   /* rows of one repeat */
	ANSWERS_ITEMS_MAX = 1000000, /* entries of one file, all rows */
	ANSWERS_DEPTH_MAX = 32,	     /* nesting of groups in the XML */
	ANSWERS_IDS = 64
};
/* The id of a bare value in a row. */
#define ANSWERS_ITEM "."
/* Bytes of one text or paragraph. */
#define ANSWERS_TEXT_MAX ((size_t)16 << 20)

enum value_kind {
	VALUE_EMPTY,
	VALUE_TEXT,   /* text count number percent date choice: .text */
	VALUE_PARAS,  /* longtext */
	VALUE_DOCREF, /* .docref */
	VALUE_FILES,  /* evidence, image: .files */
	VALUE_ROWS    /* repeat: .rows */
};

struct answer_span {
	const char *text; /* may hold tabs, no newline */
	size_t size;
	unsigned style;	  /* STYLE_ bits of form.h; a link has no underline */
	const char *link; /* where it leads (link.h), NULL: nowhere */
};

struct answer_para {
	struct answer_span *spans;
	size_t n;
	bool begins_page; /* never the first one */
};

struct answer {
	const char *id;
	const char *level;	   /* level id, "" without */
	const struct field *field; /* NULL when read without a form */
	enum value_kind kind;
	int line; /* in the XML, 0 when built in memory */
	/* rules_relevance(): it is not asked, and has no blank */
	bool is_irrelevant;
	/* VALUE_TEXT */
	const char *text;
	size_t size;
	/* VALUE_PARAS */
	struct answer_para *paras;
	size_t n_paras;
	/* VALUE_DOCREF: each may be NULL */
	struct {
		const char *number, *date, *issuer;
	} docref;
	/* VALUE_FILES */
	const char **files;
	size_t n_files;
	/* VALUE_ROWS */
	struct answer_group *rows;
	size_t n_rows;
};

struct answer_group {
	VEC(struct answer);
	struct answer **sorted; /* by id then level, after answers_finish() */
	/* then: two entries of one id and level; entries that are lists; a row
	 * with the same entries as the one above */
	bool has_twice, has_lists, is_like_above;
};

struct vb_answers {
	struct arena arena;
	const struct vb_form *form; /* borrowed, NULL when read without */
	const char *file;	    /* as given, for messages */
	const char *folder; /* of a file that was read: pictures lie there */
	const char *form_id, *version, *unit; /* never NULL */
	struct answer_group top, base;
	/* ids met last, by hash: a table has few, many times */
	const char *ids[ANSWERS_IDS];
};

/* Empty answers for a form (NULL: for none). NULL out of memory. */
struct vb_answers *answers_new(const struct vb_form *form);

/* Adds a zeroed entry with id and level ("" for none) copied; NULL out of
 * memory. The group is answers->top, ->base or a row. */
struct answer *answers_add(struct vb_answers *answers,
			   struct answer_group *group, const char *id,
			   const char *level);

/* Room for n entries in an empty group; false out of memory. */
bool answers_room(struct vb_answers *answers, struct answer_group *group,
		  size_t n);

/* Adds a text value. */
struct answer *answers_add_text(struct vb_answers *answers,
				struct answer_group *group, const char *id,
				const char *level, const char *text);

/*
 * Adds a row to the VALUE_ROWS answer of a repeat, whose row array grows:
 * pointers to earlier rows die. NULL out of memory.
 */
struct answer_group *answers_add_row(struct vb_answers *answers,
				     struct answer *repeat);

/* Sorts for answers_find(); VB_ANSWERS for two entries of one field and
 * level. With a form, also puts the entries in canonical order. */
int answers_finish(struct vb_answers *answers, struct vb_error *err);

/* The sorting half of answers_finish(): VB_NOMEM is its only error. */
int answers_sort(struct vb_answers *answers, struct vb_error *err);

/* The next entry of a sorted group that repeats the field and level of
 * another; `*from` starts at 0. NULL at the end. */
const struct answer *answers_duplicate(const struct answer_group *group,
				       size_t *from);

/* The entry, NULL when absent. In O(log n) after answers_finish(), one by one
 * while a group is being built. */
const struct answer *answers_find(const struct answer_group *group,
				  const char *id, const char *level);

/*
 * Checks the words of one value against its type and makes it canonical in
 * place (numbers, dates, trimmed text). On a fault VB_ANSWERS with a text
 * that names the field. Used by the XML reader, the units CSV and extract.
 *
 * Words alone also make paragraphs (one a line) and file names (parted by
 * ';'). Empty paragraphs are kept between others and dropped at either end.
 * A value with nothing in it becomes VALUE_EMPTY.
 */
int answer_canonical(struct vb_answers *answers, struct answer *answer,
		     struct vb_error *err);

/* Two values equal in canonical form. */
bool answer_equal(const struct answer *a, const struct answer *b);

/* Mustache truth: absent, empty and "false" are false, all else (0 too) is
 * true; a repeat is true when it has a row. */
bool answer_true(const struct answer *answer);

#endif
