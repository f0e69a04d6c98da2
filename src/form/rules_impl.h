/*
 * rules_impl.h - what the files of rules share.
 *
 *	rules.c        compiling, the pool of engines, the public functions
 *	rules_expr.c   one expression: names checked, put into our paths
 *	rules_tree.c   the document of one round, made from answers
 *	rules_judge.c  the judging of one field in one round
 *
 * A compiled XPath caches inside itself while it runs, so it must not run in
 * two threads: every check borrows an engine (compiled expressions and their
 * context) from the pool; there are as many as threads ever checked at once.
 */
#ifndef FORM_RULES_IMPL_H
#define FORM_RULES_IMPL_H

#include "form/rules.h"
#include "util/buf.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <pthread.h>

enum {
	RULES_EXPR_MAX = 4096, /* bytes of an expression */
	RULES_NESTING_MAX = 16 /* predicates in each other */
};
/* Steps of XPath one check may take, all expressions together: a sum over
 * 100,000 rows is 0.3 million, and these take about a second. */
#define RULES_STEPS_MAX 50000000UL

enum expr_kind {
	EXPR_REQUIRED,
	EXPR_RELEVANT,
	EXPR_CONSTRAINT,
	EXPR_CALCULATE,
	EXPR_OF,
	EXPR_PER,
	EXPR_KINDS
};

struct rule_ref {
	const struct field *field;
	bool is_inner; /* of every row of its repeat, named from outside */
};

struct rule_expr {
	const char *source; /* as in the form; NULL: there is none */
	const char *path;   /* what libxml2 compiles */
	struct rule_ref *refs;
	size_t n_refs;
	const struct field *plain; /* the expression is this name alone */
	bool is_by_level;	   /* names a broken-down field */
};

struct rule {
	const struct field *field;
	struct rule_expr expr[EXPR_KINDS];
};

struct engine {
	struct engine *next;
	xmlXPathContextPtr ctx;
	xmlXPathCompExprPtr *compiled; /* [field index * EXPR_KINDS + kind] */
	int code;		       /* of libxml2, of the last fault */
};

struct rules_pool {
	pthread_mutex_t lock;
	struct engine *idle;
};

struct rules {
	struct arena arena;
	const struct vb_form *form;
	struct rule *at; /* one per field, by index */
	size_t n;
	const struct field **calculated; /* what they need comes first */
	size_t n_calculated;
	bool *is_named;	 /* by index, repeats: an expression looks inside */
	uint32_t levels; /* of any field that is judged */
	struct rules_pool *pool;
};

/* What a node of the tree knows of its value; in node->_private. */
struct value {
	const struct answer *answer; /* NULL: derived or calculated */
	const char *text;	     /* of the text node; "" for others */
	bool is_answered;
	bool is_derived; /* a total that is the sum of its levels */
	uint32_t stated; /* derived: the levels added up */
};

/* The answers as one round sees them. */
struct round {
	const struct rules *rules;
	const struct vb_answers *answers;
	struct engine *engine;
	struct arena arena;
	struct arena row_arena; /* of the one row in hand */
	struct arena *use;	/* where new nodes go: one of the two */
	xmlNode *row;		/* the one row in hand */
	int level;		/* index, -1: the round of totals */
	xmlDoc doc;
	xmlNode *root, *base;
	xmlNode **nodes; /* by field index: page, base, the row in hand */
	struct vb_error *err;
};

/* An engine of the pool, NULL with the code in *rc; to be given back. */
struct engine *rules_borrow(const struct rules *rules, int *rc,
			    struct vb_error *err);
void rules_return(struct engine *engine, const struct rules *rules);

/* One expression of a field; a fault is VB_FORM with its line. */
int rule_expr_read(struct rules *rules, struct rule_expr *expr,
		   const struct field *field, const char *source,
		   const char *kind, struct vb_error *err);

/* Builds the page (and the rows that expressions look into). */
int round_open(struct round *round, const struct rules *rules,
	       const struct vb_answers *answers, struct engine *engine,
	       int level, struct vb_error *err);
void round_close(struct round *round);
/* Replaces all rows by one row of a repeat, left in round->row. */
int round_row(struct round *round, const struct field *repeat,
	      const struct answer_group *row);
/* Adds up the levels a broken-down number states, one bit each in *stated. */
int round_sum(struct round *round, const struct field *field,
	      const struct answer_group *group, const char **sum,
	      uint32_t *stated);
/* The value of a field in the round, NULL when there is none. */
const struct value *round_value(const struct round *round,
				const struct field *field);
/* Every field the expression names is answered, and totals that are added up
 * are added up over the same levels: those of *stated unless it is 0, which
 * then becomes them. `stated` may be NULL. */
bool round_knows(const struct round *round, const struct rule_expr *expr,
		 uint32_t *stated);
/* Runs an expression; *out is NULL only with an error. */
int round_run(struct round *round, const struct field *field,
	      enum expr_kind kind, xmlNode *context, xmlXPathObjectPtr *out);
int round_test(struct round *round, const struct field *field,
	       enum expr_kind kind, xmlNode *context, bool *out);
/* A number as text: the words of the field when the expression is its name.
 * NULL when it is no number. */
int round_number(struct round *round, const struct field *field,
		 enum expr_kind kind, xmlNode *context, const char **out);
/* The element that expressions of a field start from. */
xmlNode *round_context(const struct round *round, const struct field *field,
		       xmlNode *row);

/* A double as a canonical number of so many decimals at most; NULL for what
 * is no number or too large to be exact. */
const char *rules_number_text(struct arena *arena, double number,
			      unsigned decimals);
unsigned rules_decimals(enum field_type type);

struct judge {
	struct round *round;
	const char *file;
	const struct vb_sink *sink;
	size_t *count;
	struct buf text;
};

/* Judges one field; `row` and `number` of a row, NULL and 0 outside. */
int judge_field(struct judge *judge, const struct field *field, xmlNode *row,
		const struct answer_group *group, int number);

#endif
