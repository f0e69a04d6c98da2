/*
 * anchor_table.c - tables without marks: which table of the document is which
 * of the form, then its rows by the words in them and its columns by the words
 * of their heads. People add, move and take out rows and columns; a cell is
 * read only where both its row and its column are told by words, or where
 * nothing was moved.
 */
#include "extract/anchor_table.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* Words of a table that are compared the other way. */
	KEPT_WORDS_MAX = 400,
	/* Of a cell that has a figure and its unit. */
	VALUE_WORDS_MAX = 6,
	/* Paragraphs above a table that may say what it is. */
	GAP_MAX = 2,
	PROSE_WORDS_MIN = 600,
	/* Of the blanks of a table, one in as many is seen. */
	SEEN_SHARE = 3,
	SEEN_FEW = 8 /* ... where none is for sure */
};

/* Words of a table that must be found. */
#define TABLE_MIN  0.5
#define SURE_TABLE 0.97
/* ... or some of them, and few others. */
#define TABLE_SOME 0.2
#define TABLE_KEPT 0.7
/* Words of a report in cells, to those of a table of the form. */
#define PROSE_TIMES 2.2

static int no_memory(const struct tabler *t)
{
	return err_set(t->a->err, VB_NOMEM, "out of memory");
}

/* ---- the document's tables ----------------------------------------------- */

/* Tables as runs of paragraphs; a table in a cell belongs to its cell. */
static int find_tables(struct tabler *t)
{
	const struct wml_story *wml = t->a->text.wml;
	struct dtable *table = NULL;
	size_t i;

	for (i = 0; i < wml->paras.n; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (p->depth == 0) {
			table = NULL;
			continue;
		}
		if (p->depth == 1 && (!table || table->number != p->table)) {
			table = vec_push(&t->tables);
			if (!table)
				return no_memory(t);
			table->number = p->table;
			table->first = i;
		}
		if (table)
			table->end = i + 1;
	}
	return VB_OK;
}

/* What stands between two tables that are read as one is a row of its own. */
static int find_rows(struct tabler *t, const struct dtable *table)
{
	const struct wml_para *paras = t->a->text.wml->paras.at, *last = NULL;
	size_t i;

	t->rows.n = 0;
	for (i = table->first; i < table->end; i++) {
		const struct wml_para *p = &paras[i];

		if (p->depth < 2 && t->rows.n < ROWS_MAX &&
		    (!last || p->depth == 0 || last->depth == 0 ||
		     p->row != last->row || p->table != last->table)) {
			struct drow *drow = vec_push(&t->rows);

			if (!drow)
				return no_memory(t);
			drow->first = i;
		}
		if (p->depth < 2)
			last = p;
		if (t->rows.n)
			t->rows.at[t->rows.n - 1].end = i + 1;
	}
	return VB_OK;
}

/* The paragraphs of a cell: by the column it begins at. */
static bool find_cell(const struct tabler *t, const struct drow *row,
		      unsigned column, size_t *first, size_t *end)
{
	const struct wml_story *wml = t->a->text.wml;
	bool found = false;
	size_t i;

	for (i = row->first; i < row->end; i++) {
		const struct wml_para *p = &wml->paras.at[i];

		if (p->depth == 1 && p->column != column) {
			if (found)
				break;
			continue;
		}
		if (p->depth == 1 && !found) {
			*first = i;
			found = true;
		}
		*end = i + 1;
	}
	return found;
}

/* The cell that one without words goes on with: its words are of all rows
 * it reaches over. */
static void find_owner(const struct tabler *t, size_t *first, size_t *end)
{
	const struct wml_story *wml = t->a->text.wml;
	const struct wml_para *p = &wml->paras.at[*first];
	const struct wml_cell *cell = &wml->cells.at[p->cell - 1];

	cell = &wml->cells.at[cell->owner - 1];
	*first = cell->first;
	*end = cell->end;
}

bool anchor_has_word(const struct tokens *tokens, size_t from, size_t to,
		     const struct token *word)
{
	size_t i;

	for (i = from; i < to; i++)
		if (tokens->at[i].hash == word->hash)
			return true;
	for (i = from; i < to; i++)
		if (token_alike(&tokens->at[i], word))
			return true;
	return false;
}

void anchor_share_cell(struct share *share, const struct tabler *t,
		       const struct fcell *cell, size_t from, size_t to)
{
	const struct item *items = &t->a->page.items.at[cell->item];
	const struct tokens *tokens = &t->a->text.tokens;
	size_t i;

	for (i = 0; i < cell->n_items; i++) {
		if (items[i].kind != ITEM_WORD)
			continue;
		share->n++;
		share->found += anchor_has_word(tokens, from, to,
						&items[i].word) ||
				anchor_is_shortened(items, cell->n_items, i,
						    tokens, from, to);
	}
}

double anchor_share_of(const struct share *share)
{
	return share->n ? (double)share->found / (double)share->n : 0;
}

static bool has_repeat(const struct ftable *f)
{
	unsigned i;

	for (i = 0; i < f->n_rows && i < FORM_ROWS_MAX; i++)
		if (f->group[i])
			return true;
	return false;
}

/* A report in cells has all words of the form's tables somewhere: many more
 * than they have. Rows of a repeat are no measure. */
static bool is_prose(const struct tabler *t, const struct ftable *f,
		     const struct dtable *d)
{
	size_t words = t->a->text.first[d->end] - t->a->text.first[d->first];

	return !has_repeat(f) && words > PROSE_WORDS_MIN &&
	       (double)words > PROSE_TIMES * (double)(f->end - f->item);
}

static double table_like(const struct tabler *t, const struct ftable *f,
			 const struct dtable *d)
{
	struct share share = {0};
	size_t i;

	for (i = 0; i < f->cells.n; i++)
		anchor_share_cell(&share, t, &f->cells.at[i],
				  t->a->text.first[d->first],
				  t->a->text.first[d->end]);
	return anchor_share_of(&share);
}

/* The share of the words of the document's table that are the form's: a hand
 * that leaves rows out adds none. */
static double table_kept(const struct tabler *t, const struct ftable *f,
			 const struct dtable *d)
{
	const struct anchor_text *text = &t->a->text;
	const struct item *items = t->a->page.items.at;
	size_t at = text->first[d->first], end = text->first[d->end];
	size_t words = 0, kept = 0, i;

	if (end > at + KEPT_WORDS_MAX)
		end = at + KEPT_WORDS_MAX;
	for (; at < end; at++) {
		if (text->tokens.at[at].kind != TOKEN_WORD)
			continue;
		words++;
		for (i = f->item; i < f->end; i++)
			if (items[i].kind == ITEM_WORD &&
			    items[i].word.hash == text->tokens.at[at].hash)
				break;
		kept += i < f->end;
	}
	return words ? (double)kept / (double)words : 0;
}

/* Another table of the form is liker to it. */
static bool is_others(const struct tabler *t, const struct ftable *f,
		      const struct dtable *d, double like)
{
	size_t i;

	for (i = 0; i < t->forms.n; i++)
		if (&t->forms.at[i] != f && !t->forms.at[i].is_read &&
		    table_like(t, &t->forms.at[i], d) > like)
			return true;
	return false;
}

static struct dtable *choose_table(const struct tabler *t,
				   const struct ftable *f)
{
	struct dtable *best = NULL;
	double like, most = 0;
	size_t i;

	for (i = 0; i < t->tables.n; i++) {
		if (t->tables.at[i].is_taken ||
		    is_prose(t, f, &t->tables.at[i]))
			continue;
		like = table_like(t, f, &t->tables.at[i]);
		if (like <= most + 0.02 ||
		    (like < TABLE_MIN &&
		     (!t->is_second || like < TABLE_SOME ||
		      table_kept(t, f, &t->tables.at[i]) < TABLE_KEPT)) ||
		    is_others(t, f, &t->tables.at[i], like))
			continue;
		most = like;
		best = &t->tables.at[i];
	}
	return best;
}

/* ---- cells --------------------------------------------------------------- */

static bool has_kind(const struct tabler *t, size_t para, enum token_kind kind)
{
	const struct anchor_text *text = &t->a->text;
	size_t i;

	for (i = text->first[para]; i < text->first[para + 1]; i++)
		if (text->tokens.at[i].kind == kind)
			return true;
	return false;
}

/* A note that somebody put into the cell of a figure has numbers of its own:
 * of several paragraphs, the one that is a number and nothing else. */
static void skip_notes(const struct tabler *t, size_t *first, size_t *end)
{
	size_t found = SIZE_MAX, p;

	for (p = *first; p < *end; p++) {
		if (!has_kind(t, p, TOKEN_NUMBER) || has_kind(t, p, TOKEN_WORD))
			continue;
		if (found != SIZE_MAX)
			return;
		found = p;
	}
	if (found == SIZE_MAX)
		return;
	*first = found;
	*end = found + 1;
}

/* A line begins at a token. */
static bool begins_line(const struct anchor_text *text, size_t para, size_t i)
{
	const struct token *t = &text->tokens.at[i];

	return i == text->first[para] ||
	       memchr(text->wml->paras.at[para].text + t[-1].start, '\n',
		      t->start - t[-1].start);
}

bool anchor_is_stacked(const struct anchor_text *text, size_t first, size_t end)
{
	const struct token *t = text->tokens.at;
	size_t p, i, lines = 0, rates = 0;

	for (p = first; p < end; p++)
		for (i = text->first[p]; i < text->first[p + 1]; i++) {
			bool begins = begins_line(text, p, i);

			if (begins ? t[i].kind != TOKEN_NUMBER
				   : t[i].kind != TOKEN_SIGN ||
					     t[i - 1].kind != TOKEN_NUMBER)
				return false;
			lines += begins;
			rates += !begins;
		}
	return lines > 1 && (rates == 0 || rates == lines);
}

/* The note of a choice, which a hand put into a column of notes: its item. */
static const struct item *note_apart(const struct tabler *t,
				     const struct fcell *cell,
				     const struct drow *row, size_t *first,
				     size_t *end)
{
	const struct item *items = &t->a->page.items.at[cell->item];
	const struct item *last = &items[cell->n_items - 1];
	const size_t *of = t->a->text.first;

	if (!t->notes || cell->n_items < 2 || items->kind != ITEM_BLANK ||
	    items->field->type != FIELD_CHOICE || last->kind != ITEM_BLANK ||
	    last->field->type != FIELD_TEXT ||
	    !find_cell(t, row, t->notes, first, end) || of[*first] == of[*end])
		return NULL;
	return last;
}

static int take_note(struct tabler *t, const struct item *item, double sure,
		     size_t first, size_t end)
{
	struct anchorer *a = t->a;
	struct item *note;

	a->items.n = 0;
	note = vec_push(&a->items);
	if (!note)
		return no_memory(t);
	*note = *item;
	a->home = first;
	a->end = end;
	return anchor_take(a, a->text.first[first], a->text.first[end], 0,
			   VB_BY_TABLE, sure);
}

static int take_cell(struct tabler *t, const struct fcell *cell,
		     const struct drow *row, unsigned number)
{
	struct anchorer *a = t->a;
	double sure = t->sure * t->row_sure[cell->row - 1];
	size_t first = 0, end = 0, i, note_first, note_end;
	const struct item *note;
	bool has_blank = false;
	int code;

	a->items.n = 0;
	for (i = 0; i < cell->n_items; i++) {
		struct item *item = vec_push(&a->items);

		if (!item)
			return no_memory(t);
		*item = a->page.items.at[cell->item + i];
		has_blank = has_blank || item->kind != ITEM_WORD;
	}
	if (!has_blank || cell->column > COLUMNS_MAX ||
	    !t->column_of[cell->column] ||
	    !find_cell(t, row, t->column_of[cell->column], &first, &end))
		return VB_OK;
	if (number && above_goes_on(a->text.wml, first))
		find_owner(t, &first, &end);
	if (cell->n_items == 1 && beside_matters(a->items.at[0].field)) {
		if (anchor_is_stacked(&a->text, first, end))
			return VB_OK;
		skip_notes(t, &first, &end);
	}
	a->home = first;
	a->end = end;
	note = note_apart(t, cell, row, &note_first, &note_end);
	if (note)
		a->items.n--;
	code = anchor_take(a, a->text.first[first], a->text.first[end], number,
			   VB_BY_TABLE, sure);
	return note && code == VB_OK
		       ? take_note(t, note, sure, note_first, note_end)
		       : code;
}

static int take_row(struct tabler *t, const struct ftable *f, unsigned row,
		    const struct drow *d, unsigned number)
{
	size_t i;
	int code = VB_OK;

	for (i = 0; i < f->cells.n && code == VB_OK; i++)
		if (f->cells.at[i].row == row)
			code = take_cell(t, &f->cells.at[i], d, number);
	return code;
}

/* "I", "Văn bản của Chính phủ" over all columns that are left: what rows below
 * are about, and no row of the repeat. */
static bool is_heading_row(const struct tabler *t, const struct drow *d)
{
	const struct wml_story *wml = t->a->text.wml;
	const struct wml_para *p = &wml->paras.at[d->first];
	const struct wml_cell *cell = NULL;
	size_t i;

	for (i = d->first; i < d->end; i++) {
		/* a number */
		if (t->a->text.first[i + 1] <= t->a->text.first[i] + 1)
			continue;
		if (wml->paras.at[i].cell == 0 ||
		    (cell && cell != &wml->cells.at[wml->paras.at[i].cell - 1]))
			return false;
		cell = &wml->cells.at[wml->paras.at[i].cell - 1];
	}
	return cell && p->cell && cell->col_span > 1 &&
	       cell->column + cell->col_span >
		       wml->tables.at[p->table - 1].columns;
}

/* Rows between what stands above a repeat and what stands below it. */
static int take_repeat(struct tabler *t, const struct ftable *f, unsigned row)
{
	size_t from = t->n_header, to = t->rows.n, i;
	unsigned number = 0;
	int code = VB_OK;

	for (i = 0; i + 1 < row; i++)
		if (t->row_of[i] > from)
			from = t->row_of[i];
	for (i = row; i < f->n_rows; i++)
		if (t->row_of[i] && t->row_of[i] - 1 < to)
			to = t->row_of[i] - 1;
	for (i = from; i < to && code == VB_OK; i++) {
		const struct drow *d = &t->rows.at[i];

		/* an empty row is none */
		if (t->a->text.first[d->first] == t->a->text.first[d->end] ||
		    is_heading_row(t, d))
			continue;
		code = take_row(t, f, row, d, ++number);
	}
	return code;
}

static int take_rows(struct tabler *t, const struct ftable *f)
{
	unsigned row;
	int code = VB_OK;

	for (row = f->n_header + 1; row <= f->n_rows && code == VB_OK; row++) {
		if (f->group[row - 1])
			code = take_repeat(t, f, row);
		else if (t->row_of[row - 1])
			code = take_row(t, f, row,
					&t->rows.at[t->row_of[row - 1] - 1], 0);
	}
	return code;
}

/* A table of the form that was typed as several, with words above each. */
static void join_tables(struct tabler *t, const struct ftable *f,
			struct dtable *table)
{
	const struct wml_para *paras = t->a->text.wml->paras.at;
	struct dtable *next = table + 1;
	size_t i;

	for (; next < t->tables.at + t->tables.n && !next->is_taken &&
	       next->first <= table->end + GAP_MAX &&
	       table_kept(t, f, next) >= TABLE_KEPT &&
	       !is_others(t, f, next, table_like(t, f, next));
	     next++) {
		next->is_taken = true;
		table->end = next->end;
	}
	for (i = 0; next > table + 1 && i < GAP_MAX && table->first > 0 &&
		    paras[table->first - 1].depth == 0;
	     i++)
		table->first--;
}

/* The lines take the place of block i. */
static int splice(struct tabler *t, size_t i)
{
	struct anchor_page *page = &t->a->page;
	size_t n = t->lines.n, k;

	for (k = 0; k < n; k++) {
		struct block *room = vec_push(&page->blocks);

		if (!room)
			return no_memory(t);
	}
	memmove(&page->blocks.at[i + 1 + n], &page->blocks.at[i + 1],
		(page->blocks.n - n - i - 1) * sizeof(*page->blocks.at));
	memcpy(&page->blocks.at[i + 1], t->lines.at,
	       n * sizeof(*page->blocks.at));
	t->lines.n = 0;
	return VB_OK;
}

static bool is_empty(const struct sighting *s)
{
	return s->mark->first == s->mark->last &&
	       s->mark->start == s->mark->end;
}

/* The end of "Cộng", in a cell where a figure was asked for. */
static bool is_label(const struct tabler *t, const struct sighting *s)
{
	const struct anchor_text *text = &t->a->text;
	size_t i = text->first[s->mark->first];
	size_t end = text->first[s->mark->first + 1];

	if (i == end || s->mark->start == 0 || !is_empty(s))
		return false;
	for (; i < end; i++)
		if (text->tokens.at[i].kind != TOKEN_WORD)
			return false;
	return true;
}

static size_t blanks_of(const struct tabler *t, const struct ftable *f)
{
	size_t n = 0, i;

	for (i = f->item; i < f->end; i++)
		n += t->a->page.items.at[i].kind == ITEM_BLANK;
	return n;
}

/* Values that were seen since there were `n` of them: one of them for sure,
 * and not a few sentences in all; or most in cells that are no prose. Labels
 * and empty cells are none. */
static bool has_seen(const struct tabler *t, const struct ftable *f, size_t n,
		     size_t checks)
{
	const struct extractor *ex = t->a->ex;
	const size_t *first = t->a->text.first;
	size_t seen = 0, prose = 0, sure = 0, labels = 0, nothing = 0;

	for (; n < ex->sightings.n; n++) {
		const struct sighting *s = &ex->sightings.at[n];
		size_t para = s->mark->first;
		size_t words = first[para + 1] - first[para];

		labels += is_label(t, s);
		nothing += is_empty(s);
		/* nothing, where a cell has a sentence, is not sure */
		sure += s->sure >= READING_SURE_MIN &&
			!(words > VALUE_WORDS_MAX && is_empty(s));
		seen++;
		prose += words > VALUE_WORDS_MAX;
	}
	if (labels > 0 && nothing == seen)
		return ex->checks.n > checks;
	if (sure > 0 && (has_repeat(f) || prose < seen ||
			 SEEN_SHARE * seen > blanks_of(t, f)))
		return true;
	return ex->checks.n > checks ||
	       (2 * prose < seen && SEEN_FEW * seen > blanks_of(t, f));
}

/* What was seen since in a table that is another: rows and columns that are
 * like the form's by a word or two. */
static void forget(struct tabler *t, size_t n)
{
	struct extractor *ex = t->a->ex;
	size_t i;

	for (i = n; i < ex->sightings.n; i++)
		if (!ex->sightings.at[i].row)
			t->a->is_seen[anchor_slot(
				t->a, ex->sightings.at[i].field,
				ex->sightings.at[i].level)] = false;
	if (n < ex->sightings.n)
		ex->sightings.n = n;
}

/* "3 | Khó khăn | ..." in a table of seven columns: some cell is over several.
 */
static bool has_wide_cell(const struct tabler *t, const struct drow *d)
{
	const struct wml_story *wml = t->a->text.wml;
	size_t i;

	for (i = d->first; i < d->end; i++)
		if (wml->paras.at[i].cell &&
		    wml->cells.at[wml->paras.at[i].cell - 1].col_span > 1)
			return true;
	return false;
}

/* Where a whole report is one table, the rows above and below those of the
 * form's table are others. */
static void leave_rows(struct tabler *t, const struct ftable *f)
{
	size_t first = t->rows.n, last = 0, row, i;

	for (row = 0; row < f->n_rows; row++) {
		if (f->group[row])
			return;
		if (!t->row_of[row])
			continue;
		if (t->row_of[row] - 1 < first)
			first = t->row_of[row] - 1;
		if (t->row_of[row] > last)
			last = t->row_of[row];
	}
	for (row = 0; row < t->rows.n && last > 0; row++) {
		if ((row >= first && row < last) ||
		    !has_wide_cell(t, &t->rows.at[row]))
			continue;
		for (i = t->rows.at[row].first; i < t->rows.at[row].end; i++)
			t->a->text.is_apart[i] = false;
	}
}

/* Reads the table of the document that is this one of the form. */
static int read_table(struct tabler *t, const struct ftable *f,
		      struct dtable *table)
{
	size_t i;
	int code;

	table->is_taken = true;
	join_tables(t, f, table);
	t->sure = SURE_TABLE;
	for (i = table->first; i < table->end; i++)
		t->a->text.is_apart[i] = true;
	code = find_rows(t, table);
	if (code == VB_OK)
		code = anchor_match_rows(t, f);
	if (code != VB_OK)
		return code;
	anchor_match_columns(t, f);
	code = anchor_find_verdicts(t, f);
	if (code == VB_OK)
		code = take_rows(t, f);
	if (code == VB_OK)
		leave_rows(t, f);
	return code;
}

static int take_table(struct tabler *t, struct ftable *f)
{
	struct dtable *table = choose_table(t, f);
	size_t seen = t->a->ex->sightings.n, checks = t->a->ex->checks.n, i;
	int code = table ? read_table(t, f, table) : VB_OK;

	f->is_read = code == VB_OK && has_seen(t, f, seen, checks);
	if (table && !f->is_read) {
		forget(t, seen);
		table->is_taken = false;
		for (i = table->first; i < table->end; i++)
			t->a->text.is_apart[i] = false;
	}
	if (code == VB_OK && t->is_second && !f->is_read)
		code = anchor_grid_lines(t, f);
	return code;
}

/* The form's tables: first those that are there whole; then what is left, where
 * words of it are left. Lines of one that is not there are looked for in the
 * text. */
static int take_tables(struct tabler *t)
{
	struct anchor_page *page = &t->a->page;
	size_t i, k = 0;
	int code = VB_OK;

	for (i = 0; i < page->blocks.n && code == VB_OK; i++) {
		if (page->blocks.at[i].kind != BLOCK_TABLE)
			continue;
		if (!t->forms.at[k].is_read)
			code = take_table(t, &t->forms.at[k]);
		k++;
		if (code == VB_OK && t->lines.n)
			code = splice(t, i);
	}
	return code;
}

static int read_forms(struct tabler *t)
{
	const struct anchor_page *page = &t->a->page;
	size_t i;
	int code = VB_OK;

	for (i = 0; i < page->blocks.n && code == VB_OK; i++) {
		struct ftable *f;

		if (page->blocks.at[i].kind != BLOCK_TABLE)
			continue;
		f = vec_push(&t->forms);
		if (!f)
			return no_memory(t);
		code = anchor_grid_read(t, f, page->blocks.at[i].node);
	}
	return code;
}

int anchor_tables(struct anchorer *a)
{
	struct tabler *t = calloc(1, sizeof(*t));
	size_t i;
	int code;

	if (!t)
		return err_set(a->err, VB_NOMEM, "out of memory");
	t->a = a;
	code = find_tables(t);
	if (code == VB_OK)
		code = read_forms(t);
	if (code == VB_OK)
		code = take_tables(t);
	t->is_second = true;
	if (code == VB_OK)
		code = take_tables(t);
	for (i = 0; i < t->forms.n; i++)
		vec_release(&t->forms.at[i].cells);
	vec_release(&t->forms);
	vec_release(&t->lines);
	vec_release(&t->tables);
	vec_release(&t->rows);
	free(t);
	return code;
}
