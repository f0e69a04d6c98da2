/*
 * anchor_piece.c - short blanks of a line that a hand gave a paragraph, or a
 * row, each: "+ Tên lớp: ...", "+ Thời gian: ...". They are looked for below
 * their line by the words the form has right before them; and where the form
 * and the document have the same words equally often, in their order.
 */
#include "extract/anchor_topic.h"
#include "extract/index.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	PIECES_MAX = 64,
	SPOTS_MAX = 256,
	SENTENCE_WORDS = 6
};

#define LIKE_MIN     0.5
#define LIKE_LINE    0.6 /* ... of the line they stand below */
#define LIKE_TWIN    0.7
#define LIKE_SAME    0.02
#define LIKE_CLEARER 0.1
#define SURE_BELOW   0.75
#define SURE_TWIN    0.7

/* A blank that got nothing yet. */
struct piece {
	const struct block *block;
	const struct item *item;
	size_t spot;
	double sure;
};

/* Words behind a lead. */
struct spot {
	size_t para; /* of the lead */
	size_t from, to;
	size_t home; /* of the words */
	double like[PIECES_MAX];
	bool is_taken;
};

struct piecer {
	struct anchorer *a;
	struct topics topics;
	struct piece pieces[PIECES_MAX];
	size_t n;
	struct {
		VEC(struct spot);
	} spots;
};

static int no_memory(const struct piecer *p)
{
	return err_set(p->a->err, VB_NOMEM, "out of memory");
}

static bool is_short(const struct item *item)
{
	return item->kind == ITEM_BLANK && !item->field->group &&
	       (item->field->type == FIELD_TEXT ||
		item->field->type == FIELD_DATE ||
		item->field->type == FIELD_DOCREF ||
		item->field->type == FIELD_EVIDENCE);
}

static bool is_empty(const struct wml_mark *mark)
{
	return mark->first == mark->last && mark->start == mark->end;
}

/* True of a blank that has no value, or a doubted one. */
static bool is_wanted(const struct piecer *p, const struct field *field)
{
	const struct sighting *s = anchor_sighting(p->a, field, -1);

	if (p->a->has_marks[anchor_slot(p->a, field, -1)])
		return false;
	return !s || (s->is_anchor && s->story == 0 &&
		      (is_empty(s->mark) || s->sure < READING_SURE_MIN));
}

/* The words between the blank before and this one. */
static bool name_by_line(struct piecer *p, size_t n, const struct item *first,
			 const struct item *item)
{
	struct buf words = BUF_INIT;
	const struct item *from = item;
	bool is_named;

	while (from > first && from[-1].kind == ITEM_WORD)
		from--;
	for (; from < item; from++)
		buf_addf(&words, "%.*s ", (int)from->word.n, from->word.bare);
	is_named = buf_ok(&words) &&
		   topics_name(&p->topics, n, buf_cstr(&words), IN_CLAUSE);
	buf_release(&words);
	return is_named;
}

static int find_pieces(struct piecer *p)
{
	const struct anchor_page *page = &p->a->page;
	size_t b, i;

	if (!topics_begin(&p->topics, PIECES_MAX, &p->a->index->topics))
		return no_memory(p);
	for (b = 0; b < page->blocks.n; b++) {
		const struct block *block = &page->blocks.at[b];
		const struct item *items = &page->items.at[block->item];

		for (i = 0; i < block->n_items && block->kind == BLOCK_LINE;
		     i++) {
			struct piece *piece = &p->pieces[p->n];

			if (p->n == PIECES_MAX || !is_short(&items[i]) ||
			    !is_wanted(p, items[i].field))
				continue;
			piece->block = block;
			piece->item = &items[i];
			piece->spot = SIZE_MAX;
			if (!name_by_line(p, p->n, items, &items[i]) ||
			    !topics_name(&p->topics, p->n,
					 items[i].field->label, IN_LABEL))
				return no_memory(p);
			p->n++;
		}
	}
	topics_end(&p->topics);
	return VB_OK;
}

/* ---- the document -------------------------------------------------------- */

/* Words that are another blank's for sure. */
static bool is_given(const struct piecer *p, size_t para)
{
	const struct extractor *ex = p->a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story == 0 && s->sure >= READING_SURE_MIN &&
		    s->mark->first <= para && para <= s->mark->last &&
		    !is_empty(s->mark))
			return true;
	}
	return false;
}

/* The words behind a lead; of a row, those of the next cell. Figures alone
 * are none, nor is a sentence. */
static bool find_words(struct spot *spot, const struct anchor_text *text,
		       size_t lead)
{
	const struct wml_para *paras = text->wml->paras.at;
	size_t para = spot->para, next = para + 1, i;

	spot->home = para;
	spot->from = lead;
	if (lead == text->first[para + 1]) {
		if (paras[para].depth == 0 || next >= text->wml->paras.n ||
		    paras[next].table != paras[para].table ||
		    paras[next].row != paras[para].row ||
		    paras[next].cell == paras[para].cell)
			return false;
		spot->home = next;
		spot->from = text->first[next];
	}
	spot->to = text->first[spot->home + 1];
	if (spot->to - spot->from >= SENTENCE_WORDS &&
	    paras[spot->home].text[paras[spot->home].size - 1] == '.')
		return false;
	for (i = spot->from; i < spot->to; i++)
		if (text->tokens.at[i].kind == TOKEN_WORD)
			return true;
	return false;
}

/* A day, or a document, has a number. */
static bool may_be(const struct piecer *p, const struct field *field,
		   const struct spot *spot)
{
	const struct token *t = p->a->text.tokens.at;
	size_t i = spot->from;

	while (i < spot->to && t[i].kind != TOKEN_NUMBER)
		i++;
	return i < spot->to || field->type == FIELD_TEXT ||
	       field->type == FIELD_EVIDENCE;
}

static int find_spots(struct piecer *p)
{
	const struct anchor_text *text = &p->a->text;
	size_t para, i;

	for (para = text->body; para < text->foot; para++) {
		size_t lead = text->is_apart[para] ||
					      anchor_is_record_head(p->a, para)
				      ? SIZE_MAX
				      : topics_look(&p->topics, text, para);
		struct spot spot = {.para = para}, *at;

		if (lead == SIZE_MAX || !find_words(&spot, text, lead) ||
		    is_given(p, spot.home) || p->spots.n == SPOTS_MAX)
			continue;
		for (i = 0; i < p->topics.n_touched; i++) {
			size_t n = p->topics.touched[i];

			if (may_be(p, p->pieces[n].item->field, &spot))
				spot.like[n] = topics_like(&p->topics, n);
		}
		at = vec_push(&p->spots);
		if (!at)
			return no_memory(p);
		*at = spot;
	}
	return VB_OK;
}

/* ---- which is which ------------------------------------------------------ */

/* Where the paragraphs below a line end: at the next one. */
static size_t below_end(const struct piecer *p, const struct block *block)
{
	const struct anchor_page *page = &p->a->page;
	size_t end = anchor_section_end(p->a, block->para), i;

	for (i = 0; i < page->blocks.n; i++) {
		const struct block *other = &page->blocks.at[i];

		if (other->is_placed && other->para > block->para &&
		    other->para < end)
			end = other->para;
	}
	return end;
}

/* The spot below its line that is clearly liker than the others there. */
static void look_below(struct piecer *p, size_t n)
{
	struct piece *piece = &p->pieces[n];
	double best = LIKE_MIN, second = 0;
	size_t end, i, found = SIZE_MAX;

	if (!piece->block->is_placed || piece->block->likeness < LIKE_LINE)
		return;
	end = below_end(p, piece->block);
	for (i = 0; i < p->spots.n; i++) {
		const struct spot *spot = &p->spots.at[i];

		if (spot->is_taken || spot->para <= piece->block->para ||
		    spot->para >= end)
			continue;
		if (spot->like[n] >= best) {
			second = found == SIZE_MAX ? second : best;
			best = spot->like[n];
			found = i;
		} else if (spot->like[n] > second) {
			second = spot->like[n];
		}
	}
	if (found == SIZE_MAX || best - second < LIKE_CLEARER)
		return;
	piece->spot = found;
	piece->sure = SURE_BELOW;
	p->spots.at[found].is_taken = true;
}

/* The blank is as like the spot as any. */
static bool is_likest(const struct piecer *p, size_t n, const struct spot *spot)
{
	size_t i;

	if (spot->is_taken || spot->like[n] < LIKE_TWIN)
		return false;
	for (i = 0; i < p->n; i++)
		if (spot->like[i] > spot->like[n] + LIKE_SAME)
			return false;
	return true;
}

/* The blanks that are as like a spot, and the spots of as like words: as many
 * of these as of those are paired in their order. */
static void pair_twins(struct piecer *p, size_t n)
{
	size_t blanks[PIECES_MAX] = {0}, spots[PIECES_MAX] = {0};
	size_t b = 0, s = 0, i;
	const struct spot *first = NULL;

	for (i = 0; i < p->spots.n && s < PIECES_MAX; i++)
		if (is_likest(p, n, &p->spots.at[i])) {
			first = first ? first : &p->spots.at[i];
			spots[s++] = i;
		}
	for (i = 0; first && i < p->n; i++)
		if (is_likest(p, i, first)) {
			if (p->pieces[i].spot != SIZE_MAX)
				return;
			blanks[b++] = i;
		}
	for (i = 0; b == s && i < b; i++) {
		p->pieces[blanks[i]].spot = spots[i];
		p->pieces[blanks[i]].sure = SURE_TWIN;
		p->spots.at[spots[i]].is_taken = true;
	}
}

static int take(struct piecer *p, const struct piece *piece)
{
	struct anchorer *a = p->a;
	const struct spot *spot = &p->spots.at[piece->spot];
	struct item *item;
	int code;

	/* it has another one's place */
	anchor_forget(a, piece->item->field);
	a->items.n = 0;
	item = vec_push(&a->items);
	if (!item)
		return no_memory(p);
	*item = *piece->item;
	a->home = spot->home;
	a->end = spot->home + 1;
	a->is_led = true;
	code = anchor_take(a, spot->from, spot->to, 0, VB_BY_ANCHOR,
			   piece->sure);
	a->is_led = false;
	return code;
}

int anchor_pieces(struct anchorer *a)
{
	struct piecer *p = calloc(1, sizeof(*p));
	int code;
	size_t i;

	if (!p)
		return err_set(a->err, VB_NOMEM, "out of memory");
	p->a = a;
	code = find_pieces(p);
	if (code == VB_OK && p->n)
		code = find_spots(p);
	for (i = 0; i < p->n && code == VB_OK; i++)
		look_below(p, i);
	for (i = 0; i < p->n && code == VB_OK; i++)
		if (p->pieces[i].spot == SIZE_MAX)
			pair_twins(p, i);
	for (i = 0; i < p->n && code == VB_OK; i++)
		if (p->pieces[i].spot != SIZE_MAX)
			code = take(p, &p->pieces[i]);
	topics_release(&p->topics);
	vec_release(&p->spots);
	free(p);
	return code;
}
