/*
 * copies.c - running what tidy.h compiled: numbers and names that stay unique,
 * notes whose words are written where they are called, lists that begin anew.
 */
#include "fill/render.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

bool copies_new(struct renderer *r)
{
	const struct vb_template *tpl = r->tpl;

	r->copied = calloc(tpl->copies.n + 1, sizeof(*r->copied));
	r->listed = calloc(tpl->lists.n + 1, sizeof(*r->listed));
	r->alike = calloc(tpl->n_alike + 1, sizeof(*r->alike));
	r->skipped = calloc(tpl->sections.n + 1, sizeof(*r->skipped));
	return r->copied && r->listed && r->alike && r->skipped;
}

void copies_free(struct renderer *r)
{
	int i;

	free(r->copied);
	free(r->listed);
	free(r->alike);
	free(r->skipped);
	for (i = 0; i < TAIL_N; i++)
		buf_release(&r->tails[i]);
}

void copies_reset(struct renderer *r)
{
	const struct vb_template *tpl = r->tpl;
	int i;

	memset(r->copied, 0, tpl->copies.n * sizeof(*r->copied));
	memset(r->listed, 0, tpl->lists.n * sizeof(*r->listed));
	memset(r->alike, 0, tpl->n_alike * sizeof(*r->alike));
	memcpy(r->others, tpl->bases, sizeof(r->others));
	r->bookmark = tpl->bases[SERIAL_MARK];
	r->control = tpl->bases[SERIAL_CONTROL];
	r->drawing = tpl->bases[SERIAL_DRAWING];
	r->n_lists = 0;
	for (i = 0; i < TAIL_N; i++)
		buf_clear(&r->tails[i]);
}

static uint32_t next_number(struct renderer *r, enum serial serial)
{
	if (serial == SERIAL_MARK)
		return r->bookmark++;
	if (serial == SERIAL_CONTROL)
		return r->control++;
	if (serial == SERIAL_DRAWING)
		return r->drawing++;
	return r->others[serial]++;
}

/* The words of a note go to the end of their part. */
static int write_note(struct renderer *r, const struct copy *copy)
{
	const struct program *program = r->program;
	struct spill *spill = r->spill;
	struct buf *out = r->out;
	int rc;

	r->out = &r->tails[copy->tail];
	r->spill = &r->no_spill;
	r->program = &r->tpl->programs.at[copy->program];
	rc = render_run(r, r->program, copy->from, copy->to);
	if (rc == VB_OK && !buf_ok(r->out))
		rc = err_set(&r->err, VB_NOMEM, "out of memory");
	r->out = out;
	r->spill = spill;
	r->program = program;
	return rc;
}

static int begin_copy(struct renderer *r, size_t n)
{
	const struct copy *copy = &r->tpl->copies.at[n];
	struct copied *copied = &r->copied[n];

	copied->count++;
	copied->number = next_number(r, copy->serial);
	return copy->is_note ? write_note(r, copy) : VB_OK;
}

static void add_name(struct renderer *r, size_t n)
{
	const struct copy *copy = &r->tpl->copies.at[n];
	const struct copied *copied = &r->copied[n];

	if (copied->count < 2) {
		buf_add_attr(r->out, copy->name, strlen(copy->name));
		return;
	}
	buf_add_attr(r->out, copy->stem, strlen(copy->stem));
	buf_addf(r->out, "%u",
		 copy->serial == SERIAL_SHAPE ? (unsigned)copied->number
					      : copied->count);
}

/* ---- lists -------------------------------------------------------------- */

/* Without a form a condition looks like a repeat until it is answered. */
static bool has_repeat_inside(const struct renderer *r, size_t section)
{
	const struct section *outer = &r->tpl->sections.at[section];
	int i = r->depth;

	while (i-- > 0 && r->frames[i].section != outer)
		if (r->frames[i].is_loop)
			return true;
	return false;
}

static int begin_list(struct renderer *r, const struct list *list,
		      struct listed *listed)
{
	struct buf *out = &r->tails[TAIL_LISTS];

	if (listed->count++ == 0)
		return VB_OK;
	if (++r->n_lists > RENDER_LISTS_MAX)
		return err_set(&r->err, VB_LIMIT,
			       "more than %d lists that begin anew",
			       RENDER_LISTS_MAX);
	listed->num = r->tpl->list_base + r->n_lists - 1;
	buf_addf(out, "<w:num w:numId=\"%u\">", (unsigned)listed->num);
	buf_add(out, list->pattern.at, list->pattern.size);
	buf_adds(out, "</w:num>");
	return buf_ok(out) ? VB_OK
			   : err_set(&r->err, VB_NOMEM, "out of memory");
}

static int add_list_num(struct renderer *r, size_t n)
{
	const struct list *list = &r->tpl->lists.at[n];
	struct listed *listed = &r->listed[n];
	int rc = VB_OK;

	if (listed->begins &&
	    (list->is_many || has_repeat_inside(r, list->section))) {
		rc = begin_list(r, list, listed);
		listed->begins = false;
	}
	if (listed->num)
		buf_addf(r->out, "%u", (unsigned)listed->num);
	else
		buf_adds(r->out, list->num);
	return rc;
}

/* ---- operations --------------------------------------------------------- */

int copies_op(struct renderer *r, const struct op *op)
{
	const struct buf *tail;

	switch ((int)op->kind) {
	case OP_SERIAL:
		buf_addf(r->out, "%u",
			 (unsigned)next_number(r, (enum serial)op->n));
		break;
	case OP_COPY:
		return begin_copy(r, op->n);
	case OP_NUMBER:
		buf_addf(r->out, "%u", (unsigned)r->copied[op->n].number);
		break;
	case OP_NAME:
		add_name(r, op->n);
		break;
	case OP_LIST:
		r->listed[op->n].begins = true;
		break;
	case OP_MERGE:
		buf_adds(r->out, r->skipped[op->n] ? "restart" : "continue");
		break;
	case OP_ALIKE:
		alike_begin(r, op->n);
		break;
	case OP_LIST_NUM:
		return add_list_num(r, op->n);
	default:
		tail = &r->tails[op->n];
		buf_add(r->out, tail->data, tail->size);
		if (!buf_ok(tail))
			r->out->failed = true;
	}
	return VB_OK;
}

int copies_text(struct renderer *r, const struct span *text)
{
	const char *at = text->at, *end = at + text->size;
	int rc = VB_OK;

	while (at < end && rc == VB_OK) {
		const char *hole = memchr(at, HOLE_OPEN, (size_t)(end - at));
		struct op op = {0};
		char *rest;

		buf_add(r->out, at, (size_t)((hole ? hole : end) - at));
		if (!hole)
			break;
		op.kind = (enum op_kind)hole[1];
		op.n = (size_t)strtoul(hole + 3, &rest, 10);
		rc = copies_op(r, &op);
		at = rest + 1;
	}
	return rc;
}
