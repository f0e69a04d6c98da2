/*
 * anchor_twins.c - a question that every part of the form asks in the same
 * words, "Khó khăn, nguyên nhân và giải pháp": each stands below the title of
 * its part, and where that stands nowhere between those before and behind it,
 * whatever the words around them are like. In a table it may be a column, of
 * which a part has one cell.
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"

enum {
	TWINS_MAX = 16,
	FOUND_MAX = 2 * TWINS_MAX,
	HEAD_WORDS_MAX = 20
};

#define LIKE_FOUND   0.5 /* a paragraph that asks */
#define LIKE_SHARE   0.6 /* of the likest of a part */
#define LIKE_COLUMN  0.9 /* below a head that asks */
#define MARGIN_TWINS 1.0

/* A paragraph that asks what the twins do. */
struct found {
	struct place place;
	bool is_taken;
};

struct twins {
	struct anchor_page *page;
	const struct anchor_text *text;
	size_t at[TWINS_MAX], n;
	struct found found[FOUND_MAX];
	size_t n_found;
	/* by twin: its title + 1, where its part ends, what it found + 1 */
	size_t title[TWINS_MAX], end[TWINS_MAX], own[TWINS_MAX];
};

static bool is_twin(const struct twins *t, size_t block)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->at[i] == block)
			return true;
	return false;
}

static bool is_others(const struct twins *t, size_t para)
{
	size_t i;

	for (i = 0; i < t->page->blocks.n; i++)
		if (t->page->blocks.at[i].is_placed &&
		    t->page->blocks.at[i].para == para && !is_twin(t, i))
			return true;
	return false;
}

/* In the order of paragraphs, each once, as the likest twin has it. */
static void add_found(struct twins *t, const struct place *place)
{
	size_t i = t->n_found, k;

	while (i > 0 && t->found[i - 1].place.para > place->para)
		i--;
	if (i > 0 && t->found[i - 1].place.para == place->para) {
		if (t->found[i - 1].place.like < place->like)
			t->found[i - 1].place = *place;
		return;
	}
	if (t->n_found == FOUND_MAX)
		return;
	for (k = t->n_found++; k > i; k--)
		t->found[k] = t->found[k - 1];
	t->found[i] = (struct found){.place = *place};
}

static void find_all(struct twins *t, const struct places *places)
{
	size_t i, k;

	t->n_found = 0;
	for (i = 0; i < t->n; i++)
		for (k = 0; k < places[t->at[i]].n; k++) {
			const struct place *place = &places[t->at[i]].at[k];

			if (place->like >= LIKE_FOUND &&
			    !is_others(t, place->para))
				add_found(t, place);
		}
}

/* The first placed title behind a paragraph that is none within the part; of
 * those behind block `from` in the form. */
static size_t title_behind(const struct twins *t, size_t para, size_t from,
			   const struct node *part)
{
	size_t end = t->text->wml->paras.n, i;

	for (i = from; i < t->page->blocks.n; i++) {
		const struct block *b = &t->page->blocks.at[i];

		if (b->is_placed && b->kind == BLOCK_TITLE && b->para > para &&
		    b->para < end && b->node && b->node->parent != part)
			end = b->para;
	}
	return end;
}

/* Where the parts stand that they are of. */
static void find_parts(struct twins *t)
{
	size_t i, k;

	for (i = 0; i < t->n; i++) {
		const struct node *node = t->page->blocks.at[t->at[i]].node;

		t->title[i] = t->own[i] = 0;
		for (k = 0; node && k < t->at[i]; k++) {
			const struct block *b = &t->page->blocks.at[k];

			if (b->kind == BLOCK_TITLE && b->is_placed &&
			    b->node == node->parent)
				t->title[i] = b->para + 1;
		}
		if (t->title[i])
			t->end[i] = title_behind(t, t->title[i] - 1, 0,
						 node->parent);
	}
}

/* A cell over others: a question that stands elsewhere too is asked there. */
static bool is_head(const struct twins *t, size_t found)
{
	size_t para = t->found[found].place.para;
	const struct wml_para *p = &t->text->wml->paras.at[para];

	return p->depth > 0 && p->row == 1 && p->column > 1 &&
	       t->found[found].place.lead == 0 &&
	       t->text->first[para + 1] - t->text->first[para] <=
		       HEAD_WORDS_MAX;
}

/* "+ Khó khăn: ..." in the cell beside the question, or right below it: a lead
 * of its answer's. */
static bool is_of_answer(const struct twins *t, size_t found)
{
	const struct wml_para *paras = t->text->wml->paras.at;
	const struct place *own = &t->found[found].place;
	size_t i;

	for (i = 0; i < found; i++) {
		const struct place *asks = &t->found[i].place;

		if (asks->like > own->like &&
		    (asks->para + 1 == own->para ||
		     (paras[own->para].cell > 0 &&
		      paras[own->para].row_serial ==
			      paras[asks->para].row_serial)))
			return true;
	}
	return false;
}

static bool is_in(const struct twins *t, size_t found, size_t from, size_t end,
		  bool heads)
{
	size_t para = t->found[found].place.para;

	return !t->found[found].is_taken && para >= from && para < end &&
	       is_head(t, found) == heads && !is_of_answer(t, found);
}

/* The first of those in [from, end) that is not much less like it than the
 * likest. */
static bool take_one(struct twins *t, size_t twin, size_t from, size_t end,
		     bool heads)
{
	double most = 0;
	size_t i;

	for (i = 0; i < t->n_found; i++)
		if (is_in(t, i, from, end, heads) &&
		    t->found[i].place.like > most)
			most = t->found[i].place.like;
	for (i = 0; i < t->n_found && most > 0; i++)
		if (is_in(t, i, from, end, heads) &&
		    t->found[i].place.like >= LIKE_SHARE * most) {
			t->found[i].is_taken = true;
			t->own[twin] = i + 1;
			return true;
		}
	return false;
}

static void take(struct twins *t, size_t twin, size_t from, size_t end)
{
	if (!take_one(t, twin, from, end, false))
		take_one(t, twin, from, end, true);
}

/* Behind all that is known of those before it, before those behind. */
static void take_between(struct twins *t, size_t twin)
{
	const struct node *node = t->page->blocks.at[t->at[twin]].node;
	size_t from = t->text->body, end, i;

	for (i = 0; i < twin; i++) {
		size_t para = t->own[i] ? t->found[t->own[i] - 1].place.para + 1
					: t->title[i];

		if (para > from)
			from = para;
	}
	end = title_behind(t, from, t->at[twin] + 1,
			   node ? node->parent : NULL);
	for (i = twin + 1; i < t->n; i++)
		if (t->own[i] && t->found[t->own[i] - 1].place.para < end)
			end = t->found[t->own[i] - 1].place.para;
	take(t, twin, from, end);
}

/* It stands where its part does. */
static bool is_at_home(const struct twins *t, size_t twin)
{
	const struct block *b = &t->page->blocks.at[t->at[twin]];

	return t->title[twin] == 0 ||
	       (b->para + 1 >= t->title[twin] && b->para < t->end[twin]);
}

static void settle(struct twins *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		struct block *b = &t->page->blocks.at[t->at[i]];
		const struct place *place;
		size_t k;

		if (!t->own[i]) {
			for (k = 0; k < t->n_found; k++)
				if (t->found[k].is_taken &&
				    t->found[k].place.para == b->para)
					b->is_placed = false;
			b->is_placed &= is_at_home(t, i);
			continue;
		}
		place = &t->found[t->own[i] - 1].place;
		if (b->is_placed && b->para == place->para)
			continue;
		anchor_move(b, place->para, place->lead,
			    place->like < 1 ? place->like : 1, MARGIN_TWINS);
	}
}

static void part_twins(struct twins *t)
{
	size_t i, n = 0;

	for (i = 0; i < t->n; i++)
		if (t->title[i]) {
			take(t, i, t->title[i] - 1, t->end[i]);
			n += t->own[i] > 0;
		}
	/* nothing is told by titles */
	if (n == 0)
		return;
	for (i = 0; i < t->n; i++)
		if (!t->title[i])
			take_between(t, i);
	settle(t);
}

/* ---- the question as a column -------------------------------------------- */

/* "| Nội dung | Kết quả | Khó khăn, nguyên nhân |": the paragraph found in
 * [from, end) that is a head of its table; SIZE_MAX for none. */
static size_t find_head(const struct twins *t, size_t from, size_t end)
{
	size_t i;

	for (i = 0; i < t->n_found; i++) {
		size_t para = t->found[i].place.para;

		if (para >= from && para < end && is_head(t, i))
			return para;
	}
	return SIZE_MAX;
}

/* The row that the title of a part stands in, 0 where it is in no row of that
 * table. */
static uint32_t title_row(const struct twins *t, size_t twin, size_t head)
{
	const struct wml_para *p = t->text->wml->paras.at;

	return t->title[twin] && p[t->title[twin] - 1].depth > 0 &&
			       p[t->title[twin] - 1].table == p[head].table
		       ? p[t->title[twin] - 1].row
		       : 0;
}

/* The rows of a part: from its title's on, or from behind the heads where the
 * first part has none; up to the next title. */
static bool rows_of(const struct twins *t, size_t twin, size_t head,
		    uint32_t *from, uint32_t *to)
{
	size_t i;

	*from = title_row(t, twin, head);
	*to = UINT32_MAX;
	if (*from == 0 && twin > 0)
		return false;
	if (*from == 0)
		*from = 2;
	for (i = 0; i < t->n; i++) {
		uint32_t row = title_row(t, i, head);

		if (i != twin && row >= *from && row < *to)
			*to = row;
	}
	return true;
}

/* The first paragraph of the only cell of the head's column that has words in
 * rows [from, to); SIZE_MAX when none has, or two have. */
static size_t only_cell(const struct twins *t, size_t head, uint32_t from,
			uint32_t to)
{
	const struct wml_para *p = t->text->wml->paras.at;
	size_t found = SIZE_MAX, i;

	for (i = head + 1;
	     i < t->text->wml->paras.n && p[i].table == p[head].table; i++) {
		if (p[i].depth != p[head].depth ||
		    p[i].column != p[head].column || p[i].row < from ||
		    p[i].row >= to ||
		    t->text->first[i] == t->text->first[i + 1])
			continue;
		if (found != SIZE_MAX && p[i].cell != p[found].cell)
			return SIZE_MAX;
		if (found == SIZE_MAX)
			found = i;
	}
	return found;
}

/* Parts stand in rows of that table. */
static bool has_title_in(const struct twins *t, size_t head)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (title_row(t, i, head) > 0)
			return true;
	return false;
}

static void move_to(const struct twins *t, size_t twin, size_t para)
{
	struct block *b = &t->page->blocks.at[t->at[twin]];

	b->is_placed = para != SIZE_MAX;
	if (b->is_placed)
		anchor_move(b, para, t->text->first[para], LIKE_COLUMN,
			    MARGIN_TWINS);
}

static void place_in_column(struct twins *t, size_t head)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		uint32_t from, to;
		bool has_rows = rows_of(t, i, head, &from, &to);

		move_to(t, i,
			has_rows ? only_cell(t, head, from, to) : SIZE_MAX);
	}
}

/* A part may have a table of its own, with such a head; where it asks nowhere
 * else. */
static void place_in_tables(struct twins *t)
{
	size_t i, head;

	for (i = 0; i < t->n; i++) {
		const struct block *b = &t->page->blocks.at[t->at[i]];

		if (!t->title[i])
			continue;
		head = find_head(t, t->title[i] - 1, t->end[i]);
		if (head != SIZE_MAX && (!b->is_placed || b->para == head))
			move_to(t, i, only_cell(t, head, 2, UINT32_MAX));
	}
}

void anchor_twins(struct anchor_page *page, const struct anchor_text *text,
		  const struct topics *topics, const struct places *places)
{
	struct twins t = {.page = page, .text = text};
	size_t n, i, head;

	for (n = 0; n < page->blocks.n; n++) {
		const struct topic *topic = &topics->blocks[n];

		/* the first of its ring */
		if (!topic->twin)
			continue;
		t.n = 0;
		for (i = n; i < page->blocks.n && t.n < TWINS_MAX; i++)
			if (topics->blocks[i].twin &&
			    topics->blocks[i].all == topic->all)
				t.at[t.n++] = i;
		for (i = 0; i < n; i++)
			if (topics->blocks[i].twin &&
			    topics->blocks[i].all == topic->all)
				t.n = 0;
		if (t.n < 2)
			continue;
		find_all(&t, places);
		find_parts(&t);
		head = find_head(&t, 0, text->wml->paras.n);
		if (head != SIZE_MAX && has_title_in(&t, head)) {
			place_in_column(&t, head);
		} else {
			part_twins(&t);
			place_in_tables(&t);
		}
	}
}
