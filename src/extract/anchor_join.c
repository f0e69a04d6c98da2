/*
 * anchor_join.c - two short texts of a line, nothing between which is on the
 * page: neither the form's words nor a sign. All of it is the first's.
 *
 *	Phần mềm: ..., đơn vị cung cấp: ...	| Phần mềm | Viettel Money |
 */
#include "extract/anchor.h"

enum {
	WORDS_MIN = 2
}; /* between two texts of a form */

/* The text before that one, of the words between which none was found. */
static size_t text_before(const struct anchorer *a, size_t i)
{
	size_t n = 0;

	for (; i > 0 && a->items.at[i - 1].kind == ITEM_WORD; i--, n++)
		if (a->fits[i - 1].from < a->fits[i - 1].to)
			return SIZE_MAX;
	return n >= WORDS_MIN && i > 0 && a->items.at[i - 1].field &&
			       a->items.at[i - 1].field->type == FIELD_TEXT
		       ? i - 1
		       : SIZE_MAX;
}

static void join(struct anchorer *a, size_t first, size_t second)
{
	struct fit *one = &a->fits[first], *two = &a->fits[second];
	size_t para;

	if (one->from == one->to || two->from == two->to ||
	    one->to != two->from)
		return;
	para = anchor_para_of(&a->text, two->from);
	if (anchor_para_of(&a->text, one->from) != para ||
	    anchor_has_sign(&a->text, para, two->from - 1, ",.;:()-/"))
		return;
	one->to = two->to;
	two->from = two->to;
	two->is_lost = true;
}

void anchor_join(struct anchorer *a)
{
	size_t i, before;

	for (i = a->items.n; i-- > 0;) {
		if (a->items.at[i].kind != ITEM_BLANK ||
		    a->items.at[i].field->type != FIELD_TEXT)
			continue;
		before = text_before(a, i);
		if (before != SIZE_MAX)
			join(a, before, i);
	}
}
