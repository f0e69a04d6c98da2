/*
 * render_note.c - what a filling has to say of the answers: values that have
 * no place in the template, and those it cannot show as it should.
 */
#include "fill/render.h"

#include "util/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare_id(const void *id, const void *other)
{
	return strcmp(id, *(const char *const *)other);
}

static bool has_slot(const struct vb_template *tpl, const struct answer *answer)
{
	if (answer->field && tpl->form)
		return tpl->is_placed[answer->field->index];
	/* an item of a list has the list's place */
	return strcmp(answer->id, ".") == 0 ||
	       bsearch(answer->id, tpl->ids, tpl->n_ids, sizeof(*tpl->ids),
		       compare_id);
}

void render_tell(struct renderer *r, const struct answer *answer,
		 const char *rule, const char *fmt, ...)
{
	struct vb_finding finding = {0};
	char message[256];
	va_list ap;

	if (!r->sink)
		return;
	va_start(ap, fmt);
	err_format(message, sizeof(message), fmt, ap);
	va_end(ap);
	finding.rule = rule;
	finding.severity = VB_WARNING;
	finding.field = answer->id;
	finding.level = answer->level;
	finding.row = (int)render_row(r);
	finding.message = message;
	finding.place.file = r->file ? r->file : "";
	finding.place.part = r->program->part_name;
	finding.place.heading = finding.place.near = "";
	finding.place.line = answer->line;
	r->sink->take(r->sink->payload, &finding);
}

static void note(struct renderer *r, const struct answer *answer,
		 const char *file, const struct vb_sink *sink)
{
	struct vb_finding finding = {0};
	char message[FORM_ID_MAX + 64];

	if (answer->field && r->tpl->form) {
		if (r->reported[answer->field->index])
			return;
		r->reported[answer->field->index] = true;
	}
	snprintf(message, sizeof(message), "the template has no place for '%s'",
		 answer->id);
	finding.rule = "answer-without-slot";
	finding.severity = VB_NOTE;
	finding.field = answer->id;
	finding.level = answer->level;
	finding.message = message;
	finding.place.file = file ? file : "";
	finding.place.part = finding.place.heading = finding.place.near = "";
	finding.place.line = answer->line;
	sink->take(sink->payload, &finding);
}

/* What is in a list that has no place is not told again. */
static void note_group(struct renderer *r, const struct answer_group *group,
		       int depth, const char *file, const struct vb_sink *sink)
{
	size_t i, j;

	/* the row above has told what there is to tell */
	if (group->is_like_above && !group->has_lists)
		return;
	for (i = 0; i < group->n; i++) {
		const struct answer *answer = &group->at[i];
		const char **placed =
			&r->placed[(uintptr_t)answer->id / 16 % RENDER_PLACED];

		if (*placed != answer->id && !has_slot(r->tpl, answer)) {
			note(r, answer, file, sink);
			continue;
		}
		*placed = answer->id;
		for (j = 0; depth && j < answer->n_rows; j++)
			note_group(r, &answer->rows[j], depth - 1, file, sink);
	}
}

void render_note_unplaced(struct renderer *r, const char *file,
			  const struct vb_sink *sink)
{
	if (r->tpl->form)
		memset(r->reported, 0, r->tpl->form->n_fields);
	memset(r->placed, 0, sizeof(r->placed));
	note_group(r, &r->answers->top, ANSWERS_DEPTH_MAX, file, sink);
}
