/*
 * damage.h - what happens to a report between two offices: habits of the hand
 * that typed it, changes of its paragraphs, and what editors do to its XML.
 */
#ifndef DAMAGE_H
#define DAMAGE_H

#include "typed.h"

#include "opc/opc.h"
#include "text/norm.h"
#include "text/utf8.h"

/* How the XML is written. */
struct paper {
	bool splits_runs;  /* every few letters a run of its own */
	bool tracks;	   /* values inserted, leaders deleted, tracked */
	bool has_note;	   /* a footnote mark right behind some figures */
	bool decomposes;   /* NFD */
	bool in_boxes;	   /* the letterhead in a text box */
	bool in_table;	   /* the letterhead in a table */
	bool lists;	   /* numbers computed by Word */
	bool hides;	   /* hidden words beside figures */
	bool breaks_lines; /* of a PDF: a paragraph each */
};

struct damage {
	const char *name;
	void (*hand)(struct hand *hand);
	void (*page)(struct typed *t);
	void (*paper)(struct paper *paper);
};

/* ---- hands ----------------------------------------------------------------
 */

static void hand_numbers(struct hand *h)
{
	h->types_numbers = true;
}
static void hand_hints(struct hand *h)
{
	h->keeps_hints = true;
}
static void hand_units(struct hand *h)
{
	h->drops_units = true;
}
static void hand_tight(struct hand *h)
{
	h->is_tight = true;
}
static void hand_fractions(struct hand *h)
{
	h->gives_fractions = true;
}
static void hand_short_levels(struct hand *h)
{
	h->levels = LEVELS_SHORT;
}
static void hand_unit_levels(struct hand *h)
{
	h->levels = LEVELS_UNIT;
}
static void hand_no_levels(struct hand *h)
{
	h->levels = LEVELS_NONE;
}
static void hand_leader_before(struct hand *h)
{
	h->leader = LEADER_BEFORE;
}
static void hand_leader_both(struct hand *h)
{
	h->leader = LEADER_BOTH;
}
static void hand_plain_numbers(struct hand *h)
{
	h->number = NUMBER_PLAIN;
}
static void hand_spaced_numbers(struct hand *h)
{
	h->number = NUMBER_SPACED;
}
static void hand_english_rates(struct hand *h)
{
	h->number = NUMBER_ENGLISH;
}
static void hand_no_head(struct hand *h)
{
	h->has_no_letterhead = true;
}
static void hand_in_line(struct hand *h)
{
	h->long_in_line = true;
}
static void hand_column(struct hand *h)
{
	h->adds_column = true;
}
static void hand_row(struct hand *h)
{
	h->adds_row = true;
}

/* ---- pages ----------------------------------------------------------------
 */

/* True inside a table, by counting marks up to `n`. */
static bool damage_in_table(const struct typed *t, size_t n)
{
	int depth = 0;
	size_t i;

	for (i = 0; i <= n; i++)
		depth += (t->paras.at[i].kind == TYPED_TABLE) -
			 (t->paras.at[i].kind == TYPED_TABLE_END);
	return depth > 0;
}

/* The words of a paragraph that are not values, changed letter by letter. */
static bool damage_is_value(const struct typed_para *p, size_t at)
{
	size_t i;

	for (i = 0; i < p->values.n; i++)
		if (at >= p->values.at[i].start &&
		    at < p->values.at[i].start + p->values.at[i].size)
			return true;
	return false;
}

/* Puts `text` in the place of `size` bytes; values move along. */
static void damage_put(struct typed_para *p, size_t at, size_t size,
		       const char *text)
{
	struct buf out = BUF_INIT;
	size_t n = strlen(text), i;

	buf_add(&out, p->text.data, at);
	buf_adds(&out, text);
	buf_add(&out, p->text.data + at + size, p->text.size - at - size);
	buf_clear(&p->text);
	buf_add(&p->text, out.data, out.size);
	buf_release(&out);
	for (i = 0; i < p->values.n; i++)
		if (p->values.at[i].start >= at + size)
			p->values.at[i].start += n - size;
}

static void damage_words(struct typed *t, const char *from, const char *to,
			 unsigned one_in)
{
	size_t i, n = strlen(from);

	for (i = 0; i < t->paras.n; i++) {
		struct typed_para *p = &t->paras.at[i];
		size_t at = 0;

		while (p->text.size >= n && at + n <= p->text.size) {
			if (memcmp(p->text.data + at, from, n) == 0 &&
			    !damage_is_value(p, at) &&
			    gen_below(&t->dice, one_in) == 0) {
				damage_put(p, at, n, to);
				at += strlen(to);
			} else {
				at++;
			}
		}
	}
}

static void page_spelling(struct typed *t)
{
	damage_words(t, "Tỷ lệ", "Tỉ lệ", 1);
	damage_words(t, "tỷ lệ", "tỉ lệ", 1);
	damage_words(t, "tỉ lệ", "tỷ lệ", 2);
	damage_words(t, "hóa", "hoá", 1);
	damage_words(t, "òa", "oà", 1);
	damage_words(t, "CSGD", "cơ sở giáo dục", 2);
	damage_words(t, "GDĐT", "GD&ĐT", 1);
}

static void page_typos(struct typed *t)
{
	static const char *const TYPOS[][2] = {
		{"giáo", "gíao"},     {"triển", "triên"}, {"được", "đươc"},
		{"trường", "truờng"}, {"quản", "quan"},	  {"số ", "sô "},
		{"thống", "thông"},   {"dụng", "dựng"},	  {"kết", "kêt"},
		{"phần", "phân"},     {"nghệ", "nghê"},
	};
	size_t i;

	for (i = 0; i < sizeof(TYPOS) / sizeof(*TYPOS); i++)
		damage_words(t, TYPOS[i][0], TYPOS[i][1], 3);
}

static void page_spaces(struct typed *t)
{
	damage_words(t, " ", "  ", 6);
	damage_words(t, " ", "\xc2\xa0", 6);
	damage_words(t, "-", "\xe2\x80\x93", 2);
	damage_words(t, ":", " :", 2);
}

static void page_reword(struct typed *t)
{
	damage_words(t, "(theo bậc học) ", "", 1);
	damage_words(t, "Tổng số", "Tổng cộng số", 1);
	damage_words(t, "triển khai ", "đã triển khai ", 2);
	damage_words(t, "đạt tỷ lệ", "chiếm", 2);
	damage_words(t, "Số lượng", "Số", 1);
}

static bool damage_can_go(const struct typed *t, size_t n)
{
	return t->paras.at[n].kind == TYPED_PARA && t->paras.at[n].is_line &&
	       !damage_in_table(t, n);
}

static void page_lost_lines(struct typed *t)
{
	size_t i;

	for (i = 0; i < t->paras.n; i++) {
		if (!damage_can_go(t, i) || gen_below(&t->dice, 6))
			continue;
		do {
			t->paras.at[i].is_gone = true;
		} while (i + 1 < t->paras.n && t->paras.at[i + 1].is_long &&
			 ++i);
	}
}

static void page_lost_titles(struct typed *t)
{
	size_t i;

	for (i = 0; i + 1 < t->paras.n; i++)
		if (t->paras.at[i].is_title && t->paras.at[i + 1].is_title &&
		    gen_below(&t->dice, 2) == 0)
			t->paras.at[i].is_gone = true;
}

static struct typed_para *damage_insert(struct typed *t, size_t at)
{
	struct typed_para para;

	typed_open(t, TYPED_PARA);
	para = *typed_last(t);
	memmove(t->paras.at + at + 1, t->paras.at + at,
		(t->paras.n - 1 - at) * sizeof(*t->paras.at));
	t->paras.at[at] = para;
	return &t->paras.at[at];
}

/* Sentences and headings of their own, between lines. */
static void page_more_lines(struct typed *t)
{
	size_t i;

	for (i = t->paras.n; i-- > 1;) {
		struct typed_para *para;

		if (!damage_can_go(t, i) || !t->paras.at[i - 1].is_line ||
		    gen_below(&t->dice, 3))
			continue;
		para = damage_insert(t, i);
		buf_adds(&para->text,
			 gen_below(&t->dice, 2)
				 ? "Ghi chú: số liệu tính đến ngày 31/5/2023, "
				   "gồm 2 trường tư thục."
				 : "");
	}
}

/* Lines that follow one another become one paragraph. */
static void page_merge(struct typed *t)
{
	size_t i, k;

	for (i = 0; i + 1 < t->paras.n; i++) {
		struct typed_para *a = &t->paras.at[i], *b = a + 1;
		size_t start;

		if (!damage_can_go(t, i) || !damage_can_go(t, i + 1) ||
		    a->is_gone || gen_below(&t->dice, 3) ||
		    (a->values.n && a->values.at[a->values.n - 1].field->type ==
					    FIELD_LONGTEXT))
			continue;
		buf_adds(&a->text, " ");
		start = a->text.size;
		buf_add(&a->text, b->text.data, b->text.size);
		for (k = 0; k < b->values.n; k++) {
			struct typed_value *value = vec_push(&a->values);

			if (!value)
				abort();
			*value = b->values.at[k];
			value->start += start;
		}
		b->values.n = 0;
		b->is_gone = true;
		i++;
	}
}

/* A line is cut in two before a word somewhere in it. */
static void page_split(struct typed *t)
{
	size_t i, k;

	for (i = t->paras.n; i-- > 0;) {
		struct typed_para *a = &t->paras.at[i], *b;
		const char *comma;
		size_t at;

		if (!damage_can_go(t, i) || gen_below(&t->dice, 3) ||
		    a->text.size < 80)
			continue;
		comma = memchr(a->text.data + 40, ',', a->text.size - 40);
		at = comma ? (size_t)(comma - a->text.data) + 1 : 0;
		if (!at || damage_is_value(a, at))
			continue;
		b = damage_insert(t, i + 1);
		a = &t->paras.at[i];
		buf_add(&b->text, a->text.data + at, a->text.size - at);
		b->section = a->section;
		a->text.size = at;
		for (k = 0; k < a->values.n; k++) {
			struct typed_value *value;

			if (a->values.at[k].start < at)
				continue;
			value = vec_push(&b->values);
			if (!value)
				abort();
			*value = a->values.at[k];
			value->start -= at;
		}
		while (a->values.n && a->values.at[a->values.n - 1].start >= at)
			a->values.n--;
	}
}

/* Two sections of the first level change places. */
static void page_reorder(struct typed *t)
{
	unsigned a = 1 + gen_below(&t->dice, t->section ? t->section : 1), b;
	struct typed_para *copy = calloc(t->paras.n, sizeof(*copy));
	size_t i, n = 0;
	unsigned s;

	b = a + 1;
	if (!copy)
		abort();
	for (i = 0; i < t->paras.n && t->paras.at[i].section < a; i++)
		copy[n++] = t->paras.at[i];
	for (s = b; s + 1 >= a + 1; s--) {
		for (i = 0; i < t->paras.n; i++)
			if (t->paras.at[i].section == s &&
			    !(s == t->section && !t->paras.at[i].is_title &&
			      false))
				copy[n++] = t->paras.at[i];
		if (s == a)
			break;
	}
	for (i = 0; i < t->paras.n; i++)
		if (t->paras.at[i].section > b)
			copy[n++] = t->paras.at[i];
	if (n == t->paras.n)
		memcpy(t->paras.at, copy, n * sizeof(*copy));
	free(copy);
}

static void page_upper(struct typed *t)
{
	size_t i, k;

	for (i = 0; i < t->paras.n; i++)
		for (k = 0;
		     t->paras.at[i].is_title && k < t->paras.at[i].text.size;
		     k++) {
			char *c = &t->paras.at[i].text.data[k];

			if (*c >= 'a' && *c <= 'z' &&
			    !damage_is_value(&t->paras.at[i], k))
				*c = (char)(*c - 32);
		}
}

/* ---- papers ---------------------------------------------------------------
 */

static void paper_runs(struct paper *p)
{
	p->splits_runs = true;
}
static void paper_tracked(struct paper *p)
{
	p->tracks = true;
}
static void paper_notes(struct paper *p)
{
	p->has_note = true;
}
static void paper_nfd(struct paper *p)
{
	p->decomposes = true;
}
static void paper_lists(struct paper *p)
{
	p->lists = true;
}
static void paper_hidden(struct paper *p)
{
	p->hides = true;
}
static void paper_lines(struct paper *p)
{
	p->breaks_lines = true;
}

static const struct damage damages[] = {
	{"retyped", NULL, NULL, NULL},
	{"numbers typed", hand_numbers, NULL, NULL},
	{"numbers by Word", NULL, NULL, paper_lists},
	{"hints kept", hand_hints, NULL, NULL},
	{"units lost", hand_units, NULL, NULL},
	{"no spaces", hand_tight, NULL, NULL},
	{"levels MN: TH:", hand_short_levels, NULL, NULL},
	{"levels with units", hand_unit_levels, NULL, NULL},
	{"no levels", hand_no_levels, NULL, NULL},
	{"leader before", hand_leader_before, NULL, NULL},
	{"leader around", hand_leader_both, NULL, NULL},
	{"1234", hand_plain_numbers, NULL, NULL},
	{"1 234", hand_spaced_numbers, NULL, NULL},
	{"85.5%", hand_english_rates, NULL, NULL},
	{"45/60", hand_fractions, NULL, NULL},
	{"no letterhead", hand_no_head, NULL, NULL},
	{"answers in the title's line", hand_in_line, NULL, NULL},
	{"a column added", hand_column, NULL, NULL},
	{"a row added", hand_row, NULL, NULL},
	{"spelling", NULL, page_spelling, NULL},
	{"typing errors", NULL, page_typos, NULL},
	{"spaces and dashes", NULL, page_spaces, NULL},
	{"reworded", NULL, page_reword, NULL},
	{"lines lost", NULL, page_lost_lines, NULL},
	{"titles lost", NULL, page_lost_titles, NULL},
	{"lines added", NULL, page_more_lines, NULL},
	{"lines merged", NULL, page_merge, NULL},
	{"lines split", NULL, page_split, NULL},
	{"sections moved", NULL, page_reorder, NULL},
	{"capitals", NULL, page_upper, NULL},
	{"runs split", NULL, NULL, paper_runs},
	{"tracked", NULL, NULL, paper_tracked},
	{"footnote marks", NULL, NULL, paper_notes},
	{"decomposed", NULL, NULL, paper_nfd},
	{"hidden words", NULL, NULL, paper_hidden},
	{"pasted from a PDF", NULL, NULL, paper_lines},
	{"short levels, numbers, typos", hand_short_levels, page_typos,
	 paper_runs},
	{"tight, spelling, NFD", hand_tight, page_spelling, paper_nfd},
	{"leader, reworded, tracked", hand_leader_before, page_reword,
	 paper_tracked},
	{"units lost, lines lost", hand_units, page_lost_lines, paper_lists},
	{"hints, lines merged", hand_hints, page_merge, NULL},
};

#define N_DAMAGES (sizeof(damages) / sizeof(*damages))

#endif
