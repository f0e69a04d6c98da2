/*
 * render.c - runs the programs of a template over answers and puts the
 * package together. Nothing here knows XML but its bytes.
 */
#include "fill/render.h"

#include "fill/properties.h"
#include "form/rules.h"
#include "form/xml.h"
#include "util/err.h"
#include "wml/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- sections ----------------------------------------------------------- */

/* "-first" and "-last": of the row in hand. */
static bool is_met(const struct renderer *r, const struct name *name)
{
	const struct frame *loop = render_loop(r);

	if (!loop)
		return false;
	return name->kind == NAME_FIRST ? loop->row == 0
					: loop->row + 1 == loop->n_rows;
}

/*
 * Fills a frame; false when the section is passed over. A repeat the form
 * knows and nobody answered leaves the form's blank rows for people to fill
 * by hand, and where it leaves any it has no "else" either.
 */
static bool open_section(struct frame *frame, const struct renderer *r,
			 const struct section *section)
{
	const struct field *field = section->field;
	const struct answer *answer = render_find(r, &section->name, field);
	bool holds = answer && answer_true(answer) && !answer->is_irrelevant;
	bool leaves_rows = field && field->type == FIELD_REPEAT && !answer &&
			   field->blank_rows > 0;

	memset(frame, 0, sizeof(*frame));
	frame->section = section;
	frame->n_rows = 1;
	if (section->name.kind == NAME_FIRST || section->name.kind == NAME_LAST)
		return is_met(r, &section->name) != section->is_inverted;
	if (section->is_inverted)
		return !leaves_rows && !holds;
	if (leaves_rows) {
		frame->is_loop = true;
		frame->n_rows = field->blank_rows;
		return true;
	}
	if (!holds)
		return false;
	if (answer->kind == VALUE_ROWS) {
		frame->is_loop = true;
		frame->list = answer;
		frame->n_rows = answer->n_rows;
	} else {
		frame->value = answer;
	}
	return frame->n_rows > 0;
}

static size_t begin(struct renderer *r, const struct op *op, size_t at)
{
	struct frame frame;

	r->skipped[op->n] = !open_section(&frame, r,
					  &r->tpl->sections.at[op->n]);
	if (r->skipped[op->n])
		return op->jump;
	r->frames[r->depth++] = frame;
	if (frame.is_loop)
		r->loops++;
	return at + 1;
}

static size_t end(struct renderer *r, const struct op *op, size_t at)
{
	struct frame *frame = &r->frames[r->depth - 1];

	if (++frame->row < frame->n_rows)
		return op->jump;
	if (frame->is_loop)
		r->loops--;
	r->depth--;
	return at + 1;
}

/* ---- operations -------------------------------------------------------- */

/* Columns share the width their section has in the template. */
static void add_width(struct renderer *r, size_t width)
{
	size_t n = r->depth ? r->frames[r->depth - 1].n_rows : 1;

	buf_addf(r->out, "%zu", width >= n ? width / n : 1);
}

static void add_grid_span(struct renderer *r, size_t n)
{
	const struct grid_span *span = &r->tpl->grid_spans.at[n];
	struct frame frame;
	size_t wide = span->base;

	if (open_section(&frame, r, &r->tpl->sections.at[span->section]))
		wide += span->step * frame.n_rows;
	buf_addf(r->out, "%zu", wide ? wide : 1);
}

static int run_slot(struct renderer *r, size_t n)
{
	const struct slot *slot = &r->tpl->slots.at[n];
	const struct frame *loop;
	struct answer number = {.kind = VALUE_TEXT};
	char text[24];

	if (slot->name.kind != NAME_INDEX)
		return render_slot(r, slot,
				   render_find(r, &slot->name, slot->field));
	loop = render_loop(r);
	snprintf(text, sizeof(text), "%zu", loop ? loop->row + 1 : 0);
	number.text = text;
	number.size = strlen(text);
	return render_slot(r, slot, loop ? &number : NULL);
}

int render_run(struct renderer *r, const struct program *program, size_t from,
	       size_t to)
{
	size_t at = from;
	int rc = VB_OK;

	while (at < to && rc == VB_OK && buf_ok(r->out)) {
		const struct op *op = &program->ops[at];

		switch ((int)op->kind) {
		case OP_TEXT:
			buf_add(r->out, op->text.at, op->text.size);
			at++;
			break;
		case OP_SLOT:
			rc = run_slot(r, op->n);
			at++;
			break;
		case OP_BEGIN:
			at = begin(r, op, at);
			break;
		case OP_END:
			rc = render_spill(r);
			at = end(r, op, at);
			break;
		case OP_NOTE:
			at = op->jump;
			break;
		case OP_SERIAL:
		case OP_COPY:
		case OP_NUMBER:
		case OP_NAME:
		case OP_LIST:
		case OP_LIST_NUM:
		case OP_TAIL:
		case OP_MERGE:
		case OP_ALIKE:
			rc = copies_op(r, op);
			at++;
			break;
		case OP_WIDTH:
			add_width(r, op->n);
			at++;
			break;
		case OP_SPAN:
			add_grid_span(r, op->n);
			at++;
			break;
		default:
			at = render_guard(r, op, at);
		}
	}
	return rc;
}

static int run(struct renderer *r, const struct program *program)
{
	int rc;

	buf_clear(r->out);
	buf_reserve(r->out, program->size * 2);
	rc = render_run(r, program, 0, program->n);
	return rc ? rc : render_spill_end(r);
}

/* ---- the package -------------------------------------------------------- */

static void add_attr(struct buf *out, const char *name, const char *value)
{
	buf_adds(out, name);
	buf_add_attr(out, value, strlen(value));
	buf_addc(out, '"');
}

static void add_all(struct buf *out, const struct buf *more)
{
	if (buf_ok(more))
		buf_add(out, more->data, more->size);
	else
		out->failed = true;
}

static int replace(struct opc_edit *edit, const struct opc_part *part,
		   const struct buf *buf, struct vb_error *err)
{
	if (!buf_ok(buf))
		return err_set(err,
			       buf->size > BUF_LIMIT / 2 ? VB_LIMIT : VB_NOMEM,
			       "no memory for '%s'", part->name);
	return opc_edit_replace(edit, part, buf_cstr(buf), buf->size, err);
}

/* Of a long report no second copy is kept while the package is made. */
#define REPORT_KEPT ((size_t)1 << 20)

/* The report part of wml/marks.h; the answers as they were given, and the
 * digest of the file they would be. */
static void write_report(struct renderer *r, const struct vb_answers *given)
{
	const struct vb_form *form = r->tpl->form;
	struct digest_piece pieces[2] = {
		{ANSWERS_HEAD, sizeof(ANSWERS_HEAD) - 1}};
	struct buf *out = &r->report;
	size_t at;

	buf_clear(out);
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<report xmlns=\"" MARK_REPORT_NS "\"");
	add_attr(out, " form=\"", form ? form->id : given->form_id);
	add_attr(out, " version=\"", form ? form->version : given->version);
	add_attr(out, " unit=\"", given->unit);
	buf_adds(out, "><names>");
	add_all(out, &r->names);
	buf_adds(out, "</names>\n<shown>");
	add_all(out, &r->shown);
	buf_adds(out, "</shown>\n");
	if (out->size > REPORT_KEPT) {
		buf_release(&r->names);
		buf_release(&r->shown);
	}
	at = out->size;
	answers_serialize_element(out, given);
	if (buf_ok(out)) {
		pieces[1].data = out->data + at;
		pieces[1].size = out->size - at;
		digest_hex(r->digest, pieces, 2);
	}
	buf_adds(out, "</report>\n");
}

/* The template's own properties, filled when they have tags. */
static void add_custom_head(struct renderer *r)
{
	const struct vb_template *tpl = r->tpl;

	if (tpl->custom_program)
		add_all(&r->custom, &r->parts[tpl->custom_program - 1]);
	else
		buf_add(&r->custom, tpl->custom_head.at, tpl->custom_head.size);
}

static int package(struct renderer *r, const struct vb_answers *given,
		   struct vb_blob *out)
{
	const struct vb_template *tpl = r->tpl;
	struct opc_edit *edit = r->media.edit;
	size_t i;
	int rc = VB_OK;

	for (i = 0; i < tpl->programs.n && rc == VB_OK; i++) {
		const struct program *program = &tpl->programs.at[i];
		const struct opc_part *part = r->is_plain ? program->plain
							  : program->marked;
		bool is_custom = i + 1 == tpl->custom_program;

		if (program->tail != TAIL_N && !r->tails[program->tail].size)
			continue;
		if (is_custom && !r->is_plain)
			continue;
		if (is_custom)
			properties_end(&r->parts[i]);
		rc = r->spills[i].size
			     ? opc_edit_replace_stream(
				       edit, part, r->spills[i].stream, &r->err)
			     : replace(edit, part, &r->parts[i], &r->err);
	}
	if (rc == VB_OK && !r->is_plain) {
		write_report(r, given);
		rc = replace(edit, tpl->report, &r->report, &r->err);
	}
	if (rc == VB_OK && !r->is_plain) {
		buf_clear(&r->custom);
		add_custom_head(r);
		properties_write(&r->custom, tpl, given, r->digest);
		rc = replace(edit, tpl->custom, &r->custom, &r->err);
	}
	if (rc == VB_OK)
		rc = opc_edit_write(edit, r->scratch, out, &r->err);
	return rc;
}

static void reset(struct renderer *r)
{
	const struct vb_template *tpl = r->tpl;

	buf_clear(&r->names);
	buf_clear(&r->shown);
	r->n_shown = 0;
	copies_reset(r);
	r->depth = r->loops = 0;
	r->n_bodies = r->n_marks = 0;
	memset(r->seen, 0, (tpl->keys.n + 1) * sizeof(*r->seen));
}

static int render(struct renderer *r, const struct vb_answers *given,
		  struct vb_blob *out)
{
	const struct vb_template *tpl = r->tpl;
	struct opc_edit *edit = NULL;
	size_t i;
	int rc;

	reset(r);
	rc = opc_edit_new(&edit, r->is_plain ? tpl->plain : tpl->marked,
			  &r->err);
	r->media.edit = edit;
	for (i = 0; i < tpl->programs.n && rc == VB_OK; i++) {
		r->out = &r->parts[i];
		r->spill = &r->spills[i];
		r->spill->size = 0;
		/* the custom properties are only begun in it */
		r->spill->is_off = i + 1 == tpl->custom_program;
		r->program = &tpl->programs.at[i];
		rc = run(r, r->program);
	}
	if (rc == VB_OK)
		rc = package(r, given, out);
	opc_edit_free(edit);
	media_reset(&r->media);
	return rc;
}

/* ---- calculated fields -------------------------------------------------- */

/* Copies the entries of a group; what they point to stays borrowed. */
static int copy_group(struct vb_answers *copy, struct answer_group *to,
		      const struct answer_group *from, struct vb_error *err)
{
	size_t i, j;

	for (i = 0; i < from->n; i++) {
		const struct answer *old = &from->at[i];
		struct answer *answer = answers_add(copy, to, old->id,
						    old->level);

		if (!answer)
			return err_set(err, VB_NOMEM, "out of memory");
		if (old->kind != VALUE_ROWS) {
			*answer = *old;
			continue;
		}
		answer->kind = VALUE_ROWS;
		answer->field = old->field;
		answer->line = old->line;
		for (j = 0; j < old->n_rows; j++) {
			struct answer_group *row = answers_add_row(copy,
								   answer);

			if (!row || copy_group(copy, row, &old->rows[j], err))
				return err_set(err, VB_NOMEM, "out of memory");
		}
	}
	return VB_OK;
}

/* A copy with what the form calculates and without what has no sense by it;
 * the answers given stay as they are. */
static int calculate(struct vb_answers **out, const struct vb_form *form,
		     const struct vb_answers *given, struct vb_error *err)
{
	struct vb_answers *copy = answers_new(form);
	int rc;

	if (!copy)
		return err_set(err, VB_NOMEM, "out of memory");
	copy->form_id = given->form_id;
	copy->version = given->version;
	copy->unit = given->unit;
	copy->file = given->file;
	rc = copy_group(copy, &copy->top, &given->top, err);
	if (rc == VB_OK)
		rc = copy_group(copy, &copy->base, &given->base, err);
	if (rc == VB_OK)
		rc = answers_finish(copy, err);
	if (rc == VB_OK)
		rc = rules_calculate(form->rules, copy, err);
	if (rc == VB_OK)
		rc = rules_relevance(form->rules, copy, err);
	if (rc == VB_OK)
		*out = copy;
	else
		vb_answers_free(copy);
	return rc;
}

/* ---- the doors ---------------------------------------------------------- */

int renderer_new(struct renderer **out, const struct vb_template *tpl,
		 struct vb_error *err)
{
	size_t n_fields = tpl->form ? tpl->form->n_fields : 0;
	struct renderer *r = calloc(1, sizeof(*r));

	if (!r)
		return err_set(err, VB_NOMEM, "out of memory");
	r->tpl = tpl;
	r->no_spill.is_off = true;
	r->parts = calloc(tpl->programs.n + 1, sizeof(*r->parts));
	r->spills = calloc(tpl->programs.n + 1, sizeof(*r->spills));
	r->seen = calloc(tpl->keys.n + 1, sizeof(*r->seen));
	r->reported = calloc(n_fields + 1, sizeof(*r->reported));
	r->scratch = opc_scratch_new();
	if (!r->parts || !r->spills || !r->seen || !r->reported ||
	    !r->scratch || !copies_new(r)) {
		renderer_free(r);
		return err_set(err, VB_NOMEM, "out of memory");
	}
	*out = r;
	return VB_OK;
}

void renderer_free(struct renderer *r)
{
	size_t i;

	if (!r)
		return;
	for (i = 0; r->parts && i < r->tpl->programs.n; i++)
		buf_release(&r->parts[i]);
	for (i = 0; r->spills && i < r->tpl->programs.n; i++)
		opc_stream_free(r->spills[i].stream);
	free(r->parts);
	copies_free(r);
	free(r->spills);
	free(r->seen);
	free(r->reported);
	buf_release(&r->names);
	buf_release(&r->shown);
	buf_release(&r->value);
	buf_release(&r->spare);
	buf_release(&r->report);
	buf_release(&r->custom);
	opc_scratch_free(r->scratch);
	free(r);
}

int renderer_fill(struct renderer *r, const struct vb_answers *answers,
		  const struct vb_fill_options *opt, struct vb_blob *out,
		  const struct vb_sink *sink, struct vb_error *err)
{
	struct vb_answers *calculated = NULL;
	const char *file = opt ? opt->file : NULL;
	int rc = VB_OK;

	r->is_plain = opt && opt->plain;
	err_clear(&r->err);
	r->answers = answers;
	r->sink = sink;
	r->file = file;
	r->media.folder = opt && opt->folder ? opt->folder : answers->folder;
	if (r->tpl->calculates || r->tpl->has_relevant)
		rc = calculate(&calculated, r->tpl->form, answers, &r->err);
	if (calculated)
		r->answers = calculated;
	if (rc == VB_OK)
		rc = render(r, answers, out);
	if (rc == VB_OK && sink)
		render_note_unplaced(r, file, sink);
	r->answers = NULL;
	vb_answers_free(calculated);
	if (rc != VB_OK) {
		err_file(&r->err, file ? file : answers->file);
		if (err && err->code == VB_OK)
			*err = r->err;
	}
	return rc;
}

int vb_fill(const struct vb_template *tpl, const struct vb_answers *answers,
	    const struct vb_fill_options *opt, struct vb_blob *out,
	    const struct vb_sink *sink, struct vb_error *err)
{
	struct renderer *r = NULL;
	int rc = renderer_new(&r, tpl, err);

	if (!r)
		return rc;
	rc = renderer_fill(r, answers, opt, out, sink, err);
	renderer_free(r);
	return rc;
}
