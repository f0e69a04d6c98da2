/*
 * anchor_place.c - which paragraph each block of the form stands in.
 *
 * Pairs of neighbouring words are what a block is known by, each worth the
 * less the more blocks have it. A block's likeness to a paragraph is the share
 * of its worth found there. Of the paragraphs that are like a block the few
 * best are kept; the choice is made for all blocks at once (Viterbi): the
 * likest that follow one another, a step back costs. So one moved section is
 * found where it went, and a line that recurs in every section is told by
 * what stands around it.
 */
#include "extract/anchor_pairs.h"
#include "extract/anchor_place.h"
#include "extract/anchor_topic.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	LEAD_MIN = 4, /* words that a shortened line must keep */
	LEAD_MAX = 60,
	SHORT_MAX = 5, /* words of "Bậc Tiểu học: ... CSGD" */
	LEAD_REST_MAX = 2,
	TITLE_LEAD_MIN = 6,
	TITLE_SHARE = 8, /* a few words are a title's of so many times them */
	FLOW_WORDS_MIN = 8,
	NUMBER_TOKENS_MAX = 4, /* "2.3.1. Về" */
	CITED_LEAD_MAX = 24,
	COUNTED_MAX = 4,   /* words of "Phương án 2" */
	ROW_REACH = 64,	   /* paragraphs behind a cell that may be its answer */
	JOINED_REACH = 100 /* ... and below a title of two questions */
};

/* Below, a block is not there. */
#define LIKE_MIN 0.4
/* A paragraph that begins with the block's words: above one that quotes. */
#define LIKE_TURNED 0.95
#define LIKE_START  0.15
#define LIKE_COLON  0.1
/* Words that end the body are weak: they move nothing else. */
#define LIKE_END 0.3
/* Of the pairs of words of a shortened line, the share that is the form's. */
#define LEAD_KEPT 0.6
/* A title among many other words is a quotation. */
#define TITLE_ROOM 2
/* A lead in other words is that of the block. */
#define TOPIC_MIN 0.5
/* A block as like as this is told by its own words. */
#define LIKE_TOLD 0.6
/* Two questions in one title; each of them below it. */
#define LIKE_JOINED 0.8
/* A heading that cites the document that the title does. */
#define LIKE_CITED 0.55

struct placer {
	struct anchor_page *page;
	const struct anchor_text *text;
	const struct pairs *pairs;
	uint32_t *seen; /* by first use of a pair: para + 1 it was met in */
	double *sum;	/* of a block in the paragraph at hand */
	/* likewise, pairs of its lead that the block has */
	unsigned *lead;
	size_t *touched;
	size_t n_touched;
	struct places *places; /* by block */
	struct topics *topics;
	struct own_leads below;
	bool flows; /* of the paragraph in hand: flows_on() */
	int asks;   /* likewise: asks_for(), -1 not known yet */
	struct vb_error *err;
};

/* ---- paragraphs ---------------------------------------------------------- */

/* No other sign begins with its first byte in most paragraphs. */
static bool may_have_dash(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];

	return memchr(p->text, 0xe2, p->size) != NULL;
}

/* "Kho học liệu – chưa xây dựng": a dash in the place of a colon. */
static bool has_dash(const struct anchor_text *text, size_t para)
{
	size_t i = text->first[para], end = text->first[para + 1];

	if (!may_have_dash(text, para))
		return false;
	while (i < end && !anchor_has_dash(text, para, i))
		i++;
	return i < end;
}

/* The words of a paragraph that may be the form's: up to a colon, or a dash. */
static size_t lead_end(const struct placer *p, size_t para)
{
	const struct token *tokens = p->text->tokens.at;
	const char *text = p->text->wml->paras.at[para].text;
	size_t i = p->text->first[para], end = p->text->first[para + 1];
	bool may_end = may_have_dash(p->text, para);

	if (end - i > LEAD_MAX)
		end = i + LEAD_MAX;
	for (; i + 1 < end; i++) {
		size_t at = tokens[i].start + tokens[i].size;

		if (memchr(text + at, ':', tokens[i + 1].start - at) ||
		    (may_end && anchor_has_dash(p->text, para, i)))
			return i + 1;
	}
	return end;
}

/* Behind the number, and "Về", that a heading begins with. */
static size_t behind_number(const struct placer *p, size_t para, size_t end)
{
	const struct token *t = p->text->tokens.at;
	size_t first = p->text->first[para], i = first;

	while (i + 1 < end && i < first + NUMBER_TOKENS_MAX &&
	       (t[i].kind == TOKEN_NUMBER || t[i].n == 1 ||
		(i > first && token_is(&t[i], "ve"))))
		i++;
	return i;
}

static void meet(struct placer *p, uint64_t hash, size_t para, bool is_lead)
{
	const struct pair *pair = pairs_find(p->pairs, hash);
	double worth;
	uint32_t use;

	if (!pair || !pair->use || p->seen[pair->use - 1] == para + 1)
		return;
	p->seen[pair->use - 1] = (uint32_t)(para + 1);
	worth = pairs_worth(pair);
	for (use = pair->use; use; use = p->pairs->uses.at[use - 1].next) {
		size_t block = p->pairs->uses.at[use - 1].block;

		if (p->sum[block] == 0)
			p->touched[p->n_touched++] = block;
		p->sum[block] += worth;
		if (is_lead)
			p->lead[block] += pair->words ? 2 : 1;
	}
}

/* A colon behind the words of both is a label's. */
static bool has_colon(const char *text, size_t size)
{
	size_t i = 0;

	while (i < size && text[i] == ' ')
		i++;
	return i < size && text[i] == ':';
}

/* A line that asks for something has a colon, a dash, a figure, or cells beside
 * it. */
static bool asks_for(const struct placer *p, size_t para)
{
	const struct wml_para *text = &p->text->wml->paras.at[para];
	size_t i;

	for (i = p->text->first[para]; i < p->text->first[para + 1]; i++)
		if (p->text->tokens.at[i].kind != TOKEN_WORD)
			return true;
	return text->depth > 0 || memchr(text->text, ':', text->size) != NULL ||
	       has_dash(p->text, para);
}

/* The same of the paragraph in hand, looked at once. */
static bool asks(struct placer *p, size_t para)
{
	if (p->asks < 0)
		p->asks = asks_for(p, para);
	return p->asks;
}

/* A word or two, and a colon, behind a token. */
static bool leads_soon(const struct placer *p, size_t para, size_t at)
{
	size_t lead = lead_end(p, para);

	return lead > at && lead - at <= LEAD_REST_MAX + 1 &&
	       anchor_has_sign(p->text, para, lead - 1, ":");
}

/* A heading goes on in words that the block has not. */
static bool has_other_word(const struct placer *p, size_t n, size_t from,
			   size_t to)
{
	const struct block *block = &p->page->blocks.at[n];

	while (from < to &&
	       anchor_asks_word(p->page, block, &p->text->tokens.at[from]))
		from++;
	return from < to;
}

/* How much better a place is for beginning as the block does, but for a
 * number. */
static double begins(struct placer *p, size_t n, size_t para)
{
	const struct block *block = &p->page->blocks.at[n];
	const struct token *tokens = p->text->tokens.at;
	size_t at = p->text->first[para], end = p->text->first[para + 1];
	size_t i = block->item, same = 0, size, behind;
	const char *text;

	/* "(1)" */
	while (at < end && at < p->text->first[para] + 3 &&
	       (tokens[at].kind == TOKEN_NUMBER || tokens[at].n == 1) &&
	       !token_alike(&tokens[at], &p->page->items.at[i].word))
		at++;
	for (; at < end && i < block->item + block->n_items &&
	       p->page->items.at[i].kind == ITEM_WORD &&
	       token_alike(&tokens[at], &p->page->items.at[i].word);
	     at++, i++)
		same++;
	if (same < 3 && same < block->n_words)
		return 0;
	at--;
	i--;
	if (block->kind == BLOCK_LINE && same < block->n_words &&
	    topics_is_long(p->topics, n) && has_other_word(p, n, at + 1, end) &&
	    !asks(p, para))
		return -LIKE_START;
	text = p->text->wml->paras.at[para].text;
	size = p->text->wml->paras.at[para].size;
	behind = tokens[at].start + tokens[at].size;
	if (!has_colon(p->page->items.at[i].tail,
		       p->page->items.at[i].tail_size))
		return LIKE_START;
	if (has_colon(text + behind, size - behind))
		return LIKE_START + LIKE_COLON;
	/* "Số liệu báo cáo: ..." for "Số liệu: ..." */
	if (same == block->n_words && leads_soon(p, para, at))
		return LIKE_START;
	/* a sentence that goes on */
	return at + 1 < end && tokens[at + 1].kind == TOKEN_WORD &&
			       tokens[at + 1].start == behind + 1
		       ? -LIKE_START
		       : LIKE_START;
}

/* A cell whose words are the form's, with a figure in a cell behind it. */
static bool is_question(const struct placer *p, size_t n, size_t para,
			size_t lead)
{
	const struct wml_para *paras = p->text->wml->paras.at;
	size_t i, first, from = p->text->cell_end[para];

	if (paras[para].depth == 0 || lead < LEAD_MIN ||
	    p->lead[n] < LEAD_KEPT * (double)(lead - 1))
		return false;
	for (i = from;
	     i < p->text->wml->paras.n && i < from + ROW_REACH &&
	     paras[i].depth > 0 && paras[i].table == paras[para].table &&
	     paras[i].row == paras[para].row;
	     i++) {
		first = p->text->first[i];
		if (paras[i].column != paras[para].column &&
		    first < p->text->first[i + 1] &&
		    p->text->tokens.at[first].kind == TOKEN_NUMBER)
			return true;
	}
	return false;
}

/* Few words are a title's, when they are all of it. */
static bool is_kept(const struct block *block, double kept, size_t lead,
		    size_t words, bool is_line)
{
	if (block->kind == BLOCK_LINE && !is_line)
		return false;
	if (block->kind == BLOCK_TITLE && lead < TITLE_LEAD_MIN &&
	    block->n_words > TITLE_SHARE * lead)
		return false;
	if (lead < LEAD_MIN)
		return kept >= 1 && words == lead && block->kind == BLOCK_TITLE;
	return kept >= LEAD_KEPT;
}

/* The block has the number too. */
static bool counts(const struct placer *p, size_t n, const struct token *number)
{
	const struct block *block = &p->page->blocks.at[n];
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++)
		if (p->page->items.at[i].kind == ITEM_WORD &&
		    p->page->items.at[i].word.hash == number->hash)
			return true;
	return false;
}

/* "Thực hiện 07 báo cáo": a number that the block has not. */
static bool tells_figure(const struct placer *p, size_t n, size_t para)
{
	size_t i;

	for (i = p->text->first[para]; i < p->text->first[para + 1]; i++)
		if (p->text->tokens.at[i].kind == TOKEN_NUMBER &&
		    !counts(p, n, &p->text->tokens.at[i]))
			return true;
	return false;
}

/* A long sentence that nothing leads to. */
static bool flows_on(const struct placer *p, size_t para)
{
	const struct wml_para *text = &p->text->wml->paras.at[para];

	return p->text->first[para + 1] - p->text->first[para] >=
		       FLOW_WORDS_MIN &&
	       text->text[text->size - 1] == '.' &&
	       !memchr(text->text, ':', text->size);
}

/* A sentence with no lead, and no figure in its beginning: "Xem xét bố trí biên
 * chế tại các trường tiểu học". */
static bool is_prose(const struct placer *p, size_t para)
{
	const struct wml_para *text = &p->text->wml->paras.at[para];
	size_t first = p->text->first[para], n;

	n = p->text->first[para + 1] - first;
	if (n < FLOW_WORDS_MIN || memchr(text->text, ':', text->size))
		return false;
	for (n = 0; n < FLOW_WORDS_MIN; n++)
		if (p->text->tokens.at[first + n].kind != TOKEN_WORD)
			return false;
	return true;
}

/* A few words that stand behind a lead, and not in it: "Phân công: rà soát số
 * liệu". Lines of one paragraph may have a lead each. */
static bool quotes(const struct placer *p, size_t n, size_t para, size_t lead,
		   size_t words)
{
	const struct wml_para *text = &p->text->wml->paras.at[para];

	return !memchr(text->text, '\n', text->size) &&
	       p->page->blocks.at[n].n_words < LEAD_MIN && lead < words &&
	       p->lead[n] == 0;
}

/* "Đề xuất, kiến nghị" for "Kiến nghị, đề xuất": all its words, and no other,
 * in another order. */
static bool is_turned(const struct placer *p, size_t n, size_t para,
		      size_t from)
{
	const struct block *block = &p->page->blocks.at[n];
	size_t end = p->text->first[para + 1], i;

	if (block->kind != BLOCK_TITLE || block->n_words < LEAD_MIN ||
	    end - from != block->n_words)
		return false;
	for (i = from; i < end; i++)
		if (!anchor_asks_word(p->page, block, &p->text->tokens.at[i]))
			return false;
	return true;
}

/* A hand that shortens a line keeps words of it and adds none. */
static double likeness(struct placer *p, size_t n, size_t para, size_t from,
		       size_t to)
{
	const struct block *block = &p->page->blocks.at[n];
	size_t words = p->text->first[para + 1] - from, lead = to - from;
	double start, like = p->pairs->worth[n] > 0
				     ? p->sum[n] / p->pairs->worth[n]
				     : 0;

	if (like > 1)
		like = 1;
	if (lead > 1 && block->kind != BLOCK_END) {
		double kept = p->lead[n] < lead
				      ? p->lead[n] / (double)(lead - 1)
				      : 1;

		if (kept > like &&
		    is_kept(block, kept, lead, words, asks(p, para)))
			like = (like + kept) / 2;
	}
	if (like < LIKE_TURNED && is_turned(p, n, para, from))
		like = LIKE_TURNED;
	start = begins(p, n, para);
	if (block->kind == BLOCK_END)
		return start > 0 ? LIKE_END : 0;
	if (start > 0)
		return like + start;
	if (start == 0 && block->kind != BLOCK_LINE && p->flows &&
	    tells_figure(p, n, para) && !anchor_is_heading(p->text, para))
		return like / 2;
	if (start == 0 && block->kind == BLOCK_LINE &&
	    topics_is_long(p->topics, n) &&
	    (p->flows || quotes(p, n, para, lead, words)))
		return like / 3;
	if (start == 0 && block->kind == BLOCK_LINE &&
	    block->n_words <= SHORT_MAX && is_prose(p, para))
		return like / 3;
	/* a question of a hand's own table */
	if (start == 0 && block->kind == BLOCK_LINE &&
	    is_question(p, n, para, lead))
		return like;
	/* a sentence, or a cell, that quotes words of the form */
	if (start < 0 || p->text->wml->paras.at[para].depth > 0)
		return block->n_words < LEAD_MIN ? like / 3 : like / 2;
	if (block->kind != BLOCK_LINE &&
	    words > TITLE_ROOM * block->n_words + 8)
		return like / 2;
	return like;
}

static void keep(struct places *places, size_t para, double like, size_t lead)
{
	struct place *worst = places->at;
	size_t i;

	if (places->n < PLACES_MAX) {
		worst = &places->at[places->n++];
	} else {
		for (i = 1; i < places->n; i++)
			if (places->at[i].like < worst->like)
				worst = &places->at[i];
		if (worst->like >= like)
			return;
	}
	/* in the order of paragraphs */
	for (; worst + 1 < places->at + places->n; worst++)
		*worst = worst[1];
	memset(worst, 0, sizeof(*worst));
	worst->para = para;
	worst->like = like;
	worst->lead = lead;
}

/* The likeness kept of the last paragraph, NULL when it is another's. */
static struct place *kept_of(struct places *places, size_t para)
{
	struct place *last = places->n ? &places->at[places->n - 1] : NULL;

	return last && last->para == para ? last : NULL;
}

/* A lead in other words, where those of the form say less. */
static void look_at_topics(struct placer *p, size_t para)
{
	size_t lead = SIZE_MAX, i;

	if (para >= p->text->body && para < p->text->foot)
		lead = topics_look(p->topics, p->text, para);
	for (i = 0; lead != SIZE_MAX && i < p->topics->n_touched; i++) {
		size_t n = p->topics->touched[i];
		struct place *kept = kept_of(&p->places[n], para);
		double like = topics_like(p->topics, n);

		if (like < TOPIC_MIN || (kept && kept->like >= like))
			continue;
		if (kept && kept->like < LIKE_TOLD)
			kept->lead = lead;
		if (kept)
			kept->like = like;
		else
			keep(&p->places[n], para, like, lead);
	}
}

/* A word that the form has too stands for itself: "THCS". */
static bool may_be_short(const struct placer *p, const struct token *t)
{
	return t->kind == TOKEN_WORD && t->n >= PAIRS_SHORT_MIN &&
	       t->n <= PAIRS_SHORT_MAX &&
	       !pairs_find(p->pairs, pairs_key(0, t->hash));
}

/* "Thực hiện Thông tư số 09/2021/TT-BGDĐT". */
static void look_at_cited(struct placer *p, size_t para, size_t lead)
{
	const struct wml_para *text = &p->text->wml->paras.at[para];
	size_t from = p->text->first[para], n;
	struct place *kept;

	/* lines of one paragraph say more than its title does */
	if (p->pairs->cites.n == 0 || lead - from > CITED_LEAD_MAX ||
	    (p->flows && !anchor_is_heading(p->text, para)) ||
	    memchr(text->text, '\n', text->size))
		return;
	n = pairs_cited(p->pairs, p->text, para, from, lead);
	if (n == SIZE_MAX)
		return;
	kept = kept_of(&p->places[n], para);
	if (!kept)
		keep(&p->places[n], para, LIKE_CITED, 0);
	else if (kept->like < LIKE_CITED)
		kept->like = LIKE_CITED;
}

/* "Phương án 2: ...": one of several that an answer names; a question only
 * where the form counts too. */
static bool is_counted(const struct placer *p, size_t para, size_t from,
		       size_t to)
{
	const struct token *t = p->text->tokens.at;

	return to > from + 1 && to - from <= COUNTED_MAX &&
	       t[to - 1].kind == TOKEN_NUMBER && t[to - 1].n <= 2 &&
	       t[to - 2].kind == TOKEN_WORD &&
	       anchor_has_sign(p->text, para, to - 1, ":");
}

/* What a paragraph is likest. */
struct likest {
	double like;
	bool is_long;	/* it asks for a long answer */
	size_t asks;	/* ... like it, SIZE_MAX for none */
	bool is_joined; /* and so is one in other words */
};

/* Two questions that share no word. */
static bool are_apart(const struct placer *p, size_t one, size_t other)
{
	const struct block *x = &p->page->blocks.at[one];
	const struct block *y = &p->page->blocks.at[other];
	size_t i;

	for (i = x->item; i < x->item + x->n_items; i++)
		if (p->page->items.at[i].kind == ITEM_WORD &&
		    anchor_asks_word(p->page, y, &p->page->items.at[i].word))
			return false;
	return true;
}

static void find_best(struct placer *p, const size_t *blocks, size_t n,
		      size_t para, struct likest *best)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct place *kept = kept_of(&p->places[blocks[i]], para);
		bool is_long = topics_is_long(p->topics, blocks[i]);

		if (kept && is_long && kept->like >= LIKE_JOINED) {
			if (best->asks == SIZE_MAX)
				best->asks = blocks[i];
			else
				best->is_joined |= are_apart(p, best->asks,
							     blocks[i]);
		}
		if (!kept || kept->like <= best->like)
			continue;
		best->like = kept->like;
		best->is_long = is_long;
	}
}

/* A lead of an answer's own is less like every question. */
static void leave(struct placer *p, const size_t *blocks, size_t n, size_t para)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct places *places = &p->places[blocks[i]];

		if (kept_of(places, para) &&
		    topics_is_long(p->topics, blocks[i]))
			places->n--;
	}
}

static void leave_own_leads(struct placer *p, size_t para, bool is_one)
{
	size_t n = is_one ? 0 : p->topics->n_touched;
	struct likest best = {0, false, SIZE_MAX, false};

	if (!anchor_may_be_own(&p->below, p->text, para))
		return;
	find_best(p, p->touched, p->n_touched, para, &best);
	find_best(p, p->topics->touched, n, para, &best);
	/* below a title of two questions stand the two */
	if (!anchor_own_lead(&p->below, p->text, para, best.like,
			     best.is_long && !best.is_joined))
		return;
	leave(p, p->touched, p->n_touched, para);
	leave(p, p->topics->touched, n, para);
}

static void look_at(struct placer *p, size_t para)
{
	const struct token *tokens = p->text->tokens.at;
	size_t i, end = p->text->first[para + 1], lead = lead_end(p, para);
	size_t from = behind_number(p, para, lead);
	bool is_one = is_counted(p, para, from, lead);

	p->n_touched = 0;
	p->flows = flows_on(p, para);
	p->asks = -1;
	for (i = p->text->first[para]; i < end; i++) {
		meet(p, pairs_key(0, tokens[i].hash), para, false);
		if (may_be_short(p, &tokens[i]))
			meet(p, pairs_short_key(tokens[i].bare, tokens[i].n),
			     para, i < lead);
		if (i + 1 < end)
			meet(p, pairs_key(tokens[i].hash, tokens[i + 1].hash),
			     para, i + 1 < lead);
	}
	for (i = 0; i < p->n_touched; i++) {
		size_t n = p->touched[i];
		double like = likeness(p, n, para, from, lead);

		if (!topics_has_room(p->topics, p->text, n, para) ||
		    (is_one && topics_is_long(p->topics, n) &&
		     !counts(p, n, &tokens[lead - 1])))
			like /= 2;
		like *= topics_twin(p->topics, p->text, para, n);
		p->sum[n] = 0;
		p->lead[n] = 0;
		if (like >= LIKE_MIN || like == LIKE_END)
			keep(&p->places[n], para, like, 0);
	}
	if (!is_one)
		look_at_topics(p, para);
	look_at_cited(p, para, lead);
	leave_own_leads(p, para, is_one);
}

/* A question stands below a paragraph too; where, 0 when it does not. */
static size_t stands_below(const struct placer *p, size_t n, size_t para)
{
	size_t i;

	for (i = 0; i < p->places[n].n; i++) {
		const struct place *place = &p->places[n].at[i];

		if (place->para > para && place->para <= para + JOINED_REACH &&
		    place->like >= LIKE_JOINED)
			return place->para;
	}
	return 0;
}

static bool is_question_at(const struct placer *p, size_t n, size_t para)
{
	size_t i;

	if (!topics_is_long(p->topics, n))
		return false;
	for (i = 0; i < p->places[n].n; i++)
		if (p->places[n].at[i].para == para)
			return p->places[n].at[i].like >= LIKE_JOINED;
	return false;
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

/* "Phần 3. Khó khăn, vướng mắc và kiến nghị", and below it "Khó khăn, vướng
 * mắc:" and "Kiến nghị:": a title of two questions is neither's place. */
static void leave_joined(struct placer *p, size_t one)
{
	size_t i, other;

	if (!topics_is_long(p->topics, one))
		return;
	for (i = 0; i < p->places[one].n; i++) {
		size_t para = p->places[one].at[i].para;
		size_t below = stands_below(p, one, para), next;

		if (below == 0 || p->places[one].at[i].like < LIKE_JOINED)
			continue;
		for (other = one + 1; other < p->page->blocks.n; other++) {
			if (!is_question_at(p, other, para) ||
			    !are_apart(p, one, other))
				continue;
			next = stands_below(p, other, para);
			if (next == 0 || next == below)
				continue;
			lose(&p->places[one], para);
			lose(&p->places[other], para);
			i--;
			break;
		}
	}
}

static int place(struct placer *p)
{
	size_t n = p->page->blocks.n + 1, para;
	int code = VB_OK;

	p->seen = calloc(p->pairs->uses.n + 1, sizeof(*p->seen));
	p->sum = calloc(n, sizeof(*p->sum));
	p->lead = calloc(n, sizeof(*p->lead));
	p->touched = calloc(n, sizeof(*p->touched));
	p->places = calloc(n, sizeof(*p->places));
	if (p->seen && p->sum && p->lead && p->touched && p->places) {
		for (para = 0; para < p->text->wml->paras.n; para++)
			if (!p->text->is_apart[para])
				look_at(p, para);
		for (n = 0; n < p->page->blocks.n; n++)
			leave_joined(p, n);
		anchor_way(p->page, p->text, p->places);
		anchor_ranks(p->page, p->text, p->topics);
		anchor_twins(p->page, p->text, p->topics, p->places);
		anchor_strays(p->page, p->topics);
		anchor_only(p->page, p->text, p->topics);
	} else {
		code = err_set(p->err, VB_NOMEM, "out of memory");
	}
	free(p->seen);
	free(p->sum);
	free(p->lead);
	free(p->touched);
	free(p->places);
	return code;
}

bool anchor_is_placed(const struct anchor_page *page, size_t para)
{
	size_t i;

	for (i = 0; i < page->blocks.n; i++)
		if (page->blocks.at[i].is_placed &&
		    page->blocks.at[i].para == para)
			return true;
	return false;
}

int anchor_place_blocks(struct anchor_page *page,
			const struct anchor_text *text, struct topics *topics,
			const struct pairs *pairs, struct vb_error *err)
{
	struct placer p = {.page = page,
			   .text = text,
			   .topics = topics,
			   .pairs = pairs,
			   .err = err};
	struct pairs own = {.at = NULL};
	int code = VB_OK;

	if (!pairs && !pairs_read(&own, page))
		code = err_set(err, VB_NOMEM, "out of memory");
	if (!pairs)
		p.pairs = &own;
	if (code == VB_OK && p.pairs->uses.n > 0)
		code = place(&p);
	pairs_release(&own);
	return code;
}
