/*
 * reader_math.c - the reading door's formulas (ECMA-376-1 22.1): their words
 * with the signs that part them, so that one over two is not twelve. The
 * signs are those of the linear form in which Word saves formulas as text.
 */
#include "wml/reader_state.h"

#include "text/utf8.h"
#include "util/err.h"

#include <string.h>

static int sign(struct reader *reader, uint32_t c, struct vb_error *err)
{
	struct buf out = BUF_INIT;
	int code;

	if (!c)
		return VB_OK;
	utf8_put(&out, c);
	code = buf_ok(&out) ? reader_words(reader, out.data, out.size, err)
			    : err_set(err, VB_NOMEM, "out of memory");
	buf_release(&out);
	return code;
}

/* The first character of m:val; 0 when it is empty. */
static uint32_t value(const struct sax_element *el)
{
	size_t size, at = 0;
	const char *text = sax_attr(el, "val", &size);

	return text && size ? utf8_next(text, size, &at) : 0;
}

/* m:dPr/m:begChr: a sign of the element above its properties. */
static struct reader_level *owner(struct reader *reader, enum reader_kind kind)
{
	struct reader_level *level =
		reader->depth > 2 ? &reader->levels[reader->depth - 2] : NULL;

	return level && level->kind == kind ? level : NULL;
}

static void property(struct reader *reader, const struct sax_element *el,
		     enum reader_kind kind)
{
	struct reader_level *level = owner(reader,
					   kind == EL_CHR ? EL_NARY : EL_D);

	if (level && kind == EL_END_CHR)
		level->last_sign = value(el);
	else if (level)
		level->first_sign = value(el);
}

/* What stands before a piece of the element around it. */
static int piece(struct reader *reader, struct vb_error *err)
{
	struct reader_level *level = &reader->levels[reader->depth - 1];
	uint32_t n = level->pieces++;

	switch ((int)level->kind) {
	case EL_D:
		return sign(reader, n ? 0x2502 : level->first_sign, err);
	case EL_NARY:
		return sign(reader, n ? 0 : level->first_sign, err);
	case EL_MATRIX_ROW:
		return sign(reader, n ? '&' : 0, err);
	case EL_MATRIX:
		return sign(reader, n ? '@' : '(', err);
	default:
		return VB_OK;
	}
}

int reader_math_start(struct reader *reader, const struct sax_element *el,
		      enum reader_kind kind, struct vb_error *err)
{
	struct reader_level *level = &reader->levels[reader->depth];
	enum reader_kind parent = reader_above(reader, 1);
	int code;

	switch ((int)kind) {
	case EL_D:
		level->first_sign = '(';
		level->last_sign = ')';
		return VB_OK;
	case EL_NARY:
		level->first_sign = 0x222b;
		return VB_OK;
	case EL_BEG_CHR:
	case EL_END_CHR:
	case EL_CHR:
		property(reader, el, kind);
		return VB_OK;
	case EL_DEN:
		return sign(reader, '/', err);
	case EL_RAD:
		return sign(reader, 0x221a, err);
	case EL_E:
		code = piece(reader, err);
		return code == VB_OK && parent == EL_NARY
			       ? sign(reader, 0x2592, err)
			       : code;
	case EL_SUP:
	case EL_SUB:
		code = piece(reader, err);
		return code == VB_OK
			       ? sign(reader, kind == EL_SUP ? '^' : '_', err)
			       : code;
	case EL_MATRIX_ROW:
		return piece(reader, err);
	default:
		return VB_OK;
	}
}

int reader_math_end(struct reader *reader, enum reader_kind kind,
		    struct vb_error *err)
{
	const struct reader_level *level = &reader->levels[reader->depth];

	if (kind == EL_MATRIX)
		return sign(reader, level->pieces ? ')' : 0, err);
	return sign(reader, level->pieces ? level->last_sign : 0, err);
}
