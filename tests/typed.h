/*
 * typed.h - a report as somebody types it: the form's page with answers in
 * it, as paragraphs and cells without any mark, in the habits of a hand.
 */
#ifndef TYPED_H
#define TYPED_H

#include "form/show.h"
#include "gen.h"
#include "util/buf.h"

#include <stdlib.h>

enum levels_style {
	LEVELS_LABEL, /* Mầm non: 12; Tiểu học: 20 */
	LEVELS_SHORT, /* MN: 12; TH: 20 */
	LEVELS_UNIT,  /* Mầm non 12 CSGD, Tiểu học 20 CSGD */
	LEVELS_NONE
};
enum leader_style {
	LEADER_GONE,
	LEADER_BEFORE, /* ....45 */
	LEADER_BOTH    /* ..45.. */
};
enum number_style {
	NUMBER_OFFICIAL, /* 1.234 and 85,5 */
	NUMBER_PLAIN,	 /* 1234 and 85,5 */
	NUMBER_SPACED,	 /* 1 234 */
	NUMBER_ENGLISH	 /* 85.5 */
};

/* Habits. */
struct hand {
	bool types_numbers; /* "1." before titles, by hand */
	bool keeps_hints;
	bool drops_units;
	bool is_tight;	      /* no space around a figure */
	bool gives_fractions; /* 45/60 for a count that has a rate behind */
	bool has_no_letterhead;
	bool long_in_line; /* a long answer begins in the line of its title */
	enum levels_style levels;
	enum leader_style leader;
	enum number_style number;
	bool adds_column, moves_column, adds_row;
};

struct typed_value {
	const struct field *field;
	int level;
	unsigned row;
	size_t start, size; /* bytes of the paragraph */
};

enum typed_kind {
	TYPED_PARA,
	TYPED_TABLE,
	TYPED_ROW,
	TYPED_CELL,
	TYPED_TABLE_END
};

struct typed_para {
	enum typed_kind kind;
	struct buf text;
	unsigned colspan, rowspan;
	unsigned section; /* counts sections of the first level, 0 before */
	bool is_title, is_line, is_long;
	bool is_gone;
	struct {
		VEC(struct typed_value);
	} values;
};

struct typed {
	const struct vb_form *form;
	const struct vb_answers *answers;
	struct hand hand;
	struct gen dice;
	struct {
		VEC(struct typed_para);
	} paras;
	unsigned section, depth;
	unsigned row; /* of a repeat, 0 outside */
	const struct answer_group *group;
};

static struct typed_para *typed_last(struct typed *t)
{
	return &t->paras.at[t->paras.n - 1];
}

static struct typed_para *typed_open(struct typed *t, enum typed_kind kind)
{
	struct typed_para *para = vec_push(&t->paras);

	if (!para)
		abort();
	para->kind = kind;
	para->section = t->section;
	return para;
}

static void typed_add(struct typed *t, const char *text)
{
	buf_adds(&typed_last(t)->text, text);
}

static const struct answer *typed_answer(const struct typed *t,
					 const struct field *field, int level)
{
	const struct answer_group *group = field->group ? t->group
							: &t->answers->top;

	return group ? answers_find(group, field->id,
				    level < 0 ? "" : t->form->levels[level].id)
		     : NULL;
}

static void typed_number(struct typed *t, struct buf *out,
			 const struct answer *answer)
{
	size_t from = out->size, i;

	show_value(out, answer, answer->field, false);
	if (t->hand.number == NUMBER_OFFICIAL)
		return;
	for (i = from; i < out->size; i++) {
		if (out->data[i] == '.' && t->hand.number == NUMBER_SPACED)
			out->data[i] = ' ';
		else if (out->data[i] == '.') {
			memmove(out->data + i, out->data + i + 1,
				out->size - i - 1);
			out->size--;
		} else if (out->data[i] == ',' &&
			   t->hand.number == NUMBER_ENGLISH) {
			out->data[i] = '.';
		}
	}
}

static bool typed_is_figure(const struct field *field)
{
	return field->type == FIELD_COUNT || field->type == FIELD_PERCENT ||
	       field->type == FIELD_NUMBER;
}

/* The value, or what is left of the blank. */
static void typed_value(struct typed *t, const struct field *field, int level)
{
	const struct answer *answer = typed_answer(t, field, level);
	struct typed_para *para = typed_last(t);
	struct typed_value *value;
	size_t from;

	if (!answer || answer->kind == VALUE_EMPTY) {
		buf_adds(&para->text, "......");
		return;
	}
	if (typed_is_figure(field) && t->hand.leader != LEADER_GONE)
		buf_adds(&para->text, "...");
	from = para->text.size;
	if (typed_is_figure(field))
		typed_number(t, &para->text, answer);
	else
		show_value(&para->text, answer, field, false);
	value = vec_push(&para->values);
	if (!value)
		abort();
	value->field = field;
	value->level = level;
	value->row = t->row;
	value->start = from;
	value->size = para->text.size - from;
	if (t->hand.gives_fractions && field->type == FIELD_COUNT &&
	    !field->levels)
		buf_addf(&para->text, "/%u", 30000 + gen_below(&t->dice, 9000));
	if (typed_is_figure(field) && t->hand.leader == LEADER_BOTH)
		buf_adds(&para->text, "...");
}

static const char *typed_initials(const struct form_level *level, char *out)
{
	size_t i;

	for (i = 0; level->id[i] && i < 7; i++)
		out[i] = (char)(level->id[i] >= 'a' && level->id[i] <= 'z'
					? level->id[i] - 32
					: level->id[i]);
	out[i] = '\0';
	return out;
}

static void typed_levels(struct typed *t, const struct field *field)
{
	const char *between = "";
	char name[8];
	size_t i;

	for (i = 0; i < t->form->n_levels; i++) {
		const struct form_level *level = &t->form->levels[i];

		if (!field_has_level(field, (int)i) ||
		    t->hand.levels == LEVELS_NONE)
			continue;
		typed_add(t, between);
		typed_add(t, t->hand.levels == LEVELS_SHORT
				     ? typed_initials(level, name)
				     : level->label);
		typed_add(t, t->hand.levels == LEVELS_UNIT ? " " : ": ");
		typed_value(t, field, (int)i);
		if (t->hand.levels == LEVELS_UNIT && field->unit) {
			typed_add(t, " ");
			typed_add(t, field->unit);
		}
		between = t->hand.levels == LEVELS_UNIT ? ", " : "; ";
	}
}

/* The words behind a blank, when they begin with its unit and the hand leaves
 * units out. */
static const char *typed_without_unit(const struct typed *t,
				      const struct node *text)
{
	const struct node *before = text->parent->first;
	const char *words = text->text;
	size_t n;

	while (before != text && before->next != text)
		before = before->next;
	if (!t->hand.drops_units || before->kind != NODE_FIELD ||
	    !before->field->unit)
		return words;
	n = strlen(before->field->unit);
	if (words[0] == ' ' && strncmp(words + 1, before->field->unit, n) == 0)
		return words + 1 + n;
	return words;
}

static void typed_inline(struct typed *t, const struct node *from);

static void typed_node(struct typed *t, const struct node *n)
{
	const char *words;

	switch ((int)n->kind) {
	case NODE_TEXT:
		words = typed_without_unit(t, n);
		if (t->hand.is_tight && words[0] == ' ' &&
		    typed_last(t)->text.size)
			words++;
		typed_add(t, words);
		while (t->hand.is_tight && typed_last(t)->text.size > 1 &&
		       typed_last(t)->text.data[typed_last(t)->text.size - 1] ==
			       ' ' &&
		       typed_last(t)->text.data[typed_last(t)->text.size - 2] ==
			       ':')
			typed_last(t)->text.size--;
		break;
	case NODE_FIELD:
		typed_value(t, n->field, -1);
		break;
	case NODE_BREAKDOWN:
		typed_levels(t, n->field);
		break;
	case NODE_HINT:
		if (t->hand.keeps_hints)
			typed_inline(t, n->first);
		break;
	case NODE_SPAN:
	case NODE_LINK:
		typed_inline(t, n->first);
		break;
	default:
		break;
	}
}

static void typed_inline(struct typed *t, const struct node *from)
{
	const struct node *n;

	for (n = from; n; n = n->next)
		typed_node(t, n);
}

/* ---- blocks ---------------------------------------------------------------
 */

static void typed_mark(struct typed *t, const struct node *node)
{
	char ordinal[16], text[40];

	if (node->mark == MARK_DASH || node->mark == MARK_PLUS) {
		typed_add(t, node->mark == MARK_DASH ? "- " : "+ ");
		return;
	}
	if (node->mark == MARK_NONE || !t->hand.types_numbers)
		return;
	mark_ordinal(ordinal, node->mark, node->ordinal);
	if (node->mark == MARK_DECIMAL && node->parent &&
	    node->parent->kind == NODE_SECTION)
		snprintf(text, sizeof(text), "%u.%u. ", node->parent->ordinal,
			 node->ordinal);
	else
		snprintf(text, sizeof(text), "%s%s%s",
			 node->mark == MARK_PAREN ? "(" : "", ordinal,
			 node->mark == MARK_LETTER || node->mark == MARK_PAREN
				 ? ") "
				 : ". ");
	typed_add(t, text);
}

/* A long answer: a paragraph for each of its own. */
static void typed_long(struct typed *t, const struct field *field, bool in_line)
{
	const struct answer *answer = typed_answer(t, field, -1);
	size_t i;

	if (!answer || answer->kind != VALUE_PARAS) {
		if (!in_line)
			typed_open(t, TYPED_PARA);
		typed_add(t, "........................................");
		return;
	}
	for (i = 0; i < answer->n_paras; i++) {
		struct typed_para *para;
		struct typed_value *value;

		if (i > 0 || !in_line)
			typed_open(t, TYPED_PARA);
		para = typed_last(t);
		value = vec_push(&para->values);
		if (!value)
			abort();
		value->field = field;
		value->level = -1;
		value->row = t->row;
		value->start = para->text.size;
		buf_add(&para->text, answer->paras[i].spans->text,
			answer->paras[i].spans->size);
		value->size = para->text.size - value->start;
		para->is_long = para->is_long || i > 0 || !in_line;
	}
}

static void typed_line(struct typed *t, const struct node *line)
{
	const struct node *n;

	typed_open(t, TYPED_PARA)->is_line = true;
	typed_mark(t, line);
	for (n = line->first; n; n = n->next) {
		if (n->kind == NODE_FIELD && n->field->type == FIELD_LONGTEXT)
			typed_long(t, n->field, true);
		else
			typed_node(t, n);
	}
}

static void typed_blocks(struct typed *t, const struct node *parent);

static void typed_section(struct typed *t, const struct node *section)
{
	const struct node *n = section->first;

	if (t->depth == 0)
		t->section++;
	typed_open(t, TYPED_PARA)->is_title = true;
	typed_mark(t, section);
	typed_add(t, section->text ? section->text : "");
	if (n && n->kind == NODE_HINT && t->hand.keeps_hints) {
		typed_add(t, " ");
		typed_inline(t, n->first);
	}
	if (t->hand.long_in_line && n) {
		const struct node *next = n->kind == NODE_HINT ? n->next : n;

		if (next && next->kind == NODE_FIELD &&
		    next->field->type == FIELD_LONGTEXT)
			typed_add(t, ":");
	}
	t->depth++;
	typed_blocks(t, section);
	t->depth--;
}

static void typed_cell(struct typed *t, const struct node *cell)
{
	struct typed_para *para = typed_open(t, TYPED_CELL);
	const struct node *n;

	para->colspan = cell->colspan;
	para->rowspan = cell->rowspan;
	if (!cell->first || cell->first->kind != NODE_LINE) {
		typed_open(t, TYPED_PARA);
		for (n = cell->first; n; n = n->next) {
			if (n->kind == NODE_FIELD &&
			    n->field->type == FIELD_LONGTEXT)
				typed_long(t, n->field, true);
			else
				typed_node(t, n);
		}
		return;
	}
	for (n = cell->first; n; n = n->next)
		typed_line(t, n);
}

static void typed_plain_cell(struct typed *t, const char *text)
{
	struct typed_para *para = typed_open(t, TYPED_CELL);

	para->colspan = para->rowspan = 1;
	typed_open(t, TYPED_PARA);
	typed_add(t, text);
}

static void typed_row(struct typed *t, const struct node *row, bool is_header)
{
	const struct node *cell;

	typed_open(t, TYPED_ROW);
	for (cell = row->first; cell; cell = cell->next)
		typed_cell(t, cell);
	if (t->hand.adds_column)
		typed_plain_cell(t, is_header && !row->parent->parent->parent
					    ? ""
				    : is_header ? "Ghi chú"
						: "");
}

static void typed_rows(struct typed *t, const struct node *parent,
		       bool is_header)
{
	const struct node *n;
	unsigned columns;

	for (n = parent->first; n; n = n->next) {
		if (n->kind == NODE_ROW) {
			typed_row(t, n, is_header);
		} else if (n->kind == NODE_HEADER) {
			typed_rows(t, n, true);
			if (!t->hand.adds_row)
				continue;
			typed_open(t, TYPED_ROW);
			columns = parent->n_columns + t->hand.adds_column;
			while (columns-- > 0)
				typed_plain_cell(t, columns ? "" : "(x)");
		} else if (n->kind == NODE_REPEAT) {
			const struct answer *rows = answers_find(
				&t->answers->top, n->field->id, "");
			size_t i;

			for (i = 0; rows && i < rows->n_rows; i++) {
				t->group = &rows->rows[i];
				t->row = (unsigned)i + 1;
				typed_rows(t, n, false);
			}
			t->group = NULL;
			t->row = 0;
		}
	}
}

static void typed_repeat(struct typed *t, const struct node *repeat)
{
	const struct answer *rows = answers_find(&t->answers->top,
						 repeat->field->id, "");
	size_t i;

	for (i = 0; rows && i < rows->n_rows; i++) {
		t->group = &rows->rows[i];
		t->row = (unsigned)i + 1;
		typed_blocks(t, repeat);
	}
	t->group = NULL;
	t->row = 0;
}

static void typed_block(struct typed *t, const struct node *n)
{
	switch ((int)n->kind) {
	case NODE_SECTION:
		typed_section(t, n);
		break;
	case NODE_LINE:
		typed_line(t, n);
		break;
	case NODE_FIELD:
		if (n->field->type == FIELD_LONGTEXT) {
			typed_long(t, n->field,
				   t->hand.long_in_line &&
					   typed_last(t)->is_title);
		} else {
			typed_open(t, TYPED_PARA);
			typed_value(t, n->field, -1);
		}
		break;
	case NODE_TABLE:
		typed_open(t, TYPED_TABLE)->colspan = n->n_columns +
						      t->hand.adds_column;
		typed_rows(t, n, false);
		typed_open(t, TYPED_TABLE_END);
		break;
	case NODE_REPEAT:
		typed_repeat(t, n);
		break;
	case NODE_BODY:
	case NODE_ANNEX:
		typed_blocks(t, n);
		break;
	default:
		break;
	}
}

static void typed_blocks(struct typed *t, const struct node *parent)
{
	const struct node *n;

	for (n = parent->first; n; n = n->next)
		typed_block(t, n);
}

static void typed_plain(struct typed *t, const char *text)
{
	typed_open(t, TYPED_PARA);
	typed_add(t, text);
}

/* A letterhead of tabs, and the title of a report. */
static void typed_head(struct typed *t)
{
	if (t->hand.has_no_letterhead)
		return;
	typed_plain(t, "UBND QUẬN MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	typed_plain(t,
		    "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\tĐộc lập - Tự do - Hạnh phúc");
	typed_plain(t, "Số: 123/BC-PGDĐT\tMẫu, ngày 05 tháng 6 năm 2023");
	typed_plain(t, "BÁO CÁO");
	typed_plain(t, t->form->title);
	typed_plain(t, "Kính gửi: Sở Giáo dục và Đào tạo");
}

static void typed_foot(struct typed *t)
{
	if (t->hand.has_no_letterhead)
		return;
	typed_plain(t,
		    "Trên đây là báo cáo của đơn vị, kính gửi Sở tổng hợp./.");
	typed_plain(t, "Nơi nhận:\tTRƯỞNG PHÒNG");
	typed_plain(t, "- Như trên;");
	typed_plain(t, "- Lưu: VT.\tNguyễn Văn A");
}

__attribute__((unused)) static void typed_make(struct typed *t,
					       const struct vb_form *form,
					       const struct vb_answers *answers,
					       const struct hand *hand,
					       uint64_t seed)
{
	memset(t, 0, sizeof(*t));
	t->form = form;
	t->answers = answers;
	t->hand = *hand;
	t->dice.state = seed;
	typed_head(t);
	typed_blocks(t, form->root);
	typed_foot(t);
}

static void typed_free(struct typed *t)
{
	size_t i;

	for (i = 0; i < t->paras.n; i++) {
		buf_release(&t->paras.at[i].text);
		vec_release(&t->paras.at[i].values);
	}
	vec_release(&t->paras);
}

#endif
