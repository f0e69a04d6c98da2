/*
 * filters.h - how a tag wants its value shown: {{n|words le}},
 * {{d|date full|capital}}, {{x|default không có}}.
 *
 * Filters stand behind the name, each after a bar; its words are bare: no
 * quotes, no code. They are read and checked when the template is compiled
 * (what is wrong is a fault `bad-filter`, all of them in one run), and run
 * when it is filled. The words of `default` are made ready while compiling,
 * with the filters behind it.
 *
 * A value shown in other words is read back all the same, as long as nobody
 * touched it: the report part keeps the words (wml/marks.h).
 */
#ifndef FILL_FILTERS_H
#define FILL_FILTERS_H

#include "fill/compile.h"
#include "form/answers.h"
#include "text/span.h"

enum {
	FILTERS_MAX = 8, /* of one tag; the longest useful has three */
	/* Digits a padded number may have: no register counts further. */
	FILTERS_PAD_MAX = 20,
	/* Millimetres of a picture: Word's largest page is 22 inches. */
	FILTERS_MM_MAX = 558
};

/* What a filter is given and gives, as bits. */
enum filter_kind {
	FILTER_NUMBER = 1,
	FILTER_DATE = 2,
	FILTER_TEXT = 4,
	FILTER_LIST = 8,
	FILTER_IMAGE = 16
};

struct filter_step {
	const struct filter *filter;
	unsigned n;	  /* decimals, digits, a style, options */
	bool has_n;	  /* was given */
	struct span text; /* of `join` */
};

struct filters {
	struct filter_step steps[FILTERS_MAX];
	size_t n; /* without `default` and those of pictures */
	bool has_fallback;
	struct span fallback; /* the words of an unanswered value */
	bool is_percent;      /* ... that "%" follows */
	bool merges;	      /* with the cell above, alike.c */
	bool loses;	      /* an edited word is not the value read back */
	unsigned width_mm, height_mm; /* of a picture, 0 not given */
	struct span source; /* as written behind the name, for attributes */
	bool fits_tag;	    /* behind the name in a w:tag */
	const char *part;   /* for faults while filling */
	size_t paragraph;
};

/* A kind of filter; all of them are rows of one table in filters.c. */
struct filter {
	const char *name;
	enum filter_args {
		ARGS_NONE,
		ARGS_DECIMALS, /* a number up to 20, or none */
		ARGS_PAD,      /* a number up to FILTERS_PAD_MAX */
		ARGS_DATE,     /* the name of a form, or none */
		ARGS_SPELL,    /* options of text/spell.h */
		ARGS_REST,     /* all words, or none */
		ARGS_WORDS,    /* all words, at least one */
		ARGS_WIDTH,
		ARGS_HEIGHT,
		ARGS_SIZE
	} args;
	unsigned takes; /* enum filter_kind bits */
	enum filter_kind gives;
	bool keeps;	   /* what it shows is read back as it was */
	const char *wants; /* "takes ...", said of a value it cannot show */
	/* Appends the words of a value; false when it cannot be shown. */
	bool (*show)(struct buf *out, const struct buf *value,
		     const struct filter_step *step);
};

/* ---- filters.c ---------------------------------------------------------- */

/*
 * Reads the filters behind a name (without the first bar), for a field that
 * may be NULL. False when they are not to be used: a fault was reported, or
 * memory ran out (c->err).
 */
bool filters_parse(struct filters **out, struct compiler *c,
		   const struct name *name, const struct field *field,
		   struct text_span text, const xmlNode *at);

/* Gives a slot its filters, which may be NULL. */
void filters_attach(struct slot *slot, const struct filters *filters);

/* Cuts "NAME|FILTERS" at the first bar; false when there is none. */
bool filters_cut(struct text_span *name, struct text_span *filters);

/* ---- filters_show.c ----------------------------------------------------- */

/* The filter of that name, NULL when there is none. */
const struct filter *filters_find(struct text_span name);

/* One step: `value` becomes its words in `out`. */
bool filters_step(struct buf *out, const struct buf *value,
		  const struct filter_step *step);

/* True when the words are not those of the value alone: the slot's filters
 * change them, or put theirs in the place of an answer. */
bool filters_change(const struct slot *slot, const struct answer *answer);

/*
 * Puts the words of a value, or those of `default`, into `value`; `spare` is
 * scratch, `field` the type of the answer or NULL. VB_ANSWERS when a filter
 * cannot show it.
 */
int filters_show(struct buf *value, struct buf *spare, const struct slot *slot,
		 const struct field *field, const struct answer *answer,
		 struct vb_error *err);

#endif
