/* token.c - see token.h. */
#include "text/token.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* FNV-1a, 64 bits: the parameters of its authors' reference. */
#define HASH_FROM  UINT64_C(0xcbf29ce484222325)
#define HASH_TIMES UINT64_C(0x100000001b3)

/* The letter below the marks, U+00C0..U+017F; 0 where there is none. */
static const char LATIN[] = "aaaaaaaceeeeiiii" /* 00C0 */
			    "dnooooo\0ouuuuits"
			    "aaaaaaaceeeeiiii" /* 00E0 */
			    "dnooooo\0ouuuuiti"
			    "aaaaaacccccccc" /* 0100 */
			    "dddd"	     /* 010E */
			    "eeeeeeeeee"     /* 0112 */
			    "gggggggghhhh"   /* 011C */
			    "iiiiiiiiiiiijj" /* 0128 */
			    "kkkllllllllll"  /* 0136 */
			    "nnnnnnnnn"	     /* 0143 */
			    "oooooooo"	     /* 014C */
			    "rrrrrrssssssss" /* 0154 */
			    "tttttt"	     /* 0162 */
			    "uuuuuuuuuuuu"   /* 0168 */
			    "wwiiizzzzzzs";  /* 0174 */

/* Base letters of U+1EA0..U+1EF9, a pair of cases each. */
static char vietnamese(uint32_t c)
{
	if (c <= 0x1eb7)
		return 'a';
	if (c <= 0x1ec7)
		return 'e';
	if (c <= 0x1ecb)
		return 'i';
	if (c <= 0x1ee3)
		return 'o';
	return c <= 0x1ef1 ? 'u' : 'i';
}

/* Letters that look Latin and are typed for it. */
static char look_alike(uint32_t c)
{
	static const struct {
		uint16_t c;
		char bare;
	} ALIKE[] = {{0x189, 'd'}, {0x1a0, 'o'}, {0x1a1, 'o'}, {0x1a2, 'u'},
		     {0x1a3, 'u'}, {0x1af, 'u'}, {0x1b0, 'u'}, {0x256, 'd'},
		     {0x391, 'a'}, {0x392, 'b'}, {0x395, 'e'}, {0x397, 'h'},
		     {0x399, 'i'}, {0x39a, 'k'}, {0x39c, 'm'}, {0x39d, 'n'},
		     {0x39f, 'o'}, {0x3a1, 'p'}, {0x3a4, 't'}, {0x3a7, 'x'},
		     {0x3bf, 'o'}, {0x405, 's'}, {0x406, 'i'}, {0x410, 'a'},
		     {0x412, 'b'}, {0x415, 'e'}, {0x41a, 'k'}, {0x41c, 'm'},
		     {0x41d, 'h'}, {0x41e, 'o'}, {0x420, 'p'}, {0x421, 'c'},
		     {0x422, 't'}, {0x423, 'i'}, {0x425, 'x'}, {0x430, 'a'},
		     {0x435, 'e'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'},
		     {0x443, 'i'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}};
	size_t low = 0, high = sizeof(ALIKE) / sizeof(ALIKE[0]);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (ALIKE[mid].c < c)
			low = mid + 1;
		else
			high = mid;
	}
	return low < sizeof(ALIKE) / sizeof(ALIKE[0]) && ALIKE[low].c == c
		       ? ALIKE[low].bare
		       : '\0';
}

/* What a character is in a word. */
enum {
	C_LETTER,  /* *bare says which, 0: itself */
	C_DIGIT,   /* *bare says which */
	C_NOTHING, /* as if it were not there */
	C_BETWEEN  /* parts words */
};

static int classify_wide(uint32_t c, char *bare)
{
	*bare = '\0';
	if (c >= 0xc0 && c <= 0x17f)
		*bare = LATIN[c - 0xc0];
	else if (c >= 0x1ea0 && c <= 0x1ef9)
		*bare = vietnamese(c);
	else if (c >= 0xff10 && c <= 0xff19)
		*bare = (char)('0' + (c - 0xff10));
	else if (c >= 0xff21 && c <= 0xff5a && (c <= 0xff3a || c >= 0xff41))
		*bare = (char)('a' + (c - 0xff21) % 32);
	else
		*bare = look_alike(c);
	if (*bare == 'y')
		*bare = 'i';
	if (*bare)
		return *bare <= '9' ? C_DIGIT : C_LETTER;
	if ((c >= 0x300 && c <= 0x36f) || c == 0xad || c == 0xfeff ||
	    (c >= 0x200b && c <= 0x200f) || c == 0x2060)
		return C_NOTHING;
	if (c < 0x370 || (c >= 0x2000 && c <= 0x2e7f) ||
	    (c >= 0x3000 && c <= 0x303f) || (c >= 0xe000 && c < 0x1f000))
		return C_BETWEEN;
	return C_LETTER;
}

static int classify(uint32_t c, char *bare)
{
	if (c >= 0x80)
		return classify_wide(c, bare);
	*bare = (char)c;
	if (c >= 'A' && c <= 'Z')
		*bare = (char)(c + ('a' - 'A'));
	if (*bare == 'y')
		*bare = 'i';
	if (*bare >= 'a' && *bare <= 'z')
		return C_LETTER;
	return c >= '0' && c <= '9' ? C_DIGIT : C_BETWEEN;
}

static void add(struct token *token, char bare, uint32_t c)
{
	uint64_t more = bare ? (uint64_t)(unsigned char)bare : c;

	token->hash = (token->hash ^ more) * HASH_TIMES;
	if (token->n < TOKEN_LETTERS_MAX)
		token->bare[token->n++] = bare ? bare : '?';
}

static struct token *start(struct tokens *out, size_t at, int kind)
{
	struct token *token = vec_push(out);

	if (!token)
		return NULL;
	token->start = (uint32_t)at;
	token->kind = (uint8_t)kind;
	token->hash = HASH_FROM;
	return token;
}

/* A mark inside a number: one '.' or ',' with a digit behind it. */
static bool joins(const char *text, size_t size, size_t at)
{
	return (text[at] == '.' || text[at] == ',') && at + 1 < size &&
	       text[at + 1] >= '0' && text[at + 1] <= '9';
}

/* What numbers tell apart: "mức độ I", "học kỳ II", "quý IV". */
static bool is_ranked(const struct tokens *out, size_t from)
{
	static const char *const ALONE[] = {"muc", "md", "ki", "qui"};
	static const char *const PAIR[2] = {"muc", "do"};
	const struct token *last = out->n > from ? &out->at[out->n - 1] : NULL;

	return last &&
	       (token_is_among(last, ALONE, sizeof(ALONE) / sizeof(*ALONE)) ||
		(out->n > from + 1 && token_is_pair(last - 1, PAIR)));
}

/* The word as Roman capitals, 1 to 5; 0 for any other. */
static int roman_of(const char *text, const struct token *t)
{
	static const char *const ROMAN[] = {"I", "II", "III", "IV", "V"};
	int i;

	for (i = 0; i < 5; i++)
		if (t->size == strlen(ROMAN[i]) &&
		    memcmp(text + t->start, ROMAN[i], t->size) == 0)
			return i + 1;
	return 0;
}

/* "mức độ II" is "mức độ 2", from the first of the text's tokens on. */
static void read_roman(struct tokens *out, size_t first, const char *text)
{
	size_t i;

	for (i = first + 1; i < out->n; i++) {
		struct token *t = &out->at[i];
		struct tokens before = {.at = out->at, .n = i};
		int number = t->kind == TOKEN_WORD && t->n <= 3
				     ? roman_of(text, t)
				     : 0;

		if (!number || !is_ranked(&before, first))
			continue;
		t->kind = TOKEN_NUMBER;
		t->hash = HASH_FROM;
		t->n = 0;
		add(t, (char)('0' + number), 0);
	}
}

/* The same as utf8_next(), of which ASCII is most. */
static inline uint32_t next_of(const char *text, size_t size, size_t *at)
{
	unsigned char c = (unsigned char)text[*at];

	if (c >= 0x80)
		return utf8_next(text, size, at);
	++*at;
	return c;
}

bool tokens_split(struct tokens *out, const char *text, size_t size)
{
	struct token *token = NULL;
	size_t at = 0, first = out->n;

	while (at < size) {
		size_t from = at;
		uint32_t c = next_of(text, size, &at);
		char bare;
		int class = classify(c, &bare);
		int kind = class == C_DIGIT ? TOKEN_NUMBER : TOKEN_WORD;

		if (class == C_NOTHING) {
			if (token)
				token->size = (uint32_t)at - token->start;
			continue;
		}
		if (c == '%') {
			class = C_LETTER;
			kind = TOKEN_SIGN;
			token = NULL;
		}
		if (class == C_BETWEEN) {
			if (!token || token->kind != TOKEN_NUMBER ||
			    !joins(text, size, from)) {
				token = NULL;
				continue;
			}
			kind = TOKEN_NUMBER;
		}
		if (!token || token->kind != kind)
			token = start(out, from, kind);
		if (!token)
			return false;
		add(token, bare, c);
		token->size = (uint32_t)at - token->start;
		if (kind == TOKEN_SIGN)
			token = NULL;
	}
	read_roman(out, first, text);
	return true;
}

size_t text_bare(char *out, size_t room, const char *text, size_t size)
{
	size_t at = 0, n = 0;
	bool is_between = false;

	while (at < size) {
		uint32_t c = next_of(text, size, &at);
		char bare;
		int class = classify(c, &bare);

		if (class == C_NOTHING)
			continue;
		if (class == C_BETWEEN) {
			is_between = n > 0;
			continue;
		}
		if (n + 1 + is_between > room)
			break;
		if (is_between)
			out[n++] = ' ';
		is_between = false;
		out[n++] = bare ? bare : '?';
	}
	return n;
}

bool token_is_among(const struct token *t, const char *const *words, size_t n)
{
	while (n-- > 0)
		if (token_is(t, words[n]))
			return true;
	return false;
}

bool token_is_pair_among(const struct token *t, const char *const (*pairs)[2],
			 size_t n)
{
	while (n-- > 0)
		if (token_is_pair(t, pairs[n]))
			return true;
	return false;
}

uint64_t token_sign_hash(void)
{
	return (HASH_FROM ^ (unsigned char)'%') * HASH_TIMES;
}

uint64_t token_initials(const struct token *words, size_t n)
{
	uint64_t hash = HASH_FROM;
	size_t i;

	for (i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)words[i].bare[0]) * HASH_TIMES;
	return hash;
}

static size_t common_head(const struct token *a, const struct token *b)
{
	size_t n = 0;

	while (n < a->n && n < b->n && a->bare[n] == b->bare[n])
		n++;
	return n;
}

static size_t common_tail(const struct token *a, const struct token *b,
			  size_t head)
{
	size_t n = 0;

	while (n + head < a->n && n + head < b->n &&
	       a->bare[a->n - 1 - n] == b->bare[b->n - 1 - n])
		n++;
	return n;
}

bool token_spells(const struct token *t, const char *text, const char *word)
{
	const char *own = text + t->start;
	size_t size = strlen(word);

	return (t->size == size && memcmp(own, word, size) == 0) ||
	       text_fold_same(own, t->size, word, size);
}

bool token_alike(const struct token *a, const struct token *b)
{
	size_t head, tail, left_a, left_b;

	if (a->hash == b->hash)
		return true;
	if (a->kind != TOKEN_WORD || b->kind != TOKEN_WORD || a->n < 4 ||
	    b->n < 4)
		return false;
	head = common_head(a, b);
	tail = common_tail(a, b, head);
	left_a = a->n - head - tail;
	left_b = b->n - head - tail;
	if (left_a <= 1 && left_b <= 1)
		return true;
	return left_a == 2 && left_b == 2 &&
	       a->bare[head] == b->bare[head + 1] &&
	       a->bare[head + 1] == b->bare[head];
}
