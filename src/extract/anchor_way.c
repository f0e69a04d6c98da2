/*
 * anchor_way.c - of the paragraphs that are like the blocks of the form, one
 * for each: the likest that follow one another (Viterbi, IEEE Trans. Inf.
 * Theory 13, 1967); a step back costs.
 */
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"

enum {
	DOUBLES_MAX = 64, /* places taken twice that are parted */
	ASKED_MAX = 64,	  /* blocks of a small margin that are asked again */
	REACH_MAX = 16	  /* blocks in a row that may be lost */
};

/* A line of the form is whole in a paragraph this like it: two halves of one
 * line are less. */
#define LIKE_WHOLE   0.75
#define LIKE_CLEAR   0.3  /* ... and this much more so than another */
#define LIKE_TOLD    0.05 /* ... so that it is told from lines like it */
#define COST_BACK    0.45 /* a step back: something was moved */
#define COST_SAME    0.04 /* two blocks in one paragraph */
#define COST_CROWDED 2.0  /* ... that has not the words of both */
#define ROOM_FOR_TWO 0.7

struct way {
	struct anchor_page *page;
	const struct anchor_text *text;
	struct places *places; /* by block */
};

/* A line that recurs stands once in a paragraph. */
static bool are_alike(const struct anchor_page *page, size_t a, size_t b)
{
	const struct block *x = &page->blocks.at[a], *y = &page->blocks.at[b];
	size_t i;

	if (x->n_items != y->n_items)
		return false;
	for (i = 0; i < x->n_items; i++)
		if (page->items.at[x->item + i].kind !=
			    page->items.at[y->item + i].kind ||
		    page->items.at[x->item + i].word.hash !=
			    page->items.at[y->item + i].word.hash)
			return false;
	return true;
}

/* A title that is typed for the only question below it. */
static bool is_title_of(const struct anchor_page *page, size_t a, size_t b)
{
	const struct block *x = &page->blocks.at[a], *y = &page->blocks.at[b];

	return x->kind == BLOCK_TITLE && y->kind == BLOCK_TITLE &&
	       topics_is_only(y) && y->node->parent == x->node;
}

/* From block a's place to block b's. Two blocks share a paragraph only when
 * it has words enough for both. */
static double step(const struct way *p, size_t a, const struct place *from,
		   size_t b, const struct place *to)
{
	const struct block *blocks = p->page->blocks.at;

	if (to->para < from->para)
		return -COST_BACK;
	if (to->para > from->para)
		return 0;
	if (to->lead && !from->lead && is_title_of(p->page, a, b))
		return -COST_SAME;
	/* words that lead to one answer lead to no other */
	if (to->lead || from->lead || are_alike(p->page, a, b))
		return -COST_CROWDED;
	return (double)(p->text->first[to->para + 1] -
			p->text->first[to->para]) <
			       ROOM_FOR_TWO * (double)(blocks[a].n_words +
						       blocks[b].n_words)
		       ? -COST_CROWDED
		       : -COST_SAME;
}

static void reach(struct way *p, size_t n, struct place *place)
{
	size_t b, i, met = 0;

	place->sum = place->like;
	place->block = SIZE_MAX;
	for (b = n; b-- > 0 && met < REACH_MAX;) {
		struct places *places = &p->places[b];

		met += places->n > 0;
		for (i = 0; i < places->n; i++) {
			double sum = places->at[i].sum + place->like +
				     step(p, b, &places->at[i], n, place);

			if (sum <= place->sum)
				continue;
			place->sum = sum;
			place->block = b;
			place->place = i;
		}
	}
}

static void reach_alone(struct way *p, size_t n, struct place *place)
{
	size_t b, i, met = 0;

	for (b = n; b-- > 0 && met < REACH_MAX;) {
		struct places *places = &p->places[b];

		met += places->n > 0;
		for (i = 0; i < places->n; i++) {
			double to = places->at[i].to + places->at[i].like +
				    step(p, b, &places->at[i], n, place);

			if (places->at[i].para != place->para && to > place->to)
				place->to = to;
		}
	}
}

static void reach_back(struct way *p, size_t n, struct place *place)
{
	size_t b, i, met = 0;

	for (b = n + 1; b < p->page->blocks.n && met < REACH_MAX; b++) {
		struct places *places = &p->places[b];

		met += places->n > 0;
		for (i = 0; i < places->n; i++) {
			double rest = places->at[i].rest + places->at[i].like +
				      step(p, n, place, b, &places->at[i]);

			if (places->at[i].para != place->para &&
			    rest > place->rest)
				place->rest = rest;
		}
	}
}

/* The title above a line is no rival of it: typed in one paragraph, both are
 * there. A long answer may be the title's. */
static bool is_title_above(const struct way *p, size_t title, size_t n)
{
	const struct block *blocks = p->page->blocks.at;
	const struct item *items = &p->page->items.at[blocks[n].item];
	size_t i;

	for (i = 0; i < blocks[n].n_items; i++)
		if (items[i].field && items[i].field->type == FIELD_LONGTEXT)
			return false;
	return blocks[title].kind == BLOCK_TITLE && blocks[n].node &&
	       blocks[title].node == blocks[n].node->parent;
}

/* The best way on which another block has the paragraph alone. */
static double rival_of(const struct way *p, size_t n, size_t para)
{
	double best = 0;
	size_t b, i;

	for (b = 0; b < p->page->blocks.n; b++) {
		if (b == n || is_title_above(p, b, n) ||
		    (p->page->blocks.at[b].is_placed &&
		     p->page->blocks.at[b].para == para))
			continue;
		for (i = 0; i < p->places[b].n; i++) {
			const struct place *place = &p->places[b].at[i];

			double sum = place->to + place->like + place->rest;

			if (place->para == para && sum > best)
				best = sum;
		}
	}
	return best;
}

static bool is_taken(const struct way *p, size_t para)
{
	size_t b;

	for (b = 0; b < p->page->blocks.n; b++)
		if (p->page->blocks.at[b].is_placed &&
		    p->page->blocks.at[b].para == para)
			return true;
	return false;
}

/* "Các phương án | Phương án A: ...": what leads a paragraph in the cell behind
 * a question is the answer's own. */
static bool is_in_answer(const struct way *p, size_t question, size_t para)
{
	const struct wml_para *paras = p->text->wml->paras.at;

	return para > question && paras[question].cell > 0 &&
	       paras[para].row_serial == paras[question].row_serial &&
	       paras[para].column > paras[question].column;
}

/* The best way on which a line stands at another paragraph that is nobody's:
 * written twice, it may say two things. A title may stand in a table of
 * contents too. */
static double twin_of(const struct way *p, size_t n)
{
	const struct block *block = &p->page->blocks.at[n];
	double best = 0;
	size_t i;

	if (block->kind != BLOCK_LINE)
		return 0;
	for (i = 0; i < p->places[n].n; i++) {
		const struct place *place = &p->places[n].at[i];
		double sum = place->to + place->like + place->rest;

		if (place->para != block->para && sum > best &&
		    place->like >= LIKE_WHOLE && !is_taken(p, place->para) &&
		    !is_in_answer(p, block->para, place->para))
			best = sum;
	}
	return best;
}

static double like_at(const struct places *places, size_t para)
{
	size_t i;

	for (i = 0; i < places->n; i++)
		if (places->at[i].para == para)
			return places->at[i].like;
	return 0;
}

/* A lead in other words that stands once, for a line that the form has more
 * than once: whose it is, is not told. */
static bool is_one_of(const struct way *p, size_t n)
{
	const struct block *blocks = p->page->blocks.at;
	size_t others = 0, b;

	if (!blocks[n].lead)
		return false;
	for (b = 0; b < p->page->blocks.n; b++) {
		if (b == n || !are_alike(p->page, n, b))
			continue;
		if (blocks[b].is_placed)
			return false;
		/* what stands around it may tell */
		others += like_at(&p->places[b], blocks[n].para) >
			  blocks[n].likeness - LIKE_TOLD;
	}
	return others > 0;
}

static void find_margins(struct way *p, double best)
{
	size_t n, i;

	for (n = 0; n < p->page->blocks.n; n++)
		for (i = 0; i < p->places[n].n; i++)
			reach_alone(p, n, &p->places[n].at[i]);
	while (n-- > 0)
		for (i = 0; i < p->places[n].n; i++)
			reach_back(p, n, &p->places[n].at[i]);
	for (n = 0; n < p->page->blocks.n; n++) {
		struct block *block = &p->page->blocks.at[n];
		double rival, twin;

		if (!block->is_placed)
			continue;
		rival = rival_of(p, n, block->para);
		twin = twin_of(p, n);
		block->is_written_twice = best - twin < ANCHOR_MARGIN_MIN;
		block->margin = best - (rival > twin ? rival : twin);
		if (is_one_of(p, n)) {
			block->is_written_twice = true;
			block->margin = 0;
		}
	}
}

static double choose(struct way *p)
{
	size_t n, i, block = SIZE_MAX, place = 0;
	double best = 0;

	for (n = 0; n < p->page->blocks.n; n++)
		p->page->blocks.at[n].is_placed = false;

	for (n = 0; n < p->page->blocks.n; n++)
		for (i = 0; i < p->places[n].n; i++) {
			reach(p, n, &p->places[n].at[i]);
			if (p->places[n].at[i].sum > best) {
				best = p->places[n].at[i].sum;
				block = n;
				place = i;
			}
		}
	while (block != SIZE_MAX) {
		struct block *b = &p->page->blocks.at[block];
		const struct place *chosen = &p->places[block].at[place];

		b->is_placed = true;
		b->para = chosen->para;
		b->lead = chosen->lead;
		b->likeness = chosen->like > 1 ? 1 : chosen->like;
		block = chosen->block;
		place = chosen->place;
	}
	return best;
}

static void lose(struct places *places, size_t para)
{
	size_t i = 0;

	while (i < places->n && places->at[i].para != para)
		i++;
	if (i == places->n)
		return;
	for (; i + 1 < places->n; i++)
		places->at[i] = places->at[i + 1];
	places->n--;
}

/* Two blocks that took the same paragraph, by a step back, with others between
 * them, or with the same words; false when there are none. */
static bool find_double(const struct way *p, size_t *first, size_t *second)
{
	const struct block *blocks = p->page->blocks.at;
	size_t n, m, between;

	for (n = 0; n < p->page->blocks.n; n++) {
		between = 0;
		for (m = n; blocks[n].is_placed && m-- > 0;) {
			if (!blocks[m].is_placed)
				continue;
			if (blocks[m].para != blocks[n].para) {
				between++;
				continue;
			}
			if (!between && !are_alike(p->page, m, n))
				continue;
			*first = m;
			*second = n;
			return true;
		}
	}
	return false;
}

/* Another paragraph has the block's words as well. */
static bool has_twin(const struct places *places, size_t para)
{
	double like = like_at(places, para);
	size_t i;

	for (i = 0; i < places->n; i++)
		if (places->at[i].para != para && places->at[i].lead == 0 &&
		    places->at[i].like >= 1 &&
		    places->at[i].like >= like - LIKE_TOLD)
			return true;
	return false;
}

/* Where the title of a line's part stands above a paragraph, + 1; 0 when it
 * does not. */
static size_t title_above(const struct anchor_page *page, size_t n, size_t para)
{
	const struct block *blocks = page->blocks.at;
	size_t i = n;

	while (i-- > 0)
		if (blocks[i].kind == BLOCK_TITLE && blocks[n].node &&
		    blocks[i].node == blocks[n].node->parent)
			return blocks[i].is_placed && blocks[i].para < para
				       ? blocks[i].para + 1
				       : 0;
	return 0;
}

/* Where the next title behind a paragraph stands. */
static size_t title_behind(const struct way *p, size_t para)
{
	const struct anchor_page *page = p->page;
	size_t end = p->text->wml->paras.n, i;

	for (i = 0; i < page->blocks.n; i++)
		if (page->blocks.at[i].kind == BLOCK_TITLE &&
		    page->blocks.at[i].is_placed &&
		    page->blocks.at[i].para > para &&
		    page->blocks.at[i].para < end)
			end = page->blocks.at[i].para;
	return end;
}

/* Of lines that the form has in several parts, the title of this one's is the
 * next above it, and none like it stands below that: it is no other's. */
static bool is_told_by_title(const struct way *p, size_t n)
{
	const struct block *block = &p->page->blocks.at[n];
	size_t title = title_above(p->page, n, block->para), end, i, alike = 0;

	if (block->kind != BLOCK_LINE || title == 0)
		return false;
	for (i = 0; i < p->page->blocks.n; i++) {
		if (i == n || !are_alike(p->page, i, n))
			continue;
		if (title_above(p->page, i, block->para) >= title)
			return false;
		alike++;
	}
	end = title_behind(p, block->para);
	for (i = 0; i < p->places[n].n; i++) {
		const struct place *place = &p->places[n].at[i];

		if (place->para != block->para && place->para >= title &&
		    place->para < end &&
		    place->like > block->likeness - LIKE_TOLD)
			return false;
	}
	return alike > 0;
}

static void trust_titles(struct way *p)
{
	struct block *blocks = p->page->blocks.at;
	size_t n;

	for (n = 0; n < p->page->blocks.n; n++)
		if (blocks[n].is_placed &&
		    blocks[n].margin < ANCHOR_MARGIN_MIN &&
		    is_told_by_title(p, n)) {
			blocks[n].margin = ANCHOR_MARGIN_MIN;
			blocks[n].is_written_twice = false;
		}
}

/* Of two lines of the same words the one stands here whose title is the next
 * above. */
static bool has_nearer_title(const struct anchor_page *page, size_t one,
			     size_t other)
{
	size_t para = page->blocks.at[one].para;

	return are_alike(page, one, other) &&
	       title_above(page, one, para) > title_above(page, other, para);
}

/* One of the two loses the place: the one that is clearly less like it, when
 * the liker one has no other, or the one whose loss costs less. A third may
 * come in where the liker one goes. */
static double part(struct way *p, size_t first, size_t second)
{
	size_t para = p->page->blocks.at[first].para;
	struct places kept = p->places[first];
	double without_first, without_second;
	double more = like_at(&p->places[first], para) -
		      like_at(&p->places[second], para);

	if ((more > LIKE_CLEAR || more < -LIKE_CLEAR) &&
	    !has_twin(&p->places[more > 0 ? first : second], para)) {
		lose(&p->places[more > 0 ? second : first], para);
		return choose(p);
	}
	if (has_nearer_title(p->page, first, second)) {
		lose(&p->places[second], para);
		return choose(p);
	}
	if (has_nearer_title(p->page, second, first)) {
		lose(&p->places[first], para);
		return choose(p);
	}
	lose(&p->places[first], para);
	without_first = choose(p);
	p->places[first] = kept;
	kept = p->places[second];
	lose(&p->places[second], para);
	without_second = choose(p);
	if (without_second >= without_first)
		return without_second;
	p->places[second] = kept;
	lose(&p->places[first], para);
	return choose(p);
}

/* The rival's way may give this block the same paragraph, further on: what is
 * lost when it has it not is lost on every way of a rival. */
static void ask_again(struct way *p, double best)
{
	struct block *blocks = p->page->blocks.at;
	size_t n, asked = 0;

	for (n = 0; n < p->page->blocks.n && asked < ASKED_MAX; n++) {
		struct places kept = p->places[n];
		double lost;

		if (!blocks[n].is_placed || blocks[n].is_written_twice ||
		    blocks[n].margin >= ANCHOR_MARGIN_MIN)
			continue;
		asked++;
		lose(&p->places[n], blocks[n].para);
		lost = best - choose(p);
		p->places[n] = kept;
		choose(p);
		if (lost > blocks[n].margin)
			blocks[n].margin = lost;
	}
}

void anchor_way(struct anchor_page *page, const struct anchor_text *text,
		struct places *places)
{
	struct way w = {page, text, places};
	size_t rounds = DOUBLES_MAX, first, second;
	double best = choose(&w);

	while (rounds-- > 0 && find_double(&w, &first, &second))
		best = part(&w, first, second);
	find_margins(&w, best);
	ask_again(&w, best);
	trust_titles(&w);
	anchor_spread(page, text, places);
	anchor_gaps(page, text);
}
