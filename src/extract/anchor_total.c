/*
 * anchor_total.c - rows of totals: the form has "CSGD phổ thông", whose counts
 * are the sums of those below; people write "Cộng", and write it last.
 */
#include "extract/anchor_table.h"

#include <ctype.h>
#include <string.h>

static bool is_id_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* The expression names the field. */
static bool names(const char *expression, const char *id)
{
	size_t n = strlen(id);
	const char *at = expression;

	while ((at = strstr(at, id)) != NULL) {
		if ((at == expression || !is_id_char(at[-1])) &&
		    !is_id_char(at[n]))
			return true;
		at += n;
	}
	return false;
}

/* The field of a cell of the form that is nothing else, NULL for none. */
static const struct field *field_of(const struct tabler *t,
				    const struct ftable *f, size_t row,
				    unsigned column)
{
	const struct item *items = t->a->page.items.at;
	size_t i;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];

		if (cell->row == row + 1 && cell->column == column &&
		    cell->n_items == 1)
			return items[cell->item].field;
	}
	return NULL;
}

/* The form says that a row is the sum of others below its head: a count's
 * constraint names theirs. */
bool anchor_is_total(const struct tabler *t, const struct ftable *f, size_t row)
{
	unsigned c;
	size_t k, named;

	for (c = 1; c <= f->n_columns; c++) {
		const struct field *sum = field_of(t, f, row, c), *part;

		if (!sum || !sum->constraint || !strchr(sum->constraint, '+'))
			continue;
		for (k = named = 0; k < f->n_rows; k++) {
			part = f->head[k] == f->head[row] ? field_of(t, f, k, c)
							  : NULL;
			named += part && names(sum->constraint, part->id);
		}
		if (named > 1)
			return true;
	}
	return false;
}

/* "Cộng", "Tổng số", and no other word. */
bool anchor_says_total(const struct tabler *t, const struct drow *d)
{
	static const char *const SUM[] = {"cong", "tong"};
	static const char *const OTHER[] = {"so", "chung"};
	const struct anchor_text *text = &t->a->text;
	size_t at = text->first[d->first], end = text->first[d->end];
	size_t n = 0;

	for (; at < end; at++) {
		const struct token *word = &text->tokens.at[at];

		if (word->kind != TOKEN_WORD)
			continue;
		if (token_is_among(word, SUM, sizeof(SUM) / sizeof(*SUM)))
			n++;
		else if (!token_is_among(word, OTHER,
					 sizeof(OTHER) / sizeof(*OTHER)))
			return false;
	}
	return n > 0;
}
