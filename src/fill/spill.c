/*
 * spill.c - long parts go to the compressor while they are made, so that
 * neither the part nor a copy of it stands in memory.
 *
 * What may still be taken back stays: a container that is dropped when
 * nothing is left in it (OP_MARK to OP_DROP), and the last bytes, which
 * OP_FILL looks at. Offsets of guards count from the start of the part.
 */
#include "fill/render.h"

#include "util/err.h"

#include <string.h>

/* A part that stays below this goes whole to the compressor: most parts that
 * are spilled are tables of thousands of rows. */
#define SPILL_FROM ((size_t)1 << 20)
/* Behind the first one, pieces that stay in the cache. */
#define SPILL_PIECE ((size_t)256 << 10)
/* What may be looked back at: the end of a table in controls 256 deep. */
#define SPILL_TAIL ((size_t)8 << 10)

/* How much of the part can no longer be taken back. */
static size_t safe_end(const struct renderer *r)
{
	size_t end = render_at(r);
	int i;

	for (i = r->n_marks; i-- > 0;) {
		int body = r->mark_bodies[i];

		if (r->marks[i] == RENDER_KEPT)
			continue;
		/* what is in it already keeps it and all around it */
		if (body < r->n_bodies && end > r->bodies[body])
			break;
		end = r->marks[i];
	}
	return end;
}

static int give(struct renderer *r, size_t size)
{
	struct buf *out = r->out;
	int rc = opc_stream_add(r->spill->stream, out->data, size, &r->err);

	if (rc != VB_OK) {
		err_part(&r->err, r->program->part_name);
		return rc;
	}
	memmove(out->data, out->data + size, out->size - size);
	out->size -= size;
	r->spill->size += size;
	return VB_OK;
}

int render_spill(struct renderer *r)
{
	struct spill *spill = r->spill;
	size_t size = r->out->size, safe;

	if (spill->is_off || size < (spill->size ? SPILL_PIECE : SPILL_FROM) ||
	    !buf_ok(r->out))
		return VB_OK;
	safe = safe_end(r) - spill->size;
	if (safe > size - SPILL_TAIL)
		safe = size - SPILL_TAIL;
	if (safe < size / 2)
		return VB_OK;
	if (!spill->stream)
		spill->stream = opc_stream_new();
	if (!spill->stream)
		return err_set(&r->err, VB_NOMEM, "out of memory");
	if (!spill->size)
		opc_stream_start(spill->stream);
	return give(r, safe);
}

int render_spill_end(struct renderer *r)
{
	int rc;

	if (!r->spill->size)
		return VB_OK;
	if (!buf_ok(r->out))
		return err_set(&r->err, VB_NOMEM, "no memory for '%s'",
			       r->program->part_name);
	rc = give(r, r->out->size);
	return rc ? rc : opc_stream_end(r->spill->stream, &r->err);
}
