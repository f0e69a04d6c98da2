/*
 * said_hear.c - the words of a form in runs of tokens of a page: as they are,
 * as initials, as what initials stand for.
 */
#include "extract/said_hear.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
	SHORTS_MAX = 3,	     /* meanings of initials that are tried */
	LEAD_WORDS_MAX = 16, /* of a title */
	ALL_WORDS_MAX = 3    /* from "đều" to a level */
};

/* What a word tells that is none of the form's, to the form's rarest. */
#define OTHER_TELLS 0.25F

/* "486 học liệu (đều thuộc bậc THPT)", "tất cả thuộc bậc THPT": the level of
 * all is no part of it. */
static bool is_of_all(const struct tokens *tokens, size_t level)
{
	static const char *const ALL[] = {"tat", "ca"};
	size_t i;

	/* "chia đều 9 trường TH" */
	for (i = level; i > 0 && i + ALL_WORDS_MAX > level &&
			tokens->at[i - 1].kind == TOKEN_WORD;
	     i--)
		if (token_is(&tokens->at[i - 1], "deu") ||
		    (i > 2 && token_is(&tokens->at[i - 1], "thuoc") &&
		     token_is_pair(&tokens->at[i - 3], ALL)))
			return true;
	return false;
}

/* "kể cả mầm non", "chưa kể mầm non", "không bao gồm mầm non", "trừ mầm non": a
 * level that is said to be among others, or not, is nobody's. */
static bool is_counted_in(const struct tokens *tokens, size_t level)
{
	static const char *const PAIRS[][2] = {
		{"ke", "ca"},	  {"gom", "ca"},    {"khong", "tinh"},
		{"chua", "tinh"}, {"khong", "gom"}, {"chua", "gom"}};
	static const char *const INCLUDE[] = {"bao", "gom"};
	const struct token *t = tokens->at + level;

	if (level == 0)
		return false;
	if (level > 2 && token_is_pair(&t[-2], INCLUDE) &&
	    (token_is(&t[-3], "khong") || token_is(&t[-3], "chua")))
		return true;
	return token_is(&t[-1], "tru") || token_is(&t[-1], "ke") ||
	       (level > 1 &&
		token_is_pair_among(&t[-2], PAIRS,
				    sizeof(PAIRS) / sizeof(*PAIRS)));
}

bool hear_levels(struct hearer *h)
{
	const struct tokens *tokens = &h->a->text.tokens;
	size_t i, n;

	h->named = calloc(tokens->n + 1, sizeof(*h->named));
	for (i = 0; h->named && i < tokens->n; i++) {
		int level = levels_named(&h->a->index->levels, tokens, i, &n);

		if (level >= 0 &&
		    (is_of_all(tokens, i) || is_counted_in(tokens, i)))
			level = -1;
		h->named[i].level = (signed char)level;
		h->named[i].n = (unsigned char)(n < UCHAR_MAX ? n : UCHAR_MAX);
	}
	/* "Khối tiểu học" is its level's name */
	for (i = 0; h->named && i + 1 < tokens->n; i++)
		if (h->named[i].level < 0 && h->named[i + 1].level >= 0 &&
		    h->named[i + 1].n < UCHAR_MAX &&
		    token_is(&tokens->at[i], "khoi")) {
			h->named[i] = h->named[i + 1];
			h->named[i].n++;
		}
	return h->named != NULL;
}

int hear_level(const struct hearer *h, size_t token, size_t end, size_t *n)
{
	*n = h->named[token].n;
	if (token + *n > end)
		*n = 0;
	return *n ? h->named[token].level : -1;
}

static void touch(struct hearer *h, uint32_t word, float weight)
{
	if (word == SAID_NONE)
		return;
	if (h->weight[word] == 0) {
		uint32_t *at = vec_push(&h->touched);

		if (!at) {
			h->is_lost = true;
			return;
		}
		*at = word;
	}
	if (weight > h->weight[word])
		h->weight[word] = weight;
	h->is_own[word] |= !h->is_outside;
}

static void push_key(struct hearer *h, uint64_t key)
{
	uint64_t *at = vec_push(&h->keys);

	if (at)
		*at = key;
	else
		h->is_lost = true;
}

const char *hear_text(const struct hearer *h, size_t token)
{
	return h->a->text.wml->paras.at[anchor_para_of(&h->a->text, token)]
		.text;
}

/* "GV" is "giáo viên", when the form writes that. */
static bool spell_out(struct hearer *h, size_t token, size_t to)
{
	const struct token *t = &h->a->text.tokens.at[token];
	const struct said_words *words = &h->form->words;
	const struct said_short *s;
	size_t n = 0, i;

	/* "M1", "MĐ 1" */
	if (token + 1 < to && t[1].kind == TOKEN_NUMBER &&
	    (token_is(t, "md") ||
	     (token_is(t, "m") && t[1].start == t->start + t->size))) {
		push_key(h, said_key_of("muc"));
		return true;
	}
	if (t->kind != TOKEN_WORD || t->n < SHORT_MIN || t->n > SHORT_MAX)
		return false;
	s = said_short_of(words, t->hash);
	if (!s || !said_is_capital(hear_text(h, token), t))
		return false;
	for (; s < words->shorts.at + words->shorts.n && s->key == t->hash &&
	       n < SHORTS_MAX;
	     s++, n++) {
		push_key(h, 0);
		for (i = 0; i < s->n; i++)
			if (!said_is_filler(&words->run.at[s->at + i]))
				push_key(h, words->run.at[s->at + i].hash);
	}
	push_key(h, 0);
	return true;
}

/* "cơ sở giáo dục" is "CSGD", when the form writes that. */
static void shorten(struct hearer *h, size_t token, size_t end)
{
	const struct token *t = &h->a->text.tokens.at[token];
	size_t n;

	for (n = ACRONYM_MIN; n <= ACRONYM_MAX && token + n <= end; n++) {
		uint32_t word;

		if (t[n - 1].kind != TOKEN_WORD)
			return;
		word = said_word_of(&h->form->words, token_initials(t, n));
		if (word != SAID_NONE &&
		    h->form->words.words.at[word].is_acronym) {
			push_key(h, 0);
			push_key(h, h->form->words.words.at[word].key);
			push_key(h, 0);
		}
	}
}

static bool is_in(const struct hearer *h, const struct run *run, size_t token)
{
	return run->part < 0 || h->parts.of[token - h->parts.from] == run->part;
}

/* "45/KH-THPT" */
static bool is_of_number(const struct hearer *h, size_t token)
{
	size_t at = h->a->text.tokens.at[token].start;

	return at > 0 && strchr("/-", hear_text(h, token)[at - 1]);
}

static void note_level(int *named, int level)
{
	*named = *named == -1 || *named == level ? level : SAID_SEVERAL;
}

/* Nothing of the form: it makes the figure another's. */
static void count_near(struct hearer *h, uint64_t key, bool is_number)
{
	uint32_t word = said_word_of(&h->form->words, key);

	if (word == SAID_NONE || h->form->words.words.at[word].n == 0) {
		if (is_number)
			return;
		h->near_total += OTHER_TELLS * h->form->words.most;
		return;
	}
	if (h->is_near[word])
		return;
	h->is_near[word] = true;
	h->near_total += h->form->words.words.at[word].tells;
}

static void hear_synonym(struct hearer *h, const struct run *run,
			 const uint64_t keys[2])
{
	size_t i;

	for (i = 0; i < 2; i++) {
		if (run->is_near)
			count_near(h, keys[i], false);
		push_key(h, keys[i]);
	}
}

/* "mức một", "mức độ hai": the number as digits, 0 for none. */
static uint64_t number_of_rank(const struct token *t, size_t i, size_t from)
{
	static const char *const WORDS[] = {"mot", "hai", "ba", "bon"};
	static const char *const DIGITS[] = {"1", "2", "3", "4"};
	size_t before = i > from && token_is(&t[i - 1], "do") ? i - 1 : i, k;

	if (before == from || !token_is(&t[before - 1], "muc"))
		return 0;
	for (k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		if (token_is(&t[i], WORDS[k]))
			return said_key_of(DIGITS[k]);
	return 0;
}

/* "tiểu học đủ 14 trường" */
static bool is_enough(const struct token *t, size_t i, size_t to)
{
	return i + 1 < to && token_is(&t[i], "du") &&
	       t[i + 1].kind == TOKEN_NUMBER;
}

/* "45 trường, tương đương 75%" */
static bool is_as_much(const struct token *t, size_t i, size_t from)
{
	return i > from && token_is(&t[i], "duong") &&
	       token_is(&t[i - 1], "tuong");
}

/* Words that tell nothing, but are others without their marks: "thì", no "thi"
 * (an exam). */
static bool is_particle(const struct hearer *h, size_t token)
{
	static const char *const WORDS[][2] = {
		{"bi", "bị"},	{"chi", "chỉ"}, {"cung", "cũng"},
		{"lam", "làm"}, {"du", "dự"},	{"nen", "nên"},
		{"ma", "mà"},	{"noi", "nói"}, {"quan", "quận"},
		{"se", "sẽ"},	{"thi", "thì"}, {"thai", "thảy"},
		{"van", "vẫn"}};
	const struct token *t = &h->a->text.tokens.at[token];
	size_t i;

	if (t->kind != TOKEN_WORD || !strchr("bcdlmnqstv", t->bare[0]))
		return false;
	for (i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (token_is(t, WORDS[i][0]))
			return token_spells(t, hear_text(h, token),
					    WORDS[i][1]);
	return false;
}

/* "Cấp học THCS", "bậc học": not what is taught. */
static bool is_of_levels(const struct token *t, size_t i, size_t from)
{
	static const char *const KINDS[] = {"bac", "cap"};

	return token_is(&t[i], "hoc") && i > from &&
	       token_is_among(&t[i - 1], KINDS, sizeof(KINDS) / sizeof(*KINDS));
}

/* "45 em", "số em": pupils, where "45 đồng chí" may be anybody. */
static bool is_pupils(const struct token *t, size_t i, size_t from)
{
	return token_is(&t[i], "em") && i > from &&
	       (t[i - 1].kind == TOKEN_NUMBER || token_is(&t[i - 1], "so"));
}

/* "11/12 trường": the 12 behind a figure, which may read as a day's month. */
static bool is_behind_stroke(const struct hearer *h, size_t token)
{
	return token > h->parts.from && is_of_number(h, token) &&
	       h->a->text.tokens.at[token - 1].kind == TOKEN_NUMBER &&
	       said_part_of(&h->parts, token - 1) >= 0;
}

/* A figure, or what one is the sum, or a share, of: no word. */
static bool is_counted(const struct hearer *h, size_t token)
{
	const struct anchor_text *text = &h->a->text;
	struct said_line line;
	size_t para;

	if (text->tokens.at[token].kind != TOKEN_NUMBER)
		return false;
	if (said_part_of(&h->parts, token) >= 0 || is_behind_stroke(h, token))
		return true;
	para = anchor_para_of(text, token);
	line = said_line_of(h->a, para);
	return said_is_addend(&line, token - text->first[para]);
}

/* "18 trường (TH Hàn Giang B chưa đánh giá)": in brackets of its own. */
static bool is_in_brackets(const struct hearer *h, size_t from, size_t i)
{
	const struct anchor_text *text = &h->a->text;
	size_t para = anchor_para_of(text, i);

	while (i-- > from) {
		if (anchor_has_sign(text, para, i, ")"))
			return false;
		if (anchor_has_sign(text, para, i, "("))
			return true;
	}
	return false;
}

/* "1 (VNPT E-Learning)", "2 (nêu rõ tên: ...)" in a cell: a name in the
 * brackets behind the figure that it begins with. */
static bool is_name_beside(const struct hearer *h, size_t i)
{
	static const char *const NAMES[] = {"gom", "neu", "ten"};
	const struct anchor_text *text = &h->a->text;
	size_t para = anchor_para_of(text, i), first = text->first[para];
	const struct token *t = text->tokens.at;

	return text->wml->paras.at[para].cell > 0 && i > first &&
	       t[first].kind == TOKEN_NUMBER &&
	       anchor_has_sign(text, para, first, "(") &&
	       (said_word_of(&h->form->words, t[i].hash) == SAID_NONE ||
		token_is_among(&t[first + 1], NAMES,
			       sizeof(NAMES) / sizeof(*NAMES))) &&
	       is_in_brackets(h, first, i);
}

/* "tốt hơn nhóm dạy, học: 16 trường": the words up to the colon are of what it
 * is compared with; 0 for others. */
static size_t compared(const struct hearer *h, size_t i, size_t to)
{
	const struct anchor_text *text = &h->a->text;
	const struct token *t = text->tokens.at;
	size_t para, k;

	if (t[i].bare[0] != 'h' || i + 1 >= to || !token_is(&t[i], "hon") ||
	    !token_is(&t[i + 1], "nhom"))
		return 0;
	para = anchor_para_of(text, i);
	for (k = i + 1; k < to && t[k].kind != TOKEN_NUMBER; k++)
		if (anchor_has_sign(text, para, k, ":"))
			return k + 1 - i;
	return 0;
}

static void gather(struct hearer *h, const struct run *run, int *named)
{
	const struct token *t = h->a->text.tokens.at;
	uint64_t same[2];
	size_t i, n, other;

	h->keys.n = 0;
	for (i = run->from; i < run->to; i += n) {
		int level = hear_level(h, i, run->to, &n);

		if (level < 0)
			n = 1;
		if (!is_in(h, run, i))
			continue;
		if (level >= 0) {
			if (!is_of_number(h, i) &&
			    !(run->part >= 0 && list_is_bracketed(h, i, n)))
				note_level(named, level);
			push_key(h, 0);
			continue;
		}
		n = said_synonym(same, &t[i], run->to - i);
		if (n > 0) {
			hear_synonym(h, run, same);
			continue;
		}
		n = 1;
		if (is_pupils(t, i, run->from)) {
			same[0] = said_key_of("hoc");
			same[1] = said_key_of("sinh");
			hear_synonym(h, run, same);
			continue;
		}
		same[0] = number_of_rank(t, i, run->from);
		if (same[0]) {
			if (run->is_near)
				count_near(h, same[0], true);
			push_key(h, same[0]);
			continue;
		}
		other = compared(h, i, run->to);
		if (other > 0) {
			push_key(h, 0);
			n = other;
			continue;
		}
		if (t[i].kind == TOKEN_SIGN || said_is_filler(&t[i]) ||
		    is_particle(h, i) || is_enough(t, i, run->to) ||
		    is_as_much(t, i, run->from) ||
		    is_of_levels(t, i, run->from))
			continue;
		if (is_counted(h, i)) {
			push_key(h, 0);
			continue;
		}
		shorten(h, i, run->to);
		if (run->is_near && said_is_denial(&t[i]) &&
		    !is_in_brackets(h, run->from, i))
			h->denial = t[i].hash;
		/* which of its meanings initials have, they do not say */
		if (spell_out(h, i, run->to))
			continue;
		if (run->is_near && !said_is_year(&t[i]) &&
		    !is_name_beside(h, i))
			count_near(h, t[i].hash, t[i].kind == TOKEN_NUMBER);
		push_key(h, t[i].hash);
	}
}

static void settle(struct hearer *h, int named)
{
	if (h->is_settled || named == -1)
		return;
	h->level = named;
	h->is_settled = true;
}

/* The word of the form that the i-th key is, and that it makes with the key
 * before; SAID_NONE where there is none. */
static void words_of(const struct hearer *h, size_t i, uint32_t words[2])
{
	const uint64_t *keys = h->keys.at;

	words[0] = words[1] = SAID_NONE;
	if (!keys[i])
		return;
	words[0] = said_word_of(&h->form->words, keys[i]);
	if (i > 0 && keys[i - 1])
		words[1] = said_word_of(&h->form->words,
					said_pair(keys[i - 1], keys[i]));
}

void hear(struct hearer *h, const struct run *run)
{
	uint32_t words[2];
	int named = -1;
	size_t i;

	gather(h, run, &named);
	for (i = 0; i < h->keys.n; i++) {
		words_of(h, i, words);
		touch(h, words[0], run->weight);
		touch(h, words[1], run->weight);
	}
	settle(h, named);
}

static void note_word(struct hearer *h, size_t para, uint32_t word)
{
	uint32_t *at;

	if (word == SAID_NONE || h->last[word] == para + 1)
		return;
	h->last[word] = para + 1;
	at = vec_push(&h->words);
	if (at)
		*at = word;
	else
		h->is_lost = true;
}

/* A title, a caption: what it names is of what stands below it. A sentence
 * names what it speaks of itself. */
static bool is_lead(const struct hearer *h, size_t para)
{
	const struct wml_para *p = &h->a->text.wml->paras.at[para];
	size_t n = h->a->text.first[para + 1] - h->a->text.first[para];

	return n <= LEAD_WORDS_MAX || (p->size && p->text[p->size - 1] == ':');
}

static void read_whole(struct hearer *h, size_t para)
{
	struct hear_said *said = &h->whole[para];
	struct run run = {h->a->text.first[para], h->a->text.first[para + 1],
			  -1, 0, false};
	uint32_t words[2];
	size_t i, k;

	said->is_read = true;
	said->first = (uint32_t)h->words.n;
	said->level = -1;
	gather(h, &run, &said->level);
	if (!is_lead(h, para))
		said->level = -1;
	for (i = 0; i < h->keys.n; i++) {
		words_of(h, i, words);
		for (k = 0; k < 2; k++)
			note_word(h, para, words[k]);
	}
	said->n = (uint32_t)(h->words.n - said->first);
}

bool hear_says(struct hearer *h, size_t para)
{
	if (!h->whole[para].is_read)
		read_whole(h, para);
	return h->whole[para].n > 0;
}

void hear_whole(struct hearer *h, size_t para, float weight)
{
	const struct hear_said *said = &h->whole[para];
	uint32_t i;

	if (!said->is_read)
		read_whole(h, para);
	for (i = 0; i < said->n; i++)
		touch(h, h->words.at[said->first + i], weight);
	settle(h, said->level);
}

void hear_nothing(struct hearer *h)
{
	size_t i;

	for (i = 0; i < h->touched.n; i++) {
		h->weight[h->touched.at[i]] = 0;
		h->is_near[h->touched.at[i]] = false;
		h->is_own[h->touched.at[i]] = false;
	}
	h->touched.n = 0;
	h->near_total = 0;
	h->denial = 0;
	h->level = -1;
	h->is_settled = false;
	h->is_outside = false;
}
