/*
 * anchor.c - values without marks, found by the words of the form around
 * them; see anchor.h for who does what.
 *
 * What stands between two placed blocks of the form belongs to the first. A
 * value is given with how sure its neighbours make it: words of the form right
 * before and behind, and how much of its line was found at all.
 */
#include "extract/index.h"
#include "extract/metadata.h"
#include "extract/metadata_see.h"
#include "extract/rewrap.h"
#include "extract/unfold.h"

#include "text/span.h"
#include "util/err.h"

#include <stdlib.h>
#include <string.h>

/* A value whose line was found whole. */
#define SURE_PLACE 0.97
/* ... on a page that keeps less than this share of the form's titles and lines
 * so like. */
#define SURE_PLACE_OWN 0.89
#define LIKE_KEPT      0.75
#define KEPT_MIN       0.7
/* ... or another line of the form fits as well. */
#define SURE_RIVAL 0.4
/* ... and nothing else is like it, nor it like anything else. */
#define SURE_ALONE   0.52
#define MARGIN_ALONE 1.0
/* A lead in other words that is less like a line for a short answer. */
#define LIKE_LED 0.6

static int no_memory(const struct anchorer *a)
{
	return err_set(a->err, VB_NOMEM, "out of memory");
}

static bool asks_for_long(const struct anchorer *a, const struct block *block)
{
	const struct item *last =
		&a->page.items.at[block->item + block->n_items - 1];

	return block->n_items > 0 && last->kind == ITEM_BLANK &&
	       last->field->type == FIELD_LONGTEXT;
}

static int add_rows_item(struct anchorer *a)
{
	struct item *item = vec_push(&a->items);

	if (!item)
		return no_memory(a);
	item->kind = ITEM_ROWS;
	item->tail = "";
	return VB_OK;
}

/* The paragraph behind the cell that begins at `para`, in the row of `home`. */
static size_t cell_end(const struct anchorer *a, size_t home, size_t para)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	size_t i = para + 1;

	while (i < a->text.wml->paras.n &&
	       anchor_is_same_row(&paras[home], &paras[i]) &&
	       paras[i].cell == paras[para].cell)
		i++;
	return i;
}

/* A row whose first words are the lead: a cell for each blank. */
static int take_cells(struct anchorer *a, const struct block *block,
		      double sure)
{
	const struct wml_para *paras = a->text.wml->paras.at;
	const struct item *items = &a->page.items.at[block->item];
	size_t from = cell_end(a, block->para, block->para), i;
	int code = VB_OK;

	for (i = 0; i < block->n_items && code == VB_OK; i++) {
		if (items[i].kind == ITEM_WORD)
			continue;
		if (from >= a->text.wml->paras.n ||
		    !anchor_is_same_row(&paras[block->para], &paras[from]))
			break;
		a->items.n = 0;
		a->home = from;
		a->end = cell_end(a, block->para, from);
		code = anchor_add_item(a, &items[i]);
		if (code == VB_OK)
			code = anchor_take(a, a->text.first[from],
					   a->text.first[a->end], 0,
					   VB_BY_ANCHOR, sure);
		from = a->end;
	}
	return code;
}

/* Heads of that table that are questions of the form. */
static size_t heads_beside(const struct anchorer *a, size_t para)
{
	const struct wml_para *p = a->text.wml->paras.at;
	size_t last = SIZE_MAX, n = 0, i;

	for (i = 0; i < a->page.blocks.n; i++) {
		const struct block *b = &a->page.blocks.at[i];

		if (!b->is_placed || p[b->para].table != p[para].table)
			continue;
		if (p[b->para].row > 1)
			return 0;
		n += b->para != last;
		last = b->para;
	}
	return n;
}

/* "2. Phần mềm quản trị", alone in its row. */
static bool is_title_row(const struct anchorer *a, size_t first, size_t end)
{
	return end == first + 1 && anchor_is_heading(&a->text, first) &&
	       !strchr(".;",
		       anchor_last_sign(&a->text.wml->paras.at[first], 0));
}

static bool is_answered_below(const struct anchorer *a,
			      const struct block *block, size_t *first,
			      size_t *end)
{
	if (anchor_below(&a->text, block->para, first, end) &&
	    heads_beside(a, block->para) > 1)
		return true;
	return asks_for_long(a, block) &&
	       anchor_row_below(&a->text, block->para, first, end) &&
	       !anchor_is_placed(&a->page, *first) &&
	       !is_title_row(a, *first, *end);
}

/* The answer is in the cell below. */
static int take_below(struct anchorer *a, const struct block *block,
		      double sure, bool *is_taken)
{
	const struct item *items = &a->page.items.at[block->item];
	const struct item *last = &items[block->n_items - 1];
	size_t first, end;
	int code;

	*is_taken = block->n_items > 0 && last->kind == ITEM_BLANK &&
		    anchor_blanks_of(a, block) == 1 &&
		    !beside_matters(last->field) &&
		    (block->n_items == 1 || last[-1].kind == ITEM_WORD) &&
		    is_answered_below(a, block, &first, &end);
	if (!*is_taken)
		return VB_OK;
	a->items.n = 0;
	a->home = first;
	a->end = end;
	a->is_led = true;
	code = anchor_add_item(a, last);
	if (code == VB_OK)
		code = anchor_take(a, a->text.first[first], a->text.first[end],
				   0, VB_BY_TABLE, sure * block->likeness);
	a->is_led = false;
	return code;
}

/* Behind a lead in other words come the blanks. */
static int take_led(struct anchorer *a, const struct block *block, double sure)
{
	const struct item *items = &a->page.items.at[block->item];
	bool is_row = a->text.wml->paras.at[block->para].depth > 0 &&
		      block->lead == a->text.first[block->para + 1];
	size_t i = 0;
	int code = VB_OK;

	/* in other words: as sure as they are like */
	sure *= block->likeness;
	if (block->likeness < LIKE_LED && !asks_for_long(a, block))
		sure *= SURE_RIVAL;
	else if (sure < SURE_ALONE && block->margin >= MARGIN_ALONE)
		sure = SURE_ALONE;
	a->is_led = true;
	if (is_row) {
		code = take_cells(a, block, sure);
	} else {
		while (i < block->n_items && items[i].kind == ITEM_WORD)
			i++;
		for (; i < block->n_items && code == VB_OK; i++)
			code = anchor_add_item(a, &items[i]);
		if (code == VB_OK)
			code = anchor_take(a, block->lead,
					   a->text.first[a->end], 0,
					   VB_BY_ANCHOR, sure);
	}
	a->is_led = false;
	return code;
}

static double sure_of(const struct anchorer *a, const struct block *block)
{
	return block->margin < ANCHOR_MARGIN_MIN ? a->sure * SURE_RIVAL
						 : a->sure;
}

/* Blocks that follow one another in a paragraph are fitted together. */
static int take_place(struct anchorer *a, size_t *n)
{
	struct block *blocks = a->page.blocks.at;
	size_t para = blocks[*n].para, from = *n, end = anchor_end(a, para);
	const struct block *rows = NULL;
	double sure = sure_of(a, &blocks[from]);
	int code = VB_OK;

	a->items.n = 0;
	a->home = para;
	if (asks_for_long(a, &blocks[from]))
		end = anchor_long_end(a, &blocks[from], para, end);
	a->end = end;
	if (blocks[from].lead) {
		rows = anchor_blanks_of(a, &blocks[(*n)++]) == 0
			       ? anchor_rows_behind(a, *n)
			       : NULL;
		return rows ? anchor_take_rows(a, rows, para, blocks[from].lead,
					       a->text.first[end])
			    : take_led(a, &blocks[from], sure);
	}
	for (; *n < a->page.blocks.n && code == VB_OK; (*n)++) {
		if (*n > from && (!blocks[*n].is_placed || blocks[*n].lead ||
				  blocks[*n].para != para))
			break;
		code = anchor_add_items(a, &blocks[*n], a->text.first[para],
					a->text.first[end]);
	}
	rows = *n < a->page.blocks.n ? anchor_rows_behind(a, *n) : NULL;
	if (code == VB_OK && rows)
		code = add_rows_item(a);
	if (code == VB_OK)
		code = anchor_take(a, a->text.first[para], a->text.first[end],
				   0, VB_BY_ANCHOR, sure);
	if (code == VB_OK && rows) {
		const struct fit *fit = &a->fits[a->items.n - 1];

		/* words of the lead may have been found in a row too */
		code = anchor_take_rows(a, rows, para,
					fit->from < fit->to
						? fit->from
						: a->text.first[para + 1],
					a->text.first[end]);
	}
	return code;
}

/* In cells, where they can be told; *n is then behind it. */
static int take_in_cells(struct anchorer *a, size_t *n, bool *is_taken)
{
	const struct block *block = &a->page.blocks.at[*n];
	double sure = sure_of(a, block);
	int code = take_below(a, block, sure, is_taken);

	*is_taken = *is_taken || anchor_is_record_head(a, block->para);
	if (*is_taken) {
		(*n)++;
		return code;
	}
	if (code == VB_OK)
		code = anchor_answers(a, n, sure, is_taken);
	if (code != VB_OK || *is_taken)
		return code;
	code = anchor_segments(a, block, sure, is_taken);
	*n += *is_taken;
	return code;
}

static int take_places(struct anchorer *a)
{
	size_t n = 0;
	int code = VB_OK;

	while (n < a->page.blocks.n && code == VB_OK) {
		bool is_taken = false;

		if (!a->page.blocks.at[n].is_placed) {
			n++;
			continue;
		}
		code = take_in_cells(a, &n, &is_taken);
		if (code == VB_OK && !is_taken)
			code = take_place(a, &n);
	}
	return code == VB_OK ? anchor_repeats(a) : code;
}

/* ---- the whole ----------------------------------------------------------- */

static int by_instance(const void *a, const void *b)
{
	const struct sighting *x = a, *y = b;

	if (x->field->index != y->field->index)
		return x->field->index < y->field->index ? -1 : 1;
	return (x->level > y->level) - (x->level < y->level);
}

static void note_marks(struct anchorer *a)
{
	const struct extractor *ex = a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		a->has_marks[anchor_slot(a, s->field, s->level)] = true;
		/* rows beside marked ones are told, not read (rows.c) */
		if (s->field->group)
			a->has_marks[anchor_slot(a, s->field->group, -1)] =
				true;
	}
}

/* How sure the lines of a page can be: one that keeps few of the form's titles
 * and lines as they are has paragraphs of its own among them. */
static double sure_of_page(const struct anchor_page *page)
{
	size_t n = 0, whole = 0, i;

	for (i = 0; i < page->blocks.n; i++) {
		const struct block *block = &page->blocks.at[i];

		if (block->kind > BLOCK_LINE || block->n_words == 0)
			continue;
		n++;
		whole += block->is_placed && block->likeness >= LIKE_KEPT;
	}
	return (double)whole < KEPT_MIN * (double)n ? SURE_PLACE_OWN
						    : SURE_PLACE;
}

static int share_topics(struct anchorer *a)
{
	a->topics = calloc(1, sizeof(*a->topics));
	if (!a->topics || !topics_share(a->topics, &a->index->topics, &a->page))
		return no_memory(a);
	return VB_OK;
}

/* Those of the form's page where this page is that one, NULL otherwise: a
 * document may have tables as lines. */
static const struct pairs *pairs_of(const struct anchorer *a)
{
	return a->page.blocks.n == a->index->page.blocks.n ? &a->index->pairs
							   : NULL;
}

/* The year of a report that does not say of which it is. */
static void find_period(struct anchorer *a)
{
	const struct vb_reading *reading = a->ex->reading;
	size_t i;

	a->period = a->index->period;
	for (i = 0; i < reading->particulars.n; i++)
		if (reading->particulars.at[i].slot == VB_ISSUED_DATE)
			period_narrow(&a->period,
				      reading->particulars.at[i].value);
}

/* What is read of the form and of the page, and where lines stand. */
static int find_places(struct anchorer *a)
{
	int code = index_of(&a->index, a->ex->form, a->err);

	if (code == VB_OK)
		code = anchor_page_copy(&a->page, &a->index->page, a->err);
	if (code == VB_OK) {
		find_period(a);
		code = anchor_text_read(a);
	}
	if (code == VB_OK)
		code = anchor_headings_read(a);
	if (code == VB_OK)
		code = anchor_tables(a);
	if (code == VB_OK)
		code = share_topics(a);
	if (code == VB_OK)
		code = anchor_place_blocks(&a->page, &a->text, a->topics,
					   pairs_of(a), a->err);
	return code;
}

/* Each looks for what those before it left. */
static int find(struct anchorer *a)
{
	static int (*const all[])(struct anchorer *) = {
		take_places,	 anchor_choices,   anchor_pieces,
		said_find,	 said_doubt_over,  anchor_records,
		anchor_inlines,	 anchor_sentences, anchor_prose,
		anchor_openings, anchor_long_trim};
	int code = find_places(a);
	size_t i;

	a->sure = sure_of_page(&a->page);
	for (i = 0; i < sizeof(all) / sizeof(*all) && code == VB_OK; i++)
		code = all[i](a);
	return code == VB_OK && a->ex->metadata
		       ? metadata_see(a, a->ex->metadata)
		       : code;
}

/* Lines below the letterhead and above the foot, of which the places are known
 * already. */
static bool rewrap_body(const struct extractor *ex)
{
	struct wml_story *story = ex->source->document->stories.at[0];
	const struct metadata *m = ex->metadata;
	size_t from = m ? m->body : 0, to = story->paras.n, i;

	if (m && m->foot > 0 && m->foot < to)
		to = m->foot;
	for (i = 0; m && i < SPOTS; i++) {
		const struct metadata_range *spot = &m->spots[i];

		if (spot->story != 0 || spot->first >= to)
			continue;
		if (i >= SPOT_AUTHORITY)
			to = spot->first;
		else if (spot->last >= from)
			from = spot->last + 1;
	}
	return from >= to || rewrap(story, from, to);
}

int anchor_find(struct extractor *ex)
{
	struct anchorer a = {.ex = ex, .err = ex->err};
	struct unfolded layout;
	int code = VB_OK;

	if (ex->source->stories.n == 0)
		return VB_OK;
	if (ex->sightings.n == 0 && !rewrap_body(ex))
		return no_memory(&a);
	a.text.wml = ex->source->stories.at[0].wml;
	a.has_marks = calloc(ex->form->n_fields * (ex->form->n_levels + 1) + 1,
			     sizeof(*a.has_marks));
	a.is_seen = calloc(ex->form->n_fields * (ex->form->n_levels + 1) + 1,
			   sizeof(*a.is_seen));
	if (!a.has_marks || !a.is_seen) {
		free(a.has_marks);
		free(a.is_seen);
		return no_memory(&a);
	}
	note_marks(&a);
	code = unfold(&layout, ex->source->document->stories.at[0])
		       ? find(&a)
		       : no_memory(&a);
	unfold_back(&layout);
	if (code == VB_OK && a.is_lost)
		code = no_memory(&a);
	if (ex->checks.n)
		qsort(ex->checks.at, ex->checks.n, sizeof(*ex->checks.at),
		      by_instance);
	if (a.topics)
		topics_release(a.topics);
	free(a.topics);
	anchor_page_release(&a.page);
	vec_release(&a.text.tokens);
	vec_release(&a.items);
	free(a.text.first);
	free(a.text.is_apart);
	free(a.text.is_aside);
	free(a.text.para);
	free(a.text.is_part);
	free(a.text.heads);
	free(a.text.cell_end);
	free(a.text.below);
	free(a.text.ends);
	free(a.fits);
	free(a.has_marks);
	free(a.is_seen);
	return code;
}
