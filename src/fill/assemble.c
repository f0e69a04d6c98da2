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

/* Reads "K N" and gives where it ends. */
static const char *read_op(struct op *op, const char *at)
{
	char *rest;

	op->kind = (enum op_kind)at[0];
	op->n = (size_t)strtoul(at + 2, &rest, 10);
	return rest;
}

/* The next processing instruction or hole; `end` when there is none. */
static const char *find_next(const char *at, const char *end, const char **pi)
{
	const char *hole;

	if (*pi < at) {
		*pi = strstr(at, PI_OPEN);
		if (!*pi)
			*pi = end;
	}
	hole = memchr(at, HOLE_OPEN, (size_t)(*pi - at));
	return hole ? hole : *pi;
}

static bool cut(struct ops *ops, const char *at, const char *end)
{
	const char *pi = NULL;

	while (at < end) {
		const char *next = find_next(at, end, &pi);
		struct op op = {0};

		if (!add_op(ops, OP_TEXT, 0, at, (size_t)(next - at)))
			return false;
		if (next == end)
			break;
		if (*next == HOLE_OPEN)
			at = read_op(&op, next + 1) + 1;
		else
			at = read_op(&op, next + strlen(PI_OPEN)) +
			     strlen(PI_CLOSE);
		if (!add_op(ops, op.kind, op.n, NULL, 0))
			return false;
	}
	return true;
}

/* From where something begins to past its end, and back. */
static void link_op(struct vb_template *tpl, struct program *program,
		    size_t from, size_t to)
{
	struct op *end = &program->ops[to];
	struct copy *copy;

	program->ops[from].jump = end->kind == OP_AFTER ? to : to + 1;
	end->jump = from + 1;
	if (end->kind != OP_NOTE_END)
		return;
	copy = &tpl->copies.at[end->n];
	copy->program = (size_t)(program - tpl->programs.at);
	copy->from = from + 1;
	copy->to = to;
}

/* Where sections and dropped tables go on. Nesting was checked on the tree
 * (tidy.c), whose elements cannot cross. */
static bool link_ops(struct vb_template *tpl, struct program *program)
{
	struct {
		VEC(size_t);
	} stack = {0};
	bool good = true;
	size_t i;

	for (i = 0; i < program->n && good; i++) {
		struct op *op = &program->ops[i];
		size_t *top;

		if (op->kind == OP_BEGIN || op->kind == OP_DROP ||
		    op->kind == OP_NOTE || op->kind == OP_BREAK) {
			top = vec_push(&stack);
			good = top != NULL;
			if (good)
				*top = i;
		} else if (op->kind == OP_END || op->kind == OP_AFTER ||
			   op->kind == OP_BREAK_END ||
			   op->kind == OP_NOTE_END) {
			good = stack.n > 0;
			if (!good)
				break;
			top = &stack.at[--stack.n];
			link_op(tpl, program, *top, i);
		} else if (op->kind == OP_TEXT) {
			program->size += op->text.size;
		}
	}
	vec_release(&stack);
	return good;
}

int assemble_bytes(struct compiler *c, const char *part_name)
{
	struct vb_template *tpl = c->tpl;
	struct program *program = vec_push(&tpl->programs);
	struct ops ops = {0};
	const char *text;
	int rc = VB_NOMEM;

	if (!program)
		return err_set(c->err, VB_NOMEM, "out of memory");
	if (!buf_ok(&c->buf))
		goto out;
	text = arena_strn(&tpl->arena, c->buf.data, c->buf.size);
	program->part_name = arena_str(&tpl->arena, part_name);
	if (!text || !program->part_name ||
	    !cut(&ops, text, text + c->buf.size))
		goto out;
	program->ops = arena_array(&tpl->arena, ops.n, sizeof(*ops.at));
	if (!program->ops)
		goto out;
	if (ops.n)
		memcpy(program->ops, ops.at, ops.n * sizeof(*ops.at));
	program->n = ops.n;
	program->tail = TAIL_N;
	if (link_ops(tpl, program))
		rc = VB_OK;
out:
	vec_release(&ops);
	return rc ? err_set(c->err, VB_NOMEM, "out of memory") : rc;
}

int assemble_pass(struct compiler *c, const struct opc_part *part)
{
	buf_clear(&c->buf);
	tree_dump_doc(&c->buf, c->doc);
	return assemble_bytes(c, part->name);
}
