/*
 * anchor_label.c - words between a line's own and a number: "Tổng số:" says
 * nothing new, other words with a colon of their own, the end of a sentence or
 * another line's words make it another line's number.
 */
#include "extract/anchor.h"

#include <string.h>

enum {
	/* Words of a line below, that no word of the form is. */
	OTHER_WORDS = 4,
	/* Between a number and the words it counts. */
	UNIT_WORDS = 3,
	ENDING_LETTERS_MIN = 2 /* of the last word of a sentence */
};

/* Words that lead to any figure. */
static bool is_generic(const struct token *t)
{
	static const char *const WORDS[] = {
		"tong", "so",  "cong",	"luong", "ket", "qua",	"dat",
		"ti",	"le",  "chiem", "trong", "do",	"la",	"co",
		"hien", "nai", "toan",	"gom",	 "bao", "duoc", "chung"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

static bool is_taken(const struct anchorer *a, size_t token)
{
	size_t i;

	for (i = 0; i < a->items.n; i++)
		if (a->items.at[i].kind == ITEM_WORD &&
		    a->fits[i].from <= token && token < a->fits[i].to)
			return true;
	return false;
}

/* A sentence ends behind a token. */
static bool has_stop(const struct anchorer *a, size_t token)
{
	size_t para = anchor_para_of(&a->text, token);
	const struct wml_para *p = &a->text.wml->paras.at[para];
	const struct token *t = &a->text.tokens.at[token];
	size_t at = t->start + t->size;

	return token + 1 < a->text.first[para + 1] && at + 1 < p->size &&
	       p->text[at] == '.' && p->text[at + 1] == ' ';
}

/* "... trong nước. - Có 67 học sinh" */
static bool ends_sentence(const struct anchorer *a, size_t token)
{
	return has_stop(a, token) &&
	       a->text.tokens.at[token + 1].kind == TOKEN_WORD;
}

/* "81 người tham gia. 1.640 giáo viên ...", but not "GV. 45". */
static bool begins_sentence(const struct anchorer *a, size_t number)
{
	const struct token *before = &a->text.tokens.at[number - 1];

	return number > a->text.first[a->home] && has_stop(a, number - 1) &&
	       before->kind == TOKEN_WORD && before->n >= ENDING_LETTERS_MIN &&
	       number > 1 && before[-1].kind == TOKEN_WORD;
}

/* The words before a number in its own paragraph are the form's: that tells
 * whose it is, whatever stands above. */
static bool is_led(const struct anchorer *a, size_t number)
{
	size_t from = a->text.first[anchor_para_of(&a->text, number)], i;
	size_t words = 0, taken = 0;

	for (i = from; i < number; i++) {
		taken += is_taken(a, i);
		words += is_taken(a, i) || !is_generic(&a->text.tokens.at[i]);
	}
	return from >= a->text.first[a->home + 1] && taken > 0 &&
	       3 * taken >= 2 * words;
}

/* The most words in a row of lines below, that are not the form's, before a
 * number there; between numbers stand names of levels. */
static size_t other_words(const struct anchorer *a, size_t number)
{
	size_t i, words = 0, most = 0;

	for (i = a->text.first[a->home + 1]; i < number; i++) {
		const struct token *t = &a->text.tokens.at[i];

		if (t->kind != TOKEN_WORD || is_taken(a, i))
			words = 0;
		else
			words += !is_generic(t);
		if (words > most)
			most = words;
	}
	return most;
}

/* "Số nền tảng: ......, gồm: tháng 10": the blank was left, and words follow
 * what is left of it. */
static bool is_left_blank(const struct anchorer *a, size_t from, size_t number)
{
	size_t para, at, end, dots = 0;
	const char *text;

	/* a rate may go with the count that was left */
	if (from == 0 || from >= number ||
	    (number + 1 < a->text.tokens.n &&
	     a->text.tokens.at[number + 1].kind == TOKEN_SIGN))
		return false;
	para = anchor_para_of(&a->text, from - 1);
	if (anchor_para_of(&a->text, from) != para)
		return false;
	text = a->text.wml->paras.at[para].text;
	at = a->text.tokens.at[from - 1].start +
	     a->text.tokens.at[from - 1].size;
	end = a->text.tokens.at[from].start;
	for (; at < end; at++) {
		if (end - at >= 3 && text_is_ellipsis(text + at))
			return true;
		dots = text[at] == '.' || text[at] == '_' ? dots + 1 : 0;
		if (dots >= 3)
			return true;
	}
	return false;
}

bool anchor_is_anothers(const struct anchorer *a, size_t from, size_t number)
{
	const struct token *tokens = a->text.tokens.at;
	size_t i, below = a->text.first[a->home + 1], others = 0;

	if (is_left_blank(a, from, number))
		return true;
	for (i = from; i < number; i++) {
		if (tokens[i].kind == TOKEN_SIGN || is_taken(a, i))
			continue;
		others += !is_generic(&tokens[i]);
		if (i > a->text.first[a->home] && i < below &&
		    ends_sentence(a, i - 1))
			return true;
		/* a label of its own */
		if (others && anchor_is_break(a, i + 1) &&
		    anchor_para_of(&a->text, i + 1) ==
			    anchor_para_of(&a->text, i))
			return true;
	}
	if (number > 0 && begins_sentence(a, number))
		return true;
	/* "trường tiểu học và 10 trường THCS" */
	if (from < number && token_is(&tokens[number - 1], "va"))
		return true;
	return a->text.wml->paras.at[a->home].depth == 0 &&
	       !is_led(a, number) && other_words(a, number) >= OTHER_WORDS;
}

static bool is_blanks(const struct anchorer *a, size_t token)
{
	size_t i;

	for (i = 0; i < a->items.n; i++)
		if (a->items.at[i].kind != ITEM_WORD &&
		    a->fits[i].from <= token && token < a->fits[i].to)
			return true;
	return false;
}

/* No sign between two tokens but spaces. */
static bool is_together(const struct anchorer *a, size_t token)
{
	const struct token *t = &a->text.tokens.at[token];
	size_t para = anchor_para_of(&a->text, token), at;
	const char *text = a->text.wml->paras.at[para].text;

	if (token + 1 >= a->text.first[para + 1])
		return false;
	for (at = t->start + t->size; at < t[1].start; at++)
		if (strchr(".,;:()=+/-", text[at]))
			return false;
	return true;
}

bool anchor_is_behind(const struct anchorer *a, size_t i)
{
	const struct token *tokens = a->text.tokens.at;
	size_t k = i, first = SIZE_MAX, at, end = a->text.first[a->home];

	/* words of the form that stand together */
	for (; k > 0 && a->items.at[k - 1].kind == ITEM_WORD; k--) {
		if (a->fits[k - 1].to == a->fits[k - 1].from)
			continue;
		if (first != SIZE_MAX && a->fits[k - 1].to != first)
			break;
		first = a->fits[k - 1].from;
	}
	if (first == SIZE_MAX || first <= end ||
	    first >= a->text.first[a->home + 1])
		return false;
	for (at = first; at < a->fits[i].from; at++)
		if (!is_together(a, at))
			return false;
	for (at = first; at > end && at + UNIT_WORDS + 1 > first; at--) {
		if (!is_together(a, at - 1))
			return false;
		if (tokens[at - 1].kind == TOKEN_NUMBER)
			return at - 1 > end && !is_blanks(a, at - 1);
	}
	return false;
}
