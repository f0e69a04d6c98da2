/*
 * said_words.c - the words of a form, how much each of them tells, and what
 * people type for them.
 */
#include "extract/said.h"

#include <stdlib.h>
#include <string.h>

enum {
	FILLER_MAX = 6 /* letters */
};

/* Words of every sentence about figures, bare (text/token.h): they tell
 * nothing of what is counted. */
bool said_is_filler(const struct token *t)
{
	static const char *const FILLERS[] = {
		"bac",	 "ban",	   "bang",   "bon",   "ca",    "cac",	"cap",
		"chia",	 "chiem",  "cho",    "chung", "co",    "con",	"cong",
		"cu",	 "cua",	   "da",     "dang",  "dat",   "den",	"deu",
		"dia",	 "diem",   "do",     "don",   "dot",   "duoc",	"em",
		"giua",	 "gom",	   "hai",    "het",   "hien",  "hoac",	"hon",
		"huien", "khi",	   "khoang", "la",    "lai",   "lan",	"le",
		"luong", "luot",   "moi",    "mot",   "nai",   "nam",	"nao",
		"ngai",	 "ngoai",  "nguoi",  "nhieu", "nhu",   "nhung", "nua",
		"o",	 "ra",	   "rang",   "rat",   "rieng", "sau",	"sl",
		"so",	 "tai",	   "thang",  "the",   "them",  "theo",	"thoi",
		"thuoc", "ti",	   "tinh",   "toan",  "tong",  "tren",	"trg",
		"trong", "truong", "tu",     "tuc",   "tung",  "tuong", "ung",
		"va",	 "vai",	   "vao",    "ve",    "vi",    "viec",	"voi",
		"xep"};

	size_t low = 0, high = sizeof(FILLERS) / sizeof(*FILLERS);

	if (t->kind != TOKEN_WORD || t->n > FILLER_MAX)
		return false;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = t->bare[0] - FILLERS[mid][0];

		if (order == 0)
			order = strncmp(t->bare, FILLERS[mid], t->n);
		if (order == 0)
			order = -(FILLERS[mid][t->n] != '\0');
		if (order == 0)
			return true;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return false;
}

/* Two words that say what two others say; or that say something together. By
 * their first letter. */
static const struct {
	const char *from[2], *to[2];
} SAME[] = {{{"co", "mang"}, {"truien", "internet"}},
	    {{"co", "ban"}, {"co", "ban"}},
	    {{"cong", "viec"}, {"cong", "viec"}},
	    {{"du", "dieu"}, {"dap", "ung"}},
	    {{"hoc", "tro"}, {"hoc", "sinh"}},
	    {{"hoc", "vien"}, {"hoc", "sinh"}},
	    {{"hs", NULL}, {"hoc", "sinh"}}, /* not "hồ sơ" */
	    {{"hv", NULL}, {"hoc", "sinh"}},
	    {{"khong", "dai"}, {"mang", "wifi"}},
	    {{"lam", "moi"}, {"xai", "dung"}},
	    {{"lam", "them"}, {"xai", "dung"}},
	    {{"mang", "internet"}, {"truien", "internet"}},
	    {{"moi", "truong"}, {"moi", "truong"}},
	    {{"nguoi", "hoc"}, {"hoc", "sinh"}},
	    {{"nha", "giao"}, {"giao", "vien"}},
	    {{"thai", "co"}, {"giao", "vien"}}};

uint64_t said_key_of(const char *letters)
{
	struct token parts[TOKEN_LETTERS_MAX];
	size_t n = 0;

	for (; letters[n]; n++)
		parts[n].bare[0] = letters[n];
	return token_initials(parts, n);
}

/* "có mạng Internet", "có mạng wifi": the third word says which. */
static bool says_which(const struct token *t)
{
	static const char *const WHICH[] = {"internet", "lan", "noi", "wifi"};

	return token_is(&t[1], "mang") &&
	       token_is_among(&t[2], WHICH, sizeof(WHICH) / sizeof(*WHICH));
}

size_t said_synonym(uint64_t keys[2], const struct token *tokens, size_t n)
{
	size_t i;

	if (n == 0 || tokens->n < 2)
		return 0;
	for (i = 0; i < sizeof(SAME) / sizeof(*SAME) &&
		    SAME[i].from[0][0] <= tokens->bare[0];
	     i++) {
		size_t words = SAME[i].from[1] ? 2 : 1;

		if (tokens->bare[0] != SAME[i].from[0][0] ||
		    tokens->bare[1] != SAME[i].from[0][1] || n < words ||
		    (words > 1 ? !token_is_pair(tokens, SAME[i].from)
			       : !token_is(tokens, SAME[i].from[0])))
			continue;
		if (n > 2 && says_which(tokens))
			continue;
		keys[0] = said_key_of(SAME[i].to[0]);
		keys[1] = said_key_of(SAME[i].to[1]);
		return words;
	}
	return 0;
}

bool said_is_rank(const struct token *t)
{
	static const char *const WORDS[] = {"do", "md", "muc"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

bool said_is_of_rate(const struct token *t)
{
	static const char *const WORDS[] = {"bang",  "chiem", "dat", "duong",
					    "la",    "le",    "ti",  "tl",
					    "tuong", "ung"};

	return token_is_among(t, WORDS, sizeof(WORDS) / sizeof(*WORDS));
}

bool said_is_denial(const struct token *t)
{
	return t->kind == TOKEN_WORD &&
	       (token_is(t, "chua") || token_is(t, "khong"));
}

bool said_is_year(const struct token *t)
{
	return t->kind == TOKEN_NUMBER && t->n == 4 &&
	       (memcmp(t->bare, "20", 2) == 0 || memcmp(t->bare, "19", 2) == 0);
}

bool said_rises(const struct token *t, size_t number, size_t end)
{
	static const char *const RISES[] = {"giam", "len", "nang", "tang",
					    "xuong"};

	return token_is(&t[number - 1], "tu") &&
	       token_is_among(&t[end - 1], RISES,
			      sizeof(RISES) / sizeof(*RISES));
}

bool said_is_capital(const char *text, const struct token *t)
{
	size_t i;

	for (i = t->start; i < t->start + t->size; i++) {
		unsigned char c = (unsigned char)text[i];

		/* of other letters only U+0110 is in use there */
		if (c == 0xc4 && (unsigned char)text[i + 1] == 0x90)
			i++;
		else if (c < 'A' || c > 'Z')
			return false;
	}
	return t->n > 1;
}

uint64_t said_pair(uint64_t one, uint64_t two)
{
	uint64_t key = (one << 23 | one >> 41) * UINT64_C(0x9e3779b97f4a7c15);

	return (key ^ two) + 1;
}

static size_t slot_of(const struct said_words *w, uint64_t key)
{
	size_t at = (size_t)(key ^ key >> 29) & (w->room - 1);

	while (w->slots[at] && w->words.at[w->slots[at] - 1].key != key)
		at = (at + 1) & (w->room - 1);
	return at;
}

uint32_t said_word_of(const struct said_words *w, uint64_t key)
{
	return w->room ? w->slots[slot_of(w, key)] - 1 : SAID_NONE;
}

static bool grow(struct said_words *w)
{
	size_t room = w->room ? 2 * w->room : 1024, i;
	uint32_t *slots = calloc(room, sizeof(*slots));

	if (!slots)
		return false;
	free(w->slots);
	w->slots = slots;
	w->room = room;
	for (i = 0; i < w->words.n; i++)
		slots[slot_of(w, w->words.at[i].key)] = (uint32_t)i + 1;
	return true;
}

/* SAID_NONE out of memory. */
uint32_t said_word_add(struct said_words *w, uint64_t key)
{
	uint32_t found = said_word_of(w, key);
	struct said_word *word;

	if (found != SAID_NONE)
		return found;
	if (2 * (w->words.n + 1) > w->room && !grow(w))
		return SAID_NONE;
	word = vec_push(&w->words);
	if (!word)
		return SAID_NONE;
	word->key = key;
	w->slots[slot_of(w, key)] = (uint32_t)w->words.n;
	return (uint32_t)w->words.n - 1;
}

static bool add_short(struct said_words *w, const struct token *tokens,
		      size_t n, size_t at)
{
	struct said_short *added = vec_push(&w->shorts);

	if (!added)
		return false;
	added->key = token_initials(tokens, n);
	added->at = (uint32_t)at;
	added->n = (uint32_t)n;
	return true;
}

bool said_shorten(struct said_words *w, const struct token *tokens, size_t n)
{
	size_t first = w->run.n, i, k;

	for (i = 0; i < n; i++) {
		struct token *copy = vec_push(&w->run);

		if (!copy)
			return false;
		*copy = tokens[i];
	}
	for (i = 0; i < n; i++)
		for (k = 1; i + k <= n && k <= SHORT_MAX; k++) {
			if (tokens[i + k - 1].kind != TOKEN_WORD)
				break;
			if (k >= SHORT_MIN &&
			    !add_short(w, &tokens[i], k, first + i))
				return false;
		}
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct said_short *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static bool is_same(const struct said_words *w, const struct said_short *one,
		    const struct said_short *two)
{
	size_t i;

	if (one->key != two->key || one->n != two->n)
		return false;
	for (i = 0; i < one->n; i++)
		if (w->run.at[one->at + i].hash != w->run.at[two->at + i].hash)
			return false;
	return true;
}

void said_shorts_sort(struct said_words *w)
{
	size_t i, n = 0;

	if (w->shorts.n)
		qsort(w->shorts.at, w->shorts.n, sizeof(*w->shorts.at), by_key);
	for (i = 0; i < w->shorts.n; i++)
		if (n == 0 ||
		    !is_same(w, &w->shorts.at[n - 1], &w->shorts.at[i]))
			w->shorts.at[n++] = w->shorts.at[i];
	w->shorts.n = n;
}

/* The first of the shorts of that key, NULL for none. */
const struct said_short *said_short_of(const struct said_words *w, uint64_t key)
{
	size_t low = 0, high = w->shorts.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (w->shorts.at[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low < w->shorts.n && w->shorts.at[low].key == key
		       ? &w->shorts.at[low]
		       : NULL;
}

void said_words_release(struct said_words *w)
{
	vec_release(&w->words);
	vec_release(&w->shorts);
	vec_release(&w->run);
	free(w->slots);
}

/* ---- units --------------------------------------------------------------- */

bool said_unit_read(struct said_unit *unit, const struct token *tokens,
		    size_t n)
{
	size_t i;

	unit->n = 0;
	for (i = 0; i < n; i++) {
		uint64_t keys[2];
		size_t words = said_synonym(keys, &tokens[i], n - i);

		if (unit->n + 2 > SAID_UNIT_WORDS)
			return false;
		if (words > 0) {
			unit->key[unit->n++] = keys[0];
			unit->key[unit->n++] = keys[1];
			i += words - 1;
		} else {
			unit->key[unit->n++] = tokens[i].hash;
		}
	}
	unit->initials = token_initials(tokens, n);
	unit->class = said_class_of(tokens, n);
	return n > 0;
}

/* The words of the one stand in the other: "giáo viên" are of "cán bộ, giáo
 * viên". */
bool said_unit_fits(const struct said_unit *one, const struct said_unit *other)
{
	size_t i, k;

	for (i = 0; i < one->n; i++) {
		for (k = 0; k < other->n && other->key[k] != one->key[i];)
			k++;
		if (k == other->n)
			return false;
	}
	return true;
}
