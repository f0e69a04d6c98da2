/*
 * above.c - cells of a repeat that go on with the one above (ECMA-376-1
 * 17.4.84): one value on the page is that of several rows.
 */
#include "extract/reading.h"

#include <string.h>

bool above_goes_on(const struct wml_story *story, size_t para)
{
	const struct wml_para *p = &story->paras.at[para];
	const struct wml_cell *cells = story->cells.at;
	const struct wml_cell *cell = p->cell ? &cells[p->cell - 1] : NULL;
	size_t i;

	if (!cell || !cell->owner || cells[cell->owner - 1].row >= cell->row)
		return false;
	for (i = cell->first; i < cell->end; i++)
		if (story->paras.at[i].size > 0)
			return false;
	return true;
}

bool above_has(const struct extractor *ex, const struct instance *instance)
{
	size_t i;

	for (i = 0; i < instance->n && instance->row; i++) {
		const struct sighting *s = &instance->at[i];

		if (!above_goes_on(ex->source->stories.at[s->story].wml,
				   s->mark->first))
			return false;
	}
	return instance->n > 0 && instance->row > 0;
}

/* What was read of the same field in the row before. */
static const struct vb_read_field *find_field(const struct extractor *ex,
					      const struct instance *instance,
					      const char *level)
{
	const struct vb_reading *reading = ex->reading;
	size_t i = reading->fields.n;

	while (i-- > 0) {
		const struct vb_read_field *f = &reading->fields.at[i];

		if (strcmp(f->group, instance->group->id) != 0 ||
		    f->row + 1 < (int)instance->row)
			break;
		if (f->row + 1 == (int)instance->row &&
		    strcmp(f->id, instance->field->id) == 0 &&
		    strcmp(f->level, level) == 0)
			return f;
	}
	return NULL;
}

void above_judge(struct verdict *v, const struct extractor *ex,
		 const struct instance *instance,
		 const struct answer_group *above)
{
	const char *level = instance->level < 0
				    ? ""
				    : ex->form->levels[instance->level].id;
	const struct vb_read_field *f = find_field(ex, instance, level);
	const struct sighting *s = &instance->at[0];
	const struct answer *answer = answers_find(above, instance->field->id,
						   level);

	memset(v, 0, sizeof(*v));
	v->state = VB_BLANK;
	v->has_place = true;
	v->story = s->story;
	v->para = s->mark->first;
	v->offset = s->mark->start;
	v->raw = "";
	v->method = s->is_anchor ? s->method : VB_BY_BOOKMARK;
	if (!f)
		return;
	v->state = f->state;
	v->method = f->method;
	v->confidence = f->confidence;
	v->is_tracked = f->tracked;
	v->raw = f->raw;
	v->is_kept_out = !answer && instance->calculated;
	if (answer)
		v->answer = *answer;
	else if (instance->calculated)
		v->answer = *instance->calculated;
	else if (v->state == VB_ANSWERED)
		v->state = VB_BLANK;
}
