/*
 * anchor_choice.c - choices of a table of the form that the document has as a
 * list, or as a table of its own: a lead that names one, and behind it the
 * words of an option, or a tick below them.
 */
#include "extract/anchor_topic.h"
#include "extract/index.h"

#include "util/err.h"

#include <stdlib.h>
#include <string.h>

enum {
	CHOICES_MAX = 64,     /* looked for */
	SPOTS_MAX = 256,      /* options found behind a lead */
	COLUMN_HEADS_MAX = 8, /* columns of options */
	ABOVE_MAX = 6,	      /* paragraphs above a verdict */
	HEAD_ROWS = 3,	      /* of a table, that may name them */
	GOAL_WORDS_MIN = 8
};

#define LIKE_MIN    0.5
#define MARGIN_MIN  0.1
#define SURE_MOST   0.9
#define SURE_EITHER 0.4

/* A choice, and the text that the form asks for below it. */
struct asked {
	const struct field *field, *note;
	size_t spot;
	double like;
};

/* An option behind a lead. */
struct spot {
	size_t para;
	size_t from, to;       /* tokens */
	size_t next;	       /* the paragraph of a note, SIZE_MAX none */
	size_t note, note_end; /* tokens of it */
	size_t head; /* over a tick; SIZE_MAX: the words stand there */
	double like[CHOICES_MAX];
	bool is_taken;
};

/* The columns of a table whose heads are options, two and more of a row. */
struct heads {
	unsigned table, row;
	size_t n;
	struct {
		unsigned column;
		size_t para;
	} at[COLUMN_HEADS_MAX];
};

struct chooser {
	struct anchorer *a;
	struct heads heads; /* of the table in hand */
	struct topics topics;
	struct asked asked[CHOICES_MAX];
	size_t n;
	size_t verdict; /* the paragraph of the last */
	struct {
		VEC(struct spot);
	} spots;
};

static int no_memory(const struct chooser *c)
{
	return err_set(c->a->err, VB_NOMEM, "out of memory");
}

/* ---- the form ------------------------------------------------------------ */

static const struct node *find_field(const struct node *from,
				     enum field_type type)
{
	const struct node *n, *found = NULL;

	for (n = from; n && !found; n = n->next)
		found = n->kind == NODE_FIELD && n->field->type == type
				? n
				: find_field(n->first, type);
	return found;
}

/* The words of the cells beside. */
static bool name_by_words(struct chooser *c, size_t i, const struct node *from)
{
	const struct node *n;

	for (n = from; n; n = n->next)
		if ((n->kind == NODE_TEXT &&
		     !topics_name(&c->topics, i, n->text, IN_REST)) ||
		    !name_by_words(c, i, n->first))
			return false;
	return true;
}

static bool wants(const struct chooser *c, const struct field *field)
{
	size_t slot = anchor_slot(c->a, field, -1);

	return !field->group && !c->a->is_seen[slot] && !c->a->has_marks[slot];
}

static void add_row(struct chooser *c, const struct node *row)
{
	const struct node *cell;

	for (cell = row->first; cell && c->n < CHOICES_MAX; cell = cell->next) {
		const struct node *choice = find_field(cell->first,
						       FIELD_CHOICE);
		const struct node *note = find_field(cell->first, FIELD_TEXT);

		if (!choice || !wants(c, choice->field))
			continue;
		c->asked[c->n].field = choice->field;
		c->asked[c->n].note = note ? note->field : NULL;
		c->asked[c->n].spot = SIZE_MAX;
		c->n++;
	}
}

/* Recursion is bounded by FORM_DEPTH_MAX. */
static void add_rows(struct chooser *c, const struct node *from)
{
	const struct node *n;

	for (n = from; n; n = n->next) {
		if (n->kind == NODE_ROW)
			add_row(c, n);
		else
			add_rows(c, n->first);
	}
}

static const struct node *row_of(const struct node *from,
				 const struct field *field)
{
	const struct node *n, *found = NULL;
	const struct node *choice;

	for (n = from; n && !found; n = n->next) {
		choice = n->kind == NODE_ROW
				 ? find_field(n->first, FIELD_CHOICE)
				 : NULL;
		found = choice && choice->field == field
				? n
				: row_of(n->first, field);
	}
	return found;
}

static int name_choices(struct chooser *c)
{
	const struct node *root = c->a->ex->form->root, *row;
	size_t i;

	if (!topics_begin(&c->topics, c->n, &c->a->index->topics))
		return no_memory(c);
	for (i = 0; i < c->n; i++) {
		const struct field *field = c->asked[i].field;

		row = row_of(root, field);
		if (!topics_name(&c->topics, i, field->label, IN_LABEL) ||
		    (row && !name_by_words(c, i, row->first)))
			return no_memory(c);
	}
	topics_end(&c->topics);
	return VB_OK;
}

/* ---- the document -------------------------------------------------------- */

/* The paragraph with the words of the next cell of a row that has some. */
static size_t next_cell(const struct anchor_text *text, size_t para)
{
	const struct wml_para *paras = text->wml->paras.at;
	size_t i = text->cell_end[para];

	for (; i < text->wml->paras.n && paras[i].depth > 0 &&
	       paras[i].table == paras[para].table &&
	       paras[i].row == paras[para].row;
	     i = text->cell_end[i])
		if (paras[i].cell != paras[para].cell)
			return i;
	return SIZE_MAX;
}

/* A note on the option: below it in its cell, or in the next one. */
static size_t note_of(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = text->wml->paras.at;
	size_t next = para + 1;

	if (p[para].depth > 0 && next < text->wml->paras.n &&
	    p[next].depth == p[para].depth && p[next].table == p[para].table &&
	    p[next].cell == p[para].cell &&
	    text->first[next] < text->first[next + 1])
		return next;
	return next_cell(text, para);
}

static void note_at(struct spot *spot, const struct anchor_text *text,
		    size_t para)
{
	spot->next = para;
	if (para == SIZE_MAX)
		return;
	spot->note = text->first[para];
	spot->note_end = text->first[para + 1];
}

/* Where a note on the option stands. */
static void find_note(struct spot *spot, const struct anchor_text *text)
{
	bool is_behind = spot->to < text->first[spot->para + 1];

	note_at(spot, text, is_behind ? spot->para : note_of(text, spot->para));
	if (is_behind)
		spot->note = spot->to;
}

/* A spot behind the lead in hand, NULL out of memory. */
static struct spot *add_spot(struct chooser *c)
{
	struct spot *spot = vec_push(&c->spots);
	size_t i;

	if (spot)
		spot->head = SIZE_MAX;
	for (i = 0; spot && i < c->topics.n_touched; i++) {
		size_t n = c->topics.touched[i];

		spot->like[n] = topics_like(&c->topics, n);
	}
	return spot;
}

/* The option that the words of a paragraph from a token on are. */
static int look_at(struct chooser *c, size_t para, size_t from, bool *is_found)
{
	const struct anchor_text *text = &c->a->text;
	size_t to = text->first[para + 1], used = 0;
	const struct field_option *option;
	struct spot *spot;

	*is_found = false;
	if (!choice_begins(&option, c->asked[0].field, &text->tokens.at[from],
			   to - from, &used))
		return no_memory(c);
	if (!option || c->spots.n >= SPOTS_MAX ||
	    !anchor_option_ends(text, para, from + used))
		return VB_OK;
	spot = add_spot(c);
	if (!spot)
		return no_memory(c);
	*is_found = true;
	spot->para = para;
	spot->from = from;
	spot->to = from + used;
	find_note(spot, text);
	return VB_OK;
}

/* Behind a lead that ends at a token: the rest of its paragraph, or a cell. */
static int look_behind(struct chooser *c, size_t para, size_t lead)
{
	const struct anchor_text *text = &c->a->text;
	bool is_found = false;
	int code = VB_OK;

	if (lead < text->first[para + 1])
		code = look_at(c, para, lead, &is_found);
	for (para = next_cell(text, para);
	     para != SIZE_MAX && !is_found && code == VB_OK;
	     para = next_cell(text, para))
		code = look_at(c, para, text->first[para], &is_found);
	return code;
}

/* In the cells before: "Kết quả" may stand before "Mục tiêu"; its note is then
 * behind. */
static int look_before(struct chooser *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	const struct wml_para *paras = text->wml->paras.at;
	size_t i = para, n = c->spots.n;
	bool is_found = false;
	int code = VB_OK;

	while (i-- > 0 && !is_found && code == VB_OK && paras[i].depth > 0 &&
	       paras[i].table == paras[para].table &&
	       paras[i].row == paras[para].row)
		if (paras[i].cell != paras[para].cell &&
		    text->first[i] < text->first[i + 1])
			code = look_at(c, i, text->first[i], &is_found);
	if (n < c->spots.n && c->spots.at[n].next == para)
		note_at(&c->spots.at[n], text, next_cell(text, para));
	return code;
}

/* ---- ticks --------------------------------------------------------------- */

/* "Đạt | Không đạt | Đang thực hiện" in the first rows. */
static int hear_head(struct chooser *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t from = text->first[para], n = text->first[para + 1] - from, used;
	const struct field_option *option;
	struct heads *heads = &c->heads;

	if (p->table != heads->table) {
		heads->table = p->table;
		heads->n = 0;
	}
	if (p->depth == 0 || p->row > HEAD_ROWS || n == 0 ||
	    heads->n == COLUMN_HEADS_MAX)
		return VB_OK;
	if (!choice_begins(&option, c->asked[0].field, &text->tokens.at[from],
			   n, &used))
		return no_memory(c);
	if (!option || used < n)
		return VB_OK;
	/* "Đạt" alone in a row is an answer */
	if (heads->n > 0 && heads->row != p->row) {
		if (heads->n > 1)
			return VB_OK;
		heads->n = 0;
	}
	heads->row = p->row;
	heads->at[heads->n].column = p->column;
	heads->at[heads->n++].para = para;
	return VB_OK;
}

/* The head over a cell, SIZE_MAX for none. */
static size_t head_of(const struct heads *heads, const struct wml_para *p)
{
	size_t i;

	for (i = 0; i < heads->n && heads->n > 1; i++)
		if (p->table == heads->table && p->row > heads->row &&
		    p->column == heads->at[i].column)
			return heads->at[i].para;
	return SIZE_MAX;
}

/* "x" that a person sees, or a box. */
static bool is_tick(const struct anchor_text *text, size_t para)
{
	const struct wml_para *p = &text->wml->paras.at[para];
	size_t first = text->first[para], n = text->first[para + 1] - first;

	return (n == 1 && token_is(&text->tokens.at[first], "x")) ||
	       (n == 0 && value_box(p->text, p->size) == VALUE_TICKED);
}

/* The one tick of the row behind a lead. */
static int look_ticks(struct chooser *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	const struct wml_para *paras = text->wml->paras.at;
	size_t i, head, ticked = SIZE_MAX, tick = SIZE_MAX;
	struct spot *spot;

	for (i = next_cell(text, para); i != SIZE_MAX; i = next_cell(text, i)) {
		head = head_of(&c->heads, &paras[i]);
		if (head == SIZE_MAX || !is_tick(text, i))
			continue;
		if (tick != SIZE_MAX)
			return VB_OK;
		ticked = head;
		tick = i;
	}
	if (tick == SIZE_MAX || c->spots.n >= SPOTS_MAX)
		return VB_OK;
	spot = add_spot(c);
	if (!spot)
		return no_memory(c);
	spot->para = tick;
	spot->head = ticked;
	spot->next = SIZE_MAX;
	return VB_OK;
}

/* A row that begins with a goal and no name: "50% học sinh có đủ điều kiện
 * tham gia ...". The words it begins with lead to what stands beside it. */
static size_t look_goal(struct chooser *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	size_t first = text->first[para], n = text->first[para + 1] - first;
	const struct wml_para *p = &text->wml->paras.at[para];

	if (p->depth == 0 || n < GOAL_WORDS_MIN ||
	    next_cell(text, para) == SIZE_MAX)
		return SIZE_MAX;
	topics_hear(&c->topics, &text->tokens.at[first], n);
	return text->first[para + 1];
}

/* "Kết quả", "Đánh giá": what leads a verdict in on what stands above. */
static bool is_verdict(const struct token *t, size_t n)
{
	static const char *const words[][2] = {{"ket", "qua"},
					       {"danh", "gia"},
					       {"tinh", "trang"},
					       {"muc", "do"},
					       {"trang", "thai"}};
	static const char *const more[][2] = {
		{"thuc", "hien"}, {"dat", "duoc"}, {"hoan", "thanh"}};

	return (n == 2 ||
		(n == 4 &&
		 token_is_pair_among(&t[2], more,
				     sizeof(more) / sizeof(more[0])))) &&
	       token_is_pair_among(t, words, sizeof(words) / sizeof(words[0]));
}

/* What the paragraphs above a verdict say is what it is on. */
static void hear_above(struct chooser *c, struct spot *spot)
{
	const struct anchor_text *text = &c->a->text;
	size_t para = spot->para, i, k;

	for (k = 0; k < ABOVE_MAX && para-- > text->body; k++) {
		size_t first = text->first[para];

		if (para == c->verdict)
			break;
		topics_hear(&c->topics, &text->tokens.at[first],
			    text->first[para + 1] - first);
		for (i = 0; i < c->topics.n_touched; i++) {
			size_t n = c->topics.touched[i];
			double like = topics_like(&c->topics, n);

			if (like > spot->like[n])
				spot->like[n] = like;
		}
	}
	c->verdict = spot->para;
}

/* A goal and in brackets, or behind a colon, at its end how far it is: "Kho
 * học liệu (đang thực hiện)", "Kho học liệu. Kết quả: Đạt". */
static int look_end(struct chooser *c, size_t para)
{
	const struct anchor_text *text = &c->a->text;
	size_t first = text->first[para], i;
	const struct token *t = text->tokens.at;
	bool is_found = false;
	int code = VB_OK;

	for (i = text->first[para + 1]; i-- > first + 1 && !is_found;) {
		if (!anchor_has_sign(text, para, i - 1, "(:"))
			continue;
		topics_hear(&c->topics, &t[first], i - first);
		code = look_at(c, para, i, &is_found);
		if (code != VB_OK)
			return code;
	}
	return code;
}

/* Behind a lead, in the cells of its row or at its end. */
static int look_around(struct chooser *c, size_t para, size_t lead)
{
	size_t n = c->spots.n;
	int code = VB_OK;

	/* what the row says beside its tick is a remark */
	if (lead != SIZE_MAX)
		code = look_ticks(c, para);
	if (code == VB_OK && c->spots.n == n && lead != SIZE_MAX)
		code = look_behind(c, para, lead);
	if (code == VB_OK && c->spots.n == n && lead != SIZE_MAX &&
	    c->a->text.wml->paras.at[para].depth > 0)
		code = look_before(c, para);
	if (code == VB_OK && c->spots.n == n)
		code = look_end(c, para);
	return code;
}

static int find_spots(struct chooser *c)
{
	const struct anchor_text *text = &c->a->text;
	int code = VB_OK;
	size_t para;

	for (para = text->body; para < text->foot && code == VB_OK; para++) {
		size_t lead = topics_look(&c->topics, text, para);
		size_t n = c->spots.n, first = text->first[para];

		if (lead == SIZE_MAX)
			lead = look_goal(c, para);
		code = hear_head(c, para);
		if (code == VB_OK)
			code = look_around(c, para, lead);
		if (code == VB_OK && c->spots.n > n &&
		    c->spots.at[n].para == para &&
		    c->spots.at[n].head == SIZE_MAX &&
		    is_verdict(&text->tokens.at[first],
			       c->spots.at[n].from - first))
			hear_above(c, &c->spots.at[n]);
	}
	return code;
}

/* ---- which is which ------------------------------------------------------ */

/* The best pair of those that are left; false when none is like enough. */
static bool take_best(struct chooser *c)
{
	struct asked *best = NULL;
	size_t i, k, spot = 0;
	double like = LIKE_MIN;

	for (i = 0; i < c->n; i++)
		for (k = 0; k < c->spots.n && c->asked[i].spot == SIZE_MAX; k++)
			if (!c->spots.at[k].is_taken &&
			    c->spots.at[k].like[i] >= like) {
				/* the first in order, where two are alike */
				if (best && c->spots.at[k].like[i] == like)
					continue;
				best = &c->asked[i];
				spot = k;
				like = c->spots.at[k].like[i];
			}
	if (!best)
		return false;
	best->spot = spot;
	best->like = like;
	c->spots.at[spot].is_taken = true;
	return true;
}

/* How much less another choice, not better placed, is like the spot. */
static double margin(const struct chooser *c, size_t n)
{
	const struct spot *spot = &c->spots.at[c->asked[n].spot];
	double rival = 0;
	size_t i;

	for (i = 0; i < c->n; i++)
		if (i != n && spot->like[i] > rival &&
		    (c->asked[i].spot == SIZE_MAX ||
		     c->asked[i].like < spot->like[i]))
			rival = spot->like[i];
	return c->asked[n].like - rival;
}

static int see(struct chooser *c, const struct sighting *model, size_t para,
	       size_t start, size_t end)
{
	struct wml_mark mark = {.kind = WML_BOOKMARK,
				.name = "",
				.first = para,
				.last = para,
				.start = start,
				.end = end};

	mark.alias = mark.xpath = "";
	return anchor_see(c->a, model, &mark);
}

static int see_words(struct chooser *c, const struct sighting *model,
		     size_t para, size_t from, size_t to)
{
	const struct token *t = c->a->text.tokens.at;

	return see(c, model, para, t[from].start,
		   t[to - 1].start + t[to - 1].size);
}

/* The option of the field that the head over a tick says. */
static int take_tick(struct chooser *c, struct sighting *s,
		     const struct spot *spot)
{
	const struct anchor_text *text = &c->a->text;
	size_t from = text->first[spot->head], used;
	const struct field_option *option;

	if (!choice_begins(&option, s->field, &text->tokens.at[from],
			   text->first[spot->head + 1] - from, &used))
		return no_memory(c);
	if (!option)
		return VB_OK;
	s->ticked = option->token;
	return see(c, s, spot->para, 0, text->wml->paras.at[spot->para].size);
}

static int take(struct chooser *c, size_t n)
{
	const struct asked *asked = &c->asked[n];
	const struct spot *spot = &c->spots.at[asked->spot];
	struct sighting s = {
		.field = asked->field, .level = -1, .method = VB_BY_ANCHOR};
	int code;

	s.sure = SURE_MOST * (margin(c, n) < MARGIN_MIN ? SURE_EITHER : 1);
	if (spot->head != SIZE_MAX)
		return take_tick(c, &s, spot);
	code = see_words(c, &s, spot->para, spot->from, spot->to);
	s.field = asked->note;
	if (code == VB_OK && asked->note && wants(c, asked->note) &&
	    spot->next != SIZE_MAX && spot->note < spot->note_end)
		code = see_words(c, &s, spot->next, spot->note, spot->note_end);
	return code;
}

int anchor_choices(struct anchorer *a)
{
	struct chooser *c = calloc(1, sizeof(*c));
	int code = VB_OK;
	size_t i;

	if (!c)
		return err_set(a->err, VB_NOMEM, "out of memory");
	c->a = a;
	c->verdict = SIZE_MAX;
	add_rows(c, a->ex->form->root);
	if (c->n) {
		code = name_choices(c);
		if (code == VB_OK)
			code = find_spots(c);
	}
	while (code == VB_OK && take_best(c))
		;
	for (i = 0; i < c->n && code == VB_OK; i++)
		if (c->asked[i].spot != SIZE_MAX)
			code = take(c, i);
	topics_release(&c->topics);
	vec_release(&c->spots);
	free(c);
	return code;
}
