/*
 * metadata.h - the particulars of an official document (Nghị định 30/2020,
 * Phụ lục I and VI), read from its page.
 *
 *	metadata        the order of all this; what is told, once each
 *	metadata_line   paragraphs -> lines and pieces of lines, with what
 *	                kind of line each is
 *	metadata_head   the letterhead
 *	metadata_title  tên loại, trích yếu, Kính gửi
 *	metadata_foot   Nơi nhận and the signature
 *	metadata_cite   documents cited in the text
 *	metadata_due    days by which something is due
 *	metadata_see    what the form asks of them, without marks (its own
 *	                header)
 *
 * Nothing hangs on the layout alone: a letterhead in a table without borders,
 * in tabs, in a text box, in the header of the page or in plain paragraphs
 * gives the same lines, told apart by their words.
 */
#ifndef EXTRACT_METADATA_H
#define EXTRACT_METADATA_H

#include "extract/reading.h"
#include "text/token.h"

/* How sure a slot is that the grammar of the Decree gives whole; by its place
 * among others; by its place alone. */
#define SURE_GRAMMAR 0.98
#define SURE_PLACED  0.95
#define SURE_GUESSED 0.75

enum {
	/* Paragraphs of a letterhead with all that stands above and in it:
	 * the widest official sample has 30. */
	METADATA_HEAD_MAX = 160,
	/* of Nơi nhận and signature together */
	METADATA_FOOT_MAX = 200,
	METADATA_CITES_MAX = 1000,
	METADATA_DUE_MAX = 200,
	/* bytes: a longer line is of the text, one twice as long ends the head
	 */
	METADATA_LINE_MAX = 260,
	METADATA_TEXT_MIN = 520,
	/* lines without any of a letterhead's: a page has about 40 */
	METADATA_NONE_MIN = 48,
	/* bytes of a paragraph looked through for citations and deadlines */
	METADATA_PARA_MAX = 100000
};

enum metadata_kind {
	METADATA_OTHER,
	METADATA_COUNTRY, /* CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM */
	METADATA_MOTTO,
	METADATA_PARTY, /* ĐẢNG CỘNG SẢN VIỆT NAM */
	METADATA_RULE,	/* a line of dashes, dots, a star */
	METADATA_NUMBER,
	METADATA_DATE,
	METADATA_ABOUT, /* V/v */
	METADATA_TYPE,
	METADATA_TO, /* Kính gửi */
	METADATA_STAMP,
	METADATA_FROM_HERE /* Căn cứ: the text begins */
};

struct metadata_line {
	enum metadata_kind kind;
	size_t story, para;
	size_t start, end; /* bytes of the paragraph */
	const char *text;  /* NFC; spaces for what is not seen */
	size_t size;
	const char *bare; /* its words (text/token.h), a space between */
	size_t cell;	  /* index + 1 of the cell, 0 */
	unsigned column;  /* of the grid, 0 */
	unsigned table;
	bool is_bold, is_capital;
	bool is_item;  /* typed or counted bullet */
	bool is_piece; /* others of its paragraph stand before it */
};

/* From here to there; `first` is SIZE_MAX for nothing. */
struct metadata_range {
	size_t story, first, start, last, end;
};

struct metadata_item {
	struct metadata_range range;
	const char *words;
};

/* The ranges of the letterhead and the foot that a form may ask for. */
enum metadata_spot {
	SPOT_SUPERIOR,
	SPOT_ORGAN,
	SPOT_NUMBER,
	SPOT_NOTATION,
	SPOT_PLACE,
	SPOT_DAY,
	SPOT_MONTH,
	SPOT_YEAR,
	SPOT_DATE, /* all of it, with "ngày" */
	SPOT_SUBJECT,
	SPOT_AUTHORITY,
	SPOT_POSITION,
	SPOT_SIGNER,
	SPOTS
};

struct metadata {
	struct vb_reading *reading;
	const struct source *source;
	struct vb_error *err;
	struct {
		VEC(struct metadata_line);
	} lines;
	size_t head_end;       /* lines of the head end here, those of the foot
				* follow */
	size_t body;	       /* the paragraph below the head */
	size_t foot, foot_end; /* paragraphs of the foot */
	struct metadata_range spots[SPOTS];
	double sure[SPOTS];
	struct {
		VEC(struct metadata_item);
	} addressees, recipients;
	bool is_party;
	bool is_lost;	    /* memory failed where nobody could say so */
	bool is_official;   /* it has a Quốc hiệu, a number or V/v */
	const char *number; /* its own, "" */
	struct tokens tokens;
	struct buf scratch, seen;
};

/* Reads the particulars into the reading; `*out` keeps where they stand. */
int metadata_read(struct metadata *out, struct vb_reading *reading,
		  const struct source *source, struct vb_error *err);
void metadata_release(struct metadata *m);

/* ---- metadata.c ---------------------------------------------------------- */
int metadata_no_memory(const struct metadata *m);
/* Adds one; the place is that of the range. NULL out of memory. */
struct vb_particular *metadata_add(struct metadata *m, enum vb_slot slot,
				   const char *value,
				   const struct metadata_range *range,
				   double confidence);
/* The same, and keeps where it stands. VB_NOMEM when `value` is NULL. */
int metadata_keep(struct metadata *m, enum metadata_spot spot,
		  enum vb_slot slot, const char *value,
		  struct metadata_range range, double sure);
/* Words in the arena: spaces made one, ends trimmed. NULL out of memory. */
const char *metadata_words(struct metadata *m, const char *text, size_t size);
/* The words of lines i..j, one space between, without line `skip`s of another
 * kind. */
const char *metadata_join(struct metadata *m, size_t i, size_t j);
struct metadata_range metadata_of_lines(const struct metadata *m, size_t i,
					size_t j);
/* Of bytes from..to of a line's text. */
struct metadata_range metadata_in_line(const struct metadata *m, size_t i,
				       size_t from, size_t to);

/* ---- metadata_line.c ----------------------------------------------------- */
/* Appends the lines of paragraphs [from, to) of a story; with `is_foot` wide
 * gaps part pieces too. */
int metadata_lines(struct metadata *m, size_t story, size_t from, size_t to,
		   bool is_foot);
/* The visible text of a paragraph, NFC, with plain spaces for tabs and
 * no-break spaces. */
bool metadata_plain(struct metadata *m, const struct wml_para *para,
		    struct buf *out);
/* True when the words begin so, and a word ends there. */
bool metadata_starts(const char *bare, const char *with);
bool metadata_has(const char *bare, const char *words);
/* "Hải Phòng, 08/06/2023": where the date of such a line begins, its size for
 * any other. */
size_t metadata_place_end(struct metadata *m, const struct metadata_line *line);
/* A date at the start of a text: bytes it takes, 0 for none. */
size_t metadata_date(struct metadata *m, const char **canonical,
		     const char *text, size_t size);

/* ---- metadata_title.c ---------------------------------------------------- */
/* The line behind the last of V/v. */
size_t metadata_about_end(const struct metadata *m, size_t first);
/* Tên loại, and the trích yếu below it. */
int metadata_read_type(struct metadata *m, size_t i);
/* The kind a notation tells. */
int metadata_guess_type(struct metadata *m, bool has_about);
/* Kính gửi; `*end` is the line behind it. */
int metadata_read_to(struct metadata *m, size_t i, size_t *end);

/* ---- the parts ----------------------------------------------------------- */
int metadata_head(struct metadata *m);
int metadata_foot(struct metadata *m);
int metadata_cites(struct metadata *m);
int metadata_due(struct metadata *m);

#endif
