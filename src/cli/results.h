/*
 * results.h - where what was read from documents goes.
 *
 *	xml    answers; one document: to the output, many: a file each in the
 *	       output folder, named by unit code or else by document
 *	json   one line a document, as they come
 *	csv    a table a form; in a folder FORM.csv, else one after another
 *
 * A document that names no form has no answers: its particulars are json,
 * unless xml or csv was asked for.
 */
#ifndef CLI_RESULTS_H
#define CLI_RESULTS_H

#include "cli/msg.h"
#include "util/buf.h"
#include "util/file.h"
#include "util/vec.h"

enum results_kind {
	RESULTS_XML,
	RESULTS_JSON,
	RESULTS_CSV
};

/* The table of one form so far: text, not readings, so that memory is that
 * of the output. */
struct results_table {
	char *form, *version;
	struct buf rows; /* with the header */
};

struct results {
	enum results_kind kind;
	bool is_usual;	 /* nobody asked for that kind */
	const char *out; /* path or "-" */
	bool is_dir;	 /* out is a folder */
	struct file_out file;
	struct {
		VEC(struct results_table);
	} tables; /* csv: until the end */
	struct {
		VEC(char *);
	} names; /* xml: taken in the folder */
};

/* `many`: more than one document may come. */
int results_open(struct results *results, enum results_kind kind,
		 const char *out, bool many, struct vb_error *err);

int results_take(struct results *results, const struct vb_reading *reading,
		 const char *path, struct vb_error *err);

/* Writes what is held and completes the output. */
int results_close(struct results *results, struct vb_error *err);

/* Frees all; an output not closed is dropped. */
void results_release(struct results *results);

#endif
