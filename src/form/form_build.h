/*
 * form_build.h - making a form: shared by its reader and its finishing.
 *
 * A builder holds what only the making needs. form_xml.c fills the tree and
 * the list of fields, form_finish() judges the whole and closes it.
 */
#ifndef FORM_FORM_BUILD_H
#define FORM_FORM_BUILD_H

#include "form/form.h"
#include "util/vec.h"

enum {
	FORM_COLUMNS_MAX = 63, /* what Word allows in a table */
	FORM_LABEL_MAX = 64,   /* what Word allows in a control's title */
	FORM_BLANK_MAX = 200,  /* characters of a blank: about two lines */
	FORM_ROWS_MAX = 100    /* blank rows of a repeat, rows a cell spans */
};

struct form_builder {
	struct vb_form *form;
	struct vb_error *err;
	struct {
		VEC(struct field *);
	} fields; /* as read: base figures first, then down the page */
};

/* Sets VB_FORM (or `code`) with file and line; returns the code. */
int form_fail(const struct form_builder *b, int line, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
int form_nomem(const struct form_builder *b);

/* A new last child of `parent`, NULL out of memory. */
struct node *form_add_node(struct form_builder *b, struct node *parent,
			   enum node_kind kind, int line);

/* Orders and checks the whole: unique ids, breakdowns, tables; numbers the
 * marks; gives every field its label and roll-up rule. */
int form_finish(struct form_builder *b);

/* The check of one table: every row fills its columns. */
int form_check_table(struct form_builder *b, const struct node *table);

/* Labels for the fields that state none (form_label.c). */
int form_label_fields(struct form_builder *b);

#endif
