/*
 * said_hear.h - hearing what a page says of a figure: shared by said_page.c,
 * said_hear.c, said_around.c, said_note.c and said_count.c.
 */
#ifndef EXTRACT_SAID_HEAR_H
#define EXTRACT_SAID_HEAR_H

#include "extract/index.h"

enum {
	ACRONYM_MIN = 3, /* letters that words spell: "CSGD" */
	ACRONYM_MAX = 5
};

/* Words of the form that a paragraph has, each once. */
struct hear_said {
	uint32_t first, n; /* in hearer.words */
	int level;	   /* it names, -1 none, SAID_SEVERAL */
	uint64_t aside;	   /* what stands below it is: aside.h */
	bool is_read, is_title_read;
};

struct hearer {
	struct said_page *page;
	const struct said_form *form;
	const struct anchorer *a;
	uint32_t *above;	   /* by paragraph: said_outline() */
	struct said_parts parts;   /* of the paragraph in hand */
	int levels[PARTS_MAX + 1]; /* that its parts name */
	/* the part whose first words lead a part's sentence in, PART_LEAD for
	 * those of the paragraph; by that part, where they end */
	int leader[PARTS_MAX + 1];
	size_t lead_end[PARTS_MAX + 1];
	int led_level[PARTS_MAX + 1];	/* of what leads a part in, -1 */
	bool is_sum_led[PARTS_MAX + 1]; /* ... what adds levels up does */
	struct said_heads heads;
	struct said_keys keys;
	/* by token of the page: levels_named(), made once */
	struct {
		signed char level;
		unsigned char n;
	} * named;
	/* by paragraph, of all its words: those that lead others in are heard
	 * often */
	struct hear_said *whole;
	struct {
		VEC(uint32_t);
	} words; /* of the form, of these paragraphs */
	/* by word of the form: the last of these that had it, + 1 */
	size_t *last;
	/* of the figure in hand, by word of the form */
	float *weight;
	bool *is_near, *is_own;
	struct {
		VEC(uint32_t);
	} touched;
	float near_total;
	uint64_t denial;  /* "chưa", "không" among the words beside it */
	int level;	  /* named, -1 none yet, SAID_SEVERAL */
	bool is_settled;  /* nothing farther names it */
	bool is_row_bare; /* the heads of its row say nothing */
	bool is_far;	  /* nothing beside it names a level */
	bool is_bare;	  /* no word of its own part tells of it */
	bool is_outside;  /* what is heard stands neither in its paragraph nor
			   * over its column */
	bool is_lost;	  /* out of memory */
};

/* A run of tokens. */
struct run {
	size_t from, to;
	int part; /* of the parts in hand alone; -1 all */
	float weight;
	bool is_near; /* what is none of the form's makes the figure another's
		       */
};

/* Adds the words of a run to those of the figure in hand. */
void hear(struct hearer *h, const struct run *run);
/* Adds those of a whole paragraph, which makes no figure another's. */
void hear_whole(struct hearer *h, size_t para, float weight);
/* True of a paragraph that has words of the form. */
bool hear_says(struct hearer *h, size_t para);
/* Makes ready for the next figure. */
void hear_nothing(struct hearer *h);
/* The text of the paragraph of a token. */
const char *hear_text(const struct hearer *h, size_t token);
/* Finds the names of levels on the page; false out of memory. */
bool hear_levels(struct hearer *h);
/* The level that the tokens from one on name, and how many of those before
 * `end` do; -1 and 0 for none. */
int hear_level(const struct hearer *h, size_t token, size_t end, size_t *n);

/* ---- said_list.c --------------------------------------------------------- */

/* The token behind which a part has a colon, before its figure and any level;
 * SIZE_MAX for none. */
struct list_colon {
	size_t at, first; /* the first token of the part */
	size_t words;	  /* up to it, that say something */
};

/* The levels that the words of the parts in hand name; and of their rates. */
void list_levels(struct hearer *h);
void list_rates(struct hearer *h);
/* The level that the words of a part name: the nearest to its figure. -1
 * none, -2 when two are as near, or "MN 12 TH 20" does not tell. */
int list_level(const struct hearer *h, int part);
/* The token before which a part names a level, SIZE_MAX for none; first is its
 * first token. */
size_t list_level_end(const struct hearer *h, int part, size_t *first);
/* "Riêng THCS: mức 1 12 trường, mức 2 20 trường": a level that leads in those
 * behind it too. */
bool list_leads_level(const struct hearer *h, int part);
/* A level, n words at token i of the parts in hand, is that of the rate in
 * brackets behind it: "chiếm 2,2%, là trường THCS (4,5%)". */
bool list_is_bracketed(const struct hearer *h, size_t i, size_t n);
/* "13 (TH) + 12 (THCS) = 25": what others add up to. */
bool list_is_equal(const struct hearer *h, const struct said_part *part);
/* A full stop parts it from the last: a semicolon goes on with its sentence. */
bool list_begins_sentence(const struct hearer *h, int part);
struct list_colon list_colon(const struct hearer *h, int part);
/* The parts before one name several levels. */
bool list_is_behind(const struct hearer *h, int part);
/* What the list of a part begins with; what it is a part of, or stands before
 * what follows the list, -1 none. */
int list_begin(const struct hearer *h, int part);
int list_whole(const struct hearer *h, int part);
/* "cộng 20 trường", "tất cả 20 trường" behind a list. */
bool list_sums_up(const struct hearer *h, int part);

/* ---- said_around.c ------------------------------------------------------- */

enum {
	ABOVE_MAX = 8 /* titles a figure stands below */
};

void around_leads(struct hearer *h);
/* A figure by level is a rate when its whole is. */
bool around_is_rate(struct hearer *h, int part);
/* Hears what is said of the figure of a part in hand. */
void around_hear(struct hearer *h, const struct said_figure *figure, int part,
		 bool in_table);

/* ---- said_names.c -------------------------------------------------------- */

/* The first token of a part that may be a name behind its figure, what stands
 * behind all parts when there is none. */
size_t said_names(const struct hearer *h, const struct said_part *part);

/* ---- said_note.c --------------------------------------------------------- */

/* The figure of the page at a token, SIZE_MAX for none. */
size_t note_figure_at(const struct hearer *h, size_t token);
void note_aside(const struct hearer *h, int part, bool in_table,
		struct said_figure *figure);
void note_totals(const struct hearer *h, struct said_figure *figure);
/* "Tổng số CSGD trên địa bàn là 80 đơn vị (MN: 37; ...)": a sentence of all
 * there are. */
bool note_is_base(const struct hearer *h, size_t para);
/* "Tổng cộng: 02 lớp": where the count stands, SIZE_MAX for none. */
size_t note_count_of_sum(const struct hearer *h, size_t para);
/* "Cộng" stands before the cell in hand. */
bool note_is_sum_row(const struct hearer *h);

/* ---- said_count.c -------------------------------------------------------- */

/* What the figure of a part in hand counts: its unit, SIZE_MAX when that is
 * not told, and the word right behind the figure's last token, 0 for none. */
size_t count_unit(const struct hearer *h, size_t part, bool in_table);
uint64_t count_noun(const struct hearer *h, size_t last);
/* What a head over its column says that it counts, 0 for none. */
uint64_t count_column(const struct hearer *h);
/* Whether that are persons or places, SAID_ANY when it is not told. */
enum said_class count_class(const struct hearer *h, size_t part, bool in_table);

#endif
