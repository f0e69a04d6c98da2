/*
 * anchor_up.c - a line of a long answer that was taken for its question: the
 * question itself stands above, in words that are much more like the form's,
 * and nobody else answers it.
 *
 *	- Số liệu thống kê:
 *	+ Số liệu kỳ cuối năm: 99,1% học sinh hoàn thành chương trình.
 *	+ Học sinh nữ chiếm 48,7%.
 */
#include "extract/anchor_topic.h"

#include "text/letters.h"
#include "text/span.h"

#include <string.h>

enum {
	REACH_MAX = 12, /* paragraphs above */
	PART_WORDS_MAX = 8
};

/* Of what asks, and how much more it is like than what was taken. */
#define LIKE_MIN	 0.7
#define LIKE_MIN_HEADING 0.6
#define LIKE_MARGIN	 0.3
#define PART_MARGIN	 0.1
/* Of another question that stands between. */
#define OTHERS_MIN 0.6
/* Of what would be the answer's, words of the question: it is asked again. */
#define ASKED_MOST 0.75

struct climber {
	const struct anchorer *a;
	const struct field *field;
	size_t block;
	struct wml_mark *mark;
	bool is_part;  /* what was taken is one of several */
	bool is_prose; /* what stands above the answer asks nothing */
};

static double like_of(const struct climber *c, size_t from, size_t to)
{
	size_t n = to - from;

	topics_hear(c->a->topics, &c->a->text.tokens.at[from],
		    n < TOPIC_WORDS_MAX ? n : TOPIC_WORDS_MAX);
	return topics_like(c->a->topics, c->block);
}

/* How like what was heard last is to another question, of other words. */
static double like_of_others(const struct climber *c)
{
	const struct topics *t = c->a->topics;
	double most = 0;
	size_t i;

	for (i = 0; i < t->n_touched; i++) {
		size_t n = t->touched[i];

		if (n != c->block &&
		    t->blocks[n].all != t->blocks[c->block].all &&
		    topics_like(t, n) > most)
			most = topics_like(t, n);
	}
	return most;
}

/* Another long answer stands in the paragraph. */
static bool is_taken(const struct climber *c, size_t para)
{
	const struct extractor *ex = c->a->ex;
	size_t i;

	for (i = 0; i < ex->sightings.n; i++) {
		const struct sighting *s = &ex->sightings.at[i];

		if (s->story == 0 && s->field != c->field &&
		    s->field->type == FIELD_LONGTEXT &&
		    s->mark->first <= para && para <= s->mark->last &&
		    (s->mark->first < s->mark->last ||
		     s->mark->start < s->mark->end))
			return true;
	}
	return false;
}

/* The token behind the words that ask in a paragraph, SIZE_MAX for none. */
static size_t asks(const struct climber *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	size_t lead = topics_look(c->a->topics, text, para);

	if (lead == SIZE_MAX && anchor_is_heading(text, para))
		lead = text->first[para + 1];
	return lead;
}

/* "(Các văn bản chỉ đạo, điều hành)", "Trả lời:": what stands between is no
 * answer. */
static bool is_asked_again(const struct climber *c, size_t from)
{
	static const char *const REPLY[] = {"tra", "loi"};
	const struct anchorer *a = c->a;
	const struct token *t = a->text.tokens.at;
	size_t to = anchor_first_token(&a->text, c->mark), i;
	size_t words = 0;

	if (from >= to)
		return true;
	for (i = from; i < to; i++)
		words += t[i].kind == TOKEN_WORD;
	return (to == from + 2 && token_is_pair(&t[from], REPLY)) ||
	       (words > 3 &&
		(double)anchor_asked_words(
			&a->page, &a->page.blocks.at[c->block], &t[from],
			to - from) >= ASKED_MOST * (double)words);
}

/* A line of the paragraph ends behind one of the tokens. */
static bool has_line_end(const struct climber *c, size_t para, size_t from,
			 size_t to)
{
	for (; from + 1 < to; from++)
		if (anchor_has_sign(&c->a->text, para, from, "\n"))
			return true;
	return false;
}

/* How a paragraph is marked: by Word, by a bullet, by a letter or a number. */
static unsigned kind_of_mark(const struct wml_para *p)
{
	if (p->num_id)
		return (unsigned)p->num_id << 8 | (unsigned)p->num_level;
	if (p->size > 1 && strchr(".)/-", p->text[1]) && p->text[1])
		return text_is_digit(p->text[0]) ? '1' : 'a';
	return anchor_bullet_size(p) ? (unsigned char)p->text[0] : 0;
}

/* "a) Thuận lợi", and below it "b) Khó khăn": parts of the answer. */
static bool is_part(const struct climber *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	const struct wml_para *p = text->wml->paras.at;
	size_t i, lead;

	for (i = para + 1; i <= c->mark->last; i++) {
		if (p[i].cell != p[para].cell ||
		    kind_of_mark(&p[i]) != kind_of_mark(&p[para]))
			continue;
		lead = asks(c, i);
		if (lead != SIZE_MAX && lead - text->first[i] <= PART_WORDS_MAX)
			return true;
	}
	return false;
}

/* "Nhà trường trân trọng đề nghị:" */
static bool leads_on(const struct climber *c, size_t para)
{
	const struct wml_para *p = &c->a->text.wml->paras.at[para];

	return anchor_last_sign(p, 0) == ':' && !text_is_digit(p->text[0]) &&
	       !letter_is_small_at(p->text, p->size, 0);
}

/* "- Chưa mua LMS.", "- Lộ trình: ...": one line of a list whose first asks
 * nothing. */
static bool is_behind_item(const struct climber *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	const struct wml_para *p = &text->wml->paras.at[para];

	return para > text->body + 1 && kind_of_mark(p) != 0 &&
	       kind_of_mark(&p[-1]) == kind_of_mark(p) &&
	       p[-1].cell == p->cell && anchor_is_heading(text, para - 2) &&
	       asks(c, para - 1) == SIZE_MAX;
}

/* How like the question is what stands above the answer, or before it in its
 * line, and was taken for it. */
static double like_now(struct climber *c, size_t from)
{
	const struct anchor_text *text = &c->a->text;
	size_t para = c->mark->first, first = text->first[para], lead;

	if (from > first) {
		while (first + 1 < from && has_line_end(c, para, first, from))
			first++;
		return like_of(c, first, from) +
		       (is_behind_item(c, para) ? PART_MARGIN : LIKE_MARGIN);
	}
	while (para > text->body && text->first[para - 1] == first)
		para--;
	if (para == text->body)
		return 1;
	lead = asks(c, --para);
	c->is_prose = lead == SIZE_MAX;
	if (c->is_prose)
		return 0;
	c->is_part = is_part(c, para);
	if (!c->is_part && !leads_on(c, para))
		return 1;
	return like_of(c, text->first[para], lead) +
	       (c->is_part ? 0 : PART_MARGIN);
}

/* A heading asks, whatever else it says. */
static double least_of(const struct climber *c, size_t para)
{
	return anchor_is_heading(&c->a->text, para) ? LIKE_MIN_HEADING
						    : LIKE_MIN;
}

static void climb(struct climber *c)
{
	const struct anchor_text *text = &c->a->text;
	const struct wml_para *p = text->wml->paras.at;
	size_t from = anchor_first_token(text, c->mark), para = c->mark->first;
	size_t k, lead, best = SIZE_MAX, best_lead = 0;
	double least, like, other;

	least = like_now(c, from);
	for (k = 0; k < REACH_MAX && para-- > text->body; k++) {
		if (p[para].cell != p[c->mark->first].cell || is_taken(c, para))
			break;
		lead = text->first[para] < text->first[para + 1] ? asks(c, para)
								 : SIZE_MAX;
		if (lead == SIZE_MAX)
			continue;
		like = like_of(c, text->first[para], lead);
		other = like_of_others(c);
		if (other > like && other >= OTHERS_MIN)
			break;
		if (like <= least || like <= least_of(c, para) ||
		    other > like || (c->is_prose && other >= like))
			continue;
		least = like;
		best = para;
		best_lead = lead;
	}
	if (best == SIZE_MAX || (!c->is_part && is_asked_again(c, best_lead)))
		return;
	c->mark->first = best;
	c->mark->start = p[best].size;
	if (best_lead < text->first[best + 1]) {
		c->mark->start = text->tokens.at[best_lead].start;
		return;
	}
	c->mark->first = best + 1;
	c->mark->start = 0;
}

void anchor_climb(struct anchorer *a, const struct field *field,
		  const struct block *block, struct wml_mark *mark)
{
	struct climber c = {.a = a, .field = field, .mark = mark};

	c.block = (size_t)(block - a->page.blocks.at);
	climb(&c);
}
