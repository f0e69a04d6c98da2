/*
 * render.h - running a compiled template over answers.
 *
 * What one thread needs to fill many documents is kept from one to the next:
 * no slot allocates.
 */
#ifndef FILL_RENDER_H
#define FILL_RENDER_H

#include "fill/media.h"
#include "fill/program.h"
#include "form/answers.h"
#include "util/buf.h"

enum {
	/* Containers open at once; libxml2 nests 256 at most. */
	RENDER_GUARDS_MAX = 256,
	RENDER_PLACED = 64,
	/* Lists that begin anew in one document: Word numbers w:num up
	 * to 0x7FE
	 * ([MS-DOC] 2.6.2, sprmPIlfo), and a template has some of its
	 * own. */
	RENDER_LISTS_MAX = 2000
};

/* A section being repeated, or one that is passed through once. */
struct frame {
	const struct section *section;
	const struct answer *list;  /* its rows, or NULL */
	const struct answer *value; /* of a condition: what {{.}} means */
	size_t row, n_rows;	    /* 0-based; blank rows have no list */
	bool is_loop;
};

/* Which value a mark was last written for, per (id, level). */
struct seen {
	unsigned marked; /* highest row + 1 with a bookmark */
	unsigned row;	 /* row + 1 of `f` */
	unsigned f;	 /* its number in the report part */
};

/* How often something was copied, and its number now. */
struct copied {
	unsigned count;
	uint32_t number;
};

/* A list that begins anew: whether it should with its next paragraph, how
 * often it did, and its w:num now (0: the template's). */
struct listed {
	bool begins;
	unsigned count;
	uint32_t num;
};

/* The row above in a cell of the filter `merge` (alike.c). */
struct alike {
	const struct answer *list, *answer;
	size_t row;
	bool goes_on; /* the row in hand has the same value */
};

/* What of a part has gone to the compressor already (spill.c). */
struct spill {
	struct opc_stream *stream; /* NULL until a part is long */
	size_t size;		   /* bytes given to it, 0 for most parts */
	bool is_off;		   /* not a part */
};

/* A mark whose container has come to hold something. */
#define RENDER_KEPT ((size_t)-1)

struct renderer {
	const struct vb_template *tpl;
	const struct vb_answers *answers;
	bool is_plain;
	struct vb_error err; /* of the filling in hand */
	const struct vb_sink *sink;
	const char *file;	       /* of the answers, for findings */
	const struct program *program; /* being run */
	struct buf *out;	       /* the part being written */
	struct buf *parts;	       /* one a program */
	struct spill *spill, *spills;  /* of `out`; one a program */
	struct spill no_spill;	       /* of what is no part yet */
	struct buf names, shown, value, spare, report, custom;
	char digest[DIGEST_SIZE];	     /* of the answers */
	uint32_t bookmark, control, drawing; /* the next numbers */
	uint32_t others[SERIAL_N];	     /* of the other families */
	struct copied *copied;
	struct listed *listed;
	struct alike *alike;
	bool *skipped;	  /* by section: passed over the last time */
	unsigned n_lists; /* that began anew */
	struct buf tails[TAIL_N];
	unsigned n_shown;
	struct seen *seen; /* by key */
	bool *reported;	   /* by field index */
	/* ids known to have a place, by their address */
	const char *placed[RENDER_PLACED];
	struct frame frames[FILL_DEPTH_MAX + 1];
	int depth, loops;
	size_t bodies[RENDER_GUARDS_MAX], marks[RENDER_GUARDS_MAX];
	int mark_bodies[RENDER_GUARDS_MAX]; /* n_bodies at each mark */
	int n_bodies, n_marks;
	struct media media;
	struct opc_scratch *scratch;
};

int renderer_new(struct renderer **out, const struct vb_template *tpl,
		 struct vb_error *err);
void renderer_free(struct renderer *r);

/* vb_fill() with the memory of earlier fillings of the same template. */
int renderer_fill(struct renderer *r, const struct vb_answers *answers,
		  const struct vb_fill_options *opt, struct vb_blob *out,
		  const struct vb_sink *sink, struct vb_error *err);

/* ---- render_note.c ------------------------------------------------------ */

/* Tells of values that the template has no place for. */
void render_note_unplaced(struct renderer *r, const char *file,
			  const struct vb_sink *sink);
/* Tells something of a value that the document cannot show as it should. */
void render_tell(struct renderer *r, const struct answer *answer,
		 const char *rule, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* ---- find.c ------------------------------------------------------------- */

/* The answer a name means here, NULL when there is none. */
const struct answer *render_find(const struct renderer *r,
				 const struct name *name,
				 const struct field *field);
/* The innermost section that repeats, NULL outside. */
const struct frame *render_loop(const struct renderer *r);

/* ---- contain.c ---------------------------------------------------------- */

/* An operation of a container; gives where to go on. */
size_t render_guard(struct renderer *r, const struct op *op, size_t at);

/* ---- copies.c: numbers and names of what is repeated -------------------- */

/* Runs operations from..to of a program into r->out. */
int render_run(struct renderer *r, const struct program *program, size_t from,
	       size_t to);

bool copies_new(struct renderer *r);
void copies_free(struct renderer *r);
void copies_reset(struct renderer *r);
/* One of the operations of tidy.h. */
int copies_op(struct renderer *r, const struct op *op);
/* Adds words that may have holes. */
int copies_text(struct renderer *r, const struct span *text);

/* ---- alike.c: cells merged with the one above ---------------------------- */

/* Writes w:vMerge of the cell of a slot. */
void alike_begin(struct renderer *r, size_t slot);
/* True when the slot's value stands in the cell above. */
bool alike_goes_on(const struct renderer *r, const struct slot *slot);

/* ---- spill.c ------------------------------------------------------------ */

/* Where the part being written stands. */
static inline size_t render_at(const struct renderer *r)
{
	return r->spill->size + r->out->size;
}

/* Gives what is there to the compressor when it is much; at the end, all of
 * a part that was begun so. */
int render_spill(struct renderer *r);
int render_spill_end(struct renderer *r);

/* ---- write*.c: the XML of one slot -------------------------------------- */

/* The number of the row a slot stands in (1-based), 0 outside. */
unsigned render_row(const struct renderer *r);

/* Writes a slot; `answer` is NULL when unanswered. */
int render_slot(struct renderer *r, const struct slot *slot,
		const struct answer *answer);

#endif
