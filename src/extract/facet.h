/*
 * facet.h - blanks that a table of the form asks for by row and column: each
 * is told by one value of each of some facets, whatever a page makes of the
 * table.
 *
 *	"Chuyển đổi số trong dạy, học"  group, of "dạy, học" and "quản trị"
 *	"Tiểu học"                      row, of "CSGD phổ thông", "TH", "THCS"
 *	"Mức độ 1"                      column, of three
 *
 *	facet_form     tables of the form -> facets, and the words of values
 *	facet_mention  where a page names them
 *	facet_prose    which of them a figure of a paragraph is told by
 *	facet_place    ... a cell's by its table, any by what stands above
 *	facet          figures of which the sums of the form bear out that they
 *	               are the blanks' are settled as theirs
 */
#ifndef EXTRACT_FACET_H
#define EXTRACT_FACET_H

#include "extract/said_match.h"

enum {
	FACET_AXES = 3,
	FACET_VALUES_MAX = 12, /* of an axis; a table with more has no facets */
	FACET_WORDS_MAX = 40,  /* of a value */
	FACET_BLANKS_MIN = 6,  /* of a table; fewer are told by their words */
	/* Of a paragraph; one that names more names nothing. */
	FACET_MENTIONS_MAX = 300
};

enum facet_axis_kind {
	FACET_GROUP, /* a row without blanks, above others */
	FACET_ROW,
	FACET_COLUMN
};

/* ---- facet_form.c -------------------------------------------------------- */

/* A word as the form writes it. */
struct facet_word {
	struct token token;
	const char *text; /* that the token is of; borrowed from the form */
};

struct facet_value {
	size_t first, n; /* all its words, in facets.words */
	int level;	 /* that its words name, -1 */
	uint64_t rank;	 /* the number of "mức độ 1", its hash; 0 none */
	bool is_whole;	 /* of the others of its axis, by the form's sums */
};

struct facet_axis {
	struct facet_value at[FACET_VALUES_MAX];
	int n;
	int whole; /* the value that is, -1 none */
};

/* Words that one value has and no other: one, or two in a row. */
struct facet_key {
	size_t word; /* in facets.words */
	bool is_pair;
	unsigned char axis, value;
};

struct facet_blank {
	size_t blank; /* in said_form.blanks */
	int at[FACET_AXES];
};

/* Those of one table. */
struct facets {
	const struct level_names *levels;
	struct facet_axis axes[FACET_AXES];
	struct {
		VEC(struct facet_word);
	} words;
	struct {
		VEC(struct facet_key);
	} keys;
	struct {
		VEC(struct facet_blank);
	} blanks;
};

/* Reads the tables of a form; false out of memory. */
bool facet_form_read(struct said_form *form, const struct level_names *levels);
void facet_form_release(struct said_form *form);

/* ---- facet_mention.c ----------------------------------------------------- */

/* What is no value of an axis. */
enum {
	FACET_NONE = -1,   /* none is named */
	FACET_UNSURE = -2, /* several are */
	FACET_OTHER = -3   /* a level that the form does not ask for */
};

/* Those of a line before a token: before its first word, and behind that. */
struct facet_tabs {
	unsigned leading, between;
};

/* A value that a token of the page begins to name. */
struct facet_mention {
	size_t token;
	unsigned char axis;
	int value;    /* or FACET_OTHER */
	bool is_weak; /* "Tổng", "Cộng": of the whole, or of all else */
	struct facet_tabs tabs;
};

/* The sentence that was looked at last. */
struct facet_bounds {
	size_t para, from, to;
};

/* A page, and one of the form's tables. */
struct facet_page {
	struct matcher *m;
	const struct facets *facets;
	struct {
		VEC(struct facet_mention);
	} mentions;
	size_t *first;	 /* by paragraph: its first mention; one more */
	size_t *figures; /* likewise its first figure */
	uint32_t *above; /* said_outline() */
	struct facet_bounds *last;
};

/* Finds all of them; false out of memory. */
bool facet_mentions_find(struct facet_page *page);
struct facet_tabs facet_tabs(const struct anchor_text *text, size_t para,
			     size_t token);
/* A head stands over a figure: where the heads begin with a tab, over the names
 * of rows, those before the first word count too. */
bool facet_tabs_same(struct facet_tabs head, struct facet_tabs figure);
/* The one value of an axis that paragraphs [from, to) name. */
int facet_named(const struct facet_page *page, size_t from, size_t to,
		unsigned axis);
/* ... and whether nothing but "Tổng" or the like does. */
int facet_named_weakly(const struct facet_page *page, size_t from, size_t to,
		       unsigned axis, bool *is_weak);

/* ... by tokens [from, to), the first in a paragraph. */
int facet_named_within(const struct facet_page *page, size_t para, size_t from,
		       size_t to, unsigned axis, bool *is_weak);

/* ---- facet_prose.c ------------------------------------------------------- */

/* The value of an axis that a figure's own paragraph tells it by. */
int facet_in_para(const struct facet_page *page, size_t figure, unsigned axis);

/* ---- facet_place.c ------------------------------------------------------- */

/* The value of an axis that a figure is told by; *is_default: it is the whole
 * because none is named. */
int facet_of(const struct facet_page *page, size_t figure, unsigned axis,
	     bool *is_default);

/* ---- facet.c ------------------------------------------------------------- */

/* Settles what the form's sums bear out; false out of memory. */
bool facets_settle(struct matcher *m, struct said_matches *out);

#endif
