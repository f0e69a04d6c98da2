/* counted.c - see counted.h. */
#include "extract/counted.h"

#include <string.h>

static bool begins(const struct tokens *unit, const struct token *tokens,
		   size_t room)
{
	size_t i = 0;

	while (i < unit->n && i < room && unit->at[i].hash == tokens[i].hash)
		i++;
	return unit->n > 0 && i == unit->n;
}

bool counted_begins(const struct counted *counted, const struct token *tokens,
		    size_t room)
{
	size_t i = 0;

	while (i < counted->n && !begins(&counted->at[i], tokens, room))
		i++;
	return i < counted->n;
}

bool counted_read(struct counted *counted, const struct vb_form *form)
{
	size_t i;

	for (i = 0; i < form->n_fields && counted->n < COUNTED_MAX; i++) {
		const struct field *field = form->fields[i];
		struct tokens *unit = &counted->at[counted->n];

		if (field->type != FIELD_COUNT || !field->unit)
			continue;
		if (!tokens_split(unit, field->unit, strlen(field->unit)))
			return false;
		if (counted_begins(counted, unit->at, unit->n))
			unit->n = 0;
		else
			counted->n++;
	}
	return true;
}

void counted_release(struct counted *counted)
{
	size_t i;

	for (i = 0; i < COUNTED_MAX; i++)
		vec_release(&counted->at[i]);
}
