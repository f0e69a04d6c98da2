/*
 * facet_mention.c - where a page names values of facets: by a level, by the
 * number of a rank, by words that no other value has.
 */
#include "extract/facet.h"

#include "text/fold.h"
#include "text/letters.h"

#include <stdlib.h>
#include <string.h>

enum {
	RANK_DIGITS_MAX = 2,
	COMPARED_REACH = 4, /* words */
	BRACKETS_MAX = 400  /* bytes of them before a name */
};

/* A paragraph that is looked through. */
struct looker {
	struct facet_page *page;
	const struct wml_para *p;
	const struct token *t; /* of the document */
	size_t para, first, end;
	bool is_lost;
};

static void add(struct looker *l, size_t token, unsigned axis, int value,
		bool is_weak)
{
	struct facet_mention *m = vec_push(&l->page->mentions);

	l->is_lost |= !m;
	if (m)
		*m = (struct facet_mention){
			token, (unsigned char)axis, value, is_weak, {0, 0}};
}

/* ---- levels -------------------------------------------------------------- */

static bool has_levels(const struct facet_axis *axis)
{
	int v;

	for (v = 0; v < axis->n; v++)
		if (axis->at[v].level >= 0)
			return true;
	return false;
}

/* "GDTX", "mầm non": levels that the form may not know. */
static bool is_other_level(const struct token *t, const struct token *end)
{
	static const char *const ONE[] = {"gdnn", "gdtx", "mn", "thpt",
					  "ttgdtx"};
	static const char *const TWO[][2] = {{"mam", "non"},
					     {"mau", "giao"},
					     {"nha", "tre"},
					     {"thuong", "xuien"}};

	return token_is_among(t, ONE, sizeof(ONE) / sizeof(*ONE)) ||
	       (t + 1 < end &&
		token_is_pair_among(t, TWO, sizeof(TWO) / sizeof(*TWO)));
}

static bool is_in_brackets(const struct looker *l, size_t token)
{
	size_t at = l->t[token].start, n = 0;

	while (at > 0 && n < BRACKETS_MAX &&
	       !strchr("()", l->p->text[at - 1])) {
		at--;
		n++;
	}
	return at > 0 && l->p->text[at - 1] == '(';
}

/* "03 trường (TH&THCS Phù Long, TH thị trấn Cát Bà)": levels behind which a
 * name follows, in brackets, are of the name. */
static bool is_of_name(const struct looker *l, size_t token)
{
	static const char *const LEVELS[] = {"thcs", "th", "thpt"};
	static const char *const PLACES[][2] = {{"thi", "tran"}, {"thi", "xa"}};
	size_t i = token;

	while (i < l->end && token_is_among(&l->t[i], LEVELS, 3))
		i++;
	return i > token && i < l->end && l->t[i].kind == TOKEN_WORD &&
	       l->t[i - 1].start + l->t[i - 1].size + 1 == l->t[i].start &&
	       l->p->text[l->t[i].start - 1] == ' ' &&
	       is_in_brackets(l, token) &&
	       (letter_is_capital_at(l->p->text, l->p->size, l->t[i].start) ||
		(i + 1 < l->end && token_is_pair_among(&l->t[i], PLACES, 2)));
}

/* How many tokens from one on name a level, 0 for none. */
static size_t note_level(struct looker *l, size_t token)
{
	const struct facets *f = l->page->facets;
	size_t n = 0;
	int level = levels_named(f->levels, &l->page->m->a->text.tokens, token,
				 &n),
	    v;
	unsigned axis;

	if (level >= 0 && token + n > l->end)
		return 0;
	if (level < 0 && is_other_level(&l->t[token], &l->t[l->end]))
		n = 1;
	for (axis = 0; axis < FACET_AXES && n > 0; axis++) {
		if (!has_levels(&f->axes[axis]))
			continue;
		v = f->axes[axis].n - 1;
		while (v >= 0 &&
		       (level < 0 || f->axes[axis].at[v].level != level))
			v--;
		add(l, token, axis, v < 0 ? FACET_OTHER : v, false);
	}
	return n;
}

/* ---- ranks --------------------------------------------------------------- */

/* "M1" */
static bool is_glued(const struct token *before, const struct token *number)
{
	return token_is(before, "m") &&
	       before->start + before->size == number->start;
}

/* "mức độ 1"; of "mức 1, 2 và 3" the first. */
static bool is_rank(const struct looker *l, size_t token)
{
	const struct token *t = &l->t[token];

	return t->kind == TOKEN_NUMBER && t->n <= RANK_DIGITS_MAX &&
	       token > l->first &&
	       (said_is_rank(&t[-1]) || is_glued(&t[-1], t));
}

static bool note_rank(struct looker *l, size_t token)
{
	const struct facets *f = l->page->facets;
	bool is_noted = false;
	unsigned axis;
	int v;

	if (!is_rank(l, token))
		return false;
	for (axis = 0; axis < FACET_AXES; axis++)
		for (v = 0; v < f->axes[axis].n; v++)
			if (f->axes[axis].at[v].rank == l->t[token].hash) {
				add(l, token, axis, v, false);
				is_noted = true;
			}
	return is_noted;
}

/* ---- words --------------------------------------------------------------- */

/* Marks count: "dạy" is no "đây". */
static bool is_word(const struct looker *l, size_t token,
		    const struct facet_word *word)
{
	const struct token *t = &l->t[token];

	return t->hash == word->token.hash &&
	       text_fold_same(l->p->text + t->start, t->size,
			      word->text + word->token.start, word->token.size);
}

static void note_words(struct looker *l, size_t token)
{
	const struct facets *f = l->page->facets;
	size_t i;

	for (i = 0; i < f->keys.n; i++) {
		const struct facet_key *key = &f->keys.at[i];
		const struct facet_word *word = &f->words.at[key->word];

		if (l->t[token].hash != word->token.hash ||
		    (key->is_pair &&
		     (token + 1 >= l->end || !is_word(l, token + 1, word + 1))))
			continue;
		if (is_word(l, token, word))
			add(l, token, key->axis, key->value, false);
	}
}

/* "Tổng số", "Cộng", "tính chung", "cả hai bậc", "toàn huyện" */
static bool is_of_all(const struct looker *l, size_t token)
{
	static const struct {
		const char *bare, *word;
	} ALL[] = {{"ca", "cả"},
		   {"chung", "chung"},
		   {"cong", "cộng"},
		   {"toan", "toàn"},
		   {"tong", "tổng"}};
	const struct token *t = &l->t[token];
	size_t i;

	for (i = 0; i < sizeof(ALL) / sizeof(*ALL); i++)
		if (token_is(t, ALL[i].bare) &&
		    token_spells(t, l->p->text, ALL[i].word))
			return true;
	return false;
}

/* "CSGDPT", "trường PT" */
static bool is_short_for_all(const struct looker *l, size_t token)
{
	return token_is(&l->t[token], "csgdpt") ||
	       (token > l->first && token_is(&l->t[token], "pt") &&
		said_class_of(&l->t[token - 1], 1) == SAID_PLACES);
}

static void note_all(struct looker *l, size_t token)
{
	const struct facets *f = l->page->facets;
	bool is_short = is_short_for_all(l, token);
	unsigned axis;

	if (!is_short && !is_of_all(l, token))
		return;
	for (axis = 0; axis < FACET_AXES; axis++)
		if (f->axes[axis].whole >= 0)
			add(l, token, axis, f->axes[axis].whole, !is_short);
}

/* ---- the page ------------------------------------------------------------ */

struct facet_tabs facet_tabs(const struct anchor_text *text, size_t para,
			     size_t token)
{
	const char *line = text->wml->paras.at[para].text;
	const struct token *t = text->tokens.at;
	struct facet_tabs tabs = {0, 0};
	size_t first = token, at;

	while (first > text->first[para] &&
	       !memchr(line + t[first - 1].start, '\n',
		       t[first].start - t[first - 1].start))
		first--;
	for (at = t[first].start; at < t[token].start; at++)
		tabs.between += line[at] == '\t';
	for (at = t[first].start; at > 0 && line[at - 1] != '\n'; at--)
		tabs.leading += line[at - 1] == '\t';
	return tabs;
}

bool facet_tabs_same(struct facet_tabs head, struct facet_tabs figure)
{
	return head.leading > 0 ? head.leading + head.between ==
					  figure.leading + figure.between
				: head.between == figure.between;
}

/* Between which tabs the mentions from one on stand. */
static void count_tabs(struct looker *l, size_t first)
{
	struct facet_mention *m = l->page->mentions.at;
	size_t i;

	if (!memchr(l->p->text, '\t', l->p->size))
		return;
	for (i = first;
	     i < l->page->mentions.n && i - first <= FACET_MENTIONS_MAX; i++)
		m[i].tabs = facet_tabs(&l->page->m->a->text, l->para,
				       m[i].token);
}

/* "gấp rưỡi nhóm dạy, học", "ít hơn tiểu học": what another is held against. */
static bool is_compared(const struct looker *l, size_t token)
{
	static const char *const WORDS[][2] = {
		{"gap", "gấp"}, {"hon", "hơn"}, {"kem", "kém"}, {"voi", "với"}};
	const struct anchor_text *text = &l->page->m->a->text;
	size_t i = token, n, k;

	for (n = 0; n < COMPARED_REACH && i > l->first; n++) {
		i--;
		if (l->t[i].kind != TOKEN_WORD ||
		    anchor_has_sign(text, l->para, i, ",.;:()"))
			return false;
		for (k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
			if (token_is(&l->t[i], WORDS[k][0]) &&
			    token_spells(&l->t[i], l->p->text, WORDS[k][1]))
				return k < 3 || (i > l->first &&
						 token_is(&l->t[i - 1], "so"));
	}
	return false;
}

static void look_at(struct looker *l)
{
	size_t i = l->first, n, known = l->page->mentions.n;

	while (i < l->end && !l->is_lost) {
		n = is_of_name(l, i) ? 1 : note_level(l, i);
		if (n == 0 && !note_rank(l, i)) {
			note_words(l, i);
			note_all(l, i);
		}
		if (l->page->mentions.n > known && is_compared(l, i))
			l->page->mentions.n = known;
		known = l->page->mentions.n;
		i += n > 0 ? n : 1;
	}
}

bool facet_mentions_find(struct facet_page *page)
{
	const struct anchor_text *text = &page->m->a->text;
	size_t n = text->wml->paras.n, i;
	struct looker l = {.page = page, .t = text->tokens.at};

	for (i = 0; i < n && !l.is_lost; i++) {
		page->first[i] = page->mentions.n;
		l.para = i;
		l.p = &text->wml->paras.at[i];
		l.first = text->first[i];
		l.end = text->first[i + 1];
		look_at(&l);
		count_tabs(&l, page->first[i]);
	}
	page->first[n] = page->mentions.n;
	return !l.is_lost;
}

int facet_named(const struct facet_page *page, size_t from, size_t to,
		unsigned axis)
{
	bool is_weak;

	return facet_named_weakly(page, from, to, axis, &is_weak);
}

int facet_named_weakly(const struct facet_page *page, size_t from, size_t to,
		       unsigned axis, bool *is_weak)
{
	const size_t *first = page->m->a->text.first;

	return facet_named_within(page, from, first[from], first[to], axis,
				  is_weak);
}

int facet_named_within(const struct facet_page *page, size_t para, size_t from,
		       size_t to, unsigned axis, bool *is_weak)
{
	int sure = FACET_NONE, weak = FACET_NONE;
	int whole = page->facets->axes[axis].whole;
	size_t i;

	for (i = page->first[para];
	     i < page->mentions.n && page->mentions.at[i].token < to; i++) {
		const struct facet_mention *m = &page->mentions.at[i];

		if (m->axis != axis || m->token < from)
			continue;
		if (m->is_weak)
			weak = m->value;
		else if (sure == FACET_NONE || sure == m->value)
			sure = m->value;
		else
			sure = whole >= 0 && (sure == whole ||
					      m->value == whole)
				       ? whole
				       : FACET_UNSURE;
	}
	*is_weak = sure == FACET_NONE && weak != FACET_NONE;
	/* "cả TH và THCS" */
	return sure == FACET_NONE ||
			       (sure == FACET_UNSURE && weak != FACET_NONE)
		       ? weak
		       : sure;
}
