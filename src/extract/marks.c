/*
 * marks.c - finding values by what filling left in the document: the tag of a
 * content control, its binding, a bookmark. See wml/marks.h for what each
 * editor takes away.
 */
#include "extract/anchor.h"

#include "util/err.h"
#include "wml/marks.h"

#include <stdlib.h>
#include <string.h>

/* A block control and its bookmark stand next to each other in the order of
 * marks; other marks of the same paragraph may come between. */
#define BESIDE_MAX 16

static int no_memory(const struct extractor *ex)
{
	return err_set(ex->err, VB_NOMEM, "out of memory");
}

int marks_level(const struct vb_form *form, const struct field *field,
		const char *level)
{
	int index;

	if (!level[0])
		return -1;
	index = form_level(form, level);
	return index >= 0 && field_has_level(field, index) ? index : -2;
}

static int by_hash(const void *a, const void *b)
{
	const struct hashed *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->level > y->level) - (x->level < y->level);
}

int marks_hashes(struct hashes *out, const struct vb_form *form,
		 struct vb_error *err)
{
	size_t i;

	for (i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];
		int level;

		for (level = -1; level < (int)form->n_levels; level++) {
			struct hashed *hashed;

			if (field->is_base ||
			    (level >= 0 && !field_has_level(field, level)))
				continue;
			hashed = vec_push(out);
			if (!hashed)
				return err_set(err, VB_NOMEM, "out of memory");
			hashed->hash = mark_hash(
				field->id,
				level < 0 ? "" : form->levels[level].id);
			hashed->field = field;
			hashed->level = level;
		}
	}
	if (out->n)
		qsort(out->at, out->n, sizeof(*out->at), by_hash);
	return VB_OK;
}

/* Long names are hashed: found by hashing what the form has. */
static bool resolve_hash(const struct hashes *hashes, const char *hex,
			 const struct field **field, int *level)
{
	uint64_t hash = 0;
	size_t i, low = 0, high = hashes->n;

	for (i = 0; hex[i]; i++)
		hash = hash << 4 |
		       (uint64_t)(hex[i] <= '9' ? hex[i] - '0'
						: hex[i] - 'a' + 10);
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (hashes->at[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == hashes->n || hashes->at[low].hash != hash)
		return false;
	*field = hashes->at[low].field;
	*level = hashes->at[low].level;
	return true;
}

bool marks_resolve(const struct vb_form *form, const struct hashes *hashes,
		   const struct mark *mark, const struct field **field,
		   int *level)
{
	if (mark->is_hashed)
		return resolve_hash(hashes, mark->id, field, level);
	*field = form_field(form, mark->id);
	if (!*field || (*field)->is_base)
		return false;
	*level = marks_level(form, *field, mark->level);
	return *level >= -1;
}

/* ---- finders: each adds sightings, or says more about those there are ---- */
static struct sighting *add(struct extractor *ex, const struct field *field,
			    int level, size_t story,
			    const struct wml_mark *mark)
{
	struct sighting *s = vec_push(&ex->sightings);

	if (!s) {
		no_memory(ex);
		return NULL;
	}
	s->field = field;
	s->level = level;
	s->story = story;
	s->mark = mark;
	return s;
}

static int find_by_tag(struct extractor *ex, size_t story)
{
	const struct wml_story *wml = ex->source->stories.at[story].wml;
	size_t i;

	for (i = 0; i < wml->marks.n; i++) {
		const struct wml_mark *mark = &wml->marks.at[i];
		const struct field *field;
		struct sighting *s;
		struct mark name;
		int level;

		if (mark->kind != WML_CONTROL || mark->is_repeat ||
		    !mark_parse_tag(&name, mark->name))
			continue;
		field = form_field(ex->form, name.id);
		if (!field || field->type == FIELD_REPEAT || field->is_base)
			continue;
		level = marks_level(ex->form, field, name.level);
		if (level < -1)
			continue;
		s = add(ex, field, level, story, mark);
		if (!s)
			return VB_NOMEM;
		s->by_tag = true;
	}
	return VB_OK;
}

/* What f[N] stands for, NULL when it is no value of the form. */
static const struct shown *bound(const struct extractor *ex, unsigned n,
				 const struct field **field, int *level)
{
	const struct report *report = ex->source->report;
	const struct shown *f;

	if (!report || n == 0 || n > report->shown.n)
		return NULL;
	f = &report->shown.at[n - 1];
	*field = form_field(ex->form, f->id);
	if (!*field || (*field)->is_base)
		return NULL;
	*level = marks_level(ex->form, *field, f->level);
	return *level >= -1 ? f : NULL;
}

static int find_by_binding(struct extractor *ex, size_t story)
{
	const struct wml_story *wml = ex->source->stories.at[story].wml;
	size_t i, k = 0, tagged = ex->sightings.n;

	/* the sightings of this story by tag stand in the order of its marks */
	while (k < tagged && ex->sightings.at[k].story != story)
		k++;
	for (i = 0; i < wml->marks.n; i++) {
		const struct wml_mark *mark = &wml->marks.at[i];
		struct sighting *s = NULL;
		const struct shown *f;
		const struct field *field;
		unsigned n;
		int level;

		if (k < tagged && ex->sightings.at[k].mark == mark)
			s = &ex->sightings.at[k++];
		if (mark->kind != WML_CONTROL)
			continue;
		n = mark_parse_binding(mark->xpath);
		f = bound(ex, n, &field, &level);
		if (!f)
			continue;
		if (!s)
			s = add(ex, field, level, story, mark);
		if (!s)
			return VB_NOMEM;
		/* a tag that says something else is what a person set */
		if (s->field != field || s->level != level)
			continue;
		s->shown = n;
		s->row = field->group ? f->row : 0;
	}
	return VB_OK;
}

/* N of the binding around a bookmark whose control has lost its name: the
 * words f[N] had still say whether somebody wrote there. */
static size_t bound_around(const struct extractor *ex,
			   const struct wml_story *wml,
			   const struct wml_mark *mark)
{
	const struct report *report = ex->source->report;
	size_t n;

	if (!mark->parent || !report)
		return 0;
	n = mark_parse_binding(wml->marks.at[mark->parent - 1].xpath);
	if (n == 0 || n > report->shown.n || report->shown.at[n - 1].id[0])
		return 0;
	return n;
}

static int find_by_bookmark(struct extractor *ex, size_t story)
{
	const struct wml_story *wml = ex->source->stories.at[story].wml;
	size_t i;

	for (i = 0; i < wml->marks.n; i++) {
		const struct wml_mark *mark = &wml->marks.at[i];
		const struct field *field;
		struct sighting *s;
		struct mark name;
		int level;

		if (mark->kind != WML_BOOKMARK ||
		    !mark_parse_bookmark(&name, mark->name) ||
		    !marks_resolve(ex->form, &ex->hashes, &name, &field,
				   &level))
			continue;
		s = add(ex, field, level, story, mark);
		if (!s)
			return VB_NOMEM;
		s->row = field->group ? name.row : 0;
		s->is_last = name.is_last;
		s->shown = bound_around(ex, wml, mark);
	}
	return VB_OK;
}

/* In this order; what finds values without marks comes after. */
static int (*const finders[])(struct extractor *ex, size_t story) = {
	find_by_tag,
	find_by_binding,
	find_by_bookmark,
};

/* ---- rows of repeats ----------------------------------------------------- */
static int by_place(const void *a, const void *b)
{
	const struct sighting *x = a, *y = b;

	if (x->story != y->story)
		return x->story < y->story ? -1 : 1;
	if (x->mark->first != y->mark->first)
		return x->mark->first < y->mark->first ? -1 : 1;
	if (x->mark->start != y->mark->start)
		return x->mark->start < y->mark->start ? -1 : 1;
	return (x->mark > y->mark) - (x->mark < y->mark);
}

static int by_instance(const void *a, const void *b)
{
	const struct sighting *x = a, *y = b;

	if (x->field != y->field)
		return x->field->index < y->field->index ? -1 : 1;
	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	if (x->final_row != y->final_row)
		return x->final_row < y->final_row ? -1 : 1;
	return by_place(a, b);
}

/* A table row and the number its marks give it; or a number and the row of
 * the document it becomes. */
struct pair {
	size_t story;
	unsigned key, value;
};

struct pairs {
	VEC(struct pair);
};

static int by_key(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->story != y->story)
		return x->story < y->story ? -1 : 1;
	return (x->key > y->key) - (x->key < y->key);
}

static unsigned look_up(const struct pairs *pairs, size_t story, unsigned key)
{
	struct pair wanted = {story, key, 0};
	const struct pair *found = pairs->n ? bsearch(&wanted, pairs->at,
						      pairs->n, sizeof(wanted),
						      by_key)
					    : NULL;

	return found ? found->value : 0;
}

/* Sorts by key and keeps one of each; which one is the same on every run. */
static void unique(struct pairs *pairs)
{
	size_t i, n = 0;

	if (pairs->n == 0)
		return;
	qsort(pairs->at, pairs->n, sizeof(*pairs->at), by_key);
	for (i = 0; i < pairs->n; i++)
		if (n == 0 || by_key(&pairs->at[n - 1], &pairs->at[i]) != 0)
			pairs->at[n++] = pairs->at[i];
	pairs->n = n;
}

static unsigned serial_of(const struct extractor *ex, const struct sighting *s)
{
	return ex->source->stories.at[s->story]
		.wml->paras.at[s->mark->first]
		.row_serial;
}

/* The row of a mark of the same value that begins in the same paragraphs:
 * the bookmark in the block control of a long answer. */
static unsigned row_beside(const struct extractor *ex, size_t i)
{
	const struct sighting *s = &ex->sightings.at[i];
	size_t from = i > BESIDE_MAX ? i - BESIDE_MAX : 0, k;

	for (k = from; k < ex->sightings.n && k <= i + BESIDE_MAX; k++) {
		const struct sighting *other = &ex->sightings.at[k];

		if (other->field == s->field && other->level == s->level &&
		    other->row && other->story == s->story &&
		    other->mark->first <= s->mark->last &&
		    other->mark->last >= s->mark->first)
			return other->row;
	}
	return 0;
}

/* Marks that know no row (a tag alone) take it from a mark beside them, from
 * their table row, else from the order in which they recur. */
static int guess_rows(struct extractor *ex, const struct field *group)
{
	struct pairs rows = {NULL, 0, 0};
	unsigned *count = calloc(ex->form->n_fields * (ex->form->n_levels + 1),
				 sizeof(*count));
	size_t i;
	int code = VB_OK;

	for (i = 0; count && i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];
		struct pair *pair;

		if (s->field->group != group || s->row == 0 ||
		    serial_of(ex, s) == 0)
			continue;
		pair = vec_push(&rows);
		if (!pair)
			break;
		pair->story = s->story;
		pair->key = serial_of(ex, s);
		pair->value = s->row;
	}
	if (!count || i < ex->sightings.n) {
		code = no_memory(ex);
		goto out;
	}
	unique(&rows);
	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];
		size_t slot = s->field->index * (ex->form->n_levels + 1) +
			      (size_t)(s->level + 1);

		if (s->field->group != group || s->row)
			continue;
		count[slot]++;
		s->row = row_beside(ex, i);
		if (s->row == 0 && serial_of(ex, s))
			s->row = look_up(&rows, s->story, serial_of(ex, s));
		if (s->row == 0)
			s->row = count[slot];
	}
out:
	vec_release(&rows);
	free(count);
	return code;
}

static int by_value(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return (x->value > y->value) - (x->value < y->value);
}

static int by_row_then_place(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return by_value(a, b);
}

/* Rows are numbered anew as they follow one another in the document: people
 * take rows out and move them. */
static int number_rows(struct extractor *ex, const struct field *group)
{
	struct pairs rows = {NULL, 0, 0};
	size_t i, n = 0;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];
		struct pair *pair;

		if (s->field->group != group)
			continue;
		pair = vec_push(&rows);
		if (!pair) {
			vec_release(&rows);
			return no_memory(ex);
		}
		pair->key = s->row;
		pair->value = (unsigned)i;
	}
	if (rows.n == 0)
		return VB_OK;
	qsort(rows.at, rows.n, sizeof(*rows.at), by_row_then_place);
	for (i = 0; i < rows.n; i++)
		if (n == 0 || rows.at[n - 1].key != rows.at[i].key)
			rows.at[n++] = rows.at[i];
	rows.n = n;
	qsort(rows.at, rows.n, sizeof(*rows.at), by_value);
	for (i = 0; i < rows.n; i++)
		rows.at[i].value = (unsigned)i + 1;
	qsort(rows.at, rows.n, sizeof(*rows.at), by_key);
	for (i = 0; i < ex->sightings.n; i++) {
		struct sighting *s = &ex->sightings.at[i];

		if (s->field->group == group)
			s->final_row = look_up(&rows, 0, s->row);
	}
	vec_release(&rows);
	return VB_OK;
}

int marks_find(struct extractor *ex)
{
	size_t story, i;
	int code = marks_hashes(&ex->hashes, ex->form, ex->err);

	if (code != VB_OK)
		return code;
	for (i = 0; i < sizeof(finders) / sizeof(*finders); i++)
		for (story = 0; story < ex->source->stories.n; story++) {
			code = finders[i](ex, story);
			if (code != VB_OK)
				return code;
		}
	if (ex->sightings.n)
		qsort(ex->sightings.at, ex->sightings.n,
		      sizeof(*ex->sightings.at), by_place);
	for (i = 0; i < ex->form->n_fields && code == VB_OK; i++) {
		const struct field *field = ex->form->fields[i];

		if (field->type != FIELD_REPEAT)
			continue;
		code = guess_rows(ex, field);
		if (code == VB_OK)
			code = number_rows(ex, field);
	}
	if (code == VB_OK)
		code = anchor_find(ex);
	if (code == VB_OK && ex->sightings.n)
		qsort(ex->sightings.at, ex->sightings.n,
		      sizeof(*ex->sightings.at), by_instance);
	return code;
}
