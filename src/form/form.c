/* form.c - a form as data: looking things up in it. See form.h. */
#include "form/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form/rules.h"
#include "text/ordinal.h"

const struct field *form_field(const struct vb_form *form, const char *id)
{
	size_t low = 0, high = form->n_fields;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(id, form->sorted[mid]->id);

		if (order == 0)
			return form->sorted[mid];
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

int form_level(const struct vb_form *form, const char *id)
{
	for (size_t i = 0; i < form->n_levels; i++)
		if (strcmp(form->levels[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool field_has_level(const struct field *field, int level)
{
	return level >= 0 && level < FORM_LEVELS_MAX &&
	       (field->levels >> level & 1) != 0;
}

const char *field_type_name(enum field_type type)
{
	switch (type) {
	case FIELD_TEXT:
		return "text";
	case FIELD_LONGTEXT:
		return "longtext";
	case FIELD_COUNT:
		return "count";
	case FIELD_NUMBER:
		return "number";
	case FIELD_PERCENT:
		return "percent";
	case FIELD_DATE:
		return "date";
	case FIELD_DOCREF:
		return "docref";
	case FIELD_EVIDENCE:
		return "evidence";
	case FIELD_CHOICE:
		return "choice";
	case FIELD_IMAGE:
		return "image";
	case FIELD_REPEAT:
		return "repeat";
	}
	return "";
}

const struct node *node_next(const struct node *top, const struct node *node)
{
	if (node->first)
		return node->first;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

void mark_ordinal(char out[16], enum node_mark mark, unsigned ordinal)
{
	switch (mark) {
	case MARK_NONE:
		out[0] = '\0';
		return;
	case MARK_DASH:
		memcpy(out, "-", 2);
		return;
	case MARK_PLUS:
		memcpy(out, "+", 2);
		return;
	case MARK_LETTER:
		ordinal_letter(out, ordinal);
		return;
	case MARK_ROMAN:
		if (ordinal_roman(out, ordinal))
			return;
		break;
	case MARK_ARABIC:
	case MARK_DECIMAL:
	case MARK_PAREN:
		break;
	}
	(void)snprintf(out, 16, "%u", ordinal);
}

void vb_form_free(struct vb_form *form)
{
	if (!form)
		return;
	rules_free(form->rules);
	once_free(form->index);
	arena_release(&form->arena);
	free(form);
}

const char *vb_form_id(const struct vb_form *form)
{
	return form->id;
}

const char *vb_form_version(const struct vb_form *form)
{
	return form->version;
}

const char *vb_form_title(const struct vb_form *form)
{
	return form->title;
}

const char *vb_form_label(const struct vb_form *form, const char *field)
{
	const struct field *found = form_field(form, field);

	return found && found->label ? found->label : "";
}

const char *vb_form_level_label(const struct vb_form *form, const char *level)
{
	int i = form_level(form, level);

	return i >= 0 && form->levels[i].label ? form->levels[i].label : "";
}

const char *vb_form_deadline(const struct vb_form *form)
{
	return form->deadline;
}

size_t vb_form_obligations(const struct vb_form *form)
{
	return form->n_obligations;
}

const struct vb_obligation *vb_form_obligation(const struct vb_form *form,
					       size_t i)
{
	return i < form->n_obligations ? &form->obligations[i] : NULL;
}

/* Canonical dates sort as they are; a month stands before its days, so what
 * begins with it is not yet past it. */
bool vb_obligation_passed(const struct vb_obligation *obligation,
			  const char *on)
{
	size_t n = strlen(obligation->deadline);

	return strncmp(obligation->deadline, on, n) < 0;
}
