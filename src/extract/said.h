/*
 * said.h - figures of a page that is laid out its own way: each is told by
 * what is said around it, wherever it stands, and compared with what the form
 * says of each of its blanks.
 *
 *	said_words    the words of the form, and how much each of them tells
 *	said_class    whether persons or places are counted
 *	said_form     what the form says of a blank: label, line, table, titles
 *	said_weigh    what its words tell
 *	said_outline  which paragraph stands below which
 *	said_numbers  which numbers of a paragraph are figures
 *	said_signs    the signs, blanks and brackets of a paragraph
 *	said_parts    a paragraph in parts of one figure each
 *	said_bare     rates without a sign, in brackets
 *	said_stroke   figures by strokes, of names by strokes
 *	said_tabs     figures in tables that tabs lay out
 *	said_order    figures told in the order of a list
 *	said_look     a table around one of its cells
 *	said_kinds    its heads, and what its columns hold
 *	said_table    the cells that speak for a cell
 *	said_hear     the words of the form in what the page says
 *	said_count    what a figure counts
 *	said_persons  who, where several are asked for together
 *	said_list     levels in a paragraph, and the lists they make
 *	said_names    names behind a figure
 *	said_around   the words around a figure, near and far
 *	said_note     that it is of another time, or a total
 *	said_page     the figures of a page, with what is said of each
 *	said_columns  answers in columns of another time
 *	said_over     values that cannot be
 *	said_rates    the counts of rates in tables
 *	said_total    numbers of figures, and what they add up to
 *	said_whole    the counts that others in their row are parts of
 *	said_sums     rows and columns of sums, and what is beside them
 *	said_family   totals beside their levels
 *	said_score    how like a figure is to a blank, and how clearly
 *	said_twins    sections that ask for the same
 *	said_match    which figure is which blank's
 *	said_doubt    lines of the form that gave another's figure
 *	said_bounds   two figures that a bound of the form's tells apart
 *	said_share    counts that settled rates are the shares of
 *	said_levels   wholes that their levels add up to
 *	said_sure     how sure all that is
 *	said_adds     sums that the form's constraints state
 *	said_beside   persons or classes beside what is settled of their section
 *	said_pairs    two blanks and two figures that are nearly alike
 *	said_between  what is left between settled figures
 *	said          the order of all this; values found become sightings
 *
 * For what anchor.h cannot find: it needs the form's lines, this needs their
 * words only.
 */
#ifndef EXTRACT_SAID_H
#define EXTRACT_SAID_H

#include "extract/anchor.h"
#include "extract/levels.h"

enum {
	/* Figures of a page that are looked at, and pairs of figure and blank
	 * that are compared: bounds memory (4 bytes a pair) and time. A page
	 * with more is nobody's own layout of a form of 130 blanks. */
	SAID_FIGURES_MAX = 4000,
	SAID_PAIRS_MAX = 1000000,
	/* Words that one figure or blank may have. */
	SAID_PIECE_MAX = 400,
	SAID_SEVERAL = -2, /* levels are named where one may be */
	SAID_TELLINGS = 3, /* ways in which the form says what a blank is */
	SAID_SUMS = SAID_TELLINGS + 1 /* and its titles */
};

#define SAID_NONE UINT32_MAX

enum {
	SHORT_MIN = 2, /* letters that stand for words: "GV" */
	SHORT_MAX = 5
};

/* ---- said_class.c -------------------------------------------------------- */

/* Who or what is counted, whatever it is called. */
enum said_class {
	SAID_ANY,
	SAID_PERSONS, /* "giáo viên", "em", "người" */
	SAID_PLACES,  /* "CSGD", "trường", "đơn vị" */
	SAID_THINGS   /* of a blank: it has a unit that is neither */
};

/* What the words that tokens begin with are; SAID_ANY when they do not say. */
enum said_class said_class_of(const struct token *tokens, size_t n);
/* ... and what is counted by a label or a head: "Số CSGD có wifi", "Giáo viên
 * được tập huấn", "Kết quả (người)". */
enum said_class said_class_in(const char *text, const struct token *tokens,
			      size_t n);
/* "CSGD phổ thông": places, and no word that tells which. */
bool said_names_all(const struct token *tokens, size_t n);

/* ---- said_words.c -------------------------------------------------------- */

/* A word of the form, or two in a row. */
struct said_word {
	uint64_t key;
	float tells; /* less the more blanks have it */
	unsigned n; /* blanks that have it; else those below a title that has */
	unsigned n_outer;
	size_t last; /* the last of these, + 1 */
	bool is_acronym, is_pair;
	bool is_whole; /* no syllable: says all by itself, "wifi", "LMS" */
};

/* Words whose first letters are typed for them: "GV". */
struct said_short {
	uint64_t key;
	uint32_t at, n; /* in said_words.run */
};

struct said_words {
	struct {
		VEC(struct said_word);
	} words;
	uint32_t *slots; /* by key, index + 1 */
	size_t room;
	struct {
		VEC(struct said_short);
	} shorts;
	struct {
		VEC(struct token);
	} run;
	float most; /* what the rarest word tells */
};

/* Keys of words as they follow one another; 0 where something stood between
 * that is none. */
struct said_keys {
	VEC(uint64_t);
};

enum {
	SAID_UNIT_WORDS = 8
};

/* What is counted: "giáo viên". */
struct said_unit {
	uint64_t key[SAID_UNIT_WORDS];
	size_t n;
	uint64_t initials;
	enum said_class class;
};

bool said_is_filler(const struct token *t);
/* "chưa", "không". */
bool said_is_denial(const struct token *t);
/* Words that tell a rate and nothing of it: "chiếm", "đạt tỷ lệ", "tương
 * đương". */
bool said_is_of_rate(const struct token *t);
/* What stands before the number of a rank: "mức 1", "mức độ 1", "MĐ 1". */
bool said_is_rank(const struct token *t);
/* How many of the first words say what two others do, whose keys are set; 0 for
 * none. */
size_t said_synonym(uint64_t keys[2], const struct token *tokens, size_t n);
bool said_unit_read(struct said_unit *unit, const struct token *tokens,
		    size_t n);
bool said_unit_fits(const struct said_unit *one, const struct said_unit *other);
bool said_is_year(const struct token *t);
/* "từ" before the number of a token, and "tăng lên" or the like that ends
 * before another: what it rose or fell from. */
bool said_rises(const struct token *t, size_t number, size_t end);
bool said_is_capital(const char *text, const struct token *t);
uint32_t said_word_of(const struct said_words *w, uint64_t key);
uint32_t said_word_add(struct said_words *w, uint64_t key);
/* The key of a bare word. */
uint64_t said_key_of(const char *letters);
uint64_t said_pair(uint64_t one, uint64_t two);
/* Notes what may stand for words of the form. */
bool said_shorten(struct said_words *w, const struct token *tokens, size_t n);
void said_shorts_sort(struct said_words *w);
const struct said_short *said_short_of(const struct said_words *w,
				       uint64_t key);
void said_words_release(struct said_words *w);

/* ---- said_persons.c ------------------------------------------------------ */

/* Who is counted, where a blank asks for several together. */
enum said_persons {
	SAID_STAFF = 1, /* "cán bộ", "CBQL" */
	SAID_TEACHERS = 2,
	SAID_EMPLOYEES = 4, /* "nhân viên" */
	SAID_PUPILS = 8
};

struct said_line;

/* All that tokens name. */
unsigned said_persons_in(const struct token *tokens, size_t n);
/* "3 CBQL và 13 giáo viên": the kind that a figure of a line counts, where the
 * one beside it counts another; else 0. */
unsigned said_persons_part(const struct said_line *line, size_t figure);

/* ---- said_form.c --------------------------------------------------------- */

struct said_telling {
	size_t first, n; /* in said_form.ids */
	float total;
};

struct said_blank {
	const struct field *field;
	const struct node *section; /* or row that it stands in, NULL */
	int level;		    /* that its words name, -1 */
	bool is_rate;
	size_t of;   /* of a rate: the blank of the count it is the share of,
		      * SIZE_MAX */
	size_t unit; /* in said_form.units, SIZE_MAX none */
	enum said_class class;
	unsigned persons; /* enum said_persons, all that its words name */
	struct said_telling by[SAID_TELLINGS], outer;
};

enum {
	SAID_ADDENDS_MAX = 8 /* of a constraint; longer ones are not read */
};

struct said_add {
	size_t whole, parts[SAID_ADDENDS_MAX], n;
};

/* Blanks of two sections that ask for the same. */
struct said_twins {
	size_t one, two;
};

struct said_form {
	struct said_words words;
	struct {
		VEC(struct said_blank);
	} blanks;
	struct {
		VEC(uint32_t);
	} ids; /* of words */
	/* the other way round: by word, which tellings have it, blank *
	 * SAID_SUMS + which; those of a word begin at first[word] */
	struct {
		uint32_t *first, *telling;
	} uses;
	struct {
		VEC(struct said_unit);
	} units;
	/* numbers the form itself writes, with the word before or behind */
	struct said_keys numbers;
	/* sums that its constraints state: of blanks */
	struct {
		VEC(struct said_add);
	} adds;
	/* rates, and what the form says they are shares of: per="a + b" */
	struct {
		VEC(struct said_add);
	} pers;
	struct {
		VEC(struct said_twins);
	} twins;
	/* its tables that ask by row and column: facet.h */
	struct {
		VEC(struct facets *);
	} facets;
};

/* To be released in any case. */
int said_form_read(struct said_form *form, const struct level_names *levels,
		   struct vb_error *err);
/* No other count of its section is of the class of this one. */
bool said_is_only_of_class(const struct said_form *form, size_t blank);
/* No other blank of its section has its unit. */
bool said_is_only_of_unit(const struct said_form *form, size_t blank);
bool said_telling_has(const struct said_form *form,
		      const struct said_telling *telling, uint32_t word);
/* True of a number of tokens with words beside it that the form has too. */
bool said_form_writes(const struct said_form *form, const struct token *tokens,
		      size_t n, size_t number);
/* ... all the words beside it. */
bool said_form_writes_all(const struct said_form *form,
			  const struct token *tokens, size_t n, size_t number);
void said_form_release(struct said_form *form);

/* ---- said_adds.c --------------------------------------------------------- */

/* The sums that the constraints of its blanks state, and those that its rates
 * are shares of. False out of memory. */
bool said_adds_read(struct said_form *form);

/* ---- said_twins.c -------------------------------------------------------- */

/* False out of memory. */
bool said_twins_read(struct said_form *form);

/* ---- said_weigh.c -------------------------------------------------------- */

/* False out of memory. */
bool said_form_weigh(struct said_form *form);

/* ---- said_outline.c ------------------------------------------------------ */

/* For each paragraph the one it stands below, index + 1; 0 none. */
void said_outline(uint32_t *above, const struct anchorer *a);

/* ---- said_numbers.c ------------------------------------------------------ */

/* A paragraph, or what is read of it. */
struct said_line {
	const struct anchorer *a;
	const struct wml_para *p;
	const struct token *t;
	size_t n; /* tokens */
};

/* The line that a paragraph is. */
struct said_line said_line_of(const struct anchorer *a, size_t para);
bool said_is_figure(const struct said_line *line, size_t token);
/* The cell before that of a paragraph in its row ends right before it. */
bool said_is_behind_cell(const struct anchorer *a, size_t para);
/* True for "1" of "1 - Chưa đáp ứng" in a cell: its mark in a list. */
bool said_is_item_mark(const struct said_line *line, size_t token);
/* True for "3" of "3/5". */
bool said_is_share(const struct said_line *line, size_t token);
/* True for "16" and "13" of "16 + 13 = 29". */
bool said_is_addend(const struct said_line *line, size_t token);
/* True for a number in "giảm khoảng 32% hồ sơ giấy", "tăng thêm 5 trường";
 * "tăng lên 45 trường" is what there is now. */
bool said_is_change(const struct said_line *line, size_t token);
/* True for "234" of "1 234". */
bool said_goes_on(const struct said_line *line, size_t token);
/* The token that leads to a whole, "57 trên tổng số 58", "trong 58 giáo viên",
 * SIZE_MAX for none. */
size_t said_leads_whole(const struct said_line *line, size_t token);
/* ---- said_bare.c --------------------------------------------------------- */

/* The page says of brackets behind counts that they hold rates. */
bool said_rates_are_bare(const struct anchorer *a);
/* A number in brackets is a rate, though no sign stands behind it. */
bool said_is_bare_rate(const struct said_line *line, size_t token);

/* The byte of the text, NUL behind its end. */
char said_char_at(const struct said_line *line, size_t at);

static inline bool said_opens(char c)
{
	return c == '(' || c == '[';
}

static inline bool said_closes(char c)
{
	return c == ')' || c == ']';
}

/* ---- said_stroke.c ------------------------------------------------------- */

enum {
	SAID_STROKES_MAX = 8
};

struct said_label {
	size_t from, to; /* tokens of the line */
};

/* "mức 1/2/3: 5/15/0" */
struct said_strokes {
	struct said_label labels[SAID_STROKES_MAX];
	size_t n;
	size_t rank;  /* "mức", SIZE_MAX where the names are none of ranks */
	size_t first; /* the first figure of its list */
};

/* True of a number of the line in a list of figures by strokes. */
bool said_strokes_at(struct said_strokes *s, const struct said_line *l,
		     size_t i);

/* ---- said_parts.c -------------------------------------------------------- */

enum {
	/* Of a paragraph; what is behind is not read, nor is the last figure
	 * before that. */
	PART_TOKENS_MAX = 2000,
	PARTS_MAX = 100
};

/* What is said of one figure in its paragraph. */
struct said_part {
	size_t number; /* token; SIZE_MAX for a blank that was left */
	size_t last;   /* of "1 234" the second */
	int before;    /* the part before in its sentence, -1 */
	int around;    /* the part whose brackets it stands in, -1 */
	bool is_rate;
	bool is_loose;	/* no sign parts it from the next, or the last */
	bool is_new;	/* a stop parts it from the last */
	bool is_joined; /* nothing but "với" does */
	bool is_and;	/* "và" does */
	/* tokens, equal for none: what it is in a list, and what leads the
	 * list in; said_order.c */
	size_t listed, listed_end, led, led_end;
};

enum {
	PART_LEAD = 0,		/* words of no figure, that lead in all */
	PART_UNREAD = PARTS_MAX /* those of figures that are not read */
};

struct said_parts {
	struct said_part at[PARTS_MAX + 1]; /* the last is PART_UNREAD */
	int n;				    /* the first is PART_LEAD */
	size_t from, to;		    /* tokens */
	unsigned char of[PART_TOKENS_MAX];  /* the part of each */
};

void said_parts_read(struct said_parts *parts, const struct anchorer *a,
		     size_t para);
/* The part of a figure, -1 of any other token, and of one not read. */
int said_part_of(const struct said_parts *parts, size_t token);

/* ---- said_order.c -------------------------------------------------------- */

/* Finds what parts are said of by their order. */
void said_orders_read(struct said_parts *parts, const struct anchorer *a,
		      size_t para);

/* ---- said_tabs.c --------------------------------------------------------- */

/* Finds what parts are said of by heads above them, between tabs. */
void said_tabs_read(struct said_parts *parts, const struct anchorer *a,
		    size_t para);

/* ---- said_table.c -------------------------------------------------------- */

enum {
	HEADS_MAX = 24
};

/* A paragraph that speaks for a cell. */
struct said_head {
	size_t para;
	float weight;
	bool is_near;	/* of its row */
	bool is_column; /* over it */
};

struct said_heads {
	struct said_head at[HEADS_MAX];
	size_t n;
	bool is_rate, is_other; /* rates; notes, no figures */
	bool is_difference;	/* how much more or less than before */
	bool is_row_numbered;	/* "6" below "Khối" names its row */
	size_t before;		/* the first paragraph of its table */
};

enum {
	SAID_LEADS_MAX = 5 /* of rates, a bullet, a level, two groups */
};

/* The rows that lead in the row that was looked at last. */
struct said_leads {
	uint32_t table, row;
	unsigned n;
	struct {
		const struct wml_cell *cell;
		float weight;
		bool is_near;
	} at[SAID_LEADS_MAX];
};

enum {
	SECTIONS_MAX = 4 /* of a table */
};

/* The rows of a table below one set of heads, which most have one of. */
struct said_sections {
	unsigned n; /* 0: not known yet */
	struct said_section {
		uint32_t top, heads; /* rows above it; its last row of heads */
		bool is_slipped, has_rates;
		bool is_below_rates; /* "Tỷ lệ ..." over all of it */
	} at[SECTIONS_MAX];
};

/* The cells of a story by table. */
struct said_cells {
	uint32_t *order; /* indexes of cells, those of a table together */
	uint32_t *first; /* by table; one more at the end */
	uint32_t n_tables;
	struct said_sections *sections; /* by table, as far as asked for */
	struct said_leads *leads;
};

int said_cells_read(struct said_cells *cells, const struct anchorer *a);
void said_cells_release(struct said_cells *cells);
void said_heads_find(struct said_heads *heads, const struct said_cells *cells,
		     const struct anchorer *a, size_t para);
/* Which of its table's sections a cell is in. */
unsigned said_section_of(const struct said_cells *cells,
			 const struct wml_cell *cell);

/* ---- said_page.c --------------------------------------------------------- */

struct said_weight {
	uint32_t word;
	float weight;
	bool is_near; /* it stands beside the figure */
	bool is_own;  /* in its paragraph, over its column */
};

struct said_figure {
	size_t token, last, para;
	int level;	   /* -1 none is named */
	bool is_level_far; /* by a caption, a title */
	bool is_rate;
	bool is_told; /* in a long answer */
	bool is_told_surely;
	bool is_bare;	   /* no word of its own tells of it */
	bool is_rest;	   /* "còn lại" */
	bool is_rate_line; /* of the count in a line above, and no more */
	/* before its row, over its column: "Cộng", "Tỷ lệ (%)" alone */
	bool is_row_total, is_column_total;
	bool is_sum_row;  /* "Cộng" stands beside it */
	bool is_row_bare; /* nothing beside it but the name of a level */
	bool is_base_row; /* "Số trường hiện có": what others are a part of */
	bool is_row_level; /* ... of one that the form may not know */
	bool is_column_level;
	size_t unit; /* in said_form.units, SIZE_MAX not told */
	enum said_class class;
	unsigned persons; /* of a part of all that are counted, 0 */
	uint64_t noun;	  /* the word behind it, 0 */
	uint64_t denial;  /* "chưa", "không" beside it, 0 */
	uint64_t aside;	  /* it is of another time, or planned: aside.h, 0 */
	bool is_past;	  /* of another time, and what goes on behind it too */
	bool is_below;	  /* a title says so */
	/* over its column: "Tổng số", "Số lượng" */
	bool is_below_all, is_below_amount;
	bool is_below_base; /* "Tổng số giáo viên của trường" */
	size_t of;	    /* of a rate: the figure of the count beside it */
	size_t whole;	  /* of a count: the figure it is a part of, SIZE_MAX */
	bool is_whole;	  /* ... another is a part of it */
	size_t first, n;  /* in said_page.weights */
	float near_total; /* what all words beside it tell */
	uint32_t key;	  /* one of them that tells all by itself, SAID_NONE */
};

struct said_page {
	struct {
		VEC(struct said_figure);
	} figures;
	struct {
		VEC(struct said_weight);
	} weights;
	struct said_cells cells;
};

/* None when there are more than SAID_FIGURES_MAX. */
int said_page_read(struct said_page *page, const struct said_form *form,
		   const struct anchorer *a);
void said_page_release(struct said_page *page);
/* Both figures stand in one paragraph, or row of a table. */
bool said_is_beside(const struct said_page *page, const struct anchorer *a,
		    size_t figure, size_t other);
/* The cell that a figure stands in, NULL for none, and behind the last. */
const struct wml_cell *said_cell_of(const struct said_page *page,
				    const struct anchorer *a, size_t figure);
/* The end of the figures that stand in the table of this one; of one that
 * stands in none, the next. */
size_t said_table_end(const struct said_page *page, const struct anchorer *a,
		      size_t figure);

/* What a value that is doubted is as sure as, of what it was. */
#define SAID_SURE_DOUBT 0.4

/* A value that a line of the form found, for sure so far. */
static inline bool said_is_found(const struct sighting *s)
{
	return s->is_anchor && s->story == 0 && !s->row &&
	       s->sure >= READING_SURE_MIN;
}

/* ---- said_columns.c ------------------------------------------------------ */

/* Answers in columns of another time than the report's are doubted. */
void said_doubt_columns(struct anchorer *a, const struct said_cells *cells);

/* ---- said_over.c --------------------------------------------------------- */

/* Values that cannot be are doubted. */
int said_doubt_over(struct anchorer *a);

/* ---- said_rates.c -------------------------------------------------------- */

/* Finds of the rates in tables the counts they are the shares of. */
void said_rates_link(struct said_page *page, const struct anchorer *a);

/* ---- said_whole.c -------------------------------------------------------- */

/* Finds what counts of tables are parts of, and corrects what their rates are
 * the shares of. False out of memory. */
bool said_wholes_find(struct said_page *page, const struct anchorer *a);

/* ---- said_match.c -------------------------------------------------------- */

struct said_match {
	size_t blank, figure;
	float score;
	float rival;	      /* the score of the next best figure */
	float clear;	      /* 0..1: it is no other blank's */
	float alone;	      /* the same, beside those settled before too */
	float near;	      /* 0..1: the words beside it are the blank's */
	float telling;	      /* what they tell, to the form's rarest word */
	float key;	      /* ... the blank's that tells most */
	bool is_between;      /* by its place alone: said_between.c */
	bool is_pair;	      /* beside another: said_pairs.c */
	bool is_beside;	      /* ... of its section: said_beside.c */
	bool is_cornered;     /* the others of its table say it: said_grid.c */
	bool is_sum;	      /* of its levels: said_levels.c */
	bool is_borne;	      /* out: its levels add up to it */
	bool is_proved;	      /* its facets say it, and the sums: facet.c */
	bool is_faceted;      /* ... among such, and no sum proves it */
	bool is_nearer_other; /* the words beside it are more another's */
	size_t sum; /* out: 1 + the first blank of the sum that it is proved a
		     * share of, or the count of one; 0 */
};

struct said_matches {
	VEC(struct said_match);
};

int said_match(struct said_matches *out, const struct said_form *form,
	       const struct said_page *page, const struct anchorer *a);

/* ---- said.c -------------------------------------------------------------- */

/* Looks for figures that have no mark and were not found, or not for sure. */
int said_find(struct anchorer *a);

#endif
