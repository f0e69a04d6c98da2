/*
 * anchor_verdict.c - the column of a document's table that says of each row
 * whether it is done, whatever its head says: "Đánh giá" beside "Tiến độ/Ghi
 * chú" holds the answers to "Kết quả (ghi đạt/không đạt/tiến độ)".
 */
#include "extract/anchor_table.h"

#include "util/err.h"

/* The choice that a column of the form asks for, NULL for none. */
static const struct field *choice_in(const struct tabler *t,
				     const struct ftable *f, unsigned column)
{
	const struct item *items = t->a->page.items.at;
	size_t i;

	for (i = 0; i < f->cells.n; i++) {
		const struct fcell *cell = &f->cells.at[i];

		if (cell->column == column && cell->n_items &&
		    items[cell->item].kind == ITEM_BLANK &&
		    items[cell->item].field->type == FIELD_CHOICE)
			return items[cell->item].field;
	}
	return NULL;
}

/* Cells of the body of each column that begin with an option which its note is
 * parted from. */
static int count_options(const struct tabler *t, const struct field *field,
			 unsigned *options)
{
	const struct anchor_text *text = &t->a->text;
	const struct field_option *option;
	size_t p, from, to, used;

	for (p = t->rows.at[t->n_header].first;
	     p < t->rows.at[t->rows.n - 1].end; p++) {
		const struct wml_para *para = &text->wml->paras.at[p];

		from = text->first[p];
		to = text->first[p + 1];
		if (para->depth != 1 || para->column > COLUMNS_MAX)
			continue;
		if (!choice_begins(&option, field, &text->tokens.at[from],
				   to - from, &used))
			return err_set(t->a->err, VB_NOMEM, "out of memory");
		options[para->column] +=
			option && anchor_option_ends(text, p, from + used);
	}
	return VB_OK;
}

int anchor_find_verdicts(struct tabler *t, const struct ftable *f)
{
	unsigned c, d, best;
	int code = VB_OK;

	for (c = 1; c <= f->n_columns && c <= COLUMNS_MAX && code == VB_OK;
	     c++) {
		const struct field *field = choice_in(t, f, c);
		unsigned options[COLUMNS_MAX + 1] = {0};

		/* where no head says anything, leads do (anchor_choice.c) */
		if (!field || !t->column_of[c] || t->n_header >= t->rows.n)
			continue;
		code = count_options(t, field, options);
		for (best = 0, d = 1; d <= COLUMNS_MAX; d++)
			if (options[d] > options[best])
				best = d;
		if (options[best] <= options[t->column_of[c]])
			continue;
		t->notes = t->column_of[c];
		t->column_of[c] = best;
	}
	return code;
}
