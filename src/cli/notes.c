/* notes.c - see notes.h. */
#include "cli/notes.h"

#include "util/err.h"

#include <stdio.h>
#include <string.h>

static const char *keep(struct notes *notes, const char *text)
{
	const char *copy = arena_str(&notes->arena, text ? text : "");

	notes->failed |= !copy;
	return copy ? copy : "";
}

void notes_add(struct notes *notes, const struct vb_finding *finding)
{
	struct vb_finding *slot;

	if (notes->list.n == NOTES_MAX)
		return;
	slot = vec_push(&notes->list);
	if (!slot) {
		notes->failed = true;
		return;
	}
	*slot = *finding;
	slot->rule = keep(notes, finding->rule);
	slot->field = keep(notes, finding->field);
	slot->level = keep(notes, finding->level);
	slot->message = keep(notes, finding->message);
	slot->place.file = keep(notes, finding->place.file);
	slot->place.part = keep(notes, finding->place.part);
	slot->place.heading = keep(notes, finding->place.heading);
	slot->place.near = keep(notes, finding->place.near);
}

void notes_clear(struct notes *notes)
{
	vec_release(&notes->list);
	arena_release(&notes->arena);
	memset(notes, 0, sizeof(*notes));
}

static void take(void *payload, const struct vb_finding *finding)
{
	struct notes_tee *tee = payload;

	tee->say.take(tee->say.payload, finding);
	if (tee->notes)
		notes_add(tee->notes, finding);
}

struct vb_sink notes_sink(struct notes_tee *tee)
{
	struct vb_sink sink = {take, tee};

	return sink;
}

int notes_print(const struct notes *notes, const char *file,
		struct vb_error *err)
{
	struct vb_blob blob = {0};
	int rc = notes->failed ? err_set(err, VB_NOMEM, "out of memory")
			       : vb_export_findings(file, notes->list.at,
						    notes->list.n, &blob, err);

	if (rc == VB_OK)
		fwrite(blob.data, 1, blob.size, stdout);
	vb_blob_release(&blob);
	return rc;
}
