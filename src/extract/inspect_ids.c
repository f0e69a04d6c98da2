/*
 * inspect_ids.c - ids that are there twice.
 *
 * Drawings and paragraphs are told apart in their part only: Word itself
 * writes headers that have the numbers of the body.
 */
#include "extract/inspect.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	bool is_of_part;
} WHATS[] = {
	[INSPECT_CONTROL] = {"control", false},
	[INSPECT_BOOKMARK] = {"bookmark", false},
	[INSPECT_NAME] = {"name of a bookmark", false},
	[INSPECT_COMMENT] = {"comment", false},
	[INSPECT_FOOTNOTE] = {"footnote", false},
	[INSPECT_ENDNOTE] = {"endnote", false},
	[INSPECT_DRAWING] = {"drawing", true},
	[INSPECT_PARAGRAPH] = {"paragraph", true},
};

struct entry {
	struct inspect_id id;
	size_t part, order; /* part: 0 when it does not matter */
};

struct inspect_ids {
	struct arena arena;
	struct {
		VEC(struct entry);
	} entries;
};

int inspect_ids_new(struct inspect_ids **out, struct vb_error *err)
{
	*out = calloc(1, sizeof(**out));
	return *out ? VB_OK : err_set(err, VB_NOMEM, "out of memory");
}

void inspect_ids_free(struct inspect_ids *ids)
{
	if (!ids)
		return;
	vec_release(&ids->entries);
	arena_release(&ids->arena);
	free(ids);
}

/* Word takes no notice of the case of a bookmark's name. */
static const char *lower(struct arena *arena, const char *name)
{
	char *copy = arena_str(arena, name), *at;

	for (at = copy; at && *at; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 32);
	return copy;
}

int inspect_ids_add(struct inspect_ids *ids, const struct inspect_id *id,
		    struct vb_error *err)
{
	struct entry *entry;

	if (ids->entries.n >= INSPECT_IDS_MAX)
		return err_set(err, VB_LIMIT, "more than %d ids",
			       INSPECT_IDS_MAX);
	entry = vec_push(&ids->entries);
	if (!entry)
		return err_set(err, VB_NOMEM, "out of memory");
	entry->id = *id;
	entry->part = WHATS[id->what].is_of_part ? id->part->index : 0;
	entry->order = ids->entries.n;
	if (id->what == INSPECT_NAME)
		entry->id.value = lower(&ids->arena, id->value);
	return entry->id.value ? VB_OK
			       : err_set(err, VB_NOMEM, "out of memory");
}

static int compare(const struct entry *x, const struct entry *y)
{
	if (x->id.what != y->id.what)
		return x->id.what < y->id.what ? -1 : 1;
	if (x->part != y->part)
		return x->part < y->part ? -1 : 1;
	return strcmp(x->id.value, y->id.value);
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = compare(x, y);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

int inspect_ids_tell(struct inspect_ids *ids,
		     const struct inspect_teller *teller, struct vb_error *err)
{
	const struct entry *at = ids->entries.at;
	size_t n = ids->entries.n, first, i;
	int rc = VB_OK;

	if (n)
		qsort(ids->entries.at, n, sizeof(*at), compare_entries);
	for (first = 0; rc == VB_OK && first < n; first = i) {
		for (i = first + 1; i < n && !compare(&at[first], &at[i]); i++)
			;
		if (i - first > 1)
			rc = teller->tell(
				teller->user, &at[first + 1].id,
				arena_printf(&ids->arena,
					     "the %s '%.40s' is there %zu "
					     "times",
					     WHATS[at[first].id.what].name,
					     at[first].id.value, i - first),
				err);
	}
	return rc;
}
