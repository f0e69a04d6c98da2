/*
 * anchor_topic.c - which block a lead asks for: of the lead's terms, rare ones
 * more than common ones, the share that the block has; and of the block's
 * shortest name the share that the lead has.
 */
#include "extract/anchor_topic.h"

#include "text/letters.h"

#include <stdlib.h>
#include <string.h>

/* A term of another block's name says less of a hint, or of the title above. */
#define WORTH_REST   0.9
#define WORTH_AROUND 0.5
#define TELLS_MIN    1.0
#define WORTH_JOINED 0.2
/* What the share of the name counts. */
#define SHARE_OF_NAME 0.4
/* A lead that has all of a name may say more. */
#define NAME_WHOLE   0.9
#define LEAD_OF_NAME 0.4
/* Of what is left to 1, for an answer of the kind that is asked for. */
#define WORTH_KIND 0.3
/* A heading right above others, or above lines that are led, has no answer of
 * its own. */
#define WORTH_ABOVE 0.6

enum {
	DASH_WORDS_MIN = 2,   /* and one more, before a dash */
	ANSWER_WORDS_MIN = 4, /* in a cell */
	CELLS_BEHIND_MAX = 2, /* more are a table's of figures */
	LABEL_WORDS_MAX = 3,  /* in cells before that of a lead: "Đang làm" */
	GROUP_WORDS_MAX = 12, /* ... that say what some rows are about */
	TEXT_WORDS_MAX = 12,
	FIGURE_WORDS_MAX = 8, /* of a line that a figure answers */
	HEADING_WORDS_MAX = 4 /* ... that has a number of its own */
};

/* The lines of a repeat that a line without blanks leads to, NULL for none. */
static const struct field *rows_of(const struct anchor_page *page,
				   const struct block *block)
{
	return block->kind == BLOCK_LINE &&
			       block + 1 < page->blocks.at + page->blocks.n &&
			       block[1].kind == BLOCK_ROWS
		       ? block[1].group
		       : NULL;
}

/* It has a blank for words, or leads to rows, and none for a figure. */
static bool is_asked(const struct anchor_page *page, const struct block *block)
{
	bool has_words = false;
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++) {
		const struct item *item = &page->items.at[i];

		if (item->kind == ITEM_WORD)
			continue;
		if (item->kind != ITEM_BLANK || beside_matters(item->field))
			return false;
		has_words = true;
	}
	return (has_words || rows_of(page, block)) && block->kind <= BLOCK_LINE;
}

/* The field that it asks for. */
static const struct field *asked_of(const struct anchor_page *page,
				    const struct block *block)
{
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++)
		if (page->items.at[i].kind != ITEM_WORD)
			return page->items.at[i].field;
	return rows_of(page, block);
}

static bool add_terms(struct topics *t, size_t block, const struct token *words,
		      size_t n, unsigned where)
{
	struct terms terms;
	size_t i, at, size;

	for (i = 0; n > 1 && i < 2 && where <= IN_LABEL; i++)
		t->blocks[block].words[where - 1][i] = words[i].hash;
	for (at = 0; at < n; at += size) {
		/* long titles by pieces that overlap by nothing: a pair lost
		 * in forty is no matter */
		size = n - at < TOPIC_WORDS_MAX ? n - at : TOPIC_WORDS_MAX;
		terms_of(&terms, &t->phrases, words + at, size);
		for (i = 0; i < terms.n; i++) {
			struct topic_use *use = vec_push(&t->uses);

			if (!use)
				return false;
			use->hash = terms.at[i].hash;
			use->base = terms.at[i].base;
			use->block = (uint32_t)block;
			use->where = where;
			if (i == 0 && at == 0 && where <= IN_LABEL)
				t->blocks[block].first[where - 1] = use->hash;
		}
	}
	return true;
}

bool topics_name(struct topics *t, size_t block, const char *text,
		 unsigned where)
{
	t->words.n = 0;
	return tokens_split(&t->words, text, strlen(text)) &&
	       add_terms(t, block, t->words.at, t->words.n, where);
}

static bool ends_clause(const struct item *item)
{
	size_t i;

	for (i = 0; i < item->tail_size; i++)
		if (strchr(":;.(", item->tail[i]))
			return true;
	return false;
}

/* The words before the first blank; hints apart. */
static bool add_words(struct topics *t, size_t n)
{
	const struct block *block = &t->page->blocks.at[n];
	const struct item *items = &t->page->items.at[block->item];
	unsigned where = IN_CLAUSE;
	size_t i, from = 0;

	t->words.n = 0;
	for (i = 0; i < block->n_items && items[i].kind == ITEM_WORD; i++) {
		struct token *word = vec_push(&t->words);
		bool is_last = i + 1 == block->n_items ||
			       items[i + 1].kind != ITEM_WORD ||
			       items[i + 1].is_optional != items[i].is_optional;

		if (!word)
			return false;
		*word = items[i].word;
		if (!is_last && (where != IN_CLAUSE ||
				 !ends_clause(&items[i]) || t->words.n < 3))
			continue;
		if (!add_terms(t, n, t->words.at + from, t->words.n - from,
			       items[i].is_optional ? IN_HINT : where))
			return false;
		where = IN_REST;
		from = t->words.n;
	}
	return true;
}

bool topics_is_only(const struct block *block)
{
	const struct node *node = block->node;

	return node && node->parent && node->parent->kind == NODE_SECTION &&
	       node->parent->first == node && !node->next;
}

static bool add_block(struct topics *t, size_t n)
{
	const struct block *block = &t->page->blocks.at[n];
	const struct field *field = asked_of(t->page, block);
	const struct node *node = block->node;

	if (!add_words(t, n))
		return false;
	t->blocks[n].type = field->type;
	/* a row may say what the label of all rows does */
	if (field->type != FIELD_REPEAT &&
	    !topics_name(t, n, field->label, IN_LABEL))
		return false;
	if (node && node->parent && node->parent->kind == NODE_SECTION &&
	    node->parent->text &&
	    (block->kind == BLOCK_LINE || topics_is_only(block)))
		return topics_name(t, n, node->parent->text,
				   block->kind != BLOCK_LINE ? IN_ABOVE
				   : topics_is_only(block)   ? IN_REST
							     : IN_PARENT);
	return true;
}

static int by_term(const void *a, const void *b)
{
	const struct topic_use *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->block > y->block) - (x->block < y->block);
}

/* One use for each block. */
static void merge_uses(struct topics *t)
{
	size_t i, n = 0;

	qsort(t->uses.at, t->uses.n, sizeof(*t->uses.at), by_term);
	for (i = 0; i < t->uses.n; i++) {
		struct topic_use *last = n ? &t->uses.at[n - 1] : NULL;

		if (last && last->hash == t->uses.at[i].hash &&
		    last->block == t->uses.at[i].block)
			last->where |= t->uses.at[i].where;
		else
			t->uses.at[n++] = t->uses.at[i];
	}
	t->uses.n = n;
}

void topics_uses(const struct topics *t, uint64_t hash, size_t *from,
		 size_t *to)
{
	size_t low = 0, high = t->uses.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (t->uses.at[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	*from = low;
	while (low < t->uses.n && t->uses.at[low].hash == hash)
		low++;
	*to = low;
}

double topics_worth(const struct topics *t, double base, size_t from, size_t to)
{
	size_t n = 0;

	for (; from < to; from++)
		n += (t->uses.at[from].where & IN_NAME) != 0;
	return n ? base * 3 / (2 + (double)n) : base;
}

static void weigh(struct topics *t)
{
	size_t from, to, i;

	for (from = 0; from < t->uses.n; from = to) {
		double tells;

		topics_uses(t, t->uses.at[from].hash, &from, &to);
		tells = topics_worth(t, t->uses.at[from].base, from, to);
		for (i = from; i < to; i++) {
			struct topic *b = &t->blocks[t->uses.at[i].block];

			b->clause += t->uses.at[i].where & IN_CLAUSE ? tells
								     : 0;
			b->label += t->uses.at[i].where & IN_LABEL ? tells : 0;
		}
	}
}

bool topics_begin(struct topics *t, size_t n, const struct topics *from)
{
	t->blocks = calloc(n + 1, sizeof(*t->blocks));
	t->touched = calloc(n + 1, sizeof(*t->touched));
	t->near = calloc(n + 1, sizeof(*t->near));
	t->is_lent = from != NULL;
	if (from)
		t->phrases = from->phrases;
	return t->blocks && t->touched && t->near &&
	       (from || phrases_read(&t->phrases));
}

void topics_end(struct topics *t)
{
	if (t->uses.n)
		merge_uses(t);
	weigh(t);
}

static uint64_t hash_of(const struct anchor_page *page,
			const struct block *block)
{
	uint64_t hash = 1469598103934665603u; /* FNV-1a, 64 bits */
	size_t i;

	for (i = block->item; i < block->item + block->n_items; i++)
		hash = (hash ^ (page->items.at[i].kind == ITEM_WORD
					? page->items.at[i].word.hash
					: 1)) *
		       1099511628211u;
	return hash;
}

/* Long questions of the same words. */
static void link_twins(struct topics *t, size_t n)
{
	struct topic *block = &t->blocks[n], *other;
	size_t i = n;

	block->all = hash_of(t->page, &t->page->blocks.at[n]);
	while (i-- > 0) {
		other = &t->blocks[i];
		if (other->all != block->all)
			continue;
		block->twin = other->twin ? other->twin : i + 1;
		other->twin = n + 1;
		return;
	}
}

bool topics_read(struct topics *t, const struct anchor_page *page)
{
	size_t i;

	t->page = page;
	if (!topics_begin(t, page->blocks.n, NULL))
		return false;
	for (i = 0; i < page->blocks.n; i++) {
		if (!is_asked(page, &page->blocks.at[i]))
			continue;
		if (!add_block(t, i))
			return false;
		if (topics_is_long(t, i))
			link_twins(t, i);
	}
	topics_end(t);
	return true;
}

bool topics_share(struct topics *t, const struct topics *from,
		  const struct anchor_page *page)
{
	size_t n = from->page->blocks.n + 1;

	if (page->blocks.n != from->page->blocks.n)
		return topics_read(t, page);
	*t = (struct topics){.page = from->page, .is_shared = true};
	t->phrases = from->phrases;
	t->uses = from->uses;
	t->blocks = calloc(n, sizeof(*t->blocks));
	t->touched = calloc(n, sizeof(*t->touched));
	t->near = calloc(n, sizeof(*t->near));
	if (!t->blocks || !t->touched || !t->near)
		return false;
	memcpy(t->blocks, from->blocks, n * sizeof(*t->blocks));
	return true;
}

void topics_release(struct topics *t)
{
	if (!t->is_shared && !t->is_lent)
		phrases_release(&t->phrases);
	if (!t->is_shared)
		vec_release(&t->uses);
	vec_release(&t->words);
	free(t->blocks);
	free(t->touched);
	free(t->near);
}

/* ---- leads --------------------------------------------------------------- */

/* "2.1.3. Học liệu số: 72 học liệu được tổ chuyên môn duyệt." */
static bool is_sentence(const struct anchor_text *text, size_t para)
{
	char last = anchor_last_sign(&text->wml->paras.at[para], 0);

	return last && strchr(".;", last);
}

/* A heading that another follows: what it asks for is told behind its colon, or
 * nowhere. */
static bool is_alone(const struct anchor_text *text, size_t para)
{
	size_t next = para + 1;

	while (next < text->wml->paras.n &&
	       text->first[next] == text->first[next + 1])
		next++;
	return next < text->wml->paras.n && anchor_is_heading(text, next);
}

/* A figure, and not the number of a document or a day, nor one in words. */
static bool is_figure(const struct anchor_text *text, size_t para, size_t i)
{
	const char *at = text->wml->paras.at[para].text;
	bool is_long = anchor_is_heading(text, para) && is_sentence(text, para);

	return i < text->first[para + 1] &&
	       text->tokens.at[i].kind == TOKEN_NUMBER &&
	       text_is_digit(at[text->tokens.at[i].start]) &&
	       !anchor_has_sign(text, para, i, "/") &&
	       text->first[para + 1] - i <=
		       (is_long ? HEADING_WORDS_MAX : FIGURE_WORDS_MAX);
}

/* A sentence goes on behind a colon in small letters. */
static bool goes_on(const struct anchor_text *text, size_t para, size_t i)
{
	const struct wml_para *p = &text->wml->paras.at[para];

	return i < text->first[para + 1] &&
	       letter_is_small_at(p->text, p->size, text->tokens.at[i].start);
}

/* The first words of a row, alone in their cell, with another one behind. */
static bool is_row_head(const struct anchor_text *text, size_t para)
{
	const struct wml_para *paras = text->wml->paras.at, *p = &paras[para];
	bool has_group = false;
	size_t i;

	if (p->depth == 0 || para + 1 >= text->wml->paras.n ||
	    paras[para + 1].depth != p->depth ||
	    paras[para + 1].table != p->table ||
	    paras[para + 1].row != p->row || paras[para + 1].cell == p->cell)
		return false;
	for (i = para; i-- > 0 && paras[i].depth == p->depth &&
		       paras[i].table == p->table && paras[i].row == p->row;)
		if (paras[i].cell == p->cell || para - i > COLUMNS_MAX ||
		    text->first[i + 1] - text->first[i] > GROUP_WORDS_MAX)
			return false;
		else if (text->first[i + 1] - text->first[i] > LABEL_WORDS_MAX)
			has_group = true;
	/* "1. Điều kiện | Máy tính học Tin học | 45 máy, đủ cho ..." */
	return !has_group || text->first[para + 2] - text->first[para + 1] >=
				     ANSWER_WORDS_MIN;
}

static bool is_column_head(const struct anchor_text *text, size_t para)
{
	size_t first, end;

	return anchor_below(text, para, &first, &end);
}

/* One of a list, with another behind it: they are answers, or each asks behind
 * its colon. */
static bool is_item(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para], *next = p + 1;

	return p->num_id && para + 1 < text->wml->paras.n &&
	       p->num_id == next->num_id && p->num_level == next->num_level &&
	       p->cell == next->cell;
}

/* "*Kho học liệu.* Có 96 bài.": the bold words in front end at a token. */
static bool is_bold_end(const struct anchor_text *text, size_t para,
			size_t token)
{
	const struct token *t = &text->tokens.at[token];
	size_t size = anchor_bold_size(&text->wml->paras.at[para]);

	return token + 1 < text->first[para + 1] && t->start < size &&
	       t[1].start >= size;
}

/* A question, a soft break, and its answer: what is behind the break begins a
 * line of its own. */
static bool is_line_end(const struct anchor_text *text, size_t para,
			size_t token)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	const struct token *t = &text->tokens.at[token];
	size_t at = t->start + t->size;

	while (at < p->size && p->text[at] == ' ')
		at++;
	return token > text->first[para] && token + 1 < text->first[para + 1] &&
	       p->text[at] == '\n' &&
	       letter_is_capital_at(p->text, p->size, t[1].start);
}

/* The words before a colon, a dash or a soft break, or in bold letters, or all
 * of a paragraph that is no sentence. */
static size_t lead_end(const struct anchor_text *text, size_t para)
{
	size_t first = text->first[para], end = text->first[para + 1], i;
	const struct wml_para *p = &text->wml->paras.at[para];
	bool has_words = false, has_lines = memchr(p->text, '\n', p->size);
	bool is_head = is_row_head(text, para) || is_column_head(text, para);
	bool is_title = end > first && end - first <= TOPIC_WORDS_MAX &&
			(anchor_has_sign(text, para, end - 1, ":") || is_head);
	/* "Phòng máy tính." in bold letters */
	bool is_stopped = is_title ||
			  (anchor_is_heading(text, para) && anchor_is_bold(p));

	for (i = first; i < end && i < first + TOPIC_WORDS_MAX; i++) {
		has_words = has_words || text->tokens.at[i].kind == TOKEN_WORD;
		if (!is_title && (anchor_has_sign(text, para, i, ":") ||
				  (i >= first + DASH_WORDS_MIN &&
				   anchor_has_dash(text, para, i))))
			return is_figure(text, para, i + 1) ? SIZE_MAX : i + 1;
		if (anchor_has_sign(text, para, i, ".") &&
		    is_bold_end(text, para, i))
			return i + 1;
		if (has_lines && is_line_end(text, para, i))
			return i + 1;
		/* a leader is left behind the colon: "Khó khăn: ......" */
		if (anchor_has_sign(text, para, i, ".;!?") &&
		    !(is_stopped && i + 1 == end))
			return SIZE_MAX;
	}
	/* a cell is a lead only for what stands beside it */
	return has_words && i == end && (p->depth == 0 || is_head) &&
			       (is_title || !is_item(text, para))
		       ? end
		       : SIZE_MAX;
}

static void meet(struct topics *t, const struct term *term, double *whole)
{
	size_t from, to, i;
	double tells;

	topics_uses(t, term->hash, &from, &to);
	if (from == to) {
		/* two words of the form side by side are nothing new */
		topics_uses(t, term->last, &from, &to);
		*whole += from < to ? WORTH_JOINED : term->base;
		return;
	}
	tells = topics_worth(t, term->base, from, to);
	*whole += tells;
	for (i = from; i < to; i++) {
		const struct topic_use *use = &t->uses.at[i];
		struct topic *b = &t->blocks[use->block];

		if (!b->is_touched)
			t->touched[t->n_touched++] = use->block;
		b->is_touched = true;
		b->is_begun = b->is_begun || use->hash == b->first[0] ||
			      use->hash == b->first[1];
		b->is_told = b->is_told || (tells >= term->base &&
					    use->where & (IN_NAME | IN_ABOVE));
		/* a syllable alone names nothing: "Số:" */
		b->is_named = b->is_named || term->base >= TELLS_MIN;
		b->sum += use->where & (IN_CLAUSE | IN_LABEL) ? tells
			  : use->where & (IN_REST | IN_ABOVE)
				  ? WORTH_REST * tells
				  : WORTH_AROUND * tells;
		b->in_clause += use->where & IN_CLAUSE ? tells : 0;
		b->in_label += use->where & IN_LABEL ? tells : 0;
	}
}

static double larger(double a, double b)
{
	return a > b ? a : b;
}

/* The lead begins with the words of the block. */
static bool begins_alike(const struct topic *b, const struct token *words,
			 size_t n)
{
	size_t i;

	for (i = 0; i < 2 && n > 1; i++)
		if (b->words[i][0] == words[0].hash &&
		    b->words[i][1] == words[1].hash)
			return true;
	return false;
}

static void judge(struct topic *b, double whole, bool is_begun)
{
	double clause = b->clause > 0 ? b->in_clause / b->clause : 0;
	double label = b->label > 0 ? b->in_label / b->label : 0;
	double name = larger(clause, label);
	double lead = whole > 0 ? b->sum / whole : 0;

	if (is_begun)
		lead += (1 - lead) / 2;
	b->like = 0;
	/* a word from the middle that others have too names nothing */
	if (b->is_named && (b->is_begun || b->is_told || is_begun))
		b->like = lead * (1 - SHARE_OF_NAME + SHARE_OF_NAME * name);
	/* the whole name, and to whom */
	if (b->is_begun && name >= NAME_WHOLE && lead >= LEAD_OF_NAME)
		b->like = larger(b->like, name * (1 - SHARE_OF_NAME +
						  SHARE_OF_NAME * lead));
	b->is_touched = b->is_begun = b->is_told = b->is_named = false;
	b->sum = b->in_clause = b->in_label = 0;
}

bool topics_is_long(const struct topics *t, size_t block)
{
	return t->blocks[block].type == FIELD_LONGTEXT;
}

/* Cells behind that of a paragraph, as far as they matter. */
static size_t cells_behind(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = text->wml->paras.at, *row = &p[para];
	size_t n = 0, i = text->cell_end[para];

	for (;
	     i < text->wml->paras.n && n <= CELLS_BEHIND_MAX &&
	     p[i].depth > 0 && p[i].table == row->table && p[i].row == row->row;
	     i = text->cell_end[i])
		n += p[i].cell != p[i - 1].cell;
	return n;
}

/* "Không có.", "Chưa triển khai": nothing is an answer too. */
static bool answers_none(const struct anchor_text *text, size_t para)
{
	const struct token *t = &text->tokens.at[text->first[para]];
	const struct wml_para *p = &text->wml->paras.at[para];

	if (!letter_is_capital_at(p->text, p->size, t->start) ||
	    !(token_is(t, "khong") || token_is(t, "chua")))
		return false;
	/* it counts nothing already (anchor_none.c) */
	return t->kind == TOKEN_NUMBER || token_spells(t, p->text, "không") ||
	       token_spells(t, p->text, "chưa");
}

bool topics_has_room(const struct topics *t, const struct anchor_text *text,
		     size_t block, size_t para)
{
	const struct wml_para *paras = text->wml->paras.at;
	size_t i = para + 1, first, end;
	bool is_blank = false;

	if (!topics_is_long(t, block) || paras[para].depth == 0 ||
	    is_column_head(text, para) ||
	    anchor_row_below(text, para, &first, &end))
		return true;
	for (; i < text->wml->paras.n && paras[i].depth > 0 &&
	       paras[i].table == paras[para].table &&
	       paras[i].row == paras[para].row;
	     i++) {
		if (text->first[i + 1] > text->first[i])
			return (text->first[i + 1] - text->first[i] >=
					ANSWER_WORDS_MIN ||
				answers_none(text, i)) &&
			       cells_behind(text, i) <= CELLS_BEHIND_MAX;
		/* dots: it was left blank */
		is_blank |= paras[i].size > 0;
	}
	return is_blank;
}

/* Lines of its own are led: "- Đầu năm: ...", "- Cuối năm: ...". */
static bool is_above(const struct anchor_text *text, size_t para)
{
	const struct wml_para *next = &text->wml->paras.at[para + 1];

	if (para + 1 >= text->wml->paras.n || next->depth > 0)
		return false;
	if (anchor_is_heading(text, para) &&
	    lead_end(text, para + 1) == text->first[para + 2])
		return true;
	return (anchor_is_heading(text, para + 1) &&
		lead_end(text, para + 1) != SIZE_MAX) ||
	       (anchor_bullet_size(next) > 0 &&
		anchor_has_lead(text, para + 1));
}

/* "12/KH-THCS", "05/9/2022": a stroke behind a number, and what follows. */
static bool has_stroke(const struct anchor_text *text, size_t from, size_t to,
		       enum token_kind kind)
{
	const struct token *t = text->tokens.at;
	size_t i;

	for (i = from; i + 1 < to; i++)
		if (t[i].kind == TOKEN_NUMBER && t[i + 1].kind == kind &&
		    t[i + 1].start == t[i].start + t[i].size + 1)
			return true;
	return false;
}

/* What stands behind the lead is of the kind that is asked for. */
static double kind_of(const struct anchor_text *text, size_t para, size_t end,
		      enum field_type type)
{
	size_t to = text->first[para + 1];
	bool is_kind;

	if (type != FIELD_DOCREF && type != FIELD_DATE)
		return 0;
	if (end == to && para + 1 < text->wml->paras.n)
		to = text->first[para + 2];
	is_kind = has_stroke(text, end, to,
			     type == FIELD_DATE ? TOKEN_NUMBER : TOKEN_WORD);
	return is_kind ? WORTH_KIND : -1;
}

/* Below a heading a short text is a short paragraph. */
static bool is_too_long(const struct anchor_text *text, size_t para,
			enum field_type type)
{
	size_t next = para + 1;

	return type == FIELD_TEXT && text->wml->paras.at[para].depth == 0 &&
	       next < text->wml->paras.n &&
	       text->first[next + 1] - text->first[next] > TEXT_WORDS_MAX;
}

/* "LMS: dùng Google Classroom" before "Học liệu: 95 tài liệu": a list of leads,
 * marked alike. */
static bool is_listed(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = text->wml->paras.at;
	size_t size = anchor_bullet_size(&p[para]), i;

	if (anchor_is_heading(text, para))
		return false;
	for (i = para > 0 ? para - 1 : 1;
	     i <= para + 1 && i < text->wml->paras.n; i += 2)
		if (p[i].depth == p[para].depth &&
		    anchor_bullet_size(&p[i]) == size &&
		    p[i].num_id == p[para].num_id && anchor_has_lead(text, i))
			return true;
	return false;
}

/* How much an answer is to be looked for behind the lead: 0..1. */
static double room(const struct topics *t, const struct anchor_text *text,
		   size_t para, size_t end, size_t block)
{
	bool is_all = end == text->first[para + 1];

	if (topics_is_long(t, block) && goes_on(text, para, end) &&
	    !(anchor_is_heading(text, para) &&
	      (is_sentence(text, para) || is_alone(text, para))) &&
	    !(is_listed(text, para) &&
	      !anchor_has_sign(text, para, end - 1, "(._")))
		return 0;
	if (is_all && (!topics_has_room(t, text, block, para) ||
		       is_too_long(text, para, t->blocks[block].type)))
		return 0;
	return is_all && is_above(text, para) ? WORTH_ABOVE : 1;
}

/* What the last lead was like says nothing of the next. */
static void forget(struct topics *t)
{
	while (t->n_touched > 0)
		t->blocks[t->touched[--t->n_touched]].like = 0;
}

void topics_hear(struct topics *t, const struct token *words, size_t n)
{
	struct terms terms;
	double whole = 0;
	size_t i;

	if (n > TOPIC_WORDS_MAX)
		n = TOPIC_WORDS_MAX;
	forget(t);
	terms_of(&terms, &t->phrases, words, n);
	for (i = 0; i < terms.n; i++)
		meet(t, &terms.at[i], &whole);
	for (i = 0; i < t->n_touched; i++) {
		struct topic *b = &t->blocks[t->touched[i]];

		judge(b, whole, begins_alike(b, words, n));
	}
}

size_t topics_look(struct topics *t, const struct anchor_text *text,
		   size_t para)
{
	size_t end = lead_end(text, para), i;

	forget(t);
	if (end == SIZE_MAX)
		return end;
	topics_hear(t, &text->tokens.at[text->first[para]],
		    end - text->first[para]);
	topics_look_around(t, text, para);
	for (i = 0; i < t->n_touched; i++) {
		struct topic *b = &t->blocks[t->touched[i]];
		double kind = kind_of(text, para, end, b->type);

		b->like = kind < 0 ? b->like / 2
				   : b->like + (1 - b->like) * kind;
		b->like *= room(t, text, para, end, t->touched[i]);
	}
	return end;
}

double topics_like(const struct topics *t, size_t block)
{
	return t->blocks[block].like;
}
