/*
 * anchor.h - finding values without marks: the form's own words are the
 * anchors.
 *
 *	anchor_page    form -> blocks of items: words, and blanks between them
 *	anchor_place   which paragraph each block stands in: all blocks at once,
 *	               in the form's order, a jump costs
 *	anchor_pairs   the words and pairs of words that blocks are known by;
 *	               anchor_cited: documents that titles cite
 *	anchor_way     the choice among the paragraphs that are like them
 *	anchor_topic   headings and leads in other words; anchor_alike: words
 *	               that mean the same
 *	anchor_around  ... told by what stands around them
 *	anchor_twins   what every part asks in the same words
 *	anchor_spread  a line typed as several begins at the first
 *	anchor_only    the only question of a part, below the part's title
 *	anchor_own     leads of an answer's own, below its question
 *	anchor_rank    titles of one part are counted alike
 *	anchor_stray   questions found beyond their part
 *	anchor_gap     lines of which hardly a word is left
 *	anchor_line    words of the blocks against words of the paragraphs, one
 *	               by one: what is left between two of them is a blank's
 *	anchor_join    texts that nothing parts
 *	anchor_part    blanks side by side; anchor_levels: values by level
 *	anchor_beside  figures in cells beside their words, or before them
 *	anchor_sides   answers line by line in the cell beside their questions
 *	anchor_joint   several questions in a line, their answers below it
 *	anchor_answer  answers in the cell beside that name their questions
 *	anchor_below   answers in the cell below their question
 *	anchor_record  texts in the row of a figure, below heads
 *	anchor_segment rows of a table for the figures of one line
 *	anchor_sum     sums that are written out
 *	anchor_label   words that make a number another line's
 *	anchor_short   words by their initials: "CĐS"
 *	anchor_heading where the part ends that a paragraph stands in;
 *	               anchor_marked: headings by bold letters and styles
 *	anchor_lead    where an answer begins behind words of which some were
 *	               lost
 *	anchor_question the rest of a question before its answer
 *	anchor_end     where it ends
 *	anchor_take    the ranges of the values, and how sure they are; those of
 *	               figures in anchor_take_figure, of short texts in
 *	               anchor_take_text
 *	anchor_see     sightings of them
 *	anchor_table   the same for tables: rows and columns by their words
 *	anchor_verdict the column of a table that answers choices
 *	anchor_choice  choices of tables that the document has not
 *	anchor_piece   short blanks of a line that a hand gave a line each
 *	anchor_inline  long answers behind leads amid a paragraph
 *	anchor_sentence questions answered in prose, by a sentence each
 *	anchor_prose   ... by paragraphs that nothing leads in
 *	anchor_repeat  rows of a repeat, behind their lead or in a table
 *	anchor_items   what a place is fitted to
 *	anchor_none    "không có", "chưa có trường nào" as numbers
 *	anchor_opening long answers that begin with their question's words
 *	anchor_long    what is none of a long answer; anchor_up: the question it
 *	               stands below; anchor_tail: what stands behind it
 *	anchor_half    questions of two things
 *	anchor_text    the words of the document; anchor_aside: columns of
 *	               another time, and anchor_brackets: brackets, which are
 *	               left out
 *	anchor         the order of all this
 *
 * Words are compared bare (text/token.h): marks, case and typing habits do
 * not count, one wrong letter is forgiven.
 */
#ifndef EXTRACT_ANCHOR_H
#define EXTRACT_ANCHOR_H

#include "extract/aside.h"
#include "extract/reading.h"
#include "text/number.h"
#include "text/token.h"

enum {
	/* A form has at most FORM_FIELDS_MAX blanks; the largest outline has
	 * 2,900 words. */
	ANCHOR_ITEMS_MAX = 100000,
	/* Words of a document looked at: 20,000 pages. */
	ANCHOR_WORDS_MAX = 8000000,
	/* Cells of the comparison of one place: bounds memory (a byte each)
	 * and time; a line of 200 words against 20,000 words. */
	ANCHOR_CELLS_MAX = 4000000
};

/* A block with a smaller margin may be another's. */
#define ANCHOR_MARGIN_MIN 0.25

enum item_kind {
	ITEM_WORD,
	ITEM_BLANK, /* of item.field */
	ITEM_PARTS, /* the values of item.field by level */
	ITEM_ROWS   /* lines of a repeat */
};

enum {
	COLUMNS_MAX = 63 /* of a table, what Word allows; no more are read */
};

struct item {
	enum item_kind kind;
	bool is_optional; /* a word of a hint: often deleted */
	bool is_new_line; /* the first of a line in a cell */
	bool is_title;	  /* a word of a title: stands in its first paragraph */
	struct token word;
	const struct field *field;
	/* What the form writes between it and the next word or blank: " (",
	 * "/", ": "; borrowed from the form. */
	const char *tail;
	size_t tail_size;
};

enum block_kind {
	BLOCK_TITLE, /* of a section */
	BLOCK_LINE,
	BLOCK_ROWS,  /* lines of a repeat: what follows the block before */
	BLOCK_TABLE, /* stands apart: anchor_table.c */
	BLOCK_END    /* words that end the body */
};

struct block {
	enum block_kind kind;
	const struct node *node;
	const struct field *group; /* ROWS */
	size_t item, n_items;
	size_t n_words; /* that are not optional */
	/* where it stands, by anchor_place.c: */
	bool is_beyond; /* ... below the title of a later part */
	bool is_placed;
	size_t para;
	double likeness; /* 0..1 */
	/* the token at which the answer begins behind a lead in other words,
	 * 0 where the block's own words tell */
	size_t lead;
	/* what would be lost if another block had the paragraph, or the line
	 * stood at another one */
	double margin;
	bool is_written_twice; /* the line stands at another paragraph too */
};

struct anchor_page {
	struct {
		VEC(struct block);
	} blocks;
	struct {
		VEC(struct item);
	} items;
	struct tokens scratch;
};

/* The paragraphs of the main document that are searched. */
struct anchor_text {
	struct tokens tokens;
	/* by paragraph: its first token, one more at the end */
	size_t *first;
	uint32_t *para; /* by token: its paragraph, one more at the end */
	bool *is_apart; /* in a table that was read as one */
	bool *is_aside; /* in a column of another time: without words */
	bool *is_part; /* "Phần thứ hai: ...": the label is none of its words */
	/* where the paragraphs of its cell end that follow each other */
	size_t *cell_end;
	/* by table: its first row is of heads (anchor_record.c) */
	enum anchor_known {
		ANCHOR_UNKNOWN,
		ANCHOR_IS,
		ANCHOR_IS_NOT
	} * heads;
	/* the heading that a paragraph stands below, and by heading the one
	 * that ends its part: anchor_heading.c; wml->paras.n for none */
	size_t *below, *ends;
	/* the first paragraph below the head of the document, and that of a
	 * sign-off: no answers are led to before and behind */
	size_t body, foot;
	const struct wml_story *wml;
};

/* What each item of a line got. */
struct fit {
	size_t from, to; /* tokens; a word has one or none */
	bool is_exact;	 /* a word: letter for letter */
	/* a figure: anchor_beside.c knows where it stands, or that the words
	 * of the line are no blank's */
	bool is_told, is_lost;
};

struct extract_index; /* index.h */
struct topics;	      /* anchor_topic.h */
struct pairs;	      /* anchor_pairs.h */

/* The search in hand. */
struct anchorer {
	struct extractor *ex;
	const struct extract_index *index;
	struct anchor_page page; /* of the index, a copy */
	struct anchor_text text;
	struct topics *topics; /* of the page's blocks */
	struct {
		VEC(struct item);
	} items;	  /* of the place in hand */
	size_t home, end; /* the paragraphs of that place */
	bool is_led;	  /* ... without the words that lead to it */
	bool is_named;	  /* ... which name it, and are no other's */
	struct fit *fits;
	size_t n_fits;	      /* room */
	double sure;	      /* of a line that is found whole on this page */
	struct period period; /* that the report is of, years 0 unknown */
	bool has_bare_rates;  /* said_rates_are_bare() */
	bool is_lost;	      /* memory failed where nobody could say so */
	bool *is_seen;	      /* likewise: found by words */
	bool *has_marks;      /* by field and level: see anchor_slot() */
	struct vb_error *err;
};

int anchor_page_read(struct anchor_page *page, const struct vb_form *form,
		     struct vb_error *err);
/* To be released in any case. */
int anchor_page_copy(struct anchor_page *to, const struct anchor_page *from,
		     struct vb_error *err);
void anchor_page_release(struct anchor_page *page);
/* True of a node that is, or stands in, another. */
bool anchor_is_below(const struct node *node, const struct node *above);
/* The block that asks for a field, NULL for none. */
const struct block *anchor_block_of(const struct anchor_page *page,
				    const struct field *field);
/* True of a word that a block of the form has. */
bool anchor_asks_word(const struct anchor_page *page, const struct block *block,
		      const struct token *word);
/* How many of n tokens are such words. */
size_t anchor_asked_words(const struct anchor_page *page,
			  const struct block *block, const struct token *words,
			  size_t n);

/* A question or a heading of the form stands in a paragraph. */
bool anchor_is_placed(const struct anchor_page *page, size_t para);
/* Finds where each block stands. `pairs` are those of the page, NULL: to be
 * read. */
int anchor_place_blocks(struct anchor_page *page,
			const struct anchor_text *text, struct topics *topics,
			const struct pairs *pairs, struct vb_error *err);

/* Items, and the tokens they are fitted to. */
struct line {
	const struct item *items;
	size_t n;
	const struct tokens *tokens;
	size_t from, to;
	size_t title_end; /* no word of a title stands behind it */
};

/*
 * Fits the items; `fits` has one for each. A blank that got nothing stands
 * where from == to.
 */
int anchor_line_fit(struct fit *fits, const struct line *line,
		    struct vb_error *err);

/* ---- anchor_text.c ------------------------------------------------------- */

/* Words that are no words of the page, or of a note's mark. */
#define ANCHOR_UNSEEN (RUN_HIDDEN | RUN_STRUCK | RUN_RAISED)

int anchor_text_read(struct anchorer *a);
/* Columns of another time in a table: bits by column. */
struct asides {
	struct aside_table {
		uint64_t columns;
		unsigned read; /* the rows before this one, 0 none */
	} * tables;
};
/* True of a paragraph in such a column; those before it are read. */
bool anchor_stands_aside(struct anchorer *a, struct asides *known, size_t para);
/* Brackets that hold what is of another time; open is '\0' for none. */
struct brackets {
	char open, close;
	size_t note;	 /* the paragraph that says so */
	size_t from, to; /* ... and the bytes of it that do */
	size_t first;	 /* paragraph of which they are left out */
};
/* False out of memory. */
bool anchor_brackets_read(struct anchorer *a, struct brackets *brackets);
/* Of the last paragraph that was read: its words in such brackets. */
void anchor_brackets_drop(struct anchor_text *text,
			  const struct brackets *brackets, size_t para);
/* True when one of the signs stands between a token of the paragraph and the
 * next, or behind the last. */
bool anchor_has_sign(const struct anchor_text *text, size_t para, size_t token,
		     const char *signs);
/* " – " stands between a token of the paragraph and the next, but in "dạy –
 * học": a dash in the place of a colon. */
bool anchor_has_dash(const struct anchor_text *text, size_t para, size_t token);
/* The tokens of "Phần thứ nhất", "PHẦN II", "Phần 3" that a paragraph begins
 * with, 0 for none. */
size_t anchor_part_label(const struct token *t, size_t n);
/* A paragraph has a word, by its bare letters. */
bool anchor_is_word_of(const struct anchor_text *text, size_t para,
		       const struct token *word);
/* How many words of a paragraph another one has too. */
size_t anchor_shared_words(const struct anchor_text *text, size_t para,
			   size_t other);
/* A colon stands behind one of the next few words of a paragraph, from a token
 * on. */
bool anchor_colon_soon(const struct anchor_text *text, size_t para,
		       size_t token);
/* The paragraph of a token. */
size_t anchor_para_of(const struct anchor_text *text, size_t token);
/* Tokens [from, to) have a number among them. */
bool anchor_has_number(const struct anchor_text *text, size_t from, size_t to);
/* True of a token that may go on with the number before it: three digits behind
 * one space, "1 234". */
bool anchor_goes_on(const struct wml_para *para, const struct token *first,
		    const struct token *token);
/* Where a blank without words stands, that follows the tokens before it. */
size_t anchor_blank_para(const struct anchorer *a, size_t from);

/* ---- anchor_none.c ------------------------------------------------------ */

/* Of the last paragraph that was read: "không có", "chưa có trường nào" become
 * numbers among its tokens. */
void anchor_none_mark(struct anchorer *a, size_t para);

/* ---- anchor_spelled.c ---------------------------------------------------- */

/* Likewise "hai" of "dự hai lớp". */
void anchor_spelled_mark(struct anchorer *a, size_t para);

/* ---- anchor_marked.c ---------------------------------------------------- */

enum {
	/* headings of nine levels by style (ECMA-376-1 17.3.1.20), and bold */
	ANCHOR_MARKED_MAX = 10
};

/* All the words that a person sees are bold. */
bool anchor_is_bold(const struct wml_para *p);
/* Bytes of the words in bold letters that a paragraph begins with, 0 when there
 * are none or nothing else is behind them: "*Kho học liệu.* Có 96 bài." */
size_t anchor_bold_size(const struct wml_para *p);
/* Some paragraphs are bold, and most words are not. */
bool anchor_has_bold_heads(const struct anchor_text *text);
/* The level of a title that has a heading's style, or is bold on a page with
 * bold heads: 1..ANCHOR_MARKED_MAX, 0 for none. */
int anchor_marked_level(const struct anchor_text *text, size_t para,
			bool has_bold);

/* ---- anchor_heading.c --------------------------------------------------- */

int anchor_headings_read(struct anchorer *a);
bool anchor_is_heading(const struct anchor_text *text, size_t para);
/* The paragraph at which the part ends that a paragraph stands in. */
size_t anchor_section_end(const struct anchorer *a, size_t para);

/* ---- anchor_end.c -------------------------------------------------------- */

/* What stands in a row of a table ends with it. */
bool anchor_is_same_row(const struct wml_para *one, const struct wml_para *two);
/* A paragraph that is a lead and no more. */
bool anchor_is_bare(const struct anchor_text *text, size_t para);
/* "Trên đây là báo cáo của ...", "... trân trọng báo cáo./.". */
bool anchor_is_closing(const struct anchor_text *text, size_t para);
/* "Bảng 2. LMS, học liệu", "Biểu số 3": the title of a table that follows. */
bool anchor_is_caption(const struct anchor_text *text, size_t para);
/* The last letter or sign of a paragraph behind a place, 0 for none. */
char anchor_last_sign(const struct wml_para *p, size_t from);
/* The paragraph behind what belongs to a place: that of the next placed block,
 * or of a table that was read as one. */
size_t anchor_end(const struct anchorer *a, size_t para);
/* The same for a long answer to a block, that `end` ends at the latest. */
size_t anchor_long_end(const struct anchorer *a, const struct block *block,
		       size_t para, size_t end);

/* ---- anchor_see.c -------------------------------------------------------- */

/* Of a field and level in a->has_marks and a->is_seen. */
size_t anchor_slot(const struct anchorer *a, const struct field *field,
		   int level);
/* The first sighting of a field and level, NULL for none. */
struct sighting *anchor_sighting(const struct anchorer *a,
				 const struct field *field, int level);
/* What was found for a field is another's, or nothing. */
void anchor_forget(struct anchorer *a, const struct field *field);
int anchor_see(struct anchorer *a, const struct sighting *model,
	       const struct wml_mark *range);
/* A minus sign belongs to its number. */
void anchor_widen(const struct anchorer *a, struct wml_mark *mark);
/* The token that a range begins with, the end of its paragraph for none. */
size_t anchor_first_token(const struct anchor_text *text,
			  const struct wml_mark *range);
/* What sets an answer off goes: ": ", a typed bullet. */
void anchor_trim_head(const struct anchorer *a, struct wml_mark *mark);
/* "Trả lời:" before a long answer, and behind it the number of the next line,
 * go. */
void anchor_trim_long(const struct anchorer *a, struct wml_mark *mark);
size_t anchor_lead_size(const struct wml_para *p, size_t at);
size_t anchor_bullet_size(const struct wml_para *p);
/* The same of a text. */
size_t anchor_bullet_at(const char *text, size_t room);

/* ---- anchor_items.c ------------------------------------------------------ */

int anchor_add_item(struct anchorer *a, const struct item *item);
/* Those of a block. A hint is there or not: single words of it that an answer
 * has too are the answer's. from..to is where it would stand. */
int anchor_add_items(struct anchorer *a, const struct block *block, size_t from,
		     size_t to);

/* ---- anchor_repeat.c ----------------------------------------------------- */

/* Block n when it is the lines of a repeat that has no marks, NULL otherwise.
 */
const struct block *anchor_rows_behind(const struct anchorer *a, size_t n);
/* Rows of the block among the tokens from..to, behind the words that lead to
 * them, which stand in the paragraph `home`. */
int anchor_take_rows(struct anchorer *a, const struct block *block, size_t home,
		     size_t from, size_t to);
/* Rows of repeats in tables of the document. */
int anchor_repeats(struct anchorer *a);

/* ---- anchor_levels.c ----------------------------------------------------- */

/* The values by level among tokens; *named is the first token of the first
 * name, SIZE_MAX when there is none. */
int anchor_levels(struct anchorer *a, const struct sighting *model, size_t from,
		  size_t to, size_t *named);

/* The end of the paragraphs behind `from` that begin with a level's name. */
size_t anchor_levels_end(struct anchorer *a, const struct field *field,
			 size_t from, size_t to);

/* ---- anchor_short.c ------------------------------------------------------ */

enum {
	/* Words that an abbreviation stands for: "GDĐT" is four, or five with
	 * "và" */
	ANCHOR_SHORT_MIN = 2,
	ANCHOR_SHORT_MAX = 6
};

/* The token is the initials of the n items. */
bool anchor_short_items(const struct item *items, size_t n,
			const struct token *token);
/* The item is the initials of the n tokens, or they are the parts of it. */
bool anchor_short_tokens(const struct item *item, const struct token *tokens,
			 size_t n);
/* Word i of the n items stands in from..to by an abbreviation. */
bool anchor_is_shortened(const struct item *items, size_t n, size_t i,
			 const struct tokens *tokens, size_t from, size_t to);

/* ---- anchor_part.c ------------------------------------------------------- */

/* Parts the words of blanks side by side, in a->fits. */
void anchor_part(struct anchorer *a);
/* A blank that ends its line ends with it. */
void anchor_end_line(struct anchorer *a);
/* No word of the form parts a blank from another one. */
bool anchor_is_beside(const struct anchorer *a, size_t i);
/* The words of an option end before a token: a note on it is parted. */
bool anchor_option_ends(const struct anchor_text *text, size_t para,
			size_t token);
/* The token behind the first item->tail in from..to, SIZE_MAX for none. */
size_t anchor_token_behind(const struct anchorer *a, const struct item *item,
			   size_t from, size_t to);

/* ---- anchor_lead.c ------------------------------------------------------- */

/* Answers begin where the words of the line end, in a->fits. */
void anchor_lead(struct anchorer *a);
bool anchor_has_lead(const struct anchor_text *text, size_t para);
/* A colon, or the end of a paragraph, stands before a token. */
bool anchor_is_break(const struct anchorer *a, size_t token);

/* ---- anchor_beside.c ----------------------------------------------------- */

/* Figures in cells beside their question, and before their words, in a->fits.
 */
void anchor_beside(struct anchorer *a);

/* ---- anchor_sum.c -------------------------------------------------------- */

/* The number of a token, canonical; false when it is none of that kind. */
bool anchor_read_number(struct buf *out, const struct anchorer *a, size_t token,
			enum number_kind kind);

/* The token of what the numbers from one on add up to, "12 + 3 = 15", SIZE_MAX
 * when they are no such sum; *is_wrong when they add up to something else,
 * *is_lost out of memory. */
size_t anchor_sum(const struct anchorer *a, size_t from, bool *is_wrong,
		  bool *is_lost);
/* "TH: 17; THCS: 15; cộng 32": the number among tokens that words lead in as
 * the sum of those before it, and is; SIZE_MAX for none. */
size_t anchor_told_sum(const struct anchorer *a, size_t from, size_t to,
		       bool *is_lost);
/* The number is not what the ones before it add up to. */
bool anchor_is_wrong_sum(const struct anchorer *a, size_t number,
			 bool *is_lost);

/* ---- anchor_sides.c ------------------------------------------------------ */

/* Answers line by line in the cell beside their questions, in a->fits. */
void anchor_sides(struct anchorer *a);

/* ---- anchor_joint.c ------------------------------------------------------ */

/* Answers in the line below that of their questions, in a->fits. */
void anchor_joint(struct anchorer *a);

/* ---- anchor_answer.c ----------------------------------------------------- */

/* The blanks of the blocks from *n on that stand in one cell, answered in the
 * one beside it; then *n is behind them, and *is_taken is set. */
int anchor_answers(struct anchorer *a, size_t *n, double sure, bool *is_taken);

/* ---- anchor_below.c ------------------------------------------------------ */

/* The paragraph is in a head of a table of two rows, with words below it:
 * paragraphs *first to *end. */
bool anchor_below(const struct anchor_text *text, size_t para, size_t *first,
		  size_t *end);
/* Likewise the paragraphs of a row of one cell, right below a row that ends
 * with the question. */
bool anchor_row_below(const struct anchor_text *text, size_t para,
		      size_t *first, size_t *end);

/* ---- anchor_record.c ----------------------------------------------------- */

size_t anchor_blanks_of(const struct anchorer *a, const struct block *block);
/* The paragraph is one of several heads that ask for what stands below. */
bool anchor_is_record_head(const struct anchorer *a, size_t para);
/* Finds texts in the rows of figures that were found. */
int anchor_records(struct anchorer *a);

/* ---- anchor_label.c ------------------------------------------------------ */

/* The tokens before a number say that it is another line's. */
bool anchor_is_anothers(const struct anchorer *a, size_t from, size_t number);
/* The words before a blank have a number before them, that no blank got, and
 * nothing parts the two: "20 trường tiểu học và 10 trường THCS". */
bool anchor_is_behind(const struct anchorer *a, size_t i);

/* ---- anchor_take.c ------------------------------------------------------- */

/* Values found by fitting a->items to the tokens from..to become sightings;
 * `row` is that of the repeat they stand in, 0 outside. */
int anchor_take(struct anchorer *a, size_t from, size_t to, unsigned row,
		enum vb_method method, double sure);

/* A line of several figures as rows of a hand's own table; *is_taken tells
 * whether it is. */
int anchor_segments(struct anchorer *a, const struct block *block, double sure,
		    bool *is_taken);

/* A word of the line that stands in the document. */
static inline bool anchor_is_found(const struct item *item,
				   const struct fit *fit)
{
	return item->kind == ITEM_WORD && fit->to > fit->from;
}

/* ---- anchor_question.c --------------------------------------------------- */

/* Lets a long answer begin behind words that are its question's alone. */
void anchor_skip_question(const struct anchorer *a, const struct field *field,
			  struct wml_mark *mark);
/* True of a paragraph below a long question that has all of its words. */
bool anchor_asks_already(const struct anchorer *a, const struct block *block,
			 size_t para);

/* ---- anchor_take_figure.c ------------------------------------------------ */

/* The number of blank i. */
int anchor_take_figure(struct anchorer *a, struct sighting *s, size_t i);

/* ---- anchor_take_text.c -------------------------------------------------- */

/* An answer that does not look like one. */
#define ANCHOR_DOUBT_TEXT 0.5

/* The words of tokens from..to in one paragraph. */
void anchor_range(const struct anchorer *a, struct wml_mark *mark, size_t para,
		  size_t from, size_t to);
/* The words of blank i, that stand in one paragraph. */
int anchor_take_text(struct anchorer *a, struct sighting *s, size_t i);

/* Reads the tables of the form, and sets their paragraphs apart. */
int anchor_tables(struct anchorer *a);
/* "29" over "27": paragraphs [first, end) of a cell hold, in several lines,
 * numbers of one kind and nothing else: rows of a table that somebody made one.
 * "4" over "9%" is a count with its rate. */
bool anchor_is_stacked(const struct anchor_text *text, size_t first,
		       size_t end);

/* ---- anchor_choice.c ----------------------------------------------------- */

/* Choices of the form's tables, where the document has no such table. */
int anchor_choices(struct anchorer *a);

/* ---- anchor_piece.c ------------------------------------------------------ */

/* Short blanks that have a line each. */
int anchor_pieces(struct anchorer *a);

/* Finds what it can, for fields of the page that have no mark. */
int anchor_find(struct extractor *ex);

/* ---- anchor_inline.c ----------------------------------------------------- */

/* Looks for long answers behind leads amid a paragraph. */
int anchor_inlines(struct anchorer *a);

/* ---- anchor_opening.c ---------------------------------------------------- */

/* Long answers that begin with words of their question and no colon. */
int anchor_openings(struct anchorer *a);

/* ---- anchor_sentence.c --------------------------------------------------- */

/* The long answer that a block asks for, and nothing else; NULL for none. */
const struct field *anchor_asked_long(const struct anchor_page *page,
				      const struct block *block);
/* It was found, and is no blank. */
bool anchor_is_answered(const struct anchorer *a, const struct field *field);
/* A full stop stands before a token that is not the first, and it has a capital
 * or is a number. */
bool anchor_begins_sentence(const struct anchor_text *text, size_t para,
			    size_t token);

/* Looks for questions of a part that were answered by a sentence each. */
int anchor_sentences(struct anchorer *a);

/* ---- anchor_prose.c ------------------------------------------------------ */

/* Looks for long answers that nothing leads in. */
int anchor_prose(struct anchorer *a);

/* ---- anchor_long.c ------------------------------------------------------- */

/* Takes out of long answers what is none of them. */
int anchor_long_trim(struct anchorer *a);

/* ---- anchor_join.c ------------------------------------------------------- */

/* Gives one of two texts that nothing parts all their words. */
void anchor_join(struct anchorer *a);

/* ---- anchor_left.c ------------------------------------------------------- */

/* Takes off an answer what is left of the outline around it; block NULL for
 * none. */
void anchor_leave_left(const struct anchorer *a, const struct block *block,
		       struct wml_mark *mark);
/* A mark of one paragraph that ends before it begins becomes empty. */
void anchor_keep_order(struct wml_mark *mark);

/* ---- anchor_half.c ------------------------------------------------------- */

/* True when paragraphs begin with two leads that the question names. */
bool anchor_is_other_half(const struct anchorer *a, const struct block *block,
			  size_t one, size_t other);
/* Lets an answer begin with the first of two leads that its question names. */
void anchor_keep_half(const struct anchorer *a, const struct block *block,
		      struct wml_mark *mark);

#endif
