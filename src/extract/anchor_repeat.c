/*
 * anchor_repeat.c - the rows of a repeat whose words the form does not have,
 * behind the line that leads to them, or in a table between the rows of
 * other lines:
 *
 *	- Với các Bộ, ngành khác:      | Bộ GDĐT     | Sớm ban hành ... |
 *	+ Bộ Tài chính: bố trí ...     | Bộ Nội vụ   | Giao biên chế   |
 *	+ Đối với Bộ Nội vụ:           | Địa phương  | Bố trí đất ...   |
 *	Giao biên chế ...
 */
#include "extract/said.h"

#include "text/letters.h"

#include <string.h>

enum {
	NAME_WORDS_MAX = 14 /* that a row begins with */
};

/* Which words make a row is not told by words of the form. */
#define SURE_ROWS 0.8

/* ---- lines --------------------------------------------------------------- */

const struct block *anchor_rows_behind(const struct anchorer *a, size_t n)
{
	const struct block *block = &a->page.blocks.at[n];

	if (n >= a->page.blocks.n || block->kind != BLOCK_ROWS ||
	    a->has_marks[anchor_slot(a, block->group, -1)])
		return NULL;
	return block;
}

/* The lines of a repeat in hand. */
struct lines {
	struct anchorer *a;
	const struct block *block;
	size_t last;  /* the paragraph behind them */
	int bullet;   /* of the first one */
	bool is_bare; /* names stand alone: "Bộ Tài chính:" */
};

/* A number that tells how the paragraph is marked: its bullet, or its list. */
static int bullet_of(const struct wml_para *p)
{
	return anchor_bullet_size(p) ? -1 - (unsigned char)p->text[0]
				     : p->num_id;
}

/* "Đối với Bộ Tài chính", "Kiến nghị Bộ Tài chính": whom it names is behind. */
static size_t name_start(const struct anchorer *a, size_t from, size_t to)
{
	static const char *const leads[] = {"doi",  "voi", "kien", "nghi",
					    "kinh", "de",  "gui"};

	while (from < to && token_is_among(&a->text.tokens.at[from], leads,
					   sizeof(leads) / sizeof(*leads)))
		from++;
	return from;
}

/* The token behind the name that a paragraph begins with, SIZE_MAX for none:
 * where what the form writes behind its first blank stands. */
static size_t name_end(const struct lines *l, size_t para, size_t from)
{
	const struct item *item = &l->a->page.items.at[l->block->item];
	size_t to = l->a->text.first[para + 1], end;

	if (from >= to)
		return SIZE_MAX;
	if (l->block->n_items < 2 || item->kind == ITEM_WORD)
		return to;
	end = anchor_token_behind(l->a, item, from, to);
	return end == SIZE_MAX || end - from > NAME_WORDS_MAX ? SIZE_MAX : end;
}

/* The line before the rows has a word: "Với các Bộ, ngành". */
static bool is_of_lead(const struct lines *l, const struct token *word)
{
	const struct block *lead = l->block - 1;
	size_t i;

	if (l->block == l->a->page.blocks.at || lead->kind != BLOCK_LINE ||
	    said_is_filler(word))
		return false;
	for (i = lead->item; i < lead->item + lead->n_items; i++)
		if (l->a->page.items.at[i].kind == ITEM_WORD &&
		    l->a->page.items.at[i].word.hash == word->hash)
			return true;
	return false;
}

/* Its name begins with a word that the form names it by: "Tên bộ, ngành". */
static bool is_of_label(const struct lines *l, size_t para, size_t from)
{
	const struct item *item = &l->a->page.items.at[l->block->item];
	size_t to = l->a->text.first[para + 1];
	struct tokens words = {0};
	bool is_named = false;
	size_t i;

	from = name_start(l->a, from, to);
	if (from >= to)
		return false;
	if (item->kind == ITEM_BLANK &&
	    tokens_split(&words, item->field->label,
			 strlen(item->field->label)))
		for (i = 0; i < words.n && !is_named; i++)
			is_named = words.at[i].hash ==
				   l->a->text.tokens.at[from].hash;
	vec_release(&words);
	return is_named || is_of_lead(l, &l->a->text.tokens.at[from]);
}

/* "Bộ Tài chính: ...", "Với Bộ Tài chính: ..."; "Bộ sách giáo khoa" is none. */
static bool names_one(const struct lines *l, size_t para, size_t from)
{
	const struct anchor_text *text = &l->a->text;
	size_t next = name_start(l->a, from, text->first[para + 1]) + 1;

	return name_end(l, para, from) != SIZE_MAX &&
	       is_of_label(l, para, from) && next < text->first[para + 1] &&
	       letter_is_capital_at(text->wml->paras.at[para].text,
				    text->wml->paras.at[para].size,
				    text->tokens.at[next].start);
}

/* Other paragraphs go on with the row above. Without a bullet a sentence with
 * a colon is like a row. */
static bool begins_row(const struct lines *l, size_t para)
{
	size_t end = name_end(l, para, l->a->text.first[para]);

	/* rows look alike: a bullet typed or Word's, or none */
	if (end == SIZE_MAX ||
	    bullet_of(&l->a->text.wml->paras.at[para]) != l->bullet)
		return false;
	if (l->block->n_items < 2 || end == l->a->text.first[para + 1])
		return true;
	return !l->is_bare &&
	       (l->bullet || is_of_label(l, para, l->a->text.first[para]));
}

/* "Với các Bộ: Bộ Tài chính: ...": the first row may begin behind the words
 * that lead to it, and their colon; SIZE_MAX when it does not. */
static size_t row_behind_lead(const struct anchorer *a, size_t para)
{
	size_t i = a->text.first[para], end = a->text.first[para + 1];

	while (i < end && !anchor_has_sign(&a->text, para, i, ":"))
		i++;
	return i + 1 < end ? i + 1 : SIZE_MAX;
}

/* How the rows behind the lead look, and whether there are any. */
static bool look_at_rows(struct lines *l, size_t para)
{
	const struct anchorer *a = l->a;
	size_t i;

	while (para < l->last &&
	       name_end(l, para, a->text.first[para]) == SIZE_MAX)
		para++;
	if (para == l->last)
		return false;
	l->bullet = bullet_of(&a->text.wml->paras.at[para]);
	for (i = para; i < l->last && l->block->n_items > 1 && !l->is_bare; i++)
		l->is_bare = begins_row(l, i) &&
			     name_end(l, i, a->text.first[i]) ==
				     a->text.first[i + 1];
	return true;
}

static int take_line(struct lines *l, size_t para, size_t begin, size_t end,
		     unsigned row)
{
	struct anchorer *a = l->a;
	int code;

	a->items.n = 0;
	a->home = para;
	a->end = end;
	begin = name_start(a, begin, a->text.first[para + 1]);
	code = anchor_add_items(a, l->block, begin, a->text.first[end]);
	if (code == VB_OK)
		code = anchor_take(a, begin, a->text.first[end], row,
				   VB_BY_ANCHOR, SURE_ROWS);
	return code;
}

/* Rows from a paragraph on that begin at `begin`, or where one is. */
static int take_lines(struct lines *l, size_t para, size_t begin)
{
	unsigned row = 0;
	int code = VB_OK;
	size_t end;

	for (; para < l->last && code == VB_OK; para = end) {
		end = para + 1;
		if (begin == SIZE_MAX && !begins_row(l, para))
			continue;
		while (end < l->last && !begins_row(l, end))
			end++;
		code = take_line(l, para,
				 begin == SIZE_MAX ? l->a->text.first[para]
						   : begin,
				 end, ++row);
		begin = SIZE_MAX;
	}
	return code;
}

int anchor_take_rows(struct anchorer *a, const struct block *block, size_t home,
		     size_t from, size_t to)
{
	struct lines l = {.a = a, .block = block};
	size_t para, begin;

	if (from == to)
		return VB_OK;
	/* words of the lead may be in a row too: its paragraph is the line's */
	para = anchor_para_of(&a->text, from) == home ? home : home + 1;
	l.last = anchor_para_of(&a->text, to - 1) + 1;
	begin = para == home ? row_behind_lead(a, para) : SIZE_MAX;
	if (begin != SIZE_MAX && !names_one(&l, para, begin)) {
		begin = a->text.first[para];
		if (!names_one(&l, para, begin))
			return VB_OK;
	}
	if (begin == SIZE_MAX && para == home)
		para++;
	if (begin == SIZE_MAX && !look_at_rows(&l, para))
		return VB_OK;
	if (begin != SIZE_MAX)
		l.bullet = bullet_of(&a->text.wml->paras.at[para]);
	return take_lines(&l, para, begin);
}

/* ---- rows of a table ----------------------------------------------------- */

/* The paragraphs of a row of a document's table: two cells of words. */
struct cells {
	size_t first, between, end;
};

static bool has_words(const struct anchorer *a, size_t from, size_t to)
{
	size_t i;

	for (i = a->text.first[from]; i < a->text.first[to]; i++)
		if (a->text.tokens.at[i].kind == TOKEN_WORD)
			return true;
	return false;
}

/* The row that begins at `para`; *end behind it. False when it has other than
 * two cells of words: a number may stand before them. */
static bool find_cells(const struct anchorer *a, size_t para,
		       struct cells *cells, size_t *end)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t i = para, next, n = 0;
	bool is_free = true;

	for (; i < a->text.wml->paras.n && anchor_is_same_row(&p[para], &p[i]);
	     i = next) {
		next = a->text.cell_end[i];
		is_free = is_free && !a->text.is_apart[i];
		if (!has_words(a, i, next))
			continue;
		if (n++ == 0)
			cells->first = i;
		else
			cells->between = i;
		cells->end = next;
	}
	*end = i;
	return n == 2 && is_free &&
	       a->text.first[a->text.cell_end[cells->first]] -
			       a->text.first[cells->first] <=
		       NAME_WORDS_MAX;
}

/* From a token of the cell's first paragraph on. */
static int take_cell(struct anchorer *a, const struct item *item, size_t from,
		     size_t end, unsigned row)
{
	int code;

	a->items.n = 0;
	a->home = anchor_para_of(&a->text, from);
	a->end = end;
	code = anchor_add_item(a, item);
	return code != VB_OK ? code
			     : anchor_take(a, from, a->text.first[end], row,
					   VB_BY_TABLE, a->sure * SURE_ROWS);
}

/* The first token of the name in a row. */
static size_t cell_name(struct anchorer *a, const struct block *block,
			const struct cells *cells)
{
	struct lines l = {.a = a, .block = block};
	size_t begin = row_behind_lead(a, cells->first);

	/* "Với các Bộ, ngành: Bộ Tài chính" */
	if (begin == SIZE_MAX || !is_of_label(&l, cells->first, begin))
		begin = a->text.first[cells->first];
	return name_start(a, begin,
			  a->text.first[a->text.cell_end[cells->first]]);
}

static int take_table(struct anchorer *a, const struct block *block,
		      size_t para, size_t to)
{
	const struct item *items = &a->page.items.at[block->item];
	struct cells cells = {0, 0, 0};
	unsigned row = 0;
	size_t end;
	int code = VB_OK;

	for (; para < to && code == VB_OK; para = end) {
		if (!find_cells(a, para, &cells, &end))
			continue;
		code = take_cell(a, &items[0], cell_name(a, block, &cells),
				 a->text.cell_end[cells.first], ++row);
		if (code == VB_OK)
			code = take_cell(a, &items[1],
					 a->text.first[cells.between],
					 cells.end, row);
	}
	return code;
}

/* A line of the form stands in a table of the document. */
static bool is_in_table(const struct anchorer *a, size_t n)
{
	const struct block *block = &a->page.blocks.at[n];

	return n < a->page.blocks.n && block->is_placed &&
	       block->kind == BLOCK_LINE &&
	       a->text.wml->paras.at[block->para].table > 0;
}

/* "Với các Bộ, ngành: Bộ Tài chính" before a cell of words: the row of the lead
 * is the first one of the repeat. */
static bool leads_in_row(struct anchorer *a, size_t n, size_t para)
{
	struct lines l = {.a = a, .block = &a->page.blocks.at[n]};
	size_t begin = row_behind_lead(a, para);

	return begin != SIZE_MAX && is_of_label(&l, para, begin);
}

/* The paragraphs of a table between the row of the block before block n and
 * the next row that is a block's. The line that leads to the rows stands in
 * the table, or what comes behind them does: else they may be others'. */
static bool find_table(struct anchorer *a, size_t n, size_t *from, size_t *to)
{
	const struct wml_para *p = a->text.wml->paras.at;
	bool is_led = n > 0 && is_in_table(a, n - 1);
	size_t above = is_led ? n - 1 : n - 2, i;

	if (n < 2 || !is_in_table(a, above) ||
	    (!is_led && !is_in_table(a, n + 1)))
		return false;
	*from = a->page.blocks.at[above].para;
	*to = a->text.wml->tables.at[p[*from].table - 1].end;
	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *b = &a->page.blocks.at[i];

		if (b->is_placed && b->para > *from && b->para < *to &&
		    !anchor_is_same_row(&p[*from], &p[b->para]))
			*to = b->para;
	}
	while (*from < *to && !(is_led && leads_in_row(a, n, *from)) &&
	       anchor_is_same_row(&p[a->page.blocks.at[above].para], &p[*from]))
		(*from)++;
	/* the whole of a block's row is none, and no row is outside the table
	 */
	while (*to > *from && *to < a->text.wml->paras.n &&
	       anchor_is_same_row(&p[*to - 1], &p[*to]))
		(*to)--;
	return *from < *to;
}

/* A row of the repeat is a name and what is said about it. */
static bool is_named(const struct anchorer *a, const struct block *block)
{
	const struct item *items = &a->page.items.at[block->item];

	return block->n_items == 2 && items[0].kind == ITEM_BLANK &&
	       items[0].field->type == FIELD_TEXT &&
	       items[1].kind == ITEM_BLANK &&
	       items[1].field->type == FIELD_LONGTEXT;
}

/* Lines behind its lead were. */
static bool is_taken(const struct anchorer *a, const struct block *block)
{
	return anchor_sighting(a, a->page.items.at[block->item].field, -1) !=
	       NULL;
}

/* ---- rows without a lead ------------------------------------------------- */

/* The first block that is placed behind a paragraph. */
static size_t placed_behind(const struct anchorer *a, size_t para)
{
	size_t last = a->text.wml->paras.n, i;

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *b = &a->page.blocks.at[i];

		if (b->is_placed && b->para > para && b->para < last)
			last = b->para;
	}
	return last;
}

/* "Với Bộ Tài chính: ..." among "Với Thủ tướng Chính phủ: ..." and "Với địa
 * phương: ...": the line that leads to the rows is not on the page, and they
 * look like those before and behind it. */
static int take_leadless(struct anchorer *a, size_t n)
{
	const struct wml_para *p = a->text.wml->paras.at;
	struct lines l = {.a = a, .block = &a->page.blocks.at[n]};
	const struct block *above = n < 2 ? NULL : l.block - 2;
	size_t para;

	if (!above || above[1].is_placed || !above->is_placed ||
	    above->kind != BLOCK_LINE || p[above->para].table > 0)
		return VB_OK;
	l.bullet = bullet_of(&p[above->para]);
	l.last = placed_behind(a, above->para);
	for (para = above->para + 1; para < l.last; para++)
		if (bullet_of(&p[para]) == l.bullet && p[para].table == 0 &&
		    names_one(&l, para, a->text.first[para]))
			return take_lines(&l, para, a->text.first[para]);
	return VB_OK;
}

int anchor_repeats(struct anchorer *a)
{
	size_t n, from, to;
	int code = VB_OK;

	for (n = 0; n < a->page.blocks.n && code == VB_OK; n++) {
		const struct block *block = anchor_rows_behind(a, n);

		if (!block || !is_named(a, block) || is_taken(a, block))
			continue;
		code = find_table(a, n, &from, &to)
			       ? take_table(a, block, from, to)
			       : take_leadless(a, n);
	}
	return code;
}
