/*
 * inspect_check.c - a document against its form: what is missing, unknown or
 * of the wrong shape. Rules: field-missing, repeat-missing, unknown-field,
 * unknown-level, shape-wrong.
 */
#include "extract/inspect.h"

#include "extract/reading.h"
#include "util/err.h"
#include "wml/marks.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct check {
	const struct inspection *in;
	const struct vb_form *form;
	const struct vb_sink *sink;
	bool *seen; /* by field index and level */
	struct hashes hashes;
};

static bool *seen_at(const struct check *c, const struct field *field,
		     int level)
{
	return &c->seen[field->index * (c->form->n_levels + 1) +
			(size_t)(level + 1)];
}

__attribute__((format(printf, 6, 7))) static void
tell(const struct check *c, const char *rule, const char *field,
     const char *level, const struct vb_place *place, const char *fmt, ...)
{
	struct vb_finding finding;
	char message[256];
	va_list ap;

	va_start(ap, fmt);
	err_format(message, sizeof(message), fmt, ap);
	va_end(ap);
	memset(&finding, 0, sizeof(finding));
	finding.rule = rule;
	finding.severity = VB_WARNING;
	finding.field = field;
	finding.level = level;
	finding.message = message;
	if (place)
		finding.place = *place;
	else
		finding.place.part = finding.place.heading =
			finding.place.near = "";
	finding.place.file = c->in->source->file;
	c->sink->take(c->sink->payload, &finding);
}

static const char *scope_name(enum wml_mark_scope scope)
{
	static const char *const names[] = {
		[WML_INLINE] = "inside a paragraph",
		[WML_BLOCK] = "around paragraphs",
		[WML_CELL] = "around a cell",
		[WML_ROW] = "around a row",
	};

	return names[scope];
}

static bool is_condition(const struct item *item)
{
	return item->name[0] && strchr("^#/", item->name[0]);
}

static void check_shape(const struct check *c, const struct item *item,
			const struct field *field)
{
	bool is_repeat = field->type == FIELD_REPEAT;

	if (item->kind == ITEM_REPEAT && !is_repeat)
		tell(c, "shape-wrong", field->id, "", &item->place,
		     "'%s' is no repeat of the form", item->name);
	else if (item->kind == ITEM_CONTROL && is_repeat && !is_condition(item))
		tell(c, "shape-wrong", field->id, "", &item->place,
		     "'%s' needs a repeating section control", item->name);
	else if (item->kind == ITEM_CONTROL &&
		 (item->scope == WML_CELL || item->scope == WML_ROW ||
		  (item->scope == WML_BLOCK && field->type != FIELD_LONGTEXT &&
		   field->type != FIELD_EVIDENCE &&
		   field->type != FIELD_IMAGE)))
		tell(c, "shape-wrong", field->id, "", &item->place,
		     "the control of '%s' stands %s, it belongs inside one",
		     item->name, scope_name(item->scope));
}

static void check_name(const struct check *c, const struct item *item,
		       const struct mark *name)
{
	const struct field *field = form_field(c->form, name->id);
	int level;

	if (!field) {
		tell(c, "unknown-field", name->id, name->level, &item->place,
		     "the form has no field '%s'", name->id);
		return;
	}
	level = marks_level(c->form, field, name->level);
	if (level < -1) {
		tell(c, "unknown-level", field->id, name->level, &item->place,
		     "'%s' has no level '%s'", field->id, name->level);
		return;
	}
	/* a condition on a field is no place for its value */
	if (is_condition(item) && field->type != FIELD_REPEAT)
		return;
	*seen_at(c, field, level) = true;
	if (item->kind != ITEM_TAG)
		check_shape(c, item, field);
}

static void check_bookmark(const struct check *c, const struct item *item)
{
	const struct field *field;
	struct mark name;
	int level;

	if (!mark_parse_bookmark(&name, item->name))
		return;
	if (marks_resolve(c->form, &c->hashes, &name, &field, &level))
		*seen_at(c, field, level) = true;
	else
		tell(c, "unknown-field", name.is_hashed ? "" : name.id,
		     name.level, &item->place,
		     "bookmark '%s' stands for nothing in the form",
		     item->name);
}

/* Comments and partials name no field; a filter follows a bar. */
static void check_tag(const struct check *c, const struct item *item)
{
	char text[INSPECT_TAG_MAX + 1];
	const char *p = item->name;
	struct mark name;
	size_t size;

	if (*p == '!' || *p == '>' || *p == '=')
		return;
	if (*p == '#' || *p == '^' || *p == '/')
		p++;
	p += strspn(p, " ");
	size = strcspn(p, "| ");
	if (size > INSPECT_TAG_MAX)
		size = INSPECT_TAG_MAX;
	memcpy(text, p, size);
	text[size] = '\0';
	/* one that names nothing is, when filled, words of an answer */
	if (mark_parse_tag(&name, text) &&
	    (!c->in->source->report || form_field(c->form, name.id)))
		check_name(c, item, &name);
	else if (!c->in->source->report)
		tell(c, "unknown-field", "", "", &item->place,
		     "'{{%.60s}}' names no field", item->name);
}

static void check_item(const struct check *c, const struct item *item)
{
	struct mark name;

	switch (item->kind) {
	case ITEM_BOOKMARK:
		check_bookmark(c, item);
		break;
	case ITEM_TAG:
		check_tag(c, item);
		break;
	case ITEM_CONTROL:
	case ITEM_REPEAT:
		/* "^id" and "#id" make a part of the page conditional */
		if (mark_parse_tag(&name, item->name + is_condition(item)))
			check_name(c, item, &name);
		else if (item->kind == ITEM_REPEAT)
			tell(c, "unknown-field", "", "", &item->place,
			     "a repeating section has no usable tag: '%.60s'",
			     item->name);
		break;
	}
}

static void check_missing(const struct check *c, const struct field *field)
{
	int level;

	for (level = -1; level < (int)c->form->n_levels; level++) {
		if ((level >= 0 && !field_has_level(field, level)) ||
		    *seen_at(c, field, level))
			continue;
		if (level < 0)
			tell(c, "field-missing", field->id, "", NULL,
			     "the document has no place for '%s'", field->id);
		else
			tell(c, "field-missing", field->id,
			     c->form->levels[level].id, NULL,
			     "the document has no place for '%s' at level '%s'",
			     field->id, c->form->levels[level].id);
	}
}

/* A filled document marks the values in its rows, not the repeat. */
static bool has_rows(const struct check *c, const struct field *group)
{
	size_t i;

	for (i = 0; i < c->form->n_fields; i++)
		if (c->form->fields[i]->group == group &&
		    *seen_at(c, c->form->fields[i], -1))
			return true;
	return *seen_at(c, group, -1);
}

/* Filling an unanswered repeat without blank rows leaves no trace of it. */
static bool may_be_rowless(const struct check *c, const struct field *group)
{
	return group->blank_rows == 0 && c->in->source->report;
}

int inspect_check(const struct inspection *in, const struct vb_form *form,
		  const struct vb_sink *sink, struct vb_error *err)
{
	struct check c = {.in = in, .form = form, .sink = sink};
	size_t i;
	int code = marks_hashes(&c.hashes, form, err);

	c.seen = calloc(form->n_fields * (form->n_levels + 1) + 1,
			sizeof(*c.seen));
	if (code == VB_OK && !c.seen)
		code = err_set(err, VB_NOMEM, "out of memory");
	if (code != VB_OK)
		goto out;
	for (i = 0; i < in->items.n; i++)
		check_item(&c, &in->items.at[i]);
	for (i = 0; i < form->n_fields; i++) {
		const struct field *field = form->fields[i];

		if (field->is_base)
			continue;
		if (field->type == FIELD_REPEAT && !has_rows(&c, field) &&
		    !may_be_rowless(&c, field))
			tell(&c, "repeat-missing", field->id, "", NULL,
			     "the document has no place for the rows of '%s'",
			     field->id);
		else if (field->type != FIELD_REPEAT &&
			 (!field->group || has_rows(&c, field->group)))
			check_missing(&c, field);
	}
out:
	vec_release(&c.hashes);
	free(c.seen);
	return code;
}
