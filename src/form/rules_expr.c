/*
 * rules_expr.c - reading one expression before libxml2 does.
 *
 * A walk over the tokens of XPath 1.0 (3.7 Lexical Structure) that finds the
 * names, so that an unknown name is an error of the form and a rule can be
 * left alone while what it names is unanswered. The bare `.` is put as the
 * path of the field's own element, so that the context node can be the group.
 */
#include "form/rules_impl.h"

#include "util/err.h"

#include <string.h>

/* What stands before the next name in a path. */
enum place {
	PLACE_START, /* nothing: the context */
	PLACE_BASE,  /* base/ */
	PLACE_PAGE,  /* ../ out of a row */
	PLACE_FIELD  /* field/ */
};

struct scan {
	struct rules *rules;
	const struct field *field; /* whose expression it is */
	const char *kind;
	const char *text;
	size_t pos;
	struct buf out;
	VEC(struct rule_ref);
	bool is_operand; /* the last token ends an operand */
	bool is_slash;	 /* the last token was a slash */
	bool is_plain;	 /* nothing but one path so far */
	enum place place;
	const struct field *last; /* PLACE_FIELD */
	/* the group that names start in: NULL is the page */
	const struct field *group[RULES_NESTING_MAX + 1];
	int depth;
	struct vb_error *err;
	int rc;
};

static const char *const functions[] = {
	"last",
	"position",
	"count",
	"string",
	"concat",
	"starts-with",
	"contains",
	"substring-before",
	"substring-after",
	"substring",
	"string-length",
	"normalize-space",
	"translate",
	"boolean",
	"not",
	"true",
	"false",
	"number",
	"sum",
	"floor",
	"ceiling",
	"round",
	NULL,
};

static void fail(struct scan *scan, const char *what, const char *name,
		 size_t size)
{
	if (scan->rc != VB_OK)
		return;
	err_where(scan->err, "line %d", scan->field->line);
	scan->rc = err_set(scan->err, VB_FORM, "%s of '%.64s': '%.*s' %s",
			   scan->kind, scan->field->id,
			   (int)(size > 64 ? 64 : size), name, what);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
	return is_name_start(c) || is_digit(c) || c == '-' || c == '.';
}

static char next_after_space(const struct scan *scan, size_t at)
{
	while (is_space(scan->text[at]))
		at++;
	return scan->text[at];
}

static void copy(struct scan *scan, size_t size)
{
	buf_add(&scan->out, scan->text + scan->pos, size);
	scan->pos += size;
}

/* ---- names ------------------------------------------------------------- */

static void add_ref(struct scan *scan, const struct field *field, bool is_inner)
{
	struct rule_ref *ref = vec_push(scan);

	if (!ref) {
		scan->rc = err_set(scan->err, VB_NOMEM, "out of memory");
		return;
	}
	ref->field = field;
	ref->is_inner = is_inner;
}

/* The names that the values with parts have inside. */
static bool is_part(const struct field *field, const char *name)
{
	if (field->type == FIELD_DOCREF)
		return strcmp(name, "number") == 0 ||
		       strcmp(name, "date") == 0 || strcmp(name, "issuer") == 0;
	return (field->type == FIELD_EVIDENCE || field->type == FIELD_IMAGE) &&
	       strcmp(name, "file") == 0;
}

/* Whether a field is where the path says. */
static bool is_there(const struct scan *scan, const struct field *field)
{
	const struct field *group = scan->group[scan->depth];

	switch (scan->place) {
	case PLACE_BASE:
		return field->is_base;
	case PLACE_FIELD:
		return scan->last->type == FIELD_REPEAT &&
		       field->group == scan->last;
	case PLACE_PAGE:
		return !field->is_base && !field->group;
	case PLACE_START:
		break;
	}
	/* base figures may name each other bare */
	if (field->is_base)
		return scan->field->is_base && scan->depth == 0;
	return field->group == group;
}

static bool page_is_near(const struct scan *scan)
{
	return scan->place == PLACE_PAGE ||
	       (scan->place == PLACE_START && !scan->group[scan->depth]);
}

static void take_field(struct scan *scan, const char *name, size_t size)
{
	const struct field *field = form_field(scan->rules->form, name);
	bool is_inner;

	if (!field) {
		fail(scan, "names no field", name, size);
		return;
	}
	if (!is_there(scan, field)) {
		fail(scan,
		     field->is_base ? "is a base figure: base/name"
		     : field->group ? "is a field of a repeat: repeat/name"
				    : "is a field of the page: ../name",
		     name, size);
		return;
	}
	if (scan->place == PLACE_PAGE && field->type == FIELD_REPEAT) {
		fail(scan, "is a repeat, and a row sees no other rows", name,
		     size);
		return;
	}
	if (scan->place == PLACE_START && field->is_base)
		buf_adds(&scan->out, "base/");
	is_inner = field->group && field->group != scan->field->group;
	if (is_inner)
		scan->rules->is_named[field->group->index] = true;
	if (field->type == FIELD_REPEAT)
		scan->rules->is_named[field->index] = true;
	add_ref(scan, field, is_inner);
	scan->place = PLACE_FIELD;
	scan->last = field;
}

static bool is_function(const char *name)
{
	size_t i;

	for (i = 0; functions[i]; i++)
		if (strcmp(functions[i], name) == 0)
			return true;
	return false;
}

static void take_name(struct scan *scan)
{
	char name[FORM_ID_MAX + 1];
	size_t size = 0;
	const char *text = scan->text + scan->pos;
	char next;

	while (is_name(text[size]))
		size++;
	if (size > FORM_ID_MAX) {
		fail(scan, "is too long a name", text, size);
		return;
	}
	memcpy(name, text, size);
	name[size] = '\0';
	next = next_after_space(scan, scan->pos + size);
	if (scan->is_operand && !scan->is_slash) {
		/* and, or, div, mod: libxml2 knows the others are wrong */
		scan->is_operand = false;
		scan->is_plain = false;
	} else if (next == '(') {
		if (!is_function(name))
			fail(scan, "is no function of XPath 1.0", text, size);
		scan->is_plain = false;
	} else if (next == ':') {
		fail(scan, "names an axis or a prefix", text, size);
	} else {
		if (!scan->is_slash)
			scan->place = PLACE_START;
		if (page_is_near(scan) && strcmp(name, "base") == 0)
			scan->place = PLACE_BASE;
		else if (scan->place != PLACE_FIELD ||
			 !is_part(scan->last, name))
			take_field(scan, name, size);
		scan->is_operand = true;
	}
	scan->is_slash = false;
	copy(scan, size);
}

/* ---- other tokens ------------------------------------------------------ */

static void take_string(struct scan *scan)
{
	const char *from = scan->text + scan->pos;
	const char *to = strchr(from + 1, *from);

	scan->is_plain = false;
	scan->is_operand = true;
	if (to)
		copy(scan, (size_t)(to - from) + 1);
	else
		fail(scan, "has no closing quote", from, strlen(from));
}

static void take_number(struct scan *scan)
{
	size_t size = 0;

	while (is_digit(scan->text[scan->pos + size]) ||
	       scan->text[scan->pos + size] == '.')
		size++;
	scan->is_plain = false;
	scan->is_operand = true;
	copy(scan, size);
}

static void take_dots(struct scan *scan)
{
	const char *text = scan->text + scan->pos;
	const struct field *field = scan->field;
	size_t size = text[1] == '.' ? 2 : 1;

	if (scan->is_slash) {
		fail(scan, "stands inside a path", text, size);
		return;
	}
	scan->is_operand = true;
	if (size == 2) {
		if (!scan->group[scan->depth])
			fail(scan, "leads out of the answers", text, size);
		scan->place = PLACE_PAGE;
		copy(scan, size);
		return;
	}
	scan->place = PLACE_START;
	if (scan->depth > 0 || next_after_space(scan, scan->pos + 1) == '/') {
		copy(scan, 1);
		return;
	}
	scan->is_plain = false;
	if (field->is_base)
		buf_adds(&scan->out, "base/");
	if (field->type == FIELD_REPEAT)
		scan->rules->is_named[field->index] = true;
	buf_adds(&scan->out, field->id);
	scan->place = PLACE_FIELD;
	scan->last = field;
	scan->pos++;
}

static void take_slash(struct scan *scan)
{
	if (!scan->is_operand || scan->text[scan->pos + 1] == '/')
		fail(scan, "begins no path here", "/", 1);
	scan->is_operand = false;
	scan->is_slash = true;
	copy(scan, 1);
}

static void take_bracket(struct scan *scan, char c)
{
	scan->is_plain = false;
	if (c == ']') {
		if (scan->depth == 0) {
			fail(scan, "closes nothing", "]", 1);
			return;
		}
		scan->depth--;
		scan->is_operand = true;
		/* what follows a predicate is still inside its field */
		scan->place = PLACE_FIELD;
		scan->last = scan->group[scan->depth + 1];
		copy(scan, 1);
		return;
	}
	if (scan->place != PLACE_FIELD || scan->last->type != FIELD_REPEAT ||
	    !scan->is_operand) {
		fail(scan, "follows no repeat", "[", 1);
		return;
	}
	if (scan->depth == RULES_NESTING_MAX) {
		fail(scan, "is nested too deeply", "[", 1);
		return;
	}
	scan->group[++scan->depth] = scan->last;
	scan->is_operand = false;
	copy(scan, 1);
}

static void take_sign(struct scan *scan, char c)
{
	scan->is_plain = false;
	/* a union of rows takes the square of them in libxml2 */
	if (c == '$' || c == '@' || c == ':' || c == '#' || c == '|') {
		fail(scan, "has no place in an expression", &c, 1);
		return;
	}
	if (c == '*' && !scan->is_operand) {
		fail(scan, "names no field", &c, 1);
		return;
	}
	scan->is_operand = c == ')';
	if (c == ')')
		scan->place = PLACE_START;
	copy(scan, 1);
}

static void take_token(struct scan *scan)
{
	char c = scan->text[scan->pos];

	if (is_space(c)) {
		copy(scan, 1);
		return;
	}
	if (is_name_start(c)) {
		take_name(scan);
		return;
	}
	if (c == '/') {
		take_slash(scan);
		return;
	}
	if (c == '.' && !is_digit(scan->text[scan->pos + 1]))
		take_dots(scan);
	else if (scan->is_slash)
		fail(scan, "ends no path", &c, 1);
	else if (c == '"' || c == '\'')
		take_string(scan);
	else if (is_digit(c) || c == '.')
		take_number(scan);
	else if (c == '[' || c == ']')
		take_bracket(scan, c);
	else
		take_sign(scan, c);
	scan->is_slash = false;
}

static int keep(struct scan *scan, struct rule_expr *expr)
{
	struct arena *arena = &scan->rules->arena;
	size_t i;

	expr->path = buf_ok(&scan->out) ? arena_str(arena, buf_cstr(&scan->out))
					: NULL;
	expr->refs = arena_array(arena, scan->n, sizeof(*expr->refs));
	if (!expr->path || !expr->refs)
		return err_set(scan->err, VB_NOMEM, "out of memory");
	for (i = 0; i < scan->n; i++) {
		expr->refs[i] = scan->at[i];
		if (scan->at[i].field->levels)
			expr->is_by_level = true;
	}
	expr->n_refs = scan->n;
	if (scan->is_plain && scan->n == 1 && !expr->refs[0].is_inner)
		expr->plain = expr->refs[0].field;
	return VB_OK;
}

int rule_expr_read(struct rules *rules, struct rule_expr *expr,
		   const struct field *field, const char *source,
		   const char *kind, struct vb_error *err)
{
	struct scan scan = {
		.rules = rules,
		.field = field,
		.kind = kind,
		.text = source,
		.is_plain = true,
		.err = err,
	};

	scan.group[0] = field->group;
	expr->source = source;
	if (strlen(source) > RULES_EXPR_MAX)
		fail(&scan, "is too long", source, 16);
	while (scan.rc == VB_OK && scan.text[scan.pos])
		take_token(&scan);
	if (scan.rc == VB_OK)
		scan.rc = keep(&scan, expr);
	buf_release(&scan.out);
	vec_release(&scan);
	return scan.rc;
}
