/*
 * assemble.c - the bytes of a part, cut at the processing instructions into
 * a program.
 */
#include "fill/compile.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

#define PI_OPEN	 "<?vb "
#define PI_CLOSE "?>"
/* Attribute that tidy.c left in a repeated drawing. */
#define SERIAL_HOLE " id=\"0\""

struct ops {
	VEC(struct op);
};

static bool add_op(struct ops *ops, enum op_kind kind, size_t n, const char *at,
		   size_t size)
{
	struct op *op;

	if (kind == OP_TEXT && size == 0)
		return true;
	op = vec_push(ops);
	if (!op)
		return false;
	op->kind = kind;
	op->n = n;
	op->text.at = at;
	op->text.size = size;
	return true;
}

/* The number goes between the quotes of the next drawing's id. */
static const char *add_serial(struct ops *ops, const char *at)
{
	const char *hole = strstr(at, SERIAL_HOLE);

	if (!hole)
		return NULL;
	hole += strlen(" id=\"");
	if (!add_op(ops, OP_TEXT, 0, at, (size_t)(hole - at)) ||
	    !add_op(ops, OP_SERIAL, 0, NULL, 0))
		return NULL;
	return hole + 1;
}

static bool cut(struct ops *ops, const char *at, const char *end)
{
	while (at < end) {
		const char *pi = strstr(at, PI_OPEN);
		enum op_kind kind;
		char *rest;
		size_t n;

		if (!pi)
			return add_op(ops, OP_TEXT, 0, at, (size_t)(end - at));
		if (!add_op(ops, OP_TEXT, 0, at, (size_t)(pi - at)))
			return false;
		kind = (enum op_kind)pi[strlen(PI_OPEN)];
		n = (size_t)strtoul(pi + strlen(PI_OPEN) + 2, &rest, 10);
		at = rest + strlen(PI_CLOSE);
		if (kind == OP_SERIAL)
			at = add_serial(ops, at);
		else if (!add_op(ops, kind, n, NULL, 0))
			return false;
		if (!at)
			return false;
	}
	return true;
}

/* Where sections and dropped tables go on. Nesting was checked on the tree
 * (tidy.c), whose elements cannot cross. */
static bool link_ops(struct program *program)
{
	struct {
		VEC(size_t);
	} stack = {0};
	bool good = true;
	size_t i;

	for (i = 0; i < program->n && good; i++) {
		struct op *op = &program->ops[i];
		size_t *top;

		if (op->kind == OP_BEGIN || op->kind == OP_DROP) {
			top = vec_push(&stack);
			good = top != NULL;
			if (good)
				*top = i;
		} else if (op->kind == OP_END || op->kind == OP_AFTER) {
			good = stack.n > 0;
			if (!good)
				break;
			top = &stack.at[--stack.n];
			program->ops[*top].jump = op->kind == OP_END ? i + 1
								     : i;
			op->jump = *top + 1;
		} else if (op->kind == OP_TEXT) {
			program->size += op->text.size;
		}
	}
	vec_release(&stack);
	return good;
}

int assemble_pass(struct compiler *c, const struct opc_part *part)
{
	struct vb_template *tpl = c->tpl;
	struct program *program = vec_push(&tpl->programs);
	struct ops ops = {0};
	const char *text;
	int rc = VB_NOMEM;

	if (!program)
		return err_set(c->err, VB_NOMEM, "out of memory");
	buf_clear(&c->buf);
	tree_dump_doc(&c->buf, c->doc);
	if (!buf_ok(&c->buf))
		goto out;
	text = arena_strn(&tpl->arena, c->buf.data, c->buf.size);
	program->part_name = arena_str(&tpl->arena, part->name);
	if (!text || !program->part_name ||
	    !cut(&ops, text, text + c->buf.size))
		goto out;
	program->ops = arena_array(&tpl->arena, ops.n, sizeof(*ops.at));
	if (!program->ops)
		goto out;
	if (ops.n)
		memcpy(program->ops, ops.at, ops.n * sizeof(*ops.at));
	program->n = ops.n;
	if (link_ops(program))
		rc = VB_OK;
out:
	vec_release(&ops);
	return rc ? err_set(c->err, VB_NOMEM, "out of memory") : rc;
}
