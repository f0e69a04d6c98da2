/*
 * contain.c - running the guards of guards.c: containers that were left empty
 * are filled or dropped, two tables do not touch.
 */
#include "fill/render.h"

#include <string.h>

/* Nothing came since the container opened. */
static bool is_empty(struct renderer *r)
{
	return render_at(r) == r->bodies[--r->n_bodies];
}

static size_t drop(struct renderer *r, const struct op *op, size_t at)
{
	if (!is_empty(r)) {
		r->marks[r->n_marks - 1] = RENDER_KEPT;
		return at + 1;
	}
	r->out->size = r->marks[r->n_marks - 1] - r->spill->size;
	return op->jump;
}

/* Strips one closing element from the end of what was written. */
static bool skip_tail(const char *data, size_t *size, const char *tail)
{
	size_t n = strlen(tail);

	if (*size < n || memcmp(data + *size - n, tail, n) != 0)
		return false;
	*size -= n;
	return true;
}

/* A table is the last thing in what was written, maybe in controls. */
static bool ends_with_table(const struct buf *out)
{
	size_t size = out->size;

	while (skip_tail(out->data, &size, "</w:sdt>") ||
	       skip_tail(out->data, &size, "</w:sdtContent>") ||
	       skip_tail(out->data, &size, "</w:customXml>"))
		;
	return skip_tail(out->data, &size, "</w:tbl>");
}

static bool ends_with_pages(const struct buf *out)
{
	size_t size = out->size;

	if (skip_tail(out->data, &size, "<w:body>"))
		return true;
	while (skip_tail(out->data, &size, "</w:sdt>") ||
	       skip_tail(out->data, &size, "</w:sdtContent>"))
		;
	return skip_tail(out->data, &size, "</w:pPr></w:p>") &&
	       skip_tail(out->data, &size, "</w:sectPr>");
}

/* One point high: two tables that touch are one in Word. */
static const char THIN[] =
	"<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
	"w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr>"
	"</w:p>";

size_t render_guard(struct renderer *r, const struct op *op, size_t at)
{
	switch ((int)op->kind) {
	case OP_BODY:
		r->bodies[r->n_bodies++] = render_at(r);
		break;
	case OP_FILL:
		/* a table may not be the last thing in a cell */
		if (is_empty(r) || ends_with_table(r->out))
			buf_adds(r->out, "<w:p/>");
		break;
	case OP_RUN:
		if (is_empty(r))
			buf_adds(r->out, "<w:r/>");
		break;
	case OP_MARK:
		r->mark_bodies[r->n_marks] = r->n_bodies;
		r->marks[r->n_marks++] = render_at(r);
		break;
	case OP_DROP:
		return drop(r, op, at);
	case OP_AFTER:
		r->n_marks--;
		break;
	case OP_APART:
		if (ends_with_table(r->out))
			buf_adds(r->out, THIN);
		break;
	case OP_BREAK:
		if (ends_with_pages(r->out))
			return op->jump;
		break;
	default:
		break;
	}
	return at + 1;
}
