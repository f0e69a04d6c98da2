/* words.c - see words.h. */
#include "text/words.h"

#include "text/fold.h"
#include "text/letters.h"
#include "text/utf8.h"

#include <utf8proc.h>

/* FNV-1a (RFC draft-eastlake-fnv), 64 bits. */
#define FNV_START UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME UINT64_C(0x100000001b3)

static uint64_t hash_byte(uint64_t hash, unsigned char c)
{
	return (hash ^ c) * FNV_PRIME;
}

static uint64_t hash_bytes(uint64_t hash, const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		hash = hash_byte(hash, (unsigned char)text[i]);
	return hash;
}

/* What stands at a place of a folded text. */
static enum text_word_kind kind_of(uint32_t c)
{
	utf8proc_category_t category;

	if (c >= 'a' && c <= 'z')
		return WORD_LETTERS;
	if (c >= '0' && c <= '9')
		return WORD_FIGURE;
	if (c == 0x2026)
		return WORD_BLANK;
	if (c < 0x80)
		return WORD_SIGN;
	category = utf8proc_category((utf8proc_int32_t)c);
	if (category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_ME)
		return WORD_LETTERS;
	return WORD_SIGN;
}

struct scanner {
	const char *text;
	size_t size;
	uint64_t plain;
};

/* Past the letters from `at`; leaves their plain hash. */
static size_t skip_letters(struct scanner *s, size_t at)
{
	s->plain = FNV_START;
	while (at < s->size) {
		size_t next = at;
		uint32_t c = utf8_next(s->text, s->size, &next);

		if (kind_of(c) != WORD_LETTERS)
			break;
		/* marks do not count */
		if (c < 0x300 || c > 0x36f) {
			c = letter_bare(c);
			for (; c >= 0x100; c >>= 8)
				s->plain = hash_byte(s->plain,
						     (unsigned char)c);
			s->plain = hash_byte(s->plain, (unsigned char)c);
		}
		at = next;
	}
	return at;
}

static bool is_digit(const struct scanner *s, size_t at)
{
	return at < s->size && s->text[at] >= '0' && s->text[at] <= '9';
}

static size_t skip_figure(const struct scanner *s, size_t at)
{
	while (is_digit(s, at) ||
	       (at < s->size && (s->text[at] == '.' || s->text[at] == ',') &&
		is_digit(s, at + 1)))
		at++;
	return at;
}

static size_t skip_word(struct scanner *s, size_t at, enum text_word_kind kind)
{
	size_t next = at;

	switch (kind) {
	case WORD_LETTERS:
		return skip_letters(s, at);
	case WORD_FIGURE:
		return skip_figure(s, at);
	case WORD_BLANK:
	case WORD_SIGN:
	case WORD_ANY:
		break;
	}
	(void)utf8_next(s->text, s->size, &next);
	return next;
}

static void scan(struct text_words *words, struct scanner *s,
		 const struct text_map *map, size_t base, unsigned kinds)
{
	size_t at = 0, end;

	for (; at < s->size && !words->failed; at = end) {
		size_t pos = at, from;
		uint32_t c = utf8_next(s->text, s->size, &pos);
		enum text_word_kind kind = kind_of(c);
		struct text_word *word;

		end = pos;
		if (c == ' ')
			continue;
		end = skip_word(s, at, kind);
		if (!(kinds & kind))
			continue;
		word = vec_push(words);
		if (!word) {
			words->failed = true;
			return;
		}
		from = text_map_in(map, at);
		word->start = (uint32_t)(base + from);
		word->size = (uint32_t)(text_map_in(map, end) - from);
		word->kind = kind;
		word->key = hash_bytes(FNV_START, s->text + at, end - at);
		word->plain = kind == WORD_LETTERS ? s->plain : word->key;
	}
}

void text_words_add(struct text_words *words, const char *text, size_t size,
		    size_t base, unsigned kinds)
{
	struct buf folded = BUF_INIT;
	struct text_map map = {0};
	struct scanner s;

	text_fold_map(&folded, &map, text, size, true);
	if (!buf_ok(&folded) || map.failed)
		words->failed = true;
	s = (struct scanner){buf_cstr(&folded), folded.size, 0};
	scan(words, &s, &map, base, kinds);
	text_map_release(&map);
	buf_release(&folded);
}

uint64_t text_words_key(const char *text, size_t size)
{
	struct buf folded = BUF_INIT;
	uint64_t key;

	text_fold(&folded, text, size);
	key = buf_ok(&folded)
		      ? hash_bytes(FNV_START, buf_cstr(&folded), folded.size)
		      : 0;
	buf_release(&folded);
	return key;
}

void text_words_release(struct text_words *words)
{
	vec_release(words);
}
